"""What a training is for, and how to tell whether it got there: objectives, practice, a check, a follow-up."""

from __future__ import annotations

from typing import Literal

from htpm_studio.frozen import dataclass

Answer = Literal["true", "depends", "no"]


@dataclass(frozen=True, slots=True)
class SessionText:
    """What a slide of the session says beside its list: head, minutes and speaker notes."""

    head: str
    minutes: float
    notes: str
    eyebrow: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Practice:
    """A situation on a slide, what each of a pair does, and how long; nobody acts it out.

    `scenario` is the one of the week that it tells in short.
    """

    head: str
    text: str
    roles: tuple[str, ...]
    time: str
    minutes: float
    notes: str
    eyebrow: str = ""
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A statement that people answer with their hands; `objective` is the one that it checks, counted from 1.

    `reason` begins with the answer and is said the second time.
    """

    text: str
    answer: Answer
    objective: int
    reason: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is asked after thirty days: a mail with its subject, and a text message."""

    subject: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Session:
    """What the training of a week is for, in its own order; `evaluation` asks about each objective."""

    objectives: tuple[str, ...]
    evaluation: tuple[str, ...]
    opening: SessionText
    before: SessionText
    practice: Practice
    after: SessionText
    checks: tuple[Check, ...]
    follow_up: FollowUp
