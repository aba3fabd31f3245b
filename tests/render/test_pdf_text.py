"""Text of a PDF: each glyph where the scene puts it, and what readers take it for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.errors import StudioError
from htpm_studio.render.pdf.document import render_pdf
from htpm_studio.render.pdf.file import PdfFile
from htpm_studio.render.pdf.text import PdfFont, paragraphs, show_run, spoken, to_unicode_map
from htpm_studio.scene.nodes import Color, Face, GlyphRun, TextBlock, TextStyle
from tests.helpers.pdf_reading import opened
from tests.helpers.scene_pages import BODY, FONTS, document, page, run, text
from tests.helpers.sweeps import cases

SIZE = 10.0
STYLE = TextStyle("t", BODY, SIZE, 13.0)
A, B, C, SPACE = (run(BODY, sign, 0, SIZE)[0].glyphs[0] for sign in "abc ")


class NotingFont(PdfFont):
    """A font of a file that notes the glyph and the words of each code."""

    def __init__(self) -> None:
        super().__init__(PdfFile("en"), BODY)
        self.noted: dict[str, tuple[int, str]] = {}

    def code(self, glyph: int, text: str) -> int:
        code = super().code(glyph, text)
        self.noted[f"{code:04X}"] = (glyph, text)
        return code


def font() -> NotingFont:
    return NotingFont()


def made(text: str, *glyphs: int, **more: object) -> GlyphRun:
    """Glyphs five points apart, of one character each unless their clusters say otherwise."""
    count = len(glyphs)
    clusters = more.pop("clusters", tuple(range(count)))
    offsets = more.pop("offsets", tuple(5.0 * at for at in range(count)))
    return GlyphRun(BODY, text, 7.0, glyphs, offsets, clusters, **more)  # type: ignore[arg-type]


def shown(one: GlyphRun, style: TextStyle = STYLE, *, space_after: bool = False) -> list[tuple[float, float, str]]:
    """Where each glyph is from the start of its run, how high, and what it says."""
    face, rows = font(), list[tuple[float, float, str]]()
    pen = rise = 0.0
    tracking = 0.0
    operators = show_run(one, face, style, 20.0, space_after=space_after)
    for row in operators:
        if row.endswith(" Tc"):
            tracking = float(row.split()[0])
        elif row.endswith(" Ts"):
            rise = float(row.split()[0])
        elif row.endswith("TJ"):
            for code, number in re.findall(r"<([0-9A-F]+)>|(-?[\d.]+)", row):
                pen -= float(number or 0) * style.size / 1000
                for key in re.findall("....", code):
                    glyph, said = face.noted[key]
                    rows.append((round(pen, 3), rise, said))
                    pen += face.width(glyph) * style.size / 1000 + tracking
    return rows


def operators(one: GlyphRun, style: TextStyle = STYLE, *, space_after: bool = False) -> list[str]:
    return show_run(one, font(), style, 20.0, space_after=space_after)


@cases(30)
@given(st.lists(st.floats(-40, 40), min_size=3, max_size=3), st.sampled_from([0.0, 1.5]), st.sampled_from([6.0, 30.0]))
def test_each_glyph_is_where_the_scene_has_it(offsets: list[float], tracking: float, size: float) -> None:
    found = shown(made("abc", A, B, C, offsets=tuple(offsets)), replace(STYLE, size=size, tracking=tracking))
    assert [words for _, _, words in found] == ["a", "b", "c"]
    assert [x for x, _, _ in found] == pytest.approx(offsets, abs=0.002 * size)


def test_glyphs_that_follow_each_other_are_written_together() -> None:
    face = font()
    wide = face.width(A) * SIZE / 1000
    (row,) = operators(made("aa", A, A, offsets=(0.0, wide)))[1:]
    assert row == "[<00010001>] TJ"
    (row,) = operators(made("aa", A, A, offsets=(0.0, wide + 0.1)))[1:]
    assert row == "[<0001>-10<0001>] TJ"
    (row,) = operators(made("aa", A, A, offsets=(0.1, wide + 0.1)))[1:]
    assert row == "[-10<00010001>] TJ"
    for by in (0.004, -0.004):
        assert operators(made("aa", A, A, offsets=(0.0, wide + by)))[1:] == ["[<00010001>] TJ"], "too little to see"
    assert [operators(made("a", A, offsets=(by,)))[1] for by in (0.005, -0.005, 0.006, -0.006)] == [
        "[<0001>] TJ", "[<0001>] TJ", "[-0.6<0001>] TJ", "[0.6<0001>] TJ",
    ]  # fmt: skip


def test_glyphs_above_the_line_are_raised_and_the_next_run_is_not() -> None:
    raised = made("abc", A, B, C, rises=(0.0, 2.0, 2.0))
    assert shown(raised) == [(0.0, 0.0, "a"), (5.0, 2.0, "b"), (10.0, 2.0, "c")]
    assert [row for row in operators(raised) if row.endswith("Ts")] == ["2 Ts", "0 Ts"]
    back = made("abc", A, B, C, rises=(1.0, 0.0, 0.0))
    assert [row for row in operators(back) if row.endswith("Ts")] == ["1 Ts", "0 Ts"]
    both = made("abc", A, B, C, rises=(2.0, -2.0, 0.0))
    assert [row for row in operators(both) if row.endswith("Ts")] == ["2 Ts", "-2 Ts", "0 Ts"]
    flat = made("abc", A, B, C, rises=(0.0, 0.005, 0.0))
    assert [row for row in operators(flat) if row.endswith("Ts")] == []


@pytest.mark.parametrize(
    ("words", "adds", "said"),
    [("ab", True, ["a", "b", " "]), ("ab", False, ["a", "b"]), ("a ", True, ["a", " "]), ("a ", False, ["a", " "])],
)
def test_a_space_follows_for_readers_unless_there_is_one(words: str, adds: bool, said: list[str]) -> None:
    found = shown(made(words, A, B if words == "ab" else SPACE), space_after=adds)
    assert [one for _, _, one in found] == said
    assert [x for x, _, _ in found] == [0.0, 5.0, 5.0][: len(said)]


def test_the_characters_of_a_cluster_go_to_its_glyphs_and_the_rest_to_the_last() -> None:
    rises = (0.0,) * 3
    assert [one for _, _, one in shown(made("abc", A, B, clusters=(0, 2)))] == ["ab", "c"]
    assert [one for _, _, one in shown(made("abc", A, B, clusters=(0, 1)))] == ["a", "bc"]
    assert [one for _, _, one in shown(made("abcd", A, B, C, clusters=(0, 0, 3), rises=rises))] == ["a", "bc", "d"]
    assert [one for _, _, one in shown(made("a", A, B, clusters=(0, 0)))] == ["a", ""]
    unsaid = font()
    assert unsaid.code(B, "") == unsaid.code(B, "\u200b"), "a glyph that says nothing is not heard"


def test_joined_glyphs_say_together_what_they_are() -> None:
    joined = made("abc", A, B, clusters=(0, 2), joined=True)
    words = "abc".encode("utf-16-be").hex().upper()
    assert operators(joined)[1] == f"/Span <</ActualText <FEFF{words}>>> BDC"
    assert operators(joined)[-1] == "EMC"
    assert operators(joined, space_after=True)[1] == f"/Span <</ActualText <FEFF{words}0020>>> BDC"
    assert not any("Span" in row for row in operators(replace(joined, joined=False)))


def test_words_from_the_right_follow_as_they_are_read_and_their_letters_lie_from_left_to_right() -> None:
    # "ab c" from the right: c is left of the space, which is left of b and a.
    run_ = made("ab c", C, SPACE, B, A, clusters=(3, 2, 1, 0), right_to_left=True)
    assert shown(run_) == [(10.0, 0.0, "b"), (15.0, 0.0, "a"), (5.0, 0.0, " "), (0.0, 0.0, "c")]
    found = shown(run_, space_after=True)
    assert found[-1] == (0.0, 0.0, " ")
    assert found[:-1] == shown(run_)
    assert not any("Span" in row for row in operators(run_))


def test_a_ligature_from_the_right_is_a_glyph_for_each_of_its_characters() -> None:
    step = font().width(A) * SIZE / 1000 / 2
    found = shown(made("ab", A, clusters=(0,), right_to_left=True))
    assert found == [(0.0, 0.0, "b"), (round(step, 3), 0.0, "a")]
    three = shown(made("abc", A, B, clusters=(2, 0), offsets=(0.0, 9.0), right_to_left=True))
    wide = font().width(B) * SIZE / 1000 / 2
    assert three == [(0.0, 0.0, "c"), (9.0, 0.0, "b"), (round(9 + wide, 3), 0.0, "a")]


def test_a_letter_of_several_glyphs_from_the_right_says_what_it_is() -> None:
    rows = operators(made("ab", B, C, A, clusters=(1, 0, 0), right_to_left=True))
    told = [row for row in rows if row.startswith("/Span")]
    assert told == ["/Span <</ActualText <FEFF0061>>> BDC"]
    assert len([row for row in rows if row.endswith("TJ")]) == 2


@pytest.mark.parametrize(("count", "blocks"), [(0, []), (1, [1]), (100, [100]), (101, [100, 1]), (250, [100, 100, 50])])
def test_a_map_to_characters_has_at_most_a_hundred_entries_a_block(count: int, blocks: list[int]) -> None:
    rows = to_unicode_map(["a"] * count).decode().split("\n")
    assert [int(row.split()[0]) for row in rows if row.endswith("beginbfchar")] == blocks
    assert [row for row in rows if row.startswith("<00") and row.endswith("<0061>")] == [
        f"<{code:04X}> <0061>" for code in range(1, count + 1)
    ]


def test_a_font_file_that_is_gone_is_named() -> None:
    with pytest.raises(StudioError, match=r"gone\.ttf cannot be read"):
        PdfFont(PdfFile("en"), Face("gone", FONTS / "gone.ttf", "Gone"))


# ------------------------------------------------------------------ paragraphs


def rows(block: TextBlock) -> list[list[tuple[str, bool]]]:
    return [[(line.text, gap) for line, gap in lines] for lines in paragraphs(block)]


def test_lines_of_a_paragraph_are_parted_by_spaces_unless_a_word_goes_on() -> None:
    block = text("See example.org/a-long/address now", 12, 40, rows=("See example.org/", "a-long/address", "now"))
    assert rows(block) == [[("See example.org/", False), ("a-long/address", True), ("now", True)]]
    assert rows(text("One.\nTwo three.", 12, 40, rows=("One.", "Two", "three."))) == [
        [("One.", True)],
        [("Two", True), ("three.", True)],
    ]
    assert rows(text("One.\n\nTwo.", 12, 40, rows=("One.", "Two."))) == [[("One.", True)], [("Two.", True)]]
    assert rows(replace(text("x", 12, 40), text="other")) == [[("x", True)]], "what is drawn otherwise than said"
    assert rows(replace(text("x", 12, 40), lines=())) == []


def test_the_same_words_twice_are_found_one_after_the_other() -> None:
    block = text("no-no no", 12, 40, rows=("no-", "no", "no"))
    assert rows(block) == [[("no-", False), ("no", True), ("no", True)]]


def test_only_what_reads_from_the_right_is_said_beside_its_glyphs() -> None:
    block = text("One two three", 12, 40, rows=("One two", "three"))
    (lines,) = paragraphs(block)
    assert spoken(lines) == ""
    turned = replace(block.lines[1], runs=(replace(block.lines[1].runs[0], right_to_left=True),))
    assert spoken([lines[0], (turned, True)]) == "One two three"
    assert spoken([(turned, False), lines[0]]) == "threeOne two"


def contents(*blocks: TextBlock) -> list[str]:
    with opened(render_pdf(document(page(*blocks)))) as pdf:
        return str(pdf.pages[0].Contents.read_bytes().decode()).split("\n")


def test_a_line_of_another_color_and_a_stroke_below_are_drawn_so() -> None:
    block = text("One two", 12, 40, rows=("One", "two"), color=Color("#FF0000"))
    second = replace(block.lines[1], color=Color("#0000FF"))
    found = contents(replace(block, lines=(block.lines[0], second), underlined=True))
    assert [row for row in found if row.endswith("rg")] == ["1 0 0 rg", "0 0 1 rg"]
    boxes = [line.underline(12) for line in block.lines]
    assert [row for row in found if row.endswith("re f")] == [
        f"{box.x:g} {round(box.y, 4):g} {round(box.width, 4):g} {round(box.height, 4):g} re f" for box in boxes
    ]
    assert not [row for row in contents(block) if row.endswith("re f")]
