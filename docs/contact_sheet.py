"""One picture of many pages side by side, for README and guide."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Page

GAP = 18
BOARD = (230, 232, 236)


def draw_sheet(pages: Sequence[Page], width: int, row_height: int) -> Image.Image:
    """The pages in rows of equal height that fill `width` pixels, on a neutral ground."""
    rows: list[list[Image.Image]] = [[]]
    used = GAP
    for page in pages:
        picture = render_page(page, row_height / page.size.height)
        if rows[-1] and used + picture.width + GAP > width:
            rows.append([])
            used = GAP
        rows[-1].append(picture)
        used += picture.width + GAP
    sheet = Image.new("RGB", (width, GAP + len(rows) * (row_height + GAP)), BOARD)
    for number, row in enumerate(rows):
        x = GAP
        for picture in row:
            sheet.paste(picture, (x, GAP + number * (row_height + GAP)))
            x += picture.width + GAP
    return sheet


def sample_pages(kit: Kit, specs: Sequence[FileSpec]) -> list[Page]:
    """A page or a few of each group of files, the sizes of a message in turn: a kit at a glance."""
    chosen: list[PageSpec] = []
    seen: dict[str, int] = {}
    sizes: dict[str, int] = {}
    for spec in specs:
        if not spec.pages or (spec.format == "pdf" and spec.medium == "deck"):
            continue
        turn = seen.setdefault(f"{spec.medium}/{spec.group}", len(sizes))
        sizes.setdefault(spec.group, 0)
        if spec.medium == "deck":
            chosen += spec.pages[:6] if spec.id.endswith("training") else []
        elif sizes[spec.group] == turn % 4 or spec.medium == "print":
            chosen.append(spec.pages[0])
        sizes[spec.group] += 1
    return [compose(page, kit.page_inputs).page for page in chosen]
