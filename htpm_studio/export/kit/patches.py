"""A number as patches, each of which is a round amount: what a chart of squares beside the number shows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.context import Value
from htpm_studio.export.kit.kit import Kit

FEWEST = 16
"""The fewest patches of a number: few enough to count, and enough to look like a number."""

HUNDRED, MILLION, NEAR = 100, 1_000_000, 0.01
MILLIONS = ("million", "millon", "millón")

_PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_PLAIN = re.compile(r"\d{1,3}(?:[,\s]\d{3})+|\d+(?:\.\d+)?")


def patches_of(kit: Kit, content: Mapping[str, Value], chart: Mapping[str, Value] | None) -> Mapping[str, Value] | None:
    """The number of patches for a number, what each stands for, and known parts of it; None for no number.

    Values of a `chart` are its parts where they add up to it.
    """
    number, unit = content.get("number"), str(content.get("unit", ""))
    if not isinstance(number, str):
        return None
    words = kit.campaign.words.print
    share = _PERCENT.fullmatch(number.strip())
    if share is not None:
        return {"of": f"{float(share.group(1).replace(',', '.')):g}/{HUNDRED}", "each": words["patch_percent"]}
    amount = _amount(number, unit)
    if amount < FEWEST:
        return None
    round_sizes = (digit * 10**power for power in range(12) for digit in (1, 2, 5))
    each = max(size for size in round_sizes if amount / size >= FEWEST)
    shares, parts = [amount / each], _parts(chart, amount)
    if parts:
        shares = [float(str(part["count"])) / each for part in parts]
    return {
        "of": " ".join(f"{part:.4g}" for part in shares),
        "each": fill(words["patch_is"], {"count": _said(each, words)}),
        "parts": tuple(
            {"of": " ".join("1" if at == place else "0" for at in range(len(parts))), **part}
            for place, part in enumerate(parts)
        ),
    }


def _amount(number: str, unit: str) -> float:
    """The amount that a number and its unit stand for; 0 where that is not plain."""
    found = _PLAIN.fullmatch(number.strip())
    amount = float(re.sub(r"[,\s]", "", found.group())) if found else 0.0
    return amount * (MILLION if unit.casefold().startswith(MILLIONS) else 1)


def _parts(chart: Mapping[str, Value] | None, amount: float) -> list[Mapping[str, Value]]:
    """What the bars of a chart count, if together they are the number."""
    rows = chart.get("rows") if chart else ()
    found = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, tuple) else []
    together = sum(float(str(row["count"])) for row in found)
    if len(found) < 2 or abs(together - amount) > NEAR * amount:
        return []
    return [{"number": row["shown"], "text": row["label"], "count": str(row["count"])} for row in found]


def _said(each: int, words: Mapping[str, str]) -> str:
    millions, rest = divmod(each, MILLION)
    if rest or not millions:
        return f"{each:,}"
    return fill(words["patch_million" if millions == 1 else "patch_millions"], {"count": str(millions)})
