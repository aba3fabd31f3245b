"""Presenting: a window for the room and one for the speaker, on whichever screens there are, and rehearsing."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

from htpm_studio.export.decks.rehearsal import slide_runs
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.presenter.room_window import RoomWindow
from htpm_studio.gui.features.presenter.show import Clock, Show
from htpm_studio.gui.features.presenter.speaker_window import SpeakerWindow
from htpm_studio.gui.features.presenter.talk import Talk, first_text, talk_of

SHORTEST = 1.0
"""A slide that was shown for less, in seconds, was only passed on the way to another."""


def choose_screens(screens: Sequence[QScreen], mine: QScreen | None) -> tuple[QScreen, QScreen | None]:
    """The screen for the slides and the one for the notes: with two, slides go where the window is not."""
    others = [screen for screen in screens if screen is not mine]
    if mine is None or not others:
        return mine or screens[0], None
    return others[0], mine


class Presenter(QObject):
    """A show with its windows. `now` is the clock, so that others can let minutes pass."""

    def __init__(
        self, talk: Talk, workspace: Workspace, parent: QWidget | None = None, now: Clock = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.running = Show(talk, workspace, now, self)
        self.speaker = SpeakerWindow(self.running, parent)
        self.room = RoomWindow(self.running, parent)
        self._window, self._now = parent, now
        self._slides, self._notes = QGuiApplication.primaryScreen(), cast("QScreen | None", None)
        self._closed = self._stood = False
        self.running.swap_wanted.connect(self.swap)
        self.running.edit_wanted.connect(self.edit)
        self.speaker.closed.connect(self.close)
        self.speaker.result.done.clicked.connect(self.close)
        self.speaker.result.again_wanted.connect(self._again)
        self.running.ended.connect(self._finish)
        workspace.closing.connect(self.close)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._keep_keyboard)
            for changed in (app.screenAdded, app.screenRemoved):
                # A screen that goes is still among the others while Qt tells of it.
                changed.connect(lambda _screen: QTimer.singleShot(0, self, self._screens_changed))

    def start(self, slides: QScreen, notes: QScreen | None, *, rehearse: bool = False) -> None:
        """Fill a screen with the slides, and another with the notes where there is one."""
        if rehearse:
            self.running.rehearse()
        self.arrange(slides, notes)
        self.running.go_to(self.running.index)

    def arrange(self, slides: QScreen, notes: QScreen | None) -> None:
        """Put the windows on these screens; a single one has only slides, in a rehearsal only the notes."""
        self._slides, self._notes = slides, notes
        alone, rehearsing = notes is None, self.running.rehearsing
        over = self.speaker.result.isVisible()
        self.room.set_alone(alone=alone)
        self.speaker.buttons["swap"].setVisible(not alone)
        if over or (alone and rehearsing):
            self.room.hide()
        else:
            _fill(self.room, slides)
        if alone and not rehearsing and not over:
            self.speaker.hide()
            self.room.activateWindow()
        else:
            _fill(self.speaker, notes or slides)
            self.speaker.activateWindow()
            self.speaker.setFocus()

    def swap(self) -> None:
        """Slides and notes change their screens."""
        if self._notes is not None:
            self.arrange(self._notes, self._slides)

    def edit(self) -> None:
        """Let the show wait while its slide is in the editor; a second screen keeps what the room sees."""
        show, window = self.running, self._window
        if window is None or show.waiting:
            return
        show.waiting = True
        show.workspace.back_to_show = self.resume
        self._stood = show.watch.paused
        show.watch.pause(on=show.rehearsing or self._stood)
        self.speaker.hide()
        if window.screen() is self._slides:
            self.room.hide()
        slide = show.slide.page
        show.workspace.open_text(slide.piece, first_text(show.talk, slide))
        window.raise_()
        window.activateWindow()
        words = self.tr("The show waits at slide {number}. It will have what you type now.")
        show.workspace.info(words.format(number=show.index + 1), self.tr("Back to the show"), self.resume)

    def resume(self) -> None:
        """Go on with a show that waits, with the deck as it is by now; without the deck it is over."""
        show = self.running
        if not show.waiting:
            return
        self._wait_no_longer()
        talk = talk_of(show.workspace, show.talk.deck, show.talk.kit.week.number)
        if talk is None or not talk.slides:
            self.close()
            return
        show.watch.pause(on=self._stood)
        show.renew(talk)
        self.arrange(self._slides, self._notes)

    def _keep_keyboard(self, now: QWindow | None) -> None:
        """Many systems give the keyboard to the room's window as the speaker's goes; it is for the editor."""
        if self.running.waiting and self._window is not None and now is self.room.windowHandle():
            self._window.activateWindow()

    def _wait_no_longer(self) -> None:
        if self.running.waiting:
            self.running.waiting, self.running.workspace.back_to_show = False, None
            self.running.workspace.info_over.emit(self.resume)

    def close(self) -> None:
        """End the show, and take its windows away."""
        if not self._closed:
            self._closed = True
            self._wait_no_longer()
            self._keep_rehearsal()
            self.running.end()
            for window in (self.speaker, self.room):
                window.close()
                window.deleteLater()
            self.deleteLater()

    def _screens_changed(self) -> None:
        """A screen came or went: the show goes on on those that there are."""
        screens = QGuiApplication.screens()
        if not self._closed and screens:
            mine = next((one for one in (self._notes, self._slides) if one in screens), screens[0])
            self._slides, self._notes = choose_screens(screens, mine)
            if not self.running.waiting:
                self.arrange(self._slides, self._notes)

    def _finish(self) -> None:
        """After a rehearsal, say what it came to; after a show, all is over."""
        if self._closed:
            return
        if not self.running.rehearsing or not self._keep_rehearsal():
            self.close()
            return
        self.room.hide()
        self.speaker.show_result()

    def _keep_rehearsal(self) -> bool:
        """Keep what was rehearsed where half of the slides were shown; the answer is whether anything was."""
        show = self.running
        if not show.rehearsing:
            return False
        took = {piece: spent for piece, spent in show.watch.spent.items() if spent >= SHORTEST}
        document = show.workspace.document
        runs = slide_runs(show.talk.slides, took, document.project.rehearsed(show.talk.deck))
        pieces = {page.piece for page in show.talk.slides}
        whole = 2 * len(runs) >= len(pieces)
        show.rehearsing = False
        if whole:
            document.keep_rehearsal(show.talk.deck, took)
        self.speaker.result.show_runs(runs, whole=whole)
        return bool(runs)

    def _again(self) -> None:
        """Rehearse the deck as it is by now, from its first slide."""
        show = self.running
        if (talk := talk_of(show.workspace, show.talk.deck, show.talk.kit.week.number)) is not None:
            anew = Presenter(talk, show.workspace, self._window, self._now)
            anew.start(self._slides, self._notes, rehearse=True)
        self.close()


def _fill(window: QWidget, screen: QScreen) -> None:
    """Fill a screen with a window, wherever it was before."""
    if window.isVisible() and window.geometry() == screen.geometry():
        return
    if window.isVisible():
        window.showNormal()
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
