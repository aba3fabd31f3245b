"""The corners of buttons that are joined to a row."""

from __future__ import annotations


def segment(first: bool, last: bool) -> str:
    """Which corners of a button in a joined row are round."""
    return "" if first and last else "first" if first else "last" if last else "middle"
