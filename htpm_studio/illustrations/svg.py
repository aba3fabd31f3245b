"""An arranged scene as SVG in the colors of a brand: plain shapes in plain colors, which every back end can draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from htpm_studio.illustrations.arrange import Arranged, in_depth
from htpm_studio.illustrations.figure import Dressed, Figure
from htpm_studio.illustrations.parts import PathMark, Shift
from htpm_studio.illustrations.people import HAIRS, SKINS
from htpm_studio.illustrations.scene_file import FRONT_Z
from htpm_studio.units import Box

FIXED: Mapping[str, str] = {
    **{f"skin{number}": color for number, color in SKINS.items()},
    **{f"hair-{name}": color for name, color in HAIRS.items()},
}
"""The colors of people: they never follow a brand."""

SHADE = "shade"
"""The role of the soft oval under somebody who stands."""

_CURVE = 0.5523
_Layer = tuple[float, str]


def svg_of(shown: Arranged, window: Box, colors: Mapping[str, str]) -> bytes:
    """The drawing of a window of a scene; `colors` has a color for each role of the palette and for `SHADE`."""
    paint = {**FIXED, **colors}
    layers = sorted(_layers(shown, window, paint), key=lambda layer: layer[0])
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_n(window.x)} {_n(window.y)} '
        f'{_n(window.width)} {_n(window.height)}">'
    )
    return "".join((head, *(text for _, text in layers), "</svg>")).encode("ascii")


def _layers(shown: Arranged, window: Box, paint: Mapping[str, str]) -> Iterator[_Layer]:
    scene, parts = shown.scene, shown.parts
    setting = parts.setting(scene.setting)
    yield 0.0, _seen(setting.back, window, paint)
    if scene.front:
        yield FRONT_Z, _seen(setting.front, window, paint)
    for prop in scene.props:
        if _overlap(window, shown.box_of(prop)):
            place = Shift(prop.scale, prop.scale, *prop.at)
            yield prop.z, _group(Dressed(parts.prop(prop.name).marks, place), paint)
    for figure in in_depth(shown):
        yield figure.seat.z, "".join(_person(figure, paint))


def _seen(marks: Iterable[tuple[PathMark, Box]], window: Box, paint: Mapping[str, str]) -> str:
    return "".join(_shape(mark, paint) for mark, box in marks if _overlap(window, box))


def _overlap(window: Box, box: Box) -> bool:
    return box.x < window.right and window.x < box.right and box.y < window.bottom and window.y < box.bottom


def _person(figure: Figure, paint: Mapping[str, str]) -> Iterator[str]:
    if figure.shade is not None:
        yield _shape(PathMark(SHADE, _oval(*figure.shade)), paint)
    for part in figure.dressed():
        yield _group(part, paint)


def _group(part: Dressed, paint: Mapping[str, str]) -> str:
    inside = "".join(_shape(mark, paint) for mark in part.marks)
    return f"<g {_place(part.shift)}>{inside}</g>"


def _place(shift: Shift) -> str:
    return f'transform="translate({_n(shift.x)} {_n(shift.y)}) scale({shift.across:.4f} {shift.down:.4f})"'


def _shape(mark: PathMark, paint: Mapping[str, str]) -> str:
    rule = ' fill-rule="evenodd"' if mark.even_odd else ""
    place = f" {_place(mark.shift)}" if mark.shift else ""
    if not mark.line:
        return f'<path fill="{paint[mark.role]}"{rule}{place} d="{mark.path}"/>'
    return (
        f'<path fill="none" stroke="{paint[mark.role]}" stroke-width="{_n(mark.line)}" stroke-linecap="round" '
        f'stroke-linejoin="round"{rule}{place} d="{mark.path}"/>'
    )


def _oval(x: float, y: float, across: float, down: float) -> str:
    a, d = across * _CURVE, down * _CURVE
    steps = (
        (x + across, y + d, x + a, y + down, x, y + down), (x - a, y + down, x - across, y + d, x - across, y),
        (x - across, y - d, x - a, y - down, x, y - down), (x + a, y - down, x + across, y - d, x + across, y),
    )  # fmt: skip
    curves = "".join("C" + " ".join(_n(number) for number in step) for step in steps)
    return f"M{_n(x + across)} {_n(y)}{curves}Z"


def _n(value: float) -> str:
    """A number with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
