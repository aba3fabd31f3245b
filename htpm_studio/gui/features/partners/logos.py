"""The logos of a list as small pictures, read in the background while their rows are in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from htpm_studio.errors import StudioError
from htpm_studio.export.sources.partners import PartnerRow, logo_path
from htpm_studio.gui.core.picture_thumbnails import to_qimage
from htpm_studio.gui.features.partners.controller import PartnersController
from htpm_studio.project.pictures import load_logo, pixels

SIZE, SHARP = QSize(72, 26), 3
KEPT, AT_ONCE = 400, 10
PAPER = "#FFFFFF"


class LogoPictures(QObject):
    """`ready` says that some of the logos that were asked for are there."""

    ready = Signal()

    def __init__(self, controller: PartnersController) -> None:
        super().__init__(controller)
        self._controller, self._icons = controller, OrderedDict[str, QIcon | None]()
        controller.listed.connect(self._icons.clear)
        controller.workspace.theme_changed.connect(self._icons.clear)

    def icon(self, partner: PartnerRow) -> QIcon | None:
        """The logo of a row on paper; None while it is not read, and where it cannot be."""
        return self._icons.get(partner.logo)

    def want(self, partners: Iterable[PartnerRow]) -> None:
        """Read the logos of these rows, some at a time."""
        wanted = [row.logo for row in partners if row.logo and row.logo not in self._icons]
        if wanted:
            work = partial(read_logos, tuple(dict.fromkeys(wanted))[:AT_ONCE], self._controller.folder)
            self._controller.workspace.renderer.ask(self, work, self._take)

    def _take(self, found: Mapping[str, QImage | None]) -> None:
        edge = self._controller.workspace.theme.color("control")
        self._icons |= {logo: on_paper(image, edge) if image is not None else None for logo, image in found.items()}
        while len(self._icons) > KEPT:
            self._icons.popitem(last=False)
        self.ready.emit()


def read_logos(logos: Iterable[str], folder: Path) -> dict[str, QImage | None]:
    """Each logo as a picture, None for one that cannot be read."""
    return {logo: _read(logo, folder) for logo in logos}


def _read(logo: str, folder: Path) -> QImage | None:
    try:
        path = logo_path(PartnerRow(logo=logo), folder)
        return to_qimage(pixels(load_logo(path), SHARP * SIZE.width())) if path is not None else None
    except StudioError:
        return None  # its row says what is wrong with it


def on_paper(image: QImage, edge: QColor) -> QIcon:
    """A logo as it is on white paper, the same while its row is selected."""
    whole = SIZE * SHARP
    pixmap = QPixmap(whole)
    pixmap.fill(edge)
    room = QRect(QPoint(), whole).adjusted(SHARP, SHARP, -SHARP, -SHARP)
    painter = QPainter(pixmap)
    painter.fillRect(room, QColor(PAPER))
    inner = room.adjusted(2 * SHARP, 2 * SHARP, -2 * SHARP, -2 * SHARP)
    mode = Qt.TransformationMode.SmoothTransformation
    shown = image.scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio, mode)
    painter.drawImage(inner.center() - shown.rect().center(), shown)
    painter.end()
    pixmap.setDevicePixelRatio(SHARP)
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
