"""The lines of a page in the order in which people read them, and lines put together to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.networks import HASHTAG
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink, tidy
from htpm_studio.campaign.toolkit_import.post_labels import without_labels
from htpm_studio.campaign.toolkit_import.vocabulary import area_of, group_of, label_of
from htpm_studio.frozen import dataclass

GUTTER, COLUMN, MARGIN_GAP = 8.0, 40.0, 1.6
SAME_ROW = 4.0
"""How far apart, in points, the middles of lines side by side may be; capitals and small letters differ by less."""

FEW = 0.3
SAME_SIZE = 0.6
LONGEST_NUMBER = 3
"""The most digits of a page number; four are a year."""

MOST_STARTS = 12
"""How many of the most frequent line starts are tried as the left edge of a second column."""

HEADING_GAP, TEXT_GAP = 1.5, 1.75
"""How far apart, in sizes of their letters, lines of one heading and of one paragraph may be."""

KNOWN_HEADING = 25
LONGEST_SENTENCE = 80
"""The longest text that ends like a sentence and may still be a heading; slides have large texts of every length."""

_MARK = (
    r"(?:[\u2022\u25cf\u25aa\u25e6\u2023\u00b7\u25a0\u25a1\u25b8\u25ba\u27a4\u2713\u2714\u2610\u2611\uf0b7\uf0a7\u2013-]"
    r"|\d{1,2}[.)])"
)
MARKER = re.compile(_MARK)
"""The mark or the number of an item."""

_BULLET = re.compile(rf"^{_MARK}\s*(?=\S)")
_ADDRESS_END = re.compile(r"\S*[./]\S*[/_=-]$|\S*//\S*[./]$")
_CLOSED_ADDRESS = re.compile(r"\([^()\s]+\.[^()\s]+\)$")
_TAGGED = re.compile(rf"(?:^|\s)#{HASHTAG}$")
_CONTENTS = re.compile(r".*\S[ .\u2026]{3,}\d{1,4}$")


_Place = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A piece of one line of a page: its text and its box in points, y up; `size` is that of its letters.

    `limit` is where the column on its right begins, 0 where there is none.
    A whole table is one such piece, without text; `rows` are its rows.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool = False
    page: int = 0
    links: tuple[DocumentLink, ...] = ()
    rows: tuple[DocumentBlock, ...] = ()
    limit: float = 0.0

    @property
    def middle(self) -> float:
        """Half way up."""
        return (self.bottom + self.top) / 2


def in_reading_order(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines column by column; a line across the columns ends the part above it."""
    gutter = _gutter(lines)
    if gutter is None:
        return _headed(lines)
    ordered: list[PdfLine] = []
    band: list[PdfLine] = []
    for line in sorted(lines, key=lambda piece: -piece.top):
        if line.left < gutter - 1 and line.right > gutter + 1:
            ordered += _sides(band, gutter)
            ordered.append(line)
            band = []
        else:
            band.append(line)
    return ordered + _sides(band, gutter)


def _headed(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines from the top; below two bold lines side by side, what is below each of them is together."""
    for left, right in _side_by_side(lines):
        below = sorted((line for line in lines if line.middle < left.middle - SAME_ROW), key=lambda piece: -piece.top)
        gutter = right.left - 1.0
        ends = (line.left < left.left - 2 or (line.left < gutter and line.right > gutter) for line in below)
        count = next((at for at, end in enumerate(ends) if end), len(below))
        band = below[:count]
        if any(line.left >= gutter for line in band) and any(line.left < gutter for line in band):
            known = {id(line) for line in (left, right, *below)}
            first, second = ([piece for piece in band if (piece.left < gutter) is side] for side in (True, False))
            columns = [left, *first], [right, *second]
            return [
                *_stacked([line for line in lines if id(line) not in known]),
                *(replace(line, limit=gutter) for line in _stacked(columns[0])),
                *_stacked(columns[1]),
                *in_reading_order(below[count:]),
            ]
    return _stacked(lines)


def _side_by_side(lines: Sequence[PdfLine]) -> Iterator[tuple[PdfLine, PdfLine]]:
    """Two bold lines of one size that are all of their row, from the top; heads of the columns of a table are none."""
    for left in sorted(lines, key=lambda piece: -piece.top):
        row = [line for line in lines if abs(line.middle - left.middle) < SAME_ROW]
        right = max(row, key=lambda piece: piece.left)
        heads = left.bold and right.bold and abs(left.size - right.size) < SAME_SIZE
        named = label_of(left.text) is not None or label_of(right.text) is not None
        if len(row) == 2 and right is not left and heads and right.left - left.right >= GUTTER and not named:
            yield left, right


def _sides(band: Sequence[PdfLine], gutter: float) -> list[PdfLine]:
    first = [replace(line, limit=gutter) for line in band if line.left < gutter]
    second = [line for line in band if line.left >= gutter]
    return [*in_reading_order(first), *in_reading_order(second)] if first and second else _stacked(band)


def _stacked(lines: Sequence[PdfLine]) -> list[PdfLine]:
    return sorted(lines, key=lambda line: (-round(line.middle / 3), line.left))


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """Where a strip without text between two columns ends, crossed by few lines at most; None for one column."""
    starts = Counter(round(line.left) for line in lines)
    found: list[tuple[tuple[int, float], float]] = []
    for start, _count in starts.most_common(MOST_STARTS):
        left_side = [line for line in lines if line.right <= start - GUTTER / 2]
        right_side = [line for line in lines if line.left >= start - 1]
        crossing = len(lines) - len(left_side) - len(right_side)
        if min(len(left_side), len(right_side)) < 3 or crossing > FEW * len(lines):
            continue
        edge = max(line.right for line in left_side)
        overlap = min(max(line.top for line in left_side), max(line.top for line in right_side)) - max(
            min(line.bottom for line in left_side), min(line.bottom for line in right_side)
        )
        if start - edge < GUTTER or overlap < 2 * lines[0].size:
            continue
        found.append(((min(len(left_side), len(right_side)) - crossing, start - edge), start - 1.0))
    return max(found, key=lambda gutter: gutter[0])[1] if found else None


def without_margins(pages: Sequence[Sequence[PdfLine]]) -> tuple[list[list[PdfLine]], list[DocumentBlock]]:
    """The pages without running heads, running feet and page numbers; and each of those once."""
    seen: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        seen.update({_spot(line) for line in _outermost(lines)})
    often = max(2, len(pages) // 3)
    kept: list[list[PdfLine]] = []
    margins: dict[tuple[str, int], DocumentBlock] = {}
    for lines in pages:
        outer = [line for line in _outermost(lines) if seen[_spot(line)] >= often or _is_number(line)]
        edge = {id(line) for line in outer}
        inner = {round(line.middle) for line in lines if id(line) not in edge}
        outer = [line for line in outer if _is_apart(line, inner)]
        left_out = {id(line) for line in outer}
        kept.append([line for line in lines if id(line) not in left_out])
        for line in outer:
            margins.setdefault(_spot(line), DocumentBlock("furniture", line.text, 0, (), (), line.page))
    return kept, list(margins.values())


def _spot(line: PdfLine) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.middle / 4)


def _outermost(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines of the two highest and the two lowest rows of a page; a row is what is side by side."""
    rows: list[list[PdfLine]] = []
    for line in sorted(lines, key=lambda piece: piece.middle):
        if rows and line.middle - rows[-1][0].middle < SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    outer = {id(line) for row in (*rows[:2], *rows[-2:]) for line in row}
    return [line for line in lines if id(line) in outer]


def _is_number(line: PdfLine) -> bool:
    return line.text.isdigit() and len(line.text) <= LONGEST_NUMBER


def _is_apart(line: PdfLine, inner: Iterable[int]) -> bool:
    """Whether there is more than the space of a line between a margin and the text; a number alone needs none."""
    near = min((abs(line.middle - middle) for middle in inner), default=float("inf"))
    return line.text.isdigit() or near >= MARGIN_GAP * line.size


def body_size(lines: Iterable[PdfLine]) -> float:
    """The size of most letters."""
    counted: Counter[float] = Counter()
    for line in lines:
        counted[round(line.size * 2) / 2] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def paragraphs(lines: Sequence[PdfLine], body: float, right: float = 0.0) -> list[DocumentBlock]:
    """Lines of one document put together; larger or short bold lines are headings, ranked by their size.

    `right` is how far lines may go where that is known, as in the cell of a table.
    """
    sizes = sorted({round(line.size) for line in lines if line.size >= body * 1.12}, reverse=True)
    edges = {key: max(edge, right) for key, edge in _edges(lines).items()}
    blocks: list[DocumentBlock] = []
    group: list[PdfLine] = []
    for line in lines:
        if line.rows:
            blocks += [_block(group, body, sizes, len(blocks) + 1)] if group else []
            blocks += [replace(row, line=len(blocks) + at) for at, row in enumerate(line.rows, 1)]
            group = []
            continue
        if group and (_ended(group[-1], line, edges) or not _goes_on(group, line, body)):
            blocks.append(_block(group, body, sizes, len(blocks) + 1))
            group = []
        group.append(line)
    if group:
        blocks.append(_block(group, body, sizes, len(blocks) + 1))
    return blocks


def _edges(lines: Iterable[PdfLine]) -> dict[_Place, float]:
    """How far to the right lines go, by their page, where they begin, and the column beside them."""
    edges: dict[_Place, float] = {}
    for line in lines:
        edges[_place(line)] = max(edges.get(_place(line), 0.0), line.right)
    return edges


def _place(line: PdfLine) -> _Place:
    return line.page, round(line.left / COLUMN), line.limit


def _ended(last: PdfLine, line: PdfLine, edges: Mapping[_Place, float]) -> bool:
    """Whether a paragraph ended with a line: the first word of the next one would have had room in it."""
    if last.page != line.page or line.text[:1].islower() or last.text[-1:] in "-\u00ad/":
        return False
    if without_labels(line.text).sorts or (_TAGGED.search(last.text) and line.text[0] != "#"):
        return True
    if _CLOSED_ADDRESS.search(last.text) and line.text[0].isupper():
        return True
    edge = edges[_place(last)]
    word = len(line.text.split(" ", 1)[0]) * (line.right - line.left) / max(1, len(line.text))
    return edge - last.right > word + 2 * last.size


def _goes_on(group: Sequence[PdfLine], line: PdfLine, body: float) -> bool:
    last = group[-1]
    headings = (_is_heading(last, body), _is_heading(line, body))
    if _BULLET.match(line.text) or _CONTENTS.match(last.text) or abs(last.size - line.size) > 0.6:
        return False
    if headings[0] != headings[1]:
        return False
    if last.page != line.page or line.top > last.top + body:  # the next column or page
        return line.text[:1].islower() and last.text[-1:] not in ".!?:"
    if all(headings) and (_begins_a_part(last.text) or _begins_a_part(line.text)):
        return False
    most = HEADING_GAP if all(headings) else TEXT_GAP
    return 0 <= last.middle - line.middle <= most * max(last.size, line.size) and not _short_of(group, line)


def _begins_a_part(text: str) -> bool:
    """Whether a heading is a known one by itself, so that the next one is another."""
    return bool(area_of(text) or group_of(text)) and len(text) <= KNOWN_HEADING


def _short_of(group: Sequence[PdfLine], line: PdfLine) -> bool:
    """Whether the last line ends a sentence well before the others do, so that the next one begins anew."""
    widest = max(piece.right for piece in group)
    last = group[-1]
    return last.text[-1:] in ".!?" and last.right < widest - 4 * last.size and not line.text[:1].islower()


def _is_heading(line: PdfLine, body: float) -> bool:
    return line.size >= body * 1.12 or (line.bold and len(line.text) <= 120)


def _address_goes_on(text: str, following: str) -> bool:
    """Whether a line breaks inside an address: after one of its marks, or where what follows looks like more of it."""
    if _ADDRESS_END.search(text):
        return True
    word, _, rest = following.partition(" ")
    more = re.fullmatch(r"[a-z0-9][\w./-]*", word) and (re.search(r"[-/._\d]", word) or not rest or rest[0] == "#")
    last = text.rpartition(" ")[2]
    return bool(more) and "." in last[:-1] and last[-1:] != "." and ("/" in last or "/" in word)


def _joined(links: Iterable[DocumentLink]) -> tuple[DocumentLink, ...]:
    """Links that go on in the next line are one."""
    texts: dict[str, str] = {}
    for link in links:
        texts[link.target] = f"{texts[link.target]} {link.text}" if link.target in texts else link.text
    return tuple(DocumentLink(text, target) for target, text in texts.items())


def _block(group: Sequence[PdfLine], body: float, sizes: Sequence[int], number: int) -> DocumentBlock:
    text = group[0].text
    for line in group[1:]:
        broken = text[-1:] == "-" and text[-2:-1].isalpha() and line.text[:1].islower()
        glued = broken or text[-1:] == "\u00ad" or _address_goes_on(text, line.text)
        text = f"{text.rstrip(chr(0xAD))}{'' if glued else ' '}{line.text}"
    first = group[0]
    links = _joined(link for line in group for link in line.links)
    bullet = _BULLET.match(text)
    made = DocumentBlock("paragraph", tidy(text), 0, links, (), first.page, number)
    if _CONTENTS.match(text):
        return replace(made, kind="contents")
    if bullet:
        return replace(made, kind="item", text=tidy(text[bullet.end() :]))
    is_sentence = len(made.text) > LONGEST_SENTENCE and made.text[-1:] in ".!"
    if _is_heading(first, body) and len(made.text) <= 200 and not is_sentence:
        rank = sizes.index(round(first.size)) + 1 if round(first.size) in sizes else len(sizes) + 1
        return replace(made, kind="heading", level=rank)
    return made
