"""Help: how to, keys and commands, in a window with pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from htpm_studio import paths
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.i18n import keys_words, language_in_use
from htpm_studio.gui.shell.actions import MENUS, SEPARATOR, command_words
from htpm_studio.gui.widgets.accessibility import focus_next_stop
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.dialogs import ScaledDialog, SingleDialog, WayOut
from htpm_studio.gui.widgets.fields import kind_label, name_clear_button
from htpm_studio.gui.widgets.files import open_path


class TabsDialog(QDialog):
    """`letters` wide and `lines` high in the size of text that is set, but not more than the screen has."""

    letters, lines = 80, 30

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(title)

    def finish(self, *buttons: QAbstractButton) -> None:
        """Lay out what was added to `tabs`, with buttons at the left of the foot."""
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        in_column((self.tabs, 1), foot, inside=self, margins=(16, 16, 16, 12))
        self.resize(self.sizeHint())
        ScaledDialog(self)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab stops at what can be used, and at a page of words only where it scrolls."""
        return focus_next_stop(self, onward=onward)

    def sizeHint(self) -> QSize:
        """Room for the longest lines."""
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableSize()
        return QSize(min(letter * self.letters, room.width() - 40), min(line * self.lines, room.height() - 60))


HOW_TO, KEYS = 0, 1


class Help(TabsDialog):
    """Two tabs; nothing in it goes online."""

    letters, lines = 92, 34

    def __init__(self, window: Shell, guide: Callable[[], None], change_keys: Callable[[], None]) -> None:
        super().__init__(window, window.tr("Help"))
        self._actions = window.workspace.actions
        self.groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.tabs.addTab(self._how_to(), self.tr("How to"))
        self.tabs.addTab(self._keys(), self.tr("Keys"))
        self.guide = QPushButton(self.tr("Open the guide"), self)
        self.guide.setAutoDefault(False)
        self.guide.clicked.connect(guide)
        self.change = QPushButton(self.tr("Change keys…"), self)
        self.change.setAutoDefault(False)
        self.change.clicked.connect(change_keys)
        self.finish(self.guide, self.change)
        self.tabs.currentChanged.connect(self._tab_shown)
        self._tab_shown(HOW_TO)
        window.workspace.settings_changed.connect(self.refresh)

    def show_tab(self, tab: int) -> None:
        """Bring a tab to the front, up to date."""
        self.tabs.setCurrentIndex(tab)
        self.refresh()

    def refresh(self) -> None:
        """Show the keys as they are set now."""
        self.list.clear()
        self.groups = []
        menus = {
            command_words(title): [
                (self._actions[name].text(), keys_words(self._actions[name].shortcuts()))
                for name in names if name != SEPARATOR
            ]
            for title, names in MENUS.items()
        }  # fmt: skip
        for title, commands in {**menus, self.tr("While presenting"): self._presenting()}.items():
            group = QTreeWidgetItem(self.list, [title.replace("&", "")])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            group.setFirstColumnSpanned(True)
            rows = [QTreeWidgetItem(group, [words.replace("&", ""), keys]) for words, keys in commands if keys]
            self.groups.append((group, rows))
        self.list.expandAll()
        self._find(self.search.text())
        self.guide.setVisible(self.tabs.currentIndex() == HOW_TO and paths.guide(language_in_use()) is not None)

    def _presenting(self) -> list[tuple[str, str]]:
        """The keys of a show, which have no commands."""
        rows = (
            (self.tr("Next slide"), ("PgDown", "Right")), (self.tr("Slide before"), ("PgUp", "Left")),
            (self.tr("Slide 12"), ("1", "2", "Return")), (self.tr("Help is at hand"), ("H",)),
            (self.tr("Black"), ("B", ".")), (self.tr("Pause"), ("P",)), (self.tr("Swap the screens"), ("S",)),
            (self.tr("Scroll the notes"), ("Ctrl+Down", "Ctrl+Up")),
            (self.tr("Notes on the only screen (press twice)"), ("N",)), (self.tr("End the show"), ("Esc",)),
        )  # fmt: skip
        shown = [(words, keys_words([QKeySequence(key) for key in keys])) for words, keys in rows]
        rehearse = self._actions["rehearse"]
        return [*shown, (rehearse.text(), keys_words(rehearse.shortcuts()))]

    def _tab_shown(self, tab: int) -> None:
        self.change.setVisible(tab == KEYS)
        self.guide.setVisible(tab == HOW_TO and paths.guide(language_in_use()) is not None)

    # ---------------------------------------------------------------- pages

    def _how_to(self) -> QWidget:
        page = QWidget()
        page.setProperty("pane", "true")
        column = in_column(inside=page, margins=(20, 16, 20, 16), spacing=4)
        for question, answer in self._answers():
            head = kind_label(question, "head", wrap=True)
            words = QLabel(answer)
            words.setWordWrap(True)
            words.setContentsMargins(0, 0, 0, 12)
            for label in (head, words):
                label.setTextInteractionFlags(
                    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
                )
                column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setAccessibleName(self.tr("How to"))
        return area

    def _answers(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Make a kit"),
                self.tr(
                    "Type your name and drop your logo above the board, then press Export. Everything else is ready."
                ),
            ),
            (
                self.tr("Make a kit for another week"),
                self.tr("Click the week above the board, then press Export kit. Your own changes stay in their week."),
            ),
            (
                self.tr("Change a color"),
                self.tr("Press the four colors above the board, then click one. The whole board updates."),
            ),
            (
                self.tr("Use your own photo"),
                self.tr(
                    "Drag it onto a piece; all its sizes use it. If people can be recognized, you are asked "
                    "about their consent first."
                ),
            ),
            (
                self.tr("Change text"),
                self.tr("Double-click a piece. Each field shows how much text fits; Esc returns to the board."),
            ),
            (
                self.tr("Fix what needs attention"),
                self.tr(
                    "Press the button that shows how many items to check, or press F7. Most rows have a "
                    "button that fixes the problem."
                ),
            ),
            (
                self.tr("Export only a part"),
                self.tr("Press the arrow beside Export kit. Backgrounds, handouts and more are one click each."),
            ),
            (
                self.tr("Print cards"),
                self.tr("Double-click the cards, say how many, then press Print. Print at 100%, not “fit to page”."),
            ),
            (
                self.tr("Make kits for other organizations"),
                self.tr("Drop a list (CSV or Excel) with a column “organization” on the window."),
            ),
            (
                self.tr("Go back"),
                self.tr(
                    "Ctrl+Z undoes one step at a time. The arrow beside Undo lists the steps, also those of earlier "
                    "sessions."
                ),
            ),
            (
                self.tr("Take everything with you"),
                self.tr("A kit is one file. Copy it to a USB drive; the program never needs the internet."),
            ),
        )

    def _keys(self) -> QWidget:
        page = QWidget()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        name_clear_button(self.search)
        self.search.setPlaceholderText(self.tr("Find a command or a key"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._find)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Keys"))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        in_column(self.search, (self.list, 1), inside=page, margins=(12, 12, 12, 12))
        return page

    def _find(self, words: str) -> None:
        wanted = words.casefold().split()
        for group, rows in self.groups:
            for item in rows:
                text = f"{item.text(0)} {item.text(1)}".casefold()
                item.setHidden(not all(word in text for word in wanted))
            group.setHidden(all(item.isHidden() for item in rows))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def open_guide(window: Shell, short: Callable[[], None]) -> None:
    """Open the guide in the browser of this computer; where there is neither, `short` shows what there is."""
    found = paths.guide(language_in_use())
    if found is None:
        short()
        return
    title = _tr("The guide is a web page, and this computer has no program that can open it.")
    choice = WayOut(_tr("Read the short help in this window"), _tr("Show short help"), short)
    open_path(window.workspace, found, title, (choice,))


def attach_help(window: Shell, change_keys: Callable[[], None]) -> None:
    """Let a window show its help; F1 opens the guide where it comes along, else the short help."""

    def show(tab: int) -> None:
        dialog.show(lambda one: one.show_tab(tab))

    def guide() -> None:
        open_guide(window, partial(show, HOW_TO))

    dialog = SingleDialog(lambda: Help(window, guide, change_keys))
    window.handle("help", guide)
    window.handle("how_to", partial(show, HOW_TO))
    window.handle("keys", partial(show, KEYS))
