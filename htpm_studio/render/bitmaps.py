"""The pixels of a picture: decoded once, cropped, scaled to the exact size that a back end asks for."""

from __future__ import annotations

import io
import math
import re
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

import resvg_py
from PIL import Image

from htpm_studio.errors import InputError
from htpm_studio.files.library_drawing import painted
from htpm_studio.frozen import dataclass
from htpm_studio.render.compression import deflated, png_file, png_rows
from htpm_studio.scene.nodes import Crop, Picture, PictureSource

MAX_SOURCE_PIXELS = 80_000_000
MAX_SVG_PIXELS = 36_000_000
WHOLE_BYTES, SHOWN_BYTES, FILE_BYTES = 80 * 1024 * 1024, 24 * 1024 * 1024, 16 * 1024 * 1024
"""Room for whole photos, at least one of the largest size (4000 x 4000 pixels), and for what pages show of pictures, as
pixels and as files."""

_QUALITIES = (74, 66, 58, 50, 40)
LEAST_DETAIL = 1.4
"""The fewest pixels of a shared smaller copy of a picture for each pixel that is drawn of it."""

EXACT_WIDTH = 900
SVG_WIDTHS = (1024, 1536, 2048, 2560, 3072, 4096)
"""Widths in pixels of large drawings: drawing is slow, so sizes close together share one and are scaled."""

FLAT_COLORS = 256
"""Colors in a sample of 64 x 64 pixels of a picture, at most, that is flat art."""

_SAMPLE, _COLOR_TYPES = (64, 64), {"L": 0, "RGB": 2, "RGBA": 6}
_FRAME_CLIP = re.compile(
    r'<svg [^>]*viewBox="(\S+) (\S+) (\S+) (\S+)"[^>]*>.{0,4000}?'
    r'<clipPath id="(?P<name>\w+)"><rect x="\1" y="\2" width="\3" height="\4"/></clipPath>',
    re.DOTALL,
)
Pixels = TypeVar("Pixels", Image.Image, bytes)


class PixelCache(Generic[Pixels]):
    """Recently used images or files, the oldest dropped beyond `limit` bytes; safe to use from several threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._used = 0
        self._images: OrderedDict[Hashable, Pixels] = OrderedDict()
        self._making: set[Hashable] = set()
        self._changed = threading.Condition()

    def get(self, key: Hashable, make: Callable[[], Pixels]) -> Pixels:
        """The value under `key`, made now if it is missing; other threads that ask for it meanwhile wait."""
        with self._changed:
            self._changed.wait_for(lambda: key not in self._making)
            if key in self._images:
                self._images.move_to_end(key)
                return self._images[key]
            self._making.add(key)
        try:
            image = make()
            self._keep(key, image)
        finally:
            with self._changed:
                self._making.discard(key)
                self._changed.notify_all()
        return image

    def _keep(self, key: Hashable, image: Pixels) -> None:
        size = _bytes(image)
        with self._changed:
            if size > self._limit:
                return
            self._images[key] = image
            self._used += size
            while self._used > self._limit:
                self._used -= _bytes(self._images.popitem(last=False)[1])


_WHOLE: PixelCache[Image.Image] = PixelCache(WHOLE_BYTES)
_SHOWN: PixelCache[Image.Image] = PixelCache(SHOWN_BYTES)
_FILES: PixelCache[bytes] = PixelCache(FILE_BYTES)


def bitmap(picture: Picture, width: int, height: int) -> Image.Image:
    """What shows of a picture, as exactly `width` x `height` pixels: RGBA when it has alpha, else RGB.

    The image may be shared with other threads: copy it before you change it, and save it with `encoded`.

    Raises InputError when the picture cannot be decoded.
    """
    width, height = max(1, width), max(1, height)
    source, crop = picture.source, picture.crop
    return _SHOWN.get((source.key, crop, width, height), lambda: _scaled(source, crop, width, height))


def picture_file(picture: Picture, width: int, height: int, kind: str, **settings: int) -> bytes:
    """The visible part of a picture in that many pixels, as a PNG or an opaque JPEG: made once for all its files.

    Raises InputError when the picture cannot be decoded.
    """
    key = (picture.source.key, picture.crop, width, height, kind, *settings.items())

    def made() -> bytes:
        image = bitmap(picture, width, height)
        return encoded(image if kind == "PNG" or image.mode == "RGB" else image.convert("RGB"), kind, **settings)

    return _FILES.get(key, made)


def encoded(image: Image.Image, kind: str, **settings: Any) -> bytes:
    """The pixels of an image as a PNG or JPEG file without metadata; a PNG also with the given `chunks`.

    Pillow keeps the settings of the file that it writes on the image itself, where another thread that saves the same
    image would find them; so it is given an image of its own.
    """
    if kind == "PNG":
        return png_file(image.size, _COLOR_TYPES[image.mode], deflated_rows(image), settings.get("chunks", ()))
    own, target = image.copy(), io.BytesIO()
    own.info.clear()
    own.save(target, kind, **settings)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class JpegFile:
    """A picture as a JPEG file, with its size in pixels."""

    width: int
    height: int
    data: bytes


def jpegs(files: Sequence[bytes], most: int) -> tuple[JpegFile, ...]:
    """Pictures that were made here as JPEG files, of the best quality in which all have no more bytes than `most`."""
    images = [Image.open(io.BytesIO(file)).convert("RGB") for file in files]
    made: tuple[JpegFile, ...] = ()
    for quality in _QUALITIES:
        data = [encoded(image, "JPEG", quality=quality, optimize=True) for image in images]
        made = tuple(JpegFile(*image.size, one) for image, one in zip(images, data, strict=True))
        if sum(map(len, data)) <= most:
            break
    return made


def deflated_rows(image: Image.Image) -> bytes:
    """The pixels as PNG and PDF hold them: rows that begin with the number of their filter, deflated.

    Flat art is smallest without filters; for photographs Pillow chooses one for each row.
    """
    if len(image.resize(_SAMPLE, Image.Resampling.NEAREST).getcolors(_SAMPLE[0] * _SAMPLE[1]) or ()) <= FLAT_COLORS:
        pixels, length = image.tobytes(), image.width * len(image.getbands())
        return deflated(b"".join(b"\0" + pixels[at : at + length] for at in range(0, len(pixels), length)))
    own, target = image.copy(), io.BytesIO()
    own.info.clear()
    own.save(target, "PNG", compress_level=0)
    return deflated(zlib.decompress(png_rows(target.getvalue())))


def native_size(picture: Picture) -> tuple[float, float]:
    """Width and height of the part that shows, in the picture's own pixels (SVG: its own units)."""
    width, height = picture.source.size
    left, top, right, bottom = _window(picture.crop)
    return width * (right - left), height * (bottom - top)


def _scaled(source: PictureSource, crop: Crop, width: int, height: int) -> Image.Image:
    left, top, right, bottom = _window(crop)
    if source.kind == "svg":
        window = left, top, right, bottom
        if (pixels := painted(source.data, window, (width, height))) is not None:
            return _of_bytes(pixels, (width, height))
        size = _svg_size(source, width / (right - left), height / (bottom - top))
        whole = _WHOLE.get((source.key, size), lambda: _draw_svg(source, size))
    else:
        whole = _WHOLE.get((source.key,), lambda: _decode(source))
    box = (left * whole.width, top * whole.height, right * whole.width, bottom * whole.height)
    if whole.size == (width, height) and box == (0, 0, width, height):
        return whole
    if (step := _step(box, width, height)) > 1:
        full = whole
        whole = _WHOLE.get((source.key, full.size, step), lambda: full.reduce(step))
        box = (box[0] / step, box[1] / step, box[2] / step, box[3] / step)
    # Cut first: the filter would let in pixels from beyond the box.
    x, y = math.floor(box[0]), math.floor(box[1])
    around = (x, y, math.ceil(box[2]), math.ceil(box[3]))
    part = whole if around == (0, 0, *whole.size) else whole.crop(around)
    inside = (box[0] - x, box[1] - y, box[2] - x, box[3] - y)
    return part.resize((width, height), Image.Resampling.LANCZOS, box=inside)


def _step(box: tuple[float, float, float, float], width: int, height: int) -> int:
    """How many times smaller a copy may be from which the box is drawn: a power of 2."""
    least = min((box[2] - box[0]) / width, (box[3] - box[1]) / height) / (2 * LEAST_DETAIL)
    return 1 << max(0, math.floor(math.log2(max(least, 0.5))) + 1)


def _window(crop: Crop) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what shows, as fractions; never empty."""
    left, top = min(max(crop.left, 0.0), 0.999), min(max(crop.top, 0.0), 0.999)
    return left, top, max(1 - max(crop.right, 0.0), left + 0.001), max(1 - max(crop.bottom, 0.0), top + 0.001)


def _decode(source: PictureSource) -> Image.Image:
    try:
        with Image.open(io.BytesIO(source.data), formats=(source.kind.upper(),)) as image:
            if image.width * image.height > MAX_SOURCE_PIXELS:
                raise InputError("A picture is too large to draw.", "Make it smaller than 80 megapixels.")
            return _plain(image)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise InputError("A picture cannot be read.", "Save it again as PNG or JPEG, then add it again.") from error


def _plain(image: Image.Image) -> Image.Image:
    """RGB, or RGBA if some pixel is not opaque; without metadata."""
    plain = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if plain.mode == "RGBA" and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.info.clear()
    return plain


def _of_bytes(pixels: bytearray, size: tuple[int, int]) -> Image.Image:
    """Red, green, blue and alpha as RGB, or RGBA if some pixel is not opaque."""
    if pixels[3::4].count(255) == size[0] * size[1]:
        return Image.frombytes("RGB", size, pixels, "raw", "RGBX")
    return Image.frombytes("RGBA", size, pixels)


def _svg_size(source: PictureSource, width: float, height: float) -> tuple[int, int]:
    """The pixels of the whole SVG, in its own proportions: at least `width` x `height`, less only beyond the bound."""
    ratio = source.size[0] / source.size[1]
    needed = max(width, height * ratio)
    steps = SVG_WIDTHS if needed > EXACT_WIDTH else ()
    wide = float(next((step for step in steps if step >= needed - 0.01), needed))
    wide *= min(1.0, math.sqrt(MAX_SVG_PIXELS / (wide * wide / ratio)))
    return max(1, math.ceil(wide - 0.01)), max(1, math.ceil(wide / ratio - 0.01))


def _draw_svg(source: PictureSource, size: tuple[int, int]) -> Image.Image:
    try:
        text = without_frame_clip(source.data.decode("utf-8"))
        png = resvg_py.svg_to_bytes(svg_string=text, width=size[0], height=size[1], skip_system_fonts=True)
    except BaseException as error:
        # a failure inside the Rust library arrives as a PanicException, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        raise InputError("An SVG picture cannot be drawn.", "Save it as plain SVG, or as PNG.") from error
    with Image.open(io.BytesIO(png)) as image:
        return _plain(image)


def without_frame_clip(svg: str) -> str:
    """The drawing without a clip at the very edge of its view: that cuts nothing, and takes most of the time."""
    found = _FRAME_CLIP.match(svg)
    return svg.replace(f' clip-path="url(#{found["name"]})"', "", 1) if found else svg


def _bytes(image: Image.Image | bytes) -> int:
    return len(image) if isinstance(image, bytes) else image.width * image.height * 4
