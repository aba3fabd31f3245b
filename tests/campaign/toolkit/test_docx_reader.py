"""What each part of a Word document becomes: paragraphs, headings, items, links, rows of tables, boxes."""

from __future__ import annotations

import io
import zipfile

import pytest

from htpm_studio.campaign.toolkit import docx_reader
from htpm_studio.campaign.toolkit.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit.docx_reader import CELL_LEVEL, read_docx
from htpm_studio.errors import InputError

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = """
<w:style w:styleId="H2"><w:name w:val="Heading 2"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="O"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:styleId="O9"><w:name w:val="Body"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:styleId="B"><w:name w:val="Below"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="L"><w:name w:val="List Bullet"/></w:style>
<w:style w:styleId="N"><w:name w:val="Numbers"/><w:pPr><w:numPr/></w:pPr></w:style>
<w:style w:styleId="C"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="R"><w:name w:val="Round"/><w:basedOn w:val="R"/></w:style>
"""
LINKS = (
    '<Relationship Id="r1" Target="https://example.org/a" TargetMode="External"/>'
    '<Relationship Id="r2" Target="media/image1.png"/>'
)
HEAD = '<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>'


def document(body: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {NAMES}>{STYLES}</w:styles>")
        relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{relations}">{LINKS}</Relationships>')
    return file.getvalue()


def read(body: str) -> list[DocumentBlock]:
    """The blocks of a body, without the heading that keeps all others as they are."""
    first, *others = read_docx("a.docx", document(HEAD + body)).blocks
    assert (first.kind, first.level, first.text, first.page, first.line) == ("heading", 2, "Head", 1, 1)
    return others


def p(text: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "kind", "level"),
    [
        (p("A text"), "paragraph", 0),
        (p("A text", "T"), "heading", 1),
        (p("A text", "O"), "heading", 4),
        (p("A text", "O9"), "paragraph", 0),
        (p("A text", "B"), "heading", 2),
        (p("A text", "R"), "paragraph", 0),
        (p("A text", "unknown"), "paragraph", 0),
        (p("A text", "L"), "item", 0),
        (p("A text", "N"), "item", 0),
        (p("A text", "", '<w:numPr><w:ilvl w:val="2"/></w:numPr>'), "item", 2),
        (p("A text", "", "<w:numPr/>"), "item", 0),
        (p("• A text"), "item", 0),
        (p("A text", "C"), "contents", 0),
        ("<w:p><w:r><w:t>A text</w:t><w:tab/><w:t>12</w:t></w:r></w:p>", "contents", 0),
    ],
)
def test_styles_lists_and_marks_say_what_a_paragraph_is(body: str, kind: str, level: int) -> None:
    (found,) = read(body)
    assert (found.kind, found.level, found.text.removesuffix(" 12"), found.line) == (kind, level, "A text", 2)


@pytest.mark.parametrize(
    ("runs", "kind"),
    [
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>All of it</w:t></w:r>", "heading"),
        ('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>All of it</w:t></w:r>', "paragraph"),
        ('<w:r><w:rPr><w:b w:val="false"/></w:rPr><w:t>All of it</w:t></w:r>', "paragraph"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>All </w:t></w:r><w:r><w:t>of it</w:t></w:r>", "paragraph"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>All of it</w:t></w:r><w:r><w:t> </w:t></w:r>", "heading"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>All of it.</w:t></w:r>", "paragraph"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>All of it?</w:t></w:r>", "paragraph"),
        (f"<w:r><w:rPr><w:b/></w:rPr><w:t>{'a' * 120}</w:t></w:r>", "heading"),
        (f"<w:r><w:rPr><w:b/></w:rPr><w:t>{'a' * 121}</w:t></w:r>", "paragraph"),
    ],
)
def test_a_short_bold_line_without_a_mark_at_its_end_is_a_heading(runs: str, kind: str) -> None:
    (found,) = read(f"<w:p>{runs}</w:p>")
    assert (found.kind, found.level) == (kind, CELL_LEVEL if kind == "heading" else 0)


def test_signs_and_breaks_are_words_and_what_was_deleted_is_not() -> None:
    runs = (
        "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:cr/><w:t>e</w:t></w:r>"
        "<w:del><w:r><w:t>gone</w:t></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>f.</w:t></w:r></w:ins>"
    )
    (found,) = read(f"<w:p>{runs}</w:p>")
    assert found.text == "a-b c d ef."


def test_pages_are_counted_by_their_breaks() -> None:
    page, shown, line = '<w:br w:type="page"/>', "<w:lastRenderedPageBreak/>", "<w:br/>"
    texts = [f"<w:p><w:r>{mark}<w:t>Text.</w:t></w:r></w:p>" for mark in ("", page, line, shown, "")]
    assert [(one.page, one.line) for one in read("".join(texts))] == [(1, 2), (2, 3), (2, 4), (3, 5), (3, 6)]


def test_links_are_found_by_relation_and_by_field() -> None:
    outer = '<w:hyperlink r:id="r1"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    inner = '<w:hyperlink r:id="r2"><w:r><w:t>there</w:t></w:r></w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "https://example.org/b" </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>this one</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )
    page = '<w:r><w:instrText>PAGE</w:instrText><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    (found,) = read(f"<w:p><w:r><w:t>Look </w:t></w:r>{outer}{inner}{field}{page}</w:p>")
    assert found.text == "Look heretherethis one7"
    assert found.links == (
        DocumentLink("here", "https://example.org/a"), DocumentLink("there", ""),
        DocumentLink("this one", "https://example.org/b"),
    )  # fmt: skip


def test_text_boxes_follow_their_paragraph_and_what_old_programs_get_is_left_out() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    found = read(f"<w:p><w:r><w:t>Before.</w:t>{both}</w:r></w:p>{p('After.')}")
    assert [one.text for one in found] == ["Before.", "Boxed.", "After."]


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_a_row_of_a_table_is_one_block_with_the_links_of_its_cells() -> None:
    link = '<w:p><w:hyperlink r:id="r1"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>'
    (one, two) = read(table(cell(p("A"), p("B")) + cell(link), cell(p("C")) + cell(p(""))))
    assert (one.kind, one.text, one.cells) == ("row", "A B here", ("A\nB", "here"))
    assert one.links == (DocumentLink("here", "https://example.org/a"),)
    assert (two.cells, two.line) == (("C", ""), 6)


def test_a_table_that_only_arranges_is_read_cell_by_cell() -> None:
    (inner,) = read(table(cell(table(cell(p("A")) + cell(p("B"))))))
    assert inner.cells == ("A", "B")
    arranged = read(table(cell(p("H", "H2"), p("One."), p("Two.")) + cell(p("Words."))))
    assert [(one.kind, one.text) for one in arranged] == [
        ("paragraph", "Words."), ("heading", "H"), ("paragraph", "One."), ("paragraph", "Two."),
    ]  # fmt: skip
    for kept in (
        cell(p("H", "H2"), p("One.")),
        cell(p("One."), p("Two."), p("H", "H2")),
        cell(p("a."), p("b."), p("c.")),
    ):
        (row,) = read(table(kept))
        assert row.kind == "row"


def test_tables_in_tables_and_paragraphs_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    def nested(depth: int) -> str:
        return table(cell(nested(depth - 1))) if depth else p("Deep.")

    assert [one.text for one in read(nested(docx_reader.MAX_DEPTH))] == ["Deep."]
    with pytest.raises(InputError):
        read(nested(docx_reader.MAX_DEPTH + 1))
    monkeypatch.setattr(docx_reader, "MAX_PARAGRAPHS", 2)
    assert len(read(p("A."))) == 1
    with pytest.raises(InputError):
        read(p("A.") + p("B."))
    monkeypatch.setattr(docx_reader, "MAX_PARAGRAPHS", 99)
    monkeypatch.setattr(docx_reader, "MAX_STEPS", 6)  # w:pPr, w:r and w:t of two paragraphs
    assert len(read(p("A."))) == 1
    with pytest.raises(InputError):
        read(p("A.") + p("B."))
    monkeypatch.setattr(docx_reader, "MAX_MEMBERS", 3)
    monkeypatch.setattr(docx_reader, "MAX_STEPS", 99)
    assert len(read(p("A."))) == 1
    monkeypatch.setattr(docx_reader, "MAX_MEMBERS", 2)
    with pytest.raises(InputError, match="much more than a toolkit"):
        read(p("A."))
