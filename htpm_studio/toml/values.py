"""What the tables of a file become where no dataclass says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

FieldValue: TypeAlias = "str | tuple[FieldValue, ...] | Mapping[str, FieldValue]"
Fields: TypeAlias = Mapping[str, FieldValue]

NOT_IN_FILES: Mapping[str, bool] = {"in_files": False}
"""What marks a field that follows from other things, and that no file has."""
