"""The slide master and the slide layouts of a deck, made from one sample page a layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from htpm_studio.frozen import dataclass
from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.theme import COLOR_MAP, ThemeRefs
from htpm_studio.render.office.xml import Element, node, root
from htpm_studio.render.pptx.geometry import frame, outline, preset, xfrm
from htpm_studio.render.pptx.items import fixed_items, reading_order
from htpm_studio.render.pptx.measure import TextPlace
from htpm_studio.render.pptx.media import MediaStore
from htpm_studio.render.pptx.placeholders import LISTED, MARKS, Key, Placeholder, prompt
from htpm_studio.render.pptx.shapes import SlideCanvas, draw, named, tree
from htpm_studio.render.pptx.text import Paragraph, TextLook, level, levels, paragraph_xml, text_body
from htpm_studio.scene.nodes import Color, Page, Picture, Shape
from htpm_studio.units import Box, Size, emu

_MASTER_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"
_LAYOUT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
_FIRST_ID = 2_147_483_648
_ROOM = 8.0
_TYPES = (
    ("obj", ["obj", "title"]),
    ("twoObj", ["obj", "obj", "title"]),
    ("twoTxTwoObj", ["body", "body", "obj", "obj", "title"]),
    ("objTx", ["body", "obj", "title"]),
    ("picTx", ["body", "pic", "title"]),
    ("picTx", ["body", "body", "pic", "title"]),
)
"""Layouts as PowerPoint knows them (ECMA-376, 19.7.15), with their places."""
_ACROSS, _DOWN = 32, 16
"""In how many places a layout is looked at for its ground."""


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """A layout of the package with what slides need to know of it, such as how its colors are called."""

    page: Page
    part: PackagePart
    holders: dict[Key, Placeholder]
    refs: ThemeRefs


def ground(color: Color, refs: ThemeRefs) -> Element:
    """The background of a slide, layout or master."""
    return node("p:bg", node("p:bgPr", refs.solid(color), node("a:effectLst")))


def main_ground(page: Page) -> Color:
    """The color that is below most of what somebody may add to a page of a layout: its own or that of its panels."""
    panels = [item.node for item in fixed_items(page) if isinstance(item.node, Shape)]
    filled = [(shape.box, shape.fill) for shape in reversed(panels) if isinstance(shape.fill, Color)]
    width, height = page.size.width / _ACROSS, page.size.height / _DOWN
    spots = (Box((x + 0.5) * width, (y + 0.5) * height, 0, 0) for x in range(_ACROSS) for y in range(_DOWN))
    below = Counter(next((fill for box, fill in filled if box.contains(spot)), page.ground) for spot in spots)
    return below.most_common(1)[0][0]


def color_map(refs: ThemeRefs) -> Element:
    """The color map of a layout where its ground needs one of its own."""
    if refs.named == COLOR_MAP:
        return master_color_map()
    return node("p:clrMapOvr", node("a:overrideClrMapping", **refs.named))


def master_color_map() -> Element:
    """The note that a slide or layout uses its master's color map."""
    return node("p:clrMapOvr", node("a:masterClrMapping"))


# ------------------------------------------------------------------ layouts


def layout_part(
    package: Package,
    page: Page,
    holders: dict[Key, Placeholder],
    media: MediaStore,
    refs: ThemeRefs,
    language: str,
) -> LayoutPart:
    """Write one layout with all its fixed art; its relation to the master is added by `master_part`."""
    number = sum(name.startswith("ppt/slideLayouts/") for name in package.parts) + 1
    part = package.add(f"ppt/slideLayouts/slideLayout{number}.xml", _LAYOUT_TYPE)
    refs = refs.on(main_ground(page))
    sheet = SlideCanvas(part, refs, media, language)
    shapes = [draw(item, sheet) for item in reading_order(fixed_items(page))]
    shapes += [_holder_shape(holder, sheet) for holder in holders.values()]
    part.content = root(
        "p:sldLayout",
        node("p:cSld", ground(page.ground, refs), tree(shapes), name=page.layout_title or page.layout),
        color_map(refs),
        type=_layout_type(holders),
        preserve=True,
        userDrawn=True,
    )
    return LayoutPart(page, part, holders, refs)


def _layout_type(holders: dict[Key, Placeholder]) -> str | None:
    """The word by which PowerPoint knows a layout, where it has one."""
    kinds = sorted(holder.kind for holder in holders.values() if holder.kind not in MARKS and holder.slot != "eyebrow")
    if {"ctrTitle", "subTitle"} <= set(kinds):
        return "title"
    if kinds == ["title"]:
        return "blank" if holders["title", False].item is None else "titleOnly"
    return next((word for word, places in _TYPES if places == kinds), None)


def _holder_shape(holder: Placeholder, sheet: SlideCanvas) -> Element:
    locks = node("p:cNvSpPr", node("a:spLocks", noGrp=True))
    about = named(sheet, holder.slot.replace("-", " ").capitalize())
    head = node("p:nvSpPr", about, locks, node("p:nvPr", holder.mark(prompt=True)))
    form = preset("rect")
    if holder.item is not None and isinstance(holder.item.node, Picture):
        at = holder.item.node
        form = outline(at.frame, at.box)
    look, whole = holder.look, TextPlace(holder.frame, 0, 0, holder.anchor)
    if look is None:
        look = _picture_look(sheet.refs)
    number = holder.kind == "sldNum"
    rows = [""] if number else holder.prompt.split("\n")
    looks = [look, *[holder.further or look] * (len(rows) - 1)]
    prompts = [Paragraph(row, own, sheet.language, number=number) for row, own in zip(rows, looks, strict=True)]
    written = holder_paragraphs(holder, prompts, sheet.refs, look)
    shrinks = holder.look is not None and not number
    body = text_body(whole, written, _levels(holder, look, sheet), shrinks=shrinks)
    fill = () if holder.fill is None else (sheet.refs.solid(holder.fill), _edge(holder.fill, sheet.refs))
    return node("p:sp", head, node("p:spPr", xfrm(holder.frame), form, *fill), body)


def holder_paragraphs(
    holder: Placeholder, written: Sequence[Paragraph], refs: ThemeRefs, look: TextLook
) -> list[Element]:
    """The paragraphs of a placeholder as they differ from its look; in a title, those after the first are below it."""
    if holder.further is None:
        return [paragraph_xml(paragraph, refs, look) for paragraph in written]
    first, *others = written
    below = [paragraph_xml(replace(paragraph, depth=1), refs, holder.further) for paragraph in others]
    return [paragraph_xml(first, refs, look), *below]


def _levels(holder: Placeholder, look: TextLook, sheet: SlideCanvas) -> list[Element]:
    if holder.kind in LISTED:
        return levels(look, sheet.refs, sheet.language)
    further = [level("a:lvl2pPr", holder.further, sheet.refs, sheet.language)] if holder.further else []
    return [level("a:lvl1pPr", look, sheet.refs, sheet.language), *further]


def _edge(fill: Color, refs: ThemeRefs) -> Element:
    """A line in the color of a filled text, as a little room around it."""
    return node("a:ln", refs.solid(fill), node("a:miter", lim=800_000), w=emu(_ROOM))


def _picture_look(refs: ThemeRefs) -> TextLook:
    color = Color("#" + refs.colors["dk1"], next((role for role, slot in refs.slots.items() if slot == "dk1"), ""))
    return TextLook(1400, False, 0, "+mn-lt", color, "center", 100)


# ------------------------------------------------------------------ master


def master_part(
    package: Package,
    theme: PackagePart,
    layouts: Sequence[LayoutPart],
    looks: tuple[TextLook, TextLook],
    size: Size,
    refs: ThemeRefs,
    language: str,
    prompts: Mapping[str, str],
) -> PackagePart:
    """Write the slide master and relate it with its layouts and its theme.

    It draws nothing itself, so no layout has to hide it: logo and foot have other colors on other grounds.
    """
    part = package.add("ppt/slideMasters/slideMaster1.xml", _MASTER_TYPE)
    entries = []
    for number, layout in enumerate(layouts, 1):
        layout.part.relate("slideMaster", part)
        entries.append(
            node("p:sldLayoutId", id=_FIRST_ID + number, **{"r:id": part.relate("slideLayout", layout.part)})
        )
    part.relate("theme", theme)
    paper = Color("#" + refs.colors["lt1"], next((role for role, slot in refs.slots.items() if slot == "lt1"), ""))
    part.content = root(
        "p:sldMaster",
        node("p:cSld", ground(paper, refs), tree(_master_shapes(looks, size, refs, language, prompts))),
        node("p:clrMap", **COLOR_MAP),
        node("p:sldLayoutIdLst", entries),
        _styles(looks, refs, language),
        preserve=True,
    )
    return part


def _master_shapes(
    looks: tuple[TextLook, TextLook], size: Size, refs: ThemeRefs, language: str, prompts: Mapping[str, str]
) -> list[Element]:
    title, body = looks
    small = replace(body, size=1400, bullet="none", indent=0, after=0)
    margin, wide, foot = 48.0, size.width - 96.0, size.height * 0.92
    rows = (
        ("title", None, "title", title, Box(margin, size.height * 0.08, wide, size.height * 0.16)),
        ("body", 1, "body", body, Box(margin, size.height * 0.28, wide, size.height * 0.56)),
        ("dt", 2, "date", small, Box(margin, foot, wide / 3, 20)),
        ("ftr", 3, "footer", replace(small, align="center"), Box(margin + wide / 3, foot, wide / 3, 20)),
        ("sldNum", 4, "number", replace(small, align="right"), Box(margin + wide * 2 / 3, foot, wide / 3, 20)),
    )
    return [
        _master_shape(
            number, Placeholder(slot, kind, index, frame(box), prompt(slot, False, prompts), look), refs, language
        )
        for number, (kind, index, slot, look, box) in enumerate(rows, 2)
    ]


def _master_shape(number: int, holder: Placeholder, refs: ThemeRefs, language: str) -> Element:
    if holder.look is None:
        raise ValueError(f"{holder.slot} has no look")
    counted = holder.kind == "sldNum"
    words = Paragraph("" if counted else holder.prompt, holder.look, language, number=counted)
    styles = [level("a:lvl1pPr", holder.look, refs, language)] if holder.kind in MARKS else []
    about = node(
        "p:nvSpPr",
        node("p:cNvPr", id=number, name=holder.slot.capitalize()),
        node("p:cNvSpPr", node("a:spLocks", noGrp=True)),
        node("p:nvPr", holder.mark()),
    )
    place = TextPlace(holder.frame, 0, 0, "bottom" if holder.kind == "title" else "top")
    shrinks = holder.kind in ("title", "body")
    body = text_body(place, [paragraph_xml(words, refs, holder.look)], styles, shrinks=shrinks)
    return node("p:sp", about, node("p:spPr", xfrm(holder.frame), preset("rect")), body)


def _styles(looks: tuple[TextLook, TextLook], refs: ThemeRefs, language: str) -> Element:
    """The text styles of the master."""
    title, body = looks
    plain = replace(body, bullet="none", bullet_color=None, indent=0, after=0, align="left")
    other = replace(plain, pitch=100)
    return node(
        "p:txStyles",
        node("p:titleStyle", level("a:lvl1pPr", replace(title, bullet="none"), refs, language)),
        node("p:bodyStyle", levels(plain, refs, language)),
        node("p:otherStyle", level("a:lvl1pPr", other, refs, language)),
    )
