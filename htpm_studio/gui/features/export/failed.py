"""An export that could not go on: why, and ways out, of which the first fits what happened."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from htpm_studio import paths
from htpm_studio.errors import InputError
from htpm_studio.export.atomic_output import DiskFullError, DriveGoneError, UnwritableError
from htpm_studio.export.file_lock import BusyError
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.export.widgets import breakable
from htpm_studio.gui.i18n.formats import path_words
from htpm_studio.gui.style.icons import show_mark
from htpm_studio.gui.widgets.error_dialog import WayOut
from htpm_studio.gui.widgets.fields import MARGIN, kind_label
from htpm_studio.gui.widgets.panels import notice, title_label


@dataclass(frozen=True, slots=True)
class Acts:
    """What can be done after a failure: write to a named folder, to one that is asked for, again, or choose anew."""

    write_to: Callable[[Path], None]
    ask_folder: Callable[[], None]
    again: Callable[[], None]
    choose: Callable[[], None]


def ways_out(error: Exception, failed: Path, size: int, acts: Acts) -> tuple[WayOut, ...]:
    """What to do about a failure in the folder `failed`, the best first; a kit is about `size` bytes."""
    other = other_folder(failed, size, another_disk=isinstance(error, DiskFullError))
    there = () if other is None else (
        WayOut(_tr("Write it to {folder}").format(folder=path_words(other)), _tr("Write it there"),
               lambda: acts.write_to(other)),
    )  # fmt: skip
    ask = WayOut(_tr("Choose another folder"), _tr("Choose a folder…"), acts.ask_folder)
    if isinstance(error, DiskFullError):
        return *there, ask, _again(_tr("Free up space on the disk, then try again"), acts)
    if isinstance(error, DriveGoneError):
        return _again(_tr("Plug the drive in, then try again"), acts), *there, ask
    if isinstance(error, BusyError):
        return _again(_tr("Try again when the other one is finished"), acts), *there, ask
    same = _again(_tr("Try again in the same folder"), acts)
    if isinstance(error, UnwritableError):
        return *there, ask, same
    if isinstance(error, InputError):
        return WayOut(_tr("Change what is exported"), _tr("Change choices"), acts.choose), same
    return same, *there, ask


def _again(words: str, acts: Acts) -> WayOut:
    return WayOut(words, _tr("Try again"), acts.again)


def other_folder(failed: Path, size: int, *, another_disk: bool) -> Path | None:
    """Another place for kits: Documents, the desktop or the home folder, where a kit of that size has room.

    The place that failed is none, nor is one on the same disk when another disk is asked for.
    """
    home, desktop = Path.home(), QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
    roots: tuple[Path, ...] = (paths.user_documents(), *((Path(desktop),) if desktop else ()), home)
    for root in roots:
        place = root / "Kits"
        near = _nearest(place)
        if place == failed or near is None or shutil.disk_usage(near).free < size:
            continue
        below = _nearest(failed)
        if not another_disk or (below is not None and below.stat().st_dev != near.stat().st_dev):
            return place
    return None


def _nearest(path: Path) -> Path | None:
    """The folder itself, or the first above it that is there."""
    return next((one for one in (path, *path.parents) if one.is_dir()), None)


class FailedPage(QWidget):
    """Shown when an export could not go on: why, and a button for each way out."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        self._column.setSpacing(10)
        self._column.addWidget(title_label(self.tr("The kit could not be written")))
        frame, inside = notice("error")
        self.icon = QLabel()
        show_mark(self.icon, workspace.icon("circle-alert", "error"), 20)
        self.reason = kind_label("", "", wrap=True)
        inside.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.reason, 1)
        self._column.addWidget(frame)
        safe, beside = notice("ok")
        words = self.tr("Nothing is lost. Your edits are saved, and existing kits are unchanged.")
        beside.addWidget(kind_label(words, "", wrap=True))
        self._column.addWidget(safe)
        self._column.addStretch(1)
        self.buttons: list[QPushButton] = []
        workspace.theme_changed.connect(lambda: show_mark(self.icon, workspace.icon("circle-alert", "error"), 20))

    def refresh(self, reason: str, choices: Sequence[WayOut]) -> None:
        """Show why, and what can be done, the best first."""
        self.reason.setText(breakable(reason))
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for choice in choices:
            button = QPushButton(choice.text)
            button.setProperty("kind", "" if self.buttons else "primary")
            button.clicked.connect(lambda _on=False, one=choice: one.act())
            self._column.insertWidget(self._column.count() - 1, button)
            self.buttons.append(button)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)
