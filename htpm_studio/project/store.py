"""The project file `name.htpm`: a zip of `project.json` and the pictures, saved whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from htpm_studio import __version__
from htpm_studio.errors import Diagnostic, InputError, Problems, StudioError, in_file, msg, os_error_text
from htpm_studio.files.input_file import ZIP_FAILURES
from htpm_studio.frozen import dataclass
from htpm_studio.project.codec import decode_project, encode_project, members_of
from htpm_studio.project.file_forms import FONTS, member_of
from htpm_studio.project.migrations import STEPS, VERSION, Document, Steps, version_of
from htpm_studio.project.missing_pictures import ADD_AGAIN, lost_sentence
from htpm_studio.project.model import Project
from htpm_studio.project.own_fonts import reread_font
from htpm_studio.project.pictures import read_picture
from htpm_studio.scene.nodes import FontSource, PictureSource

SUFFIX = ".htpm"
APP = f"HTPM Studio {__version__}"
MAX_MEMBERS = 400
MAX_TOTAL = 600_000_000
MAX_MEMBER = 60_000_000
MAX_JSON = 8_000_000
MAX_GROWTH, MAX_SMALL = 4, 20_000_000
"""How far pictures may grow when they are unpacked: they are packed already, and only drawings shrink by more."""


_DOCUMENT = "project.json"
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_DIRECTORY_END = struct.Struct("<4s4H2IH")
_COPY = msg("Open a safety copy of it, or ask for the file again.")


@dataclass(frozen=True, slots=True)
class Opened:
    """A project, what is missing or damaged in its file, and the version that the file has on disk."""

    project: Project
    problems: tuple[Diagnostic, ...]
    version: int


def open_project(path: Path) -> Project:
    """The project in a file, which names the pictures that it lost; raises InputError or Problems as `read_project`."""
    return read_project(path).project


def read_project(path: Path, steps: Steps = STEPS, newest: int = VERSION) -> Opened:
    """The project in a file, brought to the current shape; the file itself stays as it is.

    A picture that is missing or damaged is a problem of the answer and one of the project's lost pictures. Raises
    InputError for a file that is missing, no project, damaged, made to harm, or from a newer program, and Problems
    with JSON paths for mistakes in its `project.json`.
    """
    name = path.name
    with _opened(path) as archive:
        document = _read_document(name, archive)
        version = version_of(name, document, newest)
        document = steps.upgrade(name, document, newest)
        read = decode_project(name, document, _Members(name, path.stat().st_size, archive).load)
    if read.project is None:
        raise Problems(msg("The project in {name}", name=name), read.problems)
    problems = tuple(in_file(name, 0, lost_sentence(one), ADD_AGAIN[one.kind]) for one in read.lost)
    return Opened(read.project, problems, version)


def save_project(project: Project, path: Path, newest: int = VERSION) -> None:
    """Write the project to a file, whole or not at all; the same project gives the same bytes.

    A file of an older version is first copied to `name.htpm.v1.bak` (with its own number) beside it, once.
    Raises StudioError when the folder is missing, cannot be written, or is full; the old file is then untouched.
    """
    document = encode_project(project, APP)
    _refuse_unreadable(path.name, project, document)
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        temporary = target.with_name(f"{target.name}.part")
        _keep_older(target, newest)
        with temporary.open("wb") as file:
            _write_zip(file, document, project)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        _discard(temporary)
        hint = msg("Check that the folder is there, that you may write to it, and that the disk is not full.")
        raise StudioError(
            msg("{name} could not be saved ({reason}).", name=path.name, reason=os_error_text(error)), hint
        ) from error
    except BaseException:
        _discard(temporary)
        raise


def _discard(file: Path | None) -> None:
    """Remove a half-written file; a failure to do so is ignored, since the first error matters."""
    with contextlib.suppress(OSError):
        if file is not None:
            file.unlink(missing_ok=True)


# ------------------------------------------------------------------ reading


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip of a project file; raises InputError for one that cannot be read, also while it is read."""
    name = path.name
    if path.is_dir():
        raise InputError(msg("{name} is a folder.", name=name), "Choose a file that ends in .htpm.")
    if path.exists() and not path.is_file():
        raise InputError(msg("{name} is not a file.", name=name), "Choose a file that ends in .htpm.")
    try:
        with path.open("rb") as file:
            _check_directory(name, file.read(4), _tail(file))
            with zipfile.ZipFile(file) as archive:
                yield archive
    except FileNotFoundError as error:
        raise InputError(
            msg("{name} was not found.", name=name), "Check the name, or whether the drive is connected."
        ) from error
    except OSError as error:
        raise InputError(
            msg("{name} cannot be read: {reason}.", name=name, reason=os_error_text(error, reading=True)),
            "Check that it is a file and that you may open it.",
        ) from error
    except ZIP_FAILURES as error:
        if isinstance(error, OSError) and _is_of_the_drive(error):
            reason = os_error_text(error, reading=True)
            raise InputError(
                msg("{name} cannot be read ({reason}).", name=name, reason=reason), "Try again."
            ) from error
        raise InputError(msg("{name} is damaged or incomplete.", name=name), _COPY) from error


def _tail(file: Any) -> bytes:
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 65_557))
    tail: bytes = file.read(65_557)
    file.seek(0)
    return tail


def _check_directory(name: str, head: bytes, tail: bytes) -> None:
    """Bound the number of members from the last record, before a library builds a list of millions."""
    if not tail:
        raise InputError(msg("{name} is empty.", name=name), _COPY)
    if head[:2] != b"PK":
        _foreign(name)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or at + _DIRECTORY_END.size > len(tail):
        raise InputError(msg("{name} is damaged or incomplete.", name=name), _COPY)
    _, _, _, _, count, size, _, _ = _DIRECTORY_END.unpack_from(tail, at)
    if count > MAX_MEMBERS or size > MAX_MEMBERS * 512 or b"PK\6\7" in tail[max(0, at - 20) : at]:
        raise InputError(msg("{name} contains too many files to be a project.", name=name), _COPY)


def _read_document(name: str, archive: zipfile.ZipFile) -> Document:
    infos = [info for info in archive.infolist() if info.filename == _DOCUMENT]
    if not infos:
        _foreign(name)
    if len(infos) > 1 or not _is_plain(infos[0]) or infos[0].file_size > MAX_JSON:
        raise InputError(msg("{name} is not in the form that HTPM Studio saves.", name=name), _COPY)
    return _parse(name, _read_member(archive, infos[0]))


def _is_plain(info: zipfile.ZipInfo) -> bool:
    """Whether a member is packed in a way that this program writes or any zip program would, without a password."""
    return info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not info.flag_bits & 1


def _read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a member, at most as many as it declares."""
    with archive.open(info) as member:
        data = member.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise zipfile.BadZipFile("larger than declared")
    return data


def _is_of_the_drive(error: Exception) -> bool:
    """Whether the drive failed, and not the file: places outside of a file are "invalid argument" to the system."""
    return isinstance(error, OSError) and error.errno not in (None, errno.EINVAL)


class _Members:
    """Reads the pictures and fonts that the document names, each once; whatever else lies there is not unpacked."""

    def __init__(self, name: str, size: int, archive: zipfile.ZipFile) -> None:
        self._name, self._archive = name, archive
        self._infos = {info.filename: info for info in archive.infolist()}
        self._found: dict[str, PictureSource | FontSource | None] = {}
        self._left = min(MAX_TOTAL, MAX_GROWTH * size + MAX_SMALL)

    def load(self, member: str) -> PictureSource | FontSource | None:
        """What a member holds; None when it is missing, damaged, or another than its name says."""
        if member not in self._found:
            self._found[member] = self._read(member)
        return self._found[member]

    def _read(self, member: str) -> PictureSource | FontSource | None:
        info = self._infos.get(member)
        if info is None or not _is_plain(info) or info.file_size > MAX_MEMBER:
            return None
        self._left -= info.file_size
        if self._left < 0:
            raise InputError(msg("{name} would unpack to much more than a kit contains.", name=self._name), _COPY)
        try:
            source = read_member(member, _read_member(self._archive, info))
        except (InputError, *ZIP_FAILURES) as error:
            if _is_of_the_drive(error):
                raise
            return None
        return source if member_of(source) == member else None


def read_member(member: str, data: bytes) -> PictureSource | FontSource:
    """A picture or font that this program made, by its name in a project file; raises InputError for a damaged one."""
    return reread_font(member, data) if member.startswith(FONTS) else read_picture(member, data)


def _parse(name: str, data: bytes) -> Document:
    def refuse(constant: str) -> NoReturn:
        raise ValueError(constant)

    try:
        document = json.loads(data.decode("utf-8"), parse_constant=refuse)
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        pattern = "{name} is damaged: its {document} breaks off at line {line}, column {column}."
        message = msg(pattern, name=name, document=_DOCUMENT, line=error.lineno, column=error.colno)
        raise InputError(message, _COPY) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            msg("{name} is damaged: its {document} cannot be read.", name=name, document=_DOCUMENT), _COPY
        ) from error
    if not isinstance(document, dict):
        _foreign(name)
    return document


def _foreign(name: str) -> NoReturn:
    raise InputError(msg("{name} is not an HTPM Studio project.", name=name), "Choose a file that ends in .htpm.")


# ------------------------------------------------------------------ writing


def _refuse_unreadable(name: str, project: Project, document: Document) -> None:
    """Raise Problems rather than write a file that could not be opened again."""
    known = {member_of(source): source for source in members_of(project)}
    read = decode_project(name, document, known.get)
    if read.project is None:
        raise Problems(msg("The project for {name}", name=name), read.problems)


def _write_zip(file: Any, document: Document, project: Project) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(_DOCUMENT), text.encode("utf-8"))
        for member in members_of(project):
            archive.writestr(_entry(member_of(member)), member.data)


def _entry(name: str) -> zipfile.ZipInfo:
    """A zip entry that says nothing about when and where it was written."""
    entry = zipfile.ZipInfo(name, _FIXED_DATE)
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def _keep_older(target: Path, newest: int) -> None:
    """Copy a file of an older version aside before it is replaced for the first time."""
    if not target.is_file():
        return
    try:
        with _opened(target) as archive:
            document = _read_document(target.name, archive)
        version = version_of(target.name, document, newest)
    except InputError:
        return
    backup = target.with_name(f"{target.name}.v{version}.bak")
    if version < newest and not backup.exists():
        shutil.copy2(target, backup)
