"""Another year's toolkit: choose the file, look through what was found, make it the campaign of the kit."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.campaign.dates import FIRST_YEAR, LAST_YEAR
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.gui.core.shell_interface import CenterPage, width_class
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.toolkit_import.controller import PANEL, SHOWN, ImportController, ListUndo
from htpm_studio.gui.features.toolkit_import.model import ImportTable
from htpm_studio.gui.features.toolkit_import.rows import RESULT_NAMES, RESULTS, Result, table_words
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.widgets.arrange import STRETCH, at_left, in_column, in_row
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    Chip,
    contains_focus,
    divider,
    kind_label,
    labeled_field,
    number_field,
    primary_button,
    restyle,
    scroll_area,
    set_theme_icon,
)
from htpm_studio.gui.widgets.files import ask_file
from htpm_studio.gui.widgets.layouts import FlowRow, PageHead, notice_box, title_label

LAST_MONTH = 12


class SettingRow(QFrame):
    """Follows the controller; what is typed or chosen reads the document again with that answer."""

    def __init__(self, toolkit: ImportController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = toolkit
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.name, self.month, self.helpline = QLineEdit(), QComboBox(), QComboBox()
        self.month.addItem(self.tr("Choose…"), 0)
        for number in range(1, LAST_MONTH + 1):
            self.month.addItem(QLocale().standaloneMonthName(number), number)
        self.helpline.setEditable(True)
        self.helpline.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        row = in_row(
            (labeled_field(self.tr("The toolkit is for"), self.name), 3),
            (labeled_field(self.tr("Month"), self.month), 1),
            (labeled_field(self.tr("Helpline on every piece"), self.helpline), 3),
            spacing=12,
        )
        in_column(self.words, row, inside=self, margins=(MARGIN, 10, MARGIN, 10), spacing=8)
        self.name.editingFinished.connect(self._answer)
        self.month.activated.connect(self._answer)
        self.helpline.activated.connect(self._answer)
        if (typed := self.helpline.lineEdit()) is not None:
            typed.setPlaceholderText(self.tr("Name=number"))
            typed.editingFinished.connect(self._answer)
        toolkit.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known and what is asked; nothing for a toolkit of the built-in campaign."""
        findings = self.controller.findings
        self.setVisible(findings is not None and not findings.setting.ours)
        if findings is None or findings.setting.ours:
            return
        setting = findings.setting
        asked = [translate(one.sentence) for one in setting.questions]
        known = self.tr("This is not a toolkit of the built-in campaign. The kit will use its own month and helpline.")
        self.words.setText(" ".join([known, *asked]))
        found = setting.helpline.label if setting.helpline else ""
        labels = [found] if found else []
        labels += [one for question in setting.questions if question.about == "helpline" for one in question.choices]
        with QSignalBlocker(self.name), QSignalBlocker(self.month), QSignalBlocker(self.helpline):
            self.name.setText(setting.name)
            self.month.setCurrentIndex(setting.month)
            self.helpline.clear()
            self.helpline.addItems(labels)
            self.helpline.setCurrentText(found)
        self.setEnabled(not self.controller.busy)

    def _answer(self) -> None:
        findings = self.controller.findings
        if findings is None or findings.setting.ours:
            return
        setting = findings.setting
        found = setting.helpline.label if setting.helpline else ""
        name, month, helpline = (
            self.name.text().strip(),
            int(self.month.currentData()),
            self.helpline.currentText().strip(),
        )
        if (name, month, helpline) != (setting.name, setting.month, found):
            self.controller.answer(Answers(name, month, helpline))


FILTER = "*.docx *.pdf *.txt *.md"
NARROW = 640


class ImportPage(CenterPage):
    """Follows the controller: three steps in the head, chips, the table, and one button below."""

    def __init__(self, workspace: Workspace, toolkit: ImportController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, toolkit
        ListUndo(toolkit, self)
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = ImportTable(self.controller)
        self.chips: dict[Result | None, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(divider())
        self.pages = QStackedWidget()
        self.pages.addWidget(self._choose())
        self.pages.addWidget(self._review())
        column.addWidget(self.pages, 1)
        self.table.opened.connect(lambda: workspace.panel_wanted.emit(PANEL))
        self.controller.changed.connect(self.refresh)
        self.controller.row_changed.connect(lambda _row: self._show_counts())
        self.refresh()

    # ---------------------------------------------------------------- building

    def _head(self) -> QWidget:
        head = PageHead(self.workspace, self.tr("Another year's toolkit"))
        self.title, row = head.title, head.row
        self.steps = [kind_label("", "muted") for _ in range(3)]
        self._head_row = row
        self.other = QPushButton(self.tr("Another file…"))
        set_theme_icon(self.workspace, self.other, "file-input")
        self.other.clicked.connect(self.choose_file)
        row.addStretch(1)
        self._dashes = [kind_label("\u2014", "muted") for _ in self.steps[1:]]
        for number, step in enumerate(self.steps):
            if number:
                row.addWidget(self._dashes[number - 1])
            row.addWidget(step)
        row.addSpacing(8)
        row.addWidget(self.other)
        return head

    def _choose(self) -> QWidget:
        content = QWidget()
        drop = QFrame()
        drop.setProperty("kind", "drop")
        drop.setFrameShape(QFrame.Shape.Box)
        words = self.tr(
            "Word, PDF, plain text or Markdown. Its weeks, posts, actions and resources are found for you; you "
            "review them before anything changes in your kit."
        )
        self.choose = primary_button(self.tr("Choose the file…"))
        set_theme_icon(self.workspace, self.choose, "file-input", "on_accent")
        self.choose.clicked.connect(self.choose_file)
        self.state = kind_label("", "muted", wrap=True)
        in_column(
            title_label(self.tr("Drop a toolkit here")),
            kind_label(words, "muted", wrap=True),
            at_left(self.choose),
            self.state,
            inside=drop,
            margins=(24, 24, 24, 24),
            spacing=12,
        )
        in_column(drop, STRETCH, inside=content, margins=(MARGIN, 32, MARGIN, 32))
        return scroll_area(content)

    def _review(self) -> QWidget:
        page = QWidget()
        chips = QWidget()
        flow = FlowRow(chips)
        flow.setContentsMargins(MARGIN, 10, MARGIN, 10)
        group = QButtonGroup(self)
        for name in (None, *RESULTS):
            chip = Chip()
            chip.clicked.connect(lambda _checked, one=name: self.controller.show_only(one))
            group.addButton(chip)
            flow.addWidget(chip)
            self.chips[name] = chip
        above = in_row((chips, 1), kind_label(self.tr("Space selects or clears a row"), "muted"), MARGIN)
        self.setting = SettingRow(self.controller)
        self.foot = self._foot()
        in_column(above, divider(), self.setting, (self.table, 1), divider(), self.foot, inside=page, spacing=0)
        return page

    def foot_part(self) -> QWidget | None:
        """The part at the lower edge that nothing may cover."""
        return self.foot

    def _foot(self) -> QWidget:
        foot = QWidget()
        frame, inside = notice_box("soft")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        inside.addWidget(self.summary, 1)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.use = primary_button()
        set_theme_icon(self.workspace, self.use, "check", "on_accent")
        self.use.clicked.connect(self.controller.use)
        self.year = number_field(FIRST_YEAR, LAST_YEAR)
        self.year.editingFinished.connect(lambda: self.controller.set_year(self.year.value()))
        # At the left, as the panel of a row lies over the right part of the page.
        in_row(
            (self.use, 0, Qt.AlignmentFlag.AlignBottom),
            (labeled_field(self.tr("Year of the toolkit"), self.year), 0, Qt.AlignmentFlag.AlignBottom),
            (frame, 1),
            inside=foot,
            margins=(MARGIN, 10, MARGIN, 10),
            spacing=12,
        )
        return foot

    # ---------------------------------------------------------------- following

    def refresh(self) -> None:
        """Show the step that the import is in."""
        controller = self.controller
        there, inside = controller.findings is not None, contains_focus(self)
        arrived = there and self.pages.currentIndex() == 0
        self.pages.setCurrentIndex(1 if there else 0)
        if arrived and inside:
            self.table.setFocus()
        self.other.setVisible(there)
        self.choose.setEnabled(not controller.busy)
        self.state.setText(self.tr("Reading…") if controller.busy and not there else controller.error)
        self.state.setProperty("kind", "error" if controller.error else "muted")
        restyle(self.state)
        self.state.setVisible(bool(self.state.text()))
        self._show_steps()
        self._show_counts()
        if controller.findings is not None:
            self.year.setValue(controller.findings.year)
        if there and self.isVisible():
            self._open_panel()

    def _show_steps(self) -> None:
        now = 1 if self.controller.findings is not None else 0
        names = (self.tr("Choose the file"), self.tr("Review"), self.tr("Use"))
        for number, (label, name) in enumerate(zip(self.steps, names, strict=True)):
            mark = "\u2713" if number < now else str(number + 1)
            label.setText(f"{mark} {name}")
            label.setProperty("kind", "head" if number == now else "muted")
            restyle(label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the head is too narrow for all steps, the one that it is in stays."""
        super().resizeEvent(event)
        for part in (*self.steps, *self._dashes):
            part.show()
        if self._head_row.sizeHint().width() > self.width():
            for part in (*self.steps, *self._dashes):
                part.setVisible(part.property("kind") == "head")

    def _show_counts(self) -> None:
        controller = self.controller
        counts = controller.counts()
        for name, chip in self.chips.items():
            count = counts[name] if name else sum(counts[one] for one in SHOWN)
            words = table_words(RESULT_NAMES[name]) if name else self.tr("All")
            chip.setText(f"{words} {count}")
            chip.setChecked(controller.filter == name)
            chip.setVisible(bool(count) or name is None)
            chip.updateGeometry()  # a chip that is on has other margins
        self.use.setText(self.tr("Use this toolkit, {count} items").format(count=controller.chosen))
        self.use.setEnabled(bool(controller.chosen) and not controller.busy and not controller.open_questions)
        self.summary.setText(self._summary())

    def _summary(self) -> str:
        controller = self.controller
        if controller.findings is None:
            return ""
        if controller.error:
            return controller.error
        found = controller.findings
        numbers = {
            kind: sum(row.item.kind == kind and row.part is None for row in controller.rows)
            for kind in ("post", "action", "resource")
        }
        words = self.tr(
            "{name}, {year}. Posts: {post}, actions: {action}, resources: {resource}. "
            "Anything without a clear place is marked “Your call”."
        )
        text = words.format(name=found.name, year=found.year, **numbers)
        if controller.year_guessed:
            unnamed = self.tr("It does not name a year, so your kit's year is used.")
            text = f"{text} {unnamed}"
        text = " ".join((text, *map(translate, found.notes)))
        if controller.open_calls:
            text = f"{text} {self.tr('Still open: {count}.').format(count=controller.open_calls)}"
        return text

    # ---------------------------------------------------------------- acting

    def choose_file(self) -> None:
        """Ask for a toolkit and read it."""
        words = self.tr("Toolkits ({endings})").format(endings=FILTER)
        chosen = ask_file(self.workspace, self, "toolkit", self.tr("Import a toolkit"), words)
        if chosen is not None:
            self.controller.read(chosen)

    def _open_panel(self) -> None:
        window, scale = self.window(), self.workspace.settings.text_scale / 100
        compact = width_class(window.width(), window.height(), scale) == "compact"
        if not compact and window.width() >= NARROW + 340:
            self.workspace.panel_wanted.emit(PANEL)

    def showEvent(self, event: QShowEvent) -> None:
        """The open row is beside the table where there is room."""
        super().showEvent(event)
        self.setFocusProxy(self.table if self.controller.findings is not None else self.choose)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.controller.findings is not None:
            self._open_panel()

    def hideEvent(self, event: QHideEvent) -> None:
        """The panel belongs to this page; where it covers the page, that is no reason to close it."""
        super().hideEvent(event)
        pages = self.parentWidget()
        covered = pages is not None and not pages.isVisible()
        if (
            not event.spontaneous()
            and not covered
            and self.window().isVisible()
            and self.controller.findings is not None
        ):
            self.workspace.panel_wanted.emit("")
