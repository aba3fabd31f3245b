"""Texts of a toolkit taken apart and made shorter, and headings told by their words."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.campaign.toolkit_import.parser_state import is_part
from htpm_studio.campaign.toolkit_import.text_splitting import (
    Parts,
    alike,
    fits_alone,
    fitting,
    has_tail,
    key_of,
    lead_and_rest,
    of_any_year,
    own_words,
    parts_of,
    sentences,
    short_title,
    slug,
    web_address,
    whole,
    without_edges,
)
from htpm_studio.campaign.toolkit_import.toml_text import FOLD, file_text
from htpm_studio.campaign.toolkit_import.vocabulary import (
    MOST,
    acts,
    area_of,
    folded,
    is_furniture,
    label_of,
    language_of,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Call now. https://a.org/b #One #Two", Parts("Call now.", "https://a.org/b", ("One", "Two"))),
        ("Call now (https://a.org).", Parts("Call now", "https://a.org", ())),
        ("See https://a.org and https://b.org", Parts("See https://a.org and https://b.org", "", ())),
        ("See https://a.org for more.", Parts("See https://a.org for more.", "", ())),
        ("A #Tag inside, twice: #Tag.", Parts("A #Tag inside, twice:", "", ("Tag",))),
        ("Words alone", Parts("Words alone", "", ())),
    ],
)
def test_a_post_is_taken_apart(text: str, parts: Parts) -> None:
    assert parts_of(text) == parts
    assert has_tail(text) == (parts.address != "" or parts.tags != () or "https" in text)


def test_words_are_counted_without_addresses_and_tags() -> None:
    assert [own_words(text) for text in ("Call us now at a https://a.org/b #One", "#One", "a 1 bc")] == [4, 0, 1]


def test_abbreviations_end_no_sentence() -> None:
    assert sentences("He is in the U.S. Now go. Ask Dr. Lee! “Why?” Ok") == [
        "He is in the U.S. Now go.", "Ask Dr. Lee!", "“Why?”", "Ok",
    ]  # fmt: skip


def test_an_address_becomes_a_link_or_nothing() -> None:
    assert web_address(" HTTP://Example.org/A. ") == "https://example.org/A"
    assert web_address("example.org,") == "https://example.org"
    assert [web_address(text) for text in ("", "two words.org", "a", "https://a.b/c d")] == [""] * 4


def test_the_year_stays_open_only_beside_the_month() -> None:
    text = "In Prevention Month 2028 we act. On January 2028 we met."
    assert of_any_year(text, 2028) == "In Prevention Month {year} we act. On January 2028 we met."
    assert of_any_year(text, 2027) == text


def test_the_first_sentence_that_fits_is_taken() -> None:
    text = "Go. This one is far too long for it. Call us today. See #Tag now please."
    assert fitting(text, 20) == "Call us today."
    assert fitting(text, 14) == "Call us today."
    assert fitting(text, 13) == ""


def test_whole_sentences_are_kept_as_long_as_they_fit() -> None:
    assert whole("One two. Three four. Five.", 20) == "One two. Three four."
    assert whole("One two. Three four. Five.", 19) == "One two"
    assert whole("One (a long aside) two. Three.", 8) == "One two"
    assert whole("One two.", 7) == ""


@pytest.mark.parametrize(
    ("title", "limit", "short"),
    [
        ("Know the signs", 14, "Know the signs"),
        ("Know the signs.", 15, "Know the signs"),
        ("Know the signs of harm in games", 20, ""),
        ("Know all the signs in games", 21, "Know all the signs"),
        ("Know signs (of harm) today", 20, "Know signs today"),
        ("Know signs, places, and words in games", 33, "Know signs, places, and words"),
        ("Know signs, places in games", 20, ""),
        ("Two in 3 people in work", 12, ""),
        ("Help others: know what to say", 20, ""),
        ("Help all others: know what to say", 20, "Help all others"),
        ("(Know the signs)", 20, "Know the signs"),  # all of it in parentheses is no aside
    ],
)
def test_a_title_is_cut_where_a_thought_ends(title: str, limit: int, short: str) -> None:
    assert short_title(title, limit) == short


def test_topics_are_alike_by_their_longer_words() -> None:
    assert alike("Safe jobs for farm workers", "Farm workers and safe housing") == 3 / 5
    assert alike("Safe jobs", "") == 0.0
    assert alike("Week with your", "Week with your") == 0.0
    assert key_of("A-b 1_C") == "ab1c"


def test_a_dash_parts_a_title_from_its_sentence() -> None:
    assert lead_and_rest("Know signs – What to see.") == ("Know signs", "What to see.")
    assert lead_and_rest("Knows it—What to see.") == ("Knows it", "What to see.")
    assert lead_and_rest("Know it – What to see.") == ("Know it – What to see.", "")
    assert lead_and_rest("Know signs – and see") == ("Know signs – and see", "")
    assert without_edges(" – Know it: ") == "Know it"


def test_a_slug_has_whole_words_and_is_not_taken() -> None:
    assert slug("Él dice: ¡Sí!", 20) == "el-dice-si"
    assert slug("one two three", 7) == "one-two"
    assert slug("one two three", 6) == "one"
    assert slug("one", 9, ("one", "one-2")) == "one-3"


def test_a_sentence_that_leans_on_another_is_not_alone() -> None:
    assert [fits_alone(text) for text in ("This is it.", "“They go.", "But go.", "People go.", "Today, it is so.")] == [
        False, False, False, True, False,
    ]  # fmt: skip


def test_headings_are_told_by_their_words() -> None:
    assert folded("  Él—Dice_ASÍ! ") == "el dice asi"
    assert [is_part(text) for text in ("Facebook / Instagram", "Social media posts", "An afternoon")] == [
        True, True, False,
    ]  # fmt: skip
    assert area_of("Social media posts" + " " * MOST) == area_of("Social media posts") is not None
    assert [acts(text) for text in ("Call the hotline", "The hotline is open")] == [True, False]
    assert label_of("x" * 61) is None
    assert [is_furniture(text) for text in ("Skip to main content", "People need help", "x" * (MOST + 1))] == [
        True, False, False,
    ]  # fmt: skip


WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
SIMPLE = WRITTEN | st.integers(-9, 9) | st.booleans() | st.lists(WRITTEN, max_size=3)


@given(SIMPLE | st.dictionaries(WRITTEN, SIMPLE, max_size=3))
def test_what_is_written_as_toml_is_read_back_the_same(value: object) -> None:
    text = file_text("A file.", {"value": value, "fields": [{"head": "a"}], "rows": [{"b": "c"}]})
    read = tomllib.loads(text)
    assert read["value"] == value
    assert (read["fields"], read["rows"]) == ([{"head": "a"}], [{"b": "c"}])


def test_control_characters_are_escaped_and_never_end_the_comment() -> None:
    controls = "".join(map(chr, (*range(32), 127)))
    values = {"a": controls, controls: controls * 2 * FOLD}
    text = file_text(f"Made from a\nb{controls}\ud800.", values)
    assert tomllib.loads(text) == values
    assert text.encode().startswith(b"# Made from a b")


def test_a_long_text_is_folded_and_a_short_list_is_not() -> None:
    long = "word " * FOLD
    text = file_text("A file.", {"a": long, "b": ["x", "y"], "c": ["z" * FOLD]})
    rows = [line for line in text.splitlines() if line.startswith("word")]
    assert {len(row) for row in rows[:-1]} == {FOLD + 1}  # with the mark that it goes on
    assert 'b = ["x", "y"]' in text
    assert 'c = [\n  "zz' in text
    assert tomllib.loads(text)["a"] == long


def test_the_full_stop_of_one_sentence_goes_and_those_of_several_or_of_short_forms_stay() -> None:
    assert whole("Ask a cook.", 20) == "Ask a cook"
    assert whole("Ask one. Ask two.", 20) == "Ask one. Ask two."
    assert whole("The U.S. cooks.", 20) == "The U.S. cooks."


def test_a_title_may_be_cut_right_at_the_end_of_its_place_and_not_inside_parentheses() -> None:
    assert short_title("Ask a cook\u2014in games", 10) == "Ask a cook"
    assert short_title("Ask a cook\u2014in games", 9) == ""
    assert short_title("Ask (all of the cooks in", 20) == ""
    assert short_title("Cooks, and maids in games", 20) == "Cooks, and maids"
    assert short_title("Ask all of us today. Then go home.", 25) == "Ask all of us today"


def test_the_language_of_a_document_is_that_of_most_small_words_and_else_english() -> None:
    assert language_of(["The card of the town.", "la tarjeta"]) == "en"
    assert language_of(["The card", "la tarjeta de la ciudad"]) == "es"
    assert language_of([]) == language_of(["2028"]) == "en"


def test_a_telephone_number_is_no_part_of_a_name_that_is_made_of_words() -> None:
    assert slug("Write 1-800-RUNAWAY on the card", 40) == "write-on-the-card"
    assert slug("Call 555-010-0177 today", 40) == "call-today"
    assert slug("Ask 800 people", 40) == "ask-800-people"
