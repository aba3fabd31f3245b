"""The line of each key of a TOML document, which the standard reader does not give."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")


def key_lines(text: str) -> Mapping[Path, int]:
    """The 1-based line of every table, key and array item of a document that `tomllib` has accepted.

    A path mixes keys and 0-based positions: `("posts", 2, "short")`. Works through multi-line strings, dotted
    and quoted keys, inline tables, nested arrays and arrays of tables.
    """
    return _Walk(text).document()


class KeyLines:
    """The lines of a document that `tomllib` has accepted, found when one is asked for: most files have no mistake."""

    def __init__(self, text: str) -> None:
        self._text = text

    def nearest(self, path: Path) -> int:
        """The line of the path or of the closest table around it; 0 when nothing is known."""
        return nearest_line(self._lines, path)

    @cached_property
    def _lines(self) -> Mapping[Path, int]:
        try:
            return key_lines(self._text)
        except RecursionError:
            return {}


def nearest_line(lines: Mapping[Path, int], path: Path) -> int:
    """The line of the path or of the closest table around it; 0 when nothing is known."""
    for end in range(len(path), 0, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return 0


class _Walk:
    """One pass over a valid document; `at` is the position in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.breaks = [match.start() for match in re.finditer("\n", text)]
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def document(self) -> Mapping[Path, int]:
        prefix: Path = ()
        while True:
            self.skip(_BLANK)
            if self.at >= len(self.text):
                return self.lines
            if self.text[self.at] == "[":
                prefix = self.header()
            else:
                self.pair(prefix)

    def header(self) -> Path:
        start, double = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        names = self.key()
        self.at = self.text.index("]", self.at) + (2 if double else 1)
        path: Path = ()
        for name in names[:-1]:
            path = self.current((*path, name), start)
        path = (*path, names[-1])
        if not double:
            self.note(path, start)
            return path
        self.note(path, start)
        self.counts[path] = self.counts.get(path, -1) + 1
        path = (*path, self.counts[path])
        self.note(path, start)
        return path

    def current(self, path: Path, start: int) -> Path:
        self.note(path, start)
        return (*path, self.counts[path]) if path in self.counts else path

    def pair(self, prefix: Path) -> None:
        start, path = self.at, prefix
        for name in self.key():
            path = (*path, name)
            self.note(path, start)
        self.at = self.text.index("=", self.at) + 1
        self.skip(_SPACE)
        self.value(path)

    def key(self) -> list[str]:
        names = []
        while True:
            self.skip(_SPACE)
            if self.text[self.at] in "\"'":
                names.append(self.quoted_key())
            else:
                names.append(self.take(_BARE_KEY))
            self.skip(_SPACE)
            if self.text[self.at] != ".":
                return names
            self.at += 1

    def quoted_key(self) -> str:
        name: str = tomllib.loads(f"key = {self.take(_STRING)}")["key"]
        return name

    def value(self, path: Path) -> None:
        first = self.text[self.at]
        if first == "[":
            self.array(path)
        elif first == "{":
            self.inline_table(path)
        else:
            self.take(_STRING if first in "\"'" else _SCALAR)

    def array(self, path: Path) -> None:
        self.at += 1
        index = 0
        while True:
            self.skip(_BLANK)
            if self.text[self.at] == "]":
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.note((*path, index), self.at)
            self.value((*path, index))
            index += 1

    def inline_table(self, path: Path) -> None:
        self.at += 1
        while True:
            self.skip(_BLANK)
            if self.text[self.at] == "}":
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.pair(path)

    def note(self, path: Path, start: int) -> None:
        self.lines.setdefault(path, bisect_right(self.breaks, start - 1) + 1)

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(f"no TOML value at position {self.at}")
        self.at = match.end()
        return match.group()
