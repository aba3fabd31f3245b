"""Named drawings that templates ask for: each computes its marks for the box it got."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from htpm_studio.compose.frames import DrawingLeaf
from htpm_studio.compose.motif import (
    EMBLEMS,
    LADDER,
    QUARTER,
    WEEK_EMBLEM,
    Dot,
    Lane,
    Mark,
    Mulberry32,
    Patch,
    Strand,
    accent_index,
    arches,
    bundle,
    emblem,
    heights,
    ladder,
    lattice,
    mirrored,
)
from htpm_studio.compose.patchwork import PATCHWORK
from htpm_studio.scene.nodes import Segment
from htpm_studio.units import Size

ABOVE = 2.0
"""Units between the upper edge and the head below it."""
TILES, MOST_CELLS = "tiles", 300
BAND, LEAST_BAND = "band", 4.0
Recipe = Callable[[DrawingLeaf, Size], list[Mark]]


def _quiet(leaf: DrawingLeaf) -> list[str]:
    low, middle = LADDER[leaf.ground][:2]
    return [low, middle, low, middle, low]


def _rise(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """RISE: lanes enter from the left edge (or start at `x`), bend up, end under heads; the pitch fits the box."""
    s, numbers = leaf.unit, leaf.numbers
    rows = numbers.get("rows", 7.4)
    pitch = min(numbers.get("pitch-max", 7.5) * s, size.height / rows, size.width / 7)
    if "pitch" in numbers:
        pitch = numbers["pitch"] * s
    pitch = min(pitch, _straight_up(numbers, size, s))
    if pitch <= 0:
        return []
    y = size.height + numbers.get("y", 0.4) * pitch
    x = size.width - numbers.get("right", 6.0) * s - 2.25 * pitch
    top = numbers.get("from", 2.0) * s + 1.1 * pitch
    free = (y - 2.62 * pitch - top) / pitch
    high = numbers.get("high", max(1.5, min(4.0, free - 0.4)))
    accent = accent_index(leaf.week)
    cuts = heights(leaf.seed, 5, high, accent)
    lanes = [
        Lane(role, end=cut * pitch) for role, cut in zip(ladder(leaf.ground, 5, accent, leaf.seed), cuts, strict=True)
    ]
    start = numbers["x"] * s if "x" in numbers else -2 * pitch
    return bundle([(start, y), (x, y), (x, top)], lanes, pitch, 2.62 * pitch)


def _straight_up(numbers: Mapping[str, float], size: Size, s: float) -> float:
    """The pitch at which the lanes of RISE still go straight up after their turn, and straight on before it.

    In a lower or narrower box a lane would end before its turn does, and the line make a knot.
    """
    least = numbers.get("high", 1.5) + 2.62 + 1.1 - numbers.get("y", 0.4)
    up = (size.height - numbers.get("from", 2.0) * s) / least
    start = numbers["x"] * s if "x" in numbers else 0.0
    return min(up, (size.width - numbers.get("right", 6.0) * s - start) / (2.25 + 2.62))


def _stand(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """STAND: strands straight up from below the lower edge; the tallest head keeps clear of the upper one."""
    s, numbers = leaf.unit, leaf.numbers
    pitch = numbers.get("pitch", 5.0) * s
    top = max(numbers.get("y", 0.0) * s, ABOVE * s + 1.1 * pitch)
    x = size.width / 2 + numbers.get("x", 0.0) * s
    accent = accent_index(leaf.week)
    quiet = leaf.words.get("of") == "quiet"
    cuts = heights(leaf.seed, 5, numbers.get("high", 4.0), None if quiet else accent)
    roles = _quiet(leaf) if quiet else ladder(leaf.ground, 5, accent, leaf.seed)
    lanes = [Lane(role, end=cut * pitch) for role, cut in zip(roles, cuts, strict=True)]
    return bundle([(x, size.height + pitch), (x, top)], lanes, pitch, 3 * pitch)


def _bridge(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """BRIDGE: nested arches from foot to foot, near the right edge or centered; `from` keeps the top free."""
    s, numbers = leaf.unit, leaf.numbers
    pitch = numbers.get("pitch-max", numbers.get("pitch", 5.0)) * s
    count = int(numbers.get("strands", 4))
    inner = numbers.get("size", 1.2)
    if "from" in numbers:
        pitch = min(pitch, max(0.0, size.height - numbers["from"] * s) / (inner + count - 0.75))
    outer = (inner + count - 1 + 0.25) * pitch
    x = size.width - numbers["right"] * s - outer if "right" in numbers else size.width / 2 + numbers.get("x", 0.0) * s
    base = size.height + numbers.get("y", 0.0) * s
    roles = ladder(leaf.ground, count, accent_index(leaf.week), leaf.seed)
    return arches(x, base, pitch, roles, inner, numbers.get("legs", 0.0) * s)


def _bend(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """BEND: five quiet strands without heads turn through the upper right corner."""
    s, numbers = leaf.unit, leaf.numbers
    pitch = numbers.get("pitch-max", numbers.get("pitch", 6.4)) * s
    x = size.width - numbers.get("x", 3.4) * pitch
    y = numbers.get("y", 2.9) * pitch
    lanes = [Lane(role) for role in _quiet(leaf)]
    return bundle([(x, -pitch), (x, y), (size.width + pitch, y)], lanes, pitch, 2.62 * pitch, heads=False)


def _rings(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """RINGS: five quiet quarter circles around the lower right corner: a ground, not a chart."""
    pitch = leaf.numbers.get("pitch", 7.0) * leaf.unit
    marks: list[Mark] = []
    for index, role in enumerate(_quiet(leaf)):
        r = (1.1 + index) * pitch
        x, y, k = size.width, size.height, QUARTER * r
        path = (
            Segment("M", (x - r, y + pitch)),
            Segment("L", (x - r, y)),
            Segment("C", (x - r, y - k, x - k, y - r, x, y - r)),
            Segment("L", (x + pitch, y - r)),
        )
        marks.append(Strand(path, 0.5 * pitch, role))
    return marks


def _run(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """RUN: horizontal lanes that flow towards the right and end in heads, or under a dot (`dot`)."""
    s, numbers = leaf.unit, leaf.numbers
    fitting = size.height / numbers.get("rows", 5.2)
    pitch = numbers["pitch"] * s if "pitch" in numbers else min(fitting, numbers.get("pitch-max", FAR) * s)
    end = size.width - numbers.get("right", 4.0) * s
    middle = size.height / 2
    if "dot" in numbers:
        lanes = [Lane(role) for role in _quiet(leaf)]
        return bundle([(-pitch, middle), (end, middle)], lanes, pitch, 3 * pitch, heads=False)
    cuts = heights(11 + leaf.seed % 7, 5, 4.0)
    loud = leaf.words.get("of") == "accent"
    roles = ladder(leaf.ground, 5, accent_index(leaf.week), leaf.seed) if loud else _quiet(leaf)
    lanes = [Lane(role, end=cut * pitch * 1.6) for role, cut in zip(roles, cuts, strict=True)]
    end -= 1.1 * pitch  # room for the heads, which are never cut
    return bundle([(-pitch, middle), (end, middle)], lanes, pitch, 3 * pitch)


def _frame(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """FRAME: climbs one side and bends over the top, the heads staggered before the far end."""
    s, numbers = leaf.unit, leaf.numbers
    pitch = numbers.get("pitch", 3.83) * s
    accent = accent_index(leaf.week)
    x, y = numbers.get("x", 14.67) * s, numbers.get("y", 11.0) * s
    end = numbers.get("spread", 109.0) * s
    cuts = heights(leaf.seed, 5, 4.0, accent)
    roles = ladder(leaf.ground, 5, accent, leaf.seed)
    lanes = [Lane(role, end=cut * pitch * 2.2) for role, cut in zip(roles, cuts, strict=True)]
    return bundle([(x, size.height + 10 * s), (x, y), (end, y)], lanes, pitch, 2.62 * pitch + 5 * s)


def _link(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """LINK: one quiet strand from the upper right corner, in two quarter turns, down to the lower left one."""
    wide = leaf.numbers.get("size", 1.0) * leaf.unit
    left, right, middle = wide / 2, size.width - wide / 2, size.height / 2
    lane = Lane(LADDER[leaf.ground][1])
    points = [(right, 0.0), (right, middle), (left, middle), (left, size.height)]
    return bundle(points, [lane], 2 * wide, min((right - left) / 2, middle), heads=False)


def _whisper(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """WHISPER: a quiet lattice that keeps the person zone and the logo free (numbers of language.md, B1)."""
    s = leaf.unit
    low, middle = LADDER[leaf.ground][:2]
    strong = LADDER[leaf.ground][2] if low == middle else middle
    person = (34 * s, 11.5 * s, 92 * s, 79 * s)
    logo = (109.0 * s, 2.2 * s, 34.0 * s, 27.8 * s)
    pitch = leaf.numbers.get("pitch", 5.0) * s
    return lattice(
        size.width, size.height, pitch, (low, strong), leaf.seed, leaf.numbers.get("links", 0.11), (person, logo)
    )


def _emblem(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """A dot drawing, the week's own where none is named."""
    side = min(size.width, size.height) * leaf.numbers.get("share", 1.0)
    name = leaf.words.get("of", "")
    name = name if name in EMBLEMS else WEEK_EMBLEM[accent_index(leaf.week)]
    _, _, line, node, accent = LADDER[leaf.ground]
    roles = (line, "primary-text" if leaf.ground.startswith("surface") else node, accent)
    return emblem(name, (size.width - side) / 2, (size.height - side) / 2, side, roles)


def _thread(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """The small mark before an eyebrow: a dot and a line."""
    s, y = leaf.unit, size.height / 2
    role = leaf.colors[0] if leaf.colors else LADDER[leaf.ground][4]
    line = Strand((Segment("M", (0.55 * s, y)), Segment("L", (size.width - 0.15 * s, y))), 0.3 * s, role)
    return [line, Dot(0.55 * s, y, 0.55 * s, role)]


def _track(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """A stop on a line for each week, five unless `stops` says how many: where we are in the month."""
    s, y = leaf.unit, size.height / 2
    low, _, quiet, light, accent = LADDER[leaf.ground]
    quiet = quiet or low
    stops = int(leaf.numbers.get("stops", 5))
    far = size.width - 1.2 * s if stops > 1 else 1.2 * s
    step = (far - 1.2 * s) / max(stops - 1, 1)
    marks: list[Mark] = [Strand((Segment("M", (1.2 * s, y)), Segment("L", (far, y))), 0.3 * s, quiet)]
    for index in range(stops):
        current = index == leaf.week - 1
        role = accent if current else (light if index < leaf.week else quiet)
        marks.append(Dot(1.2 * s + index * step, y, (1.1 if current else 0.5) * s, role))
    return marks


def _border(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """A frame of four dots joined by lines that keep clear of them, one dot in the accent."""
    s = leaf.unit
    low, quiet, accent = ("tint-3", "panel", "thread-on-surface")
    near, far, gap = 0.8 * s, (size.width - 0.8 * s, size.height - 0.8 * s), 2.4 * s
    corners = [(near, near), (far[0], near), (near, far[1]), far]
    lines = [
        ((near + gap, near), (far[0] - gap, near)), ((near + gap, far[1]), (far[0] - gap, far[1])),
        ((near, near + gap), (near, far[1] - gap)), ((far[0], near + gap), (far[0], far[1] - gap)),
    ]  # fmt: skip
    marks: list[Mark] = [Strand((Segment("M", a), Segment("L", b)), 0.22 * s, low) for a, b in lines]
    return marks + [Dot(x, y, 0.8 * s, accent if at == 1 else quiet) for at, (x, y) in enumerate(corners)]


def _quote(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """Two dots whose tails are strands."""
    unit = size.height / 7
    role = leaf.colors[0] if leaf.colors else LADDER[leaf.ground][4]
    marks: list[Mark] = []
    for shift in (0.0, 5.0):
        x = shift * unit
        curve = (x + 0.85 * unit, 2.6 * unit, x + 1.7 * unit, 1.5 * unit, x + 3.2 * unit, 1.0 * unit)
        tail = (Segment("M", (x + 0.85 * unit, 4.6 * unit)), Segment("C", curve))
        marks += [Dot(x + 2.1 * unit, 4.9 * unit, 2.0 * unit, role), Strand(tail, 1.15 * unit, role)]
    return marks


def _figure(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """FIGURE: the drawing of the week from the lower right corner of its box: bowls, lanes, arches, a meeting, a stair.

    Lanes that begin inside the page begin under a head, and no head is cut.
    """
    week = accent_index(leaf.week)
    drawn, across = ((_gather, 9.7), (_climb, 7.0), (_span, 9.5), (_meet, 8.8), (_stair, 7.0))[week]
    pitch = min(leaf.numbers.get("pitch", 9.0) * leaf.unit, size.width / across, size.height / 7.4)
    return drawn(ladder(leaf.ground, 5, week, 1), size.width, size.height, pitch)


def _gather(roles: Sequence[str], wide: float, high: float, pitch: float) -> list[Mark]:
    """Bowls, one in the other, each side under a head."""
    marks: list[Mark] = []
    x, y = wide - 5.1 * pitch, high - 5.0 * pitch
    for index, (left, right) in enumerate(((1.4, 0.2), (0.3, 1.6), (2.2, 0.8), (0.9, 2.4))):
        r, role = (1.1 + index) * pitch, roles[(3 - index) % 5]
        k, tops = QUARTER * r, (y - left * pitch, y - right * pitch)
        path = (
            Segment("M", (x - r, tops[0])),
            Segment("L", (x - r, y)),
            Segment("C", (x - r, y + k, x - k, y + r, x, y + r)),
            Segment("C", (x + k, y + r, x + r, y + k, x + r, y)),
            Segment("L", (x + r, tops[1])),
        )
        marks.append(Strand(path, 0.5 * pitch, role))
        marks += [
            Dot(x + side * r, top - 0.74 * pitch, 0.36 * pitch, role) for side, top in zip((-1, 1), tops, strict=True)
        ]
    return marks


_ENDS, _STARTS = (1.0, 0.0, 2.0, 0.5, 1.5), (0.5, 1.5, 0.0, 1.0, 2.0)


def _lanes(roles: Sequence[str], pitch: float, start: float, end: float) -> list[Lane]:
    return [
        Lane(role, _STARTS[index] * start * pitch, _ENDS[index] * end * pitch) for index, role in enumerate(roles)
    ]  # fmt: skip


def _climb(roles: Sequence[str], wide: float, high: float, pitch: float) -> list[Mark]:
    """Lanes that turn upward."""
    y, x = high - 2.6 * pitch, wide - 3.2 * pitch
    start = max(0.0, min(1.0, (wide - 7.82 * pitch) / (2 * pitch)))
    end = min(1.6, max(0.5, (high - 6.6 * pitch) / (3 * pitch)))
    points = [(1.2 * pitch, y), (x, y), (x, 1.5 * pitch)]
    return bundle(points, _lanes(roles, pitch, start, end), pitch, 2.62 * pitch, tails=True)


def _span(roles: Sequence[str], wide: float, high: float, pitch: float) -> list[Mark]:
    """Arches from foot to foot."""
    return arches(wide - 4.9 * pitch, high - 1.1 * pitch, pitch, roles[:4], 1.2, 1.6 * pitch)


def _meet(roles: Sequence[str], wide: float, high: float, pitch: float) -> list[Mark]:
    """Lanes that step up and arrive together."""
    y = high - 2.6 * pitch
    top = min(2.9 * pitch, y - 5.3 * pitch)
    room = max(0.0, wide / pitch - 7.84)
    start, end = min(0.4, 0.15 * room), min(0.9, 0.3 * room)
    x = (3.82 + 2 * start + (room - 2 * start - 2 * end) / 2) * pitch
    points = [(1.2 * pitch, y), (x, y), (x, top), (wide - 1.4 * pitch, top)]
    return bundle(points, _lanes(roles, pitch, start, end), pitch, 2.62 * pitch, tails=True)


def _stair(roles: Sequence[str], wide: float, high: float, pitch: float) -> list[Mark]:
    """Lanes that go up a step, or turn upward where there is little room."""
    y, step = high - 2.6 * pitch, 5.3 * pitch
    x = wide - 3.2 * pitch
    if x - step - 1.2 * pitch < 3.4 * pitch or y - step < 5.6 * pitch:
        turn, x = max(y - step, 3.4 * pitch), max(x - step, 2.8 * pitch)
        points = [(x, high - 1.1 * pitch), (x, turn), (wide + 2 * pitch, turn)]
        return bundle(points, _lanes(roles, pitch, 0.6, 0.0), pitch, 2.62 * pitch, heads=False, tails=True)
    points = [(1.2 * pitch, y), (x - step, y), (x - step, y - step), (x, y - step), (x, 1.2 * pitch)]
    return bundle(points, _lanes(roles, pitch, 0.3, 0.6), pitch, 2.62 * pitch, tails=True)


def _ask(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """ASK: a question mark of one quiet strand, whose dot is its head in the accent."""
    unit = min(size.height / 10, size.width / 6.8)
    x, y, radius = size.width / 2, size.height / 2 - 1.6 * unit, 2.6 * unit
    handle = QUARTER * radius
    path = (
        Segment("M", (x - radius, y)),
        Segment("C", (x - radius, y - handle, x - handle, y - radius, x, y - radius)),
        Segment("C", (x + handle, y - radius, x + radius, y - handle, x + radius, y)),
        Segment("C", (x + radius, y + 1.5 * unit, x, y + 1.6 * unit, x, y + radius + 0.6 * unit)),
    )
    _, _, quiet, _, accent = LADDER[leaf.ground]
    return [Strand(path, 1.5 * unit, quiet), Dot(x, y + radius + 3.0 * unit, 0.95 * unit, accent)]


def _tiles(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """TILES: those of the family in even rows, each a seeded one, turned by quarters; about `size` wide."""
    if not leaf.tiles:
        return []
    side = leaf.numbers.get("size", 8.0) * leaf.unit
    side = max(side, (size.width * size.height / MOST_CELLS) ** 0.5, max(size.width, size.height) / MOST_CELLS)
    columns, rows = max(1, round(size.width / side)), max(1, round(size.height / side))
    wide, high = size.width / columns, size.height / rows
    tones, chance = LADDER[leaf.ground], Mulberry32(leaf.seed)
    marks: list[Mark] = []
    for row in range(rows):
        for column in range(columns):
            tile, turns = leaf.tiles[chance.below(len(leaf.tiles))], chance.below(4)
            for shape in tile:
                steps = (Segment(step.op, tuple(_turned(step.points, turns))) for step in shape.segments)
                placed = (
                    Segment(step.op, tuple(_placed(step.points, (column * wide, row * high), (wide, high))))
                    for step in steps
                )
                marks.append(Patch(tuple(placed), tones[shape.tone]))
    return marks


def _turned(points: Sequence[float], turns: int) -> Iterator[float]:
    """Points of a square from 0 to 1, turned by quarters."""
    for x, y in zip(points[0::2], points[1::2], strict=True):
        yield from ((x, y), (1 - y, x), (1 - x, 1 - y), (y, 1 - x))[turns]


def _placed(points: Sequence[float], corner: tuple[float, float], sides: tuple[float, float]) -> Iterator[float]:
    return (corner[at % 2] + value * sides[at % 2] for at, value in enumerate(points))


def _band(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """A plain field of color from edge to edge, from its number `y` down; none where it would be a mere line."""
    top = leaf.numbers.get("y", 0.0)
    if size.height - top < LEAST_BAND * leaf.unit:
        return []
    role = "panel" if leaf.ground.startswith(("surface", "tint", "accent")) else "accent-fill"
    points = ((0.0, top), (size.width, top), (size.width, size.height), (0.0, size.height))
    return [Patch((Segment("M", points[0]), *(Segment("L", point) for point in points[1:]), Segment("Z", ())), role)]


_RECIPES: Mapping[str, Recipe] = {
    "rise": _rise, "stand": _stand, "bridge": _bridge, "bend": _bend, "rings": _rings, "run": _run,
    "frame": _frame, "link": _link, "whisper": _whisper, "emblem": _emblem, "thread": _thread, "track": _track,
    "quote": _quote, "border": _border, TILES: _tiles, "ask": _ask, "figure": _figure,
    BAND: _band,
}  # fmt: skip
FAR = 1000.0
LETTERS = "letters"
"""The recipe that draws letters; only callers with the fonts can."""

DECORATIONS: frozenset[str] = frozenset({*_RECIPES, LETTERS, *PATCHWORK})


def draw(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """The marks of a drawing in box coordinates; an unknown recipe draws nothing."""
    recipe = _RECIPES.get(leaf.recipe)
    if recipe is None or size.width <= 0 or size.height <= 0:
        return []
    marks = recipe(leaf, size)
    return mirrored(marks, size.width) if leaf.flip else marks
