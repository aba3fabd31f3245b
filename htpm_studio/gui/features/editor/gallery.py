"""A row or column of small live pictures with names: sister pieces, other sizes, other templates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from htpm_studio.export.decks.slides import layouts_for
from htpm_studio.export.kit.editable import variants
from htpm_studio.export.kit.edits import TEMPLATE
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.editor import EditorController, replace_edits, tile_in
from htpm_studio.gui.core.render_service import WantedPicture
from htpm_studio.gui.core.tiles import Tile, size_name, template_title
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.accessibility import menu_place
from htpm_studio.gui.widgets.labels import broken_name
from htpm_studio.pieces.declared import page_sizes

CARD_MIME = "application/x-htpm-card"
"""What a card carries when it is dragged: its key, as UTF-8."""
RING, GAP = 3, 4
PALE = 0.35
MARK, NAME_LINES = 16, 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class GalleryCard:
    """One small picture: `key` names it, `page` and `kit` say what is drawn, `ratio` is width by height."""

    key: str
    title: str
    page: PageSpec
    kit: Kit
    ratio: float
    marks: tuple[tuple[str, str], ...] = ()
    pale: bool = False
    number: str = ""


class Gallery(QListWidget):
    """Emits `chosen(key)` for a click, Enter or the arrow keys; redraws only pictures that changed.

    `moved(key, by)` and `removed(key)` follow keys, `dropped(key, place)` a drag, and `menu_wanted(key, spot)` asks for
    a menu at a point of the screen: each names the card that it is about, which need not be the current one.
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)
    dropped = Signal(str, int)
    menu_wanted = Signal(str, QPoint)

    def __init__(
        self, workspace: Workspace, group: str, *, across: bool, extent: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace, self._group, self.across, self.extent = workspace, group, across, extent
        self.cards: tuple[GalleryCard, ...] = ()
        self._current, self._clicked, self._reveal = "", False, False
        self._revealing = False  # scrolling may lay the cards out again
        self.setItemDelegate(CardDelegate(self))
        self.setFlow(QListWidget.Flow.LeftToRight if across else QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        (self.setVerticalScrollBarPolicy if across else self.setHorizontalScrollBarPolicy)(off)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSpacing(GAP)
        if across:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QListWidget { background: transparent; border: 0; }")
        (self.horizontalScrollBar() if across else self.verticalScrollBar()).actionTriggered.connect(self._scrolled)
        self.itemClicked.connect(lambda item: self._click(self.row(item)))
        workspace.renderer.ready.connect(self._ready)
        workspace.theme_changed.connect(self.viewport().update)

    # ---------------------------------------------------------------- content

    def show_cards(self, cards: Sequence[GalleryCard], current: str) -> None:
        """Show these; the list is only rebuilt when other pieces are in it."""
        same = [card.key for card in cards] == [card.key for card in self.cards]
        before = self.cards if same else ()
        self.cards, self._current = tuple(cards), current
        if not same:
            self.clear()
            for _ in cards:
                self.addItem(QListWidgetItem())
        for row, card in enumerate(cards):
            if not before or before[row] != card:
                item = self.item(row)
                item.setToolTip(card.title)
                marks = ", ".join(words for _, words in card.marks)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{card.title}, {marks}" if marks else card.title)
        self.show_current()
        if before != self.cards:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        self._ask()

    def show_current(self) -> None:
        """Put the ring around what is open again, after another card was pressed, dragged or had its menu open."""
        row = next((row for row, card in enumerate(self.cards) if card.key == self._current), -1)
        if row != self.currentRow():
            self.setCurrentRow(row)
            self._reveal = True
            self.scheduleDelayedItemsLayout()

    def card(self, row: int) -> GalleryCard | None:
        """The card of a row."""
        return self.cards[row] if 0 <= row < len(self.cards) else None

    # ---------------------------------------------------------------- moving

    def set_movable(self, on: bool) -> None:
        """Let cards be dragged to another place, which `dropped` tells."""
        mode = QListWidget.DragDropMode.InternalMove if on else QListWidget.DragDropMode.NoDragDrop
        if self.dragDropMode() != mode:
            self.setDragDropMode(mode)
            self.setDropIndicatorShown(on)

    def mimeTypes(self) -> list[str]:
        """Cards alone are dropped here."""
        return [CARD_MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The key of the card that is dragged."""
        data, card = QMimeData(), self.card(self.row(items[0])) if items else None
        if card is not None:
            data.setData(CARD_MIME, card.key.encode())
        return data

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the card that is pressed; what is open stays open."""
        super().startDrag(actions)
        self.show_current()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which card was dropped and where; whoever hears it shows the new order."""
        key = bytes(event.mimeData().data(CARD_MIME).data()).decode("utf-8", "replace")
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if any(card.key == key for card in self.cards):
            self.dropped.emit(key, self.place_at(event.position().toPoint(), key))

    def place_at(self, spot: QPoint, key: str) -> int:
        """The place that a card gets when it is dropped at a point."""
        above = sum(self.visualItemRect(self.item(row)).center().y() < spot.y() for row in range(self.count()))
        row = next(row for row, card in enumerate(self.cards) if card.key == key)
        return above - 1 if above > row else above

    # ---------------------------------------------------------------- pictures

    def picture_key(self, card: GalleryCard) -> str:
        """The name of a small picture in the store of the window."""
        return f"{self._group}|{card.key}"

    def _ask(self) -> None:
        """Ask for what changed, the current one and its neighbors first."""
        wanted: list[tuple[int, WantedPicture]] = []
        for row, card in enumerate(self.cards):
            key = self.picture_key(card)
            width = round(self.thumb(card).width() * self.devicePixelRatioF())
            known = self.workspace.renderer.newest(key)
            # What was only asked for is asked for again: the next list of a group takes the place of the one before.
            if known is None or not known.shows(card.page, card.kit, width):
                wanted.append((abs(row - self.currentRow()), WantedPicture(key, card.page, card.kit, width)))
        wanted.sort(key=lambda row: row[0])
        if self.isVisibleTo(self.window()):
            self.workspace.renderer.want([one for _, one in wanted], self._group)

    def _ready(self, key: str) -> None:
        if key.startswith(f"{self._group}|"):
            self.viewport().update()

    def thumb(self, card: GalleryCard) -> QSize:
        """The size of a small picture."""
        if self.across:
            return QSize(max(24, round(self.extent * card.ratio)), self.extent)
        # with room for the bar whether or not it shows: else it would come and go with the height that it changes
        room = min(self.viewport().width(), self.contentsRect().width() - self.verticalScrollBar().sizeHint().width())
        width = max(40, room - 2 * (RING + GAP + 6) - (self._number_width() if card.number else 0))
        return QSize(width, max(24, round(width / card.ratio)))

    def _number_width(self) -> int:
        return self.fontMetrics().horizontalAdvance("00") + 6

    def cell(self, card: GalleryCard) -> QSize:
        """The size of a picture with its name."""
        size = self.thumb(card)
        lines = 0 if card.number else 1 if self.across else len(self.name_lines(card))
        caption = lines * self.fontMetrics().lineSpacing() + GAP if lines else 0
        extra = self._number_width() if card.number else 0
        return QSize(size.width() + 2 * (RING + 2) + extra, size.height() + caption + 2 * (RING + 2))

    def name_lines(self, card: GalleryCard) -> tuple[str, ...]:
        """The name of a card below its picture: in a column on two lines at most, in a row on one."""
        room = max(10, self.thumb(card).width() + RING - MARK * len(card.marks))
        return broken_name(card.title, self.font(), room, 1 if self.across else NAME_LINES)

    def picture_rect(self, card: GalleryCard, cell: QRect) -> QRect:
        """Where the picture is in its cell."""
        size = self.thumb(card)
        left = cell.left() + RING + 2 + (self._number_width() if card.number else 0)
        return QRect(left, cell.top() + RING + 2, size.width(), size.height())

    def sizeHint(self) -> QSize:
        """Room for one row or column."""
        cells = [self.cell(card) for card in self.cards]
        if self.across:
            # As high before there are cards: they come a moment later and would move the stage under the hand.
            empty = self.extent + self.fontMetrics().lineSpacing() + GAP + 2 * (RING + 2)
            high = max((cell.height() for cell in cells), default=empty)
            return QSize(160, high + 2 * GAP + self.horizontalScrollBar().sizeHint().height())
        return QSize(self.extent, 200)

    def minimumSizeHint(self) -> QSize:
        """A row is never cut in its height."""
        return QSize(60, self.sizeHint().height() if self.across else 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A column is as wide as there is room."""
        super().resizeEvent(event)
        if not self.across and event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._ask()
        elif self._reveal:
            self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Keep the current card in sight until somebody scrolls."""
        super().doItemsLayout()
        self._reveal_current()

    def _reveal_current(self) -> None:
        if self._reveal and not self._revealing and self.isVisible() and self.currentIndex().isValid():
            self._revealing = True
            self.scrollTo(self.currentIndex())
            self._revealing = False

    def _scrolled(self, _action: int) -> None:
        self._reveal = False

    def showEvent(self, event: QShowEvent) -> None:
        """What became the current card meanwhile is to be seen."""
        super().showEvent(event)
        if self._reveal:
            self.scheduleDelayedItemsLayout()

    # ---------------------------------------------------------------- hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press marks a card at once; it is chosen when the button is let go over it."""
        self._clicked = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go elsewhere, nothing was chosen."""
        super().mouseReleaseEvent(event)
        if not self._clicked and event.button() == Qt.MouseButton.LeftButton:
            self.show_current()

    def _click(self, row: int) -> None:
        card = self.card(row)
        if card is not None:
            self._clicked = True
            self.chosen.emit(card.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer, by key of the one with the focus."""
        index, spot = menu_place(self, event)
        card = self.card(index.row())
        if card is not None:
            self.menu_wanted.emit(card.key, spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose; Alt with Up or Down moves, Delete leaves out."""
        before, alt = self.currentRow(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        card = self.card(before)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if card is not None:
                self.moved.emit(card.key, -1 if event.key() == Qt.Key.Key_Up else 1)
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if card is not None:
                self.removed.emit(card.key)
            return
        if event.key() == Qt.Key.Key_Escape or (alt and event.key() == Qt.Key.Key_Left):
            event.ignore()
            return
        super().keyPressEvent(event)
        card = self.card(self.currentRow())
        if card is not None and (self.currentRow() != before or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.chosen.emit(card.key)


class CardDelegate(QStyledItemDelegate):
    """Paints a small picture, its ring when it is the current one, its name and marks."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__(gallery)
        self._gallery = gallery

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Picture and name."""
        del option
        card = self._gallery.card(index.row())
        return self._gallery.cell(card) if card is not None else QSize(40, 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        card = self._gallery.card(index.row())
        if card is None:
            return
        gallery, theme = self._gallery, self._gallery.workspace.theme
        cell: QRect = option.rect
        place = gallery.picture_rect(card, cell)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image = gallery.workspace.renderer.picture(gallery.picture_key(card))
        painter.setOpacity(PALE if card.pale else 1.0)
        if image is None:
            painter.fillRect(place, theme.color("divider"))
        else:
            painter.drawImage(place, image)
        painter.setOpacity(1.0)
        current = gallery.currentRow() == index.row()
        focused = current and gallery.hasFocus()
        state: QStyle.StateFlag = option.state
        if current or state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus" if focused else "accent"), RING))
            painter.drawRect(place.adjusted(-2, -2, 2, 2))
        if focused:
            painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(place.adjusted(-5, -5, 4, 4))
        self._caption(painter, card, cell, place)
        painter.restore()

    def _caption(self, painter: QPainter, card: GalleryCard, cell: QRect, place: QRect) -> None:
        gallery, theme = self._gallery, self._gallery.workspace.theme
        painter.setFont(gallery.font())
        painter.setPen(theme.color("text" if not card.pale else "muted"))
        high, right = gallery.fontMetrics().lineSpacing(), cell.right()
        if card.number:
            box = QRect(cell.left(), place.top(), place.left() - cell.left() - RING - 2, high)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), card.number)
            top, right = place.bottom() - 18, place.right() - 2
        else:
            top = place.bottom() + RING + 2
        for icon, _ in reversed(card.marks):
            right -= MARK
            spot = QRect(right, top + (high - 14) // 2 if not card.number else top, 14, 14)
            if card.number:
                painter.fillRect(spot.adjusted(-2, -2, 2, 2), theme.color("panel"))
            gallery.workspace.icon(icon, "text").paint(painter, spot)
        if not card.number:
            for number, text in enumerate(gallery.name_lines(card)):
                box = QRect(place.left(), top + number * high, place.width() + RING, high)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), text)


def size_cards(controller: EditorController) -> tuple[GalleryCard, ...]:
    """The open piece in its other sizes; none where the editor does not show them."""
    now, kit = controller.now, controller.kit()
    if now is None or not controller.has("sizes"):
        return ()
    return tuple(
        GalleryCard(tile.key, size_name(tile.size), tile.page, kit, _ratio(tile.page.canvas))
        for tile in now.tiles
        if tile.size and tile.key != now.tile.key
    )


def variant_cards(controller: EditorController) -> tuple[GalleryCard, ...]:
    """The open piece with every template that suits its words, its own included; none where there is no choice."""
    now, kit, library = controller.now, controller.kit(), controller.document.resources.library
    if now is None or not controller.has("variants") or now.spec.sheet:
        return ()
    made = []
    for name in layouts_for(kit, controller.piece) or variants(now.plain.page, library):
        page = now.tile.page
        if name != page.template:
            tile = kit.cached(("variant", now.tile.key, name), partial(_with_template, controller, kit, name))
            if tile is None or tile.page.template != name:
                continue
            page = tile.page
        title = template_title(library.template(name))
        made.append(GalleryCard(variant_key(now.tile.key, name), title, page, kit, _ratio(page.canvas)))
    return tuple(made) if len(made) > 1 else ()


def _with_template(controller: EditorController, kit: Kit, name: str) -> Tile | None:
    """The open piece with another template."""
    now = controller.now
    tried = replace_edits(kit, controller.piece, {TEMPLATE: name})
    return tile_in(tried, now.tile.key, controller.piece, now.section.medium) if now is not None else None


def variant_key(key: str, template: str) -> str:
    """The name of a tile's picture with another template."""
    return f"{key}|{template}"


def _ratio(canvas: str) -> float:
    return page_sizes()[canvas].size.ratio
