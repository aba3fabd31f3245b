"""Variety across a week: neighbors are composed in other ways, and there is another mix for whoever asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.schema import GROUNDS as ALL_GROUNDS
from htpm_studio.export.kit import feed_mix
from htpm_studio.export.kit.edits import LAYOUT, TEMPLATE, changes_piece, lock_edits
from htpm_studio.export.kit.feed_mix import WINDOW, FeedLook, FeedPost, compositions_of, grounds_of, mix_feed
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.social import social_specs
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import WEEKS, cases

GROUNDS = {piece.id: piece.spec.grounds for piece in pieces().of("social")}
RESOURCES = bundled_resources()
CAMPAIGN = bundled_campaign()


def kit_of(week: int, edits: Edits | None = None, mix: int = 0) -> Kit:
    project = Project(Brand("Riverbend"), week, 2027, edits=edits or Edits()).with_mix(week, mix)
    return build_kit(project, CAMPAIGN, RESOURCES, Options(), dt.date(2027, 1, 4))


def feed(kit: Kit) -> list[FeedLook]:
    """Template and ground of each post in the order of the days."""
    days = kit.post_days
    found = {spec.group: spec.pages[0] for spec in social_specs(kit) if spec.pages[0].canvas == "square"}
    pages = [found[post.id] for post in sorted(kit.week.posts, key=lambda post: days.get(post.id, dt.date.max))]
    return [FeedLook(page.template, str(page.content["ground"])) for page in pages]


def twice(row: Sequence[FeedLook]) -> list[str]:
    """Compositions that come again among the next posts."""
    names = [look.template for look in row]
    return [name for at, name in enumerate(names) if name in names[at + 1 : at + WINDOW]]


def test_every_design_has_grounds_and_at_least_two_compositions_with_the_same_fields() -> None:
    posts = {name for name in RESOURCES.library.templates if name.startswith("social/")}
    assert {name for piece in GROUNDS for name in compositions_of(piece)} == posts
    assert {ground for grounds in GROUNDS.values() for ground in grounds} <= set(ALL_GROUNDS)
    for name in GROUNDS:
        names = compositions_of(name)
        assert len(names) >= 2
        assert set(names) <= set(RESOURCES.library.templates)
        assert all(pieces().fields[one] == pieces().fields[name] for one in names)
        assert len({RESOURCES.library.templates[one].audience for one in names}) == 1


@pytest.mark.parametrize("mix", [0, 1, 7])
@pytest.mark.parametrize("week", WEEKS)
def test_a_week_repeats_no_composition_within_four_posts_and_no_colored_ground_in_a_row(week: int, mix: int) -> None:
    row = feed(kit_of(week, mix=mix))
    assert twice(row) == []
    assert not [one for one, two in pairwise(row) if one.ground == two.ground and one.ground in {"panel", "deep"}]


def test_the_users_design_is_kept_and_its_neighbors_make_room() -> None:
    kit = kit_of(4)
    post = next(post for post in kit.week.posts if post.graphic.template == "social/statement")
    piece = f"w4/social/{post.id}"
    changed = kit_of(4, Edits().changed(piece, TEMPLATE, "social/photo-second"))
    row = feed(changed)
    assert "social/photo-second" in {look.template for look in row}
    assert twice(row) == []


def repeats(grounds: Sequence[str]) -> int:
    return sum(one == two for one, two in pairwise(grounds))


@given(st.lists(st.sampled_from(sorted(GROUNDS)), min_size=1, max_size=8), st.integers(0, 50))
@cases(100)
def test_no_other_choice_of_grounds_repeats_itself_less(templates: list[str], seed: int) -> None:
    row = mix_feed([FeedPost(name) for name in templates], 2, seed)
    assert all(look.ground in GROUNDS[name] for name, look in zip(templates, row, strict=True))
    assert all(look.template in compositions_of(name) for name, look in zip(templates, row, strict=True))
    grounds = [look.ground for look in row]
    assert repeats(grounds) == min(repeats(way) for way in product(*(GROUNDS[name] for name in templates)))


def test_a_composition_is_on_the_grounds_that_a_family_names_for_it() -> None:
    grounds = {"photo": ("surface",), "photo-second": ("panel", "tint-2")}
    posts = [FeedPost("social/photo")] * 8
    row = mix_feed(posts, grounds=grounds)
    assert {look.ground for look in row if look.template == "social/photo"} == {"surface"}
    assert {look.ground for look in row if look.template == "social/photo-second"} <= {"panel", "tint-2"}
    assert grounds_of("social/photo-second", {"photo": ("deep",)}) == ("deep",), "those of the first composition"


# ---------------------------------------------------------------- another mix


def test_a_locked_graphic_keeps_its_layout_in_every_mix() -> None:
    kit = kit_of(2)
    spec = next(spec for spec in social_specs(kit) if spec.pages[0].template.startswith("social/statement"))
    page, edits = spec.pages[0], Edits()
    for field, text in lock_edits([page], on=True).items():
        edits = edits.changed(spec.piece, field, text)
    assert edits.text(spec.piece, LAYOUT) == f"{page.template} {page.content['ground']}"
    assert not changes_piece(LAYOUT)
    for mix in range(6):
        again = next(one for one in social_specs(kit_of(2, edits, mix)) if one.piece == spec.piece).pages[0]
        assert (again.template, again.content["ground"]) == (page.template, page.content["ground"])
    gone = edits.changed(spec.piece, LAYOUT, "social/no-such deep")
    assert feed(kit_of(2, gone)) == feed(kit)


# ------------------------------------------------------------------ turns of compositions

DESIGNS = ("abc", "def", "ghi", "jkl", "mno")


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Designs with three compositions each, which are named by letters, and no grounds."""
    found = {name: tuple(design) for design in DESIGNS for name in design}
    monkeypatch.setattr(feed_mix, "compositions_of", lambda name, _drawn=(): found[name])


def mixed(names: str, week: int = 0, seed: int = 0) -> str:
    return "".join(look.template for look in mix_feed([FeedPost(name) for name in names], week, seed))


@pytest.mark.usefixtures("three")
def test_a_design_takes_its_compositions_in_turn_and_another_week_or_design_begins_with_another_one() -> None:
    assert [mixed("aaa", week) for week in range(3)] == ["abc", "bca", "cab"]
    assert mixed("b") == "b"
    assert mixed("ad") == "ae"
    assert mixed("adg") == "aei"
    assert mixed("ada") == "aeb"


@pytest.mark.usefixtures("three")
def test_a_mix_exchanges_half_of_the_compositions_for_the_next_ones_and_the_mix_after_it_the_others() -> None:
    turns = mixed("adgjm")
    following = {name: design[(at + 1) % 3] for design in DESIGNS for at, name in enumerate(design)}
    for seed in (1, 3):
        one, other = mixed("adgjm", seed=seed), mixed("adgjm", seed=seed + 1)
        changed = [at for at in range(5) if one[at] != turns[at]]
        assert [at for at in range(5) if other[at] != turns[at]] == [at for at in range(5) if at not in changed]
        assert len(changed) == 3
        assert all(one[at] == following[turns[at]] for at in changed)


def test_grounds_that_melt_into_a_picture_are_chosen_last_in_every_mix() -> None:
    own, *others = GROUNDS["social/series"]
    for seed in range(4):
        assert mix_feed([FeedPost("social/series", melting={own, others[0]})], seed=seed)[0].ground == others[1]
    assert mix_feed([FeedPost("social/series", melting={own, *others})])[0].ground == own
    assert mix_feed([FeedPost("social/series", melting=(others[0],))])[0].ground == own


def test_a_family_that_draws_some_compositions_itself_shows_those_alone() -> None:
    first, second = compositions_of("social/photo")
    assert compositions_of("social/photo", {second, "social/quote"}) == (second,)
    assert compositions_of("social/photo", {"social/quote"}) == (first, second)
    assert {mix_feed([FeedPost("social/photo")], week, drawn={second})[0].template for week in range(2)} == {second}
