"""How large the lines of a list are on a page, and how small they get before words do not fit: measured."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from htpm_studio.compose.context import Value
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import texts

_WORD, _WORDS = "measured", 60


def shown_size(page: Page, lines: Collection[str]) -> float:
    """The size of the smallest text of a page that says one of the lines, in points; 0 when none does."""
    wanted = {_plain(line) for line in lines}
    return min((block.style.size for block in texts(page) if _plain(block.text) in wanted), default=0.0)


def least_size(spec: PageSpec, kit: Kit, path: str) -> float:
    """The size at which words of a list no longer fit its page, in points; 0 for what is no list there."""
    found: Value = spec.content
    steps = path.split(".")
    for step in steps:
        found = found.get(step) if isinstance(found, Mapping) else None
    if not isinstance(found, tuple) or not found:
        return 0.0
    long = tuple(" ".join([_WORD] * _WORDS) for _ in found)
    page = compose(replace(spec, content=_with(spec.content, steps, long)), kit.page_inputs).page
    sizes = (block.style.size for block in texts(page) if _plain(block.text).startswith(_WORD))
    return min(sizes, default=0.0)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _with(content: Mapping[str, Value], steps: Sequence[str], value: Value) -> dict[str, Value]:
    first, *rest = steps
    inner = content.get(first)
    return {**content, first: _with(inner, rest, value) if rest and isinstance(inner, Mapping) else value}
