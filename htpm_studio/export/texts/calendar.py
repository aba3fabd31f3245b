"""The days of a kit: its week, the days to take part in, and every post on the day that was chosen for it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from htpm_studio.campaign.holidays import holidays
from htpm_studio.campaign.model import Event
from htpm_studio.campaign.networks import numbered
from htpm_studio.campaign.placeholders import fill
from htpm_studio.errors import msg
from htpm_studio.export.kit.edits import edits_of, piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.texts.proclamation import values_of
from htpm_studio.export.texts.week_posts import ReadyPost, holiday_note, names_of, to_fill_in
from htpm_studio.scene.writing import Appointment, EventCalendar, Paragraph, Table, plain

CALENDAR = "copy/calendar"
_SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "htpm-studio.invalid")


def event_calendar(kit: Kit, posts: Sequence[ReadyPost]) -> EventCalendar:
    """The calendar of the kit. Posts without a day are not in it; entries keep their ids when the kit is made again."""
    return EventCalendar(
        name=f"{kit.campaign.month.name} {kit.year}",
        language=kit.project.language,
        stamp=kit.calendar_date,
        appointments=tuple(_appointments(kit, posts)),
    )


def planner_sheet(kit: Kit, posts: Sequence[ReadyPost]) -> Table:
    """The same days as a table to plan with: room for who does it and whether it is done."""
    words = kit.campaign.words
    head = (
        words.copy.day, words.copy.weekday, words.copy.time, words.copy.what, words.copy.words, words.copy.pictures,
        words.copy.who, words.copy.done,
    )  # fmt: skip
    pictures = {post.post.piece: "\n".join(post.pictures) for post in posts}
    times = {post.post.piece: f"{post.post.time:%H:%M}" for post in posts}
    rows = [
        (
            day.first.isoformat(),
            words.weekdays[day.first.weekday()],
            times.get(day.id, ""),
            day.title,
            day.text,
            pictures.get(day.id, ""),
            "",
            words.copy.done if day.id in {post.post.piece for post in posts if post.post.posted} else "",
        )
        for day in sorted(_days(kit, posts), key=lambda entry: entry.first)
    ]
    return Table(head, tuple(rows))


def _appointments(kit: Kit, posts: Sequence[ReadyPost]) -> Iterator[Appointment]:
    for entry in _days(kit, posts):
        name = "/".join((kit.campaign.info.name, str(kit.year), kit.look.organization, entry.id))
        yield Appointment(
            str(uuid.uuid5(_SPACE, name)),
            entry.first,
            entry.last,
            entry.title,
            entry.text,
            entry.url,
            entry.category,
            entry.at,
        )


def _days(kit: Kit, posts: Sequence[ReadyPost]) -> Iterator[Appointment]:
    """Every day of the kit; the user's own words are laid over those that belong to no post."""
    own = edits_of(kit, piece_id(kit, CALENDAR))
    for entry in (
        *_fixed_days(kit),
        *_holidays(kit),
        *(_post(kit, post, day) for post in posts if (day := post.post.day) is not None),
    ):
        title, text = day_fields(entry.id)
        yield replace(entry, title=own.get(title) or entry.title, text=own.get(text, entry.text))


def day_fields(appointment: str) -> tuple[str, str]:
    """The fields of edits that hold the title and the text of a day of the kit."""
    return f"{appointment}.title", f"{appointment}.text"


def day_blocks(kit: Kit) -> Iterator[Paragraph]:
    """The titles and texts of those days that belong to no post, as blocks with the fields that edits of them name."""
    own = edits_of(kit, piece_id(kit, CALENDAR))
    for entry in _fixed_days(kit):
        title, text = day_fields(entry.id)
        yield plain("subhead", own.get(title) or entry.title, title)
        yield plain("text", own.get(text, entry.text), text)


def _fixed_days(kit: Kit) -> Iterator[Appointment]:
    words, week = kit.campaign.words, kit.dates
    title = f"{fill(words.week_label, {'n': str(week.number)})}: {kit.week.title}"
    if not kit.campaign.observance.single:  # Its day is the event below.
        text = fill(kit.week.idea, values_of(kit))
        yield Appointment(f"w{week.number}", week.first, week.last, title, text, "", words.copy.focus_week)
    for event in kit.campaign.month.events:
        yield _event(kit, event)


def _holidays(kit: Kit) -> Iterator[Appointment]:
    category, text = kit.translated(msg("Federal holiday")), kit.translated(msg("Federal offices are closed."))
    first, last = kit.schedule.month
    found = (day for year in sorted({first.year, last.year}) for day in holidays(year))
    for holiday in (day for day in found if first <= day.day <= last):
        name = f"{holiday.day:%d}" if holiday.day.month == kit.campaign.observance.month else f"{holiday.day:%m-%d}"
        yield Appointment(f"holiday/{name}", holiday.day, holiday.day, kit.translated(holiday.name), text, "", category)


def _event(kit: Kit, event: Event) -> Appointment:
    day = kit.schedule.day(event.day)
    text = f"{event.call} {fill(event.text, values_of(kit))}".strip()
    url = event.url if event.status != "unknown" else ""
    return Appointment(f"event/{event.id}", day, day, event.name, text, url, kit.campaign.words.copy.join_in)


def _post(kit: Kit, ready: ReadyPost, day: date) -> Appointment:
    words = kit.campaign.words.copy
    parts = [f"{note[:1].upper()}{note[1:]}."] if (note := holiday_note(kit, day)) else []
    parts += [
        f"{fill(words.for_networks, {'title': names_of(version.networks)})}:\n{numbered(version.text)}"
        for version in ready.versions
    ]
    parts += [to_fill_in(kit, version) for version in ready.unfilled]
    parts += [
        f"{kit.translated(kit.resources.networks.network(name).name)}:\n{text}" for name, text in ready.beside.items()
    ]
    if ready.refused:
        parts.append(fill(words.too_long_for, {"title": names_of(ready.refused)}))
    if ready.alt:
        parts.append(f"{words.description}:\n{ready.alt}")
    if ready.pictures:
        parts.append(f"{words.pictures}:\n" + "\n".join(ready.pictures))
    title = f"{words.post}: {ready.post.title}"
    text = "\n\n".join(parts)
    return Appointment(ready.post.piece, day, day, title, text, ready.url, words.post, ready.post.time)
