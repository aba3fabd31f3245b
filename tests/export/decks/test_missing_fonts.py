"""Decks where Georgia and Arial are missing: each text still fits its box, and none runs into another."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.wide_decks import faults, set_deck

ROOT = Path(__file__).parents[3]
SHORT_NAME = "Riverbend Coalition"
LONG_NAME = "Northern Lakes Regional Council for the Prevention of Human Trafficking and Harm"
slow = [pytest.mark.slow, pytest.mark.skipif(not os.environ.get("HTPM_SLOW"), reason="needs HTPM_SLOW=1")]


def decks(language: str, week: int, name: str) -> Iterator[tuple[FileSpec, Kit]]:
    campaign = bundled_campaign(language)
    project = Project(Brand(name, ("#0F5C5C",)), week, 2027, language=language)
    kit = build_kit(project, campaign, bundled_resources(), Options(), dt.date(2026, 11, 25))
    return ((spec, kit) for spec in deck_specs(kit) if spec.format == "pptx")


def check(spec: FileSpec, kit: Kit) -> None:
    made = render_file(spec, kit.inputs, JobContext())
    assert made.findings == ()
    found = [(number, fault) for number, slide in enumerate(set_deck(made.data), 1) for fault in faults(slide)]
    assert found == [], spec.path


@pytest.mark.parametrize(("language", "week", "deck"), [("es", 4, "short"), ("es", 1, "training")])
def test_a_wide_face_stays_in_its_boxes(language: str, week: int, deck: str) -> None:
    for spec, kit in decks(language, week, LONG_NAME if language == "es" else SHORT_NAME):
        if spec.group == deck:
            check(spec, kit)


@pytest.mark.parametrize("name", [SHORT_NAME, LONG_NAME])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("language", ["en", "es"])
class TestEveryDeck:
    pytestmark = slow

    def test_a_wide_face_stays_in_its_boxes(self, language: str, week: int, name: str) -> None:
        for spec, kit in decks(language, week, name):
            check(spec, kit)
