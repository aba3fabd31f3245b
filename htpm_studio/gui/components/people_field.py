"""Who is in the drawings of the whole kit: a list of casts, and a button that has other people in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from htpm_studio.export.casting import preset_of, with_people
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.language import language_in_use
from htpm_studio.gui.widgets.fields import kind_label, themed
from htpm_studio.gui.widgets.flow_row import FlowRow
from htpm_studio.illustrations.library import titles
from htpm_studio.project.model import MOST_SEED

LEAST_LETTERS = 14


class PeopleField(QWidget):
    """Shows what the project says and changes it, live in all pieces, each time as one step."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._document = workspace, workspace.document
        words = self.tr("People shown")
        self.casts = QComboBox()
        self.casts.setAccessibleName(words)
        self.casts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.casts.setMinimumContentsLength(LEAST_LETTERS)
        for name, title, about in titles(self._document.resources.pictures.presets, language_in_use()):
            self.casts.addItem(title, name)
            self.casts.setItemData(self.casts.count() - 1, about, Qt.ItemDataRole.ToolTipRole)
        self.casts.activated.connect(lambda _index: self._choose(self.casts.currentData()))
        self.others = QPushButton(self.tr("Other people"))
        self.others.setToolTip(self.tr("Shows other people in all drawings. Those you keep stay."))
        themed(workspace, self.others, "users-round")
        self.others.clicked.connect(self._next)
        label = kind_label(words, "muted")
        label.setBuddy(self.casts)
        row = FlowRow(self, 8)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.casts, self.others):
            row.addWidget(widget)
        self._document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the project's cast; one without people has no others."""
        preset = preset_of(self._document.project, self._document.resources.pictures)
        with QSignalBlocker(self.casts):
            self.casts.setCurrentIndex(self.casts.findData(preset.name))
        self.casts.setAccessibleDescription(self.casts.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        self.others.setEnabled(not preset.only)

    def _choose(self, cast: str) -> None:
        project, library = self._document.project, self._document.resources.pictures
        self._document.change(self.tr("Change people shown"), with_people(project, library, cast))

    def _next(self) -> None:
        project = self._document.project
        seed = (project.people.seed + 1) % (MOST_SEED + 1)
        self._document.change(self.tr("Other people"), replace(project, people=replace(project.people, seed=seed)))
