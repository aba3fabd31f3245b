"""Which way a text reads, and where in it that changes."""

from __future__ import annotations

import pytest

from htpm_studio.scene.direction import has_right_to_left, reads_right_to_left, stretches

HOPE, CENTER = "תקווה", "מרכז"
ARABIC = "مرحبا"


@pytest.mark.parametrize(
    ("text", "has", "reads"),
    [
        ("Hope", False, False), ("", False, False), ("123", False, False), (HOPE, True, True), (ARABIC, True, True),
        (f"Hope {HOPE}", True, False), (f"{HOPE} a", True, True), (f"{HOPE} Hope ce", True, False),
        ("\u05d0\u05d1ab", True, True), ("\u05d0\u05d1abc", True, False), (f"1. {HOPE}", True, True),
        ("\u0660", True, False),
    ],
)  # fmt: skip
def test_the_first_letter_decides_but_not_against_the_majority(text: str, has: bool, reads: bool) -> None:
    assert (has_right_to_left(text), reads_right_to_left(text)) == (has, reads)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []), ("Hope", [("Hope", False)]), (HOPE, [(HOPE, True)]), ("!", [("!", False)]),
        (f"{HOPE} {CENTER}!", [(f"{HOPE} {CENTER}!", True)]),
        (f"a {HOPE} b", [("a", False), (f" {HOPE}", True), (" b", False)]),
        (f"{ARABIC} 12 ok", [(ARABIC, True), (" 12 ok", False)]), (f"({HOPE})", [(f"({HOPE})", True)]),
        (f"{HOPE}\u0661a", [(f"{HOPE}\u0661", True), ("a", False)]),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_its_letters_change_direction(text: str, found: list[tuple[str, bool]]) -> None:
    assert list(stretches(text)) == found
