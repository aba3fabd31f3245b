"""What hands do in the real window beside dragging items: double-clicks, the wheel, keys, and files from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from htpm_studio.export.kit.edits import FOCUS, PICTURE
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.board.section_header import SectionHeader
from htpm_studio.gui.features.brand.color_popup import ColorPopup
from htpm_studio.gui.features.brand.colors_card import ColorsCard
from htpm_studio.gui.features.brand.design_card import DesignCard
from htpm_studio.gui.features.brand.screen_picker import ScreenOverlay
from htpm_studio.gui.features.calendar.day_panel import TimeField
from htpm_studio.gui.features.calendar.page import CalendarPage
from htpm_studio.gui.features.checks.panel import ChecksPanel
from htpm_studio.gui.features.editor.page import EditorPage
from htpm_studio.gui.features.editor.piece_list import PieceList
from htpm_studio.gui.features.export.panel import ExportPanel
from htpm_studio.gui.features.partners.page import PartnersPage
from htpm_studio.gui.features.pictures.faces import FacePicture
from htpm_studio.gui.features.pictures.page import PicturesPage
from htpm_studio.gui.features.pictures.who_card import WhoCard
from htpm_studio.gui.features.presenter.presenter import Presenter
from htpm_studio.gui.features.presenter.room_window import RoomWindow
from htpm_studio.gui.features.room.page import RoomPage
from htpm_studio.gui.features.room.view import PlaceButton
from htpm_studio.gui.features.texts.page import WordsPage
from htpm_studio.gui.features.toolkit_import.page import ImportPage
from htpm_studio.gui.pickers.logo_drop import LogoBox
from htpm_studio.gui.pickers.picture_picker import PicturePicker
from htpm_studio.gui.widgets.dialogs import ErrorDialog, Failure, WayOut
from htpm_studio.gui.widgets.text_fields import LineField, LinesField
from htpm_studio.project.model import FaceBox, People
from htpm_studio.scene.caret import caret, placed_texts, shown_at
from tests.gui.hands import RIGHT, Hands

W = TypeVar("W", bound=QWidget)
PIECE = "w2/social/w2-healthy-workforce"
DRAWING = "morning-walk"
SLIDE = "w2/deck/training/5"
ROOT = Path(__file__).resolve().parents[2]


def _same(found: object, wanted: object) -> None:
    assert found == wanted, f"{found} and not {wanted}"


def _find(hands: Hands, kind: type[W], owner: QWidget | None = None) -> W:
    """The visible part of a kind, once it is there."""

    def parts() -> list[W]:
        owners = [owner] if owner is not None else QApplication.topLevelWidgets()
        found = [part for one in owners for part in (*one.findChildren(kind), one) if isinstance(part, kind)]
        return [part for part in found if part.isVisible()]

    hands.until(parts, f"{kind.__name__} is shown")
    return hands.see(parts)[0]


def _board(hands: Hands) -> Board:
    board = hands.window.board
    assert isinstance(board, Board)
    return board


def _rows(hands: Hands, start: str = "w2/social") -> list[int]:
    rows = _board(hands).model.rows
    return hands.see(lambda: [n for n, row in enumerate(rows) if row.tile and row.tile.piece.startswith(start)])


def _edit(hands: Hands, piece: str, field: str) -> str | None:
    return hands.see(lambda: hands.window.workspace.document.project.edits.text(piece, field))


def _in_sight(hands: Hands, part: QWidget) -> None:
    """Scroll the panel that a part is in until the part is seen."""

    def show() -> None:
        area = part.parentWidget()
        while area is not None:
            if hasattr(area, "ensureWidgetVisible"):
                area.ensureWidgetVisible(part)
            area = area.parentWidget()

    hands.see(show)
    hands.rest()


def _open(hands: Hands, piece: str) -> EditorPage:
    hands.see(lambda: hands.window.workspace.opened.emit(piece))
    page = _find(hands, EditorPage)
    hands.until(lambda: page.shown is not None and not page.shown.request.draft, "the piece is drawn")
    hands.rest(1)
    return page


def tiles_by_hand(hands: Hands) -> None:
    """The board: clicks with Ctrl, double-click, Enter, boxes, the wheel, Esc, and the menu of a section."""
    board, workspace = _board(hands), hands.window.workspace
    view, bar = board.view, board.view.verticalScrollBar()
    first, second = _rows(hands)[:2]
    spot = hands.item(view, first)
    hands.click(spot)
    with hands.held("ctrl"):
        hands.click(hands.item(view, second))
    _same(hands.see(lambda: len(workspace.selection)), 2)
    zoom = hands.see(lambda: view.zoom)
    with hands.held("ctrl"):
        hands.wheel(spot, 2)
    assert hands.see(lambda: view.zoom) > zoom
    hands.rest(1)
    hands.see(lambda: bar.setValue(0))
    hands.wheel(hands.place(view.viewport()), -3)
    hands.until(lambda: bar.value() > 0, "the wheel scrolls")
    hands.key("ctrl+0")
    hands.rest(1)
    wanted = hands.see(lambda: board.model.rows[first].tile.piece)  # type: ignore[union-attr]
    for openly in (lambda: hands.double_click(hands.item(view, first)), lambda: hands.key("Return")):
        openly()
        page = _find(hands, EditorPage)
        hands.until(lambda page=page: page.controller.piece == wanted, "the piece is open")  # type: ignore[misc]
        hands.rest(1)
        hands.click(hands.place(page.stage.viewport(), QPoint(3, 3)))
        hands.key("Escape")
        hands.until(view.isVisible, "Esc leads back to the board")
        hands.rest()
        hands.click(hands.item(view, first))
    hands.see(lambda: bar.setValue(0))
    hands.rest(1)
    header = _find(hands, SectionHeader)
    hands.click(hands.place(header, QPoint(60, header.height() // 2)), RIGHT)
    assert hands.entries()
    hands.key("Escape")
    _filter(hands, board, first)
    tabs = board.weeks.tabs
    now, last = hands.see(lambda: (tabs.currentIndex(), tabs.count() - 1))
    hands.see(tabs.setFocus)
    for key, place in (("End", last), ("Home", 0)):
        hands.key(key)
        hands.until(lambda place=place: tabs.currentIndex() == place, f"{key} leads there")  # type: ignore[misc]
    hands.see(lambda: tabs.setCurrentIndex(now))


def _filter(hands: Hands, board: Board, row: int) -> None:
    """Esc empties the field that finds pieces, and on the board takes the filter away."""
    view = board.view
    hands.key("ctrl+f")
    hands.type("hotline")
    hands.until(lambda: board.model.view.filtered, "pieces are found")
    hands.key("Escape")
    hands.until(lambda: not board.model.view.filtered, "Esc empties the field")
    hands.key("ctrl+f")
    hands.type("hotline")
    hands.until(lambda: board.model.view.filtered, "pieces are found")
    hands.rest(1)
    left = hands.see(lambda: [n for n, one in enumerate(board.model.rows) if one.tile])
    hands.click(hands.item(view, left[0]))
    hands.key("Escape")
    hands.until(lambda: not board.model.view.filtered, "Esc shows everything")


def stage_by_hand(hands: Hands) -> None:
    """The piece in the editor: the view, the crop by keys, a drawn person, words, and the wheel over a slider."""
    page = _open(hands, PIECE)
    stage = page.stage
    hands.click(hands.place(stage.viewport(), QPoint(4, 4)))
    before = hands.see(lambda: stage.transform().m11())
    hands.key("plus", "plus")
    assert hands.see(lambda: stage.transform().m11()) > before
    with hands.held("ctrl"):
        hands.wheel(hands.place(stage.viewport()), -1)
    hands.key("ctrl+0")
    hands.rest()
    _same(hands.see(lambda: round(stage.transform().m11(), 3)), round(before, 3))
    hands.wheel(hands.place(stage.viewport()), 4)
    hands.rest(1)
    cropped = _edit(hands, PIECE, FOCUS)
    hands.key("Right", "shift+Down")
    hands.until(
        lambda: page.controller.workspace.document.project.edits.text(PIECE, FOCUS) != cropped, "arrows move it"
    )
    slider = page.inspector.picture.slider
    _in_sight(hands, slider)
    value = hands.see(slider.value)
    hands.wheel(hands.place(slider), -2)
    _same(hands.see(slider.value), value)  # the panel scrolls, the picture stays
    _people_by_hand(hands, page)
    _words_by_hand(hands, page)
    page = _open(hands, "w2/print/proclamation")
    line = _find(hands, LineField, page)
    _in_sight(hands, line)
    hands.click(hands.place(line))
    hands.type("Mayor")
    hands.until(lambda: line.words() == "Mayor", "a name is typed")
    page = _open(hands, SLIDE)
    field = _find(hands, LinesField, page)
    _in_sight(hands, field)
    words = hands.see(field.words)
    hands.click(hands.place(field))
    hands.key("ctrl+End")
    hands.type(" Zuversicht")
    hands.until(lambda: field.words() != words, "words are typed")
    hands.key("ctrl+z")
    hands.key("Escape")
    hands.until(stage.hasFocus, "Esc leads from a field to the picture")
    hands.key("Escape")
    hands.until(lambda: not page.isVisible(), "and from there back to the board")


def _people_by_hand(hands: Hands, page: EditorPage) -> None:
    document = hands.window.workspace.document
    hands.see(lambda: document.edit("Change picture", PIECE, PICTURE, DRAWING))
    hands.until(lambda: page.stage.people, "people are drawn")
    hands.rest(1)

    def head() -> QPoint:
        spot = page.stage.mapFromScene(*page.stage.people[0].head.center)
        return page.stage.viewport().mapToGlobal(spot)

    hands.click(hands.see(head), RIGHT)
    assert hands.entries()
    hands.key("Escape")
    hands.click(hands.see(head))
    hands.until(page.object_bar.isVisible, "a click on a head brings the bar")
    first = hands.see(lambda: page.stage.people[0].person)
    hands.click(hands.place(page.object_bar.other))
    hands.until(lambda: page.stage.people[0].person != first, "somebody else is there")
    hands.key("Escape")
    hands.until(lambda: not page.object_bar.isVisible(), "Esc puts the bar away")


def _words_by_hand(hands: Hands, page: EditorPage) -> None:
    def over_words() -> QPoint:
        shown = page.stage.page
        texts = placed_texts(shown.nodes if shown is not None else ())
        block = next(one.block for one in texts if any(part.path == "head" for part in one.block.written))
        letter = caret(block, shown_at(block, "head", 2))
        return page.stage.viewport().mapToGlobal(page.stage.mapFromScene(letter.x, letter.y + letter.height / 2))

    hands.double_click(hands.see(over_words))
    hands.until(page.typing.mirror.hasFocus, "the caret is in the words")
    assert hands.see(lambda: page.typing.mirror.textCursor().selectedText())
    for asks in (lambda: hands.click(hands.see(over_words), RIGHT), lambda: hands.key("Menu")):
        asks()
        assert len(hands.entries()) >= 4
        hands.key("Escape")
        hands.until(page.typing.mirror.hasFocus, "the menu of the words leaves the caret in them")
    hands.key("Escape")
    hands.key("ctrl+l")
    hands.until(page.inspector.words.list.hasFocus, "the list of all words has the keys")
    hands.key("Home", "Return")
    hands.until(page.typing.mirror.hasFocus, "Enter leads to the words on the picture")
    hands.key("Escape")


def strip_by_keys(hands: Hands) -> None:
    """The strip of slides: arrows open, Alt with arrows moves, Delete leaves out, Esc leads back."""
    _open(hands, SLIDE)
    strip = _find(hands, PieceList)
    hands.until(lambda: strip.list.count() > 5, "the strip shows the deck")
    hands.rest(1)
    hands.click(hands.item(strip.list, 2))
    hands.until(lambda: strip.controller.piece.endswith("/3"), "slide 3 is open")
    hands.key("Down")
    hands.until(lambda: strip.controller.piece.endswith("/4"), "slide 4 is open")
    hands.key("alt+Up")
    hands.rest(1)
    _same(hands.see(lambda: [card.key.rpartition("/")[2] for card in strip.list.cards][:4]), ["1", "2", "4", "3"])
    hands.key("ctrl+z")
    hands.rest()
    hands.key("Escape")
    hands.until(lambda: not strip.isVisible(), "Esc leads back to the board")


def pick_by_keys(hands: Hands) -> None:
    """Another picture for a piece by keys alone; Delete in the library takes a photo out of the kit."""
    board = _board(hands)
    row = hands.see(lambda: board.model.rows_of_piece(PIECE)[0])
    hands.click(hands.item(board.view, row))
    hands.key("ctrl+shift+p")
    picker = _find(hands, PicturePicker)
    hands.key("Right")
    hands.type("g")
    hands.rest(1)
    hands.key("Escape")
    hands.rest(0.5)
    hands.key("Down", "Down", "Return")
    hands.until(lambda: not picker_open(), "the sheet is closed")
    del picker
    assert _edit(hands, PIECE, PICTURE)
    hands.key("ctrl+2")
    page = _find(hands, PicturesPage)
    hands.rest(1)
    count = hands.see(lambda: len(hands.window.workspace.document.project.photos))
    hands.click(hands.item(page.list, 0))
    _faces(hands, page)
    hands.click(hands.item(page.list, 0))
    hands.key("Delete")
    hands.until(lambda: len(hands.window.workspace.document.project.photos) == count - 1, "the photo is gone")


def _faces(hands: Hands, page: PicturesPage) -> None:
    """A click on a photo marks a face; its ring moves by an arrow and goes by Delete."""

    def faces() -> tuple[FaceBox, ...]:
        photo = page.controller.photo()
        assert photo is not None
        return photo.faces or ()

    def answer(people: People) -> None:
        photo = page.controller.photo()
        assert photo is not None
        page.controller.record("Who is in it", replace(photo, people=people))

    hands.see(lambda: answer("staff"))
    picture = _find(hands, FacePicture)
    _in_sight(hands, picture)
    hands.rest(1)
    hands.click(hands.place(picture))
    hands.until(lambda: len(faces()) == 1, "a click marks a face")
    before = hands.see(faces)[0]
    hands.see(picture.rings[0].setFocus)
    hands.key("Right")
    hands.until(lambda: faces()[0].left > before.left, "an arrow moves the ring")
    hands.key("Delete")
    hands.until(lambda: not faces(), "Delete takes the face away")
    hands.see(lambda: answer("nobody"))


def room_by_hand(hands: Hands) -> None:
    """The kit on the table: a number and the wheel lead to other rooms, an object has a menu and opens by Enter."""
    hands.key("ctrl+4")
    page = _find(hands, RoomPage)
    hands.rest(1)
    thing = _find(hands, PlaceButton, page)
    hands.click(_inside(hands, thing), RIGHT)
    assert hands.entries()
    hands.key("Escape")
    hands.see(thing.setFocus)
    hands.key("Return")
    editor = _find(hands, EditorPage)
    hands.key("Escape")
    hands.until(lambda: not editor.isVisible() and page.isVisible(), "Esc leads back to the table")
    before = hands.see(lambda: page.room)
    hands.wheel(_inside(hands, _find(hands, PlaceButton, page)), -2)
    hands.until(lambda: page.room != before, "the wheel leads to another room")
    before = hands.see(lambda: page.room)
    number = hands.see(lambda: [name == before for name in page.dots].index(False) + 1)
    hands.see(page.view.focus_first)
    hands.key(str(number))
    hands.until(lambda: page.room != before, "a number leads to its room")


def _inside(hands: Hands, thing: PlaceButton) -> QPoint:
    """A point of an object, which is not a rectangle."""
    return hands.see(lambda: thing.mapToGlobal(thing.mask().begin().center()))


def picker_open() -> bool:
    """Whether the sheet of pictures is there."""
    return any(isinstance(one, PicturePicker) and one.isVisible() for one in QApplication.topLevelWidgets())


def brand_by_hand(hands: Hands) -> None:
    """Colors: dragged onto a role, given by key, picked in the square and on the screen; the logo's menu and key."""
    project = hands.window.workspace.document
    part = hands.window.strip.findChild(QWidget, "colors")
    assert isinstance(part, QWidget)
    hands.click(hands.place(part))
    page = _find(hands, ColorsCard)
    hands.until(lambda: sum(one.isVisible() for one in page.swatches) > 1, "the logo's colors are found")
    hands.rest(1)
    main, second = page.rows["main"], page.rows["second"]
    color = hands.see(lambda: page.swatches[1].color)
    hands.drag(hands.place(page.swatches[1]), hands.place(main, QPoint(90, 12)))
    _same(hands.see(lambda: main.swatch.color), color)
    hands.click(hands.place(page.swatches[0]))
    assert hands.entries()
    hands.key("Escape")
    hands.until(page.swatches[0].hasFocus, "the swatch has the focus again")
    hands.key("1")
    hands.until(lambda: main.swatch.color != color, "a key gives the color")
    hands.click(hands.place(main.swatch))
    popup = _find(hands, ColorPopup)
    colors = [hands.see(lambda: main.swatch.color)]
    for act in (lambda: hands.click(hands.place(popup.square, QPoint(150, 40))), lambda: hands.key("shift+Left")):
        act()
        hands.rest()
        colors.append(hands.see(lambda: main.swatch.color))
    assert len(set(colors)) == 3, colors
    hands.key("Escape")
    hands.until(lambda: not popup.isVisible(), "Esc closes the colors")
    _on_screen(hands, page)
    hands.click(hands.place(second.hex))
    hands.key("Escape")
    hands.until(lambda: not page.isVisible(), "Esc goes back")
    drop = _find(hands, LogoBox)
    hands.click(hands.place(drop), RIGHT)
    assert "Remove the logo" in hands.entries()
    hands.key("Escape")
    hands.see(drop.setFocus)
    hands.key("Delete")
    hands.until(lambda: project.project.brand.logo is None, "the logo is removed")


def _on_screen(hands: Hands, page: ColorsCard) -> None:
    """A color of the screen: arrows aim, a click takes it, Esc takes none."""
    for end in (lambda: hands.key("Left", "Escape"), lambda: hands.click(QPoint(700, 450))):
        hands.see(lambda: page.pick_on_screen("second"))
        _find(hands, ScreenOverlay)
        hands.rest(0.5)
        end()
        hands.until(lambda: not page.popup.screen_picker.sheets, "the screen is free again")
        hands.do("windowfocus", "--sync", hands.see(lambda: int(hands.window.winId())))


def files_from_outside(hands: Hands) -> None:
    """Files dragged from another program: onto a piece, the library, the logo, a font row, and a toolkit.

    What is decided in the list of the toolkit is taken back there.
    """
    from tests.gui.pictures_fixtures import write_photo

    window, project, board = hands.window, hands.window.workspace.document, _board(hands)
    home = Path.home()
    hands.rest(2)
    row = hands.see(lambda: board.model.rows_of_piece(PIECE)[0])
    hands.item(board.view, row)
    hands.rest(1)
    hands.drop_file(write_photo(home / "field.jpg"), hands.item(board.view, row))
    hands.until(lambda: len(project.project.photos) == 3, "the photo is in the kit")
    hands.until(lambda: project.project.edits.text(PIECE, PICTURE), "and in the piece")
    _find(hands, WhoCard)
    hands.rest()
    hands.key("Tab", "Return")
    hands.until(lambda: project.project.photos[-1].people == "nobody", "keys answer who is in it")
    hands.see(lambda: window.show_panel(""))
    hands.key("Escape", "ctrl+2")
    library = _find(hands, PicturesPage)
    hands.rest(1)
    hands.drop_file(write_photo(home / "harbor.jpg"), hands.place(library))
    hands.until(lambda: len(project.project.photos) == 4, "another photo is in the kit")
    hands.see(lambda: window.show_panel(""))
    hands.see(lambda: window.open_card("design"))
    page = _find(hands, DesignCard)
    hands.rest(1)
    fonts = page.fonts["text"]
    _in_sight(hands, fonts)
    face = next((ROOT / "assets" / "fonts").rglob("Arimo*.ttf"))
    hands.drop_file(face, hands.place(fonts, QPoint(60, 20)))
    hands.until(lambda: project.project.brand.text_font, "the font is used")
    (home / "toolkit.md").write_text(TOOLKIT, encoding="utf-8")
    hands.drop_file(home / "toolkit.md", hands.place(window.center))
    found = _find(hands, ImportPage)
    hands.until(lambda: found.table.isVisible() and found.table.model().rowCount() > 1, "the toolkit is read")
    hands.rest(1)
    hands.click(hands.item(found.table, 0, 2))
    used = hands.see(lambda: [one.item.use for one in found.controller.rows])
    hands.key("space")
    assert hands.see(lambda: [one.item.use for one in found.controller.rows]) != used
    hands.key("ctrl+z")
    _same(hands.see(lambda: [one.item.use for one in found.controller.rows]), used)


TOOLKIT = """# Prevention month toolkit

## Week 2: Fair work

Every worker has the right to be paid and to keep their own papers.

- Ask who recruits the workers of your suppliers.
- Put the hotline where every shift can see it.

### Social posts

Post 1: A fair job leaves your passport with you. #FairWork
"""


def checks_and_show(hands: Hands) -> None:
    """Rows of checks by mouse and keys; a deck is shown, with the speaker's window; a choice in an error."""
    window = hands.window
    hands.key("ctrl+k")
    panel = _find(hands, ChecksPanel)
    hands.until(lambda: len([one for one in panel.rows.values() if one.isVisible()]) > 1, "checks are there")
    hands.rest(1)
    row = hands.see(lambda: next(one for one in panel.rows.values() if one.isVisible()))
    _in_sight(hands, row)
    hands.click(hands.place(row.title))
    _same(hands.see(row.hasFocus), True)
    hands.key("Down")
    _same(hands.see(row.hasFocus), False)
    hands.key("Escape")
    hands.until(lambda: not panel.isVisible(), "Esc closes the panel")
    hands.key("ctrl+1", "F5")
    room = _find(hands, RoomWindow)
    show = room.running
    hands.rest(1)
    hands.do("windowfocus", "--sync", hands.see(lambda: int(room.winId())))
    places = [hands.see(lambda: show.index)]
    middle = hands.place(room)
    for act in (lambda: hands.click(middle), lambda: hands.key("Right"), lambda: hands.click(middle, RIGHT)):
        act()
        hands.rest()
        places.append(hands.see(lambda: show.index))
    _same(places, [places[0], places[0] + 1, places[0] + 2, places[0] + 1])
    for key, state in (
        ("h", lambda: show.help),
        ("b", lambda: show.black),
        ("Next", lambda: show.index == places[-1] + 1),
    ):
        hands.key(key)
        hands.until(state, f"{key} is heard")
    screen = QGuiApplication.primaryScreen
    presenter = hands.see(lambda: next(one for one in window.findChildren(Presenter) if one.running is show))
    hands.see(lambda: presenter.arrange(screen(), screen()))  # as with two screens
    hands.rest(1)
    speaker = presenter.speaker
    hands.do("windowfocus", "--sync", hands.see(lambda: int(speaker.winId())))
    hands.key("Home")
    hands.until(lambda: show.index == 0, "the speaker's keys steer the show")
    hands.key("Escape")
    hands.until(lambda: not any(isinstance(one, RoomWindow) for one in QApplication.topLevelWidgets()), "it is over")
    hands.rest()
    _choice(hands)


def _choice(hands: Hands) -> None:
    """The words of a choice in an error are clicked."""
    ways = (WayOut("Try again", "Try", lambda: None), WayOut("Choose another folder", "Choose", lambda: None))
    dialog = hands.see(lambda: ErrorDialog(Failure("No", "The folder is full.", "", ways), hands.window.workspace))
    hands.see(dialog.open)
    time_over = hands.see(lambda: dialog.radios[1])
    words = hands.see(lambda: next(one for one in dialog.findChildren(QWidget) if type(one).__name__ == "ChoiceLabel"))
    del words
    label = hands.see(
        lambda: [
            one for one in dialog.findChildren(QWidget) if type(one).__name__ == "ChoiceLabel" and one.isVisible()
        ][1]
    )
    hands.click(hands.place(label))
    _same(hands.see(time_over.isChecked), True)
    hands.see(dialog.reject)
    hands.rest()


def tables_and_days(hands: Hands) -> None:
    """Rows of partners, the page of texts, days and times of the calendar by keys and double-click."""
    workspace = hands.window.workspace
    hands.see(lambda: workspace.page_wanted.emit("partners"))
    page = _find(hands, PartnersPage)
    hands.see(lambda: page.controller.paste("organization\nAlpha\nBeta\n"))
    hands.until(lambda: len(page.controller.rows) == 2 and page.table.isVisible(), "the list is read")
    hands.until(lambda: not page.controller.count("checking"), "both rows are checked, and lines above the table shown")
    hands.rest(1)
    hands.click(hands.item(page.table, 1))
    ticked = hands.see(lambda: [row.ticked for row in page.controller.rows])
    hands.key("space")
    _same(hands.see(lambda: [row.ticked for row in page.controller.rows]), [ticked[0], not ticked[1]])
    hands.see(lambda: workspace.opened.emit("w2/copy/newsletter"))
    words = _find(hands, WordsPage)
    hands.rest(1)
    hands.see(words.browser.setFocus)
    hands.key("Escape")
    hands.until(lambda: not words.isVisible(), "Esc leads back to the board")
    hands.key("ctrl+3")
    calendar = _find(hands, CalendarPage)
    hands.rest(1)
    view, desk = calendar.view, calendar.controller
    post = hands.see(lambda: next(one for one in desk.posts() if not one.fixed and one.week == 2 and one.day))

    def chip() -> QPoint:
        now = desk.post(post.piece)
        assert now is not None
        assert now.day is not None
        index = view.month.index_of(now.day)
        chips = view.days.chips(view.visualRect(index), index, view.fontMetrics())
        place = next(place for one, place in chips if one.piece == post.piece)
        return view.viewport().mapToGlobal(place.center())

    hands.click(hands.see(chip))
    hands.key("alt+Right")
    hands.until(lambda: (now := desk.post(post.piece)) is not None and now.day != post.day, "the post is moved by key")
    hands.rest(1)
    hands.double_click(hands.see(chip))
    time = _find(hands, TimeField)
    _in_sight(hands, time)
    before = hands.see(time.time)
    hands.click(hands.place(time, QPoint(14, time.height() // 2)))
    hands.key("ctrl+a")
    hands.type("7")
    hands.until(lambda: time.time() != before, "the hour is typed")
    _keys_of_files(hands)


def _keys_of_files(hands: Hands) -> None:
    """Enter in the list of exported files unfolds a folder."""
    from htpm_studio.gui.features.export.result import FileTree

    window, workspace = hands.window, hands.window.workspace
    hands.key("ctrl+1")
    hands.see(lambda: workspace.select(("w2/print/flyer", "w2/print/checklist")))
    hands.see(workspace.actions["export_piece"].trigger)
    hands.see(lambda: window.show_panel("export"))
    panel = _find(hands, ExportPanel)
    hands.until(lambda: panel.exporter.state == "done", "the export ends")
    tree = _find(hands, FileTree)
    folder = hands.see(lambda: tree.topLevelItem(0))
    assert folder is not None
    unfolded = hands.see(folder.isExpanded)
    hands.click(hands.see(lambda: tree.viewport().mapToGlobal(tree.visualItemRect(folder).center())))
    hands.key("Return")
    _same(hands.see(folder.isExpanded), not unfolded)


SCENARIOS: dict[str, Callable[[Hands], None]] = {
    one.__name__: one
    for one in (
        tiles_by_hand, stage_by_hand, strip_by_keys, pick_by_keys, room_by_hand, brand_by_hand, files_from_outside,
        checks_and_show, tables_and_days,
    )
}  # fmt: skip
