"""Where each line of a toolkit belongs: to the page, to the month, to a part of a week, or to what is above it."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import BlockKind, DocumentBlock, Source
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import OF_PAGE, RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.text_reader import read_text

MONTH = "# Toolkit 2028\n\n"
WEEK = f"{MONTH}## Week 2: January 3-9, 2028\n\n"
POST = "Ask who picks the apples near you: example.org/a #Open"


def found(text: str) -> RecognizedToolkit:
    return recognize(read_text("toolkit.md", text, markdown=True))


def rows(text: str, *but: str) -> list[tuple[str, str]]:
    """What each line became, without lines of some kinds."""
    return [(one.kind, one.text) for one in found(text).items if one.kind not in but]


def heads(text: str) -> list[str]:
    return [one.head for one in found(text).items if one.kind == "week"]


def of_lines(*lines: str, kind: BlockKind = "paragraph") -> tuple[ToolkitItem, ...]:
    return recognize(Source("x", tuple(DocumentBlock(kind, line) for line in lines))).items


def of_page(*lines: str, kind: BlockKind = "paragraph") -> list[str]:
    return [one.text for one in of_lines(*lines, kind=kind) if one.reason == OF_PAGE]


# ------------------------------------------------------------------ the page


SURE = ("Skip to main content", "Back to top")


def test_words_of_menus_belong_to_the_page_where_two_other_lines_surely_do() -> None:
    assert of_page(*SURE, "Home", "Ask a cook how she is.") == [*SURE, "Home"]
    assert of_page(SURE[0], "Home", "Ask a cook how she is.") == [SURE[0]]
    assert of_page("Page 2 of 9", "Home") == ["Page 2 of 9"]
    assert of_page(*SURE, "Home", kind="contents") == []


def test_three_short_lines_with_a_word_of_menus_among_them_are_a_menu() -> None:
    text = "Ask a cook how she is today."
    assert of_page(*SURE, text, "Lanterns", "Home", "Kitchens", text) == [*SURE, "Lanterns", "Home", "Kitchens"]
    assert of_page(*SURE, text, "Lanterns", "Home", text) == [*SURE, "Home"], "two are too few"
    assert of_page(*SURE, text, "Lanterns", "Kitchens", "Valleys", text) == [*SURE], "none is a word of menus"
    assert of_page(text, "Lanterns", "Kitchens", "Valleys", text, *SURE) == [*SURE]
    assert of_page(text, *SURE, "Lanterns") == [*SURE, "Lanterns"], "also at the end"
    assert of_page("Lanterns", "Home", "Kitchens", text, "Back to top") == ["Back to top"], "one sure line is too few"


@pytest.mark.parametrize(
    ("line", "is_entry"),
    [
        ("Lanterns", True), ("x" * 32, True), ("x" * 33, False), ("Lanterns.", False), ("Lanterns?", False),
        ("Lanterns 3", False), ("Lanterns #Open", False), ("example.org/a", False), ("What you can do", False),
        ("Week two", False), ("Safe Homes Month", False), ("Overview", True),
    ],
)  # fmt: skip
def test_a_line_of_a_menu_is_short_and_names_no_part_week_or_observance(line: str, is_entry: bool) -> None:
    assert of_page(line, *SURE) == ([line, *SURE] if is_entry else [*SURE])


def test_headings_with_a_rank_and_rows_are_no_lines_of_a_menu() -> None:
    sure = [DocumentBlock("paragraph", line) for line in SURE]
    for block, is_entry in (
        (DocumentBlock("heading", "Lanterns"), True),
        (DocumentBlock("item", "Lanterns"), True),
        (DocumentBlock("heading", "Lanterns", 2), False),
        (DocumentBlock("row", "Lanterns", cells=("Lanterns",)), False),
    ):
        items = recognize(Source("x", (block, *sure))).items
        assert (items[0].reason == OF_PAGE) is is_entry


# ------------------------------------------------------------------ lists, titles, themes


def test_lines_beside_each_other_that_begin_with_the_same_picture_are_a_list() -> None:
    def listed(*lines: str) -> list[str]:
        text = WEEK + "### Actions\n\nWords about it that go on.\n\n" + "\n\n".join(lines)
        return [one.text for one in found(text).items if one.kind in ("action", "passage")][1:]

    assert listed("★ Doors", "★ Gates", "☂ Bags") == ["Doors", "Gates", "☂ Bags"]
    assert listed("☂ Bags", "★ Doors", "★ Gates") == ["☂ Bags", "Doors", "Gates"]
    assert listed("★ Doors", "☂ Bags", "★ Gates") == ["★ Doors", "☂ Bags", "★ Gates"], "they are no neighbors"
    assert listed("★ Doors #Open", "★ Gates") == ["★ Doors #Open", "Gates"], "a hashtag is of a post"
    assert listed("#### ★ Doors", "★ Gates") == ["★ Gates"], "a heading is none"


def test_a_title_in_capitals_has_each_word_as_the_rest_of_the_document_writes_it() -> None:
    def title(said: str, written: str) -> str:
        return heads(f"{MONTH}## WEEK 2: {said}\n\n### Actions\n\n- {written}\n")[0]

    assert title("SAFE WITH OUR MARIA", "Ask Maria. Our doors are open.") == "Safe with our Maria"
    assert title("SAFE IN OUR HOUSING", "Our housing is open. See the Housing Act.") == "Safe in our housing"
    assert title("SAFE IN A HOUSING ACT", "See the Housing Act. Housing is open.") == "Safe in a Housing Act"
    assert title("SAFE HOUSING ACT", "See the Housing Act. All housing is open.") == "Safe housing Act"
    assert title("SAFE WITH A DACA CARD", "DACA helps. So does a card.") == "Safe with a DACA card"
    assert title("SAFE DOORS AND GATES", "DOORS AND GATES") == "Safe doors and gates"
    assert title("HOUSE", "The house is open.") == "House"


def test_only_titles_of_weeks_are_written_anew() -> None:
    items = found(f"{WEEK}CONNECTING THE DOTS: FARM WORK\n\n### WHAT YOU CAN DO\n\n- Ask a cook.\n").items
    assert [one.head for one in items if one.kind in ("week", "action")] == ["", "FARM WORK", "WHAT YOU CAN DO"]


def test_the_theme_that_posts_have_as_their_hashtag_takes_the_place_of_its_line() -> None:
    def kinds(line: str, tag: str, theme: str = "") -> list[str]:
        text = f"{MONTH}{theme}{line}\n\n## Week 1: Apples\n\n### Posts\n\nAsk who picks the apples. #{tag}\n"
        return [one.kind for one in found(text).items]

    week = ["week", "heading", "post"]
    assert kinds("## Open Doors: for all", "OpenDoors") == ["heading", "theme", *week]
    assert kinds("## Open Doors", "OtherDoors") == ["heading", "heading", *week]
    assert kinds("## Open Doors", "OpenDoors", "Theme: Rivers Remember\n\n") == ["heading", "theme", "heading", *week]
    assert kinds("## All are at Open Door", "OpenDoor") == ["heading", "theme", *week]
    assert kinds("## All are at Our Door", "OurDoor") == ["heading", "heading", *week], "seven letters are too few"
    assert kinds("All are at Open Door", "OpenDoor") == ["heading", "aside", *week], "it is no heading"
    assert kinds("## Safe Homes Month", "SafeHomesMonth") == ["heading", "heading", *week]


def test_what_is_said_after_the_theme_is_about_it() -> None:
    text = f"{MONTH}## Open Doors: for all of us\n\n## Week 1: Apples\n\n### Posts\n\nAsk who picks. #OpenDoors\n"
    (theme,) = found(text).of("theme")
    assert (theme.text, theme.about, theme.group) == ("Open Doors", "for all of us", "title")


@pytest.mark.parametrize(("letters", "kind"), [(200, "heading"), (201, "aside")])
def test_a_paragraph_that_is_a_title_has_at_most_200_letters(letters: int, kind: str) -> None:
    line = "The Prevention Month of all of our towns: Doors ".ljust(letters, "x")
    assert rows(f"{MONTH}{line}\n", "theme")[1:] == [(kind, line)]


@pytest.mark.parametrize(("letters", "kind"), [(40, "heading"), (41, "passage")])
def test_a_line_that_leads_to_a_part_has_at_most_40_letters(letters: int, kind: str) -> None:
    line = f"Things {'x' * (letters - len('Things  can do:'))} can do:"
    assert rows(f"{WEEK}{line}\n\nAsk cooks.\n")[2] == (kind, line)


def test_only_lines_with_a_number_that_is_almost_the_hotlines_are_left_out() -> None:
    def wrong(*lines: str) -> list[str]:
        return [one.text for one in of_lines(*lines) if "almost the hotline" in one.reason]

    near = "Call 1-888-373-7889."
    assert wrong("A", "B", "C", near, "D") == [near]
    assert wrong(near, "B") == [near]
    assert wrong("A longer line", "Call 1-888-373-", "7889 now", "D") == ["Call 1-888-373-", "7889 now"]
    assert wrong("A", "Call 1-888-373-7888.") == []


@pytest.mark.parametrize(("letters", "kind"), [(100, "resource"), (101, "passage")])
def test_an_unknown_heading_begins_resources_where_half_of_its_lines_have_at_most_100_letters(
    letters: int, kind: str
) -> None:
    line = "Night Guide".ljust(letters - len(": example.org/a"), "x") + ": example.org/a"
    text = f"{WEEK}Words.\n\n### Lanterns\n\n{line}\n\n{'Words about it and more of them ' * 4}.\n"
    assert rows(text, "heading", "week")[1][0] == kind


@pytest.mark.parametrize(("letters", "kind"), [(200, "week"), (201, "passage")])
def test_the_topic_of_a_week_is_said_in_at_most_200_letters(letters: int, kind: str) -> None:
    line = "Connecting the dots: ".ljust(letters, "x")
    assert rows(f"{WEEK}{line}\n")[2] == (kind, line)


def test_parts_that_rank_between_two_weeks_rank_below_the_higher_one() -> None:
    text = f"{MONTH}## Week 1\n\n### Posts\n\n{POST}\n\n## Lanterns\n\nWords.\n\n#### Week 2\n\n{POST}\n"
    assert [one.week for one in found(text).items if one.text in ("Words.", "Lanterns")] == [0, 0]


@pytest.mark.parametrize(("letters", "group"), [(120, "connect"), (121, "")])
def test_a_topic_in_a_list_of_weeks_has_at_most_120_letters(letters: int, group: str) -> None:
    weeks = f"## Week 1\n\n### Posts\n\n{POST}\n\n## Week 2\n\n### Posts\n\n{POST}\n"
    line = "Kitchens ".ljust(letters, "x")
    text = f"{MONTH}## Focus weeks\n\n### Week 1\n\n### {line}\n\n### Week 2\n\n{weeks}"
    assert [one.group for one in found(text).items if one.text == line] == [group]
