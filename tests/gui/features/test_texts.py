"""Pieces of words: on the board as tiles with a picture of their first page, and on a page of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from htpm_studio.export.kit.edits import TEMPLATE
from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.export.texts.file_specs import inks
from htpm_studio.gui.controllers.editor import replace_edits
from htpm_studio.gui.controllers.piece_commands import piece_menu
from htpm_studio.gui.core.dnd_source import DndSource
from htpm_studio.gui.core.text_preview import first_page, html_of, word_files
from htpm_studio.gui.core.tiles import Tile, section_of, sections, tiles_of, words_tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.editor.page import EditorPage
from htpm_studio.gui.features.texts.page import WordsPage
from htpm_studio.gui.pages import CARDS, CENTER, RIGHT
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.style import DARK, LIGHT, WindowTheme, apply_theme
from tests.gui.parts import controllers_of

NEWSLETTER = "w2/copy/newsletter"


def tile_of(workspace: Workspace, piece: str = NEWSLETTER) -> Tile:
    found = words_tile(workspace.document.kit(), piece)
    assert found is not None
    return found


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> WordsPage:
    window.show()
    window.workspace.opened.emit(NEWSLETTER)
    assert window.center.name == "words"
    made = window.center.page("words")
    assert isinstance(made, WordsPage)
    return made


def test_the_text_is_on_paper_in_every_theme(page: WordsPage, qapp: QApplication) -> None:
    wanted = inks(page.workspace.document.kit())
    try:
        apply_theme(qapp, WindowTheme(DARK, dark=True))
        shown = page.browser.viewport().grab().toImage()
        assert shown.pixelColor(4, 4).name() == QColor(wanted.paper).name()
        assert page.browser.palette().text().color().name() == QColor(wanted.ink).name()
    finally:
        apply_theme(qapp, WindowTheme(LIGHT, dark=False))
        qapp.setStyleSheet("")


def test_every_file_of_the_catalogue_has_a_tile(workspace: Workspace) -> None:
    kit = workspace.document.kit()
    for one in CATALOGUE:
        section = section_of(kit, one.medium)
        assert section is not None
        shown = {spec.path for tile in section.tiles for spec in tile.specs}
        assert {spec.path for spec in one.specs(kit) if not spec.layouts and not spec.repeats} <= shown


@pytest.mark.parametrize("template", ["", "social/statement"])
def test_a_piece_alone_has_the_tiles_of_its_section(workspace: Workspace, template: str) -> None:
    kit, post = workspace.document.kit(), "w2/social/w2-buy-with-care"
    kit = replace_edits(kit, post, {TEMPLATE: template}) if template else kit
    for section in sections(kit):
        for piece in {tile.piece for tile in section.tiles}:
            wanted = tuple(tile for tile in section.tiles if tile.piece == piece)
            assert tiles_of(replace(kit), piece, section.medium) == wanted
    assert any(tile.page.template == template for tile in tiles_of(kit, post, "social")) == bool(template)
    assert tiles_of(kit, "w2/social/nothing", "social") == tiles_of(kit, post, "nothing") == ()


def test_every_text_has_a_drawing_of_its_own(workspace: Workspace) -> None:
    kit = workspace.document.kit()
    section = section_of(kit, "copy")
    assert section is not None
    shown = [first_page(tile, kit) for tile in section.tiles if tile.words]
    assert len({stamp for stamp, _ in shown}) == len(shown) == 8
    drawn = [draw(120) for _, draw in shown]
    paper = drawn[0].pixelColor(1, drawn[0].height() - 1)
    for image in drawn:
        assert image.size().toTuple() == (120, 155)
        inside = [image.pixelColor(x, y) for x in range(12, 100) for y in range(12, 60)]
        assert any(color != paper for color in inside)


def test_all_kinds_of_words_can_be_read(workspace: Workspace) -> None:
    kit = workspace.document.kit()
    calendar = word_files(kit, tile_of(workspace, "w2/copy/calendar"))
    pages = [html_of(spec.words) for spec in calendar if spec.words is not None]
    assert [("<table" in page, "<h1>" in page) for page in pages] == [(False, True), (True, False)]
    assert "<h1>" in html_of(word_files(kit, tile_of(workspace))[0].words)  # type: ignore[arg-type]


def test_the_board_draws_words_and_follows_the_kit(qtbot: QtBot, window: MainWindow) -> None:
    board = window.board
    assert board is not None
    vars(board.view.thumbnails).pop("ask")  # here it draws
    window.resize(1280, 900)
    window.show()
    window.show_center("board")
    board.go_to("copy")
    qtbot.waitUntil(
        lambda: board.view.picture(board.model.rows[board.model.row_of(NEWSLETTER)]) is not None, timeout=15000
    )
    before = board.view.picture(board.model.rows[board.model.row_of(NEWSLETTER)])
    project = window.workspace.document.project
    window.workspace.document.change("color", replace(project, brand=replace(project.brand, colors=("#7A1F3D",))))
    qtbot.waitUntil(
        lambda: board.view.picture(board.model.rows[board.model.row_of(NEWSLETTER)]) != before, timeout=15000
    )


def test_the_page_shows_the_words_as_they_are_now(qtbot: QtBot, page: WordsPage) -> None:
    document = page.workspace.document
    assert page.title.text() == "Newsletter"
    assert "Riverbend Coalition" in page.browser.toPlainText()
    project = document.project
    document.change("Change name", replace(project, brand=replace(project.brand, organization="Hill House")))
    qtbot.waitUntil(lambda: "Hill House" in page.browser.toPlainText())
    page.workspace.select(("w2/copy/proclamation",))
    qtbot.waitUntil(lambda: page.title.text() == "Proclamation")


def test_text_is_copied_and_the_piece_is_exported(qtbot: QtBot, page: WordsPage, tmp_path: Path) -> None:
    page.copy.click()
    assert QGuiApplication.clipboard().text() == page.browser.toPlainText()
    assert "<h1" in QGuiApplication.clipboard().mimeData().html()
    workspace = page.workspace
    workspace.set_settings(replace(workspace.settings, kit_folder=str(tmp_path)))
    page.export.click()
    qtbot.waitUntil(lambda: controllers_of(workspace).exporter.state == "done", timeout=30_000)
    assert sorted(path.name for path in tmp_path.glob("*/copy/*")) == ["newsletter.html", "newsletter.txt"]


def test_a_paragraph_is_clicked_changed_and_follows_the_kit_again(qtbot: QtBot, page: WordsPage) -> None:
    document, key = page.workspace.document, (NEWSLETTER, "paragraphs.0")
    spot = page.browser.document().find(page.fields.rows[key].editor.words()[:30])
    qtbot.mouseClick(
        page.browser.viewport(), Qt.MouseButton.LeftButton, pos=page.browser.cursorRect(spot).center()
    )  # fmt: skip
    row = page.fields.rows[key]
    assert row.editor.hasFocus()
    row.editor.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(row.editor, "Our own words.")
    assert document.project.edits.text(*key) == "Our own words."
    assert document.stack.undo_text() == "Change text"
    qtbot.waitUntil(lambda: "Our own words." in page.browser.toPlainText())
    assert page.browser.extraSelections()
    assert row.state_name == "changed"
    assert page.tile is not None
    assert page.tile.changed
    row.undo_button.click()
    assert document.project.edits.text(*key) is None
    document.stack.undo()
    document.stack.undo()
    qtbot.waitUntil(lambda: row.state_name == "follows" and "Our own words." not in page.browser.toPlainText())


def test_a_text_that_posts_need_cannot_be_emptied(qtbot: QtBot, window: MainWindow, page: WordsPage) -> None:
    window.workspace.opened.emit("w2/copy/posts")
    page.refresh()
    key = next(key for key in page.fields.rows if key[1] == "caption.instagram")
    row = page.fields.rows[key]
    usual = row.editor.words()
    row.editor.setFocus()
    row.editor.selectAll()  # type: ignore[union-attr]
    qtbot.keyClick(row.editor, Qt.Key.Key_Delete)
    assert row.sentence.text()
    page.browser.setFocus()
    assert row.editor.words() == usual
    assert not window.workspace.document.project.edits.items


def test_a_text_that_becomes_too_long_while_it_is_written_keeps_its_field(window: MainWindow, page: WordsPage) -> None:
    window.workspace.opened.emit("w2/copy/posts")
    page.refresh()
    fields = ("caption.x", "caption.bluesky", "caption.threads", "caption.mastodon")
    row = next(row for key, row in page.fields.rows.items() if key == ("w2/social/w2-rights", *fields))
    row.editor.setFocus()
    row.editor.moveCursor(QTextCursor.MoveOperation.End)  # type: ignore[union-attr]
    row.editor.insertPlainText(" Please tell everybody who works nights." * 4)  # type: ignore[union-attr]
    page.refresh()
    assert row in page.fields.rows.values()
    assert row.editor.hasFocus()
    assert "X allows 280" in row.sentence.text()


def test_escape_leads_back_to_the_board(qtbot: QtBot, window: MainWindow, page: WordsPage) -> None:
    qtbot.keyClick(page.browser, Qt.Key.Key_Escape)
    assert window.center.name == "board"


def test_the_menu_offers_what_words_can_do(window: MainWindow) -> None:
    window.show_center("board")
    window.workspace.select((NEWSLETTER,))
    menu = piece_menu(window.workspace, [tile_of(window.workspace)], window)
    names = {action.objectName() for action in menu.actions()}
    assert {"edit", "leave_out"} <= names
    assert not {"lock", "copy_post", "reset"} & names


class Strays(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self.seen = window, set[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and watched is not self._window:
            self.seen.add(type(watched).__name__)
        return False


def test_no_part_of_a_page_is_shown_before_it_has_its_place(qapp: QApplication, window: MainWindow) -> None:
    strays = Strays(window)
    qapp.installEventFilter(strays)
    window.show()
    for names, show in ((CARDS, window.open_card), (CENTER, window.show_center), (RIGHT, window.show_panel)):
        for name in names:
            show(name)
    for piece in ("w2/social/w2-rights", "w2/print/cards", NEWSLETTER):
        window.workspace.opened.emit(piece)
    qapp.removeEventFilter(strays)
    assert strays.seen == set()


def test_a_file_of_words_leaves_the_window(qtbot: QtBot, workspace: Workspace) -> None:
    dnd_source = DndSource(workspace, workspace)
    with qtbot.waitSignal(dnd_source.finished, timeout=10_000):
        dnd_source.copy([tile_of(workspace)])
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert [Path(url.toLocalFile()).name for url in urls] == ["newsletter.html"]
    assert b"Riverbend Coalition" in Path(urls[0].toLocalFile()).read_bytes()


def test_the_text_of_one_network_opens_in_the_editor_with_the_cursor_in_it(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1440, 900)
    window.show()
    workspace, post = window.workspace, "w2/social/w2-rights"
    workspace.document.edit("Words", post, "caption.x", "Too long. " * 40)
    workspace.opened.emit(NEWSLETTER)
    page = window.center.page("words")
    assert isinstance(page, WordsPage)
    workspace.open_text(post, "caption.x")
    assert window.center.name == "editor"
    qtbot.waitUntil(lambda: workspace.text_wanted == ("", ""), timeout=2000)
    editor = window.center.page("editor")
    assert isinstance(editor, EditorPage)
    assert editor.inspector.post.shown == "x"
    assert window.focusWidget() is editor.inspector.post.row.editor
    assert editor.inspector.post.row.sentence.text().endswith("X allows 280.")
    workspace.opened.emit(NEWSLETTER)
    assert window.center.name == "words"
    assert window.focusWidget() is page.browser


def test_where_there_is_room_for_one_the_text_and_its_fields_take_turns(qtbot: QtBot, workspace: Workspace) -> None:
    page = WordsPage(workspace, controllers_of(workspace).exporter)
    qtbot.addWidget(page)
    workspace.select((NEWSLETTER,))
    page.resize(600, 400)
    page.show()
    page.activateWindow()
    assert page.browser.isVisible()
    assert not page.fields.isVisible()
    assert not page.note.isVisible()
    page.turn.click()
    assert not page.browser.isVisible()
    assert page.focusWidget() is next(iter(page.fields.rows.values())).editor
    page.turn.click()
    assert page.focusWidget() is page.browser
    page.resize(1100, 800)
    assert page.fields.isVisible()
    assert not page.turn.isVisible()
