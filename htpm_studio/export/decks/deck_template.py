"""Decks in a design that is not a template of ours: matched to its layouts, measured, continued where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.context import Value
from htpm_studio.errors import Diagnostic, InputError, msg
from htpm_studio.export.decks.capacity import PlaceholderCapacity, above_foot, halves, seated
from htpm_studio.export.decks.layout_match import Match, matches
from htpm_studio.export.decks.plain_words import SlideWords, slide_words
from htpm_studio.export.kit.render_inputs import RenderInputs
from htpm_studio.frozen import dataclass
from htpm_studio.render.pptx.deck_template.fill import Filling, TemplateSlide, render_template_deck
from htpm_studio.render.pptx.deck_template.geometry import PlaceholderPlace
from htpm_studio.render.pptx.deck_template.paragraphs import PlaceholderText
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.scene.nodes import Document, Group, Page, Picture
from htpm_studio.scene.scale import scaled
from htpm_studio.scene.walk import move, walk
from htpm_studio.units import EMU_PER_POINT, Box

CODE_SIDE, CODE_GAP, CODE_LABEL = 110.0, 10.0, 36.0


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
) -> TemplateDeck:
    """The slides in the design of the deck template; raises InputError when it has no layout for a title and a text."""
    slides: list[TemplateSlide] = []
    findings: list[Diagnostic] = []
    for content, page in zip(contents, pages, strict=True):
        made, found = template_slides(inputs, deck_template, content, page)
        slides += made
        findings += found
    return TemplateDeck(render_template_deck(document, deck_template, slides), tuple(dict.fromkeys(findings)))


def template_slides(
    inputs: RenderInputs, deck_template: DeckTemplate, content: Mapping[str, Value], page: Page
) -> tuple[tuple[TemplateSlide, ...], tuple[Diagnostic, ...]]:
    """The slides that one page becomes, and what the design has no place for; raises InputError as `template_deck`."""
    made = _Maker(inputs, deck_template, page, slide_words(content, page))
    slides = tuple(replace(slide, footer=inputs.document.footer) for slide in made.slides())
    return slides, tuple(made.findings)


def check_layouts(deck_template: DeckTemplate) -> None:
    """Raise InputError for a design that has no layout for a title and a text."""
    if not matches("text", deck_template):
        raise InputError(
            msg("No slide layout of {name} has places for both a title and a text.", name=deck_template.name),
            "Choose a presentation with a layout such as “Title and Content”.",
        )


class _Maker:
    """Makes the slides of one page; `findings` says what the design has no place for."""

    def __init__(self, inputs: RenderInputs, deck_template: DeckTemplate, page: Page, words: SlideWords) -> None:
        self.inputs, self.deck_template, self.page = inputs, deck_template, page
        self.words = words
        self.findings: list[Diagnostic] = []
        check_layouts(deck_template)
        self.match = self._best(matches(self.words.kind, deck_template))

    def slides(self) -> Iterator[TemplateSlide]:
        """One slide, or several where the text is longer than its place."""
        found = self.match
        if not found.exact:
            self._tell()
        if self.words.kind == "columns" and len(found.texts) == 2:
            yield self._columns(found)
            return
        place, beside = self._places(found)
        parts = self._parts(place) if place is not None else ((),)
        count = len(parts)
        for number, part in enumerate(parts, 1):
            pattern = self.inputs.pages.running.continued if count > 1 else "{title}"
            title = fill(pattern, {"title": self.words.title, "page": str(number), "pages": str(count)})
            fillings = [self._title(title, found)]
            if place is not None and part:
                fillings.append(self._text(part, place, found.texts[0]))
            pictures, codes, labels = self._beside(beside, first=number == 1)
            page = self.page if number == 1 else replace(self.page, notes="")
            yield TemplateSlide(found.layout, page, tuple(fillings), pictures, codes, labels)

    def _best(self, found: Sequence[Match]) -> Match:
        """The first layout in which all words fit on one slide; where there is none, the roomiest for a picture."""
        if self.words.kind in ("columns", "title"):
            return found[0]
        for match in found:
            place, _ = self._places(match)
            if (
                place is not None
                and len(self._parts(place)) == 1
                and self._room(match.title).takes((PlaceholderText(self.words.title),))
            ):
                return match
        return found[-1] if self.words.kind == "picture" else found[0]

    def _parts(self, place: PlaceholderPlace) -> tuple[tuple[PlaceholderText, ...], ...]:
        """The words in as many parts as it takes; those of the first slide are never on two."""
        room = self._room(place)
        if self.words.kind == "title":
            choices = [_joined(self.words), *self.words.shorter]
            return (room.settled(next((choice for choice in choices if room.takes(choice)), choices[-1])),)
        words = room.settled(_joined(self.words))
        if self.words.heads and len(room.parts(words)) > 1:
            sides = (room.settled(_joined(side)) for side in _sides(self.words))
            return tuple(part for side in sides for part in room.parts(side))
        return room.parts(words)

    def _room(self, place: PlaceholderPlace) -> PlaceholderCapacity:
        return PlaceholderCapacity(place, self.inputs.pages.look.fonts, self.deck_template.fonts)

    # ---------------------------------------------------------------- parts

    def _title(self, text: str, found: Match) -> Filling:
        return Filling(found.title, self._fit((PlaceholderText(text),), found.title))

    def _text(self, words: Sequence[PlaceholderText], place: PlaceholderPlace, origin: PlaceholderPlace) -> Filling:
        moved = place.frame if place.frame != origin.frame else None
        return Filling(origin, self._fit(words, place), moved)

    def _fit(self, words: Sequence[PlaceholderText], place: PlaceholderPlace) -> tuple[PlaceholderText, ...]:
        done, fits = self._room(place).fitted(words)
        if not fits:
            message = msg(
                "“{title}” has more text than “{layout}” of the presentation can show. Make it shorter.",
                title=self.words.title, layout=self.match.layout.name,
            )  # fmt: skip
            self.findings.append(Diagnostic("error", "too-long", message))
        return done

    def _columns(self, found: Match) -> TemplateSlide:
        fillings = [self._title(self.words.title, found)]
        for index, (block, origin) in enumerate(zip(self.words.blocks, found.texts, strict=True)):
            place = above_foot(origin, found.layout)
            head = PlaceholderText(self.words.heads[index], bullet=False, bold=True)
            if found.heads:
                fillings.append(Filling(found.heads[index], self._fit((head,), found.heads[index])))
            fillings.append(self._text(block if found.heads else (head, *block), place, origin))
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
        if self.words.picture is not None and found.picture is None:
            left, right = halves(place.frame, 0.54)
            return replace(place, frame=left), right
        if self.words.numbered:
            left, right = halves(place.frame, 0.72)
            return replace(place, frame=left), right
        return place, None

    def _beside(
        self, room: EmuFrame | None, *, first: bool
    ) -> tuple[
        tuple[tuple[Picture, PlaceholderPlace | None], ...], tuple[Group, ...], tuple[tuple[str, EmuFrame], ...]
    ]:
        if not first:
            return (), (), ()
        if self.words.picture is not None:
            place = self.match.picture
            frame = place.frame if place is not None else room
            if frame is not None:
                return ((seated(self.words.picture, frame), place),), (), ()
        if room is not None:
            return ((), *_codes(self.page, room, [word.text for word in _joined(self.words) if word.url]))
        return (), (), ()

    def _tell(self) -> None:
        ours, theirs = self.page.layout_title, self.match.layout.name
        if self.words.kind == "columns":
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
    """The QR codes of a page in a column, each with the number of its entry at its left."""
    found = [node for node in walk(page.nodes) if isinstance(node, Group) and _is_code(node)][: len(addresses)]
    if not found:
        return (), ()
    box = Box(*(value / EMU_PER_POINT for value in (room.x, room.y, room.width, room.height)))
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
        labels.append((str(row + 1), EmuFrame(*(round(value * EMU_PER_POINT) for value in place))))
    return tuple(codes), tuple(labels)


def _is_code(group: Group) -> bool:
    return any(child.name == "modules" for child in group.children)
