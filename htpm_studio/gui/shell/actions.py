"""Every command of the window in one table: its name, words, keys, icon and menu."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.shell_interface import PageFactories
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.weeks import WEEK_NUMBERS

CONTEXT = "Actions"
SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """One command. `keys` and `mac` are portable key sequences ("" = none, mac "" = the same keys).

    `page` is "side:name" of the page that it opens. A command for `pieces` needs selected ones; one that is
    `off_in_text` leaves its key to a text field that has the focus; `local` keys work only inside the board.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    page: str = ""
    mac: tuple[str, ...] = ()
    pieces: bool = False
    off_in_text: bool = False
    local: bool = False
    check: bool = False


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Actions", text))


SPECS: tuple[CommandSpec, ...] = (
    CommandSpec("new", _t("New kit"), ("Ctrl+N",), "plus"),
    CommandSpec("open", _t("Open kit…"), ("Ctrl+O",), "folder-open"),
    CommandSpec("save", _t("Save"), ("Ctrl+S",), "save"),
    CommandSpec("save_as", _t("Save as…"), (), "save"),
    CommandSpec("save_copy", _t("Save a copy…"), ("Ctrl+Shift+S",), "copy"),
    CommandSpec("save_brand", _t("Save as brand file…"), (), "palette"),
    CommandSpec("use_brand", _t("Use a brand file…"), (), "palette"),
    CommandSpec("export_now", _t("Export kit"), ("Ctrl+Shift+E",), "folder-output"),
    CommandSpec("export", _t("Choose what to export…"), ("Ctrl+E",), "folder-output", "right:export"),
    CommandSpec("print", _t("Print…"), ("Ctrl+P",), "printer", "right:print"),
    CommandSpec("quit", _t("Quit"), ("Ctrl+Q",), "x"),
    CommandSpec("undo", _t("Undo"), ("Ctrl+Z",), "undo-2"),
    CommandSpec("redo", _t("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2", mac=("Ctrl+Shift+Z",)),
    CommandSpec("copy_picture", _t("Copy picture"), ("Ctrl+C",), "copy", pieces=True, off_in_text=True),
    CommandSpec("copy_post", _t("Copy post text"), ("Ctrl+Shift+C",), "message-square-text", pieces=True),
    CommandSpec("paste", _t("Paste picture or text"), ("Ctrl+V",), "image-plus", off_in_text=True),
    CommandSpec("find", _t("Find"), ("Ctrl+F",), "search"),
    CommandSpec("select_all", _t("Select all"), ("Ctrl+A",), "square-check", off_in_text=True),
    CommandSpec("select_none", _t("Select none"), ("Ctrl+Shift+A",), "square", off_in_text=True),
    CommandSpec("preferences", _t("Preferences…"), ("Ctrl+,",), "settings"),
    CommandSpec("board", _t("Board"), ("Ctrl+1",), "layout-grid", "center:board", check=True),
    CommandSpec("pictures", _t("Pictures"), ("Ctrl+2",), "images", "center:pictures", check=True),
    CommandSpec("calendar", _t("Calendar"), ("Ctrl+3",), "calendar-days", "center:calendar", check=True),
    CommandSpec("room", _t("On the table"), ("Ctrl+4",), "on-the-table", "center:room", check=True),
    *(CommandSpec(f"week{n}", _t("Week {number}"), (f"Alt+{n}",), mac=(f"Meta+{n}",)) for n in WEEK_NUMBERS),
    CommandSpec("all_weeks", _t("All weeks"), ("Alt+0",), mac=("Meta+0",)),
    CommandSpec("brand", _t("Change the colors"), ("Ctrl+B",), "palette", off_in_text=True),
    CommandSpec("checks", _t("Checks panel"), ("Ctrl+K",), "triangle-alert", "right:checks", check=True),
    CommandSpec("history", _t("Go back to…"), ("Ctrl+H",), "history", mac=("Ctrl+Y",)),
    CommandSpec("zoom_in", _t("Larger pictures"), ("Ctrl++", "Ctrl+="), "zoom-in"),
    CommandSpec("zoom_out", _t("Smaller pictures"), ("Ctrl+-",), "zoom-out"),
    CommandSpec("zoom_fit", _t("Show the whole kit"), ("Ctrl+0",), "layout-grid"),
    CommandSpec("full_screen", _t("Full screen"), ("F11",), "", mac=("Meta+Ctrl+F",), check=True),
    CommandSpec("next_pane", _t("Next pane"), ("F6",), mac=("Meta+F6",)),
    CommandSpec("previous_pane", _t("Previous pane"), ("Shift+F6",), mac=("Meta+Shift+F6",)),
    CommandSpec("edit", _t("Edit"), ("Return", "Enter"), "pencil", pieces=True, local=True),
    CommandSpec("back", _t("Back to board"), ("Alt+Left",), "arrow-left"),
    CommandSpec("next_piece", _t("Next piece"), ("Ctrl+PgDown",), "chevron-right"),
    CommandSpec("previous_piece", _t("Previous piece"), ("Ctrl+PgUp",), "chevron-left"),
    CommandSpec("swap", _t("Swap picture…"), ("Ctrl+Shift+P",), "replace", pieces=True),
    CommandSpec("reset", _t("Back to the kit version"), (), "rotate-ccw", pieces=True),
    CommandSpec("duplicate", _t("Duplicate slide"), ("Ctrl+D",), "copy", pieces=True, off_in_text=True),
    CommandSpec("new_slide", _t("New slide"), ("Ctrl+M",), "plus", mac=("Ctrl+Shift+N",), off_in_text=True),
    CommandSpec("every_week", _t("Put this slide into every week"), (), "calendar-days", pieces=True),
    CommandSpec("shuffle", _t("Shuffle the graphics’ layouts"), ("Ctrl+Shift+M",), "layout-grid"),
    CommandSpec("show_deck", _t("Show deck"), ("F5",), "presentation", mac=("Alt+Ctrl+P",)),
    CommandSpec("rehearse", _t("Rehearse deck"), ("Ctrl+F5",), "clock", mac=("Alt+Ctrl+R",)),
    CommandSpec("export_piece", _t("Export this piece"), (), "folder-output", pieces=True),
    CommandSpec("tick", _t("Include in export"), ("Space",), "square-check", pieces=True, local=True),
    CommandSpec("all_words", _t("All words of the piece"), ("Ctrl+L",), "type"),
    CommandSpec("lock", _t("Lock against changes"), ("Ctrl+Shift+L",), "lock", pieces=True),
    CommandSpec(
        "leave_out", _t("Leave out of the kit"), ("Del",), "eye-off", "", ("Backspace",), pieces=True, local=True
    ),
    CommandSpec("next_check", _t("Next check"), ("F7",), "chevron-down"),
    CommandSpec("previous_check", _t("Previous check"), ("Shift+F7",), "chevron-up"),
    CommandSpec("partners", _t("Kits for partner organizations…"), (), "package", "center:partners"),
    CommandSpec("partner_sheet", _t("Look at all partners"), ("F8",), "layout-grid"),
    CommandSpec("import", _t("Import toolkit…"), (), "file-input", "center:import"),
    CommandSpec("open_templates", _t("Open your templates folder"), (), "folder-open"),
    CommandSpec("copy_template", _t("Copy a template to change…"), (), "copy"),
    CommandSpec("read_templates", _t("Read your templates again"), (), "rotate-ccw"),
    CommandSpec("use_campaign", _t("Use a campaign folder…"), (), "file-input"),
    CommandSpec("save_campaign", _t("Save the campaign as a folder…"), (), "save"),
    CommandSpec("check_folder", _t("Check a finished kit or campaign…"), (), "triangle-alert"),
    CommandSpec("draw_designs", _t("Draw all designs…"), (), "image"),
    CommandSpec("help", _t("Guide"), ("F1",), "circle-question-mark", mac=("Ctrl+?",)),
    CommandSpec("how_to", _t("How to…"), (), "info"),
    CommandSpec("keys", _t("Keys"), ("Shift+F1",), "keyboard", mac=("Ctrl+Shift+?",)),
    CommandSpec("about", _t("About HTPM Studio"), (), "info"),
)  # fmt: skip

_SPECS: Mapping[str, CommandSpec] = MappingProxyType({spec.name: spec for spec in SPECS})
WEEK_NAMES = tuple(f"week{number}" for number in WEEK_NUMBERS)
MENUS: Mapping[str, tuple[str, ...]] = {
    _t("&File"): (
        "new", "open", "save", "save_as", SEPARATOR, "import", "partners", SEPARATOR, "export_now",
        "export", "print", SEPARATOR, "preferences", "quit",
    ),
    _t("&Edit"): (
        "undo", "redo", "history", SEPARATOR, "copy_picture", "copy_post", "paste", SEPARATOR, "find", "select_all",
    ),
    _t("&View"): (
        "board", "pictures", "calendar", "room", SEPARATOR, "brand", "checks", SEPARATOR, "zoom_in", "zoom_out",
        "zoom_fit",
    ),
    _t("&Kit"): ("new_slide", "duplicate", "swap", SEPARATOR, "lock", "leave_out", "shuffle", SEPARATOR, "show_deck"),
    _t("&Help"): ("help", "how_to", "keys", "about"),
}  # fmt: skip
"""What the menu bar offers. The other commands have keys, a menu of their own place, or a page of the preferences."""


class Actions(QObject):
    """Makes the commands, puts them on the window and into `workspace.actions`, and knows which can be used.

    A command that opens a page works when the page is registered; every other one when somebody `handle`s it.
    """

    page_asked = Signal(str, str)

    def __init__(self, workspace: Workspace, window: QWidget, pages: PageFactories) -> None:
        super().__init__(window)
        self._workspace, self._window, self._pages = workspace, window, pages
        self._handled: set[str] = set()
        self._selected, self._in_text = False, False
        for spec in SPECS:
            self._make(spec)
        self._own_undo()
        workspace.theme_changed.connect(self.recolor)
        workspace.settings_changed.connect(self.set_keys)
        self.set_keys()
        self.recolor()
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        return self._workspace.actions[name]

    def handle(self, name: str, slot: Callable[[], object]) -> None:
        """Let `slot` do the work of a command, which can be used from then on."""
        self[name].triggered.connect(lambda _checked=False: slot())
        self._handled.add(name)
        self._enable(_SPECS[name])

    def set_state(self, *, selected: bool, in_text: bool) -> None:
        """Tell whether pieces are selected, and whether a text field has the focus."""
        if (selected, in_text) != (self._selected, self._in_text):
            self._selected, self._in_text = selected, in_text
            self.refresh()

    def refresh(self) -> None:
        """Enable what can be used now."""
        for spec in SPECS:
            self._enable(spec)

    def _enable(self, spec: CommandSpec) -> None:
        if spec.name in ("undo", "redo"):
            return
        there = self._opens(spec) if spec.page else spec.name in self._handled
        busy = (spec.pieces and not self._selected) or (spec.off_in_text and self._in_text)
        self[spec.name].setEnabled(there and not busy)

    def set_keys(self) -> None:
        """Give every command the keys of the preferences, else its own."""
        wanted = dict(self._workspace.settings.keys)
        for spec in SPECS:
            keys = [wanted[spec.name]] if spec.name in wanted else standard_keys(spec)
            sequences = [QKeySequence(key) for key in keys if key]
            if self[spec.name].shortcuts() != sequences:
                self[spec.name].setShortcuts(sequences)

    def recolor(self) -> None:
        """Draw the icons in the colors of the theme."""
        for spec in SPECS:
            if spec.icon:
                self[spec.name].setIcon(self._workspace.icon(spec.icon))

    def _opens(self, spec: CommandSpec) -> bool:
        side, _, page = spec.page.partition(":")
        return self._pages.has(side, page)

    def _make(self, spec: CommandSpec) -> None:
        text = command_words(spec.text)
        if spec.name in WEEK_NAMES:
            text = text.format(number=spec.name[-1])
        action = QAction(text, self)
        action.setObjectName(spec.name)
        action.setCheckable(spec.check)
        if spec.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            self._window.addAction(action)
        if spec.page:
            side, _, page = spec.page.partition(":")
            action.triggered.connect(lambda _checked=False: self.page_asked.emit(side, page))
        roles = {"quit": "QuitRole", "about": "AboutRole", "preferences": "PreferencesRole"}
        role = roles.get(spec.name, "NoRole")
        action.setMenuRole(QAction.MenuRole[role])
        self._workspace.actions[spec.name] = action

    def _own_undo(self) -> None:
        stack = self._workspace.document.stack
        self["undo"].triggered.connect(stack.undo)
        self["redo"].triggered.connect(stack.redo)
        stack.moved.connect(self._tell_steps)
        self._tell_steps()

    def _tell_steps(self) -> None:
        stack = self._workspace.document.stack
        self["undo"].setEnabled(stack.can_undo())
        self["redo"].setEnabled(stack.can_redo())
        _tell(self["undo"], stack.undo_text())
        _tell(self["redo"], stack.redo_text())


def _tell(action: QAction, step: str) -> None:
    """The tooltip says what would be taken back."""
    words = action.iconText()
    action.setToolTip(f"{words}: {step}" if step else words)


def standard_keys(spec: CommandSpec) -> tuple[str, ...]:
    """The keys that a command has on this system until somebody chooses others."""
    return spec.mac if spec.mac and sys.platform == "darwin" else spec.keys


def command_words(text: str) -> str:
    """The words of the table in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)
