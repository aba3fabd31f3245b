"""Which line begins a section: its number, how long it may be, and what its words say beside the number."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit.sections import LONGEST_HEAD, section_head


@pytest.mark.parametrize("number", [1, 31])
def test_a_toolkit_has_up_to_31_sections_as_a_month_has_days(number: int) -> None:
    found = section_head(f"Day {number}: Ask a cook")
    assert found is not None
    assert (found.number, found.title) == (number, "Ask a cook")


@pytest.mark.parametrize("number", [0, 32])
def test_a_number_that_no_section_can_have_begins_none(number: int) -> None:
    assert section_head(f"Day {number}: Ask a cook") is None


def test_a_line_that_is_longer_than_a_heading_begins_no_section() -> None:
    line = "Week 2: ".ljust(LONGEST_HEAD, "x")
    assert section_head(line) is not None
    assert section_head(line + "x") is None


def test_a_heading_that_only_names_a_part_of_a_week_has_no_title() -> None:
    found = section_head("Week 2 Resources")
    assert found is not None
    assert (found.number, found.title, found.area) == (2, "", "resources")
    titled = section_head("Week 2: Resources for cooks who work at night in the valley")
    assert titled is not None
    assert (titled.number, titled.area) == (2, None), "what is longer than 40 letters is a title"


def test_a_heading_with_a_number_says_nothing_else_by_itself() -> None:
    found = section_head("Week 2: Ask a cook")
    assert found is not None
    assert (found.named, found.listed, found.by_place, found.whole, found.level) == (True, False, False, False, 0)
    dated = section_head("October 4-10: Ask a cook")
    assert dated is not None
    assert (dated.number, dated.dates, dated.named, dated.by_place) == (0, ((10, 4), (10, 10)), False, False)
