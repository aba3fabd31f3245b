"""The built-in picture library: flat scenes recoloured by palette role, drawn beyond their edges for any frame."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import StudioError, say
from htpm_studio.project.palette import Palette
from htpm_studio.scene.nodes import PictureSource
from htpm_studio.units import Box

# What a scene must show, best first, in the scene's own units: left, top, right, bottom.
SUBJECTS: Mapping[str, tuple[tuple[float, float, float, float], ...]] = {
    "call": ((40, 290, 1560, 950), (10, 260, 730, 980)),
    "classroom": ((80, 78, 1500, 1058), (60, 185, 1530, 745), (15, 10, 1044, 1180), (40, 320, 1036, 1070)),
    "connect": ((120, 300, 1490, 930), (456, 310, 1216, 940)),
    "dawn": ((540, 340, 1230, 1110), (540, 460, 1230, 1105)),
    "hands": ((360, 160, 1240, 1040), (440, 250, 1160, 950)),
    "neighborhood": ((150, 420, 1420, 1110), (480, 420, 1200, 1110)),
    "table": ((90, 330, 1510, 950), (380, 335, 1256, 950)),
    "workplace": ((210, 280, 1390, 950), (545, 280, 1390, 950), (215, 262, 1385, 660)),
}
# Heads are in a frame whole or not at all: middle and half of the greater side.
HEADS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "call": ((404, 628, 130), (1226, 630, 132)),
    "classroom": ((290, 440, 108), (640, 888, 94), (930, 872, 108), (1240, 880, 100)),
    "connect": ((300, 722, 134), (590, 490, 118), (860, 540, 124), (1120, 424, 104), (1348, 718, 106)),
    "dawn": ((640, 910, 34), (732, 924, 32)),
    "neighborhood": ((560, 846, 44), (650, 862, 38), (1085, 900, 46), (1160, 944, 30)),
    "table": ((235, 520, 104), (520, 478, 136), (805, 540, 126), (1085, 484, 108), (1380, 556, 106)),
    "workplace": ((400, 470, 132), (800, 404, 138), (1200, 455, 138)),
}
_ROLES = {
    "primary": "il-primary", "secondary": "il-secondary", "accent": "il-accent", "sun": "il-sun", "ink": "ink",
    "paper": "surface", "tint": "tint-1", "tint2": "tint-2", "deep": "dark",
}  # fmt: skip
_RULE = re.compile(r"\.(?P<name>[a-z]+\d?)(?P<stroke>-s)?\{(?P<body>[^}]*)\}")
_VIEW = re.compile(r'viewBox="([^"]+)"')
_TITLE = re.compile(r"<title>([^<]*)</title>")


def load_scenes(folder: Path, palette: Palette) -> Mapping[str, PictureRef]:
    """Every scene of the library in the palette's colors, with what it must show and its own alt text."""
    return {name: _scene(folder / f"{name}.svg", palette) for name in SUBJECTS}


def _scene(path: Path, palette: Palette) -> PictureRef:
    try:
        svg = path.read_text(encoding="utf-8")
    except OSError as error:
        raise StudioError(
            say("The built-in picture {name} cannot be read.", name=path.name), "Install HTPM Studio again."
        ) from error

    def recolored(match: re.Match[str]) -> str:
        role = _ROLES.get(match["name"])
        if role is None:
            return match[0]
        key = "stroke" if match["stroke"] else "fill"
        body = re.sub(rf"{key}:#[0-9A-Fa-f]{{6}}", f"{key}:{palette[role]}", match["body"])
        return f".{match['name']}{match['stroke'] or ''}{{{body}}}"

    data = _RULE.sub(recolored, svg).encode()
    title, view = _TITLE.search(svg), _VIEW.search(svg)
    if view is None:
        raise StudioError(
            say("The built-in picture {name} has no page size.", name=path.name), "Install HTPM Studio again."
        )
    x, y, width, height = (float(number) for number in view.group(1).split())

    def share(left: float, top: float, right: float, bottom: float) -> Box:
        return Box((left - x) / width, (top - y) / height, (right - left) / width, (bottom - top) / height)

    subjects = tuple(share(*edges) for edges in SUBJECTS[path.stem])
    whole = tuple(share(mx - r, my - r, mx + r, my + r) for mx, my, r in HEADS.get(path.stem, ()))
    source = PictureSource(hashlib.sha256(data).hexdigest(), "svg", data, (width, height))
    alt = title.group(1) if title else ""
    return PictureRef(source, subjects[0].center, alt, name=path.stem, subjects=subjects, whole=whole)
