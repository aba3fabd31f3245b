"""What the fields of pieces are called, in words; a field without words of its own is called by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from htpm_studio.compose.plain_names import NAMES

CONTEXT = "Fields"


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Fields", text))


ROW = _t("{row} {number}: {name}")
COLUMN = _t("{column}: {name}")
LANGUAGES: Mapping[str, str] = {"en": _t("English"), "es": _t("Spanish")}
SECONDS, MINUTE, MINUTES = _t("about {count} seconds"), _t("about 1 minute"), _t("about {count} minutes")
SIDES: Mapping[str, str] = {"outside": _t("outside"), "inside": _t("inside")}


def tr(text: str) -> str:
    """A text of this table in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


def label_of(name: str, number: int = 0) -> str:
    """The words for a field such as "head", "points.head" (with the number of its row) or "left.items"."""
    outer, _, inner = name.rpartition(".")
    last = tr(NAMES.get(inner, inner.replace("_", " ").capitalize()))
    if not outer:
        return last
    first = tr(NAMES.get(outer, outer.capitalize()))
    if number:
        return tr(ROW).format(row=first, number=number, name=last.lower())
    return tr(COLUMN).format(column=first, name=last.lower())


def part_label(part: str) -> str:
    """The words for a page that shares its piece with others, such as "en-outside"."""
    language, _, side = part.partition("-")
    words = [tr(LANGUAGES.get(language, language)), tr(SIDES.get(side, side))]
    return ", ".join(word for word in words if word)


def about(seconds: float) -> str:
    """A time as people say it: "about 40 seconds", "about 3 minutes"."""
    if seconds < 55:
        return tr(SECONDS).format(count=10 * max(1, round(seconds / 10)))
    minutes = round(seconds / 60)
    return tr(MINUTE) if minutes == 1 else tr(MINUTES).format(count=minutes)


def shared_start(titles: Sequence[str]) -> str:
    """What all titles begin with, up to the last comma or bracket in it."""
    if len(titles) < 2:
        return ""
    least, most = min(titles), max(titles)
    length = next((i for i, (one, two) in enumerate(zip(least, most, strict=False)) if one != two), len(least))
    start = least[:length]
    return start[: max(start.rfind(","), start.rfind("(")) + 1]


def shared_title(titles: Sequence[str]) -> str:
    """The title that unlike titles have in common; "" when they have none."""
    return shared_start(titles).rstrip(" ,(") if len(set(titles)) > 1 else ""
