"""Tables of a PDF, told by their lines or by a column of labels: places in points, y upward."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.pdf_lines import PdfLine
from htpm_studio.campaign.toolkit_import.pdf_tables import (
    Grid,
    Rule,
    _bound,
    _cells,
    _grid,
    _grids,
    _is_beside,
    _is_between,
    _is_label,
    _joined,
    _label_column,
    _label_groups,
    _places,
    _says_what_it_is,
    _touch,
    has_table,
    with_tables,
)


def line(text: str, left: float, middle: float, right: float = 0.0, size: float = 10) -> PdfLine:
    return PdfLine(text, left, middle - size / 2, right or left + 50, middle + size / 2, size)


def upright(at: float, first: float = 0, last: float = 100) -> Rule:
    return Rule(True, at, first, last)


def flat(at: float, first: float = 0, last: float = 100) -> Rule:
    return Rule(False, at, first, last)


RULES = (upright(0), upright(50), upright(100), flat(0), flat(50), flat(100))
GRID = Grid((0, 50, 100), (100, 50, 0), RULES[:3], RULES[3:])


def test_a_line_covers_what_is_on_it_or_hardly_beyond_it() -> None:
    one = upright(0, 10, 20)
    assert [one.covers(place) for place in (7.4, 7.5, 15, 22.5, 22.6)] == [False, True, True, True, False]


def test_a_table_holds_the_lines_between_its_outer_lines() -> None:
    assert GRID.holds(line("a", -2.5, 50, 120))  # two letters may stand out at the right
    for outside in (line("a", -2.6, 50, 90), line("a", 0, 50, 121), line("a", 0, 100, 50), line("a", 0, 0, 50)):
        assert not GRID.holds(outside)


def test_lines_that_go_on_in_each_other_are_one() -> None:
    assert _joined([flat(0, 0, 10), flat(2.5, 14, 30)]) == [flat(0, 0, 30)]
    assert _joined([flat(0, 0, 30), flat(0, 5, 10)]) == [flat(0, 0, 30)]
    for apart in ([flat(0, 0, 10), flat(0, 14.1, 30)], [flat(0, 0, 10), upright(0, 0, 10)], [flat(0), flat(3)]):
        assert sorted(_joined(apart), key=str) == sorted(apart, key=str)


def test_lines_across_touch_where_their_ends_are_near() -> None:
    one = upright(10, 0, 50)
    assert _touch(one, flat(54, 14, 90))
    assert _touch(flat(-4, -20, 6), one)
    for other in (flat(54.1, 14, 90), flat(54, 14.1, 90), flat(-4.1, -20, 6), flat(-4, -20, 5.9), upright(10, 0, 50)):
        assert not _touch(one, other)


def test_places_that_are_nearly_the_same_are_one() -> None:
    assert _places([50, 0, 5, 5.1, 10]) == [0, 5.1, 50]
    assert _places([]) == []


def test_a_table_has_two_columns_and_a_row() -> None:
    assert _grid(RULES) == GRID
    assert _grid([upright(0), upright(50), upright(100), flat(0), flat(50)]) is not None
    assert _grid([upright(0), upright(100), flat(0), flat(50)]) is None
    assert _grid([upright(0), upright(50), upright(100), flat(0)]) is None


def test_tables_apart_from_each_other_are_several_from_top_to_bottom() -> None:
    lower = [Rule(one.upright, one.at, one.first, one.last) for one in RULES]
    upper = [
        Rule(True, one.at, 200, 300) if one.upright else Rule(False, one.at + 200, one.first, one.last) for one in RULES
    ]
    assert [grid.rows[0] for grid in _grids([*lower, *upper])] == [300, 100]
    assert _grids([flat(number, 0, 1) for number in range(4_001)]) == []


def words(rows: list[list[list[PdfLine]]]) -> list[list[str]]:
    return [[" ".join(one.text for one in cell) for cell in row] for row in rows]


def test_each_line_is_in_the_cell_where_it_begins() -> None:
    lines = [line("a", 1, 75), line("b", 47.5, 75), line("c", 47.4, 25), line("d", 60, 50), line("e", 60, 49.9)]
    assert words(_cells(GRID, lines)) == [["a", "b"], ["c", "d e"]]


def test_a_cell_over_several_columns_or_rows_has_its_lines_in_the_first_one() -> None:
    wide = Grid((0, 50, 100), (100, 50, 0), (upright(0), upright(50, 0, 50), upright(100)), RULES[3:])
    assert words(_cells(wide, [line("a", 60, 75), line("b", 60, 25)])) == [["a", ""], ["", "b"]]
    high = Grid((0, 50, 100), (100, 50, 0), RULES[:3], (flat(0), flat(50, 50, 100), flat(100)))
    assert words(_cells(high, [line("a", 10, 25), line("b", 60, 25)])) == [["a", ""], ["", "b"]]
    assert words(_cells(GRID, [line("b", 60, 25)])) == [["", "b"]]  # rows without words are none


def test_a_place_is_on_a_line_that_is_near_and_reaches_it() -> None:
    one = [upright(50, 0, 40)]
    assert [_is_between(one, at, 20) for at in (44.9, 45, 55, 55.1)] == [False, True, True, False]
    assert [_is_between(one, 50, place) for place in (42.5, 42.6)] == [True, False]


def test_a_page_has_a_table_where_three_pieces_are_side_by_side_three_times_or_are_heads() -> None:
    def page(rows: int, columns: int = 3) -> list[PdfLine]:
        return [line("words", 100 * at, 700 - 20 * row) for row in range(rows) for at in range(columns)]

    assert (has_table(page(3)), has_table(page(2)), has_table(page(9, 2))) == (True, False, False)
    assert has_table([line(text, 100 * at, 700) for at, text in enumerate(("Date", "Platform", "Post"))])
    assert not has_table([line(text, 100 * at, 700) for at, text in enumerate(("Date", "Platform", "words"))])
    assert not has_table([line("words", 100 * at + 9 * row, 700 - 20 * row) for row in range(3) for at in range(3)])


def test_a_label_is_short_and_says_what_is_beside_it() -> None:
    for text, known in (
        ("Theme:", True), ("Post 2", True), ("Words", False), ("", False), ("Post " + " " * 25, True),
        ("Post " + " " * 26, False),
    ):  # fmt: skip
        assert _is_label(text) is known, text
    label = line("Theme", 0, 100, 40)
    assert _is_beside(line("a", 40.1, 109.9), label)
    for other in (line("a", 40, 100), line("a", 50, 110), line("a", 50, 90)):
        assert not _is_beside(other, label)


def labeled(*labels: str, beside: int = 9) -> list[PdfLine]:
    rows = [line(text, 0, 700 - 20 * at, 60) for at, text in enumerate(labels)]
    return rows + [line("What it is about", 100, 700 - 20 * at, 300) for at in range(min(beside, len(labels)))]


def test_three_labels_with_words_beside_them_are_a_column() -> None:
    assert _label_column(labeled("Theme", "Actions", "Posts")) == (0.0, 60)
    assert _label_column(labeled("Theme", "Actions")) is None
    assert _label_column(labeled("Theme", "Actions", "Posts", beside=2)) is None
    # A long line among the labels is one of a text; one of them to three labels is allowed.
    text = line("Words of a text that goes on", 0, 600, 90)
    more = line("What it is about", 100, 600, 300)
    assert _label_column([*labeled("Theme", "Actions", "Posts"), text, more]) == (0.0, 60)
    both = [line("Words of a text that goes on", 0, 580, 90), line("What it is about", 100, 580, 300)]
    assert _label_column([*labeled("Theme", "Actions", "Posts"), text, more, *both]) is None
    wide = [
        line(one.text, one.left, one.middle, 170 if one.left == 0 else 300)
        for one in labeled("Theme", "Actions", "Posts")
    ]
    assert _label_column(wide) is None  # they take more than half of the page


def test_labels_and_the_words_beside_them_are_rows() -> None:
    (page,) = with_tables([labeled("Theme", "Actions", "Posts")], [[]], 10)
    (table,) = page
    assert [row.cells for row in table.rows] == [
        ("Theme", "What it is about"), ("Actions", "What it is about"), ("Posts", "What it is about"),
    ]  # fmt: skip
    assert (table.left, table.right, table.top, table.bottom) == (0, 300, 705, 655)


def test_a_ruled_table_whose_heads_say_something_becomes_rows_and_any_other_stays() -> None:
    lines = [
        line("Theme", 1, 75),
        line("Words", 60, 75),
        line("Actions", 1, 25),
        line("More", 60, 25),
        line("x", 0, 150),
    ]
    (page,) = with_tables([lines], [RULES], 10)
    assert [one.text for one in page if not one.rows] == ["x"]
    (table,) = (one for one in page if one.rows)
    assert [row.cells for row in table.rows] == [("Theme", "Words"), ("Actions", "More")]
    plain = [line("a", 1, 75), line("b", 60, 75), line("c", 1, 25)]
    assert with_tables([plain], [RULES], 10) == [plain]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([["Date", "Post"], ["a", "b"], ["c", "d"], ["e", "f"]], True),
        ([["Date", "x"], ["a", "b"], ["c", "d"]], False),
        ([["Theme", "a"], ["b", "c"]], True),  # half of the first column
        ([["Theme", "a"], ["b", "c"], ["d", "e"]], False),
        ([["Theme", "a"], ["", "c"], ["d", "e"]], True),
        ([["", "a"], ["", "c"]], False),
        ([["Week 1", "a"], ["Week 2", "c"]], True),
    ],
)
def test_a_table_says_what_it_is_by_two_heads_or_by_half_of_its_first_column(rows: list[list[str]], says: bool) -> None:
    cells = [[[line(text, 0, 0)] if text else [] for text in row] for row in rows]
    assert _says_what_it_is(cells) is says
    assert not _says_what_it_is([])


def test_a_label_on_two_lines_is_one_and_a_colon_ends_it() -> None:
    def groups(*texts: str, apart: float = 14.5) -> list[list[str]]:
        lines = [line(text, 0, 700 - apart * at) for at, text in enumerate(texts)]
        return [[one.text for one in group] for group in _label_groups(lines)]

    assert groups("Social media", "and more") == [["Social media", "and more"]]
    assert groups("Social media", "and more", apart=14.6) == [["Social media"], ["and more"]]
    assert groups("Social media", "Theme") == [["Social media"], ["Theme"]]
    assert groups("Media:", "and more") == [["Media:"], ["and more"]]


def test_the_words_beside_a_label_end_at_the_widest_gap_or_right_above_the_next_label() -> None:
    above, below = [line("Theme", 0, 700)], [line("Actions", 0, 650)]
    even = [line("words", 100, 700 - 12.5 * at) for at in range(5)]
    assert _bound(above, below, even) == 655 + 2
    gap = [line("words", 100, middle) for middle in (700, 688, 665, 653)]
    assert _bound(above, below, gap) == pytest.approx((683 + 670) / 2)
    assert _bound(above, below, [line("words", 100, middle) for middle in (700, 688, 673.5, 661.5)]) == 657
    assert _bound(above, below, []) == 657


def test_places_that_differ_by_a_point_are_the_same_column_of_a_table() -> None:
    assert has_table([line("words", 100 * at + (row == 1), 700 - 20 * row) for row in range(3) for at in (1, 2, 3)])
    assert not has_table([line("words", 100 * at + 5 * row, 700 - 20 * row) for row in range(3) for at in (1, 2, 3)])


def test_pieces_of_a_line_are_joined_by_where_they_begin_though_their_heights_differ_a_little() -> None:
    assert _joined([flat(1, 0, 10), flat(0, 10, 20), flat(1, 20, 30)]) == [flat(1, 0, 30)]


def test_lines_touch_from_either_side() -> None:
    one = upright(10, 0, 50)
    for other in (flat(54, 14, 90), flat(-4, -20, 6), flat(25, 0, 20)):
        assert _touch(one, other)
        assert _touch(other, one)
    for other in (flat(54.1, 14, 90), flat(-4.1, -20, 6), flat(25, 14.1, 20), flat(25, 0, 5.9)):
        assert not _touch(one, other)
        assert not _touch(other, one)


def cells(*pages: list[PdfLine]) -> list[list[tuple[str, ...] | str]]:
    """The rows of the tables of each page, and the words of all other lines."""
    told = with_tables(pages, [[] for _ in pages], 10)
    return [
        [one for line in page for one in ([row.cells for row in line.rows] if line.rows else [line.text])]
        for page in told
    ]


ABOUT = "What it is about"
ROWS: list[tuple[str, ...] | str] = [("Theme", ABOUT), ("Actions", ABOUT), ("Posts", ABOUT)]


def test_a_column_of_labels_is_known_on_all_pages_and_a_page_may_have_its_own() -> None:
    assert cells(labeled("Theme", "Actions", "Posts"), labeled("Theme", "Actions")) == [ROWS, ROWS[:2]]
    moved = [line(one.text, one.left + 5, one.middle, one.right + 5) for one in labeled("Theme", "Actions", "Posts")]
    assert cells(labeled("Theme", "Actions", "Posts"), moved) == [ROWS, ROWS]
    assert cells(moved[:2], labeled("Theme", "Actions", "Posts"))[1] == ROWS
    assert cells([line("alone", 0, 700)]) == [["alone"]]


def test_lines_of_a_page_may_come_in_any_order() -> None:
    assert cells(labeled("Theme", "Actions", "Posts")[::-1]) == [ROWS]


@pytest.mark.parametrize(
    ("other", "inside"),
    [
        (line("more of it", 62.6, 645, 200), True), (line("more of it", 62.5, 645, 200), False),
        (line("and so", 2.5, 645, 62.5), True), (line("and so", 2.6, 645, 60), False),
        (line("and so", 0, 645, 62.6), False), (line("Week 2", 0, 645, 60), False),
    ],
)  # fmt: skip
def test_a_line_belongs_to_labels_and_words_where_it_is_below_one_of_them(other: PdfLine, inside: bool) -> None:
    (rows,) = cells([*labeled("Theme", "Actions", "Posts"), other])
    assert (other.text not in rows) is inside


def test_what_is_between_two_groups_of_labels_parts_them() -> None:
    upper = labeled("Theme", "Actions", "Posts")
    lower = [line(one.text, one.left, one.middle - 200, one.right) for one in upper]
    between = line("A line over the whole page", 0, 560, 300)
    assert cells([*upper, between, *lower]) == [[*ROWS, "A line over the whole page", *ROWS]]


def column(lines: list[PdfLine]) -> bool:
    return _label_column(lines) is not None


def test_labels_are_a_column_where_they_are_narrower_than_the_words_beside_them() -> None:
    def wide(right: float) -> list[PdfLine]:
        rows = labeled("Theme", "Actions", "Posts")
        return [
            line(one.text, 100 if one.left == 0 else 170, one.middle, 160 if one.left == 0 else right) for one in rows
        ]

    assert column(wide(221))
    assert not column(wide(220))


def test_labels_are_a_column_where_seven_of_ten_have_words_beside_them() -> None:
    names = ("Theme", "Actions", "Posts", "Resources", "Dates")
    assert column(labeled(*names, beside=4))
    assert not column(labeled(*names, beside=3))


def test_one_wide_line_to_three_labels_may_be_among_them() -> None:
    def among(right: float, left: float = 0.0, count: int = 2) -> bool:
        rows = labeled("Theme", "Actions", "Posts")
        for at in range(count):
            rows += [line("other", left, 600 - 20 * at, right), line(ABOUT, 100, 600 - 20 * at, 300)]
        return column(rows)

    assert among(90, count=1)
    assert not among(90)
    assert among(62.5), "as wide as a label is no wide line"
    assert not among(62.6)
    assert not among(90, left=30), "so much may a line be indented"
    assert among(90, left=30.1)


def test_the_widest_label_says_how_far_labels_go() -> None:
    rows = labeled("Theme", "Actions", "Posts")
    rows[1] = line("Actions", 0, 680, 80)
    assert _label_column(rows) == (0.0, 80)


def test_a_table_of_labels_needs_two_of_them_one_that_is_known_and_words() -> None:
    def band(*texts: str) -> list[tuple[str, ...] | str]:
        rows = [line(text, 0, 400 - 20 * at, 60) for at, text in enumerate(texts)]
        rows += [line("said", 100, 400 - 20 * at, 300) for at in range(len(texts))]
        parting = line("A line over the whole page", 0, 560, 300)
        (found,) = cells([*labeled("Theme", "Actions", "Posts"), parting, *rows])
        return found[4:]

    assert band("Theme", "Actions") == [("Theme", "said"), ("Actions", "said")]
    assert sorted(map(str, band("Theme"))) == ["Theme", "said"]
    assert band("Theme:", "Lanterns") == [("Theme:", "said"), ("Lanterns", "said")]
    assert "said" in band("Lanterns:", "Gates")


def test_words_between_two_labels_belong_to_the_nearer_ones() -> None:
    for middle, rows in ((687, [ABOUT, f"on it {ABOUT}", ABOUT]), (693, [f"{ABOUT} on it", ABOUT, ABOUT])):
        ((table,),) = with_tables([[*labeled("Theme", "Actions", "Posts"), line("on it", 100, middle, 300)]], [[]], 10)
        assert [row.cells[1] for row in table.rows] == rows


def test_words_of_a_cell_are_read_from_the_top_and_go_as_far_as_the_widest_does() -> None:
    label = [line("Theme", 0, 75), line("Actions", 0, 25)]
    words = [line("second", 60, 70, 80), line("first", 60, 80, 98)]
    (page,) = with_tables([[*label, *words, line("More", 60, 25)]], [RULES], 10)
    (table,) = page
    assert [row.cells for row in table.rows] == [("Theme", "first second"), ("Actions", "More")]
