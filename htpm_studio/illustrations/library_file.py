"""How files of the library are read: strictly, and refused with every mistake in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from htpm_studio.decoding.declaration_file import read_as
from htpm_studio.decoding.decode import Check, Decoder
from htpm_studio.decoding.source import KeyPlace, Report
from htpm_studio.decoding.values import InOrder, within
from htpm_studio.errors import Problems, msg

MAX_TEXT, FARTHEST = 200, 10_000.0
Far = Annotated[float, within(-FARTHEST, FARTHEST)]
Point = Annotated[tuple[Far, Far], InOrder(msg("two numbers in square brackets"))]
"""How far to the right and how far down."""


def read_file(folder: Path, name: str, kind: Any, checks: Mapping[Any, Check]) -> Any:
    """The value that a TOML file below a folder declares; raises Problems with every mistake in it."""
    report = Report()
    found = read_as(kind, report, folder / name, name, Decoder(checks, _check_text, printed=str))
    if found is None or report.problems:
        raise Problems(msg("The file {file}", file=name), report.problems)
    return found


def _check_text(text: str, place: KeyPlace) -> None:
    if len(text) > MAX_TEXT or not text.isprintable():
        place.wrong(msg("{key} must be one line of at most {most} letters.", key=place.label, most=MAX_TEXT))
