"""The editor by real keys and mouse: words, states, limits, locks, undo, and the way in and out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.edits import LAYOUT, LOCKED, TEMPLATE
from htpm_studio.export.kit.kit_cast import PEOPLE
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.editor.gallery import Gallery
from htpm_studio.gui.features.editor.page import EditorPage
from htpm_studio.gui.features.editor.piece_list import PieceList
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.text_fields import LinesField
from htpm_studio.pieces.declared import page_sizes
from tests.gui.editor_fixtures import CARDS, CHECKLIST, PHOTO, SLIDE, Editor, editor, until
from tests.gui.parts import controllers_of

__all__ = ["editor"]
KIT_VERSION = "Back to the kit version"
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_typing_changes_the_piece_and_its_picture(editor: Editor) -> None:
    editor.open(PHOTO)
    editor.write("head", "Safe work for all")
    assert editor.edits() == {"head": "Safe work for all"}
    assert editor.listed()["head"].state == "changed here"
    assert editor.page.shown is not None
    assert editor.page.shown.request.spec.content["head"] == "Safe work for all"


def test_a_piece_opens_with_the_picture_of_its_tile_until_it_is_drawn(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.open(PHOTO)
    small = editor.stage.grab().toImage().scaled(100, 100)
    monkeypatch.setattr(editor.controller.workspace.renderer, "picture", lambda _key: small)
    editor.open(CARDS)
    editor.controller.workspace.opened.emit(PHOTO)
    assert editor.stage.page is None
    item = editor.stage.page_item
    assert item.pixmap().width() == small.width()
    assert item.sceneBoundingRect().width() == pytest.approx(editor.page.page_size().width)
    editor.drawn()
    assert item.pixmap().width() > small.width()


def test_the_picture_of_the_newsletter_opens_like_any_other_and_its_words_can_be_changed(editor: Editor) -> None:
    editor.open("w2/copy/mail-header")
    editor.write("head", "Fair pay, safe days")
    editor.drawn()
    now = editor.controller.now
    assert now is not None
    assert now.tile.page.content["head"] == "Fair pay, safe days"
    assert now.tile.page.canvas == "mail-header"


def test_typing_the_words_of_the_kit_means_to_follow_it(editor: Editor) -> None:
    editor.open(PHOTO)
    before = editor.listed()["head"].words.replace("*", "")
    editor.write("head", "Other")
    editor.write("head", before)
    assert list(editor.edits()) == ["head"]
    editor.write("sub", "Other")
    sub = editor.listed()["sub"].field
    assert sub is not None
    editor.write("sub", sub.kit_text)
    assert list(editor.edits()) == ["head"]


def test_words_that_do_not_fit_with_the_real_fonts_are_marked(editor: Editor) -> None:
    editor.open(PHOTO)
    editor.write("head", "Incomprehensibilities" * 8)
    editor.drawn()
    assert editor.page.shown is not None
    assert "too-long" in [finding.code for finding in editor.page.shown.findings]
    until(editor.bot, lambda: editor.listed()["head"].state == "does not fit")
    assert [block.name for block in editor.stage.too_long] == ["head"]
    marked = editor.stage.grab().toImage()
    editor.stage.set_too_long(())
    assert editor.stage.grab().toImage() != marked
    editor.write("head", "Short")
    editor.drawn()
    assert editor.stage.too_long == ()


def test_a_list_that_does_not_fit_is_marked_and_found(editor: Editor) -> None:
    editor.open(CHECKLIST)
    editor.write("items.0", "Incomprehensibilities" * 8)
    editor.drawn()
    assert len(editor.stage.too_long) == 1
    assert editor.page.shown is not None
    (finding,) = editor.page.shown.findings
    until(editor.bot, lambda: editor.listed()["items.0"].state == "does not fit")
    editor.controller.workspace.open_text(CHECKLIST, finding.field)
    editor.drawn()
    assert editor.page.typing.path == "items.0"


def test_a_locked_piece_keeps_its_words_and_says_so(editor: Editor) -> None:
    editor.open(PHOTO)
    editor.bot.mouseClick(editor.inspector.lock, Qt.MouseButton.LeftButton)
    editor.settle()
    locked = {name: value for name, value in editor.edits().items() if name != PEOPLE}
    assert locked[LOCKED] == "yes"
    assert set(locked) == {LOCKED, LAYOUT}, "a locked piece keeps its layout when others are shuffled"
    assert editor.listed()["head"].state == "locked"
    assert editor.inspector.lock.text() == "Unlock to edit"
    assert not editor.page.typing.enter("head")
    editor.controller.set_text("Sneak", "head", "Other", "")
    assert not editor.offers(KIT_VERSION)
    assert {name: value for name, value in editor.edits().items() if name != PEOPLE} == locked
    editor.document.stack.undo()
    editor.settle()
    assert editor.listed()["head"].state == ""


def test_back_to_the_kit_version_is_one_step(editor: Editor) -> None:
    editor.open(SLIDE)
    assert not editor.offers(KIT_VERSION)
    editor.write("head", "Signs")
    editor.document.end_merge()
    editor.type(editor.page.notes.row.editor, "Say hello.")
    editor.choose(KIT_VERSION)
    assert editor.edits() == {}
    editor.document.stack.undo()
    editor.settle()
    assert editor.edits() == {"head": "Signs", "notes": "Say hello."}


def test_another_template_is_a_click_and_its_own_is_no_edit(editor: Editor) -> None:
    editor.open(PHOTO)
    gallery = editor.page.variants
    until(editor.bot, lambda: len(gallery.cards) > 1)
    assert editor.controller.now is not None
    usual = editor.controller.now.tile.page.template
    keys = [card.key.rpartition("|")[2] for card in gallery.cards]
    item = gallery.item(keys.index("social/statement"))
    spot = gallery.visualItemRect(item).center()
    editor.bot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    editor.settle()
    assert editor.edits() == {TEMPLATE: "social/statement"}
    assert "head" in editor.listed()
    editor.drawn()
    editor.page.use_template(f"x|{usual}")
    editor.settle()
    assert editor.edits() == {}


def test_next_and_previous_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.workspace.opened.emit(PHOTO)
    page = window.center.page("editor")
    assert isinstance(page, EditorPage)
    assert page.controller.now is not None
    sisters = [tile.piece for tile in page.controller.now.sisters]
    place = sisters.index(PHOTO)
    page.stage.setFocus()
    for key, number in ((Qt.Key.Key_PageUp, place - 1), (Qt.Key.Key_PageDown, place), (Qt.Key.Key_PageDown, place + 1)):
        QTest.keyClick(window.windowHandle(), key, CONTROL)
        assert page.controller.piece == sisters[number]
    until(qtbot, lambda: not page.header.next.isEnabled())
    window.show_center("calendar")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageUp, CONTROL)
    assert page.controller.piece == sisters[place + 1], "the editor is not in front"


def test_the_size_switch_stays_where_it_is_and_keeps_the_focus(editor: Editor) -> None:
    editor.open(PHOTO)
    header, seen = editor.page.header, set()
    for name in (str(size.name) for size in page_sizes().of("social")):
        button = next(one for one in header.views.values() if one.text() == name)
        editor.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        editor.drawn()
        (chosen,) = (one for one in header.views.values() if one.isChecked())
        assert (chosen.text(), chosen.hasFocus()) == (name, True)
        first = next(iter(header.views.values()))
        seen.add((first.mapTo(header, QPoint()).x(), first.mapTo(header, QPoint()).y()))
    assert len(seen) == 1


def test_the_size_switch_shows_another_size(editor: Editor) -> None:
    editor.open(PHOTO)
    buttons = {button.text(): button for button in editor.page.header.views.values()}
    names = [str(size.name) for size in page_sizes().of("social")]
    assert list(buttons) == names
    editor.bot.mouseClick(buttons["Story"], Qt.MouseButton.LeftButton)
    editor.drawn()
    assert editor.controller.now is not None
    assert editor.controller.now.tile.size == "story"
    assert editor.stage.page is not None
    assert editor.stage.page.size.height == 1920
    others = [name for name in names if name != "Story"]
    until(editor.bot, lambda: [card.title for card in editor.page.sizes.cards] == others)
    editor.controller.step(-1)
    assert editor.controller.now.tile.size == "story"
    editor.drawn()


def test_the_strip_opens_sisters_and_leaves_pages_out(editor: Editor, workspace: Workspace) -> None:
    strip = PieceList(controllers_of(workspace).editor)
    editor.bot.addWidget(strip)
    strip.resize(strip.width(), 600)
    strip.show()
    editor.open(SLIDE)
    until(editor.bot, lambda: strip.list.currentRow() == 13)
    assert strip.width() > 136
    strip.list.setFocus()
    editor.bot.keyClick(strip.list, Qt.Key.Key_Down)
    assert editor.controller.piece == "w2/deck/training/12"
    editor.bot.keyClick(strip.list, Qt.Key.Key_Delete)
    editor.settle()
    assert strip.list.cards[14].pale
    assert strip.list.cards[14].marks[0] == ("eye-off", "left out")
    assert not editor.inspector.slide.shown.isChecked()
    editor.bot.keyClick(strip.list, Qt.Key.Key_Delete)
    editor.settle()
    assert not strip.list.cards[14].pale
    editor.bot.keyClick(strip.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [card.key[-2:] for card in strip.list.cards[12:15]] == ["10", "12", "11"]
    editor.document.stack.undo()
    editor.settle()
    assert [card.key[-2:] for card in strip.list.cards[12:15]] == ["10", "11", "12"]
    editor.drawn()


def test_the_open_piece_is_in_sight_in_the_list_that_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    assert isinstance(window.board, Board)
    window.resize(1440, 900)
    window.show()
    window.workspace.document.open_week(3)
    section = next(one for one in window.board.model.sections if one.medium == "social")
    pieces = tuple(dict.fromkeys(tile.piece for tile in section.tiles))
    window.workspace.opened.emit(pieces[1])
    page = window.center.page("editor")
    assert isinstance(page, EditorPage)
    gallery = page.piece_list.list

    def seen() -> bool:
        return gallery.viewport().rect().contains(gallery.visualItemRect(gallery.currentItem()))

    until(qtbot, seen)
    window.show_center("pictures")
    window.show_panel("record")
    QTest.qWait(50)
    window.show_center("board")
    QTest.qWait(50)
    window.workspace.opened.emit(pieces[5])
    until(qtbot, lambda: gallery.currentRow() == 5 and seen())
    bar = gallery.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    window.resize(1440, 880)
    QApplication.processEvents()
    assert not seen(), "whoever scrolled is looking at something else"


def test_the_strip_makes_room_for_pictures_of_another_size(editor: Editor) -> None:
    editor.open(PHOTO)
    strip = PieceList(controllers_of(editor.controller.workspace).editor)
    editor.bot.addWidget(strip)
    strip.resize(136, 700)
    strip.show()
    gallery = strip.list

    def apart() -> bool:
        rows = [gallery.visualItemRect(gallery.item(row)) for row in range(gallery.count())]
        return all(one.bottom() < two.top() for one, two in pairwise(rows))

    assert apart()
    gallery.show_cards([replace(card, ratio=0.5) for card in gallery.cards], PHOTO)
    assert apart()


class CountedGallery(Gallery):
    """Counts how often it lays its cards out."""

    laid_out = 0

    def doItemsLayout(self) -> None:
        """Lay the cards out once more, but not without end."""
        self.laid_out += 1
        if self.laid_out < 20:
            super().doItemsLayout()


def test_a_list_comes_to_rest_at_every_height_at_which_its_scroll_bar_may_come_or_go(editor: Editor) -> None:
    """A bar makes the cards narrower and so lower, and where they are low enough it would go again."""
    editor.open(PHOTO)
    strip = PieceList(controllers_of(editor.controller.workspace).editor)
    editor.bot.addWidget(strip)
    gallery = CountedGallery(editor.controller.workspace, "alone", across=False, extent=136)
    editor.bot.addWidget(gallery)
    gallery.resize(136, 2000)
    cards = [replace(card, ratio=0.5) for card in strip.list.cards[:4]]
    gallery.show_cards(cards, cards[0].key)
    gallery.show()
    high = sum(gallery.cell(card).height() for card in cards)
    seen = set()
    for height in range(high - 80, high + 80, 8):
        gallery.laid_out = 0
        gallery.resize(136, height)
        QApplication.processEvents()
        seen.add(gallery.verticalScrollBar().isVisible())
        assert gallery.laid_out < 10, height
    assert seen == {False, True}


def test_tab_leaves_a_field_and_control_tab_types_a_tab(editor: Editor) -> None:
    editor.open(SLIDE)
    field = editor.page.notes.row.editor
    assert isinstance(field, LinesField)
    field.setFocus()
    editor.bot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    field.setFocus()
    editor.bot.keyClick(field, Qt.Key.Key_Tab, CONTROL)
    assert "\t" in field.toPlainText()


def test_a_page_that_cannot_be_drawn_says_why(editor: Editor) -> None:
    editor.open(PHOTO)
    editor.page.preview.failed.emit("This cannot be drawn.")
    assert editor.page.warning.isVisible()
    assert editor.page.warning.label.text() == "This cannot be drawn."


def test_a_piece_of_another_week_opens_in_its_week(editor: Editor) -> None:
    editor.controller.open("w3/print/flyer")
    assert (editor.document.project.week, editor.controller.piece) == (3, "w3/print/flyer")
    assert editor.controller.now is not None


def test_a_piece_of_another_kit_is_refused(editor: Editor) -> None:
    editor.open(PHOTO)
    with editor.bot.waitSignal(editor.controller.workspace.toast_wanted) as toast:
        editor.controller.workspace.opened.emit("w2/social/nothing")
    assert toast.args == ["This piece is not in the kit of this week.", False]


@pytest.mark.parametrize("way", ["escape", "button"])
def test_the_window_opens_the_editor_and_comes_back_to_the_same_place(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, way: str
) -> None:
    window.resize(1280, 700)
    window.show()
    window.show_center("board")
    assert window.board is not None
    until(qtbot, lambda: window.board is not None and bool(window.board.model.rows))
    window.board.go_to("social")
    scrolled = window.board.view.verticalScrollBar().value()
    workspace.opened.emit(PHOTO)
    assert window.center.name == "editor"
    page = window.center.page("editor")
    assert isinstance(page, EditorPage)
    until(qtbot, lambda: page.shown is not None)
    assert workspace.selection == (PHOTO,)
    if way == "escape":
        page.stage.setFocus()
        QTest.keyClick(page.stage, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(page.header.back, Qt.MouseButton.LeftButton)
    assert window.center.name == "board"
    assert window.board.view.verticalScrollBar().value() == scrolled


def test_the_stage_zooms_and_pans_by_keys(editor: Editor) -> None:
    editor.open(PHOTO)
    stage = editor.stage
    stage.setFocus()
    fitted = stage.scale_now
    editor.bot.keyClick(stage, Qt.Key.Key_1, CONTROL)
    assert stage.scale_now == pytest.approx(1.0)
    editor.bot.keyClick(stage, Qt.Key.Key_Plus)
    assert stage.scale_now == pytest.approx(1.25)
    assert stage.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    bar = stage.verticalScrollBar()
    before = bar.value()
    QTest.keyPress(stage, Qt.Key.Key_Space)
    editor.bot.mousePress(stage.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    editor.bot.mouseMove(stage.viewport(), QPoint(200, 150))
    editor.bot.mouseRelease(stage.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    QTest.keyRelease(stage, Qt.Key.Key_Space)
    assert bar.value() == before + 50
    assert editor.edits() == {}
    editor.bot.keyClick(stage, Qt.Key.Key_0, CONTROL)
    assert stage.scale_now == pytest.approx(fitted)
    # Bars that come and go while the page is fitted would change what fits, for ever.
    assert stage.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    until(editor.bot, lambda: not editor.page.sharper.isActive())
    editor.drawn()


def test_a_click_gives_the_stage_its_keys(editor: Editor) -> None:
    editor.open(PHOTO)
    editor.page.header.next.setFocus()
    editor.bot.mouseClick(editor.stage.viewport(), Qt.MouseButton.LeftButton, pos=editor.spot(0.5, 0.5))
    assert editor.stage.hasFocus()
