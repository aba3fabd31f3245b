"""The page of the preferences that shows every command's keys and lets the user choose others."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import keys_words
from htpm_studio.gui.shell.actions import MENUS, SPECS, CommandSpec, standard_keys
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import name_clear_button
from htpm_studio.gui.widgets.layouts import FlowRow

PORTABLE = QKeySequence.SequenceFormat.PortableText
_COMMAND = re.compile(r"(Ctrl|Alt|Meta)\+.+|(Shift\+)?F\d+")


class KeysPage(QWidget):
    """A table of commands; the keys of the selected one are pressed into the field below it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("pane", "true")
        self._workspace = workspace
        own, shown = dict(workspace.settings.keys), {name for names in MENUS.values() for name in names}
        # What has neither keys nor a place in the menu bar is found where it is used.
        self.specs: tuple[CommandSpec, ...] = tuple(
            one for one in SPECS if not one.local and (one.keys or one.name in shown or one.name in own)
        )
        self.table = QTableWidget(len(self.specs), 2)
        self.field = QKeySequenceEdit()
        self.use = QPushButton(self.tr("Use these keys"))
        self.back = QPushButton(self.tr("Reset to default"))
        self.note = QLabel()
        self._build()
        self.table.currentCellChanged.connect(lambda *_: self._select())
        self.field.keySequenceChanged.connect(lambda _keys: self._look())
        self.use.clicked.connect(self.take)
        self.back.clicked.connect(self.standard)
        workspace.settings_changed.connect(self.refresh)
        self.refresh()
        self.table.setCurrentCell(0, 0)

    @property
    def spec(self) -> CommandSpec:
        """The selected command."""
        return self.specs[max(0, self.table.currentRow())]

    def refresh(self) -> None:
        """Show all keys as they are set."""
        for row, spec in enumerate(self.specs):
            action = self._workspace.actions[spec.name]
            words = keys_words(action.shortcuts())
            for column, text in enumerate((action.text().replace("&", ""), words)):
                item = self.table.item(row, column) or QTableWidgetItem()
                item.setText(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text or self.tr("No keys"))
                if item.tableWidget() is None:
                    self.table.setItem(row, column, item)
        self._select()

    # ---------------------------------------------------------------- what it does

    def take(self) -> None:
        """Give the selected command the keys in the field; another command that had them has none from then on."""
        keys = self.field.keySequence().toString(PORTABLE)
        own = dict(self._workspace.settings.keys)
        for spec in self._others():
            left = [one for one in self._keys_of(spec) if one != keys]
            own[spec.name] = left[0] if left else ""
        own[self.spec.name] = keys
        self._keep(own)

    def standard(self) -> None:
        """Give the selected command the keys that it has at first, unless another one was given them."""
        self._keep({name: keys for name, keys in self._workspace.settings.keys if name != self.spec.name})

    def _keep(self, own: dict[str, str]) -> None:
        for spec in self.specs:
            if own.get(spec.name) == (standard_keys(spec) or ("",))[0] and len(standard_keys(spec)) < 2:
                del own[spec.name]
        settings = replace(self._workspace.settings, keys=tuple(sorted(own.items())))
        self._workspace.set_settings(settings)

    def _others(self) -> list[CommandSpec]:
        """The commands that have the keys in the field already."""
        keys = self.field.keySequence().toString(PORTABLE)
        others = (spec for spec in SPECS if spec.name != self.spec.name)
        return [spec for spec in others if keys and keys in self._keys_of(spec)]

    def _keys_of(self, spec: CommandSpec) -> list[str]:
        return [one.toString(PORTABLE) for one in self._workspace.actions[spec.name].shortcuts()]

    def _select(self) -> None:
        action = self._workspace.actions[self.spec.name]
        keys = action.shortcuts()
        self.field.setKeySequence(keys[0] if keys else QKeySequence())
        words = self.tr("Keys for {command}").format(command=action.text().replace("&", ""))
        self.field.setAccessibleName(words)
        for inner in self.field.findChildren(QLineEdit):  # what has the focus
            inner.setAccessibleName(words)
            name_clear_button(inner)
        self.back.setEnabled(self.spec.name in dict(self._workspace.settings.keys))
        self._look()

    def _look(self) -> None:
        """Say what the keys in the field would do, and whether they can be used."""
        keys, others = self.field.keySequence(), self._others()
        words = self.tr("Click the field and press the new keys. Clear the field to remove them.")
        usable = True
        if not keys.isEmpty() and not _is_command(keys):
            words, usable = self.tr("Use Ctrl or Alt with another key, or one of F1 to F12."), False
        elif any(spec.local for spec in others):
            words, usable = self.tr("The board needs these keys."), False
        elif others:
            names = ", ".join(self._workspace.actions[one.name].text().replace("&", "") for one in others)
            words = self.tr("“{command}” uses these keys now and would lose them.").format(command=names)
        known = self._keys_of(self.spec)
        self.use.setEnabled(usable and keys.toString(PORTABLE) != (known[0] if known else ""))
        self.note.setText(words)
        self.field.setAccessibleDescription(words)

    # ---------------------------------------------------------------- building

    def _build(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Keys"))
        table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumHeight(32)
        self.field.setMinimumWidth(18 * self.field.fontMetrics().averageCharWidth() + 40)
        self.note.setWordWrap(True)
        self.note.setProperty("kind", "muted")
        holder = QWidget()
        row = FlowRow(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.field, self.use, self.back):
            row.addWidget(widget)
        for button in (self.use, self.back):
            button.setAutoDefault(False)
        in_column((table, 1), holder, self.note, inside=self, margins=(16, 16, 16, 12))


def _is_command(keys: QKeySequence) -> bool:
    """Whether keys cannot be meant for a text field."""
    return _COMMAND.fullmatch(keys.toString(PORTABLE)) is not None
