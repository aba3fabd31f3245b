"""The question what each column of a list is: its heading, what is in it, and a choice that is made already."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from htpm_studio.export.sources.partner_columns import NOT_USED, Column, has_names, with_field
from htpm_studio.gui.features.partners.controller import AskedColumns, PartnersController
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import MARGIN, divider, kind_label, primary_button, scroll_area
from htpm_studio.gui.widgets.layouts import FlowRow, notice_box, title_label

BETWEEN = "  ·  "


def _tr(text: str) -> str:
    return QCoreApplication.translate("Partners", text)


def field_names() -> Mapping[str, str]:
    """What a column can be, in the words of the page."""
    return {
        "organization": _tr("Name"), "contact": _tr("Contact line"), "phone": _tr("Local phone"), "logo": _tr("Logo"),
        "color": _tr("Main color"), "color2": _tr("Second color"), "language": _tr("Language"), "week": _tr("Week"),
        "family": _tr("Design"), "name_beside": _tr("Name next to the logo"),
        "official": _tr("Proclamation: who signs"), "office": _tr("Proclamation: title of who signs"),
        "jurisdiction": _tr("Proclamation: city, county or state"), NOT_USED: _tr("Not used"),
    }  # fmt: skip


class ColumnsQuestion(QWidget):
    """One row for each column that has anything in it; `other_wanted` asks for another list."""

    other_wanted = Signal()

    def __init__(self, controller: PartnersController) -> None:
        super().__init__()
        self.controller = controller
        self.columns: tuple[Column, ...] = ()
        self.choices: dict[int, QComboBox] = {}
        self._asked: AskedColumns | None = None
        self._rows = QWidget()
        content = QWidget()
        self.about = kind_label("", "muted", wrap=True)
        column = in_column(
            title_label(self.tr("What is in each column?")),
            self.about,
            self._rows,
            inside=content,
            margins=(24, 24, 24, 24),
            spacing=12,
        )
        self._column = column
        column.addStretch(1)
        in_column((scroll_area(content), 1), divider(), self._foot(), inside=self, spacing=0)

    def _foot(self) -> QWidget:
        foot = QWidget()
        self.headed = QCheckBox(self.tr("The first row has headings"))
        self.headed.clicked.connect(lambda on: self.controller.set_headed(headed=on))
        self.box, inside = notice_box("error")
        self.trouble = kind_label("", "error", wrap=True)
        inside.addWidget(self.trouble)
        self.use = primary_button(self.tr("Use this list"))
        self.use.clicked.connect(lambda: self.controller.use_columns(self.columns))
        self.other, self.cancel = QPushButton(self.tr("Choose another list…")), QPushButton(self.tr("Cancel"))
        self.other.clicked.connect(self.other_wanted)
        self.cancel.clicked.connect(self.controller.drop_question)
        buttons = QWidget()
        row = FlowRow(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.use, self.other, self.cancel):
            row.addWidget(button)
        in_column(self.headed, self.box, buttons, inside=foot, margins=(MARGIN, 10, MARGIN, 10))
        return foot

    def show_question(self, asked: AskedColumns) -> None:
        """Ask about a table."""
        if asked is not self._asked:
            self._asked, self.columns = asked, asked.match.columns
            self._fill()
            count = len(asked.table.body)
            words = self.tr("{name} has 1 row.") if count == 1 else self.tr("{name} has {count} rows.")
            rows = words.format(name=asked.name, count=count)
            more = self.tr("Change what is not right. What is not used is not kept.")
            self.about.setText(f"{rows} {more}")
            self.headed.setVisible(asked.table.doubtful)
            self.headed.setChecked(asked.table.headed)
            self.headed.setEnabled(len(asked.table.rows) > 1)
        self._refresh()

    def _fill(self) -> None:
        """Make a row for each column."""
        old, self._rows, self.choices = self._rows, QWidget(), {}
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(2, 1)
        for place, words in enumerate((self.tr("Column"), self.tr("What it is"), self.tr("For example"))):
            grid.addWidget(kind_label(words, "head"), 0, place)
        for number, column in enumerate(self.columns):
            if not column.samples and not column.field:
                continue
            heading, samples = QLabel(translate(column.heading)), kind_label("", "muted", wrap=True)
            for label, text in ((heading, heading.text()), (samples, BETWEEN.join(column.samples))):
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                label.setText(text)
            choice = QComboBox()
            for field, name in field_names().items():
                choice.addItem(name, field)
            choice.setAccessibleName(self.tr("What is in the column {heading}").format(heading=heading.text()))
            choice.setAccessibleDescription(samples.text())
            choice.activated.connect(lambda _row, at=number, box=choice: self._choose(at, str(box.currentData())))
            heading.setBuddy(choice)
            for place, part in enumerate((heading, choice, samples)):
                grid.addWidget(part, grid.rowCount() - (place > 0), place)
            self.choices[number] = choice
        self._column.replaceWidget(old, self._rows)
        old.deleteLater()

    @property
    def first(self) -> QWidget:
        """What has the focus first: the button that takes the list, or the first choice where one is to be made."""
        return self.use if self.use.isEnabled() else next(iter(self.choices.values()), self.other)

    def _choose(self, at: int, field: str) -> None:
        self.columns = with_field(self.columns, at, field)
        self._refresh()

    def _refresh(self) -> None:
        for number, choice in self.choices.items():
            choice.setCurrentIndex(choice.findData(self.columns[number].field))
        named = has_names(self.columns)
        needed = "" if named else self.tr("Choose “Name” for the column with the names of the organizations.")
        text = self.controller.error or needed
        self.trouble.setText(text)
        self.box.setVisible(bool(text))
        self.use.setEnabled(named)
