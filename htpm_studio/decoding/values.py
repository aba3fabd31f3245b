"""What the tables of a file become where no dataclass says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, TypeAlias

FieldValue: TypeAlias = "str | tuple[FieldValue, ...] | Mapping[str, FieldValue]"
Fields: TypeAlias = Mapping[str, FieldValue]

NOT_IN_FILES: Mapping[str, bool] = {"in_files": False}
"""What marks a field that follows from other things, and that no file has."""

SPOKEN = "spoken"
Spoken: TypeAlias = tuple[tuple[str, str], ...]
"""A text in several languages: the id of each and what is said in it."""


def spoken(prefix: str) -> Any:
    """A field that takes every key made of `prefix` and a language, as `url_` takes `url_es` and `url_fr`."""
    return field(default=(), metadata={SPOKEN: prefix})
