"""The kit of a window: opened, kept with every step, written to its file by itself, closed without a question."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from htpm_studio.errors import StudioError, msg
from htpm_studio.gui.core.settings import remember
from htpm_studio.gui.core.tasks import TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import clock_words, month_words
from htpm_studio.gui.kit_file.autosave_log import AutosaveState
from htpm_studio.gui.kit_file.file import KitFile, KitFileTakenError, SafetyCopy, file_name, free_path, in_utc
from htpm_studio.gui.kit_file.lock import LockResult
from htpm_studio.gui.kit_file.notifications import KitNotifications
from htpm_studio.gui.kit_file.recovery import OpenedKit, Opener, Recovery, RunningAutosave, same_kit
from htpm_studio.project.brand_file import is_brand_file
from htpm_studio.project.model import Project
from htpm_studio.project.store import read_project

STEP_MS = 50
LATE_MS = 200
QUIET_MS = 20_000
RENEW_MS = 20_000
AGAIN_MS = 5_000
FLUSH_SECONDS = 3.0


class KitSession(QObject):
    """Keeps the kit of one window.

    `path_changed` says that another file is written from now on; `news` has the signals that ask for dialogs.
    """

    path_changed = Signal()
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
        self.notifications = KitNotifications(workspace, self.opener, self.swap, self)
        self.notifications.copy_wanted.connect(self.go_back)
        self.file: KitFile | None = None
        self.origin: Path | None = None
        self._saved: Project | None = self._document.project
        self._prepared: OpenedKit | None = None
        self._edited_at: datetime | None = None
        self.running: RunningAutosave | None = None
        self.tasks = TaskRunner(self)
        self.saving = self._asked = self._trouble = self._begun = self._closed = False
        self._waits = QElapsedTimer()
        self.step = self._timer(self.keep)
        self.quiet = self._timer(self.save)
        self.renew = self._timer(self._renew_lock, single=False)
        self._kept.connect(self._tell_kept, Qt.ConnectionType.QueuedConnection)
        self._document.stack.moved.connect(self._edited)
        self._document.rehearsed.connect(self._edited)
        self._document.week_changed.connect(self._week_opened)
        workspace.closing.connect(self.finish)

    @property
    def path(self) -> Path | None:
        """The kit's file; None as long as it has none."""
        return self.file.path if self.file else None

    @property
    def date(self) -> datetime | None:
        """When the kit was last saved or changed, in UTC; None for one that was neither."""
        saved = self.file.saved.saved if self.file is not None and self.file.saved is not None else None
        return max((moment for moment in (saved, self._edited_at) if moment is not None), default=None)

    @property
    def saves(self) -> int:
        """How often the kit was saved, counting what was changed since as one more."""
        kept = self.file.saved.saves if self.file is not None and self.file.saved is not None else 0
        return max(kept, self._document.project.saves) + self.dirty

    @property
    def dirty(self) -> bool:
        """Whether the kit's file does not hold what the window shows."""
        return self._saved is None or not same_kit(self._saved, self._document.project)

    def copies(self) -> tuple[SafetyCopy, ...]:
        """The safety copies of the open kit, the newest first."""
        path = self.path or self.origin
        return self.recovery.copies.of(path) if path else ()

    # ---------------------------------------------------------------- opening

    def prepare(self, path: Path | None) -> None:
        """Read the kit that `start` shows, so that a window which is made in between has no other to draw."""
        self._prepared = self._first(path) or self.opener.new(self._document.project)
        self._document.restore(self._prepared.history)

    def start(self, path: Path | None) -> None:
        """Show the first kit of the window: `path`, what a crash left, the last kit, or a new one."""
        ready, self._prepared = self._prepared or self._first(path), None
        self._adopt(ready or self.opener.new(self._document.project))
        self.renew.start(RENEW_MS)
        self.tasks.start(lambda _context: self.recovery.tidy())

    def new(self) -> None:
        """Start a new kit at its name; the open one is saved first."""
        self.swap(lambda: self.opener.new(self._new_project()), None)
        self._opening.succeeded.connect(lambda _ready: self.workspace.page_wanted.emit("board"))
        self._opening.succeeded.connect(lambda _ready: self.workspace.card_wanted.emit("name"))

    def open(self, path: Path) -> None:
        """Open a kit file, or a new kit with the brand of a brand file.

        The open kit is saved first and stays open when the other one cannot be read.
        """
        if self.path is not None and self.path == path.absolute():
            self.workspace.toast(self.tr("This kit is already open."))
            return
        self.swap(lambda: self._ready(path), path)

    def open_named(self, name: str) -> None:
        """Open the file of that name."""
        self.open(Path(name))

    def go_back(self, copy: SafetyCopy) -> None:
        """Bring a safety copy back into the window, as a step that can be undone."""
        task = self.tasks.start(lambda _context: read_project(copy.path).project)
        words = self.tr("Go back to {time}").format(time=clock_words(copy.at))
        task.succeeded.connect(lambda found: self._document.change(words, found))
        task.failed.connect(
            lambda error: self.notifications.fail(self.tr("The safety copy could not be opened"), error)
        )

    def _ready(self, path: Path) -> OpenedKit:
        return self.opener.branded(self._new_project(), path) if is_brand_file(path) else self.opener.open(path)

    def _first(self, path: Path | None) -> OpenedKit | None:
        last = Path(self.workspace.settings.last_project) if self.workspace.settings.last_project else None
        try:
            if path is not None:
                return self._ready(path)
            for autosave, entries in self.recovery.left_over():
                if (ready := self.opener.left_behind(autosave, entries)) is not None:
                    return ready
            return self.opener.open(last) if last is not None and last.is_file() else None
        except StudioError as error:
            QTimer.singleShot(0, self, lambda shown=error: self.notifications.not_opened(shown, path or last))
            return None

    def swap(self, make: Callable[[], OpenedKit], path: Path | None) -> None:
        """Show the kit that `make` makes ready on the worker thread; `path` is what the user asked for."""
        self.save()
        if path is not None:
            self.workspace.job_changed.emit(self.tr("Opening {name}").format(name=path.name), 0, 0)
        task = self._opening = self.tasks.start(lambda _context: make())
        task.succeeded.connect(self._adopt)
        task.failed.connect(lambda error: self.notifications.not_opened(error, path))
        task.finished.connect(lambda: self.workspace.job_changed.emit("", 0, 0))

    def _adopt(self, ready: OpenedKit) -> None:
        """Show another kit and write to its file from now on."""
        if self._closed:  # The window closed while the kit was read.
            if ready.file is not None:
                ready.file.release()
            return
        self._retire()
        self.workspace.renderer.forget()
        self.file, self.origin, self._saved = ready.file, ready.origin, ready.saved
        self._trouble = self._begun = False
        self.running = self.recovery.begin(self.opener.window, self._kept.emit)
        self._document.restore(ready.history)
        self._edited_at = None
        self.keep()
        if ready.left is not None and self.running.autosave.flush(FLUSH_SECONDS):
            ready.left.unlink(missing_ok=True)
        self._remember()
        self.path_changed.emit()
        if self.dirty:
            self.quiet.start(QUIET_MS)
        self.notifications.opened(ready)

    # ---------------------------------------------------------------- keeping and saving

    def _week_opened(self, _week: int) -> None:
        self.step.start(STEP_MS)

    def _edited(self, _index: int = 0) -> None:
        # Where keys come faster than they can be worked on, timers come late: an edit does not wait for them.
        self._edited_at = in_utc(self._now())
        if not self.step.isActive():
            self.step.start(STEP_MS)
            self._waits.start()
        elif self._waits.hasExpired(LATE_MS):
            self.keep()
        self.quiet.start(QUIET_MS)

    def keep(self) -> None:
        """Hand the newest state to the autosave log."""
        self.step.stop()
        if self.running is None or (self.file is None and not self._begun and not self.dirty):
            return
        self._begun = True
        file = None if self._trouble else self.file
        members = file.members if file else frozenset()
        path, stamp = (str(self.file.path), self.file.stamp) if self.file else ("", None)
        self.running.post(AutosaveState(self._document.history(), path, stamp, members))

    def keep_now(self) -> bool:
        """Keep the newest state and wait until it is on disk; False when it is not."""
        self.keep()
        autosave = self.running.autosave if self.running else None
        return autosave is not None and autosave.flush(FLUSH_SECONDS) and not autosave.failed

    def save(self, *, asked: bool = False) -> None:
        """Write the kit's file if there is something new; `asked` gives any kit a file and the user an answer."""
        self._asked = self._asked or asked
        self.quiet.stop()
        if self.saving:
            self.quiet.start(STEP_MS)
            return
        named = bool(self._document.project.brand.organization) or self.origin is not None
        if self.file is None:
            if not (self._asked or (named and self.dirty)) or not self._find_file():
                return
        elif not self.dirty:
            self._answer()
            return
        file, project = self.file, self._document.project
        if file is not None:
            self.saving = True
            task = self.tasks.start(lambda _context: file.write(project))
            task.succeeded.connect(lambda _nothing: self._written(file, project))
            task.failed.connect(self._not_written)

    def save_as(self, path: Path) -> None:
        """Go on with the kit in another file; the old one stays as it was saved last."""
        file, project = self.opener.file(path.absolute()), self._document.project
        if path.absolute() == self.path:
            self.save(asked=True)
        elif self.notifications.may_write(file.path, file.take()):
            task = self.tasks.start(lambda _context: file.write(project))
            task.succeeded.connect(lambda _nothing: self._moved(file, project))
            task.cancelled.connect(file.release)
            task.failed.connect(lambda error: self._not_elsewhere(file, error))

    def save_copy(self, path: Path) -> None:
        """Write the kit to a second file and go on with the first one."""
        file, project = self.opener.file(path.absolute()), self._document.project
        if path.absolute() == self.path:
            self.save(asked=True)
        elif self.notifications.may_write(file.path, file.take()):
            task = self.tasks.start(lambda _context: file.write(project))
            task.succeeded.connect(lambda _nothing: self._copied(file))
            task.cancelled.connect(file.release)
            task.failed.connect(lambda error: self._not_elsewhere(file, error))

    def _moved(self, file: KitFile, project: Project) -> None:
        if self._closed:
            file.release()
            return
        if self.file is not None:
            self.file.release()
        self.file, self.origin = file, None
        self._written(file, project)
        self.path_changed.emit()
        self.notifications.moved(file.path)

    def _copied(self, file: KitFile) -> None:
        file.release()
        self.notifications.copied(file.path)

    def _not_elsewhere(self, file: KitFile, error: Exception) -> None:
        file.release()
        self.notifications.not_elsewhere(error)

    def _written(self, file: KitFile, project: Project) -> None:
        self.saving = self._trouble = False
        if file is self.file and not self._closed:
            self._saved = project
            self._remember()
            self.keep()
            self.notifications.saved(self._now(), file.path if file.vanished else None)
        self._answer()

    def _answer(self) -> None:
        if self._asked:
            self.notifications.answer(self.path)
        self._asked = False

    def _not_written(self, error: Exception) -> None:
        self.saving = self._asked = False
        if isinstance(error, KitFileTakenError):
            self.notifications.taken_over(self._become_copy())
            self.save()
            return
        if not isinstance(error, StudioError):
            raise error
        known, self._trouble = self._trouble, True
        self.keep()  # Pictures too, as the file may never come back.
        self.notifications.kept(self._now(), well=False)
        if not known:
            self.notifications.not_written(error)
        self.quiet.start(QUIET_MS)

    def _become_copy(self) -> Path:
        """Leave the file to whoever has it now, and write another one from now on; the answer is the old one."""
        old = self.path or self._documents
        self.origin, self.file, self._saved = old, None, None
        self.path_changed.emit()
        return old

    def _find_file(self) -> bool:
        """Give the kit a file of its own: beside the one that it is a copy of, or in the documents folder."""
        month = month_words(self._document.campaign.observance.month, self._document.project.year)
        name = self.origin.stem if self.origin else file_name(self._document.project, month)
        for folder in (self.origin.parent if self.origin else self._documents, self._documents):
            with contextlib.suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
            file = self.opener.file(free_path(folder, name))
            if file.take() is LockResult.OURS:
                self.file, self.origin = file, None
                self.path_changed.emit()
                return True
        words = msg("No file can be written to {folder}.", folder=self._documents)
        self._not_written(StudioError(words))
        return False

    # ---------------------------------------------------------------- closing

    def finish(self) -> None:
        """Save and let go of the kit; called when the window closes, which it never asks about."""
        if self._closed:
            return
        self._closed = True
        self._document.stack.moved.disconnect(self._edited)
        self._document.rehearsed.disconnect(self._edited)
        self._document.week_changed.disconnect(self._week_opened)
        self.renew.stop()
        self.tasks.shutdown()
        if self.file is not None and self.file.saved is not None:
            self._saved = self.file.saved
        try:
            self._retire()
        finally:
            self.step.stop()
            self.quiet.stop()
            self.opener.close()

    def _retire(self) -> None:
        """Write what the file does not hold yet and end the autosave log, which is what is left without a file."""
        if self.running is None:
            return
        self.keep()
        try:
            if self.dirty:
                self._save_at_once()
        finally:
            self.step.stop()
            self.quiet.stop()
            untouched = self.file is None and not self.dirty
            self.running.end(None if self.dirty else self.path, remove=untouched)
            self.running = None
            if self.file is not None:
                self._remember()
                self.file.release()

    def _save_at_once(self) -> None:
        for _ in range(2):
            if self.file is None and not self._find_file():
                return
            file, project = self.file, self._document.project
            try:
                if file is not None:
                    file.write(project, last=True)
                    self._saved = project
            except KitFileTakenError:
                self._become_copy()
            except StudioError:
                return  # The autosave log stays and is found at the next start.
            else:
                return

    # ---------------------------------------------------------------- small things

    def _tell_kept(self, at: datetime | None) -> None:
        if at is None:
            self.notifications.lost()
            self.step.start(AGAIN_MS)
        elif self.dirty or self._trouble:
            self.notifications.kept(at, well=not self._trouble)

    def _remember(self) -> None:
        settings, path = self.workspace.settings, str(self.path or "")
        recent = remember(settings.recent, path) if path else settings.recent
        if (recent, path) != (settings.recent, settings.last_project):
            self.workspace.set_settings(replace(settings, recent=recent, last_project=path))

    def _renew_lock(self) -> None:
        file = self.file
        if file is not None and not self.saving:
            self.tasks.start(lambda _context: file.lock.renew())

    def _timer(self, slot: Callable[[], None], *, single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.timeout.connect(slot)
        return timer
