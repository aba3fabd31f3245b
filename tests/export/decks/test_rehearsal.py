"""A trainer's rehearsal of every training: what its notes have said, asked and done fills the minutes of each slide.

Each "Say" and "Ask" is read aloud at a measured speed, then the words on the slide for those who do not see it. Groups
take the minutes that the notes give them; a question without any takes two or three short answers.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest

from htpm_studio.export.decks.plain_words import said_in
from htpm_studio.export.decks.spoken import Spoken
from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.export.prints.facilitator_guide import (
    DISCUSSION,
    SHOWN_ONLY,
    SessionSlide,
    session_slides,
    training_of,
)
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

WORDS_A_MINUTE = {"en": 140, "es": 150}
ANSWERS, SILENT, DONE, BETWEEN = 40, 15, 20, 2
"""Seconds for short answers, for a question that nobody answers aloud, for what is done, and between paragraphs."""
LATE, IDLE = 20, 90
"""Seconds that a slide may take too long, and those of its minutes that the notes may leave to the trainer."""

NUMBERS = {
    "half a": 0.5, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "seven": 7,
    "medio": 0.5, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "siete": 7,
}  # fmt: skip
STATED = re.compile(rf"\b({'|'.join(NUMBERS)}) (?:minut[eo]s?)\b( each| cada quien)?", re.IGNORECASE)
HALF_EACH = re.compile(r"thirty seconds each|treinta segundos cada quien", re.IGNORECASE)
ALONE = re.compile(r"no need to answer|no hace falta responder|as you leave|al salir|on your way|salida", re.IGNORECASE)
SAID, ASKED, TO_DO = {"Say", "Diga"}, {"Ask", "Pregunte"}, {"Do", "Haga"}
SHORT = SHOWN_ONLY | {"resources", "help"}
"""Slides of which the notes say all that is read aloud."""


@cache
def kit_of(week: int, language: str) -> Kit:
    project = Project(Brand("Riverbend Coalition"), week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))


def stated(text: str) -> float:
    """Seconds that a paragraph of notes gives to the group."""
    found = [NUMBERS[number.lower()] * (2 if each else 1) for number, each in STATED.findall(text)]
    return 60 * (sum(found) + len(HALF_EACH.findall(text)))


def aloud(text: str, language: str) -> float:
    return 60 * len(text.split()) / WORDS_A_MINUTE[language]


def read(slide: SessionSlide, language: str) -> float:
    """Seconds to read what a slide shows."""
    page = slide.page
    if page.template.rpartition("/")[2] in SHORT:
        return 0.0
    said = said_in(page.template, page.content, slide.title)
    return aloud(" ".join([said.title, *(one.text for block in said.blocks for one in block)]), language)


def taken(slide: SessionSlide, language: str) -> float:
    """Seconds that a slide takes when its notes are followed."""
    seconds = read(slide, language)
    after: Spoken | None = None
    for one in slide.notes:
        if one.label in SAID | ASKED:
            seconds += aloud(one.text, language) + BETWEEN
        given = stated(one.text) if one.label in ASKED | TO_DO else 0.0
        if one.label in ASKED:
            seconds += given or (SILENT if ALONE.search(one.text) else ANSWERS)
        elif one.label in TO_DO:
            timed = after is not None and after.label in ASKED and given > 0
            seconds += given if timed else max(DONE, given)
        after = one
    return seconds


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_a_rehearsed_training_fits_its_minutes(week: int, language: str) -> None:
    kit = kit_of(week, language)
    deck, slides = training_of(kit), session_slides(kit)
    assert deck is not None
    total = 0.0
    for slide in slides:
        planned = 60 * slide.minutes
        if slide.page.template.rpartition("/")[2] == DISCUSSION:
            assert planned == 600, slide.title
            total += planned
            continue
        seconds = taken(slide, language)
        total += seconds
        assert seconds <= planned + LATE, f"{slide.number}, {slide.title}: {seconds:.0f} s of {planned}"
        assert planned - seconds <= IDLE, f"{slide.number}, {slide.title}: {seconds:.0f} s of {planned}"
    assert 0.75 * deck.minutes * 60 <= total <= deck.minutes * 60


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_the_discussion_says_what_its_ten_minutes_are_for(week: int, language: str) -> None:
    (slide,) = (one for one in session_slides(kit_of(week, language)) if one.page.template == f"deck/{DISCUSSION}")
    words = re.sub(r"groups of \w+|grupos de \w+", "", slide.notes[0].text.lower())
    parts = [NUMBERS[word] for word in re.findall(r"\w+", words) if word in NUMBERS and word not in ("a", "un")]
    assert sum(parts) == 10, slide.notes[0].text
