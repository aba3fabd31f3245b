"""The slides that a session adds to its training: objectives, a check at both ends, and a practice before the talk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from htpm_studio.campaign.model import Deck, Slide
from htpm_studio.campaign.session import Practice, Session, SessionText
from htpm_studio.decoding.values import Fields
from htpm_studio.languages.declared import known_language

OBJECTIVES, CHECK, SCENARIO = "deck/checklist", "deck/check", "deck/scenario"
CHECK_AGAIN = "check-again"
AGENDA, DISCUSSION = "deck/agenda", "deck/discussion"


def with_session(deck: Deck, session: Session, language: str) -> Deck:
    """The training with the slides of its session; one that has them stays as it is.

    They have names, so that the numbers by which a user's changes know the other slides stay the same.
    """
    if any(slide.layout == CHECK for slide in deck.slides):
        return deck
    return replace(deck, slides=tuple(_placed(deck, session, language)))


def _placed(deck: Deck, session: Session, language: str) -> Iterator[Slide]:
    statements = tuple(check.text for check in session.checks)
    for slide in deck.slides:
        if slide.layout == DISCUSSION:
            yield _practice(session.practice, slide.section)
        yield slide
        if slide.layout == AGENDA:
            yield _listed("objectives", OBJECTIVES, session.opening, session.objectives, slide.section)
            yield _listed("check", CHECK, session.before, statements, slide.section)
        elif slide.layout == DISCUSSION:
            reasons = (f"{known_language(language).notes.say}: {check.text} {check.reason}" for check in session.checks)
            after = replace(session.after, notes="\n".join((session.after.notes, *reasons)))
            yield _listed(CHECK_AGAIN, CHECK, after, statements, slide.section)


def _listed(name: str, layout: str, texts: SessionText, items: tuple[str, ...], section: str) -> Slide:
    more = {key: text for key, text in (("eyebrow", texts.eyebrow), ("note", texts.note)) if text}
    fields: Fields = {"head": texts.head, "items": items, **more}
    return Slide(layout, fields, section, texts.minutes, texts.notes, name=name)


def _practice(practice: Practice, section: str) -> Slide:
    more = {"eyebrow": practice.eyebrow} if practice.eyebrow else {}
    fields: Fields = {
        "head": practice.head,
        "time": practice.time,
        "text": practice.text,
        "roles": practice.roles,
        **more,
    }
    return Slide(SCENARIO, fields, section, practice.minutes, practice.notes, name="scenario")
