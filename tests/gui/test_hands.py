"""The real program on a screen of its own, used through the window system with mouse and keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.project.model import Brand, Photo, Project
from htpm_studio.project.pictures import load_logo, load_photo
from htpm_studio.project.store import save_project
from tests.gui import gestures, scenarios
from tests.gui.hands import recorded_gestures
from tests.gui.pictures_fixtures import write_photo
from tests.helpers.packaging_script import script

TOOLS = ("Xvfb", "xdotool")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason="needs Xvfb and xdotool"),
]
PATIENCE = 480
SCENARIOS = {name: module for module in (scenarios, gestures) for name in module.SCENARIOS}
USED: dict[str, set[str]] = {}
"""The gestures that each scenario made."""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><circle cx="50" cy="50" r="48" fill="#0F5C5C"/>'
    '<rect x="118" y="20" width="170" height="26" fill="#B3492B"/></svg>'
)


@pytest.mark.parametrize("scenario", sorted(SCENARIOS))
def test_the_window_acts_on_what_is_pointed_at(scenario: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [write_photo(tmp_path / f"{name}.jpg") for name in ("garden", "street")]
    photos = tuple(Photo(load_photo(file), file.name, people="nobody") for file in files)
    kit = tmp_path / "kit.htpm"
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    brand = Brand("Riverbend Coalition", logo=load_logo(tmp_path / "logo.svg"))
    save_project(Project(brand, 2, 2027, photos=photos), kit)
    with script("smoke", monkeypatch).screen() as display:
        environment = os.environ | {
            "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path),
            "HTPM_STUDIO_HOME": str(tmp_path / "studio"),
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "tests.gui.hands", str(kit), f"{SCENARIOS[scenario].__name__}:{scenario}"],
            cwd=paths.assets().parent, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if not line.startswith(("qt.", "QStandardPaths"))]
    assert (done.returncode, said) == (0, []), "\n".join(said)
    USED[scenario] = set(kit.with_suffix(".gestures").read_text(encoding="utf-8").split())


def test_every_gesture_that_the_window_answers_to_is_made_by_hand() -> None:
    if USED.keys() != SCENARIOS.keys():
        pytest.skip("only some of the scenarios ran")
    assert sorted(set().union(*USED.values())) == recorded_gestures()
