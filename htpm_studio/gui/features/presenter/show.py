"""A show while it runs: which slide the room sees, its pictures, the time that passes, and the keys that steer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QImage

from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.render_service import WIDEST, page_image
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.presenter.talk import Talk
from htpm_studio.languages.declared import known_language
from htpm_studio.scene.reveal import after_clicks, clicks

MOST_KEPT = 12
TICK_MS = 500
SMALL = 192
"""How wide the pictures of the jump strip are, in pixels."""
MOST_DIGITS = 3
BREAK, LONGEST_BREAK = 10, 180
"""How many minutes a break has for which nobody said any, and at most."""
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)

Clock = Callable[[], float]
"""Says how many seconds have passed since some moment."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide as it is shown; `part` is which slide of one that goes on in the design of the user's.

    So many `answers` on it have been shown.
    """

    page: PageSpec
    part: int = 0
    answers: int = 0

    @property
    def place(self) -> str:
        """What tells it from the other slides."""
        return f"{self.page.piece}|{self.page.info.name}|{self.part}"

    @property
    def key(self) -> str:
        """What tells its picture from the others."""
        return f"{self.place}|{self.answers}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn slide, in how many parts it is, and how many answers wait on it."""

    image: QImage
    parts: int
    answers: int


class Stopwatch:
    """How long a talk takes, and each slide of it; `now` is the clock, which stands still while `paused`."""

    def __init__(self, now: Clock) -> None:
        self._now = now
        self._since = now()
        self._piece = ""
        self.paused = False
        self.spent: dict[str, float] = {}

    def turn(self, piece: str) -> None:
        """From now on, time passes on this slide."""
        self._count()
        self._piece = piece

    def pause(self, *, on: bool) -> None:
        """Let the time stand still, or go on."""
        self._count()
        self.paused = on

    def begin(self) -> None:
        """Start anew."""
        self._count()
        self.spent = {}
        self.paused = False

    @property
    def seconds(self) -> float:
        """How long the talk has taken so far."""
        self._count()
        return sum(self.spent.values())

    def on(self, piece: str) -> float:
        """How long a slide was shown so far."""
        self._count()
        return self.spent.get(piece, 0.0)

    def _count(self) -> None:
        passed, self._since = self._now() - self._since, self._now()
        if self._piece and not self.paused:
            self.spent[self._piece] = self.spent.get(self._piece, 0.0) + passed


class Show(QObject):
    """What the windows of a show share.

    `moved` says that something else is shown, `drawn` that there is a picture more, `ticked` that time has passed,
    `ended` that the show is over; `swap_wanted` asks that slides and notes change their screens, `edit_wanted` for
    the editor of the slide. While that is open the show is `waiting`, and no key steers it. In a break, `break_words`
    tell the room when the talk goes on.
    """

    moved = Signal()
    drawn = Signal()
    ticked = Signal()
    ended = Signal()
    swap_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, talk: Talk, workspace: Workspace, now: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.talk, self.workspace = talk, workspace
        self.slides = [Shown(page) for page in talk.slides]
        self.index = talk.first
        self.black = self.help = self.rehearsing = self.waiting = False
        self.digits = self.break_words = ""
        self.answers, self._waiting = 0, dict[str, int]()
        self._now, self._until, self._stood = now, 0.0, False
        self.watch = Stopwatch(now)
        self.watch.turn(self.slide.page.piece)
        self.pictures: dict[str, QImage] = {}
        self.small: dict[str, QImage] = {}
        self._old: dict[str, QImage] = {}
        self._wide: dict[QObject, int] = {}
        self._lost: set[str] = set()
        self._over = False
        self._advance = QTimer(self, singleShot=True)
        self._advance.timeout.connect(self.go_on)
        tick = QTimer(self)
        tick.timeout.connect(self.ticked)
        tick.start(TICK_MS)
        workspace.closing.connect(self.end)

    # ---------------------------------------------------------------- what is shown

    @property
    def slide(self) -> Shown:
        """The slide that the talk is at, with the answers shown so far."""
        return replace(self.slides[self.index], answers=self.answers)

    @property
    def waiting_answers(self) -> int:
        """How many answers on the slide are still to be shown."""
        return self._waiting.get(self.slide.place, 0) - self.answers

    @property
    def following(self) -> Shown | None:
        """The slide that comes next; None after the last."""
        last = self.index + 1 == len(self.slides)
        return self.slides[0] if last and self.loops else None if last else self.slides[self.index + 1]

    @property
    def seen(self) -> Shown | None:
        """What the room sees where its screen is not black; None for the hotline in plain words."""
        if not self.help:
            return self.slide
        return Shown(self.talk.help) if self.talk.help is not None else None

    @property
    def title(self) -> str:
        """What is written where the picture is missing: the title of the slide, or the hotline."""
        campaign = self.talk.kit.campaign
        seen = self.seen
        return seen.page.info.title if seen else f"{campaign.words.hotline} {campaign.hotline.number}"

    @property
    def fresh(self) -> bool:
        """Whether nothing but the first slide was shown, so that nobody waits for the next one."""
        return self.index == self.talk.first and len(self.watch.spent) < 2

    @property
    def loops(self) -> bool:
        """Whether the talk goes on by itself, and from its end to its beginning."""
        return all(page.info.advance for page in self.talk.slides)

    @property
    def words(self) -> str:
        """What a screen reader says of what the room sees."""
        if self.break_words:
            return self.tr("The room has a break: {words}").format(words=self.break_words)
        if self.black:
            return self.tr("The room’s screen is black")
        if self.help:
            return self.tr("The room sees where help is: {title}").format(title=self.title)
        if self.answers:
            words = self.tr("Answer {number} of {count} is shown")
            return words.format(number=self.answers, count=self._waiting[self.slide.place])
        words = self.tr("Slide {number} of {count}: {title}")
        return words.format(number=self.index + 1, count=len(self.slides), title=self.slide.page.info.title)

    @property
    def left(self) -> float:
        """How many seconds of the break are left."""
        return max(0.0, self._until - self._now())

    # ---------------------------------------------------------------- steering

    def go_to(self, index: int) -> None:
        """Show a slide."""
        self._leave_break()
        self.index, self.answers = max(0, min(len(self.slides) - 1, index)), 0
        self.help = False
        self.watch.turn(self.slide.page.piece)
        self._changed()

    def go_on(self) -> None:
        """Show the next answer or slide, or again the one before help or a break; a loop begins again."""
        last = self.index + 1 == len(self.slides)
        if self._aside:
            self._show_answers(self.answers)
        elif self.waiting_answers > 0:
            self._show_answers(self.answers + 1)
        elif last and self.rehearsing:
            self.end()
        else:
            self.go_to(0 if last and self.loops else self.index + 1)

    def go_back(self) -> None:
        """Take back an answer, show the slide before, or again the one before help or a break."""
        if self._aside or self.answers:
            self._show_answers(self.answers if self._aside else self.answers - 1)
        else:
            self.go_to(self.index - 1)

    @property
    def _aside(self) -> bool:
        return self.help or bool(self.break_words)

    def _show_answers(self, count: int) -> None:
        self.go_to(self.index)
        if count:
            self.answers = count
            self._changed()

    def toggle_black(self) -> None:
        """Take everything from the room's screen, or show it again."""
        self._leave_break()
        self.black, self.help = not self.black, False
        self._changed()

    def toggle_help(self) -> None:
        """Show the room where help is, or again the slide."""
        self._leave_break()
        self.help, self.black = not self.help, False
        if not self.workspace.settings.knows_help:
            self.workspace.set_settings(replace(self.workspace.settings, knows_help=True))
        self._changed()

    def take_break(self, minutes: int = BREAK) -> None:
        """Tell the room when it goes on, and let the clock of the talk stand still until then."""
        minutes = max(1, min(LONGEST_BREAK, minutes))
        self._leave_break()
        self._stood, self._until = self.watch.paused, self._now() + 60 * minutes
        at = QTime.currentTime().addSecs(60 * minutes)
        words = known_language(self.talk.kit.campaign.language).prompts["break"]
        self.break_words = words.format(time=f"{(at.hour() - 1) % 12 + 1}:{at.minute():02}")
        self.black = self.help = False
        self.watch.pause(on=True)
        self._changed()

    def end_break(self) -> None:
        """Show the room the slide again."""
        self._leave_break()
        self._changed()

    def _leave_break(self) -> None:
        if self.break_words:
            self.break_words = ""
            self.watch.pause(on=self._stood)

    def renew(self, talk: Talk) -> None:
        """Go on with the same deck as it is by now, at the same slide; old pictures are shown until there are new."""
        place, piece = self.slide.place, self.slide.page.piece
        self.talk, self.slides = talk, [Shown(page) for page in talk.slides]
        here = [row for row, one in enumerate(self.slides) if one.page.piece == piece]
        same = (row for row in here if self.slides[row].place == place)
        self._old = {**self._old, **self.small, **self.pictures}
        self.pictures, self.small = {}, {}
        self._lost.clear()
        self.go_to(next(same, here[0] if here else self.index))

    def toggle_pause(self) -> None:
        """Let the clock stand still, or go on; in a break, the talk goes on with it."""
        if self.break_words:
            self.end_break()
            return
        self.watch.pause(on=not self.watch.paused)
        self._changed()

    def rehearse(self) -> None:
        """Begin at the first slide, and keep how long each takes."""
        self.rehearsing = True
        self.black = False
        self.go_to(0)
        self.watch.begin()
        self._changed()

    def leave(self) -> None:
        """From help back to the slide, else the end of the show."""
        if self.help:
            self.toggle_help()
        else:
            self.end()

    def end(self) -> None:
        """End the show."""
        if not self._over:
            self.watch.pause(on=True)
            self._over = True
            self._advance.stop()
            self.ended.emit()

    def steer(self, key: int) -> bool:
        """Do what a key asks for; the answer is whether it does anything."""
        act = self._keys().get(key)
        if self.waiting:
            return True
        if self.break_words and act != self.toggle_help:
            if key not in MODIFIERS:
                self.end_break()
            return True
        if key == Qt.Key.Key_T:
            minutes, self.digits = int(self.digits or BREAK), ""
            self.take_break(minutes)
            return True
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.digits = (self.digits + chr(key))[-MOST_DIGITS:]
            return True
        if self.digits and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.digits, number = "", int(self.digits)
            self.go_to(number - 1)
            return True
        self.digits = ""
        if act is not None:
            act()
        return act is not None

    def _keys(self) -> Mapping[int, Callable[[], None]]:
        key = Qt.Key
        forward = (key.Key_Right, key.Key_Down, key.Key_PageDown, key.Key_Space, key.Key_Return, key.Key_Enter)
        return {
            **dict.fromkeys(forward, self.go_on),
            **dict.fromkeys((key.Key_Left, key.Key_Up, key.Key_PageUp, key.Key_Backspace), self.go_back),
            **dict.fromkeys((key.Key_B, key.Key_Period), self.toggle_black),
            **dict.fromkeys((key.Key_Escape, key.Key_F5), self.leave),
            key.Key_Home: lambda: self.go_to(0),
            key.Key_End: lambda: self.go_to(len(self.slides) - 1),
            key.Key_H: self.toggle_help,
            key.Key_P: self.toggle_pause,
            key.Key_S: self.swap_wanted.emit,
            key.Key_E: self.edit_wanted.emit,
        }

    def _changed(self) -> None:
        self._advance.stop()
        if self.loops and not self.watch.paused and not self._over:
            self._advance.start(round(self.slide.page.info.advance * 1000))
        self._draw()
        self.moved.emit()

    # ---------------------------------------------------------------- pictures

    def need(self, place: QObject, pixels: int) -> None:
        """Draw slides as wide as the largest place that shows them, which tells its width here; 0 for none any more."""
        before = max(self._wide.values(), default=0)
        self._wide[place] = min(WIDEST, pixels)
        if max(self._wide.values()) > before:
            self.pictures.clear()
        self._draw()

    def picture(self, shown: Shown | None) -> QImage | None:
        """The picture of a slide, for now perhaps a small one or one answer behind; None while there is none."""
        keys = [replace(shown, answers=count).key for count in range(shown.answers, -1, -1)] if shown else []
        found = (kind.get(key) for key in keys for kind in (self.pictures, self._old, self.small))
        return next((image for image in found if image is not None), None)

    def _draw(self) -> None:
        """Draw what is missing: what the room sees, where help is, what is beside it, and then the jump strip."""
        wide = max(self._wide.values(), default=0)
        if self._over or not wide:
            return
        beside = (self.index + 1, self.index - 1)
        near = [
            *filter(None, (self.seen,)),
            self.slide,
            *([replace(self.slide, answers=self.answers + 1)] if self.waiting_answers > 0 else []),
            *(self.slides[one] for one in beside if 0 <= one < len(self.slides)),
        ]
        if self.talk.help is not None:
            near.insert(2, Shown(self.talk.help))
        far = [*self.slides[self.index :], *self.slides[: self.index]]
        large = next((one for one in near if one.key not in self.pictures and one.key not in self._lost), None)
        small = next((one for one in far if one.key not in self.small and one.key not in self._lost), None)
        if (wanted := large or small) is None:
            return
        pixels = wide if large else SMALL
        self.workspace.renderer.ask(
            self,
            lambda: self._drawing(wanted, pixels),
            lambda found: self._keep(wanted, pixels, found),
            lambda _error: self._lose(wanted),
        )

    def _drawing(self, wanted: Shown, pixels: int) -> Drawn:
        slides = self.workspace.renderer.slides(wanted.page, self.talk.kit)
        page = slides[min(wanted.part, len(slides) - 1)].page
        return Drawn(page_image(after_clicks(page, wanted.answers), pixels), len(slides), clicks(page))

    def _keep(self, wanted: Shown, pixels: int, found: Drawn) -> None:
        if self._over:
            return
        self._waiting[wanted.place] = found.answers
        if pixels == SMALL:
            self.small[wanted.key] = found.image
        elif pixels == max(self._wide.values()):
            self.pictures[wanted.key] = found.image
            self._old.pop(wanted.key, None)
        if found.parts > 1 and not wanted.part:
            self._add_parts(wanted, found.parts)
        places = {one.place: place for place, one in enumerate(self.slides)}
        while len(self.pictures) > MOST_KEPT:
            # Where help is stays, wherever in the deck that slide is.
            others = [key for key in self.pictures if self.talk.help is None or key != Shown(self.talk.help).key]
            del self.pictures[max(others, key=lambda key: abs(places.get(key.rpartition("|")[0], 0) - self.index))]
        self.drawn.emit()
        self._draw()

    def _lose(self, wanted: Shown) -> None:
        """A slide that cannot be drawn is shown by its title; the others are drawn."""
        self._lost.add(wanted.key)
        self._draw()

    def _add_parts(self, wanted: Shown, parts: int) -> None:
        """A slide goes on to others in the design of the user's, which is known once it was drawn."""
        keys = [one.key for one in self.slides]
        if wanted.key not in keys or Shown(wanted.page, 1).key in keys:
            return
        place = keys.index(wanted.key) + 1
        self.slides[place:place] = [Shown(wanted.page, part) for part in range(1, parts)]
        if place <= self.index:
            self.index += parts - 1
        self.moved.emit()
