"""The marks of a drawing as text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from htpm_studio.compose.motif import Mark


def said(marks: Sequence[Mark]) -> bytes:
    """The marks as text, with numbers that are the same on every processor."""
    return re.sub(r"-?\d+\.\d+(?:e-?\d+)?", lambda found: f"{float(found[0]) + 0.0:.4f}", repr(marks)).encode()
