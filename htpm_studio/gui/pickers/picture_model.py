"""The pictures of a kit in a list and as rows, and how a row is painted: thumbnail, name, mark in icon and words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from htpm_studio.export.kit.photo_placement import large_enough, one_color
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.picture_use import photo_title, ready_kits, scene_title
from htpm_studio.gui.controllers.pictures import FailedFile, PicturesController
from htpm_studio.gui.core.dnd import PICTURE_MIME
from htpm_studio.gui.core.picture_thumbnails import cropped_to
from htpm_studio.gui.i18n import language_in_use
from htpm_studio.gui.widgets.labels import broken_name
from htpm_studio.illustrations.scene_file import Scene
from htpm_studio.project.consent import Status, ends_soon, status
from htpm_studio.project.model import PEOPLE, Photo
from htpm_studio.scene.nodes import PictureSource

PHOTOS, WITH_PEOPLE, NOBODY, OTHER = "photos", "people", "nobody", "other"
_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "workplace": "work", "kitchen": "work", "warehouse": "work", "building-site": "work", "construction": "work",
        "farm-field": "work", "home-table": "home", "porch": "outdoors", "street": "outdoors", "hill": "outdoors",
        "open-ground": "outdoors", "country-road": "outdoors", "clinic": "help", "phone-desk": "help",
        "relief-centre": "help", "classroom": "groups", "community-meeting": "groups", "plain": "close",
    }
)  # fmt: skip
"""In which group the drawings of a setting are."""


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Pictures", text))


_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "": _t("All pictures"), PHOTOS: _t("Your photos"), WITH_PEOPLE: _t("Drawings with people"),
        "work": _t("People at work"), "home": _t("People at home"), "outdoors": _t("People outdoors"),
        "help": _t("Health and help"), "groups": _t("Classes and meetings"),
        "close": _t("One person, close"), OTHER: _t("People elsewhere"), NOBODY: _t("Drawings without people"),
    }
)  # fmt: skip


def picture_groups() -> tuple[tuple[str, str], ...]:
    """The groups with their words, in the order of the list; those that are parts of another come after it."""
    return tuple((name, QCoreApplication.translate("Pictures", words)) for name, words in _WORDS.items())


def group_of(scene: Scene) -> str:
    """In which group a drawing is."""
    return _GROUPS.get(scene.setting, OTHER) if scene.seats else NOBODY


def in_group(kind: str, wanted: str) -> bool:
    """Whether a picture of a group is in the one that is wanted, "" for all."""
    return wanted in ("", kind) or (wanted == WITH_PEOPLE and kind not in (PHOTOS, NOBODY))


def search_words(text: str) -> str:
    """A text without accents and capitals, so that it is found however it was typed; other signs part words."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = (part for part in parts if not unicodedata.combining(part))
    return "".join(letter if letter.isalnum() else " " for letter in letters)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)


@dataclass(frozen=True, slots=True)
class PictureEntry:
    """One row: what it is, what to call it, and its mark (icon, color token, words)."""

    key: str
    title: str
    icon: str
    token: str
    words: str
    uses: int = 0
    source: PictureSource | None = None
    photo: Photo | None = None
    state: Status | None = None
    soon: bool = False
    kind: str = ""
    found_by: str = ""

    @property
    def failed(self) -> bool:
        """Whether this is a file that could not be read."""
        return self.source is None

    @property
    def kept_out(self) -> bool:
        """Whether another picture replaces this one."""
        return self.state in ("missing", "ended", "withdrawn")


def is_found(entry: PictureEntry, kind: str, words: Sequence[str]) -> bool:
    """Whether a row is of that kind ("" for all) and every word begins one of its own; failed files always show."""
    if entry.failed:
        return True
    known = entry.found_by.split()
    return in_group(entry.kind, kind) and all(any(own.startswith(word) for own in known) for word in words)


def who_words(people: str) -> str:
    """Who can be recognized, in words."""
    return {
        "nobody": _tr("Nobody"),
        "staff": _tr("Staff or volunteer"),
        "model": _tr("A licensed model"),
        "participant": _tr("Participant or client"),
        "child": _tr("A child"),
        "unsure": _tr("Not sure"),
    }.get(people, "")


def short_who(people: str) -> str:
    """Who can be recognized, in one word."""
    return {
        "nobody": _tr("Nobody"),
        "staff": _tr("Staff"),
        "model": _tr("Model"),
        "participant": _tr("Participant"),
        "child": _tr("Child"),
    }.get(people, "")


def says_people(who: str) -> bool:
    """Whether words are only what `who_words` says, and no name."""
    return who in {who_words(people) for people in PEOPLE}


def mark_of(photo: Photo, day: date) -> tuple[str, str, str]:
    """The mark of a photo: icon, color token and words."""
    state = status(photo, day)
    if state == "ready" and ends_soon(photo, day):
        return "clock", "warn", _tr("Consent ends soon")
    if photo.people == "nobody" and state == "ready":
        return "circle-check", "ok", _tr("No people")
    return {
        "ready": ("shield-check", "ok", _tr("Consent on file")),
        "unsaid": ("shield-alert", "warn", _tr("Who is in it?")),
        "missing": ("shield-alert", "error", _tr("Consent missing")),
        "ended": ("clock", "error", _tr("Consent ended")),
        "withdrawn": ("ban", "error", _tr("Consent withdrawn")),
    }[state]


def picture_entries(controller: PicturesController) -> Iterator[PictureEntry]:
    """All rows: files that could not be read first, then photos, then scenes."""
    document, usage, day = controller.document, controller.usage(), controller.workspace.today
    kit = next(ready_kits(document), None)
    yield from (_failed(failure) for failure in controller.failures)
    for photo in document.project.photos:
        key = photo.source.key
        icon, token, words = mark_of(photo, day)
        if token != "error" and one_color(document.resources, photo):
            icon, token, words = "triangle-alert", "warn", _tr("One flat color")
        elif token != "error" and kit is not None and not large_enough(kit, photo):
            icon, token, words = "triangle-alert", "warn", _tr("Too small")
        yield PictureEntry(
            key, photo_title(photo), icon, token, words, len(usage.of(key)), photo.source, photo, status(photo, day),
            ends_soon(photo, day), PHOTOS, search_words(f"{photo_title(photo)} {photo.alt} {photo.credit}"),
        )  # fmt: skip
    if kit is not None:
        words = _tr("Drawn scene")
        for name, ref in kit.scenes.items():
            scene = kit.resources.pictures.scene(name)
            title = scene_title(kit, name)
            about = kit.resources.pictures.about(name, language_in_use())
            yield PictureEntry(
                name, title, "circle-check", "ok", words, len(usage.of(name)), ref.source,
                kind=group_of(scene), found_by=search_words(f"{title} {about}"),
            )  # fmt: skip


def _failed(failure: FailedFile) -> PictureEntry:
    return PictureEntry(f"failed {failure.name}", failure.name, "circle-alert", "error", failure.reason)


def accessible_text(entry: PictureEntry) -> str:
    """A row as a screen reader says it."""
    uses = _tr("used in 1 piece") if entry.uses == 1 else _tr("used in {count} pieces").format(count=entry.uses)
    kept = _tr("not included in the kit")
    return ", ".join([entry.title, entry.words, *([kept] if entry.kept_out else []), *([] if entry.failed else [uses])])


Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()


FILTERS: Mapping[str, Callable[[PictureEntry], bool]] = {
    "all": lambda _entry: True,
    "missing": lambda entry: entry.state in ("missing", "ended", "withdrawn", "unsaid"),
    "soon": lambda entry: entry.soon,
}
"""What each chip of the page shows."""


class PicturesModel(QAbstractListModel):
    """Rows of one filter; reset only when they really changed, so that selection and scrolling stay."""

    def __init__(self, controller: PicturesController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.filter, self.kind, self.words = "all", "", ""
        self.all: tuple[PictureEntry, ...] = ()
        self.rows: tuple[PictureEntry, ...] = ()

    def refresh(self) -> bool:
        """Read the document again; whether the number or order of rows changed."""
        self.all = tuple(picture_entries(self.controller))
        return self.show_found()

    def show_found(self) -> bool:
        """Show what the filter, the group and the words leave of what was read; whether that are other rows."""
        words = search_words(self.words).split()
        rows = tuple(entry for entry in self.all if FILTERS[self.filter](entry) and is_found(entry, self.kind, words))
        return self.show_rows(rows)

    def show_rows(self, rows: tuple[PictureEntry, ...]) -> bool:
        """Show these rows; whether their number or order changed."""
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def row_of(self, key: str) -> int:
        """The row of a picture; -1 when it is not shown."""
        return next((number for number, entry in enumerate(self.rows) if entry.key == key), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry itself, and its words for screen readers and tooltips."""
        entry = self.rows[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_text(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.title}: {entry.words}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Pictures can be dragged onto pieces."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.rows[index.row()].failed else flags | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What a dragged picture carries."""
        return [PICTURE_MIME]

    def mimeData(self, indexes: object) -> QMimeData:
        """The first dragged picture by its name."""
        data = QMimeData()
        if isinstance(indexes, list) and indexes:
            data.setData(PICTURE_MIME, QByteArray(self.rows[indexes[0].row()].key.encode()))
        return data


MARGIN = 8
RING = 3
GAP = 2
SHAPE = 0.66
WIDE = 200


class PictureDelegate(QStyledItemDelegate):
    """All cells have the same width, set by the view, and room for a title on two or three lines and one of words."""

    def __init__(self, controller: PicturesController, parent: QWidget) -> None:
        super().__init__(parent)
        self.controller = controller
        self.width = 240

    @property
    def title_lines(self) -> int:
        """On how many lines a title goes on: in narrow cells on more."""
        return 2 if self.width >= WIDE else 3

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Thumbnail with its margins, and the caption below."""
        caption = (self.title_lines + 1) * max(18, option.fontMetrics.height() + 2)
        return QSize(self.width, round((self.width - 2 * MARGIN) * SHAPE) + 2 * MARGIN + 6 + caption)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one picture."""
        entry = index.data(ENTRY)
        if not isinstance(entry, PictureEntry):
            return
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cell = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        frame = QRect(cell.left(), cell.top(), cell.width(), round(cell.width() * SHAPE))
        self._picture(painter, frame, entry, option.font)
        if entry.kept_out:
            self._badge(painter, frame, option.font)
        self._rings(painter, frame, option)
        self._caption(painter, QRect(cell.left(), frame.bottom() + 7, cell.width(), cell.bottom() - frame.bottom() - 6),
                      entry, option)  # fmt: skip
        painter.restore()

    def _picture(self, painter: QPainter, frame: QRect, entry: PictureEntry, font: QFont) -> None:
        theme = self.controller.workspace.theme
        path = QPainterPath()
        path.addRoundedRect(QRectF(frame), 3, 3)
        painter.fillPath(path, theme.color("divider"))
        image = self.controller.thumbs.image(entry.source) if entry.source else None
        if image is not None:
            painter.setClipPath(path)
            painter.drawImage(QRectF(frame), image, cropped_to(image, frame))
            painter.setClipping(False)
        elif entry.failed:
            painter.fillPath(path, theme.color("error_fill"))
            painter.setPen(theme.color("error"))
            painter.setFont(font)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(frame.adjusted(12, 8, -12, -8), flags, entry.words)
        painter.setPen(QPen(theme.color("control"), 1))
        painter.drawPath(path)

    def _badge(self, painter: QPainter, frame: QRect, font: QFont) -> None:
        theme = self.controller.workspace.theme
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        words = metrics.elidedText(self.tr("Not included in the kit"), Qt.TextElideMode.ElideRight, frame.width() - 56)
        box = QRect(frame.left() + 8, frame.top() + 8, metrics.horizontalAdvance(words) + 36, metrics.height() + 8)
        painter.setPen(QPen(theme.color("error"), 1))
        painter.setBrush(theme.color("error_fill"))
        painter.drawRoundedRect(box, 4, 4)
        self.controller.workspace.icon("eye-off", "error").paint(painter, box.left() + 7, box.center().y() - 7, 16, 16)
        painter.setFont(bold)
        painter.drawText(box.adjusted(28, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _rings(self, painter: QPainter, frame: QRect, option: QStyleOptionViewItem) -> None:
        theme = self.controller.workspace.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        room = QRectF(frame).adjusted(-GAP - 1.5, -GAP - 1.5, GAP + 1.5, GAP + 1.5)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("accent"), RING))
            painter.drawRoundedRect(room, 5, 5)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DotLine))
                painter.drawRect(QRectF(frame).adjusted(-1, -1, 0, 0))
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(room, 5, 5)

    def _caption(self, painter: QPainter, room: QRect, entry: PictureEntry, option: QStyleOptionViewItem) -> None:
        theme, metrics = self.controller.workspace.theme, option.fontMetrics
        line = max(18, metrics.height() + 2)
        self.controller.workspace.icon(entry.icon, entry.token).paint(
            painter, QRect(room.left(), room.top() + 1, 16, 16)
        )
        left, width = room.left() + 22, room.width() - 22
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        titles = title_lines(option.font, entry, width, self.title_lines)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        for number, title in enumerate(titles):
            painter.drawText(QRect(left, room.top() + number * line, width, line), flags, title)
        painter.setPen(QColor(theme.color("error" if entry.kept_out else "muted")))
        words = metrics.elidedText("" if entry.failed else self._words(entry), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, room.top() + len(titles) * line, width, line), flags, words)

    def _words(self, entry: PictureEntry) -> str:
        waits = entry.photo is not None and entry.photo.placed and not entry.kept_out
        uses = self.tr("not placed yet") if waits else self.tr("not used")
        if entry.uses:
            uses = self.tr("{count} pieces").format(count=entry.uses) if entry.uses > 1 else self.tr("1 piece")
        return f"{entry.words}, {uses}" if entry.photo is not None else uses


def title_lines(font: QFont, entry: PictureEntry, width: int, most: int) -> tuple[str, ...]:
    """A title that fits: a file's name keeps its end, a sentence goes on in further lines."""
    if entry.photo is None and not entry.failed:
        return broken_name(entry.title, font, width, most)
    return (QFontMetrics(font).elidedText(entry.title, Qt.TextElideMode.ElideMiddle, width),)
