"""One door to HTPM Studio: `python3 studio.py` gets everything ready and starts the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
SAMPLE = ROOT / "sample-kit"
OLDEST, NEWEST = (3, 11), (3, 14)

USAGE = """\
python3 studio.py              open the window; without a screen, make a sample kit
python3 studio.py run ...      the command line: `run export --help`, `run check KIT`
python3 studio.py test ...     style, types, imports and all tests; further words go to pytest
python3 studio.py check        style, types and imports only
python3 studio.py references   write the golden files anew after a change that is meant"""

# Which package of Debian and Ubuntu holds a library that Qt and Skia expect the system to have.
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
}


class Stop(Exception):
    """Something only the user can put right, told in sentences."""


def main(arguments: list[str]) -> int:
    """Do what the arguments say; returns the exit status."""
    try:
        check_python(sys.version_info[:2])
        return run_command(arguments)
    except Stop as stop:
        say(str(stop), error=True)
        return 2
    except OSError as error:
        say(f"{error.filename or 'A file'} could not be used: {error.strerror or error}.", error=True)
        say("Check that the folder is yours to write in and that the disk is not full, then start again.", error=True)
        return 2
    except KeyboardInterrupt:
        say("Stopped.", error=True)
        return 130


def run_command(arguments: list[str]) -> int:
    """Make the environment ready and hand over to the command named first."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command in {"help", "-h", "--help"}:
        say(USAGE)
        return 0
    commands = {"": start, "run": run_program, "test": test, "check": check, "references": references}
    if command not in commands:
        raise Stop(f'studio.py does not know "{command}". It knows:\n\n{USAGE}')
    make_ready()
    return commands[command](rest)


# ---------------------------------------------------------------- the environment


def check_python(version: tuple[int, ...]) -> None:
    """Stop unless this Python is one the libraries exist for."""
    if OLDEST <= version < (NEWEST[0], NEWEST[1] + 1):
        return
    needs = f"HTPM Studio needs Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}"
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = next((name for name in names if shutil.which(name)), None)
    hint = f"Start it with: {found} studio.py" if found else "Install one of them and start studio.py with it."
    raise Stop(f"{needs}; this is Python {version[0]}.{version[1]}. {hint}")


def make_ready() -> None:
    """Bring the virtual environment and the system's libraries up to what the lock file asks for."""
    if os.pathsep in str(ROOT):
        raise Stop(f'The folder {ROOT} has a "{os.pathsep}" in its name, which Python cannot work with. Rename it.')
    wanted = stamp_text()
    stamp = VENV / "ready.txt"
    current = stamp.read_text(encoding="utf-8") if stamp.is_file() else ""
    if current != wanted or not works():
        if not works():
            make_venv()
        stamp.unlink(missing_ok=True)
        install_libraries()
        stamp.write_text(wanted, encoding="utf-8")
    install_system_libraries()


def stamp_text() -> str:
    """What the environment was made from: the lock file's fingerprint and the version of Python."""
    import hashlib

    if not LOCK.is_file():
        raise Stop("requirements.lock is missing. Get the complete program again.")
    content = LOCK.read_bytes().replace(b"\r\n", b"\n")
    return f"{hashlib.sha256(content).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}\n"


def venv_python() -> Path:
    """The environment's own Python."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def works() -> bool:
    """Whether the environment's Python starts, has pip and is of the version that runs this script."""
    question = "import sys, pip; print(sys.prefix != sys.base_prefix, *sys.version_info[:2])"
    try:
        done = subprocess.run(
            [str(venv_python()), "-c", question], capture_output=True, text=True, timeout=120, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.stdout.split() == ["True", str(sys.version_info[0]), str(sys.version_info[1])]


def make_venv() -> None:
    """A new, empty environment in place of whatever is there."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise Stop("The program's own Python in .venv is broken. Delete the folder .venv and start again.")
    need_venv_module()
    say("Making a place for the program's libraries (.venv) ...")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    shutil.rmtree(VENV, ignore_errors=True)
    quietly([sys.executable, "-m", "venv", str(VENV)], "Python could not make the folder .venv.")
    if not works():
        raise Stop(f"The new environment in {VENV} does not start. Is the disk full, or a virus scanner in the way?")


def need_venv_module() -> None:
    """Install what Debian and Ubuntu leave out of Python, or say how."""
    if has_venv_module():
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    apt_install([package], "This Python cannot make virtual environments.")
    if not has_venv_module():
        raise Stop(f"This Python still cannot make virtual environments, although {package} is installed.")


def has_venv_module() -> bool:
    """Whether a fresh start of this Python has all that `-m venv` uses."""
    asked = subprocess.run([sys.executable, "-c", "import venv, ensurepip"], capture_output=True, check=False)
    return asked.returncode == 0


def install_libraries() -> None:
    """Install exactly what the lock file names, each file checked by its hash."""
    say("Getting the program's libraries; this happens once and takes a minute or two ...")
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    quietly(
        [*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)],
        "The libraries could not be installed. The first start needs a connection; later ones work without.",
    )


def quietly(command: list[str], failure: str, environment: dict[str, str] | None = None) -> None:
    """Run a command; what it printed is shown only if it fails, errors first."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False,
        env=environment,
    )  # fmt: skip
    if done.returncode != 0:
        lines = [line for line in done.stdout.splitlines() if line.strip() and not line.startswith("WARNING")]
        errors = [line for line in lines if "error" in line.lower()] or lines
        last = "\n".join(f"    {line.strip()[:300]}" for line in errors[-4:])
        raise Stop(f"{failure}\n{last}" if last else failure)


# ---------------------------------------------------------------- the system's own libraries (Linux)


def install_system_libraries() -> None:
    """Install the shared libraries that Qt and Skia miss on a bare Linux, or say how."""
    missing = missing_libraries() if sys.platform == "linux" else []
    if not missing:
        return
    unknown = [name for name in missing if name not in PACKAGES]
    if unknown:
        raise Stop(f"The system lacks {', '.join(missing)}. Install them with its package manager and start again.")
    what = f"The system lacks {len(missing)} shared librar{'y' if len(missing) == 1 else 'ies'} that drawing needs."
    apt_install(sorted({PACKAGES[name] for name in missing}), what, f"The files are {', '.join(missing)}.")
    still = missing_libraries()
    if still:
        raise Stop(f"The system still lacks {', '.join(still)}. Install them and start again.")


def missing_libraries() -> list[str]:
    """Names of shared libraries that the loader does not find; the window's only where there is a screen."""
    patterns = ["PySide6/Qt/lib/libQt6Widgets.so.6", "PySide6/Qt/plugins/platforms/libqoffscreen.so", "skia*.so"]
    if has_display():
        patterns.append("PySide6/Qt/plugins/platforms/libqxcb.so")
    folders = list((VENV / "lib").glob("python3.*/site-packages"))
    files = [str(path) for pattern in patterns for folder in folders for path in folder.glob(pattern)]
    if not files or not shutil.which("ldd"):
        return []
    listed = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout
    return sorted({line.split("=>")[0].strip() for line in listed.splitlines() if "not found" in line and "=>" in line})


def apt_install(packages: list[str], reason: str, details: str = "") -> None:
    """Install Debian packages as root; anybody else is told the command."""
    command = f"apt-get install -y {' '.join(packages)}"
    if sys.platform != "linux" or not shutil.which("apt-get"):
        raise Stop(" ".join(part for part in (reason, details, "Install what is missing and start again.") if part))
    if os.geteuid() != 0:
        raise Stop(f"{reason} Install what is missing and start again:\n\n    sudo {command}")
    say(f"{reason} Installing {' '.join(packages)} ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    try:
        quietly(install, "", environment)
    except Stop:  # most often the package lists are missing or old
        quietly(["apt-get", "update"], "The system's package lists could not be brought up to date.", environment)
        quietly(install, f"The system's packages could not be installed. Try it yourself: {command}", environment)


# ---------------------------------------------------------------- what the program does


def start(_rest: list[str]) -> int:
    """Open the window, or make a sample kit where there is no screen."""
    if has_display():
        status = program([])
        if status < 0:
            say("The window could not be opened. Without a screen: python3 studio.py run export --help", error=True)
        return abs(status)
    say("There is no screen here, so this makes a sample kit instead of opening the window.")
    options = ["export", "--week", "2", "--org", "Riverbend Coalition", "--out", str(SAMPLE), "--force"]
    status = program(options)
    if status in {0, 1}:
        say(f"The sample kit is in {SAMPLE}. Begin with START-HERE.html.")
    return status


def run_program(rest: list[str]) -> int:
    """Pass everything on to the command line of the program."""
    return program(rest)


def program(arguments: list[str]) -> int:
    """Run the program in the caller's folder; returns its exit status."""
    return run([str(venv_python()), "-m", "htpm_studio", *arguments], folder=None)


def has_display() -> bool:
    """Whether a window can be shown; on Windows and macOS there always is a screen."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# ---------------------------------------------------------------- what developers do


def check(_rest: list[str]) -> int:
    """Style, types and import contracts; each says what is wrong only where something is."""
    failed = failed_checks()
    say(f"Not good yet: {', '.join(failed)}." if failed else "Style, types and imports are good.")
    return 1 if failed else 0


def failed_checks() -> list[str]:
    """Names of the checks that failed, after showing what they found."""
    python = str(venv_python())
    imports = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command; "
    checks = {
        "style": [python, "-m", "ruff", "check", "."],
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "types": [python, "-m", "mypy"],
        "imports": [python, "-c", imports + "lint_imports_command()", "--no-cache", "--no-logo"],
    }
    failed = []
    for name, command in checks.items():
        begun = time.monotonic()
        done = subprocess.run(
            command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=plain(), check=False
        )
        good = done.returncode == 0
        say(f"{name:<8} {'good' if good else 'NOT GOOD'}  ({time.monotonic() - begun:.1f} s)")
        if not good:
            failed.append(name)
            say(done.stdout.decode("utf-8", "replace").strip())
    return failed


def test(rest: list[str]) -> int:
    """All checks, then pytest, whose own summary comes last when everything is good."""
    failed = failed_checks()
    status = pytest(rest if any(word.startswith("-n") for word in rest) else ["-n", "2", *rest])
    if failed:
        say(f"Not good yet: {', '.join(failed)} (see above).")
    return status or (1 if failed else 0)


def references(rest: list[str]) -> int:
    """Write the golden files anew; the change is for the developer to look at."""
    pytest(["--update-references", *rest])
    say("The golden files are written anew. Look at what changed (git diff tests/), then run the tests.")
    return 0


def pytest(arguments: list[str]) -> int:
    """Run pytest in the program's folder; returns its exit status."""
    return run([str(venv_python()), "-m", "pytest", *arguments], folder=ROOT)


def run(command: list[str], folder: Path | None) -> int:
    """Run a command with everything it prints in view; Ctrl+C reaches it too, so this waits for its end."""
    with subprocess.Popen(command, cwd=folder, env=plain()) as process:
        while True:
            with suppress(KeyboardInterrupt):
                return process.wait()


def plain() -> dict[str, str]:
    """The caller's environment with the program importable from every folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def say(text: str, *, error: bool = False) -> None:
    """Print a sentence at once, also where the screen cannot show every letter."""
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
