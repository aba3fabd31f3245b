"""What is read from outside is limited: the largest that is allowed is taken, and one more is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from htpm_studio.campaign.toolkit_import import blocks, reading, text_reader
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.sections import Section, section_head
from htpm_studio.compose import template_file
from htpm_studio.errors import InputError
from htpm_studio.export.sources import certificate_names, kit_source
from htpm_studio.export.sources.certificate_names import names_from_text
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project import image_format, table_file
from htpm_studio.project.file_forms import MAX_NAME
from htpm_studio.project.image_format import check_size
from htpm_studio.project.model import MOST_PARTNERS, Official, clean_organization
from htpm_studio.project.workbook import MAX_COLUMNS

SVG = "http://www.w3.org/2000/svg"


def tags(count: int, deep: int = 1) -> bytes:
    """A tree with so many parts, one chain of them nested so deep."""
    chain = "<g>" * (deep - 1) + "</g>" * (deep - 1)
    rest = "<g/>" * (count - deep)
    return f'<svg xmlns="{SVG}">{chain}{rest}</svg>'.encode()


def template(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        (path := Path(folder) / "a.xml").write_bytes(data)
        problems = template_file.read_template_file(path, "a.xml", own=True)[2]
    if any("more than" in one.message or "longer than" in one.message for one in problems):
        raise InputError(problems[0].message)


def paragraphs(count: int, letters: int = 1) -> None:
    blocks.source("a.txt", [DocumentBlock("paragraph", "x" * letters)] * count)


def signed(letters: int) -> None:
    kit_source.checked_official(Official("x" * letters))


def rows(count: int) -> None:
    list(table_file.rows_of("a.csv", "a,b\n" * count, "a list"))


def sent(**more: Any) -> None:
    kit_source.read_project(kit_source.KitSource(dt.date(2026, 11, 25), organization="Riverbend Coalition", **more))


def document(size: int) -> None:
    with TemporaryDirectory() as folder:
        (path := Path(folder) / "a.txt").write_bytes(b"x" * size)
        reading.read_document(path, JobContext())


LIMITS: dict[str, tuple[Callable[[int], object], int]] = {
    "partners": (lambda size: kit_source.read_partners(("Name",) * size), MOST_PARTNERS),
    "letters of a theme line": (lambda size: sent(theme="x" * size), kit_source.LONGEST_THEME),
    "letters of a name": (lambda size: clean_organization("x" * size), MAX_NAME),
    "letters of an official's name": (signed, MAX_NAME),
    "boxes of a template": (lambda size: template(tags(size)), template_file.MOST_ELEMENTS),
    "boxes in each other": (lambda size: template(tags(size, size)), template_file.DEEPEST),
    "letters of a value": (lambda size: template(f'<a b="{"x" * size}"/>'.encode()), template_file.LONGEST_VALUE),
    "blocks of a toolkit": (paragraphs, blocks.MAX_BLOCKS),
    "letters of a toolkit": (lambda size: paragraphs(1, size), blocks.MAX_DOCUMENT),
    "bytes of a text": (document, 20),
    "rows of a list": (rows, 20),
    "columns of a list": (lambda size: list(table_file.rows_of("a.csv", ",".join("a" * size), "a list")), MAX_COLUMNS),
    "names on certificates": (lambda size: names_from_text("Ana\n" * size), certificate_names.MOST_NAMES),
    "letters of a name on a certificate": (lambda size: names_from_text("x" * size), certificate_names.LONGEST_NAME),
    "colors of a sender": (lambda size: sent(colors=("#0F5C5C",) * size), kit_source.MOST_COLORS),
    "pixels of a side of a picture": (lambda size: check_size("a.png", (size, 1)), image_format.MAX_SIDE),
    "rows of 10,000 pixels": (lambda size: check_size("a.png", (10_000, size)), image_format.MAX_PIXELS // 10_000),
}


@pytest.mark.parametrize("what", LIMITS)
def test_the_largest_that_is_allowed_is_taken_and_one_more_is_refused(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in ((table_file, "MAX_ROWS"), (reading, "MAX_TEXT_BYTES")):
        monkeypatch.setattr(module, name, 20)  # limits that take a while to reach
    take, most = LIMITS[what]
    take(most)
    with pytest.raises(InputError):
        take(most + 1)


def test_a_text_has_so_many_lines_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_reader, "MAX_LINES", 3)
    assert text_reader.read_text("a.txt", "one\n\n\nfour", markdown=False).blocks
    with pytest.raises(InputError):
        text_reader.read_text("a.txt", "one\n\n\n\nfive", markdown=False)


def test_a_heading_with_dates_names_a_week_unless_it_says_much_else() -> None:
    assert section_head("x" * 40 + " January 6-12") == Section(0, "x" * 40, ((1, 6), (1, 12)), named=False)
    assert section_head("x" * 41 + " January 6-12") is None
