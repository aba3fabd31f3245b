"""Drawing the open piece on a thread of its own: the newest request wins, the old picture stays until then."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import Diagnostic, StudioError
from htpm_studio.export.kit import Kit
from htpm_studio.export.page_builder import compose, on_sheet
from htpm_studio.export.specs import FileSpec, PageSpec
from htpm_studio.gui.editor.crop import DRAFT
from htpm_studio.gui.speech.spoken import told
from htpm_studio.gui.thumbnails import page_image
from htpm_studio.render.bitmaps import bitmap
from htpm_studio.scene.nodes import Page, Picture, PictureSource
from htpm_studio.units import Box

DRAFT_SIDE = 1000
WIDEST = 2400


@dataclass(frozen=True, slots=True)
class Request:
    """A picture that is wanted: which page, how wide in pixels; of a whole sheet, or quickly while it is dragged."""

    key: str
    order: PageSpec
    kit: Kit
    width: int
    sheet: FileSpec | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A drawn picture with its page and what was found on the way."""

    request: Request
    image: QImage
    page: Page
    findings: tuple[Diagnostic, ...]


class Preview(QObject):
    """`drawn(Shown)` and `failed(sentence)` arrive on the window's thread; requests that were overtaken never do."""

    drawn = Signal(object)
    failed = Signal(str)
    _done = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")
        self._lock = threading.Lock()
        self._next: Request | None = None
        self._working = False
        self._closed = False
        self._drafts: dict[str, PictureSource] = {}
        self._done.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def ask(self, request: Request) -> None:
        """Draw this next; what was asked for before and is not begun is forgotten."""
        with self._lock:
            self._next = request
            start = not self._working and not self._closed
            self._working = self._working or start
        if start:
            self._pool.submit(self._work)

    def shutdown(self) -> None:
        """Stop, and wait for the worker."""
        with self._lock:
            self._closed, self._next = True, None
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _take(self) -> Request | None:
        with self._lock:
            request, self._next = self._next, None
            self._working = request is not None
            return request

    def _work(self) -> None:
        while (request := self._take()) is not None:
            try:
                self._done.emit(request, self._draw(request))
            except StudioError as error:
                self._done.emit(request, told(error))

    def _settle(self, request: Request, result: object) -> None:
        with self._lock:
            newer = self._next
        if isinstance(result, Shown):
            # A drag shows every picture; otherwise one that is already overtaken would only flicker.
            if newer is None or request.draft or newer.key == request.key:
                self.drawn.emit(result)
        elif newer is None:
            self.failed.emit(str(result))

    def _draw(self, request: Request) -> Shown:
        order = self._quick(request.order) if request.draft else request.order
        composed = compose(order, request.kit)
        page, findings = composed.page, composed.findings
        if request.sheet is not None:
            pages = tuple(compose(one, request.kit).page for one in request.sheet.pages)
            page = on_sheet(request.sheet, pages, request.kit)[0]
        return Shown(request, page_image(page, min(WIDEST, max(40, request.width))), page, findings)

    def _quick(self, order: PageSpec) -> PageSpec:
        """The same page with a small copy of its picture, which is cut and scaled in a few milliseconds."""
        ref = order.content.get("picture")
        if not isinstance(ref, PictureRef) or ref.drawn is not None:
            return order
        key = ref.source.key
        if key not in self._drafts:
            self._drafts = {key: small_copy(ref.source)}
        return replace(order, content={**order.content, "picture": replace(ref, source=self._drafts[key])})


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
