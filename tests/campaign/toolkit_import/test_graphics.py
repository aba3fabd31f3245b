"""Graphics of a toolkit: whole sentences or none, and numbers that keep their label, their source and their year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio import paths
from htpm_studio.campaign.language.check_wording import check_passage, load_rules
from htpm_studio.campaign.language.rules import RuleContext, RulePassage
from htpm_studio.campaign.model import Campaign, PieceTexts, Week
from htpm_studio.campaign.pack_files import PackTexts, pack_texts
from htpm_studio.campaign.toolkit_import.graphics import graphic_for, graphic_words
from htpm_studio.campaign.toolkit_import.make_pack import make_pack
from htpm_studio.campaign.toolkit_import.make_week import short_action
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.results import MissingPart
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.text_splitting import short_title, whole
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


def test_a_title_that_the_line_above_names_already_stands_alone() -> None:
    words = "Most night cooks in the valley told the visitors that nobody had ever asked them about it."
    assert "eyebrow" not in graphic_for(words, TOPIC, f"Week 2: {TOPIC}", "", 2028).fields
    assert graphic("Ask a cook today.").fields["eyebrow"] == "Week 2: Orchards"


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


def exactly(letters: int) -> str:
    """Plain words of so many letters, without an end of a sentence."""
    return ("Cooks who ask " * 20)[: letters - 1] + "s"


def test_an_address_or_a_label_that_is_longer_than_its_place_is_not_on_the_design() -> None:
    most = pieces().fields["social/resource"]["url"].limit
    address = f"example.org/{'a' * most}"[:most]
    words = "Cooks have rights too. Ask a cook today."
    assert graphic(words, f"https://{address}").fields["url"] == address
    assert graphic(words, f"https://{address}a").template == "social/statement"
    label = exactly(pieces().fields["social/statement"]["eyebrow"].limit)
    assert graphic_for(words, TOPIC, label, "", 2028).fields["eyebrow"] == label
    assert "eyebrow" not in graphic_for(words, TOPIC, f"{label}s", "", 2028).fields


def test_a_quote_stands_without_the_label_of_its_week_and_other_forms_have_it() -> None:
    quote = "\u201cNobody asked me for years.\u201d says Ana Ruiz, a cook."
    assert "eyebrow" not in graphic(quote).fields
    myth = "Myth: Cooks have no rights. Fact: Cooks have rights."
    assert graphic(myth).fields["eyebrow"] == "Week 2: Orchards"
    assert "eyebrow" not in graphic_for(myth, TOPIC, "", "", 2028).fields


def test_what_a_graphic_leaves_off_are_the_sentences_that_it_does_not_show() -> None:
    post = "Cooks have rights. Ask a cook today. They will tell you about it. Read it here:"
    head, left = graphic_words(post, 2028)
    assert head == "Cooks have rights. Ask a cook today."
    assert left == ("They will tell you about it.",)
    assert graphic_words("Cooks have rights. Ok. Ask a cook today.", 2028)[1] == ()


def test_the_parts_of_a_description_are_sentences() -> None:
    assert graphic("Ask a cook today. They will tell you.").alt == "Ask a cook today. They will tell you."
    assert graphic("Cooking is work:").alt == "Cooking is work."
    made = graphic_for("no end and no capital letter. Ask a cook today.", TOPIC, "", "", 2028)
    assert made.alt == f"{made.fields['head']} {made.fields['sub']}"
    quoted = graphic_for('"Nobody asked me." Ask a cook today.', TOPIC, "", "", 2028)
    assert quoted.alt == '"Nobody asked me." Ask a cook today.'
