"""The slide with the code of an evaluation form: only where the organization has one, and only in trainings."""

from __future__ import annotations

import datetime as dt
import io

import pptx
import pytest

from htpm_studio.errors import InputError
from htpm_studio.export.decks.duration import seconds_of_talk
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.evaluation_form import checked_form, form_address, form_values
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pptx_check import check_package

ADDRESS = "forms.example.org/r/harbor-2027"
LONG = "https://docs.example.org/forms/d/e/1FAIpQLSfQm0bRz6uPVdJrWnYt3KxLcE8HgA2sTqUoNiB5wXyZvM4kDg/viewform?usp=x"


def kit_of(address: str, language: str = "en", family: str = "common-thread") -> Kit:
    brand = Brand("Riverbend Coalition", ("#0F5C5C",), family=family, evaluation=address)
    project, options = Project(brand, 2, 2027, language=language), Options(extras=("plain",))
    return build_kit(project, bundled_campaign(language), bundled_resources(), options, dt.date(2026, 11, 25))


def deck_of(kit: Kit, form: str = "deck/training") -> FileSpec:
    return next(spec for spec in deck_specs(kit) if spec.id == form)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("family", sorted(families()))
def test_a_training_ends_with_the_code_of_the_form(family: str, language: str) -> None:
    kit = kit_of(ADDRESS, language, family)
    spec = deck_of(kit)
    assert spec.pages[-1].piece == "w2/deck/training/evaluation"
    assert spec.pages[-1].info.section == spec.pages[-2].info.section
    made = render_file(spec, kit.inputs, JobContext())
    assert made.findings == ()
    assert check_package(made.data) == []
    slide = list(pptx.Presentation(io.BytesIO(made.data)).slides)[-1]
    assert slide.slide_layout.name in ("Evaluation", "Evaluación"), "it needs no layout of its own"
    links = [run.hyperlink.address for shape in slide.shapes if shape.has_text_frame
             for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]  # fmt: skip
    assert f"https://{ADDRESS}" in links
    assert any(shape.element.tag.endswith("}grpSp") for shape in slide.shapes), "the code"


def test_the_plain_deck_has_the_code_too() -> None:
    kit = kit_of(ADDRESS)
    made = render_file(deck_of(kit, "deck/training/plain"), kit.inputs, JobContext())
    slide = list(pptx.Presentation(io.BytesIO(made.data)).slides)[-1]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert any(ADDRESS in text for text in texts)
    assert "1" not in texts, "one code needs no number"
    assert any(shape.element.tag.endswith("}grpSp") for shape in slide.shapes), "the code"


def test_without_an_address_there_is_no_slide_and_other_decks_have_none() -> None:
    for address in ("", "  ", "on paper"):
        assert all(page.template != "deck/evaluation" for page in deck_of(kit_of(address)).pages)
    assert all(page.template != "deck/evaluation" for page in deck_of(kit_of(ADDRESS), "deck/short").pages)
    more = seconds_of_talk(deck_of(kit_of(ADDRESS))) - seconds_of_talk(deck_of(kit_of("")))
    assert 0 < more < 30, "its minutes are in those of the slide before"


def test_a_long_address_is_in_the_code_and_its_host_below() -> None:
    assert form_values(kit_of(LONG).project) == {"url": LONG, "address": "docs.example.org"}
    kit = kit_of(LONG)
    assert deck_of(kit).pages[-1].content["url"] == LONG
    assert render_file(deck_of(kit), kit.inputs, JobContext()).findings == ()


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (ADDRESS, f"https://{ADDRESS}"), (f" http://{ADDRESS} ", f"http://{ADDRESS}"), (LONG, LONG), ("", ""),
        ("ana@example", ""), ("javascript:alert(1)", ""), ("file://x.y/z", ""), ("two words.org", ""),
        ("https://[x", ""), (f"forms.example.org/{'x' * 500}", ""),
    ],
)  # fmt: skip
def test_what_is_an_address(written: str, address: str) -> None:
    assert form_address(written) == address
    if written and not address:
        with pytest.raises(InputError, match="is no web address"):
            checked_form(written)
    else:
        assert checked_form(written) == written.strip()
