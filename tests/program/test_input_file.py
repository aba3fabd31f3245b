"""Archives that a damaged or a hostile program wrote: whatever reads one says so in a sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from htpm_studio.campaign.toolkit_import.docx_reader import read_docx
from htpm_studio.errors import InputError
from htpm_studio.export.folder.kit_texts import pages_of
from htpm_studio.project.store import read_project
from htpm_studio.project.workbook import sheet_rows
from htpm_studio.render.pptx.deck_template.reader import read_deck_template

PACKED_START = 30 + 9
"""Where a member's data begin after its name: its header, and that of LZMA."""


def damaged(member: str, method: int) -> bytes:
    """An archive whose only member cannot be unpacked."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(member, b"<a/>" * 1000)
    data = bytearray(file.getvalue())
    start = PACKED_START + len(member)
    data[start : start + 10] = bytes(255 - one for one in data[start : start + 10])
    return bytes(data)


def project(data: bytes, folder: Path) -> object:
    path = folder / "kit.htpm"
    path.write_bytes(data)
    return read_project(path)


READERS: dict[str, tuple[str, Callable[[bytes, Path], object]]] = {
    "document": ("word/document.xml", lambda data, _: read_docx("a.docx", data)),
    "workbook": ("xl/workbook.xml", lambda data, _: list(sheet_rows("a.xlsx", io.BytesIO(data)))),
    "presentation": ("_rels/.rels", lambda data, _: read_deck_template("a.pptx", data)),
    "kit": ("project.json", project),
}


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("kind", READERS)
def test_a_member_that_cannot_be_unpacked_is_a_sentence(tmp_path: Path, kind: str, method: int) -> None:
    member, read = READERS[kind]
    with pytest.raises(InputError, match=r"is damaged|is not in the form"):
        read(damaged(member, method), tmp_path)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_changed_file_of_a_kit_that_cannot_be_unpacked_has_no_words(tmp_path: Path, method: int) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(damaged("word/document.xml", method))
    assert pages_of(path) == ()
