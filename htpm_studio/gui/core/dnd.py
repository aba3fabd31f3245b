"""What a drag or the clipboard carries, files, pictures or words, and the places of the window that take it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QPoint, QRect, Qt, SignalInstance
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from htpm_studio.errors import InputError, StudioError, msg
from htpm_studio.export.texts.planned_posts import read_post_text
from htpm_studio.gui.core.tiles import Tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.project.file_forms import MAX_TEXT

ENDING = ".txt"


class WordSpot(NamedTuple):
    """A part of a widget that takes words: where it is, what happens to its text, and who does it."""

    rect: QRect
    says: str
    take: Callable[[str], None]


@runtime_checkable
class WordPlace(Protocol):
    """A widget that takes words."""

    def word_spot(self, spot: QPoint) -> WordSpot | None:
        """What takes words at a spot of the widget, if anything does."""


@runtime_checkable
class PiecePlace(Protocol):
    """A widget that shows a piece, into which a photo can be dropped."""

    @property
    def tile(self) -> Tile:
        """The piece."""


def text_file_in(data: QMimeData) -> Path | None:
    """The text file that is dragged or copied, when it is one alone."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ENDING else None


def has_words(data: QMimeData) -> bool:
    """Whether something is text or a text file; a link or a picture with a text of its own is neither."""
    return text_file_in(data) is not None or (data.hasText() and not data.hasUrls() and not data.hasImage())


def words_in(data: QMimeData) -> str:
    """The words of what `has_words`; raises InputError where they cannot be read or are far too many."""
    path = text_file_in(data)
    words = data.text() if path is None else read_post_text(path)
    if len(words) > MAX_TEXT:
        raise InputError(msg("This is longer than any text of a kit."), "Copy the part that you need.")
    if not words.strip():
        raise InputError(msg("It has no text."), "Copy the text again.")
    return words


class WordField(Protocol):
    """A field that other words are dropped on as a whole. `left` ends the step of typing, `refused` has a sentence."""

    @property
    def left(self) -> SignalInstance:
        """Somebody is done with it for now."""

    @property
    def refused(self) -> SignalInstance:
        """Words could not be taken, and why."""

    def rect(self) -> QRect:
        """All of it."""

    def isReadOnly(self) -> bool:
        """Whether it can be read but not changed."""

    def selectAll(self) -> None:
        """Mark all of its words."""

    def put_words(self, words: str) -> None:
        """Put words in place of the marked ones, as if they were typed."""


def whole_field(field: WordField) -> WordSpot | None:
    """All of a field, while it can be changed; what is dropped there is one step."""

    def replace_words(words: str) -> None:
        field.left.emit()
        field.selectAll()
        field.put_words(words)
        field.left.emit()

    says = QCoreApplication.translate("WordField", "Replace this text")
    return None if field.isReadOnly() else WordSpot(field.rect(), says, replace_words)


def left_to_window(event: QDragEnterEvent) -> bool:
    """Whether something comes from outside and goes to the window, which says what a drop does."""
    if event.source() is None:
        event.ignore()
    return event.source() is None


def pastes_file(field: WordField, event: QKeyEvent) -> bool:
    """Whether the key pastes a text file that was copied, whose words then go into the field."""
    data = QGuiApplication.clipboard().mimeData()
    if not event.matches(QKeySequence.StandardKey.Paste) or text_file_in(data) is None:
        return False
    if not field.isReadOnly():
        try:
            field.put_words(words_in(data))
        except StudioError as error:
            field.refused.emit(explain(error))
    return True


def release_clipboard() -> None:
    """Empty a clipboard that only this program sees, while Python is there; call it before Python ends.

    Without a system's clipboard, as on screens that are only drawn, Qt frees what was copied after Python has gone, and
    what Python made crashes then. A system's clipboard keeps what was copied, or hands it on.
    """
    board = QGuiApplication.clipboard()
    data: QMimeData | None = board.mimeData()
    if data is not None and Shiboken.createdByPython(data) and not board.ownsClipboard():
        board.clear()


Sort = Literal["picture", "folder", "table", "document", "kit", "brand", "font", "words", "other"]
SORTS: dict[str, Sort] = {
    ".png": "picture", ".jpg": "picture", ".jpeg": "picture", ".webp": "picture", ".heic": "picture",
    ".heif": "picture", ".tif": "picture", ".tiff": "picture", ".bmp": "picture", ".gif": "picture", ".svg": "picture",
    ".csv": "table", ".tsv": "table", ".xlsx": "table",
    ".docx": "document", ".pdf": "document", ".txt": "document", ".md": "document", ".markdown": "document",
    ".htpm": "kit", ".htpmbrand": "brand", ".ttf": "font", ".otf": "font", ".woff": "font", ".woff2": "font",
}  # fmt: skip

APART, COVERING, VEIL, SIGN = 8, 0.9, 0.62, 22
PICTURE_MIME = "application/x-htpm-picture"
"""What a picture of the library carries when it is dragged: its hash or the name of its scene, as UTF-8."""

PIECES_MIME = "application/x-htpm-pieces"
"""What pieces of a kit carry when they are copied or dragged: their ids, a line each."""


class Dropped(NamedTuple):
    """What `workspace.files_dropped` carries: the files, and the piece that they were dropped on ("" elsewhere).

    `note` says why a piece that they were dropped on does not take them.
    """

    paths: tuple[Path, ...]
    piece: str
    note: str = ""


class DropTarget(NamedTuple):
    """A place that takes what is dragged: where it is in the window, what a drop does, and the piece."""

    rect: QRect
    words: str
    piece: str = ""
    icon: str = ""
    take: Callable[[str], None] | None = None
    """Takes the words that are dropped, where the place is for words."""

    note: str = ""
    """Why the piece under the pointer does not take it."""


class DropMarks(NamedTuple):
    """Pieces in sight, by what they do with what is dragged: those that take it, and those that do not."""

    taking: Sequence[QRect] = ()
    others: Sequence[QRect] = ()


NO_DROP_MARKS = DropMarks()

Finder = Callable[[QPoint, Sort, bool], DropTarget | None]
"""Where something of a sort would go at a spot; the last says whether it has words that could replace others."""
Others = Callable[[Sort], Sequence[DropTarget]]
Marker = Callable[[Sort], DropMarks]


def sort_of(paths: Sequence[Path]) -> Sort:
    """What the files are, by the first of them; a folder counts by itself."""
    if not paths:
        return "other"
    return "folder" if paths[0].is_dir() else SORTS.get(paths[0].suffix.lower(), "other")


def paths_in(data: QMimeData) -> tuple[Path, ...]:
    """The local files of a drag."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def copied_pieces(data: QMimeData) -> tuple[str, ...]:
    """The pieces of a kit that were copied in this program; empty for anything else."""
    words = bytes(data.data(PIECES_MIME).data()).decode("utf-8", "replace") if data.hasFormat(PIECES_MIME) else ""
    return tuple(words.split("\n")) if words else ()


def library_picture(data: QMimeData) -> str:
    """The key of the picture of the library that is dragged; "" when it is something else."""
    return bytes(data.data(PICTURE_MIME).data()).decode("utf-8", "replace") if data.hasFormat(PICTURE_MIME) else ""


class DropLayer(QWidget):
    """Drawn over the window while something is dragged: a thick frame around the target and its words.

    Other places that would take it too are covered with words of their own.
    """

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.target: DropTarget | None = None
        self.others: Sequence[DropTarget] = ()
        self.marks = DropMarks()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def show_target(
        self, target: DropTarget | None, others: Sequence[DropTarget] = (), marks: DropMarks = NO_DROP_MARKS
    ) -> None:
        """Frame a target, and show where else a drop is possible and which pieces take it; without any it hides."""
        self.target, self.others, self.marks = target, others, marks
        parent = self.parentWidget()
        if (target is None and not marks.taking) or parent is None:
            self.hide()
            return
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._mark(painter)
        for other in self.others:
            self._cover(painter, other)
        if self.target is not None:
            self._frame(painter, self.target)
        painter.end()

    def _mark(self, painter: QPainter) -> None:
        """A line and a sign around the pieces that take it; the others step back."""
        theme = self._workspace.theme
        veil = theme.color("board")
        veil.setAlphaF(VEIL)
        for rect in self.marks.others:
            painter.fillRect(rect, veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self.marks.taking:
            painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect, 4, 4)
            sign = QRect(rect.left() + 4, rect.top() + 4, SIGN, SIGN)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("base"))
            painter.drawRoundedRect(sign, 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            token = "text" if theme.plain else "accent"
            self._workspace.icon("image-plus", token).paint(painter, sign.adjusted(3, 3, -3, -3))

    def _frame(self, painter: QPainter, target: DropTarget) -> None:
        """The place under the pointer, and what a drop there does."""
        theme = self._workspace.theme
        exact = bool(target.piece or target.take)
        line = Qt.PenStyle.SolidLine if exact else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.color("accent"), 4, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(target.rect.adjusted(2, 2, -2, -2), 6, 6)
        painter.setFont(self.font())
        metrics = self.fontMetrics()
        size = metrics.size(0, target.words)
        box = QRect(0, 0, size.width() + 24, size.height() + 14)
        middle = target.rect.center()
        box.moveCenter(QPoint(middle.x(), target.rect.bottom() if exact else middle.y()))
        room = self.rect().adjusted(8, 8, -8, -8)
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
        box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height())))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.color("window"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), target.words)

    def _cover(self, painter: QPainter, other: DropTarget) -> None:
        """Another place, with an icon and its words."""
        theme, place = self._workspace.theme, other.rect.adjusted(2, 2, -2, -2)
        ground = theme.color("soft")
        ground.setAlphaF(COVERING)
        painter.setPen(QPen(theme.color("accent"), 3, Qt.PenStyle.DashLine))
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 6, 6)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        side = round(painter.fontMetrics().height() * 1.1)
        wide = side + APART + painter.fontMetrics().horizontalAdvance(other.words)
        left = place.center().x() - wide // 2
        icon = QRect(left, place.center().y() - side // 2, side, side)
        self._workspace.icon(other.icon, "accent" if not theme.plain else "text").paint(painter, icon)
        painter.setPen(theme.color("accent" if not theme.plain else "text"))
        words = QRect(icon.right() + APART, place.top(), place.width(), place.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), other.words)


class DragController(QObject):
    """Decides about drags over the window. The window hands its drag events on; `finder` knows the places.

    `use` puts a picture of the library into a piece.
    """

    def __init__(
        self,
        workspace: Workspace,
        window: QWidget,
        finder: Finder,
        status: Callable[[str], None],
        folder: Callable[[], Path],
        use: Callable[[str, str], None],
        others: Others = lambda _sort: (),
        marker: Marker = lambda _sort: NO_DROP_MARKS,
    ) -> None:
        super().__init__(window)
        self._others, self._use, self._marker = others, use, marker
        self._workspace, self._finder, self._status, self._folder = workspace, finder, status, folder
        self.layer = DropLayer(workspace, window)

    def over(self, data: QMimeData, spot: QPoint) -> bool:
        """Something is dragged over a spot of the window; returns whether it may be dropped there."""
        if library_picture(data):
            return self._own_over(spot)
        paths = paths_in(data)
        plain: Sort = "picture" if data.hasImage() else "words" if has_words(data) else "other"
        sort = sort_of(paths) if paths else plain
        target = self._finder(spot, sort, has_words(data))
        self.layer.show_target(target, self._others(sort) if target is not None else (), self._marker(sort))
        name = paths[0].name if paths else self.tr("The text") if sort == "words" else self.tr("The picture")
        if target is None:
            self._status(self.tr("{name} cannot be used here.").format(name=name) if paths else "")
        else:
            self._status(self.tr("{name}: {use}. Esc cancels.").format(name=name, use=target.words.rstrip(".")))
        return target is not None

    def _own_over(self, spot: QPoint) -> bool:
        """A picture of the library goes into pieces only."""
        found = self._finder(spot, "picture", False)
        target = found if found is not None and found.piece else None
        self.layer.show_target(target, marks=self._marker("picture"))
        use = target.words if target is not None else (found and found.note) or self.tr("Drop it on a piece")
        self._status(self.tr("{name}: {use}. Esc cancels.").format(name=self.tr("The picture"), use=use))
        return target is not None

    def leave(self) -> None:
        """The drag went away."""
        self.layer.show_target(None)
        self._status("")

    def drop(self, data: QMimeData, spot: QPoint) -> bool:
        """Pass the files on; returns whether they were taken."""
        taken = self.over(data, spot)
        target = self.layer.target
        self.leave()
        if not taken or target is None:
            return False
        if target.take is not None:
            return self._hand_over(data, target.take)
        if picture := library_picture(data):
            self._use(picture, target.piece)
            return True
        paths = paths_in(data) or self._kept(data)
        if paths:
            self._workspace.files_dropped.emit(Dropped(paths, target.piece, target.note))
        return bool(paths)

    def _hand_over(self, data: QMimeData, take: Callable[[str], None]) -> bool:
        """Give words to the place that takes them, or tell why they cannot be used."""
        try:
            take(words_in(data))
        except StudioError as error:
            self._workspace.toast(explain(error))
            return False
        return True

    def _kept(self, data: QMimeData) -> tuple[Path, ...]:
        """A picture that comes without a file, from a browser, as a file."""
        image = data.imageData()
        if not isinstance(image, QImage) or image.isNull():
            return ()
        path = self._folder() / "picture.png"
        return (path,) if image.save(str(path)) else ()


def image_in(data: QMimeData) -> QImage | None:
    """The picture itself that a drop or the clipboard carries."""
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def clipboard_data() -> QMimeData:
    """What the clipboard holds; empty when it cannot be read."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if data is None else data


class PictureDrops:
    """What such a place adds, before its Qt class among the bases.

    Files that the window has another use for, such as kits and lists, are left to the window.
    """

    DROP_ICON = "images"

    @abstractmethod
    def drop_says(self) -> str:
        """What a drop does, while something is dragged anywhere over the window; "" where that is said already."""

    @abstractmethod
    def hover(self, *, over: bool) -> None:
        """Say what a drop would do, or look as usual again."""

    @abstractmethod
    def take_files(self, paths: Sequence[Path]) -> None:
        """Use the files that were dropped, at least one."""

    @abstractmethod
    def take_image(self, image: QImage) -> None:
        """Use a picture that was dropped without a file."""

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether files are for this place; what nobody knows is, so that the user learns why it cannot be used."""
        return sort_of(paths) in ("picture", "folder", "other")

    def _wants(self, event: QDropEvent) -> bool:
        data, paths = event.mimeData(), paths_in(event.mimeData())
        within = event.source() is not None  # A piece that is dragged within the window is not added as a picture.
        return not within and (self.takes(paths) if paths else data.hasImage())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what a drop would do."""
        if self._wants(event):
            event.acceptProposedAction()
            self.hover(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Back to the usual look."""
        self.hover(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files, folders or the picture itself."""
        self.hover(over=False)
        if not self._wants(event):
            event.ignore()
            return
        event.acceptProposedAction()
        paths, image = paths_in(event.mimeData()), image_in(event.mimeData())
        if paths:
            self.take_files(paths)
        elif image is not None:
            self.take_image(image)
