"""Logos and photos brought in from files that anybody made: safe, upright, sRGB, without metadata."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PIL import Image

from htpm_studio.errors import InputError, msg
from htpm_studio.project.image_format import Kind, broken, kind_of, read_bytes, read_head, take_apart, unknown
from htpm_studio.project.image_normalize import decode, encode_jpeg, encode_png
from htpm_studio.project.logo_trim import trim_logo
from htpm_studio.project.svg import draw_svg, read_svg, reread_svg
from htpm_studio.scene.nodes import PictureSource

MAX_PHOTO_SIDE = 4000
MAX_LOGO_SIDE = 2400

_LOGO_KINDS: tuple[Kind, ...] = ("svg", "png", "jpeg", "webp")
_PHOTO_KINDS: tuple[Kind, ...] = ("jpeg", "png", "webp", "heic")


def load_photo(path: Path) -> PictureSource:
    """A photo from a JPEG, PNG, WebP or HEIC file as a JPEG of at most 4000 pixels on its long side.

    `size` says whether it is large enough for a use. Raises InputError, which names the file, when it is
    missing, a folder, empty, damaged, of another kind, over 200 MB or over 100 megapixels.
    """
    data = read_bytes(path)
    kind = kind_of(data)
    if kind == "svg":
        raise InputError(
            msg("{name} is a drawing, not a photo.", name=path.name), "Use it as the logo, or save it as JPEG."
        )
    if kind is None or kind not in _PHOTO_KINDS:
        raise unknown(path.name, data, "JPEG, PNG, WebP or HEIC")
    image = decode(path.name, kind, data, MAX_PHOTO_SIDE)
    return _source("jpeg", encode_jpeg(image), image.size)


def look_at_logo(path: Path) -> None:
    """Raise InputError where a file is missing or no logo by its first bytes; whether all of it is takes longer."""
    _logo_kind(path.name, read_head(path))


def _logo_kind(name: str, data: bytes) -> Kind:
    kind = kind_of(data)
    if kind is None or kind not in _LOGO_KINDS:
        raise unknown(name, data, "SVG or PNG")
    return kind


def load_logo(path: Path) -> PictureSource:
    """A logo from an SVG, PNG, JPEG or WebP file: a safe SVG, or a PNG of at most 2400 pixels on its long side.

    Empty margins are cut off and a white ground becomes transparent. Raises InputError as `load_photo` does,
    and for drawings that contain text, effects or anything that acts, and for pictures that show nothing.
    """
    name = path.name
    data = read_bytes(path)
    kind = _logo_kind(name, data)
    if kind == "svg":
        drawing, size = read_svg(name, data)
        return _source("svg", drawing, size)
    image = trim_logo(decode(name, kind, data, MAX_LOGO_SIDE))
    if image is None:
        raise InputError(
            msg("{name} shows nothing: all of it is transparent.", name=name), "Save the logo again and use that."
        )
    return _source("png", encode_png(image), image.size)


def read_picture(name: str, data: bytes) -> PictureSource:
    """A picture that this program made, from a saved project, checked as if anybody had made it.

    It comes back as it was, and never with more than it needs. Raises InputError when it is damaged, or when it
    is another kind of picture than this program saves.
    """
    kind = kind_of(data)
    if kind == "svg":
        drawing, size = reread_svg(name, data)
        return _source("svg", drawing, size)
    if kind not in ("png", "jpeg"):
        raise broken(name)
    container = take_apart(name, kind, data)
    if container.icc or container.orientation != 1 or max(container.size) > MAX_PHOTO_SIDE:
        raise InputError(
            msg("{name} is not a picture that this program saved.", name=name), "Add the original picture again."
        )
    decode(name, kind, data, 64 if kind == "jpeg" else MAX_PHOTO_SIDE)
    return _source(kind, container.data, container.size)


def shown_picture(name: str, data: bytes) -> PictureSource:
    """A picture out of somebody else's document, to be looked at; raises InputError as `load_photo` does."""
    kind = kind_of(data)
    if kind == "svg":
        drawing, size = read_svg(name, data)
        return _source("svg", drawing, size)
    if kind is None:
        raise unknown(name, data, "JPEG, PNG, WebP or SVG")
    image = decode(name, kind, data, MAX_LOGO_SIDE)
    if image.mode == "RGBA":
        return _source("png", encode_png(image), image.size)
    return _source("jpeg", encode_jpeg(image), image.size)


def pixels(source: PictureSource, max_side: int) -> Image.Image:
    """The picture as pixels (RGB or RGBA), at most `max_side` on the long side, a drawing exactly that."""
    if source.kind == "svg":
        return draw_svg("The logo", source.data, max_side)
    return decode("The picture", source.kind, source.data, max_side)


def _source(kind: Kind, data: bytes, size: tuple[float, float]) -> PictureSource:
    if kind not in ("jpeg", "png", "svg"):
        raise ValueError(kind)
    return PictureSource(hashlib.sha256(data).hexdigest(), kind, data, size)
