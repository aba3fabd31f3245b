"""Files of the user that nobody else on the computer may read: names, consent, photos, and where the kits are."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from io import BufferedWriter
from pathlib import Path
from typing import Literal

FOLDER, FILE = stat.S_IRWXU, stat.S_IRUSR | stat.S_IWUSR
"""What a private folder (0700) and a private file (0600) allow; Windows keeps a user's folder private by itself."""

_BINARY = getattr(os, "O_BINARY", 0)
_FLAGS = {
    "wb": os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY,
    "ab": os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY,
}


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it, and let only the user look into it, also when it was there; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER)
    keep_private(folder)


def open_private(path: Path, mode: Literal["wb", "ab"]) -> BufferedWriter:
    """Open a file for writing that only the user may read, also when it was there; raises OSError."""
    handle = os.open(path, _FLAGS[mode], FILE)
    keep_private(path)
    return os.fdopen(handle, mode)


def keep_private(path: Path) -> None:
    """Let only the user read a file or look into a folder; a stick that knows no owners stays as it is."""
    mode = FOLDER if path.is_dir() else FILE
    if sys.platform != "win32":
        with suppress(OSError):
            if stat.S_IMODE(path.stat().st_mode) & ~mode:
                path.chmod(mode)
