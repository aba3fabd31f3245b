"""The pictures of a piece: which one, swap it, zoom it, its crop, and each place of a design that shows several."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import msg
from htpm_studio.export.kit.edits import FOCUS, PICTURE, TONE, ZOOM, picture_slot
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.picture_use import photo_of, photo_title, picture_title
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.picture_thumbnails import thumbnail
from htpm_studio.gui.core.tiles import size_name
from htpm_studio.gui.features.editor.crop import MOST_ZOOM, Framing
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.pickers.picture_picker import PicturePicker
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import at_top, in_column, in_row
from htpm_studio.gui.widgets.fields import PanelSection, PanelSlider, icon_button, kind_label, link_button
from htpm_studio.gui.widgets.layouts import FlowRow
from htpm_studio.gui.widgets.text_fields import PAUSE_MS
from htpm_studio.project.consent import REASONS, ends_soon, status
from htpm_studio.project.model import Photo

PLACE_THUMB = QSize(60, 44)


class SlotRow(QWidget):
    """One place: its picture, its name, Swap, and the way back to the kit's picture."""

    def __init__(self, block: SlotsBlock, number: int) -> None:
        super().__init__(block)
        controller = block.controller
        self.thumb = QLabel(self)
        self.thumb.setFixedSize(PLACE_THUMB)
        self.title, self.state = kind_label("", "", wrap=True), kind_label("", "muted", wrap=True)
        self.swap: QPushButton = link_button(self.tr("Swap"))
        self.swap.setAccessibleName(self.tr("Swap picture {number}").format(number=number + 1))
        self.swap.clicked.connect(lambda: block.pick(number))
        name = self.tr("Back to the kit's picture {number}").format(number=number + 1)
        self.reset: QToolButton = icon_button(controller.workspace, "rotate-ccw", name)
        self.reset.setMinimumSize(24, 24)
        self.reset.clicked.connect(lambda: block.put(number, None))
        words = in_column(self.title, self.state, spacing=0)
        in_row(
            at_top(self.thumb),
            (words, 1),
            self.reset,
            self.swap,
            inside=self,
            margins=(0, 2, 0, 2),
            spacing=12,
        )


class SlotsBlock(PanelSection):
    """A row for each picture of the open design."""

    def __init__(self, controller: EditorController, pictures: PicturesController) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Pictures"))
        self.controller = controller
        self._pictures = pictures
        self._pictures.thumbs.ready.connect(self._paint)
        self.rows: list[SlotRow] = []
        self.picker: PicturePicker | None = None

    def pictures(self) -> tuple[PictureRef, ...]:
        """The pictures that the open design shows; none for one that shows a single one."""
        now = self.controller.now
        library = self.controller.document.resources.library
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
        own, locked = self.controller.own(), self.controller.locked
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(pictures))
            if number < len(pictures):
                changed = picture_slot(number) in own
                row.title.setText(picture_title(self.controller.document.kit(), pictures[number].key))
                state = self.tr("changed here") if changed else ""
                row.state.setText(self.tr("locked") if locked else state)
                row.reset.setVisible(changed and not locked)
                row.swap.setEnabled(not locked)
        self._paint()

    def _paint(self, _key: str = "") -> None:
        for row, picture in zip(self.rows, self.pictures(), strict=False):
            image, ground = (
                self._pictures.thumbs.image(picture.source),
                self.controller.workspace.theme.color("divider"),
            )
            row.thumb.setPixmap(thumbnail(image, PLACE_THUMB, self.devicePixelRatioF(), ground))

    def pick(self, number: int) -> None:
        """Let the user choose another picture for a place."""
        pictures = self.pictures()
        if self.controller.locked or number >= len(pictures):
            return
        without = pictures[number].key
        title = self.tr("Swap picture {number}").format(number=number + 1)
        self.picker = PicturePicker(
            self._pictures, title, without, partial(self.put, number), self, () if number else (self.controller.piece,)
        )
        self.picker.popup(self.rows[number].swap)

    def put(self, number: int, picture: str | None) -> None:
        """Put a picture into a place; None brings the kit's own back. The crop of the old one goes with it."""
        crops = [name for name in self.controller.own() if name.startswith((FOCUS, ZOOM))] if number == 0 else []
        changes = {picture_slot(number): picture, **dict.fromkeys(crops)}
        self.controller.change(self.tr("Swap picture") if picture else self.tr("Kit picture"), changes)


THUMB = QSize(84, 56)
MARKS = {
    "ready": ("shield-check", "ok"),
    "unsaid": ("shield-alert", "warn"),
    "missing": ("shield-alert", "warn"),
    "ended": ("clock", "warn"),
    "withdrawn": ("ban", "warn"),
}


class PictureBlock(PanelSection):
    """Everything about the picture but its drag, which happens on the stage.

    While the slider is held, `zooming(focus, zoom)` asks for what that looks like; `zoomed` says that it was let go.
    """

    zooming = Signal(object, float)
    zoomed = Signal()

    def __init__(self, controller: EditorController, pictures: PicturesController) -> None:
        self.swap = link_button("")
        super().__init__("", self.swap)
        self.heading.setText(self.tr("Picture"))
        self.swap.setText(self.tr("Swap"))
        self.swap.setAccessibleName(self.tr("Swap picture"))
        self._controller, self._workspace = controller, controller.workspace
        self._pictures = pictures
        self._pictures.thumbs.ready.connect(self._paint)
        self.picker: PicturePicker | None = None
        self._ref: PictureRef | None = None
        self._framing: Framing | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(controller.document.end_merge)
        self._build()
        self.swap.clicked.connect(partial(self.pick, self.swap))
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self._released)

    def _build(self) -> None:
        self._thumb = QLabel(self)
        self._thumb.setFixedSize(THUMB)
        self.title = kind_label("", "", wrap=True)
        self.state = kind_label("", "muted", wrap=True)
        self._mark = QLabel(self)
        self.reset = icon_button(self._workspace, "rotate-ccw", self.tr("Back to the kit's picture"))
        self.reset.setMinimumSize(24, 24)
        self.reset.clicked.connect(self.follow_kit)
        self.slider = PanelSlider(self.tr("Zoom of the picture"), 100, round(MOST_ZOOM * 100), self)
        self.duotone = QCheckBox(self.tr("In two tones of the brand"), self)
        self.duotone.setMinimumHeight(24)
        self.duotone.clicked.connect(lambda on: self._controller.set_duotone(self.tr("Tones of the picture"), on=on))
        self.scope = QWidget(self)
        self.every = QRadioButton(self.tr("All sizes"), self.scope)
        self.single = QRadioButton(self.scope)
        self.every.setChecked(True)
        self._scopes = QButtonGroup(self)
        name = QHBoxLayout()
        for widget, stretch in ((self.title, 1), (self._mark, 0), (self.reset, 0)):
            name.addWidget(widget, stretch)
        words = in_column(name, self.state, self.slider, self.duotone, spacing=2)
        row = in_row(at_top(self._thumb), (words, 1), spacing=12)
        self.column.addLayout(row)
        choices = FlowRow(self.scope)
        choices.setContentsMargins(0, 4, 0, 0)
        choices.addWidget(QLabel(self.tr("Crop for"), self.scope))
        for button in (self.every, self.single):
            button.setMinimumHeight(24)
            self._scopes.addButton(button)
            choices.addWidget(button)
        self.column.addWidget(self.scope)

    # ---------------------------------------------------------------- content

    @property
    def crop_size(self) -> str:
        """The size that a new crop is for; "" for all."""
        now = self._controller.now
        alone = now is not None and bool(now.tile.size) and self.single.isChecked()
        return now.tile.size if alone and now is not None else ""

    def open(self) -> None:
        """Another piece or size was opened: its own crop, if it has one, is what is edited."""
        now = self._controller.now
        own = self._controller.own()
        alone = now is not None and any(f"{name}.{now.tile.size}" in own for name in (FOCUS, ZOOM))
        (self.single if alone else self.every).setChecked(True)

    def refresh(self) -> None:
        """Show the picture as the document has it."""
        now = self._controller.now
        found = now.tile.page.content.get("picture") if now else None
        self._ref = found if isinstance(found, PictureRef) else None
        chosen = self._controller.own().get(PICTURE, "")
        self.setVisible(self._takes_picture())
        if now is None or not self._takes_picture():
            return
        self.single.setText(self.tr("{size} only").format(size=size_name(now.tile.size)))
        self.scope.setVisible(bool(now.tile.size) and len(now.tiles) > 1)
        changed = self.is_changed
        self.duotone.setVisible(self._ref is not None and self._ref.source.kind != "svg")
        self.duotone.setChecked(self._ref is not None and self._ref.duotone)
        self.duotone.setEnabled(not self._controller.locked)
        self.reset.setVisible(changed and not self._controller.locked)
        self.swap.setEnabled(not self._controller.locked)
        self._name(chosen, changed=changed)
        self._paint()

    def show_framing(self, framing: Framing | None) -> None:
        """Let the slider say how far the picture is zoomed."""
        self._framing = framing
        self.slider.setEnabled(framing is not None and not self._controller.locked)
        if framing is not None:
            percent = round(framing.zoom * 100)
            self.slider.show_percent(percent, self.tr("{percent}%").format(percent=percent))

    @property
    def is_changed(self) -> bool:
        """Whether the user chose the picture, its crop or its tones."""
        return any(name.startswith((PICTURE, FOCUS, ZOOM, TONE)) for name in self._controller.own())

    def stand_in(self) -> str:
        """A sentence when another picture replaces the chosen one; "" otherwise."""
        chosen = self._controller.own().get(PICTURE, "")
        photo = photo_of(self._controller.document.project, chosen)
        if photo is None:
            return ""
        reason = REASONS.get(status(photo, self._workspace.today), "")
        if not reason:
            return ""
        text = self.tr("{reason}: another picture is used instead.")
        return text.format(reason=translate(msg(reason, name=f"“{photo_title(photo)}”")))

    def _takes_picture(self) -> bool:
        now = self._controller.now
        template = self._controller.document.resources.library.templates.get(now.tile.page.template) if now else None
        return template is not None and "picture" in template.field_names()

    def _name(self, chosen: str, *, changed: bool) -> None:
        project = self._controller.document.project
        key = self._ref.key if self._ref else ""
        photo = photo_of(project, chosen) or photo_of(project, key)
        follows = self.tr("your slide") if self._controller.is_own else ""
        state = self.tr("changed here") if changed else follows
        self._mark.clear()
        if photo is not None:
            self.title.setText(photo_title(photo))
            self._mark_photo(photo)
            if ends_soon(photo, self._workspace.today) and photo.consent and photo.consent.until:
                until = photo.consent.until
                state = self.tr("Consent ends {day}").format(day=f"{until:%B} {until.day}, {until.year}")
        elif self._ref is not None:
            self.title.setText(picture_title(self._controller.document.kit(), self._ref.key))
        else:
            self.title.setText(self.tr("Drawn by the design"))
        self.state.setText(self.tr("locked") if self._controller.locked else state)

    def _mark_photo(self, photo: Photo) -> None:
        kind = status(photo, self._workspace.today)
        icon, token = MARKS[kind]
        show_mark(self._mark, self._workspace.icon(icon, token))
        words = self.tr("This photo may be shown") if kind == "ready" else self.tr("This photo may not be shown yet")
        self._mark.setToolTip(words)
        self._mark.setAccessibleName(words)

    def _paint(self) -> None:
        image = self._pictures.thumbs.image(self._ref.source) if self._ref else None
        ground = self._workspace.theme.color("divider")
        self._thumb.setPixmap(thumbnail(image, THUMB, self.devicePixelRatioF(), ground))

    # ---------------------------------------------------------------- steps

    def follow_kit(self) -> None:
        """Show the picture of the kit again."""
        self._controller.reset_picture(self.tr("Kit picture"))

    def pick(self, beside: QWidget) -> None:
        """Let the user choose another picture, from a list beside a button."""
        if self._controller.locked or not self._controller.piece:
            return
        without = self._ref.key if self._ref else ""
        piece = self._controller.piece
        self.picker = PicturePicker(
            self._pictures,
            self.tr("Swap picture"),
            without,
            lambda key: self._pictures.use(key, (piece,)),
            self,
            (piece,),
        )
        self.picker.popup(beside)

    def zoom_by(self, steps: float, spot: QPointF) -> None:
        """Zoom by turns of the wheel; what is at the spot of the page stays there."""
        if self._framing is not None and self.slider.isEnabled():
            percent = round(self._framing.zoom * 100) + round(5 * steps)
            self._framing = self._framing.zoomed_at(percent / 100, spot.x(), spot.y())
            self._zoom(self._framing.focus, self._framing.zoom)
            self._pause.start()

    def _slid(self, value: int) -> None:
        if self._framing is None:
            return
        zoom = self._framing.zoomed(value / 100)
        if self.slider.isSliderDown():
            self.zooming.emit(self._framing.focus, zoom)
        else:
            self._zoom(self._framing.focus, zoom)

    def _released(self) -> None:
        if self._framing is not None and self.slider.value() != round(self._framing.zoom * 100):
            self._zoom(self._framing.focus, self._framing.zoomed(self.slider.value() / 100))
        self._controller.document.end_merge()
        self.zoomed.emit()

    def _zoom(self, focus: tuple[float, float], zoom: float) -> None:
        merge = f"{self._controller.piece}/zoom{self.crop_size}"
        self._controller.set_crop(self.tr("Zoom picture"), focus, zoom, self.crop_size, merge)
