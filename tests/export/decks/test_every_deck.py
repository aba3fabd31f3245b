"""Every deck of every week: nothing that PowerPoint would repair, and what a lesson and its readers need."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx.util import Pt

from htpm_studio.export.decks.file_specs import LOOP, deck_specs
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pptx_check import check_package

ROOT = Path(__file__).parents[3]
HOTLINE = "1-888-373-7888"
LABELS = {"en": ("Time", "Say", "Do", "Ask"), "es": ("Tiempo", "Diga", "Haga", "Pregunte")}
SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
TRANSITION = "{http://schemas.openxmlformats.org/presentationml/2006/main}transition"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not os.environ.get("HTPM_SLOW"), reason="needs HTPM_SLOW=1"),
]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_every_deck_is_whole_and_ready_to_teach_from(week: int, language: str, tmp_path: Path) -> None:
    resources = bundled_resources()
    campaign = bundled_campaign(language)
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), week, 2027, language=language)
    kit = build_kit(project, campaign, resources, Options(extras=("plain",)), dt.date(2026, 11, 25))
    specs = [spec for spec in deck_specs(kit) if spec.format in ("pptx", "potx")]
    assert len(specs) == 7
    for spec in specs:
        made = render_file(spec, kit.inputs, JobContext())
        assert made.findings == ()
        assert check_package(made.data) == []
        target = tmp_path / f"deck.{spec.format}"
        target.write_bytes(made.data)
        result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
        assert [str(error) for error in result.errors] == []
        if spec.format == "pptx":
            check_deck(spec, made.data, language)


def check_deck(spec: FileSpec, data: bytes, language: str) -> None:
    time, say, do, ask = LABELS[language]
    deck = pptx.Presentation(io.BytesIO(data))
    bodies = [
        "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in deck.slides
    ]
    assert sum(HOTLINE in body for body in bodies) >= (1 if spec.group == LOOP else 2)
    sizes = [run.font.size for slide in deck.slides for shape in slide.placeholders if shape.has_text_frame
             for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]  # fmt: skip
    assert min([size for size in sizes if size is not None], default=Pt(18)) >= Pt(13)
    notes = [slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "" for slide in deck.slides]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [one.get("name") for one in ElementTree.fromstring(archive.read("ppt/presentation.xml")).iter(SECTION)]
        first = ElementTree.fromstring(archive.read("ppt/slides/slide1.xml"))
        assert (b'loop="1"' in archive.read("ppt/presProps.xml")) == (spec.group == LOOP)
    assert names
    assert "Default Section" not in names
    assert (first.find(TRANSITION) is not None) == (spec.group == LOOP)
    if spec.group != LOOP:
        assert all(note.startswith(f"{time}: ") and (f"{say}:" in note or f"{do}:" in note) for note in notes)
        assert sum(f"{ask}:" in note for note in notes) >= len(notes) / 2
