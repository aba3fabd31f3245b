"""How much work something is, on any computer and beside any other work."""

from __future__ import annotations

import time
from collections.abc import Callable

_ROUNDS = 400_000


def effort(action: Callable[[], object]) -> float:
    """Processor time of an action, in units of a loop that takes about 0.03 s on a computer of today.

    The loop runs before and after, so that a computer which is slow at the moment is slow for both.
    """
    before = _loop()
    start = time.process_time()
    action()
    taken = time.process_time() - start
    return taken / max(before, _loop())


def _loop() -> float:
    start = time.process_time()
    total = 0
    for number in range(_ROUNDS):
        total += number & 7
    return max(time.process_time() - start, 1e-3)
