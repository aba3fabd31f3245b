"""Draw the pictures of README and guide from the real program: `python docs/pictures.py`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.export.catalogue import plan
from htpm_studio.export.contact_sheet import draw_sheet, sample_pages
from htpm_studio.export.kit import Options, build_kit, load_resources
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.pictures import load_logo

COLORS = 200


def main() -> None:
    """Write docs/kit.png."""
    campaign = read_pack(paths.assets() / "campaigns" / "htpm", "en")
    resources = load_resources(paths.folders())
    brand = Brand("Riverbend Coalition", logo=load_logo(HERE / "sample-logo.svg"))
    kit = build_kit(Project(brand, 2, 2027), campaign, resources, Options(papers=("letter",)), dt.date(2027, 1, 4))
    sheet = draw_sheet(sample_pages(kit, plan(kit)), 1880, 250)
    sheet.quantize(COLORS).save(HERE / "kit.png", optimize=True)


if __name__ == "__main__":
    main()
