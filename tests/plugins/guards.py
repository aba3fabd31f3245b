"""What no test may do: reach the network, touch the user's own folders, leave threads behind or log a warning."""

from __future__ import annotations

import ipaddress
import itertools
import logging
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

GRACE = 3.0
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "HTPM_STUDIO_HOME")
SYSTEM_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR")


class NetworkUsed(Exception):
    """A test tried to leave this computer."""


def is_here(address: Any) -> bool:
    """Whether a socket address stays on this computer: a path, or a loopback host."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def left_over(before: set[threading.Thread], grace: float) -> list[str]:
    """Names of the threads that are new since `before` and still run after `grace` seconds."""
    end = time.monotonic() + grace
    while True:
        # A dummy stands for a thread of Qt or another library, which Python cannot join.
        running = [one for one in threading.enumerate() if not isinstance(one, threading._DummyThread)]
        new = [one for one in running if one not in before]
        if not new or time.monotonic() >= end:
            return sorted(thread.name for thread in new)
        new[0].join(0.05)


class Collector(logging.Handler):
    """Keeps every record that says something went wrong."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name), name), raising=False)
        real = socket.getaddrinfo

        def getaddrinfo(host: Any, *rest: Any, **options: Any) -> Any:
            name = host.decode() if isinstance(host, bytes) else host
            if name is not None and not is_here((name, 0)):
                raise NetworkUsed(f"a test asked for the address of {name}")
            return real(host, *rest, **options)

        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        yield


def _guarded(real: Any, name: str) -> Any:
    def guarded(self: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1] if name == "sendto" else arguments[0]
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_here(address):
            raise NetworkUsed(f"a test wanted to reach {address}")
        return real(self, *arguments)

    return guarded


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for each test; the folder of the program lies in it and does not exist yet."""
    home = next(homes)
    home.mkdir()
    for name in HOMES:
        monkeypatch.setenv(name, str(home / "studio" if name == "HTPM_STUDIO_HOME" else home))
    for name in SYSTEM_FOLDERS:
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def no_left_over_threads() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    names = left_over(before, GRACE)
    if names:
        pytest.fail(f"the test left threads behind: {', '.join(names)}")


@pytest.fixture(autouse=True)
def no_unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that expects records takes `caplog` and looks at them itself."""
    collector = Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if collector.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected log records:\n" + "\n".join(collector.lines))
