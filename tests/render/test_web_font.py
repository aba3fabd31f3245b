"""The face of headlines in a web page: only its letters, and how wide they are."""

from __future__ import annotations

import base64
import io
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from htpm_studio.render.writing.web_font import font_rule, head_width
from htpm_studio.scene.nodes import Face
from tests.helpers.scene_pages import BODY, BOLD, HEAD


@pytest.mark.parametrize("face", [BODY, HEAD, BOLD], ids=str)
def test_the_small_letters_of_a_face_are_so_wide_on_average(face: Face) -> None:
    font = TTFont(face.path)
    names = [font.getBestCmap()[ord(sign)] for sign in "aeinorst"]
    average = sum(font["hmtx"][name][0] for name in names) / len(names) / font["head"].unitsPerEm
    assert head_width(face) == pytest.approx(average)
    assert 0.4 < average < 0.6


def test_a_page_has_the_letters_that_it_sets_and_no_others() -> None:
    rule = font_rule(HEAD, ["Ask", "a\ncook"])
    data = base64.b64decode(rule.partition("base64,")[2].partition('"')[0])
    assert {chr(code) for code in TTFont(io.BytesIO(data)).getBestCmap()} == set("Askaco")
    assert rule.startswith("@font-face{font-family:Headline;font-weight:1 999;")


def test_a_font_of_the_user_is_not_given_on() -> None:
    assert font_rule(replace(HEAD, held=b"bytes"), ["Ask"]) == ""
