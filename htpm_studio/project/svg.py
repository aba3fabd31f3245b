"""Drawings brought in: made safe, trimmed to their ink, and proven to draw something."""

from __future__ import annotations

import io
import math
import re

import resvg_py
from lxml import etree
from PIL import Image

from htpm_studio.errors import InputError, msg
from htpm_studio.project.svg_budget import check_budget
from htpm_studio.project.svg_clean import NUMBER, clean_svg, parse_svg

_PROBE_SIDE = 256
_INK_SIDE = 1024
_TRIES = 3
_MAX_RATIO = 100.0
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*([a-z]*)\s*")
_SVG = "{http://www.w3.org/2000/svg}"
_LENGTHS = (
    "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "fx", "fy", "stroke-width",
    "stroke-dasharray", "stroke-dashoffset",
)  # fmt: skip
_PAINTS = {
    f"{_SVG}linearGradient": "gradientUnits", f"{_SVG}radialGradient": "gradientUnits",
    f"{_SVG}pattern": "patternUnits", f"{_SVG}mask": "maskUnits",
}  # fmt: skip
"""Elements whose lengths are fractions of the shape that they are used on, unless their units differ."""

_Frame = tuple[float, float, float, float]


def read_svg(name: str, data: bytes) -> tuple[bytes, tuple[float, float]]:
    """A safe SVG and its size in its own units, from one that anybody made.

    Empty margins are cut off. `name` is for messages. Raises InputError when the drawing could act, load or
    never end, when it writes letters (their fonts are not there), and when it draws nothing.
    """
    root, frame = _clean(name, data, wraps=True)
    for _ in range(_TRIES):
        wide, frame = frame, _tighten(name, _bytes_of(root), frame)
        _set_frame(root, frame)
        if frame[2] * frame[3] > 0.9 * wide[2] * wide[3]:
            break
    return _bytes_of(root), (frame[2], frame[3])


def reread_svg(name: str, data: bytes) -> tuple[bytes, tuple[float, float]]:
    """The same for a drawing that `read_svg` made, which comes out as it was; checked as strictly, not trimmed."""
    root, frame = _clean(name, data, wraps=False)
    return _bytes_of(root), (frame[2], frame[3])


def _clean(name: str, data: bytes, *, wraps: bool) -> tuple[etree._Element, _Frame]:
    """The safe tree and its frame; a first small try shows whether it can be drawn at all."""
    root = parse_svg(name, data)
    clean_svg(name, root)
    if wraps and (_stretches(root) or _measures_the_page(root)):
        _wrap(name, root)
    frame = _frame(name, root)
    check_budget(name, root, max(frame[2:]))
    _set_frame(root, frame)
    draw_svg(name, _bytes_of(root), _PROBE_SIDE)
    return root, frame


def _stretches(root: etree._Element) -> bool:
    """Whether the drawing is made to fit a page of another shape by more than margins."""
    own = root.get("preserveAspectRatio", "")
    return "none" in own or "slice" in own


def _measures_the_page(root: etree._Element) -> bool:
    """Whether lengths are parts of the page ("10%"): they would be others once the margins are cut off."""
    pending = list(root)
    while pending:
        element = pending.pop()
        inner = str(element.tag).endswith("}svg")
        boxed = element.tag in _PAINTS and element.get(_PAINTS[element.tag]) != "userSpaceOnUse"
        if not boxed and any(str(element.get(key, "")).strip().endswith("%") for key in _LENGTHS):
            return True
        pending += [] if inner else list(element)
    return False


def _wrap(name: str, root: etree._Element) -> None:
    """Put the drawing as it is on its page into a larger one, whose margins can be cut off."""
    x, y, width, height = _frame(name, root)
    across, down = _length(root.get("width", "")), _length(root.get("height", ""))
    if not (across > 0 and down > 0):
        across, down = width, height
    inner = etree.Element(root.tag, nsmap=root.nsmap)
    inner.extend(list(root))
    for key in root.attrib:
        if key not in ("width", "height", "viewBox", "preserveAspectRatio"):
            inner.set(key, root.get(key, ""))
    inner.set("viewBox", " ".join(_number(value) for value in (x, y, width, height)))
    inner.set("width", _number(across))
    inner.set("height", _number(down))
    inner.set("preserveAspectRatio", root.get("preserveAspectRatio", "xMidYMid"))
    root.attrib.clear()
    root.set("viewBox", f"0 0 {_number(across)} {_number(down)}")
    root.append(inner)


def draw_svg(name: str, data: bytes, max_side: int) -> Image.Image:
    """A safe SVG as pixels (RGBA) with `max_side` pixels on its long side; raises InputError when that fails."""
    width, height = _size_of(name, data)
    ratio = width / height
    size = (max_side, max(1, round(max_side / ratio))) if ratio >= 1 else (max(1, round(max_side * ratio)), max_side)
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=data.decode("utf-8"), width=size[0], height=size[1], skip_system_fonts=True
        )
        image = Image.open(io.BytesIO(bytes(drawn)), formats=("PNG",))
        image.load()
    except BaseException as error:
        # a failure inside the Rust library arrives as a PanicException, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        raise InputError(msg("{name} cannot be drawn.", name=name), "Save the logo as PNG and use that.") from error
    return image.convert("RGBA")


def _bytes_of(root: etree._Element) -> bytes:
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=False)
    return data


def _size_of(name: str, data: bytes) -> tuple[float, float]:
    frame = _frame(name, parse_svg(name, data))
    return frame[2], frame[3]


# ------------------------------------------------------------------ frame


def _frame(name: str, root: etree._Element) -> _Frame:
    """The viewBox; made from width and height when there is none."""
    numbers = [float(number) for number in NUMBER.findall(root.get("viewBox", ""))]
    if len(numbers) == 4:
        x, y, width, height = numbers
    else:
        x, y, width, height = 0.0, 0.0, _length(root.get("width", "")), _length(root.get("height", ""))
    if not (width > 0 and height > 0):
        hint = msg("Save it again with a viewBox, or with a width and a height in px.")
        raise InputError(msg("{name} does not say how large its drawing is.", name=name), hint)
    if min(width, height) < 0.01 or max(width / height, height / width) > _MAX_RATIO:
        raise InputError(
            msg(
                "{name} has an unusable size of {width} x {height}.",
                name=name,
                width=f"{width:g}",
                height=f"{height:g}",
            ),
            "Save it again at a common size.",
        )
    return x, y, width, height


def _length(text: str) -> float:
    match = _LENGTH.fullmatch(text)
    return float(match.group(1)) * _UNITS.get(match.group(2), 0.0) if match else 0.0


def _set_frame(root: etree._Element, frame: _Frame) -> None:
    for key in ("x", "y", "preserveAspectRatio"):
        root.attrib.pop(key, None)
    x, y, width, height = (_number(value) for value in frame)
    root.set("viewBox", f"{x} {y} {width} {height}")
    root.set("width", width)
    root.set("height", height)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def _tighten(name: str, data: bytes, frame: _Frame) -> _Frame:
    """The part of the frame that holds ink, one drawn pixel wider on each side."""
    image = draw_svg(name, data, _INK_SIDE)
    ink = image.getchannel("A").point(lambda alpha: 255 if alpha > 8 else 0).getbbox()
    if ink is None:
        raise InputError(
            msg("{name} draws nothing.", name=name),
            "Check that the logo is on the page and visible, and save it again.",
        )
    x, y, width, height = frame
    across, down = width / image.width, height / image.height
    left, top = max(0, ink[0] - 1), max(0, ink[1] - 1)
    right, bottom = min(image.width, ink[2] + 1), min(image.height, ink[3] + 1)
    tight = (x + left * across, y + top * down, (right - left) * across, (bottom - top) * down)
    x, y, width, height = (math.floor(value * 10_000) / 10_000 for value in tight)
    return (x, y, width, height) if max(width / height, height / width) <= _MAX_RATIO else frame
