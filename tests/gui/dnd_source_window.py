"""A small window of another program, for dragging a file out: `python -m tests.gui.dnd_source_window X Y FILE`."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

SIDE = 40


class DragSource(QWidget):
    """Whoever presses it and moves takes the file along."""

    def __init__(self, file: str) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.X11BypassWindowManagerHint)
        self._file = file

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(self._file)])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


def main(left: str, top: str, file: str) -> int:
    """Show it at a place of the screen until it is ended from outside."""
    application = QApplication([])
    window = DragSource(file)
    window.setGeometry(int(left), int(top), SIDE, SIDE)
    window.show()
    print("ready", flush=True)  # noqa: T201
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
