"""The day of the posting calendar at the side: the post's text for a network, its picture, its day, and posting it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QObject, QSignalBlocker, Qt, QTime
from PySide6.QtGui import QFont, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.campaign.networks import counts, length, too_much
from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.texts.planned_posts import PlannedPost
from htpm_studio.gui.controllers.posting import PostingController
from htpm_studio.gui.core.dnd_source import DndSource
from htpm_studio.gui.core.render_service import page_image
from htpm_studio.gui.core.tiles import Tile, sections
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import as_qdate, spoken_day, translate
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import STRETCH, at_left, in_column, in_row
from htpm_studio.gui.widgets.fields import (
    Chip,
    SideBySide,
    kind_label,
    labeled_field,
    link_button,
    primary_button,
    put_icon,
    scroll_area,
    stack_sections,
)
from htpm_studio.gui.widgets.layouts import FlowRow, PanelHead
from htpm_studio.gui.widgets.text_fields import LinesField, clean_notes


class TimeField(QTimeEdit):
    """A click marks the hour, minute or half of the day, so that digits replace it; a time can be typed over all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # the style sheet gives its digits no room at the left
        self.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the part that was clicked."""
        released = event.type() == QEvent.Type.MouseButtonRelease and watched is self.lineEdit()
        if released and not self.lineEdit().hasSelectedText():
            self.setSelectedSection(self.currentSection())
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit over everything, or before everything, begins with the hour."""
        line = self.lineEdit()
        whole = line.selectedText() == line.text()
        first = line.cursorPosition() == 0 and not line.hasSelectedText()
        if event.text().isdigit() and (whole or first):
            self.setSelectedSection(QTimeEdit.Section.HourSection)
        super().keyPressEvent(event)


PICTURE = 96
LINES = 7


class DayPanel(QWidget):
    """Shows the open post of the open day; everything is read from the controller and changed through it."""

    def __init__(self, workspace: Workspace, posting: PostingController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, posting
        self.dnd_source = DndSource(workspace, self)
        self.chips: list[QToolButton] = []
        self._drawing = 0
        self.head = PanelHead(workspace, close_words=self.tr("Close the day"))
        stack_sections(self, self.head, self._body(), self._foot())
        self.controller.changed.connect(self.refresh)
        self.controller.current_changed.connect(self.refresh)
        workspace.renderer.ready.connect(self._show_picture)  # a method: it ends with the panel
        workspace.theme_changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    # ---------------------------------------------------------------- building

    def _body(self) -> QScrollArea:
        inside = QWidget()
        self.holiday = kind_label("", "muted", wrap=True)
        self.nothing = kind_label(
            self.tr("No post on this day. Drag one here, or choose another day."), "muted", wrap=True
        )
        self._choice = QWidget(inside)
        self._flow = FlowRow(self._choice)
        self._group = QButtonGroup(self)
        self.post_box = QWidget(inside)
        box = in_column(inside=self.post_box, spacing=8)
        self._words(box)
        self._look(box)
        self._when(box)
        in_column(
            self.holiday,
            self.nothing,
            self._choice,
            self.post_box,
            STRETCH,
            inside=inside,
            margins=(16, 12, 16, 12),
            spacing=8,
        )
        self.area = scroll_area(inside)
        return self.area

    def _words(self, box: QVBoxLayout) -> None:
        self.name = kind_label("", "head", wrap=True)
        self.network = QComboBox(self.post_box)
        for network in self.controller.networks.texts:
            self.network.addItem(translate(network.name), network.id)
        self.network.activated.connect(lambda _index: self.controller.set_network(self.network.currentData()))
        label = QLabel(self.tr("Text for"), self.post_box)
        label.setBuddy(self.network)
        self.counter = QLabel(self.post_box)
        row = in_row(label, (self.network, 1), self.counter)
        self.text = LinesField(self.workspace.document, clean_notes, least=LINES, parent=self.post_box)
        self.text.typed.connect(self._typed)
        self.text.refused.connect(self.workspace.toast)
        self.source = kind_label("", "muted", wrap=True)
        self.back = QPushButton(self.tr("Back to the kit's text"), self.post_box)
        self.back.setProperty("kind", "link")
        self.back.clicked.connect(self._back)
        box.addWidget(self.name)
        box.addLayout(row)
        box.addWidget(self.text)
        box.addWidget(self._warning())
        box.addWidget(self.source)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def _warning(self) -> QWidget:
        self.warning = QFrame(self.post_box)
        self.warning.setProperty("kind", "warn")
        self.warning_words = QLabel(self.warning)
        self.warning_words.setWordWrap(True)
        self.use_short = QPushButton(self.warning)
        self.use_short.clicked.connect(self._use_short)
        in_column(self.warning_words, at_left(self.use_short), inside=self.warning, margins=None)
        return self.warning

    def _look(self, box: QVBoxLayout) -> None:
        head = kind_label(self.tr("Picture"), "muted")
        self.picture = QLabel(self.post_box)
        self.picture.setFixedSize(PICTURE, PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.described = kind_label("", "muted", wrap=True)
        self.copy_picture = link_button(self.tr("Copy picture"))
        self.copy_picture.clicked.connect(self._copy_picture)
        self.copy_alt = link_button(self.tr("Copy description"))
        self.copy_alt.clicked.connect(lambda: self._with_post(self.controller.copy_description))
        column = in_column(
            self.described,
            at_left(self.copy_picture),
            at_left(self.copy_alt),
            STRETCH,
        )
        row = in_row(self.picture, (column, 1))
        box.addWidget(head)
        box.addLayout(row)

    def _when(self, box: QVBoxLayout) -> None:
        self.date = QDateEdit(self.post_box)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat(self.tr("MMMM d"))
        self.date.dateChanged.connect(self._moved)
        self.fixed = kind_label(self.tr("This post has a fixed date."), "muted", wrap=True)
        self.time = TimeField(self.post_box)
        self.time.timeChanged.connect(self._timed)
        self.time.editingFinished.connect(self.workspace.document.end_merge)
        self.date.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.time.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.addWidget(SideBySide(labeled_field(self.tr("Day"), self.date), labeled_field(self.tr("Time"), self.time)))
        box.addWidget(self.fixed)
        self.for_all = link_button(self.tr("Use this time for all posts"))
        self.for_all.clicked.connect(lambda: self.controller.set_all_times(self._time_shown()))
        box.addWidget(self.for_all, 0, Qt.AlignmentFlag.AlignLeft)

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        self.copy = primary_button(self.tr("Copy text"))
        self.copy.clicked.connect(lambda: self._with_post(self.controller.copy_text))
        self.mark = QPushButton()
        self.mark.clicked.connect(self._mark)
        in_row(self.copy, self.mark, STRETCH, inside=foot, margins=(16, 10, 16, 10))
        return foot

    # ---------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Show the open day and post as they are now."""
        day, post = self.controller.day, self.controller.post()
        self.head.title.setText(spoken_day(day))
        holiday = self.controller.holiday(day)
        closed = self.tr("{name} is a federal holiday: federal offices are closed.").format(name=holiday)
        self.holiday.setText(closed if holiday else "")
        self.holiday.setVisible(bool(holiday))
        here = self.controller.on(day)
        self.nothing.setVisible(post is None)
        self.post_box.setVisible(post is not None)
        self.copy.setEnabled(post is not None)
        self.mark.setEnabled(post is not None)
        self._show_choice(here)
        self.mark.setText(self.tr("Not posted yet") if post is not None and post.posted else self.tr("Mark as posted"))
        if post is not None:
            self._show_post(post)

    def _show_choice(self, posts: tuple[PlannedPost, ...]) -> None:
        """With several posts on a day, one button for each."""
        if [chip.property("piece") for chip in self.chips] != [post.piece for post in posts]:
            for chip in self.chips:
                self._group.removeButton(chip)
                chip.hide()
                chip.deleteLater()
            while self._flow.takeAt(0) is not None:
                pass
            self.chips = [self._chip(post) for post in posts]
        for chip, post in zip(self.chips, posts, strict=True):
            chip.setText(post.title if len(post.title) <= 28 else post.title[:27].rstrip() + "…")
            chip.setAccessibleName(post.title)
            chip.setChecked(post.piece == self.controller.piece)
        self._choice.setVisible(len(posts) > 1)

    def _chip(self, post: PlannedPost) -> QToolButton:
        chip = Chip("", self._choice)
        chip.setProperty("piece", post.piece)
        chip.clicked.connect(
            lambda _checked=False, piece=post.piece: self.controller.open_day(self.controller.day, piece)
        )
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _show_post(self, post: PlannedPost) -> None:
        network = self.controller.network
        words = post.text(network)
        self.name.setText(post.title)
        self.network.setCurrentIndex(self.network.findData(network.id))
        self.text.set_words(clean_notes(words))
        self.text.set_read_only(self.controller.locked(post))
        self.text.setAccessibleName(self.tr("Text for {network}").format(network=translate(network.name)))
        own = network.id in dict(post.own)
        self.back.setVisible((own or post.edited) and not self.text.isReadOnly())
        short = post.is_short(network)
        usual = self.tr("This is the short version; the long one does not fit here.")
        other = self.tr("The kit's short text is used because yours does not fit. It does not say what you wrote.")
        places = ", ".join(post.to_fill_in(network))
        open_ = self.tr("Fill in {places} before this goes out.").format(places=places) if places else ""
        self.source.setText((other if post.stands_in(network) else usual) if short else open_)
        self.source.setVisible(short or bool(places))
        self._count(post, words)
        self.described.setText(post.alt or self.tr("No description yet."))
        self.copy_alt.setEnabled(bool(post.alt))
        with QSignalBlocker(self.date):
            first, last = self.controller.month
            self.date.setDateRange(as_qdate(first), as_qdate(last))
            if post.day is not None:
                self.date.setDate(QDate(post.day.year, post.day.month, post.day.day))
        self.date.setEnabled(not post.fixed)
        self.fixed.setVisible(post.fixed)
        with QSignalBlocker(self.time):
            self.time.setTime(QTime(post.time.hour, post.time.minute))
        self.for_all.setVisible(any(other.time != post.time for other in self.controller.posts() if not other.shifted))
        self._show_picture()

    def _count(self, post: PlannedPost, words: str) -> None:
        network = self.controller.network
        count, problem = length(words, network), too_much(words, network)
        self.counter.setText(counts(words, network))
        self.counter.setProperty("kind", "error" if problem else "muted")
        self.counter.style().polish(self.counter)
        font = QFont(self.counter.font())
        font.setBold(bool(problem))
        self.counter.setFont(font)
        self.text.setAccessibleDescription(self.tr("{n} of {most}").format(n=count, most=network.text_limit))
        self.text.setProperty("state", "warn" if problem else "")
        self.text.style().polish(self.text)
        over = count - network.text_limit
        shown = self.tr("{n} characters too long for {network}.").format(n=over, network=translate(network.name))
        self.warning_words.setText(shown if over > 0 else translate(problem))
        self.warning.setVisible(bool(problem))
        short = post.spare_for(network)
        self.use_short.setText(self.tr("Use the short one, {n}").format(n=length(short, network)))
        helps = bool(short) and words != short and not too_much(short, network)
        self.use_short.setVisible(helps and not self.text.isReadOnly())

    def _show_picture(self, *_key: object) -> None:
        post = self.controller.post()
        found = None if post is None else self._tiles(post)
        if found is None:
            return
        kit, tiles = found
        self.copy_picture.setEnabled(bool(tiles))
        images = (self.workspace.renderer.picture(tile.key) for tile in tiles)
        image = next((one for one in images if one is not None), None)
        if image is not None:
            self._show_image(image)
            return
        show_mark(self.picture, self.workspace.icon("image", "muted"), 32)
        if tiles and self.isVisible():
            self._draw(tiles[0].page, kit)

    def _tiles(self, post: PlannedPost) -> tuple[Kit, list[Tile]] | None:
        """The kit of a post and the pictures that go with it; None where its week has no texts."""
        try:
            kit = self.workspace.document.kit(post.week)
        except StudioError:
            return None
        return kit, [tile for section in sections(kit) for tile in section.tiles if tile.piece == post.piece]

    def _draw(self, page: PageSpec, kit: Kit) -> None:
        """Draw a page that the board has not drawn yet, in the background; only the last one asked for is shown."""
        self._drawing += 1
        number, width = self._drawing, round(PICTURE * self.devicePixelRatioF())
        renderer = self.workspace.renderer
        renderer.ask(
            self,
            lambda: page_image(renderer.compose(page, kit).page, width),
            lambda image: self._show_image(image) if number == self._drawing else None,
        )

    def _show_image(self, image: QImage) -> None:
        ratio = self.devicePixelRatioF()
        side = round(PICTURE * ratio)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(image.scaled(side, side, keep, smooth))
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)

    def _restyle(self) -> None:
        put_icon(self.copy, self.workspace.icon("copy", "on_accent"))
        put_icon(self.mark, self.workspace.icon("check"))
        put_icon(self.copy_picture, self.workspace.icon("image", "accent"))
        put_icon(self.copy_alt, self.workspace.icon("accessibility", "accent"))

    # ---------------------------------------------------------------- acting

    def _typed(self, words: str) -> None:
        post = self.controller.post()
        if post is not None and words != post.text(self.controller.network):
            self.controller.write(post, words)

    def _back(self) -> None:
        post = self.controller.post()
        if post is not None:
            self.controller.go_back(post)

    def _use_short(self) -> None:
        post = self.controller.post()
        if post is not None:
            self.controller.write(post, post.spare_for(self.controller.network))
            self.workspace.document.end_merge()

    def _moved(self, day: QDate) -> None:
        self.controller.move(self.controller.piece, date(day.year(), day.month(), day.day()))

    def _time_shown(self) -> time:
        shown = self.time.time()
        return time(shown.hour(), shown.minute())

    def _timed(self, _time: QTime) -> None:
        self.controller.set_time(self.controller.piece, self._time_shown())

    def _mark(self) -> None:
        post = self.controller.post()
        if post is not None:
            self.controller.mark_posted(post.piece, posted=not post.posted)

    def _copy_picture(self) -> None:
        post = self.controller.post()
        found = None if post is None else self._tiles(post)
        if found is not None and found[1]:
            self.dnd_source.copy(found[1][:1], found[0])

    def _with_post(self, act: Callable[[PlannedPost], None]) -> None:
        post = self.controller.post()
        if post is not None:
            act(post)
