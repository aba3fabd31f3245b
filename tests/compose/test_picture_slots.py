"""Where a design has room for pictures: each place with its field, found with words of a usual length."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.picture_slots import PictureSlot, has_pictures, picture_slots
from htpm_studio.compose.template import Field, Library, Template, TemplateElement, TemplatePart
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.scene.nodes import Crop, PictureSource
from htpm_studio.units import Box
from tests.helpers.deck_slides import TEAL, svg_logo

SQUARE = page_sizes()["square"]
U = SQUARE.unit


def el(tag: str = "column", /, *children: TemplateElement, text: str = "", **attributes: str) -> TemplateElement:
    given = {key.strip("_").replace("_", "-"): value for key, value in attributes.items()}
    return TemplateElement(tag, given, text, children, 4)


def slots(root: TemplateElement, fields: str = "", name: str = "social/x", **parts: TemplatePart) -> list[PictureSlot]:
    several = tuple(
        Field(one.rstrip("?").removesuffix("[]"), not one.endswith("?"), "[]" in one) for one in fields.split()
    )
    template = Template(name, "X", ("square",), several, root, "x.xml")
    look = replace(TEAL, logo=svg_logo(100, 100, 9.0), organization="Elm")
    return list(picture_slots(template, SQUARE, Library({name: template}, parts), look))


def test_each_picture_of_a_design_is_a_place_with_its_field_and_its_pixels() -> None:
    big, small = (
        el("picture", of="picture", width="20", height="10"),
        el("picture", of="picture_2", width="5", height="4"),
    )
    found = slots(el("column", big, small, el("logo"), align="start"), "picture? picture_2")
    assert [(one.field, one.canvas) for one in found] == [("picture", "square"), ("picture_2", "square")]
    assert [one.box for one in found] == [Box(0, 0, 20 * U, 10 * U), Box(0, 10 * U, 5 * U, 4 * U)]
    assert found[0].pixels == (20 * U * SQUARE.density, 10 * U * SQUARE.density)
    assert replace(found[0], canvas="slide", box=Box(0, 0, 10, 20)).pixels == (20, 40)
    shown = found[0].shown(PictureRef(PictureSource("a", "svg", b"", (100.0, 100.0)), (0.5, 0.5)), TEAL)
    assert (shown.box, shown.crop) == (found[0].box, Crop(0, 0.25, 0, 0.25))


def test_a_design_with_a_list_of_pictures_has_up_to_six_places() -> None:
    loop = el("for", el("picture", of="item", width="3", height="3"), each="pictures")
    assert [one.field for one in slots(el("column", loop), "pictures[]?")] == [f"pictures.{at}" for at in range(6)]
    assert slots(el("column", loop), "pictures?") == []


def test_pictures_without_room_and_those_of_pages_that_cannot_be_drawn_have_no_place() -> None:
    picture = el("picture", of="picture", height="0", width="3")
    assert slots(el("column", picture), "picture?") == []
    assert slots(el("column", el("picture", of="picture", height="3", width="0"), align="start"), "picture?") == []
    broken = el("column", el("picture", of="picture", height="3"), el("column", width="{head}"))
    assert slots(broken, "picture? head") == []


def test_words_of_a_usual_length_take_their_room_beside_a_picture() -> None:
    def top(fields: str, text: str, name: str = "social/x") -> float:
        root = el("column", el("text", text=text, wrap="none"), el("picture", of="picture", height="3"))
        return slots(root, f"picture? {fields}", name)[0].box.y

    assert top("zzz", "{zzz}") > 0
    assert top("zzz?", "{zzz}") == 0, "what may be left out"
    assert top("", "{words.title}") > 0


def test_words_and_lists_are_as_long_as_their_piece_lets_them_be_within_reason() -> None:
    """A headline of a talk may have some sixty letters, and a list more than three points."""
    loop = el("for", el("row", el("picture", of="picture", width="2", height="1")), each="items")
    root = el("column", el("text", text="{head}", width="20"), el("picture", of="picture", height="3"), loop)
    fields = (Field("head", True, False), Field("items", True, True), Field("picture", False, False))
    template = Template("deck/bullets", "X", ("slide",), fields, root, "x.xml")
    found = picture_slots(template, page_sizes()["slide"], Library({"deck/bullets": template}, {}), TEAL)
    assert len(found) == 4
    line = TEAL.styles.style("slide", "body")
    assert found[0].box.y > 2.5 * line.size * line.leading * 6


def test_a_design_has_pictures_where_it_or_a_part_shows_one() -> None:
    def has(root: TemplateElement, *parts: TemplatePart) -> bool:
        template = Template("social/x", "X", ("square",), (), root, "x.xml")
        return has_pictures(template, Library({}, {part.name: part for part in parts}))

    picture, plain = el("column", el("picture")), el("column", el("text"))
    assert has(picture)
    assert not has(plain)
    assert has(plain, TemplatePart("box", {}, (picture,), "x.xml", 1))
    assert not has(plain, TemplatePart("box", {}, (plain,), "x.xml", 1))
