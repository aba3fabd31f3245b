"""The kit as the window shows it: its weeks in words, and sections of tiles made from the catalogue's orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from htpm_studio.campaign.dates import FocusWeek
from htpm_studio.campaign.model import Campaign
from htpm_studio.compose.build import PageInfo
from htpm_studio.compose.plain_names import size_name as name_of_size
from htpm_studio.compose.template import Template
from htpm_studio.errors import InputError
from htpm_studio.export.catalogue import CATALOGUE, CataloguePiece, orders_of
from htpm_studio.export.edits import LEFT_OUT, LOCKED, YES, changes_piece, edits_of, is_left_out
from htpm_studio.export.kit import Kit
from htpm_studio.export.schedule import schedule_of
from htpm_studio.export.specs import FileSpec, PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.project.model import Project


def weeks_of(project: Project, campaign: Campaign) -> tuple[FocusWeek, ...]:
    """The weeks of a project; none for a year without a plan."""
    try:
        return schedule_of(project, campaign).weeks
    except InputError:
        return ()


def days_words(week: FocusWeek) -> str:
    """The days of a week as in "Jan 4–10" or "Jan 4"."""
    if week.first == week.last:
        day = QCoreApplication.translate("WeekBar", "{month} {first}")
        return day.format(month=_month(week.first), first=week.first.day)
    if week.first.month != week.last.month:
        words = QCoreApplication.translate("WeekBar", "{month} {first} – {last_month} {last}")
        months = {"month": _month(week.first), "last_month": _month(week.last)}
        return words.format(first=week.first.day, last=week.last.day, **months)
    words = QCoreApplication.translate("WeekBar", "{month} {first}–{last}")
    return words.format(month=_month(week.first), first=week.first.day, last=week.last.day)


def _month(day: date) -> str:
    return QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)


def short_title(eyebrow: str, title: str) -> str:
    """What follows the colon of "Week 2: Fair workplaces"; the title where there is none."""
    return eyebrow.partition(":")[2].strip() or title


PAPER = "letter"
"""The page that words are shown on."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing on the board: a picture of a page, what is edited through it, and the files it stands for."""

    key: str
    piece: str
    title: str
    note: str
    page: PageSpec
    orders: tuple[FileSpec, ...]
    size: str = ""
    changed: bool = False
    locked: bool = False
    left_out: bool = False

    @property
    def words(self) -> bool:
        """Whether this is a piece of words, which has no pages that are drawn."""
        return not self.page.template


@dataclass(frozen=True, slots=True)
class BoardSection:
    """A medium with its tiles; `sizes` are the shapes that its pieces come in, where there are several."""

    medium: str
    title: str
    note: str
    tiles: tuple[Tile, ...]
    sizes: tuple[str, ...] = ()


def sections(kit: Kit) -> tuple[BoardSection, ...]:
    """Everything of the kit by medium, in the order of the catalogue, also what was left out."""
    return kit.once("sections", lambda: tuple(one for piece in CATALOGUE if (one := _section(kit, piece)).tiles))


def section_of(kit: Kit, medium: str) -> BoardSection | None:
    """The section of one medium; None for one that the catalogue does not have."""
    return next((_section(kit, piece) for piece in CATALOGUE if piece.medium == medium), None)


def section_title(piece: CataloguePiece) -> str:
    """The title of a medium in the language of the window."""
    return QCoreApplication.translate("Sections", piece.title)


def template_title(template: Template) -> str:
    """The name of a template in the language of the window."""
    return QCoreApplication.translate("Templates", template.title)


def _section(kit: Kit, piece: CataloguePiece) -> BoardSection:
    orders = orders_of(kit, piece)
    tiles = (*_tiles(kit, orders), *_word_tiles(kit, orders))
    sizes = tuple(dict.fromkeys(tile.size for tile in tiles if tile.size))
    return BoardSection(piece.medium, section_title(piece), f"{len(orders)}", tiles, sizes)


def words_tile(kit: Kit, piece: str) -> Tile | None:
    """The tile of a piece of words; None for any other piece."""
    tiles = (tile for one in CATALOGUE for tile in _word_tiles(kit, orders_of(kit, one)))
    return next((tile for tile in tiles if tile.piece == piece), None)


def _word_tiles(kit: Kit, orders: tuple[FileSpec, ...]) -> Iterator[Tile]:
    """One tile for each piece whose files hold words and no pages; what a drawn piece says once more has none."""
    files = [order for order in orders if not (order.pages or order.layouts or order.repeats)]
    for piece in dict.fromkeys(order.piece for order in files):
        same = tuple(order for order in files if order.piece == piece)
        page = PageSpec("", PAPER, {}, PageInfo(same[0].title, same[0].title))
        changed = any(changes_piece(name) and name != LEFT_OUT for name in edits_of(kit, piece))
        yield Tile(piece, piece, same[0].title, "", page, same, changed=changed, left_out=is_left_out(kit, piece))


def _tiles(kit: Kit, orders: tuple[FileSpec, ...]) -> Iterator[Tile]:
    seen: set[str] = set()
    parts: Counter[tuple[str, str]] = Counter()
    for order in orders:
        for index, page in enumerate(order.pages):
            many = len(order.pages) > 1 and bool(page.piece)
            piece = page.piece if many else order.piece
            identity = f"{piece}|{page.template}|{page.canvas}|{page.info.name}"
            if identity in seen or (not many and index > 0):
                continue
            seen.add(identity)
            # The key outlives another template and another place in the deck, so that the old picture stays in view.
            parts[piece, page.canvas] += 1
            key = f"{piece}|{page.canvas}|{parts[piece, page.canvas]}"
            same = tuple(other for other in orders if other.piece == order.piece)
            sized = len({one.pages[0].canvas for one in same if one.pages}) > 1 and not many
            own = edits_of(kit, piece)
            yield Tile(
                key=key,
                piece=piece,
                title=page.info.title if many else order.title,
                note=page.info.name.rpartition(" ")[2] if many else "",
                page=page,
                orders=same,
                size=page.canvas if sized else "",
                changed=any(changes_piece(name) for name in own),
                locked=own.get(LOCKED) == YES,
                left_out=is_left_out(kit, piece),
            )


def has_switch(section: BoardSection) -> bool:
    """Whether every piece of a section comes in every one of its shapes, so that one can be chosen for all."""
    pieces = {tile.piece for tile in section.tiles}
    return len(section.sizes) > 1 and len(section.tiles) == len(pieces) * len(section.sizes)


def sizes_of(tile: Tile) -> tuple[str, ...]:
    """The shapes that a piece comes in, each once."""
    return tuple(dict.fromkeys(order.pages[0].canvas for order in tile.orders if order.pages))


def size_name(size: str) -> str:
    """A shape in words, in the language of the window; one without words of its own is called by its name."""
    return QCoreApplication.translate("Sizes", name_of_size(size))
