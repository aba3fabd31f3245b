"""The facts of a campaign: where its texts say a number, and which numbers a newer one has overtaken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from htpm_studio.campaign.model import Fact

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})


def says(fact: Fact, text: str) -> bool:
    """Whether a text says the number of a fact, in any of its forms and not as a part of a longer number."""
    plain = _with_plain_spaces(text)
    return any(_figure(figure).search(plain) for figure in fact.figures)


def overdue(facts: Iterable[Fact], day: date) -> tuple[Fact, ...]:
    """The facts of which a newer number was expected by that day."""
    return tuple(fact for fact in facts if fact.due_on <= day)


@lru_cache(maxsize=1)
def _with_plain_spaces(text: str) -> str:
    """The text with plain spaces. Cached: one text is searched for each fact in turn."""
    return text.translate(_SPACES)


@cache
def _figure(figure: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,]){re.escape(figure)}(?![\d])")
