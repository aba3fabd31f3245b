"""Which layout of a foreign presentation suits a slide, and what is done where none does."""

from __future__ import annotations

from collections.abc import Callable

from htpm_studio.export.decks.plain_words import Kind
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.geometry import TITLES, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout

LEAST_SHARE = 0.08
"""The part of a slide that a placeholder must cover to hold its main text or picture."""

ALIKE = 0.25


@dataclass(frozen=True, slots=True)
class Match:
    """A layout with the places for title, texts and picture; `exact` is False where it is made to do."""

    layout: TemplateLayout
    title: PlaceholderPlace
    texts: tuple[PlaceholderPlace, ...]
    heads: tuple[PlaceholderPlace, ...] = ()
    picture: PlaceholderPlace | None = None
    exact: bool = True


def matches(kind: Kind, deck_template: DeckTemplate) -> tuple[Match, ...]:
    """The layouts for a kind of slide, the best first; empty when none has both a title and a place for text."""
    rules: dict[Kind, tuple[Callable[[TemplateLayout, int], Match | None], ...]] = {
        "title": (_title,),
        "section": (_section, _title),
        "columns": (_compared, _columns),
        "picture": (_pictured, _picture_column),
        "text": (),
    }
    area = deck_template.size[0] * deck_template.size[1]
    # PowerPoint knows layouts with a type word as such.
    usual_first = sorted(deck_template.layouts, key=lambda layout: layout.type in ("", "cust"))
    found: list[Match] = []
    for rule in rules[kind]:
        found += [match for layout in usual_first if (match := rule(layout, area)) is not None][:1]
    plain = max(
        (match for layout in deck_template.layouts if (match := _text(layout, area)) is not None),
        key=_worth,
        default=None,
    )
    if plain is not None:
        found.append(plain if kind == "text" else Match(plain.layout, plain.title, plain.texts, exact=False))
    return tuple(found)


def _worth(found: Match) -> tuple[bool, int, int]:
    frame = found.texts[0].frame
    return found.layout.type in ("obj", "tx"), -len(_big(found.layout, 1)), frame.width * frame.height


# ------------------------------------------------------------------ rules


def _title(layout: TemplateLayout, _area: int) -> Match | None:
    title, sub = layout.first("ctrTitle", "title"), layout.first("subTitle")
    return Match(layout, title, (sub,)) if title and sub and layout.type in ("title", "", "cust") else None


def _section(layout: TemplateLayout, _area: int) -> Match | None:
    title, text = layout.first(*TITLES), layout.first("subTitle", "body", "obj", "tx")
    if layout.type != "secHead" or title is None or text is None:
        return None
    return Match(layout, title, (text,))


def _compared(layout: TemplateLayout, area: int) -> Match | None:
    """Two texts side by side with a head above each."""
    title, big = layout.first(*TITLES), _big(layout, area)
    heads = [place for place in layout.places if place.takes_text and place not in big]
    if title is None or len(big) != 2 or not _beside(*big) or layout.type != "twoTxTwoObj" or len(heads) != 2:
        return None
    heads.sort(key=lambda place: place.frame.x)
    return Match(layout, title, tuple(big), tuple(heads))


def _columns(layout: TemplateLayout, area: int) -> Match | None:
    title, big = layout.first(*TITLES), _big(layout, area)
    others = [place for place in layout.places if place.takes_text and place not in big]
    return Match(layout, title, tuple(big)) if title and len(big) == 2 and _beside(*big) and not others else None


def _pictured(layout: TemplateLayout, area: int) -> Match | None:
    """One place for a picture and one for its text."""
    title, pictures = layout.first(*TITLES), [place for place in layout.places if place.kind == "pic"]
    texts = [place for place in layout.places if place.takes_text and _share(place, area) >= LEAST_SHARE / 2]
    if title is None or len(pictures) != 1 or len(texts) != 1 or _share(pictures[0], area) < LEAST_SHARE:
        return None
    return Match(layout, title, (texts[0],), picture=pictures[0])


def _picture_column(layout: TemplateLayout, area: int) -> Match | None:
    """Two columns, the second for the picture, where that may be anything."""
    found = _columns(layout, area)
    if found is None or found.texts[1].kind != "obj":
        return None
    return Match(layout, found.title, (found.texts[0],), picture=found.texts[1])


def _text(layout: TemplateLayout, area: int) -> Match | None:
    title, big = layout.first(*TITLES), _big(layout, area)
    if title is None or not big:
        return None
    return Match(layout, title, (max(big, key=lambda place: place.frame.width * place.frame.height),))


def _big(layout: TemplateLayout, area: int) -> list[PlaceholderPlace]:
    found = [place for place in layout.places if place.takes_text and _share(place, area) >= LEAST_SHARE]
    return sorted(found, key=lambda place: (place.frame.x, place.frame.y))


def _share(place: PlaceholderPlace, area: int) -> float:
    return place.frame.width * place.frame.height / area


def _beside(first: PlaceholderPlace, second: PlaceholderPlace) -> bool:
    left, right = first.frame, second.frame
    same = abs(left.y - right.y) < ALIKE * left.height and abs(left.height - right.height) < ALIKE * left.height
    return same and left.x + left.width <= right.x + left.width * ALIKE
