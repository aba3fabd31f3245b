"""How large the letters of a layout are: a new slide has to hold more words than its prompts have.

PowerPoint makes letters smaller as somebody types; LibreOffice and others do so only on slides that say it themselves.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from htpm_studio.render.pptx.measure import TextPlace
from htpm_studio.render.pptx.text import TextLook
from htpm_studio.scene.nodes import Face, TextBlock
from htpm_studio.units import EMU_PER_POINT

_SINGLE = 1.2
_LONG = 100
_MORE = {False: 1.45, True: 1.6}
"""How much room a layout leaves for texts longer than the usual one; a long text is nearer to its limit."""

_WIDER = 1.1
"""How much wider than on average the letters of a text may be."""

_LONGEST_WORD = 13
_RAGGED = 3.5
"""Letters by which lines are shorter than their box, on average."""

_STEP, _LEAST, _SMALL = 0.02, 0.4, 0.85
_READABLE = {False: 1400, True: 1600}
_CONTENT = 1800
"""How much smaller letters become at a time and at most, and down to which size in hundredths of a point: elsewhere, in
lists, and in the place that takes any content. A list that is about as small as that anyhow becomes a little smaller
still, but nothing smaller than other texts."""


def letter_widths(blocks: Iterable[TextBlock]) -> dict[Face, float]:
    """The width to assume for a letter of each face, in em, by the texts of a deck; prompts alone are too narrow."""
    wide, letters = defaultdict[Face, float](float), Counter[Face]()
    for block in blocks:
        for line in block.lines:
            wide[block.style.face] += line.width / block.style.size
            letters[block.style.face] += len(line.text)
    return {face: _WIDER * wide[face] / letters[face] for face in letters if letters[face]}


def with_room(
    look: TextLook, block: TextBlock, place: TextPlace, width: float, *, listed: bool, content: bool = False
) -> TextLook:
    """The look with the largest letters at which twice the usual text fits its place, or the smallest allowed.

    Their size is a whole one in points where it is not the usual one.
    """
    if not block.limit or not width:
        return look
    rows = 2 * max(1, block.most) if listed else 1
    letters = math.ceil(block.limit / 2 if listed else block.limit * _MORE[block.limit > _LONG])
    floor = min(1.0, _READABLE[False] / look.size)
    scale, least = 1.0, max(_LEAST, floor, min(_SMALL, _READABLE[listed] / look.size))
    least = min(1.0, _CONTENT / look.size) if content else least
    while scale > least and not _holds(place, _scaled(look, scale), width, rows, letters):
        scale = max(least, scale - _STEP)
    return look if scale == 1.0 else _scaled(look, scale)


def _scaled(look: TextLook, scale: float) -> TextLook:
    return replace(look, size=math.floor(look.size * scale / 100) * 100, after=round(look.after * scale))


def _holds(place: TextPlace, look: TextLook, width: float, rows: int, letters: int) -> bool:
    """True if paragraphs of that many letters fit, and a long word fits on a line."""
    size = look.size / 100
    em, room = width * size, (place.frame.width - place.left - place.right - look.indent) / EMU_PER_POINT
    if em * min(letters, _LONGEST_WORD) > room:
        return False
    filled = letters * em / (room - _RAGGED * em)
    # Of many paragraphs some have a line more than their length says, some a line less.
    lines = max(1.0, filled + 0.5) * rows if rows > 1 else 1 if letters * em <= room else math.ceil(filled)
    height = lines * _SINGLE * look.pitch / 100 * size + (rows - 1) * look.after / 100
    return height <= place.frame.height / EMU_PER_POINT
