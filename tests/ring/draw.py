"""Pictures of what moved, before and after: the pages of one kit for each piece, and the texts as they differ."""

from __future__ import annotations

import difflib
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree

from PIL import Image

from htpm_studio.render.raster.page import render_page
from tests.ring.golden import Move
from tests.ring.kits import all_kits

ROOT = Path(__file__).resolve().parents[2]
TALLEST, GAP, MOST = 900, 12, 120
"""Pixels that a picture is high at most and lies from its other half, and how many files are drawn."""
TEXTS = frozenset((".txt", ".csv", ".html", ".ics"))


def draw_pairs(found: Sequence[Move], out: Path, base: str) -> None:
    """Draw one file of each piece that moved, in the first kit where it did, beside the same file at `base`."""
    firsts: dict[tuple[str, str], Move] = {}
    for move in found:
        if move.group.startswith("kits/") and move.file:
            firsts.setdefault((move.piece, Path(move.file).suffix), move)
    wanted: dict[str, list[str]] = {}
    for move in list(firsts.values())[:MOST]:
        wanted.setdefault(move.group, []).append(move.file)
    out.mkdir(parents=True, exist_ok=True)
    if not wanted:
        print("Nothing that moved can be drawn.")
        return
    with tempfile.TemporaryDirectory() as temporary:
        now, then = Path(temporary) / "now", Path(temporary) / "then"
        _paint_in(ROOT, wanted, now)
        if base and (tree := _exported(base, Path(temporary) / "tree")):
            _paint_in(tree, wanted, then)
        else:
            print("There is no base to compare with (--base COMMIT), so the pictures show what is there now.")
        count = _pairs(then, now, out)
    left = len(firsts) - MOST
    print(f"{count} pictures and texts in {out}" + (f"; {left} pieces more were not drawn" if left > 0 else ""))


def _exported(commit: str, tree: Path) -> Path | None:
    """The sources of a commit, with today's ring where it has none; None where git does not know it."""
    made = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=False)
    if made.returncode:
        print(made.stderr.decode(errors="replace").strip())
        return None
    with tarfile.open(fileobj=io.BytesIO(made.stdout)) as archive:
        archive.extractall(tree, filter="data")
    if not (tree / "tests" / "ring").is_dir():
        copytree(ROOT / "tests", tree / "tests", dirs_exist_ok=True)
    return tree


def _paint_in(tree: Path, wanted: dict[str, list[str]], out: Path) -> None:
    """Have the files of kits painted by the sources in a folder."""
    for group, files in wanted.items():
        words = [sys.executable, "-P", "-m", "tests.ring.draw", group, str(out / group), *files]
        made = subprocess.run(words, cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, check=False)
        if made.returncode:
            print(f"{group} could not be made with the sources in {tree.name}.")


def paint(group: str, out: Path, files: Sequence[str]) -> None:
    """Paint the pages of these files of a kit, and write down its texts."""
    with tempfile.TemporaryDirectory() as folder:
        kit = all_kits()[group](Path(folder))
    out.mkdir(parents=True, exist_ok=True)
    for _, path, _, data in kit.files:
        if path not in files:
            continue
        name = path.replace("/", "--")
        if Path(path).suffix in TEXTS:
            (out / f"{name}.txt").write_bytes(data)
        for number, page in enumerate(kit.pages.get(path, ()), 1):
            scale = min(1.0, TALLEST / page.size.height, 2 * TALLEST / page.size.width)
            render_page(page, scale).convert("RGB").save(out / f"{name}--{number:02}.png")


def _pairs(then: Path, now: Path, out: Path) -> int:
    """Put what is not the same side by side; returns how many files were written."""
    count = 0
    for path in sorted({one.relative_to(side) for side in (then, now) for one in side.rglob("*.*")}):
        before, after = then / path, now / path
        if before.is_file() and after.is_file() and before.read_bytes() == after.read_bytes():
            continue
        target = out / "--".join(path.parts)
        if path.suffix == ".txt":
            old, new = (one.read_text("utf-8").splitlines() if one.is_file() else [] for one in (before, after))
            text = "\n".join(difflib.unified_diff(old, new, "before", "after", lineterm=""))
            target.write_text(text, encoding="utf-8")
        else:
            _beside([Image.open(one) for one in (before, after) if one.is_file()]).save(target)
        count += 1
    return count


def _beside(images: Sequence[Image.Image]) -> Image.Image:
    wide = sum(image.width for image in images) + GAP * (len(images) - 1)
    sheet = Image.new("RGB", (wide, max(image.height for image in images)), "#FF00FF")
    left = 0
    for image in images:
        sheet.paste(image, (left, 0))
        left += image.width + GAP
    return sheet


if __name__ == "__main__":
    paint(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
