"""Rows, chips and labels of the export panel."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from htpm_studio.compose.plain_names import FORM_USES
from htpm_studio.export.selection import MediumCount
from htpm_studio.gui.core.pieces import size_name
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import file_words, translate
from htpm_studio.gui.style import box_side
from htpm_studio.gui.widgets.fields import Chip, icon_button, kind_label, put_icon
from htpm_studio.gui.widgets.layouts import FlowRow

LONGEST_WORD = 24
FORMATS = frozenset(("pptx", "pdf", "jpg", "png", "a4", "txt", "docx", "csv", "html", "ics"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def form_name(name: str) -> str:
    """A form for people: a format in capitals, a size or paper with a capital."""
    return name.upper() if name in FORMATS else size_name(name)


def breakable(text: str) -> str:
    """A text whose long words may break anywhere, so that a folder's name does not widen a panel."""
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", text)


class WholeLabel(QLabel):
    """Words that are shown whole or not at all, such as the keys of a button beside it."""

    @property
    def fits(self) -> bool:
        """Whether there is room for all of the words."""
        return self.contentsRect().width() >= self.fontMetrics().horizontalAdvance(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw nothing where the words would be cut."""
        if self.fits:
            super().paintEvent(event)


def chip(text: str) -> Chip:
    """A button for a set."""
    button = Chip(text)
    button.setMinimumHeight(28)
    return button


BESIDE_BOX = 10


class MediumRow(QWidget):
    """One medium: a box to tick, its number of files, and its forms behind an arrow."""

    ticked = Signal(str, bool)
    form_ticked = Signal(str, bool)

    def __init__(self, workspace: Workspace, medium: str) -> None:
        super().__init__()
        self.medium = medium
        self.box = QCheckBox()
        self.box.setMinimumHeight(24)
        self.box.clicked.connect(self._clicked)
        self.note = kind_label("", "muted", wrap=True)
        self.count = kind_label("", "muted")
        self._workspace = workspace
        self.arrow = icon_button(workspace, "chevron-right", "")
        self.arrow.setCheckable(True)
        self.arrow.toggled.connect(self._unfold)
        self.forms = QWidget()
        self._flow = FlowRow(self.forms, gap=12)
        self.boxes: dict[str, QCheckBox] = {}
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.box)
        words.addWidget(self.note)
        head.addLayout(words, 1)
        head.addWidget(self.count)
        head.addWidget(self.arrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.forms)
        self.forms.hide()
        workspace.theme_changed.connect(self._indent)
        self._indent()

    def _indent(self) -> None:
        """Note and forms begin where the words beside the box do."""
        side = box_side(self.box) + BESIDE_BOX
        self.note.setContentsMargins(side, 0, 0, 0)
        self._flow.setContentsMargins(side, 4, 0, 4)

    def show_count(self, row: MediumCount) -> None:
        """Show what there is and what is wanted."""
        title = QCoreApplication.translate("Sections", row.title)
        self.box.setText(title)
        show_part(self.box, row.wanted, row.total)
        self.count.setText(file_words(row.wanted))
        self.box.setAccessibleDescription(self.count.text())
        names = [form_name(form.name) for form in row.forms if form.wanted]
        self.note.setText(", ".join(names) if names else self.tr("Left out"))
        words = self.tr("Forms of {medium}").format(medium=title)
        self.arrow.setAccessibleName(words)
        self.arrow.setToolTip(words)
        for form in row.forms:
            if form.id not in self.boxes:
                self._add_form(form.id, form_name(form.name), translate(FORM_USES.get(form.name, "")))
            box = self.boxes[form.id]
            show_part(box, form.wanted, form.total)
            box.setAccessibleDescription(file_words(form.total))
        known = {form.id for form in row.forms}
        for name, box in self.boxes.items():
            box.setVisible(name in known)
        self.arrow.setVisible(len(row.forms) > 1)

    def _add_form(self, form: str, name: str, use: str) -> None:
        box = QCheckBox(name)
        box.setToolTip(use)
        box.setMinimumHeight(24)
        box.clicked.connect(lambda: self.form_ticked.emit(form, box.checkState() != Qt.CheckState.Unchecked))
        self.boxes[form] = box
        self._flow.addWidget(box)

    def _clicked(self) -> None:
        self.ticked.emit(self.medium, self.box.checkState() != Qt.CheckState.Unchecked)

    def _unfold(self, open_now: bool) -> None:
        self.forms.setVisible(open_now)
        put_icon(self.arrow, self._workspace.icon("chevron-down" if open_now else "chevron-right"))


def show_part(box: QCheckBox, wanted: int, total: int) -> None:
    """Tick a box wholly, partly or not at all."""
    state = Qt.CheckState.Unchecked
    if wanted:
        state = Qt.CheckState.Checked if wanted == total else Qt.CheckState.PartiallyChecked
    box.setTristate(state == Qt.CheckState.PartiallyChecked)
    box.setCheckState(state)
