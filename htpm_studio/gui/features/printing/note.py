"""The note beside saved PDFs: how many copies of each, on which paper and on how many sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from htpm_studio.export.kit import Kit
from htpm_studio.export.page_builder import page_count
from htpm_studio.export.prints.plan import paper_of, sheets_each, sides_of
from htpm_studio.export.selection import a_sheet
from htpm_studio.export.specs import FileSpec
from htpm_studio.frozen import dataclass


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One file by its name: what it is, how many `pieces` of it are wanted, and how often it is printed for that."""

    name: str
    order: FileSpec
    pieces: int
    copies: int


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintNote", text)


def note_name() -> str:
    """What the note is called."""
    return _tr("print-list.txt")


def is_needed(lines: Sequence[NoteLine], kit: Kit) -> bool:
    """Whether there is something to say: a single sheet, once and on one side, explains itself."""
    return len(lines) > 1 or any(line.copies > 1 or page_count(line.order, kit) > 1 for line in lines)


def print_note(lines: Sequence[NoteLine], kit: Kit, *, gray: bool) -> str:
    """The note as text, for whoever prints the files: a volunteer or a copy shop."""
    title = kit.week.title
    who = kit.project.brand.organization
    color = _tr("Print them in black and white.") if gray else _tr("Print them in color.")
    rows = [
        f"{who}: {title}" if who else title,
        "",
        _tr("Print each file the number of times given here, at actual size (100%), not fitted to the page."),
        color,
    ]
    totals = Counter[str]()
    for line in lines:
        sheets = line.copies * sheets_each(line.order, kit)
        totals[paper_of(line.order, kit)] += sheets
        rows += ["", line.name, *(f"    {row}" for row in _about(line, kit, sheets))]
    together = [_tr("{paper}: {sheets}").format(paper=one, sheets=sheet_words(count)) for one, count in totals.items()]
    return "\n".join([*rows, "", _tr("Together"), *(f"    {row}" for row in together), ""])


def _about(line: NoteLine, kit: Kit, sheets: int) -> list[str]:
    copies = _tr("1 copy") if line.copies == 1 else _tr("{count} copies").format(count=line.copies)
    two = sides_of(line.order, kit) > 1
    sides = _tr("both sides (flip on the long edge)") if two else _tr("one side")
    rows = [line.order.title.rstrip("."), f"{copies}, {sides}, {paper_of(line.order, kit)}, {sheet_words(sheets)}"]
    if (each := a_sheet(line.order, kit)) > 1:
        words = _tr("{each} on each sheet, {pieces} wanted").format(each=each, pieces=line.pieces)
        rows.append(words)
    return rows


def sheet_words(sheets: int) -> str:
    """So many sheets of paper, in words."""
    return _tr("1 sheet of paper") if sheets == 1 else _tr("{sheets} sheets of paper").format(sheets=sheets)
