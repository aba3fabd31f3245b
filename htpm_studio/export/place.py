"""Putting a kit on the disk whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from htpm_studio.errors import BadInput, StudioError


def check_target(target: Path, *, force: bool) -> None:
    """Refuse a target that exists (unless forced) or a place where a folder cannot be made; raises BadInput."""
    if target.exists() and not target.is_dir():
        raise BadInput(f"{target} is a file, not a folder.", "Choose another folder with --out.")
    if target.exists() and not force:
        raise BadInput(
            f"The folder {target} is already there.", "Choose another folder with --out, or replace it with --force."
        )
    for parent in target.parents:
        if parent.exists():
            if not parent.is_dir():
                raise BadInput(f"{parent} is a file, not a folder.", "Choose another folder with --out.")
            if not os.access(parent, os.W_OK | os.X_OK):
                raise BadInput(
                    f"Nothing can be written to the folder {parent}.", "Choose a folder of your own with --out."
                )
            return


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A folder beside `target` to write into; removed with the folders made for it when anything goes wrong.

    The caller moves the folder into place with `move_into_place` as its last act.
    """
    made = [parent for parent in target.parents if not parent.exists()]
    stage = target.with_name(f".{target.name}.part")
    try:
        try:
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir(parents=True)
        except OSError as error:
            raise write_error(error, target) from error
        yield stage
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        for parent in made:
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
        raise


def write_file(folder: Path, name: str, data: bytes) -> None:
    """Write one file below the folder, making the folders in between; raises StudioError when the disk refuses."""
    path = folder.joinpath(*name.split("/"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise write_error(error, path) from error


def move_into_place(stage: Path, target: Path) -> None:
    """Make the staged folder the target; an older target is kept until the new one stands."""
    old = target.with_name(f".{target.name}.old")
    try:
        shutil.rmtree(old, ignore_errors=True)
        if target.exists():
            target.rename(old)
        try:
            stage.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise write_error(error, target) from error


def write_error(error: OSError, path: Path) -> StudioError:
    """The sentence for a failed write."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BadInput(
            f"The disk is full; {path.name} could not be written.", "Make room or choose another disk, then try again."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return BadInput(f"Nothing can be written to {path.parent}.", "Choose a folder of your own with --out.")
    if error.errno == errno.ENAMETOOLONG:
        return BadInput(f"The path to {path.name} is too long for this system.", "Choose a shorter folder with --out.")
    return BadInput(
        f"{path.name} could not be written: {error.strerror or error}.", "Choose another folder with --out."
    )
