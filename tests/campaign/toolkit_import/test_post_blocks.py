"""Posts of a week: which lines are one, which label belongs to which, and what waits for an address below it."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import ToolkitItem
from htpm_studio.campaign.toolkit_import.text_reader import read_text

WEEK = "# Toolkit 2028\n\n## Week 2: January 3-9, 2028\n\n"
APPLES = "Ask who picks the apples near you: example.org/a #Open"
COOKS = "Ask who cooks the food that you eat: example.org/b #Open"
ROOMS = "Ask who cleans the rooms that you sleep in."


def read(*lines: str, head: str = "Social Media Content") -> list[ToolkitItem]:
    """What the lines below a heading of a week became, but for headings and labels."""
    text = f"{WEEK}### {head}\n\n" + "\n\n".join(lines)
    items = recognize(read_text("toolkit.md", text, markdown=True)).items
    return [one for one in items if one.kind not in ("week", "heading")]


def kinds(*lines: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in read(*lines)]


def labels(*lines: str) -> list[tuple[object, ...]]:
    """Of each post its networks and files, and the day of January."""
    return [(*one.platforms, *one.files, *([one.day] if one.day else [])) for one in read(*lines) if one.kind == "post"]


# ------------------------------------------------------------------ labels


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("Facebook", APPLES, "Instagram", COOKS), [("Facebook",), ("Instagram",)]),
        ((APPLES, "Facebook", COOKS, "Instagram"), [("Facebook",), ("Instagram",)]),
        ((APPLES, "January 5", COOKS, "January 6"), [(5,), (6,)]),
        ((APPLES, "Facebook", "Instagram", "January 5", "January 6", COOKS), [("Facebook", "Instagram", 5), ()]),
        (("Post 1", APPLES, "Facebook", "Post 2", COOKS, "Instagram"), [("Facebook",), ("Instagram",)]),
        (("#### Facebook", APPLES, COOKS), [("Facebook",), ("Facebook",)]),
        (("#### January 5", APPLES, COOKS), [(5,), ()]),
    ],
)
def test_labels_are_of_the_post_below_where_the_first_one_is_above_a_post_and_else_of_the_one_above(
    lines: tuple[str, ...], said: list[tuple[object, ...]]
) -> None:
    assert labels(*lines) == said


@pytest.mark.parametrize(
    "lines",
    [
        ("Facebook", "{}", "Image: a.png", "Instagram", "{}", "Image: b.png"),
        ("Image: a.png", "Facebook", "{}", "Image: b.png", "Instagram", "{}"),
        ("Facebook", "Image: a.png", "{}", "Instagram", "Image: b.png", "{}"),
    ],
)
def test_a_picture_is_of_the_post_on_the_side_where_the_first_picture_is(lines: tuple[str, ...]) -> None:
    said = [("Facebook", "a.png"), ("Instagram", "b.png")]
    assert labels(*(line.format(APPLES) for line in lines)) == said
    assert labels(*(line.format("“Ask a cook.”") for line in lines)) == said, "those without an address wait"


def test_a_label_after_a_line_that_is_no_post_is_not_of_the_post_above_that_line() -> None:
    assert labels(APPLES, "Facebook", ROOMS, "Instagram", COOKS) == [("Facebook",), ("Instagram",)]
    assert labels("Facebook", APPLES, "Image: a.png", "Instagram", ROOMS, "Image: b.png", COOKS) == [
        ("Facebook", "a.png"), ("Instagram", "b.png"),
    ]  # fmt: skip


def test_a_label_at_the_beginning_of_a_week_is_not_of_the_last_post_of_the_week_before() -> None:
    week = "## Week 3: January 10-16, 2028\n\n### Social Media Content"
    assert labels(APPLES, "Facebook", week, "Post 1", "Instagram", COOKS) == [("Facebook",), ("Instagram",)]


# ------------------------------------------------------------------ words


@pytest.mark.parametrize("before", ["Post 1\n\n{}", "Post 1: {}", "Facebook: {}", "January 5: {}", "“{}”"])
def test_few_words_are_a_post_where_a_label_or_quotation_marks_say_so(before: str) -> None:
    assert kinds(before.format("Save it")) == [("post", "Save it")]
    few = before.format("Save it #Open") if before != "“{}”" else "“Save it” #Open"
    assert kinds(few) == [("post", "Save it #Open")]


def test_one_word_beside_the_name_of_a_network_is_no_post() -> None:
    assert kinds("Facebook: Save") == [("other", "Save")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Save it #Open", "aside"), ("Save it. #Open", "post"), ("Save. #Open", "aside"),
        ("Read more here: #Open", "post"), ("Read on: #Open", "aside"), ("Cooks work nights #Open", "aside"),
        ("Social media posts: #Open", "aside"), ("Ask every cook today #Open", "post"),
    ],
)  # fmt: skip
def test_few_words_before_hashtags_are_a_post_where_they_are_a_sentence_or_lead_somewhere(line: str, kind: str) -> None:
    assert [found for found, _ in kinds(line)] == [kind]


def test_a_label_that_only_leads_to_an_address_makes_no_post_of_it() -> None:
    assert kinds("Facebook: Link: example.org/a") == [("aside", "example.org/a")]
    assert kinds(ROOMS, "Link: example.org/a") == [("post", f"{ROOMS} example.org/a")]


def test_words_wait_for_an_address_alone_and_not_for_another_post() -> None:
    assert kinds(ROOMS, "Save it. #Open") == [("post", f"{ROOMS} Save it. #Open")]
    assert kinds(ROOMS, "Post 2: Save it #Open") == [("other", ROOMS), ("post", "Save it #Open")]
    assert kinds("Post 1", ROOMS, "#Open") == [("post", f"{ROOMS} #Open")]
    assert kinds(ROOMS, APPLES) == [("other", ROOMS), ("post", APPLES)]
    assert kinds(ROOMS, ROOMS, "#Open") == [("other", ROOMS), ("post", f"{ROOMS} #Open")]
    assert kinds("#Open", ROOMS) == [("aside", "#Open"), ("other", ROOMS)], "there is nothing above it"


def test_a_linked_word_is_an_address_too() -> None:
    (post,) = read("Ask [who picks the apples](https://example.org/a) in the valley.")
    assert (post.kind, post.links[0].target) == ("post", "https://example.org/a")
    (other,) = read("Ask [who picks the apples](mailto:a@example.org) in the valley.")
    assert other.kind == "other"


def test_why_a_post_is_likely_is_what_was_seen_first() -> None:
    below = "Its address or hashtags are below it."
    assert [one.reason for one in read(APPLES, ROOMS, "#Open")] == ["No heading says what it is for.", below]
    assert [one.reason for one in read(APPLES, ROOMS, "#Open", head="Lanterns")] == [
        "It looks like a post; its heading is not one that the program knows.", below,
    ]  # fmt: skip
    assert [one.reason for one in read("#### Training", ROOMS, "#Open", APPLES)] == [below, ""]


# ------------------------------------------------------------------ rows


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (f"| Monday crew | Note | {APPLES} |", [("post", f"Monday crew Note {APPLES}")]),
        (f"| Post 3 | {APPLES} | |", [("post", APPLES)]),
        (f"| {APPLES} | Post 3 |", [("post", APPLES)]),
        (f"| {APPLES} | {APPLES} |", [("post", APPLES)]),
        ("| Note | Detail |", []),
    ],
)
def test_the_cells_of_a_row_without_heads_are_one_post_without_its_number(
    row: str, found: list[tuple[str, str]]
) -> None:
    assert kinds(row) == found
