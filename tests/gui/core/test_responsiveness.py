from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from htpm_studio.gui.core import responsiveness as answering
from htpm_studio.gui.core.responsiveness import Responsiveness
from htpm_studio.gui.core.workspace import Workspace


@pytest.fixture
def usual_python() -> Iterator[None]:
    """Python as it was, after a window has set it up."""
    turn, tidies = sys.getswitchinterval(), gc.isenabled()
    yield
    sys.setswitchinterval(turn)
    gc.unfreeze()
    if tidies:
        gc.enable()


@pytest.fixture
def shown(qapp: object, workspace: Workspace, usual_python: None) -> Iterator[Responsiveness]:
    window = QWidget()
    window.show()
    yield Responsiveness(window.windowHandle(), workspace)
    window.deleteLater()


def test_python_looks_through_all_only_while_the_user_rests(
    workspace: Workspace, qtbot: Any, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    now, done = [100.0], []
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    quick = request.getfixturevalue("shown")
    assert sys.getswitchinterval() <= answering.TURN_SECONDS
    monkeypatch.setattr(gc, "collect", lambda generation=2: done.append(generation))
    monkeypatch.setattr(gc, "get_count", lambda: (answering.YOUNG, 0, 0))
    for _ in range(answering.USUAL_ROUNDS):
        quick.look()
    assert set(done) == {0, 1}
    now[0] += 1
    quick.look()
    now[0] += 1
    qtbot.keyClick(quick.parent(), Qt.Key.Key_A)
    quick.look()
    now[0] += 1
    project = workspace.document.project
    workspace.document.change("name", replace(project, brand=replace(project.brand, organization="New")))
    now[0] += 1
    quick.look()
    assert 2 not in done
    now[0] += 1
    quick.look()
    assert done[-1] == 2
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    before = len(done)
    quick.look()
    assert len(done) == before


class Ring(QObject):
    """Holds itself, so that only Python's look for forgotten objects ends it."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        self._ended = ended

    def __del__(self) -> None:
        self._ended.append(threading.current_thread())


def test_what_the_window_has_forgotten_ends_on_its_own_thread(shown: Responsiveness, qtbot: Any) -> None:
    ended: list[threading.Thread] = []
    Ring(ended)
    kept: list[list[object]] = []
    maker = threading.Thread(target=lambda: kept.extend([] for _ in range(3 * answering.YOUNG)))
    maker.start()
    maker.join()
    assert ended == []
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.main_thread()]
