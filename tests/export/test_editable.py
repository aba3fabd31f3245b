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
    field_of_text,
    list_edits,
    picture_design,
    shape_of,
    variants,
    with_left_out,
    without_words,
)
from htpm_studio.export.kit.edits import LEFT_OUT, ORDER, YES
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.pieces.declared import pieces
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


def test_every_text_of_every_page_follows_the_kit_at_first(kit: Kit) -> None:
    count = 0
    for _, page in pages(kit):
        for field in editable_fields(page, page, kit.resources.library):
            assert not field.changed
            assert not field.too_long(field.text), f"{page.template} {field.path}"
            count += 1
    assert count > 200


def test_rows_and_columns_are_fields_of_their_own(kit: Kit) -> None:
    page = page_of(kit, "w2/print/flyer")
    fields = {field.path: field for field in editable_fields(page, page, kit.resources.library)}
    assert fields["points.2.head"].number == 3
    assert fields["points.2.head"].name == "points.head"
    columns = page_of(kit, "w2/deck/training/9")
    names = [field.path for field in editable_fields(columns, columns, kit.resources.library)]
    assert "left.items" in names
    assert "right.head" in names


def test_the_kit_text_is_that_without_the_users_words(kit: Kit) -> None:
    piece = "w2/social/w2-healthy-workforce"
    changed = edited(kit, piece, head="Mine")
    plain = without_words(changed, piece)
    head = next(
        field
        for field in editable_fields(page_of(changed, piece), page_of(plain, piece), kit.resources.library)
        if field.path == "head"
    )
    assert (head.text, head.changed) == ("Mine", True)
    assert head.kit_text == page_of(kit, piece).content["head"]


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


def test_a_list_that_says_what_the_kit_says_is_no_edit() -> None:
    field = Editable("items", "items", "list", "x\ny\nz", "a\nb", 50, 5)
    assert list_edits(field, "a\nb") == {"items.0": None, "items.1": None, "items.2": None}


def test_templates_that_suit_keep_lists_and_sources(kit: Kit) -> None:
    library = kit.resources.library
    photo = variants(page_of(kit, "w2/social/w2-healthy-workforce"), library)
    assert {"social/photo", "social/statement"} <= set(photo)
    assert variants(page_of(kit, "w2/social/w2-forced-labor"), library) == (
        "social/statistic",
        "social/statistic-second",
    )
    points = page_of(kit, "w2/deck/training/11")
    other = set(variants(points, library))
    assert {"deck/bullets", "deck/checklist", "deck/content", "deck/discussion", "deck/steps"} <= other
    said = {name for name, value in points.content.items() if value}
    for piece in pieces().of("deck"):
        fields = piece.fields(piece.name)
        takes = "items" in fields and fields["items"].kind == "list" and "head" in fields
        assert (piece.id in other) == (takes and said >= {name for name, spec in fields.items() if spec.needed})


@pytest.mark.slow
def test_every_variant_can_be_drawn(kit: Kit) -> None:
    seen: set[tuple[str, str]] = set()
    for piece, page in pages(kit):
        for name in variants(page, kit.resources.library):
            if name == page.template or (page.template, name) in seen or page.canvas not in ("square", "slide"):
                continue
            seen.add((page.template, name))
            edits = Edits.from_mapping({piece: {"@template": name}})
            tried = replace(kit, project=replace(kit.project, edits=edits))
            other = next(one for owner, one in pages(tried) if owner == piece and one.canvas == page.canvas)
            assert other.template == name
            assert compose(other, tried).page.nodes
    assert len(seen) > 5


def test_slides_come_in_the_users_order(kit: Kit) -> None:
    changed = replace(
        kit,
        project=replace(kit.project, edits=Edits.from_mapping({"w2/deck/short": {ORDER: "3 1 99 x 3"}})),
    )
    names = [name for name, _ in pages(changed) if name.startswith("w2/deck/short/")]
    assert [name.rpartition("/")[2] for name in names[:7]] == ["3", "story", "1", "2", "4", "5", "6"]
    numbers = [page.content["page"] for name, page in pages(changed) if name.startswith("w2/deck/short/")]
    assert numbers[:6] == ["1", "2", "3", "4", "5", "6"]


def test_what_was_left_out_can_be_seen_again(kit: Kit) -> None:
    piece = "w2/deck/short/2"
    out = replace(kit, project=replace(kit.project, edits=Edits.from_mapping({piece: {LEFT_OUT: YES}})))
    assert piece not in [name for name, _ in pages(out)]
    assert piece in [name for name, _ in pages(with_left_out(out))]
    assert with_left_out(kit) is kit


def test_a_background_offers_only_words_that_it_shows(kit: Kit) -> None:
    library = kit.resources.library
    band, field = page_of(kit, "w2/background/side-band"), page_of(kit, "w2/background/quiet-field")
    assert [one.path for one in editable_fields(band, band, library)] == ["head", "text"]
    assert editable_fields(field, field, library) == ()


@pytest.mark.parametrize(
    ("template", "name", "field"),
    [
        ("social/checklist", "entry", "items"),
        ("social/checklist", "head", "head"),
        ("deck/bullets", "item", "items"),
        ("print/flyer", "point.head", "points"),
        ("deck/bullets", "words.hotline", "words.hotline"),
        ("deck/two_columns", "item", "item"),
    ],
)
def test_a_text_of_a_page_leads_to_its_field(kit: Kit, template: str, name: str, field: str) -> None:
    assert field_of_text(template, name, kit.resources.library) == field


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
