"""Toolkits of three unlike forms become the same campaign; nothing is invented, and what has no place is named."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.campaign.dates import Schedule, focus_weeks
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.campaign.pack_files import PackTexts, pack_texts
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink, Source
from htpm_studio.campaign.toolkit_import.make_pack import MadePack, make_pack, renumbered
from htpm_studio.campaign.toolkit_import.missing import MONTH_PARTS, OURS_TOO, filled, missing_parts
from htpm_studio.campaign.toolkit_import.observance import find_setting
from htpm_studio.campaign.toolkit_import.reading import read_document
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.report import attention, report_text, summary
from htpm_studio.campaign.toolkit_import.results import MissingPart, PartName, RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.text_splitting import key_of
from htpm_studio.errors import InputError
from htpm_studio.processes.jobs import JobContext
from tests.helpers.bundled import bundled_campaign
from tests.helpers.sweeps import cases
from tests.helpers.toolkits import FOLDER, toolkit_file, values

BUNDLED = paths.assets() / "campaigns" / "htpm"
DOORS = values("doors")
"""What is in a toolkit that there is in three forms."""


@pytest.fixture(scope="module")
def ours() -> Campaign:
    return bundled_campaign()


@pytest.fixture(scope="module")
def our_texts() -> PackTexts:
    return pack_texts(BUNDLED)


@pytest.fixture(scope="module", params=["md", "pdf", "docx"])
def findings(request: pytest.FixtureRequest) -> RecognizedToolkit:
    return recognize(read_document(FOLDER / f"doors.{request.param}", JobContext()))


@pytest.fixture(scope="module")
def made(findings: RecognizedToolkit, ours: Campaign, our_texts: PackTexts) -> MadePack:
    return make_pack(findings, ours, our_texts)


def text_findings(text: str, year: int | None = None) -> RecognizedToolkit:
    return recognize(read_text("toolkit.md", text, markdown=True), year)


def week_text(body: str, head: str = "# Week 2: January 3-9, 2028") -> str:
    return f"{head}\n\nConnecting the Dots: Orchards and Kitchens\n\n{body}"


MONTH = tuple(MissingPart(name) for name in (*MONTH_PARTS, *OURS_TOO))
FIELDS: dict[PartName, str] = {"theme": "themes", "day": "events", "numbers": "statistics"}
"""What a document of one week does not say of the month."""


def kept(found: RecognizedToolkit, ours: Campaign) -> RecognizedToolkit:
    return filled(replace(found, missing=missing_parts(found, ours)), "ours")


def posts_text(*posts: str) -> str:
    return week_text("## Social Media Content\n\n### Training\n\n" + "\n\n".join(posts))


# ------------------------------------------------------------------ three forms


def test_each_part_is_found_in_its_week(findings: RecognizedToolkit) -> None:
    assert findings.year == DOORS["year"]
    assert [item.text for item in findings.of("theme")] == [DOORS["theme"]]
    for number, week in enumerate(DOORS["weeks"], 1):
        posts = [(item.head, item.text) for item in findings.of("post", number)]
        assert posts == [(section["head"], post) for section in week["sections"] for post in section["posts"]]
        assert [item.text for item in findings.of("action", number)] == week["actions"]
        resources = [
            (item.group, item.text, item.links[0].target.removeprefix("https://").removesuffix("/"))
            for item in findings.of("resource", number)
        ]
        assert resources == [(group, *row) for group in ("learn", "act") for row in week[group]]
        dots = [item.text for item in findings.of("passage", number) if item.head == week["topic"]]
        assert set(week["dots"]) <= set(dots) <= {*week["dots"], week["idea"]}
    assert attention(findings) == [], "nothing needs a look"


def test_the_pack_says_what_the_toolkit_says(made: MadePack) -> None:
    for number, week in enumerate(DOORS["weeks"], 1):
        found = made.campaign.week(number)
        posts = [key_of(post) for section in week["sections"] for post in section["posts"]]
        assert [key_of(post.caption()) for post in found.posts] == posts
        assert [action.text for action in found.actions] == week["actions"]
        assert {title for title, _ in (*week["learn"], *week["act"])} <= {one.title for one in found.resources}
        assert found.ready
    assert made.campaign.info.year == DOORS["year"]
    assert made.campaign.theme(DOORS["year"]).title == DOORS["theme"]
    assert any("In neutral words or left out" in note and "proclamation" in note for note in made.notes)
    assert any(note.startswith("The decks and handouts of week 2 combine") for note in made.notes)


def test_a_topic_of_its_own_is_what_slides_and_handouts_are_about(made: MadePack) -> None:
    week = made.campaign.week(2)
    assert week.eyebrow == "Week 2: Seasonal Farm Work"
    assert {deck.id for deck in week.decks} == {"training", "short", "loop"}
    heads = [slide.title for slide in week.deck("training").slides]
    assert heads[0] == "Human Trafficking and Seasonal Farm Work"
    assert "What you can do" in heads
    said = str([slide.fields for slide in week.deck("training").slides])
    assert DOORS["weeks"][1]["actions"][0].rstrip(".") in said
    assert "Fair workplaces" not in said


def test_a_week_without_an_idea_of_its_own_takes_a_sentence_of_the_toolkit(made: MadePack) -> None:
    assert made.campaign.week(3).idea in (DOORS["weeks"][2]["idea"], "Landlords meet people whom nobody else meets.")


def test_the_texts_are_what_the_campaign_was_read_from(made: MadePack) -> None:
    assert read_pack(made.texts, "en") == made.campaign


def test_the_same_document_gives_the_same_pack(
    findings: RecognizedToolkit, ours: Campaign, our_texts: PackTexts, made: MadePack
) -> None:
    assert make_pack(findings, ours, our_texts) == made


# ------------------------------------------------------------------ posts


def only_post(text: str, ours: Campaign, our_texts: PackTexts) -> tuple[str, tuple[str, ...], str, str]:
    made = make_pack(text_findings(posts_text(text)), ours, our_texts)
    (post,) = made.campaign.week(2).posts
    return post.text, post.hashtags, post.url, post.short


def test_a_hashtag_inside_a_sentence_stays_a_word_of_it(ours: Campaign, our_texts: PackTexts) -> None:
    words = "You can #OpenDoors by asking who picks the apples: example.org/apples #EndTrafficking"
    made = make_pack(text_findings(posts_text(words)), ours, our_texts)
    (post,) = made.campaign.week(2).posts
    assert post.caption() == words


def test_a_third_hashtag_is_left_out_and_named(ours: Campaign, our_texts: PackTexts) -> None:
    text = "Ask who picks the apples in your pie: example.org/apples #OpenDoors #FairHarvest #Orchards"
    made = make_pack(text_findings(posts_text(text)), ours, our_texts)
    assert made.campaign.week(2).posts[0].hashtags == ("OpenDoors", "FairHarvest")
    assert any("#Orchards was left out" in note for note in made.notes)


def test_an_address_inside_a_sentence_stays_there(ours: Campaign, our_texts: PackTexts) -> None:
    text, tags, url, _ = only_post("Visit example.org to learn who picks the apples. #OpenDoors", ours, our_texts)
    assert (text, tags, url) == ("Visit example.org to learn who picks the apples.", ("OpenDoors",), "")


def test_a_full_stop_after_an_address_is_no_part_of_it(ours: Campaign, our_texts: PackTexts) -> None:
    _, _, url, _ = only_post("Ask who picks the apples for your pie: example.org/apples. #OpenDoors", ours, our_texts)
    assert url == "https://example.org/apples"


def test_the_short_form_is_made_of_whole_sentences_of_the_long_one(ours: Campaign, our_texts: PackTexts) -> None:
    middle = " ".join(f"Sentence number {number} tells more about the orchard and its crew." for number in range(5))
    long = f"Apples do not pick themselves. {middle} Learn who does it: example.org/apples #OpenDoors"
    text, _, _, short = only_post(long, ours, our_texts)
    assert len(text) > 280
    assert short.startswith("Apples do not pick themselves. Sentence number 0")
    assert short.endswith("Learn who does it:")


def test_a_post_that_names_a_date_of_that_year_is_for_that_year_only(ours: Campaign, our_texts: PackTexts) -> None:
    text = "Join the talk on orchards on February 5, 2028, at the library: example.org/talk #OpenDoors"
    made = make_pack(text_findings(posts_text(text)), ours, our_texts)
    assert made.campaign.week(2).posts[0].only_year == 2028
    assert any("used in 2028 only" in note for note in made.notes)


def test_the_month_of_its_own_year_is_left_open_and_other_dates_stay(ours: Campaign, our_texts: PackTexts) -> None:
    month = "January 2028 is Human Trafficking Prevention Month. A report came out in January 2028. See you."
    body = "## What You Can Do\n\n* Ask the mayor to proclaim January 2028 as Human Trafficking Prevention Month."
    body += "\n\n## Social Media Content\n\n### Training\n\nAsk who picks apples: example.org/apples #OpenDoors"
    letter = f"# Human Trafficking Prevention Month 2028\n\n## Sample Newsletter Content\n\n{month}\n\n"
    made = make_pack(text_findings(letter + week_text(body)), ours, our_texts).campaign
    assert made.month.newsletter.paragraphs == (
        "January {year} is Human Trafficking Prevention Month. A report came out in January 2028. See you.",
    )
    (action,) = made.week(2).actions
    assert action.text == "Ask the mayor to proclaim January {year} as Human Trafficking Prevention Month."
    assert action.only_year is None


def test_a_course_below_an_action_belongs_to_it(ours: Campaign, our_texts: PackTexts) -> None:
    body = (
        "## What You Can Do\n\n* Host a training for all staff.\n    * [Care on the Night Shift](https://example.org/n)"
    )
    body += "\n\n## Social Media Content\n\n### Training\n\nAsk who picks apples: example.org/apples #OpenDoors"
    week = make_pack(text_findings(week_text(body)), ours, our_texts).campaign.week(2)
    (action,) = week.actions
    assert [week.resource(name).title for name in action.resources] == ["Care on the Night Shift"]


def test_a_known_address_brings_our_picture(ours: Campaign, our_texts: PackTexts) -> None:
    known = ours.week(2)
    post = next(one for one in known.posts if one.url and not one.only_day)
    address = post.url.removeprefix("https://").removeprefix("www.")
    text = posts_text(f"Other words about it altogether: {address} #OpenDoors")
    found = text_findings(text.replace("Orchards and Kitchens", known.connect))
    assert MissingPart("decks", 2) in missing_parts(found, ours)
    alone = make_pack(found, ours, our_texts).campaign.week(2)
    assert alone.posts[0].graphic != post.graphic
    ours_too = [slide for deck in known.decks for slide in deck.slides]
    assert not [slide for deck in alone.decks for slide in deck.slides if slide in ours_too]
    made = make_pack(filled(replace(found, missing=missing_parts(found, ours)), "none", ["decks-2"]), ours, our_texts)
    assert made.campaign.week(2).posts[0].id == post.id
    assert made.campaign.week(2).posts[0].graphic == post.graphic
    assert made.campaign.week(2).decks == known.decks


def test_the_topic_of_another_of_our_weeks_brings_its_decks_with_the_number_of_this_week(
    ours: Campaign, our_texts: PackTexts
) -> None:
    like = ours.week(4)
    text = (
        f"# Toolkit 2028\n\n# Week 2: January 3-9, 2028\n\nConnecting the Dots: {like.connect}\n\n"
        "## Social Media Content\n\n### Training\n\nAsk who picks the apples near you: example.org/a #Open\n"
    )
    findings = replace(text_findings(text), keeps=frozenset((MissingPart("decks", 2),)))
    made = make_pack(findings, ours, our_texts).campaign.week(2)
    assert [len(deck.slides) for deck in made.decks] == [len(deck.slides) for deck in like.decks]
    assert "Week 4" not in str(made.decks)


def test_a_week_with_another_number_says_that_number_and_nothing_else_changes() -> None:
    week, words = bundled_campaign().week(2), bundled_campaign().words
    again = renumbered(renumbered(week, 5, words), 2, words)
    assert again == week
    assert renumbered(week, 5, words).eyebrow == week.eyebrow.replace("Week 2", "Week 5")


# ------------------------------------------------------------------ what must not pass


@pytest.mark.parametrize("number", ["1-888-373-7889", "1-888-337-7888", "text 233773"])
def test_a_number_that_is_almost_the_hotline_is_an_error(number: str, ours: Campaign, our_texts: PackTexts) -> None:
    wrong = f"Need someone to talk to? Call {number} at any hour: example.org/help #OpenDoors"
    right = "Need someone to talk to? Call 1-888-373-7888 at any hour: example.org/help #OpenDoors"
    found = text_findings(posts_text(wrong, right))
    assert [item.text for item in found.of("post")] == [right]
    assert len(found.mistakes) == 1
    assert "almost the hotline's" in attention(found)[0]
    assert number.removeprefix("text ") not in str(make_pack(found, ours, our_texts).texts)


def test_a_document_without_a_year_asks_for_it(ours: Campaign, our_texts: PackTexts) -> None:
    text = "# Week 1\n\n## Social Media\n\nAsk who picks the apples: example.org/a #OpenDoors"
    with pytest.raises(InputError, match="does not say for which year"):
        make_pack(text_findings(text), ours, our_texts)
    assert make_pack(text_findings(text, 2029), ours, our_texts).campaign.info.year == 2029


def test_a_document_without_posts_is_refused(ours: Campaign, our_texts: PackTexts) -> None:
    with pytest.raises(InputError, match="No week with posts"):
        make_pack(text_findings("# A cake for January 2028\n\nFlour, eggs and sugar."), ours, our_texts)


def test_a_document_that_is_only_a_menu_is_refused_with_what_is_in_it(ours: Campaign, our_texts: PackTexts) -> None:
    menu = "# Home\n\n# About us\n\n# Contact\n\n# Skip to main content\n\n# Privacy policy\n\n# Back to top\n"
    with pytest.raises(InputError, match="No week with posts") as refused:
        make_pack(text_findings(menu), ours, our_texts)
    assert '6 lines of the menus and notices of a web page, such as "Home", "About us"' in refused.value.hint


def test_a_file_name_that_is_no_text_does_not_stop_an_import(ours: Campaign, our_texts: PackTexts) -> None:
    text = posts_text("Ask who picks the apples: example.org/a #OpenDoors")
    document = replace(read_text("toolkit.md", text, markdown=True), name="a\udcff\nb")
    made = make_pack(recognize(document), ours, our_texts)
    assert dict(made.texts)["pack.toml"].startswith("# Made from a\ufffd\ufffdb.")


def test_a_refused_document_names_only_what_is_in_it(ours: Campaign, our_texts: PackTexts) -> None:
    with pytest.raises(InputError) as refused:
        make_pack(text_findings("# A cake for January 2028\n\nFlour, eggs and sugar."), ours, our_texts)
    assert refused.value.hint.endswith('Found: other lines: 1; headings: "A cake for January 2028".')


def test_nothing_of_our_month_fills_in_unasked(ours: Campaign, our_texts: PackTexts) -> None:
    found = text_findings(posts_text("Ask who picks the apples: example.org/a #OpenDoors"))
    month, mine = make_pack(found, ours, our_texts).campaign.month, ours.month
    assert month.goals == ()
    assert month.about == "Human Trafficking Prevention Month is observed in January."
    assert month.themes[-1].title == "Human Trafficking Prevention Month"
    for own, other in ((month.newsletter, mine.newsletter), (month.web, mine.web)):
        assert not set(own.paragraphs) & set(other.paragraphs)
    assert not set(month.proclamation.clauses) & set(mine.proclamation.clauses)
    assert (month.events, month.statistics, month.voices) == ((), (), None)
    assert [one.url for one in month.resources] == [ours.hotline.web]


def test_the_awareness_day_is_that_of_a_toolkit_that_names_it(ours: Campaign, our_texts: PackTexts) -> None:
    text = posts_text("Ask who picks the apples: example.org/a #OpenDoors")
    said = "On WearBlueDay the whole market wears blue."
    blocks = read_text("toolkit.md", f"{text}\n\n## What you can do\n\n- {said}\n", markdown=True).blocks
    found = replace(text_findings(text), setting=find_setting(blocks, ours))
    made = make_pack(found, ours, our_texts).campaign
    assert [(one.day, one.name, one.text) for one in made.month.events] == [(11, ours.month.events[0].name, said)]
    assert made.observance.day == 11
    assert make_pack(text_findings(text), ours, our_texts).campaign.observance.day == 0


@pytest.mark.parametrize("name", [part.name for part in MONTH if part.name != "hashtags"])
def test_each_part_of_our_month_is_kept_where_the_user_wants_it(
    name: PartName, ours: Campaign, our_texts: PackTexts
) -> None:
    found = text_findings(posts_text("Ask who picks the apples: example.org/a #OpenDoors"))
    made = make_pack(replace(found, keeps=frozenset((MissingPart(name),))), ours, our_texts)
    names = [FIELDS.get(part.name, part.name) for part in MONTH if part.name != "hashtags"]
    same = [one for one in names if getattr(made.campaign.month, one) == getattr(ours.month, one)]
    assert same == [FIELDS.get(name, name)]
    assert any("From the built-in campaign" in note for note in made.notes)


def test_our_hashtags_are_kept_where_the_user_wants_them(ours: Campaign, our_texts: PackTexts) -> None:
    found = text_findings(posts_text("Ask who picks the apples: example.org/a #OpenDoors"))
    alone = make_pack(found, ours, our_texts).campaign.info
    assert (alone.primary_hashtag, alone.secondary_hashtags) == ("HumanTraffickingPrevention", ())
    info = make_pack(replace(found, keeps=frozenset((MissingPart("hashtags"),))), ours, our_texts).campaign.info
    assert (info.primary_hashtag, info.secondary_hashtags) == (
        ours.info.primary_hashtag, ours.info.secondary_hashtags,
    )  # fmt: skip


def test_only_what_is_missing_can_be_kept_by_its_name(ours: Campaign) -> None:
    found = text_findings(posts_text("Ask who picks the apples: example.org/a #OpenDoors"))
    found = replace(found, missing=missing_parts(found, ours))
    assert filled(found, "none", ["voices", "week-3"]).keeps == {MissingPart("voices"), MissingPart("week", 3)}
    with pytest.raises(InputError, match="week-2 is nothing") as refused:
        filled(found, "none", ["week-2"])
    assert "It lacks: theme, goals" in str(refused.value.hint)


def test_what_is_for_a_week_and_was_given_to_none_is_named(ours: Campaign, our_texts: PackTexts) -> None:
    found = text_findings(
        posts_text("Ask who picks the apples: example.org/a #OpenDoors", "Ask again tomorrow at noon: example.org/b")
    )
    first, *rest = found.of("post")
    items = tuple(replace(one, week=0) if one is rest[0] else one for one in found.items)
    notes = make_pack(replace(found, items=items), ours, our_texts).notes
    assert f"The post at {rest[0].place} belongs to no week, so it was left out." in notes
    assert not any(f"at {first.place} belongs" in note for note in notes)


def test_weeks_that_are_missing_are_left_out_and_named(ours: Campaign, our_texts: PackTexts) -> None:
    found = text_findings(posts_text("Ask who picks the apples: example.org/a #OpenDoors"))
    assert missing_parts(found, ours) == (*MONTH, *(MissingPart("week", number) for number in (1, 3, 4, 5)))
    made = make_pack(found, ours, our_texts)
    assert [(week.number, week.ready) for week in made.campaign.weeks] == [(1, False), (2, True)]
    assert "Week 1 was left out: the toolkit has nothing for it." in made.notes


def test_weeks_that_are_missing_are_ours_where_the_user_wants_that(ours: Campaign, our_texts: PackTexts) -> None:
    found = text_findings(posts_text("Ask who picks the apples: example.org/a #OpenDoors"))
    made = make_pack(kept(found, ours), ours, our_texts)
    assert made.campaign.week(4) == ours.week(4)
    assert any(note.startswith("Week 4 comes from the built-in campaign") for note in made.notes)
    one = make_pack(replace(found, keeps=frozenset({MissingPart("week", 3)})), ours, our_texts)
    assert [(week.number, week.ready) for week in one.campaign.weeks] == [(1, False), (2, True), (3, True)]


def test_posts_of_ours_fill_a_week_with_actions_alone_only_where_the_user_wants_that(
    ours: Campaign, our_texts: PackTexts
) -> None:
    posts = posts_text("Ask who picks the apples: example.org/a #OpenDoors")
    found = text_findings(f"{posts}\n\n# Week 3\n\n## What you can do\n\n- Ask at the market.\n")
    assert MissingPart("posts", 3) in missing_parts(found, ours)
    assert make_pack(found, ours, our_texts).campaign.announced_week(3).posts == ()
    assert make_pack(kept(found, ours), ours, our_texts).campaign.week(3).posts == ours.week(3).posts


def test_a_week_with_the_topic_of_one_of_ours_that_is_kept_shares_no_number_with_it(
    ours: Campaign, our_texts: PackTexts
) -> None:
    like = next(week for week in ours.weeks if week.statistics and week.connect and week.number < 5)
    head = f"# Prevention Month 2028\n\n# Week 5\n\nConnecting the Dots: {like.connect}\n\n## Social media\n\n"
    found = kept(text_findings(f"{head}Ask who picks the apples: example.org/a #OpenDoors\n"), ours)
    numbers = [one.id for week in make_pack(found, ours, our_texts).campaign.weeks for one in week.statistics]
    assert len(numbers) == len(set(numbers)) > 0


def test_a_post_with_an_address_inside_has_no_second_one(ours: Campaign, our_texts: PackTexts) -> None:
    text = posts_text("Read example.org/a tonight, then [this](https://example.org/b) tomorrow. #OpenDoors")
    (post,) = make_pack(text_findings(text), ours, our_texts).campaign.week(2).posts
    assert (post.text, post.url) == ("Read example.org/a tonight, then this tomorrow.", "")


def test_the_dates_that_a_toolkit_prints_are_those_of_its_weeks(ours: Campaign, our_texts: PackTexts) -> None:
    text = posts_text("Ask who picks the apples: example.org/a #OpenDoors").replace("3-9", "5-11")
    made = make_pack(text_findings(text), ours, our_texts).campaign
    week = Schedule(2028, observance=made.observance).week(2)
    assert (week.first.day, week.last.day) == (5, 11)
    assert Schedule(2028, observance=made.observance).week(3) == focus_weeks(2028)[2]


def test_the_report_names_all(ours: Campaign, our_texts: PackTexts) -> None:
    found = text_findings(
        posts_text("Just a sentence about apples.", "Ask who picks your apples: example.org/ask #OpenDoors")
    )
    text = report_text(found, make_pack(found, ours, our_texts).notes)
    assert text.startswith(summary(found))
    assert "Just a sentence about apples." in text
    assert "To review: 1" in text
    assert "In its place, for certain" in text
    assert all(f'"{item.text[:69]}' in text for item in found.items)


# ------------------------------------------------------------------ any order, any noise

LINES = sorted({line for line in toolkit_file("doors.md").decode().splitlines() if line.strip()})
NOISE = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


def pack_or_sentence(text: str, ours: Campaign, texts: PackTexts) -> tuple[MadePack | None, InputError | None]:
    try:
        return make_pack(recognize(read_text("toolkit.md", text, markdown=True)), ours, texts), None
    except InputError as error:
        return None, error


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@cases(60, deadline=2_000, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(LINES), NOISE), max_size=60), st.booleans())
def test_any_order_of_lines_is_read_and_nothing_is_invented(lines: list[str], markdown: bool) -> None:
    text = "\n\n".join(lines)
    try:
        document = read_text("toolkit.txt", text, markdown=markdown)
    except InputError:
        return
    found = recognize(document)
    there = words(" ".join(block.text for block in document.blocks))
    for item in found.items:
        assert words(item.text) | words(item.about) <= there
        assert item.certainty != "unsure" or (item.reason and not item.use)


@cases(25, deadline=4_000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.one_of(st.sampled_from(LINES), NOISE), min_size=5, max_size=60))
def test_any_order_of_lines_gives_a_pack_or_a_sentence(lines: list[str], ours: Campaign, our_texts: PackTexts) -> None:
    made, told = pack_or_sentence("\n\n".join(lines), ours, our_texts)
    if made is None:
        assert told is not None
        assert told.hint
        assert "could be made" not in told.message
        return
    there = words(" ".join(lines))
    for week in made.campaign.weeks:
        for post in week.posts:
            if post not in ours.week(week.number).posts:
                assert words(f"{post.text} {post.short}") <= there | words(post.url)


BLOCKS = st.builds(
    DocumentBlock,
    st.sampled_from(["heading", "paragraph", "item", "row", "contents"]),
    st.one_of(NOISE, st.sampled_from(LINES)),
    st.integers(0, 9),
    st.lists(st.builds(DocumentLink, NOISE, NOISE), max_size=2).map(tuple),
    st.lists(NOISE, max_size=3).map(tuple),
    st.integers(0, 40),
    st.integers(0, 9_000),
)


@cases(100, deadline=2_000)
@given(st.lists(BLOCKS, max_size=60))
def test_blocks_of_any_kind_are_understood_or_named(blocks: list[DocumentBlock]) -> None:
    items = recognize(Source("any", tuple(blocks))).items
    assert all(isinstance(item, ToolkitItem) and 0 <= item.week <= 5 for item in items)


def test_long_documents_take_time_in_proportion(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_bytes(toolkit_file("doors.md") * 20)
    assert len(recognize(read_document(path, JobContext())).items) > 500


@pytest.mark.parametrize(
    "printed",
    ["\u201c{}\u201d", "'{}'", "\u2018{}\u2019", '| Network | Post |\n|---|---|\n| X | "{}" |'],
)
def test_a_post_has_no_quotation_marks_around_it(printed: str) -> None:
    words = "Look out for each other at work and at home. #OpenDoors"
    found = text_findings(posts_text(printed.format(words)))
    assert [item.text for item in found.of("post")] == [words]
