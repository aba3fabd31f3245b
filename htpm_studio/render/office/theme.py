"""The theme of an Office file, and colors and fonts that refer to it."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import field, replace

from htpm_studio.frozen import dataclass
from htpm_studio.render.office.xml import NAMESPACES, Element, node
from htpm_studio.scene.nodes import Color, OfficeTheme, TextStyle

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_PLAIN = (
    "1B1B1B",
    "FFFFFF",
    "1F3A4D",
    "F1F3F4",
    "24607A",
    "E0A030",
    "7FA8B8",
    "8A6FA8",
    "4C6B7A",
    "D5E3E8",
    "24607A",
    "5A6B73",
)
_PANOSE = {"Georgia": "02040502050405020303", "Arial": "020B0604020202020204"}
"""The class of a face (PANOSE), by which Office replaces a missing one."""

_SCRIPT_FONTS = (
    ("Jpan", "Yu Gothic"), ("Hang", "Malgun Gothic"), ("Hans", "Microsoft YaHei"), ("Hant", "Microsoft JhengHei"),
    ("Arab", "Arial"), ("Hebr", "Arial"), ("Thai", "Leelawadee UI"), ("Ethi", "Ebrima"), ("Beng", "Nirmala UI"),
    ("Gujr", "Nirmala UI"), ("Khmr", "Leelawadee UI"), ("Guru", "Nirmala UI"), ("Deva", "Nirmala UI"),
    ("Telu", "Nirmala UI"), ("Taml", "Nirmala UI"), ("Laoo", "Leelawadee UI"), ("Mymr", "Myanmar Text"),
    ("Geor", "Segoe UI"), ("Armn", "Segoe UI"),
)  # fmt: skip
"""The faces for other scripts, all from Windows; other systems replace them by their own."""

COLOR_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"} | {slot: slot for slot in SLOTS[4:]}
"""The color map of the master, between slide and theme: a slide says tx1 for dk1 (ISO 29500-1, 19.3.1.6)."""


@dataclass(frozen=True, slots=True)
class ThemeRefs:
    """Turns colors and faces of a scene into references to the theme where it has them.

    `named` is the color map of the sheet: the slot that each name means; `maps` are those of grounds.
    """

    slots: dict[str, str]
    colors: dict[str, str]
    fonts: tuple[str, str]
    maps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=lambda: COLOR_MAP)

    def on(self, ground: Color) -> ThemeRefs:
        """The references of a sheet with that ground."""
        return replace(self, named=self.maps.get(ground.hex, COLOR_MAP))

    def color(self, color: Color) -> Element:
        """The theme color that the role follows, or a tint or shade of it; the color itself where no slot is known."""
        slot = self.slots.get(color.role, "")
        hex6 = color.hex.lstrip("#").upper()
        alpha = node("a:alpha", val=round(color.alpha * 100_000)) if color.alpha < 1 else None
        if slot in self.colors:
            name = self._name(slot)
            return node("a:schemeClr", changes(self.colors[self.named.get(name, name)], hex6), alpha, val=name)
        return node("a:srgbClr", alpha, val=hex6)

    def _name(self, slot: str) -> str:
        """What a sheet calls a slot; for one that it has no name for, what it calls the accent that is most like it."""
        names = [name for name, meant in self.named.items() if meant == slot]
        if names or not slot.startswith("accent"):
            return names[0] if names else slot
        accents = [name for name, meant in self.named.items() if meant.startswith("accent")]
        return min(accents, key=lambda name: _gap(self.colors[self.named[name]], self.colors[slot]), default="tx1")

    def solid(self, color: Color) -> Element:
        """A solid fill."""
        return node("a:solidFill", self.color(color))

    def typeface(self, style: TextStyle) -> str:
        """A reference to the theme's font where that is the face's family, otherwise the family."""
        names = {"major": "+mj-lt", "minor": "+mn-lt"}
        own = dict(zip(names, self.fonts, strict=True))
        kinds = (style.theme_font, *names)
        return next((names[kind] for kind in kinds if own[kind] == style.face.family), style.face.family)


def _gap(first: str, second: str) -> int:
    return sum(abs(int(first[at : at + 2], 16) - int(second[at : at + 2], 16)) for at in (0, 2, 4))


_NO_HUE = 0.004
_SAME_HUE = 0.5 / 360


def changes(base: str, wanted: str) -> list[Element]:
    """The changes of hue, saturation and lightness that turn one color into another (ISO 29500-1, 20.1.2.3).

    A lighter color is the share of white that it has more, a darker one the share of light that is left, as PowerPoint
    makes the tints and shades of its palette, so that each is still lighter or darker in another theme.
    """
    if base == wanted:
        return []
    (hue, light, full), (hue2, light2, full2) = _hls(base), _hls(wanted)
    found: list[tuple[str, float]] = []
    turn = (hue2 - hue + 0.5) % 1 - 0.5 if min(full, full2) > _NO_HUE else (hue2 if full <= _NO_HUE < full2 else 0.0)
    if abs(turn) > _SAME_HUE:
        found.append(("hueOff", turn * 360 * 0.6))
    if full > _NO_HUE:
        found.append(("satMod", full2 / full))
    elif full2 > _NO_HUE:
        found.append(("satOff", full2))
    if light2 <= light:
        found.append(("lumMod", light2 / light if light else 1.0))
    else:
        part = (1 - light2) / (1 - light)
        found += [("lumMod", part), ("lumOff", 1 - part)]
    return [node(f"a:{name}", val=round(value * 100_000)) for name, value in found if (name, value) != ("satMod", 1.0)]


def _hls(hex6: str) -> tuple[float, float, float]:
    red, green, blue = (int(hex6[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)


def theme_refs(theme: OfficeTheme) -> ThemeRefs:
    """How the colors and fonts of a scene are found in a theme."""
    maps = {ground: dict(named) for ground, named in theme.maps}
    return ThemeRefs(dict(theme.roles), _colors(theme), (theme.heading_font, theme.body_font), maps)


def theme_xml(theme: OfficeTheme) -> Element:
    """The theme part: twelve colors, two fonts, and flat fills, lines and effects."""
    colors = _colors(theme)
    scheme = [node(f"a:{slot}", node("a:srgbClr", val=colors[slot])) for slot in SLOTS]
    fonts = [_font("a:majorFont", theme.heading_font, theme), _font("a:minorFont", theme.body_font, theme)]
    elements = node(
        "a:themeElements",
        node("a:clrScheme", scheme, name=theme.name),
        node("a:fontScheme", fonts, name=theme.name),
        _formats(theme.name),
    )
    return node(
        "a:theme",
        elements,
        node("a:objectDefaults"),
        node("a:extraClrSchemeLst"),
        **{"xmlns:a": NAMESPACES["a"]},
        name=theme.name,
    )


def _colors(theme: OfficeTheme) -> dict[str, str]:
    given = {slot: value.lstrip("#").upper() for slot, value in theme.colors}
    return {slot: given.get(slot, plain) for slot, plain in zip(SLOTS, _PLAIN, strict=True)}


def _font(tag: str, family: str, theme: OfficeTheme) -> Element:
    return node(
        tag,
        node("a:latin", typeface=family, panose=dict(theme.kinds).get(family) or _PANOSE.get(family)),
        node("a:ea", typeface=""),
        node("a:cs", typeface=""),
        (node("a:font", script=script, typeface=face) for script, face in _SCRIPT_FONTS),
    )


def _formats(name: str) -> Element:
    def fill() -> Element:
        return node("a:solidFill", node("a:schemeClr", val="phClr"))

    def line(width: int) -> Element:
        return node("a:ln", fill(), node("a:prstDash", val="solid"), w=width, cap="flat", cmpd="sng", algn="ctr")

    def effect() -> Element:
        return node("a:effectStyle", node("a:effectLst"))

    return node(
        "a:fmtScheme",
        node("a:fillStyleLst", [fill() for _ in range(3)]),
        node("a:lnStyleLst", [line(width) for width in (9525, 19050, 28575)]),
        node("a:effectStyleLst", [effect() for _ in range(3)]),
        node("a:bgFillStyleLst", [fill() for _ in range(3)]),
        name=name,
    )
