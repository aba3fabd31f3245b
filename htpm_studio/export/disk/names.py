"""File names that are safe everywhere: lower case, ASCII, no spaces, not reserved, short."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def safe_name(text: str, longest: int = LONGEST) -> str:
    """A file name without its ending, made of a-z, 0-9 and single hyphens; "file" when nothing is left."""
    plain = unicodedata.normalize("NFKD", text.replace("×", "x")).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].rstrip("-")
    if not name:
        return "file"
    return f"{name}-" if name in _RESERVED else name
