"""Where the files of a campaign pack come from: a folder on the disk, or texts that a saved project carries along."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeAlias

from htpm_studio.decoding.source import Report, bounded_text
from htpm_studio.errors import InputError, Problems, in_file, msg, os_error_text
from htpm_studio.frozen import dataclass

MAX_FILE_BYTES = 1_000_000
MAX_FILES = 200
HEAD = "pack.toml"
FACTS = "facts.toml"
PackTexts: TypeAlias = tuple[tuple[str, str], ...]
"""The files of a pack by their path inside it ("en/week-1.toml"), each with its text, in the order of the paths."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


class PackSource(Protocol):
    """What reading a pack needs to know about its files."""

    @property
    def title(self) -> str:
        """What the pack is called, at the start of a sentence."""

    def languages(self) -> tuple[str, ...]:
        """The names of the languages that have a folder."""

    def names(self, language: str) -> tuple[str, ...]:
        """The names of the TOML files of a language."""

    def has(self, file: str) -> bool:
        """Whether there is such a file."""

    def text(self, file: str, report: Report) -> str | None:
        """The text of a file; None when it cannot be read, with the reason in the report."""


def opened(pack: Path | PackTexts) -> PackSource:
    """The files of a pack; raises InputError when a folder is missing, is no pack, or holds far too much."""
    return _folder(pack) if isinstance(pack, Path) else Carried(dict(pack))


def pack_texts(folder: Path) -> PackTexts:
    """The files of a pack folder as texts, to be carried along; raises Problems for files that cannot be read."""
    source, report = _folder(folder), Report()
    files = [HEAD, *([FACTS] if source.has(FACTS) else [])]
    files += [f"{name}/{file}" for name in source.languages() for file in source.names(name)]
    texts = {file: text for file in files if (text := source.text(file, report)) is not None}
    if report.problems:
        raise Problems(folder.name, report.problems)
    return tuple(sorted(texts.items()))


@dataclass(frozen=True, slots=True)
class Folder:
    """A pack as a folder that was looked at: its languages are known, its files are read one by one."""

    path: Path
    title: str
    found: tuple[str, ...]

    def languages(self) -> tuple[str, ...]:
        """The languages in order."""
        return self.found

    def names(self, language: str) -> tuple[str, ...]:
        """The TOML files of a language in order."""
        return tuple(path.name for path in sorted((self.path / language).glob("*.toml")))

    def has(self, file: str) -> bool:
        """Whether it is a file."""
        return (self.path / file).is_file()

    def text(self, file: str, report: Report) -> str | None:
        """The text, bounded in size."""
        return bounded_text(self.path / file, file, MAX_FILE_BYTES, report.problems)


def _folder(path: Path) -> Folder:
    if not path.is_dir():
        raise InputError(
            msg("There is no campaign pack at {path}.", path=path), "Choose the folder that contains pack.toml."
        )
    if not (path / HEAD).is_file():
        raise InputError(
            msg("{path} is not a campaign pack.", path=path), "A pack is a folder that contains pack.toml."
        )
    try:
        if len(list(islice(path.rglob("*"), MAX_FILES + 1))) > MAX_FILES:
            raise InputError(
                msg("{path} contains more than {max_files} files.", path=path, max_files=MAX_FILES),
                "A campaign pack is much smaller.",
            )
        inside = sorted(path.iterdir())
        found = tuple(entry.name for entry in inside if entry.is_dir() and _LANGUAGE.fullmatch(entry.name))
    except OSError as error:
        raise InputError(
            msg(
                "The campaign pack {path} cannot be read: {reason}.",
                path=path,
                reason=os_error_text(error, reading=True),
            ),
            "Check its permissions.",
        ) from error
    return Folder(path, msg("The campaign pack {path}", path=path), found)


@dataclass(frozen=True, slots=True)
class Carried:
    """A pack as texts by their path."""

    files: Mapping[str, str]
    title: str = msg("The campaign pack in this kit")

    def languages(self) -> tuple[str, ...]:
        """The languages in order."""
        heads = {file.partition("/")[0] for file in self.files if "/" in file}
        return tuple(sorted(head for head in heads if _LANGUAGE.fullmatch(head)))

    def names(self, language: str) -> tuple[str, ...]:
        """The TOML files of a language in order."""
        return tuple(sorted(file.partition("/")[2] for file in self.files if file.startswith(f"{language}/")))

    def has(self, file: str) -> bool:
        """Whether there is such a text."""
        return file in self.files

    def text(self, file: str, report: Report) -> str | None:
        """The text."""
        if file not in self.files:
            report.problems.append(in_file(file, 0, "The file is missing.", "A pack needs it."))
        return self.files.get(file)
