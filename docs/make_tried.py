"""Write into README what was tried with the downloads, when and on what, from the records of the trials.

python docs/make_tried.py      takes over dist/*/tried.json, where packaging/build.py left some
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
RECORDS = ROOT / "packaging" / "tried.json"
SYSTEMS = {"windows": "Windows", "linux": "Linux", "mac": "macOS"}
NOT_TRIED = (
    "not tried yet; tests check what the app declares to macOS and that every library exists for both processors"
)
PLACE = re.compile(r"(?<=<!-- tried -->\n)[^<]*(?=<!-- end -->)")


def main() -> None:
    """Take new records over and write the table."""
    records = json.loads(RECORDS.read_text(encoding="utf-8")) if RECORDS.is_file() else {}
    for path in sorted(ROOT.glob("dist/*/tried.json")):
        records |= json.loads(path.read_text(encoding="utf-8"))
    text = json.dumps(records, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    RECORDS.write_text(text, encoding="utf-8", newline="\n")
    words = PLACE.sub(lambda _: table(records), README.read_text(encoding="utf-8"))
    README.write_text(words, encoding="utf-8", newline="\n")


def table(records: Mapping[str, Mapping[str, Any]]) -> str:
    """One row for each system."""
    rows = ["| system | tried on | what passed |", "|---|---|---|"]
    for key, name in SYSTEMS.items():
        row = records.get(key)
        place = f"{row['on']}, {row['date']}, version {row['version']}" if row else "–"
        rows.append(f"| {name} | {place} | {'; '.join(row['tried']) if row else NOT_TRIED} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
