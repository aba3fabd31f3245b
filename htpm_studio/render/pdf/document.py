"""A document as a PDF that people can print and that screen readers can read (PDF/UA-1)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from itertools import accumulate
from typing import Any, assert_never
from urllib.parse import quote

from htpm_studio.frozen import dataclass
from htpm_studio.render.pdf import boxes as pdf_boxes
from htpm_studio.render.pdf import paint as pdf_paint
from htpm_studio.render.pdf.boxes import Matrix
from htpm_studio.render.pdf.file import PdfFile, array, mapping, name, number, numbers, string
from htpm_studio.render.pdf.forms import PdfForm
from htpm_studio.render.pdf.pictures import PHOTO_DPI, PdfPictures
from htpm_studio.render.pdf.tags import (
    LINES,
    AnnotationTarget,
    ContentMark,
    Rect,
    StructureElement,
    TaggedPage,
    tidy,
    write_tree,
)
from htpm_studio.render.pdf.text import PdfFont, paragraphs, show_run, spoken
from htpm_studio.scene.nodes import (
    Document,
    Face,
    FormField,
    Group,
    Link,
    Node,
    Page,
    PageRun,
    Picture,
    Rectangle,
    Shape,
    TextBlock,
    TextLine,
    TextStyle,
)
from htpm_studio.units import Box

WHITE = "#FFFFFF"
_URL_SAFE = "%/:?#[]@!$&'()*+,;=-._~"
"""Characters of an address that stay as they are (RFC 3986); a PDF address is ASCII."""


def render_pdf(document: Document, dpi: int = PHOTO_DPI) -> bytes:
    """The document as a tagged PDF 1.7 file; the same document gives the same bytes.

    Shapes and text are vectors, fonts are embedded subsets, photographs have at most `dpi`. Of pages that are printed
    several times the first is what the document says; its copies share their content, and are marked as decoration, so
    that nobody hears sixty flyers.

    Raises InputError for a picture that cannot be decoded, StudioError for a missing font file.
    """
    file = PdfFile(document.language)
    book = _Book(file, pdf_paint.Paints(file), PdfPictures(file, document.pages, dpi), PdfForm(file), document.language)
    root = StructureElement("Document")
    single = len(document.pages) < 2
    pages: list[TaggedPage] = []
    for run in document.runs or (PageRun("", len(document.pages), 1),):
        start = len(pages)
        shown = document.pages[start : start + run.pages]
        for at, page in enumerate(shown, start):
            part = root if single else root.open("Sect", title=page.title)
            pages.append(_write_page(book, page, at, part))
        _write_copies(book, shown, run.copies - 1)
    for _, font in book.fonts.values():
        font.write(file)
    book.form.write()
    write_tree(file, tidy(root), pages)
    if document.runs:
        starts = accumulate((run.pages for run in document.runs), initial=0)
        file.bookmark([(run.title, pages[start].ref) for run, start in zip(document.runs, starts, strict=False)])
    elif not single:
        titles = (page.title or page.name for page in document.pages)
        file.bookmark([(title, page.ref) for title, page in zip(titles, pages, strict=True)])
    file.describe(document)
    return file.to_bytes()


# ------------------------------------------------------------------ state


@dataclass(slots=True)
class _Book:
    """What all pages of a file share."""

    file: PdfFile
    paints: pdf_paint.Paints
    pictures: PdfPictures
    form: PdfForm
    language: str
    fonts: dict[str, tuple[str, PdfFont]] = field(default_factory=dict)

    def font(self, face: Face) -> tuple[str, PdfFont]:
        """Name and font of a face."""
        if face.name not in self.fonts:
            self.fonts[face.name] = f"F{len(self.fonts)}", PdfFont(self.file, face)
        return self.fonts[face.name]


@dataclass(slots=True)
class _Sheet:
    """The content of one page while it is written."""

    book: _Book
    number: int
    height: float
    resources: pdf_paint.PageResources
    code: list[str] = field(default_factory=list)
    marks: int = 0
    annotations: list[tuple[Any, Any]] = field(default_factory=list)
    artifact: str | None = None

    def add(self, *operators: str) -> None:
        """Write operators."""
        self.code += operators

    def begin(self, element: StructureElement) -> None:
        """Begin the content of an element, up to `end`."""
        self.leave_artifact()
        element.kids.append(ContentMark(self.number, self.marks))
        self.add(f"/{element.role} <</MCID {self.marks}>> BDC")
        self.marks += 1

    def end(self) -> None:
        """Close what `begin` opened."""
        self.add("EMC")

    def enter_artifact(self, running: str = "") -> None:
        """Begin decoration, or the `running` "Header" or "Footer" of the page; neighbors share a stretch."""
        if self.artifact == running:
            return
        self.leave_artifact()
        edge = "Top" if running == "Header" else "Bottom"
        properties = f"<</Type /Pagination /Subtype /{running} /Attached [/{edge}]>> BDC" if running else "BMC"
        self.add(f"/Artifact {properties}")
        self.artifact = running

    def leave_artifact(self) -> None:
        """End the decoration, if any."""
        if self.artifact is not None:
            self.add("EMC")
            self.artifact = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node is: its parent in the structure tree, and how page points become PDF points.

    `marked` means that everything belongs to a stretch that is already open (a figure, decoration).
    """

    parent: StructureElement
    matrix: Matrix
    marked: bool = False
    decorative: bool = False


# ------------------------------------------------------------------ pages


def _write_page(book: _Book, page: Page, at: int, part: StructureElement) -> TaggedPage:
    boxes, matrix = pdf_boxes.page_boxes(page)
    sheet = _Sheet(book, at, page.size.height, pdf_paint.PageResources(book.file))
    _paint_page(sheet, page, _Place(part, matrix))
    entries = {key: array(rect) for key, rect in boxes.items()}
    entries["Resources"] = mapping(sheet.resources.entries())
    entries["Contents"] = book.file.add_stream({}, "\n".join(sheet.code).encode("ascii"))
    entries["StructParents"] = at
    entries["Group"] = _group()
    if sheet.annotations:
        entries["Annots"] = array([ref for ref, _ in sheet.annotations])
        entries["Tabs"] = name("S")
    return TaggedPage(book.file.add_page(entries), tuple(sheet.annotations))


def _write_copies(book: _Book, pages: Sequence[Page], count: int) -> None:
    """Write pages again, in turn, as decoration; the copies of a page share all that is on it."""
    if not count:
        return
    copied = [_copied(book, page) for page in pages]
    for entries in copied * count:
        book.file.add_page(entries)


def _copied(book: _Book, page: Page) -> dict[str, Any]:
    """The entries of a page that says nothing and has nothing to click."""
    boxes, matrix = pdf_boxes.page_boxes(page)
    sheet = _Sheet(book, 0, page.size.height, pdf_paint.PageResources(book.file))
    sheet.enter_artifact()
    _paint_page(sheet, page, _Place(StructureElement("Document"), matrix, marked=True, decorative=True))
    entries: dict[str, Any] = {key: array(rect) for key, rect in boxes.items()}
    entries["Resources"] = book.file.add(mapping(sheet.resources.entries()))
    entries["Contents"] = book.file.add_stream({}, "\n".join(sheet.code).encode("ascii"))
    entries["Group"] = _group()
    return entries


def _group() -> Any:
    return mapping({"S": name("Transparency"), "CS": name("DeviceRGB")})


def _paint_page(sheet: _Sheet, page: Page, place: _Place) -> None:
    inked = pdf_boxes.inked(page)
    ground = Shape("ground", inked, Rectangle(), fill=replace(page.ground, alpha=1.0))
    sheet.add(f"{numbers(*place.matrix)} cm")
    if page.bleed:
        sheet.add("q", pdf_paint.path(Rectangle(), inked), "W n")
    # Paper is white already; a white page painted over it is a white page that a printer cannot print to the edge.
    bare = page.ground.hex.upper() == WHITE
    _paint_all(sheet, page.nodes if bare else (ground, *page.nodes), place)
    if page.bleed:
        if not place.marked:
            sheet.leave_artifact()
        sheet.add("Q")
        _paint_all(sheet, pdf_boxes.crop_marks(page), place)
    sheet.leave_artifact()


# ------------------------------------------------------------------ nodes


def _paint_all(sheet: _Sheet, nodes: Iterable[Node], place: _Place) -> None:
    for node in nodes:
        _paint(sheet, node, place)


def _paint(sheet: _Sheet, node: Node, place: _Place) -> None:
    match node:
        case Group():
            _paint_group(sheet, node, place)
        case Shape():
            if not place.marked:
                sheet.enter_artifact()
            sheet.add(*pdf_paint.shape(node, sheet.book.paints, sheet.resources))
        case Picture():
            _paint_picture(sheet, node, place)
        case TextBlock():
            _paint_text(sheet, node, place)
        case Link():
            _paint_link(sheet, node, place)
        case FormField() if place.decorative:
            pass
        case FormField():
            place.parent.open("Form").kids.append(AnnotationTarget(sheet.number, len(sheet.annotations)))
            sheet.annotations.append(sheet.book.form.add(node, _rect(node.box, place.matrix), sheet.number))
        case _:
            assert_never(node)


def _paint_group(sheet: _Sheet, group: Group, place: _Place) -> None:
    inside = replace(place, matrix=_turned(place.matrix, group)) if group.turn else place
    matrix = inside.matrix
    opened = False
    if not place.marked and (group.decorative or group.running):
        sheet.enter_artifact(_running(group, matrix, sheet.height) if group.running else "")
        inside = replace(inside, marked=True, decorative=True)
    elif not place.marked and group.alt:
        figure = place.parent.open("Figure", alt=group.alt, rect=_rect(group.box, matrix))
        sheet.begin(figure)
        inside, opened = replace(inside, parent=figure, marked=True), True
    elif not place.marked and group.tag not in {"", "Document"}:
        inside = replace(inside, parent=place.parent.open(group.tag))
    _paint_inside(sheet, group, inside)
    if opened:
        sheet.end()


def _running(group: Group, matrix: Matrix, height: float) -> str:
    """Whether a running group is the head or the foot of its page."""
    _, bottom, _, top = _rect(group.box, matrix)
    return "Header" if bottom + top > height else "Footer"


def _paint_inside(sheet: _Sheet, group: Group, place: _Place) -> None:
    """The children, clipped and turned; an artifact never reaches over the edge of either."""
    bound = bool(group.turn) or group.clip is not None
    if not bound:
        _paint_all(sheet, group.children, place)
        return
    if not place.marked:
        sheet.leave_artifact()
    sheet.add("q")
    if group.turn:
        sheet.add(f"{numbers(*_rotation(group))} cm")
    if group.clip is not None:
        sheet.add(pdf_paint.path(group.clip, group.box), "W n")
    _paint_all(sheet, group.children, place)
    if not place.marked:
        sheet.leave_artifact()
    sheet.add("Q")


def _paint_picture(sheet: _Sheet, picture: Picture, place: _Place) -> None:
    box = picture.box
    label = sheet.resources.use("XObject", *sheet.book.pictures.get(picture))
    clip = [pdf_paint.path(picture.frame, box), "W n"]  # also a plain one: some readers round pictures outward
    matrix = numbers(box.width, 0, 0, -box.height, box.x, box.bottom)
    code = ["q", *clip, f"{matrix} cm", f"{label} Do", "Q"]
    if not place.marked and picture.alt:
        sheet.begin(place.parent.open("Figure", alt=picture.alt, rect=_rect(box, place.matrix)))
        sheet.add(*code)
        sheet.end()
        return
    if not place.marked:
        sheet.enter_artifact()
    sheet.add(*code)


def _paint_text(sheet: _Sheet, text: TextBlock, place: _Place) -> None:
    language = "" if text.language == sheet.book.language else text.language
    parts = paragraphs(text)
    role = text.tag or "P"
    if not place.marked and role not in {"P", "Document"} and len(parts) > 1:
        place = replace(place, parent=place.parent.open(role, language=language))
        role, language = "P", ""
    _paint_strokes(sheet, text, place)
    for lines in parts:
        if not place.marked:
            inner = "P" if role == "Document" else role
            sheet.begin(place.parent.open(inner, language=language, actual=spoken(lines)))
        sheet.add("q BT", *pdf_paint.fill_color(text.color, sheet.book.paints, sheet.resources))
        shares = place.marked or place.parent.role in LINES
        for at, (line, gap) in enumerate(lines):
            if line.color is not None:
                sheet.add(*pdf_paint.fill_color(line.color, sheet.book.paints, sheet.resources))
            sheet.add(*_line(sheet, line, text.style, gap=gap and (shares or at + 1 < len(lines))))
        sheet.add("ET", *(_underline(line, text.style) for line, _ in lines if text.underlined), "Q")
        if not place.marked:
            sheet.end()


def _paint_strokes(sheet: _Sheet, text: TextBlock, place: _Place) -> None:
    """The strokes behind the words that a text emphasizes, which are decoration."""
    if text.emphasis is None:
        return
    if not place.marked:
        sheet.enter_artifact()
    sheet.add("q", *pdf_paint.fill_color(text.emphasis.color, sheet.book.paints, sheet.resources))
    sheet.add(
        *(f"{numbers(stroke.x, stroke.y, stroke.width, stroke.height)} re f" for stroke in text.emphasis.strokes), "Q"
    )


def _underline(line: TextLine, style: TextStyle) -> str:
    box = line.underline(style.size)
    return f"{numbers(box.x, box.y, box.width, box.height)} re f"


def _line(sheet: _Sheet, line: TextLine, style: TextStyle, *, gap: bool) -> list[str]:
    code: list[str] = []
    for at, run in enumerate(line.runs):
        label, font = sheet.book.font(run.face)
        code.append(f"{sheet.resources.use('Font', label, font.ref)} {number(style.size)} Tf")
        code += show_run(run, font, style, line.baseline, space_after=gap and at + 1 == len(line.runs))
    return code


def _paint_link(sheet: _Sheet, link: Link, place: _Place) -> None:
    """Paint a link with its content; inside a figure it is only the place to click, and decoration is no link."""
    if place.decorative:
        _paint_all(sheet, link.children, place)
        return
    element = place.parent.open("Link")
    _paint_all(sheet, link.children, place if place.marked else replace(place, parent=element))
    element.kids.append(AnnotationTarget(sheet.number, len(sheet.annotations)))
    entries = mapping(
        {
            "Type": name("Annot"),
            "Subtype": name("Link"),
            "Rect": array(_rect(link.box, place.matrix)),
            "Border": array([0, 0, 0]),
            "F": 4,
            "Contents": string(link.description or link.url),
            "A": mapping({"S": name("URI"), "URI": string(quote(link.url, safe=_URL_SAFE))}),
        }
    )
    sheet.annotations.append((sheet.book.file.add(entries), entries))


# ------------------------------------------------------------------ geometry


def _rotation(group: Group) -> Matrix:
    """Clockwise about the middle of the box, y downward."""
    (x, y), angle = group.box.center, math.radians(group.turn)
    cos, sin = math.cos(angle), math.sin(angle)
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y


def _turned(matrix: Matrix, group: Group) -> Matrix:
    """First the group's rotation, then `matrix`."""
    a, b, c, d, e, f = _rotation(group)
    p, q, r, s, t, u = matrix
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _rect(box: Box, matrix: Matrix) -> Rect:
    """The upright rectangle around a box, in PDF points."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
