"""Kits for many organizations: reading the list, making a kit a row, going on after a stop, folders without clashes."""

from __future__ import annotations

import csv
import datetime as dt
import errno
import json
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from htpm_studio import paths
from htpm_studio.cli import batch as cli_batch
from htpm_studio.cli.commands import main
from htpm_studio.errors import Cancelled, InputError, Problems
from htpm_studio.export.batch import partner_kits, partner_plans, partner_task
from htpm_studio.export.batch.batch_report import BatchReport
from htpm_studio.export.batch.partner_batch import Batch, for_others, open_batch
from htpm_studio.export.batch.partner_plans import folders_for
from htpm_studio.export.batch.run_batch import BatchCount, run_batch
from htpm_studio.export.disk.atomic_output import UnwritableError, write_error
from htpm_studio.export.disk.file_lock import BusyError
from htpm_studio.export.kit.kit import Kit, Options
from htpm_studio.export.pages.selection import Selection, chosen
from htpm_studio.export.run.executors import Elsewhere
from htpm_studio.export.run.exporter import FinishedKit
from htpm_studio.export.run.request import ExportRequest
from htpm_studio.export.run.results import ExportResult
from htpm_studio.export.run.subprogress import Subprogress
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.partner_columns import read_partners
from htpm_studio.export.sources.partners import (
    EXAMPLE,
    PartnerRow,
    brand_of,
    folder_stem,
    logo_path,
    mistakes_of,
    repeated,
    weeks_of,
)
from htpm_studio.pieces.declared import pieces
from htpm_studio.processes.jobs import JobContext, Progress
from htpm_studio.project.family_roles import with_family_roles
from htpm_studio.project.model import Brand, Consent, DrawnPeople, Official, Photo, Project
from htpm_studio.project.palette import derive_palette
from htpm_studio.project.palette_styles import in_style
from htpm_studio.project.pictures import load_photo
from htpm_studio.weeks import WEEK_NUMBERS
from tests.helpers.partner_lists import partners_in
from tests.helpers.wild_decks import web

TODAY = dt.date(2026, 11, 25)
READY = (1, 2, 3)
SMALL = Selection(frozenset(), frozenset(("frame", "side-band")), frozenset())
SOURCE = frozenset(field.name for field in fields(KitSource))


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def request(folder: Path, *rows: PartnerRow, **more: object) -> ExportRequest:
    values = {"weeks": (2,), "options": Options(("background",), ("letter",)), "selection": SMALL, **more}
    of_source = {name: values.pop(name) for name in list(values) if name in SOURCE}
    source = KitSource(TODAY, **{"year": 2027, **of_source})  # type: ignore[arg-type]
    return ExportRequest(source, folder / "kits", partners=rows, logos=folder, **values)  # type: ignore[arg-type]


def run(asked: ExportRequest, context: JobContext | None = None, **more: Any) -> tuple[ExportResult, ...]:
    """What became of each row, in the order of the list."""
    told: dict[PartnerRow, ExportResult] = {}

    def hear(result: ExportResult) -> None:
        assert result.partner is not None
        assert result.partner not in told
        told[result.partner] = result

    count = run_batch(asked, context or JobContext(), folders=paths.folders(), row_done=hear, **more)
    assert count.made + count.there + count.failed == len(told)
    return tuple(told[row] for row in asked.partners if row in told)


# ------------------------------------------------------------------ the list


def test_columns_are_found_by_name_in_any_order(tmp_path: Path) -> None:
    text = "Main color;Logo File;ORGANISATION;Notes;Web\n#123456;a.png;Lakeside  Network;hello;lake.example\n;;Hill;;\n"
    found = read_partners(write(tmp_path / "p.csv", text))
    assert found.rows == (
        PartnerRow(2, "Lakeside Network", "a.png", "#123456", contact="lake.example"),
        PartnerRow(3, "Hill"),
    )
    assert found.unused == ("Notes",)
    assert found.folder == tmp_path


def test_a_pasted_table_is_read_as_well(tmp_path: Path) -> None:
    found = partners_in("org\tweek\nLakeside\t1-3\n", tmp_path)
    assert found.rows == (PartnerRow(2, "Lakeside", week="1-3"),)


def test_the_example_is_a_good_list(tmp_path: Path) -> None:
    rows = read_partners(write(tmp_path / "e.csv", EXAMPLE)).rows
    assert len(rows) == 3
    for row in rows:
        assert not mistakes_of(replace(row, logo=""), tmp_path, READY, READY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "does not list any organizations"),
        ("organization\n", "does not list any organizations"),
        ("logo,color\na.png,#fff\n", "has the names of organizations"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises((InputError, Problems), match=words):
        read_partners(write(tmp_path / "p.csv", text))


@pytest.mark.parametrize(
    ("week", "weeks"),
    [("", (2,)), ("1", (1,)), ("week 3", (3,)), ("1-3", READY), ("1 – 2", (1, 2)), ("3, 1", (3, 1)), ("All", READY)],
)
def test_weeks_are_written_as_people_do(week: str, weeks: tuple[int, ...]) -> None:
    assert weeks_of(PartnerRow(organization="A", week=week), READY, (2,)) == weeks


@pytest.mark.parametrize("week", ["6", "two", "3-1", "0", "4", "1-5"])
def test_other_weeks_are_mistakes(week: str) -> None:
    with pytest.raises(InputError):
        weeks_of(PartnerRow(organization="A", week=week), READY, (2,))


def test_all_mistakes_of_a_row_are_reported(tmp_path: Path) -> None:
    write(tmp_path / "broken.png", "no picture")
    row = PartnerRow(4, " ", "broken.png", "teal-ish", "nope", "x" * 301, week="9", language="xx")
    found = mistakes_of(row, tmp_path, READY, READY)
    assert [one.field for one in found] == ["organization", "logo", "color", "color2", "week", "language", "contact"]
    second = mistakes_of(PartnerRow(1, "A", color2="#fff"), tmp_path, READY, READY)
    assert [one.field for one in second] == ["color"]


@pytest.mark.parametrize("logo", ["//server/share/a.png", "\\\\server\\a.png", "https://a.example/b.png", "smb:x"])
def test_a_logo_on_a_network_is_not_fetched(tmp_path: Path, logo: str) -> None:
    with pytest.raises(InputError, match="not a file on this computer"):
        logo_path(PartnerRow(organization="A", logo=logo), tmp_path)


def test_a_row_that_is_there_twice_is_named_once() -> None:
    rows = (
        PartnerRow(2, "Lakeside"),
        PartnerRow(3, "LAKESIDE"),
        PartnerRow(4, "Lakeside", week="3"),
        PartnerRow(5, "Hill"),
    )
    ((index, mistake),) = repeated(rows)
    assert index == 1
    assert "line 2" in mistake.message


# ------------------------------------------------------------------ folders


def test_folders_are_safe_and_never_shared(tmp_path: Path) -> None:
    names = ("Smith & Sons", "Smith, Sons", "CON", "../../etc", "東京支援", "大阪支援", "smith & sons")
    folders = list(folders_for([PartnerRow(organization=name) for name in names], tmp_path))
    stems = [folder.name for folder in folders]
    assert stems[:4] == ["smith-sons", "smith-sons-2", "con-", "etc"]
    assert stems[6] == "smith-sons"
    assert len(set(stems)) == len(stems) - 1
    assert all(folder.parent == tmp_path and len(folder.name) <= 60 and folder.name.isascii() for folder in folders)
    assert folder_stem("東京支援") == stems[4]


def test_an_organization_finds_its_folder_again_in_any_order(tmp_path: Path) -> None:
    for folder, owner in (("a-b", "A B"), ("a-b-2", "A & B")):
        kit = tmp_path / folder / "week-2"
        kit.mkdir(parents=True)
        (kit / "kit.json").write_text(
            json.dumps({"format": "htpm-studio-kit", "version": 1, "files": [], "organisation": owner})
        )
    rows = [PartnerRow(organization="A & B"), PartnerRow(organization="A b"), PartnerRow(organization="A-B")]
    assert [folder.name for folder in folders_for(rows, tmp_path)] == ["a-b-2", "a-b", "a-b-3"]


def test_a_folder_of_somebody_else_is_left_alone_but_leavings_are_not(tmp_path: Path) -> None:
    (tmp_path / "hill").mkdir()
    (tmp_path / "hill" / "letter.txt").write_text("mine")
    (tmp_path / "lake" / ".week-2.part").mkdir(parents=True)
    (tmp_path / "dale").write_text("a file")
    rows = [PartnerRow(organization=name) for name in ("Hill", "Lake", "Dale")]
    assert [folder.name for folder in folders_for(rows, tmp_path)] == ["hill-2", "lake", "dale-2"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_nowhere_is_no_folder_for_kits(tmp_path: Path) -> None:
    (tmp_path / "hill").symlink_to(tmp_path / "gone")
    assert list(folders_for([PartnerRow(organization="Hill")], tmp_path)) == [tmp_path / "hill-2"]


# ------------------------------------------------------------------ making


def test_good_rows_are_made_bad_ones_named_and_a_second_run_keeps_them(tmp_path: Path) -> None:
    Image.new("RGB", (700, 300), "#883311").save(tmp_path / "hill.png")
    rows = (
        PartnerRow(2, "Lakeside", color="#2B5F8A"),
        PartnerRow(3, "Pine", "pine.png"),
        PartnerRow(4, "Hill", "hill.png"),
    )
    steps: list[Progress] = []
    first = run(request(tmp_path, *rows), JobContext(steps.append))
    assert [one.state for one in first] == ["made", "failed", "made"]
    assert first[1].mistakes[0].field == "logo"
    assert [one.folder and one.folder.name for one in first] == ["lakeside", None, "hill"]
    assert len(first[0].kits[0].files) == 6
    assert first[0].size > 10_000
    manifest = json.loads((tmp_path / "kits" / "hill" / "week-2-labor-exploitation" / "kit.json").read_text())
    assert manifest["organisation"] == "Hill"
    assert [step.done for step in steps if step.total] == sorted(step.done for step in steps if step.total)
    assert steps[-1].done == steps[-1].total == 8
    assert steps[-1].label.startswith("Hill: backgrounds/")

    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "kits").rglob("*")}
    Image.new("RGB", (700, 300), "#113388").save(tmp_path / "pine.png")
    again = run(request(tmp_path, *rows))
    assert [one.state for one in again] == ["there", "made", "there"]
    assert {path: path.stat().st_mtime_ns for path in before if path.name != "kits"} == {
        path: time for path, time in before.items() if path.name != "kits"
    }


def test_dates_wear_blue_day_and_who_signs_are_given_to_a_batch_as_to_a_kit(tmp_path: Path) -> None:
    lends = Project(Brand("Riverbend"), 2, 2027, official=Official("Kim Lee", "Mayor", "Riverbend"))
    own = PartnerRow(3, "Hill", official="Ana Ruiz", office="Tribal Chair")
    asked = request(
        tmp_path, PartnerRow(2, "Lakeside"), own, project=lends,
        week_dates=("3=2027-01-04..2027-01-24",), wear_blue=True,
        official=Official(jurisdiction="Lake County"),
    )  # fmt: skip
    batch = open_batch(asked, paths.folders())
    first, second = (batch.kit(row, Brand(row.organization), 3) for row in asked.partners)
    assert first.project.official == Official("Kim Lee", "Mayor", "Lake County")
    assert second.project.official == Official("Ana Ruiz", "Tribal Chair", "Lake County")
    assert (first.dates.first, first.dates.last) == (dt.date(2027, 1, 4), dt.date(2027, 1, 24))
    assert first.project.wear_blue == WEEK_NUMBERS
    with pytest.raises(InputError, match="does not say when a week is"):
        open_batch(request(tmp_path, own, week_dates=("soon",)), paths.folders())
    long = replace(own, official="A" * 121, jurisdiction="Call 1-888-373-7889")
    assert [one.field for one in mistakes_of(long, tmp_path, (3,), (3,))] == ["official", "jurisdiction"]


def test_the_command_passes_on_what_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "list.csv", "organization,Official,Jurisdiction\nHill,Ana Ruiz,Hill County\n")
    given: list[ExportRequest] = []
    monkeypatch.setattr(cli_batch, "run_batch", lambda asked, *_rest, **_more: given.append(asked) or BatchCount())
    words = [str(tmp_path / "list.csv"), "--week-dates", "3=2027-01-04..2027-01-24", "--wear-blue", "--office", "Mayor"]
    assert main(["batch", *words, "--year", "2027", "--week", "3"]) == 0
    (asked,) = given
    assert (asked.source.week_dates, asked.source.wear_blue) == (("3=2027-01-04..2027-01-24",), True)
    assert asked.source.official == Official(office="Mayor")
    assert (asked.partners[0].official, asked.partners[0].jurisdiction) == ("Ana Ruiz", "Hill County")


def test_kits_of_partners_have_the_style_of_the_kit_or_the_one_that_is_wished(tmp_path: Path) -> None:
    row = PartnerRow(2, "Lakeside", color="#2B5F8A")
    lends = Project(Brand("Riverbend", style="calm"), 2, 2027)
    asked = (request(tmp_path, row), request(tmp_path, row, project=lends),
             request(tmp_path, row, project=lends, style="classic"))  # fmt: skip
    batches = [open_batch(one, paths.folders()) for one in asked]
    kits = [batch.kit(row, brand_of(row, tmp_path), 2) for batch in batches]
    plain = derive_palette("#2B5F8A")
    wanted = [plain, in_style(plain, "calm"), plain]
    assert [kit.look.palette for kit in kits] == [with_family_roles(one) for one in wanted]


def test_kits_of_partners_have_the_drawn_people_of_the_kit_or_those_that_are_wished(tmp_path: Path) -> None:
    row = PartnerRow(2, "Lakeside")
    lends = Project(Brand("Riverbend"), 2, 2027, people=DrawnPeople("elders", 3))
    asked = (request(tmp_path, row), request(tmp_path, row, project=lends),
             request(tmp_path, row, project=lends, people="teens", people_seed=0))  # fmt: skip
    batches = [open_batch(one, paths.folders()) for one in asked]
    kits = [batch.kit(row, brand_of(row, tmp_path), 2) for batch in batches]
    assert [kit.project.people for kit in kits] == [DrawnPeople(), DrawnPeople("elders", 3), DrawnPeople("teens", 0)]
    shown = [kit.scenes["break-room"].drawn for kit in kits]
    ages = [{person.age for person in drawing.people} for drawing in shown if drawing is not None]
    assert ages == [{"adult", "elder"}, {"elder"}, {"teen", "elder"}]


def test_a_kit_gets_what_it_lacks_and_keeps_what_it_has(tmp_path: Path) -> None:
    row = PartnerRow(2, "Lakeside")
    left = replace(SMALL, pieces=frozenset(("w2/background/side-band",)))
    posts = Selection(frozenset(("copy",)), pieces=frozenset(("w2/copy/calendar",)))
    (first,) = run(request(tmp_path, row, selection=left))
    assert first.folder is not None
    kit = first.folder / "week-2-labor-exploitation"
    before = {path.name for path in kit.rglob("*.jpg")}
    media = Options(("copy",), ("letter",))
    (more,) = run(request(tmp_path, row, selection=posts, options=media))
    assert (more.state, [finished.folder for finished in more.kits]) == ("made", [kit])
    assert before
    assert {path.name for path in kit.rglob("*.jpg")} == before
    assert (kit / "copy" / "calendar.ics").is_file()
    for choice, options in ((left, None), (posts, media)):
        asked = request(tmp_path, row, selection=choice)
        assert run(replace(asked, options=options or asked.options))[0].state == "there"


def test_a_kit_that_somebody_changed_gets_what_it_lacks_beside_it(tmp_path: Path) -> None:
    row = PartnerRow(2, "Lakeside")
    (first,) = run(request(tmp_path, row, selection=replace(SMALL, pieces=frozenset(("w2/background/side-band",)))))
    assert first.folder is not None
    changed = write(first.folder / "week-2-labor-exploitation" / "START-HERE.html", "Ours.")
    posts = Selection(frozenset(("copy",)), pieces=frozenset(("w2/copy/calendar",)))
    (more,) = run(request(tmp_path, row, selection=posts, options=Options(("copy",), ("letter",))))
    assert [finished.folder.name for finished in more.kits] == ["week-2-labor-exploitation (2)"]
    assert changed.read_text(encoding="utf-8") == "Ours."


def test_a_stopped_batch_keeps_whole_kits_and_goes_on_later(tmp_path: Path) -> None:
    rows = (PartnerRow(2, "Lakeside"), PartnerRow(3, "Hill"))
    context = JobContext()

    def stop(result: ExportResult) -> None:
        assert result.partner is not None
        assert result.partner.organization == "Lakeside"
        context.cancel()

    with pytest.raises(Cancelled):
        run_batch(request(tmp_path, *rows), context, folders=paths.folders(), row_done=stop)
    assert sorted(path.name for path in (tmp_path / "kits").iterdir()) == ["lakeside"]
    assert [one.state for one in run(request(tmp_path, *rows))] == ["there", "made"]


@pytest.mark.parametrize("damage", ["manifest", "file"])
def test_a_damaged_kit_is_never_taken_for_finished_nor_overwritten(tmp_path: Path, damage: str) -> None:
    (done,) = run(request(tmp_path, PartnerRow(2, "Lakeside")))
    kit = done.kits[0].folder
    victim = kit / "kit.json" if damage == "manifest" else next((kit / "backgrounds").iterdir())
    victim.unlink() if damage == "file" else victim.write_text("{")
    (again,) = run(request(tmp_path, PartnerRow(2, "Lakeside")))
    if damage == "file":
        assert again.state == "failed"
        assert "already exists" in again.mistakes[0].message
        (forced,) = run(request(tmp_path, PartnerRow(2, "Lakeside"), force=True))
        assert forced.state == "made"
        assert victim.is_file()
    else:
        assert again.folder == tmp_path / "kits" / "lakeside-2"


def test_a_full_disk_ends_the_batch_and_keeps_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, full = partner_kits.kit_place, OSError(errno.ENOSPC, "full")
    made: list[str] = []

    @contextmanager
    def kit_place(target: Path, *rest: Any, **more: Any) -> Iterator[object]:
        made.append(target.parent.name)
        if target.parent.name == "hill":
            raise write_error(full, target) from full
        with real(target, *rest, **more) as place:
            yield place

    monkeypatch.setattr(partner_kits, "kit_place", kit_place)
    rows = tuple(PartnerRow(number, name) for number, name in enumerate(("Lakeside", "Hill", "Dale"), 2))
    with pytest.raises(InputError, match="disk is full"):
        run(request(tmp_path, *rows, workers=1))
    assert made == ["lakeside", "hill"]
    assert (tmp_path / "kits" / "lakeside").is_dir()
    assert not list((tmp_path / "kits").rglob(".*"))


@pytest.mark.parametrize("all_of_it", [False, True])
def test_a_folder_that_takes_no_kit_fails_its_row_and_ends_the_batch_where_no_other_takes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, all_of_it: bool
) -> None:
    real, denied = partner_kits.kit_place, PermissionError(errno.EACCES, "denied")

    @contextmanager
    def kit_place(target: Path, *rest: Any, **more: Any) -> Iterator[object]:
        if target.parent.name == "lakeside":
            raise write_error(denied, target) from denied
        with real(target, *rest, **more) as place:
            yield place

    monkeypatch.setattr(partner_kits, "kit_place", kit_place)
    asked = request(tmp_path, PartnerRow(2, "Lakeside"), PartnerRow(3, "Hill"), workers=1)
    if all_of_it:
        monkeypatch.setattr(partner_kits, "takes_files", lambda _folder: False)
        with pytest.raises(UnwritableError, match="Nothing can be written to"):
            run(asked)
        return
    assert [one.state for one in run(asked)] == ["failed", "made"]
    assert [path.name for path in asked.out.iterdir()] == ["hill"]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("error", [InputError("This template does not fit."), ZeroDivisionError()])
def test_a_row_that_fails_in_the_making_does_not_stop_the_others(
    tmp_path: Path, workers: int, error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = partner_task.make_kit

    def make_kit(kit: Kit, context: JobContext, *rest: Any) -> FinishedKit:
        if kit.look.organization == "Lakeside":
            context.cancel()  # as a failing file does
            raise error
        return real(kit, context, *rest)

    monkeypatch.setattr(partner_task, "make_kit", make_kit)
    first, second = run(request(tmp_path, PartnerRow(2, "Lakeside"), PartnerRow(3, "Hill"), workers=workers))
    assert ("could not be made" in caplog.text) == isinstance(error, ZeroDivisionError)
    caplog.clear()
    assert (first.state, second.state) == ("failed", "made")
    assert first.needs_attention
    assert not second.needs_attention


def test_nothing_is_written_when_no_row_can_be_used(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No row"):
        run(request(tmp_path, PartnerRow(2, "A", "none.png"), PartnerRow(3, "B", color="x")))
    assert not (tmp_path / "kits").exists()


def test_photos_with_people_stay_with_their_owner(tmp_path: Path) -> None:
    Image.effect_noise((1200, 900), 40).convert("RGB").save(tmp_path / "a.jpg")
    source = load_photo(tmp_path / "a.jpg")
    garden = Photo(source, "garden.jpg", people="nobody")
    team = Photo(source, "team.jpg", people="staff", consent=Consent("Ana", record="form 1", kind="signed"))
    assert for_others(garden)
    assert not for_others(team)
    assert not for_others(replace(garden, withdrawn=True))
    assert not for_others(replace(garden, people=""))
    project = Project(Brand("Riverbend"), 2, 2027, (team,))
    asked = request(tmp_path, PartnerRow(2, "Hill"), project=project)
    lent = open_batch(asked, paths.folders()).shared.project
    assert lent.photos == ()


def test_a_share_counts_on_and_stops_alone() -> None:
    steps: list[Progress] = []
    whole = JobContext(steps.append)
    share = Subprogress(whole, 10, 30, name="Hill")
    share.report(5, 20, "a.png")
    assert steps == [Progress(15, 30, "Hill: a.png")]
    share.cancel()
    with pytest.raises(Cancelled):
        share.checkpoint()
    whole.checkpoint()
    other = Subprogress(whole, 0, 1)
    whole.cancel()
    assert other.cancelled


# ------------------------------------------------------------------ command line


def test_the_command_makes_names_and_resumes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "partners.csv", "name,notes,logo\nLakeside,x,\nPine,,pine.png\n")
    ask = ["batch", "partners.csv", "--only", "background", "--week", "2"]
    assert main(ask) == 1
    out, err = capsys.readouterr()
    assert "1 made, 0 were there, 1 not made." in out
    assert "Columns: name = organization, notes = not used, logo = logo." in err
    assert "Line 3, Pine: pine.png was not found." in err
    write(tmp_path / "partners.csv", "name\nLakeside\n")
    assert main([*ask, "--json"]) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (last["event"], last["state"], Path(last["folder"])) == ("row", "there", Path("kits/lakeside"))


def test_decks_of_partners_take_a_design_and_further_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "partners.csv", "name\nLakeside\n")
    (tmp_path / "theirs.pptx").write_bytes(web())
    asked: list[ExportRequest] = []

    def kept(one: ExportRequest, *_: object, **__: object) -> BatchCount:
        asked.append(one)
        return BatchCount()

    monkeypatch.setattr("htpm_studio.cli.batch.run_batch", kept)
    forms = ["--deck-format", "plain", "--deck-format", "pictures"]
    more = ["--only", "deck", *forms, "--reference-deck", "theirs.pptx", "--print-shop"]
    assert main(["batch", "partners.csv", "--week", "2", *more]) == 0
    (one,) = asked
    options, choice = one.options, one.selection
    assert not {"deck/plain", "deck/pictures", "print/shop"} & choice.without
    assert (options.media, options.extras) == (("deck",), ("plain", "pictures", "shop"))
    assert one.reference_deck is not None
    assert one.reference_deck.name == "theirs.pptx"


@pytest.mark.parametrize(
    ("text", "more", "words"),
    [
        ("", [], "does not list any organizations"),
        ("logo\na.png\n", [], "has the names of organizations"),
        ("org\nA\n", ["--week", "9"], "no week 9"),
        ("org\nA\n", ["--year", "1999"], "no plan for the year 1999"),
        ("org\nA\n", ["--lang", "xx"], "xx"),
        ("org,logo\nA,no.png\n", [], "no.png"),
        ("org\nA\n", ["--out", "partners.csv"], "is a file, not a folder"),
        ("org\nA\n", ["--project", "none.htpm"], "none.htpm"),
        ("org\nA\n", ["--reference-deck", "none.pptx"], "none.pptx was not found"),
        ("org\nA\n", ["--deck-format", "film"], '"film" is not a form of a deck'),
    ],
)
def test_bad_input_is_two_sentences_and_nothing_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    more: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "partners.csv", text)
    assert main(["batch", "partners.csv", *more]) == 2
    assert words in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["partners.csv"]


def test_two_batches_in_one_folder_take_turns(tmp_path: Path) -> None:
    rows = (PartnerRow(2, "Lakeside"), PartnerRow(3, "Hill"))
    with ThreadPoolExecutor(2) as pool:
        runs = [pool.submit(run, request(tmp_path, *rows)) for _ in range(2)]
        states = [[one.state for one in each.result()] for each in runs]
    assert [sorted(pair) for pair in zip(*states, strict=True)] == [["made", "there"]] * 2
    assert sorted(path.name for path in (tmp_path / "kits").rglob(".*")) == []


def test_what_cannot_be_made_is_said_first_and_within_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "partners.csv", "name,week\nLakeside,2\n" + "".join(f"Group {n},nine\n" for n in range(150)))
    assert main(["batch", "partners.csv", "--only", "background", "--json"]) == 1
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    states = [one["state"] for one in events if one["event"] == "row"]
    assert states == ["failed"] * 150 + ["made"]
    assert main(["batch", "partners.csv", "--only", "background"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert sum(line.startswith("Line ") for line in said) == 100
    assert said[-1] == "There are more mistakes in the list; fix these first."


def test_what_kits_of_a_week_have_in_common_is_found_once_for_a_long_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[int] = []
    real = Batch.kit
    monkeypatch.setattr(Batch, "kit", lambda self, row, brand, week: built.append(week) or real(self, row, brand, week))
    asked = request(tmp_path)
    files = frozenset(
        spec.path for spec in chosen(open_batch(asked, paths.folders()).kit(PartnerRow(), Brand("A"), 2), SMALL)
    )
    monkeypatch.setattr(partner_plans, "finished_files", lambda _folder, _marks: files)
    built.clear()
    rows = tuple(PartnerRow(number, f"Group {number}") for number in range(40))
    assert {one.state for one in run(replace(asked, partners=rows))} == {"there"}
    assert built == [2]


# ------------------------------------------------------------------ many of them


def test_parts_of_a_list_are_made_apart_and_fit_together(tmp_path: Path) -> None:
    names = ("Hill", "Smith & Sons", "Dale", "Smith, Sons", "Pine", "Smith Sons 2", "Lake")
    rows = tuple(PartnerRow(number, name) for number, name in enumerate(names, 2))
    whole = list(folders_for(rows, tmp_path))
    asked = [request(tmp_path, *rows, part=(number, 3)) for number in (1, 2, 3)]
    assert sorted(place for one in asked for place in one.places) == list(range(len(rows)))
    for one in asked:
        assert list(folders_for(rows, tmp_path, one.places)) == [whole[place] for place in one.places]
    assert len({folder.name for folder in whole}) == len(rows)
    assert not list(folders_for(rows[:2], tmp_path, request(tmp_path, *rows[:2], part=(3, 3)).places))


def test_a_part_makes_and_names_its_rows_alone(tmp_path: Path) -> None:
    rows = (PartnerRow(2, "Lakeside"), PartnerRow(3, "Hill", color="x"), PartnerRow(4, "Pine"), PartnerRow(5, "hill"))
    told: list[ExportResult] = []
    asked = request(tmp_path, *rows, part=(2, 2))
    with pytest.raises(InputError, match="No row"):
        run_batch(asked, JobContext(), folders=paths.folders(), row_done=told.append)
    (first,) = run(request(tmp_path, *rows, part=(1, 4)))
    assert (first.state, first.folder) == ("made", tmp_path / "kits" / "lakeside")
    assert run_batch(
        request(tmp_path, *rows, part=(9, 9)), JobContext(), folders=paths.folders()
    ) == BatchCount()  # fmt: skip


@pytest.mark.parametrize("text", ["0/3", "4/3", "3", "a/b", "-1/3", "1/0", "1/3/5"])
def test_other_words_name_no_part(text: str) -> None:
    with pytest.raises(InputError, match="is not a part of the list"):
        cli_batch.part_named(text)


def test_words_name_a_part() -> None:
    assert (cli_batch.part_named("3/20"), cli_batch.part_named("")) == ((3, 20), (1, 1))


def test_the_report_lists_every_row_beside_the_kits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "partners.csv", "name,color\nLakeside,\n=Hill,teal-ish\n")
    ask = ["batch", "partners.csv", "--only", "background", "--week", "2"]
    assert main(ask) == 1
    assert f"listed in {Path('kits', 'report.csv')}" in capsys.readouterr().out
    rows = list(csv.reader((tmp_path / "kits" / "report.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["line", "organization", "state", "folder", "files", "notes", "first note"]
    files = 2 * len(pieces().of("background")) + len({"START-HERE.html", "kit.json"})
    assert rows[2] == ["2", "Lakeside", "made", "lakeside", str(files), "", ""]
    assert rows[1][:4] == ["3", "'=Hill", "not made", ""]
    assert "teal-ish" in rows[1][-1]
    assert main([*ask, "--part", "1/2"]) == 0
    again = (tmp_path / "kits" / "report-1-of-2.csv").read_text(encoding="utf-8-sig").splitlines()
    assert again[1] == "2,Lakeside,was there,lakeside,,,"
    assert [path.name for path in (tmp_path / "kits").glob(".*")] == []


def test_a_stopped_batch_reports_what_it_made_and_a_second_command_writes_no_report(tmp_path: Path) -> None:
    report = BatchReport(tmp_path / "kits" / "report.csv")
    made = ExportResult(partner=PartnerRow(2, "Lakeside"), folder=tmp_path / "kits" / "lakeside")
    report.add(made)
    other = BatchReport(report.path)
    with pytest.raises(BusyError):
        other.add(made)
    other.close()
    assert not report.path.exists()
    report.close()
    assert report.path.read_text(encoding="utf-8-sig").splitlines()[1:] == ["2,Lakeside,made,lakeside,,,"]


def test_rows_are_finished_in_any_order_and_little_is_in_the_making(tmp_path: Path) -> None:
    waiting: list[tuple[Future[Any], Any]] = []
    most: list[int] = []

    class Turning(Executor):
        """Does the newest work first."""

        def submit(self, work: Any, /, *_args: Any, **_kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            waiting.append((future, work))
            most.append(len(waiting))
            if len(waiting) == 3:
                while waiting:
                    done, task = waiting.pop()
                    done.set_result(task())
            return future

    told: list[str] = []
    rows = tuple(PartnerRow(number, f"Group {number}") for number in range(6))
    run_batch(
        request(tmp_path, *rows), JobContext(), folders=paths.folders(), elsewhere=Elsewhere(Turning(), lambda: 2),
        row_done=lambda result: told.append(result.partner.organization if result.partner else ""),
    )  # fmt: skip
    assert sorted(told) == [row.organization for row in rows]
    assert max(most) == 3


def test_two_rows_of_one_organization_do_not_wait_for_each_other(tmp_path: Path) -> None:
    rows = (PartnerRow(2, "Lakeside", week="1-2"), PartnerRow(3, "Lakeside", week="2"))
    with ThreadPoolExecutor(2) as pool:
        asked = request(tmp_path, *rows)
        first, second = run(asked, elsewhere=Elsewhere(pool, lambda: 2))
    assert [kit.folder.name[:6] for kit in first.kits] == ["week-1", "week-2"]
    assert second.state == "there"
