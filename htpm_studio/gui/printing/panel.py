"""The print panel: which handouts, how many, on which paper; real size always; a test page; Save as PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
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

from htpm_studio.errors import BadInput
from htpm_studio.export.finished import page_count
from htpm_studio.export.kit import PAPERS, Kit
from htpm_studio.export.make import make
from htpm_studio.export.orders import FileOrder
from htpm_studio.export.place import write_error
from htpm_studio.export.prints.plan import handed_out, pieces_for
from htpm_studio.export.selection import a_sheet, form_of, printed
from htpm_studio.gui.board.model import size_name
from htpm_studio.gui.editor.session import session_of
from htpm_studio.gui.export.job import exporter_of
from htpm_studio.gui.export.parts import beside, file_words, foot, notice, panel_head
from htpm_studio.gui.printing import printer as printing
from htpm_studio.gui.printing.printer import PrintJob
from htpm_studio.gui.printing.row import MOST, HandoutRow
from htpm_studio.gui.speech.spoken import told
from htpm_studio.gui.tasks import Task
from htpm_studio.gui.widgets.fields import MARGIN, buddy, kind_label, line, number_field, scrolling, stack_up, themed
from htpm_studio.gui.widgets.file_dialogs import start_folder
from htpm_studio.gui.workspace import Workspace
from htpm_studio.jobs import JobContext

SOON_MS = 150


class PrintPage(QWidget):
    """What is printed is what is exported, at 100 %."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.rows: dict[str, HandoutRow] = {}
        self.orders: tuple[FileOrder, ...] = ()
        self.ask_printer: Callable[[QPrinter], bool] = self._ask_printer
        self.make_printer: Callable[[], QPrinter] = lambda: QPrinter(QPrinter.PrinterMode.HighResolution)
        self.task: Task | None = None
        self._trouble = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        stack_up(self, panel_head(workspace, self.tr("Print")), self._body(), self._note(), self._foot())
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
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addWidget(line())
        self.paper, self.color = QComboBox(), QComboBox()
        for name, text in (("letter", self.tr("Letter")), ("a4", self.tr("A4"))):
            self.paper.addItem(text, name)
        self.paper.setCurrentIndex(self.paper.findData(printing.default_paper()))
        self.paper.activated.connect(lambda _row: self.refresh())
        for gray, text in ((False, self.tr("Color")), (True, self.tr("Black and white"))):
            self.color.addItem(text, gray)
        column.addLayout(beside((self.tr("Paper"), self.paper), (self.tr("Color"), self.color)))
        self.test = QPushButton(self.tr("Print a test page"))
        themed(self.workspace, self.test, "ruler")
        self.test.clicked.connect(self.print_test)
        row = QHBoxLayout()
        row.addWidget(self.test)
        row.addStretch(1)
        column.addLayout(row)
        words = self.tr("A page with a ruler shows whether the printer keeps the real size.")
        column.addWidget(kind_label(words, "muted", wrap=True))
        column.addStretch(1)
        self._area = scrolling(content)
        return self._area

    def _note(self) -> QWidget:
        """What to know before printing, or why it does not go, right above the buttons."""
        frame, inside = notice("warn")
        self.advice = kind_label("", "", wrap=True)
        inside.addWidget(self.advice, 1)
        return frame

    def _people(self) -> QVBoxLayout:
        """For how many people: sets every number and ticks what is needed."""
        self.people, button = number_field(1, MOST), QPushButton(self.tr("Set the numbers"))
        self.people.setValue(self.workspace.settings.print_count)
        label = buddy(self.tr("For how many people?"), self.people)
        button.setToolTip(self.tr("Ticks what an event needs and says how many of each."))
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

    def _foot(self) -> QWidget:
        self.print, self.save = QPushButton(), QPushButton(self.tr("Save as PDF"))
        themed(self.workspace, self.print, "printer", "on_accent")
        themed(self.workspace, self.save, "file-text")
        self.print.setProperty("kind", "primary")
        self.print.clicked.connect(self.print_now)
        self.save.clicked.connect(self.save_pdf)
        self.stop = QPushButton(self.tr("Stop"))
        themed(self.workspace, self.stop, "x")
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        return foot(self.print, self.save, self.stop)

    # ---------------------------------------------------------------- state

    def refresh(self) -> None:
        """Show the handouts of the open week."""
        try:
            kit = self.workspace.document.kit()
            self.orders = printed(kit, str(self.paper.currentData()))
        except BadInput:
            self.orders = ()
        known, first = {order.group for order in self.orders}, handed_out(self.orders)
        for order in self.orders:
            if order.group not in self.rows:
                row = HandoutRow(order.title, self.workspace.settings.print_count, self._count)
                row.box.setChecked(order.group in first)
                self.rows[order.group] = row
                self._list.addWidget(row)
            self.rows[order.group].set_title(order.title)
        for group, row in self.rows.items():
            row.setVisible(group in known)
        self._count()

    def set_numbers(self) -> None:
        """Tick what so many people need, and as many of each."""
        for order in self.orders:
            pieces, row = pieces_for(order, self.people.value()), self.rows[order.group]
            row.box.setChecked(pieces > 0)
            row.count.setValue(max(1, pieces))

    def _kit(self) -> Kit:
        return self.workspace.document.kit()

    def jobs(self) -> tuple[PrintJob, ...]:
        """What is ticked, and how many sheets of it."""
        found = []
        for order in self.orders:
            row = self.rows[order.group]
            if row.box.isChecked():
                found.append(PrintJob(order, -(-row.count.value() // a_sheet(order, self._kit()))))
        return tuple(found)

    def _count(self) -> None:
        if any(order.group not in self.rows for order in self.orders):
            return  # still being filled
        for order in self.orders:
            thick = -(-page_count(order, self._kit()) // 2)
            other = printing.other_paper(order, str(self.paper.currentData()))
            self.rows[order.group].show_sheets(a_sheet(order, self._kit()), thick, size_name(other) if other else "")
        sheets = sum(job.copies * self._paper_of(job) for job in self.jobs())
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

    def _paper_of(self, job: PrintJob) -> int:
        pages = page_count(job.order, self._kit())
        return -(-pages // 2) if pages > 1 else 1

    def tick(self, pieces: Sequence[str]) -> None:
        """Tick only the handouts among these pieces, if there are any."""
        groups = {order.group for order in self.orders if order.piece in pieces}
        if groups:
            for group, row in self.rows.items():
                row.box.setChecked(group in groups)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What is selected, or open in the editor, is what somebody wants to print."""
        super().showEvent(event)
        self.refresh()
        self._take()

    def _asked(self, name: str) -> None:
        if name == "print" and self.isVisible():
            self._take()

    def _take(self) -> None:
        """Tick what is selected; in the editor only the form of it that is shown, as many as it says there."""
        session = session_of(self.workspace)
        if not session.in_front or session.now is None:
            self.tick(self.workspace.selection)
            self._show_ticked()
            return
        order = session.now.order
        paper = next((name for name in PAPERS if form_of(order) == f"print/{name}"), "")
        if paper and paper != self.paper.currentData():
            self.paper.setCurrentIndex(self.paper.findData(paper))
            self.refresh()
        if order.group in self.rows and any(one.group == order.group for one in self.orders):
            for group, row in self.rows.items():
                row.box.setChecked(group == order.group)
            self.rows[order.group].count.setValue(self.workspace.settings.print_count)
        self._show_ticked()

    def _show_ticked(self) -> None:
        """Bring the first handout that is ticked into sight, once the panel has its size."""
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(next(iter(self._ticked()), self.people)))

    def _ticked(self) -> list[HandoutRow]:
        return [row for order in self.orders if (row := self.rows[order.group]).box.isChecked()]

    # ---------------------------------------------------------------- printing

    def _ask_printer(self, printer: QPrinter) -> bool:
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
            lambda sheets: self.tr("{n} sheets were sent to the printer.").format(n=sheets),
        )

    def _wanted(self) -> None:
        """Print at once; without a printer the keyboard stands on what can be done instead."""
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
                lambda _none: self.tr("The test page was sent to the printer."),
            )

    def _keep_count(self) -> None:
        counts = [row.count.value() for row in self.rows.values() if row.box.isChecked()]
        if counts:
            self.workspace.set_settings(replace(self.workspace.settings, print_count=max(counts)))

    # ---------------------------------------------------------------- saving

    def save_pdf(self) -> None:
        """Write the ticked handouts as PDF, the same files as in the export."""
        orders = tuple(job.order for job in self.jobs())
        if not orders:
            return
        start = exporter_of(self.workspace).folder()
        start = start if start.is_dir() else start_folder(self.workspace, "kit")
        name = PurePosixPath(orders[0].path).name
        if len(orders) == 1:
            chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(start / name), "PDF (*.pdf)")
            paths = [Path(chosen)]
        else:
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the PDF files"), str(start))
            paths = [_free(Path(chosen) / PurePosixPath(order.path).name) for order in orders]
        if not chosen:
            return
        kit, pairs = self._kit(), tuple(zip(orders, paths, strict=True))
        self._start(
            lambda context: _write(pairs, kit, context),
            lambda count: self.tr("Saved: {files}.").format(files=file_words(count)),
            self.tr("The PDF could not be saved. {reason}"),
        )

    # ---------------------------------------------------------------- working

    def _start(self, job: Callable[[JobContext], object], words: Callable[..., str], failed: str = "") -> None:
        if self.task is not None:
            return
        self._trouble = ""
        failed = failed or self.tr("Nothing was printed. {reason}")
        task = self.task = exporter_of(self.workspace).runner.start(job)
        task.progress.connect(
            lambda step: self.workspace.job_changed.emit(
                self.tr("Printing {title}").format(title=step.label), step.done, step.total
            )
        )
        task.succeeded.connect(lambda value: self.workspace.toast(words(value)))
        task.failed.connect(lambda error: self._failed(failed, error))
        task.cancelled.connect(lambda: self.workspace.toast(self.tr("Stopped.")))
        task.finished.connect(self._over)
        self._count()

    def _failed(self, words: str, error: Exception) -> None:
        """Say why in passing, and above the button until the next try."""
        self._trouble = words.format(reason=told(error))
        self.workspace.toast(self._trouble)

    def _stop(self) -> None:
        if self.task is not None:
            self.task.cancel()

    def _over(self) -> None:
        self.task = None
        self.workspace.job_changed.emit("", 0, 0)
        self._count()


def _free(path: Path) -> Path:
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def _write(pairs: Sequence[tuple[FileOrder, Path]], kit: Kit, context: JobContext) -> int:
    for number, (order, path) in enumerate(pairs):
        context.report(number, len(pairs), order.title)
        data = make(order, kit, context).data
        try:
            path.write_bytes(data)
        except OSError as error:
            raise write_error(error, path) from error
    return len(pairs)
