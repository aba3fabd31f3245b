"""The small picture of a file, and which files are made in one process because they share pages."""

from __future__ import annotations

import base64
import io
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.run.render_task import preview
from htpm_studio.pieces.sizes import Medium
from tests.helpers.scene_pages import page


def spec(medium: Medium, *pages: PageSpec) -> FileSpec:
    return FileSpec("a", medium, "A", "a.pdf", "pdf", pages)


def sheet(canvas: str, *slides: PageSpec) -> PageSpec:
    return PageSpec("print/a", canvas, {}, PageInfo("a", "A"), slides=slides)


@pytest.mark.parametrize(
    ("width", "height", "seen"),
    [
        (960, 240, (480, 120)),  # 480 pixels wide at most
        (240, 960, (180, 721)),  # and 130,000 pixels in all
        (600, 600, (361, 361)),
        (960, 540, (480, 270)),
    ],
)
def test_the_small_picture_of_a_file_is_its_first_page(width: int, height: int, seen: tuple[int, int]) -> None:
    composed = SimpleNamespace(page=page(width=width, height=height))
    builder: Any = SimpleNamespace(compose=lambda _page, _kit: composed)
    nothing: Any = None
    head, _, data = preview(spec("print", sheet("letter")), nothing, builder).partition(",")
    assert head == "data:image/jpeg;base64"
    with Image.open(io.BytesIO(base64.b64decode(data))) as image:
        assert image.size == pytest.approx(seen, abs=1)
        assert image.width <= 480
        assert image.format == "JPEG"
