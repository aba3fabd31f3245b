"""A finished kit is put into its folder: whole, over an older one or beside it, and what is said about that."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.errors import Diagnostic, InputError
from htpm_studio.export.disk import atomic_output
from htpm_studio.export.disk.atomic_output import AlreadyThereError
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec, RenderedFile
from htpm_studio.export.run import exporter
from htpm_studio.export.run.executors import InlineExecutor
from htpm_studio.export.run.exporter import FinishedKit, kit_place, make_kit
from htpm_studio.export.run.render_task import RenderOutcome
from htpm_studio.export.run.results import KitResult
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.finished_kit import LISTING, START, finished_kit

NOTE = Diagnostic("warning", "w", "Look at it.")


def made(*names: str) -> FinishedKit:
    return finished_kit({name: name.encode() for name in names}, (NOTE,))


def written(target: Path, *names: str, force: bool = False, keeps_touched: bool = False) -> KitResult:
    with kit_place(target, None, force=force, keeps_touched=keeps_touched) as place:
        return place(made(*names), JobContext())


def names_in(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in (START, LISTING))
    return sorted(path.relative_to(folder).as_posix() for path in files)


def test_every_file_is_where_the_result_says_and_of_that_size(tmp_path: Path) -> None:
    result = written(tmp_path / "kit", "a.txt", "b/c.txt")
    assert result.folder == tmp_path / "kit"
    assert [(one.path, one.title, one.medium, one.size) for one in result.files[:2]] == [
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
    written(tmp_path / "kit", "a.txt")
    (tmp_path / "kit" / "a.txt").write_text("mine")
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
    monkeypatch.setattr(atomic_output, "exchange", lambda _first, _second: False)  # as on Windows
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


def file(name: str, medium: Any = "social", group: str = "a", pages: int = 1) -> FileSpec:
    shown = (PageSpec("social/photo", "square", {}, PageInfo("a", "A", 2)),) * pages
    return FileSpec(name, medium, "A", name, "png", shown, group=group)


def test_the_first_file_with_pages_of_each_group_has_a_small_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporter, "preview", lambda spec, _kit, _builder: f"drawn {spec.path}")
    nothing: Any = None
    files = [file("0", pages=0), file("1"), file("2"), file("3", group="b"), file("4", "print"), file("5", "print")]
    made = [RenderedFile(one, b"") for one in files]
    shown = exporter.previews(made, nothing, nothing, InlineExecutor(), {"1": "seen 1", "2": "seen 2"})
    assert shown == {"1": "seen 1", "3": "drawn 3", "4": "drawn 4"}


def test_files_are_rendered_long_ones_first_and_named_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    begun: list[str] = []

    class Task:
        def __init__(self, parcel: Any, number: int, _context: JobContext, *, shows: bool) -> None:
            self.spec, self.shows = parcel.value.specs[number], shows

        def __call__(self) -> RenderOutcome:
            begun.append(self.spec.path)
            return RenderOutcome(RenderedFile(self.spec, b"x"), "picture" if self.shows else "")

    monkeypatch.setattr(exporter, "RenderTask", Task)
    nothing: Any = None
    specs = [file("1"), file("2", pages=9), file("3", pages=4)]
    context = JobContext(lambda step: told.append(f"{step.done}/{step.total}"))
    made, unmade, seen = exporter.render_files(specs, nothing, context, InlineExecutor(), nothing)
    assert begun == ["2", "3", "1"]
    assert [one.spec.path for one in made] == ["1", "2", "3"]
    assert (unmade, seen, told) == ([], {"1": "picture"}, ["1/3", "2/3", "3/3"])


def test_the_pages_that_are_planned_are_those_of_files_that_repeat_no_other() -> None:
    project = Project(Brand("Riverbend"), 2, 2027)
    kit = build_kit(
        project, bundled_campaign(), bundled_resources(), Options(("social", "deck")), dt.date(2026, 11, 25)
    )
    planned = list(exporter.pages_planned(kit))
    assert ("w2/deck/training/1", "deck/title", "slide") in planned
    assert {canvas for piece, _, canvas in planned if piece == "w2/social/w2-rights"} >= {"square", "story"}
    assert len([piece for piece, *_ in planned if piece == "w2/deck/training/1"]) == 2, "in PowerPoint and as PDF"
    assert not [piece for piece, *_ in planned if piece == "w2/social/editable"]
