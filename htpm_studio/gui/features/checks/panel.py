"""The Checks panel: what to fix, what is worth a look, what was fixed, what only people answer, hints on the words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QHideEvent, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio import paths
from htpm_studio.errors import StudioError
from htpm_studio.export.kit.edits import FINE, YES
from htpm_studio.export.preflight.model import GROUP_TITLES, GROUPS, Check, Fix, Group
from htpm_studio.export.preflight.report import hints, load_tools
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.core.tiles import sections
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.checks.row import CheckRow
from htpm_studio.gui.features.checks.runner import CheckRunner
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import at_left, in_column, in_row
from htpm_studio.gui.widgets.fields import MARGIN, close_button, contains_focus, kind_label, scroll_area, stack_sections

MOST = 60


class Hints(QWidget):
    """A box that opens the list when it is ticked, and a row for each hint with a way to its piece."""

    def __init__(self, workspace: Workspace, checks: CheckRunner) -> None:
        super().__init__()
        self.workspace, self.runner = workspace, TaskRunner(self)
        self.rows: list[QFrame] = []
        self._task: Task | None = None
        self.toggle = QCheckBox(self.tr("What could still be better"))
        self.toggle.toggled.connect(lambda _on: self.refresh())
        self.state = kind_label("", "muted", wrap=True)
        self._column = in_column(at_left(self.toggle), self.state, inside=self, margins=(MARGIN, 0, MARGIN, 8))
        self.state.hide()
        workspace.closing.connect(self.runner.shutdown)
        checks.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the words again while the list is open."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if not self.toggle.isChecked():
            self._show(())
            self.state.hide()
            return
        try:
            kit = self.workspace.document.kit()
        except StudioError:
            self._show(())
            return
        self.state.setText(self.tr("Reading the text…"))
        self.state.setVisible(not self.rows)
        self._task = self.runner.start(lambda _context: hints(kit, load_tools(paths.assets())))
        self._task.succeeded.connect(self._show)

    def _show(self, found: Sequence[Check]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(check) for check in found[:MOST]]
        for row in self.rows:
            self._column.addWidget(row)
        self.state.setText(self.tr("No suggestions for the text."))
        self.state.setVisible(self.toggle.isChecked() and not self.rows)

    def _row(self, check: Check) -> QFrame:
        row = QFrame()
        words = f"{check.title}: {translate(check.sentence)}" if check.title else translate(check.sentence)
        inside = in_row((kind_label(words, "", wrap=True), 1), inside=row, margins=(0, 4, 0, 4))
        if check.piece:
            edit = QPushButton(self.tr("Edit"))
            edit.setAccessibleName(self.tr("Edit: {title}").format(title=check.title))
            edit.clicked.connect(lambda: self.workspace.open_text(check.piece, check.field))
            inside.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        return row


FIRST_MS = 1500
_SIGNS: dict[Group, tuple[str, str]] = {
    "fix": ("circle-alert", "error"), "look": ("triangle-alert", "warn"), "fixed": ("wand-sparkles", "ok"),
}  # fmt: skip
QUESTIONS = (
    "Who has power in these pictures?",
    "Do they show a range of people?",
    "Is labor trafficking included too?",
    "Has someone with lived experience reviewed it?",
)


def attach_checks(window: Shell, runner: CheckRunner) -> None:
    """Run the checks for a window from now on, and let F7 and Shift+F7 step through them."""

    def step(by: int) -> None:
        window.workspace.panel_wanted.emit("checks")
        runner.step(by)

    window.handle("next_check", lambda: step(1))
    window.handle("previous_check", lambda: step(-1))
    runner.start(FIRST_MS)


class GroupHead(QWidget):
    """The heading of a group with its count; the group of what was fixed can be opened and closed."""

    SPOKEN_AS = QAccessible.Role.Heading

    def __init__(self, workspace: Workspace, group: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self.group = workspace, group
        self.setProperty("pane", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        self.sign = QLabel(self)
        title = QCoreApplication.translate("Checks", GROUP_TITLES[group])
        self.title = kind_label(title, "head")
        self.count = kind_label("", "muted")
        self.toggle = QToolButton(self)
        self.toggle.setProperty("kind", "quiet")
        self.toggle.setCheckable(True)
        self.toggle.setVisible(group == "fixed")
        self.toggle.toggled.connect(lambda _on: self.restyle())
        row.addWidget(self.sign)
        row.addWidget(self.title, 1)
        row.addWidget(self.count)
        row.addWidget(self.toggle)
        self.restyle()

    def set_count(self, count: int) -> None:
        """Say how many rows the group has."""
        self.count.setText(str(count))
        self.setAccessibleName(f"{self.title.text()}, {count}")

    def restyle(self) -> None:
        """Draw the signs in the colors of the theme."""
        name, token = _SIGNS[self.group]
        show_mark(self.sign, self._workspace.icon(name, token), 18)
        self.toggle.setText(self.tr("Hide") if self.toggle.isChecked() else self.tr("Show"))
        self.toggle.setAccessibleName(f"{self.toggle.text()}: {self.title.text()}")


class ChecksPanel(QWidget):
    """Head, scrolling groups of rows, and a foot that fixes what needs no decision."""

    def __init__(self, workspace: Workspace, runner: CheckRunner, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.runner, self._pictures = workspace, runner, pictures
        self.rows: dict[str, CheckRow] = {}
        self._following = False
        stack_sections(self, self._head(), self._body(), self._foot())
        self.runner.changed.connect(self.refresh)
        self.runner.current_changed.connect(self._go_to)
        workspace.renderer.ready.connect(self._show_pictures)
        pictures.thumbs.ready.connect(self._show_photos)
        workspace.theme_changed.connect(self._restyle)
        workspace.document.changed.connect(self._show_answers)
        workspace.document.week_changed.connect(self._show_answers)
        self.runner.start()
        self._restyle()
        self.refresh()

    # ---------------------------------------------------------------- building

    def _head(self) -> QWidget:
        head = QWidget(self)
        title = kind_label(self.tr("Checks"), "title")
        self.summary = kind_label("", "muted", wrap=True)
        self.close_button = close_button(self.workspace, self.tr("Close the checks"))
        in_row(title, (self.summary, 1), self.close_button, inside=head, margins=(16, 8, 8, 8))
        return head

    def _body(self) -> QScrollArea:
        inside = QWidget()
        column = in_column(inside=inside, spacing=0)
        self.heads: dict[Group, GroupHead] = {}
        self._columns: dict[Group, QVBoxLayout] = {}
        for group in GROUPS:
            self.heads[group] = GroupHead(self.workspace, group, inside)
            self._columns[group] = QVBoxLayout()
            self._columns[group].setSpacing(0)
            column.addWidget(self.heads[group])
            column.addLayout(self._columns[group])
        self.heads["fixed"].toggle.toggled.connect(lambda _on: self._fold())
        self.back = QPushButton(inside)
        self.back.setProperty("kind", "link")
        self.back.clicked.connect(self.runner.bring_back)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._questions(inside))
        self.hints = Hints(self.workspace, self.runner)
        column.addWidget(self.hints)
        column.addStretch(1)
        self.area = scroll_area(inside)
        return self.area

    def _questions(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        head = kind_label(self.tr("Ask yourself"), "head")
        column = in_column(head, inside=box, margins=(16, 12, 16, 12))
        self.questions: list[QCheckBox] = []
        for number, text in enumerate(QUESTIONS, 1):
            tick = QCheckBox(QCoreApplication.translate("Checks", text), box)
            tick.clicked.connect(lambda on, number=number: self._answer(number, on=on))
            column.addWidget(tick)
            self.questions.append(tick)
        return box

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        self.fix_simple = QPushButton(foot)
        self.fix_simple.clicked.connect(self.runner.apply_simple)
        hint = kind_label(self.tr("F7 goes to the next one"), "muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        in_row(self.fix_simple, (hint, 1), inside=foot, margins=(16, 10, 16, 10))
        return foot

    # ---------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Show the newest report; rows that stay keep their place and focus."""
        report = self.runner.report
        wanted = {check.id: check for check in report.checks}
        focused = next((row.check.id for row in self.rows.values() if contains_focus(row)), "")
        for name, row in list(self.rows.items()):
            now = wanted.get(name)
            if now is not None and now != row.check and row.suits(now):
                row.show_check(now)
            elif now != row.check:
                self.rows.pop(name).deleteLater()
                row.hide()
        for group in GROUPS:
            for place, check in enumerate(report.group(group)):
                self._put(check, group, place)
            count = len(report.group(group))
            self.heads[group].set_count(count)
            self.heads[group].setVisible(count > 0)
        self._fold()
        self._say(report.count, len(report.group("fixed")), len(report.fine))
        self._show_pictures()
        self._show_answers()
        if focused and focused not in self.rows:
            self._focus_next()
        self._mark()

    def _put(self, check: Check, group: Group, place: int) -> None:
        row = self.rows.get(check.id)
        if row is None:
            row = CheckRow(self.workspace, check)
            row.reached.connect(self.runner.set_current)
            row.chosen.connect(self.choose)
            row.fine.connect(self.runner.call_fine)
            row.opened.connect(self.runner.call_opened)
            row.moved.connect(self._move)
            self.rows[check.id] = row
        self._columns[group].insertWidget(place, row)

    def _say(self, count: int, fixed: int, fine: int) -> None:
        if self.runner.problem:
            self.summary.setText(self.runner.problem)
        elif not self.runner.report.checks and self.runner.busy:
            self.summary.setText(self.tr("Looking through the kit…"))
        elif count:
            self.summary.setText(self.tr("{n} to review, {fixed} fixed for you").format(n=count, fixed=fixed))
        else:
            self.summary.setText(self.tr("All checked"))
        simple = len(self.runner.simple())
        self.fix_simple.setText(self.tr("Fix the {n} simple ones").format(n=simple))
        self.fix_simple.setVisible(simple > 1)
        self.back.setText(self.tr("{n} dismissed. Review again").format(n=fine))
        self.back.setVisible(fine > 0)

    def _fold(self) -> None:
        shown = self.heads["fixed"].toggle.isChecked()
        for row in self.rows.values():
            if row.check.group == "fixed":
                row.setVisible(shown)

    def _show_pictures(self) -> None:
        try:
            kit = self.workspace.document.kit()
        except StudioError:
            return
        self._show_photos()
        pictures: dict[str, QImage] = {}
        wanted = {row.check.piece for row in self.rows.values() if row.check.piece}
        if not wanted:
            return
        for section in sections(kit):
            for tile in section.tiles:
                image = self.workspace.renderer.picture(tile.key) if tile.piece in wanted else None
                if image is not None:
                    pictures.setdefault(tile.piece, image)
        for row in self.rows.values():
            if row.check.piece in pictures:
                row.show_picture(pictures[row.check.piece])

    def _show_photos(self) -> None:
        sources = {photo.source.key: photo.source for photo in self.workspace.document.project.photos}
        for row in self.rows.values():
            if row.check.target in sources:
                row.show_picture(self._pictures.thumbs.image(sources[row.check.target]))

    def _show_answers(self) -> None:
        try:
            place = self.runner.place()
        except StudioError:
            return
        for number, tick in enumerate(self.questions, 1):
            tick.setChecked(self.workspace.document.project.edits.text(place, f"{FINE}ask-{number}") == YES)

    def _restyle(self) -> None:
        for head in self.heads.values():
            head.restyle()
        self._mark()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever closes the checks starts at the first one the next time; whoever follows a way out goes on."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._following:
            self.runner.set_current("")

    # ---------------------------------------------------------------- acting

    def _answer(self, number: int, *, on: bool) -> None:
        text = self.tr("Ask yourself: {question}").format(question=self.questions[number - 1].text())
        self.workspace.document.edit(text, self.runner.place(), f"{FINE}ask-{number}", YES if on else None)
        self.workspace.document.end_merge()

    def choose(self, check: Check, fix: Fix) -> None:
        """Follow one of the ways out of a check."""
        self._following = True
        try:
            self._follow(check, fix)
        finally:
            self._following = False

    def _follow(self, check: Check, fix: Fix) -> None:
        if fix.changes:
            self.runner.apply(check, fix)
        elif fix.opens == "editor":
            self.workspace.open_text(check.piece, check.field)
        elif fix.opens == "record":
            self._pictures.set_current(check.target)
            self.workspace.panel_wanted.emit("record")
        elif fix.opens == "pictures":
            self._pictures.set_current(check.target)
            self.workspace.page_wanted.emit("pictures")
        elif fix.opens:
            self.workspace.card_wanted.emit(fix.opens)

    def _move(self, by: int) -> None:
        report = self.runner.report
        names = [check.id for group in GROUPS for check in report.group(group) if self.rows[check.id].isVisibleTo(self)]
        focused = next((index for index, name in enumerate(names) if self.rows[name].hasFocus()), -1)
        if 0 <= focused + by < len(names):
            self.rows[names[focused + by]].setFocus()

    def _go_to(self, name: str) -> None:
        self._mark()
        row = self.rows.get(name)
        if row is not None:
            self.area.ensureWidgetVisible(row)
            if not contains_focus(row):
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_next(self) -> None:
        row = self.rows.get(self.runner.current)
        if row is None and self.runner.rows():
            row = self.rows.get(self.runner.rows()[0].id)
        if row is not None:
            row.setFocus()

    def _mark(self) -> None:
        for name, row in self.rows.items():
            row.show_current(current=name == self.runner.current)
