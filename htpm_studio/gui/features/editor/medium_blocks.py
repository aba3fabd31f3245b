"""Blocks that only some media have: notes, the place of a slide, copies on paper; logo and use of a background."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.decks.duration import seconds_for, words_in
from htpm_studio.export.decks.every_week import can_be_in_every_week
from htpm_studio.export.kit.edits import LEAST_LOGO, LOGO, NO_SIDE, NOTES, SIDE, logo_size
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.backgrounds import largest_logo
from htpm_studio.export.run.render_file import render_file
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.piece_commands import put_into_every_week
from htpm_studio.gui.i18n import about_words, translate
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.accessibility import RovingFocus
from htpm_studio.gui.widgets.arrange import at_top, in_column, in_row
from htpm_studio.gui.widgets.fields import (
    PanelSection,
    PanelSlider,
    buddy,
    corners_of,
    icon_button,
    kind_label,
    number_field,
    primary_button,
    restyle,
    set_theme_icon,
)
from htpm_studio.gui.widgets.text_fields import PAUSE_MS, FieldRow, LinesField, clean_notes
from htpm_studio.pieces.declared import page_sizes

MOST_COPIES = 9999
LOW_LINES, NOTE_LINES = 3, 6


class NotesPane(QFrame):
    """Speaker notes under the stage, with how many words they have and how long the slide takes."""

    FIELD = NOTES

    def __init__(self, controller: EditorController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._controller, self.with_words = controller, False
        editor = LinesField(controller.document, clean_notes, least=2)
        self.row = FieldRow(controller.workspace, self.tr("Speaker notes"), editor)
        self.row.label.setProperty("kind", "head")
        in_column(self.row, inside=self, margins=(16, 6, 16, 10))
        self.row.edited.connect(self._edit)
        self.row.reset.connect(lambda: controller.change(self.tr("Kit notes"), {NOTES: None}))

    def refresh(self) -> None:
        """Show the notes of the open slide."""
        shown = self._controller.has("notes") and (self._controller.notes_shown or self.with_words)
        self.setVisible(shown)
        if shown:
            text, kit_text = self._controller.beside(NOTES)
            controller = self._controller
            self.row.show_words(text, changed=text != kit_text, locked=controller.locked, own=controller.is_own)
            self._count()

    def set_low(self, low: bool) -> None:
        """Take less room where there is little."""
        self.row.editor.most = LOW_LINES if low else NOTE_LINES
        self.row.editor.updateGeometry()

    def _edit(self, text: str) -> None:
        _, kit_text = self._controller.beside(NOTES)
        self._controller.set_text(self.tr("Change notes"), NOTES, text, kit_text)
        self._count()

    def _count(self) -> None:
        notes, now = self.row.editor.words(), self._controller.now
        number = words_in(notes)
        words = self.tr("1 word") if number == 1 else self.tr("{count} words").format(count=number)
        seconds = seconds_for(notes, now.tile.page.info.advance if now else 0.0)
        count = self.tr("{words}, {time}").format(words=words, time=about_words(seconds)) if seconds else words
        self.row.show_count(count, spoken=count, over=False)


class SlideBlock(PanelSection):
    """Whether a slide is in its deck and in those of all weeks, and its place."""

    def __init__(self, controller: EditorController) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Slide"))
        self._controller = controller
        self.shown = QCheckBox(self.tr("Show in this deck"), self)
        self.shown.setMinimumHeight(24)
        self.shown.toggled.connect(self._toggle)
        self.earlier = icon_button(controller.workspace, "arrow-up", self.tr("Move slide up"))
        self.later = icon_button(controller.workspace, "arrow-down", self.tr("Move slide down"))
        self.place = kind_label("", "muted")
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _checked=False, way=by: self._move(way))
            row.addWidget(button)
        self.every = QPushButton(self.tr("Put this slide into every week"), self)
        set_theme_icon(controller.workspace, self.every, "calendar-days")
        self.every.clicked.connect(lambda: put_into_every_week(controller.workspace, controller.piece))
        self.column.addWidget(self.shown)
        self.column.addLayout(row)
        self.column.addWidget(self.every)

    def refresh(self) -> None:
        """Show state and place."""
        now = self._controller.now
        self.setVisible(self._controller.has("slide"))
        if now is None:
            return
        self.every.setVisible(can_be_in_every_week(self._controller.document.kit(), now.tile.piece))
        self.shown.blockSignals(True)
        self.shown.setChecked(now.tile.piece not in now.left_out)
        self.shown.blockSignals(False)
        text = self.tr("Slide {number} of {count}")
        self.place.setText(text.format(number=now.place + 1, count=len(now.sisters)))
        self.earlier.setEnabled(now.place > 0)
        self.later.setEnabled(now.place + 1 < len(now.sisters))

    def _toggle(self, on: bool) -> None:
        step = self.tr("Include slide") if on else self.tr("Leave out slide")
        self._controller.set_left_out(step, self._controller.piece, out=not on)

    def _move(self, by: int) -> None:
        if self._controller.move(self.tr("Move slide"), self._controller.piece, by):
            self._controller.refresh()


class CopiesBlock(PanelSection):
    """How many copies, how many sheets of paper that takes, and a warning about scaling."""

    def __init__(self, controller: EditorController) -> None:
        super().__init__("")
        self.heading.setText(self.tr("How many?"))
        self._controller = controller
        self.count = number_field(1, MOST_COPIES)
        self.count.setValue(controller.workspace.settings.print_count)
        self.count.setAccessibleName(self.tr("How many?"))
        self.count.valueChanged.connect(self._changed)
        self.sheets = kind_label("", "", wrap=True)
        row = in_row(self.count, (self.sheets, 1))
        self.column.addLayout(row)
        self.warning = QFrame(self)
        self.warning.setProperty("kind", "warn")
        self._mark = QLabel(self.warning)
        text = self.tr("In the printer window choose “Actual size”. “Fit to page” makes cards too small.")
        in_row(
            at_top(self._mark),
            (kind_label(text, "", wrap=True), 1),
            inside=self.warning,
            margins=None,
        )
        self.column.addWidget(self.warning)
        self.print = primary_button()
        set_theme_icon(controller.workspace, self.print, "printer", "on_accent")
        self.print.clicked.connect(self._print)
        self.column.addWidget(self.print)

    @property
    def on_sheet(self) -> int:
        """How many fit on one sheet of paper."""
        now = self._controller.now
        if now is None or not now.spec.sheet:
            return 1
        return self._controller.document.resources.sheets.sheets[now.spec.sheet].places

    @property
    def sheet_count(self) -> int:
        """How many sheets of paper that takes."""
        return math.ceil(self.count.value() / self.on_sheet)

    def refresh(self) -> None:
        """Show count and sheets."""
        self.setVisible(self._controller.has("copies"))
        cards = self.on_sheet > 1
        self.warning.setVisible(cards)
        show_mark(self._mark, self._controller.workspace.icon("triangle-alert", "warn"), 18)
        one = self.sheet_count == 1
        many = self.tr("cards = {sheets} sheets of paper") if cards else self.tr("copies = {sheets} sheets of paper")
        words = self.tr("on one sheet of paper") if one else many
        self.sheets.setText(words.format(sheets=self.sheet_count))
        self.count.setAccessibleDescription(self.sheets.text())
        words = self.tr("Print 1 sheet") if one else self.tr("Print {sheets} sheets")
        self.print.setText(words.format(sheets=self.sheet_count))
        action = self._controller.workspace.actions.get("print")
        self.print.setEnabled(action is None or action.isEnabled())

    def _changed(self, count: int) -> None:
        workspace = self._controller.workspace
        workspace.set_settings(replace(workspace.settings, print_count=count))
        self.refresh()

    def _print(self) -> None:
        self._controller.workspace.panel_wanted.emit("print")
        self._controller.workspace.print_wanted.emit()


class WorksInBlock(PanelSection):
    """The programs that a background works in, and why the own view looks the wrong way round."""

    def __init__(self, controller: EditorController) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Works in"))
        self._controller = controller
        self._rows = QVBoxLayout()
        self.column.addLayout(self._rows)
        self._canvas, self._most = "", 0.0
        self._marks: list[QLabel] = []
        controller.workspace.theme_changed.connect(self._dress)
        self._asked: object = None
        self.note = kind_label("", "muted", wrap=True)
        self.column.addWidget(self.note)

    def refresh(self) -> None:
        """List the programs for the open page size."""
        self.setVisible(self._controller.has("works-in"))
        now = self._controller.now
        if now is None or not self._controller.has("works-in"):
            return
        self._measure(now.spec)
        if now.tile.page.canvas == self._canvas:
            return
        self._canvas = now.tile.page.canvas
        apps = self._controller.page_size.apps
        size = self._controller.page_size.size
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
            show_mark(mark, self._controller.workspace.icon("circle-check", "ok"))

    def _measure(self, spec: FileSpec) -> None:
        """Find out how large the file is, in the background."""
        kit = self._controller.kit()
        if self._asked == (spec.pages, kit.look):
            return
        self._asked = asked = (spec.pages, kit.look)
        task = self._controller.workspace.tasks.start(lambda context: len(render_file(spec, kit.inputs, context).data))
        task.succeeded.connect(lambda size: self._say(size) if asked == self._asked else None)

    def _say(self, size: int | None) -> None:
        """Say how large the file is and what the apps take."""
        limit = self.tr("The smallest limit known is {most} MB. Checked {day}.")
        words = limit.format(most=f"{self._most:g}", day=translate(page_sizes().checked))
        if size is not None:
            file = self.tr("One file for all: JPEG, {size} MB.").format(size=f"{size / 1_000_000:.2f}")
            words = f"{file} {words}"
        self.note.setText(words)


LEAST = round(100 * LEAST_LOGO)


class LogoBlock(PanelSection):
    """Side and size. One size for both sides; it ends where the logo would leave the part that every app shows."""

    def __init__(self, controller: EditorController) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Logo"))
        self._controller = controller
        self._asked: tuple[object, ...] = ()
        self._most = 1.0
        self.sides: dict[str, QToolButton] = {}
        self._sides = QHBoxLayout()
        self._sides.setSpacing(0)
        self._group = QButtonGroup(self)
        self._roving = RovingFocus(self)
        self._make_sides()
        self.slider = PanelSlider(self.tr("Size of the logo"), LEAST, 100, self)
        self.percent = kind_label("", "muted", wrap=True)
        self.note = kind_label("", "muted", wrap=True)
        self.reset = icon_button(controller.workspace, "rotate-ccw", self.tr("Back to the kit's logo size"))
        self.reset.setMinimumSize(24, 24)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the slider stays under the hand when the button comes
        self.reset.setSizePolicy(policy)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(controller.document.end_merge)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(controller.document.end_merge)
        self.reset.clicked.connect(lambda: controller.change(self.tr("Kit size of the logo"), {LOGO: None}))

    def _lay_out(self) -> None:
        self.column.addWidget(kind_label(self.tr("Side, as others see it"), "muted", wrap=True))
        self.column.addLayout(self._sides)
        self.column.addSpacing(8)
        self._sized = QWidget(self)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        in_row(buddy(self.tr("Size"), self.slider), (self.percent, 1), self.reset, inside=self._sized)
        self.column.addWidget(self._sized)
        self.column.addWidget(self.slider)
        self.column.addWidget(self.note)

    def refresh(self) -> None:
        """Show side and size of the open background."""
        now = self._controller.now
        self.setVisible(self._controller.has("logo"))
        if now is None or not self._controller.has("logo"):
            return
        locked = self._controller.locked
        for side, button in self.sides.items():
            button.setChecked(side == now.tile.page.content.get("side"))
            button.setEnabled(not locked or now.tile.page.signed == (side != NO_SIDE))
        self._show_size()

    def _show_size(self) -> None:
        now, kit = self._controller.now, self._controller.kit()
        if now is None:
            return
        asked = (now.tile.page.template, now.tile.page.content.get("side"), kit.look)
        if asked != self._asked:
            self._asked, self._most = asked, largest_logo(now.tile.page, kit)
            self.slider.blockSignals(True)
            self.slider.setMaximum(max(LEAST, round(100 * self._most)))
            self.slider.blockSignals(False)
        own = self._controller.own()
        percent = min(round(100 * logo_size(own)), self.slider.maximum())
        at_end = percent == self.slider.maximum()
        fits = self.tr("{percent}%, fits every app")
        words = self.tr("{percent}%, the largest that fits every app") if at_end else fits
        self.percent.setText(words.format(percent=percent))
        self.slider.show_percent(percent, self.percent.text())
        self.slider.setEnabled(not self._controller.locked)
        self.reset.setVisible(LOGO in own and not self._controller.locked)
        self._sized.setVisible(self._most > 0)
        self.slider.setVisible(self._most > 0)
        self.note.setVisible(self._most == 0)
        unsigned = self.tr("Neither your logo nor your name is on this background.")
        own_size = self.tr("There is no logo on this background, or its design sets the size.")
        self.note.setText(own_size if now.tile.page.signed else unsigned)

    def _slid(self, percent: int) -> None:
        text = None if percent == 100 else f"{percent / 100:.2f}"
        self._controller.change(self.tr("Logo size"), {LOGO: text}, merge=f"{self._controller.piece}/{LOGO}")
        if not self.slider.isSliderDown():
            self._pause.start()

    def choose(self, side: str) -> None:
        """Show the background with the logo on that side, or take the logo away from it."""
        controller = self._controller
        none = side == NO_SIDE
        if none != (controller.own().get(SIDE) == NO_SIDE):
            step = self.tr("No logo on the background") if none else self.tr("Logo on the background")
            controller.change(step, {SIDE: NO_SIDE if none else None})
            controller.refresh()
        tiles = controller.now.tiles if controller.now else ()
        for tile in tiles:
            if tile.page.content.get("side") == side:
                controller.show_view(tile.key)
        self.refresh()

    def _make_sides(self) -> None:
        names = {"left": self.tr("Left"), "right": self.tr("Right"), NO_SIDE: self.tr("None")}
        for number, (side, name) in enumerate(names.items()):
            button = QToolButton(self)
            button.setText(name)
            button.setAccessibleName(self.tr("Logo, as others see it: {side}").format(side=name))
            button.setCheckable(True)
            button.setProperty("segment", corners_of(number == 0, number == len(names) - 1))
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
            button.clicked.connect(lambda _checked=False, one=side: self.choose(one))
            restyle(button)
            self._group.addButton(button)
            self._sides.addWidget(button)
            self.sides[side] = button
        self._roving.set_controls(self.sides.values())
