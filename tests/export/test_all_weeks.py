"""Kits of several weeks in one go: each in its folder, and what becomes of the kits that were there before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import Selection, key_of
from htpm_studio.export.run.all_weeks import export_weeks
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@pytest.fixture(scope="module")
def kit() -> Kit:
    return build_kit(
        Project(Brand("Riverbend"), 2, 2027), bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 25)
    )


def only(kit: Kit, ending: str) -> Selection:
    """A choice of nothing but the files with an ending."""
    return Selection(unticked=frozenset(key_of(one) for one in plan(kit) if not one.path.endswith(ending)))


def written(kit: Kit, out: Path, name: str, *instead_of: Path) -> Path:
    (result,) = export_weeks([(name, kit)], out, only(kit, ".ics"), JobContext(), instead_of=instead_of)
    return result.folder


def test_an_earlier_try_makes_room_for_one_with_another_name_unless_somebody_touched_it(
    kit: Kit, tmp_path: Path
) -> None:
    first = written(kit, tmp_path, "One")
    second = written(kit, tmp_path, "Two", first)
    assert [path.name for path in tmp_path.iterdir()] == ["Two"]
    (second / "note.txt").write_text("mine")
    written(kit, tmp_path, "Three", second, tmp_path / "gone")
    assert {path.name for path in tmp_path.iterdir()} == {"Two", "Three"}
    assert written(kit, tmp_path, "Three", tmp_path / "Three") == tmp_path / "Three"
    assert {path.name for path in tmp_path.iterdir()} == {"Two", "Three"}


def test_of_several_weeks_one_without_chosen_files_gets_no_folder(kit: Kit, tmp_path: Path) -> None:
    pieces = replace(only(kit, ".ics"), pieces=frozenset(one.piece for one in plan(kit) if one.path.endswith(".ics")))
    other = replace(kit, week=kit.campaign.week(3))
    results = export_weeks([("Two", kit), ("Three", other)], tmp_path, pieces, JobContext())
    assert [one.folder.name for one in results] == ["Two"]
