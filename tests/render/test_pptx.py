"""The deck as a PowerPoint file: what is in the package, and what people can do with it."""

from __future__ import annotations

import colorsys
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.util import Pt

from htpm_studio.errors import StudioError
from htpm_studio.render.office.theme import changes
from htpm_studio.render.pptx.deck import render_potx, render_pptx
from htpm_studio.scene.nodes import (
    Chart,
    Color,
    Crop,
    Document,
    Group,
    Link,
    Node,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
    TextBlock,
)
from htpm_studio.scene.nodes import Path as Outline
from htpm_studio.scene.walk import texts
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages
from tests.helpers.effort import effort
from tests.helpers.pptx_check import check_package
from tests.helpers.sweeps import cases

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LEAKS = (b"Steve Canny", b"python-pptx", b"Macintosh", b"4:3", b"2013", b"printerSettings", b"thumbnail", b".ttf")


@pytest.fixture(scope="module")
def deck() -> bytes:
    return render_pptx(pages.deck())


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide_xml(document: Document, number: int) -> Any:
    return ElementTree.fromstring(members(render_pptx(document))[f"ppt/slides/slide{number}.xml"])


def opened(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def holder(slide: Any, kind: Any) -> Any:
    return next(shape for shape in slide.placeholders if shape.placeholder_format.type == kind)


# ------------------------------------------------------------------ the package


def test_own_checks_find_nothing(deck: bytes) -> None:
    assert check_package(deck) == []


@pytest.mark.parametrize("render", [render_pptx, render_potx])
def test_schema_validator_finds_nothing(render: Callable[[Document], bytes], tmp_path: Path) -> None:
    target = tmp_path / ("deck.pptx" if render is render_pptx else "deck.potx")
    target.write_bytes(render(pages.deck()))
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    assert [str(error) for error in result.errors] == []


def test_same_document_gives_the_same_bytes(deck: bytes) -> None:
    assert render_pptx(pages.deck()) == deck


def test_nothing_leaks(deck: bytes) -> None:
    everything = b"".join(name.encode() + data for name, data in members(deck).items() if "/media/" not in name)
    assert [leak for leak in LEAKS if leak in everything] == []


def test_zip_members_are_sorted_and_undated(deck: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert [info.filename for info in infos[1:]] == sorted(info.filename for info in infos[1:])
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}


def test_core_properties(deck: bytes) -> None:
    core = opened(deck).core_properties
    assert (core.title, core.author, core.last_modified_by) == (
        "Connecting the dots",
        "Harbor Point Coalition",
        "Harbor Point Coalition",
    )
    assert (core.language, core.subject, core.created.year, core.modified.year) == ("en-US", "Training", 2000, 2000)


def test_slide_size_is_that_of_the_page(deck: bytes) -> None:
    presentation = opened(deck)
    assert (presentation.slide_width, presentation.slide_height) == (12_192_000, 6_858_000)


@pytest.mark.parametrize("shown", [0, 2])
def test_template_has_the_layouts_and_the_slides_that_a_talk_begins_with(shown: int) -> None:
    deck = pages.deck()
    data = render_potx(replace(deck, pages=deck.pages[:shown]))
    assert check_package(data) == []
    assert b"presentationml.template.main+xml" in members(data)["[Content_Types].xml"]
    assert sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in members(data)) == shown
    assert sum(name.startswith("ppt/slideLayouts/slideLayout") for name in members(data)) == 5


# ------------------------------------------------------------------ editing


def test_one_named_layout_a_template_and_no_stock_layouts(deck: bytes) -> None:
    names = [layout.name for layout in opened(deck).slide_layouts]
    assert names == ["Title", "Bullets", "Photo_text", "Statistic", "Help"]


def test_text_is_edited_in_place(deck: bytes) -> None:
    presentation = opened(deck)
    presentation.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].text = "Another headline"
    target = io.BytesIO()
    presentation.save(target)
    assert opened(target.getvalue()).slides[1].shapes.title.text == "Another headline"


def test_slots_become_placeholders_of_the_right_type(deck: bytes) -> None:
    kinds = {shape.name: shape.placeholder_format.type for shape in opened(deck).slides[0].placeholders}
    assert kinds["Title"] == PP_PLACEHOLDER.CENTER_TITLE
    assert kinds["Subtitle"] == PP_PLACEHOLDER.SUBTITLE
    assert kinds["Date"] == PP_PLACEHOLDER.DATE
    assert kinds["Presenter"] == PP_PLACEHOLDER.BODY


def test_a_slot_has_the_same_index_in_every_layout(deck: bytes) -> None:
    found = {
        shape.placeholder_format.idx
        for slide in opened(deck).slides
        for shape in slide.placeholders
        if shape.name == "Eyebrow"
    }
    assert len(found) == 1


def test_picture_fills_a_picture_placeholder_with_its_crop(deck: bytes) -> None:
    shape = holder(opened(deck).slides[2], PP_PLACEHOLDER.PICTURE)
    assert (round(shape.crop_left, 2), round(shape.crop_bottom, 2)) == (0.2, 0.05)
    assert shape._element.find(f".//{A}custGeom") is not None


def test_a_new_slide_takes_a_picture(deck: bytes) -> None:
    presentation = opened(deck)
    layout = next(layout for layout in presentation.slide_layouts if layout.name == "Photo_text")
    slide = presentation.slides.add_slide(layout)
    raw = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(raw, "PNG")
    placed = holder(slide, PP_PLACEHOLDER.PICTURE).insert_picture(raw)
    assert (round(placed.width / 12700), round(placed.height / 12700)) == (442, 492)


def test_every_visible_word_is_text(deck: bytes) -> None:
    for page, slide in zip(pages.deck().pages, opened(deck).slides, strict=True):
        parts = [slide._element, slide.slide_layout._element]
        written = " ".join(node.text or "" for part in parts for node in part.iter(f"{A}t"))
        for block in texts(page):
            assert set(block.text.split()) <= set(written.split())


def test_no_slide_is_a_picture(deck: bytes) -> None:
    presentation = opened(deck)
    whole = presentation.slide_width * presentation.slide_height
    for slide in presentation.slides:
        areas = [s.width * s.height for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]
        assert all(area < whole * 0.9 for area in areas)


def test_empty_texts_are_left_out() -> None:
    page = pages.title_page()
    emptied = pages.swapped(page, "subtitle", text="")
    slide = opened(render_pptx(pages.deck(emptied, layouts=(page,)))).slides[0]
    assert "Subtitle" not in [shape.name for shape in slide.placeholders]


# ------------------------------------------------------------------ text


def test_list_is_one_placeholder_with_native_bullets(deck: bytes) -> None:
    shape = next(shape for shape in opened(deck).slides[1].placeholders if shape.name == "Body")
    assert shape.text_frame.paragraphs[0].text == "Pay is withheld, or debts keep growing."
    assert len(shape.text_frame.paragraphs) == 4
    layout = next(s for s in opened(deck).slides[1].slide_layout.placeholders if s.placeholder_format.idx == 13)
    assert layout._element.find(f".//{A}lvl1pPr/{A}buChar").get("char") == "\u2022"
    assert layout._element.find(f".//{A}lvl1pPr").get("indent") == str(-round(23.4 * 12700))


def test_a_bullet_in_the_color_of_its_text_names_no_color_of_its_own() -> None:
    """LibreOffice gives all lists of a new slide the color of the last one, white where another list is on paper."""
    page = pages.bullets_page()
    points = next(one for one in page.nodes if isinstance(one, Group) and one.list_style)
    assert points.list_style is not None
    ink = next(one.color for one in texts(page) if one.tag == "LBody")
    same = pages.swapped(page, points.name, list_style=replace(points.list_style, color=ink))
    for made, found in ((page, "buClr"), (same, "buClrTx")):
        holders = opened(render_pptx(pages.deck(made))).slide_layouts[0].placeholders
        body = next(one for one in holders if one.name == "Body")._element
        assert {one.tag for one in (*body.iter(f"{A}buClr"), *body.iter(f"{A}buClrTx"))} == {f"{A}{found}"}


def test_no_hard_breaks_and_only_placeholders_fit_what_is_typed(deck: bytes) -> None:
    for name, data in members(deck).items():
        if name.startswith(("ppt/slides/", "ppt/slideLayouts/")) and name.endswith(".xml"):
            assert b"<a:br" not in data
            shrinking = data.count(b"<a:normAutofit")
            assert data.count(b"<a:noAutofit") + shrinking == data.count(b"<a:bodyPr")
            assert 0 < shrinking <= data.count(b"<p:ph")
            assert b"fontScale" not in data
            assert b'wrap="none"' not in data


def test_layout_says_how_a_text_looks(deck: bytes) -> None:
    title = next(
        s for s in opened(deck).slide_layouts[1].placeholders if s.placeholder_format.type == PP_PLACEHOLDER.TITLE
    )
    level = title._element.find(f".//{A}lvl1pPr")
    run = level.find(f"{A}defRPr")
    assert (run.get("sz"), run.get("b"), run.get("spc")) == ("3750", "1", "-56")
    assert run.find(f"{A}latin").get("typeface") == "+mj-lt"
    assert level.find(f"{A}lnSpc/{A}spcPct").get("val") == "88000"
    assert run.find(f"{A}solidFill/{A}schemeClr").get("val") == "tx1"


def test_slide_repeats_nothing_of_its_layout() -> None:
    slide = slide_xml(pages.deck(), 2)
    for shape in slide.iter(f"{P}sp"):
        if shape.find(f".//{P}ph") is not None:
            assert shape.find(f"{P}spPr/{A}xfrm") is None
            assert shape.find(f".//{A}rPr").get("sz") is None


def test_slide_overrides_what_differs() -> None:
    page = pages.bullets_page()
    smaller = replace(pages.STYLES["title"], size=36.0, leading=37.8)
    moved = pages.swapped(page, "title", style=smaller, color=pages.paint("panel"))
    slide = slide_xml(pages.deck(moved, layouts=(page,)), 1)
    title = next(s for s in slide.iter(f"{P}sp") if s.find(f".//{P}ph[@type='title']") is not None)
    assert title.find(f"{P}spPr/{A}xfrm") is None
    assert title.find(f".//{A}rPr").get("sz") == "3600"
    assert title.find(f".//{A}rPr//{A}schemeClr").get("val") == "accent1"


def test_slide_number_is_a_field(deck: bytes) -> None:
    slide = opened(deck).slides[2]
    number = holder(slide, PP_PLACEHOLDER.SLIDE_NUMBER)._element.find(f".//{A}fld")
    assert (number.get("type"), number.find(f"{A}t").text) == ("slidenum", "3")


def test_every_run_has_a_language(deck: bytes) -> None:
    for name, data in members(deck).items():
        if name.endswith(".xml") and name.startswith("ppt/"):
            tree = ElementTree.fromstring(data)
            for run in (*tree.iter(f"{A}rPr"), *tree.iter(f"{A}endParaRPr")):
                assert run.get("lang") == "en-US"


def test_block_language_wins() -> None:
    page = pages.bullets_page()
    spanish = pages.swapped(page, "title", language="es-US")
    slide = slide_xml(pages.deck(spanish), 1)
    assert {run.get("lang") for run in slide.iter(f"{A}rPr")} == {"en-US", "es-US"}


def test_a_new_slide_is_asked_for_what_the_sample_of_its_layout_says() -> None:
    sample = pages.swapped(pages.bullets_page(), "title", text="What the slide says")
    deck = opened(render_pptx(pages.deck(pages.bullets_page(), layouts=(sample,))))
    asked = [holder.text_frame.text for holder in deck.slide_layouts[0].placeholders]
    assert "What the slide says" in asked
    assert sum("\n" in words for words in asked) == 1  # the points of the list


def test_prompts_without_samples_follow_the_language_of_the_deck() -> None:
    data = render_pptx(replace(pages.deck(), layouts=(), language="es-US"))
    assert "Título" in members(data)["ppt/slideLayouts/slideLayout1.xml"].decode()


def test_characters_that_xml_refuses_are_dropped() -> None:
    page = pages.bullets_page()
    odd = pages.swapped(page, "title", text="Signs\x00 \x0bto\ufffe know")
    assert opened(render_pptx(pages.deck(odd))).slides[0].shapes.title.text == "Signs to know"


def test_links_stay_links(deck: bytes) -> None:
    slide = opened(deck).slides[2]
    linked = next(s for s in slide.shapes if s.has_text_frame and s.text_frame.text.startswith("See handout"))
    runs = linked.text_frame.paragraphs[0].runs
    assert "".join(run.text for run in runs) == "See handout: Five steps any workplace can take"
    assert {run.hyperlink.address for run in runs if run.text.strip()} == {"https://harborpoint.example/handout"}
    assert linked.click_action.hyperlink.address == "https://harborpoint.example/handout"


def test_link_to_a_program_is_refused() -> None:
    page = pages.photo_page()
    bad = tuple(replace(n, url="file:///etc/passwd") if isinstance(n, Link) else n for n in page.nodes)
    with pytest.raises(StudioError, match="cannot go into a presentation"):
        render_pptx(pages.deck(replace(page, nodes=bad)))


# ------------------------------------------------------------------ deck


def test_title_comes_before_other_texts(deck: bytes) -> None:
    for slide in opened(deck).slides:
        texted = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
        assert texted[0] == slide.shapes.title


def test_page_without_a_title_gets_one_beside_the_slide(deck: bytes) -> None:
    title = opened(deck).slides[3].shapes.title
    assert title.text == "27.6 million people"
    assert title.top + title.height < 0


def test_page_without_its_layouts_title_gets_one_beside_the_slide_too() -> None:
    page = pages.bullets_page()
    slide = opened(render_pptx(pages.deck(pages.swapped(page, "title", text=""), layouts=(page,)))).slides[0]
    assert slide.shapes.title.text == page.title
    assert slide.shapes.title.top + slide.shapes.title.height < 0


def test_same_titles_are_refused() -> None:
    document = pages.deck(pages.bullets_page("Signs", 1), pages.bullets_page("Signs", 2))
    with pytest.raises(StudioError, match="Slides 1 and 2 have the same title"):
        render_pptx(document)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"theme": None}, "no theme"),
        ({"pages": ()}, "no slides"),
        ({"layouts": (pages.title_page(),)}, "no layout named deck/bullets"),
    ],
)
def test_incomplete_decks_are_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(StudioError, match=message):
        render_pptx(replace(pages.deck(pages.title_page(), pages.bullets_page()), **change))


def test_without_samples_the_pages_are_the_layouts() -> None:
    data = render_pptx(pages.deck(layouts=()))
    assert check_package(data) == []
    assert len(opened(data).slide_layouts) == 5


def test_notes_are_kept(deck: bytes) -> None:
    notes = opened(deck).slides[1].notes_slide.notes_text_frame
    assert [p.text for p in notes.paragraphs] == ["Say hello.", "Then show slide 2."]


def test_printed_notes_are_12_points_below_a_small_slide(deck: bytes) -> None:
    """LibreOffice takes the size from the text alone, and would print it at 20 points."""
    page = opened(deck).slides[1].notes_slide
    assert {run.font.size for paragraph in page.notes_text_frame.paragraphs for run in paragraph.runs} == {Pt(12)}
    master = opened(deck).notes_master
    image, text = sorted(master.shapes, key=lambda shape: shape.top)
    assert image.top + image.height < text.top
    assert text.height > Pt(400)


def test_sections_list_each_slide_once(deck: bytes) -> None:
    text = members(deck)["ppt/presentation.xml"].decode()
    assert re.findall(r'p14:section name="([^"]*)"', text) == ["Opening", "Talk", "Help"]
    assert re.findall(r'p14:sldId id="(\d+)"', text) == ["256", "257", "258", "259", "260"]
    assert len(set(re.findall(r'id="(\{[0-9A-F-]{36}\})"', text))) == 3


def test_fixed_nodes_are_drawn_once_in_the_layout(deck: bytes) -> None:
    slide = opened(deck).slides[0]
    assert "Motif (decorative)" in [shape.name for shape in slide.slide_layout.shapes]
    assert "Motif (decorative)" not in [shape.name for shape in slide.shapes]


def test_page_with_other_fixed_art_than_its_layout_gets_a_layout_of_its_own() -> None:
    page = pages.title_page()
    without = replace(page, nodes=tuple(n for n in page.nodes if n.name != "Band"))
    deck = pages.deck(without, layouts=(page,))
    slide = opened(render_pptx(deck)).slides[0]
    layout = slide.slide_layout
    names = [shape.name for shape in (*layout.shapes, *layout.slide_master.shapes)]
    assert slide_xml(deck, 1).get("showMasterSp") is None
    assert slide.slide_layout.name == "Title 2"
    assert "Motif (decorative)" in names
    assert "Band" not in names


def test_page_whose_text_is_elsewhere_gets_a_layout_of_its_own() -> None:
    page = pages.bullets_page()
    title = next(n for n in page.nodes if n.name == "title")
    lines = tuple(replace(line, baseline=line.baseline + 20) for line in title.lines)
    moved = pages.swapped(page, "title", box=title.box.moved(0, 20), lines=lines)
    slide = opened(render_pptx(pages.deck(moved, layouts=(page,)))).slides[0]
    assert slide.slide_layout.name == "Bullets 2"
    assert slide_xml(pages.deck(moved, layouts=(page,)), 1).find(f".//{P}sp/{P}spPr/{A}xfrm") is None


def test_page_on_another_ground_gets_a_layout_of_its_own() -> None:
    page = pages.bullets_page()
    other = replace(page, ground=pages.paint("panel"))
    data = render_pptx(pages.deck(other, layouts=(page,)))
    assert slide_xml(pages.deck(other, layouts=(page,)), 1).find(f".//{P}bg") is None
    layout = ElementTree.fromstring(members(data)["ppt/slideLayouts/slideLayout2.xml"])
    color = layout.find(f".//{P}bg//{A}schemeClr")
    assert color is not None
    assert color.get("val") == "accent1"


# ------------------------------------------------------------------ theme


def test_theme_has_the_colours_and_fonts(deck: bytes) -> None:
    theme: Any = ElementTree.fromstring(members(deck)["ppt/theme/theme1.xml"])
    assert theme.find(f".//{A}accent2/{A}srgbClr").get("val") == "F5AE45"
    assert [theme.find(f".//{A}{tag}/{A}latin").get("typeface") for tag in ("majorFont", "minorFont")] == [
        "Georgia",
        "Arial",
    ]


def test_only_a_colour_that_follows_no_slot_is_written_out() -> None:
    odd = Shape("Odd", Box(600, 20, 50, 50), Rectangle(), Color("#123456", "nowhere", 0.5))
    off = Shape("Off", Box(700, 20, 50, 50), Rectangle(), Color("#654321", "panel"))
    page = pages.bullets_page()
    slide = slide_xml(pages.deck(replace(page, nodes=(*page.nodes, odd, off))), 1)
    found = {color.get("val"): color for color in slide.iter(f"{A}srgbClr")}
    assert set(found) == {"123456"}
    assert found["123456"].find(f"{A}alpha").get("val") == "50000"


HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@cases(300)
@given(HEX, HEX)
def test_a_tint_of_a_theme_colour_is_the_colour_of_the_scene(base: str, wanted: str) -> None:
    made = changed(base, [(one.tag, int(one.get("val", ""))) for one in changes(base, wanted)])
    assert all(abs(one - two) <= 2 for one, two in zip(made, bytes.fromhex(wanted), strict=True))


@pytest.mark.parametrize(
    ("base", "wanted", "steps"),
    [
        ("804020", "804020", []),
        ("804020", "402010", ["a:lumMod 50000"]),  # what does not change is not said
        ("604040", "782828", ["a:satMod 250000", "a:lumMod 100000"]),
        ("808080", "804040", ["a:satOff 33333", "a:lumMod 75000"]),
        ("808080", "C0C0C0", ["a:lumMod 49606", "a:lumOff 50394"]),
        ("000000", "000000", []),
        ("FF0000", "000000", ["a:satMod 0", "a:lumMod 0"]),
        ("FF0000", "00FF00", ["a:hueOff 7200000", "a:lumMod 100000"]),
    ],
)
def test_a_theme_colour_changes_in_as_few_steps_as_it_takes(base: str, wanted: str, steps: list[str]) -> None:
    assert [f"{one.tag} {one.get('val')}" for one in changes(base, wanted)] == steps


def changed(base: str, steps: list[tuple[str, int]]) -> tuple[int, ...]:
    """What Office makes of a color: each step changes hue, saturation or lightness of HSL."""
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(base)))
    for tag, value in steps:
        part = value / 100_000
        match tag:
            case "a:hueOff":
                hue = (hue + value / 21_600_000) % 1
            case "a:satMod":
                full = min(1.0, full * part)
            case "a:satOff":
                full = min(1.0, full + part)
            case "a:lumMod":
                light = min(1.0, light * part)
            case "a:lumOff":
                light = min(1.0, light + part)
            case _:
                pytest.fail(tag)
    return tuple(round(part * 255) for part in colorsys.hls_to_rgb(hue, light, full))


# ------------------------------------------------------------------ pictures


def test_same_picture_is_stored_once() -> None:
    document = pages.deck(pages.photo_page("One", 1), pages.photo_page("Two", 2, Crop(0.1, 0, 0, 0)))
    media = [name for name in members(render_pptx(document)) if name.startswith("ppt/media/")]
    assert sorted(name.rpartition(".")[2] for name in media) == ["jpg", "png", "svg"]


def test_small_photo_goes_in_unchanged() -> None:
    data = members(render_pptx(pages.deck()))
    assert pages.photo().data in data.values()


def test_large_photo_is_reduced_but_stays_whole() -> None:
    page = pages.photo_page()
    large = pages.photo(4000, 2500)
    nodes = tuple(replace(n, source=large) if isinstance(n, Picture) and n.slot else n for n in page.nodes)
    data = members(render_pptx(pages.deck(replace(page, nodes=nodes))))
    name = next(name for name in data if name.endswith(".jpg"))
    with Image.open(io.BytesIO(data[name])) as image:
        assert image.width == round(442 / 0.7 / 72 * 220)
        assert abs(image.width / image.height - 1.6) < 0.01


def test_drawings_and_logos_keep_their_vector_form(deck: bytes) -> None:
    kinds = sorted(name.rpartition(".")[2] for name in members(deck) if name.startswith("ppt/media/"))
    assert kinds == ["jpg", "png", "png", "svg", "svg"]


def test_alt_text_and_decoration() -> None:
    slide = slide_xml(pages.deck(), 5)
    about = {node.get("name"): node for node in slide.iter(f"{P}cNvPr")}
    assert about["Arch"].get("descr") == "A sun"
    assert about["Telephone"].get("descr") == "A telephone"
    for name in ("Card", "Rule", "Leaf"):
        assert any(node.tag.endswith("}decorative") for node in about[name].iter())


def test_a_picture_that_says_something_is_no_decoration_inside_a_figure_either() -> None:
    page = pages.photo_page()
    photo = next(node for node in page.nodes if isinstance(node, Picture))
    said, silent = (replace(photo, name=name, alt=alt, slot="") for name, alt in (("Said", "A sun"), ("Silent", "")))
    figure = Group("Figure", photo.box, (said, silent), tag="Figure", alt="A sun and a garden")
    slide = slide_xml(pages.deck(replace(page, nodes=(*page.nodes, figure))), 1)
    about = {node.get("name"): node for node in slide.iter(f"{P}cNvPr")}
    decoration = {name: any(part.tag.endswith("}decorative") for part in about[name].iter()) for name in about}
    assert (about["Figure"].get("descr"), about["Said"].get("descr")) == ("A sun and a garden", "A sun")
    assert [decoration[name] for name in ("Figure", "Said", "Silent")] == [False, False, True]


def test_file_names_never_show() -> None:
    page = pages.photo_page()
    nodes = tuple(replace(n, name="survivor_jane.jpg") if isinstance(n, Picture) else n for n in page.nodes)
    assert b"survivor_jane" not in b"".join(members(render_pptx(pages.deck(replace(page, nodes=nodes)))).values())


def test_sixteen_slides_are_quick() -> None:
    made = [pages.title_page()]
    made += [pages.photo_page(f"Photo {n}", n) for n in range(2, 9)]
    made += [pages.bullets_page(f"Points {n}", n) for n in range(9, 17)]
    document = pages.deck(*made)
    assert effort(lambda: render_pptx(document)) < 60


def test_each_layout_has_its_fixed_art_and_the_master_none_to_hide() -> None:
    plate = Shape("plate", Box(40, 490, 880, 40), Rectangle(), pages.paint("deep"), fixed=True)
    first, second, third = (pages.bullets_page(title, number) for number, title in enumerate(("A", "B", "C"), 1))
    layouts = (
        replace(first, layout="one"),
        replace(second, layout="two"),
        replace(third, layout="three", nodes=(plate, *third.nodes)),
    )
    data = render_pptx(pages.deck(*layouts, layouts=layouts))
    assert check_package(data) == []
    found = members(data)
    names = ("Masters/slideMaster1", *(f"Layouts/slideLayout{number}" for number in (1, 2, 3)))
    master, *files = (found[f"ppt/slide{name}.xml"] for name in names)
    assert b"Logo of Harbor Point Coalition" not in master
    assert all(b"Logo of Harbor Point Coalition" in layout for layout in files)
    assert not any(b"showMasterSp" in layout for layout in files)


def test_each_item_of_a_list_has_the_color_of_its_own_bullet(deck: bytes) -> None:
    listed = [
        paragraph
        for slide in opened(deck).slides
        for paragraph in slide._element.iter(f"{A}pPr")
        if paragraph.find(f"{A}buChar") is not None
    ]
    assert listed
    assert all(paragraph.find(f"{A}buClr") is not None for paragraph in listed)


# ------------------------------------------------------------------ charts and tables


def bar_chart(name: str = "chart") -> Group:
    """Three bars with their labels and values, as a template draws them."""
    chart = Chart("Reports (thousands)", "thousands", ("2023", "2024", "2025"), (10.0, 20.0, 15.0), "0")
    nodes: list[Node] = []
    for row, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
        y = 100.0 + 60 * row
        nodes += [
            pages.words(label, "body", 100, y + 20, 80),
            Shape("bar", Box(200, y + 15, 10 * value, 30), Rectangle(), pages.paint("accent-fill")),
            pages.words(f"{value:.0f}", "label", 210 + 10 * value, y + 20, 60),
        ]
    return Group(name, Box(100, 100, 400, 180), tuple(nodes), "Figure", "Bar chart: 10, 20, 15", chart=chart)


def standing_bars() -> Group:
    """Three bars on their labels, as a template draws them where the labels are long."""
    chart = Chart("People (millions)", "millions", ("private", "states", "other"), (10.0, 20.0, 15.0), "0")
    nodes: list[Node] = []
    for column, (label, value) in enumerate(zip(chart.labels, chart.values, strict=True)):
        x = 100.0 + 120 * column
        nodes += [
            pages.words(f"{value:.0f}", "heading", x, 190 - 5 * value, 120),
            Shape("bar", Box(x + 30, 220 - 5 * value, 60, 5 * value), Rectangle(), pages.paint("accent-fill")),
            pages.words(label, "body", x, 226, 120),
        ]
    return Group("chart", Box(100, 70, 360, 200), tuple(nodes), "Figure", "Bar chart: 10, 20, 15", chart=chart)


def agenda_table() -> Group:
    """A head and two rows of two cells."""

    def row(number: int, tag: Any, *texts: str) -> Group:
        y = 100.0 + 40 * number
        made = (
            replace(pages.words(text, "body", x, y, 150), tag=tag) for text, x in zip(texts, (100, 260), strict=True)
        )
        rule = Outline((Segment("M", (100, y)), Segment("L", (420, y))))
        edge = Shape("rule", Box(100, y, 320, 0), rule, stroke=Stroke(pages.paint("ink"), 1))
        return Group("TR", Box(100, y, 320, 40), (edge, *made), "TR")

    rows = (row(0, "TH", "Time", "Topic"), row(1, "TD", "9:00", "Welcome"), row(2, "TD", "9:10", "Facts"))
    return Group("Our hour", Box(100, 100, 320, 120), rows, "Table")


def with_node(node: Node) -> bytes:
    page = pages.bullets_page()
    return render_pptx(pages.deck(replace(page, nodes=(*page.nodes[:2], node)), layouts=(page,)))


def test_a_drawn_chart_is_a_chart_with_its_data_sheet(tmp_path: Path) -> None:
    data = with_node(bar_chart())
    frame = next(shape for shape in opened(data).slides[0].shapes if shape.has_chart)
    assert frame.name == "chart"
    about = frame._element.find(f".//{P}cNvPr")
    assert (about.get("descr"), about.get("title")) == ("Bar chart: 10, 20, 15", "Reports (thousands)")
    plot = frame.chart.plots[0]
    assert list(plot.categories) == ["2023", "2024", "2025"]
    assert [list(series.values) for series in plot.series] == [[10, 20, 15]]
    assert plot.gap_width == 100  # bars of 30 in rows of 60
    assert frame.chart.value_axis.maximum_scale == pytest.approx(30)  # 300 points of room, 200 for the longest
    book = zipfile.ZipFile(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r"<(?:t|v)>([^<]+)<", sheet) == [
        "Reports (thousands)", "thousands", "2023", "10", "2024", "20", "2025", "15",
    ]  # fmt: skip
    assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert data == with_node(bar_chart())
    assert_valid(data, tmp_path)


def test_bars_that_stand_on_their_labels_stand_in_the_chart(tmp_path: Path) -> None:
    data = with_node(standing_bars())
    chart = next(shape for shape in opened(data).slides[0].shapes if shape.has_chart).chart
    plot = chart.plots[0]
    assert chart.chart_type == XL_CHART_TYPE.COLUMN_CLUSTERED
    assert (list(plot.categories), plot.gap_width) == (["private", "states", "other"], 100)  # 60 of 120
    assert chart.value_axis.maximum_scale == pytest.approx(30)  # 150 points of room, 100 for the tallest
    inner = chart._chartSpace.find(f".//{C}manualLayout")
    shares = {one: float(inner.find(f"{C}{one}").get("val")) for one in "xywh"}
    assert shares == {"x": 0, "y": 0, "w": 1, "h": 0.75}  # the labels are below
    drawn = (pages.words("x", style, 0, 0, 9) for style in ("heading", "body"))
    sizes = [int(one.get("sz")) for one in chart._chartSpace.iter(f"{A}defRPr")]
    assert sizes == [round(100 * text.style.size) for text in drawn]
    assert_valid(data, tmp_path)


def test_a_bar_of_another_color_keeps_it_in_the_chart(tmp_path: Path) -> None:
    drawn = bar_chart()
    last = [one for one in drawn.children if isinstance(one, Shape)][-1]
    muted = replace(last, fill=pages.paint("ink-muted"))
    data = with_node(replace(drawn, children=tuple(muted if one is last else one for one in drawn.children)))
    chart = next(shape for shape in opened(data).slides[0].shapes if shape.has_chart).chart
    own = chart.plots[0].series[0]._element.findall(f"{C}dPt")
    assert [int(one.find(f"{C}idx").get("val")) for one in own] == [2]
    assert_valid(data, tmp_path)


def test_a_drawn_table_is_a_table_with_a_head(tmp_path: Path) -> None:
    data = with_node(agenda_table())
    frame = next(shape for shape in opened(data).slides[0].shapes if shape.has_table)
    table = frame.table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Time", "Topic"],
        ["9:00", "Welcome"],
        ["9:10", "Facts"],
    ]
    assert table.first_row
    assert [round(column.width / 12700) for column in table.columns] == [160, 160]
    assert [round(row.height / 12700) for row in table.rows] == [40, 40, 40]
    about = frame._element.find(f".//{P}cNvPr")
    assert (about.get("descr"), about.get("title")) == ("Time, Topic", "Our hour")
    assert len(frame._element.findall(f".//{A}lnT/{A}solidFill")) == 6
    assert_valid(data, tmp_path)


def test_a_cell_of_several_lines_says_how_far_apart_they_are(tmp_path: Path) -> None:
    """In percent LibreOffice takes them of the height of the face, which is low in Arial Narrow."""
    drawn = agenda_table()
    row = drawn.children[-1]
    assert isinstance(row, Group)
    cell = row.children[-1]
    assert isinstance(cell, TextBlock)
    first = cell.lines[0]
    lower = replace(first, baseline=first.baseline + cell.style.leading)
    twice = replace(cell, text=f"{cell.text} {cell.text}", lines=(first, lower))
    data = with_node(
        replace(drawn, children=(*drawn.children[:-1], replace(row, children=(*row.children[:-1], twice))))
    )
    table = next(shape for shape in opened(data).slides[0].shapes if shape.has_table)._element
    wanted = str(round(cell.style.leading * 100))
    assert [one.get("val") for one in table.findall(f".//{A}spcPts") if one.getparent().tag == f"{A}lnSpc"] == [wanted]
    assert len(table.findall(f".//{A}spcPct")) == 5
    assert_valid(data, tmp_path)


def assert_valid(data: bytes, folder: Path) -> None:
    assert check_package(data) == []
    target = folder / "deck.pptx"
    target.write_bytes(data)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    assert [str(error) for error in result.errors] == []


PARTS = {
    "ppt/notesMasters/notesMaster1.xml": "6150aa3b",
    "ppt/notesSlides/notesSlide1.xml": "b616ba5f",
    "ppt/notesSlides/notesSlide2.xml": "146e6810",
    "ppt/notesSlides/notesSlide3.xml": "ae9f28cb",
    "ppt/notesSlides/notesSlide4.xml": "d2387388",
    "ppt/notesSlides/notesSlide5.xml": "ccb1fe58",
    "ppt/presProps.xml": "0cf4c56d",
    "ppt/presentation.xml": "21da34e2",
    "ppt/slideLayouts/slideLayout1.xml": "fa0a71bd",
    "ppt/slideLayouts/slideLayout2.xml": "04bcb864",
    "ppt/slideLayouts/slideLayout3.xml": "3cc519d0",
    "ppt/slideLayouts/slideLayout4.xml": "5cacab1f",
    "ppt/slideLayouts/slideLayout5.xml": "6ab251e3",
    "ppt/slideMasters/slideMaster1.xml": "387751b0",
    "ppt/slides/slide1.xml": "17db548a",
    "ppt/slides/slide2.xml": "6bf9a548",
    "ppt/slides/slide3.xml": "8eade4c7",
    "ppt/slides/slide4.xml": "52a959de",
    "ppt/slides/slide5.xml": "ffc7498a",
    "ppt/tableStyles.xml": "439f1e01",
    "ppt/theme/theme1.xml": "6653d519",
    "ppt/theme/theme2.xml": "6653d519",
    "ppt/viewProps.xml": "9dde8d76",
}
"""The parts of the small deck by the digest of their XML."""


def test_each_part_of_a_small_deck_keeps_its_xml(deck: bytes) -> None:
    """A changed digest says that decks are written differently: look at one, then write the digest down anew."""
    texts_of = {name: data for name, data in members(deck).items() if name.startswith("ppt/") and name.endswith("ml")}
    found = {name: blake2b(data, digest_size=4).hexdigest() for name, data in texts_of.items()}
    assert found == PARTS
