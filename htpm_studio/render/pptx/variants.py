"""The layouts of a deck: the given samples, and one more for each slide that lies otherwise than all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from htpm_studio.render.pptx.geometry import EmuFrame, frame
from htpm_studio.render.pptx.items import SlideItem, fixed_items, is_framed, page_items
from htpm_studio.render.pptx.shapes import item_place
from htpm_studio.scene.nodes import Color, Node, Page, Picture, Rectangle, Shape

_MARKS = ("date", "footer", "number")
_ROUNDING = 0.5
_NEAR = 25_400
"""Two points in EMU: nearer than that, a slide takes the place that its layout says."""


def deck_layouts(samples: Sequence[Page], pages: Iterable[Page]) -> tuple[tuple[Page, ...], tuple[int, ...]]:
    """The sample pages of all layouts, and for each page which of them is its own.

    A slide has all places and all fixed art from its layout, so "Reset Slide" moves nothing. A page that no sample
    suits becomes the sample of a further layout.
    """
    layouts = list(samples)
    chosen: list[int] = []
    for page in pages:
        found = next((place for place, sample in enumerate(layouts) if suits(page, sample)), None)
        if found is None:
            found = len(layouts)
            layouts.append(_as_sample(page, layouts))
        chosen.append(found)
    return tuple(layouts), tuple(chosen)


def suits(page: Page, sample: Page) -> bool:
    """Whether all that a page has is where that layout has it, and all fixed art is the same; an empty one has none."""
    if page.empty:
        return page.layout == sample.layout
    if page.layout != sample.layout or page.ground != sample.ground or not _same_art(page, sample):
        return False
    known = {item.key: item for item in page_items(sample) if item.slot}
    own = [item for item in page_items(page) if item.slot]
    titled = any(item.slot == "title" for item in own) or ("title", False) not in known
    return titled and all(item.key in known and near(item, known[item.key]) for item in own)


def _same_art(page: Page, sample: Page) -> bool:
    """True if a page has the fixed art of a layout; the layout's other art may lie below solid parts of the page."""
    own, all_art = fixed_items(page), fixed_items(sample)
    if tuple(item for item in all_art if item in own) != own:
        return False
    others = [item for item in all_art if item not in own]
    return _covered(page, others) == others


def _covered(page: Page, art: Sequence[SlideItem]) -> list[SlideItem]:
    """Those of some art that lie below solid parts of a page."""
    solid = [item.node.box for item in page_items(page) if not item.fixed and _is_solid(item.node)] if art else []
    return [item for item in art if any(cover.contains(item.node.box, _ROUNDING) for cover in solid)]


def _is_solid(at: Node) -> bool:
    if not isinstance(at, Shape) or not isinstance(at.geometry, Rectangle):
        return False
    return isinstance(at.fill, Color) and at.fill.alpha == 1


def near(item: SlideItem, other: SlideItem) -> bool:
    """Whether two items that fill the same placeholder have the same place."""
    a, b = _place(item), _place(other)
    return a[1] == b[1] and all(
        abs(x - y) <= _NEAR
        for x, y in zip(
            (a[0].x, a[0].y, a[0].width, a[0].height), (b[0].x, b[0].y, b[0].width, b[0].height), strict=True
        )
    )


def _place(item: SlideItem) -> tuple[EmuFrame, object]:
    if isinstance(item.node, Picture):
        return frame(item.node.box), item.node.frame
    if is_framed(item.node):
        return frame(item.node.box), None
    place = item_place(item)
    return place.frame, place.anchor


def _as_sample(page: Page, layouts: Sequence[Page]) -> Page:
    """The page as a sample, with what only samples have: places for date, footer and number, art below solid parts."""
    same = [layout for layout in layouts if layout.layout == page.layout]
    title = (same[0].layout_title if same else page.layout_title) or page.layout
    name = f"{title} {len(same) + 1}" if same else title
    own = {item.key for item in page_items(page)}
    marks = [item for item in page_items(same[0]) if item.slot in _MARKS and item.key not in own] if same else []
    art = fixed_items(page)
    below = _covered(page, [item for item in fixed_items(same[0]) if item not in art]) if same else []
    nodes = (*page.nodes, *(item.node for item in (*below, *marks)))
    return replace(page, nodes=nodes, layout_title=name, notes="", section="", advance=0.0)
