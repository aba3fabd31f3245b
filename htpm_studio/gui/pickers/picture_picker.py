"""Finding a picture by words and groups, a small sheet of pictures to choose from, and the menu of a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QWidget,
)

from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.dnd import clipboard_data, image_in, paths_in
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.pickers.picture_model import (
    ENTRY,
    PictureDelegate,
    PictureEntry,
    PicturesModel,
    in_group,
    is_found,
    picture_entries,
    picture_groups,
    search_words,
)
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import kind_label, link_button, name_clear_button
from htpm_studio.gui.widgets.files import ask_file
from htpm_studio.project.consent import usable

LEAST_LETTERS = 14


class PictureSearchField(QLineEdit):
    """Esc empties it, or is given on; Down leads to the pictures."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class PictureSearch(QWidget):
    """`changed` says that other pictures are wanted, `down` that the grid gets the focus."""

    changed = Signal()
    down = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.field = PictureSearchField()
        self.field.setPlaceholderText(self.tr("Find a picture"))
        self.field.setAccessibleName(self.tr("Find a picture"))
        self.field.setClearButtonEnabled(True)
        name_clear_button(self.field)
        self._mark = self.field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._mark.setText(self.tr("Find a picture"))
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.field.down.connect(self.down)
        self.groups = QComboBox()
        self.groups.setAccessibleName(self.tr("Which pictures"))
        self.groups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.groups.setMinimumContentsLength(LEAST_LETTERS)
        self.groups.activated.connect(lambda _index: self.changed.emit())
        in_row((self.field, 1), (self.groups, 1), inside=self, spacing=8)
        workspace.theme_changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """What was typed."""
        return self.field.text()

    @property
    def kind(self) -> str:
        """The group that was chosen, "" for all."""
        return str(self.groups.currentData() or "")

    def show_groups(self, found: Iterable[str]) -> None:
        """Offer the groups that have pictures, with how many; the chosen one stays."""
        there, chosen = tuple(found), self.kind
        with QSignalBlocker(self.groups):
            self.groups.clear()
            for name, words in picture_groups():
                count = sum(in_group(kind, name) for kind in there)
                if count or name in ("", chosen):
                    self.groups.addItem(f"{words} ({count})", name)
            self.groups.setCurrentIndex(max(0, self.groups.findData(chosen)))
        self.groups.view().setMinimumWidth(self.groups.view().sizeHintForColumn(0) + 24)

    def _dress(self) -> None:
        self._mark.setIcon(self._workspace.icon("search", "muted"))


GAP, CELL = 8, 170


class PickList(QListView):
    """A grid to pick from; letters that are typed go to the field that finds pictures."""

    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and Backspace are for the field; Space and all else are not."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.text().strip() and event.text().isprintable() and not held:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class PicturePicker(QFrame):
    """Shows the user's photos and then drawings, those of the same shape first, and calls `chosen` with one's name.

    A new photo, from a file or copied, goes into `pieces`; without any there is no way to add one.
    """

    def __init__(
        self,
        controller: PicturesController,
        title: str,
        without: str,
        chosen: Callable[[str], None],
        parent: QWidget,
        pieces: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._controller = controller
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("pane", "true")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._chosen = chosen
        self.search = PictureSearch(controller.workspace, self)
        self._pieces = tuple(pieces)
        self.choose = link_button(self.tr("Choose a photo…"))
        self.choose.clicked.connect(self._choose_file)
        self.paste = link_button(self.tr("Paste"))
        self.paste.clicked.connect(self._paste)
        own = in_row(self.choose, self.paste, STRETCH)
        self.list = PickList(self)
        self.list.setAccessibleName(title)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        delegate = PictureDelegate(controller, self.list)
        delegate.width = CELL
        self.list.setItemDelegate(delegate)
        self.model = PicturesModel(controller, self.list)
        self._usable = _usable(controller, without)
        self.list.setModel(self.model)
        self.nothing = kind_label(self.tr("No pictures match."), "muted", wrap=True)
        in_column(kind_label(title, "head"), self.search, own, (self.list, 1), self.nothing, inside=self, margins=None)
        self.list.clicked.connect(self.take)
        self.list.typed.connect(self._type)
        self.search.changed.connect(self._show)
        self.search.down.connect(self.list.setFocus)
        controller.thumbs.ready.connect(self.list.viewport().update)
        for button in (self.choose, self.paste):
            button.setVisible(bool(self._pieces))
        self.resize(QSize(560, 500))
        self.search.show_groups(entry.kind for entry in self._usable)
        self._show()

    def _show(self) -> None:
        """Show the pictures that are looked for, the first one current."""
        words = search_words(self.search.words).split()
        self.model.show_rows(tuple(entry for entry in self._usable if is_found(entry, self.search.kind, words)))
        self.nothing.setVisible(not self.model.rows)
        if self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))

    def _type(self, letters: str) -> None:
        self.search.field.setFocus()
        self.search.field.end(False)
        self.search.field.insert(letters)

    def popup(self, anchor: QWidget, spot: QRect | None = None) -> None:
        """Show the sheet below a widget, or beside a spot on it, inside its screen."""
        room = anchor.screen().availableGeometry()
        place = anchor.mapToGlobal(anchor.rect().bottomLeft())
        if spot is not None:
            place = anchor.mapToGlobal(spot.topRight()) + QPoint(GAP, 0)
            if place.x() + self.width() > room.right():
                place = anchor.mapToGlobal(spot.topLeft()) - QPoint(GAP + self.width(), 0)
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the current picture, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.take(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def take(self, index: QModelIndex) -> None:
        """Choose the picture of a row; one that nobody has answered for yet is asked about there."""
        entry = index.data(ENTRY)
        if isinstance(entry, PictureEntry):
            self.close()
            self._chosen(entry.key)
            if entry.photo is not None and entry.photo.people == "unsure":
                self._controller.ask_about(entry.key)

    def _choose_file(self) -> None:
        """Add a photo from a file and put it where the sheet was opened for."""
        controller, pieces, parent = self._controller, self._pieces, self.parentWidget()
        self.close()
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif);;All files (*)")
        path = ask_file(controller.workspace, parent or self, "picture", self.tr("Choose a photo"), kinds)
        if path is not None:
            controller.add([path], pieces)

    def _paste(self) -> None:
        """Put a copied photo where the sheet was opened for."""
        data, controller, pieces = clipboard_data(), self._controller, self._pieces
        self.close()
        paths, image = paths_in(data), image_in(data)
        if paths:
            controller.add(paths[:1], pieces)
        elif image is not None:
            controller.add_image(image, pieces)
        else:
            controller.workspace.toast(self.tr("There is no picture to paste. Copy one first."))


def swap_picture(pictures: PicturesController, anchor: QWidget, spot: QRect | None = None) -> PicturePicker | None:
    """Let the user choose another picture for the selected pieces that show one (Ctrl+Shift+P); None when none does.

    The sheet comes beside `spot`, a place on `anchor`.
    """
    workspace = pictures.workspace
    if not workspace.selection:
        workspace.toast(workspace.tr("Select the pieces on the board first."))
        return None
    pictured = pictures.usage().titles
    pieces = tuple(piece for piece in workspace.selection if piece in pictured)
    if not pieces:
        workspace.toast(workspace.tr("The selection does not show a picture."))
        return None
    one = workspace.tr("Swap picture in 1 piece")
    title = one if len(pieces) == 1 else workspace.tr("Swap picture in {count} pieces").format(count=len(pieces))
    picker = PicturePicker(pictures, title, "", lambda picture: pictures.use(picture, pieces), anchor, pieces)
    picker.popup(anchor, spot)
    return picker


def _usable(controller: PicturesController, without: str) -> tuple[PictureEntry, ...]:
    known = tuple(picture_entries(controller))
    shape = next((_shape(entry) for entry in known if entry.key == without), 0.0)
    rows = [entry for entry in known if entry.key != without and not entry.failed and _may(controller, entry)]
    return tuple(sorted(rows, key=lambda entry: (entry.photo is None, abs(_shape(entry) - shape if shape else 0))))


def _may(controller: PicturesController, entry: PictureEntry) -> bool:
    photo = entry.photo
    return photo is None or photo.people == "unsure" or usable(photo, controller.workspace.today)


def _shape(entry: PictureEntry) -> float:
    return entry.source.size[0] / entry.source.size[1] if entry.source else 0.0


def picture_menu(controller: PicturesController, entry: PictureEntry, parent: QWidget) -> QMenu:
    """The context menu of a picture; entries that cannot apply are absent."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if entry.failed:
        menu.addAction(menu.tr("Remove it from the list"), lambda: controller.forget_failure(entry.title))
        return menu
    if not entry.kept_out:
        menu.addAction(menu.tr("Put it on the board"), lambda: controller.start_placing(entry.key))
    if entry.uses:
        menu.addAction(menu.tr("Swap it everywhere…"), lambda: swap_everywhere(controller, entry.key, parent))
    if entry.photo is not None:
        menu.addSeparator()
        if not entry.photo.withdrawn and entry.photo.people != "nobody":
            menu.addAction(menu.tr("Consent was withdrawn"), lambda: controller.withdraw_consent(entry.key))
        menu.addAction(menu.tr("Remove from the kit"), lambda: controller.remove(entry.key))
    return menu


def swap_everywhere(controller: PicturesController, picture: str, anchor: QWidget) -> PicturePicker:
    """Let the user choose what replaces a picture in all pieces."""
    count = len(controller.usage().of(picture))
    many = anchor.tr("Instead, in {count} pieces").format(count=count)
    title = anchor.tr("Instead, in 1 piece") if count == 1 else many
    picker = PicturePicker(controller, title, picture, lambda new: controller.swap_everywhere(picture, new), anchor)
    picker.popup(anchor)
    return picker
