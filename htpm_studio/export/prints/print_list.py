"""The list beside PDFs that are printed elsewhere: what to buy, and how to print each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from htpm_studio.errors import Message, join_messages, msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.prints.plan import PrintLine, counted, kinds_of, sheet_words, sheets_each, to_buy
from htpm_studio.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file by its name, and what is in it; with `copies` these are in the file, which is printed once."""

    name: str
    lines: tuple[PrintLine, ...]
    copies: bool


def print_list(files: Sequence[ListedFile], kit: Kit, *, gray: bool) -> Iterator[str]:
    """The list, a sentence for each row, for whoever prints: a volunteer or a copy shop."""
    title, who = kit.week.title, kit.project.brand.organization
    lines = [line for file in files for line in file.lines]
    kinds = kinds_of([line.spec for line in lines])
    yield f"{who}: {title}" if who else title
    yield ""
    yield msg("What to buy")
    yield from _indented(to_buy(lines))
    yield ""
    yield msg("Print at actual size (100%), not fitted to the page.")
    yield msg("Print them in black and white.") if gray else msg("Print them in color.")
    for file in files:
        yield ""
        yield file.name
        yield from _indented((_how(file, kit), *_what(file, kinds)))


def _how(file: ListedFile, kit: Kit) -> Message:
    """How often a file is printed, on which sides of which paper, and how many sheets that takes."""
    first = file.lines[0]
    sheets = sum(line.sheets for line in file.lines)
    times = 1 if file.copies else first.sheets // sheets_each(first.spec, kit)
    two = any(line.sides > 1 for line in file.lines)
    return join_messages(
        (
            msg("Print it once") if times == 1 else msg("Print it {count} times", count=times),
            msg("both sides (flip on the long edge)") if two else msg("one side"),
            first.stock.words,
            sheet_words(sheets),
        ),
        "; ",
    )


def _what(file: ListedFile, kinds: dict[str, Message]) -> Iterator[Message]:
    for line in file.lines:
        yield join_messages((kinds[line.spec.id], counted(line.spec, line.pieces)), ": ")


def _indented(rows: Iterable[Message]) -> Iterator[Message]:
    return (join_messages(("    ", row), "") for row in rows)
