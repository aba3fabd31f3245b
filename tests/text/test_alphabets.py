"""Alphabets: every face sets Latin, Vietnamese, Greek and Cyrillic; what no face has is named letter by letter."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from htpm_studio.scene.walk import texts
from htpm_studio.text.shaping import shape
from tests.helpers.alphabet_words import WORDS, words_of
from tests.helpers.deck_slides import FACES, FONTS, TEAL
from tests.helpers.social_pages import SAMPLES, SIZES, faults, made
from tests.helpers.sweeps import in_turn

RANGES = {
    "Latin": [(0x41, 0x5B), (0x61, 0x7B), (0xC0, 0x180), (0x218, 0x21C)],
    "Vietnamese": [(0x1A0, 0x1A2), (0x1AF, 0x1B1), (0x1EA0, 0x1EFA)],
    "Greek": [(0x386, 0x3CF)],
    "Cyrillic": [(0x400, 0x460), (0x490, 0x492)],
}


def letters(alphabet: str) -> str:
    codes = (code for start, end in RANGES[alphabet] for code in range(start, end))
    return "".join(chr(code) for code in codes if unicodedata.category(chr(code)).startswith("L"))


@pytest.mark.parametrize("alphabet", list(RANGES))
def test_every_face_or_its_stand_in_has_every_letter(alphabet: str) -> None:
    assert len(letters(alphabet)) > 60
    lacking = {face: shape(letters(alphabet), face, FONTS).missing for face in FACES}
    assert {face: lost for face, lost in lacking.items() if lost} == {}


@pytest.mark.parametrize(("alphabet", "canvas"), in_turn(sorted(WORDS), SIZES, 1))
def test_names_of_1_to_90_letters_are_whole_in_the_foot(alphabet: str, canvas: str) -> None:
    for length in (1, 2, 12, 30, 47, 60, 75, 90):
        name = words_of(alphabet, length, length)
        composed = made("social/help", canvas, SAMPLES["social/help"], replace(TEAL, organization=name))
        assert composed.findings == ()
        assert faults(composed.page, canvas) == []
        shown = next(block for block in texts(composed.page) if block.name == "org")
        drawn = "".join(run.text for line in shown.lines for run in line.runs)
        assert drawn.replace(" ", "").replace("\u00a0", "") == name.replace(" ", "")
        assert all(glyph != 0 for line in shown.lines for run in line.runs for glyph in run.glyphs)


def test_letters_that_no_face_has_are_named_and_never_drawn_as_a_box() -> None:
    composed = made("social/help", "square", SAMPLES["social/help"], replace(TEAL, organization="Hope 𓀀𓁐 ᚠᚢ Center"))
    (finding,) = composed.findings
    assert finding.code == "missing-letters"
    for letter in "𓀀𓁐ᚠᚢ":
        assert f"{letter} (U+{ord(letter):04X})" in finding.message
    glyphs = [
        glyph for block in texts(composed.page) for line in block.lines for run in line.runs for glyph in run.glyphs
    ]
    assert 0 not in glyphs
