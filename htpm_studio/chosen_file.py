"""A file that somebody named, read whole, but never more of it than makes sense."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.errors import BadInput, say


def read_chosen(path: Path, most: int, choose: str, smaller: str) -> bytes:
    """The bytes of a file, at most `most`; raises BadInput when it is missing, no file, unreadable or larger.

    `choose` says what to choose where it is no file, `smaller` what to do where it is too large.
    """
    name = path.name
    try:
        if path.is_dir():
            raise BadInput(say("{name} is a folder.", name=name), choose)
        if path.exists() and not path.is_file():
            raise BadInput(say("{name} is not a file.", name=name), choose)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise BadInput(
            say("{name} is not there.", name=name), "Check the name, or whether the drive is connected."
        ) from error
    except (OSError, ValueError) as error:
        raise BadInput(
            say("{name} cannot be read.", name=name), "Check that it is a file and that you may open it."
        ) from error
    if len(data) > most:
        raise BadInput(say("{name} is larger than {most} MB.", name=name, most=most // 1_000_000), smaller)
    return data
