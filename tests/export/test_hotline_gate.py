"""A post whose hotline number was changed is named where its words are asked for, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest

from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

POST = "w2/social/w2-rules-protect"


@pytest.mark.parametrize(("medium", "named"), [("copy", {POST}), ("background", set())])
def test_an_altered_post_is_named_in_a_kit_of_words_and_not_in_one_of_backgrounds(medium: str, named: set[str]) -> None:
    edits = Edits.from_mapping({POST: {"caption": "Call 1-888-373-7889."}})
    project = Project(Brand("Riverbend Coalition"), 2, 2027, edits=edits)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    _, findings = block_unsafe(kit, [spec for spec in plan(kit) if spec.medium == medium])
    assert {one.piece for one in findings} == named
