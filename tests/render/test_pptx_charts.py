"""A drawn bar chart as one of PowerPoint, part by part: which way its bars go, how long and how thick they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.office.package import Package
from htpm_studio.render.office.theme import theme_refs
from htpm_studio.render.office.xml import Element
from htpm_studio.render.pptx.charts import chart_part
from htpm_studio.scene.nodes import Chart, Color, ColorStop, Group, LinearGradient, Node, Rectangle, Shape
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages

REFS = theme_refs(pages.THEME)
CHART = Chart("Reports", "thousands", ("a", "b", "c"), (10.0, 20.0, 15.0), "0.0")
FILL = pages.paint("accent-fill")


def beside(
    chart: Chart = CHART, *, thick: float = 30, shift: float = 0, fills: dict[int, Color] | None = None
) -> Group:
    """Bars beside their labels in rows of 60, ten points long for each of the value; the last begins elsewhere."""
    nodes: list[Node] = []
    for row, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
        x = 200 + shift * (row == len(chart.values) - 1)
        bar = Shape("bar", Box(x, 100 + 60 * row, 10 * value, thick), Rectangle(), (fills or {}).get(row, FILL))
        nodes += [
            pages.words(label, "body", 100, 100 + 60 * row, 80),
            bar,
            pages.words("1", "label", 420, 100 + 60 * row, 60),
        ]
    return Group("chart", Box(100, 100, 400, 60 * len(chart.values)), tuple(nodes), chart=chart)


def upright(chart: Chart = CHART) -> Group:
    """Bars above their labels in columns of 120, five points high for each of the value."""
    nodes: list[Node] = []
    for column, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
        x = 100.0 + 120 * column
        nodes += [
            pages.words("1", "heading", x, 190 - 5 * value, 120),
            Shape("bar", Box(x + 30, 220 - 5 * value, 60, 5 * value), Rectangle(), FILL),
            pages.words(label, "body", x, 226, 120),
        ]
    return Group("chart", Box(100, 70, 360, 200), tuple(nodes), chart=chart)


def made(group: Group, chart: Chart = CHART, language: str = "en-US") -> Element:
    content = chart_part(Package(), group, chart, REFS, language).content
    assert isinstance(content, Element)
    return content


def values(element: Element, tag: str) -> list[str]:
    """What the elements of a name say, in their order."""
    return [one.get("val") or one.text or "" for one in element.iter(tag)]


def test_bars_above_their_labels_stand_from_left_to_right() -> None:
    found = made(upright())
    assert values(found, "c:barDir") == ["col"]
    assert values(found, "c:orientation") == ["minMax", "minMax"]
    assert values(found, "c:axPos") == ["b", "l"]
    assert [one.get("formatCode") for one in found.iter("c:numFmt")] == ["0.0", "General", "General"]
    assert values(found, "c:gapWidth") == ["100"]
    assert {one: values(found, f"c:{one}")[-1] for one in "xywh"} == {
        "x": "0.00000", "y": "0.00000", "w": "1.00000", "h": "0.75000",
    }  # fmt: skip
    assert values(found, "c:max") == ["30"]
    sizes = [one.get("sz") for one in found.iter("a:defRPr")]
    assert sizes == ["2400", "2340"], "the values and the labels in their own letters"


def test_the_gap_between_bars_is_a_share_of_them_up_to_a_bound() -> None:
    assert [values(made(beside(thick=thick)), "c:gapWidth") for thick in (60, 40, 10, 5)] == [
        ["0"],
        ["50"],
        ["500"],
        ["500"],
    ]


@pytest.mark.parametrize(("shift", "direction"), [(0.49, "bar"), (-0.49, "bar"), (0.5, "col"), (-0.5, "col")])
def test_bars_that_begin_on_one_line_are_beside_their_labels(shift: float, direction: str) -> None:
    drawn = beside(shift=shift)
    below = pages.words("x", "body", 100, 400, 80)
    assert values(made(replace(drawn, children=(*drawn.children, below))), "c:barDir") == [direction]


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ((1e6, 2.5, 3), ["1000000", "2", "3"]),
        ((999_999, 2.5, 3), ["999999", "2.5", "3"]),
        ((1, -2e6, 3), ["1", "-2000000", "3"]),
    ],
)
def test_large_values_are_written_out(numbers: tuple[float, ...], written: list[str]) -> None:
    chart = replace(CHART, values=numbers)
    drawn = replace(beside(), chart=chart)
    assert values(made(drawn, chart), "c:v")[-3:] == written


def test_only_a_bar_of_another_color_than_the_first_has_one_of_its_own() -> None:
    assert not list(made(beside()).iter("c:dPt"))
    found = list(made(beside(fills={1: pages.paint("panel")})).iter("c:dPt"))
    assert [values(one, "c:idx") for one in found] == [["1"]]
    assert [one.get("val") for one in found[0].iter("a:schemeClr")] == ["accent1"]
    drawn = beside()
    fade = LinearGradient((0, 0), (1, 0), (ColorStop(0, FILL), ColorStop(1, FILL)))
    bars = tuple(replace(one, fill=fade) if isinstance(one, Shape) else one for one in drawn.children)
    with pytest.raises(TypeError, match="one color"):
        made(replace(drawn, children=bars))
