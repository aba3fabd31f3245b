"""A piece speaks to one audience: people at risk get a line for themselves, never the one for bystanders."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import AUDIENCES
from htpm_studio.campaign.pack import languages
from htpm_studio.compose.compose_page import compose_page
from htpm_studio.compose.template import TemplateElement
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.passages import kit_passages, page_texts, strings
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_campaign, bundled_resources

BUNDLED = paths.assets() / "campaigns" / "htpm"
RESOURCES = bundled_resources()
AT_RISK = sorted(name for name, one in RESOURCES.library.templates.items() if one.audience == "at-risk")
FOR_BYSTANDERS = re.compile(r"\{words\.(?:warning|do_not_step_in|stay_safe\w*)\b")
SAFETY_LINES = ("social/help", "deck/help", "print/poster", "print/tear-off", "print/card-inside", "print/fold-inside")
"""The designs that show a line on what to do in danger."""


@cache
def kit_of(language: str, week: int) -> Kit:
    campaign = bundled_campaign(language)
    project = Project(Brand("Riverbend Coalition"), week, 2027, language=language)
    return build_kit(project, campaign, RESOURCES, Options(), dt.date(2026, 11, 25))


def at_risk_pages(kit: Kit) -> list[PageSpec]:
    """One page of each design of each piece that speaks to people at risk."""
    pages = page_texts(kit, plan(kit))
    pieces = {passage.piece for passage in kit_passages(kit, pages) if passage.audience == "at-risk"}
    found = {(one.piece, one.page.template): one.page for one in pages if one.piece in pieces}
    return list(found.values())


def shown(kit: Kit, page: PageSpec) -> str:
    made = compose_page(page.template, page.canvas, page.content, kit.look, kit.resources.library, page.info)
    return " ".join(" ".join(block.text.split()) for block in texts(made.page))


def written(element: TemplateElement) -> str:
    return " ".join(f"{one.text} {' '.join(one.attributes.values())}" for one in element.walk())


def test_the_designs_for_people_at_risk_are_known_as_such() -> None:
    assert {name for name in SAFETY_LINES if not name.startswith("deck/")} <= set(AT_RISK)
    assert "print/table-tent" in AT_RISK
    assert not {"print/flyer", "print/checklist", "print/resources"} & set(AT_RISK)


@pytest.mark.parametrize("name", AT_RISK)
def test_a_design_for_people_at_risk_never_gives_them_the_words_for_bystanders(name: str) -> None:
    assert FOR_BYSTANDERS.findall(written(RESOURCES.library.templates[name].root)) == []


def test_no_part_that_designs_share_holds_the_words_for_bystanders() -> None:
    parts = RESOURCES.library.parts.values()
    assert [part.name for part in parts for one in part.children if FOR_BYSTANDERS.search(written(one))] == []


@pytest.mark.parametrize("language", languages(BUNDLED))
@pytest.mark.parametrize("week", [1, 4])
def test_every_page_for_people_at_risk_says_911_where_it_shows_a_safety_line(week: int, language: str) -> None:
    kit = kit_of(language, week)
    words = kit.campaign.words
    pages = at_risk_pages(kit)
    assert {page.template for page in pages} >= {*SAFETY_LINES, "print/table-tent"} - {"social/help"}
    for page in pages:
        said = shown(kit, page)
        for line in (words.warning, words.do_not_step_in, words.stay_safe):
            assert line not in said, page.template
        if page.template in SAFETY_LINES:
            assert "911" in said, page.template


@pytest.mark.parametrize("language", languages(BUNDLED))
def test_the_help_slide_of_each_loop_says_what_to_do_in_danger(language: str) -> None:
    campaign = bundled_campaign(language)
    for week in campaign.weeks:
        lines = [slide.fields["warning"] for slide in week.deck("loop").slides if slide.layout == "deck/help"]
        assert len(lines) == 1, week.number
        assert "911" in lines[0], week.number
        assert lines[0] != campaign.words.warning, week.number


def test_the_guide_speaks_to_people_at_work_and_the_rest_of_the_month_to_all() -> None:
    kit = kit_of("en", 1)
    told = [one for one in kit_passages(kit, ()) if one.piece == piece_id(kit, "campaign")]
    parts = {
        audience: {one.field.partition(".")[0] for one in told if one.audience == audience} for audience in AUDIENCES
    }
    assert parts["professional"] == {"connecting", "week", "scenarios", "session"}
    assert {"month", "actions", "resources", "newsletter", "web", "proclamation", "events"} <= parts["public"]
    assert parts["at-risk"] == set()


def test_words_are_found_inside_any_value_with_their_path() -> None:
    value: Any = {"a": "x", "b": ("y", {"c": ["z", 5, None]}), "d": 7}
    assert list(strings(value)) == [("a", "x"), ("b.0", "y"), ("b.1.c.0", "z")]
    assert list(strings(["x"], "items")) == [("items.0", "x")]


@pytest.mark.parametrize("language", languages(BUNDLED))
def test_posts_speak_to_the_same_audience_in_every_language(language: str) -> None:
    posts = {post.id: post.audience for week in bundled_campaign(language).weeks for post in week.posts}
    assert posts == {post.id: post.audience for week in bundled_campaign().weeks for post in week.posts}
