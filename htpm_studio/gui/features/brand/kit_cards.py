"""The cards of what the whole kit says and shows: lines, number and year, and who is in its pictures."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from htpm_studio.campaign.dates import FIRST_YEAR, LAST_YEAR
from htpm_studio.errors import InputError
from htpm_studio.export.kit.edits import ALL_PIECES, DUOTONE, TONE, all_duotone
from htpm_studio.export.kit.evaluation_form import NO_ADDRESS, form_address
from htpm_studio.export.pages.catalogue import missing_media
from htpm_studio.gui.controllers.brand import choose_brand, save_brand_as
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.widgets.fields import PanelSection, fill_card, kind_label, link_button
from htpm_studio.gui.widgets.form import Field, Line, Number, add_field, whole_project
from htpm_studio.gui.widgets.kit_fields import PeopleField
from htpm_studio.gui.widgets.labels import letters_lost


def form_note(text: str) -> str:
    """The sentence for an evaluation form whose address is none; "" for one that is, and without any."""
    return translate(NO_ADDRESS) if text.strip() and not form_address(text) else ""


class LinesCard(QWidget):
    """A line of the user's own, how to reach them, a local number, the year, and brand files."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.document = workspace, workspace.document
        document = self.document
        section = PanelSection(self.tr("Lines and number"))
        kit, lost = whole_project(document), letters_lost(document)
        self.contact = add_field(section.column, kit, Field(
            "brand.contact", self.tr("Contact line"), self.tr("Change contact line"),
            Line(self.tr("Web address or email")), check=lost,
        ))  # fmt: skip
        self.number = add_field(section.column, kit, Field(
            "brand.local_number", self.tr("Local number"), self.tr("Change local number"),
            Line(self.tr("For posts, newsletter and flyer")), check=lost,
        ))  # fmt: skip
        self.evaluation = add_field(section.column, kit, Field(
            "brand.evaluation", self.tr("Evaluation form"), self.tr("Change evaluation form"),
            Line(self.tr("Web address, for a slide with a QR code")), check=form_note,
        ))  # fmt: skip
        # The line of the month is the campaign's until somebody writes another.
        theme = Field("theme", self.tr("Theme line"), self.tr("Change theme line"), Line(), check=lost)
        self.theme = add_field(section.column, kit, theme)
        self.theme_note = kind_label("", "muted", wrap=True)
        section.column.addWidget(self.theme_note)
        year = Field("year", self.tr("Year"), self.tr("Change year"), Number(FIRST_YEAR, LAST_YEAR))
        self.year = add_field(section.column, kit, year)
        self.lacking = kind_label("", "muted", wrap=True)
        section.column.addWidget(self.lacking)
        brand = PanelSection(self.tr("Brand file"), ruled=False)
        told = self.tr("Name, logo, colors and fonts in one file, for your next kit or a colleague.")
        brand.column.addWidget(kind_label(told, "muted", wrap=True))
        self.use_brand = link_button(self.tr("Use a brand file…"))
        self.save_brand = link_button(self.tr("Save as brand file…"))
        reader = pictures.logo_reader
        self.use_brand.clicked.connect(lambda: choose_brand(workspace, reader, self))
        self.save_brand.clicked.connect(lambda: save_brand_as(workspace, reader, self))
        for button in (self.use_brand, self.save_brand):
            brand.column.addWidget(button)
        fill_card(self, section, brand)
        document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the line of the campaign, and what is not known or not there."""
        project, campaign = self.document.project, self.document.campaign
        self.theme.setPlaceholderText(campaign.theme(project.year).title)
        announced = campaign.month.theme_by
        unknown = bool(announced) and campaign.theme(project.year).year is None and not project.theme
        words = self.tr(
            "The official theme of {year} is not in this program. Once it has been announced by the {who}, enter it "
            "here, and every piece will show it."
        )
        self.theme_note.setText(words.format(year=project.year, who=announced) if unknown else "")
        self.theme_note.setVisible(unknown)
        try:
            lacking = [translate(missing) for missing in missing_media(self.document.kit())]
        except InputError:
            lacking = []
        self.lacking.setText(" ".join(lacking))
        self.lacking.setVisible(bool(lacking))


class PeopleCard(QWidget):
    """Who is in the drawings, and whether photos are in the brand's own tones."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.document = workspace.document
        section = PanelSection(self.tr("People in the drawings"), ruled=False)
        self.people = PeopleField(workspace)
        section.column.addWidget(self.people)
        self.duotone = QCheckBox(self.tr("Photos in two tones of the brand"))
        self.duotone.clicked.connect(self._set_duotone)
        section.column.addSpacing(8)
        section.column.addWidget(self.duotone)
        fill_card(self, section)
        self.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Without photos there is nothing to tone."""
        self.duotone.setVisible(bool(self.document.project.photos))
        self.duotone.setChecked(all_duotone(self.document.project))

    def _set_duotone(self, on: bool) -> None:
        project = self.document.project
        edits = project.edits.changed(ALL_PIECES, TONE, DUOTONE if on else None)
        self.document.change(self.tr("Tones of all photos"), replace(project, edits=edits))
