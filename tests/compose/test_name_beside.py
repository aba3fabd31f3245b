"""The sender on every piece: a logo about twice as large as it was, its name beside a symbol, and small elsewhere."""

from __future__ import annotations

import datetime as dt
import math
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
from htpm_studio.export.sources.partners import brand_of, mistakes_of, partners_in
from htpm_studio.pieces.model import Paper
from htpm_studio.project.brand_file import open_brand, save_brand
from htpm_studio.project.model import Brand, NameBeside, Project, name_beside_named
from htpm_studio.project.pictures import read_picture
from htpm_studio.project.store import open_project, save_project
from htpm_studio.scene.nodes import Page, Picture, PictureSource, Shape, TextBlock
from htpm_studio.scene.walk import walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import LONG_NAME, motif_and_paper, near
from tests.helpers.lettered import letters
from tests.helpers.sweeps import SLOW, broad, sampled

pytestmark = broad

NAME = "Harbor Legal Aid of the Upper Lakes"
SPELLED = "Volt Youth"
TODAY = dt.date(2026, 11, 27)
CARDS = ("print/card-outside", "print/card-inside", "print/fold-outside", "print/fold-inside")
"""Pieces that a person at risk carries: they name nobody."""
RESOURCES = bundled_resources()
ONCE = ("deck/title", "deck/closing")
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
            if (page.template, page.canvas) not in found and not page.system_fonts:
                composed = compose(page, of.page_inputs)
                assert [one.message for one in composed.findings if one.code == "too-long"] == []
                found[page.template, page.canvas] = composed.page
    return tuple((template, canvas, page) for (template, canvas), page in found.items())


def names(page: Page) -> list[TextBlock]:
    return [node for node in walk(page.nodes) if isinstance(node, TextBlock) and node.name == "org"]


def logos(page: Page) -> list[Picture]:
    return [node for node in walk(page.nodes) if isinstance(node, Picture) and node.name == "logo"]


@pytest.mark.parametrize("language", sampled(("en", "es"), "es"))
@pytest.mark.slow
def test_a_symbol_has_its_name_beside_it_wherever_it_is(language: str) -> None:
    for template, canvas, page in pieces(kit(language=language)):
        assert len(names(page)) == len(logos(page)), (template, canvas)
        for logo, name in zip(logos(page), names(page), strict=True):
            assert not logo.box.overlaps(name.box), (template, canvas)
            assert " ".join(name.text.split()) == NAME


@pytest.mark.slow
def test_prints_and_decks_name_the_sender_in_any_case() -> None:
    of = kit("never", 400)
    for template, canvas, page in pieces(of):
        printed = template.startswith("print/") and template not in CARDS and bool(logos(page))
        if printed or template in ONCE:
            assert [" ".join(one.text.split()) for one in names(page)] == [NAME], (template, canvas)
        elif template.startswith(("social/", "background/")):
            assert names(page) == [], (template, canvas)


@cache
def kit_without_a_logo() -> Kit:
    campaign = bundled_campaign()
    return build_kit(Project(Brand("Neighbors Together"), 2, 2027), campaign, RESOURCES, Options(papers=PAPERS), TODAY)


@cache
def kit_of_a_logo_with_the_name() -> Kit:
    """A kit whose logo has nothing but the name in it."""
    body = letters(SPELLED.upper(), 4, 70, 60, "#12284C")
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 100">{body}</svg>'
    project = Project(Brand(SPELLED, (), read_picture("logo.svg", data.encode())), 2, 2027)
    campaign = bundled_campaign()
    return build_kit(project, campaign, RESOURCES, Options(papers=PAPERS), TODAY)


def test_a_name_that_the_logo_spells_is_not_set_once_more_below_it() -> None:
    made = pieces(kit_of_a_logo_with_the_name(), "print", "deck")
    assert sum(bool(logos(page)) for _, _, page in made) > 20
    for template, canvas, page in made:
        assert names(page) == [], (template, canvas)


def test_a_mark_above_its_name_has_its_left_edge_or_its_middle() -> None:
    for _, _, page in pieces(kit("always", 160), "background/side-band"):
        logo, name = logos(page)[0].box, names(page)[0].box
        assert min(abs(logo.x - name.x), abs(logo.x + logo.width / 2 - name.x - name.width / 2)) <= 2


def test_the_heads_of_the_corner_keep_clear_of_a_flat_logo() -> None:
    for _, _, page in pieces(kit("never", 600), "background/corner-network"):
        logo, points = logos(page)[0].box, motif_and_paper(page)[0]
        assert not any(near(logo, point, 24) for point in points)


def test_cards_for_people_at_risk_name_nobody() -> None:
    seen = 0
    for _, canvas, page in pieces(kit(language="es"), *CARDS):
        seen += 1
        assert (names(page), logos(page)) == ([], []), canvas
    assert seen


@pytest.mark.parametrize(("wide", "least"), [(100, 1.45), (160, 1.45), (400, 1.9), (560, 1.5)])
def test_a_logo_has_about_twice_the_area_of_before(wide: float, least: float) -> None:
    """Before, it was as high as the root of 145 divided by its ratio, 9.2 units at most, and 27 wide in a foot band."""
    ratio = wide / 100
    high = min(max(math.sqrt(145 / ratio), 3.2), 9.2 if ratio < 1.4 else 7.2, 27 / ratio)
    for template, canvas, page in pieces(kit("never", wide), "social"):
        if canvas in ("square", "portrait"):
            box, unit = logos(page)[0].box, 12.0
            assert box.width * box.height / unit**2 >= least * high**2 * ratio, (template, canvas)
            assert box.height >= 3.2 * unit


@pytest.mark.parametrize("canvas", ["square", "portrait", "story"])
def test_a_logo_ten_times_as_wide_as_high_has_a_line_of_its_own_in_a_foot(canvas: str) -> None:
    """Beside the hotline it would be 40 units wide and could not be read on a phone."""
    for template, size, page in pieces(kit("never", 1000), "social"):
        if size == canvas:
            box, unit = logos(page)[0].box, page.size.width / 90
            assert box.width >= 48 * unit, template
            words = [one.box for one in walk(page.nodes) if isinstance(one, TextBlock)]
            assert not any(one.y < box.bottom and one.bottom > box.y for one in words), template


def test_a_flat_logo_is_as_wide_as_a_background_leaves_room() -> None:
    widths = {template: logos(page)[0].box.width for template, _, page in pieces(kit("never", 1000), "background")}
    for template in ("background/quiet-field", "background/photo-wall"):
        assert widths[template] > 1.4 * widths["background/corner-network"], template


def test_a_name_in_place_of_a_logo_is_as_large_as_a_logo_would_be() -> None:
    least = {"deck/title": 30, "deck/closing": 30, "print/flyer": 17, "print/poster": 17, "print/sign-in": 15}
    for template, _, page in pieces(kit_without_a_logo(), *least):
        if template in least and page.size.width < 900:
            assert all(block.style.size >= least[template] for block in names(page)), (template, page.size)


@pytest.mark.parametrize(("wide", "air"), [(500, 0.25), (1400, 0.25), (100, 0.12)])
def test_a_logo_keeps_clear_of_the_edges_of_its_plate(wide: float, air: float) -> None:
    pale = mark(wide, color="#F4F4F0")
    project = Project(Brand(NAME, ("#0B1F4B",), pale, style="calm", name_beside="never"), 1, 2027)
    made = build_kit(project, bundled_campaign(), RESOURCES, Options(papers=PAPERS), TODAY)
    seen = 0
    for template, canvas, page in pieces(made, "social", "deck"):
        shapes = [one.box for one in walk(page.nodes) if isinstance(one, Shape)]
        for logo in logos(page):
            around = [box for box in shapes if box.contains(logo.box, 0.5) and box.height < 2 * logo.box.height]
            for plate in around:
                seen += 1
                assert logo.box.y - plate.y >= air * logo.box.height - 0.1, (template, canvas)
                assert logo.box.x - plate.x >= air * logo.box.height - 0.1, (template, canvas)
    assert seen > 10


@pytest.mark.parametrize("name", ["AB", LONG_NAME, "Мы вместе против торговли людьми"])
def test_any_name_fits_beside_a_symbol(name: str) -> None:
    for template, canvas, page in pieces(kit("always", name=name), "social", "background", "deck"):
        for block in names(page):
            assert page.size.width >= block.box.right, (template, canvas)


# ------------------------------------------------------------------ saying so


def test_the_user_decides_and_else_the_shape_does() -> None:
    answers = {one: name_is_beside(Brand(NAME, (), mark(), name_beside=one)) for one in ("auto", "always", "never")}
    assert answers == {"auto": True, "always": True, "never": False}
    assert not name_is_beside(Brand(NAME, (), mark(400)))
    assert name_is_beside(Brand(NAME, (), mark(400), name_beside="always"))
    assert not name_is_beside(Brand(NAME, name_beside="always"))


def test_the_answer_is_kept_in_kits_and_brand_files_and_older_ones_have_none(tmp_path: Path) -> None:
    brand = Brand(NAME, (), mark(), name_beside="never")
    save_project(Project(brand, 2, 2027), tmp_path / "kit.htpm")
    save_brand(brand, tmp_path / "a.htpmbrand")
    assert open_project(tmp_path / "kit.htpm").brand.name_beside == "never"
    assert open_brand(tmp_path / "a.htpmbrand") == brand
    for old in sorted((Path(__file__).parents[1] / "data" / "projects").rglob("*.htpm"))[:3]:
        assert open_project(old).brand.name_beside == "auto"


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


@pytest.mark.parametrize("family", list(RESOURCES.designs.by_id))
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


@pytest.mark.parametrize("family", list(RESOURCES.designs.by_id))
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
