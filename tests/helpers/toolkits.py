"""Toolkits as people get them, in our own words, and what is where in each: the documents in `tests/data/toolkits`.

A document with a TOML file of its name is one of those whose parts are known, which `benchmarks/toolkits.py` counts.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Day = tuple[int, int]
FOLDER = Path(__file__).resolve().parent.parent / "data" / "toolkits"


@dataclass(frozen=True)
class Said:
    """A post: its words, the address and hashtags after them, and the labels that are printed beside it."""

    words: str
    tail: str
    platform: str
    day: Day | None
    file: str

    @property
    def text(self) -> str:
        return f"{self.words} {self.tail}".strip()


@dataclass(frozen=True)
class Part:
    """One week, day or theme: its number in the toolkit, title, dates, and what it asks for."""

    number: int
    title: str
    dates: tuple[Day, Day] | None
    about: str
    actions: tuple[str, ...]
    resources: tuple[tuple[str, str], ...]
    posts: tuple[Said, ...]


@dataclass(frozen=True)
class Truth:
    """One toolkit: file name, year, month, observance, line of the month, parts, and lines that are no content."""

    file: str
    year: int
    month: int
    observance: str
    theme: str
    parts: tuple[Part, ...]
    furniture: tuple[str, ...]
    language: str

    @property
    def posts(self) -> tuple[Said, ...]:
        """Those of all parts."""
        return tuple(post for part in self.parts for post in part.posts)


def toolkit_file(name: str) -> bytes:
    """A toolkit as it is on disk."""
    return (FOLDER / name).read_bytes()


def values(name: str) -> dict[str, Any]:
    """What is said of a toolkit in its TOML file."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _said(row: dict[str, Any]) -> Said:
    day = tuple(row["day"]) if "day" in row else None
    return Said(row["words"], row.get("tail", ""), row.get("platform", ""), day, row.get("file", ""))


def _part(row: dict[str, Any]) -> Part:
    first, last = row.get("dates", (None, None))
    return Part(
        row["number"],
        row["title"],
        (tuple(first), tuple(last)) if first else None,
        row["about"],
        tuple(row["actions"]),
        tuple((title, address) for title, address in row["resources"]),
        tuple(_said(post) for post in row["posts"]),
    )


def truths() -> list[Truth]:
    """All toolkits whose parts are known."""
    found = [values(path.stem) for path in sorted(FOLDER.glob("*.toml"))]
    return [
        Truth(**{**row, "parts": tuple(map(_part, row["parts"])), "furniture": tuple(row["furniture"])})
        for row in found
        if "parts" in row
    ]
