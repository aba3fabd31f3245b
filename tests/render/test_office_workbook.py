"""The data sheet of a chart: what is in each of its cells, read back by the program's own reader and as XML."""

from __future__ import annotations

import io
import zipfile

from htpm_studio.project.workbook import sheet_rows
from htpm_studio.render.office.workbook import workbook


def test_the_sheet_has_a_title_a_heading_and_a_row_for_each_value() -> None:
    made = workbook("People", "Share", [("One", 1.0), ("Two & three", 2.25), ("Many", 12_345_678_901.5)])
    assert list(sheet_rows("chart.xlsx", io.BytesIO(made))) == [
        (1, ["People", "Share"]), (2, ["One", "1"]), (3, ["Two & three", "2.25"]), (4, ["Many", "1.23456789e+10"]),
    ]  # fmt: skip
    assert workbook("People", "Share", [("One", 1.0)]) == workbook("People", "Share", [("One", 1.0)])


def test_the_column_of_labels_is_the_wider_one() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook("A", "B", [("One", 1.0)]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        book = archive.read("xl/workbook.xml").decode()
    assert sheet.count("<col ") == 2
    for number, wide in ((1, 44), (2, 18)):
        assert f'<col min="{number}" max="{number}" width="{wide}" customWidth="1" />' in sheet
    assert '<c r="B2"><v>1</v></c>' in sheet
    assert '<sheet name="Sheet1" sheetId="1" r:id=' in book
