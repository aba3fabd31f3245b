"""Errors are sentences: what happened, to which file, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class StudioError(Exception):
    """Something a user can read and act on: one sentence for what is wrong, one for what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class BadInput(StudioError):
    """The user's own input cannot be used: a file, a colour, a week, a folder."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a file that people write by hand; `line` is 1-based, 0 when unknown."""

    file: str
    line: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message} {self.hint}".strip()


class Problems(StudioError):
    """All mistakes of one reading, reported at once and never one by one."""

    def __init__(self, what: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        rows = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"{what} has {count} mistake{'s' if count != 1 else ''}:\n{rows}")


class Cancelled(Exception):
    """The user stopped the job; whatever it had written is removed by whoever wrote it."""
