"""The drawings that templates ask for by name: each has its marks in the same places, mark by mark."""

from __future__ import annotations

from hashlib import blake2b

import pytest

from htpm_studio.compose.decorations import DECORATIONS, LETTERS, TILES, draw
from htpm_studio.compose.frames import DrawingLeaf
from htpm_studio.compose.motif import EMBLEMS, LADDER, Dot, Strand
from htpm_studio.compose.patchwork import PATCHWORK
from htpm_studio.units import Size
from tests.helpers.drawn_marks import said

DIGESTS = {
    "ask": "df9519f9", "bend": "20f8f6d5", "border": "b0d1a1ec", "bridge": "a7a331ff", "emblem": "7c583ac2",
    "figure": "58470996", "frame": "99674f9a", "link": "b713c289", "quote": "1159d029", "rings": "bccfe6bf",
    "rise": "f13d379e", "run": "509772d4", "stand": "2b2d7a8d", "thread": "e3e7d2b7",
    "track": "9607923f", "band": "78909d38", "whisper": "0565374b",
}  # fmt: skip

SIZES = (Size(300, 200), Size(120, 300), Size(700, 420))
NUMBERS = (
    {
        "pitch": 6.0,
        "x": 5.0,
        "y": 4.0,
        "right": 3.0,
        "from": 9.0,
        "high": 2.5,
        "size": 2.0,
        "spread": 30.0,
        "rows": 6.0,
    },
    {"pitch-max": 5.0, "right": 2.0, "from": 60.0, "strands": 3.0, "legs": 2.0, "links": 0.5, "share": 0.7},
    {"dot": 1.0},
)


@pytest.mark.parametrize("recipe", sorted(DECORATIONS - {TILES, LETTERS} - {*PATCHWORK}))
def test_a_drawing_keeps_its_marks(recipe: str) -> None:
    """A changed digest says that pieces with this drawing look different: look at them, then write it down anew."""
    found = blake2b(digest_size=4)
    for at, ground in enumerate(LADDER):
        for week in range(1, 6):
            size, word = SIZES[(at + week) % 3], ("", "quiet", "accent")[week % 3]
            leaf = DrawingLeaf(recipe, ground, 4.0, week, 7 * week, words={"of": word}, flip=week % 2 == 0)
            found.update(said(draw(leaf, size)))
    for name in EMBLEMS:
        leaf = DrawingLeaf(
            recipe, "panel", 3.0, 2, 5, words={"of": name}, colors=("a", "b", "c"), numbers={"share": 0.5}
        )
        found.update(said(draw(leaf, Size(200, 150))))
    for numbers in NUMBERS:
        leaf = DrawingLeaf(recipe, "panel", 3.0, 2, 5, numbers=numbers)
        found.update(said(draw(leaf, Size(240, 160))) + said(draw(leaf, Size(700, 420))))
    assert found.hexdigest() == DIGESTS[recipe]


@pytest.mark.parametrize("numbers", [{}, *NUMBERS, {"pitch": 5.2, "y": 0.5, "high": 3.2, "from": 6.5}])
@pytest.mark.parametrize("high", [20, 60, 90, 130, 200, 400])
def test_rising_lanes_make_no_knot_in_a_low_box(numbers: dict[str, float], high: int) -> None:
    """Each lane goes on to the right and then up, never back; where there is no room at all nothing is drawn."""
    for wide in (90, 240, 480):
        made = draw(DrawingLeaf("rise", "panel", 5.0, 2, 5, numbers=numbers), Size(wide, high))
        for strand in (one for one in made if isinstance(one, Strand)):
            flat = [round(value, 6) for segment in strand.segments for value in segment.points]
            assert flat[::2] == sorted(flat[::2])
            assert flat[1::2] == sorted(flat[1::2], reverse=True)


def test_a_quiet_lattice_leaves_the_person_and_the_logo_free() -> None:
    marks = draw(DrawingLeaf("whisper", "panel", 5.0, 1, 3), Size(800, 450))
    dots = [mark for mark in marks if isinstance(mark, Dot)]
    assert len(dots) > 50
    for left, top, wide, high in ((34 * 5, 11.5 * 5, 92 * 5, 79 * 5), (109 * 5, 2.2 * 5, 34 * 5, 27.8 * 5)):
        inside = [dot for dot in dots if left < dot.x < left + wide and top < dot.y < top + high]
        assert inside == []


def test_a_drawing_that_nobody_knows_or_in_no_room_has_no_marks() -> None:
    assert draw(DrawingLeaf("unknown", "panel", 4.0, 1, 7), Size(300, 200)) == []
    assert draw(DrawingLeaf("rise", "panel", 4.0, 1, 7), Size(0, 200)) == []
    assert draw(DrawingLeaf("rise", "panel", 4.0, 1, 7), Size(300, 0)) == []
    assert draw(DrawingLeaf("rise", "panel", 4.0, 1, 7), Size(300, 200)) != []


@pytest.mark.parametrize("weeks", [1, 3, 6])
def test_the_track_has_a_stop_for_each_week(weeks: int) -> None:
    """A campaign has as many weeks as its toolkit says."""
    marks = draw(DrawingLeaf("track", "panel", 4.0, weeks, 1, numbers={"stops": float(weeks)}), Size(120, 12))
    stops = [mark for mark in marks if isinstance(mark, Dot)]
    assert len(stops) == weeks
    assert stops[-1].radius > max((stop.radius for stop in stops[:-1]), default=0), "the last week is where we are"
