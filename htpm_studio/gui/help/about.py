"""About the program: version, licenses of everything in it, where its facts come from, where its files are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio import paths
from htpm_studio.gui.core.appearance import list_style
from htpm_studio.gui.core.shell import Shell
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.help.licenses import LICENSED, Licensed, license_text
from htpm_studio.gui.help.tabs_dialog import TabsDialog
from htpm_studio.gui.kit_file.session import Session
from htpm_studio.gui.widgets.error_dialog import surroundings
from htpm_studio.gui.widgets.fields import scrolling
from htpm_studio.gui.widgets.open_file import open_folder


class About(TabsDialog):
    """Four tabs; nothing in it goes online."""

    letters, lines = 104, 28

    def __init__(self, window: Shell, session: Session) -> None:
        super().__init__(window, window.tr("About HTPM Studio"))
        self._session, self._workspace = session, window.workspace
        self.tabs.addTab(scrolling(self._about()), self.tr("About"))
        self.tabs.addTab(self._licenses(), self.tr("Licenses"))
        self.tabs.addTab(scrolling(self._sources()), self.tr("Sources"))
        self.tabs.addTab(scrolling(self._data()), self.tr("Data"))
        self.finish()
        self._workspace.theme_changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take over the colors."""
        self.parts.setStyleSheet(list_style(self._workspace.theme))

    def _about(self) -> QWidget:
        page, column = _page()
        title = QLabel(self.tr("HTPM Studio"))
        title.setProperty("kind", "title")
        column.addWidget(title)
        column.addWidget(_text(surroundings()))
        for words in (
            self.tr("Makes a kit for Human Trafficking Prevention Month in the colors of your organization."),
            self.tr("It works offline. It sends nothing and does not check for updates."),
            self.tr("For a newer version, ask whoever gave you the program or check where you downloaded it."),
            self.tr("HTPM Studio is free software under the MIT license."),
        ):
            column.addWidget(_text(words))
        column.addStretch(1)
        return page

    def _licenses(self) -> QWidget:
        page, column = _page()
        column.addWidget(_text(self.tr("Everything that is part of HTPM Studio, with its license.")))
        row = QHBoxLayout()
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Parts of HTPM Studio"))
        for part in LICENSED:
            self.parts.addItem(self.tr("{name}: {license}").format(name=part.name, license=part.license))
            self.parts.item(self.parts.count() - 1).setToolTip(part.license)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.license = QPlainTextEdit()
        self.license.setReadOnly(True)
        self.license.setTabChangesFocus(True)
        self.license.setAccessibleName(self.tr("Text of the license"))
        row.addWidget(self.parts, 2)
        row.addWidget(self.license, 3)
        column.addLayout(row, 1)
        self.parts.currentRowChanged.connect(lambda number: self._show_license(LICENSED[number]))
        self.parts.setCurrentRow(0)
        return page

    def _show_license(self, part: Licensed) -> None:
        text = license_text(part)
        if part.replaceable:
            how = self.tr(
                "You may replace {name} with your own build: install it in place of the one here. Its source "
                "code is at the address below."
            )
            text = f"{how.format(name=part.name)}\n{part.address}\n\n{text}"
        self.license.setPlainText(text)

    def _sources(self) -> QWidget:
        page, column = _page()
        for words in (
            self.tr(
                "Weeks, themes, facts and resources of the campaign follow the public toolkit for Human Trafficking "
                "Prevention Month of the United States Department of Health and Human Services."
            ),
            self.tr("The texts of the kits are our own. Every number in a kit names who counted it, and when."),
            self.tr("No agency has endorsed HTPM Studio or the kits made with it."),
        ):
            column.addWidget(_text(words))
        column.addStretch(1)
        return page

    def _data(self) -> QWidget:
        page, column = _page()
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        path = self._session.path
        places: tuple[tuple[str, Path], ...] = (
            (self.tr("This kit"), path.parent if path else paths.user_documents()),
            (self.tr("New kits"), paths.user_documents()),
            (self.tr("Settings and recovery"), paths.user_data()),
            (self.tr("Safety copies"), self._session.recovery.copies.folder_of_all),
        )
        for row, (words, folder) in enumerate(places):
            label = _text(QDir.toNativeSeparators(str(folder)))
            button = QPushButton(self.tr("Open"))
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Open the folder: {what}").format(what=words))
            button.clicked.connect(_opener(self._workspace, folder))
            head = QLabel(words)
            head.setProperty("kind", "head")
            grid.addWidget(head, row, 0)
            grid.addWidget(label, row, 1)
            grid.addWidget(button, row, 2)
        column.addLayout(grid)
        column.addStretch(1)
        return page


def _opener(workspace: Workspace, folder: Path) -> Callable[[], None]:
    return lambda: open_folder(workspace, folder)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QFrame()
    page.setProperty("pane", "true")
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    return page, column


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
