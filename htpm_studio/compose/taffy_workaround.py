"""Memory that the layout library forgets: stretchable never frees what it gives to a measure function.

Each call of a measure function gets two dictionaries, for the width and the height that are available. stretchable
1.1.8, the newest, makes them with `dict_derive` 0.6, which uses the `gil-refs` of PyO3 0.22: a pool of the thread owns
such an object, and PyO3 empties it only where it has taken Python's lock itself, which it never does inside a call
from Python. So each dictionary keeps one reference too many: a change of a kit left a megabyte behind. It cannot be
avoided from here, as a layout with text needs a measure function. mortencombat/stretchable has no issue about it;
its pull request 185 about memory, in 1.1.8, freed nodes and styles only. The leak goes with `dict_derive`, or with
PyO3 0.23, which has no such pools. `test_the_workaround_is_still_needed` fails then, and this module can go.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_drop_reference = ctypes.pythonapi.Py_DecRef
_drop_reference.argtypes = [ctypes.py_object]
_drop_reference.restype = None


def free_forgotten(lent: list[dict[str, Any]]) -> int:
    """Free the values of a finished layout that nothing else holds; returns how many had a reference too many."""
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
