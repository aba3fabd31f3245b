"""One person in a place: which parts they are made of, where they are, and the boxes of head and figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.parts import FigurePart, PartBook, PathMark, Shift
from htpm_studio.illustrations.people import HIJAB, Person, covering
from htpm_studio.illustrations.scene_file import Seat
from htpm_studio.units import Box

NECK = (470.0, 480.0)
CROWN = (425.0, 60.0)
HEAD = Box(212.0, 55.0, 428.0, 415.0)
FRONT_HEAD = Box(262.0, 60.0, 408.0, 410.0)
CALL = Box(190.0, 230.0, 150.0, 240.0)
"""Where head and body meet, a person's own anchor, the bare head at both angles, and the hand and phone at the ear;
person units.
"""

BUST_RISE, CHILD_RISE = 908.0, 780.0
"""How far the table's edge is below the crown, in person units."""

BUST_SCALE, CHILD_SCALE, FIGURE_SCALE = 0.6, 0.5, 0.42
CHILD_HEAD = 1.14
UNDER_HIJAB = "--hijab"
CANE, BADGE = "cane", "badge"
CANE_REACH = -110.0
_HEAD_LOW = 480.0
_SHADE = 0.56
_HELD, _HANDS, _TABLE = frozenset(("skin", "prop", "paper")), 560.0, 1050.0
"""The colors of hands and of what they hold, and between which heights those are; what reaches lower is an arm."""

_SLOPE = 60.0
_ON_CHEST: Mapping[str, Box] = {"bust-explain": Box(390.0, 760.0, 266.0, 190.0)}
"""Hands that are one piece with their arm; person units."""

_ELDER_FACES: Mapping[str, str] = {"talk": "elder-talk", "laugh": "elder-calm", "calm": "elder-calm"}
HATS = frozenset(
    (
        "short", "short-scratch", "bald", "bald-top", "short-curly", "medium", "medium-long", "long", "long-bangs",
        "medium-short", "medium-bangs-filled", "bangs-filled", "gray-short", "gray-medium", "short-messy",
    )
)  # fmt: skip
"""Hair that a hat fits on."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """Marks whose roles are final, with the change of size and place that they share."""

    marks: tuple[PathMark, ...]
    shift: Shift


@dataclass(frozen=True, slots=True)
class Figure:
    """A person in a place."""

    person: Person
    seat: Seat
    parts: PartBook

    @property
    def hair(self) -> str:
        """The hair that is drawn: their own, but a hat needs flat hair, and a sun hat is drawn as hair.

        Whoever wears a hijab or turban keeps it and goes without the hat.
        """
        own, seat = self.person.hair, self.seat
        if covering(own):
            return own
        if seat.hair:
            return seat.hair
        if not seat.head or seat.head == "headset" or own in HATS:
            return own
        return "medium-long" if self.person.gender == "woman" else "short"

    @property
    def face(self) -> str:
        """The face that is drawn; older people have their own."""
        face = self.seat.face
        return _ELDER_FACES.get(face, "elder-smile") if self.person.age == "elder" else face

    @property
    def headwear(self) -> str:
        """What is on the head besides hair; "" for nothing."""
        head = self.seat.head
        return head if head == "headset" or not covering(self.hair) else ""

    @property
    def hat(self) -> str:
        """The hat that is drawn, "" for none; a sun hat is drawn as hair, and a headset is no hat."""
        if self.headwear:
            return self.headwear if self.headwear != "headset" else ""
        return self.seat.hair if self.hair == self.seat.hair else ""

    @property
    def scale(self) -> float:
        """Scene units for each person unit."""
        if self.seat.scale is not None:
            return self.seat.scale
        if not self.seat.is_bust:
            return FIGURE_SCALE
        return CHILD_SCALE if self.person.age == "child" else BUST_SCALE

    @property
    def shift(self) -> Shift:
        """From person units to the scene."""
        (x, y), scale = self.seat.at, self.scale
        if self.seat.is_bust:
            rise = CHILD_RISE if self.person.age == "child" else BUST_RISE
        else:
            rise = self._body.drawn.bottom - CROWN[1]
        across = -scale if self.seat.flip else scale
        return Shift(across, scale, x - across * CROWN[0], y - rise * scale - scale * CROWN[1])

    def _turned(self, name: str) -> str:
        """The form of a part of the head for where the person looks."""
        return f"{name}{self.seat.form}"

    @property
    def _body(self) -> FigurePart:
        return self.parts.part("body", self.seat.body)

    @property
    def head(self) -> Box:
        """The part of the head that stays whole in every picture, with hair and hat; scene units."""
        boxes = [self.parts.part("hair", self._turned(self.hair)).drawn, FRONT_HEAD if self.seat.form else HEAD]
        if self.headwear:
            boxes.append(self.parts.part("headwear", self._turned(self.headwear)).drawn)
        if self.seat.arm:
            boxes.append(CALL)
        whole = around(boxes)
        whole = replace(whole, height=min(whole.bottom, _HEAD_LOW) - whole.y)
        if self.person.age == "child":
            whole = _CHILD.of(whole)
        return self.shift.of(whole)

    @property
    def whole(self) -> Box:
        """The box of the person: a bust down to the table's edge, others to the ground; scene units."""
        body, head = self._body.drawn, self.head
        left = min(body.x, CANE_REACH) if CANE in self.seat.wear else body.x
        reach = self.shift.of(Box(left, body.y, body.right - left, body.height))
        low = self.seat.low if self.seat.low is not None else self.seat.at[1] + (40 if self.seat.is_bust else 20)
        x, right = min(reach.x, head.x), max(reach.right, head.right)
        return Box(x, head.y, right - x, low - head.y)

    @property
    def hands(self) -> tuple[Box, ...]:
        """The hands and what they hold, of a bust; scene units."""
        if not self.seat.is_bust:
            return ()
        pieces = self.parts.pieces("body", self.seat.body)
        held = [box for role, box in pieces if role in _HELD and box.y > _HANDS and box.bottom < _TABLE]
        held += [_ON_CHEST[self.seat.body]] if self.seat.body in _ON_CHEST else []
        return tuple(self.shift.of(box) for box in held)

    @property
    def badge(self) -> tuple[Box, ...]:
        """Where a bust wears a badge; scene units."""
        if not self.seat.is_bust or BADGE not in self.seat.wear:
            return ()
        pieces = self.parts.pieces("wear", f"{BADGE}--{self.seat.body}")
        return (self.shift.of(around([box for _, box in pieces])),)

    @property
    def torso(self) -> Box:
        """The body below the head, without the slope of its shoulders; scene units."""
        body = self._body.drawn
        return self.shift.of(Box(body.x + _SLOPE, NECK[1], body.width - 2 * _SLOPE, body.bottom - NECK[1]))

    @property
    def shade(self) -> tuple[float, float, float, float] | None:
        """The soft oval on the ground: middle and half axes in scene units; None for a bust."""
        if self.seat.is_bust or not self.seat.shade:
            return None
        reach = self.shift.of(self._body.drawn)
        return reach.center[0], self.seat.at[1] - 8, reach.width * _SHADE, 34 * self.scale / FIGURE_SCALE

    def dressed(self) -> Iterator[Dressed]:
        """What the person is drawn of, bottom to top: cane, body with what is worn, head."""
        shift = self.shift
        behind, body = self._worn_body()
        yield Dressed((*behind, *body), shift)
        head = tuple(self._head())
        yield Dressed(head, _within(shift, _CHILD) if self.person.age == "child" else shift)
        if self.person.aid and covering(self.hair) != HIJAB and not self.seat.arm:
            yield Dressed(self._colored(self.parts.part("headwear", self._turned("hearing-aid")).marks), shift)

    def _worn_body(self) -> tuple[tuple[PathMark, ...], tuple[PathMark, ...]]:
        behind: list[PathMark] = []
        body = list(self._body.marks)
        for name in self.seat.wear:
            over = self.parts.part("wear", f"{name}--{self.seat.body}").marks
            if name == CANE:
                behind += over
                continue
            ink = next((at for at, mark in enumerate(body) if mark.role == "ink" and not mark.line), len(body))
            tops = [at + 1 for at, mark in enumerate(body) if mark.role == "top" and not mark.line]
            at = max([ink, *tops])  # under the ink, or over a garment that is above it
            body[at:at] = over
        return self._colored(behind), self._colored(body)

    def _head(self) -> Iterator[PathMark]:
        parts, person, hair = self.parts, self.person, self.hair
        yield from self._colored(parts.part("hair", self._turned(hair)).marks)
        yield from self._colored(parts.part("face", self._turned(self.face)).marks)
        if person.beard and covering(hair) != HIJAB:
            yield from self._colored(parts.part("beard", self._turned(person.beard)).marks)
        if person.glasses:
            covered = covering(hair) == HIJAB and not self.seat.form
            name = f"{person.glasses}{UNDER_HIJAB}" if covered else self._turned(person.glasses)
            frames = (mark for mark in parts.part("glasses", name).marks if mark.role != "paper" or mark.line)
            yield from self._colored(frames)
        if self.headwear:
            own = {"prop": self.seat.colors.get("headset", "accent")}
            yield from self._colored(parts.part("headwear", self._turned(self.headwear)).marks, own)
        if self.seat.arm:
            yield from self._colored(parts.part("arm", self._turned(self.seat.arm)).marks)

    def _colored(self, marks: Iterable[PathMark], own: Mapping[str, str] | None = None) -> tuple[PathMark, ...]:
        roles = {**self._colors(), **(own or {})}
        return tuple(replace(mark, role=roles[mark.role]) if mark.role in roles else mark for mark in marks)

    def _colors(self) -> Mapping[str, str]:
        skin, person = f"skin{self.person.skin}", self.person
        return {
            "skin": skin, "hair": f"hair-{person.hair_color}", "sock": skin, "top": "primary", "inner": "paper",
            "legs": "deep", "shoe": "paper", "wrap": person.wrap, "wrap2": "paper", "hat": "sun", "prop": "paper",
            "wheel": "tint3", **self.seat.colors,
        }  # fmt: skip


def around(boxes: list[Box]) -> Box:
    """The smallest box around boxes."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def _within(outer: Shift, inner: Shift) -> Shift:
    return Shift(
        outer.across * inner.across, outer.down * inner.down,
        outer.across * inner.x + outer.x, outer.down * inner.y + outer.y,
    )  # fmt: skip


_CHILD = Shift(CHILD_HEAD, CHILD_HEAD, NECK[0] * (1 - CHILD_HEAD), NECK[1] * (1 - CHILD_HEAD))
"""The larger head of a child, about the neck."""
