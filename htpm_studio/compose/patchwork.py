"""The patchwork of a sender: a block of its own from its name and color, and cloths of tiles around it.

Tiles are squares of one ground with one figure, native shapes only; their colors are named by letters (`CLOTHS`).
The same sender, color and seed give the same cloth on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from htpm_studio.compose.frames import DrawingLeaf
from htpm_studio.compose.motif import LADDER, QUARTER, Dot, Mark, Mulberry32, Patch, Point
from htpm_studio.frozen import dataclass
from htpm_studio.project.oklch import contrast, distance
from htpm_studio.project.palette import Palette
from htpm_studio.scene.nodes import Segment
from htpm_studio.units import Size

PATCHWORK = frozenset({"cloth", "block", "strip", "drops", "scallops", "corner", "ask-patch", "waffle"})
"""The recipes of drawings that are made here; they need the sender and its colors."""

CLOTH, AS_FIT = "cloth", 0.0
"""The recipe of cloths, and the number of columns of one that says for itself how many there are."""

CLOTHS: Mapping[str, str] = {
    "a": "panel", "b": "dark", "c": "cloth-c", "d": "cloth-d", "e": "cloth-e", "p": "surface",
}  # fmt: skip
APART = 0.18
"""How far the ground and the figure of a tile are from each other at least, in OKLab."""

BLOCK_KINDS = ("tri", "quarter", "petal", "ring")
KINDS = ("tri", "quarter", "petal", "half", "geese", "dot", "seeds", "diamond", "ring")
UPRIGHT = frozenset({"person", "dot", "seeds", "diamond", "plain"})
PAIRS = ("ac", "ad", "be", "bd", "ca", "ce", "db", "pa", "pe", "ec", "bc", "eb", "da")
TRIOS = ("acd", "adc", "bed", "cab", "bdc", "pab", "peb", "abe")
TURNING = ("tri", "quarter")
"""The only figures that may form a wheel: bent or broken arms in one can look like a symbol of hate.

There are no bars, which beside a person look like those of a cell."""

ROUND = ("quarter", "ring")
"""Figures of which four in one color may be a plain disc."""

MIRRORED = {"petal": (1, 2, 3, 0), "half": (0, 3, 2, 1), "geese": (0, 3, 2, 1)}
"""The quarter turns with which a figure is its own mirror image, by its turn; others change with their neighbor."""

BAG, MOST_DRAWS, ACCENTS, MINIS, OVERLAP = 4, 40, 0.2, 8, 0.01
LONG, LEAST_SEEN, DISC = 4, 1.6, 0.31
LONGEST, SEAM, WASTE = 12, 0.3, 3.0
"""The most letters of an amount, the seam between patches in units, and the weight of an empty patch."""
MOST_CELLS, MOST_COLUMNS, USUAL_TILE, LEAST_TILE = 400, 12, 16.0, 6.0
"""The most tiles and the most columns of a cloth, and the usual and the least side of a tile in units."""

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tile:
    """A square of cloth: its place in tiles, its side, what is on it, quarter turns clockwise, ground and figure."""

    x: float
    y: float
    side: float
    kind: str
    turn: int
    ground: str
    figure: str


@dataclass(frozen=True, slots=True)
class ClothPlan:
    """The fixed parts of a cloth: upper left cells of the block, cells of the person and a small block, free cells.

    `field` is the cloth that the words beside it are on, or several: those of words and of a drawing.
    """

    columns: int
    rows: int
    blocks: tuple[Cell, ...] = ()
    person: Cell | None = None
    corner: Cell | None = None
    free: frozenset[Cell] = frozenset()
    field: str = ""


def _hashed(text: str) -> int:
    """FNV-1a of 32 bits."""
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


class Quilt:
    """The patchwork of one sender in one palette."""

    def __init__(self, sender: str, palette: Palette) -> None:
        colors = {letter: palette[role] for letter, role in CLOTHS.items()}
        self._far: Callable[[str, str], bool] = lambda role, other: distance(colors[role], colors[other]) >= APART
        self.pairs = tuple(pair for pair in PAIRS if self._far(*pair)) or ("ap",)
        chance = Mulberry32(_hashed(f"{sender.strip().lower()}|{palette['brand'].upper()}"))
        self.kind, self.turn = BLOCK_KINDS[chance.below(len(BLOCK_KINDS))], chance.below(4)
        if self.kind == "ring":
            self.turn &= 2
        self.two = chance.fraction() < 0.6
        trios = [trio for trio in TRIOS if self._far(trio[0], trio[1]) and self._far(trio[0], trio[2])] or ["pab"]
        self.trio = trios[chance.below(len(trios))]
        self.two = self.two or self.kind in ROUND or (self.kind in TURNING and self.turn % 2 == 1)
        rest = [kind for kind in KINDS if kind != self.kind]
        self.bag = tuple(rest.pop(chance.below(len(rest))) for _ in range(BAG))
        self.seed = chance.state

    def block(self, x: float, y: float, side: float, *, swapped: bool = False) -> list[Tile]:
        """Four tiles of one kind around a point; a neighbor may have ground and figure `swapped`."""
        ground, first, second = tuple(self.trio)
        turn = self.turn
        if swapped:
            ground, first, second = (first, ground, second if self._far(first, second) else ground)
        if first == second and self.kind in TURNING:
            turn &= 2
        places = ((0, 0), (1, 0), (1, 1), (0, 1))
        return [
            Tile(
                x + column * side, y + row * side, side, self.kind, (turn + index) % 4, ground,
                second if self.two and (index + swapped) % 2 else first,
            )
            for index, (column, row) in enumerate(places)
        ]  # fmt: skip

    def cloth(self, plan: ClothPlan, key: str) -> list[Tile]:
        """Tiles for each cell that is not free; rules of neighbors that cannot be kept give way one by one."""
        chance = Mulberry32(_hashed(key) ^ self.seed)
        tiles, cells = [], dict[Cell, Tile]()
        for number, (x, y) in enumerate(plan.blocks):
            for tile in self.block(x, y, 1, swapped=number % 2 == 1):
                tiles.append(tile)
                cells[int(tile.x), int(tile.y)] = tile
        count = _Count(max(1, round(plan.columns * plan.rows * ACCENTS)), max(1, plan.columns * plan.rows // MINIS))
        for cell in ((x, y) for y in range(plan.rows) for x in range(plan.columns)):
            if cell in cells or cell in plan.free:
                continue
            tile = self._drawn(cell, plan, cells, count, chance)
            cells[cell] = tile
            small = tile.kind == "mini"
            tiles += self.block(tile.x, tile.y, 0.5) if small else [tile]
        return tiles

    def _drawn(
        self, cell: Cell, plan: ClothPlan, cells: Mapping[Cell, Tile], count: _Count, chance: Mulberry32
    ) -> Tile:
        x, y = cell
        near = [cells[beside] for beside in ((x - 1, y), (x, y - 1), (x + 1, y), (x, y + 1)) if beside in cells]
        kind, pair = "plain", self.pairs[0]
        for draw in range(MOST_DRAWS):
            bag = (*self.bag, "plain", "plain", "mini")
            kind = "person" if cell == plan.person else "mini" if cell == plan.corner else _of(bag, chance)
            pair = self.trio[:2] if kind == "mini" else _of(self.pairs, chance)
            if kind == "mini" and cell != plan.corner and (plan.corner or not count.minis):
                continue
            if all(draw >= last for last in _broken(kind, pair, near, plan.field, accents=count.accents > 0)):
                break
        else:
            kind = "plain" if kind == "mini" and cell != plan.corner else kind
        count.accents -= "d" in pair
        count.minis -= kind == "mini"
        return Tile(x, y, 1, kind, chance.below(4), pair[0], pair[1])

    def strip(self, count: int, key: str, *, person: bool = True, field: str = "") -> list[Tile]:
        """A border that reads the same from both ends, with the person in the middle where there is a middle.

        No tile has the ground of the `field` that the border is on: its figure would float there.
        """
        chance, half = Mulberry32(_hashed(key) ^ self.seed), (count + 1) // 2
        drawn: list[tuple[str, int, str]] = []
        bag = (*self.bag, self.kind)
        for place in range(half):
            middle = person and count % 2 == 1 and place == half - 1
            draws = (("person" if middle else _of(bag, chance), _of(self.pairs, chance)) for _ in range(MOST_DRAWS))
            beside = drawn[-1] if drawn else ("", 0, " ")
            good = (draw for draw in draws if draw[0] != beside[0] and draw[1][0] not in beside[2][0] + field)
            kind, pair = next(good, (self.kind, self.pairs[0]))
            drawn.append((kind, chance.below(4), pair))
        tiles = []
        for place in range(count):
            kind, turn, pair = drawn[min(place, count - 1 - place)]
            if place >= half:
                turn = MIRRORED.get(kind, (1, 0, 3, 2))[turn]
            tiles.append(Tile(place, 0, 1, kind, turn, pair[0], pair[1]))
        return tiles


def _of(values: Sequence[str], chance: Mulberry32) -> str:
    return values[chance.below(len(values))]


@dataclass(slots=True)
class _Count:
    """How many tiles with the accent and how many small blocks a cloth may still get."""

    accents: int
    minis: int


def _broken(kind: str, pair: str, near: Sequence[Tile], field: str, *, accents: bool) -> Iterator[int]:
    """The rules that a tile breaks, each by the draw from which it is dropped."""
    plain = kind == "plain"
    if kind in {tile.kind for tile in near}:
        yield 30
    if pair[0] in {tile.ground for tile in near}:
        yield 34
    if plain and pair[0] in {tile.figure for tile in near}:
        yield 32
    if not plain and any(tile.kind == "plain" and tile.ground == pair[1] for tile in near):
        yield 32
    if "d" in pair and not accents:
        yield 36
    if pair[0] in field:
        yield 36
    if plain and pair[0] in "pd":
        yield 30


# ------------------------------------------------------------------ marks


def patchwork(leaf: DrawingLeaf, size: Size, sender: str, palette: Palette) -> list[Mark]:
    """The marks of a drawing of patches in box coordinates; cells that do not fit the box are left out.

    One that names as many colors as there are cloths is of these, in the order of their letters.
    """
    marks = _patches(leaf, size, sender, palette)
    if len(leaf.colors) != len(CLOTHS):
        return marks
    instead = dict(zip(CLOTHS.values(), leaf.colors, strict=True))
    return [replace(mark, role=instead.get(mark.role, mark.role)) for mark in marks]


def _patches(leaf: DrawingLeaf, size: Size, sender: str, palette: Palette) -> list[Mark]:
    match leaf.recipe:
        case "drops":
            return _drops(leaf, size, palette)
        case "scallops":
            return _scallops(leaf, size)
        case "ask-patch":
            return _question(leaf, size, palette)
        case "waffle":
            return _waffle(leaf, size, palette)
        case "corner":
            return [Patch(_moved(_PATHS["quarter"][0], 0, 0, min(size.width, size.height), 0), _role(leaf, "panel"))]
    quilt = Quilt(sender, palette)
    if leaf.recipe == "block":
        side = min(size.width, size.height) / 2
        return marks_of(quilt.block(size.width / (2 * side) - 1, size.height / (2 * side) - 1, 1), side)
    if leaf.numbers.get("columns") == AS_FIT:
        return _fitting(quilt, leaf, size)
    columns = max(1, int(leaf.numbers.get("columns", 2)))
    side = size.width / columns
    rows = int(size.height / side + 0.01)
    if rows < 1 or columns * rows > MOST_CELLS:
        return []
    if leaf.recipe == "strip":
        return marks_of(quilt.strip(columns, f"{leaf.seed}", field=leaf.words.get("of", "")), side)
    free = _cells(leaf, "free")
    plan = ClothPlan(
        columns, rows,
        blocks=tuple((x, y) for x, y in _cells(leaf, "blocks") if x + 1 < columns and y + 1 < rows),
        person=next(iter(_cells(leaf, "person")), None), corner=next(iter(_cells(leaf, "corner")), None),
        free=frozenset(_area(free)), field=leaf.words.get("of", ""),
    )  # fmt: skip
    return marks_of(quilt.cloth(plan, f"{leaf.seed}"), side)


def _fitting(quilt: Quilt, leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """A cloth on the foot of a box, below what is said in its number `y`, with as many columns as leave least empty."""
    height = size.height - leaf.numbers.get("y", 0.0)
    if height < LEAST_TILE * leaf.unit:
        return []

    def worth(columns: int) -> float:
        side = size.width / columns
        return (height / side + 0.01) % 1 * side / height + abs(side / leaf.unit - USUAL_TILE) / (4 * USUAL_TILE)

    fewest = math.ceil(size.width / height - 0.01)
    columns = min(range(max(1, fewest), fewest + MOST_COLUMNS), key=worth)
    side = size.width / columns
    rows = int(height / side + 0.01)
    blocks = ((0, 0),) if min(columns, rows) > 1 else ()
    tiles = quilt.cloth(ClothPlan(columns, rows, blocks, person=(columns - 1, rows - 1)), f"{leaf.seed}")
    low = size.height / side - rows
    return marks_of([replace(tile, y=tile.y + low) for tile in tiles], side)


def _cells(leaf: DrawingLeaf, name: str) -> list[Cell]:
    """Pairs of whole numbers, such as "0 0 3 1"."""
    numbers = [int(word) for word in leaf.words.get(name, "").split() if word.isdigit() and len(word) < LONG]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _area(corners: Sequence[Cell]) -> Iterator[Cell]:
    """The cells of a rectangle from its first cell to its last."""
    if len(corners) == 2 and max(corners[1]) < MOST_CELLS:
        (left, top), (right, bottom) = corners
        yield from ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _role(leaf: DrawingLeaf, usual: str) -> str:
    return leaf.colors[0] if leaf.colors else usual


def _drops(leaf: DrawingLeaf, size: Size, palette: Palette) -> list[Mark]:
    """What is quoted: two drops, round but for one corner."""
    wide, half = size.height, size.height / 2
    first, second = _pair_on(palette, leaf.ground)
    marks: list[Mark] = []
    for number, role in enumerate((first, second)):
        x = number * wide * 1.14
        marks.append(Dot(x + half, half, half, role))
        marks.append(Patch(_closed(((x + half, 0), (x + wide, 0), (x + wide, half), (x + half, half))), role))
    return marks


def _pair_on(palette: Palette, ground: str) -> tuple[str, str]:
    """Two cloths that can be seen on a ground: the color of the sender and the bright one, where they can."""
    orders = (("panel", "cloth-c", "dark"), ("cloth-e", "cloth-d", "surface"))
    first, second = (
        next((role for role in order if contrast(palette[role], palette[ground]) >= LEAST_SEEN), order[-1])
        for order in orders
    )
    return first, second


def _question(leaf: DrawingLeaf, size: Size, palette: Palette) -> list[Mark]:
    """A question mark: two quarters of a ring, a third one below, a stem and a dot; three patches high."""
    first, second = _pair_on(palette, leaf.ground)
    side = min(size.width / 2, size.height / 3.05)
    left, low = (size.width - 2 * side) / 2, 2 * side
    ring = _PATHS["ring"][0]
    quarter = _moved(_PATHS["quarter"][0], left + side * 0.5, side * 1.5, side * 0.5, 0)
    stem = _closed(
        (
            (left + side * 0.5, low),
            (left + side, low),
            (left + side, low + 0.3 * side),
            (left + side * 0.5, low + 0.3 * side),
        )
    )
    return [
        Patch(_moved(ring, left, 0, side, 2), first), Patch(_moved(ring, left + side, 0, side, 3), first),
        Patch(_moved(ring, left + side, side, side, 0), second), Patch(stem, second), Patch(quarter, second),
        Dot(left + side * 0.75, low + 0.72 * side, 0.28 * side, first),
    ]  # fmt: skip


def _waffle(leaf: DrawingLeaf, size: Size, palette: Palette) -> list[Mark]:
    """A number as patches that fill the box, down one column after the other.

    `of` says how many patches each of its parts has, such as "17.3 6.3", and after a slash how many there are in all.
    A patch that two parts share is cut where the first one ends; those that no part fills are faint. Where all patches
    are of one part, whole ones have a figure, as in a cloth: an even grid would be a table without content.
    """
    amounts, _, whole = leaf.words.get("of", "").partition("/")
    parts = _amounts(amounts)
    count = math.ceil(max([sum(parts), *_amounts(whole)]) - 0.001)
    if not 0 < count <= MOST_CELLS:
        return []
    columns, rows = _grid(count, size, exact=bool(whole))
    wide, high = size.width / columns, size.height / rows
    faint = LADDER.get(leaf.ground, LADDER["surface"])[1]
    roles, marks, done = _part_roles(palette, leaf.ground, len(parts)), list[Mark](), 0.0
    for role, amount in [*zip(roles, parts, strict=True), (faint, columns * rows - sum(parts))]:
        pieces = _filled(done, done + amount, rows)
        done += amount
        seam = min(SEAM * leaf.unit, min(wide, high) / 8)
        boxes = [
            (column * wide, (row + start) * high, (column + 1) * wide - seam * (column < columns - 1),
             (row + end) * high - seam * (end == 1 and row < rows - 1))
            for column, row, start, end in pieces
        ]  # fmt: skip
        if boxes:
            outlines = (_closed(((x, y), (right, y), (right, bottom), (x, bottom))) for x, y, right, bottom in boxes)
            marks.append(Patch(tuple(step for outline in outlines for step in outline), role))
    if len(parts) == 1 and not whole:
        side = min(wide, high) - min(SEAM * leaf.unit, min(wide, high) / 8)
        marks += _figured(int(parts[0]), rows, (wide, high), side, _part_roles(palette, leaf.ground, 3))
    return marks


def _figured(count: int, rows: int, patch: tuple[float, float], side: float, roles: Sequence[str]) -> Iterator[Mark]:
    """Quarter discs and dots by turns on the whole patches, in two cloths unlike that of the patches."""
    wide, high = patch
    quarters: list[Segment] = []
    for column, row in (divmod(number, rows) for number in range(count)):
        if (column + row) % 2:
            yield Dot(column * wide + side / 2, row * high + side / 2, DISC * side, roles[2])
        else:
            quarters += _moved(_PATHS["quarter"][0], column * wide, row * high, side, (2 * column + row) % 4)
    if quarters:
        yield Patch(tuple(quarters), roles[1])


def _amounts(text: str) -> list[float]:
    """Numbers that are not negative; a word that is none is left out."""
    return [float(word) for word in text.split() if word.replace(".", "", 1).isdigit() and len(word) < LONGEST]


def _grid(count: int, size: Size, *, exact: bool) -> Cell:
    """Columns and rows for patches that fill a box: nearly square, with few left over, or none if `exact`."""

    def cost(columns: int) -> float:
        rows = math.ceil(count / columns)
        return abs(math.log(size.width / columns / (size.height / rows))) + WASTE * (columns * rows - count) / count

    columns = min((tried for tried in range(1, count + 1) if not exact or count % tried == 0), key=cost)
    return columns, math.ceil(count / columns)


def _filled(start: float, end: float, rows: int) -> Iterator[tuple[int, int, float, float]]:
    """Column, row and the share from its top to its bottom of each patch between two amounts."""
    for patch in range(int(start), math.ceil(end - 0.001)):
        yield patch // rows, patch % rows, max(0.0, start - patch), min(1.0, end - patch)


def _part_roles(palette: Palette, ground: str, count: int) -> list[str]:
    """A cloth for each part: the first one is seen best, and each differs from the ground and the others."""
    under = palette[ground]
    chosen = [max(("cloth-c", "dark"), key=lambda role: contrast(palette[role], under))]
    others = ["cloth-d", "cloth-e", "dark", "cloth-c", "surface", "panel"]
    while len(chosen) < count:
        seen = [under, *(palette[role] for role in chosen)]
        gaps = {role: min(distance(palette[role], tone) for tone in seen) for role in others if role not in chosen}
        clear = [role for role, gap in gaps.items() if gap >= APART]
        chosen.append(clear[0] if clear else max(gaps, key=lambda role: gaps[role], default=chosen[-1]))
    return chosen[:count]


def _scallops(leaf: DrawingLeaf, size: Size) -> list[Mark]:
    """Half discs that hang from the upper edge, or from the left one where the box is higher than wide."""
    upright = size.height > size.width
    long, role = max(size.width, size.height), _role(leaf, "tint-1")
    count = max(1, math.ceil(long / (2 * min(size.width, size.height)) - 0.01))
    wide = long / count
    turn = 3 if upright else 0
    places = (((0.0, number * wide) if upright else (number * wide, 0.0)) for number in range(count))
    return [Patch(_moved(_PATHS["half"][0], x, y, wide, turn), role) for x, y in places]


def marks_of(tiles: Sequence[Tile], side: float) -> list[Mark]:
    """The marks of tiles of one size: all grounds first, which overlap a little so that no gap shows.

    A ground reaches below those at its right and under it, which come later; else it would show beside their figures.
    Patches of one color are one mark, so that no line shows where they meet.
    """
    more = side * OVERLAP
    grounds: list[Mark] = []
    last_x, last_y = max(tile.x + tile.side for tile in tiles), max(tile.y + tile.side for tile in tiles)
    for tile in sorted(tiles, key=lambda piece: piece.x + piece.y + piece.side):
        x, y, wide = tile.x * side, tile.y * side, tile.side * side
        right = x + wide + (more if tile.x + tile.side < last_x else 0.0)
        bottom = y + wide + (more if tile.y + tile.side < last_y else 0.0)
        grounds.append(Patch(_closed(((x, y), (right, y), (right, bottom), (x, bottom))), CLOTHS[tile.ground]))
    return grounds + _sewn([mark for tile in tiles for mark in figure(tile, side)])


def _sewn(marks: Sequence[Mark]) -> list[Mark]:
    """Marks with all patches of a color as one, in the place of the first."""
    patches: dict[str, tuple[Segment, ...]] = {}
    for mark in marks:
        if isinstance(mark, Patch):
            patches[mark.role] = (*patches.get(mark.role, ()), *mark.segments)
    dots = [mark for mark in marks if not isinstance(mark, Patch)]
    return [*(Patch(segments, role) for role, segments in patches.items()), *dots]


def figure(tile: Tile, side: float) -> list[Mark]:
    """The marks of what is on a tile."""
    wide, role = tile.side * side, CLOTHS[tile.figure]
    left, top = tile.x * side, tile.y * side
    turn = 0 if tile.kind in UPRIGHT else tile.turn
    marks: list[Mark] = [
        Dot(left + x * wide, top + y * wide, radius * wide, role) for x, y, radius in _DOTS.get(tile.kind, ())
    ]
    marks += [Patch(_moved(path, left, top, wide, turn), role) for path in _PATHS.get(tile.kind, ())]
    return marks


def _moved(path: Sequence[Segment], left: float, top: float, side: float, turn: int) -> tuple[Segment, ...]:
    """A path of the unit square in a square of that side, turned by quarters."""

    def placed(x: float, y: float) -> Point:
        for _ in range(turn):
            x, y = 1 - y, x
        return left + x * side, top + y * side

    def step(segment: Segment) -> Segment:
        points = (placed(*segment.points[at : at + 2]) for at in range(0, len(segment.points), 2))
        return Segment(segment.op, tuple(value for point in points for value in point))

    return tuple(step(segment) for segment in path)


def _closed(points: Sequence[Point]) -> tuple[Segment, ...]:
    first, *rest = points
    return (Segment("M", first), *(Segment("L", point) for point in rest), Segment("Z", ()))


def _arc(start: Point, corner: Point, end: Point) -> Segment:
    """A quarter of a circle from one point to another around the inside of a corner."""
    first = tuple(start[i] + (corner[i] - start[i]) * QUARTER for i in (0, 1))
    second = tuple(end[i] + (corner[i] - end[i]) * QUARTER for i in (0, 1))
    return Segment("C", (*first, *second, *end))


def _to(x: float, y: float, op: Literal["M", "L"] = "L") -> Segment:
    return Segment(op, (x, y))


_Z = Segment("Z", ())
_PATHS: Mapping[str, tuple[tuple[Segment, ...], ...]] = {
    "tri": (_closed(((0, 0), (1, 0), (0, 1))),),
    "quarter": ((_to(0, 0, "M"), _to(1, 0), _arc((1, 0), (1, 1), (0, 1)), _Z),),
    "petal": ((_to(0, 0, "M"), _arc((0, 0), (1, 0), (1, 1)), _arc((1, 1), (0, 1), (0, 0)), _Z),),
    "ring": (
        (
            _to(0.5, 0, "M"), _to(1, 0), _arc((1, 0), (1, 1), (0, 1)), _to(0, 0.5),
            _arc((0, 0.5), (0.5, 0.5), (0.5, 0)), _Z,
        ),
    ),
    "half": ((_to(0, 0, "M"), _arc((0, 0), (0, 0.5), (0.5, 0.5)), _arc((0.5, 0.5), (1, 0.5), (1, 0)), _Z),),
    "geese": (_closed(((0, 0.5), (0.5, 0), (1, 0.5))), _closed(((0, 1), (0.5, 0.5), (1, 1)))),
    "diamond": (_closed(((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))),),
    "person": ((_to(0.1, 1, "M"), _arc((0.1, 1), (0.1, 0.6), (0.5, 0.6)), _arc((0.5, 0.6), (0.9, 0.6), (0.9, 1)), _Z),),
}  # fmt: skip
_DOTS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "dot": ((0.5, 0.5, 0.31),),
    "seeds": tuple((x, y, 0.1) for x in (0.18, 0.5, 0.82) for y in (0.18, 0.5, 0.82)),
    "person": ((0.5, 0.345, 0.185),),
}
