"""The question when the window is closed, or starts again, while files are being written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from htpm_studio.gui.core.shell import Shell

RESTART = "start_again"
"""The property of the application that says that a window which closes opens again."""

Answer = Literal["finish", "stop", "stay"]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def quit_box(parent: QWidget, words: str) -> tuple[QMessageBox, dict[Answer, object]]:
    """The window with the question and its three buttons; Esc keeps working."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr("HTPM Studio"))
    box.setText(words)
    box.setInformativeText(_tr("If you stop, no half-finished files are left behind."))
    app = QCoreApplication.instance()
    again = app is not None and bool(app.property(RESTART))
    finish = _tr("Finish, then start again") if again else _tr("Finish, then quit")
    stop = _tr("Stop and start again") if again else _tr("Stop and quit")
    buttons: dict[Answer, object] = {
        "finish": box.addButton(finish, QMessageBox.ButtonRole.AcceptRole),
        "stop": box.addButton(stop, QMessageBox.ButtonRole.DestructiveRole),
    }
    stay = box.addButton(_tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
    buttons["stay"] = stay
    box.setEscapeButton(stay)
    box.setDefaultButton(stay)
    return box, buttons


def may_quit(
    window: Shell, words: str, running: Callable[[], bool], stop: Callable[[], None], ask: Callable[[Shell, str], str]
) -> bool:
    """Whether a window may close while work is `running`; "finish" closes it later by itself."""
    answer = ask(window, words)
    window.workspace.when_done = window.close if answer == "finish" and running() else None
    if answer == "stop":
        stop()
    return answer == "stop" or (answer == "finish" and not running())


def ask_to_quit(parent: QWidget, words: str) -> Answer:
    """What the user wants: finish and quit then, stop and quit now, or go on working."""
    box, buttons = quit_box(parent, words)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return next((answer for answer, button in buttons.items() if button is pressed), "stay")
