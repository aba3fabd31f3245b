"""Draw the pictures of README and guide from the real program: `python docs/pictures.py`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from contact_sheet import draw_sheet, sample_pages
from PIL import Image

from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.export.kit.kit import Kit, Options, build_kit, load_resources
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.pieces.families import BASE
from htpm_studio.project.model import STYLES, Brand, Project, Style
from htpm_studio.project.pictures import load_logo

COLORS = 200
GROUND = "#E6E8EC"
WIDTH, SQUARES = 1790, (0, 4, 5, 6)
"""How wide the row of a style is, and which square graphics it shows."""


def kit_in(style: Style, family: str = BASE) -> Kit:
    """The sample kit in a style of a design family."""
    campaign = read_pack(paths.assets() / "campaigns" / "htpm", "en")
    brand = Brand("Riverbend Coalition", logo=load_logo(HERE / "sample-logo.svg"), style=style, family=family)
    options, resources = Options(papers=("letter",)), load_resources(paths.folders())
    return build_kit(Project(brand, 2, 2027), campaign, resources, options, dt.date(2027, 1, 4))


def main() -> None:
    """Write docs/kit.png, docs/styles.png and docs/families.png."""
    kit = kit_in("classic")
    sheet = draw_sheet(sample_pages(kit, plan(kit)), 1880, 250)
    sheet.quantize(COLORS).save(HERE / "kit.png", optimize=True)
    stacked([styled_row(kit_in(style)) for style in STYLES]).save(HERE / "styles.png", optimize=True)
    rows = [styled_row(kit_in("classic", family)) for family in kit.resources.designs.by_id]
    stacked(rows).save(HERE / "families.png", optimize=True)


def stacked(rows: Sequence[Image.Image]) -> Image.Image:
    """Rows of one size below each other, in few colors."""
    tall = Image.new("RGB", (rows[0].width, sum(row.height for row in rows)), GROUND)
    for number, row in enumerate(rows):
        tall.paste(row, (0, number * rows[0].height))
    return tall.quantize(COLORS)


def styled_row(kit: Kit) -> Image.Image:
    """The first slide, a background and four graphics of a kit side by side."""
    specs = [spec for spec in plan(kit) if spec.pages]
    squares = [spec for spec in specs if spec.medium == "social" and spec.pages[0].canvas == "square"]
    background = next(spec for spec in specs if spec.medium == "background")
    shown = [specs[0], background, *(squares[number] for number in SQUARES)]
    return draw_sheet([compose(spec.pages[0], kit.page_inputs).page for spec in shown], WIDTH, 220)


if __name__ == "__main__":
    main()
