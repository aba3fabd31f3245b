"""Five cards for the pairs of fonts, each a small sample set in them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from htpm_studio.gui.brand.colors import palette_in_force
from htpm_studio.gui.brand.letter_shapes import letters
from htpm_studio.gui.workspace import Workspace
from htpm_studio.project.model import PAIRS, Pair
from htpm_studio.project.palette import Palette
from htpm_studio.text.fonts import FontBook

COLUMNS, HIGH, RING, GAP = 3, 62, 3, 2
HEAD_SIZE, TEXT_SIZE, EDGE = 0.36, 0.185, 0.14
"""Sizes of the sample, in parts of the height of the card."""


class PairCards(QWidget):
    """One of five is chosen; arrows and clicks change the fonts as one step."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._document = workspace, workspace.document
        self.setAccessibleName(self.tr("Fonts"))
        fonts = self._document.resources.fonts
        self.cards = {pair: PairCard(pair, fonts.set_in(pair)) for pair in PAIRS}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for number, card in enumerate(self.cards.values()):
            self._group.addButton(card)
            grid.addWidget(card, number // COLUMNS, number % COLUMNS)
            card.clicked.connect(self._choose)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the pair and the colors of the kit."""
        palette = palette_in_force(self._document)
        for card in self.cards.values():
            card.show_palette(palette)
        self.cards[self._document.project.brand.pair].setChecked(True)

    def _choose(self) -> None:
        pair = next(pair for pair, card in self.cards.items() if card.isChecked())
        brand = self._document.project.brand
        own = bool(brand.heading_font or brand.text_font)
        if pair == brand.pair and not own:
            return
        chosen = replace(brand, pair=pair, heading_font=(), text_font=())
        self._document.change(self.tr("Change fonts"), replace(self._document.project, brand=chosen))
        if own:
            self._workspace.toast(self.tr("Your own fonts are no longer used."), undo=True)


class PairCard(QAbstractButton):
    """A headline and a line of text in a pair, above its name."""

    def __init__(self, pair: Pair, fonts: FontBook) -> None:
        super().__init__()
        self._fonts = fonts
        self._palette: Palette | None = None
        name, self.meaning = pair_words(pair)
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleName(self.tr("Fonts: {name}").format(name=name))
        self.setAccessibleDescription(self.meaning)
        self.setToolTip(self.meaning)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_palette(self, palette: Palette) -> None:
        """Paint in these colors."""
        if palette != self._palette:
            self._palette = palette
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A sample of a third of a panel and a line of words."""
        return QSize(104, HIGH + 2 * (RING + GAP) + self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its name."""
        return QSize(max(72, self.fontMetrics().horizontalAdvance(self.text()) + 4), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The sample, a ring where it is chosen, a dashed one where the focus is, and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, words = RING + GAP, self.fontMetrics().height() + 4
        box = QRectF(self.rect()).adjusted(room, room, -room, -room - words)
        if self._palette is not None:
            paint_sample(painter, box, self._palette, self._fonts, self.tr("Fair work"), self.tr("Call, text or chat"))
        colors = self.palette()
        if self.isChecked() or self.hasFocus():
            pen = QPen(colors.highlight().color(), RING if self.isChecked() else 2)
            pen.setStyle(Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 7, 7)
        if self.hasFocus() and self.isChecked():
            painter.setPen(QPen(colors.text().color(), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), 8, 8)
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(colors.windowText().color())
        line = QRectF(0, self.height() - words, self.width(), words)
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self.text())


def paint_sample(painter: QPainter, box: QRectF, palette: Palette, fonts: FontBook, head: str, text: str) -> None:
    """A headline and a line of text on the ground of a piece, as large as they fit."""
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(box, 4, 4)
    painter.setClipPath(clip)
    painter.fillRect(box, QColor(palette["deep"]))
    left, room = box.left() + EDGE * box.height(), box.width() - 2 * EDGE * box.height()
    rows = (("Head", head, HEAD_SIZE * fonts.fit("Head").size, 0.5, "on-deep"),
            ("Text-500", text, TEXT_SIZE * fonts.fit("Text-500").size, 0.8, "on-deep-muted"))  # fmt: skip
    for role, words, share, at, color in rows:
        path = letters(words, role, fonts)
        size = min(share * box.height(), room / max(path.boundingRect().right(), 0.1))
        painter.fillPath(QTransform(size, 0, 0, size, left, box.top() + at * box.height()).map(path),
                         QColor(palette[color]))  # fmt: skip
    painter.restore()


def pair_words(pair: Pair) -> tuple[str, str]:
    """The name of a pair and its voice."""
    translate = QCoreApplication.translate
    return {
        "warm": (
            translate("Pairs", "Warm"),
            translate("Pairs", "Soft serif headlines with plain text: Fraunces and Public Sans."),
        ),
        "sturdy": (
            translate("Pairs", "Sturdy"),
            translate("Pairs", "Strong, dark headlines: Bricolage Grotesque and Archivo."),
        ),
        "friendly": (
            translate("Pairs", "Friendly"),
            translate("Pairs", "Round and open letters: Nunito and Nunito Sans."),
        ),
        "bookish": (
            translate("Pairs", "Bookish"),
            translate("Pairs", "Slab serif headlines, as in a newspaper: Bitter and a humanist sans."),
        ),
        "campaign": (
            translate("Pairs", "Campaign"),
            translate("Pairs", "Narrow, loud headlines, as on a poster: Archivo Condensed and Barlow."),
        ),
    }[pair]
