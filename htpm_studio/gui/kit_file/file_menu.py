"""New, open, recent, save: the commands of the File menu with their windows, for the session's kit."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QDir, QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QMenu

from htpm_studio.gui.core.dnd import Dropped
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.i18n import clock_words, month_words
from htpm_studio.gui.kit_file.file import SafetyCopy, file_name
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.gui.widgets.dialogs import ErrorDialog, Failure
from htpm_studio.gui.widgets.files import start_folder
from htpm_studio.project.store import SUFFIX


class FileMenu(QObject):
    """Does the commands of the File menu that are about kit files; the child of the window."""

    def __init__(self, window: Shell, session: KitSession, documents: Path) -> None:
        super().__init__(window)
        self._window, self._session, self._documents = window, session, documents
        self._workspace = window.workspace
        for name, slot in (
            ("new", session.new),
            ("open", self.open),
            ("save", partial(session.save, asked=True)),
            ("save_as", self.save_as),
            ("save_copy", self.save_copy),
        ):
            if name in self._workspace.actions:
                window.handle(name, slot)
        self.recent = QMenu(self.tr("Open recent"), window)
        self.recent.setIcon(self._workspace.icon("clock"))
        self._workspace.theme_changed.connect(self._recolor)
        self._workspace.settings_changed.connect(self._fill)
        self._workspace.files_dropped.connect(self._dropped)
        session.notifications.failed.connect(self.tell)
        session.notifications.place_wanted.connect(self.save_as)
        self._place_menu()
        self._fill()
        window.undo_menu.aboutToShow.connect(self._add_copies)

    def open(self) -> None:
        """Ask for a kit file and open it."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open kit"), self._folder(), self._kinds())
        if name:
            self._session.open(Path(name))

    def save_as(self) -> None:
        """Ask for a place and go on with the kit there."""
        if (path := self._ask(self.tr("Save as"))) is not None:
            self._session.save_as(path)

    def save_copy(self) -> None:
        """Ask for a place and write a second file there."""
        if (path := self._ask(self.tr("Save a copy"))) is not None:
            self._session.save_copy(path)

    def tell(self, failure: Failure) -> None:
        """Show why something that the user asked for did not work."""
        ErrorDialog(failure, self._workspace, self._window).open()

    def _ask(self, title: str) -> Path | None:
        path = self._session.path or self._session.origin
        document = self._workspace.document
        month = month_words(document.campaign.observance.month, document.project.year)
        name = path.stem if path else file_name(self._workspace.document.project, month)
        start = str(Path(self._folder()) / f"{name}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, self._kinds())
        if not chosen:
            return None
        return Path(chosen) if Path(chosen).suffix == SUFFIX else Path(f"{chosen}{SUFFIX}")

    def _folder(self) -> str:
        path = self._session.path or self._session.origin
        folder = path.parent if path else self._documents
        return str(folder if folder.is_dir() else start_folder(self._workspace, "kit"))

    def _kinds(self) -> str:
        return self.tr("Kits ({pattern})").format(pattern=f"*{SUFFIX}")

    # ---------------------------------------------------------------- recent files

    def _place_menu(self) -> None:
        """Put the list of recent kits behind "Open kit…"."""
        actions = self._workspace.actions
        for menu in self._window.menus:
            entries = menu.actions()
            if actions.get("open") in entries:
                menu.insertMenu(entries[entries.index(actions["open"]) + 1], self.recent)
                return

    def _fill(self) -> None:
        self.recent.clear()
        for number, name in enumerate(self._workspace.settings.recent, 1):
            path = Path(name)
            prefix = f"&{number} " if number < 10 else ""
            action = self.recent.addAction(prefix + path.stem.replace("&", "&&"))
            action.setToolTip(QDir.toNativeSeparators(name))
            action.setStatusTip(QDir.toNativeSeparators(name))
            action.triggered.connect(lambda _checked=False, chosen=path: self._session.open(chosen))
        self.recent.setToolTipsVisible(True)
        self.recent.setEnabled(not self.recent.isEmpty())

    def _add_copies(self) -> None:
        """Below the steps: the safety copies of the kit, as they were then."""
        copies = self._session.copies()
        menu = self._window.undo_menu
        menu.addSection(self.tr("Safety copies"))
        if not copies:
            menu.addAction(self.tr("None yet. One is saved about every 10 minutes.")).setEnabled(False)
        for copy in copies:
            words = self.tr("Go back to {moment}").format(moment=self._moment(copy))
            menu.addAction(words, partial(self._session.go_back, copy))

    def _moment(self, copy: SafetyCopy) -> str:
        if copy.at.date() == self._workspace.today:
            return clock_words(copy.at)
        day = QLocale().toString(QDate(copy.at.year, copy.at.month, copy.at.day), QLocale.FormatType.ShortFormat)
        return self.tr("{day}, {time}").format(day=day, time=clock_words(copy.at))

    def _recolor(self) -> None:
        self.recent.setIcon(self._workspace.icon("clock"))

    def _dropped(self, dropped: Dropped) -> None:
        for path in dropped.paths:
            if path.suffix.lower() == SUFFIX:
                self._session.open(path)
                return
