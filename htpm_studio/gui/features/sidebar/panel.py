"""The choices panel: campaign, organization, brand, pictures, always in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPalette, QPen, QShowEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from htpm_studio.campaign.dates import FIRST_YEAR, LAST_YEAR
from htpm_studio.errors import InputError
from htpm_studio.export.pages.catalogue import missing_media
from htpm_studio.gui.controllers.brand import SWATCHES, colors_in_force
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.sidebar.picture_rows import PicturesSection
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.pickers.design_cards import FamilyCards, StyleCards
from htpm_studio.gui.pickers.logo_drop import LogoDrop, logo_caption
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    BoundLine,
    PanelSection,
    SideBySide,
    VerticalScrollArea,
    kind_label,
    labeled_field,
    number_field,
    onward_button,
    scroll_area,
)
from htpm_studio.gui.widgets.labels import LettersNote
from htpm_studio.languages.declared import languages
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.palette import derive_palette

GAP = 6


class Swatches(QWidget):
    """Only shows; the brand page changes."""

    SPOKEN_AS = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self.colors: tuple[str, ...] = ()

    def set_colors(self, colors: tuple[str, ...]) -> None:
        """Show these colors."""
        self.colors = colors
        self.setToolTip(", ".join(colors))
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(200, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fields of equal width."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, len(self.colors))
        width = (self.width() - GAP * (count - 1)) / count
        painter.setPen(QPen(self.palette().mid().color(), 1))
        colors = self.colors
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            colors = tuple(reversed(colors))
        for number, color in enumerate(colors):
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(QRectF(number * (width + GAP) + 0.5, 0.5, width - 1, self.height() - 1), 5, 5)


class ChoicesPanel(VerticalScrollArea):
    """Four sections that scroll together."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.campaign = CampaignSection(workspace)
        self.organization = OrganizationSection(workspace, pictures)
        self.brand = BrandSection(workspace)
        self.pictures = PicturesSection(workspace, pictures)
        for section in (self.campaign, self.organization, self.brand, self.pictures):
            column.addWidget(section)
        column.addStretch(1)
        scroll_area(inner, area=self)
        self.setAccessibleName(self.tr("Choices"))
        self._workspace = workspace

    def showEvent(self, event: QShowEvent) -> None:
        """From here on the ways back lead to this page."""
        super().showEvent(event)
        self._workspace.left_home = "choices"


class LanguageField(QComboBox):
    """The language of the kit: each is called as it calls itself, so that who speaks it finds it."""

    def __init__(self, document: KitDocument) -> None:
        super().__init__()
        self._document = document
        for code, one in languages().items():
            self.addItem(one.name, code)
        self.setAccessibleName(self.tr("Language of the kit"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(max(len(one.name) for one in languages().values()))
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


class CampaignSection(PanelSection):
    """Year, language and the line of the month."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.tr("Campaign"))
        self.document = workspace.document
        self.year = year_field(self.document)
        self.language = LanguageField(self.document)
        year, language = self.tr("Year"), self.tr("Language")
        self.column.addWidget(SideBySide(labeled_field(year, self.year), labeled_field(language, self.language)))
        self.note = kind_label("", "muted", wrap=True)
        self.column.addWidget(self.note)
        self.theme = BoundLine(self.document, self.tr("Change theme line"), lambda p: p.theme, _with_theme)
        self.add_field(self.tr("Theme line"), self.theme)
        self.theme_note = kind_label("", "muted", wrap=True)
        self.column.addWidget(self.theme_note)
        self.column.addWidget(LettersNote(self.document, lambda p: p.theme))
        self.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the project's choices."""
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
        ready = [week for week in campaign.weeks if week.ready]
        out = sum(not post.usable(project.year) for week in ready for post in week.posts)
        words = self.tr("These texts are based on the toolkit of {year}. Dates were moved.")
        if out:
            words = self.tr("These texts are based on the toolkit of {year}. Dates were moved; left out: {count}.")
        notes = [words.format(year=campaign.info.year, count=out)] if project.year != campaign.info.year else []
        self.note.setText(" ".join([*notes, *self._lacking()]))
        self.note.setVisible(bool(self.note.text()))

    def _lacking(self) -> list[str]:
        """What there is not yet in the language of the kit."""
        try:
            return [translate(missing) for missing in missing_media(self.document.kit())]
        except InputError:
            return []


class OrganizationSection(PanelSection):
    """Name, contact line, local number, logo."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__(workspace.tr("Organization"))
        document = workspace.document
        self.name = name_field(document)
        self.add_field(self.tr("Name"), self.name)
        self.column.addWidget(LettersNote(document, lambda p: p.brand.organization))
        self.contact = contact_field(document)
        self.add_field(self.tr("Contact line"), self.contact)
        self.column.addWidget(LettersNote(document, lambda p: p.brand.contact))
        self.number = local_number_field(document)
        self.add_field(self.tr("Local number"), self.number)
        self.column.addWidget(LettersNote(document, lambda p: p.brand.local_number))
        self.logo = LogoDrop(workspace, pictures)
        self.column.addSpacing(8)
        self.column.addWidget(self.logo)
        self.caption = kind_label("", "muted", wrap=True)
        self.column.addWidget(self.caption)
        self._document = document
        document.changed.connect(self._say)
        self._say()

    def _say(self, *_: object) -> None:
        self.caption.setText(logo_caption(self, logo=self._document.project.brand.logo is not None))


class BrandColors(QWidget):
    """The colors in force above the cards of families and styles, each painted in them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._document = document = workspace.document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.swatches = Swatches()
        self.swatches.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.families, self.styles = FamilyCards(workspace), StyleCards(document)
        column.addWidget(self.swatches)
        column.addWidget(self.families)
        column.addWidget(self.styles)
        document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the colors in force, whatever the style makes of them."""
        palette = derive_palette(*colors_in_force(self._document.project))
        colors = tuple(palette[role] for role in SWATCHES)
        self.swatches.set_colors(colors)
        self.swatches.setAccessibleName(self.tr("Colors: {colors}").format(colors=", ".join(colors)))


class BrandSection(PanelSection):
    """The colors in force and the way to the brand page."""

    def __init__(self, workspace: Workspace) -> None:
        self.change = brand_button(workspace)
        super().__init__(workspace.tr("Brand"), self.change)
        colors = BrandColors(workspace)
        self.swatches, self.styles = colors.swatches, colors.styles
        self.column.addWidget(colors)


def brand_button(workspace: Workspace) -> QPushButton:
    """The button that leads to the brand page."""
    button = onward_button(workspace, workspace.tr("Change"))
    button.setAccessibleName(workspace.tr("Change the brand"))
    button.clicked.connect(lambda: workspace.left_wanted.emit("brand"))
    return button


def name_field(document: KitDocument) -> BoundLine:
    """The field for the organization's name, live in all pieces."""
    words = document.tr("Change name")
    field = BoundLine(document, words, lambda p: p.brand.organization, _brand(lambda b, t: replace(b, organization=t)))
    field.setMaxLength(120)
    field.setPlaceholderText(field.tr("Name as it should appear"))
    return field


def contact_field(document: KitDocument) -> BoundLine:
    """The field for the line that says how to reach the organization."""
    words = document.tr("Change contact line")
    field = BoundLine(document, words, lambda p: p.brand.contact, _brand(lambda b, t: replace(b, contact=t)))
    field.setPlaceholderText(field.tr("Web address or email"))
    return field


def local_number_field(document: KitDocument) -> BoundLine:
    """The field for a local hotline beside the national one."""
    words = document.tr("Change local number")
    field = BoundLine(document, words, lambda p: p.brand.local_number, _brand(lambda b, t: replace(b, local_number=t)))
    field.setPlaceholderText(field.tr("Appears beside the national one"))
    return field


def year_field(document: KitDocument) -> QSpinBox:
    """The field for the year of the kit."""
    field = number_field(FIRST_YEAR, LAST_YEAR)

    def show(*_: object) -> None:
        with QSignalBlocker(field):
            field.setValue(document.project.year)

    words = document.tr("Change year")
    field.valueChanged.connect(lambda year: document.change(words, replace(document.project, year=year), "year"))
    document.changed.connect(show)
    show()
    return field


def _brand(change: Callable[[Brand, str], Brand]) -> Callable[[Project, str], Project]:
    return lambda project, text: replace(project, brand=change(project.brand, text))


def _with_theme(project: Project, text: str) -> Project:
    return replace(project, theme=text)
