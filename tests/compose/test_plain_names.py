"""What fields, words and sizes are called."""

from __future__ import annotations

import pytest

from htpm_studio.compose.plain_names import SHOWN, field_name, listed, size_name, words_name


@pytest.mark.parametrize(
    ("path", "name"),
    [("head", "Headline"), ("points.0.head", "Headline"), ("points.0", "Point"), ("rows.0.x", "Row"), ("x", "Text")],
)
def test_a_field_has_the_name_of_the_last_step_that_is_known(path: str, name: str) -> None:
    assert field_name(path) == name


def test_words_are_called_by_their_field_or_by_what_they_say() -> None:
    assert words_name("points.0.head", "Ask") == "Headline"
    for source in ("words.title", "hotline.text", "points.0.text", "", "x"):
        assert words_name(source, "Ask  who\npicks") == "Ask who picks"
        assert words_name(source, " ") == "Text"


def test_long_words_are_cut_at_forty_letters() -> None:
    assert words_name("", "a" * SHOWN) == "a" * 40
    assert words_name("", "a" * (SHOWN + 1)) == "a" * 40 + "…"
    assert words_name("", "a" * 39 + " more") == "a" * 39 + "…"


def test_a_size_is_called_by_its_own_words_or_by_its_name() -> None:
    assert size_name("shop") == "For a print shop"
    assert size_name("story") == "Story"
    assert size_name("some-new-size") == "Some new size"
    assert listed(["a", "b", "c"]) == "a, b, c"
