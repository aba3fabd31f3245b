"""Slides and sheets made of a week: what is on them beyond those of a plain week, in `tests/data/toolkit-decks.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from htpm_studio.campaign.model import Action, Passage, Resource, Week
from htpm_studio.campaign.toolkit_import.make_decks import make_decks, make_handouts
from tests.helpers.bundled import bundled_campaign
from tests.helpers.shown_by import Becomes, Rule, each_of

FIRST = {language: bundled_campaign(language).announced_week(1) for language in ("en", "es")}
PLAIN = "title: Night kitchens\nidea: Cooks work at night. Few of them have a contract.\n"


def week(rows: Sequence[tuple[str, str]]) -> Week:
    """A week of which a line says a text, or a passage, action, resource or post in its parts."""
    said = dict(rows)

    def parts(kind: str) -> list[list[str]]:
        return [[part.strip() for part in text.split("|")] for name, text in rows if name == kind]

    base, title = FIRST["en"].posts[0], said["title"]
    statement = replace(base.graphic, template="social/statement")
    return replace(
        FIRST["en"],
        number=2,
        title=title,
        short=said.get("short", title),
        eyebrow=f"Week 2: {title}",
        idea=said["idea"],
        connect=said.get("connect", ""),
        strengthen=said.get("strengthen", ""),
        connecting=tuple(Passage(head, tuple(texts)) for head, *texts in parts("passage")),
        actions=tuple(Action(f"a{at}", short, text) for at, (short, text) in enumerate(parts("action"))),
        resources=tuple(resource(f"r{at}", *texts) for at, texts in enumerate(parts("resource"))),
        posts=tuple(
            replace(base, id=f"p{at}", text=text, graphic=statement) for at, (text,) in enumerate(parts("post"))
        ),
        statistics=(),
    )


def resource(name: str, title: str, url: str = "", about: str = "", search: str = "", english: str = "") -> Resource:
    one = Resource(name, title, "website", "learn", "likely", about, url=url, search=search, in_english=bool(english))
    return one if url else replace(one, status="unknown")


def shown_as(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}={shown_as(inner)}" for name, inner in value.items())
    return " / ".join(map(shown_as, value)) if isinstance(value, tuple) else str(value)


@cache
def told(text: str) -> tuple[str, ...]:
    return tuple(_told(text))


def _told(text: str) -> Iterator[str]:
    """Each slide and each sheet in a line."""
    rows = [
        (name, said.strip()) for name, _, said in (row.partition(":") for row in f"{PLAIN}{text}".split("\n")) if name
    ]
    said = dict(rows)
    first, words = FIRST[said.get("language", "en")], bundled_campaign(said.get("language", "en")).words
    words = replace(words, month_name=said.get("month", words.month_name))
    one = week(rows)
    for deck in make_decks(one, first, words, said.get("theme", "May")):
        yield f"{deck.id}: {deck.title}, {deck.minutes:g} minutes, about {deck.about}"
        for slide in deck.slides:
            where = f"{deck.id} {slide.layout.removeprefix('deck/')}"
            yield f"{where}, {slide.minutes:g} min ({slide.section}): {shown_as(slide.fields)}"
            yield f"{where} notes: {slide.notes}"
    for sheet in make_handouts(one, first, words, said.get("theme", "")):
        yield from (f"{sheet.id} {name}: {shown_as(value)}" for name, value in sheet.fields.items())


def unusual(text: str) -> Iterator[str]:
    usual = told("language: es") if "language: es" in text else told("")
    return (line for line in told(text) if line not in usual)


@each_of("toolkit-decks.txt")
def test_slides_and_sheets_say_what_a_week_is_about(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: unusual(shown.text))
