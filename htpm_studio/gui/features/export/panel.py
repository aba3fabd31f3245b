"""The export panel: choosing, writing, result; and the exporter's part in the window (keys, sets, closing)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.export.selection import estimated_bytes
from htpm_studio.gui.components.exporter import ExportChoice, Exporter, State
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.export.choose import ChoosePage
from htpm_studio.gui.features.export.problems import Acts, FailedPage, ways_out
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
