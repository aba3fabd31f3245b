"""The board as rows: headings, tiles and "show all" tiles of every section, filtered, with marks and spoken names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from htpm_studio.export.decks.duration import seconds_of_talk
from htpm_studio.export.decks.file_specs import LOOP
from htpm_studio.export.kit.edits import LEFT_OUT, is_left_out
from htpm_studio.export.kit.kit import Kit
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.tiles import BoardSection, Tile, has_switch, sections, size_name, sizes_of
from htpm_studio.project.model import Edits

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Kind = Literal["head", "tile", "more"]
ROW = Qt.ItemDataRole.UserRole + 1
MIXED = ""
ORDER = (("deck", 0, 1), ("social", 0, 3), ("print", 0, 1), ("background", 0, 1), ("print", 1, 6), ("social", 3, None))
"""What a week begins with where the whole month is shown: so many tiles of each medium."""


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Decks", text))


DECKS: Mapping[str, str] = {"training": _t("Training deck"), "short": _t("Short deck"), LOOP: _t("Event loop")}
"""What the decks that most campaigns have are called on the board; any other is called by its title."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One row of the model; `position` counts its `count` tiles from 1, `reason` is what a check says."""

    kind: Kind
    section: BoardSection
    tile: Tile | None = None
    position: int = 0
    count: int = 0
    reason: str = ""

    @property
    def name(self) -> str:
        """What stays the same when the board is made anew."""
        return self.tile.key if self.tile else f"{self.kind}:{self.section.name}"


@dataclass(frozen=True, slots=True)
class BoardViewState:
    """How the board is looked at: words to find, only pieces to check, shapes, sections shown whole."""

    find: str = ""
    to_check: bool = False
    sizes: Mapping[str, str] = field(default_factory=dict)
    expanded: frozenset[str] = frozenset()

    @property
    def filtered(self) -> bool:
        """Whether not everything is shown."""
        return bool(self.find or self.to_check)

    def shape_of(self, section: BoardSection) -> str:
        """The shape in which a section is shown; mixed where the chosen one is not there any more."""
        size = self.sizes.get(section.name, MIXED)
        return size if size in section.sizes else MIXED


class BoardModel(QAbstractListModel):
    """Rows of the board. `set_kit` and `set_view` keep the rows where they only changed and reset where they moved.

    `ticker` says whether a row is ticked (None: it has no box); `tick_asked` that a row is to be, or not.
    """

    tick_asked = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[BoardSection, ...] = ()
        self.view = BoardViewState()
        self.reasons: Mapping[str, str] = {}
        self.rows: list[BoardRow] = []
        self.ticker: Callable[[BoardRow], Qt.CheckState | None] = lambda _row: None
        self._places: dict[str, int] = {}

    def set_sections(self, sections: Sequence[BoardSection]) -> None:
        """Show these sections."""
        self.sections = tuple(sections)
        self._rebuild()

    def set_view(self, view: BoardViewState) -> None:
        """Look at the board in another way."""
        if view != self.view:
            self.view = view
            self._rebuild()

    def set_reasons(self, reasons: Mapping[str, str]) -> None:
        """Mark these pieces as to be checked, each with its sentence."""
        self.reasons = dict(reasons)
        self._rebuild()

    def row_of(self, name: str) -> int:
        """The row of a tile's key or of "head:medium"; -1 when it is not shown."""
        return self._places.get(name, -1)

    def rows_of_piece(self, piece: str) -> list[int]:
        """Every row that shows a piece."""
        return [number for number, row in enumerate(self.rows) if row.tile and row.tile.piece == piece]

    def tick(self, row: BoardRow) -> Qt.CheckState | None:
        """Whether a row is ticked; None where it has no box."""
        return self.ticker(row)

    def refresh_ticks(self) -> None:
        """Tell that the boxes of all rows may be other ones."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [Qt.ItemDataRole.CheckStateRole])

    def _rebuild(self) -> None:
        rows = list(board_rows(self.sections, self.view, self.reasons))
        same = [row.name for row in rows] == [row.name for row in self.rows]
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self._places = {row.name: number for number, row in enumerate(rows)}
        self.endResetModel()

    # ---------------------------------------------------------------- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be reached, "show all" cannot be selected."""
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        if row is None or row.kind == "head":
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled
        if row.kind == "more":
            return enabled
        enabled |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return enabled if self.tick(row) is None else enabled | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles, spoken names and descriptions, tooltips, and the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.tile.title if row.tile else row.section.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.tick(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and row.tile:
            return row.tile.specs[0].alt if row.tile.specs else ""
        if role == Qt.ItemDataRole.ToolTipRole and row.tile:
            return "\n".join(part for part in (row.tile.title, row.reason) if part)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a tick, as a screen reader does; nothing else can be set."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.tick_asked.emit(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _spoken(self, row: BoardRow) -> str:
        if row.tile is None:
            if row.kind == "more":
                return self.tr("Show all {count} of {section}").format(count=row.count, section=row.section.title)
            return row.section.title
        tile = row.tile
        parts = [tile.kind, tile.title if tile.title != tile.kind else "", row.section.title, size_name(tile.size)]
        parts += [self.tr("page {number}").format(number=tile.note)] if tile.note else []
        parts += [self.tr("to check: {reason}").format(reason=row.reason)] if row.reason else []
        parts += [self.tr("changed here")] if tile.changed else []
        parts += [self.tr("locked")] if tile.locked else []
        parts += [self.tr("left out of the kit")] if tile.left_out else []
        parts.append(self.tr("item {position} of {count}").format(position=row.position, count=row.count))
        return ", ".join(part for part in parts if part)


def week_sections(kit: Kit) -> Iterator[BoardSection]:
    """What the board shows of a week: each deck as a section of its own, then the other media.

    A slide that was left out stays where it was; any other piece is hidden, and so is a deck.
    """
    for section in all_sections(kit):
        if section.medium == "deck":
            yield from _decks(kit, section)
        elif tiles := tuple(tile for tile in section.tiles if not tile.left_out):
            yield replace(section, tiles=tiles)


def _decks(kit: Kit, section: BoardSection) -> Iterator[BoardSection]:
    groups = dict.fromkeys(tile.specs[0].group for tile in section.tiles)
    for group in groups:
        tiles = tuple(tile for tile in section.tiles if tile.specs[0].group == group)
        spec = tiles[0].specs[0]
        if is_left_out(kit, spec.piece):
            continue
        out = frozenset(tile.piece for tile in tiles if tile.left_out)
        minutes = round(seconds_of_talk(spec, out) / 60) if group != LOOP else 0
        yield replace(section, key=f"deck/{group}", title=deck_title(tiles[0]), tiles=tiles, minutes=minutes)


def month_sections(kits: Sequence[Kit], names: Sequence[tuple[str, str]]) -> Iterator[BoardSection]:
    """What the board shows of a whole month: a section for each week, which has so many `names` and days."""
    for kit, (name, days) in zip(kits, names, strict=True):
        first: dict[str, list[Tile]] = {section.medium: list(_chosen(section)) for section in sections(kit)}
        tiles = tuple(tile for medium, start, end in ORDER for tile in first.get(medium, [])[start:end])
        yield BoardSection("week", name, days, tiles, key=f"week/{kit.week.number}")


def _chosen(section: BoardSection) -> Iterator[Tile]:
    """One tile of each piece, of a deck the first: enough to know a week again."""
    seen: set[str] = set()
    for tile in section.tiles:
        name = tile.specs[0].group if section.medium == "deck" else tile.piece
        if not tile.left_out and not tile.words and name not in seen:
            seen.add(name)
            yield tile if tile.kind else replace(tile, kind=deck_title(tile), note="")


def deck_title(tile: Tile) -> str:
    """What the deck of a slide is called on the board."""
    spec = tile.specs[0]
    return QCoreApplication.translate("Decks", DECKS[spec.group]) if spec.group in DECKS else spec.title


def all_sections(kit: Kit) -> tuple[BoardSection, ...]:
    """The sections of a kit, what was left out where it was, also parts that the kit itself no longer has."""
    real = sections(kit)
    edits = kit.project.edits
    if not any(edit.field == LEFT_OUT for edit in edits.items):
        return real
    rest = Edits(tuple(edit for edit in edits.items if edit.field != LEFT_OUT))
    whole = sections(replace(kit, project=replace(kit.project, edits=rest)))
    return tuple(_with_left_out(kit, now, full) for now, full in zip(real, whole, strict=True))


def _with_left_out(kit: Kit, now: BoardSection, full: BoardSection) -> BoardSection:
    kept = {tile.key: tile for tile in now.tiles if not tile.left_out}
    placed = [
        replace(tile, left_out=True, note="") if is_left_out(kit, tile.piece) else kept.pop(tile.key, None)
        for tile in full.tiles
    ]
    return replace(now, tiles=(*(tile for tile in placed if tile is not None), *kept.values()), sizes=full.sizes)


def board_rows(every: Iterable[BoardSection], view: BoardViewState, reasons: Mapping[str, str]) -> Iterator[BoardRow]:
    """The rows that a view shows; a section without tiles has no heading."""
    for section in every:
        tiles = [tile for tile in tiles_in_shape(section, view) if _matches(tile, section, view, reasons)]
        if not tiles:
            continue
        if not view.to_check:
            yield BoardRow("head", section)
        for position, tile in enumerate(tiles, 1):
            yield BoardRow("tile", section, tile, position, len(tiles), reasons.get(tile.piece, ""))
        if not view.filtered:
            yield BoardRow("more", section, count=len(tiles))


def tiles_in_shape(section: BoardSection, view: BoardViewState) -> tuple[Tile, ...]:
    """The tiles in the wanted shape.

    Mixed shows every piece in its first shape and, where all pieces have the same shapes, one example of each
    other shape.
    """
    if not section.sizes:
        return section.tiles
    size = view.shape_of(section)
    if size and has_switch(section):
        return tuple(tile for tile in section.tiles if tile.size == size)
    pieces = list(dict.fromkeys(tile.piece for tile in section.tiles))
    firsts = [next(tile for tile in section.tiles if tile.piece == piece) for piece in pieces]
    if not has_switch(section) or view.to_check or view.find:
        return tuple(firsts)
    kept = [tile for tile in firsts if not tile.left_out]
    examples = [
        tile
        for number, other in enumerate(section.sizes[1:] if kept else ())
        for tile in section.tiles
        if tile.size == other and tile.piece == kept[number % len(kept)].piece
    ]
    return (*kept, *examples, *(tile for tile in firsts if tile.left_out))


def _matches(tile: Tile, section: BoardSection, view: BoardViewState, reasons: Mapping[str, str]) -> bool:
    if view.to_check and tile.piece not in reasons:
        return False
    return all(word in _text_of(tile, section) for word in view.find.casefold().split())


def _text_of(tile: Tile, section: BoardSection) -> str:
    return " ".join((tile.kind, tile.title, section.title, *_words(tile.page.content), *sizes_of(tile))).casefold()


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in ("words", "hotline", "org", "week"):
                yield from _words(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _words(inner)
