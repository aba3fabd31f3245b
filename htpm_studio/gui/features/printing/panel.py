"""The print panel: an order for so many people, what to buy for it, PDFs for the printer, and printing at real size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.errors import InputError, StudioError
from htpm_studio.export.disk.atomic_output import write_error
from htpm_studio.export.kit.edits import ALL_PIECES, INK, ONE_INK, all_one_ink
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.pages.selection import form_of, printed
from htpm_studio.export.preflight.hotline import BLOCKED
from htpm_studio.export.prints.plan import (
    PrintLine,
    in_presets,
    kinds_of,
    lacks_names,
    pieces_for,
    print_line,
    sheets_each,
    to_buy,
)
from htpm_studio.export.prints.print_list import ListedFile, print_list
from htpm_studio.export.prints.printer_files import printer_specs
from htpm_studio.export.run.render_file import LEFT_OUT, render_file
from htpm_studio.export.run.render_task import shown_page
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.core.render_service import WantedPicture
from htpm_studio.gui.core.tasks import Task
from htpm_studio.gui.core.tiles import size_name
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.printing import printer as printing
from htpm_studio.gui.features.printing.handouts import THUMB, CertificateNames, OrderRow
from htpm_studio.gui.features.printing.printer import PrintJob
from htpm_studio.gui.i18n import explain, file_words, path_words, translate
from htpm_studio.gui.widgets.accessibility import RovingFocus
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    CardArea,
    Chip,
    buddy,
    divider,
    kind_label,
    number_field,
    pane,
    scroll_area,
    set_theme_icon,
    stack_sections,
)
from htpm_studio.gui.widgets.files import open_path, start_folder
from htpm_studio.gui.widgets.kit_fields import NameLine
from htpm_studio.gui.widgets.layouts import FlowRow, PanelHead, fields_beside, notice_box
from htpm_studio.pieces.model import PAPERS, PRESETS, Preset
from htpm_studio.processes.jobs import JobContext

SOON_MS, LOW = 150, 560
MOST_PEOPLE = 9999
PICTURES = "print"
"""The group of the pictures that are asked for here."""


@dataclass(frozen=True, slots=True)
class WeekOrder:
    """What is printed of the kit of a week."""

    kit: Kit
    lines: tuple[PrintLine, ...]

    def jobs(self) -> tuple[PrintJob, ...]:
        """How often each file is printed."""
        return tuple(PrintJob(line.spec, line.sheets // sheets_each(line.spec, self.kit)) for line in self.lines)


@dataclass(frozen=True, slots=True)
class OrderedFile:
    """A PDF that is saved, and what is in it."""

    spec: FileSpec
    lines: tuple[PrintLine, ...]


class PrintPage(QWidget):
    """An order is what a preset has for so many people, without what was removed, and with what was added.

    Where the whole month is chosen, it is the same order for each week; `lines` are those of the open one.
    """

    def __init__(self, workspace: Workspace, exporter: ExportController, editor: EditorController) -> None:
        super().__init__()
        self.workspace, self._exporter, self._editor = workspace, exporter, editor
        self.rows: dict[str, OrderRow] = {}
        self.specs: tuple[FileSpec, ...] = ()
        self.orders: tuple[WeekOrder, ...] = ()
        self.lines: tuple[PrintLine, ...] = ()
        self.presets: tuple[Preset, ...] = PRESETS[:1]
        self._counts: dict[str, int] = {}
        self._added: set[str] = set()
        self._removed: set[str] = set()
        self.ask_printer: Callable[[QPrinter], bool] = self.choose_printer
        self.make_printer: Callable[[], QPrinter] = lambda: QPrinter(QPrinter.PrinterMode.HighResolution)
        self.task: Task | None = None
        self._began: QPushButton | None = None
        self._trouble = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        head = PanelHead(workspace, self.tr("Print"))
        self._buy_place = in_column(spacing=0)
        self._buy_part, below = self._to_buy(), QWidget()
        self._buy_below = in_column(self._buy_part, divider(), self._foot(), inside=below, spacing=0)
        stack_sections(self, head, self._body(), below)
        self.people.lineEdit().returnPressed.connect(self.save.click)
        self.setFocusProxy(self.people)
        document = workspace.document
        document.changed.connect(lambda *_: self._soon.start())
        document.week_changed.connect(lambda _week: self._soon.start())
        exporter.scope_changed.connect(self._soon.start)
        workspace.panel_wanted.connect(self._asked)
        workspace.print_wanted.connect(self._wanted)
        workspace.renderer.ready.connect(self._show_picture)
        self.refresh()

    # ---------------------------------------------------------------- building

    def _body(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(8)
        self.named = NameLine(self.workspace)
        column.addWidget(self.named)
        self.weeks = kind_label("", "muted", wrap=True)
        column.addWidget(self.weeks)
        self.people = number_field(1, MOST_PEOPLE)
        self.people.setValue(self.workspace.settings.print_people)
        self.people.valueChanged.connect(self._people_changed)
        self.people.editingFinished.connect(self._keep_people)
        people = QHBoxLayout()
        people.addWidget(buddy(self.tr("For how many people?"), self.people), 1)
        people.addWidget(self.people)
        column.addLayout(people)
        column.addWidget(self._presets())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.add = QPushButton(self.tr("Add a piece"))
        set_theme_icon(self.workspace, self.add, "plus")
        menu = QMenu(self.add)
        menu.aboutToShow.connect(partial(self._offer, menu))
        self.add.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(self._buy_place)
        column.addWidget(divider())
        self.names = CertificateNames(self.workspace)
        self.paper, self.color = QComboBox(), QComboBox()
        for name, text in (("letter", self.tr("Letter")), ("a4", self.tr("A4"))):
            self.paper.addItem(text, name)
        self.paper.setCurrentIndex(self.paper.findData(printing.default_paper()))
        self.paper.activated.connect(lambda _row: self.refresh())
        for gray, text in ((False, self.tr("Color")), (True, self.tr("Black and white"))):
            self.color.addItem(text, gray)
        column.addLayout(fields_beside((self.tr("Paper"), self.paper), (self.tr("Color"), self.color)))
        self.one_ink = QCheckBox(self.tr("One ink, for copiers and office printers"))
        self.one_ink.clicked.connect(self._set_one_ink)
        column.addWidget(self.one_ink)
        instead = self.tr(
            "Posters, flyers, tear-off sheets and cards then have dots instead of color, also in the export."
        )
        column.addWidget(kind_label(instead, "muted", wrap=True))
        column.addWidget(self.names)
        column.addWidget(divider())
        column.addLayout(self._test_page())
        column.addStretch(1)
        self.area = scroll_area(content)
        return self.area

    def _test_page(self) -> QVBoxLayout:
        self.test = QPushButton(self.tr("Print a test page"))
        set_theme_icon(self.workspace, self.test, "ruler")
        self.test.clicked.connect(self.print_test)
        row = QHBoxLayout()
        row.addWidget(self.test)
        row.addStretch(1)
        words = self.tr("A page with a ruler shows whether the printer keeps the real size.")
        return in_column(row, kind_label(words, "muted", wrap=True), spacing=8)

    def _presets(self) -> QWidget:
        """What the order is for, one of three."""
        part = QWidget()
        row = FlowRow(part, 6)
        row.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.choices: dict[tuple[Preset, ...], Chip] = {}
        names: dict[tuple[Preset, ...], str] = {
            ("table",): self.tr("Info table"),
            ("training",): self.tr("Training"),
            PRESETS: self.tr("Table and training"),
        }
        for presets, text in names.items():
            chip = self.choices[presets] = Chip(text)
            chip.setAccessibleName(self.tr("What to print: {name}").format(name=text))
            chip.clicked.connect(partial(self.choose, presets))
            self._group.addButton(chip)
            row.addWidget(chip)
        RovingFocus(part, self.choices.values())
        return part

    def _to_buy(self) -> QWidget:
        """Which papers the order takes, in sight wherever the order is scrolled to; in a low window it is below it."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        column.setSpacing(2)
        self.buy = kind_label("", "", wrap=True)
        self.buy.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        head = kind_label(self.tr("What to buy"), "head")
        head.setBuddy(self.buy)
        column.addWidget(head)
        column.addWidget(self.buy)
        area = scroll_area(content, area=CardArea())
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return area

    def _foot(self) -> QWidget:
        """The buttons, and above them what to know before printing, or why it does not go."""
        self.notice, inside = notice_box("warn")
        self.advice = kind_label("", "", wrap=True)
        inside.addWidget(self.advice, 1)
        self.save, self.print = QPushButton(self.tr("Save PDFs for the printer")), QPushButton()
        self.each = QPushButton(self.tr("Save each piece"))
        self.save.setToolTip(self.tr("One PDF for each paper, with all copies in it. (Ctrl+Enter)"))
        self.each.setToolTip(self.tr("Each piece once, as a PDF of its own."))
        set_theme_icon(self.workspace, self.save, "file-text", "on_accent")
        set_theme_icon(self.workspace, self.print, "printer")
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(self.save_for_printer)
        self.print.clicked.connect(self.print_now)
        self.each.clicked.connect(self.save_each)
        self.stop = QPushButton(self.tr("Stop"))
        set_theme_icon(self.workspace, self.stop, "x")
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        part, buttons = pane(), QWidget()
        row = FlowRow(buttons, 8)
        row.setContentsMargins(MARGIN, 10, MARGIN, 10)
        for button in (self.save, self.print, self.each, self.stop):
            row.addWidget(button)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(buttons)
        return part

    # ---------------------------------------------------------------- the order

    def choose(self, presets: tuple[Preset, ...], _checked: bool = False) -> None:
        """Order what these presets have, and nothing else."""
        self.presets = presets
        self._counts, self._added, self._removed = {}, set(), set()
        self.refresh()

    def order(self, groups: Sequence[str], count: int = 0) -> None:
        """Order these alone, as many as so many people need, or this many."""
        self.choose(())
        self._added = set(groups)
        self._counts = dict.fromkeys(groups, count) if count else {}
        self.refresh()

    def _set_one_ink(self, on: bool) -> None:
        document = self.workspace.document
        edits = document.project.edits.changed(ALL_PIECES, INK, ONE_INK if on else None)
        document.change(self.tr("One ink"), replace(document.project, edits=edits))

    def refresh(self) -> None:
        """Show the order for the chosen weeks."""
        self.one_ink.setChecked(all_one_ink(self.workspace.document.project))
        try:
            self.specs = printed(self._kit(), str(self.paper.currentData()))
            self.lines = self._lines(self._kit())
        except InputError:
            self.specs, self.lines = (), ()
        open_week, weeks = self.workspace.document.project.week, self._exporter.weeks()
        kits = [self.workspace.document.kit(week) for week in weeks if week != open_week and self.specs]
        orders = [WeekOrder(kit, self._lines(kit)) for kit in kits]
        here = [WeekOrder(self._kit(), self.lines)] if self.specs else []
        self.orders = tuple(sorted((*here, *orders), key=lambda order: order.kit.week.number))
        said = self.tr("For week {number}.").format(number=open_week) if self._exporter.scope_words() else ""
        if len(weeks) > 1:
            said = self.tr("For each of {count} weeks. The numbers are those of one week.").format(count=len(weeks))
        self.weeks.setText(said)
        self.weeks.setVisible(bool(said))
        ordered = [line.spec for line in self.lines]
        kinds = kinds_of(ordered)
        for row in self.rows.values():
            row.hide()
        for place, line in enumerate(self.lines):
            row = self._row(line.spec.group)
            other = printing.other_paper(line.spec, str(self.paper.currentData()))
            row.show_line(line, translate(kinds[line.spec.id]), size_name(other) if other else "")
            self._list.insertWidget(place, row)
            row.show()
        self._order_keys()
        for presets, chip in self.choices.items():
            self._group.setExclusive(False)
            chip.setChecked(presets == self.presets)
            self._group.setExclusive(bool(self.presets))
        self.add.setEnabled(len(ordered) < len(self.specs))
        every = [line for order in self.orders for line in order.lines]
        self.buy.setText("\n".join(map(translate, to_buy(every))))
        named = any(line.spec.private or lacks_names(line.spec) for line in self.lines)
        self.names.setVisible(named or "training" in self.presets)
        self._show_buttons()
        self._ask_pictures()

    def _lines(self, kit: Kit) -> tuple[PrintLine, ...]:
        """What is ordered of a kit."""
        specs = printed(kit, str(self.paper.currentData()))
        wanted = {spec.group for spec in in_presets(specs, self.presets)} | self._added
        return tuple(print_line(kit, spec, self._count(spec)) for spec in specs if spec.group in wanted - self._removed)

    def _order_keys(self) -> None:
        """Let Tab go down the rows as they stand, from the choices to the button below the rows."""
        before: QWidget = self.choices[PRESETS]
        for row in (self.rows[line.spec.group] for line in self.lines):
            for part in (row.count, row.remove):
                self.setTabOrder(before, part)
                before = part
        self.setTabOrder(before, self.add)

    def _count(self, spec: FileSpec) -> int:
        return self._counts.get(spec.group, 0) or max(1, pieces_for(spec, self.people.value()))

    def _row(self, group: str) -> OrderRow:
        if group not in self.rows:
            changed, remove = partial(self._set_count, group), partial(self._remove, group)
            self.rows[group] = OrderRow(self.workspace, changed, remove)
        return self.rows[group]

    def _people_changed(self, _people: int) -> None:
        self._counts = {}
        self.refresh()

    def _keep_people(self) -> None:
        self.workspace.set_settings(replace(self.workspace.settings, print_people=self.people.value()))

    def _set_count(self, group: str, count: int) -> None:
        self._counts[group] = count
        self.refresh()

    def _remove(self, group: str) -> None:
        """Take a piece out; the keyboard goes on to the next one."""
        groups = [line.spec.group for line in self.lines]
        place = groups.index(group)
        self._added.discard(group)
        self._removed.add(group)
        self.refresh()
        left = [self.rows[line.spec.group].remove for line in self.lines]
        (left[min(place, len(left) - 1)] if left else self.add).setFocus()

    def _offer(self, menu: QMenu) -> None:
        """List what is not in the order."""
        menu.clear()
        there = {line.spec.group for line in self.lines}
        kinds = kinds_of(self.specs)
        for spec in self.specs:
            if spec.group not in there:
                menu.addAction(translate(kinds[spec.id]), partial(self._put_in, spec.group))

    def _put_in(self, group: str) -> None:
        self._removed.discard(group)
        self._added.add(group)
        self.refresh()
        self.rows[group].count.setFocus()

    def _ask_pictures(self) -> None:
        """Have the pictures drawn that are not up to date."""
        if not self.isVisible() or not self.lines:
            return
        kit, renderer = self._kit(), self.workspace.renderer
        width = round(THUMB.width() * self.devicePixelRatioF())
        wanted = []
        for line in self.lines:
            page, key = shown_page(line.spec), _key(line.spec)
            newest = renderer.newest(key)
            if newest is None or not newest.shows(page, kit, width):
                wanted.append(WantedPicture(key, page, kit, width))
            self._show_picture(key)
        renderer.want(wanted, PICTURES)

    def _show_picture(self, key: str) -> None:
        for line in self.lines:
            if _key(line.spec) == key and (image := self.workspace.renderer.picture(key)) is not None:
                self.rows[line.spec.group].show_picture(image)

    def _kit(self) -> Kit:
        return self.workspace.document.kit()

    def _show_buttons(self) -> None:
        sheets = sum(line.sheets for order in self.orders for line in order.lines)
        there, busy = bool(printing.printers()), self.task is not None
        self.print.setText(self.tr("Print 1 sheet") if sheets == 1 else self.tr("Print {n} sheets").format(n=sheets))
        # What is hidden or disabled with the keyboard on it would hand it on to something that scrolls into sight.
        self.stop.setVisible(busy or not self.stop.isHidden())
        if busy and self._began is not None:
            self.stop.setFocus()
        for button, possible in ((self.save, sheets), (self.print, there and sheets), (self.each, sheets)):
            button.setEnabled(bool(possible) and not busy)
            button.setVisible(not busy)
        self.test.setEnabled(there and not busy)
        if not busy:
            if self._began is not None and self.window().focusWidget() is self.stop:
                self._began.setFocus()
            self.stop.hide()
        missing = self.tr("No printer is set up. Save PDFs instead.")
        self.print.setToolTip("" if there else missing)
        self.test.setToolTip("" if there else missing)
        advice = self.tr("If the printer’s window asks for a size, choose “Actual size”, not “Fit to page”.")
        self.advice.setText(self._trouble or advice)
        self.notice.setVisible(there or bool(self._trouble))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window what to buy leaves its room to the order, and follows it."""
        super().resizeEvent(event)
        low = self.height() < LOW * self.workspace.settings.text_scale / 100
        goal = self._buy_place if low else self._buy_below
        if goal.indexOf(self._buy_part) < 0:
            goal.insertWidget(0, self._buy_part)

    def showEvent(self, event: QShowEvent) -> None:
        """What is selected, or open in the editor, is what somebody wants to print."""
        super().showEvent(event)
        self.refresh()
        self.take()

    def _asked(self, name: str) -> None:
        if name == "print" and self.isVisible():
            self.take()

    def take(self) -> None:
        """Order what is selected; in the editor only the form of it that is shown, as many as it says there."""
        editor = self._editor
        if not editor.in_front or editor.now is None:
            groups = [spec.group for spec in self.specs if spec.piece in self.workspace.selection]
            if groups:
                self.order(groups)
            return
        spec = editor.now.spec
        paper = next((name for name in PAPERS if form_of(spec) == f"print/{name}"), "")
        if paper and paper != self.paper.currentData():
            self.paper.setCurrentIndex(self.paper.findData(paper))
            self.refresh()
        if any(other.group == spec.group for other in self.specs):
            self.order((spec.group,), self.workspace.settings.print_count)

    # ---------------------------------------------------------------- printing

    def choose_printer(self, printer: QPrinter) -> bool:
        """Ask for a printer in the window of the system; False where the user closes it."""
        dialog = QPrintDialog(printer, self)
        for option in ("PrintPageRange", "PrintCollateCopies", "PrintToFile"):
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption[option], on=False)
        return bool(dialog.exec())

    def print_now(self) -> None:
        """Open the system's print window, then print in the background."""
        orders, gray = self.orders, bool(self.color.currentData())
        jobs = [job for order in orders for job in order.jobs()]
        printer = self.make_printer()
        printing.set_page(printer, printing.paper_size(str(self.paper.currentData())))
        # The printer's window shows how many sheets one handout needs, and what is set there counts.
        printer.setCopyCount(jobs[0].copies if len(jobs) == 1 else 1)
        shown = printer.copyCount()
        if not jobs or not self.ask_printer(printer):
            return
        times = printer.copyCount()

        def work(context: JobContext) -> int:
            sheets = 0
            for order in orders:
                wanted = [replace(job, copies=job.copies * times // shown) for job in order.jobs()]
                sheets += printing.print_jobs(printer, wanted, order.kit, context, gray=gray)
            return sheets

        self._start(
            work, lambda sheets: self.workspace.toast(self.tr("{n} sheets were sent to the printer.").format(n=sheets))
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

    # ---------------------------------------------------------------- saving

    def save_for_printer(self) -> None:
        """Write a PDF for each paper, with the copies in it, and a list of what to buy and how to print."""

        def files(order: WeekOrder) -> list[OrderedFile]:
            lines = {line.spec.id: line for line in order.lines}
            specs = printer_specs(order.kit, order.lines)
            return [OrderedFile(spec, tuple(lines[run.spec.id] for run in spec.runs)) for spec in specs]

        self._save(files)

    def save_each(self) -> None:
        """Write each piece as a PDF, the same files as in the export, and the same list."""
        self._save(lambda order: [OrderedFile(line.spec, (line,)) for line in order.lines])

    def _save(self, files_of: Callable[[WeekOrder], Sequence[OrderedFile]]) -> None:
        start = self._exporter.folder()
        start = start if start.is_dir() else start_folder(self.workspace, "kit")
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the PDF files"), str(start))
        if not chosen:
            return
        folder, gray = Path(chosen), bool(self.color.currentData())
        sheets, lists = list[tuple[FileSpec, Kit, Path]](), list[tuple[Path, str]]()
        for order in self.orders:
            kit, files = order.kit, files_of(order)
            paths = [_free(folder / f"{kit.unit}-{PurePosixPath(file.spec.path).name}") for file in files]
            listed = [
                ListedFile(path.name, file.lines, copies=bool(file.spec.runs))
                for file, path in zip(files, paths, strict=True)
            ]
            rows = print_list(listed, kit, gray=gray)
            name = self.tr("print-list.txt")
            lists.append((_free(folder / f"{kit.unit}-{name}"), "\n".join([*map(translate, rows), ""])))
            sheets += [(file.spec, kit, path) for file, path in zip(files, paths, strict=True)]
        self._start(
            lambda context: _write(sheets, lists, context),
            lambda count: self._saved(count, folder, lists[0][0]),
            self.tr("The PDF could not be saved. {reason}"),
        )

    def _saved(self, count: int, folder: Path, beside: Path) -> None:
        """Say what is where; a bar stays until it was read."""
        says = self.tr("Saved in {folder}: {files}. The list {name} says what to buy and how to print.")
        words = says.format(folder=path_words(folder), files=file_words(count), name=beside.name)
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
        self._began = next((one for one in (self.save, self.print, self.each, self.test) if one is focus), None)
        self._show_buttons()

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
        self._show_buttons()


def _free(path: Path) -> Path:
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def _write(sheets: Sequence[tuple[FileSpec, Kit, Path]], lists: Sequence[tuple[Path, str]], context: JobContext) -> int:
    """Write the files and the lists beside them; raises StudioError for what may not be printed as it is."""
    builder = PageBuilder()
    for number, (spec, kit, path) in enumerate(sheets):
        context.report(number, len(sheets), spec.title)
        made = render_file(spec, kit.inputs, context, builder)
        if stopped := [finding for finding in made.findings if finding.code in (BLOCKED, LEFT_OUT)]:
            raise StudioError(stopped[0].message, stopped[0].hint)
        _put(path, made.data)
    for path, text in lists:
        _put(path, text.encode())
    return len(sheets)


def _key(spec: FileSpec) -> str:
    return f"{PICTURES}|{spec.id}"


def _put(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise write_error(error, path) from error
