"""Blocks that only some media have: notes, the place of a slide, copies on paper, where a background works."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from htpm_studio.export.decks.duration import seconds_for, words_in
from htpm_studio.export.decks.every_week import can_be_in_every_week
from htpm_studio.export.edits import NOTES
from htpm_studio.export.render_file import render_file
from htpm_studio.export.specs import FileSpec
from htpm_studio.gui.components.piece_editor import EditorSession
from htpm_studio.gui.components.slide_commands import put_into_every_week
from htpm_studio.gui.components.text_fields import FieldRow, Lines, clean_notes
from htpm_studio.gui.features.editor.labels import about
from htpm_studio.gui.i18n.translate import translate
from htpm_studio.gui.style.icons import show_mark
from htpm_studio.gui.widgets.fields import PanelSection, icon_button, kind_label, number_field, themed
from htpm_studio.pieces.declared import page_sizes

MOST_COPIES = 9999
LOW_LINES, NOTE_LINES = 3, 6


class NotesPane(QFrame):
    """Speaker notes under the stage, with how many words they have and how long the slide takes."""

    FIELD = NOTES

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self.with_words = session, False
        editor = Lines(session.document, clean_notes, least=2)
        self.row = FieldRow(session.workspace, self.tr("Speaker notes"), editor)
        self.row.label.setProperty("kind", "head")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 10)
        column.addWidget(self.row)
        self.row.edited.connect(self._edit)
        self.row.reset.connect(lambda: session.change(self.tr("Kit notes"), {NOTES: None}))

    def refresh(self) -> None:
        """Show the notes of the open slide."""
        shown = self._session.has("notes") and (self._session.notes_shown or self.with_words)
        self.setVisible(shown)
        if shown:
            text, kit_text = self._session.beside(NOTES)
            session = self._session
            self.row.show_words(text, changed=text != kit_text, locked=session.locked, own=session.is_own)
            self._count()

    def set_low(self, low: bool) -> None:
        """Take less room where there is little."""
        self.row.editor.most = LOW_LINES if low else NOTE_LINES
        self.row.editor.updateGeometry()

    def _edit(self, text: str) -> None:
        _, kit_text = self._session.beside(NOTES)
        self._session.set_text(self.tr("Change notes"), NOTES, text, kit_text)
        self._count()

    def _count(self) -> None:
        notes, now = self.row.editor.words(), self._session.now
        number = words_in(notes)
        words = self.tr("1 word") if number == 1 else self.tr("{count} words").format(count=number)
        seconds = seconds_for(notes, now.tile.page.info.advance if now else 0.0)
        count = self.tr("{words}, {time}").format(words=words, time=about(seconds)) if seconds else words
        self.row.show_count(count, spoken=count, over=False)


class SlideBlock(PanelSection):
    """Whether a slide is in its deck and in those of all weeks, and its place."""

    def __init__(self, session: EditorSession) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Slide"))
        self._session = session
        self.shown = QCheckBox(self.tr("Show in this deck"), self)
        self.shown.setMinimumHeight(24)
        self.shown.toggled.connect(self._toggle)
        self.earlier = icon_button(session.workspace, "arrow-up", self.tr("Move slide up"))
        self.later = icon_button(session.workspace, "arrow-down", self.tr("Move slide down"))
        self.place = kind_label("", "muted")
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _checked=False, way=by: self._move(way))
            row.addWidget(button)
        self.every = QPushButton(self.tr("Put this slide into every week"), self)
        themed(session.workspace, self.every, "calendar-days")
        self.every.clicked.connect(lambda: put_into_every_week(session.workspace, session.piece))
        self.column.addWidget(self.shown)
        self.column.addLayout(row)
        self.column.addWidget(self.every)

    def refresh(self) -> None:
        """Show state and place."""
        now = self._session.now
        self.setVisible(self._session.has("slide"))
        if now is None:
            return
        self.every.setVisible(can_be_in_every_week(self._session.document.kit(), now.tile.piece))
        self.shown.blockSignals(True)
        self.shown.setChecked(now.tile.piece not in now.left_out)
        self.shown.blockSignals(False)
        text = self.tr("Slide {number} of {count}")
        self.place.setText(text.format(number=now.place + 1, count=len(now.sisters)))
        self.earlier.setEnabled(now.place > 0)
        self.later.setEnabled(now.place + 1 < len(now.sisters))

    def _toggle(self, on: bool) -> None:
        step = self.tr("Include slide") if on else self.tr("Leave out slide")
        self._session.set_left_out(step, self._session.piece, out=not on)

    def _move(self, by: int) -> None:
        if self._session.move(self.tr("Move slide"), self._session.piece, by):
            self._session.refresh()


class CopiesBlock(PanelSection):
    """How many copies, how many sheets of paper that takes, and a warning about scaling."""

    def __init__(self, session: EditorSession) -> None:
        super().__init__("")
        self.heading.setText(self.tr("How many?"))
        self._session = session
        self.count = number_field(1, MOST_COPIES)
        self.count.setValue(session.workspace.settings.print_count)
        self.count.setAccessibleName(self.tr("How many?"))
        self.count.valueChanged.connect(self._changed)
        self.sheets = kind_label("", "", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addWidget(self.sheets, 1)
        self.column.addLayout(row)
        self.warning = QFrame(self)
        self.warning.setProperty("kind", "warn")
        box = QHBoxLayout(self.warning)
        self._mark = QLabel(self.warning)
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        text = self.tr("In the printer window choose “Actual size”. “Fit to page” makes cards too small.")
        box.addWidget(kind_label(text, "", wrap=True), 1)
        self.column.addWidget(self.warning)
        self.print = QPushButton(self)
        self.print.setProperty("kind", "primary")
        themed(session.workspace, self.print, "printer", "on_accent")
        self.print.clicked.connect(self._print)
        self.column.addWidget(self.print)

    @property
    def on_sheet(self) -> int:
        """How many fit on one sheet of paper."""
        now = self._session.now
        if now is None or not now.order.sheet:
            return 1
        sheet = self._session.document.resources.sheets.sheets[now.order.sheet]
        return sheet.columns * sheet.rows

    @property
    def sheet_count(self) -> int:
        """How many sheets of paper that takes."""
        return math.ceil(self.count.value() / self.on_sheet)

    def refresh(self) -> None:
        """Show count and sheets."""
        self.setVisible(self._session.has("copies"))
        cards = self.on_sheet > 1
        self.warning.setVisible(cards)
        show_mark(self._mark, self._session.workspace.icon("triangle-alert", "warn"), 18)
        one = self.sheet_count == 1
        many = self.tr("cards = {sheets} sheets of paper") if cards else self.tr("copies = {sheets} sheets of paper")
        words = self.tr("on one sheet of paper") if one else many
        self.sheets.setText(words.format(sheets=self.sheet_count))
        self.count.setAccessibleDescription(self.sheets.text())
        words = self.tr("Print 1 sheet") if one else self.tr("Print {sheets} sheets")
        self.print.setText(words.format(sheets=self.sheet_count))
        action = self._session.workspace.actions.get("print")
        self.print.setEnabled(action is None or action.isEnabled())

    def _changed(self, count: int) -> None:
        workspace = self._session.workspace
        workspace.set_settings(replace(workspace.settings, print_count=count))
        self.refresh()

    def _print(self) -> None:
        self._session.workspace.panel_wanted.emit("print")
        self._session.workspace.print_wanted.emit()


class WorksInBlock(PanelSection):
    """The programs that a background works in, and why the own view looks the wrong way round."""

    def __init__(self, session: EditorSession) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Works in"))
        self._session = session
        self._rows = QVBoxLayout()
        self.column.addLayout(self._rows)
        self._canvas, self._most = "", 0.0
        self._marks: list[QLabel] = []
        session.workspace.theme_changed.connect(self._dress)
        self._asked: object = None
        self.note = kind_label("", "muted", wrap=True)
        self.column.addWidget(self.note)

    def refresh(self) -> None:
        """List the programs for the open page size."""
        self.setVisible(self._session.has("works-in"))
        now = self._session.now
        if now is None or not self._session.has("works-in"):
            return
        self._measure(now.order)
        if now.tile.page.canvas == self._canvas:
            return
        self._canvas = now.tile.page.canvas
        apps = self._session.page_size.apps
        size = self._session.page_size.size
        dimensions = f"{size.width:g} × {size.height:g}"
        for app in apps:
            row = QHBoxLayout()
            mark = QLabel(self)
            self._marks.append(mark)
            row.addWidget(mark)
            row.addWidget(QLabel(app.name, self), 1)
            row.addWidget(kind_label(dimensions, "muted"))
            self._rows.addLayout(row)
        self._most = min(app.most for app in apps) / 1_000_000 if apps else 0.0
        self._dress()
        self._say(None)

    def _dress(self) -> None:
        for mark in self._marks:
            show_mark(mark, self._session.workspace.icon("circle-check", "ok"))

    def _measure(self, order: FileSpec) -> None:
        """Find out how large the file is, in the background."""
        kit = self._session.kit()
        if self._asked == (order.pages, kit.look):
            return
        self._asked = asked = (order.pages, kit.look)
        task = self._session.workspace.tasks.start(lambda context: len(render_file(order, kit, context).data))
        task.succeeded.connect(lambda size: self._say(size) if asked == self._asked else None)

    def _say(self, size: int | None) -> None:
        """Say how large the file is and what the apps take."""
        limit = self.tr("The smallest limit known is {most} MB. Checked {day}.")
        words = limit.format(most=f"{self._most:g}", day=translate(page_sizes().checked))
        if size is not None:
            file = self.tr("One file for all: JPEG, {size} MB.").format(size=f"{size / 1_000_000:.2f}")
            words = f"{file} {words}"
        self.note.setText(words)
