"""Letting the kit speak from another campaign: what becomes of the user's own work is asked before anything happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from htpm_studio.campaign.model import Campaign, Post
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.campaign.pack_files import PackTexts
from htpm_studio.errors import StudioError
from htpm_studio.export.own_work import CarriedOver, carried_over
from htpm_studio.frozen import dataclass
from htpm_studio.gui.components.own_work_dialog import OwnWorkDialog
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.translate import told
from htpm_studio.project.model import Project


@dataclass(frozen=True, slots=True)
class Switch:
    """Another campaign for a project, and what becomes of the own work in it."""

    project: Project
    before: Campaign
    after: Campaign
    texts: PackTexts
    year: int
    carried: CarriedOver

    @property
    def asks(self) -> bool:
        """Whether there is anything to decide or to know."""
        return any(work.fate != "stays" for work in self.carried.works)

    def made(self, chosen: frozenset[str]) -> Project:
        """The project with the campaign; `chosen` are the pieces whose work is kept among those that were asked about.

        Raises InputError when a post cannot come along.
        """
        posts: dict[int, list[Post]] = {}
        for work in self.carried.of("lost"):
            if work.post is not None and work.piece in chosen:
                posts.setdefault(work.week, []).append(work.post)
        from htpm_studio.campaign.toolkit.make_pack import with_posts

        texts = with_posts(self.texts, self.after, self.before, posts) if posts else self.texts
        read_pack(texts, self.after.language)
        gone = [work.piece for work in self.carried.works if work.fate != "stays" and work.piece not in chosen]
        edits = self.carried.without(gone)
        return replace(self.project, pack=texts, year=self.year, language=self.after.language, edits=edits)


def switches(document: KitDocument, year: int) -> Callable[[PackTexts], Switch]:
    """What finds out on another thread about a switch to a pack, from the kit as it is now."""
    project, before, resources, today = document.project, document.campaign, document.resources, document.today

    def find(texts: PackTexts) -> Switch:
        known = languages(texts)
        language = project.language if project.language in known else known[0]
        after = read_pack(texts, language)
        carried = carried_over(project, before, after, resources, today, year)
        return Switch(project, before, after, texts, year, carried)

    return find


def use_switch(workspace: Workspace, switch: Switch, step: str, said: str) -> OwnWorkDialog | None:
    """Make a switch one step called `step` and say so; where own work is concerned, the answer asks about it first."""
    document = workspace.document
    if replace(document.project, week=1) != replace(switch.project, week=1):  # something was changed meanwhile
        switch = switches(document, switch.year)(switch.texts)

    def use(chosen: frozenset[str]) -> None:
        try:
            project = switch.made(chosen)
        except StudioError as error:
            workspace.info(told(error))
            return
        document.change(step, replace(project, week=document.project.week))
        workspace.page_wanted.emit("board")
        workspace.toast(said, undo=True)

    if not switch.asks:
        use(frozenset())
        return None
    dialog = OwnWorkDialog(workspace, switch.carried.works, workspace.window)
    dialog.decided.connect(use)
    dialog.open()
    return dialog
