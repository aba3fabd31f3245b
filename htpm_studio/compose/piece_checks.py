"""Whether a piece of the user's can be drawn with its templates, which its declaration alone does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache

from htpm_studio.campaign.strings import CardWords, Strings, TextStrings
from htpm_studio.compose.schema import GROUNDS
from htpm_studio.compose.template import Template, nearest
from htpm_studio.decoding.lines import Path
from htpm_studio.errors import Diagnostic, msg
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import PAPERS, PieceDeclaration

_SLOT = re.compile(r"\{([^{}]*)\}")
_OF_KIT = (
    "org.name", "org.near", "org.cell", "org.beside", "org.wide", "org.flat", "org.slim", "org.partners",
    "hotline.number",
    "hotline.text", "hotline.text_word", "hotline.worded", "hotline.web", "hotline.url", "hotline.more",
    "week.number", "week.title", "week.eyebrow", "week.count", "year", "theme", "month",
)  # fmt: skip
"""What content may name besides words; a test holds that each kit fills these and no others."""


def check_piece(piece: PieceDeclaration, templates: Mapping[str, Template]) -> Iterator[Diagnostic]:
    """The mistakes of a piece: pages without a template, sizes that they do not serve, fields that nothing fills."""
    lacking = [page for page in piece.spec.page if piece.template(page) not in templates]
    for page in lacking:
        message = msg("Its page {page} cannot be drawn, so it is not used.", page=page)
        hint = msg('Correct {page}.xml, which begins with <template id="{id}".', page=page, id=piece.template(page))
        yield piece.mistake(("page", page), message, hint)
    pages = {("page", page, "grounds"): side.grounds for page, side in piece.spec.page.items()}
    for path, grounds in ({("grounds",): piece.spec.grounds} | pages).items():
        for at, ground in ((at, ground) for at, ground in enumerate(grounds) if ground not in GROUNDS):
            message = msg("{name} is not a ground{near}", name=ground, near=nearest(ground, GROUNDS))
            yield piece.mistake((*path, at), message)
    for page in (page for page in piece.spec.page if page not in lacking):
        yield from _check_page(piece, page, templates[piece.template(page)])
    for page in piece.spec.page:
        yield from _check_content(piece, page)
    titles, name = content_names() | {"title"}, piece.spec.takes.each
    for at, file in enumerate(piece.spec.file):
        yield from _wrong_names(piece, ("file", at, "title"), file.title, titles)
        drawn = (templates[template] for page in file.pages if (template := piece.template(page)) in templates)
        if name and name not in {field.name for template in drawn for field in template.fields}:
            message = msg("No page of this file has a field {name}, so no name would be shown.", name=name)
            yield piece.mistake(("file", at, "pages"), message, "Add it with ? to the fields of a page.")


def _check_content(piece: PieceDeclaration, page: str) -> Iterator[Diagnostic]:
    """Names in braces that nothing fills, and a default that has names of its own."""
    names = _names_of(piece, page)
    for key, text in piece.spec.page[page].content.items():
        yield from _wrong_names(piece, ("page", page, "content", key), text, names)


def _names_of(piece: PieceDeclaration, page: str) -> frozenset[str]:
    """What content of a page may name: where a file has two pages or languages, the words of each language alone."""
    alone = piece.spec.languages == 1 and all(len(file.pages) == 1 for file in piece.spec.file if page in file.pages)
    names = content_names()
    return names if alone else frozenset(name for name in names if name.startswith("words."))


def _wrong_names(piece: PieceDeclaration, place: Path, text: str, names: frozenset[str]) -> Iterator[Diagnostic]:
    if "{" in (rest := _SLOT.sub("", text)) or "}" in rest:
        message = msg("Braces in braces cannot be filled: {text}", text=text)
        yield piece.mistake(place, message, "Write the default as plain words: {name|other words}.")
        return
    for name in (found.partition("|")[0] for found in _SLOT.findall(text)):
        if name not in names:
            message = msg('There is nothing called "{name}"{near}', name=name, near=nearest(name, names))
            yield piece.mistake(place, message)


def content_names() -> frozenset[str]:
    """The names in braces that the content of a piece and the titles of its files may have."""
    return _usual_names() | {f"words.print.{name}" for name in pieces().words("en")}


@cache
def _usual_names() -> frozenset[str]:
    words = {entry.name for entry in fields(Strings) if entry.type == "str"}
    words |= {f"card.{entry.name}" for entry in fields(CardWords) if entry.type == "str"}
    words |= {f"copy.{entry.name}" for entry in fields(TextStrings)}
    return frozenset((*_OF_KIT, *(f"words.{name}" for name in words)))


def _check_page(piece: PieceDeclaration, page: str, template: Template) -> Iterator[Diagnostic]:
    used = {
        file.on(paper).size: ("file", at, paper, "size")
        for at, file in enumerate(piece.spec.file)
        if page in file.pages
        for paper in PAPERS
    }
    for size in sorted(used.keys() - set(template.canvases)):
        message = msg("{page}.xml does not serve the size {size}.", page=page, size=size)
        yield piece.mistake(used[size], message, msg("Write {size} in its canvases.", size=size))
    side, takes = piece.spec.page[page], piece.spec.takes
    if takes.name in ("words", "names"):
        given = {*side.content, *side.rows, *(("course", "detail") if takes.training else ())}
        for field in (needed.name for needed in template.fields if needed.required and needed.name not in given):
            message = msg("{page}.xml needs {field}, which nothing fills.", page=page, field=field)
            empty = msg("Write {field}? in its fields, as it is empty without names.", field=field)
            add = msg("Add it to [page.{page}.content].", page=page)
            yield piece.mistake(("page", page), message, empty if field == takes.each else add)
