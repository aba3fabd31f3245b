"""What wants attention in a finished export: each reason with the way to make that file once more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from htpm_studio.errors import Diagnostic
from htpm_studio.export.missing_letters import with_letters_once
from htpm_studio.export.preflight.pages import UNDESCRIBED
from htpm_studio.export.results import ExportResult
from htpm_studio.gui.components.exporter import Exporter
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.translate import translate
from htpm_studio.gui.style.icons import show_mark
from htpm_studio.gui.widgets.fields import kind_label, link_button, put_icon

MOST_REASONS = 4
OPEN_ELSEWHERE = "in-use"
OF_PHOTOS = ("photo-expired", "photo-small", "photo-flat")


class Attention(QFrame):
    """A box with a row for each finding that is an error, and for photos that nobody described; hidden without any."""

    def __init__(self, workspace: Workspace, exporter: Exporter, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self._exporter, self._pictures = workspace, exporter, pictures
        self.setFrameShape(QFrame.Shape.Box)
        self.setProperty("kind", "warn")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(10)
        self.mark = QLabel()
        show_mark(self.mark, workspace.icon("triangle-alert", "warn"), 18)
        inside.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        inside.addLayout(self._column, 1)
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
        found = reasons(written)
        self.rows = [self._row(written, *one) for one in found[:MOST_REASONS]]
        for number, row in enumerate(self.rows):
            self._column.insertWidget(number, row)
        rest = len(found) - MOST_REASONS
        self.more.setText(self.tr("{count} more are on the start page.").format(count=rest))
        self.more.setVisible(rest > 0)
        self.setVisible(bool(found))

    def _row(self, written: ExportResult, place: str, finding: Diagnostic) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        titles = {file.path.name: file.title for file in written.files}
        title, words = titles.get(place.rpartition("/")[2], ""), translate(finding.message)
        label = kind_label(
            self.tr("{title}: {words}").format(title=title, words=words) if title else words, "", wrap=True
        )
        column.addWidget(label)
        buttons = QHBoxLayout()
        buttons.addWidget(self._way_out(place, finding, label.text()))
        if finding.piece:
            show = link_button(self.tr("Show the piece"))
            show.clicked.connect(lambda: self.workspace.opened.emit(finding.piece))
            buttons.addWidget(show)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return row

    def _way_out(self, place: str, finding: Diagnostic, words: str) -> QPushButton:
        """To the record of a photo, or to the check that asks for one; for everything else, make the file once more."""
        photos = self.workspace.document.project.photos
        photo = next((one for one in photos if one.source.key == finding.photo), None)
        if finding.code in OF_PHOTOS and photo is not None:
            button = QPushButton(self.tr("Open the record"))
            button.setAccessibleName(self.tr("Open the record of {name}").format(name=photo.name))
            button.clicked.connect(lambda: self._open_record(photo.source.key))
            return button
        if finding.code == UNDESCRIBED:
            button = QPushButton(self.tr("Describe it"))
            button.setAccessibleName(self.tr("Describe it: {words}").format(words=words))
            button.clicked.connect(lambda: self.workspace.panel_wanted.emit("checks"))
            return button
        button = QPushButton(self.tr("Try again"))
        put_icon(button, self.workspace.icon("rotate-ccw"))
        button.setAccessibleName(self.tr("Try again: {words}").format(words=words))
        names = frozenset(filter(None, (finding.piece or place,)))
        button.clicked.connect(lambda: self._again(names, anew=finding.code != OPEN_ELSEWHERE))
        return button

    def _open_record(self, picture: str) -> None:
        self._pictures.set_current(picture)
        self.workspace.panel_wanted.emit("record")

    def _again(self, names: frozenset[str], *, anew: bool) -> None:
        """Make the named pieces once more; without a name the whole kit, as anything may be concerned."""
        exporter = self._exporter
        if names or not anew:
            exporter.make_again(names or frozenset({OPEN_ELSEWHERE}))
        elif exporter.request is not None:
            exporter.start(exporter.request)


def reasons(written: ExportResult) -> Sequence[tuple[str, Diagnostic]]:
    """The findings that are errors, then photos without a description, each sentence once, with its place."""
    found: dict[str, tuple[str, Diagnostic]] = {}
    for place, finding in sorted(with_letters_once(written.findings), key=lambda one: one[1].code == UNDESCRIBED):
        if finding.severity == "error" or finding.code == UNDESCRIBED:
            found.setdefault(f"{finding.piece or place}|{finding.message}", (place, finding))
    return tuple(found.values())
