"""One picture of designs in brands that are hard on them: every social graphic and background, or any one design."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG
from htpm_studio.compose.template import Template
from htpm_studio.decoding.source import nearest
from htpm_studio.errors import Diagnostic, InputError, msg
from htpm_studio.export.disk.atomic_output import write_file
from htpm_studio.export.kit.feed_mix import compositions_of
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit, load_resources
from htpm_studio.export.kit.kit_family import with_family
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.backgrounds import background_specs
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.social import social_specs
from htpm_studio.frozen import dataclass
from htpm_studio.paths import Folders
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.pictures import load_logo
from htpm_studio.render.raster.files import encode_png
from htpm_studio.render.raster.page import render_page

COLUMNS = 8
GAP, SPACE = 12, 40
BOARD = (128, 132, 138)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What is drawn, each design `column` pixels wide: in which family, all designs or one, in all brands or one.

    `family` is "" for the first. `design` is the id of a template, also of a slide or a print; `brand` is a part of the
    name of a sample brand.
    """

    column: int
    family: str = ""
    design: str = ""
    brand: str = ""


def write_template_sheet(
    target: Path, folders: Folders, year: int, choice: SheetChoice, context: JobContext, tell: Callable[[object], None]
) -> None:
    """Draw the sheet of templates into a PNG, and tell each Diagnostic of a page on which words do not fit.

    Raises InputError without the target's folder and for a family or brand that is not there, StudioError for a full
    disk or a design that is not there.
    """
    if not target.parent.is_dir():
        raise InputError(
            msg("There is no folder {folder}.", folder=target.parent), "Name a picture in a folder that exists."
        )
    resources = load_resources(folders)
    if choice.design:
        resources.library.template(choice.design)
    brands = tuple(
        with_family(brand, choice.family, None, resources)
        for brand in _chosen(read_sample_brands(folders.assets / "sample-brands"), choice.brand)
    )
    campaign = read_pack(folders.assets / "campaigns" / "htpm", "en")
    picture = draw_template_sheet(
        brands, campaign, resources, date(year, 1, 11), context, tell, column=choice.column, design=choice.design
    )
    write_file(target.parent, target.name, encode_png(picture))


def read_sample_brands(folder: Path) -> tuple[Brand, ...]:
    """The brands of `brands.toml` with their logos, in its order."""
    rows = tomllib.loads((folder / "brands.toml").read_text(encoding="utf-8"))["brands"]
    return tuple(Brand(row["name"], tuple(row["colors"]), load_logo(folder / row["logo"])) for row in rows)


def _chosen(brands: Sequence[Brand], name: str) -> Sequence[Brand]:
    """The brands with a name that holds this."""
    found = [brand for brand in brands if name.casefold() in brand.organization.casefold()]
    if not found:
        message = msg('There is no sample brand "{name}".', name=name[:40])
        raise InputError(message, nearest(name, (brand.organization for brand in brands)))
    return found


def design_specs(
    brand: Brand, design: str, campaign: Campaign, resources: Resources, day: date
) -> tuple[PageSpec, ...]:
    """The first page of the year that a template can draw, in each of its sizes.

    Raises InputError where the campaign has none.
    """
    found: dict[str, PageSpec] = {}
    for week in (one.number for one in campaign.weeks if one.ready):
        kit = build_kit(Project(brand, week, day.year), campaign, resources, Options(), day)
        template = kit.resources.library.template(design)
        lent = template.medium == "social" and _is_lent_words(template, campaign)
        for page in (page for spec in plan(kit) for page in spec.pages if _draws(template, page, lent=lent)):
            found.setdefault(page.canvas, replace(page, template=design))
        if len(found) == len(template.canvases):
            break
    if not found:
        message = msg("The campaign has no page that “{design}” can draw.", design=design)
        raise InputError(message, "Choose another design.")
    return tuple(found.values())


def _draws(template: Template, page: PageSpec, *, lent: bool) -> bool:
    """Whether a page is of that template, or is a post that it can lay out: its compositions take turns in a week.

    A design that is `lent` words can lay out any post that has what it needs.
    """
    if page.template == template.id:
        return True
    if template.medium != "social" or page.canvas not in template.canvases or not page.template.startswith("social/"):
        return False
    return template.id in compositions_of(page.template) or (lent and _has_all(page, template))


def _is_lent_words(template: Template, campaign: Campaign) -> bool:
    """Whether a design is shown with the words of another one's post: one of the user's, or one that no post takes."""
    taken = {post.graphic.template for week in campaign.weeks for post in week.posts}
    return template.own or taken.isdisjoint(compositions_of(template.id))


def template_specs(brand: Brand, campaign: Campaign, resources: Resources, day: date) -> tuple[PageSpec, ...]:
    """The first post of the year for each social template, composition after composition, then the backgrounds."""
    found: dict[str, dict[str, PageSpec]] = {size.id: {} for size in page_sizes().of("social")}
    backgrounds: tuple[PageSpec, ...] = ()
    posts = (one for one in resources.library.templates.values() if one.medium == "social")
    lent = [one for one in posts if _is_lent_words(one, campaign)]
    for week in (one.number for one in campaign.weeks if one.ready):
        kit = build_kit(Project(brand, week, day.year), campaign, resources, Options(), day)
        for page in (spec.pages[0] for spec in social_specs(kit)):
            for name in compositions_of(page.template, kit.resources.drawn):
                found[page.canvas].setdefault(name, replace(page, template=name))
            for template in lent:
                named = template.own or template.id in compositions_of(template.id, kit.resources.drawn)
                if named and page.canvas in template.canvases and _has_all(page, template):
                    found[page.canvas].setdefault(template.id, replace(page, template=template.id))
        backgrounds = backgrounds or tuple(spec.pages[0] for spec in background_specs(kit))
    rows = (found[size][name] for size in found for name in sorted(found[size]))
    return (*rows, *backgrounds)


def _has_all(page: PageSpec, template: Template) -> bool:
    return all(page.content.get(field.name) for field in template.fields if field.required)


def draw_template_sheet(
    brands: tuple[Brand, ...],
    campaign: Campaign,
    resources: Resources,
    day: date,
    context: JobContext,
    tell: Callable[[object], None],
    *,
    column: int,
    sizes: tuple[str, ...] = (),
    design: str = "",
) -> Image.Image:
    """Every social graphic and background, or one design: a block a brand, a row a size, `column` pixels wide each.

    Tells once what does not fit or is left out. Raises Cancelled when the work is no longer wanted.
    """
    blocks = []
    told: dict[Diagnostic, None] = {}
    for brand in brands:
        kit = build_kit(Project(brand, 1, day.year), campaign, resources, Options(), day)
        found = (
            design_specs(brand, design, campaign, resources, day)
            if design
            else template_specs(brand, campaign, resources, day)
        )
        specs = [one for one in found if not sizes or one.canvas in sizes]
        rows = [specs] if design else list(_rows(specs))
        columns = len(specs) if design else COLUMNS
        blocks.append([_row(row, kit, column, columns, context, told) for row in rows if row])
    for finding in told:
        tell(finding)
    width = max((row.width for block in blocks for row in block), default=COLUMNS * (column + GAP) + GAP)
    height = sum(row.height + GAP for block in blocks for row in block) + SPACE * (len(blocks) - 1) + GAP
    sheet = Image.new("RGB", (width, height), BOARD)
    y = GAP
    for block in blocks:
        for row in block:
            sheet.paste(row, (0, y))
            y += row.height + GAP
        y += SPACE
    return sheet


def _rows(specs: Sequence[PageSpec]) -> Iterator[Sequence[PageSpec]]:
    for canvas in dict.fromkeys(spec.canvas for spec in specs):
        row = [spec for spec in specs if spec.canvas == canvas]
        yield from (row[start : start + COLUMNS] for start in range(0, len(row), COLUMNS))


def _row(
    specs: Sequence[PageSpec], kit: Kit, column: int, columns: int, context: JobContext, told: dict[Diagnostic, None]
) -> Image.Image:
    """A row of pages; `told` gets what does not fit them."""
    sizes = [page_sizes()[spec.canvas].size for spec in specs]
    high = max(round(size.height * column / size.width) for size in sizes)
    row = Image.new("RGB", (columns * (column + GAP) + GAP, high), BOARD)
    for number, (spec, size) in enumerate(zip(specs, sizes, strict=True)):
        context.checkpoint()
        made = compose(spec, kit.page_inputs)
        told.update(dict.fromkeys(finding for finding in made.findings if finding.code in (TOO_LONG, LEFT_OUT)))
        row.paste(render_page(made.page, column / size.width), (GAP + number * (column + GAP), 0))
    return row
