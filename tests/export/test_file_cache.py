"""Finished files are kept by what they are made from: the same kit with and without, and never a wrong file."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.template import Library
from htpm_studio.errors import Diagnostic, msg
from htpm_studio.export.kit.fingerprint import fingerprint
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.render_inputs import DocumentInputs, PageInputs, RenderInputs
from htpm_studio.export.kit.specs import FileSpec, PageSpec, RenderedFile
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.run import exporter, file_cache
from htpm_studio.export.run.exporter import FinishedKit, make_kit
from htpm_studio.export.run.file_cache import FileCache, KitCache, keys_for
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import PictureSource
from htpm_studio.text.fonts import FontBook
from tests.helpers.bundled import bundled_campaign, bundled_resources


def kit(**brand: Any) -> Kit:
    project = Project(Brand(**{"organization": "Riverbend", **brand}), 2, 2027)
    options = Options(("social", "print", "copy"), ("letter",))
    return build_kit(project, bundled_campaign(), bundled_resources(), options, dt.date(2026, 11, 25))


def bytes_of(made: FinishedKit) -> dict[str, bytes]:
    return {file.path: file.data for file in made.files}


@pytest.fixture
def made_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were rendered and not taken from what is kept."""
    paths: list[str] = []
    usual = exporter.RenderTask

    def told(parcel: Any, number: int, context: JobContext, *, shows: bool) -> Any:
        paths.append(parcel.value.specs[number].path)
        return usual(parcel, number, context, shows=shows)

    monkeypatch.setattr(exporter, "RenderTask", told)
    return paths


def few(kit: Kit) -> frozenset[str]:
    """A picture, a print and a text of a kit."""
    paths = [spec.path for spec in plan(kit)]
    first = [next(path for path in paths if path.endswith(ending)) for ending in (".png", ".pdf", ".txt")]
    return frozenset(first)


def small_kit(kit: Kit, cache: FileCache | None) -> FinishedKit:
    wanted = few(kit)
    return make_kit(kit, JobContext(), wanted=lambda spec: spec.path in wanted, cache=cache)


# ------------------------------------------------------------------ what is kept


def test_a_kit_from_what_is_kept_has_the_same_bytes_and_nothing_is_made(tmp_path: Path, made_files: list[str]) -> None:
    cache = FileCache(tmp_path / "files")
    without = bytes_of(small_kit(kit(), None))
    made_files.clear()
    assert bytes_of(small_kit(kit(), cache)) == without
    assert sorted(made_files) == sorted(few(kit()))
    made_files.clear()
    assert bytes_of(small_kit(kit(), cache)) == without
    assert made_files == []


def test_what_is_kept_is_private_and_has_no_name_of_a_file_of_the_kit(tmp_path: Path) -> None:
    cache = FileCache(tmp_path / "files")
    small_kit(kit(), cache)
    found = list((tmp_path / "files").iterdir())
    assert found
    assert all(path.suffix == ".file" and len(path.stem) == 64 for path in found)
    if os.name != "nt":
        assert {path.stat().st_mode & 0o777 for path in found} == {0o600}
        assert (tmp_path / "files").stat().st_mode & 0o777 == 0o700


def test_another_look_makes_its_own_files(tmp_path: Path, made_files: list[str]) -> None:
    cache = FileCache(tmp_path / "files")
    small_kit(kit(), cache)
    made_files.clear()
    other = kit(organization="Elm Street Clinic")
    assert bytes_of(small_kit(other, cache)) == bytes_of(small_kit(other, None))
    assert made_files


def test_pictures_do_not_depend_on_the_date_and_documents_do() -> None:
    inputs = kit().inputs
    later = replace(inputs, document=replace(inputs.document, date=datetime(2027, 1, 2)))
    picture = FileSpec("a", "social", "A", "a.png", "png", ())
    paper = FileSpec("a", "print", "A", "a.pdf", "pdf", ())
    assert keys_for(inputs).of_file(picture) == keys_for(later).of_file(picture)
    assert keys_for(inputs).of_file(paper) != keys_for(later).of_file(paper)


def test_a_rehearsal_is_in_no_file_of_a_kit() -> None:
    plain = kit()
    project = plain.project.with_rehearsal("w2/deck/training", {"w2/deck/training/1": 61.0})
    spoken = build_kit(project, bundled_campaign(), bundled_resources(), plain.options, dt.date(2026, 11, 25))
    assert (spoken.inputs, plan(spoken)) == (plain.inputs, plan(plain))
    assert bytes_of(small_kit(spoken, None)) == bytes_of(small_kit(plain, None))


def test_findings_and_pages_of_a_file_come_back_with_it(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    spec = next(spec for spec in plan(kit()) if spec.format == "pdf")
    words = msg("“{title}” is long. {why}", title="A", why=msg("It has {n} words.", n=12))
    finding = Diagnostic("warning", "too-long", words, field="head", hint="Shorten it.", letters="ę", page=2)
    cache.put("0" * 64, RenderedFile(spec, b"data", (finding,), 3))
    found = cache.get("0" * 64, spec)
    assert found == RenderedFile(spec, b"data", (finding,), 3)
    assert found is not None
    assert found.findings[0].message.values[1][1].template == "It has {n} words."  # type: ignore[attr-defined]


def test_files_that_name_people_and_files_that_were_left_out_are_not_kept(tmp_path: Path) -> None:
    cache = KitCache(FileCache(tmp_path), kit().inputs)
    spec = next(spec for spec in plan(kit()) if spec.format == "pdf")
    names = replace(spec, private=True)
    cache.keep(RenderedFile(names, b"Ana"))
    cache.keep(RenderedFile(spec, b""))
    assert list(tmp_path.iterdir()) == []
    assert cache.file(names) is None


# ------------------------------------------------------------------ keys


def changed(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return f"{value} other"
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, datetime):
        return value.replace(year=value.year + 1)
    if isinstance(value, tuple):
        return (*value, "other")
    if isinstance(value, Library):
        first = next(iter(value.templates.values()))
        return replace(value, templates={**value.templates, first.id: replace(first, own=True)})
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        field = next(field for field in dataclasses.fields(value) if field.compare and field.init)
        return replace(value, **{field.name: changed(getattr(value, field.name))})
    if value is None:
        return "other"
    if isinstance(value, FontBook):
        return value.set_in("sturdy" if value.faces_by[0] != "sturdy" else "warm")
    if isinstance(value, frozenset):
        return value | {"other"}
    return {**value, "other": "other"}


def one_changed(value: Any) -> Iterator[tuple[str, Any]]:
    """The value with each of its compared fields changed in turn."""
    for field in dataclasses.fields(value):
        if field.compare:
            yield field.name, replace(value, **{field.name: changed(getattr(value, field.name))})


def one_spec() -> FileSpec:
    return next(spec for spec in plan(kit()) if spec.format == "pdf" and spec.pages)


@pytest.mark.parametrize(
    "make",
    [
        one_spec,
        lambda: one_spec().pages[0],
        lambda: kit().page_inputs,
        lambda: kit().inputs.document,
        lambda: kit().inputs,
        lambda: kit().look,
    ],
    ids=["FileSpec", "PageSpec", "PageInputs", "DocumentInputs", "RenderInputs", "PageTheme"],
)
def test_each_field_that_changes_makes_another_key(make: Any) -> None:
    value = make()
    usual = fingerprint(value)
    same = [name for name, other in one_changed(value) if fingerprint(other) == usual]
    assert same == []


def test_equal_values_have_the_same_key_and_other_kinds_of_value_another_one() -> None:
    assert fingerprint("a", "b") != fingerprint("ab")
    assert fingerprint(("a", "b")) != fingerprint(("a",), "b")
    assert len({fingerprint(value) for value in list[Any]([1, 1.0, True, "1", b"1", None, (), {}])}) == 8
    assert fingerprint({"a": (1, 2)}) == fingerprint({"a": (1, 2)})
    assert fingerprint(msg("{n} files", n=2)) != fingerprint("2 files")


def test_a_value_of_which_nothing_is_known_has_no_key() -> None:
    with pytest.raises(TypeError, match="nothing is known of what a object holds"):
        fingerprint(object())


def test_what_is_rendered_is_all_that_a_key_is_made_of() -> None:
    for kind in (RenderInputs, PageInputs, DocumentInputs, FileSpec, PageSpec):
        hidden = [field.name for field in dataclasses.fields(kind) if not field.compare]
        assert hidden == (["breaks"] if kind is PageInputs else []), kind


# ------------------------------------------------------------------ bad input


@pytest.mark.parametrize("harm", ["cut", "header", "data", "foreign", "empty", "folder"])
def test_a_damaged_entry_is_made_again(tmp_path: Path, made_files: list[str], harm: str) -> None:
    cache = FileCache(tmp_path / "files")
    usual = bytes_of(small_kit(kit(), cache))
    for path in list((tmp_path / "files").iterdir()):
        data = path.read_bytes()
        lines = data.split(b"\n", 3)
        broken = {
            "cut": data[: len(data) // 2],
            "header": b"\n".join((*lines[:2], lines[2].replace(b"pages", b"pagez"), lines[3])),
            "data": data[:-1] + bytes([data[-1] ^ 1]),
            "foreign": random.Random(path.name).randbytes(5000),
            "empty": b"",
            "folder": b"",
        }[harm]
        path.unlink()
        if harm == "folder":
            path.mkdir()
        else:
            path.write_bytes(broken)
    made_files.clear()
    assert bytes_of(small_kit(kit(), cache)) == usual
    assert sorted(made_files) == sorted(few(kit()))


def test_a_folder_that_cannot_be_written_keeps_nothing_and_the_kit_is_made(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("in the way")
    usual = bytes_of(small_kit(kit(), None))
    assert bytes_of(small_kit(kit(), FileCache(tmp_path / "files"))) == usual
    assert (tmp_path / "files").read_text() == "in the way"


def test_a_full_disk_keeps_nothing_and_leaves_no_unfinished_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    cache = FileCache(tmp_path / "files")
    monkeypatch.setattr(Path, "replace", full)
    usual = bytes_of(small_kit(kit(), cache))
    monkeypatch.undo()
    assert list((tmp_path / "files").iterdir()) == []
    assert usual == bytes_of(small_kit(kit(), None))


# ------------------------------------------------------------------ room


def entry(cache: FileCache, name: str, size: int, age: int) -> Path:
    spec = one_spec()
    cache.put(name * 64, RenderedFile(spec, b"x" * size))
    path = cache.folder / f"{name * 64}.file"
    os.utime(path, (1_000_000 - age, 1_000_000 - age))
    return path


def test_what_was_not_asked_for_longest_goes_first(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, most=5000)
    old, middle, new = (entry(cache, name, 2000, age) for name, age in (("a", 30), ("b", 20), ("c", 10)))
    assert cache.get("a" * 64, one_spec()) is not None, "now it was asked for last"
    cache.tidy()
    assert [path.exists() for path in (old, middle, new)] == [True, False, True]


def test_what_nobody_finished_writing_goes_after_an_hour(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    stale, fresh, other = (tmp_path / name for name in ("a.1-0.new", "b.2-0.new", "notes.txt"))
    for path in (stale, fresh, other):
        path.write_bytes(b"x")
    os.utime(stale, (1_000, 1_000))
    cache.tidy()
    assert [path.exists() for path in (stale, fresh, other)] == [False, True, True]


def test_clearing_removes_all_that_is_kept_and_nothing_else(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    entry(cache, "a", 10, 0)
    (tmp_path / "notes.txt").write_text("mine")
    assert cache.size() > 10
    cache.clear()
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert cache.size() == 0


def test_clearing_removes_what_nobody_finished_writing_too(tmp_path: Path) -> None:
    (tmp_path / "a.1-0.new").write_bytes(b"x")
    FileCache(tmp_path).clear()
    assert list(tmp_path.iterdir()) == []


def test_what_shows_a_picture_is_forgotten_with_it_and_so_is_what_does_not_say(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    source = PictureSource("a" * 64, "jpeg", b"x", (1200.0, 1200.0))
    page = replace(one_spec().pages[0], content={"rows": ({"picture": PictureRef(source)},)})
    cache.put_picture("1" * 64, page, b"shown")
    cache.put("2" * 64, RenderedFile(replace(one_spec(), pages=(page,)), b"shown"))
    cache.put("3" * 64, RenderedFile(replace(one_spec(), pages=()), b"not shown"))
    (tmp_path / f"{'4' * 64}.file").write_bytes(b"foreign")
    cache.forget(())
    assert len(list(tmp_path.iterdir())) == 4
    cache.forget((source.key,))
    assert [path.stem[0] for path in tmp_path.iterdir()] == ["3"]


def test_what_is_too_large_is_neither_kept_nor_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, made = FileCache(tmp_path), RenderedFile(one_spec(), b"x" * 4000)
    cache.put("1" * 64, made)
    monkeypatch.setattr(file_cache, "LARGEST_FILE", 4000)
    assert cache.get("1" * 64, one_spec()) is None
    cache.put("2" * 64, made)
    assert not (tmp_path / f"{'2' * 64}.file").exists()


def test_after_a_full_disk_nothing_more_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Path] = []

    def full(self: Path, _target: Path) -> Path:
        tried.append(self)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache = FileCache(tmp_path)
    for name in "12":
        cache.put(name * 64, RenderedFile(one_spec(), b"x"))
    assert len(tried) == 1


def test_small_pictures_of_what_is_kept_are_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = FileCache(tmp_path)
    usual = bytes_of(small_kit(kit(), cache))
    monkeypatch.setattr(exporter, "preview", lambda *_: pytest.fail("drawn again"))
    assert bytes_of(small_kit(kit(), cache)) == usual
