"""What the speaker sees: this slide and the next, the clock against the plan, notes in their parts, a jump strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QTextEdit,
    QWidget,
)

from htpm_studio.export.decks.duration import minutes_for
from htpm_studio.export.decks.spoken import Spoken, timed
from htpm_studio.gui.features.presenter.rehearsal_page import RehearsalPage
from htpm_studio.gui.features.presenter.show import SMALL, Show
from htpm_studio.gui.features.presenter.talk import TalkSection, minutes_words, planned_minutes, sections_of
from htpm_studio.gui.style import DARK, WindowTheme, palette_of, style_sheet
from htpm_studio.gui.widgets.arrange import STRETCH, in_column, in_row
from htpm_studio.gui.widgets.fields import kind_label, link_button
from htpm_studio.gui.widgets.layouts import FlowRow

NOTE_PIXELS, ASIDE_PIXELS, LABEL_PIXELS, LABEL_WIDE, CLOCK_PIXELS = 24, 20, 13, 84, 60
"""How large notes are at 100 %: what is declared, what is aside, the labels and their column; and the clock."""
NARROW, LOW, SHORT = 720, 760, 560
"""At 100 %: below this width labels are above the notes; below these heights the jump strip is smaller, or gone."""
SCROLL_FROM, SCROLL_UNTIL = 0.1, 0.85
"""The part of a slide's minutes in which its notes scroll from their beginning to their end."""
SLACK = 60.0
"""How far from the plan a slide still is on time, in seconds."""
EDGE, APART, BAR = 28, 18, 8
LABEL_LOW, BETWEEN, STATE_PIXELS = 9, 12, 15
BREAKS = (5, 10, 15, 20, 30)
"""The minutes of a break that are offered."""
Act = Callable[[], object]


class SpeakerWindow(QWidget):
    """Calm and dark; steered by the keys of the show. `closed` says that the window was closed."""

    closed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.running = show
        theme = show.workspace.theme
        self._theme = theme if theme.plain else WindowTheme(DARK, dark=True)
        self._scale = show.workspace.settings.text_scale / 100
        self._held, self._kind = False, ""
        self.setWindowTitle(self.tr("Notes: {title}").format(title=show.talk.title))
        self.setProperty("pane", "board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.now, self.next = SlideLabel(), SlideLabel()
        self.place, self.seen, self.coming = QLabel(), kind_label("", "muted"), kind_label(self.tr("Next"), "muted")
        self.time, self.planned, self.state = QLabel(), kind_label("", "muted"), QLabel()
        self.section = kind_label("", "muted")
        self.hint = kind_label(self.tr("H: help is at hand. The room sees the hotline at once; H leads back."), "muted")
        self.hint.setWordWrap(True)
        self.bar = PlanBar(self._theme)
        self.notes, self.strip = NotesView(), JumpStrip()
        self.result = RehearsalPage(show.workspace)
        self.buttons: dict[str, QPushButton] = {}
        self._plan()
        self._build()
        if not theme.system:
            self.setPalette(palette_of(self._theme.tokens))
        app = QApplication.instance()
        if isinstance(app, QApplication) and not theme.plain:
            self.setStyleSheet(style_sheet(app, self._theme))
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)
        show.moved.connect(self.refresh)
        show.drawn.connect(self._show_pictures)
        show.ticked.connect(self.tell_time)
        self.refresh()

    # ---------------------------------------------------------------- what it shows

    def _plan(self) -> None:
        """Take the minutes of the deck as it is now."""
        slides = self.running.talk.slides
        self._talk, self._noted = self.running.talk, ""
        self._sections = () if self.running.loops else sections_of(slides)
        self._ends = dict(zip((page.piece for page in slides), planned_minutes(slides), strict=True))
        self.bar.show_plan(self._sections)
        self.strip.forget()

    def refresh(self) -> None:
        """Show what the talk is at."""
        show = self.running
        if self._talk is not show.talk:
            self._plan()
        slide = show.slide.page
        place = self.tr("Slide {number} of {count}").format(number=show.index + 1, count=len(show.slides))
        self.place.setText(place)
        black, helped = self.tr("The room’s screen is black"), self.tr("The room sees where help is")
        plain = self.tr("Rehearsal") if show.rehearsing else self.tr("The room sees this")
        self.seen.setText(show.break_words or (black if show.black else helped if show.help else plain))
        self._fit()
        self.now.setAccessibleName(show.words)
        following = show.following
        self.next.setAccessibleName(following.page.info.title if following else self.tr("This is the last slide."))
        said = {
            "pause": self.tr("Go on") if show.watch.paused else self.tr("Pause"),
            "black": self.tr("Show again") if show.black else self.tr("Black"),
            "help": self.tr("Back to the slide") if show.help else self.tr("Help is at hand"),
            "break": self.tr("End the break") if show.break_words else self.tr("Break"),
            "end": self.tr("End the rehearsal") if show.rehearsing else self.tr("End the show"),
        }
        for name, words in said.items():
            self.buttons[name].setText(words)
        self.buttons["rehearse"].setVisible(show.fresh and not show.rehearsing and not show.loops)
        if slide.piece != self._noted:
            self._noted, self._held = slide.piece, False
            self.notes.show_notes(timed(slide.info.notes), self._theme, self._scale, self.width())
        self.strip.show_slides(show)
        self._show_pictures()
        self.tell_time()

    def _fit(self) -> None:
        """Show what the window has room for; the hint about the H key goes once the key has been used."""
        high = self.height() / self._scale
        for part in (self.strip, self.coming, self.buttons["edit"]):
            part.setVisible(high >= SHORT)
        self.strip.set_small(on=high < LOW)
        self.hint.setVisible(high >= LOW and not self.running.workspace.settings.knows_help)

    def _show_pictures(self) -> None:
        show = self.running
        seen = None if show.break_words else show.picture(show.seen)
        self.now.show_picture(seen, show.break_words or ("" if show.black else show.title), black=show.black)
        following = show.following
        last = self.tr("This is the last slide.")
        self.next.show_picture(show.picture(following), following.page.info.title if following else last)
        self.strip.show_pictures(show)

    def tell_time(self) -> None:
        """Say how long it has taken and how that is by the plan, and scroll the notes by it."""
        show, watch = self.running, self.running.watch
        spent = watch.seconds
        self.time.setText(minutes_words(spent))
        self.planned.setVisible(bool(self._sections))
        self.state.setVisible(bool(self._sections) or watch.paused)
        if self._sections:
            self.planned.setText(self.tr("of {minutes} minutes").format(minutes=self._sections[-1].until))
            now = next(one for one in self._sections if one.until >= self._ends[show.slide.page.piece])
            end = minutes_words(60 * now.until)
            self.section.setText(self.tr("{section}, planned until {time}").format(section=now.title, time=end))
        words, kind = self._progress(spent)
        self.state.setText(words)
        if kind != self._kind:
            self._kind = kind
            self._enlarge(self.state, STATE_PIXELS, QFont.Weight.DemiBold, kind)
        self.bar.show_time(spent, f"{minutes_words(spent)} {self.planned.text()}, {words}")
        if not self._held and not show.workspace.settings.reduced_motion:
            share = watch.on(show.slide.page.piece) / (60 * minutes_for(show.slide.page.info.notes))
            part = (share - SCROLL_FROM) / (SCROLL_UNTIL - SCROLL_FROM)
            bar = self.notes.verticalScrollBar()
            bar.setValue(round(bar.maximum() * max(0.0, min(1.0, part))))

    def _progress(self, spent: float) -> tuple[str, str]:
        """Whether the slide is shown when it should be, in words, and their color."""
        show = self.running
        if show.break_words:
            return self.tr("Break, {time} left").format(time=minutes_words(show.left + 0.5)), "warn"
        if show.watch.paused:
            return self.tr("Paused"), "warn"
        slide = show.slide.page
        end = 60 * self._ends[slide.piece]
        start = end - 60 * minutes_for(slide.info.notes)
        if spent > end + SLACK:
            late = max(1, round((spent - end) / 60))
            words = self.tr("1 minute behind") if late == 1 else self.tr("{count} minutes behind").format(count=late)
            return words, "warn"
        if spent < start - SLACK:
            early = max(1, round((start - spent) / 60))
            words = self.tr("1 minute ahead") if early == 1 else self.tr("{count} minutes ahead").format(count=early)
            return words, "ok"
        return self.tr("on time"), "ok"

    def show_result(self) -> None:
        """The rehearsal is over: its page takes the place of the slides."""
        self._stack.setCurrentWidget(self.result)
        self.result.done.setFocus()

    # ---------------------------------------------------------------- building

    def _build(self) -> None:
        show = self.running
        page = QWidget()
        self._enlarge(self.time, CLOCK_PIXELS, QFont.Weight.Bold, "text")
        self.section.setWordWrap(True)
        foot, under = QWidget(), QWidget()
        row, below = FlowRow(foot, gap=2), FlowRow(under, gap=APART)
        for flow in (row, below):
            flow.setContentsMargins(0, 0, 0, 0)
        acts: tuple[tuple[str, str, Act], ...] = (
            ("pause", "P", show.toggle_pause), ("black", "B", show.toggle_black), ("help", "H", show.toggle_help),
            ("break", "T", self._ask_break), ("edit", "E", show.edit_wanted.emit), ("swap", "S", show.swap_wanted.emit),
            ("rehearse", "", show.rehearse), ("end", "Esc", show.end),
        )  # fmt: skip
        for name, key, act in acts:
            row.addWidget(self._button(name, key, act))
        self.buttons["swap"].setText(self.tr("Screens ⇄"))
        self.buttons["swap"].setAccessibleName(self.tr("Swap the screens"))
        self.buttons["edit"].setText(self.tr("Edit"))
        self.buttons["rehearse"].setText(self.tr("Rehearse"))
        back, onward = self._button("back", "←", show.go_back), self._button("next", "→", show.go_on)
        back.setText(self.tr("Back"))
        onward.setText(self.tr("Next slide"))
        clock = in_row(self.time, 12, in_column(STRETCH, self.planned, self.state, STRETCH, spacing=2), STRETCH)
        for widget in (self.place, self.seen, back, onward):
            below.addWidget(widget)
        left = in_column((self.now, 1), under, spacing=8)
        right = in_column(
            self.coming, (self.next, 3), 4, clock, self.bar, self.section, foot, self.hint, (QWidget(), 1), spacing=8
        )
        grid = QGridLayout(page)
        grid.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        grid.setSpacing(APART)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.notes, 1, 0, 1, 2)
        grid.addWidget(self.strip, 2, 0, 1, 2)
        grid.setColumnStretch(0, 16)
        grid.setColumnStretch(1, 9)
        grid.setRowStretch(0, 5)
        grid.setRowStretch(1, 3)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.result)
        self.strip.itemClicked.connect(self._jump)
        self.notes.verticalScrollBar().actionTriggered.connect(self._hold)

    def _enlarge(self, label: QLabel, pixels: int, weight: QFont.Weight, token: str) -> None:
        """Give a label letters of a size at 100 %."""
        size, color = round(pixels * self._scale), self._theme.color(token).name()
        label.setStyleSheet(f"font-size: {size}px; font-weight: {int(weight)}; color: {color}")

    def _button(self, name: str, key: str, act: Act) -> QPushButton:
        button = link_button("")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("Key: {key}").format(key=key) if key else "")
        button.clicked.connect(act)
        self.buttons[name] = button
        return button

    def _ask_break(self) -> None:
        """Ask for the minutes of a break, or end it."""
        if self.running.break_words:
            self.running.end_break()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for minutes in BREAKS:
            words = self.tr("{count} minutes").format(count=minutes)
            menu.addAction(words, partial(self.running.take_break, minutes))
        button = self.buttons["break"]
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _hold(self) -> None:
        """Who scrolls the notes reads at their own pace until the next slide."""
        self._held = True

    def _jump(self, item: QListWidgetItem) -> None:
        self.running.go_to(self.strip.row(item))

    # ---------------------------------------------------------------- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A clicker steers the show wherever the focus is; buttons and the jump strip keep the keys that press them."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or self._stack.currentIndex():
            return False
        if self.running.break_words:
            return self.running.steer(event.key())
        enter, sideways = (Qt.Key.Key_Return, Qt.Key.Key_Enter), (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if watched is self.strip and not self.running.digits and event.key() in enter:
            self.running.go_to(self.strip.currentRow())
            return True
        button = isinstance(watched, QAbstractButton)
        own = (Qt.Key.Key_Space, *enter) if button else sideways if watched is self.strip else ()
        return event.key() not in own and self._steer(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the show; after a rehearsal Esc closes the window."""
        if self._stack.currentIndex():
            if event.key() == Qt.Key.Key_Escape:
                self.close()
        elif not self._steer(event):
            super().keyPressEvent(event)

    def _steer(self, event: QKeyEvent) -> bool:
        key = event.key()
        if (
            not self.running.break_words
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            bar = self.notes.verticalScrollBar()
            bar.triggerAction(
                bar.SliderAction.SliderSingleStepAdd if key == Qt.Key.Key_Down else bar.SliderAction.SliderSingleStepSub
            )
            return True
        return self.running.steer(key)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how large the slides are."""
        super().showEvent(event)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the jump strip and the notes to the window."""
        super().resizeEvent(event)
        self._fit()
        slide = self.running.slide.page
        self.notes.show_notes(timed(slide.info.notes), self._theme, self._scale, self.width())
        if self.isVisible():
            self._measure()

    def _measure(self) -> None:
        """The picture of this slide is at most as wide as its part of the window."""
        wide = round(self.width() * 0.64 * self.devicePixelRatioF())
        self.running.need(self, wide)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it was closed."""
        super().closeEvent(event)
        self.closed.emit()


class SlideLabel(QLabel):
    """A picture that is as large as there is room for, or words."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setWordWrap(True)

    def show_picture(self, image: QImage | None, words: str, *, black: bool = False) -> None:
        """Show a picture, black in its place, or words where there is none."""
        self._picture = QPixmap.fromImage(image) if image is not None else QPixmap()
        if black and not self._picture.isNull():
            self._picture.fill(QColor(0, 0, 0))
        self.setText(words)
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


class NotesView(QTextEdit):
    """Speaker notes: what is declared in large letters, each with its label, what is aside smaller."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Speaker notes"))
        self.setProperty("kind", "speech")

    def show_notes(self, rows: Sequence[Spoken], theme: WindowTheme, scale: float, wide: int) -> None:
        """Show the paragraphs of a slide's notes."""
        rows = rows or (Spoken("", self.tr("No notes for this slide.")),)
        narrow = wide < NARROW * scale
        said = []
        for row in rows:
            mark = _styled(row.label.upper() if row.part else "", LABEL_PIXELS * scale, theme.color("warn"))
            if row.part:
                words = _styled(row.text, NOTE_PIXELS * scale, theme.color("text"))
            else:
                aside = f"{row.label}: {row.text}" if row.label else row.text
                words = _styled(aside, ASIDE_PIXELS * scale, theme.color("muted"))
            if narrow:
                said.append(f"<p>{mark}<br>{words}</p>" if row.part else f"<p>{words}</p>")
            else:
                column, low, under = (round(part * scale) for part in (LABEL_WIDE, LABEL_LOW, BETWEEN))
                left = f'<td width="{column}" style="padding-top: {low}px">{mark}</td>'
                said.append(f'<tr>{left}<td style="padding-bottom: {under}px">{words}</td></tr>')
        self.setHtml("".join(said) if narrow else f'<table width="100%">{"".join(said)}</table>')


def _styled(words: str, pixels: float, color: QColor) -> str:
    """Words of a size and a color."""
    return f'<span style="font-size: {round(pixels)}px; color: {color.name()}">{escape(words)}</span>'


class JumpStrip(QListWidget):
    """All slides in a row; a click or Enter jumps to one."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("All slides"))
        self.setProperty("kind", "strip")
        self._pictures = 0
        self.set_small(on=False)

    def set_small(self, *, on: bool) -> None:
        """Choose how large the pictures are."""
        side = SMALL // 3 if on else SMALL // 2
        size = QSize(side, side * 9 // 16)
        self.setIconSize(size)
        line = self.fontMetrics().height()
        self.setGridSize(size + QSize(12, line + 12))
        self.setFixedHeight(self.gridSize().height() + self.horizontalScrollBar().sizeHint().height() + 8)

    def forget(self) -> None:
        """Take all slides away, as there may be others now."""
        self.clear()
        self._pictures = 0

    def show_slides(self, show: Show) -> None:
        """Show which slides there are, and the one that is shown."""
        titles = [slide.page.info.title for slide in show.slides]
        if [self.item(row).toolTip() for row in range(self.count())] != titles:
            self.forget()
            for number, title in enumerate(titles, 1):
                item = QListWidgetItem(f"{number}")
                item.setToolTip(title)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}. {title}")
                self.addItem(item)
        self.setCurrentRow(show.index)
        self.scrollToItem(self.item(show.index), QListView.ScrollHint.PositionAtCenter)

    def show_pictures(self, show: Show) -> None:
        """Give the slides the pictures that are there."""
        if self._pictures == len(show.small):
            return
        self._pictures = len(show.small)
        for row, slide in enumerate(show.slides):
            if (
                (image := show.small.get(slide.key)) is not None
                and row < self.count()
                and self.item(row).icon().isNull()
            ):
                icon = QIcon(QPixmap.fromImage(image))
                icon.addPixmap(QPixmap.fromImage(image), QIcon.Mode.Selected)
                self.item(row).setIcon(icon)


class PlanBar(QWidget):
    """The time that has passed along the sections of a talk, each as long as its minutes."""

    def __init__(self, theme: WindowTheme) -> None:
        super().__init__()
        self._theme, self._sections = theme, tuple[TalkSection, ...]()
        self._spent = 0.0
        self.setFixedHeight(BAR)

    def show_plan(self, sections: Sequence[TalkSection]) -> None:
        """Show other sections."""
        self._sections = tuple(sections)
        self.setVisible(bool(sections))

    def show_time(self, seconds: float, words: str) -> None:
        """Show the time; `words` are what a screen reader says of it."""
        self._spent = seconds
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One piece for each section, filled up to now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole, start = 60.0 * self._sections[-1].until, 0.0
        for section in self._sections:
            end = 60.0 * section.until
            left, right = (self.width() * moment / whole for moment in (start, end))
            piece = QRectF(left, 0, max(2.0, right - left - 3), BAR)
            painter.setBrush(self._theme.color("fill"))
            painter.drawRoundedRect(piece, BAR / 2, BAR / 2)
            done = min(1.0, max(0.0, (self._spent - start) / (end - start)))
            if done > 0:
                painter.setBrush(self._theme.color("ok" if self._spent <= whole else "warn"))
                piece.setWidth(max(BAR, piece.width() * done))
                painter.drawRoundedRect(piece, BAR / 2, BAR / 2)
            start = end
