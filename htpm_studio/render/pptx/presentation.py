"""The presentation part of a deck: its masters, slides and sections, view settings and properties."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from itertools import groupby

from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.xml import NAMESPACES, SECTION_LIST, Element, node, root
from htpm_studio.render.pptx.notes import NOTES_HEIGHT, NOTES_WIDTH
from htpm_studio.scene.nodes import Document, Page
from htpm_studio.units import Size, emu

_OFFICE = "application/vnd.openxmlformats-officedocument"
DECK_TYPE = f"{_OFFICE}.presentationml.presentation.main+xml"
TEMPLATE_TYPE = f"{_OFFICE}.presentationml.template.main+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_MASTER_ID = 2_147_483_648
_FIRST_SLIDE = 256
_TABLE_STYLE = ("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "Medium Style 2 - Accent 1")
"""The style that PowerPoint and others give a new table. In a deck it is one that can be read on any ground."""

_HAIRLINE, _TABLE_EDGES = 9525, ("left", "right", "top", "bottom", "insideH", "insideV")


def presentation(
    main: PackagePart,
    master: PackagePart,
    slides: Sequence[PackagePart],
    pages: Sequence[Page],
    notes: PackagePart | None,
    size: Size,
    document: Document,
) -> Element:
    """The presentation part; its relations are made on the way."""

    def entry(tag: str, part: PackagePart, number: int | None) -> Element:
        return node(tag, id=number, **{"r:id": main.relate(part.name.split("/")[1][:-1], part)})

    masters = node("p:sldMasterIdLst", entry("p:sldMasterId", master, _MASTER_ID))
    shown = [entry("p:sldId", slide, _FIRST_SLIDE + index) for index, slide in enumerate(slides)]
    return root(
        "p:presentation",
        masters,
        node("p:notesMasterIdLst", entry("p:notesMasterId", notes, None)) if notes else None,
        node("p:sldIdLst", shown) if shown else None,
        node("p:sldSz", cx=emu(size.width), cy=emu(size.height)),
        node("p:notesSz", cx=NOTES_WIDTH, cy=NOTES_HEIGHT),
        _default_text(document.language),
        _sections(pages, document),
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


def _show(pages: Sequence[Page]) -> Element | None:
    """A deck that goes on by itself from each slide starts again at its end."""
    return node("p:showPr", loop=True) if pages and all(page.advance for page in pages) else None


def surroundings(package: Package, main: PackagePart, document: Document, pages: Sequence[Page]) -> None:
    """View settings, table styles and document properties."""
    for name, kind, content in (
        ("presProps", "presProps", root("p:presentationPr", _show(pages))),
        ("viewProps", "viewProps", root("p:viewPr")),
        ("tableStyles", "tableStyles", _table_styles()),
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
        node("Slides", str(len(pages))),
        xmlns=_EXTENDED,
    )
    app = package.add("docProps/app.xml", f"{_OFFICE}.extended-properties+xml", extended)
    package.relate("extended-properties", app)


def _table_styles() -> Element:
    """How a table looks that somebody adds: letters and lines in their color on the ground, its head the other way."""

    def letters(color: str, *, bold: bool = False) -> Element:
        font = node("a:fontRef", node("a:prstClr", val="black"), idx="minor")
        return node("a:tcTxStyle", font, node("a:schemeClr", val=color), b="on" if bold else None)

    def ground(color: str) -> Element:
        return node("a:fill", node("a:solidFill", node("a:schemeClr", val=color)))

    def edge(name: str) -> Element:
        drawn = node("a:solidFill", node("a:schemeClr", node("a:alpha", val=40_000), val="tx1"))
        shown = name in ("bottom", "insideH")
        return node(f"a:{name}", node("a:ln", drawn if shown else node("a:noFill"), w=_HAIRLINE if shown else None))

    cells = node("a:tcStyle", node("a:tcBdr", [edge(name) for name in _TABLE_EDGES]), ground("bg1"))
    strong = [
        node(f"a:{part}", letters("tx1", bold=True), node("a:tcStyle")) for part in ("lastCol", "firstCol", "lastRow")
    ]
    head = node("a:firstRow", letters("bg1", bold=True), node("a:tcStyle", node("a:tcBdr"), ground("tx2")))
    key, name = _TABLE_STYLE
    style = node("a:tblStyle", node("a:wholeTbl", letters("tx1"), cells), strong, head, styleId=key, styleName=name)
    return node("a:tblStyleLst", style, **{"xmlns:a": NAMESPACES["a"], "def": key})


def _core_properties(document: Document) -> Element:
    w3c, when = {"xsi:type": "dcterms:W3CDTF"}, f"{document.date:%Y-%m-%dT%H:%M:%SZ}"
    return node(
        "cp:coreProperties",
        node("dc:title", document.title),
        node("dc:subject", document.subject) if document.subject else None,
        node("dc:creator", document.author),
        node("cp:keywords", "; ".join(document.keywords)) if document.keywords else None,
        node("cp:lastModifiedBy", document.author),
        node("cp:revision", "1"),
        node("dcterms:created", when, **w3c),
        node("dcterms:modified", when, **w3c),
        node("dc:language", document.language),
        **{
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
    )
