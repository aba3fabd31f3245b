"""Three cards for the styles of a kit, each painted in the colors that it would have."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from htpm_studio.gui.components.brand_colors import colors_in_force
from htpm_studio.gui.components.sample_card import SampleCard
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.project.model import STYLES, Style
from htpm_studio.project.palette import Palette, derive_palette
from htpm_studio.project.palette_styles import in_style

SHAPE = 0.66
"""Height of the picture for a width of one."""


class StyleCards(QWidget):
    """One of three is chosen; arrows and clicks change the style as one step."""

    def __init__(self, document: KitDocument) -> None:
        super().__init__()
        self._document = document
        self.setAccessibleName(self.tr("Style"))
        self.cards = {style: StyleCard(style) for style in STYLES}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for card in self.cards.values():
            self._group.addButton(card)
            row.addWidget(card, 1)
            card.clicked.connect(self._choose)
        document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the style and the colors of the kit."""
        palette = derive_palette(*colors_in_force(self._document.project))
        styles = self._document.resources.family.said.styles
        for style, card in self.cards.items():
            card.show_palette(in_style(palette, style))
            card.setVisible(style in styles)
        chosen = self._document.project.brand.style
        self.cards[chosen if chosen in styles else STYLES[0]].setChecked(True)

    def _choose(self) -> None:
        style = next(style for style, card in self.cards.items() if card.isChecked())
        project = self._document.project
        if style != project.brand.style:
            brand = replace(project.brand, style=style)
            self._document.change(self.tr("Change style"), replace(project, brand=brand))


class StyleCard(SampleCard):
    """A small picture of a piece in a style."""

    def __init__(self, style: Style) -> None:
        super().__init__(*style_words(style), QSize(76, round(76 * SHAPE)), 56)
        self.setAccessibleName(self.tr("Style: {name}").format(name=self.text()))

    def paint_sample(self, painter: QPainter, box: QRectF, palette: Palette) -> None:
        """The piece in small."""
        paint_miniature(painter, box, palette)


def style_words(style: Style) -> tuple[str, str]:
    """The name of a style and what it does."""
    translate = QCoreApplication.translate
    return {
        "classic": (
            translate("Styles", "Classic"),
            translate("Styles", "Dark backgrounds, with your color as the accent."),
        ),
        "calm": (
            translate("Styles", "Calm"),
            translate("Styles", "Light tints of your color, with dark text. Saves ink."),
        ),
        "bold": (translate("Styles", "Bold"), translate("Styles", "Your color on large areas, with dark backgrounds.")),
    }[style]


def paint_miniature(painter: QPainter, box: QRectF, palette: Palette) -> None:
    """A piece in small: its ground with strands and lines of words, a panel beside it and the band at the foot."""
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(box, 4, 4)
    painter.setClipPath(clip)
    w, h, x, y = box.width(), box.height(), box.x(), box.y()
    painter.fillRect(box, QColor(palette["deep"]))
    painter.fillRect(QRectF(x + 0.7 * w, y, 0.3 * w, h), QColor(palette["panel"]))
    painter.setPen(Qt.PenStyle.NoPen)
    for top, wide, thick, role in ((0.16, 0.42, 0.11, "on-deep"), (0.33, 0.3, 0.11, "on-deep"),
                                   (0.52, 0.34, 0.055, "on-deep-muted")):  # fmt: skip
        painter.setBrush(QColor(palette[role]))
        painter.drawRoundedRect(QRectF(x + 0.08 * w, y + top * h, wide * w, thick * h), thick * h / 2, thick * h / 2)
    for number, role in enumerate(("panel-3", "thread-on-panel", "panel-2")):
        left, top, thick = x + (0.76 + 0.075 * number) * w, y + (0.34 - 0.06 * (number % 2)) * h, 0.045 * w
        painter.setBrush(QColor(palette[role]))
        painter.drawRoundedRect(QRectF(left, top, thick, h), thick / 2, thick / 2)
        painter.drawEllipse(QPointF(left + thick / 2, top - 0.06 * h), thick * 0.62, thick * 0.62)
    painter.setBrush(QColor(palette["dot-on-deep"]))
    painter.drawEllipse(QPointF(x + 0.6 * w, y + 0.2 * h), 0.05 * w, 0.05 * w)
    painter.fillRect(QRectF(x, y + 0.76 * h, w, 0.24 * h), QColor(palette["surface"]))
    painter.setBrush(QColor(palette["accent-fill"]))
    painter.drawEllipse(QPointF(x + 0.13 * w, y + 0.88 * h), 0.035 * w, 0.035 * w)
    painter.setBrush(QColor(palette["ink"]))
    painter.drawRoundedRect(QRectF(x + 0.22 * w, y + 0.855 * h, 0.4 * w, 0.05 * h), 1, 1)
    painter.restore()
