"""The colors of an Office theme, from the roles of a palette."""

from __future__ import annotations

from htpm_studio.project.oklch import luminance
from htpm_studio.project.palette import Palette

__all__ = ["SLOTS", "theme_roles", "theme_slots"]

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
    ("accent6", "tint-2"),
    ("hlink", "primary-text"),
    ("folHlink", "ink-muted"),
)
"""The color slots of an Office theme in their order, each with the role that fills it."""

LIGHT_GROUNDS = {"dk2": "accent-on-deep", "lt2": "deep", "accent1": "dark", "accent3": "panel"}
BRIGHT_GROUNDS = {"dk2": "panel", "accent1": "deep", "accent3": "deep-3", "accent5": "panel-3"}


def theme_slots(palette: Palette) -> tuple[tuple[str, str], ...]:
    """The colors of an Office theme: dk1, lt1 … folHlink, each with its "#RRGGBB"."""
    return tuple((slot, palette[role]) for slot, role in _slots(palette))


def _slots(palette: Palette) -> tuple[tuple[str, str], ...]:
    """The slots of a palette: what PowerPoint calls dark stays dark, and its first accent is the brand's color."""
    other: dict[str, str] = {}
    if luminance(palette["deep"]) > luminance(palette["on-deep"]):
        other = LIGHT_GROUNDS
    elif palette["deep"] != palette["dark"]:
        other = BRIGHT_GROUNDS
    return tuple((slot, other.get(slot, role)) for slot, role in SLOTS)


def theme_roles(palette: Palette) -> tuple[tuple[str, str], ...]:
    """Each role that an Office theme can carry, with its slot.

    A role without a slot of its own uses one that holds the very same color, if there is one.
    """
    own = {role: slot for slot, role in _slots(palette)}
    by_color: dict[str, str] = {}
    for slot, color in theme_slots(palette):
        by_color.setdefault(color, slot)
    slots = ((role, own.get(role) or by_color.get(color)) for role, color in palette.items())
    return tuple((role, slot) for role, slot in slots if slot)
