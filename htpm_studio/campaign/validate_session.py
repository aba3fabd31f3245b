"""What must hold in the session of a week: equally many objectives, questions and checks, on slides that hold them."""

from __future__ import annotations

from collections.abc import Iterable

from htpm_studio.campaign.fields import check_length
from htpm_studio.campaign.session import Check, Session, SessionText
from htpm_studio.campaign.session_slides import CHECK, OBJECTIVES, SCENARIO
from htpm_studio.decoding.source import KeyPlace
from htpm_studio.errors import msg
from htpm_studio.pieces.declared import pieces

EACH = 3
"""How many objectives, checks and evaluation questions a session has."""

ROLES = 2
MAX_SUBJECT, MAX_MESSAGE = 60, 160
"""The longest subject that a list of mails shows whole, and the longest text message that is sent as one."""

EVALUATION = "print/evaluation"
_MAX_MINUTES = 60


def check_minutes(minutes: float, place: KeyPlace) -> None:
    """The minutes of a slide, above `place`: more than none, and an hour at most."""
    if not 0 < minutes <= _MAX_MINUTES:
        place.child("minutes").wrong(
            msg("A slide cannot take {minutes} minutes.", minutes=f"{minutes:g}"), "Give more than 0, at most 60."
        )


def check_session(session: Session, place: KeyPlace) -> None:
    """What a training is for: three objectives, each with a question, and three checks, on slides that hold them."""
    practice, later = session.practice, session.follow_up
    counts = (("objectives", session.objectives, EACH), ("evaluation", session.evaluation, EACH))
    for key, listed, count in (*counts, ("checks", session.checks, EACH)):
        if len(listed) != count and place.whole(key):
            place.child(key).wrong(msg("Give {count} of them.", count=count))
    if len(practice.roles) != ROLES:
        place.child("practice", "roles").wrong(msg("Give {count} of them.", count=ROLES))
    _check_listed(OBJECTIVES, "items", session.objectives, place.child("objectives"))
    _check_listed(EVALUATION, "gains", session.evaluation, place.child("evaluation"))
    _check_listed(CHECK, "items", (check.text for check in session.checks), place.child("checks"))
    _check_listed(SCENARIO, "roles", practice.roles, place.child("practice", "roles"))
    for key, layout in (("opening", OBJECTIVES), ("before", CHECK), ("after", CHECK)):
        _check_said(layout, getattr(session, key), place.child(key))
    at = place.child("practice")
    for key in ("eyebrow", "head", "time", "text"):
        _check_room(SCENARIO, key, getattr(practice, key), at.child(key))
    check_minutes(practice.minutes, at)
    check_length(later.subject, MAX_SUBJECT, place.child("follow_up", "subject"), "follow_up subject")
    check_length(later.message, MAX_MESSAGE, place.child("follow_up", "message"), "follow_up message")


def check_check(check: Check, place: KeyPlace) -> None:
    """One statement: the objective that it checks."""
    if not 1 <= check.objective <= EACH:
        place.child("objective").wrong(
            msg("There is no objective {number}.", number=check.objective), msg("Give 1 to {most}.", most=EACH)
        )


def _check_said(layout: str, texts: SessionText, place: KeyPlace) -> None:
    for key in ("eyebrow", "head", "note"):
        if text := getattr(texts, key):
            _check_room(layout, key, text, place.child(key))
    check_minutes(texts.minutes, place)


def _check_listed(layout: str, field: str, texts: Iterable[str], place: KeyPlace) -> None:
    for index, text in enumerate(texts):
        _check_room(layout, field, text, place.child(index))


def _check_room(layout: str, field: str, text: str, place: KeyPlace) -> None:
    """A text on the field of a layout that shows it; one that has no such field says so."""
    spec = pieces().fields[layout].get(field)
    if spec is None:
        place.wrong(msg("{owner} has no field {name}.", owner=layout, name=field))
    else:
        check_length(text, spec.limit, place, f"{layout} {field}")
