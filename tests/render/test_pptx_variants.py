"""Which layout a slide has, and when it gets one of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.pptx.items import SlideItem
from htpm_studio.render.pptx.variants import deck_layouts, near, suits
from htpm_studio.scene.nodes import Color, Ellipse, Node, Page, Picture, Rectangle, Shape
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages

SAMPLE = pages.bullets_page()
LAYOUT = "deck/bullets"


def page(*nodes: Node) -> Page:
    return pages.page(LAYOUT, 1, "T", *nodes)


def art(x: float = 0, *, wide: float = 100, fill: Color | None = None) -> Shape:
    """A fixed shape of a layout."""
    return Shape(f"Art {x}", Box(x, 0, wide, 50), Rectangle(), fill or pages.paint("panel"), fixed=True)


def cover(x: float = 0, *, wide: float = 100, high: float = 50, alpha: float = 1.0) -> Shape:
    """Something solid that a page has of its own."""
    return Shape("Cover", Box(x, 0, wide, high), Rectangle(), pages.paint("surface", alpha))


TITLE = pages.words("Signs", "title", 48, 84, 500, slot="title")


def test_a_page_suits_a_sample_of_its_layout_and_ground() -> None:
    assert suits(SAMPLE, SAMPLE)
    assert not suits(replace(SAMPLE, layout="deck/other"), SAMPLE)
    assert not suits(replace(SAMPLE, ground=pages.paint("panel")), SAMPLE)


def test_a_page_may_leave_a_place_empty_but_not_that_of_the_title() -> None:
    body = pages.bullets(["One"], 48, 200, 560)
    assert suits(page(TITLE), page(TITLE, body))
    assert not suits(page(TITLE, body), page(TITLE))
    assert not suits(page(body), page(TITLE, body))
    assert suits(page(body), page(body)), "a layout that has none needs none"


@pytest.mark.parametrize(("by", "same"), [(0, True), (2, True), (-2, True), (2.01, False), (-2.01, False)])
def test_a_place_may_be_two_points_off(by: float, same: bool) -> None:
    one = Picture("P", Box(100, 100, 200, 200), pages.LOGO, alt="A sun", slot="picture")
    for box in (Box(100 + by, 100, 200, 200), Box(100, 100 + by, 200, 200), Box(100, 100, 200 + by, 200),
                Box(100, 100, 200, 200 + by)):  # fmt: skip
        assert near(SlideItem(one, "picture"), SlideItem(replace(one, box=box), "picture")) is same
        assert suits(page(TITLE, replace(one, box=box)), page(TITLE, one)) is same


def test_a_picture_in_another_frame_and_a_text_of_another_anchor_are_not_in_the_same_place() -> None:
    one = Picture("P", Box(100, 100, 200, 200), pages.LOGO, alt="A sun", slot="picture")
    assert not near(SlideItem(one), SlideItem(replace(one, frame=Ellipse())))
    assert near(SlideItem(one), SlideItem(replace(one, source=pages.SCENE)))
    text = replace(TITLE, box=Box(48, 84, 500, TITLE.box.height))
    assert near(SlideItem(text), SlideItem(text))
    assert not near(SlideItem(text), SlideItem(replace(text, anchor="bottom")))


def test_fixed_art_of_a_page_is_that_of_its_layout() -> None:
    assert suits(page(art(), TITLE), page(art(), TITLE))
    assert not suits(page(art(), TITLE), page(TITLE))
    assert not suits(page(TITLE), page(art(), TITLE))
    assert not suits(page(art(fill=pages.paint("deep")), TITLE), page(art(), TITLE))
    assert not suits(page(art(200), art(), TITLE), page(art(), art(200), TITLE)), "in the same order"


@pytest.mark.parametrize(
    ("over", "hidden"),
    [
        (cover(), True),
        (cover(0.5, wide=99), True),  # half a point is rounding
        (cover(0.6), False),
        (cover(wide=99.4), False),
        (cover(alpha=0.99), False),
        (replace(cover(), fill=None), False),
        (replace(cover(), geometry=Ellipse()), False),
        (replace(cover(), fixed=True), False),
        (TITLE, False),
    ],
)
def test_art_of_a_layout_may_lie_below_something_solid_of_the_page(over: Node, hidden: bool) -> None:
    assert suits(page(over, TITLE), page(art(), TITLE)) is hidden


def test_all_art_that_a_page_lacks_has_to_be_covered() -> None:
    both = page(art(), art(200), TITLE)
    assert suits(page(cover(wide=300), TITLE), both)
    assert suits(page(art(), cover(200), TITLE), both)
    assert not suits(page(cover(), TITLE), both)


def test_pages_share_the_first_layout_that_suits_them_and_others_get_a_further_one() -> None:
    moved = replace(SAMPLE, ground=pages.paint("panel"), notes="Say hello.", section="Talk", advance=8.0)
    layouts, chosen = deck_layouts((SAMPLE, SAMPLE), (SAMPLE, moved, SAMPLE, moved))
    assert chosen == (0, 2, 0, 2)
    assert [one.layout_title for one in layouts] == ["Bullets", "Bullets", "Bullets 3"]
    made = layouts[2]
    assert (made.notes, made.section, made.advance, made.ground) == ("", "", 0.0, pages.paint("panel"))
    assert deck_layouts((), (SAMPLE,)) == ((replace(SAMPLE, notes="", section=""),), (0,))
    assert deck_layouts((SAMPLE,), ()) == ((SAMPLE,), ())


def test_a_layout_without_a_title_is_called_as_its_template_is() -> None:
    bare = replace(SAMPLE, layout_title="")
    moved = replace(bare, ground=pages.paint("panel"))
    layouts, _ = deck_layouts((), (bare, moved))
    assert [one.layout_title for one in layouts] == [LAYOUT, f"{LAYOUT} 2"]


def test_a_further_layout_has_the_places_of_date_footer_and_number_that_only_samples_have() -> None:
    date, number = (pages.words(slot, "micro", 48, at, 90, slot=slot) for slot, at in (("date", 480), ("number", 500)))
    body = pages.words("Words", "body", 48, 300, 90, slot="body")
    sample = page(TITLE, body, date, number)
    other = replace(page(TITLE, replace(number, text="7")), ground=pages.paint("panel"))
    made = deck_layouts((sample,), (other,))[0][1]
    assert [one.slot for one in made.nodes if not isinstance(one, Shape)] == ["title", "number", "date"]  # type: ignore[union-attr]
