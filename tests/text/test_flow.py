"""Lines of a text, measured in letters: what is cut, what is even, and what a last line may be."""

from __future__ import annotations

from typing import Any

import pytest

from htpm_studio.text.flow import (
    TextSetting,
    Wrap,
    flow,
    line_width,
    lines_right_to_left,
)
from htpm_studio.text.fonts import FontBook


def length(text: str, _face: str, _fonts: object) -> tuple[float, int]:
    return float(len(text)), len(text)


@pytest.fixture
def fonts(monkeypatch: pytest.MonkeyPatch) -> FontBook:
    """Fonts in which each letter is one em wide, and one and a half in the face that may replace them."""
    monkeypatch.setattr("htpm_studio.text.flow.line_length", length)
    monkeypatch.setattr("htpm_studio.text.flow.wider_width", lambda text, _face, _fonts: 1.5 * len(text))
    book: Any = type("Letters", (), {})()
    return book  # type: ignore[no-any-return]


@pytest.fixture
def even(fonts: FontBook, monkeypatch: pytest.MonkeyPatch) -> FontBook:
    """Fonts in which each letter is one em wide in whatever face."""
    monkeypatch.setattr("htpm_studio.text.flow.wider_width", lambda text, _face, _fonts: float(len(text)))
    return fonts


@pytest.mark.parametrize(
    ("word", "width", "parts"),
    [
        ("abcd", 4, ["abcd"]), ("abcd", 3, ["abc", "d"]), ("abcd", 2.9, ["ab", "cd"]), ("abc", 1, ["a", "b", "c"]),
        ("abc", 0.5, ["a", "b", "c"]), ("e\u0301bc", 3, ["e\u0301b", "c"]),
        ("abc", 0, ["a", "b", "c"]), ("aaaaaa b", 4, ["aaaa", "aa b"]),
    ],
)  # fmt: skip
def test_a_word_is_cut_into_the_longest_parts_that_fit(
    fonts: FontBook, word: str, width: float, parts: list[str]
) -> None:
    found = flow(word, width, TextSetting("x", 1, 0, "greedy"), fonts).lines
    assert [line.replace("\u00a0", " ") for line in found] == parts


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        # Each sentence, clause or phrase has its line, though all of the first line would have room for more.
        ("Salga cuando quiera. No hace falta un motivo.", 30, ["Salga cuando quiera.", "No hace falta un motivo."]),
        ("In health care: train your buyers", 24, ["In health care:", "train your buyers"]),
        ("Dé empleos justos; apoye pequeños negocios", 26, ["Dé empleos justos;", "apoye pequeños negocios"]),
        ("They owe a debt that only grows", 22, ["They owe a debt", "that only grows"]),
        # Lines that are only more even are no reason.
        ("Keep a list of legal aid and child care", 25, ["Keep a list of legal aid", "and child care"]),
        ("Share only what you want to share. No names.", 36, ["Share only what you want to share.", "No names."]),
        # A clause of a few words is not alone, and no word is cut in two.
        ("In immediate danger, call 911.", 21, ["In immediate danger,", "call 911."]),
        (
            "Free legal aid and self-help forms in your state.",
            30,
            ["Free legal aid and self-help", "forms in your state."],
        ),
    ],
)
def test_a_short_text_of_a_slide_breaks_by_its_sense(even: FontBook, text: str, width: float, lines: list[str]) -> None:
    found = flow(text, width, TextSetting("", 1, wrap="full", fallback_safe=True), even)
    assert [line.replace("\u00a0", " ") for line in found.lines] == lines
    # Another program breaks it alike at that width.
    assert flow(found.text, width, TextSetting("", 1, wrap="greedy"), even).lines == found.lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("They fear what happens if they complain", 17, ["They fear", "what happens", "if they complain"]),
        ("Un patrón que retiene documentos", 22, ["Un patrón", "que retiene documentos"]),
        ("They aren’t allowed to speak for themselves", 19, ["They aren’t", "allowed to speak", "for themselves"]),
        ("Ask before you sign", 15, ["Ask before", "you sign"]),
        ("No tiene un lugar seguro para esta noche", 18, ["No tiene", "un lugar seguro", "para esta noche"]),
        # The word that begins the line before is not alone either.
        (
            "¿Qué empleador local da segundas oportunidades justas?",
            25,
            ["¿Qué empleador local", "da segundas", "oportunidades justas?"],
        ),
        ("Compártalo donde la gente espera o descansa", 20, ["Compártalo donde", "la gente espera", "o descansa"]),
        # No sentence is torn for that, and no number from what it counts.
        ("Salga cuando quiera. No hace falta un motivo.", 21, ["Salga cuando quiera.", "No hace falta", "un motivo."]),
        ("StopNCII (18 años o más)", 17, ["StopNCII (18 años", "o más)"]),
        # A line that is about to take the next words would need a box of its own in PowerPoint.
        ("Use su profesión: enseñe, atienda, asesore", 23.9, ["Use su", "profesión: enseñe,", "atienda, asesore"]),
        # Below a colon a number is alone: it is what the line before it announces.
        ("Free support, day and night: 1-888-373-7888", 29, ["Free support, day and night:", "1-888-373-7888"]),
        # No better way: a line would end in an article, or the first word would be alone.
        ("Tome una capacitación gratuita", 18, ["Tome", "una capacitación", "gratuita"]),
        ("Why services are prevention", 12, ["Why services", "are", "prevention"]),
    ],
)
def test_a_word_alone_on_a_line_of_a_slide_gets_the_word_before_it(
    even: FontBook, text: str, width: float, lines: list[str]
) -> None:
    found = flow(text, width, TextSetting("", 1, wrap="greedy", fallback_safe=True), even)
    assert [line.replace("\u00a0", " ") for line in found.lines] == lines
    assert flow(found.text, width, TextSetting("", 1, wrap="greedy"), even).lines == found.lines


def test_a_name_whose_first_word_is_alone_keeps_its_lines(even: FontBook) -> None:
    setting = TextSetting("", 1, wrap="balance", fallback_safe=True)
    assert flow("Save the hotline number", 18, setting, even).lines[0] == "Save"


def test_a_line_is_as_wide_as_its_letters_and_what_is_between_them(fonts: FontBook) -> None:
    assert [line_width(text, TextSetting("x", 10, 2), fonts) for text in ("", "a", "abc")] == [0, 10, 34]


def test_a_text_that_is_not_broken_keeps_its_own_lines_and_knows_its_room(fonts: FontBook) -> None:
    found = flow("aaa\nbbbbb", 50, TextSetting("x", 10, 0, "none"), fonts)
    assert (found.lines, found.widths, found.room, found.width, found.rows) == (("aaa", "bbbbb"), (30, 50), 50, 50, 2)
    assert not found.overfull
    assert flow("aaa\nbbbbb", 49.98, TextSetting("x", 10, 0, "none"), fonts).overfull
    wide = flow("aaa\nbbbbb", 75, TextSetting("x", 10, 0, "none", fallback_safe=True), fonts)
    assert (wide.room, wide.width, wide.overfull) == (75, 50, False)
    assert flow("aaa\nbbbbb", 74, TextSetting("x", 10, 0, "none", fallback_safe=True), fonts).overfull


@pytest.mark.parametrize(
    ("wrap", "more", "lines"),
    [
        ("greedy", 0, ["aaaa bbbb", "ccc"]), ("full", 0, ["aaaa bbbb", "ccc"]), ("pretty", 0, ["aaaa", "bbbb ccc"]),
        ("balance", 0, ["aaaa", "bbbb ccc"]), ("sense", 0, ["aaaa", "bbbb ccc"]), ("sense", 1, ["aaaa", "bbbb", "ccc"]),
        ("greedy", 1, ["aaaa bbbb", "ccc"]),
    ],
)  # fmt: skip
def test_lines_are_full_or_even_or_more_than_they_need_be(
    fonts: FontBook, wrap: Wrap, more: int, lines: list[str]
) -> None:
    found = flow("aaaa bbbb ccc", 95, TextSetting("x", 10, 0, wrap, more=more), fonts)
    assert [line.replace("\u00a0", " ") for line in found.lines] == lines
    assert (found.rows, found.measure, found.overfull) == (len(lines), 95, False)
    assert found.room == found.width == max(found.widths) == 10 * max(map(len, found.lines))


def test_a_long_text_is_no_headline_any_more_so_its_lines_are_full(fonts: FontBook) -> None:
    """Up to six lines by their sense, up to four where they are only even."""

    def even(wrap: Wrap, words: int) -> bool:
        found = flow(" ".join(["aaaa"] * words), 190, TextSetting("x", 10, 0, wrap), fonts)
        return min(found.widths) > 0.6 * found.width

    assert (even("balance", 13), even("balance", 17)) == (True, False)
    assert (even("sense", 17), even("sense", 21), even("sense", 25)) == (True, True, False)


@pytest.mark.parametrize("wrap", ["sense", "balance", "pretty", "greedy"])
def test_a_word_that_is_wider_than_the_room_is_cut(fonts: FontBook, wrap: Wrap) -> None:
    found = flow("aaaaaaa bbb", 40, TextSetting("x", 10, 0, wrap), fonts)
    assert (found.lines, found.overfull) == (("aaaa", "aaa", "bbb"), True)


def test_paragraphs_begin_new_lines_in_each_way_to_break(fonts: FontBook) -> None:
    for wrap in ("sense", "balance", "pretty", "full", "greedy"):
        for safe in (False, True):
            found = flow("aaa bbb\nccc ddd", 120, TextSetting("x", 10, 0, wrap, safe), fonts)
            assert found.lines == ("aaa bbb", "ccc ddd"), (wrap, safe)


def test_each_line_reads_like_the_paragraph_that_it_is_of() -> None:
    assert lines_right_to_left("ab cd", ["ab", "cd"]) == (False, False)
    assert lines_right_to_left("\u05d0\u05d1 \u05d2\nab cd", ["\u05d0\u05d1", "\u05d2", "ab", "cd"]) == (
        True,
        True,
        False,
        False,
    )
    assert lines_right_to_left("ab\n\n\u05d0", ["ab", "", "\u05d0"]) == (False, False, True)
    assert lines_right_to_left("\u05d0\nab", ["\u05d0"]) == (True,)
    assert lines_right_to_left("ab cd\n\u05d0", ["ab", "cd", "\u05d0"]) == (False, False, True)
