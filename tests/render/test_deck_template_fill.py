"""Slides in somebody else's design: what is written into their placeholders, and the look of sample words."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import etree

from htpm_studio.render.office.package import Package
from htpm_studio.render.pptx.deck_template.fill import Filling, TemplateSlide, render_template_deck
from htpm_studio.render.pptx.deck_template.geometry import A, P, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.deck_template.parts import adopt
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, read_deck_template
from htpm_studio.render.pptx.deck_template.sample_styles import style_samples
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.scene.nodes import Ellipse, Group, Picture, Shape
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages
from tests.helpers.wild_decks import web

ARABIC = "\u0645\u0631\u062d\u0628\u0627"
FRAME = EmuFrame(914_400, 1_828_800, 4_572_000, 1_828_800)
PLACE = PlaceholderPlace("body", 1, FRAME, 20.0, before=6.0)
TITLE = PlaceholderPlace("title", None, FRAME, 40.0)
CODE = Group(
    "Code", Box(600, 300, 90, 90), (Shape("dot", Box(600, 300, 90, 90), Ellipse(), pages.paint("ink")),), alt="QR"
)


@pytest.fixture(scope="module")
def design() -> DeckTemplate:
    return read_deck_template("web.pptx", web())


def slides(design: DeckTemplate, *made: TemplateSlide) -> list[Any]:
    """The shapes of each slide."""
    document = replace(pages.deck(), pages=tuple(one.page for one in made))
    with zipfile.ZipFile(io.BytesIO(render_template_deck(document, design, made))) as file:
        trees = [
            ElementTree.fromstring(file.read(f"ppt/slides/slide{number}.xml")) for number in range(1, len(made) + 1)
        ]
    return [list(tree.find(f"{P}cSld/{P}spTree"))[2:] for tree in trees]  # type: ignore[arg-type]


def slide(design: DeckTemplate, *fillings: Filling, **more: Any) -> TemplateSlide:
    return TemplateSlide(design.layouts[0], pages.bullets_page(), fillings, **more)


def name(shape: Any) -> str:
    return str(shape.find(f".//{P}cNvPr").get("name"))


def paragraphs(design: DeckTemplate, place: PlaceholderPlace, *words: PlaceholderText) -> list[Any]:
    ((shape, *_),) = slides(design, slide(design, Filling(place, words)))
    return list(shape.iter(f"{A}p"))


def look(paragraph: Any) -> dict[str, str] | None:
    """What a paragraph says beyond its design: its attributes, the space around it, and its bullet."""
    found = paragraph.find(f"{A}pPr")
    if found is None:
        return None
    spaces = {one.tag[len(A) :]: one[0].get("val") for one in found if one.tag in (f"{A}spcBef", f"{A}spcAft")}
    bullets = [one.get("char", "none") for one in found if one.tag in (f"{A}buNone", f"{A}buChar")]
    return {**found.attrib, **spaces, **({"bullet": " ".join(bullets)} if bullets else {})}


def test_a_paragraph_says_nothing_where_its_design_says_it(design: DeckTemplate) -> None:
    bulleted = replace(PLACE, bulleted=True, indent=300)
    rows = (
        (PLACE, PlaceholderText("a"), None),
        (PLACE, PlaceholderText("a", bullet=False), None),
        (bulleted, PlaceholderText("a", bullet=True), None),
        (PLACE, PlaceholderText("a", bullet=True), {"marL": "285750", "indent": "-285750", "bullet": "\u2022"}),
        (bulleted, PlaceholderText("a", bullet=False), {"marL": "0", "indent": "0", "bullet": "none"}),
        (bulleted, PlaceholderText("a", under=True), {"marL": "300", "indent": "0", "bullet": "none"}),
        (PLACE, PlaceholderText("a", under=True), {"marL": "285750", "indent": "0", "bullet": "none"}),
        (PLACE, PlaceholderText(ARABIC), {"rtl": "1"}),
        (
            PLACE,
            PlaceholderText(ARABIC, bullet=True),
            {"marL": "285750", "indent": "-285750", "rtl": "1", "bullet": "\u2022"},
        ),
        (PLACE, PlaceholderText("a", close=True), {"spcBef": "0"}),
        (replace(PLACE, before=0.0), PlaceholderText("a"), {"spcBef": "700"}),
        (replace(PLACE, before=0.0), PlaceholderText("a", size=10), {"spcBef": "350"}),
        (replace(PLACE, before=0.0, kind="title"), PlaceholderText("a"), None),
    )
    (shapes,) = slides(design, slide(design, *(Filling(place, (words,)) for place, words, _ in rows)))
    titles_first = sorted(rows, key=lambda row: row[0].kind != "title")
    found = [look(one.find(f".//{A}p")) for one in shapes[: len(rows)]]
    assert found == [said for _, _, said in titles_first]


def test_a_paragraph_above_a_close_one_has_no_space_below(design: DeckTemplate) -> None:
    words = (PlaceholderText("a"), PlaceholderText("b", close=True), PlaceholderText("c"))
    assert [look(one) for one in paragraphs(design, PLACE, *words)] == [{"spcAft": "0"}, {"spcBef": "0"}, None]


def test_titles_come_first_and_places_stay_unless_they_are_moved(design: DeckTemplate) -> None:
    text, moved = Filling(PLACE, (PlaceholderText("a"),)), EmuFrame(1, 2, 3, 4)
    under = replace(PLACE, kind="subTitle", index=None)
    (shapes,) = slides(
        design,
        slide(design, text, Filling(under, (PlaceholderText("b"),), moved), Filling(TITLE, (PlaceholderText("c"),))),
    )
    assert [name(one) for one in shapes[:3]] == ["Title", "Text", "Subtitle"]
    marks = [one.find(f".//{P}ph") for one in shapes[:3]]
    assert [(one.get("type"), one.get("idx")) for one in marks] == [("title", None), ("body", "1"), ("subTitle", None)]
    assert [one.find(f".//{A}xfrm") is not None for one in shapes[:3]] == [False, False, True]
    ((plain, *_),) = slides(
        design, slide(design, Filling(replace(PLACE, kind="obj", index=2), (PlaceholderText("a"),)))
    )
    assert dict(plain.find(f".//{P}ph").attrib) == {"idx": "2"}


def test_codes_have_their_numbers_before_them_in_the_ink_of_the_text(design: DeckTemplate) -> None:
    label = ("1", EmuFrame(5, 6, 7, 8))
    text = Filling(replace(PLACE, ink=("schemeClr", "bg1")), (PlaceholderText("a"),))
    title = Filling(replace(TITLE, ink=("srgbClr", "FF0000")), (PlaceholderText("b"),))
    (shapes,) = slides(design, slide(design, title, text, codes=(CODE, CODE), labels=(label,)))
    assert [name(one) for one in shapes[2:5]] == ["Number 1", "Code", "Code"]
    number = shapes[2]
    assert number.find(f".//{A}schemeClr").get("val") == "bg1"
    assert list(number.find(f".//{A}off").attrib.values()) == ["5", "6"]
    (bare,) = slides(design, slide(design, title, codes=(CODE,), labels=(label,)))
    assert bare[1].find(f".//{A}solidFill") is None


def test_a_slide_has_the_hotline_in_the_place_for_a_footer_unless_something_lies_there(design: DeckTemplate) -> None:
    footer = replace(PLACE, kind="ftr", index=11, frame=EmuFrame(0, 6_000_000, 900_000, 90_000))
    number = replace(PLACE, kind="sldNum", index=12, frame=EmuFrame(9_000_000, 6_000_000, 90_000, 90_000))
    layout = replace(design.layouts[0], places=(footer, number))

    def made(*fillings: Filling, places: tuple[PlaceholderPlace, ...] = (footer, number), **more: Any) -> TemplateSlide:
        return replace(slide(design, *fillings, **{"footer": "Call 1", **more}), layout=replace(layout, places=places))

    both, counted = ["Footer", "Slide number"], ["Slide number"]
    words = (PlaceholderText("a"),)
    over = Box(0, 6_000_000 / 12_700, 9, 9)
    rows = (
        (made(Filling(PLACE, words)), both),
        (made(Filling(PLACE, words, footer.frame)), counted),
        (made(Filling(replace(PLACE, frame=footer.frame), words, FRAME)), both),
        (made(Filling(replace(PLACE, frame=footer.frame), words)), counted),
        (made(places=(number,)), counted),
        (made(places=(footer,)), ["Footer"]),
        (made(pictures=((Picture("Sun", over, pages.LOGO, alt="A sun"), None),)), counted),
        (made(codes=(replace(CODE, box=over),)), counted),
        (made(codes=(CODE,)), both),
        (made(footer=""), counted),
    )
    for shapes, (_, found) in zip(slides(design, *(one for one, _ in rows)), rows, strict=True):
        assert [name(one) for one in shapes if name(one) in both] == found


# ------------------------------------------------------------------ sample words


NAMES = f'xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"'


def sheet(body: str, kind: str = ' type="body"') -> Any:
    return etree.fromstring(
        f"<p:x {NAMES}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph{kind}/></p:nvPr></p:nvSpPr>{body}</p:sp>"
        "</p:spTree></p:cSld></p:x>"
    )


def master(*styles: str) -> Any:
    inside = "".join(f"<p:{style}><a:lvl1pPr/></p:{style}>" for style in styles)
    return etree.fromstring(f"<p:x {NAMES}><p:txStyles>{inside}</p:txStyles></p:x>")


def text(*rows: str, styles: str = "<a:lstStyle/>") -> str:
    return f"<p:txBody><a:bodyPr/>{styles}{''.join(f'<a:p>{row}</a:p>' for row in rows)}</p:txBody>"


def styled(tree: Any, of: Any | None = None) -> dict[str, dict[str, str]] | None:
    """The levels of the list style that sample words gave a text, each with what it says; None where they gave none."""
    if not style_samples(tree, master() if of is None else of):
        return None
    levels = tree.find(f".//{A}lstStyle")
    return {
        one.tag[len(A) :]: {
            **one.attrib,
            **one[-1].attrib,
            **{f"has {part.tag[len(A) :]}": "" for part in (*one[:-1], *one[-1])},
        }
        for one in levels
    }


RUN = '<a:r><a:rPr sz="2000" lang="en" dirty="0"><a:solidFill/><a:hlinkClick/></a:rPr></a:r>'


def test_the_look_of_sample_words_becomes_a_style_of_their_level() -> None:
    assert styled(sheet(text(RUN))) == {"lvl1pPr": {"sz": "2000", "has solidFill": ""}}
    second = f'<a:pPr lvl="1" marL="9" algn="r"><a:buChar char="-"/><a:tabLst/></a:pPr>{RUN}'
    assert styled(sheet(text(second, RUN))) == {
        "lvl1pPr": {"sz": "2000", "has solidFill": ""},
        "lvl2pPr": {"marL": "9", "algn": "r", "sz": "2000", "has buChar": "", "has solidFill": ""},
    }
    assert styled(sheet(text('<a:endParaRPr sz="1500"/>'))) == {"lvl1pPr": {"sz": "1500"}}
    both = '<a:r><a:rPr sz="1400"/></a:r><a:endParaRPr sz="1500"/>'
    assert styled(sheet(text(both, '<a:r><a:rPr sz="900"/></a:r>'))) == {"lvl1pPr": {"sz": "1400"}}


@pytest.mark.parametrize(("level", "kept"), [("8", True), ("9", False), ("x", False), ("10", False), ("-1", False)])
def test_there_are_nine_levels(level: str, kept: bool) -> None:
    found = styled(sheet(text(f'<a:pPr lvl="{level}"/>{RUN}')))
    assert (found is not None) is kept
    assert found is None or list(found) == ["lvl9pPr"]


@pytest.mark.parametrize(
    ("kind", "style"),
    [("title", "titleStyle"), ("ctrTitle", "titleStyle"), ("dt", "otherStyle"), ("ftr", "otherStyle"),
     ("sldNum", "otherStyle"), ("body", "bodyStyle"), ("pic", "bodyStyle"), ("", "bodyStyle")],
)  # fmt: skip
def test_texts_that_the_styles_of_the_master_reach_are_left(kind: str, style: str) -> None:
    mark = f' type="{kind}"' if kind else ""
    for other in ("titleStyle", "otherStyle", "bodyStyle"):
        assert (styled(sheet(text(RUN), mark), master(other)) is None) is (other == style)


def adopted(design: DeckTemplate, shapes: str) -> Any:
    """A layout of the new file after these shapes were put into the foreign one."""
    member = design.layouts[0].member
    foreign = design.parts[member].replace(b"</p:spTree>", f"{shapes}</p:spTree>".encode())
    assert foreign != design.parts[member]
    _, layouts = adopt(Package(), replace(design, parts={**design.parts, member: foreign}))
    return etree.fromstring(layouts[member].content)


def foreign_shape(about: str, inside: str = "") -> str:
    return f"<p:sp><p:nvSpPr><p:cNvPr {about}>{inside}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>"


def test_what_refers_to_another_file_goes_with_the_shape_around_it_and_a_link_alone(design: DeckTemplate) -> None:
    linked = foreign_shape('id="90" name="Linked"', '<a:hlinkClick r:id="rId98"/>')
    picture = foreign_shape('id="91" name="Shown"').replace(
        "<p:spPr/>", '<p:spPr><a:blipFill><a:blip r:embed="rId99"/></a:blipFill></p:spPr>'
    )
    tagged = foreign_shape('id="92" name="Tagged"').replace(
        "<p:nvPr/>", '<p:nvPr><p:custDataLst><p:tags r:id="rId97"/></p:custDataLst></p:nvPr>'
    )
    tree = adopted(design, linked + picture + tagged)
    assert {one.get("name") for one in tree.iter(f"{P}cNvPr")} & {"Linked", "Shown", "Tagged"} == {"Linked", "Tagged"}
    gone = (f"{A}hlinkClick", f"{A}blip", f"{P}tags", f"{P}custDataLst")
    assert [one.tag for one in tree.iter(*gone)] == []


@pytest.mark.parametrize(
    ("said", "kept"), [("photo.JPG", ""), ("C:\\me\\x", ""), ("a/b", ""), ("A garden.", "A garden."), ("jpg", "jpg")]
)
def test_names_of_files_do_not_stay_as_descriptions_and_numbers_are_unique(
    design: DeckTemplate, said: str, kept: str
) -> None:
    about = f'descr="{said}" title="{said}" name="{said}"'
    tree = adopted(design, foreign_shape(f'id="0" {about}') + foreign_shape(f'id="0" {about}'))
    shapes = list(tree.iter(f"{P}cNvPr"))
    for one in shapes[-2:]:
        assert [one.get(key) for key in ("descr", "title", "name")] == [kept] * 3
    numbers = [int(one.get("id")) for one in shapes]
    assert len(set(numbers)) == len(numbers)
    assert min(numbers) > 0
