"""What Windows shows about a program in its properties and in the task manager, as PyInstaller reads it."""

from __future__ import annotations

import re
from pathlib import Path

TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0,
  ),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "HTPM Studio contributors"),
      StringStruct("FileDescription", "HTPM Studio"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{name}"),
      StringStruct("LegalCopyright", "MIT license"),
      StringStruct("OriginalFilename", "{name}.exe"),
      StringStruct("ProductName", "HTPM Studio"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def four_numbers(version: str) -> tuple[int, ...]:
    """A version as Windows wants it: (1, 2, 0, 0) for 1.2."""
    return tuple([*map(int, re.findall(r"\d+", version)), 0, 0, 0, 0][:4])


def write_version(folder: Path, name: str, version: str) -> Path:
    """Write the description of `name`.exe to a file and return its path."""
    path = folder / f"{name}.txt"
    path.write_text(TEXT.format(numbers=four_numbers(version), name=name, version=version), encoding="utf-8")
    return path
