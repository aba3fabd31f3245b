"""Every page that the window shows is drawn here, on worker threads: nearest first, the newest request wins."""

from __future__ import annotations

import io
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from htpm_studio.compose.compose_page import Composed
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import Diagnostic, StudioError
from htpm_studio.export.kit.kit import Kit, Resources
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.page_builder import PageBuilder, first_sheet, on_sheet
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.kept_pictures import KeptPictures
from htpm_studio.gui.i18n import explain
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.project.model import Project
from htpm_studio.render.bitmaps import bitmap
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Page, Picture, PictureSource
from htpm_studio.units import Box

CACHE_BYTES = 96_000_000
WORKERS, ASKERS = 2, 2
"""Threads for pictures that are kept, and for what one place asks for and waits for."""

HEAD_START, LOOK = 0.04, 0.05
T = TypeVar("T")
Shown = tuple[int, Callable[[int], QImage]]
"""What a picture shows: a number that changes with it, and how it is drawn so many pixels wide."""


@dataclass(frozen=True, slots=True)
class WantedPicture:
    """A picture that is wanted: of which page, for which state of the kit, how many pixels wide.

    `shows` finds what is to be seen of what is no page.
    """

    key: str
    spec: PageSpec
    kit: Kit
    width: int
    shows: Callable[[Kit], Shown] | None = None


@dataclass(frozen=True, slots=True)
class AnsweredRequest:
    """What the newest picture of a key answers. It does not hold the kit, which knows all of its files."""

    spec: PageSpec
    width: int
    look: PageTheme
    project: Project
    resources: Resources
    design: str = ""

    def shows(self, spec: PageSpec, kit: Kit, width: int) -> bool:
        """Whether the picture is the page as this kit draws it, so wide."""
        same = self.width == width and self.spec == spec and self.look == kit.look and self.design == _design(kit)
        return same and self.resources is kit.resources


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture as it was last drawn, and what of."""

    image: QImage
    page: int
    width: int


@dataclass(frozen=True, slots=True)
class PendingRequest:
    """What one place waits for: how it is found, and who hears of it or of the error."""

    work: Callable[[], Any]
    answer: Callable[[Any], object]
    fail: Callable[[Exception], object]


class RenderService(QObject):
    """Draws what `want` and `ask` ask for; each page is composed once for all places that show it (`builder`).

    Pictures of `want` are kept, and `ready(key)` and `failed(key, sentence)` tell of them later.
    """

    ready = Signal(str)
    failed = Signal(str, str)
    _done = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, kept: KeptPictures | None = None) -> None:
        super().__init__(parent)
        self.builder = PageBuilder()
        self._kept = kept
        self._pool = ThreadPoolExecutor(max_workers=WORKERS + ASKERS, thread_name_prefix="render")
        self._asked: dict[int, PendingRequest] = {}
        self._asking: set[int] = set()
        self.places: set[int] = set()
        self._lock = threading.Lock()
        self._queues: dict[str, list[WantedPicture]] = {}
        self._working = 0
        self._closed = False
        self._calm = threading.Event()
        self._calm.set()
        self._rests_until = 0.0
        self._pictures: OrderedDict[str, DrawnPicture] = OrderedDict()
        self._newest: dict[str, AnsweredRequest] = {}
        self._begun = 0
        self._answers: dict[str, int] = {}
        self._done.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def compose(self, spec: PageSpec, kit: Kit) -> Composed:
        """A finished page with its findings, of a slide that goes on the first one; safe on any thread."""
        return self.slides(spec, kit)[0]

    def slides(self, spec: PageSpec, kit: Kit) -> tuple[Composed, ...]:
        """A page as the kit has it: a slide in the design of the user's that decks take, which may go on to others."""
        composed = self.builder.compose(spec, kit.page_inputs)
        if kit.options.deck_template is None or page_sizes()[spec.canvas].medium != "deck":
            return (composed,)
        from htpm_studio.export.decks.drawn.pages import slides_of  # noqa: PLC0415 - few have one

        return slides_of(kit, spec, composed)

    def ask(
        self,
        place: QObject,
        work: Callable[[], T],
        answer: Callable[[T], object],
        fail: Callable[[Exception], object] = lambda _error: None,
    ) -> None:
        """Do this for a place as soon as possible: `answer`, or `fail`, hears in the window's thread what came of it.

        What the same place asked for before and is not begun is forgotten; one is done after the other, and nobody is
        told when the place is gone.
        """
        name = id(place)
        with self._lock:
            if self._closed:
                return
            known, start = name in self.places, name not in self._asking
            self._asked[name] = PendingRequest(work, answer, fail)
            self.places.add(name)
            self._asking.add(name)
        if not known:
            place.destroyed.connect(lambda: self.forget_place(name))
        if start:
            self._pool.submit(self._answer, name)

    def waits(self, place: QObject) -> bool:
        """Whether a place asked for something that is not begun."""
        with self._lock:
            return id(place) in self._asked

    def forget_place(self, name: int) -> None:
        """A place is gone: nothing is done for it any more, and nothing told."""
        with self._lock:
            self.places.discard(name)
            self._asked.pop(name, None)

    def _answer(self, name: int) -> None:
        while True:
            with self._lock:
                asked = self._asked.pop(name, None)
                if asked is None:
                    self._asking.discard(name)
                    return
            try:
                result = asked.work()
            except Exception as error:  # whoever asked says what is wrong
                self._answered.emit((name, asked.fail, error))
            else:
                self._answered.emit((name, asked.answer, result))

    def _tell(self, told_of: tuple[int, Callable[[Any], object], object]) -> None:
        name, hear, result = told_of
        if name in self.places:
            hear(result)

    def picture(self, key: str) -> QImage | None:
        """The newest picture of a key, perhaps of an older state; None when it was never drawn."""
        drawn = self._pictures.get(key)
        return drawn.image if drawn else None

    def newest(self, key: str) -> AnsweredRequest | None:
        """The request that the picture of a key answers, whether it had to be drawn anew or not."""
        return self._newest.get(key)

    @property
    def busy(self) -> bool:
        """Whether pictures are being drawn or wait for it."""
        return not self._calm.is_set()

    def wait_calm(self, most: float = 2.0) -> None:
        """Wait in a worker thread until nothing is drawn, for `most` seconds, so that what is in sight comes first."""
        # What was just changed is asked for a moment later.
        time.sleep(HEAD_START)
        self._calm.wait(most)

    def rest(self, seconds: float) -> None:
        """Begin no picture of `want` for so long: somebody types, and Python lets one thread work at a time."""
        self._rests_until = time.monotonic() + seconds

    def want(self, wanted: Sequence[WantedPicture], group: str = "") -> None:
        """Draw these next, first things first; what the same group still waited for is forgotten.

        Groups (one for each place that shows pictures) take turns in the order in which they first asked.
        """
        with self._lock:
            if self._closed:
                return  # A timer of a page may still ask while the window goes away.
            self._queues[group] = list(wanted)
            if wanted and not self._closed:
                self._calm.clear()
            idle = min(WORKERS - self._working, len(wanted))
            self._working += max(0, idle)
        for _ in range(max(0, idle)):
            self._pool.submit(self._work)

    def forget(self) -> None:
        """Drop all pictures (another kit was opened)."""
        self._pictures.clear()
        self._newest.clear()
        self._answers.clear()

    def shutdown(self) -> None:
        """Stop drawing and wait for the workers."""
        with self._lock:
            self._closed = True
            self._queues.clear()
            self._asked.clear()
            self.places.clear()
            self._calm.set()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.forget()  # Python may hold a closed window for a while: its pictures need not stay

    def _next(self) -> tuple[int, WantedPicture] | None:
        with self._lock:
            for queue in () if self._closed else self._queues.values():
                if queue:
                    self._begun += 1
                    return self._begun, queue.pop(0)
            self._working -= 1
            if not self._working:
                self._calm.set()
            return None

    def _rested(self) -> None:
        """Wait while somebody types."""
        while not self._closed and (left := self._rests_until - time.monotonic()) > 0:
            time.sleep(min(left, LOOK))

    def _work(self) -> None:
        self._rested()
        while (begun := self._next()) is not None:
            number, wanted = begun
            try:
                known = self._pictures.get(wanted.key)
                if known is None and (kept := self._found(wanted)) is not None:
                    self._done.emit((number, wanted, kept, 0))
                    continue
                stamp, draw = wanted.shows(wanted.kit) if wanted.shows else self._page_shown(wanted)
                same = known is not None and (known.page, known.width) == (stamp, wanted.width)
                image = known.image if known is not None and same else draw(wanted.width)
                self._done.emit((number, wanted, image, stamp))
            except Exception as error:  # whatever is wrong with one page must not stop the others
                reason = explain(error) if isinstance(error, StudioError) else f"{type(error).__name__}: {error}"
                self._done.emit((number, wanted, reason, 0))
            self._rested()

    def _found(self, wanted: WantedPicture) -> QImage | None:
        """The picture of a page that an earlier session kept."""
        if self._kept is None or wanted.shows is not None:
            return None
        return self._kept.find(wanted.spec, wanted.kit, wanted.width)

    def keep(self, rows: Sequence[tuple[str, PageSpec]], kit: Kit) -> None:
        """Keep the pictures of these keys and pages for the next start, as far as they show this kit."""
        for key, spec in rows if self._kept is not None else ():
            drawn, newest = self._pictures.get(key), self._newest.get(key)
            fresh = drawn is not None and newest is not None and newest.shows(spec, kit, drawn.width)
            if self._kept is not None and drawn is not None and fresh and drawn.page:
                self._kept.keep(spec, kit, drawn.image)

    def _page_shown(self, wanted: WantedPicture) -> Shown:
        page = self.compose(wanted.spec, wanted.kit).page
        return hash(page), partial(page_image, page)

    def _settle(self, done: tuple[int, WantedPicture, QImage | str, int]) -> None:
        number, wanted, result, page = done
        key, width = wanted.key, wanted.width
        if number < self._answers.get(key, 0):
            return  # It was begun for an older state, and took longer than the picture of a newer one.
        self._answers[key] = number
        self._newest[key] = AnsweredRequest(
            wanted.spec, width, wanted.kit.look, wanted.kit.project, wanted.kit.resources, _design(wanted.kit)
        )
        if isinstance(result, str):
            self.failed.emit(key, result)
            return
        self._pictures[key] = DrawnPicture(result, page, width)
        self._pictures.move_to_end(key)
        self._trim()
        self.ready.emit(key)

    def _trim(self) -> None:
        total = sum(drawn.image.sizeInBytes() for drawn in self._pictures.values())
        while total > CACHE_BYTES and len(self._pictures) > 1:
            gone, old = self._pictures.popitem(last=False)
            total -= old.image.sizeInBytes()
            self._newest.pop(gone, None)


def _design(kit: Kit) -> str:
    return kit.options.deck_template.digest if kit.options.deck_template is not None else ""


def page_image(page: Page, width: int) -> QImage:
    """A page as a picture of the given width in pixels; safe on any thread."""
    picture = render_page(page, width / page.size.width, exact=False)
    data = picture.tobytes()
    image = QImage(data, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    # The window draws this form without converting it again and again; converting also copies `data`.
    return image.convertToFormat(QImage.Format.Format_RGB32)


DRAFT = "-draft"
"""What the key of a small copy ends with that replaces a picture while it is dragged."""
DRAFT_SIDE = 1000
WIDEST = 2400


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """A picture that is wanted: which page, how wide in pixels; of a whole sheet, or quickly while it is dragged.

    `part` is which slide of one that goes on in the design of the user's, or which side of the sheet.
    """

    key: str
    spec: PageSpec
    kit: Kit
    width: int
    sheet: FileSpec | None = None
    draft: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True)
class PreviewResult:
    """A drawn picture with its page and what was found on the way."""

    request: PreviewRequest
    image: QImage
    page: Page
    findings: tuple[Diagnostic, ...]


class Preview(QObject):
    """`drawn(PreviewResult)` and `failed(sentence)` arrive on the window's thread; overtaken requests never do."""

    drawn = Signal(object)
    failed = Signal(str)

    def __init__(self, renderer: RenderService, parent: QObject) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._newest: PreviewRequest | None = None
        self._drafts: dict[str, PictureSource] = {}

    def ask(self, request: PreviewRequest) -> None:
        """Draw this next; what was asked for before and is not begun is forgotten."""
        self._newest = request
        self._renderer.ask(self, partial(self._draw, request), self._show, partial(self._fail, request))

    def _overtaken(self, request: PreviewRequest) -> bool:
        """Whether something else was asked for meanwhile and is not begun."""
        return self._newest is not request and self._renderer.waits(self)

    def _show(self, shown: PreviewResult) -> None:
        # A drag shows every picture; otherwise one that is already overtaken would only flicker.
        request, newest = shown.request, self._newest
        same = newest is not None and newest.key == request.key
        if request.draft or same or not self._overtaken(request):
            self.drawn.emit(shown)

    def _fail(self, request: PreviewRequest, error: Exception) -> None:
        if not self._overtaken(request):
            self.failed.emit(explain(error))

    def _draw(self, request: PreviewRequest) -> PreviewResult:
        spec = self._quick(request.spec) if request.draft else request.spec
        slides = self._renderer.slides(spec, request.kit)
        composed = slides[min(request.part, len(slides) - 1)]
        page, findings = composed.page, composed.findings
        if request.sheet is not None:
            pages = tuple(
                self._renderer.compose(one, request.kit).page
                for one in first_sheet(request.sheet, request.kit.page_inputs)
            )
            page = on_sheet(request.sheet, pages, request.kit.page_inputs)[request.part]
        return PreviewResult(request, page_image(page, min(WIDEST, max(40, request.width))), page, findings)

    def _quick(self, spec: PageSpec) -> PageSpec:
        """The same page with a small copy of its picture, which is cut and scaled in a few milliseconds."""
        ref = spec.content.get("picture")
        if not isinstance(ref, PictureRef) or ref.drawn is not None:
            return spec
        key = ref.source.key
        if key not in self._drafts:
            self._drafts = {key: small_copy(ref.source)}
        return replace(spec, content={**spec.content, "picture": replace(ref, own=self._drafts[key])})


def small_copy(source: PictureSource) -> PictureSource:
    """The picture with at most 1,000 pixels on its long side; it counts as large as the original."""
    wide, high = source.size
    scale = DRAFT_SIDE / max(wide, high)
    size = max(1, round(wide * scale)), max(1, round(high * scale))
    image = bitmap(Picture("picture", Box(0, 0, wide, high), source), *size)
    data = io.BytesIO()
    if image.mode == "RGBA":
        image.save(data, "PNG", compress_level=1)
        return PictureSource(f"{source.key}{DRAFT}", "png", data.getvalue(), source.size)
    image.save(data, "JPEG", quality=88)
    return PictureSource(f"{source.key}{DRAFT}", "jpeg", data.getvalue(), source.size)
