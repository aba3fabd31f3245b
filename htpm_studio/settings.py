"""The user's settings: typed, each with a default and a sentence; a damaged file never stops the program."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, cast

from htpm_studio.errors import Problem

VERSION = 1
MAX_BYTES = 64 * 1024
MAX_RECENT = 10

_Check = Callable[[object], bool]


def _one_of(*values: str) -> _Check:
    return lambda value: isinstance(value, str) and value in values


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 4096


def _is_recent(value: object) -> bool:
    return isinstance(value, list | tuple) and len(value) <= MAX_RECENT and all(_is_text(item) for item in value)


def _is_jobs(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 64


def _about(sentence: str, check: _Check) -> dict[str, Any]:
    return {"sentence": sentence, "check": check}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user prefers on this computer; nothing of it is written into a kit or a project."""

    theme: Literal["system", "light", "dark"] = field(
        default="system",
        metadata=_about("The window is light, dark or as the system is.", _one_of("system", "light", "dark")),
    )
    language: Literal["en", "es"] = field(
        default="en", metadata=_about("The language of a new kit: en or es.", _one_of("en", "es"))
    )
    paper: Literal["letter", "a4", "both"] = field(
        default="both", metadata=_about("The paper of handouts: letter, a4 or both.", _one_of("letter", "a4", "both"))
    )
    folder: str = field(default="", metadata=_about("The folder that the last kit was made in.", _is_text))
    recent: tuple[str, ...] = field(
        default=(), metadata=_about(f"The kits opened last, newest first, {MAX_RECENT} at most.", _is_recent)
    )
    jobs: int = field(default=2, metadata=_about("How many files are made at the same time, 1 to 64.", _is_jobs))


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in a file, and what was wrong with it.

    A missing file gives the defaults, and so does everything that cannot be used; nothing is raised.
    """
    try:
        data = _read(path)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, TypeError, RecursionError):
        return Settings(), (Problem(path.name, 0, "The settings cannot be read.", "The usual ones are used."),)
    version = data.pop("version", None)
    if version != VERSION:
        return Settings(), (
            Problem(
                path.name, 0, f"The settings are of version {version!r}, not {VERSION}.", "The usual ones are used."
            ),
        )
    return _taken_over(data, path.name)


def _read(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError
    data = json.loads(content.decode("utf-8"))
    if not isinstance(data, dict):
        raise TypeError
    return cast("dict[str, object]", data)


def _taken_over(data: dict[str, object], file: str) -> tuple[Settings, tuple[Problem, ...]]:
    known = {entry.name: entry.metadata for entry in fields(Settings)}
    good: dict[str, Any] = {}
    problems = []
    for name, value in data.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f'Did you mean "{near[0]}"?' if near else ""
            problems.append(Problem(file, 0, f'There is no setting "{name[:40]}".', hint))
        elif not known[name]["check"](value):
            problems.append(Problem(file, 0, f'The setting "{name}" cannot be used.', known[name]["sentence"]))
        else:
            good[name] = tuple(value) if isinstance(value, list) else value
    return Settings(**good), tuple(problems)


def write_settings(settings: Settings, path: Path) -> None:
    """Write the settings so that the old file stays whole until the new one is; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"version": VERSION, **asdict(settings)}, indent=2, ensure_ascii=False) + "\n"
    temporary = path.with_name(f"{path.name}.new")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(path)
