"""The presentation of the user's whose design decks take: read once, and again when it was changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from htpm_studio.errors import InputError
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain

if TYPE_CHECKING:  # Few users have one, and its reader imports much.
    from htpm_studio.render.pptx.deck_template.reader import DeckTemplate

SMALL = 3_000_000
"""So many bytes are read before the board is first drawn, so that it does not change under the eyes."""


class DeckDesign(QObject):
    """Follows the setting; the document has the design, or why it has none. `changed` tells of both."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace, self.document = workspace, workspace.document
        self.last = self._path = ""
        self._stamp: tuple[int, int] | None = None
        workspace.settings_changed.connect(self.follow)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.came_back)
        self.follow()

    @property
    def name(self) -> str:
        """The name of the file that is chosen; "" for none."""
        return Path(self._path).name if self._path else ""

    def take(self, path: str) -> str:
        """Use a presentation, or the kit's own design for ""; says why where it cannot be, and changes nothing then."""
        if path:
            try:
                self._show(path, _read(Path(path)), "")
            except InputError as error:
                return explain(error)
        self.workspace.set_settings(replace(self.workspace.settings, reference_deck=path))
        return ""

    def came_back(self, state: Qt.ApplicationState) -> None:
        """Read a file again that was changed in another program."""
        if state == Qt.ApplicationState.ApplicationActive and self._path and self._stamp != _stamp_of(self._path):
            self._read_again(self._path)

    def follow(self) -> None:
        """Use what the settings name."""
        path = self.workspace.settings.reference_deck
        if path == self._path:
            return
        if path:
            self._read_again(path)
        else:
            self._show("", None, "")

    def _read_again(self, path: str) -> None:
        self._path, stamp = path, _stamp_of(path)
        if stamp is not None and stamp[1] > SMALL:
            work = partial(_read, Path(path))

            def show(found: DeckTemplate) -> None:
                if path == self._path:  # Otherwise another was chosen meanwhile.
                    self._show(path, found, "")

            self.workspace.renderer.ask(self, work, show, partial(self._fail, path))
            return
        try:
            self._show(path, _read(Path(path)), "")
        except InputError as error:
            self._fail(path, error)

    def _fail(self, path: str, error: Exception) -> None:
        if path != self._path:
            return
        self._show(path, None, explain(error) if isinstance(error, InputError) else str(error))
        # At the start, the window that tells it is not there yet.
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        words = self.tr("The decks have the kit's own design. {problem}").format(problem=self.document.deck_problem)
        self.workspace.info(words, self.tr("Choose another file"), lambda: self.workspace.card_wanted.emit("design"))

    def _show(self, path: str, found: DeckTemplate | None, problem: str) -> None:
        self._path, self._stamp = path, _stamp_of(path)
        self.last = path or self.last
        self.document.use_deck_template(found, problem)
        self.changed.emit()


def _read(path: Path) -> DeckTemplate:
    """The design of a file in which decks can be shown; raises InputError for any other."""
    from htpm_studio.export.decks.deck_template_file import open_deck_template  # noqa: PLC0415 - few users have one

    return open_deck_template(path)


def _stamp_of(path: str) -> tuple[int, int] | None:
    """What changes with a file: when it was written, and its size; None for one that is not there."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
