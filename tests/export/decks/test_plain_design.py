"""The plain design: letters that are read from the last row, even margins, and places that keep off each other."""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import combinations

from htpm_studio.export.decks.plain_design import plain_deck_template
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.project.model import Brand, Project
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate
from htpm_studio.units import EMU_PER_POINT
from tests.helpers.bundled import bundled_campaign, bundled_resources


@cache
def plain() -> DeckTemplate:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    return plain_deck_template(kit.inputs)


def test_titles_have_34_points_and_more_text_has_24_and_only_the_foot_is_smaller() -> None:
    sizes = {(layout.name, place.kind): place.size for layout in plain().layouts for place in layout.places}
    assert sizes.pop(("Title", "ctrTitle")) == 44
    assert {size for (_, kind), size in sizes.items() if kind == "title"} == {34}
    assert {size for (_, kind), size in sizes.items() if kind in ("subTitle", "body")} == {24}
    assert {size for (_, kind), size in sizes.items() if kind == "sldNum"} == {14}


def test_left_and_right_of_everything_is_the_same_margin() -> None:
    wide, high = plain().size
    for layout in plain().layouts:
        left = min(place.frame.x for place in layout.places)
        right = wide - max(place.frame.x + place.frame.width for place in layout.places)
        assert left == right == 48 * EMU_PER_POINT
        assert all(0 < place.frame.y < place.frame.y + place.frame.height < high for place in layout.places)


def test_no_place_reaches_into_another() -> None:
    for layout in plain().layouts:
        for one, other in combinations((place.frame for place in layout.places), 2):
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            below = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert beside or below, layout.name
