"""Whether the name is beside the logo: a choice of three, and a question where the logo is a symbol without words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from htpm_studio.export.kit import name_is_beside
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.widgets.fields import buddy, kind_label
from htpm_studio.project.logo_words import holds_name, is_symbol
from htpm_studio.project.model import NAMES_BESIDE, NameBeside


class NameBesideChoice(QWidget):
    """The choice with a sentence on what it means now; the question goes once it is answered."""

    def __init__(self, document: KitDocument) -> None:
        super().__init__()
        self._document = document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self.question = self._question()
        column.addWidget(self.question)
        self.choice = QComboBox()
        words = {"auto": self.tr("Automatically"), "always": self.tr("Always"), "never": self.tr("Never")}
        for one in NAMES_BESIDE:
            self.choice.addItem(words[one], one)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda index: self.choose(NAMES_BESIDE[index]))
        column.addWidget(buddy(self.tr("Show the name beside the logo"), self.choice))
        column.addWidget(self.choice)
        self.meaning = kind_label("", "muted", wrap=True)
        column.addWidget(self.meaning)

    def _question(self) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.addWidget(
            kind_label(self.tr("This logo looks like a symbol without words. Show your name beside it?"), "", wrap=True)
        )
        buttons = QHBoxLayout()
        self.show_name, self.logo_only = QPushButton(self.tr("Show the name")), QPushButton(self.tr("Logo only"))
        self.show_name.clicked.connect(lambda: self.choose("always"))
        self.logo_only.clicked.connect(lambda: self.choose("never"))
        for button in (self.show_name, self.logo_only):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
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
