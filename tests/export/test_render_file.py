"""A file with a page whose painted hotline number is wrong: a deck loses that slide, any other file is left out."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.preflight.hotline import BLOCKED
from htpm_studio.export.run import render_file as module
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


class Builder:
    """Every page is its own name."""

    def compose(self, page: PageSpec, _kit: Any) -> Any:
        return SimpleNamespace(page=page.info.name, findings=())


@pytest.mark.parametrize(
    ("medium", "pieces", "wrong", "pages", "codes"),
    [
        ("deck", ("1", "2"), (), ("a", "b"), []),
        ("deck", ("1", "2"), ("b",), ("a",), ["hotline-slide"]),
        ("deck", ("1", "2"), ("a", "b"), None, [BLOCKED]),
        ("print", ("", ""), ("b",), None, [BLOCKED]),
        ("print", ("", "2"), ("b",), None, [BLOCKED]),
        ("print", ("", ""), (), ("a", "b"), []),
    ],
)
def test_one_slide_is_left_out_and_any_other_file_whole(
    monkeypatch: pytest.MonkeyPatch,
    medium: Any,
    pieces: tuple[str, ...],
    wrong: tuple[str, ...],
    pages: tuple[str, ...] | None,
    codes: list[str],
) -> None:
    written: list[tuple[str, ...]] = []
    monkeypatch.setattr(module, "painted_near_miss", lambda made, _lines: "Wrong." if made in wrong else "")
    monkeypatch.setattr(module, "lacks_hotline", lambda *_all: False)
    monkeypatch.setitem(module.WRITERS, "pdf", lambda _spec, shown, *_all: written.append(shown) or b"made")  # type: ignore[arg-type]
    project = Project(Brand("Riverbend"), 2, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28))
    shown = tuple(
        PageSpec("t", "slide", {}, PageInfo(name, "A", 2), piece) for name, piece in zip("ab", pieces, strict=True)
    )
    spec = FileSpec("a", medium, "The title", "a.pdf", "pdf", shown, piece="w2/a")
    made = render_file(spec, kit.inputs, JobContext(), Builder())  # type: ignore[arg-type]
    assert [finding.code for finding in made.findings] == codes
    assert (written, made.data) == ([] if pages is None else [pages], b"" if pages is None else b"made")
