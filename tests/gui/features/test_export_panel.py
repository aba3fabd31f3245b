"""Exporting from the window: choosing, writing, stopping, failing, the result, a copy on a stick, closing meanwhile."""

from __future__ import annotations

import json
import threading
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from PIL import Image
from pptx import Presentation
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from htpm_studio.campaign.model import Campaign
from htpm_studio.errors import Diagnostic, InputError, StudioError
from htpm_studio.export.disk.atomic_output import DiskFullError, DriveGoneError, UnwritableError
from htpm_studio.export.disk.file_lock import BusyError
from htpm_studio.export.kit.kit import EXTRAS, Options, Resources, build_kit
from htpm_studio.export.kit.render_inputs import RenderInputs
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.pages.selection import SETS, Selection, chosen
from htpm_studio.export.preflight.pages import UNDESCRIBED
from htpm_studio.export.run import job_errors
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.run.results import ExportedFile, ExportResult, KitResult
from htpm_studio.gui.app import start_again
from htpm_studio.gui.controllers.export import OWN, PICKED, RESTART, ExportController, ask_to_quit, quit_question
from htpm_studio.gui.core.settings import Settings
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.export import usb
from htpm_studio.gui.features.export.commands import ExportCommands
from htpm_studio.gui.features.export.panel import ExportPanel
from htpm_studio.gui.features.export.problems import FailureActions, attention_findings, other_folder, ways_out
from htpm_studio.gui.features.export.usb import Drive, is_removable, volume_name
from htpm_studio.gui.i18n import explain, path_words, size_words, time_words
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.gui.style import DARK, LIGHT, WindowTheme
from htpm_studio.gui.widgets.files import open_path
from htpm_studio.gui.widgets.labels import breakable
from htpm_studio.pieces.declared import pieces
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Photo, Project
from htpm_studio.project.pictures import load_photo
from tests.gui.parts import controllers_of
from tests.gui.spoken_tree import faults
from tests.helpers.wild_decks import web

BEHIND = 2 * len(pieces().of("background"))
FILES = BEHIND + len({"START-HERE.html", "kit.json"})
"""The files of a set of backgrounds, each with the logo on either side, and of the whole kit."""
WEEK = "January 2027, week 2"


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace whose last set is small and whose kits go to a folder of the test."""
    workspace.set_settings(Settings(kit_folder=str(tmp_path / "Kits"), export_set="backgrounds"))
    return workspace


@pytest.fixture
def panel(qtbot: QtBot, desk: Workspace) -> ExportPanel:
    made = ExportPanel(
        desk, controllers_of(desk).exporter, controllers_of(desk).export_choice, controllers_of(desk).pictures
    )
    qtbot.addWidget(made)
    return made


def wait_for(qtbot: QtBot, exporter: ExportController) -> None:
    qtbot.waitUntil(lambda: not exporter.running, timeout=30_000)


@pytest.fixture(scope="module")
def small_kit(campaign: Campaign, resources: Resources, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A written kit of backgrounds; tests copy it."""
    kit = build_kit(
        Project(Brand("Riverbend"), 2, 2027), campaign, resources, Options(("background",)), date(2026, 11, 25)
    )
    only = next(spec.id for spec in plan(kit))
    out = tmp_path_factory.mktemp("small")
    return export_kit(kit, out, JobContext(), folder=WEEK, wanted=lambda spec: spec.id == only).folder


# ------------------------------------------------------------------ writing


def test_export_now_writes_the_last_set_and_again_replaces_it(qtbot: QtBot, desk: Workspace, tmp_path: Path) -> None:
    exporter = controllers_of(desk).exporter
    assert controllers_of(desk).exporter is exporter
    shown: list[str] = []
    desk.panel_wanted.connect(shown.append)
    exporter.start_set("backgrounds")
    assert exporter.running
    exporter.start_set("backgrounds")  # shows the panel and starts nothing
    wait_for(qtbot, exporter)
    assert exporter.state == "done"
    assert shown == ["export", "export"]
    name = f"{WEEK}, backgrounds only"
    assert [path.name for path in (tmp_path / "Kits").iterdir()] == [name]
    assert exporter.written is not None
    assert len(exporter.written.files) == FILES
    assert exporter.counts() == {"background": BEHIND}
    assert exporter.forms == {"background": ("jpg",)}
    assert all(file.size == file.path.stat().st_size for file in exporter.written.files)
    exporter.start_set("backgrounds")
    wait_for(qtbot, exporter)
    assert [path.name for path in (tmp_path / "Kits").iterdir()] == [name]
    (tmp_path / "Kits" / name / "backgrounds" / "mine.txt").write_text("mine")
    exporter.start_set("backgrounds")
    wait_for(qtbot, exporter)
    assert sorted(path.name for path in (tmp_path / "Kits").iterdir()) == [name, f"{name} (2)"]


def test_the_kit_is_written_as_it_was_when_it_started(qtbot: QtBot, desk: Workspace, tmp_path: Path) -> None:
    exporter, document = controllers_of(desk).exporter, desk.document
    exporter.start_set("backgrounds")
    brand = replace(document.project.brand, organization="Somebody Else")
    document.change("Change name", replace(document.project, brand=brand))
    wait_for(qtbot, exporter)
    assert exporter.written is not None
    manifest = json.loads((exporter.written.folders[0] / "kit.json").read_text())
    assert manifest["organisation"] == "Riverbend Coalition"


def test_a_stopped_export_leaves_nothing(
    qtbot: QtBot, desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = threading.Lock()

    def only_the_first_is_made(
        spec: FileSpec, inputs: RenderInputs, context: JobContext, builder: PageBuilder
    ) -> RenderedFile:
        while not first.acquire(timeout=0.01):
            context.checkpoint()
        return render_file(spec, inputs, context, builder)

    monkeypatch.setattr(job_errors, "render_file", only_the_first_is_made)
    exporter = controllers_of(desk).exporter
    exporter.start_set("backgrounds")
    qtbot.waitUntil(lambda: exporter.done > 0, timeout=30_000)
    exporter.stop()
    wait_for(qtbot, exporter)
    assert exporter.state == "stopped"
    assert not (tmp_path / "Kits").exists()


@pytest.mark.parametrize("error", [StudioError("The picture is too large.", "Take another."), MemoryError()])
def test_a_piece_that_cannot_be_made_stops_no_other(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture, error: Exception,
) -> None:  # fmt: skip
    piece = "w2/background/side-band"
    with monkeypatch.context() as patch:

        def make_others(
            spec: FileSpec, inputs: RenderInputs, context: JobContext, builder: PageBuilder
        ) -> RenderedFile:
            if spec.piece == piece:
                raise error
            return render_file(spec, inputs, context, builder)

        patch.setattr(job_errors, "render_file", make_others)
        panel.exporter.start_set("backgrounds")
        wait_for(qtbot, panel.exporter)
    written = panel.exporter.written
    assert written is not None, panel.exporter.error
    assert written.files
    assert piece not in {file.piece for file in written.files}
    (row,) = panel.result.attention.rows[:1]
    words = next(label.text() for label in row.findChildren(QLabel))
    assert "could not be made and was left out" in words
    assert "It is missing as backgrounds/side-band" in words
    assert words.count("It is missing") == 1
    assert ("The picture is too large." if isinstance(error, StudioError) else "MemoryError") in words
    assert bool(caplog.records) is not isinstance(error, StudioError)
    next(button for button in row.findChildren(QAbstractButton) if button.text() == "Try again").click()
    wait_for(qtbot, panel.exporter)
    assert panel.exporter.written is not None
    assert piece in {file.piece for file in panel.exporter.written.files}
    assert panel.result.attention.isHidden()


def test_a_kit_that_is_touched_while_it_is_made_again_stays(
    qtbot: QtBot, desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter = controllers_of(desk).exporter
    exporter.start_set("backgrounds")
    wait_for(qtbot, exporter)
    assert exporter.written is not None
    first = exporter.written.folders[0]

    def touch(spec: FileSpec, inputs: RenderInputs, context: JobContext, builder: PageBuilder) -> RenderedFile:
        (first / "notes.txt").write_text("mine")
        return render_file(spec, inputs, context, builder)

    monkeypatch.setattr(job_errors, "render_file", touch)
    brand = replace(desk.document.project.brand, organization="Elm Street Clinic")
    desk.document.change("Change name", replace(desk.document.project, brand=brand))
    exporter.start_set("backgrounds")
    wait_for(qtbot, exporter)
    assert exporter.written is not None
    assert exporter.written.folders[0].name == f"{first.name} (2)"
    assert (first / "notes.txt").read_text() == "mine"
    assert "was changed while the kit was made" in str(exporter.written.findings)


def test_where_no_piece_can_be_made_the_kit_fails(
    qtbot: QtBot, panel: ExportPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> RenderedFile:
        raise StudioError("The fonts are gone.")

    monkeypatch.setattr(job_errors, "render_file", fail)
    panel.exporter.start_set("backgrounds")
    wait_for(qtbot, panel.exporter)
    assert panel.failed.reason.text() == "The fonts are gone."
    assert panel.dialog is not None
    panel.dialog.reject()


def test_several_weeks_become_several_folders(
    qtbot: QtBot, desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter = controllers_of(desk).exporter
    pieces = frozenset(f"w{week}/background/side-band" for week in (1, 2))
    asked = replace(exporter.set_request("backgrounds"), weeks=(1, 2))
    exporter.start(replace(asked, selection=replace(asked.selection, pieces=pieces)))
    wait_for(qtbot, exporter)
    assert exporter.written is not None
    names = [f"January 2027, week {week}, backgrounds only" for week in (1, 2)]
    assert [folder.name for folder in exporter.written.folders] == names
    assert exporter.total == exporter.done == 4
    assert exporter.steps() == (4, 4)


def test_the_pages_of_a_deck_count_while_the_deck_is_made(qtbot: QtBot, panel: ExportPanel, desk: Workspace) -> None:
    exporter, seen = panel.exporter, list[tuple[int, int, str]]()
    exporter.stepped.connect(lambda: seen.append((exporter.done, exporter.steps()[0], panel.running.title.text())))
    asked = exporter.set_request("kit")
    deck = next(spec for spec in exporter.specs(asked) if spec.medium == "deck" and len(spec.pages) > 12)
    exporter.start(replace(asked, selection=replace(asked.selection, pieces=frozenset({deck.piece}))))
    wait_for(qtbot, exporter)
    early = [(page, title) for done, page, title in seen if not done and page]
    assert early
    assert all(title == f"{page} of {exporter.pages_total} pages drawn" for page, title in early)
    assert exporter.steps() == (exporter.pages_total, exporter.pages_total)


def test_nothing_starts_without_a_piece(desk: Workspace) -> None:
    exporter, said = controllers_of(desk).exporter, []
    desk.toast_wanted.connect(lambda text, _undo: said.append(text))
    exporter.start(exporter.request_for(Selection(frozenset())))
    assert exporter.state == "idle"
    assert said == ["Nothing is selected. Select at least one piece."]
    exporter.start_pieces(())
    assert exporter.state == "idle"


# ------------------------------------------------------------------ the panel


def test_chips_boxes_and_forms_make_the_choice(panel: ExportPanel, desk: Workspace) -> None:
    page = panel.choose
    assert page.chips["backgrounds"].isChecked()
    assert page.go.text() == f"Export {FILES} files"
    page.chips["kit"].click()
    assert desk.settings.export_set == "kit"
    total = len(plan(desk.document.kit()))
    assert page.go.text() == f"Export {total + 2} files"
    assert page.estimate.text().startswith("about ")
    social = page.rows["social"]
    social.boxes["social/story"].click()
    assert page.chips[OWN].isChecked()
    assert social.box.checkState() == Qt.CheckState.PartiallyChecked
    assert "Story" not in social.note.text()
    social.box.click()
    assert social.box.checkState() == Qt.CheckState.Checked
    social.box.click()
    assert (social.count.text(), social.note.text()) == ("0 files", "Left out")
    social.boxes["social/square"].click()
    assert social.note.text() == "Square"
    page.paper.setCurrentIndex(page.paper.findData("a4"))
    page.paper.activated.emit(page.paper.currentIndex())
    assert desk.settings.paper == "a4"
    assert page.rows["print"].note.text() == "A4"
    assert page.rows["print"].box.checkState() == Qt.CheckState.Checked
    social.box.click()
    for row in page.rows.values():
        row.box.click()
    assert not page.go.isEnabled()
    assert page.go.toolTip()


def test_decks_take_the_design_of_a_presentation(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, tmp_path: Path
) -> None:
    line = panel.choose.design
    assert not line.isVisibleTo(panel)
    (tmp_path / "theirs.pptx").write_bytes(web())
    assert controllers_of(desk).deck_design.take(str(tmp_path / "theirs.pptx")) == ""
    assert (line.isVisibleTo(panel), line.text()) == (True, "Decks take the design of theirs.pptx.")
    exporter = controllers_of(desk).exporter
    only = frozenset(f"deck/{form}" for form in ("pdf", "potx", *EXTRAS))
    asked = exporter.request_for(Selection(frozenset(), frozenset(("loop",)), without=only), (2,))
    exporter.start(replace(asked, out=tmp_path / "out"))
    wait_for(qtbot, exporter)
    assert exporter.written is not None
    (deck,) = (file.path for file in exporter.written.files if file.path.suffix == ".pptx")
    assert Presentation(str(deck)).slide_layouts[0].name == "TITLE"


def test_selected_pieces_can_be_exported_alone(qtbot: QtBot, panel: ExportPanel, desk: Workspace) -> None:
    page = panel.choose
    piece = next(spec.piece for spec in plan(desk.document.kit()) if spec.medium == "social")
    desk.select((piece,))
    qtbot.waitUntil(lambda: page.chips[PICKED].isVisibleTo(page), timeout=2000)
    page.chips[PICKED].click()
    # START-HERE and kit.json come along.
    expected = f"Export {len(chosen(desk.document.kit(), Selection(pieces=frozenset((piece,))))) + 2} files"
    assert page.go.text() == expected
    assert not page.weeks.isEnabled()
    assert page.request().name == ""
    assert page.folder.text().endswith(f"{WEEK}, selection")
    desk.select(())
    QApplication.processEvents()
    assert page.go.text() == expected


def test_all_weeks_and_another_folder(
    panel: ExportPanel, desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = panel.choose
    page.weeks.setCurrentIndex(1)
    page.weeks.activated.emit(1)
    assert page.request().weeks == controllers_of(desk).exporter.ready_weeks()
    assert page.folder.text() == path_words(tmp_path / "Kits")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.change.click()
    assert desk.settings.kit_folder == str(tmp_path / "Kits")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "other"))
    page.change.click()
    assert desk.settings.kit_folder == str(tmp_path / "other")


def test_the_panel_goes_from_choosing_to_the_result(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)) or True)
    jobs: list[tuple[str, int, int]] = []
    desk.job_changed.connect(lambda *job: jobs.append(job))
    panel.choose.go.click()
    assert panel.pages.currentWidget() is panel.running
    assert "half-finished" in panel.running.stop_words.text()
    wait_for(qtbot, panel.exporter)
    panel.running.refresh()
    assert panel.running.rows["background"].count.text() == f"Done, {BEHIND}"
    assert jobs[0] == (f"Exporting, 0 of {BEHIND}", 0, BEHIND)
    assert jobs[-1] == ("", 0, 0)
    result = panel.result
    assert panel.pages.currentWidget() is result
    assert result.title.text() == "Your kit is ready"
    assert result.facts.text().startswith(f"{FILES} files, ")
    assert not result.attention.isVisibleTo(panel)
    panel.show()
    assert not faults(panel)
    result.open.click()
    folder = tmp_path / "Kits" / f"{WEEK}, backgrounds only"
    assert Path(opened.pop().toLocalFile()) == folder
    tree = result.tree
    top = tree.topLevelItem(0)
    assert top is not None
    tree.open(top)
    assert top.isExpanded()
    first = top.child(0)
    assert first is not None
    light = first.icon(0).pixmap(16, 16).toImage()
    desk.set_theme(WindowTheme(DARK, dark=True))
    assert first.icon(0).pixmap(16, 16).toImage() != light
    desk.set_theme(WindowTheme(LIGHT, dark=False))
    assert first.icon(0).pixmap(16, 16).toImage() == light
    tree.setCurrentItem(first)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert Path(opened.pop().toLocalFile()).parent == folder / "backgrounds"
    entries = {action.text(): action for action in tree.menu_of(first).actions()}
    assert list(entries) == ["Open", "Show in folder", "Copy path"]
    entries["Show in folder"].trigger()
    assert Path(opened.pop().toLocalFile()) == folder / "backgrounds"
    entries["Copy path"].trigger()
    assert Path(QGuiApplication.clipboard().text()).is_file()
    assert [action.text() for action in tree.menu_of(top).actions()] == ["Show in folder", "Copy path"]
    result.choices.click()
    assert panel.pages.currentWidget() is panel.choose
    panel.exporter.changed.emit()
    result.again.click()
    wait_for(qtbot, panel.exporter)
    assert panel.pages.currentWidget() is result


def test_a_file_that_is_gone_is_said(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.toast_wanted.connect(lambda text, _undo: said.append(text))
    open_path(desk, tmp_path / "gone.pdf")
    assert said == ["gone.pdf is no longer there."]


def test_what_wants_attention_is_named(qtbot: QtBot, panel: ExportPanel, desk: Workspace) -> None:
    document = desk.document
    spec = next(spec for spec in plan(document.kit()) if spec.medium == "social")
    document.edit("Change caption", spec.piece, "head", "Call 1-888-373-7889")
    panel.choose.use("social")
    desk.select((spec.piece,))
    panel.choose.use(PICKED)
    panel.choose.go.click()
    wait_for(qtbot, panel.exporter)
    assert panel.exporter.state == "done"
    assert panel.result.attention.isVisibleTo(panel)
    (row,) = panel.result.attention.rows
    assert any("hotline" in label.text().lower() for label in row.findChildren(QLabel))


def test_a_photo_without_a_description_is_asked_about_after_the_export(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, tmp_path: Path
) -> None:
    Image.radial_gradient("L").convert("RGB").resize((1200, 900)).save(tmp_path / "garden.jpg")
    photo = Photo(load_photo(tmp_path / "garden.jpg"), "garden.jpg", people="nobody")
    desk.document.change("Add", replace(desk.document.project, photos=(photo,)))
    spec = next(spec for spec in plan(desk.document.kit()) if spec.format == "jpg" and spec.medium == "social")
    desk.select((spec.piece,))
    panel.choose.use(PICKED)
    panel.choose.go.click()
    wait_for(qtbot, panel.exporter)
    (row,) = panel.result.attention.rows
    assert any("A photo without a description" in label.text() for label in row.findChildren(QLabel))
    (button,) = (one for one in row.findChildren(QPushButton) if one.text() == "Describe it")
    wanted: list[str] = []
    desk.panel_wanted.connect(wanted.append)
    button.click()
    assert wanted == ["record"]


def test_what_is_about_one_photo_is_said_once_for_all_weeks(tmp_path: Path) -> None:
    def kit(week: int) -> KitResult:
        message = f"A photo without a description. It appears in: piece {week}."
        found = Diagnostic("warning", UNDESCRIBED, message, photo="garden")
        return KitResult(tmp_path / f"{week}", (), (("", found),))

    result = ExportResult(tuple(kit(week) for week in range(1, 5)))
    ((_, finding, more),) = attention_findings(result)
    assert (finding.message, more) == ("A photo without a description. It appears in: piece 1.", 3)


def test_stop_is_a_button_and_leads_back(qtbot: QtBot, panel: ExportPanel, tmp_path: Path) -> None:
    panel.show()
    panel.activateWindow()
    panel.choose.go.setFocus()
    qtbot.waitUntil(panel.choose.go.hasFocus)
    qtbot.keyClick(panel.choose.go, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is panel.running.stop
    assert not faults(panel)
    qtbot.keyClick(panel.running.stop, Qt.Key.Key_Space)
    assert not panel.running.stop.isEnabled()
    wait_for(qtbot, panel.exporter)
    assert panel.pages.currentWidget() is panel.choose
    assert QApplication.focusWidget() is panel.choose.go
    assert not (tmp_path / "Kits").exists()


def test_the_time_that_is_left_goes_by_pages(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    exporter = controllers_of(desk).exporter
    exporter.done, exporter.total, exporter.started_at = 0, 12, 0.0
    exporter.pages_done, exporter.pages_total = 30, 40
    monkeypatch.setattr("htpm_studio.gui.controllers.export.time.monotonic", lambda: 30.0)
    assert exporter.seconds_left() == pytest.approx(10.0)


def test_a_killed_export_leaves_nothing_and_long_names_may_break(desk: Workspace, tmp_path: Path) -> None:
    exporter = controllers_of(desk).exporter
    exporter.request = replace(exporter.set_request("kit"), out=tmp_path)
    name = exporter.folder_name(2, exporter.request)
    (tmp_path / f".{name}.part").mkdir()
    (tmp_path / f".{name}.part.lock").touch()
    exporter.fail(RuntimeError())
    assert not list(tmp_path.iterdir())
    assert max(map(len, breakable("a" * 60).split("\u200b"))) < 30


def test_a_failure_offers_another_place(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    desk.set_settings(replace(desk.settings, kit_folder=str(tmp_path / "file")))
    panel.choose.refresh()
    panel.choose.go.click()
    wait_for(qtbot, panel.exporter)
    assert panel.exporter.state == "failed"
    assert panel.pages.currentWidget() is panel.failed
    assert "is a file, not a folder" in panel.failed.reason.text()
    assert "--out" not in panel.failed.reason.text()
    assert panel.dialog is not None
    assert panel.dialog.main_button.text() == "Write it there"
    panel.dialog.reject()
    assert panel.dialog is None
    elsewhere, ask, again = panel.failed.buttons
    again.click()
    wait_for(qtbot, panel.exporter)
    assert panel.exporter.state == "failed"
    assert panel.dialog is not None
    panel.dialog.reject()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    elsewhere, ask, again = panel.failed.buttons
    ask.click()
    assert panel.exporter.state == "failed"
    elsewhere.click()
    wait_for(qtbot, panel.exporter)
    assert panel.exporter.state == "done"
    assert desk.settings.kit_folder == str(panel.result.place().parent)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "third"))
    panel.choose_folder()
    wait_for(qtbot, panel.exporter)
    assert (tmp_path / "third").is_dir()


@pytest.mark.parametrize(
    ("error", "best", "rest"),
    [
        (DiskFullError("Full."), "Choose a folder…", ["Try again"]),
        (DriveGoneError("Gone."), "Try again", ["Write it there", "Choose a folder…"]),
        (BusyError("Busy."), "Try again", ["Write it there", "Choose a folder…"]),
        (UnwritableError("No."), "Write it there", ["Choose a folder…", "Try again"]),
        (InputError("The design was not found."), "Change choices", ["Try again"]),
        (StudioError("The part that makes the files ended."), "Try again", ["Write it there", "Choose a folder…"]),
        (ValueError("x"), "Try again", ["Write it there", "Choose a folder…"]),
    ],
)
def test_the_best_way_out_fits_what_happened(
    panel: ExportPanel, tmp_path: Path, error: Exception, best: str, rest: list[str]
) -> None:
    exporter = panel.exporter
    exporter.request = replace(exporter.set_request("background"), out=tmp_path / "mine")
    exporter.fail(error)
    assert panel.dialog is not None
    assert [one.button for one in panel.dialog.failure.choices] == [best, *rest]
    assert panel.dialog.main_button.text() == best
    assert "Error" not in panel.failed.reason.text()
    assert [button.text() for button in panel.failed.buttons] == [one.text for one in panel.dialog.failure.choices]
    panel.dialog.reject()
    panel.show_choices()


def test_a_full_disk_offers_a_folder_on_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acts = FailureActions(*[lambda *_: None] * 4)
    monkeypatch.setattr(
        Path, "stat", lambda path, **_: SimpleNamespace(st_dev=int(path.is_relative_to(tmp_path / "a")))
    )
    monkeypatch.setattr(Path, "is_dir", lambda _path: True)
    monkeypatch.setattr(
        "htpm_studio.gui.features.export.problems.shutil.disk_usage", lambda _path: SimpleNamespace(free=1000)
    )
    ways = ways_out(DiskFullError("Full."), tmp_path / "a" / "Kits", 1000, acts)
    assert [one.button for one in ways] == ["Write it there", "Choose a folder…", "Try again"]
    assert other_folder(tmp_path / "a" / "Kits", 1001, another_disk=True) is None


def test_words_are_for_people() -> None:
    assert [size_words(size) for size in (0, 14_200, 26_400_000, 317_000_000, 2_500_000_000)] == [
        "1 KB", "14 KB", "26.4 MB", "317 MB", "2.5 GB",
    ]  # fmt: skip
    assert [time_words(seconds) for seconds in (0.2, 36.4, 200)] == ["1 second", "36 seconds", "3 minutes"]
    assert path_words(Path.home() / "Documents" / "Kits") == "Documents / Kits"
    assert explain(ValueError("x")) == "ValueError"
    hint = "Choose another folder with --out, or replace it with --force."
    assert explain(InputError("There.", hint)) == "There. Choose another folder."
    assert (
        explain(InputError("No.", "Choose one of your own folders with --out."))
        == "No. Choose one of your own folders."
    )


# ------------------------------------------------------------------ the window


@pytest.fixture
def attached(desk: Workspace, window: MainWindow) -> ExportCommands:
    return ExportCommands(window, controllers_of(window.workspace).exporter)


def test_the_window_shows_that_it_exports(qtbot: QtBot, attached: ExportCommands, window: MainWindow) -> None:
    action, title = window.workspace.actions["export_now"], window.windowTitle()
    assert action.isEnabled()
    attached.exporter.start_set("backgrounds")
    assert action.text() == "Exporting"
    assert window.right.name == "export"
    assert window.windowTitle() == f"0 of {BEHIND} – {title}"
    wait_for(qtbot, attached.exporter)
    assert (action.text(), window.windowTitle()) == (attached.words, title)


def test_the_menu_exports_the_other_sets_and_the_button_stays_as_it_is(
    qtbot: QtBot, attached: ExportCommands, window: MainWindow
) -> None:
    said, entries = window.bar.export.text(), {one.objectName(): one for one in window.bar.export_menu.actions()}
    assert [name for name in entries if name.startswith("export-")] == [f"export-{one.name}" for one in SETS[1:]]
    assert entries["export-deck"].text() == "Export deck only, week 2"
    entries["export-backgrounds"].trigger()
    wait_for(qtbot, attached.exporter)
    assert attached.exporter.request is not None
    assert attached.exporter.request.name == "backgrounds"
    assert window.bar.export.text() == said == "Export week 2"


def test_pieces_of_the_board_are_exported(qtbot: QtBot, attached: ExportCommands, window: MainWindow) -> None:
    window.workspace.select(("w2/background/side-band",))
    window.workspace.actions["export_piece"].trigger()
    wait_for(qtbot, attached.exporter)
    assert attached.exporter.written is not None
    assert len(attached.exporter.written.files) == 4


def test_closing_asks_while_files_are_written(qtbot: QtBot, attached: ExportCommands, window: MainWindow) -> None:
    asked: list[str] = []
    attached.ask = lambda _window, words: asked.append(words) or "stay"  # type: ignore[func-returns-value]
    assert attached.may_close()
    attached.exporter.start_set("backgrounds")
    assert not attached.may_close()
    assert asked == [f"{BEHIND} files have not been written yet."]
    assert attached.exporter.running
    attached.ask = lambda _window, _words: "finish"
    closed: list[bool] = []
    window.on_close(lambda: bool(closed.append(True)) or True)
    assert not window.close()
    wait_for(qtbot, attached.exporter)
    qtbot.waitUntil(lambda: closed == [True], timeout=5000)
    assert attached.exporter.state == "done"


def test_starting_again_waits_for_the_export_and_then_happens(
    qtbot: QtBot, qapp: QApplication, attached: ExportCommands, window: MainWindow
) -> None:
    attached.ask = lambda _window, _words: "finish"
    attached.exporter.start_set("backgrounds")
    start_again(qapp, window)
    assert attached.exporter.running
    assert not qapp.property(RESTART)
    closed: list[bool] = []
    window.on_close(lambda: bool(closed.append(bool(qapp.property(RESTART)))) or True)
    wait_for(qtbot, attached.exporter)
    qtbot.waitUntil(lambda: closed == [True], timeout=5000)
    qapp.setProperty(RESTART, False)


def test_an_export_that_was_stopped_does_not_start_again_later(
    qtbot: QtBot, qapp: QApplication, attached: ExportCommands, window: MainWindow
) -> None:
    attached.ask = lambda _window, _words: "finish"
    attached.exporter.start_set("kit")
    start_again(qapp, window)
    attached.exporter.stop()
    qtbot.waitUntil(lambda: attached.exporter.state == "stopped", timeout=20_000)
    assert window.workspace.when_done is None
    assert window.close()
    assert not qapp.property(RESTART)


def test_stop_and_quit_leaves_nothing(
    qtbot: QtBot, attached: ExportCommands, window: MainWindow, tmp_path: Path
) -> None:
    attached.ask = lambda _window, _words: "stop"
    attached.exporter.start_set("kit")  # It takes long enough not to be finished, however slow the test is.
    qtbot.waitUntil((tmp_path / "Kits").exists, timeout=20_000)
    assert window.close()
    assert not (tmp_path / "Kits").exists()


@pytest.mark.parametrize("press", ["finish", "stop", "stay"])
def test_the_question_has_three_answers(
    qtbot: QtBot, window: MainWindow, press: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, buttons = quit_question(window, "31 files have not been written yet.")
    assert len(box.buttons()) == len(buttons) == 3
    assert box.defaultButton() is buttons["stay"]
    box.deleteLater()
    words = {"finish": "Finish, then quit", "stop": "Stop and quit", "stay": "Keep working"}
    monkeypatch.setattr(QMessageBox, "exec", lambda self: None)
    monkeypatch.setattr(
        QMessageBox,
        "clickedButton",
        lambda self: next(one for one in self.buttons() if one.text() == words[press]),
    )
    assert ask_to_quit(window, "x") == press


# ------------------------------------------------------------------ a stick


class Volume(NamedTuple):
    root: str
    device: str
    platform: str
    removable: bool


@pytest.mark.parametrize(
    "volume",
    [
        Volume("/media/ana/EVENT", "/dev/sdq1", "linux", True),
        Volume("/run/media/ana/EVENT", "/dev/sdq1", "linux", True),
        Volume("/home", "/dev/nvme0n1p3", "linux", False),
        Volume("/media/share", "//server/share", "linux", False),
        Volume("/Volumes/EVENT", "/dev/disk4s1", "darwin", True),
        Volume("/Volumes/share", "//ana@server/share", "darwin", False),
        Volume("/", "/dev/disk1s1", "darwin", False),
        Volume("C:/", "", "win32", False),
    ],
)
def test_which_drives_can_be_taken_out(volume: Volume) -> None:
    assert is_removable(volume.root, volume.device, volume.platform) is volume.removable


@pytest.mark.parametrize(
    ("shown", "root", "name"),
    [
        ("STICK", "E:/", "STICK"),
        ("/media/ana/STICK", "/media/ana/STICK", "STICK"),
        ("", "/media/x", "x"),
        ("", "/", "/"),
    ],
)
def test_a_drive_is_called_by_its_name_and_not_by_its_place(shown: str, root: str, name: str) -> None:
    assert volume_name(shown, root) == name


def test_drives_are_listed_without_the_systems_own() -> None:
    assert all(drive.root != Path("/") for drive in usb.drives())


def test_the_line_below_the_bar_never_says_that_it_begins_when_it_ends(panel: ExportPanel) -> None:
    exporter, note = panel.exporter, panel.running.note
    exporter.totals = Counter(dict.fromkeys(panel.running.rows, 0))
    exporter.total, exporter.label = 5, "Calendar"
    for done, words in ((0, "Getting ready. Calendar"), (2, "Calendar"), (5, "Almost done.")):
        exporter.done = done
        panel.running.refresh()
        assert note.text() == words


def test_the_keyboard_comes_back_to_the_button_that_was_pressed(
    qtbot: QtBot, panel: ExportPanel, small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = panel.result
    result.usb.reset((small_kit,))
    monkeypatch.setattr(usb, "drives", lambda: ())
    panel.pages.setCurrentWidget(result)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    result.copy.setFocus()
    result.copy.click()
    assert panel.focusWidget() is result.open
    qtbot.waitUntil(result.copy.isEnabled, timeout=5000)
    assert panel.focusWidget() is result.copy


def test_handouts_are_printed_from_the_result_and_kits_without_them_do_not_offer_it(
    qtbot: QtBot, panel: ExportPanel, desk: Workspace, tmp_path: Path
) -> None:
    panel.pages.setCurrentWidget(panel.result)
    panel.show()
    flyer = next(spec for spec in plan(desk.document.kit()) if spec.medium == "print")
    file = ExportedFile(tmp_path / flyer.path, flyer.title, "print", 1, "print/letter", flyer.piece)
    other = replace(file, path=tmp_path / "backgrounds" / "a.jpg", medium="background", piece="w2/background/a")
    panel.exporter.written = ExportResult((KitResult(tmp_path, (other,), ()),), seconds=1.0)
    panel.result.refresh()
    assert not panel.result.print.isVisibleTo(panel.result)
    panel.exporter.written = ExportResult((KitResult(tmp_path, (other, file), ()),), seconds=1.0)
    panel.result.refresh()
    assert panel.result.print.isVisibleTo(panel.result)
    tree = panel.result.tree
    wanted: list[str] = []
    desk.panel_wanted.connect(wanted.append)
    top = tree.topLevelItem(1)
    assert top is not None
    handout = top.child(0)
    assert handout is not None
    spot = tree.visualItemRect(top).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert top.isExpanded()
    entries = {action.text(): action for action in tree.menu_of(handout).actions()}
    entries["Print…"].trigger()
    assert wanted == ["print"]
    assert desk.selection == (flyer.piece,)
    desk.document.open_week(3)
    assert "Print…" not in {action.text() for action in tree.menu_of(handout).actions()}


def test_copy_to_usb_in_the_panel(
    qtbot: QtBot, panel: ExportPanel, small_kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, result = panel.result.usb, panel.result
    part.reset((small_kit,))
    monkeypatch.setattr(usb, "drives", lambda: ())
    result.copy.click()
    assert not result.copy.isEnabled()
    qtbot.waitUntil(result.copy.isEnabled, timeout=5000)
    assert "No USB drive was found" in part.words.text()
    assert part.other.isVisibleTo(part)
    drive = tmp_path / "EVENT USB"
    drive.mkdir()
    monkeypatch.setattr(usb, "drives", lambda: (Drive("EVENT USB", drive, 12_400_000),))
    result.copy.click()
    qtbot.waitUntil(result.copy.isEnabled, timeout=5000)
    assert part.menu is not None
    entries = {action.text(): action for action in part.menu.actions() if action.text()}
    assert list(entries) == ["EVENT USB, 12.4 MB free", "Another folder…"]
    part.menu.hide()
    entries["EVENT USB, 12.4 MB free"].trigger()
    qtbot.waitUntil(lambda: "You can remove the drive" in part.words.text(), timeout=10_000)
    assert (drive / WEEK / "kit.json").is_file()
    qtbot.waitUntil(result.copy.isEnabled, timeout=5000)
    part.copy(tmp_path / "no drive", "x")
    qtbot.waitUntil(lambda: "was removed" in part.words.text(), timeout=5000)
    assert "complete" in part.words.text()
