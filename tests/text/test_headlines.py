"""Headlines that fill their box: how they break, how large they are, and in which face."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.text.headlines import Aim, Room, _cuts, _may_break, _stumbles, _value, set_headline
from htpm_studio.text.shaping import shape
from tests.helpers.bundled import bundled_resources

FONTS = bundled_resources().in_family("broadside").fonts
FACES = FONTS.head_roles()
ROOM = Room(936, 700, 528, 60, 6, 0.9, -0.006, 0.69)


def lines(text: str, room: Room = ROOM) -> tuple[str, ...]:
    return set_headline(text, FACES, room, FONTS).lines


@pytest.mark.parametrize(
    "text",
    [
        "You can talk to someone right now",
        "Who would notice if you had a bad week?",
        "¿Quién se daría cuenta si usted tuviera una mala semana?",
        "The person who notices first is rarely a detective: it is a neighbor",
    ],
)
def test_no_line_ends_in_a_word_that_leads_to_the_next(text: str) -> None:
    found = lines(text)
    assert " ".join(found) == text
    ends = {line.rpartition(" ")[2].lower() for line in found[:-1]}
    assert not ends & {"to", "a", "the", "is", "una", "de", "no", "se", "si"}


def test_a_headline_takes_the_whole_width_or_the_whole_height() -> None:
    made = set_headline("Every connection makes us safer.", FACES, ROOM, FONTS)
    left = min(ROOM.width - max(made.widths), ROOM.height - made.height(ROOM))
    assert left == pytest.approx(0, abs=1)


def test_a_single_word_is_as_large_as_its_box_and_never_larger_than_the_most() -> None:
    assert set_headline("Listen.", FACES, replace(ROOM, most=200), FONTS).size == 200
    assert set_headline("Listen.", FACES, ROOM, FONTS).size > 380


def test_two_sentences_do_not_share_a_line() -> None:
    assert any(line.endswith("blue.") for line in lines("Wear blue. Start a conversation.", replace(ROOM, height=330)))


@pytest.mark.parametrize("aim", ["area", "size"])
def test_the_first_word_of_a_sentence_is_not_alone_on_its_line(aim: Aim) -> None:
    room = replace(ROOM, width=700, height=420, aim=aim)
    assert lines("Wear blue. Start a conversation.", room) == ("Wear blue.", "Start a conversation.")


def test_a_headline_is_smaller_rather_than_with_a_line_of_next_to_nothing() -> None:
    made = lines("Un plan de seguridad cabe en una página", replace(ROOM, width=500, height=320))
    assert made == ("Un plan de seguridad", "cabe en una página")


def test_a_longer_line_is_set_in_a_narrower_face() -> None:
    flat = replace(ROOM, height=90, lines=1)
    assert set_headline("Before you say yes to a job", FACES, flat, FONTS).face == FACES[0]
    assert set_headline("Listen", FACES, replace(ROOM, height=150, lines=1), FONTS).face == FACES[-1]


def test_a_text_of_many_words_is_broken_in_a_moment() -> None:
    text = "People ask what the signs are and I tell them to start by being someone others can talk to when it matters"
    found = lines(text, replace(ROOM, lines=8))
    assert " ".join(found) == text
    assert 4 <= len(found) <= 8


def test_lines_that_its_writer_broke_stay_as_they_are() -> None:
    assert lines("Ask.\nListen.\nStay in touch.") == ("Ask.", "Listen.", "Stay in touch.")


FIRST, LAST = "Ask the neighbors", "about work at night"


@pytest.mark.parametrize(
    ("rows", "widths", "area", "size"),
    [
        ((FIRST,), (10,), 0, 0),
        ((FIRST, LAST), (10, 10), 0, 0),
        ((FIRST, LAST), (46, 100), 0, 0),  # as short as that is not short
        ((FIRST, LAST), (4.5, 10), 0.16, 0.2),
        ((FIRST, LAST), (10, 4.5), 0.16 * 0.55, 0.2 * 0.55),
        (("Ask neighbors.", LAST), (4.5, 10), 0.16 / 2 - 0.06, 0.2 / 2 - 0.06),  # a sentence may be short
        ((FIRST, "Listening"), (10, 4.5), 0.16 * 0.55 + 0.07, 0.2 * 0.55 + 0.07),  # a word alone
        (("Ask neighbors.", "Listening"), (10, 4.5), 0.088 + 0.07 + 0.3 - 0.06, 0.11 + 0.07 + 0.3 - 0.06),
        (("Ask neighbors.", "Listening."), (10, 4.5), 0.044 + 0.07 - 0.06, 0.055 + 0.07 - 0.06),
        (("Ask them.", "Listen", LAST), (10, 4, 10), 0.16 + 0.3 - 0.06, 0.2 + 0.3 - 0.06),
        ((FIRST, "one"), (10, 10), 0.12, 0.12), ((FIRST, "once"), (10, 10), 0, 0),
        (("Ask them and", LAST), (10, 10), 0.09, 0.09), (("Ask them and,", LAST), (10, 10), 0.04, 0.1),
        (("Ask them.", LAST), (10, 10), -0.06, -0.06), (("Ask them:", LAST), (10, 10), 0.04, 0.1),
        (("Ask them, please", LAST), (10, 10), 0.1, 0.1), (("Ask them, please",), (10,), 0, 0),
        (("Ask them. Listen", LAST), (10, 10), 0.26, 0.26),
        (("Asks", LAST), (10, 10), 0.1, 0.1), (("Asked", LAST), (10, 10), 0, 0),
    ],
)  # fmt: skip
def test_what_a_reader_stumbles_over_costs_so_much(
    rows: tuple[str, ...], widths: tuple[float, ...], area: float, size: float
) -> None:
    assert _stumbles(rows, widths, "area") == pytest.approx(area)
    assert _stumbles(rows, widths, "size") == pytest.approx(size)


def test_a_way_to_break_is_worth_what_its_letters_cover_or_how_large_they_are() -> None:
    room = Room(100, 60, 50, 5, 3, 1.0, 0, 0.7)
    for aim, even in (("area", 0.08), ("size", 0.26)):
        value, size, tail = _value([FIRST, LAST], [5, 4], replace(room, aim=aim))  # type: ignore[arg-type]
        assert (size, tail) == (20, 0.2), "a line of 5 em is as wide as the room; the last has a g"
        covered = (9 * 0.7) ** 0.5 * 20 if aim == "area" else 20
        assert value == pytest.approx(covered * (1 - even * 0.1 - 0.008))
    assert _value(["one", "none"], [1, 1], room)[1:] == (60 / 1.72, 0.02)
    assert _value(["one", "none"], [1, 1], replace(room, stroke=True))[1:] == (60 / 1.9, 0.2)
    assert _value(["one", "none"], [1, 1], replace(room, most=9))[1] == 9


@pytest.mark.parametrize(
    ("word", "breaks"),
    [("ask", True), ("the", False), ("The", False), ("the,", True), ("no.", True), ("work\u00a0in\u00a0the", False),
     ("“the”", False), ("the\u00a0night", True)],
)  # fmt: skip
def test_no_line_ends_in_a_small_word_but_for_one_with_a_mark(word: str, breaks: bool) -> None:
    assert _may_break(word) is breaks


def test_of_lines_of_many_words_only_those_of_about_one_width_are_tried() -> None:
    free, wide = [True] * 3, [1.0, 1.0, 1.0, 1.0]
    assert list(_cuts(free, wide, 0, 2, 0.0)) == [(1, 4), (2, 4), (3, 4)]
    assert list(_cuts(free, wide, 0, 2, 2.0)) == [(2, 4)], "three are more than 1.34 times two"
    assert list(_cuts(free, wide, 0, 2, 2.24)) == [(2, 4), (3, 4)]
    assert list(_cuts([True, False, True], wide, 0, 2, 0.0)) == [(1, 4), (3, 4)]
    assert list(_cuts(free, wide, 0, 1, 2.9)) == []
    assert list(_cuts(free, wide, 0, 1, 3.0)) == [(4,)]
    assert list(_cuts(free, [1.0, 1.0, 0.5, 0.5], 0, 2, 2.0)) == [(1, 4), (2, 4), (3, 4)], "half is not too narrow"
    assert list(_cuts(free, [0.9, 1.1, 0.5, 0.5], 0, 2, 2.0)) == [(2, 4), (3, 4)]


def test_lines_have_their_widths_in_points_and_are_no_more_than_there_may_be() -> None:
    made = set_headline("Wear blue", FACES[:1], replace(ROOM, lines=1), FONTS)
    assert made.widths == pytest.approx(((shape("Wear blue", FACES[0], FONTS).width - 8 * 0.006) * made.size,))
    for most in (1, 2, 3):
        assert len(lines("Ask your neighbors about work at night", replace(ROOM, lines=most, height=5000))) <= most
