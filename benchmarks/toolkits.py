"""Twenty-four toolkits of unlike form and subject are read: how much of each is placed, wrong, lost and invented.

python benchmarks/toolkits.py           the table
python benchmarks/toolkits.py --all     and each thing that is not in its place
python benchmarks/toolkits.py --write FOLDER    the documents, to try them in the program
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from htpm_studio.campaign.toolkit_import.reading import read_document
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.errors import InputError
from htpm_studio.processes.jobs import JobContext
from tests.helpers.day_toolkits import DAYS
from tests.helpers.met_toolkits import MET
from tests.helpers.rough_toolkits import ROUGH
from tests.helpers.toolkit_score import Score, score
from tests.helpers.twelve_forms import FORMS
from tests.helpers.unusual_toolkits import UNUSUAL


def main() -> None:
    """Read them and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.write or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        print("| toolkit | there are | placed | wrong | lost | invented |\n|---|---|---|---|---|---|")
        scores = []
        for truth, form in (*FORMS, *ROUGH, *UNUSUAL, *DAYS, *MET):
            path = folder / truth.file
            path.write_bytes(form())
            try:
                result = score(recognize(read_document(path, JobContext())), truth)
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
