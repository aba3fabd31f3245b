"""The placeholders of a layout: of which type each is, what it asks for, and how it looks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.languages.declared import known_language
from htpm_studio.render.office.theme import theme_refs
from htpm_studio.render.pptx.geometry import frame
from htpm_studio.render.pptx.placeholders import (
    Key,
    Placeholder,
    above,
    is_opening,
    page_holders,
    prompt,
    slot_indexes,
)
from htpm_studio.scene.nodes import Chart, Group, Node, Page, Picture, Shape, TextBlock
from htpm_studio.scene.nodes import Rectangle as Square
from htpm_studio.units import Box
from tests.helpers import pptx_pages as pages

REFS = theme_refs(pages.THEME)
BOX = Box(100, 100, 200, 100)
TITLE = pages.words("Signs", "title", 48, 84, 500, slot="title")
BODY = pages.words("Words", "body", 48, 300, 500, slot="body")
PICTURE = Picture("P", BOX, pages.LOGO, alt="A sun", slot="picture")
CHART = Group(
    "chart", BOX, (Shape("bar", BOX, Square(), pages.paint("ink")),), slot="chart",
    chart=Chart("Reports", "thousands", ("2024",), (1.0,)),
)  # fmt: skip
TABLE = Group("table", BOX, (Group("TR", BOX, (replace(BODY, tag="TD", slot=""),), "TR"),), "Table", slot="table")


def page(*nodes: Node, layout: str = "deck/bullets") -> Page:
    return pages.page(layout, 1, "T", *nodes)


def holders(
    *nodes: Node, layout: str = "deck/bullets", asked: dict[Key, str] | None = None, **more: Any
) -> dict[Key, Placeholder]:
    made = page(*nodes, layout=layout)
    prompts = known_language("en").prompts
    return page_holders(made, slot_indexes([made]), asked or {}, more.get("widths", {}), REFS, prompts)


def kinds(*nodes: Node, layout: str = "deck/bullets") -> dict[str, tuple[str, int | None]]:
    return {one.slot: (one.kind, one.index) for one in holders(*nodes, layout=layout).values()}


def test_each_slot_is_a_placeholder_of_its_type() -> None:
    usual = {
        slot: replace(BODY, slot=slot) for slot in ("subtitle", "date", "footer", "content", "number", "body", "fact")
    }
    assert kinds(TITLE, *usual.values()) == {
        "title": ("title", None), "subtitle": ("subTitle", 1), "date": ("dt", 10), "footer": ("ftr", 11),
        "content": ("obj", 1), "number": ("sldNum", 12), "body": ("body", 13), "fact": ("body", 14),
    }  # fmt: skip
    assert kinds(TITLE, PICTURE, CHART, TABLE) == {
        "title": ("title", None), "chart": ("chart", 13), "table": ("tbl", 14), "picture": ("pic", 15),
    }  # fmt: skip


def test_the_title_of_the_first_slide_is_one_in_the_middle() -> None:
    assert kinds(TITLE, layout="deck/title")["title"] == ("ctrTitle", None)
    assert [is_opening(page(layout=name)) for name in ("deck/title", "title", "deck/titles", "title/deck")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_slots_of_all_layouts_have_one_index_each_bodies_first_and_pictures_last() -> None:
    fact, more = replace(BODY, slot="fact"), replace(BODY, slot="body-2")
    one, two = page(PICTURE, fact, TITLE), page(BODY, fact, more, replace(PICTURE, slot="title"))
    assert slot_indexes([one, two]) == {
        ("body", False): 13, ("body-2", False): 14, ("fact", False): 15, ("picture", True): 16, ("title", True): 17,
    }  # fmt: skip
    assert slot_indexes([]) == {}


def test_a_placeholder_asks_for_what_its_sample_says_or_for_what_its_slot_is() -> None:
    made = holders(TITLE, BODY, asked={("title", False): "A headline", ("body", False): ""})
    assert [one.prompt for one in made.values()] == ["A headline", "Text"]
    assert holders(PICTURE, asked={("picture", True): "Your photo"})["picture", True].prompt == "Your photo"


@pytest.mark.parametrize(
    ("slot", "is_picture", "words"),
    [
        ("title", False, "Título"), ("picture-2", True, "Imagen"), ("title", True, "Imagen"), ("fact", False, "Texto"),
        ("title-2", False, "Título"),
    ],
)  # fmt: skip
def test_prompts_are_those_of_the_document(slot: str, is_picture: bool, words: str) -> None:
    assert prompt(slot, is_picture, {"title": "Título", "picture": "Imagen", "text": "Texto"}) == words


def test_a_mark_says_what_the_placeholder_is_and_whether_its_prompt_is_our_own() -> None:
    def mark(kind: str, *, asks: bool) -> dict[str, str]:
        return dict(Placeholder("x", kind, 7, frame(BOX), "Text").mark(prompt=asks).items())

    assert mark("body", asks=True) == {"type": "body", "idx": "7", "hasCustomPrompt": "1"}
    assert mark("body", asks=False) == {"type": "body", "idx": "7"}
    assert mark("obj", asks=True) == {"idx": "7", "hasCustomPrompt": "1"}
    assert [mark(kind, asks=True) for kind in ("dt", "ftr", "sldNum")] == [
        {"type": kind, "idx": "7"} for kind in ("dt", "ftr", "sldNum")
    ]
    assert "idx" not in Placeholder("title", "title", None, frame(BOX), "Text").mark().attrib


def test_a_layout_without_a_title_has_one_above_the_slide_in_the_look_of_its_first_text() -> None:
    made = holders(PICTURE, replace(BODY, align="right"))
    assert list(made) == [("title", False), ("picture", True), ("body", False)]
    hidden = made["title", False]
    assert (hidden.kind, hidden.index, hidden.prompt, hidden.frame) == ("title", None, "Title", above(pages.SIZE).frame)
    assert hidden.look is not None
    assert (hidden.look.size, hidden.look.align, hidden.look.typeface) == (1800, "left", "+mn-lt")
    alone = holders(PICTURE)["title", False].look
    assert alone is not None
    assert (alone.size, alone.color.role, alone.bold, alone.pitch, alone.tracking) == (1800, "ink", False, 100, 0)


def test_letters_get_smaller_where_twice_the_text_has_no_room() -> None:
    widths = {BODY.style.face: 0.5}
    full = replace(BODY, limit=90, box=Box(48, 300, 200, 40))
    assert [one.look.size for one in holders(TITLE, BODY, widths=widths).values() if one.look] == [3750, 2340]
    found = holders(TITLE, full, widths=widths)["body", False].look
    assert found is not None
    assert found.size < 2340
    unknown = holders(TITLE, full)["body", False].look
    assert unknown is not None
    assert unknown.size == 2340


def test_a_list_that_is_parted_into_cells_has_room_for_one_item_in_each() -> None:
    def sizes(*texts: list[str]) -> set[int]:
        made = []
        for number, some in enumerate(texts):
            points = pages.bullets(some, 48, 100 + 60 * number, 300, slot=f"body-{number + 1}")
            item = points.children[0]
            assert isinstance(item, Group)
            limited = replace(
                item,
                children=tuple(
                    replace(one, limit=16, most=3) if isinstance(one, TextBlock) else one for one in item.children
                ),
            )
            made.append(replace(points, children=(limited, *points.children[1:]), box=Box(48, 100, 300, 150)))
        found = holders(TITLE, *made, widths={BODY.style.face: 0.5}).values()
        return {one.look.size for one in found if one.look and one.slot != "title"}

    (parted,), (alone,), (two,) = sizes(["One"], ["Two"]), sizes(["One"]), sizes(["One", "Two"])
    assert alone == two < parted
