"""The library: the user's photos with the state of their records, and the scenes that come with the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QLabel,
    QListView,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.dnd import PictureDrops, clipboard_data, image_in, paths_in
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.pickers.picture_model import ENTRY, FILTERS, PictureDelegate, PictureEntry, PicturesModel
from htpm_studio.gui.pickers.picture_picker import PictureSearch, picture_menu
from htpm_studio.gui.widgets.accessibility import PasteTarget, menu_place
from htpm_studio.gui.widgets.arrange import at_left, at_top, in_column, in_row
from htpm_studio.gui.widgets.fields import Chip, kind_label, link_button, restyle, set_theme_icon
from htpm_studio.gui.widgets.files import ask_file, ask_files, ask_folder
from htpm_studio.gui.widgets.layouts import FlowRow

SMALLEST, LARGEST = 220, 360
LOW_LINES = 18

CHIP_ICONS = {"missing": ("shield-alert", "error"), "soon": ("clock", "warn")}


class PictureList(QListView):
    """The grid; its cells grow so that each row is full. `menu_wanted` names the picture and a point of the screen."""

    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, controller: PicturesController) -> None:
        super().__init__()
        self.controller = controller
        self.delegate = PictureDelegate(controller, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Pictures"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.viewport().setAcceptDrops(False)
        controller.thumbs.ready.connect(self.viewport().update)
        controller.workspace.theme_changed.connect(self.viewport().update)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the picture under the pointer, or with the focus."""
        index, spot = menu_place(self, event)
        if index.isValid():
            self.menu_wanted.emit(index, spot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cells their width for this window."""
        room = self.viewport().width() - 8
        columns = max(1, -(-room // LARGEST)) if room > 2 * SMALLEST else max(1, room // SMALLEST)
        self.delegate.width = max(140, room // columns)
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class PicturesPage(PictureDrops, QWidget):
    """Chips, grid and drop bar; a current picture opens its record at the side."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        PasteTarget(self)
        self.workspace, self.controller = workspace, pictures
        self.setProperty("pane", "board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.model = PicturesModel(self.controller, self)
        self.list = PictureList(self.controller)
        self.list.setModel(self.model)
        self.chips: dict[str, QToolButton] = {}
        self._build()
        self.setFocusProxy(self.list)
        self.list.selectionModel().currentChanged.connect(self._current)
        self.list.activated.connect(self._open_record)
        self.list.clicked.connect(self._open_record)
        self.list.menu_wanted.connect(self._menu)
        self._later = QTimer(self, singleShot=True, interval=60)
        self._later.timeout.connect(self.refresh)
        workspace.document.changed.connect(self._changed)
        self.controller.reading_changed.connect(self._changed)
        self.controller.current_changed.connect(self._follow)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._finding())
        self.notice = kind_label("", "muted", wrap=True)
        self.notice.setContentsMargins(20, 8, 20, 0)
        column.addWidget(self.notice)
        self.place = link_button("")
        self.place.clicked.connect(lambda: self.controller.ask_where(self.controller.unplaced()))
        column.addLayout(in_column(at_left(self.place), margins=(12, 4, 20, 0)))
        grid = in_column(self.list, margins=(12, 0, 0, 0))
        column.addLayout(grid, 1)
        column.addWidget(self._foot())

    def _head(self) -> QWidget:
        head = QWidget()
        head.setProperty("pane", "board")
        chips = QWidget()
        flow = FlowRow(chips)
        flow.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        names = {
            "all": self.tr("All"),
            "missing": self.tr("Who is in it?"),
            "soon": self.tr("Consent ends soon"),
        }
        self._chip_names = names
        for name in FILTERS:
            chip = Chip()
            chip.setChecked(name == "all")
            chip.clicked.connect(lambda _checked, name=name: self.show_filter(name))
            group.addButton(chip)
            flow.addWidget(chip)
            self.chips[name] = chip
        for name, (icon, color) in CHIP_ICONS.items():
            self.chips[name].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            set_theme_icon(self.workspace, self.chips[name], icon, color)
        self.add_button = QPushButton(self.tr("Add pictures"))
        set_theme_icon(self.workspace, self.add_button, "image-plus")
        menu = QMenu(self.add_button)
        menu.addAction(self.tr("Choose pictures…"), self.choose_files)
        menu.addAction(self.tr("Choose a folder…"), self.choose_folder)
        menu.addAction(self.tr("Paste"), self.paste)
        menu.addSeparator()
        menu.addAction(self.tr("Read consent from a table…"), self.choose_records)
        self.add_button.setMenu(menu)
        in_row((chips, 1), at_top(self.add_button), inside=head, margins=(20, 8, 20, 8))
        return head

    def _finding(self) -> QWidget:
        """Words and groups to find pictures by."""
        box = QWidget()
        box.setProperty("pane", "board")
        self.search = PictureSearch(self.workspace)
        self.search.changed.connect(self._seek)
        self.search.down.connect(self.list.setFocus)
        in_column(self.search, inside=box, margins=(20, 0, 20, 4))
        return box

    def _foot(self) -> QWidget:
        self.drop = QFrame()
        self.drop.setProperty("kind", "drop")
        self.drop.setFrameShape(QFrame.Shape.Box)
        self.drop_words = QLabel(
            self.tr("Drop pictures or a folder anywhere here. Location and camera data are removed.")
        )
        self.drop_words.setWordWrap(True)
        self.drop_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Reading pictures"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(self.controller.stop)
        self.clear = QPushButton(self.tr("Remove them from the list"))
        self.clear.clicked.connect(self.controller.forget_failures)
        in_row(
            (self.drop_words, 2), (self.progress, 1), self.stop, self.clear, inside=self.drop, margins=(16, 12, 16, 12)
        )
        self._drop_frame = QWidget()
        self._drop_frame.setProperty("pane", "board")
        in_column(self.drop, inside=self._drop_frame, margins=(20, 4, 20, 12))
        return self._drop_frame

    # ---------------------------------------------------------------- showing

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: the document may have changed meanwhile."""
        self.controller.page = self
        super().showEvent(event)
        self.refresh()

    def show_filter(self, name: str) -> None:
        """Show only some of the pictures."""
        self.model.filter = name
        self.chips[name].setChecked(True)
        self.refresh()

    def _seek(self) -> None:
        """Show the pictures that are looked for."""
        self.model.words, self.model.kind = self.search.words, self.search.kind
        self.model.show_found()
        self._say()

    def refresh(self) -> None:
        """Read the document again and show it."""
        if self.model.refresh():
            self._follow(self.controller.current)
        for name, chip in self.chips.items():
            count = sum(FILTERS[name](entry) for entry in self.model.all)
            chip.setText(self._chip_names[name])
            chip.setVisible(bool(count) or name in ("all", self.model.filter))
        self.chips["all"].setVisible(any(not chip.isHidden() for name, chip in self.chips.items() if name != "all"))
        self.search.show_groups(entry.kind for entry in self.model.all if not entry.failed)
        self._say()
        self._show_reading()

    def _say(self) -> None:
        words = ""
        if not self.workspace.document.project.photos and not self.controller.failures:
            words = self.tr("You have no pictures of your own yet. The kit uses drawn scenes. Drop photos here.")
        if not self.model.rows:
            words = self.tr("No pictures match.")
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
        many = self.tr("{count} photos are not placed yet. Put them in the kit…")
        count = len(self.controller.unplaced())
        self.place.setText(
            self.tr("1 photo is not placed yet. Put it in the kit…") if count == 1 else many.format(count=count)
        )
        self.place.setVisible(bool(count))

    def _show_reading(self) -> None:
        task = self.controller.task
        self.progress.setVisible(task is not None)
        self.stop.setVisible(task is not None)
        self.clear.setVisible(task is None and bool(self.controller.failures))
        words = self.tr("Drop pictures or a folder anywhere here. Location and camera data are removed.")
        if task is not None:
            progress = task.context.latest()
            self.progress.setRange(0, progress.total)
            self.progress.setValue(progress.done)
            words = self.tr("Reading {name}").format(name=progress.label) if progress.label else self.tr("Reading")
        elif self.controller.failures:
            count = len(self.controller.failures)
            words = self.tr("{count} files could not be used.") if count > 1 else self.tr("1 file could not be used.")
            words = words.format(count=count)
        self.drop_words.setText(words)
        self._drop_frame.setVisible(not self._is_low or task is not None or bool(self.controller.failures))

    @property
    def _is_low(self) -> bool:
        """Whether there is room for little more than the grid."""
        return self.height() < LOW_LINES * self.fontMetrics().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low page nothing says where to drop."""
        super().resizeEvent(event)
        self._show_reading()

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self._later.start()

    def _follow(self, picture: str) -> None:
        row = self.model.row_of(picture)
        if row < 0 and self.isVisible() and self.model.refresh():  # it is new
            row = self.model.row_of(picture)
        if row >= 0 and self.list.currentIndex().row() != row:
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), chosen)

    def _current(self, index: QModelIndex, _before: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, PictureEntry) and not entry.failed:
            self.controller.set_current(entry.key)

    def _open_record(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, PictureEntry) and not entry.failed:
            self.controller.set_current(entry.key)
            self.workspace.panel_wanted.emit("record")

    # ---------------------------------------------------------------- hands

    def choose_files(self) -> None:
        """Ask for picture files."""
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif);;All files (*)")
        if chosen := ask_files(self.workspace, self, "picture", self.tr("Add pictures"), kinds):
            self.controller.add(chosen)

    def choose_folder(self) -> None:
        """Ask for a folder; the pictures inside are added."""
        chosen = ask_folder(self.workspace, self, "picture", self.tr("Add pictures from a folder"))
        if chosen is not None:
            self.controller.add([chosen])

    def choose_records(self) -> None:
        """Ask for a table with the records of the photos."""
        kinds = self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        chosen = ask_file(self.workspace, self, "table", self.tr("Consent for the photos"), kinds)
        if chosen is not None:
            self.controller.import_records(chosen)

    def paste(self) -> None:
        """Add what the clipboard holds."""
        data = clipboard_data()
        paths, image = paths_in(data), image_in(data)
        if paths:
            self.controller.add(paths)
        elif image is not None:
            self.controller.add_image(image)
        else:
            self.workspace.toast(self.tr("There is no picture to paste. Copy one first."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes, Delete removes the current photo."""
        entry = self.list.currentIndex().data(ENTRY)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif (
            event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and isinstance(entry, PictureEntry) and entry.photo
        ):
            self.controller.remove(entry.key)
        else:
            super().keyPressEvent(event)

    def _menu(self, index: QModelIndex, spot: QPoint) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, PictureEntry):
            picture_menu(self.controller, entry, self).popup(spot)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Add files and folders to the library."""
        self.controller.add(paths)

    def take_image(self, image: QImage) -> None:
        """Add a picture without a file to the library."""
        self.controller.add_image(image)

    def drop_says(self) -> str:
        """The page says by itself what a drop does."""
        return ""

    def hover(self, *, over: bool) -> None:
        """Say what a drop would do, or look as usual again."""
        self._drop_frame.setVisible(True)
        self.drop.setProperty("over", "true" if over else "false")
        self.drop_words.setText(self.tr("Add to pictures") if over else self.drop_words.text())
        restyle(self.drop)
        if not over:
            self._show_reading()

    def sizeHint(self) -> QSize:
        """Room for three columns."""
        return QSize(900, 600)
