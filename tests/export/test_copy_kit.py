"""Finished kits on a drive: by the function and by the command, compared byte by byte, or nothing at all."""

from __future__ import annotations

import datetime as dt
import errno
import json
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest

from htpm_studio.cli.commands import main
from htpm_studio.errors import Cancelled, InputError, StudioError
from htpm_studio.export.folder.start_here import start_here
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.run.copy_kit import NoRoomError, copy_kits, files_of
from htpm_studio.processes.jobs import JobContext, Progress
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

NAME = "January 2027, week 2"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    folder = tmp_path / "Kits" / NAME
    for place in ("kit.json", "START-HERE.html", "print/letter/flyer.pdf", "social/a.png"):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(place.encode() * 1000)
    return folder


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "EVENT"
    folder.mkdir()
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_copy_is_complete_and_compared(kit: Path, drive: Path) -> None:
    steps: list[int] = []
    (made,) = copy_kits((kit,), drive, JobContext(lambda step: steps.append(step.done)))
    assert made == drive / NAME
    assert contents(made) == contents(kit)
    assert steps == list(range(1, 9))
    (second,) = copy_kits((kit,), drive, JobContext())
    assert second.name == f"{NAME} (2)"
    assert sorted(path.name for path in drive.iterdir()) == [NAME, f"{NAME} (2)"]


def test_the_list_to_review_stays_with_the_one_who_made_the_kit(kit: Path, drive: Path) -> None:
    (kit / "review.txt").write_text("Review this first.", encoding="utf-8")
    copy_kits((kit,), drive, JobContext())
    assert {*contents(drive / NAME)} == {*contents(kit)} - {"review.txt"}


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The start pages of two weeks, one of them in Spanish, as exports make them."""
    root = tmp_path_factory.mktemp("weeks")
    made = []
    for week, language in ((2, "en"), (3, "es")):
        project = Project(Brand("Riverbend"), week, 2027, language=language)
        kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 28))
        folder = root / f"Riverbend, {week}"
        folder.mkdir()
        (folder / "START-HERE.html").write_bytes(start_here(kit, (), {}))
        made.append(folder)
    return tuple(made)


def test_beside_several_kits_stands_a_page_that_leads_to_each(weeks: tuple[Path, ...], drive: Path) -> None:
    copy_kits(weeks, drive, JobContext())
    copy_kits(weeks, drive, JobContext())
    page, second = ((drive / name).read_text("utf-8") for name in ("START-HERE.html", "START-HERE (2).html"))
    for folder in weeks:
        assert f'href="{quote(folder.name)}/START-HERE.html"' in page
        assert f'href="{quote(folder.name + " (2)")}/START-HERE.html"' in second
    assert '<li class="step" lang="en"><span class="k">1</span><h2>Fair work keeps people safe</h2>' in page
    assert '<li class="step" lang="es"><span class="k">2</span><h2>Ayuda en tiempos difíciles</h2>' in page
    assert page.count("Riverbend</b>") == 1, "whose kits they are is said once"
    assert "1-888-373-7888" in page


def test_a_copy_that_is_not_the_same_is_taken_away(kit: Path, drive: Path) -> None:
    def spoil(step: Progress) -> None:
        if step.done == len(files_of((kit,))) + 1:
            next(drive.rglob("flyer.pdf")).write_bytes(b"spoiled")

    with pytest.raises(StudioError, match="is different"):
        copy_kits((kit,), drive, JobContext(spoil))
    assert list(drive.iterdir()) == []


def test_a_full_drive_is_said_before_anything_is_copied(
    kit: Path, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int

    monkeypatch.setattr("shutil.disk_usage", lambda _root: Usage(1000))
    with pytest.raises(NoRoomError, match=r"0\.0 MB are free") as told:
        copy_kits((kit,), drive, JobContext())
    assert told.value.free == 1000
    assert list(drive.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "Nothing can be written"), (errno.EIO, "The drive stopped")],
)
def test_a_drive_that_refuses_leaves_nothing(
    kit: Path, drive: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(_file: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(StudioError, match=words):
        copy_kits((kit,), drive, JobContext())
    assert list(drive.iterdir()) == []


def test_a_stopped_copy_leaves_nothing(kit: Path, drive: Path) -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        copy_kits((kit,), drive, context)
    assert list(drive.iterdir()) == []


def test_what_is_gone_is_named(kit: Path, drive: Path) -> None:
    with pytest.raises(InputError, match="no longer there"):
        copy_kits((drive / "gone",), drive, JobContext())
    with pytest.raises(InputError, match="was removed"):
        copy_kits((kit,), drive / "no drive", JobContext())
    with pytest.raises(InputError, match="is a part of the kit"):
        copy_kits((kit,), kit / "print", JobContext())


def test_the_command_copies_as_the_window_does(kit: Path, drive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["copy-kit", str(kit), "--to", str(drive)]) == 0
    told = capfd.readouterr()
    assert f"4 files were copied and compared: {drive / NAME}" in told.out.replace("\n", "")
    assert contents(drive / NAME) == contents(kit)
    assert main(["copy-kit", str(kit), "--to", str(drive), "--json"]) == 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert lines[-1] == {"event": "copied", "folder": str(drive / f"{NAME} (2)"), "files": 4}


def test_the_folder_that_an_export_was_told_stands_for_the_kits_in_it(kit: Path, drive: Path) -> None:
    assert main(["copy-kit", str(kit.parent), "--to", str(drive)]) == 0
    assert contents(drive / NAME) == contents(kit)


@pytest.mark.parametrize(
    ("words", "said"),
    [(["{drive}", "--to", "{drive}"], "no kit"), (["{kit}", "--to", "{drive}/none"], "no folder")],
)
def test_the_command_says_what_is_missing(
    kit: Path, drive: Path, capfd: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["copy-kit", *(word.format(kit=kit, drive=drive) for word in words)]) == 2
    assert said in capfd.readouterr().err
    assert list(drive.iterdir()) == []
