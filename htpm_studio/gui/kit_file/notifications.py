"""What the user hears about a kit: brought back, a copy, written, not opened; and what can replace a damaged file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from htpm_studio.errors import StudioError, msg
from htpm_studio.export.sources.campaigns import month_of
from htpm_studio.gui.core.appearance import list_style
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import (
    clock_words,
    day_words,
    explain,
    month_words,
    path_words,
    reason_of,
    size_words,
    translate,
)
from htpm_studio.gui.kit_file.lock import LockResult
from htpm_studio.gui.kit_file.recovery import Candidate, DamagedKitError, OpenedKit, Opener
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.dialogs import Failure, ScaledDialog, WayOut, failure_of, wide_for
from htpm_studio.gui.widgets.fields import divider, kind_label, primary_button, set_theme_icon
from htpm_studio.gui.widgets.files import open_folder
from htpm_studio.gui.widgets.layouts import title_label

LAST_STEPS = 20

Swap = Callable[[Callable[[], OpenedKit], Path | None], None]


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

    def opened(self, ready: OpenedKit) -> None:
        """Say what the user should know about the kit that was opened; only the most important thing."""
        name = ready.origin.name if ready.origin else ""
        new = ready.origin is None and ready.crashed_at is None
        clean = not new and ready.crashed_at is None and ready.taken is LockResult.OURS
        words = self.tr("New kit, saved from the first keystroke") if new else self.tr("Saved") if clean else ""
        self._workspace.saved_changed.emit(words, True)
        if ready.crashed_at is not None:
            self._brought_back(ready, ready.crashed_at)
        elif ready.taken is LockResult.OTHERS and ready.origin is not None:
            path = ready.origin
            words = self.tr("{name} is open in another window. Your changes here are saved as a copy.")
            again = self.tr("Try again")
            self._workspace.info(
                words.format(name=name), again, lambda: self._swap(lambda: self._opener.open(path), path)
            )
        elif ready.taken is LockResult.FORBIDDEN:
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
        elif replaced := ready.history.current.replaced:
            self._workspace.info(" ".join(translate(one.sentence) for one in replaced))
        elif ready.brand is not None:
            words = self.tr("A new kit with the brand of {name}.")
            self._workspace.toast(words.format(name=ready.brand.name))

    def _brought_back(self, ready: OpenedKit, at: datetime) -> None:
        steps = ready.history.steps[: ready.history.index]
        words = [
            self.tr("HTPM Studio closed unexpectedly. Everything up to {time} is here.").format(
                time=clock_words(at, seconds=True)
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
        self._workspace.info(" ".join(words), button, self._show_steps)
        copies = self._opener.recovery.copies.of(ready.origin) if ready.origin else ()
        if not copies:
            self._workspace.add_to_info("history")
            return
        newest, today = copies[0], copies[0].at.date() == at.date()
        moment = clock_words(newest.at) if today else f"{day_words(newest.at)}, {clock_words(newest.at)}"
        back = self.tr("Go back to {moment}").format(moment=moment)
        self._workspace.add_to_info("history", back, lambda: self.copy_wanted.emit(newest))

    def _show_steps(self) -> None:
        """Open the list of steps beside Undo."""
        self._workspace.actions["history"].trigger()

    def not_opened(self, error: Exception, path: Path | None) -> None:
        """Tell why a kit could not be opened, and offer its safety copy where there is one."""
        if not isinstance(error, DamagedKitError):
            name = path.name if path else self.tr("The kit")
            self.fail(self.tr("{name} could not be opened").format(name=name), error)
            return
        newest, damaged = error.best, error.path
        moment = clock_words(newest.at)
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

    def show_both(self, error: DamagedKitError) -> None:
        """Show the damaged file and everything that can replace it; the chosen one is opened as a copy."""
        dialog = TwoVersionsDialog(error, self._workspace, self._workspace.window)
        dialog.chosen.connect(lambda one: self._swap(lambda: self._opener.instead(one, error.path), error.path))
        dialog.open()

    # ---------------------------------------------------------------- saved

    def saved(self, at: datetime, again: Path | None = None) -> None:
        """The kit's file holds everything; it had to be written `again` where somebody had moved or removed it."""
        self._workspace.saved_changed.emit(self.tr("Saved {time}").format(time=clock_words(at)), True)
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
        self._workspace.saved_changed.emit(self.tr("Saved on this computer {time}").format(time=clock_words(at)), well)

    def lost(self) -> None:
        """Not even the program's own folder can be written."""
        self._workspace.saved_changed.emit(self.tr("Not saved: nothing can be written to this computer's disk"), False)

    def answer(self, path: Path | None) -> None:
        """The answer to Ctrl+S: the kit is in its file, or in the program's own folder while it has none."""
        words = self.tr("Saved in {folder}. You never need to press this.")
        where = path_words(path.parent) if path is not None else self.tr("this computer")
        self._workspace.toast(words.format(folder=where))

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

    def may_write(self, path: Path, taken: LockResult) -> bool:
        """Whether a file may be written; says why not."""
        if taken is not LockResult.OURS:
            words = msg("No file can be written to {folder}.", folder=path.parent)
            if taken is LockResult.OTHERS:
                words = msg("{name} is open in another window. Choose another name.", name=path.name)
            self.not_elsewhere(StudioError(words))
        return taken is LockResult.OURS

    def not_elsewhere(self, error: Exception) -> None:
        """A place that the user chose cannot be used."""
        self.fail(self.tr("The kit could not be saved there"), error)

    def fail(self, title: str, error: BaseException) -> None:
        """Tell in a dialog why something that the user asked for did not work."""
        self.failed.emit(failure_of(title, error, self.tr("The kit in this window has not changed.")))


class TwoVersionsDialog(QDialog):
    """`chosen` carries the candidate to open. Nothing is changed or removed here."""

    chosen = Signal(object)

    def __init__(self, damaged: DamagedKitError, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.damaged, self._workspace = damaged, workspace
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("HTPM Studio"))
        words = self.tr("Choose one to open. The others stay where they are, and the damaged file is not changed.")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versions of the kit"))
        self.list.setWordWrap(True)
        self.list.setStyleSheet(list_style(workspace.theme))
        self.list.setIconSize(QSize(20, 20))
        self.list.setSpacing(2)
        self._add_damaged()
        for candidate in damaged.others:
            self._add(candidate)
        self.list.currentRowChanged.connect(self._selected)
        self.list.itemActivated.connect(lambda _item: self._open())
        in_column(
            title_label(self.tr("What was saved of {name}").format(name=damaged.path.name)),
            kind_label(words, "muted", wrap=True),
            (self.list, 1),
            divider(),
            self._buttons(),
            inside=self,
            margins=(24, 20, 24, 16),
            spacing=12,
        )
        ScaledDialog(self)
        self.resize(wide_for(self), self.sizeHint().height() - self.list.sizeHint().height() + self._rows_height())
        self.list.setCurrentRow(1 + damaged.others.index(damaged.best))

    def candidate(self) -> Candidate | None:
        """The candidate of the current row; None for the damaged file."""
        row = self.list.currentRow()
        return self.damaged.others[row - 1] if row > 0 else None

    # ---------------------------------------------------------------- building

    def _rows_height(self) -> int:
        """Room for all rows, but for no more than half the screen."""
        rows = sum(self.list.sizeHintForRow(row) + 2 * self.list.spacing() for row in range(self.list.count()))
        return min(rows + 2 * self.list.frameWidth(), self.screen().availableSize().height() // 2)

    def _add_damaged(self) -> None:
        path = self.damaged.path
        lines = [self.tr("The kit file, damaged"), explain(self.damaged.error).splitlines()[0]]
        try:
            state = path.stat()
            lines.insert(1, _moment(datetime.fromtimestamp(state.st_mtime)) + f", {size_words(state.st_size)}")
        except OSError:
            lines.insert(1, self.tr("It is no longer available."))
        self._row("\n".join(lines), "circle-alert", "error")

    def _add(self, candidate: Candidate) -> None:
        complete, partly = self.tr("Safety copy, complete"), self.tr("Safety copy, not complete")
        head = {
            "copy": complete if candidate.complete else partly,
            "steps": self.tr("The last steps, saved on this computer"),
        }[candidate.kind]
        lines = [head, _moment(candidate.at), self._contents(candidate)]
        if candidate.missing or candidate.problems:
            count = candidate.missing + len(candidate.problems)
            lines.append(self.tr("Pictures that are missing: {count}.").format(count=count))
        self._row("\n".join(lines), "file-text" if candidate.kind == "copy" else "history", "text")

    def _contents(self, candidate: Candidate) -> str:
        project = candidate.project
        words = self.tr("{who}, {year}. Pictures: {pictures}, own texts and choices: {edits}.")
        who = project.brand.organization or self.tr("No name yet")
        month = month_of(project, self._workspace.document.resources.assets)
        year = month_words(month, project.year, title=False) if month else project.year
        return words.format(who=who, year=year, pictures=len(project.photos), edits=len(project.edits.items))

    def _row(self, text: str, icon: str, token: str) -> None:
        item = QListWidgetItem(self._workspace.icon(icon, token), text, self.list)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ", "))

    def _buttons(self) -> QHBoxLayout:
        self.folder = QPushButton(self.tr("Open its folder"))
        set_theme_icon(self._workspace, self.folder, "folder-open")
        self.folder.clicked.connect(self._open_folder)
        self.place: QLabel = kind_label("", "muted", wrap=True)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.go = primary_button(self.tr("Open this one"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._open)
        return in_row(self.folder, (self.place, 1), close, self.go)

    # ---------------------------------------------------------------- acting

    def _path(self) -> Path:
        candidate = self.candidate()
        return candidate.path if candidate else self.damaged.path

    def _selected(self, _row: int) -> None:
        self.go.setEnabled(self.candidate() is not None)
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("This file cannot be read."))
        self.place.setText(path_words(self._path().parent))

    def _open_folder(self) -> None:
        open_folder(self._workspace, self._path().parent)

    def _open(self) -> None:
        candidate = self.candidate()
        if candidate is not None:
            self.accept()
            self.chosen.emit(candidate)


def _moment(at: datetime) -> str:
    return f"{day_words(at)}, {clock_words(at)}"
