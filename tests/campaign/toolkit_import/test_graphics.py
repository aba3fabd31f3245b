"""Graphics of a toolkit: whole sentences or none, and numbers that keep their label, their source and their year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio import paths
from htpm_studio.campaign.language.check_wording import check_passage, load_rules
from htpm_studio.campaign.language.rules import RuleContext, RulePassage
from htpm_studio.campaign.model import Campaign, PieceTexts, Week
from htpm_studio.campaign.pack_files import PackTexts, pack_texts
from htpm_studio.campaign.toolkit_import.graphics import fitting_head, graphic_for, said_on_graphic
from htpm_studio.campaign.toolkit_import.make_pack import make_pack
from htpm_studio.campaign.toolkit_import.make_week import short_action
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import MissingPart
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.text_splitting import sentences, short_title, whole
from htpm_studio.pieces.declared import pieces
from tests.helpers.bundled import bundled_campaign

TOPIC = "Orchards and Kitchens"
LONG = "of the people who cook at night in the towns along the river and in the hills behind them had never once seen"


@pytest.fixture(scope="module")
def ours() -> Campaign:
    return bundled_campaign()


@pytest.fixture(scope="module")
def our_texts() -> PackTexts:
    return pack_texts(paths.assets() / "campaigns" / "htpm")


def graphic(words: str, url: str = "") -> PieceTexts:
    return graphic_for(words, TOPIC, "Week 2: Orchards", url, 2028)


def week_of(
    ours: Campaign, texts: PackTexts, *posts: str, connect: str = TOPIC, keeps: frozenset[MissingPart] = frozenset()
) -> Week:
    body = "\n\n".join(posts)
    text = (
        f"# Toolkit 2028\n\n# Week 2: January 3-9, 2028\n\nConnecting the Dots: {connect}\n\n"
        f"## Social Media Content\n\n### Training\n\n{body}"
    )
    found = replace(recognize(read_text("toolkit.md", text, markdown=True)), keeps=keeps)
    return make_pack(found, ours, texts).campaign.week(2)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Most night cooks in the valley told the visitors that nobody had ever asked them about it.", TOPIC),
        (f"Cooks say so. {LONG.capitalize()} it.", "Cooks say so."),
        ("They often do not know it. Ask a cook today.", "Ask a cook today."),
        ("In a kitchen, this can look normal. But nobody asks. Read more about it here:", TOPIC),
        ("no end and no capital letter", "no end and no capital letter"),
        ('"Nobody asked me for years." So says a cook.', '"Nobody asked me for years."'),
        ("The U.S. law is on your side. Use it.", "The U.S. law is on your side."),
        ("Doors open at 9 a.m. Monday is for cooks.", "Doors open at 9 a.m. Monday is for cooks."),
        ("She is somebody's cook. Say her name:", "She is somebody's cook."),
        ("\u201cI cook at night. Nobody asks.\u201d That is enough:", "\u201cI cook at night. Nobody asks.\u201d"),
        ("Cooking is work:", "Cooking is work."),
        ("Read more here:", TOPIC),
    ],
)
def test_a_headline_is_a_whole_sentence_or_the_title(words: str, head: str) -> None:
    assert graphic(words).fields["head"] == head


def test_a_title_that_the_line_above_names_already_stands_alone() -> None:
    words = "Most night cooks in the valley told the visitors that nobody had ever asked them about it."
    assert "eyebrow" not in graphic_for(words, TOPIC, f"Week 2: {TOPIC}", "", 2028).fields
    assert graphic("Ask a cook today.").fields["eyebrow"] == "Week 2: Orchards"


def test_the_line_below_is_a_whole_sentence_too() -> None:
    words = f"Ask a cook today. {LONG.capitalize()} a pay stub. Listen to the answer."
    assert graphic(words).fields["sub"] == "Listen to the answer."
    assert graphic("Ask a cook today. They will tell you.").fields["sub"] == "They will tell you."


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (
            "Nearly 73% of cooks in the valley have worked without a contract. In kitchens, this is normal.",
            ("Nearly", "73%", "of cooks", "in the valley have worked without a contract."),
        ),
        (
            "In 2023, kitchens served well over 36 million meals of the late shift without a pay stub.",
            ("In 2023, kitchens served well over", "36", "million meals", "of the late shift without a pay stub."),
        ),
        ("One in four cooks has no contract.", ("", "1 in 4", "cooks", "has no contract.")),
        ("About 62 percent of cooks work twice.", ("About", "62%", "of cooks", "work twice.")),
        ("$12 billion in wages are lost each year.", ("", "$12", "billion in wages", "are lost each year.")),
        ("Last year 1,250 calls came from kitchens.", ("Last year", "1,250", "calls", "came from kitchens.")),
        ("27 million people are in #NightWork today.", ("", "27", "million people", "are in Night Work today.")),
    ],
)
def test_a_statistic_stays_one_and_loses_no_word(words: str, fields: tuple[str, ...]) -> None:
    made = graphic(words)
    eyebrow, *rest = (made.fields.get(name, "") for name in ("eyebrow", "number", "unit", "text"))
    assert made.template == "social/statistic"
    assert (eyebrow if fields[0] else "", *rest) == fields
    assert eyebrow == (fields[0] or "Week 2: Orchards")
    for name, value in made.fields.items():
        assert len(str(value)) <= pieces().fields[made.template][name].limit
    assert len(made.alt) <= 125


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("The Kitchen Council estimates that 4.5 million cooks work at night.",
         "Source: Kitchen Council; year not named in the toolkit of 2028"),
        ("According to the Kitchen Survey 2024, 62% of cooks work twice.", "Source: Kitchen Survey 2024"),
        ("In 2022, 62% of cooks worked twice, according to the Kitchen Council.", "Source: Kitchen Council, 2022"),
        ("62% of cooks work twice (Kitchen Council, 2021).", "Source: Kitchen Council, 2021"),
        ("62% of cooks work twice. Source: Kitchen Council, 2020.", "Source: Kitchen Council, 2020"),
        ("62% of cooks work twice.", "Source and year not named in the toolkit of 2028"),
        ("In 2022, 62% of cooks worked twice.", "Source not named in the toolkit of 2028"),
        ("3 in 5 cooks had no break, a 2027 study by the Kitchen Council found.",
         "Source: 2027 study by the Kitchen Council"),
        ("According to the Kitchen Council, 653,104 cooks worked on one night in 2023.",
         "Source: Kitchen Council, 2023"),
        ("Wages fell by 12%. Ask why.", "Source and year not named in the toolkit of 2028"),
    ],
)  # fmt: skip
def test_the_piece_says_who_counted_or_that_the_toolkit_does_not(words: str, source: str) -> None:
    fields = graphic(words).fields
    assert fields.get("source", fields.get("sub")) == source


def test_a_number_that_fits_no_statistic_is_a_whole_sentence_with_its_source() -> None:
    head = graphic("According to the Kitchen Council, 653,104 cooks worked on one night in 2023.").fields
    assert (head["head"], head["sub"]) == (
        "653,104 cooks worked on one night in 2023.",
        "Source: Kitchen Council, 2023",
    )
    said = "According to the Kitchen Council, 653,104 cooks in the whole valley worked on one night in 2023."
    below = graphic(said).fields
    assert (below["head"], below["sub"]) == (TOPIC, said)
    assert "sub" not in graphic("Some 653,104 cooks in the whole valley worked on one single night of the year.").fields


@pytest.mark.parametrize(
    "words",
    [
        "Help is there 24/7 in 200 languages, call 1-888-373-7888 now or later.",
        "The course of 30 minutes starts at 9 and costs $20 for each of you.",
        f"62% {LONG} a pay stub or a contract with their own name on it in all those years.",
        "These are 62% of all cooks in town.",
    ],
)
def test_other_numbers_and_sentences_that_do_not_fit_make_no_statistic(words: str) -> None:
    assert graphic(words).template == "social/statement"


def test_checks_ask_for_the_source_that_a_toolkit_does_not_name() -> None:
    rules = load_rules(paths.assets() / "language-rules.toml")

    def asked(words: str) -> list[str]:
        fields = graphic(words).fields
        block = "\n".join(str(value) for value in fields.values())
        number = RulePassage("p", "number", str(fields["number"]), "text", block)
        return [one.rule for one in check_passage(number, rules, RuleContext())]

    assert asked("62% of cooks work twice.") == ["W11"]
    assert asked("According to the Kitchen Council, 62% of cooks work twice.") == ["W11"]
    assert asked("According to the Kitchen Survey 2024, 62% of cooks work twice.") == []


def test_the_number_of_ours_keeps_our_graphic_at_another_address(ours: Campaign, our_texts: PackTexts) -> None:
    known = next(one for one in ours.week(2).posts if one.graphic.template == "social/statistic")
    number = f"{known.graphic.fields['number']} {known.graphic.fields['unit']}"
    text = f"Council members say that {number} are in forced labor: example.org/other #OpenDoors"
    kept = frozenset((MissingPart("decks", 2),))
    (post,) = week_of(ours, our_texts, text, connect=ours.week(2).connect, keeps=kept).posts
    assert (post.id, post.graphic, post.url) == (known.id, known.graphic, "https://example.org/other")


def test_another_number_at_our_address_is_not_covered_by_ours(ours: Campaign, our_texts: PackTexts) -> None:
    known = next(one for one in ours.week(2).posts if one.graphic.template == "social/statistic")
    address = known.url.removeprefix("https://")
    text = f"Today 99.9 million people are in forced labor: {address} #OpenDoors"
    kept = frozenset((MissingPart("decks", 2),))
    (post,) = week_of(ours, our_texts, text, connect=ours.week(2).connect, keeps=kept).posts
    assert post.graphic.fields["number"] == "99.9"


def test_a_post_of_one_long_sentence_is_short_by_its_topic(ours: Campaign, our_texts: PackTexts) -> None:
    (post,) = week_of(ours, our_texts, f"{LONG.capitalize()}, {LONG}, {LONG} it: example.org/a #OpenDoors").posts
    assert post.short == f"{TOPIC}:"


def test_nothing_is_cut_inside_a_sentence() -> None:
    assert whole("Do not share pictures with anyone who asks for them.", 30) == ""
    assert whole("Ask first. Then listen for a while.", 20) == "Ask first"
    assert whole("Ask a cook (or two) today.", 18) == "Ask a cook today"
    assert (
        short_action(f"Do not share the roster with anyone {LONG} it.")
        == f"Do not share the roster with anyone {LONG} it."
    )
    assert short_title("Nearly 83% of people in the valley of the long river", 30) == ""
    assert short_title("Cooks and Waiters in the Valley of the Long River", 30) == "Cooks and Waiters"


def test_a_sentence_keeps_its_closing_quote() -> None:
    assert sentences('He said "No." Then he left. The U.S. Congress met.') == [
        'He said "No."', "Then he left.", "The U.S. Congress met.",
    ]  # fmt: skip


def exactly(letters: int) -> str:
    """Plain words of so many letters, without an end of a sentence."""
    return ("Cooks who ask " * 20)[: letters - 1] + "s"


@pytest.mark.parametrize(
    ("template", "field", "post", "end"),
    [
        ("social/myth-fact", "myth", "Myth: {} Fact: Cooks have rights.", ""),
        ("social/myth-fact", "fact", "Myth: Cooks have no rights. Fact: {}", ""),
        ("social/quote", "quote", "“{}” says Ana Ruiz, a cook.", "."),
        ("social/quote", "who", "“Nobody asked me for years.” says {}, a cook.", ""),
        ("social/quote", "role", "“Nobody asked me for years.” says Ana Ruiz, {}.", ""),
        ("social/question", "head", "{} Cooks have rights too.", "?"),
        ("social/question", "sub", "Do you know a cook? {}", "."),
        ("social/statement", "head", "{}", "."),
        ("social/statement", "sub", "Cooks have rights too. {}", "."),
    ],
)
def test_what_fills_its_place_on_a_design_is_shown_there_and_what_is_longer_is_not(
    template: str, field: str, post: str, end: str
) -> None:
    most = pieces().fields[template][field].limit
    full = exactly(most - len(end)) + end
    made = graphic(post.format(full))
    assert (made.template, made.fields[field]) == (template, full)
    longer = graphic(post.format(exactly(most + 1 - len(end)) + end))
    assert longer.template != template or longer.fields.get(field) in (None, TOPIC)


def test_an_address_or_a_label_that_is_longer_than_its_place_is_not_on_the_design() -> None:
    most = pieces().fields["social/resource"]["url"].limit
    address = f"example.org/{'a' * most}"[:most]
    words = "Cooks have rights too. Ask a cook today."
    assert graphic(words, f"https://{address}").fields["url"] == address
    assert graphic(words, f"https://{address}a").template == "social/statement"
    label = exactly(pieces().fields["social/statement"]["eyebrow"].limit)
    assert graphic_for(words, TOPIC, label, "", 2028).fields["eyebrow"] == label
    assert "eyebrow" not in graphic_for(words, TOPIC, f"{label}s", "", 2028).fields


def test_a_step_fills_its_line_and_a_longer_one_or_a_sixth_makes_no_list() -> None:
    most = pieces().fields["social/steps"]["items"].limit
    assert graphic(f"Ask: 1. Look around. 2. {exactly(most)}").fields["items"] == ("Look around.", exactly(most))
    assert graphic(f"Ask: 1. Look around. 2. {exactly(most + 1)}").template != "social/steps"
    steps = [f"{number}. Ask a cook." for number in range(1, 7)]
    assert len(graphic(f"Do this: {' '.join(steps[:5])}").fields["items"]) == 5
    assert graphic(f"Do this: {' '.join(steps)}").template != "social/steps"
    assert graphic("Do this: 1. Ask a cook today.").template != "social/steps"


def test_a_quote_stands_without_the_label_of_its_week_and_other_forms_have_it() -> None:
    quote = "\u201cNobody asked me for years.\u201d says Ana Ruiz, a cook."
    assert "eyebrow" not in graphic(quote).fields
    myth = "Myth: Cooks have no rights. Fact: Cooks have rights."
    assert graphic(myth).fields["eyebrow"] == "Week 2: Orchards"
    assert "eyebrow" not in graphic_for(myth, TOPIC, "", "", 2028).fields


def test_a_question_alone_has_nothing_below_it_and_neither_has_one_before_another() -> None:
    assert dict(graphic("Do you know a cook?").fields) == {"eyebrow": "Week 2: Orchards", "head": "Do you know a cook?"}
    assert "sub" not in graphic("Do you know a cook? Do you ask them?").fields


@pytest.mark.parametrize(("letters", "whole"), [(125, True), (126, False)])
def test_a_description_says_all_of_a_form_where_there_is_room(letters: int, whole: bool) -> None:
    first = exactly(61) + "."
    second = exactly(letters - len(first) - 2) + "."
    made = graphic(f"Myth: {first} Fact: {second}")
    assert made.template == "social/myth-fact"
    assert made.alt == (f"{first} {second}" if whole else first)


def test_a_sentence_that_fits_is_the_headline_of_steps() -> None:
    assert fitting_head(f"{exactly(59)}. {exactly(60)}. Ask.") == [f"{exactly(59)}.", "Ask."]


def test_what_a_graphic_leaves_off_are_the_sentences_that_it_does_not_show() -> None:
    post = "Cooks have rights. Ask a cook today. They will tell you about it. Read it here:"
    head, left = said_on_graphic(post, 2028)
    assert head == "Cooks have rights. Ask a cook today."
    assert left == ("They will tell you about it.",)
    assert said_on_graphic("Cooks have rights. Ok. Ask a cook today.", 2028)[1] == ()


def test_the_parts_of_a_description_are_sentences() -> None:
    assert graphic("Ask a cook today. They will tell you.").alt == "Ask a cook today. They will tell you."
    assert graphic("Cooking is work:").alt == "Cooking is work."
    made = graphic_for("no end and no capital letter. Ask a cook today.", TOPIC, "", "", 2028)
    assert made.alt == f"{made.fields['head']} {made.fields['sub']}"
    quoted = graphic_for('"Nobody asked me." Ask a cook today.', TOPIC, "", "", 2028)
    assert quoted.alt == '"Nobody asked me." Ask a cook today.'


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Read more of it:", TOPIC), ("Read more of it today:", "Read more of it today."),
        ("Cooks work here:", TOPIC), ("Cooks work late:", "Cooks work late."), ("Cooks work:", TOPIC),
    ],
)  # fmt: skip
def test_words_that_lead_to_an_address_are_a_headline_where_they_say_something(words: str, head: str) -> None:
    assert graphic(words).fields["head"] == head
