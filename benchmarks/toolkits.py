"""Toolkits of unlike form and subject (`tests/data/toolkits`) are read: how much is placed, wrong, lost and invented.

python benchmarks/toolkits.py           the table
python benchmarks/toolkits.py --all     and each thing that is not in its place
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from htpm_studio.campaign.toolkit_import.reading import read_document
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.errors import InputError
from htpm_studio.processes.jobs import JobContext
from tests.helpers.toolkit_score import Score, score
from tests.helpers.toolkits import FOLDER, truths


def main() -> None:
    """Read them and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    chosen = parser.parse_args()
    print("| toolkit | there are | placed | wrong | lost | invented |\n|---|---|---|---|---|---|")
    scores = []
    for truth in truths():
        try:
            result = score(recognize(read_document(FOLDER / truth.file, JobContext())), truth)
        except InputError as error:
            print(f"| {truth.file} | {error} |")
            continue
        scores.append(result)
        _row(truth.file, result)
        if chosen.all:
            print("\n".join(f"    {line}" for line in result.missed))
    placed, total = sum(one.placed for one in scores), sum(one.total for one in scores)
    print(f"| all | {total} | {placed} ({placed / total:.0%}) | {sum(one.wrong for one in scores)} "
          f"| {sum(one.lost for one in scores)} | {sum(one.invented for one in scores)} |")  # fmt: skip


def _row(name: str, one: Score) -> None:
    print(f"| {name} | {one.total} | {one.placed} ({one.share:.0%}) | {one.wrong} | {one.lost} | {one.invented} |")


if __name__ == "__main__":
    main()
