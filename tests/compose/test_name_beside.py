"""The sender on every piece: a logo about twice as large as it was, its name beside a symbol, and small elsewhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from htpm_studio.cli.commands import app
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Kit, Options, build_kit, name_is_beside
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.export.sources.partners import brand_of, mistakes_of
from htpm_studio.pieces.model import Paper
from htpm_studio.project.model import Brand, NameBeside, Project, name_beside_named
from htpm_studio.project.pictures import read_picture
from htpm_studio.scene.nodes import Page, Picture, PictureSource, TextBlock
from htpm_studio.scene.walk import walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import LONG_NAME
from tests.helpers.lettered import letters
from tests.helpers.partner_lists import partners_in
from tests.helpers.sweeps import SLOW, broad, sampled

pytestmark = broad

NAME = "Harbor Legal Aid of the Upper Lakes"
SPELLED = "Volt Youth"
TODAY = dt.date(2026, 11, 27)
CARDS = ("print/card-outside", "print/card-inside", "print/fold-outside", "print/fold-inside")
"""Pieces that a person at risk carries: they name nobody."""
RESOURCES = bundled_resources()
PAPERS: tuple[Paper, ...] = ("letter", "a4") if SLOW else ("letter",)


def mark(wide: float = 100, high: float = 100, color: str = "#12284C") -> PictureSource:
    body = f'<ellipse cx="{wide / 2}" cy="{high / 2}" rx="{wide / 2}" ry="{high / 2}" fill="{color}"/>'
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}">{body}</svg>'
    return read_picture("logo.svg", data.encode())


@cache
def kit(beside: NameBeside = "auto", wide: float = 100, name: str = NAME, language: str = "en") -> Kit:
    campaign = bundled_campaign(language)
    brand = Brand(name, (), mark(wide), name_beside=beside)
    project = Project(brand, 2, 2027, language=language)
    return build_kit(project, campaign, RESOURCES, Options(papers=PAPERS), TODAY)


Pieces = tuple[tuple[str, str, Page], ...]


def pieces(of: Kit, *wanted: str) -> Pieces:
    """One page of every template and size, or of the templates whose names begin with one of these."""
    return of.cached(("one page of each", wanted), lambda: composed_pages(of, wanted or ("",)))


def composed_pages(of: Kit, wanted: tuple[str, ...]) -> Pieces:
    found: dict[tuple[str, str], Page] = {}
    for spec in plan(of):
        asked = [page for page in spec.pages if page.template.startswith(wanted)] if not spec.plain else []
        for page in pages_of(replace(spec, pages=tuple(asked)), of.page_inputs) if asked else ():
            if (page.template, page.canvas) not in found and page.fonts != "system":
                composed = compose(page, of.page_inputs)
                assert [one.message for one in composed.findings if one.code == "too-long"] == []
                found[page.template, page.canvas] = composed.page
    return tuple((template, canvas, page) for (template, canvas), page in found.items())


def names(page: Page) -> list[TextBlock]:
    return [node for node in walk(page.nodes) if isinstance(node, TextBlock) and node.name == "org"]


def logos(page: Page) -> list[Picture]:
    return [node for node in walk(page.nodes) if isinstance(node, Picture) and node.name == "logo"]


@cache
def kit_of_a_logo_with_the_name() -> Kit:
    """A kit whose logo has nothing but the name in it."""
    body = letters(SPELLED.upper(), 4, 70, 60, "#12284C")
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 100">{body}</svg>'
    project = Project(Brand(SPELLED, (), read_picture("logo.svg", data.encode())), 2, 2027)
    campaign = bundled_campaign()
    return build_kit(project, campaign, RESOURCES, Options(papers=PAPERS), TODAY)


def test_a_name_that_the_logo_spells_is_not_set_once_more_below_it() -> None:
    made = pieces(kit_of_a_logo_with_the_name(), "print")
    assert sum(bool(logos(page)) for _, _, page in made) > 5
    for template, canvas, page in made:
        assert names(page) == [], (template, canvas)


def test_cards_for_people_at_risk_name_nobody() -> None:
    seen = 0
    for _, canvas, page in pieces(kit(language="es"), *CARDS):
        seen += 1
        assert (names(page), logos(page)) == ([], []), canvas
    assert seen


# ------------------------------------------------------------------ saying so


def test_the_user_decides_and_else_the_shape_does() -> None:
    answers = {one: name_is_beside(Brand(NAME, (), mark(), name_beside=one)) for one in ("auto", "always", "never")}
    assert answers == {"auto": True, "always": True, "never": False}
    assert not name_is_beside(Brand(NAME, (), mark(400)))
    assert name_is_beside(Brand(NAME, (), mark(400), name_beside="always"))
    assert not name_is_beside(Brand(NAME, name_beside="always"))


def test_the_list_of_organizations_has_a_column_for_it(tmp_path: Path) -> None:
    table = partners_in("organization,name beside\nA,Always\nB,\nC,perhaps\n", tmp_path)
    assert table.unused == ()
    assert [brand_of(row, tmp_path).name_beside for row in table.rows[:2]] == ["always", "auto"]
    (mistake,) = mistakes_of(table.rows[2], tmp_path, (2,), (2,))
    assert mistake.field == "name_beside"
    assert "always" in mistake.hint


def test_words_that_mean_nothing_are_refused() -> None:
    assert name_beside_named(" Never ") == "never"
    with pytest.raises(InputError, match="beside the logo"):
        name_beside_named("maybe")
    result = CliRunner().invoke(app, ["export", "--org", "A", "--week", "2", "--name-beside", "maybe"])
    assert result.exit_code != 0
    assert "always or never" in " ".join(result.output.split())


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_proclamation_is_one_page_with_mark_and_long_name_in_its_middle(language: str) -> None:
    of = kit("auto", 30, LONG_NAME, language)
    specs = [spec for spec in plan(of) if any(page.template == "print/proclamation" for page in spec.pages)]
    assert specs
    for spec in specs:
        (one,) = pages_of(spec, of.page_inputs)
        page = compose(one, of.page_inputs).page
        (logo,) = logos(page)
        (name,) = [block for block in names(page) if block.text.replace("\xa0", " ") == LONG_NAME]
        left, right = logo.box.x, page.size.width - (name.box.x + name.box.width)
        assert left > 0.1 * page.size.width
        assert left == pytest.approx(right, abs=0.02 * page.size.width)


LONGER = "Northern Cumberland Valley Interfaith Coalition for the Prevention of Human Trafficking and Exploitation"
PLACES = ("deck/title", "deck/closing", "deck/full_photo", "print/bookmark-back", "print/sign-in", "print/certificate")


@pytest.mark.parametrize("family", sampled(RESOURCES.designs.by_id, "quilt"))
def test_a_name_of_104_letters_is_below_a_wide_logo_before_its_letters_get_too_small(family: str) -> None:
    brand = Brand(LONGER, (), mark(1200, 180), name_beside="always", family=family)
    of = build_kit(Project(brand, 3, 2027), bundled_campaign(), RESOURCES, Options(papers=PAPERS), TODAY)
    floors = {template: 13.0 if template.startswith("deck/") else 7.5 for template in PLACES}
    shown = [(template, page) for template, _, page in pieces(of, *PLACES, "print/table-tent")]
    assert {template for template, _ in shown} >= {*PLACES}
    for template, page in shown:
        (name,) = names(page)
        assert name.style.size >= floors.get(template, 7.0) - 0.01, template
        assert " ".join(name.text.split()) == LONGER
        (logo,) = logos(page)
        assert not logo.box.overlaps(name.box), template
        assert logo.box.height >= 0.75 * name.style.size, template


@pytest.mark.parametrize("family", sampled(RESOURCES.designs.by_id, "broadside"))
def test_words_of_thirty_letters_and_capitals_are_whole_on_backgrounds_and_stories(family: str) -> None:
    for name, wanted in (
        ("Interdenominationalcommunities Antitraffickingcoordinations", ("background/",)),
        ("GREATER CUMBERLAND VALLEY COALITION AGAINST HUMAN TRAFFICKING", ("social/steps", "social/help")),
    ):
        project = Project(Brand(name, family=family), 1, 2027, language="es")
        of = build_kit(project, bundled_campaign("es"), RESOURCES, Options(papers=PAPERS), TODAY)
        shown = pieces(of, *wanted)
        assert shown
        for template, canvas, page in shown:
            (said,) = names(page)
            words = {word for line in said.lines for word in line.text.split()}
            assert words == set(name.split()), (template, canvas)
