"""When a line of a graphic counts as said in the words beside it."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.language.special_rules import said_elsewhere


@pytest.mark.parametrize(
    ("line", "elsewhere", "said"),
    [
        ("Cooks listen today", "Listen.", True),  # one of three longer words is a third
        ("Cooks listen today often", "Listen.", False),  # one of four is less
        ("Cooks listen today often", "Listen often.", True),
        ("Cooks listen today", "", False),
        ("Cooks listening today", "They listened.", True),  # the same five letters
        ("Cooks today", "", True),  # a label of two words says nothing on its own
        ("We are all in it", "", True),  # words of three letters do not count
        ("Cook with care", "", False),  # words of four do
        ("COOKS LISTEN TODAY", "listen", True),
    ],
)
def test_a_third_of_the_longer_words_is_enough(line: str, elsewhere: str, said: bool) -> None:
    assert said_elsewhere(line, elsewhere) is said
