"""What a toolkit of another observance is for: name, month and helpline, and what is still open about them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from htpm_studio.campaign.toolkit.setting import Answers
from htpm_studio.gui.features.toolkit_import.controller import ImportController
from htpm_studio.gui.i18n.translate import translate
from htpm_studio.gui.widgets.fields import MARGIN, labelled_field

LAST_MONTH = 12


class SettingRow(QFrame):
    """Follows the controller; what is typed or chosen reads the document again with that answer."""

    def __init__(self, toolkit: ImportController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = toolkit
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 10, MARGIN, 10)
        column.setSpacing(8)
        self.words = QLabel()
        self.words.setWordWrap(True)
        column.addWidget(self.words)
        self.name, self.month, self.helpline = QLineEdit(), QComboBox(), QComboBox()
        self.month.addItem(self.tr("Choose…"), 0)
        for number in range(1, LAST_MONTH + 1):
            self.month.addItem(QLocale().standaloneMonthName(number), number)
        self.helpline.setEditable(True)
        self.helpline.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(labelled_field(self.tr("The toolkit is for"), self.name), 3)
        row.addWidget(labelled_field(self.tr("Month"), self.month), 1)
        row.addWidget(labelled_field(self.tr("Helpline on every piece"), self.helpline), 3)
        column.addLayout(row)
        self.name.editingFinished.connect(self._answer)
        self.month.activated.connect(self._answer)
        self.helpline.activated.connect(self._answer)
        if (typed := self.helpline.lineEdit()) is not None:
            typed.setPlaceholderText(self.tr("Name=number"))
            typed.editingFinished.connect(self._answer)
        toolkit.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known and what is asked; nothing for a toolkit of the built-in campaign."""
        findings = self.controller.findings
        self.setVisible(findings is not None and not findings.setting.ours)
        if findings is None or findings.setting.ours:
            return
        setting = findings.setting
        asked = [translate(one.sentence) for one in setting.questions]
        known = self.tr("This is not a toolkit of the built-in campaign. The kit will use its own month and helpline.")
        self.words.setText(" ".join([known, *asked]))
        found = setting.helpline.label if setting.helpline else ""
        labels = [found] if found else []
        labels += [one for question in setting.questions if question.about == "helpline" for one in question.choices]
        with QSignalBlocker(self.name), QSignalBlocker(self.month), QSignalBlocker(self.helpline):
            self.name.setText(setting.name)
            self.month.setCurrentIndex(setting.month)
            self.helpline.clear()
            self.helpline.addItems(labels)
            self.helpline.setCurrentText(found)
        self.setEnabled(not self.controller.busy)

    def _answer(self) -> None:
        findings = self.controller.findings
        if findings is None or findings.setting.ours:
            return
        setting = findings.setting
        found = setting.helpline.label if setting.helpline else ""
        name, month, helpline = (
            self.name.text().strip(),
            int(self.month.currentData()),
            self.helpline.currentText().strip(),
        )
        if (name, month, helpline) != (setting.name, setting.month, found):
            self.controller.answer(Answers(name, month, helpline))
