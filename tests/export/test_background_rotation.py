"""Variety across a week: neighbors on other grounds, in the order of the days, whatever the user chose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.campaign.dates import posting_days
from htpm_studio.compose.schema import GROUNDS as ALL_GROUNDS
from htpm_studio.export.background_rotation import rotate_backgrounds
from htpm_studio.export.edits import TEMPLATE
from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.export.social import social_orders
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.model import WEEKS, Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import cases

GROUNDS = {piece.id: piece.said.grounds for piece in pieces().of("social")}
RESOURCES = bundled_resources()
CAMPAIGN = bundled_campaign()


def kit_of(week: int, edits: Edits | None = None) -> Kit:
    project = Project(Brand("Riverbend"), week, 2027, edits=edits or Edits())
    return build_kit(project, CAMPAIGN, RESOURCES, Options(), dt.date(2027, 1, 4))


def feed(kit: Kit) -> list[tuple[str, str]]:
    """Template and ground of each post in the order of the days."""
    days = posting_days(kit.week.posts, kit.dates)
    found = {order.group: order.pages[0] for order in social_orders(kit) if order.pages[0].canvas == "square"}
    pages = [found[post.id] for post in sorted(kit.week.posts, key=lambda post: days.get(post.id, dt.date.max))]
    return [(page.template, str(page.content["ground"])) for page in pages]


def test_every_design_has_grounds_that_it_can_stand_on() -> None:
    assert set(GROUNDS) == {name for name in RESOURCES.library.templates if name.startswith("social/")}
    assert {ground for grounds in GROUNDS.values() for ground in grounds} <= set(ALL_GROUNDS)


@pytest.mark.parametrize("week", WEEKS)
def test_neighbors_of_a_week_never_share_a_colored_ground(week: int) -> None:
    row = feed(kit_of(week))
    same = [(one, two) for one, two in pairwise(row) if one[1] == two[1] and one[1] in {"panel", "deep"}]
    assert same == []


def test_the_users_design_is_kept_and_its_neighbors_make_room() -> None:
    kit = kit_of(2)
    post = next(post for post in kit.week.posts if post.graphic.template == "social/statement")
    piece = f"w2/social/{post.id}"
    changed = kit_of(2, Edits().changed(piece, TEMPLATE, "social/photo"))
    row = feed(changed)
    assert "social/statement" not in {template for template, _ in row}
    assert not [one for one, two in pairwise(row) if one[1] == two[1] and one[1] in {"panel", "deep"}]


def repeats(grounds: Sequence[str]) -> int:
    return sum(one == two for one, two in pairwise(grounds))


@given(st.lists(st.sampled_from(sorted(GROUNDS)), min_size=1, max_size=8))
@cases(150)
def test_no_other_choice_of_grounds_repeats_itself_less(templates: list[str]) -> None:
    grounds = rotate_backgrounds(templates)
    assert len(grounds) == len(templates)
    assert all(ground in GROUNDS[template] for template, ground in zip(templates, grounds, strict=True))
    assert repeats(grounds) == min(repeats(way) for way in product(*(GROUNDS[name] for name in templates)))


def test_a_lone_design_keeps_its_own_ground() -> None:
    assert rotate_backgrounds([]) == []
    assert [rotate_backgrounds([name])[0] for name in GROUNDS] == [grounds[0] for grounds in GROUNDS.values()]
