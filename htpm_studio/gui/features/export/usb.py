"""USB drives: which there are, copying a kit to one, and what of it fits on one that is too full."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStorageInfo

from htpm_studio.errors import InputError, StudioError, msg, os_error_text
from htpm_studio.export.atomic_output import MOUNTS, staging
from htpm_studio.export.catalogue import CATALOGUE
from htpm_studio.export.results import ExportResult
from htpm_studio.export.subset import KitPart, parts_that_fit
from htpm_studio.frozen import dataclass
from htpm_studio.gui.features.export.widgets import form_name
from htpm_studio.jobs import JobContext

CHUNK = 1024 * 1024
SLACK = 64 * 1024
"""What a file may take beyond its size on a stick with large blocks."""

LINUX_MOUNTS = tuple(f"{place}/" for place in MOUNTS if place != "/Volumes")


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive that can be taken out: its name for people, where it is, and the bytes that are free."""

    name: str
    root: Path
    free: int


class NoRoom(InputError):
    """The kit is larger than what is free on the drive; `free` are the bytes there, 0 when nobody knows."""

    def __init__(self, message: str, hint: str = "", free: int = 0) -> None:
        super().__init__(message, hint)
        self.free = free


def drives() -> tuple[Drive, ...]:
    """The drives that can be taken out and written to, by name; waits for drives that do not answer."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        if not volume.isValid() or not volume.isReady() or volume.isReadOnly() or volume.isRoot():
            continue
        root = volume.rootPath()
        if is_removable(root, bytes(volume.device().data()).decode(errors="replace")):
            name = volume_name(volume.displayName(), root)
            found.append(Drive(name, Path(root), max(0, volume.bytesAvailable())))
    return tuple(sorted(found, key=lambda drive: drive.name.casefold()))


def volume_name(shown: str, root: str) -> str:
    """What a drive is called: where the system shows its place instead, the last word of that."""
    return (Path(root).name or root) if shown in {"", root} else shown


def is_removable(root: str, device: str, platform: str = sys.platform) -> bool:
    """Whether a drive can be taken out, by what the system says of its device or by where it is mounted."""
    if platform == "win32":
        return _windows_kind(root) == 2
    if platform == "darwin":
        return root.startswith("/Volumes/") and device.startswith("/dev/")
    name = device.rpartition("/")[2].rstrip("0123456789").removesuffix("p")
    try:
        if Path(f"/sys/block/{name}/removable").read_text(encoding="ascii").strip() == "1":
            return True
    except (OSError, ValueError):
        pass
    return device.startswith("/dev/") and root.startswith(LINUX_MOUNTS)


def _windows_kind(root: str) -> int:
    """GetDriveType of Windows: 2 is a drive that can be taken out."""
    import ctypes  # noqa: PLC0415 - only there

    library = getattr(ctypes, "windll", None)
    return int(library.kernel32.GetDriveTypeW(root.replace("/", "\\"))) if library else 0


def files_of(folders: Sequence[Path]) -> tuple[tuple[Path, str], ...]:
    """The files of kits with their place below the drive ("January 2027, week 2/kit.json"); links are left out."""
    return tuple(
        (path, path.relative_to(folder.parent).as_posix())
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    )


def copy_to(folders: Sequence[Path], root: Path, context: JobContext) -> tuple[Path, ...]:
    """Copy kits to a drive, read every file back, and return where they are.

    A folder of that name that is there already stays, the new one gets " (2)". Nothing half done is left. Raises
    NoRoom, InputError and StudioError in sentences, Cancelled when the job was stopped.
    """
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
    except BaseException:
        for path in made:
            shutil.rmtree(path, ignore_errors=True)
        raise
    return tuple(made)


def room_for(size: int) -> int:
    """The bytes that a file may take on a drive with large blocks."""
    return size + SLACK


def check_room(files: Sequence[tuple[Path, str]], root: Path) -> None:
    """Raise NoRoom when the files do not fit on the drive."""
    need = sum(room_for(path.stat().st_size) for path, _ in files)
    try:
        free = shutil.disk_usage(root).free
    except OSError as error:
        raise _failure(error, root) from error
    if need > free:
        pattern = "The kit needs {need} MB, {free} MB are free on the drive."
        message = msg(pattern, need=f"{need / 1e6:,.1f}", free=f"{free / 1e6:,.1f}")
        raise NoRoom(message, "Free up space there, or choose another drive.", free)


def _copy_folder(folder: Path, root: Path, context: JobContext, steps: Iterator[int], total: int) -> Path:
    target = _free_name(root, folder.name)
    try:
        with staging(target) as stage:
            hashes = {}
            for path, place in files_of((folder,)):
                inner = stage.joinpath(*place.split("/")[1:])
                context.report(next(steps), total, path.name)
                inner.parent.mkdir(parents=True, exist_ok=True)
                hashes[inner] = _copy(path, inner, context)
            for inner, digest in hashes.items():
                context.report(next(steps), total, inner.name)
                _compare(inner, digest, context)
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


def _compare(path: Path, digest: str, context: JobContext) -> None:
    """Read a file back from the drive; the system is asked to forget what it still has in memory."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := file.read(CHUNK):
            context.checkpoint()
            found.update(block)
    if found.hexdigest() != digest:
        raise StudioError(
            msg("The copy of {name} on the drive is different.", name=path.name), "Try again, or use another drive."
        )


def _free_name(root: Path, name: str) -> Path:
    number = 1
    while (path := root / (name if number == 1 else f"{name} ({number})")).exists():
        number += 1
    return path


def _failure(error: OSError, root: Path) -> StudioError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoRoom("The drive is full.", "Free up space there, or choose another drive.")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return InputError(
            "Nothing can be written to the drive.", ("Check it for a write-protection switch, or use another drive.")
        )
    if not root.exists():
        return InputError("The drive was removed.", "Plug it in again, then copy once more.")
    return InputError(
        msg("The drive stopped: {reason}.", reason=os_error_text(error)), "Plug it in again, or use another drive."
    )


def that_fits(written: ExportResult, free: int) -> tuple[KitPart, ...]:
    """The most useful forms of the kits that were written that fit beside the start page and the list of files."""
    sizes: dict[str, KitPart] = {}
    room = free
    for file in written.files:
        if not file.form:
            room -= room_for(file.size)
            continue
        known = sizes.get(file.form) or KitPart(file.form, file.medium, file.path.suffix[1:], 0)
        sizes[file.form] = replace(known, size=known.size + room_for(file.size))
    return parts_that_fit(tuple(sizes.values()), room)


def set_words(parts: Sequence[KitPart]) -> str:
    """What is in a smaller set: "Handouts (Letter, A4), Decks (PDF)"."""
    groups: dict[str, list[str]] = {}
    for part in parts:
        groups.setdefault(part.medium, []).append(form_name(part.form.partition("/")[2]))
    titles: dict[str, str] = {piece.medium: QCoreApplication.translate("Export", piece.title) for piece in CATALOGUE}
    words = QCoreApplication.translate("Export", "{title} ({forms})")
    return ", ".join(words.format(title=titles[medium], forms=", ".join(forms)) for medium, forms in groups.items())
