"""The one question about new photos: who can be recognized, answered for all of them at once, where they are wanted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from htpm_studio.gui.controllers.picture_use import waiting_pieces
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.picture_thumbnails import cropped_to
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.pickers.picture_model import short_who
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import MARGIN, kind_label, link_button, put_icon
from htpm_studio.gui.widgets.layouts import FlowRow
from htpm_studio.project.model import Photo

ANSWERS = {
    "nobody": "image",
    "staff": "badge-check",
    "participant": "users-round",
    "child": "user-round",
    "model": "file-text",
}
"""Who can be recognized, each with its picture."""
SHOWN, SIDE, GAP, ICON = 6, 52, 6, 26


class PhotoRow(QWidget):
    """The photos that are asked about, small; of many the first ones."""

    def __init__(self, controller: PicturesController) -> None:
        super().__init__()
        self._controller = controller
        self._photos: tuple[Photo, ...] = ()
        self.setFixedHeight(SIDE)
        controller.thumbs.ready.connect(self._drawn)

    def show_photos(self, photos: tuple[Photo, ...]) -> None:
        """Show these."""
        self._photos = photos[:SHOWN]
        self.update()

    def _drawn(self, _key: str) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One square beside the other."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for number, photo in enumerate(self._photos):
            place = QRectF(number * (SIDE + GAP), 0, SIDE, SIDE)
            shape = QPainterPath()
            shape.addRoundedRect(place, 6, 6)
            painter.fillPath(shape, self._controller.workspace.theme.color("divider"))
            image = self._controller.thumbs.image(photo.source)
            if image is not None:
                painter.setClipPath(shape)
                painter.drawImage(place, image, cropped_to(image, place.toRect()))
                painter.setClipping(False)


class WhoCard(QWidget):
    """Five answers; "nobody" lets the photos be used at once and asks where, the others lead to the consent.

    A photo that was put into a piece stays in sight there, with the consent beside it.
    """

    SPOKEN_AS = QAccessible.Role.Dialog

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, pictures
        self.photos = PhotoRow(pictures)
        self.question = kind_label(self.tr("Who can be recognized?"), "title", wrap=True)
        self.told = kind_label("", "muted", wrap=True)
        self.answers: dict[str, QToolButton] = {}
        asked = QWidget()
        row = in_row(inside=asked, spacing=4)
        for name in ANSWERS:
            button = QToolButton()
            button.setProperty("kind", "answer")
            button.setText(short_who(name))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.clicked.connect(lambda _checked=False, name=name: self.answer(name))
            self.answers[name] = button
            row.addWidget(button, 1)
        self.later = link_button(self.tr("I do not know yet"))
        self.later.clicked.connect(self.leave)
        self.fits, self.here = link_button(""), link_button("")
        self.fits.clicked.connect(self.put_where_they_fit)
        self.here.clicked.connect(self.put_where_i_click)
        where = QWidget()
        flow = FlowRow(where, 8)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.here)
        flow.addWidget(self.fits)
        self._asked, self._where = asked, where
        self._warned: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        in_column(
            self.photos,
            self.question,
            self.told,
            asked,
            self.later,
            where,
            inside=self,
            margins=(MARGIN, 6, MARGIN, 6),
            spacing=8,
        )
        workspace.document.changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        pictures.asked_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Ask about the photos that nobody has answered for; then where those go that may be shown."""
        photos = self.controller.asked()
        known = self.workspace.document.project.photos
        answered = tuple(photo for photo in known if photo.source.key in self.controller.to_place)
        asking = bool(photos)
        self.photos.show_photos(photos or answered)
        many = len(photos or answered)
        if asking:
            self.question.setText(self.tr("Who can be recognized?"))
            told = self.tr("In all {count} photos. Until you answer, they are in no file.")
            one = self.tr("Until you answer, this photo is in no file.")
            self.told.setText(told.format(count=many) if many > 1 else one)
        else:
            self.question.setText(self.tr("Where do they go?") if many > 1 else self.tr("Where does it go?"))
            self.here.setText(self.tr("Only where I put them") if many > 1 else self.tr("Put it on the board"))
            self.fits.setText(self.tr("Where they fit") if many > 1 else self.tr("Where it fits"))
            self.told.setText(self.tr("You can put a photo anywhere later: drop it on a piece."))
        self.setAccessibleName(self.question.text())
        for name, button in self.answers.items():
            put_icon(button, self.workspace.icon(ANSWERS[name]))
            button.setIconSize(QSize(ICON, ICON))
        for part, on in ((self._asked, asking), (self.later, asking), (self._where, not asking)):
            part.setVisible(on)

    def answer(self, people: str) -> None:
        """Say who can be recognized in all of them, as one step; "nobody" is asked again where faces were found."""
        asked = self.controller.asked()
        keys = tuple(photo.source.key for photo in asked)
        if people == "nobody" and self._warned != keys and any(photo.faces for photo in asked):
            self._warned = keys
            self.told.setText(self.tr("There is a face in it. If nobody can recognize it, press Nobody again."))
            self.workspace.announce(self.told.text())
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # the buttons go, and a focus that leaves would close the card
        self.controller.answer(people)
        self.refresh()
        if not self.controller.to_place:
            self.workspace.card_wanted.emit("")
            if people != "nobody" and keys:
                placed = [key for key in keys if waiting_pieces(self.workspace.document.project, key)]
                self.controller.set_current((placed or list(keys))[0])
                if not placed:
                    self.workspace.page_wanted.emit("pictures")
                self.workspace.panel_wanted.emit("record")
        elif stops := [button for button in (self.here, self.fits) if button.isVisible()]:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_where_they_fit(self) -> None:
        """Let the photos be in every piece that takes one, as one step, and say in how many they are."""
        self.controller.spread()
        self.leave()

    def put_where_i_click(self) -> None:
        """Let the next click on the board place a single photo; several wait in Pictures."""
        pictures = self.controller.to_place
        self.leave()
        if len(pictures) == 1:
            self.controller.start_placing(pictures[0])

    def leave(self) -> None:
        """Close the question; what is not answered stays hatched."""
        self.controller.to_place = ()
        self.workspace.card_wanted.emit("")
