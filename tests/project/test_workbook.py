"""Rows of a workbook: where a cell is, what it says, and which row it is in."""

from __future__ import annotations

import io
import zipfile

import pytest

from htpm_studio.errors import InputError
from htpm_studio.project import workbook
from htpm_studio.project.workbook import sheet_rows

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def book(rows: str, words: str = "", target: str = "worksheets/one.xml") -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        sheets = '<sheets><sheet r:id="r2"/><sheet r:id="r1"/></sheets>'
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{LINK}">{sheets}</workbook>')
        links = f'<Relationship Id="r1" Target="worksheets/two.xml"/><Relationship Id="r2" Target="{target}"/>'
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{links}</Relationships>")
        archive.writestr(
            "xl/worksheets/one.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        )
        if words:
            archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{words}</sst>')
    return file


def found(rows: str, words: str = "", target: str = "worksheets/one.xml") -> list[tuple[int, list[str]]]:
    return list(sheet_rows("list.xlsx", book(rows, words, target)))


@pytest.mark.parametrize("target", ["worksheets/one.xml", "/xl/worksheets/one.xml", "../xl/worksheets/one.xml"])
def test_the_first_sheet_is_read_wherever_it_lies(target: str) -> None:
    assert found("<row><c><v>1</v></c></row>", target=target) == [(1, ["1"])]


def test_cells_are_in_their_columns_and_rows_have_their_numbers() -> None:
    cells = '<c r="B2"><v>b</v></c><c><v>c</v></c><c r="E2"><v>e</v></c><c r="A2"><v>a</v></c>'
    assert found(f'<row r="2">{cells}</row><row><c><v>x</v></c></row>') == [(2, ["a", "b", "c", "", "e"]), (2, ["x"])]
    ((_, row),) = found('<row><c r="AB1"><v>y</v></c></row>')
    assert (len(row), row[27]) == (28, "y")
    assert [number for number, _ in found('<row r="9999999"/><row r="10000000"/><row r="x"/>')] == [9_999_999, 2, 3]


def test_a_cell_says_its_number_its_words_or_the_shared_words() -> None:
    words = "<si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r><rPh><t>said</t></rPh></si><si/>"
    for cell, text in (
        ('<c t="s"><v>0</v></c>', "one"), ('<c t="s"><v>1</v></c>', "two"), ('<c t="s"><v>2</v></c>', ""),
        ('<c t="s"><v>3</v></c>', ""), ('<c t="s"><v>x</v></c>', ""), ('<c t="s"><v>-1</v></c>', ""),
        ('<c t="s"><v>00000000</v></c>', ""), ("<c><v>5.0</v></c>", "5"), ("<c><v>5.05</v></c>", "5.05"),
        ("<c/>", ""), ("<c><v/></c>", ""), ('<c t="str"><v>7</v></c>', "7"),
        ('<c t="inlineStr"><is><t>in</t></is></c>', "in"), ('<c t="inlineStr"><v>8</v></c>', "8"),
        ("<c><is><t>in</t></is><v>9</v></c>", "9"),
    ):  # fmt: skip
        assert found(f"<row>{cell}</row>", words) == [(1, [text])], cell
    assert found('<row><c t="s"><v>0</v></c></row>') == [(1, [""])]


@pytest.mark.parametrize(
    ("name", "most"), [("MAX_CELLS", 2), ("MAX_COLUMNS", 2), ("MAX_LETTERS", 6), ("MAX_TAGS", 14), ("MAX_PART", 165)]
)
def test_a_sheet_is_read_up_to_its_bounds(monkeypatch: pytest.MonkeyPatch, name: str, most: int) -> None:
    rows, words = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', "<si><t>one</t></si><si><t>two</t></si>"
    monkeypatch.setattr(workbook, name, most)
    assert found(rows, words) == [(1, ["one", "two"])]
    monkeypatch.setattr(workbook, name, most - 1)
    with pytest.raises(InputError, match="too large"):
        found(rows, words)


def test_a_workbook_without_a_sheet_is_damaged() -> None:
    file = book("")
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}"/>')
    with pytest.raises(InputError, match="is damaged"):
        list(sheet_rows("list.xlsx", file))
