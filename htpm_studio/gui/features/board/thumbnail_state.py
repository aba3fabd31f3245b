"""Which pictures of the board are up to date, which are asked for, and since when one has been waiting."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from htpm_studio.export.kit.kit import Kit
from htpm_studio.gui.core.render_service import WantedPicture
from htpm_studio.gui.core.text_preview import first_page
from htpm_studio.gui.core.tiles import Tile
from htpm_studio.gui.core.workspace import Workspace

GROUP = "board"
BAR_AFTER, BAR_LEAST, BAR_ROUND = 0.4, 0.5, 1.2
TICK_MS = 60


class ThumbnailState(QObject):
    """Asks for pictures that do not show what they should, those first that missed the most changes.

    `changed(key)` is emitted when a tile has to be painted anew.
    """

    changed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.failures: dict[str, str] = {}
        self._again: set[str] = set()
        self._waiting: dict[str, float] = {}
        self._shown: dict[str, float] = {}
        self._missed: dict[str, int] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        workspace.renderer.ready.connect(self._ready)
        workspace.renderer.failed.connect(self._failed)

    @property
    def waiting(self) -> int:
        """How many pictures in sight are not up to date."""
        return len(self._waiting)

    def ask(self, tiles: Sequence[tuple[Tile, int, bool]]) -> None:
        """Ask for tiles with their width in pixels, those in sight (True) before the others."""
        kit = self._workspace.document.kit()
        stale = [row for row in tiles if not self._is_fresh(row[0], row[1])]
        stale.sort(key=lambda row: (not row[2], -self._missed.get(row[0].key, 0)))
        now = time.monotonic()
        in_sight = {tile.key for tile, _, seen in stale if seen}
        self._waiting = {key: self._waiting.get(key, now) for key in in_sight}
        for key in in_sight:
            self._missed[key] = self._missed.get(key, 0) + 1
        if in_sight:
            self._timer.start()
        self._workspace.renderer.want([_wanted(tile, kit, width) for tile, width, _ in stale], GROUP)

    def retry(self, key: str) -> None:
        """Let a picture that could not be drawn be asked for again."""
        self.failures.pop(key, None)
        self._again.add(key)
        self.changed.emit(key)

    def bar(self, key: str) -> float | None:
        """How far the bar of a tile has run, 0 to 1; None when it has none. It keeps still with reduced motion."""
        if key not in self._shown:
            return None
        if self._workspace.settings.reduced_motion:
            return 0.5
        way = ((time.monotonic() - self._shown[key]) / BAR_ROUND) % 2
        return way if way <= 1 else 2 - way

    def _is_fresh(self, tile: Tile, width: int) -> bool:
        newest = self._workspace.renderer.newest(tile.key)
        if newest is None or tile.key in self._again:
            return False
        now = self._workspace.document.kit()
        return newest.shows(tile.page, now, width) and (newest.project is now.project or not tile.words)

    def _ready(self, key: str) -> None:
        self.failures.pop(key, None)
        self._settled(key)

    def _failed(self, key: str, sentence: str) -> None:
        self.failures[key] = sentence
        self._settled(key)

    def _settled(self, key: str) -> None:
        self._again.discard(key)
        self._waiting.pop(key, None)
        self._missed.pop(key, None)
        self.changed.emit(key)

    def _tick(self) -> None:
        now = time.monotonic()
        for key, since in self._waiting.items():
            if now - since >= BAR_AFTER and self._workspace.renderer.picture(key) is not None:
                self._shown.setdefault(key, now)
        for key, since in list(self._shown.items()):
            if key not in self._waiting and now - since >= BAR_LEAST:
                del self._shown[key]
            self.changed.emit(key)
        if not self._waiting and not self._shown:
            self._timer.stop()


def _wanted(tile: Tile, kit: Kit, width: int) -> WantedPicture:
    return WantedPicture(tile.key, tile.page, kit, width, partial(first_page, tile) if tile.words else None)
