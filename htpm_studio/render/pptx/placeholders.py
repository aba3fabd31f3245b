"""Placeholders: which slot is of which type, and what a layout says about each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from htpm_studio.frozen import dataclass
from htpm_studio.render.office.theme import ThemeRefs
from htpm_studio.render.office.xml import Element, node
from htpm_studio.render.pptx.geometry import EmuFrame, frame
from htpm_studio.render.pptx.items import SlideItem, is_framed, list_items, page_items
from htpm_studio.render.pptx.measure import TextPlace
from htpm_studio.render.pptx.room import with_room
from htpm_studio.render.pptx.shapes import first_text, item_place, item_texts
from htpm_studio.render.pptx.text import TextLook, list_look, look_of
from htpm_studio.scene.nodes import Anchor, Color, Face, Group, Page, Picture, Shape
from htpm_studio.units import Box, Size

_FIXED = {
    "title": ("title", None),
    "subtitle": ("subTitle", 1),
    "date": ("dt", 10),
    "footer": ("ftr", 11),
    "content": ("obj", 1),
    "number": ("sldNum", 12),
}
_FIRST_FREE = 13
_ANYTHING = "content-"
"""How further places begin that take text, tables, charts, pictures and videos."""
_BESIDE = 12.0
_MARGIN = 48.0
_HIDDEN_SIZE = 1800
_PLAIN = TextLook(_HIDDEN_SIZE, False, 0, "+mn-lt", Color("#000000", "ink"), "left", 100)

Key = tuple[str, bool]
MARKS, LISTED = ("dt", "ftr", "sldNum"), ("body", "obj", "subTitle")
"""The placeholders that PowerPoint fills itself, and those whose paragraphs may be on further levels."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder of a layout; texts have a look, pictures only a frame.

    The paragraphs of a title after its first, as the words below a number, have the look `further` on the second level.
    Over the place of a picture a text has a `fill`: on a new slide the picture would hide whatever lies below it.
    """

    slot: str
    kind: str
    index: int | None
    frame: EmuFrame
    prompt: str
    look: TextLook | None = None
    item: SlideItem | None = None
    anchor: Anchor = "top"
    fill: Color | None = None
    further: TextLook | None = None

    def mark(self, prompt: bool = False) -> Element:
        """The `p:ph` element that makes a shape this placeholder."""
        custom = True if prompt and self.kind not in MARKS else None
        kind = None if self.kind == "obj" else self.kind
        return node("p:ph", type=kind, idx=self.index, hasCustomPrompt=custom)


def slot_indexes(layouts: Iterable[Page]) -> dict[Key, int]:
    """One index for each slot of a deck, so that a slide keeps its content when it changes layout."""
    keys = [item.key for page in layouts for item in page_items(page) if item.slot]
    free = [key for key in dict.fromkeys(keys) if key[1] or key[0] not in _FIXED]
    free.sort(key=lambda key: (key[1], not key[0].startswith("body")))
    return {key: _FIRST_FREE + place for place, key in enumerate(free)}


def page_holders(
    page: Page,
    indexes: dict[Key, int],
    asked: Mapping[Key, str],
    widths: Mapping[Face, float],
    refs: ThemeRefs,
    prompts: Mapping[str, str],
) -> dict[Key, Placeholder]:
    """The placeholders of a layout in painting order. A layout without a title gets one beside the slide.

    `asked` is what the sample of that layout says: the prompts of a new slide; `prompts` are those of all other places,
    by slot, and `widths` are those of letters in em.
    """
    usual = {item.key: _holder(item, page, indexes, asked, refs, prompts) for item in page_items(page) if item.slot}
    cells = Counter(map(_stem, filter(_is_one_item, usual.values())))
    roomy = {
        key: _with_room(holder, widths, cell=_is_one_item(holder) and cells[_stem(holder)] > 1)
        for key, holder in usual.items()
    }
    found = _on_fills(_of_one_size(usual, roomy), page)
    if ("title", False) not in found:
        found = {("title", False): _hidden_title(page, found.values(), prompts)} | found
    return found


def prompt(slot: str, picture: bool, prompts: Mapping[str, str]) -> str:
    """The prompt of an empty placeholder without sample text."""
    kind = "picture" if picture else slot.partition("-")[0]
    return prompts.get(kind) or prompts.get("text", "")


def sample_words(page: Page) -> dict[Key, str]:
    """What the texts of a sample page say, a paragraph a line; an address is asked for in words."""
    return {
        item.key: "\n".join(text.editable for texts in item_texts(item) for text in texts)
        for item in page_items(page)
        if item.slot and not isinstance(item.node, Picture) and not item.url and not is_framed(item.node)
    }


def is_opening(page: Page) -> bool:
    """Whether a layout is the one for a deck's first slide."""
    return page.layout.rpartition("/")[2] == "title"


def _holder(
    item: SlideItem,
    page: Page,
    indexes: dict[Key, int],
    asked: Mapping[Key, str],
    refs: ThemeRefs,
    prompts: Mapping[str, str],
) -> Placeholder:
    words = asked.get(item.key) or prompt(item.slot, isinstance(item.node, Picture), prompts)
    if isinstance(item.node, Picture):
        return Placeholder(item.slot, "pic", indexes[item.key], frame(item.node.box), words, item=item)
    if isinstance(item.node, Group) and is_framed(item.node):
        kind = "chart" if item.node.chart else "tbl"
        return Placeholder(item.slot, kind, indexes[item.key], frame(item.node.box), words, item=item)
    kind, index = _FIXED.get(item.slot) or ("obj" if item.slot.startswith(_ANYTHING) else "body", None)
    if kind == "title" and is_opening(page):
        kind = "ctrTitle"
    block, style = first_text(item)
    look = look_of(block, refs) if style is None else list_look(block, style, refs)
    place, parts = item_place(item), item_texts(item)
    further = look_of(parts[1][0], refs) if kind == "title" and len(parts) > 1 else None
    index = indexes.get(item.key, index)
    return Placeholder(item.slot, kind, index, place.frame, words, look, item, place.anchor, further=further)


def _stem(holder: Placeholder) -> str:
    return holder.slot.rstrip("-0123456789")


def _is_one_item(holder: Placeholder) -> bool:
    at = holder.item.node if holder.item else None
    return isinstance(at, Group) and at.list_style is not None and len(list_items(at)) == 1


def _with_room(holder: Placeholder, widths: Mapping[Face, float], *, cell: bool) -> Placeholder:
    """The placeholder with letters for twice the usual text; a list that is parted into cells has one item in each."""
    if holder.item is None or holder.look is None:
        return holder
    block, style = first_text(holder.item)
    width = widths.get(block.style.face, 0.0)
    block = replace(block, most=1) if cell else block
    place, content = item_place(holder.item), holder.kind == "obj"
    listed = style is not None and holder.kind != "title"
    return replace(holder, look=with_room(holder.look, block, place, width, listed=listed, content=content))


def _of_one_size(usual: Mapping[Key, Placeholder], found: Mapping[Key, Placeholder]) -> dict[Key, Placeholder]:
    """The placeholders with letters of one size where slides have that: in columns, steps and cards."""
    alike: defaultdict[tuple[str, TextLook | None], list[Key]] = defaultdict(list)
    for key, holder in usual.items():
        alike[_stem(holder), holder.look].append(key)
    looks = {key: min((found[other].look for other in keys), key=_size) for keys in alike.values() for key in keys}
    return {key: replace(holder, look=looks[key]) for key, holder in found.items()}


def _on_fills(found: Mapping[Key, Placeholder], page: Page) -> dict[Key, Placeholder]:
    """The placeholders, texts over the place of a picture with the color of the panel that they are on there."""
    items = page_items(page)
    places = {item.key: place for place, item in enumerate(items) if item.slot}
    pictures = [key for key, holder in found.items() if holder.kind == "pic"]
    fills = {
        key: color
        for key, holder in found.items()
        for over in pictures
        if holder.look is not None and holder.frame.overlaps(found[over].frame)
        if (color := _panel_below(items[: places[key]], holder)) is not None
    }
    return {key: replace(holder, fill=fills.get(key)) for key, holder in found.items()}


def _panel_below(items: Sequence[SlideItem], holder: Placeholder) -> Color | None:
    """The color of the topmost panel that a text lies on."""
    panels = (
        item.node.fill
        for item in reversed(items)
        if isinstance(item.node, Shape)
        and isinstance(item.node.fill, Color)
        and holder.item is not None
        and item.node.box.contains(holder.item.node.box, _BESIDE)
    )
    return next(panels, None)


def _size(look: TextLook | None) -> int:
    return look.size if look is not None else 0


def _hidden_title(page: Page, others: Iterable[Placeholder], prompts: Mapping[str, str]) -> Placeholder:
    looks = [holder.look for holder in others if holder.look is not None]
    place = above(page.size)
    look = hidden_look(looks[0] if looks else _PLAIN)
    return Placeholder("title", "title", None, place.frame, prompt("title", False, prompts), look)


def hidden_look(look: TextLook) -> TextLook:
    """A small plain look for a title that lies beside the slide."""
    return replace(look, size=_HIDDEN_SIZE, tracking=0, pitch=100, after=0, bullet="none", indent=0, align="left")


def above(size: Size) -> TextPlace:
    """A place just above the slide, for a title that only screen readers and outlines show."""
    height = 36.0
    return TextPlace(frame(Box(_MARGIN, -height - _BESIDE, size.width - 2 * _MARGIN, height)), 0, 0)


def master_looks(holders: Sequence[dict[Key, Placeholder]]) -> tuple[TextLook, TextLook]:
    """The looks of the first title and the first body text of all layouts."""
    every = [holder for layout in holders for holder in layout.values()]
    looks = [holder.look for holder in every if holder.look is not None]
    titles = [holder.look for holder in every if holder.kind == "title" and holder.item is not None and holder.look]
    bodies = [holder.look for holder in every if holder.slot == "body" and holder.look]
    return (titles or looks)[0], (bodies or looks)[0]
