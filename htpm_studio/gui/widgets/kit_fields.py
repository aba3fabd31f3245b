"""Fields of the whole kit: who signs the proclamation, and who is in the drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from htpm_studio.export.kit.kit_cast import preset_of, with_people
from htpm_studio.export.texts.proclamation import PROCLAMATION
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import language_in_use
from htpm_studio.gui.widgets.fields import BoundLine, PanelSection, kind_label, set_theme_icon
from htpm_studio.gui.widgets.labels import LettersNote
from htpm_studio.gui.widgets.layouts import FlowRow
from htpm_studio.illustrations.library import titles
from htpm_studio.project.file_forms import MAX_NAME
from htpm_studio.project.model import MOST_SEED, Official, Project


class OfficialBlock(PanelSection):
    """Name, office and jurisdiction, shown for the proclamation alone."""

    def __init__(self, document: KitDocument, parent: QWidget | None = None) -> None:
        super().__init__("")
        self.setParent(parent)
        self.heading.setText(self.tr("Who signs"))
        how = self.tr("Empty fields stay lines to fill in by hand.")
        self.column.addWidget(kind_label(how, "muted", wrap=True))
        self.name = self._field(
            document, self.tr("Name"), self.tr("Change who signs"), self.tr("Name of the official"),
            lambda one: one.name, lambda one, text: replace(one, name=text),
        )  # fmt: skip
        self.office = self._field(
            document, self.tr("Office"), self.tr("Change the office"), self.tr("Mayor, Governor, Tribal Chair"),
            lambda one: one.office, lambda one, text: replace(one, office=text),
        )  # fmt: skip
        self.jurisdiction = self._field(
            document, self.tr("Jurisdiction"), self.tr("Change the jurisdiction"),
            self.tr("City, county, state or Tribal Nation"),
            lambda one: one.jurisdiction, lambda one, text: replace(one, jurisdiction=text),
        )  # fmt: skip

    def show_for(self, piece: str) -> None:
        """Appear for the proclamation, printed or as a document."""
        self.setVisible(piece.rpartition("/")[2] == PROCLAMATION)

    def _field(
        self,
        document: KitDocument,
        words: str,
        step: str,
        hint: str,
        read: Callable[[Official], str],
        write: Callable[[Official, str], Official],
    ) -> BoundLine:
        def written(project: Project, text: str) -> Project:
            return replace(project, official=write(project.official, text))

        field = BoundLine(document, step, lambda project: read(project.official), written)
        field.setMaxLength(MAX_NAME)
        field.setPlaceholderText(hint)
        self.add_field(words, field)
        self.column.addWidget(LettersNote(document, lambda project: read(project.official)))
        return field


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
        set_theme_icon(workspace, self.others, "users-round")
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
