"""Look for faces in a photo, on this computer and with nothing but the program."""

from __future__ import annotations

from functools import cache

from PIL import Image

from htpm_studio.errors import InputError
from htpm_studio.paths import assets
from htpm_studio.project.faces.network import STEP, Network, read_network
from htpm_studio.project.model import MOST_FOUND, FaceBox
from htpm_studio.project.pictures import pixels
from htpm_studio.scene.nodes import PictureSource

SIDE = 320
"""The long side, in pixels, of the picture that is looked at: larger ones find few faces more, and take much longer."""

SURE = 0.6
"""How certain a face must be."""

_DIGITS = 3


@cache
def _network() -> Network:
    return read_network(assets() / "faces" / "yunet.bin")


def find_faces(source: PictureSource) -> tuple[FaceBox, ...]:
    """Where faces are in a photo, the surest first; none in one that cannot be read."""
    try:
        small = pixels(source, SIDE).convert("RGB")
    except InputError:
        return ()
    wide, high = small.size
    ground = Image.new("RGB", (_whole(wide), _whole(high)))
    ground.paste(small)
    found = _network().find(ground.tobytes(), *ground.size, SURE)
    boxes = (
        FaceBox(_part(left, wide), _part(top, high), _part(right, wide), _part(bottom, high), round(score, _DIGITS))
        for score, left, top, right, bottom in found
    )
    return tuple(box for box in boxes if box.left < box.right and box.top < box.bottom)[:MOST_FOUND]


def _whole(length: int) -> int:
    return -(-length // STEP) * STEP


def _part(at: float, whole: int) -> float:
    return round(min(1.0, max(0.0, at / whole)), _DIGITS)
