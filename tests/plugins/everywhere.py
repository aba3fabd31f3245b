"""Replacing a function of the program wherever a module has imported it by name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

PROGRAM = ("htpm_studio.",)


def replace_everywhere(
    patch: pytest.MonkeyPatch, real: Callable[..., Any], new: Callable[..., Any], within: tuple[str, ...] = PROGRAM
) -> None:
    """Let every module of the program that has a function use another one; modules that come later take it too."""
    for name, module in list(sys.modules.items()):
        ours = name.startswith(within) and not name.startswith("tests.plugins.")
        if ours and getattr(module, real.__name__, None) is real:
            patch.setattr(module, real.__name__, new)
