"""The heading of a section of the board, and its menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from htpm_studio.gui.controllers.piece_commands import MenuBuilder
from htpm_studio.gui.core.tiles import (
    BoardSection,
    has_switch,
    pieces_of,
    reset_pieces,
    size_name,
)
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.layout import MARGIN
from htpm_studio.gui.features.board.model import MIXED, BoardViewState
from htpm_studio.gui.widgets.accessibility import RovingFocus
from htpm_studio.gui.widgets.fields import corners_of

INDENT, APART = 10, 4


class SectionHeader(QWidget):
    """One heading. It only reports what was asked for; the board does it."""

    folded = Signal(str)
    size_chosen = Signal(str, str)
    left_out_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    ticked = Signal(str)

    def __init__(self, workspace: Workspace, medium: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self.medium = workspace, medium
        self._sizes: tuple[str, ...] = ()
        self.title = QToolButton(self)
        self.title.setProperty("kind", "heading")
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.clicked.connect(lambda: self.folded.emit(medium))
        self.box = QCheckBox(self)
        self.box.setMinimumSize(24, 24)
        self.box.clicked.connect(lambda: self.ticked.emit(medium))
        self.box.hide()
        self.note = QLabel(self)
        self.note.setProperty("kind", "muted")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.left_out = QToolButton(self)
        self.left_out.setProperty("kind", "link")
        self.left_out.clicked.connect(lambda: self.left_out_wanted.emit(medium))
        self.switch = QWidget(self)
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(True)
        row = QHBoxLayout(self.switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.more = QToolButton(self)
        self.more.setProperty("kind", "quiet")
        self.more.clicked.connect(lambda: self._ask_menu(self.more.rect().bottomLeft(), self.more))
        self._outer = outer = QHBoxLayout(self)
        outer.setContentsMargins(INDENT, 0, 16, 0)
        outer.setSpacing(4)
        for widget, stretch in (
            (self.box, 0),
            (self.title, 0),
            (self.note, 1),
            (self.left_out, 0),
            (self.switch, 0),
            (self.more, 0),
        ):
            outer.addWidget(widget, stretch)
        self._roving = RovingFocus(self)
        self.restyle()

    def restyle(self) -> None:
        """Draw the icons in the colors of the theme."""
        self.more.setIcon(self._workspace.icon("ellipsis"))
        self.title.setIcon(self._workspace.icon("chevron-down"))

    def show_section(self, section: BoardSection, view: BoardViewState) -> None:
        """Say what the section holds and how it is looked at."""
        collapsed = section.medium in view.collapsed and not view.filtered
        side = max(16, self.fontMetrics().ascent() + 2)
        for button in (self.title, self.more):
            button.setIconSize(QSize(side, side))
        self.title.setText(section.title)
        self.title.setIcon(self._workspace.icon("chevron-right" if collapsed else "chevron-down"))
        note = self._words(section)
        self.note.setText(note)
        self.note.setToolTip(note)
        state = self.tr("folded") if collapsed else self.tr("expanded")
        self.title.setAccessibleName(f"{section.title}, {note}, {state}")
        gone = len({tile.piece for tile in section.tiles if tile.left_out})
        self.left_out.setText(self.tr("{count} left out. Show").format(count=gone))
        self.left_out.setVisible(gone > 0)
        self.more.setToolTip(self.tr("More for {section}").format(section=section.title))
        self.more.setAccessibleName(self.more.toolTip())
        self.box.setAccessibleName(self.tr("Export {section}").format(section=section.title))
        self.box.setToolTip(self.box.accessibleName())
        self._fill_switch(section, view.shape_of(section))
        self._fit()

    def show_tick(self, state: Qt.CheckState | None) -> None:
        """Show whether all, some or nothing of the section is ticked; None takes the box away."""
        shown = state is not None
        if shown != self.box.isVisibleTo(self):
            self.box.setVisible(shown)
            self._outer.setContentsMargins(MARGIN if shown else INDENT, 0, 16, 0)
            self._rove()
        if state is not None:
            self.box.setTristate(state == Qt.CheckState.PartiallyChecked)
            self.box.setCheckState(state)

    def _words(self, section: BoardSection) -> str:
        tiles = [tile for tile in section.tiles if not tile.left_out]
        files = {spec.path for tile in tiles for spec in tile.specs}
        pieces = {spec.piece for tile in tiles for spec in tile.specs}
        kinds = {path.rpartition(".")[2].upper() for path in files}
        if has_switch(section):
            words = self.tr("{pieces} pieces in {sizes} sizes").format(pieces=len(pieces), sizes=len(section.sizes))
        elif any(tile.page.piece for tile in tiles):
            words = self.tr("{pieces} pieces, {pages} pages, {files} files")
            words = words.format(pieces=len(pieces), pages=len(tiles), files=len(files))
        else:
            words = self.tr("{pieces} pieces, {files} files").format(pieces=len(pieces), files=len(files))
        return ", ".join((words, " + ".join(sorted(kinds)))) if kinds else words

    def _fill_switch(self, section: BoardSection, now: str) -> None:
        sizes = (MIXED, *section.sizes) if has_switch(section) else ()
        if sizes != self._sizes:
            self._sizes = sizes
            for button in self._buttons.buttons():
                self._buttons.removeButton(button)
                button.deleteLater()
            for size in sizes:
                self._add(size)
        buttons = self._buttons.buttons()
        for button in buttons:
            button.setProperty("segment", corners_of(button is buttons[0], button is buttons[-1]))
            button.setChecked(button.property("shape") == now)
        self._rove()

    def _rove(self) -> None:
        self._roving.set_controls([self.box, self.title, self.left_out, *self._buttons.buttons(), self.more])

    def _add(self, size: str) -> None:
        button = QToolButton(self.switch)
        button.setText(size_name(size) if size else self.tr("Mixed"))
        button.setToolTip(self.tr("Show every piece in this shape") if size else self.tr("Show one of each shape"))
        button.setCheckable(True)
        button.setProperty("shape", size)
        button.clicked.connect(lambda: self.size_chosen.emit(self.medium, size))
        self._buttons.addButton(button)
        layout = self.switch.layout()
        if layout is not None:
            layout.addWidget(button)

    def _fit(self) -> None:
        """The shapes are in the menu too, so they give way where there is no room."""
        others = (self.title, self.note, self.left_out, self.more, self.box)
        taken = sum(one.sizeHint().width() + APART for one in others if one.isVisibleTo(self))
        room = self.width() - taken - INDENT - MARGIN
        self.switch.setVisible(bool(self._sizes) and self.switch.sizeHint().width() <= room)

    def _ask_menu(self, spot: QPoint, widget: QWidget) -> None:
        self.menu_wanted.emit(self.medium, widget.mapToGlobal(spot))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the shapes where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the section."""
        self._ask_menu(event.pos(), self)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def section_menu(
    workspace: Workspace,
    section: BoardSection,
    view: BoardViewState,
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
            entry.setChecked(view.shape_of(section) == size)
    if section.medium == "social":
        make.line()
        make.command("shuffle")
    menu.addSeparator()
    make.own(_tr("Select all here"), "square-check", acts["select"])
    changed = [tile for tile in section.tiles if tile.changed and not tile.locked and not tile.left_out]
    if changed:
        count = len(pieces_of(changed))
        text = _tr("Reset {count} changed pieces").format(count=count) if count > 1 else _tr("Reset 1 changed piece")
        make.own(text, "rotate-ccw", lambda: reset_pieces(workspace.document, changed)).setObjectName("reset")
    return menu
