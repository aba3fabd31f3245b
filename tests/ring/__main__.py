"""The contract ring: compares everything that people get with what is kept, and accepts a change by its cause.

python3 studio.py references --all                           compare: exit 1 where something moved
python3 studio.py references --all --part 3/8                one eighth of it
python3 studio.py references --all --accept "Wider margins"  keep what is there now, for this cause
python3 studio.py references --all --draw DIR --base COMMIT  draw what moved, before and after
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.ring.draw import draw_pairs
from tests.ring.golden import Move, add_cause, keep, kept, matching, moves, stale, told
from tests.ring.groups import chosen, groups, made
from tests.ring.kits import FILES


def main(arguments: Sequence[str]) -> int:
    """Compare, accept or draw; the exit status is 1 where something moved and was not accepted."""
    parser = argparse.ArgumentParser(
        prog="studio.py references", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--all", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--part", type=_part, default=(1, 1), metavar="3/8", help="compare one part of so many")
    parser.add_argument("--only", default="*", metavar="PATTERN", help='groups by name, such as "kits/quilt/*"')
    parser.add_argument("--accept", default="", metavar="CAUSE", help="keep what is there now, for this cause")
    parser.add_argument("--draw", type=Path, metavar="DIR", help="draw what moved into this folder")
    parser.add_argument("--base", default="", metavar="COMMIT", help="draw as it was at that commit, beside it")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes at a time (usually 2)")
    parser.add_argument("--files", default="", metavar="PATTERN", help='files of kits alone, such as "print/*"; a look')
    given = parser.parse_args(arguments)
    if given.files and given.accept:
        parser.error("a part of a kit cannot be accepted: leave out --files")
    with tempfile.TemporaryDirectory() as home:
        os.environ["HTPM_STUDIO_HOME"] = home  # nobody's own templates and settings
        os.environ[FILES] = given.files or "*"
        names = chosen(given.part, given.only)
        began = time.monotonic()
        texts: dict[str, str] = {}
        found: list[Move] = []
        for name, now in made(names, given.jobs):
            texts[name] = now
            both = (kept(name), now)
            before, text = (matching(one, given.files) for one in both) if given.files else both
            found += (here := list(moves(name, before, text)))
            if here:
                print(f"{name} moved ({len(texts)} of {len(names)})", flush=True)
        print("\n".join(told(found)) or f"Nothing moved in {len(names)} groups.")
        print(f"{len(names)} groups in {time.monotonic() - began:.0f} s")
        if given.draw and found:
            draw_pairs(found, given.draw, given.base)
    if given.accept and found:
        accept(given.accept, texts, found)
        return 0
    return 1 if found else 0


def _part(text: str) -> tuple[int, int]:
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise argparse.ArgumentTypeError("write it like 3/8")
    return int(number), int(count)


def accept(cause: str, texts: dict[str, str], found: Sequence[Move]) -> None:
    """Keep these groups, and why they moved; what no group writes any more goes."""
    for name, text in texts.items():
        keep(name, text)
    for path in stale(groups()):
        path.unlink()
    add_cause(cause, found)
    print(f"Kept {len({move.group for move in found})} groups that moved. Look at them: git diff tests/golden/ring")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
