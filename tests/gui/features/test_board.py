from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import StudioError
from htpm_studio.export.kit.edits import LEFT_OUT, LOCKED, TEMPLATE, YES, edits_of
from htpm_studio.export.kit.kit_cast import PEOPLE
from htpm_studio.gui.controllers import piece_commands as menus
from htpm_studio.gui.core import dnd_source
from htpm_studio.gui.core.render_service import RenderService, WantedPicture
from htpm_studio.gui.core.shell_interface import LARGEST, SMALLEST
from htpm_studio.gui.core.tiles import Tile, has_switch, takes_picture
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board import thumbnail_state as board_fresh
from htpm_studio.gui.features.board.bars import EVERY, VERBS
from htpm_studio.gui.features.board.hide_card import HideCard
from htpm_studio.gui.features.board.model import BoardViewState, week_sections
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.board.section_header import section_menu
from htpm_studio.project.store import open_project, save_project
from htpm_studio.scene.caret import placed_texts
from htpm_studio.scene.walk import pictures as pictures_on
from tests.gui.parts import controllers_of, restart
from tests.gui.pictures_fixtures import write_photo

DECK = "deck/training"


@pytest.fixture
def board(qtbot: Any, workspace: Workspace) -> Iterator[Board]:
    """A board that is shown but draws nothing: the tests of drawing let it."""
    has = controllers_of(workspace)
    made = Board(workspace, has.exporter, has.export_choice, has.pictures)
    made.resize(1100, 800)
    made.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    made.close()
    made.deleteLater()


def tiles(board: Board, medium: str = "") -> list[Tile]:
    return [row.tile for row in board.model.rows if row.tile and medium in ("", row.section.name)]


def switched(board: Board) -> str:
    return next(section.name for section in board.model.sections if has_switch(section))


def select(board: Board, *chosen: Tile) -> None:
    rows = [board.model.row_of(tile.key) for tile in chosen]
    board.view.select_rows(rows, rows[0])


def settle(qtbot: Any, board: Board) -> None:
    qtbot.waitUntil(lambda: not board.busy)


def shown(board: Board) -> list[str]:
    return [board.model.rows[number].name for number in board.view.shown_tiles()]


# ---------------------------------------------------------------- rows


def test_every_section_has_a_heading_and_shows_one_row(board: Board) -> None:
    lines = board.view.layout_now.lines
    assert len(board.headers) == len(board.model.sections) == len(board.view.layout_now.cards)
    assert len(lines) == len({card.top() for card in board.view.layout_now.cards})
    for line in lines:
        rights = [board.view.layout_now.cells[number].right() for number in line]
        assert max(rights) <= board.view.viewport().width()
    assert all(header.isVisible() for header in board.headers.values())


def test_show_all_unfolds_a_section_and_one_row_folds_it_again(board: Board) -> None:
    medium = board.model.sections[0].name
    few = len(shown(board))
    more = board.model.row_of(f"more:{medium}")
    board.view.open_row(more)
    assert set(shown(board)) >= {tile.key for tile in tiles(board, medium)}
    assert len(shown(board)) > few
    board.view.open_row(board.model.row_of(f"more:{medium}"))
    assert len(shown(board)) == few


def test_the_size_switch_shows_every_piece_in_one_shape(board: Board) -> None:
    medium = switched(board)
    section = next(one for one in board.model.sections if one.name == medium)
    mixed = tiles(board, medium)
    assert {tile.size for tile in mixed} == set(section.sizes)
    board.choose_size(medium, section.sizes[-1])
    assert {tile.size for tile in tiles(board, medium)} == {section.sizes[-1]}
    assert len(tiles(board, medium)) == len({tile.piece for tile in section.tiles})
    board.choose_size(medium, "")
    assert tiles(board, medium) == mixed
    # A size of the user's may go while the board shows it.
    board.choose_size(medium, "gone")
    assert tiles(board, medium) == mixed


def test_pieces_on_two_papers_are_shown_once(board: Board) -> None:
    for section in board.model.sections:
        if section.sizes and not has_switch(section):
            pieces = [tile.piece for tile in tiles(board, section.name)]
            assert len(pieces) == len(set(pieces))
            break
    else:
        pytest.fail("no section with papers")


# ---------------------------------------------------------------- filters


def test_find_shows_only_what_has_the_words_and_says_when_nothing_has(board: Board) -> None:
    word = tiles(board)[0].title.split()[0]
    board.set_find(word)
    assert 0 < len(tiles(board)) < 74
    board.set_find("zebra crossing")
    assert "zebra crossing" in board.message.text()
    assert board.clear_button.isVisible()
    board.clear_button.click()
    assert board.model.rows
    assert not board.model.view.filtered


def test_escape_takes_the_filter_away(board: Board, qtbot: Any) -> None:
    board.set_find("fair")
    qtbot.keyClick(board.view, Qt.Key.Key_Escape)
    assert not board.model.view.filtered


def test_a_verb_leads_to_its_medium_and_lights_up(board: Board, qtbot: Any) -> None:
    assert [verb.text() for verb in board.verbs.verbs.values()] == list(VERBS.values())
    board.view.set_zoom(2.0)
    board.verbs.verbs["print"].click()
    assert board.view.verticalOffset() > 0
    assert [name for name, verb in board.verbs.verbs.items() if verb.isChecked()] == ["print"]
    board.view.verticalScrollBar().setValue(0)
    assert [name for name, verb in board.verbs.verbs.items() if verb.isChecked()] == ["deck"]


def test_checks_mark_their_pieces(board: Board, workspace: Workspace) -> None:
    piece = tiles(board)[2].piece
    workspace.checks_changed.emit(1, {piece: "Consent is missing"})
    assert {row.tile.piece for row in board.model.rows if row.reason and row.tile} == {piece}


def test_pieces_to_check_are_alone_while_the_checks_are_open_until_all_is_asked_for(
    board: Board, workspace: Workspace
) -> None:
    piece = tiles(board)[2].piece
    workspace.checks_changed.emit(1, {piece: "Consent is missing"})
    board.set_checking(on=True)
    assert [row.kind for row in board.model.rows] == ["tile"] * len(board.model.rows)
    assert {tile.piece for tile in tiles(board)} == {piece}
    board.verbs.show_all.click()
    assert len(tiles(board)) > 1
    board.set_checking(on=False)
    board.set_checking(on=True)
    assert {tile.piece for tile in tiles(board)} == {piece}
    board.set_checking(on=False)
    assert len(tiles(board)) > 1


# ---------------------------------------------------------------- edits


def test_a_piece_that_is_left_out_goes_away_and_comes_back_with_undo(
    board: Board, workspace: Workspace, qtbot: Any
) -> None:
    first = tiles(board, "social")[0]
    select(board, first)
    said: list[tuple[str, bool]] = []
    workspace.toast_wanted.connect(lambda text, undo: said.append((text, undo)))
    board.commands.leave_out()
    settle(qtbot, board)
    assert first.piece not in {tile.piece for tile in tiles(board)}
    assert first.title in said[0][0]
    assert said[0][1]
    workspace.document.stack.undo()
    settle(qtbot, board)
    assert tiles(board, "social")[0] == first


def test_a_slide_that_is_left_out_is_dimmed_where_it_was(board: Board, workspace: Workspace, qtbot: Any) -> None:
    before = tiles(board, DECK)
    slide = before[1]
    place = board.view.visualRect(board.model.index(board.model.row_of(slide.key)))
    plain = board.view.grab(place).toImage()
    workspace.document.edit("out", slide.piece, LEFT_OUT, YES)
    settle(qtbot, board)
    assert [tile.piece for tile in tiles(board, DECK)] == [tile.piece for tile in before]
    assert [tile.piece for tile in tiles(board, DECK) if tile.left_out] == [slide.piece]
    assert board.view.grab(place).toImage() != plain
    board.headers[DECK].left_out.click()
    assert [tile.piece for tile in board.view.selected_tiles()] == [slide.piece]
    board.commands.leave_out()
    settle(qtbot, board)
    assert tiles(board, DECK) == before


def test_decks_are_sections_with_their_own_minutes(board: Board, workspace: Workspace, qtbot: Any) -> None:
    decks = {one.name: one for one in board.model.sections if one.medium == "deck"}
    assert [one.title for one in decks.values()] == ["Training deck", "Short deck", "Event loop"]
    minutes = {name: one.minutes for name, one in decks.items()}
    assert minutes[DECK] > minutes["deck/short"] > minutes["deck/loop"] == 0
    assert "turns by itself" in board.headers["deck/loop"].note.text()
    for tile in decks[DECK].tiles[:8]:
        workspace.document.edit("out", tile.piece, LEFT_OUT, YES)
    settle(qtbot, board)
    shorter = {one.name: one.minutes for one in board.model.sections if one.medium == "deck"}
    assert shorter[DECK] < minutes[DECK]
    assert shorter["deck/short"] == minutes["deck/short"]


def test_tiles_are_captioned_by_what_they_are_and_say_the_rest_when_pointed_at(board: Board) -> None:
    kinds = {tile.piece.rpartition("/")[2]: tile.kind for tile in tiles(board, "print")}
    assert kinds["flyer"] == "Flyer"
    row = next(number for number, row in enumerate(board.model.rows) if row.tile and row.tile.kind == "Flyer")
    tile = board.model.rows[row].tile
    assert tile is not None
    assert tile.title in board.model.index(row).data(Qt.ItemDataRole.ToolTipRole)


def test_a_hidden_part_is_in_no_week_until_undo_and_in_the_file(
    qtbot: Any, board: Board, workspace: Workspace, tmp_path: Path
) -> None:
    card, document = HideCard(workspace), workspace.document
    qtbot.addWidget(card)

    def there() -> set[bool]:
        weeks = [week.number for week in document.campaign.weeks if week.ready]
        return {any(one.name == "deck/short" for one in week_sections(document.kit(week))) for week in weeks}

    assert there() == {True}
    card.boxes["deck/short"].click()
    assert there() == {False}
    assert document.stack.count() == 1
    save_project(document.project, tmp_path / "kit.htpm")
    document.stack.undo()
    assert there() == {True}
    assert card.boxes["deck/short"].isChecked()
    restart(document, open_project(tmp_path / "kit.htpm"))
    assert there() == {False}
    assert not card.boxes["deck/short"].isChecked()


def test_lock_is_one_step_for_all_selected_pieces(board: Board, workspace: Workspace, qtbot: Any) -> None:
    two = tiles(board, switched(board))[:2]
    select(board, *two)
    board.commands.lock()
    assert workspace.document.stack.count() == 1
    assert "2 pieces" in workspace.document.stack.undo_text()
    settle(qtbot, board)
    assert all(tile.locked for tile in board.view.selected_tiles())
    board.commands.lock()
    settle(qtbot, board)
    assert not any(tile.locked for tile in board.view.selected_tiles())


def test_a_locked_piece_remembers_who_is_in_its_drawings(board: Board, workspace: Workspace, qtbot: Any) -> None:
    drawn = next(
        tile
        for tile in tiles(board, switched(board))
        if isinstance(ref := tile.page.content.get("picture"), PictureRef) and ref.drawn and ref.drawn.people
    )
    select(board, drawn)
    board.commands.lock()
    ref = drawn.page.content["picture"]
    assert isinstance(ref, PictureRef)
    assert ref.drawn is not None
    kept = f"{ref.name}:{','.join(one.id for one in ref.drawn.people)}"
    locked = edits_of(workspace.document.kit(), drawn.piece)
    assert (locked[LOCKED], locked[PEOPLE]) == (YES, kept)
    settle(qtbot, board)
    board.commands.lock()
    assert not edits_of(workspace.document.kit(), drawn.piece)


def test_back_to_the_kit_version_leaves_locked_pieces_alone(board: Board, workspace: Workspace, qtbot: Any) -> None:
    one, other = tiles(board, switched(board))[:2]
    workspace.document.edit("a", one.piece, "head", "Mine")
    workspace.document.edit("b", other.piece, "head", "Ours")
    workspace.document.edit("c", other.piece, LOCKED, YES)
    settle(qtbot, board)
    select(board, one, other)
    assert all(tile.changed for tile in board.view.selected_tiles())
    board.commands.reset()
    kit = workspace.document.kit()
    assert not edits_of(kit, one.piece)
    assert edits_of(kit, other.piece) == {"head": "Ours", LOCKED: YES}


def test_a_year_without_a_plan_is_said_on_the_board(board: Board, workspace: Workspace, qtbot: Any) -> None:
    workspace.document.change("year", replace(workspace.document.project, year=2005))
    settle(qtbot, board)
    assert "2005" in board.message.text()
    assert not board.clear_button.isVisible()
    workspace.document.stack.undo()
    settle(qtbot, board)
    assert board.model.rows


# ---------------------------------------------------------------- selection and keys


def test_arrows_move_along_and_across_rows_and_skip_headings(board: Board, qtbot: Any) -> None:
    view = board.view
    lines = view.layout_now.lines
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == lines[0][0]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == lines[0][1]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() in lines[1]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() in lines[0]
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == lines[-1][-1]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == lines[-1][-1]
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.currentIndex().row() not in lines[-1]


def test_shift_and_arrows_select_in_reading_order(board: Board, workspace: Workspace, qtbot: Any) -> None:
    keys = board.view.shown_tiles()
    select(board, *tiles(board)[:1])
    for _ in range(2):
        qtbot.keyClick(board.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert [board.model.row_of(tile.key) for tile in board.view.selected_tiles()] == keys[:3]
    assert workspace.selection == tuple(dict.fromkeys(tile.piece for tile in board.view.selected_tiles()))


def test_typing_a_name_jumps_to_it_even_behind_show_all(board: Board, qtbot: Any) -> None:
    keys = shown(board)
    hidden = next(tile for tile in tiles(board) if tile.key not in keys)
    titles = [tile.title for tile in tiles(board)]
    assert titles.count(hidden.title) == 1
    board.view.keyboardSearch(hidden.title)
    assert board.view.currentIndex().row() == board.model.row_of(hidden.key)
    assert not board.view.isIndexHidden(board.view.currentIndex())


def test_enter_and_double_click_open_the_editor(board: Board, workspace: Workspace, qtbot: Any) -> None:
    opened: list[str] = []
    workspace.opened.connect(opened.append)
    one = tiles(board)[1]
    select(board, one)
    qtbot.keyClick(board.view, Qt.Key.Key_Return)
    place = board.view.thumb(board.model.index(board.model.row_of(one.key))).center()
    qtbot.mouseDClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    board.commands.edit()
    assert opened == [one.piece] * 3


def test_a_double_click_on_words_asks_for_the_caret_in_them_and_one_beside_opens_the_piece(
    board: Board, workspace: Workspace, qtbot: Any
) -> None:
    asked: list[tuple[str, str]] = []
    spots: list[tuple[float, float] | None] = []
    workspace.opened.connect(lambda piece: asked.append((piece, workspace.text_wanted[1])))
    workspace.opened.connect(lambda _piece: spots.append(workspace.spot_wanted))
    tile = next(one for one in tiles(board) if "head" in one.page.content)
    page = workspace.renderer.compose(tile.page, workspace.document.kit()).page
    head = next(one for one in placed_texts(page.nodes) if any(part.path == "head" for part in one.block.written))
    line = head.block.lines[0]
    thumb = board.view.thumb(board.model.index(board.model.row_of(tile.key)))
    scale = thumb.width() / page.size.width
    spot = QPointF((line.x + line.width / 2) * scale, (line.baseline - head.block.style.size / 4) * scale)
    qtbot.mouseDClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=thumb.topLeft() + spot.toPoint())
    (spot_wanted,) = spots
    assert spot_wanted is not None
    assert head.block.box.holds(*spot_wanted)
    workspace.forget_wanted()
    qtbot.mouseDClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=thumb.topLeft() + QPoint(2, 2))
    assert asked == [(tile.piece, f"head@{tile.page.canvas}"), (tile.piece, "")]


def test_a_click_selects_and_a_click_beside_clears(board: Board, qtbot: Any) -> None:
    one, other = tiles(board)[:2]
    for tile, key in ((one, Qt.KeyboardModifier.NoModifier), (other, Qt.KeyboardModifier.ControlModifier)):
        place = board.view.thumb(board.model.index(board.model.row_of(tile.key))).center()
        qtbot.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, key, place)
    assert board.view.selected_tiles() == [one, other]
    qtbot.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert board.view.selected_tiles() == []


def test_a_frame_selects_what_it_touches(board: Board) -> None:
    board.view.setSelection(QRect(0, 0, 4000, 4000), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert len(board.view.selected_tiles()) == len(board.view.shown_tiles())


def test_others_can_select_pieces(board: Board, workspace: Workspace) -> None:
    hidden = next(tile for tile in tiles(board) if tile.key not in shown(board))
    workspace.select((hidden.piece,))
    assert {tile.piece for tile in board.view.selected_tiles()} == {hidden.piece}
    assert not board.view.isIndexHidden(board.view.currentIndex())


# ---------------------------------------------------------------- looks


def test_the_zoom_has_ends_and_follows_ctrl_and_wheel(board: Board) -> None:
    heard: list[float] = []
    board.view.zoom_changed.connect(heard.append)
    wheel = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(board.view.viewport(), wheel)
    assert heard[0] > 1.0
    board.set_zoom(99)
    assert board.view.zoom == LARGEST
    board.set_zoom(0)
    assert board.view.zoom == SMALLEST


def test_fit_shows_the_whole_kit(board: Board) -> None:
    board.resize(1100, 1000)
    board.set_zoom(2.5)
    assert board.view.verticalScrollBar().maximum() > 0
    board.view.fit()
    assert board.view.verticalScrollBar().maximum() == 0


def test_screen_readers_hear_what_a_tile_is(board: Board, workspace: Workspace, qtbot: Any) -> None:
    tile = tiles(board, switched(board))[0]
    workspace.document.edit("a", tile.piece, "head", "Hello there")
    workspace.document.edit("b", tile.piece, LOCKED, YES)
    settle(qtbot, board)
    workspace.checks_changed.emit(1, {tile.piece: "Consent is missing"})
    index = board.model.index(board.model.row_of(tile.key))
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Hello there", "to check: Consent is missing", "changed here", "locked", "item 1 of"):
        assert part in words
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == tiles(board, switched(board))[0].specs[0].alt
    interface = QAccessible.queryAccessibleInterface(board.view)
    assert interface.role() == QAccessible.Role.List


def test_every_mark_is_painted(board: Board, workspace: Workspace, qtbot: Any) -> None:
    tile = tiles(board, switched(board))[0]
    place = board.view.visualRect(board.model.index(board.model.row_of(tile.key)))
    plain = board.view.grab(place).toImage()
    for field, value in (("head", tile.title), (LOCKED, YES)):
        workspace.document.edit(field, tile.piece, field, value)
        settle(qtbot, board)
        marked = board.view.grab(place).toImage()
        assert marked != plain
        plain = marked


# ---------------------------------------------------------------- pictures


@pytest.fixture
def drawing(qtbot: Any, workspace: Workspace) -> Iterator[Board]:
    """A small board that draws."""
    has = controllers_of(workspace)
    made = Board(workspace, has.exporter, has.export_choice, has.pictures)
    made.resize(700, 320)
    with qtbot.waitExposed(made):
        made.show()
    QCoreApplication.processEvents()  # a late layout asks for all tiles in another width
    near = made.view.visible_rows(made.view.viewport().height())
    keys = [tile.key for number in near if (tile := made.model.rows[number].tile)]
    qtbot.waitUntil(lambda: all(workspace.renderer.newest(key) for key in keys), timeout=15000)
    qtbot.waitUntil(lambda: not made.busy and not workspace.renderer.busy, timeout=30000)
    yield made
    made.close()
    made.deleteLater()


def test_pictures_are_drawn_in_the_pixels_of_the_screen(drawing: Board) -> None:
    seen = [number for number in drawing.view.visible_rows() if drawing.model.rows[number].tile]
    for number in seen:
        image = drawing.view.picture(drawing.model.rows[number])
        assert image is not None
        assert image.width() == drawing.view.layout_now.thumbs[number].width()


def test_only_what_a_change_touches_is_drawn_anew(
    drawing: Board, workspace: Workspace, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    real = workspace.renderer.want

    def want(wanted: list[WantedPicture], group: str = "") -> None:
        asked.append([one.key for one in wanted])
        real(wanted, group)

    monkeypatch.setattr(workspace.renderer, "want", want)

    def nothing_is_asked() -> bool:
        QCoreApplication.processEvents()
        asked.clear()
        drawing.view.request()
        return asked == [[]]

    qtbot.waitUntil(nothing_is_asked, timeout=30000)
    wide = drawing.view.viewport().width()
    seen = [drawing.model.rows[number].tile for number in drawing.view.visible_rows()]
    tile = next(one for one in seen if one and "head" in one.page.content)
    asked.clear()
    workspace.document.edit("words", tile.piece, "head", "Other words")
    qtbot.waitUntil(lambda: not drawing.busy and drawing.view.thumbnails.waiting == 0)
    pieces = {one.key: one.piece for one in tiles(drawing)}
    assert drawing.view.viewport().width() == wide
    assert {pieces[key] for keys in asked for key in keys} == {tile.piece}
    asked.clear()
    brand = replace(workspace.document.project.brand, colors=("#7A1F3D",))
    workspace.document.change("color", replace(workspace.document.project, brand=brand))
    qtbot.waitUntil(lambda: not drawing.busy and drawing.view.thumbnails.waiting == 0, timeout=15000)
    assert {one.key for one in seen if one} <= {key for keys in asked for key in keys}


def test_the_old_picture_stays_with_a_bar_until_the_new_one_is_there(
    board: Board, workspace: Workspace, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tile = tiles(board)[0]
    kit = workspace.document.kit()
    workspace.renderer.want([WantedPicture(tile.key, tile.page, kit, 60)], "test")
    qtbot.waitUntil(lambda: workspace.renderer.picture(tile.key) is not None)
    monkeypatch.setattr(workspace.renderer, "want", lambda wanted, group="": None)
    monkeypatch.setattr(board_fresh, "BAR_AFTER", 0.05)
    monkeypatch.setattr(board_fresh, "BAR_LEAST", 0.0)
    fresh = board.view.thumbnails
    board_fresh.ThumbnailState.ask(fresh, [(tile, 90, True)])
    assert fresh.waiting == 1
    qtbot.waitUntil(lambda: fresh.bar(tile.key) is not None)
    old = workspace.renderer.picture(tile.key)
    assert old is not None
    assert old.width() == 60
    board.view.grab()
    workspace.renderer.ready.emit(tile.key)
    qtbot.waitUntil(lambda: fresh.bar(tile.key) is None)
    assert fresh.waiting == 0


def test_what_cannot_be_drawn_says_so_and_is_tried_again_on_a_click(
    drawing: Board, workspace: Workspace, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [drawing.model.rows[number].tile for number in drawing.view.visible_rows()]
    tile = next(one for one in seen if one and "head" in one.page.content)

    def broken(*_spec: Any) -> Any:
        raise StudioError("The template is gone.")

    broken_now = pytest.MonkeyPatch()
    broken_now.setattr(RenderService, "compose", broken)
    workspace.document.edit("words", tile.piece, "head", "Other words")
    row = drawing.model.row_of(tile.key)
    qtbot.waitUntil(lambda: drawing.view.failure(drawing.model.rows[row]) == "The template is gone.")
    drawing.view.grab()
    broken_now.undo()
    place = drawing.view.thumb(drawing.model.index(row)).center()
    qtbot.mouseClick(drawing.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not drawing.busy and drawing.view.thumbnails.waiting == 0)
    assert drawing.view.failure(drawing.model.rows[row]) == ""


# ---------------------------------------------------------------- weeks


def ready_weeks(workspace: Workspace) -> list[int]:
    return [week.number for week in workspace.document.campaign.weeks if week.ready]


def test_weeks_without_texts_cannot_be_chosen_and_say_why(board: Board, workspace: Workspace) -> None:
    for number, week in enumerate(workspace.document.campaign.weeks, 1):
        assert board.weeks.usable(number) == week.ready
        if not week.ready:
            assert "not in this campaign pack yet" in board.weeks.tabs.tabToolTip(number)
            board.open_week(number)
            assert workspace.document.project.week == 2
    assert board.weeks.tabs.dates[2] == "Jan 4–10"


def test_another_week_shows_other_pieces_and_its_own_edits(board: Board, workspace: Workspace, qtbot: Any) -> None:
    other = next(week for week in ready_weeks(workspace) if week != 2)
    workspace.document.edit("a", tiles(board)[0].piece, "head", "Mine")
    settle(qtbot, board)
    assert board.weeks.tabs.edited == [week == 2 for week in range(len(board.weeks.tabs.edited))]
    before = {tile.piece for tile in tiles(board)}
    board.weeks.tabs.setCurrentIndex(other)
    assert workspace.document.project.week == other
    assert not before & {tile.piece for tile in tiles(board)}
    board.weeks.list.activated.emit(2)
    assert workspace.document.project.week == 2


def test_all_of_january_stands_first_and_means_all_weeks_in_the_export(board: Board, workspace: Workspace) -> None:
    exporter = controllers_of(workspace).exporter
    assert board.weeks.tabs.tabText(0) == "All of January"
    board.weeks.tabs.setCurrentIndex(0)
    weeks = ready_weeks(workspace)
    assert [one.name for one in board.model.sections] == [f"week/{week}" for week in weeks]
    assert list(exporter.weeks()) == weeks
    board.weeks.tabs.setCurrentIndex(2)
    assert list(exporter.weeks()) == [2]


def test_a_piece_of_the_whole_month_is_selected_in_its_week(qtbot: Any, board: Board, workspace: Workspace) -> None:
    board.open_week(EVERY)
    row = next(number for number, row in enumerate(board.model.rows) if row.tile and row.section.name == "week/4")
    tile = board.model.rows[row].tile
    assert tile is not None
    board.view.scrollTo(board.model.index(row))
    place = board.view.thumb(board.model.index(row)).center()
    qtbot.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert workspace.document.project.week == 4
    assert workspace.selection == (tile.piece,)


def test_a_narrow_week_bar_is_a_list_with_arrows(board: Board, workspace: Workspace) -> None:
    board.set_width_class("compact")
    assert board.weeks.list.isVisible()
    assert board.weeks.list.currentIndex() == 2
    for button, step in ((board.weeks.back, -1), (board.weeks.on, 1)):
        start = workspace.document.project.week
        button.click()
        assert (workspace.document.project.week - start) * step > 0
        workspace.document.open_week(2)
    board.set_width_class("wide")
    assert board.weeks.tabs.isVisible()


# ---------------------------------------------------------------- leaving the window


def test_copying_a_picture_puts_picture_file_and_name_on_the_clipboard(
    board: Board, workspace: Workspace, qtbot: Any
) -> None:
    select(board, tiles(board, switched(board))[0])
    with qtbot.waitSignal(workspace.toast_wanted, timeout=8000):
        board.commands.copy_picture()
    data = QGuiApplication.clipboard().mimeData()
    path = Path(data.urls()[0].toLocalFile())
    assert data.hasImage()
    assert path.name == data.text()
    assert QImage(str(path)).width() == 1080
    select(board, *tiles(board, switched(board))[:2])
    with qtbot.waitSignal(workspace.toast_wanted, timeout=8000):
        board.commands.copy_picture()
    assert len(QGuiApplication.clipboard().mimeData().urls()) == 2
    workspace.closing.emit()
    assert not path.exists()


def test_a_page_of_many_is_copied_as_a_picture(board: Board, workspace: Workspace, qtbot: Any) -> None:
    select(board, next(tile for tile in tiles(board) if tile.page.piece))
    with qtbot.waitSignal(workspace.toast_wanted, timeout=8000):
        board.commands.copy_picture()
    assert QGuiApplication.clipboard().mimeData().urls()[0].fileName().endswith(".png")


def test_a_copy_that_fails_says_why(
    board: Board, workspace: Workspace, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_spec: Any) -> Any:
        raise StudioError("The disk is full.")

    monkeypatch.setattr("htpm_studio.export.run.render_file.render_file", broken)
    select(board, tiles(board, switched(board))[0])
    with qtbot.waitSignal(workspace.toast_wanted) as said:
        board.commands.copy_picture()
    assert "The disk is full." in said.args[0]
    qtbot.waitUntil(lambda: not board.commands.dnd_source.busy)


def test_copying_the_post_text_copies_only_words(board: Board, workspace: Workspace) -> None:
    tile = tiles(board, switched(board))[0]
    select(board, tile)
    board.commands.copy_post()
    assert QGuiApplication.clipboard().text() == tile.specs[0].caption
    QGuiApplication.clipboard().clear()
    select(board, next(one for one in tiles(board) if one.page.piece))
    board.commands.copy_post()
    assert QGuiApplication.clipboard().text() == ""


def test_a_dragged_tile_is_a_file_and_a_slow_one_is_ready_the_second_time(
    board: Board, workspace: Workspace, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tiles(board, switched(board))[:1]
    monkeypatch.setattr(dnd_source, "PATIENCE_MS", 0)
    with qtbot.waitSignal(workspace.toast_wanted) as said:
        assert board.commands.dnd_source.drag_data(chosen) is None
    assert "Preparing" in said.args[0]
    assert board.commands.dnd_source.drag_data(chosen) is None
    qtbot.waitUntil(lambda: not board.commands.dnd_source.busy, timeout=8000)
    data = board.commands.dnd_source.drag_data(chosen)
    assert data is not None
    assert Path(data.urls()[0].toLocalFile()).is_file()
    workspace.document.edit("a", chosen[0].piece, "head", "New words")
    settle(qtbot, board)
    monkeypatch.setattr(dnd_source, "PATIENCE_MS", 8000)
    assert board.commands.dnd_source.drag_data(tiles(board, switched(board))[:1]) is not None


def test_a_drag_begins_with_the_selected_tiles(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[Tile]] = []
    monkeypatch.setattr(board.commands.dnd_source, "drag_data", lambda chosen: asked.append(list(chosen)))
    board.view.startDrag(Qt.DropAction.CopyAction)
    assert asked == []
    one = tiles(board)[0]
    select(board, one)
    board.view.startDrag(Qt.DropAction.CopyAction)
    assert asked == [[one]]


# ---------------------------------------------------------------- menus


def entries(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, start: str) -> Any:
    return next(action for action in menu.actions() if action.text().startswith(start))


def test_the_menu_of_a_piece_swaps_templates(board: Board, workspace: Workspace, qtbot: Any) -> None:
    pictured = next(tile for tile in tiles(board, switched(board)) if takes_picture(workspace.document.kit(), tile))
    menu = menus.piece_menu(workspace, [pictured], board)
    template = entry(menu, "Template").menu()
    template.aboutToShow.emit()
    other = next(action for action in template.actions() if not action.isChecked())
    other.trigger()
    assert TEMPLATE in edits_of(workspace.document.kit(), pictured.piece)
    settle(qtbot, board)
    changed = next(tile for tile in tiles(board) if tile.key == pictured.key)
    again = menus.piece_menu(workspace, [changed], board)
    entry(again, "Back to the kit version").trigger()
    assert not edits_of(workspace.document.kit(), pictured.piece)


def test_the_menu_of_several_pieces_says_how_many_and_leaves_out_what_cannot_apply(
    board: Board, workspace: Workspace
) -> None:
    several = tiles(board, switched(board))[:3]
    assert "Template" in " ".join(entries(menus.piece_menu(workspace, several[:1], board)))
    words = entries(menus.piece_menu(workspace, several, board))
    assert not any(text.startswith(("Template", "Edit")) for text in words)
    pictured = [tile for tile in several if takes_picture(workspace.document.kit(), tile)]
    if len(pictured) > 1:
        assert f"Swap picture in {len(pictured)} pieces" in words
    locked = [replace(tile, locked=True) for tile in several]
    assert not any("picture in" in text for text in entries(menus.piece_menu(workspace, locked, board)))


def test_the_menu_of_a_section_chooses_sizes_and_resets(board: Board, workspace: Workspace, qtbot: Any) -> None:
    medium = switched(board)
    workspace.document.edit("a", tiles(board, medium)[0].piece, "head", "Mine")
    settle(qtbot, board)
    section = next(one for one in board.model.sections if one.name == medium)
    asked: list[str] = []
    acts = {name: (lambda one=name: asked.append(one)) for name in ("expand", "select")}
    menu = section_menu(workspace, section, BoardViewState(), acts, asked.append, board)
    for start in ("Show all", "Mixed", "Square", "Select all here"):
        entry(menu, start).trigger()
    assert asked == ["expand", "", "square", "select"]
    entry(menu, "Reset 1 changed piece").trigger()
    assert not workspace.document.project.edits.items
    board.select_section(medium)
    assert {tile.piece for tile in board.view.selected_tiles()} <= {tile.piece for tile in section.tiles}


# ---------------------------------------------------------------- model


def test_arrows_move_in_a_heading(board: Board, qtbot: Any) -> None:
    header = board.headers[DECK]
    header.show_deck.setFocus()
    qtbot.keyClick(header.show_deck, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is header.rehearse
    qtbot.keyClick(header.rehearse, Qt.Key.Key_Home)
    assert QApplication.focusWidget() is header.show_deck
    assert header.more.accessibleName()


def test_the_theme_reaches_every_part(board: Board, workspace: Workspace) -> None:
    before = board.view.grab().toImage()
    tokens = {**workspace.theme.tokens, "text": "#FF0000", "muted": "#FF0000"}
    workspace.set_theme(replace(workspace.theme, tokens=tokens))
    assert board.view.grab().toImage() != before


def test_tiles_are_called_in_the_language_of_the_window(board: Board, workspace: Workspace, qtbot: Any) -> None:
    workspace.document.change("Change language", replace(workspace.document.project, language="es"))
    settle(qtbot, board)
    kinds = {row.tile.piece: row.tile.kind for row in board.model.rows if row.tile}
    assert (kinds["w2/copy/posts"], kinds["w2/print/flyer"]) == ("Posts", "Flyer")


def test_a_photo_nobody_answered_for_is_hatched_in_the_frame_of_its_piece(
    board: Board, workspace: Workspace, tmp_path: Path, qtbot: Any
) -> None:
    pictures, piece = controllers_of(workspace).pictures, "w2/social/w2-healthy-workforce"
    pictures.add([write_photo(tmp_path / "field.jpg")], (piece,))
    qtbot.waitUntil(lambda: pictures.waiting_in(piece) is not None)
    settle(qtbot, board)
    row = board.model.rows[board.model.rows_of_piece(piece)[0]]
    qtbot.waitUntil(lambda: board.view.unanswered(row) is not None)
    waiting = board.view.unanswered(row)
    assert waiting is not None
    assert row.tile is not None
    page = workspace.renderer.compose(row.tile.page, workspace.document.kit()).page
    (box,) = [picture.box for picture in pictures_on(page) if picture.box.width > page.size.width / 2]
    wide, high = page.size.width, page.size.height
    frame = waiting.frame
    assert (frame.x() * wide, frame.y() * high) == pytest.approx((box.x, box.y))
    assert (frame.width() * wide, frame.height() * high) == pytest.approx((box.width, box.height))
