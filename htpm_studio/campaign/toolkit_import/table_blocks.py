"""Tables as headings and what is below them: the heads of columns and rows say what each cell is.

A row of posts becomes one post with its network, day and file name as labels; a table of weeks becomes weeks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from htpm_studio.campaign.toolkit_import.blocks import NO_LABELS, BlockKind, DocumentBlock, PostLabels
from htpm_studio.campaign.toolkit_import.post_labels import NUMBERED, with_files, without_labels
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in, without_dates
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE, PARTS, section_head
from htpm_studio.campaign.toolkit_import.text_splitting import FEWEST, TAG, has_tail, own_words
from htpm_studio.campaign.toolkit_import.vocabulary import folded, label_of, language_named, part_beside, platforms_in
from htpm_studio.frozen import dataclass

_LONGEST_HEAD = 60
_LONGEST_TITLE = 90
_LONGEST_LABEL = 40
_BULLET = re.compile(r"^(?:[-*+\u2022\u25cf\u25aa\u2023\u00b7\uf0b7]|\d{1,3}[.)])\s+(?=\S)")
_LISTED = ("actions", "resources")


def flattened(blocks: Sequence[DocumentBlock]) -> list[DocumentBlock]:
    """The blocks of a document with its tables turned into headings, items and paragraphs.

    A table of resources stays one of rows, as does one whose heads say nothing.
    """
    flat: list[DocumentBlock] = []
    repeated = _repeated(blocks)
    for is_row, group in groupby(blocks, key=lambda block: block.kind == "row" and bool(block.cells)):
        rows = list(group)
        flat += _table(rows, repeated) if is_row else rows
    return flat


def _repeated(blocks: Sequence[DocumentBlock]) -> frozenset[str]:
    """The labels of tables: texts that repeat in the first cells of rows with other rows in between."""
    firsts = (folded(block.cells[0]) if block.cells and _labels(block) else "" for block in blocks)
    runs = Counter(name for name, _ in groupby(firsts))
    return frozenset(name for name, count in runs.items() if name and count > 1 and section_head(name) is None)


def _labels(row: DocumentBlock) -> bool:
    """Whether the first cell of a row is short and has something beside it."""
    first = row.cells[0].strip()
    return 0 < len(first) <= _LONGEST_LABEL and "\n" not in first and any(cell.strip() for cell in row.cells[1:])


def role_of(head: str) -> str:
    """What the head of a column or row says: a part of a week, a label, or "" for nothing known."""
    if not head.strip() or len(head) > _LONGEST_HEAD:
        return ""
    if platforms_in(head) and not head.islower():
        return "posts"
    area = part_beside(head)
    label = label_of(head)
    if label in ("section", "dates", "platform", "file", "alt", "title", "theme"):
        return label
    return area if area in PARTS else label or ("title" if area == "theme" else area or "")


def _table(rows: list[DocumentBlock], repeated: frozenset[str]) -> Iterator[DocumentBlock]:
    """One table, part by part: a cell across it, or the same heads again, begin a part."""
    while len(rows) > 1 and _is_band(rows[0]):
        yield from _band(rows[0])
        rows = rows[1:]
    if languages := _languages(rows):
        yield from _by_language(rows, languages, repeated)
        return
    heads = _heads(rows)
    head, rest = (rows[:1], rows[1:]) if heads else ([], rows)
    part: list[DocumentBlock] = []
    told = False
    for at, row in enumerate(rest):
        band = at + 1 < len(rest) and (bool(part) or bool(heads)) and _is_band(row, heads)
        if not band and not (heads and row.cells == rows[0].cells):
            part.append(row)
            continue
        yield from _one_table([*head, *part], heads, repeated, told=told) if part else ()
        if heads and not (told or part):
            yield replace(rows[0], kind="contents", cells=())
        told, part = True, []
        yield from _band(row) if band else (replace(row, kind="contents", cells=()),)
    yield from _one_table([*head, *part], heads, repeated, told=told) if part else ()


def _heads(rows: Sequence[DocumentBlock]) -> list[str]:
    """What the heads of the columns say; nothing where the first row has none."""
    heads = [role_of(_line(cell)) for cell in rows[0].cells]
    named = sum(1 for head in heads if head)
    most = named * 2 > len([cell for cell in rows[0].cells if cell.strip()])
    known = named >= 2 and (most or _are_weeks(rows, heads))
    return heads if known and len(rows) > 1 else []


def _one_table(
    rows: list[DocumentBlock], heads: list[str], repeated: frozenset[str], *, told: bool
) -> Iterator[DocumentBlock]:
    """A part of a table; `told` says that the heads of its columns were said for the part before it."""
    if heads:
        found = _by_columns(rows, heads)
        first = next(found)
        yield from (first, *found) if first.kind != "contents" or not told else found
        return
    sections = [section_head(_line(cell)) for cell in rows[0].cells[1:]]
    if len(rows) > 1 and sections and all(sections):
        yield from _matrix(rows)
        return
    if _speaks(rows, repeated):
        yield from _by_rows(rows)
        return
    for row in rows:
        yield from _sections_row(row) or [row]


def _is_band(row: DocumentBlock, heads: Sequence[str] = ()) -> bool:
    """Whether a row is one cell across a table, as the title of what is below it."""
    first, *others = row.cells
    alone = bool(first.strip()) and bool(others) and not any(cell.strip() for cell in others)
    return alone and (section_head(_line(first.split("\n")[0])) is not None or heads[:1] not in (["posts"], ["text"]))


def _band(row: DocumentBlock) -> Iterator[DocumentBlock]:
    """What one cell across a table says: a title in its first line, and what is below that."""
    first, *others = row.cells[0].split("\n")
    title = section_head(_line(first)) is not None or (_is_title(first) and not has_tail(first))
    yield _part(row, first, "heading" if title else "paragraph", row.links)
    for line in others:
        yield _part(row, line, "paragraph", row.links)


def _line(cell: str) -> str:
    return " ".join(cell.split())


# ------------------------------------------------------------------ languages


def _languages(rows: Sequence[DocumentBlock]) -> dict[int, str]:
    """The columns whose heads are names of languages; nothing where there are not two."""
    named = {at: name for at, cell in enumerate(rows[0].cells) if (name := language_named(_line(cell)))}
    return named if len(rows) > 1 and len(set(named.values())) > 1 else {}


def _by_language(
    rows: Sequence[DocumentBlock], languages: Mapping[int, str], repeated: frozenset[str]
) -> Iterator[DocumentBlock]:
    """The table once for each language, without the columns of the others."""
    yield replace(rows[0], kind="contents", cells=())
    for column, language in languages.items():
        columns = [at for at in range(len(rows[0].cells)) if at == column or at not in languages]
        own = [replace(row, cells=tuple(row.cells[at] for at in columns if at < len(row.cells))) for row in rows[1:]]
        head = replace(rows[0], cells=tuple("Text" if at == column else rows[0].cells[at] for at in columns))
        if len(columns) == 1:
            told: Iterable[DocumentBlock] = (line for row in own if row.cells for line in _lines(row, row.cells[0]))
        else:
            told = _table([head, *own] if any(map(role_of, head.cells[:-1])) else own, repeated)
        yield from (replace(block, language=language) for block in told if block.text)


def _lines(row: DocumentBlock, cell: str) -> Iterator[DocumentBlock]:
    """The lines of a cell, the first of which may say what the others are."""
    first, *others = cell.split("\n")
    titled = bool(others) and part_beside(first) is not None
    if titled:
        yield from _under(row, first, role_of(first), "\n".join(others))
    else:
        yield from _cell(row, cell, "")


# ------------------------------------------------------------------ heads of columns


def _by_columns(rows: list[DocumentBlock], heads: list[str]) -> Iterator[DocumentBlock]:
    labels = [rows[0].cells[at] for at in range(len(heads))]
    if _are_weeks(rows, heads) and "section" not in heads:
        heads = _with_text(rows, heads)
        heads = heads if _are_posts(rows, heads) else _with_title(rows, heads)
    in_posts = {"platform", "file", "link", "hashtags", "text"} & set(heads)
    if "section" in heads or ("dates" in heads and "title" in heads and "platform" not in heads):
        yield replace(rows[0], kind="contents", cells=())
        for row in rows[1:]:
            yield from _week(row, heads, labels)
    elif ("posts" in heads or "text" in heads) and (in_posts or "dates" in heads):
        yield replace(rows[0], kind="contents", cells=())
        for row in rows[1:]:
            yield from _post(row, heads, labels)
    elif set(heads) & {"actions", "posts"} or ("resources" in heads and "link" not in heads):
        for at, head in enumerate(heads):
            yield _part(rows[0], labels[at], "heading")
            for row in rows[1:]:
                if at < len(row.cells):
                    yield from _cell(row, row.cells[at], head)
    else:
        yield replace(rows[0], kind="contents", cells=())
        yield from (_plain_row(row) for row in rows[1:])


def _are_weeks(rows: Sequence[DocumentBlock], heads: Sequence[str]) -> bool:
    """Whether each row has a span of days, and no network of its own, so that it is a week and not a post."""
    if "dates" not in heads or "platform" in heads:
        return False
    at = heads.index("dates")
    found = [dates_in(_line(row.cells[at])) if at < len(row.cells) else None for row in rows[1:]]
    return all(days is not None and days[2] != days[3] for days in found)


def _are_posts(rows: Sequence[DocumentBlock], heads: Sequence[str]) -> bool:
    """Whether one post is the only part of a week in each row: its days are when it is shared."""
    at = [at for at, head in enumerate(heads) if head in ("posts", "text")]
    networks = sum(1 for cell in rows[0].cells if platforms_in(cell))
    cells = [row.cells[column] for row in rows[1:] for column in at if column < len(row.cells)]
    several = networks > 1 or any(sum(map(_is_post, cell.split("\n"))) > 1 for cell in cells)
    return bool(at) and not several and not {"actions", "resources"} & set(heads)


def _is_post(line: str) -> bool:
    return bool(TAG.search(line)) and own_words(line) >= FEWEST


def _with_text(rows: Sequence[DocumentBlock], heads: list[str]) -> list[str]:
    """The heads; where none is of posts, an unnamed column of words with hashtags becomes that of posts."""
    if {"posts", "text"} & set(heads):
        return heads
    for at, head in enumerate(heads):
        cells = [row.cells[at] if at < len(row.cells) else "" for row in rows[1:]]
        if not head and all(map(_is_post, cells)):
            return [*heads[:at], "text", *heads[at + 1 :]]
    return heads


def _with_title(rows: Sequence[DocumentBlock], heads: list[str]) -> list[str]:
    """The heads; where none is of titles, the column of themes or the first of short words becomes that of titles."""
    if "title" in heads:
        return heads
    if "theme" in heads:
        return ["title" if head == "theme" else head for head in heads]
    for at, head in enumerate(heads):
        cells = [row.cells[at] for row in rows[1:] if at < len(row.cells)]
        if head in ("", "audience") and all(_is_title(cell) and not has_tail(cell) for cell in cells):
            return [*heads[:at], "title", *heads[at + 1 :]]
    return heads


def _plain_row(row: DocumentBlock) -> DocumentBlock:
    return replace(row, cells=tuple(_line(cell) for cell in row.cells))


def _week(row: DocumentBlock, heads: list[str], labels: list[str]) -> Iterator[DocumentBlock]:
    """A row that is a week: its number, dates and title become a heading, its other cells what is below it."""
    cells = dict.fromkeys(("section", "dates", "title"), "")
    rest: list[tuple[str, str, str]] = []
    for at, cell in enumerate(row.cells[: len(heads)]):
        head = "title" if heads[at] == "theme" else heads[at]
        if head in cells and not cells[head] and (head != "title" or _is_title(cell)):
            cells[head] = _line(cell)
        else:
            rest.append((head, labels[at], cell))
    section = cells["section"]
    if section.isdigit():
        section = f"{_line(labels[heads.index('section')]).removesuffix('s')} {section}"
    title = " ".join(part for part in (section, cells["dates"]) if part)
    if not title:
        yield _plain_row(row)
        return
    yield _part(row, f"{title}: {cells['title']}" if cells["title"] else title, "heading")
    for head, label, cell in rest:
        if cell.strip():
            yield from _under(row, label, head, cell)


def _under(row: DocumentBlock, label: str, head: str, cell: str) -> Iterator[DocumentBlock]:
    yield _part(row, label, "contents" if head in ("about", "title", "theme") else "heading")
    yield from _cell(row, cell, head)


def _post(row: DocumentBlock, heads: list[str], names_of: list[str]) -> Iterator[DocumentBlock]:
    """A row as one post: words, then address and hashtags; the rest are labels. What has no place in it is listed."""
    labels = PostLabels()
    words: list[str] = []
    tail: list[str] = []
    rest: list[str] = []
    for head, name, cell in zip(heads, names_of, row.cells, strict=False):
        text = _line(cell)
        if head == "dates" and (days := dates_in(text)):
            labels = replace(labels, dates=(days[2], days[3]))
        elif head == "platform" and (names := platforms_in(text)):
            labels = replace(labels, platforms=names)
        elif head == "file":
            labels = with_files(labels, text)
        elif head in ("posts", "text"):
            labeled = without_labels(text)
            labels = labels.joined(labeled.labels)
            words.append(labeled.words)
        elif head in ("link", "hashtags") and re.search(r"\w", text):
            tail.append(text)
        elif re.search(r"\w", text):
            rest.append(f"{_line(name)}: {text}" if name.strip() else text)
    whole = " ".join(part for part in (*words, *tail) if part)
    if whole:
        yield _part(replace(row, labels=labels), whole, "paragraph", row.links)
    yield from (_part(row, text, "contents") for text in rest)


# ------------------------------------------------------------------ heads of rows


def _speaks(rows: list[DocumentBlock], repeated: frozenset[str]) -> bool:
    """Whether the first column says what is beside it: in known words, or in those of the tables before and after."""
    if any(len([cell for cell in row.cells if cell.strip()]) < 2 for row in rows):
        return False
    known = [role_of(_line(row.cells[0])) for row in rows]
    if sum(1 for role in known if role) * 2 > len(rows) and set(known) & set(PARTS):
        return True
    again = [bool(role) or folded(row.cells[0]) in repeated for row, role in zip(rows, known, strict=True)]
    return len(rows) > 1 and all(again)


def _by_rows(rows: list[DocumentBlock]) -> Iterator[DocumentBlock]:
    yield from _labeled_rows([_beside(row) for row in rows])


@dataclass(frozen=True, slots=True)
class _Beside:
    """A cell, what its row is called, and what the cell between the two says of it ("" for none)."""

    row: DocumentBlock
    label: str
    cell: str
    inner: str = ""


def _beside(row: DocumentBlock) -> _Beside:
    """The cell of a row; where a short one is before a longer one, it says which of several the longer one is."""
    first, *others = row.cells
    filled = [cell for cell in others if cell.strip()]
    inner = filled[0].strip() if len(filled) == 2 else ""
    linked = has_tail(inner) or any(link.text and link.text in inner for link in row.links)
    short = _is_title(inner) and "\n" not in inner and len(inner) <= _LONGEST_LABEL
    if short and not linked and len(inner) < len(filled[1]):
        return _Beside(row, first, filled[1], inner)
    return _Beside(row, first, "\n".join(others))


def _labeled_rows(rows: Sequence[_Beside]) -> Iterator[DocumentBlock]:
    """Cells with what is said beside them; networks and files belong to the posts in the rows next to them."""
    found = _labels_of_posts([(_said_beside(beside.label), _line(beside.cell)) for beside in rows])
    for at, beside in enumerate(rows):
        row, label, cell = beside.row, beside.label, beside.cell
        role, labels = _said_beside(label), found.get(at, NO_LABELS)
        names = platforms_in(beside.inner)
        if names and role not in ("actions", "resources"):
            role, labels = "posts", labels.joined(PostLabels(names))
        if not cell.strip():
            continue
        if role in ("title", "theme", "dates") and _is_title(cell):
            yield _part(row, f"{_line(label).rstrip(':')}: {_line(cell)}", "paragraph")
        elif role == "section" and _is_title(cell):
            yield _part(row, _line(cell), "heading")
        elif role in ("platform", "file"):
            yield _part(row, f"{label}: {cell}", "contents")
        elif role in ("posts", "text") and labels != NO_LABELS:
            yield _part(row, f"{label} {beside.inner}", "contents")
            yield from (replace(block, labels=labels) for block in _cell(row, cell, "posts"))
        else:
            inner = [_part(row, beside.inner, "contents")] if beside.inner else []
            head, *rest = _under(row, label, role, cell)
            yield from (head, *inner, *rest)


def _said_beside(label: str) -> str:
    """What the label of a row says; "Post 2" is one of posts."""
    return "posts" if NUMBERED.fullmatch(_line(label)) else role_of(_line(label))


def _labels_of_posts(rows: Sequence[tuple[str, str]]) -> dict[int, PostLabels]:
    """The labels of the rows with posts: those right after them, or right before where the first label comes first.

    One row of posts has all labels of the table.
    """
    posts = [at for at, (role, _) in enumerate(rows) if role in ("posts", "text")]
    labels = [at for at, (role, _) in enumerate(rows) if role in ("platform", "file")]
    made: dict[int, PostLabels] = {}
    for at in labels if posts else ():
        before = [post for post in posts if post < at]
        after = [post for post in posts if post > at]
        first = labels[0] < posts[0]
        post = (after or before)[0] if first and after else (before or after)[-1 if before else 0]
        role, cell = rows[at]
        known = made.get(post, NO_LABELS)
        made[post] = known.joined(PostLabels(platforms_in(cell))) if role == "platform" else with_files(known, cell)
    return made


def _matrix(rows: list[DocumentBlock]) -> Iterator[DocumentBlock]:
    """Weeks beside each other: each column is a week, the first column says what a cell is."""
    for at in range(1, len(rows[0].cells)):
        yield _part(rows[0], _line(rows[0].cells[at]), "heading")
        yield from _labeled_rows([_Beside(row, row.cells[0], row.cells[at]) for row in rows[1:] if at < len(row.cells)])


def _sections_row(row: DocumentBlock) -> list[DocumentBlock]:
    """A row that begins with a week, in a table without heads; empty for any other row."""
    first, *others = [_line(cell) for cell in row.cells if cell.strip()] or [""]
    if section_head(first) is None or len(first) > _LONGEST_HEAD or not others:
        return []
    titles = [cell for cell in others if _is_title(cell)]
    head = first if without_dates(first) and not titles else f"{first}: {titles[0]}" if titles else first
    rest = [cell for cell in others if cell not in titles[:1]]
    return [_part(row, head, "heading"), *(_part(row, cell, "paragraph", row.links) for cell in rest)]


# ------------------------------------------------------------------ cells


def _is_title(cell: str) -> bool:
    text = _line(cell)
    return 0 < len(text) <= _LONGEST_TITLE and not text.endswith((".", "!", ";"))


def _cell(row: DocumentBlock, cell: str, role: str) -> Iterator[DocumentBlock]:
    kind: BlockKind = "item" if role in _LISTED else "paragraph"
    for line in cell.split("\n"):
        text = _BULLET.sub("", line.strip())
        if text:
            links = tuple(link for link in row.links if link.text in text)
            yield _part(row, text, "item" if text != line.strip() and role != "posts" else kind, links)


def _part(row: DocumentBlock, text: str, kind: BlockKind, links: Sequence[object] = ()) -> DocumentBlock:
    """A block of a row, at the row's place."""
    kept = tuple(link for link in row.links if link in links)
    level = (IN_TABLE if section_head(text) else IN_TABLE + 1) if kind == "heading" else 0
    return replace(row, kind=kind, text=_line(text), level=level, cells=(), links=kept)
