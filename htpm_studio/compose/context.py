"""Names in braces: what a template can see while it is bound, and how text is filled from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from htpm_studio.compose.frames import PictureRef
from htpm_studio.frozen import dataclass

Value = str | int | float | bool | None | PictureRef | Mapping[str, "Value"] | Sequence["Value"]

_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class TemplateContext:
    """The visible values, the ground that the element is on and the role painted there, and whether it is fixed.

    `origins` says which content a name inside a part or a loop stands for: "text" of an eyebrow is "eyebrow" there.
    """

    values: Mapping[str, Value]
    ground: str = "surface"
    behind: str = "surface"
    fixed: bool = False
    origins: Mapping[str, str] = field(default_factory=dict)

    def with_values(self, more: Mapping[str, Value], origins: Mapping[str, str]) -> TemplateContext:
        """A scope that also sees `more`, which hides older values of the same name, and where each comes from."""
        return TemplateContext(
            {**self.values, **more}, self.ground, self.behind, self.fixed, {**self.origins, **origins}
        )

    def origin(self, path: str) -> str:
        """The path in the content of the page that a path here stands for; "" for words of the template itself."""
        first, dot, rest = path.partition("|")[0].partition(".")
        if first not in self.origins:
            return f"{first}{dot}{rest}"
        source = self.origins[first]
        return f"{source}{dot}{rest}" if source else ""

    def lookup(self, path: str) -> Value:
        """The value at a dotted path, a number picking an item of a list; None where a step is missing."""
        value: Value = self.values
        for step in path.split("."):
            if isinstance(value, Mapping):
                value = value.get(step)
            elif isinstance(value, PictureRef) and step == "credit":
                value = value.credit
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
