"""Where in the window a drag may end: a text takes words, a piece a picture, the window what else it knows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from htpm_studio.export.kit.kit import Kit
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.posting import post_of, rewrite, rewrite_label
from htpm_studio.gui.core.dnd import (
    DropMarks,
    DropTarget,
    PictureDrops,
    PiecePlace,
    Sort,
    WordPlace,
)
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.tiles import Tile, accepts_picture, other_design, sizes_of
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.editor.stage import Stage

LEAST = 24


def _tr(text: str) -> str:
    return QCoreApplication.translate("DropTargets", text)


def target_at(window: Shell, editor: EditorController, spot: QPoint, sort: Sort, *, words: bool) -> DropTarget | None:
    """Where something of this sort would go: a text takes words, a piece a picture, the window what else it knows."""
    board, middle = _board(window), window.center_area
    if words and (found := _words_at(window, spot, board)) is not None:
        return found
    note = ""
    if sort == "picture" and board is not None and board.isVisible():
        found = _piece_at(window, spot, board)
        if found is not None and found.piece:
            return found
        note = found.note if found is not None else ""
    if sort == "picture" and (found := _stage_at(window, editor, spot) or _shown_at(window, spot)) is not None:
        if found.piece:
            return found
        note = found.note
    says = {
        "picture": _tr("Add to pictures"),
        "folder": _tr("Add the pictures in this folder"),
        "table": _tr("Make kits for the organizations in this list"),
        "document": _tr("Read this toolkit"),
        "kit": _tr("Open this kit"),
        "brand": _tr("Use this brand"),
        "font": _tr("Use this font for headlines"),
    }.get(sort, "")
    place = QRect(middle.mapTo(window, QPoint(0, 0)), middle.size())
    return DropTarget(place, f"{says}. {note}" if note else says, note=note) if says else None


def marks_in(window: Shell, sort: Sort) -> DropMarks:
    """Which of the pieces in sight take what is dragged, and which do not; for pictures only."""
    board = _board(window)
    if sort != "picture" or board is None:
        return DropMarks()
    if not board.isVisible():
        return DropMarks(_shown_places(window))
    view, kit = board.view, board.workspace.document.kit()
    found: dict[bool, list[QRect]] = {True: [], False: []}
    seen = QRect(view.viewport().mapTo(window, QPoint(0, 0)), view.viewport().size())
    for number in view.visible_rows():
        tile = board.model.rows[number].tile
        place = view.thumb(board.model.index(number)).translated(view.viewport().mapTo(window, QPoint(0, 0))) & seen
        if tile is not None and not place.isEmpty():
            found[accepts_picture(kit, tile)].append(place)
    return DropMarks(found[True], found[False])


def _shown_places(window: Shell) -> list[QRect]:
    """Where widgets of their own, such as the objects in a room, show pieces that take a picture."""
    kit = window.workspace.document.kit()
    shown = [widget for widget in window.findChildren(QWidget) if isinstance(widget, PiecePlace) and widget.isVisible()]
    return [
        QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        for widget in shown
        if accepts_picture(kit, widget.tile)
    ]


def _stage_at(window: QWidget, editor: EditorController, spot: QPoint) -> DropTarget | None:
    """The piece in the editor, where the pointer is over it."""
    widget = window.childAt(spot)
    while widget is not None and not isinstance(widget, Stage):
        widget = widget.parentWidget()
    now = editor.now
    return _use_in(window, widget, now.tile, editor.document.kit()) if widget is not None and now is not None else None


def _shown_at(window: Shell, spot: QPoint) -> DropTarget | None:
    """The piece that is shown by a widget of its own, such as an object in a room."""
    widget = window.childAt(spot)
    if not isinstance(widget, PiecePlace):
        return None
    return _use_in(window, widget, widget.tile, window.workspace.document.kit())


def _use_in(window: QWidget, widget: QWidget, tile: Tile, kit: Kit) -> DropTarget:
    if not accepts_picture(kit, tile):
        return DropTarget(QRect(), "", note=_refusal(tile))
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    words = _tr("Use in {title}, in the design with a photo") if other_design(kit, tile) else _tr("Use in {title}")
    return DropTarget(place, words.format(title=tile.title.rstrip(".")), tile.piece)


def _refusal(tile: Tile) -> str:
    """Why a piece does not take a picture."""
    words = _tr("“{title}” is locked.") if tile.locked else _tr("The design of “{title}” has no place for a picture.")
    return words.format(title=tile.title.rstrip("."))


def _words_at(window: QWidget, spot: QPoint, board: Board | None) -> DropTarget | None:
    """Whose text dragged words would replace: that of a field, of a post in the calendar, or of a post on the board."""
    widget = window.childAt(spot)
    while widget is not None and widget is not window:
        found = widget.word_spot(widget.mapFrom(window, spot)) if isinstance(widget, WordPlace) else None
        if found is not None:
            return DropTarget(found.rect.translated(widget.mapTo(window, QPoint(0, 0))), found.says, take=found.take)
        widget = widget.parentWidget()
    return _post_at(window, spot, board) if board is not None and board.isVisible() else None


def _post_at(window: QWidget, spot: QPoint, board: Board) -> DropTarget | None:
    found = board.tile_at(board.mapFrom(window, spot))
    post = post_of(board.workspace.document, found[0].piece) if found and not found[0].locked else None
    if found is None or post is None:
        return None
    return DropTarget(
        _place_of(window, board, *found), rewrite_label(post), take=partial(rewrite, board.workspace, post)
    )


def other_places(window: Shell, sort: Sort) -> list[DropTarget]:
    """Parts of the window that take a picture by themselves, as far as they can be seen."""
    if sort != "picture":
        return []
    shown = [one for one in window.findChildren(QWidget) if isinstance(one, PictureDrops) and one.isVisible()]
    places = []
    for one in shown:
        spot = one.mapTo(window, QPoint(0, 0))
        rect = QRect(spot, one.size()) & QRect(window.mapFromGlobal(_seen(one).topLeft()), _seen(one).size())
        if (words := one.drop_says()) and rect.height() >= LEAST:
            places.append(DropTarget(rect, words, icon=one.DROP_ICON))
    return places


def _seen(widget: QWidget) -> QRect:
    """The part of the screen in which a widget can be seen: that of the area it scrolls in."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    box = parent.viewport() if isinstance(parent, QAbstractScrollArea) else widget
    return QRect(box.mapToGlobal(QPoint(0, 0)), box.size())


def _piece_at(window: QWidget, spot: QPoint, board: Board) -> DropTarget | None:
    found = board.tile_at(board.mapFrom(window, spot))
    if found is None:
        return None
    tile, corner = found
    if not accepts_picture(board.workspace.document.kit(), tile):
        return DropTarget(QRect(), "", note=_refusal(tile))
    count = len(sizes_of(tile))
    words = _tr("Use in {title}, {count} sizes") if count > 1 else _tr("Use in {title}")
    if other_design(board.workspace.document.kit(), tile):
        many = _tr("Use in {title}, {count} sizes, in the design with a photo")
        words = many if count > 1 else _tr("Use in {title}, in the design with a photo")
    place = _place_of(window, board, tile, corner)
    return DropTarget(place, words.format(title=tile.title.rstrip("."), count=count), tile.piece)


def _place_of(window: QWidget, board: Board, tile: Tile, corner: QPoint) -> QRect:
    """Where the picture of a tile is in the window, with a little room around it."""
    size = board.view.thumb(board.model.index(board.model.row_of(tile.key))).size()
    return QRect(board.mapTo(window, corner), size).adjusted(-4, -4, 4, 4)


def _board(window: Shell) -> Board | None:
    board = window.board
    return board if isinstance(board, Board) else None


class StandardDropTargets:
    """The places of the program's own window; those in the editor take what the piece that is open there takes."""

    def __init__(self, editor: EditorController) -> None:
        self._editor = editor

    def target(self, window: Shell, spot: QPoint, sort: Sort, *, words: bool) -> DropTarget | None:
        """Where something of this sort would go at a spot of the window."""
        return target_at(window, self._editor, spot, sort, words=words)

    marks = staticmethod(marks_in)
    others = staticmethod(other_places)
