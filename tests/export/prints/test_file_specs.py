"""Everything on paper: that it fits in each week, language and brand, keeps its margins, and says who can help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.campaign.model import Handout, Resource
from htpm_studio.compose.page_breaks import SLACK, ListRow, paginate
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.page_builder import compose, on_sheet, page_count, pages_of
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.export.prints.resources import resource_rows
from htpm_studio.export.texts.articles import proclamation_blocks
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import FormField, Group, Node, Page, Picture, Shape, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import POINTS_PER_MM, Box
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import around, crossing, weakest
from tests.helpers.print_pages import BOOK, CARD_EDGE, EDGE, HANG, ink, line_ends, read_aloud
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


@pytest.mark.slow
def test_a_plate_goes_around_its_logo_and_no_further() -> None:
    found = 0
    for path, one in all_pages(2, "en", "pale column", ("letter",)):
        nodes = list(walk(upright(one.page).nodes))
        for logo in (node.box for node in nodes if isinstance(node, Picture) and node.name == "logo"):
            assert [node for node in nodes if isinstance(node, Shape) and around(node.box, logo)], path
            found += 1
    assert found > 10


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


def test_each_paper_has_the_same_pieces_with_names_of_their_own() -> None:
    by_paper = {paper: [one for path, one in specs().items() if path.startswith(f"{paper}/")] for paper in PAPERS}
    groups = {paper: [(one.group, one.format) for one in found] for paper, found in by_paper.items()}
    assert groups["letter"] == groups["a4"]
    assert len(set(groups["letter"])) == len(groups["letter"])
    for found in by_paper.values():
        assert len({(one.title, one.format) for one in found}) == len(found)


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


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("week", [2, 4])
def test_a_long_list_goes_on_with_head_and_number_and_never_splits_an_entry(paper: str, week: int) -> None:
    pages = [one.page for one in composed(f"{paper}/resource-list.pdf", week)]
    assert len(pages) >= 3
    rows = list(resource_rows(kit(week)))
    titles = [row["title"] for row in rows if "title" in row]
    spoken = [[node for node in read_aloud(page.nodes) if isinstance(node, TextBlock)] for page in pages]
    said = [node.text for page in spoken for node in page if node.tag == "H3"]
    assert [text.replace("\u00a0", " ") for text in said] == titles
    for number, page in enumerate(pages, 1):
        said = [block.text for block in texts(page)]
        assert (number == 1) is not (f"Page\xa0{number} of\xa0{len(pages)}" in said)
        assert [block.text for block in texts(page) if block.style.size < 11.9 and block.tag != "P"] == []
        entries = [node for node in walk(page.nodes) if isinstance(node, Group) and node.name == "row"]
        assert all(entry.box.bottom < page.size.height - EDGE for entry in entries)
        assert [node.tag for node in spoken[number - 1]][-1] != "H2"
    heads = [[node.text for node in page if node.tag == "H2"] for page in spoken]
    assert [head for page in heads for head in page][:2] == ["Learn", "Take action"]


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


def test_what_stays_empty_is_spread_over_the_pages_of_a_list() -> None:
    entry = ListRow(80)
    spread = paginate([entry] * 10, first=600, more=600, last=300)
    assert [len(page) for page in spread] == [7, 3]
    assert [len(page) for page in paginate([entry] * 16, first=560, more=560, last=400)] == [6, 6, 4]
    assert [len(page) for page in paginate([entry] * 7, first=600, more=600, last=300)] == [5, 2]


def test_a_page_with_a_row_that_grows_may_be_emptier_than_the_others() -> None:
    entry, grown = ListRow(100.0), ListRow(100.0, grows=True)
    for rows, pages in (([entry] * 7, [4, 3]), ([grown, *[entry] * 6], [3, 4]), ([*[entry] * 6, grown], [4, 3])):
        assert [len(page) for page in paginate(rows, first=400, more=400, last=400)] == pages


def test_what_belongs_together_is_torn_only_where_that_saves_a_page() -> None:
    entry, rest, long = ListRow(80), ListRow(80, goes_on=True), 330
    assert [len(page) for page in paginate([entry, rest, rest, rest], 170, 170, 170)] == [2, 2]
    rows = [entry, entry, entry, entry, entry]
    assert [len(page) for page in paginate(rows, long, long, long)] == [3, 2]
    rows = [entry, entry, entry, rest, entry]
    assert [len(page) for page in paginate(rows, long, long, long)] == [2, 3], "the last page may be the fuller one"
    rows = [entry, entry, rest, rest, entry]
    assert [len(page) for page in paginate(rows, long, long, long)] == [1, 4]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("week", [3, 5])
def test_no_page_of_the_list_but_the_last_is_half_empty(paper: str, week: int) -> None:
    pages = [one.page for one in composed(f"{paper}/resource-list.pdf", week)]
    for page in pages:
        entries = [node.box for node in walk(page.nodes) if isinstance(node, Group) and node.name == "row"]
        share = 0.4 if page is pages[-1] else 0.65
        assert max(box.bottom for box in entries) > share * page.size.height, page.name


# ------------------------------------------------------------------ tents and cards


@pytest.mark.parametrize(
    ("path", "unit", "fronts", "backs", "folds", "cuts"),
    [
        ("letter/table-tents-2up.pdf", INCH, [3.0, 8.0], [0.5, 5.5], [3.0, 8.0], [0.5, 5.5, 10.5]),
        ("letter/table-tent.pdf", INCH, [11 / 3], [0.0], [11 / 3, 22 / 3], []),
        ("a4/table-tents-2up.pdf", MM, [84.5, 212.5], [20.5, 148.5], [84.5, 212.5], [20.5, 148.5, 276.5]),
        ("a4/table-tent.pdf", MM, [99.0], [0.0], [99.0, 198.0], []),
    ],
)
def test_a_tent_has_its_faces_folds_and_cuts_in_place(
    path: str, unit: float, fronts: list[float], backs: list[float], folds: list[float], cuts: list[float]
) -> None:
    spec = specs()[path]
    (page,) = on_sheet(spec, tuple(one.page for one in composed(path)), kit())
    assert page_count(spec, kit()) == 1
    size = BOOK.sheets[spec.sheet]
    front, back = named(page, "front"), named(page, "back")
    assert [group.box.y for group in front] == pytest.approx([y * unit for y in fronts], abs=PRECISE)
    assert [group.box.y for group in back] == pytest.approx([y * unit for y in backs], abs=PRECISE)
    assert all(group.turn == 180 and group.decorative for group in back)
    for group in (*front, *back):
        assert (group.box.x, group.box.width) == pytest.approx((0, page.size.width), abs=PRECISE)
        assert group.box.height == pytest.approx(size.height, abs=PRECISE)
    marks = [node for node in named(page, "marks")[0].children if isinstance(node, Shape)]
    dashed = [line_ends(node)[1] for node in marks if node.stroke and node.stroke.dash]
    plain = {round(line_ends(node)[1], 3) for node in marks if node.stroke and not node.stroke.dash}
    assert dashed == pytest.approx([y * unit for y in folds], abs=PRECISE)
    assert sorted(plain) == pytest.approx([y * unit for y in cuts], abs=PRECISE)
    spoken = [node.text for node in read_aloud(page.nodes) if isinstance(node, TextBlock)]
    assert spoken.count("Ask us anything") == 1


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
    sides = on_sheet(spec, tuple(one.page for one in composed(path)), kit())
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
    front, _ = on_sheet(spec, tuple(one.page for one in composed("letter/hotline-cards-fold.pdf")), kit())
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


def test_a_proclamation_has_one_text_for_the_form_and_the_document() -> None:
    of = kit()
    edits = of.project.edits.changed(piece_id(of, "print/proclamation"), "clauses.0", "Whereas, our own words; and")
    changed = replace(of, project=replace(of.project, edits=edits))
    form = next(one for one in print_specs(changed) if one.group == "proclamation")
    clauses = form.pages[0].content["clauses"]
    document = ["".join(span.text for span in block.spans) for block in proclamation_blocks(changed)]
    assert isinstance(clauses, tuple)
    assert clauses[0] == "Whereas, our own words; and"
    assert [text for text in clauses if text not in document] == []
    fields = [node for node in walk(page_of("letter/proclamation.pdf").nodes) if isinstance(node, FormField)]
    assert [node.label for node in fields] == ["Name of the city, county, state or Tribe", "Name", "Date"]


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
    made = [compose(page, changed) for page in pages_of(form, changed)]
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
    for page in pages_of(form, changed):
        own = page.content["clauses"]
        assert isinstance(own, tuple)
        assert [text in ("", whole.strip()) for text, whole in zip(own, long, strict=False)] == [True] * len(own)
        assert page.whole is not None
        assert page.whole["clauses"] == tuple(text.strip() for text in long[: len(own)])


def test_a_list_that_says_no_more_than_the_sheet_is_left_out() -> None:
    campaign = bundled_campaign()
    link = Resource("a", "Night work", "website", "learn", "likely", url="https://example.org/night")
    items = ({"title": "Night work", "url": "example.org/night"},)
    sheet = Handout("resources", "print/resources", {"head": "Resources", "items": items})

    def listed(*resources: Resource) -> bool:
        only = replace(campaign.week(2), resources=resources, handouts=(sheet,))
        weeks = tuple(only if one.number == 2 else one for one in campaign.weeks)
        month = replace(campaign.month, resources=())
        made = build_kit(
            Project(Brand("Riverbend"), 2, 2027), replace(campaign, weeks=weeks, month=month), bundled_resources(),
            Options(), dt.date(2026, 11, 25),
        )  # fmt: skip
        return any(spec.path.endswith("letter/resource-list.pdf") for spec in print_specs(made))

    assert not listed(link)
    assert listed(replace(link, about="Rights of those who work at night."))
    assert listed(link, replace(link, id="b", title="Pay stubs", url="https://example.org/pay"))
