"""Which letters of a text on a page are which of the kit's words, so that a caret finds its way between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from htpm_studio.compose.context import TemplateContext
from htpm_studio.frozen import dataclass
from htpm_studio.scene.nodes import Written

_SLOT = re.compile(r"\{([^{}]*)\}")
_LIKE = {"\u2018\u2019\u02bc": "'", "\u201c\u201d": '"', "\u00a0\u202f\u2009\u2007\u2028\n": " "}
_SAME = {ord(letter): other for letters, other in _LIKE.items() for letter in letters}
"""Letters that are set in another way than they are typed."""


@dataclass(frozen=True, slots=True)
class EditedPaths:
    """Where the texts of a page are in the user's edits, as far as that is not where they are in its content.

    All paths begin with the `part` of the piece that the page is. Of a list in `skipped`, so many items are on other
    pages before. Fields in `made` are put together by the program, so nobody edits them as they are shown.
    """

    part: str = ""
    skipped: tuple[tuple[str, int], ...] = ()
    made: frozenset[str] = frozenset()

    def edited(self, path: str) -> str:
        """The path in edits of a text of the page; "" where it is not the user's."""
        first = path.partition(".")[0]
        if not path or first in self.made:
            return ""
        return f"{self.part}.{self._moved(path, 1)}" if self.part else self._moved(path, 1)

    def shown(self, path: str) -> str:
        """The path in the content of the page of a text in edits; "" where it is on another page."""
        inside = path.removeprefix(f"{self.part}.") if self.part else path
        return "" if (self.part and inside == path) or "-" in (moved := self._moved(inside, -1)) else moved

    def _moved(self, path: str, way: int) -> str:
        for name, count in self.skipped:
            if path.startswith(f"{name}."):
                number, dot, rest = path.removeprefix(f"{name}.").partition(".")
                return f"{name}.{int(number) + way * count}{dot}{rest}" if number.isdecimal() else path
        return path


AS_SHOWN = EditedPaths()


def written_in(
    template_text: str,
    context: TemplateContext,
    content: TemplateContext,
    paths: EditedPaths,
    words: str,
    marked: tuple[int, int] | None,
) -> tuple[Written, ...]:
    """The parts of a text that are from fields of the kit, in order; what is in none of them is the template's own.

    `words` are the filled text as it is set, without hidden letters and before its stars are taken out around `marked`.
    A slot whose words are not those of the `content` at its path is none of the user's.
    """
    found: list[Written] = []
    raw = ""
    for text, path in _parts(template_text, context, content):
        if (edited := paths.edited(path)) and text:
            found.append(Written(len(raw), len(raw) + len(text), edited, 0))
        raw += text
    if raw != words:
        places = aligned(raw, words)
        found = [piece for one in found for piece in _placed(one, places)]
    return tuple(found) if marked is None else tuple(_without(found, (marked[0], marked[1] + 1)))


def _parts(text: str, context: TemplateContext, content: TemplateContext) -> Iterator[tuple[str, str]]:
    """What a template says itself and what its slots say, in turn, each with its path in the content of the page."""
    end = 0
    for slot in _SLOT.finditer(text):
        yield text[end : slot.start()], ""
        words, path = context.fill(slot.group()), context.origin(slot.group(1))
        yield words, path if path and content.lookup(path) == words else ""
        end = slot.end()
    yield text[end:], ""


def _placed(one: Written, places: Sequence[int]) -> Iterator[Written]:
    """A part of what was written as it is set: letters that stay beside each other are one piece."""
    mine = [(at, place) for at, place in enumerate(places) if one.start <= place < one.end]
    for _, piece in groupby(mine, key=lambda pair: pair[1] - pair[0]):
        (start, place), *rest = piece
        yield Written(start, start + 1 + len(rest), one.path, place - one.start)


def _without(found: Sequence[Written], stars: tuple[int, int]) -> Iterator[Written]:
    """The parts of a text as they are without its two stars."""
    bounds = (-1, *stars, max((one.end for one in found), default=0))
    for one in found:
        for gone, (star, following) in enumerate(pairwise(bounds)):
            start, end = max(one.start, star + 1), min(one.end, following)
            if start < end:
                yield Written(start - gone, end - gone, one.path, one.at + start - one.start)


def aligned(raw: str, shown: str) -> Sequence[int]:
    """For each letter of what is shown its place in what was written; -1 where it has none.

    Setting a text curls its quotation marks, composes its letters, and leaves out spaces and what cannot be seen.
    """
    before, places, at = raw.translate(_SAME), [], 0
    for letter in shown.translate(_SAME):
        found = before.find(letter, at)
        places.append(found)
        at = found + 1 if found >= 0 else at
    return places


def line_starts(text: str, lines: Sequence[str]) -> list[int]:
    """Where each line of a broken text begins in it: after the space or newline that a break took, or within a word."""
    starts: list[int] = []
    at = 0
    for line in lines:
        if not text.startswith(line, at) and text.startswith(line, at + 1):
            at += 1
        starts.append(at)
        at += len(line)
        if text[at : at + 1] in (" ", "\n"):  # Not a space that glues: no break takes it.
            at += 1
    return starts
