"""The names, places and sections of slides in a deck that a user arranged, and the prompts of new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from htpm_studio.campaign.model import Deck, Slide
from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.errors import InputError
from htpm_studio.export.decks.slides import (
    MOST_OWN,
    arranged,
    deck_with,
    placed_slides,
    prompts,
    slide_names,
    unfilled,
    with_slide_at,
)
from htpm_studio.export.kit.edits import ADDED, ORDER, TEMPLATE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

TALK = "w2/deck/training"
DECK = Deck(
    "training",
    "Talk",
    "",
    tuple(
        Slide("deck/content", {"head": f"Slide {number}"}, section, float(number), illustrated=number == 2)
        for number, section in enumerate("AABBC", 1)
    ),
)


@cache
def plain() -> Kit:
    made = build_kit(
        Project(Brand("Riverbend"), 2, 2027), bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28)
    )
    return replace(made, week=replace(made.week, decks=(replace(DECK, id="short"), DECK)))


def kit(spec: str = "", **added: str) -> Kit:
    """The kit with slides in an order, and with added ones by name; "n1_at" is another template for n1."""
    rows: dict[str, dict[str, str]] = {TALK: {ORDER: spec}} if spec else {}
    for name, text in added.items():
        slide, _, field = name.partition("_")
        rows.setdefault(f"{TALK}/{slide}", {})[TEMPLATE if field else ADDED] = text
    return replace(plain(), project=replace(plain().project, edits=Edits.from_mapping(rows)))


def names(made: Kit) -> str:
    return " ".join(slide_names(made, DECK))


def test_slides_that_nobody_named_follow_in_their_order_and_each_is_there_once() -> None:
    assert names(kit()) == "1 2 3 4 5"
    assert names(kit("4 9 4 2")) == "4 2 1 3 5"
    assert names(kit("n2 3", n1="1", n2="deck/bullets", n10="2")) == "n2 3 1 2 4 5 n1 n10"
    assert names(kit("6 0 -1 n3", n3="gone")) == "1 2 3 4 5"


@pytest.mark.parametrize(
    ("origin", "known"),
    [
        ("1", True), ("5", True), ("0", False), ("6", False), ("-1", False), ("005", False), ("0005", False),
        ("\u0665", False), ("deck/bullets", True), ("deck/help", False), ("", False),
    ],
)  # fmt: skip
def test_an_added_slide_began_as_one_of_the_deck_or_as_a_new_layout(origin: str, known: bool) -> None:
    assert (names(kit(n1=origin)) == "1 2 3 4 5 n1") is known


def test_a_piece_is_a_slide_of_the_deck_whose_name_it_begins_with() -> None:
    made = kit(n1="1")
    for name in ("1", "5", "n1"):
        assert deck_with(made, f"{TALK}/{name}") == (DECK, name)
    for piece in (f"{TALK}/6", f"{TALK}/n2", TALK, f"{TALK}/", "w3/deck/training/1", "w2/deck/loop/1"):
        assert deck_with(made, piece) is None
    short = deck_with(made, "w2/deck/short/2")
    assert short is not None
    assert (short[0].id, short[1]) == ("short", "2")


def test_the_usual_order_is_no_edit() -> None:
    made = kit("2 1", n1="1")
    assert arranged(made, DECK, ["1", "2", "3", "4", "5", "n1"]).text(TALK, ORDER) is None
    assert arranged(made, DECK, ["n1", "1", "2", "3", "4", "5"]).text(TALK, ORDER) == "n1 1 2 3 4 5"


def test_a_slide_is_added_at_its_place_under_the_next_free_name() -> None:
    edits, piece = with_slide_at(kit(n2="1", n7="1"), DECK, 1, {ADDED: "3", "head": "Mine"})
    assert piece == f"{TALK}/n8"
    assert edits.text(TALK, ORDER) == "1 n8 2 3 4 5 n2 n7"
    assert (edits.text(piece, ADDED), edits.text(piece, "head")) == ("3", "Mine")
    assert with_slide_at(kit(), DECK, 0, {})[1] == f"{TALK}/n1"
    most = {f"n{number}": "1" for number in range(1, MOST_OWN + 1)}
    with pytest.raises(InputError, match=f"already has {MOST_OWN}"):
        with_slide_at(kit(**most), DECK, 0, {})
    most.popitem()
    assert with_slide_at(kit(**most), DECK, 0, {})[1] == f"{TALK}/n{MOST_OWN}"


def sections(spec: str, **added: str) -> str:
    return "".join(one.slide.section for one in placed_slides(kit(spec, **added), DECK))


def test_a_slide_that_moved_or_was_added_is_in_the_section_before_it() -> None:
    assert sections("") == "AABBC"
    assert sections("1 5 2 3 4") == "AAABB"
    assert sections("5 1 2 3 4") == "AAABB", "nothing is before it, so it is in the first"
    assert sections("1 2 n1 3", n1="deck/bullets") == "AAABBC"
    assert sections("n1 n2 3 4 5 1 2", n1="1", n2="1") == "BBBBCCC"
    assert sections("2 3 4 5 1") == "ABBCC"


def test_a_slide_that_stays_is_the_campaigns_and_one_that_moved_keeps_all_but_its_section() -> None:
    usual = placed_slides(kit("1 5 2 3 4"), DECK)
    assert [one.slide is DECK.slides[int(one.name) - 1] for one in usual] == [True, False, True, True, True]
    assert usual[1].slide == replace(DECK.slides[4], section="A")
    second = placed_slides(kit("1 3 4 5 2"), DECK)[-1]
    assert second.slide == replace(DECK.slides[1], section="C")
    assert second.slide.illustrated


def test_an_added_slide_is_a_copy_or_has_its_layout_or_another_new_one() -> None:
    copy, new, other, odd = placed_slides(
        kit(n1="4", n2="deck/bullets", n3="deck/bullets", n3_at="deck/quote", n4="deck/bullets", n4_at="deck/help"),
        DECK,
    )[5:]
    assert [one.own for one in (copy, new, other, odd)] == [True] * 4
    assert copy.slide == replace(DECK.slides[3], section="C")
    assert [one.slide.layout for one in (new, other, odd)] == ["deck/bullets", "deck/quote", "deck/bullets"]
    assert new.slide.fields == prompts(kit(), "deck/bullets")
    assert (new.slide.minutes, new.slide.section) == (1.0, "C")


# ------------------------------------------------------------------ prompts


@pytest.mark.parametrize("layout", pieces().new_slides())
def test_a_new_slide_prompts_for_what_it_needs_and_for_one_entry_of_each_list(layout: str) -> None:
    sample, found = plain().deck_samples[layout], prompts(plain(), layout)

    def right(shape: Mapping[str, Any], given: Mapping[str, Any], said: Mapping[str, Any]) -> None:
        assert set(said) == {name for name in shape if name in given}
        for name, value in said.items():
            spec, usual = shape[name], given[name]
            if isinstance(usual, str):
                assert value == (usual if spec.needed or spec.kind in ("icon", "scene") else "")
            elif isinstance(usual, Mapping):
                right(spec.parts, usual, value)
            else:
                assert value == (usual[:1] if spec.kind == "list" else usual)

    right(pieces().fields[layout], sample, found)


def test_the_first_prompt_that_is_left_on_an_added_slide_is_found() -> None:
    made = kit(n1="deck/two_columns", n2="1")
    said: Mapping[str, Any] = prompts(made, "deck/two_columns")

    def left(piece: str = "n1", template: str = "deck/two_columns", **content: Any) -> str:
        page = PageSpec(template, "slide", {**said, **content}, PageInfo("a", "A", 2), f"{TALK}/{piece}")
        return unfilled(made, page)

    assert left() == said["head"]
    assert left(head="Mine") == said["left"]["head"]
    own: dict[str, Any] = {"head": "Mine", "left": {"head": "L", "items": ("One",)}}
    assert left(**own) == said["right"]["head"]
    assert left(**own, right={"head": "R", "items": said["right"]["items"]}) == said["right"]["items"][0]
    assert left(**own, right={"head": "R", "items": ("Two",)}) == ""
    assert left("n2") == left("1") == left(template="deck/help") == ""
    whole = PageSpec("deck/two_columns", "slide", {}, PageInfo("a", "A", 2), f"{TALK}/n1", whole=said)
    assert unfilled(made, whole) == said["head"]
