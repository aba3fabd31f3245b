"""Which pictures a pack may name: the scenes of the library, and what the drawings before them were called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

FORMER: Mapping[str, str] = MappingProxyType(
    {
        "call": "phone-call", "classroom": "lesson", "connect": "neighbors-line", "dawn": "morning-walk",
        "hands": "crowd", "neighborhood": "street-neighbors", "table": "family-table", "workplace": "shift-team",
    }
)  # fmt: skip
"""The scene that is nearest to each drawing that earlier programs had; packs may go on naming those."""


def picture_names(assets: Path) -> frozenset[str]:
    """The names of all scenes."""
    return frozenset(path.stem for path in (assets / "illustrations" / "scenes").glob("*.toml"))


def current_name(name: str) -> str:
    """The scene that a name means today."""
    return FORMER.get(name, name)
