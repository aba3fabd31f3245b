"""What comes with decks: charts of the numbers they say, open fonts."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import pptx
import pytest
from pptx.oxml.ns import qn
from pptx.slide import Slide

from htpm_studio.export.decks.break_deck import BREAK
from htpm_studio.export.decks.charts import chart_of
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Extra, Kit, Options, build_kit
from htpm_studio.export.pages.selection import ON_REQUEST, form_of
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pptx_check import check_package

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


# ------------------------------------------------------------------ a break


@pytest.mark.parametrize(("language", "heads"), [
    ("en", ["Back in 5 minutes", "Back in 4 minutes", "Back in 3 minutes", "Back in 2 minutes", "Back in one minute",
            "We go on"]),
    ("es", ["Volvemos en 5 minutos", "Volvemos en 4 minutos", "Volvemos en 3 minutos", "Volvemos en 2 minutos",
            "Volvemos en un minuto", "Seguimos"]),
])  # fmt: skip
def test_a_break_counts_its_minutes_by_itself_and_then_waits(language: str, heads: list[str]) -> None:
    assert not [spec for spec in deck_specs(kit_of(2)) if spec.group == BREAK]
    kit = kit_of(2, language, (BREAK,))
    (spec,) = (spec for spec in deck_specs(kit) if spec.group == BREAK)
    assert form_of(spec) in ON_REQUEST
    made = render_file(spec, kit.inputs, JobContext())
    assert made.findings == ()
    assert check_package(made.data) == []
    slides = pptx.Presentation(io.BytesIO(made.data)).slides
    assert [slide.shapes.title.text_frame.text.replace("\u00a0", " ") for slide in slides] == heads
    going = [slide.element.find(qn("p:transition")) for slide in slides]
    assert [one if one is None else one.get("advTm") for one in going] == ["60000"] * 5 + [None]
    assert all(kit.campaign.hotline.number in painted(slide) for slide in slides)
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert b"loop" not in archive.read("ppt/presProps.xml")


def painted(slide: Slide) -> str:
    shapes = (*slide.shapes, *slide.slide_layout.shapes)
    return " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


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
