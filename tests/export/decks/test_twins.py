"""What shows the slides of a deck once more: pictures, and the layouts alone."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from pptx import Presentation

from htpm_studio.cli.export import extras_named
from htpm_studio.errors import InputError
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.selection import ON_REQUEST, Selection, counts, form_of, with_extras
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import TextBlock
from htpm_studio.scene.scale import scaled
from htpm_studio.scene.walk import walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pptx_check import check_package

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def kit() -> Kit:
    resources = bundled_resources()
    campaign = bundled_campaign()
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return with_extras(build_kit(project, campaign, resources, Options(), dt.date(2026, 11, 25)))


def specs(kit: Kit, start: str) -> list[FileSpec]:
    return [spec for spec in deck_specs(kit) if spec.path.startswith(start)]


def test_the_template_has_every_layout_and_a_slide_of_each(kit: Kit) -> None:
    (spec,) = specs(kit, "deck/brand-template")
    data = render_file(spec, kit, JobContext()).data
    assert check_package(data) == []
    names = {layout.title for layout in (kit.resources.library.template(one) for one in kit.deck_samples)}
    assert names == {re.sub(r" \d+$", "", name) for name in layout_names(data)}  # "Statistic 2" is that with a chart


def layout_names(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        layouts = [name for name in archive.namelist() if name.startswith("ppt/slideLayouts/slideLayout")]
        common = "{http://schemas.openxmlformats.org/presentationml/2006/main}cSld"
        trees = [ElementTree.fromstring(archive.read(name)) for name in layouts]
        return {str(tree.find(common).get("name")) for tree in trees}  # type: ignore[union-attr]


def test_a_scaled_node_scales_all_lengths(kit: Kit) -> None:
    slide = compose(specs(kit, "deck/week-2-short-deck.pptx")[0].pages[1], kit).page
    for node in walk(slide.nodes):
        half = scaled(node, 0.5)
        assert half.box.width == node.box.width / 2
        if isinstance(node, TextBlock) and isinstance(half, TextBlock):
            assert half.style.size == node.style.size / 2
            assert [line.baseline * 2 for line in half.lines] == [line.baseline for line in node.lines]
        assert scaled(half, 2) == node


def test_pictures_are_numbered_and_full_high_definition(kit: Kit) -> None:
    pictures = specs(kit, "deck/pictures/week-2-loop")
    assert [spec.path[-6:] for spec in pictures] == ["01.png", "02.png", "03.png", "04.png", "05.png"]
    made = render_file(pictures[0], kit, JobContext())
    assert Image.open(io.BytesIO(made.data)).size == (1920, 1080)
    assert made.findings == ()


def test_nobody_gets_pictures_without_asking(kit: Kit) -> None:
    usual = replace(kit, options=Options())
    assert not specs(usual, "deck/pictures/")
    every = tuple(deck_specs(kit))
    row = counts(every, Selection())[0]
    assert row.total == row.wanted == len(list(deck_specs(usual)))
    assert not any(Selection().with_medium("deck", wanted=True).wants(spec) for spec in specs(kit, "deck/pictures/"))
    asked = Selection().with_form("deck/pictures", wanted=True)
    assert all(asked.wants(spec) for spec in every if form_of(spec) == "deck/pictures")
    assert {"deck/pictures"} <= ON_REQUEST


def test_the_command_names_what_decks_can_be_made_as() -> None:
    assert extras_named(" pictures ") == ("pictures",)
    with pytest.raises(InputError, match="movies"):
        extras_named("movies")


def test_a_template_opens_in_python_pptx_once_it_is_a_deck(kit: Kit) -> None:
    (spec,) = specs(kit, "deck/brand-template")
    data = render_file(spec, kit, JobContext()).data
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"template.main+xml", b"presentation.main+xml"))
    deck = Presentation(target)
    slide = deck.slides.add_slide(next(one for one in deck.slide_layouts if one.name == "Photo and text"))
    assert slide.shapes.title is not None
