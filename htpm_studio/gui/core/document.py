"""The open kit: one frozen project, its history of named steps, and the kits of its weeks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from htpm_studio.campaign.model import Campaign
from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.sources.campaigns import campaign_of, languages_of
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.steps import KitSteps, Step
from htpm_studio.gui.i18n import explain
from htpm_studio.project.model import Project

if TYPE_CHECKING:  # Few kits have one, and its reader imports much.
    from htpm_studio.render.pptx.deck_template.reader import DeckTemplate


@dataclass(frozen=True, slots=True)
class History:
    """Where the steps started, each step's words and result, how many are done, and the open week."""

    base: Project
    steps: tuple[tuple[str, Project], ...]
    index: int
    week: int

    @property
    def current(self) -> Project:
        """The project that is shown."""
        return replace(self.steps[self.index - 1][1] if self.index else self.base, week=self.week)


class KitDocument(QObject):
    """Holds the project and reports when it changed; every edit is a named step that can be undone.

    While somebody types, words on the page may be ahead of the project for a moment (`expect`). Whoever reads project
    or kit in the window's thread, or changes them, is given those words as well.

    `changed(old, new)` is emitted for edits, undo and redo alike, after `restored` where it is another kit altogether.
    `walked` follows undo and redo, with how many steps were done before and the project that they led to. `rehearsed`
    tells of what is kept beside the steps.
    Week and view are not steps. `pack_refused` says why the campaign that the project carries cannot be used; the
    built-in one replaces it. `languages` are those in which the campaign has texts.
    `names` are those on certificates, and are gone with the window. `deck_template` is the presentation of the user's
    whose design the decks take, `deck_problem` why the chosen one cannot be used.
    """

    changed = Signal(object, object)
    walked = Signal(int, object)
    rehearsed = Signal()
    week_changed = Signal(int)
    pack_refused = Signal(str)
    restored = Signal()

    def __init__(
        self, project: Project, campaign: Campaign, resources: Resources, today: date, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._builtin = self._campaign = campaign
        self._resources = resources
        self.today = today
        self._ahead: Callable[[], object] | None = None
        self.stack = KitSteps(self.settle, self._show, lambda: self.project, self)
        self.stack.walked.connect(self.walked)
        self._kits: dict[int, Kit] = {}
        self.names: tuple[str, ...] = ()
        self.deck_template: DeckTemplate | None = None
        self.deck_problem = ""
        self.languages: tuple[str, ...] = (campaign.language,)
        self._read_from: tuple[tuple[tuple[str, str], ...], str] | None = None
        self._find_campaign()

    @property
    def campaign(self) -> Campaign:
        """What the kit says: the campaign that the project carries, or else the built-in one."""
        return self._campaign

    @property
    def resources(self) -> Resources:
        """What kits are drawn from, in the design family of the project."""
        return self._resources.in_family(self._project.brand.family)

    @property
    def project(self) -> Project:
        """The project as it is now."""
        self.settle()
        return self._project

    def expect(self, give: Callable[[], object]) -> None:
        """There are words that the project does not have: `give` makes them a step before anybody else uses it."""
        self._ahead = give

    def settle(self) -> None:
        """Let the project have all words that were typed."""
        if self._ahead is not None and QThread.currentThread() is self.thread():
            give, self._ahead = self._ahead, None
            give()

    def kit(self, week: int | None = None, options: Options | None = None) -> Kit:
        """The kit of a week (the open one if none is named); raises InputError for a week without content."""
        self.settle()
        number = week or self._project.week
        if options is not None:
            return build_kit(replace(self._project, week=number), self.campaign, self.resources, options, self.today)
        if number not in self._kits:
            project = replace(self._project, week=number)
            options = Options(names=self.names, deck_template=self.deck_template)
            self._kits[number] = build_kit(project, self.campaign, self.resources, options, self.today)
        return self._kits[number]

    def change(self, text: str, project: Project, merge: str = "") -> None:
        """Make `project` the current one as an undoable step called `text`; nothing happens when it is equal."""
        self.settle()
        if project == self._project:
            return
        self.stack.push(Step(text, self._project, project, merge))

    def use(self, resources: Resources) -> None:
        """Draw everything with other templates from here on; not a step."""
        self.settle()
        self._resources = resources
        self._kits.clear()
        self.changed.emit(self._project, self._project)

    def name_certificates(self, names: tuple[str, ...]) -> None:
        """Make certificates for these names; not a step, and in no kit file."""
        if names != self.names:
            self.names = names
            self._kits.clear()
            self.changed.emit(self._project, self._project)

    def use_deck_template(self, found: DeckTemplate | None, problem: str = "") -> None:
        """Show decks in this design, or in the kit's own where there is none; not a step."""
        old, self.deck_problem = self.deck_template, problem
        if (old.digest if old else "") != (found.digest if found else ""):
            self.deck_template = found
            self._kits.clear()
            self.changed.emit(self._project, self._project)

    def end_merge(self) -> None:
        """Let the next step start anew even when it has the same merge key (a pause in typing, a mouse release)."""
        self.stack.end_merge()

    def edit(self, text: str, piece: str, field: str, value: str | None) -> None:
        """Change one field of one piece; None lets it follow the campaign again. Typing in a field merges."""
        edits = self._project.edits.changed(piece, field, value)
        self.change(text, replace(self._project, edits=edits), merge=f"{piece}/{field}")

    def keep_rehearsal(self, deck: str, seconds: Mapping[str, float]) -> None:
        """Keep how long the slides of a deck took, also where steps are taken back later; not a step."""
        self.settle()
        self._project = self._project.with_rehearsal(deck, seconds)
        kept = self._project.rehearsals

        def with_rehearsals(step: Step) -> Step:
            return replace(step, old=replace(step.old, rehearsals=kept), new=replace(step.new, rehearsals=kept))

        self.stack.rewrite(with_rehearsals)
        self._kits.clear()
        self.rehearsed.emit()

    def open_week(self, week: int) -> None:
        """Show another week; not a step."""
        self.settle()
        if week != self._project.week:
            self._project = replace(self._project, week=week)
            self.week_changed.emit(week)

    def history(self) -> History:
        """All steps as values, to be kept and brought back with `restore`."""
        self.settle()
        steps = self.stack.all
        base = steps[0].old if steps else self._project
        made = tuple((step.text, step.new) for step in steps)
        return History(base, made, self.stack.index(), self._project.week)

    def restore(self, history: History) -> None:
        """Make another project the open one together with its steps; reported as one change."""
        self.settle()
        old, said = self._project, self._campaign
        self._project = history.current
        befores = (history.base, *(project for _, project in history.steps))
        steps = (Step(text, before, new) for before, (text, new) in zip(befores, history.steps, strict=False))
        self.stack.load(steps, history.index)
        self._find_campaign()
        self._stay_in_a_week()
        if (old, said) != (self._project, self._campaign):
            self._kits.clear()
        self.restored.emit()
        self.changed.emit(old, self._project)
        if old.week != self._project.week:
            self.week_changed.emit(self._project.week)

    def _show(self, project: Project) -> None:
        old = self._project
        self._project = replace(project, week=old.week) if self.stack.count() else project
        self._find_campaign()
        self._stay_in_a_week()
        self._kits.clear()
        self.changed.emit(old, self._project)

    def _stay_in_a_week(self) -> None:
        """Open the nearest week with content where the campaign, which may be another one now, lacks the open one."""
        week = self._project.week
        ready = [one.number for one in self._campaign.weeks if one.ready]
        if ready and week not in ready:
            nearest = min(ready, key=lambda number: (abs(number - week), number))
            self._project = replace(self._project, week=nearest)

    def _find_campaign(self) -> None:
        """Read the campaign again when the project carries another one or speaks another language now."""
        wanted = (self._project.pack, self._project.language)
        if wanted == self._read_from:
            return
        self._read_from = wanted
        try:
            self.languages = languages_of(self._project, self.resources.assets)
            self._campaign = campaign_of(self._project, self._builtin, self.resources.assets)
        except StudioError as error:
            self._campaign, self.languages = self._builtin, (self._builtin.language,)
            self.pack_refused.emit(explain(error))
