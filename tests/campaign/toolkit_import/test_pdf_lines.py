"""Columns, margins and paragraphs of a page, told by where its lines are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentLink
from htpm_studio.campaign.toolkit_import.pdf_lines import (
    PdfLine,
    _gutter,
    body_size,
    in_reading_order,
    paragraphs,
    without_margins,
)


def line(text: str, top: float, left: float = 50, right: float = 150, size: float = 10) -> PdfLine:
    return PdfLine(text, left, top - 10, right, top, size)


def column(left: float, right: float, *tops: float) -> list[PdfLine]:
    return [line("words", top, left, right) for top in tops]


LEFT = column(50, 150, 700, 685, 670)


@pytest.mark.parametrize(
    ("lines", "gutter"),
    [
        ([*LEFT, *column(158, 258, 700, 685, 670)], 157),  # three lines each, a strip of 8 points
        ([*LEFT, *column(157, 257, 700, 685, 670)], None),
        ([*LEFT, *column(158, 258, 700, 685)], None),
        ([*LEFT, *column(50, 155, 655), *column(158, 258, 700, 685, 670)], 157),  # one line ends in the strip
        ([*LEFT, *column(158, 258, 680, 665, 650)], 157),  # as far beside each other as two letters are high
        ([*LEFT, *column(158, 258, 679, 664, 649)], None),
        ([*LEFT, *column(158, 258, 720, 705, 690)], 157),
        ([*LEFT, *column(158, 258, 721, 706, 691)], None),
    ],
)
def test_a_strip_between_columns_is_found_where_it_is_wide_enough_and_has_lines_on_both_sides(
    lines: list[PdfLine], gutter: float | None
) -> None:
    assert _gutter(lines) == gutter


def test_three_of_ten_lines_may_cross_the_strip() -> None:
    across = column(50, 258, 640, 625, 610)
    both = [*LEFT, *column(158, 258, 700, 685, 670)]
    assert _gutter([*both, *across[:2]]) == 157
    assert _gutter([*both, *across]) is None  # three of nine
    assert _gutter([*both, *column(158, 258, 655), *across]) == 157  # three of ten


def test_of_several_strips_the_one_with_more_lines_on_its_smaller_side_counts_then_the_wider_one() -> None:
    first, second = column(50, 150, 700, 685, 670), column(158, 258, 700, 685, 670)
    assert _gutter([*first, *second, *column(266, 366, 700, 685, 670, 655)]) == 265
    assert _gutter([*first, *second, *column(267, 367, 700, 685, 670)]) == 266
    assert _gutter([*first, *column(159, 259, 700, 685, 670), *column(267, 367, 700, 685, 670)]) == 158


def page(number: int, foot: str = "", *, head: str = "Toolkit", below: float = 700) -> list[PdfLine]:
    rows = [line(f"text {chr(97 + number)}{chr(97 + row)}", below - 14 * row) for row in range(6)]
    return [line(head, 760), *rows, *([line(foot, 40)] if foot else [])]


def margins(pages: Sequence[Sequence[PdfLine]]) -> list[str]:
    return [one.text for one in without_margins(pages)[1]]


def test_what_comes_again_at_the_edge_of_two_pages_or_of_a_third_of_many_is_no_text() -> None:
    assert margins([page(1), page(2, head="Another")]) == []
    assert margins([page(1), page(2)]) == ["Toolkit"]
    heads = ["Toolkit"] * 3 + [f"Part {chr(65 + at)}" for at in range(6)]
    assert margins([page(at, head=head) for at, head in enumerate(heads)]) == ["Toolkit"]
    assert margins([page(at, head=head) for at, head in enumerate([*heads[1:], "Part X"])]) == []


def test_a_number_at_the_edge_is_that_of_the_page_and_a_year_is_not() -> None:
    kept, left_out = without_margins([page(1, "208")])
    assert [(one.kind, one.text) for one in left_out] == [("furniture", "208")]
    assert [one.text for one in kept[0]][-1] == "text bf"
    assert margins([page(1, "2028")]) == []
    assert margins([page(1, "2028"), page(2, "2029")]) == ["Toolkit", "2028"]  # where it comes again, it is


def test_only_the_outer_two_heights_of_a_page_are_its_edge() -> None:
    def lines(number: int) -> list[PdfLine]:
        heads = [line(text, 760 - 40 * at) for at, text in enumerate(("first", "second", "third"))]
        rows = [line(f"text {chr(97 + number)}{chr(97 + row)}", 500 - 40 * row) for row in range(4)]
        feet = [line(text, 200 - 40 * at) for at, text in enumerate(("third last", "second last", "last"))]
        return [*heads, *rows, *feet]

    assert sorted(margins([lines(1), lines(2)])) == ["first", "last", "second", "second last"]


def test_a_page_number_beside_a_foot_of_small_letters_is_in_the_same_row() -> None:
    feet = [line("all of it", 58), line("for staff and partners", 78.5)]
    number = replace(line("4", 76), left=500, right=506)
    assert margins([[*page(1), number, *feet]]) == ["4"]
    assert "for staff and partners" in margins([[*page(1), number, *feet], [*page(2), number, *feet]])


def test_a_margin_is_more_than_a_line_apart_from_the_text_and_a_number_need_not_be() -> None:
    assert margins([page(1, below=744), page(2, below=744)]) == ["Toolkit"]  # 16 points for letters of 10
    assert margins([page(1, below=745), page(2, below=745)]) == []
    assert margins([page(1, head="7", below=750), page(2, head="8", below=750)]) == ["7"]
    assert margins([[line("Toolkit", 760)], [line("Toolkit", 760)]]) == ["Toolkit"], "there is no text"


def test_the_size_of_most_letters_is_that_of_the_text_in_halves_of_a_point() -> None:
    assert body_size([]) == 0.0
    assert body_size([line("a heading", 700, size=14), line("ten letter", 680, size=9.7)]) == 9.5
    assert body_size([line("a heading", 700, size=14), line("letters", 680, size=9.7)]) == 14


def said(*lines: PdfLine, body: float = 10) -> list[tuple[str, str, int]]:
    return [(one.kind, one.text, one.level) for one in paragraphs(lines, body)]


def kinds(*lines: PdfLine) -> list[str]:
    return [text for _, text, _ in said(*lines)]


def test_lines_are_one_paragraph_up_to_one_and_three_quarters_of_their_size_apart() -> None:
    assert kinds(line("one", 700), line("two", 682.5)) == ["one two"]
    assert kinds(line("one", 700), line("two", 682.4)) == ["one", "two"]
    assert kinds(line("One", 700, size=12), line("two", 682, size=12)) == ["One two"]  # headings: one and a half
    assert kinds(line("One", 700, size=12), line("two", 681.9, size=12)) == ["One", "two"]
    assert kinds(line("one", 700), replace(line("two", 688), size=10.6)) == ["one two"]
    assert kinds(line("one", 700), replace(line("two", 688), size=10.7)) == ["one", "two"]
    assert kinds(line("one", 700), line("two", 700)) == ["one two"]  # pieces of the same line


def test_the_next_column_goes_on_with_a_small_letter_where_no_sentence_has_ended() -> None:
    assert kinds(line("one", 600), line("two", 700, 200, 300)) == ["one two"]
    assert kinds(line("one.", 600), line("two", 700, 200, 300)) == ["one.", "two"]
    assert kinds(line("one", 600), line("Two", 700, 200, 300)) == ["one", "Two"]
    assert kinds(line("one", 600), line("two", 610, 200, 300)) == ["one", "two"]  # not above it by a line


def test_letters_an_eighth_larger_make_a_heading_and_larger_ones_rank_above() -> None:
    title, part, text = line("Title", 700, size=20), line("Part", 660, size=16.8), line("text", 630, size=16.7)
    found = said(title, part, text, body=15)
    assert found == [("heading", "Title", 1), ("heading", "Part", 2), ("paragraph", "text", 0)]
    bold = replace(line("b" * 120, 600), bold=True)
    assert said(title, bold) == [("heading", "Title", 1), ("heading", "b" * 120, 2)]
    assert said(replace(bold, text="b" * 121)) == [("paragraph", "b" * 121, 0)]
    assert said(line("h" * 200, 700, size=12)) == [("heading", "h" * 200, 1)]
    assert said(line("h" * 201, 700, size=12)) == [("paragraph", "h" * 201, 0)]


def test_a_paragraph_ends_where_the_next_word_would_have_had_room() -> None:
    wide = line("a line that goes as far as lines go", 700, 50, 250)
    # The next line has ten letters of 10 points: a word of five of them takes 50, and two letters more stay free.
    following = line("Words more", 676, 50, 150)
    assert kinds(wide, line("Short one", 688, 50, 180), following) == [
        "a line that goes as far as lines go Short one Words more"
    ]
    assert kinds(wide, line("Short one", 688, 50, 179), following) == [
        "a line that goes as far as lines go Short one", "Words more",
    ]  # fmt: skip
    assert kinds(wide, line("Short one", 688, 50, 60), replace(following, text="words more")) == [
        "a line that goes as far as lines go Short one words more"
    ]


def test_a_line_over_both_columns_does_not_say_how_far_those_of_a_column_go() -> None:
    across = line("Across the page and both of its columns", 760, 50, 560)
    rows = ("Nobody asks at night?", "People sleep, and so", "they answer later.")
    left = [line(text, 700 - 14 * at, 50, 250) for at, text in enumerate(rows)]
    right = [line("words of another", 700 - 14 * at, 300, 500) for at in range(3)]
    found = [one.text for one in paragraphs(in_reading_order([across, *left, *right]), 10)]
    assert found[1] == " ".join(rows)


def test_a_sentence_that_ends_well_before_the_lines_above_ends_its_paragraph() -> None:
    first, second = line("a line of the text", 700, 50, 250), line("and its end.", 688, 50, 210)
    long = line("Incomprehensibilities", 676, 50, 250)
    assert kinds(first, second, long) == ["a line of the text and its end. Incomprehensibilities"]
    assert kinds(first, replace(second, right=209), long) == ["a line of the text and its end.", long.text]
    assert kinds(first, replace(second, right=209, text="and no end"), long) == [
        "a line of the text and no end Incomprehensibilities"
    ]
    assert kinds(replace(second, top=700, bottom=690), replace(long, top=688, bottom=678)) == [
        "and its end. Incomprehensibilities"
    ]


def test_words_cut_by_a_hyphen_become_one_and_a_soft_one_goes() -> None:
    assert kinds(line("co-", 700), line("workers", 688)) == ["co-workers"]
    assert kinds(line("pages 1-", 700), line("workers", 688)) == ["pages 1- workers"]
    assert kinds(line("co-", 700), line("Workers", 688)) == ["co- Workers"]
    assert kinds(line("work\u00ad", 700), line("ers", 688)) == ["workers"]


def order(*lines: PdfLine) -> str:
    return " ".join(one.text for one in in_reading_order(lines))


@pytest.mark.parametrize(
    ("left", "right", "across"),
    [(155.9, 158.1, True), (156, 158.1, False), (155.9, 158, False), (50, 258, True), (50, 150, False)],
)
def test_a_line_across_both_columns_ends_what_is_above_it(left: float, right: float, across: bool) -> None:
    first = [line(text, top, 50, 150) for text, top in (("a", 700), ("b", 685), ("c", 670), ("d", 640))]
    second = [line(text, top, 158, 258) for text, top in (("e", 700), ("f", 685), ("g", 670), ("h", 640))]
    found = order(*first, line("X", 655, left, right), *second)
    assert found == ("a b c e f g X d h" if across else "a b c X d e f g h")


def test_a_line_that_nearly_reaches_the_second_column_leaves_no_strip() -> None:
    assert _gutter([*LEFT, *column(50, 154, 655), *column(158, 258, 700, 685, 670)]) is None
    assert _gutter([*LEFT, *column(50, 154.1, 655), *column(158, 258, 700, 685, 670)]) == 157


def test_pieces_of_one_line_are_read_from_left_to_right_though_their_heights_differ_a_little() -> None:
    assert order(line("b", 700.4, 200, 250), line("a", 699.6), line("c", 680)) == "a b c"


HEADS = (replace(line("A", 700, 50, 100), bold=True), replace(line("B", 700, 200, 250), bold=True))


def below(*more: PdfLine, heads: tuple[PdfLine, PdfLine] = HEADS) -> str:
    """Two heads side by side over a piece each, and what comes after them."""
    return order(*heads, line("a", 680, 50, 100), line("b", 680, 200, 250), *more)


def test_what_is_below_two_bold_heads_side_by_side_is_together() -> None:
    columns, rows = "A a B b", "A B a b"
    assert below() == columns
    assert below(heads=(HEADS[0], replace(HEADS[1], bold=False))) == rows
    assert below(heads=(replace(HEADS[0], bold=False), HEADS[1])) == rows
    assert below(heads=(HEADS[0], replace(HEADS[1], size=10.5))) == columns
    assert below(heads=(HEADS[0], replace(HEADS[1], size=10.7))) == rows
    assert below(heads=(replace(HEADS[0], right=192), HEADS[1])) == columns, "8 points are a strip"
    assert below(heads=(replace(HEADS[0], right=192.1), HEADS[1])) == rows
    assert below(heads=(replace(HEADS[0], text="Link"), HEADS[1])).startswith("Link B a")
    assert below(line("third", 700, 400, 450)).startswith("A B third"), "three are a table"


def test_columns_below_two_heads_end_where_a_line_goes_over_both_or_begins_to_the_left() -> None:
    for ends in (line("X", 640, 50, 199.1), line("X", 640, 47.9, 90)):
        assert below(ends, line("c", 620, 50, 100)) == "A a B b X c"
    for stays in (line("X", 640, 50, 199), line("X", 640, 48, 90)):
        assert below(stays, line("c", 620, 50, 100)) == "A a X c B b"
    assert below(line("X", 640, 199, 300), line("c", 620, 200, 300)) == "A a B b X c", "it is below the second head"
    assert below(line("T", 720, 50, 300)) == "T A a B b"


def test_the_two_outer_rows_of_a_page_are_four_points_apart_or_more() -> None:
    def feet(apart: float) -> list[str]:
        rows = [[*page(at), line("foot", 40), line("two", 40 + apart), line("three", 90)] for at in (1, 2)]
        return margins(rows)

    assert "three" in feet(3.9)
    assert "three" not in feet(4)


def test_blocks_are_counted_and_items_and_entries_of_contents_are_each_their_own() -> None:
    found = paragraphs([line("• one", 700), line("• two", 688), line("and more", 676), line("Three", 640)], 10)
    assert [(one.kind, one.text, one.line) for one in found] == [
        ("item", "one", 1), ("item", "two and more", 2), ("paragraph", "Three", 3),
    ]  # fmt: skip
    contents = [line("Part one ..... 3", 700), line("Part two ..... 12", 688), line("words", 676)]
    assert [one.kind for one in paragraphs(contents, 10)] == ["contents", "contents", "paragraph"]


def test_of_two_sizes_the_larger_one_says_how_far_lines_of_a_paragraph_are_apart() -> None:
    assert kinds(line("one", 700), replace(line("two", 681.75), size=10.5, bottom=671.75)) == ["one two"]


@pytest.mark.parametrize(
    ("text", "following", "glued"),
    [
        ("See example.org/care-", "work now", True), ("See https://", "example.org/a now", True),
        ("See example.org/a", "b/c now", True), ("See example.org", "b/c now", True),
        ("See example.org", "b-c now", False), ("See example.org/a", "words", True),
        ("See example.org/a", "words now", False), ("See example.org/a", "words #Open", True),
        ("See example.org/a.", "b/c now", False), ("See it/now", "b/c now", False),
        ("See example.org/a", "B/c now", False),
        ("See example.org/a", "b2 now", True),
    ],
)  # fmt: skip
def test_an_address_that_was_broken_over_two_lines_is_one_again(text: str, following: str, glued: bool) -> None:
    assert kinds(line(text, 700, 50, 300), line(following, 688)) == [f"{text}{'' if glued else ' '}{following}"]


def test_a_link_over_two_lines_is_one() -> None:
    def linked(text: str, top: float, target: str) -> PdfLine:
        return replace(line(text, top), links=(DocumentLink(text, target),))

    (found,) = paragraphs([linked("Fair", 700, "a"), linked("hiring", 688, "a"), linked("now", 676, "b")], 10)
    assert found.links == (DocumentLink("Fair hiring", "a"), DocumentLink("now", "b"))


@pytest.mark.parametrize(
    ("letters", "end", "kind"),
    [(80, ".", "heading"), (81, ".", "paragraph"), (81, "!", "paragraph"), (81, "", "heading"), (81, "?", "heading")],
)
def test_large_words_that_end_like_a_sentence_are_a_heading_only_where_they_are_short(
    letters: int, end: str, kind: str
) -> None:
    (found,) = paragraphs([line("x" * (letters - len(end)) + end, 700, size=14)], 10)
    assert found.kind == kind
