"""Every page that the window shows is drawn by one service: the newest request wins, and each page is composed once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from htpm_studio.compose.compose_page import Composed, compose_page
from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import Options
from htpm_studio.export.pages import page_builder
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.report import preflight
from htpm_studio.gui.core.render_service import Preview, PreviewRequest, RenderService, WantedPicture
from htpm_studio.gui.core.workspace import Workspace
from tests.helpers.bundled import bundled_tools


@pytest.fixture
def service(workspace: Workspace) -> RenderService:
    return workspace.renderer


def test_what_a_place_asked_for_before_and_is_not_begun_is_forgotten(service: RenderService, qtbot: QtBot) -> None:
    place, begun, go_on, heard = QObject(), Event(), Event(), list[str]()

    def first() -> str:
        begun.set()
        assert go_on.wait(10)
        return "first"

    service.ask(place, first, heard.append)
    assert begun.wait(10)
    service.ask(place, lambda: "second", heard.append)
    assert service.waits(place)
    service.ask(place, lambda: "third", heard.append)
    go_on.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["first", "third"]
    assert not service.waits(place)


@pytest.mark.parametrize("seen", [False, True], ids=["new", "seen before"])
def test_a_picture_of_an_older_state_never_replaces_a_newer_one(
    service: RenderService, workspace: Workspace, qtbot: QtBot, seen: bool
) -> None:
    kit = workspace.document.kit()
    spec = plan(kit)[0].pages[0]
    begun, go_on, drawn = Event(), Event(), list[str]()

    def image(width: int) -> QImage:
        return QImage(width, width, QImage.Format.Format_RGB32)

    def slow(_kit: object) -> tuple[int, Any]:
        begun.set()
        assert go_on.wait(10)
        return 1, image

    service.ready.connect(drawn.append)
    if seen:
        service.want([WantedPicture("a", spec, kit, 20, lambda _kit: (2, image))])
        qtbot.waitUntil(lambda: drawn == ["a"])
    service.want([WantedPicture("a", spec, kit, 10, slow)])
    assert begun.wait(10)
    service.want([WantedPicture("a", spec, kit, 20, lambda _kit: (2, image))])
    qtbot.waitUntil(lambda: len(drawn) == 1 + seen)
    go_on.set()
    qtbot.waitUntil(lambda: not service.busy)
    QCoreApplication.processEvents()
    picture, newest = service.picture("a"), service.newest("a")
    assert picture is not None
    assert newest is not None
    assert (picture.width(), newest.width) == (20, 20)
    assert len(drawn) == 1 + seen


def test_an_error_is_reported_to_whoever_asked(service: RenderService, qtbot: QtBot) -> None:
    def fail() -> None:
        raise StudioError("The template is gone.")

    place, heard = QObject(), list[Exception]()
    service.ask(place, fail, lambda _found: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert str(heard[0]) == "The template is gone."


def test_nobody_is_called_when_the_receiver_is_gone(service: RenderService, qtbot: QtBot) -> None:
    parent, other, go_on, heard = QObject(), QObject(), Event(), list[str]()
    place = QObject(parent)

    def late() -> str:
        assert go_on.wait(10)
        return "late"

    service.ask(place, late, heard.append)
    parent.deleteLater()
    qtbot.waitUntil(lambda: id(place) not in service.places)
    go_on.set()
    service.ask(other, lambda: "other", heard.append)
    qtbot.waitUntil(lambda: "other" in heard)
    QCoreApplication.processEvents()
    assert heard == ["other"]


def test_board_editor_and_checks_compose_a_page_once(
    workspace: Workspace, service: RenderService, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: Counter[tuple[str, str, str]] = Counter()

    def listen(template: str, canvas: str, *rest: Any) -> Composed:
        composed[template, canvas, rest[-2].name] += 1
        return compose_page(template, canvas, *rest)

    monkeypatch.setattr(page_builder, "compose_page", listen)
    kit = replace(workspace.document.kit(), options=Options(("social",)))
    spec = next(one for one in plan(kit) if one.medium == "social")
    page = spec.pages[0]
    with qtbot.waitSignal(service.ready):
        service.want([WantedPicture("tile", page, kit, 80)])
    preview = Preview(service, workspace)
    with qtbot.waitSignal(preview.drawn):
        preview.ask(PreviewRequest("tile", page, kit, 300))
    preflight(kit, bundled_tools(), service.builder)
    assert composed[page.template, page.canvas, page.info.name] == 1
