"""Headlines that fill their box: how they break, how large they are, and in which face."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from htpm_studio.text.headlines import Aim, Room, set_headline
from htpm_studio.text.shaping import shape
from tests.helpers.bundled import bundled_resources

FONTS = bundled_resources().in_family("broadside").fonts
FACES = FONTS.head_roles()
AIMS: tuple[Aim, ...] = ("area", "size")
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


@pytest.mark.parametrize("aim", AIMS)
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


def test_lines_have_their_widths_in_points_and_are_no_more_than_there_may_be() -> None:
    made = set_headline("Wear blue", FACES[:1], replace(ROOM, lines=1), FONTS)
    assert made.widths == pytest.approx(((shape("Wear blue", FACES[0], FONTS).width - 8 * 0.006) * made.size,))
    for most in (1, 2, 3):
        assert len(lines("Ask your neighbors about work at night", replace(ROOM, lines=most, height=5000))) <= most


SAID = (
    "Ask them. Listen to what they say about the work at night", "Ask them, please, about work",
    "Ask the neighbors and",
    "Every person has a right to be paid for their work: all of it", "No. It is not your fault", "Wear blue, ask why",
    "Si algo no le parece bien, pregunte. Usted decide qué cuenta", "Listen", "Help is one call away…",
    "People ask what the signs are and I tell them to start by being someone others can talk to when it matters",
)  # fmt: skip
"""Headlines with sentences, clauses, small words, short and long ones."""


def test_headlines_keep_their_breaks(golden: Callable[[str, str], None]) -> None:
    """A changed line says that headlines break in another way or are of another size: see whether that is better."""
    rows = []
    for text in SAID:
        for width, height in ((936, 700), (936, 250), (400, 700), (520, 420)):
            for aim in AIMS:
                room = replace(ROOM, width=width, height=height, aim=aim, stroke=width == 520)
                made = set_headline(text, FACES, room, FONTS)
                face = FACES.index(made.face)
                rows.append(f"{width}x{height} {aim} {face} {made.size:.1f} {made.tail} {' / '.join(made.lines)}\n")
    golden("breaks/boxes", "".join(rows))
