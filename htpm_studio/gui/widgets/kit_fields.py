"""Fields of the whole kit: language, who signs the proclamation, and who is in the drawings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QCursor, QPalette
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from htpm_studio.export.kit.kit_cast import preset_of, with_people
from htpm_studio.export.texts.proclamation import PROCLAMATION
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import language_in_use
from htpm_studio.gui.widgets.fields import MARGIN, PanelSection, kind_label, link_button, set_theme_icon
from htpm_studio.gui.widgets.form import Field, Line, add_field, whole_project
from htpm_studio.gui.widgets.labels import letters_lost
from htpm_studio.gui.widgets.layouts import FlowRow
from htpm_studio.illustrations.library import titles
from htpm_studio.languages.declared import languages
from htpm_studio.project.file_forms import MAX_NAME
from htpm_studio.project.model import MOST_SEED


class OfficialBlock(PanelSection):
    """Name, office and jurisdiction, shown for the proclamation alone."""

    def __init__(self, document: KitDocument, parent: QWidget | None = None) -> None:
        super().__init__("")
        self.setParent(parent)
        self.heading.setText(self.tr("Who signs"))
        how = self.tr("Empty fields stay lines to fill in by hand.")
        self.column.addWidget(kind_label(how, "muted", wrap=True))
        fields = (
            ("name", self.tr("Name"), self.tr("Change who signs"), self.tr("Name of the official")),
            ("office", self.tr("Office"), self.tr("Change the office"), self.tr("Mayor, Governor, Tribal Chair")),
            (
                "jurisdiction", self.tr("Jurisdiction"), self.tr("Change the jurisdiction"),
                self.tr("City, county, state or Tribal Nation"),
            ),
        )  # fmt: skip
        kit, lost = whole_project(document), letters_lost(document)
        self.name, self.office, self.jurisdiction = (
            add_field(self.column, kit, Field(f"official.{key}", label, step, Line(hint, MAX_NAME), check=lost))
            for key, label, step, hint in fields
        )

    def show_for(self, piece: str) -> None:
        """Appear for the proclamation, printed or as a document."""
        self.setVisible(piece.rpartition("/")[2] == PROCLAMATION)


class NameLine(QWidget):
    """One line where files go out without a name on them, that leads to where it is written; hidden once it is."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._document = workspace.document
        self.add = link_button(self.tr("Add your name"))
        self.add.clicked.connect(lambda: workspace.card_wanted.emit("name"))
        row = FlowRow(self, 4)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(kind_label(self.tr("Your name is not on it yet."), ""))
        row.addWidget(self.add)
        workspace.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the line while the kit has no name."""
        self.setVisible(not self._document.project.brand.organization.strip())


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


class LanguageField(QComboBox):
    """The language of the kit: each is called as it calls itself, so that who speaks it finds it."""

    def __init__(self, document: KitDocument) -> None:
        super().__init__()
        self._document = document
        for code, language in languages().items():
            self.addItem(language.name, code)
        self.setAccessibleName(self.tr("Language of the kit"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(max(len(language.name) for language in languages().values()))
        self.activated.connect(lambda _index: self._choose(self.currentData()))
        document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the project's language; one without texts cannot be chosen."""
        project = self._document.project
        self.setCurrentIndex(self.findData(project.language))
        lacking = [self._show_item(index) for index in range(self.count())]
        self.setAccessibleDescription(next(filter(None, lacking), ""))
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 2 * MARGIN)

    def hidePopup(self) -> None:
        """Once the list is gone, the field is lit only where the pointer is on it; Qt goes on as if it were."""
        super().hidePopup()
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, self.rect().contains(self.mapFromGlobal(QCursor.pos())))
        self.update()

    def _show_item(self, index: int) -> str:
        """Show a language, gray and with the reason where it has no texts; the answer is the reason."""
        code = self.itemData(index)
        item = getattr(self.model(), "item", lambda _row: None)(index)
        known = code in {*self._document.languages, self._document.project.language}
        name = languages()[code].name
        reason = "" if known else self.tr("{language}: this campaign has no texts in it").format(language=name)
        if item is not None:
            group = QPalette.ColorGroup.Active if known else QPalette.ColorGroup.Disabled
            item.setEnabled(known)
            item.setText(reason or name)
            item.setForeground(self.palette().color(group, QPalette.ColorRole.Text))
        return reason

    def changeEvent(self, event: QEvent) -> None:
        """Other colors of the window are those of the list too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.refresh()

    def _choose(self, language: str) -> None:
        self._document.change(self.tr("Change language"), replace(self._document.project, language=language))
