"""What could still be better in the words: read when somebody asks for it, and after each change while it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from htpm_studio import paths
from htpm_studio.errors import StudioError
from htpm_studio.export.preflight.model import Check
from htpm_studio.export.preflight.report import hints, load_tools
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.checks.runner import CheckRunner
from htpm_studio.gui.i18n.translate import translate
from htpm_studio.gui.widgets.fields import MARGIN, kind_label

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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 0, MARGIN, 8)
        self._column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.state)
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
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 4, 0, 4)
        words = f"{check.title}: {translate(check.sentence)}" if check.title else translate(check.sentence)
        inside.addWidget(kind_label(words, "", wrap=True), 1)
        if check.piece:
            edit = QPushButton(self.tr("Edit"))
            edit.setAccessibleName(self.tr("Edit: {title}").format(title=check.title))
            edit.clicked.connect(lambda: self.workspace.open_text(check.piece, check.field))
            inside.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        return row
