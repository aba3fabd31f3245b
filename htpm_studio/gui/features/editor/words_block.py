"""The texts of the open piece with the words for their fields, and how many letters fit in each of its sizes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG
from htpm_studio.compose.page_breaks import key_of
from htpm_studio.compose.plain_names import NAMES, listed, size_name
from htpm_studio.compose.theme import PageTheme
from htpm_studio.errors import Diagnostic
from htpm_studio.export.decks.file_specs import continued_list
from htpm_studio.export.kit.editable import Editable, field_of_text
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.letters_that_fit import found_on, most_letters, sizes_of
from htpm_studio.export.pages.text_sizes import least_size, shown_size
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.i18n import language_in_use, translate
from htpm_studio.gui.widgets.arrange import in_column
from htpm_studio.gui.widgets.fields import PanelSection, kind_label
from htpm_studio.gui.widgets.labels import letters_note
from htpm_studio.gui.widgets.text_fields import SPOKEN_FROM, FieldRow, LineField, LinesField, clean_lines
from htpm_studio.languages.declared import SOURCE, languages
from htpm_studio.processes.jobs import JobContext
from htpm_studio.scene.nodes import Page

AFTER_MS = 250


class CapacityMeter(QObject):
    """`judged(findings by size)` arrives first, then `measured(path, letters)` for one text after the other."""

    judged = Signal(object)
    measured = Signal(str, int)

    def __init__(self, controller: EditorController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._runner = TaskRunner(self)
        self._task: Task | None = None
        self._asked: tuple[object, ...] = ()
        self._first = ""
        self._look: PageTheme | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self._start)
        controller.workspace.closing.connect(self._close)

    def ask(self, first: str = "") -> None:
        """Measure the piece as it is now, the text at `first` before the others, unless that is known."""
        self._first = first
        self._later.start()

    def _close(self) -> None:
        self._later.stop()
        self._task = None
        self._runner.shutdown()

    @property
    def busy(self) -> bool:
        """Whether something is still to be measured."""
        return self._later.isActive() or self._task is not None

    def _start(self) -> None:
        now = self._controller.now
        if now is None:
            return
        kit = self._controller.kit()
        pages = sizes_of([page for tile in now.tiles for page in _pages_of(tile.page, tile.specs[0].pages)])
        key = (self._controller.piece, tuple((page.template, page.canvas, key_of(page.content)) for page in pages))
        if key == self._asked and kit.look == self._look:
            return
        self._asked, self._look = key, kit.look
        if self._task is not None:
            self._task.cancel()
        lines = [field for field in self._controller.fields() if field.kind == "line"]
        lines.sort(key=lambda field: field.path != self._first)
        self._judge(kit, pages, lines)

    def _judge(self, kit: Kit, pages: Sequence[PageSpec], lines: Sequence[Editable]) -> None:
        def work(context: JobContext) -> Mapping[str, tuple[Diagnostic, ...]]:
            return found_on(kit, pages, context.checkpoint)

        task = self._begin(self._runner.start(work))
        task.succeeded.connect(lambda found: self._is_judged(task, found, kit, pages, lines))

    def _is_judged(
        self, task: Task, found: object, kit: Kit, pages: Sequence[PageSpec], lines: Sequence[Editable]
    ) -> None:
        if task is self._task:
            self.judged.emit(found)
            self._measure(kit, pages, lines)

    def _measure(self, kit: Kit, pages: Sequence[PageSpec], lines: Sequence[Editable]) -> None:
        if not lines:
            self._task = None
            return
        field, *rest = lines
        words = (field.text or field.kit_text).split() or [word for one in lines for word in one.text.split()]

        def work(context: JobContext) -> int:
            return most_letters(kit, pages, field.path, words, field.limit, context.checkpoint)

        task = self._begin(self._runner.start(work))
        task.succeeded.connect(lambda count: self._is_measured(task, field.path, count, kit, pages, rest))

    def _is_measured(
        self, task: Task, path: str, count: object, kit: Kit, pages: Sequence[PageSpec], rest: Sequence[Editable]
    ) -> None:
        if task is self._task:
            if isinstance(count, int) and count:
                self.measured.emit(path, count)
            self._measure(kit, pages, rest)

    def _begin(self, task: Task) -> Task:
        self._task = task
        task.failed.connect(lambda _error: self._gone(task))  # What cannot be drawn is reported by the preview.
        task.cancelled.connect(lambda: self._gone(task))
        return task

    def _gone(self, task: Task) -> None:
        if task is self._task:
            self._task = None


def _pages_of(page: PageSpec, pages: Sequence[PageSpec]) -> Sequence[PageSpec]:
    """The pages that a tile shows: its own, or all of a card, whose sides share a piece."""
    return pages if page.part else (page,)


ONE_LINE = 64


class WordsBlock(PanelSection):
    """Rebuilt for another piece or template, otherwise only refreshed, so that the cursor stays."""

    def __init__(self, controller: EditorController) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Words"))
        self._controller = controller
        self.rows: dict[str, FieldRow] = {}
        self._fields: dict[str, Editable] = {}
        self._plan: tuple[object, ...] = ()
        self.capacity = CapacityMeter(controller)
        self.capacity.judged.connect(self._judged)
        self.capacity.measured.connect(self._measured)
        self._found: Mapping[str, Sequence[Diagnostic]] = {}
        self._room: dict[str, int] = {}
        self._hotline = ""
        self._least: dict[tuple[str, str, int], float] = {}
        self._look: PageTheme | None = None
        self._content = QWidget(self)
        QVBoxLayout(self._content)
        self.column.addWidget(self._content)

    def refresh(self) -> None:
        """Show the texts as the document has them."""
        fields = self._controller.fields()
        plan = (self._controller.piece, *((field.path, field.kind, field.name) for field in fields))
        if plan != self._plan:
            self._plan = plan
            self._rebuild(fields)
        locked, own = self._controller.locked, self._controller.is_own
        for field in fields:
            self._fields[field.path] = field
            self.rows[field.path].show_words(field.text, changed=field.changed, locked=locked, own=own)
            self._count(field)
        self.setVisible(bool(fields))
        typed = next((path for path, row in self.rows.items() if row.editor.hasFocus()), "")
        self.capacity.ask(typed)

    def field_of(self, name: str) -> str:
        """The field that a text of the open page is from."""
        page = self._controller.now.tile.page if self._controller.now else None
        return field_of_text(page.template, name, self._controller.document.resources.library) if page else name

    def show_findings(self, findings: Sequence[Diagnostic], page: Page, *, hotline: str) -> None:
        """Mark what does not fit, say how large lists are; show the hotline, which is locked, where the page has it."""
        now = self._controller.now
        part = f"{now.tile.page.part}." if now is not None and now.tile.page.part else ""
        if now is not None:
            named = [replace(finding, field=f"{part}{finding.field}") for finding in findings]
            self._judged({**self._found, now.tile.page.canvas: named})
        lost = "".join(dict.fromkeys("".join(finding.letters for finding in findings)))
        for path, row in self.rows.items():
            field = self._fields[path]
            row.show_note(letters_note("".join(letter for letter in lost if letter in field.text))
                          or self._size_note(field, page))  # fmt: skip
        if hotline != self._hotline:
            self._hotline = hotline
            self._show_hotline()

    def _judged(self, found: Mapping[str, Sequence[Diagnostic]]) -> None:
        self._found = found
        for field in self._fields.values():
            self._count(field)

    def _measured(self, path: str, letters: int) -> None:
        self._room[path] = letters
        if path in self._fields:
            self._count(self._fields[path])

    def _sizes(self, field: Editable, code: str) -> list[str]:
        """The sizes in which a text has that trouble."""
        own = (field.path, f"{field.path}.")
        return [
            size
            for size, findings in self._found.items()
            if any(one.code == code and (one.field == own[0] or one.field.startswith(own[1])) for one in findings)
        ]

    def _room_sentence(self, field: Editable) -> str:
        """What measuring found: sizes in which a text does not fit, or in which it is left out."""
        over, gone = self._sizes(field, TOO_LONG), self._sizes(field, LEFT_OUT)
        several = self._controller.now is not None and len(self._controller.now.tiles) > 1
        if over and several:
            return self.tr("Does not fit: {sizes}. Make it shorter.").format(
                sizes=translate(listed(map(size_name, over)))
            )
        if over:
            return self.tr("This does not fit at the smallest size. Make it shorter.")
        if gone and several:
            return self.tr("Left out in: {sizes}.").format(sizes=translate(listed(map(size_name, gone))))
        return self.tr("Left out for lack of room.") if gone else ""

    def _size_note(self, field: Editable, page: Page) -> str:
        """How large a list of a slide is, and what happens when it gets too long."""
        now = self._controller.now
        if now is None or field.kind != "list" or not self._controller.has("slide"):
            return ""
        size = shown_size(page, field.text.split("\n"))
        spec, kit = now.tile.page, self._controller.kit()
        asked = (spec.template, field.path, len(field.text.split("\n")))
        if kit.look != self._look:
            self._look, self._least = kit.look, {}
        if size and asked not in self._least:
            self._least[asked] = least_size(spec, kit, field.path)
        least = self._least.get(asked, 0.0)
        if not size or not least or kit.options.deck_template is not None:
            return ""  # In the user's own design, sizes are those of that.
        name, most = continued_list(spec.template)
        goes_on = self.tr(
            "Text is {size} pt and never smaller than {least} pt. Point {number} continues on a second slide; "
            "text that does not fit is marked."
        )
        marked = self.tr("Text is {size} pt and never smaller than {least} pt; text that still does not fit is marked.")
        text = goes_on if name == field.path else marked
        return text.format(size=round(size), least=round(min(size, least)), number=most + 1)

    def _rebuild(self, fields: Sequence[Editable]) -> None:
        old = self._content
        self._content = QWidget(self)
        column = in_column(inside=self._content, margins=(0, 2, 0, 0), spacing=10)
        self.rows, self._fields, part = {}, {}, ""
        self._found, self._room = {}, {}
        for field in fields:
            if field.part != part:
                part = field.part
                column.addWidget(kind_label(part_label(part), "head"))
            row = self._row(field)
            self.rows[field.path] = row
            column.addWidget(row)
        document = self._controller.document
        self.hotline_row = FieldRow(self._controller.workspace, self.tr("Phone line"), LineField(document))
        self.hotline_row.setVisible(False)
        column.addWidget(self.hotline_row)
        self.column.replaceWidget(old, self._content)
        old.hide()
        old.deleteLater()
        self._show_hotline()

    def _show_hotline(self) -> None:
        row = self.hotline_row
        row.setVisible(bool(self._hotline))
        row.show_words(self._hotline, changed=False, locked=True)
        row.editor.setToolTip(self.tr("The hotline is the same in every kit, so people can always reach help."))

    def _row(self, field: Editable) -> FieldRow:
        document = self._controller.document
        name = label_of(field.name, field.number)
        editor: LineField | LinesField
        if field.kind == "list":
            editor = LinesField(document, clean_lines, least=3)
            editor.setPlaceholderText(self.tr("One line for each point"))
        elif field.limit <= ONE_LINE:
            editor = LineField(document)
        else:
            editor = LinesField(document)
        row = FieldRow(self._controller.workspace, name, editor)
        row.edited.connect(lambda text, path=field.path: self._edit(path, text))
        row.reset.connect(lambda path=field.path: self._reset(path))
        editor.left.connect(lambda path=field.path: self._left(path))
        return row

    def _edit(self, path: str, text: str) -> None:
        field = self._fields[path]
        step = self.tr("Change {field}").format(field=label_of(field.name, field.number).lower())
        if field.needed and not text:
            # A page cannot do without these words: until there are others, the kit's stay.
            self._controller.follow(step, field)
            self.rows[path].warn(self.tr("If you don't write your own, the kit's text is used."), over=True)
        elif field.kind == "list":
            self._controller.set_list(step, field, text)
        else:
            self._controller.set_text(step, field.edit, text, field.kit_text)

    def _reset(self, path: str) -> None:
        field = self._fields[path]
        self.rows[path].editor.set_words(field.kit_text)
        name = label_of(field.name, field.number).lower()
        self._controller.follow(self.tr("Kit text of {field}").format(field=name), field)

    def _left(self, path: str) -> None:
        field = self._fields.get(path)
        if field is not None and not self.rows[path].editor.words():
            self.rows[path].editor.set_words(field.text)
            self._count(field)

    def _count(self, field: Editable) -> None:
        row = self.rows[field.path]
        text = row.editor.words()
        if field.needed and not text:
            return
        room = self._room_sentence(field)
        if field.kind == "list":
            lines = text.split("\n") if text else []
            words = self.tr("{count} of {most} fit").format(count=len(lines), most=field.most)
            sentence = (self._list_sentence(field, lines) or room) if field.too_long(text) else room
            row.show_count(words, spoken=words, over=bool(sentence), sentence=sentence)
            return
        count, limit = len(text), self._room.get(field.path, field.limit)
        sentence = room
        if limit and count > limit and (room or self.capacity.busy or field.path not in self._room):
            sentence = self.tr("{count} characters, about {limit} fit.").format(count=count, limit=limit)
            sentence = f"{room} {sentence}" if room else sentence
        known = field.path in self._room or not self.capacity.busy
        shown = f"{count} / {limit}" if limit and known else f"{count}"
        spoken = self.tr("{count} of {limit}").format(count=count, limit=limit) if limit else shown
        near = bool(limit) and count >= SPOKEN_FROM * limit
        row.show_count(shown, spoken=spoken, over=bool(sentence), sentence=sentence, near=near)

    def _list_sentence(self, field: Editable, lines: list[str]) -> str:
        for number, line in enumerate(lines, 1):
            if field.limit and len(line) > field.limit:
                text = self.tr("Point {number} has {count} characters, about {limit} fit.")
                return text.format(number=number, count=len(line), limit=field.limit)
        if len(lines) > field.most and self._controller.has("slide"):
            return self.tr("Point {number} moves to a second slide.").format(number=field.most + 1)
        if len(lines) > field.most:
            return self.tr("{count} points, {most} fit.").format(count=len(lines), most=field.most)
        return ""


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("Fields", text))


ROW = _t("{row} {number}: {name}")
COLUMN = _t("{column}: {name}")
SIDES: Mapping[str, str] = {"outside": _t("outside"), "inside": _t("inside")}


def _translated(text: str) -> str:
    return QCoreApplication.translate("Fields", text)


def label_of(name: str, number: int = 0) -> str:
    """The words for a field such as "head", "points.head" (with the number of its row) or "left.items"."""
    outer, _, inner = name.rpartition(".")
    last = _translated(NAMES.get(inner, inner.replace("_", " ").capitalize()))
    if not outer:
        return last
    first = _translated(NAMES.get(outer, outer.capitalize()))
    if number:
        return _translated(ROW).format(row=first, number=number, name=last.lower())
    return _translated(COLUMN).format(column=first, name=last.lower())


def part_label(part: str) -> str:
    """The words for a page that shares its piece with others, such as "en-outside"."""
    language, _, side = part.partition("-")
    called = one.called if (one := languages().get(language)) else {SOURCE: language}
    words = [called.get(language_in_use(), called[SOURCE]), _translated(SIDES.get(side, side))]
    return ", ".join(word for word in words if word)
