"""The colors of an Office theme, from the roles of a palette."""

from __future__ import annotations

from htpm_studio.project.oklch import color_of, contrast, distance, lch_of, luminance, push
from htpm_studio.project.palette import Palette

SLOTS = (
    ("dk1", "ink"),
    ("lt1", "surface"),
    ("dk2", "deep"),
    ("lt2", "surface-alt"),
    ("accent1", "panel"),
    ("accent2", "accent-fill"),
    ("accent3", "panel-3"),
    ("accent4", "il-secondary"),
    ("accent5", "deep-3"),
    ("accent6", "il-sun"),
    ("hlink", "primary-text"),
    ("folHlink", "ink-muted"),
)
"""The color slots of an Office theme in their order, each with the role that its color comes from."""

LIGHT_GROUNDS = {"dk2": "accent-on-deep", "lt2": "deep", "accent1": "dark", "accent3": "panel"}
BRIGHT_GROUNDS = {"dk2": "panel", "accent1": "deep", "accent3": "deep-3", "accent5": "panel-3"}

SEEN, READ = 3.0, 4.5
"""The contrast of a line or bar of a chart, and of a text, with its ground (WCAG 2.2, 1.4.11 and 1.4.3)."""

SPARE = 1.05
"""So much more contrast an accent has: Office says a ground by the lightness of another color, in steps."""

GROUNDS = ("surface", "surface-alt", "tint-1", "tint-2", "deep", "panel", "dark")
"""The roles that slides have as their grounds."""

_LIGHT = 0.5
"""The luminance from which a ground has the accents of the theme; one that is darker has a color map of its own."""

_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_LETTERS = (("dk1", "dk2"), ("lt1", "lt2"))

APART = 0.11
"""How far two colors of a chart are from each other in OKLab."""

_TURNS = (0.0, 150.0, -90.0, 60.0, -150.0, 105.0, -45.0, 180.0, 30.0)
_LIGHTS = (0.55, 0.42, 0.62, 0.34)
_CHROMA = 0.11

_FAMILIES = (
    ("accent2", ("accent", "thread", "dot", "date", "il-accent", "il-sun", "cloth-d")),
    ("accent1", ("panel", "tint", "brand", "il-")),
    ("dk2", ("deep", "dark", "scrim")),
    ("lt2", ("surface-alt", "line")),
    ("folHlink", ("ink-muted",)),
    ("hlink", ("primary-text",)),
    ("dk1", ("ink",)),
    ("lt1", ("surface",)),
)
"""Which slot a role follows that has no slot of its own, by how its name begins."""

_OTHERS = "accent1"
"""The slot of roles that have none: those that only some design families use."""


def theme_slots(palette: Palette) -> tuple[tuple[str, str], ...]:
    """The colors of an Office theme: dk1, lt1 … folHlink, each with its "#RRGGBB".

    The six accents can be told from each other and from all light grounds, because charts take them in turn, and those
    after the first from the dark ones as well.
    """
    found = {slot: palette[role] for slot, role in _slots(palette)}
    grounds = sorted(dict.fromkeys(palette[role] for role in GROUNDS), key=luminance)
    light = next(ground for ground in grounds if luminance(ground) >= _LIGHT)
    taken: list[str] = []
    for slot in _ACCENTS:
        found[slot] = _accent(found[slot], light, palette["dark"], taken)
        taken.append(found[slot])
    return tuple(found.items())


def _accent(wanted: str, light: str, dark: str, taken: list[str]) -> str:
    """The color itself, darker where it would fade, or one of another hue where it is too near another accent."""
    first = push(wanted, light, SEEN * SPARE)
    _, chroma, hue = lch_of(taken[0] if taken else first)
    turned = (color_of(lightness, max(chroma, _CHROMA), hue + turn) for lightness in _LIGHTS for turn in _TURNS)
    darker = [first, *(push(color, light, SEEN * SPARE) for color in turned)]
    apart = [color for color in darker if all(distance(color, other) >= APART for other in taken)]
    if not taken or not apart:
        return first
    on_both = (push(color, dark, SEEN * SPARE) for color in apart)
    seen = (color for color in on_both if contrast(color, light) >= SEEN * SPARE)
    return next((color for color in seen if all(distance(color, other) >= APART for other in taken)), apart[0])


def color_maps(palette: Palette) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The grounds on which a slide needs a color map of its own, each with the slot that every name there means.

    A text, a chart or a table that somebody adds can then be read: its letters are in the color of letters on that
    ground, and an accent that would not be seen is the next one that is, else the color of letters.
    """
    slots, grounds = dict(theme_slots(palette)), dict.fromkeys(palette[role] for role in GROUNDS)
    return tuple((ground, _color_map(ground, slots)) for ground in grounds if luminance(ground) < _LIGHT)


def _color_map(ground: str, slots: dict[str, str]) -> tuple[tuple[str, str], ...]:
    first, second = max(_LETTERS, key=lambda pair: contrast(slots[pair[0]], ground))
    below = [slot for slot, color in slots.items() if contrast(slots[first], color) >= READ]
    own = min(below, key=lambda slot: distance(slots[slot], ground))
    read = min(contrast(slots[second], on) for on in (ground, slots[own])) >= READ
    letters = (first, second) if read else (first,)
    seen = [slot for slot in _ACCENTS if contrast(slots[slot], ground) >= SEEN]
    charts = (*seen, *letters * len(_ACCENTS))[: len(_ACCENTS)]
    other = next((slot for slot in ("accent1", "accent2", "dk2") if slot not in (own, *charts)), "dk1")
    named = {"bg1": own, "tx1": first, "bg2": other, "tx2": letters[-1], **dict(zip(_ACCENTS, charts, strict=True))}
    links = {slot: slot if contrast(slots[slot], ground) >= READ else first for slot in ("hlink", "folHlink")}
    return tuple((named | links).items())


def _slots(palette: Palette) -> tuple[tuple[str, str], ...]:
    """The slots of a palette: what PowerPoint calls dark stays dark, and its first accent is the brand's color."""
    other: dict[str, str] = {}
    if luminance(palette["deep"]) > luminance(palette["on-deep"]):
        other = LIGHT_GROUNDS
    elif palette["deep"] != palette["dark"]:
        other = BRIGHT_GROUNDS
    return tuple((slot, other.get(slot, role)) for slot, role in SLOTS)


def theme_roles(palette: Palette) -> tuple[tuple[str, str], ...]:
    """Each role of a palette with the slot of an Office theme that it follows.

    It is its own slot or one that holds the very same color; any other role is a tint or shade of the slot of its
    family, so that a changed theme changes all of them.
    """
    slots = dict(theme_slots(palette))
    own = {role: slot for slot, role in _slots(palette)}
    by_color: dict[str, str] = {}
    for slot, color in slots.items():
        by_color.setdefault(color, slot)
    return tuple((role, _slot(role, color, slots, own, by_color)) for role, color in palette.items())


def _slot(role: str, color: str, slots: dict[str, str], own: dict[str, str], by_color: dict[str, str]) -> str:
    if slots.get(own.get(role, "")) == color:
        return own[role]
    if color in by_color:
        return by_color[color]
    if not (role.startswith("on-") or "-ink" in role):
        return next((family for family, begins in _FAMILIES if role.startswith(begins)), _OTHERS)
    return max(("dk1", "lt1"), key=lambda slot: -contrast(slots[slot], color))
