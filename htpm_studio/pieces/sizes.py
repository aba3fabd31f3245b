"""Every page size, read from the file that declares them: dimensions, names, safe areas, and how pictures are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from htpm_studio.errors import Message, msg
from htpm_studio.pieces.reading import SCHEMA, decoder, read_table
from htpm_studio.toml.source import KeyPlace, nearest, short
from htpm_studio.units import POINTS_PER_INCH, POINTS_PER_MM, Box, Size

Medium = Literal["deck", "background", "social", "print"]
Shape = Literal["square", "tall", "wide", "page", "small"]
SHAPES: tuple[Shape, ...] = ("square", "tall", "wide", "page", "small")
"""The classes that templates lay pages out for: a size with the same shape works with all of them."""

NOT = "not"
MEASURES: Mapping[str, float] = {"pt": 1.0, "in": POINTS_PER_INCH, "mm": POINTS_PER_MM}
PAPER_DPI = 150.0
AREAS = ("safe", "profile", "logo", "person", "label", "edges")
"""What is known of parts of a page; the file says what each means."""


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """How a page becomes a picture: its format with and without a photo, the most bytes, pixels for each point."""

    photo: Literal["png", "jpg"]
    flat: Literal["png", "jpg"]
    most: int = 0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class App:
    """A program that takes a picture of a page size, at most `most` bytes."""

    name: str
    most: int


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page size. `unit` is the spacing unit s in points, `scale` names the type scale of the style sheet.

    `names` are what it is called, by language. `paper` is what a person asks for in a shop, for a size that is a whole
    sheet of paper. `safe_areas` are kinds of area with their boxes in points, also what any printer reaches
    ("printer"). A `mirrored` page is seen the other way round on the user's own screen.
    """

    id: str
    names: Mapping[str, str]
    medium: Medium
    size: Size
    unit: float
    scale: str
    shape: Shape
    paper: str = ""
    safe_areas: Mapping[str, tuple[Box, ...]] = field(default_factory=dict)
    mirrored: bool = False
    picture: PictureFormat | None = None
    apps: tuple[App, ...] = ()

    @property
    def name(self) -> Message:
        """What it is called; translated as the file says."""
        return Message(self.names["en"])

    @property
    def is_paper(self) -> bool:
        """Whether the page is printed."""
        return self.medium == "print"

    @property
    def density(self) -> float:
        """How many pixels of a photo a point needs: as many as a picture of the page has, 150 an inch on paper."""
        return self.picture.scale if self.picture else PAPER_DPI / POINTS_PER_INCH

    @property
    def shows_order(self) -> bool:
        """Whether the order matters in which its texts are read aloud: on slides and whole pages, not on cards."""
        return self.medium == "deck" or (self.is_paper and self.shape != "small")

    @property
    def most_bytes(self) -> int | None:
        """How large a picture of the page may be; None without a limit."""
        return (self.picture.most or None) if self.picture else None

    def format(self, *, photo: bool) -> Literal["png", "jpg"]:
        """The format of a picture of the page, with or without a photo."""
        if self.picture is None:
            return "png"
        return self.picture.photo if photo else self.picture.flat

    def answers(self, words: Iterable[str]) -> bool:
        """Whether these words mean this size: its id or its shape is among them, or is not after "not"."""
        first, *others = words
        if first == NOT:
            return not self.answers(others) if others else True
        return any(word in (self.id, self.shape) for word in (first, *others))


NO_SIZE = PageSize("", {"en": ""}, "social", Size(1, 1), 1, "", "square")
"""Where no page is shown."""


@dataclass(frozen=True, slots=True)
class PageSizes:
    """All page sizes by id, in the order of the file.

    `words` are what templates call them by, ids and shapes; `checked` is when limits of other programs were looked up.
    """

    by_id: Mapping[str, PageSize]
    words: frozenset[str]
    checked: str

    def __getitem__(self, size: str) -> PageSize:
        """The page size of that id."""
        return self.by_id[size]

    def __contains__(self, size: object) -> bool:
        """Whether there is a page size of that id."""
        return size in self.by_id

    def __iter__(self) -> Iterator[PageSize]:
        """The page sizes in the order of the file."""
        return iter(self.by_id.values())

    def of(self, medium: str) -> tuple[PageSize, ...]:
        """The page sizes of a medium."""
        return tuple(one for one in self if one.medium == medium)

    def first(self, medium: str) -> PageSize:
        """The page size that stands for a medium where one picture or one text serves all of its sizes."""
        return self.of(medium)[0]

    def served(self, medium: str, words: Iterable[str]) -> tuple[str, ...]:
        """The ids that words of a template mean: sizes by their id, and those of its medium by their shape."""
        words = tuple(words)
        named = dict.fromkeys(word for word in words if word in self.by_id)
        shaped = dict.fromkeys(one.id for one in self.of(medium) if one.shape in words)
        return tuple(one for one in self.by_id if one in shaped or one in named)


@dataclass(frozen=True, slots=True)
class _Row:
    """One size as it is written; lengths in `measure`."""

    id: str
    name: Mapping[str, str]
    medium: Medium
    width: float
    height: float
    unit: float
    scale: str
    shape: Shape
    measure: Literal["pt", "in", "mm"] = "pt"
    paper: str = ""
    printer_edge: float = 0.0
    safe_areas: Mapping[str, tuple[tuple[float, ...], ...]] = field(default_factory=dict)
    mirrored: bool = False
    picture: PictureFormat | None = None
    app: tuple[App, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """The whole file."""

    schema: int
    checked: str
    size: tuple[_Row, ...]


def read_sizes(path: Path) -> PageSizes:
    """Read the page sizes; raises Problems with every mistake in the file."""
    found = read_table(
        path, path.name, _File, decoder({_File: _check_file, _Row: _check_row}), "The file of page sizes"
    )
    words = frozenset((*(row.id for row in found.size), *(row.shape for row in found.size)))
    return PageSizes(MappingProxyType({row.id: _size(row) for row in found.size}), words, found.checked)


def _size(row: _Row) -> PageSize:
    size = Size(row.width * MEASURES[row.measure], row.height * MEASURES[row.measure])
    areas = {kind: tuple(_box(edges) for edges in boxes) for kind, boxes in row.safe_areas.items()}
    if row.printer_edge:
        edge = row.printer_edge * MEASURES[row.measure]
        areas["printer"] = (Box(edge, edge, size.width - 2 * edge, size.height - 2 * edge),)
    return PageSize(
        row.id, row.name, row.medium, size, row.unit, row.scale, row.shape, row.paper, areas,
        row.mirrored, row.picture, row.app,
    )  # fmt: skip


def _box(edges: tuple[float, ...]) -> Box:
    left, top, right, bottom = edges
    return Box(left, top, right - left, bottom - top)


def _check_file(found: _File, place: KeyPlace) -> None:
    if found.schema != SCHEMA:
        place.child("schema").wrong(msg("schema must be {known}.", known=SCHEMA))


def _check_row(row: _Row, place: KeyPlace) -> None:
    place.child("id").once("page size", row.id)
    if row.id in SHAPES and row.id != row.shape:
        place.child("id").wrong(msg("{name} is a shape, so a size of another shape cannot have it as id.", name=row.id))
    if "en" not in row.name:
        place.child("name").wrong("A name in English (en) is missing.")
    for key, value in (("width", row.width), ("height", row.height), ("unit", row.unit)):
        if not value > 0:
            place.child(key).wrong(msg("{key} must be above 0.", key=key))
    width, height = (length * MEASURES[row.measure] for length in (row.width, row.height))
    for kind, boxes in row.safe_areas.items():
        here = place.child("safe_areas", kind)
        if kind not in AREAS:
            here.wrong(msg("There is no kind of area {name}.", name=short(kind)), nearest(kind, AREAS))
        for box in boxes:
            if len(box) != 4 or not (0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height):
                here.wrong("A box is left, top, right, bottom in points and lies on the page.")
