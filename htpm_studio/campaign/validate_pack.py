"""What must hold inside a campaign pack beyond right keys and types; every finding names file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from htpm_studio.campaign.day_offsets import LONGEST_MONTH
from htpm_studio.campaign.fields import check_fields, check_site
from htpm_studio.campaign.model import (
    Action,
    Article,
    Deck,
    Event,
    Fact,
    FactSheet,
    Handout,
    Hotline,
    LinkStatus,
    Month,
    MonthName,
    MonthTheme,
    Observance,
    PackInfo,
    Passage,
    Post,
    Resource,
    Scenario,
    Slide,
    Statistic,
    Voices,
    Week,
)
from htpm_studio.campaign.network_texts import check_network_texts
from htpm_studio.campaign.networks import HASHTAG
from htpm_studio.campaign.placeholders import RUNNING, fill, placeholders, stray_brace
from htpm_studio.campaign.post_length import ADDRESS, X_LIMIT, bare_address, x_length
from htpm_studio.campaign.session import Check, Session
from htpm_studio.campaign.strings import Strings
from htpm_studio.campaign.validate_session import check_check, check_minutes, check_session
from htpm_studio.campaign.year_filter import LimitedToYear
from htpm_studio.decoding.source import KeyPlace, nearest, short
from htpm_studio.decoding.values import Spoken
from htpm_studio.errors import msg
from htpm_studio.hotline.guard import find_near_misses, same_number
from htpm_studio.hotline.helpline import NATIONAL, USUAL, Helpline
from htpm_studio.languages.declared import languages
from htpm_studio.pieces.declared import pieces
from htpm_studio.weeks import MOST_WEEKS, WEEK_NUMBERS

SCHEMA = 1
MAX_HASHTAGS = 2
MAX_ALT = 125
MAX_TEXT = 4_000
MAX_LONG_POST = 1_000
MAX_SLIDES = 40
MAX_SCENARIO, MAX_QUESTIONS = 700, 5
_YEARS = range(2010, 2101)
_SOURCE_YEARS = range(1990, 2101)
_MONTHS = range(1, 13)
_NEAR = range(-61, 94)
"""Days counted from the first of a month that are in it or in the two months before or after it."""

_COUNTED = msg(
    "Give a day from {first} to {last}, counted from the first day of the month.", first=_NEAR[0], last=_NEAR[-1]
)

_RELAY = "711"
_NUMBER = re.compile(r"\+?[0-9][0-9A-Z ().\u2010-\u2013-]{1,30}")
_WEEKDAYS = 7
_MAX_SLUG = 40
_LONG_HASHTAG = 9
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_HASHTAG = re.compile(HASHTAG)
_INLINE_TAG = re.compile(r"#(\w*)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_URL = re.compile(r"https://[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?:/[^\s.]*(?:\.[^\s.]+)*)?")

MISSING_HINTS: Mapping[tuple[type, str], str] = MappingProxyType(
    {
        (Statistic, "source"): msg("A number needs its source and year."),
        (Statistic, "year"): msg("A number needs its source and year."),
        (Post, "graphic"): msg("Give template, fields and alt under [posts.graphic]."),
    }
)


def text_check(known: Mapping[str, str], lines: tuple[Helpline, ...] = USUAL) -> Callable[[str, KeyPlace], None]:
    """The check for each text of a file with the given placeholders; `lines` are the helplines that it may name."""

    def check(text: str, place: KeyPlace) -> None:
        if len(text) > MAX_TEXT:
            place.wrong(msg("The text has {count} characters, {most} are allowed.", count=len(text), most=MAX_TEXT))
            return
        if _CONTROL.search(text):
            place.wrong("The text contains a control character.", "Write line breaks as new lines, and no tabs.")
        for name in placeholders(text):
            if name not in known and place.whole("resources") and not place.report.monthless:
                place.wrong(msg("There is no placeholder {{{name}}}.", name=name), nearest(name, known))
        if stray_brace(text):
            place.wrong("The text contains a single brace.", "Braces are only for placeholder names.")
        for near_miss in find_near_misses(text, lines, beside=False):
            place.wrong(near_miss.sentence, msg("It is {right}.", right=near_miss.right))

    return check


def check_info(info: PackInfo, place: KeyPlace) -> None:
    """The file pack.toml."""
    if info.schema != SCHEMA:
        newer = info.schema > SCHEMA
        place.child("schema").wrong(
            msg("The pack has format {schema}, this program reads {known}.", schema=info.schema, known=SCHEMA),
            "Use a newer version of the program." if newer else msg("Write schema = {schema}.", schema=SCHEMA),
        )
    _check_hashtags((info.primary_hashtag,), place.child("primary_hashtag"), 1)
    _check_hashtags(info.secondary_hashtags, place.child("secondary_hashtags"), 20)
    _check_year(info.year, place.child("year"))
    if info.addresses_checked and not _is_day(info.addresses_checked):
        words = msg("{day} is not a day.", day=short(info.addresses_checked))
        place.child("addresses_checked").wrong(words, "Write it like 2027-05-01.")


def check_hotline(hotline: Hotline, place: KeyPlace) -> None:
    """A helpline's record: a wrong number here is wrong everywhere, so one that is almost a known one is refused."""
    for near_miss in find_near_misses(hotline.number):
        place.child("number").wrong(
            msg("{number} is not the hotline.", number=short(hotline.number)),
            msg("It is {right}.", right=near_miss.right),
        )
    if not _NUMBER.fullmatch(hotline.number):
        place.child("number").wrong(msg("{number} is not a telephone number.", number=short(hotline.number)))
    known = hotline.watched
    if (known.printed, known.text) != (hotline.number, hotline.text_number) and same_number(hotline.number, NATIONAL):
        place.child("text_number").wrong(
            msg("{text_number} is not the text number.", text_number=short(hotline.text_number)),
            msg("It is {right}.", right=known.text),
        )
    if hotline.tty and (hotline.tty != _RELAY if known is NATIONAL else not _NUMBER.fullmatch(hotline.tty)):
        place.child("tty").wrong(msg("{tty} is not the TTY number.", tty=short(hotline.tty)))
    _check_pages(hotline.pages, place, "web", hotline.web)
    place.report.addresses.update(bare_address(url) for url in (hotline.web, hotline.chat) if url)


def check_observance(observance: Observance, place: KeyPlace) -> None:
    """When a campaign is: a month of the year, a day that the month has, weeks that follow each other."""
    if observance.month not in _MONTHS:
        place.child("month").wrong(msg("There is no month {month}.", month=observance.month), "Give it as 1 to 12.")
        return
    days = range(1, LONGEST_MONTH[observance.month - 1] + 1)
    if observance.day and observance.day not in days:
        place.child("day").wrong(msg("The month has no day {day}.", day=observance.day), "Write 0 for none.")
    if observance.single and not observance.day:
        place.child("single").wrong("A single day needs its day.", "Write day = 15, or leave single out.")
    for index, weeks in enumerate(observance.printed):
        rows = list(zip(weeks.first, weeks.last, strict=False))
        numbers = weeks.weeks or tuple(range(1, len(weeks.first) + 1))
        right = len(numbers) == len(set(numbers)) == len(weeks.first) == len(weeks.last) and all(
            first in _NEAR and last in _NEAR and first <= last for first, last in rows
        )
        if not right:
            place.item("printed", index).wrong("The first and last days of the weeks do not belong together.")


def check_words(words: Strings, place: KeyPlace) -> None:
    """The fixed words of one language; those on paper are named as in the pieces that say them."""
    known = pieces().texts["en"]
    for key in words.print:
        if key not in known:
            place.child("print", key).wrong(msg("No piece says {name}.", name=short(key)), nearest(key, known))
    if len(words.months) != len(_MONTHS):
        place.child("months").wrong("There must be twelve months, January first.")
    if len(words.weekdays) != _WEEKDAYS:
        place.child("weekdays").wrong("There must be seven weekdays, Monday first.")


def check_week(week: Week, place: KeyPlace) -> None:
    """One week: number, slug, and actions that name resources of the week or of the whole month."""
    if week.number not in WEEK_NUMBERS:
        place.child("number").wrong(
            msg("There is no week {number}.", number=week.number),
            msg("Weeks are numbered 1 to {most}.", most=MOST_WEEKS),
        )
    if not _SLUG.fullmatch(week.slug) or len(week.slug) > _MAX_SLUG:
        hint = msg("Use a-z, 0-9 and hyphens, at most {most}.", most=_MAX_SLUG)
        place.child("slug").wrong(msg("{slug} is not usable in a file name.", slug=short(week.slug)), hint)
    shared = {name for kind, name in place.report.seen if kind.strip() == "resource"}
    known = shared | {resource.id for resource in week.resources}
    for index, action in enumerate(week.actions):
        for number, name in enumerate(action.resources):
            if name not in known and place.whole("resources") and not place.report.monthless:
                at = place.item("actions", index).child("resources", number)
                at.wrong(
                    msg("There is no resource {name} in this week or the month.", name=short(name)),
                    nearest(name, known),
                )


def check_passage(passage: Passage, place: KeyPlace) -> None:
    """One passage: its dates."""
    _check_dates(passage, None, place)


def check_action(action: Action, place: KeyPlace) -> None:
    """One action: its id and its dates."""
    place.child("id").once("action", action.id)
    _check_dates(action, action.only_day, place)


def check_resource(resource: Resource, place: KeyPlace) -> None:
    """One resource: its id, an address exactly when its status allows one, and a site to search only without one."""
    place.child("id").once("resource", resource.id)
    _check_dates(resource, None, place)
    _check_link(resource.url, resource.status, place)
    _check_pages(resource.pages, place, "url", resource.url)
    if resource.search and resource.url:
        place.child("search").wrong("A resource with an address needs no site to search.", "Leave search out.")
    elif resource.search:
        check_site(resource.search, place.child("search"))


def check_statistic(statistic: Statistic, place: KeyPlace) -> None:
    """One number with its source."""
    place.child("id").once("statistic", statistic.id)
    if statistic.year not in _SOURCE_YEARS:
        place.child("year").wrong(msg("{year} cannot be the year of a source.", year=statistic.year))
    _check_link(statistic.url, statistic.status, place)


def check_sheet(sheet: FactSheet, place: KeyPlace) -> None:
    """The file facts.toml."""
    if sheet.schema != SCHEMA:
        place.child("schema").wrong(
            msg("The list of facts has format {schema}, this program reads {known}.", schema=sheet.schema, known=SCHEMA)
        )


def check_fact(fact: Fact, place: KeyPlace) -> None:
    """One fact: its id, its year, its address and its days."""
    place.child("id").once("fact", fact.id)
    if fact.published not in _SOURCE_YEARS:
        place.child("published").wrong(msg("{year} cannot be the year of a source.", year=fact.published))
    if not _URL.fullmatch(fact.url):
        place.child("url").wrong(msg("{url} is not a usable address.", url=short(fact.url)), "Begin with https://.")
    for key, day in (("checked", fact.checked), ("due", fact.due)):
        if not _is_day(day):
            place.child(key).wrong(msg("{day} is not a day.", day=short(day)), "Write it like 2027-05-01.")
    labels = [point.label for point in fact.series]
    if len(labels) == 1 or len(set(labels)) != len(labels) or any(point.count <= 0 for point in fact.series):
        place.child("series").wrong("A series has two values or more, each with a label of its own and above zero.")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def check_post(post: Post, place: KeyPlace) -> None:
    """One post: lengths, hashtags, dates, address and graphic."""
    place.child("id").once("post", post.id)
    _check_dates(post, post.only_day, place)
    _check_hashtags(post.hashtags, place.child("hashtags"), MAX_HASHTAGS)
    if post.url:
        _check_link(post.url, post.status, place)
    if post.networks is not None:
        if post.text or post.short:
            place.child("text").wrong("A post with a text for each network has no other.", "Leave out text and short.")
        check_network_texts(post, post.networks, place.child("networks"), RUNNING)
    else:
        _check_forms(post, place)
    graphic = place.child("graphic")
    check_fields(post.graphic.template, post.graphic.fields, "social/", graphic)
    _check_alt(post.graphic.alt, True, graphic)


def _check_forms(post: Post, place: KeyPlace) -> None:
    """The long and the short form of a post that has no text for each network."""
    for key, text in (("text", post.text), ("short", post.short)):
        if not text:
            place.wrong(
                msg("The key {name} is missing.", name=key),
                msg("Each post needs a form of at most {most} characters.", most=X_LIMIT) if key == "short" else "",
            )
            return
    for key, text in (("text", post.text), ("short", post.short)):
        if strange := [tag for tag in _INLINE_TAG.findall(text) if tag not in post.hashtags]:
            place.child(key).wrong(
                msg("The text contains the hashtag #{strange}.", strange=strange[0]),
                "List it under hashtags, without the # sign.",
            )
        if ADDRESS.search(text) and post.url:
            place.child(key).wrong("The text contains a second address.", "Give one address, under url.")
    if len(post.text) > MAX_LONG_POST:
        place.child("text").wrong(
            msg(
                "The post has {count} characters, {most} are allowed.",
                count=len(post.text),
                most=MAX_LONG_POST,
            )
        )
    length = x_length(_filled(post.short_caption()))
    if length > X_LIMIT:
        place.child("short").wrong(
            msg("The short post has {length} characters; {most} are allowed.", length=length, most=X_LIMIT),
            "An address counts as 23 characters, an emoji as 2.",
        )


def check_slide(slide: Slide, place: KeyPlace) -> None:
    """One slide: fields, alt text of its picture, time."""
    check_fields(slide.layout, slide.fields, "deck/", place)
    _check_dated(slide.layout, slide, "deck/", place)
    _check_alt(slide.alt, False, place)
    check_minutes(slide.minutes, place)
    if slide.name and (not _NAME.fullmatch(slide.name) or len(slide.name) > _MAX_SLUG):
        hint = msg("Use a-z and hyphens, at most {most}.", most=_MAX_SLUG)
        place.child("name").wrong(msg("{name} cannot name a slide.", name=short(slide.name)), hint)


def _check_dated(template: str, piece: Slide | Handout, prefix: str, place: KeyPlace) -> None:
    """What a piece says with or without a day: fields of its own design, and a day that a month has."""
    if (other := piece.dated) is None:
        return
    at = place.child("dated")
    if other.day not in _NEAR:
        at.child("day").wrong(msg("The month has no day {day}.", day=other.day), _COUNTED)
    check_fields(template, {**piece.fields, **other.fields}, prefix, at)


def check_deck(deck: Deck, place: KeyPlace) -> None:
    """One deck: unique titles, notes to speak from, an early content notice and a help slide."""
    place.child("id").once("deck", deck.id, place.file)
    if len(deck.slides) > MAX_SLIDES:
        place.wrong(msg("The deck has {count} slides, {most} are allowed.", count=len(deck.slides), most=MAX_SLIDES))
    seen: set[str] = set()
    for index, slide in enumerate(deck.slides):
        at = place.item("slides", index)
        title = slide.title.casefold()
        if title in seen:
            head = at.child("fields", "head")
            head.wrong(
                msg("Two slides are titled {title}.", title=short(slide.title)), "Each slide needs its own title."
            )
        seen.add(title)
        if deck.id != "loop" and not slide.notes:
            at.wrong("The slide has no speaker notes.", "Say what to say, how long, and what to ask.")
    if place.whole("slides"):
        _check_order(deck, place)


def _check_order(deck: Deck, place: KeyPlace) -> None:
    layouts = [slide.layout for slide in deck.slides]
    if "deck/help" not in layouts:
        place.wrong("The deck has no help slide.", "Add one with layout deck/help.")
    if deck.id == "training" and "deck/notice" not in layouts[:3]:
        place.wrong("The training deck needs its content notice by slide 3.", "Add one with layout deck/notice.")
    if deck.id == "training" and "deck/help" not in layouts[:5]:
        place.wrong("The training deck needs a help slide near its start.", "Add one with layout deck/help by slide 5.")


def check_handout(handout: Handout, place: KeyPlace) -> None:
    """One printed piece."""
    place.child("id").once("handout", handout.id, place.file)
    check_fields(handout.template, handout.fields, "print/", place)
    _check_dated(handout.template, handout, "print/", place)
    _check_alt(handout.alt, False, place)


def check_scenario(scenario: Scenario, place: KeyPlace) -> None:
    """One practice scenario: its length, questions to work on, and good answers to listen for."""
    place.child("id").once("scenario", scenario.id, place.file)
    if len(scenario.text) > MAX_SCENARIO:
        count = len(scenario.text)
        place.child("text").wrong(
            msg("The text has {count} characters, {most} are allowed.", count=count, most=MAX_SCENARIO)
        )
    for key in ("questions", "listen"):
        if not 1 <= len(getattr(scenario, key)) <= MAX_QUESTIONS:
            place.child(key).wrong(msg("Give 1 to {most} of them.", most=MAX_QUESTIONS))


def check_event(event: Event, place: KeyPlace) -> None:
    """One day to take part in."""
    place.child("id").once("event", event.id)
    _check_dates(event, event.day, place, "day")
    if event.hashtag:
        _check_hashtags((event.hashtag,), place.child("hashtag"), 1)
    if event.url:
        _check_link(event.url, event.status, place)


def check_theme(theme: MonthTheme, place: KeyPlace) -> None:
    """One theme: at most one for a year."""
    place.once("theme" if theme.year else "open theme", str(theme.year))
    if theme.year is not None:
        _check_year(theme.year, place.child("year"))


def check_month(month: Month, place: KeyPlace) -> None:
    """The month needs one theme that fits any year, and one of its names."""
    if month.names and place.whole("names") and month.full_name not in {name.name for name in month.names}:
        place.child("full_name").wrong(
            "This is none of the month’s names.", nearest(month.full_name, [name.name for name in month.names])
        )
    if place.whole("themes") and all(theme.year is not None for theme in month.themes):
        place.child("themes").wrong("One theme must have no year, for the years without an official one.")


def check_month_name(name: MonthName, place: KeyPlace) -> None:
    """Where a name of the month was read, and when."""
    if not _URL.fullmatch(name.url):
        place.child("url").wrong(msg("{url} is not a usable address.", url=short(name.url)), "Begin with https://.")
    if not _is_day(name.checked):
        place.child("checked").wrong(msg("{day} is not a day.", day=short(name.checked)), "Write it like 2027-05-01.")


def check_voices(voices: Voices, place: KeyPlace) -> None:
    """The oral history page."""
    _check_link(voices.url, voices.status, place)


def check_article(article: Article, place: KeyPlace) -> None:
    """A newsletter or web text."""
    if article.url:
        _check_link(article.url, "likely", place)


CHECKS: Mapping[type, Callable[[Any, KeyPlace], None]] = MappingProxyType(
    {
        PackInfo: check_info, Observance: check_observance, Hotline: check_hotline,
        Strings: check_words, Week: check_week, Action: check_action,
        Passage: check_passage, Resource: check_resource, Statistic: check_statistic, Post: check_post,
        Slide: check_slide, Deck: check_deck, Handout: check_handout, Scenario: check_scenario, Event: check_event,
        MonthTheme: check_theme, Month: check_month, MonthName: check_month_name, Voices: check_voices,
        Article: check_article, Session: check_session, Check: check_check,
        FactSheet: check_sheet, Fact: check_fact,
    }
)  # fmt: skip


def _check_hashtags(tags: tuple[str, ...], place: KeyPlace, most: int) -> None:
    if len(tags) > most:
        place.wrong(msg("There are {count} hashtags, at most {most} are allowed.", count=len(tags), most=most))
    if len({tag.casefold() for tag in tags}) < len(tags):
        place.wrong("A hashtag is listed twice.")
    for tag in tags:
        if not _HASHTAG.fullmatch(tag):
            place.wrong(
                msg("{tag} is not a hashtag.", tag=short(tag)), "Write letters and digits only, without the # sign."
            )
        elif len(tag) >= _LONG_HASHTAG and tag.islower():
            place.wrong(
                msg("#{tag} is hard to read aloud.", tag=tag), "Begin each word with a capital, as in #EndTrafficking."
            )


def _check_link(url: str, status: LinkStatus, place: KeyPlace) -> None:
    if status == "unknown" and url:
        hint = "Leave url out, or set its status."
        place.child("url").wrong("An address whose status is unknown is not printed.", hint)
    elif status != "unknown" and not url:
        hint = 'Add url, or write status = "unknown".'
        place.child("status").wrong(msg("The status is {status} but there is no url.", status=status), hint)
    elif url and not _URL.fullmatch(url):
        hint = "Begin with https:// and end without a full stop."
        place.child("url").wrong(msg("{url} is not a usable address.", url=short(url)), hint)
    elif url:
        place.report.addresses.add(bare_address(url))


def _check_pages(pages: Spoken, place: KeyPlace, key: str, plain: str) -> None:
    """The pages in other languages of something that has an address."""
    for language, url in pages:
        where = place.child(f"{key}_{language}")
        if language not in languages():
            where.wrong(msg("There is no language {name}.", name=language), nearest(language, languages()))
        elif not plain:
            where.wrong("There is a page in another language but no address.", "Give both, or leave this one out.")
        elif not _URL.fullmatch(url):
            message = msg("{url} is not a usable address.", url=short(url))
            where.wrong(message, "Begin with https:// and end without a full stop.")
        else:
            place.report.addresses.add(bare_address(url))


def _check_dates(item: LimitedToYear, day: int | None, place: KeyPlace, key: str = "only_day") -> None:
    if item.only_year is not None:
        _check_year(item.only_year, place.child("only_year"))
        if not item.only_why:
            place.child("only_year").wrong("only_year has no reason.", "Say in only_why why other years do without it.")
    elif item.only_why:
        place.child("only_why").wrong("There is a reason but no year.", "Give only_year, or take only_why out.")
    if day is not None and day not in _NEAR:
        place.child(key).wrong(msg("The month has no day {day}.", day=day), _COUNTED)


def _check_year(year: int, place: KeyPlace) -> None:
    if year not in _YEARS:
        place.wrong(msg("There is no plan for the year {year}.", year=year), "Give a year from 2010 to 2100.")


def _check_alt(alt: str, needed: bool, place: KeyPlace) -> None:
    if needed and not alt:
        place.wrong(
            "The picture has no alt text.",
            msg("Say in alt what is seen, in at most {most} characters.", most=MAX_ALT),
        )
    elif len(alt) > MAX_ALT:
        place.child("alt").wrong(
            msg("The alt text has {count} characters, {most} are allowed.", count=len(alt), most=MAX_ALT)
        )


def _filled(text: str) -> str:
    return fill(text, RUNNING) if set(placeholders(text)) <= set(RUNNING) else text
