"""Which layout of a foreign presentation a slide gets: told by the kinds, sizes and places of its placeholders."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.export.decks.layout_match import matches
from htpm_studio.export.decks.plain_words import Kind
from htpm_studio.render.pptx.deck_template.geometry import LEAST_SHARE, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, TemplateLayout
from htpm_studio.render.pptx.geometry import EmuFrame

SIZE = (1000, 500)
SMALLEST = round(1000 * 500 * LEAST_SHARE)


def place(kind: str, x: int = 0, y: int = 0, wide: int = 400, high: int = 100) -> PlaceholderPlace:
    return PlaceholderPlace(kind, None, EmuFrame(x, y, wide, high))


TITLE = place("title")
LEFT, RIGHT = place("body", 0, 100, 400, 200), place("obj", 500, 100, 400, 200)


def layout(name: str, kind: str, *places: PlaceholderPlace) -> TemplateLayout:
    return TemplateLayout(name, kind, name, places)


PLAIN = layout("plain", "obj", TITLE, place("body", 0, 100, 900, 300))


def best(kind: Kind, *layouts: TemplateLayout) -> list[tuple[str, bool]]:
    deck_template = DeckTemplate("a.pptx", SIZE, "", "", layouts, {}, {})
    return [(one.layout.name, one.exact) for one in matches(kind, deck_template)]


def taken(kind: Kind, *places: PlaceholderPlace, of: str = "") -> bool:
    """Whether a layout with these placeholders suits a kind of slide."""
    return ("own", True) in best(kind, PLAIN, layout("own", of, *places))


def test_a_layout_that_does_not_suit_is_made_to_do_and_a_text_has_its_own() -> None:
    for kind in ("title", "section", "columns", "picture"):
        assert best(kind, PLAIN) == [("plain", False)]
    assert best("text", PLAIN) == [("plain", True)]
    assert best("text", layout("no text", "obj", TITLE)) == best("text", layout("no title", "obj", LEFT)) == []


def test_an_opening_has_a_title_and_a_subtitle_in_a_layout_of_that_or_of_no_type() -> None:
    sub = place("subTitle", 0, 200)
    for of, suits in (("title", True), ("", True), ("cust", True), ("obj", False)):
        assert taken("title", place("ctrTitle"), sub, of=of) is suits
    assert not taken("title", place("ctrTitle"), of="title")
    assert not taken("title", sub, of="title")


def test_a_section_has_a_layout_of_its_type_else_that_of_an_opening() -> None:
    assert taken("section", TITLE, LEFT, of="secHead")
    assert not taken("section", TITLE, LEFT, of="obj")
    assert not taken("section", TITLE, of="secHead")
    assert not taken("section", LEFT, of="secHead")
    opening = layout("opening", "title", place("ctrTitle"), place("subTitle"))
    section = layout("section", "secHead", TITLE, LEFT)
    assert best("section", PLAIN, opening, section) == [("section", True), ("opening", True), ("plain", False)]


def test_two_columns_are_beside_each_other_and_of_like_size() -> None:
    assert taken("columns", TITLE, LEFT, RIGHT)
    for moved, suits in ((149, True), (150, False), (51, True), (50, False)):
        assert taken("columns", TITLE, LEFT, place("obj", 500, moved, 400, 200)) is suits, moved
    for high, suits in ((249, True), (250, False), (151, True), (150, False)):
        assert taken("columns", TITLE, LEFT, place("obj", 500, 100, 400, high)) is suits, high
    for x, suits in ((300, True), (299, False)):
        assert taken("columns", TITLE, LEFT, place("obj", x, 100, 400, 200)) is suits, x
    assert not taken("columns", TITLE, LEFT, RIGHT, place("body", 0, 400, 50, 50))
    assert not taken("columns", TITLE, LEFT)
    assert not taken("columns", LEFT, RIGHT)


def test_columns_with_a_head_each_are_better_than_those_without() -> None:
    heads = place("body", 500, 60, 300, 40), place("body", 0, 60, 300, 40)
    compared = layout("compared", "twoTxTwoObj", TITLE, *heads, LEFT, RIGHT)
    columns = layout("columns", "twoObj", TITLE, LEFT, RIGHT)
    found = matches("columns", DeckTemplate("a.pptx", SIZE, "", "", (columns, compared), {}, {}))
    assert [one.layout.name for one in found] == ["compared", "columns", "columns"]
    assert (found[0].heads, found[0].texts) == (tuple(reversed(heads)), (LEFT, RIGHT))
    assert not taken("columns", TITLE, *heads, LEFT, RIGHT, of="obj")
    assert not taken("columns", TITLE, heads[0], LEFT, RIGHT, of="twoTxTwoObj")


def test_a_picture_has_a_place_of_its_own_beside_one_text_or_the_second_of_two_columns() -> None:
    photo = place("pic", 500, 100, 400, 200)
    assert taken("picture", TITLE, LEFT, photo)
    assert not taken("picture", TITLE, LEFT, photo, photo)
    assert not taken("picture", TITLE, LEFT, replace(RIGHT, kind="body"), photo)
    assert not taken("picture", TITLE, photo)
    assert not taken("picture", LEFT, photo)
    assert taken("picture", TITLE, LEFT, RIGHT)
    assert not taken("picture", TITLE, LEFT, replace(RIGHT, kind="body"))
    found = matches(
        "picture", DeckTemplate("a.pptx", SIZE, "", "", (layout("columns", "", TITLE, LEFT, RIGHT),), {}, {})
    )
    assert (found[0].texts, found[0].picture) == ((LEFT,), RIGHT)


def test_a_place_counts_from_eight_hundredths_of_the_slide_on() -> None:
    def high(kind: str, of: Kind, share: int) -> bool:
        own = place(kind, 500, 100, 100, share)
        return taken(of, TITLE, *((LEFT, own) if kind == "pic" else (own, place("pic", 500, 100, 400, 200))))

    assert (high("pic", "picture", SMALLEST // 100), high("pic", "picture", SMALLEST // 100 - 1)) == (True, False)
    assert (high("body", "picture", SMALLEST // 200), high("body", "picture", SMALLEST // 200 - 1)) == (True, False)
    exact, less = (layout("own", "", TITLE, place("body", 0, 0, 100, SMALLEST // 100 - by)) for by in (0, 1))
    assert (best("text", exact), best("text", less)) == ([("own", True)], [])


def test_of_layouts_for_text_the_usual_one_with_the_fewest_and_largest_places_is_best() -> None:
    small = layout("small", "obj", TITLE, LEFT)
    two, other = layout("two", "obj", TITLE, LEFT, RIGHT), layout("other", "", TITLE, place("body", 0, 0, 900, 400))
    assert best("text", two, small, PLAIN, other) == [("plain", True)]
    assert best("text", two, small, other) == [("two", True)], "places beside each other are room for one text"
    assert best("text", small, other) == [("other", True)], "a usual one has too little room"
    assert best("text", two, other) == [("two", True)]
    assert best("text", replace(small, type="cust"), other) == [("other", True)]


def test_layouts_with_a_type_come_before_those_without() -> None:
    sub = place("subTitle")
    own, typed = layout("own", "cust", place("title"), sub), layout("typed", "title", place("title"), sub)
    assert best("title", own, typed) == [("typed", True)]
