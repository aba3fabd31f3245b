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

SEEN = 3.0
"""The contrast of a line or bar of a chart with its ground (WCAG 2.2, 1.4.11)."""

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

    The six accents can be told from each other and from the light ground, because charts take them in turn.
    """
    found = {slot: palette[role] for slot, role in _slots(palette)}
    taken: list[str] = []
    for slot, color in tuple(found.items()):
        if slot.startswith("accent"):
            found[slot] = _accent(color, found["lt1"], taken)
            taken.append(found[slot])
    return tuple(found.items())


def _accent(wanted: str, ground: str, taken: list[str]) -> str:
    """The color itself, darker where it would fade, or one of another hue where it is too near another accent."""
    color = push(wanted, ground, SEEN)
    _, chroma, hue = lch_of(taken[0] if taken else color)
    others = (
        push(color_of(lightness, max(chroma, _CHROMA), hue + turn), ground, SEEN)
        for lightness in _LIGHTS
        for turn in _TURNS
    )
    trials = (color, *others)
    return next((trial for trial in trials if all(distance(trial, other) >= APART for other in taken)), color)


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
