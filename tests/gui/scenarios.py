"""What hands do in the real window: items are dragged, and menus are opened on what is not the current item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QTreeWidgetItemIterator

from htpm_studio.export.kit.edits import LEFT_OUT, LOCKED, PICTURE
from htpm_studio.export.texts.planned_posts import PlannedPost
from htpm_studio.gui.core.tiles import template_title
from htpm_studio.gui.features.brand.colors_card import ColorsCard
from htpm_studio.gui.features.calendar.page import CalendarPage
from htpm_studio.gui.features.editor.page import EditorPage
from htpm_studio.gui.features.editor.piece_list import PieceList
from htpm_studio.gui.features.export.panel import ExportPanel
from htpm_studio.gui.features.export.result import FileTree
from htpm_studio.gui.features.partners.page import PartnersPage
from htpm_studio.gui.features.pictures.page import PicturesPage
from htpm_studio.pieces.declared import pieces
from htpm_studio.scene.caret import caret, placed_texts, shown_at
from tests.gui.hands import LEFT, RIGHT, WHEEL_UP, Hands

DECK = "w2/deck/training"
PIECE = "w2/social/w2-healthy-workforce"
QUICK = "Work is better where people feel safe and nobody pays to get a job"


def slides(hands: Hands) -> None:
    """Slides of the strip: dragged, and the menu of one that is not open, by mouse and by keys."""
    strip = _strip(hands)

    def names() -> list[str]:
        named = hands.see(lambda: [card.key.rpartition("/")[2] for card in strip.list.cards])
        return [name for name in named if name[-1].isdigit()]  # The slides of the session have words as names.

    def menu_on(row: int, *path: str) -> None:
        hands.click(hands.item(strip.list, row), RIGHT)
        hands.choose(*path)

    # A slide that is not open is dragged below another one; what is open stays open.
    hands.drag(hands.item(strip.list, 1), hands.item(strip.list, 3) + QPoint(0, 30))
    _same(names()[:5], ["1", "3", "4", "2", "5"])
    _same(hands.see(lambda: strip.controller.piece), f"{DECK}/3")
    hands.drag(hands.item(strip.list, 3), hands.item(strip.list, 1) - QPoint(0, 30))
    _same(names()[:5], ["1", "2", "3", "4", "5"])
    # Let go beside all slides, nothing moves.
    hands.drag(hands.item(strip.list, 1), hands.place(hands.window.center))
    _same(names()[:5], ["1", "2", "3", "4", "5"])
    _same(hands.see(strip.list.currentRow), 2)

    menu_on(1, "Duplicate slide")
    _same(names()[:5], ["1", "2", "n1", "3", "4"])
    menu_on(1, "Move slide down")
    _same(names()[:5], ["1", "n1", "2", "3", "4"])
    menu_on(2, "Move slide up")
    _same(names()[:5], ["1", "2", "n1", "3", "4"])
    menu_on(1, "Leave out slide")
    edits = hands.see(lambda: strip.workspace.document.project.edits)
    assert edits.text(f"{DECK}/2", LEFT_OUT)
    assert not edits.text(f"{DECK}/n1", LEFT_OUT)
    menu_on(1, "Include slide")
    library = strip.workspace.document.resources.library
    menu_on(1, "New slide", template_title(library.template(pieces().new_slides()[0])))
    _same(names()[:5], ["1", "2", "n2", "n1", "3"])
    # By key the menu is that of the slide with the focus.
    hands.click(hands.item(strip.list, 4))
    hands.until(lambda: strip.controller.piece == f"{DECK}/3", "slide 3 is open")
    for keys, wanted in (("Menu", ["1", "2", "n2", "3", "n1"]), ("shift+F10", ["1", "2", "3", "n2", "n1"])):
        hands.key(keys)
        hands.choose("Move slide up")
        _same(names()[:5], wanted)


def _strip(hands: Hands) -> PieceList:
    workspace = hands.window.workspace
    hands.see(lambda: workspace.opened.emit(f"{DECK}/3"))
    strip = hands.see(lambda: hands.window.findChild(PieceList))
    assert isinstance(strip, PieceList)
    hands.until(lambda: strip.list.count() > 5, "the strip shows the deck")
    hands.rest(1)
    return strip


def tiles(hands: Hands) -> None:
    """Tiles of the board: the menu of one that is not selected, by mouse and by keys, and a drag."""
    board, workspace = hands.window.board, hands.window.workspace
    assert board is not None
    rows = hands.see(lambda: [(n, row.tile.piece) for n, row in enumerate(board.model.rows) if row.tile])
    (first, _), (second, wanted) = [row for row in rows if row[1].startswith("w2/social")][:2]

    def edit(field: str) -> str | None:
        return hands.see(lambda: workspace.document.project.edits.text(wanted, field))

    def menu_on_second(*path: str) -> None:
        hands.click(hands.item(board.view, first))
        hands.click(hands.item(board.view, second), RIGHT)
        hands.choose(*path)

    menu_on_second("Lock against changes")
    assert edit(LOCKED)
    menu_on_second("Unlock")
    assert not edit(LOCKED)
    menu_on_second("Leave out")
    assert edit(LEFT_OUT)
    hands.key("ctrl+z")
    hands.rest()
    menu_on_second("Copy picture")
    menu_on_second("Edit")
    _same(hands.see(lambda: workspace.selection), (wanted,))
    hands.key("Escape")
    hands.rest()
    hands.drag(hands.item(board.view, first), hands.item(board.view, second))
    hands.click(hands.item(board.view, first))
    hands.key("Right")
    for keys in ("Menu", "shift+F10"):
        hands.key(keys)
        assert hands.entries(), keys
        _same(hands.see(lambda: workspace.selection), (wanted,))
        hands.key("Escape")


def pictures(hands: Hands) -> None:
    """The library: the menu of a picture that is not the current one; a picture is put on the board by a click."""
    window, workspace = hands.window, hands.window.workspace
    hands.key("ctrl+2")
    hands.rest(1)
    page = hands.see(lambda: window.findChild(PicturesPage))
    assert isinstance(page, PicturesPage)

    def names() -> list[str]:
        return hands.see(lambda: [entry.title for entry in page.model.rows][:3])

    def chosen() -> str | None:
        return hands.see(lambda: workspace.document.project.edits.text(PIECE, PICTURE))

    hands.click(hands.item(page.list, 0))
    hands.click(hands.item(page.list, 1), RIGHT)
    hands.choose("Remove from")
    _same((names()[0], "street" in names()), ("garden", False))
    hands.key("ctrl+z")
    hands.rest()
    hands.click(hands.item(page.list, 0))
    hands.key("Menu")
    assert "Remove from the kit" in hands.entries()
    hands.key("Escape")
    hands.drag(hands.item(page.list, 0), hands.item(page.list, 2))
    _same(names()[:2], ["garden", "street"])
    hands.see(lambda: window.show_panel(""))
    hands.key("ctrl+1")
    hands.rest(1)
    board = window.board
    assert board is not None
    hands.see(lambda: page.controller.start_placing("morning-walk"))
    hands.rest(1)
    row = hands.see(lambda: next(n for n, row in enumerate(board.model.rows) if row.tile and row.tile.piece == PIECE))
    hands.click(hands.item(board.view, row))
    _same(chosen(), "morning-walk")
    hands.key("Escape")
    hands.until(lambda: not page.controller.placing, "Esc ends placing")


def posts(hands: Hands) -> None:
    """Posts of the calendar: dragged to a day, into the tray and out of it; the menu of one that is not open."""
    hands.key("ctrl+3")
    hands.rest(1)
    page = hands.see(lambda: hands.window.findChild(CalendarPage))
    assert isinstance(page, CalendarPage)
    view, desk = page.view, page.controller
    first, second = hands.see(lambda: [n for n, post in enumerate(desk.posts()) if not post.fixed and post.week == 2])[
        :2
    ]

    def post(number: int) -> PlannedPost:
        return hands.see(lambda: desk.posts()[number])

    def chip(number: int) -> QPoint:
        def find() -> QPoint:
            wanted = desk.posts()[number]
            assert wanted.day is not None
            index = view.month.index_of(wanted.day)
            chips = view.days.chips(view.visualRect(index), index, view.fontMetrics())
            place = next(place for one, place in chips if one.piece == wanted.piece)
            return view.viewport().mapToGlobal(place.center())

        return hands.see(find)

    def on(day: dt.date) -> QPoint:
        return hands.see(lambda: view.viewport().mapToGlobal(view.visualRect(view.month.index_of(day)).center()))

    day = post(first).day
    assert day is not None
    goal = day + dt.timedelta(days=1)
    hands.drag(chip(first), on(goal))
    _same(post(first).day, goal)
    hands.drag(chip(first), hands.place(page.tray))
    _same(post(first).day, None)
    hands.rest(1)
    hands.drag(hands.place(hands.see(lambda: page.tray.buttons[0])), on(goal))
    _same(post(first).day, goal)
    hands.click(chip(first))
    hands.click(chip(second), RIGHT)
    hands.choose("Mark as posted")
    _same((post(first).posted, post(second).posted), (False, True))
    hands.click(chip(first))
    hands.key("Menu")
    hands.choose("Mark as posted")
    _same(post(first).posted, True)


def others(hands: Hands) -> None:
    """Colors, rows of partners and files of an export: the menu of the one that is not current."""
    _colors(hands)
    _partners(hands)
    _files(hands)


def _colors(hands: Hands) -> None:
    card = hands.see(lambda: hands.window.open_card("colors"))
    hands.rest(1)
    assert isinstance(card, ColorsCard)
    main, second = card.rows["main"].swatch, card.rows["second"].swatch
    color, other = hands.see(lambda: (main.color, second.color))
    hands.click(hands.place(main), RIGHT)
    hands.choose("Copy hex")
    hands.click(hands.place(second), RIGHT)
    hands.choose("Paste hex")
    _same(hands.see(lambda: (main.color, second.color)), (other, color))  # the two change places
    hands.key("Escape")


def _partners(hands: Hands) -> None:
    workspace = hands.window.workspace
    hands.see(lambda: workspace.page_wanted.emit("partners"))
    page = hands.see(lambda: hands.window.findChild(PartnersPage))
    assert isinstance(page, PartnersPage)
    hands.see(lambda: page.controller.paste("organization,logo\nAlpha,\nBeta,\nGamma,missing.png\n"))
    hands.until(lambda: len(page.controller.rows) == 3 and page.table.isVisible(), "the list is read")
    hands.rest(1)
    hands.click(hands.item(page.table, 0))
    hands.click(hands.item(page.table, 2), RIGHT)
    hands.choose("Continue without a logo")
    _same(hands.see(lambda: [row.partner.logo for row in page.controller.rows]), ["", "", ""])
    hands.click(hands.item(page.table, 1))
    for keys in ("Menu", "shift+F10"):
        hands.key(keys)
        assert hands.entries(), keys
        hands.key("Escape")


def _files(hands: Hands) -> None:
    window, workspace = hands.window, hands.window.workspace
    hands.key("ctrl+1")
    hands.see(lambda: workspace.select(("w2/print/flyer", "w2/print/checklist")))
    hands.see(workspace.actions["export_piece"].trigger)
    hands.see(lambda: window.show_panel("export"))
    panel = hands.see(lambda: hands.window.findChild(ExportPanel))
    assert isinstance(panel, ExportPanel)
    hands.until(lambda: panel.exporter.state == "done", "the export ends")
    tree = hands.see(lambda: window.findChild(FileTree))
    assert isinstance(tree, FileTree)
    hands.see(tree.expandAll)
    hands.rest(0.5)

    def file(name: str) -> QPoint:
        def find() -> QPoint:
            item = _file_item(tree, name)
            tree.scrollToItem(item)
            return tree.viewport().mapToGlobal(tree.visualItemRect(item).center())

        hands.see(find)
        hands.rest()
        return hands.see(find)

    def copied() -> str:
        return hands.see(lambda: QApplication.clipboard().text().rpartition("/")[2])

    hands.click(file("flyer"))
    hands.click(file("checklist"), RIGHT)
    hands.choose("Copy path")
    _same(copied(), "checklist.pdf")
    hands.click(file("flyer"))
    hands.key("Menu")
    hands.choose("Copy path")
    _same(copied(), "flyer.pdf")


def _file_item(tree: FileTree, name: str) -> QTreeWidgetItem:
    each = QTreeWidgetItemIterator(tree)
    while (item := each.value()) is not None:
        if name in item.text(0) and not item.childCount():
            return item
        each += 1
    raise AssertionError(f"there is no file {name}")


def crop(hands: Hands) -> None:
    """A picture follows the hand: pulled at its ring, zoomed by the wheel, with what it looks like on the way."""
    window, workspace = hands.window, hands.window.workspace
    hands.see(lambda: workspace.opened.emit(PIECE))
    page = hands.see(lambda: window.findChild(EditorPage))
    assert isinstance(page, EditorPage)
    hands.until(lambda: page.stage.framing is not None, "the picture is drawn")
    hands.rest(1)
    spot = _ring(hands, page)
    hands.move(spot + QPoint(60, 0))
    for _ in range(8):
        hands.do("click", WHEEL_UP)
    hands.rest(1)

    def middle() -> tuple[float, float]:
        return hands.see(lambda: page.stage.framing.middle if page.stage.framing else (0.0, 0.0))

    before, spot = middle(), _ring(hands, page)
    hands.drag(spot, spot + QPoint(24, 12), drop=False)
    hands.until(lambda: page.stage.framing is not None and page.stage.framing.middle[0] < before[0], "it follows")
    hands.do("mouseup", 1)
    hands.rest(1)
    hands.until(lambda: page.shown is not None and not page.shown.request.draft, "the picture is sharp again")
    hands.until(lambda: page.stage.framing is not None and page.stage.framing.middle[0] < before[0], "it stays there")


def typing(hands: Hands) -> None:
    """Words are typed on the picture, faster than anybody does, and selected by mouse and keys."""
    window, workspace = hands.window, hands.window.workspace
    hands.see(lambda: workspace.opened.emit(PIECE))
    page = hands.see(lambda: window.findChild(EditorPage))
    assert isinstance(page, EditorPage)
    hands.until(lambda: page.shown is not None and page.stage.page is not None, "the picture is drawn")
    hands.rest(1)

    def said(field: str) -> str | None:
        hands.key("Escape")
        hands.until(lambda: not page.typing.active, "the text is left")
        return hands.see(lambda: page.controller.own().get(field))

    head = _letter(hands, page, "head", 7)
    hands.do("mousemove", head.x(), head.y(), "click", "--repeat", 3, "--delay", 60, LEFT)
    hands.until(lambda: page.typing.active, "the caret is in the headline")
    hands.do("type", "--delay", 8, QUICK)
    _same(said("head"), QUICK)
    hands.drag(_letter(hands, page, "head", 0), _letter(hands, page, "head", 4))
    hands.type("Safe ")
    hands.key("Tab", "ctrl+a", "ctrl+c", "End", "space")
    hands.type("and")
    hands.key("ctrl+z")
    _same(said("sub"), None)
    _same(said("head"), f"Safe {QUICK[4:].strip()}")


def _letter(hands: Hands, page: EditorPage, path: str, at: int) -> QPoint:
    """Where a letter of a text is on the screen."""

    def find() -> QPoint:
        assert page.stage.page is not None
        texts = placed_texts(page.stage.page.nodes)
        block = next(one.block for one in texts if any(part.path == path for part in one.block.written))
        box = caret(block, shown_at(block, path, at))
        spot = page.stage.mapFromScene(box.x, box.y + box.height / 2)
        return page.stage.viewport().mapToGlobal(spot + QPoint(1, 0))

    return hands.see(find)


def _ring(hands: Hands, page: EditorPage) -> QPoint:
    def find() -> QPoint:
        assert page.stage.framing is not None
        return page.stage.viewport().mapToGlobal(page.stage.mapFromScene(page.stage.ring_at(page.stage.framing)))

    return hands.see(find)


def _same(found: object, wanted: object) -> None:
    assert found == wanted, f"{found} and not {wanted}"


SCENARIOS: dict[str, Callable[[Hands], None]] = {
    one.__name__: one for one in (slides, tiles, pictures, posts, others, crop, typing)
}
