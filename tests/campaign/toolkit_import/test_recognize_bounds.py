"""How long a line may be to be a title, a post or a thing to do: just as long, and one letter more."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.post_blocks import _goes_on, _unquoted
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.resource_blocks import ResourceParser
from htpm_studio.campaign.toolkit_import.results import ToolkitItem
from htpm_studio.campaign.toolkit_import.text_reader import read_text

BARE = "# Toolkit 2028\n\n## Week 2\n\n"
WEEK = "# Toolkit 2028\n\n## Week 2: January 3-9, 2028\n\n"
AFTER = "\n\n### Actions\n\n- Ask a cook.\n"


def read(text: str) -> tuple[ToolkitItem, ...]:
    return recognize(read_text("toolkit.md", text, markdown=True)).items


def kind_of(text: str, part: str) -> str:
    """What the line with some words became."""
    return next(one.kind for one in read(text) if part in one.text)


def head_of(text: str) -> str:
    return next(one.head for one in read(text) if one.kind == "week")


def letters(begin: str, count: int) -> str:
    return begin.ljust(count, "x")


@pytest.mark.parametrize(
    ("line", "most"),
    [("{}", 50), ("Focus: {}", 100), ("### {}\n\nWords about it are here.", 100)],
    ids=["alone", "after a label", "as a heading"],
)
def test_the_title_below_the_heading_of_a_week_has_room_for_so_many_letters(line: str, most: int) -> None:
    title = letters("Doors ", most)
    assert head_of(BARE + line.format(title) + AFTER) == title
    assert head_of(BARE + line.format(title + "x") + AFTER) == ""


def test_dates_below_the_heading_of_a_week_are_its_own_where_at_most_twelve_letters_are_beside_them() -> None:
    def week(beside: str) -> ToolkitItem:
        return next(one for one in read(f"{BARE}### January 3-9, 2028 {beside}\n\nWords.\n") if one.kind == "week")

    assert (week("x" * 12).dates, week("x" * 12).head) == (((1, 3), (1, 9)), "")
    assert week("x" * 13).dates is None


def test_a_line_that_ends_in_a_colon_and_an_address_is_a_post_of_at_most_260_letters() -> None:
    words = letters("Ask your neighbors who cook ", 259)
    assert kind_of(f"{WEEK}{words}: example.org/a\n", "neighbors") == "post"
    assert kind_of(f"{WEEK}{words}x: example.org/a\n", "neighbors") == "passage"


def test_short_paragraphs_among_the_things_to_do_are_things_to_do_and_one_of_more_than_260_letters_is_text() -> None:
    for line, kind in ((letters("Ask ", 260), "action"), (letters("Ask ", 261), "passage")):
        assert kind_of(f"{WEEK}### Actions\n\n{line}\n\nListen to a neighbor.\n", "Ask") == kind


@pytest.mark.parametrize(("length", "kind"), [(259, "theme"), (260, "aside")])
def test_a_sentence_that_says_the_theme_is_shorter_than_260_letters(length: int, kind: str) -> None:
    said = "theme is: Doors that open."
    line = f"{'x' * (length - len(said) - 1)} {said}"
    assert len(line) == length
    assert [one.kind for one in read(f"# Toolkit 2028\n\n{line}\n")][1:] == [kind]


@pytest.mark.parametrize(("written", "title"), [("HOUSE", "HOUSE"), ("HOUSES", "Houses"), ("SAFE HOUSE", "Safe house")])
def test_a_title_in_capitals_is_written_in_small_letters_unless_it_is_a_short_form(written: str, title: str) -> None:
    assert head_of(f"# Toolkit 2028\n\n## WEEK 2: {written}{AFTER}") == title


def test_a_title_in_capitals_has_its_names_as_the_document_writes_them_elsewhere() -> None:
    text = "\n\n### Actions\n\n- Ask Maria.\n- Housing helps. Our housing is open.\n"
    assert head_of(f"# Toolkit 2028\n\n## WEEK 2: HOUSING WITH MARIA{text}") == "Housing with Maria"


@pytest.mark.parametrize(("linked", "title"), [("Kitchen", "Kitchen for all who cook"), ("Kitchens", "Kitchens")])
def test_linked_words_of_eight_letters_are_a_title_and_fewer_are_a_part_of_one(linked: str, title: str) -> None:
    text = f"{WEEK}### Resources\n\n#### Learn\n\n- [{linked}](https://example.org/a) for all who cook\n"
    assert [one.text for one in read(text) if one.kind == "resource"] == [title]


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("Cook (example.org/a)", True), ("Coo (example.org/a)", False),
        (f"{'x' * 120}: example.org/a", True), (f"{'x' * 121}: example.org/a", False),
        ("Our guide. example.org/a", True), ("Read it now! example.org/a", False),
        ("Read. Then ask: example.org/a", False), ("A guide for cooks", False),
    ],
)  # fmt: skip
def test_a_title_with_its_address_has_4_to_120_letters_and_is_no_sentence(text: str, is_title: bool) -> None:
    assert ResourceParser(2028)._is_title(DocumentBlock("paragraph", text)) is is_title


def test_a_title_that_leads_somewhere_needs_no_printed_address() -> None:
    def block(target: str) -> DocumentBlock:
        return DocumentBlock("paragraph", "A guide for cooks", links=(DocumentLink("A guide", target),))

    assert ResourceParser(2028)._is_title(block("https://example.org"))
    assert not ResourceParser(2028)._is_title(block(""))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“Ask a cook.”", "Ask a cook."),
        ("“Ask a cook.” example.org/a #Open", "Ask a cook. example.org/a #Open"),
        ('"Ask a cook." #Open', "Ask a cook. #Open"),
        ("“Ask” and “listen”", "“Ask” and “listen”"),
        ("“Ask a cook.” Then listen to two neighbors.", "“Ask a cook.” Then listen to two neighbors."),
        ("Ask “a cook.”", "Ask “a cook.”"),
        ("“Ask a cook.", "“Ask a cook."),
        ("“", "“"),
        ("", ""),
    ],
)
def test_quotation_marks_around_a_whole_post_go_and_those_inside_stay(text: str, bare: str) -> None:
    assert _unquoted(text) == bare


def test_an_address_or_hashtags_below_a_post_belong_to_it_where_it_has_none_of_that_sort() -> None:
    assert _goes_on("Ask a cook.", "example.org/a")
    assert _goes_on("Ask a cook. #Open", "example.org/a")
    assert _goes_on("Ask a cook. example.org/b", "#Open")
    assert not _goes_on("Ask a cook. example.org/b", "example.org/a")
    assert not _goes_on("Ask a cook. #Doors", "#Open")


def below(rows: str) -> set[str]:
    """What the blocks below an unknown heading of a week were taken for."""
    return {one.kind for one in read(f"{WEEK}### Lanterns\n\n{rows}") if one.kind not in ("heading", "week")}


def test_an_unknown_heading_begins_posts_where_half_of_what_is_below_it_has_hashtags() -> None:
    tagged, plain = "Ask who picks the apples: #Open\n\n", "The apples of the valley are picked at night.\n\n"
    assert "post" in below(tagged + tagged.replace("apples", "pears") + plain + plain.replace("apples", "pears"))
    assert below(tagged + plain + plain.replace("apples", "pears")) == {"passage", "post"}


def test_an_unknown_heading_begins_things_to_do_where_two_of_three_lines_of_a_list_say_what_to_do() -> None:
    acts, says = "- Ask a cook who works at night.\n- Invite a neighbor to eat.\n", "- The valley has nine farms.\n"
    assert below(acts + says) == {"action"}
    assert below(acts + says + says.replace("nine", "ten")) == {"passage"}
