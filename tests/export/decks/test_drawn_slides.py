"""Slides in somebody else's design as the window draws them: what is below the words, the words, what is simplified."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from htpm_studio.compose.compose_page import CONTINUED, SIMPLIFIED, Composed
from htpm_studio.export.decks.drawn.pages import slides_of
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.project.model import Brand, Project
from htpm_studio.render.pptx.deck_template.reader import read_deck_template
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Page, Shape
from htpm_studio.scene.walk import pictures, texts, walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.wild_decks import changed, company, lone, office

MASTER, THEME = "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"
TREE = b"</p:grpSpPr>"
AROUND = b'<p:nvSpPr><p:cNvPr id="%d" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
Shaped = tuple[Kit, PageSpec, tuple[Composed, ...]]


def drawn(data: bytes, template: str = "deck/bullets") -> Shaped:
    """The first slide of the training with that template, in the design of a presentation."""
    options = Options(("deck",), deck_template=read_deck_template("theirs.pptx", data))
    kit = build_kit(Project(Brand("Riverbend"), 2, 2027), bundled_campaign(), bundled_resources(), options,
                    date(2026, 11, 28))  # fmt: skip
    spec = next(page for file in plan(kit) for page in file.pages if page.template == template)
    return kit, spec, slides_of(kit, spec, compose(spec, kit.page_inputs))


def shape(number: int, outline: bytes, fill: bytes = b'<a:solidFill><a:srgbClr val="0A141E"/></a:solidFill>') -> bytes:
    place = b'<a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>'
    return b"<p:sp>" + AROUND % number + b"<p:spPr>" + place + outline + fill + b"</p:spPr></p:sp>"


def with_shapes(*shapes: bytes) -> bytes:
    """A presentation with more on its master."""
    return changed(company(), MASTER, lambda data: data.replace(TREE, TREE + b"".join(shapes), 1))


def preset(name: bytes) -> bytes:
    return b'<a:prstGeom prst="%s"><a:avLst/></a:prstGeom>' % name


def path(size: bytes, steps: bytes) -> bytes:
    return b"<a:custGeom><a:pathLst><a:path %s>%s</a:path></a:pathLst></a:custGeom>" % (size, steps)


def shapes_in(page: Page) -> list[Any]:
    return [node for node in walk(page.nodes) if isinstance(node, Shape) and node.name == "shape"]


def test_grounds_colors_and_pictures_are_those_of_the_master() -> None:
    stops = b'<a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs><a:gs pos="100000"><a:schemeClr val="tx1"/></a:gs>'
    fill = b'<a:gradFill><a:gsLst>%s</a:gsLst><a:lin ang="5400000"/></a:gradFill>' % stops
    ground = b"<p:bg><p:bgPr>%s</p:bgPr></p:bg>" % fill

    def change(data: bytes) -> bytes:
        start, end = data.index(b"<p:bg>"), data.index(b"</p:bg>") + len(b"</p:bg>")
        return data[:start] + ground + data[end:]

    _, _, slides = drawn(changed(company(), MASTER, change))
    image = render_page(slides[0].page, 0.25)
    top, foot = (image.crop((2, y, 3, y + 1)).tobytes() for y in (1, image.height - 2))
    assert top[0] > 240
    assert max(foot) < 16
    # The picture that is on the master, which is not the kit's.
    assert [picture.fixed for picture in pictures(slides[0].page)] == [True]


def test_words_are_in_the_sizes_and_colors_of_the_design_and_know_their_fields() -> None:
    kit, spec, slides = drawn(lone())
    words = {" ".join(block.text.split()): block for block in texts(slides[0].page) if not block.fixed}
    title = words[slides[0].page.title]
    assert title.name == "head"
    assert title.color.hex == "#FFFFFF"
    items = spec.content["items"]
    assert isinstance(items, tuple)
    assert all(" ".join(str(item).split()) in words for item in items)
    # The page is wide, and the upright slide lies in the middle of it.
    page, design = slides[0].page, kit.options.deck_template
    assert design is not None
    wide = page.size.height * design.size[0] / design.size[1]
    left = (page.size.width - wide) / 2
    assert left < min(line.x for block in words.values() for line in block.lines) < left + wide


def test_plain_shapes_are_drawn_and_others_are_outlined_and_named() -> None:
    arc = b'<a:arcTo wR="1" hR="1" stAng="10800000" swAng="21600000"/><a:close/>'
    circle = path(b'w="2" h="2"', b'<a:moveTo><a:pt x="0" y="1"/></a:moveTo>' + arc)
    _, _, slides = drawn(with_shapes(shape(901, preset(b"ellipse")), shape(902, circle)))
    assert [node.fill.hex for node in shapes_in(slides[0].page)] == ["#0A141E", "#0A141E"]
    assert SIMPLIFIED not in {finding.code for finding in slides[0].findings}
    _, _, slides = drawn(with_shapes(shape(901, preset(b"star24"))))
    (star,) = shapes_in(slides[0].page)
    assert star.fill is None
    assert star.stroke.color.hex == "#0A141E"
    assert SIMPLIFIED in {finding.code for finding in slides[0].findings}


FAR = b'<a:gd name="adj" fmla="val -99999999999999"/>'


@pytest.mark.parametrize(
    "outline",
    [
        preset(b"roundRect").replace(b"<a:avLst/>", b"<a:avLst>%s</a:avLst>" % FAR),
        path(b'w="1" h="-5"', b'<a:moveTo><a:pt x="wd2" y="1"/></a:moveTo>'),
        path(b'w="0" h="0"', b'<a:lnTo><a:pt x="9" y="9"/></a:lnTo>'),
        path(b'w="1" h="1"', b'<a:moveTo/><a:arcTo wR="x"/>'),
    ],
)
def test_outlines_that_make_no_sense_stop_nothing(outline: bytes) -> None:
    _, _, slides = drawn(with_shapes(shape(901, outline)))
    render_page(slides[0].page, 0.25)


def test_a_text_without_room_goes_on_and_says_so() -> None:
    layout = "ppt/slideLayouts/slideLayout1.xml"
    low = changed(lone(), layout, lambda data: data.replace(b'cy="7200000"', b'cy="1400000"'))
    _, _, slides = drawn(low)
    assert len(slides) > 1
    assert CONTINUED in {finding.code for finding in slides[0].findings}
    assert len({slide.page.nodes for slide in slides}) == len(slides)


def test_fonts_that_no_computer_has_are_replaced() -> None:
    def unknown(data: bytes) -> bytes:
        return data.replace(b'typeface="Calibri"', b'typeface="No Such Face"')

    _, _, slides = drawn(changed(office(), THEME, unknown))
    faces = {block.style.face.name for block in texts(slides[0].page)}
    assert faces == {"Arimo-400"}
