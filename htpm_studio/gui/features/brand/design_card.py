"""The card of the design: the family, the style and the fonts of the kit."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from htpm_studio.gui.controllers.deck_design import DeckDesign
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.fonts import FontRow, PairCards
from htpm_studio.gui.pickers.deck_design import YourDesign
from htpm_studio.gui.pickers.design_cards import FamilyCards, StyleCards
from htpm_studio.gui.widgets.fields import PanelSection, fill_card, kind_label
from htpm_studio.project.model import FONT_USES, FontUse


class DesignCard(QWidget):
    """Families with their styles first and the user's own PowerPoint design, then pairs of fonts and own ones."""

    def __init__(self, workspace: Workspace, pictures: PicturesController, deck_design: DeckDesign) -> None:
        super().__init__()
        self.families = FamilyCards(workspace)
        designs = PanelSection(self.tr("Family of designs"))
        designs.column.addWidget(self.families)
        self.yours = YourDesign(workspace, deck_design)
        designs.column.addSpacing(6)
        designs.column.addWidget(self.yours)
        self.styles = StyleCards(workspace.document)
        style = PanelSection(self.tr("Style"))
        style.column.addWidget(self.styles)
        fonts = PanelSection(self.tr("Fonts"), ruled=False)
        self.pairs = PairCards(workspace)
        fonts.column.addWidget(self.pairs)
        fonts.column.addSpacing(6)
        fonts.column.addWidget(kind_label(self.tr("Your own fonts"), "head"))
        hint = self.tr("A TTF, OTF or WOFF2 file: drop it on a row. It travels with the kit and the brand file.")
        fonts.column.addWidget(kind_label(hint, "muted", wrap=True))
        self.fonts: dict[FontUse, FontRow] = {use: FontRow(workspace, pictures.logo_reader, use) for use in FONT_USES}
        for row in self.fonts.values():
            fonts.column.addWidget(row)
        self.area = fill_card(self, designs, style, fonts)

    def show_fonts(self) -> None:
        """Scroll to the fonts."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.fonts["text"]))
