"""What a page has no room for is named in the words of its user, in every size, and no alarm is false."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG
from htpm_studio.compose.template import Library
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.editable import editable_fields
from htpm_studio.export.kit.edits import TEMPLATE, with_value
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit, load_resources
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.found_on import found_on, sizes_of
from htpm_studio.export.pages.page_builder import PageBuilder, compose, judge, pages_of
from htpm_studio.export.pages.social import social_specs
from htpm_studio.export.preflight.report import preflight
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.export.run.exporter import general_findings
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.families import BASE
from htpm_studio.pieces.model import Paper
from htpm_studio.pieces.sizes import Medium
from htpm_studio.project.model import Brand, Edits, NameBeside, Project
from htpm_studio.scene.nodes import Page, Picture, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools
from tests.helpers.marks import mark
from tests.helpers.print_specs import sizes_of_piece
from tests.helpers.sweeps import SLOW, broad, sampled

SIZES = tuple(size.id for size in page_sizes().of("social"))
NAMES = tuple(str(size.name) for size in page_sizes().of("social"))
PIECE = "w2/social/w2-rules-protect"
NAME = (
    "Harbor Light Community Services of the Greater Northern Lakes Region "
    "and Its Friends and Families Everywhere Together Foundation"
)
HEAD = "Four in five people never get help in time to stop it"
SUB = "On the job, worry may look like missed shifts, short tempers, slow work, or somebody tired from morning."
PLAIN = Edits()
PAPERS: tuple[Paper, ...] = ("letter", "a4") if SLOW else ("letter",)
CAMPAIGNS = {language: bundled_campaign(language) for language in ("en", "es")}


@pytest.fixture(scope="module")
def resources() -> Resources:
    return bundled_resources()


def kit_of(
    resources: Resources, edits: Edits = PLAIN, name: str = NAME[:31], language: str = "en", *media: Medium
) -> Kit:
    project = Project(Brand(name), 2, 2027, language=language, edits=edits)
    options = Options(media or ("social", "print"), PAPERS)
    return build_kit(project, CAMPAIGNS[language], resources, options, dt.date(2026, 11, 27))


def said(sub: str = SUB, head: str = HEAD) -> Edits:
    own = Edits().changed(PIECE, TEMPLATE, "social/statement")
    return own.changed(PIECE, "head", head).changed(PIECE, "sub", sub)


def pages(kit: Kit) -> tuple[PageSpec, ...]:
    return sizes_of([spec.pages[0] for spec in social_specs(kit) if spec.piece == PIECE])


def found(kit: Kit) -> dict[str, list[tuple[str, str]]]:
    return {size: [(one.code, one.field) for one in here] for size, here in found_on(kit, pages(kit), _go_on).items()}


def _go_on() -> None:
    """Nobody stops the measuring."""


# ------------------------------------------------------------------ what is left out


def test_a_text_that_is_left_out_is_named_with_every_size(resources: Resources) -> None:
    kit = kit_of(resources, said(f"{SUB} {SUB}"), NAME[:31], "en", "social")
    assert found(kit) == {size: [(LEFT_OUT, "sub")] for size in SIZES}
    for page in pages(kit):
        made = compose(page, kit.page_inputs)
        assert SUB not in " ".join(block.text for block in texts(made.page))
        assert made.findings == judge(page, kit.page_inputs)
        assert str(made.findings[0].message).startswith("“Line below” is left out of “Four in five people never")
    report = preflight(kit, bundled_tools())
    (check,) = [check for check in report.checks if check.code == LEFT_OUT]
    assert (check.piece, check.field, check.group) == (PIECE, "sub", "look")
    assert f"is left out for lack of room: {', '.join(NAMES)}." in check.sentence
    assert not check.simple, "own words are never taken away with all simple fixes"
    assert check.fixes[1].changes[0].field == "sub"


@broad
@pytest.mark.parametrize(
    ("family", "week"),
    list(itertools.product(bundled_resources().designs.by_id, range(1, 6))) if SLOW else [("quilt", 2)],
)
def test_each_text_of_a_post_that_is_far_too_long_is_shown_whole_or_named_in_each_size(family: str, week: int) -> None:
    project = Project(Brand(NAME[:31], family=family), week, 2027)
    kit = build_kit(project, CAMPAIGNS["en"], bundled_resources(), Options(("social",)), dt.date(2026, 11, 27))
    for page in (page for spec in social_specs(kit) for page in spec.pages):
        usual = {part.path for block in texts(compose(page, kit.page_inputs).page) for part in block.written}
        for field in editable_fields(page, page, kit.resources.library):
            path = field.path if field.kind == "line" else f"{field.path}.0"
            if path not in usual:
                continue  # The design does not show it in this size, which the list of all words says.
            words = [f"longer{number}word" for number in range(max(40, 2 * field.limit) // 10)]
            content = with_value(page.content, path, " ".join(words))
            made = compose(replace(page, content=content), kit.page_inputs)
            shown = " ".join(block.text for block in texts(made.page))
            named = any(finding.code in (LEFT_OUT, TOO_LONG) for finding in made.findings)
            assert named or all(word in shown for word in words), (page.template, page.canvas, path)


# ------------------------------------------------------------------ no false alarm


def troubles(kit: Kit) -> Iterator[Diagnostic]:
    for spec in print_specs(kit):
        for page in pages_of(spec, kit.page_inputs):
            yield from judge(page, kit.page_inputs)


@broad
@pytest.mark.parametrize(("letters", "language"), sampled([(31, "en"), (120, "en"), (60, "es")], (120, "en")))
def test_a_name_of_any_length_fits_every_print_piece(resources: Resources, letters: int, language: str) -> None:
    kit = kit_of(resources, PLAIN, NAME[:letters].strip(), language, "print")
    assert [(one.code, one.field) for one in troubles(kit) if one.field != "eyebrow"] == []


LONG = "Northern Lakes Regional Council for the Prevention of Human Trafficking and Its Harms"
LONGEST = "Consejo Regional de los Lagos del Norte para la Prevención de la Trata de Personas y el Apoyo a Familias"
TALL, WIDE, FLAT = ((60, 400), (120, 400)), (400, 100), (1000, 90)
SHAPES: tuple[tuple[int, int] | None, ...] = (*TALL, (100, 100), WIDE, FLAT, None)


def outside(page: Page) -> list[str]:
    """Names and logos that are not whole on their page, and names that lie on their logo."""
    own = [node for node in walk(page.nodes) if isinstance(node, Picture | TextBlock) and node.name in ("org", "logo")]
    whole = Box(-0.1, -0.1, page.size.width + 0.2, page.size.height + 0.2)
    gone = [one.name for one in own if one.box.x < whole.x or one.box.y < whole.y]
    gone += [one.name for one in own if one.box.right > whole.right or one.box.bottom > whole.bottom]
    return gone + [
        "on each other"
        for one, other in itertools.combinations([node.box for node in own], 2)
        if min(one.right, other.right) - max(one.x, other.x) > 1
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 1
    ]


@broad
@pytest.mark.parametrize(
    ("family", "shape", "beside"),
    list(itertools.product(bundled_resources().designs.by_id, SHAPES, ("auto", "always")))
    if SLOW
    else [(BASE, TALL[0], "always"), ("broadside", FLAT, "auto"), ("quilt", WIDE, "always"), (BASE, None, "auto")],
)
def test_a_name_of_104_letters_is_whole_with_any_logo_on_everything_of_every_family(
    family: str, shape: tuple[int, int] | None, beside: NameBeside
) -> None:
    brand = Brand(LONGEST, (), mark(*shape) if shape else None, name_beside=beside, family=family)
    project = Project(brand, 3, 2027, language="es")
    options = Options() if SLOW else Options(("deck", "background"))
    kit = build_kit(project, bundled_campaign("es"), bundled_resources(), options, dt.date(2026, 11, 25))
    builder, named = PageBuilder(), set()
    for spec in plan(kit):
        for page in () if spec.repeats else spec.pages:
            composed = builder.compose(page, kit.page_inputs)
            assert [one.message for one in composed.findings if one.field in ("org", "hotline.number")] == []
            assert outside(composed.page) == [], (spec.path, page.info.name)
            named |= {node.name for node in walk(composed.page.nodes) if isinstance(node, Picture | TextBlock)}
    assert "logo" in named if shape else "org" in named


@pytest.mark.parametrize("shape", [(60, 400), (100, 100), FLAT, None])
@pytest.mark.parametrize("family", list(bundled_resources().designs.by_id))
def test_a_long_name_alone_or_beside_any_mark_has_room_on_a_table_tent(
    family: str, shape: tuple[int, int] | None
) -> None:
    logo = mark(*shape) if shape else None
    brand = Brand(LONG, (), logo, name_beside="always" if shape != FLAT else "auto", family=family)
    project = Project(brand, 2, 2027, language="es")
    kit = build_kit(project, bundled_campaign("es"), bundled_resources(), Options(), dt.date(2026, 11, 27))
    specs = [spec for spec in print_specs(kit) if spec.id.startswith("print/table-tent")]
    tents = {page.canvas: page for spec in specs for page in pages_of(spec, kit.page_inputs)}
    assert set(tents) == sizes_of_piece("print/table-tent")
    for page in tents.values():
        assert [one.message for one in compose(page, kit.page_inputs).findings] == []


def test_a_name_that_does_not_fit_is_called_a_name(resources: Resources) -> None:
    kit = kit_of(resources, PLAIN, "Incomprehensibilities" * 5, "en", "print")
    found = [one for one in troubles(kit) if one.code == TOO_LONG]
    assert found
    assert {str(one.message).partition("”")[0] for one in found} == {"“Name of your organization"}
    assert all("Use a short form of the name" in one.message for one in found)


# ------------------------------------------------------------------ templates and sizes


def with_own(folder: Path, tree: str, canvases: str, name: str = "social/mine") -> Resources:
    text = f'<template id="{name}" title="Mine" canvases="{canvases}" fields="head sub?">{tree}</template>'
    (folder / "mine.xml").write_text(text, encoding="utf-8")
    return load_resources(replace(paths.folders(), own_templates=folder))


SIMPLE = '<column ground="deep" padding="6"><text style="title" max-lines="5" tag="H1">{head}</text></column>'


def test_a_template_for_one_size_leaves_the_others_their_design_and_that_is_said(tmp_path: Path) -> None:
    edits = Edits().changed(PIECE, TEMPLATE, "social/mine")
    kit = kit_of(with_own(tmp_path, SIMPLE, "square"), edits, NAME[:31], "en", "social")
    own = {page.canvas: page.template for page in pages(kit)}
    assert own == {size: "social/mine" if size == "square" else "social/statement" for size in SIZES}
    for page in pages(kit):
        made = compose(page, kit.page_inputs)
        assert "A labor law protects people" in " ".join(" ".join(block.text.split()) for block in texts(made.page))
        assert made.findings == ()
    (finding,) = [one for one in general_findings(kit) if one.code == "partly-chosen"]
    others = ", ".join(name for name in NAMES if name != "Square")
    sentence = f"Your template “Mine” is for Square; these sizes keep the design of the kit: {others}."
    assert (finding.message, finding.piece) == (sentence, PIECE)
    report = preflight(kit, bundled_tools())
    assert [check.sentence for check in report.checks if check.code == "partly-chosen"] == [sentence]


def test_a_template_that_hides_its_headline_in_a_size_is_refused_when_it_is_read(tmp_path: Path) -> None:
    tree = SIMPLE.replace("<text ", '<text when="square" ')
    library: Library = with_own(tmp_path, tree, "square story").library
    assert "social/mine" not in library.templates
    assert "It needs head but does not show it on pages of the size story." in str(library.problems[0])
