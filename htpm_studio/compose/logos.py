"""Logos: the sender's at an even optical size, on a plate where it would not stand out, and the row of its partners."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from htpm_studio.compose.context import TemplateContext
from htpm_studio.compose.evaluator import Evaluator
from htpm_studio.compose.frames import Decor, Frame, Layout, Meta, PictureLeaf, PictureRef, TextLeaf
from htpm_studio.compose.styles import face_of_weight
from htpm_studio.compose.template import TemplateElement
from htpm_studio.compose.text_fit import WHOLE, TextLayout, layout_text
from htpm_studio.compose.theme import GOOD_LOGO_CONTRAST, LOWEST_LOGO_CONTRAST, Logo, PartnerLogo
from htpm_studio.scene.nodes import Align
from htpm_studio.text.flow import Flow, TextSetting, Wrap, flow
from htpm_studio.text.fonts import FontBook, is_for_office
from htpm_studio.text.semantic_breaks import ends_open
from htpm_studio.text.shaping import clean
from htpm_studio.units import Insets, Size

TALLEST, TALLEST_COMPACT, COMPACT_RATIO, SHORTEST = 7.2, 9.2, 1.4, 3.2
OPTICAL_AREA, LARGER = 145.0, math.sqrt(2)
"""The usual area in square units, and how much larger on each side where a template says how much room there is."""
PLATES = ("deep", "dark", "panel", "deep-2", "deep-3")
PARTNER_SHARE, PARTNER_GAP, NAME_WIDTH = 0.62, 3.4, 24.0
MOST_INITIALS = 6
INITIALS, SHORT_NAME, SMALLER_NAME, NAME_MEASURES = 2.15, 1.35, 0.84, (1.0, 0.92, 0.84, 0.76, 0.68)
BESIDE_GAP, BELOW_GAP, LEAST_BESIDE, LEAST_NARROW, MOST_BESIDE = 1.7, 1.0, 14.0, 11.0, 6
LEAST_MARK, SMALLEST_MARK = 0.42, 0.25
LINE_GAP, MOST_ABOVE_LINE, MOST_WITH_LINE, LINES_BELOW = 0.5, 0.8, 1.17, 3
LEAST_ABOVE_LINE = (0.6, 0.45)
SMALL_NAMES, SMALL_WIDTH = (1.0, 0.85, 0.7), 0.93
BESIDE_TRIES, LEAST_LEFT = (1.0, 0.7, 0.5), 0.15
BESIDE_WAYS = ((1, 1.6), (1, 1.4), (2, 1.4), (2, 1.2), (3, 1.1))
BESIDE = (MOST_BESIDE, BESIDE_WAYS)
MORE_LINES = 2
"""Between mark and name, the least width for a name beside its mark (for one that fits nowhere else: the narrow one),
and the least share of the height of a mark above its name, above a long one the smallest.

Above a line with its name a mark keeps so much of its height where both are not higher than so many times that; one
above a long name the least shares. `SMALL_NAMES` are the sizes of a name that fits nowhere else, as shares of its least
one, and the share of its width that it takes, as what is beside it may need some. Beside it a mark is as wide as it is
or narrower, above it it has the least share that is left.
"""


Ways = Sequence[tuple[int, float]]
"""Lines on which a name can be, each with its size as a share of the usual one, the best first."""

EVEN_WAYS: Ways = ((1, 1.0),)
INSTEAD_WAYS: Ways = ((1, 1.7), (1, 1.5), (1, SHORT_NAME), (2, 1.5), (2, 1.35), (2, 1.15))
"""The same for a name in the place of a logo, where there is room for it."""


def logo_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """The organization's logo at an even optical size, on a plate where it would not stand out; else its name.

    It has twice the area where the template says how `high` it may be. `size` is how many times larger the user wants
    it: never wider with its plate than `limit`, nor higher than `high`. The name is beside a symbol, or below it where
    there is little width; `line` puts it small under any other logo that does not hold it. A name that has no room in
    letters that can be read is left to the logo.
    """
    look, s = evaluator.look, evaluator.canvas.unit
    k = evaluator.number(element, "scale", context) or 1.0
    limit = (evaluator.number(element, "limit", context) or 34.0) * k
    if look.logo is None:
        return _name_instead(element, evaluator, context, limit)
    high = evaluator.number(element, "high", context) or math.inf
    name = clean(look.organization).strip()
    if look.named and name:
        return _with_name(element, evaluator, context, limit, high)
    layout = evaluator.layout(element, context)
    if evaluator.attribute(element, "line", context) != "true" or not name or look.logo.says_name:
        return _laid_out(_mark(element, evaluator, context, limit, high), layout)
    center = evaluator.attribute(element, "center", context) == "true"
    width = max(limit, evaluator.number(element, "name-limit", context) or 0.0) * s
    found = _line_below(name, element, evaluator, context, width, high, center=center)
    if found is None:
        return _laid_out(_mark(element, evaluator, context, limit, high), layout)
    line, left = found
    mark = _mark(element, evaluator, context, limit, left)
    return Frame(
        replace(layout, gap=LINE_GAP * s, align="center" if center else "start", max_width=width), children=(mark, line)
    )


def _line_below(
    name: str, element: TemplateElement, evaluator: Evaluator, context: TemplateContext, width: float, high: float,
    *, center: bool,
) -> tuple[Frame, float] | None:  # fmt: skip
    """The line with the name below a logo, and how high that may be; None where there is no room for both."""
    fonts, s = evaluator.look.fonts, evaluator.canvas.unit
    lines = [_line_of(name, element, evaluator, context, width, share, center=center) for share in SMALL_NAMES]
    for least in LEAST_ABOVE_LINE:
        for line in lines:
            if not _holds(line, fonts):
                continue
            below = LINE_GAP + _height_of(line, fonts) / s
            if math.isinf(high):
                return line, high
            left = max(high - below, min(MOST_ABOVE_LINE * high, MOST_WITH_LINE * high - below))
            if left >= least * high:
                return line, left
    return None


def _mark(element: TemplateElement, evaluator: Evaluator, context: TemplateContext, limit: float, high: float) -> Frame:
    """The logo alone, with its plate; no wider and no higher than that, in units."""
    look, s = evaluator.look, evaluator.canvas.unit
    logo = look.logo
    if logo is None:
        raise ValueError("there is no logo")
    k = evaluator.number(element, "scale", context) or 1.0
    meta = replace(evaluator.meta(element, context), name=evaluator.meta(element, context).name or "logo")
    plate = _plate(logo, context.ground, always=evaluator.attribute(element, "plate", context) == "always")
    larger = LARGER if math.isfinite(high) else 1.0
    height = _optical_height(logo.ratio) * larger * k * (0.88 if plate else 1.0)
    (least_y, air_y), (least_x, air_x) = _air(logo.ratio) if plate else ((0.0, 0.0), (0.0, 0.0))
    height = min(height, high - 2 * least_y * k, high / (1 + 2 * air_y))
    height = min(height, (limit - 2 * least_x * k) / logo.ratio, limit / (logo.ratio + 2 * air_x))
    pad_y, pad_x = max(least_y * k, air_y * height), max(least_x * k, air_x * height)
    most = min(limit / (height * logo.ratio + 2 * pad_x), high / (height + 2 * pad_y))
    s *= min(evaluator.number(element, "size", context) or 1.0, max(1.0, most))
    leaf = PictureLeaf(PictureRef(logo.source, (0.5, 0.5), look.organization), contain=True)
    size = Size(height * logo.ratio * s, height * s)
    if not plate:
        return Frame(Layout(width=size.width, height=size.height), meta=meta, leaf=leaf)
    radius = 1.6 * s * k
    decor = Decor(fill=look.color(plate), radii=(radius, radius, radius, radius))
    return _on_plate(leaf, size, Layout(), meta, decor, Insets(pad_y * s, pad_x * s, pad_y * s, pad_x * s))


def _air(ratio: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Room around a logo on its plate, above and beside it: the least in units, and as a share of its height.

    A line of letters needs more of it than a symbol, and more beside it than above.
    """
    return ((1.2, 0.13), (1.2, 0.13)) if ratio < COMPACT_RATIO else ((1.1, 0.27), (1.8, 0.42))


def _laid_out(mark: Frame, layout: Layout) -> Frame:
    """The mark as the template places it."""
    own = mark.layout
    placed = replace(layout, width=own.width, height=own.height)
    if mark.children:
        placed = replace(placed, direction=own.direction, align=own.align, padding=own.padding)
    return replace(mark, layout=placed)


def _with_name(
    element: TemplateElement, evaluator: Evaluator, context: TemplateContext, limit: float, high: float
) -> Frame:
    """A symbol and the name beside it, or below it where the name would have no width; alone where it has no room.

    Where names are even in size, one beside its symbol is no higher than one by itself.
    """
    s, look = evaluator.canvas.unit, evaluator.look
    whole = _mark(element, evaluator, context, limit, high)
    most_wide = (evaluator.number(element, "name-limit", context) or limit) * s
    if beside := _beside_mark(element, evaluator, context, limit, high):
        return beside
    left = most_wide - (whole.layout.width or 0.0) - BESIDE_GAP * s
    most = int(evaluator.number(element, "lines", context) or MOST_BESIDE)
    if not math.isfinite(high):
        name = _name(element, evaluator, context, most_wide, math.inf, most, small=True)
        return _above(element, evaluator, context, whole, name)
    free = (high - BELOW_GAP) * s
    name = _name(element, evaluator, context, most_wide, free * (1 - LEAST_MARK), most)
    if not _fits(name, free * (1 - LEAST_MARK), most, look.fonts):
        # A long name: beside a narrow mark, else below one that is smaller; letters below the least size come last.
        narrow = _name(element, evaluator, context, left, high * s, most + 1)
        if left >= LEAST_NARROW * s and _fits(narrow, high * s, most + 1, look.fonts):
            return _beside(element, evaluator, context, whole, narrow)
        name = _name(element, evaluator, context, most_wide, free * (1 - SMALLEST_MARK), most + 1)
    if not _leaves_mark(name, free, look.fonts):
        if beside := _beside_mark(element, evaluator, context, limit, high, small=True):
            return beside
        name = _name(element, evaluator, context, most_wide, free * (1 - SMALLEST_MARK), most + 1, small=True)
        if not _leaves_mark(name, free, look.fonts):
            return _laid_out(whole, evaluator.layout(element, context))
    above = (free - _height_of(name, look.fonts)) / s - BELOW_GAP / 2
    return _above(element, evaluator, context, _mark(element, evaluator, context, limit, min(high, above)), name)


def _beside_mark(
    element: TemplateElement, evaluator: Evaluator, context: TemplateContext, limit: float, high: float,
    *, small: bool = False,
) -> Frame | None:  # fmt: skip
    """The name beside its mark, which is as wide as it is or narrower; None where the name has no room there."""
    s = evaluator.canvas.unit
    most_wide = (evaluator.number(element, "name-limit", context) or limit) * s
    whole = _mark(element, evaluator, context, limit, high)
    for share in BESIDE_TRIES:
        mark = whole if share == 1 else _mark(element, evaluator, context, share * (whole.layout.width or 0) / s, high)
        left = most_wide - (mark.layout.width or 0.0) - BESIDE_GAP * s
        if left < LEAST_BESIDE * s:
            return None
        height = mark.layout.height or 0.0
        room = max(height, high * s) if math.isfinite(high) else height
        if evaluator.attribute(element, "name-even", context) == "true":
            room = min(room, (evaluator.number(element, "name-height", context) or math.inf) * s)
        name = _name(element, evaluator, context, left, room, *BESIDE, small=small)
        if _holds(name, evaluator.look.fonts, room):
            return _beside(element, evaluator, context, mark, name)
    return None


def _leaves_mark(name: Frame, free: float, fonts: FontBook) -> bool:
    """True if a name fits and leaves room for its mark above it."""
    return _holds(name, fonts, (1 - LEAST_LEFT) * free)


def _beside(
    element: TemplateElement, evaluator: Evaluator, context: TemplateContext, mark: Frame, name: Frame
) -> Frame:
    gap = BESIDE_GAP * evaluator.canvas.unit
    whole = (mark.layout.width or 0.0) + gap + (name.layout.max_width or 0.0)
    layout = replace(evaluator.layout(element, context, shrink=1.0), direction="row", align="center", gap=gap)
    return Frame(replace(layout, max_width=whole), children=(mark, _from_the_left(name)))


def _above(element: TemplateElement, evaluator: Evaluator, context: TemplateContext, mark: Frame, name: Frame) -> Frame:
    gap, center = BELOW_GAP * evaluator.canvas.unit, evaluator.attribute(element, "center", context) == "true"
    layout = evaluator.layout(element, context, shrink=1.0)
    return Frame(replace(layout, gap=gap, align="center" if center else "start"), children=(mark, name))


def _from_the_left(name: Frame) -> Frame:
    """A name that begins at its mark, also where both are in the middle of a page."""
    return replace(name, leaf=replace(cast("TextLeaf", name.leaf), align="left"))


def _laid(name: Frame, fonts: FontBook) -> tuple[TextLeaf, TextLayout]:
    """A name as it will be set."""
    leaf = cast("TextLeaf", name.leaf)
    return leaf, layout_text(leaf, name.layout.max_width or 0.0, WHOLE, fonts)


def _height_of(name: Frame, fonts: FontBook) -> float:
    """How high the lines of a name are."""
    leaf, done = _laid(name, fonts)
    return done.height(leaf)


def _holds(name: Frame, fonts: FontBook, room: float = math.inf) -> bool:
    """Whether a name is on as many lines as it may be, and no higher than that."""
    leaf, done = _laid(name, fonts)
    few = done.flow.rows <= (leaf.max_lines or math.inf)
    return few and not done.flow.overfull and done.height(leaf) <= room + 0.01


def _fits(name: Frame, height: float, most: int, fonts: FontBook) -> bool:
    """True if a name on these lines is no higher than a limit; its letters never get smaller than the least size."""
    leaf, done = _laid(name, fonts)
    return done.flow.rows <= most and not done.flow.overfull and done.height(leaf) <= height


def _line_of(
    name: str, element: TemplateElement, evaluator: Evaluator, context: TemplateContext, width: float, share: float,
    *, center: bool,
) -> Frame:  # fmt: skip
    """The name in small letters, for pieces that always say who they are from; a share of the usual size."""
    styles = evaluator.look.styles.scales[evaluator.canvas.scale]
    style = styles.get("foot") or styles["micro"]
    most = max(LINES_BELOW, int(evaluator.number(element, "lines", context) or 0))
    leaf = TextLeaf(
        text=name, style=style, face=face_of_weight(style, "600"),
        size=max(style.size * evaluator.canvas.unit, style.floor) * share, leading=style.leading, min_scale=1.0,
        color=evaluator.color("muted", context), max_lines=most,
        align="center" if center else "left", wrap="balance", tag="P", field="org",
        fallback_safe=evaluator.fallback_safe, sources=("org",),
    )  # fmt: skip
    return Frame(Layout(max_width=width, shrink=1.0), meta=Meta(name="org", fixed=context.fixed, tag="P"), leaf=leaf)


def partners_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """The partners in one row at an even optical size, smaller than the sender; without partners no room.

    A row wider than `limit` gets smaller as a whole. A partner without a logo is there by name.
    """
    partners, s = evaluator.look.partners, evaluator.canvas.unit
    meta = evaluator.meta(element, context)
    if not partners:
        return Frame(Layout(layer=(0.0, None, None, 0.0)), meta=meta)
    k = (evaluator.number(element, "scale", context) or 1.0) * PARTNER_SHARE
    limit = (evaluator.number(element, "limit", context) or 60.0) - PARTNER_GAP * (len(partners) - 1)
    names = sum(partner.logo is None for partner in partners)
    drawn = sum(_optical_height(partner.logo.ratio) * partner.logo.ratio for partner in partners if partner.logo) * k
    room = min(NAME_WIDTH, max(limit - drawn, limit / 3) / names) if names else 0.0
    k *= min(1.0, (limit - room * names) / drawn) if drawn else 1.0
    layout = replace(evaluator.layout(element, context), direction="row", align="center", gap=PARTNER_GAP * s)
    frames = tuple(_partner(partner, evaluator, context, k, room) for partner in partners)
    return Frame(layout, meta=replace(meta, name=meta.name or "partners"), children=frames)


def _partner(partner: PartnerLogo, evaluator: Evaluator, context: TemplateContext, k: float, room: float) -> Frame:
    s, logo = evaluator.canvas.unit, partner.logo
    meta = Meta(name=f"partner {partner.name}", fixed=context.fixed)
    if logo is None:
        styles = evaluator.look.styles.scales[evaluator.canvas.scale]
        style = styles.get("foot") or styles["micro"]
        leaf = TextLeaf(
            text=clean(partner.name), style=style, face=face_of_weight(style, "600"),
            fallback_safe=evaluator.fallback_safe, size=max(style.size * s, style.floor), leading=style.leading,
            min_scale=1.0, color=evaluator.color("muted", context), max_lines=3, align="left", wrap="balance", tag="P",
            field="partners",
            sources=("partners",),
        )  # fmt: skip
        return Frame(Layout(max_width=room * s, shrink=1.0), meta=replace(meta, tag="P"), leaf=leaf)
    height = _optical_height(logo.ratio) * k
    size = Size(height * logo.ratio * s, height * s)
    picture = PictureLeaf(PictureRef(logo.source, (0.5, 0.5), partner.name), contain=True)
    plate = _plate(logo, context.ground, always=False)
    if not plate:
        return Frame(Layout(width=size.width, height=size.height), meta=meta, leaf=picture)
    pad, radius = 0.8 * s, 1.0 * s
    decor = Decor(fill=evaluator.look.color(plate), radii=(radius, radius, radius, radius))
    return _on_plate(picture, size, Layout(), meta, decor, Insets(pad, pad, pad, pad))


def _on_plate(leaf: PictureLeaf, size: Size, layout: Layout, meta: Meta, decor: Decor, padding: Insets) -> Frame:
    """A logo of that size on its plate, which goes around it and no further, whatever room there is."""
    width, height = size.width + padding.left + padding.right, size.height + padding.top + padding.bottom
    box = replace(layout, direction="row", align="center", width=width, height=height, padding=padding)
    logo = Frame(Layout(width=size.width, height=size.height), meta=meta, leaf=leaf)
    return Frame(box, decor, replace(meta, name="logo plate"), None, (logo,))


def _optical_height(ratio: float) -> float:
    """Height in units at which logos of unlike shapes look equally large (language.md, 9)."""
    tallest = TALLEST_COMPACT if ratio < COMPACT_RATIO else TALLEST
    return min(max(math.sqrt(OPTICAL_AREA / ratio), SHORTEST), tallest)


def _plate(logo: Logo, ground: str, *, always: bool) -> str:
    if logo.stands_out(ground) and not always:
        return ""
    if logo.stands_out("surface"):
        return "surface"
    # A pale logo: a brand's deep color is its own, where a middle one is mud.
    choices = ((plate, least) for least in (GOOD_LOGO_CONTRAST, LOWEST_LOGO_CONTRAST) for plate in PLATES)
    return next((plate for plate, least in choices if plate != ground and logo.stands_out(plate, least)), "surface")


def _name_instead(element: TemplateElement, evaluator: Evaluator, context: TemplateContext, limit: float) -> Frame:
    """The organization's name: large on two lines, a long one smaller on more (`lines`), no higher than `name-height`.

    Where there is such a height, a name that is short is larger, and one of a few letters larger still, unless names
    are even in size there (`name-even`); the user can have it smaller (`size`), yet not larger than it fits. Without a
    name it takes no room.
    """
    if not clean(evaluator.look.organization).strip():
        return Frame(Layout(layer=(0.0, None, None, 0.0)), meta=evaluator.meta(element, context))
    width = (evaluator.number(element, "name-limit", context) or min(limit, 30.0)) * evaluator.canvas.unit
    most = int(evaluator.number(element, "lines", context) or 2)
    high = evaluator.number(element, "name-height", context)
    room = high * evaluator.canvas.unit if high else math.inf
    larger = bool(high) and evaluator.attribute(element, "name-even", context) != "true"
    placed = _name(
        element, evaluator, context, width, room, most, INSTEAD_WAYS if larger else EVEN_WAYS, larger=larger, small=True
    )
    layout = replace(evaluator.layout(element, context, shrink=1.0), max_width=placed.layout.max_width)
    return replace(placed, layout=layout)


def _name(
    element: TemplateElement,
    evaluator: Evaluator,
    context: TemplateContext,
    width: float,
    height: float,
    most: int,
    ways: Ways = (),
    *,
    larger: bool = True,
    small: bool = False,
) -> Frame:
    """The name as large as it is good in that room, on that many lines at most; `ways` are larger ones to try first.

    Where the room is limited, short names are `larger`, and one that does not fit is as `small` as can be read;
    `name-size` is the usual size where it is not that of a label.
    """
    meta, fonts = evaluator.meta(element, context), evaluator.look.fonts
    name = clean(evaluator.look.organization).strip()
    k = evaluator.number(element, "scale", context) or 1.0
    style = evaluator.look.styles.style(evaluator.canvas.scale, "label")
    usual = evaluator.number(element, "name-size", context) or style.size * min(1.0, max(k, 0.9))
    full = max(usual * evaluator.canvas.unit, style.floor)
    smaller = min(1.0, evaluator.number(element, "size", context) or 1.0)
    floor = evaluator.look.styles.scales[evaluator.canvas.scale].get("foot", style).floor
    ways = [*ways, (2, 1.0), (2, 0.88), *((lines, 0.85) for lines in range(3, most + 1)), (most, 0.62)]
    room = height / style.leading
    if larger and math.isfinite(height):
        short = [] if (1, SHORT_NAME) in ways else [(1, SHORT_NAME)]
        ways = [*([(1, INITIALS)] if len(name) <= MOST_INITIALS else []), *short, *ways]
    color = "primary-text" if context.ground.startswith("surface") else "on"
    align: Align = "center" if evaluator.attribute(element, "center", context) == "true" else "left"
    wrap: Wrap = "balance" if is_for_office(style.face) else "sense"
    leaf = TextLeaf(
        text=name, style=style, face=face_of_weight(style, "700"), size=full, leading=style.leading, min_scale=1.0,
        color=evaluator.color(color, context), max_lines=most, align=align, wrap=wrap, tag="P", field="org",
        fallback_safe=evaluator.fallback_safe, sources=("org",),
    )  # fmt: skip
    sizes = [(lines, max(floor, min(share * full, room / lines))) for lines, share in ways]
    found = _name_lines(leaf, sizes, width, room, fonts)
    if found is None and small:
        more = range(1, most + MORE_LINES + 1)
        least = [(lines, floor * share) for share in SMALL_NAMES for lines in more if lines * floor * share <= room]
        found = _name_lines(leaf, least, width * SMALL_WIDTH, room, fonts)
    lines, size, width = found or (*sizes[-1], width)
    less = max(min(1.0, floor / size), smaller)
    leaf, width = replace(leaf, size=size * less, max_lines=lines), width * less
    return Frame(Layout(max_width=width, shrink=1.0), meta=replace(meta, tag="P"), leaf=leaf)


def _name_lines(
    leaf: TextLeaf, sizes: Sequence[tuple[int, float]], width: float, room: float, fonts: FontBook
) -> tuple[int, float, float] | None:
    """Lines, size and width for a name: as large as it fits, yet smaller or narrower where that breaks it better.

    Without a height of its own (`room`) it gets no taller by that. None where it does not fit.
    """
    found: list[tuple[int, int, tuple[int, float, float]]] = []
    for order, (lines, size) in enumerate(sizes):
        if found and size < SMALLER_NAME * found[0][2][1]:
            break
        for measure in (width * share for share in NAME_MEASURES):
            setting = TextSetting(leaf.face, size, leaf.style.tracking * size, leaf.wrap, leaf.fallback_safe)
            done = flow(leaf.text, measure, setting, fonts)
            if leaf.fallback_safe and (done.rows > lines or done.overfull):
                done = flow(leaf.text, measure, replace(setting, bound=False), fonts)
            high = done.rows * size
            if done.rows <= lines and not done.overfull and high <= room + 0.01:
                room = high if math.isinf(room) else room
                found.append((_stumbles(done), order, (lines, size, measure)))
    return min(found, key=lambda way: way[:2])[2] if found else None


def _stumbles(name: Flow) -> int:
    """A penalty for lines that end in "of" or "the", for lone short words, and for many lines."""
    rows = zip(name.lines, name.widths, strict=True)
    lone = sum(" " not in line and wide < name.width / 2 for line, wide in rows)
    return 4 * sum(ends_open(line) for line in name.lines[:-1]) + 2 * lone + max(0, len(name.lines) - 3)
