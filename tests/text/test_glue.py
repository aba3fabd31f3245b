"""What is bound: the last word of a text to the one before it, where lines are set; numbers alone, where they flow."""

from __future__ import annotations

import pytest

from htpm_studio.text.glue import MOST_BOUND, NBSP, bind_numbers, bind_sense


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Cooks tell every story now", "story_now"),
        ("Nobody had asked before. Listen to every story today", "story_today"),  # a sentence ended earlier
        ("Some people listen to every story told here. Today", ""),  # a sentence ends before it
        ("Some people listen to every story told here: today", ""),
        ("Some people listen to every story told here! Today", ""),
        ("Cooks share stories", ""),  # 19 letters are one line anyhow
        ("Cooks shared stories", "shared_stories"),  # 20 letters
        ("Cooks tell every story understandably", "story_understandably"),
        ("Cooks listen often understandably calmly", "understandably_calmly"),
        ("Cooks listen understandably respectfully", ""),  # too long to be kept on one line
    ],
)
def test_a_last_word_is_bound_to_the_one_before(text: str, company: str) -> None:
    last = bind_sense(text, lambda unit: len(unit) <= MOST_BOUND).split(" ")[-1]
    assert last.replace(NBSP, "_") == (company or text.rpartition(" ")[2])


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Call the hotline at 1-888-373-7888 or text 233733", "Call the hotline at 1-888-373-7888 or text_233733"),
        ("It is open 24 hours a day, from 9:30 a.m.", "It is open 24_hours a day, from 9:30_a.m."),
        ("On January 11 we learn about 17.3 million people", "On January_11 we learn about 17.3_million people"),
        ("El 11 de enero, en EE. UU., vea la página 3", "El 11_de_enero, en EE._UU., vea la página_3"),
        ("Call (555) 010 2030 in the United States", "Call (555)_010 2030 in the United_States"),
        ("Who made it? I do not know more than you do.", "Who made it? I do not know more than you do."),
        ("a\u00a0b", "a_b"),  # as somebody wrote it
    ],
)
def test_text_that_people_edit_keeps_numbers_dates_and_names_whole_alone(text: str, typed: str) -> None:
    assert bind_numbers(text) == typed.replace("_", NBSP)
