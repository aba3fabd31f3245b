"""Small copies of photos, scenes and logos: decoded one after the other on a worker thread, cut to their frame."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PIL import Image
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QImage, QPainter, QPainterPath, QPixmap

from htpm_studio.errors import StudioError
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

SIDE = 560
HIGH = 0.1
"""The share of what is cut off of an upright picture that is cut off at its top."""

CACHE_BYTES = 90_000_000
"""All drawings and the photos of a usual kit."""

MOST_WAITING = 200


class PictureThumbnails(QObject):
    """Gives the small copy of a picture, at most 560 pixels on its long side, or makes it and then says `ready(key)`.

    Only one large picture is decoded at a time; what was asked for last comes first, as that is what is in sight.
    """

    ready = Signal(str)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None, wait: Callable[[], None] | None = None) -> None:
        super().__init__(parent)
        self._wait = wait
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="picture")
        self._lock = threading.Lock()
        self._waiting: OrderedDict[str, PictureSource] = OrderedDict()
        self._working = ""
        self._closed = False
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._unreadable: set[str] = set()
        self._done.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def image(self, source: PictureSource) -> QImage | None:
        """The small copy, or None while it is being made."""
        key = source.key
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        if key not in self._unreadable:
            self._ask(source)
        return None

    @property
    def held(self) -> int:
        """How many bytes the small copies take."""
        return sum(image.sizeInBytes() for image in self._images.values())

    def shutdown(self) -> None:
        """Stop and wait for the worker."""
        with self._lock:
            self._closed = True
            self._waiting.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _ask(self, source: PictureSource) -> None:
        with self._lock:
            if self._closed or self._working == source.key:
                return
            start = not self._working and not self._waiting
            self._waiting[source.key] = source
            self._waiting.move_to_end(source.key)
            while len(self._waiting) > MOST_WAITING:
                self._waiting.popitem(last=False)
        if start:
            self._pool.submit(self._work)

    def _work(self) -> None:
        while (source := self._next()) is not None:
            if self._wait is not None:
                self._wait()
            try:
                image: QImage | None = to_qimage(pixels(source, SIDE))
            except StudioError:
                image = None
            self._done.emit((source.key, image))

    def _next(self) -> PictureSource | None:
        with self._lock:
            self._working = ""
            if self._closed or not self._waiting:
                return None
            self._working, source = self._waiting.popitem(last=True)
            return source

    def _settle(self, done: tuple[str, QImage | None]) -> None:
        key, image = done
        if image is None:
            self._unreadable.add(key)
            return
        self._images[key] = image
        held = self.held
        while held > CACHE_BYTES and len(self._images) > 1:
            held -= self._images.popitem(last=False)[1].sizeInBytes()
        self.ready.emit(key)


def to_qimage(picture: Image.Image) -> QImage:
    """Pillow's pixels as a picture of Qt; safe on any thread."""
    mode, shape, size = "RGB", QImage.Format.Format_RGB888, 3
    if picture.mode == "RGBA":
        mode, shape, size = "RGBA", QImage.Format.Format_RGBA8888, 4
    data = picture.convert(mode).tobytes()
    return QImage(data, picture.width, picture.height, picture.width * size, shape).copy()


def cropped_to(image: QImage, frame: QRect) -> QRectF:
    """The part of a picture that fills a frame: its middle, and of an upright one what is near its top."""
    shape = frame.width() / max(1, frame.height())
    width, height = float(image.width()), float(image.height())
    if width / height > shape:
        part = height * shape
        return QRectF((width - part) / 2, 0, part, height)
    part = width / shape
    return QRectF(0, (height - part) * HIGH, width, part)


def paint_waiting(painter: QPainter, place: QRect, image: QImage, ground: QColor, mark: QIcon) -> None:
    """A photo in its frame, hatched and marked: it is in no file until its record is complete."""
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    painter.drawImage(QRectF(place), image, cropped_to(image, place))
    painter.fillRect(place, QBrush(ground, Qt.BrushStyle.BDiagPattern))
    side = min(22, place.height())
    spot = QRect(0, 0, side, side)
    spot.moveCenter(place.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(spot)
    mark.paint(painter, spot.adjusted(2, 2, -2, -2))


def thumbnail(image: QImage | None, size: QSize, ratio: float, ground: QColor) -> QPixmap:
    """A picture cropped to fill a small frame with rounded corners; only the background until the picture is there."""
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
        painter.drawImage(QRectF(place), image, cropped_to(image, place))
    painter.end()
    return pixmap
