"""A family of designs as a user may have one: two pages' worth of a placard, everything else inherited."""

from __future__ import annotations

import shutil
from pathlib import Path

from htpm_studio.pieces.families import FAMILIES

PLACARD = Path(__file__).parent.parent / "data" / FAMILIES / "placard"


def write_family(own: Path, name: str = "placard") -> Path:
    """Put the family into a user's folder of templates; its own folder there."""
    return Path(shutil.copytree(PLACARD, own / FAMILIES / name))
