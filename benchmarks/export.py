"""What an export costs: cold, again, and after a change, from the command line and in the window.

    python benchmarks/export.py [--rounds 3] [--against COMMAND] [command-line] [window] [slides]

`command-line` prints processor seconds of all processes and seconds of the clock, and how many files were made;
`--against` names the Python of another checkout, so that each round has both, one after the other. `window` prints how
long Export takes after a changed headline and a changed color, with what is made at rest before, and how long the
window did not answer. `slides` prints the processor time of decks of 50, 100 and 200 slides.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, QTimer

from htpm_studio import paths
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.gui.app import Studio, make_application, make_studio
from htpm_studio.project.model import Brand, Edit, Edits, Project
from htpm_studio.project.store import save_project

TODAY = dt.date(2026, 11, 25)
TICK_MS, SETTLE_SECONDS = 5, 6.0
AFTER_HEADLINE, AFTER_COLOR = 5.0, 20.0
HEADLINE = Edit("w2/social/w2-rights", "head", "Fair pay, on time")


# ------------------------------------------------------------------ command line


def run(python: str, folder: Path, project: Path, *options: str) -> tuple[float, float]:
    """Processor seconds of an export with all its processes, and seconds of the clock."""
    command = [python, "-m", "htpm_studio", "export", "--project", str(project), "--force", *options]
    command += ["--out", str(folder / "kits")]
    environment = {**os.environ, paths.OVERRIDE: str(folder / "home")}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=Path(python).parents[2], env=environment, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, wall


def kept(folder: Path) -> int:
    files = folder / "home" / "cache" / "files"
    return len(list(files.iterdir())) if files.is_dir() else 0


def command_line(rounds: int, against: str) -> None:
    project = Project(Brand("Riverbend Coalition", colors=("#0b6e69",)), 2, 2027)
    found: dict[str, list[tuple[float, float]]] = {}
    made = 0
    for _ in range(rounds):
        with TemporaryDirectory() as name:
            folder = Path(name)
            before, after = folder / "before.htpm", folder / "after.htpm"
            save_project(project, before)
            save_project(replace(project, edits=Edits((HEADLINE,))), after)
            if against:
                found.setdefault("against, two jobs", []).append(run(against, folder, before))
            for words, saved, options in (
                ("cold, two jobs", before, ("--no-cache",)),
                ("cold, one job", before, ("--no-cache", "--jobs", "1")),
                ("first, kept", before, ()),
                ("unchanged", before, ()),
                ("one headline", after, ()),
            ):
                there = kept(folder)
                found.setdefault(words, []).append(run(sys.executable, folder, saved, *options))
                made = kept(folder) - there
    for words, runs in found.items():
        processor, wall = (statistics.median(values) for values in zip(*runs, strict=True))
        print(f"{words:20} {processor:6.2f} s of processors, {wall:6.2f} s wall")
    print(f"made after one headline: {made} entries, small pictures and the mark of the request among them")
    pairs = zip(found["cold, two jobs"], found["cold, one job"], strict=True)
    print(f"two jobs against one, wall: {statistics.median(two[1] / one[1] for two, one in pairs):.2f}")


# ------------------------------------------------------------------ window


def pauses(studio: Studio, start: Callable[[], None]) -> tuple[float, float]:
    """Seconds that an export took, and the longest time that the window did not answer."""
    exporter, late, last = studio.controllers.exporter, [0.0], time.perf_counter()
    loop, timer = QEventLoop(), QTimer()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(now - last - TICK_MS / 1000)
        last = now
        if not exporter.running:
            loop.quit()

    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    begun = time.perf_counter()
    start()
    loop.exec()
    timer.stop()
    return time.perf_counter() - begun, max(late)


def rest(seconds: float) -> None:
    """Let the window draw, check and make ahead."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def window() -> None:
    with TemporaryDirectory() as home:
        os.environ[paths.OVERRIDE] = home
        studio = make_studio(make_application([]), None, TODAY)
        studio.window.show()
        document, exporter = studio.window.workspace.document, studio.controllers.exporter
        brand = replace(document.project.brand, organization="Riverbend Coalition")
        document.change("Change name", replace(document.project, brand=brand))
        rest(SETTLE_SECONDS)

        def say(words: str) -> None:
            seconds, late = pauses(studio, lambda: exporter.start_set("kit"))
            print(f"{words:28} {seconds:5.2f} s, longest pause {late * 1000:4.0f} ms")

        say("first")
        say("unchanged")
        document.change("Change headline", replace(document.project, edits=Edits((HEADLINE,))))
        rest(AFTER_HEADLINE)
        say(f"headline, {AFTER_HEADLINE:.0f} s later")
        brand = replace(document.project.brand, colors=("#8a1c4a",))
        document.change("Change color", replace(document.project, brand=brand))
        rest(AFTER_COLOR)
        say(f"color, {AFTER_COLOR:.0f} s later")
        studio.window.close()


# ------------------------------------------------------------------ slides


def numbered(page: PageSpec, number: int) -> PageSpec:
    """A page with a title of its own, as slides need it."""
    heads = {name: f"{page.content[name]} {number}" for name in ("title", "head") if page.content.get(name)}
    return replace(page, content={**page.content, **heads})


def slides() -> None:
    from htpm_studio.export.kit.kit import Options, build_kit
    from htpm_studio.export.pages.catalogue import plan
    from htpm_studio.export.run.render_file import render_file
    from htpm_studio.processes.jobs import JobContext
    from tests.helpers.bundled import bundled_campaign, bundled_resources

    kit = build_kit(
        Project(Brand("Riverbend"), 2, 2027), bundled_campaign(), bundled_resources(), Options(("deck",)), TODAY
    )
    deck = next(spec for spec in plan(kit) if spec.path.endswith("training-deck.pptx"))
    headed = [page for page in deck.pages if page.content.get("title") or page.content.get("head")]
    for count in (50, 100, 200):
        pages = tuple(numbered(page, number) for number, page in enumerate((headed * 20)[:count], 1))
        start = time.process_time()
        render_file(replace(deck, pages=pages), kit.inputs, JobContext())
        seconds = time.process_time() - start
        print(f"{count} slides: {seconds:5.2f} s, {seconds / count * 1000:5.1f} ms a slide")


WAYS = ("command-line", "window", "slides")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ways", nargs="*", help=", ".join(WAYS))
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--against", default="", help="the Python of another checkout, in its .venv")
    given = asked.parse_args()
    ways = given.ways or WAYS
    print(f"load {os.getloadavg()[0]:.1f}")
    if "command-line" in ways:
        command_line(given.rounds, given.against)
    if "window" in ways:
        window()
    if "slides" in ways:
        slides()


if __name__ == "__main__":
    main()
