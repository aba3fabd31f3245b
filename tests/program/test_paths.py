"""Where the program finds its own files and the user's, and what it remembers between two starts."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.errors import StudioError
from htpm_studio.gui.core.settings import (
    LARGEST,
    MOST_RECENT,
    Settings,
    read_settings,
    remember,
    sentence_of,
    write_settings,
)

FILE = "settings.json"
CHANGED = Settings(
    theme="dark",
    text_scale=150,
    app_language="es",
    reduced_motion=True,
    ahead=False,
    knows_help=True,
    kit_folder="/home/ana/Kits – équipe",
    paper="a4",
    export_set="deck",
    reference_deck="/home/ana/ours.pptx",
    recent=("/home/ana/a.htpm", "C:\\Kits\\b.htpm"),
    folders=(("picture", "/home/ana/Pictures"),),
    keys=(("export", "Ctrl+Alt+X"), ("undo", "")),
    last_project="/home/ana/a.htpm",
    window_geometry="AdnQywADAAA=",
    print_count=25,
    print_people=60,
)


def test_a_checkout_has_its_files_beside_the_package() -> None:
    assert (paths.assets() / "fonts" / "PublicSans-400.ttf").is_file()
    assert (paths.templates() / "styles.toml").is_file()


def test_a_wheel_has_its_files_in_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "htpm_studio"
    (package / "assets").mkdir(parents=True)
    assert paths.bundled("assets", package / "paths.py", None) == package / "assets"


def test_a_frozen_program_has_its_files_where_it_unpacks_itself(tmp_path: Path) -> None:
    inside = tmp_path / "unpacked" / "htpm_studio" / "templates"
    inside.mkdir(parents=True)
    module = tmp_path / "elsewhere" / "htpm_studio" / "paths.py"
    assert paths.bundled("templates", module, str(tmp_path / "unpacked")) == inside
    with pytest.raises(StudioError, match="Install HTPM Studio again"):
        paths.bundled("missing", module, None)
    (tmp_path / "flat" / "templates").mkdir(parents=True)
    assert paths.bundled("templates", module, str(tmp_path / "flat")) == tmp_path / "flat" / "templates"


def test_one_variable_moves_all_folders_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.OVERRIDE, str(tmp_path / "studio"))
    assert paths.user_data() == tmp_path / "studio" / "data"
    assert paths.settings_file() == tmp_path / "studio" / "data" / FILE
    assert paths.user_documents() == tmp_path / "studio" / "documents"
    assert list(tmp_path.iterdir()) == [], "asking makes no folders"


def test_without_it_the_folders_are_the_systems() -> None:
    for folder in (paths.data_folder({}), paths.documents_folder({}), paths.documents_folder({paths.OVERRIDE: ""})):
        assert folder.is_absolute()
        assert "HTPM Studio" in folder.parts


def test_a_folder_with_portable_txt_keeps_everything_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "htpm-studio"))
    assert paths.portable() is None
    (tmp_path / paths.PORTABLE).touch()
    assert paths.portable() == tmp_path
    assert paths.data_folder({}) == tmp_path / "data"
    assert paths.documents_folder({}) == tmp_path / "documents"
    assert paths.data_folder({paths.OVERRIDE: "elsewhere"}) == Path("elsewhere") / "data"
    assert [path.name for path in tmp_path.iterdir()] == [paths.PORTABLE], "asking makes no folders"


def test_the_folder_of_the_program_is_the_one_that_the_user_sees(tmp_path: Path) -> None:
    inside = tmp_path / "HTPM Studio.app" / "Contents" / "MacOS" / "htpm-studio"
    assert paths.program_folder(Path(), inside) == tmp_path
    assert paths.program_folder(Path(), tmp_path / "htpm-studio.exe") == tmp_path
    module = tmp_path / "htpm_studio" / "paths.py"
    assert paths.program_folder(module, None) is None, "among the libraries of a Python"
    (tmp_path / "studio.py").touch()
    assert paths.program_folder(module, None) == tmp_path


# ------------------------------------------------------------------ settings


def test_the_first_start_has_the_defaults_and_no_problem(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "nowhere" / FILE) == (Settings(), ())


def test_all_settings_come_back(tmp_path: Path) -> None:
    for row in fields(Settings):
        assert getattr(CHANGED, row.name) != row.default, "the sample changes every field"
    write_settings(CHANGED, tmp_path / "new" / "folder" / FILE)
    assert read_settings(tmp_path / "new" / "folder" / FILE) == (CHANGED, ())
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == [FILE]


def test_a_stick_finds_its_files_on_another_computer(tmp_path: Path) -> None:
    first, second, other = tmp_path / "E", tmp_path / "F", str(tmp_path / "desk" / "b.htpm")
    kit = first / "documents" / "a.htpm"
    settings = Settings(kit_folder=str(first / "Kits"), recent=(str(kit), other), last_project=str(kit))
    write_settings(settings, first / FILE, first)
    assert str(first) not in (first / FILE).read_text(encoding="utf-8")
    second.mkdir()
    (second / FILE).write_bytes((first / FILE).read_bytes())
    moved = str(second / "documents" / "a.htpm")
    expected = Settings(kit_folder=str(second / "Kits"), recent=(moved, other), last_project=moved)
    assert read_settings(second / FILE, second) == (expected, ())
    assert read_settings(first / FILE, first) == (settings, ())


@pytest.mark.parametrize("name", [row.name for row in fields(Settings)])
def test_every_field_has_a_sentence(name: str) -> None:
    assert sentence_of(name).endswith(".")
    with pytest.raises(KeyError):
        sentence_of(f"{name}?")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'"dark"',
        b"{}",
        b'{"version": true}',
        b'{"version": 0}',
        b'{"version": "1", "theme": "dark"}',
        b'{"version": 2, "theme": "dark"}',
        b'{"version": 1, "theme": "\xff"}',
        b"[" * 100_000,
        b'{"version": 1, "kit_folder": "' + b"a" * LARGEST + b'"}',
        b'{"version": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_broken_file_gives_the_defaults_and_one_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    settings, problems = read_settings(tmp_path / FILE)
    assert settings == Settings()
    (problem,) = problems
    assert problem.file == str(tmp_path / FILE)
    assert len(str(problem)) < 400 + len(problem.file)


def test_a_newer_file_is_named_with_both_versions(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"version": 7}')
    assert "version 7, and this program knows 1" in str(read_settings(tmp_path / FILE)[1][0])


def test_a_folder_in_the_files_place_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert read_settings(tmp_path / FILE)[0] == Settings()
    assert len(read_settings(tmp_path / FILE)[1]) == 1
    with pytest.raises(StudioError, match="could not be saved"):
        write_settings(CHANGED, tmp_path / FILE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"), ("theme", ["dark"]), ("text_scale", 99), ("text_scale", 201), ("text_scale", 150.0),
        ("text_scale", True), ("app_language", 7), ("reduced_motion", 1), ("kit_folder", None),
        ("kit_folder", "a\x00b"), ("paper", "legal"), ("export_set", "two words"), ("export_set", 3),
        ("keys", {"undo": "F9"}), ("keys", [["undo"]]), ("keys", [["undo", 1]]), ("keys", [["un do", "F9"]]),
        ("keys", [["undo", "é"]]),
        ("recent", "a.htpm"), ("recent", [""]), ("recent", [1]), ("recent", ["/a.htpm", 1]),
        ("recent", ["a"] * (MOST_RECENT + 1)), ("last_project", "x" * 5000), ("window_geometry", "no base64!"),
        ("window_geometry", "é"), ("print_count", 0), ("print_people", 0), ("print_count", 10_000), ("colour", "red"),
    ],
)  # fmt: skip
def test_one_bad_value_costs_only_that_value(tmp_path: Path, name: str, value: Any) -> None:
    (tmp_path / FILE).write_text(json.dumps({"version": 1, **asdict(CHANGED), name: value}), encoding="utf-8")
    settings, problems = read_settings(tmp_path / FILE)
    for row in fields(Settings):
        assert getattr(settings, row.name) == (row.default if row.name == name else getattr(CHANGED, row.name))
    (problem,) = problems
    assert name in problem.message


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(Settings(), tmp_path / FILE)
    before = (tmp_path / FILE).read_bytes()

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StudioError, match="the disk is full"):
        write_settings(CHANGED, tmp_path / FILE)
    assert (tmp_path / FILE).read_bytes() == before


@given(st.lists(st.sampled_from("abcdefghijklmnopqrst"), max_size=40))
def test_the_recent_list_is_short_and_names_each_file_once(opened: list[str]) -> None:
    recent: tuple[str, ...] = ()
    for path in opened:
        recent = remember(recent, path)
        assert recent[0] == path
    assert len(recent) == len(set(recent)) == min(len(set(opened)), MOST_RECENT)
