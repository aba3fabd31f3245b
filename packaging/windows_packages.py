"""The packages for Windows: an installer for one user, and a portable zip. They are made on Windows or on Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from windows_version import four_numbers

HERE = Path(__file__).resolve().parent
ICONS = HERE.parent / "build" / "icons"
PORTABLE = "This file makes HTPM Studio keep its settings and kits in this folder. Delete it to use your own folders.\n"
_DATE = (2026, 1, 1, 0, 0, 0)


def pack(program: Path, dist: Path, version: str, machine: str) -> None:
    """Make both packages of the program in the folder `program`."""
    name = f"htpm-studio-{version}-windows-{machine}"
    make_zip(program, dist / f"{name}-portable.zip", f"{name}-portable")
    make_setup(program, dist / f"{name}-setup.exe", version)


def make_zip(program: Path, target: Path, top: str) -> None:
    """Pack the folder under the name `top`, with portable.txt in it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(_member(f"{top}/portable.txt"), PORTABLE)
        for path in sorted(path for path in program.rglob("*") if path.is_file()):
            archive.writestr(_member(f"{top}/{path.relative_to(program).as_posix()}"), path.read_bytes())


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DATE)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member


def make_setup(program: Path, target: Path, version: str) -> None:
    """Make the installer with NSIS."""
    values = {
        "VERSION": version, "NUMBERS": ".".join(map(str, four_numbers(version))),
        "PROGRAM": str(program), "ICONS": str(ICONS), "OUT": str(target),
    }  # fmt: skip
    words = [f"-D{name}={value}" for name, value in values.items()]
    subprocess.run([compiler(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(HERE / "windows" / "setup.nsi")], check=True)


def compiler() -> str:
    """NSIS's compiler."""
    places = (os.environ.get("PROGRAMFILES(X86)", ""), os.environ.get("PROGRAMFILES", ""))
    usual = [str(path) for place in places if place for path in Path(place).glob("NSIS/makensis.exe")]
    found = [shutil.which("makensis"), *usual]
    if not any(found):
        raise SystemExit("NSIS 3.08 or newer is missing: install the package nsis, then try again.")
    return next(path for path in found if path)
