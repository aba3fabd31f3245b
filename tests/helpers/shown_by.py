"""Documents with what becomes of them, many in one file of `tests/data`.

A line that begins with "=== " says what one shows ("[text]" after it: it is plain text, not Markdown). Below is the
document, and after "->" what becomes of it: nothing where that is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "data"
HEAD, TEXT, BECOMES = "=== ", " [text]", "->"


@dataclass(frozen=True)
class Shown:
    """A document: the file that it is in, what it shows, its text, whether that is Markdown, and what becomes of it."""

    path: Path
    sentence: str
    text: str
    markdown: bool
    lines: tuple[str, ...]

    def __str__(self) -> str:
        """As it stands in its file."""
        head = f"{HEAD}{self.sentence}{'' if self.markdown else TEXT}"
        return "\n".join((head, self.text, *(f"{BECOMES} {line}".rstrip() for line in self.lines or ("",)), ""))


def shown_in(names: str) -> list[Shown]:
    """The documents of some files."""
    return [one for path in sorted(DATA.glob(names)) for one in _read(path)]


Rule = tuple[Shown, ...]
"""Documents that show one thing: they have the same sentence, with "(1)", "(2)" and so on after it."""
Becomes = Callable[[Rule, Callable[[Shown], Iterable[str]]], None]


def each_of(names: str) -> pytest.MarkDecorator:
    """A test of each rule that the documents of some files show."""
    rules = [(name, tuple(some)) for name, some in groupby(shown_in(names), lambda one: _name(one.sentence))]
    return pytest.mark.parametrize("rule", [some for _, some in rules], ids=[name for name, _ in rules])


def _name(sentence: str) -> str:
    return re.sub(r" \(\d+\)$", "", sentence)


def _read(path: Path) -> Iterable[Shown]:
    for part in f"\n{path.read_text(encoding='utf-8')}".split(f"\n{HEAD}")[1:]:
        sentence, *rows = part.split("\n")
        lines = tuple(row.removeprefix(BECOMES).strip() for row in rows if row.startswith(BECOMES))
        lines = () if lines == ("",) else lines
        text = "\n".join(rows[: next(at for at, row in enumerate(rows) if row.startswith(BECOMES))])
        yield Shown(path, sentence.removesuffix(TEXT), text, not sentence.endswith(TEXT), lines)
