"""A hand on mouse and keyboard: the real program on a screen of its own, used through the window system by xdotool.

`python -m tests.gui.hands KIT SCENARIO` opens the window on the screen of DISPLAY and lets a scenario use it. It runs
beside the program's own loop, so that menus and drags have theirs. Which gestures reached the program is written beside
the kit.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from htpm_studio import gui
from htpm_studio.gui import app
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.dialogs import ErrorDialog

T = TypeVar("T")
GESTURES = (
    "mousePressEvent", "mouseDoubleClickEvent", "wheelEvent", "contextMenuEvent", "keyPressEvent", "dropEvent",
)  # fmt: skip
PATIENCE = 60.0
LEFT, RIGHT, WHEEL_UP, WHEEL_DOWN = 1, 3, 4, 5
OUTSIDE = QPoint(1399, 859)
"""Where the window of another program is, in the corner of the screen."""


def known_gestures() -> dict[str, tuple[type, str]]:
    """Every place of the program that answers to mouse, wheel, keys or a drop, by its name."""
    found = {}
    for module in pkgutil.walk_packages(gui.__path__, "htpm_studio.gui."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and value.__module__ == module.name:
                for name in GESTURES:
                    if name in vars(value):
                        found[f"{module.name.removeprefix('htpm_studio.gui.')}.{value.__name__}.{name}"] = (value, name)
    return found


def recorded_gestures() -> list[str]:
    """The names of those that the scenarios make, sorted."""
    return Path(__file__).with_name("gestures.txt").read_text(encoding="utf-8").split()


def note_gestures(used: set[str]) -> None:
    """Note which of them are asked for; nothing but hands sends such events in this process."""
    for called, (owner, name) in known_gestures().items():
        setattr(owner, name, _noting(getattr(owner, name), called, used))


def _noting(real: Callable[..., object], called: str, used: set[str]) -> Callable[..., object]:
    @wraps(real)
    def handler(self: object, event: QEvent) -> object:
        used.add(called)
        return real(self, event)

    return handler


class Asker(QObject):
    """Runs what another thread asks for in the thread of the window, nested loops included."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(lambda job: job(), Qt.ConnectionType.QueuedConnection)


class Hands:
    """Moves the mouse, presses keys and looks at the window. Points are those of the screen."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self.window: MainWindow
        self.delay = 0.03

    # ---------------------------------------------------------------- looking

    def see(self, look: Callable[[], T]) -> T:
        """What a function says in the thread of the window."""
        found: list[tuple[bool, Any]] = []
        done = threading.Event()

        def job() -> None:
            try:
                found.append((True, look()))
            except BaseException as error:
                found.append((False, error))
            done.set()

        self._asker.asked.emit(job)
        if not done.wait(PATIENCE):
            raise AssertionError("the window does not answer")
        good, value = found[0]
        if not good:
            raise value
        return value  # type: ignore[no-any-return]

    def until(self, look: Callable[[], object], what: str) -> None:
        """Wait for something to be so."""
        end = time.monotonic() + PATIENCE
        while not self.see(look):
            self.calm()
            if time.monotonic() > end:
                raise AssertionError(f"it never came about that {what}")
            time.sleep(0.05)

    def rest(self, seconds: float = 0.3) -> None:
        """Let the window do what it does by and by."""
        time.sleep(seconds)
        self.calm()

    def calm(self) -> None:
        """Nothing unexpected happened so far."""
        open_now = self.see(lambda: [one for one in QApplication.topLevelWidgets() if _is_trouble(one)])
        if open_now:
            raise AssertionError("the window says that something unexpected happened")

    # ---------------------------------------------------------------- mouse and keys

    def do(self, *words: object) -> None:
        """One call of xdotool."""
        subprocess.run(["xdotool", *(str(word) for word in words)], check=True, timeout=PATIENCE)
        time.sleep(self.delay)

    def move(self, spot: QPoint) -> None:
        """Bring the pointer to a point."""
        self.do("mousemove", spot.x(), spot.y())

    def click(self, spot: QPoint, button: int = LEFT) -> None:
        """Click."""
        self.move(spot)
        self.do("click", button)

    def double_click(self, spot: QPoint) -> None:
        """Click twice at once."""
        self.move(spot)
        self.do("click", "--repeat", 2, "--delay", 60, LEFT)

    def wheel(self, spot: QPoint, turns: int) -> None:
        """Turn the wheel over a point: up, or with a number below 0 down."""
        self.move(spot)
        self.do("click", "--repeat", abs(turns), "--delay", 20, WHEEL_UP if turns > 0 else WHEEL_DOWN)

    @contextmanager
    def held(self, key: str) -> Iterator[None]:
        """Hold a key down meanwhile."""
        self.do("keydown", key)
        yield
        self.do("keyup", key)

    def key(self, *keys: str) -> None:
        """Press keys one after the other, such as "shift+F10"."""
        for one in keys:
            self.do("key", "--clearmodifiers", one)

    def type(self, words: str) -> None:
        """Type."""
        self.do("type", "--delay", 20, words)

    def drop_file(self, file: Path, *way: QPoint) -> None:
        """Drag a file from the window of another program along a way and let go."""
        words = [sys.executable, "-m", "tests.gui.dnd_source_window", str(OUTSIDE.x()), str(OUTSIDE.y()), str(file)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "ready\n"
            time.sleep(0.5)
            self.drag(OUTSIDE + QPoint(20, 20), *way)
            other.terminate()
        self.rest()

    def drag(self, start: QPoint, *way: QPoint, drop: bool = True) -> None:
        """Press, go from point to point and let go."""
        self.move(start)
        self.do("mousedown", LEFT)
        last = start
        for goal in way:
            for step in range(1, 9):
                self.move(last + (goal - last) * step / 8)
            last = goal
        time.sleep(0.15)
        self.move(last + QPoint(1, 0))
        time.sleep(0.15)
        if drop:
            self.do("mouseup", LEFT)
            self.rest()

    # ---------------------------------------------------------------- places

    def place(self, widget: QWidget, spot: QPoint | None = None) -> QPoint:
        """A point of a widget on the screen: its middle, or a given one."""
        return self.see(lambda: widget.mapToGlobal(widget.rect().center() if spot is None else spot))

    def item(self, view: QAbstractItemView, row: int, column: int = 0) -> QPoint:
        """The middle of an item on the screen, brought into sight first."""

        def find() -> QPoint:
            index = view.model().index(row, column)
            view.scrollTo(index)
            seen: QRect = view.visualRect(index).intersected(view.viewport().rect())
            return view.viewport().mapToGlobal(seen.center())

        self.see(find)
        time.sleep(0.1)
        return self.see(find)

    # ---------------------------------------------------------------- menus

    def menu(self) -> QMenu | None:
        """The open menu."""
        popup = self.see(QApplication.activePopupWidget)
        return popup if isinstance(popup, QMenu) else None

    def entries(self) -> list[str]:
        """The words of the open menu, once it is there; [] when none comes."""
        end = time.monotonic() + 8
        while (menu := self.menu()) is None:
            if time.monotonic() > end:
                return []
            time.sleep(0.05)
        shown = menu
        return self.see(lambda: [_words(one) for one in shown.actions() if one.isVisible() and one.text()])

    def choose(self, *path: str) -> None:
        """Click an entry of the open menu, through its submenus; an entry is found by how its text begins."""
        self.entries()
        for words in path:
            menu = self.menu()
            assert menu is not None, f"there is no menu with {words}"
            self.click(self.see(lambda menu=menu, words=words: _entry_place(menu, words)))  # type: ignore[misc]
            time.sleep(0.3)
        self.rest()


def _words(entry: QAction) -> str:
    return entry.text().replace("&", "")


def _entry_place(menu: QMenu, words: str) -> QPoint:
    entry = next((one for one in menu.actions() if one.isVisible() and _words(one).startswith(words)), None)
    if entry is None:
        raise AssertionError(f"the menu has no {words!r} but {[one.text() for one in menu.actions()]}")
    return menu.mapToGlobal(menu.actionGeometry(entry).center())


def _is_trouble(widget: QWidget) -> bool:
    return isinstance(widget, ErrorDialog) and widget.isVisible()


def _work(hands: Hands, scenario: str, done: Path, used: set[str]) -> None:
    try:
        end = time.monotonic() + PATIENCE
        while QApplication.instance() is None:
            time.sleep(0.05)
        while not (shown := hands.see(_windows)):
            assert time.monotonic() < end, "the window never came"
            time.sleep(0.1)
        hands.window = shown[0]
        hands.do("windowfocus", "--sync", hands.see(lambda: int(hands.window.winId())))
        hands.rest(0.5)
        module, _, name = scenario.rpartition(":")
        getattr(importlib.import_module(module), name)(hands)
        hands.calm()
        done.write_text("\n".join(sorted(used)), encoding="utf-8")
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def _windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]


def main(kit: str, scenario: str) -> int:
    """Open the program with a kit and let a scenario use it."""
    used: set[str] = set()
    note_gestures(used)
    app.make_application([kit])
    words = (Hands(Asker()), scenario, Path(kit).with_suffix(".gestures"), used)
    threading.Thread(target=_work, args=words, daemon=True).start()
    return app.run([kit])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
