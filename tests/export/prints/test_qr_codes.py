"""QR codes on paper, read back from the printed page as a phone would: what they open, how large they are."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from htpm_studio.campaign.post_length import bare_address
from htpm_studio.compose.paint import QUIET_MODULES
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.scene.nodes import Group, Page, Path, Shape
from htpm_studio.scene.walk import texts, walk
from htpm_studio.units import POINTS_PER_MM
from tests.helpers.print_specs import composed, kit, specs

SCALE = 200 / 72
HAND_MODULE, POSTER_MODULE = 0.4 * POINTS_PER_MM, 1.0 * POINTS_PER_MM
HAND_SIDE, POSTER_SIDE = 25.0 * POINTS_PER_MM, 50.0 * POINTS_PER_MM
NAMES = ("letter/resources.pdf", "a4/resource-list.pdf", "letter/poster-11x17.pdf", "a4/poster-a3.pdf")


def codes(page: Page) -> Iterator[Group]:
    return (node for node in walk(page.nodes) if isinstance(node, Group) and node.name == "QR code")


def printed(data: bytes) -> list[Image.Image]:
    """Each page in 200 dots to the inch."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [document[number].render(scale=SCALE).to_pil() for number in range(len(document))]
    finally:
        document.close()


def read(pictures: list[Image.Image], mode: str) -> list[list[str]]:
    """What a reader finds on each page."""
    return [sorted(found.text for found in zxingcpp.read_barcodes(picture.convert(mode))) for picture in pictures]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("week", [2, pytest.param(5, marks=pytest.mark.slow)])
def test_every_code_is_read_from_the_page_in_color_and_gray(name: str, week: int) -> None:
    wanted = [sorted(code.alt.removeprefix("QR code for ") for code in codes(one.page)) for one in composed(name, week)]
    assert any(wanted)
    pictures = printed(render_file(specs(week)[name], kit(week).inputs, JobContext()).data)
    for mode in ("RGB", "L"):
        assert read(pictures, mode) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_size_follows_the_distance_and_the_address_is_beside(name: str) -> None:
    module, side = (POSTER_MODULE, POSTER_SIDE) if "poster" in name else (HAND_MODULE, HAND_SIDE)
    for one in composed(name):
        said = {block.text for block in texts(one.page)}
        for code in codes(one.page):
            light, dark = code.children
            assert isinstance(light, Shape)
            assert isinstance(dark, Shape)
            assert isinstance(dark.geometry, Path)
            xs = [step.points[0] for step in dark.geometry.segments if step.points]
            size = (xs[1] - xs[0]) / 7  # the first run of dark modules is the edge of a finder pattern
            assert size >= module
            assert code.box.width >= side
            assert min(xs) - light.box.x == pytest.approx(QUIET_MODULES * size)
            assert bare_address(code.alt.removeprefix("QR code for ")) in said
