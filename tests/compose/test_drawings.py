"""What a frame shows of a picture: where heads are in another part of it, and the shape of the opening."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.compose.crop import cover
from htpm_studio.compose.drawings import _moved, opening_of, shown_in, with_people
from htpm_studio.compose.frames import PictureRef
from htpm_studio.illustrations.crop import Opening
from htpm_studio.scene.nodes import Crop, Ellipse, PictureSource, Rectangle
from htpm_studio.units import Box

PHOTO = PictureRef(PictureSource("key", "jpeg", b"", (400, 300)), (0.25, 0.5), "A garden.")
SQUARE = Box(5, 6, 90, 90)

sides = st.floats(0, 0.4)
crops = st.builds(Crop, sides, sides, sides, sides)


@given(crops, crops)
def test_a_place_in_one_part_of_a_picture_is_the_same_place_of_the_whole_in_another(before: Crop, now: Crop) -> None:
    def whole(box: Box, crop: Crop) -> tuple[float, ...]:
        wide, high = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
        return crop.left + box.x * wide, crop.top + box.y * high, box.width * wide, box.height * high

    box = Box(0.2, 0.3, 0.4, 0.5)
    assert whole(_moved(box, before, now), now) == pytest.approx(whole(box, before))


def test_an_opening_is_the_shape_of_a_frame_without_its_size() -> None:
    frame = Rectangle((10, 20, 30, 40))
    assert opening_of(Box(0, 0, 200, 100), frame, 0.25, 0.5) == Opening(2, (0.05, 0.1), (0.2, 0.15), 0.25, below=0.5)
    assert opening_of(Box(9, 9, 100, 200), Ellipse(), 0.25) == Opening(0.5, covered=0.25, is_oval=True)
    for by in (1, 3):
        scaled = Rectangle((10 * by, 0, 0, 0))
        assert opening_of(Box(0, 0, 200 * by, 100 * by), scaled) == Opening(2, (0.05, 0), (0, 0))


def test_the_subject_of_a_photo_is_above_the_words_unless_its_user_moved_it() -> None:
    photo = replace(PHOTO, zoom=2.0)
    usual = cover((400, 300), SQUARE, (0.25, 0.5), 2.0)
    assert shown_in(photo, SQUARE, Rectangle()).crop == usual
    shown = 1 - usual.top - usual.bottom
    above = cover((400, 300), SQUARE, (0.25, 0.5 + shown * 0.4 / 2), 2.0)
    assert shown_in(photo, SQUARE, Rectangle(), below=0.4).crop == above
    assert above.top > usual.top
    assert shown_in(replace(photo, moved=True), SQUARE, Rectangle(), below=0.4).crop == usual
    assert shown_in(photo, SQUARE, Rectangle(), below=0.4)[::2] == (photo.source, "A garden.")


def test_a_photo_has_nobody_who_could_be_another() -> None:
    assert with_people(PHOTO, ()) is PHOTO
