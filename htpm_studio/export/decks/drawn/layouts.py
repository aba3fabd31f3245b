"""What a master and a layout show on every slide, as nodes of a scene: ground, shapes, pictures and fixed words.

Outlines that are not known here are drawn as the rectangle around them, and other things of Office (charts, effects)
as an empty frame; `simplified` says that this was done.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from htpm_studio.export.decks.drawn.paints import Fill, Paints, PictureFill, Radial, between, tree_of
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.geometry import A, P, PlaceholderPlace, holders, inherited_from, whole
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout
from htpm_studio.scene.nodes import (
    Color,
    Ellipse,
    Geometry,
    Group,
    Node,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
)
from htpm_studio.units import EMU_PER_POINT, Box, Size

WHITE, LINE = Color("#FFFFFF"), 0.75
OUTLINED, MISSING = "outlined", "missing"
"""Where the inside of a shape is not known (its color, unseen), and where nothing can be shown."""

RINGS = 48
MOST_SHAPES, MOST_STEPS = 2_000, 20_000
DEEPEST = 12
_CORNERS = {
    "roundRect": ("adj", "adj", "adj", "adj"), "round1Rect": ("", "adj", "", ""),
    "round2SameRect": ("adj1", "adj1", "adj2", "adj2"), "round2DiagRect": ("adj1", "adj2", "adj1", "adj2"),
}  # fmt: skip
_USUAL_CORNERS = {("round2SameRect", "adj2"): 0.0, ("round2DiagRect", "adj2"): 0.0}
_LINES = ("line", "straightConnector1")
_POLYGONS: Mapping[str, Callable[[float, float], Sequence[tuple[float, float]]]] = {
    "triangle": lambda at, _side: ((0, 1), (at, 0), (1, 1)),
    "rtTriangle": lambda _at, _side: ((0, 0), (1, 1), (0, 1)),
    "diamond": lambda _at, _side: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": lambda _at, side: ((side, 0), (1, 0), (1 - side, 1), (0, 1)),
    "trapezoid": lambda _at, side: ((side, 0), (1 - side, 0), (1, 1), (0, 1)),
    "homePlate": lambda _at, side: ((0, 0), (1 - side, 0), (1, 0.5), (1 - side, 1), (0, 1)),
    "chevron": lambda _at, side: ((0, 0), (1 - side, 0), (1, 0.5), (1 - side, 1), (0, 1), (side, 0.5)),
    "hexagon": lambda _at, side: ((side, 0), (1 - side, 0), (1, 0.5), (1 - side, 1), (side, 1), (0, 0.5)),
}
"""The corners of plain shapes as shares of the box, from their adjust value: a share of the width, or of the short side
as a share of the width."""

_USUAL_ADJUST = {"triangle": 0.5, "homePlate": 0.5, "chevron": 0.5}


@dataclass(frozen=True, slots=True)
class FixedWords:
    """A text of a master or layout that is no placeholder: its shape, and where it lies."""

    shape: Any
    box: Box
    paints: Paints
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class LayoutDrawing:
    """What is below the words of a slide, in painting order; `simplified` where something is drawn plainer."""

    ground: Color
    parts: tuple[Node | FixedWords, ...]
    simplified: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """From the units of a group to points: a factor and a distance for each direction."""

    across: float = 1 / EMU_PER_POINT
    down: float = 1 / EMU_PER_POINT
    x: float = 0.0
    y: float = 0.0

    def box(self, place: Any) -> Box:
        off, ext = place.find(f"{A}off"), place.find(f"{A}ext")
        return Box(
            self.x + whole(off, "x") * self.across, self.y + whole(off, "y") * self.down,
            whole(ext, "cx") * self.across, whole(ext, "cy") * self.down,
        )  # fmt: skip

    def inside(self, place: Any, box: Box) -> _Frame:
        off, ext = place.find(f"{A}chOff"), place.find(f"{A}chExt")
        wide, high = whole(ext, "cx"), whole(ext, "cy")
        across = box.width / wide if wide > 0 else self.across
        down = box.height / high if high > 0 else self.down
        return _Frame(across, down, box.x - whole(off, "x") * across, box.y - whole(off, "y") * down)


def draw_layout(deck_template: DeckTemplate, layout: TemplateLayout) -> LayoutDrawing:
    """All that a layout and its master show beside the words of a slide."""
    artists = [_Artist(deck_template, member) for member in (deck_template.master, layout.member)]
    master, own = artists
    size = Size(*(side / EMU_PER_POINT for side in deck_template.size))
    page = Box(0, 0, size.width, size.height)
    ground, below = next((found for artist in (own, master) if (found := artist.ground(page))), (WHITE, []))
    parts: list[Node | FixedWords] = [*below]
    if own.tree.get("showMasterSp") not in ("0", "false"):
        parts += master.drawn()
    parts += own.drawn()
    return LayoutDrawing(ground, tuple(parts), any(artist.paints.simplified for artist in artists))


def drawn_layout(deck_template: DeckTemplate, layout: TemplateLayout) -> LayoutDrawing:
    """What a layout shows, drawn once for each file."""
    key = (deck_template.digest, layout.member)
    if key not in _LAYOUTS:
        if len(_LAYOUTS) >= MOST_LAYOUTS:
            _LAYOUTS.clear()
        _LAYOUTS[key] = draw_layout(deck_template, layout)
    return _LAYOUTS[key]


_LAYOUTS: dict[tuple[str, str], LayoutDrawing] = {}
MOST_LAYOUTS = 200


def turn_of(shapes: Sequence[Any]) -> float:
    """How far a placeholder with these shapes is turned, in degrees clockwise."""
    places = (shape.find(f"{P}spPr/{A}xfrm") for shape in shapes if shape is not None)
    return next((_turn(place) for place in places if place is not None), 0.0)


def place_box(deck_template: DeckTemplate, layout: TemplateLayout, shapes: Sequence[Any], box: Box) -> list[Node]:
    """What a design draws around what is in a placeholder with these shapes: its fill and its line."""
    artists = [_Artist(deck_template, member) for member in (layout.member, deck_template.master)]
    fill: Fill | None = None
    line: Stroke | None = None
    for shape, artist in reversed([pair for pair in zip(shapes, artists, strict=True) if pair[0] is not None]):
        properties = shape.find(f"{P}spPr")
        said, found = artist.paints.fill(properties)
        fill = found if said else fill
        edge = properties.find(f"{A}ln") if properties is not None else None
        line = artist.stroke(edge) if edge is not None else line
    return _painted("place", box, Rectangle(), fill, line)


def place_shapes(deck_template: DeckTemplate, layout: TemplateLayout, place: PlaceholderPlace) -> tuple[Any, Any]:
    """The shapes of a placeholder in the layout and in the master, each None where there is none."""
    trees = (tree_of(deck_template, name) for name in (layout.member, deck_template.master))
    own, above = ({(mark.get("type", "obj"), whole(mark, "idx", -1)): shape for shape, mark in holders(tree)}
                  for tree in trees)  # fmt: skip
    shape = own.get((place.kind, -1 if place.index is None else place.index))
    by_kind = {kind: found for (kind, _), found in reversed(above.items())}
    return shape, by_kind.get(place.kind, by_kind.get(inherited_from(place.kind)))


class _Artist:
    """Draws what one part shows."""

    def __init__(self, deck_template: DeckTemplate, member: str) -> None:
        self.tree = tree_of(deck_template, member)
        self.paints = Paints(deck_template, member)
        self._left = MOST_SHAPES

    def ground(self, page: Box) -> tuple[Color, list[Node]] | None:
        """The plain ground, and what is painted on it; None where this part leaves that to its master."""
        holder = self.tree.find(f"{P}cSld/{P}bg")
        if holder is None or not len(holder):
            return None
        styled = holder[0].tag == f"{P}bgRef"
        fill = self.paints.styled(holder[0]) if styled else self.paints.fill(holder[0])[1]
        if isinstance(fill, Color) and fill.alpha >= 1:
            return fill, []
        if fill is None and holder[0].find(f"{A}noFill") is None:
            return WHITE, [Shape(MISSING, page, Rectangle(), fixed=True)]
        return WHITE, _painted("ground", page, Rectangle(), fill, None)

    def drawn(self) -> list[Node | FixedWords]:
        """All shapes that are no placeholders."""
        return list(self._each(self.tree.find(f"{P}cSld/{P}spTree"), _Frame(), 0))

    def _each(self, holder: Any, frame: _Frame, depth: int) -> Iterator[Node | FixedWords]:
        for shape in holder if holder is not None and depth < DEEPEST else ():
            kind = str(shape.tag).rpartition("}")[2] if isinstance(shape.tag, str) else ""
            hidden = shape.find(f"./*/{P}cNvPr")
            if kind not in _DRAWN or shape.find(f"./*/{P}nvPr/{P}ph") is not None or self._left <= 0:
                continue
            if hidden is not None and hidden.get("hidden") in ("1", "true"):
                continue
            self._left -= 1
            if kind == "grpSp":
                yield from self._group(shape, frame, depth)
            elif kind == "pic":
                yield from self._image(shape, frame)
            elif kind == "graphicFrame":
                yield from self._other(shape, frame)
            else:
                yield from self._shape(shape, frame)

    def _group(self, shape: Any, frame: _Frame, depth: int) -> Iterator[Node | FixedWords]:
        place = shape.find(f"{P}grpSpPr/{A}xfrm")
        if place is None:
            yield from self._each(shape, frame, depth + 1)
            return
        self.paints.simplified |= _flips(place) != (False, False)
        box, turn = frame.box(place), _turn(place)
        inner = list(self._each(shape, frame.inside(place, box), depth + 1))
        if turn:
            words = [replace(one, turn=one.turn + turn) for one in inner if isinstance(one, FixedWords)]
            nodes = tuple(one for one in inner if not isinstance(one, FixedWords))
            inner = [Group("shapes", box, nodes, decorative=True, turn=turn, fixed=True), *words]
        yield from inner

    def _shape(self, shape: Any, frame: _Frame) -> Iterator[Node | FixedWords]:
        properties, style = shape.find(f"{P}spPr"), shape.find(f"{P}style")
        place = properties.find(f"{A}xfrm") if properties is not None else None
        if place is None:
            return
        box, turn = frame.box(place), _turn(place)
        said, fill = self.paints.fill(properties)
        if not said and style is not None and (reference := style.find(f"{A}fillRef")) is not None:
            fill = self.paints.styled(reference)
        stroke = self.stroke(properties.find(f"{A}ln"), style.find(f"{A}lnRef") if style is not None else None)
        geometry = self._outline(properties, box, _flips(place))
        if geometry is None:
            # What is inside an unknown outline is not known either.
            self.paints.simplified, color = True, fill if isinstance(fill, Color) else None
            if color is not None:
                yield Shape(OUTLINED, box, Rectangle(), replace(color, alpha=0.0), fixed=True)
            elif fill is not None:
                yield Shape(MISSING, box, Rectangle(), fixed=True)
            geometry, fill = Rectangle(), None
            stroke = stroke or (Stroke(color, LINE) if color is not None else _missing())
        if isinstance(geometry, Path) and len(geometry.segments) == 2:
            fill = None
        self.paints.simplified |= _has_effects(properties)
        nodes = _painted("shape", box, geometry, fill, stroke)
        if turn and nodes:
            nodes = [Group("turned", box, tuple(nodes), decorative=True, turn=turn, fixed=True)]
        yield from nodes
        if any(run.text for run in shape.iterfind(f"{P}txBody/{A}p//{A}t")):
            yield FixedWords(shape, box, self.paints, turn)

    def _image(self, shape: Any, frame: _Frame) -> Iterator[Node]:
        properties = shape.find(f"{P}spPr")
        place = properties.find(f"{A}xfrm") if properties is not None else None
        if place is None:
            return
        box, turn = frame.box(place), _turn(place)
        self.paints.simplified |= _flips(place) != (False, False) or _has_effects(properties)
        found = self.paints.picture(shape.find(f"{P}blipFill"))
        geometry = self._outline(properties, box, (False, False)) or Rectangle()
        stroke = self.stroke(properties.find(f"{A}ln"))
        name = "picture" if found is not None else MISSING
        nodes = _painted(name, box, geometry, found, stroke or (_missing() if found is None else None))
        yield from [Group("turned", box, tuple(nodes), decorative=True, turn=turn, fixed=True)] if turn else nodes

    def _other(self, shape: Any, frame: _Frame) -> Iterator[Node]:
        """A table, chart or drawing of another program: the frame that it takes."""
        self.paints.simplified = True
        place = shape.find(f"{P}xfrm")
        if place is not None:
            yield from _painted(MISSING, frame.box(place), Rectangle(), None, _missing())

    # ---------------------------------------------------------------- outlines and lines

    def stroke(self, line: Any, reference: Any = None) -> Stroke | None:
        """The line of a shape: its own, or that of the style it refers to."""
        brought = self.paints.inside(reference)
        style = self.paints.line_style(reference) if reference is not None else None
        said, fill = self.paints.fill(line)
        if not said:
            fill = self.paints.fill(style, brought)[1]
        if isinstance(fill, Radial | PictureFill) or fill is None:
            return None
        color = fill if isinstance(fill, Color) else fill.stops[0].color
        width = next((whole(one, "w") for one in (line, style) if one is not None and one.get("w")), 9_525)
        dashes = (one.find(f"{A}prstDash") for one in (line, style) if one is not None)
        dash = next((_DASHES.get(found.get("val", ""), ()) for found in dashes if found is not None), ())
        points = max(0.25, width / EMU_PER_POINT)
        return Stroke(color, points, "butt", tuple(points * part for part in dash))

    def _outline(self, properties: Any, box: Box, flips: tuple[bool, bool]) -> Geometry | None:
        """The outline of a shape; None for one that is not known here."""
        own, preset = properties.find(f"{A}custGeom"), properties.find(f"{A}prstGeom")
        if own is not None:
            return _custom(own, box, flips)
        name = preset.get("prst", "rect") if preset is not None else "rect"
        if name in ("rect", "flowChartProcess"):
            return Rectangle()
        if name in ("ellipse", "flowChartConnector"):
            return Ellipse()
        if name in _LINES:
            return _points([(0.0, 0.0), (1.0, 1.0)], box, flips, close=False)
        adjust = {guide.get("name"): _share(guide.get("fmla", "")) for guide in preset.iter(f"{A}gd")}
        short = min(box.width, box.height)
        if name in _CORNERS:
            usual = {key: adjust.get(key, _USUAL_CORNERS.get((name, key), 0.16667)) for key in _CORNERS[name]}
            radii = [min(0.5, usual[key]) * short if key else 0.0 for key in _CORNERS[name]]
            return Rectangle((radii[0], radii[1], radii[2], radii[3]))
        if name in _POLYGONS:
            value = adjust.get("adj", _USUAL_ADJUST.get(name, 0.25))
            side = min(1.0, value * short / box.width) if box.width else 0.0
            return _points(list(_POLYGONS[name](min(1.0, value), side)), box, flips, close=True)
        return None


_DRAWN = frozenset(("sp", "cxnSp", "pic", "grpSp", "graphicFrame"))
_DASHES = {"dot": (1.0, 3.0), "sysDot": (1.0, 1.0), "dash": (4.0, 3.0), "sysDash": (3.0, 1.0), "lgDash": (8.0, 3.0)}


def _share(formula: str) -> float:
    """The share that an adjust value gives."""
    text = formula.removeprefix("val ").strip()
    return max(0.0, min(10.0, int(text) / 100_000)) if text.lstrip("-").isdigit() and len(text) < 12 else 0.0


def _missing() -> Stroke:
    return Stroke(Color("#8A8F98"), LINE, "butt", (4.0, 3.0))


def _turn(place: Any) -> float:
    return (whole(place, "rot") / 60_000) % 360


def _flips(place: Any) -> tuple[bool, bool]:
    return place.get("flipH") in ("1", "true"), place.get("flipV") in ("1", "true")


def _has_effects(properties: Any) -> bool:
    effects = properties.find(f"{A}effectLst")
    return (effects is not None and len(effects) > 0) or properties.find(f"{A}scene3d") is not None


def _painted(name: str, box: Box, geometry: Geometry, fill: Fill | None, stroke: Stroke | None) -> list[Node]:
    """A shape with its fill; a picture or a gradient from a point is cut by its outline."""
    if isinstance(fill, PictureFill | Radial):
        if isinstance(fill, PictureFill):
            inner: tuple[Node, ...] = (Picture(name, box, fill.source, fill.crop, fixed=True),)
        else:
            inner = tuple(_rings(box, fill))
        nodes: list[Node] = [Group(name, box, inner, decorative=True, clip=geometry, fixed=True)]
        return [*nodes, Shape(name, box, geometry, None, stroke, fixed=True)] if stroke is not None else nodes
    if fill is None and stroke is None:
        return []
    return [Shape(name, box, geometry, fill, stroke, fixed=True)]


def _rings(box: Box, fill: Radial) -> Iterator[Shape]:
    """A gradient from a point, as ellipses inside each other."""
    x, y = box.x + fill.center[0] * box.width, box.y + fill.center[1] * box.height
    # The outermost one goes through the farthest corner.
    wide, high = (max(at, 1 - at) * side * math.sqrt(2) for at, side in zip(fill.center, (box.width, box.height),
                  strict=True))  # fmt: skip
    opaque = all(stop.color.alpha >= 1 for stop in fill.stops)
    if opaque:
        yield Shape("ground", box, Rectangle(), fill.stops[-1].color, fixed=True)
    for ring in range(RINGS, 0, -1):
        color = between(fill.stops, (ring - 0.5) / RINGS)
        outer, inner = (
            Box(x - part * wide, y - part * high, 2 * part * wide, 2 * part * high)
            for part in (ring / RINGS, (ring - 1) / RINGS)
        )
        # Where something shows through, each ring has the next one cut out.
        cut = Ellipse() if opaque else Path((*_around(outer, 1), *_around(inner, -1)))
        yield Shape("ring", outer, cut, color, fixed=True)


def _around(box: Box, way: int) -> Iterator[Segment]:
    """An ellipse as a path, this way round or the other."""
    (x, y), wide, high = box.center, box.width / 2, way * box.height / 2
    yield Segment("M", (x + wide, y))
    yield from _arc((x, y), (wide, high), 0.0, math.tau)
    yield Segment("Z")


def _arc(center: tuple[float, float], radii: tuple[float, float], start: float, sweep: float) -> Iterator[Segment]:
    """A part of an ellipse as curves of at most a quarter each."""
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-6))
    step = sweep / count
    bend = 4 / 3 * math.tan(step / 4)
    (x, y), (wide, high) = center, radii
    for at in range(count):
        one, two = start + at * step, start + (at + 1) * step
        (c1, s1), (c2, s2) = (math.cos(one), math.sin(one)), (math.cos(two), math.sin(two))
        yield Segment("C", (
            x + wide * (c1 - bend * s1), y + high * (s1 + bend * c1),
            x + wide * (c2 + bend * s2), y + high * (s2 - bend * c2), x + wide * c2, y + high * s2,
        ))  # fmt: skip


def _points(
    points: Sequence[tuple[float, float]], box: Box, flips: tuple[bool, bool], *, close: bool
) -> Path:  # fmt: skip
    placed = [_placed(x, y, box, flips) for x, y in points]
    steps = [Segment("L" if at else "M", point) for at, point in enumerate(placed)]
    return Path((*steps, Segment("Z")) if close else tuple(steps))


def _placed(x: float, y: float, box: Box, flips: tuple[bool, bool]) -> tuple[float, float]:
    x, y = (1 - x if flips[0] else x), (1 - y if flips[1] else y)
    return box.x + x * box.width, box.y + y * box.height


_STEPS = {"moveTo": ("M", 1), "lnTo": ("L", 1), "cubicBezTo": ("C", 3), "quadBezTo": ("C", 2), "close": ("Z", 0)}


def _custom(node: Any, box: Box, flips: tuple[bool, bool]) -> Path | None:
    """An outline of its own; None where places of it must be calculated."""
    steps: list[Segment] = []
    for path in node.iterfind(f"{A}pathLst/{A}path"):
        wide, high = whole(path, "w"), whole(path, "h")
        # Without a size of its own, a path counts in the units of the slide.
        wide, high = wide or round(box.width * EMU_PER_POINT) or 1, high or round(box.height * EMU_PER_POINT) or 1
        if wide < 0 or high < 0 or len(path) > MOST_STEPS:
            return None
        last = (0.0, 0.0)
        drawn: list[tuple[str, list[tuple[float, float]]]] = []
        for step in path:
            kind = str(step.tag).rpartition("}")[2]
            if kind == "arcTo":
                numbers = [_number(step.get(key, "")) for key in ("wR", "hR", "stAng", "swAng")]
                if None in numbers:
                    return None
                arc = list(_arc_from(last, [number or 0.0 for number in numbers]))
                drawn += [("C", list(zip(one.points[::2], one.points[1::2], strict=True))) for one in arc]
            else:
                known = _STEPS.get(kind)
                points = [(_number(at.get("x", "")), _number(at.get("y", ""))) for at in step.iterfind(f"{A}pt")]
                if known is None or len(points) != known[1] or any(None in point for point in points):
                    return None
                places = [(x or 0.0, y or 0.0) for x, y in points]
                if kind == "quadBezTo":
                    (qx, qy), (x, y) = places
                    ends = ((last[0] + 2 * qx) / 3, (last[1] + 2 * qy) / 3), ((x + 2 * qx) / 3, (y + 2 * qy) / 3)
                    places = [*ends, (x, y)]
                drawn.append((known[0], places))
            last = drawn[-1][1][-1] if drawn and drawn[-1][1] else last
        for op, places in drawn:
            at = [value for x, y in places for value in _placed(x / wide, y / high, box, flips)]
            steps.append(Segment(op, tuple(at)))  # type: ignore[arg-type]
    return Path(tuple(steps)) if steps and steps[0].op == "M" else None


def _arc_from(last: tuple[float, float], numbers: Sequence[float]) -> Iterator[Segment]:
    """An arc that begins at the last point: radii, then where it begins and how far it goes, in 1/60000 degree."""
    wide, high = numbers[0], numbers[1]
    start, sweep = (math.radians(number / 60_000) for number in numbers[2:])
    # The angle that is written is that of the line from the middle, not that of the circle.
    start = math.atan2(wide * math.sin(start), high * math.cos(start))
    center = last[0] - wide * math.cos(start), last[1] - high * math.sin(start)
    return _arc(center, (wide, high), start, max(-math.tau, min(math.tau, sweep)))


def _number(text: str) -> float | None:
    return float(text) if text.removeprefix("-").isdigit() and text.isascii() and len(text) < 12 else None
