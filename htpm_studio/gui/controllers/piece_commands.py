"""What can be done with pieces: the menu bar, the menus of pieces and sections, and the commands for slides."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from htpm_studio.errors import InputError
from htpm_studio.export.decks.every_week import can_be_in_every_week, in_every_week, with_slide_behind
from htpm_studio.export.decks.slides import deck_with, with_copy, with_new_slide
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.tiles import (
    Tile,
    follows_templates,
    pieces_name,
    pieces_of,
    reset_pieces,
    takes_picture,
    template_title,
    templates_for,
    use_template,
)
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.pieces import declared

MOST_RECENT = 6
_ACCESS = re.compile(r"(?<!&)&([^&])")
"""The letter after a mark, in the words of a menu entry; two marks are one to be read."""


def _menu_tr(text: str) -> str:
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
        menu.aboutToShow.connect(partial(give_access_keys, menu))
        give_access_keys(menu)
        made.append(menu)
    return made


def give_access_keys(menu: QMenu) -> None:
    """Give each entry of a menu a letter of its own that chooses it: the first of a word if it is free."""
    entries = [action for action in menu.actions() if not action.isSeparator()]
    taken = {found[1].casefold() for action in entries if (found := _ACCESS.search(action.text()))}
    for action in entries:
        words = action.text().partition("\t")[0]
        if _ACCESS.search(words):
            continue
        firsts = [place for place, letter in enumerate(words) if not place or not words[place - 1].isalnum()]
        places = [*firsts, *range(len(words))]
        free = (place for place in places if words[place].isalnum() and words[place].casefold() not in taken)
        place = next(free, -1)
        if place >= 0:
            taken.add(words[place].casefold())
            action.setText(f"{words[:place]}&{action.text()[place:]}")


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction], menus: Mapping[str, Sequence[str]]) -> list[QMenu]:
    """Fill the menu bar."""
    return fill_menus(bar.addMenu, actions, menus)


class MenuBuilder:
    """Adds entries to a menu: an own one, or a command of the window in the words that fit the selection."""

    def __init__(self, workspace: Workspace, menu: QMenu) -> None:
        self._workspace, self.menu = workspace, menu
        menu.aboutToShow.connect(partial(give_access_keys, menu))

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
        words = text or _ACCESS.sub(r"\1", action.text())
        entry = self.own(f"{words}\t{keys}" if keys else words, "", action.trigger)
        entry.setObjectName(name)
        entry.setIcon(action.icon())

    def line(self) -> None:
        """A line, but never two."""
        self.menu.addSeparator()


def piece_menu(workspace: Workspace, tiles: Sequence[Tile], parent: QWidget) -> QMenu:
    """The menu of the selected pieces; with several it says how many, and what cannot apply is absent."""
    menu = QMenu(parent)
    make, what, one = MenuBuilder(workspace, menu), pieces_name(tiles), len(pieces_of(tiles)) == 1
    if one:
        make.command("edit")
    make.command("copy_picture", "" if one else _menu_tr("Copy {what}").format(what=what))
    if any(tile.specs and tile.specs[0].caption and not tile.page.piece and not tile.words for tile in tiles):
        make.command("copy_post", "" if one else _menu_tr("Copy post text of {what}").format(what=what))
    make.line()
    make.command("new_slide")
    make.command("duplicate", "" if one else _menu_tr("Duplicate {what}").format(what=what))
    make.command("every_week")
    make.line()
    free = [tile for tile in tiles if not tile.locked]
    if pictured := [tile for tile in free if takes_picture(workspace.document.kit(), tile)]:
        several = len(pieces_of(pictured)) > 1
        swap = _menu_tr("Swap picture in {what}…").format(what=pieces_name(pictured))
        make.command("swap", swap if several else "")
    if free and all(follows_templates(workspace.document, tile) for tile in free[:1]) and one:
        _template_menu(workspace, make, free)
    if changed := [tile for tile in free if tile.changed and not tile.left_out]:
        text = _menu_tr("Back to the kit version")
        text = text if one else _menu_tr("{what} back to the kit version").format(what=pieces_name(changed))
        make.own(text, "rotate-ccw", lambda: reset_pieces(workspace.document, changed)).setObjectName("reset")
    make.line()
    make.command("export_piece", "" if one else _menu_tr("Export {what}").format(what=what))
    if any(spec.format == "pdf" for tile in tiles for spec in tile.specs):
        make.command("print")
    locked = all(tile.locked for tile in tiles)
    words = (
        (_menu_tr("Unlock"), _menu_tr("Unlock {what}"))
        if locked
        else (_menu_tr("Lock against changes"), _menu_tr("Lock {what} against changes"))
    )
    if not any(tile.words for tile in tiles):
        make.command("lock", words[0] if one else words[1].format(what=what))
    out = all(tile.left_out for tile in tiles)
    words = (
        (_menu_tr("Include in the kit"), _menu_tr("Include {what} in the kit"))
        if out
        else (_menu_tr("Leave out of the kit"), _menu_tr("Leave {what} out of the kit"))
    )
    make.command("leave_out", words[0] if one else words[1].format(what=what))
    return menu


def _template_menu(workspace: Workspace, make: MenuBuilder, tiles: Sequence[Tile]) -> None:
    menu = make.menu.addMenu(workspace.icon("layout-grid"), _menu_tr("Template"))

    def fill() -> None:
        menu.clear()
        for name, title in templates_for(workspace.document, tiles[0]):
            entry = make.own(title, "", partial(use_template, workspace.document, tiles, name), menu)
            entry.setCheckable(True)
            entry.setChecked(name == tiles[0].page.template)

    # Which templates fit is found by trying them, so only when somebody looks.
    menu.aboutToShow.connect(fill)


ONLY_SLIDES = ("new_slide", "duplicate")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Slides", text)


def selected_slides(workspace: Workspace) -> tuple[str, ...]:
    """The selected pieces, when all of them are slides; empty otherwise."""
    try:
        kit = workspace.document.kit()
    except InputError:
        return ()
    chosen = workspace.selection
    return chosen if all(deck_with(kit, piece) is not None for piece in chosen) else ()


def new_slide(editor: EditorController, after: str, layout: str = "") -> str:
    """Put a new slide behind another one, of the usual layout unless one is named; its piece, or "" without room."""
    workspace, document = editor.workspace, editor.document
    try:
        edits, made = with_new_slide(document.kit(), after, layout or declared.pieces().new_slides()[0])
    except InputError as full:
        workspace.toast(explain(full))
        return ""
    document.change(_tr("New slide"), replace(document.project, edits=edits))
    _show(editor, (made,))
    return made


def duplicate(editor: EditorController, pieces: Sequence[str]) -> None:
    """Put a copy behind each of these slides, as one step, and select the copies."""
    workspace, document = editor.workspace, editor.document
    kit, made = document.kit(), []
    try:
        for piece in pieces:
            edits, copy = with_copy(kit, piece)
            kit = replace(kit, project=replace(kit.project, edits=edits))
            made.append(copy)
    except InputError as full:
        workspace.toast(explain(full))
        return
    step = _tr("Duplicate slide") if len(made) == 1 else _tr("Duplicate {count} slides").format(count=len(made))
    document.change(step, replace(document.project, edits=kit.project.edits))
    _show(editor, tuple(made))


def paste_pieces(editor: EditorController, copied: Sequence[str]) -> None:
    """Put copies of slides behind the selected slide, as one step; other pieces are copied for other programs only."""
    workspace, document = editor.workspace, editor.document
    kit, chosen = document.kit(), selected_slides(workspace)
    slides = [piece for piece in copied if deck_with(kit, piece) is not None]
    if not slides:
        workspace.toast(_tr("Pieces are copied for other programs. In the kit, slides can be pasted behind a slide."))
        return
    if not chosen:
        workspace.toast(_tr("Select the slide that the copy is to follow."))
        return
    after, made = chosen[-1], []
    try:
        for piece in slides:
            edits, after = with_slide_behind(kit, piece, after)
            kit = replace(kit, project=replace(kit.project, edits=edits))
            made.append(after)
    except InputError as refused:
        workspace.toast(explain(refused))
        return
    step = _tr("Paste slide") if len(made) == 1 else _tr("Paste {count} slides").format(count=len(made))
    document.change(step, replace(document.project, edits=kit.project.edits))
    _show(editor, tuple(made))


def for_every_week(workspace: Workspace) -> str:
    """The selected slide, when it is a single one that every week can have; "" otherwise."""
    chosen = selected_slides(workspace)
    return chosen[0] if len(chosen) == 1 and can_be_in_every_week(workspace.document.kit(), chosen[0]) else ""


def put_into_every_week(workspace: Workspace, piece: str) -> None:
    """Put a slide into the decks of all weeks, as one step, and tell in how many."""
    document = workspace.document
    try:
        spread = in_every_week(document.kit(), piece)
    except InputError as full:
        workspace.toast(explain(full))
        return
    if not spread.added and not spread.renewed:
        workspace.toast(_tr("Every week already has this slide."))
        return
    document.change(_tr("Slide in every week"), replace(document.project, edits=spread.edits))
    added, renewed = len(spread.added), len(spread.renewed)
    new, same = _tr("Added to {count} other weeks."), _tr("Same text in {count} other weeks.")
    sentences = ((new.format(count=added), added), (same.format(count=renewed), renewed))
    workspace.toast(" ".join(words for words, count in sentences if count), undo=True)


def _show(editor: EditorController, made: tuple[str, ...]) -> None:
    """Go on with what was made: open it where a slide is open, else select it."""
    if editor.in_front:
        editor.workspace.opened.emit(made[-1])
    else:
        editor.workspace.select(made)


def layout_menu(editor: EditorController, after: str, parent: QWidget) -> QMenu:
    """A menu of the layouts that a new slide behind another one may have."""
    menu = QMenu(_tr("New slide"), parent)
    library = editor.document.resources.library
    for layout in declared.pieces().new_slides():
        action = menu.addAction(template_title(library.template(layout)))
        action.setObjectName(layout)
        action.triggered.connect(partial(_chosen, editor, after, layout))
    return menu


def _chosen(editor: EditorController, after: str, layout: str, _checked: bool = False) -> None:
    new_slide(editor, after, layout)


class SlideCommands(QObject):
    """The commands for slides of a window: there while slides are selected, absent otherwise."""

    def __init__(self, window: Shell, editor: EditorController) -> None:
        super().__init__(window)
        self._workspace, self._editor = window.workspace, editor
        window.handle("new_slide", self._new_slide)
        window.handle("duplicate", self._duplicate)
        window.handle("every_week", self._every_week)
        self._workspace.selection_changed.connect(self.refresh)
        self._workspace.document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the commands or take them away."""
        there = bool(selected_slides(self._workspace))
        for name in ONLY_SLIDES:
            self._workspace.actions[name].setVisible(there)
        self._workspace.actions["every_week"].setVisible(bool(for_every_week(self._workspace)))

    def _new_slide(self) -> None:
        """Put a new slide behind the last selected one."""
        if chosen := selected_slides(self._workspace):
            new_slide(self._editor, chosen[-1])

    def _duplicate(self) -> None:
        if chosen := selected_slides(self._workspace):
            duplicate(self._editor, chosen)

    def _every_week(self) -> None:
        if piece := for_every_week(self._workspace):
            put_into_every_week(self._workspace, piece)
