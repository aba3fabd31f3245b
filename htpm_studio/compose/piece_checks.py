"""Whether a piece of the user's can be drawn with its templates, which its declaration alone does not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from htpm_studio.compose.schema import GROUNDS
from htpm_studio.compose.template import Template, nearest
from htpm_studio.errors import Diagnostic, msg
from htpm_studio.pieces.model import PAPERS, PieceDeclaration


def check_piece(piece: PieceDeclaration, templates: Mapping[str, Template]) -> Iterator[Diagnostic]:
    """The mistakes of a piece: pages without a template, sizes that they do not serve, fields that nothing fills."""
    lacking = [page for page in piece.said.page if piece.template(page) not in templates]
    for page in lacking:
        message = msg("Its page {page} cannot be drawn, so it is not used.", page=page)
        hint = msg('Correct {page}.xml, which begins with <template id="{id}".', page=page, id=piece.template(page))
        yield piece.mistake(("page", page), message, hint)
    for at, ground in enumerate(piece.said.grounds):
        if ground not in GROUNDS:
            message = msg("{name} is not a ground{near}", name=ground, near=nearest(ground, GROUNDS))
            yield piece.mistake(("grounds", at), message)
    for page in (page for page in piece.said.page if page not in lacking):
        yield from _check_page(piece, page, templates[piece.template(page)])


def _check_page(piece: PieceDeclaration, page: str, template: Template) -> Iterator[Diagnostic]:
    used = {
        file.on(paper).size: ("file", at, paper, "size")
        for at, file in enumerate(piece.said.file)
        if page in file.pages
        for paper in PAPERS
    }
    for size in sorted(used.keys() - set(template.canvases)):
        message = msg("{page}.xml does not serve the size {size}.", page=page, size=size)
        yield piece.mistake(used[size], message, msg("Write {size} in its canvases.", size=size))
    side = piece.said.page[page]
    if piece.said.takes == "words":
        given = {*side.content, *side.rows}
        for field in (one.name for one in template.fields if one.required and one.name not in given):
            message = msg("{page}.xml needs {field}, which nothing fills.", page=page, field=field)
            yield piece.mistake(("page", page), message, msg("Add it to [page.{page}.content].", page=page))
