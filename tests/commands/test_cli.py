"""The command line: exit codes, sentences, and that bad input leaves everything as it was."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image

from htpm_studio import paths
from htpm_studio.cli.commands import COMMANDS, loaded, main
from htpm_studio.export.preflight import report
from htpm_studio.project.model import Brand, Photo, Project
from htpm_studio.project.pictures import load_logo, load_photo
from htpm_studio.project.store import save_project

ARGS = ["export", "--week", "2", "--org", "Riverbend Coalition", "--only", "background"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_small_kit_is_made_and_says_where(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ARGS, "--out", "kit"]) == 0
    out, err = capsys.readouterr()
    assert "START-HERE.html" in out
    assert err == ""
    files = made(here / "kit")
    assert "week-2-labor-exploitation/kit.json" in files
    assert "week-2-labor-exploitation/backgrounds/side-band-logo-left.jpg" in files


@pytest.mark.parametrize(("more", "kept"), [((), True), (("--no-cache",), False)])
def test_finished_files_are_kept_for_the_next_export_unless_nobody_wants_that(
    here: Path, more: tuple[str, ...], kept: bool
) -> None:
    assert main([*ARGS, "--out", "kit", *more]) == 0
    files = list(paths.finished().iterdir()) if paths.finished().is_dir() else []
    assert bool(files) is kept


def test_json_lines_are_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ARGS, "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {record["event"] for record in records} == {"progress", "kit"}
    assert records[-1]["folder"].endswith("week-2-labor-exploitation")


def test_a_photo_without_a_record_is_used_and_noted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.effect_noise((1200, 900), 40).convert("RGB").save(here / "a.jpg")
    assert main([*ARGS, "--photo", "a.jpg"]) == 0
    assert "a.jpg has no record of consent" in capsys.readouterr().err


def damaged_kit(folder: Path) -> Path:
    """A saved kit whose logo and photo lost their bytes."""
    Image.effect_noise((1200, 900), 40).convert("RGB").save(folder / "Jane.jpg")
    Image.new("RGB", (300, 100), "#0F5C5C").save(folder / "logo.png")
    photo = Photo(load_photo(folder / "Jane.jpg"), "Jane.jpg", people="nobody")
    brand = Brand("Riverbend Coalition", logo=load_logo(folder / "logo.png"))
    save_project(Project(brand, 2, 2027, (photo,)), folder / "kit.htpm")
    data = bytearray((folder / "kit.htpm").read_bytes())
    for source in (photo.source, brand.logo):
        assert source is not None
        data[data.find(source.data) + len(source.data) // 2] ^= 255
    (folder / "kit.htpm").write_bytes(data)
    return folder / "kit.htpm"


def test_pictures_that_a_kit_file_lost_are_named_and_end_in_one(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "page_checks", lambda *_args: ())  # other tests compose all pages for the checks
    kit = str(damaged_kit(here))
    photo, logo = "Photo Jane.jpg is damaged or missing in the kit file", "The logo of your organization is damaged"
    options = ["--week", "2", "--only", "background"]
    assert main(["export", "--project", kit, *options, "--out", "kit"]) == 1
    told = capsys.readouterr().err
    assert told.count(photo) == told.count(logo) == 1
    listed = (here / "kit" / "week-2-labor-exploitation" / "kit.json").read_text(encoding="utf-8")
    assert "A photo is damaged or missing in the kit file" in listed
    assert "Jane" not in listed
    assert main(["check", kit, "--week", "2"]) == 1
    said = capsys.readouterr().out
    assert photo in said
    assert logo in said
    (here / "list.csv").write_text("organization\nOne\nTwo\n", encoding="utf-8")
    assert main(["batch", "list.csv", "--project", kit, *options, "--jobs", "1", "--out", "kits"]) == 1
    told = capsys.readouterr().err
    assert told.count(photo) == 1
    assert logo not in told


def test_a_small_photo_is_replaced_and_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.new("RGB", (60, 40), "red").save(here / "a.jpg")
    assert main([*ARGS, "--photo", "a.jpg"]) == 1
    assert "a.jpg is only 60 x 40 pixels" in capsys.readouterr().err


def test_an_expired_consent_stops_a_photo(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.effect_noise((1200, 900), 40).convert("RGB").save(here / "a.jpg")
    (here / "r.csv").write_text("file,who,consent,until,credit,alt\na.jpg,Ana,form 1,2020-01-01,Ana,A garden\n")
    assert main([*ARGS, "--photo", "a.jpg", "--photo-record", "r.csv"]) == 1
    assert "has expired" in capsys.readouterr().err


BAD: list[tuple[list[str], str]] = [
    (["export", "--org", "x"], "No week was chosen"),
    ([*ARGS, "--all-weeks"], "Both --week 2 and --all-weeks were given"),
    ([*ARGS, "--theme", "x" * 121], "The theme line has 121 characters"),
    ([*ARGS, "--evaluation-url", "on paper"], '"on paper" is no web address'),
    (["export", "--week", "7", "--org", "x"], "no week 7"),
    (["export", "--week", "0", "--org", "x"], "no week 0"),
    (["export", "--week", "2"], "has no name"),
    (["export", "--week", "2", "--org", "x" * 300], "300"),
    ([*ARGS, "--year", "1999"], "no plan for the year 1999"),
    ([*ARGS, "--color", "teal-ish"], "teal-ish"),
    ([*ARGS, "--style", "neon"], 'no style "neon"'),
    ([*ARGS, "--people", "wizards"], 'no people called "wizards"'),
    ([*ARGS, "--people", "wizards"], "mixed, elders, teens"),
    ([*ARGS, "--color", "#111", "--color", "#222", "--color", "#333"], "3 colors"),
    ([*ARGS, "--paper", "a5"], "a5"),
    ([*ARGS, "--only", "deck,film"], "film"),
    ([*ARGS, "--lang", "xx"], "xx"),
    ([*ARGS, "--logo", "none.png"], "none.png"),
    ([*ARGS, "--logo", "empty.png"], "empty.png"),
    ([*ARGS, "--logo", "folder"], "folder"),
    ([*ARGS, "--logo", "text.png"], "text.png"),
    ([*ARGS, "--logo", "script.svg"], "script.svg"),
    ([*ARGS, "--photo", "broken.jpg"], "broken.jpg"),
    ([*ARGS, "--photo", "huge.png"], "huge.png"),
    ([*ARGS, "--project", "no.htpm"], "no.htpm"),
    ([*ARGS, "--project", "foreign.htpm"], "foreign.htpm"),
    ([*ARGS, "--campaign", "folder"], "folder"),
    ([*ARGS, "--photo-record", "bad.csv"], "bad.csv"),
    ([*ARGS, "--out", "file"], "is a file"),
    (["templates", "--lint", "nowhere"], "nowhere"),
    (["templates", "--lint", "bad"], "a.xml:1"),
    (["templates", "preview", "nowhere/sheet.png"], "nowhere"),
]


@pytest.fixture
def bad_files(here: Path) -> Path:
    (here / "empty.png").write_bytes(b"")
    (here / "folder").mkdir()
    (here / "bad").mkdir()
    (here / "bad" / "a.xml").write_text('<template id="a" canvases="square" fields=""><colum/></template>')
    (here / "text.png").write_text("not a picture")
    (here / "script.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>'
    )
    Image.effect_noise((400, 400), 40).save(here / "whole.jpg")
    (here / "broken.jpg").write_bytes((here / "whole.jpg").read_bytes()[:2000])
    head = (here / "whole.jpg").read_bytes()
    del head
    ihdr = b"IHDR" + (20000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    (here / "huge.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\x0d" + ihdr + b"\0\0\0\0")
    (here / "foreign.htpm").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    (here / "bad.csv").write_text("name\nx\n")
    (here / "file").write_text("mine")
    return here


@pytest.mark.parametrize(("arguments", "words"), BAD, ids=[" ".join(a)[:60] for a, _ in BAD])
def test_bad_input_ends_in_sentences_and_writes_nothing(
    bad_files: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    before = made(bad_files)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert "Traceback" not in err + out
    assert made(bad_files) == before
    assert not (bad_files / "kit").exists()


def test_an_unknown_option_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--wek", "2"]) == 2
    assert "--wek" in capsys.readouterr().err


def test_a_second_run_is_refused_without_force(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ARGS) == 0
    first = {name: (here / "kit" / name).read_bytes() for name in made(here / "kit")}
    assert main(ARGS) == 2
    assert "already exists" in capsys.readouterr().err
    assert main([*ARGS, "--force"]) == 0
    assert first == {name: (here / "kit" / name).read_bytes() for name in made(here / "kit")}


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a child are POSIX here")
@pytest.mark.slow
def test_ctrl_c_leaves_nothing_behind(here: Path) -> None:
    err = stopped_when(here, ARGS[:-2], lambda: list(here.glob("kit/.*.part")))
    assert "Nothing was left behind" in err
    assert made(here) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a child are POSIX here")
@pytest.mark.slow
def test_ctrl_c_between_weeks_keeps_the_finished_kits(here: Path) -> None:
    words = ["export", "--all-weeks", "--org", "Riverbend", "--only", "copy", "--out", "kit"]
    err = stopped_when(here, words, lambda: list(here.glob("kit/week-*")))
    assert "Finished kits are kept; nothing else was left behind" in err
    kits = sorted((here / "kit").iterdir())
    assert 1 <= len(kits) < 5
    assert all((kit / "START-HERE.html").is_file() for kit in kits)


def stopped_when(here: Path, words: Sequence[str], ready: Callable[[], object]) -> str:
    """What a command says that gets Ctrl-C as soon as something is there."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    # Whoever runs the tests may have the signal ignored, as nohup does.
    code = "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); import htpm_studio.__main__ as m; "
    child = subprocess.Popen(
        [sys.executable, "-c", f"{code}sys.exit(m.main())", *words],
        cwd=here,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while not ready() and time.monotonic() < deadline:
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=30)
    assert child.returncode == 130
    return err.decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            ["print", "--week", "2", "--people", "9", "--org", "A"],
            ["print-plan", "--week", "2", "--people", "9", "--org", "A"],
        ),
        ([*ARGS, "--decks-as", "film"], [*ARGS, "--deck-format", "film"]),
        (
            ["templates", "--sheet", "nowhere/x.png", "--column", "90"],
            ["templates", "preview", "nowhere/x.png", "--thumb-width", "90"],
        ),
    ],
)
def test_older_words_do_the_same_and_are_not_offered(
    old: list[str], new: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = main(old), *capsys.readouterr()
    assert first == (main(new), *capsys.readouterr())
    commands = {name: loaded(name) for name in COMMANDS}
    assert commands["print"].hidden
    hidden = {name for command in commands.values() for one in command.params if one.hidden for name in one.opts}
    assert hidden == {"--decks-as", "--sheet", "--column"}


def test_a_saved_kit_brings_its_week_and_a_date_its_calendar(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_project(Project(Brand("Riverbend Coalition"), 3, 2027, saves=4), here / "kit.htpm")
    stamps = []
    for name, words in (("kept", []), ("dated", ["--date", "2027-01-05", "--org", "Another"])):
        assert main(["export", "--project", "kit.htpm", "--only", "copy", "--out", name, *words]) in (0, 1)
        text = (here / name / "week-3-access-to-services" / "copy" / "calendar.ics").read_text(encoding="utf-8")
        stamps.append(re.findall(r"^DTSTAMP:(\S+)", text, re.MULTILINE)[0])
    assert stamps == ["20260101T000008Z", "20270105T000000Z"]
