"""Speaker notes: a notes master with its own theme, and one notes page a slide that has notes."""

from __future__ import annotations

from collections.abc import Sequence

from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.theme import COLOR_MAP, theme_xml
from htpm_studio.render.office.xml import Element, node, root
from htpm_studio.render.pptx.geometry import EmuFrame, preset, xfrm
from htpm_studio.render.pptx.layouts import master_color_map
from htpm_studio.render.pptx.shapes import tree
from htpm_studio.scene.nodes import Document, Page
from htpm_studio.units import Size

NOTES_WIDTH, NOTES_HEIGHT = 6_858_000, 9_144_000
_MASTER_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_IMAGE, _BODY = ("sldImg", 2), ("body", 3)
_IMAGE_TOP, _IMAGE_WIDTH, _IMAGE_HEIGHT = 571_500, 3_657_600.0, 2_057_400.0
_TEXT_FRAME = EmuFrame(457_200, 2_857_500, 5_943_600, 5_829_300)
_SIZE = 1200
"""A printed page has a small slide above and room for some 1800 characters of notes below it."""


def add_notes(
    package: Package, document: Document, pages: Sequence[Page], slides: Sequence[PackagePart], size: Size
) -> PackagePart | None:
    """Write the notes of all slides that have some; returns the notes master, None where no slide has notes."""
    if document.theme is None or not any(page.notes.strip() for page in pages):
        return None
    theme = package.add("ppt/theme/theme2.xml", _THEME_TYPE, theme_xml(document.theme))
    master = notes_master(package, theme, size, document.language)
    for number, (page, slide) in enumerate(zip(pages, slides, strict=True), 1):
        if page.notes.strip():
            notes_part(package, page, number, slide, master, document.language)
    return master


def notes_master(package: Package, theme: PackagePart, slide: Size, language: str) -> PackagePart:
    """Write the notes master."""
    part = package.add("ppt/notesMasters/notesMaster1.xml", _MASTER_TYPE)
    part.relate("theme", theme)
    image = _image_frame(slide)
    edge = node("a:ln", node("a:solidFill", node("a:schemeClr", val="tx1")), w=9525)
    shapes = [
        _shape(2, "Slide", _IMAGE, [xfrm(image), preset("rect"), node("a:noFill"), edge], None),
        _shape(3, "Notes", _BODY, [xfrm(_TEXT_FRAME), preset("rect")], _text("", language)),
    ]
    paper = node("p:bg", node("p:bgPr", node("a:solidFill", node("a:schemeClr", val="bg1")), node("a:effectLst")))
    part.content = root(
        "p:notesMaster",
        node("p:cSld", paper, tree(shapes)),
        node("p:clrMap", **COLOR_MAP),
        node("p:notesStyle", _style(language)),
    )
    return part


def notes_part(
    package: Package, page: Page, number: int, slide: PackagePart, master: PackagePart, language: str
) -> PackagePart:
    """Write the notes of one slide, a paragraph a line."""
    part = package.add(f"ppt/notesSlides/notesSlide{number}.xml", _NOTES_TYPE)
    part.relate("notesMaster", master)
    part.relate("slide", slide)
    slide.relate("notesSlide", part)
    shapes = [
        _shape(2, "Slide", _IMAGE, [], None),
        _shape(3, "Notes", _BODY, [], _text(page.notes, language)),
    ]
    part.content = root("p:notes", node("p:cSld", tree(shapes)), master_color_map())
    return part


def _shape(number: int, name: str, holder: tuple[str, int], look: list[Element], text: Element | None) -> Element:
    locks = node("a:spLocks", noGrp=True, noRot=None if text is not None else True)
    head = node(
        "p:nvSpPr",
        node("p:cNvPr", id=number, name=name),
        node("p:cNvSpPr", locks),
        node("p:nvPr", node("p:ph", type=holder[0], idx=holder[1])),
    )
    return node("p:sp", head, node("p:spPr", look), text)


def _text(notes: str, language: str) -> Element:
    written = []
    for text in notes.strip().split("\n"):
        run = node("a:r", node("a:rPr", lang=language, sz=_SIZE), node("a:t", text)) if text.strip() else None
        written.append(node("a:p", run, node("a:endParaRPr", lang=language)))
    return node("p:txBody", node("a:bodyPr", node("a:normAutofit")), node("a:lstStyle"), written)


def _style(language: str) -> Element:
    color = node("a:solidFill", node("a:schemeClr", val="tx1"))
    run = node("a:defRPr", color, node("a:latin", typeface="+mn-lt"), lang=language, sz=_SIZE)
    after = node("a:spcAft", node("a:spcPts", val=400))
    return node("a:lvl1pPr", after, run, marL=0, algn="l")


def _image_frame(slide: Size) -> EmuFrame:
    width = min(_IMAGE_WIDTH, _IMAGE_HEIGHT * slide.ratio)
    height = width / slide.ratio
    return EmuFrame(round((NOTES_WIDTH - width) / 2), _IMAGE_TOP, round(width), round(height))
