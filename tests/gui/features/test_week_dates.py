"""The days of the weeks in the window: own days, joining, Wear Blue Day, holidays, and who signs the proclamation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.bars import WeekBar
from htpm_studio.gui.features.brand.kit_cards import LinesCard
from htpm_studio.gui.features.calendar.day_panel import DayPanel
from htpm_studio.gui.features.calendar.page import CalendarPage
from htpm_studio.gui.widgets.kit_fields import OfficialBlock
from htpm_studio.project.model import Official, WeekDates
from tests.gui.parts import controllers_of

LEFT = Qt.MouseButton.LeftButton


def january(day: int) -> dt.date:
    return dt.date(2027, 1, day)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[CalendarPage]:
    made = CalendarPage(workspace, controllers_of(workspace).posting)
    made.resize(1000, 800)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.mouseClick(made.set_dates, LEFT)
    yield made
    made.hide()


def test_a_week_gets_days_of_its_own_and_its_usual_ones_back(qtbot: QtBot, page: CalendarPage) -> None:
    document, row = page.controller.document, page.dates.rows[1]
    assert page.dates.isVisible()
    row.last.setDate(QDate(2027, 1, 12))
    assert document.project.week_dates == (WeekDates(2, january(4), january(12)),)
    assert page.view.month.focus_weeks(2) == (2, 3)
    row.first.setDate(QDate(2027, 1, 14))
    assert document.project.week_dates == (WeekDates(2, january(14), january(14)),)
    qtbot.mouseClick(row.usual, LEFT)
    assert not document.project.week_dates
    assert not row.usual.isVisible()
    document.stack.undo()
    assert row.first.date() == QDate(2027, 1, 14)


def test_a_short_week_is_joined_as_one_step(qtbot: QtBot, page: CalendarPage, workspace: Workspace) -> None:
    bar = WeekBar(workspace, controllers_of(workspace).exporter)
    qtbot.addWidget(bar)
    assert "Week 1 is only Jan 1\u20133" in page.join_note.words.text()
    qtbot.mouseClick(page.join_note.join, LEFT)
    assert page.controller.week(1).last == january(10)
    assert page.view.month.headerData(1, Qt.Orientation.Vertical) == "Week 1\nThe basics\nWeek 2\nFair workplaces"
    assert not page.join_note.isVisible()
    bar.refresh()
    assert bar.tabs.dates[1:3] == ["Jan 1\u201310", "Jan 4\u201310"]
    page.controller.document.stack.undo()
    assert page.controller.week(1).last == january(3)
    assert page.join_note.isVisible()
    page.grab()


def test_the_question_can_be_put_away_for_good(qtbot: QtBot, page: CalendarPage) -> None:
    qtbot.mouseClick(page.join_note.keep, LEFT)
    assert not page.join_note.isVisible()
    assert page.controller.document.project.week_dates == (WeekDates(1, january(1), january(3)),)


def test_wear_blue_day_is_ticked_where_it_is_and_can_be_added(qtbot: QtBot, page: CalendarPage) -> None:
    boxes = [row.blue for row in page.dates.rows]
    assert [box.isChecked() for box in boxes] == [False, False, True, False, False]
    assert not boxes[2].isEnabled()
    boxes[0].click()
    document = page.controller.document
    assert document.project.wear_blue == (1,)
    assert any(post.id == "w2-wear-blue" for post in document.kit(1).week.posts)
    boxes[0].click()
    assert not document.project.wear_blue


def test_a_holiday_is_marked_and_its_day_says_so(qtbot: QtBot, page: CalendarPage, workspace: Workspace) -> None:
    panel = DayPanel(workspace, controllers_of(workspace).posting)
    qtbot.addWidget(panel)
    desk = controllers_of(workspace).posting
    index = page.view.month.index_of(january(18))
    assert "Birthday of Martin Luther King, Jr." in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert (desk.tag(january(18)), desk.tag(january(11)), desk.tag(january(12))) == ("MLK Day", "#WearBlueDay", "")
    desk.open_day(january(18))
    assert "is a federal holiday: federal offices are closed." in panel.holiday.text()
    desk.open_day(january(19))
    assert panel.holiday.isHidden()


def test_who_signs_is_kept_in_the_kit(qtbot: QtBot, workspace: Workspace) -> None:
    block = OfficialBlock(workspace.document)
    qtbot.addWidget(block)
    block.show_for("w1/print/flyer")
    assert block.isHidden()
    block.show_for("w1/print/proclamation")
    assert not block.isHidden()
    for field, text in ((block.name, "Ana Li"), (block.office, "Mayor"), (block.jurisdiction, "Springfield")):
        qtbot.keyClicks(field, text)
    assert workspace.document.project.official == Official("Ana Li", "Mayor", "Springfield")
    while workspace.document.stack.can_undo():
        workspace.document.stack.undo()
    assert (block.name.text(), block.jurisdiction.text()) == ("", "")


def test_the_theme_field_says_when_the_official_theme_is_not_known(qtbot: QtBot, workspace: Workspace) -> None:
    card, document = LinesCard(workspace, controllers_of(workspace).pictures), workspace.document
    qtbot.addWidget(card)
    assert "official theme of 2027" in card.theme_note.text()
    document.change("Theme", replace(document.project, theme="The theme of the year"))
    assert card.theme_note.isHidden()
    document.change("Year", replace(document.project, theme="", year=2026))
    assert card.theme_note.isHidden()
