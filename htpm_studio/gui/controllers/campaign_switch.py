"""Campaigns and kits as folders: use one, save one, check one; what becomes of the user's own work is asked before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign, Post
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.campaign.pack_files import PackTexts, pack_texts
from htpm_studio.errors import Problems, StudioError, in_file
from htpm_studio.export.disk.atomic_output import check_target
from htpm_studio.export.preflight.model import OPEN_GROUPS
from htpm_studio.export.preflight.run_checks import KitChecks, run_checks
from htpm_studio.export.run.own_work import CarriedOver, OwnWork, carried_over
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.tasks import TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain, translate
from htpm_studio.gui.widgets.arrange import STRETCH, in_row
from htpm_studio.gui.widgets.dialogs import EDGE, ErrorDialog, ScaledDialog, failure_of
from htpm_studio.gui.widgets.fields import divider, kind_label, primary_button, set_theme_icon
from htpm_studio.gui.widgets.files import ask_folder, ask_target
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Project

PIECE = Qt.ItemDataRole.UserRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
WIDE, ROWS = 56, 14
"""How wide the window is, in letters "M", and how many rows it shows at most."""


class OwnWorkDialog(QDialog):
    """Each piece with own work and what becomes of it; `decided` carries the pieces whose work is kept."""

    decided = Signal(object)

    def __init__(self, workspace: Workspace, works: Sequence[OwnWork], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your own work"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(kind_label(self.tr("What happens to your own work?"), "page"))
        words = self.tr("Nothing has changed yet. Afterward, one undo reverses everything.")
        column.addWidget(kind_label(words, "muted", wrap=True))
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setStyleSheet("QTreeView::item { padding: 5px 0; }")
        self.list.setAccessibleName(self.tr("Pieces you have worked on"))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)  # names and kinds share the room
        self.list.header().setStretchLastSection(False)
        self._fill(works)
        column.addWidget(self.list, 1)
        column.addWidget(divider())
        column.addLayout(self._buttons(workspace))
        ScaledDialog(self)
        self.resize(self.sizeHint())
        first = next((item for item in self._items() if item.flags() & Qt.ItemFlag.ItemIsUserCheckable), None)
        self.list.setCurrentItem(first or self._items()[0])
        self.list.setFocus()

    def sizeHint(self) -> QSize:
        """Room for the rows, but not more than the screen has."""
        letters, room = self.fontMetrics(), self.screen().availableSize()
        rows = min(ROWS, sum(1 for _ in self._items()) + self.list.topLevelItemCount() + 1)
        size = QSize(WIDE * letters.horizontalAdvance("M"), round((rows * 1.9 + 11) * letters.height()))
        return size.boundedTo(QSize(room.width() - 2 * EDGE, room.height() - 2 * EDGE))

    def kept(self) -> frozenset[str]:
        """The pieces that are ticked."""
        on = (item for item in self._items() if item.checkState(0) == Qt.CheckState.Checked)
        return frozenset(str(item.data(0, PIECE)) for item in on if item.flags() & Qt.ItemFlag.ItemIsUserCheckable)

    def item_of(self, piece: str) -> QTreeWidgetItem:
        """The row of a piece; raises StopIteration when there is none."""
        return next(item for item in self._items() if item.data(0, PIECE) == piece)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        rows = (top.child(row) for top in tops if top is not None for row in range(top.childCount()))
        return [row for row in rows if row is not None]

    def _fill(self, works: Sequence[OwnWork]) -> None:
        groups = (
            (
                self.tr("Different text in the new campaign. Select to keep yours"),
                True,
                [w for w in works if w.fate == "over"],
            ),
            (
                self.tr("Not in the new campaign. Select to keep the post"),
                True,
                [w for w in works if w.fate == "lost" and w.post is not None],
            ),
            (
                self.tr("There is no place for it now. This work will be removed"),
                False,
                [w for w in works if w.fate == "lost" and w.post is None],
            ),
            (self.tr("Stays the same"), False, [w for w in works if w.fate == "stays"]),
        )
        for title, asks, rows in groups:
            if rows:
                self._add_group(title, rows, asks=asks)
        self.list.expandAll()

    def _add_group(self, title: str, works: Sequence[OwnWork], *, asks: bool) -> None:
        top = QTreeWidgetItem(self.list, [title])
        top.setFirstColumnSpanned(True)
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.font()
        font.setBold(True)
        top.setFont(0, font)
        for work in works:
            what = ", ".join(translate(kind) for kind in work.what)
            name = self.tr("Week {week}: {title}").format(week=work.week, title=translate(work.title))
            item = QTreeWidgetItem(top, [name, what])
            item.setData(0, PIECE, work.piece)
            item.setData(0, SPOKEN, f"{name}, {what}. {title}")
            item.setToolTip(0, name)
            item.setToolTip(1, what)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if asks else flags)
            if asks:
                item.setCheckState(0, Qt.CheckState.Checked)

    def _buttons(self, workspace: Workspace) -> QHBoxLayout:
        self.back = QPushButton(self.tr("Leave the kit as it is"))
        self.use = primary_button(self.tr("Use the campaign"))
        self.use.setDefault(True)
        set_theme_icon(workspace, self.use, "check", "on_accent")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._decide)
        return in_row(kind_label(self.tr("Space selects or clears a row"), "muted"), STRETCH, self.back, self.use)

    def _decide(self) -> None:
        self.decided.emit(self.kept())
        self.accept()


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
        from htpm_studio.campaign.toolkit_import.make_pack import with_posts

        texts = with_posts(self.texts, self.after, self.before, posts) if posts else self.texts
        read_pack(texts, self.after.language)
        gone = [work.piece for work in self.carried.works if work.fate != "stays" and work.piece not in chosen]
        edits = self.carried.without(gone)
        return replace(self.project, pack=texts, year=self.year, language=self.after.language, edits=edits)


def switch_reader(document: KitDocument, year: int) -> Callable[[PackTexts], Switch]:
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
        switch = switch_reader(document, switch.year)(switch.texts)

    def use(chosen: frozenset[str]) -> None:
        try:
            project = switch.made(chosen)
        except StudioError as error:
            workspace.info(explain(error))
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


NAME = "campaign"


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
        switch_to = switch_reader(document, document.project.year)
        from htpm_studio.export.sources.toolkit_import import read_folder

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

        def job(context: JobContext) -> None:
            from htpm_studio.export.sources.toolkit_import import write_pack

            check_target(target, force=False)
            write_pack(texts, target, context)

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
            for check in one.report.group(group)
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
