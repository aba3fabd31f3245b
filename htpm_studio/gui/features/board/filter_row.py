"""The chips above the board: go to a section, show only one, show only what is to be checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.access import RovingFocus
from htpm_studio.gui.widgets.fields import Chip
from htpm_studio.gui.widgets.layouts import FlowRow

ALL, TO_CHECK = "", "!"


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Filter", text))


def translated(text: str) -> str:
    """A short name in the language of the window."""
    return QCoreApplication.translate("Filter", text)


FORMS = 3
SHORT: Mapping[str, str] = {"background": _t("Backgrounds"), "social": _t("Social"), "copy": _t("Posts")}
"""Names of media where there is little room."""


class FilterRow(QWidget):
    """Chips with counts. The first click on a section's chip goes there, the second shows nothing else."""

    went_to = Signal(str)
    filtered = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._chips: dict[str, QToolButton] = {}
        self.now, self._visited, self._ticking = ALL, "", False
        self._rows: tuple[tuple[str, str, int], ...] = ()
        self._form = 0
        outer = QHBoxLayout(self)
        outer.setContentsMargins(20, 6, 20, 6)
        self._row = QWidget(self)
        self._row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowRow(self._row)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.hint = QLabel(self)
        self.hint.setProperty("kind", "muted")
        outer.addWidget(self._row, 1)
        outer.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._outer, self._narrow = outer, False
        self._checking = self._wanted = self._by_itself = False
        self._roving = RovingFocus(self)
        self._new = self._is_new()
        workspace.document.changed.connect(self._look_again)

    def set_sections(self, entries: Sequence[tuple[str, str, int]], to_check: int) -> None:
        """One chip for each section (medium, title, count), and one for what is to be checked."""
        rows = [(ALL, self.tr("All"), 0), *entries]
        if to_check:
            rows.append((TO_CHECK, self.tr("Pieces to check"), to_check))
        if list(self._chips) != [name for name, _, _ in rows]:
            self._rebuild([name for name, _, _ in rows])
        self._rows = tuple(rows)
        self._name(self._form)
        for name, title, count in rows:
            chip = self._chips[name]
            chip.setAccessibleName(self.tr("{title}, {count}").format(title=title, count=count) if count else title)
        if self.now not in self._chips:
            self.choose(ALL)
        self._show_marked()
        self._show()

    def set_checking(self, on: bool) -> None:
        """The checks are beside the board, or not any more: show what they are about until something else is chosen."""
        if on == self._checking:
            return
        if not on and self._by_itself and self.now == TO_CHECK:
            self.choose(ALL)
        self._checking = self._wanted = on
        self._by_itself = False
        self._show_marked()

    def _show_marked(self) -> None:
        if self._wanted and self.now == ALL and TO_CHECK in self._chips:
            self._wanted, self._by_itself = False, True
            self.choose(TO_CHECK)

    def set_ticking(self, on: bool) -> None:
        """Say that pieces can be ticked, or not."""
        self._ticking = on
        self._show()

    def choose(self, name: str) -> None:
        """Show only one section, only what is to be checked, or all."""
        self.now, self._visited = name, name
        self._show()
        self.filtered.emit(name)

    def _rebuild(self, names: Sequence[str]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for name in names:
            chip = Chip("", self._row)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.clicked.connect(lambda _checked=False, one=name: self._clicked(one))
            self._chips[name] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._roving.set_controls(self._chips.values())
        self.restyle()

    def _clicked(self, name: str) -> None:
        if name in (ALL, TO_CHECK):
            self.choose(ALL if name == self.now else name)
        elif self.now == name:
            self.choose(ALL)
        elif self.now in (ALL, TO_CHECK) and self._visited != name:
            if self.now == TO_CHECK:
                self.choose(ALL)
            self._visited = name
            self.went_to.emit(name)
            self._show()
        else:
            self.choose(name)

    def _is_new(self) -> bool:
        return not self._workspace.document.project.brand.organization

    def _look_again(self, *_: object) -> None:
        if self._new != self._is_new():
            self._new = not self._new
            self._show()

    def _show(self) -> None:
        for name, chip in self._chips.items():
            chip.setChecked(name == self.now)
            if name not in (ALL, TO_CHECK):
                again = self._visited == name and self.now == ALL
                chip.setToolTip(self.tr("Click again to show only this") if again else self.tr("Go there"))
        if self._ticking:
            words = self.tr("Select what you need, or use a set on the right")
        elif self.now == ALL and self._new:
            words = self.tr("This is the real kit. It changes while you type.")
        elif self.now == ALL:
            words = self.tr("Double-click a piece to edit it")
        elif self.now == TO_CHECK:
            words = self.tr("Everything stays open for editing")
        else:
            words = self.tr("“All” shows the rest again")
        self.hint.setText(words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The hint gives way to the chips."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        margins = self._outer.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._outer.spacing()
        wanted = self._flow.sizeHint().width() + self.hint.sizeHint().width()
        self.hint.setVisible(not self._narrow and wanted <= room)
        for form in range(FORMS):
            self._name(form)
            if self._flow.sizeHint().width() <= self.width() - margins.left() - margins.right():
                return

    def _name(self, form: int) -> None:
        """Give the chips their words: where all would need a second row shorter ones, then none with a number."""
        self._form = form
        for name, title, count in self._rows:
            words = translated(SHORT[name]) if form and name in SHORT else title
            counted = count and (form < FORMS - 1 or name == TO_CHECK)
            if name in self._chips:
                self._chips[name].setText(f"{words}  {count}" if counted else words)

    def restyle(self) -> None:
        """Draw the icons in the colors of the theme."""
        if TO_CHECK in self._chips:
            self._chips[TO_CHECK].setIcon(self._workspace.icon("triangle-alert", "warn"))

    def chip(self, name: str) -> QToolButton:
        """The chip of a section; raises KeyError for an unknown one."""
        return self._chips[name]

    def set_narrow(self, narrow: bool) -> None:
        """Leave the hint out where there is no room."""
        self._narrow = narrow
        self._make_room()
