"""What is said of cards on their sheet is what can be measured in their pages."""

from __future__ import annotations

import datetime as dt

import pytest

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.prints.card_facts import card_facts
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def kit() -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


def spec(name: str) -> FileSpec:
    return next(one for one in print_specs(kit()) if one.id == f"print/{name}/letter")


@pytest.mark.parametrize(("name", "marks"), [("hotline-cards", 18), ("hotline-cards-fold", 12)])
def test_the_number_of_a_card_is_large_and_each_cut_has_a_mark_at_both_ends(name: str, marks: int) -> None:
    facts = card_facts(spec(name), kit())
    assert facts.number >= 16
    assert facts.contrast >= 4.5, "WCAG 2.2, 1.4.3"
    assert (facts.code, facts.marks) == (0, marks)
