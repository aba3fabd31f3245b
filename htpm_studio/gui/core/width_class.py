"""How wide a window is: compact, medium or wide."""

from __future__ import annotations

COMPACT_BELOW, MEDIUM_BELOW, LARGE_FROM, HUGE_FROM = 900, 1280, 1600, 2400
COMPACT_HEIGHT = 560


def width_class(width: int, height: int, text_scale: float) -> str:
    """The width class of a window, measured in text of normal size: compact, medium, wide, large or huge."""
    wide, high = width / text_scale, height / text_scale
    if wide < COMPACT_BELOW or high < COMPACT_HEIGHT:
        return "compact"
    if wide < MEDIUM_BELOW:
        return "medium"
    if wide < LARGE_FROM:
        return "wide"
    return "large" if wide < HUGE_FROM else "huge"
