"""Card sheets: where each card lies, what agrees after the flip, what a screen reader hears, strict sheet data."""

from __future__ import annotations

import pytest

from htpm_studio.scene.nodes import Group, Page, Shape, TextBlock
from htpm_studio.scene.walk import walk
from htpm_studio.units import POINTS_PER_MM, Box
from tests.helpers.print_pages import EDGE, SHEETS, line_ends, read_aloud, sheet

PRECISE = 0.1 * POINTS_PER_MM
SIDES = ("front", "back")
INCH, MM = 72.0, POINTS_PER_MM


def cards_on(page: Page) -> list[Group]:
    return [node for node in page.nodes if isinstance(node, Group) and node.name.startswith(("outside", "inside"))]


def named(page: Page, name: str) -> Group:
    return next(node for node in walk(page.nodes) if isinstance(node, Group) and node.name == name)


# ------------------------------------------------------------------ geometry


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


# ------------------------------------------------------------------ margins


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


# ------------------------------------------------------------------ what is heard


@pytest.mark.parametrize("side", SIDES)
def test_each_language_is_heard_once(side: str) -> None:
    page = sheet("card-10up")[SIDES.index(side)]
    sections = [node.name for node in read_aloud(page.nodes) if isinstance(node, Group) and node.tag == "Sect"]
    assert sorted(name.split()[1] for name in sections) == ["en", "es"]
    heads = [node.language for node in read_aloud(page.nodes) if isinstance(node, TextBlock) and node.tag == "H1"]
    assert sorted(heads) == ["en", "es"]
