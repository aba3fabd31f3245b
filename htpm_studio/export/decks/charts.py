"""The chart beside a number on a slide: the series of the fact that says it, as bars with their values."""

from __future__ import annotations

from collections.abc import Mapping

from htpm_studio.campaign.model import Fact
from htpm_studio.compose.context import Value
from htpm_studio.errors import msg
from htpm_studio.export.kit.kit import Kit

LONGEST, LONGEST_PART = 42.0, 28.0
"""The longest bar beside short labels and beside long ones, in units of the slide."""

SHORT = 6
"""Letters of the longest label that takes the narrow column, as years do."""

TALLEST = 28.0
"""The tallest bar above long labels, in units of the slide."""

COLUMNS = 4
"""The most bars with long labels side by side: each label is below its bar."""

MILLION = 1_000_000
MILLIONS = msg("{value} million")
ALT = msg("Bar chart: {rows}.")
MOST = 6


def chart_of(kit: Kit, content: Mapping[str, Value], longest: float = LONGEST) -> Mapping[str, Value] | None:
    """What the chart beside a number shows; None where no fact says the number or the fact has no series to compare.

    `longest` is the longest bar beside short labels.
    """
    number = str(content.get("number", ""))
    fact = next((known for known in kit.campaign.facts if number in known.figures and known.chart), None)
    return None if fact is None else _chart(kit, fact, content, longest)


def _chart(kit: Kit, fact: Fact, content: Mapping[str, Value], longest: float) -> Mapping[str, Value]:
    points = fact.series[-MOST:]
    language = kit.project.language
    percent = "%" in str(content.get("number", ""))
    millions = min(point.count for point in points) >= MILLION
    most = max(point.count for point in points)
    values = [point.count / MILLION if millions else float(point.count) for point in points]
    texts = [f"{value:.1f}" if millions else f"{value:,.0f}{'%' * percent}" for value in values]
    own = [text == content.get("number") for text in texts]
    rows: list[Mapping[str, Value]] = []
    for point, value, shown, is_own in zip(points, values, texts, own, strict=True):
        rows.append(
            {
                "label": point.called(language), "value": value, "shown": shown, "count": str(point.count),
                "length": f"{longest * point.count / most:.3f}",
                "part": f"{LONGEST_PART * point.count / most:.3f}",
                "height": f"{TALLEST * point.count / most:.3f}",
                "color": "accent" if is_own or not any(own) else "muted",
            }
        )  # fmt: skip
    short = max(len(str(row["label"])) for row in rows) <= SHORT
    counted = [kit.translated(MILLIONS).format(value=text) if millions else text for text in texts]
    summary = "; ".join(f"{row['label']}: {text}" for row, text in zip(rows, counted, strict=True))
    unit = str(content.get("unit", ""))
    return {
        "rows": tuple(rows),
        "title": f"{content.get('eyebrow') or unit} ({unit})",
        "unit": unit,
        "form": "0.0" if millions else '0"%"' if percent else "#,##0",
        "short": short,
        "columns": not short and len(rows) <= COLUMNS,
        "alt": kit.translated(ALT).format(rows=summary),
    }
