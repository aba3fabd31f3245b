"""A kit appears whole or not at all; names and folders are safe."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.errors import BadInput, Cancelled
from htpm_studio.export.names import LONGEST, safe_name
from htpm_studio.export.place import check_target, clear_leavings, move_into_place, staging, write_error, write_file


@given(st.text(max_size=200))
def test_names_are_safe_for_every_system(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= LONGEST + 1
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.lower() not in {"con", "nul", "aux", "prn", "com1", "lpt1"}


def test_an_existing_folder_is_refused_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "week-2"
    target.mkdir()
    with pytest.raises(BadInput, match="already there"):
        check_target(target, force=False)
    check_target(target, force=True)


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "kit").write_text("mine")
    with pytest.raises(BadInput, match="is a file"):
        check_target(tmp_path / "kit", force=True)
    with pytest.raises(BadInput, match="is a file"):
        check_target(tmp_path / "kit" / "week-2", force=False)


def test_staged_files_move_together_and_replace_an_older_kit(tmp_path: Path) -> None:
    target = tmp_path / "a" / "week-2"
    target.mkdir(parents=True)
    (target / "old.txt").write_text("old")
    with staging(target) as stage:
        write_file(stage, "deep/down/new.txt", b"new")
        assert (target / "old.txt").exists()
        move_into_place(stage, target)
    assert [path.relative_to(target).as_posix() for path in target.rglob("*.txt")] == ["deep/down/new.txt"]
    assert [path.name for path in target.parent.iterdir()] == ["week-2"]


@pytest.mark.parametrize("failure", [Cancelled, KeyboardInterrupt, OSError])
def test_whatever_goes_wrong_nothing_is_left(tmp_path: Path, failure: type[BaseException]) -> None:
    target = tmp_path / "new" / "folders" / "week-2"

    def fail() -> None:
        with staging(target) as stage:
            write_file(stage, "a.txt", b"a")
            raise failure

    with pytest.raises(failure):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_kit_leaves_the_older_one_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "week-2"
    target.mkdir()
    (target / "old.txt").write_text("old")

    def fail() -> None:
        with staging(target):
            raise Cancelled

    with pytest.raises(Cancelled):
        fail()
    assert (target / "old.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["week-2"]


def test_a_kit_that_was_making_room_when_the_computer_stopped_is_back(tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    (tmp_path / ".kit.old").mkdir()
    (tmp_path / ".kit.old" / "a.txt").write_text("before")
    with pytest.raises(KeyboardInterrupt), staging(kit):
        raise KeyboardInterrupt
    assert (kit / "a.txt").read_text() == "before"


def test_what_an_ended_process_left_goes_and_nothing_else(tmp_path: Path) -> None:
    for name in (".week 2.part", ".week 2 (2).part", ".week 2, posts.part", "week 2"):
        (tmp_path / name / "deck").mkdir(parents=True)
    clear_leavings(tmp_path, "week 2")
    assert {path.name for path in tmp_path.iterdir()} == {".week 2, posts.part", "week 2"}


def test_a_write_through_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "deck").write_text("in the way")
    with pytest.raises(BadInput, match="could not be written"):
        write_file(tmp_path, "deck/a.pptx", b"x")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "Nothing can be written"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "could not"),
    ],
)
def test_write_errors_say_what_to_do(code: int, words: str) -> None:
    error = write_error(OSError(code, "x"), Path("kit/a.pdf"))
    assert words in error.message
    assert error.hint
