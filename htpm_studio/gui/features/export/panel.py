"""The export panel: choosing, writing and how far it is, and the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.errors import StudioError
from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.export.pages.selection import estimated_bytes
from htpm_studio.gui.controllers.export import ExportChoice, ExportController, ExportState
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.tiles import form_name, section_title
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.export.choose import ChoosePage
from htpm_studio.gui.features.export.problems import FailedPage, FailureActions, ways_out
from htpm_studio.gui.features.export.result import ResultPage
from htpm_studio.gui.i18n import explain, path_words, time_words
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import STRETCH, at_top, in_column, in_row
from htpm_studio.gui.widgets.dialogs import ErrorDialog, failure_of
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    contains_focus,
    divider,
    kind_label,
    restyle,
    scroll_area,
    set_theme_icon,
    stack_sections,
)
from htpm_studio.gui.widgets.files import start_folder
from htpm_studio.gui.widgets.labels import breakable
from htpm_studio.gui.widgets.layouts import PanelHead, panel_foot, title_label

ICON = 20


class ProgressRow(QWidget):
    """One medium: its state as icon and words, and a bar while it is in the making."""

    def __init__(self, workspace: Workspace, title: str) -> None:
        super().__init__()
        self._workspace = workspace
        self.icon, self.title = QLabel(), kind_label(title, "head")
        self.count = kind_label("", "muted")
        self.note = kind_label("", "muted", wrap=True)
        self.note.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        kept = self.bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the rows below stay where they are when it comes and goes
        self.bar.setSizePolicy(kept)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.icon, 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.count, 0, 2)
        grid.addWidget(self.note, 1, 1, 1, 2)
        grid.addWidget(self.bar, 2, 1, 1, 2)

    def show_forms(self, names: Sequence[str]) -> None:
        """Say what the files are."""
        self.note.setText(", ".join(names))
        self.note.setVisible(bool(names))

    def show_count(self, done: int, total: int) -> None:
        """Show how many files are done."""
        ready, started = done >= total, done > 0
        name, token = (
            ("circle-check", "ok") if ready else ("loader-circle", "accent") if started else ("circle", "muted")
        )
        show_mark(self.icon, self._workspace.icon(name, token), ICON)
        words = self.tr("Done, {total}") if ready else self.tr("{done} of {total}")
        self.count.setText(words.format(done=done, total=total))
        self.title.setProperty("kind", "head" if started else "muted")
        restyle(self.title)
        self.bar.setVisible(started and not ready)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)


class RunningPage(QWidget):
    """Fed by the exporter."""

    def __init__(self, workspace: Workspace, exporter: ExportController) -> None:
        super().__init__()
        self.workspace, self.exporter = workspace, exporter
        self.rows: dict[str, ProgressRow] = {}
        self._marks: list[tuple[QLabel, str]] = []
        self.stop = QPushButton(self.tr("Stop"))
        set_theme_icon(workspace, self.stop, "x")
        self.stop.clicked.connect(self._stop)
        self.stop_words = kind_label("", "muted", wrap=True)
        stack_sections(self, self._body(), panel_foot(self.stop, self.stop_words))
        self.exporter.stepped.connect(self.refresh)
        self.exporter.changed.connect(self._begin)
        self._begin()

    def _body(self) -> QWidget:
        content = QWidget()
        self.title = title_label("")
        self.note = kind_label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        for piece in CATALOGUE:
            row = self.rows[piece.medium] = ProgressRow(self.workspace, section_title(piece))
            self._list.addWidget(row)
        self.last = ProgressRow(self.workspace, self.tr("Start page and list of files"))
        self._list.addWidget(self.last)
        self.place = kind_label("", "muted", wrap=True)
        words = self.tr("Shows the kit as it was when you started. Later edits are not included.")
        in_column(
            self.title,
            self.note,
            self.bar,
            6,
            divider(),
            self._list,
            divider(),
            self._marked("folder-open", self.place),
            self._marked("history", kind_label(words, "muted", wrap=True)),
            STRETCH,
            inside=content,
            margins=(MARGIN, 16, MARGIN, MARGIN),
            spacing=6,
        )
        return scroll_area(content)

    def _marked(self, icon: str, words: QLabel) -> QHBoxLayout:
        mark = QLabel()
        row = in_row(at_top(mark), (words, 1), spacing=10)
        self._marks.append((mark, icon))
        return row

    def _begin(self) -> None:
        if not self.exporter.running:
            return
        for mark, icon in self._marks:
            show_mark(mark, self.workspace.icon(icon, "muted"))
        for medium, row in self.rows.items():
            row.show_forms([form_name(form) for form in self.exporter.forms.get(medium, ())])
        self.stop.setEnabled(True)
        self.stop_words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop_words.setText(self.tr("No half-finished files are left behind."))
        request = self.exporter.request
        if request is not None:
            name = self.exporter.folder_name((request.weeks or ())[0], request) if len(request.weeks or ()) == 1 else ""
            self.place.setText(breakable(path_words(request.out / name)))
        self.refresh()

    def refresh(self) -> None:
        """Show how far it is."""
        exporter = self.exporter
        done, total = exporter.steps()
        if exporter.done >= exporter.total:
            self.title.setText(self.tr("Putting the kit together"))
        elif exporter.pages_total:
            self.title.setText(self.tr("{done} of {total} pages drawn").format(done=done, total=total))
        else:
            self.title.setText(self.tr("Writing {done} of {total} files").format(done=done, total=total))
        self.note.setText(self._note())
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.title.text())
        counts = exporter.counts()
        for medium, row in self.rows.items():
            total = exporter.totals[medium]
            row.setVisible(total > 0)
            row.show_count(min(total, counts[medium]), total)
        self.last.show_count(0, exporter.with_kit)

    def _note(self) -> str:
        """How long it still takes and what is made now, as far as that is known."""
        exporter, left = self.exporter, self.exporter.seconds_left()
        if exporter.total and exporter.done >= exporter.total:
            return self.tr("Almost done.")
        words = self.tr("About {time} left. {label}") if left else "{label}"
        if not left and not exporter.steps()[0]:
            words = self.tr("Getting ready. {label}")
        return words.format(time=time_words(left), label=exporter.label).strip()

    def _stop(self) -> None:
        # A button that goes gray would hand the focus to whatever comes next in the window.
        self.stop_words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stop_words.setFocus()
        self.stop.setEnabled(False)
        self.stop_words.setText(self.tr("Stopping…"))
        self.exporter.stop()


class ExportPanel(QWidget):
    """Follows the exporter from one page to the next."""

    def __init__(
        self,
        workspace: Workspace,
        exporter: ExportController,
        export_choice: ExportChoice,
        pictures: PicturesController,
    ) -> None:
        super().__init__()
        self.workspace, self.exporter = workspace, exporter
        self.choose, self.running = ChoosePage(workspace, exporter, export_choice), RunningPage(workspace, exporter)
        self.result, self.failed = ResultPage(workspace, exporter, pictures), FailedPage(workspace)
        self.pages = QStackedWidget()
        for page in (self.choose, self.running, self.result, self.failed):
            self.pages.addWidget(page)
        stack_sections(self, PanelHead(workspace, self.tr("Export")), self.pages)
        self.dialog: ErrorDialog | None = None
        self.choose.wanted.connect(self.exporter.start)
        self.result.choices.clicked.connect(self.show_choices)
        self.exporter.changed.connect(self.follow)
        self.follow()

    # ---------------------------------------------------------------- state

    def follow(self) -> None:
        """Show the page of the exporter's state."""
        state, inside = self.exporter.state, contains_focus(self.pages)
        self._follow(state)
        buttons = (self.choose.go, self.running.stop, self.result.open, *self.failed.buttons[:1])
        self.setFocusProxy(buttons[self.pages.currentIndex()])
        if inside:
            self.setFocus()

    def _follow(self, state: ExportState) -> None:
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

    def step_back(self) -> bool:
        """Leave the result of an export for what to export next."""
        over = self.pages.currentWidget() in (self.result, self.failed)
        if over:
            self.show_choices()
        return over

    def showEvent(self, event: QShowEvent) -> None:
        """A panel that is opened again later starts with what it had; the choices are brought up to date."""
        super().showEvent(event)
        if self.pages.currentWidget() is self.choose:
            self.choose.refresh()

    # ---------------------------------------------------------------- failure

    def _show_failure(self) -> None:
        exporter, error = self.exporter, self.exporter.error or RuntimeError()
        out = exporter.request.out if exporter.request else exporter.folder()
        specs = exporter.specs(exporter.request) if exporter.request else ()
        acts = FailureActions(self.write_to, self.choose_folder, self._again, self.show_choices)
        choices = ways_out(error, out, estimated_bytes(specs, exporter.known), acts)
        why = explain(error) if isinstance(error, StudioError) else self.tr("Something unexpected happened.")
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
