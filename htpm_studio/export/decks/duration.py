"""How long a slide and a whole talk take, from what the speaker notes say."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Set

from htpm_studio.export.specs import FileSpec, PageSpec

WORDS_A_MINUTE = 140
"""How fast people speak who explain something to listeners: the mean of lectures in S. Tauroza and D. Allison, "Speech
Rates in British English", Applied Linguistics 11 (1), 1990. Conversation is faster (about 200)."""

_PLANNED = re.compile(r"[^\W\d]+ ?: ?(\d{1,3}) ?min", re.IGNORECASE)
"""What notes begin with that say how long their slide takes, questions and exercises included: "Time: 2 minutes"."""


def words_in(notes: str) -> int:
    """How many words there are."""
    return len(notes.split())


def seconds_for(notes: str, advance: float = 0.0) -> float:
    """How long a slide with these notes takes: as long as they say at their beginning, or longer if saying them does.

    One that runs by itself takes the seconds after which it does (`advance`).
    """
    if advance:
        return advance
    planned = _PLANNED.match(notes)
    aloud = 60 * words_in(notes) / WORDS_A_MINUTE
    return max(aloud, 60.0 * int(planned.group(1)) if planned else 0.0)


def minutes_for(notes: str) -> int:
    """The minutes that notes plan for their slide, or whole minutes that saying them takes; at least one."""
    planned = _PLANNED.match(notes)
    return max(1, int(planned.group(1)) if planned else math.ceil(words_in(notes) / WORDS_A_MINUTE))


def seconds_of_talk(order: FileSpec, without: Set[str] = frozenset()) -> float:
    """How long the slides of a deck take together but for those of some pieces; a slide in two parts counts once."""
    slides = _slides(order.pages, without).values()
    return sum(seconds_for(page.info.notes, page.info.advance) for page in slides)


def _slides(pages: Iterable[PageSpec], without: Set[str]) -> Mapping[str, PageSpec]:
    return {page.piece: page for page in pages if page.piece not in without}
