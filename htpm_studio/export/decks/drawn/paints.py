"""Colors, gradients and pictures of a foreign theme as the scene paints them."""

from __future__ import annotations

import colorsys
import math
import re
from functools import lru_cache
from typing import Any

from htpm_studio.errors import InputError
from htpm_studio.frozen import dataclass
from htpm_studio.project.pictures import shown_picture
from htpm_studio.render.pptx.deck_template.geometry import A, whole
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, P, R, parse
from htpm_studio.scene.nodes import Color, ColorStop, Crop, LinearGradient, Paint, PictureSource

FULL = 100_000
STYLE_GROUNDS = 1001
"""From which number on a style is one of a ground (ISO 29500-1, 19.3.1.3)."""

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "dkGray": "A9A9A9", "ltGray": "D3D3D3", "orange": "FFA500", "navy": "000080", "teal": "008080",
}  # fmt: skip
"""The usual ones of the colors that have names (ISO 29500-1, 20.1.10.47)."""

_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Radial:
    """A gradient from a point (shares of the box) to the edges, the inner color first."""

    center: tuple[float, float]
    stops: tuple[ColorStop, ...]


@dataclass(frozen=True, slots=True)
class PictureFill:
    """A picture that fills a shape, cut or, with less than nothing, set in on each side."""

    source: PictureSource
    crop: Crop


Fill = Paint | Radial | PictureFill


def tree_of(deck_template: DeckTemplate, member: str) -> Any:
    """The root of a part, read once for each file; it must not be changed."""
    key = (deck_template.digest, member)
    found = _TREES.get(key)
    if found is None:
        if len(_TREES) >= MOST_TREES:
            _TREES.clear()
        found = _TREES[key] = parse(deck_template.name, deck_template.parts[member])
    return found


_TREES: dict[tuple[str, str], Any] = {}
MOST_TREES = 400


class Paints:
    """What the colors and fills of one part are: a master or a layout, with its own map of colors.

    `simplified` says that something was met that is drawn in a plainer way.
    """

    def __init__(self, deck_template: DeckTemplate, member: str) -> None:
        self._deck, self._member = deck_template, member
        self._theme = tree_of(deck_template, deck_template.theme)
        self._map = _color_map(deck_template, member)
        self.simplified = False

    # ---------------------------------------------------------------- colors

    def color(self, node: Any, instead: Color | None = None) -> Color | None:
        """The color of a color element; `instead` stands for the one that a style leaves open."""
        kind, value = str(node.tag).rpartition("}")[2], str(node.get("val", ""))
        found: Color | None = None
        if kind == "schemeClr":
            found = instead if value == "phClr" else self.themed(value)
        elif kind == "sysClr":
            found = _hex(node.get("lastClr", "")) or _hex("FFFFFF" if value == "window" else "000000")
        elif kind == "srgbClr":
            found = _hex(value)
        elif kind == "prstClr":
            found = _hex(_NAMED.get(value, ""))
        elif kind == "scrgbClr":
            found = _color((_gamma(whole(node, one) / FULL) for one in "rgb"), 1.0)
        return None if found is None else _changed(found, node)

    def themed(self, name: str) -> Color | None:
        """A color of the theme by its name, such as "tx1" or "accent2"."""
        node = self._theme.find(f".//{A}clrScheme/{A}{self._map.get(name, name)}")
        return self.color(node[0]) if node is not None and len(node) else None

    def inside(self, node: Any, instead: Color | None = None) -> Color | None:
        """The color that an element such as a solid fill holds."""
        return self.color(node[0], instead) if node is not None and len(node) else None

    # ---------------------------------------------------------------- fills

    def fill(self, holder: Any, instead: Color | None = None, member: str = "") -> tuple[bool, Fill | None]:
        """Whether an element says how it is filled, and with what."""
        for node in holder if holder is not None else ():
            match str(node.tag).rpartition("}")[2]:
                case "noFill":
                    return True, None
                case "solidFill":
                    return True, self.inside(node, instead)
                case "gradFill":
                    return True, self._gradient(node, instead)
                case "blipFill":
                    return True, self.picture(node, member)
                case "pattFill":
                    return True, self._pattern(node, instead)
        return False, None

    def styled(self, reference: Any) -> Fill | None:
        """The fill that a reference to the theme's styles means, with the color that it brings."""
        number, brought = whole(reference, "idx"), self.inside(reference)
        ground = number >= STYLE_GROUNDS
        listed = self._theme.find(f".//{A}{'bgFillStyleLst' if ground else 'fillStyleLst'}")
        at = number - STYLE_GROUNDS if ground else number - 1
        if listed is None or not 0 <= at < len(listed):
            return brought if ground else None
        return self.fill([listed[at]], brought, self._deck.theme)[1]

    def line_style(self, reference: Any) -> Any:
        """The line of the theme that a reference means; None for none."""
        listed = self._theme.find(f".//{A}lnStyleLst")
        at = whole(reference, "idx") - 1
        return listed[at] if listed is not None and 0 <= at < len(listed) else None

    def picture(self, node: Any, member: str = "") -> PictureFill | None:
        """The picture of a blip fill; None for one that cannot be shown here."""
        blip = node.find(f"{A}blip") if node is not None else None
        key = blip.get(f"{R}embed", "") if blip is not None else ""
        target = self._deck.relations.get(member or self._member, {}).get(key, ("", ""))[1]
        data = self._deck.parts.get(target, b"")
        source = _picture(target, data) if data else None
        if source is None or blip is None:
            self.simplified = True
            return None
        self.simplified |= len(blip.findall(f"{A}duotone")) > 0 or node.find(f"{A}tile") is not None
        cut = node.find(f"{A}srcRect")
        left, top, right, bottom = (whole(cut, side) / FULL for side in "ltrb")
        within = node.find(f"{A}stretch/{A}fillRect")
        if within is not None and cut is None:
            # Where a picture runs over the edges of its shape, what is outside is cut.
            wide, high = (1 - (whole(within, a) + whole(within, b)) / FULL for a, b in ("lr", "tb"))
            left, top, right, bottom = (
                max(0.0, -whole(within, side) / FULL / max(0.01, size)) for side, size in zip("ltrb", (wide, high) * 2,
                strict=True)
            )  # fmt: skip
        most = (max(0.0, one) for one in (left, top, right, bottom))
        crop = Crop(*most)
        usable = crop.left + crop.right < 1 and crop.top + crop.bottom < 1
        return PictureFill(source, crop if usable else Crop())

    def _gradient(self, node: Any, instead: Color | None) -> Fill | None:
        stops = [
            ColorStop(min(1.0, max(0.0, whole(stop, "pos") / FULL)), color)
            for stop in node.iterfind(f"{A}gsLst/{A}gs")
            if (color := self.inside(stop, instead)) is not None
        ]
        stops.sort(key=lambda stop: stop.offset)
        if len(stops) < 2:
            return stops[0].color if stops else None
        around = node.find(f"{A}path")
        if around is not None:
            self.simplified |= any(stop.color.alpha < 1 for stop in stops) or around.get("path") != "circle"
            to = around.find(f"{A}fillToRect")
            left, top, right, bottom = (whole(to, side) / FULL for side in "ltrb")
            return Radial(((left + 1 - right) / 2, (top + 1 - bottom) / 2), tuple(stops))
        angle = math.radians(whole(node.find(f"{A}lin"), "ang") / 60_000)
        across, down = math.cos(angle), math.sin(angle)
        # Along the diagonal of a square: the box makes it as long as it must be.
        reach = (abs(across) + abs(down)) / 2
        start, end = (0.5 - across * reach, 0.5 - down * reach), (0.5 + across * reach, 0.5 + down * reach)
        return LinearGradient(start, end, tuple(stops))

    def _pattern(self, node: Any, instead: Color | None) -> Fill | None:
        self.simplified = True
        colors = [self.inside(node.find(f"{A}{name}"), instead) for name in ("fgClr", "bgClr")]
        known = [color for color in colors if color is not None]
        return _mixed(known[0], known[-1]) if known else None


@lru_cache(maxsize=24)
def _picture(name: str, data: bytes) -> PictureSource | None:
    """A picture of the presentation, decoded with the limits of all pictures of others."""
    try:
        return shown_picture(name, data)
    except InputError:
        return None


def _color_map(deck_template: DeckTemplate, member: str) -> dict[str, str]:
    found = dict(_USUAL_MAP)
    for tree in (tree_of(deck_template, deck_template.master), tree_of(deck_template, member)):
        for node in (tree.find(f"{P}clrMap"), tree.find(f"{P}clrMapOvr/{A}overrideClrMapping")):
            found.update({str(key): str(value) for key, value in node.attrib.items()} if node is not None else {})
    return found


# ------------------------------------------------------------------ arithmetic


def _hex(text: str) -> Color | None:
    return Color(f"#{text.upper()}") if _HEX.fullmatch(text) else None


def _color(parts: Any, alpha: float) -> Color:
    return Color("#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02X}" for part in parts), alpha=alpha)


def _mixed(first: Color, second: Color) -> Color:
    return _color(((a + b) / 510 for a, b in zip(first.rgb, second.rgb, strict=True)), first.alpha)


def between(stops: tuple[ColorStop, ...], place: float) -> Color:
    """The color at a place along a gradient."""
    before = next((stop for stop in reversed(stops) if stop.offset <= place), stops[0])
    after = next((stop for stop in stops if stop.offset >= place), stops[-1])
    span = after.offset - before.offset
    part = (place - before.offset) / span if span > 0 else 0.0
    parts = ((a + (b - a) * part) / 255 for a, b in zip(before.color.rgb, after.color.rgb, strict=True))
    return _color(parts, before.color.alpha + (after.color.alpha - before.color.alpha) * part)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * min(1.0, part) ** (1 / 2.4) - 0.055


def _changed(color: Color, node: Any) -> Color:
    """The color after the changes that its element lists, in their order (ISO 29500-1, 20.1.2.3)."""
    red, green, blue = (part / 255 for part in color.rgb)
    alpha = color.alpha
    for change in node:
        kind, share = str(change.tag).rpartition("}")[2], whole(change, "val", FULL) / FULL
        hue, light, full = colorsys.rgb_to_hls(red, green, blue)
        if kind in ("lumMod", "lumOff"):
            light = light * share if kind == "lumMod" else light + share
            red, green, blue = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), full)
        elif kind in ("satMod", "satOff"):
            full = full * share if kind == "satMod" else full + share
            red, green, blue = colorsys.hls_to_rgb(hue, light, min(1.0, max(0.0, full)))
        elif kind == "shade":
            red, green, blue = (_gamma(_linear(part) * share) for part in (red, green, blue))
        elif kind == "tint":
            red, green, blue = (_gamma(_linear(part) * share + 1 - share) for part in (red, green, blue))
        elif kind in ("alpha", "alphaMod"):
            alpha = min(1.0, max(0.0, share if kind == "alpha" else alpha * share))
    return _color((red, green, blue), alpha)
