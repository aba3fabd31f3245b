"""Work for other processes, which import it by name: in a module of its own, they need not import the tests as well."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from htpm_studio.errors import Cancelled, InputError, Problems, in_file, msg
from htpm_studio.processes.jobs import JobContext

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


def whose(_path: Path, _context: JobContext) -> int:
    """The process that does it."""
    return os.getpid()


def end_once(path: Path, _context: JobContext) -> str:
    """End the process the first time."""
    if not path.exists():
        path.touch()
        os._exit(9)
    return "done"


def end_always(path: Path, _context: JobContext) -> None:
    """End the process, with one more letter in a file each time."""
    path.write_text(path.read_text() + "x" if path.exists() else "x")
    os._exit(9)


def wait_for_a_stop(path: Path, context: JobContext) -> None:
    """Leave a file that says that it began, and work until stopped."""
    path.touch()
    for _ in range(3000):
        context.checkpoint()
        time.sleep(0.01)


def be_ready(_value: Any, _context: JobContext) -> None:
    """Say in a file which process is ready."""
    Path(os.environ["READY"]).write_text(str(os.getpid()))
