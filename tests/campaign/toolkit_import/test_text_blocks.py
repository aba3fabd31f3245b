"""Lines of plain text and of Markdown as blocks, and the sections that they begin: the documents in `tests/data`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, PostLabels
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE, find_sections
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from tests.helpers.shown_by import Becomes, Rule, Shown, each_of


def said(one: DocumentBlock) -> str:
    """Its line, what it is, how deep, its words, and the addresses of its links."""
    links = "".join(f" <{link.text}: {link.target}>" for link in one.links)
    return f"{one.line} {one.kind}{one.level or ''}: {one.text}{links}"


def read(shown: Shown) -> tuple[DocumentBlock, ...]:
    return read_text("x", shown.text, markdown=shown.markdown).blocks


def sections(blocks: Sequence[DocumentBlock]) -> Iterator[str]:
    """The number of each (a star: it is only listed), its title, its days, and the part that its heading names."""
    for at, one in find_sections(blocks).items():
        number = f"{one.number}{'*' if one.listed else ''}"
        yield f"{number} {blocks[at].text}: {one.title} {one.dates or ''} {one.area or ''}"


@each_of("text-blocks.txt")
def test_lines_are_blocks(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: map(said, read(shown)))


@each_of("toolkit-sections.txt")
def test_lines_begin_sections(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: sections(read(shown)))


def test_rows_and_posts_begin_no_section_and_days_in_a_table_need_not_be_three() -> None:
    week = DocumentBlock("heading", "Week 2", 1)
    assert list(find_sections([week, DocumentBlock("row", "Week 3", cells=("Week 3",))])) == [0]
    assert list(find_sections([week, DocumentBlock("paragraph", "Week 3", labels=PostLabels(("X",)))])) == [0]
    post = DocumentBlock("paragraph", "Ask.", labels=PostLabels(("X",)))
    assert list(find_sections([DocumentBlock("heading", "Toolkit", 1), post])) == [1]
    for levels, sections in (((IN_TABLE, IN_TABLE), [0, 1]), ((IN_TABLE, 1), [])):
        days = [
            DocumentBlock("heading", f"January {day}: Farms", level) for day, level in zip((3, 9), levels, strict=True)
        ]
        assert list(find_sections(days)) == sections
    parts = ("January 3", 1), ("Lanterns", IN_TABLE + 1), ("January 10", 1), ("January 17", 1)
    assert len(find_sections([DocumentBlock("heading", text, level) for text, level in parts])) == 3
