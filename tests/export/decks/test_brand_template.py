"""The template for talks of the user's own is the organization's: a talk made from it says nothing of the month."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from functools import cache
from typing import Any

import pptx
import pytest
from lxml import etree

from htpm_studio.export.decks.file_specs import SAMPLES, STARTERS, YOUR_TALK, deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families, pieces
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pptx_check import check_package
from tests.helpers.sweeps import in_turn

TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
EACH = in_turn(sorted(families()), ("en", "es"))


def kit_of(week: int, family: str, language: str) -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",), family=family), week, 2027, language=language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))


@cache
def template(week: int, family: str, language: str) -> bytes:
    kit = kit_of(week, family, language)
    spec = next(spec for spec in deck_specs(kit) if spec.format == "potx")
    return render_file(spec, kit.inputs, JobContext()).data


def opened(data: bytes) -> Any:
    """The new presentation that a template becomes; python-pptx opens presentations only."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"presentationml.template.main", b"presentationml.presentation.main"))
    return pptx.Presentation(made)


def talk(data: bytes, names: list[str]) -> bytes:
    """A talk of somebody's own from the layouts with these names, the slides of the template deleted."""
    deck = opened(data)
    slides = deck.slides._sldIdLst
    for entry in list(slides):
        deck.part.drop_rel(entry.rId)
        slides.remove(entry)
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for number, name in enumerate(names, 1):
        slide = deck.slides.add_slide(layouts[name])
        slide.shapes.title.text = f"What we did, {number}"
        for place in slide.placeholders:
            if "TABLE" in str(place.placeholder_format.type):
                place.insert_table(3, 2)
            elif place.has_text_frame and place.placeholder_format.idx:
                place.text_frame.text = "Ours"
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def words_of(data: bytes) -> dict[str, str]:
    """All words of each part that has any, and what is said of the file."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                root = etree.fromstring(archive.read(name))
                said = root.itertext() if name.startswith("docProps") else (node.text or "" for node in root.iter(TEXT))
                named = (node.get(key, "") for node in root.iter() for key in ("name", "descr"))
                found[name] = " ".join(" ".join([*said, *named]).split())
    return found


@pytest.mark.parametrize(("family", "language"), EACH)
def test_the_template_is_the_same_whatever_the_week(family: str, language: str) -> None:
    assert template(2, family, language) == template(4, family, language)


@pytest.mark.parametrize(("family", "language"), EACH)
def test_a_talk_made_from_it_says_nothing_of_week_month_and_hotline(family: str, language: str) -> None:
    kit = kit_of(2, family, language)
    used = ["deck/title", "deck/section", "deck/content", "deck/agenda", "deck/photo_text", "deck/closing"]
    library = kit.resources.library
    data = talk(template(2, family, language), [kit.translated(library.template(name).title) for name in used])
    words = words_of(data)
    month, sayings = kit.campaign.month, kit.campaign.words
    week_of = sayings.week_of.format(n=2, weeks=5)
    for said in (month.name, kit.week.title, kit.values["theme"], week_of, *(deck.title for deck in kit.week.decks)):
        assert not [part for part, text in words.items() if said.lower() in text.lower()]
    showing = {slide.slide_layout.part.partname.lstrip("/") for slide in pptx.Presentation(io.BytesIO(data)).slides}
    assert len(showing) == len(used)
    assert not [part for part in showing if kit.campaign.hotline.number in words[part]]


@pytest.mark.parametrize(("family", "language"), EACH)
def test_it_opens_with_empty_slides_and_a_sample_of_each_layout_to_delete(family: str, language: str) -> None:
    kit, data = kit_of(2, family, language), template(2, family, language)
    assert check_package(data) == []
    slides = list(opened(data).slides)
    begun, samples = slides[: len(STARTERS)], slides[len(STARTERS) :]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sections = list(etree.fromstring(archive.read("ppt/presentation.xml")).iter(SECTION))
    assert [section.get("name") for section in sections] == [kit.translated(YOUR_TALK), kit.translated(SAMPLES)]
    assert [len(section[0]) for section in sections] == [len(begun), len(samples)]
    assert not any(re.sub(r"\d", "", place.text_frame.text) for slide in begun for place in slide.placeholders)
    assert all(len(slide.placeholders) > 1 for slide in begun)
    names = [slide.slide_layout.name for slide in samples]
    assert len(names) == len(set(names)) == len(pieces().of("deck"))
    titles = [slide.shapes.title.text for slide in samples]
    assert len(set(titles) - {""}) == len(samples)
    assert not any(slide.has_notes_slide for slide in slides)
