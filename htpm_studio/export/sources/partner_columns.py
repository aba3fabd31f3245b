"""Which column of a list is what: found by headings and by what is in the cells, for lists as people keep them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from htpm_studio.decoding.source import nearest
from htpm_studio.errors import InputError, msg
from htpm_studio.export.sources.partners import (
    COLUMN_NAMES,
    COLUMNS,
    MAX_CELL,
    WHAT,
    Flaw,
    PartnerList,
    PartnerRow,
)
from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import languages, list_words
from htpm_studio.project.model import clean_text
from htpm_studio.project.palette import parse_color
from htpm_studio.project.table_file import Rows, read_table, rows_of

NOT_USED = ""
LOOKED_AT, SAMPLES, LONGEST_SAMPLE, LONGEST_HEADING = 200, 3, 60, 40
MOST_RAW = 4 * MAX_CELL
"""How many letters of a cell are kept: more than it may have, so that one that is too long is still refused."""

OWN, KNOWN, PART, NAMES, CONTENT, LAST = 100.0, 80.0, 60.0, 50.0, 40.0, 20.0
"""What speaks for a field, the most first: the program's own heading, one that is known, one with a known word in it,
one over names of any kind, what is in the cells, and an own heading over what its field does not look like."""
CLEAR = 90.0
MOST = 0.6
"""How many of the cells look like what a column is said to be."""

_PHONE = re.compile(r"(?:tel\.?:? *)?(\+?[\d(][\d ().\-/–]{5,18}\d)(?: *(?:x|ext\.?|#) *\d{1,6})?", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}")
_WEB = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[\w-]+(?:\.[\w-]+)+")
_PICTURE = re.compile(r".+\.(?:svg|png|jpe?g|webp|gif|bmp|tiff?|heic)", re.IGNORECASE)
_WEEK = re.compile(r"(?:weeks? *)?(?:all|[1-9](?:(?: *[-–,;/] *| +)[1-9])*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it is in the file; `joined` where one of its cells goes over several lines."""

    line: int
    cells: tuple[str, ...]
    joined: bool = False


@dataclass(frozen=True, slots=True)
class PartnerTable:
    """A list before anybody said what its columns are; the first of `rows` has the headings where it is `headed`."""

    name: str
    rows: tuple[RawRow, ...]
    folder: Path
    headed: bool = True

    @property
    def heads(self) -> tuple[str, ...]:
        """The headings as they are in the file, empty ones where it has none."""
        first = self.rows[0].cells
        return first if self.headed else ("",) * len(first)

    @property
    def body(self) -> tuple[RawRow, ...]:
        """The rows with organizations."""
        return self.rows[1:] if self.headed else self.rows

    @property
    def doubtful(self) -> bool:
        """Whether no cell of the first row is a known heading, so that only its user knows what the row is."""
        return not any(map(_is_known, self.rows[0].cells))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, some of its values, and the field of a `PartnerRow` that it is ("" for none)."""

    heading: str
    samples: tuple[str, ...] = ()
    field: str = NOT_USED


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What each column was taken for; `certain` where the program's own headings say all of it."""

    columns: tuple[Column, ...]
    certain: bool


# ---------------------------------------------------------------- reading


def open_list(path: Path) -> PartnerTable:
    """The table in a CSV file or workbook; raises InputError for any other file, and for one without organizations."""
    return _table(path.name, read_table(path, WHAT, workbooks=True), path.parent)


def pasted_list(text: str, folder: Path) -> PartnerTable:
    """A table that was pasted; raises as `open_list`."""
    name = msg("The table")
    return _table(name, rows_of(name, text, WHAT), folder)


def read_partners(path: Path, chosen: Sequence[str] = (), *, headed: bool | None = None) -> PartnerList:
    """The organizations of a file with its columns matched; `chosen` says some, such as "Agency=organization".

    Raises InputError as `open_list`, for a table without names, and for a choice that means nothing.
    """
    table = open_list(path)
    table = table if headed is None else with_headings(table, headed=headed)
    match = match_columns(table)
    return partners_of(table, with_choices(match, chosen) if chosen else match)


def with_headings(table: PartnerTable, *, headed: bool) -> PartnerTable:
    """The table whose first row has headings, or is an organization; raises InputError where nothing is left."""
    if headed and len(table.rows) == 1:
        raise _empty(table.name)
    return replace(table, headed=headed)


def _table(name: str, rows: Rows, folder: Path) -> PartnerTable:
    every = tuple(_raw(rows))
    if len(every) > 1 and _is_title(*every[:2]):
        every = every[1:]
    if not every:
        raise _empty(name)
    table = PartnerTable(name, every, folder)
    if table.doubtful and (len(every) == 1 or any(_is_value(clean_text(cell)) for cell in every[0].cells)):
        return replace(table, headed=False)
    return with_headings(table, headed=True)


def _empty(name: str) -> InputError:
    return InputError(
        msg("{name} does not list any organizations.", name=name), "Write one organization in each row of the table."
    )


def _raw(rows: Rows) -> Iterator[RawRow]:
    before = 0
    for line, cells in rows:
        joined = line - before > 1 and any("\n" in cell for cell in cells)
        yield RawRow(line, tuple(cell[:MOST_RAW] for cell in cells), joined)
        before = line


def _is_title(first: RawRow, second: RawRow) -> bool:
    """Whether a row is a line above the table: its only cell is no heading, and the next row has headings."""
    filled = [cell for cell in first.cells if cell.strip()]
    return len(filled) == 1 and not _is_known(filled[0]) and sum(map(_is_known, second.cells)) > 1


# ---------------------------------------------------------------- what was found


def with_choices(match: ColumnMatch, chosen: Sequence[str]) -> ColumnMatch:
    """The columns with what the user says of some, such as "Agency=organization".

    Raises InputError for a heading that is not there and for a word that names no field.
    """
    columns = match.columns
    for words in chosen:
        heading, _, name = words.rpartition("=")
        at = next((n for n, column in enumerate(columns) if _folded(column.heading) == _folded(heading)), -1)
        if at < 0:
            message = msg('There is no column "{heading}".', heading=clean_text(heading or words)[:LONGEST_HEADING])
            raise InputError(message, msg("The columns are: {names}.", names=_headings(columns)))
        columns = with_field(columns, at, _named_field(name))
    return ColumnMatch(columns, certain=False)


def with_field(columns: tuple[Column, ...], at: int, field: str) -> tuple[Column, ...]:
    """The columns where one of them is another field; one that was that field before is not used any more."""
    freed = (replace(column, field=NOT_USED) if field and column.field == field else column for column in columns)
    return tuple(replace(column, field=field) if number == at else column for number, column in enumerate(freed))


def _named_field(name: str) -> str:
    word = clean_text(name)
    if _folded(word) in ("none", "not used"):
        return NOT_USED
    field = word if word in COLUMNS else _own_field(word)
    if not field:
        message = msg('"{name}" is not what a column can be.', name=word[:LONGEST_HEADING])
        raise InputError(message, nearest(word, COLUMNS) or msg("The columns are: {names}.", names=COLUMN_NAMES))
    return field


def has_names(columns: Sequence[Column]) -> bool:
    """Whether one of the columns has the names of the organizations."""
    return any(column.field == "organization" for column in columns)


def partners_of(table: PartnerTable, match: ColumnMatch) -> PartnerList:
    """The organizations of a table; what is in columns that are not used is not kept.

    Raises InputError where no column has their names.
    """
    columns = match.columns
    if not has_names(columns):
        message = msg("No column of {name} has the names of organizations.", name=table.name)
        raise InputError(message, msg("The columns are: {names}.", names=_headings(columns)))
    rows = []
    for raw in table.body:
        pairs = zip(columns, raw.cells, strict=False)
        values = {column.field: clean_text(cell) for column, cell in pairs if column.field}
        if language := values.get("language"):
            values["language"] = _language_names().get(_folded(language), language)
        rows.append(PartnerRow(raw.line, **values, flaw=_flaw(raw, len(columns))))
    unused = tuple(column.heading for column in columns if not column.field and column.samples)
    said = "" if match.certain and not unused else _said(columns)
    return PartnerList(tuple(rows), table.folder, unused, said)


def _said(columns: Sequence[Column]) -> str:
    """One line that says what each column was taken for."""
    names = (COLUMNS[column.field][0] if column.field else "not used" for column in columns)
    pairs = (f"{column.heading} = {name}" for column, name in zip(columns, names, strict=True))
    return f"Columns: {', '.join(pairs)}."


def _headings(columns: Sequence[Column]) -> str:
    return ", ".join(column.heading for column in columns)


def _flaw(row: RawRow, columns: int) -> Flaw:
    surplus = any(cell.strip() for cell in row.cells[columns:])
    if row.joined and (surplus or len(row.cells) < columns):
        return "unclosed"
    return "surplus" if surplus else ""


# ---------------------------------------------------------------- matching


def match_columns(table: PartnerTable) -> ColumnMatch:
    """What each column is by its heading and the first 200 rows, each field once."""
    heads = table.heads
    values = [_values(table, number) for number in range(len(heads))]
    speaks = [_scores(head, cells, table.folder) for head, cells in zip(heads, values, strict=True)]
    rows = ((score, -number, field) for number, row in enumerate(speaks) for field, score in row.items())
    found, won = dict[int, str](), dict[str, float]()
    for score, place, field in sorted(rows, reverse=True):
        if -place not in found and field not in won:
            found[-place], won[field] = field, score
    own = [_own_field(head) for head in heads]
    certain = "organization" in won and all(
        field == own[number] and (field != "contact" or won[field] > LAST) for number, field in found.items()
    )
    left = [number for number in range(len(heads)) if number not in found]
    certain = certain and not any(own[n] or any(won[field] < CLEAR for field in speaks[n]) for n in left)
    if "organization" not in won and (at := _names_at(heads, values, left)) >= 0:
        found[at] = "organization"
    return ColumnMatch(
        tuple(
            Column(clean_text(head)[:LONGEST_HEADING] or msg("Column {number}", number=number + 1),
                   _samples(cells), found.get(number, NOT_USED))
            for number, (head, cells) in enumerate(zip(heads, values, strict=True))
        ),
        certain,
    )  # fmt: skip


def _scores(head: str, values: Sequence[str], folder: Path) -> dict[str, float]:
    """How much speaks for each field that a column may be."""
    own, words = _own_field(head), _folded(head)
    if own and words not in _words("names"):
        if own == "contact" and values and not _most(_is_reached, values):
            return {own: LAST}
        return {own: OWN - 5 * _most(_is_mail, values) - list(COLUMNS[own]).index(_letters(head)) / 10}
    said = _by_heading(words)
    if _is_other(words) and max(said.values(), default=0) <= PART:
        return {}
    shown = {field for field, fits in _content(folder).items() if values and _most(fits, values)}
    found = {field: CONTENT - 5 * _most(_is_mail, values) - (field == "color2") for field in shown}
    for field, score in said.items():
        fits = _AFTER_HEADING.get(field)
        if not values or field in shown or (_most(fits, values) if fits else field not in _content(folder)):
            found[field] = score
    return found


def _by_heading(words: str) -> dict[str, float]:
    """How much a heading speaks for each field: all of it, or a word in it, is known for that field."""
    found = {"organization": NAMES} if words in _words("names") else {}
    for field, phrases in _phrases().items():
        whole = [rank for rank, phrase in enumerate(phrases) if phrase == words]
        part = [rank for rank, phrase in enumerate(phrases) if f" {phrase} " in f" {words} "]
        if whole:
            found[field] = KNOWN - whole[0] / 10
        elif part:  # "Logo of the agency" is a logo
            found[field] = PART - 5 * (field == "organization") - part[0] / 100
    return found


def _names_at(heads: Sequence[str], values: Sequence[Sequence[str]], left: Sequence[int]) -> int:
    """Where names are among columns that nothing else speaks for: the texts that differ most; -1 for nowhere."""
    worth = [
        (not _is_other(_folded(heads[number])), len(set(values[number])), -number)
        for number in left
        if values[number] and _most(_is_text, values[number]) and not _is_known(heads[number])
    ]
    return -max(worth)[2] if worth else -1


def _values(table: PartnerTable, number: int) -> tuple[str, ...]:
    """What is in a column of the first rows, without what is empty."""
    cells = (row.cells[number][:MAX_CELL] for row in table.body[:LOOKED_AT] if number < len(row.cells))
    return tuple(text for cell in cells if (text := clean_text(cell)))


def _samples(values: Sequence[str]) -> tuple[str, ...]:
    short = (text if len(text) <= LONGEST_SAMPLE else f"{text[:LONGEST_SAMPLE]}…" for text in values)
    return tuple(dict.fromkeys(short))[:SAMPLES]


# ---------------------------------------------------------------- headings


def _letters(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "", clean_text(heading).lower())


def _own_field(heading: str) -> str:
    """The field that one of the program's own headings names."""
    word = _letters(heading[:MAX_CELL])
    return next((name for name, words in COLUMNS.items() if word in words), "")


def _folded(heading: str) -> str:
    """A heading in small letters without accents and signs."""
    plain = unicodedata.normalize("NFKD", heading[:MAX_CELL]).casefold()
    return " ".join(re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """The known headings of each field in all languages, the best ones of each language first."""
    every = list_words().values()
    fields = dict.fromkeys(field for words in every for field in words.columns)
    ranked = {
        field: sorted((rank, phrase) for words in every for rank, phrase in enumerate(words.columns.get(field, ())))
        for field in fields
    }
    return {field: tuple(dict.fromkeys(phrase for _, phrase in rows)) for field, rows in ranked.items()}


@cache
def _words(kind: str) -> frozenset[str]:
    """Headings of all languages: `names`, `others` or `people`."""
    return frozenset(word for words in list_words().values() for word in getattr(words, kind))


def _is_other(words: str) -> bool:
    """Whether a heading is over what no kit takes."""
    return any(f" {phrase} " in f" {words} " for phrase in (*_words("others"), *_words("people")))


def _is_known(heading: str) -> bool:
    """Whether all of a heading is one that lists have."""
    words = _folded(heading)
    known = _words("names") | _words("others") | _words("people")
    return bool(_own_field(heading)) or words in known or any(words in phrases for phrases in _phrases().values())


# ---------------------------------------------------------------- cells


def _most(fits: Callable[[str], object], values: Sequence[str]) -> bool:
    return bool(values) and sum(bool(fits(value)) for value in values) >= MOST * len(values)


def _is_phone(text: str) -> bool:
    found = _PHONE.fullmatch(text)
    if not found or _DATE.fullmatch(text):
        return False
    digits = sum(sign.isdigit() for sign in found[1])
    return 10 <= digits <= 15 or (digits == 7 and not found[1].isdigit())


def _is_picture(text: str) -> bool:
    return bool(_PICTURE.fullmatch(text)) and "@" not in text


def _is_web(text: str) -> bool:
    return bool(_WEB.fullmatch(text)) and not _is_picture(text)


def _is_mail(text: str) -> bool:
    return bool(_MAIL.fullmatch(text))


def _is_address(text: str) -> bool:
    return _is_web(text) or _is_mail(text)


def _is_reached(text: str) -> bool:
    """Whether a line says how somebody is reached."""
    return _is_phone(text) or any(map(_is_address, text.split()))


def _is_color(text: str) -> bool:
    try:
        return bool(parse_color(text))
    except InputError:
        return False


def _is_marked_color(text: str) -> bool:
    return text.startswith("#") and _is_color(text)


def _is_language(text: str) -> bool:
    return _folded(text) in _language_names()


def _is_text(text: str) -> bool:
    """Whether a cell could be a name: two letters at least, and nothing else that it looks like."""
    letters = sum(sign.isalpha() for sign in text) > 1
    return letters and not _is_value(text) and not _WEEK.fullmatch(text) and not _is_language(text)


def _is_value(text: str) -> bool:
    """Whether a cell looks like something that no heading is."""
    return _is_phone(text) or _is_picture(text) or _is_address(text) or _is_marked_color(text)


_AFTER_HEADING: Mapping[str, Callable[[str], object]] = {
    "color": _is_color, "color2": _is_color, "week": _WEEK.fullmatch, "language": _is_language,
}  # fmt: skip
"""What only cells below such a heading are taken for."""


def _content(folder: Path) -> Mapping[str, Callable[[str], bool]]:
    """What cells are taken for below any heading."""
    return {
        "phone": _is_phone, "contact": _is_address, "color": _is_marked_color, "color2": _is_marked_color,
        "logo": lambda text: _is_picture(text) or _is_file(text, folder),
    }  # fmt: skip


def _is_file(text: str, folder: Path) -> bool:
    """Whether a file of that name is beside the list."""
    if len(text) > LONGEST_SAMPLE or any(sign in text for sign in "/\\:"):
        return False
    try:
        return (folder / text).is_file()
    except (OSError, ValueError):
        return False


@cache
def _language_names() -> Mapping[str, str]:
    """Which language a word names: its own name, or that in another language."""
    return {
        _folded(word): language.id
        for language in languages().values()
        for word in (language.id, language.name, *language.called.values())
    }
