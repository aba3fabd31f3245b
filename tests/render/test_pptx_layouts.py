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
    fixed_items,
    is_framed,
    is_one_text,
    list_items,
    page_items,
    reading_order,
)
from htpm_studio.render.pptx.layouts import layout_part, master_part
from htpm_studio.render.pptx.media import Media, is_logo, media_store, pixels
from htpm_studio.render.pptx.notes import add_notes, notes_master
from htpm_studio.render.pptx.placeholders import page_holders, slot_indexes
from htpm_studio.render.pptx.text import TextLook
from htpm_studio.scene.nodes import (
    Chart,
    Crop,
    Ellipse,
    FormField,
    Group,
    Link,
    Node,
    Page,
    Path,
    Picture,
    PictureSource,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    Tag,
    TextBlock,
)
from htpm_studio.units import Box, Size
from tests.helpers import pptx_pages as pages

REFS = theme_refs(pages.THEME)
BOX = Box(100, 100, 200, 100)
TITLE = pages.words("Signs", "title", 48, 84, 500, slot="title")
BODY = pages.words("Words", "body", 48, 300, 500, slot="body")
CHART = Group("chart", BOX, (), chart=Chart("Reports", "thousands", ("2024",), (1.0,)))
TABLE = Group("table", BOX, (Group("TR", BOX, (replace(BODY, tag="TD", slot=""),), "TR"),), "Table")
PICTURE = Picture("P", BOX, pages.LOGO, alt="A sun", slot="picture")


def page(*nodes: Node, layout: str = "deck/bullets") -> Page:
    return pages.page(layout, 1, "T", *nodes)


PROMPTS = known_language("en").prompts


def layout(made: Page, package: Package | None = None) -> PackagePart:
    package = package or Package()
    indexes = slot_indexes([made])
    holders = page_holders(made, indexes, {}, {}, REFS, PROMPTS)
    return layout_part(package, made, holders, media_store(package, [made]), REFS, "en").part


def content(part: PackagePart) -> Element:
    assert isinstance(part.content, Element)
    return part.content


def shapes(part: PackagePart) -> list[Element]:
    """What is drawn on a sheet, without the tree's own head."""
    return list(next(content(part).iter("p:spTree")))[2:]


def names(part: PackagePart) -> list[str]:
    return [next(one.iter("p:cNvPr")).get("name", "") for one in shapes(part)]


def words(element: Element) -> list[str]:
    return ["".join(one.text or "" for one in row.iter("a:t")) for row in element.iter("a:p")]


def place(element: Element) -> list[float]:
    off, ext = next(element.iter("a:xfrm"))
    return [int(one) / 12700 for one in (*off.attrib.values(), *ext.attrib.values())]


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
        ((TITLE, replace(BODY, slot="content"), BODY), "deck/x", None),
        ((TITLE, replace(BODY, slot="subtitle")), "deck/x", None),
        ((TITLE,), "deck/title", None),
    ],
)
def test_a_layout_has_the_word_by_which_powerpoint_knows_it(
    nodes: tuple[Node, ...], name: str, kind: str | None
) -> None:
    made = content(layout(page(*nodes, layout=name)))
    assert (made.get("type"), made.get("preserve"), made.get("userDrawn")) == (kind, "1", "1")


def test_layouts_are_numbered_and_called_by_their_title() -> None:
    package = Package()
    first, second = (layout(made, package) for made in (page(TITLE), replace(page(TITLE), layout_title="")))
    assert [one.name for one in (first, second)] == [f"ppt/slideLayouts/slideLayout{at}.xml" for at in (1, 2)]
    assert [next(content(one).iter("p:cSld")).get("name") for one in (first, second)] == ["Bullets", "deck/bullets"]


def test_a_layout_draws_its_fixed_art_first_and_then_its_places() -> None:
    art = Shape("Band", BOX, Rectangle(), pages.paint("panel"), fixed=True)
    own = replace(art, name="Own", fixed=False)
    made = layout(page(TITLE, art, own, replace(BODY, slot="key-fact"), replace(BODY, slot="", name="Plain")))
    assert names(made) == ["Band", "Title", "Key fact"]


def test_a_place_asks_a_paragraph_a_line_and_shrinks_but_the_number_is_a_field() -> None:
    points, number = pages.bullets(["One"], 48, 200, 560), replace(BODY, slot="number")
    made = page(TITLE, points, number, replace(PICTURE, frame=Ellipse()))
    indexes = slot_indexes([made])
    package = Package()
    asked = {("body", False): "One\nTwo"}
    held = page_holders(made, indexes, asked, {}, REFS, PROMPTS)
    title, body, field, photo = shapes(layout_part(package, made, held, media_store(package, [made]), REFS, "en").part)
    assert [words(one) for one in (title, body, photo)] == [
        ["Title"],
        ["One", "Two"],
        ["Click the icon to add a picture"],
    ]
    assert [next(one.iter("a:bodyPr"))[0].tag for one in (title, body, field, photo)] == [
        "a:normAutofit", "a:normAutofit", "a:noAutofit", "a:noAutofit",
    ]  # fmt: skip
    assert [next(one.iter("a:prstGeom")).get("prst") for one in (title, photo)] == ["rect", "ellipse"]
    assert next(field.iter("a:fld")).get("type") == "slidenum"
    assert [len(list(one.iter("a:fld"))) for one in (title, body, photo)] == [0, 0, 0]
    run = next(photo.iter("a:defRPr"))
    assert (run.get("sz"), next(photo.iter("a:lvl1pPr")).get("algn")) == ("1400", "ctr")
    assert next(run.iter("a:schemeClr")).get("val") == "tx1"
    assert {one.get("noGrp") for one in content(layout(made)).iter("a:spLocks")} == {"1"}
    insets = {
        one.get(side) for one in content(layout(made)).iter("a:bodyPr") for side in ("lIns", "tIns", "rIns", "bIns")
    }
    assert insets == {"0"}


# ------------------------------------------------------------------ master


LOOKS = (
    TextLook(3750, True, -50, "+mj-lt", pages.paint("ink"), "left", 90),
    TextLook(2400, False, 0, "+mn-lt", pages.paint("ink"), "right", 110, 800, "check", pages.paint("panel"), 300),
)


def master(*layouts: Page, size: Size = pages.SIZE, looks: tuple[TextLook, TextLook] = LOOKS) -> PackagePart:
    package = Package()
    made = []
    for one in layouts:
        holders = page_holders(one, slot_indexes([one]), {}, {}, REFS, PROMPTS)
        made.append(layout_part(package, one, holders, media_store(package, [one]), REFS, "en"))
    theme = package.add("ppt/theme/theme1.xml", "text/xml")
    return master_part(package, theme, made, looks, size, REFS, "en", PROMPTS)


def test_a_master_lists_its_layouts_and_knows_its_theme() -> None:
    made = master(page(TITLE), page(TITLE))
    ids = [(one.get("id"), one.get("r:id")) for one in content(made).iter("p:sldLayoutId")]
    assert ids == [("2147483649", "rId1"), ("2147483650", "rId2")]
    assert made.opc.rels["rId3"].target_ref == "../theme/theme1.xml"
    assert content(made).get("preserve") == "1"
    assert {one.get("noGrp") for one in content(made).iter("a:spLocks")} == {"1"}
    assert {one.get(side) for one in content(made).iter("a:bodyPr") for side in ("lIns", "rIns")} == {"0"}
    ground = next(content(made).iter("p:bgPr"))
    assert next(ground.iter("a:schemeClr")).get("val") == "bg1"


def test_a_master_has_the_five_places_of_a_slide_inside_its_margins() -> None:
    title, body, date, footer, number = shapes(master(size=Size(960, 500)))
    assert [next(one.iter("p:ph")).get("type") for one in (title, body, date, footer, number)] == [
        "title", "body", "dt", "ftr", "sldNum",
    ]  # fmt: skip
    assert [next(one.iter("p:ph")).get("idx") for one in (title, body, date, footer, number)] == [
        None,
        "1",
        "2",
        "3",
        "4",
    ]
    assert [next(one.iter("p:cNvPr")).get("id") for one in (title, body, date, footer, number)] == list("23456")
    assert place(title) == [48, 40, 864, 80]
    assert place(body) == [48, 140, 864, 280]
    assert [place(one) for one in (date, footer, number)] == [[x, 460, 288, 20] for x in (48, 336, 624)]
    assert [next(one.iter("a:bodyPr")).get("anchor") for one in (title, body, date)] == ["b", "t", "t"]
    assert [next(one.iter("a:bodyPr"))[0].tag[2:] for one in (title, body, date)] == [
        "normAutofit",
        "normAutofit",
        "noAutofit",
    ]
    assert [words(one) for one in (title, body, date, footer)] == [["Title"], ["Text"], ["Date"], ["Footer"]]
    assert next(number.iter("a:fld")).get("type") == "slidenum"
    styled = [next(one.iter("a:lvl1pPr"), None) for one in (title, body, date, footer, number)]
    assert [one is not None and (one.get("algn"), one[-1].get("sz")) for one in styled] == [
        False, False, ("r", "1400"), ("ctr", "1400"), ("r", "1400"),
    ]  # fmt: skip


def test_further_levels_of_a_body_are_bulleted_and_smaller_down_to_14_points() -> None:
    styles = next(content(master()).iter("p:txStyles"))
    title, body, other = styles
    levels = list(body)
    assert [one.tag for one in levels] == [f"a:lvl{at}pPr" for at in range(1, 6)]
    assert [one[-1].get("sz") for one in levels] == ["2400", "2040", "1800", "1560", "1400"]
    assert [(one.get("marL"), one.get("indent")) for one in levels] == [
        ("0", "0"), *((str(228_600 * at), "-228600") for at in (1, 2, 3, 4)),
    ]  # fmt: skip
    assert [[part.tag for part in one if part.tag.startswith("a:bu")][-1] for one in levels] == [
        "a:buNone", *["a:buChar"] * 4,
    ]  # fmt: skip
    assert {one.get("algn") for one in levels} == {"l"}
    assert [next(one.iter("a:spcPct")).get("val") for one in (title, levels[0], other)] == ["90000", "110000", "100000"]
    heads = next(content(master(looks=(replace(LOOKS[0], bullet="dot"), LOOKS[1]))).iter("p:titleStyle"))
    assert next(heads.iter("a:buNone"), None) is not None


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


@pytest.mark.parametrize(
    ("size", "frame"),
    [
        (Size(960, 540), (1_600_200, 571_500, 3_657_600, 2_057_400)),
        (Size(720, 540), (2_057_400, 571_500, 2_743_200, 2_057_400)),
        (Size(1000, 250), (1_600_200, 571_500, 3_657_600, 914_400)),
    ],
)
def test_the_slide_on_a_page_of_notes_keeps_its_form_in_the_middle(size: Size, frame: tuple[int, ...]) -> None:
    package = Package()
    made = notes_master(package, package.add("ppt/theme/theme2.xml", "text/xml"), size, "en")
    off, ext = next(shapes(made)[0].iter("a:xfrm"))
    assert tuple(int(one) for one in (*off.attrib.values(), *ext.attrib.values())) == frame
    locks = [(one.get("noGrp"), one.get("noRot")) for one in content(made).iter("a:spLocks")]
    assert locks == [("1", "1"), ("1", None)]


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


def test_a_group_stays_whole_where_it_says_something_or_is_turned() -> None:
    dot = Shape("S", BOX, Ellipse(), pages.paint("ink"))
    plain = Group("G", BOX, (dot,))
    for change, whole in (({}, False), ({"alt": "A dot"}, True), ({"decorative": True}, True), ({"turn": 9.0}, True)):
        (item,) = page_items(page(replace(plain, **change)))  # type: ignore[arg-type]
        assert isinstance(item.node, Group) is whole
    assert page_items(page(replace(plain, children=(), alt="A dot"))) == []
    assert [is_framed(one) for one in (plain, CHART, TABLE, BODY)] == [False, True, True, False]


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


def test_fixed_items_are_those_that_fill_no_place() -> None:
    art = Shape("Band", BOX, Rectangle(), pages.paint("panel"), fixed=True)
    fixed = fixed_items(
        page(art, replace(art, fixed=False), replace(BODY, fixed=True), replace(BODY, slot="", fixed=True))
    )
    assert [one.node for one in fixed] == [art, replace(BODY, slot="", fixed=True)]


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


@pytest.mark.parametrize(("down", "meets"), [(0, True), (2.4, True), (2.6, False)])
def test_a_thin_line_meets_what_its_stroke_is_on(down: float, meets: bool) -> None:
    """A stroke of five points on a line that lies at the lower edge of a picture."""
    photo_ = replace(PICTURE, slot="", box=Box(0, 0, 200, 100))
    way = Path((Segment("M", (0, 100 + down)), Segment("L", (100, 100 + down))))
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
