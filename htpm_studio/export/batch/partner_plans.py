"""Which kits of a list are to be made, and which folder each organization has."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from htpm_studio.errors import InputError, msg
from htpm_studio.export.batch.partner_batch import Batch
from htpm_studio.export.folder.kit_folder import MANIFEST, kit_folders, read_manifest
from htpm_studio.export.folder.replacing import free_folder
from htpm_studio.export.kit.kit import EXTRAS, Options
from htpm_studio.export.pages.selection import chosen
from htpm_studio.export.sources.partners import PartnerRow, folder_stem, weeks_of
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.model import PAPERS
from htpm_studio.pieces.sizes import MEDIA
from htpm_studio.project.model import Brand

MOST_FOLDERS = 1000


@dataclass(frozen=True, slots=True)
class WantedKit:
    """A kit to be made: its week, the paths of its files, what is asked for, and the folder it goes to."""

    week: int
    files: frozenset[str]
    options: Options
    folder: str
    replaces: bool


@dataclass(frozen=True, slots=True)
class _Week:
    """The common parts of the kits of a week and language: the marks of their lists, and the paths of their files."""

    folder: str
    marks: tuple[int, int, str]
    files: frozenset[str]


class Plans:
    """The wanted kits of each row. What the kits of a week share is found once, as a list may be long."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._weeks: dict[tuple[str, int], _Week] = {}

    def _week(self, row: PartnerRow, week: int) -> _Week:
        key = (row.language.lower(), week)
        if key not in self._weeks:
            kit = self.batch.kit(row, Brand(row.organization), week)
            files = frozenset(spec.path for spec in chosen(kit, self.batch.request.selection))
            self._weeks[key] = _Week(kit.folder_name, (kit.week.number, kit.year, kit.project.language), files)
        return self._weeks[key]

    def files(self, row: PartnerRow, week: int) -> frozenset[str]:
        """The paths of a row's files in a week."""
        return self._week(row, week).files

    def weeks(self, row: PartnerRow) -> tuple[int, ...]:
        """The weeks of a row."""
        return weeks_of(row, *self.batch.weeks_for(row))

    def count(self, row: PartnerRow) -> int:
        """How many files a row has in all of its weeks."""
        return sum(len(self.files(row, week)) for week in self.weeks(row))

    def todo(self, row: PartnerRow, folder: Path) -> list[WantedKit]:
        """The kits that are to be made for a row: those that are not there, and those that lack something wanted."""
        found = (self.wanted(row, folder, week) for week in self.weeks(row))
        return [kit for kit in found if kit is not None]

    def wanted(self, row: PartnerRow, folder: Path, week: int) -> WantedKit | None:
        """The kit that is to be made for a row and week; None where it is there with all that is wanted."""
        asked, options, shared = self.batch.request, self.batch.options, self._week(row, week)
        there = finished_files(folder / shared.folder, (row.organization, *shared.marks))
        if asked.force or not there:
            return WantedKit(week, shared.files, options, shared.folder, asked.force)
        if shared.files - there:
            return _with_more(WantedKit(week, shared.files, options, shared.folder, True), folder, there)
        return None


def _with_more(kit: WantedKit, folder: Path, there: frozenset[str]) -> WantedKit:
    """The kit with the files that are there besides; in another folder where files there were changed."""
    name, replaces = free_folder(folder, kit.folder)
    if name != kit.folder:
        return replace(kit, folder=name, replaces=replaces)
    everything = replace(kit.options, media=MEDIA, papers=PAPERS, extras=tuple(EXTRAS))
    return replace(kit, files=kit.files | there, options=everything)


def finished_files(folder: Path, marks: tuple[str, int, int, str]) -> frozenset[str]:
    """The files of a folder that is a complete kit of that organization, week, year and language, else none."""
    if not (folder / MANIFEST).is_file():
        return frozenset()
    try:
        document = read_manifest(folder)
    except InputError:
        return frozenset()
    same = tuple(document.get(name) for name in ("organisation", "week", "year", "language")) == marks
    files = {str(row.get("path", "?")) for row in document["files"] if isinstance(row, dict)}
    complete = same and all(folder.joinpath(*path.split("/")).is_file() for path in files)
    return frozenset(files) if complete else frozenset()


# ------------------------------------------------------------------ folders


def folders_for(rows: Sequence[PartnerRow], out: Path, places: range | None = None) -> Iterator[Path]:
    """A folder for each organization, never one for two: one that holds its kits already, else a free one.

    The answers are for the rows at `places`, all of them without; what the other rows take is never given to these,
    so that parts of a list that are made on several computers can be put into one folder. Each is looked for when its
    row comes, so that the first kit of a long list need not wait for the last.
    """
    places = range(len(rows)) if places is None else places
    stems = [folder_stem(row.organization) for row in rows]
    kin = {_family(stems[place]) for place in places}
    owners: dict[Path, str] = {}
    for place, (row, stem) in enumerate(zip(rows, stems, strict=True)):
        if place in places:
            yield _folder_of(row, stem, out, owners)
        elif _family(stem) in kin:
            _folder_of(row, stem, out, owners)


def _family(stem: str) -> str:
    """The part shared by stems that may claim the same folder, such as "hill" and "hill-2"."""
    return re.sub(r"(-\d+)+$", "", stem)


def _folder_of(row: PartnerRow, stem: str, out: Path, owners: dict[Path, str]) -> Path:
    name = row.organization.casefold()
    for number in range(1, MOST_FOLDERS + 1):
        path = out / (stem if number == 1 else f"{stem}-{number}")
        if owners.get(path, name) == name and (path in owners or _may_use(path, name)):
            owners[path] = name
            return path
    raise InputError(
        msg("There are too many folders called {stem} in {out}.", stem=stem, out=out),
        "Choose another folder with --out.",
    )


def _may_use(folder: Path, name: str) -> bool:
    """True if the kits of an organization may go to a folder: it has theirs, or only the leavings of a stopped run."""
    if not os.path.lexists(folder):
        return True
    if not folder.is_dir():
        return False
    if all(path.name.startswith(".") for path in folder.iterdir()):
        return True
    try:
        return any(str(read_manifest(kit).get("organisation", "")).casefold() == name for kit in kit_folders(folder))
    except InputError:
        return False
