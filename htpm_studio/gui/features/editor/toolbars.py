"""What is around the stage: a line of warning above it, and how large it is shown below."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.editor.gallery import Gallery
from htpm_studio.gui.features.editor.stage import ZOOM_STEP, Stage
from htpm_studio.gui.style.icons import show_mark
from htpm_studio.gui.widgets.fields import icon_button, kind_label

SIZES_WIDE, HEADING_IN = 150, 8


class WarnLine(QFrame):
    """A sentence about the piece that is shown; hidden without one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("kind", "warn")
        self._mark = QLabel(self)
        self.label = kind_label("", "", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._mark)
        row.addWidget(self.label, 1)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence."""
        self.setVisible(bool(sentence))
        if sentence != self.label.text():
            self.label.setText(sentence)
            show_mark(self._mark, self._workspace.icon("triangle-alert", "warn"))


class SizesBox(QWidget):
    """The other sizes of the same message, beside the stage."""

    def __init__(self, sizes: Gallery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = kind_label(self.tr("The same message, other sizes"), "muted", wrap=True)
        sizes.setAccessibleName(heading.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        heading.setContentsMargins(HEADING_IN, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(sizes, 1)
        self.setFixedWidth(SIZES_WIDE + 24)


class ViewRow(QWidget):
    """The scale of the stage, and buttons that change it."""

    def __init__(self, workspace: Workspace, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.label = kind_label("", "muted")
        buttons = (
            ("maximize", self.tr("Fit (Ctrl+0)"), stage.fit),
            ("ruler", self.tr("Real size (Ctrl+1)"), stage.real_size),
            ("zoom-out", self.tr("Smaller (-)"), lambda: stage.zoom_by(1 / ZOOM_STEP)),
            ("zoom-in", self.tr("Larger (+)"), lambda: stage.zoom_by(ZOOM_STEP)),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 4)
        row.addWidget(self.label, 1)
        for icon, text, act in buttons:
            button = icon_button(workspace, icon, text)
            button.clicked.connect(lambda _checked=False, one=act: one())
            row.addWidget(button)

    def refresh(self) -> None:
        """Say the scale."""
        self.label.setText(self.tr("{percent}%").format(percent=round(100 * self._stage.scale_now)))
