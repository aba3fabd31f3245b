"""A damaged kit file and everything that can replace it: when each is from, what it holds, and which to open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.campaigns import month_of
from htpm_studio.gui.core.appearance import list_style
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.formats import clock, day_words, month_words, path_words, size_words
from htpm_studio.gui.i18n.translate import explain
from htpm_studio.gui.kit_file.recovery import Candidate, Damaged
from htpm_studio.gui.widgets.dialogs import ScaledDialog, wide_for
from htpm_studio.gui.widgets.fields import kind_label, line, themed
from htpm_studio.gui.widgets.files import open_folder
from htpm_studio.gui.widgets.layouts import title_label


class TwoVersionsDialog(QDialog):
    """`chosen` carries the candidate to open. Nothing is changed or removed here."""

    chosen = Signal(object)

    def __init__(self, damaged: Damaged, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.damaged, self._workspace = damaged, workspace
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("HTPM Studio"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title_label(self.tr("What was saved of {name}").format(name=damaged.path.name)))
        words = self.tr("Choose one to open. The others stay where they are, and the damaged file is not changed.")
        column.addWidget(kind_label(words, "muted", wrap=True))
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
        column.addWidget(self.list, 1)
        column.addWidget(line())
        column.addLayout(self._buttons())
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
        themed(self._workspace, self.folder, "folder-open")
        self.folder.clicked.connect(self._open_folder)
        self.place: QLabel = kind_label("", "muted", wrap=True)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.go = QPushButton(self.tr("Open this one"))
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addWidget(self.place, 1)
        row.addWidget(close)
        row.addWidget(self.go)
        return row

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
    return f"{day_words(at)}, {clock(at)}"
