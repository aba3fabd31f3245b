"""The command import-toolkit: exit codes, sentences, JSON, and a pack that export uses like its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.cli.commands import main
from htpm_studio.export.sources.toolkit_import import import_toolkit
from htpm_studio.processes.jobs import JobContext
from tests.helpers.toolkits import toolkit_file


@pytest.fixture
def toolkit(tmp_path: Path) -> Path:
    path = tmp_path / "toolkit.docx"
    path.write_bytes(toolkit_file("doors.docx"))
    return path


def run(toolkit: Path, *more: str) -> int:
    return main(["import-toolkit", str(toolkit), "--out", str(toolkit.parent / "packs" / "own"), *more])


def made(toolkit: Path) -> list[str]:
    return sorted(path.name for path in toolkit.parent.iterdir())


def test_a_clear_toolkit_becomes_a_pack(toolkit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(toolkit) == 0
    out = capsys.readouterr()
    assert "Found in toolkit.docx for 2028: 5 weeks" in out.out
    assert "--campaign" in out.out
    assert out.err == ""
    campaign = read_pack(toolkit.parent / "packs" / "own", "en")
    assert campaign.info.year == 2028
    assert "Not in the toolkit: " in out.out
    assert campaign.month.voices is None
    assert run(toolkit, "--force", "--keep", "voices", "--keep", "decks-1") == 0
    assert "its decks and handouts" in (toolkit.parent / "packs" / "own" / "import-report.txt").read_text("utf-8")
    assert read_pack(toolkit.parent / "packs" / "own", "en").month.voices is not None
    assert run(toolkit, "--force", "--keep", "week-9") == 2
    assert "week-9 is nothing of the built-in campaign" in capsys.readouterr().err


def test_the_helpline_and_what_became_of_days_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "teens.md"
    path.write_bytes(toolkit_file("teens.md"))
    assert run(path) == 0
    out = capsys.readouterr().out
    assert "Every piece shows its helpline, love is respect: 1-866-331-9474." in out
    assert "Days 1, 2, 3, 4, 5 of the toolkit are together week 1 of the kit." in out


def test_what_has_no_place_is_named_and_the_exit_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "toolkit.md"
    stray = "#### Public Awareness\n\nA sentence without any link among the posts."
    text = toolkit_file("doors.md").decode().replace("#### Public Awareness", stray, 1)
    path.write_text(text.replace("humantraffickinghotline.org", "1-888-373-7889"), encoding="utf-8")
    assert run(path) == 1
    err = capsys.readouterr().err
    assert "toolkit.md, line" in err
    assert "has no link or hashtag" in err
    assert "almost the hotline's number" in err


def test_json_has_an_object_a_line(toolkit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(toolkit, "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[-1]["event"] == "pack"
    assert rows[-1]["posts"]["2"] == 3
    items = [row for row in rows if row["event"] == "item"]
    assert {"kind", "week", "text", "certainty", "reason", "used"} <= set(items[0])


@pytest.mark.parametrize(("name", "data", "words"), [
    ("toolkit.odt", b"x", "not a kind of document"),
    ("toolkit.docx", b"x", "not a Word document"),
    ("toolkit.md", b"# A cake for 2028\n\nFlour.", "No week with posts"),
])  # fmt: skip
def test_bad_input_ends_in_two_sentences_and_writes_nothing(
    name: str, data: bytes, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert run(path) == 2
    err = capsys.readouterr().err
    assert words in err
    assert len(err.strip().splitlines()) == 2
    assert made(path) == [name]


def test_a_year_without_a_plan_is_refused(toolkit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(toolkit, "--year", "1999") == 2
    assert "no plan for the year 1999" in capsys.readouterr().err


def test_a_pack_is_replaced_only_when_asked_for(toolkit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(toolkit) == 0
    assert run(toolkit) == 2
    assert "already exists" in capsys.readouterr().err
    assert run(toolkit, "--force") == 0


def test_a_folder_with_other_files_is_never_replaced(toolkit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = toolkit.parent / "packs" / "own"
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text("mine")
    assert run(toolkit, "--force") == 2
    assert "files that are not part of a campaign pack" in capsys.readouterr().err
    assert (folder / "letter.txt").read_text() == "mine"


def test_the_same_toolkit_gives_the_same_bytes(toolkit: Path) -> None:
    folders = [toolkit.parent / name for name in ("one", "two")]
    for folder in folders:
        import_toolkit(toolkit, folder, JobContext(), assets=paths.assets())
    first, second = ({p.relative_to(f): p.read_bytes() for p in f.rglob("*.*")} for f in folders)
    assert first == second


@pytest.mark.slow
def test_export_speaks_from_the_pack(toolkit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(toolkit) == 0
    pack, kit = toolkit.parent / "packs" / "own", toolkit.parent / "kit"
    options = ["--campaign", str(pack), "--week", "3", "--year", "2028", "--org", "Riverbend", "--only", "print"]
    assert main(["export", *options, "--paper", "letter", "--out", str(kit)]) in (0, 1)
    (folder,) = kit.iterdir()
    assert folder.name == "week-3-human-trafficking-and-rented-rooms"
    document = json.loads((folder / "kit.json").read_text("utf-8"))
    assert document["year"] == 2028
    assert {row["path"] for row in document["files"]} >= {"print/letter/checklist.pdf", "print/letter/resources.pdf"}


def test_weeks_that_the_toolkit_lacks_are_ours_only_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "toolkit.md"
    path.write_text(toolkit_file("doors.md").decode().split("## Week 4")[0], encoding="utf-8")
    assert run(path) == 0
    assert [week.number for week in read_pack(tmp_path / "packs" / "own", "en").weeks] == [1, 2, 3]
    assert run(path, "--fill", "ours", "--force") == 0
    assert [week.number for week in read_pack(tmp_path / "packs" / "own", "en").weeks] == [1, 2, 3, 4, 5]


def test_a_toolkit_in_spanish_becomes_a_campaign_in_spanish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "trata.docx"
    path.write_bytes(toolkit_file("trata.docx"))
    assert run(path) == 0
    assert "--lang es" in capsys.readouterr().out
    campaign = read_pack(tmp_path / "packs" / "own", "es")
    assert campaign.week(2).eyebrow == "Semana 2: Trabajo digno"
    assert campaign.week(2).actions[1].id == "lleve-tarjetas-a-la-lavanderia"
