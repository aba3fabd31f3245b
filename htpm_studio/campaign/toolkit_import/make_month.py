"""The month of a toolkit: theme, goals, proclamation, newsletter and web text; neutral words where it says nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.campaign.day_offsets import number_of
from htpm_studio.campaign.model import (
    Article,
    Campaign,
    Event,
    Month,
    MonthTheme,
    Observance,
    PackInfo,
    PrintedWeeks,
    Proclamation,
    Resource,
)
from htpm_studio.campaign.networks import HASHTAG
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.toolkit_import.make_week import make_resources
from htpm_studio.campaign.toolkit_import.missing import MONTH_PARTS, OURS_TOO
from htpm_studio.campaign.toolkit_import.results import MissingPart, PartName, RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.text_splitting import fitting, of_any_year, sentences, web_address
from htpm_studio.languages.declared import toolkit_sayings

MAX_TEXT = 3_900
OFFICE = "Office on Trafficking in Persons"
OURS_ALONE: tuple[PartName, ...] = ("hashtags", *OURS_TOO)
"""Parts that are left out where neither the toolkit nor the built-in campaign gives them."""


def make_info(findings: RecognizedToolkit, ours: PackInfo, neutral: PackInfo) -> PackInfo:
    """Year, day and hashtags of the toolkit; the hotline is the one that is known."""
    tags = [item for item in findings.of("hashtag") if re.fullmatch(HASHTAG, item.text)]
    readable = [item for item in tags if not (len(item.text) >= 9 and item.text.islower())]
    keeps = MissingPart("hashtags") in findings.keeps
    first = next((item.text for item in readable if item.group), "") or _often(findings)
    any_of = next((item.text for item in readable), ours.primary_hashtag if keeps else neutral.primary_hashtag)
    primary = first or any_of
    rest = dict.fromkeys(item.text for item in readable if item.text != primary)
    if keeps:
        rest |= dict.fromkeys(tag for tag in ours.secondary_hashtags if tag != primary)
    observance = replace(ours.observance, printed=_printed(findings, ours.observance))
    if not findings.setting.day and MissingPart("day") not in findings.keeps:
        observance = replace(observance, day=0, day_color="")
    return replace(
        ours, year=findings.year, primary_hashtag=primary, secondary_hashtags=tuple(rest)[:20], observance=observance,
        addresses_checked="",
    )  # fmt: skip


def _printed(findings: RecognizedToolkit, ours: Observance) -> tuple[PrintedWeeks, ...]:
    """The days of the weeks as the toolkit prints them, in its month or near it; else those that are known."""
    found: dict[int, tuple[int, int]] = {}
    for item in findings.of("week"):
        begins, ends = (number_of(ours.month, day) for day in item.dates) if item.dates else (None, None)
        if begins is not None and ends is not None and begins <= ends:
            found.setdefault(item.week, (begins, ends))
    if not found:
        return ours.printed
    numbers = tuple(sorted(found))
    first, last = (tuple(found[number][end] for number in numbers) for end in (0, 1))
    all_of = numbers == tuple(range(1, len(numbers) + 1))
    known = tuple(edition for edition in ours.printed if edition.year != findings.year)
    return (*known, PrintedWeeks(findings.year, first, last, () if all_of else numbers))


def _often(findings: RecognizedToolkit) -> str:
    """The hashtag that most posts carry; "" when none is in a third of them."""
    posts = findings.of("post")
    counted = Counter(tag for item in posts for tag in set(re.findall(rf"#({HASHTAG})\b", item.text)))
    tag, count = counted.most_common(1)[0] if counted else ("", 0)
    return tag if count * 3 >= len(posts) and count > 1 else ""


def make_month(findings: RecognizedToolkit, base: Campaign, neutral: Month) -> tuple[Month, list[str]]:
    """The month, and a sentence for each part that the toolkit does not say.

    Such a part is the base's where the user keeps it, else `neutral`.
    """
    neutral = _dated(_told_more(neutral, findings, base.language), base, findings)
    ours = _ours_where_kept(base.month, neutral, findings) if findings.setting.ours else neutral
    shared = make_resources(findings.of("resource", 0), None, {resource.id for resource in ours.resources})
    kept = {name: ours if MissingPart(name) in findings.keeps else neutral for name in MONTH_PARTS}
    theme = _theme(findings, kept["theme"])
    goals = tuple(item.text[:MAX_TEXT] for item in findings.of("goal"))
    proclamation = _proclamation(findings.of("proclamation"), kept["proclamation"].proclamation, findings.year)
    newsletter = _article(findings.of("newsletter"), kept["newsletter"].newsletter, findings.year)
    web = _article(findings.of("web"), kept["web"].web, findings.year)
    found: dict[PartName, object] = {
        "theme": theme, "goals": goals, "proclamation": proclamation, "newsletter": newsletter, "web": web,
    }  # fmt: skip
    empty: list[PartName] = [name for name, part in found.items() if not part]
    lacks = {part.name for part in (*findings.missing, *findings.keeps)}
    notes = _filled_in(findings, [*empty, *(name for name in OURS_ALONE if name in lacks)])
    office = any(OFFICE in item.text for item in findings.items)
    sayings = toolkit_sayings(base.language)
    themes = tuple(kept_theme for kept_theme in kept["theme"].themes if kept_theme.year != findings.year or not theme)
    return replace(
        ours,
        about=kept["web"].about,
        resources=(*shared, *ours.resources),
        goals=goals or kept["goals"].goals,
        credit=sayings["credit_of" if office else "credit"].format(year=findings.year, name=ours.name, office=OFFICE),
        themes=(*((theme,) if theme else ()), *themes),
        proclamation=proclamation or kept["proclamation"].proclamation,
        newsletter=newsletter or kept["newsletter"].newsletter,
        web=web or kept["web"].web,
    ), notes


def _ours_where_kept(ours: Month, neutral: Month, findings: RecognizedToolkit) -> Month:
    """Our month; its day, numbers, resources and voices only where the user keeps them."""
    day, numbers, resources, voices = (MissingPart(name) in findings.keeps for name in OURS_TOO)
    return replace(
        ours,
        events=ours.events if day else neutral.events,
        statistics=ours.statistics if numbers else (),
        resources=ours.resources if resources else neutral.resources,
        voices=ours.voices if voices else None,
    )


def _filled_in(findings: RecognizedToolkit, missing: Sequence[PartName]) -> list[str]:
    """What became of the parts that the toolkit does not say."""
    names: dict[PartName, str] = {
        "web": "web text", "day": "awareness day", "resources": "resources of the month", "voices": "Voices of Freedom",
    }  # fmt: skip
    kept = [names.get(name, name) for name in missing if MissingPart(name) in findings.keeps]
    rest = [names.get(name, name) for name in missing if MissingPart(name) not in findings.keeps]
    rows = (("From the built-in campaign", kept), ("In neutral words or left out", rest))
    sentence = "{where}, because the toolkit has nothing like it: {parts}."
    return [sentence.format(where=where, parts=", ".join(parts)) for where, parts in rows if parts]


def _told_more(month: Month, findings: RecognizedToolkit, language: str) -> Month:
    """A neutral month whose newsletter and web text have the toolkit's theme, words on the month, and topics."""
    about = of_any_year(findings.setting.about, findings.year)
    heads = [item.head for item in findings.of("week") if not item.group and item.head]
    topics = dict.fromkeys(head.rstrip(".") for head in heads)
    theme = next((item.text for item in findings.of("theme") if item.group == "title"), "")
    topics = {} if list(topics) == [theme.rstrip(".")] else topics
    line = "{theme}" if theme[-1:] in ".!?\u2026\u201d" else "{theme_short}."
    words = toolkit_sayings(language)
    named = words["theme"].replace("{theme}", line)
    opening = (*((named,) if theme else ()), *((about,) if about else ()))
    more = (f"{words['topics']} {'; '.join(topics)}.",) if topics else ()
    return replace(
        month,
        about=about or month.about,
        newsletter=replace(month.newsletter, paragraphs=(*month.newsletter.paragraphs, *opening, *more)),
        web=replace(month.web, paragraphs=(*month.web.paragraphs, *opening, *(() if about else more))),
    )


def _dated(month: Month, base: Campaign, findings: RecognizedToolkit) -> Month:
    """The month with the day that the toolkit names, and the site of its helpline."""
    setting = findings.setting
    day = fill(base.words.date_short, {"day": str(setting.day), "month": base.words.months[setting.month - 1]})
    events: tuple[Event, ...] = ()
    if setting.day:
        text = of_any_year(setting.day_text, findings.year) if setting.day_text else f"{setting.day_name}: {day}."
        tag = next(iter(re.findall(rf"#({HASHTAG})\b", setting.day_text)), "")
        events = (Event(id="awareness-day", day=setting.day, name=setting.day_name, text=text, hashtag=tag),)
    site = base.hotline.web
    shared = (
        (Resource("helpline", base.words.hotline_name, "website", "act", "likely", base.words.help_lead, "", site),)
        if site
        else ()
    )
    return replace(month, events=events, resources=shared)


def _theme(findings: RecognizedToolkit, ours: Month) -> MonthTheme | None:
    items = findings.of("theme")
    title = next((item.text for item in items if item.group == "title"), "")
    if not title:
        return None
    rows = sentences(title)
    line = " ".join(rows[1:]) or title
    line = line if line[-1:] in ".!?\u2026\u201d" else f"{line}."
    text = " ".join(item.text for item in items if item.group == "text")
    plain = next(theme.text for theme in ours.themes if theme.year is None)
    return MonthTheme(title, rows[0].rstrip("."), line, text[:MAX_TEXT] or plain, findings.year)


def _proclamation(items: Sequence[ToolkitItem], ours: Proclamation, year: int) -> Proclamation | None:
    rows = [of_any_year(item.text[:MAX_TEXT], year) for item in items]
    clauses = tuple(row for row in rows if row.lower().startswith("whereas"))
    end = next((row for row in rows if row.lower().startswith("now")), "")
    return replace(ours, clauses=clauses, resolution=end or ours.resolution) if clauses else None


def _article(items: Sequence[ToolkitItem], ours: Article, year: int) -> Article | None:
    """Head, paragraphs and address are the toolkit's; the last line with the hotline stays ours."""
    head = next((item.text for item in items if item.group == "head"), "")
    rows = [item for item in items if item.group != "head"]
    if not rows:
        return None
    url = next((url for item in rows for link in item.links if (url := web_address(link.target))), "")
    paragraphs = tuple(of_any_year(item.text[:MAX_TEXT], year) for item in rows)
    first = sentences(paragraphs[0])[0]
    summary = (
        first
        if len(first) <= 200
        else next((short for paragraph in paragraphs if (short := fitting(paragraph, 200))), "")
    )
    return replace(
        ours,
        head=of_any_year(head, year) or ours.head,
        summary=summary or ours.summary,
        paragraphs=paragraphs,
        url=url or ours.url,
    )
