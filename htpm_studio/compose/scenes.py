"""The built-in picture library: flat scenes recoloured by palette role."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import StudioError
from htpm_studio.project.palette import Palette
from htpm_studio.scene.nodes import PictureSource

SIZE = (1600.0, 1200.0)
FOCUS: Mapping[str, tuple[float, float]] = {
    "connect": (0.5, 0.46), "neighborhood": (0.5, 0.62), "hands": (0.5, 0.5), "workplace": (0.5, 0.45),
    "classroom": (0.36, 0.4), "call": (0.3, 0.5), "dawn": (0.58, 0.58), "table": (0.5, 0.51),
}  # fmt: skip
_ROLES = {
    "primary": "il-primary", "secondary": "il-secondary", "accent": "il-accent", "ink": "ink", "paper": "surface",
    "tint": "tint-1", "tint2": "tint-2", "deep": "deep",
}  # fmt: skip
_RULE = re.compile(r"\.(?P<name>[a-z]+\d?)(?P<stroke>-s)?\{(?P<body>[^}]*)\}")
_TITLE = re.compile(r"<title>([^<]*)</title>")


def load_scenes(folder: Path, palette: Palette) -> Mapping[str, PictureRef]:
    """Every scene of the library in the palette's colours, with its focus point and its own alt text."""
    return {name: _scene(folder / f"{name}.svg", palette) for name in FOCUS}


def _scene(path: Path, palette: Palette) -> PictureRef:
    try:
        svg = path.read_text(encoding="utf-8")
    except OSError as error:
        raise StudioError(f"The built-in picture {path.name} cannot be read.", "Install HTPM Studio again.") from error

    def recolored(match: re.Match[str]) -> str:
        role = _ROLES.get(match["name"])
        if role is None:
            return match[0]
        key = "stroke" if match["stroke"] else "fill"
        body = re.sub(rf"{key}:#[0-9A-Fa-f]{{6}}", f"{key}:{palette[role]}", match["body"])
        return f".{match['name']}{match['stroke'] or ''}{{{body}}}"

    data = _RULE.sub(recolored, svg).encode()
    title = _TITLE.search(svg)
    source = PictureSource(hashlib.sha256(data).hexdigest(), "svg", data, SIZE)
    return PictureRef(source, FOCUS[path.stem], title.group(1) if title else "", name=path.stem)
