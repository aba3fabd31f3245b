"""Decks: the slides of a talk, continued where a list is long, with sample pages for every slide layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from htpm_studio.campaign.model import Deck, FieldValue, Slide
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.build import PageInfo
from htpm_studio.export.content import USER_PHOTO_TEMPLATES, filled, shared_values
from htpm_studio.export.edits import edited, edits_of, is_left_out, piece_id
from htpm_studio.export.kit import Kit
from htpm_studio.export.orders import FileOrder, PageOrder

# How many entries of which field a layout takes before the list goes on to a further slide.
MOST: Mapping[str, tuple[str, int]] = {
    "deck/agenda": ("rows", 6),
    "deck/bullets": ("items", 5),
    "deck/checklist": ("items", 6),
    "deck/resources": ("items", 3),
    "deck/discussion": ("items", 3),
}
WIDE_BULLET = 60
LOOP = "loop"


def deck_orders(kit: Kit) -> Iterator[FileOrder]:
    """Each deck of the week as PowerPoint and as its tagged PDF twin."""
    layouts = tuple(_sample(kit, template_id) for template_id in kit.resources.deck_samples)
    for deck in kit.week.decks:
        pages = tuple(deck_pages(kit, deck))
        name = f"deck/week-{kit.week.number}-{deck.id}-deck"
        order = FileOrder(
            id=f"deck/{deck.id}", medium="deck", title=deck.title, path=f"{name}.pptx", format="pptx",
            pages=pages, layouts=layouts, caption=deck.about, group=deck.id, piece=piece_id(kit, f"deck/{deck.id}"),
        )  # fmt: skip
        yield order
        yield replace(order, id=f"{order.id}/pdf", path=f"{name}.pdf", format="pdf", layouts=())


def deck_pages(kit: Kit, deck: Deck) -> Iterator[PageOrder]:
    """The slides of a deck in order; long lists go on to slides that say "(2 of 3)"."""
    number = turn = 0
    for index, slide in enumerate(deck.slides, 1):
        piece = piece_id(kit, f"deck/{deck.id}/{index}")
        for part in () if is_left_out(kit, piece) else split_slide(slide):
            number += 1
            yield _page(kit, part, number, turn, piece, loop=deck.id == LOOP)
        turn += slide.layout in USER_PHOTO_TEMPLATES


def split_slide(slide: Slide) -> list[Slide]:
    """The slide itself, or several when its list is longer than the layout takes."""
    name, most = MOST.get(slide.layout, ("", 0))
    items = slide.fields.get(name, ())
    if not most or isinstance(items, str | Mapping) or len(items) <= most:
        return [slide]
    count = -(-len(items) // most)
    size = -(-len(items) // count)
    return [
        replace(slide, fields={**slide.fields, name: items[part * size : (part + 1) * size], "head": head})
        for part, head in enumerate(f"{slide.title} ({part} of {count})" for part in range(1, count + 1))
    ]  # fmt: skip


def _page(kit: Kit, slide: Slide, number: int, turn: int, piece: str, *, loop: bool = False) -> PageOrder:
    content = edited(kit, piece, filled(kit, slide.fields, template=slide.layout, turn=turn, alt=slide.alt))
    content |= {"page": str(number), "wide": _has_long_bullet(slide.fields.get("items", ())), "mirror": turn % 2 == 1}
    title = str(content.get("head") or content.get("quote") or content.get("unit") or slide.layout)
    info = PageInfo(
        f"slide {number}",
        title,
        kit.week.number,
        notes=edits_of(kit, piece).get("notes", fill(slide.notes, kit.values)),
        section=slide.section,
        advance=slide.minutes * 60 if loop else 0.0,
    )
    return PageOrder(slide.layout, "slide", content, info, piece)


def _has_long_bullet(items: FieldValue) -> bool:
    return not isinstance(items, str | Mapping) and any(
        isinstance(item, str) and len(item) > WIDE_BULLET for item in items
    )


def _sample(kit: Kit, template_id: str) -> PageOrder:
    fields = kit.resources.deck_samples[template_id]
    content = shared_values(kit) | dict(fields) | {"page": "0"}
    scene = fields.get("picture")
    if isinstance(scene, str):
        content["picture"] = kit.scenes[scene]
    template = kit.resources.library.template(template_id)
    return PageOrder(template_id, "slide", content, PageInfo(template_id, template.title, kit.week.number))
