"""Where a photo may go, by its shape, its sharpness and who is in it, and which places are beside each other."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from htpm_studio.export.kit.edits import ADDED, ORDER, PICTURE, TEMPLATE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.photo_placement import (
    _assigned,
    _barred,
    _beside,
    _fit,
    _in_week,
    _near,
    _next_to,
    _part_neighbors,
    _Place,
    _repeats,
    _Shape,
    chosen_against,
    free_photos,
    large_enough,
    photo_for,
    reasons,
    slots_on,
    takes_picture,
)
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.scene.nodes import PictureSource
from htpm_studio.toml.values import FieldValue
from tests.helpers.bundled import bundled_campaign, bundled_resources

WIDE = _Shape("a", (1600, 900), nobody=True)
PEOPLE = replace(WIDE, nobody=False)
EVEN = replace(WIDE, size=(1000, 1000))


def place(*frames: tuple[float, float], **more: Any) -> _Place:
    return replace(_Place("w2/social/a", "picture", "posts", 0, frames), **more)


@pytest.mark.parametrize(
    ("frames", "fit"),
    [
        (((1600, 900),), 1.0),  # all of it, and sharp
        (((800, 450),), 1.0),  # more pixels than are needed help no more
        (((900, 900),), 0.562),  # 9 of 16 show
        (((3200, 1800),), 0.5),  # half of the pixels in each direction
        (((1600, 900), (900, 900)), 0.781),  # between the two
    ],
)
def test_a_photo_suits_a_place_as_far_as_it_shows_and_is_sharp_there(
    frames: tuple[tuple[float, float], ...], fit: float
) -> None:
    assert _fit(WIDE, place(*frames)) == pytest.approx(fit, abs=1e-3)


def test_a_photo_with_people_is_not_where_words_are_on_a_part_of_it() -> None:
    assert _barred(PEOPLE, place((1600, 900))) is None
    assert _barred(PEOPLE, place((1600, 900), covered=True)) == "shape"
    assert _barred(WIDE, place((1600, 900), covered=True)) is None


@pytest.mark.parametrize(
    ("shape", "where", "reason"),
    [
        (WIDE, place((1600, 900)), None),
        (WIDE, place((2133, 1200)), None),  # three quarters of the pixels are sharp enough
        (WIDE, place((2140, 1204)), "small"),
        (WIDE, place((300, 560)), None),  # 30 percent show
        (WIDE, place((300, 570)), "shape"),
        (PEOPLE, place((801, 900)), None),  # of people half of the width, and 44 percent of the height
        (PEOPLE, place((799, 900)), "shape"),
        (PEOPLE, place((1600, 395)), "shape"),
        (PEOPLE, place((1600, 397)), None),
        (PEOPLE, place((1600, 900), (640, 910)), None),  # a page size that it does not suit has a drawing
        (PEOPLE, place((1600, 900), bar="harm"), "harm"),
        (WIDE, place((1600, 900), bar="harm"), None),
        (EVEN, place((300, 1000)), None),  # not less than the least
        (EVEN, place((290, 1000), (290, 1000)), "shape"),
        (EVEN, place((1000, 1000), (2000, 2000)), "small"),  # it is sharp on each page size
        (EVEN, place((2000, 1000)), "small"),
        (EVEN, place((1000, 2000)), "small"),
    ],
)
def test_what_keeps_a_photo_out_of_a_place(shape: _Shape, where: _Place, reason: str | None) -> None:
    assert _barred(shape, where) == reason


def test_places_are_beside_each_other_where_their_numbers_in_one_row_follow() -> None:
    first = place(at=1)
    assert _next_to(first, place(at=2))
    assert _next_to(first, place(at=0))
    assert not _next_to(first, place(at=3))
    assert not _next_to(first, place(at=1))
    assert not _next_to(first, place(at=2, row="deck"))
    assert not _next_to(place(at=-1), place(at=0)), "nobody knows where it is"


def test_a_photo_is_near_itself_in_the_last_or_next_place_of_its_row_and_beside_itself_by_number() -> None:
    row = [place(at=0), place(at=2), place(at=3), place(at=0, row="deck")]
    assert _near(row, {0: "a"}, 1, "a")
    assert not _beside(row, {0: "a"}, 1, "a"), "a place between them has a drawing"
    assert _beside(row, {1: "a"}, 2, "a")
    assert not _near(row, {2: "a"}, 3, "a"), "another row"
    assert not _near(row, {0: "b"}, 1, "a")
    assert not _near(row, {0: "a"}, 2, "a")


# ------------------------------------------------------------------ sharing out

OTHER = replace(WIDE, key="b")
NONE: Counter[str] = Counter()


def rows(*ats: int, **more: Any) -> list[_Place]:
    """Places of one row, all as wide as the photos."""
    return [place((1600, 900), at=at, **more) for at in ats]


def alone(*more: dict[str, Any]) -> list[_Place]:
    """Places that are seen with no other one."""
    return [place((1600, 900), row=f"row {number}", **one) for number, one in enumerate(more)]


def test_photos_take_turns_and_one_alone_leaves_out_every_other_place() -> None:
    assert _in_week(rows(1, 2, 3, 4), (WIDE, OTHER), NONE) == {0: "a", 1: "b", 2: "a", 3: "b"}
    assert _in_week(rows(1, 2, 3, 4), (WIDE,), NONE) == {0: "a", 2: "a"}
    assert _in_week(rows(1, 3, 5), (WIDE,), NONE) == {0: "a", 1: "a", 2: "a"}
    assert _in_week(rows(1), (), NONE) == _in_week([], (WIDE,), NONE) == {}


def test_places_that_few_photos_may_go_to_come_first_and_those_of_the_user_last() -> None:
    nobody, people = WIDE, replace(PEOPLE, key="p")
    assert _in_week(alone({}, {"bar": "harm"}), (nobody, people), NONE) == {0: "p", 1: "a"}
    assert _in_week(alone({"own": True}, {}), (WIDE, OTHER), NONE) == {0: "b", 1: "a"}
    own = {"own": True}
    assert _in_week(alone(own, own | {"bar": "harm"}), (nobody, people), NONE) == {0: "p", 1: "a"}
    assert _in_week(alone({"bar": "harm"}), (people,), NONE) == {}


def test_a_photo_that_was_used_before_comes_later_unless_it_suits_much_better() -> None:
    narrow = replace(OTHER, size=(1200, 1200))
    (where,) = rows(1)
    assert _in_week([where], (WIDE, OTHER), Counter("a")) == {0: "b"}
    assert _in_week([where], (WIDE, narrow), Counter("a")) == {0: "a"}
    assert _in_week([where], (WIDE, narrow), Counter("aaa")) == {0: "b"}
    assert _in_week([where], (narrow, WIDE), NONE) == {0: "a"}


def test_what_was_in_the_weeks_before_counts_but_not_where_the_user_put_a_place() -> None:
    week = [replace(one, piece="last") for one in alone({})]
    assert _assigned([week], (WIDE, OTHER)) == {("last", "picture"): "a"}
    assert _assigned([alone({}), week], (WIDE, OTHER)) == {("last", "picture"): "b"}
    assert _assigned([alone({"own": True}), week], (WIDE, OTHER)) == {("last", "picture"): "a"}


def test_photos_are_exchanged_where_fewer_follow_themselves_then() -> None:
    places, both = rows(0, 2, 4, 6), {"a", "b"}

    def parted(keys: str, **takes: set[str]) -> str:
        chosen = dict(enumerate(keys))
        _part_neighbors(places, chosen, {at: takes.get(f"at_{at}", both) for at in chosen})
        return "".join(chosen.values())

    assert parted("aabb") == "baba"
    assert parted("ab") == "ab", "nothing is won"
    assert parted("abab") == "abab"
    assert parted("aabb", at_0={"a"}, at_1={"a"}) == "aabb"
    assert parted("aabb", at_2={"b"}, at_3={"b"}) == "aabb"
    assert parted("aab", at_0={"a"}) == "aba"


def test_a_photo_beside_itself_counts_more_than_all_that_are_near() -> None:
    places = rows(1, 2, 4, 6)
    assert _repeats(places, dict(enumerate("abab")), range(4)) == 0
    assert _repeats(places, dict(enumerate("abaa")), range(4)) == 2
    assert _repeats(places, dict(enumerate("abaa")), (2,)) == 1
    assert _repeats(places, dict(enumerate("aaba")), (0, 1)) == 2 + 2 * len(places)


PLACES = st.lists(
    st.builds(
        place,
        st.just((1600, 900)),
        at=st.integers(-1, 5),
        row=st.sampled_from(["deck", "posts"]),
        bar=st.sampled_from(["", "harm"]),
        own=st.booleans(),
    ),
    max_size=7,
)
SHAPES = st.lists(st.sampled_from([WIDE, OTHER, replace(PEOPLE, key="p"), replace(PEOPLE, key="q")]), unique=True)


@settings(max_examples=40)
@given(PLACES, SHAPES)
def test_a_place_is_empty_only_where_every_photo_is_kept_out_or_beside_it(
    places: list[_Place], shapes: list[_Shape]
) -> None:
    chosen = _in_week(places, shapes, NONE)
    by_key = {one.key: one for one in shapes}
    for at, where in enumerate(places):
        if at in chosen:
            assert _barred(by_key[chosen[at]], where) is None
            others = {one: key for one, key in chosen.items() if one != at}
            assert not _beside(places, others, at, chosen[at])
        else:
            assert all(_barred(one, where) or _beside(places, chosen, at, one.key) for one in shapes)


# ------------------------------------------------------------------ in a kit

TRAINING, POST, FLYER = "w3/deck/training", "w3/social/w3-quick-guide", "w3/print/flyer"
QUOTE, HARM, WALL = f"{TRAINING}/12", f"{TRAINING}/2", "w3/background/photo-wall"


@cache
def drawn() -> bytes:
    data = io.BytesIO()
    Image.radial_gradient("L").resize((64, 64)).save(data, "JPEG")
    return data.getvalue()


def photo(key: str, size: tuple[int, int] = (2400, 1600), **more: Any) -> Photo:
    return replace(Photo(PictureSource(key, "jpeg", drawn(), size), f"{key}.jpg"), **more)


def kit(*photos: Photo, **edits: dict[str, str]) -> Kit:
    """The third week with these photos; the edits are by piece, named by the constants above."""
    names = {"post": POST, "flyer": FLYER, "quote": QUOTE, "harm": HARM, "wall": WALL, "deck": TRAINING}
    own = Edits.from_mapping({names.get(name, f"{TRAINING}/{name}"): fields for name, fields in edits.items()})
    project = Project(Brand("Riverbend"), 3, 2027, photos, edits=own)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 25))


def shown(made: Kit, piece: str) -> str:
    found = photo_for(made, piece, "", "")
    return found.source.key if found else ""


NOBODY, ANYBODY = photo("nobody", people="nobody"), photo("anybody")


def test_a_place_has_the_photo_or_a_reason_why_not() -> None:
    made = kit(NOBODY, ANYBODY)
    assert [shown(made, piece) for piece in (HARM, QUOTE, WALL, FLYER)] == ["nobody"] * 4
    why = reasons(made, ANYBODY)
    assert [why[piece, "picture"] for piece in (HARM, QUOTE, WALL, FLYER)] == ["harm", "quote", "camera", "harm"]
    assert shown(made, POST) == "anybody"
    assert (POST, "picture") not in why
    assert reasons(made, NOBODY)[POST, "picture"] == "other"
    assert set(reasons(made, NOBODY).values()) == {"other", "beside"}


def test_what_is_next_to_a_photo_is_the_reason_only_where_the_place_has_no_other_photo() -> None:
    alone = kit(NOBODY)
    empty = {piece for piece, _ in reasons(alone, NOBODY)}
    assert set(reasons(alone, NOBODY).values()) == {"beside"}
    assert all(not shown(alone, piece) for piece in empty)
    other = photo("other", people="nobody")
    both = kit(NOBODY, other)
    assert sum(bool(shown(both, piece)) for piece in empty) >= len(empty) // 2
    for one in (NOBODY, other):
        for (piece, _), why in reasons(both, one).items():
            assert why == ("other" if shown(both, piece) else "beside")


def test_words_of_the_user_about_harm_take_the_photo_of_people_away_and_other_edits_do_not() -> None:
    threat = {"head": "He was threatened at work"}
    changed = kit(ANYBODY, post=threat)
    assert (shown(changed, POST), reasons(changed, ANYBODY)[POST, "picture"]) == ("", "harm")
    assert shown(kit(NOBODY, photo("x", people="nobody"), post=threat), POST)
    for field in ("@day", "@picture.1"):
        assert shown(kit(ANYBODY, post={field: "He was threatened at work"}), POST) == "anybody"
    assert photo_for(kit(), POST, "", "") is None


def test_a_picture_that_the_user_chose_is_the_reason_unless_it_is_this_photo() -> None:
    assert reasons(kit(NOBODY, flyer={PICTURE: "open-hands"}), NOBODY)[FLYER, "picture"] == "chosen"
    assert (FLYER, "picture") not in reasons(kit(NOBODY, flyer={PICTURE: "nobody"}), NOBODY)


def test_photos_of_people_that_the_user_put_where_they_would_not_go_are_named() -> None:
    mine = {PICTURE: "anybody"}

    def against(one: Photo, **edits: dict[str, str]) -> dict[str, str]:
        return dict(chosen_against(kit(one, **edits), one))

    assert against(ANYBODY) == against(ANYBODY, post=mine) == {}
    assert against(ANYBODY, harm=mine, quote=mine, wall=mine) == {HARM: "harm", QUOTE: "quote", WALL: "camera"}
    assert against(ANYBODY, post={**mine, "head": "He was threatened at work"}) == {POST: "harm"}
    assert against(ANYBODY, quote={**mine, "who": "He was threatened at work"}) == {QUOTE: "harm"}
    assert against(replace(ANYBODY, people="nobody"), harm=mine, quote=mine) == {}
    assert against(ANYBODY, harm={PICTURE: "open-hands"}) == {}


def test_photos_that_are_kept_back_withdrawn_or_flat_go_nowhere_by_themselves() -> None:
    assert free_photos(kit(NOBODY)) == (NOBODY,)
    for kept in (replace(NOBODY, placed=True), replace(NOBODY, withdrawn=True)):
        assert free_photos(kit(kept)) == ()
        assert shown(kit(kept), FLYER) == ""
    data = io.BytesIO()
    Image.new("RGB", (64, 64), "#808080").save(data, "JPEG")
    flat = replace(NOBODY, source=PictureSource("flat", "jpeg", data.getvalue(), (2400, 1600)))
    assert free_photos(kit(NOBODY, flat)) == (NOBODY,)


def test_a_photo_is_large_enough_where_one_design_shows_it_sharply() -> None:
    assert large_enough(kit(), NOBODY)
    assert large_enough(kit(), photo("small", (900, 900)))
    assert not large_enough(kit(), photo("tiny", (300, 200)))


def test_only_designs_with_a_picture_have_places_and_only_on_their_page_sizes() -> None:
    made = kit()
    assert takes_picture(made, "deck/photo_text")
    assert not takes_picture(made, "deck/bullets")
    assert not takes_picture(made, "deck/nowhere")
    assert slots_on(made, "deck/photo_text", "slide")
    assert slots_on(made, "deck/photo_text", "letter") == slots_on(made, "deck/nowhere", "slide") == ()


def test_a_slide_of_the_users_own_takes_what_is_left_and_a_changed_design_keeps_the_others() -> None:
    made = kit(NOBODY, n1={ADDED: "deck/photo_text", "head": "New"}, deck={ORDER: "1 2 3 n1"})
    usual = kit(NOBODY)
    assert [shown(made, piece) for piece in (HARM, QUOTE, FLYER, f"{TRAINING}/n1")] == ["nobody"] * 4
    assert reasons(made, NOBODY) == reasons(usual, NOBODY)
    threat = {ADDED: "deck/photo_text", "head": "New", "text": "He was threatened at work"}
    assert shown(kit(ANYBODY, n1=threat), f"{TRAINING}/n1") == ""
    bullets = {"3": {TEMPLATE: "deck/photo_text"}}
    assert not takes_picture(usual, usual.week.deck("training").slides[2].layout)
    third = f"{TRAINING}/3"
    assert (third, "picture") in {*reasons(kit(NOBODY, **bullets), NOBODY)} or shown(kit(NOBODY, **bullets), third)
    assert not shown(usual, third)
    left = kit(NOBODY, harm={TEMPLATE: "deck/bullets"})
    assert reasons(left, NOBODY) == reasons(usual, NOBODY), "its share stays there"


def test_words_of_the_campaign_about_harm_keep_people_away_and_addresses_say_nothing() -> None:
    made = kit(ANYBODY)
    (flyer,) = (one for one in made.week.handouts if one.id == "flyer")

    def why(**fields: FieldValue) -> str | None:
        other = replace(flyer, illustrated=False, fields=fields)
        return reasons(replace(made, week=replace(made.week, handouts=(other,))), ANYBODY).get((FLYER, "picture"))

    threat = "He was threatened at work"
    assert why(head=threat) == why(points=({"head": threat},)) == why(items=("One", threat)) == "harm"
    assert why(url=threat, picture=threat) != "harm"
