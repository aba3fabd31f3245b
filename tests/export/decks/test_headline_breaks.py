"""How headlines of every deck break, in every family: no lone short words, no articles at ends, no torn clauses."""

from __future__ import annotations

import datetime as dt
import os

import pytest

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.walk import texts
from htpm_studio.text.semantic_breaks import bad_breaks, torn_clauses
from tests.helpers.bundled import bundled_campaign, bundled_resources

FEW = 5
"""Words for which there may be no better break beside a picture."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not os.environ.get("HTPM_SLOW"), reason="needs HTPM_SLOW=1"),
]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("family", ["common-thread", "quilt", "broadside"])
def test_headlines_of_all_weeks_break_well(family: str, language: str) -> None:
    resources, campaign = bundled_resources().in_family(family), bundled_campaign(language)
    seen, broken = 0, []
    for week in range(1, 6):
        brand = Brand("Riverbend Coalition", ("#0F5C5C",), family=family)
        project = Project(brand, week, 2027, language=language)
        kit = build_kit(project, campaign, resources, Options(), dt.date(2026, 11, 25))
        pages = [page for spec in deck_specs(kit) if spec.format == "pptx" for page in spec.pages]
        for head in (text for page in pages for text in texts(compose(page, kit).page) if text.tag == "H1"):
            lines = [line.text for line in head.lines]
            seen += 1
            bad = bad_breaks(lines, [line.width for line in head.lines]) + torn_clauses(lines)
            if bad and len(head.text.split()) > FEW:
                broken.append(" / ".join(lines))
    assert seen > 140
    assert broken == []
