"""Fitting by rule: balance, shrink headlines, shrink other texts, drop what may go, else report.

The order is that of the visual language; no text is ever cut, squeezed or set below its floor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from htpm_studio.compose.flexbox import Placed, layout_boxes
from htpm_studio.compose.frames import Frame, TextLeaf
from htpm_studio.frozen import dataclass
from htpm_studio.text.flow import Flow, TextSetting, flow
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.headlines import Room, set_headline
from htpm_studio.text.semantic_breaks import bad_breaks, leading_ends, lone_words, torn_clauses
from htpm_studio.units import Size

STEP = 0.97
SLACK = 0.75
LOCAL_STEPS = 80
SENTENCE_SCALES = (0.97, 0.94, 0.91, 0.88, 0.85)
FEWER_LINES_SCALES = (0.96, 0.92, 0.88, 0.84, 0.81)
SLIGHTLY_SMALLER, SMALLER, SMALLEST = (0.97, 0.94, 0.91), (0.88, 0.85), 0.81
MUCH_SMALLER, FAR_SMALLER = (0.81, 0.78, 0.75), (0.7, 0.64)
LONE_WORD, LONE_WORDS, MANY_LINES = 0.7, 0.45, 4
TWO_LINES = 1.12
FAR, ROUNDED, HEAD = 1e5, 0.002, "Head"


@dataclass(frozen=True, slots=True)
class Level:
    """How much has given way: the scale of headlines and of other texts, and which drop numbers are gone."""

    head: float = 1.0
    text: float = 1.0
    dropped: frozenset[int] = frozenset()


WHOLE = Level()
"""Nothing has given way."""


@dataclass(frozen=True, slots=True)
class TextLayout:
    """A text as it will be set: its face, its lines and its final size in points.

    A headline that fills its box has a `tail` below its last line, in em.
    """

    flow: Flow
    size: float
    scale: float
    face: str
    tail: float | None = None

    def height(self, leaf: TextLeaf) -> float:
        """What it takes with the widest face; an item of a list gives up room from the end of the list."""
        rows = len(self.flow.lines) if leaf.wrap == "greedy" else max(self.flow.rows, len(self.flow.lines))
        return rows * leaf.leading * self.size


@dataclass(frozen=True, slots=True)
class Fitted:
    """A page that was laid out, the texts that did not fit even so, and those that were left out for the others."""

    root: Placed
    level: Level
    unfit: tuple[UnfitText, ...] = ()
    left_out: tuple[UnfitText, ...] = ()


@dataclass(frozen=True, slots=True)
class UnfitText:
    """A text of a page: where in the content it comes from ("": the template's own), and what it says.

    A box that holds no text is called by its name.
    """

    source: str
    text: str


def layout_text(leaf: TextLeaf, width: float, level: Level, fonts: FontBook, high: float | None = None) -> TextLayout:
    """Break a text for a width, at the level's scale and smaller while it has too many lines.

    A headline that fills its box is as large as it can be in a box that is `high`, and at its smallest without one.
    """
    if leaf.aim is not None:
        return _filling(leaf, width, high, fonts)
    scale = 1.0 if leaf.room is not None else level.head if leaf.style.head else level.text
    return _set_from(leaf, width, max(leaf.min_scale, scale), fonts)


@lru_cache(maxsize=16_000)
def _set_from(leaf: TextLeaf, width: float, scale: float, fonts: FontBook) -> TextLayout:
    """Set a text for a width, from a scale downward. Cached: layout measures a text several times."""
    best = _set(leaf, width, scale, fonts)
    cut_up = width <= 0 and best.flow.overfull  # In no room at all each letter has a line at every scale.
    for _ in range(LOCAL_STEPS):
        too_long = best.flow.rows > leaf.max_lines or best.flow.overfull or _too_high(leaf, best)
        if not too_long or scale <= leaf.min_scale:
            break
        scale = max(leaf.min_scale, scale * _step(leaf, best, width, fonts))
        best = best if cut_up else _set(leaf, width, scale, fonts)
    best = _set(leaf, width, scale, fonts) if cut_up else best
    if leaf.fallback_safe and not cut_up and (best.flow.rows > leaf.max_lines or best.flow.overfull):
        best = _set(leaf, width, scale, fonts, bound=False)
    first = best
    if leaf.wrap == "sense":
        best = _with_fewer_lines(leaf, best, width, fonts) if leaf.style.head and not leaf.fallback_safe else best
        best = _with_whole_sentences(leaf, best, width, fonts)
    return _breaking_better(leaf, best if best.scale >= SMALLEST * first.scale else first, width, fonts)


def _filling(leaf: TextLeaf, width: float, high: float | None, fonts: FontBook) -> TextLayout:
    if leaf.fallback_safe:
        found = _set_from(replace(leaf, aim=None, room=high), width, leaf.min_scale if high is None else 1.0, fonts)
        return replace(found, tail=0.0)
    room = room_of(leaf, width, high, fonts)
    several = leaf.face == HEAD and not leaf.style.figures
    done = set_headline(leaf.text, fonts.head_roles() if several else (leaf.face,), room, fonts)
    made = Flow(leaf.text, done.lines, done.widths, width, len(done.lines), max(done.widths))
    return TextLayout(made, done.size, done.size / leaf.size, done.face, done.tail)


def room_of(leaf: TextLeaf, width: float, high: float | None, fonts: FontBook) -> Room:
    """The room of a headline that fills its box."""
    least = leaf.min_scale * leaf.size
    return Room(
        min(width, FAR), FAR if high is None else high, least if high is None else leaf.size, least, leaf.max_lines,
        leaf.leading, leaf.style.tracking, fonts.data(leaf.face).cap_height, leaf.aim or "area",
        stroke=leaf.stroke is not None and leaf.stroke.end == len(leaf.text.rstrip()),
    )  # fmt: skip


def filled(leaf: TextLeaf, done: TextLayout, fonts: FontBook) -> float:
    """How high a headline is that fills its box, from the capitals of its first line on."""
    if done.tail is None or leaf.fallback_safe:
        return done.height(leaf)
    lines = (len(done.flow.lines) - 1) * leaf.leading
    return done.size * (lines + fonts.data(done.face).cap_height + done.tail)


def _too_high(leaf: TextLeaf, text: TextLayout) -> bool:
    return leaf.room is not None and text.height(leaf) > leaf.room + SLACK


def _step(leaf: TextLeaf, now: TextLayout, width: float, fonts: FontBook) -> float:
    """The factor by which to shrink next: a single line shrinks to exactly its room."""
    if leaf.max_lines != 1 and leaf.wrap != "none":
        return STEP
    setting = TextSetting(leaf.face, now.size, leaf.style.tracking * now.size, "none", leaf.fallback_safe)
    lower = leaf.room / (leaf.leading * now.size) if leaf.room is not None else 1.0
    return min(width / flow(leaf.text, width, setting, fonts).room, lower, 0.9999)


def _breaking_better(leaf: TextLeaf, best: TextLayout, width: float, fonts: FontBook) -> TextLayout:
    """A text that breaks badly, a little smaller or on a further line where it then breaks better.

    Only a headline gets smaller, since other texts are as large as their neighbors. One that Office sets also gets
    smaller where only a wider face needs a further line for it, or where it has many.
    """
    if leaf.wrap in ("none", "greedy") or best.flow.overfull or not (_bad(leaf, best) or _fallback_safe_head(leaf)):
        return best
    plain = TextSetting(leaf.face, best.size, leaf.style.tracking * best.size, leaf.wrap)
    own = min(len(flow(leaf.text, width, plain, fonts).lines), MANY_LINES - 1)

    def cost(layout: TextLayout) -> tuple[int, int, int]:
        rows = (
            (max(layout.flow.rows, own), layout.flow.rows - len(layout.flow.lines))
            if _fallback_safe_head(leaf)
            else (0, 0)
        )
        return (_bad(leaf, layout), *rows)

    found = min([best, *_other_ways(leaf, best, own, width, fonts)], key=cost)
    if not _fallback_safe_head(leaf):
        return found
    found = _on_fewer_lines(leaf, found, best.scale, width, fonts)
    if not leading_ends(found.flow.lines):
        return found
    # No line of a headline ends in an article where smaller letters can help it.
    scales = (best.scale * smaller for smaller in MUCH_SMALLER)
    return min(
        [found, *(_set(leaf, width, smaller, fonts) for smaller in scales if smaller >= leaf.min_scale)], key=cost
    )


def _on_fewer_lines(leaf: TextLeaf, found: TextLayout, scale: float, width: float, fonts: FontBook) -> TextLayout:
    """A headline of several lines that are still broken badly, far smaller where fewer lines then are not."""
    if len(found.flow.lines) < 3 or not _bad(leaf, found):
        return found
    trials = [_set(leaf, width, scale * share, fonts) for share in FAR_SMALLER if scale * share >= leaf.min_scale]
    better = (trial for trial in trials if _bad(leaf, trial) < _bad(leaf, found))
    return next((trial for trial in better if len(trial.flow.lines) < len(found.flow.lines)), found)


def _bad(leaf: TextLeaf, text: TextLayout) -> int:
    """How badly a text breaks; the last line of a headline must be longer than that of other texts."""
    lines, widths = text.flow.lines, text.flow.widths
    short = {"share": LONE_WORD} if leaf.style.head else {}
    bad = bad_breaks(lines, widths, **short)
    return 2 * bad + torn_clauses(lines, 2) + lone_words(lines, widths) if _fallback_safe_head(leaf) else bad


def _fallback_safe_head(leaf: TextLeaf) -> bool:
    return leaf.fallback_safe and leaf.style.head


def _other_ways(leaf: TextLeaf, best: TextLayout, own: int, width: float, fonts: FontBook) -> Iterator[TextLayout]:
    """The same text slightly smaller, on a further line, and smaller still, as far as it may be.

    It takes `own` lines where no wider face replaces its own; more than three are many.
    """
    scales = [best.scale * smaller for smaller in SLIGHTLY_SMALLER] if leaf.style.head else []
    sizes = [scale for scale in scales if scale >= leaf.min_scale]
    yield from (_set(leaf, width, scale, fonts) for scale in sizes)
    if _bad(leaf, best) and not leaf.fallback_safe and best.flow.rows < leaf.max_lines:
        further = _set(leaf, width, best.scale, fonts, more=1)
        fits = further.flow.rows <= leaf.max_lines and not _too_high(leaf, further)
        yield from [further] if fits else []
    if leaf.style.head and (_bad(leaf, best) or (leaf.fallback_safe and best.flow.rows > own)):
        poor = leaf.fallback_safe and (best.flow.rows >= MANY_LINES or _lone_words(best))
        smaller = (best.scale * share for share in (SMALLER + MUCH_SMALLER if poor else SMALLER))
        yield from (_set(leaf, width, scale, fonts) for scale in smaller if scale >= leaf.min_scale)


def _with_fewer_lines(leaf: TextLeaf, best: TextLayout, width: float, fonts: FontBook) -> TextLayout:
    """A headline a little smaller on one line less: of four, broken badly, or with next to nothing on a line."""
    if len(best.flow.lines) < 3 or not (len(best.flow.lines) >= MANY_LINES or _lone_words(best) or _bad(leaf, best)):
        return best
    scales = (best.scale * smaller for smaller in FEWER_LINES_SCALES)
    trials = [_set(leaf, width, scale, fonts) for scale in scales if scale >= leaf.min_scale]
    fewer = [trial for trial in trials if len(trial.flow.lines) < len(best.flow.lines) and not _lone_words(trial)]
    return min(fewer, key=lambda trial: _bad(leaf, trial), default=best)


def _lone_words(text: TextLayout) -> bool:
    rows = zip(text.flow.lines, text.flow.widths, strict=True)
    return any(wide < (LONE_WORDS if " " in line else LONE_WORD) * text.flow.width for line, wide in rows)


def _with_whole_sentences(leaf: TextLeaf, best: TextLayout, width: float, fonts: FontBook) -> TextLayout:
    """A text of two sentences a little smaller, where each then has a line of its own."""
    if len(best.flow.lines) < 2 or not any(stop in leaf.text for stop in (". ", "! ", "? ")):
        return best
    for smaller in SENTENCE_SCALES if leaf.style.head else SLIGHTLY_SMALLER[:2]:
        scale = best.scale * smaller
        if scale < leaf.min_scale:
            break
        trial = _set(leaf, width, scale, fonts)
        if _sentence_ends(trial) > _sentence_ends(best) and len(trial.flow.lines) <= len(best.flow.lines):
            return trial
    return best


def _sentence_ends(text: TextLayout) -> int:
    return sum(line.rstrip().endswith((".", "!", "?")) for line in text.flow.lines[:-1])


def _set(
    leaf: TextLeaf, width: float, scale: float, fonts: FontBook, more: int = 0, *, bound: bool = True
) -> TextLayout:
    size = leaf.size * scale
    setting = TextSetting(leaf.face, size, leaf.style.tracking * size, leaf.wrap, leaf.fallback_safe, more, bound)
    return TextLayout(flow(leaf.text, width, setting, fonts), size, scale, leaf.face)


def fit(root: Frame, size: Size, fonts: FontBook) -> Fitted:
    """Lay out a page so that everything fits, giving way as little as possible.

    Nothing is left out while all of it fits at its smallest, nor where that would not help.
    """
    first = _attempt(root, size, WHOLE, fonts)
    sizes = _group_sizes(first.root, fonts)
    if sizes:
        root = _in_one_size(root, sizes)
        first = _attempt(root, size, WHOLE, fonts)
    if not first.unfit:
        return first
    drops = sorted({frame.meta.drop for frame in root.walk()} - {0})
    trials: list[Fitted] = []
    for count in range(len(drops) + 1):
        levels = list(_levels(root, frozenset(drops[:count])))
        trials.append(_least(root, size, levels, fonts, None if count else first))
        if not trials[-1].unfit:
            break
    best = min(trials, key=lambda trial: len(trial.unfit))
    return replace(best, left_out=tuple(_left_out(root, best.level.dropped)))


def _group_sizes(placed: Placed, fonts: FontBook) -> dict[str, tuple[int, float]]:
    """Lines and scale of each group of texts: the largest at which all are on one line, else on as many as they may.

    Those in rooms of their own are as large as all of them can be, on however many lines.
    """
    members: dict[str, list[tuple[TextLeaf, float]]] = {}
    for part in placed.walk():
        leaf = part.frame.leaf
        if isinstance(leaf, TextLeaf) and leaf.group:
            members.setdefault(leaf.group, []).append((leaf, part.box.width + 0.02))
    return {name: _shared_size(group, fonts) for name, group in members.items()}


def _shared_size(group: Sequence[tuple[TextLeaf, float]], fonts: FontBook) -> tuple[int, float]:
    single = min(min(1.0, wide / max(_one_line(leaf, fonts), 0.01)) for leaf, wide in group)
    least = max(leaf.min_scale for leaf, _ in group)
    if all(leaf.room is not None for leaf, _ in group):
        several = min(_set_from(member, wide, 1.0, fonts).scale for member, wide in group)
        if several > single:
            return max(leaf.max_lines for leaf, _ in group), several
    if single >= least or all(leaf.max_lines == 1 for leaf, _ in group):
        return 1, single
    start = min(1.0, least * TWO_LINES)
    return max(leaf.max_lines for leaf, _ in group), min(
        _set_from(member, wide, start, fonts).scale for member, wide in group
    )


def _one_line(leaf: TextLeaf, fonts: FontBook) -> float:
    setting = TextSetting(leaf.face, leaf.size, leaf.style.tracking * leaf.size, "none", leaf.fallback_safe)
    return flow(leaf.text, 1e6, setting, fonts).room


def _in_one_size(frame: Frame, sizes: Mapping[str, tuple[int, float]]) -> Frame:
    leaf = frame.leaf
    if isinstance(leaf, TextLeaf) and leaf.group in sizes:
        lines, scale = sizes[leaf.group]
        small = min(1.0, leaf.min_scale / scale) if scale else 1.0
        return replace(frame, leaf=replace(leaf, size=leaf.size * scale, max_lines=lines, min_scale=small))
    return replace(frame, children=tuple(_in_one_size(child, sizes) for child in frame.children))


def _least(root: Frame, size: Size, levels: Sequence[Level], fonts: FontBook, first: Fitted | None) -> Fitted:
    """The first of these levels at which the page fits, or the last; `first` is what came out at the first of them."""
    best = _attempt(root, size, levels[-1], fonts) if len(levels) > 1 or first is None else first
    low, high = (-1 if first is None else 0), len(levels) - 1
    while not best.unfit and high - low > 1:
        middle = (low + high) // 2
        trial = _attempt(root, size, levels[middle], fonts)
        if trial.unfit:
            low = middle
        else:
            high, best = middle, trial
    return best


def _levels(root: Frame, dropped: frozenset[int]) -> Iterator[Level]:
    every = (frame.leaf for frame in root.walk())
    leaves = [leaf for leaf in every if isinstance(leaf, TextLeaf) and leaf.room is None and leaf.aim is None]
    heads = min((leaf.min_scale for leaf in leaves if leaf.style.head), default=1.0)
    texts = min((leaf.min_scale for leaf in leaves if not leaf.style.head), default=1.0)
    head = text = 1.0
    yield Level(dropped=dropped)
    while head > heads:
        head = max(heads, head * STEP)
        yield Level(head, 1.0, dropped)
    while text > texts:
        text = max(texts, text * STEP)
        yield Level(head, text, dropped)


def _left_out(frame: Frame, dropped: frozenset[int]) -> Iterator[UnfitText]:
    """The texts of the boxes that are dropped."""
    if frame.meta.drop in dropped:
        leaves = (inner.leaf for inner in frame.walk() if isinstance(inner.leaf, TextLeaf))
        yield from (UnfitText(leaf.source, leaf.text) for leaf in leaves)
        return
    for child in frame.children:
        yield from _left_out(child, dropped)


def lay_out(root: Frame, size: Size, fonts: FontBook, level: Level = WHOLE) -> Placed:
    """The boxes of a page as they are at a level, whether they fit or not."""
    known: dict[tuple[Frame, float], tuple[float, float]] = {}

    def measure(frame: Frame, width: float) -> tuple[float, float]:
        leaf = frame.leaf
        if not isinstance(leaf, TextLeaf):
            return 0.0, 0.0
        if (found := known.get((frame, width))) is None:  # Taffy asks for the same again and again.
            done = layout_text(leaf, min(width, 1e6), level, fonts)
            found = known[frame, width] = done.flow.room + 0.01, filled(leaf, done, fonts)
        return found

    return layout_boxes(root, size, measure, level.dropped)


def _attempt(root: Frame, size: Size, level: Level, fonts: FontBook) -> Fitted:
    placed = lay_out(root, size, fonts, level)
    return Fitted(placed, level, tuple(dict.fromkeys(_unfit(placed, level, fonts))))


def _unfit(root: Placed, level: Level, fonts: FontBook) -> Iterator[UnfitText]:
    """The texts that need more lines than they may have, or reach out of their box."""
    for parent in root.walk():
        for child in parent.children:
            if child.frame.layout.layer is None and _sticks_out(parent, child):
                yield _tallest_text(child)
    for placed in root.walk():
        leaf = placed.frame.leaf
        if isinstance(leaf, TextLeaf):
            if _too_large(leaf, placed, level, fonts):
                yield UnfitText(leaf.source, leaf.text)
        elif placed.frame.meta.list_style is not None and _running(placed, level, fonts) > placed.box.height + SLACK:
            yield _tallest_text(placed)


def _too_large(leaf: TextLeaf, placed: Placed, level: Level, fonts: FontBook) -> bool:
    done = layout_text(leaf, placed.box.width + 0.02, level, fonts, placed.box.height)
    if leaf.aim is not None and not leaf.fallback_safe:
        return done.scale < leaf.min_scale - ROUNDED
    high = done.height(leaf)
    return done.flow.rows > leaf.max_lines or done.flow.overfull or high > placed.box.height + SLACK


def _running(placed: Placed, level: Level, fonts: FontBook) -> float:
    """The height of a list that Office sets as one text, where a wider face needs further lines in it."""
    leaves = [(inner.box.width, inner.frame.leaf) for inner in placed.walk() if isinstance(inner.frame.leaf, TextLeaf)]
    done = [(leaf, layout_text(leaf, width + 0.02, level, fonts)) for width, leaf in leaves if leaf.tag != "Lbl"]
    gaps = placed.frame.layout.gap * max(0, len(placed.children) - 1)
    return gaps + sum(layout.flow.rows * leaf.leading * layout.size for leaf, layout in done)


def _sticks_out(parent: Placed, child: Placed) -> bool:
    room = parent.box.inset(parent.frame.layout.padding)
    margin = child.frame.layout.margin
    if parent.frame.layout.wrap:
        return child.box.bottom > room.bottom + SLACK
    below, right = child.box.bottom + margin.bottom - room.bottom, child.box.right + margin.right - room.right
    # Centered and end-aligned content runs out at the start as well.
    above, left = room.y - child.box.y + margin.top, room.x - child.box.x + margin.left
    return max(below, right, above, left) > SLACK


def _tallest_text(placed: Placed) -> UnfitText:
    leaves = [(inner.box.height, inner.frame.leaf) for inner in placed.walk() if isinstance(inner.frame.leaf, TextLeaf)]
    if not leaves:
        return UnfitText("", placed.frame.meta.name)
    leaf = max(leaves, key=lambda pair: pair[0])[1]
    return UnfitText(leaf.source, leaf.text)
