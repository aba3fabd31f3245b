"""What became of each organization of a list, as a table beside the kits."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from htpm_studio.errors import StudioError
from htpm_studio.export.disk.atomic_output import write_error
from htpm_studio.export.disk.file_lock import file_lock
from htpm_studio.export.preflight.findings import notes_of
from htpm_studio.export.run.results import ExportResult
from htpm_studio.render.writing.csv_table import safe_cell

HEAD = ("line", "organization", "state", "folder", "files", "notes", "first note")
STATES = {"made": "made", "there": "was there", "failed": "not made"}
LONGEST = 400


def report_name(part: tuple[int, int]) -> str:
    """The name of the file, one for each part, so that the reports of all parts can lie in one folder."""
    number, parts = part
    return "report.csv" if parts == 1 else f"report-{number}-of-{parts}.csv"


class BatchReport:
    """A row for each organization as soon as it is known; the table appears under its name when the batch ends.

    Two commands do not write the same one: the second raises BusyError with its first row.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held = ExitStack()
        self._file: TextIO | None = None

    def add(self, result: ExportResult) -> None:
        """Write a row; raises StudioError when the disk refuses."""
        try:
            if self._file is None:
                self._file = self._begun()
            csv.writer(self._file, lineterminator="\r\n").writerow(_cells(result, self.path.parent))
            self._file.flush()
        except OSError as error:
            raise write_error(error, self.path) from error

    def close(self) -> None:
        """Put the table in its place, also where the batch was stopped; raises StudioError when the disk refuses."""
        if self._file is None:
            return
        with self._held:
            self._file.close()
            self._file = None
            try:
                self._part.replace(self.path)
            except OSError as error:
                raise write_error(error, self.path) from error

    @property
    def _part(self) -> Path:
        return self.path.with_name(f".{self.path.name}.part")

    def _begun(self) -> TextIO:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._held.enter_context(file_lock(self.path))
        file = self._part.open("w", encoding="utf-8-sig", newline="")
        csv.writer(file, lineterminator="\r\n").writerow(HEAD)
        return file


def _cells(result: ExportResult, out: Path) -> list[str]:
    row = result.partner
    notes = [note for kit in result.kits for note in notes_of(kit.findings)]
    sentences = [str(StudioError(mistake.message, mistake.hint)) for mistake in result.mistakes]
    sentences += [note.sentence for note in notes]
    folder = result.folder.relative_to(out).as_posix() if result.folder is not None else ""
    cells = (
        str(row.line if row else ""), row.organization[:LONGEST] if row else "", STATES[result.state], folder,
        str(result.count or ""), str(len(sentences) or ""), sentences[0][:LONGEST] if sentences else "",
    )  # fmt: skip
    return [safe_cell(cell) for cell in cells]
