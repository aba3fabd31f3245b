"""The pictures of a design that shows several, such as the photo wall: each place by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.edits import FOCUS, ZOOM, picture_slot
from htpm_studio.gui.components.picture_entries import name_of
from htpm_studio.gui.components.picture_picker import PicturePicker
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.components.piece_editor import EditorSession
from htpm_studio.gui.widgets.fields import PanelSection, icon_button, kind_label, link_button
from htpm_studio.gui.widgets.picture_crop import thumbnail

THUMB = QSize(60, 44)


class SlotRow(QWidget):
    """One place: its picture, its name, Swap, and the way back to the kit's picture."""

    def __init__(self, block: SlotsBlock, number: int) -> None:
        super().__init__(block)
        session = block.session
        self.thumb = QLabel(self)
        self.thumb.setFixedSize(THUMB)
        self.title, self.state = kind_label("", "", wrap=True), kind_label("", "muted", wrap=True)
        self.swap: QPushButton = link_button(self.tr("Swap"))
        self.swap.setAccessibleName(self.tr("Swap picture {number}").format(number=number + 1))
        self.swap.clicked.connect(lambda: block.pick(number))
        name = self.tr("Back to the kit's picture {number}").format(number=number + 1)
        self.reset: QToolButton = icon_button(session.workspace, "rotate-ccw", name)
        self.reset.setMinimumSize(24, 24)
        self.reset.clicked.connect(lambda: block.put(number, None))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.reset)
        row.addWidget(self.swap)


class SlotsBlock(PanelSection):
    """A row for each picture of the open design."""

    def __init__(self, session: EditorSession, pictures: PicturesController) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Pictures"))
        self.session = session
        self._controller = pictures
        self._controller.thumbs.ready.connect(self._paint)
        self.rows: list[SlotRow] = []
        self.picker: PicturePicker | None = None

    def pictures(self) -> tuple[PictureRef, ...]:
        """The pictures that the open design shows; none for one that shows a single one."""
        now = self.session.now
        library = self.session.document.resources.library
        template = library.templates.get(now.tile.page.template) if now is not None else None
        if now is None or template is None or "pictures" not in template.field_names():
            return ()
        found = now.tile.page.content.get("pictures")
        return tuple(one for one in found if isinstance(one, PictureRef)) if isinstance(found, tuple) else ()

    def refresh(self) -> None:
        """Show the pictures as the document has them."""
        pictures = self.pictures()
        self.setVisible(bool(pictures))
        while len(self.rows) < len(pictures):
            row = SlotRow(self, len(self.rows))
            self.rows.append(row)
            self.column.addWidget(row)
        own, locked = self.session.own(), self.session.locked
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(pictures))
            if number < len(pictures):
                changed = picture_slot(number) in own
                row.title.setText(name_of(self.session.document.kit(), pictures[number].key))
                state = self.tr("changed here") if changed else self.tr("follows the kit")
                row.state.setText(self.tr("locked") if locked else state)
                row.reset.setVisible(changed and not locked)
                row.swap.setEnabled(not locked)
        self._paint()

    def _paint(self, _key: str = "") -> None:
        for row, picture in zip(self.rows, self.pictures(), strict=False):
            image, ground = self._controller.thumbs.image(picture.source), self.session.workspace.theme.color("divider")
            row.thumb.setPixmap(thumbnail(image, THUMB, self.devicePixelRatioF(), ground))

    def pick(self, number: int) -> None:
        """Let the user choose another picture for a place."""
        pictures = self.pictures()
        if self.session.locked or number >= len(pictures):
            return
        without = pictures[number].key
        title = self.tr("Swap picture {number}").format(number=number + 1)
        self.picker = PicturePicker(self._controller, title, without, partial(self.put, number), self)
        self.picker.popup(self.rows[number].swap)

    def put(self, number: int, picture: str | None) -> None:
        """Put a picture into a place; None brings the kit's own back. The crop of the old one goes with it."""
        crops = [name for name in self.session.own() if name.startswith((FOCUS, ZOOM))] if number == 0 else []
        changes = {picture_slot(number): picture, **dict.fromkeys(crops)}
        self.session.change(self.tr("Swap picture") if picture else self.tr("Kit picture"), changes)
