"""What toolkits say in unusual places: tables, labels in a line, days, no weeks at all, unknown headings."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.observance import find_setting, other_helpline
from htpm_studio.campaign.toolkit_import.post_labels import without_labels
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in, without_dates, year_of
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit
from htpm_studio.campaign.toolkit_import.sections import find_sections
from htpm_studio.campaign.toolkit_import.shape import in_weeks
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.vocabulary import area_of, is_furniture, platforms_in
from tests.helpers.bundled import bundled_campaign

POST = "Ask who picks your apples: example.org/a #Open"
Row = tuple[int, str, str]


def found(text: str, *, markdown: bool = True) -> RecognizedToolkit:
    return recognize(read_text("toolkit.md", text, markdown=markdown))


def used(text: str, *, markdown: bool = True) -> list[Row]:
    items = found(text, markdown=markdown).items
    return [(item.week, item.kind, item.head if item.kind == "week" else item.text) for item in items if item.use]


# ------------------------------------------------------------------ words of the page


@pytest.mark.parametrize(("text", "first", "last", "rest"), [
    ("Week 1 (January 4\u201310): Signs", (1, 4), (1, 10), "Week 1 : Signs"),
    ("September 27 \u2013 October 3, 2027", (9, 27), (10, 3), ""),
    ("Semana 2: del 3 al 9 de enero de 2028", (1, 3), (1, 9), "Semana 2"),
    ("Monday, July 24: Seafarers", (7, 24), (7, 24), "Seafarers"),
    ("10/4 - 10/10", (10, 4), (10, 10), ""),
])  # fmt: skip
def test_printed_dates_are_read(text: str, first: tuple[int, int], last: tuple[int, int], rest: str) -> None:
    days = dates_in(text)
    assert days is not None
    assert days[2:] == (first, last)
    assert without_dates(text) == rest


def test_what_only_looks_like_a_date_is_none() -> None:
    for text in ("Help is here 24/7", "May is our month", "February 30", "in 2028"):
        assert dates_in(text) is None, text


def test_the_year_is_that_of_the_title_and_never_of_a_copyright_line() -> None:
    lines = ("Prevention Month Toolkit, January 2028", "Copyright 2019 Example", "Since 2011 we work in town.")
    assert year_of([DocumentBlock("paragraph", line) for line in lines]) == 2028
    assert year_of([DocumentBlock("paragraph", line) for line in lines[1:]]) == 0


def test_lines_of_a_web_page_are_known_and_sentences_are_not() -> None:
    assert is_furniture("Back to top")
    assert is_furniture("We use cookies to improve this site. Accept all")
    assert is_furniture("Home | About | Contact", near=True)
    assert not is_furniture("Home", near=False)
    assert not is_furniture("Search for a safe home with a survivor.", near=True)


def test_networks_are_known_alone_in_lists_and_with_what_is_said_of_them() -> None:
    assert platforms_in("Facebook / Instagram") == ("Facebook", "Instagram")
    assert platforms_in("Sample tweet") == ("X",)
    assert platforms_in("X (formerly Twitter)") == ("X",)
    assert platforms_in("Facebook is watching") == ()


@pytest.mark.parametrize(("line", "words", "platforms", "files"), [
    ("Facebook: Ask tonight.", "Ask tonight.", ("Facebook",), ()),
    ("Post 2 (Instagram, October 12): Ask tonight.", "Ask tonight.", ("Instagram",), ()),
    ("Image: week-1.png", "", (), ("week-1.png",)),
    ("Post often and ask: is it safe?", "Post often and ask: is it safe?", (), ()),
])  # fmt: skip
def test_labels_before_a_post_are_taken_off(
    line: str, words: str, platforms: tuple[str, ...], files: tuple[str, ...]
) -> None:
    labeled = without_labels(line)
    assert (labeled.words, labeled.labels.platforms, labeled.labels.files) == (words, platforms, files)


def test_synonyms_of_headings_are_data() -> None:
    assert area_of("Things everyone can do this week") == "actions"
    assert area_of("Where to Learn More") == "resources"
    assert area_of("Publicaciones para redes sociales") == "posts"
    assert area_of("Megaphone") is None


# ------------------------------------------------------------------ forms


def test_days_beside_each_other_in_a_table_are_sections_and_their_files_are_of_their_posts() -> None:
    table = (
        "# Awareness Week 2027\n\n| | Monday, May 3 | Tuesday, May 4 |\n|---|---|---|\n| Topic | Reports | DNA |\n"
        f"| Post | {POST} | Hang a dress today. #Open |\n| Action | Learn to report. | Ask for a kit. |\n"
        "| Image | a.png | b.png |\n\n## Resources\n\n- [A kit](https://example.org/kit)\n"
    )
    items = found(table).items
    posts = [(item.week, item.text, item.files) for item in items if item.kind == "post"]
    assert posts == [(1, POST, ("a.png",)), (2, "Hang a dress today. #Open", ("b.png",))]
    weeks = [(item.week, item.head, item.dates) for item in items if item.kind == "week"]
    assert weeks == [(1, "Reports", ((5, 3), (5, 3))), (2, "DNA", ((5, 4), (5, 4)))]
    assert [(item.text, item.reason) for item in items if item.kind == "other"] == [
        ("A kit", "It is for the whole month; say which week it belongs to.")
    ]


def test_labels_inside_a_line_say_what_the_rest_is() -> None:
    text = (
        "# Month 2027\n\n## Week 1: Respect\n\n**Call to action:** Ask a teenager.\n\n**Sample Facebook post**\n\n"
        f"{POST}\n\n**Learn more:** [Respect at school](https://example.org/school)\n"
    )
    assert used(text) == [
        (1, "week", "Respect"), (1, "action", "Ask a teenager."), (1, "post", POST),
        (1, "resource", "Respect at school"),
    ]  # fmt: skip
    assert next(item for item in found(text).items if item.kind == "post").platforms == ("Facebook",)


def test_posts_of_several_networks_without_empty_lines_are_several() -> None:
    text = (
        "Month 2028\n\nWeek 1: Speak up\n\nSample messages\n\n"
        "Twitter/X: Speak up for an elder today at home. example.org/a #Open\n"
        "Facebook: It takes one call. Who will you call? example.org/b #Open\n"
    )
    posts = [(item.text, item.platforms) for item in found(text, markdown=False).of("post")]
    assert posts == [
        ("Speak up for an elder today at home. example.org/a #Open", ("X",)),
        ("It takes one call. Who will you call? example.org/b #Open", ("Facebook",)),
    ]


def test_a_document_without_weeks_is_one_and_dates_above_posts_are_theirs() -> None:
    days = f"### January 4\n\n{POST}\n\n### January 5\n\nSave it today. #Open\n"
    text = f"# Toolkit January 2027\n\n## Daily posts\n\n{days}"
    posts = [(item.week, item.text, item.dates) for item in found(text).of("post")]
    assert posts == [(1, POST, ((1, 4), (1, 4))), (1, "Save it today. #Open", ((1, 5), (1, 5)))]


def test_an_unknown_heading_is_what_its_lines_are_or_is_asked() -> None:
    head = "# Month 2027\n\n## Week 1: Signs\n\n"
    assert used(f"{head}### Lanterns\n\n{POST}\n")[1:] == [(1, "post", POST)]
    assert used(f"{head}### Lanterns\n\n1. Ask a neighbor.\n2. Call a friend.\n")[1:] == [
        (1, "action", "Ask a neighbor."), (1, "action", "Call a friend."),
    ]  # fmt: skip
    assert all(kind in ("week", "passage") for _, kind, _ in used(f"{head}### Lanterns\n\n- Red ones\n- Blue ones\n"))


def test_a_list_of_weeks_before_the_weeks_loses_none() -> None:
    text = (
        "# Month 2027\n\n## At a glance\n\n- Week 1 (October 1-7): Signs\n- Week 2 (October 8-14): Help\n\n"
        f"## Week 1\n\n### Posts\n\n{POST}\n\n## Week 2\n\n### Posts\n\nSave it today. #Open\n"
    )
    result = found(text)
    assert [(item.week, item.text) for item in result.of("post")] == [(1, POST), (2, "Save it today. #Open")]
    last = {item.week: (item.head, item.dates) for item in result.items if item.kind == "week"}
    assert last == {1: ("Signs", ((10, 1), (10, 7))), 2: ("Help", ((10, 8), (10, 14)))}


def parts(name: str) -> list[tuple[int, str]]:
    return [(2, name), (3, "Actions"), (3, "Social media posts")]


@pytest.mark.parametrize(("headings", "weeks"), [
    ([*parts("Apples"), *parts("Pears")], ["Apples", "Pears"]),
    (parts("Apples"), []),  # one alone is like no other
    ([*parts("Apples"), *parts("Theme"), *parts("Pears")], ["Apples", "Pears"]),  # that says what it is
    ([(1, "All of them"), *parts("Apples"), *parts("Pears"), (4, "Note"), (2, "Plums"), (3, "Actions")],
     ["Apples", "Pears", "Plums"]),
    ([*parts("Apples"), (2, "A word from the mayor"), *parts("Pears")], ["Apples", "Pears"]),
    ([(2, "Apples"), (2, "Pears"), (3, "Actions"), (2, "Plums"), (3, "Resources")], []),  # their parts are not alike
    ([(0, "Apples"), (0, "Actions"), (0, "Resources"), (0, "Pears"), (0, "Actions")], ["Apples", "Pears"]),
    ([(2, "Apples"), (2, "Actions"), (2, "Pears"), (2, "Actions")], []),  # parts are below what they belong to
])  # fmt: skip
def test_headings_with_the_same_parts_below_them_are_weeks(headings: list[tuple[int, str]], weeks: list[str]) -> None:
    found = find_sections([DocumentBlock("heading", text, level) for level, text in headings])
    assert [headings[at][1] for at, one in found.items() if one.by_place] == weeks
    assert [one.number for one in found.values() if one.by_place] == list(range(1, len(weeks) + 1))


def test_days_of_a_week_are_one_week_of_a_kit_and_keep_their_posts_days() -> None:
    days = "".join(f"## Day {n}: July {23 + n}\n\n### Posts\n\nAsk on day {n} too. #Open\n\n" for n in range(1, 8))
    result = in_weeks(found(f"# World Day 2028\n\n{days}"))
    assert result.weeks == (1,)
    assert [item.day for item in result.of("post")] == list(range(24, 31))
    assert result.notes == ("Days 1, 2, 3, 4, 5, 6, 7 of the toolkit are together week 1 of the kit.",)


def test_a_short_line_alone_below_a_week_is_its_title_and_a_topic_is_none() -> None:
    posts = f"## Posts\n\n{POST}\n"
    assert used(f"# Month 2028\n\n# Week 1\n\nLanterns at noon\n\n{posts}")[0] == (1, "week", "Lanterns at noon")
    for line in ("Lanterns burn.", "Focus words: lanterns", "Lanterns\n\nand more of them"):
        assert used(f"# Month 2028\n\n# Week 1\n\n{line}\n\n{posts}")[0][2] != line.split("\n")[0]


def test_a_line_says_that_it_is_a_post_and_a_page_number_is_no_content() -> None:
    rows = used(f"# Month 2028\n\n## Week 1: Signs\n\nShare: {POST}\n\nPage 2 of 4\n")
    assert rows == [(1, "week", "Signs"), (1, "post", POST)]


def in_kit_weeks(count: int) -> RecognizedToolkit:
    rows = range(1, count + 1)
    weeks = "".join(f"## Week {n}: Topic {n}\n\n### Posts\n\nAsk in week {n} too. #Open\n\n" for n in rows)
    return in_weeks(found(f"# Month 2028\n\n{weeks}"))


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_three_to_six_weeks_stay_as_they_are(count: int) -> None:
    result = in_kit_weeks(count)
    assert [item.week for item in result.of("post")] == list(range(1, count + 1))
    assert result.notes == ()


def test_seven_weeks_are_six_of_a_kit_and_the_report_says_which() -> None:
    result = in_kit_weeks(7)
    assert [item.week for item in result.of("post")] == [1, 2, 3, 4, 5, 6, 6]
    assert result.of("week", 6)[-1].head == "Topic 6 / Topic 7"
    assert result.notes == ("Parts 6, 7 of the toolkit are week 6 of the kit, which has at most 6 weeks.",)


def test_a_day_before_a_post_is_data_and_a_question_can_be_a_heading() -> None:
    text = (
        "Month 2027\n\nWeek 1 - Signs\n\nMonday 1/4: Anyone can be a helper. Save it today. #Open\n\n"
        "What can you do?\nTake the training.\nShare it with two coworkers.\n"
    )
    assert used(text, markdown=False)[1:] == [
        (1, "post", "Anyone can be a helper. Save it today. #Open"), (1, "action", "Take the training."),
        (1, "action", "Share it with two coworkers."),
    ]  # fmt: skip
    assert found(text, markdown=False).of("post")[0].dates == ((1, 4), (1, 4))


def test_quoted_posts_below_a_line_and_boxes_to_tick_are_read() -> None:
    text = f"# Day 2028\n\n## On the day\n\n- [ ] Reserve the steps.\n\nPost at 9 a.m.\n> {POST}\n"
    assert [item.text for item in found(text).of("post")] == [POST]
    assert "Reserve the steps." in [item.text for item in found(text).of("passage")]


def test_a_sentence_between_a_title_and_its_address_says_what_it_is_about() -> None:
    text = "# Month 2028\n\n## Week 1\n\n### Resources\n\n- **A long guide** \u2013 what it is and is not. https://example.org/a\n"
    (item,) = found(text).of("resource")
    assert (item.text, item.about, item.links[0].target) == (
        "A long guide", "what it is and is not.", "https://example.org/a",
    )  # fmt: skip


def test_posts_below_key_messages_are_posts() -> None:
    text = (
        "Clean Water Month 2028\n\nWeek 1 - Sources\n\nKey messages\nRivers begin in small places.\n\n"
        "Post 1: Do you know where your tap water begins? example.org/tap #Open\nPost 2: One drop spoils a tub. #Open\n"
    )
    assert used(text, markdown=False)[1:] == [
        (1, "passage", "Rivers begin in small places."),
        (1, "post", "Do you know where your tap water begins? example.org/tap #Open"),
        (1, "post", "One drop spoils a tub. #Open"),
    ]


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("Open Doors: six days for our shops", "Open Doors"),
        ("\u201cOpen Doors\u201d", "Open Doors"),
        ("Clean Water Month", ""),
        ("Open", ""),
        ("A kit for our shops", ""),
    ],
)
def test_a_line_before_the_weeks_that_posts_have_as_their_hashtag_is_the_theme(heading: str, theme: str) -> None:
    post = "Ask who picks your apples. #OpenDoors #CleanWaterMonth #Open"
    text = f"# Clean Water Month 2028\n\n## {heading}\n\n## Week 1: Apples\n\n### Posts\n\n{post}\n"
    assert [(item.text, item.certainty) for item in found(text).of("theme")] == ([(theme, "likely")] if theme else [])


def test_a_theme_that_is_called_so_is_the_only_one() -> None:
    text = (
        f"# Clean Water Month 2028\n\n## Open\n\nTheme: Rivers Remember\n\n## Week 1: Apples\n\n### Posts\n\n{POST}\n"
    )
    assert [item.text for item in found(text).of("theme")] == ["Rivers Remember"]


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("\u201cNobody asked.\u201d #Open", "Nobody asked. #Open"),
        ("\u201cNobody asked, and \u2018no\u2019 is no answer.\u201d example.org/a #Open",
         "Nobody asked, and \u2018no\u2019 is no answer. example.org/a #Open"),
        ("\u201cNobody\u201d is not the same as \u201cno one.\u201d #Open",
         "\u201cNobody\u201d is not the same as \u201cno one.\u201d #Open"),
        ("\u201cNobody asked\u201d is how it begins. #Open", "\u201cNobody asked\u201d is how it begins. #Open"),
    ],
)  # fmt: skip
def test_a_post_loses_the_quotation_marks_around_it_and_keeps_those_in_it(printed: str, post: str) -> None:
    text = f"# Month 2028\n\n## Week 1: Apples\n\n### Posts\n\n{printed}\n"
    assert [item.text for item in found(text).of("post")] == [post]


def test_a_line_that_says_whom_to_call_is_no_resource() -> None:
    text = (
        f"# Month 2028\n\n## Week 1\n\n### Posts\n\n{POST}\n\n### Resources\n\n- A guide: example.org/guide\n\n"
        "#### If somebody asks for help\n\nThe Hope Line: 212-555-0103. Ask before you call.\n"
    )
    assert [item.text for item in found(text).of("resource")] == ["A guide"]


def test_the_month_is_that_of_the_days_and_not_that_of_the_last_change() -> None:
    text = (
        "# Clean Water Awareness Month 2028\n\nOffice of Rivers | Last updated: December 10, 2027\n\n"
        f"## Monday 2/7: Rivers\n\n### Posts\n\n{POST}\n\n## Tuesday 2/8: Lakes\n\n### Posts\n\nLook. #Open\n\n"
        "## Wednesday 2/9: Taps\n\n### Posts\n\nDrink. #Open\n"
    )
    assert find_setting(read_text("x.md", text, markdown=True).blocks, bundled_campaign()).month == 2


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Need help? Valley Safe Line: 1-800-555-0163.", True),
        ("Valley Safe Line: 1-800-555-0163. National Human Trafficking Hotline: 1-888-373-7888.", False),
        ("Order prints at 1-800-555-0163.", False),
        ("", False),
    ],
)
def test_a_toolkit_of_our_month_with_another_helpline_is_told_which_number_kits_show(lines: str, said: bool) -> None:
    text = f"# Human Trafficking Prevention Month 2028\n\n{lines}\n\n## Week 1\n\n### Posts\n\n{POST}\n"
    blocks = read_text("x.md", text, markdown=True).blocks
    notes = other_helpline(blocks, find_setting(blocks, bundled_campaign()))
    assert [("1-800-555-0163" in note, "1-888-373-7888" in note) for note in notes] == [(True, True)] * said


@pytest.mark.parametrize(
    ("said", "told"),
    [("Valley Safe Line=1-800-555-0163", True), ("1-888-373-7888", False), ("(888) 373-7888", False), ("", False)],
)
def test_a_helpline_that_the_user_gives_for_our_month_is_said_not_to_be_used(said: str, told: bool) -> None:
    text = f"# Human Trafficking Prevention Month 2028\n\n## Week 1\n\n### Posts\n\n{POST}\n"
    blocks = read_text("x.md", text, markdown=True).blocks
    notes = other_helpline(blocks, find_setting(blocks, bundled_campaign()), said)
    assert [said in note and "1-888-373-7888" in note for note in notes] == [True] * told
