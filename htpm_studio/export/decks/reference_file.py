"""Opening the presentation whose design decks shall take."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.chosen_file import read_chosen
from htpm_studio.errors import BadInput, say
from htpm_studio.render.pptx.reference import Reference, read_reference

MAX_FILE = 150_000_000
ENDINGS = (".pptx", ".potx")


def open_reference(path: Path) -> Reference:
    """The design of a PowerPoint file; raises BadInput for one that is missing, of another kind, or cannot be used."""
    name = path.name
    if not path.is_dir() and path.suffix.lower() not in ENDINGS:
        raise BadInput(
            say("{name} is no PowerPoint presentation.", name=name), "Save it as .pptx or .potx, and use that file."
        )
    data = read_chosen(
        path,
        MAX_FILE,
        "Choose a file that ends in .pptx or .potx.",
        "Save a copy without slides and pictures, and use that.",
    )
    return read_reference(name, data)
