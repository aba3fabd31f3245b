"""The names on certificates: read from a list that people keep, bounded, kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from htpm_studio.errors import InputError, msg
from htpm_studio.project.table_file import read_table, rows_of
from htpm_studio.text.shaping import clean

MOST_NAMES, LONGEST_NAME = 500, 60
_HEADS = re.compile(
    r"(?:(?:first|last|full|given|family)[ _-]?)?names?|participants?|attendees?"
    r"|nombres?(?: (?:y apellidos?|completo))?|apellidos?|participantes?|asistentes?",
    re.IGNORECASE,
)
_PASTED = msg("The list of names")
_WHAT = msg("a table whose first column has a name in each row")


def names_from_file(path: Path) -> tuple[str, ...]:
    """The names in the first column of a CSV file or workbook; raises InputError for a file that has none."""
    return _checked(path.name, read_table(path, _WHAT, workbooks=True))


def names_from_text(text: str) -> tuple[str, ...]:
    """The names in lines that were pasted, one a line or rows of a table; none in an empty text."""
    if not text.strip():
        return ()
    lines = text.splitlines()
    table = "\t" in text or all('"' in line for line in lines if line.strip())
    rows = rows_of(_PASTED, text, _WHAT) if table else enumerate(([line] for line in lines), 1)
    return _checked(_PASTED, rows)


def _checked(source: str, rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[str, ...]:
    names: list[str] = []
    head = True
    for number, row in rows:
        name = " ".join(clean(row[0]).split()) if row else ""
        heading, head = head and _HEADS.fullmatch(name), head and not name
        if not name or heading:
            continue
        if len(name) > LONGEST_NAME:
            raise InputError(
                msg("{name} has a name of more than {most} letters.", name=source, most=LONGEST_NAME),
                msg("Look at row {number}, and shorten it.", number=number),
            )
        names.append(name)
        if len(names) > MOST_NAMES:
            raise InputError(
                msg("{name} has more than {most} names.", name=source, most=MOST_NAMES),
                "Make the certificates in several steps.",
            )
    if not names:
        raise InputError(msg("{name} has no names.", name=source), msg("Choose {what}.", what=_WHAT))
    return tuple(names)
