"""Try the Windows packages out: install, use, upgrade, break off, carry on a stick, remove.

    python packaging/smoke_windows.py dist/windows             about five minutes of one processor
    python packaging/smoke_windows.py dist/windows thorough    breaks an export off 50 times
    python packaging/smoke_windows.py dist/windows installs removes    these trials only

On Linux a fresh Windows of Wine's is used, and each trial of the window has a screen of its own. On Windows it is this
one: the program must not be installed there before, and is not afterwards.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import smoke
import windows_packages
from PIL import Image, ImageGrab
from smoke import ATTENTION, DONE, Failed
from windows_computer import LONG, Computer, computer

import record

ROOT = Path(__file__).resolve().parent.parent
UNINSTALL = r"CurrentVersion\Uninstall\HTPM Studio"
REFUSED_OPEN, REFUSED_FOLDER = 5, 4
KILLS, MANY_KILLS = 8, 50
SYSTEM_TESTS = (
    "program/test_paths.py", "program/test_startup.py", "program/test_compression.py", "export/test_atomic_output.py",
    "program/test_worker_process.py", "project/test_store.py", "project/test_images.py",
    "gui/features/test_printing.py", "gui/widgets/test_file_dialogs.py",
    "export/test_kit.py::test_a_kit_has_the_same_pages_and_bytes_on_every_system",
)  # fmt: skip
"""What depends on the system: paths, locks, moves in one step, processes, pictures, printing dialogs."""
SAVE = """
import sys
from pathlib import Path
from htpm_studio.errors import StudioError
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.store import save_project
try:
    save_project(Project(Brand("Another name"), 3, 2027), Path(sys.argv[1]))
except StudioError as error:
    print(f"StudioError: {error}")
"""
STILL = 0.001
"""Between two looks nothing but a cursor has changed."""
MOST_DIFFERENT = 0.07
"""Of two pictures of the same window: fonts and title bars differ, and make 0.04; another page gives more than 0.1."""


@dataclass
class Trial:
    """What is tried and where."""

    computer: Computer
    setup: Path
    portable: Path
    place: Path
    kills: int
    kits: dict[str, Path] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where the program is installed."""
        return self.computer.applications / "HTPM Studio"

    def export(self, program: Path, words: Sequence[str | Path], **more: str) -> subprocess.CompletedProcess[str]:
        """Export with the program in a folder; no answer of it is a traceback."""
        done = self.computer.run([program / "htpm-studio.exe", "export", *words], **more)
        if "Traceback" in done.stdout + done.stderr:
            raise Failed(f"an export ends with a traceback: {done.stderr[-2000:]}")
        return done


def main(words: Sequence[str]) -> int:
    """Run all trials on the packages in the folder that is named; exit status 1 at the first that fails."""
    dist = Path(words[0]).resolve()
    with tempfile.TemporaryDirectory(prefix="studio ü ") as folder:
        place = Path(folder)
        there = computer(place)
        trial = Trial(
            there, next(dist.glob("*-setup.exe")), next(dist.glob("*-portable.zip")), place,
            MANY_KILLS if "thorough" in words else KILLS,
        )  # fmt: skip
        trials = TRIALS if sys.platform != "win32" else tuple(one for one in TRIALS if one not in ONLY_WINE)
        chosen = [one for one in trials if one.__name__ in words] or trials
        try:
            holds_what_is_locked(trial)
            tried = [_tried(one, trial) for one in chosen]
        except Failed as failure:
            print(f"The Windows packages fail: {failure}", file=sys.stderr)
            return 1
        finally:
            there.end()
    if len(chosen) == len(trials):
        record.write(dist, "windows", there.name, tried)
    print("The Windows packages pass.")
    return 0


def _tried(one: Callable[[Trial], str | None], trial: Trial) -> str:
    began = time.monotonic()
    more = one(trial)
    text = f"{record.sentence(one)}{f' ({more})' if more else ''}"
    print(f"{time.monotonic() - began:6.1f} s  {text}", flush=True)
    return text


# ------------------------------------------------------------------ the packages


def holds_what_is_locked(trial: Trial) -> None:
    """The packages hold the locked libraries and nothing that only trials need."""
    lock = ROOT / "packaging" / "requirements.lock"
    problems = windows_packages.problems(trial.portable, lock)
    if shutil.which("7zz") or shutil.which("7z"):
        problems += windows_packages.problems(trial.setup, lock)
        there = {name.partition("/")[2] for name in windows_packages.members(trial.portable)} - {"portable.txt"}
        missing = sorted(there - {*windows_packages.members(trial.setup)})
        problems += [f"The installer lacks {name}." for name in missing]
    if problems:
        raise Failed(" ".join(problems))


def installs(trial: Trial) -> None:
    """Installs silently, also over an older version; refuses a folder with other files."""
    there = trial.computer
    if UNINSTALL in there.registry(trial.place):
        raise Failed("HTPM Studio is installed here already; these trials would remove it.")
    older = make_older(trial.place)
    foreign = there.applications / "Other"
    foreign.mkdir(parents=True)
    (foreign / "mine.txt").touch()
    done = there.run([older, "/S", f"/D={there.path(foreign)}"])
    if done.returncode != REFUSED_FOLDER or smoke.files(foreign) != ["mine.txt"]:
        raise Failed(f"a folder with other files is not refused ({done.returncode}): {smoke.files(foreign)}.")
    shutil.rmtree(foreign)
    _install(trial, older)
    if not (trial.folder / "_internal" / "old.dll").is_file():
        raise Failed("the older version is not where it belongs.")
    _install(trial, trial.setup)
    if (trial.folder / "_internal" / "old.dll").exists():
        raise Failed("files of the older version stay beside the new one.")
    said = there.run([trial.folder / "htpm-studio.exe", "--version"]).stdout.strip()
    shown = there.registry(trial.place)
    if said != f"HTPM Studio {smoke.version()}" or f'"DisplayVersion"="{smoke.version()}"' not in shown:
        raise Failed(f'the installed program says "{said}", and Windows may show another version.')


def make_older(place: Path) -> Path:
    """An installer of an older version with next to nothing in it."""
    program = place / "older"
    for name in ("HTPM Studio.exe", "htpm-studio.exe", "README.txt", "_internal/old.dll", "licenses/HTPM-Studio.txt"):
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        (program / name).write_text("old\n")
    windows_packages.make_setup(program, place / "older.exe", "0.0.9")
    return place / "older.exe"


def _install(trial: Trial, setup: Path) -> None:
    done = trial.computer.run([setup, "/S"])
    if done.returncode:
        raise Failed(f"{setup.name} ends with {done.returncode}.")
    if not (trial.computer.menu / "HTPM Studio.lnk").is_file():
        raise Failed(f"{setup.name} makes no entry in the Start menu.")


# ------------------------------------------------------------------ kits


def same_kits(trial: Trial) -> str:
    """Exports the sample kit in English and Spanish, each file with the same bytes as from the sources."""
    count = 0
    for language in ("en", "es"):
        kits = {"packaged": trial.computer.user / "Kits" / language, "sources": trial.place / f"sources {language}"}
        words = [*smoke.SAMPLE, "--lang", language, "--logo", ROOT / "docs" / "sample-logo.svg", "--out"]
        done = trial.export(trial.folder, [*words, kits["packaged"]])
        if done.returncode not in {DONE, ATTENTION}:
            raise Failed(f"the export ends with {done.returncode}: {done.stderr[-2000:]}")
        sources = [sys.executable, "-P", "-m", "htpm_studio", "export", *map(str, words), str(kits["sources"])]
        smoke.run(sources, smoke.home(trial.place) | {"PYTHONPATH": str(ROOT)})
        differing = smoke.differences(kits["packaged"], kits["sources"])
        if differing:
            raise Failed(f"these files differ from those of the sources: {', '.join(differing[:8])}.")
        checked = trial.computer.run([trial.folder / "htpm-studio.exe", "check", *kits_in(kits["packaged"])])
        if checked.returncode not in {DONE, ATTENTION}:
            raise Failed(f"the kit does not get through its check: {checked.stdout[-2000:]}")
        count += len(smoke.files(kits["packaged"]))
        trial.kits[language] = kits["packaged"]
    return f"{count} files"


def uncommon_folders(trial: Trial) -> str:
    """Writes kits to folders with umlauts, spaces, about 250 letters and a name like OneDrive's."""
    user = trial.computer.user
    long = user / "Long"
    while len(trial.computer.path(long)) < 180:
        long /= "a folder with a rather long name"
    names = ("Müller & Söhne (Größe)", "OneDrive - Riverbend Coalition/Documents", "日本 العربية")
    places = [*map(user.joinpath, names), long]
    for place in places:
        done = trial.export(trial.folder, [*smoke.SAMPLE, "--only", "background", "--out", place])
        if done.returncode not in {DONE, ATTENTION} or not holds_a_kit(place):
            raise Failed(f"no kit in {place.name}: {done.stdout[-500:]} {done.stderr[-1500:]}")
    too_long = long.joinpath(*["too long a name for a folder of this computer" * 2] * 2)
    done = trial.export(trial.folder, [*smoke.SAMPLE, "--only", "background", "--out", too_long])
    if done.returncode not in {DONE, ATTENTION} and not done.stderr.strip():
        raise Failed("a path that is too long is refused without a word.")
    return f"up to {max(len(trial.computer.path(one)) for place in places for one in place.rglob('*'))} letters"


def refusals(trial: Trial) -> None:
    """Names a file that is in its way, a place that cannot be written and a kit file that cannot be read."""
    user = trial.computer.user
    (user / "taken").write_text("a file")
    (user / "broken.htpm").write_bytes(b"PK\3\4 not a kit")
    wishes = {
        "a file in the place of the folder": [*smoke.SAMPLE, "--out", user / "taken"],
        "a drive that is not there": [*smoke.SAMPLE, "--out", "Q:\\kits"],
        "a device": [*smoke.SAMPLE, "--out", "NUL"],
        "a damaged kit file": ["--project", user / "broken.htpm", "--out", user / "none"],
    }
    if trial.computer.read_only is not None:
        wishes["a place that cannot be written"] = [*smoke.SAMPLE, "--out", trial.computer.read_only / "kit"]
    for name, words in wishes.items():
        done = trial.export(trial.folder, [*words, "--only", "background"])
        if done.returncode in {DONE, ATTENTION} or not done.stderr.strip():
            raise Failed(f"{name} is not refused with a sentence ({done.returncode}): {done.stdout} {done.stderr}")


def file_in_use(trial: Trial) -> None:
    """Damages no kit that has a file open in another program, and names a kit file that it cannot replace."""
    folder, file = trial.computer.user / "In use", trial.computer.user / "in use.htpm"
    words = [*smoke.SAMPLE, "--only", "background", "--force", "--out", folder]
    trial.export(trial.folder, words)
    (kit,) = kits_in(folder)
    # Windows keeps the folder where it is, and the new kit comes beside it; Wine lets it be moved.
    with trial.computer.holds(kit / "kit.json"):
        done = trial.export(trial.folder, words)
    if done.returncode not in {DONE, ATTENTION} or not all(map(is_whole, kits_in(folder))):
        raise Failed(f"a kit with an open file is damaged: {done.stdout} {done.stderr}")
    smoke.make_project(file)
    before = file.read_bytes()
    with trial.computer.holds(file):
        done = trial.computer.run([*trial.computer.python, "-c", SAVE, file], **trial.computer.sources)
    if file.read_bytes() != before or "StudioError: in use.htpm" not in done.stdout:
        raise Failed(f"a kit file that is open elsewhere is not named: {done.stdout} {done.stderr}")


def kills(trial: Trial) -> str:
    """Killed during an export, it leaves no half-made kit, and the next export works."""
    folder = trial.computer.user / "Killed"
    words = [*smoke.SAMPLE, "--only", "background", "--force", "--out", folder]
    trial.export(trial.folder, words)
    began = time.monotonic()
    trial.export(trial.folder, words)
    whole = time.monotonic() - began
    chance = random.Random(17)
    halfway = 0
    for number in range(trial.kills):
        if number % 4 == 0:
            smoke.remove(folder)
        export = trial.computer.start([trial.folder / "htpm-studio.exe", "export", *words])
        time.sleep(whole * chance.uniform(0.2, 1.05))
        export.kill()
        export.communicate(timeout=LONG)
        halfway += folder.is_dir() and any(one.name.startswith(".") for one in folder.iterdir())
        if not all(map(is_whole, kits_in(folder))):
            raise Failed(f"an export that was killed leaves half a kit ({number}).")
    trial.computer.settle()
    done = trial.export(trial.folder, words)
    (kit,) = kits_in(folder)
    left = [one.name for one in folder.iterdir() if one != kit]
    if done.returncode not in {DONE, ATTENTION} or not is_whole(kit) or left:
        raise Failed(f"after exports that were killed the next one fails, or leaves {left}: {done.stderr[-1500:]}")
    return f"{trial.kills} times, {halfway} while it wrote"


def kits_in(folder: Path) -> list[Path]:
    """The finished kits in a folder; those in the making have a name with a dot."""
    return [path.parent for path in folder.glob("*/kit.json") if not path.parent.name.startswith(".")]


def is_whole(kit: Path) -> bool:
    """Whether a kit has every file that its list names, with the right bytes."""
    try:
        rows = json.loads((kit / "kit.json").read_text(encoding="utf-8"))["files"]
        found = {row["path"]: hashlib.sha256((kit / row["path"]).read_bytes()).hexdigest() for row in rows}
    except OSError:
        return False
    return bool(rows) and all(found[row["path"]] == row["sha256"] for row in rows)


def holds_a_kit(folder: Path) -> bool:
    """Whether there is one kit in the folder, a whole one."""
    kits = kits_in(folder)
    return len(kits) == 1 and is_whole(kits[0])


def hostile_pictures(trial: Trial) -> str:
    """Recognizes pictures that are damaged, cut off or not pictures at all."""
    folder = trial.place / "hostile"
    folder.mkdir()
    whole = Image.effect_noise((60, 40), 60).convert("RGB")
    whole.save(folder / "whole.png")
    data = (folder / "whole.png").read_bytes()
    broken = {"cut.png": data[: len(data) // 2], "empty.jpg": b"", "text.png": b"hello", "zeros.webp": bytes(5000)}
    for name, content in broken.items():
        (folder / name).write_bytes(content)
        words = [*smoke.SAMPLE, "--only", "background", "--photo", folder / name]
        done = trial.export(trial.folder, [*words, "--out", trial.computer.user / name])
        if done.returncode in {DONE, ATTENTION} or name not in done.stderr:
            raise Failed(f"{name} is not refused by its name: {done.stdout} {done.stderr}")
    return f"{len(broken)} by the program, hundreds by the tests below"


# ------------------------------------------------------------------ the window


def window(trial: Trial) -> None:
    """Opens its window with a kit file; setup refuses to replace the program while it runs; the window closes."""
    kit = trial.computer.user / smoke.KIT
    smoke.make_project(kit)
    with _screen() as display:
        opened = trial.computer.start([trial.folder / "HTPM Studio.exe", kit], **display)
        with _shown(trial, opened, display) as number:
            refused = trial.computer.run([trial.setup, "/S"], **display)
            if refused.returncode != REFUSED_OPEN:
                raise Failed(f"setup replaces a program that runs ({refused.returncode}).")
            said = smoke.close(opened, smoke.home(trial.place) | display, number)
        if opened.returncode or said.strip():
            raise Failed(f"its window ends with {opened.returncode} and says: {said.strip()}")


def looks_alike(trial: Trial) -> str:
    """Its window looks like that of the Linux program, in coarse features."""
    kit = trial.computer.user / smoke.KIT
    smoke.make_project(kit)
    sources = [sys.executable, "-P", "-m", "htpm_studio", str(kit)]
    shots = []
    for words in (trial.computer.command([trial.folder / "HTPM Studio.exe", kit]), sources):
        with _screen() as display:
            ours = words is sources
            more = {"PYTHONPATH": str(ROOT), **display}
            environment = smoke.home(trial.place) | more if ours else trial.computer.environment(display)
            opened = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with _shown(trial, opened, display) as number:
                shots.append(_photographed(number, smoke.home(trial.place) | display))
                smoke.close(opened, smoke.home(trial.place) | display, number)
    apart = difference(*shots)
    target = record.HERE.parent / "build" / "windows"
    shots[0].save(target / "window.png")
    shots[1].save(target / "window-linux.png")
    if apart > MOST_DIFFERENT or min(len(shot.getcolors(1 << 20) or ()) for shot in shots) < 500:
        raise Failed(f"its window looks unlike that on Linux: {apart:.2f}; see {target / 'window.png'}.")
    return f"{apart:.0%} of the colors elsewhere"


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far the colors of two pictures of a window are apart, from 0 to 1; where each color is counts in thirds."""
    parts = []
    for shot in (one, other):
        third = shot.width // 3
        crops = [shot.crop((left, 0, left + third, shot.height)) for left in (0, third, 2 * third)]
        parts.append([crop.point(lambda level: level // 64 * 64).getcolors(64) or [] for crop in crops])
    shares = [[{color: count for count, color in colors} for colors in crops] for crops in parts]
    apart = total = 0
    for first, second in zip(*shares, strict=True):
        apart += sum(abs(first.get(color, 0) - second.get(color, 0)) for color in {*first, *second})
        total += sum(first.values()) + sum(second.values())
    return apart / total


def _photographed(number: str, environment: dict[str, str]) -> Image.Image:
    """The window at a fixed place and size, once it has drawn its pictures."""
    for words in (["windowmove", number, "0", "0"], ["windowsize", number, "1400", "860"]):
        subprocess.run(["xdotool", *words], env=environment, check=True, timeout=LONG)
    before, until = Image.new("RGB", (1400, 860)), time.monotonic() + LONG / 4
    while True:
        time.sleep(5)
        shot = ImageGrab.grab(bbox=(0, 0, 1400, 860), xdisplay=environment["DISPLAY"]).convert("RGB")
        if difference(shot, before) < STILL or time.monotonic() > until:
            return shot
        before = shot


def opens_by_type(trial: Trial) -> None:
    """Opens a kit with the command that is registered for its file type."""
    kit = trial.computer.user / smoke.KIT
    smoke.make_project(kit)
    command = registered_command(trial.computer.registry(trial.place), ".htpm")
    if len(command) != 2 or command[1] != "%1":
        raise Failed(f"a kit file has no command that opens it: {command}.")
    # Wine itself looks for file types of all users only.
    with _screen() as display:
        opened = trial.computer.start([command[0], kit], **display)
        with _shown(trial, opened, display) as number:
            smoke.close(opened, smoke.home(trial.place) | display, number)


def registered_command(registry: str, ending: str) -> list[str]:
    """The words of the command that opens files with an ending, as the exported registry has it."""

    def value(key: str) -> str:
        found = re.search(
            rf'^\[HKEY_CURRENT_USER\\Software\\Classes\\{re.escape(key)}\]\n@="(.*)"$', registry, re.MULTILINE
        )
        return re.sub(r"\\(.)", r"\1", found[1]) if found else ""

    return re.findall(r'"([^"]*)"', value(f"{value(ending)}\\shell\\open\\command"))


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    with smoke.screen() as display:
        yield {"DISPLAY": display}


@contextmanager
def _shown(trial: Trial, opened: subprocess.Popen[str], display: dict[str, str]) -> Iterator[str]:
    """The number of the window once it is there; at the end nothing of it runs any more."""
    try:
        yield smoke.wait_for(opened, smoke.home(trial.place) | display)
    finally:
        opened.kill()
        opened.wait()
        trial.computer.end()


# ------------------------------------------------------------------ a stick, the end


def portable(trial: Trial) -> None:
    """From the portable folder, it works and leaves nothing outside."""
    stick = trial.place / "stick ü"
    with zipfile.ZipFile(trial.portable) as archive:
        archive.extractall(stick)
    (program,) = stick.iterdir()
    before = smoke.files(trial.computer.user), trial.computer.registry(trial.place)
    out = program / "documents" / "kit"
    done = trial.export(program, [*smoke.SAMPLE, "--only", "background", "--out", out])
    if done.returncode not in {DONE, ATTENTION} or not holds_a_kit(out):
        raise Failed(f"the portable program exports no kit: {done.stderr[-1500:]}")
    if sys.platform != "win32":
        smoke.make_project(program / smoke.KIT)
        with _screen() as display:
            opened = trial.computer.start([program / "HTPM Studio.exe", program / smoke.KIT], **display)
            with _shown(trial, opened, display) as number:
                smoke.close(opened, smoke.home(trial.place) | display, number)
    if not (program / "data").is_dir():
        raise Failed("the portable program keeps no settings in its folder.")
    after = smoke.files(trial.computer.user), trial.computer.registry(trial.place)
    new = sorted(set(after[0]) - set(before[0]))
    if new or after[1].lower().count("htpm") != before[1].lower().count("htpm"):
        raise Failed(f"the portable program leaves something outside: {new[:8]}.")


def removes(trial: Trial) -> None:
    """Removed, it leaves nothing in menus, folders and registry but the user's kits and settings."""
    there = trial.computer
    data = there.user / "AppData" / "Roaming" / "HTPM Studio"
    kept = [path for path in (*trial.kits.values(), data, there.user / smoke.KIT) if path.exists()]
    _remove(trial, trial.folder)
    if not all(path.exists() for path in kept) or not all(map(holds_a_kit, trial.kits.values())):
        raise Failed("the removal takes kits or settings along.")


def _remove(trial: Trial, folder: Path) -> None:
    there = trial.computer
    there.run([folder / "Uninstall.exe", "/S"])
    until = time.monotonic() + LONG / 4
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.5)
    there.settle()
    shortcuts = [path for menu in (there.menu, there.desktop) for path in menu.rglob("*HTPM*")]
    rows = there.registry(trial.place).splitlines()
    left = [row for row in rows if "htpm studio.exe" in row.lower() or "HTPMStudio" in row]
    if folder.exists() or shortcuts or left:
        raise Failed(f"something stays after the removal: {smoke.files(folder)[:5]} {shortcuts} {left[:5]}.")


def installs_elsewhere(trial: Trial) -> None:
    """Installs silently into a folder that an administrator names, and is removed from there."""
    there = trial.computer
    folder = there.applications / "Elsewhere"
    done = there.run([trial.setup, "/S", f"/D={there.path(folder)}"])
    said = there.run([folder / "htpm-studio.exe", "--version"]).stdout.strip()
    if done.returncode or said != f"HTPM Studio {smoke.version()}":
        raise Failed(f'setup with /D= ends with {done.returncode}, and the program says "{said}".')
    _remove(trial, folder)


def system_tests(trial: Trial) -> str:
    """The tests of paths, locks, moves, processes, pictures and printing dialogs pass with Windows' Python."""
    tests = [ROOT / "tests" / name for name in SYSTEM_TESTS]
    words = [*trial.computer.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ROOT, *tests]
    done = trial.computer.run(words, QT_QPA_PLATFORM="offscreen")
    if done.returncode:
        raise Failed(f"the tests fail there:\n{done.stdout[-6000:]}\n{done.stderr[-2000:]}")
    return done.stdout.strip().splitlines()[-1].partition(" in ")[0].strip("= ")


TRIALS = (
    installs, window, looks_alike, opens_by_type, same_kits, uncommon_folders, refusals, file_in_use, hostile_pictures,
    kills, portable, removes, installs_elsewhere, system_tests,
)  # fmt: skip
ONLY_WINE = (window, looks_alike, opens_by_type, system_tests)
"""On Windows there is no second screen to open windows on, and the tests all run there anyway."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
