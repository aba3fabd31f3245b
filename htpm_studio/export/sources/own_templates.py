"""The user's folder of templates: making it, and putting a copy of one of the program's there to be changed."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.compose.styles import read_style_sheet
from htpm_studio.compose.template import Library
from htpm_studio.compose.template_library import load_library, own_files
from htpm_studio.errors import InputError, msg
from htpm_studio.export.disk.atomic_output import write_error, write_file
from htpm_studio.paths import Folders

Stamp = tuple[tuple[str, int, int], ...]


def make_folder(folder: Path) -> Path:
    """The folder, made when it was not there; raises StudioError when the disk refuses."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, folder) from error
    return folder


def copy_template(template_id: str, folders: Folders) -> Path:
    """Put a copy of a template of the program into the user's folder; raises InputError when one is there already."""
    if folders.own_templates is None:
        raise InputError("There is no templates folder.", "Name one.")
    library = read_library(Folders(folders.assets, folders.templates))
    source = library.template(template_id)
    name = f"{template_id}.xml"
    target = folders.own_templates / name
    if target.exists():
        raise InputError(
            msg("{path} already exists.", path=target), "Change that file, or move it away to begin with a new copy."
        )
    make_folder(folders.own_templates)
    text = (folders.templates / source.file).read_text(encoding="utf-8")
    titled = text.replace("<template ", f'<template title="{source.title}" ', 1)
    write_file(folders.own_templates, name, titled.encode())
    return target


def read_library(folders: Folders) -> Library:
    """The templates of the folders alone, without what else kits need."""
    styles = read_style_sheet(folders.templates / "styles.toml")
    return load_library(folders.templates, styles.names(), folders.own_templates)


def stamp_of(folder: Path | None) -> Stamp:
    """The name, size and time of each file in the user's folder, to see whether something changed."""
    if folder is None or not folder.is_dir():
        return ()
    found: list[tuple[str, int, int]] = []
    for path in own_files(folder)[0]:
        try:
            state = path.stat()
        except OSError:
            continue  # It went away just now: the next look sees that.
        found.append((path.relative_to(folder).as_posix(), state.st_size, state.st_mtime_ns))
    return tuple(found)
