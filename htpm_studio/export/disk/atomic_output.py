"""Putting a kit on the disk whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from htpm_studio.errors import InputError, StudioError, msg, os_error_text
from htpm_studio.export.disk.exchange import exchange, noted, noted_targets
from htpm_studio.export.disk.file_lock import BusyError, abandoned, file_lock
from htpm_studio.export.disk.kit_proof import Proof, changed_meanwhile, flush_folder
from htpm_studio.processes.jobs import JobContext

MOUNTS = ("/media", "/run/media", "/Volumes")
"""Where drives that can be taken out are found."""

LOCK_POLL_SECONDS, LOCK_POLLS = 0.1, 5
"""Seconds between two looks at whether a kit is still being written, and how many looks anybody takes."""


class UnwritableError(InputError):
    """The folder takes no kit; another one may."""


class DiskFullError(UnwritableError):
    """There is no room; a folder on the same disk does not help."""


class DriveGoneError(UnwritableError):
    """The drive of the folder is not connected; it helps to plug it in."""


class AlreadyThereError(InputError):
    """The folder is there, and the caller did not say that it may be replaced."""


def check_target(target: Path, *, force: bool) -> None:
    """Refuse a target that exists (unless forced) or a place where a folder cannot be made; raises InputError."""
    if target.exists() and not target.is_dir():
        raise UnwritableError(
            msg("{target} is a file, not a folder.", target=target), "Choose another folder with --out."
        )
    if target.exists() and not force:
        raise AlreadyThereError(
            msg("The folder {target} already exists.", target=target),
            "Choose another folder with --out, or replace it with --force.",
        )
    check_drive(target)
    for parent in target.parents:
        if parent.exists():
            if not parent.is_dir():
                raise UnwritableError(
                    msg("{parent} is a file, not a folder.", parent=parent), "Choose another folder with --out."
                )
            if not os.access(parent, os.W_OK | os.X_OK):
                raise UnwritableError(
                    msg("Nothing can be written to the folder {parent}.", parent=parent),
                    "Choose one of your own folders with --out.",
                )
            return


def check_drive(path: Path) -> None:
    """Refuse a place on a drive that is not there; raises DriveGoneError."""
    if (drive := _drive_of(path)) is not None and not drive.exists():
        raise DriveGoneError(
            msg("The drive {name} is not connected.", name=drive.name or drive),
            "Plug it in and try again, or choose another folder with --out.",
        )


def _drive_of(path: Path) -> Path | None:
    """Where the drive of a path is found when it is plugged in; None for the computer's own disk."""
    for mounts in map(Path, MOUNTS):
        if path.is_relative_to(mounts) and len(path.parts) > len(mounts.parts):
            drive = Path(*path.parts[: len(mounts.parts) + 1])
            # On Linux the drives of whoever is logged in are one folder deeper.
            inside = drive.is_dir() and not os.path.ismount(drive) and len(path.parts) > len(drive.parts)
            return Path(*path.parts[: len(drive.parts) + 1]) if inside else drive
    return Path(path.drive + path.root) if path.drive else None


@contextmanager
def staging(target: Path, waiting: JobContext | None = None) -> Iterator[Path]:
    """A folder beside `target` to write into; removed with the folders made for it when anything goes wrong.

    The caller moves the folder into place with `move_into_place` as its last act. Nobody else can write the same
    target meanwhile: a job that is `waiting` comes after them (or raises Cancelled), without one that raises BusyError.
    What ended processes left in the same folder is removed.
    """
    made = [parent for parent in target.parents if not parent.exists()]
    try:
        with _alone(target, waiting):
            stage = _stage(target)
            try:
                _make_stage(target, stage)
                yield stage
            except BaseException:
                remove_tree(stage)
                raise
    except BaseException:
        for parent in made:
            with suppress(OSError):  # Somebody else has begun to use it.
                parent.rmdir()
        raise


@contextmanager
def _alone(target: Path, waiting: JobContext | None) -> Iterator[None]:
    with ExitStack() as held:
        try:
            _take_turn(target, waiting, held)
        except OSError as error:
            raise write_error(error, target) from error
        yield


def _take_turn(target: Path, waiting: JobContext | None, held: ExitStack) -> None:
    """Hold the lock of the target. Wait a little in any case, since a cleanup holds each lock briefly."""
    tries = 0
    while True:
        tries += 1
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(file_lock(target))
        except BusyError as busy:
            if tries > LOCK_POLLS and waiting is None:
                raise
            if tries == LOCK_POLLS and waiting is not None:
                waiting.report(0, 0, f"Waiting. {busy.message}", waits=True)
        except FileNotFoundError:  # The folder was made and taken away again by somebody who was stopped.
            if tries > LOCK_POLLS:
                raise
        else:
            return
        if waiting is not None:
            waiting.checkpoint()
        time.sleep(LOCK_POLL_SECONDS)


def _make_stage(target: Path, stage: Path) -> None:
    clear_leavings(target.parent)
    _tidy(target)
    try:
        stage.mkdir()
    except OSError as error:
        raise write_error(error, target) from error


def clear_leavings(out: Path) -> None:
    """Remove what kits in the making left in a folder when their processes were ended from outside."""
    for target in abandoned(out):
        _tidy(target)


def _tidy(target: Path) -> None:
    """Remove what was left beside a target.

    The kit that was there comes back where the computer stopped while it made room for a newer one.
    """
    with suppress(OSError):
        if not target.exists() and _old(target).exists():
            _old(target).rename(target)
        _discard(_old(target))
    with suppress(OSError):
        _discard(_stage(target))
    for path in target.parent.iterdir():
        if re.fullmatch(rf"{re.escape(_gone(target).name)}\d*", path.name):
            remove_tree(path)


def _discard(folder: Path) -> None:
    """Remove a folder, renamed first so that no half of it looks like a whole one; raises OSError."""
    if not os.path.lexists(folder):
        return
    gone = _gone(folder.with_name(folder.stem.removeprefix(".")))
    fresh = next(
        free for number in count() if not os.path.lexists(free := gone.with_name(f"{gone.name}{number or ''}"))
    )
    folder.rename(fresh)
    remove_tree(fresh)


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it, also what may not be changed; what resists even so stays."""
    if folder.is_symlink():
        with suppress(OSError):
            folder.unlink()
        return
    shutil.rmtree(folder, ignore_errors=True)
    if not os.path.lexists(folder):
        return
    with suppress(OSError):
        _loosen(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _loosen(folder: Path) -> None:
    """Let everything in a folder be removed: on Windows files as well, elsewhere that is a matter of folders alone."""
    folder.chmod(stat.S_IRWXU)
    for path in folder.iterdir():
        if path.is_symlink():
            continue
        if path.is_dir():
            _loosen(path)
        elif sys.platform == "win32":
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def write_file(folder: Path, name: str, data: bytes) -> None:
    """Write one file below a folder that is there, making the folders in between.

    Raises StudioError when the disk refuses, and when the folder itself has gone: then what was in it has gone, too.
    """
    path = folder.joinpath(*name.split("/"))
    try:
        make_between(folder, path)
        path.write_bytes(data)
    except OSError as error:
        if not folder.is_dir():
            raise changed_meanwhile() from error
        raise write_error(error, path) from error


def make_between(folder: Path, path: Path) -> None:
    """Make the folders between a folder that is there and a path below it; raises OSError."""
    for parent in reversed(path.relative_to(folder).parents[:-1]):
        (folder / parent).mkdir(exist_ok=True)


def takes_files(folder: Path) -> bool:
    """Whether anything can be written to a folder, which is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".", dir=folder) as trial:
            Path(trial, "trial").write_bytes(b"trial")
    except OSError:
        return False
    return True


def move_into_place(
    stage: Path, target: Path, *, replaces: bool = True, proof: Proof | None = None, notes: Path | None = None
) -> Path:
    """Make the staged folder the target, and return where it is; an older target is kept until the new one is in place.

    They change places in one step where the system can; elsewhere the older one steps aside, which is noted in the
    folder `notes`. An older target that is not to be replaced, or in which a file is open in another program, stays,
    and the new one is beside it with " (2)". Raises ChangedMeanwhileError, with the older one back, where the `proof`
    no longer holds of what is in place.
    """
    try:
        _discard(_old(target))
        if not target.exists():
            return _proven(stage.rename(target), stage, proof)
        if not replaces:
            return _proven(stage.rename(free_beside(target)), stage, proof)
        if exchange(stage, target):
            if proof is not None and not proof.holds(target):
                if not exchange(stage, target):
                    target.rename(_gone(target))
                    stage.rename(target)
                raise changed_meanwhile()
            flush_folder(target.parent)
            with suppress(OSError):  # The new kit is there; what resists is tried again before the next one.
                _discard(stage)
            return target
        return _step_aside(stage, target, proof, notes)
    except OSError as error:
        raise write_error(error, target) from error


def _proven(placed: Path, stage: Path, proof: Proof | None) -> Path:
    """A new folder where nothing was before; it goes again where the proof no longer holds. Raises OSError."""
    if proof is not None and not proof.holds(placed):
        placed.rename(stage)
        raise changed_meanwhile()
    flush_folder(placed.parent)
    return placed


def _step_aside(stage: Path, target: Path, proof: Proof | None, notes: Path | None) -> Path:
    """Put the staged folder in the place of an older one in two steps; raises OSError."""
    old = _old(target)
    with noted(notes, target):
        try:
            target.rename(old)
        except PermissionError:
            return _proven(stage.rename(free_beside(target)), stage, proof)
        try:
            _proven(stage.rename(target), stage, proof)
        except (OSError, StudioError):
            if old.exists() and not target.exists():
                old.rename(target)
            raise
    with suppress(OSError):  # As above.
        _discard(old)
    return target


def restore_interrupted(notes: Path) -> None:
    """Bring back the kits that were out of their place when a process was ended, as their notes say."""
    for note, target in noted_targets(notes):
        with suppress(BusyError, OSError):
            if target is not None and target.parent.is_dir():
                with file_lock(target):
                    _tidy(target)
            note.unlink(missing_ok=True)


def _stage(target: Path) -> Path:
    return target.with_name(f".{target.name}.part")


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _gone(target: Path) -> Path:
    return target.with_name(f".{target.name}.gone")


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
    except DriveGoneError as gone:
        return gone
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(
            msg("The disk is full; {name} could not be written.", name=path.name),
            "Free up space or choose another disk, then try again.",
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UnwritableError(
            msg("Nothing can be written to {parent}.", parent=path.parent), "Choose one of your own folders with --out."
        )
    if error.errno == errno.ENOENT and not path.parent.exists():
        return UnwritableError(
            msg("The folder {parent} is not there and cannot be made.", parent=path.parent),
            "Choose one of your own folders with --out.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return UnwritableError(
            msg("The path to {name} is too long for this system.", name=path.name),
            "Choose a shorter folder with --out.",
        )
    return UnwritableError(
        msg("{name} could not be written: {reason}.", name=path.name, reason=os_error_text(error)),
        "Choose another folder with --out.",
    )
