"""Tables of a toolkit told in headings, items and posts: by the heads of their columns, of their rows, or by weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE
from htpm_studio.campaign.toolkit_import.table_blocks import flattened, role_of
from tests.helpers.shown_by import Shown, each_of

SITE = DocumentLink("site", "https://a.org")


def row(*cells: str, links: tuple[DocumentLink, ...] = ()) -> DocumentBlock:
    return DocumentBlock("row", " ".join(cells), cells=cells, links=links)


def told(*rows: DocumentBlock) -> list[str]:
    """Kind and text of each block; a heading of a week is "week", one below it "head", a whole row "row"."""
    names = {IN_TABLE: "week", IN_TABLE + 1: "head"}
    return [f"{names.get(one.level, one.kind)} {one.text}" for one in flattened(list(rows))]


def test_a_table_of_weeks_becomes_weeks_with_what_is_below_them() -> None:
    assert told(
        row("Week", "Dates", "Theme"), row("1", "January 4-8", "Know the signs"), row("2", "", "Work safely."),
    ) == [
        "contents Week Dates Theme", "week Week 1 January 4-8: Know the signs", "week Week 2", "contents Theme",
        "paragraph Work safely.",
    ]  # fmt: skip
    assert told(row("Week", "Theme", "Ask"), row("Week 1", "A", "b"), row("", "", "c"))[1:] == [
        "week Week 1: A", "head Ask", "paragraph b", "row   c",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "known"),
    [
        (("Week", "Theme", "x"), True),
        (("Week", "Theme", "x", ""), True),
        (("Week", "Theme", "x", "y"), False),  # no more than half of them say something
        (("Week", "x"), False),
    ],
)
def test_heads_of_columns_count_where_more_than_half_of_them_say_something(heads: tuple[str, ...], known: bool) -> None:
    found = told(row(*heads), row("Week 1", "A", "b", "c"))
    assert found[0].startswith("contents ") == known
    assert told(row(*heads))[0].startswith("row ")  # a table of one row has no heads


def test_a_row_of_posts_is_one_post_with_its_labels() -> None:
    found = flattened(
        [
            row("Platform", "Post", "Date", "File", "Link"),
            row("Facebook", "Call us.", "January 5", "a.png", "https://a.org"),
        ]
    )
    assert [(one.kind, one.text) for one in found[1:]] == [("paragraph", "Call us. https://a.org")]
    labels = found[1].labels
    assert labels is not None
    assert (labels.platforms, labels.files, labels.dates) == (("Facebook",), ("a.png",), ((1, 5), (1, 5)))


def test_columns_of_actions_and_posts_are_read_one_after_the_other() -> None:
    assert told(row("Actions", "Posts"), row("Call us\n• Ask", "Say it."), row("Go")) == [
        "head Actions", "item Call us", "item Ask", "item Go", "head Posts", "paragraph Say it.",
    ]  # fmt: skip
    assert told(row("Resource", "Link"), row("Site", "https://a.org")) == [
        "contents Resource Link", "row Site https://a.org",
    ]  # fmt: skip


def test_weeks_beside_each_other_are_read_week_by_week() -> None:
    assert told(row("", "Week 1: A", "Week 2: B"), row("Actions", "Call", "Ask"), row("Theme", "One")) == [
        "week Week 1: A", "head Actions", "item Call", "paragraph Theme: One", "week Week 2: B",
        "head Actions", "item Ask",
    ]  # fmt: skip


def test_heads_of_rows_say_what_is_beside_them() -> None:
    assert told(row("Actions", "Call us\nAsk us"), row("Theme", "A title"), row("Social media posts", "Say it.")) == [
        "head Actions", "item Call us", "item Ask us", "paragraph Theme: A title", "head Social media posts",
        "paragraph Say it.",
    ]  # fmt: skip
    found = flattened([row("Actions", "Call"), row("Platform", "Facebook"), row("Post", "Say it.")])
    assert [one.text for one in found] == ["Actions", "Call", "Platform: Facebook", "Post", "Say it."]
    assert found[-1].labels is not None
    assert found[-1].labels.platforms == ("Facebook",)
    assert told(row("Actions", "Call"), row("x", "y")) == ["row Actions Call", "row x y"]  # half of them is not enough
    assert told(row("Actions", "Call"), row("Actions", "")) == ["row Actions Call", "row Actions "]


def test_a_row_that_begins_with_a_week_is_that_week() -> None:
    assert told(row("Week 1", "Know it", "More words here."), row("x", "y")) == [
        "week Week 1: Know it", "paragraph More words here.", "row x y",
    ]  # fmt: skip
    assert told(row("Week 1", "A whole sentence.")) == ["week Week 1", "paragraph A whole sentence."]
    assert told(row("Week 1")) == ["row Week 1"]


def test_links_stay_with_the_words_that_hold_them() -> None:
    found = flattened([row("Actions", "Posts", links=(SITE,)), row("See the site\nGo", "Say it.", links=(SITE,))])
    assert [(one.text, one.links) for one in found if one.kind == "item"] == [("See the site", (SITE,)), ("Go", ())]


def test_heads_are_known_by_their_words_and_only_short_ones() -> None:
    heads = ("Theme", "Title", "Week", "Date", "Post", "Link", "Actions", "Something", " ", "Theme".ljust(60))
    assert [role_of(head) for head in heads] == [
        "theme", "title", "section", "dates", "posts", "link", "actions", "", "", "theme",
    ]  # fmt: skip
    assert role_of("Theme".ljust(61)) == ""


@each_of("toolkit-tables.txt")
def test_tables_are_told_by_their_heads(shown: Shown, becomes: Callable[[Shown, Iterable[str]], None]) -> None:
    rows = [[cell.strip().replace(" / ", "\n") for cell in line.split("|")] for line in shown.text.split("\n")]
    becomes(shown, [with_labels(one) for one in flattened([row(*cells) for cells in rows])])


def with_labels(one: DocumentBlock) -> str:
    """A block in a line with the labels and the language that it has."""
    names = {IN_TABLE: "week", IN_TABLE + 1: "head"}
    labels = one.labels
    days = [f"{month}/{day}" for month, day in (labels.dates or ())] if labels else []
    beside = [*labels.platforms, *labels.files, *days] if labels else []
    return " | ".join(filter(None, (f"{names.get(one.level, one.kind)} {one.text}", *beside, one.language)))


def test_blocks_that_are_no_rows_with_cells_stay() -> None:
    blocks = [DocumentBlock("row", "A"), DocumentBlock("paragraph", "B", cells=("B", "C")), DocumentBlock("item", "D")]
    assert flattened(blocks) == blocks


def test_a_title_in_a_table_has_at_most_ninety_letters() -> None:
    for letters, kind in ((90, "week Week 1: "), (91, "week Week 1")):
        assert told(row("Week", "Theme"), row("1", "x" * letters))[1].startswith(kind + "x" * 9 * (letters == 90))


def test_a_cell_is_linked_by_the_words_that_it_holds() -> None:
    site = DocumentLink("Guide", "https://a.org")
    rows = [row("Actions", "Guide", "Ask them every night.", links=(site,)), row("Posts", "Say it.")]
    assert told(*rows)[:3] == ["head Actions", "item Guide", "item Ask them every night."]
    other = [row("Actions", "Guide", "Ask them every night.", links=(SITE,)), row("Posts", "Say it.")]
    assert told(*other)[:3] == ["head Actions", "contents Guide", "item Ask them every night."]
