"""The graphics of a week: which design and ground each has, what it says, and in which files it comes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from PIL import Image

from htpm_studio.decoding.values import FieldValue
from htpm_studio.export.kit.edits import LAYOUT, LEFT_OUT, TEMPLATE, YES
from htpm_studio.export.kit.feed_mix import FeedLook, compositions_of
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.social import (
    BRIEF,
    editable_specs,
    feed_looks,
    other_mix,
    post_specs,
    social_graphics,
    social_specs,
)
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.project.model import MOST_SEED, Brand, Edits, Photo, Project
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources

SIZES = tuple(size.id for size in page_sizes().of("social"))
FIRST, SECOND = "w2/social/p0", "w2/social/p1"


@cache
def plain() -> Kit:
    project = Project(Brand("Riverbend"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(("social",)), date(2026, 11, 28))


def kit(
    *graphics: tuple[str, Mapping[str, FieldValue]],
    own: dict[str, dict[str, str]] | None = None,
    photos: tuple[Photo, ...] = (),
    only_day: int | None = None,
) -> Kit:
    """The week with posts of these designs and words: the first is "p0", and so on."""
    made = plain()
    posts = tuple(
        replace(
            made.week.posts[0], id=f"p{at}", only_day=only_day, only_year=None,
            graphic=replace(made.week.posts[0].graphic, template=template, fields=fields, alt="", illustrated=False),
        )
        for at, (template, fields) in enumerate(graphics)
    )  # fmt: skip
    project = replace(made.project, edits=Edits.from_mapping(own or {}), photos=photos)
    weeks = tuple(replace(week, posts=posts if week.number == 2 else ()) for week in made.campaign.weeks)
    campaign = replace(made.campaign, weeks=weeks)
    return replace(made, project=project, campaign=campaign, week=campaign.week(2))


HEAD: tuple[str, dict[str, FieldValue]] = ("social/statement", {"head": "Ask a cook", "sub": "Then listen."})
NUMBER: tuple[str, dict[str, FieldValue]] = (
    "social/statistic", {"number": "25%", "unit": "of people", "text": "ask.", "source": "A study, 2020"},
)  # fmt: skip


def listed(*items: str) -> tuple[str, dict[str, FieldValue]]:
    return "social/checklist", {"head": "Look", "items": items}


def test_each_post_has_a_file_in_every_size_named_by_its_place() -> None:
    specs = social_specs(kit(HEAD, HEAD))
    assert [one.path for one in specs] == [f"social/{size}/{at + 1:02d}-p{at}.png" for at in range(2) for size in SIZES]
    assert {one.title for one in specs} == {"Ask a cook"}
    assert [one.piece for one in post_specs(kit(HEAD, HEAD), SECOND)] == [SECOND] * len(SIZES)
    assert post_specs(kit(HEAD), "w2/social/gone") == ()
    assert social_specs(kit(("social/statement", {})))[0].title == "p0", "it has no words"


def test_a_graphic_with_a_photo_is_a_jpeg_where_its_design_shows_the_photo() -> None:
    data = io.BytesIO()
    Image.radial_gradient("L").resize((64, 64)).save(data, "JPEG")
    photo = Photo(PictureSource("key", "jpeg", data.getvalue(), (2400, 1600)), "a.jpg", people="nobody")
    made = kit(("social/photo", {"head": "Ask"}), HEAD, photos=(photo,))
    assert {one.piece: one.format for one in social_specs(made)} == {FIRST: "jpg", SECOND: "png"}


@pytest.mark.parametrize(
    ("items", "brief"),
    [
        (("One", "x" * BRIEF), True),
        (("One", "x" * (BRIEF + 1)), False),
        (("x" * (BRIEF + 1), "One"), False),
    ],
)
def test_a_list_of_few_letters_is_set_large(items: tuple[str, ...], brief: bool) -> None:
    pages = [one.pages[0] for one in social_specs(kit(listed(*items)))]
    assert {page.content.get("brief") for page in pages} == {"brief" if brief else None}


def test_a_design_that_the_user_chose_or_a_lock_keeps_is_not_mixed() -> None:
    usual = feed_looks(kit(HEAD))["p0"]
    twin = next(name for name in compositions_of("social/statement") if name != usual.template)
    for name in compositions_of("social/statement"):
        assert feed_looks(kit(HEAD, own={FIRST: {TEMPLATE: name}}))["p0"].template == name
    assert feed_looks(kit(HEAD, own={FIRST: {TEMPLATE: "gone"}}))["p0"] == usual
    grounds = {look.ground for look in (feed_looks(kit(HEAD), seed)["p0"] for seed in range(9))}
    other = next(ground for ground in sorted(grounds) if ground != usual.ground)
    assert feed_looks(kit(HEAD, own={FIRST: {LAYOUT: f"{twin} {other}"}}))["p0"] == FeedLook(twin, other)
    assert feed_looks(kit(HEAD, own={FIRST: {LAYOUT: f"{twin} nowhere"}}))["p0"] == usual


def test_another_mix_is_the_next_one_that_looks_another_way() -> None:
    made = kit(HEAD, NUMBER, listed("One"))
    number = other_mix(made)
    assert number > 0
    assert feed_looks(made, number) != feed_looks(made)
    assert all(feed_looks(made, before) == feed_looks(made) for before in range(1, number))
    usual = feed_looks(kit(HEAD))["p0"]
    fixed = kit(HEAD, own={FIRST: {LAYOUT: f"{usual.template} {usual.ground}"}})
    assert other_mix(fixed) == 0, "there is none"
    last = replace(made, project=replace(made.project, mixes=((2, MOST_SEED),)))
    assert feed_looks(last, 0) != feed_looks(last)
    assert other_mix(last) == 0, "after the last number comes the first"


def test_the_slides_of_each_size_are_those_of_its_pages_with_titles_that_differ() -> None:
    made = kit(HEAD, HEAD, NUMBER, own={"w2/social/p3": {LEFT_OUT: YES}})
    specs = list(editable_specs(made))
    assert [one.id for one in specs] == [f"social/editable/{size}" for size in SIZES]
    for spec, size in zip(specs, SIZES, strict=True):
        assert [page.info.title for page in spec.pages] == ["Ask a cook", "Ask a cook (2)", "25% of people"]
        assert {page.canvas for page in spec.pages} == {size}
        assert {page.fonts for page in spec.pages} == {"system"}
    out = kit(HEAD, NUMBER, own={FIRST: {LEFT_OUT: YES}})
    assert {page.piece for one in editable_specs(out) for page in one.pages} == {SECOND}
    assert list(editable_specs(kit(HEAD, own={FIRST: {LEFT_OUT: YES}}))) == []
    assert [one.id for one in social_graphics(made)][-1] == f"social/editable/{SIZES[-1]}"
