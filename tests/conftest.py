"""What holds for every test: no network, no screen, no home folder, no left-over threads, no stray warnings."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Iterator

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first import of Qt

from hypothesis import settings  # noqa: E402 - see above

pytest_plugins = ["tests.plugins.golden", "tests.plugins.references"]

settings.register_profile("studio", deadline=None, derandomize=True, database=None)
settings.load_profile("studio")

LOOPBACK = ("127.0.0.1", "::1", "localhost")
PATIENCE = 2.0  # seconds that a thread has to end after its test


def _no_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1] if len(arguments) > 1 else None
        host = address[0] if isinstance(address, tuple) else None  # a path: a socket of this machine
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = arguments[0]
    else:
        return
    if host is not None and host not in LOOPBACK:
        raise PermissionError(f"a test tried to reach {host!r}: tests work without a network")


sys.addaudithook(_no_network)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests out unless they are asked for."""
    if os.environ.get("HTPM_SLOW") == "1" or "slow" in config.getoption("markexpr", default=""):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty home folder for each test, on every system."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setenv("HTPM_STUDIO_HOME", str(folder / "studio"))


@pytest.fixture(autouse=True)
def no_left_over_threads() -> Iterator[None]:
    """Fail when a test leaves a Python thread running."""
    before = set(threading.enumerate())
    yield
    left = _new_threads(before)
    end = time.monotonic() + PATIENCE
    while left and time.monotonic() < end:
        left[0].join(0.05)
        left = _new_threads(before)
    if left:
        pytest.fail(f"left threads running: {', '.join(thread.name for thread in left)}")


def _new_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    # A dummy is how Python sees a thread of Qt's pool, which may stay.
    return [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]


@pytest.fixture(autouse=True)
def no_unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when something logs a warning; a test that expects one asks for `caplog`."""
    records: list[logging.LogRecord] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    collector = Collector(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    if records and "caplog" not in request.fixturenames:
        pytest.fail("unexpected logs: " + "; ".join(f"{r.name}: {r.getMessage()}" for r in records))
