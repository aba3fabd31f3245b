"""Decks in a design that is not a template of ours: matched to its layouts, measured, continued where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.context import Value
from htpm_studio.errors import Diagnostic, msg
from htpm_studio.export.decks.capacity import PlaceholderCapacity, above_foot, halves, seated
from htpm_studio.export.decks.drawn.ground import CLEAR, READABLE, Inks, ground_of
from htpm_studio.export.decks.layout_match import HOLDERS, Kind, Match, matches
from htpm_studio.export.decks.mended import grown, is_sound, mended, widened
from htpm_studio.export.decks.objects import Letters, chart, tables
from htpm_studio.export.decks.plain_words import Figure, Grid, SlideWords, slide_words
from htpm_studio.export.kit.render_inputs import RenderInputs
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.fill import Filling, TemplateSlide, render_template_deck
from htpm_studio.render.pptx.deck_template.geometry import PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.scene.nodes import Color, Document, Group, Page
from htpm_studio.scene.scale import scaled
from htpm_studio.scene.walk import move, walk
from htpm_studio.units import EMU_PER_POINT, Box

CODE_SIDE, CODE_GAP, CODE_LABEL = 110.0, 10.0, 36.0
NUMBER_SIZES = (72.0, 66.0, 60.0)
"""How large the number is that a slide is about, in points: as large as all other words leave room for."""

SMALL_NUMBER, CHART_WIDTH = 40.0, 280.0
"""The size of a number that is wider than its place, and the least width of a chart beside words, both in points."""

MOST_TABLES, MOST_SLIDES = 2, 3
"""How many slides a table may take before words take fewer, and words before their place is made larger."""

HIDDEN = "The words of “{layout}” have nearly the color of what is below them: another color of the theme is used."
MOVED = "In “{layout}”, title or text has no room where the presentation has it: it lies elsewhere on the slide."
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TemplateDeck:
    """A finished file, and what was done where the design has no place for something."""

    data: bytes
    findings: tuple[Diagnostic, ...]


def template_deck(
    inputs: RenderInputs,
    deck_template: DeckTemplate,
    document: Document,
    contents: Sequence[Mapping[str, Value]],
    pages: Sequence[Page],
    *,
    words_only: bool = False,
) -> TemplateDeck:
    """The slides in the design of the deck template.

    With `words_only` they have neither tables nor charts, and the design is taken as it is.
    """
    slides: list[TemplateSlide] = []
    findings: list[Diagnostic] = []
    for content, page in zip(contents, pages, strict=True):
        made, found = template_slides(inputs, deck_template, content, page, words_only=words_only)
        slides += made
        findings += found
    return TemplateDeck(render_template_deck(document, deck_template, slides), tuple(dict.fromkeys(findings)))


def template_slides(
    inputs: RenderInputs,
    deck_template: DeckTemplate,
    content: Mapping[str, Value],
    page: Page,
    *,
    words_only: bool = False,
) -> tuple[tuple[TemplateSlide, ...], tuple[Diagnostic, ...]]:
    """The slides that one page becomes, and what the design has no place for."""
    words, footer = slide_words(content, page), inputs.document.footer
    if words_only:
        words = replace(words, grid=None, figure=None)
    maker = _Maker(inputs, deck_template, page, words, as_it_is=words_only)
    slides = tuple(replace(slide, footer=footer, colors=maker.colors) for slide in maker.slides())
    return slides, tuple(maker.findings)


class _Maker:
    """Makes the slides of one page; `findings` says what the design has no place for."""

    def __init__(
        self, inputs: RenderInputs, deck_template: DeckTemplate, page: Page, words: SlideWords, *, as_it_is: bool
    ) -> None:
        self.inputs, self.deck_template, self.page = inputs, deck_template, page
        self.words, self.as_it_is = words, as_it_is
        self.findings: list[Diagnostic] = []
        self.chart: Mapping[str, Value] | None = None
        self.tables: tuple[Group, ...] = ()
        self.kind: Kind = words.kind
        if words.figure is not None and words.figure.chart is not None:
            self.chart, self.kind = words.figure.chart, "chart"
        self.match = self._roomy(self._best(self._found(self.kind)))
        if words.grid is not None:
            self._take_tables(words.grid)

    def _take_tables(self, grid: Grid) -> None:
        """Say it in tables, unless these have no room or would take many more slides than the words."""
        most, best = max(MOST_TABLES, self._slides_of(self.match)), self._found("table")[0]
        for match in (best, grown(best, self.deck_template, title=False)):
            found = self._tables(grid, match)
            if 0 < len(found) <= most:
                self.match, self.tables = self._titled(match, self._title(grid.title, 1, len(found))), found
                return

    @property
    def colors(self) -> tuple[Color, ...]:
        """The colors of the theme as the layout shows them."""
        return () if self.as_it_is else tuple(ground_of(self.deck_template, self.match.layout).colors.values())

    def slides(self) -> Iterator[TemplateSlide]:
        """One slide, or several where the text is longer than its place."""
        found = self.match
        if not found.exact:
            self._tell()
        if found.moved:
            self._warn("moved", MOVED)
        if self.tables and self.words.grid is not None:
            holder = self._origin(found.texts[0]) if found.texts[0].kind in HOLDERS else None
            for fillings, page, table in self._numbered(self.words.grid.title, self.tables):
                yield TemplateSlide(found.layout, page, fillings, objects=((table, holder),))
            return
        if self.words.kind == "columns" and len(found.texts) == 2:
            yield self._columns(found)
            return
        place, beside = self._places(found)
        parts = self._parts(place) if place is not None else ((),)
        alone = self.chart is not None and beside is None and found.picture is None
        title = self.words.title if self.words.figure is None else self.words.figure.title
        for fillings, page, part in self._numbered(title, (*parts, *([()] if alone else []))):
            texts = (self._text(part, place),) if place is not None and part else ()
            slide = TemplateSlide(found.layout, page, (*fillings, *texts))
            if alone and not part and place is not None:
                yield self._with_chart(slide, place.frame, place)
            else:
                yield self._with_beside(slide, beside) if page is self.page else slide

    def _numbered(self, title: str, parts: Sequence[T]) -> Iterator[tuple[tuple[Filling, ...], Page, T]]:
        """The title of each of these slides, and its page: what is said aloud belongs to the first."""
        for number, part in enumerate(parts, 1):
            text = self._title(title, number, len(parts))
            page = self.page if number == 1 else replace(self.page, notes="")
            yield (self._text((PlaceholderText(text),), self.match.title),), page, part

    def _found(self, kind: Kind) -> Sequence[Match]:
        """The layouts for a kind of slide, the best first, mended where their words could not be seen."""
        if self.as_it_is:
            return matches(kind, self.deck_template)
        sound = partial(is_sound, deck_template=self.deck_template)
        found = matches(kind, self.deck_template, sound)
        wide = (match for match in found if kind != "chart" or _is_wide(match.picture))
        return [widened(mended(match, self.deck_template), self.deck_template) for match in wide]

    def _best(self, found: Sequence[Match]) -> Match:
        """The first layout in which all words fit on one slide; where there is none, the roomiest for a picture."""
        if self.words.kind == "columns":
            return found[0]
        for match in found:
            if self._slides_of(match) == 1 and self._takes_all(match):
                return match
        return found[-1] if self.kind in ("picture", "chart") else found[0]

    def _slides_of(self, match: Match) -> int:
        """How many slides the words take in a layout."""
        place, _ = self._places(match)
        return len(self._parts(place)) if place is not None else 1

    def _takes_all(self, match: Match) -> bool:
        """Whether title and words fit their places, be it on several slides."""
        place, _ = self._places(match)
        texts = place is None or all(map(self._room(place).takes, self._parts(place)))
        return texts and self._room(match.title).takes((PlaceholderText(self.words.title),))

    def _roomy(self, match: Match) -> Match:
        """The layout with more room where the words do not fit their places, or would take many slides."""
        if self.as_it_is:
            return match
        if len(match.texts) == 1 and (self._slides_of(match) > MOST_SLIDES or not self._takes_all(match)):
            larger = grown(match, self.deck_template, title=False)
            if self._slides_of(larger) < self._slides_of(match) or self._takes_all(larger):
                match = larger
        return self._titled(match, self._title(self.words.title, 1, self._slides_of(match)))

    def _titled(self, match: Match, title: str) -> Match:
        """The layout with more room for a title that does not fit."""
        words = (PlaceholderText(title),)
        if self.as_it_is or self._room(match.title).takes(words):
            return match
        larger = grown(match, self.deck_template, title=True)
        return larger if self._room(larger.title).takes(words) else match

    def _title(self, title: str, number: int, count: int) -> str:
        """The title of one of several slides."""
        pattern = self.inputs.pages.running.continued if count > 1 else "{title}"
        return fill(pattern, {"title": title, "page": str(number), "pages": str(count)})

    def _parts(self, place: PlaceholderPlace) -> tuple[tuple[PlaceholderText, ...], ...]:
        """The words in as many parts as it takes; those of the first slide are never on two."""
        room = self._room(place)
        if self.words.kind == "title":
            choices = [_joined(self.words), *self.words.shorter]
            return (room.settled(next((choice for choice in choices if room.takes(choice)), choices[-1])),)
        if self.words.figure is not None:
            figure = self.words.figure
            choices = [room.settled(_figure(figure, size)) for size in _number_sizes(figure, room)]
            return room.parts(next((choice for choice in choices if len(room.parts(choice)) == 1), choices[-1]))
        words = room.settled(_joined(self.words))
        if self.words.heads and len(room.parts(words)) > 1:
            sides = (room.settled(_joined(side)) for side in _sides(self.words))
            return tuple(part for side in sides for part in room.parts(side))
        return room.parts(words)

    def _room(self, place: PlaceholderPlace) -> PlaceholderCapacity:
        return PlaceholderCapacity(place, self.inputs.pages.look.fonts, self.deck_template.fonts)

    # ---------------------------------------------------------------- parts

    def _text(self, words: Sequence[PlaceholderText], place: PlaceholderPlace) -> Filling:
        origin = self._origin(place)
        return Filling(origin, self._fit(words, place), place.frame if place.frame != origin.frame else None)

    def _origin(self, place: PlaceholderPlace) -> PlaceholderPlace:
        """A place as the design has it."""
        return next(one for one in self.match.layout.places if (one.kind, one.index) == (place.kind, place.index))

    def _fit(self, words: Sequence[PlaceholderText], place: PlaceholderPlace) -> tuple[PlaceholderText, ...]:
        done, fits = self._room(place).fitted(words)
        if not fits:
            message = msg(
                "“{title}” has more text than “{layout}” of the presentation can show. Make it shorter.",
                title=self.words.title, layout=self.match.layout.name,
            )  # fmt: skip
            self.findings.append(Diagnostic("error", "too-long", message))
        ground = None if self.as_it_is else ground_of(self.deck_template, self.match.layout)
        if ground is not None and not ground.is_readable(place):
            done = tuple(replace(word, ink=ground.instead(place)) for word in done)
            self._warn("hidden", HIDDEN)
        return done

    def _columns(self, found: Match) -> TemplateSlide:
        fillings = [self._text((PlaceholderText(self.words.title),), found.title)]
        for index, (block, origin) in enumerate(zip(self.words.blocks, found.texts, strict=True)):
            place = above_foot(origin, found.layout)
            head = PlaceholderText(self.words.heads[index], bullet=False, bold=True)
            if found.heads:
                fillings.append(self._text((head,), found.heads[index]))
            fillings.append(self._text(block if found.heads else (head, *block), place))
        return TemplateSlide(found.layout, self.page, tuple(fillings))

    def _places(self, found: Match) -> tuple[PlaceholderPlace | None, EmuFrame | None]:
        """Where the text goes, and the room beside it for a picture or codes without a place of their own."""
        if not found.texts:
            return None, None
        above, whole = (
            self._shared(found, place) for place in (above_foot(found.texts[0], found.layout), found.texts[0])
        )
        return whole if len(self._parts(whole[0])) < len(self._parts(above[0])) else above

    def _shared(self, found: Match, place: PlaceholderPlace) -> tuple[PlaceholderPlace, EmuFrame | None]:
        share = 0.0
        if found.picture is None:
            share = 0.46 if self.chart is not None else 0.54 if self.words.picture is not None else 0.0
        if self.words.numbered:
            share = 0.72
        if not share:
            return place, None
        left, right = halves(place.frame, share)
        if self.chart is not None and right.width < CHART_WIDTH * EMU_PER_POINT:
            return place, None
        return replace(place, frame=left), right

    def _with_beside(self, slide: TemplateSlide, room: EmuFrame | None) -> TemplateSlide:
        """The slide with its picture, chart or codes."""
        place = self.match.picture
        frame = place.frame if place is not None else room
        if self.words.picture is not None and frame is not None:
            return replace(slide, pictures=((seated(self.words.picture, frame), place),))
        if self.chart is not None and frame is not None:
            return self._with_chart(slide, frame, place)
        if room is not None:
            codes, labels = _codes(self.page, room, [word.text for word in _joined(self.words) if word.url])
            return replace(slide, codes=codes, labels=labels)
        return slide

    def _with_chart(self, slide: TemplateSlide, frame: EmuFrame, place: PlaceholderPlace | None) -> TemplateSlide:
        """The slide with its chart, in a placeholder where that can hold one."""
        if self.chart is None:
            return slide
        holder = self._origin(place) if place is not None and place.kind in HOLDERS else None
        drawn = chart(self.chart, box_of(frame), self._inks(self.match, frame, CLEAR), self._letters)
        return replace(slide, objects=tuple((one, holder if one.chart is not None else None) for one in drawn))

    def _tables(self, grid: Grid, match: Match) -> tuple[Group, ...]:
        place = above_foot(match.texts[0], match.layout)
        return tables(grid, box_of(place.frame), place.size, self._inks(match, place.frame), self._letters)

    def _inks(self, match: Match, frame: EmuFrame, least: float = READABLE) -> Inks:
        return ground_of(self.deck_template, match.layout).inks(frame, match.texts[0], least)

    @property
    def _letters(self) -> Letters:
        return Letters(self.inputs.pages.look.fonts, self.deck_template.fonts)

    def _warn(self, code: str, pattern: str) -> None:
        self.findings.append(Diagnostic("warning", code, msg(pattern, layout=self.match.layout.name)))

    def _tell(self) -> None:
        ours, theirs = self.page.layout_title, self.match.layout.name
        if self.tables:
            pattern = "The presentation has no layout for “{ours}”: its table is placed freely in “{theirs}”."
        elif self.chart is not None:
            pattern = "The presentation has no layout for “{ours}”: its chart is placed beside the text of “{theirs}”."
        elif self.words.kind == "columns":
            pattern = (
                "The presentation has no layout for “{ours}”: both columns are placed one below the other in "
                "“{theirs}”."
            )
        elif self.words.kind == "picture" and self.words.picture is not None:
            pattern = (
                "The presentation has no layout for “{ours}”: the picture is placed beside the text of “{theirs}”."
            )
        else:
            pattern = "The presentation has no layout for “{ours}”: its text is placed in “{theirs}”."
        self.findings.append(Diagnostic("warning", "no-layout", msg(pattern, ours=ours, theirs=theirs)))


def _is_wide(place: PlaceholderPlace | None) -> bool:
    return place is None or place.frame.width >= CHART_WIDTH * EMU_PER_POINT


def _figure(figure: Figure, size: float) -> tuple[PlaceholderText, ...]:
    """A number in letters of that size, what it counts, and what is said of it."""
    number = PlaceholderText(figure.number, bullet=False, bold=True, size=size)
    unit = (PlaceholderText(figure.unit, bullet=False, bold=True, close=True),) if figure.unit else ()
    return number, *unit, *figure.rest


def _number_sizes(figure: Figure, room: PlaceholderCapacity) -> Sequence[float]:
    """The sizes in which a number takes one line, the largest first."""
    number = PlaceholderText(figure.number, bold=True)
    return [size for size in NUMBER_SIZES if room.is_one_line(number, size)] or [SMALL_NUMBER]


def _sides(words: SlideWords) -> Iterator[SlideWords]:
    """Each column with its head alone, for slides that do not take both."""
    for head, block in zip(words.heads, words.blocks, strict=True):
        yield replace(words, heads=(head,), blocks=(block,))


def _joined(words: SlideWords) -> tuple[PlaceholderText, ...]:
    """All blocks below each other, each with its head."""
    found: list[PlaceholderText] = []
    for index, block in enumerate(words.blocks):
        if words.heads:
            found.append(PlaceholderText(words.heads[index], bullet=False, bold=True))
        found += block
    return tuple(found)


def _codes(
    page: Page, room: EmuFrame, addresses: Sequence[str]
) -> tuple[tuple[Group, ...], tuple[tuple[str, EmuFrame], ...]]:
    """The QR codes of a page in a column, each of several with the number of its entry at its left."""
    found = [node for node in walk(page.nodes) if isinstance(node, Group) and _is_code(node)][: len(addresses)]
    if not found:
        return (), ()
    box = box_of(room)
    side = min(CODE_SIDE, (box.height - CODE_GAP * (len(found) - 1)) / len(found), box.width - CODE_LABEL)
    codes: list[Group] = []
    labels: list[tuple[str, EmuFrame]] = []
    for row, code in enumerate(found):
        by = side / code.box.width
        x, y = box.right - side, box.y + row * (side + CODE_GAP)
        placed = move(scaled(code, by), x - code.box.x * by, y - code.box.y * by)
        if isinstance(placed, Group):
            codes.append(replace(placed, alt=code.alt or f"QR: {addresses[row]}"))
        place = (x - CODE_LABEL, y, CODE_LABEL, side)
        if len(found) > 1:
            labels.append((str(row + 1), EmuFrame(*(round(value * EMU_PER_POINT) for value in place))))
    return tuple(codes), tuple(labels)


def box_of(frame: EmuFrame) -> Box:
    """A frame in points."""
    return Box(*(value / EMU_PER_POINT for value in (frame.x, frame.y, frame.width, frame.height)))


def _is_code(group: Group) -> bool:
    return any(child.name == "modules" for child in group.children)
