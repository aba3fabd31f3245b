"""Rows of a toolkit that are joined, split and put back; parts that it lacks; what a graphic has room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from htpm_studio.campaign.toolkit_import.missing import MONTH_PARTS, OURS_TOO
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.campaign.toolkit_import.results import MissingPart
from htpm_studio.gui.core.tiles import days_words, weeks_of
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.calendar.month import STRANDS
from htpm_studio.gui.features.toolkit_import.controller import ImportController
from htpm_studio.gui.features.toolkit_import.page import ImportPage
from htpm_studio.gui.features.toolkit_import.rows import natural_split, with_rows
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.weeks import MOST_WEEKS
from tests.gui.import_fixtures import desk, number_of, panel_of, read_in
from tests.helpers.toolkits import toolkit_file

__all__ = ["desk"]
FIRST = "Ask who picks your apples: example.org/a #OpenDoors"
SECOND = "Ask who cleans the rooms that you sleep in: example.org/b #OpenDoors"
LONG = (
    "Nobody should pay for a job. A fair crew leader makes all the difference on a farm, and in a kitchen, and "
    "wherever people work far from home, so that it is worth asking who leads yours."
)
TOOLKIT = (
    "# Human Trafficking Prevention Month 2028\n\n## Week 1\n\n### What you can do\n\n- Ask at the market.\n\n"
    "### Social media\n\n"
    f"{FIRST}\n\n{SECOND}\n\n{LONG} example.org/c #OpenDoors\n\n## Week 2\n\n### What you can do\n\n- Ask at work.\n"
)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[ImportPage]:
    path = tmp_path / "toolkit.md"
    path.write_text(TOOLKIT, encoding="utf-8")
    yield read_in(qtbot, window, path)
    window.hide()


def posts(desk: ImportController) -> list[str]:
    assert desk.findings is not None
    return [item.text for item in with_rows(desk.findings, desk.rows).of("post")]


def test_j_joins_a_row_with_the_next_and_one_undo_parts_them_again(
    qtbot: QtBot, page: ImportPage, desk: ImportController
) -> None:
    before = desk.rows
    desk.open(number_of(desk, FIRST))
    qtbot.keyClick(page.table, Qt.Key.Key_J)
    assert posts(desk)[0] == f"{FIRST} {SECOND}"
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.rows == before
    assert not desk.can_undo


def test_a_row_is_split_at_the_cursor_and_put_back_as_it_was_found(
    qtbot: QtBot, page: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    before = desk.rows
    desk.open(number_of(desk, LONG))
    panel = panel_of(window)
    cursor = panel.words.textCursor()
    cursor.setPosition(len("Nobody should pay for a job."))
    panel.words.setTextCursor(cursor)
    qtbot.mouseClick(panel.split, Qt.MouseButton.LeftButton)
    assert posts(desk)[2:] == ["Nobody should pay for a job.", f"{LONG[29:]} example.org/c #OpenDoors"]
    qtbot.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    assert desk.rows == before


def test_a_cut_inside_a_word_is_made_before_it(page: ImportPage, desk: ImportController) -> None:
    index = number_of(desk, LONG)
    desk.split(index, len("Nobody should pay for a job. A fa"))
    assert desk.rows[index].item.text == "Nobody should pay for a job. A"


def test_undo_takes_back_what_was_decided_here_before_a_step_of_the_kit(
    qtbot: QtBot, page: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    before = desk.rows
    document = window.workspace.document
    document.change("Year", replace(document.project, year=2029))
    desk.open(number_of(desk, LONG))
    panel = panel_of(window)
    qtbot.mouseClick(panel.split, Qt.MouseButton.LeftButton)
    panel.split.setFocus()
    qtbot.keyClick(panel.split, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.rows == before
    assert window.workspace.document.project.year == 2029


def test_a_description_of_a_picture_is_joined_with_nothing_and_parts_nothing(
    qtbot: QtBot, window: MainWindow, desk: ImportController, tmp_path: Path
) -> None:
    path = tmp_path / "described.md"
    path.write_text(TOOLKIT.replace(SECOND, f"Alt text: A crate of apples.\n\n{SECOND}"), encoding="utf-8")
    read_in(qtbot, window, path)
    described = next(at for at, row in enumerate(desk.rows) if "crate" in row.item.text)
    desk.show_only("aside")
    desk.open(described)
    assert not desk.can_join(described)
    assert panel_of(window).join.isHidden()
    desk.show_only(None)
    desk.open(number_of(desk, FIRST))
    assert not panel_of(window).join.isHidden()
    desk.join(number_of(desk, FIRST))
    assert posts(desk)[0] == f"{FIRST} {SECOND}"
    assert sum("crate" in row.item.text for row in desk.rows) == 1
    window.hide()


def test_s_parts_two_posts_that_were_read_as_one(qtbot: QtBot, page: ImportPage, desk: ImportController) -> None:
    desk.open(number_of(desk, FIRST))
    qtbot.keyClick(page.table, Qt.Key.Key_J)
    qtbot.keyClick(page.table, Qt.Key.Key_S)
    assert posts(desk)[:2] == [FIRST, SECOND]


def test_two_things_read_as_one_come_apart_between_them() -> None:
    assert natural_split(f"{FIRST} {SECOND}") == len(FIRST) + 1
    assert natural_split("One sentence only") == 0
    assert natural_split(FIRST) == 0


def test_each_decision_is_a_step_that_can_be_taken_back(qtbot: QtBot, page: ImportPage, desk: ImportController) -> None:
    before = desk.rows
    index = number_of(desk, FIRST)
    desk.open(index)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    for text in ("N", "Ne", "New words"):
        desk.write(index, text)
    desk.undo()
    assert desk.rows[index].item.text == FIRST
    desk.undo()
    assert desk.rows == before


def test_what_the_toolkit_lacks_is_offered_and_ours_only_where_it_is_taken(
    qtbot: QtBot, page: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    missing = [row.part for row in desk.rows if row.part is not None]
    assert missing == [
        *map(MissingPart, (*MONTH_PARTS, *OURS_TOO)),
        MissingPart("posts", 2),
        *(MissingPart("week", number) for number in (3, 4, 5)),
    ]
    assert page.chips["missing"].text() == "Missing 14"
    desk.open(next(number for number, row in enumerate(desk.rows) if row.part == MissingPart("week", 4)))
    panel = panel_of(window)
    assert (panel.take.text(), panel.keep.text()) == ("Keep ours", "Leave out")
    qtbot.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert desk.findings is not None
    assert with_rows(desk.findings, desk.rows).keeps == {MissingPart("week", 4)}
    desk.use()
    qtbot.waitUntil(lambda: not desk.busy, timeout=30_000)
    assert [(week.number, week.ready) for week in window.workspace.document.campaign.weeks] == [
        (1, True), (2, False), (3, False), (4, True),
    ]  # fmt: skip
    assert window.workspace.document.project.week in (1, 4)


def test_a_post_shows_what_is_on_its_graphic_and_what_has_no_room(
    page: ImportPage, desk: ImportController, window: MainWindow
) -> None:
    index = number_of(desk, LONG)
    desk.open(index)
    said = panel_of(window).graphic.text()
    assert said.startswith("Nobody should pay for a job.")
    assert "Not on it: A fair crew leader" in said


def test_posts_of_one_day_that_are_joined_name_the_day_once(
    qtbot: QtBot, window: MainWindow, desk: ImportController, tmp_path: Path
) -> None:
    path = tmp_path / "network.pdf"
    path.write_bytes(toolkit_file("network.pdf"))
    page = read_in(qtbot, window, path)
    desk.open(number_of(desk, "The door stays open."))
    qtbot.keyClick(page.table, Qt.Key.Key_J)
    joined = desk.rows[number_of(desk, "The door stays open.")].item
    assert joined.text.endswith("example.org/lch/handoff #CareThatAsks")
    assert joined.about == "After the visit"
    window.hide()


def test_a_toolkit_in_spanish_makes_the_kit_spanish(
    qtbot: QtBot, window: MainWindow, desk: ImportController, tmp_path: Path
) -> None:
    path = tmp_path / "trata.docx"
    path.write_bytes(toolkit_file("trata.docx"))
    desk.read(path)
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    desk.use()
    qtbot.waitUntil(lambda: not desk.busy, timeout=30_000)
    document = window.workspace.document
    assert (document.project.language, document.campaign.week(2).title) == ("es", "Trabajo digno")


def test_a_toolkit_of_six_weeks_has_six_in_the_bar_in_the_menu_and_in_the_calendar(
    qtbot: QtBot, window: MainWindow, desk: ImportController, tmp_path: Path
) -> None:
    path = tmp_path / "six-weeks.docx"
    path.write_bytes(toolkit_file("six-weeks.docx"))
    actions = window.workspace.actions
    assert not actions["week6"].isVisible()
    desk.read(path, answers=Answers("Youth Safety Season", 9, "Youth Help Line=1-800-555-0100"))
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    desk.use()
    qtbot.waitUntil(lambda: not desk.busy, timeout=30_000)
    assert (actions["week6"].isVisible(), actions["week6"].isEnabled()) == (True, True)
    board = window.board
    assert isinstance(board, Board)
    qtbot.waitUntil(lambda: not board.busy)
    actions["week6"].trigger()
    document = window.workspace.document
    assert document.project.week == 6
    assert [days_words(week) for week in weeks_of(document.project, document.campaign)][3:] == [
        "Sep 27 – Oct 3", "Oct 4–10", "Oct 11–17",
    ]  # fmt: skip
    document.stack.undo()
    assert document.project.week == 5  # the campaign before has no sixth week, so the nearest one is open
    assert document.kit().week.number == 5
    document.stack.redo()
    window.show_center("calendar")
    assert not window.grab().isNull()  # a week without a color of its own could not be painted
    assert len(STRANDS) == MOST_WEEKS
