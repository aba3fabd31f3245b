"""Which quotation mark a typed one becomes: by the sign before it, and by whether a quotation is open."""

from __future__ import annotations

import pytest

from htpm_studio.scene.quotes import typographic


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"Ask"', "“Ask”"), ("'Ask'", "‘Ask’"), ("don't", "don’t"), ("'27 and 'til", "’27 and ’til"),
        ('5" wide', '5" wide'), ("6' tall", "6' tall"), ("5's", "5’s"), ('a "5" b', "a “5” b"),
        ('x"', "x”"), ("x'", "x’"), ('("Ask")', "(“Ask”)"), ('say "ask" and "listen"', "say “ask” and “listen”"),
        ('"5" and 5"', '“5” and 5"'), ("—'Ask'", "—‘Ask’"), ('=A1="x"', '=A1="x"'), ("plain", "plain"),
        ('"', "“"), ("cooks' night", "cooks’ night"),
        ("see https://a.org/it's it's", "see https://a.org/it's it’s"), ("`it's` it's", "`it's` it’s"),
        ("<a href='x'>it's</a>", "<a href='x'>it’s</a>"), ("#It's it's", "#It's it’s"),
        ("o'neil@a.org's", "o'neil@a.org’s"),
    ],
)  # fmt: skip
def test_marks_are_curly_but_in_addresses_code_and_measures(typed: str, printed: str) -> None:
    assert typographic(typed) == printed


def test_a_name_keeps_its_marks_as_they_are_and_the_longest_name_counts() -> None:
    assert typographic("Ask 'Em Now's office, it's", ["'Em", "'Em Now's"]) == "Ask 'Em Now's office, it’s"
    assert typographic("it's Plain's", ["Plain"]) == "it’s Plain’s"
