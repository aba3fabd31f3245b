"""Who says it: one user's brand, pictures and choices, and the file that holds them."""

from __future__ import annotations
