"""Forms that are declared: a field says what it is about, and gets its control, its names, its note and its steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, QSignalBlocker, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.widgets.arrange import in_row
from htpm_studio.gui.widgets.fields import buddy, corners_of, kind_label, number_field, restyle
from htpm_studio.gui.widgets.text_fields import LineField, LinesField

MOST_LETTERS, TICK_HIGH = 200, 26

Keep = Callable[[Any], None]
Control = TypeVar("Control", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a form reads its record, which may be missing, and what keeps another one under the name of a step.

    What has the same third word becomes one step, until somebody pauses. `changed` tell that it may be another one.
    """

    document: KitDocument
    read: Callable[[], Any]
    keep: Callable[[str, Any, str], None]
    changed: tuple[SignalInstance, ...]


def whole_project(document: KitDocument) -> Source:
    """The open project as the record of a form."""
    return Source(document, lambda: document.project, document.change, (document.changed,))


def all_settings(workspace: Workspace) -> Source:
    """The settings as the record of a form; no step of the kit."""

    def keep(_step: str, settings: Settings, _run: str) -> None:
        workspace.set_settings(settings)

    return Source(workspace.document, lambda: workspace.settings, keep, (workspace.settings_changed,))


class Kind(Generic[Control]):
    """What can be entered, by the control for it; where that is `typed`, a run of changes is one step."""

    typed: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Line(Kind[LineField]):
    """One line of text; `hint` stands in it while it is empty."""

    hint: str = ""
    most: int = MOST_LETTERS


@dataclass(frozen=True, slots=True)
class Lines(Kind[LinesField]):
    """Several lines of text, as high whatever it says; what is longer than `most` letters is cut."""

    high: int
    most: int


@dataclass(frozen=True, slots=True)
class Number(Kind[QSpinBox]):
    """A whole number."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choice(Kind[QComboBox]):
    """One of a few values, each with its words, of which so many letters are seen; 0 is all of them."""

    values: Mapping[str, str]
    letters: int = 0
    typed: ClassVar[bool] = False


class SegmentedChoice(QWidget):
    """A few values side by side, one of them pressed."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__()
        row = in_row(inside=self, spacing=0)
        self.chosen: Callable[[str], None] = lambda _value: None
        self.buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        last = len(values) - 1
        for number, (value, words) in enumerate(values.items()):
            button = QToolButton()
            button.setProperty("segment", corners_of(number == 0, number == last))
            button.setText(words)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, one=value: self.chosen(one))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[value] = button
        row.addStretch(1)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def show_value(self, value: str) -> None:
        """Press the button of a value."""
        self.buttons[value].setChecked(True)


@dataclass(frozen=True, slots=True)
class Segments(Kind[SegmentedChoice]):
    """One of a few values, all of which are seen."""

    values: Mapping[str, str]
    typed: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Tick(Kind[QCheckBox]):
    """Yes or no, with the words beside the box; `inside_out` is for what is kept as its opposite."""

    words: str
    inside_out: bool = False
    typed: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Field(Generic[Control]):
    """`path` leads to the value in the record, `step` is what a change is called, `label` what the field is called.

    `help` is a sentence below it; `check` finds one about what it says, shown as a warning, or "".
    """

    path: str
    label: str
    step: str
    kind: Kind[Control]
    help: str = ""
    check: Callable[[Any], str] | None = None


class Bound(QObject, Generic[Control]):
    """A field in the window: its control shows what the record says and keeps what is entered."""

    def __init__(self, source: Source, field: Field[Control]) -> None:
        super().__init__()
        self._source, self._field = source, field
        self.control: Control = _control(field.kind, source.document, self._keep)
        self.setParent(self.control)
        self.warning: QLabel | None = None
        if field.label:
            self.control.setAccessibleName(field.label)
        self.control.setAccessibleDescription(field.help)
        for signal in source.changed:
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show what the record says, and what is to be said about it."""
        record = self._source.read()
        value = value_at(record, self._field.path)
        if value is None:
            return
        _show(self._field.kind, self.control, value)
        if self._field.check is not None:
            self._warn(self._field.check(value))

    def _warn(self, sentence: str) -> None:
        self.control.setAccessibleDescription(sentence or self._field.help)
        state = "warn" if sentence else ""
        if (self.control.property("state") or "") != state:
            self.control.setProperty("state", state)
            restyle(self.control)
        if self.warning is not None:
            self.warning.setText(sentence)
            self.warning.setVisible(bool(sentence))

    def _keep(self, value: Any) -> None:
        record, path = self._source.read(), self._field.path
        run = f"field {path}" if self._field.kind.typed else ""
        if value_at(record, path) not in (None, value):
            self._source.keep(self._field.step, with_value(record, path, value), run)


def _control(kind: object, document: KitDocument, keep: Keep) -> Any:
    """The control of a kind, which tells `keep` of each value."""
    match kind:
        case Line():
            line = LineField(document)
            line.setMaxLength(kind.most)
            line.setPlaceholderText(kind.hint)
            line.typed.connect(keep)
            return line
        case Lines():
            lines = LinesField(document)
            lines.setFixedHeight(kind.high * lines.fontMetrics().lineSpacing() + 20)
            lines.typed.connect(lambda text: keep(text[: kind.most]))
            return lines
        case Number():
            number = number_field(kind.least, kind.most)
            number.valueChanged.connect(keep)
            return number
        case Choice():
            choice = QComboBox()
            if kind.letters:
                choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                choice.setMinimumContentsLength(kind.letters)
            for value, words in kind.values.items():
                choice.addItem(words, value)
            choice.activated.connect(lambda _index: keep(choice.currentData()))
            return choice
        case Segments():
            segments = SegmentedChoice(kind.values)
            segments.chosen = keep
            return segments
        case Tick():
            tick = QCheckBox(kind.words)
            tick.setMinimumHeight(TICK_HIGH)
            tick.toggled.connect(lambda on: keep(on != kind.inside_out))
            return tick
    raise TypeError(kind)


def _show(kind: object, control: QWidget, value: Any) -> None:
    """Let a control show a value without telling anybody; a text that was typed there stays as it is."""
    match control:
        case LineField() | LinesField():
            control.set_words(value)
        case QSpinBox():
            with QSignalBlocker(control):
                control.setValue(value)
        case QComboBox():
            control.setCurrentIndex(max(0, control.findData(value)))
        case SegmentedChoice():
            control.show_value(value)
        case QCheckBox():
            control.setChecked(value != (isinstance(kind, Tick) and kind.inside_out))


def bound(source: Source, field: Field[Control]) -> Control:
    """The control of a field that is laid out elsewhere."""
    return Bound(source, field).control


def add_field(column: QVBoxLayout, source: Source, field: Field[Control], *, labeled: bool = True) -> Control:
    """Put label, control, help and warning of a field below each other; the answer is the control."""
    made = Bound(source, field)
    if labeled:
        column.addSpacing(4)
        column.addWidget(buddy(field.label, made.control))
    column.addWidget(made.control)
    if field.help:
        column.addWidget(kind_label(field.help, "muted", wrap=True))
    if field.check is not None:
        made.warning = kind_label("", "warn", wrap=True)
        column.addWidget(made.warning)
        made.refresh()
    return made.control


def value_at(record: Any, path: str) -> Any:
    """What a path such as "brand.partners.0.name" leads to; None where the record has no such part."""
    for part in path.split("."):
        if isinstance(record, tuple):
            record = record[int(part)] if int(part) < len(record) else None
        elif record is not None:
            record = getattr(record, part)
    return record


def with_value(record: Any, path: str, value: Any) -> Any:
    """The record with another value where a path leads."""
    part, _, rest = path.partition(".")
    if isinstance(record, tuple):
        place = int(part)
        inner = with_value(record[place], rest, value) if rest else value
        return (*record[:place], inner, *record[place + 1 :])
    return replace(record, **{part: with_value(getattr(record, part), rest, value) if rest else value})
