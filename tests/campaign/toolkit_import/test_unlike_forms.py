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


def found(text: str, *, markdown: bool = True) -> RecognizedToolkit:
    return recognize(read_text("toolkit.md", text, markdown=markdown))


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
