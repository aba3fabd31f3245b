"""Boxes to tick on the board while the export panel asks what to export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from htpm_studio.gui.components.export_choice import ticks_of
from htpm_studio.gui.core.pieces import BoardSection, Tile, has_switch
from htpm_studio.gui.features.board.model import MIXED, BoardRow

if TYPE_CHECKING:
    from htpm_studio.gui.features.board.page import Board


class BoardTicks(QObject):
    """Keeps boxes, headings, hint and the key Space in step with what is ticked."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board, self.ticks = board, ticks_of(board.workspace)
        self._on = False
        board.model.ticker = self.state
        board.model.tick_asked.connect(self._asked)
        board.view.tick_asked.connect(self.toggle)
        self.ticks.changed.connect(self.refresh)

    def state(self, row: BoardRow) -> Qt.CheckState | None:
        """Whether the files of a tile are wanted; None where there is no box."""
        return self.ticks.state(self._meant(row))

    def _meant(self, row: BoardRow) -> tuple[Tile, ...]:
        """The tiles that a row stands for: where shapes are mixed, the first tile of a piece stands for all of them."""
        if row.tile is None:
            return ()
        same = tuple(tile for tile in row.section.tiles if tile.piece == row.tile.piece)
        chosen = self._board.model.view.sizes.get(row.section.medium, MIXED) != MIXED and has_switch(row.section)
        return (row.tile,) if chosen or not row.tile.size or row.tile.key != same[0].key else same

    def section_state(self, section: BoardSection) -> Qt.CheckState | None:
        """Whether all, some or none of the files of a section are wanted."""
        return self.ticks.state(section.tiles)

    def refresh(self) -> None:
        """Show what is ticked."""
        board, action = self._board, self._board.workspace.actions.get("tick")
        board.model.refresh_ticks()
        board.show_ticks()
        if self._on != self.ticks.active:
            self._on = self.ticks.active
            board.filters.set_ticking(self._on)
            if action is not None:
                # Without boxes, Space selects as in any list.
                (board.view.addAction if self._on else board.view.removeAction)(action)

    def toggle(self, row: int) -> None:
        """Tick the tile of a row, or take its tick away."""
        chosen = self._board.model.rows[row]
        self.ticks.tick(self._meant(chosen), on=self.state(chosen) != Qt.CheckState.Checked)

    def toggle_selected(self) -> None:
        """Tick the selected tiles, or none of them when all are; without boxes, begin with only these ticked."""
        rows = self._board.selected_rows()
        tiles = [tile for row in rows for tile in self._meant(row)]
        if not self.ticks.active:
            self.ticks.pick(self._board.workspace.selection)
            self._board.workspace.panel_wanted.emit("export")
        elif tiles:
            self.ticks.tick(tiles, on=self.ticks.state(tiles) != Qt.CheckState.Checked)

    def toggle_section(self, medium: str) -> None:
        """Tick all of a section, or nothing of it when all is ticked."""
        section = next((one for one in self._board.model.sections if one.medium == medium), None)
        if section is not None:
            self.ticks.tick(section.tiles, on=self.section_state(section) != Qt.CheckState.Checked)

    def _asked(self, row: int, on: bool) -> None:
        self.ticks.tick(self._meant(self._board.model.rows[row]), on=on)
