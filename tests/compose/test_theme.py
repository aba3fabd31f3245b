"""What kind of sender a page has: how wide, flat, low or slim its logo or name is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.compose.theme import PageTheme
from tests.helpers.deck_slides import TEAL, svg_logo


def sender(wide: int, name: str = "Elm", *, named: bool = False) -> PageTheme:
    """One with a logo that is a hundred high, or with none."""
    return replace(TEAL, logo=svg_logo(wide, 100, 9.0) if wide else None, organization=name, named=named)


@pytest.mark.parametrize(
    ("wide", "name", "is_wide"),
    [(800, "", False), (801, "", True), (0, "a" * 70, False), (0, "a" * 71, True), (0, "A" * 53, False),
     (0, "A" * 54, True), (100, "a" * 99, False)],
)  # fmt: skip
def test_a_very_wide_logo_or_a_very_long_name_needs_the_whole_foot(wide: int, name: str, is_wide: bool) -> None:
    assert sender(wide, name).is_wide is is_wide


@pytest.mark.parametrize(
    ("wide", "name", "named", "flat", "alone", "low", "slim"),
    [
        (240, "Elm", False, True, True, True, False), (239, "Elm", False, False, False, False, False),
        (240, "a a " * 10, True, True, True, True, False), (240, "a a " * 10 + "a", True, True, False, False, False),
        (240, "a a " * 10 + "a", False, True, True, True, False),
        (110, "a a " * 21, True, False, False, True, False), (110, "a a " * 21 + "a", True, False, False, False, False),
        # A word of more than twenty letters has no room in a column, with its mark or alone.
        (0, "a" * 20, False, False, False, False, False), (0, "a" * 21, False, True, True, True, False),
        (0, "A" * 16, False, True, True, True, False), (150, "a" * 21, True, False, False, True, False),
        (111, "Elm", True, False, False, False, False), (110, "Elm", False, False, False, False, False),
        (100, "Elm", False, False, False, False, False), (99, "Elm", False, False, False, False, True),
        (99, "Elm", True, False, False, True, False), (0, "Elm", True, False, False, False, False),
        (0, "Elm", False, False, False, False, False),
    ],
)  # fmt: skip
def test_a_sender_is_flat_low_or_slim_by_its_logo_and_the_name_beside_it(
    wide: int, name: str, named: bool, flat: bool, alone: bool, low: bool, slim: bool
) -> None:
    found = sender(wide, name, named=named)
    assert (found.is_flat, found.is_flat_alone, found.is_low, found.is_slim) == (flat, alone, low, slim)


def test_a_logo_stands_out_from_the_grounds_that_it_knows_from_three_on() -> None:
    logo = replace(svg_logo(100, 50, 3.0), contrast={"deep": 3.0, "panel": 2.99})
    assert (logo.stands_out("deep"), logo.stands_out("panel"), logo.stands_out("other")) == (True, False, False)
    assert (logo.stands_out("deep", 4.5), logo.stands_out("other", 1.0), logo.ratio) == (False, True, 2.0)


def test_the_program_speaks_the_language_of_the_kit_where_it_is_translated() -> None:
    said = replace(TEAL, phrases={"Week": "Semana"}).translated
    assert (said("Week"), said("Month"), TEAL.translated("Week")) == ("Semana", "Month", "Week")
