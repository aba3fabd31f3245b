"""The kit on the table: what stands where, what pointer and keys find, and the picture that is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLocale, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.edits import LEFT_OUT, YES
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.dnd_targets import marks_in, target_at
from htpm_studio.gui.features.room.model import FilledRoom, filled_rooms, first_room, last_changed
from htpm_studio.gui.features.room.page import RoomPage
from htpm_studio.gui.features.room.painter import draw_scenery, place_page, put_together, whole_picture
from htpm_studio.gui.features.room.room_file import program_rooms
from htpm_studio.gui.features.room.view import PlaceButton
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.accessibility import tab_stops
from tests.gui.parts import controllers_of

LEFT = Qt.MouseButton.LeftButton
ROOMS = ("training-room", "clinic-front-desk", "community-table")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Iterator[RoomPage]:
    """The page in a shown window, with all pages in their places."""
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.workspace.actions["room"].trigger()
    shown = window.center.page("room")
    assert isinstance(shown, RoomPage)
    settle(qtbot, shown)
    yield shown
    window.hide()


def settle(qtbot: QtBot, page: RoomPage) -> None:
    """Wait until everything is seen as the kit has it."""
    qtbot.wait(30)
    qtbot.waitUntil(lambda: page.view.whole, timeout=60_000)


def leave_out(document: KitDocument, *pieces: str) -> None:
    edits = document.project.edits
    for piece in pieces:
        edits = edits.changed(piece, LEFT_OUT, YES)
    document.change("Leave out", replace(document.project, edits=edits))


def rooms_of(document: KitDocument, paper: str = "both") -> dict[str, FilledRoom]:
    return {one.room.id: one for one in filled_rooms(program_rooms()[0], document, paper)}  # type: ignore[arg-type]


def pieces_in(room: FilledRoom) -> dict[str, str]:
    return {one.place.id: one.tile.piece.partition("/")[2] for one in room.objects}


def focused() -> QWidget:
    """What keys go to."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def found_at(page: RoomPage, place: str) -> str:
    """What the pointer finds in the middle of a place."""
    (corners,) = (page.view.corners(one.place) for one in page.view.filled.standing if one.place.id == place)
    middle = QPointF(sum(corners.at(n).x() for n in range(4)) / 4, sum(corners.at(n).y() for n in range(4)) / 4)
    found = page.view.childAt(middle.toPoint())
    return found.object if isinstance(found, PlaceButton) else ""


# ---------------------------------------------------------------- what stands where


def test_a_whole_kit_fills_all_rooms_and_the_fullest_comes_first(document: KitDocument) -> None:
    rooms = rooms_of(document)
    assert tuple(rooms) == ROOMS
    assert first_room(tuple(rooms.values())) == "training-room"
    assert pieces_in(rooms["clinic-front-desk"]) == {
        "tear-off": "print/tear-off",
        "flyer": "print/flyer",
        "cards": "print/hotline-cards",
        "story": "social/w2-rights",
    }


def test_what_a_kit_lacks_is_left_out_with_its_stand_and_its_shadow(document: KitDocument) -> None:
    whole = rooms_of(document)["training-room"]
    scenery, page = draw_scenery(whole.room, 0.25), QImage(85, 110, QImage.Format.Format_RGB32)
    pages = {one.place.id: place_page(one.place, page, 0.25) for one in whole.standing}
    assert {part.of for part in put_together(scenery, pages)} >= {"call", "sign-in"}
    leave_out(document, "w2/print/sign-in")
    less = rooms_of(document)["training-room"]
    assert set(pieces_in(whole)) - set(pieces_in(less)) == {"sign-in"}
    there = {one.place.id: pages[one.place.id] for one in less.standing}
    assert "sign-in" not in {part.of for part in put_together(scenery, there)}


def test_another_piece_takes_the_place_of_one_that_is_not_there(document: KitDocument) -> None:
    assert pieces_in(rooms_of(document)["community-table"])["a-frame"] == "print/poster"
    assert "roll-up" not in pieces_in(rooms_of(document)["community-table"])
    leave_out(document, "w2/background/photo-wall", "w2/print/poster")
    rooms = rooms_of(document)
    assert pieces_in(rooms["training-room"]).get("call") is None
    assert "a-frame" not in pieces_in(rooms["community-table"])


def test_a_room_with_fewer_than_half_of_its_places_is_not_offered(document: KitDocument) -> None:
    leave_out(document, "w2/print/tear-off", "w2/print/hotline-cards", "w2/print/flyer")
    assert "clinic-front-desk" not in rooms_of(document)
    assert "training-room" in rooms_of(document)


def test_the_post_that_was_changed_last_is_seen_until_that_is_taken_back(document: KitDocument) -> None:
    assert pieces_in(rooms_of(document)["community-table"])["feed"] == "social/w2-week-begins"
    document.edit("Headline", "w2/social/w2-debt", "head", "What do you owe?")
    document.edit("Headline", "w2/print/flyer", "head", "Fair work")
    assert pieces_in(rooms_of(document)["community-table"])["feed"] == "social/w2-debt"
    assert pieces_in(rooms_of(document)["clinic-front-desk"])["story"] == "social/w2-debt"
    document.stack.go_to(0)
    assert last_changed(document, {"w2/social/w2-debt"}) == ""
    assert pieces_in(rooms_of(document)["clinic-front-desk"])["story"] == "social/w2-rights"


def test_cards_show_a_side_for_each_language_and_the_usual_paper_is_kept(document: KitDocument) -> None:
    for paper, size in (("both", "card"), ("letter", "card"), ("a4", "card-a4")):
        cards = [one for one in rooms_of(document, paper)["clinic-front-desk"].standing if one.place.object == "cards"]
        seen = [(one.page.canvas, one.page.template, one.page.language) for one in cards]
        assert seen == [(size, "print/card-outside", "en"), (size, "print/card-outside", "es")]
        assert len({one.key for one in cards}) == 2


# ---------------------------------------------------------------- how it is painted


def test_a_slide_of_another_shape_stands_in_the_middle_between_bars(document: KitDocument) -> None:
    room = rooms_of(document)["training-room"]
    (screen,) = (one.place for one in room.standing if one.place.id == "screen")
    slide = QImage(400, 300, QImage.Format.Format_RGB32)
    slide.fill(QColor("#ff0000"))
    image = place_page(screen, slide, 1.0).part.image
    middle, left = image.pixelColor(image.width() // 2, image.height() // 2), image.pixelColor(20, image.height() // 2)
    assert middle.red() == 255
    assert max(left.red(), left.green(), left.blue()) < 60


def test_paper_is_cut_evenly_and_never_pulled(document: KitDocument) -> None:
    room = rooms_of(document)["clinic-front-desk"]
    (poster,) = (one.place for one in room.standing if one.place.id == "tear-off")
    sheet = QImage(210, 297, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    for row in (*range(8), *range(289, 297)):
        for column in range(210):
            sheet.setPixelColor(column, row, QColor("black"))
    image = place_page(poster, sheet, 1.0).part.image
    assert image.pixelColor(image.width() // 2, 6).lightness() > 200


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_without_pages_shows_only_what_belongs_to_none(name: str) -> None:
    room = next(room for room in program_rooms()[0] if room.id == name)
    scenery = draw_scenery(room, 0.25)
    assert {part.of for part in put_together(scenery, {})} == {""}
    picture = whole_picture(scenery, {})
    assert (picture.width(), picture.height()) == (360, 225)
    assert len({picture.pixelColor(x, y).rgb() for x in range(0, 360, 20) for y in range(0, 225, 20)}) > 20


# ---------------------------------------------------------------- pointer and keys


@pytest.mark.parametrize("name", ROOMS)
def test_the_pointer_finds_each_object_where_it_is_seen(qtbot: QtBot, page: RoomPage, name: str) -> None:
    page.show_room(name)
    settle(qtbot, page)
    assert [found_at(page, one.place.id) for one in page.view.filled.objects] == list(page.view.buttons)
    assert page.view.childAt(page.view.frame.topLeft().toPoint() + QPoint(4, 4)) is None


def test_further_sheets_are_the_same_object(qtbot: QtBot, page: RoomPage) -> None:
    assert found_at(page, "tent-right") == "tent-left"
    assert len(page.view.object_polygons("flyers")) == 3


def test_tab_goes_through_the_objects_in_their_own_order(window: MainWindow, page: RoomPage) -> None:
    stops = [one for one in tab_stops(window) if isinstance(one, PlaceButton)]
    assert [one.object for one in stops] == [one.place.id for one in page.view.filled.objects]
    stops[0].setFocus()
    reached = []
    for _ in stops:
        reached.append(QApplication.focusWidget())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert reached == stops


def test_screen_readers_find_buttons_with_the_name_and_the_headline(page: RoomPage) -> None:
    spoken = [QAccessible.queryAccessibleInterface(one) for one in page.view.buttons.values()]
    assert {one.role() for one in spoken} == {QAccessible.Role.Button}
    names = [one.text(QAccessible.Text.Name) for one in spoken]
    assert "Flyers: Fair work keeps people safe" in names
    assert "Table tents: Ask us anything" in names


@pytest.mark.parametrize("way", ["click", "Enter", "Space"])
def test_an_object_opens_in_the_editor_and_escape_comes_back_to_it(
    qtbot: QtBot, window: MainWindow, page: RoomPage, way: str
) -> None:
    button = page.view.buttons["sign-in"]
    button.setFocus()
    if way == "click":
        QTest.mouseClick(button, LEFT, pos=button.rect().center())
    else:
        QTest.keyClick(button, Qt.Key.Key_Return if way == "Enter" else Qt.Key.Key_Space)
    assert window.center_name == "editor"
    assert controllers_of(window.workspace).editor.piece == "w2/print/sign-in"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.center_name == "room"
    assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert window.center_name == "board"


def test_a_story_opens_as_a_story(page: RoomPage, window: MainWindow) -> None:
    page.show_room("clinic-front-desk")
    page.view.buttons["story"].click()
    editor = controllers_of(window.workspace).editor
    assert (editor.piece, editor.canvas) == ("w2/social/w2-rights", "story")


def test_the_way_back_from_a_piece_of_the_board_is_the_board(window: MainWindow, page: RoomPage) -> None:
    page.view.buttons["sign-in"].click()
    window.show_center("board")
    window.workspace.opened.emit("w2/print/flyer")
    window.workspace.actions["back"].trigger()
    assert window.center_name == "board"


def test_pointing_at_an_object_lifts_it_but_not_with_reduced_motion(qtbot: QtBot, page: RoomPage) -> None:
    def seen() -> QImage:
        return page.view.grab(page.view.buttons["handouts"].geometry().adjusted(20, 20, -20, -20)).toImage()

    before = seen()
    page.view.point_at("handouts")
    assert seen() != before
    page.workspace.set_settings(Settings(reduced_motion=True))
    assert seen() == before


def test_numbers_and_the_wheel_lead_to_the_other_rooms(qtbot: QtBot, page: RoomPage) -> None:
    page.view.buttons["flyers"].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_3)
    assert (page.room, page.dots["community-table"].isChecked()) == ("community-table", True)
    focus = QApplication.focusWidget()
    assert isinstance(focus, PlaceButton)
    assert focus.object == "a-frame"
    spot = page.view.rect().center()
    turn = QWheelEvent(
        QPointF(spot), QPointF(page.view.mapToGlobal(spot)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.view, turn)
    assert page.room == "training-room"
    QTest.mouseClick(page.dots["clinic-front-desk"], LEFT)
    assert page.room == "clinic-front-desk"


def test_where_the_names_have_no_room_they_are_behind_one_button(page: RoomPage) -> None:
    for dot in page.dots.values():
        dot.setText(f"{dot.text()} with a very long name for a room that nobody would give to it, or only in a test")
    page.refresh()
    assert (page.chooser.isVisible(), page.dots["training-room"].isVisible()) == (True, False)
    page.chooser.menu().aboutToShow.emit()
    entries = page.chooser.menu().actions()
    assert [entry.text() for entry in entries] == [dot.text() for dot in page.dots.values()]
    entries[2].trigger()
    assert (page.room, page.chooser.text()) == ("community-table", entries[2].text())
    for dot in page.dots.values():
        dot.setText("Room")
    page.refresh()
    assert (page.chooser.isVisible(), page.dots["training-room"].isVisible()) == (False, True)


def test_a_photo_goes_into_the_object_that_it_is_dropped_on(window: MainWindow, page: RoomPage) -> None:
    editor = controllers_of(window.workspace).editor

    def drop_on(name: str) -> tuple[str, str]:
        button = page.view.buttons[name]
        found = target_at(window, editor, button.mapTo(window, button.rect().center()), "picture", words=False)
        return (found.piece, found.note) if found is not None else ("", "")

    assert drop_on("flyers") == ("w2/print/flyer", "")
    piece, note = drop_on("sign-in")
    assert piece == ""
    assert "has no place for a picture" in note
    marked = marks_in(window, "picture").taking
    places = {
        name: QRect(button.mapTo(window, QPoint(0, 0)), button.size()) for name, button in page.view.buttons.items()
    }
    assert places["flyers"] in marked
    assert places["sign-in"] not in marked


def test_the_menu_of_an_object_leads_to_its_piece_on_the_board(window: MainWindow, page: RoomPage) -> None:
    page.view.buttons["flyers"].setFocus()
    menu = page.menu(page.view.buttons["flyers"].standing)
    assert isinstance(menu, QMenu)
    entry = next(one for one in menu.actions() if one.text() == "Show on the board")
    entry.trigger()
    assert window.center_name == "board"
    assert window.workspace.selection == ("w2/print/flyer",)
    menu.deleteLater()


# ---------------------------------------------------------------- what follows the kit


def test_only_what_changed_is_put_into_its_place_again(qtbot: QtBot, page: RoomPage) -> None:
    before = page.view.placed
    page.workspace.document.edit("Headline", "w2/print/sign-in", "head", "Welcome")
    settle(qtbot, page)
    after = page.view.placed
    assert {name for name in before if before[name] is not after[name]} == {"sign-in"}
    assert page.view.buttons["sign-in"].accessibleName() == "Sign-in sheet: Welcome"


def test_a_kit_with_too_few_pieces_says_so(page: RoomPage, document: KitDocument) -> None:
    kinds = ("print/flyer", "print/poster", "print/table-tent", "print/participant-handout", "print/tear-off",
             "print/hotline-cards", "print/bookmark", "print/sign-in", "deck/training")  # fmt: skip
    leave_out(document, *(f"w2/{kind}" for kind in kinds))
    page.refresh()
    assert (page.view.isVisible(), page.message.isVisible(), page.save.isEnabled()) == (False, True, False)


def test_names_are_in_the_language_of_the_window(page: RoomPage) -> None:
    QLocale.setDefault(QLocale("es"))
    page.refresh()
    assert page.view.buttons["flyers"].accessibleName().startswith("Volantes: ")


# ---------------------------------------------------------------- the picture


@pytest.mark.parametrize("ending", [".png", ".jpg"])
def test_the_picture_is_kept_with_what_is_seen_in_it(qtbot: QtBot, page: RoomPage, tmp_path: Path, ending: str) -> None:
    said: list[str] = []
    page.workspace.info_wanted.connect(lambda text, _button, _act: said.append(text))
    target = tmp_path / f"table{ending}"
    page.save_picture(target)
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)
    assert said == [f"table{ending} is saved."]
    with Image.open(target) as image:
        assert image.size == (2880, 1800)
        described = image.info.get("Description") or image.info["comment"].decode("utf-8", "replace")
    assert "Training room with these pieces: Title slide of the training deck, on the screen" in described
    assert "Flyers: Fair work keeps people safe" in described


def test_a_picture_that_cannot_be_written_says_why(qtbot: QtBot, page: RoomPage, tmp_path: Path) -> None:
    said: list[str] = []
    page.workspace.info_wanted.connect(lambda text, _button, _act: said.append(text))
    page.save_picture(tmp_path / "gone" / "table.png")
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)
    assert said[0].startswith("table.png could not be written")


def test_the_result_of_an_export_leads_to_the_table(window: MainWindow, workspace: Workspace) -> None:
    from htpm_studio.gui.features.export.result import ResultPage

    has = controllers_of(workspace)
    result = ResultPage(workspace, has.exporter, has.pictures)
    result.room.click()
    assert window.center_name == "room"
    result.deleteLater()
