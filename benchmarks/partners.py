"""How lists of partners grow: processor time and memory over 1, 10, 100 … partners and over 1, 2, 4, 8 workers.

    python benchmarks/partners.py growth [1 10 100 1000]
    python benchmarks/partners.py workers [1 2 4 8] [--partners 100]
    python benchmarks/partners.py cluster [--partners 100]     (needs the extra "cluster")
    python benchmarks/partners.py shared [--partners 100]

Backgrounds alone are made, each partner with a color of its own. Every line names the processor time of all processes
(user and system), which stays the same when others work too, then the wall clock, the largest process, and the load.
`growth` prints the time of each partner after the first against that between 1 and 10. `workers` compares with one
job, paired in turn, and the bytes too. `cluster` compares one and two workers of a Dask cluster on this computer.
`shared` compares partners with and without colors of their own.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of processors and of the clock, the largest process in MB, a sum of all files, and the load before."""

    processor: float
    wall: float
    memory: float
    files: str
    load: float

    def __str__(self) -> str:
        return (
            f"{self.processor:7.1f} s processor, {self.wall:7.1f} s wall, {self.memory:4.0f} MB, load {self.load:4.1f}"
        )


def write_list(folder: Path, partners: int, *, colors: bool = True) -> Path:
    path = folder / f"partners-{partners}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("organization", "color", "contact"))
        for number in range(partners):
            color = f"#{0x101010 + number * 7919 % 0x700000:06X}" if colors else ""
            writer.writerow((f"Partner {number:05d} Coalition", color, f"p{number}.example"))
    return path


def measured(listed: Path, *more: str) -> Run:
    """Make the kits of a list in a fresh folder."""
    with TemporaryDirectory() as out:
        command = [sys.executable, "-m", "htpm_studio", "batch", str(listed), "--week", "2", "--only", "background"]
        load, start = os.getloadavg()[0], time.perf_counter()
        process = subprocess.Popen([*command, "--out", out, *more], cwd=ROOT, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command} ended with {process.returncode}")
        wall = time.perf_counter() - start
        return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, sum_of(Path(out)), load)


def sum_of(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.parent != folder:
            found.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:12]


def growth(folder: Path, counts: Sequence[int]) -> None:
    runs = {count: measured(write_list(folder, count), "--jobs", "1") for count in counts}
    first, *rest = counts
    for count, run in runs.items():
        print(f"{count:6d} partners: {run}")
    base = (runs[rest[0]].processor - runs[first].processor) / (rest[0] - first)
    for count in rest:
        each = (runs[count].processor - runs[first].processor) / (count - first)
        print(f"{count:6d} partners: {each:.3f} s for each after the first, {each / base:.3f} of that up to {rest[0]}")


def workers(folder: Path, counts: Sequence[int], partners: int) -> None:
    listed = write_list(folder, partners)
    for count in counts:
        pairs = [(measured(listed, "--jobs", "1"), measured(listed, "--jobs", str(count))) for _ in range(PAIRS)]
        print(f"{count} workers: {pairs[-1][1]}")
        compare(pairs, "one job")


def compare(pairs: Sequence[tuple[Run, Run]], words: str) -> None:
    """Medians of the ratios of pairs; `times` is how much faster the second of each was by the clock."""
    processor = statistics.median(other.processor / one.processor for one, other in pairs)
    times = statistics.median(one.wall / other.wall for one, other in pairs)
    same = "same" if len({run.files for pair in pairs for run in pair}) == 1 else "OTHER"
    print(f"    against {words}: {processor:.2f} of its processor time, {times:.2f} times as fast; {same} bytes")


def shared(folder: Path, partners: int) -> None:
    own, none = write_list(folder, partners), folder / "plain"
    none.mkdir()
    plain = write_list(none, partners, colors=False)
    pairs = [(measured(own, "--jobs", "1"), measured(plain, "--jobs", "1")) for _ in range(PAIRS)]
    print(f"colors of their own: {pairs[-1][0]}\nthe campaign's:      {pairs[-1][1]}")
    print(f"    {statistics.median(b.processor / a.processor for a, b in pairs):.2f} of the processor time")


@contextmanager
def local_cluster(count: int) -> Iterator[str]:
    """The address of a cluster on this computer."""
    code = (
        "import sys, distributed\n"
        "if __name__ == '__main__':\n"
        f"    made = distributed.LocalCluster(n_workers={count}, threads_per_worker=1, dashboard_address=None)\n"
        "    print(made.scheduler_address, flush=True)\n"
        "    sys.stdin.read()\n"
        "    made.close()\n"
    )
    with TemporaryDirectory() as folder:
        script = Path(folder) / "cluster.py"
        script.write_text(code, encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(
            [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            yield process.stdout.readline().strip()
            process.stdin.close()


def cluster(folder: Path, partners: int) -> None:
    """One and two workers in turn, each made warm by a first list."""
    listed = write_list(folder, partners)
    here = measured(listed, "--jobs", "1")
    with local_cluster(1) as one, local_cluster(2) as two:
        for address in (one, two):
            measured(write_list(folder, 6), "--scheduler", address)
        pairs = [(measured(listed, "--scheduler", one), measured(listed, "--scheduler", two)) for _ in range(PAIRS)]
    print(f"one job here:            {here}\ncluster of two, caller:  {pairs[-1][1]}")
    compare(pairs, "a cluster of one")
    print("    same bytes as here" if pairs[0][1].files == here.files else "    OTHER BYTES than here")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", choices=("growth", "workers", "cluster", "shared"))
    asked.add_argument("counts", nargs="*", type=int)
    asked.add_argument("--partners", type=int, default=100)
    given = asked.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        if given.what == "growth":
            growth(folder, given.counts or (1, 10, 100))
        elif given.what == "workers":
            workers(folder, given.counts or (1, 2, 4, 8), given.partners)
        elif given.what == "cluster":
            cluster(folder, given.partners)
        else:
            shared(folder, given.partners)


if __name__ == "__main__":
    main()
