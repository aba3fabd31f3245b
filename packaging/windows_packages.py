"""The packages for Windows: an installer for one user, and a portable zip. They are made on Windows or on Linux."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import zipfile
from pathlib import Path

from locks import locked
from windows_version import four_numbers

HERE = Path(__file__).resolve().parent
SIGNER = "HTPM_SIGN_WINDOWS"
"""Names the command that signs the file whose path is added to it."""
ICONS = HERE.parent / "build" / "icons"
PORTABLE = "This file makes HTPM Studio keep its settings and kits in this folder. Delete it to use your own folders.\n"
STRANGE = re.compile(r"icuuc|icudt|numpy|\.pdb$|(^|/)tests?/|pytest|hypothesis|PyInstaller/", re.IGNORECASE)
"""The stand-in for ICU, and what only builds and trials need."""
VERSION = re.compile(r"_internal/([\w.-]+)-(\d[\w.]*)\.dist-info/METADATA$")
_DATE = (2026, 1, 1, 0, 0, 0)


def pack(program: Path, dist: Path, version: str, machine: str) -> None:
    """Make both packages of the program in the folder `program`; both are signed where a command for that is named."""
    command = shlex.split(os.environ.get(SIGNER, ""))
    if not command:
        print(f"The Windows programs are not signed: {SIGNER} names no command.")
    for path in sorted(program.glob("*.exe")) if command else ():
        subprocess.run([*command, str(path)], check=True)
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
    if os.environ.get(SIGNER):
        values["SIGN"] = os.environ[SIGNER]
    words = [f"-D{name}={value}" for name, value in values.items()]
    subprocess.run(
        [compiler(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(HERE / "windows" / "setup.nsi")], check=True
    )


def problems(package: Path, lock: Path) -> list[str]:
    """What the portable zip or the installer holds that it must not, or holds in another version than the lock."""
    names = members(package)
    found = [f"{package.name} holds {name}, which does not ship." for name in names if STRANGE.search(name)]
    pinned = {row.name: row.version for row in locked(lock.read_text(encoding="utf-8"))}
    shipped = {match[1].lower().replace("_", "-"): match[2] for name in names if (match := VERSION.search(name))}
    found += [
        f"{package.name} holds {name} {version} and not {pinned.get(name)}."
        for name, version in sorted(shipped.items())
        if pinned.get(name) != version
    ]
    lacking = [name for name in ("HTPM Studio.exe", "htpm-studio.exe", "licenses/Qt.txt", "README.txt", "skia")
               if not any(name in one for one in names)]  # fmt: skip
    return [*found, *(f"{package.name} holds no {name}." for name in lacking)]


def members(package: Path) -> list[str]:
    """The names of the files in a zip, or in an installer where 7-Zip is there to list them."""
    if package.suffix == ".zip":
        with zipfile.ZipFile(package) as archive:
            return archive.namelist()
    words = [shutil.which("7zz") or shutil.which("7z") or "7z", "l", "-slt", "-ba", str(package)]
    listing = subprocess.run(words, capture_output=True, encoding="utf-8", errors="replace", check=True).stdout
    return [row.removeprefix("Path = ").replace("\\", "/") for row in listing.splitlines() if row.startswith("Path = ")]


def compiler() -> str:
    """NSIS's compiler."""
    places = (os.environ.get("PROGRAMFILES(X86)", ""), os.environ.get("PROGRAMFILES", ""))
    usual = [str(path) for place in places if place for path in Path(place).glob("NSIS/makensis.exe")]
    found = [shutil.which("makensis"), *usual]
    if not any(found):
        raise SystemExit("NSIS 3.08 or newer is missing: install the package nsis, then try again.")
    return next(path for path in found if path)
