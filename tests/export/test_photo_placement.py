"""Where a photo may go, by its shape, its sharpness and who is in it, and which places are beside each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.export.photo_placement import _barred, _beside, _fit, _near, _next_to, _Place, _Shape

WIDE = _Shape("a", (1600, 900), nobody=True)
PEOPLE = replace(WIDE, nobody=False)


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


def test_a_photo_with_people_suits_a_place_half_as_well_where_words_are_on_it() -> None:
    assert _fit(PEOPLE, place((1600, 900))) == 1
    assert _fit(PEOPLE, place((1600, 900), covered=True)) == 0.5
    assert _fit(WIDE, place((1600, 900), covered=True)) == 1


@pytest.mark.parametrize(
    ("shape", "where", "reason"),
    [
        (WIDE, place((1600, 900)), None),
        (WIDE, place((2133, 1200)), None),  # three quarters of the pixels are sharp enough
        (WIDE, place((2140, 1204)), "small"),
        (WIDE, place((300, 560)), None),  # 30 percent show
        (WIDE, place((300, 570)), "shape"),
        (PEOPLE, place((640, 890)), None),  # of people at least 40 percent
        (PEOPLE, place((640, 910)), "shape"),
        (PEOPLE, place((1600, 900), (640, 910)), "shape"),  # on each page size
        (WIDE, place((1600, 900), (300, 570)), None),  # else on all of them together
        (PEOPLE, place((1600, 900), bar="harm"), "harm"),
        (WIDE, place((1600, 900), bar="harm"), None),
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
