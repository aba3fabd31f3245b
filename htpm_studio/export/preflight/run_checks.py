"""From a saved kit or a kit's folder to the reports about it: the whole way in one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.errors import InputError, msg
from htpm_studio.export.folder.kit_folder import check_folder, kit_folders
from htpm_studio.export.kit.kit import Options, Resources, build_kit, load_resources, template_problems
from htpm_studio.export.kit.kit_family import with_family
from htpm_studio.export.kit.schedule import next_year
from htpm_studio.export.preflight.model import Check, CheckReport
from htpm_studio.export.preflight.report import Tools, hints, load_tools, preflight
from htpm_studio.export.sources.campaigns import pack_for
from htpm_studio.export.sources.kit_source import KitSource, campaign_for, read_project
from htpm_studio.frozen import dataclass
from htpm_studio.paths import Folders
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project

SAMPLE = Brand("Your organization")
"""The organization for which a campaign is checked."""


@dataclass(frozen=True, slots=True)
class KitChecks:
    """The report about one kit, and what that kit is called."""

    title: str
    report: CheckReport
    hints: tuple[Check, ...] = ()


def run_checks(
    source: KitSource,
    context: JobContext,
    *,
    folders: Folders,
    week: int | None = None,
    with_hints: bool = False,
    note: Callable[[str], None] = lambda _sentence: None,
) -> tuple[KitChecks, ...]:
    """The reports about a source whose `project` is a .htpm file, a kit's folder or a campaign's.

    `week` is None for every week that has content; `with_hints` asks for what could still be better. `note` hears what
    of the user's templates is not used. Raises InputError when there is nothing that can be checked.
    """
    path = source.project
    if isinstance(path, Path) and (path / "pack.toml").is_file():
        return tuple(_check_pack(path, source, context, _Tools.load(folders, note, with_hints), week))
    if isinstance(path, Path) and path.is_dir():
        rules = load_tools(folders.assets).rules
        kits = kit_folders(path)
        return tuple(KitChecks(folder.name, check_folder(folder, rules, source.today)) for folder in kits)
    project = read_project(source)
    campaign = campaign_for(source, project, folders)
    have = _Tools.load(folders, note, with_hints)
    project = replace(project, brand=with_family(project.brand, source.family, source.style, have.resources))
    return tuple(_check_weeks(source, project, campaign, context, have, week))


@dataclass(frozen=True, slots=True)
class _Tools:
    """What is read once for all weeks and languages."""

    resources: Resources
    tools: Tools
    with_hints: bool

    @classmethod
    def load(cls, folders: Folders, note: Callable[[str], None], with_hints: bool) -> _Tools:
        """Read it; raises Problems when a file that comes with the program is not right."""
        resources = load_resources(folders)
        for sentence in template_problems(resources.library):
            note(sentence)
        return cls(resources, load_tools(folders.assets), with_hints)


def _check_pack(
    path: Path, source: KitSource, context: JobContext, have: _Tools, week: int | None
) -> Sequence[KitChecks]:
    """A campaign as an organization without a name would use it, in each of its languages."""
    done: list[KitChecks] = []
    pack = pack_for(path, None, have.resources.assets)
    # All are read before the first is checked, which takes long: a mistake in the last is reported at once.
    for language, campaign in [(language, read_pack(pack, language)) for language in languages(pack)]:
        project = Project(SAMPLE, 1, source.year or next_year(source.today, campaign.observance), language=language)
        found = _check_weeks(source, project, campaign, context, have, week)
        done += [replace(checks, title=f"{checks.title} ({language})") for checks in found]
    if not done:
        raise InputError(
            msg("{path} is not complete in any language.", path=path),
            "A language needs campaign.toml and its weeks.",
        )
    return done


def _check_weeks(
    source: KitSource, project: Project, campaign: Campaign, context: JobContext, have: _Tools, week: int | None
) -> Iterator[KitChecks]:
    for number in _weeks(week, campaign):
        kit = build_kit(replace(project, week=number), campaign, have.resources, Options(), source.today)
        found = preflight(kit, have.tools, context=context)
        title = kit.week.title if campaign.observance.single else f"Week {number}: {kit.week.title}"
        yield KitChecks(title, found, hints(kit, have.tools) if have.with_hints else ())


def _weeks(week: int | None, campaign: Campaign) -> tuple[int, ...]:
    if week is not None:
        return (campaign.week(week).number,)
    ready = tuple(week.number for week in campaign.weeks if week.ready)
    if not ready:
        raise InputError(
            msg("{name} has no week with content.", name=campaign.info.name), "Choose another campaign pack."
        )
    return ready
