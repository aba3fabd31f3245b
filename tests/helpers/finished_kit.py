"""A finished kit of given contents, with a start page and the list of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping

from htpm_studio.errors import Diagnostic
from htpm_studio.export.disk.kit_proof import sum_of
from htpm_studio.export.run.exporter import FinishedFile, FinishedKit

START, LISTING = "START-HERE.html", "kit.json"


def finished_kit(contents: Mapping[str, bytes], notes: tuple[Diagnostic, ...] = ()) -> FinishedKit:
    """The files of these contents as a kit; `notes` are about the whole kit and each about a.txt as well."""
    start = b"<html>start</html>"
    listing = {
        "files": [{"path": name, **_row(data)} for name, data in contents.items()],
        START: _row(start),
    }
    made = tuple(FinishedFile(name, f"T {name}", "copy", "copy/txt", "p", data) for name, data in contents.items())
    whole = ((START, start), (LISTING, json.dumps(listing).encode()))
    files = (*made, *(FinishedFile(name, name, "", "", "", data) for name, data in whole))
    return FinishedKit(files, notes, tuple(("a.txt", note) for note in notes))


def _row(data: bytes) -> dict[str, int | str]:
    made = sum_of(data)
    return {"bytes": made.size, "sha256": made.sha256}
