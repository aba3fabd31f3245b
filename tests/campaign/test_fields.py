"""The fields of a design: which it has and needs, how long they are, and what each of them may hold."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.fields import MAX_SITE, check_fields, check_site
from htpm_studio.decoding.lines import KeyLines
from htpm_studio.decoding.source import KeyPlace, Report
from htpm_studio.decoding.values import Fields
from htpm_studio.pieces.declared import pieces

LIMITS = pieces().fields


def said(template: str, fields: Fields, prefix: str = "deck/", *, blind: bool = False) -> list[str]:
    """What is wrong with the fields of a piece: the key, a colon, and the sentence."""
    report = Report(pictures=frozenset(("field",)))
    report.addresses.add("example.org/a")
    report.blind = blind
    check_fields(template, fields, prefix, KeyPlace("week.toml", ("part",), KeyLines(""), report))
    return [str(one.message) for one in report.problems]


def test_a_design_is_one_of_its_medium() -> None:
    assert said("deck/section", {"head": "Ask"}) == []
    assert said("deck/nothing", {}) == ['There is no design "deck/nothing" here.']
    assert said("deck/section", {"head": "Ask"}, "social/") == ['There is no design "deck/section" here.']
    assert said("nothing", {}, "social/") == ['There is no design "nothing" here.']


def test_a_design_has_the_fields_that_it_needs_and_no_others() -> None:
    assert said("deck/section", {}) == ["deck/section needs the field head."]
    assert said("deck/section", {"head": "Ask", "tail": "More"}) == ['deck/section has no field "tail".']
    assert said("deck/section", {"head": ("Ask",)}) == ["deck/section head must be text."]


def test_a_field_is_as_long_as_its_place_and_no_longer() -> None:
    most = LIMITS["deck/section"]["head"].limit
    assert said("deck/section", {"head": "x" * most}) == []
    assert said("deck/section", {"head": "x" * (most + 1)}) == [
        f"deck/section head has {most + 1} characters, {most} fit.",
    ]  # fmt: skip


def test_a_list_holds_so_many_texts() -> None:
    spec = LIMITS["social/steps"]["items"]

    def steps(*items: object) -> list[str]:
        return said("social/steps", {"head": "Ask", "items": tuple(items)}, "social/")  # type: ignore[arg-type, dict-item]

    assert steps(*["Ask"] * spec.most) == steps("x" * spec.limit) == []
    assert steps(*["Ask"] * (spec.most + 1)) == [
        f"social/steps items has {spec.most + 1} items, at most {spec.most} fit.",
    ]  # fmt: skip
    assert steps("x" * (spec.limit + 1)) == [
        f"social/steps items has {spec.limit + 1} characters, {spec.limit} fit.",
    ]  # fmt: skip
    assert steps({"head": "Ask"}) == ["social/steps items: each item must be text."]
    assert said("social/steps", {"head": "Ask", "items": "Ask"}, "social/") == ["social/steps items must be a list."]


def test_rows_hold_tables_whose_parts_are_looked_at_too() -> None:
    def agenda(*rows: object) -> list[str]:
        return said("deck/agenda", {"head": "Today", "rows": tuple(rows)})  # type: ignore[arg-type, dict-item]

    row = {"time": "2 min", "text": "Ask"}
    assert agenda(row) == []
    assert agenda("Ask") == ["deck/agenda rows: each item must be a table."]
    assert agenda({"time": "2 min"}) == ["deck/agenda rows needs the field text."]
    assert agenda({**row, "tail": "More"}) == ['deck/agenda rows has no field "tail".']


def test_a_number_names_its_source_with_a_year() -> None:
    number = {"number": "12%", "unit": "of cooks", "text": "never rest."}

    def statistic(**more: str) -> list[str]:
        return said("social/statistic", {**number, **more}, "social/")

    assert statistic(source="A study, 2026") == []
    assert statistic(source="A study") == ["social/statistic source does not name a year."]
    assert statistic() == ["social/statistic needs the field source."]


def test_an_address_is_one_of_a_resource_of_the_pack_unless_those_are_not_known() -> None:
    def place(**row: str) -> Fields:
        return {"head": "Read on", "items": ({"title": "Guide", **row},)}

    other = '"example.org/b" is not the address of a resource of this pack.'
    assert said("deck/resources", place(url="example.org/a")) == []
    assert said("deck/resources", place(url="example.org/b")) == [other]
    assert said("deck/resources", place(url="example.org/b"), blind=True) == []
    assert said("deck/resources", place(search="example.org")) == []
    assert said("deck/resources", place()) == ["deck/resources items needs the field url."]


@pytest.mark.parametrize(
    ("site", "right"),
    [
        ("acf.gov", True), ("a.b-c.org", True), ("acf", False), ("acf.gov/a", False), ("https://acf.gov", False),
        ("-a.org", False), ("a-.org", False), ("a.b", False), ("x" * (MAX_SITE - 4) + ".org", True),
        ("x" * (MAX_SITE - 3) + ".org", False),
    ],
)  # fmt: skip
def test_a_site_to_search_is_a_bare_name(site: str, right: bool) -> None:
    report = Report()
    check_site(site, KeyPlace("week.toml", ("part",), KeyLines(""), report))
    assert (report.problems == []) is right
