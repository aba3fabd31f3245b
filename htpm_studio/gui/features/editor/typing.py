"""Typing on the picture: the text with the caret, its words while they are ahead of the kit, and what its keys do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication

from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG
from htpm_studio.compose.context import TemplateContext, Value
from htpm_studio.compose.plain_names import listed, size_name
from htpm_studio.errors import Diagnostic, StudioError
from htpm_studio.export.kit.editable import Editable, editable_at
from htpm_studio.export.kit.edits import edits_of, own_size, with_value
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages.page_builder import first_sheet, on_sheet
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.core.render_service import WIDEST, PreviewRequest, page_image
from htpm_studio.gui.core.tiles import Tile
from htpm_studio.gui.features.editor.field_names import label_of
from htpm_studio.gui.features.editor.stage import Stage
from htpm_studio.gui.features.editor.typing_marks import Marks, paint_marks
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.widgets.labels import letters_note
from htpm_studio.gui.widgets.mirror import Mirror, letters, units
from htpm_studio.project.model import clean_words
from htpm_studio.scene.caret import (
    PlacedText,
    caret,
    cells,
    covered,
    field_at,
    index_at,
    line_end,
    placed_texts,
    shown_at,
    step_line,
    text_at,
)
from htpm_studio.scene.emphasis import emphasized
from htpm_studio.scene.nodes import Page, TextBlock
from htpm_studio.units import Box

PAUSE_MS, LONGEST_MS, RUN_MS, REST = 300, 2000, 1500, 0.25
"""So long after the last key, or after the first, the kit has the words; then a run ends. Small pictures rest, too."""

NOTHING_YET = "\u2026"
"""What the page shows in place of an empty text, so that the text does not vanish while somebody types in it."""

MOST_EMPHASIZED, USUAL_SPACE = 60, 0.26
SAFETY = ("words.emergency", "words.warning")
DOUBLE, TRIPLE, SEVERAL = 2, 3, 2
ROOM = (TOO_LONG, LEFT_OUT)


class Typing(QObject):
    """The text that somebody types in; one at most.

    The page shows each letter at once. The kit has them after a pause, and before anybody reads it. `placed` says that
    the text, its words or what is known of them are others.
    """

    placed = Signal()

    def __init__(self, controller: EditorController, stage: Stage) -> None:
        super().__init__(stage)
        self._controller, self._stage = controller, stage
        self._renderer = controller.workspace.renderer
        self.mirror = mirror = Mirror(controller.document, stage.viewport())
        self.path = ""
        self.field: Editable | None = None
        self._number = 0
        self._rows: list[str] = []
        self._before = ""  # what the text said when the caret came to it in the size that is shown
        self._cut = 0  # the line of a list that begins within a word, as Enter cut it
        self._kit: Kit | None = None
        self._fixed: Marks | None = None
        self._judged: Mapping[str, Sequence[Diagnostic]] = {}
        self._here: tuple[Diagnostic, ...] = ()
        self._goal: float | None = None
        self._quiet = self._following = False
        self._lit = True
        self._stars: QTextCursor | None = None
        self._strokes = False
        self._since = QElapsedTimer()
        self._pause, self._run = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        self._pause.timeout.connect(controller.document.settle)
        self._run.timeout.connect(controller.document.end_merge)
        self._blink = QTimer(self, interval=max(250, QApplication.cursorFlashTime() // 2))
        self._blink.timeout.connect(self._flash)
        mirror.textChanged.connect(self._typed)
        mirror.composing.connect(self._typed)
        mirror.cursorPositionChanged.connect(self._moved)
        mirror.selectionChanged.connect(stage.viewport().update)
        mirror.lines.connect(self._go_lines)
        mirror.ends.connect(self._go_to_end)
        mirror.stepped.connect(self.step)
        mirror.entered.connect(self._enter)
        mirror.joined.connect(self._join)
        mirror.broken.connect(self.break_line)
        mirror.emphasized.connect(self.emphasize)
        mirror.pasted.connect(self._paste_lines)
        mirror.ended.connect(partial(self.leave, to_stage=True))
        mirror.left.connect(self.leave)
        mirror.refused.connect(controller.workspace.toast)
        controller.refreshed.connect(self._reload)
        controller.opened.connect(self._opened)
        controller.view_changed.connect(lambda: None if self._following else self.leave())

    # ---------------------------------------------------------------- which text

    @property
    def active(self) -> bool:
        """Whether there is a caret on the page."""
        return self.field is not None

    def _texts(self) -> tuple[PlacedText, ...]:
        page = self._stage.page
        return tuple(placed_texts(page.nodes)) if page is not None else ()

    def _text(self) -> PlacedText | None:
        """The text with the caret: of several that show the same words, the one that was clicked."""
        mine = [one for one in self._texts() if _shows(one.block, self.path)]
        return mine[min(self._number, len(mine) - 1)] if mine else None

    def _fields_of(self, block: TextBlock) -> Iterator[tuple[str, Editable]]:
        """The fields whose words a text shows, each with the path of these words."""
        fields = self._controller.fields() if block.written else ()
        for path in dict.fromkeys(one.path for one in block.written):
            if (field := editable_at(fields, path)) is not None:
                yield path, field

    def _field_of(self, block: TextBlock) -> tuple[str, Editable] | None:
        """The first field of a text that can be typed in, with the path of its words."""
        return None if self._controller.locked else next(self._fields_of(block), None)

    def shown_texts(self) -> Iterator[tuple[PlacedText, str, Editable | None]]:
        """The texts of the page in reading order, each once, with the path and the field of its words.

        Words that are the same on every piece have neither.
        """
        seen: set[str] = set()
        for text in self._texts():
            found: list[tuple[str, Editable | None]] = [*self._fields_of(text.block)]
            for path, field in found or [("", None)]:
                name = path or f" {text.block.text}"
                if name.strip() and name not in seen:
                    seen.add(name)
                    yield text, path, field

    def is_elsewhere(self, path: str) -> bool:
        """Whether another page of the piece, or the back of its sheet, shows a text that the open page has not."""
        return self._tile_with(path) is not None or self._side_with(path) is not None

    def _side_with(self, path: str) -> int | None:
        """The side of the sheet with a text, where that is not the side that is shown."""
        now, controller = self._controller.now, self._controller
        if now is None or controller.sides == 1:
            return None
        found = next((at for at, page in enumerate(now.spec.pages) if _has(page, path)), None)
        side = found % now.spec.sides if found is not None else None
        return side if not controller.on_sheet or side != controller.side else None

    def _tile_with(self, path: str) -> Tile | None:
        now = self._controller.now
        if now is None or _has(now.tile.page, path):
            return None
        return next((tile for tile in now.tiles if _has(tile.page, path)), None)

    @property
    def says_why_fixed(self) -> bool:
        """Whether a sentence over the page says why a text is fixed."""
        return self._fixed is not None

    @property
    def is_foreign(self) -> bool:
        """Whether the page is a slide in the user's own PowerPoint design, which does not say whose words it shows."""
        return self._controller.has("slide") and bool(self._controller.document.deck_template)

    def why_fixed(self, block: TextBlock) -> str:
        """Why a text cannot be typed in; "" where it can."""
        if self._field_of(block) is not None:
            return ""
        if self._controller.locked:
            return self.tr("This piece is locked. Unlock it to change its words.")
        now = self._controller.now
        path = block.written[0].path if block.written else ""
        if now is not None and path.partition(".")[0] in {page.part for page in now.spec.pages}:
            path = path.partition(".")[2]
        first = (path or block.name).partition(".")[0]
        first = "hotline" if "hotline" in f"{path} {block.name}" else "safety" if path in SAFETY else first
        if not path and now is not None and block.name in now.tile.page.info.paths.made:
            return self.tr("This title counts the slides that it is on. Change it under “All words”.")
        if not path and first != "hotline" and self.is_foreign:
            return self.tr("In your own PowerPoint design, change the words under “All words”.")
        return self._reasons().get(first) or self.tr(
            "These words belong to the design and are the same on every piece of this kind."
        )

    def _reasons(self) -> Mapping[str, str]:
        """Why words of the kit are the same everywhere, by the start of their path."""
        name = self.tr("Your name is the same on every piece. Change it in the strip above the board.")
        number = self.tr("Page numbers follow the pages.")
        order = self.tr("These numbers follow the order of the points.")
        return {
            "hotline": self.tr("The hotline is the same in every kit, so people can always reach help."),
            "org": name, "partners": name, "page": number, "running": number,
            "number": order, "numeral": order, "letter": order,
            "safety": self.tr("Safety advice is the same in every kit, so that nobody is put in danger."),
            "credit": self.tr("This says where facts and texts come from."),
            "participant": self.tr("Names come from your list. Choose it in Print."),
            "chart": self.tr("These words come with the number and its source, so that nobody quotes it wrongly."),
            "rows": self.tr("These words are made from other parts of the kit. Change them there."),
        }  # fmt: skip

    # ---------------------------------------------------------------- the mouse

    def text_at(self, x: float, y: float) -> PlacedText | None:
        """The text at a point of the page."""
        return text_at(self._texts(), x, y)

    def takes(self, x: float, y: float) -> bool:
        """Whether the letters at a point of the page can be typed in."""
        found = self.text_at(x, y)
        return found is not None and _has_letters(found, x, y) and self._field_of(found.block) is not None

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the page is in the text with the caret."""
        found, here = self.text_at(x, y), self._text() if self.active else None
        return found is not None and here is not None and found.block is here.block

    def point(self, x: float, y: float) -> None:
        """Put the caret at a point of its text, unless that is selected."""
        here = self._text()
        place = field_at(here.block, index_at(here.block, *here.own(x, y))) if here is not None else None
        first, last = self.mirror.selection()
        if place is not None and place[0] == self.path and not first <= self._plain(place[1]) <= last:
            self._put(place[1])

    def press(self, x: float, y: float, *, extend: bool = False, times: int = 1) -> bool:
        """Put the caret at a point of the page, or say why that cannot be; returns whether there is a text."""
        found = self.text_at(x, y)
        if found is None:
            self.leave(to_stage=True)
            return False
        if self._field_of(found.block) is None:
            self._say_why_fixed(found)
            return True
        place = field_at(found.block, index_at(found.block, *found.own(x, y)))
        path = place[0] if place is not None else ""
        if editable_at(self._controller.fields(), path) is None:
            path = ""
        here = self._text()
        if not self.active or here is None or here.block is not found.block or path not in ("", self.path):
            self._begin(found, path)
        elif not extend:
            self._controller.document.end_merge()
        if place is not None and place[0] == self.path:
            self._put(place[1], extend=extend)
        if times == DOUBLE:
            self.mirror.select_word()
        elif times == TRIPLE:
            self.mirror.selectAll()
        return True

    def _say_why_fixed(self, text: PlacedText) -> None:
        self.leave(to_stage=True)
        self._fixed = Marks(text, sentence=self.why_fixed(text.block), kind="fixed")
        self._controller.workspace.announce(self._fixed.sentence)
        self._stage.viewport().update()

    def drag(self, x: float, y: float) -> None:
        """The mouse goes on, pressed: the selection follows it."""
        here = self._text()
        if here is not None:
            place = field_at(here.block, index_at(here.block, *here.own(x, y)))
            if place is not None and place[0] == self.path:
                self._put(place[1], extend=True)

    # ---------------------------------------------------------------- beginning and leaving

    def enter(self, path: str) -> bool:
        """Put the caret at the end of a text by its path in edits or its name; returns whether the page shows it."""
        for one in self._texts():
            named = one.block.name == path
            shown = next(
                (part.path for part in one.block.written if named or f"{part.path}.".startswith(f"{path}.")), ""
            )
            if shown and editable_at(self._controller.fields(), shown) is not None and not self._controller.locked:
                self._begin(one, shown)
                self.mirror.put(len(self.mirror.words()))
                return True
        return False

    def begin(self) -> None:
        """Put the caret at the end of the first text that can be typed in."""
        self.step(1)
        self.mirror.put(len(self.mirror.words()))

    def go_to(self, text: PlacedText, path: str) -> None:
        """Put the caret at the end of a text of the page, or say why that cannot be."""
        if self._field_of(text.block) is None:
            self._say_why_fixed(text)
        else:
            self._begin(text, path)
            self.mirror.put(len(self.mirror.words()))

    def go_elsewhere(self, path: str) -> bool:
        """Show the page of the piece that has a text, with the caret in it; returns whether there is one."""
        tile, side, controller = self._tile_with(path), self._side_with(path), self._controller
        if tile is None and side is None:
            return False
        controller.workspace.text_wanted = (controller.piece, path)
        if side is not None:
            controller.show_side(side)
        elif tile is not None:
            controller.show_view(tile.key)
        return True

    def step(self, by: int) -> None:
        """Go to the next text that can be typed in, or the one before, round and round, with all of it selected."""
        stops: list[tuple[str, int, PlacedText]] = []
        for one in self._texts():
            if (found := self._field_of(one.block)) is not None:
                stops.append((found[0], sum(found[0] == path for path, _, _ in stops), one))
        if not stops:
            return
        names = [(path, number) for path, number, _ in stops]
        here = names.index((self.path, self._number)) if (self.path, self._number) in names else -1 if by > 0 else 0
        path, _, text = stops[(here + by) % len(stops)]
        self._begin(text, path)
        self.mirror.selectAll()

    def _begin(self, text: PlacedText, path: str) -> None:
        self._end_run()
        found = self._field_of(text.block)
        if found is None:
            return
        self.path = path or found[0]
        field = editable_at(self._controller.fields(), self.path)
        mine = [one.block for one in self._texts() if _shows(one.block, self.path)]
        self._number = next((at for at, block in enumerate(mine) if block is text.block), 0)
        self.field, self._fixed = field, None
        self._before = field.text if field is not None else ""
        self._kit = self._controller.kit()
        number = self._number
        self._read()
        self._number = number
        self._strokes = self._takes_strokes()
        self.mirror.show()
        self.mirror.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lit = True
        self._blink.start()
        self._place()

    def _opened(self) -> None:
        self.leave()
        self._judged, self._here = {}, ()

    def leave(self, *, to_stage: bool = False) -> None:
        """No caret any more; what was typed is in the kit."""
        if self._fixed is not None:
            self._fixed = None
            self._stage.viewport().update()
        if not self.active:
            return
        self._end_run()
        bare = self._is_bare()
        self.path, self.field, self._kit = "", None, None
        self._blink.stop()
        self.mirror.hide()
        if to_stage:
            self._stage.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stage.viewport().update()
        self.placed.emit()
        if bare:
            self._controller.later.start()  # The page still shows a place that is empty.

    def _end_run(self) -> None:
        """What was typed is a step of its own."""
        self._controller.document.settle()
        self._run.stop()
        self._controller.document.end_merge()
        if self._controller.later.isActive():
            self._controller.refresh()

    # ---------------------------------------------------------------- words

    def _read(self) -> None:
        """Take the words of the field as the kit has them."""
        field = self.field
        if field is None:
            return
        if field.kind == "list":
            self._rows = field.text.split("\n")
            self._show_row(min(self._row, len(self._rows) - 1))
        else:
            self._rows = []
            self._load(field.text)
            self._name(field.name, field.number)

    @property
    def _row(self) -> int:
        """The line of a list that the caret is in."""
        return int(self.path.rpartition(".")[2])

    def _show_row(self, row: int) -> None:
        """Go on in another line of the list."""
        field = self.field
        if field is not None:
            self.path = f"{field.path}.{row}"
            self._number = 0
            self._load(self._rows[row])
            self._name(field.name, row + 1)

    def _name(self, name: str, number: int) -> None:
        label = label_of(name, number if "." in name else 0)
        words = self.tr("{name} {number} on the picture") if self._rows else self.tr("{name} on the picture")
        self.mirror.setAccessibleName(words.format(name=label, number=number))

    def _load(self, text: str) -> None:
        """Let the mirror say a text, without the stars of its emphasis."""
        here = self._text()
        is_head = here is not None and here.block.style.theme_font == "major"
        words, marked = emphasized(text) if is_head else (text, None)
        self._quiet = True
        self.mirror.setPlainText(words)
        self._stars = None
        if marked is not None:
            self._mark(words, marked)
        self._quiet = False

    def _mark(self, words: str, marked: tuple[int, int]) -> None:
        """Emphasize letters: a cursor of Qt keeps its place while the words around it change."""
        self._stars = QTextCursor(self.mirror.document())
        self._stars.setPosition(units(words, marked[0]))
        self._stars.setPosition(units(words, marked[1]), QTextCursor.MoveMode.KeepAnchor)

    def _marked(self, text: str) -> tuple[int, int] | None:
        """The letters of the mirror that are emphasized."""
        if self._stars is None or not self._stars.hasSelection():
            return None
        first, last = letters(text, self._stars.selectionStart()), letters(text, self._stars.selectionEnd())
        first += len(text[first:last]) - len(text[first:last].lstrip())
        last = first + len(text[first:last].rstrip())
        return (first, last) if first < last else None

    def _end_emphasis(self) -> None:
        """Emphasis ends before a space that was typed behind it."""
        text = self.mirror.words()
        marked = self._marked(text)
        if marked is not None and self._stars is not None and units(text, marked[1]) < self._stars.selectionEnd():
            self._mark(text, marked)

    @property
    def can_emphasize(self) -> bool:
        """Whether the design gives some words of the text a stroke."""
        return self.active and self._strokes

    def _takes_strokes(self) -> bool:
        """Whether words of the text would have a stroke: the page is made with one of them emphasized."""
        now, kit, first = self._controller.now, self._kit, self.words().split(" ")[0]
        if now is None or kit is None or self._rows or not first:
            return False
        page = now.tile.page
        inner = page.info.paths.shown(self.path)
        try:
            content = with_value(page.content, inner, f"*{first}* {first}") if inner else page.content
            made = self._renderer.compose(replace(page, content=content), kit).page
        except StudioError:
            return False
        shown = (one.block for one in placed_texts(made.nodes) if _shows(one.block, self.path))
        return any(block.emphasis is not None for block in shown)

    @property
    def is_emphasized(self) -> bool:
        """Whether the caret is in words that are emphasized."""
        marked, (first, last) = self._marked(self.mirror.words()), self._whole_words()
        return marked is not None and marked[0] <= first and last <= marked[1]

    def _whole_words(self) -> tuple[int, int]:
        """The words in which the selection, or the caret, is."""
        text, (first, last) = self.mirror.words(), self.mirror.selection()
        last -= len(text[first:last]) - len(text[first:last].rstrip())
        while first and not text[first - 1].isspace():
            first -= 1
        while last < len(text) and not text[last].isspace():
            last += 1
        return first + len(text[first:last]) - len(text[first:last].lstrip()), last

    def emphasize(self) -> None:
        """Emphasize the words that are selected, or no words any more where these are."""
        text = self.mirror.words()
        if not text.strip():
            return
        if not self.can_emphasize:
            self._controller.workspace.toast(self.tr("This design emphasizes no words of this text."))
            return
        first, last = self._whole_words()
        if self.is_emphasized:
            self._stars = None
        elif 0 < last - first <= MOST_EMPHASIZED:
            self._mark(text, (first, last))
        else:
            self._controller.workspace.toast(self.tr("Select one to five words to emphasize."))
            return
        self._typed()

    @property
    def size(self) -> str:
        """The size that is shown, where the text may say something else in it than in the others; else ""."""
        now = self._controller.now
        return now.tile.page.canvas if self.active and now is not None and self._controller.sized else ""

    def keep_to_size(self, *, on: bool) -> None:
        """Let the size that is shown have words of its own, or the same as all sizes again."""
        self._end_run()
        field = self.field
        if field is None or not self.size:
            return
        name = label_of(field.name, field.number).lower()
        if on:
            words = self.tr("Text of {field} in one size").format(field=name)
            self._controller.split(words, field, self._before)
        else:
            self._controller.follow(self.tr("Text of {field} in all sizes").format(field=name), field)
        self._controller.refresh()
        self._note_words()

    def _note_words(self) -> None:
        self._before = self.field.text if self.field is not None else ""

    def break_line(self) -> None:
        """Begin a new line at the caret; where the piece has several sizes, in the one that is shown."""
        first, last = self.mirror.selection()
        if not self.mirror.can_break:
            return
        if self.size and self.field is not None and not self.field.size:
            self._end_run()
            self._note_words()  # What was typed is for all sizes.
            self.keep_to_size(on=True)
            self.mirror.put(first)
            self.mirror.put(last, extend=True)
        self.mirror.break_line()

    def follow_kit(self) -> None:
        """Let the text say again what the kit says."""
        self._end_run()
        field = self.field
        if field is not None:
            name = label_of(field.name, field.number).lower()
            self._controller.follow(self.tr("Kit text of {field}").format(field=name), field)
            self._controller.refresh()

    def words(self, *, unfinished: bool = True) -> str:
        """What the field says now, with stars around what is emphasized and what an input method composes."""
        text = self.mirror.words()
        marked = self._marked(text)
        at, composed = self.mirror.unfinished() if unfinished else (0, "")
        said = text[:at] + composed + text[at:]
        if marked is not None:
            first, last = (one + (len(composed) if at < one else 0) for one in marked)
            said = f"{said[:first]}*{said[first:last]}*{said[last:]}"
        return clean_words(said)

    def _typed(self) -> None:
        """The words are others: show them, and give them to the kit after a pause."""
        if self._quiet or self.field is None:
            return
        self._renderer.rest(REST)
        self._goal = None
        document = self._controller.document
        self._end_emphasis()
        if self._rows:
            self._rows[self._row] = self.words(unfinished=False)
        if not self._pause.isActive():
            self._since.start()
        document.expect(self._give)
        self._draw()
        if self._since.elapsed() > LONGEST_MS:
            document.settle()
        else:
            self._pause.start(PAUSE_MS)
        self._run.start(RUN_MS)

    def _give(self) -> None:
        """Give the words to the kit."""
        self._pause.stop()
        field, controller = self.field, self._controller
        if field is None:
            return
        step = self.tr("Change {field}").format(field=label_of(field.name, field.number).lower())
        if field.kind == "list":
            said = "\n".join(filter(None, self._rows)) or field.kit_text
            controller.set_list(step, field, said)
        else:
            said = self.words(unfinished=False) or (field.kit_text if field.needed else "")
            controller.set_text(step, field.edit, said, field.kit_text)
        self.field = replace(field, text=said)

    def _reload(self) -> None:
        """The document changed, by undo or by somebody else: show what it says."""
        if self.field is None:
            return
        field = editable_at(self._controller.fields(), self.path)
        if field is None or self._controller.now is None or self._controller.locked:
            self.leave()
            return
        self._kit = self._controller.kit()
        said = "\n".join(filter(None, self._rows)) if field.kind == "list" else self.words(unfinished=False)
        same = field.text == (said or (field.kit_text if field.needed else ""))
        self.field = field
        if not same:
            before, end = self.mirror.words(), len(self.mirror.words()) - self.mirror.place()
            self._read()
            after = self.mirror.words()
            self._put_plain(len(after) - min(end, len(after)) if before != after else self.mirror.place())
            self._note_words()
        self._follow()
        self.placed.emit()

    def _follow(self) -> None:
        """Where the words went on to another page of the piece, go there."""
        other = self._tile_with(self.path)
        if other is not None and not self._controller.on_sheet:
            self._show_tile(other.key)

    # ---------------------------------------------------------------- lists

    def _enter(self) -> None:
        """In a list the rest of the line becomes one of its own, where there may be one more; elsewhere Enter ends."""
        field = self.field
        if not self._rows or field is None:
            self.leave(to_stage=True)
            return
        row, text, place = self._row, self.mirror.words(), self.mirror.place()
        if not clean_words(text) or not self._may_grow(field, 1):
            return
        self._rows[row : row + 1] = [clean_words(text[:place]), clean_words(text[place:])]
        self._cut = row + 1 if text[place - 1 : place + 1].isalnum() else 0
        self._show_row(row + 1)
        self.mirror.put(0)
        self._typed()

    def _may_grow(self, field: Editable, by: int) -> bool:
        """Whether a list may have so many more points; on a slide they go on on the next one, which is said."""
        controller, count = self._controller, len(self._rows) + by
        if not field.most or count <= field.most:
            return True
        if not controller.has("slide"):
            controller.workspace.toast(self.tr("At most {most} points fit here.").format(most=field.most))
            return False
        if count == field.most + 1:
            words = self.tr("Point {number} moves to a second slide.")
            controller.workspace.toast(words.format(number=field.most + 1))
        return True

    def _join(self) -> None:
        """Put a line of a list behind the one before it; an empty one goes."""
        if not self._rows or not self._row:
            return
        row, before, rest = self._row, self._rows[self._row - 1], self._rows[self._row]
        between = " " if before and rest and self._cut != row else ""
        self._rows[row - 1 : row + 1] = [f"{before}{between}{rest}"]
        self._show_row(row - 1)
        self.mirror.put(len(before) + len(between))
        self._typed()

    def _paste_lines(self, lines: Sequence[str]) -> None:
        """Further lines become lines of a list; elsewhere they go on in the same one."""
        words = [text for line in lines if (text := clean_words(line))]
        if not self._rows:
            self.mirror.insertPlainText(" ".join(("", *words)))
            return
        row, field = self._row, self.field
        if field is None or not self._may_grow(field, len(words)):
            return
        self._rows[row + 1 : row + 1] = words
        self._show_row(row + len(words))
        self.mirror.put(len(self.mirror.words()))
        self._typed()

    # ---------------------------------------------------------------- the page with the words of now

    def _is_bare(self) -> bool:
        """Whether a place is shown in which there are no words."""
        field = self.field
        return field is not None and ("" in self._rows or (not self._rows and not self.words() and not field.needed))

    def _drafted(self, page: PageSpec) -> PageSpec:
        """A page of the piece with the words that are there now."""
        field = self.field
        if field is None:
            return page
        if own_size(self._controller.own(), field.path, page.canvas) != field.size:
            return page  # That size has words of its own, or this one does.
        inner, content = page.info.paths.shown(field.path), page.content
        here = TemplateContext(content).lookup(inner) if inner else None
        value: Value = None
        if field.kind == "list" and isinstance(here, tuple):
            value = tuple(self._rows_on(page, inner, len(here)))
        elif field.kind == "line" and (isinstance(here, str) or here is None) and inner:
            value = self.words() or (field.kit_text if field.needed else NOTHING_YET)
        if value is None or value == here:
            return page
        return replace(page, content=with_value(content, inner, value))

    def _rows_on(self, page: PageSpec, inner: str, count: int) -> Iterator[str]:
        """The lines of the list that are on a page, which had so many of them in the kit."""
        field, row = self.field, self._row
        first = int(page.info.paths.edited(f"{inner}.0").rpartition(".")[2])
        known = len(field.text.split("\n")) if field is not None else 0
        more = len(self._rows) - known if first <= row else 0
        for at, text in enumerate(self._rows[first : first + count + more], first):
            yield (self.words() if at == row else text) or NOTHING_YET

    def _draw(self) -> None:
        """Show the page with the words that are there now."""
        now, kit = self._controller.now, self._kit
        if now is None or kit is None:
            return
        try:
            made = self._renderer.compose(self._drafted(now.tile.page), kit)
            page = made.page
            if self._controller.on_sheet:
                pages = (self._drafted(one) for one in first_sheet(now.spec, kit.page_inputs))
                cards = tuple(self._renderer.compose(one, kit).page for one in pages)
                page = on_sheet(now.spec, cards, kit.page_inputs)[self._controller.side]
        except StudioError:
            return  # The words stay, and the picture that the kit is asked for says what is wrong.
        self.take(made.findings)
        self._stage.show_page(self._image(page), page, self._controller.page_size)
        self._lit = True
        self._place()

    def take(self, findings: Sequence[Diagnostic]) -> None:
        """Take what was found while the open page was made: what has no room, and letters that no font has."""
        now = self._controller.now
        paths = now.tile.page.info.paths if now is not None else None
        self._here = tuple(replace(one, field=paths.edited(one.field)) for one in findings) if paths else ()

    @property
    def troubles(self) -> tuple[Diagnostic, ...]:
        """What this text does not fit, or lets be left out, on the open page."""
        found = (one for one in self._here if one.code in ROOM)
        return tuple(one for one in found if one.code == LEFT_OUT or one.field == self.path)

    def _image(self, page: Page) -> QImage:
        return page_image(page, min(WIDEST, max(40, self._stage.pixels_wanted)))

    def outdated(self, request: PreviewRequest) -> bool:
        """Whether a picture that was asked for shows other words than those that are there now."""
        if self.field is None:
            return False
        pages = (request.spec,) if request.sheet is None else first_sheet(request.sheet, request.kit.page_inputs)
        current = edits_of(request.kit, self._controller.piece) == self._controller.own()
        return not current or any(self._drafted(page) is not page for page in pages)

    # ---------------------------------------------------------------- the caret

    def _tidy(self, before: str) -> int:
        """How many letters of a text are left where its spaces are tidied."""
        return len(clean_words(before)) + bool(before[-1:].isspace() and before.strip())

    def _shown(self, block: TextBlock, place: int) -> int:
        """A place of the mirror as a letter of the text on the page."""
        text = self.mirror.words()
        at, composed = self.mirror.unfinished()
        tidy = self._tidy(text[:place]) + (len(composed) if composed and place >= at else 0)
        if not self.words():
            return 0
        marked = self._marked(text)
        stars = 0 if marked is None else (tidy >= marked[0]) + (tidy > marked[1])
        return shown_at(block, self.path, tidy + stars)

    def _put(self, at: int, *, extend: bool = False) -> None:
        """Put the caret before a letter of the field."""
        self._put_plain(self._plain(at), extend=extend)

    def _plain(self, at: int) -> int:
        """A letter of the field as a place of the mirror."""
        text = self.mirror.words()
        marked = self._marked(text)
        plain = at if marked is None else at - (at > marked[0]) - (at > marked[1] + 1)
        if text != clean_words(text):
            plain = next((place for place in range(len(text)) if self._tidy(text[:place]) >= plain), len(text))
        return min(plain, len(text)) if self.words() else 0

    def _put_plain(self, at: int, *, extend: bool = False) -> None:
        self.mirror.put(at, extend=extend)

    def _caret(self, block: TextBlock) -> Box:
        """The caret on the page; no page shows spaces at the end of a text, so they are added here."""
        text, place = self.mirror.words(), self.mirror.place()
        found = caret(block, self._shown(block, place))
        before = text[:place]
        spaces = len(before) - len(before.rstrip()) if not text[place:].strip() and before.strip() else 0
        return Box(found.x + spaces * _space(block), found.y, 0.0, found.height) if spaces else found

    def _moved(self) -> None:
        if not self._quiet and self.active:
            self._lit = True
            self._blink.start()
            self._place()

    def _go_lines(self, by: int, extend: bool) -> None:
        here = self._text()
        if here is not None:
            block = here.block
            goal = self._goal if self._goal is not None else self._caret(block).x
            self._go_to(block, step_line(block, self._shown(block, self.mirror.place()), by, goal), extend=extend)
            self._goal = goal

    def _go_to_end(self, start: bool, extend: bool) -> None:
        here = self._text()
        if here is not None:
            block = here.block
            index = line_end(block, self._shown(block, self.mirror.place()), start=start)
            self._go_to(block, index, extend=extend)

    def _go_to(self, block: TextBlock, index: int, *, extend: bool) -> None:
        place = field_at(block, index)
        self._goal = None
        if place is not None and place[0] == self.path:
            self._put(place[1], extend=extend)

    def _place(self) -> None:
        """Lay the mirror below the caret, and let the view show where that is."""
        here = self._text()
        if here is not None:
            box = self._caret(here.block)
            if not here.turns:
                top, end = self._stage.mapFromScene(box.x, box.y), self._stage.mapFromScene(box.x, box.bottom)
                self.mirror.lie_below(top.x(), top.y(), end.y())
                if self._stage.mode != "fit":
                    self._stage.ensureVisible(QRectF(box.x, box.y, 1.0, box.height), 20, 20)
        self._stage.viewport().update()
        self.placed.emit()

    def _flash(self) -> None:
        self._lit = not self._lit
        self._stage.viewport().update()

    # ---------------------------------------------------------------- painting

    def marks(self) -> Marks | None:
        """What is to be painted over the page; None where nobody types and nothing is to be said."""
        here = self._text() if self.active else None
        if here is None:
            return self._fixed
        block = here.block
        first, last = self.mirror.selection()
        selected = covered(block, self._shown(block, first), self._shown(block, last)) if first < last else ()
        at, composed = self.mirror.unfinished()
        start = self._shown(block, at) - len(composed)
        sentence = self.sentence()
        return Marks(
            here, self._caret(block) if self.mirror.hasFocus() else None, selected,
            covered(block, start, start + len(composed)) if composed else (), sentence,
            "trouble" if self.troubles or any(self._found().values()) else "typing",
        )  # fmt: skip

    def sentence(self) -> str:
        """What is to be said about the text that is typed in; "" for nothing."""
        field = self.field
        if field is not None and field.needed and not self._rows and not self.words():
            return self.tr("If you don't write your own, the kit's text is used.")
        found = self._found()
        if len(found) > 1 and any(found.values()):
            return self._sizes_sentence(found)
        if self.troubles:
            return self.tr("This does not fit here. Make it shorter.")
        lost = dict.fromkeys("".join(one.letters for one in self._here))
        return letters_note("".join(letter for letter in lost if letter in self.words()))

    def _sizes_sentence(self, found: Mapping[str, Sequence[Diagnostic]]) -> str:
        """In how many sizes the text fits, and what the others leave out for it."""
        bad = {size: codes for size, codes in found.items() if codes}
        said = [self.tr("Fits in {good} of {count} sizes.").format(good=len(found) - len(bad), count=len(found))]
        if long := [size for size, codes in bad.items() if any(one.code == TOO_LONG for one in codes)]:
            said.append(self.tr("Too long for {sizes}.").format(sizes=_sizes(long)))
        gone: dict[str, list[str]] = {}
        for size, codes in bad.items():
            for field in dict.fromkeys(self._label(one.field) for one in codes if one.code == LEFT_OUT):
                gone.setdefault(field, []).append(size)
        for field, sizes in gone.items():
            words = self.tr("“{text}” is left out in {sizes}.")
            said.append(words.format(text=field, sizes=_sizes(sizes)))
        return " ".join(said)

    def _label(self, path: str) -> str:
        field = editable_at(self._controller.fields(), path)
        return label_of(field.name, field.number) if field is not None else label_of(path)

    def judge(self, found: Mapping[str, Sequence[Diagnostic]]) -> None:
        """Take what does not fit, and what is left out, by size; fields by their paths in edits."""
        self._judged = found
        if self.active:
            self._stage.viewport().update()
            self.placed.emit()

    def _found(self) -> Mapping[str, Sequence[Diagnostic]]:
        """What this text does not fit, or lets be left out, by size; the size that is shown as it is now."""
        now = self._controller.now
        if now is None or self._controller.on_sheet or len({tile.size for tile in now.tiles}) < SEVERAL:
            return {}
        part = now.tile.page.part
        found = {**self._judged, now.tile.page.canvas: self.troubles} if self._judged else {}
        return {
            size: [one for one in codes if one.code == LEFT_OUT or (one.code == TOO_LONG and one.field == self.path)]
            for size, codes in found.items()
            if not part
        }

    @property
    def fits(self) -> str:
        """That the text fits in every size; "" where it does not, or there is one size only."""
        found = self._found() if self.active else {}
        all_fit = len(found) > 1 and not any(found.values())
        return self.tr("Fits in all {count} sizes.").format(count=len(found)) if all_fit else ""

    @property
    def other_size(self) -> str:
        """The first size but the one that is shown in which something is missing; "" for none."""
        now = self._controller.now
        shown = now.tile.page.canvas if now is not None else ""
        return next((size for size, codes in self._found().items() if codes and size != shown), "")

    def show_other(self) -> None:
        """Show the size in which something is missing; the caret stays in its text."""
        now, other = self._controller.now, self.other_size
        tile = next((one for one in now.tiles if one.page.canvas == other), None) if now is not None else None
        if tile is not None:
            self._show_tile(tile.key)

    def _show_tile(self, key: str) -> None:
        self._controller.document.settle()
        self._here = ()
        self._following = True
        self._controller.show_view(key)
        self._following = False
        self._note_words()

    def area(self) -> QRect:
        """The room of the text on the stage."""
        here = self._text()
        area = Marks(here).area if here is not None else QRectF()
        return self._stage.mapFromScene(area).boundingRect()

    def other_areas(self) -> list[QRect]:
        """The room of the other texts on the stage that can be typed in."""
        others = (one for one in self._texts() if not _shows(one.block, self.path) and self._field_of(one.block))
        return [self._stage.mapFromScene(Marks(one).area).boundingRect() for one in others]

    def paint(self, painter: QPainter) -> None:
        """Paint frame, selection and caret over the page."""
        if (marks := self.marks()) is not None:
            paint_marks(painter, marks, self._stage, lit=self._lit)


def _shows(block: TextBlock, path: str) -> bool:
    return any(part.path == path for part in block.written)


def _has(page: PageSpec, path: str) -> bool:
    """Whether a text of the piece is on a page."""
    inner = page.info.paths.shown(path)
    return bool(inner) and isinstance(TemplateContext(page.content).lookup(inner), str)


def _has_letters(found: PlacedText, x: float, y: float) -> bool:
    """Whether a point of the page is on the lines of a text, not only within its box."""
    return text_at((replace(found, block=replace(found.block, box=Box(0, 0, 0, 0))),), x, y) is not None


def _sizes(sizes: Sequence[str]) -> str:
    return translate(listed(map(size_name, sizes)))


def _space(block: TextBlock) -> float:
    """How wide a space is in a text."""
    for line in block.lines:
        for cell in cells(line):
            if line.text[cell.start - line.start] == " " and cell.right > cell.left:
                return cell.right - cell.left
    return USUAL_SPACE * block.style.size
