"""A kit is called ready only when every file of it is on the disk as it was made; else the older one is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.export.disk import atomic_output
from htpm_studio.export.disk.atomic_output import move_into_place, restore_interrupted, staging, write_file
from htpm_studio.export.disk.kit_proof import ChangedMeanwhileError, prove, sum_of
from htpm_studio.export.run.exporter import kit_place
from htpm_studio.processes.jobs import JobContext
from tests.helpers.finished_kit import finished_kit
from tests.helpers.sweeps import cases

NAMES = ("social/a.png", "social/b.png", "deck/c.pptx")
FILES = len(NAMES) + 2  # with the start page and the list


def put(target: Path, text: str, context: JobContext) -> None:
    with kit_place(target, None, force=True) as place:
        place(finished_kit({name: f"{text} {name}".encode() * 50 for name in NAMES}), context)


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def remove(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def change(path: Path) -> None:
    """Another content of the same size."""
    path.write_bytes(path.read_bytes().swapcase())


class Vandal:
    """A job's listener that does something to a file of the stage once so many files are written."""

    def __init__(self, stage: Path, moment: int, harm: Callable[[Path], None], which: int) -> None:
        self._stage, self._moment, self._harm, self._which = stage, moment, harm, which

    def checkpoint(self) -> None:
        self._moment -= 1
        written = sorted(path for path in self._stage.rglob("*") if path.is_file())
        if self._moment == 0 and written:
            self._harm(written[self._which % len(written)])


@cases(100)
@given(moment=st.integers(2, FILES), which=st.integers(0, FILES), harm=st.sampled_from((remove, cut, change)))
def test_a_file_that_is_harmed_while_a_kit_is_written_leaves_the_older_kit_whole(
    tmp_path_factory: pytest.TempPathFactory, moment: int, which: int, harm: Callable[[Path], None]
) -> None:
    target = tmp_path_factory.mktemp("out") / "kit"
    put(target, "old", JobContext())
    before = content(target)
    vandal = Vandal(target.with_name(".kit.part"), moment, harm, which)
    context = JobContext()
    context.checkpoint = vandal.checkpoint  # type: ignore[method-assign]
    with pytest.raises(ChangedMeanwhileError):
        put(target, "new", context)
    assert content(target) == before
    assert [path.name for path in target.parent.iterdir()] == ["kit"]


def test_a_stage_that_has_gone_is_never_made_again(tmp_path: Path) -> None:
    def vanish() -> None:
        with staging(tmp_path / "kit") as stage:
            write_file(stage, "deep/a.txt", b"a")
            atomic_output.remove_tree(stage)
            write_file(stage, "deep/b.txt", b"b")

    with pytest.raises(ChangedMeanwhileError):
        vanish()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("one_step", [True, False])
@pytest.mark.parametrize("there", [True, False])
def test_what_happens_between_proof_and_place_brings_the_older_kit_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_step: bool, there: bool
) -> None:
    if not one_step:
        monkeypatch.setattr(atomic_output, "exchange", lambda _first, _second: False)
    target = tmp_path / "kit"
    if there:
        put(target, "old", JobContext())

    def harm_it_late() -> None:
        with staging(target) as stage:
            write_file(stage, "a.txt", b"a")
            proof = prove(stage, {"a.txt": sum_of(b"a")})
            (stage / "a.txt").write_bytes(b"")
            move_into_place(stage, target, proof=proof)

    with pytest.raises(ChangedMeanwhileError):
        harm_it_late()
    assert [path.name for path in tmp_path.iterdir()] == (["kit"] if there else [])
    assert not there or content(target)[NAMES[0]].startswith(b"old")


def test_a_note_that_was_cut_off_or_names_no_folder_goes_and_does_no_harm(tmp_path: Path) -> None:
    for number, words in enumerate((b"", b"/half a na", b"kit\n", b"\n", str(tmp_path / "no" / "kit\n").encode())):
        (tmp_path / str(number)).write_bytes(words)
    restore_interrupted(tmp_path)
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from htpm_studio.export.disk import atomic_output
from htpm_studio.export.disk.atomic_output import move_into_place, staging
target, notes, moment, one_step = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "one"
if not one_step:
    atomic_output.exchange = lambda _first, _second: False
def step(event, _arguments):
    global moment
    if event in ("os.rename", "shutil.rmtree"):
        moment -= 1
        if moment < 0:
            os.kill(os.getpid(), signal.SIGKILL)
with staging(target) as stage:
    (stage / "a.txt").write_text("new")
    sys.addaudithook(step)
    move_into_place(stage, target, notes=notes)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a child are POSIX here")
@pytest.mark.parametrize("moment", range(4))
@pytest.mark.parametrize("one_step", ["one", "two"])
def test_a_process_killed_at_any_step_of_the_exchange_leaves_a_kit_after_the_next_start(
    tmp_path: Path, moment: int, one_step: str
) -> None:
    target, notes = tmp_path / "out" / "kit", tmp_path / "notes"
    target.mkdir(parents=True)
    (target / "a.txt").write_text("old")
    command = [sys.executable, "-c", KILLED, str(target), str(notes), str(moment), one_step]
    ended = subprocess.run(
        command, check=False, timeout=60, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
    assert ended.returncode in (0, -signal.SIGKILL)
    if one_step == "two":
        restore_interrupted(notes)
        assert list(notes.iterdir()) == []
    assert (target / "a.txt").read_text() in ("old", "new")
