"""A trainer's rehearsal of a slide: what is said in turn and the seconds that the group gets, as the notes have it.

Each "Say" and "Ask" is said aloud, before it the words on the slide for those who do not see it. Groups take the
minutes that the notes give them; a question without any takes two or three short answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from htpm_studio.export.decks.plain_words import words_in_layout
from htpm_studio.export.decks.spoken import Spoken
from htpm_studio.export.prints.guide_pages import CHECK, DISCUSSION, HELP, SCENARIO, SHOWN_ONLY, SessionSlide
from htpm_studio.frozen import dataclass

ANSWERS, QUICK, SILENT, DONE, ECHOED, BETWEEN = 40.0, 25.0, 15.0, 20.0, 15.0, 2.0
"""Seconds for short answers, for one or two quick ones, for a question that nobody answers aloud, for what is done, for
answers that are repeated aloud, and between paragraphs."""

NUMBERS = {
    "half a": 0.5, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "seven": 7,
    "medio": 0.5, "un": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "seis": 6, "siete": 7,
}  # fmt: skip
_STATED = re.compile(rf"\b({'|'.join(NUMBERS)}) (?:minut[eo]s?)\b( each| cada quien)?", re.IGNORECASE)
_HALF_EACH = re.compile(r"thirty seconds each|treinta segundos cada quien", re.IGNORECASE)
_ALONE = re.compile(
    r"no need to answer|no hace falta responder|as you leave|al salir|on your way|salida", re.IGNORECASE
)
_QUICK = re.compile(r"\b(?:one or two|una o dos)\b", re.IGNORECASE)
_AFTERWARD = re.compile(r"^(?:Stay|Quédese) ")
_REPEATED = re.compile(r"^(?:.* )?(?:Repeat two|Repita .*dos)\b")
_THEN_ANSWERS = re.compile(r"\b(?:then|luego),? (?!.*\bminut)|\bfirst,|\bprimero ")
_SAID, _ASKED, _TO_DO, _LISTENED = {"Say", "Diga"}, {"Ask", "Pregunte"}, {"Do", "Haga"}, ("Listen for", "Esté atento")
STATISTIC = "statistic"
SHORT = SHOWN_ONLY | {"resources", HELP, CHECK, SCENARIO}
"""Slides of which the notes say all that is read aloud, but for the numbers of the helpline."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that are said, and the seconds after them that the group takes."""

    said: str
    group: float = 0.0


def turns(slide: SessionSlide) -> tuple[Turn, ...]:
    """What happens while a slide is shown, in order."""
    return tuple(_turns(slide))


def is_discussion(slide: SessionSlide) -> bool:
    """Whether its minutes are those of the groups."""
    return slide.page.template.rpartition("/")[2] == DISCUSSION


def stated(text: str) -> float:
    """Seconds that a paragraph of notes gives to the group."""
    found = [NUMBERS[number.lower()] * (2 if each else 1) for number, each in _STATED.findall(text)]
    return 60 * (sum(found) + len(_HALF_EACH.findall(text)))


def _turns(slide: SessionSlide) -> Iterator[Turn]:
    yield from (Turn(text) for text in _shown(slide))
    for one, after in zip(slide.notes, (*slide.notes[1:], Spoken("", "")), strict=True):
        given = stated(one.text)
        if one.label in _SAID:
            yield Turn(one.text)
        elif one.label in _ASKED and after.label in _TO_DO and stated(after.text):
            yield Turn(one.text, ANSWERS if _THEN_ANSWERS.search(after.text) else 0.0)
        elif one.label in _ASKED:
            yield Turn(one.text, given or _answers(one.text))
        elif one.label in _TO_DO and not _AFTERWARD.match(one.text):
            yield Turn("", given or DONE)
        elif one.label.startswith(_LISTENED) and _REPEATED.match(one.text):
            yield Turn("", ECHOED)


def _answers(question: str) -> float:
    if _ALONE.search(question):
        return SILENT
    return QUICK if _QUICK.search(question) else ANSWERS


def _shown(slide: SessionSlide) -> Iterator[str]:
    page = slide.page
    name = page.template.rpartition("/")[2]
    said = words_in_layout(page.template, page.content, slide.title)
    if name == HELP:
        yield from (one.text for block in said.blocks for one in block if one.bold and not one.url)
    elif name == STATISTIC:  # the notes name the source
        yield said.title
        yield from (one.text for one in said.blocks[0][:-1])
    elif name not in SHORT:
        yield said.title
        for at, block in enumerate(said.blocks):
            yield from said.heads[at : at + 1]
            yield from (one.text for one in block)
