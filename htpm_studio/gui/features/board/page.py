"""The board page: weeks, what the kit is for, and every piece of the kit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from htpm_studio.errors import InputError, StudioError
from htpm_studio.export.kit.edits import in_size
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.gui.controllers.export import ExportChoice, ExportController
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.shell_interface import PieceBoard
from htpm_studio.gui.core.tiles import (
    BoardSection,
    Tile,
    accepts_picture,
    days_words,
    pieces_name,
    pieces_of,
    short_title,
    weeks_of,
)
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.bars import EVERY, VERBS, VerbRow, WeekBar
from htpm_studio.gui.features.board.commands import BoardCheckState, BoardCommands
from htpm_studio.gui.features.board.delegate import WaitingPhoto
from htpm_studio.gui.features.board.layout import ABOVE
from htpm_studio.gui.features.board.model import BoardModel, BoardViewState, month_sections, week_sections
from htpm_studio.gui.features.board.section_header import SectionHeader, section_menu
from htpm_studio.gui.features.board.view import BoardView
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.scene.caret import placed_texts, text_at
from htpm_studio.scene.walk import pictures as pictures_on
from htpm_studio.units import Box

REFRESH_MS, TOAST_ROOM = 12, 64
USUAL_ZOOM = {"medium": 0.8, "wide": 1.0, "huge": 1.5}


class Board(PieceBoard):
    """Shows the kit of the open week; keeps selection and scroll place through changes."""

    def __init__(
        self,
        workspace: Workspace,
        exporter: ExportController,
        export_choice: ExportChoice,
        pictures: PicturesController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("pane", "board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.exporter, self.pictures = exporter, pictures
        self.weeks = WeekBar(workspace, exporter, self)
        self.verbs = VerbRow(workspace, self)
        self.model = BoardModel(self)
        self.view = BoardView(workspace, self.model, self)
        self._frames: dict[str, tuple[PageSpec, QRectF]] = {}
        self.view.waiting = self._waiting
        self.commands = BoardCommands(workspace, self.view)
        self.check_state = BoardCheckState(workspace, export_choice, self.view)
        self.headers: dict[str, SectionHeader] = {}
        self._keys: tuple[str, ...] = ()
        self._selecting = False
        self._build_empty()
        column = in_column(inside=self, spacing=0)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        for widget, stretch in ((self.weeks, 0), (self.verbs, 0), (self._stack, 1)):
            column.addWidget(widget, stretch)
        self.setFocusProxy(self.view)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def _build_empty(self) -> None:
        self._empty = QWidget(self)
        column = QVBoxLayout(self._empty)
        self.message = QLabel(self._empty)
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear_button = QPushButton(self._empty)
        self.clear_button.clicked.connect(self.show_everything)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _connect(self) -> None:
        workspace, document = self.workspace, self.workspace.document
        document.changed.connect(self._refresh_soon)
        document.week_changed.connect(self.refresh)
        self.weeks.chosen.connect(self.open_week)
        self.exporter.scope_changed.connect(self.refresh)
        self.verbs.went_to.connect(self.go_to)
        self.verbs.check_only.connect(self._check_only)
        self.pictures.placing_changed.connect(self._show_placing)
        self.pictures.thumbs.ready.connect(lambda _key: self.view.viewport().update())
        self.verbs.stop_placing.clicked.connect(self.pictures.end_placing)
        self.view.placed.connect(self._put)
        self.verbs.hide_some.clicked.connect(lambda: workspace.card_wanted.emit("hide"))
        self.view.laid_out.connect(self._place_headers)
        self.view.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        self.view.opened.connect(workspace.opened)
        self.view.opened_at.connect(self._open_at)
        self.view.more_wanted.connect(self._more)
        self.view.menu_wanted.connect(self.commands.piece_menu)
        self.view.drag_wanted.connect(self.commands.drag)
        self.check_state.changed.connect(self.show_check_state)
        self.check_state.active_changed.connect(self.verbs.set_ticking)
        self.view.selectionModel().selectionChanged.connect(lambda *_ranges: self._selected())
        self.view.selectionModel().currentChanged.connect(lambda now, _before: self._reach(now.row()))
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._recall)
        workspace.selection_changed.connect(self._select_pieces)
        workspace.checks_changed.connect(self._checked)
        workspace.theme_changed.connect(self.restyle)
        workspace.closing.connect(self._keep_pictures)

    # ---------------------------------------------------------------- content

    def command_slots(self) -> dict[str, Callable[[], object]]:
        """What the board does for the commands of actions.py, by their names."""
        commands, view = self.commands, self.view
        return {
            "copy_picture": commands.copy_picture,
            "copy_post": commands.copy_post,
            "select_all": partial(self._select_shown, every=True),
            "select_none": partial(self._select_shown, every=False),
            "edit": commands.edit,
            "reset": commands.reset,
            "lock": commands.lock,
            "leave_out": commands.leave_out,
            "shuffle": commands.shuffle,
            "tick": self.check_state.toggle_selected,
            "zoom_in": lambda: self.set_zoom(view.zoom * 1.15),
            "zoom_out": lambda: self.set_zoom(view.zoom / 1.15),
            "zoom_fit": view.fit,
            "all_weeks": lambda: self.open_week(EVERY),
        }

    def _select_shown(self, *, every: bool) -> None:
        """Select all tiles or none while the board is what is seen; its keys are not for a page in front of it."""
        if self.isVisible():
            (self.view.selectAll if every else self.view.clearSelection)()

    def kit(self) -> Kit | None:
        """The kit of the open week; None when the week or year has no content."""
        try:
            return self.workspace.document.kit()
        except InputError as problem:
            self.message.setText(explain(problem))
            return None

    def refresh(self) -> None:
        """Show the document as it is now."""
        self._later.stop()
        kit = self.kit()
        self.weeks.refresh()
        every = self.exporter.every_week and self.weeks.usable(EVERY)
        self.model.set_sections(() if kit is None else self._month() if every else tuple(week_sections(kit)))
        self._update()

    def _month(self) -> tuple[BoardSection, ...]:
        document = self.workspace.document
        spans = weeks_of(document.project, document.campaign)
        kits, names = [], []
        for number in self.exporter.ready_weeks():
            week = document.campaign.weeks[number - 1]
            kits.append(document.kit(number))
            days = days_words(spans[number - 1]) if spans else ""
            names.append((f"{number} {short_title(week.eyebrow, week.title)}", days))
        return tuple(month_sections(kits, names))

    def _update(self) -> None:
        media = {section.medium for section in self.model.sections if section.tiles}
        self.verbs.show_media([medium for medium in VERBS if medium in media])
        self._fill_headers()
        self._show_message()
        self._light()

    def _show_message(self) -> None:
        view = self.model.view
        self._stack.setCurrentWidget(self.view if self.model.rows else self._empty)
        if self.model.rows:
            return
        self.clear_button.setVisible(view.filtered)
        self.clear_button.setText(self.tr("Clear") if view.find else self.tr("Show all"))
        if view.find:
            self.message.setText(self.tr("Nothing matches “{words}”.").format(words=view.find))
        elif view.filtered:
            self.message.setText(self.tr("Nothing to show here."))

    @property
    def busy(self) -> bool:
        """Whether a change has not reached the tiles yet, or their pictures have not been asked for."""
        return self._later.isActive() or self.view.about_to_ask

    def _refresh_soon(self) -> None:
        self._later.start(REFRESH_MS)

    def _checked(self, _count: int, reasons: Mapping[str, str]) -> None:
        self.set_reasons(reasons)

    def set_reasons(self, reasons: Mapping[str, str]) -> None:
        """Mark pieces that are to be checked, each with its sentence."""
        self.model.set_reasons(reasons)
        self._update()

    # ---------------------------------------------------------------- headings

    def _fill_headers(self) -> None:
        for section in self.model.sections:
            if section.name not in self.headers:
                header = SectionHeader(self.workspace, section.name, self.view.viewport())
                header.opened.connect(self._open_section)
                header.shown.connect(partial(self._present, "show_deck"))
                header.rehearse_wanted.connect(partial(self._present, "rehearse"))
                header.left_out_wanted.connect(self.show_left_out)
                header.menu_wanted.connect(self.section_menu)
                header.ticked.connect(self.check_state.toggle_section)
                self.headers[section.name] = header
            self.headers[section.name].show_section(section)
        self.show_check_state()
        self._place_headers()

    def show_check_state(self) -> None:
        """Show in the headings what is ticked."""
        for section in self.model.sections:
            if section.name in self.headers:
                self.headers[section.name].show_tick(self.check_state.section_state(section))

    def _place_headers(self) -> None:
        for medium, header in self.headers.items():
            number = self.model.row_of(f"head:{medium}")
            if 0 <= number < len(self.view.layout_now.cells):
                cell = self.view.layout_now.cells[number].translated(0, -self.view.verticalOffset())
                header.setGeometry(cell)
                header.show()
            else:
                header.hide()

    def _scrolled(self) -> None:
        self._place_headers()
        self._light()

    def _light(self) -> None:
        """Let the word of the medium at the top of the board light up."""
        heads = ((row, cell) for row, cell in zip(self.model.rows, self.view.layout_now.cells, strict=False)
                 if row.kind == "head")  # fmt: skip
        top = self.view.verticalOffset() + self.view.viewport().height() // 3
        above = [row.section.medium for row, cell in heads if cell.top() <= top]
        self.verbs.light(above[-1] if above else "")

    def _section(self, name: str) -> BoardSection:
        return next(section for section in self.model.sections if section.name == name)

    def _open_section(self, name: str) -> None:
        """Open the week of a section, or the first slide of a deck."""
        section = self._section(name)
        if section.medium == "week":
            self.open_week(int(name.partition("/")[2]))
        else:
            self.workspace.opened.emit(section.tiles[0].piece)

    def _present(self, command: str, name: str) -> None:
        with self.view.held():
            self.workspace.select((self._section(name).tiles[0].piece,))
        self.workspace.actions[command].trigger()

    def _more(self, name: str) -> None:
        """Show all of a section; the month shows a week as its own page."""
        if self._section(name).medium == "week":
            self._open_section(name)
        else:
            self.toggle_expanded(name)

    def _keep_pictures(self) -> None:
        """What is in sight is there at once when the kit is opened again."""
        tiles = [self.model.rows[number].tile for number in self.view.visible_rows()]
        rows = [(tile.key, tile.page) for tile in tiles if tile is not None and not tile.words]
        if rows and not self.exporter.every_week and (kit := self.kit()) is not None:
            self.workspace.renderer.keep(rows, kit)

    def _open_at(self, tile: Tile, across: float, down: float) -> None:
        """Open a piece, with the word at a place of its picture selected, or with the reason why it is fixed."""
        try:
            page = self.workspace.renderer.compose(tile.page, self.workspace.document.kit()).page
        except StudioError:
            self.workspace.opened.emit(tile.piece)  # The editor says what is wrong with it.
            return
        spot = (across * page.size.width, down * page.size.height)
        found = text_at(placed_texts(page.nodes), *spot)
        if found is not None and not tile.words:
            field = found.block.written[0].path if found.block.written else ""
            self.workspace.open_text(tile.piece, in_size(field, tile.page.canvas), spot)
        else:
            self.workspace.opened.emit(tile.piece)

    def _waiting(self, tile: Tile) -> WaitingPhoto | None:
        """The photo that a piece was given and that waits for an answer, in the largest frame of its page."""
        photo = self.pictures.waiting_in(tile.piece)
        image = self.pictures.thumbs.image(photo.source) if photo is not None else None
        if image is None:
            return None
        if (known := self._frames.get(tile.key)) is None or known[0] is not tile.page:
            page = self.workspace.renderer.compose(tile.page, self.workspace.document.kit()).page
            boxes = [picture.box for picture in pictures_on(page)]
            box = (
                max(boxes, key=lambda box: box.width * box.height)
                if boxes
                else Box(0, 0, page.size.width, page.size.height)
            )
            wide, high = page.size.width, page.size.height
            frame = QRectF(box.x / wide, box.y / high, box.width / wide, box.height / high)
            known = self._frames[tile.key] = (tile.page, frame)
        return WaitingPhoto(image, known[1])

    def _show_placing(self) -> None:
        """While a picture is to be placed, pieces that take none are faded."""
        placing = bool(self.pictures.placing)
        kit = self.workspace.document.kit()
        self.view.takes = partial(accepts_picture, kit) if placing else None
        self.verbs.set_placing(on=placing)
        self.view.viewport().update()
        if placing:
            self.view.setFocus()

    def _put(self, piece: str) -> None:
        """Put the picture that is to be placed into a piece; further clicks put it into others too."""
        picture = self.pictures.placing
        self.pictures.use(picture, (piece,))
        self._show_placing()
        if any(photo.source.key == picture and photo.people == "unsure" for photo in self.pictures.asked()):
            self.pictures.ask_about(picture)

    def show_header(self, widget: QWidget) -> None:
        """Scroll to the heading that holds a widget, when the focus came to it; under the hand nothing scrolls."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        for medium, header in self.headers.items():
            if header.isAncestorOf(widget):
                cell = self.view.layout_now.cells[self.model.row_of(f"head:{medium}")]
                self.view.reveal(cell.top(), cell.bottom())

    def toggle_expanded(self, medium: str) -> None:
        """Show all of a section, or one row of it."""
        view = self.model.view
        self._set_view(replace(view, expanded=view.expanded ^ {medium}))
        self.view.doItemsLayout()

    def choose_size(self, medium: str, size: str) -> None:
        """Show the pieces of a section in one shape; "" is one of each."""
        view = self.model.view
        self._set_view(replace(view, sizes={**view.sizes, medium: size}))

    def section_menu(self, medium: str, spot: QPoint) -> None:
        """Open the menu of a section."""
        section = self._section(medium)
        acts = {
            "expand": lambda: self.toggle_expanded(medium),
            "select": lambda: self.select_section(medium),
        }
        choose_size = partial(self.choose_size, medium)
        menu = section_menu(self.workspace, section, self.model.view, acts, choose_size, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def show_left_out(self, medium: str = "") -> None:
        """Show what was left out of a section ("" = of all), and select it."""
        gone = {section.name for section in self.model.sections if any(tile.left_out for tile in section.tiles)}
        gone &= {medium} if medium else gone
        view = self.model.view
        self._set_view(replace(view, expanded=view.expanded | gone))
        self.view.doItemsLayout()
        out = ((number, row) for number, row in enumerate(self.model.rows) if row.tile and row.tile.left_out)
        rows = [number for number, row in out if row.section.name in gone]
        if rows:
            self.view.select_rows(rows, rows[0])
            self.view.setFocus()

    # ---------------------------------------------------------------- view

    def _set_view(self, view: BoardViewState) -> None:
        self.model.set_view(view)
        self._update()

    def set_find(self, words: str) -> None:
        """Show only pieces with these words."""
        self._set_view(replace(self.model.view, find=words.strip()))

    def _check_only(self, on: bool) -> None:
        self._set_view(replace(self.model.view, to_check=on and bool(self.model.reasons)))

    def show_everything(self) -> None:
        """Take all filters away."""
        self._set_view(replace(self.model.view, find="", to_check=False))
        self.verbs.set_checking(on=False)
        self.find_cleared.emit()

    def go_to(self, medium: str) -> None:
        """Scroll to the first section of a medium."""
        for number, row in enumerate(self.model.rows):
            if row.kind == "head" and row.section.medium == medium:
                cell = self.view.layout_now.cells[number]
                self.view.reveal(cell.top() - ABOVE, cell.bottom(), at_top=True)
                self.verbs.light(medium)
                return

    def open_week(self, week: int) -> None:
        """Show another week, if it has texts; EVERY shows all of them, which Export, Print and Calendar then mean."""
        if not self.weeks.usable(week):
            self.weeks.refresh()
            return
        if week != EVERY:
            self.workspace.document.open_week(week)
        self.exporter.want_every_week(week == EVERY)

    def take_keys(self, actions: Sequence[QAction]) -> None:
        """Let the keys of these commands work where the pieces are."""
        self.view.addActions(actions)

    def set_checking(self, on: bool) -> None:
        """Say whether the checks are shown beside the board."""
        self.verbs.set_checking(on)

    def set_zoom(self, zoom: float) -> None:
        """Scale all tiles."""
        self.view.set_zoom(zoom)

    def set_width_class(self, name: str) -> None:
        """Arrange for a width class of the window: compact, medium, wide, large or huge."""
        if self.view.zoom in USUAL_ZOOM.values():
            self.set_zoom(USUAL_ZOOM.get(name, 1.0))
        self.weeks.set_compact(name == "compact")
        self.verbs.setVisible(name != "compact")

    def restyle(self) -> None:
        """Draw everything in the colors of the theme."""
        for header in self.headers.values():
            header.restyle()
        self.weeks.restyle()
        self._fill_headers()
        self.view.viewport().update()

    # ---------------------------------------------------------------- selection

    def spot(self) -> QRect:
        """Where the first selected tile is in sight, in the list of tiles; empty when none is."""
        seen = self.view.viewport().rect()
        chosen = self.view.selectionModel().selectedIndexes()
        rects = [rect for index in chosen if (rect := self.view.visualRect(index)).intersects(seen)]
        return min(rects, key=lambda rect: (rect.top(), rect.left())) if rects else QRect()

    def selected_place(self) -> QRect:
        """Where the first selected tile is in sight, in this page; empty when none is."""
        place = self.spot()
        return QRect() if place.isEmpty() else QRect(self.view.viewport().mapTo(self, place.topLeft()), place.size())

    def tile_at(self, spot: QPoint) -> tuple[Tile, QPoint] | None:
        """The tile at a point of this page, and where its picture begins in it."""
        inner = self.view.viewport().mapFrom(self, spot)
        index = self.view.indexAt(inner)
        if not self.view.viewport().rect().contains(inner) or not index.isValid():
            return None
        tile = self.model.rows[index.row()].tile
        return (tile, self.view.viewport().mapTo(self, self.view.thumb(index).topLeft())) if tile else None

    def _selected(self) -> None:
        if self._selecting:
            return
        self._selecting = True
        if rows := [row for row in self.view.selected_rows() if row.section.medium == "week"]:
            # What can be done with a piece is done in its week.
            self.workspace.document.open_week(int(rows[0].section.name.partition("/")[2]))
        self.workspace.select(tuple(dict.fromkeys(tile.piece for tile in self.view.selected_tiles())))
        self._selecting = False

    def _select_pieces(self, pieces: Sequence[str]) -> None:
        """Somebody else chose pieces: ring their tiles and bring the first into sight."""
        if self._selecting:
            return
        rows = [number for piece in pieces for number in self.model.rows_of_piece(piece)]
        self._selecting = True
        self.view.select_rows(rows, rows[0] if rows else -1)
        self._selecting = False

    def show_changed(self, pieces: Sequence[str]) -> str:
        """Ring and reveal what undo or redo changed; what changed everywhere is seen anyway."""
        before = {row.name: row.tile.page for row in self.model.rows if row.tile}
        self.refresh()
        rows = [number for piece in pieces for number in self.model.rows_of_piece(piece)]
        if not rows:
            tiles = [(number, row.tile) for number, row in enumerate(self.model.rows) if row.tile]
            changed = [number for number, tile in tiles if before.get(tile.key) != tile.page]
            rows = changed if 2 * len(changed) <= len(tiles) else []
        if not rows:
            return ""
        self.view.select_rows(rows, rows[0])
        self._reach(rows[0])
        chosen = self.view.selected_tiles()
        cell = self.view.layout_now.cells[self.model.row_of(chosen[0].key)]
        self.view.reveal(cell.top(), cell.bottom() + TOAST_ROOM)
        return pieces_name(chosen) if len(pieces_of(chosen)) > 1 else chosen[0].kind or chosen[0].title

    def find_pieces(self, pieces: Sequence[str]) -> None:
        """Ring and reveal pieces of any week, without filters."""
        weeks = {f"w{week.number}": week.number for week in self.workspace.document.campaign.weeks}
        self.show_everything()
        if (week := weeks.get(pieces[0].partition("/")[0])) is not None:
            self.open_week(week)
        self.show_changed(pieces)

    def select_section(self, medium: str) -> None:
        """Select every tile of a section, which is shown whole for it."""
        if medium not in self.model.view.expanded:
            self.toggle_expanded(medium)
        rows = [number for number in self.view.shown_tiles() if self.model.rows[number].section.name == medium]
        self.view.select_rows(rows, rows[0] if rows else -1)
        self.view.setFocus()

    def _reach(self, number: int) -> None:
        """A tile behind "show all" was reached by a jump: show all of its section; under the hand nothing scrolls."""
        if self.view.under_hand or not 0 <= number < len(self.model.rows):
            return
        if self.model.rows[number].tile and self.view.isIndexHidden(self.model.index(number)):
            name = self.model.rows[number].section.name
            if name not in self.model.view.expanded:
                self.toggle_expanded(name)
        self.view.scrollTo(self.model.index(number))

    def _remember(self) -> None:
        current = self.view.currentIndex().row()
        keys = [tile.key for tile in self.view.selected_tiles()]
        now = self.model.rows[current].name if 0 <= current < len(self.model.rows) else ""
        self._keys = (now, *keys)
        self._place = self.view.verticalOffset()
        self._selecting = True

    def _recall(self) -> None:
        self.view.doItemsLayout()
        now, *keys = self._keys or ("",)
        rows = [number for key in keys if (number := self.model.row_of(key)) >= 0]
        self.view.select_rows(rows, self.model.row_of(now))
        self.view.verticalScrollBar().setValue(self._place)
        self._selecting = False
        self._selected()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends placing, or takes filters away."""
        if event.key() == Qt.Key.Key_Escape and self.pictures.placing:
            self.pictures.end_placing()
            return
        if event.key() == Qt.Key.Key_Escape and self.model.view.filtered:
            self.show_everything()
            return
        super().keyPressEvent(event)
