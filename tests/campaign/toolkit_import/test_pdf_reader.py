"""How letters with their places become runs and lines: gaps, jumps, drawn lines, columns, marks of items, links."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from htpm_studio.campaign.toolkit_import.blocks import Source
from htpm_studio.campaign.toolkit_import.pdf_reader import (
    _first,
    _in_columns,
    _is_marker,
    _Letter,
    _line,
    _link,
    _rule,
    _runs,
    read_pdf,
)
from htpm_studio.campaign.toolkit_import.pdf_tables import Rule

SIZE = 10.0


def letter(char: str, left: float, bottom: float = 0.0, wide: float = 5.0, size: float = SIZE) -> _Letter:
    return _Letter(char, left, bottom, left + wide, bottom + size, size, bold=False)


def row(text: str, left: float = 0.0, bottom: float = 0.0) -> list[_Letter]:
    """A word whose letters are 5 wide, side by side."""
    return [letter(char, left + 5 * at, bottom) for at, char in enumerate(text)]


def runs(*letters: _Letter | None, walls: tuple[Rule, ...] = ()) -> list[str]:
    return ["".join(one.char for one in run) for run in _runs(list(letters), walls)]


def test_a_line_ends_where_the_file_ends_it_and_empty_ones_are_none() -> None:
    assert runs(*row("ab"), None, None, *row("c")) == ["ab", "c"]
    assert runs(None) == []


@pytest.mark.parametrize(("gap", "found"), [(16, ["a", "b"]), (15.9, ["ab"]), (-14.9, ["ab"]), (-15.1, ["a", "b"])])
def test_a_gap_of_more_than_1_6_letters_or_a_step_back_of_one_ends_a_run(gap: float, found: list[str]) -> None:
    assert runs(letter("a", 0), letter("b", 5 + gap + 0.01)) == found


@pytest.mark.parametrize(("rise", "found"), [(9, ["ab"]), (9.1, ["a", "b"]), (-9.1, ["a", "b"])])
def test_a_jump_of_more_than_0_9_letters_ends_a_run(rise: float, found: list[str]) -> None:
    assert runs(letter("a", 0), letter("b", 5, rise)) == found


@pytest.mark.parametrize(("mark", "found"), [("•", ["•b"]), ("1.", ["1.b"]), ("xy", ["xy", "b"])])
def test_the_words_of_an_item_may_be_four_letters_away_from_its_mark(mark: str, found: list[str]) -> None:
    end = 5 * len(mark)
    assert runs(*row(mark), letter("b", end + 39.9)) == found
    assert runs(*row(mark), letter("b", end + 40.1)) == [mark, "b"]


def test_a_drawn_line_between_two_words_parts_them_where_there_is_room_for_it() -> None:
    def parted(gap: float, at: float, first: float = 0, last: float = 10) -> int:
        return len(runs(letter("a", 0), letter("b", 5 + gap), walls=(Rule(True, at, first, last),)))

    assert parted(4, 7) == 2
    assert parted(2, 6) == 1, "there is no room"
    assert parted(4, 3.9) == 1
    assert parted(4, 4) == parted(4, 10) == 2, "a line may touch the letters"
    assert parted(4, 10.1) == 1
    assert parted(4, 7, 50, 90) == 1, "it is elsewhere on the page"


def test_spaces_are_passed_over_where_gaps_are_measured() -> None:
    assert runs(letter("a", 0), letter(" ", 5), letter("b", 10)) == ["a b"]
    assert runs(letter("a", 0), letter(" ", 90), letter("b", 21.5)) == ["a ", "b"]
    first = _first([letter(" ", 0), letter("b", 5)])
    assert first is not None
    assert first.char == "b"
    assert _first([letter(" ", 0)]) is None


def parts(columns: set[int], *letters: _Letter) -> list[str]:
    return ["".join(one.char for one in part) for part in _in_columns(list(letters), columns)]


def test_a_run_is_cut_where_a_word_begins_at_a_column_after_more_than_a_space() -> None:
    words = (*row("ab"), letter("c", 17))
    assert parts(set(), *words) == ["abc"]
    for column, found in ((15, ["abc"]), (16, ["ab", "c"]), (17, ["ab", "c"]), (18, ["ab", "c"]), (19, ["abc"])):
        assert parts({column}, *words) == found
    assert parts({16}, *row("ab"), letter("c", 16)) == ["abc"], "0.6 letters are no more than a space"
    assert parts({5}, *row("abc")) == ["abc"]
    assert parts({17}, letter("•", 5), letter("c", 17)) == ["•c"], "a mark belongs to its words"
    assert parts({17}, *row("ab"), letter(" ", 11), letter("c", 17)) == ["ab ", "c"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("•", True),
        ("12.", True),
        ("a", False),
        ("(iv)", False),
        ("123456", False),
        ("12.  ", True),
        ("12.   ", False),
    ],
)
def test_a_mark_of_an_item_is_a_sign_or_a_number_of_few_letters(text: str, mark: bool) -> None:
    assert _is_marker(row(text)) is mark


def test_a_line_has_the_size_of_most_of_its_letters_and_is_bold_where_most_are() -> None:
    small = [letter("a", 5 * at, size=8) for at in range(2)]
    found = _line([*small, letter("B", 10, size=12), letter(" ", 15)], 3, [])
    assert found is not None
    assert (found.text, found.size, found.page, found.bold) == ("aaB", 8, 3, False)
    assert (found.left, found.bottom, found.right, found.top) == (0, 0, 15, 12)
    assert _line([letter(" ", 0)], 3, []) is None


@pytest.mark.parametrize(("bold", "found"), [(0, False), (1, False), (2, False), (3, True), (4, True)])
def test_a_line_is_bold_where_more_than_half_of_its_letters_are(bold: int, found: bool) -> None:
    letters = [_Letter("a", 5 * at, 0, 5 * at + 5, 10, SIZE, at < bold) for at in range(4)]
    line = _line(letters, 1, [])
    assert line is not None
    assert line.bold is found


def test_a_soft_hyphen_stays_at_the_end_of_a_line_and_nowhere_else() -> None:
    line = _line(row("a\u00adb\u00ad"), 1, [])
    assert line is not None
    assert line.text == "ab\u00ad"


def test_linked_words_are_those_whose_middle_lies_in_the_box_or_a_point_beside_it() -> None:
    words = row("abcd")
    assert _link(words, (5, 0, 15, 10, "x")).text == "bc"
    assert _link(words, (8.5, 0, 11.5, 10, "x")).text == "bc"
    assert _link(words, (8.6, 0, 11.4, 10, "x")).text == ""
    assert _link(words, (0, 6, 20, 9, "x")).text == "abcd"
    assert _link(words, (0, 6.1, 20, 9, "x")).text == ""
    assert _link(words, (0, 0, 20, 4, "x")).text == "abcd"
    assert _link(words, (0, 0, 20, 3.9, "x")).text == ""
    line = _line(words, 1, [(5, 0, 15, 10, "https://a.org"), (90, 0, 99, 10, "https://b.org")])
    assert line is not None
    assert [(one.text, one.target) for one in line.links] == [("bc", "https://a.org")]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ((10, 50), (10.5, 0), Rule(True, 10.25, 0, 50)), ((10, 0), (11, 50), Rule(True, 10.5, 0, 50)),
        ((0, 20), (50, 19), Rule(False, 19.5, 0, 50)), ((50, 20), (0, 20), Rule(False, 20, 0, 50)),
        ((10, 0), (11.5, 50), None), ((0, 0), (50, 1.5), None), ((0, 0), (1, 1), None),
        ((10, 0), (10, 6), Rule(True, 10, 0, 6)), ((10, 0), (10, 5.9), None),
        ((0, 10), (6, 10), Rule(False, 10, 0, 6)), ((0, 10), (5.9, 10), None),
    ],
)  # fmt: skip
def test_a_rule_is_upright_or_flat_within_a_point(
    one: tuple[float, float], other: tuple[float, float], rule: Rule | None
) -> None:
    assert list(_rule(one, other)) == ([] if rule is None else [rule])


# ------------------------------------------------------------------ a page


def page(draw: Callable[[Canvas], None]) -> Source:
    """What a page says on which something was drawn."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    draw(canvas)
    canvas.save()
    return read_pdf("a.pdf", file.getvalue())


def test_bold_and_large_words_of_a_page_are_headings_however_they_are_turned() -> None:
    def draw(canvas: Canvas) -> None:
        for font, size, text, down in (
            ("Helvetica-Bold", 10, "Doors that open", 700), ("Helvetica", 10, "The words about them are here.", 660),
            ("Helvetica", 10, "More of the words are in this line.", 620),
        ):  # fmt: skip
            canvas.setFont(font, size)
            canvas.drawString(72, down, text)
        canvas.saveState()
        canvas.translate(72, 560)
        canvas.scale(2, 2)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 0, "Gates")
        canvas.restoreState()
        canvas.translate(72, 300)
        canvas.rotate(20)
        canvas.drawString(0, 0, "Bags")

    found = [(one.kind, one.text) for one in page(draw).blocks]
    assert ("heading", "Doors that open") in found
    assert ("paragraph", "The words about them are here.") in found
    assert ("heading", "Gates") in found
    assert not any(kind == "heading" and "Bags" in text for kind, text in found), "turned letters are no larger"


def test_links_of_a_page_lead_out_of_it_and_belong_to_the_words_in_their_boxes() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage("here")
        for at, text in enumerate(("The Night Guide is for all of you.", "It is on this page, too.", "And there.")):
            canvas.drawString(72, 700 - 60 * at, text)
        canvas.linkRect("", "here", (72, 636, 200, 650))
        canvas.linkURL("https://example.org/b", (72, 576, 200, 590))
        canvas.linkURL("https://example.org/a", (72, 696, 300, 712))

    links = [(one.text, link.target) for one in page(draw).blocks for link in one.links]
    assert links == [
        ("The Night Guide is for all of you.", "https://example.org/a"),
        ("And there.", "https://example.org/b"),
    ]
