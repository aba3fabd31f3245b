"""The main window: menu bar, toolbar, brand strip, one page in the middle with cards over it, status bar."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from htpm_studio.gui.controllers.piece_commands import fill_menu_bar
from htpm_studio.gui.core.dnd import DragController, DropMarks, DropTarget, Sort, library_picture
from htpm_studio.gui.core.dnd_source import DndSource
from htpm_studio.gui.core.shell_interface import (
    CenterPage,
    DropTargets,
    PageFactories,
    PieceBoard,
    Shell,
    SteppedPanel,
    width_class,
)
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import month_words, translate
from htpm_studio.gui.shell.actions import MENUS, WEEK_NAMES, Actions, command_words
from htpm_studio.gui.shell.cards import BelowCard, RightCard
from htpm_studio.gui.shell.panes import InfoBar, PageStack, PaneCycle, Toast
from htpm_studio.gui.shell.status_bar import StatusBar
from htpm_studio.gui.shell.toolbar import Toolbar
from htpm_studio.gui.widgets.accessibility import add_menu_key, focus_next_stop
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import contains_focus
from htpm_studio.project.model import Project

OPENED = ("editor", "words")
HERE = ("board", "room", *OPENED)
"""The pages that a piece is opened in, and those in which commands are about the selected pieces."""
USUAL, SHARE = QSize(1440, 900), 0.85
"""How large the first window is at least, and how much of a larger screen it takes."""
BELOW_STRIP = ("board", "room")
"""The pages of the middle that show the kit, with the brand strip above them."""


class MainWindow(Shell):
    """The board or another page, with panels and cards over it. All are found by name.

    `use_picture` puts a picture into pieces.
    """

    def __init__(
        self,
        workspace: Workspace,
        pages: PageFactories,
        drop_targets: DropTargets,
        use_picture: Callable[[str, Sequence[str]], None],
    ) -> None:
        super().__init__()
        self._use_picture, self._pages = use_picture, pages
        self.workspace = workspace
        workspace.window = self
        self.setMinimumSize(800, 480)
        self.resize((self.screen().availableSize() * SHARE).expandedTo(USUAL))
        self.setAcceptDrops(True)
        self.commands = Actions(workspace, self, pages)
        self.center = PageStack(pages.center)
        self.right = PageStack(pages.right)
        self._drop_targets = drop_targets
        self.closing: list[Callable[[], bool]] = []
        self._has_pages = self._closes_early = False
        self.width_class = ""
        self._opened_from = "board"
        self._build_bars()
        self._build_middle()
        dnd_source, others = DndSource(workspace, self), partial(drop_targets.others, self)
        self.dropper = DragController(
            workspace, self, self._drop_target, self.status.say, dnd_source.folder, self._use_in_piece, others,
            self._drop_marks,
        )  # fmt: skip
        self.cycle = PaneCycle((self.bar, self.strip, self.below, self.right_card, self.middle, self.status))
        self._connect()
        self._handle()
        self._retitle()
        self._restore()
        add_menu_key(self)

    def open_pages(self) -> None:
        """Make the page that a window starts with; a kit without a name begins with its name."""
        self.show_center("board")
        self.begin()
        self._has_pages = True
        if self._closes_early:
            QTimer.singleShot(0, self, self.close)

    # ---------------------------------------------------------------- for others

    def on_close(self, ask: Callable[[], bool]) -> None:
        """Add a question asked before the window closes; False keeps it open."""
        self.closing.append(ask)

    def handle(self, name: str, slot: Callable[[], object]) -> None:
        """Let `slot` do the work of a command of actions.py; it can be used from then on."""
        self.commands.handle(name, slot)

    def shows_panel(self, name: str) -> bool:
        """Whether a panel is open at the right."""
        return self.right_card.name == name

    def add_export_set(self, action: QAction) -> None:
        """Offer a set of files in the menu of the export button."""
        self.bar.add_export_set(action)

    def reserve_export(self, words: Sequence[str]) -> None:
        """Give the export button room for the longest of these."""
        self.bar.reserve_export(words)

    def restyle_export(self) -> None:
        """Give the export button its icon, which a changed action takes away."""
        self.bar.restyle()

    @property
    def center_area(self) -> QWidget:
        """The part of the window that its center takes."""
        return self.middle

    @property
    def board(self) -> PieceBoard | None:
        """The board, once it was shown."""
        page = self.center.page("board")
        return page if isinstance(page, PieceBoard) else None

    @property
    def center_name(self) -> str:
        """The name of the page in the middle."""
        return self.center.name

    def begin(self) -> None:
        """Put the cursor into the name where there is none yet, else into the middle."""
        if self.workspace.document.project.brand.organization or self.center.name not in BELOW_STRIP:
            self.center.setFocus()
        else:
            self.strip.setFocus()

    def open_card(self, name: str) -> QWidget | None:
        """Open a card below the part that is for it, or else beside the selected piece; None for an unknown name."""
        of_strip = self.strip.findChild(QWidget, name) is not None
        if of_strip and self.center.name not in BELOW_STRIP:
            self.show_center("board")
        if name == "name":
            self.strip.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.strip
        board = self.board
        self.below.spot = QRect()
        if not of_strip and board is not None and board.isVisible() and not board.selected_place().isEmpty():
            place = board.selected_place()
            self.below.spot = QRect(board.mapTo(self.middle, place.topLeft()), place.size())
        return self.below.open_below(name, self.middle.findChild(QWidget, name))

    def _bar_room(self) -> QRect:
        """The part of the middle that the info bar lies along: above the foot of a page, beside a panel."""
        page, room = self.center.currentWidget(), self.middle.rect()
        foot = page.foot_part() if isinstance(page, CenterPage) else None
        if foot is not None and foot.isVisible():
            room.setBottom(foot.mapTo(self.middle, QPoint(0, -1)).y())
        card = self.right_card.geometry()
        if self.right_card.name and card.width() < room.width():
            room = room.adjusted(0 if card.x() > 0 else card.width(), 0, -card.width() if card.x() > 0 else 0, 0)
        return room

    def _floor(self) -> int:
        """Down to where cards and the toast reach: to the info bar, or all the way."""
        return self.middle.height() if self.info.isHidden() else self.info.y()

    def _place_over(self) -> None:
        """Give all that lies over the page its place."""
        self.info.place()
        self.right_card.place()
        self.below.place()
        self.toast.place()

    def show_center(self, name: str) -> None:
        """Show a page in the middle; "" is the one that leads on from here: back to where a piece was opened."""
        name = name or (self._opened_from if self.center.name in OPENED else "board")
        known, before = self.center.page(name), self.center.name
        if name in BELOW_STRIP and (column := self.middle.layout()) is not None:
            # A page that comes back finds the room that it had, so that nothing in it moves.
            self.strip.show()
            column.activate()
        page = self.center.show_page(name)
        if page is None:
            return
        if name in OPENED and before not in OPENED:
            self._opened_from = before if before in BELOW_STRIP else "board"
        focus = QApplication.focusWidget()
        if name != before and focus is not None and page.isAncestorOf(focus) and page.focusProxy() is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        if known is None and isinstance(page, CenterPage):
            for command, slot in page.command_slots().items():
                self.handle(command, slot)
        if known is None and isinstance(page, PieceBoard):
            self._connect_board(page)
        self.strip.setVisible(name in BELOW_STRIP)
        if name != before:
            self.info.end_news()
        self.below.close_card()
        panel = self.right_card.name
        if panel and (name != before or self.right_card.whole) and not self._stays(panel, name):
            self.show_panel("")
        self.bar.set_view(name)
        self._refresh_state()
        self._place_over()

    def _stays(self, panel: str, page: str) -> bool:
        """Whether a panel stays open beside another page of the middle: it has something to say there, and room."""
        return self._pages.belongs(panel, page) and not self.right_card.whole

    def show_panel(self, name: str) -> None:
        """Show a panel over the right of the middle; "" closes it."""
        self.below.close_card()
        if name:
            self.right_card.open(name)
        else:
            self.right_card.close_card()
        self._place_over()
        self.bar.set_side("right" if self.right_card.whole and self.right_card.name else "")
        self._tell_panels()

    # ---------------------------------------------------------------- building

    def _build_bars(self) -> None:
        self.menus = fill_menu_bar(
            self.menuBar(), self.workspace.actions, {command_words(title): names for title, names in MENUS.items()}
        )
        self.bar = Toolbar(self.workspace, self)
        self.bar.set_menus(self.menus)
        self.undo_menu = self.bar.steps
        self.addToolBar(self.bar)
        self.status = StatusBar(self.workspace, self)
        self.setStatusBar(self.status)

    def _build_middle(self) -> None:
        middle = QWidget(self)
        middle.setProperty("pane", "board")
        self.strip = self._pages.strip()
        in_column(self.strip, (self.center, 1), inside=middle, spacing=0)
        self.middle = middle
        self._undoes = -1
        self.right_card = RightCard(self.workspace, self.right, middle, self.center, self._floor)
        self.below = BelowCard(self.workspace, PageStack(self._pages.card), middle, self._floor)
        self.info = InfoBar(self.workspace, middle, self._bar_room)
        self.info.turned.connect(self._place_over)
        self.toast = Toast(middle, lambda: min(self._floor(), self._bar_room().bottom() + 1))
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.page_wanted.connect(self.show_center)
        workspace.card_wanted.connect(self._toggle_card)
        workspace.panel_wanted.connect(self.enter_panel)
        workspace.toast_wanted.connect(self._show_toast)
        workspace.document.stack.moved.connect(self._stepped)
        workspace.document.walked.connect(self._walked)
        workspace.info_wanted.connect(self.info.say)
        workspace.info_over.connect(self.info.end)
        workspace.info_added.connect(self.info.add)
        workspace.checks_changed.connect(self.bar.set_checks)
        workspace.selection_changed.connect(self._refresh_state)
        workspace.settings_changed.connect(self.arrange)
        # With text of another size the panes have other least widths, which their layouts know a little later.
        workspace.theme_changed.connect(lambda: QTimer.singleShot(0, self, self.arrange))
        workspace.document.changed.connect(self._retitle)
        workspace.document.week_changed.connect(self._retitle)
        self.commands.page_asked.connect(self._toggle_page)
        self.bar.back_wanted.connect(lambda: self.show_panel(""))
        self.bar.find_changed.connect(self._find)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _handle(self) -> None:
        steps: dict[str, Callable[[], object]] = {
            "quit": self.close,
            "find": self.start_find,
            "history": self.bar.undo.showMenu,
            "brand": partial(self.workspace.card_wanted.emit, "colors"),
            "back": lambda: self.show_center(""),
            "full_screen": self._toggle_full_screen,
            "next_pane": lambda: self.cycle.move(1),
            "previous_pane": lambda: self.cycle.move(-1),
            **{name: partial(self._open_week, number) for number, name in enumerate(WEEK_NAMES, 1)},
        }
        for name, slot in steps.items():
            self.handle(name, slot)

    def _connect_board(self, board: PieceBoard) -> None:
        board.take_keys([self.workspace.actions[name] for name in ("edit", "leave_out")])
        board.find_cleared.connect(self.bar.find_field.clear)
        board.set_width_class(self.width_class or "wide")
        self._retitle()

    # ---------------------------------------------------------------- state

    def _retitle(self, *_: object) -> None:
        project = self.workspace.document.project
        who = project.brand.organization or self.tr("New kit")
        month = month_words(self.workspace.document.campaign.observance.month, project.year)
        self.setWindowTitle(self.tr("{month} – {who} – HTPM Studio").format(month=month, who=who))
        self.bar.set_title(self.tr("{month}, {who}").format(month=month, who=who))
        board = self.board
        campaign = self.workspace.document.campaign
        weeks = {week.number: week.ready for week in campaign.weeks}
        for number, name in enumerate(WEEK_NAMES, 1):
            if number in weeks:
                self.workspace.actions[name].setText(translate(campaign.week_name(number)).replace("&", "&&"))
            self.workspace.actions[name].setEnabled(board is not None and weeks.get(number, False))
            self.workspace.actions[name].setVisible(number in weeks)

    def _refresh_state(self) -> None:
        focus = QApplication.focusWidget()
        in_text = isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit)
        selected = bool(self.workspace.selection) and self.center.name in HERE
        self.commands.set_state(selected=selected, in_text=in_text)
        self._retitle()

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self:
            return
        self.cycle.remember(now)
        self._refresh_state()
        if self.board is not None and before is not None:  # A window that gets the keyboard again stays as it was.
            self.board.show_header(now)
        if now is not self.bar.find_field:
            self.bar.fold_find()

    def _open_week(self, week: int) -> None:
        if self.board is not None:
            self.board.open_week(week)

    def start_find(self) -> None:
        """Go to the board and put the cursor into the find field."""
        self.show_center("board")
        self.bar.start_find()

    def _find(self, words: str) -> None:
        if self.board is not None:
            self.board.set_find(words)
            if words and self.center.name != "board":
                self.show_center("board")

    def _toggle_page(self, side: str, name: str) -> None:
        if side == "center":
            self.show_center(name)
            return
        page = self.right.page(name)
        if not self.shows_panel(name) or (isinstance(page, SteppedPanel) and page.step_back()):
            self.enter_panel(name)
        else:
            self.show_panel("")

    def enter_panel(self, name: str) -> None:
        """Show a panel, with the keyboard where work in it begins; "" closes it."""
        self.show_panel(name)
        page = self.right.page(name)
        if page is not None and page.focusProxy() is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_card(self, name: str) -> None:
        if not name or (self.below.name == name and self.below.anchored):
            self.below.close_card()
        else:
            self.open_card(name)

    def _tell_panels(self) -> None:
        checking = self.shows_panel("checks")
        self.workspace.actions["checks"].setChecked(checking)
        if self.board is not None:
            self.board.set_checking(checking)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def arrange(self) -> None:
        """Place bars and cards as the width of the window asks."""
        text_scale = self.workspace.settings.text_scale / 100
        name = width_class(self.width(), self.height(), text_scale)
        if name != self.width_class:
            self.width_class = name
            self.bar.set_width_class(name)
            self.status.set_width_class(name)
            self.menuBar().setVisible(name != "compact")
            if self.board is not None:
                self.board.set_width_class(name)
        self.right_card.whole = name == "compact"
        self._place_over()
        self.bar.set_side("right" if self.right_card.whole and self.right_card.name else "")
        self._tell_panels()

    def _show_toast(self, text: str, undo: bool) -> None:
        stack = self.workspace.document.stack
        self._undoes = stack.index() if undo else -1
        self.toast.say(text, self.tr("Undo") if undo else "", stack.undo if undo else None)

    def _stepped(self, index: int) -> None:
        """Take away a line whose Undo would take back another step than the one it is about."""
        if self._undoes not in (-1, index):
            self.toast.hide()
        self.info.end_news()

    def _walked(self, before: int, old: Project) -> None:
        """Say what was taken back or done again, and let it be seen: where it is, or by a button that leads there."""
        stack, board = self.workspace.document.stack, self.board
        now = stack.index()
        if now < before:
            one, many = self.tr("Undone: {step}"), self.tr("Undone: {count} steps")
        else:
            one, many = self.tr("Redone: {step}"), self.tr("Redone: {count} steps")
        count = abs(now - before)
        text = (one if count == 1 else many).format(step=stack.text(min(now, before)), count=count)
        changed = {*old.edits.items} ^ {*self.workspace.document.project.edits.items}
        pieces = tuple(dict.fromkeys(edit.piece for edit in sorted(changed)))
        if pieces and self.center.name in OPENED and {*pieces} <= {*self.workspace.selection}:
            self.workspace.announce(text)
            return
        seen = board.show_changed(pieces) if self.center.name == "board" and board is not None else ""
        text = text if seen in text else f"{text} ({seen})"
        lost = bool(pieces) and board is not None and not seen
        self.workspace.announce(text)
        self.toast.say(text, self.tr("Show") if lost else "", partial(self._find_pieces, pieces) if lost else None)

    def _find_pieces(self, pieces: Sequence[str]) -> None:
        self.show_center("board")
        if self.board is not None:
            self.board.find_pieces(pieces)

    # ---------------------------------------------------------------- drops

    def _drop_target(self, spot: QPoint, sort: Sort, words: bool) -> DropTarget | None:
        return self._drop_targets.target(self, spot, sort, words=words)

    def _drop_marks(self, sort: Sort) -> DropMarks:
        return self._drop_targets.marks(self, sort)

    def _use_in_piece(self, picture: str, piece: str) -> None:
        self._use_picture(picture, (piece,))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show where a file may go."""
        data = event.mimeData()
        from_outside = event.source() is None and (data.hasUrls() or data.hasImage() or data.hasText())
        if from_outside or library_picture(data):
            self.dropper.over(data, event.position().toPoint())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where a file may go."""
        if self.dropper.over(event.mimeData(), event.position().toPoint()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drag went away."""
        self.dropper.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the files on to whoever uses such files."""
        if self.dropper.drop(event.mimeData(), event.position().toPoint()):
            event.acceptProposedAction()

    # ---------------------------------------------------------------- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back: it closes what lies over the middle, then leads from another page to where it was opened.

        Enter presses the button that has the focus, as Space does.
        """
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
            return
        if event.key() == Qt.Key.Key_Escape:
            if self.below.name:
                self.below.close_card()
                return
            if self.right_card.name:
                self.show_panel("")
                return
            if self.center.name != "board":
                self.show_center("")
                return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes in reading order, not in the order in which the parts were made.

        In a card it goes round, as what is behind is covered; a panel that belongs to its page is a part of that page.
        """
        card: QWidget | None = self.below if contains_focus(self.below) else None
        if card is None and contains_focus(self.right_card) and self.right_card.name not in self._pages.owned:
            card = self.right_card
        return focus_next_stop(card or self, onward=onward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange bars and cards for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def _restore(self) -> None:
        try:
            kept = base64.b64decode(self.workspace.settings.window_geometry, validate=True)
        except (binascii.Error, ValueError):
            return
        if kept:
            self.restoreGeometry(QByteArray(kept))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everybody agrees; all work is stopped first. What is still being made closes when it is there."""
        if not self._has_pages:
            self._closes_early = True
            event.ignore()
        elif all(ask() for ask in self.closing):
            place = base64.b64encode(self.saveGeometry().data()).decode()
            self.workspace.set_settings(replace(self.workspace.settings, window_geometry=place))
            self.workspace.shutdown()
            event.accept()
        else:
            event.ignore()
