"""The status bar: whether all is saved, what runs, and that nothing is sent anywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar, QWidget

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import in_row

ICON = 16


class StatusBar(QStatusBar):
    """Fed by the workspace's signals."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setSizeGripEnabled(False)
        self._good, self._width_class = True, ""
        self.saved_icon, self.saved = QLabel(self), QLabel(self)
        self.job, self.progress = QLabel(self), QProgressBar(self)
        self.progress.setMaximumWidth(160)
        self.progress.setTextVisible(False)
        self.offline_icon, self.offline = QLabel(self), QLabel(self)
        self._build()
        workspace.saved_changed.connect(self.set_saved)
        workspace.job_changed.connect(self.set_job)
        workspace.theme_changed.connect(self.restyle)
        self.set_job("", 0, 0)
        self.restyle()

    def _build(self) -> None:
        left = self._group(self.saved_icon, self.saved, self.job, self.progress)
        right = self._group(self.offline_icon, self.offline)
        for label in (self.saved, self.offline, self.saved_icon, self.offline_icon):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.addWidget(left)
        self.addPermanentWidget(right)

    def _group(self, *widgets: QWidget) -> QWidget:
        group = QWidget(self)
        group.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = in_row(inside=group, margins=(8, 0, 8, 0), spacing=6)
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

    def set_width_class(self, name: str) -> None:
        """Shorten what does not fit a compact window."""
        self._width_class = name
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
