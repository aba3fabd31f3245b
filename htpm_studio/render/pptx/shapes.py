"""Items of a scene as native shapes, pictures, text boxes and groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from htpm_studio.errors import StudioError, msg
from htpm_studio.render.office.package import PackagePart
from htpm_studio.render.office.theme import ThemeRefs
from htpm_studio.render.office.xml import DECORATIVE, RELATIONS, SVG_PICTURE, Element, node
from htpm_studio.render.pptx.charts import CHART, chart_part
from htpm_studio.render.pptx.clip import even_odd
from htpm_studio.render.pptx.geometry import EmuFrame, fill, frame, line, outline, path_box, preset, straight, xfrm
from htpm_studio.render.pptx.items import SlideItem, is_framed, is_one_text, list_items
from htpm_studio.render.pptx.measure import TextPlace, place_list, place_text
from htpm_studio.render.pptx.media import MediaStore
from htpm_studio.render.pptx.tables import column_names, table_xml
from htpm_studio.render.pptx.text import (
    Paragraph,
    block_paragraphs,
    list_paragraphs,
    look_of,
    paragraph_xml,
    shape_link,
    text_body,
)
from htpm_studio.scene.nodes import Chart, FormField, Group, Link, ListStyle, Node, Picture, Shape, TextBlock
from htpm_studio.units import Box

_DECORATIVE_NS = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_SVG_NS = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SAFE_URL = re.compile(r"(https?|mailto|tel|sms):", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(png|jpe?g|gif|bmp|svg|webp|tiff?|heic|avif)\s*$", re.IGNORECASE)


@dataclass(slots=True)
class SlideCanvas:
    """A slide or layout that is being written: its part, and the ids given so far."""

    part: PackagePart
    refs: ThemeRefs
    media: MediaStore
    language: str
    last_id: int = 1

    def next_id(self) -> int:
        """A shape id that is free on this sheet; 1 is the tree itself."""
        self.last_id += 1
        return self.last_id

    def link(self, url: str, tip: str) -> tuple[str, str] | None:
        """The relation id and description of a link.

        Raises StudioError for an address that is neither web, mail nor telephone.
        """
        if not url:
            return None
        if not _SAFE_URL.match(url):
            raise StudioError(
                msg("The link {url} cannot go into a presentation.", url=repr(url)),
                "Use an https, mailto or tel address.",
            )
        return self.part.relate_url(url), tip


def tree(shapes: Iterable[Element]) -> Element:
    """The shape tree of a slide, layout or master."""
    zero = node("a:xfrm", [node(tag, **at) for tag, at in _ZERO])
    head = node("p:nvGrpSpPr", node("p:cNvPr", id=1, name=""), node("p:cNvGrpSpPr"), node("p:nvPr"))
    return node("p:spTree", head, node("p:grpSpPr", zero), list(shapes))


_ZERO = (
    ("a:off", {"x": 0, "y": 0}),
    ("a:ext", {"cx": 0, "cy": 0}),
    ("a:chOff", {"x": 0, "y": 0}),
    ("a:chExt", {"cx": 0, "cy": 0}),
)


def named(
    sheet: SlideCanvas, name: str, *, alt: str = "", decorative: bool = False, link: tuple[str, str] | None = None
) -> Element:
    """Id, name, alt text or decorative flag, and link of a shape. A file name is never shown as a name."""
    mark = node("adec:decorative", **{"xmlns:adec": _DECORATIVE_NS}, val=True)
    extension = node("a:extLst", node("a:ext", mark, uri=DECORATIVE)) if decorative else None
    number = sheet.next_id()
    plain = "" if _FILE_NAME.search(name) else name
    described = "" if decorative else alt or None
    return node("p:cNvPr", shape_link(link), extension, id=number, name=plain or f"Object {number}", descr=described)


# ------------------------------------------------------------------ items


def draw(item: SlideItem, sheet: SlideCanvas) -> Element:
    """An item that fills no placeholder."""
    return _draw(item.node, sheet, sheet.link(item.url, item.tip), alt=item.tip, covered=False)


def _draw(at: Node, sheet: SlideCanvas, link: tuple[str, str] | None, *, alt: str = "", covered: bool) -> Element:
    """`covered` says that a group around has the alt text or is decoration."""
    match at:
        case Shape():
            return _shape(at, sheet, link, alt if link else "")
        case Picture():
            return picture(at, sheet, frame(at.box), link=link, alt=alt, covered=covered)
        case TextBlock():
            return _text_box(at, sheet, link)
        case Group() if is_framed(at):
            return graphic_frame(at, sheet)
        case Group() if is_one_text(at) and not covered:
            return _list_box(at, sheet)
        case Group(children=(Shape() as ground, TextBlock() as words)) if at.appears:
            return _words_on(at.name, ground, words, sheet)
        case Group() | Link():
            return _group(at, sheet, link, covered)
        case FormField():
            raise StudioError("A slide has no form fields.")


def _shape(shape: Shape, sheet: SlideCanvas, link: tuple[str, str] | None, alt: str) -> Element:
    about = named(sheet, shape.name, alt=alt, decorative=not alt, link=link)
    ends = straight(shape.geometry)
    if ends is not None and shape.stroke is not None:
        return _connector(ends, shape, about, sheet.refs)
    ready = even_odd(shape)
    box = path_box(ready)
    look = [
        xfrm(frame(box)),
        outline(ready.geometry, box),
        fill(ready.fill, box, sheet.refs),
        line(ready.stroke, sheet.refs),
    ]
    return node("p:sp", node("p:nvSpPr", about, node("p:cNvSpPr"), node("p:nvPr")), node("p:spPr", look))


def _words_on(name: str, ground: Shape, words: TextBlock, sheet: SlideCanvas) -> Element:
    """A ground and the words in its middle as one shape."""
    place = TextPlace(frame(ground.box), 0, 0, "middle")
    written = block_paragraphs(words, look_of(words, sheet.refs), sheet.language)
    look = [
        xfrm(place.frame),
        outline(ground.geometry, ground.box),
        fill(ground.fill, ground.box, sheet.refs),
        line(ground.stroke, sheet.refs),
    ]
    return node(
        "p:sp",
        node("p:nvSpPr", named(sheet, name), node("p:cNvSpPr"), node("p:nvPr")),
        node("p:spPr", look),
        text_body(place, [paragraph_xml(paragraph, sheet.refs) for paragraph in written]),
    )


def _connector(ends: tuple[float, float, float, float], shape: Shape, about: Element, refs: ThemeRefs) -> Element:
    x1, y1, x2, y2 = ends
    place = frame(Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)))
    look = [xfrm(place, flip_v=(x2 - x1) * (y2 - y1) < 0), preset("line"), line(shape.stroke, refs)]
    head = node("p:nvCxnSpPr", about, node("p:cNvCxnSpPr"), node("p:nvPr"))
    return node("p:cxnSp", head, node("p:spPr", look))


def picture(
    at: Picture,
    sheet: SlideCanvas,
    place: EmuFrame | None,
    *,
    holder: Element | None = None,
    link: tuple[str, str] | None = None,
    alt: str = "",
    covered: bool = False,
) -> Element:
    """A picture with crop and frame; with `holder` it fills that placeholder."""
    words = at.alt or (alt if link else "")
    media = sheet.media.media(at)
    vector = None
    if media.vector is not None:
        embed = {"xmlns:asvg": _SVG_NS, "xmlns:r": RELATIONS, "r:embed": sheet.part.relate("image", media.vector)}
        vector = node("a:extLst", node("a:ext", node("asvg:svgBlip", **embed), uri=SVG_PICTURE))
    crop = at.crop
    cuts = {"l": crop.left, "t": crop.top, "r": crop.right, "b": crop.bottom}
    parts = {side: round(part * 100_000) or None for side, part in cuts.items()}
    about = named(sheet, at.name, alt=words, decorative=not words or (covered and not at.alt), link=link)
    locks = node("a:picLocks", noGrp=True if holder is not None else None, noChangeAspect=True)
    return node(
        "p:pic",
        node("p:nvPicPr", about, node("p:cNvPicPr", locks), node("p:nvPr", holder)),
        node(
            "p:blipFill",
            node("a:blip", vector, **{"r:embed": sheet.part.relate("image", media.bitmap)}),
            node("a:srcRect", **parts),
            node("a:stretch", node("a:fillRect")),
        ),
        node("p:spPr", None if place is None else xfrm(place), outline(at.frame, at.box)),
    )


# ------------------------------------------------------------------ texts


def text_paragraphs(item: SlideItem, sheet: SlideCanvas) -> tuple[TextPlace, list[Paragraph]]:
    """Place and paragraphs of an item that is a text or a list."""
    at = item.node
    if isinstance(at, TextBlock):
        link = sheet.link(item.url, item.tip)
        found = block_paragraphs(at, look_of(at, sheet.refs), sheet.language)
        return item_place(item), [replace(part, link=link) for part in found]
    if isinstance(at, Group) and at.list_style is not None:
        items = [[(block, sheet.link(url, tip)) for block, url, tip in texts] for texts in list_items(at)]
        return item_place(item), list_paragraphs(items, at.list_style, sheet.refs, sheet.language)
    raise TypeError(f"{type(at).__name__} is no text")


def item_place(item: SlideItem) -> TextPlace:
    """Where an item lies that is a text or a list."""
    at = item.node
    if isinstance(at, TextBlock):
        return place_text(at, bool(item.url))
    if isinstance(at, Group) and at.list_style is not None:
        return place_list([block for texts in item_texts(item) for block in texts], at.box, at.list_style)
    raise TypeError(f"{type(at).__name__} is no text")


def item_texts(item: SlideItem) -> list[list[TextBlock]]:
    """The texts of an item, those of each item of a list together."""
    at = item.node
    if isinstance(at, Group):
        return [[block for block, _, _ in texts] for texts in list_items(at)]
    return [[at]] if isinstance(at, TextBlock) else []


def first_text(item: SlideItem) -> tuple[TextBlock, ListStyle | None]:
    """The text that decides about the look of an item, with the style of its list."""
    at = item.node
    if isinstance(at, Group):
        return list_items(at)[0][0][0], at.list_style
    if isinstance(at, TextBlock):
        return at, None
    raise TypeError(f"{type(at).__name__} is no text")


def _text_box(block: TextBlock, sheet: SlideCanvas, link: tuple[str, str] | None) -> Element:
    found = block_paragraphs(block, look_of(block, sheet.refs), sheet.language)
    linked = [replace(part, link=link) for part in found]
    return _written_box(block.name, place_text(block, link is not None), linked, sheet, link)


def _list_box(group: Group, sheet: SlideCanvas) -> Element:
    place, found = text_paragraphs(SlideItem(group), sheet)
    return _written_box(group.name, place, found, sheet, None)


def _written_box(
    name: str, place: TextPlace, written: Sequence[Paragraph], sheet: SlideCanvas, link: tuple[str, str] | None
) -> Element:
    about = named(sheet, name or "Text", link=link)
    return node(
        "p:sp",
        node("p:nvSpPr", about, node("p:cNvSpPr", txBox=True), node("p:nvPr")),
        node("p:spPr", xfrm(place.frame), preset("rect"), node("a:noFill")),
        text_body(place, [paragraph_xml(paragraph, sheet.refs) for paragraph in written]),
    )


# ------------------------------------------------------------------ charts and tables


def graphic_frame(group: Group, sheet: SlideCanvas, holder: Element | None = None) -> Element:
    """A drawn chart or table as one of PowerPoint; with `holder` it fills that placeholder."""
    place, about = frame(group.box), named(sheet, group.name, alt=group.alt or table_words(group))
    about.set("title", group.chart.title if group.chart else group.name)
    data = _chart_data(group, group.chart, sheet) if group.chart else table_xml(group, sheet.refs, sheet.language)
    locks = node("p:cNvGraphicFramePr", node("a:graphicFrameLocks", noGrp=True))
    around = node("p:xfrm", node("a:off", x=place.x, y=place.y), node("a:ext", cx=place.width, cy=place.height))
    head = node("p:nvGraphicFramePr", about, locks, node("p:nvPr", holder))
    return node("p:graphicFrame", head, around, node("a:graphic", data))


def table_words(group: Group) -> str:
    """What is read aloud of a table before its cells: what its columns are."""
    return "" if group.chart else column_names(group)


def _chart_data(group: Group, chart: Chart, sheet: SlideCanvas) -> Element:
    part = chart_part(sheet.media.package, group, chart, sheet.refs, sheet.language)
    link = node("c:chart", **{"xmlns:c": CHART, "xmlns:r": RELATIONS, "r:id": sheet.part.relate("chart", part)})
    return node("a:graphicData", link, uri=CHART)


# ------------------------------------------------------------------ groups


def _group(group: Group | Link, sheet: SlideCanvas, link: tuple[str, str] | None, covered: bool) -> Element:
    if isinstance(group, Link):
        alt, decorative, turn = "", covered, 0.0
        link = sheet.link(group.url, group.description)
    else:
        alt, decorative, turn = group.alt, group.decorative or (covered and not group.alt), group.turn
    about = named(sheet, group.name or "Group", alt=alt, decorative=decorative)
    hidden = covered or decorative or bool(alt)
    shown = [child for child in group.children if not isinstance(child, FormField)]
    children = [_draw(child, sheet, link, covered=hidden) for child in shown]
    place = frame(group.box)
    size = {"cx": max(1, place.width), "cy": max(1, place.height)}
    around = node(
        "a:xfrm",
        node("a:off", x=place.x, y=place.y),
        node("a:ext", **size),
        node("a:chOff", x=place.x, y=place.y),
        node("a:chExt", **size),
        rot=round(turn * 60_000) % 21_600_000 or None,
    )
    head = node("p:nvGrpSpPr", about, node("p:cNvGrpSpPr"), node("p:nvPr"))
    return node("p:grpSp", head, node("p:grpSpPr", around), children)
