"""Boxes to tick on the board while the export panel asks what to export."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from htpm_studio.gui.components.exporter import ExportChoice
from htpm_studio.gui.core.pieces import BoardSection, Tile, has_switch
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.model import MIXED, BoardRow
from htpm_studio.gui.features.board.view import BoardView


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

    def toggle_section(self, medium: str) -> None:
        """Tick all of a section, or nothing of it when all is ticked."""
        section = next((one for one in self._model.sections if one.medium == medium), None)
        if section is not None:
            self.export_choice.tick(section.tiles, on=self.section_state(section) != Qt.CheckState.Checked)

    def _asked(self, row: int, on: bool) -> None:
        self.export_choice.tick(self._meant(self._model.rows[row]), on=on)
