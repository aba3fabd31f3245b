"""Kits of a list made by the workers of a Dask cluster, on this computer alone."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from htpm_studio import paths
from htpm_studio.cli.commands import main
from htpm_studio.errors import Cancelled, InputError, StudioError
from htpm_studio.export.batch import cluster
from htpm_studio.export.batch.cluster import cluster_at, difference, fingerprint
from htpm_studio.export.batch.run_batch import BatchCount, run_batch
from htpm_studio.export.kit.kit import Options
from htpm_studio.export.pages.selection import Selection
from htpm_studio.export.run.executors import Elsewhere, Sendable
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.run.results import ExportResult
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Parcel

TODAY = dt.date(2026, 11, 25)
ROWS = tuple(PartnerRow(line, name, color=color) for line, name, color in (
    (2, "Lakeside", "#2B5F8A"), (3, "Hill & Dale", ""), (4, "Pine", "#5A3E78"), (5, "Norte", ""),
))  # fmt: skip
SMALL = Selection(frozenset(), frozenset(("frame", "side-band")), frozenset())


def request(out: Path, *rows: PartnerRow, **more: Any) -> ExportRequest:
    options = Options(("background",), ("letter",))
    source = KitSource(TODAY, year=2027)
    return ExportRequest(source, out, (2,), options, selection=SMALL, partners=rows or ROWS, **more)


def run(asked: ExportRequest, **more: Any) -> BatchCount:
    return run_batch(asked, more.pop("context", JobContext()), folders=paths.folders(), **more)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Sending(Executor):
    """Stands for any executor that sends its work away: nothing goes over but bytes."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(2)
        self.sent: list[int] = []
        self.values: dict[int, Any] = {}

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        assert isinstance(work, Sendable)
        assert not args
        assert not kwargs
        if id(work.parcel) not in self.values:
            self.values[id(work.parcel)] = ForkingPickler.loads(work.parcel.packed())
        asked = bytes(ForkingPickler.dumps(work.remote()))
        self.sent.append(len(asked))
        return self.pool.submit(self._do, self.values[id(work.parcel)], asked)

    @staticmethod
    def _do(value: Any, asked: bytes) -> Any:
        function, args = ForkingPickler.loads(asked)
        return ForkingPickler.loads(ForkingPickler.dumps(function(value, JobContext(), *args)))


@pytest.fixture
def sending() -> Iterator[Sending]:
    made = Sending()
    yield made
    made.pool.shutdown()


def test_kits_are_the_same_wherever_they_are_made_and_little_goes_over_for_each(
    tmp_path: Path, sending: Sending
) -> None:
    assert run(request(tmp_path / "here", workers=1)) == BatchCount(made=4)
    assert run(request(tmp_path / "there"), elsewhere=Elsewhere(sending, lambda: 2)) == BatchCount(made=4)
    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")
    assert len(sending.values) == 1
    assert len(sending.sent) == 4
    assert max(sending.sent) < 6000


def test_what_is_sent_names_no_folder_of_the_one_who_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[bytes] = []
    monkeypatch.setattr(Sending, "_do", staticmethod(lambda value, asked: StudioError("stop")))
    sending = Sending()
    real = Parcel.packed
    monkeypatch.setattr(Parcel, "packed", lambda self: packed.append(real(self)) or packed[-1])
    run(request(tmp_path / "out"), elsewhere=Elsewhere(sending, lambda: 2))
    sending.pool.shutdown()
    assert packed
    for folder in (tmp_path, paths.assets(), paths.templates(), Path.home()):
        assert not any(str(folder).encode() in one for one in packed)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("host:8786", '"host:8786" is not the address of a scheduler'),
        ("http://host:8786", "is not the address of a scheduler"),
        ("tcp://host", "is not the address of a scheduler"),
    ],
)
def test_what_is_no_address_is_refused(address: str, words: str) -> None:
    with pytest.raises(InputError, match=words), cluster_at(address):
        pass


def test_without_dask_the_command_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "partners.csv").write_text("name\nLakeside\n")
    assert main(["batch", "partners.csv", "--week", "2", "--scheduler", "tcp://127.0.0.1:8786"]) == 2
    said = capsys.readouterr().err
    assert "needs the library Dask distributed" in said
    assert "pip install '.[cluster]'" in said
    assert [path.name for path in tmp_path.iterdir()] == ["partners.csv"]


class Client:
    """Stands for the client of a cluster: how many threads its workers have, and how its pool was shut down."""

    def __init__(self, *threads: int) -> None:
        self.threads, self.asked, self.waited = threads, 0, list[bool]()

    def nthreads(self) -> dict[int, int]:
        self.asked += 1
        return dict(enumerate(self.threads))

    def get_executor(self, *, pure: bool) -> Client:
        assert pure is False, "the same call twice is work for two kits"
        return self

    def shutdown(self, *, wait: bool) -> None:
        self.waited.append(wait)


def test_a_cluster_is_left_when_its_work_is_done_or_at_once_when_that_is_taken_back() -> None:
    client = Client()
    executor = cluster.ClusterExecutor(client, "tcp://127.0.0.1:8786")
    assert executor.submit(lambda: 5).result() == 5, "work that cannot be sent is done here"
    executor.shutdown()
    executor.shutdown(cancel_futures=True)
    executor.shutdown(wait=False)
    assert client.waited == [True, False, False]


def test_other_versions_are_named() -> None:
    ours = fingerprint()
    assert difference(ours, dict(ours)) == ""
    assert difference(ours, {**ours, "HTPM Studio": "9.9"}) == f"HTPM Studio 9.9 instead of {ours['HTPM Studio']}"
    assert difference(ours, {**ours, "skia-python": "1.0"}).startswith("skia-python 1.0 instead of ")
    assert difference(ours, {}).endswith(f"instead of {ours['HTPM Studio']}")


# ------------------------------------------------------------------ a cluster on this computer


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed", reason="Dask distributed, an optional library, is not installed")
    made = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    )
    yield made
    made.close()


def test_a_cluster_makes_the_same_kits_and_a_second_run_keeps_them(tmp_path: Path, local: Any) -> None:
    assert run(request(tmp_path / "here", workers=1)) == BatchCount(made=4)
    with cluster_at(local.scheduler_address) as elsewhere:
        assert elsewhere.workers() == 2
        assert run(request(tmp_path / "there"), elsewhere=elsewhere) == BatchCount(made=4)
        assert run(request(tmp_path / "there"), elsewhere=elsewhere) == BatchCount(there=4)
    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")


def test_a_worker_of_the_cluster_that_is_killed_loses_nothing(tmp_path: Path, local: Any) -> None:
    rows = tuple(PartnerRow(number, f"Group {number}") for number in range(8))
    killed: list[int] = []

    def kill_once(_result: ExportResult) -> None:
        if not killed:
            killed.append(next(iter(local.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    with cluster_at(local.scheduler_address) as elsewhere:
        count = run(request(tmp_path / "there", *rows), elsewhere=elsewhere, row_done=kill_once)
    assert killed
    assert count == BatchCount(made=8)
    assert run(request(tmp_path / "here", *rows, workers=1)) == BatchCount(made=8)
    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")


def test_workers_with_another_version_are_refused(local: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = cluster.fingerprint
    ours = {**real(), "HTPM Studio": "9.9"}
    monkeypatch.setattr(cluster, "difference", lambda _ours, theirs: difference(ours, theirs))
    words = r"The worker tcp://.* has HTPM Studio .* instead of 9\.9"
    with pytest.raises(InputError, match=words), cluster_at(local.scheduler_address):
        pass


def test_a_scheduler_that_does_not_answer_is_a_sentence(local: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 0.5)
    with pytest.raises(InputError, match="No scheduler answers at tcp://"), cluster_at("tcp://127.0.0.1:9"):
        pass


class Scheduler:
    """Stands for Dask: it says what it was asked, and has no workers where its address says so."""

    asked: ClassVar[list[Any]] = []

    def __init__(self, address: str, *, timeout: float, set_as_default: bool) -> None:
        self.address = address
        self.asked.clear()
        self.asked.extend((timeout, set_as_default))
        if "nobody" in address:
            raise OSError("timed out")

    def wait_for_workers(self, count: int, *, timeout: float) -> None:
        self.asked.extend((count, timeout))
        if "idle" in self.address:
            raise OSError("timed out")

    def close(self) -> None:
        self.asked.append("closed")


@pytest.mark.parametrize(
    ("address", "sentence", "asked"),
    [
        ("tcp://nobody:8786", "No scheduler answers at tcp://nobody:8786.", [10, False]),
        ("tcp://idle:8786", "The cluster at tcp://idle:8786 has no workers.", [10, False, 1, 10, "closed"]),
    ],
)
def test_a_user_waits_ten_seconds_for_a_scheduler_and_ten_more_for_one_worker(
    address: str, sentence: str, asked: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=Scheduler))
    with pytest.raises(InputError) as caught, cluster_at(address):
        pass
    assert caught.value.message == sentence
    assert Scheduler.asked == asked


def test_a_stop_while_others_work_leaves_whole_kits_alone(tmp_path: Path, sending: Sending) -> None:
    context = JobContext()

    def stop(_result: ExportResult) -> None:
        context.cancel()

    with pytest.raises(Cancelled):
        run(request(tmp_path / "out"), elsewhere=Elsewhere(sending, lambda: 2), context=context, row_done=stop)
    assert not list((tmp_path / "out").rglob(".*"))
    assert run(request(tmp_path / "out", workers=1)).there >= 1
