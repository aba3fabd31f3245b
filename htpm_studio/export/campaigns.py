"""Which campaign a kit speaks from: a folder that was named, the one that the project carries, or the built-in one."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.campaign.pack_files import PackTexts
from htpm_studio.project.model import Project


def pack_for(folder: Path | None, project: Project | None, assets: Path) -> Path | PackTexts:
    """The pack that is meant: `folder` before what the project carries, before the built-in one."""
    return folder or (project.pack if project else ()) or assets / "campaigns" / "htpm"


def carried_campaign(project: Project, other: Campaign) -> Campaign:
    """The campaign that a project carries, in its language or the one the pack has; `other` when it carries none.

    Raises Problems when the carried pack has mistakes.
    """
    if not project.pack:
        return other
    known = languages(project.pack)
    language = project.language if project.language in known else next(iter(known), project.language)
    return read_pack(project.pack, language)
