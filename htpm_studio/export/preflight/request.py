"""From a saved kit or a kit's folder to the reports about it: the whole way in one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.errors import BadInput, say
from htpm_studio.export.campaigns import pack_for
from htpm_studio.export.kit import Options, Resources, build_kit, load_resources, template_problems
from htpm_studio.export.kit_folder import check_folder, kit_folders
from htpm_studio.export.preflight.model import Check, Report
from htpm_studio.export.preflight.report import Tools, hints, load_tools, preflight
from htpm_studio.export.request import next_january
from htpm_studio.jobs import JobContext
from htpm_studio.paths import Folders
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.store import open_project

SAMPLE = Brand("Your organization")
"""Whoever a campaign is checked for."""


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check: a .htpm file, a kit's folder or a campaign's; one week, or (None) every week that has content.

    `hints` asks for what could still be better; `year` is that of a campaign's kits, None for the next January.
    """

    path: Path
    today: date
    week: int | None = None
    campaign: Path | None = None
    hints: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The report about one kit, and what that kit is called."""

    title: str
    report: Report
    hints: tuple[Check, ...] = ()


def run_checks(
    request: CheckRequest,
    context: JobContext,
    *,
    folders: Folders,
    note: Callable[[str], None] = lambda _sentence: None,
) -> tuple[Checked, ...]:
    """The reports; raises BadInput when there is nothing that can be checked.

    `note` hears what of the user's templates is not used.
    """
    if (request.path / "pack.toml").is_file():
        return _check_pack(request, context, _Tools.load(folders, note))
    if request.path.is_dir():
        rules = load_tools(folders.assets).rules
        kits = kit_folders(request.path)
        return tuple(Checked(folder.name, check_folder(folder, rules, request.today)) for folder in kits)
    project = open_project(request.path)
    campaign = read_pack(pack_for(request.campaign, project, folders.assets), project.language)
    return tuple(_check_weeks(request, project, campaign, context, _Tools.load(folders, note)))


@dataclass(frozen=True, slots=True)
class _Tools:
    """What is read once for all weeks and languages."""

    resources: Resources
    tools: Tools

    @classmethod
    def load(cls, folders: Folders, note: Callable[[str], None]) -> _Tools:
        """Read it; raises Problems when a file that comes with the program is not right."""
        resources = load_resources(folders)
        for sentence in template_problems(resources.library):
            note(sentence)
        return cls(resources, load_tools(folders.assets))


def _check_pack(request: CheckRequest, context: JobContext, have: _Tools) -> tuple[Checked, ...]:
    """A campaign as an organization without a name would use it, in each of its languages."""
    done: list[Checked] = []
    pack = pack_for(request.path, None, have.resources.assets)
    # All are read before the first is checked, which takes long: a mistake in the last is reported at once.
    for language, campaign in [(language, read_pack(pack, language)) for language in languages(pack)]:
        project = Project(SAMPLE, 1, request.year or next_january(request.today), language=language)
        found = _check_weeks(request, project, campaign, context, have)
        done += [replace(one, title=f"{one.title} ({language})") for one in found]
    if not done:
        raise BadInput(
            say("{path} is not complete in any language.", path=request.path),
            "A language needs campaign.toml and its weeks.",
        )
    return tuple(done)


def _check_weeks(
    request: CheckRequest, project: Project, campaign: Campaign, context: JobContext, have: _Tools
) -> Iterator[Checked]:
    for week in _weeks(request, campaign):
        kit = build_kit(replace(project, week=week), campaign, have.resources, Options(), request.today)
        found = preflight(kit, have.tools, context=context)
        yield Checked(f"Week {week}: {kit.week.title}", found, hints(kit, have.tools) if request.hints else ())


def _weeks(request: CheckRequest, campaign: Campaign) -> tuple[int, ...]:
    if request.week is not None:
        return (campaign.week(request.week).number,)
    ready = tuple(week.number for week in campaign.weeks if week.ready)
    if not ready:
        raise BadInput(
            say("{name} has no week with content.", name=campaign.info.name), "Choose another campaign pack."
        )
    return ready
