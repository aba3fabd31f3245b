"""A few pages of one partner's kit, drawn in the background, and what stays locked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from htpm_studio.errors import InputError
from htpm_studio.export.batch.partner_batch import for_others
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.kit.kit_family import with_family
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.sources.partners import PartnerRow, brand_of
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.render_service import page_image
from htpm_studio.gui.core.tiles import section_title
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import size_words, time_words
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import STRETCH, in_column
from htpm_studio.gui.widgets.fields import MARGIN, divider, kind_label, scroll_area
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import dressed_as

WIDTH = 640
WIDE = 1.2
"""From which width for one of height a page has a row of its own; others are in pairs."""
GAP = 12


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """One page as a picture, and what it is called."""

    image: QImage
    name: str


class PartnerPreview(QWidget):
    """Shows the partner of the current row."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setMinimumWidth(220)
        self.title = kind_label("", "title", wrap=True)
        self.title.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self.pictures: tuple[PartnerPage, ...] = ()
        self.labels: list[QLabel] = []
        self._asked: tuple[PartnerRow, Path] | None = None
        self._context: JobContext | None = None
        workspace.closing.connect(self._stop)
        content = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self.note = kind_label("", "muted", wrap=True)
        column = in_column(
            self._grid, self.note, STRETCH, inside=content, margins=(MARGIN, MARGIN, MARGIN, MARGIN), spacing=GAP
        )
        self.area: QScrollArea = scroll_area(content, area=QScrollArea())
        content.setProperty("pane", "board")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.area, 1)
        column.addWidget(divider())
        column.addWidget(self._promises())

    def _stop(self) -> None:
        if self._context is not None:
            self._context.cancel()

    def _promises(self) -> QWidget:
        """What holds for every kit of the list, each with its icon."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(MARGIN, 10, MARGIN, 10)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        self.locked, self.kept_out, self.estimate = (kind_label("", "muted", wrap=True) for _ in range(3))
        self._icons = {"lock": QLabel(), "shield-check": QLabel(), "clock": QLabel()}
        words = (self.locked, self.kept_out, self.estimate)
        for number, (icon, text) in enumerate(zip(self._icons.values(), words, strict=True)):
            grid.addWidget(icon, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, number, 1)
        self.locked.setText(self.tr("Hotline, safety line and credits stay as they are."))
        self.workspace.theme_changed.connect(self._draw_icons)
        self._draw_icons()
        return box

    def _draw_icons(self, *_: object) -> None:
        for name, label in self._icons.items():
            show_mark(label, self.workspace.icon(name, "ok" if name == "shield-check" else "muted"))

    def show_promises(self, kits: int, size: int, seconds: float) -> None:
        """Say what stays out of the kits of others, and how long making so many takes and how large they are, about."""
        kept_out = sum(not for_others(photo) for photo in self.workspace.document.project.photos)
        one = self.tr("1 picture of people is not included in these kits.")
        many = self.tr("{count} pictures of people are not included in these kits.").format(count=kept_out)
        self._say("shield-check", self.kept_out, (one if kept_out == 1 else many) if kept_out else "")
        text = self.tr("About {time}, {size}").format(time=time_words(seconds), size=size_words(size))
        self._say("clock", self.estimate, text if kits else "")

    def _say(self, icon: str, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        self._icons[icon].setVisible(bool(text))

    def show_partner(self, partner: PartnerRow | None, folder: Path, wrong: str | None) -> None:
        """Draw the pages of a partner, or say what is `wrong` with its row; "" while nobody knows, None for nothing."""
        self.title.setText(partner.organization if partner else self.tr("Choose a row"))
        if partner is None or wrong is not None:
            self._asked = None
            self._show(())
            self.note.setText((wrong or self.tr("Nothing to show until the row is ready.")) if partner else "")
            return
        if self._asked == (partner, folder):
            return
        self._asked = (partner, folder)
        self._stop()
        document, asked, context = self.workspace.document, self._asked, JobContext()
        self._context = context
        self.note.setText(self.tr("Drawing…"))
        self.workspace.renderer.ask(
            self,
            lambda: tuple(partner_pages(document, partner, folder, context, WIDTH)),
            lambda found: self._show(found) if self._asked == asked else None,
            lambda _error: self.note.setText(self.tr("Could not draw this.")) if self._asked == asked else None,
        )

    def _show(self, pictures: Sequence[PartnerPage]) -> None:
        self.note.setText("")
        self.pictures = tuple(pictures)
        while len(self.labels) < len(self.pictures):
            label = QLabel()
            self.labels.append(label)
        for label, picture in zip(self.labels, self.pictures, strict=False):
            label.setAccessibleName(picture.name)
            label.setToolTip(picture.name)
        self._place()
        self._scale()

    def _place(self) -> None:
        """Put wide pages under each other and pairs of others side by side."""
        row = column = 0
        for label, picture in zip(self.labels, self.pictures, strict=False):
            wide = is_wide(picture.image)
            if column and wide:
                row, column = row + 1, 0
            self._grid.removeWidget(label)
            self._grid.addWidget(label, row, column, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
            row, column = (row, 1) if not wide and not column else (row + 1, 0)

    def _scale(self) -> None:
        ratio = self.devicePixelRatioF()
        room = max(80, self.area.width() - self.area.verticalScrollBar().sizeHint().width() - 2 * MARGIN)
        for number, label in enumerate(self.labels):
            label.setVisible(number < len(self.pictures))
            if number < len(self.pictures):
                image = self.pictures[number].image
                width = room if is_wide(image) else (room - GAP) // 2
                mode = Qt.TransformationMode.SmoothTransformation
                pixmap = QPixmap.fromImage(image.scaledToWidth(round(width * ratio), mode))
                pixmap.setDevicePixelRatio(ratio)
                label.setPixmap(pixmap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the width."""
        super().resizeEvent(event)
        self._scale()


def is_wide(image: QImage) -> bool:
    """Whether a page needs a row of its own."""
    return image.width() >= WIDE * image.height()


def partner_pages(
    document: KitDocument, partner: PartnerRow, folder: Path, context: JobContext, width: int
) -> Iterator[PartnerPage]:
    """The first page of each medium but texts, in the look of a partner; two where pages are no wider than high.

    Each is drawn when it is asked for, `width` pixels wide. Raises InputError for a logo that cannot be read.
    """
    base = document.project
    photos = tuple(photo for photo in base.photos if for_others(photo))
    brand = dressed_as(brand_of(partner, folder), base.brand)
    try:
        brand = with_family(brand, partner.family, None, document.resources)
        project = replace(base, brand=brand, photos=photos)
        kit = build_kit(project, document.campaign, document.resources, Options(), document.today)
    except InputError:
        return
    for medium in CATALOGUE:
        for spec in _first_two(medium.specs(kit)) if medium.medium != "copy" else ():
            context.checkpoint()
            image = page_image(compose(spec.pages[0], kit.page_inputs).page, width)
            yield PartnerPage(image, f"{section_title(medium)}: {spec.title}")
            if is_wide(image):
                break


def _first_two(specs: Iterator[FileSpec]) -> tuple[FileSpec, ...]:
    """The first file with pages, and the first of another piece."""
    paged = [spec for spec in specs if spec.pages]
    return (*paged[:1], *[spec for spec in paged if spec.piece != paged[0].piece][:1])
