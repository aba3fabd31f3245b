"""Bundled resources and the user's folders."""

from __future__ import annotations

from pathlib import Path


def assets() -> Path:
    """The folder of fonts, icons, pictures and campaigns."""
    return Path(__file__).parents[1] / "assets"


def templates() -> Path:
    """The folder of templates."""
    return Path(__file__).parents[1] / "templates"
