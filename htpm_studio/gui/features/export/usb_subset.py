"""What of a kit fits on a stick that is too full for all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from htpm_studio.export.catalogue import CATALOGUE
from htpm_studio.export.results import ExportResult
from htpm_studio.export.subset import KitPart, parts_that_fit
from htpm_studio.gui.features.export.usb import room_for
from htpm_studio.gui.features.export.widgets import form_name


def that_fits(written: ExportResult, free: int) -> tuple[KitPart, ...]:
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


def set_words(parts: Sequence[KitPart]) -> str:
    """What is in a smaller set: "Handouts (Letter, A4), Decks (PDF)"."""
    groups: dict[str, list[str]] = {}
    for part in parts:
        groups.setdefault(part.medium, []).append(form_name(part.form.partition("/")[2]))
    titles: dict[str, str] = {piece.medium: QCoreApplication.translate("Export", piece.title) for piece in CATALOGUE}
    words = QCoreApplication.translate("Export", "{title} ({forms})")
    return ", ".join(words.format(title=titles[medium], forms=", ".join(forms)) for medium, forms in groups.items())
