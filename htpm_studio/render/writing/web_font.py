"""The face of headlines inside a web page: only the letters that it sets, so that the page asks no server for it."""

from __future__ import annotations

import base64
from collections.abc import Iterable

import uharfbuzz as hb

from htpm_studio.scene.nodes import Face

FAMILY = "Headline"


def font_rule(face: Face, texts: Iterable[str]) -> str:
    """The rule that brings a face of the program for these texts; "" for a font of the user's, which is not given on.

    Raises OSError where its file is missing.
    """
    if face.held:
        return ""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(ord(sign) for sign in set("".join(texts)) if sign.isprintable())
    data = base64.b64encode(hb.subset(hb.Face(hb.Blob(face.read())), wanted).blob.data).decode()
    return f'@font-face{{font-family:{FAMILY};font-weight:1 999;src:url("data:font/ttf;base64,{data}")}}'


def head_width(face: Face) -> float:
    """How wide the small letters of a face are on average, in em."""
    font = hb.Font(hb.Face(hb.Blob(face.read())))
    letters = [font.get_nominal_glyph(ord(sign)) for sign in "aeinorst"]
    found = [font.get_glyph_h_advance(glyph) / font.face.upem for glyph in letters if glyph]
    return sum(found) / len(found) if found else 0.5
