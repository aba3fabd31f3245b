"""Where a campaign says each of its numbers, over all its languages and weeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from htpm_studio.campaign.facts import says
from htpm_studio.campaign.model import Campaign, Fact, Week
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.export.sources.campaigns import pack_for
from htpm_studio.processes.jobs import JobContext


def fact_uses(folder: Path | None, assets: Path, context: JobContext) -> Mapping[Fact, tuple[str, ...]]:
    """Each fact with the places that say it, such as "en/week 3, posts".

    Raises InputError and Problems as reading a pack does.
    """
    pack = pack_for(folder, None, assets)
    places: dict[Fact, dict[str, None]] = {}
    for language in languages(pack):
        context.checkpoint()
        campaign = read_pack(pack, language)
        for place, text in _texts(campaign):
            for fact in campaign.facts:
                used = places.setdefault(fact, {})
                if says(fact, text):
                    used.setdefault(f"{language}/{place}")
    return {fact: tuple(used) for fact, used in places.items()}


def _texts(campaign: Campaign) -> Iterator[tuple[str, str]]:
    yield "month", str(campaign.month)
    for week in campaign.weeks:
        for part, value in _parts(week).items():
            yield f"week {week.number}, {part}", str(value)


def _parts(week: Week) -> Mapping[str, object]:
    return {
        "texts": (week.idea, week.connecting, week.talking_points, week.letter, week.actions, week.statistics),
        "posts": week.posts, "decks": week.decks, "handouts": week.handouts,
        "scenarios": week.scenarios, "session": week.session,
    }  # fmt: skip
