"""Typed settings: every field has a default, a rule and a sentence; a broken file costs nothing but a notice."""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, field, fields, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Literal, cast, get_args

from htpm_studio.errors import Diagnostic, StudioError, in_file, msg, os_error_text
from htpm_studio.files.private_files import make_private_folder, open_private
from htpm_studio.frozen import dataclass

VERSION = 1
LARGEST = 256 * 1024
LONGEST_PATH = 4096
MOST_RECENT = 12
MOST_KEYS = 200

SYSTEM = "system"
"""The window's language is that of the system."""

ThemeChoice = Literal["system", "light", "dark"]
Paper = Literal["letter", "a4", "both"]


def _says(sentence: str) -> dict[str, str]:
    return {"sentence": sentence}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user prefers, and where the window was left; `sentence_of` gives each field's meaning."""

    theme: ThemeChoice = field(default="system", metadata=_says("Light or dark window, or as the system has it."))
    text_scale: int = field(default=100, metadata=_says("Size of the window's text in percent, 100 to 200."))
    app_language: str = field(default=SYSTEM, metadata=_says("Language of the window, not of the kit."))
    reduced_motion: bool = field(default=False, metadata=_says("Nothing in the window slides or fades."))
    kit_folder: str = field(default="", metadata=_says("Folder that kits are exported to; empty for Documents."))
    paper: Paper = field(default="both", metadata=_says("Paper size of new handouts."))
    export_set: str = field(default="kit", metadata=_says("Set of files that was exported last, by its name."))
    recent: tuple[str, ...] = field(default=(), metadata=_says("Kit files opened before, the last one first."))
    last_project: str = field(default="", metadata=_says("Kit file that was open when the program ended."))
    window_geometry: str = field(default="", metadata=_says("Place and size of the window, as base64."))
    reference_deck: str = field(
        default="", metadata=_says("Presentation whose design decks take; empty for the kit's own.")
    )
    print_count: int = field(default=10, metadata=_says("Copies of a handout that are offered first, 1 to 9999."))
    folders: tuple[tuple[str, str], ...] = field(
        default=(), metadata=_says("Folders that files were taken from last, by what they are for.")
    )
    keys: tuple[tuple[str, str], ...] = field(
        default=(), metadata=_says("Commands with other keys than usual, such as Ctrl+Shift+X; empty for none.")
    )


def sentence_of(name: str) -> str:
    """The sentence that says what a field means; raises KeyError for an unknown one."""
    return {row.name: str(row.metadata["sentence"]) for row in fields(Settings)}[name]


def read_settings(path: Path, home: Path | None = None) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings kept in a file, and what was wrong with them.

    A missing file is the first start and no problem. A file that cannot be read gives the defaults, a field that is
    unknown or breaks its rule gives the default of that field; each is reported, none is raised. Paths that were
    written for a portable folder are found again in `home`, wherever that is by now.
    """
    try:
        values = _parse(path)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError) as error:
        reason = str(error) if type(error) is ValueError else "it is not a readable settings file"
        hint = msg("The program starts with its defaults and writes a new file.")
        return Settings(), (
            in_file(str(path), 0, msg("The settings could not be read: {reason}.", reason=reason), hint),
        )
    good = {name: value for name, value in values.items() if name in _RULES and _RULES[name](value)}
    wrong = sorted(set(values) - set(good))
    if "recent" in good:
        good["recent"] = tuple(good["recent"])
    if "folders" in good:
        good["folders"] = tuple((use, folder) for use, folder in good["folders"])
    if "keys" in good:
        good["keys"] = tuple((name, keys) for name, keys in good["keys"])
    return _with_paths(Settings(**good), lambda text: _in_home(text, home)), tuple(
        in_file(str(path), 0, *_complaint(name)) for name in wrong
    )


def write_settings(settings: Settings, path: Path, home: Path | None = None) -> None:
    """Write the settings to a file, whole or not at all; makes its folder. Raises StudioError if the disk refuses.

    Paths inside `home`, a portable folder, are written as seen from there: a stick has another letter on each computer.
    """
    settings = _with_paths(settings, lambda text: _from_home(text, home))
    text = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=2) + "\n"
    temporary = path.with_name(f"{path.name}.part")
    try:
        make_private_folder(path.parent)
        with open_private(temporary, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        hint = msg("Check that you may write there and that the disk is not full.")
        raise StudioError(
            msg("{path} could not be saved ({reason}).", path=path, reason=os_error_text(error)), hint
        ) from error


def remember(recent: tuple[str, ...], path: str) -> tuple[str, ...]:
    """The list of recent files with `path` first, each once, the oldest dropped."""
    return (path, *(one for one in recent if one != path))[:MOST_RECENT]


def _with_paths(settings: Settings, change: Callable[[str], str]) -> Settings:
    return replace(
        settings,
        kit_folder=change(settings.kit_folder),
        reference_deck=change(settings.reference_deck),
        last_project=change(settings.last_project),
        recent=tuple(map(change, settings.recent)),
        folders=tuple((use, change(folder)) for use, folder in settings.folders),
    )


def _from_home(text: str, home: Path | None) -> str:
    inside = home is not None and bool(text) and Path(text).is_relative_to(home)
    return Path(text).relative_to(home).as_posix() if inside and home is not None else text


def _in_home(text: str, home: Path | None) -> str:
    absolute = PurePosixPath(text).is_absolute() or bool(PureWindowsPath(text).drive)
    return str(home / text) if text and home is not None and not absolute else text


def _parse(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("it is far too large")
    found = json.loads(data.decode("utf-8"))
    if not isinstance(found, dict):
        raise ValueError("it is not a list of settings")  # noqa: TRY004 - the file is at fault, not the caller
    version = found.pop("version", None)
    if type(version) is not int or version < 1:
        raise ValueError("it has no version")
    if version > VERSION:
        raise ValueError(f"it has version {version}, and this program knows {VERSION}")
    return cast("dict[str, Any]", found)


def _complaint(name: str) -> tuple[str, str]:
    if name not in _RULES:
        return f"There is no setting {name[:40]}.", "It is left out."
    return f"The value of {name} does not fit.", f"{sentence_of(name)} The default is used."


def _is_number(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _is_path(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_PATH and value.isprintable()


def _is_word(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 40 and value.isidentifier()


def _is_recent(value: object) -> bool:
    return isinstance(value, list) and len(value) <= MOST_RECENT and all(_is_path(one) and one for one in value)


def _is_folders(value: object) -> bool:
    """Whether these are pairs of a use and a path, as lists of a JSON file."""
    rows = value if isinstance(value, list) and len(value) <= MOST_RECENT else [None]
    return all(isinstance(row, list) and len(row) == 2 and _is_word(row[0]) and _is_path(row[1]) for row in rows)


def _is_keys(value: object) -> bool:
    """Whether these are pairs of a command's name and keys, as lists of a JSON file."""
    rows = value if isinstance(value, list) and len(value) <= MOST_KEYS else [None]
    return all(isinstance(row, list) and len(row) == 2 and _is_word(row[0]) and _is_short(row[1]) for row in rows)


def _is_short(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 40 and value.isascii() and value.isprintable()


def _is_base64(value: object) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_PATH:
        return False
    try:
        base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def _is_one_of(kind: Any) -> Any:
    names = get_args(kind)
    return lambda value: isinstance(value, str) and value in names


_RULES: Mapping[str, Any] = {
    "theme": _is_one_of(ThemeChoice),
    "text_scale": lambda value: _is_number(value, 100, 200),
    "app_language": _is_word,
    "reduced_motion": lambda value: isinstance(value, bool),
    "kit_folder": _is_path,
    "paper": _is_one_of(Paper),
    "export_set": _is_word,
    "reference_deck": _is_path,
    "recent": _is_recent,
    "last_project": _is_path,
    "window_geometry": _is_base64,
    "folders": _is_folders,
    "keys": _is_keys,
    "print_count": lambda value: _is_number(value, 1, 9999),
}
