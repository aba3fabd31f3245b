"""What holds for every test: no screen, no network, no home folder; slow tests only where they are asked for."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from zlib import crc32

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first import of Qt
os.environ["LC_ALL"] = "C.UTF-8"  # a bare machine has no locale, which Qt complains about
if sys.dont_write_bytecode:
    # Each process that a test starts would compile the program anew, which takes longer than most tests.
    sys.pycache_prefix = str(Path(__file__).resolve().parent.parent / ".pytest_cache" / "bytecode")
    sys.dont_write_bytecode = False
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

from hypothesis import settings

pytest_plugins = [
    f"tests.plugins.{name}" for name in ("both_ends", "bundled", "guards", "hangs", "pages", "references")
]

MANY_OBJECTS = 200_000

settings.register_profile("studio", deadline=None, derandomize=True, database=None)
settings.load_profile("studio")


def pytest_configure(config: pytest.Config) -> None:
    """Say to what is imported later, in the processes of xdist too, whether slow tests are asked for."""
    if "slow" in config.getoption("markexpr", default=""):
        os.environ["HTPM_SLOW_ASKED"] = "1"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests out unless they are asked for, and broad ones of other parts than `HTPM_BROAD_PART`."""
    if part := os.environ.get("HTPM_BROAD_PART"):
        number, parts = (int(word) for word in part.split("/"))
        others = [
            item
            for item in items
            if item.get_closest_marker("broad") and crc32(item.nodeid.encode()) % parts != number - 1
        ]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in set(others)]
    if os.environ.get("HTPM_SLOW") == "1" or "slow" in config.getoption("markexpr", default=""):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


def pytest_collection_finish() -> None:
    """Python looks for forgotten objects between tests, as in the window on this thread alone; not among those here."""
    gc.disable()
    gc.freeze()


def pytest_runtest_teardown() -> None:
    """Look for forgotten objects where many were made."""
    if gc.get_count()[0] >= MANY_OBJECTS:
        gc.collect()
