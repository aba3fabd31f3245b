from __future__ import annotations

import os
import shutil
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.errors import InputError, NewerVersionError
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import clock_words, path_words
from htpm_studio.gui.kit_file import session as session_module
from htpm_studio.gui.kit_file.autosave_log import read_entries
from htpm_studio.gui.kit_file.file import COPY_GAP, KitFile, SafetyCopies, SafetyCopy, file_name, free_path, surplus
from htpm_studio.gui.kit_file.file_menu import FileMenu
from htpm_studio.gui.kit_file.lock import KitLock, LockResult, RunningMark, computer_of, is_running
from htpm_studio.gui.kit_file.notifications import TwoVersionsDialog
from htpm_studio.gui.kit_file.recovery import Candidate, DamagedKitError
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.widgets.dialogs import ErrorDialog
from htpm_studio.project.brand_file import save_brand
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.store import open_project, save_project
from tests.gui.parts import controllers_of
from tests.gui.session_fixtures import Clock, Desk, Desks, new


def saved(qtbot: QtBot, desk: Desk) -> Path:
    desk.session.save(asked=True)
    qtbot.waitUntil(lambda: desk.session.path is not None and not desk.session.dirty and not desk.session.saving)
    assert desk.session.path is not None
    return desk.session.path


def kit(folder: Path, name: str = "Kit") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.htpm"
    save_project(Project(Brand(name), 3, 2027), path)
    return path


# ------------------------------------------------------------------ saving


def test_a_kit_is_written_to_a_file_of_its_own_name_after_a_quiet_while(
    qtbot: QtBot, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "QUIET_MS", 60)
    desk = desks()
    desk.name("Riverbend")
    qtbot.waitUntil(lambda: (f"Saved {clock_words(desks.clock())}", True) in desk.states)
    path = desks.documents / "January 2027, Riverbend.htpm"
    assert desk.session.path == path
    assert open_project(path).brand.organization == "Riverbend"
    assert desk.workspace.settings.recent == (str(path),)
    assert desk.workspace.settings.last_project == str(path)


def test_a_brand_file_opens_as_a_new_kit_with_a_file_of_its_own(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    given = tmp_path / "Riverbend.htpmbrand"
    save_brand(Brand("Riverbend", colors=("#123456",)), given)
    before = given.read_bytes()
    desk = desks(given)
    assert desk.document.project == replace(new(), brand=Brand("Riverbend", colors=("#123456",)))
    assert desk.toasts == ["A new kit with the brand of Riverbend.htpmbrand."]
    path = saved(qtbot, desk)
    assert path == desks.documents / "January 2027, Riverbend.htpm"
    desk.name("Riverbend East")
    desk.session.open(given)
    qtbot.waitUntil(lambda: desk.document.project.brand.organization == "Riverbend")
    assert open_project(path).brand.organization == "Riverbend East", "the open kit is saved first"
    assert given.read_bytes() == before


def test_a_kit_that_nobody_touched_leaves_nothing(desks: Desks) -> None:
    desk = desks()
    desk.workspace.shutdown()
    assert not desks.documents.exists()
    assert not list(desks.data.rglob("*.journal"))
    assert not list(desks.data.rglob("*.running"))


def test_a_session_that_closes_before_it_showed_a_kit_writes_nothing_later(workspace: Workspace) -> None:
    session = controllers_of(workspace).session
    workspace.document.edit("Change headline", "w2/social/one", "head", "Know the signs")
    assert session.quiet.isActive()
    workspace.shutdown()
    assert not session.quiet.isActive()
    assert not session.step.isActive()


def test_an_unnamed_kit_is_kept_and_gets_its_file_when_it_closes(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    assert desk.states[-1] == ("New kit, saved from the first keystroke", True)
    desk.edit("Hello")
    qtbot.waitUntil(lambda: desk.states[-1][0].startswith("Saved on this computer"))
    assert not desks.documents.exists()
    desk.workspace.shutdown()
    assert open_project(desks.documents / "January 2027.htpm").edits.text("w2/social/one", "head") == "Hello"


def test_steps_after_the_last_saving_are_reported_as_kept(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    saved(qtbot, desk)
    assert desk.states[-1][0].startswith("Saved")
    desk.edit("Hello")
    qtbot.waitUntil(lambda: desk.states[-1][0].startswith("Saved on this computer"))
    assert desk.states[-1][1]
    desk.session.save()
    qtbot.waitUntil(lambda: desk.states[-1][0].startswith("Saved"))


def test_an_edit_is_kept_although_no_timer_comes_through(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("htpm_studio.gui.kit_file.session.LATE_MS", 0)
    desk = desks()
    desk.edit("One")
    time.sleep(0.01)
    desk.edit("Two")  # Events are never worked on here, as when keys come faster than that.
    running = desk.session.running
    assert running is not None
    assert running.autosave.flush(5)
    (autosave,) = desks.data.rglob("*.journal")
    entries = read_entries(autosave)
    assert entries is not None
    assert len(entries.texts) == 2


def test_ctrl_s_answers_also_when_nothing_is_new(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("Riverbend")
    saved(qtbot, desk)
    desk.session.save(asked=True)
    assert desk.session.path is not None
    folder = path_words(desk.session.path.parent)
    assert desk.toasts == [f"Saved in {folder}. You never need to press this."] * 2


def test_closing_writes_the_last_step_without_asking(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("Riverbend")
    path = saved(qtbot, desk)
    desk.edit("Last")
    desk.workspace.shutdown()
    assert open_project(path).edits.text("w2/social/one", "head") == "Last"
    assert not path.with_name(f".~{path.name}.lock").exists()
    assert not desk.infos


def test_the_file_holds_when_it_was_saved_and_an_export_has_that_date(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("Riverbend")
    path = saved(qtbot, desk)
    written = open_project(path).saved
    assert written is not None
    assert desk.session.date == written
    desk.edit("Last")
    assert desk.session.date is not None
    assert desk.session.date >= written


def test_each_writing_of_the_file_is_counted_and_a_change_since_counts_as_one(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("Riverbend")
    path = saved(qtbot, desk)
    counts = [open_project(path).saves, desk.session.saves]
    desk.edit("Last")
    counts.append(desk.session.saves)
    saved(qtbot, desk)
    assert [*counts, open_project(path).saves] == [1, 1, 2, 2]


def test_a_kit_that_was_still_being_opened_when_the_window_closed_is_let_go(
    qtbot: QtBot, desks: Desks, tmp_path: Path
) -> None:
    path = kit(tmp_path)
    desk = desks()
    desk.session.open(path)
    desk.workspace.shutdown()
    qtbot.wait(20)  # What was read arrives now; a thread that it would start is left behind.
    assert not path.with_name(f".~{path.name}.lock").exists()


@pytest.mark.parametrize("begun", [True, False])
@pytest.mark.parametrize("way", ["save_as", "save_copy"])
def test_a_file_that_was_not_yet_written_elsewhere_when_the_window_closed_is_let_go(
    qtbot: QtBot, desks: Desks, tmp_path: Path, way: str, begun: bool
) -> None:
    path = tmp_path / "other.htpm"
    desk = desks()
    if begun:  # Else it still waits for what is tidied up at the start, and is not begun at all.
        qtbot.waitUntil(lambda: not desk.session.tasks.busy)
    desk.name("River")
    getattr(desk.session, way)(path)
    desk.workspace.shutdown()
    qtbot.wait(20)
    assert not path.with_name(f".~{path.name}.lock").exists()
    (kept,) = desks.documents.glob("*.htpm")
    assert open_project(kept).brand.organization == "River"


def test_steps_and_week_survive_closing(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    desk.photo("red")
    desk.edit("One")
    path = saved(qtbot, desk)
    desk.document.stack.undo()
    desk.document.open_week(4)
    desk.workspace.shutdown()
    again = desks(path)
    assert again.steps() == ["Change name", "Add picture", "Change headline"]
    assert again.document.stack.index() == 2
    assert again.document.project.week == 4
    assert not again.session.dirty
    again.document.stack.redo()
    assert again.head() == "One"
    again.document.stack.go_to(0)
    assert again.document.project.brand.organization == ""
    assert not again.document.project.photos


def test_steps_are_not_brought_back_to_a_file_that_was_replaced(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    path = saved(qtbot, desk)
    desk.workspace.shutdown()
    save_project(Project(Brand("Other"), 1, 2027), path)
    again = desks(path)
    assert again.steps() == []
    assert again.document.project.brand.organization == "Other"


def test_save_as_goes_on_in_the_new_file_and_a_copy_does_not(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    desk = desks()
    desk.name("River")
    first = saved(qtbot, desk)
    desk.session.save_copy(tmp_path / "copy.htpm")
    qtbot.waitUntil(lambda: bool(desk.infos))
    assert desk.session.path == first
    assert desk.infos[0][1] == "Open the copy"
    desk.session.save_as(tmp_path / "moved.htpm")
    qtbot.waitUntil(lambda: desk.session.path == tmp_path / "moved.htpm")
    desk.edit("Only there")
    saved(qtbot, desk)
    assert open_project(first).edits.items == ()
    assert len(open_project(tmp_path / "moved.htpm").edits.items) == 1
    assert not first.with_name(f".~{first.name}.lock").exists()


def test_save_as_over_a_kit_of_another_window_is_refused(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    other = desks(kit(tmp_path))
    desk = desks()
    desk.name("River")
    desk.session.save_as(tmp_path / "Kit.htpm")
    assert "open in another window" in desk.failures[0].why
    assert other.session.path == tmp_path / "Kit.htpm"
    assert open_project(tmp_path / "Kit.htpm").brand.organization == "Kit"


def test_a_file_that_cannot_be_written_is_said_once_and_everything_is_kept(
    qtbot: QtBot, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks()
    desk.name("River")
    path = saved(qtbot, desk)
    photo = desk.photo("blue")
    path.unlink()
    path.with_name(f".~{path.name}.lock").unlink()
    path.parent.rmdir()
    path.parent.write_text("the stick is gone")
    monkeypatch.setattr(session_module, "QUIET_MS", 30)
    desk.session.save()
    qtbot.waitUntil(lambda: len([text for text, well in desk.states if not well]) >= 2)
    assert desk.states[-1][0].startswith("Saved on this computer")
    assert len(desk.infos) == 1
    assert desk.infos[0][1] == "Save somewhere else"
    assert desk.infos[0][2] is not None
    desk.infos[0][2]()
    assert desk.places == [True]
    assert desk.session.keep_now()
    assert (desks.data / "recovery" / "pictures" / f"{photo.source.key}.png").exists()
    desk.workspace.shutdown()
    back = desks()
    assert back.document.project.photos == (photo,)
    assert back.steps() == ["Change name", "Add picture"]


def test_a_file_that_was_moved_is_written_again_and_the_user_hears_of_it(
    qtbot: QtBot, desks: Desks, tmp_path: Path
) -> None:
    desk = desks()
    desk.name("River")
    path = saved(qtbot, desk)
    assert desk.infos == []
    moved = path.rename(tmp_path / "elsewhere.htpm")
    desk.name("Rivers")
    assert saved(qtbot, desk) == path
    assert open_project(path).brand.organization == "Rivers"
    assert open_project(moved).brand.organization == "River"
    assert len(desk.infos) == 1
    assert desk.infos[0][0].startswith(f"{path.name} was moved or removed while it was open.")
    assert desk.infos[0][1] == "Save somewhere else"
    desk.name("Riverbend")
    saved(qtbot, desk)
    assert len(desk.infos) == 1


# ------------------------------------------------------------------ opening


def test_opening_another_kit_saves_the_first_one(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    desk = desks()
    desk.name("River")
    desk.session.open(kit(tmp_path))
    qtbot.waitUntil(lambda: desk.document.project.brand.organization == "Kit")
    assert open_project(desks.documents / "January 2027, River.htpm").brand.organization == "River"
    assert desk.document.project.week == 3
    assert desk.document.stack.count() == 0
    desk.session.open(tmp_path / "Kit.htpm")
    assert desk.toasts[-1] == "This kit is already open."
    desk.session.new()
    qtbot.waitUntil(lambda: desk.session.path is None)
    assert desk.document.project == new()
    assert [Path(one).name for one in desk.workspace.settings.recent] == ["Kit.htpm", "January 2027, River.htpm"]


@pytest.mark.parametrize("content", [b"", b"PK\3\4 nothing", b"hello"])
def test_a_file_that_is_no_kit_is_reported_and_the_open_kit_stays(
    qtbot: QtBot, desks: Desks, tmp_path: Path, content: bytes
) -> None:
    desk = desks()
    desk.name("River")
    bad = tmp_path / "bad.htpm"
    bad.write_bytes(content)
    desk.session.open(bad)
    qtbot.waitUntil(lambda: bool(desk.failures))
    assert desk.failures[0].title == "bad.htpm could not be opened"
    assert "bad.htpm" in desk.failures[0].why
    assert desk.document.project.brand.organization == "River"
    assert bad.read_bytes() == content


def test_a_first_file_that_is_not_there_gives_a_new_kit_and_a_sentence(
    qtbot: QtBot, desks: Desks, tmp_path: Path
) -> None:
    desk = desks(tmp_path / "gone.htpm")
    qtbot.waitUntil(lambda: bool(desk.failures))
    assert "was not found" in desk.failures[0].why
    assert desk.document.project == new()


def test_the_last_kit_is_opened_again(desks: Desks, tmp_path: Path) -> None:
    assert desks(settings=Settings(last_project=str(kit(tmp_path)))).document.project.brand.organization == "Kit"
    assert desks(settings=Settings(last_project=str(tmp_path / "no.htpm"))).document.project == new()


def test_a_missing_picture_is_reported(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    desk.photo("red")
    path = saved(qtbot, desk)
    desk.workspace.shutdown()
    data = path.read_bytes()
    at = data.index(b"IDAT")
    path.write_bytes(data[: at + 5] + b"\0\0" + data[at + 7 :])
    again = desks(path)
    assert again.document.project.photos == ()
    assert "only partly opened" in again.infos[0][0]
    assert "is damaged or missing in the kit file and was left out. Add the photo again." in again.infos[0][0]
    assert again.infos[0][1] == "Show the checks"


def test_a_kit_of_an_older_file_says_what_the_program_has_no_more(desks: Desks, tmp_path: Path) -> None:
    path = tmp_path / "kit.htpm"
    shutil.copy(Path(__file__).parents[2] / "data" / "projects" / "v3" / "replaced.htpm", path)
    desk = desks(path)
    (told,) = desk.infos
    assert told[0].startswith("The style bold is no longer in the program; the kit is now in classic. The background")


# ------------------------------------------------------------------ two windows


def test_a_second_window_works_on_a_copy_until_the_first_one_is_closed(
    qtbot: QtBot, desks: Desks, tmp_path: Path
) -> None:
    path = kit(tmp_path)
    first, second = desks(path), desks(path)
    assert "open in another window" in second.infos[0][0]
    assert second.session.path is None
    second.edit("Second")
    first.edit("First")
    saved(qtbot, first)
    copy = saved(qtbot, second)
    assert copy == tmp_path / "Kit (2).htpm"
    assert open_project(path).edits.text("w2/social/one", "head") == "First"
    assert open_project(copy).edits.text("w2/social/one", "head") == "Second"
    first.workspace.shutdown()
    assert second.infos[0][2] is not None
    second.infos[0][2]()
    qtbot.waitUntil(lambda: second.session.path == path)
    assert second.head() == "First"


def test_a_second_window_that_changes_nothing_leaves_nothing(desks: Desks, tmp_path: Path) -> None:
    path = kit(tmp_path)
    desks(path)
    desks(path).workspace.shutdown()
    assert sorted(one.name for one in tmp_path.iterdir()) == [".~Kit.htpm.lock", "Kit.htpm", "data"]


def test_a_file_that_another_program_changed_is_left_alone(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    path = kit(tmp_path)
    desk = desks(path)
    desk.edit("Mine")
    save_project(Project(Brand("Theirs, and longer"), 1, 2027), path)
    desk.session.save()
    qtbot.waitUntil(lambda: desk.session.path == tmp_path / "Kit (2).htpm" and not desk.session.dirty)
    assert "changed or opened elsewhere" in desk.infos[0][0]
    assert open_project(path).brand.organization == "Theirs, and longer"
    assert open_project(tmp_path / "Kit (2).htpm").edits.text("w2/social/one", "head") == "Mine"


def test_a_new_time_alone_is_no_change(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    path = kit(tmp_path)
    desk = desks(path)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    desk.edit("Mine")
    assert saved(qtbot, desk) == path


def test_locks_of_this_computer_end_with_their_window_and_those_of_others_with_time(tmp_path: Path) -> None:
    marks, path = tmp_path / "marks", tmp_path / "Kit.htpm"
    mark = RunningMark(marks, "one")
    here = computer_of(tmp_path / "data")
    assert computer_of(tmp_path / "data") == here
    runs = lambda window: is_running(marks, window)  # noqa: E731
    one = KitLock(path, "one", here, runs)
    two = KitLock(path, "two", here, runs)
    far = KitLock(path, "far", "another computer", lambda _window: pytest.fail("it cannot know"))
    assert (one.take(), one.take(), two.take(), far.take()) == (
        LockResult.OURS,
        LockResult.OURS,
        LockResult.OTHERS,
        LockResult.OTHERS,
    )
    mark.release()
    assert two.take() is LockResult.OURS
    assert not one.is_ours()
    one.release()
    assert two.is_ours()
    old = two.path.stat().st_mtime - 1000
    os.utime(two.path, (old, old))
    assert far.take() is LockResult.OURS
    os.utime(far.path, (old, old))
    far.renew()
    assert two.take() is LockResult.OTHERS
    far.release()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "marks"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"session": 1}', b"\xff" * 5000])
def test_a_damaged_lock_counts_until_it_is_old(tmp_path: Path, content: bytes) -> None:
    lock = KitLock(tmp_path / "Kit.htpm", "one", "here", lambda _window: False)
    lock.path.write_bytes(content)
    assert lock.take() is LockResult.OTHERS
    os.utime(lock.path, (0, 0))
    assert lock.take() is LockResult.OURS


def test_a_place_where_nothing_can_be_written_gives_no_lock(tmp_path: Path) -> None:
    lock = KitLock(tmp_path / "no" / "Kit.htpm", "one", "here", lambda _window: False)
    assert lock.take() is LockResult.FORBIDDEN


def test_the_lock_names_neither_computer_nor_user(desks: Desks, tmp_path: Path) -> None:
    path = kit(tmp_path)
    desks(path)
    text = path.with_name(f".~{path.name}.lock").read_text()
    assert os.uname().nodename not in text if hasattr(os, "uname") else True
    assert set(text.split('"')[1::4]) == {"session", "computer"}


# ------------------------------------------------------------------ safety copies


def test_safety_copies_are_made_by_time_and_brought_back_as_a_step(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    for text, minutes in (("", 0), ("a", 4), ("b", 7), ("c", 3)):
        desks.clock.move(minutes)
        if text:
            desk.edit(text)
        path = saved(qtbot, desk)
        os.utime(path, (desks.clock().timestamp(),) * 2)  # The disk goes by the same clock.
    copies = desk.session.copies()
    assert [copy.at.strftime("%H:%M") for copy in copies] == ["10:41", "10:30"]
    assert [open_project(copy.path).edits.text("w2/social/one", "head") for copy in copies] == ["b", None]
    desk.session.go_back(copies[0])
    qtbot.waitUntil(lambda: desk.head() == "b")
    assert desk.steps()[-1] == f"Go back to {clock_words(copies[0].at)}"
    desk.document.stack.undo()
    assert desk.head() == "c"
    copies[1].path.write_bytes(b"damaged")
    desk.session.go_back(copies[1])
    qtbot.waitUntil(lambda: bool(desk.failures))
    assert desk.head() == "c"


def test_a_kit_is_copied_before_it_is_overwritten_for_the_first_time(
    qtbot: QtBot, desks: Desks, tmp_path: Path
) -> None:
    path = kit(tmp_path)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    desk = desks(path)
    desk.edit("New")
    saved(qtbot, desk)
    assert open_project(desk.session.copies()[-1].path).edits.items == ()


def test_old_copies_go_where_they_are_closest_for_their_age(tmp_path: Path) -> None:
    clock, copies = Clock(), []
    for number in range(60):
        path = tmp_path / f"{number}.htpm"
        path.write_bytes(b"x")
        copies.append(SafetyCopy(clock(), path))
        clock.move(COPY_GAP.total_seconds() / 60)
        gone = surplus(copies)
        copies = [copy for copy in copies if copy not in gone]
    ages = [(copies[-1].at - copy.at) / COPY_GAP for copy in reversed(copies)]
    assert len(ages) == 10
    assert ages[:2] == [0, 1]
    assert ages[-1] == 59
    assert ages[4] < 12
    assert ages[7] > 18


def test_copies_are_made_whatever_the_clock_did(tmp_path: Path) -> None:
    path, clock = kit(tmp_path), Clock()
    copies = SafetyCopies(tmp_path / "copies", clock)
    ahead = clock() + timedelta(hours=12)  # A stick from another time zone.
    copies.keep(path, ahead)
    assert [one.at for one in copies.of(path)] == [clock()]
    clock.move(-60)
    copies.keep(path, clock())
    copies.keep(path, clock())
    assert len(copies.of(path)) == 2


def test_a_damaged_kit_offers_its_safety_copy_and_stays(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    path = kit(tmp_path)
    desk = desks(path)
    desk.edit("Good")
    saved(qtbot, desk)
    desk.workspace.shutdown()
    path.write_bytes(path.read_bytes()[:200])
    again = desks(path)
    qtbot.waitUntil(lambda: bool(again.failures))
    failure = again.failures[0]
    assert failure.title == "The kit file is damaged"
    assert "safety copy" in failure.why
    failure.choices[0].act()
    qtbot.waitUntil(lambda: again.head() == "Good")
    assert saved(qtbot, again) == tmp_path / "Kit (2).htpm"
    assert len(path.read_bytes()) == 200


def test_show_both_says_what_each_holds_and_opens_the_chosen_one(
    qtbot: QtBot, desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kit(tmp_path)
    desk = desks(path)
    desk.edit("First")
    os.utime(saved(qtbot, desk), (desks.clock().timestamp(),) * 2)  # The disk goes by the same clock.
    desks.clock.move(30)
    desk.photo("red")
    desk.edit("Second")
    os.utime(saved(qtbot, desk), (desks.clock().timestamp(),) * 2)  # The disk goes by the same clock.
    desk.workspace.shutdown()
    path.write_bytes(path.read_bytes()[:200])
    again = desks(path)
    qtbot.waitUntil(lambda: bool(again.failures))
    assert [choice.button for choice in again.failures[0].choices] == ["Open the copy", "Show both"]
    shown: list[TwoVersionsDialog] = []
    monkeypatch.setattr(TwoVersionsDialog, "open", lambda self: shown.append(self))  # noqa: PLW0108 - bound to it
    again.failures[0].choices[1].act()
    (dialog,) = shown
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert rows[0].startswith("The kit file, damaged")
    assert "Kit.htpm is damaged" in rows[0]
    assert len(rows) >= 3
    assert all("January 2027" in row for row in rows[1:])
    newest, oldest = dialog.damaged.others[0], dialog.damaged.others[-1]
    assert newest.project.edits.text("w2/social/one", "head") == "Second"
    assert "Pictures: 1" in rows[1]
    dialog.list.setCurrentRow(0)
    assert not dialog.go.isEnabled()
    assert dialog.candidate() is None
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())) or True)
    dialog.folder.click()
    assert opened == [str(tmp_path)]
    dialog.list.setCurrentRow(len(rows) - 1)
    dialog.go.click()
    wanted = oldest.project.edits.text("w2/social/one", "head")
    qtbot.waitUntil(lambda: again.head() == wanted and again.session.origin == path)
    assert len(path.read_bytes()) == 200


@pytest.mark.parametrize(("line", "when"), [("month = 3", "March 2027"), ("month = 13", "2027")])
def test_a_version_is_of_the_month_of_its_own_campaign(workspace: Workspace, line: str, when: str) -> None:
    texts = pack_texts(paths.assets() / "campaigns" / "htpm")
    pack = tuple((name, text.replace("\nmonth = 1\n", f"\n{line}\n")) for name, text in texts)
    other = Candidate("copy", Clock()(), Path("Kit.htpm"), Project(Brand("Riverbend"), 2, 2027, pack=pack))
    dialog = TwoVersionsDialog(DamagedKitError(InputError("It is damaged."), Path("Kit.htpm"), (other,)), workspace)
    assert f"\nRiverbend, {when}. Pictures: 0," in dialog.list.item(1).text()


def test_a_kit_of_a_newer_program_is_not_called_damaged(
    qtbot: QtBot, desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kit(tmp_path)
    desk = desks(path)
    desk.edit("Good")
    saved(qtbot, desk)
    desk.workspace.shutdown()

    def newer(*_: object) -> None:
        raise NewerVersionError("Kit.htpm was saved by a newer HTPM Studio.", "Update HTPM Studio.")

    monkeypatch.setattr(KitFile, "read", newer)
    again = desks(path)
    qtbot.waitUntil(lambda: bool(again.failures))
    assert again.failures[0].title == "Kit.htpm could not be opened"


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("organization", "name"),
    [
        ("Riverbend", "January 2027, Riverbend"),
        ("", "January 2027"),
        ('a/b:c*?"<>|', "January 2027, a b c"),
        ("Casa de la Mujer Ñandú", "January 2027, Casa de la Mujer Ñandú"),
        ("x" * 200, f"January 2027, {'x' * 66}"),
    ],
)
def test_a_file_name_fits_every_file_system(organization: str, name: str) -> None:
    assert file_name(Project(Brand(organization), 2, 2027), "January 2027") == name


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.htpm").touch()
    (tmp_path / ".~a (2).htpm.lock").touch()
    assert free_path(tmp_path, "a").name == "a (3).htpm"


# ------------------------------------------------------------------ the File menu


@pytest.fixture
def menu(window: MainWindow, tmp_path: Path) -> FileMenu:
    session = controllers_of(window.workspace).session
    made = FileMenu(window, session, tmp_path / "documents")
    session.start(None)
    return made


def test_the_menu_opens_saves_and_lists_recent_kits(
    qtbot: QtBot, window: MainWindow, menu: FileMenu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions, document = window.workspace.actions, window.workspace.document
    path = kit(tmp_path / "kits")
    answers = {"getOpenFileName": "", "getSaveFileName": ""}
    for name in answers:
        chooser = f"htpm_studio.gui.kit_file.file_menu.QFileDialog.{name}"
        monkeypatch.setattr(chooser, lambda *_a, one=name: (answers[one], ""))
    for name in ("open", "save_as", "save_copy"):
        actions[name].trigger()  # cancelled
    assert document.project.brand.organization == "Riverbend Coalition"
    answers["getOpenFileName"] = str(path)
    actions["open"].trigger()
    qtbot.waitUntil(lambda: document.project.brand.organization == "Kit")
    answers["getSaveFileName"] = str(tmp_path / "kits" / "second")
    actions["save_as"].trigger()
    qtbot.waitUntil(lambda: [one.text() for one in menu.recent.actions()] == ["&1 second", "&2 Kit"])
    assert (tmp_path / "kits" / "second.htpm").exists()
    menu.recent.actions()[1].trigger()
    qtbot.waitUntil(lambda: menu.recent.actions()[0].text() == "&1 Kit")
    assert menu.recent.menuAction() in window.menus[0].actions()


def test_a_failure_is_shown_in_a_dialog_of_the_window(
    qtbot: QtBot, window: MainWindow, menu: FileMenu, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.htpm"
    bad.write_bytes(b"bad")
    controllers_of(window.workspace).session.open(bad)
    qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None)
    dialog = window.findChild(ErrorDialog)
    assert dialog.failure.title == "bad.htpm could not be opened"
    dialog.close_button.click()
