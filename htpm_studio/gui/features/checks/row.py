"""One check in the panel: a small picture, what was found, the addresses it is about, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.preflight.model import Check, Fix, WebAddress
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import at_left, at_top, in_column, in_row
from htpm_studio.gui.widgets.files import open_address
from htpm_studio.gui.widgets.layouts import FlowRow

FIRST = 3
LEAST_LETTERS = 12


class AddressButton(QPushButton):
    """An address as a link; what does not fit is cut in the middle, and the tooltip has all of it."""

    def __init__(self, link: WebAddress, parent: QWidget) -> None:
        super().__init__(parent)
        self.link = link
        self.setProperty("kind", "link")
        self.setStyleSheet("text-align: left;")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Open {address}").format(address=link.address))
        self.setToolTip(self.tr("Open {address}").format(address=link.url))
        self.setText(link.address)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(LEAST_LETTERS * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    @property
    def shown(self) -> str:
        """What there is room for."""
        room = self.width() - (self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text()))
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class AddressLine(QWidget):
    """One address: a click opens it in the browser; then it can be ticked off."""

    def __init__(self, workspace: Workspace, link: WebAddress, check: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.link = workspace, link
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.open = AddressButton(link, self)
        self.open.clicked.connect(lambda: open_address(workspace, link.url))
        row.addWidget(self.open, 1)
        self.copy = self._tool(self.tr("Copy {address}"))
        self.copy.clicked.connect(self._copy)
        self.tick = self._tool(self.tr("Mark as checked: {address}"))
        self.tick.clicked.connect(lambda: check(link.mark))
        self.tick.setVisible(bool(link.mark))
        row.addWidget(self.copy)
        row.addWidget(self.tick)
        self.restyle()

    def _tool(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(words.format(address=self.link.address))
        button.setAccessibleName(button.toolTip())
        return button

    def restyle(self) -> None:
        """Draw the signs in the colors of the theme."""
        self.copy.setIcon(self.workspace.icon("copy"))
        self.tick.setIcon(self.workspace.icon("check"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.link.url)
        self.workspace.toast(self.tr("{address} was copied.").format(address=self.link.address))


class Addresses(QWidget):
    """The first few lines, and a button that shows the rest; lines that stay keep their place and the focus."""

    checked = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.lines: list[AddressLine] = []
        self.more = QPushButton(self)
        self.more.setProperty("kind", "link")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self._fold())
        self._column = in_column(at_left(self.more), inside=self, margins=(0, 2, 0, 0), spacing=0)
        workspace.theme_changed.connect(self.restyle)

    def show_links(self, links: tuple[WebAddress, ...]) -> None:
        """Show these addresses; if the one with the focus goes, the next one has it."""
        at = next((place for place, line in enumerate(self.lines) if line.tick.hasFocus()), -1)
        kept = {line.link: line for line in self.lines if line.link in links}
        for line in self.lines:
            if line.link not in kept:
                line.hide()
                line.deleteLater()
        self.lines = [kept.get(link) or AddressLine(self.workspace, link, self.checked.emit, self) for link in links]
        for place, line in enumerate(self.lines):
            self._column.insertWidget(place, line)
        self._fold()
        if at >= 0 and self.lines:
            self.lines[min(at, len(self.lines) - 1)].tick.setFocus()

    def restyle(self) -> None:
        """Draw the signs in the colors of the theme."""
        for line in self.lines:
            line.restyle()

    def _fold(self) -> None:
        rest = len(self.lines) - FIRST
        for place, line in enumerate(self.lines):
            line.setVisible(place < FIRST or self.more.isChecked())
        self.more.setVisible(rest > 0)
        self.more.setText(self.tr("Show fewer") if self.more.isChecked() else self.tr("{n} more").format(n=rest))


PICTURE = 40
SIGN = 20
MOST_REASON = 200
_ICONS = {"fix": "circle-alert", "look": "triangle-alert", "fixed": "wand-sparkles"}
_TOKENS = {"fix": "error", "look": "warn", "fixed": "ok"}


class CheckRow(QFrame):
    """A row that can have the focus: Enter presses the first button, Delete says that it is fine as it is."""

    SPOKEN_AS = QAccessible.Role.ListItem
    reached = Signal(str)
    chosen = Signal(object, object)
    fine = Signal(object, str)
    opened = Signal(object, str)
    moved = Signal(int)

    def __init__(self, workspace: Workspace, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.check = workspace, check
        self.buttons: list[QPushButton] = []
        self._look = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("check", "row")
        self.picture = QLabel(self)
        self.picture.setFixedSize(PICTURE, PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(4)
        in_row(at_top(self.picture), (column, 1), inside=self, margins=(12, 12, 12, 12), spacing=12)
        self._words(column)
        self.addresses = Addresses(workspace, self)
        self.addresses.checked.connect(lambda mark: self.opened.emit(self.check, mark))
        column.addWidget(self.addresses)
        self._buttons(column)
        self._reason(column)
        self.show_picture(None)
        self.show_check(check)
        self.show_current(current=False)

    def _words(self, column: QVBoxLayout) -> None:
        self.title = QLabel(translate(self.check.title) or self.tr("The whole kit"), self)
        self.sentence = QLabel(self)
        self.title.setProperty("kind", "head")
        for label in (self.title, self.sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self.sentence.setToolTip(translate(self.check.reason))
        self.setAccessibleDescription(translate(self.check.reason))

    def _buttons(self, column: QVBoxLayout) -> None:
        if not self.check.fixes:
            return
        holder = QWidget(self)
        flow = FlowRow(holder, gap=6)
        flow.setContentsMargins(0, 4, 0, 0)
        for fix in self.check.fixes:
            button = QPushButton(translate(fix.label), holder)
            button.clicked.connect(lambda _checked=False, fix=fix: self._press(fix))
            flow.addWidget(button)
            self.buttons.append(button)
        column.addWidget(holder)

    def _reason(self, column: QVBoxLayout) -> None:
        self.reason = QWidget(self)
        label = QLabel(self.tr("Why is it fine here?"), self.reason)
        self.why = QLineEdit(self.reason)
        self.why.setMaxLength(MOST_REASON)
        self.why.setPlaceholderText(self.tr("For example: legal text"))
        label.setBuddy(self.why)
        self.keep = QPushButton(self.tr("Keep it"), self.reason)
        self.keep.setEnabled(False)
        self.why.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.why.returnPressed.connect(self.keep.click)
        self.keep.clicked.connect(lambda: self.fine.emit(self.check, self.why.text()))
        in_column(label, self.why, at_left(self.keep), inside=self.reason, margins=(0, 4, 0, 0))
        self.reason.hide()
        column.addWidget(self.reason)

    # ---------------------------------------------------------------- showing

    def suits(self, check: Check) -> bool:
        """Whether the row can show this check too: the same one, with other addresses."""
        return self.check.id == check.id and all(one.links and one.id not in one.marks for one in (self.check, check))

    def show_check(self, check: Check) -> None:
        """Say what was found; several addresses are below each other, not in the sentence."""
        self.check, count = check, len(check.links)
        words = translate(check.sentence)
        if count > 1:
            words = self.tr(
                "Nobody has opened these {n} addresses yet. Open each one, then mark it as checked."
            ).format(n=count)
        self.sentence.setText(words)
        self.addresses.show_links(check.links)
        self.addresses.setVisible(count > 0)
        self.setAccessibleName(f"{self.title.text()}. {words}")
        for button, fix in zip(self.buttons, check.fixes, strict=True):
            button.setText(translate(fix.label))
            button.setAccessibleDescription(self.accessibleName())

    def show_picture(self, image: QImage | None) -> None:
        """A small picture of the piece; a sign where there is none."""
        name, token = _ICONS[self.check.group], _TOKENS[self.check.group]
        if image is None or image.isNull():
            icon = self.workspace.icon("message-square-text" if self.check.piece else name, token)
            show_mark(self.picture, icon, SIGN)
            return
        ratio = self.devicePixelRatioF()
        side = round(PICTURE * ratio)
        kind = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        scaled = image.scaled(side, side, kind, Qt.TransformationMode.SmoothTransformation)
        pixmap = QPixmap.fromImage(scaled.copy(0, 0, side, side))
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)

    def show_current(self, *, current: bool) -> None:
        """Mark the row that is stepped to: a ground, a line at its side, and its first button filled."""
        self.setProperty("current", "true" if current else "false")
        tokens = self.workspace.theme.tokens
        ground = tokens["soft"] if current else "transparent"
        side = tokens["accent"] if current else "transparent"
        line = tokens["divider"]
        look = (
            f'QFrame[check="row"] {{ background: {ground}; border: 0; border-bottom: 1px solid {line};'
            f" border-left: 3px solid {side}; }}"
            f'QFrame[check="row"]:focus {{ border: 2px solid {tokens["focus"]}; }}'
        )
        if look == self._look:
            return  # A style sheet is costly, and of a hundred rows two change.
        self._look = look
        if self.buttons:
            self.buttons[0].setProperty("kind", "primary" if current else "")
            self.buttons[0].style().polish(self.buttons[0])
        self.setStyleSheet(look)

    # ---------------------------------------------------------------- acting

    def ask_reason(self) -> None:
        """Show the line for the reason and put the cursor there."""
        self.reason.show()
        self.why.setFocus()

    def call_fine(self) -> None:
        """Say that it is fine as it is; the hotline is never."""
        if self.check.blocked or self.check.group == "fixed":
            return
        if self.check.asks_reason:
            self.ask_reason()
        else:
            self.fine.emit(self.check, "")

    def _press(self, fix: Fix) -> None:
        if fix.fine:
            self.call_fine()
        else:
            self.chosen.emit(self.check, fix)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row with the focus is the current one."""
        super().focusInEvent(event)
        self.reached.emit(self.check.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere makes it the current one."""
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete, arrows; Escape takes the line for the reason away."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            if self.buttons:
                self.buttons[0].click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.hasFocus():
            self.call_fine()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.hasFocus():
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape and self.reason.isVisible():
            self.reason.hide()
            self.setFocus()
        else:
            super().keyPressEvent(event)
