"""What tests of the editor share: the page by itself with a piece open, and waiting for its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.editor.all_words import WordsRow
from htpm_studio.gui.features.editor.page import EditorPage
from tests.gui.parts import controllers_of

PHOTO = "w2/social/w2-healthy-workforce"
CHECKLIST = "w2/social/w2-buy-with-care"
SLIDE = "w2/deck/training/11"
BULLETS = "w2/deck/training/5"
CARDS = "w2/print/hotline-cards"
BACKGROUND = "w2/background/side-band"
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Editor:
    """The page with what a test does over and over."""

    def __init__(self, bot: QtBot, page: EditorPage) -> None:
        self.bot, self.page = bot, page
        self.controller, self.document = page.controller, page.controller.document
        self.stage, self.inspector = page.stage, page.inspector

    def open(self, piece: str) -> None:
        """Open a piece and wait until it is drawn."""
        self.controller.workspace.opened.emit(piece)
        self.drawn()

    def drawn(self) -> None:
        """Wait until the stage shows the piece as it is."""
        page = self.page

        def current() -> bool:
            now, shown = self.controller.now, page.shown
            if now is None or shown is None or shown.request.part != self.controller.side:
                return False
            return shown.request.spec == now.tile.page and self._settled()

        self.bot.waitUntil(current, timeout=5000)

    def _settled(self) -> bool:
        shown = self.page.shown
        return shown is not None and not shown.request.draft and not self.controller.later.isActive()

    def choose(self, words: str) -> None:
        """Choose an entry of the menu of the open piece."""
        menu = self.page.menu()
        assert menu is not None
        next(one for one in menu.actions() if one.text() == words and one.isEnabled()).trigger()
        menu.deleteLater()
        self.settle()

    def offers(self, words: str) -> bool:
        """Whether the menu of the open piece has an entry that can be chosen."""
        menu = self.page.menu()
        assert menu is not None
        menu.deleteLater()
        return any(one.text() == words and one.isEnabled() for one in menu.actions())

    def write(self, path: str, text: str) -> None:
        """Replace a text on the picture, which is left then."""
        typing = self.page.typing
        if not typing.active or typing.path != path:
            self.drawn()
            assert typing.enter(path), path
        self.type(typing.mirror, text)
        typing.leave()
        self.settle()

    def listed(self) -> dict[str, WordsRow]:
        """The rows of the list of all words by their paths; those of fixed words by what they say."""
        self.drawn()
        return {row.path or row.words: row for row in self.inspector.words.rows()}

    def type(self, widget: QWidget, text: str) -> None:
        """Replace the text of a field: its last letter by a real key, what is before it in one go, as if dictated."""
        widget.setFocus()
        self.bot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text:
            dictated = QInputMethodEvent()
            dictated.setCommitString(text[:-1])
            QApplication.sendEvent(widget, dictated)
            self.bot.keyClicks(widget, text[-1])
        else:
            self.bot.keyClick(widget, Qt.Key.Key_Delete)
        self.settle()

    def settle(self) -> None:
        """Let the controller read the document again."""
        self.bot.waitUntil(lambda: not self.controller.later.isActive(), timeout=2000)

    def edits(self) -> dict[str, str]:
        """The edits of the open piece."""
        return dict(self.controller.own())

    def spot(self, across: float, down: float) -> QPoint:
        """A point of the picture on the stage."""
        assert self.stage.framing is not None
        box = self.stage.framing.box
        return self.stage.mapFromScene(box.x + box.width * across, box.y + box.height * down)

    def drag(self, by: QPoint, *, steps: int = 4, drop: bool = True) -> None:
        """Pull the picture with the mouse."""
        start, port = self.spot(0.2, 0.2), self.stage.viewport()
        self.bot.mousePress(port, LEFT, PLAIN, start)
        for number in range(1, steps + 1):
            self.bot.mouseMove(port, start + by * number / steps)
        if drop:
            self.bot.mouseRelease(port, LEFT, PLAIN, start + by)
            self.settle()


@pytest.fixture
def editor(qtbot: QtBot, workspace: Workspace) -> Iterator[Editor]:
    """The editor page, shown by itself."""
    page = EditorPage(
        controllers_of(workspace).editor,
        controllers_of(workspace).pictures,
        controllers_of(workspace).posting,
    )
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield Editor(qtbot, page)
    page.hide()


def until(bot: QtBot, ready: Callable[[], bool]) -> None:
    """Wait up to five seconds."""
    bot.waitUntil(ready, timeout=5000)
