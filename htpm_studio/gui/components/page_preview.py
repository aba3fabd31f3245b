"""Drawing the open piece in the background: the newest request wins, the old picture stays until then."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit import Kit
from htpm_studio.export.page_builder import on_sheet
from htpm_studio.export.specs import FileSpec, PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.render_service import RenderService, page_image
from htpm_studio.gui.i18n.translate import told
from htpm_studio.render.bitmaps import bitmap
from htpm_studio.scene.nodes import Page, Picture, PictureSource
from htpm_studio.units import Box

DRAFT = "-draft"


"""What the key of a small copy ends with that replaces a picture while it is dragged."""
DRAFT_SIDE = 1000
WIDEST = 2400


@dataclass(frozen=True, slots=True)
class PreviewRequest:
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

    request: PreviewRequest
    image: QImage
    page: Page
    findings: tuple[Diagnostic, ...]


class Preview(QObject):
    """`drawn(Shown)` and `failed(sentence)` arrive on the window's thread; requests that were overtaken never do."""

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

    def _show(self, shown: Shown) -> None:
        # A drag shows every picture; otherwise one that is already overtaken would only flicker.
        request, newest = shown.request, self._newest
        same = newest is not None and newest.key == request.key
        if request.draft or same or not self._overtaken(request):
            self.drawn.emit(shown)

    def _fail(self, request: PreviewRequest, error: Exception) -> None:
        if not self._overtaken(request):
            self.failed.emit(told(error))

    def _draw(self, request: PreviewRequest) -> Shown:
        order = self._quick(request.order) if request.draft else request.order
        composed = self._renderer.compose(order, request.kit)
        page, findings = composed.page, composed.findings
        if request.sheet is not None:
            pages = tuple(self._renderer.compose(one, request.kit).page for one in request.sheet.pages)
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
        return replace(order, content={**order.content, "picture": replace(ref, own=self._drafts[key])})


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
