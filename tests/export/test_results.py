"""What came of an export: how much was written, and whether somebody has to look at it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from htpm_studio.compose.compose_page import MISSING_LETTERS
from htpm_studio.errors import Diagnostic, Severity
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.selection import WITH_KIT, Selection
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.run.results import ExportedFile, ExportResult, KitResult
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

POST = "w2/social/w2-rights"

KIT = KitResult(Path("kit"), (), ())


@pytest.mark.parametrize(
    ("severity", "code", "wanted"),
    [("error", "x", True), ("warning", MISSING_LETTERS, True), ("warning", "x", False), ("info", "x", False)],
)
def test_errors_and_missing_letters_want_attention(severity: Severity, code: str, wanted: bool) -> None:
    kit = KitResult(Path("kit"), (), (("a.txt", Diagnostic(severity, code, "Look at it.")),))
    assert kit.needs_attention is wanted
    assert ExportResult((KIT, kit)).needs_attention is wanted


def test_what_was_left_out_or_not_made_wants_attention_too() -> None:
    assert not ExportResult((KIT,)).needs_attention
    assert not ExportResult(state="there").needs_attention
    assert ExportResult((KIT,), ("A week has no content.",)).needs_attention
    assert ExportResult(state="failed").needs_attention


def test_the_size_of_an_export_is_that_of_all_files_of_all_kits() -> None:
    one, two = (ExportedFile(Path(name), name, "copy", size) for name, size in (("a", 5), ("b", 7)))
    found = ExportResult((KitResult(Path("kit"), (one,), ()), KitResult(Path("other"), (two, two), ())))
    assert (found.size, len(found.files)) == (19, 3)
    assert (found.count, [kit.has_review for kit in found.kits]) == (3, [False, False])
    assert found.folders == (Path("kit"), Path("other"))


@pytest.mark.parametrize(("edits", "review"), [({}, False), ({POST: {"caption": "Text 233734."}}, True)])
def test_a_kit_has_as_many_files_as_were_announced_and_a_list_to_review_on_top(
    tmp_path: Path, edits: dict[str, dict[str, str]], review: bool
) -> None:
    project = Project(Brand("Riverbend"), 2, 2027, edits=Edits.from_mapping(edits))
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(("copy",)), dt.date(2026, 11, 25))
    announced = len([spec for spec in plan(kit) if Selection().wants(spec)]) + WITH_KIT
    made = export_kit(kit, tmp_path, JobContext(), wanted=Selection().wants)
    on_disk = [path for path in made.folder.rglob("*") if path.is_file()]
    assert (made.count, made.has_review) == (announced, review)
    assert len(made.files) == len(on_disk) == announced + review
