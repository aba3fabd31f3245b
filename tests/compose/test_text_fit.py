"""How texts give way, measured in letters: each is as wide as its size, so that all can be worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.compose.frames import Frame, Layout, Meta, TextLeaf
from htpm_studio.compose.styles import StyleSpec
from htpm_studio.compose.text_fit import WHOLE, Level, filled, fit, layout_text
from htpm_studio.scene.nodes import Color
from htpm_studio.text.fonts import FontBook
from htpm_studio.units import Insets, Size
from tests.helpers.bundled import bundled_resources

INK = Color("#000000", "ink")
HEAD, TEXT = StyleSpec("head", "x", 1, 1, head=True), StyleSpec("body", "x", 1, 1)
REAL = bundled_resources().fonts


@pytest.fixture
def fonts(monkeypatch: pytest.MonkeyPatch) -> FontBook:
    """Fonts in which each letter is one em wide, and one and a half in the face that may replace them."""

    def length(text: str, _face: str, _fonts: object) -> tuple[float, int]:
        return float(len(text)), len(text)

    monkeypatch.setattr("htpm_studio.text.flow.line_length", length)
    monkeypatch.setattr("htpm_studio.text.flow.wider_width", lambda text, _face, _fonts: 1.5 * len(text))
    book: Any = type("Letters", (), {})()
    return book  # type: ignore[no-any-return]


def leaf(text: str, style: StyleSpec = TEXT, **more: Any) -> TextLeaf:
    usual: dict[str, Any] = {
        "text": text, "style": style, "face": "x", "size": 10.0, "leading": 1.0, "min_scale": 0.5, "color": INK,
        "max_lines": 9, "align": "left", "wrap": "pretty", "tag": "P", "field": "text", "sources": (text[:1],),
    }  # fmt: skip
    return TextLeaf(**usual | more)


def made(one: TextLeaf, width: float, fonts: FontBook, level: Level = WHOLE) -> tuple[float, list[str]]:
    """The scale and the lines of a text."""
    done = layout_text(one, width, level, fonts)
    assert done.size == pytest.approx(one.size * done.scale)
    return round(done.scale, 6), [line.replace("\u00a0", " ") for line in done.flow.lines]


# ------------------------------------------------------------------ one text


def test_headlines_and_texts_have_the_scale_of_the_level_and_texts_in_rooms_of_their_own_have_not(
    fonts: FontBook,
) -> None:
    level = Level(0.9, 0.8)
    assert made(leaf("aaaa", HEAD), 100, fonts, level)[0] == 0.9
    assert made(leaf("aaaa"), 100, fonts, level)[0] == 0.8
    assert made(leaf("aaaa", min_scale=0.85), 100, fonts, level)[0] == 0.85
    assert made(leaf("aaaa", room=50.0), 100, fonts, level)[0] == 1.0


def test_a_text_on_too_many_lines_shrinks_by_steps_down_to_its_smallest(fonts: FontBook) -> None:
    words = "aaaa bbbb cccc"
    assert made(leaf(words, max_lines=2), 90, fonts) == (1.0, ["aaaa", "bbbb cccc"])
    assert made(leaf(words, max_lines=2), 85, fonts)[0] == round(0.97**2, 6)
    assert made(leaf(words, max_lines=3), 85, fonts) == (1.0, ["aaaa", "bbbb", "cccc"])
    assert made(leaf(words, max_lines=2, min_scale=0.95), 85, fonts) == (0.95, ["aaaa", "bbbb", "cccc"])
    assert made(leaf("aaaaaaaaaa"), 95, fonts)[0] == round(0.97**2, 6), "a word that is wider than the room"


def test_a_text_of_one_line_fills_its_room_at_once(fonts: FontBook) -> None:
    assert made(leaf("aaaa bbbb", max_lines=1), 45, fonts) == (0.5, ["aaaa bbbb"])
    assert made(leaf("aaaa bbbb", max_lines=1, min_scale=0.6), 45, fonts)[0] == 0.6
    assert made(leaf("aaaa bbbb", wrap="none"), 72, fonts) == (0.8, ["aaaa bbbb"])
    assert made(leaf("aaaa bbbb", max_lines=1, room=7.0), 90, fonts)[0] == 0.7
    assert made(leaf("aaaa bbbb", max_lines=1, fallback_safe=True), 108, fonts)[0] == 0.8, "with the wider face"


def test_a_text_is_too_high_more_than_three_quarters_of_a_point_above_its_room(fonts: FontBook) -> None:
    words = "aaaa bbbb"
    assert made(leaf(words, room=19.25), 40, fonts) == (1.0, ["aaaa", "bbbb"])
    assert made(leaf(words, room=19.24), 40, fonts)[0] == 0.97
    assert made(leaf(words), 40, fonts)[0] == 1.0


# ------------------------------------------------------------------ where it breaks better


@pytest.mark.parametrize(
    ("text", "width", "more", "scale", "lines"),
    [
        # Four lines are many, and so is a line with next to nothing.
        ("aaaa bbbb cccc dddd", 88, {}, 0.96, ["aaaa bbbb", "cccc dddd"]),
        ("aaaa bbbb cccc", 88, {}, 1.0, ["aaaa", "bbbb", "cccc"]),
        ("aaaa bbbb cccc dddd", 88, {"min_scale": 0.97}, 1.0, ["aaaa", "bbbb", "cccc", "dddd"]),
        ("aaaa bbbb cccc dddd", 88, {"min_scale": 0.96}, 0.96, ["aaaa bbbb", "cccc dddd"]),
        ("aaaa bbbb cccc dddd", 88, {"style": TEXT}, 1.0, ["aaaa", "bbbb", "cccc", "dddd"]),
        ("aaaa bbbb cccc dddd", 83, {}, 0.92, ["aaaa bbbb", "cccc dddd"]),
        ("aaaaaaa bbb cccccccc", 108, {}, 0.96, ["aaaaaaa bbb", "cccccccc"]),
        # Two sentences: each has a line of its own.
        ("A be. Cc dddddddd", 105, {}, 0.94, ["A be.", "Cc dddddddd"]),
        ("A be. Cc dddddddd", 100, {}, 0.88, ["A be.", "Cc dddddddd"]),
        ("A be. Cc dddddddd", 100, {"min_scale": 0.89}, 1.0, ["A be. Cc", "dddddddd"]),
        ("A be. Cc dddddddd", 105, {"style": TEXT, "max_lines": 2}, 0.94, ["A be.", "Cc dddddddd"]),
        ("A be. Cc dddddddd", 102, {"style": TEXT, "max_lines": 2}, 1.0, ["A be. Cc", "dddddddd"]),
        ("A be! Cc dddddddd", 105, {}, 0.94, ["A be!", "Cc dddddddd"]),
        ("A be? Cc dddddddd", 105, {}, 0.94, ["A be?", "Cc dddddddd"]),
    ],
)
def test_a_headline_in_a_picture_is_a_little_smaller_where_it_then_breaks_by_its_sense(
    fonts: FontBook, text: str, width: float, more: dict[str, Any], scale: float, lines: list[str]
) -> None:
    one = leaf(text, **{"style": HEAD, "wrap": "sense", **more})
    assert made(one, width, fonts) == (scale, lines)


@pytest.mark.parametrize(
    ("text", "width", "more", "scale", "lines"),
    [
        # "of" leads to the next word: only a headline gets smaller for that, step by step.
        ("aaaaa of bbbbbbbb", 108, {}, 0.97, ["aaaaa", "of bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 104, {}, 0.94, ["aaaaa", "of bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 101, {}, 0.91, ["aaaaa", "of bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 97, {}, 0.88, ["aaaaa", "of bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 94, {}, 0.85, ["aaaaa", "of bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 93, {}, 1.0, ["aaaaa of", "bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 97, {"min_scale": 0.88}, 0.88, ["aaaaa", "of bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 97, {"min_scale": 0.89}, 1.0, ["aaaaa of", "bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 104, {"min_scale": 0.94}, 0.94, ["aaaaa", "of bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 104, {"min_scale": 0.95}, 1.0, ["aaaaa of", "bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 108, {"style": TEXT, "max_lines": 2}, 1.0, ["aaaaa of", "bbbbbbbb"]),
        ("aaaaa of bbbbbbbb", 108, {"wrap": "greedy"}, 1.0, ["aaaaa of", "bbbbbbbb"]),
        # Another line, where there may be one.
        ("aaaaaa of bbbbb ccc d", 100, {"style": TEXT}, 1.0, ["aaaaaa", "of bbbbb", "ccc d"]),
        ("aaaaaa of bbbbb ccc d", 100, {"style": TEXT, "max_lines": 3}, 1.0, ["aaaaaa", "of bbbbb", "ccc d"]),
        ("aaaaaa of bbbbb ccc d", 100, {"style": TEXT, "max_lines": 2}, 1.0, ["aaaaaa of", "bbbbb ccc d"]),
    ],
)
def test_a_text_that_breaks_badly_is_smaller_or_on_another_line_where_that_helps(
    fonts: FontBook, text: str, width: float, more: dict[str, Any], scale: float, lines: list[str]
) -> None:
    one = leaf(text, **{"style": HEAD, "wrap": "balance", **more})
    if "ccc" in text:
        width = 110
    assert made(one, width, fonts) == (scale, lines)


SAID = (
    "Step out. No reason needed.", "Signs that a job may not be what it seems", "Buyers who ask change the market",
    "Help is here, any hour, any day", "Thank you for connecting the dots of our town",
    "When options run out, a false offer looks real", "If you are not sure, ask. You decide what to share.",
    "Lo que mucha gente cree, y lo que es verdad", "Responsibilities of cooperatives", "Call 911 in an emergency",
)  # fmt: skip
"""Headlines of talks in both languages: short and long ones, of one sentence or two, with clauses and with numbers."""


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("headlines", {"style": replace(HEAD, tracking=0.05), "wrap": "full", "fallback_safe": True, "max_lines": 4}),
        ("texts", {"wrap": "full", "fallback_safe": True, "max_lines": 3}),
        ("pictures", {"style": replace(HEAD, tracking=0.05), "wrap": "sense", "max_lines": 4}),
    ],
)
def test_what_is_said_keeps_its_breaks(
    fonts: FontBook, kind: str, more: dict[str, Any], golden: Callable[[str, str], None]
) -> None:
    """A changed line says that texts break in another way or are of another size: see whether it is a better one."""
    rows = []
    for text in SAID:
        for width in range(95, 400, 58):
            scale, lines = made(leaf(text, **{"min_scale": 0.6, **more}), width, fonts)
            rows.append(f"{width} {scale:.4f} {' / '.join(lines)}\n")
    golden(f"breaks/{kind}", "".join(rows))


# ------------------------------------------------------------------ headlines that fill their box


def test_a_headline_that_fills_its_box_is_as_large_as_the_box_and_at_its_smallest_without_one() -> None:
    one = leaf("Listen", HEAD, face="Head", aim="area", size=300.0, min_scale=0.1, max_lines=3)
    done = layout_text(one, 400.0, WHOLE, REAL, 90.0)
    assert filled(one, done, REAL) == pytest.approx(90.0)
    assert (done.scale, done.tail) == pytest.approx((done.size / 300, 0.02))
    wide = layout_text(one, 200.0, WHOLE, REAL, 900.0)
    assert wide.flow.width == pytest.approx(200.0)
    assert layout_text(one, 400.0, WHOLE, REAL).size == pytest.approx(30.0)
    two = replace(one, text="Listen\nnow")
    done = layout_text(two, 400.0, WHOLE, REAL, 90.0)
    assert filled(two, done, REAL) == pytest.approx(90.0)
    capital = REAL.data("Head").cap_height
    assert done.size * (two.leading + capital + 0.02) == pytest.approx(90.0)


# ------------------------------------------------------------------ a whole page


def box(*children: Frame, meta: Meta | None = None, **layout: Any) -> Frame:
    return Frame(Layout(**layout), meta=meta or Meta(), children=children)


def words(text: str, style: StyleSpec = TEXT, drop: int = 0, layout: Layout | None = None, **more: Any) -> Frame:
    return Frame(layout or Layout(), meta=Meta(drop=drop, name=text[:4]), leaf=leaf(text, style, **more))


def outcome(root: Frame, width: float, height: float, fonts: FontBook) -> tuple[Level, list[str], list[str]]:
    root = replace(root, layout=replace(root.layout, width=width, height=height))
    done = fit(root, Size(width, height), fonts)
    return done.level, [one.text for one in done.unfit], [one.text for one in done.left_out]


def test_headlines_give_way_first_then_texts_then_what_may_go_and_else_the_page_says_what_does_not_fit(
    fonts: FontBook,
) -> None:
    root = box(words("aaaa", HEAD, min_scale=0.8), words("bbbb"), words("cccc", drop=1), words("dddd", drop=2))
    assert outcome(root, 200, 40, fonts) == (WHOLE, [], [])
    assert outcome(root, 200, 39.25, fonts) == (WHOLE, [], [])
    assert outcome(root, 200, 39, fonts) == (Level(0.97), [], [])
    level, unfit, left_out = outcome(root, 200, 36, fonts)
    assert (level.head, round(level.text, 6), unfit, left_out) == (0.8, round(0.97**2, 6), [], [])
    level, unfit, left_out = outcome(root, 200, 22, fonts)
    assert (round(level.head, 6), level.dropped, unfit, left_out) == (0.8, frozenset({1}), [], ["cccc"])
    level, unfit, left_out = outcome(root, 200, 17, fonts)
    assert (round(level.head, 6), level.dropped, unfit, left_out) == (0.8, frozenset({1, 2}), [], ["cccc", "dddd"])
    assert outcome(root, 200, 5, fonts)[1] != []


def test_nothing_is_left_out_where_that_would_not_help(fonts: FontBook) -> None:
    root = box(words("a" * 50, min_scale=1.0), words("bbbb", drop=1, min_scale=1.0))
    level, unfit, left_out = outcome(root, 200, 100, fonts)
    assert (level.dropped, unfit, left_out) == (frozenset(), ["a" * 50], [])


@pytest.mark.parametrize(
    ("layout", "inner"),
    [
        ({}, {"height": 60.0}), ({"justify": "end"}, {"height": 60.0}), ({}, {"width": 80.0}),
        ({"align": "end"}, {"width": 80.0}),
        ({"padding": Insets(0, 0, 4, 0)}, {"height": 56.0}), ({"padding": Insets(0, 4, 0, 0)}, {"width": 76.0}),
        ({"justify": "end", "padding": Insets(4, 0, 0, 0)}, {"height": 56.0}),
        ({"align": "end", "padding": Insets(0, 0, 0, 4)}, {"width": 76.0}),
        ({}, {"height": 57.0, "margin": Insets(0, 0, 3, 0)}), ({}, {"width": 77.0, "margin": Insets(0, 3, 0, 0)}),
        ({"justify": "end"}, {"height": 57.0, "margin": Insets(3, 0, 0, 0)}),
        ({"align": "end"}, {"width": 77.0, "margin": Insets(0, 0, 0, 3)}),
        ({"wrap": True, "direction": "row", "align": "start"}, {"height": 60.0}),
    ],
)  # fmt: skip
def test_a_box_may_reach_out_of_the_one_around_it_by_three_quarters_of_a_point(
    fonts: FontBook, layout: dict[str, Any], inner: dict[str, Any]
) -> None:
    """At each side, with what the outer one keeps free and the inner one has around it."""
    for more, named in ((0.74, []), (0.76, ["art"])):
        side = "height" if "height" in inner else "width"
        art = Frame(Layout(**inner | {side: inner[side] + more}), meta=Meta(name="art"))
        outer = Frame(Layout(width=80.0, height=60.0, **{"align": "start", **layout}), children=(art,))
        done = fit(Frame(Layout(width=200.0, height=200.0, align="start"), children=(outer,)), Size(200, 200), fonts)
        assert [one.text for one in done.unfit] == named, more


def group(*members: Frame, fonts: FontBook) -> list[tuple[float, int, float]]:
    """Size, lines and smallest share of the texts of a group in a box that is ten letters wide."""
    sized = Frame(Layout(width=100.0, height=200.0), children=(*members, words("dddd")))
    *leaves, other = (one.frame.leaf for one in fit(sized, Size(100, 200), fonts).root.walk() if one.frame.leaf)
    assert isinstance(other, TextLeaf)
    assert other.size == 10
    return [(round(one.size, 2), one.max_lines, round(one.min_scale, 2)) for one in leaves if isinstance(one, TextLeaf)]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({}, {}, (8.34, 1)), ({"min_scale": 0.9}, {"min_scale": 0.9}, (10, 9)),
        ({"min_scale": 0.9, "max_lines": 1}, {"min_scale": 0.9, "max_lines": 1}, (8.34, 1)),
        ({"room": 20.0}, {"room": 20.0}, (10, 9)), ({"room": 10.0}, {"room": 10.0}, (8.34, 1)),
        ({"min_scale": 0.9, "max_lines": 1}, {"max_lines": 3}, (10, 3)), ({"room": 20.0}, {}, (8.34, 1)),
        ({"room": 20.0, "max_lines": 2}, {"room": 20.0, "max_lines": 3}, (10, 3)),
        ({"style": replace(TEXT, tracking=0.1)}, {"style": replace(TEXT, tracking=0.1)}, (7.64, 1)),
    ],
)  # fmt: skip
def test_a_group_of_texts_has_one_size_on_one_line_each_or_on_as_many_as_they_may_have(
    fonts: FontBook, first: dict[str, Any], second: dict[str, Any], found: tuple[float, int]
) -> None:
    made = group(words("aaaa", group="g", **first), words("bbbbb cccccc", group="g", **second), fonts=fonts)
    assert [one[:2] for one in made] == [found, found]


def test_what_is_left_out_gives_its_room_to_the_others_at_their_full_size(fonts: FontBook) -> None:
    root = box(words("aaaa", HEAD, min_scale=0.8), words("bbbb"), words("ccc ddd eee", drop=1, min_scale=0.9))
    assert outcome(root, 50, 20, fonts) == (Level(dropped=frozenset({1})), [], ["ccc ddd eee"])
