"""Raster logos freed of what is not logo: empty margins and the white sheet that they were saved on."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

from htpm_studio.project.mask_areas import area_of, runs_of

_WHITE_FROM = 238
_BORDER_SHARE = 0.98
_LEAST_LEFT = 0.002
_INVISIBLE = 8


def trim_logo(image: Image.Image) -> Image.Image | None:
    """The logo (RGB or RGBA) without transparent margins and without a white ground; None when nothing is visible.

    A picture without transparency whose border is white (98 % of it) is on a white ground: what is white
    and connected with the border becomes transparent. White inside a closed shape stays, and so do grounds of
    any other color: there the color belongs to the logo.
    """
    if image.mode == "RGB" or image.getchannel("A").getextrema() == (255, 255):
        image = _without_white_ground(image.convert("RGB"))
    if image.mode == "RGB":
        return image
    box = image.getchannel("A").point(lambda alpha: 255 if alpha > _INVISIBLE else 0).getbbox()
    return image.crop(box) if box else None


def _without_white_ground(image: Image.Image) -> Image.Image:
    red, green, blue = image.split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    white = darkest.point(lambda value: 255 if value >= _WHITE_FROM else 0)
    if _border_share(white) < _BORDER_SHARE:
        return image
    ground = _connected_with_border(white)
    covered = ground.histogram()[255] / (image.width * image.height)
    return image if 1 - covered < _LEAST_LEFT else _cut_out(image, darkest, ground)


def _border_share(mask: Image.Image) -> float:
    """How much of the outermost ring of pixels is set."""
    width, height = mask.size
    strips = ((0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height))
    cuts = [mask.crop(strip) for strip in strips]
    return sum(cut.histogram()[255] for cut in cuts) / sum(cut.width * cut.height for cut in cuts)


def _cut_out(image: Image.Image, darkest: Image.Image, ground: Image.Image) -> Image.Image:
    """The picture with the ground transparent; in the pixels beside it the white is taken out of the mixture."""
    beside = ImageChops.subtract(ground.filter(ImageFilter.MaxFilter(3)), ground)
    alpha = ImageChops.invert(ground)
    alpha.paste(ImageChops.invert(darkest), mask=beside)
    colors, opacity, result = image.load(), alpha.load(), image.copy()
    target = result.load()
    if colors is None or opacity is None or target is None:
        return image
    for row, start, end in runs_of(beside):
        for column in range(start, end):
            share = int(opacity[column, row]) / 255  # type: ignore[arg-type]
            if share:
                red, green, blue = colors[column, row]  # type: ignore[misc]
                target[column, row] = tuple(max(0, round(255 - (255 - part) / share)) for part in (red, green, blue))
    result.putalpha(alpha)
    return result


def _connected_with_border(mask: Image.Image) -> Image.Image:
    """The set pixels that can be reached from the border over set pixels, side by side."""
    width, height = mask.size
    runs = runs_of(mask)
    area = area_of(runs)
    outside = {
        area(number)
        for number, (row, start, end) in enumerate(runs)
        if row in (0, height - 1) or start == 0 or end == width
    }
    data = bytearray(width * height)
    for number, (row, start, end) in enumerate(runs):
        if area(number) in outside:
            data[row * width + start : row * width + end] = b"\xff" * (end - start)
    return Image.frombytes("L", mask.size, bytes(data))
