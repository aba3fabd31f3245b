"""How the graphics of a week are laid out, and on which grounds, so that a feed does not repeat itself."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces

WINDOW = 4
"""How many neighboring posts have different compositions, wherever their designs allow that."""

PAPERS = ("surface", "surface-alt", "tint-1", "deep")
"""The grounds that are paper in the style calm: beside each other they look the same."""

_TWICE, _SAME, _MELTS, _CHANGED, _LESS_SUITED = 100_000.0, 1000.0, 10.0, 1.0, 0.25


Grounds = Mapping[str, tuple[str, ...]]
"""The grounds that designs can be on in a family, by their pages, where they are not those of the piece."""


@dataclass(frozen=True, slots=True, order=True)
class FeedLook:
    """How one graphic is drawn: the template with its composition, and the ground."""

    template: str
    ground: str


@dataclass(frozen=True, slots=True)
class FeedPost:
    """What may vary of one graphic. `grounds` that melt into its picture are the last to be chosen.

    `fixed` is the template that the user chose, or the look that a locked piece keeps.
    """

    template: str
    melting: Collection[str] = ()
    fixed: bool = False
    kept: FeedLook | None = None


def grounds_of(template: str, grounds: Grounds = MappingProxyType({})) -> tuple[str, ...]:
    """The grounds that a design can be on, its own first; none for one of the user's.

    Another composition is on those of the first one, unless the family names some for it.
    """
    piece = pieces().with_template(template)
    if piece is None:
        return ()
    names = (name.partition("/")[2] for name in (template, piece.templates[0]))
    return next((grounds[name] for name in names if name in grounds), piece.spec.grounds)


def compositions_of(template: str, drawn: Collection[str] = ()) -> tuple[str, ...]:
    """The templates that lay the same fields out in other ways, as declared; only itself for one of the user's.

    Where a family has `drawn` some of them itself, only those, as the others would be in another family.
    """
    piece = pieces().with_template(template)
    names = piece.templates if piece else (template,)
    return tuple(name for name in names if name in drawn) or names


def mix_feed(
    posts: Sequence[FeedPost],
    week: int = 0,
    seed: int = 0,
    grounds: Grounds = MappingProxyType({}),
    drawn: Collection[str] = (),
    papers: Collection[str] = (),
) -> list[FeedLook]:
    """A composition and a ground for each graphic of a week in the order in which they are posted.

    No composition comes twice among neighbors (`WINDOW`) and no two in a row share a ground, wherever that can be;
    otherwise a design takes its compositions in turn and keeps its own ground. Another `seed` prefers others. `drawn`
    are the templates that the family draws itself, and `papers` grounds that look the same.
    """
    turns = _turns(posts, week, drawn)
    turns = _exchanged(turns, week, seed, drawn) if seed else turns
    choices = [_choices(post, grounds, drawn) for post in posts]
    every = sorted({look for some in choices for look in some})
    numbers = {look: number for number, look in enumerate(every)}  # a week has thousands of ways, so they are short
    template_of, ground_of = (
        [look.template for look in every],
        ["" if look.ground in papers else look.ground for look in every],
    )
    paths: dict[tuple[int, ...], tuple[float, tuple[int, ...]]] = {(): (0.0, ())}
    for index, post in enumerate(posts):
        found: dict[tuple[int, ...], tuple[float, tuple[int, ...]]] = {}
        for look in choices[index]:
            number, template = numbers[look], look.template
            name = f"{seed} {week} {index} {template} {look.ground}"
            own = _cost(post, look, turns[index], grounds, random.Random(name) if seed else None)
            for last, (cost, way) in paths.items():
                clash = _SAME if last and ground_of[last[-1]] == ground_of[number] else 0.0
                clash += _TWICE * [template_of[earlier] for earlier in last].count(template)
                key, whole = (*last, number)[1 - WINDOW :], (cost + own + clash, (*way, number))
                found[key] = min(found.get(key, whole), whole)
        paths = found
    return [every[number] for number in min(paths.values())[1]]


def _turns(posts: Sequence[FeedPost], week: int, drawn: Collection[str]) -> list[str]:
    """The composition whose turn it is at each post; another design, and another week, begins with another one."""
    following: dict[tuple[str, ...], int] = {}
    turns = []
    for post in posts:
        names = compositions_of(post.template, drawn)
        turn = following.setdefault(names, week + len(following))
        following[names] = turn + 1
        first = names.index(post.template) if post.template in names else 0
        turns.append(names[(first + turn) % len(names)])
    return turns


def _exchanged(turns: Sequence[str], week: int, seed: int, drawn: Collection[str]) -> list[str]:
    """The same with another composition for half of the posts, and for the other half in the mix after that."""
    pair, second = divmod(seed - 1, 2)
    order = list(range(len(turns)))
    random.Random(f"{week} {pair}").shuffle(order)
    middle = (len(order) + 1) // 2
    following = list(turns)
    for index in order[middle:] if second else order[:middle]:
        names = compositions_of(turns[index], drawn)
        following[index] = names[(names.index(turns[index]) + 1) % len(names)]
    return following


def _choices(post: FeedPost, grounds: Grounds, drawn: Collection[str]) -> tuple[FeedLook, ...]:
    if post.kept is not None:
        return (post.kept,)
    names = (post.template,) if post.fixed else compositions_of(post.template, drawn)
    return tuple(FeedLook(name, ground) for name in names for ground in grounds_of(name, grounds) or ("surface",))


def _cost(post: FeedPost, look: FeedLook, turn: str, grounds: Grounds, chance: random.Random | None) -> float:
    melts = _MELTS if look.ground in post.melting else 0.0
    if chance is not None:
        return melts + chance.random() + (_CHANGED if look.template != turn else 0.0)
    changed = look.ground != (grounds_of(look.template, grounds) or ("surface",))[0]
    return melts + (_CHANGED if changed else 0.0) + (_LESS_SUITED if look.template != turn else 0.0)
