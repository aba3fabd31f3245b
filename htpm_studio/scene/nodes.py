"""The closed set of things a page is made of. Values only: nothing here draws, measures or resolves.

Coordinates are absolute page coordinates in points, y downward. A back end paints children in
order and needs no knowledge of templates, campaigns or brands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path as FilePath
from typing import Literal

from htpm_studio.frozen import dataclass
from htpm_studio.units import Box, Size

Tag = Literal[
    "", "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Figure", "Caption", "Link",
    "BlockQuote", "Table", "TR", "TH", "TD",
]  # fmt: skip
"""A standard structure type of PDF (ISO 32000-1, 14.8.4); "" leaves the choice to the node's kind."""

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Bullet = Literal["none", "dot", "square", "number", "check"]


# ------------------------------------------------------------------ paint


@dataclass(frozen=True, slots=True)
class Color:
    """An sRGB color "#RRGGBB" with its palette role, so that a theme can take it over."""

    hex: str
    role: str = ""
    alpha: float = 1.0

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green and blue, each 0 to 255."""
        return int(self.hex[1:3], 16), int(self.hex[3:5], 16), int(self.hex[5:7], 16)


@dataclass(frozen=True, slots=True)
class ColorStop:
    """A color at a place (0 to 1) along a gradient."""

    offset: float
    color: Color


@dataclass(frozen=True, slots=True)
class LinearGradient:
    """A gradient along a line whose ends are fractions of the node's box."""

    start: tuple[float, float]
    end: tuple[float, float]
    stops: tuple[ColorStop, ...]


Paint = Color | LinearGradient


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a given width in points; joins are round."""

    color: Color
    width: float
    cap: Literal["round", "butt"] = "round"
    dash: tuple[float, ...] = ()


# ------------------------------------------------------------------ geometry


@dataclass(frozen=True, slots=True)
class Rectangle:
    """The node's box, with corner radii in points: top left, top right, bottom right, bottom left."""

    radii: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ellipse:
    """The ellipse that fills the node's box."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One step of a path in page coordinates: M x y, L x y, C x1 y1 x2 y2 x y, Z."""

    op: Literal["M", "L", "C", "Z"]
    points: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Any outline; filled by the non-zero rule."""

    segments: tuple[Segment, ...]


Geometry = Rectangle | Ellipse | Path


# ------------------------------------------------------------------ text


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: `name` is unique ("PublicSans-600"), `family` and `bold` name it for Office.

    `held` are the bytes of a font that the user brought, which is no file of the program.
    """

    name: str
    path: FilePath
    family: str
    bold: bool = False
    weight: int = 400
    held: bytes = field(default=b"", repr=False, compare=False)

    def read(self) -> bytes:
        """The bytes of the file; raises OSError where it is missing."""
        return self.held or self.path.read_bytes()

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: size, line pitch and tracking in points."""

    name: str
    face: Face
    size: float
    leading: float
    tracking: float = 0.0
    theme_font: Literal["major", "minor"] = "minor"


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Neighboring glyphs of one face. `x` is the run's start on the page.

    `glyphs`, `offsets` (points from `x`) and `clusters` (index into `text` of the character that a
    glyph belongs to) have one entry a glyph, from left to right; `rises` (points above the baseline) is empty where all
    are on it. A cluster starts at every character, but not in a `joined` run: there glyphs stand for several characters
    or for a part of one, as in Arabic and Devanagari, and it has no tracking. It is `width` points wide.
    """

    face: Face
    text: str
    x: float
    glyphs: tuple[int, ...]
    offsets: tuple[float, ...]
    clusters: tuple[int, ...]
    rises: tuple[float, ...] = ()
    joined: bool = False
    right_to_left: bool = False
    width: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Written:
    """Whose letters `start` to `end` of a text are: those of the edited text at `path`, from `at` on."""

    start: int
    end: int
    path: str
    at: int


@dataclass(frozen=True, slots=True)
class TextLine:
    """One measured line; `text` is what it says, `runs` how it is drawn, both in reading order.

    A line with a `color` is not in that of its text. It begins with the letter `start` of its text.
    """

    text: str
    x: float
    baseline: float
    width: float
    runs: tuple[GlyphRun, ...]
    color: Color | None = None
    start: int = field(default=0, compare=False)

    def underline(self, size: float) -> Box:
        """The stroke below the line in a text of that size."""
        return Box(self.x, self.baseline + 0.1 * size, self.width, 0.06 * size)


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The words of a text that have a stroke below them: from `start` to `end` in it, and the stroke on each line."""

    start: int
    end: int
    color: Color
    strokes: tuple[Box, ...]


# ------------------------------------------------------------------ nodes


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled and/or stroked outline. Always decoration unless a group around it has alt text."""

    name: str
    box: Box
    geometry: Geometry
    fill: Paint | None = None
    stroke: Stroke | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class PictureSource:
    """Clean picture bytes: upright sRGB JPEG or PNG without metadata, or a safe SVG.

    `size` is in pixels (for SVG: its own units); `key` is the SHA-256 of `data`.
    """

    key: str
    kind: Literal["jpeg", "png", "svg"]
    data: bytes = field(repr=False)
    size: tuple[float, float]


@dataclass(frozen=True, slots=True)
class FontSource:
    """One face of a font that the user brought: plain TrueType outlines of one weight.

    `family` and `bold` name it for Office, `editable` says whether it may be given on in a form, `kind` is what it
    looks like (its "panose", ten numbers in hexadecimal); `key` is the SHA-256 of `data`.
    """

    key: str
    data: bytes = field(repr=False)
    family: str
    bold: bool
    weight: int
    editable: bool = True
    kind: str = ""

    @property
    def serif(self) -> bool:
        """Whether its letters have serifs, as far as the file says so."""
        return self.kind[:2] == "02" and "02" <= self.kind[2:4] <= "0A"


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture that shows, as fractions cut away on each side."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class DrawnHead:
    """Where the head of a drawn person is, in shares of the picture's box: their place in the scene, and their id."""

    place: int
    person: str
    box: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that fills its box inside a frame; `alt` is empty only for decoration.

    `slot` names the placeholder that it fills on a slide, `drawn` the scene of the library that it shows, and `heads`
    says who of it is where. Words or patches lie over the share `below` of its height, at its foot.
    """

    name: str
    box: Box
    source: PictureSource
    crop: Crop = Crop()
    frame: Rectangle | Ellipse = Rectangle()
    alt: str = ""
    slot: str = ""
    fixed: bool = False
    drawn: str = ""
    heads: tuple[DrawnHead, ...] = ()
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text in two forms: what it says (`text`, paragraphs split by newline) and its measured lines.

    Where people edit it, it is `typed` without the no-break spaces that only these lines need ("" where it is `text`).

    `box` is the room it has, `measure` the width that its lines were broken for (balanced text is
    narrower than its box). `tag` is its structure type, `slot` the placeholder that it fills.
    Links of a slide are `underlined`, as every presentation program does it. Lines that are fewer than the box has room
    for are where its `anchor` says. An `emphasis` is painted behind the letters. Where it fills a field of the content,
    `limit` is the most letters that it may have; as an item of a list, there are at most so many of them (`most`).
    Which of its words the user may edit is in `written`; two texts that look the same are equal whatever it says.
    """

    name: str
    box: Box
    text: str
    style: TextStyle
    color: Color
    lines: tuple[TextLine, ...]
    measure: float
    align: Align = "left"
    tag: Tag = "P"
    slot: str = ""
    language: str = ""
    fixed: bool = False
    underlined: bool = False
    anchor: Anchor = "top"
    emphasis: Emphasis | None = None
    limit: int = 0
    most: int = 0
    typed: str = ""
    written: tuple[Written, ...] = field(default=(), compare=False)

    @property
    def editable(self) -> str:
        """What it says where people edit it."""
        return self.typed or self.text


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How a list looks where it is one editable text: bullet, its color, indent and gap in points, and its anchor."""

    bullet: Bullet
    color: Color
    indent: float
    gap: float
    anchor: Anchor = "top"


@dataclass(frozen=True, slots=True)
class Chart:
    """What a drawn bar chart shows: its title, and a label and a value for each bar from top to bottom.

    `unit` is what one is of the values in the sheet, such as "million people", `form` how a spreadsheet writes them.
    """

    title: str
    unit: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    form: str = "#,##0"


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that belong together.

    With `alt` the whole group is one figure. With `decorative` everything inside is decoration; what is `running` is
    the head or foot of a page, which a document says again on each of them. What `appears` waits for a click in a show:
    a ground and the words on it. A page or picture has it from the beginning.
    With `slot` and `list_style` a back end that writes editable text makes one placeholder of it,
    one paragraph a list item. `clip` cuts the children, `turn` rotates them (degrees clockwise
    about the middle of the box). With a `chart` the children are its drawing: a label, a shape named "bar" and a value
    for each bar, in turn.
    """

    name: str
    box: Box
    children: tuple[Node, ...]
    tag: Tag = ""
    alt: str = ""
    decorative: bool = False
    appears: bool = False
    slot: str = ""
    list_style: ListStyle | None = None
    clip: Geometry | None = None
    turn: float = 0.0
    fixed: bool = False
    running: bool = False
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A place to click; the children are what shows, `description` is read aloud."""

    name: str
    box: Box
    url: str
    description: str
    children: tuple[Node, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class FormField:
    """A line to type into where the file can do that; on paper and in pictures only the room is there.

    `label` says what belongs there, to people who hear the form. The color is that of the text typed in. A `choice` is
    the answer that is marked there; of those with one label on a page, one is chosen.
    """

    name: str
    box: Box
    label: str
    style: TextStyle
    color: Color
    align: Align = "left"
    fixed: bool = False
    choice: str = ""


Node = Group | Shape | Picture | TextBlock | Link | FormField


# ------------------------------------------------------------------ pages


@dataclass(frozen=True, slots=True)
class Page:
    """One finished page. `layout` is the id of its template; `fixed` nodes are the same on each page of it.

    A page with `bleed` has art that runs on so far past its edges, in points, for a print shop to cut off.
    A page with `advance` goes on by itself after so many seconds; a show of such pages alone starts again at its end.
    An `empty` one is a new slide: beside its nodes it has all places of its layout, which ask for their content.
    """

    name: str
    title: str
    size: Size
    ground: Color
    nodes: tuple[Node, ...]
    layout: str = ""
    layout_title: str = ""
    notes: str = ""
    section: str = ""
    advance: float = 0.0
    bleed: float = 0.0
    empty: bool = False


@dataclass(frozen=True, slots=True)
class OfficeTheme:
    """Theme of an Office file: color slots (dk1 … folHlink -> "#RRGGBB") and which role uses which slot.

    `kinds` says what fonts look like ("panose"), so that Office finds one like it where one is missing. `maps` has the
    grounds ("#RRGGBB") on which the names of colors (bg1, tx1 … folHlink) mean other slots than usual, and which.
    """

    name: str
    colors: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    heading_font: str
    body_font: str
    kinds: tuple[tuple[str, str], ...] = ()
    maps: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


UNDATED = datetime(2000, 1, 1)
"""The date of a file without one."""


@dataclass(frozen=True, slots=True)
class PageRun:
    """So many pages of a document that are printed together, so often; `title` is what they are."""

    title: str
    pages: int
    copies: int


@dataclass(frozen=True, slots=True)
class Document:
    """Pages that make one file. `layouts` holds one sample page a slide layout, for decks; `date` is in UTC.

    `prompts` are what empty places of a slide say in its language, by slot, with "picture" and "text" for all others.

    How paper is printed: in `actual_size` what is cut or folded, and on both sides with the back turned about an edge,
    or on "one side". With `runs`, all pages are in one of them, in their order.
    """

    title: str
    author: str
    language: str
    pages: tuple[Page, ...]
    subject: str = ""
    keywords: tuple[str, ...] = ()
    layouts: tuple[Page, ...] = ()
    theme: OfficeTheme | None = None
    date: datetime = UNDATED
    actual_size: bool = False
    turned_about: Literal["", "long edge", "short edge", "one side"] = ""
    prompts: Mapping[str, str] = field(default_factory=dict, compare=False)
    runs: tuple[PageRun, ...] = ()
