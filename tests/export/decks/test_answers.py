"""The check at the end of a training: hands first, then each answer at a click of its own."""

from __future__ import annotations

import datetime as dt
import io
import re

import pptx
import pytest
from pptx.oxml.ns import qn
from pptx.slide import Slide

from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pdf_reading import extracted
from tests.helpers.pptx_check import check_package

NAMES = {
    "en": {"true": "True", "depends": "It depends", "no": "No"},
    "es": {"true": "Cierto", "depends": "Depende", "no": "No"},
}


def kit_of(language: str, family: str = "common-thread", edits: Edits | None = None) -> Kit:
    brand = Brand("Riverbend Coalition", ("#F2B705",), family=family)
    project = Project(brand, 2, 2027, language=language, edits=edits or Edits())
    options = Options(extras=("plain",))
    return build_kit(project, bundled_campaign(language), bundled_resources(), options, dt.date(2026, 11, 25))


def checks_of(kit: Kit, form: str = "deck/training") -> tuple[Slide, Slide]:
    """The slides with the statements: before, and at the end."""
    spec = next(spec for spec in deck_specs(kit) if spec.id == form)
    made = render_file(spec, kit.inputs, JobContext())
    assert made.findings == ()
    assert check_package(made.data) == []
    places = [at for at, page in enumerate(spec.pages) if page.template == "deck/check"]
    slides = pptx.Presentation(io.BytesIO(made.data)).slides
    before, after = (slides[place] for place in places)
    return before, after


@pytest.mark.parametrize("family", sorted(families()))
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_click_shows_the_answer_behind_its_statement(language: str, family: str) -> None:
    kit = kit_of(language, family)
    assert kit.week.session is not None
    checks = kit.week.session.checks
    before, after = checks_of(kit)
    assert before.element.find(qn("p:timing")) is None
    clicked = [int(target.get("spid")) for target in after.element.iter(qn("p:spTgt"))]
    shapes = [shape for shape in after.shapes if shape.has_text_frame]
    ids = [shape.shape_id for shape in shapes]
    for check, answer in zip(checks, clicked, strict=True):
        said, shown = shapes[ids.index(answer) - 1], shapes[ids.index(answer)]
        assert said.text_frame.text.replace("\u00a0", " ") == check.text
        assert shown.text_frame.text == NAMES[language][check.answer]
        heads = [shape for shape in shapes if shape.text_frame.text == shown.text_frame.text and shape is not shown]
        head = next(shape for shape in heads if shape.shape_id not in clicked)
        assert abs((head.left + head.width / 2) - (shown.left + shown.width / 2)) < shown.width * 0.1


def test_a_statement_in_the_users_words_has_no_answer_that_the_program_would_know() -> None:
    edits = Edits().changed("w2/deck/training/check-again", "items.1", "A fee is always trafficking.")
    _, after = checks_of(kit_of("en", edits=edits))
    shown = {shape.shape_id: shape.text_frame.text for shape in after.shapes if shape.has_text_frame}
    assert [shown[int(target.get("spid"))] for target in after.element.iter(qn("p:spTgt"))] == ["No", "True"]


def test_a_plain_deck_moves_nothing() -> None:
    for slide in checks_of(kit_of("en"), "deck/training/plain"):
        assert slide.element.find(qn("p:timing")) is None


def test_the_pdf_has_each_answer_from_the_beginning_behind_its_statement() -> None:
    kit = kit_of("en")
    spec = next(spec for spec in deck_specs(kit) if spec.id == "deck/training/pdf")
    place = next(at for at, page in enumerate(spec.pages) if page.piece.endswith("/check-again"))
    words = " ".join(extracted(render_file(spec, kit.inputs, JobContext()).data, place).split())
    assert re.search(r"boss first. No .*is trafficking. It depends .*without papers. True", words)
