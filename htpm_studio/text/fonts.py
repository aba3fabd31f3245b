"""The bundled faces, what each covers, and which one replaces a missing letter."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

from htpm_studio.errors import StudioError, say
from htpm_studio.scene.nodes import Face

# name -> (family for Office, bold, weight, stand-in for letters that the face lacks)
BUNDLED: dict[str, tuple[str, bool, int, str]] = {
    "Fraunces-Head600": ("Georgia", True, 600, "Arimo-700"),
    "Fraunces-Small600": ("Georgia", True, 600, "Arimo-700"),
    "PublicSans-400": ("Arial", False, 400, "Arimo-400"),
    "PublicSans-500": ("Arial", False, 500, "Arimo-400"),
    "PublicSans-600": ("Arial", True, 600, "Arimo-700"),
    "PublicSans-700": ("Arial", True, 700, "Arimo-700"),
    "PublicSans-800": ("Arial", True, 800, "Arimo-700"),
    "Gelasio-700": ("Georgia", True, 700, "Arimo-700"),
    "Arimo-400": ("Arial", False, 400, ""),
    "Arimo-700": ("Arial", True, 700, ""),
}

SCRIPT_FACES: dict[str, tuple[str, ...]] = {
    "Arab": ("Arabic-600",),
    "Armn": ("Armenian-600",),
    "Beng": ("Bengali-600",),
    "Deva": ("Devanagari-600",),
    "Ethi": ("Ethiopic-600",),
    "Geor": ("Georgian-600",),
    "Gujr": ("Gujarati-600",),
    "Guru": ("Gurmukhi-600",),
    "Hang": ("Korean-600",),
    "Hani": ("HanSimplified-600", "HanTraditional-600", "Japanese-600"),
    "Hira": ("Japanese-600",),
    "Kana": ("Japanese-600",),
    "Khmr": ("Khmer-600",),
    "Laoo": ("Lao-600",),
    "Mymr": ("Myanmar-600",),
    "Taml": ("Tamil-600",),
    "Telu": ("Telugu-600",),
    "Thai": ("Thai-600",),
}
"""Faces for names in other scripts, by the code of the script (ISO 15924); Arimo has Hebrew. They come in one weight,
that of most names, because two would not be worth their size."""

_SCRIPT_NAMES = frozenset(name for names in SCRIPT_FACES.values() for name in names)

OFFICE_TWINS = ("Gelasio", "Arimo")
"""Families as wide as Georgia and Arial: text set in them is set again by Office, in a box of its width."""

WIDER, WIDER_UNITS = "wider-faces.json", 2048
"""Where Georgia and Arial are missing, a deck is shown in another face. The file has the widths of its letters, in
1/2048 em, for the widest of the usual ones: DejaVu Serif Bold, DejaVu Sans and DejaVu Sans Bold."""


@dataclass(frozen=True, slots=True)
class FaceData:
    """A face opened for shaping. `ascent` and `descent` are fractions of the em, both positive."""

    face: Face
    font: hb.Font
    upem: int
    coverage: frozenset[int]
    ascent: float
    descent: float
    cap_height: float
    stand_in: str


class FontBook:
    """The faces of one folder, opened when first used; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, FaceData] = {}
        self._wider: dict[str, Mapping[str, float]] = {}
        self._lock = threading.Lock()

    def data(self, name: str) -> FaceData:
        """The face of that name; raises StudioError when its file is missing or broken."""
        with self._lock:
            if name not in self._open:
                self._open[name] = _open_face(self._folder, name)
            return self._open[name]

    def face(self, name: str) -> Face:
        """The scene's description of a face."""
        return self.data(name).face

    def versions(self) -> dict[str, str]:
        """The version of each bundled face, as its file tells it."""
        found = {name: self.data(name).font.face.get_name(hb.OTNameIdPredefined.VERSION_STRING) for name in BUNDLED}
        return {name: (text or "").removeprefix("Version ").partition(";")[0] for name, text in found.items()}

    def wider(self, name: str) -> Mapping[str, float]:
        """The widths of letters, in em, in the widest face that may replace this one at a venue."""
        with self._lock:
            if not self._wider:
                self._wider = _read_wider(self._folder / WIDER)
            return self._wider[name]

    def covering(self, name: str, character: str) -> FaceData | None:
        """The face itself or its stand-in, whichever has the letter; None when neither has it."""
        data = self.data(name)
        if ord(character) in data.coverage:
            return data
        if data.stand_in:
            other = self.data(data.stand_in)
            if ord(character) in other.coverage:
                return other
        return None


def _read_wider(path: Path) -> dict[str, Mapping[str, float]]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StudioError(
            say("The font file {name} cannot be read.", name=path.name), "Install HTPM Studio again."
        ) from error
    return {
        name: {letter: int(width) / WIDER_UNITS for width, letters in rows.items() for letter in letters}
        for name, rows in raw.items()
    }


def _open_face(folder: Path, name: str) -> FaceData:
    if name in _SCRIPT_NAMES:
        family, bold, weight, stand_in = "Arial", True, 600, ""
        path = folder / "scripts" / f"{name}.ttf"
    elif name in BUNDLED:
        family, bold, weight, stand_in = BUNDLED[name]
        path = folder / f"{name}.ttf"
    else:
        raise StudioError(
            say("There is no font called {name}.", name=name),
            say("The bundled ones are {names}.", names=", ".join(BUNDLED)),
        )
    try:
        face = hb.Face(hb.Blob(path.read_bytes()))
    except OSError as error:
        raise StudioError(
            say("The font file {name} cannot be read.", name=path.name), "Install HTPM Studio again."
        ) from error
    font = hb.Font(face)
    extents = font.get_font_extents("ltr")
    upem = face.upem
    cap = font.get_glyph_extents(font.get_nominal_glyph(ord("H")) or 0)
    return FaceData(
        face=Face(name, path, family, bold, weight),
        font=font,
        upem=upem,
        coverage=frozenset(face.unicodes),
        ascent=extents.ascender / upem,
        descent=-extents.descender / upem,
        cap_height=(cap.y_bearing / upem) if cap else 0.7,
        stand_in=stand_in,
    )
