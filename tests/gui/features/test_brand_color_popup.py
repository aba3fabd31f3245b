"""The popup for a color: its keys, its place beside what it belongs to, and a color from the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.gui.controllers.brand import Role
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand import color_popup, screen_picker
from htpm_studio.gui.features.brand.color_popup import ColorPopup, point_beside
from htpm_studio.gui.features.brand.colors_card import ColorsCard
from htpm_studio.gui.features.brand.roles import swatch_menu
from htpm_studio.gui.features.brand.screen_picker import ScreenPicker, ScreenShot, capture_screens
from htpm_studio.project.model import Brand
from htpm_studio.project.pictures import load_logo
from tests.gui.parts import restart
from tests.gui.pictures_fixtures import Stage, write_logo

ROOM = QRect(0, 0, 1440, 900)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def document(document: KitDocument) -> KitDocument:
    restart(document, replace(document.project, brand=Brand("")))
    return document


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Stage:
    stage = Stage(workspace)
    qtbot.addWidget(stage)
    stage.show()
    stage.activateWindow()
    return stage


@pytest.fixture
def card(window: Stage, monkeypatch: pytest.MonkeyPatch) -> ColorsCard:
    monkeypatch.setattr(color_popup, "GONE_MS", 0)
    made = window.open_card("colors")
    assert isinstance(made, ColorsCard)
    made.popup.screen_picker = ScreenPicker(made.popup, two_screens)
    made.popup.screen_picker.ended.connect(made.popup.picked_on_screen)
    return made


def two_screens() -> tuple[ScreenShot, ...]:
    """A red screen, and a blue one with twice as many dots beside it."""
    red, blue = QImage(200, 100, QImage.Format.Format_RGB32), QImage(400, 200, QImage.Format.Format_RGB32)
    red.fill(QColor("#C01020"))
    blue.fill(QColor("#1020C0"))
    blue.setPixelColor(399, 199, QColor("#00FF00"))
    return ScreenShot(QRect(0, 0, 200, 100), red), ScreenShot(QRect(200, 0, 200, 100), blue)


def open_picker(qtbot: QtBot, card: ColorsCard) -> ScreenPicker:
    card.pick_on_screen("main")
    picker = card.popup.screen_picker
    qtbot.waitUntil(lambda: bool(picker.sheets))
    return picker


# ------------------------------------------------------------------ a color from the screen


def test_a_click_takes_the_color_of_the_screen_and_the_popup_is_back(
    qtbot: QtBot, card: ColorsCard, document: KitDocument
) -> None:
    picker = open_picker(qtbot, card)
    assert not card.popup.isVisible()
    assert document.stack.count() == 0
    sheet = picker.sheets[1]
    picker.move_to(QPoint(250, 40))
    assert not sheet.grab().isNull()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.mapFromGlobal(QPoint(250, 40)))
    assert document.project.brand.colors == ("#1020C0",)
    assert card.popup.isVisible()
    assert card.popup.hex.text() == "#1020C0"
    qtbot.keyClick(card.popup, Qt.Key.Key_Escape)
    assert (document.stack.count(), document.stack.undo_text()) == (1, "Change main color")
    assert card.recent == ["#1020C0"]


def test_arrows_go_over_the_screens_and_enter_takes(qtbot: QtBot, card: ColorsCard, document: KitDocument) -> None:
    picker = open_picker(qtbot, card)
    aimed: list[str] = []
    picker.aimed.connect(aimed.append)
    picker.move_to(QPoint(199, 50))
    sheet = picker.sheets[0]
    assert picker.color == "#C01020"
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    qtbot.keyClick(sheet, Qt.Key.Key_Down, SHIFT)
    assert (picker.aim, aimed) == (QPoint(200, 60), ["#1020C0", "#1020C0"])
    picker.move_to(QPoint(395, 99))
    qtbot.keyClick(sheet, Qt.Key.Key_Right, SHIFT)
    assert picker.aim == QPoint(395, 99)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert document.project.brand.colors == ("#1020C0",)


@pytest.mark.parametrize("way", ["key", "button"])
def test_escape_and_the_other_button_take_no_color(
    qtbot: QtBot, card: ColorsCard, document: KitDocument, way: str
) -> None:
    picker = open_picker(qtbot, card)
    if way == "key":
        qtbot.keyClick(picker.sheets[0], Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(picker.sheets[0], Qt.MouseButton.RightButton)
    assert not picker.sheets
    assert document.stack.count() == 0
    assert card.popup.isVisible()
    assert card.popup.dropper.hasFocus()


def test_a_screen_that_is_black_or_missing_is_reported(
    qtbot: QtBot, card: ColorsCard, document: KitDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    dark = QImage(60, 40, QImage.Format.Format_RGB32)
    dark.fill(QColor("#000000"))
    for shot in (None, ScreenShot(QRect(0, 0, 60, 40), dark)):
        monkeypatch.setattr(screen_picker, "screen_shot", lambda _screen, shot=shot: shot)
        assert capture_screens() == ()
    card.popup.screen_picker.take_shots = capture_screens
    card.pick_on_screen("main")
    qtbot.waitUntil(lambda: bool(card.popup.sentence.text()))
    assert card.popup.sentence.text() == "This computer does not let programs look at the screen."
    assert card.popup.isVisible()
    assert document.stack.count() == 0


def test_where_programs_never_see_the_screen_there_is_no_button(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_picker.QGuiApplication, "platformName", lambda: "wayland")
    card = ColorsCard(workspace)
    qtbot.addWidget(card)
    assert card.popup.dropper.isHidden()
    assert not card.rows["main"].hex.actions()


# ------------------------------------------------------------------ keys


def test_tab_goes_around_in_the_popup(qtbot: QtBot, card: ColorsCard) -> None:
    card.recent = ["#123456"]
    card.pick("main")
    popup = card.popup
    swatch = popup.recent.itemAt(0).widget()  # type: ignore[union-attr]
    assert isinstance(swatch, QWidget)
    order = [popup.hex, popup.dropper, swatch, popup.square, popup.strip]
    for widget in (*order, popup.hex):
        assert popup.focusWidget() is widget
        qtbot.keyClick(popup, Qt.Key.Key_Tab)


def test_enter_on_a_color_used_lately_takes_it_and_stays(qtbot: QtBot, card: ColorsCard, document: KitDocument) -> None:
    card.recent = ["#123456"]
    card.pick("main")
    swatch = card.popup.recent.itemAt(0).widget()  # type: ignore[union-attr]
    qtbot.keyClick(swatch, Qt.Key.Key_Return)
    assert document.project.brand.colors == ("#123456",)
    assert card.popup.isVisible()


def test_the_focus_goes_back_to_the_swatch(qtbot: QtBot, card: ColorsCard) -> None:
    card.pick("second")
    qtbot.keyClick(card.popup, Qt.Key.Key_Escape)
    assert card.focusWidget() is card.rows["second"].swatch


def test_square_and_strip_are_sliders_with_a_value(card: ColorsCard, document: KitDocument) -> None:
    card.pick("main")
    for field in (card.popup.square, card.popup.strip):
        interface = QAccessible.queryAccessibleInterface(field)
        assert interface.role() == QAccessible.Role.Slider
        assert interface.text(QAccessible.Text.Name)
    card.popup.strip.setValue(0)
    card.popup.square.setValue(100)
    shade = QColor(document.project.brand.colors[0])
    assert (shade.hsvHue(), shade.hsvSaturation()) == (0, 255)
    assert "strength 100%" in card.popup.square.accessibleDescription()


# ------------------------------------------------------------------ place


@pytest.mark.parametrize(
    "anchor",
    [QRect(16, 380, 350, 80), QRect(1080, 380, 350, 80), QRect(16, 860, 350, 40), QRect(16, 20, 1400, 80),
     QRect(16, 800, 1400, 80)],
)  # fmt: skip
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_popup_hides_nothing_of_what_it_belongs_to(anchor: QRect, mirrored: bool) -> None:
    size = QSize(240, 280)
    place = QRect(point_beside(anchor, size, ROOM, mirrored=mirrored), size)
    assert ROOM.contains(place)
    assert not place.intersects(anchor)


def test_the_popup_of_a_low_row_is_beside_it_and_on_the_screen(card: ColorsCard) -> None:
    stage = card.window()
    for spot in (QPoint(0, 0), QPoint(-600, 200), QPoint(500, 700)):
        stage.move(spot)
        QApplication.processEvents()
        card.pick("second")
        popup: ColorPopup = card.popup
        row = card.rows["second"]
        anchor = QRect(row.mapToGlobal(QPoint(0, 0)), row.size())
        if popup.screen().availableGeometry().contains(anchor):
            assert not popup.geometry().intersects(anchor)
        popup.close()


# ------------------------------------------------------------------ the menu of a color


def entries(card: ColorsCard, role: Role) -> dict[str, QAction]:
    row = card.rows[role]
    menu = swatch_menu(row.swatch, role, card.document.project, lambda color: card.give(color, role))
    return {action.text(): action for action in menu.actions()}


def test_a_color_is_copied_pasted_and_goes_back_to_that_of_the_logo(
    card: ColorsCard, document: KitDocument, tmp_path: Path
) -> None:
    brand = replace(document.project.brand, logo=load_logo(write_logo(tmp_path / "logo.png")), colors=("#AA0000",))
    document.change("Use logo", replace(document.project, brand=brand))
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("not a color")
    assert list(entries(card, "main")) == ["Copy hex", "Back to logo color"]
    entries(card, "main")["Copy hex"].trigger()
    assert clipboard.text() == "#AA0000"
    entries(card, "second")["Paste hex, #AA0000"].trigger()
    clipboard.setText("#0a0")
    entries(card, "main")["Paste hex, #00AA00"].trigger()
    assert document.project.brand.colors[0] == "#00AA00"
    assert document.stack.undo_text() == "Change main color"
    entries(card, "main")["Back to logo color"].trigger()
    assert document.project.brand.colors[0] == "#124E66"
    clipboard.clear()
    assert list(entries(card, "main")) == ["Copy hex"]
