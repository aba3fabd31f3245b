"""The menu bar, and the menus of pieces and sections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from htpm_studio.gui.components.picture_list import scene_name
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.core.tiles import (
    Tile,
    follows_templates,
    named,
    pieces_of,
    reset,
    takes_picture,
    templates_for,
    use_template,
)
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.project.consent import usable

MOST_RECENT = 6


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def fill_menus(
    add: Callable[[str], QMenu], actions: Mapping[str, QAction], menus: Mapping[str, Sequence[str]]
) -> list[QMenu]:
    """Put the commands into menus that `add` makes; "-" is a line."""
    made = []
    for title, names in menus.items():
        menu = add(title)
        menu.setToolTipsVisible(True)
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(actions[name])
        made.append(menu)
    return made


def menu_bar(bar: QMenuBar, actions: Mapping[str, QAction], menus: Mapping[str, Sequence[str]]) -> list[QMenu]:
    """Fill the menu bar."""
    return fill_menus(bar.addMenu, actions, menus)


class MenuBuilder:
    """Adds entries to a menu: an own one, or a command of the window in the words that fit the selection."""

    def __init__(self, workspace: Workspace, menu: QMenu) -> None:
        self._workspace, self.menu = workspace, menu

    def own(self, text: str, icon: str, act: Callable[[], object], menu: QMenu | None = None) -> QAction:
        """An entry that does something by itself."""
        target = menu or self.menu
        action = target.addAction(text)
        if icon:
            action.setIcon(self._workspace.icon(icon))
        action.triggered.connect(lambda _checked=False: act())
        return action

    def command(self, name: str, text: str = "") -> None:
        """A command of the window, if it can be used now."""
        action = self._workspace.actions.get(name)
        if action is None or not (action.isEnabled() and action.isVisible()):
            return
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = text or action.text()
        entry = self.own(f"{words}\t{keys}" if keys else words, "", action.trigger)
        entry.setObjectName(name)
        entry.setIcon(action.icon())

    def line(self) -> None:
        """A line, but never two."""
        self.menu.addSeparator()


def piece_menu(workspace: Workspace, pictures: PicturesController, tiles: Sequence[Tile], parent: QWidget) -> QMenu:
    """The menu of the selected pieces; with several it says how many, and what cannot apply is absent."""
    menu = QMenu(parent)
    make, what, one = MenuBuilder(workspace, menu), named(tiles), len(pieces_of(tiles)) == 1
    if one:
        make.command("edit")
    make.command("copy_picture", "" if one else _tr("Copy {what}").format(what=what))
    if any(tile.orders and tile.orders[0].caption and not tile.page.piece and not tile.words for tile in tiles):
        make.command("copy_post", "" if one else _tr("Copy post text of {what}").format(what=what))
    make.line()
    make.command("new_slide")
    make.command("duplicate", "" if one else _tr("Duplicate {what}").format(what=what))
    make.command("every_week")
    make.line()
    free = [tile for tile in tiles if not tile.locked]
    if pictured := [tile for tile in free if takes_picture(workspace.document.kit(), tile)]:
        _swap_menu(workspace, pictures, make, pictured)
    if free and all(follows_templates(workspace.document, tile) for tile in free[:1]) and one:
        _template_menu(workspace, make, free)
    if changed := [tile for tile in free if tile.changed and not tile.left_out]:
        text = _tr("Back to the kit version")
        text = text if one else _tr("{what} back to the kit version").format(what=named(changed))
        make.own(text, "rotate-ccw", lambda: reset(workspace.document, changed)).setObjectName("reset")
    make.line()
    make.command("export_piece", "" if one else _tr("Export {what}").format(what=what))
    if any(order.format == "pdf" for tile in tiles for order in tile.orders):
        make.command("print")
    locked = all(tile.locked for tile in tiles)
    words = (_tr("Unlock"), _tr("Unlock {what}")) if locked else (_tr("Lock"), _tr("Lock {what}"))
    if not any(tile.words for tile in tiles):
        make.command("lock", words[0] if one else words[1].format(what=what))
    out = all(tile.left_out for tile in tiles)
    words = (
        (_tr("Include in the kit"), _tr("Include {what} in the kit"))
        if out
        else (_tr("Leave out of the kit"), _tr("Leave {what} out of the kit"))
    )
    make.command("leave_out", words[0] if one else words[1].format(what=what))
    return menu


def _swap_menu(workspace: Workspace, pictures: PicturesController, make: MenuBuilder, tiles: Sequence[Tile]) -> None:
    several = len(pieces_of(tiles)) > 1
    text = _tr("Swap picture in {what}").format(what=named(tiles)) if several else _tr("Swap picture")
    menu, pieces = make.menu.addMenu(workspace.icon("replace"), text), pieces_of(tiles)
    for name, title in recent_pictures(workspace):
        make.own(title, "image", partial(pictures.use, name, pieces), menu)
    if (library := workspace.actions.get("pictures")) is not None and library.isEnabled():
        menu.addSeparator()
        make.own(_tr("Library…"), "images", library.trigger, menu)


def recent_pictures(workspace: Workspace) -> list[tuple[str, str]]:
    """Pictures to choose from, as (name, words): own photos that may be used, the last one first, then drawn ones."""
    kit = workspace.document.kit()
    photos = [(photo.source.key, photo.name) for photo in reversed(kit.project.photos) if usable(photo, kit.today)]
    scenes = [(name, scene_name(kit, name)) for name in kit.scenes]
    return (photos + scenes)[:MOST_RECENT]


def _template_menu(workspace: Workspace, make: MenuBuilder, tiles: Sequence[Tile]) -> None:
    menu = make.menu.addMenu(workspace.icon("layout-grid"), _tr("Template"))

    def fill() -> None:
        menu.clear()
        for name, title in templates_for(workspace.document, tiles[0]):
            entry = make.own(title, "", partial(use_template, workspace.document, tiles, name), menu)
            entry.setCheckable(True)
            entry.setChecked(name == tiles[0].page.template)

    # Which templates fit is found by trying them, so only when somebody looks.
    menu.aboutToShow.connect(fill)
