"""Video-call backgrounds: how large the logo is, what a saved project says of it, and where it must never be."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageChops

from htpm_studio.compose.theme import PageTheme
from htpm_studio.export.kit.edits import LOGO, NO_SIDE, SIDE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.backgrounds import background_specs, largest_logo
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.project.pictures import load_logo
from htpm_studio.project.store import open_project, save_project
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Page, Picture, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import crossing
from tests.helpers.marks import mark
from tests.helpers.social_pages import BACKGROUNDS, LOGO_BOXES, LOOKS, PERSON, WALL, logo_box, made

BAND = "w2/background/side-band"
CORNER = "w2/background/corner-network"
DOCS = Path(__file__).resolve().parents[2] / "docs"


def project(**edits: str) -> Project:
    logo = load_logo(DOCS / "sample-logo.svg")
    own = Edits.from_mapping({BAND: {LOGO: edits["logo"]}}) if edits else Edits()
    return Project(Brand("Riverbend", logo=logo), 2, 2027, edits=own)


def kit_of(of: Project) -> Kit:
    campaign = bundled_campaign()
    return build_kit(of, campaign, bundled_resources(), Options(), dt.date(2026, 11, 25))


def logo_of(page: Page) -> Box | None:
    return next((n.box for n in walk(page.nodes) if isinstance(n, Picture) and n.name == "logo"), None)


@pytest.mark.parametrize("kind", list(LOOKS))
@pytest.mark.parametrize("template", BACKGROUNDS)
def test_a_logo_of_any_size_stays_in_its_box(template: str, kind: str) -> None:
    for side in LOGO_BOXES:
        room = logo_box(side, LOOKS[kind], template)
        sizes: list[float] = []
        for size in ("0.6", "1", "1.6", "3"):
            page, letters = drawn(template, side, LOOKS[kind], size)
            plates = [n.box for n in walk(page.nodes) if getattr(n, "name", "") in ("logo", "logo plate")]
            names = [block.box for block in texts(page) if block.name == "org"]
            assert all(room.contains(box, 0.5) and not box.overlaps(PERSON) for box in (*plates, *names))
            box = logo_of(page)
            sizes.append(box.width if box else letters)
        assert sizes == sorted(sizes)
        assert kind == "nobody" or sizes[0] < sizes[1] or kind == "80 capitals"


def drawn(template: str, side: str, look: PageTheme, size: str) -> tuple[Page, float]:
    """A background with a logo that much larger, and the size of the letters of the name in its place."""
    composed = made(template, "background", WALL | {"right": side == "right", "logo_size": size}, look)
    assert composed.findings == ()
    letters = [block.style.size for block in texts(composed.page) if block.name == "org"]
    return composed.page, letters[0] if letters else 0.0


def test_a_background_without_a_logo_is_one_file_that_names_nobody(tmp_path: Path) -> None:
    file = tmp_path / "kit.htpm"
    edits = Edits.from_mapping({BAND: {SIDE: NO_SIDE}, CORNER: {SIDE: "nowhere"}})
    save_project(replace(project(logo="1"), edits=edits), file)
    kit = kit_of(open_project(file))
    specs = list(background_specs(kit))
    assert len(specs) == 2 * len(pieces().of("background")) - 1
    (spec,) = (one for one in specs if one.piece == BAND)
    assert (spec.path, spec.title) == ("backgrounds/side-band-no-logo.jpg", "Side band, no logo")
    assert spec.alt == "Video-call background without a logo."
    assert spec.max_bytes is not None
    page = compose(spec.pages[0], kit.page_inputs).page
    assert logo_of(page) is None
    assert not any("Riverbend" in block.text for block in texts(page))
    nameless = replace(kit, look=replace(kit.look, logo=None))
    assert not any(block.name == "org" for block in texts(compose(spec.pages[0], nameless.page_inputs).page))
    assert largest_logo(spec.pages[0], kit) == 0.0
    assert [one.path for one in specs if one.piece == CORNER] == [
        "backgrounds/corner-network-logo-left.jpg", "backgrounds/corner-network-logo-right.jpg",
    ]  # fmt: skip


def test_how_large_a_logo_can_be_is_known() -> None:
    kit = kit_of(project(logo="1"))
    spec = next(one for one in background_specs(kit) if one.piece == CORNER)
    assert largest_logo(spec.pages[0], kit) == pytest.approx(1.0, abs=0.01)
    logo = LOOKS["tall"].logo
    assert logo is not None
    tall = kit_of(Project(Brand("Riverbend", logo=logo.source, name_beside="never"), 2, 2027))
    spec = next(one for one in background_specs(tall) if one.piece == CORNER)
    most = largest_logo(spec.pages[0], tall)
    assert most > 1.2
    content = {**spec.pages[0].content, "logo_size": f"{most + 0.5:g}"}
    box = logo_of(compose(replace(spec.pages[0], content=content), tall.page_inputs).page)
    assert box is not None
    assert box.height > 0.7 * LOGO_BOXES["left"].height
    nobody = replace(kit, look=LOOKS["nobody"])
    assert largest_logo(spec.pages[0], nobody) == 0.0
    assert not any(
        isinstance(n, TextBlock) and n.name == "org"
        for n in walk(compose(spec.pages[0], nobody.page_inputs).page.nodes)
    )


LONG = "Coalition of the Northeastern Counties for the Prevention of Human Trafficking, Inc."
MARKS = {"no logo": None, "a tall mark": (60, 400), "a round mark": (100, 100), "a flat mark": (800, 100)}


@pytest.mark.parametrize("family", list(bundled_resources().designs.by_id))
def test_a_name_of_84_letters_fits_every_background_with_and_without_a_mark(family: str) -> None:
    assert len(LONG) == 84
    for kind, size in MARKS.items():
        logo = mark(*size) if size else None
        kit = kit_of(Project(Brand(LONG, ("#0F5E57",), logo, name_beside="always", family=family), 2, 2027))
        for spec in (one for one in background_specs(kit) if one.id.endswith("left")):
            composed = compose(spec.pages[0], kit.page_inputs)
            assert [one.message for one in composed.findings] == [], (spec.id, kind)
            assert crossing(composed.page) == [], (spec.id, kind)
            names = [" ".join(block.text.split()) for block in texts(composed.page) if block.name == "org"]
            assert names == [LONG], (spec.id, kind)


def test_a_name_that_fits_nowhere_is_left_to_its_logo_and_without_one_it_is_named() -> None:
    said = []
    for logo in (load_logo(DOCS / "sample-logo.svg"), None):
        kit = kit_of(Project(Brand("W" * 120, (), logo, name_beside="always"), 2, 2027))
        spec = next(one for one in background_specs(kit) if one.piece == CORNER)
        composed = compose(spec.pages[0], kit.page_inputs)
        assert (logo_of(composed.page) is None) is (logo is None)
        said += [one.message for one in composed.findings if one.field == "org"]
    (without,) = said
    assert without.endswith("Use a short form of the name, or a logo.")


@pytest.mark.parametrize("family", list(bundled_resources().designs.by_id))
def test_words_and_logos_are_beside_the_head_and_nothing_crosses_it(family: str) -> None:
    """Words are in the outer 36 percent at the left or 34 at the right; behind hair and face the wall is one tone."""
    logo = load_logo(DOCS / "sample-logo.svg")
    kit = kit_of(Project(Brand("Riverbend Coalition", ("#FF7300",), logo, family=family), 2, 2027))
    for spec in background_specs(kit):
        page = compose(spec.pages[0], kit.page_inputs).page
        shown = [n.box for n in walk(page.nodes) if isinstance(n, TextBlock) or getattr(n, "name", "") == "logo"]
        for box in shown:
            assert box.right < 0.36 * page.size.width or box.x > 0.66 * page.size.width, spec.path
        wall = render_page(page, 0.25).convert("L").crop((175, 26, 305, 80))
        across = ImageChops.difference(wall.crop((0, 0, 129, 54)), wall.crop((1, 0, 130, 54)))
        assert max(across.tobytes()) < 12, spec.path
