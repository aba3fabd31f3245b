"""A long walk at random through the window: faults, memory, and the longest time that it did not answer.

    python benchmarks/walk.py [steps] [seed ...]

Prints each fault with the steps before it, and ends with 1 when there was one.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.gui.random_walk import walk


def main(steps: int, seeds: list[int]) -> int:
    faults = 0
    for seed in seeds:
        with TemporaryDirectory() as home:
            found = walk(seed, steps, Path(home), tell=lambda words: print(words, flush=True))
        for words in found.faults:
            print(words, end="\n\n")
        faults += len(found.faults)
        print(f"seed {seed}: longest turn {found.longest:.2f} s of own work at {found.longest_step}", flush=True)
    return int(faults > 0)


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]] or [1000]
    sys.exit(main(numbers[0], numbers[1:] or [1, 2, 3]))
