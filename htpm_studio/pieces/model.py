"""A piece as it is declared: its pages and their fields, its files, its words, and what it takes from the campaign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal, TypeAlias, get_args

from htpm_studio.decoding.lines import KeyLines, Path
from htpm_studio.decoding.values import Fields, Fits, Most, within
from htpm_studio.errors import Diagnostic, Message, in_file, msg
from htpm_studio.frozen import dataclass
from htpm_studio.languages.model import InEnglish
from htpm_studio.pieces.sheet_layout import SheetRow
from htpm_studio.pieces.sizes import Medium

PIECE = "piece.toml"
"""The file in which a piece is declared."""

Kind = Literal["text", "icon", "scene", "source", "address", "site", "list", "rows", "group"]
TextSource = Literal["words", "evaluation", "proclamation"]
ListSource = Literal["names", "resources", "guide", "session", "tally"]
EntrySource = Literal["handout", "post", "slide", "design", "week"]
Source: TypeAlias = TextSource | ListSource | EntrySource
Paper = Literal["letter", "a4"]
PrintFormat = Literal["pdf", "pptx"]
Preset = Literal["table", "training"]
Register = Literal["number", "person", "photo", "wall", "paper"]
"""How a post speaks in a feed: by a numeral, a face, a picture, words that fill a field of color, or a quiet sheet."""

DoorName = Literal["train", "post", "print", "meet", "publish"]
DOORS: tuple[DoorName, ...] = get_args(DoorName)
PAPERS: tuple[Paper, ...] = get_args(Paper)
PRESETS: tuple[Preset, ...] = get_args(Preset)
"""What an order is for: what lies on an information table, and what an hour of training needs."""
RowCount = Annotated[int, within(1, 200)]
OnBoth = Fits(msg("a table with letter and a4"), lambda counts: len(counts) == len(PAPERS))


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What one field may hold: at most `limit` characters, at most `most` items with these `parts`.

    A needed field may be missing where the field named `instead` is given.
    """

    kind: Kind = "text"
    limit: int = 0
    most: int = 0
    needed: bool = True
    parts: Mapping[str, FieldSpec] = field(default_factory=dict)
    instead: str = ""


FieldLimits: TypeAlias = Mapping[str, FieldSpec]
"""The fields of a page that content may fill, in the order in which an editor lists them."""


def spec_at(fields: FieldLimits, place: str) -> FieldSpec | None:
    """What a text may hold that comes from a place in the content, such as "left.items.1"; None for no field."""
    first, *steps = place.split(".")
    found = fields.get(first)
    for step in steps:
        found = found.parts.get(step, found) if found else None
    return found


@dataclass(frozen=True, slots=True)
class ContentSource:
    """Where the content of a piece is from: a `text` of every week, a `list`, or an `entry` that names its design.

    A list is in the rows of one page. That of names, which the user brings, has a page for each instead, with the name
    in the field `each`; with `training`, `course` and `detail` are the title and minutes of the week's training, and
    there is no such piece in a week without one.
    """

    text: TextSource | None = None
    list: ListSource | None = None
    entry: EntrySource | None = None
    each: str = ""
    training: bool = False

    @property
    def name(self) -> Source:
        """What the text, list or entry is called; a checked source has one of them."""
        return self.text or self.list or self.entry or "words"


@dataclass(frozen=True, slots=True)
class PieceSide:
    """One page design of a piece, in the file of its name: the fields that content may fill, and what fills them.

    `title` is what people call the design. `content` is text with names in braces, such as "{words.print.tent_head}";
    `rows` are empty rows, so many on each paper. `fields_of` names the page with the same fields. Of a design for
    posts, `registers` say how it speaks on a ground of color and on a light one, `room` how many letters of a text, or
    of each item of a list, it has room for where that is fewer than the limit, and `grounds` on what it can be, where
    not on those of the piece.
    """

    title: Annotated[Mapping[str, str], InEnglish]
    fields: Mapping[str, FieldSpec] = field(default_factory=dict)
    fields_of: str = ""
    content: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Annotated[Mapping[Paper, RowCount], OnBoth]] = field(default_factory=dict)
    registers: Annotated[tuple[Register, ...], Most(2)] = ()
    room: Mapping[str, Annotated[int, within(1, 1000)]] = field(default_factory=dict)
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OnPaper:
    """How a file comes on a paper: the page size, the sheet that the pages lie on, a name of its own."""

    size: str
    sheet: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """How many an event needs: `each` for a person, at least `least`; `why` says it in words.

    An order for one of the `presets` has it. `lines` names the rows of which each person takes one.
    """

    each: Annotated[float, within(0.0, 1000.0)]
    least: Annotated[int, within(0, 100_000)]
    why: Annotated[Mapping[str, str], InEnglish]
    presets: tuple[Preset, ...] = ()
    lines: str = ""

    @property
    def reason(self) -> Message:
        """Why an event needs this many."""
        return Message(self.why["en"])


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One printed file of a piece. In its names, {id} is the piece's own; in its title, {title} is what it is called.

    An order calls it by its `kind`, else by the title of its first page, counts it in the words of `one` and `many`,
    else in copies, and prints it on a `stock`, which `words.toml` describes. `shop` is worth a print shop, and
    `one_ink` can be had for copiers. A file that people change is also made in another of the `formats`.
    """

    pages: Annotated[tuple[str, ...], Most(2)]
    letter: OnPaper
    a4: OnPaper
    name: str = "{id}"
    group: str = ""
    title: str = "{title}"
    amount: Amount | None = None
    kind: Annotated[Mapping[str, str], InEnglish] = field(default_factory=dict)
    one: Annotated[Mapping[str, str], InEnglish] = field(default_factory=dict)
    many: Annotated[Mapping[str, str], InEnglish] = field(default_factory=dict)
    stock: str = "paper"
    shop: bool = False
    one_ink: bool = False
    formats: tuple[PrintFormat, ...] = ("pdf",)

    def on(self, paper: Paper) -> OnPaper:
        """How it comes on that paper."""
        return self.letter if paper == "letter" else self.a4


@dataclass(frozen=True, slots=True)
class Stock:
    """What people ask for in a shop, by paper: the words around the name of the size. A ream has `ream` sheets.

    Where it is `ordered`, a copy shop has the paper and prints on it.
    """

    letter: Annotated[Mapping[str, str], InEnglish]
    a4: Annotated[Mapping[str, str], InEnglish]
    ream: Annotated[int, within(0, 5000)] = 0
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Continues:
    """The list that goes on to a further slide, and how many entries one slide takes."""

    field: str
    most: int


@dataclass(frozen=True, slots=True)
class PieceSpec:
    """A declaration as it is written. `order` is its place among those of its medium.

    `takes` says where its content is from. `languages` is in how many languages its pages are side by side, each of
    which is called `one`. `claims` makes a handout with this design a piece of this kind. `flow` names the list that
    goes on to further pages. `hotline` says that the number must be on it. `grounds` are those that the design can be
    on, its own first; `photos` names the piece of its medium that takes the same words and stands in for it where it
    gets a photo, `also` one that takes the same words where a feed needs another register. `sample` are the prompts of
    a slide layout. One that is offered for new slides has its place among those, from 1, as `new_slide`. The words of a
    `legal` piece are those of official papers. `use` says what it is for, and `door` behind which door of START-HERE it
    is, where that is not the one of its medium.
    """

    schema: int
    order: int
    takes: ContentSource
    page: Mapping[str, PieceSide]
    file: tuple[PrintFile, ...] = ()
    sheet: tuple[SheetRow, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    languages: Annotated[int, within(1, 4)] = 1
    one: str = ""
    claims: bool = False
    flow: str = ""
    hotline: bool = True
    grounds: tuple[str, ...] = ()
    photos: str = ""
    also: str = ""
    continues: Continues | None = None
    legal: bool = False
    use: Annotated[Mapping[str, str], InEnglish] = field(default_factory=dict)
    door: DoorName | None = None
    new_slide: Annotated[int, within(0, 1000)] = 0
    sample: Mapping[str, Fields] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PieceDeclaration:
    """A piece that a kit can hold, such as "print/flyer", with all that is declared of it."""

    id: str
    medium: Medium
    spec: PieceSpec
    lines: KeyLines = field(default=KeyLines(""), compare=False, repr=False)

    def mistake(self, path: Path, message: str, hint: str = "") -> Diagnostic:
        """What is wrong at a key of the declaration, with the line of the key or of the table around it."""
        return in_file(f"{self.id}/{PIECE}", self.lines.nearest(path), message, hint)

    @property
    def name(self) -> str:
        """Its name within its medium, which is that of its folder."""
        return self.id.partition("/")[2]

    def template(self, page: str) -> str:
        """The id of the template of a page."""
        return f"{self.medium}/{page}"

    @property
    def templates(self) -> tuple[str, ...]:
        """The ids of the templates of all pages."""
        return tuple(self.template(page) for page in self.spec.page)

    def fields(self, page: str) -> FieldLimits:
        """The fields that content may fill on a page."""
        side = self.spec.page[page]
        return self.spec.page[side.fields_of].fields if side.fields_of else side.fields
