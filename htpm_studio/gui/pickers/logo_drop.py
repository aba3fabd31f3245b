"""The place for the logo: drop, click, paste or keyboard; read in the background, errors as a sentence inside."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QStyle,
    QStyleOption,
)

from htpm_studio.errors import StudioError
from htpm_studio.gui.controllers.picture_use import piece_count
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.dnd import PictureDrops, clipboard_data, image_in, paths_in, sort_of
from htpm_studio.gui.core.tasks import Task
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.style import text_side
from htpm_studio.gui.widgets.accessibility import PasteTarget
from htpm_studio.gui.widgets.fields import icon_button, restyle
from htpm_studio.gui.widgets.files import ask_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.logo import colors_from_logo, is_light
from htpm_studio.project.pictures import load_logo
from htpm_studio.scene.nodes import PictureSource

BAR_AFTER_MS = 400
SOFT_BELOW, LEAST_MORE = 600, 28
BOX, LOW = QSize(120, 44), 60
"""The size of the box in the brand strip, and below which height no air is left around a logo, in pixels."""
_SEALS = ("seal", "emblem", "badge", "coat-of-arms")

Read = tuple[PictureSource, tuple[str, ...]]


class LogoDrop(PictureDrops, QAbstractButton):
    """A button that shows the logo of the project, or the invitation to give one. `settled` follows every attempt."""

    DROP_ICON = "badge-check"
    settled = Signal()

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        PasteTarget(self)
        self.workspace, self.document, self.controller = workspace, workspace.document, pictures
        self.sentence = ""
        self._over, self._others = False, 0
        self._task: Task | None = None
        self.setProperty("kind", "drop")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.choose)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Reading the logo"))
        self.bar.hide()
        self.more = icon_button(workspace, "ellipsis", self.tr("More for the logo"))
        self.more.setParent(self)
        self.more.setStyleSheet("padding: 2px")
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.permitted = QCheckBox(self.tr("We have it in writing"), self)
        self.permitted.setAccessibleName(self.permitted.text())
        self.permitted.hide()
        self.permitted.clicked.connect(self._permit)
        self._bar_timer = QTimer(self, singleShot=True, interval=BAR_AFTER_MS)
        self._bar_timer.timeout.connect(self._show_bar)
        self.document.changed.connect(self._refresh)
        self.controller.thumbs.ready.connect(self._refresh)
        workspace.theme_changed.connect(self.update)
        self._refresh()

    # ---------------------------------------------------------------- reading

    @property
    def busy(self) -> bool:
        """Whether a logo is being read."""
        return self._task is not None

    def choose(self) -> None:
        """Ask for a file."""
        title = self.tr("Choose a logo")
        kinds = self.tr("Logos (*.svg *.png *.jpg *.jpeg *.webp);;All files (*)")
        path = ask_file(self.workspace, self, "logo", title, kinds)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file as the logo."""
        self._others = 0

        def job(context: JobContext) -> Read:
            logo = load_logo(path)
            context.checkpoint()
            return logo, colors_from_logo(logo)

        self._start(job, path.stem)

    def take_image(self, image: QImage) -> None:
        """Use a picture from the clipboard as the logo."""

        def job(_context: JobContext) -> Read:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "pasted.png"
                image.save(str(path))
                logo = load_logo(path)
            return logo, colors_from_logo(logo)

        self._start(job, "")

    def paste(self) -> None:
        """Use what the clipboard holds."""
        data = clipboard_data()
        paths, image = paths_in(data), image_in(data)
        if paths:
            self.take(paths[0])
        elif image is not None:
            self.take_image(image)
        else:
            self._say(self.tr("There is no picture to paste. Copy the logo first."))

    def remove(self) -> None:
        """Go back to the name in type."""
        project = self.document.project
        self.document.change(self.tr("Remove logo"), replace(project, brand=replace(project.brand, logo=None)))

    def _start(self, job: Callable[[JobContext], Read], stem: str) -> None:
        if self._task is not None:
            self._task.cancel()
        task = self.controller.logo_reader.start(job)
        self._task = task
        self._say("")
        self._bar_timer.start()
        task.succeeded.connect(lambda read: self._use(task, read, stem))
        task.failed.connect(lambda error: self._refuse(task, error))
        task.finished.connect(lambda: self._finish(task))

    def _use(self, task: Task, read: Read, stem: str) -> None:
        if task is not self._task:
            return
        logo, colors = read
        project = self.document.project
        brand = replace(project.brand, logo=logo, colors=colors)
        self.document.change(self.tr("Use logo"), replace(project, brand=brand))
        words = self.tr("Colors taken from the logo. {count} pieces updated.")
        words = words.format(count=piece_count(self.document))
        if self._others:
            words = self.tr("Logo used. {count} more added to Pictures.").format(count=self._others)
        self.workspace.toast(words, undo=True)
        if any(word in stem.lower() for word in _SEALS):
            self._say(self.tr("Use an agency seal only with written permission."), asks=True)
        elif logo.kind == "png" and max(logo.size) < SOFT_BELOW:
            self._say(self.tr("Soft above 2 inches. An SVG prints sharp."))

    def _refuse(self, task: Task, error: BaseException) -> None:
        if task is self._task:
            known = isinstance(error, StudioError)
            self._say(
                explain(error) if known else self.tr("This file has no picture we can read. PNG, JPG and SVG work.")
            )

    def _finish(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._bar_timer.stop()
            self.bar.hide()
            self._refresh()
            self.settled.emit()

    def _permit(self) -> None:
        self._say("")
        self.settled.emit()

    def _say(self, sentence: str, *, asks: bool = False) -> None:
        """Show a sentence; where it asks for something, with a box to tick when that is done."""
        self.sentence = sentence
        self.permitted.setChecked(False)
        self.permitted.setVisible(asks)
        if sentence:
            self.workspace.announce(sentence)
        self._refresh()

    def _show_bar(self) -> None:
        self.bar.setGeometry(8, self.height() - 10, self.width() - 16, 6)
        self.bar.show()

    # ---------------------------------------------------------------- look

    def _refresh(self, *_: object) -> None:
        logo = self.document.project.brand.logo
        kind = "drop" if logo is None else "card"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            restyle(self)
        self.more.setVisible(logo is not None)
        self._place_tick()
        name = self.tr("Logo, drop another one or press Enter to replace it") if logo else self.tr("Logo")
        self.setAccessibleName(name)
        hint = self.tr("Press Enter to choose a file, or paste a picture.")
        self.setAccessibleDescription(self.sentence or hint)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words need at a usual width."""
        return QSize(256, self.heightForWidth(256))

    def minimumSizeHint(self) -> QSize:
        """Narrow panels make it higher."""
        return QSize(120, self.heightForWidth(120))

    def heightForWidth(self, width: int) -> int:
        """Room for the logo or the invitation, and for the sentence below."""
        line = self.fontMetrics().lineSpacing()
        base = 72 if self.document.project.brand.logo else 24 + 3 * line + 34
        return base + (self._sentence_height(width) + 8 if self.sentence else 0) + self._tick_height()

    def _tick_height(self) -> int:
        return 0 if self.permitted.isHidden() else max(24, self.permitted.sizeHint().height())

    def _sentence_height(self, width: int) -> int:
        room = QRect(0, 0, max(60, width - 24), 4000)
        return self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.sentence).height()

    def resizeEvent(self, event: object) -> None:
        """Keep the button in its corner."""
        side = self._more_side()
        left = 4 if self.isRightToLeft() else self.width() - side - 4
        self.more.setGeometry(left, 4, side, side)
        self._place_tick()
        if self.bar.isVisible():
            self._show_bar()

    def _more_side(self) -> int:
        return max(LEAST_MORE, text_side(self) + 12)

    def _place_tick(self) -> None:
        height = self._tick_height()
        self.permitted.setGeometry(10, self.height() - height - 8, self.width() - 20, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The logo, or the invitation; the sentence; and the words of a drop while something hovers."""
        painter = QPainter(self)
        self._paint_frame(painter)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room = self.rect().adjusted(10, 10, -10, -10 - self._tick_height()) if self.height() > LOW else self.rect()
        if self.sentence:
            below = QRect(room.left(), room.bottom() - self._sentence_height(self.width()), room.width(), 0)
            below.setBottom(room.bottom())
            painter.setPen(self.workspace.theme.color("warn"))
            painter.drawText(below, int(Qt.TextFlag.TextWordWrap), self.sentence)
            room.setBottom(below.top() - 6)
        logo = self.document.project.brand.logo
        if self._over:
            self._paint_words(painter, self.rect(), "badge-check", "accent", (self.tr("Use as logo"),))
        elif logo is not None:
            free = QSize(max(24, self._more_side()), 0) if self.more.isVisible() else QSize(4, 4)
            air = (free.width(), free.height())
            self._paint_logo(painter, room.adjusted(*air, -air[0], -air[1]), logo)
        else:
            first, second = self.tr("Drop it here, or choose a file"), self.tr("PNG, JPG or SVG")
            self._paint_words(painter, room, "image-plus", "text", (first, second))
        if self.hasFocus():
            painter.setPen(QPen(self.workspace.theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_frame(self, painter: QPainter) -> None:
        if self.workspace.theme.plain:
            painter.setPen(QPen(self.palette().windowText().color(), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            return
        look = QStyleOption()
        look.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, look, painter, self)

    def _paint_logo(self, painter: QPainter, room: QRect, logo: PictureSource) -> None:
        image = self.controller.thumbs.image(logo)
        if image is None or image.isNull():
            return
        light = is_light(logo)
        if light or self.workspace.theme.dark or self.workspace.theme.plain:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#1A1E26") if light else Qt.GlobalColor.white)
            painter.drawRoundedRect(room, 4, 4)
            room = room.adjusted(8, 6, -8, -6)
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        painter.drawImage(target, image)

    def _paint_words(self, painter: QPainter, room: QRect, icon: str, token: str, lines: tuple[str, ...]) -> None:
        height = self.fontMetrics().lineSpacing()
        total = 24 + 6 + len(lines) * (height + 2)
        top = room.center().y() - total // 2
        self.workspace.icon(icon, token).paint(painter, room.center().x() - 12, top, 24, 24)
        for number, line in enumerate(lines):
            painter.setPen(self.workspace.theme.color(token if number == 0 else "muted"))
            row = QRect(room.left(), top + 30 + number * (height + 2), room.width(), height + 2)
            words = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(row, int(Qt.AlignmentFlag.AlignCenter), words)

    # ---------------------------------------------------------------- hands

    def menu(self) -> QMenu:
        """What can be done with the logo."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Choose a file…"), self.choose)
        menu.addAction(self.tr("Paste"), self.paste)
        if self.document.project.brand.logo is not None:
            menu.addAction(self.tr("Remove the logo"), self.remove)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu as the button."""
        self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for a file as a click and Space do, Ctrl+V pastes, Delete removes."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.document.project.brand.logo:
            self.remove()
        else:
            super().keyPressEvent(event)

    def takes(self, paths: Sequence[Path]) -> bool:
        """Pictures, and PDFs to say how they become one: nobody drops a toolkit on the logo."""
        pdf = bool(paths) and paths[0].suffix.lower() == ".pdf"
        return pdf or sort_of(paths) in ("picture", "other")

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take the first of several files; the others are photos."""
        self.take(paths[0])
        self._others = len(paths) - 1
        if self._others:
            self.controller.add(paths[1:])

    def drop_says(self) -> str:
        """Dropped here, a picture becomes the logo."""
        return self.tr("Use as logo")

    def hover(self, *, over: bool) -> None:
        """Say what a drop would do, or look as usual again."""
        self._over = over
        self.setProperty("over", "true" if over else "false")
        self.setProperty("kind", "drop" if over or self.document.project.brand.logo is None else "card")
        restyle(self)
        self.update()


class LogoBox(LogoDrop):
    """The logo in one line of the brand strip: without one a click asks for a file, later it opens the card."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__(workspace, pictures)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more.hide()

    def choose(self) -> None:
        """Ask for a file, or open the card of the logo that there is."""
        if self.document.project.brand.logo is None:
            super().choose()
        else:
            self.workspace.card_wanted.emit("logo")

    def _say(self, sentence: str, *, asks: bool = False) -> None:
        """There is no room for sentences: one that asks for something is asked on the card."""
        self.sentence = ""
        if asks:
            self.workspace.card_wanted.emit("logo")
        if sentence:
            self.workspace.toast(sentence)

    def _refresh(self, *_: object) -> None:
        super()._refresh()
        self.more.hide()

    def sizeHint(self) -> QSize:
        """A little wider than high."""
        line = self.fontMetrics().height()
        words = self.fontMetrics().horizontalAdvance(self.tr("Drop your logo"))
        return QSize(max(BOX.width(), words + 20), max(BOX.height(), line + 18))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """As high at any width."""
        del width
        return self.sizeHint().height()

    def _paint_words(self, painter: QPainter, room: QRect, icon: str, token: str, lines: tuple[str, ...]) -> None:
        del room, icon, lines
        over = self.tr("Use as logo") if token == "accent" else self.tr("Drop your logo")
        painter.setPen(self.workspace.theme.color(token))
        words = self.fontMetrics().elidedText(over, Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
