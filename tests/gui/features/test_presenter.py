"""Showing a deck: which one, the keys, the notes on the second screen, a loop that goes on by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from htpm_studio.export.pages.catalogue import plan
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.presenter import slide_show as show_module
from htpm_studio.gui.features.presenter.slide_show import (
    AIR,
    EDGE,
    NAME,
    NotesWindow,
    SlideShow,
    attach_presenter,
    choose_screens,
    fit_notes,
    planned_minutes,
    selected_talk,
)
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.project.model import Project
from tests.gui.editor_fixtures import SLIDE


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace) -> Iterator[SlideShow]:
    talk = selected_talk(workspace)
    assert talk is not None
    made = SlideShow(talk, workspace)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.start(QGuiApplication.screens()[0], None)
    yield made
    made.close()


def drawn(qtbot: QtBot, show: SlideShow) -> None:
    qtbot.waitUntil(lambda: show.index in show.images, timeout=10_000)


def test_the_deck_of_the_selected_slide_is_shown_from_that_slide_on(workspace: Workspace) -> None:
    first = selected_talk(workspace)
    assert first is not None
    assert first.first == 0
    workspace.select((SLIDE,))
    talk = selected_talk(workspace)
    assert talk is not None
    assert talk.slides[talk.first].piece == SLIDE
    assert talk.slides == first.slides


def test_a_week_without_decks_shows_nothing(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = window.workspace
    attach_presenter(window)
    monkeypatch.setattr(show_module, "plan", lambda kit: [one for one in plan(kit) if one.medium != "deck"])
    with qtbot.waitSignal(workspace.toast_wanted) as toast:
        workspace.actions["show_deck"].trigger()
    assert toast.args is not None
    assert "no deck" in toast.args[0]


def test_keys_go_through_the_slides_and_end_the_show(qtbot: QtBot, show: SlideShow) -> None:
    count = len(show.talk.slides)
    drawn(qtbot, show)
    for key, index in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Space, 2), (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_End, count - 1),
        (Qt.Key.Key_Right, count - 1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Left, 0),
    ):  # fmt: skip
        qtbot.keyClick(show, key)
        assert show.index == index
        title = show.talk.slides[index].info.title
        assert show.accessibleName() == f"Slide {index + 1} of {count}: {title}"
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert show.index == 1
    drawn(qtbot, show)
    qtbot.keyClick(show, Qt.Key.Key_Escape)
    assert not show.isVisible()


def test_b_is_black_and_n_shows_the_notes(qtbot: QtBot, show: SlideShow) -> None:
    drawn(qtbot, show)

    def middle() -> tuple[int, int, int]:
        color = show.grab().toImage().pixelColor(show.rect().center())
        return color.red(), color.green(), color.blue()

    seen = show.grab().toImage()
    qtbot.keyClick(show, Qt.Key.Key_B)
    assert middle() == (0, 0, 0)
    qtbot.keyClick(show, Qt.Key.Key_B)
    assert show.grab().toImage() == seen
    qtbot.keyClick(show, Qt.Key.Key_N)
    assert show.slide_place().bottom() < show.height() * 0.73
    drawn(qtbot, show)


def test_notes_follow_the_slides_on_the_other_screen(qtbot: QtBot, workspace: Workspace) -> None:
    talk = selected_talk(workspace)
    assert talk is not None
    show, screen = SlideShow(talk, workspace), QGuiApplication.screens()[0]
    show.start(screen, screen)
    notes = show.notes
    assert isinstance(notes, NotesWindow)
    drawn(qtbot, show)
    assert notes.words.toPlainText() == talk.slides[0].info.notes
    qtbot.keyClick(notes, Qt.Key.Key_Right)
    drawn(qtbot, show)
    assert notes.words.toPlainText() == (talk.slides[1].info.notes or "No notes for this slide.")
    assert notes.place.text() == f"2 of {len(talk.slides)}"
    qtbot.waitUntil(lambda: not notes.now.pixmap().isNull() and not notes.next.pixmap().isNull(), timeout=10_000)
    qtbot.keyClick(notes, Qt.Key.Key_End)
    assert notes.next.text() == "This is the last slide."
    gone: list[bool] = []
    show.destroyed.connect(lambda: gone.append(True))
    qtbot.keyClick(notes, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))


def test_the_buttons_of_the_notes_lead_the_show(qtbot: QtBot, workspace: Workspace) -> None:
    talk = selected_talk(workspace)
    assert talk is not None
    show, screen = SlideShow(talk, workspace), QGuiApplication.screens()[0]
    show.start(screen, screen)
    notes = show.notes
    assert isinstance(notes, NotesWindow)
    drawn(qtbot, show)
    back, following, end = notes.findChildren(QPushButton)
    for button, place in ((following, 2), (following, 3), (back, 2)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        drawn(qtbot, show)
        assert notes.place.text() == f"{place} of {len(talk.slides)}"
    gone: list[bool] = []
    show.destroyed.connect(lambda: gone.append(True))
    qtbot.mouseClick(end, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(gone))


def test_a_loop_goes_on_by_itself_and_begins_again(qtbot: QtBot, workspace: Workspace) -> None:
    talk = selected_talk(workspace)
    assert talk is not None
    slides = tuple(replace(page, info=replace(page.info, advance=0.05)) for page in talk.slides[:2])
    show = SlideShow(replace(talk, slides=slides), workspace)
    seen: list[int] = []
    show.moved.connect(seen.append)
    show.start(QGuiApplication.screens()[0], None)
    qtbot.waitUntil(lambda: [one for at, one in enumerate(seen) if at == 0 or seen[at - 1] != one][:3] == [0, 1, 0])
    gone: list[bool] = []
    show.destroyed.connect(lambda: gone.append(True))
    show.close()
    qtbot.waitUntil(lambda: bool(gone))


def test_slides_go_to_the_screen_where_the_window_is_not() -> None:
    one, other = cast("Any", "one"), cast("Any", "other")
    assert choose_screens([one], one) == (one, None)
    assert choose_screens([one, other], one) == (other, one)
    assert choose_screens([one, other], other) == (one, other)
    assert choose_screens([one], None) == (one, None)


def test_f5_opens_the_show_and_closing_the_kit_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    attach_presenter(window)
    window.workspace.actions["show_deck"].trigger()
    show = window.findChild(SlideShow, NAME)
    assert show is not None
    gone: list[bool] = []
    show.destroyed.connect(lambda: gone.append(True))
    window.workspace.closing.emit()
    qtbot.waitUntil(lambda: bool(gone))


def test_a_project_names_the_slides_as_they_are_now(workspace: Workspace) -> None:
    project: Project = workspace.document.project
    workspace.document.change(
        "Change name", replace(project, brand=replace(project.brand, organization="A quite different name"))
    )
    talk = selected_talk(workspace)
    assert talk is not None
    assert talk.kit.look.organization == "A quite different name"


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (800, 480)])
@pytest.mark.parametrize("count", [10, 150, 2000])
def test_notes_below_are_as_large_as_fits_and_cut_after_a_whole_word(
    qapp: QApplication, width: int, height: int, count: int
) -> None:
    words = " ".join(["people"] * count)
    notes = fit_notes(words, qapp.font(), QSize(width, height))
    place = QRect(0, 0, width - 2 * EDGE, 0)
    box = QFontMetrics(notes.font).boundingRect(place, Qt.TextFlag.TextWordWrap, notes.words)
    assert box.height() <= notes.high - 2 * AIR
    assert notes.high <= 0.55 * height + 1
    assert notes.words == words or notes.words.endswith("people …")
    assert notes.font.pointSizeF() >= qapp.font().pointSizeF() - 0.1


def test_the_window_with_notes_shows_whole_slides_at_every_size(qtbot: QtBot, show: SlideShow) -> None:
    drawn(qtbot, show)
    notes = show.notes_window()
    notes.show()
    for width, height in ((1200, 800), (620, 420), (1000, 700)):
        notes.resize(width, height)
        QApplication.processEvents()
        picture = notes.now.pixmap().deviceIndependentSize()
        assert picture.width() <= notes.now.width()
        assert picture.height() <= notes.now.height()
        assert max(picture.width() / notes.now.width(), picture.height() / notes.now.height()) > 0.95
    notes.close()


def test_the_notes_tell_when_a_slide_should_end(qtbot: QtBot, show: SlideShow) -> None:
    notes = show.notes_window()
    qtbot.addWidget(notes)
    until = planned_minutes(show.talk.slides)
    assert until[:3] == (1, 3, 4)
    assert until[-1] == 60
    show.go_to(1)
    assert notes.time.text().endswith("since the start, planned until the end of this slide: 3:00")
    twice = (show.talk.slides[0], replace(show.talk.slides[1], piece=show.talk.slides[0].piece))
    assert planned_minutes(twice) == (1, 1)


def test_the_last_slide_of_a_loop_is_followed_by_the_first(qtbot: QtBot, show: SlideShow) -> None:
    timed = tuple(replace(one, info=replace(one.info, advance=8.0)) for one in show.talk.slides[:3])
    show.talk = replace(show.talk, slides=timed)
    notes = show.notes_window()
    qtbot.addWidget(notes)
    show.go_to(2)
    assert notes.next.accessibleName() == timed[0].info.title
    assert notes.next.text() == ""
    assert "planned" not in notes.time.text()
