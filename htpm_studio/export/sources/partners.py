"""The list of partner organizations: one row each, every mistake reported (`partner_columns.py` reads lists)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Literal

from htpm_studio.errors import Diagnostic, InputError, StudioError, msg
from htpm_studio.export.disk.names import safe_name
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.hotline.helpline import USUAL, Helpline
from htpm_studio.hotline.numbers import has_number
from htpm_studio.languages.declared import languages
from htpm_studio.project.file_forms import MAX_NAME
from htpm_studio.project.model import (
    Brand,
    clean_organization,
    name_beside_named,
)
from htpm_studio.project.palette import parse_color
from htpm_studio.project.pictures import load_logo, look_at_logo
from htpm_studio.scene.nodes import PictureSource

WHAT = "the list of organizations"
MAX_CELL = 300
LONGEST_FOLDER = 48
ALL = "all"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "organization": ("organization", "organisation", "org", "name", "partner"),
    "logo": ("logo", "logofile"),
    "name_beside": ("name beside", "namebeside", "namebesidelogo", "showname"),
    "color": ("color", "colour", "color1", "colour1", "maincolor", "maincolour"),
    "color2": ("color2", "colour2", "secondcolor", "secondcolour"),
    "contact": ("contact", "contactline", "web", "website", "url"),
    "phone": ("phone", "localphone", "localnumber", "telephone"),
    "week": ("week", "weeks"),
    "language": ("language", "lang"),
    "official": ("official", "signer"),
    "office": ("office",),
    "jurisdiction": ("jurisdiction",),
    "family": ("family", "design", "familyofdesigns"),
}
COLUMN_NAMES = ", ".join(words[0] for words in COLUMNS.values())
EXAMPLE = (
    "organization,logo,color,color2,contact,phone,week\n"
    "Lakeside Network,lakeside.png,#2B5F8A,,lakeside.example,555-0120,2\n"
    "Hillcrest Alliance,hillcrest.svg,#5A3E78,#E0A526,hillcrest.example,,2-3\n"
    "Northfield Council,,,,,,all\n"
)


Flaw = Literal["", "surplus", "unclosed"]
"""What is wrong with a row as a whole: cells beyond the columns, or lines joined by a missing quotation mark."""


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One row as it was written; `line` is where it ends in the file, 0 for a row made by hand."""

    line: int = 0
    organization: str = ""
    logo: str = ""
    color: str = ""
    color2: str = ""
    contact: str = ""
    phone: str = ""
    week: str = ""
    language: str = ""
    flaw: Flaw = ""
    official: str = ""
    office: str = ""
    jurisdiction: str = ""
    name_beside: str = ""
    family: str = ""


def in_cell(field: str, message: str, hint: str = "") -> Diagnostic:
    """What is wrong with one cell of a row, and what to do."""
    return Diagnostic("error", "row", message, field, hint=hint)


@dataclass(frozen=True, slots=True)
class PartnerList:
    """The rows of a list, the folder in which its logos are looked for, and columns that are not used.

    `said` is one line about what each column was taken for, where the program's own headings do not say all of it.
    """

    rows: tuple[PartnerRow, ...]
    folder: Path
    unused: tuple[str, ...] = ()
    said: str = ""


def logo_path(row: PartnerRow, folder: Path) -> Path | None:
    """Where the logo of a row is: beside the list unless the path is whole; None without one.

    Raises InputError for an address on a network.
    """
    if re.match(r"[\\/]{2}|\w{2,}:", row.logo):
        raise InputError(
            msg("{logo} is not a file on this computer.", logo=row.logo[:80]), "Put the logo beside the list."
        )
    return folder / row.logo if row.logo else None


def weeks_of(row: PartnerRow, ready: Sequence[int], default: Sequence[int]) -> tuple[int, ...]:
    """The weeks of a row: "2", "1-3", "1, 3" or "all"; `default` when nothing is said.

    Raises InputError for anything else and for weeks that are not ready.
    """
    text = re.sub(r"\s*[-–]\s*", "-", re.sub("weeks?", "", row.week.lower())).strip()
    if text == ALL:
        return tuple(ready)
    found: list[int] = list(default) if not row.week else []
    for part in filter(None, re.split(r"[,;/ ]+", text)):
        match = re.fullmatch(r"([1-9])(?:-([1-9]))?", part)
        span = range(int(match[1]), int(match[2] or match[1]) + 1) if match else ()
        if not span:
            raise InputError(
                msg('"{week}" is not a week.', week=row.week[:40]),
                msg("Write a week from 1 to {count}, 1-3, or all.", count=max(ready, default=1)),
            )
        found += span
    if missing := [week for week in found if week not in ready]:
        known = ", ".join(str(week) for week in ready)
        raise InputError(
            msg("Week {missing} has no content yet.", missing=missing[0]),
            msg("Weeks that are ready: {known}.", known=known),
        )
    return tuple(dict.fromkeys(found))


def brand_of(row: PartnerRow, folder: Path) -> Brand:
    """The brand of a row with its logo read; raises InputError with the first thing that is wrong."""
    colors = tuple(parse_color(text) for text in (row.color, row.color2) if text)
    logo = _logo(row, folder)
    beside = name_beside_named(row.name_beside or "auto")
    return Brand(
        clean_organization(row.organization),
        colors,
        logo,
        contact=row.contact,
        local_number=row.phone,
        name_beside=beside,
    )


def _logo(row: PartnerRow, folder: Path) -> PictureSource | None:
    path = logo_path(row, folder)
    return load_logo(path) if path else None


def _look(row: PartnerRow, folder: Path) -> None:
    path = logo_path(row, folder)
    if path is not None:
        look_at_logo(path)


def mistakes_of(
    row: PartnerRow, folder: Path, ready: Sequence[int], default: Sequence[int],
    helplines: tuple[Helpline, ...] = USUAL,
) -> tuple[Diagnostic, ...]:  # fmt: skip
    """Everything that is wrong with a row; a logo is looked at, and only read whole by `brand_of`, which takes time."""
    tries = (
        ("organization", lambda: clean_organization(row.organization)),
        ("logo", lambda: _look(row, folder)),
        ("name_beside", lambda: name_beside_named(row.name_beside or "auto")),
        ("color", lambda: parse_color(row.color) if row.color else None),
        ("color2", lambda: parse_color(row.color2) if row.color2 else None),
        ("week", lambda: weeks_of(row, ready, default)),
        ("language", lambda: _language(row.language)),
    )
    found: list[Diagnostic] = []
    for name, attempt in tries:
        try:
            attempt()
        except StudioError as error:
            found.append(in_cell(name, error.message, error.hint))
    found += [
        in_cell(
            cell.name,
            msg('"{name}" is longer than {max_cell} characters.', name=cell.name, max_cell=_most(cell.name)),
            "Shorten it.",
        )
        for cell in fields(row)
        if cell.name not in ("line", "flaw") and len(str(getattr(row, cell.name))) > _most(cell.name)
    ]
    if row.flaw:
        found.append(_FLAWS[row.flaw])
    found += [
        in_cell(cell, sentence, "Write it again.")
        for cell in ("organization", "contact", "phone", "official", "office", "jurisdiction")
        if (sentence := first_near_miss(getattr(row, cell), lines=helplines, beside=False))
    ]
    if row.phone and not has_number(row.phone):
        found.append(
            in_cell("phone", msg("“{phone}” is not a phone number.", phone=row.phone[:40]), "Write all of its digits.")
        )
    if row.color2 and not row.color:
        found.append(in_cell("color", "There is a second color, but no first one.", "Put it into the column color."))
    return tuple(found)


def _most(cell: str) -> int:
    return MAX_NAME if cell in ("official", "office", "jurisdiction") else MAX_CELL


_FLAWS: Mapping[Flaw, Diagnostic] = {
    "surplus": in_cell(
        "organization", msg("The row has more cells than columns."),
        msg("Put quotation marks around text that contains the separator."),
    ),
    "unclosed": in_cell(
        "organization", msg("The row spans several lines and has lost its columns."),
        msg('A quotation mark (") is missing at the end of one of its cells.'),
    ),
}  # fmt: skip


def _language(text: str) -> str:
    if text and text.lower() not in languages():
        raise InputError(
            msg('There is no language "{text}".', text=text[:40]),
            msg("Choose from {names}.", names=", ".join(languages())),
        )
    return text.lower()


def repeated(rows: Sequence[PartnerRow]) -> Iterator[tuple[int, Diagnostic]]:
    """The index of every row that says the same as one before it, and the words for it."""
    seen: dict[tuple[str, str], PartnerRow] = {}
    for index, row in enumerate(rows):
        key = (row.organization.casefold(), row.week.casefold())
        first = seen.setdefault(key, row)
        if first is not row and row.organization:
            pattern = (
                "{name} is already in the list, in line {line}." if first.line else "{name} is already in the list."
            )
            message = msg(pattern, name=row.organization, line=first.line)
            yield index, in_cell("organization", message, "Keep one of them.")


def folder_stem(organization: str) -> str:
    """A name for the folder of an organization; a short hash for a name without Latin letters."""
    name = safe_name(organization, LONGEST_FOLDER)
    if name != "file" or organization.strip().lower() == "file":
        return name
    return f"partner-{hashlib.sha256(organization.encode()).hexdigest()[:8]}"
