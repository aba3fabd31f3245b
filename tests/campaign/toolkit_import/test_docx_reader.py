"""What each part of a Word document becomes: paragraphs, headings, items, links, rows of tables, boxes."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import import docx_reader
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.docx_reader import CELL_LEVEL, read_docx
from htpm_studio.errors import InputError
from tests.helpers.word_document import document
from tests.helpers.word_document import paragraph as p

HEAD = '<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>'


def read(body: str) -> list[DocumentBlock]:
    """The blocks of a body, without the heading that keeps all others as they are."""
    first, *others = read_docx("a.docx", document(HEAD + body)).blocks
    assert (first.kind, first.level, first.text, first.page, first.line) == ("heading", 2, "Head", 1, 1)
    return others


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


# ------------------------------------------------------------------ cells and lines


SECTION = (p("H", "H2"), p("One."), p("Two."))


def test_rows_below_names_of_languages_are_in_those_languages() -> None:
    def languages(*rows: str) -> list[tuple[str, str]]:
        return [(one.text, one.language) for one in read(table(*rows)) if one.text.endswith(".")]

    named = cell(p("English")) + cell(p("Español"))
    texts = cell(*SECTION) + cell(p("Uno."))
    assert languages(named, texts, texts) == [("One.", "en"), ("Two.", "en"), ("Uno.", "es")] * 2
    assert {said for _, said in languages(cell(p("English")) + cell(p("Words")), texts)} == {""}
    assert {said for _, said in languages(texts, texts)} == {""}


def test_a_name_of_a_part_alone_in_a_cell_beside_others_is_a_heading() -> None:
    def kind(*cells: str) -> str:
        return next(one.kind for one in read(table("".join(cells), cell(*SECTION))) if one.text == "Actions")

    assert kind(cell(p("Actions")), cell(p("Ask."))) == "heading"
    assert kind(cell(p("Actions"))) == kind(cell(p("Actions")), cell(p(""))) == "paragraph"
    assert kind(cell(p("Actions"), p("Ask.")), cell(p("Say."))) == "paragraph"
    assert kind(cell(p("Actions", "L")), cell(p("Ask."))) == "item"


def test_a_label_that_goes_on_in_the_rows_below_is_said_again_where_it_is_short() -> None:
    def merged(text: str, how: str = "") -> str:
        value = f' w:val="{how}"' if how else ""
        return f"<w:tc><w:tcPr><w:vMerge{value}/></w:tcPr>{p(text)}</w:tc>"

    def cells(*rows: str) -> list[tuple[str, ...]]:
        return [one.cells for one in read(table(*rows))]

    one, two = cell(p("One.")), cell(p("Two."))
    assert cells(merged("Label", "restart") + one, merged("") + two, merged("") + two) == [
        ("Label", "One."), ("Label", "Two."), ("Label", "Two."),
    ]  # fmt: skip
    assert cells(merged("Label", "restart") + one, merged("", "restart") + two)[1] == ("", "Two.")
    assert cells(merged("Label", "restart") + one, merged("Own") + two)[1] == ("Own", "Two.")
    assert cells(cell(p("Label")) + one, cell(p("")) + two)[1] == ("", "Two.")
    assert cells(merged("x" * 60, "restart") + one, merged("") + two)[1] == ("x" * 60, "Two.")
    assert cells(merged("x" * 61, "restart") + one, merged("") + two)[1] == ("", "Two.")
    assert cells(one, two + merged(""))[1] == ("Two.", ""), "there is nothing above it"


def broken(*lines: str) -> list[tuple[str, str]]:
    runs = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in lines)
    return [(one.kind, one.text) for one in read(f"<w:p>{runs}</w:p>")]


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (("Ask who", "lives here."), ["Ask who lives here."]),
        (("Facebook", "Ask who", "lives here."), ["Facebook", "Ask who lives here."]),
        (("Facebook: Ask who", "lives here."), ["Facebook: Ask who lives here."]),
        (("Ask.", "Facebook: Say who", "lives here."), ["Ask.", "Facebook: Say who lives here."]),
        (("Ask.", "Facebook", "Say it."), ["Ask.", "Facebook", "Say it."]),
        (("Ask.", "• Say it.", "• Again."), ["Ask.", "Say it.", "Again."]),
    ],
)
def test_lines_of_a_paragraph_are_apart_where_a_label_or_a_mark_is(lines: tuple[str, ...], texts: list[str]) -> None:
    assert [text for _, text in broken(*lines)] == texts


def test_links_of_a_paragraph_stay_with_the_line_that_has_their_words() -> None:
    link = '<w:hyperlink r:id="r1"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    lines = "<w:r><w:t>Ask.</w:t><w:br/><w:t>Facebook: Look </w:t></w:r>"
    first, second = read(f"<w:p>{lines}{link}</w:p>")
    assert ([one.text for one in first.links], [one.text for one in second.links]) == ([], ["here"])
    (whole,) = read(f"<w:p><w:r><w:t>Ask </w:t><w:br/><w:t>them </w:t></w:r>{link}<w:r><w:t>.</w:t></w:r></w:p>")
    assert [one.text for one in whole.links] == ["here"]


def test_an_item_in_a_cell_has_those_that_are_nested_in_it() -> None:
    def item(text: str, level: int) -> str:
        return p(text, "", f'<w:numPr><w:ilvl w:val="{level}"/></w:numPr>')

    def said(*paragraphs: str) -> str:
        (row,) = read(table(cell(*paragraphs) + cell(p("x"))))
        return row.cells[0]

    assert said(item("Ask", 0), item("Say", 0), item("Go", 0), item("and stay", 1)) == "Ask\nSay\nGo, and stay"
    assert said(item("Ask", 0), item("and stay", 1), item("Go", 0)) == "Ask, and stay\nGo"
    assert said(p("Ask."), item("and stay", 1)) == "Ask.\nand stay"
    assert said(item("and stay", 1), p("Ask."), p("")) == "and stay\nAsk."


def test_bold_letters_that_nobody_sees_are_no_heading() -> None:
    assert [one.text for one in read(f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>\u200b</w:t></w:r></w:p>{p('A.')}")] == [
        "A."
    ]


def test_what_wraps_the_parts_of_a_table_is_looked_through_and_what_was_deleted_is_not() -> None:
    row = f"<w:tr>{cell(p('A'))}{cell(p('B'))}</w:tr>"
    assert [one.cells for one in read(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>")] == [
        ("A", "B"),
    ]  # fmt: skip
    kept = read(f"<w:tbl>{row}<w:del>{row}</w:del></w:tbl>")
    assert len(kept) == 1
    nested = read(table(cell(p("A")) + cell(f"<w:p><w:r>{table(cell(p('C')))}</w:r></w:p>")))
    assert [len(one.cells) for one in nested] == [2], "what is in a paragraph is none of the table's own"
