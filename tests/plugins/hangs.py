"""A test that goes on for two minutes shows what every thread is doing.

Python starts and ends a thread whenever this is asked for, so it is asked for every few seconds, not for each test.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from collections.abc import Callable

import pytest

PATIENCE, OFTEN = 120.0, 5.0


class Watch:
    """Writes to a file descriptor where all threads are when nobody has called `renew` for so many seconds."""

    def __init__(self, output: int, patience: float = PATIENCE, clock: Callable[[], float] = time.monotonic) -> None:
        self._output, self._patience, self._clock = output, patience, clock
        self._since = -OFTEN

    def renew(self) -> None:
        """Wait from now on, or from a moment ago."""
        now = self._clock()
        if now - self._since >= OFTEN:
            self._since = now
            faulthandler.dump_traceback_later(self._patience, file=self._output)

    def end(self) -> None:
        """Wait no more."""
        faulthandler.cancel_dump_traceback_later()
        os.close(self._output)


WATCH = pytest.StashKey[Watch]()


def pytest_configure(config: pytest.Config) -> None:
    """Later what is written to the screen is caught."""
    config.stash[WATCH] = Watch(os.dup(sys.__stderr__.fileno() if sys.__stderr__ else 2))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test begins."""
    item.config.stash[WATCH].renew()


def pytest_unconfigure(config: pytest.Config) -> None:
    """No test runs any more."""
    config.stash[WATCH].end()
