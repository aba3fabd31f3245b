"""The speaker notes of a show: on a second screen with the time and the next slide, or below the slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QElapsedTimer, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.decks.duration import minutes_for
from htpm_studio.export.specs import PageSpec
from htpm_studio.frozen import dataclass

TICK_MS = 500
EDGE, AIR = 24, 12
FORMS = ((0.28, 1.8), (0.28, 1.5), (0.28, 1.3), (0.4, 1.3), (0.4, 1.1), (0.55, 1.1), (0.55, 1.0))
"""How much of the height notes below a slide may take, and how much larger than other text; the best first."""


class NotesWindow(QWidget):
    """This slide, the next one, the notes and the time; buttons and keys steer the show."""

    back_wanted = Signal()
    next_wanted = Signal()
    end_wanted = Signal()
    key_pressed = Signal(QKeyEvent)

    def __init__(
        self, title: str, slides: Sequence[PageSpec], images: Mapping[int, QImage], clock: QElapsedTimer, show: QWidget
    ) -> None:
        super().__init__(show, Qt.WindowType.Window)
        self._slides, self._images, self._clock = slides, images, clock
        self._loops = all(slide.info.advance for slide in slides)
        self._planned = () if self._loops else planned(slides)
        self._index = 0
        self.setWindowTitle(self.tr("Notes: {title}").format(title=title))
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
        self._tell_time()

    def refresh(self, index: int) -> None:
        """Show what belongs to a slide."""
        slides, images = self._slides, self._images
        self._index = index
        self._tell_time()
        self.place.setText(self.tr("{number} of {count}").format(number=index + 1, count=len(slides)))
        last = index + 1 == len(slides)
        then = 0 if last and self._loops else index + 1
        for label, one in ((self.now, index), (self.next, then)):
            image = images.get(one)
            label.set_picture(QPixmap.fromImage(image) if image is not None else QPixmap())
            label.setAccessibleName(slides[one].info.title if one < len(slides) else "")
            if one >= len(slides):
                label.setText(self.tr("This is the last slide."))
        notes = slides[index].info.notes or self.tr("No notes for this slide.")
        if self.words.toPlainText() != notes:
            self.words.setPlainText(notes)

    def _tell_time(self) -> None:
        minutes, seconds = divmod(self._clock.elapsed() // 1000, 60)
        said = self.tr("{minutes}:{seconds} since the start").format(minutes=minutes, seconds=f"{seconds:02}")
        if self._planned:
            until = self.tr("planned until the end of this slide: {minutes}:00").format(
                minutes=self._planned[self._index]
            )
            said = f"{said}, {until}"
        self.time.setText(said)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 20, 20, 20)
        grid.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(self.place)
        head.addStretch(1)
        head.addWidget(self.time)
        foot = QHBoxLayout()
        for words, wanted in (
            (self.tr("Back"), self.back_wanted),
            (self.tr("Next slide"), self.next_wanted),
            (self.tr("End the show"), self.end_wanted),
        ):
            button = QPushButton(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(wanted)
            foot.addWidget(button)
        foot.addStretch(1)
        grid.addLayout(head, 0, 0, 1, 2)
        then = QVBoxLayout()
        coming = QLabel(self.tr("Next"))
        coming.setProperty("kind", "head")
        then.addWidget(coming)
        then.addWidget(self.next, 1)
        grid.addWidget(self.now, 1, 0)
        grid.addLayout(then, 1, 1)
        grid.addWidget(self.words, 2, 0, 1, 2)
        grid.addLayout(foot, 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 3)
        grid.setRowStretch(2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of the show."""
        self.key_pressed.emit(event)


def planned(slides: Sequence[PageSpec]) -> tuple[int, ...]:
    """The minutes from the start to the end of each slide, as the notes plan; one in two parts has them once."""
    before = ("", *(slide.piece for slide in slides))
    pairs = zip(before, slides, strict=False)
    return tuple(accumulate(minutes_for(one.info.notes) if one.piece != last else 0 for last, one in pairs))


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


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes below a slide: what is written, in which letters, and how high the strip is."""

    words: str
    font: QFont
    high: int


def fitted(words: str, plain: QFont, room: QSize) -> Notes:
    """The best form that notes fit in; where none does, they end with three dots after a whole word."""
    notes = Notes("", plain, 0)
    for part, step in FORMS:
        font = QFont(plain)
        font.setPointSizeF(plain.pointSizeF() * step)
        notes = Notes(words, font, round(room.height() * part))
        if _fits(notes, words, room.width()):
            return notes
    parts = words.split(" ")
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _fits(notes, _cut(parts, middle), room.width()) else (low, middle - 1)
    return Notes(_cut(parts, low), notes.font, notes.high)


def _cut(parts: list[str], count: int) -> str:
    return " ".join(parts[:count]).rstrip() + " …"


def _fits(notes: Notes, words: str, width: int) -> bool:
    place = QRect(0, 0, width - 2 * EDGE, 0)
    return (
        QFontMetrics(notes.font).boundingRect(place, Qt.TextFlag.TextWordWrap, words).height() <= notes.high - 2 * AIR
    )
