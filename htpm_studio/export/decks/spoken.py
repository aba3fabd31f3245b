"""Speaker notes in their parts: what to say, ask and do, how long it takes, and what to do if something happens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal, get_args

from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import languages

NotePart = Literal["time", "say", "do", "ask"]

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?¿¡“”\n]{0,60}?) ?: (?=\S)")
_TIME = re.compile(r"\A[^\W\d]+ ?: ?\d{1,3} ?min\w*[.:;,]? *", re.IGNORECASE)
_WHAT_IF = re.compile(r"(?:if|si) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A paragraph of speaker notes: its label ("Say", "If asked about ..."; "" without one) and its words."""

    label: str
    text: str

    @property
    def for_the_group(self) -> bool:
        """Whether it is to be said aloud."""
        return self.part in ("say", "ask")

    @property
    def part(self) -> NotePart | None:
        """Which of the declared parts it is, in any language; None for every other paragraph."""
        return _parts().get(self.label)

    @property
    def what_if(self) -> bool:
        """Whether it says what to do if something happens or is asked."""
        return _WHAT_IF.match(self.label) is not None


@lru_cache(maxsize=500)
def spoken(notes: str) -> tuple[Spoken, ...]:
    """The paragraphs of notes; the time that they begin with is left out."""
    return tuple(_paragraphs(_TIME.sub("", notes.strip(), count=1)))


def timed(notes: str) -> tuple[Spoken, ...]:
    """The paragraphs of notes, the one with their time too."""
    return tuple(_paragraphs(notes.strip()))


@cache
def _parts() -> Mapping[str, NotePart]:
    names: tuple[NotePart, ...] = get_args(NotePart)
    return {getattr(language.notes, name): name for language in languages().values() for name in names}


def _paragraphs(notes: str) -> Iterator[Spoken]:
    for line in notes.splitlines():
        text = line.strip()
        if not text:
            continue
        text = text[:1].upper() + text[1:]
        found = _LABEL.match(text)
        yield Spoken(found["label"], text[found.end() :]) if found else Spoken("", text)
