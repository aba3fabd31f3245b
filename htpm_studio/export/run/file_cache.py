"""Finished files of earlier kits, kept by what they were made from, so that only what changed is made again.

A file follows from its spec and from `RenderInputs` alone; the digest of both and of the program is its key. What is
kept is only ever a shortcut: an entry that is cut, foreign or gone is made again, and a folder that cannot be written
keeps nothing. Files that name people of a list are never kept.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import IO, Any

from htpm_studio.errors import Diagnostic, Message
from htpm_studio.export.kit.fingerprint import Known, fingerprint, pictures_in, program_digest
from htpm_studio.export.kit.render_inputs import PageInputs, RenderInputs
from htpm_studio.export.kit.specs import FileSpec, Format, PageSpec, RenderedFile
from htpm_studio.files.private_files import make_private_folder, open_private
from htpm_studio.frozen import dataclass
from htpm_studio.paths import Folders

MOST_BYTES = 300_000_000
"""How large all that is kept may be; what was not asked for longest goes first."""

LARGEST_FILE, LONGEST_HEADER = 100_000_000, 1_000_000
FORMAT = b"htpm-studio-file 1\n"
ENDING, UNFINISHED = ".file", ".new"
STALE_SECONDS, PREVIEW = 3600, "preview"
"""After so long, a file that somebody began to write and did not finish is nobody's."""

_PROOF_LENGTH = 65
_BY_PAGES: frozenset[Format] = frozenset({"png", "jpg", "ttf"})
"""Formats that say nothing of the document: neither its date nor its author."""


@dataclass(frozen=True, slots=True)
class FileKeys:
    """The keys of what is made from some inputs."""

    pages: str
    words: str
    document: str
    known: Known = field(default_factory=dict, compare=False, repr=False)

    def of_file(self, spec: FileSpec) -> str:
        """The key of a file."""
        if spec.format in _BY_PAGES:
            return fingerprint(self.pages, spec, known=self.known)
        return fingerprint(self.words if spec.words is not None else self.document, spec, known=self.known)

    def of_picture(self, page: PageSpec, *how: object) -> str:
        """The key of a picture of a page, made in such a way."""
        return fingerprint(self.pages, page, how, known=self.known)


def keys_for(inputs: RenderInputs) -> FileKeys:
    """The keys of what these inputs make with this program."""
    pages = keys_for_pages(inputs.pages)
    return FileKeys(pages, fingerprint(pages, inputs.own_names), fingerprint(pages, inputs.document))


def keys_for_pages(inputs: PageInputs) -> str:
    """What stands for the inputs of pages and this program."""
    return fingerprint(program_digest(), inputs)


def key_of_request(*asked: object) -> str:
    """What stands for something that is asked for and this program; paths count by their names alone."""
    return fingerprint(program_digest(), asked)


class FileCache:
    """The folder of finished files; several processes may use it at once.

    Nothing is raised for a folder that cannot be read or written: what is not there is made.
    """

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self.folder, self._most = folder, most
        self._names = itertools.count()
        self._full = False

    def get(self, key: str, spec: FileSpec) -> RenderedFile | None:
        """The file of that key, unless it is not there or not what was put."""
        found = self._read(key)
        if found is None:
            return None
        header, data = found
        findings = tuple(_finding_from(row) for row in header["findings"])
        return RenderedFile(spec, data, findings, header["pages"])

    def put(self, key: str, made: RenderedFile) -> None:
        """Keep a file, unless it names people of a list or was left out."""
        if not made.spec.private and made.data:
            about = {"findings": [_finding_row(finding) for finding in made.findings], "pages": made.pages}
            self._write(key, about, pictures_in(made.spec), made.data)

    def get_picture(self, key: str) -> bytes | None:
        """The picture of that key."""
        found = self._read(key)
        return None if found is None else found[1]

    def put_picture(self, key: str, page: PageSpec, data: bytes) -> None:
        """Keep a picture of a page."""
        self._write(key, {}, pictures_in(page), data)

    def is_marked(self, key: str) -> bool:
        """Whether what the key stands for was made before; what it was made of may be gone by now."""
        return self._path(key).is_file()

    def mark(self, key: str) -> None:
        """Note that what the key stands for was made."""
        self._write(key, {}, frozenset(), b"")

    def forget(self, pictures: Iterable[str]) -> None:
        """Remove every file that shows one of these pictures of the user, by the hashes of their bytes."""
        gone = frozenset(pictures)
        for path in self._entries() if gone else ():
            shown = _pictures_of(path)
            if shown is None or gone & shown:
                _remove(path)

    def clear(self) -> None:
        """Remove everything that is kept."""
        for path in self._entries(unfinished=True):
            _remove(path)

    def size(self) -> int:
        """How many bytes are kept."""
        return sum(size for _, size, _ in self._by_age())

    def tidy(self) -> None:
        """Remove what was not asked for longest until the rest has room, and what nobody finished writing."""
        aged = self._by_age()
        left = sum(size for _, size, _ in aged)
        for _, size, path in aged:
            if left <= self._most:
                break
            _remove(path)
            left -= size
        now = time.time()
        for path in self._entries(unfinished=True):
            with suppress(OSError):
                if path.suffix == UNFINISHED and abs(now - path.stat().st_mtime) > STALE_SECONDS:
                    _remove(path)

    # ---------------------------------------------------------------- the folder

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{ENDING}"

    def _read(self, key: str) -> tuple[Mapping[str, Any], bytes] | None:
        path = self._path(key)
        try:
            with path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > LARGEST_FILE:
                    return None
                proof, header = _read_head(file)
                data = file.read()
        except OSError:
            return None
        if proof != _proof(header, data):
            return None
        with suppress(OSError):
            os.utime(path)
        return _values(header), data

    def _write(self, key: str, about: Mapping[str, object], pictures: frozenset[str], data: bytes) -> None:
        if self._full or len(data) > LARGEST_FILE // 2:
            return
        header = json.dumps({**about, "pictures": sorted(pictures)}).encode() + b"\n"
        unfinished = self.folder / f"{key}.{os.getpid()}-{next(self._names)}{UNFINISHED}"
        try:
            make_private_folder(self.folder)
            with open_private(unfinished, "wb") as file:
                file.writelines((FORMAT, _proof(header, data), header, data))
            unfinished.replace(self._path(key))
        except OSError:
            self._full = True  # A full disk or a folder that nobody may write stays so for this kit.
            _remove(unfinished)

    def _entries(self, *, unfinished: bool = False) -> Iterator[Path]:
        try:
            paths = list(self.folder.iterdir())
        except OSError:
            return
        endings = (ENDING, UNFINISHED) if unfinished else (ENDING,)
        yield from (path for path in paths if path.suffix in endings)

    def _by_age(self) -> list[tuple[float, int, Path]]:
        found: list[tuple[float, int, Path]] = []
        for path in self._entries():
            with suppress(OSError):
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
        return sorted(found)


class KitCache:
    """What is kept of one kit: its files and the small pictures of them, by what they are made from."""

    def __init__(self, cache: FileCache, inputs: RenderInputs) -> None:
        self._cache, self._keys = cache, keys_for(inputs)
        self._known: dict[str, str] = {}

    def file(self, spec: FileSpec) -> RenderedFile | None:
        """The finished file of a spec, if it is there."""
        return None if spec.private else self._cache.get(self._key(spec), spec)

    def keep(self, made: RenderedFile) -> None:
        """Keep a file that was made."""
        self._cache.put(self._key(made.spec), made)

    def _key(self, spec: FileSpec) -> str:
        """The key of a file of this kit, in which no two have the same path."""
        if spec.path not in self._known:
            self._known[spec.path] = self._keys.of_file(spec)
        return self._known[spec.path]

    def preview(self, page: PageSpec) -> str:
        """The small picture of a page as a data address, "" if it is not there."""
        return (self._cache.get_picture(self._keys.of_picture(page, PREVIEW)) or b"").decode("ascii")

    def keep_preview(self, page: PageSpec, address: str) -> None:
        """Keep the small picture of a page."""
        self._cache.put_picture(self._keys.of_picture(page, PREVIEW), page, address.encode("ascii"))


def file_cache(folders: Folders) -> FileCache | None:
    """Where finished files of these folders are kept; None where none are."""
    return FileCache(folders.finished) if folders.finished is not None else None


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _read_head(file: IO[bytes]) -> tuple[bytes, bytes]:
    """What proves the rest of an entry, and its header; empty for what is no entry."""
    if file.readline(len(FORMAT) + 1) != FORMAT:
        return b"", b""
    return file.readline(_PROOF_LENGTH), file.readline(LONGEST_HEADER)


def _proof(header: bytes, data: bytes) -> bytes:
    digest = hashlib.sha256(header)
    digest.update(data)
    return digest.hexdigest().encode() + b"\n"


def _values(header: bytes) -> Mapping[str, Any]:
    values: Mapping[str, Any] = json.loads(header)  # It is what was written: its digest says so.
    return values


def _pictures_of(path: Path) -> frozenset[str] | None:
    """The pictures that an entry shows; None where it does not say."""
    try:
        with path.open("rb") as file:
            _, header = _read_head(file)
        return frozenset(_values(header)["pictures"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


# ------------------------------------------------------------------ findings as JSON


def _finding_row(finding: Diagnostic) -> dict[str, object]:
    return {name: _as_json(value) for name in Diagnostic.__slots__ if (value := getattr(finding, name))}


def _as_json(value: object) -> object:
    if isinstance(value, Message):
        return {"pattern": value.template, "values": [[name, _as_json(inner)] for name, inner in value.values]}
    return value


def _finding_from(row: Mapping[str, Any]) -> Diagnostic:
    values = {name: _from_json(value) for name, value in row.items()}
    return Diagnostic(**values)


def _from_json(value: Any) -> Any:
    if isinstance(value, dict):
        return Message(value["pattern"], tuple((name, _from_json(inner)) for name, inner in value["values"]))
    return value
