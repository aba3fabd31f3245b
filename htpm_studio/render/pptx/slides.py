"""The slides of a deck: filled placeholders and native shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.errors import StudioError, msg
from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.xml import Element, node, root
from htpm_studio.render.pptx.items import SlideItem, is_framed, page_items, reading_order
from htpm_studio.render.pptx.layouts import LayoutPart, holder_paragraphs, master_color_map
from htpm_studio.render.pptx.measure import TextPlace
from htpm_studio.render.pptx.media import MediaStore
from htpm_studio.render.pptx.motion import appearing, transition
from htpm_studio.render.pptx.placeholders import MARKS, Placeholder, above, hidden_look
from htpm_studio.render.pptx.shapes import SlideCanvas, draw, graphic_frame, named, picture, text_paragraphs, tree
from htpm_studio.render.pptx.text import Paragraph, text_body
from htpm_studio.scene.nodes import Group, Page, Picture, TextBlock
from htpm_studio.scene.reveal import appears

_SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"


def slide_part(
    package: Package, page: Page, number: int, layout: LayoutPart, media: MediaStore, language: str
) -> PackagePart:
    """Write one slide; whatever is fixed is in its layout, and so are the places of all placeholders."""
    part = package.add(f"ppt/slides/slide{number}.xml", _SLIDE_TYPE)
    part.relate("slideLayout", layout.part)
    sheet = SlideCanvas(part, layout.refs, media, language)
    items = [item for item in page_items(page) if item.slot or not item.fixed]
    ordered = reading_order(items)
    shapes = [_shape(item, layout, sheet) for item in ordered]
    waiting = [_id(shape) for item, shape in zip(ordered, shapes, strict=True) if appears(item.node)]
    if page.empty:
        asking = (holder for holder in layout.holders.values() if holder.kind not in MARKS)
        shapes[:0] = [_empty(holder, sheet) for holder in sorted(asking, key=lambda holder: holder.slot != "title")]
    elif not any(item.slot == "title" for item in items):
        shapes.insert(0, _hidden_title(page, layout, sheet))
    part.content = root(
        "p:sld",
        node("p:cSld", tree(shapes)),
        master_color_map(),
        transition(page.advance),
        appearing(waiting),
    )
    return part


def slide_titles(pages: Sequence[Page]) -> list[str]:
    """The title of each slide that is not empty: what its title placeholder says, otherwise the page's title.

    Raises StudioError when a title is empty or two slides have the same one, because screen reader
    users move through a deck by its titles (Microsoft's Accessibility Checker).
    """
    titles: list[str] = []
    for number, page in enumerate(pages, 1):
        if page.empty:
            titles.append("")
            continue
        texts = [item.node for item in page_items(page) if item.slot == "title"]
        title = next((text.text for text in texts if isinstance(text, TextBlock)), page.title)
        title = " ".join(title.split())
        if not title:
            raise StudioError(msg("Slide {number} has no title.", number=number), "Add a headline.")
        if title in titles:
            first = titles.index(title) + 1
            raise StudioError(
                msg(
                    "Slides {first} and {number} have the same title, “{title}”.",
                    first=first,
                    number=number,
                    title=title,
                ),
                "Change one of the two.",
            )
        titles.append(title)
    return titles


# ------------------------------------------------------------------ shapes


def _id(shape: Element) -> str:
    return next(shape.iter("p:cNvPr")).get("id", "")


def _shape(item: SlideItem, layout: LayoutPart, sheet: SlideCanvas) -> Element:
    holder = layout.holders.get(item.key) if item.slot else None
    if holder is None:
        return draw(item, sheet)
    if isinstance(item.node, Picture):
        link = sheet.link(item.url, item.tip)
        return picture(item.node, sheet, None, holder=holder.mark(), link=link, alt=item.tip)
    if isinstance(item.node, Group) and is_framed(item.node):
        return graphic_frame(item.node, sheet, holder.mark())
    text_place, written = text_paragraphs(item, sheet)
    if holder.kind == "sldNum":
        written = [replace(part, number=True) for part in written]
    return _filled(holder, text_place, written, sheet)


def _filled(holder: Placeholder, place: TextPlace, written: Sequence[Paragraph], sheet: SlideCanvas) -> Element:
    """A placeholder with its text; only what differs from the layout is written, and its place never does."""
    about = named(sheet, holder.slot.replace("-", " ").capitalize())
    head = node("p:nvSpPr", about, node("p:cNvSpPr", node("a:spLocks", noGrp=True)), node("p:nvPr", holder.mark()))
    look = holder.look or written[0].look
    paragraphs = holder_paragraphs(holder, written, sheet.refs, look)
    return node("p:sp", head, node("p:spPr"), text_body(place, paragraphs, shrinks=True))


def _empty(holder: Placeholder, sheet: SlideCanvas) -> Element:
    """A placeholder that still asks for its content."""
    about = named(sheet, holder.slot.replace("-", " ").capitalize())
    head = node("p:nvSpPr", about, node("p:cNvSpPr", node("a:spLocks", noGrp=True)), node("p:nvPr", holder.mark()))
    row = node("a:p", node("a:endParaRPr", lang=sheet.language))
    return node("p:sp", head, node("p:spPr"), node("p:txBody", node("a:bodyPr"), node("a:lstStyle"), row))


def _hidden_title(page: Page, layout: LayoutPart, sheet: SlideCanvas) -> Element:
    """A title beside the slide, for pages whose design shows none."""
    holder = layout.holders["title", False]
    if holder.look is None:
        raise ValueError(f"layout {layout.page.layout} has no title")
    written = [Paragraph(page.title, hidden_look(holder.look), sheet.language)]
    return _filled(holder, above(page.size), written, sheet)
