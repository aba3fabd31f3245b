"""A chart beside a number: how its values are written, which bar is strong, and how long the bars are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.campaign.model import Point
from htpm_studio.export.decks.charts import LONGEST_PART, MOST, chart_of
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def chart(*points: Point, number: str = "7", unit: str = "calls", **more: str) -> Any:
    """The chart of a fact with this series beside a number."""
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    fact = replace(kit.campaign.facts[0], figures=(number,), series=points, chart=True)
    kit = replace(kit, campaign=replace(kit.campaign, facts=(fact,)))
    return chart_of(kit, {"number": number, "unit": unit, **more}, 40.0)


def years(*counts: int) -> tuple[Point, ...]:
    return tuple(Point(str(2020 + at), count) for at, count in enumerate(counts))


def column(shown: Any, key: str) -> list[Any]:
    return [row[key] for row in shown["rows"]]


def test_the_bar_of_the_number_on_the_slide_is_the_strong_one() -> None:
    assert column(chart(*years(5, 7, 9)), "color") == ["muted", "accent", "muted"]


def test_where_no_bar_is_the_number_on_the_slide_all_are_strong() -> None:
    assert column(chart(*years(5, 6, 9)), "color") == ["accent"] * 3


@pytest.mark.parametrize(
    ("counts", "number", "shown", "form"),
    [
        ((1_000_000, 2_340_000), "2.3", ["1.0", "2.3"], "0.0"),
        ((999_999, 2_340_000), "2,340,000", ["999,999", "2,340,000"], "#,##0"),
        ((37, 63), "37%", ["37%", "63%"], '0"%"'),
    ],
)
def test_values_are_in_millions_where_all_are_and_in_percent_where_the_number_is(
    counts: tuple[int, ...], number: str, shown: list[str], form: str
) -> None:
    made = chart(*years(*counts), number=number)
    assert column(made, "shown") == shown
    assert made["form"] == form
    assert column(made, "count") == [str(count) for count in counts]


def test_bars_are_as_long_as_their_values_and_the_largest_has_all_the_room() -> None:
    made = chart(*years(5, 10))
    assert column(made, "length") == ["20.000", "40.000"]
    assert column(made, "part") == [f"{LONGEST_PART / 2:.3f}", f"{LONGEST_PART:.3f}"]


def test_of_a_long_series_the_last_values_are_shown() -> None:
    assert column(chart(*years(*range(1, MOST + 3))), "value") == [float(one) for one in range(3, MOST + 3)]


@pytest.mark.parametrize(("label", "short"), [("x" * 6, True), ("x" * 7, False)])
def test_labels_of_six_letters_take_the_narrow_column_and_longer_ones_the_wide_one(label: str, short: bool) -> None:
    assert chart(Point(label, 5), Point("2021", 6))["short"] is short


def test_a_chart_is_titled_by_the_line_above_the_number_or_by_its_unit() -> None:
    assert chart(*years(5, 6))["title"] == "calls (calls)"
    assert chart(*years(5, 6), eyebrow="Each year")["title"] == "Each year (calls)"
    assert chart(*years(5, 6))["alt"] == "Bar chart: 2020: 5; 2021: 6."
