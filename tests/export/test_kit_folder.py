"""A kit that lies on disk: whether it is as it was written, what is taken over from it, what fits on a stick."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.campaign.language.rules import LanguageRule, Level
from htpm_studio.errors import InputError
from htpm_studio.export.folder import kit_folder
from htpm_studio.export.folder.kit_folder import MOST_KITS, check_folder, kit_folders, read_manifest
from htpm_studio.export.folder.manifest import FORMAT, START, VERSION
from htpm_studio.export.folder.replacing import MOST, free_folder, is_untouched
from htpm_studio.export.run.subset import KitPart, parts_that_fit


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def written(folder: Path, files: dict[str, bytes], start: bytes = b"start", **more: Any) -> Path:
    """A kit as the program writes it."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / START).write_bytes(start)
    rows = [{"path": name, "sha256": digest(data)} for name, data in files.items()]
    document = {"format": FORMAT, "version": VERSION, "files": rows, START: {"sha256": digest(start)}, **more}
    (folder / "kit.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


def found(folder: Path, *rules: LanguageRule) -> list[tuple[str, str, str]]:
    return [(check.group, check.code, check.title) for check in check_folder(folder, rules).checks]


def rule(name: str, level: Level, pattern: str) -> LanguageRule:
    return LanguageRule(name, level, "pattern", "T", "W", "S", "Do not say {match}.", "", pattern=re.compile(pattern))


def test_a_kit_is_found_in_its_folder_or_directly_below(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a kit"):
        kit_folders(tmp_path)
    two = [written(tmp_path / name, {}) for name in ("b", "a")]
    assert kit_folders(tmp_path) == tuple(reversed(two))
    assert kit_folders(two[0]) == (two[0],)
    for number in range(MOST_KITS):
        written(tmp_path / f"c{number}", {})
    assert len(kit_folders(tmp_path)) == MOST_KITS


def test_what_was_changed_or_is_missing_is_named_and_what_is_missing_comes_first(tmp_path: Path) -> None:
    kit = written(tmp_path / "kit", {"a.txt": b"a", "b/b.txt": b"b", "c.txt": b"c"})
    assert found(kit) == []
    (kit / "a.txt").write_bytes(b"new")
    (kit / "c.txt").unlink()
    assert found(kit) == [("fix", "gone", "c.txt"), ("look", "changed", "a.txt")]


def test_a_file_larger_than_any_of_a_kit_counts_as_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = written(tmp_path / "kit", {"a.txt": b"four"})
    monkeypatch.setattr(kit_folder, "LARGEST_FILE", 4)
    assert found(kit) == []
    monkeypatch.setattr(kit_folder, "LARGEST_FILE", 3)
    assert found(kit) == [("look", "changed", "a.txt")]


def test_paths_that_lead_out_of_the_kit_are_not_followed(tmp_path: Path) -> None:
    kit = written(tmp_path / "kit", {"a/b.txt": b"b"})
    document = json.loads((kit / "kit.json").read_text())
    outside = [{"path": "../kit/a/b.txt"}, {"path": "a/../a/b.txt"}, {"path": ""}, "no row"]
    document["files"] += outside
    (kit / "kit.json").write_text(json.dumps(document))
    names = ("", "../kit/a/b.txt", "a/../a/b.txt")
    assert sorted(found(kit)) == [("fix", "path", name) for name in names]


def test_what_was_noted_is_said_again_by_file_or_for_the_whole_kit(tmp_path: Path) -> None:
    notes = [
        {"level": "warning", "code": "w", "message": "Small.", "files": ["a.txt", "b.txt"]},
        {"level": "error", "code": "e", "message": "Wrong.", "files": []},
        "no note",
    ]
    kit = written(tmp_path / "kit", {"a.txt": b"a"}, findings=notes)
    assert found(kit) == [("fix", "e", "The kit"), ("look", "w", "a.txt and b.txt")]
    document = json.loads((kit / "kit.json").read_text())
    document["files"][0]["findings"] = [{"level": "info", "code": "i", "message": "Old."}]
    (kit / "kit.json").write_text(json.dumps({**document, "findings": "none"}))
    assert found(kit) == [("look", "i", "a.txt")]


def test_only_words_of_changed_files_are_read_and_hints_are_not_said(tmp_path: Path) -> None:
    rules = (rule("R1", "error", "bad"), rule("R2", "warning", "poor"), rule("R3", "info", "meh"))
    kit = written(tmp_path / "kit", {"a.txt": b"", "b.txt": b"bad"})
    assert found(kit, *rules) == []
    (kit / "a.txt").write_bytes(b"a bad thing\nand poor, bad, meh")
    assert found(kit, *rules) == [("fix", "R1", "a.txt"), ("look", "changed", "a.txt"), ("look", "R2", "a.txt")]
    assert found(kit) == [("look", "changed", "a.txt")]


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"format": "x", "version": 1, "files": []}', '{"version": 1, "files": []}']
)
def test_another_list_is_no_list_of_a_kit(tmp_path: Path, text: str) -> None:
    (tmp_path / "kit.json").write_text(text)
    with pytest.raises(InputError, match="is not the list of a kit"):
        read_manifest(tmp_path)


def test_a_list_that_is_damaged_or_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is damaged"):
        read_manifest(tmp_path)
    (tmp_path / "kit.json").write_text("{")
    with pytest.raises(InputError, match="is damaged"):
        read_manifest(tmp_path)
    written(tmp_path, {}, version="1")
    with pytest.raises(InputError, match="is damaged: it has no usable version number"):
        read_manifest(tmp_path)
    written(tmp_path, {}, version=VERSION + 1)
    with pytest.raises(InputError, match=r"kit\.json was written by a newer HTPM Studio"):
        read_manifest(tmp_path)


def test_a_kit_is_untouched_while_nothing_in_its_folder_was_changed_or_added(tmp_path: Path) -> None:
    kit = written(tmp_path / "kit", {"a.txt": b"a", "b/b.txt": b"b"})
    (kit / "b" / "Thumbs.db").write_bytes(b"")
    assert is_untouched(kit)
    (kit / "b" / "mine.txt").write_bytes(b"")
    assert not is_untouched(kit)
    (kit / "b" / "mine.txt").unlink()
    (kit / "a.txt").write_bytes(b"new")
    assert not is_untouched(kit)
    (kit / "a.txt").write_bytes(b"a")
    (kit / START).write_bytes(b"new")
    assert not is_untouched(kit)
    (kit / START).write_bytes(b"start")
    document = json.loads((kit / "kit.json").read_text())
    (kit / "kit.json").write_text(json.dumps(document | {START: "start"}))
    assert not is_untouched(kit)
    assert not is_untouched(tmp_path)


def test_an_untouched_kit_is_replaced_and_beside_any_other_folder_there_is_a_number(tmp_path: Path) -> None:
    assert free_folder(tmp_path, "kit") == ("kit", False)
    kit = written(tmp_path / "kit", {"a.txt": b"a"})
    assert free_folder(tmp_path, "kit") == ("kit", True)
    (kit / "a.txt").write_bytes(b"new")
    assert free_folder(tmp_path, "kit") == ("kit (2)", False)
    (tmp_path / "kit (2)").mkdir()
    assert free_folder(tmp_path, "kit") == ("kit (3)", False)
    for number in range(3, MOST):
        (tmp_path / f"kit ({number})").touch()
    assert free_folder(tmp_path, "kit") == (f"kit ({MOST})", False)
    (tmp_path / f"kit ({MOST})").touch()
    with pytest.raises(InputError, match=f"already {MOST} kits"):
        free_folder(tmp_path, "kit")


def test_a_stick_gets_what_prints_first_and_then_the_smaller_parts_that_still_fit() -> None:
    parts = [
        KitPart("deck/pptx", "deck", "pptx", 40), KitPart("copy/ics", "copy", "ics", 1),
        KitPart("print/letter", "print", "pdf", 20), KitPart("copy/docx", "copy", "docx", 30),
    ]  # fmt: skip
    assert [part.form for part in parts_that_fit(parts, 90)] == ["print/letter", "copy/docx", "deck/pptx"]
    assert [part.form for part in parts_that_fit(parts, 89)] == ["print/letter", "copy/docx", "copy/ics"]
    assert parts_that_fit(parts, 91) == ()  # all of them
    assert parts_that_fit(parts, 0) == ()
