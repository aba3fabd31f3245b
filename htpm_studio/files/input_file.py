"""A file that somebody named, read whole, but never more of it than makes sense; and what a damaged archive raises."""

from __future__ import annotations

import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from htpm_studio.errors import InputError, msg, os_error_text, shown

ZIP_FAILURES = (
    zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, OverflowError, struct.error, zlib.error,
    lzma.LZMAError,
)  # fmt: skip
"""The errors of `zipfile` for an archive that is damaged, locked, or packed in an unknown way."""


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


@contextmanager
def open_bounded(path: Path, most: int, choose: str, smaller: str) -> Iterator[BinaryIO]:
    """A file of at most `most` bytes, open for reading; raises InputError as `read_bounded`."""
    name = path.name
    try:
        if path.is_dir():
            raise InputError(msg("{name} is a folder.", name=name), choose)
        if path.exists() and not path.is_file():
            raise InputError(msg("{name} is not a file.", name=name), choose)
        file = path.open("rb")
    except (FileNotFoundError, ValueError) as error:  # No file has a name with a zero byte in it.
        raise InputError(
            msg("{name} was not found.", name=shown(name)), "Check the name, or whether the drive is connected."
        ) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    with file:
        if os.fstat(file.fileno()).st_size > most:
            raise InputError(msg("{name} is larger than {most} MB.", name=name, most=most // 1_000_000), smaller)
        yield file


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(
        msg("{name} cannot be read: {reason}.", name=shown(path.name), reason=os_error_text(error, reading=True)),
        "Check that it is a file and that you may open it.",
    )


def read_bounded(path: Path, most: int, choose: str, smaller: str) -> bytes:
    """The bytes of a file, at most `most`; raises InputError when it is missing, no file, unreadable or larger.

    `choose` says what to choose where it is no file, `smaller` what to do where it is too large.
    """
    with open_bounded(path, most, choose, smaller) as file:
        try:
            return file.read(most)
        except OSError as error:
            raise _unreadable(path, error) from error
