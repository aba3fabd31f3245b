"""A long list becomes as many pages as it needs, with a running head and page numbers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from itertools import cycle

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.compose_page import PageInfo, compose_page
from htpm_studio.compose.context import Value
from htpm_studio.compose.page_breaks import ROWS, ListRow, key_of, measure_rows, paginate
from htpm_studio.export.kit.render_inputs import PageInputs
from htpm_studio.export.kit.specs import PageSpec

HEAD, LINES, REST = "head", "lines", "rest"
"""A row that is only a heading, what a row has that can have more lines to write on, and what goes on with a row."""

_CLEAR = 4.0
"""How many points stay free below lines that were added."""


def broken(inputs: PageInputs, page: PageSpec) -> tuple[PageSpec, ...]:
    """The pages that a spec becomes: one, or as many as its `flow` needs.

    The template takes `more` on every page but the first, `final` on the last, and `running` where there are several:
    the title, "Page 2 of 3", and that it goes on. Breaking lays the whole list out; `BreakBook` keeps what came out.
    """
    if not page.flow:
        return (page,)
    alone = replace(page, flow="")
    if page.flow != ROWS:
        return _paragraphs(inputs, alone, page.flow)
    rows = page.content[ROWS]
    listed = tuple(row for row in rows if isinstance(row, Mapping)) if isinstance(rows, tuple) else ()
    content = {name: value for name, value in page.content.items() if name != ROWS}
    return _rows(inputs, replace(alone, content=content), listed)


def _rows(inputs: PageInputs, page: PageSpec, rows: Sequence[Mapping[str, Value]]) -> tuple[PageSpec, ...]:
    """The page with its rows. A row that is only a `head` is a heading and stays with the row after it."""
    key = (page.template, page.canvas, _sender(inputs, page), key_of(page.content), key_of(rows))
    ranges, added = inputs.breaks.get(key, lambda: _ranges(inputs, page, rows))
    pages = len(ranges)
    filled = tuple(_with_lines(row, more) for row, more in zip(rows, added, strict=True))
    return tuple(
        replace(
            page,
            content=_content(inputs, page, filled[part.start : part.stop], number, pages),
            info=page.info if number == 1 else _further(inputs, page, number, pages),
        )
        for number, part in enumerate(ranges, 1)
    )


def _with_lines(row: Mapping[str, Value], more: int) -> Mapping[str, Value]:
    lines = row.get(LINES)
    return {**row, LINES: (*lines, *("_",) * more)} if more and isinstance(lines, tuple) else row


def _sender(inputs: PageInputs, page: PageSpec) -> Hashable:
    """The parts of the look that change how much room there is."""
    look = inputs.look
    logos = tuple((partner.name, partner.logo and partner.logo.source.key) for partner in look.partners)
    return look.organization, look.logo and look.logo.source.key, logos, page.language or look.language


def _paragraphs(inputs: PageInputs, page: PageSpec, field: str) -> tuple[PageSpec, ...]:
    """The page, or several where its paragraphs in `field` do not fit one even at their smallest.

    Paragraphs of other pages are empty, so that each keeps its number. The last page has a paragraph as well if the one
    before can spare it.
    """
    texts = page.content.get(field)
    count = len(texts) if isinstance(texts, tuple) else 0
    key = (page.template, page.canvas, _sender(inputs, page), key_of(page.content))
    parts = inputs.breaks.get(key, lambda: _parts(inputs, page, field, count))
    if len(parts) == 1:
        return (replace(page, content={**page.content, "final": True}),)
    return tuple(_part(inputs, page, field, part, (number, len(parts))) for number, part in enumerate(parts, 1))


def _parts(inputs: PageInputs, page: PageSpec, field: str, count: int) -> tuple[range, ...]:
    parts: list[range] = []
    start = 0
    while start < count:
        number = len(parts) + 1
        if _fits(inputs, _part(inputs, page, field, range(start, count), (number, number))):
            break
        ends = range(count - 1, start, -1)
        trials = ((end, _part(inputs, page, field, range(start, end), (number, number + 1))) for end in ends)
        most = next((end for end, trial in trials if _fits(inputs, trial)), start + 1)
        halves = range((start + count + 1) // 2, most)
        rests = ((end, _part(inputs, page, field, range(end, count), (number + 1, number + 1))) for end in halves)
        end = next((end for end, rest in rests if _fits(inputs, rest)), most)
        parts.append(range(start, end))
        start = end
    return (*parts, range(start, count))


def _part(inputs: PageInputs, page: PageSpec, field: str, part: range, place: tuple[int, int]) -> PageSpec:
    texts = page.content[field]
    shown = tuple(text if at in part else "" for at, text in enumerate(texts)) if isinstance(texts, tuple) else ()
    number, pages = place
    more: dict[str, Value] = {field: shown, "more": number > 1, "final": number == pages}
    content = {**page.content, **more, "running": _running(inputs, page, number, pages)}
    info = page.info if number == 1 else _further(inputs, page, number, pages)
    return replace(page, content=content, info=info, whole=page.content)


def _fits(inputs: PageInputs, page: PageSpec) -> bool:
    look = replace(inputs.look, language=page.language) if page.language else inputs.look
    made = compose_page(page.template, page.canvas, page.content, look, inputs.library, page.info)
    return not any(finding.code == "too-long" for finding in made.findings)


def _further(inputs: PageInputs, page: PageSpec, number: int, pages: int) -> PageInfo:
    """What a further page is called, also in the bookmarks."""
    values = {"title": page.info.title, "page": str(number), "pages": str(pages)}
    title = fill(inputs.running.continued, values)
    return replace(page.info, name=f"{page.info.name} {number}", title=title)


def _ranges(
    inputs: PageInputs, page: PageSpec, rows: Sequence[Mapping[str, Value]]
) -> tuple[tuple[range, ...], tuple[int, ...]]:
    """The rows of each page, and the lines to write on that are added to each row so that no page stays half empty.

    Rows are measured once for every sender; what a name or a logo leaves of the page, without them.
    """
    heights = _heights(inputs, page, rows)
    some = rows[:1]
    first = _measured(inputs, page, some, more=False, final=False)[0]
    alone = sum(heights) <= first
    further = _measured(inputs, page, some, more=True, final=False)[0]
    last = _measured(inputs, page, some, more=not alone, final=True)[0]
    ranges = paginate(
        [
            ListRow(height, heading=set(row) == {HEAD}, grows=LINES in row, goes_on=REST in row)
            for height, row in zip(heights, rows, strict=True)
        ],
        first=first,
        more=further,
        last=last,
    )
    rooms = [last if part.stop == len(rows) else further if part.start else first for part in ranges]
    return ranges, _added_lines(inputs, page, rows, heights, tuple(zip(ranges, rooms, strict=True)))


def _heights(inputs: PageInputs, page: PageSpec, rows: Sequence[Mapping[str, Value]]) -> tuple[float, ...]:
    language = page.language or inputs.look.language
    key = ("heights", page.template, page.canvas, language, key_of(page.content), key_of(rows))
    return inputs.breaks.get(key, lambda: _measured(inputs, page, rows, more=False, final=False)[1])


def _added_lines(
    inputs: PageInputs,
    page: PageSpec,
    rows: Sequence[Mapping[str, Value]],
    heights: Sequence[float],
    pages: Sequence[tuple[range, float]],
) -> tuple[int, ...]:
    """How many lines each row with some gets, in turn, from the room that is left on its page."""
    added = [0] * len(rows)
    lined = [at for at, row in enumerate(rows) if LINES in row]
    if not lined:
        return tuple(added)
    # Beside a picture that is higher than the words, the first line adds less than each after it.
    measured = sorted({0, *lined, len(rows) - 1})  # What is first and last may be drawn in another way.
    with_one, with_two = (
        _heights(inputs, page, tuple(_with_lines(rows[at], more) for at in measured)) for more in (1, 2)
    )
    pitches = [0.0] * len(rows)
    for at, shorter, longer in zip(measured, with_one, with_two, strict=True):
        pitches[at] = max(shorter - heights[at], longer - shorter) if LINES in rows[at] else 0.0
    for part, room in pages:
        left = room - sum(heights[at] for at in part) - _CLEAR
        for at in cycle([at for at in part if pitches[at] > 0]):
            if pitches[at] > left:
                break
            added[at] += 1
            left -= pitches[at]
    return tuple(added)


def _measured(
    inputs: PageInputs, page: PageSpec, rows: Sequence[Mapping[str, Value]], *, more: bool, final: bool
) -> tuple[float, tuple[float, ...]]:
    content = {
        **page.content,
        "rows": tuple(rows),
        "more": more,
        "final": final,
        "running": _running(inputs, page, 9, 9),
    }
    look = replace(inputs.look, language=page.language) if page.language else inputs.look
    return measure_rows(page.template, page.canvas, content, look, inputs.library)


def _content(
    inputs: PageInputs, page: PageSpec, rows: Sequence[Mapping[str, Value]], number: int, pages: int
) -> Mapping[str, Value]:
    full = "1" if number < pages else "0"
    content = {**page.content, "rows": tuple(rows), "more": number > 1, "final": number == pages, "full": full}
    return content | {"running": _running(inputs, page, number, pages)} if pages > 1 else content


def _running(inputs: PageInputs, page: PageSpec, number: int, pages: int) -> Mapping[str, Value]:
    place = fill(inputs.running.page_of, {"page": str(number), "pages": str(pages)})
    return {"head": page.info.title, "page": place, "next": inputs.running.goes_on}
