"""What a user may keep in the templates folder: sizes, a printed piece and a design, in `tests/data/own-templates`."""

from __future__ import annotations

import shutil
from pathlib import Path

OWN = Path(__file__).parents[1] / "data" / "own-templates"


def write_own_folder(folder: Path) -> Path:
    """Write all of it below the folder."""
    for path in OWN.rglob("*.*"):
        target = folder / path.relative_to(OWN)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder
