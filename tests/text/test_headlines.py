"""Headlines that fill their box: how they break, how large they are, and in which face."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.text.headlines import Aim, Room, set_headline
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
