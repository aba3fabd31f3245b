"""Preferences: one window beside the work, applied at once, without an OK button, and the form of its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from htpm_studio import paths
from htpm_studio.export.run.file_cache import FileCache
from htpm_studio.gui.core.appearance import list_style
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.i18n import window_languages
from htpm_studio.gui.kit_file.file import MOST_COPIES
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.gui.settings.keys import KeysPage
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.dialogs import ScaledDialog
from htpm_studio.gui.widgets.fields import kind_label
from htpm_studio.gui.widgets.files import open_folder, start_folder
from htpm_studio.gui.widgets.form import Choice, Control, Field, Segments, Source, Tick, all_settings, bound

BESIDE_LETTERS = 50
_NONE = Qt.AlignmentFlag(0)


class SettingRows(QWidget):
    """Settings below each other: words beside the control, or above it where there is no room; a note below."""

    def __init__(self, settings: Source) -> None:
        super().__init__()
        self._settings = settings
        self.setProperty("pane", "true")
        self._form = QFormLayout(self)
        self._form.setContentsMargins(24, 20, 24, 20)
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(18)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        self._last: QVBoxLayout | None = None

    def add(self, field: Field[Control]) -> Control:
        """Add a setting with the control for it, which is the answer."""
        control = bound(self._settings, field)
        self.row(field.label, control, field.help)
        return control

    def row(self, words: str, control: QWidget, note: str, buddy: QWidget | None = None) -> None:
        """Add a setting; `buddy` is the part of the control that takes the keyboard."""
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = self._last = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft if isinstance(control, QPushButton) else _NONE)
        named = buddy or control
        if isinstance(control, QLabel):
            control.setWordWrap(True)
        if not named.accessibleName():
            named.setAccessibleName(words)
        if note:
            small = kind_label(note, "muted", wrap=True)
            named.setAccessibleDescription(note)
            column.addWidget(small)
        label = QLabel(words)
        label.setBuddy(named)
        self._form.addRow(label, box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All labels are beside their controls, or all of them above."""
        super().resizeEvent(event)
        labels = [self._form.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in range(self._form.rowCount())]
        beside = max(label.sizeHint().width() for label in labels if label is not None)
        letters = self.width() // self.fontMetrics().averageCharWidth()
        room = letters - beside // self.fontMetrics().averageCharWidth()
        policy = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policy.DontWrapRows if room >= BESIDE_LETTERS else policy.WrapAllRows)

    def minimumSizeHint(self) -> QSize:
        """Room for the widest control when its words are above it."""
        margins = self._form.contentsMargins()
        fields = [self._form.itemAt(row, QFormLayout.ItemRole.FieldRole) for row in range(self._form.rowCount())]
        widest = max(field.minimumSize().width() for field in fields if field is not None)
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def below(self, widget: QWidget) -> None:
        """Add a control below the setting before."""
        if self._last is not None:
            self._last.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)


NAME = "preferences"
TEXT_STEP, LIST_EDGE = 10, 16
KEYS_PAGE = 4
PAUSE_MS = 150
STANDARD = (
    "theme", "text_scale", "app_language", "reduced_motion", "kit_folder", "paper", "print_count", "print_people",
    "keys", "ahead",
)  # fmt: skip
"""Settings that "Back to standard" resets; where the user was and what was open stays."""


class Preferences(QDialog):
    """Six pages, chosen on the left; what is set here is in force as soon as it is set."""

    def __init__(self, window: Shell, session: KitSession, start_again: Callable[[], None]) -> None:
        super().__init__(window)
        self.setObjectName(NAME)
        self.setWindowTitle(self.tr("Preferences"))
        self._workspace, self._session, self._start_again = window.workspace, session, start_again
        self._settings = all_settings(self._workspace)
        self._language = self._workspace.settings.app_language
        self.pages, self.keys = QStackedWidget(self), KeysPage(self._workspace)
        self.names = QListWidget(self)
        self.names.setAccessibleName(self.tr("Pages of the preferences"))
        self._items: list[tuple[QListWidgetItem, str, str]] = []
        for words, icon, page in (
            (self.tr("Look"), "contrast", self._look()),
            (self.tr("Defaults"), "settings", self._defaults()),
            (self.tr("Safety copies"), "save", self._copies()),
            (self.tr("Privacy"), "shield-check", self._privacy()),
            (self.tr("Keys"), "keyboard", self.keys),
            (self.tr("For designers"), "wand-sparkles", self._designers()),
        ):
            item = QListWidgetItem(words, self.names)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            self._items.append((item, icon, words))
            self.pages.addWidget(_scrolling(page))
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.names.setCurrentRow(0)
        self._arrange()
        self._workspace.settings_changed.connect(self.refresh)
        self._workspace.theme_changed.connect(self.restyle)
        self.restyle()
        self.refresh()
        self.resize(self.sizeHint())
        ScaledDialog(self)

    # ---------------------------------------------------------------- pages

    def _look(self) -> QWidget:
        page = SettingRows(self._settings)
        themes = Segments({"system": self.tr("Match system"), "light": self.tr("Light"), "dark": self.tr("Dark")})
        self.themes = page.add(
            Field("theme", self.tr("Theme"), "", themes, self.tr("High contrast follows the system setting."))
        )
        self.text_size = QSlider(Qt.Orientation.Horizontal)
        self.text_size.setRange(100 // TEXT_STEP, 200 // TEXT_STEP)
        self.text_size.setPageStep(2)
        self.text_size.setMinimumHeight(24)
        self.text_size.setTracking(False)
        # A new size lays the whole window out: once for a row of keys.
        self._resizing = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._resizing.timeout.connect(lambda: self._set(text_scale=self.text_size.value() * TEXT_STEP))
        self.text_size.valueChanged.connect(self._resize_soon)
        self.percent = kind_label("", "muted")
        self.text_size.sliderMoved.connect(lambda step: self._show_percent(step * TEXT_STEP))
        note = self.tr("Up to 200%. The window rearranges itself.")
        page.row(self.tr("Text size"), _beside(self.text_size, self.percent), note, buddy=self.text_size)
        languages = Choice({"system": self.tr("Match system"), **window_languages()})
        above = self.tr("The language of the kit is chosen above the board.")
        self.language = page.add(Field("app_language", self.tr("Language of the app"), "", languages, above))
        self.again = QPushButton(self.tr("Start again in this language"))
        self.again.clicked.connect(self._start_again)
        page.below(self.again)
        motion, also = Tick(self.tr("Reduce motion")), self.tr("The system's reduced-motion setting also applies.")
        self.motion = page.add(Field("reduced_motion", self.tr("Motion"), "", motion, also))
        return page

    def _defaults(self) -> QWidget:
        page = SettingRows(self._settings)
        self.folder = QLabel()
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder.setWordWrap(True)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose the folder for kits"))
        choose.clicked.connect(self.choose_folder)
        page.row(self.tr("Folder for kits"), self.folder, self.tr("Exported kits are saved there."))
        page.below(choose)
        papers = Segments({"letter": self.tr("Letter"), "a4": self.tr("A4"), "both": self.tr("Both")})
        self.paper = page.add(Field("paper", self.tr("Paper of handouts"), "", papers))
        rest, sooner = Tick(self.tr("Make files while I rest")), self.tr("The next export is then ready sooner.")
        self.ahead = page.add(Field("ahead", self.tr("Ahead of time"), "", rest, sooner))
        return page

    def _copies(self) -> QWidget:
        page = SettingRows(self._settings)
        many = self.tr("{count} for each kit: about every 10 minutes at first, then days apart.").format(
            count=MOST_COPIES
        )
        page.row(self.tr("How many"), QLabel(many), self.tr("Go back to one under the arrow beside Undo."))
        page.row(self.tr("Where"), _words(self._folder_of_copies()), "")
        show = QPushButton(self.tr("Open folder"))
        show.clicked.connect(lambda: open_folder(self._workspace, self._folder_of_copies()))
        page.below(show)
        page.row(
            self.tr("Every step"),
            QLabel(self.tr("Each step is saved within a second.")),
            self.tr("After a crash, your kit reopens as it was. The kit file is saved automatically."),
        )
        return page

    def _privacy(self) -> QWidget:
        page = SettingRows(self._settings)
        always = self.tr("Location and camera data are always removed from pictures.")
        page.row(self.tr("Pictures"), _words(always), "")
        page.row(self.tr("Network"), _words(self.tr("Nothing is sent. The app never goes online.")), "")
        self.forget = QPushButton(self.tr("Forget recent files"))
        self.forget.clicked.connect(self.forget_recent)
        page.row(self.tr("Recent files"), self.forget, self.tr("Also forgets the steps of kits that are closed."))
        self.clear = QPushButton(self.tr("Remove safety copies"))
        self.clear.clicked.connect(self.remove_copies)
        page.row(self.tr("Safety copies"), self.clear, self.tr("For all kits. The kit files are kept."))
        self.files = QPushButton(self.tr("Remove finished files"))
        self.files.clicked.connect(self.remove_files)
        page.row(
            self.tr("Finished files"),
            self.files,
            self.tr("Kept so that the next export is quick. Certificates with names are never kept."),
        )
        return page

    # ---------------------------------------------------------------- the frame

    def _designers(self) -> QWidget:
        """What few need: templates and campaigns of one's own, and checks of what others made."""
        page = SettingRows(self._settings)
        rows = (
            (self.tr("Your templates"), ("open_templates", "copy_template", "read_templates", "draw_designs")),
            (self.tr("Campaign"), ("use_campaign", "save_campaign")),
            (self.tr("A finished kit"), ("check_folder",)),
        )
        for words, names in rows:
            first, *others = (self._command(name) for name in names)
            page.row(words, first, "")
            for button in others:
                page.below(button)
        return page

    def _command(self, name: str) -> QPushButton:
        """A button that does a command of the window."""
        action = self._workspace.actions[name]
        button = QPushButton(action.text().replace("&", ""))
        button.clicked.connect(action.trigger)
        return button

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        note = kind_label(self.tr("Changes apply at once."), "muted")
        self.standard = QPushButton(self.tr("Reset to default"))
        self.standard.setProperty("kind", "link")
        self.standard.setAutoDefault(False)
        self.standard.clicked.connect(self.reset)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        for widget, stretch in ((note, 1), (self.standard, 0), (close, 0)):
            foot.addWidget(widget, stretch)
        foot.setContentsMargins(16, 12, 16, 12)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        top = in_row(self.names, (self.pages, 1), spacing=0)
        line = QFrame()
        line.setProperty("kind", "line")
        in_column((top, 1), line, foot, inside=self, spacing=0)

    def sizeHint(self) -> QSize:
        """Room for the longest page at the text size that is set, but not more than the screen has."""
        letter = self.fontMetrics().averageCharWidth()
        room = self.screen().availableSize()
        wide, high = letter * 116, self.fontMetrics().height() * 29
        return QSize(min(wide, room.width() - 40), min(high, room.height() - 60))

    def restyle(self) -> None:
        """Take over colors and text size."""
        for item, icon, _ in self._items:
            item.setIcon(self._workspace.icon(icon))
        self.names.setStyleSheet(list_style(self._workspace.theme))
        self._give_room()

    def _give_room(self) -> None:
        """The words of the pages beside their icons, where the pages leave room for them."""
        for item, _, words in self._items:
            item.setText(words)
        full = self.names.sizeHintForColumn(0) + LIST_EDGE
        needed = max(page.minimumSizeHint().width() for page in self.findChildren(SettingRows))
        if full + needed > self.width():
            for item, _, _ in self._items:
                item.setText("")
            full = self.names.sizeHintForColumn(0) + LIST_EDGE
        self.names.setFixedWidth(full)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the pages by their icons alone."""
        super().resizeEvent(event)
        self._give_room()

    def show_keys(self) -> None:
        """Show the page of shortcuts."""
        self.names.setCurrentRow(KEYS_PAGE)

    def refresh(self) -> None:
        """Show the settings as they are."""
        settings = self._workspace.settings
        if not self._resizing.isActive():
            self.text_size.setValue(round(settings.text_scale / TEXT_STEP))
            self._show_percent(settings.text_scale)
        self.again.setVisible(settings.app_language != self._language)
        self.folder.setText(QDir.toNativeSeparators(settings.kit_folder or str(paths.user_documents())))
        self.forget.setEnabled(bool(settings.recent))
        self.restyle()

    def _resize_soon(self, step: int) -> None:
        self._show_percent(step * TEXT_STEP)
        if step * TEXT_STEP != self._workspace.settings.text_scale:
            self._resizing.start()

    def _show_percent(self, percent: int) -> None:
        self.percent.setText(self.tr("{percent}%").format(percent=percent))
        self.text_size.setAccessibleDescription(self.percent.text())

    # ---------------------------------------------------------------- what they do

    def _set(self, **values: Any) -> None:
        settings = replace(self._workspace.settings, **values)
        if settings != self._workspace.settings:
            self._workspace.set_settings(settings)

    def reset(self) -> None:
        """Back to the values that the program has at first."""
        first = Settings()
        self._set(**{name: getattr(first, name) for name in STANDARD})

    def choose_folder(self) -> None:
        """Ask for the folder that kits are exported to."""
        start = self._workspace.settings.kit_folder or str(start_folder(self._workspace, "kit"))
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for kits"), start)
        if chosen:
            self._set(kit_folder=chosen)

    def forget_recent(self) -> None:
        """Drop the list of recent files, except for the one that is open."""
        self._session.recovery.forget()
        path = str(self._session.path or "")
        self._set(recent=(), folders=(), last_project=path)

    def remove_copies(self) -> None:
        """Remove the safety copies of all kits."""
        self._session.recovery.copies.clear()
        self._session.path_changed.emit()
        self._workspace.toast(self.tr("All safety copies were removed."))

    def remove_files(self) -> None:
        """Remove the finished files that are kept for the next export."""
        FileCache(paths.finished()).clear()
        self._workspace.toast(self.tr("All finished files were removed."))

    def _folder_of_copies(self) -> Path:
        return self._session.recovery.copies.folder_of_all


def _words(text: str | Path) -> QLabel:
    label = QLabel(QDir.toNativeSeparators(str(text)) if isinstance(text, Path) else text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _beside(*widgets: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QSlider) else 0)
    return box


def _scrolling(page: QWidget) -> QWidget:
    if isinstance(page, KeysPage):
        return page
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
