"""From a saved kit or a kit's folder to the reports about it: the whole way in one function."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.errors import BadInput, say
from htpm_studio.export.campaigns import pack_for
from htpm_studio.export.check_model import Report
from htpm_studio.export.kit import Options, build_kit, load_resources
from htpm_studio.export.kit_folder import check_folder, kit_folders
from htpm_studio.export.preflight import load_tools, preflight
from htpm_studio.jobs import JobContext
from htpm_studio.project.store import open_project


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check: a .htpm file or a folder, one week of it or (None) every week that has content."""

    path: Path
    today: date
    week: int | None = None
    campaign: Path | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The report about one kit, and what that kit is called."""

    title: str
    report: Report


def run_checks(request: CheckRequest, context: JobContext, *, assets: Path, templates: Path) -> tuple[Checked, ...]:
    """The reports; raises BadInput when there is nothing that can be checked."""
    if request.path.is_dir():
        return tuple(Checked(folder.name, check_folder(folder)) for folder in kit_folders(request.path))
    project = open_project(request.path)
    campaign = read_pack(pack_for(request.campaign, project, assets), project.language)
    resources, tools = load_resources(assets, templates), load_tools(assets)
    done: list[Checked] = []
    for week in _weeks(request, campaign):
        kit = build_kit(replace(project, week=week), campaign, resources, Options(), request.today)
        done.append(Checked(f"Week {week}: {kit.week.title}", preflight(kit, tools, context=context)))
    return tuple(done)


def _weeks(request: CheckRequest, campaign: Campaign) -> tuple[int, ...]:
    if request.week is not None:
        return (campaign.week(request.week).number,)
    ready = tuple(week.number for week in campaign.weeks if week.ready)
    if not ready:
        raise BadInput(
            say("{name} has no week with content.", name=campaign.info.name), "Choose another campaign pack."
        )
    return ready
