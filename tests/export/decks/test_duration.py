"""How long a talk takes by its notes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from htpm_studio.export.decks.duration import WORDS_A_MINUTE, minutes_for, seconds_for, seconds_of_talk, words_in
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def deck(language: str, name: str, **notes: str) -> FileSpec:
    campaign = bundled_campaign(language)
    edits = Edits.from_mapping(
        {f"w2/deck/{name}/{number.strip('n')}": {"notes": text} for number, text in notes.items()}
    )
    project = Project(Brand("Riverbend"), 2, 2027, edits=edits)
    kit: Kit = build_kit(project, campaign, bundled_resources(), Options(("deck",)), dt.date(2026, 11, 25))
    return next(one for one in plan(kit) if one.piece == f"w2/deck/{name}" and one.format == "pptx")


@pytest.mark.parametrize(
    ("notes", "seconds"),
    [
        ("", 0.0),
        ("word " * WORDS_A_MINUTE, 60.0),
        ("Time: 2 minutes.\nSay: Hello.", 120.0),
        (f"Say: {'word ' * WORDS_A_MINUTE}\nDo: Walk around.\nIf nobody answers: {'word ' * 500}", 60.0),
        (f"Do: Walk around. {'word ' * (WORDS_A_MINUTE - 3)}", 60.0),
        ("Say: Call 1-888-373-7888.", 60 * 12 / WORDS_A_MINUTE),
        ("Say: See report.cybertip.org/help, open 24/7.", 60 * (1 + 7 + 1 + 4) / WORDS_A_MINUTE),
        ("Say: In 2021, 37% of adults – some $400.", 60 * (1 + 4 + 3 + 2 + 1 + 4) / WORDS_A_MINUTE),
        ("Tiempo: 5 minutos. Hable despacio.", 300.0),
        ("Time: 1 minute.\n" + "word " * (3 * WORDS_A_MINUTE), 180.0),
        ("Say it at the right time: 2 minutes before noon.", 60 * 10 / WORDS_A_MINUTE),
    ],
)
def test_a_slide_takes_what_its_notes_say_or_what_saying_them_takes(notes: str, seconds: float) -> None:
    assert seconds_for(notes) == pytest.approx(seconds)
    assert words_in(notes) == len(notes.split())


@pytest.mark.parametrize(
    ("notes", "minutes"),
    [("", 1), ("word " * WORDS_A_MINUTE, 1), ("word " * (WORDS_A_MINUTE + 1), 2), ("Time: 5 minutes.\nSay: Hello.", 5)],
)
def test_planned_minutes_are_whole_and_at_least_one(notes: str, minutes: int) -> None:
    assert minutes_for(notes) == minutes


@pytest.mark.parametrize(
    ("language", "name", "minutes"), [("en", "training", 60), ("es", "short", 10), ("en", "loop", 1)]
)
def test_a_talk_takes_as_long_as_the_campaign_plans(language: str, name: str, minutes: int) -> None:
    assert round(seconds_of_talk(deck(language, name)) / 60) == minutes


def test_own_notes_and_slides_left_out_change_the_talk() -> None:
    usual, other = deck("en", "short"), deck("en", "short", n1="Time: 9 minutes.")
    first = seconds_for(usual.pages[0].info.notes)
    assert seconds_of_talk(other) == seconds_of_talk(usual) + 9 * 60 - first
    assert seconds_of_talk(usual, frozenset((usual.pages[0].piece,))) == seconds_of_talk(usual) - first
    twice = replace(usual, pages=(usual.pages[0], *usual.pages))
    assert seconds_of_talk(twice) == seconds_of_talk(usual)
