"""How the words of a foreign placeholder or shape look: what it says itself, and what it inherits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from htpm_studio.export.decks.drawn.paints import Paints, tree_of
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.geometry import TITLES, USUAL_SIZE, A, P, PlaceholderPlace, whole
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout
from htpm_studio.scene.nodes import Align, Anchor, Color, LinearGradient
from htpm_studio.units import EMU_PER_POINT

INK, BULLET = Color("#000000"), "\u2022"
_ALIGN: dict[str, Align] = {"ctr": "center", "r": "right"}
_ANCHOR: dict[str, Anchor] = {"ctr": "middle", "b": "bottom"}
SHARE_ABOVE = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
"""How much of the room that a text leaves is above it."""

_SIGNS = {"§": "\u25aa", "ü": "\u2713", "Ø": "\u27a4", "v": "\u2756", "q": "\u2751", "à": "\u2192", "n": "\u25a0"}
"""What some letters of the fonts Wingdings and Symbol show."""


@dataclass(frozen=True, slots=True)
class TextLook:
    """A text before it is measured: sizes, indents and insets (left, top, right, bottom) in points.

    `bullet` is "" where the design has none, and "1" where it counts. `first` is where the bullet is, `indent` where
    the words begin.
    """

    size: float
    family: str
    color: Color
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    tracking: float = 0.0
    align: Align = "left"
    anchor: Anchor = "top"
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    pitch: float = 1.0
    gap: float = 0.0
    bullet: str = ""
    bullet_color: Color | None = None
    bullet_family: str = ""
    first: float = 0.0
    indent: float = 0.0
    wraps: bool = True
    highlight: Color | None = None


def look_of_place(
    deck_template: DeckTemplate, layout: TemplateLayout, place: PlaceholderPlace, shapes: Sequence[Any]
) -> TextLook:
    """The look of a placeholder of a layout, whose shapes in it and in the master are these."""
    master = tree_of(deck_template, deck_template.master)
    heads = place.kind in TITLES
    name = "titleStyle" if heads else "otherStyle" if place.kind in ("dt", "ftr", "sldNum") else "bodyStyle"
    styles = [shape.find(f"{P}txBody/{A}lstStyle") for shape in shapes if shape is not None]
    styles.append(master.find(f"{P}txStyles/{P}{name}"))
    bodies = [shape.find(f"{P}txBody/{A}bodyPr") for shape in shapes if shape is not None]
    levels = [style.find(f"{A}lvl1pPr") for style in styles if style is not None]
    found = _look(deck_template, Paints(deck_template, layout.member), levels, [], bodies, heads=heads)
    left, top, right, bottom = (side / EMU_PER_POINT for side in place.insets)
    return TextLook(
        place.size, found.family, found.color, place.bold, found.italic, found.capitals, found.tracking, found.align,
        found.anchor, (left, top, right, bottom), place.pitch, place.gap, found.bullet if place.bulleted else "",
        found.bullet_color, found.bullet_family, found.first, place.indent / EMU_PER_POINT, highlight=found.highlight,
    )  # fmt: skip


def look_of_words(deck_template: DeckTemplate, paints: Paints, shape: Any, paragraph: Any) -> TextLook:
    """The look of a paragraph of a shape that is no placeholder: that of its first words."""
    body = shape.find(f"{P}txBody")
    master = tree_of(deck_template, deck_template.master)
    own = paragraph.find(f"{A}pPr")
    number = min(9, whole(own, "lvl") + 1)
    styles = [body.find(f"{A}lstStyle"), master.find(f"{P}txStyles/{P}otherStyle")]
    levels = [own, *(style.find(f"{A}lvl{number}pPr") for style in styles if style is not None)]
    runs = [next((run for run in paragraph.iterfind(f".//{A}rPr")), None)]
    brought = shape.find(f"{P}style/{A}fontRef")
    return _look(deck_template, paints, levels, runs, [body.find(f"{A}bodyPr")], brought=brought)


def _look(
    deck_template: DeckTemplate, paints: Paints, levels: Sequence[Any], runs: Sequence[Any], bodies: Sequence[Any], *,
    heads: bool = False, brought: Any = None,
) -> TextLook:  # fmt: skip
    chain = [level for level in levels if level is not None]
    runs = [*runs, *(level.find(f"{A}defRPr") for level in chain)]
    marks = [run for run in runs if run is not None]
    fills = [fill for run in marks if (said := paints.fill(run))[0] and (fill := said[1]) is not None]
    color = next((fill for fill in fills if isinstance(fill, Color)), None)
    shaded = next((fill for fill in fills if isinstance(fill, LinearGradient)), None)
    color = color or (shaded.stops[0].color if shaded is not None else paints.inside(brought))
    face = next((found for run in marks if (found := run.find(f"{A}latin")) is not None), None)
    name = face.get("typeface", "") if face is not None else "+mj-lt" if heads else "+mn-lt"
    family = deck_template.fonts[0 if name == "+mj-lt" else 1] if name[:1] in ("+", "") else name
    inside = [body for body in bodies if body is not None]
    insets = [_of(inside, side, usual) for side, usual in (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440),
              ("bIns", 45_720))]  # fmt: skip
    pitch = next((found for level in chain if (found := level.find(f"{A}lnSpc/{A}spcPct")) is not None), None)
    indent = _of(chain, "marL", 0)
    return TextLook(
        size=_of(marks, "sz", round(USUAL_SIZE * 100), 100),
        family=str(family)[:80],
        color=color or paints.themed("tx1") or INK,
        bold=_said(marks, "b") in ("1", "true"),
        italic=_said(marks, "i") in ("1", "true"),
        capitals=_said(marks, "cap") == "all",
        tracking=_of(marks, "spc", 0, 100),
        align=_ALIGN.get(_said(chain, "algn"), "left"),
        anchor=_ANCHOR.get(_said(inside, "anchor"), "top"),
        insets=(insets[0], insets[1], insets[2], insets[3]),
        pitch=min(3.0, max(0.5, whole(pitch, "val", 100_000) / 100_000)),
        bullet=_bullet(chain),
        bullet_color=next(
            (paints.inside(found) for level in chain if (found := level.find(f"{A}buClr")) is not None), None
        ),
        bullet_family="" if _of_signs(chain) else _bullet_font(chain),
        first=max(0.0, indent + _of(chain, "indent", 0)),
        indent=max(0.0, indent),
        wraps=_said(inside, "wrap") != "none",
        highlight=next((paints.inside(lit) for run in marks if (lit := run.find(f"{A}highlight")) is not None), None),
    )


def _said(nodes: Sequence[Any], key: str) -> str:
    return next((str(node.get(key)) for node in nodes if node.get(key) is not None), "")


def _of(nodes: Sequence[Any], key: str, usual: int, unit: int = EMU_PER_POINT) -> float:
    node = next((node for node in nodes if node.get(key) is not None), None)
    return whole(node, key, usual) / unit if node is not None else usual / unit


def _bullet(chain: Sequence[Any]) -> str:
    for level in chain:
        if level.find(f"{A}buNone") is not None:
            return ""
        if level.find(f"{A}buAutoNum") is not None:
            return "1"
        sign = level.find(f"{A}buChar")
        if sign is None and level.find(f"{A}buBlip") is None:
            continue
        char = sign.get("char", "")[:1] if sign is not None else ""
        return _SIGNS.get(char, BULLET) if _of_signs(chain) else char or BULLET
    return ""


def _bullet_font(chain: Sequence[Any]) -> str:
    return next((str(found.get("typeface", "")) for one in chain if (found := one.find(f"{A}buFont")) is not None), "")


def _of_signs(chain: Sequence[Any]) -> bool:
    return _bullet_font(chain).lower().startswith(("wingdings", "symbol", "webdings"))
