"""Line icons (Lucide) in the color of the text that they are beside."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from htpm_studio import paths

SIZES = (16, 20, 24, 32, 40, 48)
TEXT_PART = 0.95
PROGRAM_SIZES = (16, 24, 32, 48, 64, 128, 256)
MOST = 400
"""How many icons are kept once they are drawn."""

_WIDE: dict[int, QIcon] = {}


def icon(name: str, color: QColor, disabled: QColor | None = None) -> QIcon:
    """The icon of that name; `disabled` is its color where it cannot be used."""
    return _icon(name, color.name(), disabled.name() if disabled else "")


def beside_text(plain: QIcon) -> QIcon:
    """The same icon with room at its right, for buttons whose words would be too near; see `beside_size`."""
    key = plain.cacheKey()
    if key not in _WIDE:
        _WIDE[key] = _widened(plain)
        while len(_WIDE) > MOST:
            _WIDE.pop(next(iter(_WIDE)))
    return _WIDE[key]


def _widened(plain: QIcon) -> QIcon:
    made = QIcon()
    for side in SIZES:
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            wide = QPixmap(beside_size(side))
            wide.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wide)
            painter.drawPixmap(0, 0, plain.pixmap(QSize(side, side), 1.0, mode))
            painter.end()
            made.addPixmap(wide, mode)
    return made


def beside_size(side: int) -> QSize:
    """The size of such an icon whose drawing is `side` pixels high."""
    return QSize(side + side // 4, side)


def text_side(widget: QWidget, least: int = SIZES[0]) -> int:
    """How large an icon beside the text of a widget is: as high as the text, and no smaller than `least`."""
    return max(least, round(TEXT_PART * widget.fontMetrics().height()))


def show_mark(label: QLabel, plain: QIcon, least: int = SIZES[0]) -> None:
    """Show an icon in a label, as large as the text beside it."""
    side = text_side(label, least)
    label.setPixmap(plain.pixmap(QSize(side, side), label.devicePixelRatioF()))


def program_icon() -> QIcon:
    """The icon of the program, for windows and task bars."""
    drawing = QSvgRenderer(str(paths.assets() / "program-icon" / "program.svg"))
    made = QIcon()
    for size in PROGRAM_SIZES:
        made.addPixmap(_drawn(drawing, size))
    return made


@lru_cache(maxsize=MOST)
def _icon(name: str, color: str, disabled: str) -> QIcon:
    svg = (paths.assets() / "ui-icons" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled)):
        if ink:
            drawing = QSvgRenderer(QByteArray(svg.replace("currentColor", ink).encode()))
            for size in SIZES:
                made.addPixmap(_drawn(drawing, size), mode)
    return made


def _drawn(drawing: QSvgRenderer, size: int) -> QPixmap:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return QPixmap.fromImage(image)
