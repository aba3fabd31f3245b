"""All words of the open piece in reading order: what each says, its state, and the way to it on the picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
)

from htpm_studio.compose.plain_names import NAMES
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.editable import Editable, editable_at
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.editor.field_names import label_of, part_label
from htpm_studio.gui.features.editor.fit_judge import FitJudge
from htpm_studio.gui.features.editor.typing import Typing
from htpm_studio.gui.widgets.fields import PanelSection
from htpm_studio.gui.widgets.text_fields import FieldRow, LinesField, clean_lines
from htpm_studio.project.model import clean_text, unbroken
from htpm_studio.scene.caret import PlacedText
from htpm_studio.scene.emphasis import emphasized

PAD, GAP, RING = 8, 2, 2
HOTLINE = "hotline"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class WordsRow:
    """One text of the piece: where it is, what it is called, what it says, and in what state it is.

    `text` is set where the picture shows it, `field` where it can be changed; `path` is its place in edits.
    """

    label: str
    words: str
    path: str = ""
    field: Editable | None = None
    text: PlacedText | None = None
    state: str = ""
    token: str = "muted"

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        return f"{self.label}: {self.words} ({self.state})" if self.state else f"{self.label}: {self.words}"


class AllWords(PanelSection):
    """A list that is closed at first. Texts are typed on the picture; what it does not show has a field here."""

    opened = Signal()

    def __init__(self, controller: EditorController, typing: Typing) -> None:
        self.toggle = QToolButton()
        super().__init__("", self.toggle)
        self.heading.setText(self.tr("All words"))
        self._controller, self._typing = controller, typing
        self.judge = FitJudge(controller)
        self.judge.judged.connect(self._judged)
        self._found: Mapping[str, Sequence[Diagnostic]] = {}
        self.list = WordsList(controller.workspace, self)
        self.list.setAccessibleName(self.tr("All words"))
        self.list.chosen.connect(self._go_to)
        self.list.followed.connect(self._follow_kit)
        self.list.hide()
        self.column.addWidget(self.list)
        self.row: FieldRow | None = None
        """The field of a text that the picture does not show."""
        self._path = ""
        self.toggle.setCheckable(True)
        self.toggle.setProperty("kind", "quiet")
        self.toggle.toggled.connect(self._toggled)
        self._toggled(on=False)

    # ---------------------------------------------------------------- what is shown

    def refresh(self) -> None:
        """Show the texts as the document has them."""
        fields = self._controller.fields()
        self.setVisible(bool(fields))
        self.judge.ask()
        self._show_rows()
        field = editable_at(fields, self._path) if self._path else None
        if field is None:
            self._drop_field()
        elif self.row is not None and not self._controller.later.isActive():
            controller = self._controller
            self.row.show_words(
                field.text, changed=field.changed, locked=controller.locked, own=controller.is_own
            )  # fmt: skip

    def show_drawn(self) -> None:
        """The picture was drawn anew: say what it shows."""
        self._show_rows()

    def rows(self) -> tuple[WordsRow, ...]:
        """The texts that the picture shows, in reading order, then the others."""
        return (*self._shown_rows(), *self._other_rows())

    def _show_rows(self) -> None:
        if self.toggle.isChecked() and self._controller.now is not None:
            self.list.show_rows(self.rows())

    def _judged(self, found: object) -> None:
        self._found = found if isinstance(found, Mapping) else {}
        self._show_rows()

    def _shown_rows(self) -> Iterator[WordsRow]:
        for text, path, field in self._typing.shown_texts():
            if field is None and self._typing.is_foreign:
                continue
            if field is None:
                name = text.block.name.partition(".")[0]
                label = label_of(name) if name in NAMES else self.tr("Words of the design")
                label = self.tr("Phone line") if HOTLINE in text.block.name else label
                yield WordsRow(label, " ".join(text.block.text.split()), text=text, state=self.tr("fixed"))
            elif path == field.path or int(path.rpartition(".")[2]) <= field.text.count("\n"):
                yield self._row(field, path, text)  # The picture may still show a point that is gone.

    def _other_rows(self) -> Iterator[WordsRow]:
        shown = {row.path for row in self._shown_rows()}
        for field in self._controller.fields():
            lines = [f"{field.path}.{at}" for at in range(field.text.count("\n") + 1)] if field.kind == "list" else []
            if shown.intersection(lines) or any(map(self._typing.is_elsewhere, lines)):
                yield from (self._row(field, path) for path in lines if path not in shown)
            elif field.path not in shown:
                yield self._row(field, field.path)

    def _row(self, field: Editable, path: str, text: PlacedText | None = None) -> WordsRow:
        words, label = field.text, label_of(field.name, field.number)
        if path != field.path:
            at = int(path.rpartition(".")[2])
            words = words.split("\n")[at]
            label = self.tr("{field} {number}").format(field=label_of(_single(field.name)), number=at + 1)
        if field.part and text is None:
            label = f"{part_label(field.part)}: {label}"
        state, token = self._state(field, path, text)
        return WordsRow(label, unbroken(emphasized(words)[0]).replace("\n", " · "), path, field, text, state, token)

    def _state(self, field: Editable, path: str, text: PlacedText | None) -> tuple[str, str]:
        mine = (one for codes in self._found.values() for one in codes)
        if any(one.field == path or one.field.startswith(f"{path}.") for one in mine):
            return self.tr("does not fit"), "warn"
        if self._controller.locked:
            return self.tr("locked"), "muted"
        if text is None and not self._typing.is_foreign and not self._typing.is_elsewhere(path):
            return (self.tr("not on the picture") if field.text else self.tr("empty")), "muted"
        if self._controller.is_own:
            return "", "muted"
        changed = field.changed if path == field.path else _is_changed(field, int(path.rpartition(".")[2]))
        return (self.tr("changed here"), "accent") if changed else ("", "muted")

    # ---------------------------------------------------------------- steps

    def open(self, path: str = "") -> None:
        """Show the list, with the row of a text and its field where the picture does not show it."""
        self.toggle.setChecked(True)
        self._show_rows()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        found = [at for at, row in enumerate(self.list.rows) if path and f"{row.path}.".startswith(f"{path}.")]
        self.list.setCurrentRow(found[0] if found else max(0, self.list.currentRow()))
        row = self.list.rows[found[0]] if found else None
        if row is not None and row.field is not None and row.text is None:
            self._show_field(row.field)

    def forget(self) -> None:
        """Another piece was opened: what is known of this one is over."""
        self._found = {}
        self._drop_field()

    def _toggled(self, on: bool) -> None:
        self.toggle.setText(self.tr("Hide") if on else self.tr("Show"))
        self.toggle.setAccessibleName(self.tr("Hide all words") if on else self.tr("Show all words"))
        self.list.setVisible(on)
        self._show_rows()
        if on:
            self.opened.emit()
        else:
            self._drop_field()

    def _go_to(self, row: WordsRow) -> None:
        """Put the caret into a text where the picture shows it, else into a field here."""
        if row.text is not None or row.field is None:
            if row.text is not None:
                self._typing.go_to(row.text, row.path)
        elif not self._typing.go_elsewhere(row.path):
            self._show_field(row.field)

    def _follow_kit(self, row: WordsRow) -> None:
        field = row.field
        if field is not None and field.changed:
            name = label_of(field.name, field.number).lower()
            self._controller.follow(self.tr("Kit text of {field}").format(field=name), field)

    def _show_field(self, field: Editable) -> None:
        self._drop_field()
        document = self._controller.document
        several = field.kind == "list"
        editor = LinesField(document, clean_lines if several else clean_text, least=3 if several else 2)
        if several:
            editor.setPlaceholderText(self.tr("One line for each point"))
        self._path = field.path
        self.row = row = FieldRow(self._controller.workspace, label_of(field.name, field.number), editor)
        row.edited.connect(self._edit)
        row.reset.connect(lambda: self._follow_kit(WordsRow("", "", field.path, self._field())))
        editor.left.connect(self.refresh)
        self.column.addWidget(row)
        self.refresh()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _drop_field(self) -> None:
        row, self.row, self._path = self.row, None, ""
        if row is not None:
            row.hide()
            row.deleteLater()

    def _field(self) -> Editable | None:
        return editable_at(self._controller.fields(), self._path)

    def _edit(self, text: str) -> None:
        field = self._field()
        if field is None or self.row is None:
            return
        bare = field.needed and not text
        words = self.tr("If you don't write your own, the kit's text is used.") if bare else ""
        self.row.warn(words, over=bare)
        step = self.tr("Change {field}").format(field=label_of(field.name, field.number).lower())
        if field.kind == "list":
            self._controller.set_list(step, field, text or field.kit_text)
        else:
            self._controller.set_text(
                step, field.edit, text or (field.kit_text if field.needed else ""), field.kit_text
            )


def _single(name: str) -> str:
    """The name of one point of a list, such as "item" for "items", where it has one."""
    return name.removesuffix("s") if name.rpartition(".")[2].removesuffix("s") in NAMES else name


def _is_changed(field: Editable, at: int) -> bool:
    """Whether the user gave a point of a list other words."""
    now, kit = field.text.split("\n"), field.kit_text.split("\n")
    return at >= len(kit) or now[at] != kit[at]


class WordsList(QListWidget):
    """As high as its rows. `chosen(row)` by click or Enter, `followed(row)` by Delete or from the menu of a row."""

    chosen = Signal(object)
    followed = Signal(object)

    def __init__(self, workspace: Workspace, parent: AllWords) -> None:
        super().__init__(parent)
        self.rows: tuple[WordsRow, ...] = ()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "strip")
        self.setMouseTracking(True)
        self.setItemDelegate(WordsDelegate(workspace, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.itemClicked.connect(lambda _item: self._choose())
        self._kit = QAction(self.tr("Kit's words"), self)
        self._kit.triggered.connect(self._follow)
        self.addAction(self._kit)
        self.currentRowChanged.connect(lambda _row: self._kit.setEnabled(self._can_follow()))

    def show_rows(self, rows: tuple[WordsRow, ...]) -> None:
        """Show these texts; the current one stays the current one."""
        if rows == self.rows:
            return
        current = before.path if (before := self._current()) is not None else ""
        self.rows = rows
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for at, row in enumerate(rows):
            item = self.item(at)
            if item is None:
                item = QListWidgetItem()
                self.addItem(item)
            item.setText(row.spoken)
            item.setToolTip(row.words)
        self.viewport().update()  # A state changes without the text of its item.
        self.setCurrentRow(next((at for at, row in enumerate(rows) if current and row.path == current), 0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(200, sum(self.sizeHintForRow(at) for at in range(self.count())) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """No row is hidden: the panel scrolls, not the list."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts the caret there, Delete brings the kit's words back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._follow()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _current(self) -> WordsRow | None:
        return self.rows[self.currentRow()] if 0 <= self.currentRow() < len(self.rows) else None

    def _can_follow(self) -> bool:
        row = self._current()
        return row is not None and row.field is not None and row.field.changed

    def _choose(self) -> None:
        if (row := self._current()) is not None:
            self.chosen.emit(row)

    def _follow(self) -> None:
        if self._can_follow():
            self.followed.emit(self._current())


class WordsDelegate(QStyledItemDelegate):
    """Paints the name of a text with its state, and below it what it says in one line."""

    def __init__(self, workspace: Workspace, parent: WordsList) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        del index
        return QSize(120, 2 * option.fontMetrics.lineSpacing() + GAP + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        view = self.parent()
        if not isinstance(view, WordsList) or not 0 <= index.row() < len(view.rows):
            return
        row = view.rows[index.row()]
        theme, metrics = self._workspace.theme, option.fontMetrics
        area = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        top = QRect(area.left(), area.top(), area.width(), metrics.lineSpacing())
        side = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        current = view.hasFocus() and view.currentRow() == index.row()
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("soft"))
        if current:
            painter.setPen(QPen(theme.color("focus"), RING))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.setPen(theme.color(row.token))
        painter.drawText(top, int(side | Qt.AlignmentFlag.AlignRight), row.state)
        wide = top.width() - (metrics.horizontalAdvance(row.state) + PAD if row.state else 0)
        painter.setPen(theme.color("muted"))
        label = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(top, int(side | Qt.AlignmentFlag.AlignLeft), label)
        painter.setPen(theme.color("text" if row.field is not None else "muted"))
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(top.translated(0, metrics.lineSpacing() + GAP), int(side | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()
