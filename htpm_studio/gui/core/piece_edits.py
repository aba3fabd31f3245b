"""What can be done to whole pieces: lock, leave out, other template, back to the kit version."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from htpm_studio.errors import StudioError
from htpm_studio.export.editable import picture_design
from htpm_studio.export.edits import ADDED, LEFT_OUT, SHARED, TEMPLATE, YES, edits_of, lock_edits
from htpm_studio.export.kit import Kit
from htpm_studio.export.page_builder import compose
from htpm_studio.export.photos import takes_picture as has_place
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.pieces import Tile, sections, template_title
from htpm_studio.project.model import Edits


def _tr(text: str) -> str:
    return QCoreApplication.translate("PieceEdits", text)


def pieces_of(tiles: Sequence[Tile]) -> tuple[str, ...]:
    """The pieces of tiles, each once."""
    return tuple(dict.fromkeys(tile.piece for tile in tiles))


def named(tiles: Sequence[Tile]) -> str:
    """The title of one piece, or how many there are."""
    pieces = pieces_of(tiles)
    return tiles[0].title if len(pieces) == 1 else _tr("{count} pieces").format(count=len(pieces))


def toggle_lock(document: KitDocument, tiles: Sequence[Tile]) -> bool:
    """Lock all, or unlock them when all are locked already; returns whether they are locked now."""
    lock = not all(tile.locked for tile in tiles)
    text = _tr("Lock {what}") if lock else _tr("Unlock {what}")
    shown = [tile for section in sections(document.kit()) for tile in section.tiles]

    def locked(edits: Edits, piece: str) -> Edits:
        pages = [tile.page for tile in shown if tile.piece == piece]
        for field, value in lock_edits(pages, on=lock).items():
            edits = edits.changed(piece, field, value)
        return edits

    _each(document, text, tiles, locked)
    return lock


def toggle_left_out(document: KitDocument, tiles: Sequence[Tile]) -> bool:
    """Leave all out of the kit, or take them in again when all are out; returns whether they are out now."""
    out = not all(tile.left_out for tile in tiles)
    text = _tr("Leave out {what}") if out else _tr("Include {what}")
    _each(document, text, tiles, lambda edits, piece: edits.changed(piece, LEFT_OUT, YES if out else None))
    return out


def use_template(document: KitDocument, tiles: Sequence[Tile], template: str) -> None:
    """Draw pieces that are not locked with another template."""
    free = [tile for tile in tiles if not tile.locked]
    _each(document, _tr("Template of {what}"), free, lambda edits, piece: edits.changed(piece, TEMPLATE, template))


def reset(document: KitDocument, tiles: Sequence[Tile]) -> None:
    """Forget the own words and choices of pieces that are not locked."""
    free = [tile for tile in tiles if not tile.locked]
    kit = document.kit()

    def forgotten(edits: Edits, piece: str) -> Edits:
        for field in edits_of(kit, piece):
            if field not in (LEFT_OUT, ADDED, SHARED):
                edits = edits.changed(piece, field, None)
        return edits

    _each(document, _tr("Kit version of {what}"), free, forgotten)


def takes_picture(kit: Kit, tile: Tile) -> bool:
    """Whether the design of a piece has a place for a picture."""
    return not tile.words and has_place(kit, tile.page.template)


def other_design(kit: Kit, tile: Tile) -> bool:
    """Whether the design of a piece has no place for a picture and it would get one that has."""
    return not tile.words and not takes_picture(kit, tile) and bool(picture_design(tile.page, kit.resources.library))


def accepts_picture(kit: Kit, tile: Tile) -> bool:
    """Whether a picture can be dropped on a piece, as it is or in a design that has a place for one."""
    return (takes_picture(kit, tile) or other_design(kit, tile)) and not tile.locked


def templates_for(document: KitDocument, tile: Tile) -> Iterator[tuple[str, str]]:
    """Templates (id, title) that a piece can be drawn with: of its family, in its shape, with the words it has."""
    kit = document.kit()
    family = tile.page.template.partition("/")[0]
    for template in kit.resources.library.templates.values():
        if not template.fields or template.id.partition("/")[0] != family or tile.page.canvas not in template.canvases:
            continue
        if template.id == tile.page.template or _works(document, tile, template.id):
            yield template.id, template_title(template)


def follows_templates(document: KitDocument, tile: Tile) -> bool:
    """Whether the template of a piece can be chosen at all."""
    kit = document.kit()
    family = tile.page.template.partition("/")[0]
    others = (name for name in kit.resources.library.templates if name.partition("/")[0] == family)
    other = next((name for name in others if name != tile.page.template), None)
    return other is not None and _page_with(document, tile, other) is not None


def _page_with(document: KitDocument, tile: Tile, template: str) -> Tile | None:
    kit = document.kit()
    edits = kit.project.edits.changed(tile.piece, TEMPLATE, template)
    tried = replace(kit, project=replace(kit.project, edits=edits))
    found = (one for section in sections(tried) for one in section.tiles)
    return next((one for one in found if one.key == tile.key and one.page.template == template), None)


def _works(document: KitDocument, tile: Tile, template: str) -> bool:
    drawn = _page_with(document, tile, template)
    if drawn is None:
        return False
    try:
        return not any(finding.severity == "error" for finding in compose(drawn.page, document.kit()).findings)
    except StudioError:
        return False


def _each(document: KitDocument, text: str, tiles: Sequence[Tile], change: Callable[[Edits, str], Edits]) -> None:
    if not tiles:
        return
    edits = document.project.edits
    for piece in pieces_of(tiles):
        edits = change(edits, piece)
    document.change(text.format(what=named(tiles)), replace(document.project, edits=edits))
