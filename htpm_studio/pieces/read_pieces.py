"""Reading all pieces: each folder of templates with a `piece.toml` is one. Every mistake is reported at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from htpm_studio.decoding.declaration_file import check_schema, decoder, read_into
from htpm_studio.decoding.lines import KeyLines
from htpm_studio.decoding.source import KeyPlace, Report, nearest, short
from htpm_studio.errors import Diagnostic, Problems, in_file, msg
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.model import (
    PAPERS,
    PIECE,
    Amount,
    ContentSource,
    EntrySource,
    FieldLimits,
    ListSource,
    OnPaper,
    PieceDeclaration,
    PieceSpec,
    PrintFile,
    Source,
    Stock,
    TextSource,
)
from htpm_studio.pieces.sheet_layout import SheetBook, SheetNotes, SheetRow, check_sheet, sheet_of
from htpm_studio.pieces.sizes import MEDIA, Medium, PageSizes

COMMON = "words.toml"
TAKES: Mapping[Medium, tuple[Source, ...]] = {
    "deck": ("slide",),
    "background": ("design",),
    "social": ("post",),
    "print": (*get_args(TextSource), *get_args(ListSource), "handout"),
    "copy": ("week",),
}
"""The sources that the content of a piece may have, by medium."""
FORMS = {"certificate": 'takes = { list = "names", each = "participant", training = true }'} | {
    name: f'takes = {{ {key} = "{name}" }}'
    for key, source in (("text", TextSource), ("list", ListSource), ("entry", EntrySource))
    for name in get_args(source)
}
"""How a source is written of which only the name was, as in older declarations."""
_IN_PRESETS = msg('Write presets = ["table"] in [file.amount], for an order of that kind.')
OLDER: Mapping[tuple[type, str], str] = {
    (PrintFile, "first"): _IN_PRESETS,
    (Amount, "instead"): msg("Leave it out: what has no presets is in no order."),
}
"""What says instead what older declarations said."""
MAX_BYTES = 200_000
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_SAID = re.compile(r"\{words\.print\.([^{}|]*)")


@dataclass(frozen=True, slots=True)
class CommonWords:
    """What all printed pieces share: words, the notes in the margins of sheets, by language, and stocks by name."""

    schema: int
    words: Mapping[str, Mapping[str, str]]
    notes: Mapping[str, SheetNotes]
    stock: Mapping[str, Stock]


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces by id in their order, the fields, title and piece of each template, sheets, and words by language.

    `common` is what all printed pieces share, also those of the user.
    """

    by_id: Mapping[str, PieceDeclaration]
    fields: Mapping[str, FieldLimits]
    titles: Mapping[str, str]
    owners: Mapping[str, PieceDeclaration]
    sheets: SheetBook
    texts: Mapping[str, Mapping[str, str]]
    common: CommonWords

    def of(self, medium: str) -> tuple[PieceDeclaration, ...]:
        """The pieces of a medium in their order."""
        return tuple(piece for piece in self.by_id.values() if piece.medium == medium)

    def taking(self, source: Source) -> tuple[PieceDeclaration, ...]:
        """The pieces whose content is from there, in their order."""
        return tuple(piece for piece in self.by_id.values() if piece.spec.takes.name == source)

    def new_slides(self) -> tuple[str, ...]:
        """The templates of the layouts that a new slide can have, the usual one first."""
        offered = (piece for piece in self.of("deck") if piece.spec.new_slide)
        return tuple(layout.templates[0] for layout in sorted(offered, key=lambda piece: piece.spec.new_slide))

    def with_template(self, template: str) -> PieceDeclaration | None:
        """The piece that a template belongs to; None for one of the user's."""
        return self.owners.get(template)

    def with_photo(self, template: str) -> str:
        """The template that stands in for one where that gets a photo; mostly it is the same."""
        piece = self.owners.get(template)
        if piece is None or not piece.spec.photos:
            return template
        others = self.by_id[piece.template(piece.spec.photos)].templates
        return others[piece.templates.index(template) % len(others)]

    def words(self, language: str) -> Mapping[str, str]:
        """What the pieces say in a language, English where a piece does not speak it."""
        return {**self.texts["en"], **self.texts.get(language, {})}


def read_pieces(folder: Path, sizes: PageSizes) -> Pieces:
    """Read every piece below a folder of templates; raises Problems with every mistake in their files."""
    report = Report()
    common = _common(folder, report)
    paths = ((path, path.relative_to(folder).as_posix()) for path in sorted(folder.glob(f"*/*/{PIECE}")))
    found = [piece for path, name in paths if (piece := _piece(path, name, sizes, report)) is not None]
    for at, piece in enumerate(found):
        report.problems += _clashes(piece, found[:at], common)
    if common is not None and not report.problems:
        sheets = _sheets(found)
        report.problems += [problem for piece in found for problem in _wrong_sheets(piece, sheets)]
        report.problems += [problem for piece in found for problem in _wrong_stocks(piece, common)]
        report.problems += [problem for piece in found for problem in _wrong_others(piece, found)]
        report.problems += _unsaid(folder, (*folder.rglob(PIECE), *folder.rglob("*.xml")), _texts(found, common)["en"])
    if report.problems or common is None:
        raise Problems("The declaration of pieces", report.problems)
    return _gathered(found, common, sizes)


def read_own_pieces(
    folder: Path, paths: Sequence[Path], usual: Pieces, sizes: PageSizes
) -> tuple[Pieces, tuple[Diagnostic, ...]]:
    """The program's pieces and those that these files below the user's folder declare, and what is wrong with them.

    A piece with a mistake is left out. None takes the place of another, or of a template, a word, a sheet or a file.
    """
    problems: list[Diagnostic] = []
    found = list(usual.by_id.values())
    for path in paths:
        report = Report()
        name = path.relative_to(folder).as_posix()
        piece = _piece(path, name, sizes, report)
        if piece is not None and piece.medium == "copy":
            message = msg("Pieces of {medium} are made by the program alone.", medium=piece.medium)
            report.problems.append(piece.mistake(("takes",), message, "Make a piece of print, or remove its folder."))
        if piece is not None and not report.problems:
            more = [*found, piece]
            report.problems += _clashes(piece, found, usual.common)
            report.problems += _wrong_sheets(piece, _sheets(more))
            report.problems += _wrong_stocks(piece, usual.common)
            report.problems += _unsaid(folder, (path, *path.parent.glob("*.xml")), _texts(more, usual.common)["en"])
        if report.problems or piece is None:
            problems += report.problems
        else:
            found.append(piece)
    return _gathered(found, usual.common, sizes), tuple(problems)


def without(pieces: Pieces, names: Iterable[str], sizes: PageSizes) -> Pieces:
    """The pieces but for these."""
    gone = frozenset(names)
    kept = [piece for piece in pieces.by_id.values() if piece.id not in gone]
    return _gathered(kept, pieces.common, sizes) if gone else pieces


def _gathered(found: list[PieceDeclaration], common: CommonWords, sizes: PageSizes) -> Pieces:
    found = sorted(found, key=lambda piece: (MEDIA.index(piece.medium), piece.spec.order, piece.id))
    return Pieces(
        MappingProxyType({piece.id: piece for piece in found}),
        MappingProxyType(
            {
                piece.template(page): fields
                for piece in found
                for page in piece.spec.page
                if (fields := piece.fields(page))
            }
        ),
        MappingProxyType(
            {piece.template(page): side.title["en"] for piece in found for page, side in piece.spec.page.items()}
        ),
        MappingProxyType({template: piece for piece in found for template in piece.templates}),
        _book(found, common, sizes),
        _texts(found, common),
        common,
    )


def _common(folder: Path, report: Report) -> CommonWords | None:
    path = folder / "print" / COMMON
    return read_into(report, path, f"print/{COMMON}", CommonWords, decoder({CommonWords: _check_common}))


def _piece(path: Path, name: str, sizes: PageSizes, report: Report) -> PieceDeclaration | None:
    """The piece that a file declares, called `name` in mistakes: "MEDIUM/PIECE/piece.toml"."""
    folder = path.parent
    medium = next(
        (known_medium for known_medium in MEDIA if known_medium == folder.parent.name and name.count("/") == 2), None
    )
    if medium is None:
        known = nearest(folder.parent.name, MEDIA)
        report.problems.append(in_file(name, 0, "A piece is in the folder of its medium.", known))
        return None
    if not _NAME.fullmatch(folder.name):
        message = msg("{name} cannot be the name of a piece.", name=short(folder.name))
        report.problems.append(in_file(name, 0, message, "Use lowercase letters, digits and hyphens."))
        return None
    lines = list[KeyLines]()

    def check_file(spec: PieceSpec, place: KeyPlace) -> None:
        lines.append(place.lines)
        _check_piece(spec, place, folder=folder, medium=medium)

    checks: dict[type, Callable[[Any, KeyPlace], None]] = {
        PieceSpec: check_file,
        SheetRow: partial(check_sheet, sizes=sizes),
        OnPaper: partial(_check_paper, sizes=sizes),
    }
    hints: dict[tuple[type, str], str] = {
        **{(ContentSource, old): msg("Write {form}.", form=form) for old, form in FORMS.items()},
        **OLDER,
    }
    spec = read_into(report, path, name, PieceSpec, decoder(checks, hints))
    return None if spec is None else PieceDeclaration(f"{medium}/{folder.name}", medium, spec, lines[-1])


# ------------------------------------------------------------------ checks


def _check_common(found: PieceSpec | CommonWords, place: KeyPlace) -> None:
    check_schema(found, place)
    _check_languages(found.words, place.child("words"))


def _check_languages(words: Mapping[str, Mapping[str, str]], place: KeyPlace) -> None:
    """Report words that one language has and another lacks."""
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


def _check_piece(spec: PieceSpec, place: KeyPlace, *, folder: Path, medium: Medium) -> None:
    _check_common(spec, place)
    _check_source(spec.takes, place.child("takes"), medium)
    _check_slide(spec, place, medium)
    if bool(spec.file) != (medium == "print"):
        place.wrong("A piece has a [[file]] if it is printed, and none if it is not.")
    _check_pages(spec, place, {path.stem for path in folder.glob("*.xml")})
    for number, file in enumerate(spec.file):
        _check_file(spec, file, place.child("file", number))
    _check_ways(spec, place)


def _check_source(takes: ContentSource, place: KeyPlace, medium: Medium) -> None:
    if (takes.text is not None) + (takes.list is not None) + (takes.entry is not None) != 1:
        place.wrong("A piece takes a text, a list or an entry, one of the three.")
    elif takes.name not in TAKES[medium]:
        message = msg("A piece of {medium} cannot take {name}.", medium=medium, name=short(takes.name))
        place.wrong(message, nearest(takes.name, TAKES[medium]))
    if (takes.list == "names") != bool(takes.each) or (takes.training and not takes.each):
        hint = msg("Write {form}.", form=FORMS["certificate"]) if takes.list == "names" else ""
        place.wrong("A list of names says in each which field a name fills; nothing else has each or training.", hint)


def _check_ways(spec: PieceSpec, place: KeyPlace) -> None:
    """Report combinations in which some of the content would be dropped."""
    takes = spec.takes
    for at, file in enumerate(spec.file):
        laid, several = any(file.on(paper).sheet for paper in PAPERS), len(file.pages) > 1 or spec.languages > 1
        if laid and takes.name == "handout":
            message = msg("A piece that takes {name} cannot lie on a sheet.", name=takes.name)
            place.child("file", at).wrong(message, "Remove the sheets, or take words.")
        if spec.flow and (laid or several or takes.each):
            place.child("flow").wrong(
                "What goes on to further pages has one page in one language, no sheet and no list of names."
            )
        if several:
            for page in (page for page in dict.fromkeys(file.pages) if page in spec.page and spec.page[page].rows):
                message = msg("{page} has rows, so its file has one page in one language.", page=page)
                place.child("page", page, "rows").wrong(message, "Remove the rows, or the other page and languages.")
        if len(file.pages) > 1 and takes.name not in ("words", "names"):
            message = msg("A piece that takes {name} has one page in each file.", name=takes.name)
            place.child("file", at, "pages").wrong(message, "Name one page, or take words.")
    if spec.languages > 1 and takes.name != "words":
        message = msg("A piece that takes {name} is in one language.", name=takes.name)
        place.child("languages").wrong(message, "Remove languages, or take words.")


def _check_slide(spec: PieceSpec, place: KeyPlace, medium: Medium) -> None:
    """A layout for new slides has a place among them, and words to begin with."""
    if not spec.new_slide:
        return
    if medium != "deck":
        place.child("new_slide").wrong("Only a slide layout can be offered for new slides.")
    if medium == "deck" and "en" not in spec.sample:
        place.wrong("A layout for new slides needs sample text.", "Add [sample.en].")
    if medium == "deck" and [bool(side.fields) for side in spec.page.values()] != [True]:
        place.child("new_slide").wrong("A layout for new slides has one page, and fields to fill in.")


def _check_pages(spec: PieceSpec, place: KeyPlace, designs: set[str]) -> None:
    for page, side in spec.page.items():
        if page not in designs:
            place.child("page", page).wrong(msg("There is no file {name}.xml.", name=page), nearest(page, designs))
        if side.fields_of and side.fields_of not in spec.page:
            place.child("page", page, "fields_of").wrong(
                msg("There is no page {name} here.", name=short(side.fields_of)), nearest(side.fields_of, spec.page)
            )
        fields = spec.page[side.fields_of].fields if side.fields_of in spec.page else side.fields
        for name in (name for name in side.room if name not in fields):
            message = msg("{owner} has no field {name}.", owner=page, name=short(name))
            place.child("page", page, "room", name).wrong(message, nearest(name, fields))
    for name in sorted(designs - set(spec.page)):
        place.wrong(msg("{name}.xml is not a page of this piece.", name=name), msg("Add [page.{name}].", name=name))


def _check_file(spec: PieceSpec, file: PrintFile, place: KeyPlace) -> None:
    for at, page in enumerate(file.pages):
        if page not in spec.page:
            place.child("pages", at).wrong(
                msg("There is no page {name} here.", name=short(page)), nearest(page, spec.page)
            )
    if len(set(file.pages)) < len(file.pages):
        place.child("pages").wrong("A page cannot be its own back.", "Name another page for the back.")
    rows = {name for side in spec.page.values() for name in side.rows}
    if file.amount and file.amount.lines and file.amount.lines not in rows:
        place.child("amount", "lines").wrong(
            msg("There are no rows {name} here.", name=short(file.amount.lines)), nearest(file.amount.lines, rows)
        )


def _check_paper(on: OnPaper, place: KeyPlace, *, sizes: PageSizes) -> None:
    known = [size.id for size in sizes.of("print")]
    if on.size not in known:
        place.child("size").wrong(
            msg("There is no page size {name} for print.", name=short(on.size)), nearest(on.size, known)
        )


def _sheets(pieces: Iterable[PieceDeclaration]) -> dict[str, tuple[str, SheetRow]]:
    """Each sheet with the piece that declares it."""
    return {row.id: (piece.id, row) for piece in pieces for row in piece.spec.sheet}


def _wrong_sheets(piece: PieceDeclaration, sheets: Mapping[str, tuple[str, SheetRow]]) -> Iterator[Diagnostic]:
    """Sheets that no piece declares, and those that do not show all of the piece."""
    spec = piece.spec
    for at, file in enumerate(spec.file):
        alone = (len(file.pages), spec.languages, spec.takes.each) == (1, 1, "")
        for paper in PAPERS:
            sheet = file.on(paper).sheet
            path = ("file", at, paper, "sheet")
            if sheet and sheet not in sheets:
                message = msg("There is no sheet {name}.", name=short(sheet))
                yield piece.mistake(path, message, nearest(sheet, sheets))
            elif sheet and sheets[sheet][1].back_y0 and not alone:
                message = msg("Both sides of the tents on the sheet {name} show one page in one language.", name=sheet)
                yield piece.mistake(path, message, "Name one page of words, or another sheet.")
            elif sheet and spec.languages > sheets[sheet][1].columns:
                message = msg("The sheet {name} has fewer columns than the piece has languages.", name=sheet)
                yield piece.mistake(path, message, "Declare fewer languages, or another sheet.")


def _wrong_stocks(piece: PieceDeclaration, common: CommonWords) -> Iterator[Diagnostic]:
    """Stocks that nobody describes."""
    for at, file in enumerate(piece.spec.file):
        if file.stock not in common.stock:
            message = msg("There is no stock {name}.", name=short(file.stock))
            yield piece.mistake(("file", at, "stock"), message, nearest(file.stock, common.stock))


def _clashes(
    piece: PieceDeclaration, others: Sequence[PieceDeclaration], common: CommonWords | None
) -> Iterator[Diagnostic]:
    """What a piece declares that another one has: nothing has two owners.

    All words on paper are in one list, which a campaign may change by their names.
    """
    if piece.id in {other.id for other in others}:
        message = msg("The program has a piece {name} already.", name=piece.id)
        yield piece.mistake((), message, "Give its folder another name.")
        return
    templates = {name: other.id for other in others for name in other.templates}
    for page in (page for page in piece.spec.page if piece.template(page) in templates):
        name = piece.template(page)
        message = msg("{name} is a page of two pieces.", name=short(name))
        yield piece.mistake(("page", page), message, msg("{piece} has it, too.", piece=templates[name]))
    words = dict.fromkeys(common.words.get("en", {}) if common else (), f"print/{COMMON}")
    words |= {name: other.id for other in others for name in other.spec.words.get("en", {})}
    for name in (name for name in piece.spec.words.get("en", {}) if name in words):
        message = msg("{name} is said by two pieces.", name=short(name))
        yield piece.mistake(("words", "en", name), message, msg("{piece} says it, too.", piece=words[name]))
    sheets = _sheets(others)
    for at, row in ((at, row) for at, row in enumerate(piece.spec.sheet) if row.id in sheets):
        message = msg("The sheet {name} is declared twice.", name=short(row.id))
        yield piece.mistake(("sheet", at, "id"), message, msg("{piece} has it, too.", piece=sheets[row.id][0]))
    files = {name: other.id for other in others for name in _file_names(other)}
    for name, at in sorted((name, at) for name, at in _file_names(piece).items() if name in files):
        message = msg("{name} is a file of two pieces.", name=short(name))
        yield piece.mistake(("file", at), message, msg("{piece} has it, too.", piece=files[name]))


def _wrong_others(piece: PieceDeclaration, found: Sequence[PieceDeclaration]) -> Iterator[Diagnostic]:
    """What is wrong with the pieces named in `photos` and `also`: there is none, or it has other fields."""
    names = {other.name: other for other in found if other.medium == piece.medium and other.id != piece.id}
    own = piece.fields(next(iter(piece.spec.page)))
    words = {"photos": set(own), "also": {name for name, spec in own.items() if spec.kind != "scene"}}
    for key, named in (("photos", piece.spec.photos), ("also", piece.spec.also)):
        other = names.get(named)
        if named and other is None:
            message = msg("There is no piece {name} here.", name=short(named))
            yield piece.mistake((key,), message, nearest(named, names))
        elif other is not None and not words[key] <= set(other.fields(next(iter(other.spec.page)))):
            message = msg(
                "{name} does not take all the words of {other}.", name=short(other.name), other=short(piece.name)
            )
            yield piece.mistake((key,), message, "Name a piece that takes the same words.")


def _file_names(piece: PieceDeclaration) -> Mapping[str, int]:
    """The names of the files that a piece always has and which file each is; those of a handout have its name."""
    if piece.spec.takes.name == "handout":
        return {}
    return {
        (file.on(paper).name or file.name).replace("{id}", piece.name): at
        for at, file in enumerate(piece.spec.file)
        for paper in PAPERS
    }


def _unsaid(folder: Path, paths: Iterable[Path], known: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Words that declarations and templates name and that no piece says."""
    for path in sorted(paths):
        with path.open("rb") as opened:
            text = opened.read(MAX_BYTES).decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            for name in (named for named in _SAID.findall(line) if named not in known):
                message = msg("No piece says {name}.", name=short(name))
                yield in_file(path.relative_to(folder).as_posix(), number, message, nearest(name, known))


# ------------------------------------------------------------------ what follows


def _book(pieces: list[PieceDeclaration], common: CommonWords, sizes: PageSizes) -> SheetBook:
    rows = [row for piece in pieces for row in piece.spec.sheet]
    notes = {
        language: replace(note, fits={row.id: row.fits[language] for row in rows if language in row.fits})
        for language, note in common.notes.items()
    }
    return SheetBook(MappingProxyType({row.id: sheet_of(row, sizes) for row in rows}), MappingProxyType(notes))


def _texts(pieces: list[PieceDeclaration], common: CommonWords) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for words in (common.words, *(piece.spec.words for piece in pieces)):
        for language, texts in words.items():
            found.setdefault(language, {}).update(texts)
    return found
