"""What does not fit, and what is left out, in each size of a piece, found by laying its pages out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.page_builder import judge

Check = Callable[[], None]
"""Called between pages; raises Cancelled when the answer is no longer wanted."""

_ROOM = (TOO_LONG, LEFT_OUT)


def sizes_of(pages: Sequence[PageSpec]) -> tuple[PageSpec, ...]:
    """One page for each size and part of a piece."""
    return tuple({(page.canvas, page.part, page.info.name): page for page in pages}.values())


def found_on(kit: Kit, pages: Sequence[PageSpec], check: Check) -> Mapping[str, tuple[Diagnostic, ...]]:
    """What does not fit and what is left out, by size; the field of a finding is its path in edits."""
    found: dict[str, tuple[Diagnostic, ...]] = {}
    for page in pages:
        check()
        start = f"{page.part}." if page.part else ""
        here = (
            replace(finding, field=f"{start}{finding.field}")
            for finding in judge(page, kit.page_inputs)
            if finding.code in _ROOM
        )
        found[page.canvas] = (*found.get(page.canvas, ()), *here)
    return found
