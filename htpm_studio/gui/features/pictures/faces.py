"""Where faces are in a photo, so that no head is cut off: rings on the photo, found or set by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from htpm_studio.export.kit.edits import faces_of
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import divider, kind_label, link_button
from htpm_studio.project.model import MOST_FOUND, FaceBox, Photo

HIGHEST = 260
"""The most pixels that the photo is high."""

NEW_FACE, MOVED, GROWN, SMALLEST = 0.12, 0.02, 1.15, 0.02
"""How high a new face is in a photo, how far an arrow moves one, how much a key makes it larger, and the least size."""

_MOVES = {
    Qt.Key.Key_Left: (-MOVED, 0.0), Qt.Key.Key_Right: (MOVED, 0.0),
    Qt.Key.Key_Up: (0.0, -MOVED), Qt.Key.Key_Down: (0.0, MOVED),
}  # fmt: skip
_SIZES = {Qt.Key.Key_Plus: GROWN, Qt.Key.Key_Equal: GROWN, Qt.Key.Key_Minus: 1 / GROWN}


class FaceRing(QAbstractButton):
    """One face: a click or Delete takes it away, arrows move it, plus and minus make it larger and smaller."""

    changed = Signal(object)

    def __init__(self, face: FaceBox, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = face
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Not a face? Click to take it away."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, size or take away the face."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        elif key in _MOVES:
            self.changed.emit(_moved(self.face, *_MOVES[key]))
        elif key in _SIZES:
            self.changed.emit(_sized(self.face, _SIZES[key]))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A light ring with a dark one around it, seen on every photo; two of them while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        for color, width in (("#000000", 4), ("#ffffff", 2)):
            painter.setPen(QPen(QColor(color), width))
            painter.drawEllipse(inside)
            if self.hasFocus():
                painter.drawRect(inside)


class FacePicture(QWidget):
    """The photo with its rings; a click beside them is a new face."""

    faces_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._faces: tuple[FaceBox, ...] = ()
        self.rings: list[FaceRing] = []
        self.setAccessibleName(self.tr("Photo with a ring around each face"))
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_photo(self, image: QImage | None, faces: Sequence[FaceBox]) -> None:
        """Show a photo (None: it is being read) and its faces."""
        self._image, focused = image, next((at for at, ring in enumerate(self.rings) if ring.hasFocus()), -1)
        if self._faces != tuple(faces):
            self._faces = tuple(faces)
            self._make_rings()
            if 0 <= focused < len(self.rings):
                self.rings[focused].setFocus()
        self.setFixedHeight(round(self._shown().height()) or HIGHEST)
        self._place()
        self.update()

    def add(self, x: float, y: float) -> None:
        """A new face around a point, in shares of the photo."""
        if len(self._faces) < MOST_FOUND and self._image is not None:
            wide = NEW_FACE * self._image.height() / max(1, self._image.width())
            face = FaceBox(x - wide / 2, y - NEW_FACE / 2, x + wide / 2, y + NEW_FACE / 2)
            self.faces_changed.emit((*self._faces, _inside(face)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the photo is a face."""
        shown = self._shown()
        at = event.position()
        if event.button() == Qt.MouseButton.LeftButton and shown.contains(at):
            self.add((at.x() - shown.x()) / shown.width(), (at.y() - shown.y()) / shown.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rings where the faces are."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The photo; its rings are on it."""
        if self._image is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._shown(), self._image)

    def _shown(self) -> QRectF:
        """Where the photo is in the widget."""
        size = QSizeF(self._image.size()) if self._image is not None else QSizeF()
        size.scale(QSizeF(self.width(), HIGHEST), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(QPointF((self.width() - size.width()) / 2, 0), size)

    def _make_rings(self) -> None:
        for ring in self.rings:
            ring.hide()
            ring.deleteLater()
        self.rings = [FaceRing(face, self) for face in self._faces]
        for at, ring in enumerate(self.rings):
            ring.setAccessibleName(self.tr("Face {number} of {count}").format(number=at + 1, count=len(self.rings)))
            ring.setAccessibleDescription(self.tr("Arrows move it, plus and minus size it, Delete takes it away."))
            ring.clicked.connect(lambda _on=False, at=at: self._replace(at))
            ring.changed.connect(lambda face, at=at: self._replace(at, face))

    def _replace(self, at: int, *face: FaceBox) -> None:
        self.faces_changed.emit((*self._faces[:at], *face, *self._faces[at + 1 :]))

    def _place(self) -> None:
        shown = self._shown()
        for ring in self.rings:
            face = ring.face
            box = QRectF(
                shown.x() + face.left * shown.width(), shown.y() + face.top * shown.height(),
                (face.right - face.left) * shown.width(), (face.bottom - face.top) * shown.height(),
            )  # fmt: skip
            ring.setGeometry(box.toAlignedRect().united(QRect(box.center().toPoint(), box.center().toPoint())))
            ring.setVisible(self._image is not None)


class FacesBlock(QWidget):
    """The faces of the current photo, what they are for, and a photo to click on; nothing where nobody is in it."""

    def __init__(self, controller: PicturesController) -> None:
        super().__init__()
        self._controller = controller
        self.words = kind_label("", "muted", wrap=True)
        # As high with either sentence: the photo must not move from under the pointer.
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self.picture = FacePicture()
        self.picture.faces_changed.connect(self._change)
        self.more = link_button(self.tr("Add a face"))
        self.more.clicked.connect(self._add)
        in_column(
            divider(), kind_label(self.tr("Where are the faces?"), "head"), self.words, self.picture, self.more,
            inside=self, spacing=6,
        )  # fmt: skip

    def show_photo(self, photo: Photo, image: QImage | None) -> None:
        """Show the faces of a photo; `image` is a small copy of it, None while that is made."""
        self.setVisible(photo.people != "nobody")
        if photo.people == "nobody":
            return
        faces = faces_of(self._controller.document.resources, photo)
        found = self.tr("No head with a ring is cut off. The program says where a face is, never whose.")
        none = self.tr("No face is marked. Click each face, so that no head is cut off.")
        self.words.setText(found if faces else none)
        self.picture.show_photo(image, faces)

    def _change(self, faces: tuple[FaceBox, ...]) -> None:
        photo = self._controller.photo()
        if photo is not None:
            self._controller.record(self.tr("Mark faces"), replace(photo, faces=faces), "faces")

    def _add(self) -> None:
        self.picture.add(0.5, 0.4)
        if self.picture.rings:
            self.picture.rings[-1].setFocus()


def _moved(face: FaceBox, x: float, y: float) -> FaceBox:
    x, y = max(-face.left, min(1 - face.right, x)), max(-face.top, min(1 - face.bottom, y))
    return _rounded(replace(face, left=face.left + x, right=face.right + x, top=face.top + y, bottom=face.bottom + y))


def _sized(face: FaceBox, by: float) -> FaceBox:
    wide, high = (by - 1) * (face.right - face.left) / 2, (by - 1) * (face.bottom - face.top) / 2
    grown = FaceBox(face.left - wide, face.top - high, face.right + wide, face.bottom + high, face.score)
    return face if grown.bottom - grown.top < SMALLEST else _inside(grown)


def _inside(face: FaceBox) -> FaceBox:
    left, top, right, bottom = (min(1.0, max(0.0, at)) for at in (face.left, face.top, face.right, face.bottom))
    return _rounded(replace(face, left=left, top=top, right=right, bottom=bottom))


def _rounded(face: FaceBox) -> FaceBox:
    left, top, right, bottom = (round(at, 3) for at in (face.left, face.top, face.right, face.bottom))
    return replace(face, left=left, top=top, right=right, bottom=bottom)
