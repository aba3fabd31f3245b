"""Words in a logo are found by their shapes: letters in a row or around a seal, not dots, bars or people."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from htpm_studio.project.logo_words import (
    _alike,
    _even,
    _in_reading_order,
    _is_seal,
    _is_word,
    _letters,
    _on_one_line,
    _rows,
    _Shape,
    _shapes,
    _spells,
    _words,
    has_words,
    holds_name,
    is_symbol,
)
from htpm_studio.project.pictures import load_logo
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.lettered import letters

BADGE = '<rect width="100" height="100" rx="12" fill="#1B6B4A"/>'
DISC = '<circle cx="50" cy="36" r="32" fill="#5B2A86"/>'
RING = '<circle cx="50" cy="50" r="38" fill="none" stroke="#12284C" stroke-width="14"/>'


def around(text: str) -> str:
    """Letters along a circle."""
    turns = [math.pi * (1.6 * number / len(text) - 1) for number in range(len(text))]
    return "".join(
        letters(one, 50 + 36 * math.cos(turn), 50 + 36 * math.sin(turn), 10, turn=math.degrees(turn) + 90)
        for one, turn in zip(text, turns, strict=True)
    )


def drawn(folder: Path, body: str, wide: float = 100, high: float = 100) -> PictureSource:
    path = folder / "logo.svg"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}">'
    path.write_text(f"{head}{body}</svg>", encoding="utf-8")
    return load_logo(path)


WITH_WORDS: Mapping[str, str] = {
    "name below a mark": DISC + letters("Cypress", 14, 96, 20),
    "white name in a badge": BADGE + letters("CARE", 12, 62, 30, "#FFFFFF"),
    "two lines": letters("safe", 10, 44, 40) + letters("house", 4, 88, 34),
    "three capitals": '<path d="M50 2 90 40H10Z" fill="#B00000"/>' + letters("IRC", 14, 88, 42),
    "seal": '<circle cx="50" cy="50" r="48" fill="none" stroke="#12284C" stroke-width="2"/>'
     '<circle cx="50" cy="50" r="24" fill="#12284C"/>' + around("CITYOFSPRINGFIELDEST1887"),
}  # fmt: skip
WITHOUT: Mapping[str, str] = {
    "ring": RING + '<circle cx="50" cy="50" r="16" fill="#C8102E"/>',
    "dots": "".join(f'<circle cx="{12 + 19 * n}" cy="70" r="8"/>' for n in range(5)),
    "bars": "".join(f'<rect x="{8 + 18 * n}" y="{90 - h}" width="10" height="{h}"/>'
                    for n, h in enumerate((20, 34, 40, 28, 38))),
    "people": "".join(f'<circle cx="{14 + 18 * n}" cy="40" r="6"/><path d="M{8 + 18 * n} 80V60a6 8 0 0 1 12 0V80Z"/>'
                      for n in range(5)),
    "houses": "".join(f'<path d="M{4 + 19 * n} 90V{50 + n % 3 * 8}l8-{10 + n * 2} 8 {10 + n * 2}V90Z"/>'
                      for n in range(5)),
    "monogram": '<circle cx="50" cy="50" r="48" fill="#B00000"/>' + letters("A", 24, 76, 76, "#FFFFFF"),
    "plain badge": BADGE,
}  # fmt: skip


@pytest.mark.parametrize("kind", WITH_WORDS)
def test_words_are_found(kind: str, tmp_path: Path) -> None:
    logo = drawn(tmp_path, WITH_WORDS[kind])
    assert has_words(logo)
    assert not is_symbol(logo)


@pytest.mark.parametrize("kind", WITHOUT)
def test_a_symbol_has_none(kind: str, tmp_path: Path) -> None:
    logo = drawn(tmp_path, WITHOUT[kind])
    assert not has_words(logo)
    assert is_symbol(logo) or kind in ("dots", "bars", "people", "houses")  # flat, with nothing above them


def test_words_are_found_on_a_white_ground_too(tmp_path: Path) -> None:
    ground = '<rect width="100" height="100" fill="#FFFFFF"/>'
    assert has_words(drawn(tmp_path, ground + WITH_WORDS["name below a mark"]))
    assert not has_words(drawn(tmp_path, ground + WITHOUT["ring"]))


def test_a_wide_logo_is_no_symbol_whatever_is_in_it(tmp_path: Path) -> None:
    assert not is_symbol(drawn(tmp_path, '<ellipse cx="100" cy="50" rx="99" ry="50"/>', 200, 100))


def test_a_tall_logo_without_words_is_a_symbol(tmp_path: Path) -> None:
    assert is_symbol(drawn(tmp_path, '<path d="M15 2C30 40 30 80 15 98 0 80 0 40 15 2Z" fill="#5B2A86"/>', 30, 100))


STREET = letters("Cypress", 4, 34, 34) + letters("Street", 4, 66, 34) + letters("Center", 4, 98, 34)
HOLDING: Mapping[str, tuple[str, float, str]] = {
    "one word": (letters("Cypress", 4, 70, 60), 250, "Cypress"),
    "four letters": (letters("CARE", 4, 70, 60), 200, "Care"),
    "capitals": (letters("VOLT YOUTH", 4, 70, 60), 420, "Volt Youth"),
    "three lines": (STREET, 160, "Cypress Street Center"),
    "a mark before it": (DISC + letters("Cypress Street", 84, 60, 40), 400, "Cypress Street"),
    "light on a field": ('<rect width="420" height="100" fill="#12284C"/>' + letters("VOLT YOUTH", 9, 70, 60, "#FFF"),
                         420, "Volt Youth"),
    "a line below it": (letters("Cypress", 4, 60, 60) + letters("safe every night", 4, 92, 24), 250, "Cypress"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOLDING)
def test_a_logo_that_spells_the_name_is_known_by_its_words_and_letters(kind: str, tmp_path: Path) -> None:
    body, wide, name = HOLDING[kind]
    logo = drawn(tmp_path, body, wide)
    assert holds_name(logo, name)
    for other in (f"{name} Family Services", f"The {name}", "Lake County Human Trafficking Coalition", "AB", ""):
        assert not holds_name(logo, other), other


@pytest.mark.parametrize("kind", WITHOUT)
def test_a_symbol_spells_no_name(kind: str, tmp_path: Path) -> None:
    logo = drawn(tmp_path, WITHOUT[kind])
    assert not any(holds_name(logo, name) for name in ("Cypress", "Volt Youth", "Lake County Coalition"))


# ------------------------------------------------------------------ shapes


def shape(left: int, *, wide: int = 10, high: int = 20, bottom: int = 100, fill: float = 0.5) -> _Shape:
    return _Shape(left, bottom - high, left + wide, bottom, round(wide * high * fill))


def row(*kinds: tuple[int, int], gap: int = 4) -> list[_Shape]:
    """Shapes beside each other, each with its width and height."""
    found, left = list[_Shape](), 0
    for wide, high in kinds:
        found.append(shape(left, wide=wide, high=high))
        left += wide + gap
    return found


def test_shapes_are_connected_patches_also_over_a_corner() -> None:
    rows = ("##..#", "..#.#", ".....", "#####", "#...#", "###.#")
    mask = Image.frombytes("L", (5, 6), bytes(255 if sign == "#" else 0 for sign in "".join(rows)))
    found = sorted((one.left, one.top, one.right, one.bottom, one.area) for one in _shapes(mask))
    assert found == [(0, 0, 3, 2, 3), (0, 3, 5, 6, 11), (4, 0, 5, 2, 2)]


def test_a_letter_is_neither_small_nor_tall_nor_flat() -> None:
    def taken(one: _Shape, wide: int = 200, high: int = 100) -> bool:
        return _letters([one], (wide, high)) == [one]

    assert (taken(shape(0, high=6)), taken(shape(0, high=5, wide=4))) == (True, False)
    assert (taken(shape(0, high=9), 900, 300), taken(shape(0, high=8), 900, 300)) == (True, False)
    assert (taken(shape(0, wide=40)), taken(shape(0, wide=41))) == (True, False)
    assert taken(shape(0, high=100, wide=50))
    assert (taken(shape(0, high=45), 100), taken(shape(0, high=46), 100)) == (True, False)  # in a symbol
    assert (taken(shape(0, high=46), 159), taken(shape(0, high=46), 160)) == (False, True)


def test_a_row_has_shapes_of_like_height_with_gaps_no_wider_than_between_words() -> None:
    def together(other: _Shape) -> bool:
        return len(list(_rows([shape(0), other]))) == 1

    assert (together(shape(26)), together(shape(27))) == (True, False)  # four fifths of the height
    assert (together(shape(3)), together(shape(2))) == (True, False)  # above each other
    assert (together(shape(14, high=50)), together(shape(14, high=51))) == (True, False)
    assert (together(shape(14, bottom=108)), together(shape(14, bottom=109))) == (True, False)
    assert (together(shape(14, bottom=92)), together(shape(14, bottom=91))) == (True, False)


def test_four_shapes_of_three_kinds_on_one_line_are_a_word_and_three_capitals_of_three_kinds() -> None:
    three = row((10, 20), (20, 20), (4, 20))
    four = row((10, 20), (20, 20), (4, 20), (4, 20))
    assert _is_word(four, 200)
    assert not _is_word(row((10, 20), (20, 20), (10, 20), (20, 20)), 200)
    assert not _is_word(row((10, 20), (20, 20)), 60)
    wide = four[-1].right
    assert (_is_word(four, 4 * wide), _is_word(four, 4 * wide + 1)) == (True, False)
    assert _is_word(three, 100)
    assert not _is_word(row((10, 20), (20, 20), (20, 20)), 100)
    assert not _is_word(row((10, 20), (20, 20), (4, 20), gap=8), 100)
    full = [replace(one, area=one.width * one.height) for one in four]
    assert not _is_word([*full[:2], *four[2:]], 200)


def test_six_of_ten_letters_end_on_one_line() -> None:
    def bottoms(*found: int) -> bool:
        return _on_one_line([shape(14 * at, bottom=bottom) for at, bottom in enumerate(found)])

    assert bottoms(*[100] * 6, *[120] * 4)
    assert not bottoms(*[100] * 3, 110, *[120] * 4, 130)
    assert bottoms(98, 100, 100, 120, 140)  # a tenth of the height beside it
    assert not bottoms(97, 100, 100, 120, 140)


def test_capitals_are_even_and_close_to_each_other() -> None:
    first, last = shape(0, high=50), shape(54, high=50)
    assert _even([first, shape(27, high=50), last])
    assert (_even([first, shape(27, high=44)]), _even([first, shape(27, high=43)])) == (True, False)
    assert (_even([first, shape(27, high=50, bottom=103)]), _even([first, shape(27, high=50, bottom=104)])) == (
        True,
        False,
    )
    assert (_even([first, shape(27, high=50)]), _even([first, shape(28, high=50)])) == (True, False)


def ring(count: int, radius: float = 60, *, high: int = 12) -> list[_Shape]:
    """Shapes of five kinds around the middle of a picture of 200 pixels."""
    found = []
    for at in range(count):
        turn, fill = math.tau * at / count, (0.4, 0.5, 0.62, 0.75, 0.88)[at % 5]
        x, y = round(100 + radius * math.cos(turn)), round(100 + radius * math.sin(turn))
        found.append(shape(x - 6, wide=12, high=high, bottom=y + high // 2, fill=fill))
    return found


def test_ten_small_unlike_shapes_at_one_distance_from_the_middle_are_a_seal() -> None:
    size = (200, 200)
    assert (_is_seal(ring(10), size), _is_seal(ring(9), size)) == (True, False)
    assert not _is_seal([replace(one, area=one.width * one.height) for one in ring(10)], size)
    assert (_is_seal(ring(10, 40), size), _is_seal(ring(10, 38), size)) == (True, False)
    assert (_is_seal(ring(10, high=32), size), _is_seal(ring(10, high=34), size)) == (True, False)
    assert not _is_seal([replace(one, area=72) for one in ring(10)], size)
    assert not _is_seal([*ring(10)[:9], replace(ring(10)[9], right=ring(10)[9].right + 60, area=600)], size)
    near, far = ring(10)[::2], ring(10, 100)[1::2]
    assert not _is_seal([*near, *far], size)


def line(*words: int, height: int = 20, left: int = 0) -> list[_Shape]:
    """Letters with a narrow gap between them and a wide one between words."""
    found = []
    for count in words:
        for _ in range(count):
            found.append(shape(left, high=height))
            left += 12
        left += 8
    return found


def test_a_line_parts_into_words_where_its_gaps_are_widest() -> None:
    assert _words([line(3, 5, 2)], 3) == [3, 5, 2]
    assert _words([line(3, 5), line(4)], 3) == [3, 5, 4]
    assert _words([line(3, 5), line(4)], 2) == [8, 4]
    # A gap counts by the height of its line.
    assert _words([line(4, height=40), line(2, 2)], 3) == [4, 2, 2]


def test_words_have_as_many_letters_but_for_one_that_touches_the_next() -> None:
    for found, words, same in (
        ([7], [7], True), ([6], [7], True), ([5], [7], False), ([3], [4], True), ([2], [3], False),
        ([3, 3], [4, 2], True),
        ([3, 3], [5, 3], False), ([3], [3, 3], False), ([], [], True),
    ):  # fmt: skip
        assert _alike(found, words) is same, (found, words)


def test_a_name_is_looked_for_on_lines_that_follow_each_other() -> None:
    lines = [line(7), line(6), line(6), line(4)]
    assert _spells(lines, [7, 6, 6])
    assert _spells(lines, [6, 4])
    assert _spells([line(7, 6)], [7, 6])
    assert not _spells(lines, [9, 4])
    assert not _spells(lines, [7, 6, 8])
    assert not _spells([line(4), line(4), line(4)], [6, 6])  # more lines than words
    assert not _spells([], [4])


def test_lines_are_read_from_top_to_bottom_and_those_beside_each_other_from_left_to_right() -> None:
    upper, right, lower = (shape(0, bottom=50),), (shape(90, bottom=58),), (shape(0, bottom=80),)
    assert list(_in_reading_order([lower, right, upper])) == [upper, right, lower]
    assert list(_in_reading_order([(shape(90, bottom=60),), (shape(0, bottom=70),)])) == [
        (shape(0, bottom=70),), (shape(90, bottom=60),),
    ]  # fmt: skip
    first, *_ = _in_reading_order([(shape(0, bottom=71),), (shape(90, bottom=60),)])
    assert first == (shape(90, bottom=60),)
