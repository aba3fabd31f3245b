"""HTPM Studio: a branded kit for Human Trafficking Prevention Month, made offline."""

from __future__ import annotations

__version__ = "0.3.0"
