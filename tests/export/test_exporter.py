"""A finished kit is put into its folder: whole, over an older one or beside it, and what is said about that."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from htpm_studio.errors import Diagnostic, InputError
from htpm_studio.export.atomic_output import AlreadyThereError
from htpm_studio.export.exporter import FinishedFile, FinishedKit, kit_place, make_kit
from htpm_studio.export.kit import Options, build_kit
from htpm_studio.export.results import KitResult
from htpm_studio.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

NOTE = Diagnostic("warning", "w", "Look at it.")


def made(*names: str) -> FinishedKit:
    files = tuple(FinishedFile(name, f"T {name}", "copy", "copy/txt", "p", name.encode()) for name in names)
    return FinishedKit(files, (NOTE,), (("a.txt", NOTE),))


def written(target: Path, *names: str, force: bool = False, keeps_touched: bool = False) -> KitResult:
    with kit_place(target, None, force=force, keeps_touched=keeps_touched) as place:
        return place(made(*names), JobContext())


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_every_file_is_where_the_result_says_and_of_that_size(tmp_path: Path) -> None:
    result = written(tmp_path / "kit", "a.txt", "b/c.txt")
    assert result.folder == tmp_path / "kit"
    assert [(one.path, one.title, one.medium, one.size) for one in result.files] == [
        (tmp_path / "kit" / "a.txt", "T a.txt", "copy", 5), (tmp_path / "kit" / "b" / "c.txt", "T b/c.txt", "copy", 7),
    ]  # fmt: skip
    assert names_in(tmp_path) == ["kit/a.txt", "kit/b/c.txt"]
    assert result.findings == (("", NOTE), ("a.txt", NOTE))


def test_a_kit_that_is_there_is_replaced_only_where_that_was_asked_for(tmp_path: Path) -> None:
    written(tmp_path / "kit", "a.txt")
    with pytest.raises(AlreadyThereError):
        written(tmp_path / "kit", "b.txt")
    assert names_in(tmp_path) == ["kit/a.txt"]
    assert written(tmp_path / "kit", "b.txt", force=True).findings == (("", NOTE), ("a.txt", NOTE))
    assert names_in(tmp_path) == ["kit/b.txt"]


def test_a_kit_that_somebody_touched_stays_where_that_was_asked_for(tmp_path: Path) -> None:
    written(tmp_path / "kit", "a.txt")  # without a list of its files it counts as touched
    result = written(tmp_path / "kit", "b.txt", force=True, keeps_touched=True)
    assert result.folder == tmp_path / "kit (2)"
    assert names_in(tmp_path) == ["kit (2)/b.txt", "kit/a.txt"]
    ((_, first), (_, second), _) = result.findings
    assert (first, second.severity, second.code) == (NOTE, "warning", "not-alone")
    assert second.message == "The folder kit was changed while the kit was made, so the new kit is in kit (2)."


def test_a_kit_in_use_stays_and_that_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "kit", "a.txt")
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path == tmp_path / "kit":
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    result = written(tmp_path / "kit", "b.txt", force=True)
    assert result.folder == tmp_path / "kit (2)"
    assert [(one.severity, one.code) for place, one in result.findings if not place] == [
        ("warning", "w"), ("error", "in-use"),
    ]  # fmt: skip


def test_a_kit_of_nothing_is_not_made() -> None:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    today = dt.date(2026, 11, 25)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(("background",)), today)
    with pytest.raises(InputError) as caught:
        make_kit(kit, JobContext(), wanted=lambda _spec: False)
    assert (caught.value.message, caught.value.hint) == (
        "Nothing was chosen for the kit.",
        "Choose at least one piece.",
    )
