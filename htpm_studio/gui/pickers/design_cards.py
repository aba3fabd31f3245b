"""Cards to choose a family of designs and a style, each drawn as a sample."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.kit_family import family_missing, in_family, suggested
from htpm_studio.export.pages.family_samples import kit_in_family, sample_pages
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.gui.controllers.brand import colors_in_force, palette_in_force
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.render_service import page_image
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain, translate
from htpm_studio.gui.widgets.fields import kind_label
from htpm_studio.pieces.families import Family
from htpm_studio.project.model import STYLES, Style
from htpm_studio.project.palette import Palette, derive_palette
from htpm_studio.project.palette_styles import in_style

RING, GAP, LINE_AIR = 3, 2, 4
"""The ring around the chosen card, its distance from the sample, and the air beside its name, in pixels."""


class SampleCard(QAbstractButton):
    """One of several that exclude each other; what is special about one it paints in `paint_sample`."""

    def __init__(self, name: str, meaning: str, sample: QSize, narrowest: int, lines: int = 1) -> None:
        super().__init__()
        self.meaning = meaning
        self._sample, self._narrowest, self._lines = sample, narrowest, lines
        self._palette: Palette | None = None
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleDescription(meaning)
        self.setToolTip(meaning)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_palette(self, palette: Palette) -> None:
        """Paint in these colors."""
        if palette != self._palette:
            self._palette = palette
            self.update()

    @abstractmethod
    def paint_sample(self, painter: QPainter, box: QRectF, palette: Palette) -> None:
        """What the card shows, in that box."""

    def sizeHint(self) -> QSize:
        """The sample and its name below."""
        words = self._words_high()
        return QSize(self._sample.width(), self._sample.height() + 2 * (RING + GAP) + words)

    def minimumSizeHint(self) -> QSize:
        """As wide as its name, or the longest word of one that has several lines."""
        words = self.text().split() if self._lines > 1 else [self.text()]
        name = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0) + LINE_AIR
        return QSize(max(self._narrowest, name), self.sizeHint().height())

    def _words_high(self) -> int:
        return self._lines * self.fontMetrics().height() + LINE_AIR

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sample, a ring where it is chosen, a dashed one where the focus is, and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, words = RING + GAP, self._words_high()
        box = QRectF(self.rect()).adjusted(room, room, -room, -room - words)
        if self._palette is not None:
            self.paint_sample(painter, box, self._palette)
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
        self.paint_words(painter, line)

    def paint_words(self, painter: QPainter, line: QRectF) -> None:
        """The name below the sample; one of several lines begins at the top."""
        side = Qt.AlignmentFlag.AlignBottom if self._lines == 1 else Qt.AlignmentFlag.AlignTop
        flags = Qt.AlignmentFlag.AlignHCenter | side
        painter.drawText(line, flags | (Qt.TextFlag.TextWordWrap if self._lines > 1 else flags), self.text())


SHAPE = 0.66
"""Height of the picture for a width of one."""


class StyleCards(QWidget):
    """One of three is chosen; arrows and clicks change the style as one step."""

    def __init__(self, document: KitDocument) -> None:
        super().__init__()
        self.document = document
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
        palette = derive_palette(*colors_in_force(self.document.project))
        styles = self.document.resources.family.spec.styles
        for style, card in self.cards.items():
            card.show_palette(in_style(palette, style))
            card.setVisible(style in styles)
        chosen = self.document.project.brand.style
        self.cards[chosen if chosen in styles else STYLES[0]].setChecked(True)

    def _choose(self) -> None:
        style = next(style for style, card in self.cards.items() if card.isChecked())
        project = self.document.project
        if style != project.brand.style:
            brand = replace(project.brand, style=style)
            self.document.change(self.tr("Change style"), replace(project, brand=brand))


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
            translate("Styles", "Your color and a dark one on large areas."),
        ),
        "calm": (
            translate("Styles", "Calm"),
            translate("Styles", "Paper, with your color on every second post."),
        ),
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


SIDE, WIDE_SIDE, AIR, COLUMNS, PAUSE = 76, 98, 5, 3, 250
"""The side of a picture, also where several are side by side, and the air between two, in pixels; cards in a row; how
long changes may go on, in ms."""


class FamilyCards(QWidget):
    """One of several is chosen; arrows and clicks change the family as one step.

    Each card has so many `pictures`: three one below the other, or one beside the others.
    """

    def __init__(self, workspace: Workspace, pictures: int = 1) -> None:
        super().__init__()
        self.workspace, self.document, self._pictures = workspace, workspace.document, pictures
        self.setAccessibleName(self.tr("Family of designs"))
        self.cards: dict[str, FamilyCard] = {}
        self._shown: tuple[object, ...] = ()
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self.hint = kind_label("", "muted", wrap=True)
        column.addLayout(self._grid)
        column.addWidget(self.hint)
        # Typing changes the brand with each letter: the pictures follow when it has paused.
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._draw)
        self.document.changed.connect(self.refresh)
        self.document.week_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the families that there are, the one of the kit, and the colors of the kit until pieces are drawn."""
        families = self.document.resources.designs.families
        if list(self.cards) != list(families) or any(
            card.family != families[name] for name, card in self.cards.items()
        ):
            self._make(list(families.values()))
        palette = palette_in_force(self.document)
        for card in self.cards.values():
            card.show_palette(palette)
        self._suggest()
        self.cards[self.document.resources.family.id].setChecked(True)
        if len(self.cards) < 2:
            self.hide()
        elif self.parentWidget() is not None:  # Without one, it would be a window.
            self.show()
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is drawn when it can be seen."""
        super().showEvent(event)
        self._later.start()

    def _make(self, families: Sequence[Family]) -> None:
        for card in self.cards.values():
            self._group.removeButton(card)
            self._grid.removeWidget(card)
            card.deleteLater()
        columns = COLUMNS if self._pictures == 1 else 1
        self.cards = {family.id: FamilyCard(family, self._pictures) for family in families}
        for number, card in enumerate(self.cards.values()):
            self._group.addButton(card)
            self._grid.addWidget(card, number // columns, number % columns)
            card.clicked.connect(self._choose)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._shown = ()

    def _suggest(self) -> None:
        """Say that the family of the kit is missing here, or else which one is made for such a brand."""
        resources = self.document.resources
        if missing := family_missing(self.document.project.brand, resources):
            self.hint.setText(explain(missing))
            self.hint.show()
            return
        family = suggested(self.document.project.brand, resources)
        other = family is not None and family.id != resources.family.id
        words = self.tr("Made for brands like yours: {name}")
        self.hint.setText(words.format(name=translate(family.title)) if family is not None else "")
        self.hint.setVisible(other)

    def _choose(self) -> None:
        card = next(card for card in self.cards.values() if card.isChecked())
        project = self.document.project
        if card.family.id != project.brand.family:
            brand = in_family(project.brand, card.family)
            self.document.change(self.tr("Change family of designs"), replace(project, brand=brand))

    def _draw(self) -> None:
        """Have the pieces drawn, family after family, once for each look of the kit."""
        if not self.isVisible() or len(self.cards) < 2:
            return
        try:
            kit = self.document.kit()
        except StudioError:
            return  # A week without content has no posts; the colors stay.
        shown = (kit.project.brand, kit.week.number, kit.campaign.language, self.document.resources.designs)
        if shown == self._shown:
            return
        self._shown = shown
        width = round((SIDE if self._pictures == 1 else WIDE_SIDE) * self.devicePixelRatioF())
        work = partial(draw_samples, kit, tuple(self.cards), self._pictures, width)
        self.workspace.renderer.ask(self, work, self._show)

    def _show(self, drawn: dict[str, tuple[QImage, ...]]) -> None:
        for name, images in drawn.items():
            if name in self.cards:
                self.cards[name].show_pictures(images)


class FamilyCard(SampleCard):
    """Pieces of the kit side by side as a family draws them, above its name."""

    def __init__(self, family: Family, pictures: int) -> None:
        self.family, self._pictures = family, pictures
        self.images: tuple[QImage, ...] = ()
        title, about = translate(family.title), translate(family.about)
        side = SIDE if pictures == 1 else WIDE_SIDE
        sample = QSize(pictures * side + (pictures - 1) * AIR, side)
        super().__init__(title, about, sample, SIDE, lines=2)
        self.setAccessibleName(self.tr("Family of designs: {name}").format(name=title))

    def show_pictures(self, images: tuple[QImage, ...]) -> None:
        """Show these pieces."""
        self.images = images
        self.update()

    def paint_words(self, painter: QPainter, line: QRectF) -> None:
        """The name; beside several pictures there is room for what the family is like."""
        if self._pictures == 1:
            super().paint_words(painter, line)
            return
        high = line.height() / 2
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(line.left(), line.top(), line.width(), high), flags, self.text())
        painter.setFont(self.font())
        about = painter.fontMetrics().elidedText(self.meaning, Qt.TextElideMode.ElideRight, round(line.width()))
        painter.drawText(QRectF(line.left(), line.top() + high, line.width(), high), flags, about)

    def paint_sample(self, painter: QPainter, box: QRectF, palette: Palette) -> None:
        """The pieces, or the grounds that they will have until they are drawn."""
        side = min(box.height(), (box.width() - (self._pictures - 1) * AIR) / self._pictures)
        left = box.left() + (box.width() - self._pictures * side - (self._pictures - 1) * AIR) / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in range(self._pictures):
            spot = QRectF(left + number * (side + AIR), box.top(), side, side)
            clip = QPainterPath()
            clip.addRoundedRect(spot, 4, 4)
            painter.setClipPath(clip)
            if number < len(self.images):
                painter.drawImage(spot, self.images[number])
            else:
                painter.fillRect(spot, QColor(palette["panel" if number % 2 == 0 else "deep"]))
        painter.restore()


def draw_samples(kit: Kit, names: Sequence[str], pictures: int, width: int) -> dict[str, tuple[QImage, ...]]:
    """The first pieces that show each family, in the colors of a kit; safe on any thread.

    A piece that cannot be drawn is left out.
    """
    drawn: dict[str, tuple[QImage, ...]] = {}
    for name in names:
        dressed = kit_in_family(kit, name)
        images: list[QImage] = []
        for page in sample_pages(dressed)[:pictures]:
            try:
                images.append(page_image(compose(page, dressed.page_inputs).page, width))
            except StudioError:
                continue
        drawn[name] = tuple(images)
    return drawn
