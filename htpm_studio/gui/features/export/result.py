"""What an export made: where it is, what to do with it, what wants attention, and every file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.folder.manifest import REVIEW
from htpm_studio.export.pages.catalogue import CATALOGUE
from htpm_studio.export.run.results import ExportedFile, ExportResult
from htpm_studio.gui.controllers.export import ExportController
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.tiles import section_title
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.export.problems import Attention
from htpm_studio.gui.features.export.usb import UsbCopy
from htpm_studio.gui.i18n import file_words, path_words, size_words, time_words
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.accessibility import menu_place
from htpm_studio.gui.widgets.arrange import at_top, in_column, in_row
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    buddy,
    divider,
    icon_button,
    kind_label,
    link_button,
    primary_button,
    scroll_area,
    set_theme_icon,
)
from htpm_studio.gui.widgets.files import open_path
from htpm_studio.gui.widgets.labels import WholeLabel
from htpm_studio.gui.widgets.layouts import panel_foot, title_label

ROWS_SHOWN = 9
ICONS = {".pptx": "presentation", ".jpg": "image", ".png": "image", ".pdf": "file-text"}
PATH = Qt.ItemDataRole.UserRole
ICON = Qt.ItemDataRole.UserRole + 1
PIECE = Qt.ItemDataRole.UserRole + 2
PRINT = "print"


class FileTree(QTreeWidget):
    """The media with their files; Enter opens a file, the menu shows it or copies its path."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setStyleSheet("QTreeView { background: transparent; } QTreeView::item { padding: 5px 0; }")
        self.setAccessibleName(self.tr("Files that were written"))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setExpandsOnDoubleClick(False)  # `open` does it, and twice is not at all
        self.itemDoubleClicked.connect(lambda item, _column: self.open(item))
        workspace.theme_changed.connect(self.restyle)

    def show_files(self, written: ExportResult) -> None:
        """List the files of a finished export."""
        self.clear()
        titles: dict[str, str] = {piece.medium: section_title(piece) for piece in CATALOGUE}
        groups: dict[str, list[ExportedFile]] = {}
        titles[REVIEW] = self.tr("List to review")
        for file in written.files:
            groups.setdefault(REVIEW if file.is_review else file.medium, []).append(file)
        for medium, files in groups.items():
            kinds = ", ".join(dict.fromkeys(file.path.suffix[1:].upper() for file in files))
            words = self.tr("{title}, {files} ({kinds})").format(
                title=titles.get(medium, self.tr("Start page and list")), files=file_words(len(files)), kinds=kinds
            )
            top = self._item(
                words, files[0].path.parent, sum(file.size for file in files), ICONS.get(files[0].path.suffix)
            )
            for file in files:
                place = place_of(file, written)
                child = self._item(place.partition("/")[2] or place, file.path, file.size, ICONS.get(file.path.suffix))
                child.setData(0, PIECE, file.piece if file.medium == PRINT else "")
                top.addChild(child)
            self.addTopLevelItem(top)
        height = self.fontMetrics().height() + 14
        self.setMinimumHeight(min(ROWS_SHOWN, self.topLevelItemCount() + 2) * height)

    def _item(self, words: str, path: Path, size: int, icon: str | None) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words, size_words(size)])
        item.setData(0, ICON, icon or "file-text")
        item.setIcon(0, self.workspace.icon(item.data(0, ICON)))
        item.setData(0, PATH, str(path))
        item.setToolTip(0, str(path))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def restyle(self) -> None:
        """Draw the icons in the colors of the theme."""
        each = QTreeWidgetItemIterator(self)
        while (item := each.value()) is not None:
            item.setIcon(0, self.workspace.icon(item.data(0, ICON)))
            each += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as a double-click does."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.open(item)
            return
        super().keyPressEvent(event)

    def open(self, item: QTreeWidgetItem) -> None:
        """Open a file with its program, or unfold a medium."""
        if item.childCount():
            item.setExpanded(not item.isExpanded())
        else:
            open_path(self.workspace, Path(item.data(0, PATH)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the file under the pointer, or with the focus."""
        index, spot = menu_place(self, event)
        if index.isValid():
            menu = self.menu_of(self.itemFromIndex(index))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(spot)

    def menu_of(self, item: QTreeWidgetItem) -> QMenu:
        """Open, show in the folder, print a handout, copy the path."""
        path, menu = Path(item.data(0, PATH)), QMenu(self)
        if not item.childCount():
            menu.addAction(self.tr("Open")).triggered.connect(lambda: open_path(self.workspace, path))
        folder = path if item.childCount() else path.parent
        menu.addAction(self.tr("Show in folder")).triggered.connect(lambda: open_path(self.workspace, folder))
        here = f"w{self.workspace.document.project.week}/"  # the print panel shows the open week
        if (piece := str(item.data(0, PIECE) or "")).startswith(here):
            menu.addAction(self.tr("Print…")).triggered.connect(lambda: self._print(piece))
        menu.addAction(self.tr("Copy path")).triggered.connect(lambda: QGuiApplication.clipboard().setText(str(path)))
        return menu

    def _print(self, piece: str) -> None:
        """Open the print panel with this handout ticked."""
        self.workspace.select((piece,))
        self.workspace.panel_wanted.emit("print")


class ResultPage(QWidget):
    """Shown when an export has ended well."""

    def __init__(self, workspace: Workspace, exporter: ExportController, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.exporter, self._pictures = workspace, exporter, pictures
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body(), 1)
        column.addWidget(divider())
        self.again = QPushButton(self.tr("Export again"))
        set_theme_icon(workspace, self.again, "folder-output")
        self.again.clicked.connect(self._again)
        self.choices = link_button(self.tr("Change choices"))
        self.keys = WholeLabel()
        self.keys.setProperty("kind", "muted")
        if (action := workspace.actions.get("export_now")) is not None:
            action.changed.connect(self._show_keys)
            self._show_keys()
        column.addWidget(panel_foot(self.again, self.choices, self.keys))

    def _show_keys(self) -> None:
        keys = self.workspace.actions["export_now"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.keys.setText(keys)
        self.again.setToolTip(keys)

    def _body(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        column.setSpacing(10)
        self.mark = QLabel()
        self.title, self.facts = title_label(""), kind_label("", "muted", wrap=True)
        words = in_column(self.title, self.facts, spacing=2)
        head = in_row(at_top(self.mark), (words, 1), spacing=12)
        column.addLayout(head)
        column.addLayout(self._buttons())
        self.usb = UsbCopy(self.workspace, self.exporter)
        self.usb.busy_changed.connect(self._copying)
        column.addWidget(self.usb)
        self.attention = Attention(self.workspace, self.exporter, self._pictures)
        column.addWidget(self.attention)
        self.tree = FileTree(self.workspace)
        column.addWidget(self.tree, 1)
        column.addLayout(self._place())
        return scroll_area(content)

    def _buttons(self) -> QVBoxLayout:
        self.open = primary_button(self.tr("Open folder"))
        set_theme_icon(self.workspace, self.open, "folder-open", "on_accent")
        self.open.clicked.connect(self.open_folder)
        self.print = QPushButton(self.tr("Print handouts"))
        set_theme_icon(self.workspace, self.print, "printer")
        self.print.clicked.connect(lambda: self.workspace.panel_wanted.emit("print"))
        self.copy = QPushButton(self.tr("Copy to USB"))
        set_theme_icon(self.workspace, self.copy, "usb")
        self.copy.clicked.connect(lambda: self.usb.ask(self.copy))
        self.room = link_button(self.tr("See it on the table"))
        self.room.clicked.connect(lambda: self.workspace.page_wanted.emit("room"))
        column, row = QVBoxLayout(), QHBoxLayout()
        column.addWidget(self.open)
        row.addWidget(self.print, 1)
        row.addWidget(self.copy, 1)
        column.addLayout(row)
        column.addWidget(self.room, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _place(self) -> QVBoxLayout:
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        copy = icon_button(self.workspace, "copy", self.tr("Copy the path of the folder"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(self.place())))
        row = in_row((self.folder, 1), copy)
        return in_column(buddy(self.tr("Folder"), self.folder), row, spacing=4)

    def place(self) -> Path:
        """The folder of the kit, or the one that holds several."""
        written = self.exporter.written
        if written is None:
            return self.exporter.folder()
        return written.folders[0] if len(written.folders) == 1 else written.folders[0].parent

    def refresh(self) -> None:
        """Show the export that has ended."""
        written = self.exporter.written
        if written is None:
            return
        many = len(written.folders)
        self.title.setText(self.tr("Your kit is ready") if many == 1 else self.tr("{n} kits are ready").format(n=many))
        words = self.tr("{files}, {size}, {time}")
        if any(kit.has_review for kit in written.kits):
            words = self.tr("{files} and a list to review, {size}, {time}")
        self.facts.setText(
            words.format(
                files=file_words(written.count), size=size_words(written.size), time=time_words(written.seconds)
            )
        )
        show_mark(self.mark, self.workspace.icon("circle-check", "ok"), 32)
        self.print.setVisible(any(file.medium == PRINT for file in written.files))
        self.attention.show_reasons(written)
        self.tree.show_files(written)
        self.folder.setText(path_words(self.place()))
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(str(self.place()))
        self.usb.reset(written.folders)

    def _copying(self, busy: bool) -> None:
        """Nothing is copied twice at once; the keyboard waits beside the button and comes back to it."""
        waits = self.open if busy else self.copy
        move = (self.copy if busy else self.open).hasFocus()
        self.copy.setEnabled(not busy)
        if move:
            waits.setFocus()

    def open_folder(self) -> None:
        """Show the kit in the system's file manager."""
        open_path(self.workspace, self.place())

    def _again(self) -> None:
        if self.exporter.request is not None:
            self.exporter.start(self.exporter.request)


def place_of(file: ExportedFile, written: ExportResult) -> str:
    """The path of a file below its kit's folder."""
    folder = next(folder for folder in written.folders if file.path.is_relative_to(folder))
    return file.path.relative_to(folder).as_posix()
