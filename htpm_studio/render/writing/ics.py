"""A calendar as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from htpm_studio.scene.nodes import UNDATED
from htpm_studio.scene.writing import Appointment, EventCalendar

LINE_OCTETS = 75
MINUTES = 15
"""How long an entry with a time takes in a calendar."""

_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}


def render_ics(event_calendar: EventCalendar) -> bytes:
    """The calendar with entries that keep no time busy; lines end with CR LF and have 75 octets at most.

    A time is one of the place where the calendar is read (3.3.5, form 1): a post goes out at ten wherever its office
    is, and programs show it at ten. An entry that is imported again with a later stamp replaces the one before it.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//HTPM Studio//Calendar//{event_calendar.language.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(event_calendar.name)}",
        f"X-WR-CALNAME:{escaped(event_calendar.name)}",
    ]
    for appointment in event_calendar.appointments:
        lines += _event(appointment, event_calendar.stamp)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(appointment: Appointment, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{appointment.id}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{(stamp - UNDATED) // timedelta(seconds=2)}"
    if appointment.at is None:
        yield f"DTSTART;VALUE=DATE:{appointment.first:%Y%m%d}"
        # The end is the first day that is free again (3.6.1).
        yield f"DTEND;VALUE=DATE:{appointment.last + timedelta(days=1):%Y%m%d}"
    else:
        yield f"DTSTART:{datetime.combine(appointment.first, appointment.at):%Y%m%dT%H%M%S}"
        yield f"DURATION:PT{MINUTES}M"
    yield f"SUMMARY:{escaped(appointment.title)}"
    if appointment.text:
        yield f"DESCRIPTION:{escaped(appointment.text)}"
    if appointment.url:
        yield f"URL:{appointment.url}"
    if appointment.category:
        yield f"CATEGORIES:{escaped(appointment.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as a value (3.3.11): no control characters, and signs with a meaning behind a backslash."""
    lines = text.replace("\r\n", "\n").replace("\t", " ")
    kept = "".join(sign for sign in lines if sign == "\n" or (sign >= " " and sign != "\x7f"))
    return "".join(_ESCAPES.get(sign, sign) for sign in kept)


def folded(line: str) -> bytes:
    """A content line (3.1) cut so that no piece is longer than 75 octets and no letter is cut through."""
    pieces: list[bytes] = [b""]
    for sign in line:
        octets = sign.encode()
        room = LINE_OCTETS - (1 if len(pieces) > 1 else 0)
        if len(pieces[-1]) + len(octets) > room:
            pieces.append(b"")
        pieces[-1] += octets
    return b"\r\n ".join(pieces) + b"\r\n"
