"""The groups that pictures can be looked through by: photos, drawings by where they are, those without people."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from htpm_studio.illustrations.scene_file import Scene

PHOTOS, PEOPLE, NOBODY, OTHER = "photos", "people", "nobody", "other"
_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "workplace": "work", "kitchen": "work", "warehouse": "work", "building-site": "work", "construction": "work",
        "farm-field": "work", "home-table": "home", "porch": "outdoors", "street": "outdoors", "hill": "outdoors",
        "open-ground": "outdoors", "country-road": "outdoors", "clinic": "help", "phone-desk": "help",
        "relief-centre": "help", "classroom": "groups", "community-meeting": "groups",
    }
)  # fmt: skip
"""In which group the drawings of a setting are."""


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Pictures", text))


_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "": _t("All pictures"), PHOTOS: _t("Your photos"), PEOPLE: _t("Drawings with people"),
        "work": _t("People at work"), "home": _t("People at home"), "outdoors": _t("People outdoors"),
        "help": _t("Health and help"), "groups": _t("Classes and meetings"),
        OTHER: _t("People elsewhere"), NOBODY: _t("Drawings without people"),
    }
)  # fmt: skip


def kinds() -> tuple[tuple[str, str], ...]:
    """The groups with their words, in the order of the list; those that are parts of another come after it."""
    return tuple((name, QCoreApplication.translate("Pictures", words)) for name, words in _WORDS.items())


def kind_of(scene: Scene) -> str:
    """In which group a drawing is."""
    return _PLACES.get(scene.setting, OTHER) if scene.seats else NOBODY


def in_kind(kind: str, wanted: str) -> bool:
    """Whether a picture of a group is in the one that is wanted, "" for all."""
    return wanted in ("", kind) or (wanted == PEOPLE and kind not in (PHOTOS, NOBODY))


def plain(text: str) -> str:
    """A text without accents and capitals, so that it is found however it was typed; other signs part words."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = (part for part in parts if not unicodedata.combining(part))
    return "".join(letter if letter.isalnum() else " " for letter in letters)
