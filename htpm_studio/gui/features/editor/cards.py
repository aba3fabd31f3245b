"""The small pictures around the stage: the same piece in other sizes and with other templates."""

from __future__ import annotations

from htpm_studio.export.decks.slides import layouts_for
from htpm_studio.export.editable import variants
from htpm_studio.export.edits import TEMPLATE
from htpm_studio.gui.components.piece_editor import EditorSession, replace_edits, tile_in
from htpm_studio.gui.core.pieces import size_name, template_title
from htpm_studio.gui.features.editor.gallery import GalleryCard
from htpm_studio.pieces.declared import page_sizes


def size_cards(session: EditorSession) -> tuple[GalleryCard, ...]:
    """The open piece in its other sizes; none where the editor does not show them."""
    now, kit = session.now, session.kit()
    if now is None or not session.has("sizes"):
        return ()
    return tuple(
        GalleryCard(tile.key, size_name(tile.size), tile.page, kit, _ratio(tile.page.canvas))
        for tile in now.tiles
        if tile.size and tile.key != now.tile.key
    )


def variant_cards(session: EditorSession) -> tuple[GalleryCard, ...]:
    """The open piece with every template that suits its words, its own included; none where there is no choice."""
    now, kit, library = session.now, session.kit(), session.document.resources.library
    if now is None or not session.has("variants") or now.order.sheet:
        return ()
    made = []
    for name in layouts_for(kit, session.piece) or variants(now.plain.page, library):
        page = now.tile.page
        if name != page.template:
            tried = replace_edits(kit, session.piece, {TEMPLATE: name})
            tile = tile_in(tried, now.tile.key, session.piece, now.section.medium)
            if tile is None or tile.page.template != name:
                continue
            page = tile.page
        title = template_title(library.template(name))
        made.append(GalleryCard(variant_key(now.tile.key, name), title, page, kit, _ratio(page.canvas)))
    return tuple(made) if len(made) > 1 else ()


def variant_key(key: str, template: str) -> str:
    """The name of a tile's picture with another template."""
    return f"{key}|{template}"


def _ratio(canvas: str) -> float:
    return page_sizes()[canvas].size.ratio
