"""Small changes that nobody meant, each planted in a copy of the sources: the ring has to name its piece.

python -m tests.ring.planted        all of them, as a table; some minutes
python -m tests.ring.planted 3 17   these alone
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from shutil import copy2, copytree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PARTS = ("htpm_studio", "assets", "templates", "tests")
KIT = "kits/common-thread/en-week-2-photo"


@dataclass(frozen=True)
class Plant:
    """A change: what it is, where, the text that it replaces and by what, and what has to be named in which group."""

    what: str
    file: str
    old: str
    new: str
    named: str
    files: str = ""
    group: str = KIT


def plants() -> tuple[Plant, ...]:
    """The changes of planted.toml."""
    rows = tomllib.loads((HERE / "planted.toml").read_text(encoding="utf-8"))["plant"]
    return tuple(Plant(**row) for row in rows)


@contextmanager
def planted(tree: Path, plant: Plant) -> Iterator[None]:
    """The change in a copy of the sources, and the file as it was afterwards."""
    path = tree / plant.file
    text = path.read_text(encoding="utf-8")
    if plant.old not in text:
        raise ValueError(f"{plant.file} has no {plant.old!r}")
    path.unlink()  # it is a link to the sources
    try:
        path.write_text(text.replace(plant.old, plant.new, 1), encoding="utf-8", newline="\n")
        yield
    finally:
        path.unlink()
        _link(ROOT / plant.file, path)


def notice(tree: Path, plant: Plant) -> list[str]:
    """What the ring says of a change."""
    words = [sys.executable, "-P", "-m", "tests.ring", "--only", plant.group, "--jobs", "1", "--files", plant.files]
    with planted(tree, plant):
        made = subprocess.run(
            words, cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, capture_output=True, text=True, check=False
        )
    return (made.stdout if made.returncode in (0, 1) else made.stderr).splitlines()


def copy_of_sources(folder: Path) -> Path:
    """The sources once more, as links."""
    for part in PARTS:
        copytree(ROOT / part, folder / part, copy_function=_link)
    return folder


def _link(source: str | Path, target: str | Path) -> None:
    """The same file once more, or a copy of it on another disk."""
    try:
        os.link(source, target)
    except OSError:
        copy2(source, target)


def main(numbers: Sequence[str]) -> int:
    """Plant each change and print whether its piece was named."""
    every = plants()
    chosen = [every[int(number) - 1] for number in numbers] or every
    with tempfile.TemporaryDirectory(dir=ROOT.parent) as folder:
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(2):
            trees.put(copy_of_sources(Path(folder) / str(number)))

        def tried(plant: Plant) -> tuple[Plant, list[str]]:
            tree = trees.get()
            try:
                return plant, notice(tree, plant)
            finally:
                trees.put(tree)

        missed = 0
        with ThreadPoolExecutor(2) as pool:
            for plant, lines in pool.map(tried, chosen):
                line = next((line for line in lines if line.startswith(plant.named)), "")
                moved = sum(": " in line for line in lines)
                missed += not line
                print(
                    f"| {plant.what} | {'named' if line else 'MISSED'} | {moved} | {line or lines[-1:]} |", flush=True
                )
    print(f"{len(chosen) - missed} of {len(chosen)} named")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
