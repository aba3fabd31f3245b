"""The graphics of a kit as slides: live text in faces that every computer has, placeholders, theme colors."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.enum.shapes import PP_PLACEHOLDER

from htpm_studio.export.kit.edits import TEMPLATE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.social import editable_specs
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.sizes import Medium
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Edits, Project
from htpm_studio.project.office_colors import theme_slots
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_brands, bundled_campaign, bundled_resources
from tests.helpers.pptx_check import check_package
from tests.helpers.sweeps import SAMPLE_OF_WEEKS

SIZES = tuple(size.id for size in page_sizes().of("social"))
RESOURCES = bundled_resources()
CAMPAIGN = bundled_campaign()
BRAND = bundled_brands()[3]


def kit_of(week: int = 2, edits: Edits | None = None) -> Kit:
    project = Project(BRAND, week, 2027, edits=edits or Edits())
    return build_kit(project, CAMPAIGN, RESOURCES, Options(("social",)), date(2027, 1, 4))


def deck_of(spec: FileSpec, kit: Kit) -> bytes:
    made = render_file(spec, kit.inputs, JobContext())
    assert made.findings == ()
    return made.data


@pytest.mark.parametrize("week", SAMPLE_OF_WEEKS)
def test_every_graphic_is_a_slide_of_each_size_and_fits_in_common_faces(week: int) -> None:
    kit = kit_of(week)
    posts = {spec.piece for spec in plan(kit) if spec.format != "pptx"}
    specs = list(editable_specs(kit))
    assert [spec.pages[0].canvas for spec in specs] == list(SIZES)
    for spec in specs:
        assert {page.piece for page in spec.pages} == posts
        assert len({page.info.title for page in spec.pages}) == len(spec.pages)
        for page in spec.pages:
            composed = compose(page, kit.page_inputs)
            assert composed.findings == ()
            faces = {block.style.face.name.partition("-")[0] for block in texts(composed.page)}
            assert faces <= {"Gelasio", "Arimo"}


@pytest.mark.parametrize("number", [0, *(pytest.param(at, marks=pytest.mark.slow) for at in range(1, len(SIZES)))])
def test_file_is_sound_and_its_parts_can_be_edited(number: int, tmp_path: Path) -> None:
    kit = kit_of()
    spec = list(editable_specs(kit))[number]
    data = deck_of(spec, kit)
    assert check_package(data) == []
    target = tmp_path / "graphics.pptx"
    target.write_bytes(data)
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    assert [str(error) for error in audit.errors] == []
    deck = pptx.Presentation(io.BytesIO(data))
    assert len(deck.slides) == len(spec.pages)
    for slide, page in zip(deck.slides, spec.pages, strict=True):
        assert slide.shapes.title is not None
        shown = " ".join(slide.shapes.title.text_frame.text.split())
        assert shown
        kinds = {holder.placeholder_format.type for holder in slide.placeholders}
        if page.template in {"social/photo", "social/resource"}:
            assert PP_PLACEHOLDER.PICTURE in kinds
        slide.shapes.title.text_frame.text = "Other words"
    again = io.BytesIO()
    deck.save(again)
    assert len(pptx.Presentation(again).slides) == len(spec.pages)


def test_texts_take_their_colors_and_faces_from_the_theme() -> None:
    kit = kit_of()
    with zipfile.ZipFile(io.BytesIO(deck_of(next(editable_specs(kit)), kit))) as package:
        slides = [package.read(name).decode() for name in package.namelist() if "slides/slide" in name]
    theme = {color.upper().removeprefix("#") for _, color in theme_slots(kit.look.palette)}
    used = {color for slide in slides for color in re.findall(r'srgbClr val="(\w{6})"', slide)}
    assert used & theme == set()
    assert sum(slide.count("schemeClr") for slide in slides) > 5 * len(slides)
    assert not any('typeface="Fraunces' in slide or 'typeface="Public' in slide for slide in slides)


SPANISH = bundled_campaign("es")
QUESTION, NEARBY = "w3/social/w3-child-welfare", "w3/deck/loop/4"


def spanish_kit(medium: Medium, **own: str) -> Kit:
    """A kit whose piece ("piece") says something of the user's."""
    piece = own.pop("piece", "")
    edits = Edits.from_mapping({piece: own} if piece else {})
    project = Project(BRAND, 3, 2027, language="es", edits=edits)
    return build_kit(project, SPANISH, RESOURCES, Options((medium,)), date(2027, 1, 4))


def test_a_headline_that_office_sets_in_a_wider_face_does_not_end_on_a_word_alone() -> None:
    kit = spanish_kit("social", piece=QUESTION, head="¿Qué le ayudaría más en este momento?")
    pages = {spec.pages[0].canvas: spec.pages for spec in editable_specs(kit)}
    quote = next(page for page in pages["square"] if page.piece == QUESTION)
    head = next(block for block in texts(compose(quote, kit.page_inputs).page) if block.slot == "title")
    assert [line.text.replace("\u00a0", " ") for line in head.lines] == ["¿Qué le ayudaría más", "en este momento?"]
    assert head.text.endswith("en\u00a0este\u00a0momento?")


def test_a_telephone_number_that_office_would_tear_begins_a_line() -> None:
    text = "Llame al 211. Para jóvenes: 1-800-RUNAWAY (1-800-786-2929)."
    kit = spanish_kit("deck", piece=NEARBY, text=text)
    whole = next(spec for spec in plan(kit) if spec.path.endswith("loop-deck.pptx"))
    loop = replace(whole, pages=tuple(page for page in whole.pages if "1-800-RUNAWAY" in str(page.content)))
    slides = pptx.Presentation(io.BytesIO(render_file(loop, kit.inputs, JobContext()).data)).slides
    said = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    assert any(re.search(r"1-800-[A-Z]+\v\(1-800-\d{3}-\d{4}\)", text) for text in said)


@pytest.mark.parametrize("name", SIZES)
def test_a_number_that_a_word_leads_to_is_not_torn_where_office_sets_a_narrower_face(name: str) -> None:
    edits = Edits().changed("w4/social/w4-report-it", TEMPLATE, "social/statement")
    tip = "CyberTipline: report.cybertip.org or 1-800-THE-LOST (1-800-843-5678), or 988"
    kit = kit_of(4, edits.changed("w4/social/w4-report-it", "sub", tip))
    spec = next(spec for spec in editable_specs(kit) if spec.path.endswith(f"{name}.pptx"))
    tips = tuple(page for page in spec.pages if "CyberTipline:" in str(page.content))
    slides = pptx.Presentation(io.BytesIO(deck_of(replace(spec, pages=tips), kit))).slides
    said = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    tip = next(text for text in said if "CyberTipline:" in text and "1-800-" in text)
    assert "\vor 1-800-" in tip
