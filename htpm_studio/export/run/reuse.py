"""Files of a kit that was written before and are taken over as they are, so that only the others are made again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from htpm_studio.errors import Diagnostic, InputError, StudioError, msg
from htpm_studio.export.folder.kit_folder import read_manifest
from htpm_studio.export.folder.manifest import digest_of
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.frozen import dataclass

Place = str
"""A file's path below the kit's folder, "" for what is about the whole kit."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """A kit in `folder` with what was found when it was made.

    `files` are the paths of its untouched files with their SHA-256, `pages` says how many each has; `again` are the
    pieces and paths that are made again all the same. A `copy` leaves the folder where it is.
    """

    folder: Path
    files: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[tuple[Place, Diagnostic], ...] = ()
    again: frozenset[str] = field(default=frozenset())
    copy: bool = False

    def holds(self, spec: FileSpec) -> bool:
        """Whether a file is taken over."""
        return spec.path in self.files and not self.again & names_of(spec)

    def general(self) -> list[Diagnostic]:
        """What was said about pieces that are not made again."""
        return [one for place, one in self.findings if not place and one.piece and one.piece not in self.again]

    def take(self, spec: FileSpec) -> RenderedFile:
        """A file as it is on disk; raises StudioError when it cannot be read any more, or is not what it was."""
        path = self.folder.joinpath(*spec.path.split("/"))
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StudioError("The kit is no longer there.", "Export it again.") from error
        if hashlib.sha256(data).hexdigest() != self.files[spec.path]:
            raise StudioError(msg("{name} was changed just now.", name=path.name), "Export the kit again.")
        findings = tuple(finding for place, finding in self.findings if place == spec.path)
        return RenderedFile(spec, data, findings, self.pages.get(spec.path, 0))


def names_of(spec: FileSpec) -> frozenset[str]:
    """The names by which a file can be asked for: its path, its piece and those of its pages."""
    return frozenset({spec.path, spec.piece, *(page.piece for page in spec.pages)} - {""})


def keep(folder: Path, findings: Sequence[tuple[Place, Diagnostic]], again: frozenset[str] = frozenset()) -> Reuse:
    """What of a written kit can be taken over: every file that is as it was written. Nothing without its list."""
    try:
        rows = [row for row in read_manifest(folder)["files"] if isinstance(row, dict)]
    except InputError:
        return Reuse(folder, findings=tuple(findings), again=again)
    listed = {str(row.get("path")): str(row.get("sha256")) for row in rows}
    same = {path: digest for path, digest in listed.items() if digest_of(folder.joinpath(*path.split("/"))) == digest}
    counted = ((row.get("path"), row.get("pages")) for row in rows)
    pages = {str(path): count for path, count in counted if isinstance(count, int)}
    return Reuse(folder, same, pages, tuple(findings), again)


def merged(specs: Sequence[FileSpec], kept: Reuse, made: Sequence[RenderedFile]) -> list[RenderedFile]:
    """The files of a kit in order: those that were made now and those that are taken over."""
    new: Mapping[str, RenderedFile] = {one.spec.path: one for one in made}
    there = (spec for spec in specs if spec.path in new or kept.holds(spec))
    return [new[spec.path] if spec.path in new else kept.take(spec) for spec in there]
