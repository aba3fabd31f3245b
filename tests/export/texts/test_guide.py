"""What the guide to a week says of its actions, numbers and resources, and what of it is strong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.texts.guide import guide_blocks
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@pytest.fixture(scope="module")
def kit() -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


def words(kit: Kit, field: str) -> str:
    return next(("".join(span.text for span in one.spans) for one in guide_blocks(kit) if field in one.fields), "")


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("Every neighbor counts", "Every neighbor counts. "),
        ("Look twice!", "Look twice! "),
        ("Who asks?", "Who asks? "),
    ],
)
def test_a_theme_of_the_users_own_is_a_sentence_without_the_words_of_the_campaign(
    kit: Kit, theme: str, said: str
) -> None:
    campaign = kit.campaign.theme(kit.year)
    assert words(replace(kit, values={**kit.values, "theme": theme}), "theme") == said
    usual = words(kit, "theme")
    assert usual.startswith(campaign.title)
    assert len(usual) > len(campaign.title) + 3


def test_a_day_of_the_month_has_its_link_and_its_hashtag_where_they_are_known_and_not_said(kit: Kit) -> None:
    event = replace(kit.campaign.month.events[0], url="https://a.org", call="", text="Come.", hashtag="Day")

    def said(**more: Any) -> str:
        month = replace(kit.campaign.month, events=(replace(event, **more),))
        return words(replace(kit, campaign=replace(kit.campaign, month=month)), f"events.{event.id}.text")

    assert said(status="likely").endswith("Come. #Day a.org")
    assert said(status="unknown").endswith("Come. #Day ")
    assert said(status="likely", text="Come with #Day.").endswith("Come with #Day. a.org")
    assert said(status="likely", hashtag="").endswith("Come. a.org")


def test_voices_are_in_the_guide_where_the_campaign_has_them(kit: Kit) -> None:
    month = replace(kit.campaign.month, voices=None)
    assert words(kit, "voices")
    assert words(replace(kit, campaign=replace(kit.campaign, month=month)), "voices") == ""
