"""Names in braces: what a template can see while it is bound, and how text is filled from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from htpm_studio.compose.frames import PictureRef

Value = str | int | float | bool | None | PictureRef | Mapping[str, "Value"] | Sequence["Value"]

_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Scope:
    """The visible values, the ground that the element stands on and the role painted there, and whether it is fixed."""

    values: Mapping[str, Value]
    ground: str = "surface"
    behind: str = "surface"
    fixed: bool = False

    def with_values(self, more: Mapping[str, Value]) -> Scope:
        """A scope that also sees `more`, which hides older values of the same name."""
        return replace(self, values={**self.values, **more})

    def lookup(self, path: str) -> Value:
        """The value at a dotted path, a number picking an item of a list; None where a step is missing."""
        value: Value = self.values
        for step in path.split("."):
            if isinstance(value, Mapping):
                value = value.get(step)
            elif isinstance(value, Sequence) and not isinstance(value, str) and step.isdecimal():
                value = value[int(step)] if int(step) < len(value) else None
            else:
                return None
        return value

    def truth(self, path: str) -> bool:
        """Whether there is something at the path: not None, not False, not empty."""
        value = self.lookup(path)
        number = isinstance(value, int | float) and value is not False
        return number or bool(value)

    def value(self, text: str) -> Value:
        """The raw value when `text` is exactly one slot, else the filled text."""
        whole = _SLOT.fullmatch(text)
        return self.lookup(whole.group(1)) if whole and "|" not in text else self.fill(text)

    def fill(self, text: str) -> str:
        """`text` with each slot replaced; a missing value leaves nothing, or what follows the bar in "{name|other}"."""

        def filled(match: re.Match[str]) -> str:
            path, _, otherwise = match.group(1).partition("|")
            return _words(self.lookup(path)) or otherwise

        return _SLOT.sub(filled, text)

    def items(self, path: str) -> Sequence[Value]:
        """The list at a path; an empty one when there is none."""
        value = self.lookup(path)
        return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _words(value: Value) -> str:
    if value is None or value is False:
        return ""
    return str(value) if isinstance(value, str | int | float) else ""
