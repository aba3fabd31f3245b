"""The list of sister pieces at the left of the editor."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from htpm_studio.export.decks.every_week import can_be_in_every_week
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.piece_commands import duplicate, layout_menu, put_into_every_week
from htpm_studio.gui.core.tiles import Tile, shared_title
from htpm_studio.gui.features.editor.gallery import Gallery, GalleryCard
from htpm_studio.gui.widgets.fields import set_theme_icon
from htpm_studio.pieces.declared import page_sizes

NARROW, WIDE = 136, 184


class PieceList(QWidget):
    """Sister pieces as small live pictures; pages of one file are numbered and can be moved and left out."""

    def __init__(self, controller: EditorController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        workspace = controller.workspace
        self.workspace, self.controller = workspace, controller
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(NARROW)
        self.list = Gallery(workspace, "piece_list", across=False, extent=NARROW, parent=self)
        self.list.setAccessibleName(self.tr("Other sizes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 4, 4)
        self.add = QPushButton(self.tr("Add a slide"), self)
        set_theme_icon(workspace, self.add, "plus")
        # Made when it is opened: a menu that is there already would take the keys of its entries.
        self.add.clicked.connect(self._ask_layout)
        column.addWidget(self.list, 1)
        column.addWidget(self.add)
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self.move_page)
        self.list.dropped.connect(self._drop)
        self.list.menu_wanted.connect(self._ask_menu)
        self.list.removed.connect(self.toggle_left_out)
        self.controller.refreshed.connect(self.refresh)
        self.controller.opened.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Pictures are asked for when they are in sight."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the sisters of the open piece."""
        now = self.controller.now
        if now is None:
            self.list.show_cards((), "")
            self.add.hide()
            return
        many = bool(now.tile.page.piece)
        self.add.setVisible(many)
        self.list.set_movable(many)
        scale = self.workspace.settings.text_scale / 100
        wide = max(round(WIDE * scale), self.add.sizeHint().width() + 12)
        self.setFixedWidth(wide if many else round(NARROW * scale))
        kit = self.controller.document.kit()
        made = []
        for number, tile in enumerate(now.sisters, 1):
            size = page_sizes()[tile.page.canvas].size
            out = tile.piece in now.left_out
            made.append(
                GalleryCard(
                    tile.piece, self._name(tile), tile.page, kit, size.ratio, self._marks(tile, out=out), out,
                    str(number) if many else "",
                )
            )  # fmt: skip
        self.list.show_cards(made, now.tile.piece)

    def move_page(self, piece: str, by: int) -> None:
        """Move one page of many."""
        if self.controller.move(self.tr("Move slide"), piece, by):
            self.controller.refresh()

    def _drop(self, piece: str, place: int) -> None:
        if self.controller.move_to(self.tr("Move slide"), piece, place):
            self.controller.refresh()

    def _ask_layout(self) -> None:
        menu = layout_menu(self.controller, self.controller.piece, self.add)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().topLeft() - QPoint(0, menu.sizeHint().height())))

    def menu(self, piece: str) -> QMenu | None:
        """The menu of a piece of the list, open or not; None for one that is alone in its file."""
        now, workspace = self.controller.now, self.workspace
        if now is None or not now.tile.page.piece:
            return None
        menu, place = QMenu(self.list), now.place_of(piece)
        menu.addMenu(layout_menu(self.controller, piece, menu))
        menu.addAction(self.tr("Duplicate slide"), lambda: duplicate(self.controller, (piece,)))
        if can_be_in_every_week(self.controller.document.kit(), piece):
            menu.addAction(self.tr("Put this slide into every week"), lambda: put_into_every_week(workspace, piece))
        menu.addSeparator()
        up = menu.addAction(self.tr("Move slide up"), lambda: self.move_page(piece, -1))
        down = menu.addAction(self.tr("Move slide down"), lambda: self.move_page(piece, 1))
        up.setVisible(place > 0)
        down.setVisible(place < len(now.sisters) - 1)
        menu.addSeparator()
        words = self.tr("Include slide") if piece in now.left_out else self.tr("Leave out slide")
        menu.addAction(words, lambda: self.toggle_left_out(piece))
        return menu

    def _ask_menu(self, piece: str, spot: QPoint) -> None:
        if (menu := self.menu(piece)) is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.aboutToHide.connect(self.list.show_current)
            menu.popup(spot)
        else:
            self.list.show_current()

    def toggle_left_out(self, piece: str) -> None:
        """Leave a piece out, or take it in again."""
        now = self.controller.now
        tile = next((one for one in now.sisters if one.piece == piece), None) if now is not None else None
        if now is None or tile is None:
            return
        out = piece not in now.left_out
        step = self.tr("Leave out {what}") if out else self.tr("Include {what}")
        self.controller.set_left_out(step.format(what=tile.title), piece, out=out)
        self.workspace.toast((self.tr("Left out of the kit.") if out else self.tr("Back in the kit.")), undo=True)

    def _choose(self, piece: str) -> None:
        if piece != self.controller.piece:
            focused = self.list.hasFocus()
            self.controller.open(piece)
            if focused:
                self.list.setFocus()

    def _name(self, tile: Tile) -> str:
        """What all tiles of a piece are called, such as a design with the logo left and right."""
        now = self.controller.now
        titles = [one.title for one in now.section.tiles if one.piece == tile.piece] if now else []
        return shared_title(titles) or tile.title

    def _marks(self, tile: Tile, *, out: bool) -> tuple[tuple[str, str], ...]:
        marks = []
        if out:
            marks.append(("eye-off", self.tr("left out")))
        if tile.changed:
            marks.append(("pencil", self.tr("changed here")))
        if tile.locked:
            marks.append(("lock", self.tr("locked")))
        return tuple(marks)
