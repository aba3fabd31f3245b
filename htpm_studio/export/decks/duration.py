"""How long a slide and a whole talk take, from what the speaker notes say."""

from __future__ import annotations

import math
import re
from collections.abc import Set

from htpm_studio.export.decks.spoken import spoken
from htpm_studio.export.kit.specs import FileSpec

WORDS_A_MINUTE = 125
"""How fast a calm trainer speaks, pauses and short lines included: a voice that says plain sentences of the trainings
at 130 (English) and 125 (Spanish) says all of them at this pace (`benchmarks/rehearsal.py`). Lectures are a little
faster, 140 in S. Tauroza and D. Allison, "Speech Rates in British English", Applied Linguistics 11 (1), 1990."""

_PLANNED = re.compile(r"[^\W\d]+ ?: ?(\d{1,3}) ?min", re.IGNORECASE)
"""The beginning of notes that give the time of their slide, with questions and exercises: "Time: 2 minutes"."""

_NUMBERED = re.compile(r"\d|[^\W\d_][./][^\W\d_]")
_SIGNS = re.compile(r"\d|[%$]|(?<=\w)[./](?=\w)|[^\W\d_]+")
"""What is said one by one in numbers and addresses: digits, dots, slashes and the words between them."""


def words_in(notes: str) -> int:
    """How many words there are."""
    return len(notes.split())


def seconds_aloud(text: str) -> float:
    """How long saying a text takes, numbers digit by digit and addresses with their dots."""
    return 60 * sum(map(_said_words, text.split())) / WORDS_A_MINUTE


def seconds_for(notes: str, advance: float = 0.0) -> float:
    """The seconds of a slide with these notes: the time that they plan, or the longer one that saying them takes.

    One that runs by itself takes the seconds after which it does (`advance`).
    """
    if advance:
        return advance
    planned = _PLANNED.match(notes)
    return max(seconds_aloud(_for_the_group(notes)), 60.0 * int(planned.group(1)) if planned else 0.0)


def minutes_for(notes: str) -> int:
    """The minutes that notes plan for their slide, or whole minutes that saying them takes; at least one."""
    planned = _PLANNED.match(notes)
    return max(1, int(planned.group(1)) if planned else math.ceil(seconds_aloud(_for_the_group(notes)) / 60))


def seconds_of_talk(spec: FileSpec, without: Set[str] = frozenset()) -> float:
    """The seconds of all slides of a deck without those of some pieces; a slide in two parts counts once."""
    slides = {page.piece: page for page in spec.pages if page.piece not in without}
    return sum(seconds_for(page.info.notes, page.info.advance) for page in slides.values())


def _for_the_group(notes: str) -> str:
    """What is said aloud: what is marked so, or all where nothing is."""
    rows = spoken(notes)
    marked = [row.text for row in rows if row.for_the_group]
    return "\n".join(marked or [f"{row.label} {row.text}" for row in rows])


def _said_words(word: str) -> int:
    return len(_SIGNS.findall(word)) if _NUMBERED.search(word) else int(any(map(str.isalnum, word)))
