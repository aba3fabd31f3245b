"""Posts of a toolkit as posts of a campaign: the official words, a short form made of them, a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from htpm_studio.campaign.dates import JANUARY
from htpm_studio.campaign.day_offsets import number_of
from htpm_studio.campaign.model import Observance, PieceTexts, Post, Week
from htpm_studio.campaign.networks import HASHTAG
from htpm_studio.campaign.post_length import ADDRESS, X_LIMIT, bare_address
from htpm_studio.campaign.toolkit_import.graphics import HEAD, graphic_for
from htpm_studio.campaign.toolkit_import.headings import section_of
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in, years_in
from htpm_studio.campaign.toolkit_import.results import ToolkitItem
from htpm_studio.campaign.toolkit_import.statistics import post_with_number, statistic_in
from htpm_studio.campaign.toolkit_import.text_splitting import (
    of_any_year,
    parts_of,
    sentences,
    slug,
    web_address,
    whole_words,
)
from htpm_studio.campaign.validate_pack import MAX_ALT, MAX_HASHTAGS
from htpm_studio.frozen import dataclass

MAX_ID, AN_ARTICLE = 60, 3
_TODAY = re.compile(r"today is (?:the )?#?", re.IGNORECASE)
_ON_THE_DAY = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening)|right now|hoy|esta (?:noche|tarde|ma\u00f1ana))\b",
    re.IGNORECASE,
)
SMALL = 3
_PLAIN = ("social/statement", "social/resource")
TIGHTEST = 300
"""Bluesky counts every letter of an address, X counts each address as 23."""


@dataclass(frozen=True, slots=True)
class PostSetting:
    """What all posts of a week share: number, topic, eyebrow, year, first hashtag, and our week with the same topic.

    `own_topic` is the topic in the toolkit's own words, "" where it names none.
    """

    week: int
    topic: str
    eyebrow: str
    year: int
    primary: str
    like: Week | None = None
    own_topic: str = ""
    observance: Observance = JANUARY
    month: str = ""
    of_day: re.Pattern[str] | None = None
    called: str = ""


def make_posts(
    items: Sequence[ToolkitItem], setting: PostSetting, taken: set[str]
) -> tuple[tuple[Post, ...], list[str]]:
    """The posts in order and what had to be changed in them; `taken` holds all ids of the pack and grows."""
    posts: list[Post] = []
    notes: list[str] = []
    ours = list(setting.like.posts) if setting.like else []
    for item in items:
        post, changes = _post(item, setting, ours, taken)
        if post is None:
            notes += changes
            continue
        taken.add(post.id)
        post = _told_apart(post, posts)
        ours = [other for other in ours if other.id != post.id]
        posts.append(post)
        notes += changes
    return tuple(posts), notes


def _told_apart(post: Post, before: Sequence[Post]) -> Post:
    """The post with the beginning of its own words as its headline, where an earlier one has the same headline."""
    piece, heads = post.graphic, [other.graphic.fields.get("head") for other in before]
    own = whole_words(sentences(post.text)[0], HEAD)
    if piece.template not in _PLAIN or piece.fields.get("head") not in heads or own in heads:
        return post
    alt = whole_words(" ".join(filter(None, (own, str(piece.fields.get("sub", ""))))), MAX_ALT)
    return replace(post, graphic=replace(piece, fields={**piece.fields, "head": own}, alt=alt))


def _post(item: ToolkitItem, setting: PostSetting, ours: list[Post], taken: set[str]) -> tuple[Post | None, list[str]]:
    parts = parts_of(of_any_year(item.text, setting.year))
    called = setting.called or f"week {setting.week}"
    where = f"{called[:1].upper()}{called[1:]}, post at {item.place}"
    words, inside = _with_two_tags(parts.words)
    tags, dropped = _tags(inside, parts.tags, setting.primary)
    left = ", ".join(f"#{tag}" for tag in dropped)
    notes = (
        [f"{where}: {left} {'was' if len(dropped) == 1 else 'were'} left out; two hashtags are enough."] if left else []
    )
    url = web_address(parts.address) or ("" if parts.address or ADDRESS.search(words) else _linked(item))
    if parts.address and not url:
        words = f"{words} {parts.address}".strip()
    linked = next((post for post in ours if url and bare_address(post.url).lower() == bare_address(url).lower()), None)
    base = linked or post_with_number(words, ours)
    last = max((year for year in years_in(words) if year >= setting.year), default=None)
    post = Post(
        id=base.id if base and base.id not in taken else slug(_named(setting.week, words), MAX_ID, sorted(taken)),
        section=section_of(item.head) or (base.section if base else "awareness"),
        text=words,
        short=words,
        hashtags=tags,
        graphic=_graphic(words, url, item, setting, base),
        url=linked.url if linked else url,
        status=linked.status if linked else "likely",
        only_year=setting.year if last else None,
        only_why=f"It names the year {last}." if last else "",
        only_day=only_day(item, setting),
    )
    short = _short(post, setting.own_topic)
    if not short:
        return None, [*notes, f"{where} was left out: no part of it fits into {X_LIMIT} characters."]
    if short != words:
        notes.append(f"{where}: the short version is made of its own sentences.")
    if post.only_year:
        notes.append(f"{where} names {last}, so it is used in {setting.year} only.")
    return replace(post, short=short), notes


def _named(week: int, words: str) -> str:
    """The file name of a post: its week and its first sentence, which is not cut after a small word."""
    first = f"w{week} {sentences(words)[0]}"
    name = slug(first, MAX_ID)
    while name != slug(first, len(first)) and len(name.rpartition("-")[2]) <= SMALL:
        name = name.rpartition("-")[0]
    return name


def only_day(item: ToolkitItem, setting: PostSetting) -> int | None:
    """The day of the campaign's month that a post is for; None for none, and for one outside both month and week.

    It is the one that is printed beside the post, or that the post begins with where it is in its week.
    """
    if setting.observance.single and _ON_THE_DAY.search(item.text):
        return setting.observance.day
    today = _TODAY.match(item.text)
    if setting.of_day and today and setting.of_day.match(item.text[today.end() :]):
        return setting.observance.day
    first, last = setting.observance.span(setting.year, setting.week) or (1, 0)
    if item.day is None or item.dates is None:
        begins = dates_in(item.text)
        day = begins[2] if begins and begins[0] <= AN_ARTICLE and begins[2] == begins[3] else None
        number = number_of(setting.observance.month, day) if day else None
        return number if number is not None and first <= number <= last else None
    number = number_of(setting.observance.month, item.dates[0])
    inside = item.dates[0][0] == setting.observance.month or (number is not None and first <= number <= last)
    return number if inside else None


def _graphic(words: str, url: str, item: ToolkitItem, setting: PostSetting, base: Post | None) -> PieceTexts:
    """The graphic of our post with the same address or number, unless it gives another number than the toolkit."""
    if base is not None:
        other = base.graphic.template == "social/statistic" and statistic_in(words, setting.year)
        if not other or post_with_number(words, [base]) is not None:
            return base.graphic
    day = only_day(item, setting)
    of_day = day if day == setting.observance.day else 0
    topic, eyebrow = item.about or setting.topic, item.about or setting.eyebrow
    return graphic_for(words, topic, eyebrow, url, setting.year, setting.month, of_day or 0)


def _linked(item: ToolkitItem) -> str:
    """The target of the one link of a post whose address is not printed."""
    targets = list(dict.fromkeys(link.target for link in item.links if link.target.startswith("http")))
    return web_address(targets[0]) if len(targets) == 1 else ""


def _with_two_tags(words: str) -> tuple[str, list[str]]:
    """Hashtags that are words of a sentence; from the third one on they lose their sign and stay as words."""
    inside = _once(re.findall(rf"#({HASHTAG})\b", words))
    kept = {tag.casefold(): f"#{tag}" for tag in inside[:MAX_HASHTAGS]}
    return re.sub(r"#(\w+)", lambda found: kept.get(found[1].casefold(), found[1]), words), inside[:MAX_HASHTAGS]


def _once(tags: Iterable[str]) -> list[str]:
    """Each hashtag once, as it is written first: networks do not tell capitals from small letters."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold(), tag)
    return list(found.values())


def _tags(inside: list[str], tags: tuple[str, ...], primary: str) -> tuple[tuple[str, ...], list[str]]:
    usable = [
        tag for tag in tags if re.fullmatch(r"[A-Za-z][A-Za-z0-9]{1,29}", tag) and not (len(tag) >= 9 and tag.islower())
    ]
    order = _once([*inside, *(tag for tag in usable if tag == primary), *usable])
    kept = order[:MAX_HASHTAGS]
    shown = tuple(sorted(kept, key=lambda tag: tag != primary))
    return shown, [tag for tag in tags if tag.casefold() not in {other.casefold() for other in kept}]


def _short(post: Post, topic: str) -> str:
    """At most 280 by the counting of X: the last sentence, which leads to the address, and as many first as fit.

    Where no sentence fits, the topic stands for them.
    """

    def fits(words: str) -> bool:
        shorter = replace(post, short=words)
        return bool(words) and shorter.short_length() <= X_LIMIT and len(shorter.short_caption()) <= TIGHTEST

    if fits(post.text):
        return post.text
    rows = sentences(post.text)
    end = rows[-1:] if len(rows) > 1 and (rows[-1].endswith(":") or not post.url) else []
    body = rows[: len(rows) - len(end)]
    for tail in ([end] if end else []) + [[]]:
        best = ""
        for count in range(1, len(body) + 1):
            words = " ".join([*body[:count], *tail])
            if not fits(words):
                break
            best = words
        if best:
            return best
    short = next((row for row in rows if fits(row)), "")
    named = f"{topic}:" if topic and post.url else topic
    return short or (named if fits(named) else "")
