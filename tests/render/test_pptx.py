"""The deck as a PowerPoint file: what is in the package, and what people can do with it."""

from __future__ import annotations

import colorsys
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from htpm_studio.errors import StudioError
from htpm_studio.render.office.theme import changes
from htpm_studio.render.pptx.deck import render_potx, render_pptx
from htpm_studio.scene.nodes import (
    Chart,
    Color,
    Document,
    Group,
    Node,
    Picture,
    Rectangle,
    Segment,
    Shape,
    Stroke,
)
from htpm_studio.scene.nodes import Path as Outline
from htpm_studio.scene.walk import texts
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages
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


@pytest.mark.parametrize("shown", [0, 2])
def test_template_has_the_layouts_and_the_slides_that_a_talk_begins_with(shown: int) -> None:
    deck = pages.deck()
    data = render_potx(replace(deck, pages=deck.pages[:shown]))
    assert check_package(data) == []
    assert b"presentationml.template.main+xml" in members(data)["[Content_Types].xml"]
    assert sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in members(data)) == shown
    assert sum(name.startswith("ppt/slideLayouts/slideLayout") for name in members(data)) == 5


# ------------------------------------------------------------------ editing


def test_slots_become_placeholders_of_the_right_type(deck: bytes) -> None:
    kinds = {shape.name: shape.placeholder_format.type for shape in opened(deck).slides[0].placeholders}
    assert kinds["Title"] == PP_PLACEHOLDER.CENTER_TITLE
    assert kinds["Subtitle"] == PP_PLACEHOLDER.SUBTITLE
    assert kinds["Date"] == PP_PLACEHOLDER.DATE
    assert kinds["Presenter"] == PP_PLACEHOLDER.BODY


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


# ------------------------------------------------------------------ text


def test_no_hard_breaks_and_only_placeholders_fit_what_is_typed(deck: bytes) -> None:
    for name, data in members(deck).items():
        if name.startswith(("ppt/slides/", "ppt/slideLayouts/")) and name.endswith(".xml"):
            assert b"<a:br" not in data
            shrinking = data.count(b"<a:normAutofit")
            assert data.count(b"<a:noAutofit") + shrinking == data.count(b"<a:bodyPr")
            assert 0 < shrinking <= data.count(b"<p:ph")
            assert b"fontScale" not in data
            assert b'wrap="none"' not in data


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


def test_every_run_has_a_language(deck: bytes) -> None:
    for name, data in members(deck).items():
        if name.endswith(".xml") and name.startswith("ppt/"):
            tree = ElementTree.fromstring(data)
            for run in (*tree.iter(f"{A}rPr"), *tree.iter(f"{A}endParaRPr")):
                assert run.get("lang") == "en-US"


# ------------------------------------------------------------------ deck


def test_title_comes_before_other_texts(deck: bytes) -> None:
    for slide in opened(deck).slides:
        texted = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
        assert texted[0] == slide.shapes.title


def test_page_without_a_title_gets_one_beside_the_slide(deck: bytes) -> None:
    title = opened(deck).slides[3].shapes.title
    assert title.text == "27.6 million people"
    assert title.top + title.height < 0


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


def sections(*names: str) -> list[tuple[str, list[str]]]:
    """The sections of a deck whose slides name these, each with its slides."""
    made = tuple(replace(pages.bullets_page(f"Slide {at}", at), section=name) for at, name in enumerate(names))
    text = members(render_pptx(pages.deck(*made)))["ppt/presentation.xml"].decode()
    return [
        (name, re.findall(r'p14:sldId id="(\d+)"', rest))
        for name, rest in re.findall(r'p14:section name="([^"]*)"(.*?)</p14:section>', text, re.DOTALL)
    ]


def test_a_slide_without_a_section_belongs_to_the_one_before_and_the_first_ones_to_the_deck() -> None:
    assert sections("", "Talk", "", "Help") == [
        ("Connecting the dots", ["256"]), ("Talk", ["257", "258"]), ("Help", ["259"]),
    ]  # fmt: skip
    assert sections("", "") == []


def test_a_deck_that_goes_on_by_itself_starts_again_at_its_end_and_no_other_does() -> None:
    made = (replace(pages.bullets_page("One", 1), advance=8), pages.bullets_page("Two", 2))
    shown = (members(render_pptx(pages.deck(*some)))["ppt/presProps.xml"] for some in (made[:1], made))
    assert [b'loop="1"' in one for one in shown] == [True, False]


def test_page_whose_text_is_elsewhere_gets_a_layout_of_its_own() -> None:
    page = pages.bullets_page()
    title = next(n for n in page.nodes if n.name == "title")
    lines = tuple(replace(line, baseline=line.baseline + 20) for line in title.lines)
    moved = pages.swapped(page, "title", box=title.box.moved(0, 20), lines=lines)
    slide = opened(render_pptx(pages.deck(moved, layouts=(page,)))).slides[0]
    assert slide.slide_layout.name == "Bullets 2"
    assert slide_xml(pages.deck(moved, layouts=(page,)), 1).find(f".//{P}sp/{P}spPr/{A}xfrm") is None


# ------------------------------------------------------------------ theme


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


def test_file_names_never_show() -> None:
    page = pages.photo_page()
    nodes = tuple(replace(n, name="survivor_jane.jpg") if isinstance(n, Picture) else n for n in page.nodes)
    assert b"survivor_jane" not in b"".join(members(render_pptx(pages.deck(replace(page, nodes=nodes)))).values())


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


def with_a_muted_bar(chart: Group) -> Group:
    bar = chart.children[-2]
    assert isinstance(bar, Shape)
    return replace(chart, children=(*chart.children, replace(bar, fill=pages.paint("ink-muted"))))


@pytest.mark.parametrize(
    "drawn",
    [bar_chart(), standing_bars(), with_a_muted_bar(bar_chart()), agenda_table()],
)
def test_a_drawn_chart_or_table_is_one_with_its_data_its_words_and_its_head(drawn: Group, tmp_path: Path) -> None:
    data = with_node(drawn)
    frame = next(shape for shape in opened(data).slides[0].shapes if shape.has_chart or shape.has_table)
    about = frame._element.find(f".//{P}cNvPr")
    if frame.has_table:
        assert [[cell.text for cell in row.cells] for row in frame.table.rows] == [
            ["Time", "Topic"], ["9:00", "Welcome"], ["9:10", "Facts"],
        ]  # fmt: skip
        assert frame.table.first_row
        assert (about.get("descr"), about.get("title")) == ("Time, Topic", "Our hour")
    else:
        assert drawn.chart is not None
        assert (about.get("descr"), about.get("title")) == ("Bar chart: 10, 20, 15", drawn.chart.title)
        plot = frame.chart.plots[0]
        assert list(plot.categories) == list(drawn.chart.labels)
        assert [list(series.values) for series in plot.series] == [[10, 20, 15]]
        assert frame.chart.value_axis.maximum_scale == pytest.approx(30)
        with zipfile.ZipFile(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
            assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert re.findall(r"<v>([^<]+)<", sheet) == ["10", "20", "15"]
    assert data == with_node(drawn)
    assert_valid(data, tmp_path)


def assert_valid(data: bytes, folder: Path) -> None:
    assert check_package(data) == []
    target = folder / "deck.pptx"
    target.write_bytes(data)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    assert [str(error) for error in result.errors] == []


def test_characters_that_xml_refuses_are_dropped() -> None:
    page = pages.bullets_page()
    odd = pages.swapped(page, "title", text="Signs\x00 \x0bto\ufffe know")
    assert opened(render_pptx(pages.deck(odd))).slides[0].shapes.title.text == "Signs to know"
