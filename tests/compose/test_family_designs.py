"""What a family has of its own and what of its base, in families of a page or two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.compose.decorations import TILES
from htpm_studio.compose.family_templates import FamilyDesign, FamilyDesigns, program_mistakes
from htpm_studio.compose.template import Field, Library, Template, TemplateElement, TemplatePart
from htpm_studio.errors import Problems
from htpm_studio.pieces.families import BASE, Family, FamilyFonts, FamilySpec
from htpm_studio.scene.nodes import FontSource
from htpm_studio.text.fonts import FontPair
from tests.helpers.deck_slides import STYLES

TILE = '<svg viewBox="0 0 10 10"><rect class="quiet" width="10" height="10"/></svg>'
FACE = FontSource("a" * 20, b"", "Acme", True, 700)


def template(name: str, *fields: Field, own: bool = False) -> Template:
    root = TemplateElement("column", {}, "", (TemplateElement("text", {}, "{head}", (), 3),), 2)
    return Template(name, name, ("square", "story"), fields or (Field("head", True, False),), root, "base.xml", own)


PART = TemplatePart("box", {"note": "", "wide": "3"}, (), "parts.xml", 1)
PAGES = {name: template(name) for name in ("social/a", "social/b")}


def said(**more: Any) -> FamilySpec:
    return FamilySpec(1, 1, {"en": "A"}, {"en": "About"}, (), **more)


def base(tmp_path: Path, **more: Any) -> FamilyDesign:
    library = Library(PAGES, {"box": PART}, {"box": PART}, PAGES)
    return FamilyDesign(Family(BASE, tmp_path / "base", said()), library, STYLES, FamilyFonts(), **more)


def design(
    tmp_path: Path, usual: FamilyDesign, files: Mapping[str, str], *, own: bool = False, **more: Any
) -> FamilyDesign:
    """A family with these files over a base; raises Problems where something in it is wrong."""
    folder = tmp_path / "families" / "mine"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    mine = Family("mine", folder, said(**more), own)
    return FamilyDesigns({BASE: usual.family, "mine": mine}, {BASE: usual})["mine"]


def page(name: str = "social/a", fields: str = "head", canvases: str = "square story", root: str = "") -> str:
    tree = root or "<row><text>{head}</text></row>"
    return f'<template id="{name}" canvases="{canvases}" fields="{fields}">{tree}</template>'


def wrong(tmp_path: Path, files: Mapping[str, str], **more: Any) -> list[str]:
    with pytest.raises(Problems) as caught:
        design(tmp_path, base(tmp_path), files, **more)
    return [str(one) for one in caught.value.problems]


@pytest.mark.parametrize("own", [False, True])
def test_a_family_draws_its_own_pages_and_parts_and_has_the_others_from_its_base(tmp_path: Path, own: bool) -> None:
    part = '<parts><part name="box" note="" wide="9" more=""/></parts>'
    usual = base(tmp_path, drawn=frozenset({"social/b"}))
    made = design(tmp_path, usual, {"a.xml": page(), "parts.xml": part}, own=own)
    assert {name: one.file for name, one in made.library.templates.items()} == {
        "social/a": "families/mine/a.xml", "social/b": "base.xml",
    }  # fmt: skip
    assert made.drawn == {"social/a", "social/b"}
    assert made.library.own_parts["box"].defaults["wide"] == "9"
    assert made.library.parts["box"].defaults["wide"] == ("3" if own else "9")
    assert (made.library.below is usual.library) == own
    assert made.library.bundled["social/a"].file == ("base.xml" if own else "families/mine/a.xml")
    assert made.styles == STYLES
    assert made.font_folders == (() if own else (tmp_path / "families" / "mine" / "fonts",))


@pytest.mark.parametrize("own", [False, True])
def test_what_a_family_leaves_open_is_as_in_its_base(tmp_path: Path, own: bool) -> None:
    made = design(tmp_path, base(tmp_path), {f"{TILES}/a.svg": TILE}, own=own)
    tiles = made.tiles
    assert len(tiles) == 1
    usual = base(
        tmp_path, grounds={"a": ("deep",), "b": ("panel",)}, faces=(FACE,), drawings=frozenset({"rise"}), tiles=tiles,
        start="deep", accent="bright", font_folders=(tmp_path,),
    )  # fmt: skip
    (tmp_path / "families" / "mine" / TILES / "a.svg").unlink()
    plain = design(tmp_path, usual, {}, own=own)
    assert (plain.grounds, plain.faces, plain.drawings) == (usual.grounds, usual.faces, usual.drawings)
    assert (plain.tiles, plain.start, plain.accent, plain.font_folders[-1]) == (tiles, "deep", "bright", tmp_path)
    other = design(
        tmp_path, usual, {}, own=own, grounds={"a": ("tint-1",)}, drawings=("none",), start="dark", accent="leaning",
        fonts=FamilyFonts(head=("Archivo-Cond800",)),
    )  # fmt: skip
    assert other.grounds == {"a": ("tint-1",), "b": ("panel",)}
    assert (other.drawings, other.start, other.accent) == (frozenset({"none"}), "dark", "leaning")
    assert other.fonts.head == ("Archivo-Cond800",)


def test_what_the_user_has_put_in_the_place_of_a_page_or_part_stays_there_in_each_family(tmp_path: Path) -> None:
    mine, box = replace(PAGES["social/a"], own=True, file="own.xml"), replace(PART, file="own.xml")
    usual = base(tmp_path)
    library = Library({**PAGES, "social/a": mine}, {"box": PART}, {"box": box, "new": box}, PAGES)
    for own in (False, True):
        made = design(tmp_path, replace(usual, library=library), {"a.xml": page()}, own=own).library
        assert made.templates["social/a"] is mine
        assert (made.own_parts["box"], made.own_parts["new"]) == (box, box)


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize(
    ("files", "more", "mistake"),
    [
        ({"a.xml": page("social/c")}, {}, "There is no template social/c"),
        ({"a.xml": page(fields="sub?", root="<row/>")}, {}, "leaves out head, which the page of its base shows."),
        ({"a.xml": page(canvases="square")}, {}, "it must also cover story"),
        ({"a.xml": page(), "b.xml": page()}, {}, "already has the id social/a"),
        ({"a.xml": "<template"}, {}, "not well-formed XML"),
        ({"parts.xml": '<parts><part name="box" wide=""/></parts>'}, {}, 'The part "box" needs the attribute "note".'),
        ({"styles.toml": "[social]\nbody = { floor = 1 }"}, {}, "The floor of body is below"),
        ({}, {"drawings": ("rise", "rize")}, "There is no drawing rize"),
        ({}, {"grounds": {"a": ("deep", "deap")}}, "deap is not a ground"),
        ({f"{TILES}/a.svg": "<svg/>"}, {}, "A tile is a square."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_family_is_named(
    tmp_path: Path, own: bool, files: Mapping[str, str], more: dict[str, Any], mistake: str
) -> None:
    (found,) = wrong(tmp_path, files, own=own, **more)
    assert mistake in found


def test_trees_of_the_users_families_are_looked_through_when_they_are_read_and_the_programs_when_somebody_asks(
    tmp_path: Path,
) -> None:
    files = {"a.xml": page(root="<row><texd/></row>"), "parts.xml": '<parts><part name="x"><texd/></part></parts>'}
    found = wrong(tmp_path, files, own=True)
    assert len(found) == 2
    assert all("There is no element <texd>" in one for one in found)
    made = design(tmp_path, base(tmp_path), files)
    told = [str(one) for one in program_mistakes({"mine": made})]
    assert sorted(one for one in told if one.startswith("families/")) == sorted(found), "the rest is of pieces"
    assert program_mistakes({"mine": replace(made, family=replace(made.family, own=True))}) == []


PAIR = FontPair("UsualHead", "UsualText", "UsualOffice", "UsualSmall")


@pytest.mark.parametrize(
    ("fonts", "head", "small", "more", "text", "office"),
    [
        (FamilyFonts(head=("A", "B")), "A", "A", ("B",), "UsualText", "UsualOffice"),
        (FamilyFonts(head=("A",), small="S"), "A", "S", (), "UsualText", "UsualOffice"),
        (FamilyFonts(text="T"), "UsualHead", "UsualSmall", (), "T", "UsualOffice"),
        (FamilyFonts(office="Arimo-700", second="N"), "UsualHead", "UsualSmall", (), "UsualText", "Arimo-700"),
    ],
)
def test_a_family_has_a_pair_of_its_own_with_what_it_leaves_open_from_the_usual_one(
    tmp_path: Path, fonts: FamilyFonts, head: str, small: str, more: tuple[str, ...], text: str, office: str
) -> None:
    pair = replace(base(tmp_path), fonts=fonts, faces=(FACE,), font_folders=(tmp_path,)).first_pair(PAIR)
    assert pair is not None
    assert (pair.head, pair.small, pair.more_heads, pair.text, pair.office) == (head, small, more, text, office)
    assert (pair.second, pair.folders, pair.own) == (fonts.second, (tmp_path,), (FACE,))
    assert base(tmp_path).first_pair(PAIR) is None
