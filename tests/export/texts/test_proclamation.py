"""The words of a proclamation: the campaign's, with the user's over them, and blanks for what nobody wrote."""

from __future__ import annotations

import datetime as dt

from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.texts.proclamation import clauses_of, joined, proclamation_texts, values_of
from htpm_studio.project.model import Brand, Edits, Official, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def kit_of(edits: dict[str, str] | None = None, organization: str = "Elm", official: Official | None = None) -> Kit:
    project = Project(Brand(organization, ("#0F5C5C",)), 2, 2027, official=official or Official())

    def built(of: Project) -> Kit:
        return build_kit(of, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))

    if edits is None:
        return built(project)
    piece = piece_id(built(project), "print/proclamation")
    return built(Project(project.brand, 2, 2027, edits=Edits.from_mapping({piece: edits})))


def test_clauses_are_numbered_as_the_campaign_has_them_and_those_that_were_emptied_are_gone() -> None:
    usual = list(clauses_of(kit_of()))
    count = len(kit_of().campaign.month.proclamation.clauses)
    assert [field for field, _ in usual] == [f"clauses.{at}" for at in range(count)]
    changed = list(clauses_of(kit_of({"clauses.0": "Whereas we say so,", "clauses.1": ""})))
    assert changed == [("clauses.0", "Whereas we say so,"), *usual[2:]]


def test_clauses_of_the_users_own_follow_the_last_one_without_a_gap() -> None:
    usual = list(clauses_of(kit_of()))
    more = {f"clauses.{len(usual)}": "Whereas one,", f"clauses.{len(usual) + 1}": "Whereas two,"}
    assert list(clauses_of(kit_of(more))) == [*usual, *more.items()]
    assert list(clauses_of(kit_of({f"clauses.{len(usual) + 1}": "Whereas two,"}))) == usual


def test_who_signs_stands_below_the_line_with_the_office_where_it_is_known() -> None:
    assert joined("Ana", "Mayor") == "Ana, Mayor"
    assert joined("", "Mayor") == joined("Mayor", "") == "Mayor"
    assert joined("", "") == ""
    words = kit_of().campaign.words.copy
    assert proclamation_texts(kit_of())["line"] == words.name
    signed = proclamation_texts(kit_of(official=Official("Ana Ruiz", "Mayor", "Elm County")))
    assert (signed["official"], signed["place"]) == ("Ana Ruiz", "Elm County")
    assert signed["line"] == f"{words.name}, {signed['signer']}"
    assert "Mayor" in str(signed["signer"])


def test_a_sender_without_a_name_has_a_stand_in() -> None:
    assert values_of(kit_of())["org"] == "Elm"
    assert values_of(kit_of(organization=""))["org"] == kit_of().campaign.words.copy.your_organization
