"""Try a packaged program out: the same kit as from the sources, byte for byte, a window that opens, exports, closes.

    python packaging/smoke.py build/frozen/linux/htpm-studio/htpm-studio dist/linux

The Python that runs this needs the program's libraries (build/env). On Linux the window is opened on a screen of its
own and closed as a user closes it; that needs Xvfb and xdotool. Elsewhere it is opened without a screen.
"""

from __future__ import annotations

import filecmp
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import record
from build import SYSTEM, version

ROOT = Path(__file__).resolve().parent.parent
NAME = "Riverbend Coalition"
KIT = "riverbend.htpm"
DONE, ATTENTION = 0, 1
PATIENCE = 300.0
"""Seconds: a computer that tries programs out may have much else to do."""
SAMPLE = ("--week", "2", "--year", "2027", "--org", NAME)


class Failed(Exception):
    """What the packaged program does wrong, as a sentence."""


def main(words: Sequence[str]) -> int:
    """Run all checks on the program that is named; exit status 1 at the first that fails."""
    program, dist = str(Path(words[0]).resolve()), Path(words[1])
    with tempfile.TemporaryDirectory(prefix="studio ü ") as folder:
        place = Path(folder)
        try:
            same_version(program)
            same_kit(program, place)
            make_project(place / KIT)
            window = opens_window if sys.platform == "linux" else opens_unseen
            window(program, place)
        except Failed as failure:
            print(f"The packaged program fails: {failure}", file=sys.stderr)
            return 1
    record.write(dist, SYSTEM, on(), [record.sentence(one) for one in (same_version, same_kit, window)])
    print("The packaged program passes.")
    return 0


def on() -> str:
    """The system that this runs on, with its name for people where it has one."""
    if sys.platform == "linux":
        return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux").partition(" (")[0]
    return f"macOS {platform.mac_ver()[0]}" if sys.platform == "darwin" else platform.platform(terse=True)


def home(place: Path) -> dict[str, str]:
    """An environment with an empty home, and without the libraries of the Python that runs this."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "VIRTUAL_"))}
    return {**kept, "HTPM_STUDIO_HOME": str(place / "home"), "PYTHONUTF8": "1"}


def run(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and keep what it says."""
    return subprocess.run(
        list(command), capture_output=True, encoding="utf-8", errors="replace", env=dict(environment), check=False
    )


def same_version(program: str) -> None:
    """Starts and reports its version."""
    began = time.monotonic()
    said = run([program, "--version"], os.environ).stdout.strip()
    if said != f"HTPM Studio {version()}":
        raise Failed(f'it says "{said}" and not its version.')
    print(f"{said} starts in {time.monotonic() - began:.2f} s")


def same_kit(program: str, place: Path) -> None:
    """Exports the sample kit, each file with the same bytes as from the sources."""
    words = [*SAMPLE, "--logo", str(ROOT / "docs" / "sample-logo.svg")]
    sources = [sys.executable, "-P", "-m", "htpm_studio"]
    kits = {}
    for name, command, more in (("packaged", [program], {}), ("sources", sources, {"PYTHONPATH": str(ROOT)})):
        began = time.monotonic()
        out = place / name
        done = run([*command, "export", *words, "--out", str(out)], home(place) | more)
        if done.returncode not in {DONE, ATTENTION}:
            raise Failed(f"the {name} export ends with {done.returncode}: {done.stderr[-2000:]}")
        checked = run([*command, "check", str(out), "--json"], home(place) | more)
        kits[name] = (out, done.returncode, checked.returncode, checked.stdout.replace(str(out), ""))
        print(f"{name:8} kit with {len(files(out))} files in {time.monotonic() - began:.1f} s")
    if kits["packaged"][1:] != kits["sources"][1:]:
        raise Failed("its kit does not get through the same checks.")
    differing = differences(kits["packaged"][0], kits["sources"][0])
    if differing:
        raise Failed(f"these files differ from those of the sources: {', '.join(differing[:8])}.")
    manifest = next(kits["packaged"][0].rglob("kit.json"))
    if not json.loads(manifest.read_text(encoding="utf-8"))["files"]:
        raise Failed("its kit has no files.")


def remove(folder: Path) -> None:
    """Remove a folder, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def files(folder: Path) -> list[str]:
    """All files of a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def differences(one: Path, other: Path) -> list[str]:
    """Files that only one of the folders has, or that are not the same in both."""
    names, others = set(files(one)), set(files(other))
    both = sorted(names & others)
    return sorted(names ^ others) + [name for name in both if not filecmp.cmp(one / name, other / name, shallow=False)]


def make_project(path: Path) -> None:
    """Save a kit file."""
    sys.path.insert(0, str(ROOT))
    from htpm_studio.project.model import Brand, Project  # noqa: PLC0415 - the sources beside this file
    from htpm_studio.project.store import save_project  # noqa: PLC0415

    save_project(Project(Brand(NAME), 2, 2027), path)


# ------------------------------------------------------------------ the window


def opens_window(program: str, place: Path) -> None:
    """Opens its window with a kit file, exports the kit with the keyboard, and closes."""
    with screen() as display:
        environment = home(place) | {"DISPLAY": display}
        began = time.monotonic()
        window = subprocess.Popen(
            [program, str(place / KIT)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        try:
            number = wait_for(window, environment)
            print(f"window with a kit in {time.monotonic() - began:.1f} s")
            press(environment, number, "ctrl+shift+e")
            exported(window, place / "home" / "documents")
            said = close(window, environment, number)
        finally:
            window.kill()
        if window.returncode or said.strip():
            raise Failed(f"its window ends with {window.returncode} and says: {said.strip()}")


def wait_for(window: subprocess.Popen[str], environment: Mapping[str, str]) -> str:
    """The number of the window with the name of the kit, once it can be seen."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if window.poll() is not None:
            raise Failed(f"it ends with {window.returncode} before its window is there: {window.communicate()[0]}")
        seen = run(["xdotool", "search", "--onlyvisible", "--name", KIT.removesuffix(".htpm")], environment).stdout
        if seen.strip():
            return seen.split()[0]
        time.sleep(0.02)
    raise Failed("its window does not appear with the name of the kit.")


def press(environment: Mapping[str, str], number: str, keys: str, *, may_be_gone: bool = False) -> None:
    """Press keys in a window."""
    words = ["xdotool", "windowfocus", "--sync", number, "key", keys]
    subprocess.run(words, env=environment, check=not may_be_gone, timeout=PATIENCE)


def close(window: subprocess.Popen[str], environment: Mapping[str, str], number: str) -> str:
    """Close the window, and tell what the program said.

    While the export tidies up the program asks whether to wait; then go back and try again. On a busy computer the
    window is gone long before the program has ended.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        press(environment, number, "ctrl+q", may_be_gone=True)
        try:
            return window.communicate(timeout=5)[0]
        except subprocess.TimeoutExpired:
            subprocess.run(["xdotool", "key", "Escape"], env=dict(environment), check=True, timeout=PATIENCE)
    raise Failed("its window does not close.")


def exported(window: subprocess.Popen[str], folder: Path) -> None:
    """Wait for the kit that the window exports."""
    began = time.monotonic()
    while time.monotonic() < began + 3 * PATIENCE:
        # A kit is made beside its place, in a folder with a dot, and moved there at the end.
        if list(folder.glob("Kits/[!.]*/kit.json")):
            print(f"window exports the kit in {time.monotonic() - began:.1f} s")
            return
        if window.poll() is not None:
            raise Failed(f"its window ends with {window.returncode} while it exports.")
        time.sleep(0.2)
    raise Failed("its window exports no kit.")


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees."""
    for tool in ("Xvfb", "xdotool"):
        if not shutil.which(tool):
            raise Failed(f"it cannot be tried out without {tool}; install the packages xvfb and xdotool.")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def opens_unseen(program: str, place: Path) -> None:
    """Starts its window without a screen and stays open."""
    environment = home(place) | {"QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen([program, str(place / KIT)], env=environment)
    try:
        window.wait(timeout=15)
    except subprocess.TimeoutExpired:
        window.terminate()
        window.wait(timeout=PATIENCE)
        print("window without a screen stays open")
        return
    raise Failed(f"its window ends by itself with {window.returncode}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
