"""Typed settings; every field has a default and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user prefers."""

    theme: Literal["system", "light", "dark"] = "system"
