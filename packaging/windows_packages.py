"""The packages for Windows: an installer for one user, and a portable zip."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from windows_version import four_numbers

HERE = Path(__file__).resolve().parent
ICONS = HERE.parent / "build" / "icons"
ARCHITECTURES = {"x64": "x64compatible", "arm64": "arm64"}
PORTABLE = "This file makes HTPM Studio keep its settings and kits in this folder. Delete it to use your own folders.\n"


def pack(program: Path, dist: Path, version: str, machine: str) -> None:
    """Make both packages of the program in the folder `program`."""
    make_zip(program, dist, f"htpm-studio-{version}-windows-{machine}-portable")
    values = {
        "Version": version, "Machine": machine, "Architecture": ARCHITECTURES[machine], "Program": str(program),
        "Icons": str(ICONS), "Out": str(dist), "Numbers": ".".join(map(str, four_numbers(version))),
    }  # fmt: skip
    words = [f"/D{name}={value}" for name, value in values.items()]
    subprocess.run([compiler(), "/Q", *words, str(HERE / "windows" / "htpm-studio.iss")], check=True)


def make_zip(program: Path, dist: Path, name: str) -> None:
    """Pack the folder with portable.txt in it."""
    folder = program.parent / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(program, folder)
    (folder / "portable.txt").write_text(PORTABLE, encoding="utf-8")
    shutil.make_archive(str(dist / name), "zip", folder.parent, name)


def compiler() -> str:
    """Inno Setup's compiler."""
    places = (os.environ.get("PROGRAMFILES(X86)", ""), os.environ.get("PROGRAMFILES", ""))
    usual = [str(path) for place in places if place for path in sorted(Path(place).glob("Inno Setup [6-9]/ISCC.exe"))]
    found = [shutil.which("iscc"), *usual]
    if not any(found):
        raise SystemExit("Inno Setup 6.3 or newer is missing: get it from jrsoftware.org, then try again.")
    return next(path for path in found if path)
