"""Paints rooms: drawing, shadows and pages in their corners, each made once in a worker and then only put together."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from PIL import Image, ImageFilter
from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPolygonF, QTransform
from PySide6.QtSvg import QSvgRenderer

from htpm_studio.frozen import dataclass
from htpm_studio.gui.features.room.room_file import HEIGHT, WIDTH, Place, Room, Shadow

FORMAT = QImage.Format.Format_ARGB32_Premultiplied
SHADE, UNLIT, HAZE = QColor(40, 34, 30), QColor(38, 39, 42), QColor(14, 13, 12)
"""The warm dark of shadows, what a projector leaves dark, and the light of the room on what it shows."""
CLEAR, ROOM_FOR_EDGES, WIDE, ROUND = 2, 12, 3, 0.5
"""Clear pixels around a page and around a layer, how many blurs a shadow reaches, and the radius of a disc."""
SAME_SHAPE = 0.01
LIFT, FALL = 2, 2


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the picture at its height, in pixels; `of` names the place that it comes and goes with."""

    z: float
    of: str
    at: QPoint
    image: QImage
    falls: bool = False

    @property
    def rect(self) -> QRect:
        """What it covers."""
        return QRect(self.at, self.image.size())


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page in its corners, and the picture of the page that it was made from."""

    part: Part
    source: QImage


@dataclass(frozen=True, slots=True)
class Scenery:
    """A room without pages, so many pixels to a unit."""

    room: Room
    scale: float
    parts: tuple[Part, ...]


def draw_scenery(room: Room, scale: float) -> Scenery:
    """The drawing and the shadows of a room; takes a tenth of a second, and is safe on any thread."""
    svg = QSvgRenderer(QByteArray(room.art.encode()))
    layers = [_layer(svg, one.id, one.z, one.of, scale) for one in room.spec.layer]
    shadows = [_shadow(one, scale) for one in room.spec.shadow]
    return Scenery(room, scale, tuple(layers + shadows))


def place_page(place: Place, page: QImage, scale: float) -> PlacedPage:
    """A page as it is seen in its place: scaled, lit and turned into its corners; safe on any thread."""
    quad = polygon(place.quad, scale)
    width, height = edge_lengths(quad)
    small = _fitted(page, place.shape, place.light == "projected").scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    sheet = _cut(place, _lit(place, small.convertToFormat(FORMAT)))
    right, bottom = width + CLEAR, height + CLEAR
    corners = [QPointF(CLEAR, CLEAR), QPointF(right, CLEAR), QPointF(right, bottom), QPointF(CLEAR, bottom)]
    box = quad.boundingRect().adjusted(-CLEAR, -CLEAR, CLEAR, CLEAR).toAlignedRect()
    image, painter = _canvas(box)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(_turned(QPolygonF(corners), quad) * QTransform.fromTranslate(-box.x(), -box.y()))
    painter.drawImage(0, 0, sheet)
    painter.end()
    return PlacedPage(Part(place.z, place.id, box.topLeft(), image), page)


def put_together(scenery: Scenery, pages: Mapping[str, PlacedPage]) -> list[Part]:
    """All that is seen from back to front: a place without a page has neither its stand nor its shadow."""
    kept = [part for part in scenery.parts if not part.of or part.of in pages]
    return sorted([*kept, *(page.part for page in pages.values())], key=lambda part: part.z)


def paint_parts(painter: QPainter, parts: Iterable[Part], seen: QRect, lifted: Collection[str] = ()) -> None:
    """Paint what is in sight; what is lifted is a little higher and its shadow farther from it."""
    for part in parts:
        by = 0 if part.of not in lifted else FALL if part.falls else -LIFT
        if part.rect.translated(0, by).intersects(seen):
            painter.drawImage(part.at + QPoint(by if part.falls else 0, by), part.image)


def whole_picture(scenery: Scenery, pages: Mapping[str, PlacedPage]) -> QImage:
    """The room with its pages as one picture."""
    image = QImage(round(WIDTH * scenery.scale), round(HEIGHT * scenery.scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_parts(painter, put_together(scenery, pages), image.rect())
    painter.end()
    return image


def polygon(points: Sequence[tuple[float, float]], scale: float) -> QPolygonF:
    """Corners of a room in pixels."""
    return QPolygonF([QPointF(x * scale, y * scale) for x, y in points])


def edge_lengths(quad: QPolygonF) -> tuple[int, int]:
    """How many pixels a page needs across and down to be sharp in its corners."""

    def far(start: int, end: int) -> float:
        way = quad.at(end) - quad.at(start)
        return math.hypot(way.x(), way.y())

    return max(2, round(max(far(0, 1), far(3, 2)))), max(2, round(max(far(0, 3), far(1, 2))))


def grown(quad: QPolygonF, by: float) -> QPolygonF:
    """A quadrilateral whose edges are farther out by so many pixels."""
    corners = [quad.at(number) for number in range(4)]
    return QPolygonF([_corner(corners[number - 1], corners[number], corners[(number + 1) % 4], by)
                      for number in range(4)])  # fmt: skip


def _corner(before: QPointF, corner: QPointF, after: QPointF, by: float) -> QPointF:
    """Where the edges that meet in a corner meet when both are farther out."""
    first, second = _outward(before, corner), _outward(corner, after)
    share = by / (1 + QPointF.dotProduct(first, second))
    return corner + (first + second) * share


def _outward(start: QPointF, end: QPointF) -> QPointF:
    way = end - start
    far = math.hypot(way.x(), way.y())
    return QPointF(way.y() / far, -way.x() / far)


def _layer(svg: QSvgRenderer, name: str, z: float, of: str, scale: float) -> Part:
    """A group of the drawing, painted only where it has something."""
    bounds = svg.boundsOnElement(name)
    place = QRectF(bounds.topLeft() * scale, bounds.size() * scale)
    frame = QRect(0, 0, math.ceil(WIDTH * scale), math.ceil(HEIGHT * scale))
    edge = math.ceil(ROOM_FOR_EDGES * scale)
    box = place.adjusted(-edge, -edge, edge, edge).toAlignedRect() & frame
    image, painter = _canvas(box)
    painter.translate(-box.x(), -box.y())
    svg.render(painter, name, place)
    painter.end()
    return Part(z, of, box.topLeft(), image)


def _shadow(shadow: Shadow, scale: float) -> Part:
    shape, blur = polygon(shadow.shape, scale), shadow.blur * scale
    reach = math.ceil(blur * WIDE) + CLEAR
    box = shape.boundingRect().adjusted(-reach, -reach, reach, reach).toAlignedRect()
    hard = QImage(box.size(), QImage.Format.Format_Grayscale8)
    hard.fill(Qt.GlobalColor.black)
    painter = QPainter(hard)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-box.x(), -box.y())
    painter.setPen(Qt.PenStyle.NoPen)
    strong = round(255 * shadow.alpha)
    painter.setBrush(QColor(strong, strong, strong))
    painter.drawPolygon(shape)
    painter.end()
    size = (box.width(), box.height())
    mask = Image.frombuffer("L", size, bytes(hard.constBits()), "raw", "L", hard.bytesPerLine(), 1)
    soft = mask.filter(ImageFilter.GaussianBlur(blur)).tobytes()
    image = QImage(box.size(), FORMAT)
    image.fill(SHADE)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, QImage(soft, *size, size[0], QImage.Format.Format_Alpha8))
    painter.end()
    return Part(shadow.z, shadow.of, box.topLeft(), image, falls=True)


def _fitted(page: QImage, aspect: float, projected: bool) -> QImage:
    """A page in the shape of its place: what a projector shows gets bars, of all else the edges are cut evenly."""
    width, height = page.width(), page.height()
    if abs(width / height - aspect) < SAME_SHAPE:
        return page
    taller = width / height < aspect
    if not projected:
        high, wide = (round(width / aspect), width) if taller else (height, round(height * aspect))
        return page.copy((width - wide) // 2, (height - high) // 2, wide, high)
    high, wide = (height, round(height * aspect)) if taller else (round(width / aspect), width)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(UNLIT)
    painter = QPainter(image)
    painter.drawImage((wide - width) // 2, (high - height) // 2, page)
    painter.end()
    return image


def _lit(place: Place, page: QImage) -> QImage:
    """A page in the light of the room: paper is darker toward the right, and what a projector shows is milky."""
    painter = QPainter(page)
    if place.light == "paper":
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        falling = QLinearGradient(0, 0, page.width(), page.height() * 0.35)
        near, far = 1 - place.shade, max(0.0, 1 - place.shade - place.fall)
        falling.setColorAt(0, QColor.fromRgbF(near, near, near))
        falling.setColorAt(1, QColor.fromRgbF(far, far, far * 0.99))
        painter.fillRect(page.rect(), falling)
    elif place.light == "projected":
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        painter.fillRect(page.rect(), HAZE)
    painter.end()
    return page


def _cut(place: Place, page: QImage) -> QImage:
    """A page with its own corners and holes and a clear edge, which is what antialiases it when it is turned."""
    width, height = page.width(), page.height()
    image, painter = _canvas(QRect(0, 0, width + 2 * CLEAR, height + 2 * CLEAR))
    painter.translate(CLEAR, CLEAR)
    if place.radius:
        across = place.radius * width
        shape = QPainterPath()
        down = place.radius * height if place.radius == ROUND else across
        shape.addRoundedRect(QRectF(0, 0, width, height), across, down)
        painter.fillPath(shape, Qt.GlobalColor.white)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.drawImage(0, 0, page)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    for left, top, right, bottom in place.holes:
        hole = QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)
        painter.fillRect(hole, Qt.GlobalColor.black)
    painter.end()
    return image


def _canvas(box: QRect) -> tuple[QImage, QPainter]:
    image = QImage(box.size(), FORMAT)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def _turned(flat: QPolygonF, quad: QPolygonF) -> QTransform:
    found = QTransform.quadToQuad(flat, quad)
    if not isinstance(found, QTransform):
        raise TypeError("A page cannot be turned into these corners.")
    return found
