"""The kit that a window works on: opened, kept with every step, written to its file by itself, closed without a question."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, QTime, QTimer, Signal

from htpm_studio.errors import StudioError
from htpm_studio.gui.error_dialog import Choice, Failure, failure_of
from htpm_studio.gui.journal import State
from htpm_studio.gui.kit_file import KitFile, NotOurs, SafetyCopy, file_name, free_path
from htpm_studio.gui.kit_opening import Damaged, Opener, Ready
from htpm_studio.gui.locking import Taken
from htpm_studio.gui.recovery import Recovery, Running, same_kit
from htpm_studio.gui.tasks import TaskRunner
from htpm_studio.gui.workspace import Workspace
from htpm_studio.project.model import Project
from htpm_studio.project.store import read_project, save_project
from htpm_studio.settings import remember

STEP_MS = 50
QUIET_MS = 20_000
RENEW_MS = 20_000
AGAIN_MS = 5_000
FLUSH_SECONDS = 3.0
LAST_STEPS = 20


class Session(QObject):
    """Keeps the kit of one window. It is the child of the workspace: `Session.of(workspace)` finds it.

    `path_changed` tells that another file is written from now on, `failed` carries a Failure for a dialog,
    `place_wanted` asks the user for another place because the kit's file cannot be written.
    """

    path_changed = Signal()
    failed = Signal(object)
    place_wanted = Signal()
    _kept = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        recovery: Recovery,
        documents: Path,
        new_project: Callable[[], Project],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(workspace)
        self.workspace, self.recovery = workspace, recovery
        self._documents, self._new_project, self._now = documents, new_project, now
        self._document = workspace.document
        self.opener = Opener(recovery, uuid.uuid4().hex[:12])
        self.file: KitFile | None = None
        self.origin: Path | None = None
        self._saved: Project | None = self._document.project
        self._running: Running | None = None
        self._tasks = TaskRunner(self)
        self._saving = self._asked = self._trouble = self._closed = False
        self._kept_minute = ""
        self._step = self._timer(STEP_MS, self.keep)
        self._quiet = self._timer(QUIET_MS, self.save)
        self._renew = self._timer(RENEW_MS, self._renew_lock, single=False)
        self._kept.connect(self._tell_kept, Qt.ConnectionType.QueuedConnection)
        self._document.stack.indexChanged.connect(lambda _index: self._edited())
        self._document.week_changed.connect(lambda _week: self._start(self._step))
        workspace.closing.connect(self.finish)

    @staticmethod
    def of(workspace: Workspace) -> Session | None:
        """The session of a workspace; None in a window without one."""
        return workspace.findChild(Session)

    @property
    def path(self) -> Path | None:
        """The kit's file; None as long as it has none."""
        return self.file.path if self.file else None

    @property
    def dirty(self) -> bool:
        """Whether the kit's file does not hold what the window shows."""
        return self._saved is None or not same_kit(self._saved, self._document.project)

    def copies(self) -> tuple[SafetyCopy, ...]:
        """The safety copies of the open kit, the newest first."""
        path = self.path or self.origin
        return self.recovery.copies.of(path) if path else ()

    def clock(self, at: datetime, *, seconds: bool = False) -> str:
        """A time of day as people here write it."""
        time = QTime(at.hour, at.minute, at.second)
        return time.toString("HH:mm:ss") if seconds else QLocale().toString(time, QLocale.FormatType.ShortFormat)

    # ---------------------------------------------------------------- opening

    def start(self, path: Path | None) -> None:
        """Show the first kit of the window: `path`, what a crash left, the last kit, or a new one."""
        ready = self._first(path)
        self._adopt(ready or self.opener.new(self._document.project))
        self._renew.start()
        self._tasks.start(lambda _context: self.recovery.tidy())

    def new(self) -> None:
        """Start a new kit; the open one is saved first."""
        self._swap(lambda: self.opener.new(self._new_project()), None)

    def open(self, path: Path) -> None:
        """Open a kit file; the open kit is saved first and stays open when the other one cannot be read."""
        if self.path is not None and self.path == path.absolute():
            self.workspace.toast(self.tr("This kit is open already."))
            return
        self._swap(lambda: self.opener.open(path), path)

    def go_back(self, copy: SafetyCopy) -> None:
        """Bring a safety copy back into the window, as a step that can be undone."""
        task = self._tasks.start(lambda _context: read_project(copy.path).project)
        words = self.tr("Go back to {time}").format(time=self.clock(copy.at))
        task.succeeded.connect(lambda found: self._document.change(words, found))
        task.failed.connect(lambda error: self._fail(self.tr("The safety copy could not be opened"), error))

    def _first(self, path: Path | None) -> Ready | None:
        last = Path(self.workspace.settings.last_project) if self.workspace.settings.last_project else None
        try:
            if path is not None:
                return self.opener.open(path)
            for journal, entries in self.recovery.left_over():
                if (ready := self.opener.left_behind(journal, entries)) is not None:
                    return ready
            return self.opener.open(last) if last is not None and last.is_file() else None
        except StudioError as error:
            QTimer.singleShot(0, self, lambda shown=error: self._not_opened(shown, path or last))
            return None

    def _swap(self, make: Callable[[], Ready], path: Path | None) -> None:
        self.save()
        if path is not None:
            self.workspace.job_changed.emit(self.tr("Opening {name}").format(name=path.name), 0, 0)
        task = self._tasks.start(lambda _context: make())
        task.succeeded.connect(self._adopt)
        task.failed.connect(lambda error: self._not_opened(error, path))
        task.finished.connect(lambda: self.workspace.job_changed.emit("", 0, 0))

    def _adopt(self, ready: Ready) -> None:
        """Show another kit and write to its file from now on."""
        self._retire()
        self.workspace.thumbnails.forget()
        self.file, self.origin, self._saved = ready.file, ready.origin, ready.saved
        self._trouble = False
        self._running = self.recovery.begin(self.opener.window, self._kept.emit)
        self._document.restore(ready.history)
        self.keep()
        if ready.left is not None and self._running.journal.flush(FLUSH_SECONDS):
            ready.left.unlink(missing_ok=True)
        self._remember()
        self.path_changed.emit()
        if self.dirty:
            self._start(self._quiet)
        self._explain(ready)

    def _explain(self, ready: Ready) -> None:
        """Say what the user should know about the kit that was opened; the most important thing only."""
        name = ready.origin.name if ready.origin else ""
        if ready.crashed_at is not None:
            self._tell_recovered(ready.crashed_at)
        elif ready.taken is Taken.OTHERS:
            words = self.tr("{name} is open in another window. What you change here is kept as a copy.")
            self.workspace.info(words.format(name=name), self.tr("Try again"), lambda: self._again(ready.origin))
        elif ready.taken is Taken.FORBIDDEN:
            words = self.tr("{name} cannot be changed where it is. What you change here is kept as a copy.")
            self.workspace.info(words.format(name=name), self.tr("Save somewhere else"), self.place_wanted.emit)
        elif ready.problems:
            words = self.tr("{name} was opened, but not all of it: {problem}")
            first = ready.problems[0]
            self.workspace.info(words.format(name=name, problem=f"{first.message} {first.hint}"))

    def _tell_recovered(self, at: datetime) -> None:
        words = [
            self.tr("HTPM Studio closed unexpectedly. Everything up to {time} is here.").format(
                time=self.clock(at, seconds=True)
            )
        ]
        step = self._document.stack.undoText()
        if step:
            words.append(self.tr("Your last step was “{step}”.").format(step=step))
        button = self.tr("See the last {count} steps").format(count=min(LAST_STEPS, self._document.stack.count()))
        show = self.workspace.panel_wanted.emit
        self.workspace.info(" ".join(words), button if step else "", lambda: show("history"))

    def _again(self, path: Path | None) -> None:
        if path is not None:
            self._swap(lambda: self.opener.open(path), path)

    def _not_opened(self, error: StudioError, path: Path | None) -> None:
        name = path.name if path else self.tr("the kit")
        if not isinstance(error, Damaged):
            self._fail(self.tr("{name} could not be opened").format(name=name), error)
            return
        newest = error.copies[0]
        moment = self.clock(newest.at)
        look = Choice(
            self.tr("Open the safety copy from {time}").format(time=moment),
            self.tr("Open the copy"),
            lambda: self._swap(lambda: self.opener.safety_copy(newest, error.path), newest.path),
        )
        title = self.tr("The kit file is damaged")
        why = self.tr("A safety copy from {time} is complete.").format(time=moment)
        safe = self.tr("The damaged file stays as it is.")
        self.failed.emit(Failure(title, why, safe, (look,), str(error)))

    def _fail(self, title: str, error: BaseException) -> None:
        safe = self.tr("The kit in this window is as it was.")
        self.failed.emit(failure_of(title, error, safe))

    # ---------------------------------------------------------------- keeping and saving

    def keep(self) -> None:
        """Hand the newest state to the journal."""
        self._step.stop()
        if self._running is None:
            return
        file = None if self._trouble else self.file
        members = file.members if file else frozenset()
        path, stamp = (str(self.file.path), self.file.stamp) if self.file else ("", None)
        self._running.post(State(self._document.history(), path, stamp, members))

    def keep_now(self) -> bool:
        """Keep the newest state and wait until it is on disk; False when it is not."""
        self.keep()
        return self._running is not None and self._running.journal.flush(FLUSH_SECONDS) and not self._unkept

    def save(self, *, asked: bool = False) -> None:
        """Write the kit's file now, if there is something to write; `asked` also gives a kit its first file."""
        self._quiet.stop()
        if self._saving:
            self._asked = self._asked or asked
            self._quiet.start(STEP_MS)
            return
        named = bool(self._document.project.brand.organisation) or self.origin is not None
        if not self.dirty and not (asked and self.file is None):
            if asked:
                self._answer()
            return
        if self.file is None and not ((asked or named) and self._find_file()):
            return
        self._write(asked=asked)

    def _write(self, *, asked: bool) -> None:
        file, project = self.file, self._document.project
        if file is None:
            return
        self._saving = True
        task = self._tasks.start(lambda _context: file.write(project))
        task.succeeded.connect(lambda _nothing: self._written(file, project, asked=asked))
        task.failed.connect(self._not_written)

    def _written(self, file: KitFile, project: Project, *, asked: bool) -> None:
        self._saving = self._trouble = False
        if file is self.file:
            self._saved = project
            self._remember()
            self.keep()
            self._tell_saved()
        if asked or self._asked:
            self._answer()
        self._asked = False

    def _not_written(self, error: Exception) -> None:
        self._saving = self._asked = False
        if isinstance(error, NotOurs):
            self._become_copy(error)
            return
        if not isinstance(error, StudioError):
            raise error
        known, self._trouble = self._trouble, True
        self.keep()  # Pictures too, as the file may never come back.
        words = self.tr("Kept on this computer {time}").format(time=self.clock(self._now()))
        self.workspace.saved_changed.emit(words, False)
        if not known:
            where = self.tr("Everything is kept on this computer.")
            text = f"{error.message} {where}"
            self.workspace.info(text, self.tr("Save somewhere else"), self.place_wanted.emit)
        self._start(self._quiet)

    def _become_copy(self, error: NotOurs) -> None:
        """Somebody else has the file: leave it alone and write another one."""
        self.origin = self.path
        self.file, self._saved = None, None
        self.path_changed.emit()
        self.workspace.info(f"{error.message} {self.tr('What you change here is kept as a copy.')}")
        self.save(asked=True)

    def _find_file(self) -> bool:
        """Give the kit a file of its own: beside the one that it is a copy of, or in the documents folder."""
        month = self.tr("January {year}").format(year=self._document.project.year)
        name = self.origin.stem if self.origin else file_name(self._document.project, month)
        for folder in (self.origin.parent if self.origin else self._documents, self._documents):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError:
                continue
            file = self.opener.file(free_path(folder, name))
            if file.take() is Taken.OURS:
                self.file, self.origin = file, None
                self.path_changed.emit()
                return True
        words = self.tr("No kit can be written to {folder}.").format(folder=self._documents)
        self._saving = True
        self._not_written(StudioError(words))
        return False
