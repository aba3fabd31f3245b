"""What a toolkit says in tables, under headings of its own and in pieces is found as well as what is in lists."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.toolkit_import.make_pack import make_pack, renumbered
from htpm_studio.campaign.toolkit_import.pdf_reader import read_pdf
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import MissingPart, RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.text_splitting import alike
from htpm_studio.errors import InputError
from tests.helpers.bundled import bundled_campaign

WEEK = "# Toolkit 2028\n\n## Week 2: January 3-9, 2028\n\n"
POSTS = f"{WEEK}### Social Media Content\n\n#### Training\n\n"


def found(text: str) -> RecognizedToolkit:
    return recognize(read_text("toolkit.md", text, markdown=True))


def resources(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.text, one.group, one.about, one.links[0].target)
        for one in found(f"{WEEK}### Resources\n\n{text}").of("resource")
    ]


def after_the_week(text: str) -> list[ToolkitItem]:
    return [one for one in found(text).items if one.kind not in ("week", "heading")]


def test_resources_are_found_in_the_rows_of_a_table() -> None:
    table = (
        "#### Learn\n\n| Title | Link | About |\n|---|---|---|\n| Fair Hiring | example.org/hire | How to hire well |\n"
        "| Care at Night | [here](https://example.org/night) | Act |\n"
    )
    assert resources(table) == [
        ("Fair Hiring", "learn", "How to hire well", "example.org/hire"),
        ("Care at Night", "act", "here", "https://example.org/night"),
    ]


def test_a_resource_whose_title_is_a_heading_has_all_paragraphs_below_it() -> None:
    text = (
        "#### Learn\n\n#### Guide to Fair Hiring\n\nRead [Guide to Fair Hiring](https://example.org/hire) first.\n\n"
        "It has nine chapters.\n\n#### Care at Night\n\nIt is for staff: example.org/care\n"
    )
    assert resources(text) == [
        ("Guide to Fair Hiring", "learn", "Read Guide to Fair Hiring first. It has nine chapters.",
         "https://example.org/hire"),
        ("Care at Night", "learn", "It is for staff: example.org/care", "example.org/care"),
    ]  # fmt: skip


def test_a_title_is_taken_once_a_week() -> None:
    assert len(resources("#### Learn\n\n- Fair Hiring (example.org/a)\n- Fair Hiring (example.org/b)\n")) == 1


def test_a_heading_of_the_rank_of_a_week_ends_it_where_the_parts_of_the_week_rank_below() -> None:
    post = "Ask who picks the apples near you: example.org/a #Open\n\n"
    for part, week in (("## Social Media Content", 2), ("### Social Media Content", 0)):
        text = f"{WEEK}{part}\n\n{post}## Lanterns\n\n{post.replace('apples', 'pears')}"
        *_, last = (one for one in found(text).items if "pears" in one.text)
        assert last.week == week, part


def test_what_is_no_title_of_a_resource_is_reported() -> None:
    for title in ("Abc", "Title " * 42):
        items = after_the_week(f"{WEEK}### Resources\n\n#### Learn\n\n- {title} (example.org/a)\n")
        assert [(one.kind, one.reason) for one in items] == [("other", "It is too long for a resource title.")], title


def test_posts_are_found_in_a_table_without_their_labels_and_quotes() -> None:
    table = "| Post | Link |\n|---|---|\n| Post 1: | Ask who picks the apples near you. example.org/a #Open |\n\n"
    quoted = "Post 2: “Ask who cooks the food that you eat: example.org/b #Open”\n"
    assert [(one.text, one.certainty) for one in found(POSTS + table + quoted).of("post")] == [
        ("Ask who picks the apples near you. example.org/a #Open", "sure"),
        ("Ask who cooks the food that you eat: example.org/b #Open", "sure"),
    ]


@pytest.mark.parametrize("more", [("#More", "example.org/d"), ("example.org/d", "#More")])
def test_words_and_the_address_and_the_hashtag_below_them_are_one_post(more: tuple[str, str]) -> None:
    below = "\n\n".join(("example.org/c", "#OpenDoors", *more))
    post, *aside = after_the_week(f"{POSTS}Ask who cleans the rooms that you sleep in.\n\n{below}\n")
    assert (post.kind, post.certainty) == ("post", "likely")
    assert post.text == "Ask who cleans the rooms that you sleep in. example.org/c #OpenDoors"
    assert [(one.kind, one.text) for one in aside] == [("aside", one) for one in more]


def test_a_post_for_wear_blue_day_has_its_day_and_one_under_a_date_that_date() -> None:
    text = f"{POSTS}Today is #WearBlueDay, so wear something blue: example.org/blue\n\n"
    dated = "#### Wear Blue Day (January 11)\n\nWear blue with us and tell others why: example.org/why #Open\n\n"
    other = "#### Outreach\n\nAsk who picks the apples near you: example.org/a #Open\n"
    assert [one.day for one in found(text + dated + other).of("post")] == [11, 11, None]


def test_a_post_is_at_most_a_thousand_letters_long() -> None:
    for extra, kind in ((0, "post"), (1, "other")):
        tail = " example.org/long #Open"
        words = ("Long words of a post. " * 60)[: 1_000 + extra - len(tail) - 1] + "x"
        (item,) = after_the_week(f"{POSTS}{words}{tail}\n")
        assert (len(item.text), item.kind) == (1_000 + extra, kind)


def test_how_certain_a_post_is_depends_on_the_heading_above_it() -> None:
    post = "Ask who picks the apples near you: example.org/a #Open\n"
    heads = {"#### Training\n\n": "sure", "": "likely", "#### Lanterns\n\n": "likely"}
    for head, certainty in heads.items():
        (item,) = found(f"{WEEK}### Social Media Content\n\n{head}{post}").of("post")
        assert item.certainty == certainty, head


def test_the_month_has_hashtags_a_number_goals_and_clauses() -> None:
    text = (
        "# Toolkit 2028\n\n## Hashtags\n\nUse these hashtags in every post that you write.\n\n#EndIt\n\n"
        "## Hotline\n\nCall 1-888-373-7888 now.\n\n## Goals\n\nWe want this:\n\n- Fewer people are harmed.\n\n"
        "## Sample Proclamation\n\nWHEREAS, people are harmed; and\n\nPlease change it.\n"
    )
    kinds = [(one.kind, one.text) for one in found(text).items if one.kind not in ("aside", "other", "heading")]
    assert kinds == [
        ("hashtag", "EndIt"), ("hotline", "1-888-373-7888"), ("goal", "Fewer people are harmed."),
        ("proclamation", "WHEREAS, people are harmed; and"),
    ]  # fmt: skip


def test_the_topic_of_another_of_our_weeks_brings_its_decks_with_the_number_of_this_week() -> None:
    ours = bundled_campaign()
    like = ours.week(4)
    text = (
        f"# Toolkit 2028\n\n# Week 2: January 3-9, 2028\n\nConnecting the Dots: {like.connect}\n\n"
        "## Social Media Content\n\n### Training\n\nAsk who picks the apples near you: example.org/a #Open\n"
    )
    findings = replace(found(text), keeps=frozenset((MissingPart("decks", 2),)))
    made = make_pack(findings, ours, pack_texts(paths.assets() / "campaigns" / "htpm")).campaign.week(2)
    assert [len(deck.slides) for deck in made.decks] == [len(deck.slides) for deck in like.decks]
    assert "Week 4" not in str(made.decks)


def test_a_week_with_another_number_says_that_number_and_nothing_else_changes() -> None:
    week, words = bundled_campaign().week(2), bundled_campaign().words
    again = renumbered(renumbered(week, 5, words), 2, words)
    assert again == week
    assert renumbered(week, 5, words).eyebrow == week.eyebrow.replace("Week 2", "Week 5")


def test_paragraphs_below_a_week_are_what_it_is_about_and_points_may_be() -> None:
    first, second = after_the_week(f"{WEEK}Orchards are far from any town.\n\n- Kitchens are hot.\n")
    assert (first.kind, first.group, first.certainty) == ("passage", "idea", "sure")
    assert (second.kind, second.group, second.certainty) == ("passage", "idea", "likely")


def test_weeks_that_are_listed_first_begin_where_week_1_comes_again() -> None:
    listed = "## Focus Weeks\n\n### Week 1: Basics\n\n### Week 2: Orchards\n\n"
    told = "### Week 1: Basics\n\nEverybody can learn it.\n\n### Week 2: Orchards\n\nThey are far from town.\n"
    passages = found(f"# Toolkit 2028\n\n{listed}{told}").of("passage")
    assert [(one.week, one.text) for one in passages] == [
        (1, "Everybody can learn it."), (2, "They are far from town."),
    ]  # fmt: skip


def test_topics_without_words_have_nothing_in_common() -> None:
    assert alike("", "") == alike("Fair work", "") == alike("", "Fair work") == 0.0
    assert alike("Fair work", "Fair work") == 1.0


@pytest.mark.parametrize(("letters", "reads"), [(39, False), (40, True)])
def test_a_page_of_a_pdf_has_at_least_forty_letters(letters: int, reads: bool) -> None:
    file = io.BytesIO()
    page = Canvas(file)
    page.drawString(72, 700, "x" * letters)
    page.save()
    if reads:
        assert read_pdf("a.pdf", file.getvalue()).blocks
    else:
        with pytest.raises(InputError, match="pictures of pages, not text"):
            read_pdf("a.pdf", file.getvalue())


def test_the_heading_that_begins_a_document_without_weeks_is_no_part_of_them_and_a_post_in_a_table_is() -> None:
    listed = found("# Toolkit 2028\n\n## Take Action\n\n- Ask a cook today.\n- Listen to a neighbor.\n")
    assert [(one.kind, one.text) for one in listed.items][1:] == [
        ("week", "Take Action"), ("action", "Ask a cook today."), ("action", "Listen to a neighbor."),
    ]  # fmt: skip
    table = "| Platform | Post | Link |\n|---|---|---|\n| Facebook | Ask who picks apples near you. | example.org/a |\n"
    (post,) = found(f"# Toolkit 2028\n\n{table}").of("post")
    assert (post.week, post.text, post.platforms) == (1, "Ask who picks apples near you. example.org/a", ("Facebook",))
