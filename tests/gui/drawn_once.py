"""What many windows show is made once for all tests of a process: each test shows the same kit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.preflight.model import CheckReport
from htpm_studio.export.preflight.report import Tools, preflight
from htpm_studio.export.texts.planned_posts import PlannedPost
from htpm_studio.gui.controllers import posting
from htpm_studio.gui.core import picture_thumbnails, render_service
from htpm_studio.gui.features.checks import panel, runner
from htpm_studio.gui.features.editor import fit_judge
from htpm_studio.gui.features.toolkit_import import controller as toolkit_controller
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Project
from tests.helpers.bundled import bundled_tools

MOST_PICTURES, MOST_REPORTS, MOST_PLANS, MOST_JUDGED = 300, 20, 20, 200
LATE = 4_000


def draw_once(patch: pytest.MonkeyPatch) -> None:
    """Let the windows of this process share the pages, the small pictures and the checks of the kits they show."""
    patch.setattr(render_service, "page_image", lru_cache(MOST_PICTURES)(render_service.page_image))
    patch.setattr(picture_thumbnails, "pixels", lru_cache(MOST_PICTURES)(picture_thumbnails.pixels))
    patch.setattr(runner, "preflight", checked_once())
    patch.setattr(fit_judge, "found_on", judged_once(fit_judge.found_on))
    patch.setattr(posting, "planned_posts", planned_once())
    patch.setattr(toolkit_controller, "read_toolkit", read_once())
    # A window checks its kit soon after each change, which is work that few tests are about.
    patch.setattr(runner, "WAIT_MS", LATE)
    patch.setattr(panel, "FIRST_MS", LATE)
    patch.setattr(runner, "load_tools", lambda _assets: bundled_tools())


def planned_once() -> object:
    """The posts of a month, which remember the last projects: each window looks for its first day."""
    real = posting.planned_posts
    known: list[tuple[Project, Campaign, tuple[PlannedPost, ...]]] = []

    def planned(project: Project, campaign: Campaign) -> tuple[PlannedPost, ...]:
        for one, pack, found in known:
            if pack is campaign and one == project:
                return found
        made = real(project, campaign)
        known[:0] = [(project, campaign, made)]
        del known[MOST_PLANS:]
        return made

    return planned


def read_once() -> object:
    """Toolkits that were read; a file of the same name and content is not read again."""
    real = toolkit_controller.read_toolkit
    known: dict[tuple[object, ...], RecognizedToolkit] = {}

    def read(path: Path, context: JobContext, *rest: Any) -> RecognizedToolkit:
        key = (path.name, path.read_bytes(), *rest)
        if key not in known:
            known[key] = real(path, context, *rest)
        return known[key]

    return read


def checked_once() -> object:
    """The checks, which remember the last kits; `tests.plugins.pages` gives the same kit for the same project."""
    known: OrderedDict[int, tuple[Kit, CheckReport]] = OrderedDict()

    def check(kit: Kit, tools: Tools, *rest: object) -> CheckReport:
        found = known.get(id(kit))
        if found is None:
            found = known[id(kit)] = kit, preflight(kit, tools, *rest)  # type: ignore[arg-type]
            while len(known) > MOST_REPORTS:
                known.popitem(last=False)
        return found[1]

    return check


def judged_once(real: Callable[..., Any]) -> Callable[..., Any]:
    """What fits on pages of a kit, which is judged whenever a piece is opened; the last kits are remembered."""
    known: OrderedDict[tuple[object, ...], tuple[object, Any]] = OrderedDict()

    def judge(kit: Kit, pages: Sequence[PageSpec], *rest: Any) -> Any:
        *asked, _go_on = rest
        key = (id(kit), *map(id, pages), repr(asked))
        found = known.get(key)
        if found is None:
            found = known[key] = (kit, pages), real(kit, pages, *rest)
            while len(known) > MOST_JUDGED:
                known.popitem(last=False)
        return found[1]

    return judge
