"""Which campaign a kit speaks from: a folder that was named, the one that the project carries, or the built-in one."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.campaign.migrate import WORDS, renewed
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import languages, observance_of, read_pack
from htpm_studio.campaign.pack_files import PackTexts, pack_texts
from htpm_studio.errors import StudioError
from htpm_studio.project.model import Project


def pack_for(folder: Path | None, project: Project | None, assets: Path) -> Path | PackTexts:
    """The pack that is meant: `folder` before what the project carries, before the built-in one."""
    built_in = assets / "campaigns" / "htpm"
    if folder is not None:
        return _with_words(folder, built_in)
    if project is None or not project.pack:
        return built_in
    return renewed(project.pack, pack_texts(built_in))


def _with_words(folder: Path, built_in: Path) -> Path | PackTexts:
    """The folder, or its texts with the fixed words that it lacks because an older program wrote it."""
    try:
        own = pack_texts(folder)
    except StudioError:
        return folder  # Whoever reads it tells all that is wrong with it.
    whole = renewed(own, pack_texts(built_in), (WORDS,))
    return folder if whole == own else whole


def languages_of(project: Project, assets: Path) -> tuple[str, ...]:
    """The languages in which a project's campaign has texts; raises Problems when the carried pack has mistakes."""
    return languages(pack_for(None, project, assets))


def month_of(project: Project, assets: Path) -> int | None:
    """The month of a project's campaign; None when the carried pack does not say it in a way that can be read."""
    observance = observance_of(project.pack or assets / "campaigns" / "htpm")
    return observance.month if observance else None


def campaign_of(project: Project, other: Campaign, assets: Path) -> Campaign:
    """The campaign that a project speaks from, in its language or else the first one that the campaign has.

    `other` is the built-in one in some language; it saves reading it again. Raises Problems when the carried pack has
    mistakes.
    """
    if not project.pack and project.language == other.language:
        return other
    pack = pack_for(None, project, assets)
    known = languages(pack)
    language = project.language if project.language in known else next(iter(known), project.language)
    return read_pack(pack, language)
