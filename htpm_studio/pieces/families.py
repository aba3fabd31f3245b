"""Design families: each folder in `templates/families` is one way to draw all pieces, declared by its `family.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

from htpm_studio.decoding.declaration_file import check_schema, decoder, read_into
from htpm_studio.decoding.source import KeyPlace, Report, nearest, short
from htpm_studio.decoding.values import Form, Most
from htpm_studio.errors import Diagnostic, Message, Problems, in_file, msg
from htpm_studio.frozen import dataclass
from htpm_studio.languages.model import InEnglish
from htpm_studio.pieces.model import Register
from htpm_studio.pieces.read_pieces import Pieces

FAMILIES, FAMILY, BASE = "families", "family.toml", "common-thread"
"""The folder of all families, the file that makes a folder in it one, and the first, which draws every piece."""

FamilyStyle = Literal["classic", "calm"]
WrittenStyle = Literal["classic", "calm", "bold"]
"""Styles that files of families may name: those there are, and one that there was."""

StartGround = Literal["", "deep", "panel", "dark"]
Suit = Literal["colorless", "two-colors", "wide-logo", "symbol"]
"""Brands that a family may be made for: without a color, of two; with a logo much wider than high, or a mark alone."""

MOST_OWN, MOST_FACES = 20, 100
OfficeFace = Literal["", "Arimo-700", "ArimoNarrow-700", "Gelasio-700"]
"""As wide as Arial bold, Arial Narrow bold and Georgia bold, which come with the computer or with Office."""

Accent = Literal["", "tonal", "bright", "leaning"]
"""Of a brand without an accent: a tone of its color, or amber or sky, which call. Without any color it stays so; a gray
that leans to a color has none for `bright`, and one for `leaning`."""

WEIGHTS = range(400, 801, 100)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_ID = 30
_FACE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


FamilyStyles = Annotated[
    tuple[FamilyStyle, ...],
    Form(tuple[WrittenStyle, ...], lambda names: tuple(name for name in names if name != "bold"), list),
]


@dataclass(frozen=True, slots=True)
class FamilyFonts:
    """The faces of a family, each the name of a file without its ending, in its `fonts` folder or the program's.

    A name ends in the weight (Archivo-Cond800). `head` are the faces of headlines, the usual one first; `small` is that
    of those in print below 20 points, `second` that of what speaks beside them. `text` is what the names of five faces
    begin with, one for each weight from 400 to 800 (PublicSans-400). Headlines that Office sets are measured with
    `office`. What is empty is as in the base, an empty `small` the first of `head`.
    """

    head: Annotated[tuple[str, ...], Most(4)] = ()
    small: str = ""
    second: str = ""
    text: str = ""
    office: OfficeFace = ""

    def over(self, other: FamilyFonts) -> FamilyFonts:
        """These, and what they leave open from the fonts of a base; headlines and their small face go together."""
        small = self.small if self.head else self.small or other.small
        return FamilyFonts(
            self.head or other.head, small, self.second or other.second, self.text or other.text,
            self.office or other.office,
        )  # fmt: skip

    def renamed(self, names: Mapping[str, str]) -> FamilyFonts:
        """The same with other names for some of the faces of headlines and of what speaks beside them."""
        head = tuple(names.get(name, name) for name in self.head)
        small, second = names.get(self.small, self.small), names.get(self.second, self.second)
        return FamilyFonts(head, small, second, self.text, self.office)

    def files(self) -> dict[str, tuple[str, ...]]:
        """The faces by the key that names them."""
        text = tuple(f"{self.text}-{weight}" for weight in WEIGHTS) if self.text else ()
        single = {key: (name,) for key, name in (("small", self.small), ("second", self.second)) if name}
        return {"head": self.head, "text": text, **single}


@dataclass(frozen=True, slots=True)
class FamilySpec:
    """A family as it is written. `base` is the family that draws what this one does not.

    `title` and `about` are its name and one line about it, by language. `styles` are those of a brand that it has,
    `mockups` the pages by which people choose it. It is suggested to brands that it `suits`. `grounds` are those that a
    design for posts can be on here, its own first, by the name of its page, and `calm` those that it has instead in the
    style calm. `registers` are how designs speak here on a ground of color and on a light one. `accent` is where the
    accent comes from. `drawings` are the recipes that are drawn at all, on inherited pages, too; `start` is the ground
    of the head of START-HERE.html. What is left out is as in the base.
    """

    schema: int
    order: int
    title: Annotated[Mapping[str, Annotated[str, Most(30)]], InEnglish]
    about: Annotated[Mapping[str, Annotated[str, Most(80)]], InEnglish]
    mockups: Annotated[tuple[str, ...], Most(3)]
    base: str = BASE
    styles: FamilyStyles = get_args(FamilyStyle)
    suits: tuple[Suit, ...] = ()
    fonts: FamilyFonts = FamilyFonts()
    grounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    calm: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    registers: Mapping[str, Annotated[tuple[Register, ...], Most(2)]] = field(default_factory=dict)
    accent: Accent = ""
    drawings: tuple[str, ...] | None = None
    start: StartGround = ""


@dataclass(frozen=True, slots=True)
class Family:
    """A design family: its id, its folder, and what is declared of it; `own` that it is the user's."""

    id: str
    folder: Path
    spec: FamilySpec
    own: bool = False

    @property
    def title(self) -> Message:
        """What it is called; translated as the file says."""
        return Message(self.spec.title["en"])

    @property
    def about(self) -> Message:
        """The line about it; translated as the file says."""
        return Message(self.spec.about["en"])

    @property
    def fonts_folder(self) -> Path:
        """Where its own faces are."""
        return self.folder / "fonts"

    def file(self, name: str) -> str:
        """What mistakes call a file of the family."""
        return f"{FAMILIES}/{self.id}/{name}"


def is_family_id(name: str) -> bool:
    """Whether a family can have this id, which is the name of its folder."""
    return len(name) <= _LONGEST_ID and _ID.fullmatch(name) is not None


def read_families(folder: Path, pieces: Pieces, faces: Path) -> Mapping[str, Family]:
    """Read every family below the program's folder of templates; raises Problems with every mistake in their files.

    `faces` is the folder of fonts of the program.
    """
    report = Report()
    paths = sorted((folder / FAMILIES).glob(f"*/{FAMILY}"))
    found = [family for path in paths if (family := _family(path, pieces, faces, report, own=False)) is not None]
    for family in found:
        report.problems += _wrong_base(family, {other.id: other for other in found})
    if report.problems:
        raise Problems("The declaration of families", report.problems)
    return _ordered(found)


def read_own_families(
    folder: Path, paths: Sequence[Path], usual: Mapping[str, Family], pieces: Pieces, faces: Path
) -> tuple[Mapping[str, Family], tuple[Diagnostic, ...]]:
    """The program's families and those that these files below the user's folder declare, and what is wrong with them.

    A family with a mistake is left out. None takes the place of one of the program.
    """
    problems: list[Diagnostic] = []
    found = dict(usual)
    for path in paths:
        report = Report()
        family = _family(path, pieces, faces, report, own=True)
        name = path.relative_to(folder).as_posix()
        if family is not None and family.id in usual:
            message = msg("The program has a family {name} already.", name=family.id)
            report.problems.append(in_file(name, 0, message, "Give its folder another name."))
        if family is not None and not report.problems:
            report.problems += _wrong_base(family, usual)
        if len(found) - len(usual) >= MOST_OWN and not report.problems:
            message = msg("There are more than {most} families.", most=MOST_OWN)
            report.problems.append(in_file(name, 0, message, "Keep only those that you use there."))
        if family is None or report.problems:
            problems += report.problems
        else:
            found[family.id] = family
    return _ordered(found.values()), tuple(problems)


def _ordered(families: Iterable[Family]) -> Mapping[str, Family]:
    """Families by id: the program's first, each in the order that it asks for."""
    ordered = sorted(families, key=lambda family: (family.own, family.spec.order, family.id))
    return MappingProxyType({family.id: family for family in ordered})


def _wrong_base(family: Family, known: Mapping[str, Family]) -> Iterator[Diagnostic]:
    """A base that is not there, or that has a base itself."""
    base = family.spec.base
    if family.id == BASE:
        return
    if base not in known or base == family.id:
        message = msg("There is no family {name}.", name=short(base))
        others = (name for name in known if name != family.id)
        yield in_file(family.file(FAMILY), 0, message, nearest(base, others))
    elif base != BASE and known[base].spec.base != BASE:
        message = msg("{name} has a base of its own.", name=base)
        yield in_file(family.file(FAMILY), 0, message, msg("Write {name}.", name=BASE))


def _family(path: Path, pieces: Pieces, faces: Path, report: Report, *, own: bool) -> Family | None:
    folder = path.parent
    name = f"{FAMILIES}/{folder.name}/{FAMILY}"
    if not is_family_id(folder.name):
        message = msg("{name} cannot be the name of a family.", name=short(folder.name))
        report.problems.append(in_file(name, 0, message, "Use lowercase letters, digits and hyphens."))
        return None
    checks: dict[type, Callable[[Any, KeyPlace], None]] = {
        FamilySpec: partial(_check_file, pieces=pieces),
        FamilyFonts: partial(_check_fonts, folder=folder / "fonts", faces=faces, own=own),
    }
    spec = read_into(report, path, name, FamilySpec, decoder(checks))
    return None if spec is None else Family(folder.name, folder, spec, own)


def _check_file(spec: FamilySpec, place: KeyPlace, *, pieces: Pieces) -> None:
    check_schema(spec, place)
    if "classic" not in spec.styles:
        place.child("styles").wrong("Every family has the style classic.")
    posts = [name for piece in pieces.of("social") for name in piece.templates]
    for at, name in enumerate(spec.mockups):
        if name not in posts:
            message = msg("There is no design {name} for posts.", name=short(name))
            place.child("mockups", at).wrong(message, nearest(name, posts))
    pages = {name.partition("/")[2] for name in posts}
    for key, names in (("grounds", spec.grounds), ("calm", spec.calm), ("registers", spec.registers)):
        for name in (name for name in names if name not in pages):
            message = msg("There is no design {name} for posts.", name=short(name))
            place.child(key, name).wrong(message, nearest(name, pages))


def _check_fonts(fonts: FamilyFonts, place: KeyPlace, *, folder: Path, faces: Path, own: bool) -> None:
    """What is wrong with the fonts of a family; the user's has text in the program's, as that needs five weights."""
    usual = {path.stem for path in faces.glob("*.ttf")}
    brought = {path.stem for path in islice(folder.glob("*.ttf"), MOST_FACES)}
    for key, names in fonts.files().items():
        known = usual if own and key == "text" else usual | brought
        for name in names:
            if not _FACE.fullmatch(name) or name not in known:
                message = msg("There is no font called {name}.", name=short(name))
                place.child(key).wrong(message, nearest(name, known))
