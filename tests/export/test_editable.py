"""Which texts of a piece can be edited, how lists are kept as edits, and which templates suit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

import pytest

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.compose.template import Field, Library
from htpm_studio.export.kit.editable import (
    PLAIN_LIMIT,
    Editable,
    editable_fields,
    list_edits,
    picture_design,
    shape_of,
    variants,
    without_words,
)
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@pytest.fixture(scope="module")
def kit() -> Kit:
    resources = bundled_resources()
    campaign = bundled_campaign()
    return build_kit(Project(Brand("Riverbend"), 2, 2027), campaign, resources, Options(), dt.date(2026, 11, 25))


def edited(kit: Kit, piece: str, **fields: str) -> Kit:
    edits = Edits.from_mapping({piece: {name.replace("__", "."): text for name, text in fields.items()}})
    return replace(kit, project=replace(kit.project, edits=edits))


def pages(kit: Kit) -> Iterator[tuple[str, PageSpec]]:
    for piece in CATALOGUE:
        for spec in piece.specs(kit):
            # the slides of the brand template are of other pieces, or samples that nobody edits
            for page in spec.pages if spec.format != "potx" else ():
                yield page.piece or spec.piece, page


def page_of(kit: Kit, piece: str) -> PageSpec:
    return next(page for name, page in pages(kit) if name == piece)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("b\nc", ("b", "c")),
        ("", ()),
        ("a\nb\nc\nd\ne", ("a", "b", "c", "d", "e")),
        ("c\nb\na", ("c", "b", "a")),
        ("only", ("only",)),
    ],
)
def test_a_list_says_exactly_its_lines(kit: Kit, lines: str, expected: tuple[str, ...]) -> None:
    piece = "w2/social/w2-buy-with-care"
    page = page_of(kit, piece)
    base = page.content["items"]
    assert isinstance(base, tuple)
    field = next(one for one in editable_fields(page, page, kit.resources.library) if one.path == "items")
    edits = {name: text for name, text in list_edits(field, lines).items() if text is not None}
    changed = replace(kit, project=replace(kit.project, edits=Edits.from_mapping({piece: edits})))
    assert page_of(changed, piece).content["items"] == expected


# ------------------------------------------------------------------ fields, limits and other designs


def page(template: str, plain: bool = False, **content: Value) -> PageSpec:
    return PageSpec(template, "square", content, PageInfo("a", "A", 2), part="en" if plain else "")


def with_template(kit: Kit, **more: Any) -> Library:
    """The library with one more design of the user's, which takes other fields than those of the program."""
    library = kit.resources.library
    own = replace(library.templates["social/photo"], id="social/mine", own=True, **more)
    return replace(library, templates={**library.templates, own.id: own})


@pytest.mark.parametrize(
    ("kind", "limit", "most", "text", "over"),
    [
        ("line", 3, 0, "abc", False),
        ("line", 3, 0, "abcd", True),
        ("line", 0, 0, "abcd", False),  # nobody knows how many fit
        ("line", 3, 1, "a\nb", False),  # three letters of one line
        ("line", 9, 1, "a\nb", False),
        ("list", 3, 0, "abc\nabc", False),
        ("list", 3, 0, "abc\nabcd", True),
        ("list", 3, 2, "a\nb", False),
        ("list", 3, 2, "a\nb\nc", True),
        ("list", 0, 2, "a\nb\nc", True),
        ("list", 3, 0, "a\nb\nc", False),
    ],
)  # fmt: skip
def test_a_text_is_too_long_by_its_letters_and_a_list_by_its_lines_too(
    kind: Literal["line", "list"], limit: int, most: int, text: str, over: bool
) -> None:
    assert Editable("a", "a", kind, "", "", limit, most).too_long(text) is over


def test_the_words_of_one_piece_are_forgotten_and_its_choices_and_other_pieces_stay(kit: Kit) -> None:
    own = {"w2/a": {"head": "A", "@picture": "P"}, "w2/b": {"head": "B", "@picture": "P"}}
    changed = replace(kit, project=replace(kit.project, edits=Edits.from_mapping(own)))
    left = without_words(changed, "w2/a").project.edits.to_mapping()
    assert left == {"w2/a": {"@picture": "P"}, "w2/b": {"head": "B", "@picture": "P"}}
    assert without_words(changed, "w2/c") is changed


def test_what_is_no_group_or_list_now_or_before_has_no_texts_inside(kit: Kit) -> None:
    library = kit.resources.library
    group: dict[str, Value] = {"left": {"head": "A"}}
    rows: dict[str, Value] = {"points": ({"head": "A"}, {"head": "B"})}

    def paths(template: str, now: Any, before: Any, start: str) -> list[str]:
        found = editable_fields(page(template, **now), page(template, **before), library)
        return [field.path for field in found if field.path.startswith(start)]

    assert "left.head" in paths("deck/two_columns", group, group, "left")
    for now, before in ((group, {"left": "A"}), ({"left": "A"}, group), ({}, group), (group, {})):
        assert paths("deck/two_columns", now, before, "left") == []
    assert {"points.0.head", "points.1.head"} <= {*paths("print/flyer", rows, rows, "points")}
    for now, before in ((rows, {"points": "A"}), ({"points": "A"}, rows), ({}, rows), (rows, {})):
        assert paths("print/flyer", now, before, "points") == []
    mixed: dict[str, Value] = {"points": ("A", {"head": "B"})}
    for now, before in ((rows, mixed), (mixed, rows)):
        assert {path.rpartition(".")[0] for path in paths("print/flyer", now, before, "points")} == {"points.1"}


def test_a_field_of_a_part_says_which_and_the_whole_of_a_list_is_edited_on_each_of_its_pages(kit: Kit) -> None:
    library = kit.resources.library
    part = page("social/statement", plain=True, head="A")
    (head,) = (one for one in editable_fields(part, part, library) if one.name == "head")
    assert (head.path, head.name, head.part) == ("en.head", "head", "en")
    torn = replace(page("deck/bullets", items=("C",)), whole={"items": ("A", "B", "C")})
    (items,) = (one for one in editable_fields(torn, torn, library) if one.path == "items")
    assert (items.text, items.kit_text, items.needed) == ("A\nB\nC", "A\nB\nC", True)
    odd = page("deck/bullets", items=("A", {"no": "text"}), head=("no", "line"))
    texts = {one.path: one.text for one in editable_fields(odd, odd, library)}
    assert (texts["items"], texts["head"]) == ("A", "")


def test_a_design_of_the_user_has_the_fields_of_its_kind_and_plain_ones_for_all_others(kit: Kit) -> None:
    fields = (Field("head", True, False), Field("items", False, True), Field("slogan", False, False),
              Field("others", False, True))  # fmt: skip
    shape = shape_of("social/mine", with_template(kit, fields=fields))
    assert set(shape) == {"head", "items", "slogan"}, "a list that no piece has cannot be edited"
    assert (shape["head"].needed, shape["items"].needed, shape["slogan"].needed) == (True, False, False)
    assert (shape["items"].kind, shape["slogan"].kind, shape["slogan"].limit) == ("list", "text", PLAIN_LIMIT)
    assert shape_of("social/gone", kit.resources.library) == {}


def test_a_post_may_take_any_design_that_shows_its_headline_and_loses_none_of_its_lists(kit: Kit) -> None:
    needed, free = Field("head", True, False), Field("sub", False, False)

    def taken(one: PageSpec, *fields: Field, **more: Any) -> bool:
        return "social/mine" in variants(one, with_template(kit, fields=fields, **more))

    statement = page("social/statement", head="A")
    assert taken(statement, needed, free)
    assert taken(statement, free, Field("head", False, False))
    assert not taken(statement, needed, Field("who", True, False)), "it has no words for that"
    assert not taken(statement, free), "the headline would be lost"
    assert not taken(statement, needed, canvases=("story",))
    assert not taken(replace(statement, template="deck/bullets"), needed)
    checklist = page("social/checklist", head="A", items=("B",))
    assert not taken(checklist, needed)
    assert taken(checklist, needed, Field("items", True, True))
    assert taken(page("social/checklist", head="A"), needed), "it has no list"
    assert variants(page("social/gone", head="A"), kit.resources.library) == ("social/gone",)


def test_a_page_without_a_picture_is_offered_a_design_with_one_unless_it_says_where_help_is(kit: Kit) -> None:
    library = kit.resources.library
    plain = page("social/statement", head="A")
    found = picture_design(plain, library)
    assert found in variants(plain, library)
    assert "picture" in shape_of(found, library)
    picture = next(iter(kit.scenes.values()))
    assert picture_design(page("social/photo", head="A", picture=picture), library) == ""
    at_risk = replace(library.templates["social/statement"], audience="at-risk")
    assert picture_design(plain, replace(library, templates={**library.templates, at_risk.id: at_risk})) == ""
    assert picture_design(page("social/gone", head="A"), library) == ""
    without = {name: one for name, one in library.templates.items() if "picture" not in shape_of(name, library)}
    assert picture_design(plain, replace(library, templates=without)) == ""
