"""A laid-out box tree becomes scene nodes: grounds, rules, texts, pictures, drawings, codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import lru_cache
from typing import assert_never

from htpm_studio.compose.decorations import LETTERS, draw
from htpm_studio.compose.drawings import InFrame, shown_in
from htpm_studio.compose.edges import PageGrounds, keyline
from htpm_studio.compose.flexbox import Placed
from htpm_studio.compose.frames import Decor, DrawingLeaf, EdgeLine, FieldLeaf, PictureLeaf, QrLeaf, ScrimLeaf, TextLeaf
from htpm_studio.compose.icons import GRID
from htpm_studio.compose.motif import Dot, Mark, Patch
from htpm_studio.compose.patchwork import PATCHWORK, patchwork
from htpm_studio.compose.text_fit import Level, TextLayout, filled, layout_text
from htpm_studio.compose.theme import PageTheme
from htpm_studio.compose.written import line_starts
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.model import FieldLimits, FieldSpec, spec_at
from htpm_studio.project.background_blur import softened
from htpm_studio.project.duotone import duotone
from htpm_studio.project.oklch import contrast
from htpm_studio.scene.nodes import (
    Color,
    ColorStop,
    Crop,
    Ellipse,
    Emphasis,
    FormField,
    Group,
    LinearGradient,
    Link,
    Node,
    Paint,
    Path,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    Tag,
    TextBlock,
    TextLine,
    TextStyle,
)
from htpm_studio.text.flow import lines_right_to_left
from htpm_studio.text.fonts import FaceData
from htpm_studio.text.glue import bind_numbers
from htpm_studio.text.outlines import letters_as_path
from htpm_studio.text.shaping import glyph_runs, shape
from htpm_studio.units import Box, Size

HANG = 0.035  # how far a serif headline hangs to the left, in em (optical edge)
QUIET_MODULES = 4
ANCHORED = {"top": 0.0, "middle": 0.5, "bottom": 1.0}  # the share of the free room that is above a text
BAR = "bar"
STROKE = (0.05, 0.095, 0.02)  # a stroke's distance from the baseline, its height, and how much shorter it is, in em
SENTENCE_ENDS = (".", "!", "?", "…")
RUNS_INTO, STAND_OFF = 1.5, 2.2  # contrast of letters with what is below them; how far above it they end, in units
CELLS = frozenset({"TH", "TD"})  # stay in their table when nothing is in them


@dataclass(frozen=True, slots=True)
class Painter:
    """What painting needs besides the boxes; letters that no font has are collected in `missing`.

    `near` is what surrounds the pictures of the page, where it has any, `unit` its unit in points, `fields` are
    those of its piece.
    """

    look: PageTheme
    level: Level
    near: PageGrounds | None = None
    unit: float = 1.0
    fields: FieldLimits = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)

    def paint(self, placed: Placed, middle: bool = False) -> list[Node]:
        """The nodes of a box and of all boxes inside, in painting and reading order.

        A text in the `middle` is in a row whose boxes are centered.
        """
        frame, box = placed.frame, placed.box
        name = frame.meta.name if frame.meta.name == BAR else ""
        nodes: list[Node] = _decor(frame.decor, box, fixed=frame.meta.fixed, name=name)
        match frame.leaf:
            case None:
                centered = frame.layout.direction == "row" and frame.layout.align == "center"
                for child in placed.children:
                    nodes += self.paint(child, centered)
            case TextLeaf():
                nodes += self._text(placed, frame.leaf, middle=middle)
            case PictureLeaf():
                nodes += self._picture(placed, frame.leaf) if box.width > 0 and box.height > 0 else []
            case DrawingLeaf():
                nodes += self._drawing(placed, frame.leaf)
            case QrLeaf():
                nodes.append(_qr_code(placed, frame.leaf))
            case FieldLeaf():
                nodes.append(self._field(placed, frame.leaf))
            case ScrimLeaf(stops):
                fill = LinearGradient((0.0, 0.5), (1.0, 0.5), stops)
                nodes.append(Shape("scrim", box, Rectangle(), fill, fixed=frame.meta.fixed))
            case _:
                assert_never(frame.leaf)
        return _wrapped(placed, nodes)

    # ---------------------------------------------------------------- text

    def _text(self, placed: Placed, leaf: TextLeaf, *, middle: bool) -> list[Node]:
        box, fonts = placed.box, self.look.fonts
        done = layout_text(leaf, box.width + 0.02, self.level, fonts, box.height)
        if leaf.aim is not None and not leaf.fallback_safe:
            return [self._filling(placed, leaf, done)]
        data = fonts.data(leaf.face)
        tracking = leaf.style.tracking * done.size
        leading = leaf.leading * done.size
        above = (leading - (data.ascent + data.descent) * done.size) / 2 + data.ascent * done.size
        hang = HANG * done.size if leaf.style.head and data.serif and leaf.align == "left" else 0.0
        anchor = leaf.anchor or ("middle" if middle else "top")
        high = box.height if leaf.anchor else done.height(leaf)
        spare = max(0.0, high - len(done.flow.lines) * leading)
        above += spare * ANCHORED[anchor]
        lines: list[TextLine] = []
        backward = lines_right_to_left(leaf.text, done.flow.lines)
        starts = line_starts(done.flow.text, done.flow.lines)
        for index, (text, width) in enumerate(zip(done.flow.lines, done.flow.widths, strict=True)):
            shift = {"left": -hang, "center": (box.width - width) / 2, "right": box.width - width}[leaf.align]
            shaped = shape(text, leaf.face, fonts, right_to_left=backward[index])
            self.missing.update(dict.fromkeys(shaped.missing))
            x, baseline = box.x + shift, box.y + above + index * leading
            runs = glyph_runs(shaped, x, done.size, tracking)
            lines.append(TextLine(text.replace("\u00a0", " "), x, baseline, width, runs, start=starts[index]))
        style = TextStyle(
            leaf.style.name, data.face, done.size, leading, tracking, "major" if leaf.style.head else "minor"
        )
        meta, spec = placed.frame.meta, spec_at(self.fields, leaf.source) or FieldSpec()
        typed = bind_numbers(leaf.text)
        block = TextBlock(
            name=meta.name or leaf.field or leaf.style.name,
            box=Box(box.x, box.y, box.width, high),
            text=done.flow.text,
            style=style,
            color=leaf.color,
            lines=tuple(lines),
            measure=min(done.flow.measure, box.width),
            align=leaf.align,
            tag=meta.tag or "P",
            slot=meta.slot,
            language=self.look.language,
            fixed=meta.fixed,
            underlined=leaf.underlined,
            anchor=anchor if leaf.anchor or spare else "top",
            emphasis=_emphasis(leaf, done.size, lines),
            limit=spec.limit,
            most=spec.most,
            typed=typed if leaf.fallback_safe and typed != done.flow.text else "",
            written=leaf.written,
        )
        return [block]

    def _filling(self, placed: Placed, leaf: TextLeaf, done: TextLayout) -> TextBlock:
        """A headline that fills its box, from the capitals of its first line to the baseline of its last one.

        The ink of each line begins at the left edge of the box.
        """
        box, fonts, meta = placed.box, self.look.fonts, placed.frame.meta
        data = fonts.data(done.face)
        leading, tracking = leaf.leading * done.size, leaf.style.tracking * done.size
        high = filled(leaf, done, fonts)
        top = box.y + max(0.0, box.height - high) * ANCHORED[leaf.anchor or "top"]
        lines: list[TextLine] = []
        sentences = 0
        starts = line_starts(done.flow.text, done.flow.lines)
        for index, (text, width) in enumerate(zip(done.flow.lines, done.flow.widths, strict=True)):
            shaped = shape(text, done.face, fonts)
            self.missing.update(dict.fromkeys(shaped.missing))
            aside = {"left": 0.0, "center": (box.width - width) / 2, "right": box.width - width}[leaf.align]
            x = box.x + aside - (_bearing(text, data) * done.size if leaf.align == "left" else 0.0)
            baseline = top + data.cap_height * done.size + index * leading
            color = leaf.second if sentences else None
            sentences += text.endswith(SENTENCE_ENDS)
            runs = glyph_runs(shaped, x, done.size, tracking)
            lines.append(TextLine(text.replace("\u00a0", " "), x, baseline, width, runs, color, starts[index]))
        return TextBlock(
            name=meta.name or leaf.field or leaf.style.name, box=Box(box.x, top, box.width, high), text=done.flow.text,
            style=TextStyle(leaf.style.name, data.face, done.size, leading, tracking, "major"), color=leaf.color,
            lines=tuple(lines), measure=box.width, align=leaf.align, tag=meta.tag or "P", slot=meta.slot,
            language=self.look.language, fixed=meta.fixed, anchor=leaf.anchor or "top",
            emphasis=_emphasis(leaf, done.size, lines), written=leaf.written,
        )  # fmt: skip

    def _field(self, placed: Placed, leaf: FieldLeaf) -> FormField:
        face = self.look.fonts.form_face(leaf.style.face)
        style = TextStyle(leaf.style.name, face, leaf.size, leaf.size * leaf.style.leading)
        meta = placed.frame.meta
        name, box = meta.name or leaf.label, placed.box
        return FormField(name, box, leaf.label, style, leaf.color, leaf.align, meta.fixed, leaf.choice)

    # ---------------------------------------------------------------- drawings

    def _picture(self, placed: Placed, leaf: PictureLeaf) -> list[Node]:
        """A picture, with a line along its frame where that could not be told from the ground."""
        shown = picture_in(placed, leaf, self.look)
        bare = leaf.contain or (leaf.ref.drawn is not None and leaf.ref.drawn.is_close)
        line = None if bare or self.near is None else keyline(shown, self.near, self.look.palette, self.unit)
        return [shown] if line is None else [shown, line]

    def _drawing(self, placed: Placed, leaf: DrawingLeaf) -> list[Node]:
        box, meta = placed.box, placed.frame.meta
        if leaf.recipe == "icon":
            shapes = [self._icon(leaf, box, fixed=meta.fixed)]
        elif leaf.recipe == LETTERS:
            shapes = self._letters(leaf, box, fixed=meta.fixed)
        elif leaf.recipe in PATCHWORK:
            patches = patchwork(leaf, Size(box.width, box.height), self.look.organization, self.look.palette)
            shapes = [self._mark(mark, box, fixed=meta.fixed) for mark in patches]
        else:
            marks = draw(leaf, Size(box.width, box.height))
            shapes = [self._mark(mark, box, fixed=meta.fixed) for mark in marks]
        if leaf.words.get("fill"):
            fill = self.look.color(leaf.words["fill"])
            shapes.insert(0, Shape("ground", box, _frame_of(leaf.words["frame"], placed.frame.decor.radii, box), fill))
        if not shapes:
            return []
        tag: Tag = "Figure" if meta.alt else ""
        name, silent = meta.name or leaf.recipe, not meta.alt
        return [Group(name, box, tuple(shapes), tag, meta.alt, decorative=silent, fixed=meta.fixed)]

    def _mark(self, mark: Mark, box: Box, *, fixed: bool) -> Shape:
        color = self.look.color(mark.role)
        if isinstance(mark, Dot):
            r = mark.radius
            circle = Box(box.x + mark.x - r, box.y + mark.y - r, 2 * r, 2 * r)
            return Shape("head", circle, Ellipse(), fill=color, fixed=fixed)
        path = _shifted(mark.segments, box.x, box.y, 1.0)
        if isinstance(mark, Patch):
            return Shape("patch", _bounds(path), Path(path), fill=color, fixed=fixed)
        return Shape("strand", _bounds(path), Path(path), stroke=Stroke(color, mark.width), fixed=fixed)

    def _letters(self, leaf: DrawingLeaf, box: Box, *, fixed: bool) -> list[Shape]:
        """Letters of the face for headlines as a drawing.

        Their ink begins `x` from the left. Their tops are `from` below the top, or their baseline `y` below the bottom.
        With `fit` they are no wider than that share of their box. A second color is that of what is below the box: as
        letters of nearly that color would run into it, they end above it and get smaller from their tops down.
        """
        s, numbers = leaf.unit, leaf.numbers
        size = numbers.get("size", 20.0) * s
        outline = letters_as_path(leaf.words.get("of", ""), "Head", self.look.fonts)
        if not outline:
            return []
        if "fit" in numbers:
            size = min(size, numbers["fit"] * box.width / _bounds(outline).width)
        y = box.bottom + numbers.get("y", 0.0) * s
        if "from" in numbers:
            y = box.y + numbers["from"] * s - _bounds(outline).y * size
        color, *below = [self.look.color(role) for role in leaf.colors or ("ink",)]
        if below and contrast(color.hex, below[0].hex) < RUNS_INTO:
            top, y = y + _bounds(outline).y * size, box.bottom - STAND_OFF * s
            size = (top - y) / _bounds(outline).y
        path = _shifted(outline, box.x + numbers.get("x", 0.0) * s, y, size)
        return [Shape("letters", _bounds(path), Path(path), fill=color, fixed=fixed)]

    def _icon(self, leaf: DrawingLeaf, box: Box, *, fixed: bool) -> Shape:
        name, scale = leaf.words["of"], box.width * leaf.numbers["share"] / GRID
        steps = self.look.icons.get(name, self.look.icons["info"])
        inset = box.width * (1 - leaf.numbers["share"]) / 2
        path = _shifted(steps, box.x + inset, box.y + inset, scale)
        stroke = Stroke(self.look.color(leaf.colors[0]), leaf.numbers["stroke"] * scale)
        return Shape(f"icon {name}", _bounds(path), Path(path), stroke=stroke, fixed=fixed)


def _bearing(text: str, data: FaceData) -> float:
    """The room left of the ink of a line's first letter, in em."""
    glyph = data.font.get_nominal_glyph(ord(text[0])) if text else None
    extents = data.font.get_glyph_extents(glyph) if glyph else None
    return extents.x_bearing / data.upem if extents else 0.0


def _emphasis(leaf: TextLeaf, size: float, lines: Sequence[TextLine]) -> Emphasis | None:
    """The stroke below the words that a text emphasizes, on each line that has some of them."""
    if leaf.stroke is None:
        return None
    strokes: list[Box] = []
    for line in lines:
        first = max(leaf.stroke.start - line.start, 0)
        last = min(leaf.stroke.end - line.start, len(line.text))
        if first < last:
            left, right = _place_of(line, first), _place_of(line, last)
            drop, thick, edge = (share * size for share in STROKE)
            strokes.append(Box(left + edge, line.baseline + drop, right - left - 2 * edge, thick))
    return Emphasis(leaf.stroke.start, leaf.stroke.end, leaf.stroke.color, tuple(strokes)) if strokes else None


def _place_of(line: TextLine, index: int) -> float:
    """Where a letter of a line begins on the page."""
    seen = 0
    for run in line.runs:
        if index < seen + len(run.text):
            at = next((at for at, cluster in enumerate(run.clusters) if cluster >= index - seen), 0)
            return run.x + run.offsets[at]
        seen += len(run.text)
    return line.x + line.width


# ------------------------------------------------------------------ boxes


def _decor(decor: Decor, box: Box, *, fixed: bool, name: str = "") -> list[Node]:
    nodes: list[Node] = []
    radii = _limited(decor.radii, box)
    if decor.fill is not None and decor.border is None:
        nodes.append(Shape(name or "ground", box, Rectangle(radii), fill=_fading(decor.fill, decor.fade), fixed=fixed))
    if decor.border is not None:
        width = decor.border.width
        inner = Box(box.x + width / 2, box.y + width / 2, box.width - width, box.height - width)
        stroke = _edge(decor.border)
        nodes.append(Shape("frame", inner, Rectangle(_limited(radii, inner)), decor.fill, stroke, fixed=fixed))
    nodes += [_rule(rule, box, side, fixed=fixed) for side, rule in enumerate(decor.rules) if rule is not None]
    return nodes


def _fading(fill: Color, end: Color | None) -> Paint:
    """A fill that fades into another color from top to bottom, where there is one."""
    if end is None:
        return fill
    return LinearGradient((0.5, 0.0), (0.5, 1.0), (ColorStop(0.0, fill), ColorStop(1.0, end)))


def _rule(rule: EdgeLine, box: Box, side: int, *, fixed: bool) -> Shape:
    half = rule.width / 2
    ends = (
        (box.x, box.y + half, box.right, box.y + half),
        (box.right - half, box.y, box.right - half, box.bottom),
        (box.x, box.bottom - half, box.right, box.bottom - half),
        (box.x + half, box.y, box.x + half, box.bottom),
    )[side]
    path = (Segment("M", ends[:2]), Segment("L", ends[2:]))
    return Shape("rule", _bounds(path), Path(path), stroke=_edge(rule), fixed=fixed)


def _edge(line: EdgeLine) -> Stroke:
    return Stroke(line.color, line.width, "butt", (4 * line.width, 4 * line.width) if line.dashed else ())


def _limited(radii: Iterable[float], box: Box) -> tuple[float, float, float, float]:
    most = max(0.0, min(box.width, box.height) / 2)
    a, b, c, d = (min(radius, most) for radius in radii)
    return a, b, c, d


def _frame_of(frame: str, radii: tuple[float, float, float, float], box: Box) -> Rectangle | Ellipse:
    half = min(box.width, box.height) / 2
    match frame:
        case "arch":
            return Rectangle((min(box.width / 2, box.height), min(box.width / 2, box.height), 0.0, 0.0))
        case "dot":
            return Ellipse()
        case "capsule":
            return Rectangle((half, half, half, half))
        case _:
            return Rectangle(_limited(radii, box))


def picture_in(placed: Placed, leaf: PictureLeaf, look: PageTheme) -> Picture:
    """A picture cut for its box."""
    box, meta, ref = placed.box, placed.frame.meta, leaf.ref
    frame = _frame_of(leaf.frame, leaf.radii, box)
    if leaf.contain:
        shown = InFrame(ref.source, Crop(), ref.alt)
    else:
        around = look.palette[leaf.around] if leaf.around else ""
        shown = shown_in(ref, box, frame, covered=leaf.covered, around=around, below=leaf.below)
    source = shown.source
    if ref.duotone:
        source = duotone(source, look.palette["dark"], look.palette["surface"])
    source = softened(source, look.palette["panel"], leaf.soft) if leaf.soft else source
    name = ref.name if ref.drawn else ""
    return Picture(
        name=meta.name or "picture", box=box, source=source, crop=shown.crop, frame=frame,
        alt=shown.alt, slot=meta.slot, fixed=meta.fixed, drawn=name, heads=shown.heads, below=leaf.below,
    )  # fmt: skip


def _qr_code(placed: Placed, leaf: QrLeaf) -> Group:
    box, meta = placed.box, placed.frame.meta
    module = box.width / (len(_qr_matrix(leaf.data, leaf.level)) + 2 * QUIET_MODULES)
    square = Box(box.x, box.y, box.width, box.width)
    light = Shape("quiet zone", square, Rectangle((module,) * 4), fill=leaf.light)
    dark = Shape("modules", square, _dark_path(leaf.data, leaf.level, box.x, box.y, module), fill=leaf.dark)
    return Group(meta.name, square, (light, dark), tag="Figure", alt=meta.alt)


@lru_cache(maxsize=64)
def _qr_matrix(data: str, level: str) -> tuple[bytes, ...]:
    """The modules of a code by row. Finding the best mask takes longer than the rest of a page."""
    import segno  # noqa: PLC0415 - it brings half of the standard library

    return tuple(bytes(row) for row in segno.make(data, error=level, micro=False).matrix)


@lru_cache(maxsize=64)
def _dark_path(data: str, level: str, x: float, y: float, module: float) -> Path:
    """The dark modules of a code whose quiet zone begins at a point."""
    steps: list[Segment] = []
    for row, cells in enumerate(_qr_matrix(data, level)):
        steps += _dark_runs(cells, x + QUIET_MODULES * module, y + (row + QUIET_MODULES) * module, module)
    return Path(tuple(steps))


def _dark_runs(cells: Iterable[int], x: float, y: float, module: float) -> list[Segment]:
    steps: list[Segment] = []
    start: int | None = None
    for column, cell in enumerate([*cells, 0]):
        if cell and start is None:
            start = column
        elif not cell and start is not None:
            left, right = x + start * module, x + column * module
            steps += [Segment("M", (left, y)), Segment("L", (right, y)), Segment("L", (right, y + module))]
            steps += [Segment("L", (left, y + module)), Segment("Z")]
            start = None
    return steps


def _wrapped(placed: Placed, nodes: list[Node]) -> list[Node]:
    meta, box, leaf = placed.frame.meta, placed.box, placed.frame.leaf
    if not nodes and meta.tag not in CELLS:
        return nodes
    container = leaf is None
    if (
        (
            container
            and (meta.tag or meta.alt or meta.decorative or meta.running or meta.slot or meta.list_style or meta.chart)
        )
        or meta.appears
        or meta.clip
        or meta.turn
    ):
        group = Group(
            name=meta.name or meta.tag or "group", box=box, children=tuple(nodes), tag=meta.tag if container else "",
            alt=meta.alt if container else "", decorative=meta.decorative and container, appears=meta.appears,
            slot=meta.slot if container else "", list_style=meta.list_style,
            clip=Rectangle(_limited(placed.frame.decor.radii, box)) if meta.clip else None,
            turn=meta.turn, fixed=meta.fixed, running=meta.running and container, chart=meta.chart,
        )  # fmt: skip
        nodes = [group]
    if meta.link:
        return [Link(meta.name or "link", box, meta.link, meta.link_text or meta.link, tuple(nodes), meta.fixed)]
    return nodes


def _shifted(segments: Iterable[Segment], dx: float, dy: float, scale: float) -> tuple[Segment, ...]:
    return tuple(
        Segment(step.op, tuple(value * scale + (dy if index % 2 else dx) for index, value in enumerate(step.points)))
        for step in segments
    )


def _bounds(segments: Iterable[Segment]) -> Box:
    steps = [step for step in segments if step.points]
    xs = [value for step in steps for value in step.points[0::2]]
    ys = [value for step in steps for value in step.points[1::2]]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
