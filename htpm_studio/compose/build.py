"""One page from one template: bind, fit, paint, and say what could not be done."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from htpm_studio.compose.bind import bind
from htpm_studio.compose.boxes import Placed
from htpm_studio.compose.canvas import CANVASES, Canvas
from htpm_studio.compose.clearing import grow_drawings
from htpm_studio.compose.fit import fit
from htpm_studio.compose.look import Look
from htpm_studio.compose.paint import Painter
from htpm_studio.compose.plain_names import field_name, size_name
from htpm_studio.compose.scope import Value
from htpm_studio.compose.template import Library, Template
from htpm_studio.errors import StudioError, as_saying, say
from htpm_studio.project.palette_styles import event_palette
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import pictures

SHARP_ENOUGH = 0.75
LOGOS = ("logo", "partner ")
BLUE = "blue"  # content that asks for the colours of Wear Blue Day


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a piece that its maker should know. `field` is the content field it is about.

    `piece` is the piece it is about where it stands for itself and not with a file.
    """

    level: Literal["error", "warning"]
    code: str
    message: str
    field: str = ""
    piece: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A finished page and what was found while making it."""

    page: Page
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What a page is called and where it belongs; `week` chooses the accent strand, `variant` another drawing."""

    name: str
    title: str
    week: int = 1
    variant: int = 0
    notes: str = ""
    section: str = ""
    advance: float = 0.0


def compose_page(
    template_id: str,
    canvas_id: str,
    content: Mapping[str, Value],
    look: Look,
    library: Library,
    info: PageInfo,
    usual: str = "",
) -> Composed:
    """Make one page; raises StudioError when the template is unknown or a required field is empty.

    A template of the user's that cannot be drawn is named, and one of the program's stands in: of the same id, or
    the `usual` one.
    """
    template, canvas = library.template(template_id), CANVASES[canvas_id]
    if content.get(BLUE):
        look = replace(look, palette=event_palette(look.palette))
    try:
        return _compose(template, canvas, content, look, library, info)
    except StudioError as error:
        other = library.stand_in(template, canvas_id, usual) if template.own else None
        if other is None:
            raise
        made = _compose(other, canvas, content, look, library, info)
        return replace(made, findings=(_stood_in(template, other, error, info), *made.findings))


def _stood_in(template: Template, other: Template, error: StudioError, info: PageInfo) -> Finding:
    message = say(
        "Your template {file} cannot draw “{title}”: {why} The design “{other}” is used in its place.",
        file=template.file, title=info.title, why=as_saying(error.message), other=as_saying(other.title),
    )  # fmt: skip
    return Finding("error", "own-template", message)


def _compose(
    template: Template, canvas: Canvas, content: Mapping[str, Value], look: Look, library: Library, info: PageInfo
) -> Composed:
    seed = motif_seed(template.id, info.week, canvas) + info.variant
    root = bind(template, canvas, content, look, library, week=info.week, seed=seed)
    fitted = fit(root, canvas.size, look.fonts)
    painter = Painter(look, fitted.level)
    ground = root.decor.fill or look.color("surface")
    grown = grow_drawings(fitted.root, fitted.level, look.fonts)
    nodes = painter.paint(_without_ground(grown) if canvas.id == "slide" else grown)
    page = Page(
        name=info.name, title=info.title, size=canvas.size, ground=ground, nodes=tuple(nodes), layout=template.id,
        layout_title=look.said(template.title), notes=info.notes, section=info.section, advance=info.advance,
    )  # fmt: skip
    unfit, missing = _unfit(fitted.unfit, info.title, canvas.id), _missing(painter.missing, info.title)
    return Composed(page, (*unfit, *missing, *_soft(page, canvas, info.title)))


def _without_ground(root: Placed) -> Placed:
    """A slide's ground is its background: as a shape it would hide what the layout shows."""
    frame = replace(root.frame, decor=replace(root.frame.decor, fill=None))
    return replace(root, frame=frame)


def motif_seed(template_id: str, week: int, canvas: Canvas) -> int:
    """The fixed seed of a piece's drawing: the same template, week and size always look the same."""
    return zlib.crc32(f"{template_id}/{week}/{canvas.id}".encode()) % 97 + 1


def _unfit(fields: tuple[str, ...], title: str, size: str) -> list[Finding]:
    return [
        Finding(
            "error",
            "too-long",
            say(
                "“{field}” does not fit “{title}” ({size}). Make it shorter.",
                field=field_name(field),
                title=title,
                size=size_name(size),
            ),
            field,
        )
        for field in fields
    ]


def _soft(page: Page, canvas: Canvas, title: str) -> Iterator[Finding]:
    """The first photo of which too few pixels show for the size at which it stands."""
    for picture in pictures(page):
        if picture.source.kind == "svg" or picture.name.startswith(LOGOS):
            continue
        crop, (wide, high) = picture.crop, picture.source.size
        shown = wide * (1 - crop.left - crop.right), high * (1 - crop.top - crop.bottom)
        if shown[0] < SHARP_ENOUGH * canvas.density * picture.box.width:
            across, down = round(shown[0]), round(shown[1])
            message = say(
                "Of the picture only {across} x {down} pixels show on “{title}”: it looks blurred. Show "
                "more of it, or use a larger one.", across=across, down=down, title=title,
            )  # fmt: skip
            yield Finding("warning", "soft-picture", message, "picture")
            return


def _missing(letters: Mapping[str, None], title: str) -> list[Finding]:
    if not letters:
        return []
    shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in list(letters)[:8])
    return [
        Finding(
            "warning",
            "missing-letters",
            say("No bundled font has {shown}; “{title}” leaves them out.", shown=shown, title=title),
        )
    ]
