"""Slides in somebody else's design as finished pages, so that the window shows what an export writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from htpm_studio.compose.compose_page import CONTINUED, SIMPLIFIED, Composed
from htpm_studio.compose.context import Value
from htpm_studio.errors import Diagnostic, msg
from htpm_studio.export.decks.deck_template import template_slides
from htpm_studio.export.decks.drawn.layouts import (
    FixedWords,
    drawn_layout,
    place_box,
    place_shapes,
    turn_of,
)
from htpm_studio.export.decks.drawn.text_look import BULLET, SHARE_ABOVE, TextLook, look_of_place, look_of_words
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.render_inputs import RenderInputs
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.fill import HANG, LABEL_SIZE, Filling, TemplateSlide, foot_of
from htpm_studio.render.pptx.deck_template.geometry import TITLES, A, P, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.render.raster.installed_fonts import BOLD, installed_font
from htpm_studio.scene.direction import reads_right_to_left
from htpm_studio.scene.nodes import Color, Group, Node, Page, Rectangle, Shape, TextBlock, TextLine, TextStyle
from htpm_studio.scene.scale import scaled
from htpm_studio.scene.walk import move, texts
from htpm_studio.text.flow import TextSetting, flow
from htpm_studio.text.fonts import FIRST_PAIR, FontBook, own_name
from htpm_studio.text.shaping import glyph_runs, shape
from htpm_studio.units import EMU_PER_POINT, Box, Size

AROUND = Color("#000000")
"""Beside a slide that is narrower or wider than the page, as on a projector."""

PLAINER = msg(
    "Simplified: some shapes of your PowerPoint design are only outlined here. The exported file has all of them."
)
GOES_ON = "In your PowerPoint design, the text of this slide takes {count} slides."
SAME_SHAPE = 0.005
ENDLESS = 10_000.0
_BUNDLED = {
    "arial": "Arimo", "helvetica": "Arimo", "public sans": "PublicSans", "archivo": "Archivo", "barlow": "Barlow",
    "nunito sans": "NunitoSans", "bitter": "BitterText",
}  # fmt: skip
INSTEAD = "Arimo"


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """A slide in a foreign design, the name of its layout, and whether something of it is drawn in a plainer way."""

    page: Page
    layout: str
    simplified: bool


def template_pages(
    inputs: RenderInputs, deck_template: DeckTemplate, content: Mapping[str, Value], page: Page
) -> tuple[TemplatePage, ...]:
    """A composed slide as an export shows it in that design: one page, or several where its text goes on."""
    slides, _ = template_slides(inputs, deck_template, content, page)
    names = {" ".join(block.text.split()): block.name for block in texts(page)}
    number = _number_of(page)
    fonts = inputs.pages.look.fonts
    return tuple(
        _Draftsman(deck_template, slide, fonts, names).page(number + at, page.size) for at, slide in enumerate(slides)
    )


def slides_of(kit: Kit, spec: PageSpec, composed: Composed) -> tuple[Composed, ...]:
    """A slide of a kit in the design that its decks take; the first one tells what is different from an export."""
    deck_template = kit.options.deck_template
    if deck_template is None:
        return (composed,)

    def made() -> tuple[Composed, tuple[Composed, ...]]:
        pages = template_pages(kit.inputs, deck_template, spec.content, composed.page)
        findings = composed.findings
        if pages[0].simplified:
            findings = (*findings, Diagnostic("info", SIMPLIFIED, PLAINER))
        if len(pages) > 1:
            findings = (*findings, Diagnostic("info", CONTINUED, msg(GOES_ON, count=len(pages))))
        found = [Composed(page.page, findings if not at else ()) for at, page in enumerate(pages)]
        # With the page that it was made of, which the key stands for.
        return composed, tuple(found)

    return kit.cached(("slide", id(composed)), made)[1]


def layouts_used(kit: Kit, deck_template: DeckTemplate, pages: Sequence[tuple[PageSpec, Page]]) -> int:
    """How many layouts of a design these slides are in."""
    found = (template_slides(kit.inputs, deck_template, spec.content, page)[0] for spec, page in pages)
    return len({slide.layout.member for slides in found for slide in slides})


def _number_of(page: Page) -> int:
    found = page.name.rpartition(" ")[2]
    return int(found) if found.isdecimal() else 1


@dataclass(frozen=True, slots=True)
class _Row:
    """A measured paragraph: its lines with their widths, and the space above it."""

    words: PlaceholderText
    look: TextLook
    lines: tuple[str, ...]
    widths: tuple[float, ...]
    above: float
    leading: float
    ascent: float
    book: FontBook
    face: str
    bullet: str
    mark: tuple[FontBook, str]


class _Draftsman:
    """Draws one slide; names say which field the words of a slide are."""

    def __init__(
        self, deck_template: DeckTemplate, slide: TemplateSlide, fonts: FontBook, names: Mapping[str, str]
    ) -> None:
        self._deck, self._slide, self._fonts, self._names = deck_template, slide, fonts, names

    def page(self, number: int, size: Size) -> TemplatePage:
        """The slide with that number, as large as it fits on a page."""
        drawing = drawn_layout(self._deck, self._slide.layout)
        wide, high = (side / EMU_PER_POINT for side in self._deck.size)
        whole = Box(0, 0, wide, high)
        nodes: list[Node] = [Shape("ground", whole, Rectangle(), drawing.ground, fixed=True)]
        for part in drawing.parts:
            nodes += self._fixed(part, number) if isinstance(part, FixedWords) else [part]
        slide = self._slide
        for filling in sorted(slide.fillings, key=lambda one: one.place.kind not in TITLES):
            nodes += self._filled(filling)
        nodes += self._pictures()
        nodes += [thing for thing, _ in slide.objects]
        nodes += self._labels()
        nodes += slide.codes
        for place, text in foot_of(slide, number):
            nodes += self._filled(Filling(place, (PlaceholderText(text),)))
        by = min(size.width / wide, size.height / high)
        group: Node = Group("slide", whole, tuple(nodes), clip=Rectangle())
        group = group if abs(by - 1) < SAME_SHAPE else scaled(group, by)
        group = move(group, (size.width - wide * by) / 2, (size.height - high * by) / 2)
        fills = abs(size.ratio - wide / high) < SAME_SHAPE
        ground = drawing.ground if fills else AROUND
        page = replace(slide.page, size=size, ground=ground, nodes=(group,), layout=slide.layout.member)
        return TemplatePage(page, slide.layout.name, drawing.simplified)

    # ---------------------------------------------------------------- words

    def _filled(self, filling: Filling) -> list[Node]:
        place = filling.place
        shapes = self._shapes(place)
        look, box = look_of_place(self._deck, self._slide.layout, place, shapes), _box(filling.frame or place.frame)
        rows = [self._row(words, _fitted(words, look, place), box, at) for at, words in enumerate(filling.words)]
        nodes = [*place_box(self._deck, self._slide.layout, shapes, box), *self._set(rows, look, box)]
        return _turned(nodes, box, turn_of(shapes) if filling.frame is None else 0.0)

    def _shapes(self, place: PlaceholderPlace) -> tuple[Any, Any]:
        return place_shapes(self._deck, self._slide.layout, place)

    def _pictures(self) -> Iterator[Node]:
        for image, place in self._slide.pictures:
            if place is not None:
                yield from place_box(self._deck, self._slide.layout, self._shapes(place), image.box)
            yield image

    def _labels(self) -> Iterator[Node]:
        filling = next((filling for filling in self._slide.fillings if filling.place.takes_text), None)
        if filling is None:
            return
        place, ink = filling.place, filling.words[0].ink if filling.words else None
        found = look_of_place(self._deck, self._slide.layout, place, self._shapes(place))
        found = replace(found, color=ink or found.color)
        look = replace(found, size=LABEL_SIZE, bold=True, align="right", anchor="middle", bullet="", indent=0.0)
        for text, frame in self._slide.labels:
            box = _box(frame)
            yield from self._set([self._row(PlaceholderText(text, bullet=False), look, box, 0)], look, box)

    def _fixed(self, words: FixedWords, number: int) -> list[Node]:
        """The words of a shape of the design; a field in them is the number of the slide."""
        rows: list[_Row] = []
        for paragraph in words.shape.iterfind(f"{P}txBody/{A}p"):
            look = look_of_words(self._deck, words.paints, words.shape, paragraph)
            parts: list[str] = []
            for part in paragraph:
                field = part.tag == f"{A}fld" and part.get("type") == "slidenum"
                text = part.find(f"{A}t")
                parts.append(str(number) if field else "\n" if part.tag == f"{A}br" else "")
                parts.append((text.text or "") if text is not None and not field else "")
            box = words.box if look.wraps else replace(words.box, width=ENDLESS)
            rows.append(self._row(PlaceholderText("".join(parts)), look, box, len(rows)))
        nodes = self._set(rows, rows[0].look, words.box) if rows else []
        return _turned(nodes, words.box, words.turn)

    def _row(self, words: PlaceholderText, look: TextLook, box: Box, at: int) -> _Row:
        book, face = face_for(look.family, self._fonts, bold=look.bold, italic=look.italic)
        data = book.data(face)
        text = words.text.upper() if look.capitals else words.text
        room = max(1.0, box.width - look.insets[0] - look.insets[2] - look.indent)
        flown = flow(text, room, TextSetting(face, look.size, look.tracking, "greedy"), book)
        bullet = f"{at + 1}." if look.bullet == "1" else look.bullet
        if bullet and book.covering(face, bullet[0]) is None:
            bullet = BULLET
        mark = (book, face)
        if look.bullet_family and bullet:
            mark = face_for(look.bullet_family, self._fonts, bold=False, italic=False)
        above = 0.0 if not at or words.close else look.gap
        high = (data.ascent + data.descent) * look.size
        ascent = data.ascent * look.size - max(0.0, (1 - look.pitch) * high)
        return _Row(words, look, flown.lines, flown.widths, above, look.pitch * high, ascent, book, face, bullet, mark)

    def _set(self, rows: Sequence[_Row], look: TextLook, box: Box) -> list[Node]:
        """The paragraphs below each other where the anchor of their place says."""
        high = sum(row.above + row.leading * len(row.lines) for row in rows)
        left, top, right, bottom = look.insets
        spare = box.height - top - bottom - high
        y = box.y + top + spare * SHARE_ABOVE[look.anchor]
        nodes: list[Node] = []
        for row in rows:
            y += row.above
            if row.bullet:
                nodes.append(self._block(row, (row.bullet,), box.x + left + row.look.first, y, 0.0, mark=True))
            inner = box.width - left - right - row.look.indent
            nodes.append(self._block(row, row.lines, box.x + left + row.look.indent, y, inner))
            y += row.leading * len(row.lines)
        return nodes

    def _block(
        self, row: _Row, lines: Sequence[str], x: float, y: float, room: float, *, mark: bool = False
    ) -> TextBlock:
        look = row.look
        book, face = row.mark if mark else (row.book, row.face)
        backward = reads_right_to_left(row.words.text)
        align = "right" if backward and look.align == "left" and not mark else look.align
        made: list[TextLine] = []
        for at, text in enumerate(lines):
            width = 0.0 if mark else row.widths[at]
            shift = {"left": 0.0, "center": (room - width) / 2, "right": room - width}["left" if mark else align]
            runs = glyph_runs(shape(text, face, book, right_to_left=backward), x + shift, look.size, look.tracking)
            made.append(
                TextLine(text.replace("\u00a0", " "), x + shift, y + row.ascent + at * row.leading, width, runs)
            )
        name = self._names.get(" ".join(row.words.text.split()), "words")
        style = TextStyle(name, book.face(face), look.size, row.leading, look.tracking)
        box = Box(x, y, look.size if mark else room, row.leading * len(lines))
        color = look.bullet_color or look.color if mark else look.color
        return TextBlock(
            "bullet" if mark else name, box, "\n".join(lines), style, color, tuple(made), box.width, align,
            underlined=bool(row.words.url) and not mark, fixed=mark,
        )  # fmt: skip


def _turned(nodes: list[Node], box: Box, turn: float) -> list[Node]:
    return [Group("turned", box, tuple(nodes), turn=turn)] if turn and nodes else nodes


def _fitted(words: PlaceholderText, look: TextLook, place: PlaceholderPlace) -> TextLook:
    """The look of one paragraph, as `fill` writes it."""
    size = words.size or look.size
    look = replace(
        look, size=size, bold=look.bold or words.bold, gap=look.gap * size / look.size, color=words.ink or look.color
    )
    if words.under:
        indent = place.indent if place.bulleted else HANG
        return replace(look, bullet="", indent=indent / EMU_PER_POINT)
    if words.bullet is None or words.bullet == place.bulleted:
        return look if place.bulleted else replace(look, bullet="", indent=0.0)
    if not words.bullet:
        return replace(look, bullet="", indent=0.0)
    return replace(look, bullet=BULLET, first=0.0, indent=HANG / EMU_PER_POINT)


def _box(frame: EmuFrame) -> Box:
    return Box(*(value / EMU_PER_POINT for value in (frame.x, frame.y, frame.width, frame.height)))


def face_for(family: str, fonts: FontBook, *, bold: bool, italic: bool) -> tuple[FontBook, str]:
    """The book and the name of the face for words of a family."""
    weight = BOLD if bold else 400
    known = _BUNDLED.get(family.lower())
    source = installed_font(family, weight, italic) if family and (known is None or italic) else None
    if source is not None:
        return fonts.set_in(FIRST_PAIR, (source,), ()), own_name(source)
    return fonts, f"{known or INSTEAD}-{weight}"
