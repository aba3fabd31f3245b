"""Headings, labels with buddies, buttons with their icons, and frames of panels."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QIcon, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.style import beside_size, beside_text, text_side
from htpm_studio.gui.widgets.arrange import STRETCH, in_column

MARGIN, ICON = 16, 16
WIDEST = 480
"""How wide a field of one line is at most."""


class PanelSection(QWidget):
    """A section of a panel: heading, an optional button at its right, content below, and a line at the end."""

    def __init__(self, title: str, button: QWidget | None = None, *, ruled: bool = True) -> None:
        super().__init__()
        head = QHBoxLayout()
        self.heading = kind_label(title, "head", wrap=True)
        head.addWidget(self.heading, 1)
        if button is not None:
            head.addWidget(button)
        self.column = in_column(head, margins=(MARGIN, 12, MARGIN, 16), spacing=4)
        outer = in_column(self.column, inside=self, spacing=0)
        if ruled:
            outer.addWidget(divider())


class SideBySide(QWidget):
    """Two parts of the same width beside each other, or one below the other where there is no room for both.

    Parts that are `roomy` are beside each other only where each has all the room that it would like.
    """

    def __init__(self, first: QWidget, second: QWidget, gap: int = 6, *, roomy: bool = False) -> None:
        super().__init__()
        self._parts, self._roomy = (first, second), roomy
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for part in self._parts:
            self._box.addWidget(part, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider part alone."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how the parts are arranged."""
        super().resizeEvent(event)
        hints = (part.sizeHint() if self._roomy else part.minimumSizeHint() for part in self._parts)
        each = max(hint.width() for hint in hints)
        beside = 2 * each + self._box.spacing() <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()


def labeled_field(text: str, field: QWidget) -> QWidget:
    """A field with its label above, as one part."""
    part = QWidget()
    in_column(buddy(text, field), field, STRETCH, inside=part, spacing=4)
    return part


class NumberField(QSpinBox):
    """A field for a number: what enters it marks the number, so that what is typed takes its place."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the number when the click or command that brought the focus is over."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason):
            QTimer.singleShot(0, self, self.selectAll)


def number_field(least: int, most: int) -> QSpinBox:
    """A field for a number; the style sheet gives its digits no room at the left."""
    field = NumberField()
    field.setRange(least, most)
    field.setGroupSeparatorShown(False)
    field.lineEdit().setTextMargins(8, 0, 0, 0)
    return field


def kind_label(text: str, kind: str, *, wrap: bool = False) -> QLabel:
    """A label with one of the theme's kinds."""
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setWordWrap(wrap)
    return label


def buddy(text: str, field: QWidget) -> QLabel:
    """The label of a field, which also is the field's name for screen readers."""
    label = kind_label(text, "muted", wrap=True)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label


def link_button(text: str) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(text)
    button.setProperty("kind", "link")
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.setMinimumHeight(24)
    return button


def primary_button(text: str = "") -> QPushButton:
    """The button for what a panel or page is for."""
    button = QPushButton(text)
    button.setProperty("kind", "primary")
    return button


def icon_button(workspace: Workspace, icon: str, text: str) -> QToolButton:
    """A button with an icon only; its words are its name and tooltip."""
    button = QToolButton()
    button.setProperty("kind", "quiet")
    button.setAccessibleName(text)
    button.setToolTip(text)
    button.setMinimumSize(32, 32)
    set_theme_icon(workspace, button, icon)
    return button


def close_button(workspace: Workspace, text: str) -> QToolButton:
    """The button at the head of a side panel that closes it; `text` is its name and tooltip."""
    button = icon_button(workspace, "x", text)
    button.setObjectName("close")
    button.clicked.connect(lambda: workspace.panel_wanted.emit(""))
    return button


ROOM, ROOM_BOLD = 38, 20  # the padding and border of assets/ui/style.qss, and what Qt keeps free


class Chip(QToolButton):
    """Is bold while it is pressed, and as wide in both weights."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setProperty("kind", "chip")

    def sizeHint(self) -> QSize:
        """Room for the words in both weights; Qt remembers that of the weight in which it was asked first."""
        rooms, mark = [], 0 if self.icon().isNull() else self.iconSize().width() + 4
        for weight, room in ((QFont.Weight.Normal, ROOM), (QFont.Weight.DemiBold, ROOM_BOLD)):
            font = QFont(self.font())
            font.setWeight(weight)
            rooms.append(QFontMetrics(font).horizontalAdvance(self.text()) + room + mark)
        return super().sizeHint().expandedTo(QSize(max(rooms), 0))


def corners_of(first: bool, last: bool) -> str:
    """Which corners of a button in a joined row are round."""
    return "" if first and last else "first" if first else "last" if last else "middle"


def set_theme_icon(workspace: Workspace, button: QAbstractButton, icon: str, token: str = "text") -> None:
    """Give a button an icon that follows the theme. For buttons that live as long as the window."""

    def dress() -> None:
        if isValid(button):
            put_icon(button, workspace.icon(icon, token))

    workspace.theme_changed.connect(dress)
    dress()


def put_icon(button: QAbstractButton, icon: QIcon) -> None:
    """Give a button its icon, as high as its text and a little away from its words where it has any."""
    side = text_side(button, ICON)
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    words = not isinstance(button, QToolButton) or button.toolButtonStyle() == beside
    button.setIconSize(beside_size(side) if words else QSize(side, side))
    button.setIcon(beside_text(icon) if words else icon)


class VerticalScrollArea(QScrollArea):
    """A panel that scrolls up and down only, and is as wide as its content needs, up to half of the window."""

    def minimumSizeHint(self) -> QSize:
        """Nothing of the content is cut at its side."""
        least = super().minimumSizeHint()
        content = self.widget()
        if content is not None:
            wide = content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
            least.setWidth(max(least.width(), min(wide, self.window().width() // 2)))
        return least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panes beside it hear when the content needs another width."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


class CardArea(VerticalScrollArea):
    """Wants to be as high as its content."""

    def sizeHint(self) -> QSize:
        """The content, at the width that there is."""
        content = self.widget()
        if content is None:
            return super().sizeHint()
        wide = self.viewport().width()
        high = content.heightForWidth(wide) if content.hasHeightForWidth() else content.sizeHint().height()
        return QSize(content.sizeHint().width(), high)


def scroll_area(content: QWidget, *, area: QScrollArea | None = None) -> QScrollArea:
    """A panel that scrolls up and down only."""
    content.setProperty("pane", "true")
    area = area or VerticalScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setAccessibleName(QCoreApplication.translate("Panels", "Content"))
    return area


def fill_card(card: QWidget, *sections: QWidget) -> QScrollArea:
    """Put sections into a card that scrolls where they are higher than the window; the answer is what scrolls."""
    content = QWidget()
    inside = in_column(inside=content, spacing=0)
    for section in sections:
        inside.addWidget(section)
    inside.addStretch(1)
    area = scroll_area(content, area=CardArea())
    in_column(area, inside=card)
    return area


def divider() -> QFrame:
    """A thin line."""
    rule = QFrame()
    rule.setProperty("kind", "line")
    return rule


def stack_sections(panel: QWidget, *parts: QWidget) -> None:
    """Put the parts of a side panel below each other with lines between; those that scroll or change take the room."""
    panel.setProperty("pane", "true")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = in_column(inside=panel, spacing=0)
    for number, part in enumerate(parts):
        if number:
            column.addWidget(divider())
        column.addWidget(part, 1 if isinstance(part, QScrollArea | QStackedWidget) else 0)


def name_clear_button(field: QLineEdit) -> None:
    """Give the button that empties a field a name; Qt leaves it without one."""
    for button in field.findChildren(QToolButton):
        if not button.accessibleName() and not button.text():
            button.setAccessibleName(QCoreApplication.translate("Panels", "Clear"))


def contains_focus(widget: QWidget) -> bool:
    """Whether a widget, or something in it, has the focus."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def restyle(widget: QWidget) -> None:
    """Let a changed property show in the style."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def pane() -> QWidget:
    """A plain part of a panel, in the panel's color."""
    part = QWidget()
    part.setProperty("pane", "true")
    return part


LEAST_HIGH = 24


class PanelSlider(QSlider):
    """A horizontal slider in percent; `show_percent` moves it without telling anybody."""

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(least, most)
        self.setSingleStep(5)
        self.setPageStep(20)
        self.setMinimumHeight(LEAST_HIGH)
        self.setAccessibleName(name)

    def show_percent(self, percent: int, words: str) -> None:
        """Stand at a value, unless it is being dragged; `words` are what a screen reader says of it."""
        if not self.isSliderDown():
            self.blockSignals(True)
            self.setValue(percent)
            self.blockSignals(False)
        self.setAccessibleDescription(words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The panel below gets it."""
        event.ignore()
