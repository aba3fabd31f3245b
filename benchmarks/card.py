"""A warm card of 1080 x 1080 pixels, and a deck of 20 slides, against other programs: ratios of processor time.

    python benchmarks/card.py [satori] [chromium-png] [chromium-jpeg] [pptxgenjs] [--modules FOLDER]
    python benchmarks/card.py --parts

See README.md here for what has to be installed; Linux alone tells what processes take. A card has another headline each
time, so that it is laid out, painted and encoded anew. A program makes some cards to get warm, then waits; what it
takes from there on, in all of its processes, is divided by the cards. Ours and the others are paired in turn, and the
medians are printed. `--parts` prints what layout, paint and encoding of our card take apart.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from htpm_studio.export.kit.kit import Kit
    from htpm_studio.export.kit.specs import FileSpec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FONTS, OTHERS = ROOT / "assets" / "fonts", Path(__file__).resolve().parent / "others"
WARM, MORE, PAIRS = 10, 40, 3
TODAY = dt.date(2026, 11, 25)
WAYS = ("satori", "chromium-png", "chromium-jpeg", "pptxgenjs")
OURS = {"satori": "png", "chromium-png": "png", "chromium-jpeg": "jpeg", "pptxgenjs": "deck"}


def one_more(command: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of processors and of the clock for one card more, when the program is warm."""
    counts = [str(WARM), str(MORE)]
    with subprocess.Popen([*command, *counts], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        before, start = ticks(process.pid), time.perf_counter()
        process.stdin.write(b"\n")
        process.stdin.flush()
        process.stdout.readline()
        wall, processor = time.perf_counter() - start, (ticks(process.pid) - before) / os.sysconf("SC_CLK_TCK")
        process.stdin.close()
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return processor / MORE * 1000, wall / MORE * 1000


def ticks(process: int) -> int:
    """What a process and all that it started have taken, those that ended included."""
    rows = [path.read_text().rpartition(") ")[2].split() for path in Path(f"/proc/{process}").glob("stat")]
    children = Path(f"/proc/{process}/task").glob("*/children")
    return sum(sum(map(int, row[11:15])) for row in rows) + sum(
        ticks(int(child)) for path in children for child in path.read_text().split()
    )


def ours(kind: str) -> list[str]:
    return [sys.executable, str(Path(__file__).resolve()), "--make", kind]


def others(way: str, modules: Path) -> list[str]:
    return ["node", str(OTHERS / "card.mjs"), way, str(FONTS), str(modules)]


def make(kind: str, warm: int, more: int) -> None:
    """Make so many cards, or decks of about 20 slides, and throw them away."""
    from htpm_studio import paths
    from htpm_studio.campaign.pack import read_pack
    from htpm_studio.export.kit.kit import Options, build_kit, load_resources
    from htpm_studio.export.pages.catalogue import plan
    from htpm_studio.export.pages.page_builder import PageBuilder
    from htpm_studio.export.run.render_file import render_file
    from htpm_studio.export.sources.campaigns import pack_for
    from htpm_studio.processes.jobs import JobContext
    from htpm_studio.project.model import Brand, Project
    from htpm_studio.render.raster.files import encode_jpeg, encode_png
    from htpm_studio.render.raster.page import render_page

    campaign = read_pack(pack_for(None, None, paths.assets()), "en")
    project = Project(Brand("Riverbend Coalition"), 2, 2027)
    kit = build_kit(project, campaign, load_resources(paths.folders()), Options(("social", "deck")), TODAY)
    specs, size = plan(kit), 0
    if kind == "deck":
        deck = next(spec for spec in specs if spec.format == "pptx" and spec.medium == "deck" and not spec.plain)
        print(f"{len(deck.pages)} slides", file=sys.stderr)
        for number in range(warm + more):
            if number == warm:
                wait(size)
            size += len(render_file(deck, kit.inputs, JobContext(), PageBuilder()).data)
        wait(size)
        return
    if kind == "parts":
        parts(kit, specs, warm + more, warm)
        return
    square = (spec for spec in specs if spec.path.startswith("social/square/"))
    card = next(spec for spec in square if spec.pages[0].template.startswith("social/statement"))
    for number in range(warm + more):
        if number == warm:
            wait(size)
        page = card.pages[0]
        page = replace(page, content={**page.content, "head": f"Your work, your rights, number {number}"})
        image = render_page(PageBuilder().compose(page, kit.page_inputs).page, card.scale)
        assert image.size == (1080, 1080)
        size += len(encode_png(image, "") if kind == "png" else encode_jpeg(image, None, ""))
    wait(size)


def parts(kit: Kit, specs: Sequence[FileSpec], count: int, warm: int) -> None:
    """Print the median processor time of each part of a warm card."""
    from htpm_studio.export.pages.page_builder import PageBuilder
    from htpm_studio.render.raster.files import encode_png
    from htpm_studio.render.raster.page import render_page

    square = (spec for spec in specs if spec.path.startswith("social/square/"))
    card = next(spec for spec in square if spec.pages[0].template.startswith("social/statement"))
    rows = []
    for number in range(count):
        page = replace(
            card.pages[0], content={**card.pages[0].content, "head": f"Your work, your rights, number {number}"}
        )
        marks = [time.process_time()]
        composed = PageBuilder().compose(page, kit.page_inputs).page
        marks.append(time.process_time())
        image = render_page(composed, card.scale)
        marks.append(time.process_time())
        encode_png(image, "")
        marks.append(time.process_time())
        rows.append([after - before for before, after in pairwise(marks)])
    layout, paint, encoding = (statistics.median(values) * 1000 for values in zip(*rows[warm:], strict=True))
    print(f"layout {layout:.1f} ms, paint {paint:.1f} ms, encoding {encoding:.1f} ms")


def wait(size: int) -> None:
    """Say that so many bytes are made, and go on when somebody looked at what that took."""
    print(size, flush=True)
    sys.stdin.readline()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ways", nargs="*", help=", ".join(WAYS))
    asked.add_argument("--modules", type=Path, default=Path("node"), help="folder with node_modules")
    asked.add_argument("--parts", action="store_true", help="print the parts of our card")
    given = asked.parse_args()
    if given.parts:
        make("parts", WARM, MORE)
        return
    for way in given.ways or WAYS:
        load = os.getloadavg()[0]
        pairs = [(one_more(ours(OURS[way])), one_more(others(way, given.modules))) for _ in range(PAIRS)]
        sides = zip(*pairs, strict=True)
        mine, other = ([statistics.median(values) for values in zip(*side, strict=True)] for side in sides)
        ratio = statistics.median(ours_[0] / theirs[0] for ours_, theirs in pairs)
        wall = statistics.median(ours_[1] / theirs[1] for ours_, theirs in pairs)
        print(
            f"{OURS[way]} against {way}: {mine[0]:6.1f} ms of {other[0]:6.1f} ms of processors ({ratio:.3f}), "
            f"{mine[1]:6.1f} of {other[1]:6.1f} ms wall ({wall:.3f}), load {load:.1f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
