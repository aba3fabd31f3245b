"""How the posts of a week are laid out, and on which grounds, so that they read as a rhythm beside each other."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import Register

WINDOW, NINE = 4, 9
"""How many neighboring posts have different compositions, and how many are seen at once."""

MOST_GROUNDS, LEAST_FACES = 4, 2
"""The tones of ground and the posts with a person that nine posts in a row have, wherever designs allow that."""

Tone = Literal["paper", "tint", "brand", "deep", "accent"]
TONES: Mapping[str, Tone] = {
    "panel": "brand", "deep": "deep", "dark": "deep", "accent-fill": "accent",
    "surface-alt": "tint", "tint-1": "tint", "tint-2": "tint",
}  # fmt: skip
"""What the grounds are to the eye; all others are paper."""

_WIDTH = 48
"""How many ways are followed from post to post; with twice as many, no feed of the campaign gets better."""

_TWICE, _REGISTER, _LENT, _GROUND, _TOO_FEW = 1000.0, 300.0, 200.0, 120.0, 80.0
_MELTS, _ABOVE, _CHANGED = 10.0, 6.0, 1.0

Grounds = Mapping[str, tuple[str, ...]]
"""The grounds that designs can be on in a family, by their pages, where they are not those of the piece."""


@dataclass(frozen=True, slots=True, order=True)
class FeedLook:
    """How one graphic is drawn: the template with its composition, and the ground."""

    template: str
    ground: str


@dataclass(frozen=True, slots=True)
class FeedChoice:
    """One way to draw a post: its look, how it speaks, the tone of its ground, and whether it shows a person.

    One that `melts` has a picture with an edge like its ground, a `lent` one the design of another piece, and one that
    is `first` the ground that the design has where nothing is against it.
    """

    look: FeedLook
    register: Register | None = None
    tone: Tone = "paper"
    face: bool = False
    melts: bool = False
    lent: bool = False
    first: bool = True


@dataclass(frozen=True, slots=True)
class FeedPost:
    """A post and all the ways to draw it: one alone where the user chose it or a lock keeps it."""

    id: str
    choices: tuple[FeedChoice, ...]


def grounds_of(template: str, grounds: Grounds = MappingProxyType({})) -> tuple[str, ...]:
    """The grounds that a design can be on, its own first; none for one of the user's.

    Another composition is on those of the first one, unless the family, or else the page, names some for it.
    """
    piece = pieces().with_template(template)
    if piece is None:
        return ()
    names = tuple(name.partition("/")[2] for name in (template, piece.templates[0]))
    usual = piece.spec.page[names[0]].grounds or piece.spec.grounds
    return next((grounds[name] for name in names if name in grounds), usual)


def register_of(template: str, ground: str, registers: Mapping[str, tuple[Register, ...]]) -> Register | None:
    """How a design speaks on a ground: as the family says, or else the page; None for one that says nothing."""
    piece, page = pieces().with_template(template), template.partition("/")[2]
    said = registers.get(page) or (piece.spec.page[page].registers if piece else ())
    return said[-1 if tone_of(ground) in ("paper", "tint") else 0] if said else None


def tone_of(ground: str) -> Tone:
    """What a ground is to the eye."""
    return TONES.get(ground, "paper")


def compositions_of(template: str, drawn: Collection[str] = ()) -> tuple[str, ...]:
    """The templates that lay the same fields out in other ways, as declared; only itself for one of the user's.

    Where a family has `drawn` some of them itself, only those, as the others would be in another family.
    """
    piece = pieces().with_template(template)
    names = piece.templates if piece else (template,)
    return tuple(name for name in names if name in drawn) or names


def lent_to(template: str, drawn: Collection[str] = ()) -> tuple[str, ...]:
    """The templates of the piece that also takes the words of a design, where a feed needs another register."""
    piece = pieces().with_template(template)
    if piece is None or not piece.spec.also:
        return ()
    return compositions_of(pieces().by_id[piece.template(piece.spec.also)].templates[0], drawn)


def mix_feed(posts: Sequence[FeedPost], seed: str, alike: Collection[Tone] = ()) -> list[FeedLook]:
    """A composition and a ground for each post of a week in the order in which they go out.

    No composition comes twice among neighbors (`WINDOW`), no register and no ground twice in a row, and any nine have
    four grounds and two people, as far as the choices allow. What is left open follows the `seed` and the post alone,
    so that a change of one post moves no others than these rules ask for. Tones that are `alike` look the same.
    """
    ways: list[tuple[float, tuple[FeedChoice, ...]]] = [(0.0, ())]
    for at, post in enumerate(posts):
        whole = at == len(posts) - 1
        own = [(choice, _own_cost(post, choice, seed)) for choice in post.choices]
        found: dict[tuple[object, ...], tuple[float, tuple[FeedChoice, ...]]] = {}
        for cost, way in ways:
            near = way[1 - WINDOW :]
            for choice, alone in own:
                total = cost + alone + _clash(near, choice, alike)
                longer = (*way, choice)
                if whole or at >= NINE - 1:
                    total += _lacks(longer[-NINE:])
                row = longer[1 - NINE :]
                key = (*longer[1 - WINDOW :], frozenset(one.tone for one in row), sum(one.face for one in row))
                if key not in found or total < found[key][0]:
                    found[key] = (total, longer)
        ways = sorted(found.values(), key=lambda one: one[0])[:_WIDTH]
    return [choice.look for choice in ways[0][1]]


def _clash(near: Sequence[FeedChoice], choice: FeedChoice, alike: Collection[Tone]) -> float:
    """What speaks against a choice after the posts before it, the last of which is beside it and the third above it."""
    cost = sum(_TWICE for one in near if one.look.template == choice.look.template)
    if not near:
        return cost
    last = near[-1]
    cost += _REGISTER if choice.register is not None and last.register == choice.register else 0.0
    cost += _GROUND if last.tone == choice.tone or (last.tone in alike and choice.tone in alike) else 0.0
    above = near[0] if len(near) == WINDOW - 1 else None
    return cost + _ABOVE * (above is not None and (above.tone == choice.tone) + (above.register == choice.register))


def _lacks(row: Sequence[FeedChoice]) -> float:
    """What speaks against posts that are seen at once: grounds and people that are not there."""
    grounds = MOST_GROUNDS - len({one.tone for one in row})
    return _TOO_FEW * (max(grounds, 0) + max(LEAST_FACES - sum(one.face for one in row), 0))


def _own_cost(post: FeedPost, choice: FeedChoice, seed: str) -> float:
    chance = random.Random(f"{seed} {post.id} {choice.look.template} {choice.look.ground}").random()
    return chance + _MELTS * choice.melts + _LENT * choice.lent + _CHANGED * (not choice.first)
