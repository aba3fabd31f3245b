"""A user who clicks, types and drags without sense, the same way for each seed, and everything that must hold then.

`benchmarks/walk.py` walks for longer.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import random
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any
from unittest.mock import patch

from PIL import Image
from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDesktopServices,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from htpm_studio import paths
from htpm_studio.errors import InputError
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.gui.app import make_application
from htpm_studio.gui.kit_file.recovery import same_kit
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.project.brand_file import save_brand
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.store import read_project, save_project
from tests.gui.parts import controllers_of, make_window

TODAY = dt.date(2026, 11, 25)
NEVER = ("quit",)
OFFSCREEN = "This plugin does not support"
MENU_MS, LONG_TURN, LONGEST_WAIT = 200, 1.5, 60.0
WORDS = ("Help is here.", "x", "", "Ñandú & <b>Söhne</b>", "  two   spaces ", "line\nline", "#1F4E7A", "9" * 30,
         "Trafficking can be reported " * 12, "https://example.org", "اتصل بنا", "2027-01-05", "🙂")  # fmt: skip
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Delete,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_A, Qt.Key.Key_7,
)  # fmt: skip
MODIFIERS = (
    *([Qt.KeyboardModifier.NoModifier] * 5),
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SIZES = ((1440, 900), (1024, 640), (800, 480), (1920, 1080))
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


@dataclass
class Found:
    """What a walk came upon: each fault with the steps before it, and how long the window did not answer."""

    faults: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    longest: float = 0.0
    longest_step: str = ""
    memory: list[float] = field(default_factory=list)

    def fault(self, words: str) -> None:
        """Keep a fault with what was done last."""
        self.faults.append("\n    ".join((words, *self.steps[-8:])))


class Walker:
    """Uses one window. `step` does one thing, `settle` waits for what goes on, `check` looks whether all is well."""

    def __init__(self, window: MainWindow, seed: int, files: Sequence[Path], found: Found) -> None:
        self.window, self.files, self.found = window, files, found
        self.dice = random.Random(seed)
        self.document = window.workspace.document
        self._ways: tuple[tuple[int, Callable[[QWidget], str]], ...] = (
            (6, self.press), (5, self.command), (5, self.type), (5, self.key), (6, self.click), (2, self.drag),
            (3, self.choose), (1, self.wheel), (1, self.resize), (2, self.drop), (1, self.menu),
        )  # fmt: skip

    # ---------------------------------------------------------------- what there is to use

    def place(self) -> QWidget:
        """Where a user can act now: an open menu, a window in front, else any window."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if front is not None:
            return front
        others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        others = [one for one in others if one.isWindow() and one.windowType() != Qt.WindowType.ToolTip]
        return self.dice.choice(others) if others and self.dice.random() < 0.7 else self.window

    def shown(self, place: QWidget, kind: type | tuple[type, ...]) -> list[Any]:
        """Parts of a window that a user can see and use, in an order that does not change."""
        kinds = kind if isinstance(kind, tuple) else (kind,)
        return [
            one for one in place.findChildren(QWidget)
            if isinstance(one, kinds) and one.isVisible() and one.isEnabled() and one.window() is place.window()
            and not one.visibleRegion().isEmpty()
        ]  # fmt: skip

    # ---------------------------------------------------------------- what is done

    def step(self) -> None:
        """Do one thing."""
        place = self.place()
        way = self.dice.choices([way for _, way in self._ways], [weight for weight, _ in self._ways])[0]
        if isinstance(place, QMenu):
            way = self.menu_entry
        self.found.steps.append(f"{way.__name__} in {type(place).__name__}")
        self.timed(lambda: self.found.steps.append(f"  {way(place)}"))

    def press(self, place: QWidget) -> str:
        """Click a button."""
        buttons = self.shown(place, QAbstractButton)
        if not buttons:
            return "no button"
        button = self.dice.choice(buttons)
        words = f"button {button.text() or button.accessibleName() or button.toolTip()!r}"
        QTest.mouseClick(button, LEFT, PLAIN, button.rect().center())
        return words

    def command(self, _place: QWidget) -> str:
        """Use a command of the window."""
        if QApplication.activeModalWidget() is not None:
            return "a window is in front"
        actions = self.window.workspace.actions
        names = [name for name, action in actions.items() if action.isEnabled() and name not in NEVER]
        name = self.dice.choice(names)
        actions[name].trigger()
        return f"command {name}"

    def menu(self, _place: QWidget) -> str:
        """Open a menu of the menu bar, as its entries are made then."""
        if QApplication.activeModalWidget() is not None:
            return "a window is in front"
        menu = self.dice.choice(self.window.menus)
        menu.popup(self.window.mapToGlobal(QPoint(20, 20)))
        return f"menu {menu.title()}"

    def menu_entry(self, place: QWidget) -> str:
        """Choose an entry of an open menu, or close it."""
        menu = place
        assert isinstance(menu, QMenu)
        entries = [one for one in menu.actions() if self._usable(one)]
        if not entries or self.dice.random() < 0.25:
            QTest.keyClick(menu, Qt.Key.Key_Escape)
            return "closed the menu"
        entry = self.dice.choice(entries)
        words = f"entry {entry.text()}"
        inside = entry.menu()
        if isinstance(inside, QMenu):
            inside.aboutToShow.emit()
            own = [one for one in inside.actions() if self._usable(one) and one.menu() is None]
            menu.close()
            if own:
                chosen = self.dice.choice(own)
                words += f" > {chosen.text()}"
                chosen.trigger()
            return words
        menu.setActiveAction(entry)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        return words

    @staticmethod
    def _usable(entry: QAction) -> bool:
        return entry.isEnabled() and entry.isVisible() and not entry.isSeparator() and entry.objectName() not in NEVER

    def type(self, place: QWidget) -> str:
        """Write into a field, over what is there or behind it."""
        fields = self.shown(place, FIELDS)
        if not fields:
            return "no field"
        chosen = self.dice.choice(fields)
        words = self.dice.choice(WORDS)
        chosen.setFocus()
        if self.dice.random() < 0.5:
            QTest.keyClick(chosen, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in words[:40]:
            if not chosen.isVisible():
                break
            press_letter(chosen, letter)
        return f"field {chosen.accessibleName() or chosen.objectName()!r}: {words[:40]!r}"

    def key(self, place: QWidget) -> str:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or place
        key, modifier = self.dice.choice(KEYS), self.dice.choice(MODIFIERS)
        for _ in range(self.dice.choice((1, 1, 3))):
            QTest.keyClick(target, key, modifier)
            target = QApplication.focusWidget() or place
        return f"{modifier.name} {key.name} in {type(target).__name__}"

    def click(self, place: QWidget) -> str:
        """Click anywhere, once or twice, or with the other button."""
        spot = QPoint(self.dice.randrange(max(1, place.width())), self.dice.randrange(max(1, place.height())))
        target = place.childAt(spot) or place
        inside, kind = target.mapFrom(place, spot), self.dice.random()
        words = f"{type(target).__name__} {target.accessibleName()!r} at {inside.x()}, {inside.y()}"
        if kind < 0.25:
            top = target.mapToGlobal(inside)
            QApplication.sendEvent(target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, inside, top))
            return f"right click on {words}"
        QTest.mouseClick(target, LEFT, self.dice.choice(MODIFIERS), inside)
        if kind > 0.85 and target.isVisible():
            QTest.mouseDClick(target, LEFT, PLAIN, inside)
        return f"click on {words}"

    def drag(self, place: QWidget) -> str:
        """Press, move and let go, or press Esc in between."""
        spot = QPoint(self.dice.randrange(max(1, place.width())), self.dice.randrange(max(1, place.height())))
        target = place.childAt(spot) or place
        start = target.mapFrom(place, spot)
        QTest.mousePress(target, LEFT, PLAIN, start)
        for number in range(1, 5):
            QTest.mouseMove(target, start + QPoint(number * self.dice.randint(-40, 40), number * 12))
        if self.dice.random() < 0.3:
            QTest.keyClick(target, Qt.Key.Key_Escape)
        QTest.mouseRelease(target, LEFT, PLAIN, start + QPoint(30, 30))
        return f"{type(target).__name__} {target.accessibleName()!r}"

    def choose(self, place: QWidget) -> str:
        """Choose in a list, turn a number, move a slider."""
        parts = self.shown(place, (QComboBox, QAbstractSlider, QAbstractSpinBox, QAbstractItemView))
        if not parts:
            return "nothing to choose"
        part = self.dice.choice(parts)
        words = f"{type(part).__name__} {part.accessibleName()!r}"
        if isinstance(part, QAbstractItemView):
            model = part.model()
            if model is not None and model.rowCount():
                index = model.index(self.dice.randrange(model.rowCount()), 0)
                part.scrollTo(index)
                spot = part.visualRect(index).center()
                QTest.mouseClick(part.viewport(), LEFT, self.dice.choice(MODIFIERS), spot)
                words += f" row {index.row()}"
            return words
        part.setFocus()
        for _ in range(self.dice.randint(1, 4)):
            QTest.keyClick(part, self.dice.choice((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown)))
        return words

    def wheel(self, place: QWidget) -> str:
        """Turn the wheel, perhaps with Ctrl."""
        spot = place.rect().center()
        target = place.childAt(spot) or place
        modifier = self.dice.choice(MODIFIERS)
        event = QWheelEvent(
            QPointF(target.mapFrom(place, spot)), QPointF(place.mapToGlobal(spot)), QPoint(),
            QPoint(0, self.dice.choice((-120, 120, -480))), Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(target, event)
        return f"{modifier.name} over {type(target).__name__}"

    def resize(self, _place: QWidget) -> str:
        """Give the window another size."""
        size = self.dice.choice(SIZES)
        if self.window.isFullScreen():
            self.window.showNormal()
        self.window.resize(*size)
        return f"{size}"

    def drop(self, _place: QWidget) -> str:
        """Drag a file over the window, and let it go or take it away."""
        if QApplication.activeModalWidget() is not None:
            return "a window is in front"
        path, data = self.dice.choice(self.files), QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        spot = QPoint(self.dice.randrange(self.window.width()), self.dice.randrange(self.window.height()))
        copy = Qt.DropAction.CopyAction
        for kind in (QDragEnterEvent, QDragMoveEvent):
            QApplication.sendEvent(self.window, kind(spot, copy, data, LEFT, PLAIN))
        if self.dice.random() < 0.3:
            QApplication.sendEvent(self.window, QDragLeaveEvent())
            return f"dragged {path.name} out again"
        QApplication.sendEvent(self.window, QDropEvent(QPointF(spot), copy, data, LEFT, PLAIN))
        return f"dropped {path.name} at {spot.x()}, {spot.y()}"

    # ---------------------------------------------------------------- looking

    def timed(self, act: Callable[[], object]) -> None:
        """Do something, let the window go on, and note how long its thread worked without a pause."""
        answer = QTimer()
        answer.timeout.connect(self._answer_menu)
        answer.start(MENU_MS)
        for one in (act, QApplication.processEvents, lambda: QTest.qWait(self.dice.choice((1, 1, 5, 30)))):
            start = time.thread_time()
            try:
                one()
            except Exception:
                self.found.fault(traceback.format_exc())
            spent = time.thread_time() - start
            if spent > self.found.longest:
                self.found.longest, self.found.longest_step = spent, " ".join(self.found.steps[-2:])
            if spent > LONG_TURN:
                self.found.fault(f"the window did not answer for {spent:.1f} s")

    def _answer_menu(self) -> None:
        """Use the menu of a button, which waits for that before it goes on."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self.found.steps.append(f"  {self.menu_entry(menu)}")

    def settle(self) -> None:
        """Close what is in front and wait until nothing goes on."""
        for _ in range(12):
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None:
                break
            QTest.keyClick(front, Qt.Key.Key_Escape)
            QApplication.processEvents()
        else:
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            self.found.fault(f"Esc does not close {type(front).__name__} {front.windowTitle()!r}" if front else "")
        workspace, end = self.window.workspace, time.monotonic() + LONGEST_WAIT
        board = self.window.board
        while workspace.renderer.busy or workspace.tasks.busy or (board is not None and board.busy):
            QTest.qWait(10)
            if time.monotonic() > end:
                self.found.fault("the window is not done after a minute")
                return

    def check(self) -> None:
        """Look at everything that is always true."""
        self.settle()
        self.found.steps.append("check")
        try:
            self._board_shows_the_kit()
            self._steps_lead_back_and_forth()
            self._file_holds_the_kit()
        except Exception:
            self.found.fault(traceback.format_exc())
        gc.collect()
        self.found.memory.append(resident())

    def _board_shows_the_kit(self) -> None:
        board = self.window.board
        assert board is not None
        if controllers_of(self.window.workspace).exporter.every_week:
            return  # the month shows some pieces of each week
        try:
            files = plan(self.document.kit())
        except InputError:
            return
        wanted = {page.piece or spec.piece for spec in files for page in spec.pages}
        tiles = [tile for section in board.model.sections for tile in section.tiles]
        there = {tile.piece for tile in tiles if not tile.left_out and not tile.words}
        if wanted != there:
            self.found.fault(f"the board does not show {sorted(wanted ^ there)[:5]}")
        if len({tile.key for tile in tiles}) != len(tiles):
            self.found.fault("two tiles of the board have one name")

    def _steps_lead_back_and_forth(self) -> None:
        stack, now = self.document.stack, self.document.project
        place, history = stack.index(), self.document.history()
        stack.go_to(0)
        if self.document.project != replace(history.base, week=now.week):
            self.found.fault("all steps taken back do not lead to the first kit")
        stack.go_to(stack.count())
        if history.steps and self.document.project != replace(history.steps[-1][1], week=now.week):
            self.found.fault("all steps done again do not lead to the last kit")
        stack.go_to(place)
        if self.document.project != now:
            self.found.fault("steps back and forth do not lead to where they began")

    def _file_holds_the_kit(self) -> None:
        path = self.files[0].parent / "walked.htpm"
        save_project(self.document.project, path)
        opened = read_project(path)
        if not same_kit(opened.project, self.document.project):
            self.found.fault("the saved file reads back as another kit")
        if opened.problems:
            self.found.fault(f"the saved file reads back with problems: {opened.problems[0]}")
        session = controllers_of(self.window.workspace).session
        if session is not None and not session.keep_now():
            self.found.fault("the kit could not be kept")


# ---------------------------------------------------------------- around a walk


def press_letter(target: QWidget, letter: str) -> None:
    """Press and let go the key of a letter; QTest only knows those of English."""
    key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, PLAIN, letter))


def resident() -> float:
    """Memory of this process in MB; 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if statm.is_file() else 0.0


def write_files(folder: Path) -> list[Path]:
    """Files of each kind that can be opened or dropped, good and bad ones."""
    kit, brand, table, text = folder / "kit.htpm", folder / "brand.htpmbrand", folder / "partners.csv", folder / "t.md"
    save_project(Project(Brand("Lakeside Coalition", colors=("#3D6B1F",)), 3, 2027), kit)
    save_brand(Brand("Hillside Coalition", colors=("#5B2A86",)), brand)
    table.write_text("organization,color\nNorth,#1F4E7A\nSouth,nothing\n", "utf-8")
    text.write_text("# Week 2\n\nSome words of a toolkit.\n", "utf-8")
    pictures = [folder / name for name in ("wide.jpg", "tall.png", "tiny.png")]
    for path, size in zip(pictures, ((1600, 1100), (1100, 1700), (20, 10)), strict=True):
        Image.linear_gradient("L").convert("RGB").resize(size).save(path)
    logo = folder / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>')
    bad = [folder / name for name in ("bad.htpm", "bad.png", "bad.csv", "bad.pdf", "other.xyz", "gone.png")]
    for path in bad[:-1]:
        path.write_bytes(b"\x89PNG nothing of the kind \xff")
    inside = folder / "folder"
    inside.mkdir()
    return [kit, brand, table, text, *pictures, logo, *bad, inside]


@contextmanager
def answered(walker_dice: random.Random, files: Sequence[Path], folder: Path) -> Iterator[None]:
    """The system's own windows answer by themselves, often with nothing; nothing outside the program is opened."""

    def one(*_rest: object, **_named: object) -> tuple[str, str]:
        return ("" if walker_dice.random() < 0.3 else str(walker_dice.choice(files))), ""

    def many(*_rest: object, **_named: object) -> tuple[list[str], str]:
        return [str(path) for path in walker_dice.sample(list(files), walker_dice.randrange(4))], ""

    def place(*_rest: object, **_named: object) -> str:
        return walker_dice.choice(("", str(folder / "kits"), str(folder), str(folder / "no" / "such")))

    def target(*_rest: object, **_named: object) -> tuple[str, str]:
        return walker_dice.choice(("", str(folder / "kits" / "new"), str(folder / "no" / "such" / "file"))), ""

    def item(_parent: object, _title: str, _label: str, items: Sequence[str], *_rest: object) -> tuple[str, bool]:
        return (items[0] if items else ""), walker_dice.random() < 0.5

    def stop(box: QMessageBox) -> int:
        """Quit, and stop what is running."""
        role = QMessageBox.ButtonRole.DestructiveRole
        next(one for one in box.buttons() if box.buttonRole(one) == role).click()
        return 0

    (folder / "kits").mkdir(exist_ok=True)
    replaced: tuple[tuple[type, str, Callable[..., Any]], ...] = (
        (QFileDialog, "getOpenFileName", one), (QFileDialog, "getOpenFileNames", many),
        (QFileDialog, "getExistingDirectory", place), (QFileDialog, "getSaveFileName", target),
        (QInputDialog, "getItem", item), (QInputDialog, "getInt", lambda *_: (120, walker_dice.random() < 0.5)),
        (QDesktopServices, "openUrl", lambda *_: True), (QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction),
        (QPrintDialog, "exec", lambda *_: 0), (QMessageBox, "exec", stop),
    )  # fmt: skip
    with ExitStack() as stack:
        for owner, name, stand_in in replaced:
            stack.enter_context(patch.object(owner, name, stand_in))
        yield


@contextmanager
def watched(found: Found) -> Iterator[None]:
    """Everything that nobody caught, and every warning of Qt, is a fault."""

    def raised(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        found.fault("".join(traceback.format_exception(kind, error, trace)))

    def threw(arguments: threading.ExceptHookArgs) -> None:
        raised(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def said(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and OFFSCREEN not in words:
            found.fault(f"Qt: {words}")

    before, before_thread = sys.excepthook, threading.excepthook
    handler = qInstallMessageHandler(said)
    sys.excepthook, threading.excepthook = raised, threw
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before, before_thread
        qInstallMessageHandler(handler)


def walk(
    seed: int, steps: int, home: Path, *, every: int = 50, tell: Callable[[str], object] = lambda _: None
) -> Found:
    """Walk through a new window in the folder `home`, which the program takes for its own."""
    app = make_application([])
    found = Found()
    folder = home / "files"
    folder.mkdir()
    files = write_files(folder)
    with patch.dict(os.environ, {paths.OVERRIDE: str(home / "studio")}), watched(found):
        window = make_window(app, None, TODAY)
        walker = Walker(window, seed, files, found)
        with answered(walker.dice, files, folder):
            window.resize(1440, 900)
            window.show()
            window.activateWindow()
            for number in range(1, steps + 1):
                if not window.isVisible():
                    found.fault("the window has closed")
                    break
                walker.step()
                if number % every == 0 or number == steps:
                    walker.check()
                    tell(f"seed {seed}, step {number}: {len(found.faults)} faults, {found.memory[-1]:.0f} MB")
            walker.settle()
            if not window.close():
                found.fault("the window does not close")
            window.deleteLater()
            app.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    return found
