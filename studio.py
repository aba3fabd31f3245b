#!/usr/bin/env python3
"""The one door to HTPM Studio: installs what it needs into this folder, then starts, tests or runs it.

python3 studio.py                 open the window; without a screen, make a sample kit
python3 studio.py run ARGUMENTS   the command line, for example: run export --week 2 --org "Your name" --out kit
python3 studio.py test [...]      style, types, imports and tests; further words go to pytest
python3 studio.py check           style, types and imports only
python3 studio.py references      write the reference pictures and texts of the tests anew
python3 studio.py references --all    compare every kit, text and command with what is kept (--help says more)
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, STDOUT
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "studio.json"
SAMPLE = ROOT / "sample-kit"
OLDEST, NEWEST = (3, 11), (3, 14)

# The installed files whose shared libraries a Linux system must have, for each kind of work.
DRAWING = ("skia*.so",)
OFFSCREEN = (*DRAWING, "PySide6/Qt/lib/libQt6Widgets.so.6", "PySide6/Qt/plugins/platforms/libqoffscreen.so")
WINDOW = (*OFFSCREEN, "PySide6/Qt/plugins/platforms/libqxcb.so")

# Which package of Debian and Ubuntu holds such a library.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libatomic.so.1": "libatomic1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

CHECKS = (
    ("style", ("-m", "ruff", "check", ".")),
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("imports", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache", "--no-logo")),
)


class Stop(Exception):
    """What is wrong and what to do about it, in sentences; ends the script."""


class Step(NamedTuple):
    """One part of a test run, and how it went."""

    name: str
    passed: bool
    seconds: float

    def __str__(self) -> str:
        return f"{self.name:<8} {'ok' if self.passed else 'FAILED':<7} {self.seconds:5.1f} s"


def say(text: str, *, problem: bool = False) -> None:
    """Tell the person at the keyboard, at once, also where the screen cannot show every letter."""
    stream = sys.stderr if problem else sys.stdout
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    try:
        need_python(sys.version_info[:2], sys.maxsize)
        return obey(*arguments)
    except Stop as problem:
        say(str(problem), problem=True)
        return 2
    except KeyboardInterrupt:
        say("Stopped.", problem=True)
        return 130
    except OSError as error:
        say(f"{error.strerror or error}: {error.filename or ROOT}", problem=True)
        say("Check that the disk has room and that this folder can be written to, then try again.", problem=True)
        return 2


# ------------------------------------------------------------------ commands


def obey(command: str = "", *rest: str) -> int:
    """Run the command with that name."""
    if command in {"-h", "--help", "help"}:
        say((__doc__ or "").strip())
        return 0
    commands = {"": start, "run": run, "test": test, "check": check, "references": references}
    if command not in commands:
        raise Stop(f'There is no command "{command}". Type: python3 studio.py help')
    return commands[command](rest)


def start(_: Sequence[str]) -> int:
    """Open the window, or make the sample kit where there is no screen."""
    if has_screen(sys.platform, os.environ) and (ROOT / "htpm_studio" / "gui" / "app.py").is_file():
        python = prepare(WINDOW)
        say("Opening the window.")
        code = call([python, "-P", "-m", "htpm_studio"])
        if code:
            say("The window ended with an error. Kits can be made without it: python3 studio.py run export --help")
        return code
    python = prepare(DRAWING)
    say("There is no screen here, so this makes a sample kit.")
    words = ["export", "--week", "2", "--org", "Riverbend Coalition", "--out", str(SAMPLE), "--force"]
    code = call([python, "-P", "-m", "htpm_studio", *words])
    if code == 1:
        say("The sample kit is complete; the lines above list what to review.")
    return 0 if code == 1 else code


def run(arguments: Sequence[str]) -> int:
    """Pass the arguments on to the program; without any it opens the window."""
    python = prepare(DRAWING if arguments else WINDOW)
    return call([python, "-P", "-m", "htpm_studio", *arguments])


def check(_: Sequence[str]) -> int:
    """Style, types and import rules, and how each went."""
    return summary(run_checks(prepare(OFFSCREEN)))


def test(arguments: Sequence[str]) -> int:
    """All checks and then the tests, even if a check failed, so that one run tells everything."""
    python = prepare(OFFSCREEN)
    steps = run_checks(python)
    began = time.monotonic()
    code = call([python, "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", *arguments], ROOT)
    steps.append(Step("tests", code == 0, time.monotonic() - began))
    return summary(steps)


def references(arguments: Sequence[str]) -> int:
    """Let the tests write their references; the tests that do so count as failed on purpose. With `--all` compare."""
    python = prepare(OFFSCREEN)
    if "--all" in arguments:
        return call([python, "-m", "tests.ring", *arguments], ROOT)
    code = call([python, "-m", "pytest", "-n", "2", "-q", "--update-references", *arguments], ROOT)
    say("Look at what changed in tests/golden, then run: python3 studio.py test")
    return 0 if code in (0, 1) else code


def run_checks(python: str) -> list[Step]:
    """Run each check and show what it says only if it fails."""
    steps = []
    for name, words in CHECKS:
        began = time.monotonic()
        code, output = listen([python, *words])
        steps.append(Step(name, code == 0, time.monotonic() - began))
        say(str(steps[-1]) if code == 0 else f"{steps[-1]}\n{output.rstrip()}\n")
    return steps


def summary(steps: Sequence[Step]) -> int:
    """One line for the whole, and the exit status."""
    failed = [step.name for step in steps if not step.passed]
    say(f"Failed: {', '.join(failed)}." if failed else "Everything passed.")
    return 1 if failed else 0


# ------------------------------------------------------------------ getting ready


def need_python(version: tuple[int, ...], largest: int) -> None:
    """Stop unless this Python can run the program; name one on this computer that can, if there is one."""
    if OLDEST <= tuple(version[:2]) <= NEWEST and largest > 2**32:
        return
    has = f"this is Python {version[0]}.{version[1]}" if largest > 2**32 else "this one is a 32-bit Python"
    sentence = f"HTPM Studio needs Python 3.11 to 3.14 (64 bit); {has}."
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other and other != sys.executable and starts(other):
            raise Stop(f"{sentence} Start it with: python3.{minor} studio.py")
    raise Stop(f"{sentence} Install one from your system's packages or from python.org, then try again.")


def prepare(files: Sequence[str]) -> str:
    """Make the private environment and install the locked libraries where needed; return its Python."""
    if os.pathsep in str(ROOT):
        raise Stop(f'The folder {ROOT} has a "{os.pathsep}" in its name, which Python cannot work with. Rename it.')
    if not LOCK.is_file():
        raise Stop(f"{LOCK} is missing. Get a complete copy of HTPM Studio and try again.")
    wanted = stamp()
    if read_stamp() != wanted or not starts(str(venv_python())):
        build(wanted)
    if sys.platform.startswith("linux"):
        need_libraries(files)
    return str(venv_python())


def stamp() -> dict[str, str]:
    """What an environment must have been made from: the lock, this version of Python, this folder."""
    digest = hashlib.sha256(LOCK.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    return {"lock": digest, "python": "{}.{}".format(*sys.version_info[:2]), "folder": str(VENV)}


def read_stamp() -> dict[str, str]:
    """What the present environment was made from; nothing if that is unknown."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def build(wanted: dict[str, str]) -> None:
    """Bring `.venv` to what the lock says, from nothing unless only the lock has changed."""
    same_home = {**read_stamp(), "lock": wanted["lock"]} == wanted
    if not (same_home and starts(str(venv_python()), "import pip")):
        clear_venv()
        need_ensurepip()
        say(f"Making a private Python environment in {VENV}")
        code, output = listen([base_python(), "-m", "venv", str(VENV)])
        if code:
            raise Stop(f"{tail(output)}\nThe environment {VENV} could not be made; the lines above say why.")
    STAMP.unlink(missing_ok=True)
    say("Installing the libraries. The first time this takes a minute or two and needs the internet.")
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    words = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)]
    code, output = listen([str(venv_python()), *pip, *words])
    if code:
        hint = "Check the internet connection and the room on the disk, then try again."
        raise Stop(f"{tail(output)}\nThe libraries could not be installed; the lines above say why. {hint}")
    STAMP.write_text(json.dumps(wanted, indent=2) + "\n", encoding="utf-8")


def clear_venv() -> None:
    """Remove an environment that is broken, or belongs to another Python or folder."""
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.is_dir():
        say("The environment of an earlier start does not fit any more, so it is made anew.")
        shutil.rmtree(VENV)


def venv_python() -> Path:
    """The Python inside the private environment."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def base_python() -> str:
    """The Python that runs this script, or the one beneath it if it runs from a virtual environment."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def starts(python: str, code: str = "pass") -> bool:
    """Whether that Python runs such a line."""
    try:
        return listen([python, "-I", "-c", code])[0] == 0
    except OSError:
        return False


# ------------------------------------------------------------------ the system


def need_ensurepip() -> None:
    """Debian leaves the making of environments out of its Python: install the package, or name it."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    install([package], f"This Python cannot make environments: the package {package} is missing.")
    if not starts(base_python(), "import ensurepip, venv"):
        raise Stop(f"This Python still cannot make environments, although {package} is installed.")


def need_libraries(files: Sequence[str]) -> None:
    """Install the system libraries that these files miss, or name the command that does."""
    missing = missing_libraries(files)
    if not missing:
        return
    why = f"Missing system libraries: {', '.join(missing)}."
    if not all(name in PACKAGES for name in missing):
        raise Stop(f"{why} Install the packages of your system that hold them, then try again.")
    install(sorted({PACKAGES[name] for name in missing}), why)
    missing = missing_libraries(files)
    if missing:
        raise Stop(f"These system libraries still cannot be found: {', '.join(missing)}.")


def missing_libraries(patterns: Sequence[str]) -> list[str]:
    """Names of the shared libraries that the loader does not find for these installed files."""
    folders = list((VENV / "lib").glob("python3.*/site-packages"))
    files = [str(path) for pattern in patterns for folder in folders for path in folder.glob(pattern)]
    if not files or not shutil.which("ldd"):
        return []
    return not_found(listen(["ldd", *files])[1])


def not_found(listing: str) -> list[str]:
    """The libraries that a listing of ldd calls not found, each once."""
    return sorted({line.split()[0] for line in listing.splitlines() if "=> not found" in line})


def install(packages: list[str], why: str) -> None:
    """Install Debian packages as root; for anybody else stop with the command to type."""
    words = " ".join(packages)
    if not shutil.which("apt-get"):
        raise Stop(f"{why} Install what is missing with your system's package manager, then try again.")
    if os.geteuid() != 0:
        command = f"sudo apt-get update && sudo apt-get install -y {words}"
        raise Stop(f"{why}\nInstall what is missing and try again:\n    {command}")
    say(f"Installing system packages: {words}")
    calm = {"DEBIAN_FRONTEND": "noninteractive"}
    # One broken source makes the update fail and may not matter to the installation.
    listen(["apt-get", "update"], calm)
    code, output = listen(["apt-get", "install", "-y", "--no-install-recommends", *packages], calm)
    if code:
        raise Stop(f"{tail(output)}\n{why} The lines above say why apt-get could not install them.")


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; Windows and macOS always have a screen."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY"))


# ------------------------------------------------------------------ child processes


def surroundings(extra: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of children: this folder's code and libraries and nobody else's."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "VIRTUAL_ENV")}
    ours = {"PYTHONPATH": str(ROOT), "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1"}
    return {**kept, **ours, **(extra or {})}


def call(command: Sequence[str], folder: Path | None = None) -> int:
    """Run a command in full view. Ctrl-C reaches it too, and it gets the time to tidy up."""
    process = subprocess.Popen(list(command), cwd=folder, env=surroundings())
    try:
        return process.wait()
    except KeyboardInterrupt:
        while process.poll() is None:
            with suppress(KeyboardInterrupt):
                process.wait()
        raise


def listen(command: Sequence[str], extra: dict[str, str] | None = None) -> tuple[int, str]:
    """Run a command unseen, in this folder; return its exit status and what it said."""
    process = subprocess.Popen(
        list(command), cwd=ROOT, env=surroundings(extra), stdin=subprocess.DEVNULL, stdout=PIPE, stderr=STDOUT
    )
    try:
        output = process.communicate()[0]
    except KeyboardInterrupt:
        process.wait()
        raise
    return process.returncode, output.decode("utf-8", "replace")


def tail(output: str) -> str:
    """The last 20 lines of what a command said."""
    return "\n".join(output.rstrip().splitlines()[-20:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
