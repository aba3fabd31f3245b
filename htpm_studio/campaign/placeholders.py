"""The closed set of placeholders that campaign text may hold, and how they are filled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from htpm_studio.errors import StudioError, msg

RUNNING: Mapping[str, str] = MappingProxyType(
    {
        "year": "2027",
        "month_name": "National Human Trafficking Prevention Month",
        "org": "Riverbend Community Coalition",
        "near_you": "Near you: Riverbend Community Coalition, 1-800-555-0100.",
        "theme": "Connecting the Dots. Strengthening Communities. Preventing Trafficking.",
        "theme_short": "Connecting the Dots. Strengthening Communities. Preventing Trafficking",
        "theme_line": "Strengthening Communities. Preventing Trafficking.",
        "credit": "Adapted from the Human Trafficking Prevention Month toolkit "
        "of the Office on Trafficking in Persons.",
        "n": "2",
        "weeks": "5",
        "week_dates": "January 11\u201317, 2027",
        "week_start": "January 11",
        "week_end": "January 17",
        "day_date": "January 11, 2027",
        "day_weekday": "Wednesday",
        "official": "Alexandra Montgomery-Castellanos",
        "office": "Chair of the Board of Supervisors",
        "jurisdiction": "the County of San Bernardino",
    }
)
"""Placeholders of running text, each with a long example that replaces it when text is measured.

`year` and full `month_name` of the month, `org` the organization, `near_you` a sentence with its local number or line
of contact ("" without one), `theme` of that year, `theme_short` the same without
the period at its end, as an item of a list has it, `theme_line` of that year, `credit` of the toolkit, `n` the number
of the week, `weeks` how many there are, `week_dates` `week_start` `week_end` of that week, `day_date` `day_weekday` of
11 January, `official` `office` `jurisdiction` of whoever signs a proclamation.
"""

FIXED: Mapping[str, str] = MappingProxyType(
    {
        "n": "2",
        "weeks": "5",
        "year": "2027",
        "month": "January",
        "day": "11",
        "weekday": "Wednesday",
        "first": "11",
        "last": "17",
        "start": "September 27",
        "end": "September 30, 2027",
        "page": "3",
        "pages": "12",
        "title": "A long title of a resource",
        "word": "SUPPORT",
        "number": "123456",
    }
)
"""Placeholders of fixed words: a date, a page, a week and how many there are, a title, what is sent where."""

_PLACEHOLDER = re.compile(r"\{([^{}]{0,40})\}")


def placeholders(text: str) -> tuple[str, ...]:
    """The names between braces, in order, known or not."""
    return tuple(_PLACEHOLDER.findall(text))


def stray_brace(text: str) -> bool:
    """Whether a brace is left over that belongs to no placeholder."""
    rest = _PLACEHOLDER.sub("", text)
    return "{" in rest or "}" in rest


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every placeholder replaced; StudioError names the first one that has no value."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise StudioError(
                msg("The text needs a value for {{{name}}}.", name=name), msg("It begins: {text}", text=text[:60])
            )
        return values[name]

    return _PLACEHOLDER.sub(value, text)
