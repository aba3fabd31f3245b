"""How much text a foreign placeholder takes: measured with faces as wide as Arial, with margin, never below 18 pt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from htpm_studio.compose.drawings import shown_in
from htpm_studio.compose.frames import PictureRef
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.geometry import TITLES, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.deck_template.reader import TemplateLayout
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.scene.nodes import Picture, Rectangle
from htpm_studio.text.flow import TextSetting, flow, line_width
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.glue import MOST_BOUND, bind_numbers, bind_sense
from htpm_studio.units import EMU_PER_POINT, Box

LEAST = 18.0
CALM = 20.0
"""The smallest size of text, in points; a longer text goes on to a further slide instead."""

MARGIN = 1.08
"""How much wider than Arial the face of a design is taken to run."""

SURE = 1.2
"""How much narrower than its place a line must be so that it does not break in any face."""

_TELEPHONE = re.compile(r" (?=(?:(?:\(?\d+\)?[ -]){2,}\d{3,}|\d-\d{3}-[A-Z-]{4,})(?P<rest>\b.*)$)")

STEP = 0.95
GAP_SHARE = 0.04
FOOT_SHARE = 0.55
"""The part of a place for text that must be left above a footer; where less is, the footer goes."""

SHOWN_SHARE = 0.85
"""The least part of a picture that shows along the side that is cut."""

SINGLE = 1.2


WIDTHS = {
    "verdana": 1.2, "dejavu sans": 1.2, "century gothic": 1.14, "montserrat": 1.16, "poppins": 1.14, "tahoma": 1.05,
    "georgia": 1.06, "segoe ui": 1.05, "open sans": 1.08, "lucida sans": 1.1, "bookman old style": 1.14,
    "rockwell": 1.06, "raleway": 1.06, "arial black": 1.24, "trebuchet ms": 1.03, "aptos": 1.05,
}  # fmt: skip
"""How much wider than Arial some usual faces run; for one that is not here, `MARGIN` has to do."""


@dataclass(frozen=True, slots=True)
class PlaceholderCapacity:
    """A placeholder that is filled with paragraphs, the faces to measure with, and the design's two fonts."""

    place: PlaceholderPlace
    fonts: FontBook
    design: tuple[str, str] = ("", "")

    def settled(self, words: Sequence[PlaceholderText]) -> tuple[PlaceholderText, ...]:
        """The paragraphs with their telephone numbers in one piece, whatever face they are shown in.

        Office breaks a number at its hyphens, and joiners in it would hide it from search. So a number in a paragraph
        that may need two lines begins a line of its own, and a short one, such as 911, stays with its verb.
        """
        return tuple(self._bound(part) for word in words for part in self._whole(word))

    def _bound(self, words: PlaceholderText) -> PlaceholderText:
        """The paragraph with small words bound to the next as long as that fits its place, in any face."""
        setting = self._setting(words, self.place.size)
        fits = partial(self._fits, setting=setting)
        bound, typed = bind_sense(words.text, fits), bind_numbers(words.text)
        return replace(words, text=bound, typed="" if typed == bound else typed)

    def _fits(self, unit: str, setting: TextSetting) -> bool:
        return len(unit) <= MOST_BOUND and line_width(unit, setting, self.fonts) * SURE <= self._width

    def _whole(self, words: PlaceholderText) -> tuple[PlaceholderText, ...]:
        number = _TELEPHONE.search(words.text)
        if number is None or self.is_one_line(words, self.place.size):
            return (words,)
        ends = not number["rest"].strip(".!?")
        after = replace(words, text=words.text[number.end() :], close=True, under=words.under or bool(words.bullet))
        after = replace(after, bullet=False, bold=words.bold or ends)
        return (replace(words, text=words.text[: number.start()]), *self._whole(after))

    def parts(self, words: Sequence[PlaceholderText]) -> tuple[tuple[PlaceholderText, ...], ...]:
        """The paragraphs in as many parts as slides are needed."""
        least = max(LEAST, min(CALM, self.place.size))
        if self.takes(words, least):
            return (tuple(words),)
        parts: list[list[PlaceholderText]] = [[]]
        for word in words:
            if parts[-1] and not self.takes([*parts[-1], word], least):
                parts.append(_belonging(parts[-1], word))
            parts[-1].append(word)
        return tuple(tuple(part) for part in parts if part)

    def fitted(self, words: Sequence[PlaceholderText]) -> tuple[tuple[PlaceholderText, ...], bool]:
        """The paragraphs in the size of the design, or as much smaller as it takes; and whether they fit.

        One that has a size already keeps it.
        """
        own = self.place.size
        size = max(LEAST, own)
        while size > LEAST and not self.takes(words, size):
            size = max(LEAST, size * STEP)
        size = own if size == own else max(LEAST, float(int(size)))
        usual = None if size == own and self.place.inherited else size
        done = tuple(word if word.size else replace(word, size=usual) for word in words)
        return done, self.takes(words, size)

    def is_one_line(self, words: PlaceholderText, size: float) -> bool:
        """Whether a paragraph takes one line in that size, in any face."""
        return line_width(words.text, self._setting(words, size), self.fonts) * SURE <= self._width

    def takes(self, words: Sequence[PlaceholderText], size: float = LEAST) -> bool:
        """Whether the paragraphs fit in that size."""
        return self.height(words, size) <= self.place.room[1] + 1

    def height(self, words: Sequence[PlaceholderText], size: float) -> float:
        """How high the paragraphs are when they are set in that size."""
        pitch = SINGLE * max(self.place.pitch, 0.9)
        gap = self.place.gap * size / self.place.size
        sized = ((word, word.size or size) for word in words)
        high = sum(pitch * own * self._lines(word, own) + gap * (not word.close) for word, own in sized)
        return high - (gap if words and not words[0].close else 0.0)

    def _lines(self, words: PlaceholderText, size: float) -> int:
        return len(flow(words.text, self._width, self._setting(words, size), self.fonts).lines)

    def _setting(self, words: PlaceholderText, size: float) -> TextSetting:
        return TextSetting("Arimo-700" if words.bold or self.place.bold else "Arimo-400", size, wrap="greedy")

    @property
    def _width(self) -> float:
        family = self.design[0 if self.place.kind in TITLES else 1].lower()
        return self.place.room[0] / WIDTHS.get(family, MARGIN)


def halves(frame: EmuFrame, share: float) -> tuple[EmuFrame, EmuFrame]:
    """A frame cut in two beside each other, with a gap; the left one is `share` of its width."""
    left, gap = round(frame.width * share), round(frame.width * GAP_SHARE)
    rest = frame.width - left - gap
    return replace(frame, width=left), EmuFrame(frame.x + left + gap, frame.y, rest, frame.height)


def above_foot(place: PlaceholderPlace, layout: TemplateLayout) -> PlaceholderPlace:
    """A place for text, cut above the footer and slide number that a design has on top of it."""
    frame = place.frame
    feet = [foot.frame for kind in ("ftr", "sldNum") if (foot := layout.first(kind)) is not None]
    tops = [foot.y for foot in feet if frame.overlaps(foot) and foot.y - frame.y >= FOOT_SHARE * frame.height]
    return replace(place, frame=replace(frame, height=min(tops) - frame.y)) if tops else place


def seated(shown: PictureRef, frame: EmuFrame) -> Picture:
    """A picture in a place of another shape: as much of it shows as can, in a smaller box where little else would."""
    box = Box(*(value / EMU_PER_POINT for value in (frame.x, frame.y, frame.width, frame.height)))
    wide, high = shown.source.size if shown.drawn is None else (box.width, box.height)
    width = min(box.width, box.height * wide / high / SHOWN_SHARE)
    height = min(box.height, box.width * high / wide / SHOWN_SHARE)
    seat = Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
    found = shown_in(shown, seat, Rectangle())
    drawn = shown.name if shown.drawn is not None else ""
    return Picture("Picture", seat, found.source, found.crop, alt=found.alt, drawn=drawn, heads=found.heads)


def _belonging(part: list[PlaceholderText], word: PlaceholderText) -> list[PlaceholderText]:
    """Take from the end of a part what must move on with `word`: the paragraphs it belongs to, and a head above it."""
    start = len(part)
    while start > 0 and (part[start].close if start < len(part) else word.close):
        start -= 1
    if start > 0 and part[start - 1].bold and not part[start - 1].close:
        start -= 1
    if start == 0:
        return []
    taken = part[start:]
    del part[start:]
    return taken
