"""Slides in a design of somebody else's: what goes where, on how many slides, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.decks import deck_template
from htpm_studio.export.decks.deck_template import CODE_GAP, CODE_LABEL, CODE_SIDE, template_deck
from htpm_studio.export.decks.plain_words import SlideWords
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.project.model import Brand, Project
from htpm_studio.render.pptx.deck_template.fill import TemplateSlide
from htpm_studio.render.pptx.deck_template.geometry import P, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.scene.nodes import Color, Group, Page, PictureSource, Rectangle, Shape
from htpm_studio.units import EMU_PER_POINT, Box, Size
from tests.helpers.bundled import bundled_campaign, bundled_resources

DARK = Color("#102030")
EMPTY = f'<p:sld xmlns:p="{P[1:-1]}"><p:cSld><p:spTree/></p:cSld></p:sld>'.encode()
"""A master, layout or theme that says nothing: black words on white."""

PICTURE = PictureRef(PictureSource("1" * 64, "png", b"", (300, 200)), alt="A field")


@cache
def kit() -> Kit:
    project = Project(Brand("Riverbend"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(("deck",)), date(2026, 11, 28))


def frame(x: float, y: float, wide: float, high: float) -> EmuFrame:
    return EmuFrame(*(round(one * EMU_PER_POINT) for one in (x, y, wide, high)))


def place(kind: str, x: float, y: float, wide: float, high: float, size: float = 20) -> PlaceholderPlace:
    return PlaceholderPlace(kind, None, frame(x, y, wide, high), size, insets=(0, 0, 0, 0))


TITLE, BODY = place("title", 0, 0, 900, 90, 30), place("body", 0, 100, 900, 300)
LEFT, RIGHT = place("body", 0, 100, 400, 300), place("obj", 500, 100, 400, 300)
PLAIN = TemplateLayout("Plain", "obj", "plain", (TITLE, BODY))
COLUMNS = TemplateLayout("Columns", "twoObj", "columns", (TITLE, LEFT, RIGHT))
PICTURED = TemplateLayout("Picture", "picTx", "picture", (TITLE, LEFT, place("pic", 500, 100, 400, 300)))
SUBTITLE = place("subTitle", 0, 200, 900, 60)
OPENING = TemplateLayout("Opening", "title", "title", (place("ctrTitle", 0, 0, 900, 90), SUBTITLE))


def code(at: int, alt: str = "") -> Group:
    box = Box(500, 100 + 100 * at, 90, 90)
    ground, modules = (Shape(name, box, Rectangle(), DARK) for name in ("ground", "modules"))
    return Group(f"code{at}", box, (ground, modules), alt=alt)


def words(*texts: str) -> tuple[PlaceholderText, ...]:
    return tuple(PlaceholderText(text) for text in texts)


LONG = words(*(f"Point {at}" for at in range(30)))


def both(said: SlideWords, *layouts: TemplateLayout, nodes: tuple[Any, ...] = ()) -> tuple[list[TemplateSlide], Any]:
    """The slides of a page that says this, before they are written, and what is said of them."""
    size = (round(960 * EMU_PER_POINT), round(540 * EMU_PER_POINT))
    page = Page("slide 1", said.title, Size(960, 540), DARK, nodes, layout_title="Their layout", notes="Say it.")
    parts = dict.fromkeys(("", *(layout.member for layout in layouts or (PLAIN,))), EMPTY)
    design = DeckTemplate("a.pptx", size, "", "", layouts or (PLAIN,), parts, {})
    found: list[TemplateSlide] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deck_template, "slide_words", lambda _content, _page: said)
        patch.setattr(deck_template, "render_template_deck", lambda _document, _design, slides: found.extend(slides))
        nothing: Any = None
        findings = template_deck(kit().inputs, design, nothing, [{}], [page]).findings
    return found, findings


def made(said: SlideWords, *layouts: TemplateLayout, nodes: tuple[Any, ...] = ()) -> list[TemplateSlide]:
    return both(said, *layouts, nodes=nodes)[0]


def shown(slide: TemplateSlide) -> list[list[str]]:
    return [[word.text.replace("\u00a0", " ") for word in filling.words] for filling in slide.fillings]


def told(said: SlideWords, *layouts: TemplateLayout) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.message)) for finding in both(said, *layouts)[1]]


def test_a_text_has_its_title_and_goes_on_under_it_without_notes() -> None:
    (slide,) = made(SlideWords("text", "A title", (words("One", "Two"),)))
    assert (shown(slide), slide.page.notes) == ([["A title"], ["One", "Two"]], "Say it.")
    assert slide.fillings[1].frame is None, "it has all of its place"
    slides = made(SlideWords("text", "A title", (LONG,)))
    assert len(slides) > 1
    assert [word for one in slides for word in shown(one)[1]] == [word.text for word in LONG]
    titles = [[f"A title ({at} of {len(slides)})"] for at in range(1, len(slides) + 1)]
    assert [shown(one)[0] for one in slides] == titles
    assert [one.page.notes for one in slides] == ["Say it.", *[""] * (len(slides) - 1)]
    (empty,) = made(SlideWords("text", "A title", ((),)))
    assert shown(empty) == [["A title"]]


def test_two_columns_are_beside_each_other_or_below_each_other_and_that_is_said() -> None:
    two = SlideWords("columns", "Both", (words("One"), words("Two", "Three")), ("This", "That"))
    (slide,) = made(two, PLAIN, COLUMNS)
    assert shown(slide) == [["Both"], ["This", "One"], ["That", "Two", "Three"]]
    (below,) = made(two)
    assert shown(below) == [["Both"], ["This", "One", "That", "Two", "Three"]]
    assert told(two, PLAIN, COLUMNS) == []
    ((name, words_of),) = told(two)
    assert name == "no-layout"
    assert "both columns are placed one below the other in “Plain”" in words_of
    long = SlideWords("columns", "Both", (LONG[:5], LONG[5:11]), ("This", "That"))
    assert [shown(one)[1][0] for one in made(long)] == ["This", "That"], "neither is torn where both do not fit"
    heads = place("body", 0, 60, 400, 30), place("body", 500, 60, 400, 30)
    compared = TemplateLayout("Compared", "twoTxTwoObj", "c", (TITLE, *heads, LEFT, RIGHT))
    (slide,) = made(two, PLAIN, compared)
    assert shown(slide) == [["Both"], ["This"], ["One"], ["That"], ["Two", "Three"]]


def test_a_picture_is_in_its_place_or_beside_the_text_and_only_on_the_first_slide() -> None:
    picture = SlideWords("picture", "A field", (words("One"),), picture=PICTURE)
    (own,) = made(picture, PLAIN, PICTURED)
    ((shown_there, there),) = own.pictures
    assert there is not None
    assert there.kind == "pic"
    (free,) = made(picture)
    ((beside, none),) = free.pictures
    assert none is None
    assert beside.box.x > 0.5 * 900
    assert free.fillings[1].frame is not None
    assert free.fillings[1].frame.width == round(0.54 * BODY.frame.width)
    assert "the picture is placed beside the text of “Plain”" in told(picture)[0][1]
    assert "its text is placed in “Plain”" in told(replace(picture, picture=None))[0][1]
    slides = made(replace(picture, blocks=(LONG,)))
    assert [len(one.pictures) for one in slides] == [1, *[0] * (len(slides) - 1)]
    assert shown_there.alt == beside.alt == "A field"


def test_a_picture_takes_the_first_layout_with_room_for_all_words_and_else_the_roomiest() -> None:
    small = replace(PICTURED, places=(TITLE, place("body", 0, 100, 400, 110), PICTURED.places[2]))

    def layout(*said: str) -> str:
        return made(SlideWords("picture", "A field", (words(*said),), picture=PICTURE), PLAIN, small)[0].layout.name

    assert layout("One", "Two", "Three") == "Picture"
    assert layout(*(f"Point {at}" for at in range(6))) == "Plain"
    assert layout(*(f"Point {at}" for at in range(40))) == "Plain"
    text = SlideWords("section", " ".join(["A very long title"] * 40), (words("One"),))
    section = replace(PLAIN, name="Section", type="secHead")
    assert made(text, section, PLAIN)[0].layout.name == "Section", "it fits nowhere, so the first is taken"


def test_the_first_slide_says_as_much_as_its_place_takes_and_is_one_slide() -> None:
    rows, less, last = words("One", "Two", "Three", "Four"), words("One", "Two"), words("One")
    said = SlideWords("title", "A talk", (rows,), shorter=(less, last))

    def opening(high: float) -> list[list[str]]:
        layout = replace(OPENING, places=(OPENING.places[0], place("subTitle", 0, 200, 900, high)))
        (slide,) = made(said, PLAIN, layout)
        return shown(slide)

    every = ["One", "Two", "Three", "Four"]
    assert [opening(high)[1] for high in (200, 60, 30)] == [every, ["One", "Two"], ["One"]]
    assert opening(5)[1] == every, "without room for a line, it is the layout for text"


def test_words_that_do_not_fit_are_an_error_that_names_the_slide() -> None:
    assert told(SlideWords("text", "A title", (words("x" * 9),)), PLAIN) == []
    found = told(SlideWords("text", " ".join(["Title"] * 90), (words("One"),)))
    assert [name for name, _ in found] == ["too-long"]
    assert "has more text than “Plain” of the presentation can show" in found[0][1]


def test_codes_are_in_a_column_with_their_numbers_at_their_left() -> None:
    entries = tuple(
        one
        for name in "ab"
        for one in (
            PlaceholderText(f"Title {name}", bold=True),
            PlaceholderText(f"{name}.org", url=f"https://{name}.org", close=True),
        )
    )
    said = SlideWords("text", "More", (entries,), numbered=True)
    nodes = (code(0, "To the guide"), code(1), code(2), Group("no code", Box(0, 0, 9, 9), ()))
    (slide,) = made(said, nodes=nodes)
    assert [one.alt for one in slide.codes] == ["To the guide", "QR: b.org"]
    room = 900 - round(0.72 * 900) - round(0.04 * 900)
    side = min(CODE_SIDE, (300 - CODE_GAP) / 2, room - CODE_LABEL)
    assert [(one.box.x, one.box.y, one.box.width) for one in slide.codes] == [
        pytest.approx((900 - side, 100 + at * (side + CODE_GAP), side), abs=0.5) for at in range(2)
    ]
    assert [name for name, _ in slide.labels] == ["1", "2"]
    lefts = [label.x / EMU_PER_POINT for _, label in slide.labels]
    assert lefts == pytest.approx([900 - side - CODE_LABEL] * 2, abs=0.5)
    assert slide.fillings[1].frame is not None
    assert made(said)[0].codes == ()
    assert made(replace(said, numbered=False), nodes=nodes)[0].codes == ()


@pytest.mark.parametrize(
    ("wide", "high", "count", "side"),
    [
        (900, 300, 1, CODE_SIDE),
        (900, 200, 3, (200 - 2 * CODE_GAP) / 3),
        (400, 300, 2, 400 - 288 - 16 - CODE_LABEL),
    ],
)
def test_codes_are_as_large_as_a_place_has_room_for_all_and_their_numbers(
    wide: float, high: float, count: int, side: float
) -> None:
    layout = replace(PLAIN, places=(TITLE, place("body", 0, 100, wide, high)))
    entries = tuple(PlaceholderText(f"{at}.org", url=f"https://{at}.org") for at in range(count))
    (slide,) = made(SlideWords("text", "More", (entries,), numbered=True), layout, nodes=(code(0), code(1), code(2)))
    assert [one.box.width for one in slide.codes] == [pytest.approx(side, abs=0.5)] * count


def test_text_goes_below_a_footer_only_where_that_saves_a_slide() -> None:
    foot = place("ftr", 0, 330, 900, 20)
    layout = replace(PLAIN, places=(TITLE, BODY, foot))

    def high(count: int) -> float:
        slide = made(SlideWords("text", "A title", (LONG[:count],)), layout)[0]
        return 300 if slide.fillings[1].frame is None else slide.fillings[1].frame.height / EMU_PER_POINT

    assert high(2) == 230
    assert high(9) == 300
