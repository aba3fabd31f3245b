"""The files of a kit are rendered by whatever executor is given, and come out the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.errors import Cancelled
from htpm_studio.export.executors import InlineExecutor, executor_for
from htpm_studio.export.exporter import export_kit
from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@lru_cache(1)
def kit() -> Kit:
    project = Project(Brand("Harbor Clinic"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(("background",)), dt.date(2026, 11, 25))


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
    first = export_kit(kit(), tmp_path / "mine", JobContext(), executor=mine)
    files = [file for file in first.files if file.medium]
    assert mine.asked > len(files) > 3
    with executor_for(3) as threads:
        second = export_kit(kit(), tmp_path / "threads", JobContext(), executor=threads)
    assert bytes_of(first.folder) == bytes_of(second.folder)


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
