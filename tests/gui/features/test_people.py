"""Who is in the drawings, in the window: a cast for the kit, other people, and single people in the editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.accessibility import ask_menu
from htpm_studio.gui.widgets.kit_fields import PeopleField
from htpm_studio.project.model import DrawnPeople
from htpm_studio.project.store import open_project, save_project
from htpm_studio.scene.walk import pictures, walk
from tests.gui.editor_fixtures import LEFT, PHOTO, PLAIN, Editor, editor, until
from tests.gui.parts import controllers_of
from tests.helpers.marks import mark

__all__ = ["editor"]
SHEETS = "w2/print/hotline-cards"


def fixed(workspace: Workspace) -> list[tuple[str, int]]:
    return [(one.scene, one.place) for one in workspace.document.project.people.fixed]


def described(editor: Editor) -> str:
    """What screen readers say of the picture that is drawn now."""
    assert editor.page.shown is not None
    return next(one.alt for one in pictures(editor.page.shown.page) if one.heads)


def head(editor: Editor, number: int) -> QPoint:
    """The middle of a head on the stage."""
    return editor.stage.mapFromScene(*editor.stage.people[number].head.center)


def click(editor: Editor, spot: QPoint, by: QPoint | None = None) -> None:
    port = editor.stage.viewport()
    editor.bot.mousePress(port, LEFT, PLAIN, spot)
    if by is not None:
        editor.bot.mouseMove(port, spot + by)
    editor.bot.mouseRelease(port, LEFT, PLAIN, spot if by is None else spot + by)


def press(editor: Editor, button: QToolButton) -> None:
    """Press a button of the bar."""
    editor.bot.mouseClick(button, LEFT)
    editor.settle()
    editor.drawn()


def choose(editor: Editor, words: str) -> None:
    """Choose an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    editor.settle()
    editor.drawn()


# ------------------------------------------------------------------ the whole kit


@pytest.fixture
def field(qtbot: QtBot, workspace: Workspace) -> PeopleField:
    made = PeopleField(workspace)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_casts_have_names_and_a_choice_is_one_step_that_is_saved(
    field: PeopleField, workspace: Workspace, tmp_path: Path
) -> None:
    names = [field.casts.itemText(row) for row in range(field.casts.count())]
    assert names[:3] == ["Mixed", "Older people", "Teenagers"]
    assert field.casts.accessibleName() == "People shown"
    before = controllers_of(workspace).pictures.usage().pieces
    field.casts.setCurrentIndex(1)
    field.casts.activated.emit(1)
    assert workspace.document.project.people.cast == "elders"
    assert workspace.document.stack.undo_text() == "Change people shown"
    kit = workspace.document.kit()
    shown = kit.scenes["porch-talk"].drawn
    assert shown is not None
    assert {one.age for one in shown.people} == {"elder"}
    assert controllers_of(workspace).pictures.usage().pieces != before
    save_project(workspace.document.project, tmp_path / "kit.htpm")
    assert open_project(tmp_path / "kit.htpm").people.cast == "elders"
    workspace.document.stack.undo()
    assert (workspace.document.project.people, field.casts.currentData()) == (DrawnPeople(), "mixed")


def test_other_people_come_with_a_press_and_go_with_undo(
    qtbot: QtBot, field: PeopleField, workspace: Workspace
) -> None:
    def people() -> list[str]:
        drawn = workspace.document.kit().scenes["break-room"].drawn
        assert drawn is not None
        return [one.id for one in drawn.people]

    before = people()
    qtbot.mouseClick(field.others, LEFT)
    assert people() != before
    qtbot.keyClick(field.others, Qt.Key.Key_Space)
    assert workspace.document.project.people.seed == 2
    workspace.document.stack.undo()
    workspace.document.stack.undo()
    assert people() == before


def test_a_cast_without_people_has_no_others(field: PeopleField) -> None:
    row = field.casts.findData("no-people")
    field.casts.setCurrentIndex(row)
    field.casts.activated.emit(row)
    assert not field.others.isEnabled()


# ------------------------------------------------------------------ one person


def test_a_click_on_a_head_offers_somebody_else_and_the_description_follows(
    editor: Editor, workspace: Workspace
) -> None:
    editor.open(PHOTO)
    people, said = editor.stage.people, described(editor)
    click(editor, head(editor, 1))
    press(editor, editor.page.object_bar.other)
    assert fixed(workspace) == [(people[1].scene, 1)]
    after = editor.stage.people
    assert after[1].person != people[1].person
    assert [after[at].person for at in (0, 2)] == [people[at].person for at in (0, 2)]
    assert described(editor) != said
    workspace.document.stack.undo()
    editor.settle()
    editor.drawn()
    assert (editor.stage.people, described(editor)) == (people, said)


def test_the_picture_does_not_move_under_a_click_on_a_head_but_under_a_drag(
    editor: Editor, workspace: Workspace
) -> None:
    editor.open(PHOTO)
    editor.inspector.picture.slider.setValue(150)
    editor.document.end_merge()
    editor.settle()
    editor.drawn()
    count, edits = workspace.document.stack.count(), editor.edits()
    at = head(editor, 1)
    click(editor, at, QPoint(1, 1))
    assert editor.page.object_bar.isVisible()
    assert (workspace.document.stack.count(), editor.edits()) == (count, edits)
    click(editor, at, QPoint(40, 20))
    assert not editor.page.object_bar.isVisible()
    assert workspace.document.stack.undo_text() == "Move picture"


def test_somebody_older_or_younger_comes_and_the_bar_stays_beside_the_place(
    editor: Editor, workspace: Workspace
) -> None:
    editor.open(PHOTO)
    people, bar = workspace.document.kit().resources.pictures.people, editor.page.object_bar

    def age() -> str:
        return people[editor.stage.people[1].person].age

    click(editor, head(editor, 1))
    assert age() == "adult"
    place = bar.pos()
    press(editor, bar.older)
    assert (age(), bar.older.isEnabled(), bar.pos()) == ("elder", False, place)
    press(editor, bar.younger)
    press(editor, bar.younger)
    assert (age(), bar.younger.isEnabled(), bar.pos()) == ("teen", False, place)
    assert workspace.document.stack.undo_text() == "Show somebody younger"
    press(editor, bar.own)
    assert (age(), fixed(workspace), bar.own.isEnabled()) == ("adult", [], False)


def test_a_click_on_the_picture_offers_another_one_and_its_size(editor: Editor) -> None:
    editor.open(PHOTO)
    bar, port = editor.page.object_bar, editor.stage.viewport()
    editor.bot.mouseClick(port, LEFT, PLAIN, editor.spot(0.02, 0.02))
    shown = [one.text() for one in (bar.swap, bar.nearer, bar.farther, bar.kit) if one.isVisible()]
    assert shown == ["Swap…", "Nearer", "Farther"]
    assert editor.stage.framing is not None
    before = editor.stage.framing.zoom
    press(editor, bar.nearer)
    assert editor.stage.framing.zoom > before
    press(editor, bar.kit)
    assert editor.edits() == {}
    editor.bot.keyClick(editor.stage, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert editor.controller.piece == PHOTO


def test_a_person_is_kept_when_others_come_and_let_go_again(editor: Editor, workspace: Workspace) -> None:
    editor.open(PHOTO)
    block, person = editor.inspector.people, editor.stage.people[0].person
    editor.bot.mouseClick(block.buttons[0], LEFT)
    choose(editor, "Keep this person")
    assert block.buttons[0].accessibleDescription() == "kept"
    field = PeopleField(workspace)
    editor.bot.addWidget(field)
    field.others.click()
    editor.settle()
    editor.drawn()
    assert editor.stage.people[0].person == person
    editor.bot.mouseClick(block.buttons[0], LEFT)
    choose(editor, "Let the program choose")
    assert fixed(workspace) == []
    assert editor.stage.people[0].person != person


def test_by_key_every_person_has_a_menu_on_the_stage_and_a_button_that_says_who(editor: Editor) -> None:
    editor.open(PHOTO)
    words = [one.words for one in editor.stage.people]
    assert [button.accessibleName() for button in editor.inspector.people.buttons[: len(words)]] == words
    editor.stage.setFocus()
    ask_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == words
    menu.close()


def test_a_head_is_marked_under_the_pointer_and_when_its_button_has_the_focus(editor: Editor) -> None:
    editor.open(PHOTO)
    port = editor.stage.viewport()
    editor.bot.mouseMove(port, QPoint(2, 2))
    plain = port.grab().toImage()
    editor.bot.mouseMove(port, head(editor, 1))
    assert port.toolTip() == editor.stage.people[1].words
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    editor.bot.mouseMove(port, QPoint(2, 2))
    assert port.toolTip() == ""
    editor.page.activateWindow()
    editor.inspector.people.buttons[0].setFocus()
    until(editor.bot, lambda: port.grab().toImage() != plain)


def test_a_locked_piece_keeps_its_people(editor: Editor) -> None:
    editor.open(PHOTO)
    editor.inspector.toggle_lock()
    editor.settle()
    until(editor.bot, lambda: editor.stage.people == ())
    assert not editor.inspector.people.buttons[0].isEnabled()


def test_a_right_click_beside_all_heads_opens_the_menu_of_the_piece(editor: Editor) -> None:
    editor.open(PHOTO)
    spot = QPoint(2, 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, editor.stage.mapToGlobal(spot))
    QApplication.sendEvent(editor.stage.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Template" in {action.text().replace("&", "") for action in menu.actions()}
    menu.close()


def test_whole_sheets_have_nobody_to_click(editor: Editor) -> None:
    editor.open(SHEETS)
    assert editor.stage.people == ()
    assert editor.inspector.people.isHidden()


def test_a_click_on_the_logo_leads_to_its_card_and_one_on_a_code_says_where_it_leads(
    editor: Editor, workspace: Workspace
) -> None:
    document, bar, port = workspace.document, editor.page.object_bar, editor.stage.viewport()
    document.change("Logo", replace(document.project, brand=replace(document.project.brand, logo=mark(100, 60))))
    editor.open("w2/print/resources")
    page = editor.stage.page
    assert page is not None

    def spot(name: str) -> QPoint:
        return editor.stage.mapFromScene(*next(one.box for one in walk(page.nodes) if one.name == name).center)

    asked: list[str] = []
    workspace.card_wanted.connect(asked.append)
    editor.bot.mouseClick(port, LEFT, PLAIN, spot("logo"))
    editor.bot.mouseClick(bar.change, LEFT)
    assert (bar.said.text(), asked) == ("Your logo", ["logo"])
    editor.bot.mouseClick(port, LEFT, PLAIN, spot("QR code"))
    assert bar.said.text() == "QR code for https://humantraffickinghotline.org"
    assert not bar.change.isVisible()
