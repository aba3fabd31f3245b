"""Printing at real size: the pages of the exported files on the right paper, never fitted, and a test page.

Nothing here shows a window. Painting on a QPrinter may run on any thread.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import PageBuilder, on_sheet, page_count, pages_of
from htpm_studio.export.prints.plan import sides_of
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.processes.jobs import JobContext
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Page
from htpm_studio.units import Size

DPI = 300
POINTS = 72.0
INCH, CENTIMETRE = 72.0, 72.0 / 2.54
FRAME = 0.25 * INCH
"""How far the frame of the test page is from the edge; most printers reach that far."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One file and how often it is wanted."""

    spec: FileSpec
    copies: int


def _tr(text: str) -> str:
    return QCoreApplication.translate("Printing", text)


def printers() -> tuple[str, ...]:
    """The names of the printers that are set up."""
    return tuple(QPrinterInfo.availablePrinterNames())


def default_paper() -> str:
    """The paper of the printer that is used first: "letter" or "a4"."""
    size = QPrinterInfo.defaultPrinter().defaultPageSize()
    return "a4" if size.isValid() and size.id() == QPageSize.PageSizeId.A4 else "letter"


def paper_size(paper: str) -> Size:
    """The size of a paper in points: "letter" or "a4"."""
    return page_sizes()[paper].size


def other_paper(spec: FileSpec, paper: str) -> str:
    """The size of a file that does not come on the paper in the printer, such as a large poster; "" for all others."""
    canvas = "" if spec.sheet or not spec.pages else spec.pages[0].canvas
    return canvas if canvas and _sides(page_sizes()[canvas].size) != _sides(paper_size(paper)) else ""


def _sides(size: Size) -> tuple[float, float]:
    """Its short and its long side: a page may lie across its paper."""
    return min(size.width, size.height), max(size.width, size.height)


def set_page(printer: QPrinter, size: Size) -> None:
    """Have the printer use paper of exactly this size in points, the whole of it, and never scale."""
    wide = size.width > size.height
    paper = QSizeF(min(size.width, size.height), max(size.width, size.height))
    known = QPageSize.id(paper, QPageSize.Unit.Point, QPageSize.SizeMatchPolicy.FuzzyMatch)
    page = QPageSize(known) if known != QPageSize.PageSizeId.Custom else QPageSize(paper, QPageSize.Unit.Point)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(page, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setFullPage(True)
    printer.setPageLayout(layout)


def printed_pages(spec: FileSpec, kit: Kit, context: JobContext) -> tuple[Page, ...]:
    """The pages of the exported file."""
    pages, builder = [], PageBuilder()
    for page in pages_of(spec, kit.page_inputs):
        context.checkpoint()
        pages.append(builder.compose(page, kit.page_inputs).page)
    return on_sheet(spec, tuple(pages), kit.page_inputs) if spec.sheet else tuple(pages)


def print_jobs(printer: QPrinter, jobs: Sequence[PrintJob], kit: Kit, context: JobContext, *, gray: bool) -> int:
    """Print files at real size, and return the number of sheets.

    Each file is a job of the printer, so that the printer itself makes the copies. Raises StudioError when the
    printer does not start, Cancelled when the job was stopped.
    """
    total = sum(page_count(job.spec, kit.page_inputs) for job in jobs)
    done = sheets = 0
    for job in jobs:
        pages = printed_pages(job.spec, kit, context)
        two_sided = len(pages) > 1 and sides_of(job.spec, kit) > 1
        _prepare(printer, job, pages[0].size, two_sided=two_sided, gray=gray)
        copies = 1 if printer.supportsMultipleCopies() else job.copies
        painter = QPainter()
        if not painter.begin(printer):
            raise StudioError("The printer did not start.", "Check that it is on and has paper.")
        # Qt would make JPEGs of pages, with a haze around small letters.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        try:
            images = []
            for page in pages:
                context.report(done, total, job.spec.title)
                images.append(printed_image(page, gray=gray))
                done += 1
            for number in range(copies):
                for index, image in enumerate(images):
                    context.checkpoint()
                    if number or index:
                        printer.newPage()
                    painter.drawImage(QRectF(printer.pageLayout().fullRectPixels(printer.resolution())), image)
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
        sheets += job.copies * (-(-len(pages) // 2) if two_sided else len(pages))
    return sheets


def _prepare(printer: QPrinter, job: PrintJob, size: Size, *, two_sided: bool, gray: bool) -> None:
    printer.setDocName(job.spec.title)
    set_page(printer, size)
    printer.setColorMode(QPrinter.ColorMode.GrayScale if gray else QPrinter.ColorMode.Color)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if two_sided else QPrinter.DuplexMode.DuplexNone)
    printer.setCollateCopies(True)
    printer.setCopyCount(job.copies if printer.supportsMultipleCopies() else 1)


def printed_image(page: Page, *, gray: bool) -> QImage:
    """A page in 300 dots to the inch, as wide and high as the paper."""
    picture = render_page(page, DPI / POINTS)
    if gray:
        picture = picture.convert("L")
    kind = QImage.Format.Format_Grayscale8 if gray else QImage.Format.Format_RGB888
    width, height = picture.size
    # Without a copy the picture would show memory that Python has given back.
    return QImage(picture.tobytes(), width, height, width * (1 if gray else 3), kind).copy()


# ---------------------------------------------------------------- the test page


def print_test_page(printer: QPrinter, paper: str) -> None:
    """Print a page with rulers of one inch and ten centimetres and a frame; raises StudioError as `print_jobs`."""
    size = paper_size(paper)
    printer.setDocName(_tr("Test page"))
    set_page(printer, size)
    printer.setCopyCount(1)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    painter = QPainter()
    if not painter.begin(printer):
        raise StudioError("The printer did not start.", "Check that it is on and has paper.")
    try:
        whole = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        painter.scale(whole.width() / size.width, whole.height() / size.height)
        draw_test_page(painter, size)
    finally:
        painter.end()


def draw_test_page(painter: QPainter, size: Size) -> None:
    """Frame, rulers and words; one unit of the painter is a point."""
    painter.setPen(QPen(Qt.GlobalColor.black, 0.5))
    painter.drawRect(QRectF(FRAME, FRAME, size.width - 2 * FRAME, size.height - 2 * FRAME))
    left, top = INCH, 2 * INCH
    _words(painter, QPointF(left, INCH), 16, _tr("Test page"))
    _words(painter, QPointF(left, INCH + 24), 10, _tr("Hold a ruler to the lines. If they are too short, choose"))
    _words(painter, QPointF(left, INCH + 38), 10, _tr("“Actual size” or “100%” in the window of the printer."))
    _ruler(painter, QPointF(left, top), 4, INCH, 8, _tr("inches"))
    _ruler(painter, QPointF(left, top + INCH), 10, CENTIMETRE, 10, _tr("centimeters"))
    painter.drawRect(QRectF(left, top + 2 * INCH, INCH, INCH))
    _words(painter, QPointF(left + INCH + 12, top + 2 * INCH + 40), 10, _tr("This square is one inch wide and high."))
    _words(painter, QPointF(left, top + 3 * INCH + 30), 10, _tr("The frame is a quarter inch from the edge."))
    _words(
        painter,
        QPointF(left, top + 3 * INCH + 44),
        10,
        _tr("If a side is missing, the printer cannot reach that part of the page."),
    )


def _ruler(painter: QPainter, start: QPointF, count: int, unit: float, parts: int, name: str) -> None:
    painter.drawLine(QLineF(start.x(), start.y(), start.x() + count * unit, start.y()))
    for step in range(count * parts + 1):
        whole, half = step % parts == 0, step % parts == parts // 2
        length = 14 if whole else 9 if half else 5
        x = start.x() + step * unit / parts
        painter.drawLine(QLineF(x, start.y(), x, start.y() + length))
        if whole:
            _words(painter, QPointF(x + 2, start.y() + 24), 8, str(step // parts))
    _words(painter, QPointF(start.x() + count * unit + 10, start.y() + 4), 8, name)


def _words(painter: QPainter, spot: QPointF, points: float, text: str) -> None:
    """Words of a height in points, whatever the printer's own resolution is."""
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(points)))
    painter.setFont(font)
    painter.drawText(spot, text)
