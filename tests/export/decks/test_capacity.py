"""How much text a placeholder takes: heights, sizes and parts at their limits, and what belongs together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.decks.capacity import MARGIN, SURE, WIDTHS, PlaceholderCapacity, above_foot, seated
from htpm_studio.render.pptx.deck_template.geometry import PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.deck_template.reader import TemplateLayout
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.scene.nodes import PictureSource
from htpm_studio.text.flow import TextSetting, line_width
from htpm_studio.units import EMU_PER_POINT
from tests.helpers.bundled import bundled_resources

FONTS = bundled_resources().fonts
LINE, BOLD = PlaceholderText("A line"), PlaceholderText("A head", bold=True)
CLOSE = PlaceholderText("Its text", close=True)
NUMBER = "1-888-373-7888"


def frame(wide: float, high: float, x: float = 0, y: float = 0) -> EmuFrame:
    return EmuFrame(*(round(one * EMU_PER_POINT) for one in (x, y, wide, high)))


def room(wide: float, high: float, size: float = 20, design: tuple[str, str] = ("", ""), **more: Any) -> Any:
    """What a placeholder without insets takes, with six points above each paragraph where nothing else is said."""
    place = {"kind": "body", "before": 6.0, **more}
    return PlaceholderCapacity(
        PlaceholderPlace(index=1, frame=frame(wide, high), size=size, insets=(0, 0, 0, 0), **place), FONTS, design
    )


def width(text: str, size: float = 20, face: str = "Arimo-400") -> float:
    return line_width(text, TextSetting(face, size, wrap="greedy"), FONTS)


# ------------------------------------------------------------------ heights and sizes


@pytest.mark.parametrize(
    ("words", "size", "pitch", "high"),
    [
        ((), 20, 1, 0),
        ((LINE,), 20, 1, 24),
        ((LINE, LINE), 20, 1, 54),
        ((LINE, CLOSE), 20, 1, 48),
        ((CLOSE, LINE), 20, 1, 54),
        ((CLOSE,), 20, 1, 24),
        ((LINE, LINE), 10, 1, 27),  # the space between them shrinks with the letters
        ((LINE,), 20, 0.5, 21.6),  # no lines are nearer than nine tenths
        ((LINE,), 20, 2, 48),
        ((PlaceholderText("One\nand two"),), 20, 1, 48),
    ],
)
def test_paragraphs_are_as_high_as_their_lines_and_the_space_between(
    words: tuple[PlaceholderText, ...], size: float, pitch: float, high: float
) -> None:
    assert room(600, 100, pitch=pitch).height(words, size) == pytest.approx(high)


def test_a_text_may_be_a_point_higher_than_its_place_and_no_more() -> None:
    assert room(600, 53).takes((LINE, LINE), 20)
    assert not room(600, 52.9).takes((LINE, LINE), 20)
    assert room(600, 20.7).takes((LINE,)), "nothing is asked for in a smaller size than this"


def test_words_are_in_the_size_of_the_design_or_only_as_much_smaller_as_it_takes() -> None:
    def fitted(high: float, own: float, **more: Any) -> tuple[list[float | None], bool]:
        done, fits = room(600, high, own, **more).fitted((LINE, CLOSE))
        return [word.size for word in done], fits

    assert fitted(68, 28) == ([None, None], True)
    assert fitted(68, 28, inherited=False) == ([28, 28], True), "the text does not get it by itself"
    assert fitted(65, 28) == ([26, 26], True), "a step smaller, in whole points"
    assert fitted(60, 28) == ([25, 25], True)
    assert fitted(42.3, 28) == ([18, 18], True)
    assert fitted(42.1, 28) == ([18, 18], False), "nothing is smaller, and the caller learns that it does not fit"
    assert fitted(68, 14) == ([18, 18], True), "nor where the design is"
    assert fitted(68, 18) == ([None, None], True)
    assert fitted(30, 18) == ([None, None], False)


@pytest.mark.parametrize(("own", "least"), [(28, 20), (20, 20), (19, 19), (18, 18), (12, 18)])
def test_a_long_text_goes_on_rather_than_getting_smaller_than_is_calm(own: float, least: float) -> None:
    high = 2 * 1.2 * least - 1
    assert room(600, high + 0.01, own).parts((LINE, CLOSE)) == ((LINE, CLOSE),)
    assert room(600, high - 0.01, own).parts((LINE, CLOSE)) == ((LINE,), (CLOSE,))


def test_faces_of_a_design_are_measured_for_titles_and_texts_apart_and_bold_ones_are_wider() -> None:
    text = "Several words that fill a line"

    def lines(wide: float, word: PlaceholderText | None = None, **more: Any) -> int:
        return round(room(wide, 100, **more).height((word or PlaceholderText(text),), 20) / 24)

    wide = width(text) + 0.5
    assert lines(wide * MARGIN) == 1
    assert lines(wide * MARGIN - 1) == 2
    assert lines(wide * MARGIN, PlaceholderText(text, bold=True)) == 2
    assert lines(wide * MARGIN, bold=True) == 2, "the placeholder is"
    bold = width(text, face="Arimo-700") + 0.5
    assert lines(bold * MARGIN, bold=True) == 1
    verdana = ("Arial Black", "Verdana")
    assert lines(wide * WIDTHS["verdana"], design=verdana) == 1
    assert lines(wide * WIDTHS["verdana"], design=verdana, kind="title") == 2
    assert lines(wide * WIDTHS["arial black"], design=verdana, kind="title") == 1
    assert lines(wide * WIDTHS["verdana"] - 1, design=verdana) == 2


# ------------------------------------------------------------------ telephone numbers


def test_a_number_begins_a_line_where_the_whole_may_need_two_in_some_face() -> None:
    text = f"Ask at any hour {NUMBER}"
    sure = width(text) * SURE * MARGIN
    before, number = text.removesuffix(f" {NUMBER}"), PlaceholderText(NUMBER, False, True, close=True, under=True)
    (whole,) = room(sure + 0.5, 100).settled([PlaceholderText(text)])
    assert whole.text.replace("\u00a0", " ") == text
    first, second = room(sure - 0.5, 100).settled([PlaceholderText(text, bullet=True)])
    assert (first.text.replace("\u00a0", " "), first.bullet, second) == (before, True, number)


@pytest.mark.parametrize(
    ("text", "more", "bold", "under"),
    [
        (f"Call {NUMBER}", {}, True, False),
        (f"Call {NUMBER}!", {"bullet": True}, True, True),
        (f"Call {NUMBER} now", {"bullet": True}, False, True),
        (f"Call {NUMBER} now", {"bold": True}, True, False),
        (f"Call {NUMBER} now", {"under": True, "bullet": False}, False, True),
    ],
)
def test_a_number_on_a_line_of_its_own_is_bold_where_it_ends_and_below_the_words_of_a_bullet(
    text: str, more: dict[str, Any], bold: bool, under: bool
) -> None:
    first, second = room(90, 100).settled([PlaceholderText(text, **more)])
    assert first.text == "Call"
    assert second.text.startswith(NUMBER)
    assert (second.bold, second.under, second.close, second.bullet) == (bold, under, True, False)


def test_each_of_two_numbers_begins_a_line() -> None:
    words = room(90, 100).settled([PlaceholderText(f"Call {NUMBER} or text 1-888-555-0199 now")])
    assert [word.text.replace("\u00a0", " ") for word in words] == ["Call", f"{NUMBER} or text", "1-888-555-0199 now"]


# ------------------------------------------------------------------ parts


def parts(high: float, *words: PlaceholderText) -> list[list[str]]:
    return [[word.text for word in part] for part in room(600, high, 18, before=0, kind="title").parts(words)]


ONE, TWO, THREE = 21, 43, 64
"""Heights that take so many lines of the least size."""


def word(text: str, **more: Any) -> PlaceholderText:
    return PlaceholderText(text, **more)


def test_what_goes_on_takes_along_what_it_belongs_to() -> None:
    head, text, more = word("H", bold=True), word("t", close=True), word("u", close=True)
    assert parts(TWO, word("a"), word("b"), word("c")) == [["a", "b"], ["c"]]
    assert parts(TWO, word("a"), word("b"), text) == [["a"], ["b", "t"]]
    assert parts(THREE, word("a"), head, text, more) == [["a"], ["H", "t", "u"]]
    assert parts(TWO, word("a"), head, word("b")) == [["a"], ["H", "b"]], "no head ends a slide"
    assert parts(THREE, word("a"), word("n", bold=True, close=True), word("b"), word("c"))[0] == ["a", "n", "b"]
    assert parts(TWO, word("a"), word("n", bold=True, close=True), word("b")) == [["a", "n"], ["b"]]


def test_what_is_too_long_for_a_slide_is_torn_at_its_end() -> None:
    text, more = word("t", close=True), word("u", close=True)
    assert parts(ONE, word("a"), text, more) == [["a"], ["t"], ["u"]]
    assert parts(ONE, word("H", bold=True), text) == [["H"], ["t"]]
    assert parts(TWO, word("H", bold=True), word("b"), text) == [["H", "b"], ["t"]]
    assert parts(1, word("a"), word("b")) == [["a"], ["b"]], "none is left out where not even one has room"


WORDS = st.lists(
    st.builds(PlaceholderText, st.text("ab ", min_size=1, max_size=40), bold=st.booleans(), close=st.booleans()),
    max_size=8,
)


@settings(max_examples=30)
@given(WORDS, st.integers(1, 120))
def test_no_word_is_lost_or_moved_and_no_part_is_empty(words: list[PlaceholderText], high: int) -> None:
    place = room(120, high)
    found = place.parts(words)
    assert [word for part in found for word in part] == words
    assert all(found) or not words
    assert len(found) == 1 or not place.takes(words, 20)
    assert all(len(part) == 1 or place.takes(part, 20) for part in found)


# ------------------------------------------------------------------ frames


def test_a_text_ends_above_the_highest_foot_that_leaves_it_most_of_its_place() -> None:
    body = PlaceholderPlace("body", 1, EmuFrame(0, 100, 800, 1000))

    def cut(**feet: int) -> int:
        places = [PlaceholderPlace(kind, None, EmuFrame(0, top, 100, 50)) for kind, top in feet.items()]
        return above_foot(body, TemplateLayout("A", "obj", "a", (body, *places))).frame.height

    assert cut() == 1000
    assert cut(ftr=650) == 550
    assert cut(ftr=649) == 1000, "less than that is too little, and the foot goes"
    assert cut(ftr=900, sldNum=800) == 700
    assert cut(ftr=1100) == 1000, "it is below"


def test_a_picture_is_in_the_middle_of_its_place_in_a_box_that_cuts_little_off() -> None:
    def box(wide: int, high: int) -> tuple[float, ...]:
        picture = PictureRef(PictureSource("1" * 64, "png", b"", (wide, high)), alt="A field")
        found = seated(picture, frame(100, 100, 30, 60))
        assert found.alt == "A field"
        return found.box.x, found.box.y, found.box.width, found.box.height

    assert box(100, 100) == pytest.approx((30, 60, 100, 100))
    assert box(85, 100) == pytest.approx((30, 60, 100, 100))
    assert box(400, 100) == pytest.approx((30, 60 + (100 - 25 / 0.85) / 2, 100, 25 / 0.85))
    assert box(100, 400) == pytest.approx((30 + (100 - 25 / 0.85) / 2, 60, 25 / 0.85, 100))
