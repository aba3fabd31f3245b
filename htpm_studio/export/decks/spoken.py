"""Speaker notes in their parts: what to say, ask and do, how long it takes, and what to do if something happens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from htpm_studio.frozen import dataclass

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?¿¡“”\n]{0,60}?) ?: (?=\S)")
_TIME = re.compile(r"\A[^\W\d]+ ?: ?\d{1,3} ?min\w*[.:;,]? *", re.IGNORECASE)
_FOR_THE_GROUP = frozenset({"Say", "Ask", "Diga", "Pregunte"})
_WHAT_IF = re.compile(r"(?:if|si) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A paragraph of speaker notes: its label ("Say", "If asked about ..."; "" without one) and its words."""

    label: str
    text: str

    @property
    def for_the_group(self) -> bool:
        """Whether it is to be said aloud."""
        return self.label in _FOR_THE_GROUP

    @property
    def what_if(self) -> bool:
        """Whether it says what to do if something happens or is asked."""
        return _WHAT_IF.match(self.label) is not None


@lru_cache(maxsize=500)
def spoken(notes: str) -> tuple[Spoken, ...]:
    """The paragraphs of notes; the time that they begin with is left out."""
    return tuple(_spoken(notes))


def _spoken(notes: str) -> Iterator[Spoken]:
    for number, line in enumerate(notes.strip().splitlines()):
        text = _TIME.sub("", line, count=1).strip() if number == 0 else line.strip()
        if not text:
            continue
        text = text[:1].upper() + text[1:]
        found = _LABEL.match(text)
        yield Spoken(found["label"], text[found.end() :]) if found else Spoken("", text)
