"""The boxes of a PDF page (ISO 32000-1, 14.11.2), and crop marks around a page that is to be cut."""

from __future__ import annotations

from collections.abc import Iterator

from htpm_studio.render.pdf.tags import Rect
from htpm_studio.scene.nodes import Color, Page, Path, Segment, Shape, Stroke
from htpm_studio.units import Box

Matrix = tuple[float, float, float, float, float, float]

MARK_LENGTH, MARK_GAP, MARK_WIDTH = 18.0, 3.0, 0.25
_MARK = Color("#000000")


def page_boxes(page: Page) -> tuple[dict[str, Rect], Matrix]:
    """Media, bleed and trim box, and the matrix from page points (y down) to PDF points (y up).

    A page without bleed is as large as its paper; one with bleed has room for crop marks around it.
    """
    out = page.bleed + MARK_GAP + MARK_LENGTH if page.bleed else 0.0
    width, height = page.size.width, page.size.height
    inner = out - page.bleed
    boxes = {
        "MediaBox": (0.0, 0.0, width + 2 * out, height + 2 * out),
        "BleedBox": (inner, inner, out + width + page.bleed, out + height + page.bleed),
        "TrimBox": (out, out, out + width, out + height),
    }
    return boxes, (1.0, 0.0, 0.0, -1.0, out, out + height)


def inked(page: Page) -> Box:
    """The printed area, in points of the page: the page and its bleed."""
    by = page.bleed
    return Box(-by, -by, page.size.width + 2 * by, page.size.height + 2 * by)


def crop_marks(page: Page) -> Iterator[Shape]:
    """Two marks at each corner, in line with the cuts and clear of the bleed."""
    start = page.bleed + MARK_GAP
    end = start + MARK_LENGTH
    width, height = page.size.width, page.size.height
    for x in (0.0, width):
        yield _mark((x, -start), (x, -end))
        yield _mark((x, height + start), (x, height + end))
    for y in (0.0, height):
        yield _mark((-start, y), (-end, y))
        yield _mark((width + start, y), (width + end, y))


def _mark(start: tuple[float, float], end: tuple[float, float]) -> Shape:
    box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(end[0] - start[0]), abs(end[1] - start[1]))
    path = Path((Segment("M", start), Segment("L", end)))
    return Shape("crop mark", box, path, stroke=Stroke(_MARK, MARK_WIDTH, "butt"))
