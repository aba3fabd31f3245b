"""Opening the presentation whose design decks shall take."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.errors import BadInput, say
from htpm_studio.render.pptx_reference import MAX_FILE, Reference, read_reference

ENDINGS = (".pptx", ".potx")


def open_reference(path: Path) -> Reference:
    """The design of a PowerPoint file; raises BadInput for one that is missing, of another kind, or cannot be used."""
    name = path.name
    if path.is_dir():
        raise BadInput(say("{name} is a folder.", name=name), "Choose a file that ends in .pptx or .potx.")
    if path.suffix.lower() not in ENDINGS:
        raise BadInput(
            say("{name} is no PowerPoint presentation.", name=name), "Save it as .pptx or .potx, and use that file."
        )
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise BadInput(
            say("{name} is not there.", name=name), "Check the name, or whether the drive is connected."
        ) from error
    except OSError as error:
        raise BadInput(say("{name} cannot be read.", name=name), "Check that you may open it.") from error
    return read_reference(name, data)
