"""The groups of the ring by name, and how each is made: here, or in several processes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from fnmatch import fnmatch
from io import StringIO
from multiprocessing import get_context
from pathlib import Path

from tests.ring.kits import all_kits
from tests.ring.small import SMALL


def groups() -> list[str]:
    """The names of all groups."""
    return [*SMALL, *all_kits()]


def chosen(part: tuple[int, int] = (1, 1), only: str = "*") -> list[str]:
    """The names of the groups in a part; the parts together are all of them, and none is in two."""
    number, count = part
    return [name for name in groups()[number - 1 :: count] if fnmatch(name, only)]


def made(names: Sequence[str], jobs: int = 2) -> Iterator[tuple[str, str]]:
    """Each group as it is now, in processes of their own where several are wanted."""
    if jobs < 2 or len(names) < 2:
        yield from ((name, group(name)) for name in names)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from zip(names, pool.map(group, names), strict=True)


def group(name: str) -> str:
    """A group as it is now."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        if name in SMALL:
            return SMALL[name](Path(folder))
        return all_kits()[name](Path(folder)).text()
