"""A kit appears whole or not at all; names and folders are safe."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.errors import Cancelled, InputError, StudioError
from htpm_studio.export.disk import atomic_output
from htpm_studio.export.disk import file_lock as turn_module
from htpm_studio.export.disk.atomic_output import (
    DriveGoneError,
    check_drive,
    check_target,
    clear_leavings,
    move_into_place,
    staging,
    takes_files,
    write_error,
    write_file,
)
from htpm_studio.export.disk.file_lock import BusyError, file_lock
from htpm_studio.export.disk.names import LONGEST, safe_name
from htpm_studio.processes.jobs import JobContext, Progress


@given(st.text(max_size=200))
def test_names_are_safe_for_every_system(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= LONGEST + 1
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.lower() not in {"con", "nul", "aux", "prn", "com1", "lpt1"}


def test_an_existing_folder_is_refused_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "week-2"
    target.mkdir()
    with pytest.raises(InputError, match="already exists"):
        check_target(target, force=False)
    check_target(target, force=True)


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "kit").write_text("mine")
    with pytest.raises(InputError, match="is a file"):
        check_target(tmp_path / "kit", force=True)
    with pytest.raises(InputError, match="is a file"):
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


def test_what_ended_processes_left_goes_and_nothing_else(tmp_path: Path) -> None:
    for name in (".week 2.part", ".week 2, posts.part", ".week 3.old", ".mine.part", "week 2"):
        (tmp_path / name / "deck").mkdir(parents=True)
    for name in ("week 2", "week 2, posts", "week 3"):
        (tmp_path / f".{name}.part.lock").touch()
    with file_lock(tmp_path / "week 2, posts"):
        clear_leavings(tmp_path)
        left = {path.name for path in tmp_path.iterdir()}
        assert left == {".week 2, posts.part", ".week 2, posts.part.lock", ".mine.part", "week 2", "week 3"}
    clear_leavings(tmp_path / "not there")


def a_kit(folder: Path, text: str) -> Path:
    (folder / "deck").mkdir(parents=True)
    (folder / "a.txt").write_text(text)
    return folder


def test_an_older_kit_that_was_half_removed_never_comes_back(tmp_path: Path) -> None:
    kit, half = a_kit(tmp_path / "kit", "new"), a_kit(tmp_path / ".kit.old", "half of the old one")
    (tmp_path / ".kit.part.lock").touch()
    clear_leavings(tmp_path)
    assert not half.exists()
    assert (kit / "a.txt").read_text() == "new"


KILLED_WHILE_REMOVING = """
import os, shutil, signal, sys
from pathlib import Path
from htpm_studio.export.disk.atomic_output import move_into_place, staging
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
shutil.rmtree = die
with staging(Path(sys.argv[1])) as stage:
    (stage / "a.txt").write_text("new")
    move_into_place(stage, Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a child are POSIX here")
def test_a_process_killed_while_it_removes_the_older_kit_leaves_nothing_that_passes_for_a_kit(tmp_path: Path) -> None:
    kit = a_kit(tmp_path / "kit", "old")
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", KILLED_WHILE_REMOVING, str(kit)], cwd=root, check=False)
    assert (kit / "a.txt").read_text() == "new"
    assert not (tmp_path / ".kit.old").exists()
    kit.rename(tmp_path / "moved by its owner")
    clear_leavings(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["moved by its owner"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the permissions of folders are POSIX here")
def test_a_folder_in_the_older_kit_that_may_not_be_changed_blocks_nothing(tmp_path: Path) -> None:
    kit = a_kit(tmp_path / "kit", "old")
    (kit / "deck" / "mine.txt").touch()
    (kit / "deck").chmod(0o500)
    for text in ("new", "newer"):
        with staging(kit) as stage:
            write_file(stage, "a.txt", text.encode())
            assert move_into_place(stage, kit) == kit
        assert (kit / "a.txt").read_text() == text
        assert [path.name for path in tmp_path.iterdir()] == ["kit"]


def test_what_cannot_be_removed_at_all_makes_room_for_the_next_kit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.rmtree", lambda *_args, **_more: None)
    kit = a_kit(tmp_path / "kit", "old")
    for text in ("new", "newer"):
        with staging(kit) as stage:
            write_file(stage, "a.txt", text.encode())
            assert move_into_place(stage, kit) == kit
        assert (kit / "a.txt").read_text() == text
    assert not (tmp_path / ".kit.old").exists()


def test_only_what_was_put_out_of_the_way_for_this_kit_goes(tmp_path: Path) -> None:
    for name in (".kit.gone", ".kit.gone2", ".kit.gone by hand", ".kits.gone"):
        (tmp_path / name).mkdir()
    with staging(tmp_path / "kit") as stage:
        move_into_place(stage, tmp_path / "kit")
    assert {path.name for path in tmp_path.iterdir()} == {".kit.gone by hand", ".kits.gone", "kit"}


def test_who_waits_comes_next_and_says_so(tmp_path: Path) -> None:
    kit, steps, written, begun = tmp_path / "kit", [], threading.Event(), threading.Event()

    def first() -> None:
        with staging(kit) as stage:
            begun.set()
            assert written.wait(20)
            write_file(stage, "a.txt", b"first")
            move_into_place(stage, kit)

    def hear(step: Progress) -> None:
        steps.append(step)
        written.set()

    other = threading.Thread(target=first)
    other.start()
    begun.wait(20)
    with staging(kit, JobContext(hear)) as stage:
        assert (kit / "a.txt").read_bytes() == b"first"
        write_file(stage, "a.txt", b"second")
        move_into_place(stage, kit)
    other.join()
    assert (kit / "a.txt").read_bytes() == b"second"
    assert [(step.label, step.waits) for step in steps] == [
        ("Waiting. Another window or command is writing kit right now.", True)
    ]


def test_who_waits_can_be_stopped(tmp_path: Path) -> None:
    context = JobContext()
    context.cancel()
    with staging(tmp_path / "kit"), pytest.raises(Cancelled), staging(tmp_path / "kit", context):
        raise AssertionError


def test_two_do_not_write_one_kit_at_a_time(tmp_path: Path) -> None:
    kit = tmp_path / "new" / "week 2"
    with staging(kit) as stage:
        write_file(stage, "a.txt", b"first")
        with pytest.raises(BusyError, match="is writing week 2 right now"), staging(kit):
            raise AssertionError
        with staging(kit.with_name("week 3")) as other:
            move_into_place(other, kit.with_name("week 3"))
        move_into_place(stage, kit)
    assert (kit / "a.txt").read_bytes() == b"first"
    assert sorted(path.name for path in kit.parent.iterdir()) == ["week 2", "week 3"]


@pytest.mark.parametrize("refusal", [BusyError("It is in use.", "Wait."), FileNotFoundError(2, "gone")])
@pytest.mark.parametrize("waits", [False, True])
def test_a_turn_is_waited_for_in_six_tries(
    refusal: Exception, waits: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits longer says so once, before the sixth; a folder that is taken away again ends it in any case."""
    tries, steps = list[int](), list[Progress]()
    monkeypatch.setattr(atomic_output, "LOCK_POLL_SECONDS", 0)

    def lock(_target: Path) -> AbstractContextManager[None]:
        tries.append(len(steps))
        if len(tries) < 20:
            raise refusal
        return nullcontext()

    monkeypatch.setattr(atomic_output, "file_lock", lock)
    ends = isinstance(refusal, FileNotFoundError) or not waits
    context, fails = JobContext(steps.append) if waits else None, pytest.raises(StudioError)
    with fails if ends else nullcontext(), staging(tmp_path / "kit", context):
        assert not ends
    assert tries == ([0] * 6 if ends else [0] * 5 + [1] * 15)


KILLED = """
import os, signal, sys
from pathlib import Path
from htpm_studio.export.disk.atomic_output import staging
with staging(Path(sys.argv[1])) as stage:
    (stage / "half.txt").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a child are POSIX here")
def test_what_a_killed_process_left_is_swept_by_the_next(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "week 2")], cwd=root, check=False)
    assert {path.name for path in tmp_path.iterdir()} == {".week 2.part", ".week 2.part.lock"}
    with staging(tmp_path / "week 3") as stage:
        assert {path.name for path in tmp_path.iterdir()} == {".week 3.part", ".week 3.part.lock"}
        move_into_place(stage, tmp_path / "week 3")
    assert [path.name for path in tmp_path.iterdir()] == ["week 3"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_lock_that_its_owner_takes_away_meanwhile_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / ".kit.part.lock", turn_module.lock_handle
    first: list[int] = []

    def lock(handle: int) -> None:
        if not first:  # The owner is done between opening and locking; a third one comes first.
            path.unlink()
            path.touch()
        first.append(handle)
        real(handle)

    monkeypatch.setattr(turn_module, "lock_handle", lock)
    with file_lock(tmp_path / "kit"):
        assert len(first) == 2
        with pytest.raises(BusyError), file_lock(tmp_path / "kit"):
            raise AssertionError
    assert not path.exists()


@pytest.mark.parametrize("code", [errno.EACCES, errno.EAGAIN, 0])
def test_every_answer_to_a_lock_that_is_taken_lets_one_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Wine answers with an error that has no number."""

    def lock(_handle: int) -> None:
        raise OSError(code, "taken")

    monkeypatch.setattr(turn_module, "lock_handle", lock)
    with pytest.raises(BusyError), file_lock(tmp_path / "kit"):
        raise AssertionError


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EIO])
def test_where_nothing_can_be_locked_everybody_is_let_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def lock(_handle: int) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(turn_module, "lock_handle", lock)
    if code == errno.ENOLCK:
        with file_lock(tmp_path / "kit"), file_lock(tmp_path / "kit"):
            pass
        assert not list(tmp_path.iterdir())
    else:
        with pytest.raises(StudioError, match="could not be written"), staging(tmp_path / "kit"):
            raise AssertionError


def test_a_folder_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "week 2"
    with staging(target) as stage:
        target.mkdir()
        (target / "mine.txt").write_text("mine")
        assert move_into_place(stage, target, replaces=False).name == "week 2 (2)"
    assert (target / "mine.txt").exists()


def test_a_write_through_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "deck").write_text("in the way")
    with pytest.raises(InputError, match="could not be written"):
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


def test_a_trial_says_whether_a_folder_takes_files_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    assert takes_files(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []
    assert not takes_files(tmp_path / "file")
    assert not takes_files(tmp_path / "file" / "below")


def test_a_drive_is_where_the_system_shows_drives_and_one_folder_deeper_for_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "media"
    monkeypatch.setattr(atomic_output, "MOUNTS", (str(mounts),))

    def lacking(path: Path) -> str:
        try:
            check_drive(path)
        except DriveGoneError as gone:
            return str(gone.message)
        return ""

    assert lacking(mounts) == lacking(tmp_path / "elsewhere" / "kit" / "week 2") == ""
    assert lacking(mounts / "USB") == lacking(mounts / "USB" / "Kits" / "week 2") == "The drive USB is not connected."
    (mounts / "ana").mkdir(parents=True)
    assert lacking(mounts / "ana" / "KINGSTON" / "Kits") == "The drive KINGSTON is not connected."
    assert lacking(mounts / "ana") == ""
    monkeypatch.setattr(atomic_output.os.path, "ismount", lambda path: path == mounts / "ana")
    assert lacking(mounts / "ana" / "Kits" / "week 2") == "", "it is a drive itself"
