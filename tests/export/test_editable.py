"""Which texts of a piece can be edited, how lists are kept as edits, and which templates suit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from htpm_studio.export.catalogue import CATALOGUE
from htpm_studio.export.editable import (
    Editable,
    editable_fields,
    field_of_text,
    list_edits,
    variants,
    with_left_out,
    without_words,
)
from htpm_studio.export.edits import LEFT_OUT, ORDER, YES
from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.export.page_builder import compose
from htpm_studio.export.specs import PageSpec
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
        for order in piece.orders(kit):
            # the slides of the brand template are of other pieces, or samples that nobody edits
            for page in order.pages if order.format != "potx" else ():
                yield page.piece or order.piece, page


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
    order = [name for name, _ in pages(changed) if name.startswith("w2/deck/short/")]
    assert [name.rpartition("/")[2] for name in order[:6]] == ["3", "1", "2", "4", "5", "6"]
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
