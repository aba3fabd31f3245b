"""How much smaller and larger than usual the tiles of the board may be."""

from __future__ import annotations

SMALLEST, LARGEST = 0.5, 2.5
