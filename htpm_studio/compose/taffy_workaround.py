"""Values that the layout library lends to a measure function and forgets to give back.

stretchable keeps one reference too many to the two dictionaries of each call: a change of a kit left a megabyte behind.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_drop_reference = ctypes.pythonapi.Py_DecRef
_drop_reference.argtypes = [ctypes.py_object]
_drop_reference.restype = None


def free_forgotten(lent: list[dict[str, Any]]) -> int:
    """Free the values of a layout that is over and nobody else holds; says how many had a reference too many."""
    forgotten = 0
    while lent:
        if _references(lent) > _ALONE:
            _drop_reference(lent[-1])
            forgotten += 1
        lent.pop()
    return forgotten


def _references(lent: list[dict[str, Any]]) -> int:
    return sys.getrefcount(lent[-1])


_ALONE = _references([{}])
"""What Python counts for a value that only its list holds; it differs between versions of Python."""
