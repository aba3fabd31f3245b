"""Opening the presentation whose design decks shall take."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.chosen_file import read_chosen
from htpm_studio.render.pptx.reference import Reference, read_reference

MAX_FILE = 150_000_000
ENDINGS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm")


def open_reference(path: Path) -> Reference:
    """The design of a PowerPoint file; raises BadInput for one that is missing, of another kind, or cannot be used.

    What a file is shows in it, not in its name: templates, shows and files with macros have the same design.
    """
    data = read_chosen(
        path,
        MAX_FILE,
        "Choose a file that ends in .pptx or .potx.",
        "Save a copy without slides and pictures, and use that.",
    )
    return read_reference(path.name, data)
