"""What the room sees: one slide on black, on a whole screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from htpm_studio.frozen import dataclass
from htpm_studio.gui.features.presenter.show import Show
from htpm_studio.gui.features.presenter.talk import minutes_words

NAME = "show"
EDGE, AIR = 24, 12
FORMS = ((0.28, 1.8), (0.28, 1.5), (0.28, 1.3), (0.4, 1.3), (0.4, 1.1), (0.55, 1.1), (0.55, 1.0))
"""How much of the height notes below a slide may take, and how much larger than other text; the best first."""
ASKED_MS = 8000
"""How long the room's screen asks whether notes are wanted on it."""
WHITE, BLACK = QColor(255, 255, 255), QColor(0, 0, 0)


class RoomWindow(QWidget):
    """The slides of a talk on a whole screen. Notes are on it only where somebody says so twice (`notes_below`)."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName(NAME)
        self.setWindowTitle(show.talk.title)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.running = show
        self.alone = True
        self.notes_below = self.asking = False
        self._asked = QTimer(self, singleShot=True, interval=ASKED_MS)
        self._asked.timeout.connect(self._do_not_ask)
        show.moved.connect(self.refresh)
        show.drawn.connect(self.update)
        show.ticked.connect(lambda: self.update() if show.break_words else None)
        self.refresh()

    def refresh(self) -> None:
        """Show what the talk is at."""
        self.setAccessibleName(self.running.words)
        self.setAccessibleDescription(self.running.slide.page.info.notes)
        if self.isVisible():
            self._measure()
        self.update()

    def set_alone(self, *, alone: bool) -> None:
        """Say whether this is the only screen; the notes have another one where it is not."""
        self.alone = alone
        self.notes_below = self.asking = False
        self.refresh()

    def slide_place(self) -> QRect:
        """Where the slide is painted: as large as fits, in the middle."""
        room = self.rect()
        if self.notes_below:
            room.setHeight(self.height() - self._notes().high)
        size = QSize(16, 9).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place

    def _notes(self) -> Notes:
        """The notes of the slide, as large as there is room for below it."""
        words = self.running.slide.page.info.notes or self.tr("No notes for this slide.")
        return fit_notes(words, self.font(), self.size())

    def _measure(self) -> None:
        self.running.need(self, round(self.slide_place().width() * self.devicePixelRatioF()))

    def _ask_for_notes(self) -> None:
        """The first time ask, as the room would see them; the second time show them."""
        if self.notes_below or self.asking:
            self.notes_below, self.asking = not self.notes_below, False
            self._measure()
        else:
            self.asking = True
            self._asked.start()
            self.running.workspace.announce(self._question())
        self.update()

    def _do_not_ask(self) -> None:
        self.asking = False
        self.update()

    def _question(self) -> str:
        return self.tr("Whoever sees this screen would see your notes. Press N again to show them.")

    # ---------------------------------------------------------------- events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The slide on black."""
        painter, show = QPainter(self), self.running
        painter.fillRect(self.rect(), BLACK)
        painter.setPen(WHITE)
        if show.break_words:
            self._paint_break(painter)
            return
        place = self.slide_place()
        image = show.picture(show.seen)
        if image is not None and not show.black:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        elif not show.black:
            font = QFont(self.font())
            font.setPixelSize(max(12, place.height() // 16))
            painter.setFont(font)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, show.title)
        if self.notes_below:
            notes = self._notes()
            painter.setFont(notes.font)
            below = QRect(EDGE, self.height() - notes.high + AIR, self.width() - 2 * EDGE, notes.high - 2 * AIR)
            painter.drawText(below, Qt.TextFlag.TextWordWrap, notes.words)
        elif self.asking:
            self._paint_question(painter)

    def _paint_break(self, painter: QPainter) -> None:
        """When it goes on, how long that is, and the hotline: a break is when somebody may want it."""
        campaign = self.running.talk.kit.campaign
        hotline = f"{campaign.words.hotline} {campaign.hotline.number}"
        rows = (
            (self.running.break_words, 0.22, 9),
            (minutes_words(self.running.left + 0.5), 0.4, 5),
            (hotline, 0.82, 22),
        )
        for words, top, part in rows:
            font = QFont(self.font())
            font.setPixelSize(max(12, self.height() // part))
            wide = QFontMetrics(font).horizontalAdvance(words)
            font.setPixelSize(max(12, min(font.pixelSize(), font.pixelSize() * (self.width() - 2 * EDGE) // wide)))
            painter.setFont(font)
            place = QRect(0, round(self.height() * top), self.width(), QFontMetrics(font).height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_question(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * FORMS[2][1])
        painter.setFont(font)
        room = QRect(2 * EDGE, 0, self.width() - 4 * EDGE, self.height() - 2 * EDGE)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        box = painter.boundingRect(room, flags, self._question())
        painter.fillRect(box.adjusted(-EDGE, -AIR, EDGE, AIR), BLACK)
        painter.drawText(room, flags, self._question())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs other pictures."""
        super().resizeEvent(event)
        if self.isVisible():
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how large the slides are."""
        super().showEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the show; N is about notes where this is the only screen."""
        if event.key() == Qt.Key.Key_N and self.alone and not self.running.break_words:
            self._ask_for_notes()
        elif not self.running.steer(event.key()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on, one with the right button back; either ends a break."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.running.go_on()
        elif event.button() == Qt.MouseButton.RightButton:
            self.running.go_back()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes the slides ends the show."""
        super().closeEvent(event)
        self.running.end()


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes below a slide: what is written, in which letters, and how high the strip is."""

    words: str
    font: QFont
    high: int


def fit_notes(words: str, plain: QFont, room: QSize) -> Notes:
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
