"""A Windows to try programs on: this one, or a fresh one of Wine's on Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

LONG = 1200.0
"""Seconds after which a program counts as hanging, on a computer that has much else to do."""
_HOLD = "import sys, time; held = open(sys.argv[1], 'rb'); print('held', flush=True); time.sleep(3600)"


class Computer:
    """This Windows, and what the trials need to know of it."""

    python: tuple[str, ...] = (sys.executable,)
    sources: Mapping[str, str] = {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    """What that Python needs to know to find the sources of the program."""

    read_only: Path | None = None
    """A folder that nobody can write to, where there is one for sure."""

    def __init__(self) -> None:
        self.user = Path.home()
        self.applications = Path(os.environ["LOCALAPPDATA"]) / "Programs"
        self.menu = Path(os.environ["APPDATA"]) / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        self.desktop = self.user / "Desktop"

    @property
    def name(self) -> str:
        """What this is, for the record."""
        return "Windows {}.{}.{}".format(*sys.getwindowsversion()[:3])

    def path(self, path: Path) -> str:
        """A path as programs there name it."""
        return str(path)

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """What programs are started with: nothing of the Python that runs this."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_", "QT_"))}
        return {**kept, "PYTHONUTF8": "1", **more}

    def command(self, words: Sequence[str | Path]) -> list[str]:
        """A command line; paths in it are given as programs there name them."""
        first, *rest = words
        return [str(first), *(self.path(word) if isinstance(word, Path) else word for word in rest)]

    def run(self, words: Sequence[str | Path], **more: str) -> subprocess.CompletedProcess[str]:
        """Run a program to its end and keep what it says."""
        return subprocess.run(
            self.command(words), capture_output=True, encoding="utf-8", errors="replace", timeout=LONG, check=False,
            env=self.environment(more), cwd=self.user,
        )  # fmt: skip

    def start(self, words: Sequence[str | Path], **more: str) -> subprocess.Popen[str]:
        """Start a program and do not wait for it."""
        return subprocess.Popen(
            self.command(words), env=self.environment(more), cwd=self.user, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        )  # fmt: skip

    def registry(self, folder: Path) -> str:
        """The user's part of the registry as text; `folder` is a place for a moment."""
        target = folder / "registry.reg"
        self.run(["reg", "export", r"HKCU\Software", target, "/y"])
        text = target.read_text(encoding="utf-16")
        target.unlink()
        return text

    @contextmanager
    def holds(self, path: Path) -> Iterator[None]:
        """Meanwhile another program has this file open."""
        holder = self.start([*self.python, "-c", _HOLD, path])
        try:
            if holder.stdout is None or holder.stdout.readline().strip() != "held":
                raise RuntimeError(f"{path} cannot be opened.")
            yield
        finally:
            holder.kill()
            holder.communicate()

    def settle(self) -> None:
        """Wait for what other programs still do."""

    def end(self) -> None:
        """Stop what was started and still runs."""


class WineComputer(Computer):
    """A fresh Windows of Wine's, whose disk is a folder of this computer."""

    def __init__(self, folder: Path) -> None:
        import windows_on_linux  # noqa: PLC0415 - only there

        self._wine = windows_on_linux
        self._prefix = folder / "windows"
        shutil.copytree(windows_on_linux.PREFIX, self._prefix, symlinks=True)
        self.python = ("wine", str(windows_on_linux.PYTHON))
        self.sources = {}  # The environment of every program there says where they are.
        (self.user,) = (
            one for one in (self._prefix / "drive_c" / "users").iterdir() if one.name != "Public" and one.is_dir()
        )
        self.applications = self.user / "AppData" / "Local" / "Programs"
        self.menu = self.user / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        self.desktop = self.user / "Desktop"
        self.read_only = Path("/proc/self")

    @property
    def name(self) -> str:
        """What this is, for the record."""
        said = subprocess.run(["wine", "--version"], capture_output=True, text=True, check=True).stdout.strip()
        return said.partition(" ")[0].replace("wine-", "Wine ")

    def path(self, path: Path) -> str:
        """A path on the disk of that Windows, or else on its drive Z: that is this computer's."""
        disk = self._prefix / "drive_c"
        if path.is_relative_to(disk):
            return "C:\\" + str(path.relative_to(disk)).replace("/", "\\")
        return str(self._wine.windows_path(path))

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """What programs are started with; the Windows Python finds its libraries."""
        return self._wine.python_environment(self._wine.TESTS, prefix=self._prefix, **more)

    def command(self, words: Sequence[str | Path]) -> list[str]:
        """A command line that Wine runs."""
        first, *rest = super().command(words)
        return [first, *rest] if first == "wine" else ["wine", first, *rest]

    def settle(self) -> None:
        """Wait for what other programs still do, and for the registry to be written."""
        subprocess.run(["wineserver", "--wait"], timeout=LONG, check=True, env=self._wine.environment(self._prefix))

    def end(self) -> None:
        """Stop every program of that Windows."""
        subprocess.run(["wineserver", "--kill"], check=False, env=self._wine.environment(self._prefix))
        self.settle()


def computer(folder: Path) -> Computer:
    """The Windows to try programs on; `folder` is for what it needs."""
    return Computer() if sys.platform == "win32" else WineComputer(folder)
