"""The card of the logo: how it looks on light and dark, whether the name is beside it, and the partners with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QWidget

from htpm_studio.export.kit.kit import name_is_beside
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.partner_logos import PartnersSection
from htpm_studio.gui.features.brand.roles import LogoView, labeled
from htpm_studio.gui.pickers.logo_drop import LogoDrop
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import PanelSection, buddy, fill_card, kind_label, link_button
from htpm_studio.project.logo_words import holds_name, is_symbol
from htpm_studio.project.model import NAMES_BESIDE, NameBeside


class NameBesideChoice(QWidget):
    """The choice with a sentence on what it means now; the question goes once it is answered."""

    def __init__(self, document: KitDocument) -> None:
        super().__init__()
        self._document = document
        self.question = self._question()
        self.choice = QComboBox()
        words = {"auto": self.tr("Automatically"), "always": self.tr("Always"), "never": self.tr("Never")}
        for beside in NAMES_BESIDE:
            self.choice.addItem(words[beside], beside)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda index: self.choose(NAMES_BESIDE[index]))
        self.meaning = kind_label("", "muted", wrap=True)
        in_column(
            self.question,
            buddy(self.tr("Show the name beside the logo"), self.choice),
            self.choice,
            self.meaning,
            inside=self,
            margins=(0, 8, 0, 0),
            spacing=4,
        )

    def _question(self) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        self.show_name, self.logo_only = QPushButton(self.tr("Show the name")), QPushButton(self.tr("Logo only"))
        self.show_name.clicked.connect(lambda: self.choose("always"))
        self.logo_only.clicked.connect(lambda: self.choose("never"))
        buttons = in_row(self.show_name, self.logo_only, STRETCH)
        in_column(
            kind_label(
                self.tr("This logo looks like a symbol without words. Show your name beside it?"), "", wrap=True
            ),
            buttons,
            inside=card,
            margins=None,
        )
        return card

    def refresh(self) -> None:
        """Show what is chosen and what follows; without a logo there is nothing to choose."""
        brand = self._document.project.brand
        self.setVisible(brand.logo is not None)
        if brand.logo is None:
            return
        self.choice.setCurrentIndex(NAMES_BESIDE.index(brand.name_beside))
        symbol = is_symbol(brand.logo)
        self.question.setVisible(brand.name_beside == "auto" and symbol)
        self.meaning.setText(self._meaning(symbol=symbol, beside=name_is_beside(brand)))

    def _meaning(self, *, symbol: bool, beside: bool) -> str:
        brand = self._document.project.brand
        if not beside and brand.logo is not None and holds_name(brand.logo, brand.organization):
            return self.tr("Your name is in the logo, so it isn't repeated beside or below it.")
        if brand.name_beside == "auto" and not symbol:
            return self.tr(
                "Now: no. The logo is wide or has words in it. Print and decks also have the name in small letters."
            )
        if beside:
            return self.tr("Your name is beside the logo wherever the logo appears.")
        return self.tr(
            "Social graphics and backgrounds show the logo alone. Print and decks have the name in small letters."
        )

    def choose(self, beside: NameBeside) -> None:
        """Keep the answer, as one step."""
        project = self._document.project
        if beside != project.brand.name_beside:
            brand = replace(project.brand, name_beside=beside)
            self._document.change(self.tr("Name beside the logo"), replace(project, brand=brand))
        self.refresh()


class LogoCard(QWidget):
    """The logo on light and on dark, whether the name is beside it, and the partners that appear with it."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.document, self.controller = workspace, workspace.document, pictures
        self.replace = link_button(self.tr("Replace"))
        section = PanelSection(self.tr("Logo"), self.replace)
        views = QWidget()
        self.light = LogoView(workspace, pictures, "surface", "dark")
        self.dark = LogoView(workspace, pictures, "dark", "surface")
        self.light_words, self.dark_words = (kind_label("", "muted", wrap=True) for _ in range(2))
        in_row((labeled(self.light, self.light_words), 1), (labeled(self.dark, self.dark_words), 1), inside=views)
        section.column.addWidget(views)
        self.drop = LogoDrop(workspace, pictures)
        self.replace.clicked.connect(self.drop.choose)
        self.drop.settled.connect(self.refresh)
        section.column.addWidget(self.drop)
        self.remove = link_button(self.tr("Remove the logo"))
        self.remove.clicked.connect(self.drop.remove)
        section.column.addWidget(self.remove)
        self.name_beside = NameBesideChoice(self.document)
        section.column.addWidget(self.name_beside)
        self.partners = PartnersSection(workspace, pictures)
        fill_card(self, section, self.partners)
        self.document.changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the logo as it is now; a card that is not open waits until it is."""
        if not self.isVisible():
            return
        logo = self.document.project.brand.logo
        self.replace.setVisible(logo is not None)
        self.remove.setVisible(logo is not None)
        self.drop.setVisible(logo is None or bool(self.drop.sentence) or self.drop.busy)
        light, dark = self.tr("On light"), self.tr("On dark")
        self.light_words.setText(self.tr("{ground}, on a panel").format(ground=light) if self.light.on_plate else light)
        self.dark_words.setText(self.tr("{ground}, on a panel").format(ground=dark) if self.dark.on_plate else dark)
        for view, words in ((self.light, self.light_words), (self.dark, self.dark_words)):
            view.setAccessibleName(self.tr("Logo: {place}").format(place=words.text()))
            view.update()
        self.name_beside.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.refresh()
