"""Cards for the families of designs, each with pieces of the kit as that family draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.export.families import family_missing, in_family, suggested
from htpm_studio.export.family_samples import kit_in_family, sample_pages
from htpm_studio.export.kit import Kit
from htpm_studio.export.page_builder import compose
from htpm_studio.gui.components.brand_colors import palette_in_force
from htpm_studio.gui.components.sample_card import SampleCard
from htpm_studio.gui.core.render_service import page_image
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.translate import told, translate
from htpm_studio.gui.widgets.fields import kind_label
from htpm_studio.pieces.families import Family
from htpm_studio.project.palette import Palette

SIDE, WIDE_SIDE, AIR, COLUMNS, PAUSE = 76, 98, 5, 3, 250
"""The side of a picture, also where several are side by side, and the air between two, in pixels; cards in a row; how
long changes may go on, in ms."""


class FamilyCards(QWidget):
    """One of several is chosen; arrows and clicks change the family as one step.

    Each card has so many `pictures`: three one below the other, or one beside the others.
    """

    def __init__(self, workspace: Workspace, pictures: int = 1) -> None:
        super().__init__()
        self._workspace, self._document, self._pictures = workspace, workspace.document, pictures
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
        self._document.changed.connect(self.refresh)
        self._document.week_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the families that there are, the one of the kit, and the colors of the kit until pieces are drawn."""
        designs = self._document.resources.designs.by_id
        if list(self.cards) != list(designs) or any(
            card.family != designs[name].family for name, card in self.cards.items()
        ):
            self._make([design.family for design in designs.values()])
        palette = palette_in_force(self._document)
        for card in self.cards.values():
            card.show_palette(palette)
        self._suggest()
        self.cards[self._document.resources.family.id].setChecked(True)
        if len(self.cards) < 2:
            self.hide()
        elif self.parentWidget() is not None:  # Without one, it would be a window.
            self.show()
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
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
        resources = self._document.resources
        if missing := family_missing(self._document.project.brand, resources):
            self.hint.setText(told(missing))
            self.hint.show()
            return
        family = suggested(self._document.project.brand, resources)
        other = family is not None and family.id != resources.family.id
        words = self.tr("Made for brands like yours: {name}")
        self.hint.setText(words.format(name=translate(family.title)) if family is not None else "")
        self.hint.setVisible(other)

    def _choose(self) -> None:
        card = next(card for card in self.cards.values() if card.isChecked())
        project = self._document.project
        if card.family.id != project.brand.family:
            brand = in_family(project.brand, card.family)
            self._document.change(self.tr("Change family of designs"), replace(project, brand=brand))

    def _draw(self) -> None:
        """Have the pieces drawn, family after family, once for each look of the kit."""
        if not self.isVisible() or len(self.cards) < 2:
            return
        try:
            kit = self._document.kit()
        except StudioError:
            return  # A week without content has no posts; the colors stay.
        shown = (kit.project.brand, kit.week.number, kit.campaign.language, self._document.resources.designs)
        if shown == self._shown:
            return
        self._shown = shown
        width = round((SIDE if self._pictures == 1 else WIDE_SIDE) * self.devicePixelRatioF())
        work = partial(draw_samples, kit, tuple(self.cards), self._pictures, width)
        self._workspace.renderer.ask(self, work, self._show)

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
                images.append(page_image(compose(page, dressed).page, width))
            except StudioError:
                continue
        drawn[name] = tuple(images)
    return drawn
