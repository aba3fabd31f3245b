"""How many letters of a text fit every size of a piece, measured by laying its pages out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle

from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG
from htpm_studio.compose.context import Value
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.edits import with_value
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.page_builder import judge

Check = Callable[[], None]
"""Called between pages; raises Cancelled when the answer is no longer wanted."""

FEWEST, TIMES = 60, 2
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


def most_letters(kit: Kit, pages: Sequence[PageSpec], path: str, words: Sequence[str], limit: int, check: Check) -> int:
    """About how many letters fit at `path` on all of these pages so that nothing is left out for them.

    The text is made of `words`, over and over, up to twice the `limit` that the campaign gives; 0 where no word fits.
    """
    mine = [page for page in pages if not page.part or path.startswith(f"{page.part}.")]
    texts = list(_longer_and_longer(words, max(FEWEST, TIMES * limit)))
    if not mine or not texts:
        return 0
    tightest = [(page, _troubles(kit, page, path, texts[0])) for page in mine]

    def fits(text: str) -> bool:
        for at, (page, known) in enumerate(tightest):
            check()
            if not _troubles(kit, page, path, text) <= known:
                tightest.insert(0, tightest.pop(at))  # It is likely to be the one for other lengths, too.
                return False
        return True

    low, high = 0, len(texts)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(texts[middle]) else (low, middle)
    return len(texts[low])


def _longer_and_longer(words: Sequence[str], most: int) -> Iterator[str]:
    text = ""
    for word in cycle(words) if any(words) else ():
        text = f"{text} {word}".strip()
        if len(text) > most:
            return
        yield text


def _troubles(kit: Kit, page: PageSpec, path: str, text: str) -> frozenset[tuple[str, str]]:
    """What goes wrong on a page with that text, by kind and field."""
    inside = path.removeprefix(f"{page.part}.") if page.part else path
    content: Mapping[str, Value] = with_value(page.content, inside, text)
    return frozenset(
        (finding.code, finding.field)
        for finding in judge(replace(page, content=content), kit.page_inputs)
        if finding.code in _ROOM
    )
