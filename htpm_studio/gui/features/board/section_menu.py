"""The menu of a section of the board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from htpm_studio.gui.components.piece_menus import MenuBuilder
from htpm_studio.gui.core.piece_edits import (
    pieces_of,
    reset,
)
from htpm_studio.gui.core.pieces import BoardSection, has_switch, size_name
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.model import MIXED, View


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def section_menu(
    workspace: Workspace,
    section: BoardSection,
    view: View,
    acts: Mapping[str, Callable[[], object]],
    choose_size: Callable[[str], object],
    parent: QWidget,
) -> QMenu:
    """The menu of a section; `acts` are "fold", "expand" and "select"."""
    menu = QMenu(parent)
    make = MenuBuilder(workspace, menu)
    everything, folded = section.medium in view.expanded, section.medium in view.collapsed
    make.own(_tr("Show in one row") if everything else _tr("Show all"), "layout-grid", acts["expand"])
    make.own(_tr("Unfold") if folded else _tr("Fold"), "chevron-down" if folded else "chevron-right", acts["fold"])
    if has_switch(section):
        menu.addSeparator()
        for size in (MIXED, *section.sizes):
            entry = make.own(size_name(size) if size else _tr("Mixed"), "", partial(choose_size, size))
            entry.setCheckable(True)
            entry.setChecked(view.sizes.get(section.medium, MIXED) == size)
    menu.addSeparator()
    make.own(_tr("Select all here"), "square-check", acts["select"])
    changed = [tile for tile in section.tiles if tile.changed and not tile.locked and not tile.left_out]
    if changed:
        count = len(pieces_of(changed))
        text = _tr("Reset {count} changed pieces").format(count=count) if count > 1 else _tr("Reset 1 changed piece")
        make.own(text, "rotate-ccw", lambda: reset(workspace.document, changed)).setObjectName("reset")
    return menu
