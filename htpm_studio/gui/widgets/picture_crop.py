"""A picture cut to fill a frame."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap


def cut(image: QImage, frame: QRect) -> QRectF:
    """The part of a picture that fills a frame, a little above the middle."""
    shape = frame.width() / max(1, frame.height())
    width, height = float(image.width()), float(image.height())
    if width / height > shape:
        part = height * shape
        return QRectF((width - part) / 2, 0, part, height)
    part = width / shape
    return QRectF(0, (height - part) * 0.4, width, part)


def thumbnail(image: QImage | None, size: QSize, ratio: float, ground: QColor) -> QPixmap:
    """A picture cropped to fill a small frame with rounded corners; only the background while there is no picture."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    shape, place = QPainterPath(), QRect(QPoint(), size)
    shape.addRoundedRect(QRectF(place), 3, 3)
    painter.setClipPath(shape)
    if image is None:
        painter.fillRect(place, ground)
    else:
        painter.drawImage(QRectF(place), image, cut(image, place))
    painter.end()
    return pixmap
