"""What the board does with the selected pieces: lock, leave out, copy, menu, drag; and what is ticked for an export."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QPixmap

from htpm_studio.export.pages.social import other_mix
from htpm_studio.gui.controllers.export import ExportChoice
from htpm_studio.gui.controllers.piece_commands import piece_menu
from htpm_studio.gui.core.dnd_source import DndSource
from htpm_studio.gui.core.tiles import (
    BoardSection,
    Tile,
    has_switch,
    pieces_name,
    reset_pieces,
    toggle_left_out,
    toggle_lock,
)
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.model import MIXED, BoardRow
from htpm_studio.gui.features.board.view import BoardView

DRAG_PICTURE = 160


class BoardCommands(QObject):
    """Acts on the selected tiles of a list."""

    def __init__(self, workspace: Workspace, view: BoardView) -> None:
        super().__init__(view)
        self._workspace, self._view = workspace, view
        self.dnd_source = DndSource(workspace, self)

    def lock(self) -> None:
        """Lock the selected pieces, or unlock them."""
        if tiles := [tile for tile in self._view.selected_tiles() if not tile.words]:
            what = pieces_name(tiles)
            locked = toggle_lock(self._workspace.document, tiles)
            self._say(self.tr("Locked {what}.") if locked else self.tr("Unlocked {what}."), what)

    def leave_out(self) -> None:
        """Leave the selected pieces out of the kit, or take them in again."""
        if tiles := self._view.selected_tiles():
            what = pieces_name(tiles)
            out = toggle_left_out(self._workspace.document, tiles)
            self._say(self.tr("Left out {what}.") if out else self.tr("{what} is in the kit again."), what)

    def reset(self) -> None:
        """Bring the selected pieces back to the kit version."""
        if tiles := self._view.selected_tiles():
            reset_pieces(self._workspace.document, tiles)

    def shuffle(self) -> None:
        """Lay the graphics of the week out in another mix."""
        document = self._workspace.document
        kit = document.kit()
        number = other_mix(kit)
        if number == kit.project.mix_of(kit.week.number):
            self._workspace.toast(self.tr("There is no other mix for the graphics of this week."))
            return
        document.change(self.tr("Shuffle layouts"), document.project.with_mix(kit.week.number, number))
        self._workspace.toast(self.tr("The graphics have other layouts. Locked ones are as they were."))

    def copy_picture(self) -> None:
        """Copy the selected pieces as pictures and files."""
        if tiles := self._view.selected_tiles():
            self.dnd_source.copy(tiles)

    def copy_post(self) -> None:
        """Copy the post texts of the selected pieces."""
        tiles = self._view.selected_tiles()
        texts = dict.fromkeys(
            tile.specs[0].caption for tile in tiles if tile.specs and not tile.page.piece and not tile.words
        )
        text = "\n\n".join(one for one in texts if one)
        if text:
            QGuiApplication.clipboard().setText(text)
            self._workspace.toast(self.tr("Copied, {count} characters").format(count=len(text)))

    def edit(self) -> None:
        """Open the current piece."""
        if self._view.currentIndex().isValid():
            self._view.open_row(self._view.currentIndex().row())

    def _say(self, text: str, what: str) -> None:
        self._workspace.toast(text.format(what=what), undo=True)

    def piece_menu(self, spot: QPoint) -> None:
        """Open the menu of the selected pieces."""
        if tiles := self._view.selected_tiles():
            menu = piece_menu(self._workspace, tiles, self._view)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(spot)

    def drag(self) -> None:
        """Drag the selected pieces out as files."""
        tiles = self._view.selected_tiles()
        data = self.dnd_source.drag_data(tiles) if tiles else None
        if data is None or not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        drag = QDrag(self._view)
        drag.setMimeData(data)
        picture = self._workspace.renderer.picture(tiles[0].key)
        if picture is not None:
            drag.setPixmap(QPixmap.fromImage(picture).scaledToWidth(DRAG_PICTURE))
        drag.exec(Qt.DropAction.CopyAction)


class BoardCheckState(QObject):
    """Keeps the boxes of a list and the key Space in step with what is ticked.

    `changed` says that other files are wanted, `active_changed` that there are boxes now, or none any more.
    """

    changed = Signal()
    active_changed = Signal(bool)

    def __init__(self, workspace: Workspace, export_choice: ExportChoice, view: BoardView) -> None:
        super().__init__(view)
        self._workspace, self.export_choice = workspace, export_choice
        self._view, self._model = view, view.tiles
        self._on = False
        self._model.ticker = self.state
        self._model.tick_asked.connect(self._asked)
        view.tick_asked.connect(self.toggle)
        self.export_choice.changed.connect(self.refresh)

    def state(self, row: BoardRow) -> Qt.CheckState | None:
        """Whether the files of a tile are wanted; None where there is no box."""
        return self.export_choice.state(self._meant(row))

    def _meant(self, row: BoardRow) -> tuple[Tile, ...]:
        """The tiles that a row stands for: where shapes are mixed, the first tile of a piece stands for all of them."""
        if row.tile is None:
            return ()
        same = tuple(tile for tile in row.section.tiles if tile.piece == row.tile.piece)
        chosen = self._model.view.shape_of(row.section) != MIXED and has_switch(row.section)
        return (row.tile,) if chosen or not row.tile.size or row.tile.key != same[0].key else same

    def section_state(self, section: BoardSection) -> Qt.CheckState | None:
        """Whether all, some or none of the files of a section are wanted."""
        return self.export_choice.state(section.tiles)

    def refresh(self) -> None:
        """Show what is ticked."""
        self._model.refresh_ticks()
        self.changed.emit()
        if self._on != self.export_choice.active:
            self._on = self.export_choice.active
            self.active_changed.emit(self._on)
            if (action := self._workspace.actions.get("tick")) is not None:
                # Without boxes, Space selects as in any list.
                (self._view.addAction if self._on else self._view.removeAction)(action)

    def toggle(self, row: int) -> None:
        """Tick the tile of a row, or take its tick away."""
        chosen = self._model.rows[row]
        self.export_choice.tick(self._meant(chosen), on=self.state(chosen) != Qt.CheckState.Checked)

    def toggle_selected(self) -> None:
        """Tick the selected tiles, or none of them when all are; without boxes, begin with only these ticked."""
        rows = self._view.selected_rows()
        tiles = [tile for row in rows for tile in self._meant(row)]
        if not self.export_choice.active:
            self.export_choice.pick(self._workspace.selection)
            self._workspace.panel_wanted.emit("export")
        elif tiles:
            self.export_choice.tick(tiles, on=self.export_choice.state(tiles) != Qt.CheckState.Checked)

    def toggle_section(self, name: str) -> None:
        """Tick all of a section, or nothing of it when all is ticked."""
        section = next((section for section in self._model.sections if section.name == name), None)
        if section is not None:
            self.export_choice.tick(section.tiles, on=self.section_state(section) != Qt.CheckState.Checked)

    def _asked(self, row: int, on: bool) -> None:
        self.export_choice.tick(self._meant(self._model.rows[row]), on=on)
