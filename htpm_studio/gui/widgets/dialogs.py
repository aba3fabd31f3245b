"""Windows beside the main one: each there once, as large in letters as before; and the one form for every failure."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, qVersion
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio import __version__
from htpm_studio.errors import StudioError
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import put_icon

SCREEN_EDGE = 20
D = TypeVar("D", bound=QDialog)


class ScaledDialog(QObject):
    """Resizes a dialog with its text, at once, and keeps it on the screen."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog, self._letter = dialog, dialog.fontMetrics().height()
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit when the layouts have heard of the new text too."""
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the dialog the size that it had, counted in letters."""
        dialog, letter = self._dialog, self._dialog.fontMetrics().height()
        if letter == self._letter:
            return
        part, self._letter = letter / self._letter, letter
        room = dialog.screen().availableGeometry().adjusted(SCREEN_EDGE, SCREEN_EDGE, -SCREEN_EDGE, -2 * SCREEN_EDGE)
        size = (dialog.size() * part).expandedTo(dialog.sizeHint()).boundedTo(room.size())
        place = QRect(dialog.pos(), size)
        place.moveLeft(max(room.left(), min(place.left(), room.right() - size.width())))
        place.moveTop(max(room.top(), min(place.top(), room.bottom() - size.height())))
        dialog.resize(size)
        dialog.move(place.topLeft())


class SingleDialog(Generic[D]):
    """A dialog that is made when it is first wanted, and brought to the front when it is wanted again."""

    def __init__(self, make: Callable[[], D]) -> None:
        self._make = make
        self._dialog: D | None = None

    def show(self, prepare: Callable[[D], object] = lambda _dialog: None) -> None:
        """Show the dialog, once it is prepared."""
        dialog = self._dialog = self._dialog or self._make()
        prepare(dialog)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()


LETTERS, EDGE = 84, 100


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing to do about it: its words, the words of its button, and the work."""

    text: str
    button: str
    act: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """What did not work, why, what is safe, and what can be done (the best first)."""

    title: str
    why: str
    safe: str = ""
    choices: tuple[WayOut, ...] = ()
    details: str = ""


class ErrorDialog(QDialog):
    """The form of a failure; it is shown with `open` and removes itself."""

    def __init__(self, failure: Failure, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.failure = failure
        self._workspace = workspace
        self._marks: list[tuple[QLabel, str, str, int]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("HTPM Studio"))
        self.setAccessibleDescription(f"{failure.title}. {failure.why}")
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._picture("circle-alert", "error", 40), 0, Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        row.addLayout(self._body, 1)
        self._build_words()
        self.radios = self._build_choices()
        self._build_details()
        self._body.addStretch(1)
        column = in_column((_FittingScrollArea(content), 1), inside=self, margins=(24, 24, 24, 16), spacing=16)
        line = QFrame(self)
        line.setProperty("kind", "line")
        column.addWidget(line)
        column.addLayout(self._build_buttons())
        self._chosen()
        self._dress()
        workspace.theme_changed.connect(self._dress)
        ScaledDialog(self)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for all of it, but not more than the screen has."""
        room = self.screen().availableSize()
        return super().sizeHint().boundedTo(QSize(room.width() - EDGE // 2, room.height() - EDGE // 2))

    def _build_words(self) -> None:
        title = self._label(self.failure.title)
        title.setProperty("kind", "page")
        self._body.addWidget(title)
        self._body.addWidget(self._label(self.failure.why))
        if self.failure.safe:
            frame = QFrame(self)
            frame.setProperty("kind", "ok")
            inside = QHBoxLayout(frame)
            inside.addWidget(self._picture("shield-check", "ok", 20), 0, Qt.AlignmentFlag.AlignTop)
            words = self.tr("<b>Nothing is lost.</b> {where}").format(where=self.failure.safe)
            inside.addWidget(self._label(words, rich=True), 1)
            self._body.addWidget(frame)

    def _build_choices(self) -> tuple[QRadioButton, ...]:
        if len(self.failure.choices) < 2:
            return ()
        head = self._label(self.tr("What you can do"))
        head.setProperty("kind", "head")
        self._body.addWidget(head)
        group = QButtonGroup(self)
        radios = tuple(QRadioButton(self) for _ in self.failure.choices)
        for radio, choice in zip(radios, self.failure.choices, strict=True):
            group.addButton(radio)
            radio.setMinimumHeight(24)
            radio.setAccessibleName(choice.text)
            radio.toggled.connect(self._chosen)
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(radio, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(ChoiceLabel(choice.text, radio), 1)
            self._body.addLayout(row)
        radios[0].setChecked(True)
        return radios

    def _build_details(self) -> None:
        self.arrow = QToolButton(self)
        self.arrow.setProperty("kind", "link")
        self.arrow.setText(self.tr("Details for support"))
        self.arrow.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.arrow.setCheckable(True)
        self.arrow.toggled.connect(self._show_details)
        self.details = QPlainTextEdit(without_home(self.failure.details or self.failure.why), self)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details for support"))
        self.details.hide()
        self._body.addWidget(self.arrow, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addWidget(self.details)
        self._show_details(False)

    def _build_buttons(self) -> QHBoxLayout:
        self.copy_button = QPushButton(self.tr("Copy details"), self)
        self.copy_button.clicked.connect(self._copy)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        self.main_button = QPushButton(self)
        self.main_button.setProperty("kind", "primary")
        self.main_button.clicked.connect(self._go)
        for button in (self.copy_button, self.close_button, self.main_button):
            button.setAutoDefault(button is not self.copy_button)
        row = in_row(self.copy_button, STRETCH, self.close_button, self.main_button)
        default = self.main_button if self.failure.choices else self.close_button
        default.setDefault(True)
        default.setFocus()
        return row

    def choice(self) -> WayOut | None:
        """The choice that is ticked; None when there is nothing to choose."""
        for radio, choice in zip(self.radios, self.failure.choices, strict=False):
            if radio.isChecked():
                return choice
        return self.failure.choices[0] if self.failure.choices else None

    def _chosen(self) -> None:
        if not hasattr(self, "main_button") or not hasattr(self, "radios"):
            return
        choice = self.choice()
        self.main_button.setVisible(choice is not None)
        self.main_button.setText(choice.button if choice else "")

    def _go(self) -> None:
        choice = self.choice()
        self.accept()
        if choice is not None:
            choice.act()

    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        if self.isVisible():
            self._dress()
            self.resize(self.width(), self.sizeHint().height())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.failure.title}\n{self.failure.why}\n\n{self.details.toPlainText()}")

    def _label(self, text: str, *, rich: bool = False) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _picture(self, name: str, token: str, size: int) -> QLabel:
        label = QLabel(self)
        self._marks.append((label, name, token, size))
        return label

    def _dress(self) -> None:
        for label, name, token, size in self._marks:
            show_mark(label, self._workspace.icon(name, token), size)
        put_icon(self.copy_button, self._workspace.icon("copy"))
        self.arrow.setIcon(
            self._workspace.icon("chevron-right" if self.details.isHidden() else "chevron-down", "accent")
        )


class ChoiceLabel(QLabel):
    """The words of a choice, which go on in a further line as those of a button cannot; a click chooses it."""

    def __init__(self, text: str, radio: QRadioButton) -> None:
        super().__init__(text)
        self._radio = radio
        self.setWordWrap(True)
        self.setMinimumHeight(24)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """As on the button."""
        self._radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self._radio.click()


class _FittingScrollArea(QScrollArea):
    """As high as its content needs; it scrolls only where the screen is too low for that."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setProperty("kind", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """The content at the width of a dialog."""
        wide = max(wide_for(self), self._content.minimumSizeHint().width())
        return QSize(wide, self._content.heightForWidth(wide))


def wide_for(dialog: QWidget) -> int:
    """How wide a dialog with sentences is: by its letters, but no wider than the screen."""
    return min(LETTERS * dialog.fontMetrics().averageCharWidth(), dialog.screen().availableSize().width() - EDGE)


def without_home(text: str) -> str:
    """The text with the user's home folder as "~", so that support does not read a name."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 3 else text


def system_line() -> str:
    """One line on the program and the system, for support."""
    return f"HTPM Studio {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}"


def failure_of(title: str, error: BaseException, safe: str = "", choices: tuple[WayOut, ...] = ()) -> Failure:
    """A failure with the sentences of an error; other errors only show up in the details."""
    why = explain(error) if isinstance(error, StudioError) else ""
    trace = "".join(traceback.format_exception(error))
    return Failure(title, why or type(error).__name__, safe, choices, f"{system_line()}\n\n{trace}")


class UnexpectedErrors(QObject):
    """Takes what no other part of the program caught, keeps the kit, and informs the user; the program goes on."""

    _happened = Signal(object)

    def __init__(self, workspace: Workspace, keep: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._keep = workspace, keep
        self.dialog: ErrorDialog | None = None
        self._old = sys.excepthook, threading.excepthook
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear about exceptions of all threads."""
        sys.excepthook = self.caught
        threading.excepthook = self._in_thread

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._old

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The hook: Ctrl+C and the like end the program as always, everything else is reported."""
        self._old[0](kind, error, trace)
        if isinstance(error, Exception):
            self._happened.emit(error.with_traceback(trace))

    def _in_thread(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self.caught(happened.exc_type, happened.exc_value, happened.exc_traceback)

    def _tell(self, error: Exception) -> None:
        if self.dialog is not None:
            return  # One form is enough; a fault in drawing would open hundreds.
        kept = self._keep()
        title = self.tr("Something unexpected happened. Your kit is saved.")
        if not kept:
            title = self.tr("Something unexpected happened.")
        why = self.tr("You can keep working. If it happens again, the details can help find out why.")
        safe = self.tr("All your steps are saved on this computer.") if kept else ""
        trace = "".join(traceback.format_exception(error))
        failure = Failure(title, why, safe, (), f"{system_line()}\n\n{trace}")
        self.dialog = ErrorDialog(failure, self._workspace, self._workspace.window)
        self.dialog.finished.connect(self._gone)
        self.dialog.open()

    def _gone(self) -> None:
        self.dialog = None
