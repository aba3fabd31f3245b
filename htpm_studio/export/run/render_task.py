"""One file of a kit as a piece of work that any process can do."""

from __future__ import annotations

import base64
import importlib
import math
from collections.abc import Callable, Sequence
from typing import Any

from htpm_studio.errors import StudioError
from htpm_studio.export.kit.render_inputs import PageInputs, RenderInputs
from htpm_studio.export.kit.specs import FileSpec, PageSpec, RenderedFile
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.run.executors import Sendable
from htpm_studio.export.run.job_errors import render_or_report
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import use
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Parcel
from htpm_studio.render.bitmaps import encoded
from htpm_studio.render.raster.page import render_page

PREVIEW_WIDTH, PREVIEW_PIXELS, PREVIEW_QUALITY = 480, 130_000, 80
"""Of the small picture of a file: its width in pixels at most, all of them at most, and the quality of the JPEG."""

FILE_WEIGHT, FLOWING = 0.5, 4.0
"""What a file weighs besides its pages, and one that goes on to further pages besides itself: it is laid out again."""


@dataclass(frozen=True, slots=True)
class RenderOutcome:
    """A file, or why it cannot be made; and the small picture of its first page, if one was asked for."""

    file: RenderedFile | Exception
    preview: str = ""


class KitWork:
    """What all files of a kit are made from, its pages composed once in each process."""

    def __init__(self, inputs: RenderInputs, specs: Sequence[FileSpec], builder: PageBuilder | None = None) -> None:
        self.inputs, self.specs = inputs, tuple(specs)
        self.builder = builder or PageBuilder()

    def __reduce__(self) -> tuple[object, ...]:
        """Another process draws with the user's page sizes and pieces as well."""
        return _arrived, (self.inputs, self.specs)


def _arrived(inputs: RenderInputs, specs: Sequence[FileSpec]) -> KitWork:
    use(inputs.pages.additions)
    return KitWork(inputs, specs)


class RenderTask(Sendable):
    """The file of that number of a kit; with `shows` its preview as well."""

    def __init__(self, parcel: Parcel, number: int, context: JobContext, *, shows: bool) -> None:
        self.parcel, self.context = parcel, context
        self._number, self._shows = number, shows
        batch: KitWork = parcel.value
        self.affinity_key, self.weight = _affinity_key(batch.specs[number]), weight_of(batch.specs[number])

    def __call__(self) -> RenderOutcome:
        """Render the file here."""
        return _render(self.parcel.value, self.context, self._number, self._shows)

    def remote(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """How another process renders the file."""
        return _render, (self._number, self._shows)

    def failed(self, error: StudioError) -> RenderOutcome:
        """The file is one that cannot be made."""
        return RenderOutcome(error)


def weight_of(spec: FileSpec) -> float:
    """How much work a file is, in pages; a slide that it shows is one."""
    if spec.runs:
        return sum(weight_of(run.spec) for run in spec.runs)
    return FILE_WEIGHT + len(spec.pages) + len(spec.slides) + FLOWING * sum(bool(page.flow) for page in spec.pages)


def _affinity_key(spec: FileSpec) -> str:
    """What files have in common that share pages: slides, or a size of page."""
    if spec.medium == "deck" or spec.slides or any(page.slides for page in spec.pages):
        return "slides"
    return spec.pages[0].canvas if spec.pages else ""


def ready(_value: object, _context: JobContext) -> None:
    """Import what makes the files of a kit, while the process that reads it in is not there yet."""
    importlib.import_module("htpm_studio.render.pdf.document")
    importlib.import_module("htpm_studio.render.pptx.deck")


def _render(batch: KitWork, context: JobContext, number: int, shows: bool) -> RenderOutcome:
    spec = batch.specs[number]
    made = render_or_report(spec, batch.inputs, context, batch.builder)
    seen = shows and isinstance(made, RenderedFile)
    return RenderOutcome(made, preview(spec, batch.inputs.pages, batch.builder) if seen else "")


def shown_page(spec: FileSpec) -> PageSpec:
    """The page that stands for a file where it is shown."""
    return spec.cover or spec.pages[0]


def preview(spec: FileSpec, inputs: PageInputs, builder: PageBuilder) -> str:
    """A small picture of the first page of a file, as a data address."""
    page = builder.compose(shown_page(spec), inputs).page
    width, height = page.size.width, page.size.height
    image = render_page(page, min(PREVIEW_WIDTH / width, math.sqrt(PREVIEW_PIXELS / (width * height))))
    data = encoded(image, "JPEG", quality=PREVIEW_QUALITY, subsampling=0)
    return "data:image/jpeg;base64," + base64.b64encode(data).decode()
