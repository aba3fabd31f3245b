"""The posting calendar and the day at its side: moving, marking, copying, writing; by mouse and by keyboard."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QColor, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.export.texts.planned_posts import network_field
from htpm_studio.gui.controllers.posting import PostingController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.calendar import page as calendar_page
from htpm_studio.gui.features.calendar import view as calendar_view
from htpm_studio.gui.features.calendar.day_panel import DayPanel
from htpm_studio.gui.features.calendar.month import two_lines
from htpm_studio.gui.features.calendar.page import CalendarPage
from htpm_studio.gui.features.calendar.view import POST_MIME, dragged_post
from htpm_studio.gui.style import DARK, LIGHT, WindowTheme
from tests.gui.parts import controllers_of
from tests.helpers.two_forms import campaign_in_two_forms

COVER, RIGHTS = "w2/social/w2-week-begins", "w2/social/w2-rights"
"""The two posts of January 4; the day opens with the first."""
BLUE, RULES = "w2/social/w2-wear-blue", "w2/social/w2-rules-protect"
FREE_DAY = 18
"""A day that no post is planned on."""
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


def january(day: int) -> dt.date:
    return dt.date(2027, 1, day)


@pytest.fixture
def desk(workspace: Workspace) -> PostingController:
    return controllers_of(workspace).posting


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[CalendarPage]:
    made = CalendarPage(workspace, controllers_of(workspace).posting)
    made.resize(1000, 720)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> DayPanel:
    made = DayPanel(workspace, controllers_of(workspace).posting)
    made.resize(392, 720)
    qtbot.addWidget(made)
    return made


def day_of(desk: PostingController, piece: str) -> dt.date | None:
    post = desk.post(piece)
    assert post is not None
    return post.day


def cell(page: CalendarPage, day: int) -> QPoint:
    return page.view.visualRect(page.view.month.index_of(january(day))).center()


def chip(page: CalendarPage, piece: str) -> QPoint:
    view = page.view
    day = day_of(page.controller, piece)
    assert day is not None
    index = view.month.index_of(day)
    places = view.days.chips(view.visualRect(index), index, view.fontMetrics())
    return next(place.center() for post, place in places if post.piece == piece)


def data(piece: str) -> QMimeData:
    made = QMimeData()
    made.setData(POST_MIME, piece.encode())
    return made


def drop(widget: QWidget, point: QPoint, mime: QMimeData) -> bool:
    """Drop something on a widget, as the window system would; whether it was taken."""
    actions, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point, actions, mime, LEFT, none)
    widget.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(point), actions, mime, LEFT, none)
    widget.dropEvent(event)
    return event.isAccepted()


# ---------------------------------------------------------------- the month


def test_the_month_has_its_focus_weeks_and_days(page: CalendarPage) -> None:
    month = page.view.month
    assert (month.rowCount(), month.columnCount()) == (5, 7)
    assert month.headerData(1, Qt.Orientation.Vertical) == "Week 2\nFair workplaces"
    assert month.headerData(0, Qt.Orientation.Horizontal) == "Mon"
    assert month.day(month.index_of(january(4))) == january(4)
    assert month.data(month.index(0, 0)) is None
    assert month.flags(month.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert page.title.text() == "January 2027"
    words = str(month.data(month.index_of(january(11)), Qt.ItemDataRole.AccessibleTextRole))
    assert "Human Trafficking Awareness Day" in words
    assert "fixed date" in words


def test_every_post_lies_on_its_suggested_day(page: CalendarPage, desk: PostingController) -> None:
    assert day_of(desk, RIGHTS) == january(4)
    assert day_of(desk, BLUE) == january(11)
    assert all(post.day is not None for post in desk.posts())
    assert "0 waiting, 0 posted" in page.summary.text()


def test_a_year_with_six_rows_and_another_year(page: CalendarPage, desk: PostingController) -> None:
    document = desk.document
    document.change("Year", replace(document.project, year=2028))
    assert page.view.month.rowCount() == 6
    assert desk.day.year == 2028
    assert page.title.text() == "January 2028"
    assert page.view.month.focus_weeks(0) == (1,)
    page.grab()


def test_the_month_is_drawn_in_light_and_dark(page: CalendarPage, desk: PostingController) -> None:
    desk.reasons = {RIGHTS: "There is something."}
    desk.mark_posted(RULES, posted=True)
    light = page.grab().toImage()
    page.workspace.set_theme(WindowTheme(DARK, dark=True))
    dark = page.grab().toImage()
    spot = page.view.mapTo(page, page.view.viewport().mapTo(page.view, cell(page, FREE_DAY)))
    assert desk.on(january(FREE_DAY)) == ()
    assert light.pixelColor(spot) == QColor(LIGHT["base"])
    assert dark.pixelColor(spot) == QColor(DARK["base"])


# ---------------------------------------------------------------- keys


def test_alt_and_arrows_move_the_post_as_steps(qtbot: QtBot, page: CalendarPage, desk: PostingController) -> None:
    view, stack = page.view, desk.document.stack
    desk.open_day(january(4), RIGHTS)
    for key, day in ((Qt.Key.Key_Right, 5), (Qt.Key.Key_Down, 12), (Qt.Key.Key_Left, 11), (Qt.Key.Key_Up, 4)):
        qtbot.keyClick(view, key, ALT)
        assert day_of(desk, RIGHTS) == january(day)
        assert desk.day == january(day)
        assert desk.piece == RIGHTS
        assert view.month.day(view.currentIndex()) == january(day)
    assert stack.count() == 4
    assert "Move" in stack.undo_text()
    assert desk.document.project.edits.text(RIGHTS, "@day") is None
    stack.undo()
    assert day_of(desk, RIGHTS) == january(11)


def test_arrows_choose_a_day_and_space_the_next_post(qtbot: QtBot, page: CalendarPage, desk: PostingController) -> None:
    desk.move(COVER, january(6))
    desk.move(RIGHTS, january(5))
    desk.open_day(january(4))
    assert desk.piece == ""
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert desk.day == january(5)
    posts = [post.piece for post in desk.on(january(5))]
    assert len(posts) > 1
    for piece in (*posts, posts[0]):
        assert desk.piece == piece
        qtbot.keyClick(page.view, Qt.Key.Key_Space)


def test_enter_opens_the_day_and_delete_takes_the_post_off(
    qtbot: QtBot, page: CalendarPage, desk: PostingController
) -> None:
    with qtbot.waitSignal(page.workspace.panel_wanted) as told:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert told.args == ["day"]
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert (day_of(desk, COVER), day_of(desk, RIGHTS)) == (january(4), None)
    assert [button.text() for button in page.tray.buttons] == ["You have the right to work safely"]
    desk.open_day(january(6))
    waiting = page.tray.buttons[0]
    page.refresh()
    assert page.tray.buttons == [waiting], "whoever drags it keeps it in the hand"
    page.tray.buttons[0].click()
    assert day_of(desk, RIGHTS) == january(6)
    assert page.tray.buttons == []


def test_a_fixed_post_stays_and_says_why(qtbot: QtBot, page: CalendarPage, desk: PostingController) -> None:
    desk.open_day(january(11), BLUE)
    with qtbot.waitSignal(page.workspace.toast_wanted) as told:
        qtbot.keyClick(page.view, Qt.Key.Key_Right, ALT)
    assert told.args is not None
    assert "has a fixed date" in str(told.args[0])
    assert day_of(desk, BLUE) == january(11)
    assert desk.document.stack.count() == 0


def test_a_post_does_not_leave_january(qtbot: QtBot, page: CalendarPage, desk: PostingController) -> None:
    desk.move(RIGHTS, january(1))
    qtbot.keyClick(page.view, Qt.Key.Key_Left, ALT)
    assert day_of(desk, RIGHTS) == january(1)
    assert not desk.move("w2/social/none", january(2))


# ---------------------------------------------------------------- mouse


def test_a_click_on_a_chip_opens_its_post(qtbot: QtBot, page: CalendarPage, desk: PostingController) -> None:
    qtbot.mouseClick(page.view.viewport(), LEFT, pos=chip(page, RULES))
    assert (desk.day, desk.piece) == (day_of(desk, RULES), RULES)
    qtbot.mouseClick(page.view.viewport(), LEFT, pos=cell(page, FREE_DAY))
    assert (desk.day, desk.piece) == (january(FREE_DAY), "")
    with qtbot.waitSignal(page.workspace.panel_wanted):
        qtbot.mouseDClick(page.view.viewport(), LEFT, pos=cell(page, FREE_DAY))


def test_dragging_starts_with_the_post_and_not_with_a_fixed_one(
    qtbot: QtBot, page: CalendarPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[str] = []
    monkeypatch.setattr(calendar_view, "start_drag", lambda _source, piece: dragged.append(piece))
    monkeypatch.setattr(calendar_page, "start_drag", lambda _source, piece: dragged.append(piece))
    for piece in (RIGHTS, BLUE):
        start = chip(page, piece)
        qtbot.mousePress(page.view.viewport(), LEFT, pos=start)
        qtbot.mouseMove(page.view.viewport(), start + QPoint(2, 0))
        qtbot.mouseMove(page.view.viewport(), start + QPoint(60, 20))
        qtbot.mouseRelease(page.view.viewport(), LEFT, pos=start)
    assert dragged == [RIGHTS]
    page.controller.move(RIGHTS, None)
    button = page.tray.buttons[0]
    qtbot.mousePress(button, LEFT, pos=QPoint(4, 4))
    qtbot.mouseMove(button, QPoint(60, 8))
    qtbot.mouseRelease(button, LEFT, pos=QPoint(400, 400))
    assert dragged == [RIGHTS, RIGHTS]


def test_a_drop_moves_the_post_and_other_things_are_refused(page: CalendarPage, desk: PostingController) -> None:
    view = page.view
    assert drop(view, cell(page, 7), data(RIGHTS))
    assert day_of(desk, RIGHTS) == january(7)
    assert not drop(view, cell(page, 8), QMimeData())
    outside = view.visualRect(view.month.index(0, 0)).center()
    assert not drop(view, outside, data(RIGHTS))
    assert drop(page.tray, QPoint(5, 5), data(RIGHTS))
    assert day_of(desk, RIGHTS) is None
    assert not drop(page.tray, QPoint(5, 5), QMimeData())
    assert dragged_post(data(RIGHTS)) == RIGHTS


def test_the_menu_of_a_post(qtbot: QtBot, page: CalendarPage, desk: PostingController) -> None:
    post = desk.post(RIGHTS)
    assert post is not None
    menu = page.view.menu(post)
    names = [action.text() for action in menu.actions()]
    assert names == ["Copy text", "Move to", "Mark as posted", "Remove from the calendar"]
    days = menu.findChildren(QMenu)[0]
    days.actions()[2].trigger()
    assert day_of(desk, RIGHTS) == january(6)
    menu.actions()[2].trigger()
    assert "1 posted" in page.summary.text()
    menu.actions()[3].trigger()
    assert day_of(desk, RIGHTS) is None
    blue = desk.post(BLUE)
    assert blue is not None
    assert [action.text() for action in page.view.menu(blue).actions()] == ["Copy text", "Mark as posted"]


def test_the_menu_key_opens_it(page: CalendarPage, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu.actions()[0].text()))
    view = page.view
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, cell(page, 4), QPoint()))
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, chip(page, RULES), QPoint()))
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, cell(page, FREE_DAY), QPoint()))
    assert shown == ["Copy text", "Copy text"]


def test_spread_evenly_is_one_step(qtbot: QtBot, page: CalendarPage, desk: PostingController) -> None:
    desk.move(RIGHTS, january(10))
    stack = desk.document.stack
    with qtbot.waitSignal(page.workspace.toast_wanted) as told:
        page.spread.click()
    assert told.args is not None
    assert told.args[1] is True
    assert stack.count() == 2
    assert all(post.day == post.suggested for post in desk.posts())
    with qtbot.waitSignal(page.workspace.toast_wanted) as told:
        page.spread.click()
    assert told.args is not None
    assert "already" in str(told.args[0])
    stack.undo()
    assert day_of(desk, RIGHTS) == january(10)


def test_another_week_opens_its_first_day_with_a_post(desk: PostingController) -> None:
    desk.document.open_week(1)
    assert desk.day == january(2)
    assert desk.piece.startswith("w1/")


# ---------------------------------------------------------------- the day


def test_the_day_shows_the_post_as_the_network_gets_it(panel: DayPanel, desk: PostingController) -> None:
    assert panel.head.title.text() == "Monday, January 4"
    assert panel.name.text() == "Fair workplaces"
    desk.open_day(january(4), RIGHTS)
    assert panel.name.text() == "You have the right to work safely"
    post = desk.post()
    assert post is not None
    assert panel.text.toPlainText().startswith("“You owe us, so you can’t quit.”")
    assert panel.counter.text().endswith(" / 280")
    for name, begins, limit in (
        ("Facebook", "You can quit a job, even if you owe money.", " / 63,206"),
        ("Text message", "Want to leave a job but owe money?", " / 160"),
        ("First comment", "", "0 / 1,250"),
    ):
        panel.network.setCurrentIndex(panel.network.findText(name))
        panel.network.activated.emit(panel.network.currentIndex())
        assert panel.text.toPlainText() == post.text(desk.network)
        assert panel.text.toPlainText().startswith(begins)
        assert panel.source.isHidden()
        assert panel.counter.text().endswith(limit)


def test_the_day_says_what_is_to_be_filled_in_and_the_length_of_each_part(
    panel: DayPanel, desk: PostingController
) -> None:
    post = next(post for post in desk.posts() if post.piece.endswith("w2-buy-with-care"))
    assert post.day is not None
    desk.open_day(post.day, post.piece)
    desk.set_network("linkedin")
    panel.text.setPlainText("We tried it with [product]. Here is [one line].")
    assert panel.source.text() == "Fill in [product], [one line] before this goes out."
    panel.text.setPlainText("We tried it with rice.")
    assert panel.source.isHidden()
    desk.set_network("x")
    panel.text.setPlainText("One.\n---\nTwo, too.")
    assert panel.counter.text() == "4 + 9 / 280"
    panel.copy.click()
    assert QApplication.clipboard().text() == "1/2\nOne.\n\n2/2\nTwo, too."


def test_a_day_of_a_post_in_two_forms_shows_which_one_fits(
    panel: DayPanel, desk: PostingController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(desk.document), "campaign", property(lambda _document: campaign_in_two_forms()))
    desk.known_posts = None
    desk.open_day(january(4), RIGHTS)
    panel.refresh()
    post = desk.post()
    assert post is not None
    assert panel.text.toPlainText() == post.short
    assert panel.source.text().startswith("This is the short version")
    desk.set_network("facebook")
    assert panel.text.toPlainText() == post.caption
    assert panel.source.isHidden()


def test_typing_is_one_step_and_can_go_back(qtbot: QtBot, panel: DayPanel, desk: PostingController) -> None:
    document = desk.document
    desk.open_day(january(4), RIGHTS)
    panel.text.setPlainText("One")
    panel.text.setPlainText("One two")
    assert document.project.edits.text(RIGHTS, network_field("x")) == "One two"
    assert document.stack.count() == 1
    assert not panel.back.isHidden()
    panel.text.pause.timeout.emit()
    panel.text.setPlainText("One two three")
    assert document.stack.count() == 2
    document.stack.undo()
    assert panel.text.toPlainText() == "One two"
    panel.back.click()
    assert document.project.edits.text(RIGHTS, network_field("x")) is None
    assert panel.back.isHidden()


def test_a_text_for_all_networks_goes_back_to_the_kits_too(panel: DayPanel, desk: PostingController) -> None:
    post = desk.post()
    assert post is not None
    desk.document.edit("Text", post.piece, "caption", "Another text")
    assert not panel.back.isHidden()
    panel.back.click()
    assert desk.document.project.edits.text(post.piece, "caption") is None
    assert panel.back.isHidden()


@pytest.mark.parametrize("form", ["h:mm AP", "HH:mm"])
def test_a_time_is_typed_as_people_type_it(qtbot: QtBot, panel: DayPanel, form: str) -> None:
    field, line = panel.time, panel.time.lineEdit()
    field.setDisplayFormat(form)
    panel.resize(400, 800)
    panel.show()
    line.selectAll()
    qtbot.keyClicks(field, "9:45 AM" if "AP" in form else "09:45")
    assert field.time() == QTime(9, 45)
    line.home(False)
    qtbot.keyClicks(field, "11")
    assert field.time() == QTime(11, 45)
    line.deselect()
    line.setCursorPosition(line.text().index("45") + 1)
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton)
    assert line.selectedText() == "45"
    qtbot.keyClicks(field, "30")
    assert field.time() == QTime(11, 30)


def test_too_long_says_so_and_offers_the_short_one(panel: DayPanel, desk: PostingController) -> None:
    panel.text.setPlainText("x" * 309)
    assert panel.counter.text() == "309 / 280"
    assert panel.warning_words.text() == "29 characters too long for X."
    assert not panel.warning.isHidden()
    assert panel.text.property("state") == "warn"
    assert panel.use_short.text().startswith("Use the short one, ")
    panel.use_short.click()
    post = desk.post()
    assert post is not None
    assert panel.text.toPlainText() == post.spare_for(desk.network) == dict(post.written)["x"]
    assert panel.warning.isHidden()


def test_copying_puts_text_and_description_on_the_clipboard(
    qtbot: QtBot, panel: DayPanel, desk: PostingController
) -> None:
    post = desk.post()
    assert post is not None
    with qtbot.waitSignal(panel.workspace.toast_wanted) as told:
        panel.copy.click()
    assert QApplication.clipboard().text() == post.text(desk.network)
    assert told.args is not None
    assert str(told.args[0]).startswith("Copied for X, ")
    with qtbot.waitSignal(panel.workspace.toast_wanted):
        panel.copy_alt.click()
    assert QApplication.clipboard().text() == post.alt


def test_mark_as_posted_and_back(panel: DayPanel, desk: PostingController) -> None:
    desk.open_day(january(4), RIGHTS)
    panel.mark.click()
    assert desk.document.project.edits.text(RIGHTS, "@posted") == "yes"
    assert desk.document.project.edits.text(COVER, "@posted") is None
    assert panel.mark.text() == "Not posted yet"
    panel.mark.click()
    assert desk.document.project.edits.text(RIGHTS, "@posted") is None
    assert desk.document.stack.count() == 2
    desk.document.stack.undo()
    assert panel.mark.text() == "Not posted yet"


def test_the_day_can_be_chosen_unless_it_is_fixed(panel: DayPanel, desk: PostingController) -> None:
    desk.open_day(january(4), RIGHTS)
    panel.date.setDate(QDate(2027, 1, 8))
    assert (day_of(desk, COVER), day_of(desk, RIGHTS)) == (january(4), january(8))
    assert panel.head.title.text() == "Friday, January 8"
    desk.open_day(january(11), BLUE)
    assert not panel.date.isEnabled()
    assert panel.fixed.text() == "This post has a fixed date."


def test_a_day_offers_each_of_its_posts_or_says_that_it_has_none(panel: DayPanel, desk: PostingController) -> None:
    desk.move(COVER, january(6))
    desk.move(RIGHTS, january(5))
    assert len(panel.chips) == len(desk.on(january(5))) > 1
    other = next(chip for chip in panel.chips if chip.property("piece") != RIGHTS)
    other.click()
    assert desk.piece == other.property("piece")
    desk.open_day(january(4))
    assert not panel.nothing.isHidden()
    assert panel.post_box.isHidden()
    assert not panel.copy.isEnabled()
    for button in (panel.back, panel.use_short, panel.mark):
        button.clicked.emit()
    assert desk.document.stack.count() == 2


def test_the_picture_of_the_post_is_drawn(qtbot: QtBot, panel: DayPanel, desk: PostingController) -> None:
    with qtbot.waitExposed(panel):
        panel.show()
    desk.changed.emit()
    qtbot.waitUntil(lambda: panel.picture.pixmap().width() > 40, timeout=5000)
    panel.hide()


def test_close_hides_the_day(qtbot: QtBot, panel: DayPanel) -> None:
    with qtbot.waitSignal(panel.workspace.panel_wanted) as told:
        panel.head.close_button.click()
    assert told.args == [""]


def test_days_of_other_months_have_a_name_for_screen_readers(page: CalendarPage) -> None:
    month = page.view.month
    every = [month.index(row, column) for row in range(month.rowCount()) for column in range(month.columnCount())]
    names = [month.data(index, Qt.ItemDataRole.AccessibleTextRole) for index in every]
    assert all(names)
    assert names[0] == "Monday, December 28. Outside this month."


def test_a_title_takes_two_lines_where_the_day_has_room(page: CalendarPage, desk: PostingController) -> None:
    metrics = page.view.fontMetrics()
    wide = metrics.horizontalAdvance("You have the right to")
    assert two_lines("You have the right to work safely", wide, metrics) == ("You have the right to", "work safely")
    assert two_lines("Short", wide, metrics) == ("Short",)
    assert two_lines("Unbreakableandverylongindeedsoitis", 20, metrics) == ("Unbreakableandverylongindeedsoitis",)
    index = page.view.month.index_of(january(6))
    cell_ = page.view.visualRect(index)
    high = next(place.height() for _, place in page.view.days.chips(cell_, index, metrics))
    cell_.setHeight(60)
    low = next(place.height() for _, place in page.view.days.chips(cell_, index, metrics))
    assert high == low + metrics.lineSpacing()


def test_the_month_is_saved_as_one_table(
    qtbot: QtBot, page: CalendarPage, desk: PostingController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.csv"
    monkeypatch.setattr(calendar_page, "ask_target", lambda *_: target)
    with qtbot.waitSignal(page.workspace.toast_wanted, timeout=20_000):
        qtbot.mouseClick(page.save, LEFT)
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    days = [row[0] for row in rows if row and row[0].startswith("2027-01")]
    assert days == sorted(days)
    assert {day[-2:] for day in days} >= {"04", "11", "25"}
    titles = [row[3] for row in rows if len(row) > 3]
    assert {f"Post: {post.title}" for post in desk.posts() if post.day is not None} <= set(titles)
    assert titles.count("Human Trafficking Awareness Day") == 1


def test_the_picture_of_a_post_of_another_week_is_copied(
    qtbot: QtBot, panel: DayPanel, desk: PostingController
) -> None:
    desk.open_day(january(25))
    panel.refresh()
    QApplication.clipboard().clear()
    qtbot.mouseClick(panel.copy_picture, LEFT)
    qtbot.waitUntil(lambda: not QApplication.clipboard().image().isNull(), timeout=20_000)


def test_tab_goes_through_the_day_and_leaves_the_date(qtbot: QtBot, panel: DayPanel) -> None:
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.network.setFocus()
    reached: list[QWidget] = []
    while panel.mark not in reached and len(reached) < 12:
        now = QApplication.focusWidget()
        assert now is not None
        reached.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    wanted = (panel.text, panel.copy_picture, panel.copy_alt, panel.date, panel.copy, panel.mark)
    assert [one for one in dict.fromkeys(reached) if one in wanted] == list(wanted)


def test_days_that_would_be_too_narrow_are_below_each_other(
    qtbot: QtBot, page: CalendarPage, desk: PostingController
) -> None:
    view, month = page.view, page.view.month
    page.resize(620, 600)
    page.show()
    assert month.listed
    assert (month.rowCount(), month.columnCount()) == (31, 1)
    assert view.currentIndex() == month.index_of(desk.day)
    assert [day for day in range(1, 32) if month.begins_week(dt.date(2027, 1, day))] == [1, 4, 11, 18, 25]
    for row in range(31):
        index, shown = month.index(row, 0), view.visualRect(month.index(row, 0))
        chips = list(view.days.chips(shown, index, view.fontMetrics()))
        assert len(chips) == len(month.posts(index))
        assert all(shown.contains(place) and place.width() > 400 for _post, place in chips)
    assert not view.grab().isNull()
    free = next(post for post in desk.on(desk.day) if not post.fixed)
    desk.open_day(desk.day, free.piece)
    before = free.day
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    moved = desk.post(free.piece)
    assert moved is not None
    assert before is not None
    assert moved.day == before + dt.timedelta(days=1)
    page.resize(1200, 600)
    assert not month.listed
    assert view.currentIndex() == month.index_of(desk.day)


def usual_times(desk: PostingController) -> set[dt.time]:
    """The times of the posts that do not wait for another one of their day."""
    return {post.time for post in desk.posts() if not post.shifted}


def test_a_post_gets_its_own_time_and_then_all_the_same(
    qtbot: QtBot, panel: DayPanel, desk: PostingController, workspace: Workspace
) -> None:
    panel.show()
    first = desk.post()
    assert first is not None
    assert (panel.time.time().hour(), panel.for_all.isVisibleTo(panel)) == (10, False)
    steps = workspace.document.stack.count()
    panel.time.setFocus()
    panel.time.setCurrentSection(QDateTimeEdit.Section.HourSection)
    qtbot.keyClick(panel.time, Qt.Key.Key_Up)
    qtbot.keyClick(panel.time, Qt.Key.Key_Up)
    now = desk.post()
    assert now is not None
    assert now.time == dt.time(12)
    assert workspace.document.stack.count() == steps + 1, "one step while the arrows go on"
    assert usual_times(desk) == {dt.time(10), dt.time(12)}
    qtbot.mouseClick(panel.for_all, Qt.MouseButton.LeftButton)
    assert usual_times(desk) == {dt.time(12)}
    assert not panel.for_all.isVisibleTo(panel)
    assert workspace.document.stack.undo_text() == "One time for all posts"
    workspace.document.stack.undo()
    workspace.document.stack.undo()
    assert usual_times(desk) == {dt.time(10)}
    assert workspace.document.project.edits.text("kit", "@time") is None
