"""An order of prints: what so many people need, how many sheets of which paper that takes, and what to buy for it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence

from htpm_studio.errors import Message, join_messages, msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import page_count
from htpm_studio.export.pages.selection import a_sheet
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.pieces.model import Amount, Preset, Stock

_OTHER = Amount(1, 1, {"en": "one for each person"})
"""How many of a piece of which nothing is declared."""


@dataclass(frozen=True, slots=True)
class PaperStock:
    """What a file is printed on: a stock, the paper's size, and the paper that is usual there ("letter" or "a4")."""

    name: str
    size: str
    usual: str

    @property
    def words(self) -> Message:
        """What people ask for in a shop: "Letter card stock, 80 lb cover"."""
        words = self.declared.a4 if self.usual == "a4" else self.declared.letter
        return Message(words["en"], (("paper", Message(self.size)),))

    @property
    def declared(self) -> Stock:
        """What is said of the stock."""
        return pieces().common.stock[self.name]


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One file to print: how many `pieces` (cards, flyers), how many `sheets` of which stock, printed on `sides`."""

    spec: FileSpec
    pieces: int
    sheets: int
    stock: PaperStock
    sides: int
    why: Message


def _amount(spec: FileSpec) -> Amount:
    return (spec.print_file.amount if spec.print_file else None) or _OTHER


def pieces_for(spec: FileSpec, people: int) -> int:
    """How many copies of a piece a number of people need; of what has a page for each name, as many as there are."""
    amount = _amount(spec)
    if spec.private:
        return len(spec.pages) // spec.sides
    if amount.lines:
        rows = spec.pages[0].content[amount.lines]
        return math.ceil(people / len(rows)) if isinstance(rows, tuple) else amount.least
    return max(amount.least, math.ceil(amount.each * people - 1e-9))


def in_presets(specs: Iterable[FileSpec], presets: Collection[Preset]) -> tuple[FileSpec, ...]:
    """The files that an order of these kinds has; those for a list of names only where there are names."""
    return tuple(spec for spec in specs if not lacks_names(spec) and set(presets) & set(_amount(spec).presets))


def lacks_names(spec: FileSpec) -> bool:
    """Whether a file is for a list of names that nobody has given."""
    piece = pieces().with_template(spec.pages[0].template)
    return piece is not None and bool(piece.spec.takes.each) and not spec.private


def print_plan(kit: Kit, specs: Iterable[FileSpec], people: int) -> tuple[PrintLine, ...]:
    """A line for each printed file of one paper, in their order."""
    return tuple(print_line(kit, spec, pieces_for(spec, people)) for spec in specs)


def print_line(kit: Kit, spec: FileSpec, count: int) -> PrintLine:
    """The line for so many pieces of a file."""
    copies = 1 if spec.private else math.ceil(count / a_sheet(spec, kit))
    sheets = copies * sheets_each(spec, kit)
    return PrintLine(spec, count, sheets, stock_of(spec, kit), sides_of(spec, kit), _amount(spec).reason)


def sides_of(spec: FileSpec, kit: Kit) -> int:
    """On how many sides of the paper a file is printed: what has a page for each name, on those of one piece."""
    return spec.sides if spec.private else min(page_count(spec, kit.page_inputs), 2)


def sheets_each(spec: FileSpec, kit: Kit) -> int:
    """How many sheets of paper the pages of a file take."""
    return math.ceil(page_count(spec, kit.page_inputs) / sides_of(spec, kit))


def paper_of(spec: FileSpec, kit: Kit) -> str:
    """The paper of a printed file, as people call it; a page that is no whole sheet has the name of its size."""
    size = page_sizes()[kit.resources.sheets.sheets[spec.sheet].page if spec.sheet else spec.pages[0].canvas]
    return size.paper or size.name


# ------------------------------------------------------------------ in words


def kind_of(spec: FileSpec) -> Message:
    """What a printed file is, and not what it says: "Flyer", "Hotline cards"."""
    kind = spec.print_file.kind if spec.print_file else {}
    template = spec.pages[0].template
    piece = pieces().with_template(template)
    title = piece.spec.page[template.partition("/")[2]].title if piece else {"en": spec.title}
    return Message((kind or title)["en"])


def kinds_of(specs: Sequence[FileSpec]) -> dict[str, Message]:
    """What each file is, by its id; where several are of one kind, with its title."""
    kinds = [kind_of(spec) for spec in specs]
    return {
        spec.id: kind if kinds.count(kind) == 1 else join_messages((kind, spec.title), ": ")
        for spec, kind in zip(specs, kinds, strict=True)
    }


def counted(spec: FileSpec, count: int) -> Message:
    """So many pieces: "120 cards"."""
    file = spec.print_file
    if count == 1:
        return Message(file.one["en"]) if file and file.one else msg("1 copy")
    return Message(file.many["en"] if file and file.many else msg("{n} copies").template, (("n", str(count)),))


def sheet_words(sheets: int) -> Message:
    """So many sheets of paper: "12 sheets"."""
    return msg("1 sheet") if sheets == 1 else msg("{sheets} sheets", sheets=sheets)


def stock_of(spec: FileSpec, kit: Kit) -> PaperStock:
    """What a file is printed on."""
    name = spec.print_file.stock if spec.print_file else next(iter(pieces().common.stock))
    return PaperStock(name, paper_of(spec, kit), spec.path.split("/")[1])


def by_stock(lines: Iterable[PrintLine]) -> dict[PaperStock, list[PrintLine]]:
    """The lines of each stock, in the order in which stocks are declared."""
    order = list(pieces().common.stock)
    found: dict[PaperStock, list[PrintLine]] = {}
    for line in sorted(lines, key=lambda line: order.index(line.stock.name)):
        found.setdefault(line.stock, []).append(line)
    return found


def to_buy(lines: Iterable[PrintLine]) -> tuple[Message, ...]:
    """A sentence for each paper that an order takes: "1 ream of Letter paper, 20 lb (130 sheets)"."""
    return tuple(_bought(stock, same) for stock, same in by_stock(lines).items())


def _bought(stock: PaperStock, lines: Sequence[PrintLine]) -> Message:
    count = sum(line.sheets for line in lines)
    sheets, words, ream = sheet_words(count), stock.words, stock.declared.ream
    if stock.declared.ordered:
        wanted = join_messages((counted(line.spec, line.pieces) for line in lines), ", ")
        return msg("{pieces}, {paper}: order at a copy shop", pieces=wanted, paper=Message(stock.size))
    if not ream:
        kinds = join_messages(dict.fromkeys(kind_of(line.spec) for line in lines), ", ")
        return msg("{sheets} of {stock}: {kinds}", sheets=sheets, stock=words, kinds=kinds)
    if count <= ream:
        return msg("1 ream of {stock} ({sheets})", stock=words, sheets=sheets)
    return msg("{n} reams of {stock} ({sheets})", n=math.ceil(count / ream), stock=words, sheets=sheets)
