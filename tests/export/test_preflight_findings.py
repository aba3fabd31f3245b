"""What a single finding says: how its words are shortened, what its buttons do, and when it has to be mended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, cast

import pytest

from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.social import social_specs
from htpm_studio.export.preflight.model import (
    Change,
    Check,
    CheckReport,
    Fix,
    WebAddress,
    applied,
    called_fine,
    called_open,
    check_id,
)
from htpm_studio.export.preflight.pages import (
    _letters,
    _long_description,
    _missing,
    _room,
    _Seen,
    _undescribed,
    hotline_check,
)
from htpm_studio.export.preflight.passages import PageText, strings
from htpm_studio.export.preflight.texts import _label
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools

PIECE = "w2/social/w2-rights"
TITLES = {PIECE: "Rights"}
NETWORKS = bundled_tools().networks


def kit_with(**edits: str) -> Kit:
    project = Project(Brand("Riverbend Coalition"), 2, 2027, edits=Edits.from_mapping({PIECE: edits} if edits else {}))
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


@pytest.fixture(scope="module")
def spec() -> FileSpec:
    return next(iter(social_specs(kit_with())))


def labels(check: Check) -> list[str]:
    return [str(fix.label) for fix in check.fixes]


def room(spec: FileSpec, code: str, text: str, *canvases: str, **edits: str) -> Check:
    found = Diagnostic("error", code, "", "head", text=text)
    pages = [replace(spec.pages[0], canvas=one) for one in canvases or ("square",)]
    return _room(kit_with(**edits), PIECE, "head", [_Seen(PIECE, page, found) for page in pages], TITLES)


def test_words_that_do_not_fit_are_named_with_their_sizes_once_and_have_to_be_mended(spec: FileSpec) -> None:
    check = room(spec, TOO_LONG, "Ask a cook", "square", "story", "square")
    assert str(check.sentence) == "“Ask a cook” does not fit: Square, Story."
    assert (check.group, check.title, check.piece, check.field, check.reason) == ("fix", "Rights", PIECE, "head", "")
    assert labels(check) == ["Edit"]
    assert check.id == check_id(TOO_LONG, PIECE, "head", "Ask a cook", "square", "story")


def test_words_that_are_left_out_may_stay_so_and_it_is_said_that_shorter_ones_come_back(spec: FileSpec) -> None:
    check = room(spec, LEFT_OUT, "Ask a cook")
    assert str(check.sentence) == "“Ask a cook” is left out for lack of room: Square."
    assert (check.group, str(check.reason)) == ("look", "Shorter text is shown again.")
    assert labels(check) == ["Edit", "Leave it out"]
    assert [fix.fine for fix in check.fixes] == [False, True]


@pytest.mark.parametrize(
    ("code", "buttons"),
    [(TOO_LONG, ["Back to the kit's text", "Edit"]), (LEFT_OUT, ["Edit", "Back to the kit's text", "Leave it out"])],
)
def test_own_words_that_do_not_fit_can_follow_the_kit_again(spec: FileSpec, code: str, buttons: list[str]) -> None:
    check = room(spec, code, "Ask a cook", head="Ask a cook")
    assert labels(check) == buttons
    assert [fix.changes for fix in check.fixes if fix.changes] == [(Change(PIECE, "head", None),)]
    assert labels(room(spec, code, "Ask a cook", sub="Else")) == [one for one in buttons if "Back" not in one]


def test_forty_letters_are_shown_whole_and_of_more_the_first_forty(spec: FileSpec) -> None:
    assert f"“{'x' * 40}”" in str(room(spec, TOO_LONG, "x" * 40).sentence)
    assert f"“{'x' * 40}…”" in str(room(spec, TOO_LONG, "x" * 41).sentence)
    assert f"“{'x' * 39}…”" in str(room(spec, TOO_LONG, "x" * 39 + " yz").sentence)


def test_letters_that_no_font_has_are_an_error_or_worth_a_look_as_the_finding_is() -> None:
    for severity, group in (("error", "fix"), ("warning", "look")):
        found = Diagnostic(cast("Any", severity), "letters", "No font has 𓀀.", "head")
        check = _letters(PIECE, [_Seen(PIECE, cast("Any", None), found)], TITLES)
        assert (check.group, check.code, check.field, str(check.sentence)) == (
            group,
            "letters",
            "head",
            "No font has 𓀀.",
        )
        assert labels(check) == ["Edit", "Keep it"]
        assert [fix.fine for fix in check.fixes] == [False, True]


def test_a_piece_without_its_hotline_is_left_out_and_follows_the_kit_again_but_for_its_choices() -> None:
    kit = kit_with(**{"head": "Ask", "hotline.number": "1", "@picture": "none"})
    check = hotline_check(kit, PIECE, "Rights", "The number is wrong.")
    assert (check.group, check.code, check.blocked) == ("fix", "hotline", True)
    assert str(check.sentence) == "The number is wrong. This piece is left out until it is restored."
    assert [one.field for one in check.fixes[0].changes] == ["head", "hotline.number"]
    assert labels(check) == ["Put it back", "Edit"]
    assert labels(hotline_check(kit_with(), PIECE, "Rights", "It is wrong.")) == ["Edit"]


def described(spec: FileSpec, alt: str, **content: Any) -> list[Check]:
    page = replace(spec.pages[0], content={**spec.pages[0].content, **content})
    return list(_long_description(PageText(PIECE, replace(spec, alt=alt), page, ()), "Rights", NETWORKS))


def test_a_long_description_is_worth_a_look_and_one_that_networks_refuse_has_to_be_mended(spec: FileSpec) -> None:
    advised, longest = NETWORKS.alt_advised, NETWORKS.alt_longest
    assert described(spec, "x" * advised) == []
    (long,) = described(spec, "x" * (advised + 1))
    assert str(long.sentence) == f"The description has {advised + 1} characters; up to {advised} are easy to listen to."
    assert (long.group, labels(long), long.fixes[1].fine) == ("look", ["Edit", "Keep it"], True)
    (most,) = described(spec, "x" * longest)
    assert most.group == "look"
    (more,) = described(spec, "x" * (longest + 1))
    assert str(more.sentence) == f"The description has {longest + 1} characters; some networks allow {longest}."
    assert (more.group, labels(more)) == ("fix", ["Edit"])


def test_the_values_of_a_chart_are_no_long_description_while_networks_take_them(spec: FileSpec) -> None:
    advised, longest = NETWORKS.alt_advised, NETWORKS.alt_longest
    for values, found in (("y" * (longest - advised), []), ("y" * (longest - advised + 1), ["fix"])):
        checks = described(spec, "x" * advised + values, chart={"alt": values})
        assert [one.group for one in checks] == found
    assert [one.group for one in described(spec, "x" * (advised + 1) + "yy", chart={"alt": "yy"})] == ["look"]


def test_a_missing_description_takes_the_words_of_the_piece_or_is_called_decoration(spec: FileSpec) -> None:
    one = PageText(PIECE, spec, spec.pages[0], ())
    words = _missing(kit_with(), one, "Rights", "Ask a cook.")
    assert labels(words) == ["Use its own text", "Edit"]
    assert words.safe == words.fixes[0].changes
    assert words.safe[0] == Change(PIECE, "alt", "Ask a cook.")
    none = _missing(kit_with(), one, "Rights", " ")
    assert (labels(none), none.safe, none.fixes[1].fine) == (["Edit", "Decoration only"], (), True)


@pytest.mark.parametrize(("count", "end"), [(1, "A."), (3, "A; B; C."), (4, "A; B; C and 1 more."), (5, "2 more.")])
def test_three_places_of_an_undescribed_photo_are_named_and_others_counted(count: int, end: str) -> None:
    photo = Photo(PictureSource("key", "jpeg", b"", (3, 2)), "garden.jpg")
    check = _undescribed(kit_with(), photo, list("ABCDE"[:count]))
    assert str(check.sentence).endswith(end)
    assert (check.group, check.title, check.target) == ("fix", "garden.jpg", "key")
    assert [(fix.opens, fix.fine) for fix in check.fixes] == [("record", False), ("", True)]


@pytest.mark.parametrize(
    ("rule", "count", "label"),
    [
        ("W5", 1, "Replace it"),
        ("W5", 2, "Replace both"),
        ("W5", 3, "Replace all 3"),
        ("W9-es", 2, "Use the safety line"),
    ],
)
def test_the_button_of_a_rule_says_how_many_it_replaces(rule: str, count: int, label: str) -> None:
    assert str(_label(cast("Any", RuleLike(rule)), count)) == label


class RuleLike:
    """What the label asks a rule for."""

    def __init__(self, name: str) -> None:
        self.id = name


def test_texts_inside_a_value_have_their_paths() -> None:
    value = {"head": "A", "items": ("B", {"text": "C", "more": {"x": "D"}}), "count": 3}
    assert list(strings(cast("Any", value))) == [
        ("head", "A"), ("items.0", "B"), ("items.1.text", "C"), ("items.1.more.x", "D"),
    ]  # fmt: skip


def check(name: str, group: str = "look", piece: str = "", **more: Any) -> Check:
    return Check(name, cast("Any", group), name, name, cast("Any", name), piece, **more)


def test_what_was_fixed_wants_nobody() -> None:
    report = CheckReport((check("a"), check("b", "fixed", "p"), check("c", piece="p"), check("d", piece="p")))
    assert report.count == 3
    assert not report.must_fix
    assert CheckReport((check("a", "fix"),)).must_fix
    assert {piece: [one.id for one in some] for piece, some in report.pieces().items()} == {"p": ["c", "d"]}
    assert [one.id for one in report.group("fixed")] == ["b"]


def test_a_check_is_simple_where_its_first_button_changes_something() -> None:
    change = Fix(cast("Any", "Do it"), (Change("p", "f", "x"),))
    assert check("a", fixes=(change,)).simple
    assert not check("a", fixes=(Fix(cast("Any", "Edit")), change)).simple
    assert not check("a").simple


def test_marks_are_those_of_the_addresses_where_there_are_any() -> None:
    assert check("a").marks == ("a",)
    links = (WebAddress("a.org", "https://a.org", "m1"), WebAddress("b.org", "https://b.org"))
    assert check("a", links=links).marks == ("m1",)
    assert check("a", links=links[1:]).marks == ("a",)


def test_what_is_called_fine_is_kept_at_its_piece_with_the_reason_until_it_is_called_open() -> None:
    project = Project(Brand("Riverbend Coalition"), 2, 2027)
    seen = called_fine(called_fine(project, check("a", piece="p"), "kit", " ok "), check("b"), "kit")
    assert {(one.piece, one.field, one.text) for one in seen.edits.items} == {
        ("p", "@fine.a", "ok"), ("kit", "@fine.b", "yes"),
    }  # fmt: skip
    again = called_open(seen, [check("a")])
    assert [(one.piece, one.field) for one in again.edits.items] == [("kit", "@fine.b")]
    assert applied(project, (Change("p", "f", "x"), Change("p", "f", None))).edits == project.edits
