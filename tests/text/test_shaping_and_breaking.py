"""Shaping and line breaking on the bundled fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.text.flow import TOLD_UP_TO, TextSetting, flow, line_width
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.glue import MOST_BOUND, NBSP, bind_sense, bind_words
from htpm_studio.text.semantic_breaks import best_lines, ends_alone, ends_open
from htpm_studio.text.shaping import clean, line_length, shape, wider_width
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import FACES
from tests.helpers.sweeps import cases

FONTS = bundled_resources().fonts
WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12), min_size=1, max_size=30)


def test_kerning_is_on_and_ligatures_are_off() -> None:
    pair = shape("AV", "PublicSans-700", FONTS)
    apart = shape("A", "PublicSans-700", FONTS).width + shape("V", "PublicSans-700", FONTS).width
    assert pair.width < apart
    assert len(shape("ffi", "Fraunces-Head600", FONTS).runs[0].glyphs) == 3


def test_number_face_has_figures_of_one_width() -> None:
    widths = {round(shape(digit, "PublicSans-800", FONTS).width, 6) for digit in "0123456789"}
    assert len(widths) == 1


def test_in_no_room_nothing_longer_than_a_letter_is_measured_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(text: str, face: str, fonts: FontBook) -> tuple[float, int]:
        asked.append(text)
        return line_length(text, face, fonts)

    monkeypatch.setattr("htpm_studio.text.flow.line_length", noted)
    flow("incomprehensibilities", 0.0, TextSetting("PublicSans-400", 21.5, 0.0, "pretty"), FONTS)
    assert sum(len(text) > 1 for text in asked) < 10


def test_clean_composes_and_drops_what_cannot_be_seen() -> None:
    assert clean("e\u0301\u200b\x07\u202ex") == "éx"


@given(WORDS, st.floats(120, 900))
@cases(120)
def test_lines_stay_in_the_room_and_lose_no_word(words: list[str], width: float) -> None:
    text = " ".join(words)
    for wrap in ("balance", "pretty", "greedy"):
        broken = flow(text, width, TextSetting("PublicSans-400", 20, 0.0, wrap), FONTS)
        assert all(line <= width + 0.02 for line in broken.widths)
        joined = "".join(broken.lines).replace("\u00a0", "").replace(" ", "")
        assert joined == text.replace(" ", "")


@given(WORDS, st.floats(200, 900))
@cases(80)
def test_balancing_never_adds_a_line(words: list[str], width: float) -> None:
    text = " ".join(words)
    greedy = flow(text, width, TextSetting("PublicSans-400", 20, 0.0, "greedy"), FONTS)
    balanced = flow(text, width, TextSetting("PublicSans-400", 20, 0.0, "balance"), FONTS)
    assert len(balanced.lines) == len(greedy.lines)
    assert balanced.measure <= width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Wear blue. Start a conversation.", 1060, ("Wear blue.", "Start a conversation.")),
        ("Start with four small steps", 384, ("Start", "with four", "small steps")),
        ("Every connection makes us safer.", 936, ("Every connection", "makes us safer.")),
        ("Notice, ask with care, connect", 900, ("Notice, ask", "with care, connect")),
    ],
)
def test_a_short_text_breaks_by_its_sense(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert (
        flow(text, width, TextSetting("Fraunces-Head600", 65 if width < 400 else 105, 0, "sense"), FONTS).lines == lines
    )


def test_initials_end_no_sentence() -> None:
    text = "Source: Economic Well-Being of U.S. Households in 2023, Federal Reserve Board, published 2024"
    assert best_lines(text.split(), 60, len, " ".join) == [
        "Source: Economic Well-Being of U.S. Households in 2023,",
        "Federal Reserve Board, published 2024",
    ]


@given(WORDS, st.floats(160, 900))
@cases(120)
def test_semantic_breaks_add_no_line_and_lose_no_word(words: list[str], width: float) -> None:
    text = " ".join(words)
    plain, told = (
        flow(text, width, TextSetting("PublicSans-400", 20, 0.0, wrap), FONTS) for wrap in ("greedy", "sense")
    )
    assert len(told.lines) == len(plain.lines)
    assert all(line <= width + 0.02 for line in told.widths)
    assert "".join(told.lines).replace("\u00a0", "").replace(" ", "") == text.replace(" ", "")


def test_what_belongs_together_is_not_parted() -> None:
    assert bind_words("In Week 2 on January 11 we go") == "In Week\u00a02 on January\u00a011 we\u00a0go"
    assert bind_words("El 11 de enero, en EE. UU. y más") == "El 11\u00a0de\u00a0enero, en EE.\u00a0UU. y más"
    assert bind_words("Ask me. I tell them more") == "Ask me. I\u00a0tell them more"
    assert flow("1-888-373-7888", 40, TextSetting("PublicSans-800", 20, 0, "none"), FONTS).overfull


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("You are not in trouble.", "You are not_in_trouble."),
        ("Guarde el número de la línea de ayuda", "Guarde el_número de_la_línea de_ayuda"),
        ("This year we say: Every connection makes us safer.", "This year we say: Every connection makes us_safer."),
        ("A long text ends in responsibilities everywhere", "A_long text ends in_responsibilities everywhere"),
        ("Help is here 24 hours a day", "Help is here 24_hours a_day"),
        ("911 in an emergency", "911 in_an_emergency"),
        ("Ayuda (en inglés) las 24 horas", "Ayuda (en_inglés) las_24_horas"),
        ("Report it. No one should share it.", "Report_it. No_one should_share_it."),
        ("Ask a question. You decide what to share.", "Ask a_question. You_decide what_to_share."),
        ("For everyone's safety, don’t confront anyone now", "For_everyone's safety, don’t_confront anyone_now"),
        ("Me alegra que me lo cuentes.", "Me_alegra que_me_lo_cuentes."),
    ],
)
def test_where_another_program_breaks_the_lines_words_that_belong_together_are_bound(text: str, bound: str) -> None:
    assert bind_sense(text, lambda unit: len(unit) <= MOST_BOUND) == bound.replace("_", NBSP)


def test_more_stays_with_its_word_in_spanish_where_the_rest_goes_on() -> None:
    bound = bind_sense("Familias unidas, más seguras en línea", lambda unit: len(unit) <= 16)
    assert f"más{NBSP}seguras" in bound


def test_what_is_bound_is_never_wider_than_a_line() -> None:
    text = "para que no se lo lleven y a la vez lo cuenten con calma a los que los cuidan"
    assert all(len(unit) <= 20 for unit in bind_sense(text, lambda unit: len(unit) <= 20).split(" "))


# ------------------------------------------------------------------ the whole campaign


def said(value: object) -> Iterator[str]:
    """Every text in the frozen values of a campaign."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in said(one))
    elif isinstance(value, Sequence):
        yield from (text for one in value for text in said(one))
    elif is_dataclass(value):
        yield from (text for field in fields(value) for text in said(getattr(value, field.name)))


def short_texts(language: str) -> list[str]:
    found = said(bundled_campaign(language))
    return sorted({text for text in found if 3 <= text.count(" ") <= 11 and len(text) < 90 and "\n" not in text})


CAMPAIGN = [*short_texts("en"), *short_texts("es")]
HEAD = TextSetting("Fraunces-Head600", 40, 0, "sense")


def ways(text: str, rows: int, width: float) -> Iterator[list[str]]:
    """All ways to set a text on so many lines of a width, what belongs together in one piece."""
    words = bind_words(text).split(" ")
    for cuts in combinations(range(1, len(words)), rows - 1):
        lines = [" ".join(words[a:b]) for a, b in pairwise((0, *cuts, len(words)))]
        if all(line_width(line, HEAD, FONTS) <= width for line in lines):
            yield lines


def open_ends(lines: Sequence[str]) -> int:
    return sum(map(ends_open, lines[:-1]))


def are_even(lines: Sequence[str]) -> bool:
    """True if no line is shorter than half of another: two such lines read worse than one that leads on."""
    widths = [line_width(line, HEAD, FONTS) for line in lines]
    return min(widths) >= max(widths) / 2


@given(st.sampled_from(CAMPAIGN), st.floats(300, 1100))
@cases(150)
def test_no_line_of_the_campaign_ends_in_a_word_that_leads_on_where_other_even_lines_fit(
    text: str, width: float
) -> None:
    lines = flow(text, width, HEAD, FONTS).lines
    others = filter(are_even, ways(text, len(lines), width)) if len(lines) <= TOLD_UP_TO else ()
    assert open_ends(lines) <= min(map(open_ends, others), default=99)


@given(st.sampled_from(CAMPAIGN), st.floats(300, 1100))
@cases(100)
def test_no_text_of_the_campaign_ends_in_a_lone_word_where_a_fuller_last_line_fits(text: str, width: float) -> None:
    broken = flow(text, width, HEAD, FONTS)
    if not ends_alone(broken.lines, broken.widths) or len(broken.lines) > TOLD_UP_TO:
        return
    for lines in ways(text, len(broken.lines), width):
        widths = [line_width(line, HEAD, FONTS) for line in lines]
        assert ends_alone(lines, widths) or open_ends(lines) > open_ends(broken.lines), (broken.lines, lines)


@given(st.sampled_from(CAMPAIGN), st.floats(260, 700))
@cases(100)
def test_what_office_breaks_again_breaks_as_the_scene_does(text: str, width: float) -> None:
    broken = flow(text, width, TextSetting("Arimo-400", 24, 0, "balance", fallback_safe=True), FONTS)
    assert broken.text.replace(NBSP, " ") == text
    if not broken.overfull:
        assert not [word for word in bind_words(text).split(" ") if word not in broken.text]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Food and a safe home", 280, ["Food and", "a safe home"]),
        ("Credit and old records", 330, ["Credit and", "old records"]),
        ("Money can trap, and it can free", 420, ["Money can trap,", "and it can free"]),
    ],
)
def test_a_line_ends_before_and_only_where_the_lines_stay_even(text: str, width: float, lines: list[str]) -> None:
    broken = flow(text, width, TextSetting("Arimo-400", 40, 0, "balance", fallback_safe=True), FONTS)
    assert [line.replace(NBSP, " ") for line in broken.lines] == lines


# ------------------------------------------------------------------ faces of the venue


@pytest.mark.parametrize("text", [
    "Signs a job may not be what it seems", "Thank you for connecting the dots", "Help is here, any hour, any day",
    "Free support, day and night: 1-888-373-7888", "Lo que mucha gente cree, y lo que es verdad",
])  # fmt: skip
@pytest.mark.parametrize(("face", "width"), [("Gelasio-700", 320), ("Arimo-400", 470), ("Arimo-700", 700)])
def test_a_sturdy_text_has_the_rows_that_a_wider_face_needs(text: str, face: str, width: float) -> None:
    broken = flow(text, width, TextSetting(face, 30, fallback_safe=True), FONTS)
    assert " ".join(broken.lines).replace("\u00a0", " ") == text
    assert max(broken.widths) <= broken.room <= width + 0.01
    row, rows = "", 1
    for word in bind_words(text).split(" "):
        longer = f"{row} {word}".strip()
        if row and wider_width(longer, face, FONTS) * 30 > broken.room + 0.02:
            row, rows = word, rows + 1
        else:
            row = longer
    assert rows <= broken.rows
    assert len(broken.lines) <= broken.rows


def test_a_letter_that_the_wider_face_is_not_known_for_counts_too() -> None:
    assert wider_width("Жизнь", "Arimo-400", FONTS) > line_width("Жизнь", TextSetting("Arimo-400", 1), FONTS)
    assert wider_width("a\u00a0b", "Arimo-400", FONTS) == wider_width("a b", "Arimo-400", FONTS)


def test_words_that_only_mean_something_together_are_bound() -> None:
    assert bind_words("help in more than 200 languages") == f"help in more{NBSP}than 200{NBSP}languages"
    assert bind_words("en más de 200 idiomas").startswith(f"en más{NBSP}de")
    assert bind_words("Qué hace cada quien hoy") == f"Qué hace cada{NBSP}quien hoy"
    assert bind_words("Me alegra que me lo cuentes") == f"Me alegra que me{NBSP}lo cuentes"


@pytest.mark.parametrize("face", FACES)
def test_a_line_is_as_long_as_its_words_and_spaces(face: str) -> None:
    lines = [
        "AV To, “Why?” Te-1-888",
        "a\u00a0b c",
        " led",
        "two  spaces",
        "",
        "V\u0301 a",
        "日本 text",
        "Ayuda, ¿Té y Vía?",
    ]
    for text in lines:
        shaped = shape(text, face, FONTS)
        assert line_length(text, face, FONTS) == (shaped.width, shaped.letters), text
