"""Card sheets: where each card lies, what agrees after the flip, what a screen reader hears, strict sheet data."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from htpm_studio.compose.imposition import SheetCard, impose
from htpm_studio.errors import StudioError
from htpm_studio.scene.nodes import Document, Group, Page, Shape, TextBlock
from htpm_studio.scene.walk import walk
from htpm_studio.units import POINTS_PER_MM, Box
from tests.helpers.deck_slides import TEAL
from tests.helpers.page_dump import dump
from tests.helpers.print_pages import BOOK, EDGE, SHEETS, card, card_page, line_ends, read_aloud, sheet

PRECISE = 0.1 * POINTS_PER_MM
SIDES = ("front", "back")
INCH, MM = 72.0, POINTS_PER_MM


def cards_on(page: Page) -> list[Group]:
    return [node for node in page.nodes if isinstance(node, Group) and node.name.startswith(("outside", "inside"))]


def near(box: Box, x: float, y: float, width: float, height: float) -> bool:
    found = (box.x, box.y, box.width, box.height)
    return all(abs(a - b) <= PRECISE for a, b in zip(found, (x, y, width, height), strict=True))


def named(page: Page, name: str) -> Group:
    return next(node for node in walk(page.nodes) if isinstance(node, Group) and node.name == name)


# ------------------------------------------------------------------ geometry


@pytest.mark.parametrize("side", SIDES)
def test_letter_cards_lie_where_the_card_stock_has_them(side: str) -> None:
    page = sheet("card-10up")[SIDES.index(side)]
    assert (page.size.width, page.size.height) == (612, 792)
    places = [(column, row) for row in range(5) for column in range(2)]
    for box, (column, row) in zip((group.box for group in cards_on(page)), places, strict=True):
        assert near(box, (0.75 + 3.5 * column) * INCH, (0.5 + 2 * row) * INCH, 3.5 * INCH, 2 * INCH)


@pytest.mark.parametrize("side", SIDES)
def test_a4_cards_lie_in_the_middle_of_the_page(side: str) -> None:
    page = sheet("card-10up-a4")[SIDES.index(side)]
    places = [(column, row) for row in range(5) for column in range(2)]
    for box, (column, row) in zip((group.box for group in cards_on(page)), places, strict=True):
        assert near(box, (20 + 85 * column) * MM, (11 + 55 * row) * MM, 85 * MM, 55 * MM)


@pytest.mark.parametrize("sheet_id", SHEETS)
def test_what_is_inside_a_card_moves_with_it(sheet_id: str) -> None:
    single = card_page("print/card-outside", SHEETS[sheet_id], "en")
    first = cards_on(sheet(sheet_id)[0])[0]
    at_home = [node for node in walk(single.nodes) if isinstance(node, TextBlock)]
    placed = [node for node in walk(first.children) if isinstance(node, TextBlock)]
    for old, new in zip(at_home, placed, strict=True):
        assert new.text == old.text
        assert new.box.x - old.box.x == pytest.approx(first.box.x)
        assert new.lines[0].baseline - old.lines[0].baseline == pytest.approx(first.box.y)
        assert new.lines[0].runs[0].x - old.lines[0].runs[0].x == pytest.approx(first.box.x)


@pytest.mark.parametrize("sheet_id", SHEETS)
@pytest.mark.parametrize("languages", [("en",), ("en", "es"), ("es", "en", "en")])
def test_both_sides_of_a_card_agree_after_the_flip_on_the_long_edge(sheet_id: str, languages: tuple[str, ...]) -> None:
    both = sheet(sheet_id, languages)
    width = both[0].size.width
    backs = {(round(width - group.box.right), round(group.box.y)): group for group in cards_on(both[1])}
    assert len(cards_on(both[0])) == len(backs) == 10
    for front in cards_on(both[0]):
        back = backs[round(front.box.x), round(front.box.y)]
        assert front.name.split()[1] == back.name.split()[1]
        assert back.box.x == pytest.approx(width - front.box.right, abs=PRECISE)


def test_languages_alternate_by_column() -> None:
    both = sheet("card-10up")
    assert [group.name for group in cards_on(both[0])] == ["outside en", "outside es"] * 5
    assert [group.name for group in cards_on(both[1])] == ["inside es", "inside en"] * 5


# ------------------------------------------------------------------ margins


@pytest.mark.parametrize("sheet_id", SHEETS)
@pytest.mark.parametrize("side", SIDES)
def test_ticks_point_at_every_cut_from_outside_of_the_cards(sheet_id: str, side: str) -> None:
    page: Page = sheet(sheet_id)[SIDES.index(side)]
    block = BOOK.sheets[sheet_id].block
    ticks = [line_ends(node) for node in named(page, "cut marks").children]
    assert len(ticks) == 2 * 3 + 2 * 6
    columns = {round(x, 1) for x, _, other, _ in ticks if x == other}
    rows = {round(y, 1) for _, y, _, other in ticks if y == other}
    assert columns == {round(block.x + n * block.width / 2, 1) for n in range(3)}
    assert rows == {round(block.y + n * block.height / 5, 1) for n in range(6)}
    bleed = Box(block.x - 2.8, block.y - 2.8, block.width + 5.6, block.height + 5.6)
    for x, y, right, bottom in ticks:
        tick = Box(x - 0.25, y - 0.25, right - x + 0.5, bottom - y + 0.5)
        assert not tick.overlaps(bleed)
        assert max(right - x, bottom - y) > 5
        assert min(x, y) >= EDGE - 0.01
        assert right <= page.size.width - EDGE + 0.01
        assert bottom <= page.size.height - EDGE + 0.01


@pytest.mark.parametrize(("sheet_id", "length"), [("card-10up", INCH), ("card-10up-a4", 50 * MM)])
@pytest.mark.parametrize("notes", ["en", "es"])
def test_ruler_has_its_length_and_notes_meet_nothing(sheet_id: str, length: float, notes: str) -> None:
    page = sheet(sheet_id, notes=notes)[0]
    ruler = named(page, "ruler")
    x, _, right, _ = line_ends(ruler.children[0])
    assert right - x == pytest.approx(length, abs=PRECISE / 10)
    lines = [node.box for node in [*named(page, "cut marks").children, *ruler.children] if isinstance(node, Shape)]
    cards = [group.box for group in cards_on(page)]
    blocks = [node for node in walk(named(page, "notes").children) if isinstance(node, TextBlock)]
    assert len(blocks) == 4
    for block in blocks:
        says = Box(block.lines[0].x, block.lines[0].baseline - 6, block.lines[0].width, 8)
        assert Box(EDGE, EDGE, page.size.width - 2 * EDGE, page.size.height - 2 * EDGE).contains(says, 0.5)
        assert not any(says.overlaps(card) for card in cards)
        fat = [Box(line.x - 1, line.y - 1, line.width + 2, line.height + 2) for line in lines]
        assert not any(says.overlaps(line) for line in fat)


@pytest.mark.parametrize("notes", ["en", "es"])
def test_sheet_says_how_to_print_what_it_fits_and_which_side_it_is(notes: str) -> None:
    both = sheet("card-10up", notes=notes)
    front, back = ([node.text for node in walk(page.nodes) if isinstance(node, TextBlock)][:4] for page in both)
    assert "100" in front[0]
    assert "Avery® 5371" in front[2]
    assert "1\u00a0in" in front[3] or "1 in" in front[3]
    assert front[1] != back[1]
    assert {front[0], front[2], front[3]} <= set(back)


def test_ground_runs_past_the_outer_cuts_only() -> None:
    page = sheet("card-10up")[0]
    bleed = next(node for node in page.nodes if isinstance(node, Shape) and node.name == "bleed")
    assert bleed.fill == card_page("print/card-outside", "card", "en").ground
    assert near(bleed.box, 0.71 * INCH, 0.46 * INCH, 7.08 * INCH, 10.08 * INCH)


# ------------------------------------------------------------------ what is heard


@pytest.mark.parametrize("side", SIDES)
def test_each_language_is_heard_once(side: str) -> None:
    page = sheet("card-10up")[SIDES.index(side)]
    sections = [node.name for node in read_aloud(page.nodes) if isinstance(node, Group) and node.tag == "Sect"]
    assert sorted(name.split()[1] for name in sections) == ["en", "es"]
    heads = [node.language for node in read_aloud(page.nodes) if isinstance(node, TextBlock) and node.tag == "H1"]
    assert sorted(heads) == ["en", "es"]


def test_sheet_becomes_a_tagged_file_of_two_pages() -> None:
    from htpm_studio.render.pdf.document import render_pdf

    both = sheet("card-10up")
    data = render_pdf(Document("Cards", "Riverbend Coalition", "en", both))
    assert data.startswith(b"%PDF-1.7")
    assert data == render_pdf(Document("Cards", "Riverbend Coalition", "en", both))


@pytest.mark.parametrize("side", SIDES)
def test_sheet_is_the_reference(side: str, golden: Callable[[str, str], None]) -> None:
    golden(f"print/sheet-{side}", dump(sheet("card-10up")[SIDES.index(side)]))


# ------------------------------------------------------------------ mistakes


def test_a_card_of_another_size_is_refused() -> None:
    with pytest.raises(StudioError, match="does not have the size"):
        impose([card("card-a4", "en")], BOOK.sheets["card-10up"], BOOK.notes_in("en"), TEAL, "Cards")


def test_no_card_is_refused() -> None:
    none: list[SheetCard] = []
    with pytest.raises(StudioError, match="at least one card"):
        impose(none, BOOK.sheets["card-10up"], BOOK.notes_in("en"), TEAL, "Cards")


def test_unknown_language_gets_english_notes() -> None:
    assert BOOK.notes_in("fr") == BOOK.notes_in("en")
