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
"""The tones of ground, and the posts with a face or a photo, that nine posts in a row have where designs allow that."""

Tone = Literal["paper", "tint", "brand", "deep", "accent", "day"]
TONES: Mapping[str, Tone] = {
    "panel": "brand", "deep": "deep", "dark": "deep", "accent-fill": "accent",
    "surface-alt": "tint", "tint-1": "tint", "tint-2": "tint",
}  # fmt: skip
"""What the grounds are to the eye; all others are paper, and `day` is the color of a day that has one."""

_WIDTH = 96
"""How many ways are followed from post to post; with twice as many, no feed of the campaign gets better."""

_TWICE, _REGISTER, _LENT, _TOO_FEW, _GROUND = 100_000.0, 5000.0, 200.0, 150.0, 120.0
_MELTS, _CHANCE, _ABOVE, _CHANGED = 60.0, 20.0, 10.0, 1.0

Grounds = Mapping[str, tuple[str, ...]]
"""The grounds that designs can be on in a family, by their pages, where they are not those of the piece."""


@dataclass(frozen=True, slots=True, order=True)
class FeedLook:
    """How one graphic is drawn: the template with its composition, and the ground."""

    template: str
    ground: str


@dataclass(frozen=True, slots=True)
class FeedChoice:
    """One way to draw a post: its look, how it speaks, the tone of its ground, and whether it shows a face or a photo.

    It is shown by `template`, another one than that of its look where a photo asks for that. One that `melts` has a
    picture with an edge like its ground, a `lent` one the design of another piece, and one that is `first` the ground
    that the design has where nothing is against it.
    """

    look: FeedLook
    template: str
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


def register_of(template: str, tone: Tone, registers: Mapping[str, tuple[Register, ...]]) -> Register | None:
    """How a design speaks on a ground: as the family says, or else the page; None for one that says nothing."""
    piece, page = pieces().with_template(template), template.partition("/")[2]
    said = registers.get(page) or (piece.spec.page[page].registers if piece else ())
    return said[-1 if tone in ("paper", "tint") else 0] if said else None


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
    four grounds and two faces or photos, as far as the choices allow. What is left open follows the `seed` and the post
    alone, so that a change of one post moves no others than these rules ask for. Tones that are `alike` look the same.
    """
    ways: list[tuple[float, tuple[FeedChoice, ...]]] = [(0.0, ())]
    for at, post in enumerate(posts):
        seen_whole = at == len(posts) - 1 or at >= NINE - 1
        own: dict[tuple[str, Tone], tuple[float, FeedChoice]] = {}
        for choice in post.choices:
            name, alone = (choice.template, choice.tone), _own_cost(post, choice, seed)
            if name not in own or alone < own[name][0]:
                own[name] = alone, choice
        found: dict[tuple[object, ...], tuple[float, tuple[FeedChoice, ...]]] = {}
        for cost, way in ways:
            near, row = way[1 - WINDOW :], way[1 - NINE :]
            names = tuple((one.template, one.tone) for one in near)
            tones, faces = {one.tone for one in row}, sum(one.face for one in row)
            for name, (alone, choice) in own.items():
                total = cost + alone + _clash(near, choice, alike)
                grounds, shown = len(tones) + (choice.tone not in tones), faces + choice.face
                if seen_whole:
                    total += _TOO_FEW * (max(MOST_GROUNDS - grounds, 0) + max(LEAST_FACES - shown, 0))
                key = (*names[2 - WINDOW :], name, grounds, min(shown, LEAST_FACES))
                if key not in found or total < found[key][0]:
                    found[key] = (total, (*way, choice))
        ways = sorted(found.values(), key=lambda one: one[0])[:_WIDTH]
    return [choice.look for choice in ways[0][1]]


def _clash(near: Sequence[FeedChoice], choice: FeedChoice, alike: Collection[Tone]) -> float:
    """What speaks against a choice after the posts before it, the last of which is beside it and the third above it."""
    if not near:
        return 0.0
    last, tone, register, cost = near[-1], choice.tone, choice.register, 0.0
    for one in near:
        if one.template == choice.template:
            cost += _TWICE
    if register is not None and last.register == register:
        cost += _REGISTER
    if last.tone == tone or (last.tone in alike and tone in alike):
        cost += _GROUND
    if len(near) == WINDOW - 1:
        cost += _ABOVE * ((near[0].tone == tone) + (near[0].register == register))
    return cost


def _own_cost(post: FeedPost, choice: FeedChoice, seed: str) -> float:
    chance = random.Random(f"{seed} {post.id} {choice.look.template} {choice.look.ground}").random()
    return _CHANCE * chance + _MELTS * choice.melts + _LENT * choice.lent + _CHANGED * (not choice.first)
