"""What is beside the page: description, post text and networks, notes, copies on paper, export."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.edits import LEFT_OUT, ORDER
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.report import described_checks, description_findings, gather
from htpm_studio.export.prints.card_facts import CardFacts
from tests.gui.editor_fixtures import BACKGROUND, BULLETS, CARDS, CHECKLIST, PHOTO, SLIDE, Editor, editor, until
from tests.gui.parts import controllers_of
from tests.helpers.bundled import bundled_tools

__all__ = ["editor"]
LEFT = Qt.MouseButton.LeftButton


def line(editor: Editor, network: str) -> object:
    return next(one for one in editor.inspector.post.lines if one.network.id == network)


def test_the_description_counts_and_advises(editor: Editor) -> None:
    editor.open(PHOTO)
    block = editor.inspector.description
    editor.type(block.row.editor, "Image of a survivor.jpg")
    assert editor.edits()["alt"] == "Image of a survivor.jpg"
    assert editor.edits()["@described"].startswith("break-room ")
    assert block.row.counter.text() == "23 / 150"
    assert [words.split(".")[0] for _, _, words in block.advice_for(block.row.editor.words())] == [
        "“People do better work where they feel safe” appears only in the picture",
        "Say what is there",
        "This looks like a file name",
        "Name nobody in a picture a victim or survivor",
    ]
    editor.type(block.row.editor, "People do better work where they feel safe. Explain changes early. Five coworkers.")
    assert block.advice_for(block.row.editor.words())[0][2] == "Includes the text in the picture"
    assert "Up to 150" in block.advice_for("x" * 151)[1][2]
    assert editor.controller.now is not None
    assert editor.controller.now.spec.alt.endswith("Five coworkers.")
    editor.bot.mouseClick(block.row.undo_button, LEFT)
    editor.settle()
    assert editor.edits() == {}


def test_the_editor_says_of_the_description_what_the_checks_say(editor: Editor) -> None:
    editor.open(PHOTO)
    controller, block = editor.controller, editor.inspector.description
    controller.change("Words", {"head": "Four in five people never get help in time to stop it", "caption": "Read on."})
    editor.settle()
    words = block.row.editor.words()
    assert words.startswith("Four in five people never get help in time to stop it.")
    assert block.row.state_name == "follows"
    assert block.advice_for(words)[0][2] == "Includes the text in the picture"
    editor.type(block.row.editor, "Blue and white.")
    editor.settle()
    said = "“Four in five people never get help in time to stop it” appears only in the picture."
    assert block.advice_for("Blue and white.")[0][2] == said
    kit = controller.document.kit()
    specs = [spec for spec in plan(kit) if not spec.repeats]
    tools = bundled_tools()
    checks = described_checks(kit, tools, gather(kit, specs))
    assert [str(check.sentence) for check in checks if check.piece == PHOTO] == [said]
    assert [one.message for one in description_findings(kit, tools) if one.piece == PHOTO] == [
        f"{checks[0].title}: {said}"
    ]


def test_an_own_description_outlives_another_picture_and_asks_whether_it_fits(editor: Editor) -> None:
    editor.open(PHOTO)
    block = editor.inspector.description
    own = "Coworkers laugh at a long table."
    editor.type(block.row.editor, own)
    assert not block.fits.isVisibleTo(editor.inspector)
    controllers_of(editor.controller.workspace).pictures.use("morning-walk", (PHOTO,))
    editor.settle()
    assert block.row.editor.words() == own
    assert block.row.state_name == "changed"
    assert "The picture was changed" in block.advice_for(own)[0][2]
    editor.bot.mouseClick(block.fits, LEFT)
    editor.settle()
    assert "The picture was changed" not in block.advice_for(own)[0][2]
    assert not block.fits.isVisibleTo(editor.inspector)
    editor.controller.reset_picture("Kit picture")
    editor.settle()
    assert block.row.editor.words() == own
    assert block.fits.isVisibleTo(editor.inspector)


def test_a_description_from_before_is_known_to_be_about_the_old_picture(editor: Editor) -> None:
    editor.open(PHOTO)
    editor.controller.change("Words", {"alt": "A table."})
    controllers_of(editor.controller.workspace).pictures.use("morning-walk", (PHOTO,))
    editor.settle()
    assert editor.edits() == {"alt": "A table.", "@described": "break-room", "@picture": "morning-walk"}
    assert editor.inspector.description.fits.isVisibleTo(editor.inspector)


def test_a_description_of_a_slide_reaches_its_picture(editor: Editor) -> None:
    editor.open("w2/deck/training/14")
    editor.type(editor.inspector.description.row.editor, "Coworkers at a table.")
    assert editor.controller.now is not None
    picture = editor.controller.now.tile.page.content["picture"]
    assert getattr(picture, "alt", "") == "Coworkers at a table."
    editor.drawn()
    editor.open(SLIDE)
    assert not editor.inspector.description.isVisible()


def test_a_long_post_text_leaves_the_short_one_to_the_networks_that_take_less(editor: Editor) -> None:
    editor.open(PHOTO)
    post = editor.inspector.post
    words = ("Work is safe where people listen. " * 13).strip()
    post.tabs[""].click()
    assert post.row.editor.words() == ""
    assert post.row.sentence.text().startswith("The kit has a text for each network.")
    editor.type(post.row.editor, words)
    assert editor.edits() == {"caption": words}
    assert post.post is not None
    for network in ("x", "bluesky"):
        assert post.text_for(line(editor, network).network) == dict(post.post.written)[network]  # type: ignore[attr-defined]
        assert line(editor, network).count.property("kind") == "muted"  # type: ignore[attr-defined]
    assert post.text_for(line(editor, "facebook").network) == words  # type: ignore[attr-defined]
    assert line(editor, "facebook").bar.isHidden()  # type: ignore[attr-defined]
    assert post.row.sentence.text().startswith("Too long for X, Bluesky, which will use the kit's short text.")


def test_each_network_has_its_own_text_under_its_name(editor: Editor) -> None:
    editor.open(PHOTO)
    post = editor.inspector.post
    long = ("Work is safe where people listen. " * 13).strip()
    assert (post.shown, post.row.label.text()) == ("x", "Post text for X")
    post.tabs[""].click()
    editor.type(post.row.editor, long)
    post.tabs["bluesky"].click()
    assert post.post is not None
    written = dict(post.post.written)
    assert post.row.editor.words() == written["bluesky"]
    assert post.row.label.text() == "Post text for Bluesky"
    assert post.row.sentence.text().startswith("The kit's short text is used because yours is too long here.")
    editor.type(post.row.editor, "Listen first.")
    assert editor.edits() == {"caption": long, "caption.bluesky": "Listen first."}
    assert line(editor, "bluesky").count.text() == "13 / 300"  # type: ignore[attr-defined]
    assert post.row.sentence.isHidden()
    assert post.text_for(line(editor, "x").network) == written["x"]  # type: ignore[attr-defined]
    editor.type(post.row.editor, long)
    assert line(editor, "bluesky").count.text() == "441 / 300"  # type: ignore[attr-defined]
    assert post.row.sentence.text() == "441 characters, Bluesky allows 300."
    shorter = line(editor, "bluesky").shorter  # type: ignore[attr-defined]
    assert shorter.text().startswith("Bluesky: use the short one, ")
    shorter.click()
    editor.settle()
    assert editor.edits() == {"caption": long, "caption.bluesky": written["bluesky"]}
    post.tabs[""].click()
    assert post.row.editor.words() == long
    post.own.click()
    editor.settle()
    assert set(editor.edits()) == {"caption"}
    post.tabs["bluesky"].click()
    editor.open(CHECKLIST)
    assert editor.inspector.post.shown == "x"
    assert editor.inspector.post.row.label.text() == "Post text for X"


def test_what_goes_beside_a_post_is_changed_like_the_text_of_a_network(editor: Editor) -> None:
    editor.open(PHOTO)
    post = editor.inspector.post
    post.tabs["sms"].click()
    usual = post.row.editor.words()
    assert usual.startswith("Shift leads: say changes early")
    editor.type(post.row.editor, "Say changes early. ^")
    assert post.row.sentence.text() == "“^” is no letter of a plain text message."
    assert editor.edits() == {"caption.sms": "Say changes early. ^"}
    editor.document.stack.undo()
    editor.settle()
    assert post.row.editor.words() == usual
    post.tabs["comment"].click()
    editor.type(post.row.editor, "Read it.")
    assert post.own.text() == "Use the kit's text for every network again"
    post.own.click()
    editor.settle()
    assert editor.edits() == {}


def test_a_check_of_one_network_leads_to_its_text(editor: Editor) -> None:
    editor.open(CHECKLIST)
    editor.controller.workspace.open_text(PHOTO, "caption.x")
    editor.drawn()
    assert editor.controller.piece == PHOTO
    assert editor.inspector.post.shown == "x"
    assert editor.inspector.post.row.editor.hasFocus()


def test_the_day_and_time_of_a_post_lead_to_the_calendar(editor: Editor) -> None:
    editor.open(PHOTO)
    post = editor.inspector.post
    asked: list[str] = []
    editor.controller.workspace.page_wanted.connect(asked.append)
    editor.controller.workspace.panel_wanted.connect(asked.append)
    assert post.post is not None
    assert post.when.text().endswith(": show it in the calendar")
    post.when.click()
    assert asked == ["calendar", "day"]
    assert controllers_of(editor.controller.workspace).posting.piece == PHOTO


def test_the_text_for_a_network_is_copied(editor: Editor) -> None:
    editor.open(PHOTO)
    x = line(editor, "x")
    with editor.bot.waitSignal(editor.controller.workspace.toast_wanted) as toast:
        x.copy.click()  # type: ignore[attr-defined]
    text = editor.inspector.post.text_for(x.network)  # type: ignore[attr-defined]
    assert QGuiApplication.clipboard().text() == text
    assert toast.args is not None
    assert toast.args[0].startswith("Copied for X, ")


def test_notes_count_their_words_and_go_into_the_deck(editor: Editor) -> None:
    editor.open(SLIDE)
    notes = editor.page.notes
    assert notes.isVisible()
    editor.type(notes.row.editor, "Say hello.")
    editor.bot.keyClick(notes.row.editor, Qt.Key.Key_Return)
    editor.bot.keyClicks(notes.row.editor, "Ask who is here.")
    editor.settle()
    assert notes.row.counter.text() == "6 words, about 10 seconds"
    assert editor.page.header.place.text() == "Fair work keeps people safe, 14 of 24, about 57 minutes in all"
    assert editor.controller.now is not None
    assert editor.controller.now.tile.page.info.notes == "Say hello.\nAsk who is here."
    editor.document.stack.undo()
    editor.settle()
    assert editor.edits() == {}
    editor.open(PHOTO)
    assert not notes.isVisible()


def test_the_notes_give_their_room_to_the_slide_and_come_when_asked_for(editor: Editor) -> None:
    editor.open(SLIDE)
    notes, before = editor.page.notes, editor.stage.height()
    editor.bot.mouseClick(editor.page.header.buttons["notes"], LEFT)
    editor.settle()
    assert not notes.isVisible()
    editor.bot.waitUntil(lambda: editor.stage.height() > before, timeout=2000)
    editor.open(BULLETS)
    assert not notes.isVisible()
    editor.controller.workspace.open_text(SLIDE, "notes")
    editor.drawn()
    assert notes.isVisible()
    assert editor.page.header.buttons["notes"].isChecked()
    editor.page.resize(620, 380)
    editor.bot.waitUntil(lambda: editor.page.panes.alone, timeout=2000)
    assert "notes" not in editor.page.header.buttons
    editor.open(PHOTO)
    assert "notes" not in editor.page.header.buttons


def test_a_sixth_point_moves_to_a_second_slide(editor: Editor) -> None:
    editor.open(BULLETS)
    field = editor.listed()["items.0"].field
    assert field is not None
    editor.controller.set_list("Change points", field, "\n".join(f"Point {number}" for number in range(6)))
    editor.settle()
    assert editor.controller.now is not None
    assert [tile.page.content["items"] for tile in editor.controller.now.tiles] == [
        ("Point 0", "Point 1", "Point 2"),
        ("Point 3", "Point 4", "Point 5"),
    ]
    assert [button.text() for button in editor.page.header.views.values()] == ["1 of 2", "2 of 2"]
    assert editor.listed()["items.5"].words == "Point 5"
    editor.controller.follow("Kit points", field)
    editor.settle()
    assert len(editor.listed()["items.0"].field.text.split("\n")) == len(field.text.split("\n"))


def test_slides_move_and_leave(editor: Editor) -> None:
    editor.open(SLIDE)
    block = editor.inspector.slide
    assert block.place.text() == "Slide 14 of 24"
    block.earlier.click()
    editor.settle()
    assert block.place.text() == "Slide 13 of 24"
    deck = editor.document.project.edits.text("w2/deck/training", ORDER)
    assert deck is not None
    assert deck.split()[12:14] == ["11", "10"]
    block.later.click()
    editor.settle()
    assert editor.document.project.edits.text("w2/deck/training", ORDER) is None
    block.shown.click()
    editor.settle()
    assert editor.edits() == {LEFT_OUT: "yes"}
    assert editor.controller.piece == SLIDE
    editor.drawn()
    pages = next(spec for spec in editor.controller.now.tile.specs).pages if editor.controller.now else ()
    assert pages
    block.shown.click()
    editor.settle()
    assert editor.edits() == {}
    editor.drawn()


def test_a_hundred_cards_are_ten_sheets(editor: Editor) -> None:
    editor.open(CARDS)
    block = editor.inspector.copies
    block.count.setFocus()
    block.count.selectAll()
    editor.bot.keyClicks(block.count, "100")
    assert block.sheets.text() == "cards = 10 sheets of paper"
    assert block.print.text() == "Print 10 sheets"
    assert editor.controller.workspace.settings.print_count == 100
    assert block.warning.isVisible()
    with editor.bot.waitSignal(editor.controller.workspace.panel_wanted) as asked:
        block.print.click()
    assert asked.args == ["print"]


def test_a_card_is_seen_alone_and_on_its_sheet(editor: Editor) -> None:
    editor.open(CARDS)
    assert editor.stage.page is not None
    assert editor.stage.page.size.width == 612
    editor.bot.mouseClick(editor.page.header.buttons["single"], LEFT)
    until(editor.bot, lambda: editor.stage.page is not None and editor.stage.page.size.width == 252)
    gray = editor.page.header.buttons["gray"]
    color = editor.stage.page_item.pixmap().toImage()
    editor.bot.mouseClick(gray, LEFT)
    assert editor.stage.page_item.pixmap().toImage() != color


@pytest.mark.parametrize("piece", [PHOTO, SLIDE, CARDS])
def test_the_hotline_is_shown_and_locked(editor: Editor, piece: str) -> None:
    editor.open(piece)
    listed = editor.listed()
    assert any("1-888-373-7888" in words for words in listed) is any(
        "1-888-373-7888" in text for text in _texts(editor)
    )
    for words, row in listed.items():
        if "1-888-373-7888" in words:
            assert (row.field, row.state) == (None, "fixed")


def _texts(editor: Editor) -> list[str]:
    from htpm_studio.scene.walk import texts

    assert editor.stage.page is not None
    return [block.text for block in texts(editor.stage.page)]


def test_one_card_is_shown_in_real_size_beside_its_sheet(qtbot: QtBot, editor: Editor) -> None:
    editor.page.resize(1300, 800)
    editor.open(CARDS)
    close_up = editor.page.close_up
    qtbot.waitUntil(lambda: not close_up.faces[0].pixmap().isNull(), timeout=5000)
    shown = close_up.faces[0].pixmap().deviceIndependentSize()
    assert shown.width() == round(3.5 * close_up.logicalDpiX())
    assert close_up.isVisibleTo(editor.page)
    measured = [
        "Phone number in 16 pt",
        "Clear in black and white: contrast 7.0 to 1",
        "18 marks to cut along, outside the cards",
    ]

    def visible() -> list[str]:
        return [label.text() for label in close_up.findChildren(QLabel) if label.text() and label.isVisible()]

    until(qtbot, lambda: visible()[1:] == measured)
    editor.page.resize(1300, 520)
    until(qtbot, lambda: not close_up.isVisibleTo(editor.page) or not visible()[1:])
    editor.page.resize(1300, 800)
    until(qtbot, lambda: visible()[1:] == measured)
    facts = CardFacts(number=0, code=19.6, contrast=2.94, marks=0)
    assert close_up.sentences(facts) == (
        (True, "Code 20 mm wide"),
        (False, "Weak in black and white: contrast 2.9 to 1"),
    )
    editor.page.header.set_sheet("single")
    qtbot.waitUntil(lambda: not close_up.isVisibleTo(editor.page))


def test_a_background_is_also_shown_as_its_user_sees_it(editor: Editor) -> None:
    editor.page.resize(1100, 800)
    editor.open(BACKGROUND)
    own = editor.page.own_view
    assert own.isVisibleTo(editor.page)
    shown = editor.page.shown
    assert shown is not None
    picture, large = own.picture.pixmap().toImage(), shown.image
    right = large.pixelColor(large.width() - 3, large.height() // 2)
    assert abs(picture.pixelColor(1, picture.height() // 2).lightness() - right.lightness()) < 12
    assert "not flip" not in editor.page.legend.text()
    editor.page.resize(1100, 500)
    editor.page.show_others()
    assert not own.isVisibleTo(editor.page)
    assert editor.page.legend.text().startswith("Your own view is mirrored")
    editor.open(SLIDE)
    assert not own.isVisibleTo(editor.page)


def test_a_text_that_is_asked_for_has_the_cursor(editor: Editor) -> None:
    workspace = editor.controller.workspace
    for piece, field in ((SLIDE, "notes"), (PHOTO, "alt"), (PHOTO, "caption")):
        workspace.open_text(piece, field)
        beside = {"notes": editor.page.notes.row, "alt": editor.inspector.description.row}
        row = beside.get(field) or editor.inspector.row_beside(field)
        assert row is not None
        assert row.editor.hasFocus()
        editor.drawn()
    typing = editor.page.typing
    for piece, field in ((BULLETS, "items.2"), (PHOTO, "head")):
        workspace.open_text(piece, field)
        editor.drawn()
        assert typing.path == field
        assert typing.mirror.hasFocus()
    workspace.open_text("w9/nothing", "head")
    workspace.opened.emit(PHOTO)
    assert workspace.text_wanted == ("", "")
    editor.drawn()


def test_where_there_is_room_for_one_pane_the_words_and_the_picture_take_turns(editor: Editor) -> None:
    page, inspector = editor.page, editor.inspector
    editor.open(SLIDE)
    assert not page.panes.alone
    assert not page.header.words.isVisible()
    page.resize(600, 400)
    assert page.panes.alone
    assert editor.stage.isVisible()
    assert not inspector.isVisible()
    assert not page.notes.isVisible()
    editor.bot.mouseClick(page.header.words, LEFT)
    assert not editor.stage.isVisible()
    assert inspector.isVisible()
    assert inspector.words.list.hasFocus()
    assert page.notes.isVisible()
    assert inspector.isAncestorOf(page.notes)
    editor.bot.mouseClick(inspector.picture_button, LEFT)
    assert editor.stage.hasFocus()
    editor.controller.workspace.open_text(SLIDE, "notes")
    assert page.notes.row.editor.hasFocus()
    page.resize(1100, 800)
    assert editor.stage.isVisible()
    assert inspector.isVisible()
    assert not inspector.isAncestorOf(page.notes)
    editor.drawn()
