"""Tables of a toolkit told in headings, items and posts: by the heads of their columns, of their rows, or by weeks."""

from __future__ import annotations

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE
from htpm_studio.campaign.toolkit_import.table_blocks import flattened, role_of
from tests.helpers.shown_by import Becomes, Rule, each_of

SITE = DocumentLink("site", "https://a.org")


def row(*cells: str, links: tuple[DocumentLink, ...] = ()) -> DocumentBlock:
    return DocumentBlock("row", " ".join(cells), cells=cells, links=links)


def told(*rows: DocumentBlock) -> list[str]:
    """Kind and text of each block; a heading of a week is "week", one below it "head", a whole row "row"."""
    names = {IN_TABLE: "week", IN_TABLE + 1: "head"}
    return [f"{names.get(one.level, one.kind)} {one.text}" for one in flattened(list(rows))]


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
def test_tables_are_told_by_their_heads(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: map(with_labels, flattened([row(*cells) for cells in cells_of(shown.text)])))


def cells_of(text: str) -> list[list[str]]:
    return [[cell.strip().replace(" / ", "\n") for cell in line.split("|")] for line in text.split("\n")]


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


def test_a_cell_is_linked_by_the_words_that_it_holds() -> None:
    site = DocumentLink("Guide", "https://a.org")
    rows = [row("Actions", "Guide", "Ask them every night.", links=(site,)), row("Posts", "Say it.")]
    assert told(*rows)[:3] == ["head Actions", "item Guide", "item Ask them every night."]
    other = [row("Actions", "Guide", "Ask them every night.", links=(SITE,)), row("Posts", "Say it.")]
    assert told(*other)[:3] == ["head Actions", "contents Guide", "item Ask them every night."]
