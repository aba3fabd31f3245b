"""Words are typed on the picture: what the kit has after each gesture, and where the caret stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from htpm_studio.gui.core.render_service import PreviewRequest
from htpm_studio.gui.features.editor.typing import Typing
from htpm_studio.gui.features.editor.typing_marks import Marks
from htpm_studio.gui.widgets.mirror import Mirror
from htpm_studio.project.model import BREAK
from htpm_studio.scene.caret import PlacedText, caret, placed_texts, shown_at
from tests.gui.editor_fixtures import BULLETS, CARDS, CHECKLIST, PHOTO, Editor, editor, until

__all__ = ["editor"]

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip
LEFT = Qt.MouseButton.LeftButton
HEAD = "People do better work where they *feel safe*"


class Writer:
    """Somebody who types on the picture of a piece."""

    def __init__(self, editor: Editor) -> None:
        self.editor, self.typing = editor, editor.page.typing
        self.port = editor.stage.viewport()

    @property
    def mirror(self) -> Mirror:
        return self.typing.mirror

    def texts(self, path: str) -> list[PlacedText]:
        """The texts of the page that show a field."""
        page = self.editor.stage.page
        assert page is not None
        return [one for one in placed_texts(page.nodes) if any(part.path == path for part in one.block.written)]

    def spot(self, path: str, at: int, copy: int = 0) -> QPoint:
        """The place of a letter of a field on the stage, a little inside of it."""
        block = self.texts(path)[copy].block
        box = caret(block, shown_at(block, path, at))
        return self.editor.stage.mapFromScene(box.x, box.y + box.height / 2) + QPoint(1, 0)

    def click(self, path: str, at: int = 0, copy: int = 0) -> None:
        self.editor.bot.mouseClick(self.port, LEFT, NONE, self.spot(path, at, copy))

    def type(self, words: str) -> None:
        self.editor.bot.keyClicks(self.mirror, words)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.editor.bot.keyClick(self.mirror, key, modifiers)

    def edits(self) -> dict[str, str]:
        """What the kit says, which has the last letter."""
        return {name: text for name, text in self.editor.edits().items() if not name.startswith("@")}

    def marks(self) -> Marks:
        marks = self.typing.marks()
        assert marks is not None
        return marks


@pytest.fixture
def writer(editor: Editor) -> Iterator[Writer]:
    editor.open(PHOTO)
    yield Writer(editor)
    editor.page.typing.leave()


def test_a_click_puts_the_caret_before_a_letter_and_what_is_typed_is_there(writer: Writer) -> None:
    writer.click("head", 7)
    writer.type("can ")
    assert writer.edits() == {"head": "People can do better work where they *feel safe*"}


def test_the_page_shows_a_letter_at_once_with_the_caret_behind_it(writer: Writer) -> None:
    writer.click("head", 6)
    writer.type("s")
    block = writer.texts("head")[0].block
    assert block.text.startswith("Peoples")
    assert writer.marks().caret == caret(block, 7)


def test_no_stars_are_shown_to_whoever_types_and_words_within_them_stay_emphasized(writer: Writer) -> None:
    writer.click("head", 39)
    assert writer.mirror.words() == HEAD.replace("*", "")
    writer.type("very ")
    assert writer.edits() == {"head": "People do better work where they *feel very safe*"}


def test_a_run_of_typing_is_one_step_and_words_come_back_with_their_caret(writer: Writer) -> None:
    writer.click("head", 6)
    writer.type("s at work")
    writer.editor.document.stack.undo()
    writer.editor.settle()
    assert (writer.edits(), writer.mirror.words()) == ({}, HEAD.replace("*", ""))
    assert writer.mirror.place() == 6


def test_two_texts_that_were_typed_in_are_two_steps(writer: Writer) -> None:
    writer.click("eyebrow")
    writer.type("A")
    writer.key(Qt.Key.Key_Tab)
    writer.type("B")
    writer.editor.document.stack.undo()
    assert writer.edits() == {"eyebrow": "AFor managers and HR"}


def test_tab_goes_through_the_texts_in_reading_order_and_selects_them(writer: Writer) -> None:
    writer.click("eyebrow")
    writer.key(Qt.Key.Key_Tab)
    writer.type("Safe")
    writer.key(Qt.Key.Key_Tab)
    writer.type("Below")
    writer.key(Qt.Key.Key_Backtab, SHIFT)
    assert writer.mirror.selection() == (0, 4)
    assert writer.edits() == {"head": "Safe", "sub": "Below"}


def test_escape_leaves_the_text_and_a_second_one_the_editor(writer: Writer) -> None:
    writer.click("head")
    writer.type("X")
    writer.key(Qt.Key.Key_Escape)
    assert not writer.typing.active
    assert QApplication.focusWidget() is writer.editor.stage
    asked: list[str] = []
    writer.editor.page.workspace.page_wanted.connect(asked.append)
    writer.editor.bot.keyClick(writer.editor.stage, Qt.Key.Key_Escape)
    assert asked == [""]


def test_two_clicks_select_a_word(writer: Writer) -> None:
    bot, spot = writer.editor.bot, writer.spot("head", 8)
    bot.mouseClick(writer.port, LEFT, NONE, spot)
    bot.mouseDClick(writer.port, LEFT, NONE, spot)
    assert writer.mirror.selection() == (7, 9)


def test_a_drag_over_letters_selects_them_and_moves_no_picture(writer: Writer) -> None:
    bot = writer.editor.bot
    bot.mousePress(writer.port, LEFT, NONE, writer.spot("head", 7))
    bot.mouseMove(writer.port, writer.spot("head", 27))
    bot.mouseRelease(writer.port, LEFT, NONE, writer.spot("head", 27))
    writer.type("X")
    assert writer.edits() == {"head": "People X they *feel safe*"}


def test_up_down_home_and_end_go_by_the_lines_of_the_page(writer: Writer) -> None:
    writer.click("head", 2)
    writer.key(Qt.Key.Key_Down)
    second = writer.texts("head")[0].block.lines[1].start
    assert second < writer.mirror.place() < second + 6
    writer.key(Qt.Key.Key_Home)
    assert writer.mirror.place() == second
    writer.key(Qt.Key.Key_Up)
    writer.key(Qt.Key.Key_End, SHIFT)
    assert writer.mirror.selection() == (0, second - 1)


def test_what_is_pasted_is_words_on_one_line(writer: Writer) -> None:
    QGuiApplication.clipboard().setText("one\n  two\tthree ")
    writer.click("eyebrow")
    writer.key(Qt.Key.Key_A, CTRL)
    writer.key(Qt.Key.Key_V, CTRL)
    assert writer.edits() == {"eyebrow": "one two three"}


def test_a_space_is_typed_and_the_caret_goes_on(writer: Writer) -> None:
    writer.click("head", len(HEAD))
    before = writer.marks().caret
    writer.key(Qt.Key.Key_Space)
    after = writer.marks().caret
    assert before is not None
    assert after is not None
    assert after.x > before.x
    writer.type("now")
    assert writer.edits() == {"head": f"{HEAD} now"}


def test_letters_of_an_input_method_are_on_the_page_and_in_the_kit_once_they_are_finished(writer: Writer) -> None:
    writer.click("eyebrow", 0)
    QApplication.sendEvent(writer.mirror, QInputMethodEvent("e\u0301t", []))
    assert writer.texts("eyebrow")[0].block.text.startswith("\u00e9tFor")
    assert writer.edits() == {}
    done = QInputMethodEvent()
    done.setCommitString("\u00e9t\u00e9 ")
    QApplication.sendEvent(writer.mirror, done)
    assert writer.edits() == {"eyebrow": "\u00e9t\u00e9 For managers and HR"}


def test_words_that_a_page_needs_are_the_kits_until_there_are_others(writer: Writer) -> None:
    writer.click("head")
    writer.key(Qt.Key.Key_A, CTRL)
    writer.key(Qt.Key.Key_Delete)
    assert writer.edits() == {}
    assert writer.texts("head")[0].block.text.startswith("People")
    writer.type("Mine")
    assert writer.edits() == {"head": "Mine"}


def test_an_emptied_text_keeps_its_place_until_it_is_left(writer: Writer) -> None:
    writer.click("eyebrow")
    writer.key(Qt.Key.Key_A, CTRL)
    writer.key(Qt.Key.Key_Delete)
    writer.editor.settle()
    assert writer.texts("eyebrow") != []
    assert writer.edits() == {"eyebrow": ""}
    writer.key(Qt.Key.Key_Escape)
    until(writer.editor.bot, lambda: not writer.texts("eyebrow"))


def test_fixed_words_say_on_a_click_why_they_are_fixed(writer: Writer) -> None:
    page = writer.editor.stage.page
    assert page is not None
    hotline = next(one.block for one in placed_texts(page.nodes) if "888" in one.block.text)
    box = hotline.box
    spot = writer.editor.stage.mapFromScene(box.x + box.width / 4, box.y + box.height / 2)
    writer.editor.bot.mouseClick(writer.port, LEFT, NONE, spot)
    assert writer.marks().kind == "fixed"
    assert "people can always reach help" in writer.marks().sentence
    assert not writer.typing.active


@pytest.mark.parametrize(
    ("piece", "path", "reason"),
    [
        ("w2/print/flyer", "words.warning", "Safety advice is the same in every kit"),
        ("w2/deck/training/14", "page", "Page numbers follow the pages."),
        (PHOTO, "org", "Your name is the same on every piece."),
    ],
)
def test_each_fixed_text_says_its_own_reason(editor: Editor, piece: str, path: str, reason: str) -> None:
    editor.open(piece)
    texts = [one for one, _, field in editor.page.typing.shown_texts() if field is None]
    found = [one.block for one in texts if path in {one.block.name, *(part.path for part in one.block.written)}]
    assert found
    assert editor.page.typing.why_fixed(found[0]).startswith(reason)


def test_words_of_a_locked_piece_say_that_it_is_locked(writer: Writer) -> None:
    writer.editor.controller.set_lock("Lock piece", on=True)
    writer.editor.settle()
    writer.click("head")
    assert "Unlock it" in writer.marks().sentence


def test_words_that_do_not_fit_are_said_at_the_key(writer: Writer) -> None:
    writer.click("head")
    writer.mirror.insertPlainText("Extraordinarily long words for a headline " * 8)
    assert (writer.marks().kind, writer.typing.sentence()) == ("trouble", "This does not fit here. Make it shorter.")


def test_the_mirror_has_a_name_of_its_own_and_lies_below_the_caret(writer: Writer) -> None:
    writer.click("head", 9)
    box = writer.marks().caret
    assert box is not None
    assert writer.mirror.accessibleName() == "Headline on the picture"
    place = writer.mirror.mapTo(writer.port, writer.mirror.cursorRect().topLeft())
    assert abs(place.x() - writer.editor.stage.mapFromScene(box.x, box.y).x()) <= 1


# -------------------------------------------------------------------- lists, cards, further pages


@pytest.fixture
def bullets(editor: Editor) -> Iterator[Writer]:
    editor.open(BULLETS)
    yield Writer(editor)
    editor.page.typing.leave()


def points(writer: Writer) -> list[str]:
    writer.editor.document.settle()
    writer.editor.controller.refresh()
    return next(field.text for field in writer.editor.controller.fields() if field.path == "items").split("\n")


def test_enter_splits_a_point_and_backspace_joins_it_again(bullets: Writer) -> None:
    before = points(bullets)
    bullets.click("items.1", 5)
    bullets.key(Qt.Key.Key_Return)
    assert points(bullets) == [before[0], before[1][:5].strip(), before[1][5:].strip(), *before[2:]]
    bullets.key(Qt.Key.Key_Backspace)
    assert points(bullets) == before
    assert bullets.edits() == {}


def test_a_new_point_is_there_before_it_has_words_and_goes_without_any(bullets: Writer) -> None:
    before = points(bullets)
    bullets.click("items.1", len(before[1]))
    bullets.key(Qt.Key.Key_Return)
    assert bullets.texts("items.2")[0].block.text == "\u2026"
    bullets.type("Ask")
    assert points(bullets) == [*before[:2], "Ask", *before[2:]]
    for _ in range(4):
        bullets.key(Qt.Key.Key_Backspace)
    assert points(bullets) == before


def test_a_point_that_has_no_room_takes_the_caret_to_the_next_slide(bullets: Writer) -> None:
    last = len(points(bullets)) - 1
    bullets.click(f"items.{last}", 200)
    bullets.key(Qt.Key.Key_Return)
    bullets.type("One more")
    assert points(bullets)[-1] == "One more"
    bullets.editor.drawn()
    assert bullets.texts(f"items.{last + 1}") != []
    bullets.type(" and more")
    assert points(bullets)[-1] == "One more and more"


def test_lines_that_are_pasted_become_points(bullets: Writer) -> None:
    before = points(bullets)
    QGuiApplication.clipboard().setText("First\nSecond\n\nThird")
    bullets.click("items.0")
    bullets.key(Qt.Key.Key_A, CTRL)
    bullets.key(Qt.Key.Key_V, CTRL)
    assert points(bullets) == ["First", "Second", "Third", *before[1:]]


def test_each_card_of_a_sheet_has_the_words_of_its_language_and_all_copies_follow(editor: Editor) -> None:
    editor.open(CARDS)
    writer = Writer(editor)
    path = next(field.path for field in editor.controller.fields() if field.part.startswith("es-outside"))
    copies = len(writer.texts(path))
    writer.click(path, 0, copy=2)
    writer.type("\u00bf")
    assert copies > 2
    assert all(one.block.text.startswith("\u00bf") for one in writer.texts(path))
    assert list(writer.edits()) == [path]
    editor.page.typing.leave()


def test_typing_knows_what_a_press_beside_all_words_does(writer: Writer) -> None:
    writer.click("head")
    typing: Typing = writer.typing
    assert not typing.press(-50, -50)
    assert not typing.active


# ------------------------------------------------------------------ the bar beside the words


def test_selected_words_are_emphasized_by_the_bar_and_not_any_more_by_the_key(writer: Writer) -> None:
    document = writer.editor.document
    writer.click("head", 0)
    assert not writer.editor.page.text_bar.emphasis.isVisible(), "Common Thread has no stroke"
    brand = replace(document.project.brand, family="broadside")
    document.change("family", replace(document.project, brand=brand))
    until(writer.editor.bot, lambda: not writer.typing.active or writer.mirror.words() != "")
    writer.editor.open(PHOTO)
    writer.click("head", 0)
    writer.key(Qt.Key.Key_Right, CTRL | SHIFT)
    writer.editor.bot.mouseClick(writer.editor.page.text_bar.emphasis, LEFT)
    assert writer.edits() == {"head": "*People* do better work where they feel safe"}
    writer.key(Qt.Key.Key_B, CTRL)
    assert writer.edits() == {"head": "People do better work where they feel safe"}


def test_words_can_be_others_in_one_size_and_the_same_as_in_all_sizes_again(writer: Writer) -> None:
    only = writer.editor.page.text_bar.only
    writer.click("eyebrow", 0)
    assert (only.text(), only.isChecked()) == ("Only in Square", False)
    writer.editor.bot.mouseClick(only, LEFT)
    assert only.isChecked()
    writer.key(Qt.Key.Key_A, CTRL)
    writer.type("For teams")
    assert writer.edits() == {"eyebrow@square": "For teams"}
    writer.editor.bot.mouseClick(only, LEFT)
    assert writer.edits() == {}
    assert writer.mirror.words() == "For managers and HR"


def test_words_that_were_typed_before_they_are_for_one_size_leave_the_others_as_they_were(writer: Writer) -> None:
    writer.click("eyebrow", 0)
    writer.key(Qt.Key.Key_A, CTRL)
    writer.type("For teams")
    writer.editor.bot.mouseClick(writer.editor.page.text_bar.only, LEFT)
    assert writer.edits() == {"eyebrow@square": "For teams"}
    writer.editor.document.stack.undo()
    assert writer.edits() == {"eyebrow": "For teams"}


def menu_at(writer: Writer, spot: QPoint) -> QMenu:
    """What a right click on the page opens."""
    port = writer.port
    writer.editor.bot.mousePress(port, Qt.MouseButton.RightButton, NONE, spot)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, port.mapToGlobal(spot))
    QApplication.sendEvent(port, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def pick(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().replace("&", "") == words).trigger()
    menu.close()


def test_a_right_click_on_selected_words_cuts_them_and_elsewhere_in_the_text_pastes(writer: Writer) -> None:
    writer.click("head", 0)
    writer.key(Qt.Key.Key_Right, CTRL | SHIFT)
    pick(menu_at(writer, writer.spot("head", 2)), "Cut")
    assert QGuiApplication.clipboard().text() == "People "
    assert writer.edits() == {"head": HEAD.removeprefix("People ")}
    menu = menu_at(writer, writer.spot("head", 3))
    assert [one.text() for one in menu.actions() if "Cu" in one.text() and one.isEnabled()] == []
    pick(menu, "Paste")
    assert writer.edits() == {"head": "do People better work where they *feel safe*"}


def test_the_menu_of_a_text_has_what_its_bar_has(writer: Writer) -> None:
    writer.click("head", 2)
    menu = menu_at(writer, writer.spot("head", 2))
    assert {"Line break", "Only in Square"} <= {one.text() for one in menu.actions()}
    pick(menu, "Only in Square")
    assert list(writer.edits()) == ["head@square"]


def test_a_text_that_the_design_does_not_emphasize_says_so(writer: Writer) -> None:
    said: list[str] = []
    writer.editor.controller.workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    writer.click("eyebrow", 2)
    writer.key(Qt.Key.Key_B, CTRL)
    assert said == ["This design emphasizes no words of this text."]


def test_the_bar_says_that_words_fit_and_the_frame_in_which_sizes_they_do_not(writer: Writer) -> None:
    bar = writer.editor.page.text_bar
    writer.click("head", 0)
    until(writer.editor.bot, lambda: bar.fits.text() == "Fits in all 5 sizes.")
    writer.type("Much too long " * 20)
    until(writer.editor.bot, lambda: "of 5 sizes" in writer.marks().sentence)
    assert writer.marks().kind == "trouble"
    assert not bar.fits.isVisible()


def test_the_kits_words_come_back_by_the_bar(writer: Writer) -> None:
    writer.click("head", 0)
    writer.type("All ")
    writer.typing.step(0)
    writer.editor.bot.mouseClick(writer.editor.page.text_bar.kit, LEFT)
    assert writer.edits() == {}


def test_words_of_one_size_that_are_those_of_the_kit_are_kept_in_it(writer: Writer) -> None:
    writer.click("eyebrow", 0)
    writer.editor.bot.mouseClick(writer.editor.page.text_bar.only, LEFT)
    writer.type("x")
    writer.key(Qt.Key.Key_Backspace)
    assert writer.edits() == {"eyebrow@square": "For managers and HR"}


def test_a_size_with_words_of_its_own_is_not_drawn_with_those_that_are_typed(writer: Writer) -> None:
    editor = writer.editor
    editor.document.edit("Headline", PHOTO, "head@story", "Tall")
    editor.settle()
    assert editor.controller.now is not None
    story = next(tile.page for tile in editor.controller.now.tiles if tile.size == "story")
    writer.click("head", 0)
    writer.type("All ")
    writer.edits()
    assert not writer.typing.outdated(PreviewRequest("story", story, editor.document.kit(), 100))


def test_a_text_of_one_size_is_opened_in_it_and_the_next_piece_from_the_board_in_its_usual_size(writer: Writer) -> None:
    controller, workspace = writer.editor.controller, writer.editor.controller.workspace
    assert controller.now is not None
    usual = controller.now.tile
    other = next(tile for tile in controller.now.tiles if tile.page.canvas != usual.page.canvas)
    workspace.open_text(PHOTO, f"head@{other.page.canvas}")
    writer.editor.drawn()
    assert controller.now.tile.key == other.key
    assert writer.typing.path == "head"
    controller.in_front = False
    writer.editor.open(PHOTO)
    assert controller.now.tile.key == usual.key


def test_a_line_break_holds_in_the_size_where_it_was_set_and_nowhere_else(writer: Writer) -> None:
    writer.click("head", 7)
    writer.key(Qt.Key.Key_Return, SHIFT)
    now = writer.editor.controller.now
    assert now is not None
    size = now.tile.page.canvas
    assert writer.edits() == {f"head@{size}": HEAD.replace(" ", BREAK, 1)}
    block = writer.texts("head")[0].block
    assert block.lines[0].text == "People"
    assert writer.marks().caret == caret(block, 7)
    writer.type("can ")
    assert writer.edits() == {f"head@{size}": f"People{BREAK}can {HEAD.partition(' ')[2]}"}
    writer.key(Qt.Key.Key_Home)
    writer.key(Qt.Key.Key_Backspace)
    writer.type(" ")
    assert BREAK not in writer.edits()[f"head@{size}"]


def test_the_bar_begins_a_new_line_and_what_is_listed_or_said_stays_on_one(bullets: Writer) -> None:
    bullets.click("head", 4)
    bullets.editor.bot.mouseClick(bullets.editor.page.text_bar.break_, LEFT)
    bullets.typing.leave()
    bullets.editor.settle()
    assert bullets.edits() == {"head": f"Why{BREAK}we talk about work"}
    assert bullets.editor.listed()["head"].words == "Why we talk about work"
    now = bullets.editor.controller.now
    assert now is not None
    assert now.tile.title == "Why we talk about work"


@pytest.fixture
def screen_reader() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("screen_reader")
def test_a_screen_reader_meets_each_text_of_the_page_with_name_words_and_place(writer: Writer) -> None:
    page = writer.editor.page
    page.spoken.refresh()
    until(writer.editor.bot, lambda: bool(page.spoken.labels))
    found = {one.accessibleName(): one for one in page.spoken.labels if one.isVisible()}
    head = found["Headline: People do better work where they feel safe"]
    spoken = QAccessible.queryAccessibleInterface(head)
    assert spoken is not None
    assert spoken.role() == QAccessible.Role.StaticText
    assert head.geometry().contains(writer.spot("head", 7))
    assert found["Phone line: 1-888-373-7888"].accessibleDescription().startswith("The hotline is the same")
    writer.click("head", 7)
    until(writer.editor.bot, lambda: not head.accessibleName().startswith("Headline"))
    assert writer.mirror.accessibleName() == "Headline on the picture"


def test_enter_ends_a_text_that_is_no_list_and_leaves_the_next_one_as_it_is(writer: Writer) -> None:
    writer.click("head", 3)
    writer.key(Qt.Key.Key_Return)
    assert not writer.typing.active
    assert writer.editor.stage.hasFocus()


def test_a_post_takes_no_more_points_than_it_shows_and_says_so(editor: Editor) -> None:
    editor.open(CHECKLIST)
    writer, told = Writer(editor), []
    editor.controller.workspace.toast_wanted.connect(lambda text, _undo: told.append(text))
    writer.typing.enter("items.0")
    for number in range(6):
        writer.key(Qt.Key.Key_Return)
        writer.type(f"Point {number}")
    assert told[0] == "At most 5 points fit here."
    editor.page.typing.leave()
    editor.settle()
    now = editor.controller.now
    assert now is not None
    shown = now.tile.page.content["items"]
    assert isinstance(shown, tuple)
    assert len(shown) == 5


def test_esc_puts_the_reason_away_and_leaves_a_field_before_the_piece(writer: Writer) -> None:
    page = writer.editor.page
    fixed = next(text for text, _, field in writer.typing.shown_texts() if field is None)
    writer.typing.go_to(fixed, "")
    writer.editor.bot.keyClick(writer.editor.stage, Qt.Key.Key_Escape)
    assert not writer.typing.says_why_fixed
    page.inspector.description.row.editor.setFocus()
    writer.editor.bot.keyClick(page.inspector.description.row.editor, Qt.Key.Key_Escape)
    assert writer.editor.stage.hasFocus()
    assert writer.editor.controller.piece == PHOTO
