"""The script that installs and starts the program: what it says, what it does once, and how it gets out of trouble."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "studio.py"
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and links are POSIX here")

PROGRAM = """
import pathlib, sys, time
if sys.argv[1:2] == ["wait"]:
    print("waiting", flush=True)
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        time.sleep(0.5)
        pathlib.Path(sys.argv[2]).write_text("tidy")
        sys.exit(130)
print("program", pathlib.Path.cwd(), sys.argv[1:], sys.prefix, flush=True)
sys.exit(1 if "export" in sys.argv else 7)
"""


@pytest.fixture
def studio(tmp_path: Path) -> ModuleType:
    """The script, loaded from a folder of its own, so that it cannot touch this one."""
    folder = tmp_path / "my studio"
    folder.mkdir()
    shutil.copy(SCRIPT, folder)
    (folder / "requirements.lock").write_text("# nothing\n")
    spec = importlib.util.spec_from_file_location("studio_of_a_test", folder / "studio.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Commands:
    """Stands in for child processes: remembers each command and answers by the first key found in it."""

    def __init__(self, answers: Mapping[str, tuple[int, str]]) -> None:
        self.answers = answers
        self.seen: list[str] = []

    def __call__(self, command: Sequence[str], extra: Any = None) -> tuple[int, str]:
        line = " ".join(command)
        self.seen.append(line)
        return next((answer for key, answer in self.answers.items() if key in line), (0, ""))

    def having(self, words: str) -> list[str]:
        return [line for line in self.seen if words in line]


@pytest.fixture
def listening(studio: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Commands]:
    def replace(answers: Mapping[str, tuple[int, str]] | None = None) -> Commands:
        commands = Commands(answers or {})
        monkeypatch.setattr(studio, "listen", commands)
        return commands

    return replace


# ------------------------------------------------------------------ which Python


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 9))


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10), (3, 15), (4, 0)])
def test_an_unsupported_python_gets_the_version_that_is_needed(studio: ModuleType, version: tuple[int, int]) -> None:
    with pytest.raises(studio.Stop, match=r"needs Python 3\.11 to 3\.14 .*this is Python \d\.\d+\."):
        studio.need_python(version, 2**63 - 1)


def test_a_fit_python_on_the_computer_is_named(
    studio: ModuleType, monkeypatch: pytest.MonkeyPatch, listening: Callable[..., Commands]
) -> None:
    monkeypatch.setattr(
        studio.shutil, "which", lambda name: f"/bin/{name}" if name in ("python3.14", "python3.12") else None
    )
    listening({"/bin/python3.14": (127, "")})
    with pytest.raises(studio.Stop, match=r"Start it with: python3\.12 studio\.py"):
        studio.need_python((3, 9), 2**63 - 1)


def test_an_old_python_ends_with_one_sentence_and_no_traceback() -> None:
    code = f"import runpy, sys; sys.version_info = (3, 9, 1); runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "HTPM Studio needs Python 3.11 to 3.14" in done.stderr
    assert done.stdout == ""


# ------------------------------------------------------------------ the environment


def make_venv(studio: ModuleType, **changes: str) -> None:
    studio.venv_python().parent.mkdir(parents=True)
    studio.venv_python().touch()
    studio.STAMP.write_text(json.dumps({**studio.stamp(), **changes}))


def test_nothing_is_installed_twice(studio: ModuleType, listening: Callable[..., Commands]) -> None:
    commands = listening()
    make_venv(studio)
    assert studio.prepare(()) == str(studio.venv_python())
    assert commands.having("pip install") == commands.having("-m venv") == []


def test_a_new_lock_only_installs_what_is_new(studio: ModuleType, listening: Callable[..., Commands]) -> None:
    commands = listening()
    make_venv(studio, lock="old")
    studio.prepare(())
    assert len(commands.having("--require-hashes")) == 1
    assert commands.having("-m venv") == []
    assert studio.read_stamp() == studio.stamp()


@pytest.mark.parametrize("change", [{"python": "3.8"}, {"folder": "/elsewhere"}])
def test_an_environment_of_another_python_or_folder_is_made_anew(
    studio: ModuleType, listening: Callable[..., Commands], change: dict[str, str]
) -> None:
    commands = listening()
    make_venv(studio, **change)
    (studio.VENV / "old").touch()
    with pytest.raises(FileNotFoundError):  # the pretended commands make no folder to put the stamp in
        studio.prepare(())
    assert len(commands.having("-m venv")) == 1
    assert not (studio.VENV / "old").exists()


def test_a_failed_installation_is_reported_and_tried_again(
    studio: ModuleType, listening: Callable[..., Commands]
) -> None:
    noise = "\n".join(f"line {number}" for number in range(100))
    listening({"pip install": (1, f"{noise}\nERROR: no connection")})
    make_venv(studio, lock="old")
    with pytest.raises(studio.Stop) as stop:
        studio.prepare(())
    assert "ERROR: no connection" in str(stop.value)
    assert "line 5\n" not in str(stop.value)
    assert "Check the internet connection" in str(stop.value)
    assert studio.read_stamp() == {}


@POSIX
@pytest.mark.parametrize("kind", ["link", "file"])
def test_what_is_in_the_place_of_the_environment_goes(studio: ModuleType, tmp_path: Path, kind: str) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").touch()
    if kind == "link":
        studio.VENV.symlink_to(tmp_path / "precious")
    else:
        studio.VENV.touch()
    studio.clear_venv()
    assert not studio.VENV.exists()
    assert (tmp_path / "precious" / "file").exists()


def test_a_missing_lock_is_one_sentence(studio: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    studio.LOCK.unlink()
    assert studio.main(["check"]) == 2
    assert "requirements.lock is missing" in capsys.readouterr().err


# ------------------------------------------------------------------ the system


def be(
    monkeypatch: pytest.MonkeyPatch, studio: ModuleType, user: int, tools: Sequence[str] = ("apt-get", "ldd")
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(studio.shutil, "which", lambda name: f"/usr/bin/{name}" if name in tools else None)


def add_library(studio: ModuleType) -> tuple[str, ...]:
    folder = studio.VENV / "lib" / "python3.99" / "site-packages"
    folder.mkdir(parents=True)
    (folder / "skia.so").touch()
    return ("skia*.so",)


LISTING = """\
\tlinux-vdso.so.1 (0x00007ffd)
\tlibEGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
\tlibgthread-2.0.so.0 => not found
\tlibEGL.so.1 => not found
\tlibglib-2.0.so.0 => not found
"""


def test_missing_libraries_are_read_from_what_ldd_says(studio: ModuleType) -> None:
    assert studio.not_found(LISTING) == ["libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0"]
    assert studio.not_found("\tnot a dynamic executable\n") == []


def test_root_gets_the_packages_installed(
    studio: ModuleType, monkeypatch: pytest.MonkeyPatch, listening: Callable[..., Commands]
) -> None:
    be(monkeypatch, studio, 0)
    commands = listening({"ldd": (1, LISTING)})
    with pytest.raises(studio.Stop, match=r"still cannot be found: libEGL\.so\.1"):
        studio.need_libraries(add_library(studio))
    (install,) = commands.having("apt-get install")
    assert install.endswith("libegl1 libglib2.0-0")
    assert commands.seen.index("apt-get update") < commands.seen.index(install)


def test_others_see_the_exact_command(
    studio: ModuleType, monkeypatch: pytest.MonkeyPatch, listening: Callable[..., Commands]
) -> None:
    be(monkeypatch, studio, 1000)
    commands = listening({"ldd": (1, LISTING)})
    with pytest.raises(studio.Stop) as stop:
        studio.need_libraries(add_library(studio))
    assert "    sudo apt-get update && sudo apt-get install -y libegl1 libglib2.0-0" in str(stop.value)
    assert commands.having("apt-get") == []


def test_a_python_without_venv_names_its_package(
    studio: ModuleType, monkeypatch: pytest.MonkeyPatch, listening: Callable[..., Commands]
) -> None:
    monkeypatch.setattr(studio.importlib.util, "find_spec", lambda name: None)
    listening()
    be(monkeypatch, studio, 1000)
    with pytest.raises(studio.Stop, match=rf"apt-get install -y python3\.{sys.version_info[1]}-venv"):
        studio.need_ensurepip()


# ------------------------------------------------------------------ commands


@pytest.fixture
def calls(studio: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    seen: list[list[str]] = []

    def call(command: Sequence[str], folder: Path | None = None) -> int:
        seen.append(list(command[1:]))
        return int(studio.answer)

    studio.answer = 0  # type: ignore[attr-defined]
    monkeypatch.setattr(studio, "prepare", lambda files: "python")
    monkeypatch.setattr(studio, "call", call)
    return seen


def test_a_screen_gets_the_window(studio: ModuleType, monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    monkeypatch.setattr(studio, "has_screen", lambda *_: True)
    assert studio.main([]) == 0
    assert "export" in calls[0], "a copy without the window makes the kit"
    window = studio.ROOT / "htpm_studio" / "gui" / "app.py"
    window.parent.mkdir(parents=True)
    window.touch()
    assert studio.main([]) == 0
    assert calls[1] == ["-P", "-m", "htpm_studio"]


@pytest.mark.parametrize(("answer", "status"), [(0, 0), (1, 0), (2, 2), (130, 130)])
def test_no_screen_gets_the_sample_kit(
    studio: ModuleType, monkeypatch: pytest.MonkeyPatch, calls: list[list[str]], answer: int, status: int
) -> None:
    monkeypatch.setattr(studio, "has_screen", lambda *_: False)
    studio.answer = answer  # type: ignore[attr-defined]
    assert studio.main([]) == status
    assert calls[0][calls[0].index("--out") + 1] == str(studio.ROOT / "sample-kit")


@pytest.mark.parametrize(
    ("broken", "tests", "status"), [("", 0, 0), ("ruff check", 0, 1), ("mypy", 0, 1), ("", 1, 1), ("", 5, 1)]
)
def test_a_test_run_says_everything(
    studio: ModuleType, listening: Callable[..., Commands], calls: list[list[str]],
    capsys: pytest.CaptureFixture[str], broken: str, tests: int, status: int,
) -> None:  # fmt: skip
    commands = listening({broken: (1, "what is wrong")} if broken else {})
    studio.answer = tests  # type: ignore[attr-defined]
    assert studio.main(["test", "-k", "palette"]) == status
    assert len(commands.seen) == 4
    assert calls == [["-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-k", "palette"]]
    said = capsys.readouterr().out
    assert ("what is wrong" in said) is bool(broken)
    assert said.rstrip().endswith("Everything passed." if status == 0 else ".")
    assert ("Failed: " in said) is (status == 1)


def test_references_are_written_by_the_tests_or_compared_by_the_ring(
    studio: ModuleType, calls: list[list[str]]
) -> None:
    studio.answer = 1  # type: ignore[attr-defined]
    assert studio.main(["references", "tests/scene"]) == 0, "tests that write count as failed"
    assert studio.main(["references", "--all", "--part", "3/8"]) == 1, "something moved"
    assert calls == [
        ["-m", "pytest", "-n", "2", "-q", "--update-references", "tests/scene"],
        ["-m", "tests.ring", "--all", "--part", "3/8"],
    ]


def test_an_unknown_command_is_one_sentence(studio: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert studio.main(["tset"]) == 2
    assert re.fullmatch(r'There is no command "tset"\. .*help\n', capsys.readouterr().err)


# ------------------------------------------------------------------ for real


def installed(folder: Path) -> Path:
    folder.mkdir(parents=True)
    shutil.copy(SCRIPT, folder)
    (folder / "requirements.lock").write_text("# nothing\n")
    (folder / "htpm_studio").mkdir()
    (folder / "htpm_studio" / "__init__.py").touch()
    (folder / "htpm_studio" / "__main__.py").write_text(PROGRAM)
    return folder / "studio.py"


def run(script: Path, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(script), *words]
    variables = {**os.environ, "PIP_NO_INDEX": "1", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    return subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.slow
def test_from_nothing_to_a_running_program_and_back_from_a_broken_environment(tmp_path: Path) -> None:
    script = installed(tmp_path / "my own ébauche" / "studio")
    elsewhere = tmp_path / "else where"
    elsewhere.mkdir()
    (elsewhere / "json.py").write_text("raise SystemExit('the wrong json')")
    first = run(script, "run", "a", "b c", folder=elsewhere)
    assert (first.returncode, first.stderr) == (7, "")
    assert "Making a private Python environment" in first.stdout
    assert f"program {elsewhere} ['a', 'b c'] {script.parent / '.venv'}" in first.stdout
    second = run(script, "run", "a", folder=elsewhere)
    assert second.stdout.count("\n") == 1
    shutil.rmtree(script.parent / ".venv" / ("Scripts" if os.name == "nt" else "bin"))
    third = run(script, folder=elsewhere) if sys.platform == "linux" else run(script, "run", "export", folder=elsewhere)
    assert "made anew" in third.stdout
    assert "'export'" in third.stdout


@POSIX
def test_control_c_lets_the_program_tidy_up(studio: ModuleType, tmp_path: Path) -> None:
    script = installed(tmp_path / "program")
    marker = tmp_path / "marker"
    # A background job of a shell starts with Control-C ignored, and so would the program under test.
    wrap = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); sys.argv = ['studio.py']; "
    wrap += f"sys.path.insert(0, {str(script.parent)!r}); import studio; "
    wrap += "studio.prepare = lambda files: sys.executable; "
    wrap += f"sys.exit(studio.main(['run', 'wait', {str(marker)!r}]))"
    process = subprocess.Popen(
        [sys.executable, "-c", wrap], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "waiting\n"
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert marker.read_text() == "tidy"
    assert said == "Stopped.\n"
