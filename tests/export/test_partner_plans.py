"""Which kits of a list are still to be made, and which folder each organization has."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from htpm_studio.errors import InputError
from htpm_studio.export.batch import partner_plans
from htpm_studio.export.batch.partner_plans import Plans, WantedKit, finished_files, folders_for
from htpm_studio.export.folder.manifest import FORMAT, START, VERSION, digest_of
from htpm_studio.export.kit.kit import EXTRAS, MEDIA, PAPERS, Options
from htpm_studio.export.sources.partners import PartnerRow

MARKS = ("Hill", 2, 2027, "en")


def kit(folder: Path, *files: str, **more: Any) -> Path:
    """A kit as it was written, with these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (START, *files):
        (folder / name).write_text(name, encoding="utf-8")
    rows = [{"path": name, "sha256": digest_of(folder / name)} for name in files]
    marks = dict(zip(("organisation", "week", "year", "language"), MARKS, strict=True))
    start = {START: {"sha256": digest_of(folder / START)}}
    document = {"format": FORMAT, "version": VERSION, "files": rows, **start, **marks, **more}
    (folder / "kit.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


def test_a_kit_counts_where_it_is_the_same_one_and_complete(tmp_path: Path) -> None:
    made = kit(tmp_path / "kit", "a.txt", "b.txt")
    assert finished_files(made, MARKS) == {"a.txt", "b.txt"}
    for at, other in enumerate(("Dale", 3, 2028, "es")):
        marks: Any = (*MARKS[:at], other, *MARKS[at + 1 :])
        assert finished_files(made, marks) == frozenset()
    (made / "b.txt").unlink()
    assert finished_files(made, MARKS) == finished_files(tmp_path / "gone", MARKS) == frozenset()
    (made / "kit.json").write_text("{", encoding="utf-8")
    assert finished_files(made, MARKS) == frozenset()
    assert finished_files(kit(tmp_path / "other", "a.txt", files=["no row", {}]), MARKS) == frozenset()


# ------------------------------------------------------------------ what is to be made


def plans(monkeypatch: pytest.MonkeyPatch, *files: str, force: bool = False) -> tuple[Plans, list[tuple[str, int]]]:
    """Plans in which each kit of a week has these files; the list tells which weeks were looked at."""
    asked: list[tuple[str, int]] = []

    def made(row: PartnerRow, _brand: Any, week: int) -> Any:
        asked.append((row.language, week))
        project = SimpleNamespace(language=row.language.lower() or "en")
        return SimpleNamespace(
            folder_name=f"week-{week}", week=SimpleNamespace(number=week), year=2027, project=project
        )

    monkeypatch.setattr(partner_plans, "chosen", lambda *_all: [SimpleNamespace(path=name) for name in files])
    batch: Any = SimpleNamespace(
        kit=made, request=SimpleNamespace(selection=None, force=force), options=Options(("social",)),
        weeks_for=lambda _row: ((1, 2, 3), (2,)),
    )  # fmt: skip
    return Plans(batch), asked


HILL = PartnerRow(2, "Hill")


def test_the_files_of_a_week_are_found_once_for_each_language(monkeypatch: pytest.MonkeyPatch) -> None:
    made, asked = plans(monkeypatch, "a.txt", "b.txt")
    both = replace(HILL, week="1-2")
    assert (made.weeks(HILL), made.weeks(both), made.count(HILL), made.count(both)) == ((2,), (1, 2), 2, 4)
    for row in (both, replace(both, organization="Dale"), replace(both, language="ES"), replace(both, language="es")):
        assert made.count(row) == 4
    assert asked == [("", 2), ("", 1), ("ES", 1), ("ES", 2)]


def test_a_kit_is_made_where_it_lacks_something_that_is_wanted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made, _ = plans(monkeypatch, "a.txt", "b.txt")
    new = WantedKit(2, frozenset({"a.txt", "b.txt"}), Options(("social",)), "week-2", replaces=False)
    assert made.todo(HILL, tmp_path) == [new]
    kit(tmp_path / "week-2", "a.txt", "b.txt", "c.txt")
    assert made.todo(HILL, tmp_path) == []
    assert [one.week for one in made.todo(replace(HILL, week="1, 2"), tmp_path)] == [1]
    everything = Options(MEDIA, PAPERS, tuple(EXTRAS))
    folder = tmp_path / "other"
    kit(folder / "week-2", "a.txt", "c.txt")
    assert made.todo(HILL, folder) == [WantedKit(2, frozenset({"a.txt", "b.txt", "c.txt"}), everything, "week-2", True)]
    (folder / "week-2" / "mine.txt").write_text("mine", encoding="utf-8")
    assert made.todo(HILL, folder) == [replace(new, folder="week-2 (2)")], "somebody changed its files"


def test_all_kits_are_made_again_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made, _ = plans(monkeypatch, "a.txt", force=True)
    kit(tmp_path / "week-2", "a.txt")
    (wanted,) = made.todo(HILL, tmp_path)
    assert (wanted.files, wanted.replaces, wanted.folder) == (frozenset({"a.txt"}), True, "week-2")


# ------------------------------------------------------------------ folders


def names(out: Path, *organizations: str, places: range | None = None) -> list[str]:
    rows = [PartnerRow(at, name) for at, name in enumerate(organizations, 2)]
    return [path.name for path in folders_for(rows, out, places)]


def test_each_organization_has_a_folder_of_its_own_and_the_same_name_the_same_one(tmp_path: Path) -> None:
    assert names(tmp_path, "Hill", "Dale", "Hill", "HILL", "Hill!") == ["hill", "dale", "hill", "hill", "hill-2"]
    assert names(tmp_path, "Hill!", "Hill") == ["hill", "hill-2"]


def test_a_folder_is_used_where_the_kits_of_the_organization_are_in_it_or_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "hill").mkdir()
    (tmp_path / "hill" / ".kit.part").mkdir()
    assert names(tmp_path, "Hill") == ["hill"]
    (tmp_path / "hill" / "notes.txt").write_text("mine", encoding="utf-8")
    assert names(tmp_path, "Hill") == ["hill-2"]
    (tmp_path / "hill-2").write_text("a file", encoding="utf-8")
    assert names(tmp_path, "Hill") == ["hill-3"]
    kit(tmp_path / "hill-3" / "week-2", organisation="HILL")
    assert names(tmp_path, "Hill") == ["hill-3"]
    assert names(tmp_path, "Hill!") == ["hill-4"]
    (tmp_path / "hill-4").symlink_to(tmp_path / "gone")
    assert names(tmp_path, "Hill!") == ["hill-5"], "a link that leads nowhere is something as well"


def test_parts_of_a_list_take_no_folder_that_other_rows_have(tmp_path: Path) -> None:
    rows = ("Hill", "Dale", "Hill!", "Hill-2", "Dale!")
    whole = names(tmp_path, *rows)
    assert whole == ["hill", "dale", "hill-2", "hill-2-2", "dale-2"]
    for part in (range(2), range(2, 5), range(4, 5), range(3, 4)):
        assert names(tmp_path, *rows, places=part) == [whole[at] for at in part]


def test_after_a_thousand_folders_another_place_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partner_plans, "MOST_FOLDERS", 2)
    assert names(tmp_path, "Hill", "Hill!") == ["hill", "hill-2"]
    with pytest.raises(InputError, match="too many folders called hill"):
        names(tmp_path, "Hill", "Hill!", "Hill?")


def test_a_folder_with_kits_of_two_organizations_is_that_of_either(tmp_path: Path) -> None:
    kit(tmp_path / "hill" / "week-1", organisation="Dale")
    kit(tmp_path / "hill" / "week-2", organisation="Hill")
    assert names(tmp_path, "Hill") == ["hill"]
