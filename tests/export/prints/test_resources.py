"""The list of all resources that have an address: each address once, under its heading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from htpm_studio.campaign.model import Handout, LinkStatus, Resource
from htpm_studio.compose.context import Value
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.export.prints.resources import all_on_sheet, resource_rows
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@cache
def plain() -> Kit:
    project = Project(Brand("Riverbend"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(("print",)), date(2026, 11, 28))


def kit(*week: Resource, month: tuple[Resource, ...] = (), sheets: tuple[Handout, ...] = ()) -> Kit:
    made = plain()
    campaign = replace(made.campaign, month=replace(made.campaign.month, resources=month))
    return replace(made, campaign=campaign, week=replace(made.week, resources=week, handouts=sheets))


def resource(name: str, group: Any = "learn", url: str = "", **more: Any) -> Resource:
    status: LinkStatus = "verified" if url else "unknown"
    return Resource(name, f"Title of {name}", "brief", group, status, url=url, **more)


def rows(made: Kit) -> list[str]:
    return [str(row.get("head") or row["title"]) for row in resource_rows(made)]


def test_resources_with_an_address_are_under_their_headings_those_of_the_week_first_and_each_address_once() -> None:
    words = plain().campaign.words
    act, one, two = resource("act", "act", "https://act.org"), resource("one", url="https://a.org"), resource("two")
    sheets = resource("first", url="https://b.org"), resource("second", url="https://b.org")
    made = kit(act, two, month=(one, *sheets, replace(one, group="act")))
    assert rows(made) == [words.learn, "Title of one", "Title of first", words.take_action, "Title of act"]
    assert rows(kit(one)) == [words.learn, "Title of one"]
    assert rows(kit(act, month=(replace(act, group="learn"),))) == [words.learn, "Title of act"]
    assert rows(kit(two)) == [words.learn, "Title of two"], "titles alone where none has an address"
    assert rows(kit()) == []


def test_a_row_says_what_it_is_about_for_whom_and_where() -> None:
    _, first = resource_rows(kit(resource("a", url="https://www.a.org/b", about="About it.", audience="cooks")))
    assert first == {
        "title": "Title of a", "text": first["text"], "url": "https://www.a.org/b", "address": "a.org/b",
    }  # fmt: skip
    assert str(first["text"]).startswith("About it. ")
    assert "cooks" in str(first["text"])


def sheet(*items: Any, template: str = "print/resources") -> Handout:
    return Handout("resources", template, {"items": items})


def test_a_list_that_the_sheet_of_the_week_says_whole_is_not_made() -> None:
    linked, plain_one = resource("a", url="https://a.org", about="About it."), resource("b", url="https://b.org")
    shown = (
        {"title": "Title of a", "text": "About it.", "url": "a.org"},
        {"title": "Title of b", "text": "", "url": "b.org"},
    )
    found: list[Mapping[str, Value]] = list(resource_rows(kit(linked, plain_one)))

    def whole(*sheets: Handout) -> bool:
        return all_on_sheet(kit(linked, plain_one, sheets=sheets), found)

    assert whole(sheet(*shown))
    assert whole(sheet(shown[0]), sheet(shown[1], "no row"))
    assert not whole()
    assert not whole(sheet(shown[0]))
    assert not whole(sheet(*shown, template="print/checklist"))
    assert not whole(Handout("resources", "print/resources", {"items": "none"}))
    assert not whole(sheet({**shown[0], "text": "Else."}, shown[1]))
    made, less = (
        {one.piece for one in print_specs(kit(linked, plain_one, sheets=sheets))} for sheets in ((), (sheet(*shown),))
    )
    assert made - less == {"w2/print/resource-list"}
    assert "w2/print/resource-list" not in {one.piece for one in print_specs(kit())}
