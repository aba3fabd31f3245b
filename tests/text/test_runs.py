"""Lines of other scripts: which face and script each stretch has, and where it lies."""

from __future__ import annotations

import pytest

from htpm_studio.text.runs import pieces_of, visual_order
from htpm_studio.text.shaping import shape
from tests.helpers.bundled import bundled_resources

FONTS = bundled_resources().fonts
OWN = "PublicSans-400"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Hope 希望 中心", [(OWN, "Hope "), ("HanSimplified-600", "希望"), (OWN, " "), ("HanSimplified-600", "中心")]),
        ("希望、望", [("HanSimplified-600", "希望、望")]),  # punctuation has the script before it
        ("नमस्ते ।", [("Devanagari-600", "नमस्ते ।")]),  # and the space before it the face of both
        ("Hi, नमस्ते", [(OWN, "Hi, "), ("Devanagari-600", "नमस्ते")]),
        ("ሰላም፣ ደ", [("Ethiopic-600", "ሰላም፣"), (OWN, " "), ("Ethiopic-600", "ደ")]),  # this face has no space
        ("Ж, ж", [("Arimo-400", "Ж"), (OWN, ", "), ("Arimo-400", "ж")]),  # a stand-in for letters of an alphabet
        ("e\u0301", [(OWN, "e\u0301")]),
    ],
)
def test_each_stretch_has_the_first_face_that_knows_its_letters(text: str, pieces: list[tuple[str, str]]) -> None:
    found, order, missing = pieces_of(text, OWN, FONTS, right_to_left=False)
    assert [(one.data.face.name, one.text) for one in found] == pieces
    assert order == list(range(len(pieces)))
    assert missing == ""


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("Hope שלום ok", ["", "Hebr", ""]),
        ("かな、カナー", ["Hira", "Hira", "Kana"]),
        ("A「", ["", "Bopo"]),  # a sign of several scripts after none of them has the first of these
        ("कि॰", ["Deva"]),
        ("Ա, Բ", ["Armn", "", "Armn"]),
    ],
)
def test_signs_have_the_script_before_them_and_letters_of_latin_faces_none(text: str, scripts: list[str]) -> None:
    assert [one.script for one in pieces_of(text, OWN, FONTS, right_to_left=False)[0]] == scripts


def test_what_no_face_has_is_left_out_and_named_once() -> None:
    found, _, missing = pieces_of("a𓀀b𓀀 क\u0301", OWN, FONTS, right_to_left=False)
    assert ([one.text for one in found], missing) == (["ab ", "क"], "𓀀\u0301")
    assert pieces_of("\u200d", OWN, FONTS, right_to_left=False) == ([], [], "")
    assert pieces_of("❤\ufe0f", OWN, FONTS, right_to_left=False)[2] == "❤"  # the selector is not drawn in any case


def test_arabic_runs_backward_and_its_numbers_and_latin_words_do_not() -> None:
    found, order, _ = pieces_of("مرحبا 12, ok", OWN, FONTS, right_to_left=False)
    assert [(one.text, one.right_to_left) for one in found] == [("مرحبا", True), (" ", True), ("12, ok", False)]
    assert order == [2, 1, 0]


def test_the_order_of_letters_from_left_to_right_follows_the_direction_of_the_line() -> None:
    assert visual_order("ab c", right_to_left=False) == [(0, False), (1, False), (2, False), (3, False)]
    assert visual_order("a של b", right_to_left=False) == [
        (0, False), (1, False), (3, True), (2, True), (4, False), (5, False),
    ]  # fmt: skip
    assert visual_order("a!", right_to_left=True) == [(1, True), (0, False)]
    long = "ab" * 60 + "ש"
    assert [index for index, _ in visual_order(long, right_to_left=False)] == list(range(121))


@pytest.mark.parametrize("text", ["Hope שלום center", "Hope 希望 中心", "Ж, ж"])
def test_runs_begin_where_those_to_the_left_of_them_end(text: str) -> None:
    shaped = shape(text, OWN, FONTS)
    runs = sorted(shaped.runs, key=lambda run: run.start)
    ends = [run.start + run.width for run in runs]
    assert [run.start for run in runs] == pytest.approx([0.0, *ends[:-1]])
    assert shaped.width == pytest.approx(ends[-1])
