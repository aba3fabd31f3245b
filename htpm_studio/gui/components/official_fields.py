"""Who signs the proclamation: fields of the kit, which fill the places of its form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from htpm_studio.export.texts.proclamation import PROCLAMATION
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.widgets.fields import BoundLine, PanelSection, kind_label
from htpm_studio.gui.widgets.letters_note import LettersNote
from htpm_studio.project.model import MAX_NAME, Official, Project


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
