"""A bar that lies over the page beside what is worked on, and moves nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from htpm_studio.gui.widgets.arrange import in_row

GAP = 10


class FloatingBar(QFrame):
    """Above the place, or below it where there is no room; its buttons take no focus from the page."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def add(self, *parts: QWidget) -> None:
        """Put the parts side by side."""
        self._parts = parts
        self._row = in_row(*parts, inside=self, margins=(4, 4, 8, 4), spacing=4)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """Its buttons that are shown."""
        return tuple(part for part in self._parts if isinstance(part, QToolButton) and not part.isHidden())

    def button(self, words: str, tip: str = "") -> QToolButton:
        """A button for it."""
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setText(words)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def show_beside(
        self, area: QRect, shown: Iterable[QWidget], *, within: bool = False, stays: bool = False,
        spare: Sequence[QRect] = (),
    ) -> None:  # fmt: skip
        """Show these parts above a place of the room, else below or `within` it; without any there is no bar.

        It lies where it covers least of what it is to `spare`, or `stays` where it is, for the next press of a button.
        """
        wanted = set(shown)
        for part in self._parts:
            part.setVisible(part in wanted)
        self.setVisible(bool(wanted))
        self._row.invalidate()
        self.adjustSize()
        self.raise_()
        room = self._room.rect()
        above = area.top() - GAP - self.height()
        below = min(area.bottom() + 4 * GAP, room.bottom() - self.height())
        x = max(room.left(), min(self.x() if stays else area.left(), room.right() - self.width()))
        if stays:
            self.move(x, self.y())
            return
        places = [above] if above >= room.top() else []
        places.append(max(room.top(), area.top() + GAP if within else below))

        def covers(y: int) -> int:
            """How much of what is to be spared is behind the bar there."""
            parts = (QRect(x, y, self.width(), self.height()).intersected(one) for one in spare)
            return sum(part.width() * part.height() for part in parts if part.isValid())

        self.move(x, min(places, key=covers))
