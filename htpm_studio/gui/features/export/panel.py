"""The export panel: choosing, writing, result; and the exporter's part in the window (keys, sets, closing)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.export.selection import SETS, estimated_bytes, set_named
from htpm_studio.gui.components.export_choice import ExportChoice
from htpm_studio.gui.components.exporter import Exporter, State, set_title
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.components.quit_question import ask_to_quit, may_quit
from htpm_studio.gui.core.shell import Shell
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.export.choose import ChoosePage
from htpm_studio.gui.features.export.failed import Acts, FailedPage, ways_out
from htpm_studio.gui.features.export.result import ResultPage
from htpm_studio.gui.features.export.running import RunningPage
from htpm_studio.gui.i18n.translate import told
from htpm_studio.gui.widgets.error_dialog import ErrorDialog, failure_of
from htpm_studio.gui.widgets.fields import holds_focus, stack_up
from htpm_studio.gui.widgets.file_dialogs import start_folder
from htpm_studio.gui.widgets.panels import PanelHead


class ExportPanel(QWidget):
    """Follows the exporter from one page to the next."""

    def __init__(
        self, workspace: Workspace, exporter: Exporter, export_choice: ExportChoice, pictures: PicturesController
    ) -> None:
        super().__init__()
        self.workspace, self.exporter = workspace, exporter
        self.choose, self.running = ChoosePage(workspace, exporter, export_choice), RunningPage(workspace, exporter)
        self.result, self.failed = ResultPage(workspace, exporter, pictures), FailedPage(workspace)
        self.pages = QStackedWidget()
        for page in (self.choose, self.running, self.result, self.failed):
            self.pages.addWidget(page)
        stack_up(self, PanelHead(workspace, self.tr("Export")), self.pages)
        self.dialog: ErrorDialog | None = None
        self.choose.wanted.connect(self.exporter.start)
        self.result.choices.clicked.connect(self.show_choices)
        self.exporter.changed.connect(self.follow)
        self.follow()

    # ---------------------------------------------------------------- state

    def follow(self) -> None:
        """Show the page of the exporter's state."""
        state, inside = self.exporter.state, holds_focus(self.pages)
        self._follow(state)
        buttons = (self.choose.go, self.running.stop, self.result.open, *self.failed.buttons[:1])
        self.setFocusProxy(buttons[self.pages.currentIndex()])
        if inside:
            self.setFocus()

    def _follow(self, state: State) -> None:
        if state == "running":
            self.pages.setCurrentWidget(self.running)
        elif state == "done":
            self.result.refresh()
            self.pages.setCurrentWidget(self.result)
            self.result.open.setDefault(True)
        elif state == "failed":
            self._show_failure()
        else:
            self.show_choices()
            if state == "stopped" and self.isVisible():
                self.workspace.toast(self.tr("Stopped. No half-finished files are left behind."))

    def show_choices(self) -> None:
        """Back to choosing."""
        self.choose.refresh()
        self.pages.setCurrentWidget(self.choose)
        self.setFocusProxy(self.choose.go)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A panel that is opened again later starts with what it had; the choices are brought up to date."""
        super().showEvent(event)
        if self.pages.currentWidget() is self.choose:
            self.choose.refresh()

    # ---------------------------------------------------------------- failure

    def _show_failure(self) -> None:
        exporter, error = self.exporter, self.exporter.error or RuntimeError()
        out = exporter.request.out if exporter.request else exporter.folder()
        orders = exporter.orders(exporter.request) if exporter.request else ()
        acts = Acts(self.write_to, self.choose_folder, self._again, self.show_choices)
        choices = ways_out(error, out, estimated_bytes(orders, exporter.known), acts)
        why = told(error) if isinstance(error, StudioError) else self.tr("Something unexpected happened.")
        self.failed.refresh(why, choices)
        self.pages.setCurrentWidget(self.failed)
        safe = self.tr("Your edits are saved, and existing kits are unchanged.")
        failure = failure_of(self.tr("The kit could not be written"), error, safe, choices)
        self.dialog = ErrorDialog(replace(failure, why=why), self.workspace, self.workspace.window)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def write_to(self, out: Path) -> None:
        """Write the same again to another folder, and keep that folder."""
        request = self.exporter.request
        self.workspace.set_settings(replace(self.workspace.settings, kit_folder=str(out)))
        if request is not None:
            self.exporter.start(replace(request, out=out))

    def choose_folder(self) -> None:
        """Ask for another folder, then write there."""
        start = str(start_folder(self.workspace, "kit"))
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for kits"), start)
        if chosen:
            self.write_to(Path(chosen))

    def _again(self) -> None:
        if self.exporter.request is not None:
            self.exporter.start(self.exporter.request)


class ExportCommands(QObject):
    """Keys, the menu of sets, the title and the question when the window closes."""

    def __init__(self, window: Shell, exporter: Exporter) -> None:
        super().__init__(window)
        self._window, self.workspace, self.exporter = window, window.workspace, exporter
        self.ask: Callable[[QWidget, str], str] = ask_to_quit
        self._prefix = ""
        window.handle("export_now", self.exporter.now)
        window.handle("export_piece", lambda: self.exporter.start_pieces(self.workspace.selection))
        for one in SETS:
            action = QAction(set_title(one.name), self)
            action.setObjectName(f"export-{one.name}")
            action.triggered.connect(lambda _on=False, name=one.name: self.exporter.start_set(name))
            window.add_export_set(action)
        # A changed action gives its button the plain icon back.
        self.workspace.actions["export_now"].changed.connect(window.restyle_export)
        window.restyle_export()
        self.kit_words = self.workspace.actions["export_now"].text()
        self.workspace.settings_changed.connect(self._rename)
        self._rename()
        window.on_close(self.may_close)
        self.exporter.changed.connect(self._follow)
        self.exporter.stepped.connect(self._retitle)
        self.workspace.document.changed.connect(self._retitle)

    def _follow(self) -> None:
        self._rename()
        self._retitle()
        hidden = not self._window.shows_panel("export")
        if self.exporter.state == "done" and hidden and self.exporter.written is not None:
            count = len(self.exporter.written.files)
            self.workspace.toast(self.tr("Your kit is ready, {count} files.").format(count=count))
        elif self.exporter.state == "failed" and hidden:
            self.workspace.panel_wanted.emit("export")

    @property
    def words(self) -> str:
        """What the button does: it writes the set that was exported last."""
        name = self.workspace.settings.export_set
        whole = set_named(name) == SETS[0]
        return self.kit_words if whole else self.tr("Export {what}").format(what=set_title(name).lower())

    def _rename(self, *_: object) -> None:
        self.workspace.actions["export_now"].setText(self.tr("Exporting") if self.exporter.running else self.words)

    def _retitle(self, *_: object) -> None:
        title = self._window.windowTitle().removeprefix(self._prefix)
        exporter = self.exporter
        total = exporter.total + exporter.with_kit
        words = self.tr("{done} of {total} – ").format(done=exporter.done, total=total)
        self._prefix = words if exporter.running else ""
        self._window.setWindowTitle(f"{self._prefix}{title}")

    def may_close(self) -> bool:
        """Ask while files are written; "finish" closes the window later by itself."""
        exporter = self.exporter
        if not exporter.running:
            return True
        left = max(1, exporter.total - exporter.done)
        words = self.tr("{count} files have not been written yet.").format(count=left)
        if left == 1:
            words = self.tr("The last file has not been written yet.")
        return may_quit(self._window, words, lambda: exporter.running, exporter.stop, self.ask)
