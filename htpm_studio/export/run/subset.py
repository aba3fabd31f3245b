"""The part of a kit that fits where the whole does not: what is most useful at an event comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.export.run.results import ExportResult
from htpm_studio.frozen import dataclass

FIRST = ("pdf", "docx", "pptx", "jpg", "png")
"""Formats by their use away from home: what opens and prints on any computer, what can be changed, pictures."""

SLACK = 64 * 1024
"""What a file may take beyond its size on a stick with large blocks."""


@dataclass(frozen=True, slots=True)
class KitPart:
    """All files of a kit that have one form ("print/letter"), and how much room they take in bytes."""

    form: str
    medium: str
    format: str
    size: int


def parts_that_fit(parts: Sequence[KitPart], room: int) -> tuple[KitPart, ...]:
    """The parts that fit into `room` bytes, the most useful first; none when all of them fit or none does."""
    media: list[str] = [piece.medium for piece in reversed(CATALOGUE)]
    formats = (*FIRST, *sorted({part.format for part in parts} - set(FIRST)))
    order = sorted(parts, key=lambda part: (formats.index(part.format), media.index(part.medium), part.form))
    chosen: list[KitPart] = []
    for part in order:
        if part.size <= room - sum(one.size for one in chosen):
            chosen.append(part)
    return () if len(chosen) == len(parts) else tuple(chosen)


def room_for(size: int) -> int:
    """The bytes that a file may take on a drive with large blocks."""
    return size + SLACK


def selection_that_fits(written: ExportResult, free: int) -> tuple[KitPart, ...]:
    """The most useful forms of the kits that were written that fit beside the start page and the list of files."""
    sizes: dict[str, KitPart] = {}
    room = free
    for file in written.files:
        if not file.form:
            room -= room_for(file.size)
            continue
        known = sizes.get(file.form) or KitPart(file.form, file.medium, file.path.suffix[1:], 0)
        sizes[file.form] = replace(known, size=known.size + room_for(file.size))
    return parts_that_fit(tuple(sizes.values()), room)
