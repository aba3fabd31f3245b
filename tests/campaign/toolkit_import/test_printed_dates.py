"""Days and years that a toolkit prints: which days there are, and which year a document is for."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import BlockKind, DocumentBlock
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in, without_dates, year_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("January 31", ((1, 31), (1, 31))), ("January 32", None), ("February 29", ((2, 29), (2, 29))),
        ("February 30", None), ("April 31", None), ("12/31", ((12, 31), (12, 31))), ("13/1", None), ("1/0", None),
        ("January 9-3", ((1, 9), (1, 9))), ("January 9-9", ((1, 9), (1, 9))),
        ("December 28 - January 3", ((12, 28), (1, 3))),
        ("January 31 - February 30", ((1, 31), (1, 31))), ("January 3 and January 5-9", ((1, 5), (1, 9))),
        ("September 27 \u2013 October 3, 2027", ((9, 27), (10, 3))), ("Sept 4 - 6", ((9, 4), (9, 6))),
        ("Monday, July 24: Seafarers", ((7, 24), (7, 24))), ("10/4 - 10/10", ((10, 4), (10, 10))),
        ("Help is here 24/7", None), ("May is our month", None), ("in 2028", None),
        ("del 3 al 9 de enero", ((1, 3), (1, 9))), ("3 de enero", ((1, 3), (1, 3))), ("", None),
    ],
)  # fmt: skip
def test_a_date_is_a_day_that_its_month_has_and_a_span_goes_forward(
    text: str, days: tuple[tuple[int, int], tuple[int, int]] | None
) -> None:
    found = dates_in(text)
    assert (found[2:] if found else None) == days


def test_a_text_loses_its_first_four_dates_its_weekdays_and_years() -> None:
    assert without_dates("Friday, May 1, 2028: Doors (May 2)") == "Doors"
    assert without_dates("Week 1 (January 4\u201310): Signs") == "Week 1 : Signs"
    assert without_dates("September 27 \u2013 October 3, 2027") == ""
    assert without_dates("Semana 2: del 3 al 9 de enero de 2028") == "Semana 2"
    assert without_dates("May 1, May 2, May 3, May 4 and May 5") == "and May 5"


def year(*rows: str, kind: BlockKind = "paragraph", before: int = 0) -> int:
    filler = [DocumentBlock("paragraph", "Words.")] * before
    return year_of([*filler, *(DocumentBlock(kind, row) for row in rows)])


def test_the_year_of_the_first_three_lines_or_of_a_heading_among_the_first_twelve_comes_first() -> None:
    more = ["We met in May 2027.", "We meet in May 2027."]
    assert year("Safe Homes 2028", *more, before=2) == 2028
    assert year("Safe Homes 2028", *more, before=3) == 2027
    heading, row = DocumentBlock("heading", "Safe Homes 2028"), DocumentBlock("paragraph", "The month of May 2027.")
    for before, found in ((11, 2028), (12, 2027)):
        assert year_of([*[DocumentBlock("paragraph", "Words.")] * before, heading, row, row]) == found


def test_a_year_counts_in_the_opening_in_headings_and_beside_what_is_planned() -> None:
    assert year("Homes 2028", before=11) == 2028
    assert year("Homes 2028", before=12) == 0
    assert year("Homes 2028", before=12, kind="heading") == 2028
    assert year("The month of homes 2028", before=12) == 2028
    assert year("Homes 2028", before=3, kind="furniture") == year("Homes 2028", kind="foreign") == 0


def test_of_years_that_are_named_as_often_the_later_one_counts_and_no_other_than_those_of_kits() -> None:
    assert year("2027 and 2028") == 2028
    assert year("2027 and 2027 and 2028") == 2027
    assert [year(str(one)) for one in (2009, 2010, 2099)] == [0, 2010, 2099]
    assert year("Since 2011. Homes 2028.") == 2028
