"""What each design family draws: its own pages, parts and type over those of its base."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path

from htpm_studio.compose.decorations import DECORATIONS, TILES
from htpm_studio.compose.patch_tiles import Tile, read_tiles
from htpm_studio.compose.schema import GROUNDS
from htpm_studio.compose.styles import StyleSheet, read_family_styles
from htpm_studio.compose.template import Library, Template, TemplatePart, nearest
from htpm_studio.compose.template_checks import check_part, check_template
from htpm_studio.compose.template_file import read_template_file
from htpm_studio.compose.template_library import STYLES, at_most, bundled_mistakes, misfits, own_files
from htpm_studio.decoding.source import Report
from htpm_studio.errors import Diagnostic, InputError, Problems, by_place, from_os_error, in_file, msg
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import families
from htpm_studio.pieces.families import BASE, FAMILY, Accent, Family, FamilyFonts, StartGround
from htpm_studio.pieces.model import Register
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.own_fonts import load_font
from htpm_studio.scene.nodes import FontSource
from htpm_studio.text.fonts import FontPair, own_name

NOTHING = "none"
"""What a family writes for its drawings when it has none."""


@dataclass(frozen=True, slots=True)
class FamilyDesign:
    """A design family with all that kits in it are drawn from, what its base draws included.

    `font_folders` are where its faces are looked for first; `drawn` are the pages that it or its base draws, where that
    is not the first family. `faces` are those that the user has brought. The recipes of
    `drawings` are drawn, all where that is None; `tiles` is one of them. `start` is the ground of the head of the start
    page, `accent` where the accent of a brand comes from.
    """

    family: Family
    library: Library
    styles: StyleSheet
    fonts: FamilyFonts
    font_folders: tuple[Path, ...] = ()
    grounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    calm: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    registers: Mapping[str, tuple[Register, ...]] = field(default_factory=dict)
    drawn: frozenset[str] = frozenset()
    faces: tuple[FontSource, ...] = ()
    drawings: frozenset[str] | None = None
    tiles: tuple[Tile, ...] = ()
    start: StartGround = ""
    accent: Accent = "tonal"

    def first_pair(self, usual: FontPair) -> FontPair | None:
        """Its own fonts; None where they are those of the first pair, which is the `usual` one."""
        fonts = self.fonts
        if fonts == FamilyFonts():
            return None
        head = fonts.head[0] if fonts.head else usual.head
        return FontPair(
            head=head, text=fonts.text or usual.text, office=fonts.office or usual.office,
            small=fonts.small or (head if fonts.head else usual.small), more_heads=fonts.head[1:],
            second=fonts.second, folders=self.font_folders, own=self.faces,
        )  # fmt: skip


class FamilyDesigns(Mapping[str, FamilyDesign]):
    """All design families by id; one of the program's is read when somebody asks for it. Threads may share them.

    Raises Problems with all mistakes of a family of the program's, which `program_mistakes` and tests look for.
    """

    def __init__(self, families: Mapping[str, Family], made: Mapping[str, FamilyDesign]) -> None:
        self.families = families
        self._made = dict(made)
        self._lock = threading.RLock()

    def __reduce__(self) -> tuple[object, ...]:
        """Another process, whose files may be elsewhere, gets all of them."""
        return FamilyDesigns, (self.families, dict(self))

    def __getitem__(self, name: str) -> FamilyDesign:
        family = self.families[name]
        with self._lock:
            if name not in self._made:
                design, found = _design(family, self[family.spec.base], _files(family))
                if design is None:
                    raise Problems(msg("The family {name}", name=name), found)
                self._made[name] = design
            return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.families)

    def __len__(self) -> int:
        return len(self.families)


def load_families(base: Library, styles: StyleSheet) -> FamilyDesigns:
    """Every family that is declared, drawn from the first one, whose library and type sheet these are.

    One of the user's with a mistake is left out; the library of each family has in its `problems` what is wrong.
    """
    by_id = families()
    first = by_id[BASE].spec
    made = {BASE: FamilyDesign(by_id[BASE], base, styles, first.fonts, grounds=first.grounds, calm=first.calm)}
    ours = FamilyDesigns({name: known for name, known in by_id.items() if not known.own}, made)
    wrong: list[Diagnostic] = []
    for family in sorted(by_id.values(), key=lambda candidate: candidate.spec.base != BASE):
        usual = made.get(family.spec.base) or ours.get(family.spec.base)
        if family.own and usual is not None:
            design, found = _design(family, usual, _files(family))
            wrong += found
            if design is not None:
                made[family.id] = design
    if wrong:
        problems = by_place([*base.problems, *wrong])
        made = {
            name: replace(made_design, library=replace(made_design.library, problems=problems))
            for name, made_design in made.items()
        }
    return FamilyDesigns({name: known for name, known in by_id.items() if not known.own or name in made}, made)


def program_mistakes(designs: Mapping[str, FamilyDesign]) -> list[Diagnostic]:
    """What is wrong in the pages and parts of the program's families, each mistake once."""
    ours = (design for design in designs.values() if not design.family.own)
    return list(
        dict.fromkeys(wrong for design in ours for wrong in bundled_mistakes(design.library, design.styles.names()))
    )


def _design(family: Family, usual: FamilyDesign, files: Sequence[Path]) -> tuple[FamilyDesign | None, list[Diagnostic]]:
    """A family over its base; None with what is wrong."""
    report = Report()
    styles = read_family_styles(family.folder / STYLES, family.file(STYLES), usual.styles, report)
    problems = [*report.problems, *_wrong_names(family)]
    if styles is None:
        return None, problems
    templates, parts, found = _read(family, usual.library, files)
    problems += found
    names = frozenset(styles.names())
    seen = {**usual.library.parts, **parts}
    for part in parts.values():
        found = list(check_part(part, names, seen)) if family.own else []
        problems += at_most(part.file, [*found, *_without_parameters(part, usual.library.parts)])
    for template in templates.values() if family.own else ():
        problems += at_most(template.file, list(check_template(template, names, seen)))
    tiles = read_tiles(family.folder / TILES, family.file(TILES), problems)
    brought, found = _brought_faces(family) if family.own and not problems else ({}, [])
    problems += found
    if problems:
        return None, problems
    fonts = family.spec.fonts.renamed({name: own_name(face) for name, face in brought.items()}).over(usual.fonts)
    return FamilyDesign(
        family, _over(usual.library, templates, parts, own=family.own), styles, fonts,
        font_folders=usual.font_folders if family.own else (family.fonts_folder, *usual.font_folders),
        grounds={**usual.grounds, **family.spec.grounds},
        calm={**usual.calm, **family.spec.calm},
        registers={**usual.registers, **family.spec.registers},
        drawn=usual.drawn | set(templates),
        faces=(*brought.values(), *usual.faces),
        drawings=usual.drawings if family.spec.drawings is None else frozenset(family.spec.drawings),
        tiles=tiles or usual.tiles,
        start=family.spec.start or usual.start,
        accent=family.spec.accent or usual.accent,
    ), []  # fmt: skip


def _brought_faces(family: Family) -> tuple[dict[str, FontSource], list[Diagnostic]]:
    """The faces in the folder of a family of the user's, checked and made plain in a process of their own, by name."""
    fonts, made, problems = family.spec.fonts, dict[str, FontSource](), list[Diagnostic]()
    for name in dict.fromkeys((*fonts.head, fonts.small, fonts.second)):
        path = family.fonts_folder / f"{name}.ttf"
        if not name or not path.is_file():
            continue
        try:
            state = path.stat()
            made[name] = _brought_face(path, state.st_size, state.st_mtime_ns)
        except OSError as error:
            raised = from_os_error(error)
            problems.append(in_file(family.file(f"fonts/{path.name}"), 0, raised.message, raised.hint))
        except InputError as error:
            problems.append(in_file(family.file(f"fonts/{path.name}"), 0, error.message, error.hint))
    return made, problems


@lru_cache(maxsize=40)
def _brought_face(path: Path, _size: int, _changed: int) -> FontSource:
    """The first face of a font file; read again when the file has changed."""
    return load_font((path,), "heading", JobContext()).faces[0]


def _over(
    usual: Library, templates: Mapping[str, Template], parts: Mapping[str, TemplatePart], *, own: bool
) -> Library:
    """The library of a base with these pages and parts; what the user has put in the place of a page stays there."""
    own_pages = {name: template for name, template in usual.templates.items() if template.own}
    own_parts = {name: part for name, part in usual.own_parts.items() if usual.parts.get(name) is not part}
    pages, shared = {**usual.bundled, **templates}, {**usual.parts, **parts}
    if own:
        return replace(usual, templates={**pages, **own_pages}, own_parts={**shared, **own_parts}, below=usual)
    return Library({**pages, **own_pages}, shared, {**shared, **own_parts}, pages, usual.problems)


def _read(
    family: Family, usual: Library, files: Sequence[Path]
) -> tuple[dict[str, Template], dict[str, TemplatePart], list[Diagnostic]]:
    templates: dict[str, Template] = {}
    parts: dict[str, TemplatePart] = {}
    problems: list[Diagnostic] = []
    pages = replace(usual, templates=usual.bundled)  # the program's: those of the user may ask for less or more
    for path in files:
        name = family.file(path.relative_to(family.folder).as_posix())
        template, shared, wrong = read_template_file(path, name, own=family.own)
        if template is not None and not wrong:
            wrong = list(_not_of_base(template, usual)) or [
                *misfits(template, pages, templates),
                *_lost(template, usual),
            ]
        parts |= {part.name: part for part in shared}
        if template is not None:
            templates[template.id] = template
        problems += at_most(name, wrong)
    return templates, parts, problems


def _files(family: Family) -> list[Path]:
    """The XML files of a family, in the order of their names; of the user's those that are read at all."""
    paths = own_files(family.folder.parent.parent)[0] if family.own else sorted(family.folder.rglob("*.xml"))
    return [path for path in paths if path.suffix.lower() == ".xml" and path.is_relative_to(family.folder)]


def _not_of_base(template: Template, usual: Library) -> Iterator[Diagnostic]:
    """A page of a family is drawn in the place of one of its base: which pages there are is for pieces to say."""
    if template.id not in usual.bundled:
        message = msg("There is no template {id}{near}", id=template.id, near=nearest(template.id, usual.bundled))
        yield in_file(template.file, 1, message)


def _lost(template: Template, usual: Library) -> Iterator[Diagnostic]:
    """Fields that the page of the base shows and this one lacks: their words would be missing from each kit."""
    needed = (field.name for field in usual.bundled[template.id].fields if field.required)
    if lost := [name for name in needed if name not in template.field_names()]:
        message = msg(
            "{id} leaves out {fields}, which the page of its base shows.", id=template.id, fields=", ".join(lost)
        )
        yield in_file(template.file, 1, message, msg("Write {fields} in fields and show it.", fields=" ".join(lost)))


def _without_parameters(part: TemplatePart, parts: Mapping[str, TemplatePart]) -> Iterator[Diagnostic]:
    """What pages of the base give to a part and this one does not take."""
    usual = parts.get(part.name)
    for name in (name for name in (usual.defaults if usual else ()) if name not in part.defaults):
        message = msg('The part "{part}" needs the attribute "{name}".', part=part.name, name=name)
        yield in_file(part.file, part.line, message, "Pages of its base give it that; it need not use it.")


def _wrong_names(family: Family) -> Iterator[Diagnostic]:
    """Grounds and recipes that there are not."""
    for recipe in (drawing for drawing in family.spec.drawings or () if drawing not in (*DECORATIONS, NOTHING)):
        message = msg("There is no drawing {name}{near}", name=recipe[:40], near=nearest(recipe, DECORATIONS))
        yield in_file(family.file(FAMILY), 0, message)
    tables = (*family.spec.grounds.values(), *family.spec.calm.values())
    grounds = dict.fromkeys(ground for names in tables for ground in names)
    for ground in (name for name in grounds if name not in GROUNDS):
        message = msg("{name} is not a ground{near}", name=ground, near=nearest(ground, GROUNDS))
        yield in_file(family.file(FAMILY), 0, message)
