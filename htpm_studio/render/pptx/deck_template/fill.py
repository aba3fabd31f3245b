"""A deck in somebody else's design: texts and pictures in the placeholders of a foreign master."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from htpm_studio.frozen import dataclass
from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.theme import ThemeRefs
from htpm_studio.render.office.xml import Element, node, root
from htpm_studio.render.pptx.deck_template.geometry import TITLES, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.deck_template.parts import adopt
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout
from htpm_studio.render.pptx.geometry import EmuFrame, frame, preset, xfrm
from htpm_studio.render.pptx.items import SlideItem, is_framed
from htpm_studio.render.pptx.layouts import master_color_map
from htpm_studio.render.pptx.media import MediaStore, pixels
from htpm_studio.render.pptx.motion import transition
from htpm_studio.render.pptx.notes import add_notes
from htpm_studio.render.pptx.presentation import DECK_TYPE, presentation, surroundings
from htpm_studio.render.pptx.shapes import SlideCanvas, draw, graphic_frame, named, picture, tree
from htpm_studio.render.pptx.text import text_link
from htpm_studio.scene.direction import reads_right_to_left
from htpm_studio.scene.nodes import Color, Document, Group, Page, Picture
from htpm_studio.units import EMU_PER_POINT, Size

_SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
HANG, LABEL_SIZE = 285_750, 18.0


@dataclass(frozen=True, slots=True)
class Filling:
    """A placeholder with its paragraphs; `frame` is set where it lies elsewhere than the design has it."""

    place: PlaceholderPlace
    words: tuple[PlaceholderText, ...]
    frame: EmuFrame | None = None


@dataclass(frozen=True, slots=True)
class TemplateSlide:
    """A slide in a foreign design. `pictures` and `objects` lie in their placeholder, or free where that is None.

    `objects` are tables and charts, `codes` drawings such as QR codes, `labels` short texts without a placeholder, all
    where they shall lie. `colors` are those of the theme by the names that shapes have for them ("tx1", "accent2"), as
    the layout shows them.
    """

    layout: TemplateLayout
    page: Page
    fillings: tuple[Filling, ...]
    pictures: tuple[tuple[Picture, PlaceholderPlace | None], ...] = ()
    codes: tuple[Group, ...] = ()
    labels: tuple[tuple[str, EmuFrame], ...] = ()
    footer: str = ""
    objects: tuple[tuple[Group, PlaceholderPlace | None], ...] = ()
    colors: tuple[Color, ...] = ()


def render_template_deck(document: Document, deck_template: DeckTemplate, slides: Sequence[TemplateSlide]) -> bytes:
    """The slides as a PPTX file with the look of the deck template; the same input gives the same bytes.

    `document` gives title, author, language and theme of the notes; its pages are those of the slides.
    """
    package = Package()
    main = package.add("ppt/presentation.xml", DECK_TYPE)
    package.relate("officeDocument", main)
    master, layouts = adopt(package, deck_template)
    shown = [image for slide in slides for image, _ in slide.pictures]
    widths: dict[str, int] = {}
    for image in shown:
        widths[image.source.key] = max(widths.get(image.source.key, 1), pixels(image))
    media = MediaStore(package, widths)
    parts = [
        _slide(package, slide, number, layouts[slide.layout.member], media, document.language, deck_template.fonts)
        for number, slide in enumerate(slides, 1)
    ]
    pages = [slide.page for slide in slides]
    size = Size(deck_template.size[0] / EMU_PER_POINT, deck_template.size[1] / EMU_PER_POINT)
    notes = add_notes(package, document, pages, parts, size)
    main.content = presentation(main, master, parts, pages, notes, size, document)
    surroundings(package, main, document, pages)
    return package.pack()


def _slide(
    package: Package,
    slide: TemplateSlide,
    number: int,
    layout: PackagePart,
    media: MediaStore,
    language: str,
    fonts: tuple[str, str],
) -> PackagePart:
    part = package.add(f"ppt/slides/slide{number}.xml", _SLIDE_TYPE)
    part.relate("slideLayout", layout)
    colors = {color.role: color.hex.lstrip("#") for color in slide.colors}
    names = {name: name for name in colors}  # as the slide calls them, whatever its color map says
    sheet = SlideCanvas(part, ThemeRefs(names, colors, fonts, named=names), media, language)
    ordered = sorted(slide.fillings, key=lambda filling: filling.place.kind not in TITLES)
    shapes = [_filled(filling, sheet) for filling in ordered]
    shapes += [_picture(image, place, sheet) for image, place in slide.pictures]
    shapes += [_object(thing, place, sheet) for thing, place in slide.objects]
    for at, code in enumerate(slide.codes):
        shapes += [_label(*slide.labels[at], _ink(ordered, sheet), sheet)] if at < len(slide.labels) else []
        shapes.append(draw(SlideItem(code), sheet))
    shapes += _foot(slide, number, sheet)
    part.content = root(
        "p:sld",
        node("p:cSld", tree(shapes)),
        master_color_map(),
        transition(slide.page.advance),
    )
    return part


# ------------------------------------------------------------------ shapes


def _mark(place: PlaceholderPlace) -> Element:
    kind = None if place.kind == "obj" else place.kind
    return node("p:ph", type=kind, idx=place.index)


def _holder(place: PlaceholderPlace, name: str, frame: EmuFrame | None, body: Element, sheet: SlideCanvas) -> Element:
    locks = node("p:cNvSpPr", node("a:spLocks", noGrp=True))
    head = node("p:nvSpPr", named(sheet, name), locks, node("p:nvPr", _mark(place)))
    return node("p:sp", head, node("p:spPr", None if frame is None else xfrm(frame)), body)


def _filled(filling: Filling, sheet: SlideCanvas) -> Element:
    follows = [words.close for words in filling.words[1:]]
    written = [
        _paragraph(words, filling.place, sheet, tight)
        for words, tight in zip(filling.words, [*follows, False], strict=True)
    ]
    body = node("p:txBody", node("a:bodyPr", node("a:normAutofit")), node("a:lstStyle"), written)
    name = "Title" if filling.place.kind in TITLES else "Subtitle" if filling.place.kind == "subTitle" else "Text"
    return _holder(filling.place, name, filling.frame, body, sheet)


def _paragraph(words: PlaceholderText, place: PlaceholderPlace, sheet: SlideCanvas, tight: bool) -> Element:
    """A paragraph; a `tight` one has a close one below it."""
    size = round(words.size * 100) if words.size else None
    link = sheet.link(words.url, words.tip)
    click = text_link(link) if link else None
    fill = sheet.refs.solid(words.ink) if words.ink is not None else None
    run = node("a:rPr", fill, click, lang=sheet.language, sz=size, b=True if words.bold else None, dirty=False)
    end = node("a:endParaRPr", lang=sheet.language, sz=size, dirty=False)
    return node("a:p", _properties(words, place, tight), node("a:r", run, node("a:t", words.typed or words.text)), end)


def _properties(words: PlaceholderText, place: PlaceholderPlace, tight: bool) -> Element | None:
    space = _space(words, place)
    space += [node("a:spcAft", node("a:spcPts", val=0))] if tight else []
    backward = True if reads_right_to_left(words.text) else None
    if words.under:
        indent = place.indent if place.bulleted else HANG
        return node("a:pPr", space, node("a:buNone"), marL=indent, indent=0, rtl=backward)
    if words.bullet is None or words.bullet == place.bulleted:
        return node("a:pPr", space, rtl=backward) if space or backward else None
    if not words.bullet:
        return node("a:pPr", space, node("a:buNone"), marL=0, indent=0, rtl=backward)
    bullet = [node("a:buFont", typeface="Arial"), node("a:buChar", char="\u2022")]
    return node("a:pPr", space, bullet, marL=HANG, indent=-HANG, rtl=backward)


def _space(words: PlaceholderText, place: PlaceholderPlace) -> list[Element]:
    """The space above a paragraph where it is not that of the design."""
    if words.close:
        points = 0.0
    elif place.gap != place.before:
        points = place.gap * (words.size or place.size) / place.size
    else:
        return []
    return [node("a:spcBef", node("a:spcPts", val=round(points * 100)))]


def _picture(at: Picture, place: PlaceholderPlace | None, sheet: SlideCanvas) -> Element:
    box = at.box
    free = EmuFrame(*(round(value * EMU_PER_POINT) for value in (box.x, box.y, box.width, box.height)))
    return picture(at, sheet, free, holder=_mark(place) if place is not None else None)


def _object(thing: Group, place: PlaceholderPlace | None, sheet: SlideCanvas) -> Element:
    if is_framed(thing):
        return graphic_frame(thing, sheet, _mark(place) if place is not None else None)
    return draw(SlideItem(thing), sheet)


def _ink(fillings: Sequence[Filling], sheet: SlideCanvas) -> Element | None:
    """The color of the text of a slide, for what lies beside it; None where the design leaves it open."""
    filling = next((filling for filling in fillings if filling.place.takes_text), None)
    if filling is None:
        return None
    if filling.words and filling.words[0].ink is not None:
        return sheet.refs.solid(filling.words[0].ink)
    name, value = filling.place.ink
    return node("a:solidFill", node(f"a:{name}", val=value)) if name else None


def _label(text: str, frame: EmuFrame, color: Element | None, sheet: SlideCanvas) -> Element:
    run = node("a:rPr", color, lang=sheet.language, sz=round(LABEL_SIZE * 100), b=True, dirty=False)
    align = node("a:pPr", algn="r")
    words = node("a:p", align, node("a:r", run, node("a:t", text)), node("a:endParaRPr", lang=sheet.language))
    body = node("p:txBody", node("a:bodyPr", wrap="square", anchor="ctr"), node("a:lstStyle"), words)
    head = node("p:nvSpPr", named(sheet, f"Number {text}"), node("p:cNvSpPr", txBox=True), node("p:nvPr"))
    return node("p:sp", head, node("p:spPr", xfrm(frame), preset("rect"), node("a:noFill")), body)


def foot_of(slide: TemplateSlide, number: int) -> Iterator[tuple[PlaceholderPlace, str]]:
    """What stands at the foot: the hotline in the place for a footer, unless something lies there, and the number."""
    footer, counted = slide.layout.first("ftr"), slide.layout.first("sldNum")
    filled = [filling.frame or filling.place.frame for filling in slide.fillings]
    filled += [frame(shown.box) for shown, _ in slide.pictures]
    filled += [frame(thing.box) for thing in (*(thing for thing, _ in slide.objects), *slide.codes)]
    if footer is not None and slide.footer and not any(box.overlaps(footer.frame) for box in filled):
        yield footer, slide.footer
    if counted is not None:
        yield counted, str(number)


def _foot(slide: TemplateSlide, number: int, sheet: SlideCanvas) -> list[Element]:
    found = []
    language = {"lang": sheet.language}
    for place, text in foot_of(slide, number):
        if place.kind == "ftr":
            run = node("a:r", node("a:rPr", node("a:latin", typeface="+mn-lt"), **language), node("a:t", text))
        else:
            run = node("a:fld", node("a:rPr", **language), node("a:t", text), id=_NUMBER_FIELD, type="slidenum")
        body = node("p:txBody", node("a:bodyPr"), node("a:lstStyle"), node("a:p", run))
        found.append(_holder(place, "Footer" if place.kind == "ftr" else "Slide number", None, body, sheet))
    return found
