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
