"""Proof of every family of designs that there is: its kits have no text that does not fit, leaves the page or its safe
area, crosses another, or fails to stand out from the pixels painted under it; the hotline is on every piece, and the
back ends say the same words. The default run takes one kit a family, HTPM_SLOW=1 brands, languages and weeks.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from htpm_studio import paths
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit, load_resources
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder, pages_of
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.pieces.families import BASE
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.pictures import load_logo
from htpm_studio.scene.nodes import Group, Page, TextBlock
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import crossing, line_boxes, weakest
from tests.helpers.own_family import PLACARD
from tests.helpers.sweeps import SLOW, WEEKS, broad, sampled

pytestmark = broad
FAMILIES = [*bundled_resources().designs.by_id, "placard"]
BRANDS = {"burgundy": ("#7B0323",), "yellow": ("#FFF3B0", "#2B5F8A"), "black": ("#000000",)}
EVERY = [
    (family, brand, language, week)
    for family in FAMILIES
    for brand in BRANDS
    for language in ("en", "es")
    for week in (2, 4)
]
SAMPLE = sampled(EVERY, *[(family, "burgundy", "en", 2) for family in FAMILIES if family != BASE])
OF_EACH_WEEK = sampled(
    product(bundled_resources().designs.by_id, ("en", "es"), WEEKS), ("quilt", "es", 4), ("broadside", "es", 4)
)
LOGO = paths.assets().parent / "docs" / "sample-logo.svg"
MEDIA = ("social", "background", "deck", "print")
LARGE, SLACK, EDGE = {True: 14.0, False: 18.0}, 1.0, 0.03
"""From which size letters are large in the sense of WCAG 1.4.3, bold and plain; posts are seen three times smaller."""


@cache
def resources() -> Resources:
    return load_resources(replace(paths.folders(), own_templates=PLACARD.parent.parent))


@cache
def kit_of(family: str, brand: str, language: str, week: int) -> Kit:
    sender = Brand("Riverbend Coalition Against Trafficking", BRANDS[brand], family=family)
    project = Project(sender, week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), resources(), Options(papers=("letter",)), date(2027, 1, 3))


@cache
def builder_of(_family: str, _brand: str, _language: str, _week: int) -> PageBuilder:
    """What composes the pages of a kit, each once."""
    return PageBuilder()


def files(kit: Kit) -> Iterator[tuple[FileSpec, PageSpec]]:
    """The first page of a kit with each template and size, and its file."""
    seen: set[tuple[str, str]] = set()
    for spec in plan(kit):
        for page in spec.pages if spec.medium in MEDIA and not spec.sheet else ():
            if _is_looked_at(kit, page) and (page.template, page.canvas) not in seen and page.fonts != "system":
                seen.add((page.template, page.canvas))
                yield spec, page


def _is_looked_at(kit: Kit, page: PageSpec) -> bool:
    """By default the pages that the family draws itself, of posts in three sizes."""
    return SLOW or (page.template in kit.resources.drawn and page.canvas not in ("portrait", "widescreen"))


def safe(page: Page, canvas: str) -> Box:
    """Where texts of a page may be: clear of what apps put over a story, and not at the very edge of other posts."""
    size = page_sizes()[canvas]
    if canvas == "story":
        (free,) = size.safe_areas["safe"]
        return Box(EDGE * page.size.width, free.y, (1 - 2 * EDGE) * page.size.width, free.height)
    margin = EDGE * min(page.size.width, page.size.height) if size.medium == "social" else 0.0
    return Box(margin, margin, page.size.width - 2 * margin, page.size.height - 2 * margin)


def turned(page: Page) -> bool:
    """Whether texts of a page are on their side, so that their lines are not where they are drawn."""
    return any(isinstance(node, Group) and node.turn for node in walk(page.nodes))


def large(block: TextBlock, canvas: str) -> bool:
    return block.style.size >= LARGE[block.style.face.bold] * (3.0 if page_sizes()[canvas].medium == "social" else 1.0)


@pytest.mark.parametrize(("family", "brand", "language", "week"), SAMPLE)
def test_every_page_of_a_family_is_sound(family: str, brand: str, language: str, week: int) -> None:
    kit, builder = kit_of(family, brand, language, week), builder_of(family, brand, language, week)
    assert kit.resources.family.id == family
    wrong: list[str] = []
    for spec, page_spec in files(kit):
        here = f"{page_spec.template} {page_spec.canvas}"
        made = builder.compose(pages_of(replace(spec, pages=(page_spec,)), kit.page_inputs)[0], kit.page_inputs)
        wrong += [f"{here}: {one.message}" for one in made.findings if one.severity == "error"]
        room = safe(made.page, page_spec.canvas)
        if turned(made.page):
            continue
        wrong += [f"{here}: {a} crosses {b}" for a, b in crossing(made.page)]
        for block in texts(made.page):
            hang = 0.05 * block.style.size
            outside = [box for box in line_boxes(block) if not room.contains(box, max(SLACK, hang))]
            wrong += [f"{here}: {block.name} “{block.text}” leaves {room}: {outside[0]}"] if outside else []
        least = {f"{one.name}: {one.text}": 3.0 if large(one, page_spec.canvas) else 4.5 for one in texts(made.page)}
        low = {name: ratio for name, ratio in weakest(made.page).items() if ratio < least[name]}
        wrong += [f"{here}: {name} has {ratio:.2f}" for name, ratio in low.items()]
    assert wrong == []


@pytest.mark.parametrize(("family", "brand", "language", "week"), SAMPLE)
def test_the_hotline_is_on_every_piece_of_a_family(family: str, brand: str, language: str, week: int) -> None:
    kit, builder = kit_of(family, brand, language, week), builder_of(family, brand, language, week)
    number = kit.campaign.hotline.number
    silent = []
    for spec in plan(kit):
        own = spec.pages and (SLOW or spec.pages[0].template in kit.resources.drawn)
        piece = pieces().with_template(spec.pages[0].template) if own else None
        if spec.medium in ("social", "print") and piece is not None and piece.spec.hotline and spec.format != "pptx":
            said = " ".join(
                block.text for page in spec.pages for block in texts(builder.compose(page, kit.page_inputs).page)
            )
            silent += [] if number in said.replace("\u2011", "-") else [spec.id]
    assert silent == []


@pytest.mark.parametrize(("family", "language", "week"), OF_EACH_WEEK)
def test_no_text_of_ours_is_left_out_for_lack_of_room(family: str, language: str, week: int) -> None:
    brand = Brand("River Valley Alliance", logo=load_logo(LOGO), family=family)
    project = Project(brand, week, 2027, language=language)
    kit = build_kit(project, bundled_campaign(language), resources(), Options(papers=("letter",)), date(2027, 1, 3))
    builder = PageBuilder()
    specs = [spec for spec in plan(kit) if spec.medium in ("social", "print")]
    pages = [page for spec in specs for page in spec.pages if page.signed]
    assert [str(one.message) for page in pages for one in builder.compose(page, kit.page_inputs).findings] == []


@pytest.mark.parametrize("family", sampled(FAMILIES, *[name for name in FAMILIES if name != BASE][:1]))
def test_the_back_ends_say_the_same_words(family: str) -> None:
    kit, builder = kit_of(family, "burgundy", "en", 2), builder_of(family, "burgundy", "en", 2)
    deck = next(spec for spec in plan(kit) if spec.id == "deck/short" or spec.path.endswith("short-deck.pptx"))
    twin = next(spec for spec in plan(kit) if spec.path == deck.path.replace(".pptx", ".pdf"))
    slides = Presentation(io.BytesIO(render_file(deck, kit.inputs, JobContext()).data)).slides
    pages = pypdfium2.PdfDocument(render_file(twin, kit.inputs, JobContext()).data)
    page_specs = pages_of(deck, kit.page_inputs)
    assert len(slides) == len(pages) == len(page_specs)
    for page_spec, slide, page in zip(page_specs, slides, pages, strict=True):
        title = next(
            block.text for block in texts(builder.compose(page_spec, kit.page_inputs).page) if block.tag == "H1"
        ).split()
        assert slide.shapes.title.text_frame.text.split() == title
        assert set(title) <= set(page.get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("family", [name for name in FAMILIES if name != "placard"])
def test_a_name_of_80_letters_fits_the_posts_of_every_family(family: str) -> None:
    name = "Coalition of the Northeastern Counties for the Prevention of Trafficking, Region"
    assert len(name) == 80
    project = Project(Brand(name, BRANDS["burgundy"], family=family), 2, 2027)
    kit = build_kit(project, bundled_campaign("en"), resources(), Options(), date(2027, 1, 3))
    posts = [one for one in plan(kit) if one.medium == "social" and one.format in ("png", "jpg")]
    builder = PageBuilder()
    found = [(one.path, two) for one in posts for two in builder.compose(one.pages[0], kit.page_inputs).findings]
    assert len(posts) > 30
    assert [(path, two.message) for path, two in found if two.severity == "error"] == []


def test_every_family_of_the_program_is_proved() -> None:
    assert {BASE, "placard"} <= set(FAMILIES)
    assert Path(paths.templates() / "families" / BASE).is_dir()
