"""Every page size, read from the file that declares them: dimensions, names, safe areas, and how pictures are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from htpm_studio.decoding.declaration_file import check_schema, decoder, read_declared, read_into
from htpm_studio.decoding.decode import Check
from htpm_studio.decoding.source import KeyPlace, Report, nearest, short
from htpm_studio.errors import Message, msg
from htpm_studio.frozen import dataclass
from htpm_studio.languages.model import InEnglish
from htpm_studio.units import POINTS_PER_INCH, POINTS_PER_MM, Box, Size

Medium = Literal["deck", "background", "social", "print", "copy"]
MEDIA: tuple[Medium, ...] = get_args(Medium)
Shape = Literal["square", "tall", "wide", "page", "small"]
SHAPES: tuple[Shape, ...] = ("square", "tall", "wide", "page", "small")
"""The classes that templates lay pages out for: a size with the same shape works with all of them."""

NOT = "not"
MEASURES: Mapping[str, float] = {"pt": 1.0, "in": POINTS_PER_INCH, "mm": POINTS_PER_MM}
PAPER_DPI = 150.0
AREAS = ("safe", "profile", "logo", "person", "head", "label", "edges")
"""The kinds of areas of a page; the file says what each means."""

SIZES = "sizes.toml"
MOST_SIZES, MOST_AREAS = 60, 20
LARGEST = {"social": 4000.0, "background": 4000.0, "deck": 4000.0, "print": 3000.0, "copy": 2000.0}
"""The longest side of a page in points: a larger picture takes more memory than a computer may have."""
UNITS_ACROSS = (10, 400)
MOST_SCALE = 4.0
OWN_MEDIA = ("social", "print")
"""The media to which a user may add sizes: every deck has one size, and so has every background."""
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_ID = 40
_TAKEN = frozenset({"editable", "shop", NOT})
"""Names of folders in a kit, and a word of templates."""


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
"""The size that stands for none."""


@dataclass(frozen=True, slots=True)
class PageSizes:
    """All page sizes by id, in the order of the file.

    `words` are what templates call them by, ids and shapes; `checked` is when limits of other programs were looked up.
    `gone` are sizes that the user has removed while the window still shows pages of them.
    """

    by_id: Mapping[str, PageSize]
    words: frozenset[str]
    checked: str
    gone: Mapping[str, PageSize] = field(default_factory=dict)

    def __getitem__(self, size: str) -> PageSize:
        """The page size of that id, also of one that is gone."""
        return self.by_id[size] if size in self.by_id else self.gone[size]

    def __contains__(self, size: object) -> bool:
        """Whether there is a page size of that id."""
        return size in self.by_id

    def __iter__(self) -> Iterator[PageSize]:
        """The page sizes in the order of the file."""
        return iter(self.by_id.values())

    def of(self, medium: str) -> tuple[PageSize, ...]:
        """The page sizes of a medium."""
        return tuple(size for size in self if size.medium == medium)

    def first(self, medium: str) -> PageSize:
        """The page size that stands for a medium where one picture or one text serves all of its sizes."""
        return self.of(medium)[0]

    def served(self, medium: str, words: Iterable[str]) -> tuple[str, ...]:
        """The ids that words of a template mean: sizes by their id, and those of its medium by their shape."""
        words = tuple(words)
        named = dict.fromkeys(word for word in words if word in self.by_id)
        shaped = dict.fromkeys(size.id for size in self.of(medium) if size.shape in words)
        return tuple(name for name in self.by_id if name in shaped or name in named)


@dataclass(frozen=True, slots=True)
class _Row:
    """One size as it is written; lengths in `measure`."""

    id: str
    name: Annotated[Mapping[str, str], InEnglish]
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
    size: tuple[_Row, ...]
    checked: str = ""


def read_sizes(path: Path) -> PageSizes:
    """Read the page sizes; raises Problems with every mistake in the file."""
    reader = decoder({_File: check_schema, _Row: _check_row})
    found: _File = read_declared(_File, path, path.name, "The file of page sizes", reader)
    return _sizes({row.id: _size(row) for row in found.size}, found.checked)


def read_own_sizes(path: Path, usual: PageSizes, report: Report) -> PageSizes:
    """The program's sizes and those of the user's file, none of the latter where the report has a mistake in it."""
    if not path.is_file():
        return usual
    checks: dict[type, Check] = {_File: _check_own_file, _Row: partial(_check_own_row, usual=usual)}
    found = read_into(report, path, path.name, _File, decoder(checks))
    if found is None or report.problems:
        return usual
    own = {row.id: _size(row) for row in found.size}
    return _sizes({**usual.by_id, **own}, usual.checked)


def keep_gone(sizes: PageSizes, before: PageSizes) -> PageSizes:
    """The sizes with those that were there before and are not any more."""
    return replace(sizes, gone={**before.gone, **before.by_id})


def _sizes(by_id: dict[str, PageSize], checked: str) -> PageSizes:
    words = frozenset((*by_id, *(size.shape for size in by_id.values())))
    return PageSizes(MappingProxyType(by_id), words, checked)


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


def _check_own_file(found: _File, place: KeyPlace) -> None:
    check_schema(found, place)
    if len(found.size) > MOST_SIZES:
        place.child("size").wrong(msg("There are more than {most} page sizes.", most=MOST_SIZES), "Remove some.")


def _check_own_row(row: _Row, place: KeyPlace, *, usual: PageSizes) -> None:
    """What is wrong with a size of the user's, who cannot add to the type scales either."""
    _check_row(row, place)
    if row.id in usual:
        place.child("id").wrong(
            msg("The program has a page size {name} already.", name=row.id), "Give this one another id."
        )
    if row.medium not in OWN_MEDIA:
        place.child("medium").wrong(
            msg("{medium} has one size only.", medium=short(row.medium)),
            msg("Write {known}.", known=" / ".join(OWN_MEDIA)),
        )
    scales = {size.scale for size in usual.of(row.medium)}
    if row.scale not in scales:
        message = msg("There is no type scale {name}.", name=short(row.scale))
        place.child("scale").wrong(message, nearest(row.scale, scales))


def _check_row(row: _Row, place: KeyPlace) -> None:
    _check_id(row, place.child("id"))
    longest = LARGEST[row.medium]
    width, height = (length * MEASURES[row.measure] for length in (row.width, row.height))
    for key, value, most in (("width", width, longest), ("height", height, longest), ("unit", row.unit, longest)):
        if not value > 0:
            place.child(key).wrong(msg("{key} must be above 0.", key=key))
            return
        if value > most:
            place.child(key).wrong(msg("{key} is more than {most} points.", key=key, most=f"{most:g}"))
            return
    across = min(width, height) / row.unit
    if not UNITS_ACROSS[0] <= across <= UNITS_ACROSS[1]:
        place.child("unit").wrong(
            msg("The shorter side of the page has {count} units.", count=f"{across:.4g}"),
            msg("From {least} to {most} are possible.", least=UNITS_ACROSS[0], most=UNITS_ACROSS[1]),
        )
    if not 0 <= row.printer_edge * MEASURES[row.measure] < min(width, height) / 2:
        place.child("printer_edge").wrong("What a printer does not reach is from 0 to half of the shorter side.")
    if row.picture is not None and not (0 < row.picture.scale <= MOST_SCALE and row.picture.most >= 0):
        place.child("picture").wrong(
            msg("The scale of a picture is above 0 and at most {most}, its bytes are not below 0.", most=MOST_SCALE)
        )
    if max(len(row.app), sum(map(len, row.safe_areas.values()))) > MOST_AREAS:
        place.wrong(msg("A page size has at most {most} areas and programs.", most=MOST_AREAS))
    for kind, boxes in row.safe_areas.items():
        here = place.child("safe_areas", kind)
        if kind not in AREAS:
            here.wrong(msg("There is no kind of area {name}.", name=short(kind)), nearest(kind, AREAS))
        for box in boxes:
            if len(box) != 4 or not (0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height):
                here.wrong("A box is left, top, right, bottom in points and lies on the page.")


def _check_id(row: _Row, place: KeyPlace) -> None:
    """The id of a size is the name of a folder in a kit, and a word in templates."""
    place.once("page size", row.id)
    if not _ID.fullmatch(row.id) or len(row.id) > _LONGEST_ID or row.id in _TAKEN:
        place.wrong(
            msg("{name} cannot be the id of a page size.", name=short(row.id)),
            "Use lowercase letters, digits and hyphens.",
        )
    if row.id in SHAPES and row.id != row.shape:
        place.wrong(msg("{name} is a shape, so a size of another shape cannot have it as id.", name=row.id))
