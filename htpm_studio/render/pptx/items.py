"""What a page puts on a slide: flat items in an order that suits both eye and screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.clip import unclipped
from htpm_studio.render.pptx.tables import is_table
from htpm_studio.scene.nodes import FormField, Group, Link, Node, Page, Picture, Shape, TextBlock
from htpm_studio.units import Box, Size

_OVERLAP = 0.5
_COLUMN = 1.0


@dataclass(frozen=True, slots=True)
class SlideItem:
    """One thing on a slide with what the nodes around it say about it."""

    node: Node
    slot: str = ""
    fixed: bool = False
    url: str = ""
    tip: str = ""

    @property
    def key(self) -> tuple[str, bool]:
        """The placeholder that it fills: its slot, and whether that holds a picture."""
        return self.slot, isinstance(self.node, Picture)

    @property
    def decorative(self) -> bool:
        """Whether a screen reader may skip it."""
        match self.node:
            case Shape():
                return not self.url
            case Picture():
                return not (self.node.alt or self.url)
            case Group():
                return self.node.decorative
            case _:
                return False


def page_items(page: Page) -> list[SlideItem]:
    """The items of a page in painting order; a slot counts once, empty texts not at all."""
    taken: set[tuple[str, bool]] = set()
    found = []
    for item in _flat(page.nodes, SlideItem(Group("", Box(0, 0, 0, 0), ())), page.size):
        first = bool(item.slot) and item.key not in taken
        taken.add(item.key)
        found.append(item if first or not item.slot else replace(item, slot=""))
    return found


def fixed_items(page: Page) -> tuple[SlideItem, ...]:
    """What is the same on each page of a layout: fixed nodes that fill no placeholder."""
    return tuple(item for item in page_items(page) if item.fixed and not item.slot)


def reading_order(items: Sequence[SlideItem]) -> list[SlideItem]:
    """Decoration first, then the title, then the rest, as long as nothing moves above what covered it."""
    waiting = list(enumerate(items))
    ordered: list[SlideItem] = []
    for _ in items:
        free = [
            (_rank(item), index, item)
            for place, (index, item) in enumerate(waiting)
            if not any(_meet(earlier, item) for _, earlier in waiting[:place])
        ]
        _, index, item = min(free, key=lambda entry: entry[:2])
        ordered.append(item)
        waiting = [entry for entry in waiting if entry[0] != index]
    return ordered


def list_items(group: Group) -> list[list[tuple[TextBlock, str, str]]]:
    """The texts of each list item with the address and description of their links, without labels."""
    found: list[list[tuple[TextBlock, str, str]]] = []
    _collect(group.children, found, "", "")
    return [item for item in found if item]


def is_framed(node: Node) -> bool:
    """Whether something is a frame of its own on a slide, as a chart or a table is."""
    return isinstance(node, Group) and (node.chart is not None or is_table(node))


def is_one_text(group: Group) -> bool:
    """Whether a list can become one text: a style, items, and all of them in one column."""
    if not group.slot or group.list_style is None:
        return False
    starts = [item[0][0].box.x for item in list_items(group)]
    return bool(starts) and max(starts) - min(starts) <= _COLUMN


# ------------------------------------------------------------------ flattening


def _flat(nodes: Iterable[Node], around: SlideItem, page: Size) -> Iterator[SlideItem]:
    for node in nodes:
        fixed = around.fixed or node.fixed
        match node:
            case TextBlock():
                if node.text.strip():
                    yield SlideItem(node, node.slot, fixed, around.url, around.tip)
            case Picture():
                yield SlideItem(node, node.slot, fixed, around.url, around.tip)
            case Link():
                yield from _flat(node.children, SlideItem(node, around.slot, fixed, node.url, node.description), page)
            case Group():
                yield from _flat_group(node, SlideItem(node, around.slot, fixed, around.url, around.tip), page)
            case Shape():
                yield SlideItem(node, around.slot, fixed, around.url, around.tip)
            case FormField():
                continue  # a slide has no form


def _flat_group(group: Group, item: SlideItem, page: Size) -> Iterator[SlideItem]:
    whole = unclipped(group, page)
    if is_one_text(whole) or is_framed(whole):
        yield replace(item, node=whole, slot=whole.slot)
    elif whole.children and (whole.decorative or whole.alt or whole.turn or whole.appears):
        yield replace(item, node=whole)
    else:
        yield from _flat(whole.children, item, page)


def _collect(
    nodes: Iterable[Node], found: list[list[tuple[TextBlock, str, str]]], url: str, tip: str, inside: bool = False
) -> None:
    for node in nodes:
        starts = isinstance(node, Group | TextBlock) and node.tag == "LI"
        if starts:
            found.append([])
        match node:
            case TextBlock():
                if node.tag != "Lbl" and node.text.strip():
                    if not (inside or starts):
                        found.append([])
                    found[-1].append((node, url, tip))
            case Link():
                _collect(node.children, found, node.url, node.description, inside)
            case Group():
                _collect(node.children, found, url, tip, inside or starts)
            case _:
                pass


# ------------------------------------------------------------------ order


def _rank(item: SlideItem) -> int:
    if item.decorative:
        return 0
    return 1 if item.slot == "title" else 2


def _meet(first: SlideItem, second: SlideItem) -> bool:
    return _drawn_in(first.node).overlaps(_drawn_in(second.node), slack=_OVERLAP)


def _drawn_in(at: Node) -> Box:
    """The box of what is drawn; a straight line has one without width or height, and is on a picture all the same."""
    if not isinstance(at, Shape) or at.stroke is None or min(at.box.width, at.box.height) > _OVERLAP:
        return at.box
    half = at.stroke.width / 2 + _OVERLAP
    return Box(at.box.x - half, at.box.y - half, at.box.width + 2 * half, at.box.height + 2 * half)
