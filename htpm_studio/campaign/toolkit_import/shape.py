"""The weeks, days or themes of a toolkit as the weeks of a kit: the days of a week are one; six at most."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from htpm_studio.campaign.toolkit_import.results import Day, RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.sections import LEAP_YEAR
from htpm_studio.errors import Message, msg
from htpm_studio.weeks import MOST_WEEKS

LEAST_DAYS, LONGEST_TITLE, LONGEST_EYEBROW = 2, 60, 48


def in_weeks(findings: RecognizedToolkit) -> RecognizedToolkit:
    """The findings with at most six weeks, numbered as kits have them; `notes` say what became what.

    A post of a day keeps that day.
    """
    numbers = sorted({item.week for item in findings.items if item.week})
    days = {item.week: item.dates for item in reversed(findings.items) if item.kind == "week" and item.dates}
    calendar = _by_calendar(numbers, days, findings.year)
    groups = calendar or _shared(numbers)
    if groups and all(len(group) == 1 for group in groups):
        findings = _with_whole_weeks(findings, days)
    if not groups or all(numbers == [place] for place, numbers in enumerate(groups, 1)):
        return findings
    kit = {number: place for place, group in enumerate(groups, 1) for number in group}
    items = tuple(_moved(item, kit, groups, days, findings) for item in findings.items)
    notes = [_note(place, group, of_days=bool(calendar)) for place, group in enumerate(groups, 1) if group != [place]]
    return replace(findings, items=items, notes=(*findings.notes, *notes))


def _with_whole_weeks(findings: RecognizedToolkit, days: Mapping[int, tuple[Day, Day]]) -> RecognizedToolkit:
    """Sections that are a day each, in weeks of their own, as the weeks that begin on those days."""
    single = {number: span[0] for number, span in days.items() if span[0] == span[1]}
    months = {month for month, _ in single.values()}
    if len(single) < len(days) or len(single) < LEAST_DAYS or len(months) > 1:
        return findings
    month = next(iter(months))
    starts = sorted(day for _, day in single.values())
    most = monthrange(findings.year or LEAP_YEAR, month)[1]
    ends = {day: min(day + 6, following - 1) for day, following in zip(starts, [*starts[1:], most + 1], strict=True)}
    items = tuple(
        replace(item, dates=(item.dates[0], (month, ends[item.dates[0][1]])))
        if item.kind == "week" and item.dates and item.dates[0] == item.dates[1]
        else item
        for item in findings.items
    )
    note = msg("The toolkit names one day for each week; a week of the kit goes on to the day before the next one.")
    return replace(findings, items=items, notes=(*findings.notes, note))


def _by_calendar(numbers: Sequence[int], days: Mapping[int, tuple[Day, Day]], year: int) -> list[list[int]]:
    """Days grouped by the week that they are in; nothing where the sections are no days."""
    single = {number: span[0] for number, span in days.items() if span[0] == span[1]}
    if not numbers or len(single) * 2 <= len(numbers):
        return []
    groups: dict[tuple[int, int], list[int]] = {}
    last = (0, 0)
    for number in numbers:
        day = single.get(number)
        if day is not None:
            last = _calendar_week(day, year)
        groups.setdefault(last, []).append(number)
    found = list(groups.values())
    rest = [member for group in found[MOST_WEEKS - 1 :] for member in group]
    return found if len(found) <= MOST_WEEKS else [*found[: MOST_WEEKS - 1], rest]


def _calendar_week(day: Day, year: int) -> tuple[int, int]:
    try:
        return date(year or LEAP_YEAR, *day).isocalendar()[:2]
    except ValueError:
        return date(LEAP_YEAR, *day).isocalendar()[:2]


def _shared(numbers: Sequence[int]) -> list[list[int]]:
    """Six groups of neighbors, the later ones larger, where there are more than six; else each number by itself.

    Numbers that are missing between others stay missing.
    """
    if not numbers or max(numbers) <= MOST_WEEKS:
        return []
    if len(numbers) <= MOST_WEEKS:
        return [[number] for number in numbers]
    least, more = divmod(len(numbers), MOST_WEEKS)
    sizes = [least + (place >= MOST_WEEKS - more) for place in range(MOST_WEEKS)]
    starts = [sum(sizes[:place]) for place in range(MOST_WEEKS)]
    return [list(numbers[start : start + size]) for start, size in zip(starts, sizes, strict=True)]


def _moved(
    item: ToolkitItem, kit: Mapping[int, int], groups: Sequence[Sequence[int]],
    days: Mapping[int, tuple[Day, Day]], findings: RecognizedToolkit,
) -> ToolkitItem:  # fmt: skip
    if not item.week:
        return item
    place = kit[item.week]
    group = groups[place - 1]
    if item.kind == "week" and not item.group and len(group) > 1:
        spans = [days[number] for number in group if number in days]
        dates = (spans[0][0], spans[-1][1]) if spans and len(spans) == len(group) else None
        return replace(item, week=place, head=_title(group, groups, findings), dates=dates)
    if item.kind == "passage" and item.group == "idea" and len(group) > 1:
        own = _titles([item.week], findings)
        return replace(item, week=place, head=own[0], group="") if own else replace(item, week=place)
    span = days.get(item.week)
    if item.kind == "post" and len(group) > 1:
        own = _titles([item.week], findings)
        item = replace(item, about=own[0] if own and len(own[0]) <= LONGEST_EYEBROW else "")
    if item.kind == "post" and item.dates is None and span is not None and span[0] == span[1]:
        return replace(item, week=place, dates=span)
    return replace(item, week=place)


def _titles(group: Sequence[int], findings: RecognizedToolkit) -> list[str]:
    heads = {item.week: item.head for item in findings.items if item.kind == "week" and item.head and not item.group}
    return [heads[number] for number in group if number in heads]


def _title(group: Sequence[int], groups: Sequence[Sequence[int]], findings: RecognizedToolkit) -> str:
    """The titles of parts that share a week, as far as there is room; the theme where one week has all parts."""
    titles = _titles(group, findings)
    joined = " / ".join(titles) if len(titles) == 2 else ", ".join(titles)
    if len(joined) <= LONGEST_TITLE:
        return joined
    theme = next((item.text for item in findings.of("theme") if item.group == "title"), "")
    if len(groups) == 1 and 0 < len(theme) <= LONGEST_TITLE:
        return theme
    ends = f"{titles[0]} \u2013 {titles[-1]}"
    return joined if len(titles) == 2 else ends if len(ends) <= LONGEST_TITLE else titles[0]


def _note(place: int, group: Sequence[int], *, of_days: bool) -> Message:
    numbers = ", ".join(str(number) for number in group)
    if len(group) == 1:
        return msg("Part {parts} of the toolkit is week {place} of the kit.", parts=numbers, place=place)
    if of_days:
        return msg("Days {parts} of the toolkit are together week {place} of the kit.", parts=numbers, place=place)
    pattern = "Parts {parts} of the toolkit are week {place} of the kit, which has at most {most} weeks."
    return msg(pattern, parts=numbers, place=place, most=MOST_WEEKS)
