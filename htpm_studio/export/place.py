"""Putting a kit on the disk whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from htpm_studio.errors import BadInput, StudioError, say, why_not
from htpm_studio.export.turn import abandoned, turn

MOUNTS = ("/media", "/run/media", "/Volumes")
"""Where drives that can be taken out are found."""


class Unwritable(BadInput):
    """The folder takes no kit; another one may."""


class DiskFull(Unwritable):
    """There is no room; a folder on the same disk does not help."""


class DriveGone(Unwritable):
    """The drive of the folder is not connected; it helps to plug it in."""


def check_target(target: Path, *, force: bool) -> None:
    """Refuse a target that exists (unless forced) or a place where a folder cannot be made; raises BadInput."""
    if target.exists() and not target.is_dir():
        raise Unwritable(say("{target} is a file, not a folder.", target=target), "Choose another folder with --out.")
    if target.exists() and not force:
        raise BadInput(
            say("The folder {target} is already there.", target=target),
            "Choose another folder with --out, or replace it with --force.",
        )
    check_drive(target)
    for parent in target.parents:
        if parent.exists():
            if not parent.is_dir():
                raise Unwritable(
                    say("{parent} is a file, not a folder.", parent=parent), "Choose another folder with --out."
                )
            if not os.access(parent, os.W_OK | os.X_OK):
                raise Unwritable(
                    say("Nothing can be written to the folder {parent}.", parent=parent),
                    "Choose a folder of your own with --out.",
                )
            return


def check_drive(path: Path) -> None:
    """Refuse a place on a drive that is not there; raises DriveGone."""
    if (drive := _drive_of(path)) is not None and not drive.exists():
        raise DriveGone(
            say("The drive {name} is not connected.", name=drive.name or drive),
            "Plug it in and try again, or choose another folder with --out.",
        )


def _drive_of(path: Path) -> Path | None:
    """Where the drive of a path is found when it is plugged in; None for the computer's own disk."""
    for mounts in map(Path, MOUNTS):
        if path.is_relative_to(mounts) and len(path.parts) > len(mounts.parts):
            drive = Path(*path.parts[: len(mounts.parts) + 1])
            # On Linux the drives of whoever is logged in stand one folder deeper.
            inside = drive.is_dir() and not os.path.ismount(drive) and len(path.parts) > len(drive.parts)
            return Path(*path.parts[: len(drive.parts) + 1]) if inside else drive
    return Path(path.drive + path.root) if path.drive else None


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A folder beside `target` to write into; removed with the folders made for it when anything goes wrong.

    The caller moves the folder into place with `move_into_place` as its last act. Nobody else can write the same
    target meanwhile: that raises Busy. What ended processes left in the same folder is removed.
    """
    made = [parent for parent in target.parents if not parent.exists()]
    try:
        with _alone(target):
            stage = _stage(target)
            try:
                _make_stage(target, stage)
                yield stage
            except BaseException:
                shutil.rmtree(stage, ignore_errors=True)
                raise
    except BaseException:
        for parent in made:
            with suppress(OSError):  # Somebody else has begun to use it.
                parent.rmdir()
        raise


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    with ExitStack() as held:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(turn(target))
        except OSError as error:
            raise write_error(error, target) from error
        yield


def _make_stage(target: Path, stage: Path) -> None:
    clear_leavings(target.parent)
    _bring_back(target)
    shutil.rmtree(stage, ignore_errors=True)
    try:
        stage.mkdir()
    except OSError as error:
        raise write_error(error, target) from error


def clear_leavings(out: Path) -> None:
    """Remove what kits in the making left in a folder when their processes were ended from outside."""
    for target in abandoned(out):
        _bring_back(target)
        shutil.rmtree(_stage(target), ignore_errors=True)


def _bring_back(target: Path) -> None:
    """The kit that was there, where the computer stopped while it made room for a newer one."""
    if _old(target).exists() and not target.exists():
        with suppress(OSError):
            _old(target).rename(target)


def write_file(folder: Path, name: str, data: bytes) -> None:
    """Write one file below the folder, making the folders in between; raises StudioError when the disk refuses."""
    path = folder.joinpath(*name.split("/"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise write_error(error, path) from error


def move_into_place(stage: Path, target: Path, *, replaces: bool = True) -> Path:
    """Make the staged folder the target, and return where it is; an older target is kept until the new one stands.

    An older target that is not to be replaced, or in which a file is open in another program, stays, and the new one
    stands beside it with " (2)".
    """
    old = _old(target)
    try:
        shutil.rmtree(old, ignore_errors=True)
        if target.exists() and not replaces:
            return stage.rename(free_beside(target))
        if target.exists():
            try:
                target.rename(old)
            except PermissionError:
                return stage.rename(free_beside(target))
        try:
            stage.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise write_error(error, target) from error
    return target


def _stage(target: Path) -> Path:
    return target.with_name(f".{target.name}.part")


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def free_beside(target: Path) -> Path:
    """The first of "name (2)", "name (3)" … beside a folder that is not taken."""
    number = 2
    while (path := target.with_name(f"{target.name} ({number})")).exists():
        number += 1
    return path


def write_error(error: OSError, path: Path) -> StudioError:
    """The sentence for a failed write."""
    try:
        check_drive(path)
    except DriveGone as gone:
        return gone
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            say("The disk is full; {name} could not be written.", name=path.name),
            "Make room or choose another disk, then try again.",
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Unwritable(
            say("Nothing can be written to {parent}.", parent=path.parent), "Choose a folder of your own with --out."
        )
    if error.errno == errno.ENAMETOOLONG:
        return Unwritable(
            say("The path to {name} is too long for this system.", name=path.name),
            "Choose a shorter folder with --out.",
        )
    return Unwritable(
        say("{name} could not be written: {reason}.", name=path.name, reason=why_not(error)),
        "Choose another folder with --out.",
    )
