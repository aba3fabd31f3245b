"""Sheets with few entries: what is on them is large, in every family."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from htpm_studio.campaign.model import Campaign, Handout
from htpm_studio.decoding.values import FieldValue
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import Page, TextBlock
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_campaign, bundled_resources

FAMILIES = ("common-thread", "broadside", "quilt")
STEP = "Ask who cooks at night."
PLACES: tuple[FieldValue, ...] = tuple(
    {"title": f"Kitchens{number}", "url": f"example.org/{number}"} for number in range(3)
)


@cache
def campaign(groups: int, places: int) -> Campaign:
    base = bundled_campaign()
    week = base.announced_week(2)
    rows: tuple[FieldValue, ...] = tuple({"head": f"Part {number}", "items": (STEP,)} for number in range(groups))
    sheets = (
        Handout("checklist", "print/checklist", {"head": "Kitchens", "groups": rows}),
        Handout("resources", "print/resources", {"head": "Resources", "items": PLACES[:places]}),
    )
    others = tuple(one for one in base.weeks if one.number != 2)
    return replace(base, weeks=tuple(sorted((*others, replace(week, handouts=sheets)), key=lambda one: one.number)))


def kit(family: str, groups: int = 1, places: int = 1) -> Kit:
    project = Project(Brand("Riverbend", family=family), 2, 2027)
    return build_kit(project, campaign(groups, places), bundled_resources(), Options(), dt.date(2027, 1, 3))


def pages(made: Kit, template: str) -> Iterator[Page]:
    for page_spec in (page for spec in print_specs(made) for page in spec.pages if page.template == template):
        found = compose(page_spec, made.page_inputs)
        assert [one.message for one in found.findings] == []
        yield found.page


def sizes(made: Kit, template: str, words: str) -> list[float]:
    blocks: list[TextBlock] = [one for page in pages(made, template) for one in texts(page) if one.text == words]
    return [one.style.size for one in blocks]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_checklist_with_one_group_is_larger_than_one_with_two(family: str) -> None:
    alone, two = (sizes(kit(family, groups=count), "print/checklist", STEP) for count in (1, 2))
    assert len(alone) == 2
    assert min(alone) > 1.4 * max(two)


@pytest.mark.parametrize("family", FAMILIES)
def test_one_or_two_resources_are_larger_than_three(family: str) -> None:
    one, two, three = (sizes(kit(family, places=count), "print/resources", "Kitchens0") for count in (1, 2, 3))
    assert len(one) == len(two) == 2
    assert min(*one, *two) > 1.4 * max(three)
