"""What the guide to a week says of its actions, numbers and resources, and what of it is strong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.campaign.model import Action, Resource
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.texts.guide import _action, _list, _numbers, _resource, _resources, guide_blocks
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.writing import Paragraph
from tests.helpers.bundled import bundled_campaign, bundled_resources


@pytest.fixture(scope="module")
def kit() -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


def spans(block: Paragraph) -> list[tuple[str, bool]]:
    return [(span.text, span.strong) for span in block.spans]


@pytest.mark.parametrize(
    ("short", "text", "said"),
    [
        ("Ask a cook", "Ask a cook. Then listen.", ("Ask a cook. ", "Then listen.")),
        ("Ask a cook", "Ask a cook! Then listen.", ("Ask a cook! ", "Then listen.")),
        ("Ask a cook", "Ask a cook", ("Ask a cook. ", "")),
        ("Ask a cook", "Ask a cook who works at night.", ("Ask a cook. ", "Ask a cook who works at night.")),
        ("Listen", "Ask a cook.", ("Listen. ", "Ask a cook.")),
    ],
)
def test_the_name_of_an_action_is_strong_and_not_said_twice(
    kit: Kit, short: str, text: str, said: tuple[str, str]
) -> None:
    block = _action(kit, Action("ask", short, text))
    assert spans(block) == [(said[0], True), (said[1], False)]
    assert (block.kind, block.fields) == ("item", ("actions.ask",))


def test_each_number_is_said_once_with_its_source_and_its_note(kit: Kit) -> None:
    one = (*kit.week.statistics, *kit.campaign.month.statistics)[0]
    noted, other = replace(one, note="In 2020."), replace(one, id="other", note="", unit="more people")
    head, first, second = _numbers("Numbers", (noted, replace(noted, id="again"), other))
    assert (head.kind, head.text, head.fields) == ("head", "Numbers", ("numbers",))
    assert spans(first) == [(f"{one.number} {one.unit} ", True), (f"{one.text} ({one.source}.) In 2020.", False)]
    assert second.spans[1].text == f"{one.text} ({one.source}.)"
    assert list(_numbers("Numbers", ())) == []


def resource(name: str, group: str = "learn", url: str = "", about: str = "", title: str = "") -> Resource:
    return Resource(name, title or name, "brief", group, "verified" if url else "unknown", about, url=url)  # type: ignore[arg-type]


def test_a_resource_has_its_title_what_it_is_and_where_it_is(kit: Kit) -> None:
    linked = _resource(kit, resource("Guide", url="https://example.org/a", about="For cooks."))
    assert spans(linked) == [("Guide", True), (". For cooks. ", False), ("example.org/a", False)]
    assert linked.spans[2].url == "https://example.org/a"
    assert linked.fields == ("learn.Guide",)
    asked = _resource(kit, resource("Why?"))
    assert spans(asked)[:2] == [("Why?", True), (" ", False)]
    assert asked.spans[2].url == ""
    read = _resource(kit, replace(resource("Guide"), audience="cooks"))
    assert "cooks" in read.spans[1].text


def titles(blocks: Iterable[Paragraph]) -> list[str]:
    return [block.spans[0].text for block in blocks]


def test_resources_of_the_month_follow_those_of_the_week_unless_they_have_the_same_address(kit: Kit) -> None:
    week = (resource("one", url="https://a.org"), resource("two"), resource("act", "act"))
    month = (resource("same", url="https://a.org"), resource("more", url="https://b.org"), resource("bare"))
    campaign = replace(kit.campaign, month=replace(kit.campaign.month, resources=month))
    other = replace(kit, campaign=campaign, week=replace(kit.week, resources=week))
    assert titles(_resources(other, "Learn", "learn")) == ["Learn", "one", "two", "more", "bare"]
    assert titles(_resources(other, "Act", "act")) == ["Act", "act"]
    assert titles(_resources(other, "None", "none")) == []


def test_a_list_has_a_head_where_it_has_rows(kit: Kit) -> None:
    head, one, two = _list(kit, "points", "Points", ["A", "B"], "subhead")
    assert [(block.kind, block.fields) for block in (head, one, two)] == [
        ("subhead", ("points",)), ("item", ("points.0",)), ("item", ("points.1",)),
    ]  # fmt: skip
    assert list(_list(kit, "points", "Points", [])) == []


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
