"""Crops: a subject shows whole, no edge cuts a head of a built-in picture, whatever the frame."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from htpm_studio.compose.crop import cover, show
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.paint import CURVES
from htpm_studio.scene.nodes import Crop, PictureSource
from htpm_studio.units import Box
from tests.deck_slides import ROOT, SCENES

FACE = re.compile(r'<(?:circle|ellipse) cx="([\d.]+)" cy="([\d.]+)" (?:r|rx)="([\d.]+)"(?: ry="[\d.]+")? class="(\w+)"')
VIEW = re.compile(r'viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"')


def faces(name: str) -> Iterator[Box]:
    """Every round shape of skin or hair that is as large as a head, read from the drawing, as fractions."""
    svg = (ROOT / "assets" / "illustrations" / f"{name}.svg").read_text(encoding="utf-8")
    view = VIEW.search(svg)
    assert view is not None
    x, y, width, height = (float(number) for number in view.groups())
    shift = {"call": {440.0: -36, 1170.0: 56}}.get(name, {})
    for match in FACE.finditer(svg):
        cx, cy, radius = (float(number) for number in match.groups()[:3])
        hair = match[4].startswith("hair") and radius >= 26
        small = name in {"dawn", "neighborhood"}
        if hair or (match[4].startswith("skin") and radius >= (23 if small else 70)):
            cx += shift.get(cx, 0)
            yield Box((cx - radius - x) / width, (cy - radius - y) / height, 2 * radius / width, 2 * radius / height)


def shown(crop: Crop, size: tuple[float, float]) -> Box:
    wide, high = size
    right, bottom = (1 - crop.right) * wide, (1 - crop.bottom) * high
    return Box(crop.left * wide, crop.top * high, right - crop.left * wide, bottom - crop.top * high)


def cuts(ref: PictureRef, crop: Crop, name: str) -> list[Box]:
    window = shown(crop, ref.source.size)
    wide, high = ref.source.size
    heads = [Box(b.x * wide, b.y * high, b.width * wide, b.height * high) for b in faces(name)]
    return [head for head in heads if window.overlaps(head, 1.0) and not window.contains(head, 1.0)]


def test_every_scene_with_people_has_heads_to_look_after() -> None:
    counts = {name: len(list(faces(name))) for name in SCENES}
    assert counts.pop("hands") == 0
    assert min(counts.values()) >= 2


@pytest.mark.parametrize("frame", ["corner", "arch", "dot", "capsule"])
@pytest.mark.parametrize("name", sorted(SCENES))
def test_no_frame_cuts_a_head(name: str, frame: str) -> None:
    curve = CURVES.get(frame, (0.0, 0.0))
    for step in range(60):
        ratio = 1.0 if frame == "dot" else 0.62 * 1.029**step
        ref = SCENES[name]
        crop = show(ref, Box(0, 0, 400 * ratio, 400), curve)
        assert cuts(ref, crop, name) == [], f"{ratio:.2f}"
        window = shown(crop, ref.source.size)
        assert window.width / window.height == pytest.approx(ratio, rel=0.001)


@given(st.floats(0.1, 9.0), st.floats(0, 1), st.floats(0, 1), st.floats(1, 3))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_crop_keeps_the_proportions_and_stays_in_the_picture(ratio: float, x: float, y: float, zoom: float) -> None:
    size, box = (1600.0, 900.0), Box(0, 0, 300 * ratio, 300)
    window = shown(cover(size, box, (x, y), zoom), size)
    assert window.width / window.height == pytest.approx(ratio, rel=0.001)
    assert Box(0, 0, *size).contains(window, 0.01)
    source = PictureSource("k", "svg", b"", size)
    subject = Box(x * 0.8, y * 0.8, 0.15, 0.15)
    window = shown(show(PictureRef(source, subjects=(subject,)), box), size)
    assert window.width / window.height == pytest.approx(ratio, rel=0.001)
    assert Box(0, 0, *size).contains(window, 0.01)
    assert window.overlaps(Box(subject.x * 1600, subject.y * 900, 240, 135))


def test_under_an_arch_the_subject_stands_clear_of_the_curve() -> None:
    source = PictureSource("k", "svg", b"", (3000.0, 3000.0))
    ref = PictureRef(source, subjects=(Box(0.4, 0.5, 0.2, 0.2),))
    window = shown(show(ref, Box(0, 0, 400, 400), CURVES["arch"]), source.size)
    radius = window.width / 2
    across, down = window.x + radius - 1200, window.y + radius - 1500
    assert across < radius
    assert down < 0 or math.hypot(across, down) <= radius * 1.07
    flat = shown(show(ref, Box(0, 0, 400, 400)), source.size)
    assert window.width >= flat.width
