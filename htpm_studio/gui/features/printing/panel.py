"""The print panel: which handouts, how many, on which paper; real size always; a test page; Save as PDF."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.errors import InputError
from htpm_studio.export.disk.atomic_output import write_error
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.pages.selection import a_sheet, form_of, printed
from htpm_studio.export.prints.plan import handed_out, number_for, pieces_for, sheets_each, sides_of
from htpm_studio.export.run.render_file import render_file
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.core.tasks import Task
from htpm_studio.gui.core.tiles import size_name
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.printing import printer as printing
from htpm_studio.gui.features.printing.handouts import (
    MOST,
    CertificateNames,
    HandoutRow,
    NoteLine,
    is_needed,
    note_name,
    print_note,
)
from htpm_studio.gui.features.printing.printer import PrintJob
from htpm_studio.gui.i18n import explain, file_words
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    buddy,
    divider,
    kind_label,
    link_button,
    number_field,
    scroll_area,
    set_theme_icon,
    stack_sections,
)
from htpm_studio.gui.widgets.files import open_path, start_folder
from htpm_studio.gui.widgets.layouts import FlowRow, PanelHead, fields_beside, notice_box, panel_foot
from htpm_studio.pieces.model import PAPERS
from htpm_studio.processes.jobs import JobContext

SOON_MS = 150


class PrintPage(QWidget):
    """What is printed is what is exported, at 100 %."""

    def __init__(self, workspace: Workspace, exporter: ExportController, editor: EditorController) -> None:
        super().__init__()
        self.workspace, self._exporter, self._editor = workspace, exporter, editor
        self.rows: dict[str, HandoutRow] = {}
        self.specs: tuple[FileSpec, ...] = ()
        self._of_names: frozenset[str] = frozenset()
        self.ask_printer: Callable[[QPrinter], bool] = self.choose_printer
        self.make_printer: Callable[[], QPrinter] = lambda: QPrinter(QPrinter.PrinterMode.HighResolution)
        self.task: Task | None = None
        self._began: QPushButton | None = None
        self._trouble = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        stack_sections(self, PanelHead(workspace, self.tr("Print")), self._body(), self._note(), self._foot())
        self.setFocusProxy(self.people)
        document = workspace.document
        document.changed.connect(lambda *_: self._soon.start())
        document.week_changed.connect(lambda _week: self._soon.start())
        workspace.panel_wanted.connect(self._asked)
        workspace.print_wanted.connect(self._wanted)
        self.refresh()

    # ---------------------------------------------------------------- building

    def _body(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(kind_label(self.tr("Handouts"), "head"))
        column.addLayout(self._people())
        column.addWidget(self._ticks())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.names = CertificateNames(self.workspace)
        column.addWidget(self.names)
        column.addWidget(divider())
        self.paper, self.color = QComboBox(), QComboBox()
        for name, text in (("letter", self.tr("Letter")), ("a4", self.tr("A4"))):
            self.paper.addItem(text, name)
        self.paper.setCurrentIndex(self.paper.findData(printing.default_paper()))
        self.paper.activated.connect(lambda _row: self.refresh())
        for gray, text in ((False, self.tr("Color")), (True, self.tr("Black and white"))):
            self.color.addItem(text, gray)
        column.addLayout(fields_beside((self.tr("Paper"), self.paper), (self.tr("Color"), self.color)))
        self.test = QPushButton(self.tr("Print a test page"))
        set_theme_icon(self.workspace, self.test, "ruler")
        self.test.clicked.connect(self.print_test)
        row = QHBoxLayout()
        row.addWidget(self.test)
        row.addStretch(1)
        column.addLayout(row)
        words = self.tr("A page with a ruler shows whether the printer keeps the real size.")
        column.addWidget(kind_label(words, "muted", wrap=True))
        column.addStretch(1)
        self.area = scroll_area(content)
        return self.area

    def _note(self) -> QWidget:
        """What to know before printing, or why it does not go, right above the buttons."""
        frame, inside = notice_box("warn")
        self.advice = kind_label("", "", wrap=True)
        inside.addWidget(self.advice, 1)
        return frame

    def _people(self) -> QVBoxLayout:
        """For how many people: sets every number; what is ticked stays so."""
        self.people, button = number_field(1, MOST), QPushButton(self.tr("Calculate quantities"))
        self.people.setValue(self.workspace.settings.print_count)
        label = buddy(self.tr("For how many people?"), self.people)
        button.setToolTip(self.tr("Calculates how many of each you need for that many people. Keeps your selection."))
        button.clicked.connect(self.set_numbers)
        self.people_button = button
        row = QHBoxLayout()
        row.addWidget(self.people)
        row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        return column

    def _ticks(self) -> QWidget:
        """Ways to tick several at once."""
        ticks = QWidget()
        row = FlowRow(ticks, 12)
        row.setContentsMargins(0, 0, 0, 0)
        self.usual, self.every = link_button(self.tr("What events need")), link_button(self.tr("All"))
        self.none = link_button(self.tr("None"))
        self.usual.clicked.connect(lambda: self._tick_groups(self._needed()))
        self.every.clicked.connect(lambda: self._tick_groups({spec.group for spec in self.specs}))
        self.none.clicked.connect(lambda: self._tick_groups(()))
        self.usual.setToolTip(self.tr("Selects one version of everything that is handed out or put up at an event."))
        self.every.setAccessibleName(self.tr("Select all handouts"))
        self.none.setAccessibleName(self.tr("Clear all handouts"))
        row.addWidget(kind_label(self.tr("Select:"), "muted"))
        for button in (self.usual, self.every, self.none):
            row.addWidget(button)
        return ticks

    def _foot(self) -> QWidget:
        self.print, self.save = QPushButton(), QPushButton(self.tr("Save as PDF"))
        set_theme_icon(self.workspace, self.print, "printer", "on_accent")
        set_theme_icon(self.workspace, self.save, "file-text")
        self.print.setProperty("kind", "primary")
        self.print.clicked.connect(self.print_now)
        self.save.clicked.connect(self.save_pdf)
        self.stop = QPushButton(self.tr("Stop"))
        set_theme_icon(self.workspace, self.stop, "x")
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        return panel_foot(self.print, self.save, self.stop)

    # ---------------------------------------------------------------- state

    def refresh(self) -> None:
        """Show the handouts of the open week."""
        try:
            kit = self.workspace.document.kit()
            self.specs = printed(kit, str(self.paper.currentData()))
        except InputError:
            self.specs = ()
        known, first = {spec.group for spec in self.specs}, handed_out(self.specs)
        for spec in self.specs:
            if spec.group not in self.rows:
                alone = partial(self._tick_groups, (spec.group,))
                row = HandoutRow(spec.title, self.workspace.settings.print_count, self._count, alone)
                row.box.setChecked(spec.group in first)
                self.rows[spec.group] = row
                self._list.addWidget(row)
            self.rows[spec.group].set_title(spec.title)
            if spec.private and spec.group not in self._of_names:
                self.rows[spec.group].count.setValue(1)
        self._of_names = frozenset(spec.group for spec in self.specs if spec.private)
        for group, row in self.rows.items():
            row.setVisible(group in known)
        self._count()

    def set_numbers(self) -> None:
        """As many of each as so many people need; what is ticked is the user's choice and stays."""
        for spec in self.specs:
            self.rows[spec.group].count.setValue(max(1, number_for(spec, self.people.value())))

    def _needed(self) -> frozenset[str]:
        return frozenset(spec.group for spec in self.specs if pieces_for(spec, self.people.value()))

    def _tick_groups(self, groups: Collection[str], _checked: bool = False) -> None:
        for group, row in self.rows.items():
            row.box.setChecked(group in groups)

    def _kit(self) -> Kit:
        return self.workspace.document.kit()

    def jobs(self) -> tuple[PrintJob, ...]:
        """What is ticked, and how many sheets of it."""
        found = []
        for spec in self.specs:
            row = self.rows[spec.group]
            if row.box.isChecked():
                found.append(PrintJob(spec, -(-row.count.value() // a_sheet(spec, self._kit()))))
        return tuple(found)

    def _count(self) -> None:
        if any(spec.group not in self.rows for spec in self.specs):
            return  # still being filled
        for spec in self.specs:
            kit, row = self._kit(), self.rows[spec.group]
            other = printing.other_paper(spec, str(self.paper.currentData()))
            both = sides_of(spec, kit) > 1
            paper = size_name(other) if other else ""
            row.show_sheets(a_sheet(spec, kit), sheets_each(spec, kit), paper, both_sides=both)
        sheets = sum(job.copies * sheets_each(job.spec, self._kit()) for job in self.jobs())
        there = bool(printing.printers())
        self.print.setText(self.tr("Print 1 sheet") if sheets == 1 else self.tr("Print {n} sheets").format(n=sheets))
        busy = self.task is not None
        self.print.setEnabled(there and bool(sheets) and not busy)
        self.test.setEnabled(there and not busy)
        self.save.setEnabled(bool(sheets) and not busy)
        self.print.setVisible(not busy)
        self.stop.setVisible(busy)
        missing = self.tr("No printer is set up. Save as PDF instead.")
        self.print.setToolTip("" if there else missing)
        self.test.setToolTip("" if there else missing)
        advice = self.tr("If the printer’s window asks for a size, choose “Actual size”, not “Fit to page”.")
        self.advice.setText(self._trouble or (advice if there else missing))

    def tick(self, pieces: Sequence[str]) -> None:
        """Tick only the handouts among these pieces, if there are any."""
        groups = {spec.group for spec in self.specs if spec.piece in pieces}
        if groups:
            self._tick_groups(groups)

    def showEvent(self, event: QShowEvent) -> None:
        """What is selected, or open in the editor, is what somebody wants to print."""
        super().showEvent(event)
        self.refresh()
        self.take()

    def _asked(self, name: str) -> None:
        if name == "print" and self.isVisible():
            self.take()

    def take(self) -> None:
        """Tick what is selected; in the editor only the form of it that is shown, as many as it says there."""
        editor = self._editor
        if not editor.in_front or editor.now is None:
            self.tick(self.workspace.selection)
            self._show_ticked()
            return
        spec = editor.now.spec
        paper = next((name for name in PAPERS if form_of(spec) == f"print/{name}"), "")
        if paper and paper != self.paper.currentData():
            self.paper.setCurrentIndex(self.paper.findData(paper))
            self.refresh()
        if spec.group in self.rows and any(one.group == spec.group for one in self.specs):
            self._tick_groups((spec.group,))
            self.rows[spec.group].count.setValue(self.workspace.settings.print_count)
        self._show_ticked()

    def _show_ticked(self) -> None:
        """Bring the first handout that is ticked into sight, once the panel has its size."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(next(iter(self._ticked()), self.people)))

    def _ticked(self) -> list[HandoutRow]:
        return [row for spec in self.specs if (row := self.rows[spec.group]).box.isChecked()]

    # ---------------------------------------------------------------- printing

    def choose_printer(self, printer: QPrinter) -> bool:
        """Ask for a printer in the window of the system; False where the user closes it."""
        dialog = QPrintDialog(printer, self)
        for option in ("PrintPageRange", "PrintCollateCopies", "PrintToFile"):
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption[option], on=False)
        return bool(dialog.exec())

    def print_now(self) -> None:
        """Open the system's print window, then print in the background."""
        jobs, kit, gray = self.jobs(), self._kit(), bool(self.color.currentData())
        printer = self.make_printer()
        printing.set_page(printer, printing.paper_size(str(self.paper.currentData())))
        # The printer's window shows how many sheets one handout needs, and what is set there counts.
        printer.setCopyCount(jobs[0].copies if len(jobs) == 1 else 1)
        shown = printer.copyCount()
        if not jobs or not self.ask_printer(printer):
            return
        jobs = tuple(replace(job, copies=job.copies * printer.copyCount() // shown) for job in jobs)
        self._keep_count()
        self._start(
            lambda context: printing.print_jobs(printer, jobs, kit, context, gray=gray),
            lambda sheets: self.workspace.toast(self.tr("{n} sheets were sent to the printer.").format(n=sheets)),
        )

    def _wanted(self) -> None:
        """Print at once; without a printer the keyboard is on what can be done instead."""
        if self.print.isEnabled():
            self.print.setFocus()
            self.print_now()
        elif self.save.isEnabled():
            self.save.setFocus()

    def print_test(self) -> None:
        """Print the page with the ruler."""
        printer, paper = self.make_printer(), str(self.paper.currentData())
        if self.ask_printer(printer):
            self._start(
                lambda _context: printing.print_test_page(printer, paper),
                lambda _none: self.workspace.toast(self.tr("The test page was sent to the printer.")),
            )

    def _keep_count(self) -> None:
        counts = [row.count.value() for row in self.rows.values() if row.box.isChecked()]
        if counts:
            self.workspace.set_settings(replace(self.workspace.settings, print_count=max(counts)))

    # ---------------------------------------------------------------- saving

    def save_pdf(self) -> None:
        """Write the ticked handouts as PDF, the same files as in the export, and a note how to print them."""
        jobs = self.jobs()
        specs = tuple(job.spec for job in jobs)
        if not specs:
            return
        start = self._exporter.folder()
        start = start if start.is_dir() else start_folder(self.workspace, "kit")
        name = PurePosixPath(specs[0].path).name
        if len(specs) == 1:
            chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(start / name), "PDF (*.pdf)")
            paths = [Path(chosen)]
        else:
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the PDF files"), str(start))
            paths = [_free(Path(chosen) / PurePosixPath(spec.path).name) for spec in specs]
        if not chosen:
            return
        kit, pairs = self._kit(), tuple(zip(specs, paths, strict=True))
        lines = tuple(
            NoteLine(path.name, job.spec, self.rows[job.spec.group].count.value(), job.copies)
            for job, path in zip(jobs, paths, strict=True)
        )
        note = print_note(lines, kit, gray=bool(self.color.currentData())) if is_needed(lines, kit) else ""
        name = note_name() if len(paths) > 1 else f"{paths[0].stem}-{note_name()}"
        beside_them = _free(paths[0].parent / name) if note else None
        self._start(
            lambda context: _write(pairs, kit, context, (beside_them, note)),
            lambda count: self._saved(count, paths[0].parent, beside_them),
            self.tr("The PDF could not be saved. {reason}"),
        )

    def _saved(self, count: int, folder: Path, note: Path | None) -> None:
        """Say what is where; a bar stays until it was read."""
        words = self.tr("Saved: {files}.").format(files=file_words(count))
        if note is not None:
            says = self.tr("The note {name} says how many copies to print and on how many sides.")
            words = f"{words} {says.format(name=note.name)}"
        self.workspace.info(words, self.tr("Open folder"), lambda: open_path(self.workspace, folder))
        self.workspace.add_to_info("circle-check")

    # ---------------------------------------------------------------- working

    def _start(self, job: Callable[[JobContext], object], tell: Callable[..., None], failed: str = "") -> None:
        if self.task is not None:
            return
        self._trouble = ""
        failed = failed or self.tr("Nothing was printed. {reason}")
        task = self.task = self._exporter.runner.start(job)
        task.progress.connect(
            lambda step: self.workspace.job_changed.emit(
                self.tr("Printing {title}").format(title=step.label), step.done, step.total
            )
        )
        task.succeeded.connect(tell)
        task.failed.connect(lambda error: self._failed(failed, error))
        task.cancelled.connect(lambda: self.workspace.toast(self.tr("Stopped.")))
        task.finished.connect(self._over)
        # The keyboard waits on Stop and comes back to the button that began.
        focus = self.window().focusWidget()
        self._began = next((one for one in (self.print, self.save, self.test) if one is focus), None)
        self._count()
        if self._began is not None:
            self.stop.setFocus()

    def _failed(self, words: str, error: Exception) -> None:
        """Say why in passing, and above the button until the next try."""
        self._trouble = words.format(reason=explain(error))
        self.workspace.toast(self._trouble)

    def _stop(self) -> None:
        if self.task is not None:
            self.task.cancel()

    def _over(self) -> None:
        self.task = None
        self.workspace.job_changed.emit("", 0, 0)
        waits = self.window().focusWidget() is self.stop
        self._count()
        if waits and self._began is not None:
            self._began.setFocus()


def _free(path: Path) -> Path:
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def _write(pairs: Sequence[tuple[FileSpec, Path]], kit: Kit, context: JobContext, note: tuple[Path | None, str]) -> int:
    builder = PageBuilder()
    for number, (spec, path) in enumerate(pairs):
        context.report(number, len(pairs), spec.title)
        _put(path, render_file(spec, kit.inputs, context, builder).data)
    if note[0] is not None:
        _put(note[0], note[1].encode())
    return len(pairs)


def _put(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise write_error(error, path) from error
