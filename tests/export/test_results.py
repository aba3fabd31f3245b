"""What came of an export: how much was written, and whether somebody has to look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from htpm_studio.compose.compose_page import MISSING_LETTERS
from htpm_studio.errors import Diagnostic, Severity
from htpm_studio.export.results import ExportedFile, ExportResult, KitResult

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
    assert found.folders == (Path("kit"), Path("other"))
