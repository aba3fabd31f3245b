"""What belongs to one year only: it is taken out of a campaign for every other year, and named with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from htpm_studio.campaign.model import Action, Campaign, Month, Post, Week
from htpm_studio.errors import Message, msg

_NAMES = ("head", "quote", "number")


class LimitedToYear(Protocol):
    """Anything that may be limited to the month of one year."""

    @property
    def only_year(self) -> int | None:
        """The year, or None for every year."""

    @property
    def only_why(self) -> str:
        """Why other years do without it; a sentence."""


D = TypeVar("D", bound=LimitedToYear)


def for_year(campaign: Campaign, year: int) -> Campaign:
    """The campaign without what belongs to another year; actions forget the resources that are gone."""
    month = campaign.month
    kept = replace(month, events=_kept(month.events, year), resources=_kept(month.resources, year))
    return replace(campaign, month=kept, weeks=tuple(_week(week, kept, year) for week in campaign.weeks))


def left_out(campaign: Campaign, year: int) -> tuple[Message, ...]:
    """A sentence for each year whose content the weeks and the month leave out, since they are of another year.

    The campaign's own reason is not repeated: it is in the language of the kit, which need not be that of its maker.
    """
    found: dict[int, list[str]] = {}
    for name, item in _named(campaign):
        if item.only_year is not None and item.only_year != year:
            names = found.setdefault(item.only_year, [])
            names += [name] if name not in names else []
    return tuple(_sentence(names, other) for other, names in found.items())


def _sentence(names: Sequence[str], year: int) -> Message:
    """What was left out, and of which year it is, in words."""
    listed = ", ".join(f"“{name}”" for name in names)
    if len(names) == 1:
        return msg("{names} belongs to {year} and was left out.", names=listed, year=year)
    return msg("{names} belong to {year} and were left out.", names=listed, year=year)


def _kept(items: tuple[D, ...], year: int) -> tuple[D, ...]:
    return tuple(item for item in items if item.only_year in (None, year))


def _week(week: Week, month: Month, year: int) -> Week:
    resources = _kept(week.resources, year)
    known = {resource.id for resource in (*month.resources, *resources)}
    return replace(
        week,
        resources=resources,
        connecting=_kept(week.connecting, year),
        posts=_kept(week.posts, year),
        actions=tuple(_action(action, known) for action in _kept(week.actions, year)),
    )


def _action(action: Action, known: set[str]) -> Action:
    return replace(action, resources=tuple(name for name in action.resources if name in known))


def _named(campaign: Campaign) -> Iterator[tuple[str, LimitedToYear]]:
    for week in campaign.weeks:
        for post in week.posts:
            yield _post_name(post), post
        for passage in week.connecting:
            yield passage.head, passage
        for action in week.actions:
            yield action.short, action
        for resource in week.resources:
            yield resource.title, resource
    for resource in campaign.month.resources:
        yield resource.title, resource
    for event in campaign.month.events:
        yield event.name, event


def _post_name(post: Post) -> str:
    texts = (post.graphic.fields.get(name) for name in _NAMES)
    return next((text for text in texts if isinstance(text, str) and text), post.id)
