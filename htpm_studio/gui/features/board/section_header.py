"""The heading of a section of the board, and its menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from htpm_studio.gui.controllers.piece_commands import MenuBuilder
from htpm_studio.gui.core.tiles import (
    BoardSection,
    has_switch,
    pieces_of,
    reset_pieces,
    size_name,
)
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.model import MIXED, BoardViewState
from htpm_studio.gui.widgets.accessibility import RovingFocus
from htpm_studio.gui.widgets.fields import kind_label, link_button

INDENT, APART = 20, 6


class SectionHeader(QWidget):
    """One heading. It only reports what was asked for; the board does it."""

    left_out_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    ticked = Signal(str)
    opened = Signal(str)
    shown = Signal(str)
    rehearse_wanted = Signal(str)

    def __init__(self, workspace: Workspace, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self.name = workspace, name
        self.title = kind_label("", "title")
        self.box = QCheckBox(self)
        self.box.setMinimumSize(24, 24)
        self.box.clicked.connect(lambda: self.ticked.emit(name))
        self.box.hide()
        self.note = kind_label("", "muted")
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.note.setMinimumWidth(1)
        self.left_out, self.show_deck, self.rehearse, self.open = (link_button("") for _ in range(4))
        self.left_out.clicked.connect(lambda: self.left_out_wanted.emit(name))
        self.show_deck.clicked.connect(lambda: self.shown.emit(name))
        self.rehearse.clicked.connect(lambda: self.rehearse_wanted.emit(name))
        self.open.clicked.connect(lambda: self.opened.emit(name))
        self.more = QToolButton(self)
        self.more.setProperty("kind", "quiet")
        self.more.clicked.connect(lambda: self._ask_menu(self.more.rect().bottomLeft(), self.more))
        self._outer = outer = QHBoxLayout(self)
        outer.setContentsMargins(INDENT, 0, APART, 0)
        outer.setSpacing(APART)
        shown = (self.left_out, self.show_deck, self.rehearse, self.open, self.more)
        for widget in (self.title, self.note, self.box, None, *shown):
            if widget is None:
                outer.addStretch(1)  # behind the box: nothing moves when it comes
            else:
                outer.addWidget(widget)
        self._roving = RovingFocus(self, (self.box, *shown))
        self.restyle()

    def restyle(self) -> None:
        """Draw the icons in the colors of the theme."""
        self.more.setIcon(self._workspace.icon("ellipsis"))

    def show_section(self, section: BoardSection) -> None:
        """Say what the section holds."""
        side = max(16, self.fontMetrics().ascent() + 2)
        self.more.setIconSize(QSize(side, side))
        self.title.setText(section.title)
        note = self._words(section)
        self.note.setText(note)
        self.title.setAccessibleName(f"{section.title}, {note}" if note else section.title)
        gone = len({tile.piece for tile in section.tiles if tile.left_out})
        self.left_out.setText(self.tr("{count} left out").format(count=gone))
        self.left_out.setVisible(gone > 0)
        deck, week = section.medium == "deck", section.medium == "week"
        self.show_deck.setText(self.tr("Present"))
        self.rehearse.setText(self.tr("Rehearse"))
        self.open.setText(self.tr("Open") if week else self.tr("Slides"))
        for button, words in (
            (self.show_deck, self.tr("Present {what}")), (self.rehearse, self.tr("Rehearse {what}")),
            (self.open, self.tr("Open {what}")),
        ):  # fmt: skip
            button.setAccessibleName(words.format(what=section.title))
        self.show_deck.setVisible(deck)
        self.rehearse.setVisible(deck and section.minutes > 0)
        self.open.setVisible(deck or week)
        self.more.setVisible(not week)
        self.more.setToolTip(self.tr("More for {section}").format(section=section.title))
        self.more.setAccessibleName(self.more.toolTip())
        self.box.setAccessibleName(self.tr("Export {section}").format(section=section.title))
        self.box.setToolTip(self.box.accessibleName())
        self._fit_note()

    def show_tick(self, state: Qt.CheckState | None) -> None:
        """Show whether all, some or nothing of the section is ticked; None takes the box away."""
        self.box.setVisible(state is not None)
        if state is not None:
            self.box.setTristate(state == Qt.CheckState.PartiallyChecked)
            self.box.setCheckState(state)
        self._fit_note()

    def _fit_note(self) -> None:
        """Show slides and minutes where there is room for all of them; a screen reader hears them anyway."""
        others = (self.title, self.box, self.left_out, self.show_deck, self.rehearse, self.open, self.more)
        taken = sum(part.sizeHint().width() + APART for part in others if not part.isHidden())
        room = self.width() - INDENT - 2 * APART - taken
        self.note.setVisible(bool(self.note.text()) and self.note.sizeHint().width() <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit_note()

    def _words(self, section: BoardSection) -> str:
        """For a deck its slides and minutes, for a week its days."""
        if section.medium != "deck":
            return section.note if section.medium == "week" else ""
        slides = len({tile.piece for tile in section.tiles if not tile.left_out})
        if not section.minutes:
            return self.tr("{slides} slides, turns by itself").format(slides=slides)
        return self.tr("{slides} slides, {minutes} minutes").format(slides=slides, minutes=section.minutes)

    def _ask_menu(self, spot: QPoint, widget: QWidget) -> None:
        self.menu_wanted.emit(self.name, widget.mapToGlobal(spot))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the section."""
        if self.more.isVisible():
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
    """The menu of a section; `acts` are "expand" and "select"."""
    menu = QMenu(parent)
    make = MenuBuilder(workspace, menu)
    everything = section.name in view.expanded
    make.own(_tr("Show in one row") if everything else _tr("Show all"), "layout-grid", acts["expand"])
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
