"""Showing and rehearsing a deck: what the room and the speaker see, the keys, the clock, one screen and two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.edits import LEFT_OUT, YES
from htpm_studio.gui.core.appearance import apply_appearance
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.presenter import talk as talk_module
from htpm_studio.gui.features.presenter.commands import attach_presenter
from htpm_studio.gui.features.presenter.presenter import Presenter, choose_screens
from htpm_studio.gui.features.presenter.room_window import AIR, EDGE, NAME, RoomWindow, fit_notes
from htpm_studio.gui.features.presenter.talk import HELP, Talk, planned_minutes, sections_of, selected_talk
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.project.model import Project
from tests.gui.editor_fixtures import SLIDE
from tests.gui.fitting import misfits

FORWARD, BACK = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
"""The two buttons of a clicker."""


@dataclass
class Time:
    """A clock that stands still until a test lets minutes pass."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds

    def passes(self, presenter: Presenter, minutes: float) -> None:
        """Let time pass, and let the show notice."""
        self.seconds += 60 * minutes
        presenter.running.ticked.emit()


Start = Callable[..., Presenter]


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def talk(workspace: Workspace) -> Talk:
    found = selected_talk(workspace)
    assert found is not None
    return found


@pytest.fixture
def start(workspace: Workspace, clock: Time) -> Iterator[Start]:
    """Starts shows, with `two` as if there were another screen; all are closed at the end."""
    made: list[Presenter] = []

    def begin(wanted: Talk | None = None, *, two: bool = False, rehearse: bool = False) -> Presenter:
        wanted = wanted or selected_talk(workspace)
        assert wanted is not None
        screen = QGuiApplication.screens()[0]
        made.append(Presenter(wanted, workspace, now=clock))
        made[-1].start(screen, screen if two else None, rehearse=rehearse)
        return made[-1]

    yield begin
    for one in made:
        one.close()


def drawn(qtbot: QtBot, presenter: Presenter) -> None:
    show = presenter.running
    qtbot.waitUntil(lambda: show.seen is not None and show.seen.key in show.pictures, timeout=20_000)


# ---------------------------------------------------------------- which deck


def test_the_deck_of_the_selected_slide_is_shown_from_that_slide_on(workspace: Workspace, talk: Talk) -> None:
    assert talk.first == 0
    workspace.select((SLIDE,))
    selected = selected_talk(workspace)
    assert selected is not None
    assert selected.slides[selected.first].piece == SLIDE
    assert selected.slides == talk.slides


def test_a_week_without_decks_shows_nothing(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = window.workspace
    attach_presenter(window)
    monkeypatch.setattr(talk_module, "specs_of", lambda _kit, _kind: ())
    with qtbot.waitSignal(workspace.toast_wanted) as toast:
        workspace.actions["show_deck"].trigger()
    assert toast.args is not None
    assert "no deck" in toast.args[0]


def test_a_project_names_the_slides_as_they_are_now(workspace: Workspace) -> None:
    project: Project = workspace.document.project
    brand = replace(project.brand, organization="A quite different name")
    workspace.document.change("Change name", replace(project, brand=brand))
    talk = selected_talk(workspace)
    assert talk is not None
    assert talk.kit.look.organization == "A quite different name"


def test_a_show_starts_without_composing_and_draws_the_slide_that_it_begins_with_first(
    qtbot: QtBot, start: Start, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = workspace.renderer.slides
    monkeypatch.setattr(workspace.renderer, "slides", lambda page, kit: (asked.append(page.piece), real(page, kit))[1])
    workspace.select((SLIDE,))
    talk = selected_talk(workspace)
    assert not asked
    drawn(qtbot, start(talk))
    assert asked[0] == SLIDE


# ---------------------------------------------------------------- the room


def test_keys_go_through_the_slides_and_end_the_show(qtbot: QtBot, start: Start) -> None:
    presenter = start()
    show, room = presenter.running, presenter.room
    count = len(show.slides)
    for key, index in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Space, 2), (BACK, 1), (FORWARD, 2), (Qt.Key.Key_End, count - 1),
        (Qt.Key.Key_Right, count - 1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Left, 0),
    ):  # fmt: skip
        qtbot.keyClick(room, key)
        assert show.index == index
        assert room.accessibleName() == f"Slide {index + 1} of {count}: {show.slide.page.info.title}"
    qtbot.mouseClick(room, Qt.MouseButton.LeftButton)
    assert show.index == 1
    for digit in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return):
        qtbot.keyClick(room, digit)
    assert show.index == 11
    drawn(qtbot, presenter)
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    assert not room.isVisible()


def test_b_and_the_period_are_black(qtbot: QtBot, start: Start) -> None:
    presenter = start()
    drawn(qtbot, presenter)
    room = presenter.room
    seen = room.grab().toImage()
    qtbot.keyClick(room, Qt.Key.Key_B)
    assert room.grab().toImage().pixelColor(room.rect().center()).name() == "#000000"
    qtbot.keyClick(room, Qt.Key.Key_Period)
    assert room.grab().toImage() == seen


def test_notes_come_on_the_only_screen_when_somebody_says_so_twice(qtbot: QtBot, start: Start) -> None:
    presenter = start()
    drawn(qtbot, presenter)
    room = presenter.room
    whole, plain = room.slide_place(), room.grab().toImage()
    qtbot.keyClick(room, Qt.Key.Key_N)
    assert room.slide_place() == whole
    assert room.grab().toImage() != plain, "it is asked whether the room may see them"
    qtbot.keyClick(room, Qt.Key.Key_N)
    assert room.slide_place().bottom() < room.height() * 0.73
    qtbot.keyClick(room, Qt.Key.Key_N)
    assert room.slide_place() == whole


def test_notes_never_come_on_the_screen_of_the_room_while_the_speaker_has_one(qtbot: QtBot, start: Start) -> None:
    room = start(two=True).room
    whole = room.slide_place()
    for _ in range(2):
        qtbot.keyClick(room, Qt.Key.Key_N)
    assert room.slide_place() == whole


# ---------------------------------------------------------------- help is at hand


@pytest.mark.parametrize("back", [Qt.Key.Key_H, FORWARD, BACK, Qt.Key.Key_Escape])
def test_one_key_shows_where_help_is_and_one_leads_back_to_the_same_slide(
    qtbot: QtBot, start: Start, back: Qt.Key
) -> None:
    presenter = start()
    show, room = presenter.running, presenter.room
    show.go_to(9)
    qtbot.keyClick(room, Qt.Key.Key_B)
    qtbot.keyClick(room, Qt.Key.Key_H)
    assert not show.black
    assert show.seen is not None
    assert show.seen.page.template == HELP
    assert "where help is" in room.accessibleName()
    drawn(qtbot, presenter)
    qtbot.keyClick(room, back)
    assert (show.help, show.index, room.isVisible()) == (False, 9, True)


def test_help_is_there_although_its_slides_were_left_out_of_the_deck(workspace: Workspace, talk: Talk) -> None:
    found = [page.piece for page in talk.slides if page.template == HELP]
    project = workspace.document.project
    edits = project.edits
    for piece in found:
        edits = edits.changed(piece, LEFT_OUT, YES)
    workspace.document.change("Leave out", replace(project, edits=edits))
    without = selected_talk(workspace)
    assert without is not None
    assert not {page.piece for page in without.slides} & set(found)
    assert without.help is not None
    assert without.help.piece == found[0]


def test_without_any_slide_of_help_the_hotline_is_said_in_words(qtbot: QtBot, start: Start, talk: Talk) -> None:
    presenter = start(replace(talk, help=None))
    qtbot.keyClick(presenter.room, Qt.Key.Key_H)
    assert "1-888-373-7888" in presenter.room.accessibleName()


# ---------------------------------------------------------------- the speaker


def test_the_speaker_sees_this_slide_the_next_and_the_notes_in_their_parts(qtbot: QtBot, start: Start) -> None:
    presenter = start(two=True)
    speaker, show = presenter.speaker, presenter.running
    qtbot.keyClick(speaker, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not speaker.now.pixmap().isNull() and not speaker.next.pixmap().isNull(), timeout=20_000)
    assert speaker.place.text() == f"Slide 2 of {len(show.slides)}"
    said = speaker.notes.toPlainText().split()
    assert [word for word in said if word in ("TIME", "SAY", "ASK")] == ["TIME", "SAY", "SAY", "ASK"]
    assert "Time:" not in said
    qtbot.keyClick(speaker, Qt.Key.Key_End)
    assert speaker.next.text() == "This is the last slide."
    qtbot.keyClick(speaker, Qt.Key.Key_Escape)
    assert not presenter.room.isVisible()


def test_notes_in_spanish_have_the_same_parts(qtbot: QtBot, start: Start, workspace: Workspace) -> None:
    workspace.document.change("Language", replace(workspace.document.project, language="es"))
    presenter = start(two=True)
    qtbot.keyClick(presenter.speaker, FORWARD)
    assert {"TIEMPO", "DIGA", "PREGUNTE"} <= set(presenter.speaker.notes.toPlainText().split())


@pytest.mark.parametrize("focused", ["pause", "strip", "notes"])
def test_a_clicker_steers_wherever_the_focus_is(qtbot: QtBot, start: Start, focused: str) -> None:
    presenter = start(two=True)
    speaker = presenter.speaker
    widget = {"strip": speaker.strip, "notes": speaker.notes}.get(focused, speaker.buttons["pause"])
    widget.setFocus()
    for key, index in ((FORWARD, 1), (FORWARD, 2), (BACK, 1)):
        qtbot.keyClick(widget, key)
        assert presenter.running.index == index


def test_the_buttons_of_the_speaker_lead_the_show(qtbot: QtBot, start: Start) -> None:
    presenter = start(two=True)
    show, buttons = presenter.running, presenter.speaker.buttons
    states: dict[str, Callable[[], bool]] = {
        "next": lambda: show.index == 1,
        "back": lambda: show.index == 0,
        "black": lambda: show.black,
        "help": lambda: show.help,
        "pause": lambda: show.watch.paused,
        "end": lambda: not presenter.room.isVisible(),
    }
    for name, state in states.items():
        qtbot.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
        assert state(), name


def test_the_jump_strip_leads_to_a_slide_by_click_and_by_enter(qtbot: QtBot, start: Start) -> None:
    presenter = start(two=True)
    strip, show = presenter.speaker.strip, presenter.running
    place = strip.visualItemRect(strip.item(4)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert show.index == 4
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert (strip.currentRow(), show.index) == (3, 4)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert show.index == 3


def test_the_clock_tells_how_the_talk_is_by_its_plan(start: Start, clock: Time, talk: Talk) -> None:
    presenter = start(two=True)
    speaker = presenter.speaker
    clock.passes(presenter, 0.5)
    assert (speaker.time.text(), speaker.state.text()) == ("0:30", "on time")
    assert speaker.planned.text() == "of 60 minutes"
    first = sections_of(talk.slides)[0]
    assert speaker.section.text() == f"{first.title}, planned until {first.until}:00"
    clock.passes(presenter, 3.5)
    assert speaker.state.text() == "3 minutes behind"
    presenter.running.go_to(len(talk.slides) - 1)
    clock.passes(presenter, 1)
    assert speaker.state.text().endswith("minutes ahead")


def test_a_pause_stops_the_clock(qtbot: QtBot, start: Start, clock: Time) -> None:
    presenter = start(two=True)
    clock.passes(presenter, 1)
    qtbot.keyClick(presenter.speaker, Qt.Key.Key_P)
    clock.passes(presenter, 10)
    assert (presenter.speaker.time.text(), presenter.speaker.state.text()) == ("1:00", "Paused")
    qtbot.keyClick(presenter.speaker, Qt.Key.Key_P)
    clock.passes(presenter, 1)
    assert presenter.speaker.time.text() == "2:00"


def test_notes_scroll_by_the_plan_until_the_speaker_scrolls(qtbot: QtBot, start: Start, clock: Time) -> None:
    presenter = start(two=True)
    presenter.speaker.showNormal()
    presenter.speaker.resize(1024, 640)
    bar = presenter.speaker.notes.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    clock.passes(presenter, 0.5)
    assert 0 < bar.value() < bar.maximum()
    clock.passes(presenter, 0.5)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(presenter.speaker, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    chosen = bar.value()
    clock.passes(presenter, 0.5)
    assert bar.value() == chosen < bar.maximum()


def test_the_minutes_of_a_slide_in_two_parts_count_once(talk: Talk) -> None:
    assert planned_minutes(talk.slides)[:3] == (1, 3, 4)
    assert planned_minutes(talk.slides)[-1] == 60
    twice = (talk.slides[0], replace(talk.slides[1], piece=talk.slides[0].piece))
    assert planned_minutes(twice) == (1, 1)


@pytest.mark.parametrize(("percent", "size"), [(100, (1024, 640)), (200, (1440, 900)), (200, (1024, 640))])
@pytest.mark.usefixtures("plain_application")
def test_the_window_of_the_speaker_fits(
    qapp: QApplication, start: Start, workspace: Workspace, percent: int, size: tuple[int, int]
) -> None:
    workspace.set_settings(replace(workspace.settings, text_scale=percent))
    apply_appearance(qapp, workspace.settings)
    speaker = start(two=True).speaker
    speaker.showNormal()
    speaker.resize(*size)
    for _ in range(3):
        qapp.processEvents()
    assert (speaker.width(), speaker.height()) == size
    assert misfits(speaker) == []


# ---------------------------------------------------------------- screens


def test_slides_go_to_the_screen_where_the_window_is_not() -> None:
    one, other = cast("Any", "one"), cast("Any", "other")
    assert choose_screens([one], one) == (one, None)
    assert choose_screens([one, other], one) == (other, one)
    assert choose_screens([one, other], other) == (one, other)
    assert choose_screens([one], None) == (one, None)


def test_when_a_screen_goes_the_show_goes_on_without_notes_on_the_one_that_stays(start: Start) -> None:
    presenter = start(two=True)
    screen = QGuiApplication.screens()[0]
    presenter.running.go_to(3)
    presenter.arrange(screen, None)
    assert presenter.room.isVisible()
    assert not presenter.speaker.isVisible()
    assert presenter.running.index == 3
    presenter.arrange(screen, screen)
    assert presenter.speaker.isVisible()


# ---------------------------------------------------------------- loops, commands, notes below a slide


def test_a_loop_goes_on_by_itself_and_begins_again(qtbot: QtBot, start: Start, talk: Talk) -> None:
    slides = tuple(replace(page, info=replace(page.info, advance=0.05)) for page in talk.slides[:2])
    presenter = start(replace(talk, slides=slides), two=True)
    show, seen = presenter.running, [0]
    show.moved.connect(lambda: seen.append(show.index) if seen[-1] != show.index else None)
    qtbot.waitUntil(lambda: seen[:3] == [0, 1, 0])
    show.go_to(1)
    following = show.following
    assert following is not None
    assert following.page is slides[0]
    assert not presenter.speaker.planned.isVisible()


def test_f5_opens_the_show_and_closing_the_kit_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    attach_presenter(window)
    window.workspace.actions["show_deck"].trigger()
    room = window.findChild(RoomWindow, NAME)
    assert room is not None
    gone: list[bool] = []
    room.destroyed.connect(lambda: gone.append(True))
    window.workspace.closing.emit()
    qtbot.waitUntil(lambda: bool(gone))


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


# ---------------------------------------------------------------- breaks, and words that are changed meanwhile


@pytest.mark.parametrize("ends", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape, Qt.Key.Key_N])
def test_any_key_ends_a_break_and_leads_back_to_the_same_slide(
    qtbot: QtBot, start: Start, clock: Time, ends: Qt.Key
) -> None:
    presenter = start(two=True)
    show, speaker = presenter.running, presenter.speaker
    show.go_to(3)
    clock.passes(presenter, 2)
    for key in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_T):
        qtbot.keyClick(speaker, key)
    clock.passes(presenter, 6)
    assert re.fullmatch(r"Back at 1?\d:\d\d", speaker.seen.text())
    assert (speaker.state.text(), speaker.time.text()) == ("Break, 9:00 left", "2:00")
    qtbot.keyClick(presenter.room, ends)
    assert (show.index, speaker.seen.text()) == (3, "The room sees this")
    clock.passes(presenter, 1)
    assert speaker.time.text() == "3:00"


def test_help_is_shown_at_once_in_a_break(qtbot: QtBot, start: Start) -> None:
    presenter = start(two=True)
    for key in (Qt.Key.Key_T, Qt.Key.Key_H):
        qtbot.keyClick(presenter.room, key)
    assert presenter.running.help
    assert presenter.speaker.seen.text() == "The room sees where help is"


def test_the_button_offers_the_minutes_of_a_break_which_are_said_in_the_language_of_the_kit(
    qtbot: QtBot, start: Start, workspace: Workspace
) -> None:
    workspace.document.change("Language", replace(workspace.document.project, language="es"))
    presenter = start(two=True)
    button = presenter.speaker.buttons["break"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (menu,) = presenter.speaker.findChildren(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert presenter.room.accessibleName().startswith("The room has a break: Volvemos: ")
    assert presenter.running.left == 300
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not presenter.running.break_words


def test_a_show_waits_while_its_slide_is_edited_and_goes_on_with_the_new_words(
    qtbot: QtBot, window: MainWindow, talk: Talk, clock: Time
) -> None:
    workspace, screen = window.workspace, QGuiApplication.screens()[0]
    attach_presenter(window)
    presenter = Presenter(talk, workspace, window, clock)
    presenter.start(screen, None)
    presenter.running.go_to(1)
    piece = presenter.running.slide.page.piece
    qtbot.keyClick(presenter.room, Qt.Key.Key_E)
    assert not presenter.room.isVisible()
    assert (window.center.name, workspace.selection, presenter.running.waiting) == ("editor", (piece,), True)
    workspace.document.expect(lambda: workspace.document.edit("Change headline", piece, "head", "Quite other words"))
    workspace.actions["show_deck"].trigger()
    assert presenter.room.isVisible()
    assert (presenter.running.index, presenter.running.title) == (1, "Quite other words")
    drawn(qtbot, presenter)
    presenter.close()


def test_the_speaker_is_told_of_the_key_for_help_until_it_was_used(qtbot: QtBot, start: Start) -> None:
    presenter = start(two=True)
    presenter.speaker.resize(1280, 900)
    assert presenter.speaker.hint.isVisible()
    qtbot.keyClick(presenter.speaker, Qt.Key.Key_H)
    assert not presenter.speaker.hint.isVisible()
    presenter.close()
    again = start(two=True)
    again.speaker.resize(1280, 900)
    assert not again.speaker.hint.isVisible()


# ---------------------------------------------------------------- rehearsing


def rehearsed(qtbot: QtBot, presenter: Presenter, clock: Time, slow: dict[int, float]) -> None:
    """Go through all slides in the time that is planned, but some that take so many times as long."""
    show = presenter.running
    ends = (0, *planned_minutes(show.talk.slides))
    for place in range(len(show.slides)):
        clock.seconds += 60 * (ends[place + 1] - ends[place]) * slow.get(place + 1, 1.0)
        qtbot.keyClick(presenter.speaker, FORWARD)


def test_a_rehearsal_on_one_screen_shows_the_notes_and_no_slides_for_a_room(start: Start) -> None:
    presenter = start(rehearse=True)
    assert presenter.speaker.isVisible()
    assert not presenter.room.isVisible()


def test_a_rehearsal_says_what_took_too_long_and_leaves_it_out_on_request(
    qtbot: QtBot, start: Start, clock: Time, workspace: Workspace
) -> None:
    presenter = start(rehearse=True)
    pieces = [page.piece for page in presenter.running.talk.slides]
    rehearsed(qtbot, presenter, clock, {10: 2.0, 12: 2.0})
    page = presenter.speaker.result
    assert page.isVisible()
    said = page.sentence.text()
    assert "of 60 minutes. Slides 10 and 12 took twice as long. Leave out " in said
    number = int(said.rpartition(" ")[2].rstrip("?"))
    assert number in (10, 12)
    qtbot.mouseClick(page.leave_out, Qt.MouseButton.LeftButton)
    assert workspace.document.project.edits.text(pieces[number - 1], LEFT_OUT) == YES
    assert page.leave_out.text() == f"Take slide {number} in again"
    workspace.document.stack.undo()
    assert workspace.document.project.edits.text(pieces[number - 1], LEFT_OUT) is None


def test_minutes_are_shown_against_the_plan_and_the_last_time(
    qtbot: QtBot, start: Start, clock: Time, workspace: Workspace
) -> None:
    first = start(rehearse=True)
    rehearsed(qtbot, first, clock, {2: 1.5})
    first.close()
    again = start(rehearse=True)
    rehearsed(qtbot, again, clock, {2: 1.25})
    table = again.speaker.result.table

    def row(number: int) -> list[str]:
        return [item.text() for column in range(1, 4) if (item := table.item(number, column)) is not None]

    assert row(1) == ["2:00", "2:30", "3:00"]
    assert row(table.rowCount() - 1) == ["60:00", "60:30", "61:00"]
    kept = workspace.document.project.rehearsed(again.running.talk.deck)
    assert kept[again.running.talk.slides[1].piece] == 150


def test_a_rehearsal_is_no_step_and_undo_does_not_lose_it(
    qtbot: QtBot, start: Start, clock: Time, workspace: Workspace
) -> None:
    document = workspace.document
    document.change("Theme", replace(document.project, theme="New"))
    presenter = start(rehearse=True)
    rehearsed(qtbot, presenter, clock, {})
    deck = presenter.running.talk.deck
    kept = document.project.rehearsed(deck)
    document.stack.undo()
    assert (document.project.theme, document.project.rehearsed(deck)) == ("", kept)
    document.restore(document.history())
    document.stack.redo()
    assert (document.project.theme, document.project.rehearsed(deck)) == ("New", kept)


def test_a_rehearsal_that_stops_early_is_shown_and_not_kept(
    qtbot: QtBot, start: Start, clock: Time, workspace: Workspace
) -> None:
    presenter = start(rehearse=True)
    clock.passes(presenter, 1)
    qtbot.keyClick(presenter.speaker, Qt.Key.Key_Escape)
    assert presenter.speaker.result.sentence.text() == "Stopped early: 1:00 so far, 1:00 planned."
    assert workspace.document.project.rehearsals == ()
    qtbot.keyClick(presenter.speaker.result.done, Qt.Key.Key_Escape)
    assert not presenter.speaker.isVisible()


def test_the_speaker_can_rehearse_from_the_window_of_a_show(qtbot: QtBot, start: Start, clock: Time) -> None:
    presenter = start(two=True)
    clock.passes(presenter, 5)
    qtbot.mouseClick(presenter.speaker.buttons["rehearse"], Qt.MouseButton.LeftButton)
    clock.passes(presenter, 1)
    assert presenter.speaker.time.text() == "1:00"
    assert presenter.speaker.seen.text() == "Rehearsal"


def test_one_more_rehearsal_is_of_the_deck_as_it_is_by_then(
    qtbot: QtBot, window: MainWindow, clock: Time, talk: Talk
) -> None:
    presenter = Presenter(talk, window.workspace, window, clock)
    presenter.start(QGuiApplication.screens()[0], None, rehearse=True)
    rehearsed(qtbot, presenter, clock, {10: 3.0})
    page = presenter.speaker.result
    qtbot.mouseClick(page.leave_out, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    anew = next(one for one in window.findChildren(Presenter) if one is not presenter)
    assert anew.running.rehearsing
    assert len(anew.running.slides) == len(talk.slides) - 1
    anew.close()


# ---------------------------------------------------------------- answers


def test_answers_come_one_at_a_time_and_a_click_back_takes_one_away(qtbot: QtBot, start: Start, talk: Talk) -> None:
    show = start(two=True).running
    place = next(index for index, page in enumerate(talk.slides) if page.piece.endswith("/check-again"))
    show.go_to(place)
    qtbot.waitUntil(lambda: show.slide.key in show.pictures, timeout=20_000)
    asked = show.pictures[show.slide.key]
    assert show.waiting_answers == 3
    for count in (1, 2, 3):
        show.go_on()
        assert (show.index, show.answers) == (place, count)
        assert show.words == f"Answer {count} of 3 is shown"
        qtbot.waitUntil(lambda: show.slide.key in show.pictures, timeout=20_000)
    assert show.pictures[show.slide.key] != asked
    show.toggle_help()
    show.go_on()
    assert (show.index, show.answers) == (place, 3)
    show.go_back()
    assert (show.index, show.answers) == (place, 2)
    show.go_on()
    show.go_on()
    assert (show.index, show.answers) == (place + 1, 0)
    show.go_back()
    assert (show.index, show.answers) == (place, 0)
