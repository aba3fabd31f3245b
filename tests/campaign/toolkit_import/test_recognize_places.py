"""Where each line of a toolkit belongs: to the page, to the month, to a part of a week, or to what is above it."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import BlockKind, DocumentBlock, Source
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import OF_PAGE, ToolkitItem


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


def test_only_lines_with_a_number_that_is_almost_the_hotlines_are_left_out() -> None:
    def wrong(*lines: str) -> list[str]:
        return [one.text for one in of_lines(*lines) if "almost the hotline" in one.reason]

    near = "Call 1-888-373-7889."
    assert wrong("A", "B", "C", near, "D") == [near]
    assert wrong(near, "B") == [near]
    assert wrong("A longer line", "Call 1-888-373-", "7889 now", "D") == ["Call 1-888-373-", "7889 now"]
    assert wrong("A", "Call 1-888-373-7888.") == []
