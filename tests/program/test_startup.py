"""A started program can be stopped from its first line on, and makes a kit whole when nobody hears its words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from htpm_studio.cli.commands import COMMANDS, loaded, main
from htpm_studio.errors import from_os_error, shown

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and closed outputs of a child are POSIX here")

STOPPED_WHILE_IT_STARTS = """
import os, signal, sys
signal.signal(int(sys.argv[1]), signal.SIG_DFL)  # whoever runs the tests may have it ignored, as nohup does
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "htpm_studio.cli.commands":
            os.kill(os.getpid(), int(sys.argv[1]))
sys.meta_path.insert(0, Finder())
from htpm_studio.__main__ import main
sys.argv[2:] = ["export", "--week", "2", "--org", "A", "--out", sys.argv[2]]
sys.exit(main())
"""


@posix
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_stop_while_the_program_starts_is_one_sentence(tmp_path: Path, name: str) -> None:
    number = str(int(getattr(signal, name)))
    command = [sys.executable, "-c", STOPPED_WHILE_IT_STARTS, number, str(tmp_path / "kit")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped.\n")
    assert list(tmp_path.iterdir()) == []


@posix
def test_who_starts_the_program_can_have_it_go_on_after_a_hang_up() -> None:
    code = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); from htpm_studio.processes import startup;"
    code += "startup.begin(); signal.raise_signal(signal.SIGHUP); print('still here')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "still here\n")


HEAVY = ("skia", "lxml", "pptx", "reportlab", "resvg_py", "fontTools", "uharfbuzz", "stretchable", "pypdfium2", "numpy")


def imported_by(code: str) -> set[str]:
    """The modules that a new process has after some code, which may end it."""
    tell = "import atexit, sys; atexit.register(lambda: sys.stderr.write('\\n'.join(sys.modules)));"
    done = subprocess.run([sys.executable, "-c", tell + code], cwd=ROOT, capture_output=True, text=True, check=False)
    return set(done.stderr.splitlines())


def test_help_imports_no_command_and_nothing_that_makes_files() -> None:
    found = imported_by("from htpm_studio.__main__ import main; main(['--help'])")
    ours = {name for name in found if name.startswith("htpm_studio")}
    modules = ("", ".__main__", ".cli", ".cli.commands", ".errors", ".frozen", ".processes", ".processes.jobs")
    assert ours == {f"htpm_studio{name}" for name in (*modules, ".processes.startup")}
    assert found.isdisjoint({*HEAVY, "PySide6", "PIL", "regex", "tomllib"})


def test_a_command_imports_neither_the_window_nor_the_other_commands() -> None:
    found = imported_by("from htpm_studio.__main__ import main; main(['export', '--help'])")
    assert "htpm_studio.cli.export" in found
    assert found.isdisjoint(
        ("htpm_studio.cli.batch", "htpm_studio.cli.import_toolkit", "htpm_studio.export.sources.toolkit_import")
    )
    assert found.isdisjoint(("PySide6", "pptx", "reportlab", "pypdfium2", "segno"))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_of_each_what_it_says_of_itself(name: str) -> None:
    assert loaded(name).help.splitlines()[0] == COMMANDS[name].help
    assert loaded(name).hidden == COMMANDS[name].hidden


def kit_command(folder: Path) -> list[str]:
    words = "export --week 2 --org A --only background --out"
    return [sys.executable, "-m", "htpm_studio", *words.split(), str(folder)]


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.slow
def test_a_kit_is_made_whole_when_the_reader_of_its_words_has_gone(tmp_path: Path, unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(kit_command(tmp_path), cwd=ROOT, env=environment, stdout=writing, stderr=writing, check=False)
    os.close(writing)
    assert done.returncode == 0
    assert len(list(tmp_path.glob("*/START-HERE.html"))) == 1


@posix
@pytest.mark.slow
def test_closed_outputs_are_no_files_of_the_kit(tmp_path: Path) -> None:
    words = " ".join(f"'{word}'" for word in kit_command(tmp_path))
    done = subprocess.run(["sh", "-c", f"{words} <&- >&- 2>&-"], cwd=ROOT, check=False)
    assert done.returncode == 0
    kit = next(tmp_path.iterdir())
    assert all(path.stat().st_size for path in kit.rglob("*.jpg"))
    assert b"Open " not in (kit / "kit.json").read_bytes()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/home/me/kit\nof mine", "/home/me/kit\N{REPLACEMENT CHARACTER}of mine"),
        pytest.param(
            b"/home/\xff",
            "/home/\N{REPLACEMENT CHARACTER}",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="its paths are text"),
        ),
        ("x" * 400, "…" + "x" * 120),
    ],
)
def test_a_path_is_shown_so_that_it_can_be_read(path: str | bytes, words: str) -> None:
    assert shown(path) == words


def test_what_the_system_refuses_is_a_sentence() -> None:
    with pytest.raises(OSError, match=r"name too long|WinError") as caught:
        Path("a" * 300).stat()
    said = from_os_error(caught.value)
    assert str(said).endswith("cannot be used: its name or path is too long for this system. "
                              "Choose another file or folder.") or sys.platform == "win32"  # fmt: skip
    assert str(from_os_error(OSError(28, "No space left"))).startswith("The system refused it: the disk is full.")


@posix
def test_a_link_that_leads_to_itself_is_no_damaged_kit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kit.htpm").symlink_to(tmp_path / "kit.htpm")
    assert main(["export", "--week", "2", "--project", str(tmp_path / "kit.htpm"), "--out", str(tmp_path / "out")]) == 2
    assert "kit.htpm cannot be read: its links form a loop." in capsys.readouterr().err


@posix
@pytest.mark.parametrize(
    "option", ["--out", "--project", "--logo", "--photo", "--photo-record", "--campaign", "--reference-deck"]
)
def test_a_path_that_is_too_long_is_a_sentence_in_every_option(
    tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {"--out": str(tmp_path / "kit"), option: str(tmp_path / ("n" * 300))}
    asked = ["export", "--week", "2", "--org", "A", "--only", "background"]
    assert main([*asked, *(word for pair in words.items() for word in pair)]) == 2
    said = capsys.readouterr().err
    assert "too long for this system" in said
    assert "unexpected" not in said
