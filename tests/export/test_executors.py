"""The files of a kit are rendered by whatever executor is given, and come out the same."""

from __future__ import annotations

import datetime as dt
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.errors import Cancelled, StudioError
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.run import executors
from htpm_studio.export.run.executors import InlineExecutor, ProcessExecutor, Sendable, executor_for
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Parcel
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.sweeps import sampled
from tests.helpers.worker_process_jobs import be_ready, end_always, end_once, wait_for_a_stop, whose


@lru_cache(1)
def kit() -> Kit:
    project = Project(Brand("Harbor Clinic"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(("background",)), dt.date(2026, 11, 25))


def few(spec: FileSpec) -> bool:
    """Four files of the kit are enough to be divided."""
    return spec.group in ("frame", "side-band")


class Listening(InlineExecutor):
    """Counts what it is asked to do."""

    def __init__(self) -> None:
        self.asked = 0

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.asked += 1
        return super().submit(work, *args, **kwargs)


class Idle(Executor):
    """Never begins."""

    def __init__(self) -> None:
        self.futures: list[Future[Any]] = []

    def submit(self, _work: Callable[..., Any], /, *_args: Any, **_kwargs: Any) -> Future[Any]:
        self.futures.append(Future())
        return self.futures[-1]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_the_files_of_a_kit_are_rendered_by_the_executor_and_are_the_same_with_any(tmp_path: Path) -> None:
    mine = Listening()
    first = export_kit(kit(), tmp_path / "mine", JobContext(), executor=mine, wanted=few)
    files = [file for file in first.files if file.medium]
    assert mine.asked >= len(files) > 3
    second = export_kit(kit(), tmp_path / "none", JobContext(), wanted=few)
    assert bytes_of(first.folder) == bytes_of(second.folder)


@pytest.mark.parametrize("workers", sampled((2, 4), 2))
def test_the_files_of_a_kit_are_the_same_from_any_number_of_processes(workers: int, tmp_path: Path) -> None:
    here, there = JobContext(), JobContext()
    first = export_kit(kit(), tmp_path / "one", here, wanted=few)
    with elsewhere(workers) as executor:
        second = export_kit(kit(), tmp_path / "more", there, executor=executor, wanted=few)
    assert bytes_of(first.folder) == bytes_of(second.folder)
    assert first.findings == second.findings
    assert here.latest().pages == there.latest().pages == sum(bool(file.medium) for file in first.files)


@contextmanager
def elsewhere(workers: int) -> Iterator[Executor]:
    """An executor that does all work in other processes, since the thread in this one waits."""
    gate = threading.Event()
    with pytest.MonkeyPatch.context() as patch, executor_for(workers) as executor:
        patch.setattr(executors, "PAYS", 0.1)
        executor.submit(gate.wait)
        try:
            yield executor
        finally:
            gate.set()


@dataclass
class Work(Sendable):
    """Something that a function of this module does with a path."""

    what: Callable[[Path, JobContext], Any]
    path: Path
    affinity_key: str = ""
    weight: float = 1.0
    context: JobContext = field(default_factory=JobContext)

    def __post_init__(self) -> None:
        self.parcel = Parcel(self.path)

    def __call__(self) -> Any:
        return self.what(self.path, self.context)

    def remote(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return self.what, ()

    def failed(self, error: StudioError) -> Any:
        return error


def test_work_in_another_process_that_ends_is_done_again_there(tmp_path: Path) -> None:
    with elsewhere(2) as executor:
        ended = executor.submit(Work(end_once, tmp_path / "once"))
        next_one = executor.submit(Work(whose, tmp_path))
        assert ended.result() == "done"
        assert next_one.result() != os.getpid()


def test_work_over_which_two_processes_ended_is_reported_and_the_rest_is_done(tmp_path: Path) -> None:
    with elsewhere(2) as executor:
        lost = executor.submit(Work(end_always, tmp_path / "always"))
        next_one = executor.submit(Work(whose, tmp_path))
        assert "stopped before it finished" in str(lost.result())
        assert next_one.result() != os.getpid()
    assert (tmp_path / "always").read_text() == "x" * executors.TRIES


def test_a_stop_reaches_the_other_process(tmp_path: Path) -> None:
    work = Work(wait_for_a_stop, tmp_path / "begun")
    with elsewhere(2) as executor:
        future = executor.submit(work)
        while not work.path.exists():
            time.sleep(0.01)
        work.context.cancel()
        assert isinstance(future.exception(), Cancelled)
        assert executor.submit(Work(whose, tmp_path)).result() != os.getpid()


def test_a_stop_reaches_what_was_sent_ahead(tmp_path: Path) -> None:
    job = JobContext()
    with elsewhere(2) as executor:
        first, second = (
            executor.submit(Work(wait_for_a_stop, tmp_path / name, context=job)) for name in ("begun", "ahead")
        )
        while not (tmp_path / "begun").exists():
            time.sleep(0.01)
        job.cancel()
        assert isinstance(first.exception(), Cancelled)
        assert isinstance(second.exception(), Cancelled)


def test_no_process_is_started_for_little_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []

    def refused() -> None:
        started.append(True)
        raise OSError

    monkeypatch.setattr(executors, "Worker", refused)
    with executor_for(2) as executor:
        assert {executor.submit(Work(whose, tmp_path)).result() for _ in range(3)} == {os.getpid()}
    assert not started


def test_one_more_process_is_started_for_each_portion_of_work_that_pays_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy, gate = threading.Event(), threading.Event()

    def hold() -> None:
        busy.set()
        gate.wait()

    def start() -> None:
        gate.wait()
        raise OSError

    def beside() -> int:
        return sum(thread.name.startswith("kit-") for thread in threading.enumerate()) - 1

    monkeypatch.setattr(executors, "Worker", start)
    with ProcessExecutor(4) as executor:
        executor.submit(hold)
        busy.wait()
        started = []
        for _ in range(8):
            executor.submit(Work(whose, tmp_path, weight=executors.PAYS / 2))
            started.append(beside())
        gate.set()
    assert started == [0, 1, 1, 2, 2, 3, 3, 3]


def test_whoever_is_free_goes_on_with_the_kin_that_it_is_at(tmp_path: Path) -> None:
    gate, done = threading.Event(), list[str]()

    def note(name: str) -> Work:
        return Work(lambda _path, _context: done.append(name), tmp_path, affinity_key=name[0])

    with ProcessExecutor(1) as executor:
        executor.submit(gate.wait)
        for name in ("a1", "b1", "a2", "c1", "b2"):
            executor.submit(note(name))
        gate.set()
    assert done == ["a1", "a2", "b1", "b2", "c1"]


def test_a_process_that_will_be_needed_is_ready_before_there_is_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READY", str(tmp_path / "ready"))
    gate = threading.Event()
    with executor_for(2, be_ready) as executor:
        while not (tmp_path / "ready").exists():
            time.sleep(0.01)
        executor.submit(gate.wait)
        assert str(executor.submit(Work(whose, tmp_path)).result()) == (tmp_path / "ready").read_text()
        gate.set()


def test_a_stop_takes_back_what_no_executor_has_begun(tmp_path: Path) -> None:
    idle = Idle()
    with pytest.raises(Cancelled):
        export_kit(kit(), tmp_path, StopAfter(3, idle), executor=idle)
    assert idle.futures
    assert all(future.cancelled() for future in idle.futures)
    assert list(tmp_path.iterdir()) == []


class StopAfter(JobContext):
    """Stops once so many files were asked for."""

    def __init__(self, files: int, idle: Idle) -> None:
        super().__init__()
        self._files, self._idle = files, idle

    def checkpoint(self) -> None:
        """Raise `Cancelled` at the right moment."""
        if len(self._idle.futures) >= self._files:
            self.cancel()
        super().checkpoint()


def test_one_worker_renders_in_turn_in_its_own_thread() -> None:
    with executor_for(1) as executor:
        future = executor.submit(lambda number: 1 / number, 0)
        assert isinstance(future.exception(), ZeroDivisionError)
        assert isinstance(executor, InlineExecutor)
