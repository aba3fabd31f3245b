from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from htpm_studio.gui.core import responsiveness as answering
from htpm_studio.gui.core.responsiveness import Responsiveness
from htpm_studio.gui.core.workspace import Workspace


@pytest.fixture
def usual_python() -> Iterator[None]:
    """Python as it was, after a window has set it up."""
    turn, thresholds = sys.getswitchinterval(), gc.get_threshold()
    yield
    gc.enable()
    sys.setswitchinterval(turn)
    gc.set_threshold(*thresholds)
    gc.unfreeze()


@pytest.fixture
def tidied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    done: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: done.append("tidied"))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, answering.USUAL_ROUNDS))
    return done


@pytest.mark.usefixtures("usual_python")
def test_python_tidies_up_only_while_the_user_rests(
    workspace: Workspace, qtbot: Any, tidied: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, now = QWidget(), [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    qtbot.addWidget(window)
    window.show()
    gc.disable()  # as a start does
    quick = Responsiveness(window.windowHandle(), workspace)
    assert gc.isenabled()
    assert gc.get_threshold()[2] >= answering.MOST_ROUNDS
    assert sys.getswitchinterval() <= answering.TURN_SECONDS
    now[0] += 1
    quick.look()
    assert not tidied
    now[0] += 1
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    quick.look()
    now[0] += 1
    project = workspace.document.project
    workspace.document.change("name", replace(project, brand=replace(project.brand, organization="New")))
    now[0] += 1
    quick.look()
    assert not tidied
    now[0] += 1
    quick.look()
    assert tidied == ["tidied"]
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    quick.look()
    assert tidied == ["tidied"]
