"""The status bar: whether all is saved, how much there is, what runs, and how large the tiles are."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QSlider, QStatusBar, QToolButton, QWidget

from htpm_studio.errors import InputError
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import WITH_KIT
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.controllers.posting import PostingController
from htpm_studio.gui.core.shell_interface import LARGEST, SMALLEST
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import size_words
from htpm_studio.gui.pickers.picture_model import picture_entries
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.fields import put_icon

STEPS = 100
ICON, APART = 16, 8


def zoom_at(step: int) -> float:
    """The zoom of a step of the slider: equal steps are equal factors."""
    return float(SMALLEST * (LARGEST / SMALLEST) ** (step / STEPS))


def step_of(zoom: float) -> int:
    """The step nearest to a zoom."""
    return round(STEPS * math.log(zoom / SMALLEST) / math.log(LARGEST / SMALLEST))


class StatusBar(QStatusBar):
    """Fed by the workspace's signals; the slider reports the zoom that is wanted."""

    zoom_wanted = Signal(float)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setSizeGripEnabled(False)
        self._good, self._width_class = True, ""
        self.saved_icon, self.saved, self.counts = QLabel(self), QLabel(self), QLabel(self)
        self.job, self.progress = QLabel(self), QProgressBar(self)
        self.progress.setMaximumWidth(160)
        self.progress.setTextVisible(False)
        self.offline_icon, self.offline = QLabel(self), QLabel(self)
        self.smaller, self.larger = QToolButton(self), QToolButton(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self._build()
        workspace.saved_changed.connect(self.set_saved)
        workspace.job_changed.connect(self.set_job)
        workspace.theme_changed.connect(self.restyle)
        self.set_job("", 0, 0)
        self.restyle()

    def _build(self) -> None:
        self.slider.setRange(0, STEPS)
        self.slider.setValue(step_of(1.0))
        self.slider.setFixedWidth(96)
        self.slider.setAccessibleName(self.tr("Size of the pictures"))
        self.slider.valueChanged.connect(lambda step: self.zoom_wanted.emit(zoom_at(step)))
        for button, words, step in (
            (self.smaller, self.tr("Smaller pictures"), -10),
            (self.larger, self.tr("Larger pictures"), 10),
        ):
            button.setProperty("kind", "quiet")
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setAutoRepeat(True)
            button.setStyleSheet("padding: 3px")
            button.clicked.connect(lambda _checked=False, by=step: self.slider.setValue(self.slider.value() + by))
        self.counts.setContentsMargins(APART, 0, APART, 0)
        left = self._group(self.saved_icon, self.saved, self.counts, self.job, self.progress)
        right = self._group(self.offline_icon, self.offline, self.smaller, self.slider, self.larger)
        for label in (self.saved, self.offline, self.saved_icon, self.offline_icon):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.addWidget(left)
        self.addPermanentWidget(right)

    def _group(self, *widgets: QWidget) -> QWidget:
        group = QWidget(self)
        group.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(group)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        for widget in widgets:
            row.addWidget(widget)
        return group

    def set_saved(self, text: str, good: bool) -> None:
        """Where the kit is kept, as a sentence, and whether all is well; "" says nothing."""
        self._good = good
        self.saved.setText(text)
        self.saved.setProperty("kind", "" if good else "warn")
        self.saved.style().polish(self.saved)
        self.saved_icon.setVisible(bool(text))
        self.restyle()

    def set_job(self, text: str, done: int, total: int) -> None:
        """What runs in the background; "" when nothing does."""
        self.job.setText(text)
        self.job.setVisible(bool(text))
        self.progress.setVisible(bool(text) and total > 0)
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)
        self.progress.setAccessibleName(text)
        self._shorten()

    def say(self, text: str) -> None:
        """A line for the moment, such as where a dragged file may go; "" takes it away."""
        if text:
            self.showMessage(text)
        else:
            self.clearMessage()

    def set_zoom(self, zoom: float) -> None:
        """Show a zoom that came from elsewhere."""
        if step_of(zoom) != self.slider.value():
            blocked = self.slider.blockSignals(True)
            self.slider.setValue(step_of(zoom))
            self.slider.blockSignals(blocked)
        self.slider.setToolTip(self.tr("{percent}%").format(percent=round(zoom * 100)))

    def set_width_class(self, name: str) -> None:
        """Shorten what does not fit a compact window."""
        self._width_class = name
        for widget in (self.counts, self.smaller, self.slider, self.larger):
            widget.setVisible(name != "compact")
        self._shorten()

    def _shorten(self) -> None:
        """What runs needs room too: in a narrow window the promise is short while something does."""
        running = bool(self.job.text())
        short = self._width_class == "compact" or (running and self._width_class == "medium")
        self.offline.setText(self.tr("Works offline") if short else self.tr("Works offline. Nothing is sent anywhere."))

    def restyle(self) -> None:
        """Draw the icons in the colors of the theme."""
        icon = self._workspace.icon
        show_mark(self.saved_icon, icon(*(("check", "ok") if self._good else ("triangle-alert", "warn"))), ICON)
        self.saved_icon.setVisible(bool(self.saved.text()))
        show_mark(self.offline_icon, icon("shield-check"), ICON)
        put_icon(self.smaller, icon("zoom-out"))
        put_icon(self.larger, icon("zoom-in"))


def count_text(workspace: Workspace, pictures: PicturesController, posting: PostingController, page: str) -> str:
    """Pictures on their page, posts on the calendar, and everywhere else the pieces and files of the kit."""
    if page == "pictures":
        return _pictures(pictures)
    if page == "calendar":
        return _posts(posting)
    return _pieces(workspace)


def _pictures(pictures: PicturesController) -> str:
    sources = [entry.source for entry in picture_entries(pictures) if entry.source is not None]
    words = QCoreApplication.translate("StatusBar", "{count} pictures, {size}")
    return words.format(count=len(sources), size=size_words(sum(len(source.data) for source in sources)))


def _posts(posting: PostingController) -> str:
    waiting = len(posting.waiting())
    planned = len(posting.posts()) - waiting
    words = QCoreApplication.translate("StatusBar", "{planned} posts planned")
    if waiting:
        words = QCoreApplication.translate("StatusBar", "{planned} posts planned, {waiting} waiting")
    return words.format(planned=planned, waiting=waiting)


def _pieces(workspace: Workspace) -> str:
    try:
        specs = plan(workspace.document.kit())
    except InputError:
        specs = ()
    files = len({spec.path for spec in specs})
    words = QCoreApplication.translate("StatusBar", "{pieces} pieces, {files} files")
    text = words.format(pieces=len({spec.piece for spec in specs}), files=files + WITH_KIT if files else 0)
    if (selected := len(workspace.selection)) > 1:
        words = QCoreApplication.translate("StatusBar", "{counts}, {selected} selected")
        text = words.format(counts=text, selected=selected)
    return text
