"""What the speaker sees on the second screen: this slide, the next one, the notes, and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from htpm_studio.gui.features.presenter.slides import Show

TICK_MS = 500


class NotesWindow(QWidget):
    """Follows a show and steers it; its keys are those of the show."""

    def __init__(self, show: Show) -> None:
        super().__init__(show, Qt.WindowType.Window)
        self._show = show
        self.setWindowTitle(self.tr("Notes: {title}").format(title=show.talk.title))
        self.setProperty("pane", "true")
        self.now, self.next = _Slide(), _Slide()
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setAccessibleName(self.tr("Speaker notes"))
        self.words.setProperty("kind", "notes")
        self.place, self.time = QLabel(), QLabel()
        self.place.setProperty("kind", "head")
        self._build()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._tell_time)
        self._tick.start(TICK_MS)
        show.moved.connect(self.refresh)
        self.refresh(show.index)
        self._tell_time()

    def refresh(self, index: int) -> None:
        """Show what belongs to a slide."""
        slides, images = self._show.talk.slides, self._show.images
        self.place.setText(self.tr("{number} of {count}").format(number=index + 1, count=len(slides)))
        for label, one in ((self.now, index), (self.next, index + 1)):
            image = images.get(one)
            label.set_picture(QPixmap.fromImage(image) if image is not None else QPixmap())
            label.setAccessibleName(slides[one].info.title if one < len(slides) else "")
            if one >= len(slides):
                label.setText(self.tr("This is the last slide."))
        notes = slides[index].info.notes or self.tr("No notes for this slide.")
        if self.words.toPlainText() != notes:
            self.words.setPlainText(notes)

    def _tell_time(self) -> None:
        minutes, seconds = divmod(self._show.clock.elapsed() // 1000, 60)
        self.time.setText(
            self.tr("{minutes}:{seconds} since the start").format(minutes=minutes, seconds=f"{seconds:02}")
        )

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 20, 20, 20)
        grid.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(self.place)
        head.addStretch(1)
        head.addWidget(self.time)
        foot = QHBoxLayout()
        for words, act in (
            (self.tr("Back"), self._show.go_back),
            (self.tr("Next slide"), self._show.go_on),
            (self.tr("End the show"), self._show.close),
        ):
            button = QPushButton(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, one=act: one())
            foot.addWidget(button)
        foot.addStretch(1)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.now, 1, 0)
        grid.addWidget(self.next, 1, 1)
        grid.addWidget(self.words, 2, 0, 1, 2)
        grid.addLayout(foot, 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 3)
        grid.setRowStretch(2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of the show."""
        self._show.keyPressEvent(event)


class _Slide(QLabel):
    """A picture that is as large as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setWordWrap(True)

    def set_picture(self, picture: QPixmap) -> None:
        """Show a picture, or nothing when it is null."""
        self._picture = picture
        self.clear()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The whole picture, however large the window is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull() or self.size().isEmpty():
            return
        ratio = self.devicePixelRatioF()
        fit = self._picture.scaled(
            self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fit.setDevicePixelRatio(ratio)
        self.setPixmap(fit)
