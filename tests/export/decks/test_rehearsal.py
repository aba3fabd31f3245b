"""A trainer's rehearsal of every training: what its notes have said, asked and done fills the minutes of each slide."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

import pytest

from htpm_studio.export.decks.duration import WORDS_A_MINUTE, seconds_aloud, words_in
from htpm_studio.export.decks.spoken import spoken
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.prints.guide_pages import SessionSlide, sections_of, session_slides, training_of
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.read_aloud import as_said
from tests.helpers.rehearsal import BETWEEN, NUMBERS, is_discussion, turns

LATE, BORROWED, IDLE = 20, 50, 90
"""Seconds that a part may take too long, those that a slide may borrow from others of its part, and those of its
minutes that the notes may leave to the trainer."""

SPOKEN = 0.3
"""The least share of the minutes in which the trainer has something to say, at a calm pace."""

FORM = ("Hand out the evaluation form", "Reparta la hoja de evaluación")
SILENCE = ("If nobody answers", "Si nadie responde")
DISCLOSED = ("If someone discloses in front of everyone", "Si alguien cuenta delante de todos lo que vive")
QUESTIONS = ("Take questions for a minute.", "Responda preguntas durante un minuto.")


@cache
def kit_of(week: int, language: str) -> Kit:
    project = Project(Brand("Riverbend Coalition"), week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))


def taken(slide: SessionSlide) -> float:
    """Seconds that a slide takes when its notes are followed."""
    return sum(seconds_aloud(one.said) + (BETWEEN if one.said else 0) + one.group for one in turns(slide))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_a_rehearsed_training_fits_its_minutes(week: int, language: str) -> None:
    kit = kit_of(week, language)
    deck, slides = training_of(kit), session_slides(kit)
    assert deck is not None
    seconds = {slide.number: 600.0 if is_discussion(slide) else taken(slide) for slide in slides}
    for slide in slides:
        late = seconds[slide.number] - 60 * slide.minutes
        assert -IDLE <= late <= BORROWED, f"{slide.number}, {slide.title}: {late:.0f} s too long"
    for name, part in sections_of(slides):
        late = sum(seconds[slide.number] - 60 * slide.minutes for slide in part)
        assert late <= LATE, f"{name}: {late:.0f} s too long"
    assert 0.9 * deck.minutes * 60 <= sum(seconds.values()) <= deck.minutes * 60
    words = sum(words_in(one.text) for slide in slides for one in slide.notes if one.for_the_group)
    assert words / WORDS_A_MINUTE >= SPOKEN * deck.minutes, words


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_ten_minutes_have_one_story_and_enough_to_say(week: int, language: str) -> None:
    deck = kit_of(week, language).week.deck("short")
    assert deck.minutes == 10
    assert [slide.name for slide in deck.slides if slide.layout == "deck/quote"] == ["story"]
    said = (one.text for slide in deck.slides for one in spoken(slide.notes) if one.for_the_group)
    assert 500 <= sum(map(words_in, said)) <= 600


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_the_discussion_says_what_its_ten_minutes_are_for(week: int, language: str) -> None:
    (slide,) = (one for one in session_slides(kit_of(week, language)) if is_discussion(one))
    words = re.sub(r"groups of \w+|grupos de \w+", "", slide.notes[0].text.lower())
    parts = [NUMBERS[word] for word in re.findall(r"\w+", words) if word in NUMBERS and word not in ("a", "un")]
    assert sum(parts) == 10, slide.notes[0].text
    asked = sum(seconds_aloud(one.said) + BETWEEN for one in turns(slide) if one.said)
    assert parts[0] == 1
    assert asked <= 60


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_slides_notes_and_agenda_have_the_same_minutes(week: int, language: str) -> None:
    kit = kit_of(week, language)
    deck, slides = training_of(kit), session_slides(kit)
    assert deck is not None
    assert [slide.minutes for slide in slides] == [slide.minutes for slide in deck.slides]
    sections = [sum(slide.minutes for slide in part) for _, part in sections_of(slides)]
    (agenda,) = (slide for slide in deck.slides if slide.layout == "deck/agenda")
    rows: Any = agenda.fields["rows"]
    assert [row["time"] for row in rows] == [f"{minutes} min" for minutes in sections]
    assert sum(sections) == deck.minutes
    assert f"{deck.minutes:.0f} min" in str(agenda.fields["sub"])
    assert re.search(rf"\b{deck.minutes:.0f}[ -]min", deck.about)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_every_training_is_ready_for_silence_disclosure_questions_and_the_form(week: int, language: str) -> None:
    slides = session_slides(kit_of(week, language))
    labels = [one.label for slide in slides for one in slide.notes]
    texts = [one.text for slide in slides for one in slide.notes]
    assert set(SILENCE) & set(labels)
    assert set(DISCLOSED) & set(labels)
    assert set(QUESTIONS) & set(texts)
    assert any(one.text.startswith(FORM) for one in slides[-1].notes)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Call 1-888-373-7888.", "en", "Call 1, 8 8 8, 3 7 3, 7 8 8 8."),
        ("Text 233733, or dial 2-1-1; in an emergency, call 911.", "en",
         "Text 2 3 3 7 3 3, or dial 2 1 1; in an emergency, call 9 1 1."),
        ("1-800-THE-LOST, which is 1-800-843-5678", "en", "1, 8 0 0, the lost, which is 1, 8 0 0, 8 4 3, 5 6 7 8"),
        ("Report it: report.cybertip.org.", "en", "Report it: report dot cybertip dot org."),
        ("acf.hhs.gov/otip/look", "es", "a c f punto h h s punto gov diagonal o t i p diagonal look"),
        ("a $400 emergency, open 24/7, in 745,652 homes", "en", "a 400 dollars emergency, open 24 7, in 745,652 homes"),
        ("de $400, entre 745,652 y 27.6 millones en EE. UU.", "es",
         "de 400 dólares, entre 745652 y 27 punto 6 millones en Estados Unidos"),
        ("I’m (your name). (Name), near the door, joins you.", "en",
         "I’m Ana Morales. Luis, near the door, joins you."),
        ("I (am or am not) a mandated reporter.", "en", "I am a mandated reporter."),
        ("lo que debo reportar: (su política; por ejemplo, daño a un menor).", "es",
         "lo que debo reportar: que debo reportar si un menor o cualquier otra persona puede estar en peligro."),
    ],
)  # fmt: skip
def test_what_is_typed_is_said_as_a_trainer_says_it(text: str, language: str, said: str) -> None:
    assert as_said(text, language) == said


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_only_blanks_to_fill_in_are_between_parentheses(week: int, language: str) -> None:
    notes = [one for slide in session_slides(kit_of(week, language)) for one in slide.notes if one.for_the_group]
    blanks = re.findall(r"\(([^()]*)\)", " ".join(one.text for one in notes))
    assert blanks
    for blank in blanks:
        assert f", {blank}," not in as_said(f"({blank})", language), blank
