"""The page "On the table": the kit as it will stand in a room, with the live pieces, and a picture of it to keep."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSaveFile, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImageWriter, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from htpm_studio.errors import InputError, msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.piece_commands import piece_menu
from htpm_studio.gui.core.render_service import RenderService, page_image
from htpm_studio.gui.core.shell_interface import CenterPage
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.room.model import (
    FilledRoom,
    Standing,
    filled_rooms,
    first_room,
    in_window_language,
    spoken_name,
)
from htpm_studio.gui.features.room.painter import draw_scenery, edge_lengths, place_page, polygon, whole_picture
from htpm_studio.gui.features.room.room_file import program_rooms
from htpm_studio.gui.features.room.view import RoomView
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.widgets.accessibility import RovingFocus
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import contains_focus, set_theme_icon
from htpm_studio.gui.widgets.files import ask_target, open_path

REFRESH_MS = 12
SAVED_SCALE, JPEG_QUALITY = 2.0, 90
JPEG, PNG = ".jpg", ".png"
FOOT_SPACE, FOOT_SIDE, MARGIN_TOP = 8, 16, 8


class RoomPage(CenterPage):
    """One room at a time; which are offered follows from what is in the kit."""

    def __init__(self, workspace: Workspace, editor: EditorController) -> None:
        super().__init__()
        self.workspace, self._editor = workspace, editor
        self.view = RoomView(workspace, self)
        self.filled: tuple[FilledRoom, ...] = ()
        self.room = ""
        self.message = QLabel(self)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.dots: dict[str, QToolButton] = {}
        self.save = QPushButton(self.tr("Save this picture…"), self)
        set_theme_icon(workspace, self.save, "image")
        self.save.clicked.connect(self._ask_where)
        self._saver = QObject(self)
        self._lay_out()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.refresh)
        workspace.document.changed.connect(lambda _old, _new: self._refresh_soon())
        workspace.document.week_changed.connect(lambda _week: self._refresh_soon())
        workspace.settings_changed.connect(self._refresh_soon)
        self.view.opened.connect(self.open)
        self.view.menu_wanted.connect(self._ask_menu)
        self.view.turned.connect(self._turn)
        _, problems = program_rooms()
        if problems:
            workspace.info(explain(problems[0]))

    def _lay_out(self) -> None:
        self._foot = QWidget(self)
        self._row = row = QHBoxLayout(self._foot)
        row.setContentsMargins(FOOT_SIDE, 0, FOOT_SIDE, FOOT_SPACE)
        group = QButtonGroup(self)
        for number, room in enumerate(program_rooms()[0], 1):
            dot = QToolButton(self._foot)
            dot.setText(in_window_language(room.spec.name))
            dot.setToolTip(f"{dot.text()} ({number})")
            dot.setCheckable(True)
            dot.setProperty("kind", "view")
            dot.clicked.connect(partial(self.show_room, room.id))
            group.addButton(dot)
            row.addWidget(dot)
            self.dots[room.id] = dot
        self.chooser = QToolButton(self._foot)
        self.chooser.setProperty("kind", "quiet")
        self.chooser.setProperty("arrow", "true")
        self.chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.chooser)
        menu.aboutToShow.connect(partial(self._fill_chooser, menu))
        self.chooser.setMenu(menu)
        self.chooser.hide()
        row.addWidget(self.chooser)
        RovingFocus(self._foot, (*self.dots.values(), self.chooser))
        row.addStretch(1)
        row.addWidget(self.save)
        in_column(
            (self.view, 1),
            (self.message, 1),
            self._foot,
            inside=self,
            margins=(0, MARGIN_TOP, 0, 0),
            spacing=FOOT_SPACE,
        )
        self.setFocusProxy(self.view)

    # ---------------------------------------------------------------- content

    def foot_part(self) -> QWidget:
        """The names of the rooms, which nothing may cover."""
        return self._foot

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._later.start(REFRESH_MS)

    def refresh(self) -> None:
        """Show the kit as it is now, in the room that was shown, or else in the one that suits it best."""
        self._later.stop()
        reason = self.tr("This kit has too few pieces for a room. Every piece is on the board.")
        try:
            rooms, _ = program_rooms()
            self.filled = filled_rooms(rooms, self.workspace.document, self.workspace.settings.paper)
        except InputError as problem:
            self.filled, reason = (), explain(problem)
        shown = {one.room.id: one for one in self.filled}
        self.room = self.room if self.room in shown else first_room(self.filled)
        self._offer_rooms()
        self.message.setText(reason)
        self.message.setVisible(not shown)
        self.view.setVisible(bool(shown))
        self.save.setEnabled(bool(shown))
        if shown:
            self.dots[self.room].setChecked(True)
            self.view.show_room(shown[self.room], self.filled)

    def _offer_rooms(self) -> None:
        """The rooms beside each other, or behind one button where the page is too narrow for them."""
        offered = [one.room.id for one in self.filled]
        buttons = [dot for name, dot in self.dots.items() if name in offered]
        needed = [part.sizeHint().width() for part in (*buttons, self.save)]
        beside = sum(needed) + self._row.spacing() * len(needed) + 2 * FOOT_SIDE <= self.width()
        for name, dot in self.dots.items():
            dot.setVisible(beside and name in offered)
        self.chooser.setVisible(not beside and bool(offered))
        if self.room in self.dots:
            self.chooser.setText(self.dots[self.room].text())

    def _fill_chooser(self, menu: QMenu) -> None:
        menu.clear()
        for one in self.filled:
            menu.addAction(self.dots[one.room.id].text(), partial(self.show_room, one.room.id))

    def show_room(self, name: str) -> None:
        """Show another room; the focus stays among its objects where it was."""
        if name != self.room:
            inside = contains_focus(self.view)
            self.room = name
            self.refresh()
            if inside:
                self.view.focus_first()
            self.workspace.announce(self.dots[self.room].text())

    def _turn(self, by: int) -> None:
        names = [one.room.id for one in self.filled]
        if self.room in names:
            self.show_room(names[(names.index(self.room) + by) % len(names)])

    # ---------------------------------------------------------------- an object

    def open(self, standing: Standing) -> None:
        """Open the piece of an object in the size that is seen."""
        self.workspace.opened.emit(standing.tile.piece)
        self._editor.show_view(standing.tile.key)

    def menu(self, standing: Standing) -> QMenu:
        """What can be done with the piece of an object, and the way to it on the board."""
        menu = piece_menu(self.workspace, [standing.tile], self)
        menu.addSeparator()
        show = menu.addAction(self.workspace.icon("layout-grid"), self.tr("Show on the board"))
        show.triggered.connect(lambda: self._show_on_board(standing.tile.piece))
        return menu

    def _ask_menu(self, standing: Standing, spot: QPoint) -> None:
        menu = self.menu(standing)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def _show_on_board(self, piece: str) -> None:
        self.workspace.page_wanted.emit("board")
        self.workspace.select(())
        self.workspace.select((piece,))

    # ---------------------------------------------------------------- the picture

    def alt_text(self) -> str:
        """What is seen in the picture, for people who do not see it."""
        filled = self.view.filled
        if filled is None:
            return ""
        things = "; ".join(spoken_name(one) for one in filled.objects)
        return self.tr("{room} with these pieces: {things}.").format(
            room=in_window_language(filled.room.spec.name), things=things
        )

    def _ask_where(self) -> None:
        kinds = f"PNG (*{PNG});;JPEG (*{JPEG})"
        name = f"{self.room}{PNG}"
        target = ask_target(self.workspace, self, "picture", self.tr("Save this picture"), name, kinds)
        if target is not None:
            self.save_picture(target if target.suffix.lower() in (JPEG, ".jpeg", PNG) else target.with_suffix(PNG))

    def save_picture(self, target: Path) -> None:
        """Write the room as a picture with its description; the ending of the name says in which form."""
        filled, alt = self.view.filled, self.alt_text()
        if filled is None:
            return
        renderer, kit = self.workspace.renderer, self.workspace.document.kit()
        work = partial(write_picture, renderer, kit, filled, alt, target)
        renderer.ask(
            self._saver, work, partial(self._saved, target, alt), lambda error: self.workspace.info(explain(error))
        )

    def _saved(self, target: Path, alt: str, _done: None) -> None:
        copy = partial(QGuiApplication.clipboard().setText, alt)
        self.workspace.info(self.tr("{name} is saved.").format(name=target.name), self.tr("Copy its description"), copy)
        self.workspace.add_to_info("circle-check", self.tr("Open"), partial(open_path, self.workspace, target))

    # ---------------------------------------------------------------- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number leads to the room with that number."""
        names = list(self.dots)
        number = event.key() - Qt.Key.Key_1
        shown = {one.room.id for one in self.filled}
        if not event.modifiers() and 0 <= number < len(names) and names[number] in shown:
            self.show_room(names[number])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the rooms in the form that there is room for."""
        super().resizeEvent(event)
        self._offer_rooms()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was in front."""
        super().showEvent(event)
        self.refresh()


def write_picture(renderer: RenderService, kit: Kit, filled: FilledRoom, alt: str, target: Path) -> None:
    """Draw a room in twice its size and write it with what is seen in it; raises InputError where it cannot."""
    pages = {}
    for one in filled.standing:
        across, down = edge_lengths(polygon(one.place.quad, SAVED_SCALE))
        image = page_image(renderer.compose(one.page, kit).page, max(across, round(down * one.place.shape)))
        pages[one.place.id] = place_page(one.place, image, SAVED_SCALE)
    picture = whole_picture(draw_scenery(filled.room, SAVED_SCALE), pages)
    file = QSaveFile(str(target))
    writer = QImageWriter(file, b"png" if target.suffix.lower() == PNG else b"jpeg")
    writer.setQuality(-1 if target.suffix.lower() == PNG else JPEG_QUALITY)
    writer.setText("Description", alt)
    if not (file.open(QSaveFile.OpenModeFlag.WriteOnly) and writer.write(picture) and file.commit()):
        raise InputError(
            msg("{name} could not be written ({reason}).", name=target.name, reason=file.errorString()),
            "Choose another folder.",
        )
