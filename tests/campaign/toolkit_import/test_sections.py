"""Which line begins a section: its number, how long it may be, and what its words say beside the number."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, PostLabels
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE, LONGEST_HEAD, find_sections, section_head


@pytest.mark.parametrize("number", [1, 31])
def test_a_toolkit_has_up_to_31_sections_as_a_month_has_days(number: int) -> None:
    found = section_head(f"Day {number}: Ask a cook")
    assert found is not None
    assert (found.number, found.title) == (number, "Ask a cook")


@pytest.mark.parametrize("number", [0, 32])
def test_a_number_that_no_section_can_have_begins_none(number: int) -> None:
    assert section_head(f"Day {number}: Ask a cook") is None


def test_a_line_that_is_longer_than_a_heading_begins_no_section() -> None:
    line = "Week 2: ".ljust(LONGEST_HEAD, "x")
    assert section_head(line) is not None
    assert section_head(line + "x") is None


def test_a_heading_that_only_names_a_part_of_a_week_has_no_title() -> None:
    found = section_head("Week 2 Resources")
    assert found is not None
    assert (found.number, found.title, found.area) == (2, "", "resources")
    titled = section_head("Week 2: Resources for cooks who work at night in the valley")
    assert titled is not None
    assert (titled.number, titled.area) == (2, None), "what is longer than 40 letters is a title"


def test_a_heading_with_a_number_says_nothing_else_by_itself() -> None:
    found = section_head("Week 2: Ask a cook")
    assert found is not None
    assert (found.named, found.listed, found.by_place, found.whole, found.level) == (True, False, False, False, 0)
    dated = section_head("October 4-10: Ask a cook")
    assert dated is not None
    assert (dated.number, dated.dates, dated.named, dated.by_place) == (0, ((10, 4), (10, 10)), False, False)


def test_a_part_of_a_week_is_named_by_at_most_forty_letters() -> None:
    for letters, area in ((40, "resources"), (41, None)):
        found = section_head(f"Week 2: {'Resources for '.ljust(letters, 'x')}")
        assert found is not None
        assert found.area == area


# ------------------------------------------------------------------ a document


def lines(text: str) -> list[DocumentBlock]:
    """A block a line: "## A" is a heading, "- A" an item, "| A" a heading below one in a table, else a paragraph."""
    made = []
    for row in text.split("\n"):
        mark, _, words = row.partition(" ")
        if mark and not mark.strip("#"):
            made.append(DocumentBlock("heading", words, len(mark)))
        elif mark in ("|", "||"):
            made.append(DocumentBlock("heading", words, IN_TABLE - 1 + len(mark)))
        else:
            made.append(DocumentBlock("item", words) if mark == "-" else DocumentBlock("paragraph", row))
    return made


def begun(text: str) -> list[str]:
    """The lines that begin sections, each with its number; a star says that it is only listed."""
    blocks = lines(text)
    found = find_sections(blocks)
    return [f"{one.number}{'*' if one.listed else ''} {blocks[at].text}" for at, one in found.items()]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("# January 3: Farms\n# January 10: Kitchens\n# January 17", 3),  # most of them have titles
        ("# January 3: Farms\n# January 10\n# January 17", 0),
        ("# January 3: Farms\n# January 10: Kitchens", 0),  # two are too few
        ("| January 3: Farms\n| January 10: Kitchens", 2),  # but not in a table
        ("| January 3: Farms\n# January 10: Kitchens", 0),
        ("# January 3\n## Resources\n# January 10\n# January 17", 3),  # one of them has a part
        ("# January 3\nResources\n# January 10\n# January 17", 0),
        ("# January 3\n## Lanterns\n# January 10\n# January 17", 0),
        ("# January 3\n|| Lanterns\n# January 10\n# January 17", 3),
        ("# January 3\n# January 10\n# January 17\n## Resources", 0),  # the last one is not followed by another
        ("# January 3-9\nWords.", 1),  # a span needs nothing else
        ("- January 3-9\nWords.", 0),
    ],
)
def test_days_begin_sections_where_they_have_titles_or_parts_of_their_own(text: str, sections: int) -> None:
    assert len([one for one in begun(text) if "January" in one]) == sections


def test_spans_of_days_are_counted_as_they_come_and_the_same_span_is_the_same_section() -> None:
    assert begun("# January 3-9: A\n# January 10-16: B\n# January 3-9: C") == [
        "1 January 3-9: A", "2 January 10-16: B", "1 January 3-9: C",
    ]  # fmt: skip
    many = "\n".join(f"# {month} {day}-{day + 1}" for month in ("March", "May") for day in range(1, 17))
    assert [one.split()[0] for one in begun(many)] == [str(number) for number in range(1, 32)]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("Week 2", True), ("Week 2: Farms", True), ("Week 2 (January 3-9)", True), ("Week 2 January 3-9", True),
        ("Week 2 is here", False), ("Week 2, on January 3-9 we meet", True), ("Week 2: Farms are far.", False),
        ("Week 2: example.org/a", False), ("Week 2: Farms #Open", False), ("Week 2: ".ljust(120, "x"), True),
        ("Week 2: ".ljust(121, "x"), False), ("January 3-9", True), ("January 3-9: Farms", False),
    ],
)  # fmt: skip
def test_a_paragraph_begins_a_section_where_it_is_short_and_says_hardly_more(line: str, begins: bool) -> None:
    assert bool(begun(f"{line}\nWords.")) is begins
    assert begun(f"# {line}"), "as a heading it begins one"


def test_rows_and_posts_begin_no_section() -> None:
    week = DocumentBlock("heading", "Week 2", 1)
    assert list(find_sections([week, DocumentBlock("row", "Week 3", cells=("Week 3",))])) == [0]
    assert list(find_sections([week, DocumentBlock("paragraph", "Week 3", labels=PostLabels(("X",)))])) == [0]


TAIL = "Ask: example.org/a"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("- Week 1\n- Week 2\n# Week 1\n{}\n# Week 2\n{}", ["1* Week 1", "2* Week 2", "1 Week 1", "2 Week 2"]),
        ("# Week 1\n# Week 2\n# Week 1\n{}\n# Week 2\n{}", ["1* Week 1", "2* Week 2", "1 Week 1", "2 Week 2"]),
        ("# Week 1\n{}\n# Week 2\n{}\n# Week 1\n{}", ["1 Week 1", "2 Week 2", "1 Week 1"]),
        ("- Week 1\n- Week 2\nWords.", ["1* Week 1", "2* Week 2"]),
        ("# Week 1\n# Week 2\nWords.", ["1 Week 1", "2 Week 2"]),
        ("- Week 1\n{}\n- Week 2\n- Week 3\nWords.", ["1 Week 1", "2 Week 2", "3 Week 3"]),
        ("- Week 1\n- Week 2\n{}", ["1* Week 1", "2* Week 2"]),
        ("- Week 1\n# Week 1\n{}", ["1 Week 1", "1 Week 1"]),
        ("# Week 1\n# Week 2\n# Week 3\n# Week 1\n{}\n# Week 2\n{}",
         ["1 Week 1", "2 Week 2", "3 Week 3", "1 Week 1", "2 Week 2"]),
        ("# Week 1\n# Week 2\n# Week 1\n{}\n# Week 2\n{}\n# Week 3\n{}",
         ["1* Week 1", "2* Week 2", "1 Week 1", "2 Week 2", "3 Week 3"]),
        ("- Week 1\nWords.\n- Week 2\nWords.", ["1* Week 1", "2* Week 2"]),
    ],
)  # fmt: skip
def test_weeks_are_only_listed_where_nothing_is_below_them_and_they_come_again_or_are_a_list(
    text: str, sections: list[str]
) -> None:
    for content in (TAIL, "## Actions"):
        assert begun(text.replace("{}", content)) == sections


def test_words_and_unknown_headings_are_no_content_of_a_week() -> None:
    for nothing in ("Words.", "## Lanterns", "Actions"):
        assert begun(f"- Week 1\n{nothing}\n- Week 2\nWords.")[0] == "1* Week 1"


def test_a_document_without_weeks_begins_at_its_first_part_or_at_a_heading_over_a_list_or_a_post() -> None:
    assert begun("# Toolkit\n## Lanterns\nWords.\n## Actions\n- Ask.") == ["1 Actions"]
    assert begun("# Toolkit\n## Lanterns\nWords.\n- Ask.") == ["1 Lanterns"]
    assert begun("# Toolkit\n## Lanterns\nWords.\n## Gates\nAsk. #Open") == ["1 Gates"]
    assert begun("# Toolkit\nWords.\n- Ask.") == [], "its own title begins none"
    assert begun("# Toolkit\n## Lanterns\nWords.\n## Gates\nMore.") == []
    assert begun("# Toolkit\n## Goals\n- Ask.") == [], "that is for the month"
    post = DocumentBlock("paragraph", "Ask.", labels=PostLabels(("X",)))
    assert list(find_sections([*lines("# Toolkit"), post])) == [1]
