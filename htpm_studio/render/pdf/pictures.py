"""Pictures of a PDF: logos stay drawings, photographs JPEG, flat art is deflated, nothing is finer than print needs."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable

from PIL import Image, ImageFilter

from htpm_studio.frozen import dataclass
from htpm_studio.render.bitmaps import bitmap, deflated_rows, native_size, picture_file
from htpm_studio.render.pdf.file import PdfFile, Ref, array, mapping, name
from htpm_studio.render.pdf.vector import vector
from htpm_studio.scene.nodes import Crop, Page, Picture
from htpm_studio.scene.walk import pictures
from htpm_studio.units import POINTS_PER_INCH

PHOTO_DPI = 300
ART_PIXELS = 2_000_000
"""Drawings have twice the resolution of photographs up to this many pixels, then the same."""
MOST_PIXELS = 6_000_000
_QUALITY = 88
_SLACK = 1.15
"""A photo up to 15 % finer than needed is embedded as it came."""

_FORM = {"Type": name("XObject"), "Subtype": name("Form")}

PictureKey = tuple[str, Crop]


@dataclass(frozen=True, slots=True)
class _Use:
    """The largest size, in pixels, at which a picture shows in the document."""

    width: int
    height: int


class PdfPictures:
    """The pictures of a file. What a crop hides is not embedded; the same part of a picture is embedded once."""

    def __init__(self, file: PdfFile, pages: Iterable[Page], dpi: int = PHOTO_DPI) -> None:
        self._file = file
        self._uses = _largest_uses(pages, dpi)
        self._made: dict[PictureKey, tuple[str, Ref]] = {}

    def get(self, picture: Picture) -> tuple[str, Ref]:
        """Name and reference of a picture."""
        key = (picture.source.key, picture.crop)
        if key not in self._made:
            self._made[key] = f"P{len(self._made)}", self._embed(picture, self._uses[key])
        return self._made[key]

    def _embed(self, picture: Picture, use: _Use) -> Ref:
        if picture.source.kind == "jpeg":
            return self._embed_photo(picture, use)
        if (drawing := vector(picture)) is not None:
            return self._file.add_stream(dict(_FORM, BBox=array([0, 0, 1, 1]), Resources=mapping({})), drawing)
        image = bitmap(picture, use.width, use.height)
        if image.mode == "RGB":
            return self._embed_flat(image, {})
        mask = self._embed_flat(image.getchannel("A"), {})
        return self._embed_flat(_spread_color(image), {"SMask": mask})

    def _embed_photo(self, picture: Picture, use: _Use) -> Ref:
        data = picture.source.data
        width, height = native_size(picture)
        if picture.crop != Crop() or width > use.width * _SLACK or height > use.height * _SLACK or not _is_plain(data):
            data = picture_file(picture, use.width, use.height, "JPEG", quality=_QUALITY, subsampling=0)
        with Image.open(io.BytesIO(data)) as image:
            entries = _entries(image, {"Filter": name("DCTDecode")})
        return self._file.add_stream(entries, data, pack=False)

    def _embed_flat(self, image: Image.Image, more: dict[str, object]) -> Ref:
        """The deflated rows of a PNG file are what PDF calls Flate with predictor 15."""
        parms = {"Predictor": 15, "Colors": len(image.getbands()), "Columns": image.width, "BitsPerComponent": 8}
        entries = {"Filter": name("FlateDecode"), "DecodeParms": mapping(parms), **more}
        return self._file.add_stream(_entries(image, entries), deflated_rows(image), pack=False)


def _largest_uses(pages: Iterable[Page], dpi: int) -> dict[PictureKey, _Use]:
    uses: dict[PictureKey, _Use] = {}
    for page in pages:
        for picture in pictures(page):
            key = (picture.source.key, picture.crop)
            use, before = _wanted(picture, dpi), uses.get(key, _Use(1, 1))
            uses[key] = _Use(max(use.width, before.width), max(use.height, before.height))
    return uses


def _wanted(picture: Picture, dpi: int) -> _Use:
    inches = max(picture.box.width / POINTS_PER_INCH, 0.01), max(picture.box.height / POINTS_PER_INCH, 0.01)
    if picture.source.kind == "svg":
        area = inches[0] * inches[1]
        fine, plain = min(2 * dpi, math.sqrt(ART_PIXELS / area)), min(dpi, math.sqrt(MOST_PIXELS / area))
        sharp = max(fine, plain)
        return _Use(math.ceil(inches[0] * sharp), math.ceil(inches[1] * sharp))
    native = native_size(picture)
    width, height = (min(side, inch * dpi) for side, inch in zip(native, inches, strict=True))
    return _Use(max(1, round(width)), max(1, round(height)))


def _entries(image: Image.Image, more: dict[str, object]) -> dict[str, object]:
    return {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
        "ColorSpace": name("DeviceGray" if image.mode == "L" else "DeviceRGB"),
        **more,
    }


def _is_plain(data: bytes) -> bool:
    """Whether a JPEG is gray or RGB, so that a PDF can hold it as it is."""
    with Image.open(io.BytesIO(data)) as image:
        return image.mode in {"L", "RGB"}


def _spread_color(image: Image.Image) -> Image.Image:
    """RGB in which the unseen pixels next to an edge have its color: readers that smooth show no dark rim."""
    spread = image.convert("RGBa").filter(ImageFilter.BoxBlur(2)).convert("RGBA").convert("RGB")
    flat = image.convert("RGB")
    flat.paste(spread, mask=image.getchannel("A").point(lambda level: 0 if level else 255))
    return flat
