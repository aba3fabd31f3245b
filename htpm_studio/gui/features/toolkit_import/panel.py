"""One thing that was found in a toolkit: what the document says, what the kit says now, and what will be used."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.campaign.post_length import X_LIMIT, x_length
from htpm_studio.campaign.toolkit_import.results import UNPLACED, Kind, ToolkitItem
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.toolkit_import.controller import ImportController, ListUndo
from htpm_studio.gui.features.toolkit_import.rows import RESULT_NAMES, FoundRow, can_split, kind_name, table_words
from htpm_studio.gui.widgets.arrange import STRETCH, in_row
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    buddy,
    divider,
    icon_button,
    kind_label,
    labeled_field,
    link_button,
    pane,
    restyle,
    scroll_area,
)
from htpm_studio.gui.widgets.files import open_path
from htpm_studio.gui.widgets.layouts import notice_box, panel_foot
from htpm_studio.weeks import WEEK_NUMBERS

PLACES: tuple[tuple[Kind, str], ...] = (
    ("post", ""), ("action", ""), ("resource", "learn"), ("resource", "act"), ("passage", ""), ("newsletter", ""),
    ("web", ""), ("theme", "title"), ("goal", ""), ("proclamation", ""),
)  # fmt: skip
LONGEST_TITLE = 48
LINES = 7


class FoundPanel(QWidget):
    """Follows the open row of the controller; what is typed or chosen here changes it at once."""

    def __init__(self, workspace: Workspace, toolkit: ImportController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, toolkit
        ListUndo(toolkit, self)
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(divider())
        column.addWidget(self._body(), 1)
        column.addWidget(divider())
        self.keep, self.take = QPushButton(self.tr("Keep mine")), QPushButton(self.tr("Use the new one"))
        self.keep.setToolTip(self.tr("Leave it out (K)"))
        self.take.setToolTip(self.tr("Include it in the kit (N)"))
        self.keep.clicked.connect(lambda: self._decide(take=False))
        self.take.clicked.connect(lambda: self._decide(take=True))
        column.addWidget(panel_foot(self.keep, self.take))
        self.controller.current_changed.connect(self.refresh)
        self.controller.row_changed.connect(self._row_changed)
        self.refresh()

    # ---------------------------------------------------------------- building

    def _head(self) -> QWidget:
        head = pane()
        self.title = kind_label("", "title", wrap=True)
        self.result = kind_label("", "muted")
        self.before = icon_button(self.workspace, "chevron-up", self.tr("The one before"))
        self.after = icon_button(self.workspace, "chevron-down", self.tr("The next one"))
        close = icon_button(self.workspace, "x", self.tr("Close"))
        self.before.clicked.connect(lambda: self.controller.step(-1))
        self.after.clicked.connect(lambda: self.controller.step(1))
        close.clicked.connect(lambda: self.workspace.panel_wanted.emit(""))
        in_row((self.title, 1), self.result, self.before, self.after, close, inside=head, margins=(MARGIN, 8, 8, 8))
        return head

    def _body(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        self.where = kind_label("", "muted", wrap=True)
        self.show_document = link_button(self.tr("Open the document"))
        self.show_document.clicked.connect(self._open_document)
        top = in_row((self.where, 1), self.show_document)
        column.addLayout(top)
        self.said = _quote()
        column.addWidget(self.said)
        self.beside = kind_label("", "muted", wrap=True)
        column.addWidget(self.beside)
        self.now_label, self.now = kind_label(self.tr("In your kit now"), "muted"), _quote()
        column.addWidget(self.now_label)
        column.addWidget(self.now)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(LINES * self.fontMetrics().height() + 16)
        self.words.textChanged.connect(self._typed)
        self.counter = kind_label("", "muted")
        self.again = link_button(self.tr("As it was found"))
        self.again.clicked.connect(lambda: self.controller.reset(self.controller.current))
        self.words_label = buddy(self.tr("Will be used"), self.words)
        heading = in_row((self.words_label, 1), self.again, self.counter)
        column.addLayout(heading)
        column.addWidget(self.words)
        column.addLayout(self._cuts())
        self.graphic_label, self.graphic = kind_label(self.tr("On its graphic"), "muted"), _quote()
        column.addWidget(self.graphic_label)
        column.addWidget(self.graphic)
        column.addLayout(self._place())
        self.note, inside = notice_box("warn")
        self.note_words = QLabel()
        self.note_words.setWordWrap(True)
        inside.addWidget(self.note_words, 1)
        column.addWidget(self.note)
        column.addStretch(1)
        return scroll_area(content)

    def _cuts(self) -> QHBoxLayout:
        self.join, self.split = link_button(self.tr("Join with the next")), link_button(self.tr("Split here"))
        self.back = link_button(self.tr("Undo"))
        self.join.setToolTip(self.tr("Make one of this row and the next (J)"))
        self.split.setToolTip(self.tr("Make two rows, at the cursor or where the text falls apart (S)"))
        self.back.setToolTip(self.tr("Take the last change in this list back (Ctrl+Z)"))
        self.join.clicked.connect(lambda: self.controller.join(self.controller.current))
        self.split.clicked.connect(self._split)
        self.back.clicked.connect(self.controller.undo)
        return in_row(self.join, self.split, STRETCH, self.back)

    def _split(self) -> None:
        text, at = self.words.toPlainText(), self.words.textCursor().position()
        inside = text[:at].strip() and text[at:].strip()
        self.controller.split(self.controller.current, len(" ".join(text[:at].split())) if inside else 0)

    def _place(self) -> QHBoxLayout:
        self.kind, self.week = QComboBox(), QComboBox()
        for kind, group in PLACES:
            self.kind.addItem(self._place_name(kind, group), (kind, group))
        self.week.addItem(self.tr("The whole month"), 0)
        for number in WEEK_NUMBERS:
            self.week.addItem(self.tr("Week {number}").format(number=number), number)
        self.kind.activated.connect(self._placed)
        self.week.activated.connect(self._placed)
        return in_row(
            (labeled_field(self.tr("It is"), self.kind), 1), (labeled_field(self.tr("It belongs to"), self.week), 1)
        )

    def _place_name(self, kind: Kind, group: str) -> str:
        if kind == "resource":
            return self.tr("Resource to learn from") if group == "learn" else self.tr("Resource to act on")
        return kind_name(kind)

    # ---------------------------------------------------------------- following

    def _row_changed(self, index: int) -> None:
        if index == self.controller.current:
            self.refresh()

    def refresh(self) -> None:
        """Show the open row."""
        row = self.controller.row
        self.setEnabled(row is not None)
        if row is None:
            return
        item = row.item
        title = row.title
        self.title.setText(title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]}\u2026")
        self.result.setText(table_words(RESULT_NAMES[row.result]))
        place = self.tr("page {number}").format(number=item.page) if item.page else ""
        place = place or self.tr("line {number}").format(number=item.line)
        self.where.setText("" if row.part is not None else self.tr("In the document, {place}").format(place=place))
        self.said.setText(row.was.text)
        self.beside.setText(self._beside(item))
        self.beside.setVisible(bool(self.beside.text()))
        self.now.setText(row.now)
        for widget in (self.now, self.now_label):
            widget.setVisible(bool(row.now))
        if " ".join(self.words.toPlainText().split()) != item.text:
            with QSignalBlocker(self.words):
                self.words.setPlainText(item.text)
        self._show_counter()
        self._show_place(row)
        noted = item.certainty != "sure" or row.result == "over" or row.part is not None
        self.note_words.setText(row.noticed if noted else "")
        self.note.setVisible(bool(self.note_words.text()))
        self.again.setVisible(item != row.was or len(row.origins) > 1)
        self._show_cuts(row)
        self.take.setEnabled(item.kind not in UNPLACED and not item.use)
        self.keep.setEnabled(item.use)

    def _beside(self, item: ToolkitItem) -> str:
        """The dates, networks and files that the document prints for a row."""
        months = [QLocale().standaloneMonthName(number, QLocale.FormatType.ShortFormat) for number in range(1, 13)]
        days = [f"{months[month - 1]} {day}" for month, day in dict.fromkeys(item.dates or ())]
        parts = [*(["\u2013".join(days)] if days else []), *item.platforms, *item.files]
        return self.tr("Printed beside it: {parts}").format(parts=", ".join(parts)) if parts else ""

    def _show_cuts(self, row: FoundRow) -> None:
        controller, index = self.controller, self.controller.current
        self.join.setVisible(controller.can_join(index))
        self.split.setVisible(can_split(controller.rows, index))
        self.back.setVisible(controller.can_undo)
        post = row.item.kind == "post" and row.part is None
        said, left = row.graphic
        words = said or self.tr("The title of the week: no sentence of the post fits there by itself.")
        if said and left:
            words = self.tr("{words}\n\nNot on it: {left}").format(words=words, left=" ".join(left))
        self.graphic.setText(words)
        self.graphic.setVisible(post)
        self.graphic_label.setVisible(post)
        missing = row.part is not None
        for widget in (self.said, self.words, self.words_label, self.show_document):
            widget.setHidden(missing)
        self.take.setText(self.tr("Keep ours") if missing else self.tr("Use the new one"))
        self.keep.setText(self.tr("Leave out") if missing else self.tr("Keep mine"))

    def _show_place(self, row: FoundRow) -> None:
        item = row.item
        movable = row.was.kind not in ("week", "hashtag") and row.part is None
        single = self.controller.findings is not None and self.controller.findings.single
        self.week.setItemText(1, self.tr("The day") if single else self.tr("Week {number}").format(number=1))
        at = next((n for n, (kind, group) in enumerate(PLACES) if kind == item.kind and group in ("", item.group)), -1)
        self.kind.setCurrentIndex(at)
        self.kind.setPlaceholderText(kind_name(item.kind))
        self.week.setCurrentIndex(self.week.findData(item.week))
        self.kind.setEnabled(movable)
        self.week.setEnabled(movable)

    def _show_counter(self) -> None:
        row = self.controller.row
        post = row is not None and row.item.kind == "post"
        length = x_length(self.words.toPlainText())
        self.counter.setText(f"{length} / {X_LIMIT}" if post else "")
        fits = length <= X_LIMIT
        self.counter.setProperty("kind", "muted" if fits else "head")
        self.counter.setToolTip("" if fits else self.tr("A short version is made from its own sentences."))
        self.words.setAccessibleDescription(self.counter.text())
        restyle(self.counter)

    # ---------------------------------------------------------------- acting

    def _typed(self) -> None:
        self.controller.write(self.controller.current, self.words.toPlainText())
        self._show_counter()

    def _placed(self) -> None:
        at = self.kind.currentIndex()
        if at >= 0:
            kind, group = PLACES[at]
            self.controller.place(self.controller.current, kind, int(self.week.currentData() or 0), group)

    def _decide(self, *, take: bool) -> None:
        self.controller.tick(self.controller.current, take)
        self.controller.step(1)

    def _open_document(self) -> None:
        if self.controller.path is not None:
            open_path(self.workspace, self.controller.path)


def _quote() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFrameShape(QFrame.Shape.StyledPanel)
    label.setProperty("kind", "quote")
    label.setContentsMargins(8, 6, 8, 6)
    return label
