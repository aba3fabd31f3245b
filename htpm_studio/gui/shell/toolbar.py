"""The toolbar: what is in the middle, undo, find, checks, print and export, arranged for the width of the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.tiles import step_names
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.style import beside_size, beside_text
from htpm_studio.gui.widgets.accessibility import KitUndo, RovingFocus
from htpm_studio.gui.widgets.arrange import in_row
from htpm_studio.gui.widgets.fields import name_clear_button
from htpm_studio.gui.widgets.labels import ElidedLabel

ON_BOARD = ("editor", "words")
"""Pages that a piece of the board is opened in."""
VIEWS = ("board", "pictures", "calendar", "room")
HEIGHT, ICON = 48, 20
GAP, SIDE = 8, 12
"""What style.qss leaves between the controls, and at the ends."""
STEPS, FIND_LETTERS = 6, 14
FIND_WIDTH, MOST_STEPS = 250, 15
"""How wide the field is at 100 %, and how many steps the list at Undo shows."""


class FindField(QLineEdit):
    """The find field; Esc empties it."""

    def __init__(self, document: KitDocument, parent: QWidget) -> None:
        super().__init__(parent)
        KitUndo(document, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field, or gives the key on when it is empty."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class Toolbar(QToolBar):
    """Fixed at the top; what does not fit changes its form instead of hiding behind an arrow."""

    find_changed = Signal(str)
    back_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMinimumHeight(HEIGHT)
        self.width_class = "wide"
        self._count: int | None = None
        self._side = self._title = ""
        self._export_words: tuple[str, ...] = ()
        self._places: dict[str, QAction] = {}
        actions = workspace.actions
        self.menu_button = self._plain("menu", self.tr("Menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.back = self._plain("back", self.tr("Board"))
        self.back.clicked.connect(self.back_wanted)
        self.views = self._make_views()
        self.view_list = self._plain("view", "")
        self.view_list.setProperty("arrow", "true")
        self.view_list.setProperty("kind", "quiet")
        self.view_list.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.title = ElidedLabel("muted", self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(self.title)
        # Beside the title, which gives way when the button becomes a field.
        self.find_button = self._button("find", actions["find"])
        self.find_field = self._make_find()
        self.undo = self._undo_button()
        self.redo = self._button("redo", actions["redo"])
        self.checks = self._button("checks", actions["checks"])
        self.print = self._button("print", actions["print"])
        self.export = self._export_button()
        self._fill_views()
        controls: Sequence[QWidget] = (
            self.menu_button, self.back, *self.views, self.view_list, self.find_button, self.undo, self.redo,
            self.checks, self.print, self.export,
        )  # fmt: skip
        self._roving = RovingFocus(self, controls)
        workspace.theme_changed.connect(self.restyle)
        self.restyle()
        # A changed action gives its button the plain words back.
        actions["checks"].changed.connect(self._arrange)
        for name in (*VIEWS, "undo", "find", "print"):
            actions[name].changed.connect(self._dress)
        self.set_width_class("wide")

    # ---------------------------------------------------------------- parts

    def _plain(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(text)
        self._places[name] = self.addWidget(button)
        return button

    def _button(self, name: str, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("kind", "quiet")
        self._places[name] = self.addWidget(button)
        return button

    def _make_views(self) -> list[QToolButton]:
        group = QWidget(self)
        row = in_row(inside=group, spacing=4)
        buttons = []
        for name in VIEWS:
            button = QToolButton(group)
            button.setDefaultAction(self._workspace.actions[name])
            button.setIconSize(self.iconSize())
            button.setProperty("kind", "view")
            row.addWidget(button)
            buttons.append(button)
        self._places["views"] = self.addWidget(group)
        return buttons

    def _undo_button(self) -> QToolButton:
        """Undo, with the steps that can be taken back in a list under its arrow."""
        button = self._button("undo", self._workspace.actions["undo"])
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.steps = QMenu(button)
        self.steps.aboutToShow.connect(self._fill_steps)
        button.setMenu(self.steps)
        return button

    def _fill_steps(self) -> None:
        """The newest step first; choosing one takes back all down to it, and those taken back can be done again."""
        self.steps.clear()
        stack = self._workspace.document.stack
        for back, name in enumerate(step_names(self._workspace.document, MOST_STEPS), 1):
            self.steps.addAction(name, partial(stack.go_to, stack.index() - back))
        if not stack.index():
            self.steps.addAction(self.tr("Nothing to undo")).setEnabled(False)

    def _make_find(self) -> FindField:
        field = FindField(self._workspace.document, self)
        field.setClearButtonEnabled(True)
        field.setPlaceholderText(self.tr("Find a piece, word or size"))
        field.setAccessibleName(self.tr("Find"))
        self._find_mark = field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._find_mark.setText(self.tr("Find"))
        name_clear_button(field)
        field.textChanged.connect(self.find_changed)
        self._places["field"] = self.addWidget(field)
        return field

    def _export_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "primary")
        self._workspace.actions["export_now"].setToolTip(self.tr("Makes the files, in a folder on this computer."))
        button.setDefaultAction(self._workspace.actions["export_now"])
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.export_menu = QMenu(button)
        self.export_menu.addAction(self._workspace.actions["export"])
        self.export_menu.addSeparator()
        self._sets_end = self.export_menu.addSeparator()
        self.export_menu.addAction(self._workspace.actions["partners"])
        button.setMenu(self.export_menu)
        self._places["export"] = self.addWidget(button)
        return button

    def _fill_views(self) -> None:
        menu = QMenu(self.view_list)
        for name in VIEWS:
            menu.addAction(self._workspace.actions[name])
        self.view_list.setMenu(menu)

    def add_export_set(self, action: QAction) -> None:
        """Offer a saved set in the menu of the export button."""
        self.export_menu.insertAction(self._sets_end, action)

    def reserve_export(self, words: Sequence[str]) -> None:
        """Give the export button room for the longest of these."""
        self._export_words = tuple(words)
        self._arrange()

    # ---------------------------------------------------------------- state

    def set_menus(self, menus: Sequence[QMenu]) -> None:
        """The menus that fold into the menu button."""
        menu = QMenu(self.menu_button)
        for one in menus:
            menu.addMenu(one)
        self.menu_button.setMenu(menu)

    def set_view(self, name: str) -> None:
        """Show which page is in the middle."""
        name = "board" if name in ON_BOARD else name
        for view in VIEWS:
            self._workspace.actions[view].setChecked(view == name)
        shown = self._workspace.actions[name if name in VIEWS else "board"]
        self.view_list.setText(shown.iconText())
        self.view_list.setAccessibleName(self.tr("View: {name}").format(name=shown.iconText()))
        self.view_list.setIcon(beside_text(shown.icon()))
        self._arrange()

    def set_title(self, words: str) -> None:
        """Say which kit is open."""
        self._title = words
        self._arrange()

    def set_checks(self, count: int) -> None:
        """How many findings there are; less than none while nobody looked."""
        self._count = count if count >= 0 else None
        self._arrange()

    def set_side(self, name: str) -> None:
        """In a compact window: which side page is in front ("" = none), so that Back is offered."""
        if name != self._side:
            self._side = name
            self._arrange()

    def set_width_class(self, name: str) -> None:
        """Arrange for a width class of the window: compact, medium, wide, large or huge."""
        self.width_class = name
        self._arrange()

    def _arrange(self) -> None:
        """Take the fullest form that there is room for: words go first, the export button never does."""
        for step in range(STEPS):
            self._take_form(step)
            if self._needed() <= self.width():
                break
        for button in (self.undo, self.redo, self.print):  # a place that comes into sight enables what is in it
            button.setEnabled(button.defaultAction().isEnabled())

    def _take_form(self, step: int) -> None:
        """Show what a width class has, in the form of a step: 0 is the fullest."""
        name = self.width_class
        compact, words = name == "compact", name not in ("compact", "medium")
        self._places["menu"].setVisible(compact)
        self._places["back"].setVisible(compact and bool(self._side))
        self._places["view"].setVisible(compact and not self._side)
        self._places["views"].setVisible(not compact)
        self._places["redo"].setVisible(not compact)
        self._places["print"].setVisible(not compact or step < 3)
        self._places["undo"].setVisible(not compact or step < 4)
        self.title.show_text(self._title if step < (4 if compact else 2) else "")  # its place keeps the rest at the end
        self._show_find()
        self._size_icons()
        least = FIND_LETTERS * self.fontMetrics().averageCharWidth()
        self.find_field.setFixedWidth(least if compact or step else max(least, FIND_WIDTH))
        both, only = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        plain = Qt.ToolButtonStyle.ToolButtonTextOnly
        for button in (self.view_list, self.back):
            button.setToolButtonStyle(both if step < 2 else only)
        for button in (self.redo, self.menu_button):
            button.setToolButtonStyle(only)
        for button in (self.undo, self.find_button, self.print):
            button.setToolButtonStyle(plain if words and step < 1 else only)
        for button in self.views:
            button.setToolButtonStyle(plain if step < 4 or button.defaultAction().isChecked() else only)
        self.checks.setToolButtonStyle(both)
        self.export.setToolButtonStyle(both if step < 5 else only)
        _reserve(self.export, self._export_words if step < 5 else ())
        self._show_checks(short=compact or step > 2, bare=compact and step > 1)
        self._dress()

    def _show_checks(self, *, short: bool, bare: bool) -> None:
        action, count = self._workspace.actions["checks"], self._count
        if count is None:
            words, icon, token = self.tr("Checks"), "circle", "muted"
        elif count:
            words, icon, token = self.tr("{count} to check").format(count=count), "triangle-alert", "warn"
        else:
            words, icon, token = self.tr("All checked"), "circle-check", "ok"
        self.checks.setText(str(count) if short and count else words)
        if bare and not count:
            self.checks.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.checks.setIconSize(beside_size(self.iconSize().height()))
        self.checks.setIcon(beside_text(self._workspace.icon(icon, token)))
        # With any count the buttons beside it stay where they are.
        counted = self.tr("{count} to check").format(count=88)
        _reserve(self.checks, () if short else (counted, self.tr("Checks"), self.tr("All checked")))
        self.checks.setAccessibleName(words)
        self.checks.setToolTip(f"{words} ({action.shortcut().toString()})")

    def _needed(self) -> int:
        """How wide the toolbar must be for all that it shows."""
        shown = [self.widgetForAction(action) for action in self.actions() if action.isVisible()]
        shown.remove(self.title)
        widths = [self.title.minimumSizeHint().width()]
        widths += [max(one.minimumWidth(), min(one.sizeHint().width(), one.maximumWidth())) for one in shown]
        return sum(widths) + GAP * len(widths) + 2 * SIDE

    def _size_icons(self) -> None:
        side = max(ICON, round(self.fontMetrics().height() * 1.1))
        self.setIconSize(beside_size(side))  # a toolbar decides for its buttons

    def _dress(self) -> None:
        """Keep words that are beside an icon a little away from it."""
        plain = QSize(self.iconSize().height(), self.iconSize().height())
        for button in (*self.views, self.undo, self.find_button, self.print):
            button.setIconSize(plain)
            button.setIcon(button.defaultAction().icon())

    def _show_find(self) -> None:
        open_now = bool(self.find_field.text()) or self.find_field.hasFocus()
        self._places["field"].setVisible(open_now)
        self._places["find"].setVisible(not open_now)

    def fold_find(self) -> None:
        """Take the field away when the focus has left it and nothing is looked for."""
        if self._places["field"].isVisible() and not self.find_field.text():
            self._arrange()

    def start_find(self) -> None:
        """Put the cursor into the find field."""
        self._places["field"].setVisible(True)
        self.find_field.show()  # the toolbar would do it a little later, and what is hidden gets no focus
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()
        self._places["find"].setVisible(False)

    def restyle(self) -> None:
        """Draw the icons in the colors of the theme."""
        icon = self._workspace.icon
        self._size_icons()
        self.menu_button.setIcon(icon("menu"))
        wide = beside_size(self.iconSize().height())
        for button, name, token in ((self.back, "arrow-left", "text"), (self.export, "folder-output", "on_accent")):
            button.setIconSize(wide)
            button.setIcon(beside_text(icon(name, token)))
        self._find_mark.setIcon(icon("search", "muted"))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More words, or fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()


def _reserve(button: QToolButton, words: Sequence[str]) -> None:
    """Let a button be as wide as with the longest of some words, whatever it says now."""

    def wide(text: str) -> int:
        return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()  # as the button measures it

    more = max(map(wide, words), default=0) - wide(button.text())
    button.setMinimumWidth(0)
    button.setMinimumWidth(button.sizeHint().width() + max(0, more) if words else 0)
