"""Second looks at the open piece: one card of a sheet as large as it is printed, a background as its user sees it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from htpm_studio.export.prints.card_facts import READABLE, CardFacts, card_facts
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.core.render_service import page_image
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import kind_label
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.units import POINTS_PER_INCH

FACES, OWN_WIDE, SPACING = 2, 180, 10


class CloseUp(QWidget):
    """The sides of one card beside its sheet, in real size where the screen says the truth about itself.

    Below them is what was measured in the cards.
    """

    def __init__(self, controller: EditorController, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._asked: object = None
        self.label = kind_label(self.tr("One card, real size on most screens"), "muted", wrap=True)
        self.faces = [QLabel(self) for _ in range(FACES)]
        column = in_column(self.label, inside=self, margins=(0, 16, 16, 0), spacing=SPACING)
        for face in self.faces:
            face.setAccessibleName(self.label.text())
            column.addWidget(face)
        self._facts_box = QWidget(self)
        self.facts = in_column(inside=self._facts_box, spacing=4)
        column.addWidget(self._facts_box)
        column.addStretch(1)
        # What does not fit is hidden; it must not make the window higher, which would then seem to have room for it.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._high = 0
        self.hide()

    @property
    def wide(self) -> int:
        """How wide a card is on this screen; 0 where the piece has no sheet."""
        now = self._controller.now
        if now is None or not self._controller.on_sheet:
            return 0
        return round(page_sizes()[now.tile.page.canvas].size.width * self.logicalDpiX() / POINTS_PER_INCH)

    def show_in(self, room: int, high: int) -> None:
        """Show the card as it is now if that much room beside the sheet is enough for it; drawn in the background."""
        now, wide = self._controller.now, self.wide
        self._high = high
        self.setVisible(0 < wide + self.contentsMargins().right() <= room and self._faces_high(wide) <= high)
        self._fit_facts()
        if now is None or self.isHidden():
            return
        kit, spec = self._controller.kit(), now.spec
        pages = spec.pages[:FACES]
        pixels = round(wide * self.devicePixelRatioF())
        if self._asked == (pages, kit.look, pixels):
            return
        self._asked = asked = (pages, kit.look, pixels)
        self.setFixedWidth(wide + 16)
        renderer = self._controller.workspace.renderer

        def draw() -> tuple[list[QImage], CardFacts]:
            return [page_image(renderer.compose(page, kit).page, pixels) for page in pages], card_facts(spec, kit)

        renderer.ask(self, draw, lambda found: self._drawn(*found) if asked == self._asked else None)

    def _faces_high(self, wide: int) -> int:
        now = self._controller.now
        pages = now.spec.pages[:FACES] if now is not None else ()
        faces = sum(round(wide / page_sizes()[page.canvas].size.ratio) + SPACING for page in pages)
        return 2 * SPACING + self.label.heightForWidth(wide) + faces

    def _fit_facts(self) -> None:
        """Show what was measured where there is room for all of it."""
        need = self.facts.heightForWidth(self.wide) if self.facts.count() else 0
        self._facts_box.setVisible(bool(need) and self._faces_high(self.wide) + SPACING + need <= self._high)

    def _drawn(self, images: list[QImage], facts: CardFacts) -> None:
        for number, face in enumerate(self.faces):
            face.setVisible(number < len(images))
            if number < len(images):
                pixmap = QPixmap.fromImage(images[number])
                pixmap.setDevicePixelRatio(self.devicePixelRatioF())
                face.setPixmap(pixmap)
        self._show_facts(facts)
        self._fit_facts()

    def _show_facts(self, facts: CardFacts) -> None:
        while item := self.facts.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for good, words in self.sentences(facts):
            line, mark = QWidget(self), QLabel(self)
            show_mark(mark, self._controller.workspace.icon(*(("check", "ok") if good else ("triangle-alert", "warn"))))
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(kind_label(words, "", wrap=True), 1)
            self.facts.addWidget(line)

    def sentences(self, facts: CardFacts) -> tuple[tuple[bool, str], ...]:
        """What was measured, each with whether it is good."""
        clear = facts.contrast >= READABLE
        gray = (
            self.tr("Clear in black and white: contrast {contrast} to 1")
            if clear
            else self.tr("Weak in black and white: contrast {contrast} to 1")
        )
        rows = (
            (facts.number > 0, True, self.tr("Phone number in {size} pt").format(size=f"{facts.number:.0f}")),
            (facts.code > 0, True, self.tr("Code {size} mm wide").format(size=f"{facts.code:.0f}")),
            (facts.contrast > 0, clear, gray.format(contrast=f"{facts.contrast:.1f}")),
            (facts.marks > 0, True, self.tr("{count} marks to cut along, outside the cards").format(count=facts.marks)),
        )
        return tuple((good, words) for there, good, words in rows if there)


class OwnView(QWidget):
    """A small mirrored picture under a background, and why its user sees it so."""

    def __init__(self, controller: EditorController, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self.picture = QLabel(self)
        self.picture.setAccessibleName(self.tr("Your own view"))
        self.text = kind_label("", "muted", wrap=True)
        self.head = kind_label(self.tr("Your own view is mirrored. The file is not."), "head", wrap=True)
        words = in_column(STRETCH, self.head, self.text, STRETCH, spacing=2)
        in_row(self.picture, (words, 1), inside=self, margins=(16, 4, 16, 8), spacing=16)
        self.hide()

    def show_image(self, image: QImage | None) -> None:
        """Show a picture of the piece the other way round; None, or a piece that nobody sees mirrored, hides it."""
        self.setVisible(image is not None and self._controller.page_size.mirrored)
        if image is None or self.isHidden():
            return
        logo = self.tr(
            "You see the logo mirrored, on the other side. Everyone else sees the large picture. Do not flip the file."
        )
        plain = self.tr("You see it mirrored. Everyone else sees the large picture. Do not flip the file.")
        now = self._controller.now
        self.text.setText(logo if now is None or now.tile.page.signed else plain)
        ratio = self.devicePixelRatioF()
        small = image.scaledToWidth(round(OWN_WIDE * ratio), Qt.TransformationMode.SmoothTransformation)
        pixmap = QPixmap.fromImage(small.flipped(Qt.Orientation.Horizontal))
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)
