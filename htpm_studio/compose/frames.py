"""The bound box tree: a template with its content, colors and lengths resolved, before layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from htpm_studio.compose.patch_tiles import Tile
from htpm_studio.compose.styles import StyleSpec
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.library import Drawing
from htpm_studio.project.model import FaceBox
from htpm_studio.scene.nodes import Align, Anchor, Chart, Color, ColorStop, ListStyle, PictureSource, Tag, Written
from htpm_studio.text.flow import Wrap
from htpm_studio.text.headlines import Aim
from htpm_studio.units import Insets

PictureFrame = Literal["full", "soft", "arch", "dot", "capsule", "corner"]
Direction = Literal["column", "row"]
ItemAlign = Literal["start", "center", "end", "stretch"]
Justify = Literal["start", "center", "end", "between", "around", "evenly"]


@dataclass(frozen=True, slots=True)
class PictureRef:
    """A picture as content: its source, the point to keep (fractions), and what it shows.

    `drawn` makes a drawing for the frame that asks for it, and has no source of its own; `moved` says that its user
    chose which part shows. `duotone` paints a photo in two tones of the palette. `people` says that heads may be
    anywhere in a photo: as few of them as can be are cut off; `faces` are where they are known to be. `credit` says who
    took it.
    """

    own: PictureSource | None
    focus: tuple[float, float] = (0.5, 0.4)
    alt: str = ""
    zoom: float = 1.0
    name: str = ""
    drawn: Drawing | None = None
    moved: bool = False
    duotone: bool = False
    people: bool = False
    faces: tuple[FaceBox, ...] = ()
    credit: str = ""

    @property
    def source(self) -> PictureSource:
        """The picture; of a drawing what it shows where no frame asks."""
        if self.own is not None:
            return self.own
        if self.drawn is None:
            raise ValueError(self)
        return self.drawn.whole

    @property
    def key(self) -> str:
        """What it is known by: the name of a drawn scene, the hash of a photo."""
        return self.name or self.source.key


@dataclass(frozen=True, slots=True)
class Layout:
    """What the flexbox engine needs, in points; None means "as large as the content asks"."""

    direction: Direction = "column"
    width: float | None = None
    height: float | None = None
    min_width: float | None = None
    max_width: float | None = None
    min_height: float | None = None
    max_height: float | None = None
    grow: float = 0.0
    shrink: float = 0.0
    self_align: ItemAlign | None = None
    margin: Insets = Insets()
    layer: tuple[float | None, float | None, float | None, float | None] | None = None
    padding: Insets = Insets()
    gap: float = 0.0
    align: ItemAlign = "stretch"
    justify: Justify = "start"
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A line along an edge."""

    width: float
    color: Color
    dashed: bool


@dataclass(frozen=True, slots=True)
class Decor:
    """What a box itself paints: ground, corners, border, rules at its edges (top, right, bottom, left).

    A `fill` may `fade` into another color from top to bottom.
    """

    fill: Color | None = None
    radii: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    border: EdgeLine | None = None
    rules: tuple[EdgeLine | None, EdgeLine | None, EdgeLine | None, EdgeLine | None] = (None, None, None, None)
    fade: Color | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """What a box means: names, structure, and how it may give way."""

    name: str = ""
    tag: Tag = ""
    alt: str = ""
    decorative: bool = False
    appears: bool = False
    running: bool = False
    slot: str = ""
    fixed: bool = False
    drop: int = 0
    clip: bool = False
    turn: float = 0.0
    link: str = ""
    link_text: str = ""
    list_style: ListStyle | None = None
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stroke below some words of a text: where they begin and end in it, and its color."""

    start: int
    end: int
    color: Color


@dataclass(frozen=True, slots=True)
class TextLeaf:
    """A text before measuring: `size` in points, `min_scale` the smallest share of it that is allowed.

    `field` is what the template calls it, `sources` the paths in the page's content that its words come from. With an
    `anchor` it has the whole of its box, however few lines it has; in a `room` of a given height it gives way alone.
    With an `aim` it is a headline that fills its box. Some of its words may have a `stroke` below them; of two
    sentences, what follows the first may have a `second` color. The texts of a `group` are all of one size. `written`
    says which of its letters the user may edit.
    """

    text: str
    style: StyleSpec
    face: str
    size: float
    leading: float
    min_scale: float
    color: Color
    max_lines: int
    align: Align
    wrap: Wrap
    tag: Tag
    field: str
    underlined: bool = False
    fallback_safe: bool = False
    anchor: Anchor | None = None
    room: float | None = None
    sources: tuple[str, ...] = ()
    aim: Aim | None = None
    stroke: Stroke | None = None
    second: Color | None = None
    group: str = ""
    written: tuple[Written, ...] = ()

    @property
    def source(self) -> str:
        """Where its words come from, such as "points.0.head"; "" for words of the template itself."""
        return next(iter(self.sources), "")


@dataclass(frozen=True, slots=True)
class PictureLeaf:
    """A picture that fills its box; `contain` shows all of it instead of cutting.

    `covered` is the share of its width at the left that text is on, `around` the role of the color around it. A `soft`
    one is blurred, with that share of the brand's color over it. Words are on the share `below` of its height.
    """

    ref: PictureRef
    frame: PictureFrame = "full"
    radii: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    contain: bool = False
    covered: float = 0.0
    around: str = ""
    soft: float = 0.0
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class DrawingLeaf:
    """A drawing computed for the final size of its box."""

    recipe: str
    ground: str
    unit: float
    week: int
    seed: int
    numbers: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    colors: tuple[str, ...] = ()
    flip: bool = False
    tiles: tuple[Tile, ...] = ()


@dataclass(frozen=True, slots=True)
class QrLeaf:
    """A QR code for an address, dark modules on a light square with its quiet zone."""

    data: str
    dark: Color
    light: Color
    level: Literal["m", "q"] = "m"


@dataclass(frozen=True, slots=True)
class FieldLeaf:
    """A line to type into, or the place of a `choice`, with the label that is read aloud; `size` in points."""

    label: str
    style: StyleSpec
    size: float
    color: Color
    align: Align
    choice: str = ""


@dataclass(frozen=True, slots=True)
class ScrimLeaf:
    """A ground that fades out from left to right, so that text can be on a picture."""

    stops: tuple[ColorStop, ...]


Leaf = TextLeaf | PictureLeaf | DrawingLeaf | QrLeaf | FieldLeaf | ScrimLeaf


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One box of the bound tree; compared by identity."""

    layout: Layout
    decor: Decor = Decor()
    meta: Meta = Meta()
    leaf: Leaf | None = None
    children: tuple[Frame, ...] = ()

    def walk(self) -> Iterator[Frame]:
        """This box and every box inside, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()
