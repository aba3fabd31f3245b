"""Page specifications become finished pages: lists are broken into pages, each page is composed, cards are imposed."""

from __future__ import annotations

import hashlib
import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future
from dataclasses import replace

from htpm_studio.compose.compose_page import Composed, compose_page, judge_page
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.imposition import SheetCard, impose
from htpm_studio.compose.page_breaks import ROWS
from htpm_studio.compose.table_tent import stand_up
from htpm_studio.compose.template import Library
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.render_inputs import PageInputs
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.prints.list_pages import broken
from htpm_studio.export.prints.one_ink import in_one_ink
from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import known_language
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.render.bitmaps import encoded
from htpm_studio.render.color_profile import SRGB
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Page, PictureSource

FINISHED = ("pdf", "png")
"""The formats in which nobody types, so that text needs no fonts of other programs."""

SLIDE, PICTURE = "slide", "picture"
"""What a row names a slide by, and where its picture goes."""

SLIDE_WIDTH, SLIDE_QUALITY = 595, 86
"""Pixels of the small picture of a slide or a post: 300 dots per inch in the guide, which is what shows it largest.

One that is made for a text has its own size.
"""

MOST_PAGES, MOST_VERSIONS = 400, 4
"""How many pages a builder keeps, those of a week in every size and more, and of each how many with other content."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A page that is finished or being composed, its content, and the slides that it shows."""

    content: Mapping[str, Value]
    slides: tuple[PageSpec, ...]
    composed: Future[Composed]


class PageBuilder:
    """Composes each page once, however many files, previews and checks show it.

    The pages of one look are kept; those of another look, or of templates that were read again, take their place. Safe
    on several threads: whoever asks for a page that is being composed waits for it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._look: PageTheme | None = None
        self._library: Library | None = None
        self._pages: OrderedDict[Hashable, list[_Known]] = OrderedDict()
        self._pictures: dict[int, tuple[Page, Future[PictureSource]]] = {}

    def compose(self, spec: PageSpec, inputs: PageInputs) -> Composed:
        """The finished page and its findings; of one that goes on to further pages, the first. Raises StudioError."""
        page = broken(inputs, spec)[0]
        key = (
            page.template,
            page.canvas,
            page.info,
            page.language,
            page.fonts,
            page.usual,
            page.signed,
            page.one_ink,
        )
        with self._lock:
            self._use(inputs)
            versions = self._pages.setdefault(key, [])
            self._pages.move_to_end(key)
            found = next((one for one in versions if (one.content, one.slides) == (page.content, page.slides)), None)
            known = found or _Known(page.content, page.slides, Future())
            if found is None:
                versions.append(known)
                del versions[:-MOST_VERSIONS]
                while len(self._pages) > MOST_PAGES:
                    self._pages.popitem(last=False)
        if found is None:
            try:
                known.composed.set_result(_composed(page, inputs, self))
            except BaseException as error:
                known.composed.set_exception(error)
                self._forget(versions, known)
        return known.composed.result()

    def picture(self, spec: PageSpec, inputs: PageInputs) -> PictureSource:
        """A page as a small picture, made once. Raises StudioError as `compose` does."""
        page = self.compose(spec, inputs).page
        with self._lock:
            known = self._pictures.get(id(page))
            fresh = known is None
            if known is None:
                known = self._pictures[id(page)] = page, Future()
        if fresh:
            try:
                size = page_sizes()[spec.canvas]
                wide = SLIDE_WIDTH if size.medium in ("deck", "social") else round(size.size.width)
                known[1].set_result(pictured(page, wide))
            except BaseException as error:
                known[1].set_exception(error)
        return known[1].result()

    def _use(self, inputs: PageInputs) -> None:
        """Forget the pages of another look and of other templates."""
        if self._library is not inputs.library or (self._look is not inputs.look and self._look != inputs.look):
            self._pages, self._pictures = OrderedDict(), {}
        self._look, self._library = inputs.look, inputs.library

    def _forget(self, versions: list[_Known], known: _Known) -> None:
        """Let a page that could not be composed be tried again."""
        with self._lock:
            versions[:] = [one for one in versions if one is not known]


def compose(spec: PageSpec, inputs: PageInputs) -> Composed:
    """Compose a page; of one that goes on to further pages, the first."""
    return PageBuilder().compose(spec, inputs)


def _composed(page: PageSpec, inputs: PageInputs, builder: PageBuilder) -> Composed:
    content = _with_pictures(page, lambda slide: builder.picture(slide, inputs)) if page.slides else page.content
    look = _look(page, inputs)
    made = compose_page(page.template, page.canvas, content, look, inputs.library, page.info, page.usual)
    return replace(made, page=in_one_ink(made.page, look.palette["ink"])) if page.one_ink else made


def _with_pictures(page: PageSpec, picture_of: Callable[[PageSpec], PictureSource]) -> Mapping[str, Value]:
    """The content of a page, its rows with the pictures of the slides that they name."""
    found: list[Value] = []
    rows = page.content.get(ROWS)
    for row in rows if isinstance(rows, tuple) else ():
        if isinstance(row, Mapping) and (number := row.get(SLIDE)):
            slide = page.slides[int(str(number)) - 1]
            found.append({**row, PICTURE: PictureRef(picture_of(slide), alt=slide.info.title)})
        else:
            found.append(row)
    return {**page.content, ROWS: tuple(found)}


def pictured(page: Page, wide: int) -> PictureSource:
    """A page as a picture that is so many pixels wide."""
    image = render_page(page, wide / page.size.width)
    data = encoded(image.convert("RGB"), "JPEG", quality=SLIDE_QUALITY, subsampling=0, icc_profile=SRGB)
    return PictureSource(hashlib.sha256(data).hexdigest(), "jpeg", data, (float(image.width), float(image.height)))


def judge(spec: PageSpec, inputs: PageInputs) -> tuple[Diagnostic, ...]:
    """What does not fit a page and what is left out of it, sooner than `compose` tells."""
    library = inputs.library
    look = _look(spec, inputs)
    return judge_page(spec.template, spec.canvas, spec.content, look, library, spec.info, spec.usual)


def _look(spec: PageSpec, inputs: PageInputs) -> PageTheme:
    look = inputs.look
    if spec.language:
        phrases = inputs.phrases.get(spec.language, {})
        look = replace(look, language=known_language(spec.language).tag, phrases=phrases)
    if spec.fonts == "system":
        look = replace(look, styles=look.styles.with_system_fonts())
    elif spec.fonts == "own":
        look = replace(look, styles=look.styles.with_own_fonts(look.fonts))
    return look if spec.signed else replace(look, logo=None, organization="")


def pages_of(spec: FileSpec, inputs: PageInputs) -> tuple[PageSpec, ...]:
    """Every single page of a file, with long lists broken. Slides that nobody types in are in the kit's own fonts."""
    pages = (page for whole in spec.pages for page in broken(inputs, whole))
    finished = spec.medium == "deck" and spec.format in FINISHED
    return tuple(replace(page, fonts="own") for page in pages) if finished else tuple(pages)


def on_sheet(spec: FileSpec, pages: tuple[Page, ...], inputs: PageInputs) -> tuple[Page, ...]:
    """The pages of cards (outside and inside in turn, the language as their section) or of a tent put on sheets.

    Cards of names fill one sheet after the other; all others are repeated on a single one.
    """
    book = inputs.sheets
    sheet, notes = book.sheets[spec.sheet], book.notes_in(inputs.language)
    if sheet.is_tent:
        return (stand_up(pages[0], sheet, notes, inputs.look, spec.title),)
    cards = [SheetCard(pages[at].section, *pages[at : at + spec.sides]) for at in range(0, len(pages), spec.sides)]
    most = sheet.places if spec.private else len(cards)
    sheets = (cards[at : at + most] for at in range(0, len(cards), most))
    return tuple(
        page for filling in sheets for page in impose(filling, sheet, notes, inputs.look, spec.title, once=spec.private)
    )


def first_sheet(spec: FileSpec, inputs: PageInputs) -> tuple[PageSpec, ...]:
    """The pages that are on the first sheet of a file."""
    return spec.pages[: inputs.sheets.sheets[spec.sheet].places * spec.sides]


def page_count(spec: FileSpec, inputs: PageInputs) -> int:
    """How many pages the file has: a sheet of cards has a side for each of theirs, a sheet of tents one."""
    if not spec.sheet:
        return len(pages_of(spec, inputs))
    if not spec.private:
        return spec.sides
    return spec.sides * math.ceil(len(spec.pages) / spec.sides / inputs.sheets.sheets[spec.sheet].places)
