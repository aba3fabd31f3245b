from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pytest

from htpm_studio import paths
from htpm_studio.errors import Cancelled, InputError, Message, Problems, StudioError
from htpm_studio.export.pages.selection import Selection
from htpm_studio.export.run.request import ExportRequest, write_kits
from htpm_studio.export.run.results import ExportResult
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import WarmProcess, run_inline
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign
from tests.helpers.worker_process_jobs import count, fail, wait

ROOT = Path(__file__).resolve().parents[2]


def nobody(_told: object) -> None:
    pass


@pytest.fixture
def warm() -> Iterator[WarmProcess]:
    process = WarmProcess()
    yield process
    process.close()


def test_the_answer_and_all_reports_come_from_another_process(warm: WarmProcess) -> None:
    context, heard = JobContext(), list[int]()
    answer = warm.run(partial(count, MappingProxyType({"steps": 3})), context, heard.append)
    assert answer["steps"] == 3
    assert answer["process"] != os.getpid()
    assert heard == [0, 1, 2]
    assert (context.latest().done, context.latest().total, context.latest().label) == (3, 3, "step 3")


def test_mistakes_are_the_same_sentences_as_in_one_process(warm: WarmProcess) -> None:
    with pytest.raises(InputError) as caught:
        warm.run(partial(fail, "sentence"), JobContext(), nobody)
    assert isinstance(caught.value.message, Message)
    assert (caught.value.message.template, caught.value.hint) == ("{name} is bad.", "Choose another.")
    with pytest.raises(Problems) as several:
        warm.run(partial(fail, "problems"), JobContext(), nobody)
    with pytest.raises(Problems) as here:
        run_inline(partial(fail, "problems"), JobContext(), nobody)
    assert several.value.problems == here.value.problems
    assert str(several.value) == str(here.value)


def test_what_cannot_be_sent_is_reported_with_its_place(warm: WarmProcess) -> None:
    with pytest.raises(RuntimeError, match="1 and 2") as caught:
        warm.run(partial(fail, "odd"), JobContext(), nobody)
    assert "worker_process_jobs.py" in caught.value.__notes__[0]


def test_the_next_work_is_done_in_the_same_process(warm: WarmProcess) -> None:
    first, second = (warm.run(partial(count, {"steps": 1}), JobContext(), nobody) for _ in range(2))
    assert first["process"] == second["process"]


def test_a_process_that_dies_is_a_sentence_and_the_next_work_gets_another_one(warm: WarmProcess) -> None:
    first = warm.run(partial(count, {"steps": 1}), JobContext(), nobody)["process"]
    with pytest.raises(StudioError, match="stopped before it finished"):
        warm.run(partial(fail, "die"), JobContext(), nobody)
    assert warm.run(partial(count, {"steps": 1}), JobContext(), nobody)["process"] != first


def test_work_that_was_stopped_before_its_turn_is_not_begun(warm: WarmProcess, tmp_path: Path) -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        warm.run(partial(wait, tmp_path / "end"), context, nobody)
    assert not (tmp_path / "end").exists()


def test_the_process_ends_with_what_it_is_at_when_nobody_needs_it_any_more(tmp_path: Path) -> None:
    process, context = WarmProcess(), JobContext()
    number = process.run(partial(count, {"steps": 1}), context, nobody)["process"]
    process.close()
    if os.name != "nt":
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_a_stop_lets_the_work_tidy_up(tmp_path: Path, warm: WarmProcess) -> None:
    context = JobContext()
    with pytest.raises(Cancelled):
        warm.run(partial(wait, tmp_path / "end"), context, lambda _told: context.cancel())
    assert (tmp_path / "end").read_text() == "stopped"


PARENT = """
import sys
from functools import partial
from pathlib import Path
from htpm_studio.processes.worker_process import WarmProcess
from htpm_studio.processes.jobs import JobContext
from tests.helpers.worker_process_jobs import wait
WarmProcess().run(partial(wait, Path(sys.argv[1])), JobContext(), lambda _told: print("started", flush=True))
"""


def test_the_work_ends_when_the_window_is_killed(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PARENT, str(tmp_path / "end")]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "started\n"
        parent.kill()
    until = time.monotonic() + 10
    while not (tmp_path / "end").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert (tmp_path / "end").read_text() == "stopped"


def test_a_kit_is_the_same_wherever_it_is_made(tmp_path: Path, warm: WarmProcess) -> None:
    campaign = bundled_campaign()
    project = Project(Brand("Riverbend"), 2, 2027)

    def asked(out: Path) -> ExportRequest:
        selection = Selection(frozenset(("background",)), pieces=frozenset(("w2/background/side-band",)))
        source = KitSource(date(2026, 11, 25), project, campaign)
        return ExportRequest(source, out, (2,), selection=selection, folders=((2, "Kit"),))

    answers: list[ExportResult] = []
    for run, name in ((run_inline, "here"), (warm.run, "there")):
        heard: list[str] = []
        answers.append(
            run(
                partial(write_kits, asked(tmp_path / name), replace(paths.folders(), finished=None)),
                JobContext(),
                heard.append,
            )
        )
        assert len(heard) == 2
    here, there = (
        {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("here", "there")
    )
    assert here == there
    assert answers[0].findings == answers[1].findings
