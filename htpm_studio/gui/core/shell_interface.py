"""What features know of the main window, which they are given and do not import."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.dnd import DropMarks, DropTarget, Sort
from htpm_studio.gui.core.workspace import Workspace

SMALLEST, LARGEST = 0.5, 2.5


Factory = Callable[[], QWidget]


@dataclass(frozen=True, slots=True)
class PageFactories:
    """Every page of the middle, panel at the right and card below the brand strip by name, and what makes the strip.

    `owned` names the pages that a panel has something to say about; one that is not in it belongs to all.
    """

    center: Mapping[str, Factory]
    right: Mapping[str, Factory]
    card: Mapping[str, Factory]
    strip: Factory
    owned: Mapping[str, tuple[str, ...]]

    def has(self, side: str, name: str) -> bool:
        """Whether there is such a page on that side."""
        return name in getattr(self, side)

    def belongs(self, panel: str, page: str) -> bool:
        """Whether a panel has something to say beside a page of the middle."""
        return page in self.owned.get(panel, (page,))


class DropTargets(Protocol):
    """Which places of a window take what is dragged over it."""

    def target(self, window: Shell, spot: QPoint, sort: Sort, *, words: bool) -> DropTarget | None:
        """Where something of this sort would go at a spot of the window."""

    def marks(self, window: Shell, sort: Sort) -> DropMarks:
        """Which of the pieces in sight take it, and which do not."""

    def others(self, window: Shell, sort: Sort) -> list[DropTarget]:
        """Parts of the window that take it by themselves, as far as they can be seen."""


class CenterPage(QWidget):
    """A page of the middle as the window knows it."""

    def foot_part(self) -> QWidget | None:
        """The part at the lower edge that nothing may cover, where the page has one."""
        return None

    def command_slots(self) -> Mapping[str, Callable[[], object]]:
        """What the page does for the commands of the window, by their names."""
        return {}


class PieceBoard(CenterPage):
    """The board as the window knows it."""

    find_cleared = Signal()

    @abstractmethod
    def take_keys(self, actions: Sequence[QAction]) -> None:
        """Let the keys of these commands work where the pieces are."""

    @abstractmethod
    def open_week(self, week: int) -> None:
        """Show another week, if it has texts."""

    @abstractmethod
    def set_width_class(self, name: str) -> None:
        """Arrange for a width class of the window: compact, medium, wide, large or huge."""

    @abstractmethod
    def show_header(self, widget: QWidget) -> None:
        """Scroll to the heading that a widget with the focus is in."""

    @abstractmethod
    def show_changed(self, pieces: Sequence[str]) -> str:
        """Ring and reveal what undo or redo changed; the answer is what that is called, "" where it is not here."""

    @abstractmethod
    def find_pieces(self, pieces: Sequence[str]) -> None:
        """Ring and reveal pieces of any week, whatever is looked for now."""

    @abstractmethod
    def selected_place(self) -> QRect:
        """Where the first selected piece is in sight, in the page; empty when none is."""

    @abstractmethod
    def set_find(self, words: str) -> None:
        """Show only the pieces with these words."""

    @abstractmethod
    def set_checking(self, on: bool) -> None:
        """Say whether the checks are shown beside the board."""


class Shell(QMainWindow):
    """The main window as features know it."""

    workspace: Workspace
    menus: Sequence[QMenu]
    undo_menu: QMenu

    @abstractmethod
    def handle(self, name: str, slot: Callable[[], object]) -> None:
        """Let `slot` do the work of a command; it can be used from then on."""

    @abstractmethod
    def on_close(self, ask: Callable[[], bool]) -> None:
        """Add a question asked before the window closes; False keeps it open."""

    @abstractmethod
    def shows_panel(self, name: str) -> bool:
        """Whether a panel is open at the right."""

    @property
    @abstractmethod
    def board(self) -> PieceBoard | None:
        """The board, once it was shown."""

    @property
    @abstractmethod
    def center_name(self) -> str:
        """The name of the page in the middle."""

    @abstractmethod
    def open_card(self, name: str) -> QWidget | None:
        """Open a card below the brand strip; the answer is the card, or None for an unknown name."""

    @property
    @abstractmethod
    def center_area(self) -> QWidget:
        """The part of the window that its center takes."""

    @abstractmethod
    def add_export_set(self, action: QAction) -> None:
        """Offer a set of files in the menu of the export button."""

    @abstractmethod
    def reserve_export(self, words: Sequence[str]) -> None:
        """Give the export button room for the longest of these, so that nothing moves when it says another."""

    @abstractmethod
    def restyle_export(self) -> None:
        """Give the export button its icon, which a changed action takes away."""


@runtime_checkable
class SteppedPanel(Protocol):
    """A panel that goes from step to step; its command leads back to the first one before it closes the panel."""

    def step_back(self) -> bool:
        """Show the first step; False where that is what is shown, or must not be left."""


COMPACT_BELOW, MEDIUM_BELOW, LARGE_FROM, HUGE_FROM = 900, 1280, 1600, 2400
COMPACT_HEIGHT = 560


def width_class(width: int, height: int, text_scale: float) -> str:
    """The width class of a window, measured in text of normal size: compact, medium, wide, large or huge."""
    wide, high = width / text_scale, height / text_scale
    if wide < COMPACT_BELOW or high < COMPACT_HEIGHT:
        return "compact"
    if wide < MEDIUM_BELOW:
        return "medium"
    if wide < LARGE_FROM:
        return "wide"
    return "large" if wide < HUGE_FROM else "huge"
