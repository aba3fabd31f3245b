"""Copying finished kits to a drive: there is room, every file is read back, and nothing half done is left."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from htpm_studio.errors import InputError, StudioError, msg, os_error_text
from htpm_studio.export.disk.atomic_output import make_between, staging
from htpm_studio.export.disk.kit_proof import read_back
from htpm_studio.export.folder.manifest import REVIEW, START
from htpm_studio.export.folder.start_of_kits import start_of_kits
from htpm_studio.export.run.subset import room_for
from htpm_studio.processes.jobs import JobContext

CHUNK = 1024 * 1024


class NoRoomError(InputError):
    """The kit is larger than what is free on the drive; `free` are the bytes there, 0 when nobody knows."""

    def __init__(self, message: str, hint: str = "", free: int = 0) -> None:
        super().__init__(message, hint)
        self.free = free


def files_of(folders: Sequence[Path]) -> tuple[tuple[Path, str], ...]:
    """The files of kits with their place below the drive ("January 2027, week 2/kit.json").

    Links are left out, and the list to review, which is for the one who made the kit.
    """
    return tuple(
        (path, path.relative_to(folder.parent).as_posix())
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and path != folder / REVIEW
    )


def copy_kits(folders: Sequence[Path], root: Path, context: JobContext) -> tuple[Path, ...]:
    """Copy kits to a drive, read every file back, and return where they are.

    Beside several kits stands a page that leads to each of them. A folder or page of that name that is there already
    stays, the new one gets " (2)". Nothing half done is left. Raises NoRoomError, InputError and StudioError in
    sentences, Cancelled when the job was stopped.
    """
    inside = next((folder for folder in folders if root.resolve().is_relative_to(folder.resolve())), None)
    if inside is not None:
        raise InputError(msg("{root} is a part of the kit.", root=root), "Choose a folder outside of it.")
    files = files_of(folders)
    if not files:
        raise InputError("The kit is no longer there.", "Export it again.")
    check_room(files, root)
    made: list[Path] = []
    steps = iter(range(1, 2 * len(files) + 1))
    try:
        for folder in folders:
            path = _copy_folder(folder, root, context, steps, 2 * len(files))
            made.append(path)
        if page := start_of_kits(made):
            _write_page(page, root)
    except BaseException:
        for path in made:
            shutil.rmtree(path, ignore_errors=True)
        raise
    return tuple(made)


def check_room(files: Sequence[tuple[Path, str]], root: Path) -> None:
    """Raise NoRoomError when the files do not fit on the drive."""
    need = sum(room_for(path.stat().st_size) for path, _ in files)
    try:
        free = shutil.disk_usage(root).free
    except OSError as error:
        raise _failure(error, root) from error
    if need > free:
        pattern = "The kit needs {need} MB, {free} MB are free on the drive."
        message = msg(pattern, need=f"{need / 1e6:,.1f}", free=f"{free / 1e6:,.1f}")
        raise NoRoomError(message, "Free up space there, or choose another drive.", free)


def _copy_folder(folder: Path, root: Path, context: JobContext, steps: Iterator[int], total: int) -> Path:
    target = _free_name(root, folder.name)
    try:
        with staging(target) as stage:
            hashes = {}
            for path, place in files_of((folder,)):
                inner = stage.joinpath(*place.split("/")[1:])
                context.report(next(steps), total, path.name)
                make_between(stage, inner)
                hashes[inner] = _copy(path, inner, context)
            for inner, digest in hashes.items():
                context.report(next(steps), total, inner.name)
                context.checkpoint()
                _compare(inner, digest)
            stage.rename(target)
        if hasattr(os, "sync"):
            os.sync()
    except OSError as error:
        raise _failure(error, root) from error
    except StudioError as error:
        if isinstance(error.__cause__, OSError):
            raise _failure(error.__cause__, root) from error
        raise
    return target


def _write_page(page: bytes, root: Path) -> None:
    stem, _, suffix = START.rpartition(".")
    target = _free_name(root, stem, f".{suffix}")
    try:
        target.write_bytes(page)
        _compare(target, hashlib.sha256(page).hexdigest())
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _failure(error, root) from error


def _copy(source: Path, target: Path, context: JobContext) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reading, target.open("wb") as writing:
        while block := reading.read(CHUNK):
            context.checkpoint()
            digest.update(block)
            writing.write(block)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()


def _compare(path: Path, digest: str) -> None:
    """Read a file back from the drive."""
    found = read_back(path)
    if found is None or found.sha256 != digest:
        raise StudioError(
            msg("The copy of {name} on the drive is different.", name=path.name), "Try again, or use another drive."
        )


def _free_name(root: Path, name: str, suffix: str = "") -> Path:
    number = 1
    while (path := root / f"{name}{'' if number == 1 else f' ({number})'}{suffix}").exists():
        number += 1
    return path


def _failure(error: OSError, root: Path) -> StudioError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoRoomError("The drive is full.", "Free up space there, or choose another drive.")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return InputError(
            "Nothing can be written to the drive.", ("Check it for a write-protection switch, or use another drive.")
        )
    if not root.exists():
        return InputError("The drive was removed.", "Plug it in again, then copy once more.")
    return InputError(
        msg("The drive stopped: {reason}.", reason=os_error_text(error)), "Plug it in again, or use another drive."
    )
