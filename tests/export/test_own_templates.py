"""The user's own templates: they add to the program's or stand in their place, and a broken one stops nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.compose.motif import MOST_NODES
from htpm_studio.compose.schema import ELEMENTS, complaint
from htpm_studio.compose.styles import read_style_sheet
from htpm_studio.compose.template import Library
from htpm_studio.compose.template_library import load_library
from htpm_studio.errors import StudioError
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.editable import editable_fields, variants
from htpm_studio.export.kit.edits import TEMPLATE
from htpm_studio.export.kit.feed_mix import compositions_of
from htpm_studio.export.kit.kit import Kit, Options, build_kit, load_resources
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.social import editable_specs, social_specs
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.export.run.exporter import general_findings
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_campaign
from tests.helpers.sweeps import cases

PIECE = "w2/social/w2-rights"
CANVASES = "square portrait story landscape"
STYLES = read_style_sheet(paths.templates() / "styles.toml").names()
CAMPAIGN = bundled_campaign()
TREE = (
    '<column ground="deep" padding="6"><text style="title" max-lines="5" min="0.6" tag="H1">{head}</text>'
    '<text style="body" max-lines="4">{sub}</text><column grow="1"/></column>'
)


def template(name: str, tree: str = TREE, fields: str = "head sub?", canvases: str = CANVASES) -> str:
    return f'<template id="{name}" title="Mine" canvases="{canvases}" fields="{fields}">\n{tree}\n</template>'


def library(folder: Path, **files: str | bytes) -> Library:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_library(paths.templates(), STYLES, folder)


def kit_with(folder: Path, **choices: str) -> Kit:
    edits = Edits()
    for piece, name in choices.items():
        edits = edits.changed(piece, TEMPLATE, name)
    resources = load_resources(replace(paths.folders(), own_templates=folder))
    return build_kit(
        Project(Brand("Riverbend"), 2, 2027, edits=edits), CAMPAIGN, resources, Options(), date(2027, 1, 3)
    )


def page_of(kit: Kit) -> PageSpec:
    return next(spec for spec in social_specs(kit) if spec.piece == PIECE).pages[0]


# ------------------------------------------------------------------ reading


def test_files_add_templates_or_replace_them_by_id(tmp_path: Path) -> None:
    usual = load_library(paths.templates(), STYLES)
    found = library(tmp_path, social__new=template("social/new"), anywhere=template("social/statement"))
    assert not found.problems
    assert set(found.templates) - set(usual.templates) == {"social/new"}
    assert found.templates["social/statement"].own
    assert found.templates["social/statement"].file == "anywhere.xml"
    assert found.bundled == usual.templates
    assert load_library(paths.templates(), STYLES, tmp_path / "nowhere") == usual


def test_the_programs_templates_keep_its_parts(tmp_path: Path) -> None:
    parts = '<parts><part name="foot-band"><column ground="deep" height="9"/></part></parts>'
    found = library(tmp_path, bits=parts, a=template("social/new", '<column><foot-band edge="0.2 line"/></column>'))
    assert [str(problem) for problem in found.problems] == ['a.xml:2: <foot-band> has no attribute "edge".']
    assert found.parts["foot-band"].file == "parts.xml"
    assert found.own_parts["foot-band"].file == "bits.xml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (template("social/a", '<column ground="pannel"/>'), 'a.xml:2: ground="pannel" is not a ground'),
        (template("social/a", '<column><text size="0">{head}</text></column>'), "must be between 0.5 and 120"),
        (template("social/a", f'<column width="{"9" * 1900}x"/>'), "is not a number"),
        (template("social/a", '<column><drawing recipe="spiral"/></column>'), 'recipe="spiral" is not a value'),
        (template("../../a"), "cannot be the id of a template. Write background/, copy/, deck/"),
        (template("social/a", canvases="letter"), "social/ has no pages of the size letter"),
        (template("social/statement", canvases="square"), "must also cover portrait story landscape"),
        (template("social/statement", fields="head sub"), "does not have sub everywhere. Write sub? in fields"),
        (template("print/resource-list", canvases="letter a4"), "needs boxes with these names: row, rows"),
        (template("social/a", fields="Head"), '"Head" is not the name of a field'),
        ('<parts><part name="me"><row><me/></row></part></parts>', 'a.xml:1: The part "me" contains itself'),
        ("<column/>", "not <template> or <parts>"),
        ("<template", "a.xml:1: This is not well-formed XML"),
        ('<!DOCTYPE a [<!ENTITY b "bbbb">]><template id="&b;"/>', "Remove the <!DOCTYPE> line"),
        ("<row>" * 60 + "</row>" * 60, "nested more than 40 deep"),
        (f"<parts>{'<row/>' * 3000}</parts>", "more than 2000 elements"),
        (template("social/a", f"<column><text>{'a' * 3000}</text></column>"), "longer than 2000 letters"),
        (" " * 250_000, "larger than 200 kB"),
        ("é".encode("latin-1"), "not UTF-8 text. Save it in your editor as UTF-8"),
        (template("social/a").encode("utf-16"), "not UTF-8 text"),
    ],
)
def test_a_broken_file_is_named_and_alone_left_out(tmp_path: Path, text: str | bytes, said: str) -> None:
    found = library(tmp_path, a=text, good=template("social/good"))
    assert said in "\n".join(map(str, found.problems))
    assert "social/good" in found.templates
    assert all(not one.own for name, one in found.templates.items() if name != "social/good")


def test_a_folder_with_too_much_in_it_is_read_as_far_as_it_may(tmp_path: Path) -> None:
    files = {f"d1__d2__d3__d4__d5__n{number}": "<row/>" for number in range(2)}
    many = {f"n{number:03}": template(f"social/n{number}") for number in range(203)}
    found = library(tmp_path, **files, **many)
    assert sum(one.own for one in found.templates.values()) == 200
    assert ["more than 200 templates" in str(problem) for problem in found.problems] == [True]


# ------------------------------------------------------------------ using


def test_a_new_template_serves_in_every_kind_of_file(tmp_path: Path) -> None:
    library(tmp_path, a=template("social/new", fields="head sub? badge?"), b=template("deck/new", canvases="slide"))
    kit = kit_with(tmp_path, **{PIECE: "social/new", "w2/deck/short/2": "deck/new"})
    page = page_of(kit)
    assert page.template == "social/new"
    assert {"social/new", "social/statement"} <= set(variants(page, kit.resources.library))
    fields = {field.name: field.limit for field in editable_fields(page, page, kit.resources.library)}
    assert fields == {"head": 60, "sub": 110, "badge": 60}
    slides = next(editable_specs(kit))
    data = render_file(replace(slides, pages=slides.pages[:2]), kit.inputs, JobContext()).data
    assert data.startswith(b"PK")
    blocks = {block.slot: block for block in texts(compose(page, kit.page_inputs).page) if block.slot}
    assert set(blocks) <= {"title", "body"}
    layouts = next(iter(deck_specs(kit))).layouts
    assert [one.content["head"] for one in layouts if one.template == "deck/new"] != [""]


def test_a_template_that_cannot_be_drawn_is_named_and_another_stands_in(tmp_path: Path) -> None:
    wild = '<column><for each="words" as="a"/><text size="{head}">{head}</text></column>'
    poster = template("print/poster", wild, "head", "letter a4 tabloid a3")
    library(tmp_path, a=template("social/statement", wild), b=poster, c=template("social/new", wild))
    kit = kit_with(tmp_path, **{PIECE: "social/new"})
    plain = kit_with(tmp_path / "none")
    pages = [spec.pages[0] for spec in (*social_specs(kit), *print_specs(kit)) if not spec.sheet]
    usual = [spec.pages[0] for spec in (*social_specs(plain), *print_specs(plain)) if not spec.sheet]
    seen = set()
    for page, other in zip(pages, usual, strict=True):
        mine = page.canvas in kit.resources.library.templates[page.template].canvases
        if mine and page.template in ("social/statement", "print/poster", "social/new"):
            composed = compose(page, kit.page_inputs)
            seen.add(page.template)
            same = replace(other, template=page.usual, content={**other.content, "ground": page.content.get("ground")})
            assert composed.page == compose(same, plain.page_inputs).page
            assert composed.findings[0].code == "own-template"
            assert "line 2: size=" in composed.findings[0].message
    assert {"print/poster", "social/new"} <= seen


def test_boxes_that_multiply_are_stopped(tmp_path: Path) -> None:
    many = "".join(f'<part name="p{at}">{f"<p{at + 1}/>" * 9}</part>' for at in range(8))
    library(tmp_path, parts=f'<parts>{many}<part name="p8"><row/></part></parts>',
            a=template("social/new", "<column><text>{head}</text><p0/></column>"))  # fmt: skip
    kit = kit_with(tmp_path, **{PIECE: "social/new"})
    message = compose(page_of(kit), kit.page_inputs).findings[0].message
    assert "The page has more than" in message
    assert "boxes." in message


def test_a_kit_that_chose_a_template_of_another_computer_says_so(tmp_path: Path) -> None:
    kit = kit_with(tmp_path, **{PIECE: "social/elsewhere"})
    assert page_of(kit).template in compositions_of("social/help")
    found = [finding for finding in general_findings(kit) if finding.code == "no-template"]
    assert [finding.piece for finding in found] == [PIECE]
    assert "social/elsewhere is not on this computer" in found[0].message


# ------------------------------------------------------------------ anything at all


VALUES = st.sampled_from([
    "0", "1", "0.001", "99", "-400", "400", "{head}", "{items}", "{index}", "", "true", "x", "1 2 3 4", "0.5 line",
    "none", "deep", "title", "H1", "row", "- 0 0 -", "400 400 400 400", "0.5", "bridge", "{picture}", "9" * 40,
])  # fmt: skip
ATTRIBUTES = st.sampled_from(sorted({name for names in ELEMENTS.values() for name in names}))
BOXES = st.recursive(
    st.tuples(st.sampled_from(["text", "picture", "logo", "icon", "drawing", "qr", "scrim", "eyebrow", "field"]),
              st.dictionaries(ATTRIBUTES, VALUES, max_size=4), st.just(())),
    lambda inner: st.tuples(st.sampled_from(["row", "column", "for"]), st.dictionaries(ATTRIBUTES, VALUES, max_size=3),
                            st.lists(inner, max_size=4)),
    max_leaves=12,
)  # fmt: skip


def written(box: tuple[str, dict[str, str], list[object]]) -> str:
    tag, attributes, children = box
    known = ELEMENTS.get(tag, {})
    allowed = {
        name: value
        for name, value in attributes.items()
        if name in known and ("{" in value or complaint(value, known[name], frozenset(STYLES)) is None)
    }
    inside = "".join(written(child) for child in children)  # type: ignore[arg-type]
    given = "".join(f' {name}="{value}"' for name, value in allowed.items())
    return f"<{tag}{given}>{'{head}' if tag == 'text' else inside}</{tag}>"


@given(st.lists(BOXES, min_size=1, max_size=3))
@cases(60)
def test_whatever_a_file_says_a_page_comes_out(tmp_path_factory: pytest.TempPathFactory, boxes: list[object]) -> None:
    folder = tmp_path_factory.mktemp("own")
    tree = f"<column>{''.join(written(box) for box in boxes)}<text>{{head}}</text></column>"  # type: ignore[arg-type]
    found = library(folder, a=template("social/new", tree, "head sub? items[]? picture?"))
    assume(not found.problems)
    kit = replace(KIT, resources=replace(KIT.resources, library=found))
    for page in PAGES:
        try:
            done = compose(replace(page, template="social/new"), kit.page_inputs)
        except StudioError as error:
            pytest.fail(str(error))
        render_page(done.page, 0.05)


@pytest.mark.parametrize(
    "tree",
    [
        '<drawing recipe="whisper" layer="-400 -400 -400 -400" links="1" pitch="1.5"/>',
        '<drawing recipe="link" layer="- 0 0 -" width="1" height="100"/>',
        '<logo lines="9" name-height="0.1"/>',
        '<text max-lines="0.5">{head}</text>',
    ],
)
def test_odd_values_give_a_page_of_a_bounded_size(tmp_path: Path, tree: str) -> None:
    """A lattice far larger than its page took six seconds; a strand without a length could not be drawn."""
    found = library(tmp_path, a=template("social/new", f"<column>{tree}</column>", "head? sub? items[]? picture?"))
    assert not found.problems
    kit = replace(KIT, resources=replace(KIT.resources, library=found))
    done = compose(replace(PAGES[0], template="social/new"), kit.page_inputs)
    assert 1 <= len(list(walk(done.page.nodes))) < 3 * MOST_NODES


KIT = kit_with(Path("nowhere"))
PAGES = tuple(spec.pages[0] for spec in social_specs(KIT) if spec.pages[0].canvas in ("square", "landscape"))[:3]
