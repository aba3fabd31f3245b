"""What the back ends read of each file while a kit is made: its pages or words, by the path of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from typing import Any
from unittest.mock import patch

from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.run import render_file, render_task
from htpm_studio.export.texts import written
from htpm_studio.scene.nodes import Document, Page
from tests.ring.digests import PAGE, of_value

NOTHING = "-"
"""The scene of a file that no back end wrote, such as a font or the list of files."""


@dataclass
class Recorder:
    """The scenes of the files that were made, and their pages."""

    scenes: dict[str, str] = field(default_factory=dict)
    pages: dict[str, tuple[Page, ...]] = field(default_factory=dict)
    _path: str = ""
    _known: dict[int, tuple[Page, str]] = field(default_factory=dict)

    def begin(self, spec: FileSpec) -> None:
        """What is written from now on belongs to that file."""
        self._path = spec.path

    def note(self, *parts: Sequence[Page] | object) -> None:
        """Keep what the file is written from: pages as one digest each, the rest as one."""
        self.scenes[self._path] = "/".join(map(self._digest, parts)) or NOTHING
        self.pages[self._path] = tuple(one for part in parts if isinstance(part, tuple) for one in part)

    def _digest(self, part: object) -> str:
        if not isinstance(part, tuple):
            return of_value(part, PAGE)
        return "".join(self._of_page(page) for page in part)

    def _of_page(self, page: Page) -> str:
        known = self._known.get(id(page))
        if known is None:
            known = self._known[id(page)] = page, of_value(page, PAGE)
        return known[1]


@contextmanager
def recorded(files: str = "*") -> Iterator[Recorder]:
    """Record what is written in this process meanwhile; files that do not match the pattern are empty."""
    recorder = Recorder()

    def render(spec: FileSpec, *rest: Any) -> RenderedFile | Exception:
        if not fnmatch(spec.path, files):
            return RenderedFile(spec, b"")
        recorder.begin(spec)
        return real_render(spec, *rest)

    def before(real: Callable[..., Any], told: Callable[..., None]) -> Callable[..., Any]:
        def call(*given: Any, **options: Any) -> Any:
            told(*given)
            return real(*given, **options)

        return call

    def document(*given: Any) -> Document:
        made: Document = real_document(*given)
        rest = replace(made, pages=(), layouts=())
        recorder.note(made.pages, *((made.layouts,) if made.layouts else ()), rest)
        return made

    real_document, real_render = render_file.document, render_task.render_or_report
    with (
        patch.object(render_task, "render_or_report", render),
        patch.object(render_file, "document", document),
        patch.object(
            render_file, "render_page", before(render_file.render_page, lambda page, *_: recorder.note((page,)))
        ),
        patch.object(written, "written", before(written.written, lambda words, *_: recorder.note(words))),
    ):
        yield recorder
