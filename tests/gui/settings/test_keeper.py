"""A portable program leaves no trace of the folders that were visited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from htpm_studio.gui.settings.keeper import QtTraces

NATIVE, USER = QSettings.Format.NativeFormat, QSettings.Scope.UserScope


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the system in which Qt remembers, for this test."""
    folder = tmp_path / "system"
    before = Path(QSettings(USER, "QtProject").fileName()).parent
    QSettings.setPath(NATIVE, USER, str(folder))
    yield folder
    QSettings.setPath(NATIVE, USER, str(before))


def visit(place: str) -> None:
    settings = QSettings(USER, "QtProject")
    settings.setValue("FileDialog/lastVisited", place)
    settings.sync()


def visited() -> object:
    return QSettings(USER, "QtProject").value("FileDialog/lastVisited")


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere Qt remembers in one place only")
def test_what_was_visited_stays_in_the_portable_folder(tmp_path: Path, system: Path) -> None:
    traces = QtTraces(tmp_path / "data")
    visit("/stick/kits")
    traces.remove()
    assert visited() == "/stick/kits"
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["QtProject.conf"]
    assert not system.exists()


@pytest.mark.parametrize("before", ["", "/home/ana"])
def test_where_qt_has_one_place_only_what_was_added_goes(
    tmp_path: Path, system: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    monkeypatch.setattr(QSettings, "setPath", lambda *_rest: None)
    if before:
        visit(before)
    traces = QtTraces(tmp_path / "data")
    visit("/stick/kits")
    traces.remove()
    assert visited() == ("/stick/kits" if before else None), "what others keep there is left alone"
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere the system itself keeps the list of fonts")
@pytest.mark.parametrize("before", ["", "fontconfig", "other"])
def test_a_list_of_fonts_goes_where_there_was_none(
    tmp_path: Path, system: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    caches = tmp_path / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    if before:
        (caches / before).mkdir(parents=True)
    traces = QtTraces(tmp_path / "data")
    (caches / "fontconfig").mkdir(parents=True, exist_ok=True)
    (caches / "fontconfig" / "list.cache-9").touch()
    traces.remove()
    left = sorted(str(path.relative_to(caches)) for path in caches.rglob("*"))
    assert left == {"fontconfig": ["fontconfig", "fontconfig/list.cache-9"], "other": ["other"], "": []}[before]
    assert caches.exists() is bool(before)
