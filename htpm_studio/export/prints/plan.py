"""What to print for an event: which files, on which paper, how many copies and sheets for so many people."""

from __future__ import annotations

import math
from collections.abc import Iterable

from htpm_studio.errors import Message
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import page_count
from htpm_studio.export.pages.selection import a_sheet
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.model import Amount

_OTHER = Amount(1, 1, {"en": "one for each person"})
"""How many of a piece of which nothing is declared."""


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One file to print: how many `pieces` (cards, flyers), how many `sheets` of which paper, printed on `sides`.

    With `instead` it takes the place of another file and is not counted.
    """

    spec: FileSpec
    pieces: int
    sheets: int
    paper: str
    sides: int
    why: Message
    instead: bool


def _amount(spec: FileSpec) -> Amount:
    return (spec.print_file.amount if spec.print_file else None) or _OTHER


def pieces_for(spec: FileSpec, people: int) -> int:
    """How many copies of a piece a number of people need; 0 for what takes the place of something else."""
    amount = _amount(spec)
    return 0 if amount.instead else _pieces(spec, amount, people)


def number_for(spec: FileSpec, people: int) -> int:
    """How many copies of a piece a number of people need, also where it takes the place of something else."""
    return _pieces(spec, _amount(spec), people)


def handed_out(specs: Iterable[FileSpec]) -> frozenset[str]:
    """The groups to begin with: what nearly every event hands out; all groups where there is none of these."""
    known = tuple(specs)
    first = frozenset(spec.group for spec in known if spec.print_file and spec.print_file.first)
    return first or frozenset(spec.group for spec in known)


def print_plan(kit: Kit, specs: Iterable[FileSpec], people: int) -> tuple[PrintLine, ...]:
    """A line for each printed file of one paper, in their order."""
    return tuple(_line(kit, spec, people) for spec in specs)


def _line(kit: Kit, spec: FileSpec, people: int) -> PrintLine:
    amount = _amount(spec)
    pieces = _pieces(spec, amount, people)
    sheets = math.ceil(pieces / a_sheet(spec, kit)) * sheets_each(spec, kit)
    return PrintLine(spec, pieces, sheets, paper_of(spec, kit), sides_of(spec, kit), amount.reason, amount.instead)


def sides_of(spec: FileSpec, kit: Kit) -> int:
    """On how many sides of the paper a file is printed: what has a page for each name, on those of one piece."""
    return spec.sides if spec.private else min(page_count(spec, kit.page_inputs), 2)


def sheets_each(spec: FileSpec, kit: Kit) -> int:
    """How many sheets of paper the pages of a file take."""
    return math.ceil(page_count(spec, kit.page_inputs) / sides_of(spec, kit))


def _pieces(spec: FileSpec, amount: Amount, people: int) -> int:
    if spec.private:
        return 1
    if amount.lines:
        rows = spec.pages[0].content[amount.lines]
        return math.ceil(people / len(rows)) if isinstance(rows, tuple) else amount.least
    return max(amount.least, math.ceil(amount.each * people - 1e-9))


def paper_of(spec: FileSpec, kit: Kit) -> str:
    """The paper of a printed file, as people call it; a page that is no whole sheet has the name of its size."""
    size = page_sizes()[kit.resources.sheets.sheets[spec.sheet].page if spec.sheet else spec.pages[0].canvas]
    return size.paper or size.name
