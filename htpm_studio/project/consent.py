"""Whether a photo may be used: what its record says about the people in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from htpm_studio.project.model import Photo

Status = Literal["ready", "missing", "ended", "withdrawn", "unsaid"]
CHILD_SIDE = ("guardian", "child")
SOON_DAYS = 60

REASONS: Mapping[Status, str] = {
    "missing": "The record of photo {name} is not complete",
    "ended": "The consent for photo {name} has expired",
    "withdrawn": "The consent for photo {name} was withdrawn",
}
"""Why a photo is kept out, as the beginning of a sentence."""


def status(photo: Photo, day: date) -> Status:
    """What the record says on that day.

    "unsaid": nobody was asked who can be recognized and there is no record, as for photos named on a command line.
    """
    if photo.withdrawn:
        return "withdrawn"
    if photo.people == "nobody":
        return "ready"
    if photo.consent is not None and not photo.consent.holds(day):
        return "ended"
    if photo.people == "":
        return "unsaid" if photo.consent is None else "ready"
    return "missing" if gaps(photo) else "ready"


def gaps(photo: Photo) -> tuple[str, ...]:
    """What the record of a photo with people still lacks: "people", "kind", "record", "guardian", "child"."""
    consent = photo.consent
    missing = ["people"] if photo.people in ("", "unsure") else []
    if consent is None or not consent.kind:
        missing.append("kind")
    if consent is None or not consent.record.strip():
        missing.append("record")
    if photo.people == "child":
        missing += [who for who in CHILD_SIDE if consent is None or who not in consent.agreed]
    return tuple(missing)


def usable(photo: Photo, day: date) -> bool:
    """Whether a photo may appear in a piece on that day."""
    return status(photo, day) in ("ready", "unsaid")


def ends_soon(photo: Photo, day: date) -> bool:
    """Whether the consent is good today and ends within 60 days."""
    until = photo.consent.until if photo.consent else None
    return until is not None and photo.people != "nobody" and 0 <= (until - day).days <= SOON_DAYS
