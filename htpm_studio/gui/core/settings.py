"""Typed settings: every field has a default, a rule and a sentence; a broken file costs nothing but a notice."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import field, fields, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Annotated, Any, Literal, cast

from htpm_studio.decoding.decode import Decoder
from htpm_studio.decoding.shape import encode, shape_of
from htpm_studio.decoding.source import Report, json_place
from htpm_studio.decoding.values import Fits, InOrder, Most, within
from htpm_studio.errors import Diagnostic, Message, StudioError, in_file, join_messages, msg, os_error_text
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
FilePath = Annotated[str, Most(LONGEST_PATH), Fits(msg("text of one line"), str.isprintable)]
SomePath = Annotated[str, Fits(msg("a path"), lambda path: path and path.isprintable()), Most(LONGEST_PATH)]
Word = Annotated[str, Most(40), Fits(msg("a name"), str.isidentifier)]
Folder = Annotated[tuple[Word, FilePath], InOrder(msg("a use and a path"))]
Pressed = Annotated[
    str, Most(40), Fits(msg("keys such as Ctrl+Shift+X"), lambda keys: keys.isascii() and keys.isprintable())
]
Keys = Annotated[tuple[Word, Pressed], InOrder(msg("a command and its keys"))]
TextScale = Annotated[int, within(100, 200)]
Base64 = Annotated[
    str,
    Most(LONGEST_PATH),
    Fits(msg("base64"), re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?").fullmatch),
]


def _says(sentence: Message) -> dict[str, str]:
    return {"sentence": sentence}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user prefers, and where the window was left; `sentence_of` gives each field's meaning."""

    theme: ThemeChoice = field(default="system", metadata=_says(msg("Light or dark window, or as the system has it.")))
    text_scale: TextScale = field(default=100, metadata=_says(msg("Size of the window's text in percent, 100 to 200.")))
    app_language: Word = field(default=SYSTEM, metadata=_says(msg("Language of the window, not of the kit.")))
    reduced_motion: bool = field(default=False, metadata=_says(msg("Nothing in the window slides or fades.")))
    kit_folder: FilePath = field(
        default="", metadata=_says(msg("Folder that kits are exported to; empty for Documents."))
    )
    paper: Paper = field(default="both", metadata=_says(msg("Paper size of new handouts.")))
    export_set: Word = field(default="kit", metadata=_says(msg("Set of files that Export begins with, by its name.")))
    recent: Annotated[tuple[SomePath, ...], Most(MOST_RECENT)] = field(
        default=(), metadata=_says(msg("Kit files opened before, the last one first."))
    )
    last_project: FilePath = field(default="", metadata=_says(msg("Kit file that was open when the program ended.")))
    window_geometry: Base64 = field(default="", metadata=_says(msg("Place and size of the window, as base64.")))
    reference_deck: FilePath = field(
        default="", metadata=_says(msg("Presentation whose design decks take; empty for the kit's own."))
    )
    print_count: Annotated[int, within(1, 9999)] = field(
        default=10, metadata=_says(msg("Copies of a handout that are offered first, 1 to 9999."))
    )
    print_people: Annotated[int, within(1, 9999)] = field(
        default=40, metadata=_says(msg("People for whom prints are ordered, 1 to 9999."))
    )

    folders: Annotated[tuple[Folder, ...], Most(MOST_RECENT)] = field(
        default=(), metadata=_says(msg("Folders that files were taken from last, by what they are for."))
    )
    ahead: bool = field(
        default=True, metadata=_says(msg("Files of the next export are made while nobody uses the window."))
    )
    knows_help: bool = field(
        default=False, metadata=_says(msg("The H key, which shows the room where help is, has been used."))
    )
    keys: Annotated[tuple[Keys, ...], Most(MOST_KEYS)] = field(
        default=(), metadata=_says(msg("Commands with other keys than usual, such as Ctrl+Shift+X; empty for none."))
    )


def sentence_of(name: str) -> str:
    """The sentence that says what a field means; raises KeyError for an unknown one."""
    sentences: dict[str, str] = {row.name: row.metadata["sentence"] for row in fields(Settings)}
    return sentences[name]


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
    settings, problems = Settings(), list[Diagnostic]()
    for name, value in sorted(values.items()):
        report = Report()
        found = _DECODER.table(Settings, {name: value}, json_place(str(path), report))
        if found is not None and not report.problems:
            settings = replace(settings, **{name: getattr(found, name)})
        problems += (replace(problem, hint=_hint(name, problem.hint)) for problem in report.problems[:1])
    return _with_paths(settings, lambda text: _in_home(text, home)), tuple(problems)


def write_settings(settings: Settings, path: Path, home: Path | None = None) -> None:
    """Write the settings to a file, whole or not at all; makes its folder. Raises StudioError if the disk refuses.

    Paths inside `home`, a portable folder, are written as seen from there: a stick has another letter on each computer.
    """
    settings = _with_paths(settings, lambda text: _from_home(text, home))
    text = json.dumps({"version": VERSION, **encode(Settings, settings)}, ensure_ascii=False, indent=2) + "\n"
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


def _hint(name: str, hint: str) -> str:
    if name not in shape_of(Settings).fields:
        return join_messages((hint, msg("It is left out.")))
    return join_messages((sentence_of(name), msg("The default is used.")))


_DECODER = Decoder({}, lambda _text, _place: None, filled=False)
