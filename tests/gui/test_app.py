"""The process of the window ends well, whatever it has copied or is drawing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COPY = """
from PySide6.QtCore import QMimeData
from htpm_studio.gui.app import make_application
app = make_application([])
data = QMimeData()
data.setText("Call for help")
data.setHtml("<b>Call for help</b>")
app.clipboard().setMimeData(data)
"""
CLOSE = """
import sys
from PySide6.QtCore import QTimer
from htpm_studio.gui import app
app.make_application([])
waits = QTimer(interval=1)
def close():
    window = next((one for one in app.QApplication.topLevelWidgets() if isinstance(one, app.MainWindow)), None)
    if window is not None and {when}:
        waits.stop()
        window.close()
waits.timeout.connect(close)
waits.start()
sys.exit(app.run([]))
"""
EARLY = "window.board is None"
DRAWING = "window.workspace.renderer.busy"


def end_of(script: str, platform: str = "offscreen") -> subprocess.CompletedProcess[str]:
    """How a process of its own ends that runs a script, and what it says."""
    environment = os.environ | {"QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-X", "faulthandler", "-c", script]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("platform", ["offscreen", pytest.param("minimal", marks=pytest.mark.slow)])
def test_a_process_ends_well_with_something_of_its_own_on_the_clipboard(platform: str) -> None:
    ended = end_of(COPY, platform)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("when", [pytest.param(EARLY, marks=pytest.mark.slow), DRAWING])
def test_a_window_that_is_closed_before_all_is_there_ends_well(when: str) -> None:
    ended = end_of(CLOSE.format(when=when))
    assert (ended.returncode, ended.stderr) == (0, "")
