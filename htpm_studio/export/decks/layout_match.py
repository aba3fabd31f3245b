"""Which layout of a foreign presentation suits a slide, and what is done where none does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from htpm_studio.export.decks import plain_words
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.geometry import BODIES, LEAST_SHARE, TITLES, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout

ROOMY, WIDE = 0.3, 0.4
"""The part of a slide that a text has in usual layouts, and the part of its width that a title has."""

ALIKE = 0.25
Kind = plain_words.Kind | Literal["table", "chart"]
HOLDERS = ("obj", "tbl", "chart")
"""The placeholders that a table or a chart can fill."""


@dataclass(frozen=True, slots=True)
class Match:
    """A layout with the places for title, texts and picture; `exact` is False where it is made to do.

    A chart has the place of a `picture`, a table that of a text. Places that are `moved` lie elsewhere than in the
    design, as words could not be seen there.
    """

    layout: TemplateLayout
    title: PlaceholderPlace
    texts: tuple[PlaceholderPlace, ...]
    heads: tuple[PlaceholderPlace, ...] = ()
    picture: PlaceholderPlace | None = None
    exact: bool = True
    moved: bool = False


def matches(
    kind: Kind, deck_template: DeckTemplate, is_sound: Callable[[Match], bool] = lambda _match: True
) -> tuple[Match, ...]:
    """The layouts for a kind of slide, the best first.

    Those that are not sound come after all others.
    """
    rules: dict[Kind, tuple[Callable[[TemplateLayout, int], Match | None], ...]] = {
        "title": (_title,),
        "section": (_section, _title),
        "columns": (_compared, _columns),
        "picture": (partial(_pictured, kind="pic"), _picture_column),
        "chart": (partial(_pictured, kind="chart"), _picture_column),
        "table": (),
        "text": (),
    }
    area = deck_template.size[0] * deck_template.size[1]
    # PowerPoint knows layouts with a type word as such.
    usual_first = sorted(deck_template.layouts, key=lambda layout: layout.type in ("", "cust"))
    found: list[Match] = []
    for rule in rules[kind]:
        found += _soundest([match for layout in usual_first if (match := rule(layout, area)) is not None], is_sound)
    if kind == "table":
        found += _soundest(_roomiest(deck_template, HOLDERS), is_sound)
    plain = _soundest(_roomiest(deck_template, BODIES), is_sound)
    found += plain if kind == "text" else [replace(match, exact=False) for match in plain]
    return tuple(sorted(found, key=lambda match: not is_sound(match)))


def _soundest(found: Sequence[Match], is_sound: Callable[[Match], bool]) -> Sequence[Match]:
    """The first that is sound, or else the first; none of none."""
    return [next((match for match in found if is_sound(match)), found[0])] if found else ()


def _roomiest(deck_template: DeckTemplate, kinds: Sequence[str]) -> list[Match]:
    """The layouts with a title and a large place of these kinds, the usual one with most room first."""
    size = deck_template.size
    found = (_held(layout, size[0] * size[1], kinds) for layout in deck_template.layouts)
    return sorted((match for match in found if match is not None), key=partial(_worth, size=size), reverse=True)


def _worth(found: Match, size: tuple[int, int]) -> tuple[bool, bool, bool, int, float]:
    """What makes a layout the usual one: room for text and title, its type, no other place for text, more room."""
    area, is_wide = size[0] * size[1], found.title.frame.width >= WIDE * size[0]
    text, big = found.texts[0], _big(found.layout, area)
    share = _share(text, area) + sum(_share(one, area) for one in big if are_beside(one, text) or are_beside(text, one))
    return share >= ROOMY, is_wide, found.layout.type in ("obj", "tx"), -len(_big(found.layout, 1)), share


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
    if title is None or len(big) != 2 or not are_beside(*big) or layout.type != "twoTxTwoObj" or len(heads) != 2:
        return None
    heads.sort(key=lambda place: place.frame.x)
    return Match(layout, title, tuple(big), tuple(heads))


def _columns(layout: TemplateLayout, area: int) -> Match | None:
    title, big = layout.first(*TITLES), _big(layout, area)
    others = [place for place in layout.places if place.takes_text and place not in big]
    return Match(layout, title, tuple(big)) if title and len(big) == 2 and are_beside(*big) and not others else None


def _pictured(layout: TemplateLayout, area: int, kind: str) -> Match | None:
    """One place for a picture or chart and one for its text."""
    title, pictures = layout.first(*TITLES), [place for place in layout.places if place.kind == kind]
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


def _held(layout: TemplateLayout, area: int, kinds: Sequence[str]) -> Match | None:
    title, places = layout.first(*TITLES), [place for place in layout.places if place.kind in kinds]
    large = [place for place in places if _share(place, area) >= LEAST_SHARE]
    if title is None or not large:
        return None
    return Match(layout, title, (max(large, key=lambda place: place.frame.width * place.frame.height),))


def _big(layout: TemplateLayout, area: int) -> list[PlaceholderPlace]:
    found = [place for place in layout.places if place.takes_text and _share(place, area) >= LEAST_SHARE]
    return sorted(found, key=lambda place: (place.frame.x, place.frame.y))


def _share(place: PlaceholderPlace, area: int) -> float:
    return place.frame.width * place.frame.height / area


def are_beside(first: PlaceholderPlace, second: PlaceholderPlace) -> bool:
    """Whether two places of like size are beside each other, the first at the left."""
    left, right = first.frame, second.frame
    same = abs(left.y - right.y) < ALIKE * left.height and abs(left.height - right.height) < ALIKE * left.height
    return same and left.x + left.width <= right.x + left.width * ALIKE
