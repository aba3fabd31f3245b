"""What shows the slides of a deck once more: pictures, and the layouts alone."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from PIL import Image

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


@pytest.fixture(scope="module")
def kit() -> Kit:
    resources = bundled_resources()
    campaign = bundled_campaign()
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return with_extras(build_kit(project, campaign, resources, Options(), dt.date(2026, 11, 25)))


def specs(kit: Kit, start: str) -> list[FileSpec]:
    return [spec for spec in deck_specs(kit) if spec.path.startswith(start)]


def test_a_scaled_node_scales_all_lengths(kit: Kit) -> None:
    slide = compose(specs(kit, "deck/week-2-short-deck.pptx")[0].pages[1], kit.page_inputs).page
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
    made = render_file(pictures[0], kit.inputs, JobContext())
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
