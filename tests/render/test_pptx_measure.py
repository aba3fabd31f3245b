"""Where Office has to be given a text, so that its lines break and lie as in the scene: lines of known widths."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.pptx.measure import (
    TextPlace,
    paragraphs,
    percent,
    place_list,
    place_text,
    seat,
    torn_numbers,
)
from htpm_studio.scene.nodes import Align, Anchor, Color, ListStyle, TextBlock, TextLine
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages

STYLE = replace(pages.STYLES["body"], size=10.0, leading=12.0)
SEAT = 9.91
"""The first baseline of a line of ten points in the single pitch: between 9.7 and 10."""

INK = Color("#000000")


def block(*rows: tuple[str, float], text: str = "", box: float = 100, x: float = 50, high: float = 40) -> TextBlock:
    """Lines with their widths from one edge, 12 points apart from 110 on."""
    lines = tuple(TextLine(words, x, 110 + 12 * at, width, ()) for at, (words, width) in enumerate(rows))
    said = text or " ".join(words for words, _ in rows)
    return TextBlock("t", Box(x, 100, box, high), said, STYLE, INK, lines, 90)


def wide(one: TextBlock, *, linked: bool = False) -> tuple[float, float]:
    """The width of a frame and the one in which its lines break."""
    place = place_text(one, linked)
    return round(place.frame.width / 12700, 2), round((place.frame.width - place.left - place.right) / 12700, 2)


# ------------------------------------------------------------------ pitch and paragraphs


@pytest.mark.parametrize(
    ("leading", "part", "place"),
    [(12, 100, 9.91), (10.8, 90, 8.598), (13.2, 110, 10.81), (6, 50, 4.47), (24, 200, 20.8), (0.01, 1, -0.5868)],
)
def test_the_first_baseline_is_between_those_of_both_programs(leading: float, part: int, place: float) -> None:
    style = replace(STYLE, leading=leading)
    assert percent(style) == part
    assert seat(style) == pytest.approx(place)


def test_lines_belong_to_the_paragraph_whose_letters_they_have() -> None:
    made = block(("One two", 9), ("three", 9), ("four", 9), text="One two three\n\nfour")
    assert [[line.text for line in one.lines] for one in paragraphs(made)] == [["One two", "three"], ["four"], []]
    spaced = block(("One", 9), ("", 0), ("four", 9), text="One\n\nfour")
    assert [[line.text for line in one.lines] for one in paragraphs(spaced)] == [["One"], [""], ["four"]]
    assert [one.text for one in paragraphs(made)] == ["One two three", "", "four"]
    assert [one.lines for one in paragraphs(replace(made, lines=()))] == [(), (), ()]


def test_a_line_that_begins_with_a_number_of_several_parts_is_kept_together() -> None:
    def torn(*rows: str) -> tuple[int, ...]:
        (found,) = torn_numbers(paragraphs(block(*((row, 50.0) for row in rows))))
        return found

    assert torn("Call", "1-888-373", "now") == (5,)
    assert torn("Call", "(1-888)", "now") == (5,)
    assert torn("1-888 is", "the number") == ()
    assert torn("Call the", "24-hour", "well-known", "a1-2") == (9,)
    assert torn("Call", "more\u00a01-888") == (5,)


# ------------------------------------------------------------------ widths


TWO = (("aaa", 60.0), ("bbb ccc", 50.0))
"""With its first word, three of seven letters, and a space of 2.6 the second line would make the first 84.03 wide."""


@pytest.mark.parametrize(
    ("box", "frame", "room"),
    [
        (60, 61, 61), (70, 71, 71), (82, 83, 83), (83.5, 83.03, 83.03), (84, 83.03, 83.03), (84.1, 85.1, 82.38),
        (200, 201, 82.38), (59, 61.2, 61.2), (59.9, 61.2, 61.2), (30, 61.2, 61.2),
    ],
)  # fmt: skip
def test_lines_break_where_they_did_in_the_widest_part_of_their_box(box: float, frame: float, room: float) -> None:
    assert wide(block(*TWO, box=box)) == (frame, room)


def test_a_word_that_hardly_fails_to_join_the_line_before_leaves_little_choice() -> None:
    near = (("aaa", 200.0), ("b", 0.4))  # it would join at 203
    assert wide(block(*near, box=40)) == (201.5, 201.5)
    joins = (("aaa", 60.0), ("bbb", 70.0))
    assert wide(block(*joins, box=100)) == (101, 101)
    over = (("aaa", 10.0), ("b", 9.0), ("ccc", 60.0))  # the second would be on the first
    assert wide(block(*over, box=40)) == (91.8, 91.8)
    assert wide(replace(block(*over, box=40), measure=20)) == (60.3, 60.3)


# ------------------------------------------------------------------ places


def at(place: TextPlace) -> tuple[float, ...]:
    found = place.frame
    return tuple(
        round(one / 12700, 2) for one in (found.x, found.y, found.width, found.height, place.left, place.right)
    )


@pytest.mark.parametrize(
    ("align", "x", "left", "right"), [("left", 50, 0, 39.7), ("right", 9, 39.7, 0), ("center", 29.5, 19.85, 19.85)]
)
def test_a_linked_text_has_its_spare_room_where_its_lines_do_not_end(
    align: Align, x: float, left: float, right: float
) -> None:
    made = replace(block(*TWO), align=align)
    assert at(place_text(made, linked=True))[:3] == (x, round(110 - SEAT, 2), 101)
    place = place_text(made, linked=True)
    assert at(place)[4:] == (left, right)
    assert {place.left > 0, place.right > 0} == {left > 0, right > 0}, "not even a unit"


@pytest.mark.parametrize(
    ("anchor", "high", "top", "height"),
    [
        ("top", 40, 100.09, 43), ("top", 10, 100.09, 27), ("middle", 40, 90.59, 43), ("middle", 10, 98.59, 27),
        ("bottom", 40, 81.09, 43), ("bottom", 10, 97.09, 27),
    ],
)  # fmt: skip
def test_the_lines_of_a_text_are_at_its_anchor(anchor: Anchor, high: float, top: float, height: float) -> None:
    """Two lines of 12 from 100.09 to 124.09, with three points to spare below."""
    found = place_text(replace(block(*TWO, high=high), anchor=anchor))
    assert at(found)[1::2][:2] == (top, height)
    assert found.anchor == anchor


LIST = ListStyle("dot", INK, 20, 8)


def test_a_list_begins_at_its_bullets_and_breaks_in_what_its_texts_have() -> None:
    one, two = block(*TWO, box=82), replace(block(("ddd", 40.0), box=82), box=Box(50, 140, 82, 12))
    low = tuple(replace(line, baseline=150.0) for line in two.lines)
    box = Box(30, 100, 102, 60)
    found = at(place_list([one, replace(two, lines=low)], box, LIST))
    assert found == (30, 100.09, 103, 59.91, 0, 0)
    wider = at(place_list([one, replace(two, lines=low, box=Box(50, 140, 200, 12))], box, LIST))
    assert wider[2:] == (221, 59.91, 0, round(201 - 82.38, 2))
    tight = at(place_list([one], Box(30, 100, 102, 5), LIST))
    assert tight[3] == 12, "at least a line"
    bare = at(place_list([replace(one, lines=())], box, LIST))
    assert bare[:3] == (30, 100, 102)
    ends = place_list([one, replace(two, lines=())], box, replace(LIST, anchor="bottom"))
    assert ends.frame.y + ends.frame.height == pytest.approx((152 + 12 - SEAT) * 12700, abs=1), (
        "below the box of the last"
    )
