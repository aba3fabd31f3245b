"""The last word of a text has company on its line, where that is short enough and no sentence ends before it."""

from __future__ import annotations

import pytest

from htpm_studio.text.glue import NBSP, bind_sense


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
    last = bind_sense(text).split(" ")[-1]
    assert last.replace(NBSP, "_") == (company or text.rpartition(" ")[2])
