"""A drawn bar chart as a chart of PowerPoint with its data sheet, placed so that it looks as it is drawn."""

from __future__ import annotations

from htpm_studio.frozen import dataclass
from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.theme import ThemeRefs
from htpm_studio.render.office.workbook import workbook
from htpm_studio.render.office.xml import NAMESPACES, RELATIONS, Element, node
from htpm_studio.render.pptx.text import TextLook, look_of, run_properties
from htpm_studio.scene.nodes import Chart, Color, Group, Shape, TextBlock
from htpm_studio.scene.walk import walk

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
BAR = "bar"
_PART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CATEGORIES, _VALUES = 111_111_111, 222_222_222
_MOST_GAP = 500
_SAME = 0.5
"""The largest distance from a line, in points, of bars that begin on it."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The parts of a drawn chart that its copy needs: the bars, their greatest length, and the looks.

    Bars are beside their labels, or `upright` above them. `share` is how much of the box the labels leave, `room` how
    long a bar could be there, `across` what a bar and the gap to the next take; `fills` are the colors of the bars,
    from the first to the last.
    """

    upright: bool
    share: float
    room: float
    longest: float
    across: float
    thick: float
    fills: tuple[Color, ...]
    label: TextLook
    value: TextLook


def chart_part(package: Package, group: Group, chart: Chart, refs: ThemeRefs, language: str) -> PackagePart:
    """Write the chart and its data sheet."""
    number = sum(name.startswith("ppt/charts/") for name in package.parts) + 1
    sheet = workbook(chart.title, chart.unit, tuple(zip(chart.labels, chart.values, strict=True)))
    data = package.add(f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx", _SHEET_TYPE, sheet)
    part = package.add(f"ppt/charts/chart{number}.xml", _PART_TYPE)
    external = node("c:externalData", node("c:autoUpdate", val=False), **{"r:id": part.relate("package", data)})
    part.content = node(
        "c:chartSpace",
        node("c:date1904", val=False),
        node("c:lang", val=language) if language else None,
        node("c:roundedCorners", val=False),
        node(
            "c:chart",
            node("c:autoTitleDeleted", val=True),
            _plot(chart, _drawn(group, refs), refs, language),
            node("c:plotVisOnly", val=True),
            node("c:dispBlanksAs", val="gap"),
        ),
        node("c:spPr", node("a:noFill"), node("a:ln", node("a:noFill"))),
        external,
        **{"xmlns:c": CHART, "xmlns:a": NAMESPACES["a"], "xmlns:r": RELATIONS},
    )
    return part


def _drawn(group: Group, refs: ThemeRefs) -> _Drawn:
    inner = list(walk(group.children))
    bars = [child for child in inner if isinstance(child, Shape) and child.name == BAR]
    words = [child for child in inner if isinstance(child, TextBlock)]
    fills = tuple(bar.fill for bar in bars if isinstance(bar.fill, Color))
    if len(fills) < len(bars):
        raise TypeError("a bar has one color")
    box, first = group.box, bars[0].box
    if all(abs(bar.box.x - first.x) < _SAME for bar in bars):
        room, longest = box.right - first.x, max(bar.box.width for bar in bars)
        label, value = look_of(words[0], refs), look_of(words[1], refs)
        return _Drawn(False, room / box.width, room, longest, box.height / len(bars), first.height, fills, label, value)
    room, longest = first.bottom - box.y, max(bar.box.height for bar in bars)
    label = look_of(next(text for text in words if text.box.y > first.bottom - _SAME), refs)
    value = look_of(next(text for text in words if text.box.y < first.bottom - _SAME), refs)
    return _Drawn(True, room / box.height, room, longest, box.width / len(bars), first.width, fills, label, value)


def _plot(chart: Chart, drawn: _Drawn, refs: ThemeRefs, language: str) -> Element:
    """The bars from the first to the last, in the rows or columns in which they are drawn."""
    gap = min(_MOST_GAP, round((drawn.across / drawn.thick - 1) * 100))
    most = max(chart.values) * drawn.room / drawn.longest
    bars = node(
        "c:barChart",
        node("c:barDir", val="col" if drawn.upright else "bar"),
        node("c:grouping", val="clustered"),
        node("c:varyColors", val=False),
        _series(chart, drawn, refs, language),
        node("c:gapWidth", val=gap),
        node("c:axId", val=_CATEGORIES),
        node("c:axId", val=_VALUES),
    )
    return node("c:plotArea", _layout(drawn), bars, _labels(drawn, refs, language), _scale(most, drawn))


def _layout(drawn: _Drawn) -> Element:
    share = drawn.share
    places = {"x": 1 - share, "y": 0.0, "w": share, "h": 1.0}
    if drawn.upright:
        places = {"x": 0.0, "y": 0.0, "w": 1.0, "h": share}
    return node(
        "c:layout",
        node(
            "c:manualLayout",
            node("c:layoutTarget", val="inner"),
            node("c:xMode", val="edge"),
            node("c:yMode", val="edge"),
            [node(f"c:{name}", val=f"{value:.5f}") for name, value in places.items()],
        ),
    )


def _series(chart: Chart, drawn: _Drawn, refs: ThemeRefs, language: str) -> Element:
    last = len(chart.values) + 1
    points = [node("c:pt", node("c:v", label), idx=index) for index, label in enumerate(chart.labels)]
    values = [node("c:pt", node("c:v", f"{value:g}"), idx=index) for index, value in enumerate(chart.values)]
    if any(abs(value) >= 1e6 for value in chart.values):
        values = [node("c:pt", node("c:v", f"{value:.0f}"), idx=index) for index, value in enumerate(chart.values)]
    count = node("c:ptCount", val=len(chart.values))
    return node(
        "c:ser",
        node("c:idx", val=0),
        node("c:order", val=0),
        node(
            "c:tx", _reference("c:strRef", "Sheet1!$B$1", "c:strCache", [node("c:ptCount", val=1), _first(chart.unit)])
        ),
        _bar(drawn.fills[0], refs),
        node("c:invertIfNegative", val=False),
        [_point(index, fill, refs) for index, fill in enumerate(drawn.fills) if fill != drawn.fills[0]],
        node(
            "c:dLbls",
            node("c:numFmt", formatCode=chart.form if drawn.upright else f'" "{chart.form}', sourceLinked=False),
            node("c:spPr", node("a:noFill"), node("a:ln", node("a:noFill"))),
            _words(drawn.value, refs, language),
            node("c:dLblPos", val="outEnd"),
            [node(f"c:{name}", val=name == "showVal") for name in _SHOWN],
        ),
        node("c:cat", _reference("c:strRef", f"Sheet1!$A$2:$A${last}", "c:strCache", [count, points])),
        node(
            "c:val",
            _reference(
                "c:numRef",
                f"Sheet1!$B$2:$B${last}",
                "c:numCache",
                [node("c:formatCode", chart.form), node("c:ptCount", val=len(chart.values)), values],
            ),
        ),
    )


def _bar(fill: Color, refs: ThemeRefs) -> Element:
    return node("c:spPr", refs.solid(fill), node("a:ln", node("a:noFill")))


def _point(index: int, fill: Color, refs: ThemeRefs) -> Element:
    """A bar in a color of its own."""
    return node(
        "c:dPt",
        node("c:idx", val=index),
        node("c:invertIfNegative", val=False),
        node("c:bubble3D", val=False),
        _bar(fill, refs),
    )


_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def _first(text: str) -> Element:
    return node("c:pt", node("c:v", text), idx=0)


def _reference(tag: str, cells: str, cache: str, kept: list[Element | list[Element]]) -> Element:
    return node(tag, node("c:f", cells), node(cache, kept))


def _labels(drawn: _Drawn, refs: ThemeRefs, language: str) -> Element:
    """The axis of the labels: invisible marks keep them clear of the bars in every program."""
    return node(
        "c:catAx",
        node("c:axId", val=_CATEGORIES),
        node("c:scaling", node("c:orientation", val="minMax" if drawn.upright else "maxMin")),
        node("c:delete", val=False),
        node("c:axPos", val="b" if drawn.upright else "l"),
        node("c:numFmt", formatCode="General", sourceLinked=False),
        node("c:majorTickMark", val="out"),
        node("c:minorTickMark", val="none"),
        node("c:tickLblPos", val="nextTo"),
        node("c:spPr", node("a:noFill"), node("a:ln", node("a:noFill"))),
        _words(drawn.label, refs, language),
        node("c:crossAx", val=_VALUES),
        node("c:crosses", val="autoZero"),
        node("c:auto", val=False),
        node("c:lblAlgn", val="ctr"),
        node("c:lblOffset", val=100),
        node("c:noMultiLvlLbl", val=True),
    )


def _scale(most: float, drawn: _Drawn) -> Element:
    """The axis of the values, which is hidden: each bar shows its own value."""
    return node(
        "c:valAx",
        node("c:axId", val=_VALUES),
        node("c:scaling", node("c:orientation", val="minMax"), node("c:max", val=f"{most:.6g}"), node("c:min", val=0)),
        node("c:delete", val=True),
        node("c:axPos", val="l" if drawn.upright else "t"),
        node("c:numFmt", formatCode="General", sourceLinked=False),
        node("c:majorTickMark", val="none"),
        node("c:minorTickMark", val="none"),
        node("c:tickLblPos", val="none"),
        node("c:crossAx", val=_CATEGORIES),
        node("c:crosses", val="autoZero"),
        node("c:crossBetween", val="between"),
    )


def _words(look: TextLook, refs: ThemeRefs, language: str) -> Element:
    properties = run_properties("a:defRPr", look, refs, None, language)
    return node(
        "c:txPr",
        node("a:bodyPr", rot=0, vert="horz", wrap="square"),
        node("a:lstStyle"),
        node("a:p", node("a:pPr", properties), node("a:endParaRPr", lang=language or None)),
    )
