"""Documents of four kinds as blocks; files that are damaged or made to harm end in one sentence."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from htpm_studio.campaign.toolkit_import import blocks as blocks_module
from htpm_studio.campaign.toolkit_import import docx_reader, pdf_reader, reading
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, tidy
from htpm_studio.campaign.toolkit_import.docx_reader import read_docx
from htpm_studio.campaign.toolkit_import.pdf_lines import PdfLine, paragraphs
from htpm_studio.campaign.toolkit_import.pdf_reader import TABLES, read_pdf
from htpm_studio.campaign.toolkit_import.reading import read_document
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.errors import InputError
from htpm_studio.processes.jobs import JobContext
from tests.helpers.effort import effort
from tests.helpers.sweeps import sampled
from tests.helpers.toolkits import toolkit_file
from tests.helpers.word_document import document as body
from tests.helpers.word_document import paragraph

# ------------------------------------------------------------------ plain text


# ------------------------------------------------------------------ Markdown


def test_what_cannot_be_seen_goes_and_braces_become_round() -> None:
    assert tidy("a\u200b\u202eb\x00 {org}\u00a0c") == "ab (org) c"


@pytest.mark.parametrize(
    "pattern", ["[" * 20_000, "**" * 20_000, "<!--" * 20_000, "a.b/" * 20_000, "- " * 20_000, "# " * 20_000]
)
def test_patterns_that_slow_readers_down_do_not(pattern: str) -> None:
    def read() -> None:
        for markdown in (True, False):
            with contextlib.suppress(InputError):
                read_text("x", pattern, markdown=markdown)

    assert effort(read) < 150


# ------------------------------------------------------------------ Word


def test_entities_are_refused() -> None:
    with pytest.raises(InputError, match="something that Word never writes"):
        read_docx("x.docx", body(paragraph("&a;"), '<!DOCTYPE d [<!ENTITY a "b">]>'))


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(InputError, match="is damaged"):
        read_docx("x.docx", body("<w:sdt>" * 3_000 + "</w:sdt>" * 3_000))


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_reader, "MAX_XML", 10_000)
    with pytest.raises(InputError, match="much longer than a toolkit"):
        read_docx("x.docx", body(f"<w:p><w:r><w:t>{'a' * 20_000}</w:t></w:r></w:p>"))


def test_too_many_members_are_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(docx_reader.MAX_MEMBERS + 1):
            archive.writestr(f"{number}", "")
    with pytest.raises(InputError, match="much more than a toolkit"):
        read_docx("x.docx", stream.getvalue())


@pytest.mark.parametrize("cut", [10, 300, 1_000])
def test_a_word_file_that_breaks_off_is_named(cut: int) -> None:
    with pytest.raises(InputError, match="damaged, or is not a Word document"):
        read_docx("x.docx", toolkit_file("doors.docx")[:cut])


def test_another_zip_is_no_word_document() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(InputError, match="is not a Word document"):
        read_docx("x.docx", stream.getvalue())


HUGE: dict[str, Callable[[], bytes]] = {
    "a million runs": lambda: body("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 400_000 + "</w:p>"),
    "empty paragraphs": lambda: body("<w:p/>" * 150_000),
    "tables in tables": lambda: body(
        "<w:tbl><w:tr><w:tc>" * 60 + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 2_000 + "</w:tc></w:tr></w:tbl>" * 60
    ),
    "text boxes": lambda: body("<w:p>" + "<w:txbxContent><w:p><w:r/></w:p></w:txbxContent>" * 45_000 + "</w:p>"),
    "paragraphs in paragraphs": lambda: body(
        "<w:tbl><w:tr><w:tc>" + "<w:p>" * 200 + "<w:r/>" * 10_000 + "</w:p>" * 200 + "</w:tc></w:tr></w:tbl>"
    ),
}


@pytest.mark.parametrize("what", sampled(HUGE, "a million runs", "tables in tables"))
def test_a_small_word_file_that_asks_for_much_work_is_refused_soon(what: str) -> None:
    data = HUGE[what]()
    assert len(data) < 500_000

    def read() -> None:
        with pytest.raises(InputError, match=r"x\.docx is much longer than a toolkit"):
            read_docx("x.docx", data)

    assert effort(read) < 250


def test_a_word_file_with_a_password_says_so() -> None:
    with pytest.raises(InputError, match="locked with a password, or is a document in the old format"):
        read_docx("x.docx", b"\xd0\xcf\x11\xe0" + bytes(600))


def test_manual_line_breaks_part_labels_from_words_and_keep_words_together() -> None:
    heads = paragraph("Safe Month 2027", "T"), paragraph("Week 1: Begin", "T"), paragraph("Captions", "H2")
    rows = (
        "Facebook|Ask who lives|next door:|example.org/a|#Safe",
        "[Image: door.png]",
        "Instagram|Say hello on the stairs. #Safe",
        "[Image: stairs.png]",
    )
    broken = (paragraph(row.replace("|", "</w:t><w:br/><w:t>")) for row in rows)
    found = recognize(read_docx("x.docx", body("".join((*heads, *broken)))))
    assert [(item.text, item.platforms, item.files) for item in found.of("post")] == [
        ("Ask who lives next door: example.org/a #Safe", ("Facebook",), ("door.png",)),
        ("Say hello on the stairs. #Safe", ("Instagram",), ("stairs.png",)),
    ]


def test_a_table_with_more_columns_than_word_can_have_is_refused() -> None:
    wide = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc><w:tc/></w:tr></w:tbl>'
    with pytest.raises(InputError, match="much longer"):
        read_docx("x.docx", body(wide))


# ------------------------------------------------------------------ PDF


def test_the_mark_of_an_item_stays_with_its_words_wherever_these_begin() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for row in range(6):
        canvas.drawString(60, 700 - 40 * row, "\u2022" if row % 2 else "3)")
        canvas.drawString(90, 700 - 40 * row, f"Knock on the {row + 1}. door and ask who lives there.")
    canvas.save()
    found = [(one.kind, one.text) for one in read_pdf("a.pdf", stream.getvalue()).blocks]
    assert found == [("item", f"Knock on the {row + 1}. door and ask who lives there.") for row in range(6)]


def test_two_headings_below_each_other_stay_two_and_a_wrapped_one_is_one() -> None:
    rows = [
        PdfLine("Resources", 50, 690, 120, 700, 12, bold=True), PdfLine("Learn", 50, 675, 90, 685, 12, bold=True),
        PdfLine("Connecting the Dots: Human Trafficking and", 50, 600, 290, 610, 12, bold=True),
        PdfLine("Seasonal Farm Work", 50, 585, 160, 595, 12, bold=True),
        *(
            PdfLine(f"Body text number {row} of the page.", 50, 500 - 12 * row, 290, 510 - 12 * row, 9)
            for row in range(9)
        ),
    ]  # fmt: skip
    headings = [block.text for block in paragraphs(rows, 9.0) if block.kind == "heading"]
    assert headings == ["Resources", "Learn", "Connecting the Dots: Human Trafficking and Seasonal Farm Work"]


def test_running_heads_and_page_numbers_are_no_words_of_the_toolkit_and_are_listed_once() -> None:
    blocks = read_pdf("x.pdf", toolkit_file("doors.pdf")).blocks
    margins = [block.text for block in blocks if block.text == "Prevention Month Toolkit" or block.text.isdigit()]
    assert sorted(margins) == ["1", "Prevention Month Toolkit"]
    assert sorted(block.text for block in blocks if block.kind == "furniture") == sorted(margins)


@pytest.mark.parametrize(("letters", "reads"), [(39, False), (40, True)])
def test_a_page_of_a_pdf_has_at_least_forty_letters(letters: int, reads: bool) -> None:
    file = io.BytesIO()
    page = Canvas(file)
    page.drawString(72, 700, "x" * letters)
    page.save()
    if reads:
        assert read_pdf("a.pdf", file.getvalue()).blocks
    else:
        with pytest.raises(InputError, match="pictures of pages, not text"):
            read_pdf("a.pdf", file.getvalue())


def scan() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for _ in range(3):
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_scan_says_what_to_ask_for() -> None:
    with pytest.raises(InputError, match="pictures of pages, not text") as caught:
        read_pdf("scan.pdf", scan())
    assert "Word file" in caught.value.hint


def test_a_locked_pdf_says_so() -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(toolkit_file("doors.pdf"))) as file:
        file.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(InputError, match="locked with a password"):
        read_pdf("x.pdf", stream.getvalue())


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\xff" * 5_000, toolkit_file("doors.pdf")[:900]])
def test_a_damaged_pdf_is_named(data: bytes) -> None:
    with pytest.raises(InputError, match=r"damaged, or is not a PDF|not text"):
        read_pdf("x.pdf", data)


def pdf_of(content: bytes, more: Sequence[bytes] = (), resources: bytes = b"") -> bytes:
    """A PDF with one page that draws `content`, packed; its further objects have the numbers from 6."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>%s>>>>"
        % resources,
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed), *more,
    ]  # fmt: skip
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % row for row in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def forms(depth: int) -> list[bytes]:
    """Drawings each of which draws the next one twice."""
    rows = []
    for number in range(6, 6 + depth):
        name = b"/X%d" % (number + 1)
        inside = b"<</XObject<<%s %d 0 R>>>>" % (name, number + 1)
        words = b"%s Do %s Do " % (name, name)
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources%s/Length %d>>" % (inside, len(words))
        rows.append(head + b"stream\n" + words + b"\nendstream")
    return rows


@pytest.mark.parametrize("what", sampled(("states", "forms"), "forms"))
def test_a_pdf_that_takes_far_too_much_ends_with_its_process(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few kilobytes make PDFium take gigabytes, or end its process; the program goes on."""
    monkeypatch.setattr(reading, "MAX_MEMORY", 200_000_000)
    drawn = forms(22), b"/XObject<</X6 6 0 R>>"
    data = pdf_of(b"q " * 8_000_000) if what == "states" else pdf_of(b"/X6 Do", *drawn)
    (tmp_path / "x.pdf").write_bytes(data)
    assert len(data) < 20_000
    with pytest.raises(InputError, match=r"x\.pdf is damaged, or takes much more memory or time") as caught:
        read_document(tmp_path / "x.pdf", JobContext())
    assert caught.value.hint == "Ask for the Word file."


def test_a_page_with_more_letters_than_a_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MAX_PAGE_LETTERS", 500)
    rows = (b"BT /F 9 Tf 9 %d Td (word word word word) Tj ET\n" % (19 * number) for number in range(40))
    data = pdf_of(b"".join(rows))
    with pytest.raises(InputError, match="much longer than a toolkit"):
        read_pdf("x.pdf", data)


# ------------------------------------------------------------------ files


def test_what_a_file_is_shows_in_it_and_not_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(toolkit_file("doors.docx"))
    (tmp_path / "a.docx").write_bytes(toolkit_file("doors.docx"))
    assert read_document(tmp_path / "a.pdf", JobContext()).blocks == (
        read_document(tmp_path / "a.docx", JobContext()).blocks
    )
    (tmp_path / "a.txt").write_bytes(b"{\\rtf1 Hello}")
    with pytest.raises(InputError, match=r"a\.txt is a Rich Text document"):
        read_document(tmp_path / "a.txt", JobContext())


@pytest.mark.parametrize(("name", "data", "words"), [
    ("a.odt", b"x", "not a kind of document"),
    ("a.txt", b"", "is empty"),
    ("a.txt", b" \n ", "is empty"),
    ("a.md", b"\0\0\0", "is not a text file"),
    ("a.txt", b"\n.\n\x00", "is not a text file"),
])  # fmt: skip
def test_files_that_cannot_be_used_are_named(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        read_document(tmp_path / name, JobContext())
    assert caught.value.hint


def test_missing_files_folders_and_huge_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="was not found"):
        read_document(tmp_path / "none.txt", JobContext())
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        read_document(tmp_path / "folder.txt", JobContext())
    (tmp_path / "big.txt").write_bytes(b"abc " * 100)
    monkeypatch.setattr(reading, "MAX_BYTES", 100)
    with pytest.raises(InputError, match="larger than"):
        read_document(tmp_path / "big.txt", JobContext())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_the_usual_encodings(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Señal – café.".encode(encoding))
    assert read_document(tmp_path / "a.txt", JobContext()).blocks[0].text == "Señal – café."


def test_a_pdf_with_a_table_says_that_its_cells_cannot_be_told_apart() -> None:
    file = io.BytesIO()
    page = Canvas(file)
    for row in range(4):
        for column in range(3):
            page.drawString(72 + 150 * column, 700 - 40 * row, f"Cell {row} {column} of a table")
    page.save()
    assert recognize(read_pdf("a.pdf", file.getvalue())).notes == (TABLES,)
    assert read_pdf("x.pdf", toolkit_file("doors.pdf")).notes == ()


def test_a_document_holds_so_many_blocks_and_letters_and_at_least_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def paragraphs_of(*texts: str) -> list[DocumentBlock]:
        return [DocumentBlock("paragraph", text) for text in texts]

    monkeypatch.setattr(blocks_module, "MAX_BLOCKS", 3)
    monkeypatch.setattr(blocks_module, "MAX_DOCUMENT", 9)
    assert len(blocks_module.source("a.md", paragraphs_of("abc", "", "def", "ghi")).blocks) == 3
    for texts in (("a", "b", "c", "d"), ("abcde", "fghij")):
        with pytest.raises(InputError, match="much longer than a toolkit"):
            blocks_module.source("a.md", paragraphs_of(*texts))
    with pytest.raises(InputError, match="does not contain any text"):
        blocks_module.source("a.md", paragraphs_of("", ""))
