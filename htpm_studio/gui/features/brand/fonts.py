"""Fonts of a brand: pairs as cards, and fonts of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QProgressBar, QWidget

from htpm_studio.errors import StudioError
from htpm_studio.gui.controllers.brand import palette_in_force
from htpm_studio.gui.core.dnd import paths_in, sort_of
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain, translate
from htpm_studio.gui.pickers.design_cards import SampleCard
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import kind_label, link_button, restyle
from htpm_studio.gui.widgets.files import ask_files
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import PAIRS, FontUse, Pair, names_in, with_own_font
from htpm_studio.project.own_fonts import OwnFont, load_font
from htpm_studio.project.palette import Palette
from htpm_studio.scene.nodes import FontSource
from htpm_studio.text.fonts import FontBook
from htpm_studio.text.shaping import shape

COLUMNS, HIGH = 3, 62
HEAD_SIZE, TEXT_SIZE, EDGE = 0.36, 0.185, 0.14
"""Sizes of the sample, in parts of the height of the card."""


class PairCards(QWidget):
    """One of five is chosen; arrows and clicks change the fonts as one step."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._document = workspace, workspace.document
        self.setAccessibleName(self.tr("Fonts"))
        self.cards = {pair: PairCard(pair) for pair in PAIRS}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for number, card in enumerate(self.cards.values()):
            self._group.addButton(card)
            grid.addWidget(card, number // COLUMNS, number % COLUMNS)
            card.clicked.connect(self._choose)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._document.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the pair and the colors of the kit."""
        palette, resources = palette_in_force(self._document), self._document.resources
        fonts = resources.fonts.with_first(None)
        own = resources.fonts.first_pair() != fonts.first_pair()
        for pair, card in self.cards.items():
            card.show_palette(palette)
            card.show_fonts(resources.fonts.set_in(pair), *pair_words(pair, of_family=own and pair == PAIRS[0]))
        self.cards[self._document.project.brand.pair].setChecked(True)

    def _choose(self) -> None:
        pair = next(pair for pair, card in self.cards.items() if card.isChecked())
        brand = self._document.project.brand
        own = bool(brand.heading_font or brand.text_font)
        if pair == brand.pair and not own:
            return
        chosen = replace(brand, pair=pair, heading_font=(), text_font=())
        self._document.change(self.tr("Change fonts"), replace(self._document.project, brand=chosen))
        if own:
            self._workspace.toast(self.tr("Your own fonts are no longer used."), undo=True)


class PairCard(SampleCard):
    """A headline and a line of text in a pair."""

    def __init__(self, pair: Pair) -> None:
        super().__init__(*pair_words(pair), QSize(104, HIGH), 72)
        self._fonts: FontBook | None = None

    def show_fonts(self, fonts: FontBook, name: str, meaning: str) -> None:
        """Be set in these, and called so."""
        if fonts is not self._fonts or name != self.text():
            self._fonts, self.meaning = fonts, meaning
            self.setText(name)
            self.setToolTip(meaning)
            self.setAccessibleName(self.tr("Fonts: {name}").format(name=name))
            self.setAccessibleDescription(meaning)
            self.update()

    def paint_sample(self, painter: QPainter, box: QRectF, palette: Palette) -> None:
        """The words of the window, set in the pair."""
        if self._fonts is not None:
            paint_pair_sample(painter, box, palette, self._fonts, self.tr("Fair work"), self.tr("Call, text or chat"))


def paint_pair_sample(painter: QPainter, box: QRectF, palette: Palette, fonts: FontBook, head: str, text: str) -> None:
    """A headline and a line of text on the ground of a piece, as large as they fit."""
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(box, 4, 4)
    painter.setClipPath(clip)
    painter.fillRect(box, QColor(palette["deep"]))
    left, room = box.left() + EDGE * box.height(), box.width() - 2 * EDGE * box.height()
    rows = (("Head", head, HEAD_SIZE * fonts.fit("Head").size, 0.5, "on-deep"),
            ("Text-500", text, TEXT_SIZE * fonts.fit("Text-500").size, 0.8, "on-deep-muted"))  # fmt: skip
    for role, words, share, at, color in rows:
        path = letter_path(words, role, fonts)
        size = min(share * box.height(), room / max(path.boundingRect().right(), 0.1))
        painter.fillPath(QTransform(size, 0, 0, size, left, box.top() + at * box.height()).map(path),
                         QColor(palette[color]))  # fmt: skip
    painter.restore()


def pair_words(pair: Pair, *, of_family: bool = False) -> tuple[str, str]:
    """The name of a pair and its voice; the first one may be that of the family of designs."""
    translate = QCoreApplication.translate
    if of_family:
        return translate("Pairs", "Of the family"), translate(
            "Pairs", "The fonts that the family of designs is drawn for."
        )
    return {
        "warm": (
            translate("Pairs", "Warm"),
            translate("Pairs", "Soft serif headlines with plain text: Fraunces and Public Sans."),
        ),
        "sturdy": (
            translate("Pairs", "Sturdy"),
            translate("Pairs", "Strong, dark headlines: Bricolage Grotesque and Archivo."),
        ),
        "friendly": (
            translate("Pairs", "Friendly"),
            translate("Pairs", "Round and open letters: Nunito and Nunito Sans."),
        ),
        "bookish": (
            translate("Pairs", "Bookish"),
            translate("Pairs", "Slab serif headlines, as in a newspaper: Bitter and a humanist sans."),
        ),
        "campaign": (
            translate("Pairs", "Campaign"),
            translate("Pairs", "Narrow, loud headlines, as on a poster: Archivo Condensed and Barlow."),
        ),
    }[pair]


@lru_cache(maxsize=256)
def letter_path(text: str, role: str, fonts: FontBook) -> QPainterPath:
    """A line of text in the face of a role, one em high, its baseline at zero and y down."""
    whole = QPainterPath()
    for run in shape(text, role, fonts).runs:
        font = fonts.data(run.face.name).font
        for glyph, offset in zip(run.glyphs, run.offsets, strict=True):
            drawn = QPainterPath()
            font.draw_glyph(glyph, _pens(), drawn)
            scale = 1 / font.face.upem
            whole.addPath(QTransform(scale, 0, 0, -scale, run.start + offset, 0).map(drawn))
    whole.setFillRule(Qt.FillRule.WindingFill)
    return whole


@lru_cache(maxsize=1)
def _pens() -> hb.DrawFuncs:
    pens = hb.DrawFuncs()
    pens.set_move_to_func(lambda x, y, path: path.moveTo(x, y))
    pens.set_line_to_func(lambda x, y, path: path.lineTo(x, y))
    pens.set_quadratic_to_func(lambda cx, cy, x, y, path: path.quadTo(cx, cy, x, y))
    pens.set_cubic_to_func(lambda ax, ay, bx, by, x, y, path: path.cubicTo(ax, ay, bx, by, x, y))
    pens.set_close_path_func(lambda path: path.closeSubpath())
    return pens


BAR_AFTER_MS = 400


class FontRow(QWidget):
    """Which font one kind of text has, and the way to another. `settled` follows every attempt."""

    settled = Signal()

    def __init__(self, workspace: Workspace, reader: TaskRunner, use: FontUse) -> None:
        super().__init__()
        self._workspace, self._document, self.use = workspace, workspace.document, use
        self._reader = reader
        self._task: Task | None = None
        self.setAcceptDrops(True)
        heading = use == "heading"
        self.title = self.tr("Headlines") if heading else self.tr("All other text")
        self.family = kind_label("", "muted", wrap=True)
        self.choose_button = link_button(self.tr("Choose a file…"))
        self.choose_button.setAccessibleName(
            self.tr("Choose a font file for headlines") if heading else self.tr("Choose a font file for all other text")
        )
        self.choose_button.clicked.connect(self.choose)
        self.remove_button = link_button(self.tr("Remove"))
        self.remove_button.setAccessibleName(
            self.tr("Remove your font for headlines") if heading else self.tr("Remove your font for all other text")
        )
        self.remove_button.clicked.connect(self.remove)
        self.sentence = kind_label("", "muted", wrap=True)
        self.sentence.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(6)
        self.bar.setAccessibleName(self.tr("Reading the font"))
        self.bar.hide()
        words = in_column(kind_label(self.title, "head"), self.family, spacing=0)
        row = in_row((words, 1), self.choose_button, self.remove_button)
        in_column(row, self.bar, self.sentence, inside=self, margins=(0, 6, 0, 0))
        self._bar_timer = QTimer(self, singleShot=True, interval=BAR_AFTER_MS)
        self._bar_timer.timeout.connect(self.bar.show)
        self._document.changed.connect(self.refresh)
        self.refresh()

    @property
    def faces(self) -> tuple[FontSource, ...]:
        """The faces of the user's font; none where that of the pair is used."""
        brand = self._document.project.brand
        return brand.heading_font if self.use == "heading" else brand.text_font

    def refresh(self, *_: object) -> None:
        """Name the font in force."""
        faces = self.faces
        self.family.setText(faces[0].family if faces else self.tr("From the pair above"))
        self.remove_button.setVisible(bool(faces))

    def choose(self) -> None:
        """Ask for the files of a font."""
        kinds = self.tr("Fonts (*.ttf *.otf *.woff2 *.woff);;All files (*)")
        paths = ask_files(self._workspace, self, "font", self.tr("Choose a font"), kinds)
        if paths:
            self.take(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Read files as the font, one for each weight."""
        names, use = names_in(self._document.project), self.use

        def job(context: JobContext) -> OwnFont:
            return load_font(tuple(paths), use, context, names)

        if self._task is not None:
            self._task.cancel()
        task = self._reader.start(job)
        self._task = task
        self._say("")
        self._bar_timer.start()
        task.succeeded.connect(lambda font: self._use(task, font))
        task.failed.connect(lambda error: self._refuse(task, error))
        task.finished.connect(lambda: self._finish(task))

    def remove(self) -> None:
        """Go back to the font of the pair."""
        self._say("")
        self._change(self.tr("Remove font"), ())
        self.choose_button.setFocus()

    def _use(self, task: Task, font: OwnFont) -> None:
        if task is self._task:
            self._change(self.tr("Use font"), font.faces)
            install = self.tr("Decks and Word files name it: install it where you edit or show them.")
            self._say("\n".join([*(translate(note) for note in font.notes), install]))

    def _refuse(self, task: Task, error: BaseException) -> None:
        if task is self._task:
            known = isinstance(error, StudioError)
            self._say(explain(error) if known else self.tr("This file is not a font that can be read."), bad=True)

    def _finish(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._bar_timer.stop()
            self.bar.hide()
            self.settled.emit()

    def _change(self, step: str, faces: tuple[FontSource, ...]) -> None:
        project = self._document.project
        self._document.change(step, replace(project, brand=with_own_font(project.brand, self.use, faces)))

    def _say(self, sentence: str, *, bad: bool = False) -> None:
        self.sentence.setProperty("kind", "warn" if bad else "muted")
        restyle(self.sentence)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if sentence:
            self._workspace.announce(sentence)

    # ---------------------------------------------------------------- drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take font files."""
        if sort_of(paths_in(event.mimeData())) == "font":
            event.acceptProposedAction()
            self.family.setText(self.tr("Use this font"))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Back to the usual words."""
        self.refresh()

    def dropEvent(self, event: QDropEvent) -> None:
        """Use the dropped files."""
        self.refresh()
        paths = paths_in(event.mimeData())
        if sort_of(paths) == "font":
            event.acceptProposedAction()
            self.take(paths)
