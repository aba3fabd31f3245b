"""One check in the panel: a small picture, what was found, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from htpm_studio.export.preflight.model import Check, Fix
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.checks.addresses import Addresses
from htpm_studio.gui.i18n.translate import translate
from htpm_studio.gui.style.icons import show_mark
from htpm_studio.gui.widgets.flow_row import FlowRow

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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        self.picture = QLabel(self)
        self.picture.setFixedSize(PICTURE, PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        row.addLayout(column, 1)
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
        inside = QVBoxLayout(self.reason)
        inside.setContentsMargins(0, 4, 0, 0)
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
        inside.addWidget(label)
        inside.addWidget(self.why)
        inside.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
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

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The row with the focus is the current one."""
        super().focusInEvent(event)
        self.reached.emit(self.check.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere makes it the current one."""
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
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
