"""What the user hears about a kit: that it was brought back, is a copy, was written, or could not be opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from htpm_studio.errors import StudioError, msg
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.formats import clock, day_words
from htpm_studio.gui.i18n.translate import explain, reason_of
from htpm_studio.gui.kit_file.file import Taken
from htpm_studio.gui.kit_file.recovery import Damaged, Opener, Ready
from htpm_studio.gui.widgets.dialogs import Failure, WayOut, failure_of

LAST_STEPS = 20

Swap = Callable[[Callable[[], Ready], Path | None], None]


class KitNotifications(QObject):
    """Puts the state of the kit into words, in the quietest place.

    `failed` carries a Failure for a dialog; `place_wanted` asks the user for another place for the kit's file,
    `copy_wanted` for a safety copy to go back to.
    """

    failed = Signal(object)
    place_wanted = Signal()
    copy_wanted = Signal(object)

    def __init__(self, workspace: Workspace, opener: Opener, swap: Swap, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._opener, self._swap = workspace, opener, swap

    # ---------------------------------------------------------------- opened

    def opened(self, ready: Ready) -> None:
        """Say what the user should know about the kit that was opened; only the most important thing."""
        name = ready.origin.name if ready.origin else ""
        new = ready.origin is None and ready.crashed_at is None
        clean = not new and ready.crashed_at is None and ready.taken is Taken.OURS
        words = self.tr("New kit, saved from the first keystroke") if new else self.tr("Saved") if clean else ""
        self._workspace.saved_changed.emit(words, True)
        if ready.crashed_at is not None:
            self._brought_back(ready, ready.crashed_at)
        elif ready.taken is Taken.OTHERS and ready.origin is not None:
            path = ready.origin
            words = self.tr("{name} is open in another window. Your changes here are saved as a copy.")
            again = self.tr("Try again")
            self._workspace.info(
                words.format(name=name), again, lambda: self._swap(lambda: self._opener.open(path), path)
            )
        elif ready.taken is Taken.FORBIDDEN:
            words = self.tr("{name} cannot be changed where it is. Your changes here are saved as a copy.")
            self._workspace.info(words.format(name=name), self.tr("Save somewhere else"), self.place_wanted.emit)
        elif ready.problems:
            words = self.tr("{name} was only partly opened: {problem}")
            rest = len(ready.problems) - 1
            if rest:
                words = f"{words} {self.tr('Other pictures that are missing too: {count}.').format(count=rest)}"
            show = self.tr("Show the checks")
            first = explain(ready.problems[0])
            self._workspace.info(
                words.format(name=name, problem=first), show, lambda: self._workspace.panel_wanted.emit("checks")
            )
        elif ready.brand is not None:
            words = self.tr("A new kit with the brand of {name}.")
            self._workspace.toast(words.format(name=ready.brand.name))

    def _brought_back(self, ready: Ready, at: datetime) -> None:
        steps = ready.history.steps[: ready.history.index]
        words = [
            self.tr("HTPM Studio closed unexpectedly. Everything up to {time} is here.").format(
                time=clock(at, seconds=True)
            )
        ]
        if steps:
            words.append(self.tr("Your last step was “{step}”.").format(step=steps[-1][0]))
        if ready.changed_outside:
            words.append(self.tr("Its file has changed since, so this is a copy."))
        if ready.missing:
            words.append(self.tr("Pictures that are missing: {count}.").format(count=ready.missing))
        many = self.tr("See the last {count} steps").format(count=min(LAST_STEPS, len(steps)))
        button = "" if not steps else self.tr("See the last step") if len(steps) == 1 else many
        self._workspace.info(" ".join(words), button, lambda: self._workspace.panel_wanted.emit("history"))
        copies = self._opener.recovery.copies.of(ready.origin) if ready.origin else ()
        if not copies:
            self._workspace.add_to_info("history")
            return
        newest, today = copies[0], copies[0].at.date() == at.date()
        moment = clock(newest.at) if today else f"{day_words(newest.at)}, {clock(newest.at)}"
        back = self.tr("Go back to {moment}").format(moment=moment)
        self._workspace.add_to_info("history", back, lambda: self.copy_wanted.emit(newest))

    def not_opened(self, error: Exception, path: Path | None) -> None:
        """Tell why a kit could not be opened, and offer its safety copy where there is one."""
        if not isinstance(error, Damaged):
            name = path.name if path else self.tr("The kit")
            self.fail(self.tr("{name} could not be opened").format(name=name), error)
            return
        newest, damaged = error.best, error.path
        moment = clock(newest.at)
        open_it = WayOut(
            self.tr("Open what was saved at {time}").format(time=moment)
            if newest.kind == "steps"
            else self.tr("Open the safety copy from {time}").format(time=moment),
            self.tr("Open the copy"),
            lambda: self._swap(lambda: self._opener.instead(newest, damaged), damaged),
        )
        see = self.tr("See everything available, then choose")
        both = WayOut(see, self.tr("Show both"), lambda: self.show_both(error))
        words = self.tr("{problem} There is a safety copy from {day}, {time}.")
        why = words.format(problem=reason_of(error.error), day=day_words(newest.at), time=moment)
        safe = self.tr("The damaged file is not changed.")
        self.failed.emit(Failure(self.tr("The kit file is damaged"), why, safe, (open_it, both), explain(error)))

    def show_both(self, error: Damaged) -> None:
        """Show the damaged file and everything that can replace it; the chosen one is opened as a copy."""
        from htpm_studio.gui.kit_file.two_versions_dialog import TwoVersionsDialog

        dialog = TwoVersionsDialog(error, self._workspace, self._workspace.window)
        dialog.chosen.connect(lambda one: self._swap(lambda: self._opener.instead(one, error.path), error.path))
        dialog.open()

    # ---------------------------------------------------------------- saved

    def saved(self, at: datetime, again: Path | None = None) -> None:
        """The kit's file holds everything; it had to be written `again` where somebody had moved or removed it."""
        self._workspace.saved_changed.emit(self.tr("Saved {time}").format(time=clock(at)), True)
        if again is not None:
            words = self.tr(
                "{name} was moved or removed while it was open. It was saved again in {folder}; the moved file "
                "is no longer updated."
            )
            where = self.tr("Save somewhere else")
            text = words.format(name=again.name, folder=again.parent.name)
            self._workspace.info(text, where, self.place_wanted.emit)

    def kept(self, at: datetime, *, well: bool) -> None:
        """Only the program's own folder holds everything."""
        self._workspace.saved_changed.emit(self.tr("Saved on this computer {time}").format(time=clock(at)), well)

    def lost(self) -> None:
        """Not even the program's own folder can be written."""
        self._workspace.saved_changed.emit(self.tr("Not saved: nothing can be written to this computer's disk"), False)

    def answer(self) -> None:
        """The answer to Ctrl+S."""
        self._workspace.toast(self.tr("Saved. You never need to press this."))

    def not_written(self, error: StudioError) -> None:
        """The kit's file cannot be written now."""
        text = self.tr("{problem} Everything is saved on this computer.").format(problem=reason_of(error))
        self._workspace.info(text, self.tr("Save somewhere else"), self.place_wanted.emit)

    def taken_over(self, path: Path) -> None:
        """Somebody else wrote the file, or has it now."""
        words = self.tr("{name} was changed or opened elsewhere. Your changes here are saved as a copy.")
        self._workspace.info(words.format(name=path.name))

    def moved(self, path: Path) -> None:
        """The kit goes on in another file."""
        self._workspace.toast(self.tr("The kit is now in {name}.").format(name=path.name))

    def copied(self, path: Path) -> None:
        """A second file was written."""
        words = self.tr("The copy is in {folder}.").format(folder=path.parent)
        open_it = self.tr("Open the copy")
        self._workspace.info(words, open_it, lambda: self._swap(lambda: self._opener.open(path), path))

    def may_write(self, path: Path, taken: Taken) -> bool:
        """Whether a file may be written; says why not."""
        if taken is not Taken.OURS:
            words = msg("No file can be written to {folder}.", folder=path.parent)
            if taken is Taken.OTHERS:
                words = msg("{name} is open in another window. Choose another name.", name=path.name)
            self.not_elsewhere(StudioError(words))
        return taken is Taken.OURS

    def not_elsewhere(self, error: Exception) -> None:
        """A place that the user chose cannot be used."""
        self.fail(self.tr("The kit could not be saved there"), error)

    def fail(self, title: str, error: BaseException) -> None:
        """Tell in a dialog why something that the user asked for did not work."""
        self.failed.emit(failure_of(title, error, self.tr("The kit in this window has not changed.")))
