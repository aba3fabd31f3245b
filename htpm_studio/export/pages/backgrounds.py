"""Video-call backgrounds, each with the logo left and right as others see it, or with none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.picture_slots import PICTURE
from htpm_studio.compose.template import Template
from htpm_studio.errors import as_message, msg
from htpm_studio.export.kit.content import shared_values
from htpm_studio.export.kit.edits import (
    MOST_LOGO,
    NO_SIDE,
    SIDE,
    edited,
    edits_of,
    is_duotone,
    logo_size,
    picture_named,
    picture_of,
    picture_slot,
    piece_id,
)
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.photo_placement import photo_for, slots_of
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.sizes import PageSize
from htpm_studio.scene.nodes import Picture, TextBlock
from htpm_studio.scene.walk import walk

TITLES = {
    "left": msg("{design}, logo left"),
    "right": msg("{design}, logo right"),
    NO_SIDE: msg("{design}, no logo"),
}
ALTS = {
    "left": msg("Video-call background with the logo of {sender} on the left."),
    "right": msg("Video-call background with the logo of {sender} on the right."),
    NO_SIDE: msg("Video-call background without a logo."),
}
NAMELESS = {
    "left": msg("Video-call background with the logo on the left."),
    "right": msg("Video-call background with the logo on the right."),
    NO_SIDE: ALTS[NO_SIDE],
}
FILES = {"left": "logo-left", "right": "logo-right", NO_SIDE: "no-logo"}
PICTURES = (
    "lesson", "break-room", "porch-talk", "first-day", "family-table", "care-visit", "job-center", "diner-counter",
    "kitchen-crew", "show-me",
)  # fmt: skip
"""Scenes at a table for small round frames, best first: the first three that the week does not show elsewhere."""

MOST_PICTURES = 3


def background_specs(kit: Kit) -> Iterator[FileSpec]:
    """Two files a design: nothing is ever flipped, so there is one for each side. Without a logo one is enough."""
    for name, template in sorted(kit.resources.library.templates.items()):
        if name.startswith("background/"):
            alone = edits_of(kit, piece_id(kit, name)).get(SIDE) == NO_SIDE
            for side in (NO_SIDE,) if alone else ("left", "right"):
                yield from (_spec(kit, template, side, page_sizes()[size]) for size in template.canvases)


def _spec(kit: Kit, template: Template, side: str, size: PageSize) -> FileSpec:
    name = template.id.removeprefix("background/")
    piece = piece_id(kit, template.id)
    sender = kit.look.organization or kit.campaign.month.name
    info = PageInfo(f"{name} {FILES[side].replace('-', ' ')}", kit.translated(template.title), kit.week.number)
    content = _wall(kit, piece, edited(kit, piece, _content(kit, template, piece, side, size.id)))
    page = PageSpec(template.id, size.id, content, info, signed=side != NO_SIDE)
    alt = kit.translated(msg(ALTS[side], sender=sender))
    kind, further = size.format(photo=True), "" if size.id == template.canvases[0] else f"/{size.id}"
    return FileSpec(
        id=f"background/{name}/{side}{further}",
        medium="background",
        title=kit.translated(msg(TITLES[side], design=as_message(template.title))),
        path=f"backgrounds{further}/{name}-{FILES[side]}.{kind}",
        format=kind,
        pages=(page,),
        alt=alt if len(alt) <= kit.resources.networks.alt_advised else kit.translated(NAMELESS[side]),
        max_bytes=size.most_bytes,
        group=name,
        piece=piece,
    )


def _content(kit: Kit, template: Template, piece: str, side: str, canvas: str) -> dict[str, Value]:
    pictures = _pictures(kit, template, piece, canvas)
    look, alone = kit.look, side == NO_SIDE
    sender: Value = {
        "name": "" if alone else look.organization,
        "wide": look.is_wide and not alone,
        "flat": look.is_low and not alone,
        "partners": bool(look.partners) and not alone,
    }
    return {
        **shared_values(kit),
        "org": sender,
        "side": side,
        "logo_size": f"{logo_size(edits_of(kit, piece)):g}",
        "left": side != "right",
        "right": side == "right",
        "head": kit.project.theme or kit.campaign.theme(kit.year).short,
        "text": kit.campaign.month.name,
        **pictures,
    }


def _scenes(kit: Kit) -> tuple[PictureRef, ...]:
    free = [name for name in PICTURES if name not in kit.instead.values()]
    return tuple(kit.scenes[name] for name in (*free, *PICTURES)[:MOST_PICTURES])


def _pictures(kit: Kit, template: Template, piece: str, canvas: str) -> dict[str, Value]:
    """The pictures of a design, each the user's photo for its place or a drawing.

    The program's design with one picture draws a room where no photo is.
    """
    names = template.field_names()
    slots = dict.fromkeys(slot.field for slot in slots_of(kit, template.id))
    scenes = _scenes(kit)
    found: dict[str, PictureRef | None] = {}
    for number, field in enumerate(slots):
        photo = photo_for(kit, piece, template.id, canvas, field)
        drawn = None if field == PICTURE and not template.own else scenes[number % len(scenes)]
        found[field] = picture_of(kit, photo) if photo is not None else drawn
    if "pictures" not in names:
        return {**found}
    several = tuple(picture for field, picture in found.items() if field.startswith("pictures."))
    return {"pictures": several, "picture": next(iter(several), None)}


def _wall(kit: Kit, piece: str, content: dict[str, Value]) -> dict[str, Value]:
    """The content of a design with several pictures with those that the user chose for each place."""
    usual = content.get("pictures")
    if not isinstance(usual, tuple) or not usual:
        return content
    own = edits_of(kit, piece)
    chosen = [content.get("picture")]
    for number in range(1, len(usual)):
        name = own.get(picture_slot(number))
        found = picture_named(kit, name) if name else None
        toned = found is not None and found.source.kind != "svg" and is_duotone(kit, own)
        chosen.append(replace(found, duotone=toned) if found is not None else usual[number])
    return {**content, "pictures": tuple(chosen)}


def largest_logo(page: PageSpec, kit: Kit) -> float:
    """How many times larger than in the kit the logo of a background can be; 0 without one, or when none is larger.

    A name that is there for a logo is as large as it fits: it can only be smaller.
    """
    least, usual, most = (_logo_width(page, kit, size) for size in ("0.8", "1", f"{MOST_LOGO:g}"))
    return 0.0 if usual == 0 or least == usual == most else most / usual


def _logo_width(page: PageSpec, kit: Kit, size: str) -> float:
    """How large the logo is, or the letters of the name in its place; 0 without either."""
    shown = walk(compose(replace(page, content={**page.content, "logo_size": size}), kit.page_inputs).page.nodes)
    for node in shown:
        if isinstance(node, Picture) and node.name == "logo":
            return node.box.width
        if isinstance(node, TextBlock) and node.name == "org":
            return node.style.size
    return 0.0
