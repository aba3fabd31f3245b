"""A deck as an editable PowerPoint file: theme, master, layouts, slides, notes and sections."""

from __future__ import annotations

from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.render.office.package import Package
from htpm_studio.render.office.theme import theme_refs, theme_xml
from htpm_studio.render.pptx.layouts import layout_part, master_part
from htpm_studio.render.pptx.media import media_store
from htpm_studio.render.pptx.notes import add_notes
from htpm_studio.render.pptx.placeholders import master_looks, page_holders, sample_words, slot_indexes
from htpm_studio.render.pptx.presentation import DECK_TYPE, TEMPLATE_TYPE, presentation, surroundings
from htpm_studio.render.pptx.room import letter_widths
from htpm_studio.render.pptx.slides import slide_part, slide_titles
from htpm_studio.render.pptx.variants import deck_layouts
from htpm_studio.scene.nodes import Document, OfficeTheme, Page
from htpm_studio.scene.walk import texts
from htpm_studio.units import Size

_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


@dataclass(frozen=True, slots=True)
class _Deck:
    """What every part of a deck needs."""

    document: Document
    theme: OfficeTheme
    size: Size
    layouts: tuple[Page, ...]


def render_pptx(document: Document) -> bytes:
    """The document as a PPTX file; the same document gives the same bytes.

    Each page becomes a slide that uses the layout named by `Page.layout`. `Document.layouts` holds a
    sample page a layout; without it the first page that uses a layout is the sample.

    Raises StudioError when a theme, a layout or a title is missing, two titles are the same, the
    pages differ in size, or a link has an unusual scheme.
    """
    if not document.pages:
        raise StudioError("The deck has no slides.")
    slide_titles(document.pages)
    return _render(_deck(document), DECK_TYPE)


def render_potx(document: Document) -> bytes:
    """The layouts of the document as a PowerPoint template; its pages are what a new presentation begins with."""
    slide_titles(document.pages)
    return _render(_deck(document), TEMPLATE_TYPE)


def _deck(document: Document) -> _Deck:
    if document.theme is None:
        raise StudioError("The deck has no theme.")
    first: dict[str, Page] = {}
    for page in document.pages:
        first.setdefault(page.layout, page)
    layouts = document.layouts or tuple(first.values())
    if not layouts:
        raise StudioError("The deck has no layouts.")
    size = layouts[0].size
    if any(page.size != size for page in (*layouts, *document.pages)):
        raise StudioError("All slides of a deck must have the same size.")
    missing = {page.layout for page in document.pages} - {page.layout for page in layouts}
    if missing:
        raise StudioError(msg("The deck has no layout named {names}.", names=", ".join(sorted(missing))))
    return _Deck(document, document.theme, size, layouts)


def _render(deck: _Deck, kind: str) -> bytes:
    document, language, package = deck.document, deck.document.language, Package()
    prompts = document.prompts
    pages = document.pages
    samples, chosen = deck_layouts(deck.layouts, pages)
    main = package.add("ppt/presentation.xml", kind)
    package.relate("officeDocument", main)
    refs = theme_refs(deck.theme)
    theme = package.add("ppt/theme/theme1.xml", _THEME_TYPE, theme_xml(deck.theme))
    media = media_store(package, (*samples, *pages))
    indexes = slot_indexes(samples)
    asked = {page.layout: sample_words(page) for page in reversed(document.layouts)}
    widths = letter_widths(block for page in (*samples, *pages) for block in texts(page))
    holders = [page_holders(page, indexes, asked.get(page.layout, {}), widths, refs, prompts) for page in samples]
    layouts = [
        layout_part(package, page, held, media, refs, language) for page, held in zip(samples, holders, strict=True)
    ]
    master = master_part(package, theme, layouts, master_looks(holders), deck.size, refs, language, prompts)
    slides = [
        slide_part(package, page, number, layouts[own], media, language)
        for number, (page, own) in enumerate(zip(pages, chosen, strict=True), 1)
    ]
    notes = add_notes(package, document, pages, slides, deck.size)
    main.content = presentation(main, master, slides, pages, notes, deck.size, document)
    surroundings(package, main, document, pages)
    return package.pack()
