"""Faces in photos: found where they are, the same on every computer, kept with the photo, and none cut off."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageEnhance, ImageOps

from htpm_studio.compose.crop import around_faces, can_keep_faces, cuts_face
from htpm_studio.paths import assets
from htpm_studio.project.faces.find import find_faces
from htpm_studio.project.faces.network import read_network
from htpm_studio.project.model import Brand, FaceBox, Photo, Project
from htpm_studio.project.store import read_project, save_project
from htpm_studio.scene.nodes import PictureSource
from htpm_studio.units import Box

PORTRAIT = Image.open(Path(__file__).parents[1] / "data" / "faces" / "astronaut.jpg").convert("RGB")
FACE = FaceBox(0.35, 0.12, 0.525, 0.34)
"""Where the face of the portrait is, as a person marked it."""


def source_of(image: Image.Image) -> PictureSource:
    data = io.BytesIO()
    image.save(data, "JPEG", quality=90)
    return PictureSource(hashlib.sha256(data.getvalue()).hexdigest(), "jpeg", data.getvalue(), image.size)


def near(found: FaceBox, marked: FaceBox, off: float = 0.03) -> bool:
    pairs = (
        (found.left, marked.left),
        (found.top, marked.top),
        (found.right, marked.right),
        (found.bottom, marked.bottom),
    )
    return all(abs(one - other) <= off for one, other in pairs)


@pytest.mark.parametrize(
    "image",
    [PORTRAIT, ImageEnhance.Brightness(PORTRAIT).enhance(0.5), ImageOps.grayscale(PORTRAIT).convert("RGB")],
    ids=["as it is", "dark", "gray"],
)
def test_a_face_is_found_where_it_is(image: Image.Image) -> None:
    (found,) = find_faces(source_of(image))
    assert near(found, FACE)


def test_a_face_is_found_in_a_mirrored_and_in_a_larger_wider_photo() -> None:
    mirrored = replace(FACE, left=1 - FACE.right, right=1 - FACE.left)
    assert near(find_faces(source_of(ImageOps.mirror(PORTRAIT)))[0], mirrored)
    wide = Image.new("RGB", (960, 480), "#cccccc")
    wide.paste(PORTRAIT.resize((480, 480)), (480, 0))
    (found,) = find_faces(source_of(wide))
    assert near(found, replace(FACE, left=0.5 + FACE.left / 2, right=0.5 + FACE.right / 2))


def test_what_is_no_face_is_none() -> None:
    assert find_faces(source_of(Image.radial_gradient("L").convert("RGB"))) == ()
    assert find_faces(PictureSource("0" * 64, "jpeg", b"no picture", (10, 10))) == ()


def test_the_answers_are_the_same_on_every_system_and_python() -> None:
    network, wide, high = read_network(assets() / "faces" / "yunet.bin"), 64, 32
    pixels = bytes(
        (x * 7 + y * 13 + x * y % 11 * color * 5) % 256 for y in range(high) for x in range(wide) for color in (1, 2, 3)
    )
    spots = [tuple(round(part, 3) for part in spot) for spot in network.find(pixels, wide, high, 0.001)]
    assert spots[:3] == [
        (0.018, 51.462, 2.717, 65.793, 21.618),
        (0.017, -16.033, -17.101, 58.187, 68.471),
        (0.012, 9.856, -4.295, 28.829, 12.406),
    ]


places = st.tuples(st.floats(0, 0.9), st.floats(0, 0.9), st.floats(0.01, 1), st.floats(0.01, 1))
boxes = places.map(lambda at: FaceBox(at[0], at[1], min(1, at[0] + at[2]), min(1, at[1] + at[3])))
sides = st.integers(50, 4000)


@given(st.lists(boxes, min_size=1, max_size=6), sides, sides, sides, sides)
def test_a_frame_with_room_for_all_heads_cuts_none(
    faces: list[FaceBox], wide: int, high: int, across: int, down: int
) -> None:
    crop = around_faces((wide, high), Box(0, 0, across, down), faces)
    shown = (1 - crop.left - crop.right) * wide / ((1 - crop.top - crop.bottom) * high)
    assert shown == pytest.approx(across / down, rel=1e-6)
    assert cuts_face(crop, faces) != can_keep_faces((wide, high), across / down, faces)


def test_a_photo_keeps_its_faces_in_the_file(tmp_path: Path) -> None:
    photo = Photo(source_of(PORTRAIT), "portrait.jpg", people="staff", faces=(FACE,))
    project = Project(Brand("Hope"), 2, 2027, (photo,))
    save_project(project, tmp_path / "kit.htpm")
    (read,) = read_project(tmp_path / "kit.htpm").project.photos
    assert read.faces == (FACE,)
