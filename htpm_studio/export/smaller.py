"""The part of a kit that fits where the whole does not: what is most useful at an event comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from htpm_studio.export.catalogue import CATALOGUE

FIRST = ("pdf", "docx", "pptx", "jpg", "png")
"""Formats by their use away from home: what opens and prints on any computer, what can be changed, pictures."""


@dataclass(frozen=True, slots=True)
class Part:
    """All files of a kit that have one form ("print/letter"), and how much room they take in bytes."""

    form: str
    medium: str
    format: str
    size: int


@dataclass(frozen=True, slots=True)
class Smaller:
    """Parts that fit together, and the room they take in bytes."""

    parts: tuple[Part, ...]
    size: int

    @property
    def forms(self) -> frozenset[str]:
        """The forms of the parts."""
        return frozenset(part.form for part in self.parts)


def smaller_set(parts: Sequence[Part], room: int) -> Smaller | None:
    """The parts that fit into `room` bytes, the most useful first; None when all of them fit or none does."""
    media: list[str] = [piece.medium for piece in reversed(CATALOGUE)]
    formats = (*FIRST, *sorted({part.format for part in parts} - set(FIRST)))
    order = sorted(parts, key=lambda part: (formats.index(part.format), media.index(part.medium), part.form))
    chosen: list[Part] = []
    for part in order:
        if part.size <= room - sum(one.size for one in chosen):
            chosen.append(part)
    if not chosen or len(chosen) == len(parts):
        return None
    return Smaller(tuple(chosen), sum(part.size for part in chosen))
