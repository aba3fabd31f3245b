"""Showing a deck without PowerPoint: slides fill one screen, notes with time and next slide are on another or below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QElapsedTimer, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from htpm_studio.errors import InputError, StudioError
from htpm_studio.export.decks.duration import minutes_for
from htpm_studio.export.decks.slides import unfilled
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.render_service import Preview, PreviewRequest, PreviewResult, RenderService
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import kind_label

NAME = "show"
MOST_KEPT = 12
FORWARD = (
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
BLACK = (Qt.Key.Key_B, Qt.Key.Key_Period)


@dataclass(frozen=True, slots=True)
class Talk:
    """A deck to show: its slides as they are now, and the one to begin with.

    One that takes several slides in the design of the user's is there as often, its `parts` in turn.
    """

    title: str
    slides: tuple[PageSpec, ...]
    kit: Kit
    first: int = 0
    parts: tuple[int, ...] = ()


def selected_talk(workspace: Workspace) -> Talk | None:
    """The deck of the selected slide, from that slide on, else the first deck of the week; None without decks."""
    try:
        kit = workspace.document.kit()
    except InputError:
        return None
    decks = [spec for spec in plan(kit) if spec.medium == "deck" and spec.pages and not spec.repeats]
    for deck in decks:
        for index, page in enumerate(deck.pages):
            if page.piece in workspace.selection:
                return _talk(deck, kit, index, workspace.renderer)
    return _talk(decks[0], kit, 0, workspace.renderer) if decks else None


def _talk(deck: FileSpec, kit: Kit, first: int, renderer: RenderService) -> Talk:
    """Slides that wait for the user's words are left out, as they are in an export."""
    ready = [not unfilled(kit, page) for page in deck.pages]
    counts = [_count(page, kit, renderer) if good else 0 for page, good in zip(deck.pages, ready, strict=True)]
    shown = [(page, part) for page, count in zip(deck.pages, counts, strict=True) for part in range(count)]
    slides, parts = tuple(page for page, _ in shown), tuple(part for _, part in shown)
    return Talk(deck.title, slides, kit, min(sum(counts[:first]), max(0, len(slides) - 1)), parts)


def _count(page: PageSpec, kit: Kit, renderer: RenderService) -> int:
    """On how many slides a page is in the design that the decks take."""
    if kit.options.deck_template is None:
        return 1
    try:
        return len(renderer.slides(page, kit))
    except StudioError:
        return 1  # What is wrong with it is said in its place.


def choose_screens(screens: Sequence[QScreen], mine: QScreen | None) -> tuple[QScreen, QScreen | None]:
    """The screen for the slides and the one for the notes: with two, slides go where the window is not."""
    others = [screen for screen in screens if screen is not mine]
    if mine is None or not others:
        return mine or screens[0], None
    return others[0], mine


class SlideShow(QWidget):
    """The slides of a talk on a whole screen. Keys as in PowerPoint: arrows, Page Up and Down, Home, End, B, Esc.

    `moved(index)` says that another slide is shown.
    """

    moved = Signal(int)

    def __init__(self, talk: Talk, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName(NAME)
        self.setWindowTitle(talk.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.talk, self.index = talk, talk.first
        self.black = self.notes_below = False
        self.images: dict[int, QImage] = {}
        self.notes: NotesWindow | None = None
        self.clock = QElapsedTimer()
        self.clock.start()
        self._preview = Preview(workspace.renderer, self)
        self._preview.drawn.connect(self._drawn)
        self._advance = QTimer(self, singleShot=True)
        self._advance.timeout.connect(self.go_on)
        self._closed = False
        workspace.closing.connect(self.close)

    @property
    def loops(self) -> bool:
        """Whether the talk goes on by itself, and from its end to its beginning."""
        return all(page.info.advance for page in self.talk.slides)

    def start(self, slides: QScreen, notes: QScreen | None) -> None:
        """Fill a screen with the slides, and show the notes on another one."""
        self.setGeometry(slides.geometry())
        self.showFullScreen()
        if notes is not None:
            self.notes = self.notes_window()
            area = notes.availableGeometry()
            self.notes.setGeometry(area)
            self.notes.showMaximized()
        self.activateWindow()
        self.go_to(self.index)

    def notes_window(self) -> NotesWindow:
        """The second window, with the notes of the talk and its clock."""
        notes = NotesWindow(self.talk.title, self.talk.slides, self.images, self.clock, self)
        notes.back_wanted.connect(self.go_back)
        notes.next_wanted.connect(self.go_on)
        notes.end_wanted.connect(self.close)
        notes.key_pressed.connect(self.keyPressEvent)
        self.moved.connect(notes.refresh)
        notes.refresh(self.index)
        return notes

    # ---------------------------------------------------------------- going on

    def go_to(self, index: int) -> None:
        """Show a slide."""
        self.index = max(0, min(len(self.talk.slides) - 1, index))
        page = self.talk.slides[self.index]
        words = self.tr("Slide {number} of {count}: {title}")
        self.setAccessibleName(words.format(number=self.index + 1, count=len(self.talk.slides), title=page.info.title))
        self.setAccessibleDescription(page.info.notes)
        self._ask()
        self._advance.stop()
        if self.loops:
            self._advance.start(round(page.info.advance * 1000))
        self.moved.emit(self.index)
        self.update()

    def go_on(self) -> None:
        """Show the next slide; a loop begins again."""
        last = self.index + 1 == len(self.talk.slides)
        self.go_to(0 if last and self.loops else self.index + 1)

    def go_back(self) -> None:
        """Show the slide before."""
        self.go_to(self.index - 1)

    # ---------------------------------------------------------------- pictures

    def _ask(self) -> None:
        """Draw what is missing: the slide that is shown, then the ones beside it."""
        width = round(self.slide_place().width() * self.devicePixelRatioF())
        for index in (self.index, self.index + 1, self.index - 1):
            if 0 <= index < len(self.talk.slides) and index not in self.images and width > 0:
                page, part = self.talk.slides[index], self.talk.parts[index] if self.talk.parts else 0
                self._preview.ask(PreviewRequest(f"{index}", page, self.talk.kit, width, part=part))
                return

    def _drawn(self, shown: PreviewResult) -> None:
        if self._closed:
            return
        index = int(shown.request.key)
        self.images[index] = shown.image
        while len(self.images) > MOST_KEPT:
            del self.images[max(self.images, key=lambda one: abs(one - self.index))]
        if index == self.index:
            self.update()
        self.moved.emit(self.index)
        self._ask()

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
        words = self.talk.slides[self.index].info.notes or self.tr("No notes for this slide.")
        return fit_notes(words, self.font(), self.size())

    # ---------------------------------------------------------------- events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The slide on black."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        place = self.slide_place()
        image = self.images.get(self.index)
        if image is not None and not self.black:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        elif not self.black:
            painter.setPen(QColor(255, 255, 255))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.talk.slides[self.index].info.title)
        if self.notes_below:
            notes = self._notes()
            painter.setFont(notes.font)
            painter.setPen(QColor(255, 255, 255))
            below = QRect(EDGE, self.height() - notes.high + AIR, self.width() - 2 * EDGE, notes.high - 2 * AIR)
            painter.drawText(below, Qt.TextFlag.TextWordWrap, notes.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs other pictures."""
        super().resizeEvent(event)
        self.images.clear()
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, to the ends, to black; N shows the notes below; Esc ends the show."""
        key = event.key()
        if key in FORWARD:
            self.go_on()
        elif key in BACK:
            self.go_back()
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self.talk.slides) - 1)
        elif key in BLACK:
            self.black = not self.black
            self.update()
        elif key == Qt.Key.Key_N:
            self.notes_below = not self.notes_below
            self.images.clear()
            self._ask()
            self.update()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on, one with the right button back."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.go_on()
        elif event.button() == Qt.MouseButton.RightButton:
            self.go_back()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the show with its notes."""
        self._closed = True
        self._advance.stop()
        if self.notes is not None:
            self.notes.close()
            self.notes = None
        super().closeEvent(event)


def attach_presenter(window: Shell) -> None:
    """Let a window show its decks."""

    def show() -> None:
        talk = selected_talk(window.workspace)
        if talk is None:
            window.workspace.toast(window.tr("This week has no deck in this language."))
            return
        made = SlideShow(talk, window.workspace, window)
        made.start(*choose_screens(QGuiApplication.screens(), window.screen()))

    window.handle("show_deck", show)


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
        self._planned = () if self._loops else planned_minutes(slides)
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
        head = in_row(self.place, STRETCH, self.time)
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
        coming = kind_label(self.tr("Next"), "head")
        then = in_column(coming, (self.next, 1))
        grid.addWidget(self.now, 1, 0)
        grid.addLayout(then, 1, 1)
        grid.addWidget(self.words, 2, 0, 1, 2)
        grid.addLayout(foot, 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 3)
        grid.setRowStretch(2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the show."""
        self.key_pressed.emit(event)


def planned_minutes(slides: Sequence[PageSpec]) -> tuple[int, ...]:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
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
