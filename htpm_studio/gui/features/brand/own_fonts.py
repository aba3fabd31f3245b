"""Fonts of the user: one row for headlines, one for all other text; files are read in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.gui.core.dnd_files import paths_in, sort_of
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.translate import told, translate
from htpm_studio.gui.widgets.fields import kind_label, link_button, restyle
from htpm_studio.gui.widgets.file_dialogs import ask_files
from htpm_studio.jobs import JobContext
from htpm_studio.project.model import FontUse, names_in, with_own_font
from htpm_studio.project.own_fonts import OwnFont, load_font
from htpm_studio.scene.nodes import FontSource

BAR_AFTER_MS = 400


class FontRow(QWidget):
    """Which font one kind of text has, and the way to another. `settled` follows every attempt."""

    settled = Signal()

    def __init__(self, workspace: Workspace, reader: TaskRunner, use: FontUse) -> None:
        super().__init__()
        self._workspace, self._document, self.use = workspace, workspace.document, use
        self._reader = reader
        self._task: Task | None = None
        self.setAcceptDrops(True)
        heading = use == "heading"
        self.title = self.tr("Headlines") if heading else self.tr("All other text")
        self.family = kind_label("", "muted", wrap=True)
        self.choose_button = link_button(self.tr("Choose a file…"))
        self.choose_button.setAccessibleName(
            self.tr("Choose a font file for headlines") if heading else self.tr("Choose a font file for all other text")
        )
        self.choose_button.clicked.connect(self.choose)
        self.remove_button = link_button(self.tr("Remove"))
        self.remove_button.setAccessibleName(
            self.tr("Remove your font for headlines") if heading else self.tr("Remove your font for all other text")
        )
        self.remove_button.clicked.connect(self.remove)
        self.sentence = kind_label("", "muted", wrap=True)
        self.sentence.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(6)
        self.bar.setAccessibleName(self.tr("Reading the font"))
        self.bar.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(kind_label(self.title, "head"))
        words.addWidget(self.family)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.sentence)
        self._bar_timer = QTimer(self)
        self._bar_timer.setSingleShot(True)
        self._bar_timer.setInterval(BAR_AFTER_MS)
        self._bar_timer.timeout.connect(self.bar.show)
        self._document.changed.connect(self.refresh)
        self.refresh()

    @property
    def faces(self) -> tuple[FontSource, ...]:
        """The faces of the user's font; none where that of the pair is used."""
        brand = self._document.project.brand
        return brand.heading_font if self.use == "heading" else brand.text_font

    def refresh(self, *_: object) -> None:
        """Name the font in force."""
        faces = self.faces
        self.family.setText(faces[0].family if faces else self.tr("From the pair above"))
        self.remove_button.setVisible(bool(faces))

    def choose(self) -> None:
        """Ask for the files of a font."""
        kinds = self.tr("Fonts (*.ttf *.otf *.woff2 *.woff);;All files (*)")
        paths = ask_files(self._workspace, self, "font", self.tr("Choose a font"), kinds)
        if paths:
            self.take(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Read files as the font, one for each weight."""
        names, use = names_in(self._document.project), self.use

        def job(context: JobContext) -> OwnFont:
            return load_font(tuple(paths), use, context, names)

        if self._task is not None:
            self._task.cancel()
        task = self._reader.start(job)
        self._task = task
        self._say("")
        self._bar_timer.start()
        task.succeeded.connect(lambda font: self._use(task, font))
        task.failed.connect(lambda error: self._refuse(task, error))
        task.finished.connect(lambda: self._finish(task))

    def remove(self) -> None:
        """Go back to the font of the pair."""
        self._say("")
        self._change(self.tr("Remove font"), ())
        self.choose_button.setFocus()

    def _use(self, task: Task, font: OwnFont) -> None:
        if task is self._task:
            self._change(self.tr("Use font"), font.faces)
            install = self.tr("Decks and Word files name it: install it where you edit or show them.")
            self._say("\n".join([*(translate(note) for note in font.notes), install]))

    def _refuse(self, task: Task, error: BaseException) -> None:
        if task is self._task:
            known = isinstance(error, StudioError)
            self._say(told(error) if known else self.tr("This file is not a font that can be read."), bad=True)

    def _finish(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._bar_timer.stop()
            self.bar.hide()
            self.settled.emit()

    def _change(self, step: str, faces: tuple[FontSource, ...]) -> None:
        project = self._document.project
        self._document.change(step, replace(project, brand=with_own_font(project.brand, self.use, faces)))

    def _say(self, sentence: str, *, bad: bool = False) -> None:
        self.sentence.setProperty("kind", "warn" if bad else "muted")
        restyle(self.sentence)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if sentence:
            self._workspace.announce(sentence)

    # ---------------------------------------------------------------- drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take font files."""
        if sort_of(paths_in(event.mimeData())) == "font":
            event.acceptProposedAction()
            self.family.setText(self.tr("Use this font"))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802
        """Back to the usual words."""
        self.refresh()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Use the dropped files."""
        self.refresh()
        paths = paths_in(event.mimeData())
        if sort_of(paths) == "font":
            event.acceptProposedAction()
            self.take(paths)
