"""The strip of sister pieces at the left of the editor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from htpm_studio.compose.canvas import CANVASES
from htpm_studio.gui.choices_fields import themed
from htpm_studio.gui.editor.gallery import Card, Gallery
from htpm_studio.gui.editor.session import session_of
from htpm_studio.gui.pieces import Tile
from htpm_studio.gui.workspace import Workspace

NARROW, WIDE = 136, 184


class StripPage(QWidget):
    """Sister pieces as small live pictures; pages of one file are numbered and can be moved and left out."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.session = workspace, session_of(workspace)
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.PREFERRED_WIDTH = NARROW
        self.setMinimumWidth(NARROW - 16)
        self.back = QToolButton(self)
        self.back.setText(self.tr("Board"))
        self.back.setProperty("kind", "quiet")
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setToolTip(self.tr("Back to the board (Esc)"))
        themed(workspace, self.back, "arrow-left")
        self.back.clicked.connect(self.session.back)
        self.list = Gallery(workspace, "strip", across=False, extent=NARROW, parent=self)
        self.list.setAccessibleName(self.tr("Sister pieces"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 4, 4)
        column.addWidget(self.back)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self.move_page)
        self.list.removed.connect(self.toggle_left_out)
        self.session.refreshed.connect(self.refresh)
        self.session.opened.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Pictures are asked for when they are in sight."""
        super().showEvent(event)
        self.session.strip_shown = True
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Note that another page took its place; tucked away for a side panel, it still is the page of the pane."""
        super().hideEvent(event)
        stack = self.parentWidget()
        self.session.strip_shown = isinstance(stack, QStackedWidget) and stack.currentWidget() is self

    def refresh(self) -> None:
        """Show the sisters of the open piece."""
        now = self.session.now
        if now is None:
            self.list.show_cards((), "")
            return
        many = bool(now.tile.page.piece)
        self.PREFERRED_WIDTH = WIDE if many else NARROW
        kit = self.session.document.kit()
        made = []
        for number, tile in enumerate(now.sisters, 1):
            size = CANVASES[tile.page.canvas].size
            out = tile.piece in now.left_out
            made.append(
                Card(
                    tile.piece, tile.title, tile.page, kit, size.ratio, self._marks(tile, out=out), out,
                    str(number) if many else "",
                )
            )  # fmt: skip
        self.list.show_cards(made, now.tile.piece)

    def move_page(self, by: int) -> None:
        """Move the open page of many."""
        if self.session.move(self.tr("Move slide"), by):
            self.session.refresh()

    def toggle_left_out(self) -> None:
        """Leave the open piece out, or take it in again."""
        now = self.session.now
        if now is not None:
            out = now.tile.piece not in now.left_out
            step = self.tr("Leave out {what}") if out else self.tr("Take in {what}")
            self.session.set_left_out(step.format(what=now.tile.title), out=out)
            self.workspace.toast((self.tr("Left out of the kit.") if out else self.tr("Back in the kit.")), undo=True)

    def _choose(self, piece: str) -> None:
        if piece != self.session.piece:
            focused = self.list.hasFocus()
            self.session.open(piece)
            if focused:
                self.list.setFocus()

    def _marks(self, tile: Tile, *, out: bool) -> tuple[tuple[str, str], ...]:
        marks = []
        if out:
            marks.append(("eye-off", self.tr("left out")))
        if tile.changed:
            marks.append(("pencil", self.tr("changed here")))
        if tile.locked:
            marks.append(("lock", self.tr("locked")))
        return tuple(marks)
