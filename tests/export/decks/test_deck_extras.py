"""What comes with decks: charts of the numbers they say, open fonts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from htpm_studio.export.decks.charts import chart_of
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Extra, Kit, Options, build_kit
from htpm_studio.export.pages.selection import ON_REQUEST, form_of
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

ROOT = Path(__file__).parents[3]


def kit_of(week: int, language: str = "en", extras: tuple[Extra, ...] = ()) -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), week, 2027, language=language)
    campaign, options = bundled_campaign(language), Options(extras=extras)
    return build_kit(project, campaign, bundled_resources(), options, dt.date(2026, 11, 25))


# ------------------------------------------------------------------ charts


def test_values_that_cannot_be_compared_and_numbers_of_the_user_have_no_chart() -> None:
    kit = kit_of(4)
    assert next(one for one in kit.campaign.facts if "20.5" in one.figures).series
    assert chart_of(kit, {"number": "20.5"}) is None
    assert chart_of(kit, {"number": "123"}) is None


# ------------------------------------------------------------------ fonts


def test_fonts_come_only_on_request_with_their_licenses_and_as_published() -> None:
    assert not [spec for spec in deck_specs(kit_of(2)) if spec.group == "fonts"]
    kit = kit_of(2, extras=("fonts",))
    found = {
        spec.path: render_file(spec, kit.inputs, JobContext()) for spec in deck_specs(kit) if spec.group == "fonts"
    }
    names = ["Arimo-400.ttf", "Arimo-700.ttf", "Gelasio-700.ttf", "OFL-Arimo.txt", "OFL-Gelasio.txt"]
    assert sorted(found) == [f"deck/fonts/{name}" for name in names]
    for path, made in found.items():
        assert made.data == (ROOT / "assets" / "fonts" / Path(path).name).read_bytes()
        assert form_of(made.spec) in ON_REQUEST
        assert "Georgia" in made.spec.caption
