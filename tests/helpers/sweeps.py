"""Which kits a test of all kits takes: a small sample by default, every week and language with HTPM_SLOW=1.

What a default run would leave out is not even collected: `tests/conftest.py` says in SLOW_ASKED whether it is wanted.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any, TypeVar

import pytest
from hypothesis import settings

from htpm_studio.paths import assets

T = TypeVar("T")
SLOW = os.environ.get("HTPM_SLOW") == "1"
ALL = SLOW or os.environ.get("HTPM_SLOW_ASKED") == "1"
broad: Any = pytest.mark.broad


def sampled(every: Iterable[Any], *usual: Any) -> list[Any]:
    """Values for parametrize: those of `usual` always, the others in the slow run."""
    rows = [(one, one if isinstance(one, tuple) else (one,)) for one in every]
    return [
        pytest.param(*row, marks=() if one in usual else pytest.mark.slow) for one, row in rows if ALL or one in usual
    ]


def in_turn(rows: Sequence[Any], columns: Sequence[Any], each: int = 2) -> list[Any]:
    """Pairs for parametrize: `each` columns of a row by default, in turn so that all are taken, in the slow run all."""
    shifts = range(0, len(columns), -(-len(columns) // each))
    usual = [(row, columns[(at + shift) % len(columns)]) for at, row in enumerate(rows) for shift in shifts]
    return sampled(product(rows, columns), *usual)


WEEKS = tuple(range(1, 1 + len(list((assets() / "campaigns" / "htpm" / "en").glob("week-?.toml")))))
"""The weeks of the built-in campaign."""

SAMPLE_OF_WEEKS = sampled(WEEKS, 2, 4)
SAMPLE_OF_KITS = sampled(((week, language) for language in ("en", "es") for week in WEEKS), (2, "en"), (4, "es"))
"""Weeks, and weeks with their language; week 2 is that of most other tests, week 4 has the longest pages."""


def cases(many: int, few: int = 0, **more: Any) -> Callable[[T], T]:
    """Hypothesis settings for a property: an eighth of the cases or `few` by default, all with HTPM_SLOW=1."""

    def set_up(test: T) -> T:
        marked: T = broad(settings(max_examples=many if SLOW else few or max(10, many // 8), **more)(test))
        return marked

    return set_up
