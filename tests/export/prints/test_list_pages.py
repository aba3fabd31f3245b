"""Rows and paragraphs that do not fit one page go on to further ones, which share them evenly and lose none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.page_breaks import BreakBook
from htpm_studio.compose.theme import PageTheme
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.prints import list_pages
from htpm_studio.project.model import Brand, Partner, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

# ------------------------------------------------------------------ lists and paragraphs on drawn pages

PICTURE, LINE, CLEAR, SMALL = 35.0, 10.0, 4.0, 10
TITLE = PageInfo("list", "What to bring", 2)


@pytest.fixture
def kit(monkeypatch: pytest.MonkeyPatch) -> Kit:
    """A kit whose pages are measured by rule: a first page has 100 points, a further one 80, the last one 10 less.

    A row is as high as it says and 10 for each line, in Spanish twice as high, and never lower than its picture.
    A page has room for four paragraphs, in Spanish for half as many, a further one for one less and so has the last.
    """

    def measured(_template: str, _canvas: str, content: Any, look: PageTheme, _library: Any) -> Any:
        times = 2 if look.language.startswith("es") else 1
        rows = [
            max(row.get("picture", 0), times * row.get("high", SMALL) + LINE * len(row.get("lines", ())))
            for row in content["rows"]
        ]
        return 100 - 20 * content["more"] - 10 * content["final"], tuple(map(float, rows))

    def composed(_template: str, _canvas: str, content: Any, look: PageTheme, *_more: Any) -> Any:
        _page, number, _of, pages = content["running"]["page"].split()
        assert 1 <= int(number) <= int(pages)
        times = 2 if look.language.startswith("es") else 1
        over = times * sum(map(bool, content["texts"])) > 4 - content["more"] - content["final"]
        return SimpleNamespace(findings=[SimpleNamespace(code="too-long")] if over else [])

    monkeypatch.setattr(list_pages, "measure_rows", measured)
    monkeypatch.setattr(list_pages, "compose_page", composed)
    project = Project(Brand("Riverbend", partners=(Partner("Harbor"),)), 2, 2027)
    made = build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28))
    return replace(made, resources=replace(made.resources, breaks=BreakBook()))


def listed(kit: Kit, *rows: dict[str, Any], language: str = "") -> list[list[Any]]:
    """What each page has of a list: the heights of its rows, or their lines where they have any."""
    page = PageSpec("print/list", "letter", {"rows": rows, "head": "List"}, TITLE, flow="rows", language=language)
    shown: list[Any] = [one.content["rows"] for one in list_pages.broken(kit.page_inputs, page)]
    return [[len(row["lines"]) if "lines" in row else row.get("high", SMALL) for row in one] for one in shown]


def high(*points: int) -> list[dict[str, Any]]:
    return [{"high": one} for one in points]


def test_a_page_without_a_list_is_one_page(kit: Kit) -> None:
    page = PageSpec("print/list", "letter", {"rows": ()}, TITLE)
    assert list_pages.broken(kit.page_inputs, page) == (page,)


def test_a_list_that_fits_says_so_and_names_no_pages(kit: Kit) -> None:
    page = PageSpec("print/list", "letter", {"rows": ({"high": 50}, "no row"), "head": "List"}, TITLE, flow="rows")
    (only,) = list_pages.broken(kit.page_inputs, page)
    assert only.content == {"head": "List", "rows": ({"high": 50},), "more": False, "final": True, "full": "0"}
    assert (only.flow, only.info) == ("", TITLE)


def test_further_pages_say_which_they_are_and_that_the_list_goes_on(kit: Kit) -> None:
    page = PageSpec("print/list", "letter", {"rows": tuple(high(90, 70, 60))}, TITLE, flow="rows")
    pages = list_pages.broken(kit.page_inputs, page)
    assert [one.info.name for one in pages] == ["list", "list 2", "list 3"]
    assert [one.info.title for one in pages] == [TITLE.title, *(f"{TITLE.title} ({at} of 3)" for at in (2, 3))]
    states = [(one.content["more"], one.content["final"], one.content["full"]) for one in pages]
    assert states == [(False, False, "1"), (True, False, "1"), (True, True, "0")]
    goes_on = kit.campaign.words.print["goes_on"]
    assert [one.content["running"] for one in pages] == [
        {"head": TITLE.title, "page": f"Page {at} of 3", "next": goes_on} for at in (1, 2, 3)
    ]


def test_the_first_page_a_further_one_and_the_last_have_rooms_of_their_own(kit: Kit) -> None:
    assert listed(kit, *high(50, 40)) == [[50, 40]], "a list of one page has the room of a last one"
    assert listed(kit, *high(50, 41)) == [[50], [41]]
    assert listed(kit, *high(60, 40, 50, 30, 70)) == [[60, 40], [50, 30], [70]]
    assert listed(kit, *high(60, 41, 50, 30, 70)) == [[60], [41], [50, 30], [70]]
    assert listed(kit, *high(60, 40, 51, 30, 70)) == [[60, 40], [51], [30], [70]]
    assert listed(kit, *high(100, 40, 30)) == [[100], [40, 30]]
    assert listed(kit, *high(100, 40, 31)) == [[100], [40], [31]]


def test_a_heading_stays_with_the_row_after_it_and_the_rest_with_the_row_before(kit: Kit) -> None:
    assert listed(kit, {"high": 80}, {"head": "Kitchen"}, *high(30, 30)) == [[80], [SMALL, 30, 30]]
    assert listed(kit, {"high": 80}, {"head": "Kitchen", "text": "Ask."}, *high(30, 30)) == [[80, SMALL], [30, 30]]
    assert listed(kit, *high(50, 40, 10, 20, 30)) == [[50, 40], [10, 20, 30]]
    rest = {"high": 10, "rest": True}
    assert listed(kit, *high(50, 40), rest, *high(20, 30)) == [[50, 40, 10], [20, 30]]


def test_lines_to_write_on_fill_what_a_page_has_left_one_row_after_the_other(kit: Kit) -> None:
    def rows(*points: float) -> list[dict[str, Any]]:
        return [{"high": one, "lines": ("_",)} for one in points]

    assert listed(kit, *rows(24, 33)) == [[1, 1]], "less than a line is left, and what stays clear"
    assert listed(kit, *rows(23, 33)) == [[2, 1]]
    assert listed(kit, *rows(24, 23)) == [[2, 1]]
    assert listed(kit, *rows(23, 23)) == [[2, 2]]
    assert listed(kit, {"high": 10}, *rows(20), {"high": 10}) == [[10, 4, 10]]
    assert listed(kit, {"high": 70, "lines": "_"}) == [[1]], "a text is no list of lines"


def paragraphs(kit: Kit, texts: str, language: str = "") -> tuple[PageSpec, ...]:
    page = PageSpec("print/act", "letter", {"texts": tuple(texts)}, TITLE, flow="texts", language=language)
    return list_pages.broken(kit.page_inputs, page)


def shares(kit: Kit, texts: str, language: str = "") -> list[str]:
    return ["".join(one.content["texts"]) for one in paragraphs(kit, texts, language)]  # type: ignore[arg-type]


def test_paragraphs_of_other_pages_are_empty_and_each_page_says_which_it_is(kit: Kit) -> None:
    (only,) = paragraphs(kit, "ABC")
    assert only.content == {"texts": ("A", "B", "C"), "final": True}
    pages = paragraphs(kit, "ABCDEFGH")
    assert [one.content["texts"] for one in pages] == [
        ("A", "B", "C", "D", "", "", "", ""), ("", "", "", "", "E", "F", "", ""), ("", "", "", "", "", "", "G", "H"),
    ]  # fmt: skip
    states = [(one.content["more"], one.content["final"]) for one in pages]
    assert states == [(False, False), (True, False), (True, True)]
    assert [one.info.name for one in pages] == ["list", "list 2", "list 3"]
    running = pages[1].content["running"]
    assert isinstance(running, dict)
    assert running["page"] == "Page 2 of 3"
    assert pages[1].whole == {"texts": tuple("ABCDEFGH")}


def test_each_page_takes_the_paragraphs_that_it_has_room_for_and_leaves_the_last_one_some(kit: Kit) -> None:
    assert shares(kit, "ABC") == ["ABC"]
    assert shares(kit, "ABCD") == ["AB", "CD"]
    assert shares(kit, "ABCDE") == ["ABC", "DE"]
    assert shares(kit, "ABCDEF") == ["ABCD", "EF"]
    assert shares(kit, "ABCDEFG") == ["ABCD", "EF", "G"]


def test_a_page_with_a_row_that_grows_may_stay_emptier_than_another(kit: Kit) -> None:
    assert listed(kit, *high(70, 20, 30, 20)) == [[70, 20], [30, 20]]
    assert listed(kit, {"high": 60, "lines": ("_",)}, *high(20, 30, 20)) == [[3], [20, 30, 20]]
