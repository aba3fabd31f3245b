"""Tables as people save them: each is read right, or what is wrong is said."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from htpm_studio.errors import InputError, Problems
from htpm_studio.export.sources.partner_columns import read_partners
from htpm_studio.export.sources.partners import PartnerRow, mistakes_of
from htpm_studio.project import workbook

TEXT = "organization;contact\nCafé Bündnis;a.example\nHill;b.example\n"
FOUND = (PartnerRow(2, "Café Bündnis", contact="a.example"), PartnerRow(3, "Hill", contact="b.example"))


def saved(folder: Path, data: bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("encoding", "end", "separator"),
    [
        ("utf-8", "\n", ";"),
        ("utf-8-sig", "\r\n", ","),
        ("utf-16", "\r", "\t"),
        ("cp1252", "\r\n", ";"),
        ("utf-16-le", "\n", "|"),
        ("utf-16-be", "\r\n", ";"),
        ("latin-1", "\n", "|"),
    ],
)
def test_a_list_is_read_as_any_program_saves_it(tmp_path: Path, encoding: str, end: str, separator: str) -> None:
    text = TEXT.replace(";", separator).replace("\n", end)
    assert read_partners(saved(tmp_path, text.encode(encoding))).rows == FOUND


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "\N{ZERO WIDTH NO-BREAK SPACE}sep=;"])
def test_a_first_line_may_name_the_separator(tmp_path: Path, first: str) -> None:
    rows = read_partners(saved(tmp_path, f"{first}\r\norganization;contact\r\nA, B;c,d,e\r\n".encode())).rows
    assert rows == (PartnerRow(3, "A, B", contact="c,d,e"),)


def test_a_quotation_mark_that_nothing_closes_is_said_with_its_line(tmp_path: Path) -> None:
    text = 'organization,contact\nA,b\n"Lakeside,c\nHill,d\n' + "Dale,e\n" * 30
    with pytest.raises(InputError, match="quotation mark") as caught:
        read_partners(saved(tmp_path, text.encode()))
    assert "line 3" in caught.value.hint


def test_rows_that_a_quotation_mark_runs_together_are_a_mistake_and_the_others_are_read(tmp_path: Path) -> None:
    text = 'organization,contact\n"Lakeside,a\nHill,b"\nDale,"two\nlines"\n'
    first, second = read_partners(saved(tmp_path, text.encode())).rows
    (mistake,) = mistakes_of(first, tmp_path, (1,), (1,))
    assert "several lines" in mistake.message
    assert second == PartnerRow(5, "Dale", contact="two lines")


def test_surplus_cells_are_a_mistake_where_something_is_in_them(tmp_path: Path) -> None:
    text = "organization,contact\nLakeside,a,b\nHill,a,,,\n"
    first, second = read_partners(saved(tmp_path, text.encode())).rows
    (mistake,) = mistakes_of(first, tmp_path, (1,), (1,))
    assert "more cells" in mistake.message
    assert not mistakes_of(second, tmp_path, (1,), (1,))


@pytest.mark.parametrize("data", [b"\x81\x00o", b"\0\0o", b"org\nA\x81\x8d\n"])
def test_what_is_no_text_is_said(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError, match="not a text file"):
        read_partners(saved(tmp_path, data))


def book(rows: str, words: str = "", head: str = "") -> bytes:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "xl/workbook.xml", f'<workbook {main} xmlns:r="{link}"><sheets><sheet r:id="r1"/></sheets></workbook>'
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        file.writestr("xl/worksheets/sheet1.xml", f"{head}<worksheet {main}><sheetData>{rows}</sheetData></worksheet>")
        if words:
            file.writestr("xl/sharedStrings.xml", f"<sst {main}>{words}</sst>")
    return data.getvalue()


def test_a_workbook_of_ten_thousand_rows_is_read_row_by_row(tmp_path: Path) -> None:
    words = "<si><t>organization</t></si><si><r><t>Group </t></r><r><t>of</t></r></si>"
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>week</t></is></c></row>'
    rows += "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c><c r="B{n}"><v>2.0</v></c></row>' for n in range(2, 10_002)
    )
    found = read_partners(saved(tmp_path, book(rows, words), "list.xlsx")).rows
    assert len(found) == 10_000
    assert found[-1] == PartnerRow(10_001, "Group of", week="2")


@pytest.mark.parametrize(
    ("rows", "words", "head"),
    [
        ("<row><c><v>1</v></c></row>", "", '<!DOCTYPE a [<!ENTITY e "x">]>'),
        ("<row>", "", ""),
        ('<row><c t="inlineStr"><is><t>org</t></is></c></row>' * 600, "", ""),
        ("<row/>", "<si><t>word</t></si>" * 300, ""),
        ("<row/>" + " " * 40_000, "", ""),
    ],
)
def test_a_workbook_that_is_made_to_harm_is_refused(
    tmp_path: Path, rows: str, words: str, head: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, bound in (("MAX_CELLS", 500), ("MAX_LETTERS", 1_000), ("MAX_PART", 30_000)):
        monkeypatch.setattr(workbook, name, bound)
    with pytest.raises((InputError, Problems), match=r"workbook|too large"):
        read_partners(saved(tmp_path, book(rows, words, head), "list.xlsx"))
