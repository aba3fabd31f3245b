"""The design of the decks beside the families: the kit's own, or that of a presentation of the user's."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.gui.controllers.brand import palette_in_force
from htpm_studio.gui.controllers.deck_design import DeckDesign
from htpm_studio.gui.core.render_service import RenderService, page_image
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.pickers.design_cards import SampleCard
from htpm_studio.gui.widgets.fields import kind_label, link_button
from htpm_studio.gui.widgets.files import ask_file
from htpm_studio.project.palette import Palette
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate

PICTURE = QSize(128, 72)
ENDINGS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm")


class YourDesign(QWidget):
    """A tile that a presentation makes the design of all decks, with what is taken from it and the way back."""

    def __init__(self, workspace: Workspace, design: DeckDesign) -> None:
        super().__init__()
        self.workspace, self.design = workspace, design
        self.tile = _Tile(self.tr("Your PowerPoint"), self.tr("Decks in the design of your own PowerPoint file."))
        self.tile.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.tile.clicked.connect(self.choose)
        self.name = kind_label("", "head", wrap=True)
        self.words = kind_label("", "", wrap=True)
        self.used = kind_label("", "muted", wrap=True)
        self.problem = kind_label("", "warn", wrap=True)
        self.other = link_button(self.tr("Choose another file…"))
        self.other.clicked.connect(self.ask)
        self.back = link_button(self.tr("Use the kit's own design"))
        self.back.clicked.connect(lambda: self._take(""))
        beside = QVBoxLayout()
        beside.setSpacing(2)
        for widget in (self.name, self.words, self.used, self.problem):
            beside.addWidget(widget)
        for button in (self.other, self.back):
            beside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        self._drawn: tuple[object, ...] = ()
        self._refused = ""
        design.changed.connect(self.refresh)
        workspace.document.changed.connect(self.refresh)
        workspace.document.week_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show what is chosen, or why it cannot be used."""
        name, document = self.design.name, self.workspace.document
        self.tile.setChecked(document.deck_template is not None)
        self.tile.show_palette(palette_in_force(document))
        scope = self.tr(
            "Only decks for PowerPoint take it, here as in an export. Posts, prints and PDFs keep the family."
        )
        offer = self.tr(
            "Decks can take the design of your own PowerPoint file. Posts, prints and PDFs keep the family."
        )
        self.name.setText(name)
        self.name.setVisible(bool(name))
        self.words.setText(scope if self.tile.isChecked() else "" if name else offer)
        self.words.setVisible(bool(self.words.text()))
        self.tile.setAccessibleDescription(name or offer)
        problem = self._refused or document.deck_problem
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.other.setVisible(bool(name))
        self.back.setVisible(bool(name))
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is drawn when it can be seen."""
        super().showEvent(event)
        self._draw()

    def choose(self) -> None:
        """Take the presentation that was chosen last, or ask for one."""
        self.tile.setChecked(self.workspace.document.deck_template is not None)
        if not self.design.name and self.design.last:
            self._take(self.design.last)
        elif not self.tile.isChecked():
            self.ask()

    def ask(self) -> None:
        """Ask for a presentation."""
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        words = self.tr("PowerPoint files ({kinds})").format(kinds=kinds)
        chosen = ask_file(self.workspace, self, "presentation", self.tr("Presentation with your design"), words)
        if chosen is not None:
            self._take(str(chosen))

    def _take(self, path: str) -> None:
        self._refused = self.design.take(path)
        self.refresh()
        if self._refused:
            self.workspace.announce(self._refused)

    def _draw(self) -> None:
        """Have the first slide drawn and the layouts counted, once for each file and kit."""
        found = self.workspace.document.deck_template
        if found is None:
            self._drawn = ()
            self.used.hide()
            self.tile.show_image(None)
            return
        try:
            kit = self.workspace.document.kit()
        except StudioError:
            return
        drawn = (found.digest, kit.look, kit.week.number)
        if self.isVisible() and drawn != self._drawn:
            self._drawn = drawn
            width = round(PICTURE.width() * self.devicePixelRatioF())
            work = partial(draw_design, kit, found, self.workspace.renderer, width)
            self.workspace.renderer.ask(self, work, self._show)

    def _show(self, drawn: tuple[QImage, int, int]) -> None:
        image, used, count = drawn
        self.tile.show_image(image)
        words = self.tr("{used} of {count} layouts are used.") if used > 1 else self.tr("1 of {count} layouts is used.")
        self.used.setText(words.format(used=used, count=count))
        self.used.show()


class _Tile(SampleCard):
    """A slide in the design of the presentation, or a slide with a plus where there is none yet."""

    def __init__(self, name: str, meaning: str) -> None:
        super().__init__(name, meaning, PICTURE, PICTURE.width() + 10)
        self._image: QImage | None = None

    def show_image(self, image: QImage | None) -> None:
        """Show this picture."""
        self._image = image
        self.update()

    def paint_sample(self, painter: QPainter, box: QRectF, palette: Palette) -> None:
        """The slide, or the place for one."""
        high = min(box.height(), box.width() * PICTURE.height() / PICTURE.width())
        spot = QRectF(box.left(), box.top(), high * PICTURE.width() / PICTURE.height(), high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(spot, 4, 4)
        if self._image is not None:
            painter.setClipPath(clip)
            painter.drawImage(spot, self._image)
        else:
            painter.setPen(QPen(self.palette().mid().color(), 1, Qt.PenStyle.DashLine))
            painter.drawPath(clip)
            painter.setPen(QPen(QColor(palette["accent-fill"]), 2))
            middle, arm = spot.center(), high / 8
            painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
        painter.restore()


def draw_design(kit: Kit, found: DeckTemplate, renderer: RenderService, width: int) -> tuple[QImage, int, int]:
    """The first slide in the design of a kit's decks, and how many layouts these use of how many; on any thread."""
    from htpm_studio.export.decks.drawn.pages import layouts_used  # noqa: PLC0415 - few have one

    pages = [page for spec in plan(kit) if spec.medium == "deck" and not spec.repeats for page in spec.pages]
    composed = [(page, renderer.builder.compose(page, kit.page_inputs).page) for page in pages]
    image = page_image(renderer.compose(pages[0], kit).page, width) if pages else QImage()
    return image, layouts_used(kit, found, composed), len(found.layouts)


class DesignLine(QLabel):
    """One line where files go out, that says whose design decks take; hidden where it is the kit's."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setProperty("kind", "muted")
        self.setWordWrap(True)
        workspace.settings_changed.connect(self.refresh)
        workspace.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Say what is so now."""
        path = self.workspace.settings.reference_deck
        self.setText(self.tr("Decks take the design of {name}.").format(name=Path(path).name) if path else "")
        self.setVisible(bool(path) and not self.workspace.document.deck_problem)
