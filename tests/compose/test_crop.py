"""Cutting photos: what shows has the proportions of its frame and is inside the picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.crop import cover
from htpm_studio.units import Box
from tests.helpers.sweeps import cases


@given(st.floats(0.1, 9.0), st.floats(0, 1), st.floats(0, 1), st.floats(1, 3))
@cases(150)
def test_a_crop_keeps_the_proportions_and_stays_in_the_picture(ratio: float, x: float, y: float, zoom: float) -> None:
    crop = cover((1600.0, 900.0), Box(0, 0, 300 * ratio, 300), (x, y), zoom)
    wide, high = 1600 * (1 - crop.left - crop.right), 900 * (1 - crop.top - crop.bottom)
    assert wide / high == pytest.approx(ratio, rel=0.001)
    assert min(crop.left, crop.top, crop.right, crop.bottom) >= -0.001


@pytest.mark.parametrize(
    ("size", "box", "focus", "zoom", "cut"),
    [
        ((400, 200), (100, 100), (0.5, 0.5), 1, (0.25, 0, 0.25, 0)),
        ((400, 200), (100, 100), (0.1, 0.9), 1, (0, 0, 0.5, 0)),
        ((400, 200), (100, 100), (0.9, 0.1), 1, (0.5, 0, 0, 0)),
        ((400, 200), (100, 100), (0.3, 0.5), 1, (0.05, 0, 0.45, 0)),
        ((200, 400), (100, 100), (0.5, 0.3), 1, (0, 0.05, 0, 0.45)),
        ((200, 400), (100, 100), (0.5, 0.9), 1, (0, 0.5, 0, 0)),
        ((400, 200), (100, 100), (0.5, 0.5), 2, (0.375, 0.25, 0.375, 0.25)),
        ((400, 200), (100, 100), (0.1, 0.9), 2, (0, 0.5, 0.75, 0)),
        ((400, 200), (100, 100), (0.5, 0.5), 0.5, (0.25, 0, 0.25, 0)),
        ((50, 50), (200, 100), (0.5, 0.5), 1, (0, 0.25, 0, 0.25)),
    ],
)  # fmt: skip
def test_what_shows_is_as_near_its_focus_as_it_can_be(
    size: tuple[float, float], box: tuple[float, float], focus: tuple[float, float], zoom: float, cut: tuple[float, ...]
) -> None:
    crop = cover(size, Box(7, 9, *box), focus, zoom)
    assert (crop.left, crop.top, crop.right, crop.bottom) == pytest.approx(cut)
