"""A layout leaves nothing behind: a window that is open all day lays out thousands of pages."""

from __future__ import annotations

import ctypes
import gc
import tracemalloc

from htpm_studio.compose.boxes import place
from htpm_studio.compose.frames import Frame, Layout, ScrimLeaf
from htpm_studio.compose.lent import give_back
from htpm_studio.units import Insets, Size

ROWS, ROUNDS = 10, 30


def test_layouts_leave_nothing_behind() -> None:
    calls: list[float] = []

    def measure(_frame: Frame, width: float) -> tuple[float, float]:
        calls.append(width)
        return 10.0, 5.0

    row = Frame(Layout(grow=1.0, padding=Insets(1, 1, 1, 1)), leaf=ScrimLeaf(()))
    root = Frame(Layout(width=100.0), children=(row,) * ROWS)
    place(root, Size(100, 200), measure)
    calls.clear()
    gc.collect()
    tracemalloc.start(1)
    try:
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(ROUNDS):
            place(root, Size(100, 200), measure)
        left = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert len(calls) >= ROWS * ROUNDS
    # What is lent for one call takes 600 bytes; the widths that this test keeps take some of them.
    assert left < 100 * len(calls)


def test_only_a_reference_too_many_is_dropped() -> None:
    assert give_back([{"dim": 1.0}, {"dim": 2.0}]) == 0
    lent = [{"dim": 1.0}, {"dim": 2.0}]
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(lent[0]))
    assert give_back(lent) == 1
    assert lent == []
