"""A calendar as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from htpm_studio.scene.writing import Appointment, Diary

LINE_OCTETS = 75
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}


def render_ics(diary: Diary) -> bytes:
    """The calendar with whole-day entries that keep no time busy; lines end with CR LF and have 75 octets at most."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//HTPM Studio//Calendar//{diary.language.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(diary.name)}",
        f"X-WR-CALNAME:{escaped(diary.name)}",
    ]
    for one in diary.appointments:
        lines += _event(one, f"{diary.stamp:%Y%m%d}T000000Z")
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(one: Appointment, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{one.first:%Y%m%d}"
    # The end is the first day that is free again (3.6.1).
    yield f"DTEND;VALUE=DATE:{one.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(one.title)}"
    if one.text:
        yield f"DESCRIPTION:{escaped(one.text)}"
    if one.url:
        yield f"URL:{one.url}"
    if one.category:
        yield f"CATEGORIES:{escaped(one.category)}"
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
