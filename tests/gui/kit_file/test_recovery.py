from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from htpm_studio.gui.core.document import History, KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import clock_words
from htpm_studio.gui.kit_file import session as session_module
from htpm_studio.gui.kit_file.autosave_log import (
    AutosaveLog,
    AutosaveState,
    difference,
    keep_picture,
    patched,
    read_entries,
)
from htpm_studio.gui.kit_file.recovery import Recovery
from htpm_studio.gui.widgets.dialogs import ErrorDialog, Failure, UnexpectedErrors, WayOut, without_home
from htpm_studio.project.model import Brand, Photo, Project
from htpm_studio.project.store import open_project, save_project
from tests.gui.parts import restart
from tests.gui.session_fixtures import Clock, Desk, Desks, new
from tests.helpers.font_files import read, true_type
from tests.helpers.sweeps import cases

ROOT = Path(__file__).resolve().parents[3]


# ------------------------------------------------------------------ a killed process

WORKER = """
import os, sys, time
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.export.kit.kit import load_resources
from tests.helpers.font_files import read, true_type
from tests.gui.session_fixtures import Desks
os.fsync = lambda _file: time.sleep(3)  # a busy disk
app = QApplication([])
desks = Desks(Path(sys.argv[1]), read_pack(paths.assets() / "campaigns" / "htpm", "en"),
              load_resources(paths.folders()))
desk = desks(Path(sys.argv[2]))
desk.photo("red")
number = 0
while True:
    number += 1
    desk.edit(f"Text {sys.argv[3]} {number}") if number % 3 else desk.name(f"Name {sys.argv[3]} {number}", "name")
    print(number, time.time(), flush=True)
    end = time.monotonic() + 0.01
    while time.monotonic() < end:
        app.processEvents()
"""


@pytest.mark.slow
def test_a_killed_process_loses_nothing_older_than_a_second(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    kit = tmp_path / "Kit.htpm"
    save_project(Project(Brand("Kit"), 3, 2027), kit)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for turn in (1, 2):
        command = [sys.executable, "-c", WORKER, str(tmp_path), str(kit), str(turn)]
        worker = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        assert worker.stdout is not None
        output = worker.stdout
        lines = [output.readline()]
        started = time.monotonic()
        while time.monotonic() < started + 1.4:
            lines.append(output.readline())
        worker.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        killed = time.time()
        lines += output.read().splitlines()
        output.close()
        worker.wait()
        made = [(int(number), float(at)) for number, at in (line.split() for line in lines if line.count(" ") == 1)]
        safe = turn, max(number for number, at in made if at < killed - 1.0)
        desk = desks(kit)
        assert desk.session.path == kit
        assert "closed unexpectedly" in desk.infos[0][0]
        assert shown_number(desk) >= safe
        assert [photo.name for photo in desk.document.project.photos] == ["red.png"]
        desk.workspace.shutdown()
        assert shown_number_in(open_project(kit)) >= safe


def shown_number(desk: Desk) -> tuple[int, int]:
    return shown_number_in(desk.document.project)


def shown_number_in(project: Project) -> tuple[int, int]:
    """Turn and number of the last step that shows: "Text 1 17" or "Name 1 18"."""
    texts = [project.edits.text("w2/social/one", "head") or "", project.brand.organization]
    return max((int(text.split()[1]), int(text.split()[2])) for text in texts if text.count(" ") == 2)


# ------------------------------------------------------------------ after a crash


def test_a_kit_opens_as_it_was_with_its_steps(desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    photo = desk.photo("red")
    desk.edit("One")
    desk.edit("Two")
    desk.document.stack.undo()
    desk.document.open_week(4)
    desks.crash(desk)
    back = desks()
    text, button, act = back.infos[0]
    moment = clock_words(dt.datetime(2026, 11, 25, 10, 30), seconds=True)
    kept = f"HTPM Studio closed unexpectedly. Everything up to {moment} is here."
    assert text == f"{kept} Your last step was “Change headline”."
    assert button == "See the last 3 steps"
    asked: list[str] = []
    back.workspace.actions["history"].triggered.connect(lambda _checked: asked.append("history"))
    assert act is not None
    act()
    assert asked == ["history"]
    assert (back.head(), back.document.project.week, back.document.project.photos) == ("One", 4, (photo,))
    assert back.steps() == ["Change name", "Add picture", "Change headline", "Change headline"]
    back.document.stack.redo()
    assert back.head() == "Two"
    back.workspace.shutdown()
    assert desks().infos == []


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of this kind are POSIX")
def test_what_is_kept_for_a_crash_is_for_the_eyes_of_its_user(desks: Desks) -> None:
    mask = os.umask(0o022)
    try:
        desk = desks()
        desk.photo("red")
        desk.name("Riverbend", "name")
        desks.crash(desk)
    finally:
        os.umask(mask)
    kept = [path for path in desks.data.rglob("*") if path.is_file()]
    assert len(kept) >= 2
    for path in kept:
        assert path.parent.stat().st_mode & 0o077 == 0, path.parent
    assert [path.name for path in kept if path.suffix != ".lock" and path.stat().st_mode & 0o077] == []


def test_a_kit_that_was_brought_back_can_go_back_to_its_safety_copy(
    qtbot: QtBot, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks()
    desk.name("River")
    desk.session.save(asked=True)
    qtbot.waitUntil(lambda: not desk.session.dirty and not desk.session.saving)
    path = desk.session.path
    assert path is not None
    desk.session.recovery.copies.keep(path, desks.clock())
    desk.edit("One")
    desks.crash(desk)
    offered: list[tuple[str, str, Callable[[], None]]] = []
    monkeypatch.setattr(Workspace, "add_to_info", lambda _self, *row: offered.append(row))
    back = desks()
    [(icon, words, go_back)] = offered
    assert (icon, words) == ("history", f"Go back to {clock_words(desks.clock())}")
    go_back()
    qtbot.waitUntil(lambda: back.head() != "One")
    assert back.steps()[-1] == words


def test_a_crash_after_a_save_is_not_worth_a_word(qtbot: QtBot, desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    desk.session.save(asked=True)
    qtbot.waitUntil(lambda: not desk.session.dirty and not desk.session.saving)
    desks.crash(desk)
    back = desks()
    assert back.session.path == desk.session.path
    assert back.infos == []
    assert back.steps() == ["Change name"]


def test_what_is_brought_back_survives_a_second_crash(desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    desk.photo("red")
    for _ in range(3):
        desks.crash(desk)
        desk = desks()
    assert desk.steps() == ["Change name", "Add picture"]
    assert len(list((desks.data / "recovery").glob("*.journal"))) == 1


def test_a_file_that_was_changed_since_the_crash_is_left_alone(qtbot: QtBot, desks: Desks, tmp_path: Path) -> None:
    path = tmp_path / "Kit.htpm"
    save_project(Project(Brand("Kit"), 3, 2027), path)
    desk = desks(path)
    desk.edit("Mine")
    desks.crash(desk)
    save_project(Project(Brand("Theirs"), 3, 2027), path)
    back = desks(path)
    assert back.head() == "Mine"
    assert "this is a copy" in back.infos[0][0]
    back.workspace.shutdown()
    assert open_project(path).brand.organization == "Theirs"
    assert open_project(tmp_path / "Kit (2).htpm").edits.text("w2/social/one", "head") == "Mine"


def test_a_window_that_still_runs_keeps_its_kit(desks: Desks) -> None:
    first = desks()
    first.name("River")
    assert first.session.keep_now()
    assert desks().document.project == new()


def test_two_kits_left_behind_come_back_one_after_the_other(desks: Desks) -> None:
    pair = desks(), desks()
    for desk, name in zip(pair, ("One", "Two"), strict=True):
        desk.name(name)
        desks.clock.move(1)
    for desk in pair:
        desks.crash(desk)
    assert {desks().document.project.brand.organization for _ in range(2)} == {"One", "Two"}


def test_a_picture_that_is_gone_is_counted(desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    photo = desk.photo("red")
    desks.crash(desk)
    (desks.data / "recovery" / "pictures" / f"{photo.source.key}.png").write_bytes(b"damaged")
    back = desks()
    assert "Pictures that are missing: 1." in back.infos[0][0]
    assert back.document.project.brand.organization == "River"


def test_own_fonts_come_back_too(desks: Desks) -> None:
    desk = desks()
    brand = replace(desk.document.project.brand, heading_font=read(true_type()).faces)
    desk.document.change("Use font", replace(desk.document.project, brand=brand))
    desks.crash(desk)
    back = desks()
    assert back.document.project.brand == brand
    back.document.stack.undo()
    assert back.document.project.brand.heading_font == ()


def test_a_disk_that_cannot_be_written_is_said(qtbot: QtBot, desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "AGAIN_MS", 30)
    desk = desks()
    folder = desks.data / "recovery"
    folder.rename(desks.data / "away")
    folder.write_text("in the way")
    desk.name("River")
    qtbot.waitUntil(lambda: not desk.states[-1][1])
    assert desk.states[-1] == ("Not saved: nothing can be written to this computer's disk", False)
    assert not desk.session.keep_now()
    folder.unlink()
    (desks.data / "away").rename(folder)
    qtbot.waitUntil(lambda: desk.states[-1][1])
    assert desk.session.keep_now()


def test_tidying_removes_what_nobody_needs(desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    photo = desk.photo("red")
    assert desk.session.keep_now()
    recovery = desk.session.recovery
    old = recovery.pictures / f"{'0' * 64}.png"
    old.write_bytes(b"x")
    kept = recovery.pictures / f"{photo.source.key}.png"
    for path in (old, kept):
        os.utime(path, (0, 0))
    (recovery.autosaves / "gone.running").touch()
    os.utime(recovery.autosaves / "gone.running", (0, 0))
    recovery.tidy()
    assert (old.exists(), kept.exists(), (recovery.autosaves / "gone.running").exists()) == (False, True, False)
    assert recovery.runs(desk.session.opener.window)


@pytest.mark.parametrize("moment", ["journals", "histories", "aside"])
def test_tidying_leaves_a_picture_that_is_used_again_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    recovery = Recovery(tmp_path, Clock())
    kept = recovery.pictures / f"{'0' * 64}.png"
    assert keep_picture(kept, b"x")
    os.utime(kept, (0, 0))
    glob, put = Path.glob, Path.replace
    told: list[bool] = []

    def looking(path: Path, pattern: str) -> Iterator[Path]:
        if path.name == {"journals": "recovery"}.get(moment, moment) and pattern == "*.journal":
            told.append(keep_picture(kept, b"x"))
        return glob(path, pattern)

    def putting(path: Path, target: Path) -> Path:
        done = put(path, target)
        if moment == "aside" and path == kept:
            told.append(keep_picture(kept, b"x"))
        return done

    with monkeypatch.context() as patch:
        patch.setattr(Path, "glob", looking)
        patch.setattr(Path, "replace", putting)
        recovery.tidy()
    assert told == [moment == "aside"]
    assert [path.name for path in recovery.pictures.iterdir()] == [kept.name]
    assert kept.read_bytes() == b"x"


def test_tidying_sees_a_kit_that_is_closed_meanwhile(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, other = desks(), desks()
    other.session.tasks.shutdown()
    desk.name("River")
    photo = desk.photo("red")
    desk.document.stack.undo()  # Only the steps need the picture.
    assert desk.session.keep_now()
    desk.session.tasks.shutdown()
    recovery = other.session.recovery
    kept = recovery.pictures / f"{photo.source.key}.png"
    os.utime(kept, (0, 0))
    glob = Path.glob
    closed: list[bool] = []

    def closing(path: Path, pattern: str) -> Iterator[Path]:
        found = list(glob(path, pattern))
        if path in (recovery.autosaves, recovery.histories) and pattern == "*.journal" and not closed:
            closed.append(True)
            desk.workspace.shutdown()
            os.utime(kept, (0, 0))
        return iter(found)

    monkeypatch.setattr(Path, "glob", closing)
    recovery.tidy()
    assert closed
    assert kept.exists()


# ------------------------------------------------------------------ the autosave log


def keep(folder: Path, *states: AutosaveState) -> Path:
    told: list = []
    autosave = AutosaveLog(folder / "a.journal", folder / "pictures", Clock(), told.append)
    for state in states:
        autosave.post(state)
        assert autosave.flush(5)
    autosave.close()
    assert None not in told
    return autosave.path


def made(*names: str, base: Project | None = None) -> History:
    start = base or BASE
    steps = tuple((f"Name {name}", project(name)) for name in names)
    return History(start, steps, len(steps), 2)


BASE = new()
PROJECTS: dict[str, Project] = {}


def project(name: str) -> Project:
    return PROJECTS.setdefault(name, replace(BASE, brand=Brand(name)))


def test_each_state_is_one_line_and_the_last_one_counts(tmp_path: Path) -> None:
    path = keep(
        tmp_path,
        AutosaveState(made("a"), ""),
        AutosaveState(made("a", "b", "c"), ""),
        AutosaveState(made("a", "d"), "kit", (1, 2)),
    )
    assert len(path.read_bytes().splitlines()) == 3
    entries = read_entries(path)
    assert entries is not None
    assert (entries.texts, entries.path, entries.stamp) == (("Name a", "Name d"), "kit", (1, 2))
    assert [one["brand"]["organisation"] for one in entries.documents] == ["", "a", "d"]


def test_forgotten_steps_and_another_kit_are_understood(tmp_path: Path) -> None:
    names = [str(number) for number in range(5)]
    shorter = History(replace(BASE, week=3), made(*names).steps[2:], 3, 2)
    path = keep(tmp_path, AutosaveState(made(*names), ""), AutosaveState(shorter, ""))
    entries = read_entries(path)
    assert entries is not None
    assert entries.texts == ("Name 2", "Name 3", "Name 4")
    assert [one["brand"]["organisation"] for one in entries.documents] == ["1", "2", "3", "4"]
    other = read_entries(
        keep(tmp_path, AutosaveState(made(*names), ""), AutosaveState(History(project("x"), (), 0, 1), ""))
    )
    assert other is not None
    assert (other.texts, other.documents[0]["brand"]["organisation"]) == ((), "x")


def test_a_long_journal_is_written_anew_and_holds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("htpm_studio.gui.kit_file.autosave_log.COMPACT_BYTES", 3000)
    names = [str(number) for number in range(40)]
    path = keep(tmp_path, *(AutosaveState(made(*names[:count]), "") for count in range(1, 41)))
    entries = read_entries(path)
    assert entries is not None
    assert entries.texts == tuple(f"Name {name}" for name in names)
    assert len(path.read_bytes().splitlines()) < 40


def test_a_journal_is_not_replaced_while_it_is_open_to_reach_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows would refuse it, and the user would read that the disk cannot be written."""
    monkeypatch.setattr("htpm_studio.gui.kit_file.autosave_log.COMPACT_BYTES", 1)
    opened, seen, replace = [], [], Path.replace

    def slow(_number: int) -> None:
        if threading.current_thread().name.startswith("journal-sync"):
            opened.append(True)
            time.sleep(0.05)
            opened.clear()

    def noted(path: Path, target: Path) -> Path:
        seen.append(bool(opened))
        return replace(path, target)

    monkeypatch.setattr("htpm_studio.gui.kit_file.autosave_log.os.fsync", slow)
    monkeypatch.setattr(Path, "replace", noted)
    keep(tmp_path, *(AutosaveState(made(*"abcdef"[:count]), "") for count in range(1, 7)))
    assert len(seen) == 6
    assert not any(seen)


def test_the_same_state_again_writes_nothing(tmp_path: Path) -> None:
    path = keep(tmp_path, AutosaveState(made("a"), ""), AutosaveState(made("a"), ""))
    assert len(path.read_bytes().splitlines()) == 1


def test_a_line_cut_short_at_any_byte_loses_only_itself(tmp_path: Path) -> None:
    path = keep(tmp_path, AutosaveState(made("a"), ""), AutosaveState(made("a", "b"), ""))
    data = path.read_bytes()
    first = data.index(b"\n") + 1
    for cut in range(len(data)):
        path.write_bytes(data[:cut])
        entries = read_entries(path)
        if cut < first - 1:
            assert entries is None
        else:
            assert entries is not None
            assert entries.texts == (("Name a", "Name b") if cut >= len(data) - 1 else ("Name a",))


@pytest.mark.parametrize("content", [b"", b"\n", b"hello", b"00000000 {}", b"x" * 100_000])
def test_a_file_that_is_no_journal_is_none_and_is_removed(tmp_path: Path, content: bytes) -> None:
    recovery = Recovery(tmp_path, Clock())
    recovery.autosaves.mkdir(parents=True)
    path = recovery.autosaves / "a-b.journal"
    path.write_bytes(content)
    assert read_entries(path) is None
    assert recovery.left_over() == ()
    assert not path.exists()


def test_pictures_that_lie_in_the_kit_file_are_not_written_twice(tmp_path: Path, desks: Desks) -> None:
    desk = desks()
    red, blue = desk.photo("red"), desk.photo("blue")
    members = frozenset({f"pictures/{red.source.key}.png"})
    keep(tmp_path / "own", AutosaveState(desk.document.history(), "", None, members))
    assert [path.name for path in (tmp_path / "own" / "pictures").iterdir()] == [f"{blue.source.key}.png"]


words = st.text("ab", max_size=2)
plain = st.recursive(
    st.none() | st.integers(0, 3) | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=3),
)


@cases(60)
@given(st.dictionaries(words, plain), st.dictionaries(words, plain))
def test_a_difference_leads_from_one_document_to_the_other(old: dict, new_one: dict) -> None:
    diff = json.loads(json.dumps(difference(old, new_one)))
    assert patched(old, diff) == new_one


# ------------------------------------------------------------------ steps


def test_history_can_be_taken_and_brought_back(document: KitDocument) -> None:
    base = document.project
    document.change("A", replace(base, theme="a"))
    document.change("B", replace(base, theme="b"))
    document.stack.undo()
    history = document.history()
    told: list = []
    restart(document, replace(base, week=5))
    assert (document.stack.count(), document.project.week) == (0, 5)
    document.changed.connect(lambda _old, shown: told.append(shown.theme))
    document.restore(history)
    assert told == ["a"]
    assert (document.stack.undo_text(), document.stack.redo_text(), document.project.week) == ("A", "B", 2)
    document.stack.redo()
    document.stack.undo()
    document.stack.undo()
    assert document.project == base
    assert document.history().base == base


# ------------------------------------------------------------------ failures


def test_the_form_of_a_failure_does_what_is_chosen(qtbot: QtBot, workspace: Workspace) -> None:
    done: list[str] = []
    choices = (
        WayOut("Copy less", "Copy the smaller set", lambda: done.append("less")),
        WayOut("Try again", "Try again", lambda: done.append("again")),
    )
    dialog = ErrorDialog(Failure("No room", "The stick is full.", "All is here.", choices, "trace"), workspace)
    dialog.show()
    assert dialog.main_button.text() == "Copy the smaller set"
    dialog.radios[1].setChecked(True)
    assert dialog.main_button.text() == "Try again"
    assert not dialog.details.isVisible()
    dialog.arrow.click()
    assert dialog.details.isVisible()
    dialog.copy_button.click()
    from PySide6.QtGui import QGuiApplication

    assert QGuiApplication.clipboard().text() == "No room\nThe stick is full.\n\ntrace"
    dialog.main_button.click()
    assert done == ["again"]


def test_details_do_not_name_the_home_folder(own_home: Path) -> None:
    assert without_home(f"File {own_home}/kit.htpm") == "File ~/kit.htpm"


@pytest.mark.parametrize(("kept", "title"), [(True, "Something unexpected happened. Your kit is saved."),
                                             (False, "Something unexpected happened.")])  # fmt: skip
def test_an_unexpected_fault_keeps_the_kit_and_is_reported_once(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, kept: bool, title: str
) -> None:
    seen: list = []
    monkeypatch.setattr(sys, "excepthook", lambda *row: seen.append(row))
    unexpected = UnexpectedErrors(workspace, lambda: kept)
    unexpected.install()
    for _ in range(3):
        error = ZeroDivisionError("secret")
        sys.excepthook(type(error), error, None)
    unexpected.remove()
    qtbot.waitUntil(lambda: unexpected.dialog is not None)
    assert len(seen) == 3
    dialog = unexpected.dialog
    assert dialog is not None
    assert dialog.failure.title == title
    assert "ZeroDivisionError: secret" in dialog.details.toPlainText()
    assert not dialog.main_button.isVisible()
    dialog.close_button.click()
    qtbot.waitUntil(lambda: unexpected.dialog is None)


def test_photos_of_steps_that_were_undone_are_kept(desks: Desks) -> None:
    desk = desks()
    desk.name("River")
    photo: Photo = desk.photo("red")
    desk.document.stack.undo()
    desks.crash(desk)
    back = desks()
    back.document.stack.redo()
    assert back.document.project.photos == (photo,)


def test_the_time_has_seconds_as_the_language_writes_it() -> None:
    before, at = QLocale(), dt.datetime(2027, 1, 5, 19, 23, 9)
    try:
        QLocale.setDefault(QLocale("en_US"))
        assert [clock_words(at).split(), clock_words(at, seconds=True).split()] == [["7:23", "PM"], ["7:23:09", "PM"]]
        QLocale.setDefault(QLocale("de_DE"))
        assert clock_words(at, seconds=True) == "19:23:09"
    finally:
        QLocale.setDefault(before)
