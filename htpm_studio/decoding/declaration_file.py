"""How declarations are read: strictly, all mistakes of a file at once, each with line and the nearest right name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from htpm_studio.decoding.decode import Check, Decoder
from htpm_studio.decoding.source import KeyPlace, Report, bounded_text, load_toml
from htpm_studio.errors import Problems, in_file, msg
from htpm_studio.scene.quotes import typographic

SCHEMA = 1
MAX_BYTES, MAX_TEXT = 100_000, 2_000
T = TypeVar("T")


def decoder(
    checks: Mapping[type, Check],
    hints: Mapping[tuple[type, str], str] = MappingProxyType({}),
    printed: Callable[[str], str] = typographic,
) -> Decoder:
    """A reader of tables that calls these checks for each finished value of a type; `printed` is how a text is kept."""
    return Decoder(checks, _check_text, hints, printed)


class Versioned(Protocol):
    """A file that says in which form it is written."""

    @property
    def schema(self) -> int:
        """The number of the form."""


def check_schema(found: Versioned, place: KeyPlace) -> None:
    """Report a file in a form that this program does not know."""
    if found.schema != SCHEMA:
        place.child("schema").wrong(msg("schema must be {known}.", known=SCHEMA))


def read_into(report: Report, path: Path, name: str, kind: type[T], reader: Decoder) -> T | None:
    """The value that a file declares, None where something in it is wrong; its mistakes are added to the report."""
    found: T | None = read_as(kind, report, path, name, reader)
    return found


def read_as(kind: Any, report: Report, path: Path, name: str, reader: Decoder) -> Any:
    """The same of any type, such as a table whose names are the file's own."""
    text = bounded_text(path, name, MAX_BYTES, report.problems)
    loaded = None if text is None else load_toml(name, text, report)
    try:
        return reader.value(kind, *loaded) if loaded else None
    except RecursionError:
        report.problems.append(in_file(name, 0, "The values are nested too deeply."))
        return None


def read_declared(kind: Any, path: Path, name: str, what: str, reader: Decoder) -> Any:
    """The value that a file declares; raises Problems, which are those of `what`, with every mistake in it."""
    report = Report()
    found = read_as(kind, report, path, name, reader)
    if found is None or report.problems:
        raise Problems(what, report.problems)
    return found


def _check_text(text: str, place: KeyPlace) -> None:
    if len(text) > MAX_TEXT or not text.isprintable():
        place.wrong(msg("A text must be one line of at most {most} letters.", most=MAX_TEXT))
