"""The slides of a deck in their order: how they are numbered and which way they face."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from htpm_studio.campaign.model import DeckId, Slide
from htpm_studio.decoding.values import FieldValue
from htpm_studio.export.decks.file_specs import WIDE_BULLET, deck_pages, deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def pages(*layouts: str) -> list[PageSpec]:
    """The slides of a deck that has these layouts, each with the words of the first slide that has it."""
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    deck = kit.week.deck("training")
    slides = tuple(next(slide for slide in deck.slides if slide.layout == layout) for layout in layouts)
    return list(deck_pages(kit, replace(deck, slides=slides or deck.slides)))


def test_slides_of_one_layout_face_one_way_and_the_other_in_turn() -> None:
    found = pages("deck/bullets", "deck/help", "deck/bullets", "deck/bullets", "deck/help", "deck/bullets")
    assert [page.content["mirror"] for page in found] == [False, False, True, False, True, True]


# ------------------------------------------------------------------ files, titles and samples


@cache
def plain() -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(("deck",)), dt.date(2026, 11, 25))


def shown(*slides: Slide, deck: DeckId = "training") -> list[PageSpec]:
    """The pages of a deck with these slides."""
    return list(deck_pages(plain(), replace(plain().week.deck(deck), slides=slides)))


def slide(layout: str = "deck/content", **fields: FieldValue) -> Slide:
    return Slide(layout, fields, "One", 2.0)


def test_a_slide_is_called_by_its_headline_quote_or_label_and_else_by_its_layout() -> None:
    titles = [
        page.info.title
        for page in shown(
            slide(head="Head", quote="Quote", eyebrow="Label"),
            slide(quote="Quote", eyebrow="Label"),
            slide(eyebrow="Label"),
            slide(),
        )
    ]
    assert titles == ["Head", "Quote", "Label", "deck/content"]


def test_slides_of_a_loop_go_on_after_their_minutes_and_are_set_for_a_lobby() -> None:
    (usual,), (loop,) = shown(slide(head="A")), shown(slide(head="A"), deck="loop")
    assert (usual.info.advance, loop.info.advance) == (0.0, 120.0)
    assert [page.content["page"] for page in (usual, loop)] == ["1", ""]
    assert ("large" in usual.content, loop.content["large"]) == (False, "6.7")


def test_only_a_number_has_a_chart_and_patches_and_no_chart_in_a_lobby() -> None:
    facts = next(fact for fact in plain().campaign.facts if fact.chart and len(fact.series) > 1)
    number = slide("deck/statistic", number=facts.figures[0], unit="people", text="ask.", source=facts.source)
    (usual,), (loop,), (other,) = shown(number), shown(number, deck="loop"), shown(slide(head="A"))
    assert loop.content["chart"] is None
    assert "patches" in usual.content
    assert ("chart" in other.content, "patches" in other.content) == (False, False)


@pytest.mark.parametrize(
    ("left", "right", "pairs", "short"),
    [
        (("a", "b"), ("c", "d"), True, True),
        (("a", "b", "c"), ("d", "e"), False, True),
        (("a", "b", "c", "d"), ("e",), False, False),
        (("a" * 48,), ("b",), True, True),
        (("a" * 49,), ("b",), True, False),
    ],
)
def test_two_columns_are_pairs_where_they_are_as_long_and_short_up_to_three_entries_of_48_letters(
    left: tuple[str, ...], right: tuple[str, ...], pairs: bool, short: bool
) -> None:
    (page,) = shown(slide("deck/two_columns", head="A", left={"items": left}, right={"items": right}))
    assert (page.content["pairs"], bool(page.content["few"])) == (pairs, short)


def test_a_bullet_is_long_beyond_the_width_of_a_column() -> None:
    lists = (("a", "b" * letters) for letters in (WIDE_BULLET, WIDE_BULLET + 1))
    pages = shown(*(slide("deck/bullets", head="A", items=items) for items in lists))
    assert [page.content["wide"] for page in pages] == [False, True]


def test_every_deck_brings_the_layouts_of_its_place_and_its_pdf_none() -> None:
    specs = {spec.id: spec for spec in deck_specs(plain())}
    usual, lobby = (specs[f"deck/{name}"].layouts for name in ("training", "loop"))
    assert specs["deck/short"].layouts == usual
    assert [one.template for one in specs["deck/template"].layouts] == [one.template for one in usual]
    assert [one.template for one in lobby] == [one.template for one in usual]
    library = plain().resources.library
    for here, there in zip(usual, lobby, strict=True):
        large = "large" in {field.name for field in library.template(there.template).fields}
        assert ("large" in there.content) is large
        assert "large" not in here.content
        items = there.content.get("items")
        assert not large or not isinstance(items, tuple) or len(items) <= 4
    assert specs["deck/training/pdf"].layouts == ()
