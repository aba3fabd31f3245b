"""The checks of several weeks as one report."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.errors import msg
from htpm_studio.export.preflight.model import Check, CheckReport, joined

SAID = Check("a", "look", "a", "Kit", msg("Look here."))
OTHER = replace(SAID, id="b", group="fix")


def test_what_is_said_of_all_is_there_once_and_what_must_be_fixed_first() -> None:
    assert joined([CheckReport((SAID,)), CheckReport((SAID, OTHER))]) == CheckReport((OTHER, SAID))


def test_what_is_fine_in_one_week_alone_is_still_asked() -> None:
    assert joined([CheckReport(fine=(SAID,)), CheckReport((SAID,))]) == CheckReport((SAID,))
    assert joined([CheckReport(fine=(SAID,)), CheckReport(fine=(SAID,))]) == CheckReport(fine=(SAID,))
