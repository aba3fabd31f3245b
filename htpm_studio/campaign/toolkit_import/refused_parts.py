"""Parts of a made pack that its own rules refuse are left out and named, so that no toolkit's text stops an import."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.pack_files import PackTexts
from htpm_studio.campaign.toolkit_import.toml_text import file_text
from htpm_studio.decoding.lines import Path, key_lines
from htpm_studio.errors import Diagnostic, Problems, msg

MOST_ROUNDS = 8
MOST_SHOWN = 60
_SAID = ("text", "title", "head", "short", "id")
"""What shows a reader which part of a file it is, the clearest first."""

_ENTRY, _INNER = 2, 4
"""The length of the path to an entry of a file, and to an entry inside that, such as a slide of a deck."""


def read_with_what_fits(texts: PackTexts, language: str, neutral: PackTexts) -> tuple[PackTexts, Campaign, list[str]]:
    """The texts as far as a pack may have them, what they are read as, and a sentence for each part left out.

    A part is a post, a slide, an action; of the month or a week a field is as in `neutral`, or left out. Raises
    Problems when what is left is still refused.
    """
    files, plain, notes = dict(texts), dict(neutral), list[str]()
    for _ in range(MOST_ROUNDS):
        try:
            return tuple(sorted(files.items())), read_pack(tuple(files.items()), language), notes
        except Problems as error:
            taken_out = [note for file, rows in _by_file(error.problems) for note in _repair(files, file, rows, plain)]
            if not taken_out:
                raise
            notes += taken_out
    return tuple(sorted(files.items())), read_pack(tuple(files.items()), language), notes


def _by_file(problems: Iterable[Diagnostic]) -> list[tuple[str, list[Diagnostic]]]:
    found: dict[str, list[Diagnostic]] = {}
    for problem in problems:
        found.setdefault(problem.file, []).append(problem)
    return list(found.items())


def _repair(files: dict[str, str], file: str, problems: Sequence[Diagnostic], neutral: Mapping[str, str]) -> list[str]:
    """Take out of a file what its problems are about; a sentence for each part that is gone."""
    if file not in files:
        return []
    data, lines = tomllib.loads(files[file]), key_lines(files[file])
    usual = tomllib.loads(neutral[file]) if file in neutral else {}
    wrong = {path: problem for problem in problems if problem.line and (path := _part_at(lines, problem.line))}
    notes = [note for path in sorted(wrong, key=_last_first) if (note := _take_out(data, path, wrong[path], usual))]
    files[file] = file_text("Made from a toolkit.", data) if notes else files[file]
    return notes


def _part_at(lines: Mapping[Path, int], line: int) -> Path:
    """The part of a file that a line belongs to: an entry, an entry inside of it, else a field of the file."""
    before = [path for path, at in lines.items() if at <= line]
    latest = max((lines[path] for path in before), default=0)
    path = max((path for path in before if lines[path] == latest), key=len, default=())
    for length in (_INNER, _ENTRY):
        if len(path) >= length and isinstance(path[length - 1], int):
            return path[:length]
    return path[:1]


def _last_first(path: Path) -> tuple[int, ...]:
    return -len(path), *(-part if isinstance(part, int) else 0 for part in path)


def _take_out(data: dict[str, Any], path: Path, problem: Diagnostic, usual: Mapping[str, Any]) -> str:
    """A sentence about what is taken out at a path; "" when nothing there can go."""
    holder: Any = data
    for part in path[:-1]:
        holder = holder[part]
    shown = _shown(holder[path[-1]])
    if isinstance(path[-1], int):
        del holder[path[-1]]
        if not holder and path[0] in usual:
            data[str(path[0])] = usual[str(path[0])]
    elif path[0] in usual and usual[str(path[0])] != holder[path[0]]:
        holder[path[0]] = usual[str(path[0])]
    else:
        del holder[path[0]]
    return msg("{name}: “{text}” was left out. {reason}", name=str(path[0]), text=shown, reason=problem.message)


def _shown(value: Any) -> str:
    shown = next((value[name] for name in _SAID if value.get(name)), "") if isinstance(value, Mapping) else value
    text = " ".join(str(shown).split())
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rsplit(' ', 1)[0]} …"
