"""Everything on paper: that it fits in each week, language and brand, keeps its margins, and says who can help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.page_breaks import SLACK, ListRow, paginate
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.pages.page_builder import compose, on_sheet, pages_of
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.scene.nodes import FormField, Group, Node, Page, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import POINTS_PER_MM, Box
from tests.helpers.deck_slides import crossing, weakest
from tests.helpers.print_pages import CARD_EDGE, EDGE, HANG, ink, line_ends, read_aloud
from tests.helpers.print_specs import all_pages, composed, kit, specs
from tests.helpers.sweeps import cases

PAPERS = ("letter", "a4")
PRECISE = 0.1 * POINTS_PER_MM
INCH, MM = 72.0, POINTS_PER_MM
SMALLEST = {"page": 9.0, "large": 18.0, "card": 7.5}
MOTIF = frozenset({"strand", "head"})


def page_of(path: str, number: int = 0) -> Page:
    return composed(path)[number].page


def named(page: Page, name: str) -> list[Group]:
    return [node for node in walk(page.nodes) if isinstance(node, Group) and node.name == name]


# ------------------------------------------------------------------ every piece


@pytest.mark.parametrize(
    ("week", "language", "sender", "papers"),
    [
        pytest.param(1, "en", "harbor", ("letter",), marks=pytest.mark.slow),
        pytest.param(2, "en", "prairie", PAPERS, marks=pytest.mark.slow),
        pytest.param(3, "es", "harbor", ("a4",), marks=pytest.mark.slow),
        pytest.param(4, "en", "long name", ("a4",), marks=pytest.mark.slow),
        (5, "es", "long name", ("letter",)),
    ],
)
def test_every_page_fits_keeps_its_margin_and_can_be_read(
    week: int, language: str, sender: str, papers: tuple[str, ...]
) -> None:
    for path, one in all_pages(week, language, sender, papers):
        page = upright(one.page)
        assert [finding.message for finding in one.findings] == [], path
        assert crossing(page) == [], path
        scale = next(canvas.scale for canvas in page_sizes() if canvas.size == page.size)
        scale = "large" if "large-print" in path else scale
        small = [(block.text, block.style.size) for block in texts(page) if block.style.size < SMALLEST[scale] - 0.01]
        assert small == [], path
        assert outside(page, CARD_EDGE if scale == "card" else EDGE) == [], path
        assert {text: ratio for text, ratio in weakest(page).items() if ratio < 4.5} == {}, path


def upright(page: Page) -> Page:
    """The page without what is turned on it: its boxes are those before the turn."""
    return replace(page, nodes=tuple(_upright(page.nodes)))


def _upright(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Group):
            if not node.turn:
                yield replace(node, children=tuple(_upright(node.children)))
        else:
            yield node


def outside(page: Page, edge: float) -> list[tuple[str, Box]]:
    """What of the print lies in the margin that printers leave white; drawings that are cut off there do not count."""
    room = Box(edge, edge, page.size.width - 2 * edge, page.size.height - 2 * edge)
    return [(name, box) for name, box in ink(page) if name not in MOTIF | {"ground"} and not room.contains(box, HANG)]


@pytest.mark.slow
def test_the_number_is_on_all_that_the_public_sees() -> None:
    silent = {
        path for path in specs()
        if "certificate" not in path  # it hangs on a wall
        and not any("1-888-373-7888" in block.text for one in composed(path) for block in texts(one.page))
    }  # fmt: skip
    assert silent == set()


# ------------------------------------------------------------------ large print


@pytest.mark.parametrize("paper", PAPERS)
def test_large_print_follows_the_words_of_its_piece_in_one_wide_column(paper: str) -> None:
    of = kit()
    edits = of.project.edits.changed(piece_id(of, "print/flyer"), "head", "Our own heading")
    changed = {one.path: one for one in print_specs(replace(of, project=replace(of.project, edits=edits)))}
    large = changed[f"print/{paper}/flyer-large-print.pdf"]
    assert large.pages[0].content["head"] == "Our own heading"
    assert large.title == "Our own heading, large print"
    for number in range(2):
        page = page_of(f"{paper}/checklist-large-print.pdf", number)
        assert {round(block.box.x) for block in texts(page) if block.tag == "LBody" and block.style.name == "body"}
        assert all(block.align == "left" for block in texts(page))
    heads = [[block.text for block in texts(one.page)] for one in composed(f"{paper}/checklist-large-print.pdf")]
    assert sum(said.count("This year") for said in heads) == 1
    assert "Page\xa02 of\xa02" in heads[1]


# ------------------------------------------------------------------ the long list


ROWS = st.lists(st.tuples(st.floats(10, 190), st.booleans()), min_size=1, max_size=30)


@given(ROWS, st.floats(200, 600), st.floats(200, 700), st.floats(200, 500))
@cases(150)
def test_pages_hold_all_rows_in_order_and_no_heading_is_last(
    given_rows: list[tuple[float, bool]], first: float, more: float, last: float
) -> None:
    rows = [ListRow(height / 4 if heading else height, heading) for height, heading in given_rows]
    pages = paginate(rows, first, more, last)
    assert [index for page in pages for index in page] == list(range(len(rows)))
    assert all(len(page) for page in pages)
    for number, page in enumerate(pages):
        room = more if number else first
        used = sum(rows[index].height for index in page)
        assert used <= room + SLACK or len(page) == 1 or all(rows[index].heading for index in page[:-1])
        alone = all(rows[index].heading for index in page)
        assert number == len(pages) - 1 or not rows[page[-1]].heading or alone
    assert sum(rows[index].height for index in pages[-1]) <= max(last, *(row.height for row in rows)) + SLACK


# ------------------------------------------------------------------ tents and cards


@pytest.mark.parametrize(
    ("path", "unit", "columns", "rows", "size", "start", "step", "bleed"),
    [
        ("letter/hotline-cards-8up.pdf", INCH, 2, 4, (3.5, 2.0), (0.5, 0.75), (4.0, 2.5), 0.0625),
        ("a4/hotline-cards-8up.pdf", MM, 2, 4, (85, 55), (15, 23.5), (95, 65), 1.6),
        ("letter/hotline-cards-fold.pdf", INCH, 2, 2, (3.5, 4.0), (0.75, 1.5), (3.5, 4.0), None),
        ("a4/hotline-cards-fold.pdf", MM, 2, 2, (85, 110), (20, 38.5), (85, 110), None),
    ],
)
def test_cards_lie_where_they_are_cut_on_both_sides(
    path: str,
    unit: float,
    columns: int,
    rows: int,
    size: tuple[float, float],
    start: tuple[float, float],
    step: tuple[float, float],
    bleed: float | None,
) -> None:
    spec = specs()[path]
    sides = on_sheet(spec, tuple(one.page for one in composed(path)), kit().page_inputs)
    places = [
        ((start[0] + column * step[0]) * unit, (start[1] + row * step[1]) * unit)
        for row in range(rows) for column in range(columns)
    ]  # fmt: skip
    for page in sides:
        cards = [node for node in page.nodes if isinstance(node, Group) and node.name.startswith(("outside", "inside"))]
        for card, (x, y) in zip(cards, places, strict=True):
            assert (card.box.x, card.box.y) == pytest.approx((x, y), abs=PRECISE)
            assert (card.box.width, card.box.height) == pytest.approx([side * unit for side in size], abs=PRECISE)
        grounds = [node.box for node in page.nodes if isinstance(node, Shape) and node.name == "bleed"]
        assert len(grounds) == (columns * rows if bleed else 1)
        for ground, (x, y) in zip(sorted(grounds, key=lambda box: (box.y, box.x)), places, strict=False):
            assert not bleed or (x - ground.x, y - ground.y) == pytest.approx([bleed * unit] * 2, abs=PRECISE)
    words = [[block.text for block in texts(page)] for page in sides]
    assert words[0].count("You have options.") == columns * rows // 2


def _plain_and_dashed(page: Page) -> Iterator[Shape]:
    yield from (node for node in named(page, "cut marks")[0].children if isinstance(node, Shape))


def test_a_folding_card_says_nothing_outside_and_shows_where_to_fold() -> None:
    spec = specs()["letter/hotline-cards-fold.pdf"]
    front, _ = on_sheet(spec, tuple(one.page for one in composed("letter/hotline-cards-fold.pdf")), kit().page_inputs)
    said = " ".join(block.text for block in texts(page_of("letter/hotline-cards-fold.pdf"))).lower()
    assert not [word for word in ("traffick", "hotline", "888", "harbor") if word in said]
    dashed = [line_ends(node)[1] for node in _plain_and_dashed(front) if node.stroke and node.stroke.dash]
    assert dashed == pytest.approx([3.5 * INCH, 3.5 * INCH, 7.5 * INCH, 7.5 * INCH], abs=PRECISE)


# ------------------------------------------------------------------ for the table at an event


@pytest.mark.parametrize("paper", PAPERS)
def test_tabs_are_heard_once_and_all_carry_the_number(paper: str) -> None:
    page = page_of(f"{paper}/tear-off.pdf")
    tabs = [node for node in walk(page.nodes) if isinstance(node, Group) and node.turn == -90]
    assert len(tabs) == 9
    for tab in tabs:
        said = " ".join(block.text for block in texts(replace(page, nodes=tab.children)))
        assert "1-888-373-7888" in said
        assert "traffick" not in said.lower()
        middle = tab.box.center
        turned = Box(middle[0] - tab.box.height / 2, middle[1] - tab.box.width / 2, tab.box.height, tab.box.width)
        assert Box(EDGE, 0, page.size.width - 2 * EDGE, page.size.height - EDGE).contains(turned, 0.5)
    spoken = [node.text for node in read_aloud(page.nodes) if isinstance(node, TextBlock)]
    assert spoken.count("1-888-373-7888") == 1


@pytest.mark.parametrize(("paper", "rows"), [("letter", 13), ("a4", 15)])
def test_the_sign_in_sheet_asks_for_nothing_that_exposes_people(paper: str, rows: int) -> None:
    page = page_of(f"{paper}/sign-in.pdf")
    heads = [block.text for block in texts(page) if block.tag == "TH"]
    assert heads == ["No.", "First name or initials (optional)", "Town or group (optional)"]
    said = " ".join(block.text.lower() for block in texts(page))
    assert not [word for word in ("email", "e-mail", "address", "last name", "why", "phone") if word in said]
    lines = [node for node in walk(page.nodes) if isinstance(node, Group) and node.tag == "TR"]
    assert len(lines) == rows + 1
    assert min(row.box.height for row in lines[1:]) >= 21


@pytest.mark.parametrize("paper", PAPERS)
def test_a_proclamation_that_is_too_long_for_a_page_goes_on_to_a_further_one(paper: str) -> None:
    of = kit()
    piece, edits = piece_id(of, "print/proclamation"), of.project.edits
    long = [
        f"Whereas, number {number} says a good deal, " + "and a little more of the same " * 16 for number in range(5)
    ]
    for number, text in enumerate(long):
        edits = edits.changed(piece, f"clauses.{number}", text.strip())
    changed = replace(of, project=replace(of.project, edits=edits))
    form = next(one for one in print_specs(changed) if one.path == f"print/{paper}/proclamation.pdf")
    made = [compose(page, changed.page_inputs) for page in pages_of(form, changed.page_inputs)]
    assert len(made) >= 2
    assert [finding for one in made for finding in one.findings] == []
    said = [[block.text.replace("\u00a0", " ") for block in texts(one.page)] for one in made]
    shown = [text for page in said for text in page if text.startswith("Whereas, number")]
    assert shown == [text.strip() for text in long[: len(shown)]]
    assert len(shown) == len(of.campaign.month.proclamation.clauses)
    signed = [
        any(isinstance(node, FormField) and node.label == "Date" for node in walk(one.page.nodes)) for one in made
    ]
    assert signed == [False] * (len(made) - 1) + [True]
    for page in pages_of(form, changed.page_inputs):
        own = page.content["clauses"]
        assert isinstance(own, tuple)
        assert [text in ("", whole.strip()) for text, whole in zip(own, long, strict=False)] == [True] * len(own)
        assert page.whole is not None
        assert page.whole["clauses"] == tuple(text.strip() for text in long[: len(own)])
