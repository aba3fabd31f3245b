"""A deck as an editable PowerPoint file: theme, master, layouts, slides, notes and sections."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from htpm_studio.errors import StudioError
from htpm_studio.render.layouts import layout_part, master_part
from htpm_studio.render.pptx_holders import master_looks, page_holders, slot_indexes
from htpm_studio.render.pptx_media import media_store
from htpm_studio.render.pptx_notes import NOTES_HEIGHT, NOTES_WIDTH, notes_master, notes_part
from htpm_studio.render.pptx_package import Package, Part
from htpm_studio.render.pptx_slides import slide_part, slide_titles
from htpm_studio.render.pptx_xml import NAMESPACES, SECTION_LIST, Element, node, root
from htpm_studio.render.theme import theme_refs, theme_xml
from htpm_studio.scene.nodes import Document, Page, Theme
from htpm_studio.units import Size, emu

_OFFICE = "application/vnd.openxmlformats-officedocument"
_DECK_TYPE = f"{_OFFICE}.presentationml.presentation.main+xml"
_TEMPLATE_TYPE = f"{_OFFICE}.presentationml.template.main+xml"
_THEME_TYPE = f"{_OFFICE}.theme+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_MASTER_ID = 2_147_483_648
_FIRST_SLIDE = 256
_WHEN = "2000-01-01T00:00:00Z"
_STYLES = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


@dataclass(frozen=True, slots=True)
class _Deck:
    """What every part of a deck needs."""

    document: Document
    theme: Theme
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
    return _render(_deck(document), document.pages)


def render_potx(document: Document) -> bytes:
    """The layouts of the document as a PowerPoint template, without slides."""
    return _render(_deck(document), ())


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
        raise StudioError(f"The deck has no layout named {', '.join(sorted(missing))}.")
    return _Deck(document, document.theme, size, layouts)


def _render(deck: _Deck, pages: Sequence[Page]) -> bytes:
    document, language, package = deck.document, deck.document.language, Package()
    main = package.add("ppt/presentation.xml", _DECK_TYPE if pages else _TEMPLATE_TYPE)
    package.relate("officeDocument", main)
    refs = theme_refs(deck.theme)
    theme = package.add("ppt/theme/theme1.xml", _THEME_TYPE, theme_xml(deck.theme))
    media = media_store(package, (*deck.layouts, *pages))
    indexes = slot_indexes(deck.layouts)
    holders = [page_holders(page, indexes, refs, language) for page in deck.layouts]
    layouts = [
        layout_part(package, page, held, media, refs, language)
        for page, held in zip(deck.layouts, holders, strict=True)
    ]
    master = master_part(package, theme, layouts, master_looks(holders), deck.size, refs, language)
    found = {layout.page.layout: layout for layout in layouts}
    slides = [
        slide_part(package, page, number, found[page.layout], media, refs, language)
        for number, page in enumerate(pages, 1)
    ]
    notes = _notes(package, deck, pages, slides)
    main.content = _presentation(main, master, slides, pages, notes, deck)
    _surroundings(package, main, document, len(slides))
    return package.pack()


def _notes(package: Package, deck: _Deck, pages: Sequence[Page], slides: Sequence[Part]) -> Part | None:
    if not any(page.notes.strip() for page in pages):
        return None
    theme = package.add("ppt/theme/theme2.xml", _THEME_TYPE, theme_xml(deck.theme))
    master = notes_master(package, theme, deck.size, deck.document.language)
    for number, (page, slide) in enumerate(zip(pages, slides, strict=True), 1):
        if page.notes.strip():
            notes_part(package, page, number, slide, master, deck.document.language)
    return master


# ------------------------------------------------------------------ presentation


def _presentation(
    main: Part, master: Part, slides: Sequence[Part], pages: Sequence[Page], notes: Part | None, deck: _Deck
) -> Element:
    def entry(tag: str, part: Part, number: int | None) -> Element:
        return node(tag, id=number, **{"r:id": main.relate(part.name.split("/")[1][:-1], part)})

    masters = node("p:sldMasterIdLst", entry("p:sldMasterId", master, _MASTER_ID))
    shown = [entry("p:sldId", slide, _FIRST_SLIDE + index) for index, slide in enumerate(slides)]
    return root(
        "p:presentation",
        masters,
        node("p:notesMasterIdLst", entry("p:notesMasterId", notes, None)) if notes else None,
        node("p:sldIdLst", shown) if shown else None,
        node("p:sldSz", cx=emu(deck.size.width), cy=emu(deck.size.height)),
        node("p:notesSz", cx=NOTES_WIDTH, cy=NOTES_HEIGHT),
        _default_text(deck.document.language),
        _sections(pages, deck.document),
        saveSubsetFonts=True,
        autoCompressPictures=False,
    )


def _default_text(language: str) -> Element:
    color = node("a:solidFill", node("a:schemeClr", val="tx1"))
    run = node("a:defRPr", color, node("a:latin", typeface="+mn-lt"), lang=language, sz=1800, kern=1200)
    return node(
        "p:defaultTextStyle",
        node("a:defPPr", node("a:defRPr", lang=language)),
        node("a:lvl1pPr", run, marL=0, algn="l", rtl=False),
    )


def _sections(pages: Sequence[Page], document: Document) -> Element | None:
    """Named sections with stable ids; a page without a section belongs to the one before."""
    if not any(page.section for page in pages):
        return None
    names: list[str] = []
    for page in pages:
        names.append(page.section or (names[-1] if names else document.title))
    sections = []
    for name, group in groupby(enumerate(names), key=lambda entry: entry[1]):
        rows = [index for index, _ in group]
        guid = uuid.uuid5(uuid.NAMESPACE_URL, f"htpm-studio/{document.title}/{name}/{rows[0]}")
        listed = [node("p14:sldId", id=_FIRST_SLIDE + index) for index in rows]
        sections.append(node("p14:section", node("p14:sldIdLst", listed), name=name, id=f"{{{guid}}}".upper()))
    whole = node("p14:sectionLst", sections, **{"xmlns:p14": _P14})
    return node("p:extLst", node("p:ext", whole, uri=SECTION_LIST))


# ------------------------------------------------------------------ the rest of the package


def _show(document: Document) -> Element | None:
    """A deck that goes on by itself starts again at its end."""
    return node("p:showPr", loop=True) if any(page.advance for page in document.pages) else None


def _surroundings(package: Package, main: Part, document: Document, slides: int) -> None:
    """View settings, table styles and document properties."""
    for name, kind, content in (
        ("presProps", "presProps", root("p:presentationPr", _show(document))),
        ("viewProps", "viewProps", root("p:viewPr")),
        ("tableStyles", "tableStyles", node("a:tblStyleLst", **{"xmlns:a": NAMESPACES["a"], "def": _STYLES})),
    ):
        part = package.add(f"ppt/{name}.xml", f"{_OFFICE}.presentationml.{kind}+xml", content)
        main.relate(kind, part)
    core = package.add("docProps/core.xml", _CORE_TYPE, _core_properties(document))
    package.relate(_CORE_RELATION, core)
    extended = node(
        "Properties",
        node("TotalTime", "0"),
        node("Application", "HTPM Studio"),
        node("PresentationFormat", "Widescreen"),
        node("Slides", str(slides)),
        xmlns=_EXTENDED,
    )
    app = package.add("docProps/app.xml", f"{_OFFICE}.extended-properties+xml", extended)
    package.relate("extended-properties", app)


def _core_properties(document: Document) -> Element:
    w3c = {"xsi:type": "dcterms:W3CDTF"}
    return node(
        "cp:coreProperties",
        node("dc:title", document.title),
        node("dc:subject", document.subject) if document.subject else None,
        node("dc:creator", document.author),
        node("cp:keywords", "; ".join(document.keywords)) if document.keywords else None,
        node("cp:lastModifiedBy", document.author),
        node("cp:revision", "1"),
        node("dcterms:created", _WHEN, **w3c),
        node("dcterms:modified", _WHEN, **w3c),
        node("dc:language", document.language),
        **{
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
    )
