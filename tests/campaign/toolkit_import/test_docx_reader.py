"""What each part of a Word document becomes: the bodies in `tests/data/word-bodies.txt`, written as XML."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import import docx_reader
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.docx_reader import read_docx
from htpm_studio.errors import InputError
from tests.helpers.shown_by import Becomes, Rule, each_of
from tests.helpers.word_document import document
from tests.helpers.word_document import paragraph as p

HEAD = '<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>'
"""A heading that keeps all others as they are."""


def said(one: DocumentBlock) -> str:
    """Its place, what it is, how deep, its cells or words, the addresses of its links, and its language."""
    links = "".join(f" <{link.text}: {link.target}>" for link in one.links)
    language = f" [{one.language}]" if one.language else ""
    where = f"page {one.page} line {one.line}"
    return f"{where} {one.kind}{one.level or ''}: {' | '.join(one.cells) or one.text}{links}{language}"


@each_of("word-bodies.txt")
def test_parts_of_a_body_are_blocks(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: map(said, read(shown.text.replace("\n", ""))))


def read(body: str) -> list[DocumentBlock]:
    head, *others = read_docx("a.docx", document(HEAD + body)).blocks
    assert (head.kind, head.level, head.text, head.page, head.line) == ("heading", 2, "Head", 1, 1)
    return others


def test_tables_in_tables_and_paragraphs_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    def nested(depth: int) -> str:
        return f"<w:tbl><w:tr><w:tc>{nested(depth - 1)}</w:tc></w:tr></w:tbl>" if depth else p("Deep.")

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
