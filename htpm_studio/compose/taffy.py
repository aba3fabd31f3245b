"""Taffy's own binding from stretchable, without the classes around it: importing those takes as long as a page.

Its numbers stand for what stretchable's enumerations name; a test compares them.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from types import MappingProxyType
from typing import Any

_PACKAGE, _BINDING = "stretchable", "stretchable.taffylib"


def _binding() -> Any:
    """The compiled module of stretchable; nothing else of the package is run."""
    if _BINDING in sys.modules:
        return sys.modules[_BINDING]
    package = find_spec(_PACKAGE)
    found = PathFinder.find_spec(_BINDING, package.submodule_search_locations if package else None)
    if found is None or found.loader is None:
        raise ImportError(name=_BINDING)
    made = module_from_spec(found)
    sys.modules[_BINDING] = made  # It can be set up only once in a process.
    found.loader.exec_module(made)
    return made


taffylib = _binding()

# The numbers of the binding's enumerations.
AUTO, POINTS = 0, 1
WRAP, NO_WRAP = 1, 0
ABSOLUTE = 1
_FLEX = 1
DIRECTION: Mapping[str, int] = MappingProxyType({"row": 0, "column": 1})
ALIGN: Mapping[str, int] = MappingProxyType({"start": 2, "center": 4, "end": 3, "stretch": 6})
JUSTIFY: Mapping[str, int] = MappingProxyType(
    {"start": 2, "center": 4, "end": 3, "between": 6, "around": 8, "evenly": 7}
)
SIDES = ("top", "right", "bottom", "left")


def points(value: float) -> dict[str, Any]:
    """A length in points."""
    return {"dim": POINTS, "value": value}


def automatic() -> dict[str, Any]:
    """A length that follows from the content."""
    return {"dim": AUTO, "value": math.nan}


def _anywhere() -> dict[str, Any]:
    line = {"kind": 0, "value": 0}
    return {"start": line, "end": line}


def _both(length: dict[str, Any]) -> dict[str, Any]:
    return {"width": length, "height": length}


def _sides(length: dict[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(SIDES, length)


PLAIN_STYLE: Mapping[str, Any] = MappingProxyType(
    {
        "display": _FLEX, "box_sizing": 0, "overflow_x": 0, "overflow_y": 0, "scrollbar_width": 0.0, "position": 0,
        "inset": _sides(automatic()), "gap": _both(points(0.0)), "margin": _sides(points(0.0)),
        "border": _sides(points(0.0)), "padding": _sides(points(0.0)),
        "size": _both(automatic()), "min_size": _both(automatic()), "max_size": _both(automatic()),
        "flex_wrap": NO_WRAP, "flex_direction": DIRECTION["row"], "flex_grow": 0.0, "flex_shrink": 1.0,
        "flex_basis": automatic(),
        "grid_template_rows": [], "grid_template_columns": [], "grid_auto_rows": [], "grid_auto_columns": [],
        "grid_auto_flow": 0, "grid_row": _anywhere(), "grid_column": _anywhere(), "aspect_ratio": None,
        "align_items": None, "justify_items": None, "align_self": None, "justify_self": None,
        "align_content": None, "justify_content": None,
    }
)  # fmt: skip
"""The style of a box that says nothing; the binding reads every key of it. No box is a grid, so its tracks are none."""
