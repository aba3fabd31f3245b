"""What to print for an event: which files, on which paper, how many copies and sheets for so many people."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from htpm_studio.compose.canvas import CANVASES
from htpm_studio.errors import Saying, say
from htpm_studio.export.kit import Kit
from htpm_studio.export.page_builder import page_count
from htpm_studio.export.prints.event import LINES
from htpm_studio.export.selection import a_sheet
from htpm_studio.export.specs import FileSpec

BIG: Mapping[str, str] = {"tabloid": "11 x 17", "a3": "A3"}
SMALL: Mapping[str, str] = {"letter": "Letter", "a4": "A4"}


@dataclass(frozen=True, slots=True)
class Amount:
    """How many of a piece: `each` for a person, at least `least`; `why` says it in words. None of it with `instead`."""

    each: float
    least: int
    why: Saying
    instead: bool = False


_PERSON = Amount(1, 1, say("one for each person"))
_FEW = Amount(0.1, 2, say("one for every ten people, for readers of large print"))
_ROOM = Amount(0.04, 2, say("for walls and doors"))
AMOUNTS: Mapping[str, Amount] = {
    "flyer": _PERSON,
    "checklist": _PERSON,
    "resources": _PERSON,
    "flyer-large-print": _FEW,
    "checklist-large-print": _FEW,
    "resource-list": Amount(0.1, 1, say("to read at the table")),
    "hotline-cards": Amount(2, 10, say("two for each person: one to keep, one to pass on")),
    "hotline-cards-8up": Amount(2, 8, say("instead of the ten on a sheet, easier to cut"), instead=True),
    "hotline-cards-fold": Amount(2, 4, say("instead of the ten on a sheet, with more room"), instead=True),
    "poster": _ROOM,
    "poster-big": Amount(0.02, 1, say("for the entrance; copy shops have this paper")),
    "tear-off": Amount(0.04, 2, say("for stall doors and notice boards")),
    "table-tent": Amount(0.125, 1, say("one for each table of eight")),
    "table-tents-2up": Amount(0.125, 2, say("instead of the tall tent, on card stock"), instead=True),
    "sign-in": Amount(0, 1, say("one line for each person")),
    "proclamation": Amount(0, 1, say("one to sign")),
}
_OTHER = Amount(1, 1, say("one for each person"))
FIRST = ("flyer", "checklist", "hotline-cards")
"""What nearly every event hands out, by group."""


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One file to print: how many `pieces` (cards, flyers), how many `sheets` of which paper, printed on `sides`.

    With `instead` it takes the place of another file and is not counted.
    """

    order: FileSpec
    pieces: int
    sheets: int
    paper: str
    sides: int
    why: Saying
    instead: bool


def pieces_for(order: FileSpec, people: int) -> int:
    """How many of a piece so many people need; 0 for what takes the place of something else."""
    amount = AMOUNTS.get(order.group, _OTHER)
    return 0 if amount.instead else _pieces(order, amount, people)


def number_for(order: FileSpec, people: int) -> int:
    """How many of a piece so many people need, also where it takes the place of something else."""
    return _pieces(order, AMOUNTS.get(order.group, _OTHER), people)


def handed_out(orders: Iterable[FileSpec]) -> frozenset[str]:
    """The groups to begin with: what nearly every event hands out; all groups where there is none of these."""
    groups = frozenset(order.group for order in orders)
    return groups.intersection(FIRST) or groups


def print_plan(kit: Kit, orders: Iterable[FileSpec], people: int) -> tuple[PrintLine, ...]:
    """A line for each printed file of one paper, in their order."""
    return tuple(_line(kit, order, people) for order in orders)


def _line(kit: Kit, order: FileSpec, people: int) -> PrintLine:
    amount = AMOUNTS.get(order.group, _OTHER)
    pages = page_count(order, kit)
    pieces = _pieces(order, amount, people)
    sheets = math.ceil(pieces / a_sheet(order, kit)) * math.ceil(pages / 2)
    return PrintLine(order, pieces, sheets, paper_of(order, kit), min(pages, 2), amount.why, amount.instead)


def _pieces(order: FileSpec, amount: Amount, people: int) -> int:
    if order.group == "sign-in":
        return math.ceil(people / LINES[order.path.split("/")[1]])
    return max(amount.least, math.ceil(amount.each * people - 1e-9))


def paper_of(order: FileSpec, kit: Kit) -> str:
    """The paper of a printed file, as people call it."""
    if order.sheet:
        return SMALL[kit.resources.sheets.sheets[order.sheet].page]
    canvas = order.pages[0].canvas
    size = CANVASES[canvas].size
    return BIG.get(canvas) or next(name for paper, name in SMALL.items() if CANVASES[paper].size == size)
