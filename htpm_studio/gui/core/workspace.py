"""What every part of the window shares: the open document, drawing, jobs, settings, colors and services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QIcon
from PySide6.QtWidgets import QWidget

from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.kept_pictures import KeptPictures
from htpm_studio.gui.core.render_service import RenderService
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.tasks import TaskRunner
from htpm_studio.gui.style import WindowTheme, icon
from htpm_studio.processes.worker_process import Runner, run_inline


class Workspace(QObject):
    """Handed to every page and panel.

    `selection_changed` carries the ids of the selected pieces; `opened` asks for the editor of a piece;
    `page_wanted` names a page of the center ("" leads back), `panel_wanted` a panel at the right and `card_wanted` a
    card below the brand strip or beside a piece ("" closes). `when_done` closes the window, or starts it again, once
    what is being made is finished; `back_to_show` goes on with a show that waits, where there is one.
    `files_dropped` carries a drops.Dropped. `checks_changed` tells how many findings there are and a sentence
    for each piece that has one, `saved_changed` a sentence and whether all is well, `job_changed` what runs in
    the background with its done and total steps ("" when nothing does). `run_work` does what makes many files.
    The folder `finished` keeps pictures for the next start.
    """

    theme_changed = Signal()
    settings_changed = Signal()
    selection_changed = Signal(object)
    opened = Signal(str)
    page_wanted = Signal(str)
    card_wanted = Signal(str)
    panel_wanted = Signal(str)
    print_wanted = Signal()
    toast_wanted = Signal(str, bool)
    info_wanted = Signal(str, str, object)
    info_over = Signal(object)
    info_added = Signal(str, str, object)
    files_dropped = Signal(object)
    checks_changed = Signal(int, object)
    saved_changed = Signal(str, bool)
    job_changed = Signal(str, int, int)
    closing = Signal()

    def __init__(
        self,
        document: KitDocument,
        settings: Settings,
        theme: WindowTheme,
        today: date,
        run_work: Runner = run_inline,
        finished: Path | None = None,
    ) -> None:
        super().__init__()
        self.document = document
        self.settings = settings
        self.theme = theme
        self.today = today
        self.run_work = run_work
        self.renderer = RenderService(self, KeptPictures(finished) if finished is not None else None)
        self.tasks = TaskRunner(self)
        self.actions: dict[str, QAction] = {}
        self.selection: tuple[str, ...] = ()
        self.text_wanted: tuple[str, str] = ("", "")
        self.spot_wanted: tuple[float, float] | None = None
        self.window: QWidget | None = None
        self.when_done: Callable[[], object] | None = None
        self.back_to_show: Callable[[], object] | None = None

    def icon(self, name: str, token: str = "text") -> QIcon:
        """A line icon in a theme color."""
        return icon(name, self.theme.color(token), self.theme.color("disabled"))

    def set_theme(self, theme: WindowTheme) -> None:
        """Change the colors of everything."""
        self.theme = theme
        self.theme_changed.emit()

    def set_settings(self, settings: Settings) -> None:
        """Change the preferences; applied at once."""
        self.settings = settings
        self.settings_changed.emit()

    def select(self, pieces: tuple[str, ...]) -> None:
        """Make these pieces the selected ones."""
        if pieces != self.selection:
            self.selection = pieces
            self.selection_changed.emit(pieces)

    def open_text(self, piece: str, field: str, spot: tuple[float, float] | None = None) -> None:
        """Open a piece with the cursor in one of its texts, or with the word at a point of its page selected.

        Its page takes `text_wanted` and `spot_wanted` when it has come up.
        """
        self.text_wanted, self.spot_wanted = (piece, field), spot
        self.opened.emit(piece)

    def forget_wanted(self) -> None:
        """Nobody asks for the cursor in a text any more."""
        self.text_wanted, self.spot_wanted = ("", ""), None

    def toast(self, text: str, *, undo: bool = False) -> None:
        """A short line at the bottom of the center, with Undo where the last step can be taken back."""
        self.toast_wanted.emit(text, undo)
        self.announce(text)

    def info(self, text: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """A bar above the center for a changed state, with one button."""
        self.info_wanted.emit(text, button, act)
        self.announce(text)

    def add_to_info(self, icon: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Give the bar that was shown last, which is good news, an icon and a second button."""
        self.info_added.emit(icon, button, act)

    def announce(self, text: str) -> None:
        """Tell a screen reader, politely."""
        if self.window is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.window, text))

    def work_is_over(self, *, well: bool) -> None:
        """Do what waits for the end of the work; where the work did not end well, the window stays."""
        then, self.when_done = self.when_done, None
        if then is not None and well:
            then()

    def shutdown(self) -> None:
        """Stop all work; call before the application quits."""
        self.closing.emit()
        self.renderer.shutdown()
        self.tasks.shutdown()
