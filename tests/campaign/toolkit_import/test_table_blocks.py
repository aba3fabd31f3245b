"""Tables of a toolkit told in headings, items and posts: by the heads of their columns, of their rows, or by weeks."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.sections import IN_TABLE
from htpm_studio.campaign.toolkit_import.table_blocks import flattened, role_of

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
    heads = ("Theme", "Title", "Week", "Date", "Post", "Link", "Actions", "Something", " ", "Theme" + " " * 60)
    assert [role_of(head) for head in heads] == [
        "theme", "title", "section", "dates", "posts", "link", "actions", "", "", "",
    ]  # fmt: skip


TABLES: dict[str, tuple[list[tuple[str, ...]], list[str]]] = {
    "the heads of columns are listed once before two cells across the table": (
        [("Date", "Post", "Link"), ("Week 1: A", "", ""), ("Week 2: B", "", ""), ("January 5", "Ask.", "a.org")],
        ["contents Date Post Link", "week Week 1: A", "week Week 2: B", "paragraph Ask. a.org | 1/5 | 1/5"],
    ),
    "heads that come again begin a part": (
        [
            ("Date", "Post", "Link"),
            ("January 5", "Ask.", "a.org"),
            ("Date", "Post", "Link"),
            ("January 6", "Say.", "b.org"),
        ],
        [
            "contents Date Post Link",
            "paragraph Ask. a.org | 1/5 | 1/5",
            "contents Date Post Link",
            "paragraph Say. b.org | 1/6 | 1/6",
        ],
    ),
    "a cell across the table at its end is a part of a row": (
        [("Date", "Post", "Link"), ("January 5", "Ask.", "a.org"), ("Doors", "", "")],
        ["contents Date Post Link", "paragraph Ask. a.org | 1/5 | 1/5", "contents Date: Doors"],
    ),
    "a cell across the table before its heads is a title with words below it": (
        [("Doors\nAll of them.", "", ""), ("Date", "Post", "Link"), ("January 5", "Ask.", "a.org")],
        ["head Doors", "paragraph All of them.", "contents Date Post Link", "paragraph Ask. a.org | 1/5 | 1/5"],
    ),
    "a sentence across the table is no title": (
        [("Ask a cook.", "", ""), ("Date", "Post", "Link"), ("January 5", "Ask.", "a.org")],
        ["paragraph Ask a cook.", "contents Date Post Link", "paragraph Ask. a.org | 1/5 | 1/5"],
    ),
    "an address across the table is no title": (
        [("Doors example.org/a", "", ""), ("Date", "Post", "Link"), ("January 5", "Ask.", "a.org")],
        ["paragraph Doors example.org/a", "contents Date Post Link", "paragraph Ask. a.org | 1/5 | 1/5"],
    ),
    "a week across the table is a title though it ends in a full stop": (
        [("Week 2.", "", ""), ("Date", "Post", "Link"), ("January 5", "Ask.", "a.org")],
        ["week Week 2.", "contents Date Post Link", "paragraph Ask. a.org | 1/5 | 1/5"],
    ),
    "a post alone in its row is no title and a week is": (
        [("Post", "Date"), ("Say it.", ""), ("Week 2: Bags", ""), ("Say two.", "January 5")],
        ["contents Post Date", "paragraph Say it.", "week Week 2: Bags", "paragraph Say two. | 1/5 | 1/5"],
    ),
    "columns of languages are read one after the other with what their first lines say": (
        [("English", "Español"), ("Actions\nAsk a cook.", "Acciones\nPregunte."), ("Say it.", "Dígalo.")],
        [
            "contents English Español",
            "head Actions | en",
            "item Ask a cook. | en",
            "paragraph Say it. | en",
            "head Acciones | es",
            "item Pregunte. | es",
            "paragraph Dígalo. | es",
        ],
    ),
    "columns beside those of languages belong to each of them": (
        [("Date", "English", "Español"), ("January 5", "Ask: a.org", "Pregunte: a.org")],
        [
            "contents Date English Español",
            "contents Date English Español | en",
            "paragraph Ask: a.org | 1/5 | 1/5 | en",
            "contents Date English Español | es",
            "paragraph Pregunte: a.org | 1/5 | 1/5 | es",
        ],
    ),
    "two columns of one language are none of two": (
        [("English", "In English"), ("Ask.", "Say.")],
        ["row English In English", "row Ask. Say."],
    ),
    "a row of languages alone says nothing": (
        [("English", "Español")],
        ["row English Español"],
    ),
    "resources with an address stay rows": (
        [("Resource", "Link", "Note"), ("Guide", "a.org", "x")],
        ["contents Resource Link Note", "row Guide a.org x"],
    ),
    "resources without one are a list, also in short rows": (
        [("Resources", "Audience"), ("Guide", "Cooks"), ("Other",)],
        ["head Resources", "item Guide", "item Other", "head Audience", "paragraph Cooks"],
    ),
    "things to do and posts are lists, also in short rows": (
        [("Actions", "Posts"), ("Call us",), ("Ask", "Say it.")],
        ["head Actions", "item Call us", "item Ask", "head Posts", "paragraph Say it."],
    ),
    "rows with spans of days are weeks whose titles are short words": (
        [("Dates", "For", "Actions"), ("January 3-9", "Cooks", "Ask."), ("January 10-16", "Guests", "Say.")],
        [
            "contents Dates For Actions",
            "week January 3-9: Cooks",
            "head Actions",
            "item Ask.",
            "week January 10-16: Guests",
            "head Actions",
            "item Say.",
        ],
    ),
    "rows of which one has a single day are no weeks": (
        [("Dates", "For", "Actions"), ("January 3-9", "Cooks", "Ask."), ("January 10", "Guests", "Say.")],
        [
            "head Dates",
            "paragraph January 3-9",
            "paragraph January 10",
            "head For",
            "paragraph Cooks",
            "paragraph Guests",
            "head Actions",
            "item Ask.",
            "item Say.",
        ],
    ),
    "weeks with titles need no other": (
        [
            ("Dates", "Title", "For", "Actions"),
            ("January 3-9", "Doors", "Cooks", "Ask."),
            ("January 10-16", "Gates", "Guests", "Say."),
        ],
        [
            "contents Dates Title For Actions",
            "week January 3-9: Doors",
            "head For",
            "paragraph Cooks",
            "head Actions",
            "item Ask.",
            "week January 10-16: Gates",
            "head For",
            "paragraph Guests",
            "head Actions",
            "item Say.",
        ],
    ),
    "weeks with themes have those as titles": (
        [
            ("Dates", "Theme", "For", "Actions"),
            ("January 3-9", "Doors", "Cooks", "Ask."),
            ("January 10-16", "Gates", "Guests", "Say."),
        ],
        [
            "contents Dates Theme For Actions",
            "week January 3-9: Doors",
            "head For",
            "paragraph Cooks",
            "head Actions",
            "item Ask.",
            "week January 10-16: Gates",
            "head For",
            "paragraph Guests",
            "head Actions",
            "item Say.",
        ],
    ),
    "rows with one post each are posts, whatever their spans of days and themes": (
        [("Dates", "Theme", "Post"), ("January 2-3", "Doors", "Ask."), ("January 4-6", "Gates", "Say.")],
        [
            "contents Dates Theme Post",
            "paragraph Ask. | 1/2 | 1/3",
            "contents Theme: Doors",
            "paragraph Say. | 1/4 | 1/6",
            "contents Theme: Gates",
        ],
    ),
    "rows with one post each are posts, whomever they are for": (
        [("Dates", "For", "Message"), ("January 2-3", "Cooks", "Ask."), ("January 4-6", "Guests", "Say.")],
        [
            "contents Dates For Message",
            "paragraph Ask. | 1/2 | 1/3",
            "contents For: Cooks",
            "paragraph Say. | 1/4 | 1/6",
            "contents For: Guests",
        ],
    ),
    "words with hashtags below an unknown head are posts": (
        [
            ("Dates", "Theme", "Lanterns"),
            ("January 2-3", "Doors", "Ask who picks the apples. #Open"),
            ("January 4-6", "Gates", "Say who cooks the meals. #Open"),
        ],
        [
            "contents Dates Theme Lanterns",
            "paragraph Ask who picks the apples. #Open | 1/2 | 1/3",
            "contents Theme: Doors",
            "paragraph Say who cooks the meals. #Open | 1/4 | 1/6",
            "contents Theme: Gates",
        ],
    ),
    "hashtags alone below an unknown head are no posts": (
        [("Dates", "Theme", "Lanterns"), ("January 3-9", "Doors", "#Open"), ("January 10-16", "Gates", "#Open")],
        [
            "contents Dates Theme Lanterns",
            "week January 3-9: Doors",
            "head Lanterns",
            "paragraph #Open",
            "week January 10-16: Gates",
            "head Lanterns",
            "paragraph #Open",
        ],
    ),
    "rows with several posts each are weeks": (
        [
            ("Dates", "Theme", "Posts"),
            ("January 3-9", "Doors", "Ask who picks the apples. #Open\nAsk who cooks the meals. #Open"),
            ("January 10-16", "Gates", "Say who cooks the meals. #Open"),
        ],
        [
            "contents Dates Theme Posts",
            "week January 3-9: Doors",
            "head Posts",
            "paragraph Ask who picks the apples. #Open",
            "paragraph Ask who cooks the meals. #Open",
            "week January 10-16: Gates",
            "head Posts",
            "paragraph Say who cooks the meals. #Open",
        ],
    ),
    "rows with a post and things to do are weeks": (
        [
            ("Dates", "Theme", "Actions", "Post"),
            ("January 3-9", "Doors", "Call us", "Ask."),
            ("January 10-16", "Gates", "Ask us", "Say."),
        ],
        [
            "contents Dates Theme Actions Post",
            "week January 3-9: Doors",
            "head Actions",
            "item Call us",
            "head Post",
            "paragraph Ask.",
            "week January 10-16: Gates",
            "head Actions",
            "item Ask us",
            "head Post",
            "paragraph Say.",
        ],
    ),
    "sentences are no titles of weeks": (
        [("Dates", "For", "Actions"), ("January 3-9", "Cooks are far.", "Ask."), ("January 10-16", "Guests", "Say.")],
        [
            "head Dates",
            "paragraph January 3-9",
            "paragraph January 10-16",
            "head For",
            "paragraph Cooks are far.",
            "paragraph Guests",
            "head Actions",
            "item Ask.",
            "item Say.",
        ],
    ),
    "rows with networks are posts, whatever their days": (
        [("Dates", "Platform", "Post"), ("January 3-9", "Facebook", "Ask."), ("January 10-16", "X", "Say.")],
        ["contents Dates Platform Post", "paragraph Ask. | Facebook | 1/3 | 1/9", "paragraph Say. | X | 1/10 | 1/16"],
    ),
    "a week may be without its days": (
        [("Week", "Dates"), ("1", "January 3-9"), ("2",)],
        ["contents Week Dates", "week Week 1 January 3-9", "week Week 2"],
    ),
    "a week has the number of its row after the word of its head": (
        [("Weeks", "Topic", "Do"), ("1", "Doors", "Ask."), ("two", "Gates", "Say.")],
        [
            "contents Weeks Topic Do",
            "week Week 1: Doors",
            "head Do",
            "item Ask.",
            "head two: Gates",
            "head Do",
            "item Say.",
        ],
    ),
    "what is no network is listed": (
        [("Platform", "Post"), ("Facebook", "Ask."), ("somewhere", "Say.")],
        ["contents Platform Post", "paragraph Ask. | Facebook", "paragraph Say.", "contents Platform: somewhere"],
    ),
    "labels of a post are its hashtags, files and days, and other cells are listed": (
        [
            ("Post", "Hashtags", "File", "Date", "Owner"),
            ("Ask.", "#Open", "a.png, b.png", "January 5", "Ana"),
            ("Say.", "—", "", "some day", ""),
        ],
        [
            "contents Post Hashtags File Date Owner",
            "paragraph Ask. #Open | a.png | b.png | 1/5 | 1/5",
            "contents Owner: Ana",
            "paragraph Say.",
            "contents Date: some day",
        ],
    ),
    "a label before the words of a post is one": (
        [("Post", "Link"), ("Facebook: Ask.", "a.org")],
        ["contents Post Link", "paragraph Ask. a.org | Facebook"],
    ),
    "rows of posts have the labels of the rows below them": (
        [("Post", "Ask."), ("Image", "a.png"), ("Post", "Say."), ("Image", "b.png"), ("Platform", "X")],
        [
            "contents Post",
            "paragraph Ask. | a.png",
            "contents Image: a.png",
            "contents Post",
            "paragraph Say. | X | b.png",
            "contents Image: b.png",
            "contents Platform: X",
        ],
    ),
    "rows of posts have the labels of the rows above them where a label is first": (
        [("Image", "a.png"), ("Post", "Ask."), ("Image", "b.png"), ("Post", "Say.")],
        [
            "contents Image: a.png",
            "contents Post",
            "paragraph Ask. | a.png",
            "contents Image: b.png",
            "contents Post",
            "paragraph Say. | b.png",
        ],
    ),
    "a label after the last post is of that one": (
        [("Image", "a.png"), ("Post", "Ask."), ("Image", "b.png")],
        ["contents Image: a.png", "contents Post", "paragraph Ask. | a.png | b.png", "contents Image: b.png"],
    ),
    "a short cell between a label and longer words says which of several they are": (
        [("Actions", "For cooks", "Ask them every night."), ("Posts", "Say it", "Say it loud.")],
        [
            "head Actions",
            "contents For cooks",
            "item Ask them every night.",
            "head Posts",
            "contents Say it",
            "paragraph Say it loud.",
        ],
    ),
    "a linked cell between a label and words is one of them": (
        [("Actions", "a.org", "Ask them every night."), ("Resources", "Guide", "Read it.")],
        [
            "head Actions",
            "item a.org",
            "item Ask them every night.",
            "head Resources",
            "contents Guide",
            "item Read it.",
        ],
    ),
    "a cell as long as the words after it is one of them": (
        [("Actions", "Ask us", "Ask me"), ("Posts", "Say it.", "Say it loud.")],
        ["head Actions", "item Ask us", "item Ask me", "head Posts", "paragraph Say it.", "paragraph Say it loud."],
    ),
    "labels that only one table has say nothing": (
        [("Chin up", "Ask."), ("Hands on", "Say."), ("Week 1", "x")],
        ["row Chin up Ask.", "row Hands on Say.", "week Week 1: x"],
    ),
    "titles and days beside their labels are lines": (
        [("Topic:", "Doors"), ("Dates", "January 3-9"), ("Actions", "Ask."), ("Theme", "All of it.")],
        [
            "paragraph Topic: Doors",
            "paragraph Dates: January 3-9",
            "head Actions",
            "item Ask.",
            "contents Theme",
            "paragraph All of it.",
        ],
    ),
    "weeks beside each other are read one after the other, also in short rows": (
        [("", "Week 1: A", "Week 2: B"), ("Actions", "Call", "Ask"), ("Posts", "Say it.")],
        [
            "week Week 1: A",
            "head Actions",
            "item Call",
            "head Posts",
            "paragraph Say it.",
            "week Week 2: B",
            "head Actions",
            "item Ask",
        ],
    ),
    "a row of weeks alone is a row": (
        [("x", "Week 1: A", "Week 2: B")],
        ["row x Week 1: A Week 2: B"],
    ),
    "a row that begins with a week has a title and the rest below it": (
        [("Week 1 (January 3-9)", "Doors", "Gates", "More of it."), ("January 3-9", "All of it."), ("x", "y")],
        [
            "week Week 1 (January 3-9): Doors",
            "paragraph Gates",
            "paragraph More of it.",
            "week January 3-9",
            "paragraph All of it.",
            "row x y",
        ],
    ),
    "a cell that is longer than a title begins no week": (
        [
            ("Week 1: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "Doors"),
            ("Week 1: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "Doors"),
        ],
        [
            "week Week 1: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: Doors",
            "row Week 1: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx Doors",
        ],
    ),
}


@pytest.mark.parametrize("sentence", TABLES)
def test_tables_are_told_by_their_heads(sentence: str) -> None:
    rows, said = TABLES[sentence]
    assert [with_labels(one) for one in flattened([row(*cells) for cells in rows])] == said


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


def test_a_head_has_at_most_sixty_letters() -> None:
    assert [role_of("Theme".ljust(letters)) for letters in (60, 61)] == ["theme", ""]


def test_a_title_in_a_table_has_at_most_ninety_letters() -> None:
    for letters, kind in ((90, "week Week 1: "), (91, "week Week 1")):
        assert told(row("Week", "Theme"), row("1", "x" * letters))[1].startswith(kind + "x" * 9 * (letters == 90))


def test_a_cell_is_linked_by_the_words_that_it_holds() -> None:
    site = DocumentLink("Guide", "https://a.org")
    rows = [row("Actions", "Guide", "Ask them every night.", links=(site,)), row("Posts", "Say it.")]
    assert told(*rows)[:3] == ["head Actions", "item Guide", "item Ask them every night."]
    other = [row("Actions", "Guide", "Ask them every night.", links=(SITE,)), row("Posts", "Say it.")]
    assert told(*other)[:3] == ["head Actions", "contents Guide", "item Ask them every night."]
