"""Outlines, fills, strokes and transparency as operators of a PDF content stream."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import assert_never

from htpm_studio.render.outlines import outline, settled
from htpm_studio.render.pdf.file import PdfFile, Ref, array, mapping, name, number, numbers
from htpm_studio.scene.nodes import Color, ColorStop, Geometry, LinearGradient, Shape, Stroke
from htpm_studio.units import Box

_CLOSEST = 1e-4
"""Smallest distance between two stops of a gradient: PDF wants them apart."""


class PageResources:
    """What the content of one page refers to by name."""

    def __init__(self, file: PdfFile) -> None:
        self.file = file
        self._names: dict[str, dict[str, Ref]] = {}

    def use(self, kind: str, label: str, ref: Ref) -> str:
        """The name operator for a font, picture, shading or graphics state."""
        self._names.setdefault(kind, {})[label] = ref
        return name(label)

    def entries(self) -> dict[str, object]:
        """The page's resource dictionary."""
        return {kind: mapping(names) for kind, names in sorted(self._names.items())}


class Paints:
    """Graphics states and shadings of a file; each is written once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._made: dict[object, tuple[str, Ref]] = {}

    def alpha(self, value: float, resources: PageResources) -> str:
        """The operator that makes fills and strokes transparent."""
        level = round(value, 4)
        if ("alpha", level) not in self._made:
            state = mapping({"Type": name("ExtGState"), "ca": level, "CA": level})
            self._made["alpha", level] = f"A{len(self._made)}", self._file.add(state)
        return resources.use("ExtGState", *self._made["alpha", level]) + " gs"

    def shading(self, gradient: LinearGradient, box: Box, resources: PageResources) -> list[str]:
        """The operators that fill the clipped area with a gradient."""
        key = (gradient, box)
        colors = [tuple(part / 255 for part in stop.color.rgb) for stop in gradient.stops]
        if key not in self._made:
            self._made[key] = f"S{len(self._made)}", self._file.add(_axial(gradient, box, "DeviceRGB", colors))
        shade = resources.use("Shading", *self._made[key]) + " sh"
        levels = [stop.color.alpha for stop in gradient.stops]
        if min(levels) == max(levels):
            return [shade] if levels[0] >= 1 else [self.alpha(levels[0], resources), shade]
        if ("mask", key) not in self._made:
            self._made["mask", key] = f"M{len(self._made)}", self._mask(gradient, box, levels)
        return [resources.use("ExtGState", *self._made["mask", key]) + " gs", shade]

    def _mask(self, gradient: LinearGradient, box: Box, levels: Sequence[float]) -> Ref:
        """A graphics state whose soft mask is the gradient's alpha, as gray."""
        gray = self._file.add(_axial(gradient, box, "DeviceGray", [(level,) for level in levels]))
        spare = max(box.width, box.height)
        form = {
            "Type": name("XObject"),
            "Subtype": name("Form"),
            "BBox": array([box.x - spare, box.y - spare, box.right + spare, box.bottom + spare]),
            "Group": mapping({"S": name("Transparency"), "CS": name("DeviceGray"), "I": "true"}),
            "Resources": mapping({"Shading": mapping({"S": gray})}),
        }
        group = self._file.add_stream(form, b"/S sh")
        mask = mapping({"Type": name("Mask"), "S": name("Luminosity"), "G": group})
        return self._file.add(mapping({"Type": name("ExtGState"), "SMask": mask}))


def _axial(gradient: LinearGradient, box: Box, space: str, colors: Sequence[Sequence[float]]) -> object:
    ends = [
        value for x, y in (gradient.start, gradient.end) for value in (box.x + x * box.width, box.y + y * box.height)
    ]
    entries = {
        "ShadingType": 2,
        "ColorSpace": name(space),
        "Coords": array(ends),
        "Function": _function(gradient.stops, colors),
        "Extend": array(["true", "true"]),
    }
    return mapping(entries)


def _function(stops: Sequence[ColorStop], colors: Sequence[Sequence[float]]) -> object:
    """Straight lines between the stops, constant before the first and after the last."""
    places = [min(1.0, max(0.0, stop.offset)) for stop in stops]
    if places[0] > 0:
        places, colors = [0.0, *places], [colors[0], *colors]
    if places[-1] < 1 or len(places) == 1:
        places, colors = [*places, 1.0], [*colors, colors[-1]]
    for at in range(1, len(places) - 1):
        places[at] = max(places[at], places[at - 1] + _CLOSEST)
    pieces = [
        mapping({"FunctionType": 2, "Domain": array([0, 1]), "C0": array(a), "C1": array(b), "N": 1})
        for a, b in pairwise(colors)
    ]
    if len(pieces) == 1:
        return pieces[0]
    entries = {
        "FunctionType": 3,
        "Domain": array([0, 1]),
        "Functions": array(pieces),
        "Bounds": array(places[1:-1]),
        "Encode": array([0, 1] * len(pieces)),
    }
    return mapping(entries)


# ------------------------------------------------------------------ operators


def path(geometry: Geometry, box: Box) -> str:
    """The operators that build an outline."""
    return " ".join(
        f"{numbers(*step.points)} {step.op.lower()}" if step.points else "h" for step in outline(geometry, box)
    )


def shape(node: Shape, paints: Paints, resources: PageResources) -> list[str]:
    """The operators that fill and stroke a shape; the graphics state is left as it was."""
    built = path(node.geometry, node.box)
    code: list[str] = []
    match node.fill and settled(node.fill):
        case None:
            pass
        case Color() as color:
            code += ["q", *fill_color(color, paints, resources), built, "f", "Q"]
        case LinearGradient() as gradient:
            code += ["q", built, "W n", *paints.shading(gradient, node.box, resources), "Q"]
        case never:
            assert_never(never)
    if node.stroke is not None:
        code += ["q", *_stroke_state(node.stroke, paints, resources), built, "S", "Q"]
    return code


def fill_color(color: Color, paints: Paints, resources: PageResources) -> list[str]:
    """The operators that set the fill color and, where it is not opaque, its alpha."""
    alpha = [paints.alpha(color.alpha, resources)] if color.alpha < 1 else []
    return [*alpha, f"{_rgb(color)} rg"]


def _stroke_state(stroke: Stroke, paints: Paints, resources: PageResources) -> list[str]:
    alpha = [paints.alpha(stroke.color.alpha, resources)] if stroke.color.alpha < 1 else []
    dash = [f"[{numbers(*stroke.dash)}] 0 d"] if stroke.dash else []
    cap = 1 if stroke.cap == "round" else 0
    return [*alpha, *dash, f"{_rgb(stroke.color)} RG {number(stroke.width)} w {cap} J 1 j"]


def _rgb(color: Color) -> str:
    return numbers(*(part / 255 for part in color.rgb))
