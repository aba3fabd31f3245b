"""In which languages the kits of many organizations are read, and which photos of the lender go to others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.errors import StudioError
from htpm_studio.export.batch.partner_batch import _campaigns, ready_weeks
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partners import PartnerRow
from tests.helpers.bundled import bundled_campaign

TODAY = dt.date(2026, 11, 25)


def languages(usual: str | None, *rows: str) -> list[str]:
    """The languages that the built-in pack is read in for rows of these languages."""
    partners = tuple(PartnerRow(at, "Riverbend", language=one) for at, one in enumerate(rows))
    request = ExportRequest(KitSource(TODAY, language=usual), Path("out"), partners=partners)
    return list(_campaigns(request, None, paths.assets()))


def test_the_pack_is_read_once_in_each_language_of_the_rows_and_in_the_usual_one() -> None:
    assert languages(None, "", "ES", "es") == ["en", "es"]
    assert languages("es", "", "") == ["es"]


def test_a_language_that_the_pack_lacks_stops_all_where_it_is_the_usual_one_and_else_only_its_row() -> None:
    assert languages("en", "xx", "es") == ["en", "es"]
    with pytest.raises(StudioError):
        languages("xx", "en")


def test_a_campaign_that_was_read_already_stays_in_its_language() -> None:
    campaign = bundled_campaign("es")
    partners = (PartnerRow(1, "Riverbend", language="en"),)
    request = ExportRequest(KitSource(TODAY, campaign=campaign, language="es"), Path("out"), partners=partners)
    assert _campaigns(request, None, paths.assets()) == {"es": campaign}


def test_weeks_without_content_are_not_ready() -> None:
    campaign = bundled_campaign()
    assert ready_weeks(campaign) == tuple(week.number for week in campaign.weeks if week.posts)
