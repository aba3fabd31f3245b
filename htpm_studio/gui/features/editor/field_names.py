"""The words for the fields of a piece and for the pages that share it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from htpm_studio.compose.plain_names import NAMES
from htpm_studio.gui.i18n import language_in_use
from htpm_studio.languages.declared import SOURCE, languages


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Fields", text))


ROW = _t("{row} {number}: {name}")
COLUMN = _t("{column}: {name}")
SIDES: Mapping[str, str] = {"outside": _t("outside"), "inside": _t("inside")}


def _translated(text: str) -> str:
    return QCoreApplication.translate("Fields", text)


def label_of(name: str, number: int = 0) -> str:
    """The words for a field such as "head", "points.head" (with the number of its row) or "left.items"."""
    outer, _, inner = name.rpartition(".")
    last = _translated(NAMES.get(inner, inner.replace("_", " ").capitalize()))
    if not outer:
        return last
    first = _translated(NAMES.get(outer, outer.capitalize()))
    if number:
        return _translated(ROW).format(row=first, number=number, name=last.lower())
    return _translated(COLUMN).format(column=first, name=last.lower())


def part_label(part: str) -> str:
    """The words for a page that shares its piece with others, such as "en-outside"."""
    language, _, side = part.partition("-")
    called = one.called if (one := languages().get(language)) else {SOURCE: language}
    words = [called.get(language_in_use(), called[SOURCE]), _translated(SIDES.get(side, side))]
    return ", ".join(word for word in words if word)
