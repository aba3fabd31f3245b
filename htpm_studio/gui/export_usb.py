"""Copying a finished kit to a stick: the drives to choose from, how far it is, and when it is safe to remove."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from htpm_studio.gui import usb
from htpm_studio.gui.choices_fields import kind_label, restyle, themed
from htpm_studio.gui.export_job import exporter_of
from htpm_studio.gui.export_parts import size_words
from htpm_studio.gui.spoken import told
from htpm_studio.gui.tasks import Task
from htpm_studio.gui.usb import Drive
from htpm_studio.gui.workspace import Workspace
from htpm_studio.jobs import Progress


class UsbCopy(QWidget):
    """The part below the buttons of a result; hidden until somebody asks for a copy."""

    busy_changed = Signal(bool)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.folders: tuple[Path, ...] = ()
        self.words: QLabel = kind_label("", "", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Copied to the drive"))
        self.stop_button = QPushButton(self.tr("Stop"))
        themed(workspace, self.stop_button, "x")
        self.stop_button.clicked.connect(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, self.bar, self.stop_button):
            column.addWidget(widget)
        self.menu: QMenu | None = None
        self._task: Task | None = None
        self.hide()

    def reset(self, folders: tuple[Path, ...]) -> None:
        """Be ready for the kits in these folders."""
        if self._task is None:
            self.folders = folders
            self.hide()

    def ask(self, anchor: QWidget) -> None:
        """Look for drives, then offer them below a button."""
        if self._task is not None:
            return
        self._say(self.tr("Looking for drives…"))
        self._task = exporter_of(self.workspace).runner.start(lambda _context: usb.drives())
        self._task.succeeded.connect(lambda found: self._offer(found, anchor))
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._over)
        self._busy(on=True)

    def _offer(self, found: Sequence[Drive], anchor: QWidget) -> None:
        self.hide()
        if not found:
            self._say(self.tr("No stick was found. Plug it in, then press the button again."))
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
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Copy the kit to"), str(Path.home()))
        if chosen:
            self.copy(Path(chosen), Path(chosen).name)

    def copy(self, root: Path, name: str) -> None:
        """Copy the kits to a drive."""
        folders = self.folders
        self._say(self.tr("Copying to {name}").format(name=name), busy=True)
        self._task = exporter_of(self.workspace).runner.start(lambda context: usb.copy_to(folders, root, context))
        self._task.progress.connect(self._step)
        self._task.succeeded.connect(lambda made: self._done(made, name))
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(lambda: self._say(self.tr("Stopped. Nothing is left on the drive.")))
        self._task.finished.connect(self._over)
        self._busy(on=True)

    def stop(self) -> None:
        """Stop copying."""
        if self._task is not None:
            self._task.cancel()

    def _step(self, progress: Progress) -> None:
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)

    def _done(self, made: Sequence[Path], name: str) -> None:
        count = len(usb.files_of(tuple(made)))
        words = self.tr("{count} files are on {name} and were compared. Safe to remove.").format(count=count, name=name)
        self._say(words, kind="ok")
        self.workspace.announce(words)

    def _failed(self, error: Exception) -> None:
        self._say(self.tr("{reason} The kit on this computer is complete.").format(reason=told(error)), kind="warn")

    def _over(self) -> None:
        self._task = None
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
        self.show()
