"""The data sheet of a chart: two columns in a workbook that has the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence

from htpm_studio.render.office.package import Package
from htpm_studio.render.office.xml import RELATIONS, Element, node

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(corner: str, heading: str, rows: Sequence[tuple[str, float]]) -> bytes:
    """A workbook with one sheet: a title, the heading of the values, and a row for each label and value."""
    package = Package()
    book = package.add("xl/workbook.xml", f"{_TYPE}.sheet.main+xml")
    package.relate("officeDocument", book)
    cells = [_row(1, [_text("A1", corner), _text("B1", heading)])]
    for number, (label, value) in enumerate(rows, 2):
        cells.append(_row(number, [_text(f"A{number}", label), _number(f"B{number}", value)]))
    sheet = package.add(
        "xl/worksheets/sheet1.xml",
        f"{_TYPE}.worksheet+xml",
        node("worksheet", _columns(), node("sheetData", cells), xmlns=_SHEET),
    )
    listed = node("sheet", name="Sheet1", sheetId=1, **{"r:id": book.relate("worksheet", sheet)})
    book.content = node("workbook", node("sheets", listed), xmlns=_SHEET, **{"xmlns:r": RELATIONS})
    return package.pack()


def _columns() -> Element:
    widths = ((1, 44), (2, 18))
    return node("cols", [node("col", min=at, max=at, width=wide, customWidth=True) for at, wide in widths])


def _row(number: int, cells: list[Element]) -> Element:
    return node("row", cells, r=number)


def _text(place: str, text: str) -> Element:
    return node("c", node("is", node("t", text)), r=place, t="inlineStr")


def _number(place: str, value: float) -> Element:
    return node("c", node("v", f"{value:.10g}"), r=place)
