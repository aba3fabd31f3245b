"""Pictures decoded to upright sRGB pixels within limits, and encoded again without anything else."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageCms, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from htpm_studio.project.image_format import Container, broken, check_size, take_apart

if TYPE_CHECKING:
    from htpm_studio.project.image_format import Kind

_PLUGINS: dict[str, Any] = {
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}
_FAILURES = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RuntimeError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""The errors of Pillow and libheif for damaged or malicious files."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def decode(name: str, kind: Kind, data: bytes, max_side: int) -> Image.Image:
    """The first picture of a file, upright, in sRGB, mode RGB or RGBA, at most `max_side` pixels on its long side.

    `name` is for messages. Raises InputError when the file is damaged, cut off or over 100 megapixels.
    """
    container = take_apart(name, kind, data)
    try:
        image, icc = _open(name, container)
        image = _shrink(_eight_bits(image), max_side)
        image = _to_srgb(image, icc)
    except _FAILURES as error:
        raise broken(name) from error
    if container.orientation in _TURNS:
        image = image.transpose(_TURNS[container.orientation])
    image.info.clear()
    return image


def _open(name: str, container: Container) -> tuple[Image.Image, bytes]:
    """The decoded picture and its color profile. The format's own class is used: it knows no other formats."""
    if container.kind == "heic":
        import pillow_heif  # noqa: PLC0415 - few pictures need it

        heif = pillow_heif.open_heif(io.BytesIO(container.data), convert_hdr_to_8bit=True)
        check_size(name, heif.size)
        image: Image.Image = heif.to_pillow()
        icc = heif.info.get("icc_profile")
        return image, icc if isinstance(icc, bytes) else b""
    image = _PLUGINS[container.kind](io.BytesIO(container.data))
    check_size(name, image.size)
    return image, container.icc


def _shrink(image: Image.Image, max_side: int) -> Image.Image:
    longest = max(image.size)
    if longest <= max_side:
        image.load()
        return image
    width, height = (max(1, round(side * max_side / longest)) for side in image.size)
    image.draft(None, (width, height))
    image.load()
    return _plain(image).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _plain(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be scaled; transparency of any kind becomes an alpha channel."""
    if image.mode in ("RGB", "L", "CMYK", "RGBA") and "transparency" not in image.info:
        return image
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        converted = image.convert("RGBA")
        return converted if converted.getchannel("A").getextrema() != (255, 255) else converted.convert("RGB")
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Gray pictures of 16 or 32 bits scaled to 8; Pillow's own conversion would clip them to white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value / 257).convert("L")


def _to_srgb(image: Image.Image, icc: bytes) -> Image.Image:
    image = _plain(image)
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colors = image.convert("RGB") if alpha is not None else image
    colors = _through_profile(colors, icc) if icc else colors
    colors = colors.convert("RGB")
    if alpha is not None:
        colors.putalpha(alpha)
    return colors


def _through_profile(image: Image.Image, icc: bytes) -> Image.Image:
    """The picture in sRGB; unchanged where the profile is sRGB already, broken, or for other pictures than this."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        if "sRGB" in ImageCms.getProfileDescription(profile):
            return image
        converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return converted or image


# ------------------------------------------------------------------ encoding


def encode_png(image: Image.Image) -> bytes:
    """The picture as a PNG that holds nothing but pixels."""
    buffer = io.BytesIO()
    _bare(image).save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


def encode_jpeg(image: Image.Image) -> bytes:
    """The picture as a JPEG that holds nothing but pixels; what is transparent becomes white."""
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    buffer = io.BytesIO()
    _bare(image).save(buffer, "JPEG", quality=90, subsampling=0 if max(image.size) <= 1600 else 2)
    return buffer.getvalue()


def _bare(image: Image.Image) -> Image.Image:
    copy = image.copy()
    copy.info.clear()
    return copy
