"""The slides of a deck in their order: how they are numbered and which way they face."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from htpm_studio.export.decks.file_specs import deck_pages
from htpm_studio.export.kit import Options, build_kit
from htpm_studio.export.specs import PageSpec
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


def test_slides_are_numbered_from_one_with_those_that_a_long_list_goes_on_to() -> None:
    found = pages()
    assert [page.content["page"] for page in found] == [str(number) for number in range(1, len(found) + 1)]
