"""Reading all pieces: each folder of templates with a `piece.toml` is one. Every mistake is reported at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from htpm_studio.errors import Problems, in_file, msg
from htpm_studio.pieces.imposition import SheetBook, SheetNotes, SheetRow, check_sheet, sheet_of
from htpm_studio.pieces.model import Amount, FieldLimits, OnPaper, Paper, PieceDeclaration, PieceFile
from htpm_studio.pieces.reading import SCHEMA, decoder, read_into
from htpm_studio.pieces.sizes import Medium, PageSizes
from htpm_studio.toml.source import KeyPlace, TomlReport, nearest, short

PIECE, COMMON = "piece.toml", "words.toml"
_SAID = re.compile(r"\{words\.print\.([^{}|]*)")
MEDIA: tuple[Medium, ...] = get_args(Medium)
PAPERS: tuple[Paper, ...] = get_args(Paper)


@dataclass(frozen=True, slots=True)
class CommonWords:
    """What all printed pieces share: words, and the notes in the margins of sheets, by language."""

    schema: int
    words: Mapping[str, Mapping[str, str]]
    notes: Mapping[str, SheetNotes]


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces by id in their order, the fields, title and piece of each template, sheets, and words by language."""

    by_id: Mapping[str, PieceDeclaration]
    fields: Mapping[str, FieldLimits]
    titles: Mapping[str, str]
    owners: Mapping[str, PieceDeclaration]
    sheets: SheetBook
    texts: Mapping[str, Mapping[str, str]]

    def of(self, medium: str) -> tuple[PieceDeclaration, ...]:
        """The pieces of a medium in their order."""
        return tuple(one for one in self.by_id.values() if one.medium == medium)

    def with_template(self, template: str) -> PieceDeclaration | None:
        """The piece that a template belongs to; None for one of the user's."""
        return self.owners.get(template)

    def words(self, language: str) -> Mapping[str, str]:
        """What the pieces say in a language, English where a piece does not speak it."""
        return {**self.texts["en"], **self.texts.get(language, {})}


def read_pieces(folder: Path, sizes: PageSizes) -> Pieces:
    """Read every piece below a folder of templates; raises Problems with every mistake in their files."""
    report = TomlReport()
    common = _common(folder, report)
    found = list(_pieces(folder, sizes, report))
    _check_sheets(found, report)
    _check_names(found, report)
    _check_said(folder, found, common, report)
    if report.problems or common is None:
        raise Problems("The declaration of pieces", report.problems)
    found.sort(key=lambda one: (MEDIA.index(one.medium), one.said.order, one.id))
    return Pieces(
        MappingProxyType({one.id: one for one in found}),
        MappingProxyType(
            {one.template(page): fields for one in found for page in one.said.page if (fields := one.fields(page))}
        ),
        MappingProxyType(
            {one.template(page): side.title["en"] for one in found for page, side in one.said.page.items()}
        ),
        MappingProxyType({template: one for one in found for template in one.templates}),
        _book(found, common, sizes),
        _texts(found, common),
    )


def _common(folder: Path, report: TomlReport) -> CommonWords | None:
    path = folder / "print" / COMMON
    return read_into(report, path, f"print/{COMMON}", CommonWords, decoder({CommonWords: _check_schema}))


def _pieces(folder: Path, sizes: PageSizes, report: TomlReport) -> Iterator[PieceDeclaration]:
    for path in sorted(folder.glob(f"*/*/{PIECE}")):
        medium = next((one for one in MEDIA if one == path.parent.parent.name), None)
        name = path.relative_to(folder).as_posix()
        if medium is None:
            known = nearest(path.parent.parent.name, MEDIA)
            report.problems.append(in_file(name, 0, "A piece is in the folder of its medium.", known))
            continue
        checks: dict[type, Callable[[Any, KeyPlace], None]] = {
            PieceFile: partial(_check_piece, folder=path.parent),
            SheetRow: partial(check_sheet, sizes=sizes),
            OnPaper: partial(_check_paper, sizes=sizes),
            Amount: _check_amount,
        }
        said = read_into(report, path, name, PieceFile, decoder(checks))
        if said is not None:
            yield PieceDeclaration(f"{medium}/{path.parent.name}", medium, said)


# ------------------------------------------------------------------ checks


def _check_schema(found: PieceFile | CommonWords, place: KeyPlace) -> None:
    if found.schema != SCHEMA:
        place.child("schema").wrong(msg("schema must be {known}.", known=SCHEMA))
    _check_languages(found.words, place.child("words"))


def _check_languages(words: Mapping[str, Mapping[str, str]], place: KeyPlace) -> None:
    """What is said in one language is said in all."""
    if words and "en" not in words:
        place.wrong("The words in English (en) are missing.")
    known = words.get("en", {})
    for language, texts in words.items():
        for key in (name for name in texts if name not in known):
            place.child(language, key).wrong(
                msg("There is no {name} in English.", name=short(key)), nearest(key, known)
            )
        for key in (name for name in known if name not in texts):
            place.child(language).wrong(msg("{name} is missing in this language.", name=short(key)))


def _check_piece(said: PieceFile, place: KeyPlace, *, folder: Path) -> None:
    _check_schema(said, place)
    designs = {path.stem for path in folder.glob("*.xml")}
    for page, side in said.page.items():
        if "en" not in side.title:
            place.child("page", page, "title").wrong("The words in English (en) are missing.")
        if page not in designs:
            place.child("page", page).wrong(msg("There is no file {name}.xml.", name=page), nearest(page, designs))
        if side.fields_of and side.fields_of not in said.page:
            place.child("page", page, "fields_of").wrong(
                msg("There is no page {name} here.", name=short(side.fields_of)), nearest(side.fields_of, said.page)
            )
    for name in sorted(designs - set(said.page)):
        place.wrong(msg("{name}.xml is not a page of this piece.", name=name), msg("Add [page.{name}].", name=name))
    for number, file in enumerate(said.file):
        for at, page in enumerate(file.pages):
            if page not in said.page:
                place.child("file", number, "pages", at).wrong(
                    msg("There is no page {name} here.", name=short(page)), nearest(page, said.page)
                )
        rows = {name for side in said.page.values() for name in side.rows}
        if file.amount and file.amount.lines and file.amount.lines not in rows:
            place.child("file", number, "amount", "lines").wrong(
                msg("There are no rows {name} here.", name=short(file.amount.lines)), nearest(file.amount.lines, rows)
            )


def _check_paper(on: OnPaper, place: KeyPlace, *, sizes: PageSizes) -> None:
    known = [one.id for one in sizes.of("print")]
    if on.size not in known:
        place.child("size").wrong(
            msg("There is no page size {name} for print.", name=short(on.size)), nearest(on.size, known)
        )


def _check_amount(amount: Amount, place: KeyPlace) -> None:
    if "en" not in amount.why:
        place.child("why").wrong("The words in English (en) are missing.")


def _check_sheets(pieces: list[PieceDeclaration], report: TomlReport) -> None:
    known = {row.id for piece in pieces for row in piece.said.sheet}
    for piece in pieces:
        for file in piece.said.file:
            for on in (file.letter, file.a4):
                if on.sheet and on.sheet not in known:
                    message = msg("There is no sheet {name}.", name=short(on.sheet))
                    report.problems.append(in_file(f"{piece.id}/{PIECE}", 0, message, nearest(on.sheet, known)))


def _check_names(pieces: list[PieceDeclaration], report: TomlReport) -> None:
    """All words on paper are in one list, which a campaign may change by their names."""
    seen: dict[str, str] = {}
    for piece in pieces:
        for name in piece.said.words.get("en", {}):
            if seen.setdefault(name, piece.id) != piece.id:
                message = msg("{name} is said by two pieces.", name=short(name))
                report.problems.append(
                    in_file(f"{piece.id}/{PIECE}", 0, message, msg("{piece} says it, too.", piece=seen[name]))
                )


def _check_said(folder: Path, pieces: list[PieceDeclaration], common: CommonWords | None, report: TomlReport) -> None:
    """Every word that a declaration or a template names is said by a piece."""
    if common is None or report.problems:
        return
    known = _texts(pieces, common)["en"]
    for path in sorted((*folder.rglob(PIECE), *folder.rglob("*.xml"))):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for name in (one for one in _SAID.findall(line) if one not in known):
                message = msg("No piece says {name}.", name=short(name))
                file = path.relative_to(folder).as_posix()
                report.problems.append(in_file(file, number, message, nearest(name, known)))


# ------------------------------------------------------------------ what follows


def _book(pieces: list[PieceDeclaration], common: CommonWords, sizes: PageSizes) -> SheetBook:
    rows = [row for piece in pieces for row in piece.said.sheet]
    notes = {
        language: replace(note, fits={row.id: row.fits[language] for row in rows if language in row.fits})
        for language, note in common.notes.items()
    }
    return SheetBook(MappingProxyType({row.id: sheet_of(row, sizes) for row in rows}), MappingProxyType(notes))


def _texts(pieces: list[PieceDeclaration], common: CommonWords) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for words in (common.words, *(piece.said.words for piece in pieces)):
        for language, texts in words.items():
            found.setdefault(language, {}).update(texts)
    return found
