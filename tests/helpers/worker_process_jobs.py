"""Work for other processes: they import it by name, so it cannot stand in a test."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from htpm_studio.errors import Cancelled, InputError, Problems, in_file, msg
from htpm_studio.jobs import JobContext

Tell = Callable[[Any], None]


class Odd(Exception):
    """An exception that cannot be sent."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} and {other}")


def count(asked: Mapping[str, int], context: JobContext, tell: Tell) -> Mapping[str, int]:
    """Tell some numbers; the answer is the process and what was asked."""
    for number in range(asked["steps"]):
        context.report(number + 1, asked["steps"], f"step {number + 1}")
        tell(number)
    return MappingProxyType({"process": os.getpid(), **asked})


def fail(asked: str, _context: JobContext, _tell: Tell) -> None:
    """Fail in the way that is asked for."""
    if asked == "sentence":
        raise InputError(msg("{name} is bad.", name="This"), "Choose another.")
    if asked == "problems":
        raise Problems("The list", [in_file("list.csv", 3, "No name.", "Add one.")])
    if asked == "odd":
        raise Odd(1, 2)
    os._exit(3)


def wait(asked: Path, context: JobContext, tell: Tell) -> None:
    """Work until stopped, then leave a file that says so."""
    tell("started")
    try:
        for _ in range(2000):
            time.sleep(0.01)
            context.checkpoint()
    except Cancelled:
        asked.write_text("stopped")
        raise
