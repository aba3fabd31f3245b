"""A file that somebody named, read whole, but never more of it than makes sense."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.errors import BadInput, say


def decoded(data: bytes) -> str | None:
    """Text in whatever encoding people save it: UTF-8, UTF-16 with a mark, else the Western one of Windows."""
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return None


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
