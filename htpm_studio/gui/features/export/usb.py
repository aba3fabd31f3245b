"""USB drives: which there are, copying a finished kit to one, and when it is safe to remove."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QStorageInfo, Signal
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QPushButton, QWidget

from htpm_studio import paths
from htpm_studio.export.disk.atomic_output import MOUNTS
from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.export.run.copy_kit import NoRoomError, copy_kits, files_of
from htpm_studio.export.run.request import write_subset
from htpm_studio.export.run.subset import KitPart, selection_that_fits
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.core.tasks import Task
from htpm_studio.gui.core.tiles import form_name
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain, path_words, reason_of, size_words
from htpm_studio.gui.widgets.arrange import at_left, in_column
from htpm_studio.gui.widgets.dialogs import ErrorDialog, WayOut, failure_of
from htpm_studio.gui.widgets.fields import kind_label, link_button, restyle, set_theme_icon
from htpm_studio.gui.widgets.files import ask_folder
from htpm_studio.processes.jobs import JobContext, Progress

LINUX_MOUNTS = tuple(f"{place}/" for place in MOUNTS if place != "/Volumes")


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive that can be taken out: its name for people, where it is, and the bytes that are free."""

    name: str
    root: Path
    free: int


def drives() -> tuple[Drive, ...]:
    """The drives that can be taken out and written to, by name; waits for drives that do not answer."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        if not volume.isValid() or not volume.isReady() or volume.isReadOnly() or volume.isRoot():
            continue
        root = volume.rootPath()
        if is_removable(root, bytes(volume.device().data()).decode(errors="replace")):
            name = volume_name(volume.displayName(), root)
            found.append(Drive(name, Path(root), max(0, volume.bytesAvailable())))
    return tuple(sorted(found, key=lambda drive: drive.name.casefold()))


def volume_name(shown: str, root: str) -> str:
    """What a drive is called: where the system shows its place instead, the last word of that."""
    return (Path(root).name or root) if shown in {"", root} else shown


def is_removable(root: str, device: str, platform: str = sys.platform) -> bool:
    """Whether a drive can be taken out, by what the system says of its device or by where it is mounted."""
    if platform == "win32":
        return _windows_kind(root) == 2
    if platform == "darwin":
        return root.startswith("/Volumes/") and device.startswith("/dev/")
    name = device.rpartition("/")[2].rstrip("0123456789").removesuffix("p")
    try:
        if Path(f"/sys/block/{name}/removable").read_text(encoding="ascii").strip() == "1":
            return True
    except (OSError, ValueError):
        pass
    return device.startswith("/dev/") and root.startswith(LINUX_MOUNTS)


def _windows_kind(root: str) -> int:
    """GetDriveType of Windows: 2 is a drive that can be taken out."""
    import ctypes  # noqa: PLC0415 - only there

    library = getattr(ctypes, "windll", None)
    return int(library.kernel32.GetDriveTypeW(root.replace("/", "\\"))) if library else 0


def set_words(parts: Sequence[KitPart]) -> str:
    """What is in a smaller set: "Handouts (Letter, A4), Decks (PDF)"."""
    groups: dict[str, list[str]] = {}
    for part in parts:
        groups.setdefault(part.medium, []).append(form_name(part.form.partition("/")[2]))
    titles: dict[str, str] = {piece.medium: QCoreApplication.translate("Export", piece.title) for piece in CATALOGUE}
    words = QCoreApplication.translate("Export", "{title} ({forms})")
    return ", ".join(words.format(title=titles[medium], forms=", ".join(forms)) for medium, forms in groups.items())


class UsbCopy(QWidget):
    """The part below the buttons of a result; hidden until somebody asks for a copy."""

    busy_changed = Signal(bool)

    def __init__(self, workspace: Workspace, exporter: ExportController) -> None:
        super().__init__()
        self.workspace, self._exporter = workspace, exporter
        self.folders: tuple[Path, ...] = ()
        self.words: QLabel = kind_label("", "", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Copied to the drive"))
        self.stop_button = QPushButton(self.tr("Stop"))
        set_theme_icon(workspace, self.stop_button, "x")
        self.stop_button.clicked.connect(self.stop)
        self.other = link_button(self.tr("Another folder…"))
        self.other.clicked.connect(self._choose)
        in_column(self.words, self.bar, self.stop_button, at_left(self.other), inside=self)
        self.menu: QMenu | None = None
        self.dialog: ErrorDialog | None = None
        self.task: Task | None = None
        self.hide()

    def reset(self, folders: tuple[Path, ...]) -> None:
        """Be ready for the kits in these folders."""
        if self.task is None:
            self.folders = folders
            self.hide()

    def ask(self, anchor: QWidget) -> None:
        """Look for drives, then offer them below a button."""
        if self.task is not None:
            return
        self._say(self.tr("Looking for drives…"))
        self.task = self._exporter.runner.start(lambda _context: drives())
        self.task.succeeded.connect(lambda found: self.offer(found, anchor))
        self.task.failed.connect(self._failed)
        self.task.finished.connect(self._over)
        self._busy(on=True)

    def offer(self, found: Sequence[Drive], anchor: QWidget) -> None:
        """Show the drives that were found in a menu at a button."""
        self.hide()
        if not found:
            self._say(self.tr("No USB drive was found. Plug one in, then press the button again."))
            self.other.show()
        menu = QMenu(self)
        for drive in found:
            text = self.tr("{name}, {free} free").format(name=drive.name, free=size_words(drive.free))
            action = menu.addAction(self.workspace.icon("usb"), text)
            action.triggered.connect(lambda _on=False, one=drive: self.copy(one.root, one.name))
        menu.addSeparator()
        menu.addAction(self.tr("Another folder…")).triggered.connect(self._choose)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        if found:
            menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _choose(self) -> None:
        chosen = ask_folder(self.workspace, self, "copy", self.tr("Copy the kit to"))
        if chosen is not None:
            self.copy(chosen, chosen.name)

    def copy(self, root: Path, name: str) -> None:
        """Copy the kits to a drive."""
        folders = self.folders
        self._start(lambda context: copy_kits(folders, root, context), root, name)

    def copy_smaller(self, parts: Sequence[KitPart], root: Path, name: str) -> None:
        """Copy only what fits."""
        request, written, run = self._exporter.request, self._exporter.written, self.workspace.run_work
        if request is None or written is None:
            return

        def work(context: JobContext) -> tuple[Path, ...]:
            with TemporaryDirectory(prefix="htpm-studio-") as place:
                job = partial(write_subset, request, written, tuple(parts), Path(place), paths.folders())
                made = run(job, context, lambda _told: None)
                return copy_kits(made, root, context)

        self._start(work, root, name)

    def _start(self, work: Callable[[JobContext], tuple[Path, ...]], root: Path, name: str) -> None:
        if self.task is not None:
            return
        self._say(self.tr("Copying to {name}").format(name=name), busy=True)
        self.task = self._exporter.runner.start(work)
        self.task.progress.connect(self._step)
        self.task.succeeded.connect(lambda made: self._done(made, name))
        self.task.failed.connect(lambda error: self._not_copied(error, root, name))
        self.task.cancelled.connect(lambda: self._say(self.tr("Stopped. Nothing is left on the drive.")))
        self.task.finished.connect(self._over)
        self._busy(on=True)

    def stop(self) -> None:
        """Stop copying."""
        if self.task is not None:
            self.task.cancel()

    def _step(self, progress: Progress) -> None:
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)

    def _done(self, made: Sequence[Path], name: str) -> None:
        count = len(files_of(tuple(made)))
        words = self.tr("{count} files were copied to {name} and compared. You can remove the drive.").format(
            count=count, name=name
        )
        self._say(words, kind="ok")
        self.workspace.announce(words)

    def _not_copied(self, error: Exception, root: Path, name: str) -> None:
        if not isinstance(error, NoRoomError):
            self._failed(error)
            return
        self.hide()
        written = self._exporter.written
        parts = selection_that_fits(written, error.free) if written is not None and error.free else ()
        choices = [
            WayOut(
                self.tr("Free up space on the USB drive, then try again"),
                self.tr("Try again"),
                lambda: self.copy(root, name),
            ),
            WayOut(self.tr("Choose another place"), self.tr("Choose a folder…"), self._choose),
        ]
        if parts:
            size = size_words(sum(part.size for part in parts))
            words = self.tr("Copy only {pieces}, {size}").format(pieces=set_words(parts), size=size)
            choices.insert(
                0, WayOut(words, self.tr("Copy the smaller set"), lambda: self.copy_smaller(parts, root, name))
            )
        where = path_words(self.folders[0].parent) if self.folders else ""
        safe = self.tr("All files are still in {folder}, and your edits are saved.").format(folder=where)
        why = self.tr("“{name}” is too full. {reason}").format(name=name, reason=reason_of(error))
        failure = failure_of(self.tr("The kit could not be copied to the USB drive"), error, safe, tuple(choices))
        self.dialog = ErrorDialog(replace(failure, why=why), self.workspace, self.workspace.window)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _failed(self, error: Exception) -> None:
        self._say(self.tr("{reason} The kit on this computer is complete.").format(reason=explain(error)), kind="warn")

    def _over(self) -> None:
        self.task = None
        self._busy(on=False)

    def _busy(self, *, on: bool) -> None:
        self.busy_changed.emit(on)

    def _say(self, words: str, kind: str = "", *, busy: bool = False) -> None:
        self.words.setText(words)
        self.words.setProperty("kind", kind)
        self.words.setMargin(8 if kind else 0)
        restyle(self.words)
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0)
        self.stop_button.setVisible(busy)
        self.other.hide()
        self.show()
