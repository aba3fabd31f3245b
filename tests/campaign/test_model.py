"""What records of a pack say of themselves: numbers to dial and to text, captions, titles, weeks and themes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.campaign.model import Hotline, Month, Observance, Point, PrintedWeeks, Slide
from htpm_studio.errors import InputError
from tests.helpers.bundled import bundled_campaign

OURS = bundled_campaign()


@pytest.mark.parametrize(
    ("number", "word", "said"),
    [
        ("233733", "BEFREE", "233733 (BEFREE)"), ("55501", "HOPE", "55501"), ("55501", "", "55501"), ("", "", ""),
    ],
)  # fmt: skip
def test_a_text_number_has_the_word_that_it_spells(number: str, word: str, said: str) -> None:
    assert Hotline("1-888-555-0100", number, word).texting == said


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("1-888-555-0100", "tel:+18885550100"), ("+44 20 7946 0958", "tel:+442079460958"),
        ("1 888 555 0100", "tel:+18885550100"), ("212-555-0100", "tel:2125550100"), ("116 006", "tel:116006"),
    ],
)  # fmt: skip
def test_a_number_is_dialed_with_the_code_of_its_country_where_it_has_one(number: str, link: str) -> None:
    assert Hotline(number).dialed == link


def test_a_value_of_a_series_is_called_in_spanish_where_somebody_wrote_it() -> None:
    kind = Point("Farms", 3, (("es", "Campos"),))
    assert [kind.called(language) for language in ("en", "es")] == ["Farms", "Campos"]
    assert Point("2026", 3).called("es") == "2026"


def test_printed_weeks_are_counted_from_one_or_have_their_own_numbers() -> None:
    every, some = PrintedWeeks(2027, (1, 6), (5, 12)), PrintedWeeks(2028, (6,), (12,), (3,))
    assert (every.spans, some.spans) == ({1: (1, 5), 2: (6, 12)}, {3: (6, 12)})
    seen = Observance(printed=(every, some))
    assert [seen.span(year, week) for year, week in ((2027, 2), (2028, 3), (2028, 2), (2029, 1))] == [
        (6, 12), (6, 12), None, None,
    ]  # fmt: skip


@pytest.mark.parametrize("weeks", [PrintedWeeks(2027, (1, 6), (5,)), PrintedWeeks(2027, (1,), (5,), (1, 2))])
def test_printed_weeks_of_which_a_day_is_missing_have_no_days(weeks: PrintedWeeks) -> None:
    with pytest.raises(ValueError, match="zip"):
        _ = weeks.spans


def test_a_caption_has_the_address_and_the_hashtags_that_its_words_do_not_say() -> None:
    usual = replace(OURS.week(2).posts[0], networks=None)
    post = replace(usual, text="Ask #Open.", url="https://a.org", hashtags=("Open", "Opening", "End"))
    assert post.caption() == "Ask #Open. a.org #Opening #End"
    assert replace(post, url="", hashtags=()).caption() == "Ask #Open."


def test_a_slide_has_its_head_or_its_quote_as_title() -> None:
    def title(**fields: str) -> str:
        return Slide("deck/section", fields, "One", 1.0).title

    assert title(head="Ask *now*", quote="No") == "Ask now"
    assert title(quote="No") == "No"
    assert title() == ""
    assert Slide("deck/section", {"head": ("Ask",)}, "One", 1.0).title == ""


def test_a_theme_is_that_of_its_year_or_the_one_for_any() -> None:
    usual = next(one for one in OURS.month.themes if one.year is None)
    month: Month = replace(OURS.month, themes=(replace(usual, title="Dated", year=2031), usual))
    campaign = replace(OURS, month=month)
    assert [campaign.theme(year).title for year in (2031, 2032)] == ["Dated", usual.title]


def test_a_week_that_is_not_there_or_not_ready_is_refused_with_those_that_are() -> None:
    first, second = OURS.weeks[:2]
    campaign = replace(OURS, weeks=(first, replace(second, decks=(), posts=(), handouts=(), actions=())))
    assert campaign.week(1) == first
    with pytest.raises(InputError, match="There is no week 3") as refused:
        campaign.week(3)
    assert refused.value.hint == "Choose one of 1, 2."
    with pytest.raises(InputError, match="has no content yet") as refused:
        campaign.week(2)
    assert refused.value.hint == "Weeks that are ready: 1."
