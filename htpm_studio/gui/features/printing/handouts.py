"""What is printed: a handout with its copies, the names on certificates, and the list that is saved beside PDFs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import page_count
from htpm_studio.export.pages.selection import a_sheet
from htpm_studio.export.prints.plan import paper_of, sheets_each, sides_of
from htpm_studio.export.sources.certificate_names import names_from_file, names_from_text
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.widgets.fields import buddy, kind_label, link_button, number_field, set_theme_icon
from htpm_studio.gui.widgets.files import ask_file

MOST = 9999


class HandoutRow(QWidget):
    """One handout: a box to tick and how many are wanted."""

    def __init__(self, title: str, count: int, changed: Callable[[], None], alone: Callable[[], None]) -> None:
        super().__init__()
        self.alone = link_button(self.tr("Only this"))
        self.alone.clicked.connect(alone)
        self.box = QCheckBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_title(title)
        self.box.setMinimumHeight(24)
        self.box.toggled.connect(changed)
        self.count = number_field(1, MOST)
        self.count.setValue(count)
        self.count.setAccessibleName(self.tr("How many: {title}").format(title=title))
        self.count.valueChanged.connect(changed)
        self.sheets = kind_label("", "muted", wrap=True)
        row = QGridLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setColumnStretch(0, 1)
        row.addWidget(self.box, 0, 0)
        row.addWidget(self.count, 0, 1)
        row.addWidget(self.sheets, 1, 0)
        row.addWidget(self.alone, 1, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.sheets.setContentsMargins(26, 0, 0, 0)

    def set_title(self, title: str) -> None:
        """Name the handout; what does not fit is cut in the middle."""
        self._title = title
        self.box.setAccessibleName(title)
        self.box.setToolTip(title)
        self.alone.setAccessibleName(self.tr("Only this: {title}").format(title=title))
        room = self.box.width() - 32
        mode = Qt.TextElideMode.ElideMiddle
        self.box.setText(self.box.fontMetrics().elidedText(title, mode, room) if self.isVisible() else title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the title as there is room for."""
        super().resizeEvent(event)
        self.set_title(self._title)

    def show_sheets(self, each: int, thick: int = 1, paper: str = "", *, both_sides: bool = False) -> int:
        """Say how many sheets of paper that takes when so many lie on one, or one takes so many; return the number.

        `paper` is the name of a paper that is not the one in the printer.
        """
        sheets = -(-self.count.value() // each) * thick
        words = sheet_words(sheets)
        if each > 1:
            words = self.tr("{words}, {each} on each").format(words=words, each=each)
        if paper:
            words = self.tr("{words}, size {paper}").format(words=words, paper=paper)
        if both_sides:
            words = self.tr("{words}, both sides").format(words=words)
        self.sheets.setText(words)
        self.count.setEnabled(self.box.isChecked())
        return sheets


PAUSE_MS = 500
LINES = 4


class CertificateNames(QWidget):
    """A field for names. What cannot be used is said below it, and the names before stay."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(self.tr("One name per line, or paste a column from a spreadsheet"))
        self.field.setFixedHeight(LINES * self.field.fontMetrics().lineSpacing() + 14)
        self.open = QPushButton(self.tr("Open a list…"))
        set_theme_icon(workspace, self.open, "file-text")
        self.open.clicked.connect(self._ask)
        self.note = kind_label("", "muted", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.take)
        self.field.textChanged.connect(self._pause.start)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(buddy(self.tr("Names on certificates"), self.field))
        column.addWidget(self.field)
        column.addLayout(row)
        column.addWidget(self.note)
        self.take()

    def take(self) -> None:
        """Use the names in the field."""
        self._pause.stop()
        try:
            names = names_from_text(self.field.toPlainText())
        except StudioError as error:
            self._say(explain(error))
            return
        self._use(names)

    def take_file(self, path: Path) -> None:
        """Put the names of a list into the field, and use them."""
        try:
            names = names_from_file(path)
        except StudioError as error:
            self._say(explain(error))
            return
        self.field.setPlainText("\n".join(names))
        self.take()

    def _ask(self) -> None:
        kinds = self.tr("Lists (*.csv *.txt *.xlsx)")
        if path := ask_file(self.workspace, self, "table", self.tr("A list of names"), kinds):
            self.take_file(path)

    def _use(self, names: tuple[str, ...]) -> None:
        self.workspace.document.name_certificates(names)
        if not names:
            self._say(
                self.tr("Without names, you get one certificate to fill in. Names are never saved in the kit file.")
            )
        elif len(names) == 1:
            self._say(self.tr("1 certificate, also in the next export. The name is never saved in the kit file."))
        else:
            words = self.tr("{n} certificates, also in the next export. The names are never saved in the kit file.")
            self._say(words.format(n=len(names)))

    def _say(self, text: str) -> None:
        self.note.setText(text)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One file by its name: what it is, how many `pieces` of it are wanted, and how often it is printed for that."""

    name: str
    spec: FileSpec
    pieces: int
    copies: int


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintNote", text)


def note_name() -> str:
    """What the note is called."""
    return _tr("print-list.txt")


def is_needed(lines: Sequence[NoteLine], kit: Kit) -> bool:
    """Whether there is something to say: a single sheet, once and on one side, explains itself."""
    return len(lines) > 1 or any(line.copies > 1 or page_count(line.spec, kit.page_inputs) > 1 for line in lines)


def print_note(lines: Sequence[NoteLine], kit: Kit, *, gray: bool) -> str:
    """The note as text, for whoever prints the files: a volunteer or a copy shop."""
    title = kit.week.title
    who = kit.project.brand.organization
    color = _tr("Print them in black and white.") if gray else _tr("Print them in color.")
    rows = [
        f"{who}: {title}" if who else title,
        "",
        _tr("Print each file the number of times given here, at actual size (100%), not fitted to the page."),
        color,
    ]
    totals = Counter[str]()
    for line in lines:
        sheets = line.copies * sheets_each(line.spec, kit)
        totals[paper_of(line.spec, kit)] += sheets
        rows += ["", line.name, *(f"    {row}" for row in _about(line, kit, sheets))]
    together = [_tr("{paper}: {sheets}").format(paper=one, sheets=sheet_words(count)) for one, count in totals.items()]
    return "\n".join([*rows, "", _tr("Together"), *(f"    {row}" for row in together), ""])


def _about(line: NoteLine, kit: Kit, sheets: int) -> list[str]:
    copies = _tr("1 copy") if line.copies == 1 else _tr("{count} copies").format(count=line.copies)
    two = sides_of(line.spec, kit) > 1
    sides = _tr("both sides (flip on the long edge)") if two else _tr("one side")
    rows = [line.spec.title.rstrip("."), f"{copies}, {sides}, {paper_of(line.spec, kit)}, {sheet_words(sheets)}"]
    if (each := a_sheet(line.spec, kit)) > 1:
        words = _tr("{each} on each sheet, {pieces} wanted").format(each=each, pieces=line.pieces)
        rows.append(words)
    return rows


def sheet_words(sheets: int) -> str:
    """So many sheets of paper, in words."""
    return _tr("1 sheet of paper") if sheets == 1 else _tr("{sheets} sheets of paper").format(sheets=sheets)
