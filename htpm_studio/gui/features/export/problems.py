"""What went wrong with an export: files that want attention, and an export that could not go on, with ways out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from htpm_studio import paths
from htpm_studio.errors import Diagnostic, InputError
from htpm_studio.export.disk.atomic_output import DiskFullError, DriveGoneError, UnwritableError
from htpm_studio.export.disk.file_lock import BusyError
from htpm_studio.export.preflight.missing_letters import with_letters_once
from htpm_studio.export.preflight.pages import UNDESCRIBED
from htpm_studio.export.run.results import ExportResult
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import path_words, translate
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import STRETCH, at_top, in_column, in_row
from htpm_studio.gui.widgets.dialogs import WayOut
from htpm_studio.gui.widgets.fields import MARGIN, kind_label, link_button, put_icon
from htpm_studio.gui.widgets.labels import breakable
from htpm_studio.gui.widgets.layouts import notice_box, title_label

MOST_REASONS = 4
OF_PHOTOS = ("photo-expired", "photo-small", "photo-flat", UNDESCRIBED)


class Attention(QFrame):
    """A box with a row for each finding that is an error, and for photos that nobody described; hidden without any."""

    def __init__(self, workspace: Workspace, exporter: ExportController, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self._exporter, self._pictures = workspace, exporter, pictures
        self.setFrameShape(QFrame.Shape.Box)
        self.setProperty("kind", "warn")
        self.mark = QLabel()
        show_mark(self.mark, workspace.icon("triangle-alert", "warn"), 18)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        in_row(
            at_top(self.mark),
            (self._column, 1),
            inside=self,
            margins=(12, 10, 12, 10),
            spacing=10,
        )
        self.rows: list[QWidget] = []
        self.more = kind_label("", "muted", wrap=True)
        self.look = link_button(self.tr("Show the checks"))
        self.look.clicked.connect(lambda: workspace.panel_wanted.emit("checks"))
        self._column.addWidget(self.more)
        self._column.addWidget(self.look)

    def show_reasons(self, written: ExportResult) -> None:
        """Show what was replaced, left out or does not fit."""
        for row in self.rows:
            row.deleteLater()
        found = attention_findings(written)
        self.rows = [self._row(written, *one) for one in found[:MOST_REASONS]]
        for number, row in enumerate(self.rows):
            self._column.insertWidget(number, row)
        rest = len(found) - MOST_REASONS
        self.more.setText(self.tr("{count} more are on the start page.").format(count=rest))
        self.more.setVisible(rest > 0)
        self.setVisible(bool(found))

    def _row(self, written: ExportResult, place: str, finding: Diagnostic, more: int) -> QWidget:
        """A finding, its ways out, and in how many more kits it is."""
        row = QWidget()
        titles = {file.path.name: file.title for file in written.files}
        title, words = titles.get(place.rpartition("/")[2], ""), translate(finding.message)
        words = self.tr("{title}: {words}").format(title=title, words=words) if title else words
        if more:
            one, several = self.tr("{words} The same in 1 more kit."), self.tr("{words} The same in {n} more kits.")
            words = (one if more == 1 else several).format(words=words, n=more)
        label = kind_label(words, "", wrap=True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._way_out(finding, label.text()))
        if finding.piece:
            show = link_button(self.tr("Show the piece"))
            show.clicked.connect(lambda: self.workspace.opened.emit(finding.piece))
            buttons.addWidget(show)
        buttons.addStretch(1)
        in_column(label, buttons, inside=row, spacing=4)
        return row

    def _way_out(self, finding: Diagnostic, words: str) -> QPushButton:
        """To the record of a photo, or to the check that asks for one; for everything else, export once more."""
        photos = self.workspace.document.project.photos
        photo = next((one for one in photos if one.source.key == finding.photo), None)
        if finding.code in OF_PHOTOS and photo is not None:
            lacking = finding.code == UNDESCRIBED
            button = QPushButton(self.tr("Describe it") if lacking else self.tr("Open the photo"))
            button.setAccessibleName(self.tr("Open {name}").format(name=photo.name))
            button.clicked.connect(lambda: self._open_record(photo.source.key))
            return button
        button = QPushButton(self.tr("Try again"))
        put_icon(button, self.workspace.icon("rotate-ccw"))
        button.setAccessibleName(self.tr("Try again: {words}").format(words=words))
        button.clicked.connect(self._exporter.try_again)
        return button

    def _open_record(self, picture: str) -> None:
        self._pictures.set_current(picture)
        self.workspace.panel_wanted.emit("record")


def attention_findings(written: ExportResult) -> Sequence[tuple[str, Diagnostic, int]]:
    """The findings that are errors, then photos without a description, with their places.

    Each sentence is there once, and so is what is about one photo, with in how many more kits it is.
    """
    found: dict[str, list[tuple[str, Diagnostic]]] = {}
    for place, finding in sorted(with_letters_once(written.findings), key=lambda one: one[1].code == UNDESCRIBED):
        if finding.severity == "error" or finding.code == UNDESCRIBED:
            about = finding.photo if finding.code in OF_PHOTOS else ""
            sentence = f"{finding.code}|{about}" if about else f"{finding.piece or place}|{finding.message}"
            found.setdefault(sentence, []).append((place, finding))
    return tuple((*rows[0], len(rows) - 1 if rows[0][1].photo else 0) for rows in found.values())


@dataclass(frozen=True, slots=True)
class FailureActions:
    """What can be done after a failure: write to a named folder, to one that is asked for, again, or choose anew."""

    write_to: Callable[[Path], None]
    ask_folder: Callable[[], None]
    again: Callable[[], None]
    choose: Callable[[], None]


def ways_out(error: Exception, failed: Path, size: int, acts: FailureActions) -> tuple[WayOut, ...]:
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


def _again(words: str, acts: FailureActions) -> WayOut:
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
        frame, inside = notice_box("error")
        self.icon = QLabel()
        show_mark(self.icon, workspace.icon("circle-alert", "error"), 20)
        self.reason = kind_label("", "", wrap=True)
        inside.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.reason, 1)
        safe, beside = notice_box("ok")
        words = self.tr("Nothing is lost. Your edits are saved, and existing kits are unchanged.")
        beside.addWidget(kind_label(words, "", wrap=True))
        self._column = in_column(
            title_label(self.tr("The kit could not be written")),
            frame,
            safe,
            STRETCH,
            inside=self,
            margins=(MARGIN, 16, MARGIN, MARGIN),
            spacing=10,
        )
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
