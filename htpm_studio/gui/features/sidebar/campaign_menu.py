"""Campaigns and kits as folders: use one, save one, check one; what the command line does with --campaign and check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.errors import Problems, StudioError, in_file
from htpm_studio.export.atomic_output import check_target
from htpm_studio.export.kit_source import KitSource
from htpm_studio.export.preflight.run_checks import KitChecks, run_checks
from htpm_studio.gui.components.campaign_switch import OwnWorkDialog, Switch, switches, use_switch
from htpm_studio.gui.core.shell import Shell
from htpm_studio.gui.core.tasks import TaskRunner
from htpm_studio.gui.widgets.dialogs import ErrorDialog, failure_of
from htpm_studio.gui.widgets.files import ask_folder, ask_target

NAME = "campaign"
OPEN_GROUPS = ("fix", "look")


class CampaignMenu(QObject):
    """The three commands, each with its answer."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window, self.workspace = window, window.workspace
        self.runner = TaskRunner(self)
        self.dialog: ErrorDialog | None = None
        self.question: OwnWorkDialog | None = None
        self.workspace.closing.connect(self.runner.shutdown)
        window.handle("use_campaign", self.use)
        window.handle("save_campaign", self.save)
        window.handle("check_folder", self.check)

    def use(self) -> None:
        """Let the kit speak from a campaign's folder, as one step."""
        folder = ask_folder(self.workspace, self._window, "campaign", self.tr("Folder of a campaign"))
        if folder is None:
            return
        document = self.workspace.document
        switch_to = switches(document, document.project.year)
        from htpm_studio.export.toolkit_import import read_folder

        task = self.runner.start(lambda _context: switch_to(read_folder(folder, paths.assets())))
        task.succeeded.connect(lambda switch: self._use(folder.name, switch))
        task.failed.connect(lambda error: self._fail(self.tr("This campaign cannot be used"), error))

    def _use(self, name: str, switch: Switch) -> None:
        step = self.tr("Use the campaign {name}").format(name=name)
        said = self.tr("The kit now uses {name}.").format(name=name)
        self.question = use_switch(self.workspace, switch, step, said)

    def save(self) -> None:
        """Write the campaign that the kit speaks from to a folder, to be changed by hand or passed on."""
        target = ask_target(self.workspace, self._window, "campaign", self.tr("Save the campaign"), NAME, "")
        if target is None:
            return
        texts = self.workspace.document.project.pack or pack_texts(paths.assets() / "campaigns" / "htpm")

        def job(context: object) -> None:
            from htpm_studio.export.toolkit_import import write_pack

            check_target(target, force=False)
            write_pack(texts, target, context)  # type: ignore[arg-type]

        task = self.runner.start(job)
        words = self.tr("The campaign is in {name}.").format(name=target.name)
        task.succeeded.connect(lambda _nothing: self.workspace.toast(words))
        task.failed.connect(lambda error: self._fail(self.tr("The campaign could not be saved"), error))

    def check(self) -> None:
        """Read a finished kit's folder, or a campaign's, and name what is to be fixed or worth a look."""
        title = self.tr("Folder of a finished kit or a campaign")
        folder = ask_folder(self.workspace, self._window, "kit", title)
        if folder is None:
            return
        source = KitSource(self.workspace.today, folder, year=self.workspace.document.project.year)
        task = self.runner.start(lambda context: run_checks(source, context, folders=paths.folders()))
        task.succeeded.connect(lambda found: self._checked(folder, found))
        task.failed.connect(lambda error: self._fail(self.tr("This folder cannot be checked"), error))

    def _checked(self, folder: Path, found: Sequence[KitChecks]) -> None:
        rows = [
            in_file(check.title or one.title, 0, check.sentence)
            for one in found
            for group in OPEN_GROUPS
            for check in one.report.group(group)  # type: ignore[arg-type]
        ]
        if rows:
            self._fail(self.tr("Review this"), Problems(folder.name, rows))
        else:
            self.workspace.toast(self.tr("{name}: all checked.").format(name=folder.name))

    def _fail(self, title: str, error: Exception) -> None:
        if not isinstance(error, StudioError):
            raise error
        self.dialog = ErrorDialog(failure_of(title, error, self.tr("Your kit has not changed."), ()), self.workspace)
        self.dialog.open()
