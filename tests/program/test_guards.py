"""The guards around every test do notice: a network call, a thread left behind, whose home it is, a test that hangs."""

from __future__ import annotations

import faulthandler
import logging
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.plugins.both_ends import FromBothEnds
from tests.plugins.guards import Collector, NetworkUsed, is_here, left_over
from tests.plugins.hangs import OFTEN, Watch

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "address", [("127.0.0.1", 80), ("::1", 80, 0, 0), ("localhost", 1), ("", 0), "/run/socket", b"x"]
)
def test_this_computer_may_be_reached(address: object) -> None:
    assert is_here(address)


@pytest.mark.parametrize(
    "address", [("192.0.2.1", 80), ("2001:db8::1", 80, 0, 0), ("example.com", 443), ("10.0.0.1", 1)]
)
def test_no_other_may(address: object) -> None:
    assert not is_here(address)


def test_a_connection_is_refused_before_it_is_tried() -> None:
    with socket.socket() as one, pytest.raises(NetworkUsed, match=r"192\.0\.2\.1"):
        one.connect(("192.0.2.1", 80))
    with socket.socket(type=socket.SOCK_DGRAM) as one, pytest.raises(NetworkUsed):
        one.sendto(b"x", ("192.0.2.1", 9))
    with pytest.raises(NetworkUsed, match=r"example\.com"):
        socket.getaddrinfo("example.com", 443)


def test_loopback_works() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


def test_a_thread_left_behind_is_named() -> None:
    before = set(threading.enumerate())
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten")
    thread.start()
    assert left_over(before, 0.1) == ["forgotten"]
    stop.set()
    assert left_over(before, 5) == []


def test_a_warning_is_collected_and_information_is_not(caplog: pytest.LogCaptureFixture) -> None:
    collector = Collector()
    logger = logging.getLogger("a.test")
    logger.addHandler(collector)
    logger.warning("odd %s", 1)
    logger.info("fine")
    logger.removeHandler(collector)
    assert collector.lines == ["WARNING a.test: odd 1"]
    assert [record.getMessage() for record in caplog.records] == ["odd 1"]


def test_home_is_an_empty_folder_of_the_tests(own_home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert Path.home() == own_home
    assert own_home.is_relative_to(tmp_path_factory.getbasetemp())
    assert list(own_home.iterdir()) == []


class Process:
    """Notes the number of the first test of each file that it gets."""

    shutting_down, gateway = False, SimpleNamespace(id="one")

    def __init__(self) -> None:
        self.got: list[int] = []

    def send_runtest_some(self, numbers: list[int]) -> None:
        self.got.append(numbers[0])


def test_processes_take_files_from_both_ends() -> None:
    tests = [f"{name}.py::test_{number}" for name in "abcdef" for number in range(3)]
    config = SimpleNamespace(getvalue=lambda _name: ["2*popen"], option=SimpleNamespace(loadscopereorder=False))
    scheduler = FromBothEnds(config, SimpleNamespace(loadscopesched=lambda *_: None, loadfilesched=lambda *_: None))
    first, second = Process(), Process()
    for process in (first, second):
        scheduler.add_node(process)
        scheduler.add_node_collection(process, tests)
    scheduler.schedule()
    for process, number in ((first, 0), (first, 1), (second, 15), (second, 16), (second, 12), (second, 13)):
        scheduler.mark_test_complete(process, number)
    assert (first.got, second.got) == ([0, 3], [15, 12, 9])


def test_a_test_that_hangs_shows_where_it_is(tmp_path: Path) -> None:
    """In a process of its own, as each has one such watch."""
    script = "import time; from tests.plugins.hangs import Watch; Watch(2, 0.2).renew(); time.sleep(0.6)"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert 'File "<string>", line 1 in <module>' in ended.stderr


def test_the_watch_is_renewed_every_few_seconds_only(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((100.0, 101.0, 100.0 + OFTEN, 101.0 + OFTEN))
    asked: list[float] = []
    monkeypatch.setattr(faulthandler, "dump_traceback_later", lambda seconds, file: asked.append(seconds + file))
    watch = Watch(2, 120.0, lambda: next(clock))
    for _ in range(4):
        watch.renew()
    assert asked == [122.0, 122.0]
