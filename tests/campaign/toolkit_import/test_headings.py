"""What a heading of a toolkit says: a purpose of posts, the line of the month, the name of an observance."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.headings import observance_in, section_of, theme_in_title

TEN_WORDS = "First National Child Abuse Prevention and Family Support Awareness Month"


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Wear Blue Day", "awareness-day"), ("Posts for 1/11", "awareness-day"), ("Posts for 1/112", None),
        ("Online Safety Training", "online"), ("Trains", "training"), ("Restraints", None),
        ("Labor Practice", "practice"), ("Families", "connection"), ("Lanterns", None), ("", None),
    ],
)  # fmt: skip
def test_the_first_purpose_that_a_heading_names_counts(text: str, section: str | None) -> None:
    assert section_of(text) == section


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Prevention Month 2028: Doors that open", "Doors that open"),
        ("Prevention Month: “Doors that open.”", "Doors that open."),
        ("Prevention Month – Doors that open", "Doors that open"),
        ("Prevention Month 2028: doors that open", ""),  # the rest of a sentence
        ("Prevention Month: Toolkit for schools", ""),
        ("Prevention Month: Sample Proclamation", ""),  # a part of the toolkit
        ("Prevention Month: Doors in 2028", ""),
        ("Prevention Month: Doorways", "Doorways"),
        ("Prevention Month: Doors", ""),
        ("Prevention: Doors that open", ""),
    ],
)
def test_the_line_of_the_month_is_what_a_title_says_after_its_name(title: str, theme: str) -> None:
    assert theme_in_title(title) == theme


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Stalking Awareness Month 2028: Know it, name it", "Stalking Awareness Month"),
        ("Stalking Awareness Month Toolkit", "Stalking Awareness Month"),
        ("Stalking Awareness Month, January", "Stalking Awareness Month"),
        (f"The {TEN_WORDS}", ""),
        (TEN_WORDS, TEN_WORDS),
        ("Awareness Month", ""),
        ("Stalking Awareness", ""),
    ],
)  # fmt: skip
def test_the_name_of_an_observance_has_three_to_ten_words_and_no_year_or_line(title: str, name: str) -> None:
    assert observance_in(title) == name
