"""A few pages of one partner's kit, drawn in the background, and what stays locked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from htpm_studio.errors import BadInput
from htpm_studio.export.batch import for_others
from htpm_studio.export.catalogue import CATALOGUE
from htpm_studio.export.finished import compose
from htpm_studio.export.kit import Options, build_kit
from htpm_studio.export.partners import Partner, brand_of
from htpm_studio.gui.document import KitDocument
from htpm_studio.gui.tasks import Task
from htpm_studio.gui.thumbnails import page_image
from htpm_studio.gui.widgets.fields import MARGIN, kind_label, scrolling
from htpm_studio.gui.workspace import Workspace
from htpm_studio.jobs import JobContext

WIDTH = 640


class Preview(QWidget):
    """Shows the partner of the current row."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setMinimumWidth(220)
        self.title = kind_label("", "title", wrap=True)
        self.title.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self.pictures: tuple[QImage, ...] = ()
        self.labels: list[QLabel] = []
        self._asked: tuple[Partner, Path] | None = None
        self._task: Task | None = None
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(12)
        self.note = kind_label("", "muted", wrap=True)
        self._column.addWidget(self.note)
        self._column.addStretch(1)
        self.area: QScrollArea = scrolling(content)
        self.locked = kind_label(self._locked_words(), "muted", wrap=True)
        self.locked.setContentsMargins(MARGIN, 10, MARGIN, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.area, 1)
        column.addWidget(self.locked)

    def _locked_words(self) -> str:
        lines = [self.tr("Hotline, safety line and credits stay as they are.")]
        kept_out = sum(not for_others(photo) for photo in self.workspace.document.project.photos)
        if kept_out == 1:
            lines.append(self.tr("1 picture with people stays out of these kits."))
        elif kept_out:
            lines.append(self.tr("{count} pictures with people stay out of these kits.").format(count=kept_out))
        return "\n".join(lines)

    def show_partner(self, partner: Partner | None, folder: Path, *, good: bool) -> None:
        """Draw the pages of a partner whose row has no mistake."""
        self.locked.setText(self._locked_words())
        self.title.setText(partner.organisation if partner else self.tr("Choose a row"))
        if partner is None or not good:
            self._asked = None
            self._show(())
            self.note.setText(self.tr("Nothing to show until the row is ready.") if partner else "")
            return
        if self._asked == (partner, folder):
            return
        self._asked = (partner, folder)
        if self._task is not None:
            self._task.cancel()
        document, asked = self.workspace.document, self._asked
        self.note.setText(self.tr("Drawing…"))
        task = self._task = self.workspace.tasks.start(lambda context: draw(document, partner, folder, context))
        task.succeeded.connect(lambda found: self._show(found) if self._asked == asked else None)
        task.failed.connect(lambda _error: self.note.setText(self.tr("Could not draw this.")))

    def _show(self, pictures: Sequence[QImage]) -> None:
        self.note.setText("")
        self.pictures = tuple(pictures)
        while len(self.labels) < len(self.pictures):
            label = QLabel()
            label.setAccessibleName(self.tr("Page of the kit"))
            self._column.insertWidget(len(self.labels), label)
            self.labels.append(label)
        self._scale()

    def _scale(self) -> None:
        ratio = self.devicePixelRatioF()
        room = max(80, self.area.viewport().width() - 2 * MARGIN)
        for number, label in enumerate(self.labels):
            label.setVisible(number < len(self.pictures))
            if number < len(self.pictures):
                mode = Qt.TransformationMode.SmoothTransformation
                pixmap = QPixmap.fromImage(self.pictures[number].scaledToWidth(round(room * ratio), mode))
                pixmap.setDevicePixelRatio(ratio)
                label.setPixmap(pixmap)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the pages to the width."""
        super().resizeEvent(event)
        self._scale()


def draw(document: KitDocument, partner: Partner, folder: Path, context: JobContext) -> tuple[QImage, ...]:
    """The first page of each medium in the look of a partner."""
    base = document.project
    photos = tuple(photo for photo in base.photos if for_others(photo))
    project = replace(base, brand=brand_of(partner, folder), photos=photos)
    pictures: list[QImage] = []
    try:
        kit = build_kit(project, document.campaign, document.resources, Options(), document.today)
    except BadInput:
        return ()
    for piece in CATALOGUE:
        context.checkpoint()
        order = next((one for one in piece.orders(kit) if one.pages), None)
        if order is not None:
            pictures.append(page_image(compose(order.pages[0], kit).page, WIDTH))
    return tuple(pictures)
