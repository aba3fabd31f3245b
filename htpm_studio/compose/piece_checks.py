"""Whether a piece of the user's can be drawn with its templates, which its declaration alone does not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from htpm_studio.compose.schema import GROUNDS
from htpm_studio.compose.template import Template, nearest
from htpm_studio.errors import Diagnostic, in_file, msg
from htpm_studio.pieces.model import PieceDeclaration
from htpm_studio.pieces.read_pieces import PIECE


def check_piece(piece: PieceDeclaration, templates: Mapping[str, Template]) -> Iterator[Diagnostic]:
    """The mistakes of a piece: pages without a template, sizes that they do not serve, fields that nothing fills."""
    file = f"{piece.id}/{PIECE}"
    lacking = [page for page in piece.said.page if piece.template(page) not in templates]
    for page in lacking:
        message = msg("Its page {page} cannot be drawn, so it is not used.", page=page)
        hint = msg('Correct {page}.xml, which begins with <template id="{id}".', page=page, id=piece.template(page))
        yield in_file(file, 0, message, hint)
    for ground in (ground for ground in piece.said.grounds if ground not in GROUNDS):
        yield in_file(file, 0, msg("{name} is not a ground{near}", name=ground, near=nearest(ground, GROUNDS)))
    for page in (page for page in piece.said.page if page not in lacking):
        yield from _check_page(piece, page, templates[piece.template(page)], file)


def _check_page(piece: PieceDeclaration, page: str, template: Template, file: str) -> Iterator[Diagnostic]:
    used = {on.size for one in piece.said.file if page in one.pages for on in (one.letter, one.a4)}
    for size in sorted(used - set(template.canvases)):
        message = msg("{page}.xml does not serve the size {size}.", page=page, size=size)
        yield in_file(file, 0, message, msg("Write {size} in its canvases.", size=size))
    side = piece.said.page[page]
    if piece.said.takes == "words":
        given = {*side.content, *side.rows}
        for field in (one.name for one in template.fields if one.required and one.name not in given):
            message = msg("{page}.xml needs {field}, which nothing fills.", page=page, field=field)
            yield in_file(file, 0, message, msg("Add it to [page.{page}.content].", page=page))
