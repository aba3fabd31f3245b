"""What is ticked for the next export: one state for the export panel and for the boxes on the board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from htpm_studio.export.selection import SETS, Selection
from htpm_studio.export.specs import FileSpec
from htpm_studio.gui.components.exporter import Exporter
from htpm_studio.gui.core.pieces import Tile
from htpm_studio.gui.core.workspace import Workspace

OWN, PICKED = "own", "picked"
"""The names of a choice of the user's own, and of the one that follows the selected pieces."""


class ExportChoice(QObject):
    """What is ticked. `active` while something can be ticked, which is what `changed` tells too."""

    changed = Signal()

    def __init__(self, workspace: Workspace, exporter: Exporter) -> None:
        super().__init__(workspace)
        self._exporter = exporter
        self.set_name = workspace.settings.export_set
        self.selection: Selection = exporter.set_selection(self.set_name)
        self.orders: tuple[FileSpec, ...] = ()
        self.active = False

    def set_active(self, active: bool) -> None:
        """Show the boxes on the board, or take them away."""
        if active != self.active:
            self.active = active
            self.changed.emit()

    def show(self, name: str, selection: Selection, orders: Sequence[FileSpec]) -> None:
        """Say what is wanted, of which files."""
        if (name, selection, tuple(orders)) != (self.set_name, self.selection, self.orders):
            self.set_name, self.selection, self.orders = name, selection, tuple(orders)
            self.changed.emit()

    def pick(self, pieces: Iterable[str]) -> None:
        """Want only these pieces, in every form of the whole kit."""
        every = self._exporter.set_selection(SETS[0].name)
        self.show(PICKED, replace(every, pieces=frozenset(pieces)), self.orders)

    def state(self, tiles: Iterable[Tile]) -> Qt.CheckState | None:
        """Whether the files of these tiles are wanted, all or some; None where there is nothing to tick."""
        wanted = [self.selection.wants(order) for order in self._files(tiles)] if self.active else []
        if not wanted:
            return None
        if all(wanted):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if any(wanted) else Qt.CheckState.Unchecked

    def tick(self, tiles: Iterable[Tile], *, on: bool) -> None:
        """Want the files of these tiles, or not; from then on it is a choice of the user's own."""
        files = self._files(tiles)
        if files:
            self.show(OWN, self.selection.with_files(self.orders, files, wanted=on), self.orders)

    def _files(self, tiles: Iterable[Tile]) -> list[FileSpec]:
        known = {order.path for order in self.orders}
        found: dict[str, FileSpec] = {}
        for tile in tiles:
            for order in () if tile.left_out else tile.orders:
                if order.path in known and (not tile.size or tile.size == order.pages[0].canvas):
                    found[order.path] = order
        return list(found.values())
