"""What a campaign has no texts for in a language is said of each medium that is wanted, and of no other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import missing_media
from htpm_studio.pieces.sizes import MEDIA, Medium
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@pytest.mark.parametrize(
    ("media", "decks", "handouts", "words"),
    [
        (MEDIA, True, True, []), (MEDIA, False, True, ["decks"]), (MEDIA, True, False, ["handouts"]),
        (MEDIA, False, False, ["decks", "handouts"]), (("social",), False, False, []),
        (("deck",), False, False, ["decks"]), (("print",), False, False, ["handouts"]), (("social",), True, True, []),
    ],
)  # fmt: skip
def test_each_wanted_medium_without_texts_is_named(
    media: tuple[Medium, ...], decks: bool, handouts: bool, words: list[str]
) -> None:
    project = Project(Brand("Riverbend Coalition"), 2, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(media), dt.date(2026, 11, 25))
    week = replace(kit.week, decks=kit.week.decks if decks else (), handouts=kit.week.handouts if handouts else ())
    assert [str(one) for one in missing_media(replace(kit, week=week))] == [
        f"There are no {word} in English yet; they were left out." for word in words
    ]
