"""What tests of the window share: a kit with the real campaign, a workspace that is shut down, a window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from htpm_studio.campaign.model import Campaign
from htpm_studio.export.kit.kit import Resources
from htpm_studio.gui.core.dnd import release_clipboard
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.style import LIGHT, WindowTheme
from htpm_studio.gui.widgets import files
from htpm_studio.gui.widgets.accessibility import speak_roles
from htpm_studio.project.model import Brand, Project
from tests.gui.drawn_once import draw_once
from tests.gui.parts import main_window
from tests.gui.session_fixtures import Desks
from tests.helpers.bundled import bundled_campaign, bundled_resources

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="session")
def campaign() -> Campaign:
    return bundled_campaign()


@pytest.fixture(scope="session")
def resources() -> Resources:
    return bundled_resources()


@pytest.fixture(scope="session", autouse=True)
def as_in_the_program(qapp: QApplication) -> Iterator[None]:
    """Widgets are spoken, and the clipboard is released at the end."""
    speak_roles(qapp)
    yield
    release_clipboard()


@pytest.fixture(scope="package", autouse=True)
def pages_drawn_once() -> Iterator[None]:
    """What drawing pages gives is tested elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        draw_once(patch)
        yield


@pytest.fixture(autouse=True)
def every_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests do not depend on the programs of the computer."""
    monkeypatch.setattr(files, "has_program", lambda _path: True)


@pytest.fixture(autouse=True)
def text_as_before(qapp: QApplication) -> Iterator[None]:
    """The size of all text and the way dates are written are those of the computer again after each test."""
    font, locale = qapp.font(), QLocale()
    yield
    if qapp.font() != font:
        qapp.setFont(font)
    QLocale.setDefault(locale)


@pytest.fixture
def document(qapp: object, campaign: Campaign, resources: Resources) -> KitDocument:
    """A kit of "Riverbend Coalition" without pictures."""
    return KitDocument(Project(Brand("Riverbend Coalition"), 2, 2027), campaign, resources, TODAY)


@pytest.fixture
def workspace(document: KitDocument) -> Iterator[Workspace]:
    made = Workspace(document, Settings(), WindowTheme(LIGHT, dark=False), TODAY)
    yield made
    made.shutdown()


@pytest.fixture
def window(qtbot: object, workspace: Workspace) -> Iterator[MainWindow]:
    """A window that is not shown and whose board draws nothing; closing it is up to the fixture."""
    made = main_window(workspace)
    assert isinstance(made.board, Board)
    made.board.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def desks(qapp: object, tmp_path: Path, campaign: Campaign, resources: Resources) -> Iterator[Desks]:
    """Makes sessions without windows; all are closed at the end."""
    made = Desks(tmp_path, campaign, resources)
    yield made
    made.close()


@pytest.fixture
def plain_application(qapp: QApplication) -> Iterator[None]:
    """The application looks the same again after the test."""
    font, palette, sheet = QFont(qapp.font()), QPalette(qapp.palette()), qapp.styleSheet()
    yield
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
