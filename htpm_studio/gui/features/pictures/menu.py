"""What can be done with one picture, as a menu: the same entries in the library and in the record."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from htpm_studio.gui.components.picture_model import Entry
from htpm_studio.gui.components.picture_picker import PicturePicker
from htpm_studio.gui.components.pictures_controller import PicturesController


def picture_menu(controller: PicturesController, entry: Entry, parent: QWidget) -> QMenu:
    """The context menu of a picture; entries that cannot apply are absent."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if entry.failed:
        menu.addAction(menu.tr("Remove it from the list"), lambda: controller.forget_failure(entry.title))
        return menu
    if not entry.kept_out:
        menu.addMenu(use_menu(controller, entry.key, menu))
    if entry.uses:
        menu.addAction(menu.tr("Swap it everywhere…"), lambda: swap_everywhere(controller, entry.key, parent))
    if entry.photo is not None:
        menu.addSeparator()
        if not entry.photo.withdrawn and entry.photo.people != "nobody":
            menu.addAction(menu.tr("Consent was withdrawn"), lambda: controller.withdraw(entry.key))
        menu.addAction(menu.tr("Remove from the kit"), lambda: controller.remove(entry.key))
    return menu


def use_menu(controller: PicturesController, picture: str, parent: QWidget) -> QMenu:
    """The pieces that can take a picture; a selection on the board comes first."""
    menu = QMenu(parent.tr("Use in…"), parent)
    usage, selected = controller.usage(), controller.workspace.selection
    if selected:
        words = menu.tr("The {count} selected pieces").format(count=len(selected))
        menu.addAction(words, lambda: controller.use(picture, selected))
        menu.addSeparator()
    for piece, title in usage.titles.items():
        if piece not in usage.locked and piece not in usage.of(picture):
            menu.addAction(title.replace("&", "&&"), partial(controller.use, picture, (piece,)))
    return menu


def swap_everywhere(controller: PicturesController, picture: str, anchor: QWidget) -> PicturePicker:
    """Let the user choose what replaces a picture in all pieces."""
    count = len(controller.usage().of(picture))
    many = anchor.tr("Instead, in {count} pieces").format(count=count)
    title = anchor.tr("Instead, in 1 piece") if count == 1 else many
    picker = PicturePicker(controller, title, picture, lambda new: controller.swap_everywhere(picture, new), anchor)
    picker.popup(anchor)
    return picker
