"""The master, the layouts and the notes of a deck, part by part; how large its pictures are; the order of a slide."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from htpm_studio.languages.declared import known_language
from htpm_studio.render.office.package import Package, PackagePart
from htpm_studio.render.office.theme import theme_refs
from htpm_studio.render.office.xml import Element
from htpm_studio.render.pptx.items import (
    SlideItem,
    is_one_text,
    list_items,
    page_items,
    reading_order,
)
from htpm_studio.render.pptx.layouts import layout_part, main_ground
from htpm_studio.render.pptx.media import Media, is_logo, media_store, pixels
from htpm_studio.render.pptx.notes import add_notes
from htpm_studio.render.pptx.placeholders import page_holders, slot_indexes
from htpm_studio.scene.nodes import (
    Crop,
    Ellipse,
    FormField,
    Group,
    Link,
    Node,
    Page,
    Picture,
    PictureSource,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    Tag,
    TextBlock,
)
from htpm_studio.scene.nodes import Path as Outline
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages

REFS = theme_refs(pages.THEME)
BOX = Box(100, 100, 200, 100)
TITLE = pages.words("Signs", "title", 48, 84, 500, slot="title")
BODY = pages.words("Words", "body", 48, 300, 500, slot="body")
PICTURE = Picture("P", BOX, pages.LOGO, alt="A sun", slot="picture")


def page(*nodes: Node, layout: str = "deck/bullets") -> Page:
    return pages.page(layout, 1, "T", *nodes)


PROMPTS = known_language("en").prompts


def test_the_ground_of_a_layout_is_the_color_below_most_of_it() -> None:
    whole = page(TITLE, layout="deck/title")
    half = Shape("Panel", Box(0, 0, 520, 540), Rectangle(), pages.paint("deep"), fixed=True)
    assert main_ground(whole).role == "surface"
    assert main_ground(replace(whole, nodes=(half, TITLE))).role == "deep"
    assert main_ground(replace(whole, nodes=(replace(half, box=Box(0, 0, 440, 540)), TITLE))).role == "surface"
    assert main_ground(replace(whole, nodes=(replace(half, fixed=False), TITLE))).role == "surface"


def layout(made: Page, package: Package | None = None) -> PackagePart:
    package = package or Package()
    indexes = slot_indexes([made])
    holders = page_holders(made, indexes, {}, {}, REFS, PROMPTS)
    return layout_part(package, made, holders, media_store(package, [made]), REFS, "en").part


def content(part: PackagePart) -> Element:
    assert isinstance(part.content, Element)
    return part.content


def words(element: Element) -> list[str]:
    return ["".join(one.text or "" for one in row.iter("a:t")) for row in element.iter("a:p")]


# ------------------------------------------------------------------ layouts


@pytest.mark.parametrize(
    ("nodes", "name", "kind"),
    [
        ((TITLE, replace(BODY, slot="subtitle")), "deck/title", "title"),
        ((TITLE,), "deck/x", "titleOnly"),
        ((PICTURE,), "deck/x", None),
        ((TITLE, replace(BODY, slot="date"), replace(BODY, slot="eyebrow")), "deck/x", "titleOnly"),
        ((replace(BODY, slot="number"),), "deck/x", "blank"),
        ((TITLE, replace(BODY, slot="content")), "deck/x", "obj"),
        ((TITLE, replace(BODY, slot="content"), BODY), "deck/x", "objTx"),
        ((TITLE, replace(BODY, slot="content"), replace(BODY, slot="content-2")), "deck/x", "twoObj"),
        ((TITLE, replace(BODY, slot="subtitle")), "deck/x", None),
        ((TITLE,), "deck/title", None),
    ],
)
def test_a_layout_has_the_word_by_which_powerpoint_knows_it(
    nodes: tuple[Node, ...], name: str, kind: str | None
) -> None:
    made = content(layout(page(*nodes, layout=name)))
    assert (made.get("type"), made.get("preserve"), made.get("userDrawn")) == (kind, "1", "1")


# ------------------------------------------------------------------ notes


def notes(*texts: str) -> tuple[Package, PackagePart | None]:
    package = Package()
    shown = [replace(page(TITLE), notes=text) for text in texts]
    slides = [package.add(f"ppt/slides/slide{at}.xml", "text/xml") for at, _ in enumerate(shown, 1)]
    return package, add_notes(package, pages.deck(*shown), shown, slides, pages.SIZE)


def test_only_slides_with_notes_have_a_page_of_them() -> None:
    package, made = notes("Say hello.", " \n", "Say\n\nmore.")
    assert made is not None
    assert [name for name in package.parts if "notesSlides" in name] == [
        "ppt/notesSlides/notesSlide1.xml", "ppt/notesSlides/notesSlide3.xml",
    ]  # fmt: skip
    text = next(content(package.parts["ppt/notesSlides/notesSlide3.xml"]).iter("p:txBody"))
    assert words(text) == ["Say", "", "more."]
    assert [len(list(row.iter("a:r"))) for row in text.iter("a:p")] == [1, 0, 1]
    empty, none = notes("", "  ")
    assert (none, [name for name in empty.parts if "otes" in name]) == (None, [])


# ------------------------------------------------------------------ pictures


def photo(wide: int, high: int, kind: str = "jpeg") -> PictureSource:
    target = io.BytesIO()
    Image.new("RGB", (wide, high), "#336699").save(target, kind.upper())
    return pages.source(target.getvalue(), kind, (wide, high))


def test_a_photo_has_220_dots_an_inch_where_it_has_so_many_and_2400_on_its_long_side_at_most() -> None:
    sun = PictureSource("k", "jpeg", b"", (9000, 6000))
    assert pixels(Picture("P", Box(0, 0, 72, 48), sun)) == 220
    assert pixels(Picture("P", Box(0, 0, 72, 48), sun, Crop(0.25, 0, 0.25, 0.5))) == 440
    assert pixels(Picture("P", Box(0, 0, 7200, 4800), sun)) == 2400
    assert pixels(Picture("P", Box(0, 0, 7200, 9000), replace(sun, size=(6000, 9000)))) == 1600
    assert pixels(Picture("P", Box(0, 0, 72, 48), replace(sun, size=(100, 50)))) == 100
    assert pixels(Picture("P", Box(0, 0, 0.1, 0.1), sun)) == 1


def test_a_logo_has_four_pixels_a_point_and_another_drawing_one_and_a_half() -> None:
    art = PictureSource("k", "svg", b"", (10, 5))
    assert pixels(Picture("Logo of X", Box(0, 0, 100, 50), art)) == 400
    assert pixels(Picture("Sun", Box(0, 0, 100, 50), art)) == 150
    assert pixels(Picture("Sun", Box(0, 0, 9000, 50), art)) == 1800
    assert pixels(Picture("", Box(0, 0, 9000, 50), art, slot="logo-2")) == 2400
    assert [is_logo(Picture(name, BOX, art, slot=slot)) for name, slot in (("", ""), ("LOGO", ""), ("", "logo"))] == [
        False, True, True,
    ]  # fmt: skip


def stored(*pictures: Picture) -> list[tuple[str, int]]:
    """The media of some pictures: name and width in pixels, or in bytes what goes in as it came."""
    package = Package()
    store = media_store(package, [page(*pictures)])
    for one in pictures:
        media: Media = store.media(one)
        assert (media.vector is not None) == (one.source.kind == "svg")
    found = []
    for name, part in package.parts.items():
        data = part.content
        assert isinstance(data, bytes)
        wide, high = (0, 0) if name.endswith("svg") else Image.open(io.BytesIO(data)).size
        (ratio,) = {one.source.size[0] / one.source.size[1] for one in pictures}
        assert abs(high - wide / ratio) <= 0.5
        found.append((name.rpartition("/")[2], wide))
    return found


def test_a_picture_is_stored_once_as_large_as_its_largest_place_needs() -> None:
    sun = photo(400, 200)
    small, large = Picture("a", Box(0, 0, 18, 9), sun), Picture("b", Box(0, 0, 72, 36), sun)
    assert stored(small) == [("image1.jpg", 55)]
    assert stored(small, large) == stored(large, small) == [("image1.jpg", 220)]
    whole = Picture("a", Box(0, 0, 300, 150), sun)
    assert stored(whole) == [("image1.jpg", 400)]
    assert stored(Picture("a", Box(0, 0, 18, 9), photo(400, 200, "png")), whole) == [
        ("image1.png", 55), ("image2.jpg", 400),
    ]  # fmt: skip
    assert stored(Picture("logo", Box(0, 0, 30, 10), pages.LOGO)) == [("image1.png", 120), ("image1.svg", 0)]


def test_a_photo_that_is_hardly_larger_than_needed_goes_in_as_it_came() -> None:
    sun = photo(400, 200)
    for width, shown in ((124.4, 400), (124.2, 380), (124.0, 379)):
        (found,) = stored(Picture("a", Box(0, 0, width, width / 2), sun))
        assert found[1] == (400 if shown >= 380 else shown)


# ------------------------------------------------------------------ what is on a slide


def test_items_know_what_the_nodes_around_them_say() -> None:
    link = Link(
        "L", BOX, "https://example.org", "A site", (replace(BODY, slot="x"), Shape("S", BOX, Ellipse())), fixed=True
    )
    text, shape = page_items(page(Group("G", BOX, (link,))))
    assert (text.slot, text.fixed, text.url, text.tip) == ("x", True, "https://example.org", "A site")
    assert (shape.slot, shape.fixed, shape.url, shape.tip) == ("", True, "https://example.org", "A site")
    field = FormField("Name", BOX, "Your name", pages.STYLES["body"], pages.paint("ink"))
    assert page_items(page(field, replace(BODY, text=" "), Group("G", BOX, (), decorative=True))) == []


def test_only_a_list_with_a_style_and_a_place_of_its_own_is_one_text() -> None:
    points = pages.bullets(["One", "Two"], 48, 200, 560)
    assert is_one_text(points)
    assert not is_one_text(replace(points, slot=""))
    assert not is_one_text(replace(points, list_style=None))
    assert not is_one_text(replace(points, children=()))


def test_each_item_of_a_list_has_its_texts_without_labels_and_with_their_links() -> None:
    def text(says: str, tag: Tag = "P") -> TextBlock:
        return replace(BODY, text=says, tag=tag, slot="")

    def item(*nodes: Node) -> Group:
        return Group("Item", BOX, nodes, "LI")

    link = Link("L", BOX, "https://a.org", "A site", (text("linked"), Shape("S", BOX, Ellipse())))
    nodes = (
        item(text("1.", "Lbl"), text("One", "LBody"), text("more")), item(text(" ")), text("loose"), text("too"),
        text("bare", "LI"), item(Group("G", BOX, (text("deep"),)), link), link,
    )  # fmt: skip
    found = list_items(Group("L", BOX, nodes, "L"))
    assert [[(block.text, url, tip) for block, url, tip in texts] for texts in found] == [
        [("One", "", ""), ("more", "", "")], [("loose", "", "")], [("too", "", "")], [("bare", "", "")],
        [("deep", "", ""), ("linked", "https://a.org", "A site")], [("linked", "https://a.org", "A site")],
    ]  # fmt: skip


def test_what_is_decoration_is_read_first() -> None:
    shape = Shape("S", Box(900, 0, 9, 9), Ellipse(), pages.paint("ink"))
    photo_ = replace(PICTURE, slot="", box=Box(900, 100, 9, 9))
    around = Group("G", Box(900, 200, 9, 9), (shape,), decorative=True)
    rows = [
        (SlideItem(shape), True), (SlideItem(shape, url="https://a.org"), False), (SlideItem(photo_), False),
        (SlideItem(replace(photo_, alt="")), True), (SlideItem(replace(photo_, alt=""), url="https://a.org"), False),
        (SlideItem(around), True), (SlideItem(replace(around, decorative=False)), False), (SlideItem(BODY), False),
    ]  # fmt: skip
    assert [item.decorative for item, _ in rows] == [silent for _, silent in rows]
    text = SlideItem(replace(BODY, slot=""))
    for item, silent in rows[:-1]:
        assert (reading_order([text, item])[0] is item) is silent
    title = SlideItem(TITLE, "title")
    assert reading_order([text, title, SlideItem(shape)]) == [SlideItem(shape), title, text]
    assert reading_order([SlideItem(TITLE), text]) == [SlideItem(TITLE), text], "elsewhere in their order"


def test_order_keeps_what_lies_above_above() -> None:
    photo = Picture("P", Box(0, 0, 960, 540), pages.LOGO, alt="A street")
    scrim = Shape("Scrim", Box(0, 0, 960, 540), Rectangle(), pages.paint("deep", 0.8))
    title = pages.words("Title", "title", 48, 200, 300, slot="title")
    items = [SlideItem(photo), SlideItem(scrim), SlideItem(title, "title")]
    assert [item.node for item in reading_order(items)] == [photo, scrim, title]


@pytest.mark.parametrize(("down", "meets"), [(0, True), (2.4, True), (2.6, False)])
def test_a_thin_line_meets_what_its_stroke_is_on(down: float, meets: bool) -> None:
    """A stroke of five points on a line that lies at the lower edge of a picture."""
    photo_ = replace(PICTURE, slot="", box=Box(0, 0, 200, 100))
    way = Outline((Segment("M", (0, 100 + down)), Segment("L", (100, 100 + down))))
    line = Shape("rule", Box(0, 100 + down, 100, 0), way, stroke=Stroke(pages.paint("ink"), 5))
    first = reading_order([SlideItem(photo_), SlideItem(line)])[0].node
    assert (first is photo_) is meets
    assert (
        reading_order([SlideItem(photo_), SlideItem(replace(line, box=Box(0, 100 + down, 100, 0.5)))])[0].node is photo_
    ) is meets
    for box in (Box(0, -down, 100, 0), Box(-down, 0, 0, 50)):
        other = replace(line, box=box)
        assert (reading_order([SlideItem(photo_), SlideItem(other)])[0].node is photo_) is meets
    upright = replace(line, box=Box(200 + down, 0, 0, 50))
    assert (reading_order([SlideItem(photo_), SlideItem(upright)])[0].node is photo_) is meets
