"""The pictures in the choices panel: two rows of thumbnails, a way to the library, a tile that adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QDrag,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QGridLayout, QSizePolicy

from htpm_studio.export.kit.edits import ALL_PIECES, DUOTONE, TONE, all_duotone
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.dnd import PICTURE_MIME, PictureDrops
from htpm_studio.gui.core.picture_thumbnails import cropped_to
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.pickers.picture_model import PictureEntry, accessible_text, picture_entries
from htpm_studio.gui.widgets.fields import PanelSection, onward_button
from htpm_studio.gui.widgets.files import ask_files
from htpm_studio.gui.widgets.kit_fields import PeopleField

COLUMNS, ROWS = 4, 2


class PictureTile(QAbstractButton):
    """A thumbnail as a button: a click selects the pieces that use it, a drag onto a piece swaps."""

    def __init__(self, controller: PicturesController) -> None:
        super().__init__()
        self.controller = controller
        self.entry: PictureEntry | None = None
        self._press = QPoint()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_entry(self, entry: PictureEntry | None) -> None:
        """Show a picture; None makes it the tile that adds one."""
        self.entry = entry
        words = accessible_text(entry) if entry else self.tr("Add pictures")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """A quarter of the panel."""
        return QSize(56, 46)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The thumbnail, or a dashed frame with a plus."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        theme, frame = self.controller.workspace.theme, self.rect().adjusted(2, 2, -2, -2)
        line = QPen(theme.color("control"), 1, Qt.PenStyle.SolidLine if self.entry else Qt.PenStyle.DashLine)
        source = self.entry.source if self.entry else None
        image = self.controller.thumbs.image(source) if source else None
        if image is not None:
            painter.drawImage(QRectF(frame), image, cropped_to(image, frame))
        elif self.entry is not None:
            painter.fillRect(frame, theme.color("divider"))
        else:
            icon = QRect(0, 0, 20, 20)
            icon.moveCenter(frame.center())
            self.controller.workspace.icon("image-plus", "accent").paint(painter, icon)
        if self.entry is not None and self.entry.kept_out:
            self.controller.workspace.icon("shield-alert", "error").paint(
                painter, frame.left() + 2, frame.top() + 2, 16, 16
            )
        painter.setPen(QPen(theme.color("focus"), 3) if self.hasFocus() else line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may start."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture onto a piece."""
        far = (event.position().toPoint() - self._press).manhattanLength() >= QApplication.startDragDistance()
        if self.entry is None or not far or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        self.setDown(False)
        data = QMimeData()
        data.setData(PICTURE_MIME, QByteArray(self.entry.key.encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        image = self.controller.thumbs.image(self.entry.source) if self.entry.source else None
        if image is not None:
            drag.setPixmap(QPixmap.fromImage(image.scaledToWidth(120)))
        drag.exec(Qt.DropAction.CopyAction)


class PicturesSection(PictureDrops, PanelSection):
    """Takes dropped files and folders for the library."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        self.open = onward_button(workspace, workspace.tr("Open library"))
        super().__init__(workspace.tr("Pictures"), self.open, ruled=False)
        self.workspace, self.controller = workspace, pictures
        self.setAcceptDrops(True)
        self.open.clicked.connect(lambda: workspace.page_wanted.emit("pictures"))
        grid = QGridLayout()
        grid.setSpacing(4)
        self.tiles = [PictureTile(self.controller) for _ in range(COLUMNS * ROWS)]
        for number, tile in enumerate(self.tiles):
            grid.addWidget(tile, number // COLUMNS, number % COLUMNS)
            tile.clicked.connect(lambda _checked=False, tile=tile: self._press(tile))
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self.duotone = QCheckBox(workspace.tr("Photos in two tones"))
        self.duotone.setToolTip(workspace.tr("All photos in two tones of the brand"))
        # Larger letters must not widen the panel: the words are cut before it is.
        self.duotone.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.duotone.setMinimumHeight(24)
        self.duotone.clicked.connect(self._set_duotone)
        self.column.addWidget(self.duotone)
        self.people = PeopleField(workspace)
        self.column.addSpacing(4)
        self.column.addWidget(self.people)
        self._over = False
        workspace.document.changed.connect(self.refresh)
        workspace.document.week_changed.connect(self.refresh)
        self.controller.thumbs.ready.connect(self._repaint)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the first pictures: the user's own, then scenes; the last tile adds."""
        if not self.isVisible():
            return
        project = self.workspace.document.project
        self.duotone.setVisible(bool(project.photos))
        self.duotone.setChecked(all_duotone(project))
        shown = list(
            islice((entry for entry in picture_entries(self.controller) if not entry.failed), len(self.tiles) - 1)
        )
        for number, tile in enumerate(self.tiles):
            tile.setVisible(number <= len(shown))
            tile.show_entry(shown[number] if number < len(shown) else None)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _set_duotone(self, on: bool) -> None:
        project = self.workspace.document.project
        edits = project.edits.changed(ALL_PIECES, TONE, DUOTONE if on else None)
        self.workspace.document.change(self.tr("Tones of all photos"), replace(project, edits=edits))

    def choose(self) -> None:
        """Ask for picture files."""
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif);;All files (*)")
        if chosen := ask_files(self.workspace, self, "picture", self.tr("Add pictures"), kinds):
            self.controller.add(chosen)

    def _press(self, tile: PictureTile) -> None:
        if tile.entry is None:
            self.choose()
        elif pieces := self.controller.usage().of(tile.entry.key):
            self.workspace.page_wanted.emit("board")
            self.workspace.select(pieces)
        else:
            self.workspace.toast(self.tr("No piece uses this picture. Drag it onto one."))

    def _repaint(self, _key: str) -> None:
        for tile in self.tiles:
            tile.update()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Add files and folders to the library."""
        self.controller.add(paths)

    def take_image(self, image: QImage) -> None:
        """Add a picture without a file to the library."""
        self.controller.add_image(image)

    def drop_says(self) -> str:
        """Dropped here, a picture goes to the library."""
        return self.workspace.tr("Add to pictures")

    def hover(self, *, over: bool) -> None:
        """Say what a drop would do, or look as usual again."""
        self._over = over
        for tile in self.tiles:
            tile.setEnabled(not over)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words of a drop while something hovers."""
        super().paintEvent(event)
        if not self._over:
            return
        painter, theme = QPainter(self), self.workspace.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 3, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(10, 6, -10, -6), 8, 8)
        painter.setPen(theme.color("accent"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.tr("Add to pictures"))
