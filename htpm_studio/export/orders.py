"""An order says which file is wanted; making it says what came out. No file is touched here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from htpm_studio.compose.bleed import with_bleed
from htpm_studio.compose.build import Composed, Finding, PageInfo, compose_page
from htpm_studio.compose.handout import handout_pages
from htpm_studio.compose.scope import Value
from htpm_studio.compose.sheets import Card, impose
from htpm_studio.compose.tents import stand_up
from htpm_studio.export.foreign_decks import foreign_deck
from htpm_studio.export.hotline import MISSING, held, lacks_hotline
from htpm_studio.export.kit import Kit, Medium, Paper, language_tag
from htpm_studio.export.plain_design import plain_reference
from htpm_studio.export.written import written
from htpm_studio.jobs import JobContext
from htpm_studio.project.palette import theme_roles, theme_slots
from htpm_studio.render.pdf import render_pdf
from htpm_studio.render.pptx import render_potx, render_pptx
from htpm_studio.render.pptx_reference import Reference
from htpm_studio.render.raster import render_page
from htpm_studio.render.raster_files import encode_jpeg, encode_png
from htpm_studio.scene.nodes import Document, Page, Theme
from htpm_studio.scene.writing import Words

Format = Literal["png", "jpg", "pdf", "pptx", "potx", "txt", "docx", "csv", "html", "ics"]
SCREEN_DPI, PRINT_DPI = 144, 300


@dataclass(frozen=True, slots=True)
class PageOrder:
    """One page: template, page size and content.

    `piece` names what the user edits when the page is one of many; `language` is set where it is not the kit's.
    `part` is what the fields of the page begin with where several pages share a piece, `whole` the content of all
    pages together where a long list goes on to a further page. `live` sets the text in faces that every computer has.
    `usual` is the template that the campaign names where the user chose another.
    """

    template: str
    canvas: str
    content: Mapping[str, Value]
    info: PageInfo
    piece: str = ""
    language: str = ""
    part: str = ""
    whole: Mapping[str, Value] | None = None
    live: bool = False
    usual: str = ""


@dataclass(frozen=True, slots=True)
class FileOrder:
    """One file of a kit. `path` is relative to the kit's folder, with forward slashes.

    `sheet` puts the pages (card outsides and insides in turn) on a sheet; `layouts` are the sample
    pages that become slide layouts; `max_bytes` is the size that a picture must stay under. A file of words has no
    pages: what it says is in `words`. `handout` is the paper on which slides lie three a page, with lines for notes;
    `bleed` is how far the art runs past the edge, in points, for a print shop.
    `scale` is how many pixels of a picture a point becomes. A `plain` deck has a white design without art.
    """

    id: str
    medium: Medium
    title: str
    path: str
    format: Format
    pages: tuple[PageOrder, ...]
    layouts: tuple[PageOrder, ...] = ()
    sheet: str = ""
    alt: str = ""
    caption: str = ""
    max_bytes: int | None = None
    group: str = ""
    piece: str = ""
    repeats: bool = False
    words: Words | None = None
    handout: Paper | None = None
    bleed: float = 0.0
    scale: float = 1.0
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file: its bytes and what was found on the way."""

    order: FileOrder
    data: bytes = field(repr=False)
    findings: tuple[Finding, ...] = ()


def make(order: FileOrder, kit: Kit, context: JobContext) -> Made:
    """Compose and render one file. A file of words has its words already: `hold.hold_back` puts them in."""
    if order.words is not None:
        context.checkpoint()
        return Made(order, written(order.words, order.format))
    composed: list[Composed] = []
    for page in order.pages:
        context.checkpoint()
        composed.append(compose(page, kit))
    pages = tuple(one.page for one in composed)
    findings = tuple(dict.fromkeys(finding for one in composed for finding in one.findings))
    if not _is_part(order) and lacks_hotline(
        order.medium, (page.template for page in order.pages), pages, order.caption
    ):
        findings = (*findings, held(order.path, MISSING, order.piece))
    if order.sheet:
        pages = on_sheet(order, pages, kit)
    if order.bleed:
        pages = tuple(with_bleed(page, order.bleed) for page in pages)
    if order.handout is not None:
        hotline = f"{kit.campaign.words.hotline_name} {kit.campaign.hotline.number}"
        pages = handout_pages(pages, order.handout, kit.look, order.title, hotline)
    context.checkpoint()
    if (reference := reference_of(order, kit)) is not None:
        contents = [page.content for page in order.pages]
        deck = foreign_deck(kit, reference, document(order, pages, kit), contents, pages)
        return Made(order, deck.data, (*findings, *deck.findings))
    return Made(order, WRITERS[order.format](order, pages, kit), findings)


def reference_of(order: FileOrder, kit: Kit) -> Reference | None:
    """The presentation whose design a deck takes; None for what has the kit's own."""
    if order.plain:
        return plain_reference(kit, theme(kit), language_tag(kit.project.language))
    return kit.options.reference if order.medium == "deck" and order.format == "pptx" else None


def _is_part(order: FileOrder) -> bool:
    """Whether a file is a part of a deck that needs the hotline as a whole: its layouts, or one slide."""
    return order.medium == "deck" and order.format in ("potx", "png")


def compose(order: PageOrder, kit: Kit) -> Composed:
    """Compose one page of an order."""
    look = kit.look
    if order.language:
        phrases = kit.resources.phrases.get(order.language, {})
        look = replace(look, language=language_tag(order.language), phrases=phrases)
    look = replace(look, styles=look.styles.live()) if order.live else look
    library = kit.resources.library
    return compose_page(order.template, order.canvas, order.content, look, library, order.info, order.usual)


def on_sheet(order: FileOrder, pages: tuple[Page, ...], kit: Kit) -> tuple[Page, ...]:
    """Card pages (outside and inside in turn, the language as their section) or the face of a tent put on a sheet."""
    book = kit.resources.sheets
    sheet, notes = book.sheets[order.sheet], book.notes_in(kit.project.language)
    if sheet.one_sided:
        return (stand_up(pages[0], sheet, notes, kit.look, order.title),)
    pairs = zip(pages[0::2], pages[1::2], strict=True)
    cards = [Card(outside.section, outside, inside) for outside, inside in pairs]
    both = impose(cards, sheet, notes, kit.look, order.title)
    return both.front, both.back


def page_count(order: FileOrder, kit: Kit) -> int:
    """How many pages the file has: a sheet of cards has a front and a back, a sheet of tents one side."""
    if not order.sheet:
        return len(order.pages)
    return 1 if kit.resources.sheets.sheets[order.sheet].one_sided else 2


def document(order: FileOrder, pages: tuple[Page, ...], kit: Kit) -> Document:
    """The pages as one document with its metadata and theme."""
    layouts = tuple(compose(layout, kit).page for layout in order.layouts)
    return Document(
        title=order.title,
        author=kit.look.organisation or kit.campaign.month.name,
        language=language_tag(kit.project.language),
        pages=pages,
        subject=f"{kit.campaign.month.full_name} {kit.year}",
        keywords=(kit.campaign.month.name, kit.week.title),
        layouts=layouts,
        theme=theme(kit),
    )


def theme(kit: Kit) -> Theme:
    """The Office theme of the kit's palette and deck fonts."""
    palette = kit.look.palette
    styles = kit.look.styles.scales["slide"]
    head, body = (kit.look.fonts.face(styles[name].face).family for name in ("title", "body"))
    name = kit.look.organisation or kit.campaign.month.name
    return Theme(name, theme_slots(palette), theme_roles(palette), head, body)


def _png(order: FileOrder, pages: tuple[Page, ...], _kit: Kit) -> bytes:
    return encode_png(render_page(pages[0], order.scale))


def _jpg(order: FileOrder, pages: tuple[Page, ...], _kit: Kit) -> bytes:
    return encode_jpeg(render_page(pages[0], 1.0), order.max_bytes)


def _pdf(order: FileOrder, pages: tuple[Page, ...], kit: Kit) -> bytes:
    dpi = SCREEN_DPI if order.medium == "deck" and order.handout is None else PRINT_DPI
    return render_pdf(document(order, pages, kit), dpi)


def _pptx(order: FileOrder, pages: tuple[Page, ...], kit: Kit) -> bytes:
    return render_pptx(document(order, pages, kit))


def _potx(order: FileOrder, pages: tuple[Page, ...], kit: Kit) -> bytes:
    return render_potx(document(order, pages, kit))


WRITERS: Mapping[Format, Callable[[FileOrder, tuple[Page, ...], Kit], bytes]] = {
    "png": _png, "jpg": _jpg, "pdf": _pdf, "pptx": _pptx, "potx": _potx,
}  # fmt: skip
