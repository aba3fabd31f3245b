"""The leaves of a template: text, picture, icon, drawing and QR code; logos are in a module of their own."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, cast, get_args

from htpm_studio.compose.context import TemplateContext
from htpm_studio.compose.decorations import BAND, TILES
from htpm_studio.compose.evaluator import Evaluator
from htpm_studio.compose.frames import (
    Decor,
    DrawingLeaf,
    FieldLeaf,
    Frame,
    Layout,
    PictureFrame,
    PictureLeaf,
    PictureRef,
    QrLeaf,
    ScrimLeaf,
    Stroke,
    TextLeaf,
)
from htpm_studio.compose.logos import logo_leaf, partners_leaf
from htpm_studio.compose.patchwork import AS_FIT, CLOTH
from htpm_studio.compose.schema import CELLS, ELEMENTS, slots_of
from htpm_studio.compose.styles import StyleSpec, face_of_weight
from htpm_studio.compose.template import TemplateElement
from htpm_studio.compose.written import written_in
from htpm_studio.errors import msg
from htpm_studio.project.model import BREAK
from htpm_studio.scene.emphasis import emphasized
from htpm_studio.scene.nodes import Align, Anchor, Color, ColorStop, Tag
from htpm_studio.scene.quotes import typographic
from htpm_studio.text.flow import Wrap
from htpm_studio.text.fonts import is_for_office
from htpm_studio.text.headlines import Aim
from htpm_studio.text.shaping import clean

HEAD_MIN, TEXT_MIN = 0.72, 0.85
MANY_LINES, SHORT_TEXT = 99, 4
EMBLEM_SHARE, EMBLEM_SHARE_ROUND = 0.72, 0.6
ICON_SHARE = 0.56
ANCHORS: Mapping[str, Anchor] = {"start": "top", "center": "middle", "end": "bottom"}
SCRIM_START, SCRIM_LEAST = 0.96, 0.95
SCRIM_UNTIL, SCRIM_END = 0.46, 0.74
SCRIM_FADE = ((0.0, 1.0), (0.2, 0.9), (0.5, 0.5), (0.8, 0.1), (1.0, 0.0))  # soft at both ends


def text_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """A text; an empty one takes no room at all, unless its room is given by an anchor."""
    name = evaluator.attribute(element, "style", context) or "body"
    style = evaluator.look.styles.style(evaluator.canvas.scale, name)
    starred = clean(context.fill(element.text).replace("\\n", "\n").replace(BREAK, "\n")).strip()
    words, marked = emphasized(starred) if style.head else (starred, None)
    text = typographic(words, _names(evaluator))
    wrap = evaluator.attribute(element, "wrap", context)
    units = evaluator.number(element, "size", context)
    size = (units * style.fit.size if units is not None else style.size) * evaluator.canvas.unit
    leading = evaluator.number(element, "leading", context)
    given = evaluator.number(element, "min", context)
    least = given if given is not None else (HEAD_MIN if style.head else TEXT_MIN)
    slots = slots_of(element.text)
    lines = evaluator.number(element, "max-lines", context)
    leaf = TextLeaf(
        text=text,
        style=style,
        face=face_of_weight(style, evaluator.attribute(element, "weight", context)),
        size=size,
        leading=leading * style.fit.leading if leading else style.leading,
        min_scale=min(1.0, max(least, style.floor / size)),
        color=evaluator.ink(evaluator.attribute(element, "color", context) or "on", context),
        max_lines=max(1, int(lines)) if lines else MANY_LINES,
        align=cast("Align", evaluator.attribute(element, "align", context) or "left"),
        wrap=cast("Wrap", _wrap(wrap, element, evaluator) or _usual_wrap(style, lines)),
        tag=cast("Tag", evaluator.attribute(element, "tag", context) or "P"),
        field=slots[0] if slots else "",
        underlined=evaluator.canvas.medium == "deck" and "link" in element.attributes,
        fallback_safe=evaluator.fallback_safe_in(element),
        anchor=ANCHORS.get(evaluator.attribute(element, "anchor", context) or ""),
        sources=tuple(source for slot in slots if (source := context.origin(slot))),
        aim=_aim(evaluator.attribute(element, "fill-box", context)),
        stroke=_stroke(element, evaluator, context, marked if len(text) == len(words) else None),
        second=_second(element, evaluator, context),
        group=evaluator.attribute(element, "together", context) or "",
        written=written_in(element.text, context, evaluator.content, evaluator.paths, starred, marked),
    )
    layout = evaluator.layout(element, context, shrink=1.0)
    if context.fixed and evaluator.canvas.medium == "deck":
        leaf = replace(leaf, room=math.inf)  # it is in the layout, so no slide makes it smaller
    elif leaf.anchor and not leaf.aim:
        leaf = replace(leaf, room=layout.height)
    if not text and leaf.anchor:
        return Frame(layout, meta=evaluator.meta(element, context))
    if not text:
        return Frame(Layout(layer=(0.0, None, None, 0.0)), meta=evaluator.meta(element, context))
    return Frame(layout, meta=replace(evaluator.meta(element, context), tag=leaf.tag), leaf=leaf)


def _aim(given: str | None) -> Aim | None:
    return cast("Aim", given) if given in get_args(Aim) else None


def _stroke(
    element: TemplateElement, evaluator: Evaluator, context: TemplateContext, marked: tuple[int, int] | None
) -> Stroke | None:
    color = evaluator.attribute(element, "stroke", context)
    return Stroke(*marked, evaluator.color(color, context)) if marked and color else None


def _second(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Color | None:
    color = evaluator.attribute(element, "second", context)
    return evaluator.ink(color, context) if color else None


def _names(evaluator: Evaluator) -> Iterator[str]:
    """The names that are set as their owners write them."""
    yield evaluator.look.organization
    yield from (partner.name for partner in evaluator.look.partners)


def _wrap(given: str | None, element: TemplateElement, evaluator: Evaluator) -> str | None:
    """How a text breaks: one that Office sets again fills its box, since anything else needs forced breaks there.

    Lists of slides break as Office does, but where nobody sets them again.
    """
    if evaluator.fallback_safe_in(element):
        return given if given in ("none", "greedy") else "full"
    return "pretty" if given == "greedy" and evaluator.canvas.medium == "deck" else given


def _usual_wrap(style: StyleSpec, lines: float | None) -> Wrap:
    """Short texts break at natural places; where Office sets them again at a width, they are balanced."""
    if not style.head and not (lines and lines <= SHORT_TEXT):
        return "pretty"
    return "balance" if is_for_office(style.face) else "sense"


def picture_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """A picture in its frame, or the week's dot drawing in the same frame when there is none."""
    ref = context.lookup(element.attributes.get("of", "picture"))
    frame = cast("PictureFrame", evaluator.attribute(element, "frame", context) or "full")
    radius = evaluator.insets(element, "radius", context)
    radii = (radius.top, radius.right, radius.bottom, radius.left)
    layout, meta = evaluator.layout(element, context), evaluator.meta(element, context)
    if isinstance(ref, PictureRef):
        covered, soft, below = (
            evaluator.number(element, name, context) or 0.0 for name in ("covered", "soft", "below")
        )
        leaf = PictureLeaf(ref, frame, radii, covered=covered, around=context.behind, soft=soft, below=below)
        return Frame(layout, meta=meta, leaf=leaf)
    ground = "tint-1" if context.ground.startswith("surface") else f"{context.ground}-1"
    drawing = DrawingLeaf(
        "emblem", context.ground, evaluator.canvas.unit, evaluator.week, evaluator.seed,
        numbers={"share": EMBLEM_SHARE_ROUND if frame == "dot" else EMBLEM_SHARE},
        words={"frame": frame, "fill": ground, "of": evaluator.attribute(element, "emblem", context) or ""},
    )  # fmt: skip
    return Frame(layout, Decor(radii=radii), replace(meta, decorative=True, slot=""), drawing)


# ------------------------------------------------------------------ drawings


def icon_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """A line icon, bare or inside a dot: decoration beside words, unless it says in `alt` what the words do not."""
    dot = evaluator.length(element, "dot", context)
    size = dot or evaluator.length(element, "size", context) or 3 * evaluator.canvas.unit
    name = evaluator.attribute(element, "of", context) or "info"
    color = evaluator.attribute(element, "color", context) or ("dot-ink" if dot else "accent")
    fill = evaluator.attribute(element, "fill", context) or "dot"
    leaf = DrawingLeaf(
        "icon", context.ground, evaluator.canvas.unit, evaluator.week, 0,
        numbers={"stroke": evaluator.number(element, "stroke", context) or 2.0, "share": ICON_SHARE if dot else 1.0},
        words={"of": name} | ({"frame": "dot", "fill": evaluator.color(fill, context).role} if dot else {}),
        colors=(evaluator.color(color, context).role,),
    )  # fmt: skip
    layout = replace(evaluator.layout(element, context), width=size, height=size)
    meta = evaluator.meta(element, context)
    return Frame(layout, meta=replace(meta, decorative=not meta.alt, name=f"icon {name}"), leaf=leaf)


def drawing_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """A motif: strands, arches, a lattice, an emblem, the week track, the small thread mark.

    Art of another family that fills what is left of a page is a cloth or a band where a family has one: else it leaves
    a hole.
    """
    recipe, look = evaluator.attribute(element, "recipe", context) or "rise", evaluator.look
    foreign = look.drawings is not None and recipe not in look.drawings
    growing = foreign and evaluator.layout(element, context).grow > 0
    stands_in = next((growth for growth in (CLOTH, BAND) if growing and growth in (look.drawings or ())), "")
    recipe = stands_in or ("none" if foreign else recipe)
    keys = [name for name, attribute in ELEMENTS["drawing"].items() if attribute.kind == "number" and name != "seed"]
    numbers: dict[str, float] = {}
    for key in keys:
        value = evaluator.number(element, key, context)
        if value is not None:
            numbers[key] = value
    numbers = {"columns": AS_FIT} if stands_in else numbers
    seed = evaluator.number(element, "seed", context)
    week = int(evaluator.week)
    leaf = DrawingLeaf(
        recipe, context.ground, evaluator.canvas.unit, week, int(seed) if seed is not None else evaluator.seed, numbers,
        _words(element, evaluator, context), _roles(element, evaluator, context),
        flip=evaluator.attribute(element, "flip", context) == "true", tiles=look.tiles if recipe == TILES else (),
    )  # fmt: skip
    meta = replace(evaluator.meta(element, context), decorative=True)
    return Frame(evaluator.layout(element, context), meta=replace(meta, name=meta.name or f"motif {recipe}"), leaf=leaf)


def _words(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Mapping[str, str]:
    words = {name: evaluator.attribute(element, name, context) for name in ("of", *CELLS)}
    return {name: word for name, word in words.items() if word}


def _roles(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> tuple[str, ...]:
    names = (evaluator.attribute(element, "colors", context) or "").split()
    return tuple(evaluator.color(name, context).role for name in names)


def qr_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """A QR code of an address."""
    dark = evaluator.color(evaluator.attribute(element, "color", context) or "ink", context)
    light = evaluator.color(evaluator.attribute(element, "fill", context) or "surface", context)
    address = evaluator.attribute(element, "of", context) or ""
    level: Literal["m", "q"] = "q" if evaluator.attribute(element, "level", context) == "q" else "m"
    alt = evaluator.look.translated(msg("QR code for {address}", address=address))
    meta = replace(evaluator.meta(element, context), name="QR code", alt=alt, tag="Figure")
    return Frame(evaluator.layout(element, context), meta=meta, leaf=QrLeaf(address, dark, light, level))


def field_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """A line to type into, or a place to mark; it is as high as its box."""
    style = evaluator.look.styles.style(
        evaluator.canvas.scale, evaluator.attribute(element, "style", context) or "body"
    )
    size = (evaluator.number(element, "size", context) or style.size) * evaluator.canvas.unit
    align = cast("Align", evaluator.attribute(element, "align", context) or "left")
    label = clean(evaluator.attribute(element, "label", context) or "")
    choice = clean(evaluator.attribute(element, "choice", context) or "")
    leaf = FieldLeaf(label, style, size, evaluator.color("on", context), align, choice)
    return Frame(evaluator.layout(element, context), meta=evaluator.meta(element, context), leaf=leaf)


def scrim_leaf(element: TemplateElement, evaluator: Evaluator, context: TemplateContext) -> Frame:
    """The dark part over a picture: dense where text is (up to the share `until`), gone at the share `end`."""
    name = evaluator.attribute(element, "color", context) or "deep"
    until = evaluator.number(element, "until", context) or SCRIM_UNTIL
    end = evaluator.number(element, "end", context) or SCRIM_END
    dense = max(SCRIM_LEAST, evaluator.look.palette.scrim_alpha)
    fade = [(until + (end - until) * place, dense * left) for place, left in SCRIM_FADE]
    alphas = [(0.0, max(SCRIM_START, dense)), *fade]
    stops = tuple(ColorStop(offset, evaluator.color(name, context, alpha=alpha)) for offset, alpha in alphas)
    meta = replace(evaluator.meta(element, context), decorative=True)
    return Frame(evaluator.layout(element, context), meta=meta, leaf=ScrimLeaf(stops))


LEAVES: Mapping[str, Callable[[TemplateElement, Evaluator, TemplateContext], Frame]] = {
    "text": text_leaf,
    "picture": picture_leaf,
    "logo": logo_leaf,
    "partners": partners_leaf,
    "icon": icon_leaf,
    "drawing": drawing_leaf,
    "qr": qr_leaf,
    "field": field_leaf,
    "scrim": scrim_leaf,
}
