"""A table as a CSV file (RFC 4180)."""

from __future__ import annotations

import csv
import io

from htpm_studio.scene.writing import Table

# What a spreadsheet takes for a formula (OWASP, "CSV Injection"), with the wide forms of East Asian keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render_csv(sheet: Table) -> bytes:
    """The table as CSV: every field quoted, lines end with CR LF.

    It begins with a byte order mark, without which Excel reads UTF-8 as another code page; Buffer's importer wants it
    too. In a table for people a cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (sheet.head, *sheet.rows):
        writer.writerow([safe_cell(cell) if sheet.for_people else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def safe_cell(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
