"""Reading all templates: the program's, which must be right, and the user's, which add to them or replace them.

The user's folder is like that of the program: it may also have page sizes (`sizes.toml`) and pieces (folders with a
`piece.toml`), which are declared on the way.

A mistake in a file of the user's takes out that file alone and is reported in a sentence; nothing else stops.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from htpm_studio.compose.piece_checks import check_piece
from htpm_studio.compose.template import Library, Template, TemplateElement, TemplatePart, nearest
from htpm_studio.compose.template_checks import check_part, check_template
from htpm_studio.compose.template_file import read_template_file
from htpm_studio.errors import Diagnostic, Problems, by_place, in_file, msg
from htpm_studio.pieces.declared import bundled as bundled_declarations
from htpm_studio.pieces.declared import declare, leave_out, page_sizes, pieces
from htpm_studio.pieces.families import FAMILIES, FAMILY
from htpm_studio.pieces.model import PIECE
from htpm_studio.pieces.sizes import MEDIA, SIZES

MOST_FILES, MOST_SEEN, DEEPEST = 200, 2_000, 4
MOST_PROBLEMS = 12
_ID = re.compile(rf"({'|'.join(sorted(MEDIA))})/[a-z0-9][a-z0-9_-]{{0,39}}")
_FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")
STYLES = "styles.toml"
_BOXES = frozenset({"rows", "row"})


def load_library(folder: Path, styles: Iterable[str], own: Path | None = None) -> Library:
    """Read every .xml file below the program's folder, and those of the user's folder `own` over them, by id.

    They are those of the first family; `compose/family_templates.py` reads what the others draw in another way. From
    here on the pieces, page sizes and families of the user's folder are declared, and those of no other. Raises
    Problems where a file of the program's cannot be read; what is in them is right, see `bundled_mistakes`. What is
    wrong in the user's is in the library's `problems`, and a folder that is not there holds no templates.
    """
    known = frozenset(styles)
    paths, wrong = own_files(own) if own is not None else ([], [])
    declared = declare(
        own, [path for path in paths if path.name == PIECE], [path for path in paths if path.name == FAMILY]
    )
    templates: dict[str, Template] = {}
    parts: dict[str, TemplatePart] = {}
    problems: list[Diagnostic] = []
    for path in sorted(folder.rglob("*.xml")):
        if path.is_relative_to(folder / FAMILIES):
            continue
        template, more, found = read_template_file(path, path.relative_to(folder).as_posix(), own=False)
        problems += found
        parts |= {part.name: part for part in more}
        if template is not None:
            templates[template.id] = template
    if problems:
        raise Problems("The template folder", problems)
    bundled = Library(templates, parts, parts, templates)
    if own is None:
        return bundled
    pages = [path for path in paths if path.suffix.lower() == ".xml" and not path.is_relative_to(own / FAMILIES)]
    library = _with_own(bundled, own, pages, known)
    wrong += [*declared.problems, *library.problems, *_without_undrawable(library)]
    return replace(library, problems=by_place(wrong))


def bundled_mistakes(library: Library, styles: Iterable[str]) -> Iterator[Diagnostic]:
    """What is wrong in the program's own pages, parts and pieces.

    Tests and the `templates` command ask for it, and whoever cannot make a page; no start makes it any better.
    """
    known = frozenset(styles)
    for part in library.parts.values():
        yield from check_part(part, known, library.parts)
    for template in library.bundled.values():
        yield from check_template(template, known, library.parts)
    drawn = library.bundled.keys()
    for piece in bundled_declarations().pieces.by_id.values():
        if drawn >= set(piece.templates):
            yield from check_piece(piece, library.bundled)


def _without_undrawable(library: Library) -> list[Diagnostic]:
    """Leave out the user's pieces that the templates cannot draw; the answer says why."""
    usual = bundled_declarations().pieces.by_id
    own = [piece for name, piece in pieces().by_id.items() if name not in usual]
    wrong = {piece.id: list(check_piece(piece, library.templates)) for piece in own}
    leave_out(name for name, problems in wrong.items() if problems)
    return [problem for problems in wrong.values() for problem in problems]


def _with_own(bundled: Library, folder: Path, paths: Iterable[Path], styles: frozenset[str]) -> Library:
    problems: list[Diagnostic] = []
    found: dict[str, Template] = {}
    own_parts: dict[str, TemplatePart] = {}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        template, shared, wrong = read_template_file(path, name, own=True)
        if template is not None and not wrong:
            wrong = list(misfits(template, bundled, found))
        if wrong:
            problems += at_most(name, wrong)
            continue
        own_parts |= {part.name: part for part in shared}
        if template is not None:
            found[template.id] = with_slots(template)
    parts = _good_parts(bundled, own_parts, styles, problems)
    templates = dict(bundled.templates)
    for template in found.values():
        wrong = list(check_template(template, styles, parts))
        problems += at_most(template.file, wrong)
        if not wrong:
            templates[template.id] = template
    return Library(templates, bundled.parts, parts, bundled.templates, tuple(problems))


def _good_parts(
    bundled: Library, own: dict[str, TemplatePart], styles: frozenset[str], problems: list[Diagnostic]
) -> dict[str, TemplatePart]:
    """The parts that the user's templates see; those with mistakes go, and then those that used them."""
    good = dict(own)
    while True:
        parts = {**bundled.parts, **good}
        wrong = {part.name: list(check_part(part, styles, parts)) for part in good.values()}
        bad = [name for name, found in wrong.items() if found]
        if not bad:
            return parts
        for name in bad:
            problems += at_most(good[name].file, wrong[name])
            del good[name]


def with_slots(template: Template) -> Template:
    """A template of which no text has a slot with slots for all its fields, so that its words stay text in PowerPoint.

    The headline (what is tagged H1, or else the first) becomes the title of the slide.
    """
    shown = [
        (field_of(element), element) for element in template.root.walk() if element.tag == "text" and field_of(element)
    ]
    if any("slot" in element.attributes for element in template.root.walk()) or not shown:
        return template
    head = next((name for name, element in shown if element.attributes.get("tag") == "H1"), shown[0][0])
    others = [name for name in dict.fromkeys(name for name, _ in shown) if name != head]
    slots = {head: "title"} | {name: f"body-{at}" if at > 1 else "body" for at, name in enumerate(others, 1)}
    return replace(template, root=_slotted(template.root, slots))


def _slotted(element: TemplateElement, slots: Mapping[str, str]) -> TemplateElement:
    if element.tag == "for":
        return element
    children = tuple(_slotted(child, slots) for child in element.children)
    name = slots.get(field_of(element), "") if element.tag == "text" else ""
    name = "picture" if element.tag == "picture" else name
    attributes = {**element.attributes, "slot": name} if name else element.attributes
    return replace(element, attributes=attributes, children=children)


def field_of(element: TemplateElement) -> str:
    """The field that a text shows and nothing else; "" for any other."""
    found = _FIELD.fullmatch(element.text)
    return found.group(1) if found else ""


def own_files(folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    """The files of a user's folder that are read, in the order of their names, and that there are too many.

    They are templates, declarations of pieces, and `sizes.toml`.
    """
    found: list[Path] = []
    problems: list[Diagnostic] = []
    seen = 0
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if len(here.relative_to(folder).parts) >= DEEPEST:
            folders.clear()
        seen += len(names)
        paths = (here / name for name in sorted(names) if _is_read(name, here.relative_to(folder).parts))
        found += [path for path in paths if path.is_file()]
        if len(found) > MOST_FILES or seen > MOST_SEEN:
            message = msg(
                "The folder contains more than {templates} templates or {files} files; not all are read.",
                templates=MOST_FILES, files=MOST_SEEN,
            )  # fmt: skip
            problems.append(in_file(folder.name, 0, message, "Keep only templates that you use there."))
            break
    return sorted(found[:MOST_FILES]), problems


def _is_read(name: str, place: tuple[str, ...]) -> bool:
    """Whether a file in that folder of the user's is read: sizes are at the top, a family has files of its own."""
    template = name.lower().endswith(".xml") and not name.startswith(".")
    if place[:1] == (FAMILIES,):
        return template or (len(place) == 2 and name in (FAMILY, STYLES)) or name.lower().endswith((".ttf", ".svg"))
    return template or name == PIECE or (not place and name == SIZES)


def misfits(template: Template, bundled: Library, found: Mapping[str, Template]) -> Iterator[Diagnostic]:
    """Why a template cannot be added, or cannot take the place of the program's."""
    file, line = template.file, 1
    if not _ID.fullmatch(template.id):
        hint = msg(
            "Write {families} and a name of lowercase letters, digits and hyphens.",
            families=", ".join(f"{medium}/" for medium in sorted(MEDIA)),
        )
        yield in_file(file, line, msg('"{id}" cannot be the id of a template.', id=template.id[:60]), hint)
        return
    if template.id in found:
        message = msg("{file} already has the id {id}.", file=found[template.id].file, id=template.id)
        yield in_file(file, line, message, "Change the id of one of them.")
    if template.id in bundled.templates:
        yield from _cannot_replace(template, bundled.templates[template.id])
    else:
        serves = {size.id for size in page_sizes().of(template.medium)}
        for canvas in template.canvases:
            if canvas not in serves:
                near = nearest(canvas, serves)
                words = msg(
                    "{family}/ has no pages of the size {canvas}{near}",
                    family=template.medium,
                    canvas=canvas,
                    near=near,
                )
                yield in_file(file, line, words)


def _cannot_replace(template: Template, usual: Template) -> Iterator[Diagnostic]:
    file, line = template.file, 1
    sizes = page_sizes()
    shapes = {sizes[canvas].shape for canvas in template.canvases}
    if lacking := [canvas for canvas in usual.canvases if sizes[canvas].shape not in shapes]:
        message = msg(
            "To replace the program's {id}, it must also cover {sizes}.", id=usual.id, sizes=" ".join(lacking)
        )
        yield in_file(file, line, message, "Add that to canvases, or give the template another id.")
    given = {field.name for field in usual.fields if field.required}
    if wanted := [field.name for field in template.fields if field.required and field.name not in given]:
        message = msg("{id} does not have {fields} everywhere.", id=usual.id, fields=", ".join(wanted))
        yield in_file(
            file, line, message, msg("Write {fields} in fields.", fields=" ".join(f"{name}?" for name in wanted))
        )
    boxes = {element.attributes.get("name") for element in template.root.walk()}
    needed = _BOXES & {element.attributes.get("name") for element in usual.root.walk()}
    if gone := sorted(needed - boxes):
        message = msg("To replace {id}, it needs boxes with these names: {names}.", id=usual.id, names=", ".join(gone))
        yield in_file(file, line, message, "The list continues on more pages there.")


def at_most(file: str, problems: list[Diagnostic]) -> list[Diagnostic]:
    """The first mistakes of a file, and how many more there are."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    rest = msg("And {count} more mistakes.", count=len(problems) - MOST_PROBLEMS)
    return [*problems[:MOST_PROBLEMS], in_file(file, problems[MOST_PROBLEMS].line, rest)]
