"""Nothing that people need to know is on a layout alone: screen readers and PDFs made of slides leave layouts out."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable

import pptx
import pytest
from pptx.shapes.base import BaseShape

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

SENDER = "Riverbend Coalition"
DECKS = ("training", "short", "loop")


def kit_of(family: str, language: str) -> Kit:
    brand = Brand(SENDER, ("#0F5C5C",), family=family)
    project = Project(brand, 2, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))


def texts(shapes: Iterable[BaseShape]) -> set[str]:
    found: set[str] = set()
    for shape in shapes:
        if shape.has_text_frame and not shape.is_placeholder:
            found.add(" ".join(shape.text_frame.text.split()))
    return found - {""}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("family", sorted(families()))
def test_what_only_a_layout_says_is_the_foot_and_the_order_of_things(family: str, language: str) -> None:
    kit = kit_of(family, language)
    words, number = kit.campaign.words, kit.campaign.hotline.number
    foot = {SENDER, number, f"{words.hotline} {number}"}
    for deck in DECKS:
        spec = next(spec for spec in deck_specs(kit) if spec.id == f"deck/{deck}")
        slides = pptx.Presentation(io.BytesIO(render_file(spec, kit.inputs, JobContext()).data)).slides
        for page, slide in zip(spec.pages, slides, strict=True):
            alone = texts(slide.slide_layout.shapes) - texts(slide.shapes) - foot
            assert {text for text in alone if not text.isdigit()} == set(), (deck, page.template)
            said = " ".join(texts(slide.shapes))
            assert SENDER in said or page.template != "deck/title"
            assert number in said or page.template not in ("deck/closing", "deck/help")
