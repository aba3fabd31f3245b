"""What is drawn over the large picture to judge it: safe areas, cut edges, a speaker, labels, reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from htpm_studio.frozen import dataclass
from htpm_studio.gui.style import WindowTheme
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.scene.nodes import Group, Link, Node, Page, Picture, TextBlock
from htpm_studio.scene.walk import texts
from htpm_studio.units import Box

CONTEXT = "Overlays"
DIM = QColor(10, 14, 22, 110)
PERSON = QColor(70, 76, 86, 150)
DARK_KEY = "#767F8E"
MARK = 0.018
"""Height of numbers, as a share of the longer side of the page."""


@dataclass(frozen=True, slots=True)
class OverlayCanvas:
    """What an overlay is painted on: the page, what is known of its size, and the colors of the window."""

    page: Page
    page_size: PageSize
    theme: WindowTheme


Paint = Callable[[QPainter, OverlayCanvas], None]


@dataclass(frozen=True, slots=True)
class Overlay:
    """One overlay: its words, its icon, what it tells, whether it is on at first, its painting and its color."""

    title: str
    icon: str
    hint: str
    first_on: bool
    paint: Paint
    key: str = ""


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Overlays", text))


def overlays_of(size: PageSize) -> tuple[str, ...]:
    """The overlays that a page size has, in their fixed order."""
    return tuple(name for name in OVERLAYS if name in size.safe_areas or (name == "order" and size.shows_order))


def overlay_words(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


def to_qrect(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


def _dashed(painter: QPainter, area: QRectF, color: QColor) -> None:
    """A dashed outline that shows on light and dark alike."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tone, style in ((QColor(255, 255, 255, 220), Qt.PenStyle.SolidLine), (color, Qt.PenStyle.DashLine)):
        pen = QPen(tone, 2, style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawRect(area)


def _dimmed(painter: QPainter, canvas: OverlayCanvas, name: str) -> None:
    """Everything outside the box is darkened; its edges are dashed."""
    page = QRectF(0, 0, canvas.page.size.width, canvas.page.size.height)
    for box in canvas.page_size.safe_areas[name]:
        outside = QPainterPath()
        outside.addRect(page)
        inside = QPainterPath()
        inside.addRect(to_qrect(box))
        painter.fillPath(outside.subtracted(inside), DIM)
        _dashed(painter, to_qrect(box), QColor("#1A1E26"))


def _outlined(name: str, color: str) -> Paint:
    def paint(painter: QPainter, canvas: OverlayCanvas) -> None:
        for box in canvas.page_size.safe_areas[name]:
            _dashed(painter, to_qrect(box), QColor(color))

    return paint


def _dim(name: str) -> Paint:
    return lambda painter, canvas: _dimmed(painter, canvas, name)


def _person(painter: QPainter, canvas: OverlayCanvas) -> None:
    """Head and shoulders of somebody before the camera."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PERSON)
    for box in canvas.page_size.safe_areas["person"]:
        middle, width, height = box.x + box.width / 2, box.width, box.height
        head = QRectF(middle - width * 0.18, box.y + height * 0.03, width * 0.36, height * 0.49)
        shape = QPainterPath()
        shape.addEllipse(head)
        neck = QPainterPath()
        neck.addRect(QRectF(middle - width * 0.085, head.bottom() - height * 0.08, width * 0.17, height * 0.16))
        body = QPainterPath()
        top = head.bottom() + height * 0.06
        body.moveTo(middle - width * 0.42, box.bottom)
        body.cubicTo(middle - width * 0.42, top + height * 0.1, middle - width * 0.25, top, middle, top)
        body.cubicTo(
            middle + width * 0.25, top, middle + width * 0.42, top + height * 0.1, middle + width * 0.42, box.bottom
        )
        body.closeSubpath()
        painter.drawPath(shape.united(neck).united(body))


def _label(painter: QPainter, canvas: OverlayCanvas) -> None:
    """The strip that a name label may cover, with a label in it."""
    for box in canvas.page_size.safe_areas["label"]:
        painter.fillRect(to_qrect(box), QColor(138, 75, 0, 60))
        _dashed(painter, to_qrect(box), QColor("#8A4B00"))
        size = box.height * 0.3
        sign = QRectF(box.x + size * 0.5, box.bottom - size * 2.2, size * 12, size * 1.7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 22, 26, 210))
        painter.drawRoundedRect(sign, size * 0.25, size * 0.25)
        _write(painter, sign, overlay_words(_t("Name of the speaker")), size * 0.8, QColor("white"))


def _order(painter: QPainter, canvas: OverlayCanvas) -> None:
    """Numbers at texts and pictures in the order in which they are read aloud."""
    size = max(canvas.page.size.width, canvas.page.size.height) * MARK
    for number, node in enumerate(reading_order(canvas.page.nodes), 1):
        center = QPointF(node.box.x + size * 0.2, node.box.y + size * 0.6)
        dot = QRectF(center.x() - size, center.y() - size, size * 2, size * 2)
        painter.setPen(QPen(QColor("white"), size * 0.15))
        painter.setBrush(QColor("#0B3AA0"))
        painter.drawEllipse(dot)
        _write(painter, dot, str(number), size * 1.1, QColor("white"))


def reading_order(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """What a screen reader says, in order: texts, pictures with a description, figures as one."""
    for node in nodes:
        if (
            isinstance(node, TextBlock)
            or (isinstance(node, Picture) and node.alt)
            or (isinstance(node, Group) and node.alt)
        ):
            yield node
        elif isinstance(node, Link) or (isinstance(node, Group) and not node.decorative):
            yield from reading_order(node.children)


def too_long(page: Page, said: Iterable[str]) -> tuple[TextBlock, ...]:
    """The texts of a page that do not fit, by what they say."""
    words = {" ".join(text.split()) for text in said}
    return tuple(block for block in texts(page) if " ".join(block.text.split()) in words)


def paint_too_long(painter: QPainter, block: TextBlock, size: float) -> None:
    """An outline around a text that does not fit, and a sign `size` high where its last words are cut."""
    area, color = to_qrect(block.box), QColor("#8A4B00")
    _dashed(painter, area, color)
    text = overlay_words(_t("Too long"))
    sign = QRectF(area.right() - size * 5.4, area.bottom() - size * 0.8, size * 5.4, size * 1.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(sign, size * 0.25, size * 0.25)
    _write(painter, sign, text, size * 0.9, QColor("white"))


def _write(painter: QPainter, area: QRectF, text: str, size: float, color: QColor) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(size)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)


OVERLAYS: Mapping[str, Overlay] = {
    "profile": Overlay(
        _t("Profile grid"), "crop", _t("On a profile page the dark parts are cut off."), False, _dim("profile"),
        DARK_KEY,
    ),
    "safe": Overlay(
        _t("Safe area"), "ruler", _t("Text outside the line may be covered by buttons."), False,
        _outlined("safe", "#1B6E3C"), "#1B6E3C",
    ),
    "edges": Overlay(
        _t("Cropped edges"), "crop", _t("Some cameras and windows cut off the dark parts."), True, _dim("edges"),
        DARK_KEY,
    ),
    "logo": Overlay(
        _t("Logo box"), "badge-check", _t("A logo is safe inside the green lines in every app."), True,
        _outlined("logo", "#1B6E3C"), "#1B6E3C",
    ),
    "person": Overlay(_t("Person"), "user-round", _t("This is where you sit."), True, _person),
    "label": Overlay(_t("Name label"), "type", _t("The name label covers the brown part."), True, _label, "#8A4B00"),
    "printer": Overlay(
        _t("Printer edge"), "ruler", _t("Some printers leave the part outside the line white."), False,
        _outlined("printer", "#8A4B00"), "#8A4B00",
    ),
    "order": Overlay(
        _t("Reading order"), "accessibility", _t("The numbers show what is read aloud first."), False, _order
    ),
}  # fmt: skip


def legend(names: Iterable[str]) -> list[str]:
    """What the overlays tell, each with a patch of its color before it where it has one."""
    told = []
    for name, overlay in OVERLAYS.items():
        if name in names:
            patch = (
                f'<span style="background-color: {overlay.key}">&nbsp;&nbsp;&nbsp;</span>&nbsp; ' if overlay.key else ""
            )
            told.append(patch + escape(overlay_words(overlay.hint)))
    return told
