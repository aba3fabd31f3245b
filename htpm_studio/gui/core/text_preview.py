"""Files of words as the window shows them: what is in them now, and a picture of the first page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextDocument, QTextLayout

from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.texts.file_specs import inks, with_words
from htpm_studio.gui.core.render_service import Shown
from htpm_studio.gui.core.tiles import Tile
from htpm_studio.render.writing.html_spans import spans
from htpm_studio.scene.writing import ROWS, EventCalendar, Inks, Paragraph, Table, Words, Writing

PAGE = QSizeF(612, 792)
MARGIN = 54.0
GAP = 7.0
BODY = 13
SIZES = {"title": 24, "head": 18, "subhead": 15, "when": 15}
STRONG = ("call", "label", "button", "lead")
BULLET = "•  "
_TAGS = {"title": "h1", "head": "h2", "subhead": "h3", "when": "h3", "help": "h2"}


def word_files(kit: Kit, tile: Tile) -> tuple[FileSpec, ...]:
    """The files of a piece of words with what is in them, the one that reads best first."""
    others = [spec for spec in plan(kit) if spec.piece != tile.piece]
    own = {spec.path for spec in tile.specs}
    filled = [spec for spec in with_words(kit, (*others, *tile.specs), tile.piece) if spec.path in own]
    return tuple(sorted(filled, key=lambda spec: _rank(spec.words)))


def _rank(words: Words | None) -> int:
    kinds = (Writing, EventCalendar, Table)
    return next((number for number, kind in enumerate(kinds) if isinstance(words, kind)), len(kinds))


def html_of(words: Words) -> str:
    """Words as simple HTML, to be read in the window."""
    if isinstance(words, Writing):
        return "".join(_blocks(words.blocks))
    if isinstance(words, EventCalendar):
        rows = (f"<p><b>{_days(one.first, one.last)}</b><br>{escape(one.title)}</p>" for one in words.appointments)
        return f"<h1>{escape(words.name)}</h1>{''.join(rows)}"
    head = "".join(f"<th align='left'>{escape(cell)}</th>" for cell in words.head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in words.rows)
    return f"<table cellpadding='4'><tr>{head}</tr>{body}</table>"


def _days(first: object, last: object) -> str:
    return f"{first}" if first == last else f"{first} – {last}"


def _blocks(blocks: tuple[Paragraph, ...]) -> Iterator[str]:
    for block in blocks:
        said = spans(block.spans)
        if tag := _TAGS.get(block.kind):
            yield f"<{tag}>{said}</{tag}>"
        elif block.kind in ROWS:
            yield f"<ul><li>{said}</li></ul>"
        elif block.kind in STRONG:
            yield f"<p><b>{said}</b></p>"
        elif block.kind == "note":
            yield f"<p class='note'>{said}</p>"
        else:
            yield f"<p>{said}</p>"


def text_style(colors: Inks) -> str:
    """The looks of running text in the kit's colors."""
    return (
        f"body,p,li,td,th{{color:{colors.ink}}} h1,h2{{color:{colors.deep}}} a{{color:{colors.link}}}"
        f" .note{{color:{colors.muted}}} ul{{margin-top:0;margin-bottom:0}}"
    )


def text_document(words: Words, colors: Inks, points: float = BODY) -> QTextDocument:
    """Words as a document that can be shown or painted, on any thread."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    font = document.defaultFont()
    font.setPixelSize(round(points))
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(text_style(colors))
    document.setHtml(html_of(words))
    return document


def paragraph_keys(words: Words, document: QTextDocument, piece: str) -> dict[int, tuple[str, ...]]:
    """Which paragraph of the document shows a text that can be changed: its number -> the key of the text."""
    found: dict[int, tuple[str, ...]] = {}
    if not isinstance(words, Writing):
        return found
    place = document.firstBlock()
    for block in words.blocks:
        # A line break within a block is one in the paragraph; a paragraph that belongs to no block is passed over.
        while place.isValid() and place.text().strip() != block.text.replace("\n", "\u2028").strip():
            place = place.next()
        if not place.isValid():
            break
        if block.fields:
            found[place.blockNumber()] = (block.piece or piece, *block.fields)
        place = place.next()
    return found


def first_page(tile: Tile, kit: Kit) -> Shown:
    """What the first page of a piece of words shows."""
    words = word_files(kit, tile)[0].words
    if words is None:
        raise LookupError(tile.piece)
    colors = inks(kit)
    return hash((words, colors)), partial(_image, words, colors)


def _image(words: Words, colors: Inks, width: int) -> QImage:
    """The page, `width` pixels wide.

    Set line by line: a text document of Qt works with timers, which a drawing thread does not have.
    """
    scale = width / PAGE.width()
    image = QImage(width, round(PAGE.height() * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(colors.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    painter.fillRect(QRectF(0, 0, PAGE.width(), MARGIN / 2), QColor(colors.deep))
    top = MARGIN
    for text, size, strong in _lines_of(words):
        painter.setPen(QColor(colors.deep if size > BODY else colors.ink))
        top = _set(painter, text, size, strong, top) + GAP
        if top > PAGE.height() - MARGIN:
            break
    painter.end()
    return image


def _lines_of(words: Words) -> Iterator[tuple[str, int, bool]]:
    """Paragraphs with the size of their letters in points, and whether they are bold."""
    if isinstance(words, Writing):
        for block in words.blocks:
            strong = block.kind in (*_TAGS, *STRONG)
            yield f"{BULLET if block.kind == 'item' else ''}{block.text}", SIZES.get(block.kind, BODY), strong
    elif isinstance(words, EventCalendar):
        yield words.name, SIZES["title"], True
        for one in words.appointments:
            yield f"{_days(one.first, one.last)}  {one.title}", BODY, False
    else:
        yield from ((" · ".join(row), BODY, number == 0) for number, row in enumerate((words.head, *words.rows)))


def _set(painter: QPainter, text: str, size: int, strong: bool, top: float) -> float:
    """Set one paragraph below `top`, as far as the page goes; the answer is where it ends."""
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setBold(strong)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    bottom = top
    while (line := layout.createLine()).isValid() and bottom < PAGE.height() - MARGIN:
        line.setLineWidth(PAGE.width() - 2 * MARGIN)
        line.setPosition(QPointF(0, bottom - top))
        bottom += line.height()
    layout.endLayout()
    layout.draw(painter, QPointF(MARGIN, top))
    return bottom


def paper_style(colors: Inks) -> str:
    """The style of a field that shows text as on paper, whatever the window's theme is."""
    return f"QTextBrowser {{ background: {colors.paper}; color: {colors.ink}; }}"
