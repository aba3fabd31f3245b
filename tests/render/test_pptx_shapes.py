"""What is written of each node of a slide: its name, what is read aloud of it, where it is, and where it leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.errors import StudioError
from htpm_studio.render.office.package import Package
from htpm_studio.render.office.theme import theme_refs
from htpm_studio.render.office.xml import Element, node
from htpm_studio.render.pptx.items import SlideItem
from htpm_studio.render.pptx.media import media_store
from htpm_studio.render.pptx.shapes import (
    SlideCanvas,
    draw,
    first_text,
    item_place,
    item_texts,
    named,
    picture,
    text_paragraphs,
)
from htpm_studio.scene.nodes import (
    Ellipse,
    FormField,
    Group,
    Link,
    Node,
    Path,
    Picture,
    Segment,
    Shape,
    Stroke,
)
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages

SITE = "https://example.org"
BOX = Box(10, 20, 30, 40)
DOT = Shape("Dot", BOX, Ellipse(), pages.paint("ink"))


def sheet(*nodes: Node) -> SlideCanvas:
    package = Package()
    part = package.add("ppt/slides/slide1.xml", "text/xml")
    store = media_store(package, [pages.page("deck/x", 1, "T", *nodes)])
    return SlideCanvas(part, theme_refs(pages.THEME), store, "en-US")


def drawn(at: Node, url: str = "", tip: str = "") -> Element:
    return draw(SlideItem(at, url=url, tip=tip), sheet(at))


def about(element: Element) -> Element:
    """The first that an element says of itself: its id, name and alt text."""
    return next(element.iter("p:cNvPr"))


def has(element: Element, tag: str) -> bool:
    """Whether a tag is somewhere inside."""
    return next(element.iter(tag), None) is not None


def decorative(element: Element) -> bool:
    return has(about(element), "adec:decorative")


def linked(element: Element) -> bool:
    return has(about(element), "a:hlinkClick")


def only(element: Element, tag: str) -> dict[str, str]:
    (found,) = element.iter(tag)
    return dict(found.items())


# ------------------------------------------------------------------ names and links


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Sun", "Sun"), ("sun.JPG", "Object 2"), ("sun.jpeg ", "Object 2"), ("sun.jpg is here", "sun.jpg is here"),
     ("", "Object 2"), ("plan.svg", "Object 2"), ("scan.tif", "Object 2"), ("scan.tiff", "Object 2")],
)  # fmt: skip
def test_the_name_of_a_file_is_never_the_name_of_a_shape(name: str, shown: str) -> None:
    assert named(sheet(), name).get("name") == shown


def test_what_is_decoration_says_so_and_has_no_words() -> None:
    plain, silent, told = (
        named(sheet(), "A"),
        named(sheet(), "A", alt="Sun", decorative=True),
        named(sheet(), "A", alt="Sun"),
    )
    assert (plain.get("descr"), silent.get("descr"), told.get("descr")) == (None, "", "Sun")
    assert [has(one, "a:extLst") for one in (plain, silent, told)] == [False, True, False]


@pytest.mark.parametrize("url", ["https://a.org", "HTTP://a.org", "mailto:a@b.org", "tel:+1", "sms:1"])
def test_addresses_of_web_mail_and_telephone_are_links(url: str) -> None:
    assert sheet().link(url, "Site") == ("rId1", "Site")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:1", "example.org", "xhttps://a.org"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(StudioError, match="cannot go into a presentation"):
        sheet().link(url, "")


# ------------------------------------------------------------------ shapes and pictures


def test_a_shape_is_decoration_unless_it_is_a_link_that_says_where_it_leads() -> None:
    plain, tipped, site, unsaid = (
        drawn(DOT), drawn(DOT, "", "A site"), drawn(DOT, SITE, "A site"), drawn(DOT, SITE),
    )  # fmt: skip
    assert [decorative(one) for one in (plain, tipped, site, unsaid)] == [True, True, False, True]
    assert [about(one).get("descr") for one in (plain, tipped, site, unsaid)] == ["", "", "A site", ""]
    assert [linked(one) for one in (plain, tipped, site, unsaid)] == [False, False, True, True]


def way(*points: tuple[float, float]) -> Path:
    return Path(tuple(Segment("L" if at else "M", point) for at, point in enumerate(points)))


@pytest.mark.parametrize(
    ("ends", "corner", "size", "flipped"),
    [
        (((10, 20), (40, 60)), (10, 20), (30, 40), False),
        (((40, 60), (10, 20)), (10, 20), (30, 40), False),
        (((10, 60), (40, 20)), (10, 20), (30, 40), True),
        (((40, 20), (10, 60)), (10, 20), (30, 40), True),
        (((10, 20), (40, 20)), (10, 20), (30, 0), False),
        (((10, 60), (10, 20)), (10, 20), (0, 40), False),
    ],
)
def test_a_straight_stroke_is_a_connector_between_its_ends(
    ends: tuple[tuple[float, float], ...], corner: tuple[int, int], size: tuple[int, int], flipped: bool
) -> None:
    made = drawn(Shape("Rule", BOX, way(*ends), None, Stroke(pages.paint("ink"), 2)))
    assert made.tag == "p:cxnSp"
    place = next(made.iter("a:xfrm"))
    off, ext = place
    assert [int(off.get(one, "")) / 12700 for one in "xy"] == list(corner)
    assert [int(ext.get(one, "")) / 12700 for one in ("cx", "cy")] == list(size)
    assert (place.get("flipV"), place.get("flipH")) == ("1" if flipped else None, None)


PHOTO = Picture("Photo", BOX, pages.photo(), alt="A sun")


def test_a_picture_says_its_own_words_or_those_of_its_link() -> None:
    bare = replace(PHOTO, alt="")
    rows = [(PHOTO, "", ""), (PHOTO, SITE, "A site"), (bare, SITE, "A site"), (bare, "", "A site"), (bare, SITE, "")]
    found = [drawn(*row) for row in rows]
    assert [about(one).get("descr") for one in found] == ["A sun", "A sun", "A site", "", ""]
    assert [decorative(one) for one in found] == [False, False, False, True, True]
    assert [linked(one) for one in found] == [False, True, True, False, True]


def test_a_picture_in_a_placeholder_has_its_place_from_there_and_cannot_leave_it() -> None:
    made = picture(PHOTO, sheet(PHOTO), None, holder=node("p:ph", type="pic"))
    assert has(made, "p:ph")
    assert not has(made, "a:xfrm")
    assert only(made, "a:picLocks") == {"noGrp": "1", "noChangeAspect": "1"}


# ------------------------------------------------------------------ texts


def test_a_list_in_a_group_that_is_described_or_decoration_is_drawn_as_it_is() -> None:
    points = pages.bullets(["One"], 48, 200, 560)
    for group, tag in (
        (Group("Card", BOX, (points,), alt="A card"), "p:grpSp"),
        (Group("Card", BOX, (points,), decorative=True), "p:grpSp"),
        (Group("Card", BOX, (points,)), "p:sp"),
    ):
        assert [one.tag for one in drawn(group)] == ["p:nvGrpSpPr", "p:grpSpPr", tag]


def test_a_table_says_its_own_words_or_what_its_columns_are() -> None:
    cells = tuple(replace(pages.words(text, "body", 0, 0, 90), tag="TH") for text in ("Time", "Topic"))
    table = Group("Our hour", BOX, (Group("TR", BOX, cells, "TR"),), "Table")
    plain, told = drawn(table), drawn(replace(table, alt="Our plan"))
    assert [(about(one).get("descr"), about(one).get("title")) for one in (plain, told)] == [
        ("Time, Topic", "Our hour"),
        ("Our plan", "Our hour"),
    ]
    assert only(plain, "a:off") == {"x": "127000", "y": "254000"}
    assert only(plain, "a:graphicFrameLocks") == {"noGrp": "1"}


@pytest.mark.parametrize("at", [DOT, Group("G", BOX, ())])
def test_what_is_no_text_is_not_taken_for_one(at: Node) -> None:
    for read in (item_place, lambda item: text_paragraphs(item, sheet())):
        with pytest.raises(TypeError, match="is no text"):
            read(SlideItem(at))
    assert item_texts(SlideItem(DOT)) == []
    with pytest.raises(TypeError, match="Shape is no text"):
        first_text(SlideItem(DOT))


# ------------------------------------------------------------------ groups


def test_what_a_group_says_covers_what_is_in_it() -> None:
    said = Group("Card", BOX, (replace(PHOTO, name="One"), replace(PHOTO, name="Two", alt=""), DOT), alt="A card")
    made = drawn(said)
    names = {one.get("name"): one for one in made.iter("p:cNvPr")}
    silent = {name: has(one, "a:extLst") for name, one in names.items()}
    assert silent == {"Card": False, "One": False, "Two": True, "Dot": True}
    assert (names["Card"].get("descr"), names["One"].get("descr")) == ("A card", "A sun")
    ornament = drawn(replace(said, alt="", decorative=True))
    assert decorative(ornament)
    assert not decorative(drawn(replace(said, alt="")))


def test_a_group_in_a_described_group_is_silent_unless_it_has_words_of_its_own() -> None:
    inner = Group("Inner", BOX, (DOT,))
    for alt, is_silent in (("", True), ("A dot", False)):
        made = drawn(Group("Outer", BOX, (replace(inner, alt=alt),), alt="A card"))
        inside = next(one for one in made.iter("p:cNvPr") if one.get("name") == "Inner")
        assert has(inside, "a:extLst") is is_silent
    plain = drawn(Group("Outer", BOX, (inner,)))
    inside = next(one for one in plain.iter("p:cNvPr") if one.get("name") == "Inner")
    assert not has(inside, "a:extLst")


def test_a_link_in_a_group_leads_from_what_is_in_it() -> None:
    field = FormField("Name", BOX, "Your name", pages.STYLES["body"], pages.paint("ink"))
    link = Link("", BOX, SITE, "A site", (PHOTO, field))
    made = drawn(Group("G", BOX, (link,)))
    names = {one.get("name"): one for one in made.iter("p:cNvPr")}
    assert list(names) == ["G", "Group", "Photo"]
    assert {name: has(one, "a:hlinkClick") for name, one in names.items()} == {
        "G": False, "Group": False, "Photo": True,
    }  # fmt: skip
    assert not has(names["Group"], "a:extLst")
    covered = drawn(Group("G", BOX, (link,), alt="A card"))
    assert [has(one, "a:extLst") for one in covered.iter("p:cNvPr")] == [False, True, False]


def test_a_slide_has_no_line_to_type_into() -> None:
    field = FormField("Name", BOX, "Your name", pages.STYLES["body"], pages.paint("ink"))
    with pytest.raises(StudioError, match="no form fields"):
        drawn(field)
    assert len(list(drawn(Group("G", BOX, (field, DOT))).iter("p:sp"))) == 1
